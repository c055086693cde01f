/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page an answer makes: lines that fit, and tables whose cells are harmless to a terminal and a spreadsheet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "answering.h"
#include "base/text.h"
#include "model/table.h"
#include "support.h"

enum { page = 100 };

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
        answer made = begin_answer(map, SV_REPORT_TABLE, SV_ENGLISH);
        sv_text given = {0}, words = {0}, found = {0};
        bool item = i % 2;
        char *text;
        random_words(&given, &seed);
        if (item)
            answer_item(&made, "{text}", SAYS(SAY_TEXT("text", sv_text_get(&given))));
        else
            for (int part = 0; part < 2; part++) /* two sentences make one paragraph */
                answer_say(&made, "{text}", SAYS(SAY_TEXT("text", sv_text_get(&given))));
        text = end_answer(&made);
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

/* Long cells are cut for people, and nothing a person wrote is a formula to a spreadsheet, also in a column of numbers. */
static void cells_are_harmless(void **state)
{
    static const answer_column two[] = {{"a", "alike", 0}, {"b", "because", 0}};
    static const char *const hostile[] = {"=1+1", "+cmd", "-x", "@a", "a;\"b\"\nc", "\t=1"};
    sv_map *map = two_people();
    (void)state;
    for (int format = 0; format < 2; format++) {
        answer made = begin_answer(map, format ? SV_REPORT_CSV : SV_REPORT_TABLE, SV_ENGLISH);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_fit_the_page),
        cmocka_unit_test(title_is_one_line),
        cmocka_unit_test(cells_are_harmless),
    };
    return cmocka_run_group_tests_name("answer_page", tests, NULL, NULL);
}
