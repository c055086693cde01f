/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Answers: sentences, facts and tables as people read them, as CSV and as JSON, in both languages, and with names
 * that would be something else to a terminal, a spreadsheet or a sentence.
 */
/* wraps: malloc calloc realloc */

#include "report/answer.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>
#include <cmocka.h>

#include "failing_memory.h"
#include "model/table.h"
#include "support.h"

enum { page = 100 };

static const answer_column columns[] = {{"who", "this actor", 0}, {"share", "alike", 2}, {"since", NULL, 0}, {"free", "because", 0}};

static sv_map *two_people(void)
{
    return map_of("= Map\ntitle\nHet plein\n= Actors\nid;name\na;Anna Smit\nb;Bas {who}\n", NULL);
}

static answer begin(const sv_map *map, sv_report_format format, sv_language language)
{
    answer made;
    answer_begin(&made, "test", map, &(sv_answer_options){.format = format, .language = language, .audience = SV_TEAM, .as_of = 20261001});
    return made;
}

static char *end(answer *made)
{
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(answer_end(made, &text, &length, NULL), SV_OK);
    assert_int_equal(strlen(text), length);
    return text;
}

static void assert_answer(answer *made, const char *wanted)
{
    char *text = end(made);
    assert_string_equal(text, wanted);
    free(text);
}

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
    answer made = begin(map, SV_REPORT_TABLE, SV_ENGLISH);
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
    answer made = begin(map, SV_REPORT_TABLE, SV_DUTCH);
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
    answer made = begin(map, SV_REPORT_CSV, SV_ENGLISH);
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
    answer made = begin(map, SV_REPORT_JSON, SV_DUTCH);
    cJSON *json;
    const cJSON *facts, *row;
    char *text;
    (void)state;
    say_everything(&made);
    text = end(&made);
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
    answer made = begin(map, SV_REPORT_TABLE, SV_ENGLISH);
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
            answer made = begin(map, SV_REPORT_TABLE, (sv_language)language);
            sv_text list = {0};
            for (size_t i = 0; i < n; i++)
                answer_join(&made, &list, names[i], i, n);
            assert_string_equal(sv_text_get(&list), wanted[language][n - 1]);
            sv_text_clear(&list);
        }
    sv_map_free(map);
}

/* ---- The page ---- */

/* The words of a text, one space between them. */
static void add_words(sv_text *words, const char *text)
{
    for (; *text; text += strcspn(text, " \n")) {
        text += strspn(text, " \n");
        if (words->length && *text)
            sv_text_add_char(words, ' ');
        sv_text_add_n(words, text, strcspn(text, " \n"));
    }
}

/* No line is wider than the page, unless it is one word; and none could have taken the first word of the next. An item begins with "- ". */
static void assert_wrapped(const char *text, size_t indent)
{
    size_t before = 0;
    for (bool first = true; *text; first = false) {
        size_t n = strcspn(text, "\n"), start = strspn(text, " "), word = strcspn(text + start, " \n");
        char *line = strndup(text, n), *opening = strndup(text + start, word);
        size_t width = sv_utf8_width(line);
        assert_true(width <= page || !strchr(line + (first ? indent : start), ' '));
        if (!first) {
            assert_int_equal(start, indent);
            assert_true(before + 1 + sv_utf8_width(opening) > page);
        }
        before = width;
        free(line);
        free(opening);
        text += n + (text[n] == '\n');
    }
}

static void random_words(sv_text *text, unsigned long long *seed)
{
    static const char *const letters[] = {"a", "é", "中", "x", "'"};
    for (unsigned i = draw_number(seed, 60); i-- > 0;) {
        for (unsigned k = draw_number(seed, draw_number(seed, 12) == 0 ? 150 : 14); k-- > 0;)
            sv_text_add(text, letters[draw_number(seed, 5)]);
        for (unsigned k = 1 + draw_number(seed, 2); k-- > 0;)
            sv_text_add_char(text, ' ');
    }
}

static void lines_fit_the_page(void **state)
{
    static const char head[] = "Het plein\ninternal · 1 October 2026\n\n";
    unsigned long long seed = 7;
    (void)state;
    for (int i = 0; i < 300; i++) {
        sv_map *map = two_people();
        answer made = begin(map, SV_REPORT_TABLE, SV_ENGLISH);
        sv_text given = {0}, words = {0}, found = {0};
        bool item = i % 2;
        char *text;
        random_words(&given, &seed);
        if (item)
            answer_item(&made, "{text}", SAYS(SAY_TEXT("text", sv_text_get(&given))));
        else
            for (int part = 0; part < 2; part++) /* two sentences make one paragraph */
                answer_say(&made, "{text}", SAYS(SAY_TEXT("text", sv_text_get(&given))));
        text = end(&made);
        assert_memory_equal(text, head, strlen(head));
        assert_wrapped(text + strlen(head), item ? 2 : 0);
        for (int part = item; part < 2; part++)
            add_words(&words, sv_text_get(&given));
        add_words(&found, text + strlen(head) + (item ? 2 : 0));
        assert_string_equal(sv_text_get(&found), sv_text_get(&words));
        sv_text_clear(&given);
        sv_text_clear(&words);
        sv_text_clear(&found);
        free(text);
        sv_map_free(map);
    }
}

/* The title is the map's, and could be made to look as if we said who may see the answer. */
static void title_is_one_line(void **state)
{
    sv_map *map = sv_map_new();
    answer made;
    (void)state;
    assert_true(sv_table_put(map, SV_ABOUT, sv_table_row(map, SV_ABOUT, NULL, 2), SV_ABOUT_TITLE, "Plein\npublic\033[2J", NULL));
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    answer_begin(&made, "test", map, &(sv_answer_options){.audience = SV_PRIVATE});
    assert_answer(&made, "Plein public [2J\nprivate\n");
    sv_map_free(map);
}

/* ---- Tables ---- */

/* Long cells are cut for people, and nothing a person wrote is a formula to a spreadsheet, also in a column of numbers. */
static void cells_are_harmless(void **state)
{
    static const answer_column two[] = {{"a", "alike", 0}, {"b", "because", 0}};
    static const char *const hostile[] = {"=1+1", "+cmd", "-x", "@a", "a;\"b\"\nc", "\t=1"};
    sv_map *map = two_people();
    (void)state;
    for (int format = 0; format < 2; format++) {
        answer made = begin(map, format ? SV_REPORT_CSV : SV_REPORT_TABLE, SV_ENGLISH);
        answer_table(&made, "t", NULL, two, 2);
        answer_cell_number(&made, -5);
        answer_cell(&made, "1234567890123456789012345678901234567890123456789");
        for (size_t i = 0; i < 6; i++)
            answer_cell(&made, hostile[i]);
        assert_answer(&made, format ? "\xEF\xBB\xBF"
                                      "alike;because\r\n"
                                      "-5;1234567890123456789012345678901234567890123456789\r\n"
                                      "'=1+1;'+cmd\r\n"
                                      "'-x;'@a\r\n"
                                      "\"a;\"\"b\"\"\nc\";'\t=1\r\n"
                                    : "Het plein\n"
                                      "internal · 1 October 2026\n"
                                      "\n"
                                      "    alike  because\n"
                                      "       -5  12345678901234567890123456789012345678901234567…\n"
                                      "     =1+1  +cmd\n"
                                      "       -x  @a\n"
                                      "  a;\"b\" c   =1\n");
    }
    sv_map_free(map);
}

/* Of a hundred rows some have a sentence: each stands with the number of its own row. */
static void sentences_stay_with_their_rows(void **state)
{
    static const answer_column one[] = {{"n", "alike", 0}};
    sv_map *map = two_people();
    answer made = begin(map, SV_REPORT_JSON, SV_ENGLISH);
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
    text = end(&made);
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
        answer made = begin(map, SV_REPORT_TABLE, SV_ENGLISH);
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
    answer made = begin(map, format, SV_DUTCH);
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    memory_fails_at(fail_at);
    say_everything(&made);
    status = answer_end(&made, &text, &length, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, text != NULL);
    if (text)
        sv_text_add_n(result, text, length);
    free(text);
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
        cmocka_unit_test(lines_fit_the_page),
        cmocka_unit_test(title_is_one_line),
        cmocka_unit_test(cells_are_harmless),
        cmocka_unit_test(sentences_stay_with_their_rows),
        cmocka_unit_test(nothing_to_tell),
        cmocka_unit_test(misuse_is_no_answer),
        TORTURE_MEMORY(as_table),
        TORTURE_MEMORY(as_csv),
        TORTURE_MEMORY(as_json),
    };
    return cmocka_run_group_tests_name("answer", tests, NULL, NULL);
}
