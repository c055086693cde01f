/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The catalogue of formats: rows that agree with themselves, and names and bytes that lead to the right row. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "format/catalogue.h"

static void rows_agree_with_themselves(void **state)
{
    size_t n;
    const sv_format *formats = sv_formats(&n);
    (void)state;
    assert_true(n > 10);
    for (size_t i = 0; i < n; i++) {
        assert_ptr_equal(sv_format_find(formats[i].id), &formats[i]); /* no id stands there twice */
        assert_true(formats[i].en[0] && formats[i].nl[0]);
        assert_int_equal(formats[i].loses_en[0] != '\0', formats[i].loses_nl[0] != '\0');
        assert_true(formats[i].reads || !formats[i].writes);
        assert_true(formats[i].reads || !formats[i].loses_en[0]);
    }
    assert_null(sv_format_find("wordperfect"));
}

static void the_longest_ending_counts(void **state)
{
    static const char *const cases[][2] = {{"kaart.json", "json"},          {"Kaart.JSON", "json"},        {"x.csv", "csv"},
                                           {"vrienden.edges.csv", "edges"}, {"a/b.edges.csv", "edges"},    {"map.xlsx", "xlsx"},
                                           {"oud.xls", "xls"},              {"oud.xlsb", "xlsb"},          {"netwerk.net", "pajek"},
                                           {"edges.csv", "csv"},            {"a.json/b.graphml", "graphml"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(sv_format_by_ending(cases[i][0])->id, cases[i][1]);
    assert_null(sv_format_by_ending("README"));
    assert_null(sv_format_by_ending(".json")); /* a name that is nothing but an ending has none */
}

/* What stands in a file goes before its name, where it is clear; else the name tells, and any text may be a table. */
static void bytes_go_before_names(void **state)
{
    static const struct {
        const char *name, *bytes, *id;
    } cases[] = {{"x", "naam;soort\nJan;\n", "csv"},
                 {"x", "{\"speelveld\": 1}", "json"},
                 {"x.csv", "[{\"a\": 1}]", "json"},
                 {"x", "<?xml version=\"1.0\"?><graphml xmlns=\"x\">", "graphml"},
                 {"x", "<gexf>", "gexf"},
                 {"x", "<!DOCTYPE html><html>", "html"},
                 {"x", "<a/>", "xml"},
                 {"x", "*Vertices 3\n", "pajek"},
                 {"x", "digraph g {", "dot"},
                 {"x.gv", "graph {", "dot"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const sv_format *found = sv_format_sniff(cases[i].name, cases[i].bytes, strlen(cases[i].bytes));
        assert_non_null(found);
        assert_string_equal(found->id, cases[i].id);
    }
    assert_null(sv_format_sniff("x", "\x01\x02\x03\x00\x04", 5));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_agree_with_themselves),
        cmocka_unit_test(the_longest_ending_counts),
        cmocka_unit_test(bytes_go_before_names),
    };
    return cmocka_run_group_tests_name("formats", tests, NULL, NULL);
}
