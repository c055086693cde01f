/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: every allocation fails in turn while the council is put together, votes are counted and who is asked. The answer is "no
 * memory" with nothing in the result, or the very same result as without the fault; and nothing leaks.
 */
/* wraps: malloc calloc realloc */

#include <speelveld.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

static sv_map *map;      /* the small sample */
static sv_map *wavering; /* a council with undecided members, a party with a position, and seats that nobody is named for */

static const char wavering_text[] =
    "= "
    "Actors\nid;name;kind;group;own\na;A;council_member;G;\nb;B;council_member;H;\nc;C;council_member;;\nwe;We;person;;yes\nh;H;party;;"
    "\nraad;R;council;;\n"
    "= Groups\ngroup;seats;coalition\nG;5;yes\nH;3;\n= Ties\nfrom;to\nwe;a\na;b\n= Memberships\nwho;of\na;raad\n"
    "= Issues\nid;title;competent;decision_date\nplein;Plein;council;2026-11-12\n= "
    "Positions\nactor;issue;position\na;plein;1\nh;plein;0\nc;plein;3\n";

static sv_status put_council_together(size_t fail_at, sv_text *result, bool *failed)
{
    sv_council council;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_council_new(wavering, 0, 20261001, &council, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, council.seats != NULL);
    for (size_t i = 0; i < council.n_seats; i++)
        sv_text_addf(result, "%zu %g ", council.seats[i].member, council.seats[i].stance);
    sv_council_clear(&council);
    return status;
}

static sv_status vote(size_t fail_at, sv_text *result, bool *failed)
{
    sv_council council;
    sv_vote counted;
    sv_status status;
    assert_int_equal(sv_council_new(wavering, 0, 20261001, &council, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_vote_new(&council, NULL, &counted, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, counted.in_favour != NULL);
    sv_text_addf(result, "%.12g", counted.chance[SV_OUTCOME_ADOPTED]);
    sv_vote_clear(&counted);
    sv_council_clear(&council);
    return status;
}

static const sv_majority_options majority_options = {.issue = 0, .as_of = 20261001};

static sv_status find_majority(size_t fail_at, sv_text *result, bool *failed)
{
    sv_majority found;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_majority_new(wavering, &majority_options, &found, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, found.groups != NULL);
    assert_true(status != SV_OK || found.n_chosen > 0);
    sv_text_addf(result, "%zu %.12g %zu", found.missing, found.chosen_chance, found.n_winnable);
    sv_majority_clear(&found);
    return status;
}

static sv_status tell_majority(size_t fail_at, sv_text *result, bool *failed, sv_report_format format)
{
    sv_answer_options options = {.format = format, .audience = SV_TEAM, .as_of = 20261001};
    sv_majority found;
    sv_status status;
    char *text;
    size_t length;
    assert_int_equal(sv_majority_new(wavering, &majority_options, &found, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_majority(wavering, &found, 0, &options, &text, &length, NULL);
    *failed = memory_is_back();
    sv_majority_clear(&found);
    return take_report(status, text, length, result);
}

static sv_status majority_as_text(size_t fail_at, sv_text *result, bool *failed)
{
    return tell_majority(fail_at, result, failed, SV_REPORT_TABLE);
}

static sv_status majority_as_json(size_t fail_at, sv_text *result, bool *failed)
{
    return tell_majority(fail_at, result, failed, SV_REPORT_JSON);
}

/* Also of a theme that nobody carries, for then all themes are gathered. */
static sv_status find_theme(size_t fail_at, sv_text *result, bool *failed, const char *theme)
{
    sv_carriers found;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_carriers_find(map, theme, 0, 20261001, &found, NULL);
    *failed = memory_is_back();
    assert_true(status == SV_OK || (!found.items && !found.themes));
    for (size_t i = 0; i < found.n; i++)
        sv_text_addf(result, "%zu %g ", found.items[i].actor, found.items[i].way.warmth);
    for (size_t i = 0; i < found.n_themes; i++)
        sv_text_addf(result, "%s ", found.themes[i]);
    sv_carriers_clear(&found);
    return status;
}

static sv_status find_carriers(size_t fail_at, sv_text *result, bool *failed)
{
    return find_theme(fail_at, result, failed, "welzijn");
}

static sv_status find_themes(size_t fail_at, sv_text *result, bool *failed)
{
    return find_theme(fail_at, result, failed, "sport en spel");
}

static sv_status tell_carriers(size_t fail_at, sv_text *result, bool *failed)
{
    sv_answer_options options = {.language = SV_DUTCH, .audience = SV_TEAM};
    sv_carriers found;
    sv_status status;
    char *text;
    size_t length;
    assert_int_equal(sv_carriers_find(map, "welzijn", 0, 20261001, &found, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_who(map, &found, "welzijn", 0, &options, &text, &length, NULL);
    *failed = memory_is_back();
    sv_carriers_clear(&found);
    return take_report(status, text, length, result);
}

static sv_status find_acquaintances(size_t fail_at, sv_text *result, bool *failed)
{
    sv_acquaintances found;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_acquaintances_find(map, 3, 20261001, &found, NULL);
    *failed = memory_is_back();
    assert_true(status == SV_OK || !found.items);
    for (size_t i = 0; i < found.n; i++)
        sv_text_addf(result, "%zu %zu ", found.items[i].actor, found.items[i].steps);
    sv_acquaintances_clear(&found);
    return status;
}

static sv_status tell_acquaintances(size_t fail_at, sv_text *result, bool *failed)
{
    sv_answer_options options = {.audience = SV_TEAM};
    sv_acquaintances found;
    sv_status status;
    char *text;
    size_t length;
    assert_int_equal(sv_acquaintances_find(map, 3, 20261001, &found, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_who_political(map, &found, 3, &options, &text, &length, NULL);
    *failed = memory_is_back();
    sv_acquaintances_clear(&found);
    return take_report(status, text, length, result);
}

static int set_up(void **state)
{
    (void)state;
    wavering = map_of(wavering_text, NULL);
    return sv_map_read((const char *const[]){"data/buurthuis"}, 1, &map, NULL, NULL) != SV_OK;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(map);
    sv_map_free(wavering);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TORTURE_MEMORY(put_council_together), TORTURE_MEMORY(vote),
        TORTURE_MEMORY(find_majority),        TORTURE_MEMORY(majority_as_text),
        TORTURE_MEMORY(majority_as_json),     TORTURE_MEMORY(find_carriers),
        TORTURE_MEMORY(find_themes),          TORTURE_MEMORY(tell_carriers),
        TORTURE_MEMORY(find_acquaintances),   TORTURE_MEMORY(tell_acquaintances),
    };
    return cmocka_run_group_tests_name("council torture", tests, set_up, tear_down);
}
