/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kinds: every word for a kind finds that kind and no other, and each kind counts as the table in the design says. */
#include <speelveld/model.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* The next of the words parted by |, into word; false at the end. */
static bool next_word(const char **list, char word[80])
{
    size_t n = strcspn(*list, "|");
    if (!**list)
        return false;
    assert_true(n < 80);
    memcpy(word, *list, n);
    word[n] = '\0';
    *list += n + ((*list)[n] == '|');
    return true;
}

static void every_word_finds_its_actor_kind(void **state)
{
    size_t n;
    const sv_actor_kind *kinds = sv_actor_kinds(&n);
    (void)state;
    assert_int_equal(n, 30);
    for (size_t i = 0; i < n; i++) {
        const char *also = kinds[i].also;
        char word[80];
        assert_ptr_equal(sv_actor_kind_find(kinds[i].id), &kinds[i]);
        assert_ptr_equal(sv_actor_kind_find(kinds[i].nl), &kinds[i]);
        assert_ptr_equal(sv_actor_kind_find(kinds[i].en), &kinds[i]);
        while (next_word(&also, word))
            assert_ptr_equal(sv_actor_kind_find(word), &kinds[i]);
    }
    assert_null(sv_actor_kind_find("bakker"));
    assert_null(sv_actor_kind_find(""));
    assert_string_equal(sv_actor_kind_find("Burger-Initiatief")->id, "residents_group");
    assert_string_equal(sv_actor_kind_find("CLIËNTENRAAD")->id, "advisory_council");
}

static void every_word_finds_its_tie_kind(void **state)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    (void)state;
    assert_int_equal(n, 11);
    for (size_t i = 0; i < n; i++) {
        const char *also = kinds[i].also;
        char word[80];
        assert_ptr_equal(sv_tie_kind_find(kinds[i].id), &kinds[i]);
        assert_ptr_equal(sv_tie_kind_find(kinds[i].nl), &kinds[i]);
        assert_ptr_equal(sv_tie_kind_find(kinds[i].en), &kinds[i]);
        while (next_word(&also, word))
            assert_ptr_equal(sv_tie_kind_find(word), &kinds[i]);
    }
    assert_null(sv_tie_kind_find("bewondert"));
    assert_null(sv_tie_kind_find(""));
}

/* id · class · political · container, from the list of actor kinds in the design. */
static void actor_kinds_are_what_they_are(void **state)
{
    static const struct {
        const char *id;
        sv_class of;
        bool political, container;
    } wanted[] = {{"actor", SV_CLASS_UNKNOWN, false, false},          {"resident", SV_CLASS_PERSON, false, false},
                  {"council_member", SV_CLASS_PERSON, true, false},   {"committee_member", SV_CLASS_PERSON, true, false},
                  {"alderman", SV_CLASS_PERSON, true, false},         {"mayor", SV_CLASS_PERSON, true, false},
                  {"clerk", SV_CLASS_PERSON, true, false},            {"welfare", SV_CLASS_ORGANISATION, false, false},
                  {"municipality", SV_CLASS_ORGANISATION, true, true}, {"council", SV_CLASS_ORGANISATION, true, true},
                  {"party", SV_CLASS_ORGANISATION, true, true},       {"committee", SV_CLASS_ORGANISATION, true, true},
                  {"residents_group", SV_CLASS_ORGANISATION, false, false}, {"advisory_council", SV_CLASS_ORGANISATION, false, false},
                  {"alliance", SV_CLASS_ALLIANCE, false, false}};
    size_t n, containers = 0;
    const sv_actor_kind *kinds = sv_actor_kinds(&n);
    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        const sv_actor_kind *kind = sv_actor_kind_find(wanted[i].id);
        assert_non_null(kind);
        assert_int_equal(kind->of, wanted[i].of);
        assert_int_equal(kind->political, wanted[i].political);
        assert_int_equal(kind->container, wanted[i].container);
    }
    for (size_t i = 0; i < n; i++)
        containers += kinds[i].container;
    assert_int_equal(containers, 4); /* municipality, council, party, committee */
    assert_string_equal(kinds[0].id, "actor"); /* the kind of an actor that names none */
}

/* id · directed · in the network · carries a route · sign · default strength, from the list of tie kinds in the design. */
static void tie_kinds_count_as_they_should(void **state)
{
    static const struct {
        const char *id;
        bool directed, in_network, carries_route;
        int sign;
        double strength;
    } wanted[] = {{"knows", false, true, true, 1, 2},        {"works_with", false, true, true, 1, 3},   {"informs", true, true, true, 1, 2},
                  {"advises", true, true, true, 1, 2},       {"influences", true, false, false, 1, NAN}, {"supports", true, true, true, 1, 2},
                  {"funds", true, false, false, 1, NAN},     {"reports_to", true, true, true, 1, 2},    {"family", false, false, true, 1, 3},
                  {"opposes", false, false, false, -1, NAN}, {"may_not_contact", true, false, false, 0, NAN}};
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    (void)state;
    assert_int_equal(n, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(kinds[i].id, wanted[i].id);
        assert_int_equal(kinds[i].directed, wanted[i].directed);
        assert_int_equal(kinds[i].in_network, wanted[i].in_network);
        assert_int_equal(kinds[i].carries_route, wanted[i].carries_route);
        assert_int_equal(kinds[i].sign, wanted[i].sign);
        assert_true(isnan(wanted[i].strength) ? isnan(kinds[i].default_strength) : kinds[i].default_strength == wanted[i].strength);
        assert_false(kinds[i].sign <= 0 && (kinds[i].in_network || kinds[i].carries_route)); /* opposition and a ban never carry a path */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_finds_its_actor_kind),
        cmocka_unit_test(every_word_finds_its_tie_kind),
        cmocka_unit_test(actor_kinds_are_what_they_are),
        cmocka_unit_test(tie_kinds_count_as_they_should),
    };
    return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}
