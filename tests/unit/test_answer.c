/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Answers: sentences, facts and tables as people read them, as CSV and as JSON, in both languages, and with names
 * that would be something else to a terminal, a spreadsheet or a sentence.
 */
/* wraps: malloc calloc realloc */

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cJSON.h>
#include <cmocka.h>

#include "answering.h"
#include "failing_memory.h"
#include "model/table.h"
#include "support.h"

static const answer_column columns[] = {{"who", "this actor", 0}, {"share", "alike", 2}, {"since", NULL, 0}, {"free", "because", 0}};

/* One of everything. */
static void say_everything(answer *to)
{
    answer_say(to, "{who} waits {n} days, {share} of all.",
               SAYS(SAY_ACTOR("who", to->map, 0), SAY_COUNT("n", 3), SAY_NUMBER("share", 0.25, 2)));
    answer_say(to, "Since {day}.", SAYS(SAY_DATE("day", 20260309)));
    answer_item(to, "one", SAYS());
    answer_item(to, "two", SAYS());
    answer_table(to, "people", "the same party", columns, 4);
    answer_cell_actor(to, 0);
    answer_cell_number(to, 0.5);
    answer_cell_date(to, 20260309);
    answer_cell_yes(to, true);
    answer_cell_actor(to, SV_NO_ROW);
    answer_cell_number(to, NAN);
    answer_cell_date(to, 0);
    answer_cell_word(to, "private", "private");
    answer_row_say(to, "Of nobody", SAYS());
    answer_row_say(to, "is anything known.", SAYS());
    answer_heading(to, "the same name", SAYS());
    answer_note(to, "Nothing was changed.", SAYS());
    answer_fact(to, "n", 2);
    answer_fact(to, "none", NAN);
    answer_fact_text(to, "word", "a \"b\"");
    answer_fact_actor(to, "who", 1);
    answer_fact_actor(to, "nobody", SV_NO_ROW);
}

static void people_read_english(void **state)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_TABLE, SV_ENGLISH);
    (void)state;
    say_everything(&made);
    assert_answer(&made, "Het plein\n"
                         "internal · 1 October 2026\n"
                         "\n"
                         "Anna Smit waits 3 days, 0.25 of all. Since 9 March 2026.\n"
                         "\n"
                         "- one\n"
                         "- two\n"
                         "\n"
                         "the same party\n"
                         "  this actor  alike  because\n"
                         "  Anna Smit    0.50  yes\n"
                         "  –               –  private\n"
                         "\n"
                         "  2. Of nobody is anything known.\n"
                         "\n"
                         "the same name\n"
                         "\n"
                         "Nothing was changed.\n");
    sv_map_free(map);
}

/* Words that have a Dutch text already; sentences of these tests have none, and stay as they are. */
static void people_read_dutch(void **state)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_TABLE, SV_DUTCH);
    (void)state;
    answer_say(&made, "{share} {day} {none}",
               SAYS(SAY_NUMBER("share", 1234.5, 1), SAY_DATE("day", 20260309), SAY_NUMBER("none", HUGE_VAL, 1)));
    answer_table(&made, "people", "the same party", columns, 4);
    answer_cell_actor(&made, 0);
    answer_cell_number(&made, 0.5);
    answer_cell_date(&made, 20260309);
    answer_cell_word(&made, "private", "private");
    assert_answer(&made, "Het plein\n"
                         "intern · 1 oktober 2026\n"
                         "\n"
                         "1234,5 9 maart 2026 –\n"
                         "\n"
                         "dezelfde partij\n"
                         "  deze actor  gelijkenis  omdat\n"
                         "  Anna Smit         0,50  privé\n");
    sv_map_free(map);
}

static void spreadsheets_get_the_first_table(void **state)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_CSV, SV_ENGLISH);
    (void)state;
    say_everything(&made);
    assert_answer(&made, "\xEF\xBB\xBFthis actor;alike;because\r\nAnna Smit;0.50;yes\r\n–;–;private\r\n");
    sv_map_free(map);
}

static const cJSON *member(const cJSON *object, const char *key)
{
    const cJSON *found = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!found)
        fail_msg("there is no \"%s\"", key);
    return found;
}

static void assert_text(const cJSON *object, const char *key, const char *wanted)
{
    assert_string_equal(cJSON_GetStringValue(member(object, key)), wanted);
}

static void programs_read_json(void **state)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_JSON, SV_DUTCH);
    cJSON *json;
    const cJSON *facts, *row;
    char *text;
    (void)state;
    say_everything(&made);
    text = end_answer(&made);
    json = cJSON_Parse(text);
    assert_text(json, "answer", "test");
    assert_text(json, "map", "Het plein");
    assert_text(json, "audience", "team");
    assert_text(json, "as_of", "2026-10-01");
    facts = member(json, "facts");
    assert_true(member(facts, "n")->valuedouble == 2);
    assert_true(cJSON_IsNull(member(facts, "none")));
    assert_text(facts, "word", "a \"b\"");
    assert_text(member(facts, "who"), "name", "Bas {who}");
    assert_true(cJSON_IsNull(member(facts, "nobody")));
    assert_int_equal(cJSON_GetArraySize(member(json, "sentences")), 4); /* headings and tables are none */
    assert_int_equal(cJSON_GetArraySize(member(json, "notes")), 1);
    row = cJSON_GetArrayItem(member(json, "people"), 0);
    assert_text(member(row, "who"), "id", "a");
    assert_text(row, "since", "2026-03-09"); /* a column that people do not see */
    assert_true(cJSON_IsTrue(member(row, "free")));
    assert_null(cJSON_GetObjectItem(row, "sentence"));
    row = cJSON_GetArrayItem(member(json, "people"), 1);
    assert_true(cJSON_IsNull(member(row, "who")) && cJSON_IsNull(member(row, "share")) && cJSON_IsNull(member(row, "since")));
    assert_text(row, "free", "private"); /* the id, in any language */
    assert_text(row, "sentence", "Of nobody is anything known.");
    cJSON_Delete(json);
    free(text);
    sv_map_free(map);
}

/* ---- Sentences ---- */

static void assert_filled(const char *message, const answer_value *values, const char *wanted)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_TABLE, SV_ENGLISH);
    sv_text text = {0};
    answer_fill(&made, message, values, &text);
    assert_string_equal(sv_text_get(&text), wanted);
    sv_text_clear(&text);
    sv_map_free(map);
}

static void values_are_never_filled_again(void **state)
{
    (void)state;
    assert_filled("{who} and {whom}", SAYS(SAY_TEXT("who", "{whom}"), SAY_TEXT("whom", "{who} {{}} }{")), "{whom} and {who} {{}} }{");
    assert_filled("{nobody}, {who", SAYS(SAY_TEXT("who", "A")), "{nobody}, {who");
    assert_filled("a } b {who}{who}", SAYS(SAY_TEXT("who", "A")), "a } b AA");
    assert_filled("{who}", SAYS(SAY_TEXT("who", "%s %n & <b>")), "%s %n & <b>");
    assert_filled("", SAYS(), "");
}

/* A name is one line, and gives no orders to a terminal: ESC, the one-byte CSI, DEL and line separators are spaces. */
static void names_stay_in_their_line(void **state)
{
    (void)state;
    assert_filled("[{who}]", SAYS(SAY_TEXT("who", "a\nb\r\nc\td")), "[a b  c d]");
    assert_filled("[{who}]",
                  SAYS(SAY_TEXT("who", "\033[31mred\x7F \xC2\x9B"
                                       "1m\xE2\x80\xA8x\xE2\x80\xA9")),
                  "[ [31mred   1m x ]");
    assert_filled("[{who}]", SAYS(SAY_TEXT("who", "Özgür\xC2\xA0Ünal 😀")), "[Özgür\xC2\xA0Ünal 😀]");
}

static void names_are_joined(void **state)
{
    static const char *const names[] = {"Anna", "Bas", "Carla"};
    static const char *const wanted[2][3] = {{"Anna", "Anna and Bas", "Anna, Bas and Carla"},
                                             {"Anna", "Anna en Bas", "Anna, Bas en Carla"}};
    sv_map *map = two_people();
    (void)state;
    for (int language = 0; language < 2; language++)
        for (size_t n = 1; n <= 3; n++) {
            answer made = begin_answer(map, SV_REPORT_TABLE, (sv_language)language);
            sv_text list = {0};
            for (size_t i = 0; i < n; i++)
                answer_join(&made, &list, names[i], i, n);
            assert_string_equal(sv_text_get(&list), wanted[language][n - 1]);
            sv_text_clear(&list);
        }
    sv_map_free(map);
}

/* ---- Tables ---- */

/* Of a hundred rows some have a sentence: each stands with the number of its own row. */
static void sentences_stay_with_their_rows(void **state)
{
    static const answer_column one[] = {{"n", "alike", 0}};
    sv_map *map = two_people();
    answer made = begin_answer(map, SV_REPORT_JSON, SV_ENGLISH);
    const cJSON *row;
    cJSON *json;
    char *text;
    int i = 0;
    (void)state;
    answer_table(&made, "t", NULL, one, 1);
    for (int n = 0; n < 100; n++) {
        answer_cell_number(&made, n);
        if (n % 7 == 3)
            answer_row_say(&made, "row {n}", SAYS(SAY_COUNT("n", n)));
    }
    text = end_answer(&made);
    json = cJSON_Parse(text);
    cJSON_ArrayForEach(row, member(json, "t"))
    {
        char wanted[16];
        snprintf(wanted, sizeof wanted, "row %d", i);
        if (i++ % 7 == 3)
            assert_text(row, "sentence", wanted);
        else
            assert_null(cJSON_GetObjectItem(row, "sentence"));
    }
    assert_int_equal(i, 100);
    cJSON_Delete(json);
    free(text);
    sv_map_free(map);
}

static void nothing_to_tell(void **state)
{
    sv_map *map = sv_map_new();
    answer made;
    (void)state;
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    answer_begin(&made, "test", map, &(sv_answer_options){.audience = SV_PUBLIC});
    assert_answer(&made, "public\n");
    answer_begin(&made, "test", map, &(sv_answer_options){.format = SV_REPORT_CSV});
    answer_say(&made, "none", SAYS());
    assert_answer(&made, "");
    sv_map_free(map);
}

/* A cell without a table, or a sentence without a row, is no answer. */
static void misuse_is_no_answer(void **state)
{
    static const answer_column one[] = {{"n", "alike", 0}};
    sv_map *map = two_people();
    char *text;
    size_t length;
    (void)state;
    for (int i = 0; i < 2; i++) {
        answer made = begin_answer(map, SV_REPORT_TABLE, SV_ENGLISH);
        if (i == 0) {
            answer_cell(&made, "x");
        } else {
            answer_table(&made, "t", NULL, one, 1);
            answer_row_say(&made, "x", SAYS());
        }
        assert_int_equal(answer_end(&made, &text, &length, NULL), SV_MEMORY);
        assert_null(text);
    }
    sv_map_free(map);
}

/* ---- Without memory ---- */

static sv_status tell(sv_report_format format, size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = two_people();
    answer made = begin_answer(map, format, SV_DUTCH);
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    memory_fails_at(fail_at);
    say_everything(&made);
    status = answer_end(&made, &text, &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_map_free(map);
    return status;
}

static sv_status as_table(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(SV_REPORT_TABLE, fail_at, result, failed);
}

static sv_status as_csv(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(SV_REPORT_CSV, fail_at, result, failed);
}

static sv_status as_json(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(SV_REPORT_JSON, fail_at, result, failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_read_english),
        cmocka_unit_test(people_read_dutch),
        cmocka_unit_test(spreadsheets_get_the_first_table),
        cmocka_unit_test(programs_read_json),
        cmocka_unit_test(values_are_never_filled_again),
        cmocka_unit_test(names_stay_in_their_line),
        cmocka_unit_test(names_are_joined),
        cmocka_unit_test(sentences_stay_with_their_rows),
        cmocka_unit_test(nothing_to_tell),
        cmocka_unit_test(misuse_is_no_answer),
        TORTURE_MEMORY(as_table),
        TORTURE_MEMORY(as_csv),
        TORTURE_MEMORY(as_json),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
