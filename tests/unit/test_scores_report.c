/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scores as table, CSV and JSON: the same ranking three times, with numbers that read back exactly and "–" where there is none. */
#include <speelveld/report.h>

#include <cJSON.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

static sv_map *map;
static sv_network *network;
static sv_scores *scores;

/* A path bob - anna (us) - cas, a club that cas is a member of, and dirk alone, whose name a spreadsheet would run. */
static int set_up(void **state)
{
    (void)state;
    map = map_of("= Map\ntitle\nOns dorp\n= Actors\nid;name;kind;own\nbob;Bob \"de\" Bouwer;resident;\nanna;Anna;professional;ja\ncas;Cas;resident;\n"
                 "dirk;=Dirk;;\nclub;De Club\xC2\xAE;welfare;\n= Ties\nfrom;to\nbob;anna\nanna;cas\n= Memberships\nwho;of\ncas;club\n",
                 NULL);
    network = network_of(map, NULL);
    scores = scores_of(network);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    return 0;
}

static char *report(sv_report_format format, sv_language language, size_t top, bool with_own)
{
    const size_t which[] = {sv_score_find("closeness"), sv_score_find("degree")};
    const sv_report_options options = {.format = format, .language = language, .audience = SV_TEAM, .by = which[0], .which = which, .n_which = 2,
                                       .top = top, .with_own = with_own};
    char *text;
    size_t length;
    assert_int_equal(sv_report_scores(scores, &options, &text, &length, NULL), SV_OK);
    assert_int_equal(strlen(text), length);
    return text;
}

/* Closeness on the path bob-anna-cas-club: bob 3/(1+2+3) = 0.5, cas 3/(1+1+2) = 0.75, the club 0.5; dirk has none. */
static void a_table_for_people(void **state)
{
    char *english = report(SV_REPORT_TABLE, SV_ENGLISH, 0, false), wanted[2000], *dutch = report(SV_REPORT_TABLE, SV_DUTCH, 1, true);
    (void)state;
    snprintf(wanted, sizeof wanted,
             "Ons dorp\n"
             "Network: 5 actors, 3 ties; every tie counts 1; internal\n"
             "Ranked by closeness. %s\n"
             "Memberships that count as ties: 1. Drawn but not counted: 0 actors (municipality, council, party, committee).\n"
             "\nPersons\n"
             "  #  name             kind      closeness  ties\n"
             "  1  Cas              resident      0.750     2\n"
             "  2  Bob \"de\" Bouwer  resident      0.500     1\n"
             "\nOrganisations\n"
             "  #  name      kind     closeness  ties\n"
             "  1  De Club\xC2\xAE  welfare      0.500     1\n"
             "\nActors\n"
             "  #  name   kind   closeness  ties\n"
             "  1  =Dirk  actor          \xE2\x80\x93     0\n"
             "\nOur own actors count in the network but are not ranked: 1 (--with-own shows them).\n",
             sv_score_get(sv_score_find("closeness"))->sentence_en);
    assert_string_equal(english, wanted);
    assert_non_null(strstr(dutch, "Netwerk: 5 actoren, 3 relaties"));
    assert_non_null(strstr(dutch, "\nPersonen (eerste 1 van 3)\n"));
    assert_non_null(strstr(dutch, "  1  Anna  professional"));
    assert_non_null(strstr(dutch, "0,750"));
    assert_null(strstr(dutch, "--with-own"));
    free(english);
    free(dutch);
}

static void a_csv_for_a_spreadsheet(void **state)
{
    char *dutch = report(SV_REPORT_CSV, SV_DUTCH, 0, false), *english = report(SV_REPORT_CSV, SV_ENGLISH, 1, false);
    (void)state;
    assert_string_equal(dutch, "\xEF\xBB\xBFid;name;kind;closeness;degree\r\n"
                               "cas;Cas;resident;0,750000000;2\r\n"
                               "bob;\"Bob \"\"de\"\" Bouwer\";resident;0,500000000;1\r\n"
                               "club;De Club\xC2\xAE;welfare;0,500000000;1\r\n"
                               "dirk;'=Dirk;actor;\xE2\x80\x93;0\r\n");
    assert_non_null(strstr(english, "cas;Cas;resident;0.750000000;2\r\n"));
    assert_null(strstr(english, "bob"));
    free(dutch);
    free(english);
}

static const cJSON *find(const cJSON *list, const char *id)
{
    const cJSON *one;
    cJSON_ArrayForEach(one, list) if (strcmp(cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(one, "id")), id) == 0) return one;
    fail_msg("there is no \"%s\"", id);
    return NULL;
}

static const char *text_in(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
    return text ? text : "(no text)";
}

static void json_for_programs(void **state)
{
    char *text = report(SV_REPORT_JSON, SV_DUTCH, 0, false);
    cJSON *root = cJSON_Parse(text);
    const cJSON *about = cJSON_GetObjectItemCaseSensitive(root, "network"), *actors = cJSON_GetObjectItemCaseSensitive(root, "actors");
    (void)state;
    assert_non_null(root);
    assert_string_equal(text_in(root, "map"), "Ons dorp");
    assert_string_equal(text_in(root, "audience"), "team");
    assert_string_equal(text_in(root, "by"), "closeness");
    assert_true(cJSON_GetObjectItemCaseSensitive(about, "actors")->valuedouble == 5);
    assert_true(cJSON_GetObjectItemCaseSensitive(about, "ties")->valuedouble == 3);
    assert_string_equal(text_in(cJSON_GetObjectItemCaseSensitive(about, "options"), "weights"), "none");
    assert_int_equal(cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(root, "scores")), 2);
    assert_string_equal(text_in(find(cJSON_GetObjectItemCaseSensitive(root, "scores"), "degree"), "name"), "relaties");
    assert_int_equal(cJSON_GetArraySize(actors), 4);
    assert_string_equal(text_in(cJSON_GetArrayItem(actors, 0), "id"), "cas");
    assert_string_equal(text_in(find(actors, "bob"), "name"), "Bob \"de\" Bouwer");
    assert_string_equal(text_in(find(actors, "club"), "class"), "organisation");
    assert_true(cJSON_GetObjectItemCaseSensitive(find(actors, "cas"), "closeness")->valuedouble == 0.75);
    assert_true(cJSON_GetObjectItemCaseSensitive(find(actors, "bob"), "rank")->valuedouble == 2);
    assert_true(cJSON_IsNull(cJSON_GetObjectItemCaseSensitive(find(actors, "dirk"), "closeness")));
    assert_true(cJSON_GetObjectItemCaseSensitive(root, "own_left_out")->valuedouble == 1);
    cJSON_Delete(root);
    free(text);
}

enum { people = 24 };

/* All scores of a drawn network by strength, to the last bit. */
static void json_numbers_read_back_exactly(void **state)
{
    size_t ties[people * people][2], m = 0, which[64], n = sv_score_count(), numbers = 0;
    double strengths[people * people];
    unsigned long long seed = 5;
    sv_report_options options = {.format = SV_REPORT_JSON, .which = which, .n_which = n};
    sv_map *drawn;
    sv_network *made;
    sv_scores *all;
    char *text;
    cJSON *root;
    size_t length;
    (void)state;
    for (size_t i = 0; i < people; i++)
        for (size_t j = 0; j < i; j++)
            if (draw_number(&seed, 6) == 0) {
                ties[m][0] = i;
                ties[m][1] = j;
                strengths[m++] = 0.1 + draw_number(&seed, 39) / 10.0;
            }
    for (size_t i = 0; i < n; i++)
        which[i] = i;
    drawn = graph_map(people, m, (const size_t(*)[2])ties, strengths);
    made = network_of(drawn, &(sv_network_options){.strength = true});
    all = scores_of(made);
    assert_int_equal(sv_report_scores(all, &options, &text, &length, NULL), SV_OK);
    root = cJSON_Parse(text);
    for (size_t v = 0; v < people; v++) {
        const cJSON *actor = find(cJSON_GetObjectItemCaseSensitive(root, "actors"), sv_map_actor(drawn, v)->id);
        for (size_t s = 0; s < n; s++) {
            const cJSON *item = cJSON_GetObjectItemCaseSensitive(actor, sv_score_get(s)->id);
            double value = sv_scores_value(all, s, v);
            assert_non_null(item);
            if (isnan(value) ? !cJSON_IsNull(item) : item->valuedouble != value)
                fail_msg("%s of %s is %.17g and reads back as %.17g", sv_score_get(s)->id, sv_map_actor(drawn, v)->id, value, item->valuedouble);
            numbers += !isnan(value);
        }
    }
    assert_true(numbers > people * n / 2);
    cJSON_Delete(root);
    free(text);
    sv_scores_free(all);
    sv_network_free(made);
    sv_map_free(drawn);
}

static void says_how_it_was_counted(void **state)
{
    const size_t which[] = {sv_score_find("degree")};
    sv_network *dated = network_of(map, &(sv_network_options){.as_of = 20260301, .strength = true});
    sv_scores *all = scores_of(dated);
    sv_report_options options = {.language = SV_ENGLISH, .audience = SV_PUBLIC, .by = which[0], .which = which, .n_which = 1};
    char *text;
    size_t length;
    (void)state;
    assert_int_equal(sv_report_scores(all, &options, &text, &length, NULL), SV_OK);
    assert_non_null(strstr(text, "ties weighed by strength; on 2026-03-01; public\n"));
    free(text);
    options.format = SV_REPORT_JSON;
    assert_int_equal(sv_report_scores(all, &options, &text, &length, NULL), SV_OK);
    assert_non_null(strstr(text, "\"as_of\":\t\"2026-03-01\""));
    assert_non_null(strstr(text, "\"weights\":\t\"strength\""));
    free(text);
    sv_scores_free(all);
    sv_network_free(dated);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_for_people), cmocka_unit_test(a_csv_for_a_spreadsheet), cmocka_unit_test(json_for_programs),
        cmocka_unit_test(json_numbers_read_back_exactly), cmocka_unit_test(says_how_it_was_counted),
    };
    return cmocka_run_group_tests_name("scores_report", tests, set_up, tear_down);
}
