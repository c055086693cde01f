/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells: each type reads what people write into one canonical text, and a canonical text is read as itself. */
#include "model/cell.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/table.h"

#define NBSP "\xC2\xA0"
#define MINUS "\xE2\x88\x92"

typedef struct cell_case {
    sv_type type;
    const char *text, *canonical; /* canonical NULL: kept as it stood, with the fault */
    sv_code code;
} cell_case;

/* clang-format off */
static const cell_case cases[] = {
    {SV_TYPE_NUMBER, "2,5", "2.5", SV_E_NONE},        {SV_TYPE_NUMBER, " 1.250,50 ", "1250.5", SV_E_NONE},  {SV_TYPE_NUMBER, "-0", "0", SV_E_NONE},
    {SV_TYPE_NUMBER, "007", "7", SV_E_NONE},          {SV_TYPE_NUMBER, "zeven", NULL, SV_E_NUMBER},
    {SV_TYPE_SCALE, "4", "4", SV_E_NONE},             {SV_TYPE_SCALE, "2,5", "2.5", SV_E_NONE},             {SV_TYPE_SCALE, "5", NULL, SV_E_NUMBER_RANGE},
    {SV_TYPE_SCALE, "-1", NULL, SV_E_NUMBER_RANGE},   {SV_TYPE_SIGNED_SCALE, MINUS "4", "-4", SV_E_NONE},   {SV_TYPE_SIGNED_SCALE, "-4,01", NULL, SV_E_NUMBER_RANGE},
    {SV_TYPE_SHARE, "80%", "0.8", SV_E_NONE},         {SV_TYPE_SHARE, "0,8", "0.8", SV_E_NONE},             {SV_TYPE_SHARE, "80", NULL, SV_E_NUMBER_RANGE},
    {SV_TYPE_WEIGHT, "0,125", "0.125", SV_E_NONE},    {SV_TYPE_WEIGHT, "0", NULL, SV_E_NUMBER_RANGE},       {SV_TYPE_WEIGHT, "1e300", "1e+300", SV_E_NONE},
    {SV_TYPE_COUNT, "12", "12", SV_E_NONE},           {SV_TYPE_COUNT, "2,5", NULL, SV_E_NUMBER_WHOLE},            {SV_TYPE_COUNT, "-1", NULL, SV_E_NUMBER_RANGE},
    /* euros: what stands before three digits parts thousands */
    {SV_TYPE_AMOUNT, "25.000", "25000", SV_E_NONE},   {SV_TYPE_AMOUNT, "25,000", "25000", SV_E_NONE},       {SV_TYPE_AMOUNT, "1.250,50", "1250.5", SV_E_NONE},
    {SV_TYPE_AMOUNT, "€ 40.000,-", "40000", SV_E_NONE}, {SV_TYPE_AMOUNT, "€1.250.000", "1250000", SV_E_NONE}, {SV_TYPE_AMOUNT, "12,50", "12.5", SV_E_NONE},
    {SV_TYPE_AMOUNT, "24 000", "24000", SV_E_NONE},   {SV_TYPE_AMOUNT, "-5", NULL, SV_E_NUMBER_RANGE},      {SV_TYPE_AMOUNT, "veel", NULL, SV_E_NUMBER},
    {SV_TYPE_AMOUNT, "€", NULL, SV_E_NUMBER},
    {SV_TYPE_YESNO, "ja", "true", SV_E_NONE},         {SV_TYPE_YESNO, "Nee", "false", SV_E_NONE},           {SV_TYPE_YESNO, "x", "true", SV_E_NONE},
    {SV_TYPE_YESNO, "WAAR", "true", SV_E_NONE},       {SV_TYPE_YESNO, "0", "false", SV_E_NONE},             {SV_TYPE_YESNO, "misschien", NULL, SV_E_YESNO},
    {SV_TYPE_DATE, "1-3-2026", "2026-03-01", SV_E_NONE}, {SV_TYPE_DATE, "2026-03-01T12:00", "2026-03-01", SV_E_NONE}, {SV_TYPE_DATE, "30-2-2026", NULL, SV_E_DATE},
    {SV_TYPE_DATE, "1 maart 2026", "2026-03-01", SV_E_NONE}, {SV_TYPE_DATE, "2024", NULL, SV_E_DATE_YEAR}, {SV_TYPE_DATE, "mrt 2026", NULL, SV_E_DATE_MONTH},
    {SV_TYPE_TIME, "9:30", "09:30", SV_E_NONE},       {SV_TYPE_TIME, "19.30", "19:30", SV_E_NONE},          {SV_TYPE_TIME, "24:00", NULL, SV_E_TIME},
    {SV_TYPE_TIME, "12:60", NULL, SV_E_TIME},         {SV_TYPE_TIME, "12", NULL, SV_E_TIME},                {SV_TYPE_TIME, "-1:30", NULL, SV_E_TIME},
    {SV_TYPE_TIME, "12:30u", NULL, SV_E_TIME},
    {SV_TYPE_LIST, "zorg; wonen |werk", "zorg|wonen|werk", SV_E_NONE}, {SV_TYPE_LIST, "|zorg||", "zorg", SV_E_NONE}, {SV_TYPE_LIST, "a\\|b|c\\;d", "a\\|b|c\\;d", SV_E_NONE},
    {SV_TYPE_LIST, "a\\b", "a\\\\b", SV_E_NONE},      {SV_TYPE_SPOKESPERSONS, "zorg: jan;wonen:els", "zorg: jan|wonen:els", SV_E_NONE},
    {SV_TYPE_NAME, "  Jan\tde Boer " NBSP, "Jan\tde Boer", SV_E_NONE}, {SV_TYPE_TEXT, " twee \n regels ", " twee \n regels ", SV_E_NONE},
    {SV_TYPE_ACTOR_KIND, "Raadslid", "council_member", SV_E_NONE}, {SV_TYPE_ACTOR_KIND, "council member", "council_member", SV_E_NONE},
    {SV_TYPE_ACTOR_KIND, "bakker", NULL, SV_E_KIND_UNKNOWN},
    {SV_TYPE_TIE_KIND, "werkt samen met", "works_with", SV_E_NONE}, {SV_TYPE_TIE_KIND, "be\xC3\xAFnvloedt", "influences", SV_E_NONE},
    {SV_TYPE_TIE_KIND, "bewondert", NULL, SV_E_TIE_KIND_UNKNOWN},
    /* positions: the sign of a number is never lost in a comparison of words */
    {SV_TYPE_POSITION, "-4", "-4", SV_E_NONE},        {SV_TYPE_POSITION, MINUS "4", "-4", SV_E_NONE},       {SV_TYPE_POSITION, "4", "4", SV_E_NONE},
    {SV_TYPE_POSITION, "sterk tegen", "-4", SV_E_NONE}, {SV_TYPE_POSITION, "Sterk voor", "4", SV_E_NONE},   {SV_TYPE_POSITION, "voor", "2", SV_E_NONE},
    {SV_TYPE_POSITION, "-2", "-2", SV_E_NONE},        {SV_TYPE_POSITION, "2", "2", SV_E_NONE},              {SV_TYPE_POSITION, "tegen", "-2", SV_E_NONE},
    {SV_TYPE_POSITION, "neutraal", "0", SV_E_NONE},   {SV_TYPE_POSITION, "0", "0", SV_E_NONE},              {SV_TYPE_POSITION, "onbekend", "unknown", SV_E_NONE},
    {SV_TYPE_POSITION, "?", "unknown", SV_E_NONE},    {SV_TYPE_POSITION, "-1,5", "-1.5", SV_E_NONE},        {SV_TYPE_POSITION, "-5", NULL, SV_E_NUMBER_RANGE},
    {SV_TYPE_POSITION, "strongly in favour", "4", SV_E_NONE}, {SV_TYPE_POSITION, "boos", NULL, SV_E_WORD},
    {SV_TYPE_DIRECTION, "heen", "forward", SV_E_NONE}, {SV_TYPE_DIRECTION, "wederzijds", "both", SV_E_NONE}, {SV_TYPE_DIRECTION, "->", "forward", SV_E_NONE},
    {SV_TYPE_DIRECTION, "<-", "back", SV_E_NONE},     {SV_TYPE_DIRECTION, "<->", "both", SV_E_NONE},        {SV_TYPE_DIRECTION, "weg", NULL, SV_E_WORD},
    {SV_TYPE_INVOLVEMENT, "meebeslissen", "co_decide", SV_E_NONE}, {SV_TYPE_COMPETENT, "gemeenteraad", "council", SV_E_NONE},
    {SV_TYPE_COMPETENT, "College van B&W", "college", SV_E_NONE}, {SV_TYPE_PHASE, "besluitvormend", "decision_making", SV_E_NONE},
    {SV_TYPE_VISIBILITY, "openbaar", "public", SV_E_NONE}, {SV_TYPE_VISIBILITY, "prive", "private", SV_E_NONE}, {SV_TYPE_VISIBILITY, "geheim", NULL, SV_E_WORD},
    {SV_TYPE_NUMBER, NBSP, "", SV_E_NONE}, /* a hard space alone is an empty cell */
};
/* clang-format on */
enum { n_cases = sizeof cases / sizeof *cases };

/* More texts to put into every type: whatever stands in a cell, it is read or kept, never lost. */
static const char *const odd[] = {"a||b", "|a",   "a|",     "\\",  "a\\",   "a\\\\",  "a\\|",  "a ;b", NBSP,   "a" NBSP, NBSP "a",  " a",        "a ",
                                  "1.50", "+1",   "1e3",    "0.5", "true",  "19:30",  "1930",  "9:5",  "team", "knows",  "person",  "2026-03-01", "12.125",
                                  "1,000", "1e-7", "5e-324", "-", "unknown", "co_know", "forward", "x;y", "\t",  "exploring", "a\nb", "Actor",      "\\;|b"};
enum { n_odd = sizeof odd / sizeof *odd };

static void reads_what_people_write(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_cases; i++) {
        const cell_case *c = &cases[i];
        sv_text canonical = {0};
        const char *expected;
        sv_code code;
        assert_true(sv_cell_read(c->type, c->text, &canonical, &code, &expected));
        if (code != c->code || strcmp(sv_text_get(&canonical), c->canonical ? c->canonical : c->text) != 0)
            fail_msg("type %d \"%s\" is read as \"%s\", %s", c->type, c->text, sv_text_get(&canonical), sv_code_id(code));
        assert_true(code == SV_E_NONE || code == SV_E_DATE || code == SV_E_DATE_YEAR || code == SV_E_DATE_MONTH || code == SV_E_TIME ||
                    *expected); /* what could have stood there is said */
        sv_text_clear(&canonical);
    }
}

/* What was read without a fault reads as itself (but for amounts, where 12.125 was twelve euros and is now thousands). */
static void assert_settled(sv_type type, const char *text)
{
    sv_text once = {0}, twice = {0};
    const char *expected;
    sv_code code;
    bool sound;
    assert_true(sv_cell_read(type, text, &once, &code, &expected));
    sound = code == SV_E_NONE;
    if (once.length && sound) {
        assert_true(sv_cell_read(type, once.bytes, &twice, &code, &expected));
        if (code != SV_E_NONE || strcmp(once.bytes, twice.bytes) != 0)
            fail_msg("type %d \"%s\" becomes \"%s\", and that becomes \"%s\"", type, text, once.bytes, twice.bytes);
        assert_true(sv_cell_is_canonical(type, once.bytes));
    }
    if (*text && sv_cell_is_canonical(type, text) != (sound && strcmp(sv_text_get(&once), text) == 0))
        fail_msg("type %d \"%s\" is %scanonical, and is read as \"%s\"", type, text, sv_cell_is_canonical(type, text) ? "" : "not ", once.bytes);
    sv_text_clear(&once);
    sv_text_clear(&twice);
}

static void canonical_texts_stay(void **state)
{
    (void)state;
    for (int type = 0; type < SV_TYPES; type++) {
        if (type == SV_TYPE_AMOUNT)
            continue;
        for (size_t i = 0; i < n_cases; i++)
            assert_settled((sv_type)type, cases[i].text);
        for (size_t i = 0; i < n_odd; i++)
            assert_settled((sv_type)type, odd[i]);
    }
    assert_true(sv_cell_is_canonical(SV_TYPE_AMOUNT, "12.125"));
    assert_true(sv_cell_is_canonical(SV_TYPE_AMOUNT, "25000"));
    assert_false(sv_cell_is_canonical(SV_TYPE_AMOUNT, "€ 25"));
    assert_false(sv_cell_is_canonical(SV_TYPE_AMOUNT, "25%"));
}

static void numbers_keep_their_range(void **state)
{
    static const struct {
        sv_type type;
        double low, high; /* the last ones that are fine */
    } ranges[] = {{SV_TYPE_SCALE, 0, 4}, {SV_TYPE_SIGNED_SCALE, -4, 4}, {SV_TYPE_SHARE, 0, 1}, {SV_TYPE_POSITION, -4, 4}, {SV_TYPE_COUNT, 0, 1e15}};
    const char *expected;
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        assert_true(sv_cell_is_number(ranges[i].type));
        assert_int_equal(sv_cell_check_number(ranges[i].type, ranges[i].low, &expected), SV_E_NONE);
        assert_int_equal(sv_cell_check_number(ranges[i].type, ranges[i].high, &expected), SV_E_NONE);
        assert_int_equal(sv_cell_check_number(ranges[i].type, nextafter(ranges[i].low, -HUGE_VAL), &expected), SV_E_NUMBER_RANGE);
        assert_int_equal(sv_cell_check_number(ranges[i].type, nextafter(ranges[i].high, HUGE_VAL), &expected), SV_E_NUMBER_RANGE);
        assert_true(*expected);
    }
    assert_int_equal(sv_cell_check_number(SV_TYPE_NUMBER, NAN, &expected), SV_E_NUMBER);
    assert_int_equal(sv_cell_check_number(SV_TYPE_NUMBER, HUGE_VAL, &expected), SV_E_NUMBER);
    assert_int_equal(sv_cell_check_number(SV_TYPE_WEIGHT, 0x1p-1022, &expected), SV_E_NONE);
    assert_int_equal(sv_cell_check_number(SV_TYPE_WEIGHT, 0x1p-1023, &expected), SV_E_NUMBER_RANGE); /* 1 / it would not be finite */
    assert_false(sv_cell_is_number(SV_TYPE_NAME));
}

/* A name of 1000 characters is fine, also when those take more bytes; one more is not. Nothing is cut. */
static void long_texts_are_refused(void **state)
{
    char *name = calloc(1, 2 * (SV_NAME_LIMIT + 1) + 1), *note = calloc(1, SV_TEXT_LIMIT + 2);
    sv_text canonical = {0};
    const char *expected;
    sv_code code;
    (void)state;
    for (size_t i = 0; i < SV_NAME_LIMIT; i++)
        memcpy(name + 2 * i, "\xC3\xA9", 2);
    assert_true(sv_cell_read(SV_TYPE_NAME, name, &canonical, &code, &expected) && code == SV_E_NONE);
    sv_text_clear(&canonical);
    assert_true(sv_cell_is_canonical(SV_TYPE_NAME, name));
    strcat(name, "x");
    assert_true(sv_cell_read(SV_TYPE_NAME, name, &canonical, &code, &expected) && code == SV_E_TEXT_LONG);
    assert_string_equal(canonical.bytes, name);
    assert_false(sv_cell_is_canonical(SV_TYPE_NAME, name));
    assert_string_equal(expected, "1000");
    sv_text_clear(&canonical);
    memset(note, 'n', SV_TEXT_LIMIT);
    assert_true(sv_cell_read(SV_TYPE_TEXT, note, &canonical, &code, &expected) && code == SV_E_NONE);
    sv_text_clear(&canonical);
    note[SV_TEXT_LIMIT] = 'n';
    assert_true(sv_cell_read(SV_TYPE_TEXT, note, &canonical, &code, &expected) && code == SV_E_TEXT_LONG);
    assert_false(sv_cell_is_canonical(SV_TYPE_TEXT, note));
    sv_text_clear(&canonical);
    free(name);
    free(note);
}

/* Any parts survive being put into a list and taken out again. */
static void lists_hold_any_parts(void **state)
{
    static const char *const parts[] = {"zorg", "a|b", "c;d", "e\\f", "\\|;", "g h", "\xC3\xA9"};
    sv_text list = {0}, part = {0};
    sv_list_cursor cursor;
    size_t n = 0;
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        sv_list_add(&list, parts[i]);
    assert_true(sv_cell_is_canonical(SV_TYPE_LIST, list.bytes));
    cursor = (sv_list_cursor){list.bytes};
    while (sv_list_next(&cursor, &part))
        assert_string_equal(part.bytes, parts[n++]);
    assert_int_equal(n, sizeof parts / sizeof *parts);
    cursor = (sv_list_cursor){""};
    assert_false(sv_list_next(&cursor, &part));
    sv_text_clear(&part);
    sv_text_clear(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_people_write),  cmocka_unit_test(canonical_texts_stay),   cmocka_unit_test(numbers_keep_their_range),
        cmocka_unit_test(long_texts_are_refused), cmocka_unit_test(lists_hold_any_parts),
    };
    return cmocka_run_group_tests_name("cell", tests, NULL, NULL);
}
