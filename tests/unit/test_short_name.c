/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Short names: as they are written on name plates in Dutch councils. */
#include "draw/short_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Written here with "_" for the space that no line ends at. */
static void becomes(const char *name, const char *expected)
{
    sv_text out = {0}, wanted = {0};
    for (const char *at = expected; *at; at++)
        sv_text_add_n(&wanted, *at == '_' ? NO_BREAK_SPACE : at, *at == '_' ? sizeof NO_BREAK_SPACE - 1 : 1);
    sv_short_name(name, &out);
    assert_string_equal(sv_text_get(&out), sv_text_get(&wanted));
    sv_text_clear(&out);
    sv_text_clear(&wanted);
}

static void first_names_become_initials(void **state)
{
    (void)state;
    becomes("Yvonne van ’t Hof", "Y._van ’t Hof");
    becomes("Fatima El Idrissi", "F._El Idrissi");
    becomes("Vincent Tjin A Djie", "V._Tjin A Djie");
    becomes("Gert-Jan Nijboer", "G.J._Nijboer");
    becomes("Ömer Şahin", "Ö._Şahin");
    becomes("IJsbrand de Wit", "IJ._de Wit");
    becomes("Łukasz Wróbel", "Ł._Wróbel");
    becomes("Елена Соколова", "Е._Соколова");
}

static void initials_stay_together(void **state)
{
    (void)state;
    becomes("O.J. Brandsma", "O.J._Brandsma");
    becomes("Frank F. Idema", "F.F._Idema");
    becomes("Bart E. J. van Eijk", "B.E.J._van Eijk");
}

static void titles_go(void **state)
{
    (void)state;
    becomes("mr. O.J. Brandsma", "O.J._Brandsma");
    becomes("prof. dr. Anna Bos", "A._Bos");
}

static void what_has_no_first_name_stays(void **state)
{
    (void)state;
    becomes("Idema", "Idema");
    becomes("van der Berg", "van der Berg");
    becomes("Jansen, Piet", "Jansen, Piet");
    becomes("محمد علي", "محمد علي");
    becomes("", "");
    becomes("-", "-");
    becomes("A", "A");
    becomes("Anna-", "Anna-");
    becomes("Anna- Bos", "A._Bos");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_names_become_initials),
        cmocka_unit_test(initials_stay_together),
        cmocka_unit_test(titles_go),
        cmocka_unit_test(what_has_no_first_name_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
