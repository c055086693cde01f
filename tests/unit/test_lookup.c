/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lookup: what was put under a key is found under it, and under no other. */
#include "base/lookup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void empty_holds_nothing(void **state)
{
    sv_lookup lookup = {0};
    (void)state;
    assert_int_equal(sv_lookup_get(&lookup, ""), SV_LOOKUP_NONE);
    assert_int_equal(sv_lookup_get(&lookup, "x"), SV_LOOKUP_NONE);
    sv_lookup_clear(&lookup);
}

/* Keys are texts, not places in memory; the later number stands; "" is a key like any other. */
static void the_last_one_stands(void **state)
{
    sv_lookup lookup = {0};
    char same[] = "sleutel";
    (void)state;
    assert_true(sv_lookup_put(&lookup, "sleutel", 1));
    assert_true(sv_lookup_put(&lookup, "", 0));
    assert_int_equal(sv_lookup_get(&lookup, same), 1);
    assert_true(sv_lookup_put(&lookup, same, 2));
    assert_int_equal(sv_lookup_get(&lookup, "sleutel"), 2);
    assert_int_equal(sv_lookup_get(&lookup, ""), 0);
    assert_int_equal(lookup.n, 2);
    sv_lookup_clear(&lookup);
    assert_int_equal(sv_lookup_get(&lookup, "sleutel"), SV_LOOKUP_NONE);
}

enum { many = 20000 };

static void holds_many(void **state)
{
    static char keys[many][12];
    sv_lookup lookup = {0};
    (void)state;
    for (size_t i = 0; i < many; i++) {
        snprintf(keys[i], sizeof keys[i], "k%zu", i * 7);
        assert_true(sv_lookup_put(&lookup, keys[i], i));
    }
    assert_int_equal(lookup.n, many);
    assert_true(lookup.n * 3 <= lookup.capacity * 2); /* never more than two thirds full, so a search always ends */
    for (size_t i = 0; i < many; i++) {
        char key[16];
        assert_int_equal(sv_lookup_get(&lookup, keys[i]), i);
        snprintf(key, sizeof key, "k%zu", i * 7 + 1);
        assert_int_equal(sv_lookup_get(&lookup, key), SV_LOOKUP_NONE);
    }
    sv_lookup_clear(&lookup);
}

/* Found by any text that folds to the key, also in other scripts; never by a text that only begins so. */
static void finds_what_folds_to_a_key(void **state)
{
    static const struct {
        const char *text, *key;
    } pairs[] = {{"Zo\xC3\xAB \xC3\x9Cnal", "zoeunal"}, {"ZOE-UNAL", "zoeunal"}, {"\xE4\xBA\xAC\xE9\x83\xBD", "\xE4\xBA\xAC\xE9\x83\xBD"},
                 {"\xF0\x9F\x98\x80 X", "\xF0\x9F\x98\x80x"}, {"\xC5\x81uk", "luk"}, {"", ""}, {" '", ""}};
    sv_lookup lookup = {0};
    (void)state;
    assert_int_equal(sv_lookup_get_folded(&lookup, "zoe"), SV_LOOKUP_NONE);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(sv_lookup_put(&lookup, pairs[i].key, i));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_int_equal(sv_lookup_get_folded(&lookup, pairs[i].text), sv_lookup_get(&lookup, pairs[i].key));
    assert_int_equal(sv_lookup_get_folded(&lookup, "Zo\xC3\xAB \xC3\x9Cna"), SV_LOOKUP_NONE);
    assert_int_equal(sv_lookup_get_folded(&lookup, "Zo\xC3\xAB \xC3\x9Cnaly"), SV_LOOKUP_NONE);
    sv_lookup_clear(&lookup);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_holds_nothing),
        cmocka_unit_test(the_last_one_stands),
        cmocka_unit_test(holds_many),
        cmocka_unit_test(finds_what_folds_to_a_key),
    };
    return cmocka_run_group_tests_name("lookup", tests, NULL, NULL);
}
