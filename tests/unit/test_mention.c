/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Mentions: a name found however it is written, and not within somebody else's. */
/* wraps: malloc calloc realloc */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "model/mention.h"
#include "support.h"

static sv_map *map;

static int begin(void **state)
{
    (void)state;
    map = map_of("= Actors\nid;name;kind\njj-1;Jan Jansen;resident\nas;Jan Jansen-Smit;resident\nap;Anna Jansen;resident\n"
                 "bakker;Bakker;resident\nab;Anna Bakker;resident\nel;Fatima el Idrissi;resident\nst;Stichting De Brug;welfare\n",
                 NULL);
    return 0;
}

static int end(void **state)
{
    (void)state;
    sv_map_free(map);
    return 0;
}

/* The text with every mention between brackets, and every last name that stands alone between <>. */
static void assert_found(const char *id, const char *text, const char *wanted)
{
    mention_who who;
    mention whole, surname;
    sv_text marked = {0};
    size_t at = 0;
    assert_true(mention_begin(&who, map, row_of(map, id), NULL, NULL));
    for (;;) {
        bool is_whole = mention_next(&who, text, at, &whole), is_surname = mention_next_surname(&who, text, at, &surname);
        if (is_surname && is_whole && surname.start < whole.start)
            is_whole = false;
        if (!is_whole && !is_surname)
            break;
        if (!is_whole)
            whole = surname;
        sv_text_add_n(&marked, text + at, whole.start - at);
        sv_text_addf(&marked, is_whole ? "[%.*s]" : "<%.*s>", (int)whole.length, text + whole.start);
        at = whole.start + whole.length;
    }
    sv_text_add(&marked, text + at);
    assert_string_equal(sv_text_get(&marked), wanted);
    sv_text_clear(&marked);
    mention_clear(&who);
}

static void names_however_written(void **state)
{
    (void)state;
    assert_found("jj-1", "Jan Jansen, JAN JANSEN; jan  jansen.", "[Jan Jansen], [JAN JANSEN]; [jan  jansen].");
    assert_found("jj-1", "(Jan-Jansen) en Ján Jańsen\nen Jan\nJansen", "([Jan-Jansen]) en [Ján Jańsen]\nen [Jan\nJansen]");
    assert_found("jj-1", "Jan Jansens plan, Jan Jansen's plan", "[Jan Jansens] plan, [Jan Jansen]'s plan");
    assert_found("el", "Fatima El-Idrissi, fatimaelidrissi", "[Fatima El-Idrissi], [fatimaelidrissi]");
    assert_found("st", "bij stichting de brug.", "bij [stichting de brug].");
}

static void other_peoples_names(void **state)
{
    (void)state;
    assert_found("jj-1", "Jan Jansen-Smit en Jan Jansens-Bos, Piet-Jan Jansen", "Jan Jansen-Smit en Jan Jansens-Bos, Piet-Jan <Jansen>");
    assert_found("jj-1", "Jan Jansenius, Trijan Jansen", "Jan Jansenius, Trijan <Jansen>");
    assert_found("jj-1", "jan-jansen-2 jan-jansen-smit", "[jan-jansen]-2 jan-jansen-smit");
    assert_found("bakker", "Anna Bakker belde Bakker; de bakker", "Anna Bakker belde [Bakker]; de [bakker]");
}

static void ids_in_prose(void **state)
{
    (void)state;
    assert_found("jj-1", "jj-1, jj-10 jj-1-2 x-jj-1 JJ-1 jj-1_a (jj-1)", "[jj-1], jj-10 jj-1-2 x-jj-1 JJ-1 jj-1_a ([jj-1])");
    assert_found("el", "el sprak el", "el sprak el"); /* an id that looks like a word is one */
}

static void last_names_alone(void **state)
{
    (void)state;
    assert_found("jj-1", "Jansen zei; jansen niet; Anna Jansen ook; mevrouw Jansens kat",
                 "<Jansen> zei; jansen niet; Anna Jansen ook; mevrouw <Jansens> kat");
    assert_found("el", "Idrissi kwam", "<Idrissi> kwam");
    assert_found("st", "De Brug", "De Brug"); /* an organisation has no last name */
}

static void whole_cells(void **state)
{
    mention_who who;
    (void)state;
    assert_true(mention_begin(&who, map, row_of(map, "el"), NULL, NULL));
    assert_true(mention_is(&who, "el") && mention_is(&who, "fatima EL idrissi"));
    assert_false(mention_is(&who, "EL") || mention_is(&who, "") || mention_is(&who, "-") || mention_is(&who, "Fatima"));
    mention_clear(&who);
    assert_true(mention_begin(&who, map, SV_NO_ROW, "", "x7"));
    assert_true(mention_is(&who, "x7") && !mention_is(&who, "") && !mention_is(&who, "Jan Jansen"));
    mention_clear(&who);
}

static sv_status find(size_t fail_at, sv_text *result, bool *failed)
{
    mention_who who;
    bool done;
    memory_fails_at(fail_at);
    done = mention_begin(&who, map, 0, NULL, NULL);
    *failed = memory_is_back();
    for (size_t i = 0; done && i < who.n_others; i++)
        sv_text_addf(result, "%s,", who.others[i]);
    mention_clear(&who);
    return done ? SV_OK : SV_MEMORY;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_however_written), cmocka_unit_test(other_peoples_names), cmocka_unit_test(ids_in_prose),
        cmocka_unit_test(last_names_alone),      cmocka_unit_test(whole_cells),         TORTURE_MEMORY(find),
    };
    return cmocka_run_group_tests_name("mention", tests, begin, end);
}
