/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map without names: the same shape, scores and positions, and the same names for the same actors. */
/* wraps: malloc calloc realloc */

#include <speelveld.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "model/table.h"
#include "reading.h"
#include "support.h"

static sv_map *anonymise(const sv_map *map, const char *seed, sv_anonymised *told)
{
    sv_map *made;
    assert_int_equal(sv_map_anonymise(map, &(sv_anonymise_options){seed, SV_ENGLISH}, &made, told, NULL), SV_OK);
    return made;
}

static sv_map *read_sample(const char *path)
{
    sv_map *map;
    assert_int_equal(sv_map_read(&path, 1, &map, NULL, NULL), SV_OK);
    return map;
}

/* ---- By hand ---- */

static const char small[] =
    "= Map\ntitle;municipality;date\nOns plein;Oosterveen;2026-05-17\n"
    "= Actors\nid;name;kind;organisation;group;party;themes;neighbourhood;role;updated;keep_until;x\n"
    "ann;Ann Post;resident;De Kade;;;zorg|wonen;Oost|West;voorzitter;2026-02-28;2026-02-03;4.5\n"
    "kade;De Kade;welfare;;;;Zorg;OOST;;;;\n"
    "bo;Bo Vos;council_member;Gemeente;Lijst 1;Lijst 1;;;;;;\n"
    "cas;Cas Kok;council_member;Gemeente;Fractie Kok;Lijst 1;;;;;;\n"
    "dan;Dan Smal;tovenaar;;;;;;;;;\n"
    ";;resident;;;;;;;;;\n"
    "= Ties\nfrom;to;kind;strength;since;until;informant;amount;note\n"
    "ann;kade;works_with;3;2026-01-20;2026-02-10;bo;;privé\nkade;Bo Vos;funds;;;;buurman;123456.78;\nbo;cas;bloedbroeder;1;;;;;\n"
    "= Issues\nid;title;themes\nplein;Het plein;wonen\n"
    "= Positions\nactor;issue;position;date;informant\n"
    "ann;plein;-2;2026-03-01;buurman\nann;plein;3;2026-03-20;buurman\nann;plein;1;2026-03-20;BUURMAN\n"
    "= Groups\ngroup;party;seats;coalition;spokespersons\nLijst 1;Lijst 1;5;ja;zorg:bo\nFractie Kok;Lijst 1;1;;wonen:cas\n"
    "= Events\ndate;time;title;kind;place;attendees\n2026-03-05;19:30;Inloop bij Ann;inloop;Kerk;ann|bo\n";

static size_t new_row(const sv_anonymised *told, const sv_map *map, const char *id)
{
    return told->actor_row[row_of(map, id)];
}

static void cells_by_hand(void **state)
{
    sv_map *map = map_of(small, NULL), *made;
    sv_anonymised told;
    size_t ann, bo, cas, kade, dan;
    (void)state;
    made = anonymise(map, "zaad", &told);
    ann = new_row(&told, map, "ann");
    bo = new_row(&told, map, "bo");
    cas = new_row(&told, map, "cas");
    kade = new_row(&told, map, "kade");
    dan = new_row(&told, map, "dan");
    assert_true(ann < 3 && bo < 3 && cas < 3 && kade == 3 && dan == 4); /* people, bodies, the others */
    assert_true(told.n[SV_CLASS_PERSON] == 3 && told.n[SV_CLASS_ORGANISATION] == 1 && told.n[SV_CLASS_UNKNOWN] == 1 && told.issues == 1);
    assert_true(told.faulty == 1 && told.actor_row[5] == SV_NO_ROW);
    assert_string_equal(sv_map_cell(made, SV_ACTORS, kade, SV_ACTOR_ID), "o1");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, kade, SV_ACTOR_NAME), "Organisation 1");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, dan, SV_ACTOR_NAME), "Actor 1");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, dan, SV_ACTOR_KIND), ""); /* a word of the user's own */
    assert_string_equal(sv_map_cell(made, SV_ACTORS, ann, SV_ACTOR_ORGANISATION), "o1");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, bo, SV_ACTOR_ORGANISATION), "Organisation 2"); /* that is no actor */
    assert_string_equal(sv_map_cell(made, SV_ACTORS, ann, SV_ACTOR_UPDATED), "2026-02-01");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, ann, SV_ACTOR_KEEP_UNTIL), "2026-02-28");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, ann, SV_ACTOR_ROLE), "");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, ann, SV_ACTOR_X), "");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, bo, SV_ACTOR_GROUP), "Party 1"); /* a group that is called as its party */
    assert_string_equal(sv_map_cell(made, SV_ACTORS, bo, SV_ACTOR_PARTY), "Party 1");
    assert_string_equal(sv_map_cell(made, SV_ACTORS, cas, SV_ACTOR_GROUP), "Group 1");
    assert_string_equal(sv_map_cell(made, SV_ABOUT, 0, SV_ABOUT_TITLE), "Map without names");
    assert_string_equal(sv_map_cell(made, SV_ABOUT, 0, SV_ABOUT_MUNICIPALITY), "");
    assert_string_equal(sv_map_cell(made, SV_EVENTS, 0, SV_EVENT_TITLE), "Meeting 1");
    assert_string_equal(sv_map_cell(made, SV_EVENTS, 0, SV_EVENT_PLACE), "Place 1");
    assert_string_equal(sv_map_cell(made, SV_EVENTS, 0, SV_EVENT_KIND), "");
    assert_string_equal(sv_map_cell(made, SV_EVENTS, 0, SV_EVENT_TIME), "");
    /* role, x; note; tovenaar, bloedbroeder; municipality; kind and time of the meeting */
    assert_int_equal(told.texts, 8);
    assert_int_equal(told.only_ones, 3); /* the resident, the welfare organisation, and the wizard of no kind */
    sv_anonymised_clear(&told);
    sv_map_free(made);
    sv_map_free(map);
}

/* One theme, neighbourhood or informant is one pseudonym, however it is written and wherever it stands. */
static void words_are_the_same_everywhere(void **state)
{
    sv_map *map = map_of(small, NULL), *made;
    sv_anonymised told;
    const char *kade_theme, *themes, *spokespersons;
    char wanted[80];
    (void)state;
    made = anonymise(map, "zaad", &told);
    kade_theme = sv_map_cell(made, SV_ACTORS, new_row(&told, map, "kade"), SV_ACTOR_THEMES);
    themes = sv_map_cell(made, SV_ACTORS, new_row(&told, map, "ann"), SV_ACTOR_THEMES);
    snprintf(wanted, sizeof wanted, "%s|%s", kade_theme, sv_map_cell(made, SV_ISSUES, 0, SV_ISSUE_THEMES)); /* zorg|wonen */
    assert_string_equal(themes, wanted);
    assert_true(strncmp(sv_map_cell(made, SV_ACTORS, new_row(&told, map, "ann"), SV_ACTOR_NEIGHBOURHOOD),
                        sv_map_cell(made, SV_ACTORS, new_row(&told, map, "kade"), SV_ACTOR_NEIGHBOURHOOD), strlen("Neighbourhood 1")) == 0);
    for (size_t row = 0; row < 2; row++) {
        bool of_kok = strcmp(sv_map_cell(made, SV_GROUPS, row, SV_GROUP_NAME), "Group 1") == 0;
        spokespersons = sv_map_cell(made, SV_GROUPS, row, SV_GROUP_SPOKESPERSONS);
        snprintf(wanted, sizeof wanted, "%s:%s", of_kok ? sv_map_cell(made, SV_ISSUES, 0, SV_ISSUE_THEMES) : kade_theme,
                 sv_map_actor(made, new_row(&told, map, of_kok ? "cas" : "bo"))->id);
        assert_string_equal(spokespersons, wanted);
    }
    for (size_t row = 0; row < 3; row++)
        assert_string_equal(sv_map_cell(made, SV_POSITIONS, row, SV_POSITION_INFORMANT), "Informant 1");
    for (size_t row = 0; row < 3; row++) {
        assert_true(strcmp(sv_map_cell(made, SV_TIES, row, SV_TIE_INFORMANT), "Informant 1") == 0 ||
                    strcmp(sv_map_tie(made, row)->kind->id, "funds") != 0);
        if (sv_map_tie(made, row)->since) { /* 20 January to 10 February */
            assert_int_equal(sv_map_tie(made, row)->since, 20260101);
            assert_int_equal(sv_map_tie(made, row)->until, 20260228);
            assert_string_equal(sv_map_cell(made, SV_TIES, row, SV_TIE_INFORMANT), sv_map_actor(made, new_row(&told, map, "bo"))->id);
        }
        if (strcmp(sv_map_tie(made, row)->kind->id, "funds") == 0)
            assert_string_equal(sv_map_cell(made, SV_TIES, row, SV_TIE_AMOUNT), "120000");
    }
    sv_anonymised_clear(&told);
    sv_map_free(made);
    sv_map_free(map);
}

/* ---- The same shape ---- */

/* Parts are numbered by size and then by id, so another id may get them another number: who stands together stays together. */
static void assert_same_parts(const sv_scores *scores, const sv_scores *again, size_t s, const sv_anonymised *told, size_t n)
{
    for (size_t one = 0; one < n; one++)
        for (size_t other = 0; other < one; other++) {
            double a = sv_scores_value(scores, s, one), b = sv_scores_value(scores, s, other);
            double c = sv_scores_value(again, s, told->actor_row[one]), d = sv_scores_value(again, s, told->actor_row[other]);
            if ((a == b) != (c == d) || isnan(a) != isnan(c))
                fail_msg("%s: rows %zu and %zu stand together before or after, not both", sv_score_get(s)->id, one, other);
        }
}

/* How much more ties lie within the communities than chance would give (Newman & Girvan 2004): sum of in/m - (degree/2m)². */
static double modularity(const sv_scores *scores, size_t s, bool strength)
{
    const sv_network *network = sv_scores_network(scores);
    const double *community = sv_scores_column(scores, s);
    size_t n = sv_network_actors(network);
    double *degree = calloc(n + 1, sizeof *degree), all = 0, within = 0, expected = 0;
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to;
        double weight;
        sv_network_tie(network, i, &from, &to, &weight);
        weight = strength ? weight : 1;
        all += weight;
        within += community[from] == community[to] ? weight : 0;
        degree[(size_t)community[from]] += weight;
        degree[(size_t)community[to]] += weight;
    }
    for (size_t i = 0; i <= n; i++)
        expected += degree[i] * degree[i];
    free(degree);
    return within / all - expected / (4 * all * all);
}

static void assert_same_score(const sv_map *map, const sv_scores *scores, const sv_scores *again, size_t s, const sv_anonymised *told)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_ACTORS); row++) {
        double one = sv_scores_value(scores, s, row), other = sv_scores_value(again, s, told->actor_row[row]);
        if (!near_to(other, one, 1e-9))
            fail_msg("%s of %s was %.17g and is %.17g", sv_score_get(s)->id, sv_map_actor(map, row)->id, one, other);
    }
}

static void assert_same_scores(const sv_map *map, const sv_map *made, const sv_anonymised *told, const sv_network_options *options)
{
    sv_network *before = network_of(map, options), *after = network_of(made, options);
    sv_scores *scores = scores_of(before), *again = scores_of(after);
    assert_int_equal(sv_network_actors(before), sv_network_actors(after));
    assert_int_equal(sv_network_ties(before), sv_network_ties(after));
    for (size_t s = 0; s < sv_score_count(); s++)
        if (strcmp(sv_score_get(s)->id, "component") == 0)
            assert_same_parts(scores, again, s, told, sv_map_rows(map, SV_ACTORS));
        else if (strcmp(sv_score_get(s)->id, "community") == 0) /* of equally good ones the search may find another, for it begins by id */
            assert_near_at(modularity(again, s, options->strength), modularity(scores, s, options->strength), 0.01, __FILE__, __LINE__);
        else if (strcmp(sv_score_get(s)->id, "participation") != 0) /* which rests on the communities */
            assert_same_score(map, scores, again, s, told);
    sv_scores_free(scores);
    sv_scores_free(again);
    sv_network_free(before);
    sv_network_free(after);
}

static void assert_same_stances(const sv_map *map, const sv_map *made, const sv_anonymised *told)
{
    size_t n = sv_map_rows(map, SV_ACTORS);
    double *before = calloc(n, sizeof *before), *after = calloc(n, sizeof *after);
    for (size_t issue = 0; issue < sv_map_rows(map, SV_ISSUES); issue++) {
        assert_int_equal(sv_map_stances(map, issue, before, NULL), SV_OK);
        assert_int_equal(sv_map_stances(made, told->issue_row[issue], after, NULL), SV_OK);
        for (size_t row = 0; row < n; row++)
            if (told->actor_row[row] != SV_NO_ROW)
                assert_near(after[told->actor_row[row]], before[row]);
    }
    free(before);
    free(after);
}

/* What is kept of an actor. */
static void assert_same_actors(const sv_map *map, const sv_map *made, const sv_anonymised *told)
{
    static const size_t kept[] = {SV_ACTOR_KIND,  SV_ACTOR_OWN,     SV_ACTOR_POWER,     SV_ACTOR_INTEREST,
                                  SV_ACTOR_TRUST, SV_ACTOR_DESIRED, SV_ACTOR_VISIBILITY};
    for (size_t row = 0; row < sv_map_rows(map, SV_ACTORS); row++)
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
            assert_string_equal(sv_map_cell(made, SV_ACTORS, told->actor_row[row], kept[i]), sv_map_cell(map, SV_ACTORS, row, kept[i]));
}

static void scores_and_positions_stay(void **state)
{
    static const char *const samples[] = {"data/waterrijk", "data/buurthuis", "data/samen-a"};
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        sv_map *map = read_sample(samples[i]), *made;
        sv_anonymised told;
        made = anonymise(map, NULL, &told);
        assert_int_equal(told.faulty, 0);
        for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
            assert_int_equal(sv_map_rows(made, (sv_sheet)sheet), sv_map_rows(map, (sv_sheet)sheet));
            for (size_t row = 0; row < sv_map_rows(made, (sv_sheet)sheet); row++)
                assert_true(sv_map_usable(made, (sv_sheet)sheet, row));
        }
        assert_same_actors(map, made, &told);
        assert_same_scores(map, made, &told, &(sv_network_options){0});
        assert_same_scores(map, made, &told, &(sv_network_options){.strength = true, .as_of = 20261001});
        assert_same_stances(map, made, &told);
        sv_anonymised_clear(&told);
        sv_map_free(made);
        sv_map_free(map);
    }
}

/* Of one informant the last word counts, also when its day is no longer there to tell: 20 March, the lower row. */
static void last_words_stay_last(void **state)
{
    sv_map *map = map_of(small, NULL), *made;
    sv_anonymised told;
    double stance[6];
    (void)state;
    made = anonymise(map, NULL, &told);
    assert_int_equal(sv_map_stances(made, 0, stance, NULL), SV_OK);
    assert_near(stance[new_row(&told, map, "ann")], 1);
    sv_anonymised_clear(&told);
    sv_map_free(made);
    sv_map_free(map);
}

/* ---- Stable ---- */

static void pseudonyms_are_stable(void **state)
{
    sv_map *map = read_sample("data/buurthuis"), *made[4];
    char *json[4];
    (void)state;
    made[0] = anonymise(map, NULL, NULL);
    made[1] = anonymise(map, NULL, NULL);
    made[2] = anonymise(map, "een", NULL);
    made[3] = anonymise(map, "twee", NULL);
    for (int i = 0; i < 4; i++)
        json[i] = map_as_json(made[i]);
    assert_string_equal(json[0], json[1]);
    assert_string_not_equal(json[0], json[2]);
    assert_string_not_equal(json[2], json[3]);
    for (int i = 0; i < 4; i++) {
        free(json[i]);
        sv_map_free(made[i]);
    }
    sv_map_free(map);
}

/* With a seed of one's own a name keeps its pseudonym when something else in the map changes; without one all change with it. */
static void a_seed_holds_through_changes(void **state)
{
    sv_map *map = map_of("= Actors\nid;name;note\na;A;\nb;B;\nc;C;\nd;D;\ne;E;\nf;F;\n", NULL);
    sv_map *later = map_of("= Actors\nid;name;note\nf;F;\nb;B;\nd;D;nieuw\na;A;\nc;C;\ne;E;\n", NULL);
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
    sv_anonymised one, other;
    size_t same = 0;
    (void)state;
    for (int seeded = 0; seeded < 2; seeded++) {
        sv_map *first = anonymise(map, seeded ? "zaad" : NULL, &one), *second = anonymise(later, seeded ? "zaad" : NULL, &other);
        same = 0;
        for (size_t i = 0; i < 6; i++)
            same += new_row(&one, map, ids[i]) == new_row(&other, later, ids[i]);
        if (seeded)
            assert_int_equal(same, 6);
        else
            assert_true(same < 6);
        sv_anonymised_clear(&one);
        sv_anonymised_clear(&other);
        sv_map_free(first);
        sv_map_free(second);
    }
    sv_map_free(map);
    sv_map_free(later);
}

static void odd_maps(void **state)
{
    sv_map *empty = sv_map_new(),
           *faulty = map_of("= Actors\nid;name\na;A\na;B\n;\n= Ties\nfrom;to\na;nergens\n= Positions\nactor;issue\na;x\n", NULL);
    sv_map *dutch;
    sv_anonymised told;
    (void)state;
    assert_int_equal(sv_map_check(empty, NULL, NULL), SV_OK);
    sv_map_free(anonymise(empty, NULL, NULL));
    sv_map_free(anonymise(faulty, "", &told));
    assert_int_equal(told.faulty, 4);
    sv_anonymised_clear(&told);
    assert_int_equal(sv_map_anonymise(faulty, &(sv_anonymise_options){"x", SV_DUTCH}, &dutch, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_rows(dutch, SV_ACTORS), 1);
    sv_map_free(dutch);
    sv_map_free(empty);
    sv_map_free(faulty);
}

static sv_status anonymise_all(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(small, NULL), *made = NULL;
    sv_anonymised told;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_map_anonymise(map, NULL, &made, &told, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, made != NULL);
    if (made) {
        char *json = map_as_json(made);
        sv_text_add(result, json);
        free(json);
    }
    sv_anonymised_clear(&told);
    sv_map_free(made);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_by_hand),
        cmocka_unit_test(words_are_the_same_everywhere),
        cmocka_unit_test(scores_and_positions_stay),
        cmocka_unit_test(last_words_stay_last),
        cmocka_unit_test(pseudonyms_are_stable),
        cmocka_unit_test(a_seed_holds_through_changes),
        cmocka_unit_test(odd_maps),
        TORTURE_MEMORY(anonymise_all),
    };
    return cmocka_run_group_tests_name("anonymise", tests, NULL, NULL);
}
