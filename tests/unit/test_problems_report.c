/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What check found, as text and as JSON: every fault with its place, message and remedy, and what the map holds. */
#include <speelveld/report.h>

#include <cJSON.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static const char faulty[] = "= Map\ntitle\nOns dorp\n= Actors\nid;name;kind\na;Anna;bakker\nb;Bob \"de\" Bouwer;\n= Ties\nfrom;to;strength\na;Bbo;\na;b;9\nb;b;\n";

static char *report(const sv_map *map, const sv_problems *problems, sv_report_format format, sv_language language)
{
    char *text;
    size_t length;
    assert_int_equal(sv_report_problems(map, problems, format, language, &text, &length, NULL), SV_OK);
    assert_int_equal(strlen(text), length);
    return text;
}

/* The text has this fault as "where: severity: message", and its remedy indented on the next line. */
static void assert_told(const char *text, const sv_error *fault, const char *where, const char *severity)
{
    char message[512], remedy[512], wanted[1400];
    snprintf(wanted, sizeof wanted, "%s: %s: %s\n    %s\n", where, severity, sv_error_message(fault, SV_ENGLISH, message, sizeof message),
             sv_error_remedy(fault, SV_ENGLISH, remedy, sizeof remedy));
    if (!strstr(text, wanted))
        fail_msg("this is not told: %s", wanted);
}

static void as_text(void **state)
{
    sv_problems problems;
    sv_map *map;
    char *english, *dutch;
    (void)state;
    sv_problems_init(&problems);
    map = map_of(faulty, &problems);
    english = report(map, &problems, SV_REPORT_TABLE, SV_ENGLISH);
    dutch = report(map, &problems, SV_REPORT_TABLE, SV_DUTCH);
    assert_told(english, first_fault(&problems, SV_E_NUMBER_RANGE), "Ties.csv, sheet Ties, row 3, column strength", "fault");
    assert_told(english, first_fault(&problems, SV_E_KIND_UNKNOWN), "Actors.csv, sheet Actors, row 2, column kind", "note");
    assert_told(english, first_fault(&problems, SV_E_ACTOR_UNKNOWN), "Ties.csv, sheet Ties, row 2, column to", "fault");
    assert_told(english, first_fault(&problems, SV_E_TIE_SELF), "Ties.csv, sheet Ties, row 4, column to", "look at this");
    assert_non_null(strstr(english, "\n\nActors 2, Ties 3.\nFaults: 2. To look at: 1. Notes: 1.\n"));
    assert_non_null(strstr(dutch, "Ties.csv, blad Ties, rij 3, kolom strength: "));
    assert_non_null(strstr(dutch, "Actoren 2, Relaties 3.\n"));
    free(english);
    free(dutch);
    sv_map_free(map);
    sv_problems_clear(&problems);
}

static void nothing_found(void **state)
{
    sv_problems problems;
    sv_map *map = map_of("= Actors\nname\nAnna\n", NULL);
    char *text, *without;
    (void)state;
    sv_problems_init(&problems);
    text = report(map, &problems, SV_REPORT_TABLE, SV_ENGLISH);
    assert_string_equal(text, "Actors 1.\nNo faults found.\n");
    without = report(NULL, &problems, SV_REPORT_TABLE, SV_ENGLISH); /* nothing could be read */
    assert_string_equal(without, "No faults found.\n");
    free(without);
    without = report(NULL, &problems, SV_REPORT_JSON, SV_ENGLISH);
    assert_non_null(strstr(without, "\"errors\":\t0"));
    free(without);
    free(text);
    sv_map_free(map);
}

static const char *text_in(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text ? text : "(no text)";
}

static double number_in(const cJSON *object, const char *key)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(number) ? number->valuedouble : -1;
}

static void as_json(void **state)
{
    sv_problems problems;
    sv_map *map;
    char *text;
    cJSON *root;
    const cJSON *list, *one, *range = NULL;
    char message[512];
    (void)state;
    sv_problems_init(&problems);
    map = map_of(faulty, &problems);
    text = report(map, &problems, SV_REPORT_JSON, SV_DUTCH);
    root = cJSON_Parse(text);
    list = cJSON_GetObjectItemCaseSensitive(root, "problems");
    assert_string_equal(text_in(root, "map"), "Ons dorp");
    assert_true(number_in(root, "errors") == 2 && number_in(root, "warnings") == 1 && number_in(root, "notes") == 1);
    assert_true(number_in(cJSON_GetObjectItemCaseSensitive(root, "rows"), "ties") == 3);
    assert_int_equal(cJSON_GetArraySize(list), 4);
    cJSON_ArrayForEach(one, list) if (strcmp(text_in(one, "code"), "number-range") == 0) range = one;
    assert_non_null(range);
    assert_string_equal(text_in(range, "severity"), "error"); /* words for programs are English in every language */
    assert_string_equal(text_in(range, "file"), "Ties.csv");
    assert_string_equal(text_in(range, "column"), "strength");
    assert_true(number_in(range, "row") == 3);
    assert_string_equal(text_in(range, "found"), "9");
    assert_string_equal(text_in(range, "message"), sv_error_message(first_fault(&problems, SV_E_NUMBER_RANGE), SV_DUTCH, message, sizeof message));
    assert_string_not_equal(text_in(range, "message"), sv_error_message(first_fault(&problems, SV_E_NUMBER_RANGE), SV_ENGLISH, message, sizeof message));
    cJSON_Delete(root);
    free(text);
    sv_map_free(map);
    sv_problems_clear(&problems);
}

/* More faults than are kept: that is said, and all are counted. */
static void many(void **state)
{
    sv_problems problems;
    char *text;
    (void)state;
    sv_problems_init(&problems);
    for (int i = 0; i < SV_PROBLEMS_KEPT + 1; i++)
        sv_problems_add(&problems, SV_E_REQUIRED, NULL, NULL, NULL);
    text = report(NULL, &problems, SV_REPORT_TABLE, SV_ENGLISH);
    assert_non_null(strstr(text, "Faults: 10001. To look at: 0. Notes: 0.\nOnly the first 10000 are shown.\n"));
    free(text);
    sv_problems_clear(&problems);
}

/* A list that could not be kept whole is not shown as if it were. */
static void an_incomplete_list_is_refused(void **state)
{
    sv_problems problems;
    char *text = NULL;
    size_t length;
    (void)state;
    sv_problems_init(&problems);
    problems.incomplete = true;
    for (int format = SV_REPORT_TABLE; format <= SV_REPORT_JSON; format++) {
        assert_int_equal(sv_report_problems(NULL, &problems, (sv_report_format)format, SV_ENGLISH, &text, &length, NULL), SV_MEMORY);
        assert_null(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_text), cmocka_unit_test(nothing_found), cmocka_unit_test(as_json), cmocka_unit_test(many),
        cmocka_unit_test(an_incomplete_list_is_refused),
    };
    return cmocka_run_group_tests_name("problems_report", tests, NULL, NULL);
}
