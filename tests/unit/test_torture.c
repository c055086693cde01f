/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: reading, checking, scoring and telling a map while every allocation and every call that reads or writes fails in
 * turn. Whatever fails, the answer is a clean "no memory" or "cannot read or write", or the very same result as without the
 * fault; and nothing leaks.
 */
/* wraps: malloc calloc realloc open read write fsync rename close mkostemp mkdir */

#include <speelveld/format.h>
#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "failing_calls.h"
#include "reading.h"
#include "support.h"

static const char edges[] = "source,target,weight\nanna,bob,2\nbob,çelik,3.5\nçelik,anna,1\nç elik,dirk,4\n";
static const char nodes[] = "id,label,x,shoe\nanna,Anna,1,38\nbob,Bob,2,\nçelik,Yılmaz Çelik,3,41\ndirk,Dirk,,\n";

static const char persons[] =
    "{\"persons\": [{\"id\": \"p1\", \"name\": \"Nel Verzonnen\", \"memberships\": ["
    "{\"organisation_id\": \"raad\", \"role\": \"Fractievoorzitter\", \"start_date\": \"2022-03-30\"},"
    "{\"organisation_id\": \"dl\", \"role\": \"Lid\"}]},"
    "{\"id\": \"p2\", \"name\": \"Nel Verzonnen\", \"memberships\": ["
    "{\"organisation_id\": \"raad\", \"role\": \"Raadslid\"}, {\"organisation_id\": \"dl\", \"role\": \"Lid\"}]},"
    "{\"id\": \"p3\", \"name\": \"Özgür Bedacht\", \"memberships\": [{\"organisation_id\": \"raad\", \"role\": \"Raadslid\"}]},"
    "{\"memberships\": []}]}";
static const char organisations[] =
    "{\"organisations\": [{\"id\": \"gem\", \"name\": \"Dorpsveen\", \"classification\": \"Municipality\"},"
    "{\"id\": \"raad\", \"name\": \"Raad van Dorpsveen\", \"classification\": \"Council\"},"
    "{\"id\": \"dl\", \"name\": \"Dorpslijst\", \"classification\": \"Party\"}]}";

/* Faults of every kind that the check finds: names twice, a name that comes close, an id twice, rows that depend on others. */
static const char faulty[] =
    "= Actors\nid;name;kind;shoe\n;Jan Kroes;resident;44\n;Jan Kroes;resident;\nx;Zoë Ünal;bakker;\nx;Dubbel;;\n;;resident;\n"
    "a|b;Naam | met streep;;\n"
    "= Ties\nfrom;to;kind;strength;except\nJan Kroes;x;;;\nZoe Unal;jan-kroes-2;knows;2;\nx;Zoë Üna;knows;;\nx;x;;;\nx;jan-kroes;mag_niet;;jan-kroes-2\n"
    "jan-kroes;x;knows;9;\n"
    "= Issues\ntitle;visibility\nHet plein;\nHet geheim;private\n= Positions\nactor;issue;position;date\nx;het plein;voor;1-3-2026\nx;Het pleim;2;\nx;het plein;onbekend;30-2-2026\nx;het geheim;voor;\n"
    "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:x\nGroen;4;\n= Memberships\nwho;of\nx;jan-kroes\n";

/* A colleague's map of the same people: names that look alike, cells that differ, ties told by somebody else. */
static const char alike[] =
    "= Actors\nid;name;kind;power;note;shoe\nx;Zo\xC3\xAB \xC3\x9Cnal;bakker;2;ook;45\nzu;Z. \xC3\x9Cnal;bakker;3;een notitie;\n;Jan Kroes;resident;;;\n"
    "jk;Kroes Jan;resident;;;\n;Stichting De Brug;welfare;;;\n;De Brug;welfare;;;\n"
    "= Ties\nfrom;to;kind;strength\nx;Jan Kroes;knows;3\nzu;jan-kroes;knows;1\nx;zu;family;\njk;De Brug;works_with;4\n"
    "= Issues\ntitle\nHet plein\n= Positions\nactor;issue;position\nx;het plein;tegen\nzu;het plein;voor\n= Memberships\nwho;of\nzu;De Brug\n";

/* What the tries share: made before anything fails. */
static struct {
    char *folder, *json, *edges, *nodes, *persons, *organisations;
    sv_map *map, *faulty, *other;
    sv_problems problems; /* of the faulty map */
    sv_network *network;
    sv_scores *scores;
} fixture;

static void add_problems(sv_text *result, const sv_problems *problems)
{
    sv_text_addf(result, "%zu %zu %zu\n", problems->errors, problems->warnings, problems->notes);
    assert_true(problems->incomplete || problems->n == problems->errors + problems->warnings + problems->notes);
}

static void add_map(sv_text *result, const sv_map *map)
{
    char *json = map_as_json(map);
    sv_text_add(result, json);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(map, (sv_sheet)sheet); row++)
            sv_text_add_char(result, sv_map_usable(map, (sv_sheet)sheet, row) ? '+' : '-');
    free(json);
}

static sv_status read_these(const char *const *paths, size_t n, sv_text *result, sv_error *error)
{
    sv_map *map = NULL;
    sv_problems problems;
    sv_status status;
    sv_problems_init(&problems);
    calls_begin();
    status = sv_map_read(paths, n, &map, &problems, error);
    calls_end();
    assert_int_equal(status == SV_OK, map != NULL);
    if (status == SV_OK) {
        add_map(result, map);
        add_problems(result, &problems);
    }
    sv_map_free(map);
    sv_problems_clear(&problems);
    return status;
}

static sv_status read_folder(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){"data/buurthuis"}, 1, result, error);
}

static sv_status read_json(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.json}, 1, result, error);
}

static sv_status read_edges(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.edges}, 1, result, error);
}

static sv_status read_edges_and_nodes(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.nodes, fixture.edges}, 2, result, error);
}

static sv_status read_register(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.persons, fixture.organisations}, 2, result, error);
}

/* A map whose check failed can be checked again, and is then as it would have been. */
static sv_status check(sv_text *result, sv_error *error)
{
    sv_problems problems, again;
    sv_map *map;
    sv_status status;
    sv_problems_init(&problems);
    sv_problems_init(&again);
    map = unchecked_map_of(faulty, NULL);
    calls_begin();
    status = sv_map_check(map, &problems, error);
    calls_end();
    if (status != SV_OK)
        assert_int_equal(sv_map_check(map, &again, NULL), SV_OK);
    add_map(result, map);
    add_problems(result, status == SV_OK ? &problems : &again);
    sv_map_free(map);
    sv_problems_clear(&problems);
    sv_problems_clear(&again);
    return status;
}

static sv_status make_edition(const sv_map *map, sv_audience audience, sv_text *result, sv_error *error)
{
    sv_map *edition = NULL;
    sv_status status;
    calls_begin();
    status = sv_map_edition(map, audience, &edition, error);
    calls_end();
    assert_int_equal(status == SV_OK, edition != NULL);
    if (status == SV_OK)
        add_map(result, edition);
    sv_map_free(edition);
    return status;
}

static sv_status team_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.map, SV_TEAM, result, error);
}

/* Rows here name actors and a hidden issue by name: not finding them for want of memory must not show what is hidden. */
static sv_status faulty_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.faulty, SV_TEAM, result, error);
}

static sv_status public_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.map, SV_PUBLIC, result, error);
}

/* Two maps into one, with rows that are the same, that differ, and that are in one only. */
static sv_status merge(sv_text *result, sv_error *error)
{
    sv_map *merged = NULL;
    sv_differences differences;
    sv_status status;
    sv_differences_init(&differences);
    calls_begin();
    status = sv_map_merge(fixture.faulty, fixture.other, &(sv_merge_options){.prefer = SV_CHOOSE_B}, &merged, &differences, error);
    calls_end();
    assert_int_equal(status == SV_OK, merged != NULL);
    if (status == SV_OK) {
        add_map(result, merged);
        sv_text_addf(result, "%zu", differences.incomplete ? 0 : differences.n);
    }
    sv_map_free(merged);
    sv_differences_clear(&differences);
    return status;
}

static sv_status join(sv_text *result, sv_error *error)
{
    sv_map *joined = NULL;
    sv_differences differences;
    sv_status status;
    sv_differences_init(&differences);
    calls_begin();
    status = sv_map_join(fixture.other, 0, 1, &joined, &differences, error);
    calls_end();
    assert_int_equal(status == SV_OK, joined != NULL);
    if (status == SV_OK) {
        add_map(result, joined);
        sv_text_addf(result, "%zu", differences.incomplete ? 0 : differences.n);
    }
    sv_map_free(joined);
    sv_differences_clear(&differences);
    return status;
}

static sv_status find_duplicates(sv_text *result, sv_error *error)
{
    sv_duplicate *found = NULL;
    size_t n = 0;
    sv_status status;
    calls_begin();
    status = sv_map_duplicates(fixture.other, 0.1, &found, &n, error);
    calls_end();
    if (status == SV_OK)
        sv_text_addf(result, "%zu\n", n);
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%zu %zu %a %x\n", found[i].a, found[i].b, found[i].score, found[i].reasons);
    free(found);
    return status;
}

static sv_status find_stances(sv_text *result, sv_error *error)
{
    size_t n = sv_map_rows(fixture.map, SV_ACTORS);
    double *stance = calloc(n, sizeof *stance);
    sv_status status;
    calls_begin();
    status = sv_map_stances(fixture.map, 0, stance, error);
    calls_end();
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%a ", stance[i]);
    free(stance);
    return status;
}

static sv_status make_network(sv_text *result, sv_error *error)
{
    sv_network *network = NULL;
    sv_status status;
    calls_begin();
    status = sv_network_new(fixture.map, &(sv_network_options){.strength = true}, &network, error);
    calls_end();
    assert_int_equal(status == SV_OK, network != NULL);
    for (size_t i = 0; status == SV_OK && i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        sv_text_addf(result, "%zu-%zu %a\n", from, to, strength);
    }
    sv_network_free(network);
    return status;
}

static sv_status make_scores(sv_text *result, sv_error *error)
{
    sv_scores *scores = NULL;
    sv_status status;
    calls_begin();
    status = sv_scores_new(fixture.network, NULL, 0, NULL, &scores, error);
    calls_end();
    assert_int_equal(status == SV_OK, scores != NULL);
    for (size_t s = 0; status == SV_OK && s < sv_score_count(); s++)
        for (size_t v = 0; v < sv_network_actors(fixture.network); v++)
            sv_text_addf(result, "%a ", sv_scores_column(scores, s)[v]);
    sv_scores_free(scores);
    return status;
}

static sv_status rank(sv_text *result, sv_error *error)
{
    size_t n = sv_network_actors(fixture.network), *order = calloc(n, sizeof *order);
    sv_status status;
    calls_begin();
    status = sv_scores_rank(fixture.scores, 0, order, error);
    calls_end();
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%zu ", order[i]);
    free(order);
    return status;
}

static sv_status report_scores(sv_report_format format, sv_text *result, sv_error *error)
{
    const size_t which[] = {0, sv_score_find("closeness"), sv_score_find("betweenness")};
    const sv_report_options options = {.format = format, .language = SV_DUTCH, .audience = SV_TEAM, .which = which, .n_which = 3};
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    calls_begin();
    status = sv_report_scores(fixture.scores, &options, &text, &length, error);
    calls_end();
    return take_report(status, text, length, result);
}

static sv_status report_table(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_TABLE, result, error);
}

static sv_status report_csv(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_CSV, result, error);
}

static sv_status report_json(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_JSON, result, error);
}

static sv_status report_faults(sv_report_format format, sv_text *result, sv_error *error)
{
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    calls_begin();
    status = sv_report_problems(fixture.map, &fixture.problems, format, SV_DUTCH, &text, &length, error);
    calls_end();
    return take_report(status, text, length, result);
}

static sv_status report_faults_table(sv_text *result, sv_error *error)
{
    return report_faults(SV_REPORT_TABLE, result, error);
}

static sv_status report_faults_json(sv_text *result, sv_error *error)
{
    return report_faults(SV_REPORT_JSON, result, error);
}

static sv_status make_example(sv_text *result, sv_error *error)
{
    sv_map *map = NULL;
    sv_status status;
    calls_begin();
    status = sv_map_example(SV_DUTCH, &map, error);
    calls_end();
    assert_int_equal(status == SV_OK, map != NULL);
    if (status == SV_OK)
        add_map(result, map);
    sv_map_free(map);
    return status;
}

static void make_files(void)
{
    fixture.folder = make_folder();
    fixture.json = sv_file_join(fixture.folder, "kaart.json");
    fixture.edges = sv_file_join(fixture.folder, "vrienden.edges.csv");
    fixture.nodes = sv_file_join(fixture.folder, "vrienden.nodes.csv");
    fixture.persons = sv_file_join(fixture.folder, "persons.json");
    fixture.organisations = sv_file_join(fixture.folder, "organisations.json");
    put_file(fixture.folder, "vrienden.edges.csv", edges);
    put_file(fixture.folder, "vrienden.nodes.csv", nodes);
    put_file(fixture.folder, "persons.json", persons);
    put_file(fixture.folder, "organisations.json", organisations);
}

static int set_up(void **state)
{
    (void)state;
    make_files();
    sv_problems_init(&fixture.problems);
    assert_int_equal(sv_map_read((const char *const[]){"data/buurthuis"}, 1, &fixture.map, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_write(fixture.map, fixture.json, NULL, NULL), SV_OK);
    fixture.faulty = map_of(faulty, &fixture.problems);
    assert_true(fixture.problems.errors > 5);
    fixture.other = map_of(alike, NULL);
    fixture.network = network_of(fixture.map, NULL);
    fixture.scores = scores_of(fixture.network);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_scores_free(fixture.scores);
    sv_network_free(fixture.network);
    sv_map_free(fixture.map);
    sv_map_free(fixture.faulty);
    sv_map_free(fixture.other);
    sv_problems_clear(&fixture.problems);
    remove_folder(fixture.folder);
    free(fixture.json);
    free(fixture.edges);
    free(fixture.nodes);
    free(fixture.persons);
    free(fixture.organisations);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TORTURE_CALLS(read_folder),
        TORTURE_CALLS(read_json),
        TORTURE_CALLS(read_edges),
        TORTURE_CALLS(read_edges_and_nodes),
        TORTURE_CALLS(read_register),
        TORTURE_CALLS(check),
        TORTURE_CALLS(team_edition),
        TORTURE_CALLS(public_edition),
        TORTURE_CALLS(faulty_edition),
        TORTURE_CALLS(find_stances),
        TORTURE_CALLS(merge),
        TORTURE_CALLS(join),
        TORTURE_CALLS(find_duplicates),
        TORTURE_CALLS(make_network),
        TORTURE_CALLS(make_scores),
        TORTURE_CALLS(rank),
        TORTURE_CALLS(report_table),
        TORTURE_CALLS(report_csv),
        TORTURE_CALLS(report_json),
        TORTURE_CALLS(report_faults_table),
        TORTURE_CALLS(report_faults_json),
        TORTURE_CALLS(make_example),
    };
    return cmocka_run_group_tests_name("torture", tests, set_up, tear_down);
}
