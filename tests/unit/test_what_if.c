/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The map as it would be: each kind of change worked by hand, and on random maps held beside a map that was written
 * with the change in it from the start. What is done and undone changes nothing.
 */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "reading.h"
#include "support.h"

static const char village[] =
    "= Actors\nid;name;kind;own;organisation\nus;Wij;resident;yes;\na;Anna;resident;;De Kade\nb;Bas;resident;;\nk;De "
    "Kade;welfare;;\nv;Verbond;alliance;;\n"
    "= Ties\nfrom;to;kind;strength;informant;except\nus;a;knows;2;;\na;b;knows;3;;\nus;b;knows;1;Anna;\nk;v;mag_niet;;;a|b\n"
    "= Memberships\nwho;of\na;k\nb;v\n= Issues\nid;title\ni;Het plein\n"
    "= "
    "Positions\nactor;issue;position;salience;certainty;date;informant\na;i;2;3;0,5;;us\na;i;4;1;0,5;;b\nb;i;-2;;;1-1-2026;a\nb;i;onbekend;"
    ";;1-2-2026;a\n"
    "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:a|wonen:b\n= "
    "Events\ndate;title;attendees\n1-1-2026;Markt;a|us|Bas\n2-1-2026;Raad;Anna\n"
    "= Contacts\ndate;actor;by\n1-1-2026;a;us\n2-1-2026;b;Anna\n3-1-2026;b;us\n";

static sv_supposition step_of(const sv_map *map, sv_suppose what, const char *actor, const char *other)
{
    return (sv_supposition){
        .what = what, .actor = row_of(map, actor), .other = other ? row_of(map, other) : 0, .strength = NAN, .value = NAN};
}

static sv_map *suppose(const sv_map *map, const sv_supposition *steps, size_t n)
{
    sv_map *supposed = NULL;
    assert_int_equal(sv_map_suppose(map, steps, n, &supposed, NULL), SV_OK);
    return supposed;
}

static void expect_cell(const sv_map *map, sv_sheet sheet, size_t row, size_t column, const char *wanted)
{
    assert_true(row < sv_map_rows(map, sheet));
    assert_string_equal(sv_map_cell(map, sheet, row, column), wanted);
}

/* ---- By hand ---- */

/* Without Anna: her ties, membership, positions and contacts go; what she said of us and Bas stays, as hers; lists keep the others. */
static void a_removed_actor_is_named_nowhere(void **state)
{
    sv_map *map = map_of(village, NULL), *gone;
    sv_supposition step = step_of(map, SV_SUPPOSE_REMOVE, "a", NULL);
    char *before = map_as_json(map), *after;
    (void)state;
    gone = suppose(map, &step, 1);
    assert_int_equal(sv_map_rows(gone, SV_ACTORS), 4);
    assert_int_equal(sv_map_rows(gone, SV_TIES), 2);
    expect_cell(gone, SV_TIES, 0, SV_TIE_FROM, "us");
    expect_cell(gone, SV_TIES, 0, SV_TIE_INFORMANT, "a");
    expect_cell(gone, SV_TIES, 1, SV_TIE_EXCEPT, "b");
    assert_int_equal(sv_map_rows(gone, SV_MEMBERSHIPS), 1);
    assert_int_equal(sv_map_rows(gone, SV_POSITIONS), 2);
    expect_cell(gone, SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "wonen:b");
    expect_cell(gone, SV_EVENTS, 0, SV_EVENT_ATTENDEES, "us|Bas");
    expect_cell(gone, SV_EVENTS, 1, SV_EVENT_ATTENDEES, "");
    assert_int_equal(sv_map_rows(gone, SV_CONTACTS), 1);
    expect_cell(gone, SV_CONTACTS, 0, SV_CONTACT_DATE, "2026-01-03");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(gone, (sv_sheet)sheet); row++)
            assert_true(sv_map_usable(gone, (sv_sheet)sheet, row));
    after = map_as_json(map);
    assert_string_equal(before, after); /* the map that was asked about is as it was */
    free(before);
    free(after);
    sv_map_free(map);
    sv_map_free(gone);
}

/* Where somebody works stays written, also when that organisation is gone. */
static void a_removed_organisation_stays_written_as_employer(void **state)
{
    sv_map *map = map_of(village, NULL), *gone;
    sv_supposition step = step_of(map, SV_SUPPOSE_REMOVE, "k", NULL);
    (void)state;
    gone = suppose(map, &step, 1);
    expect_cell(gone, SV_ACTORS, 1, SV_ACTOR_ORGANISATION, "De Kade");
    assert_int_equal(sv_map_rows(gone, SV_TIES), 3);
    assert_int_equal(sv_map_rows(gone, SV_MEMBERSHIPS), 1);
    sv_map_free(map);
    sv_map_free(gone);
}

static double stance_of(const sv_map *map, const char *actor)
{
    double *stance = calloc(sv_map_rows(map, SV_ACTORS), sizeof *stance), found;
    assert_int_equal(sv_map_stances(map, 0, stance, NULL), SV_OK);
    found = stance[row_of(map, actor)];
    free(stance);
    return found;
}

/* Anna: both informants come to say -3, and keep their salience. Bas, whose last word was "unknown", gets one row. Anna to unknown: no row
 * is left. */
static void a_position_moves_whatever_was_said(void **state)
{
    sv_map *map = map_of(village, NULL), *moved;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL)};
    (void)state;
    steps[0].value = -3;
    steps[1].value = 1.5;
    moved = suppose(map, steps, 2);
    assert_near(stance_of(moved, "a"), -3);
    assert_near(stance_of(moved, "b"), 1.5);
    assert_int_equal(sv_map_rows(moved, SV_POSITIONS), 3);
    expect_cell(moved, SV_POSITIONS, 0, SV_POSITION_SALIENCE, "3");
    expect_cell(moved, SV_POSITIONS, 1, SV_POSITION_SALIENCE, "1");
    sv_map_free(moved);
    steps[0].value = NAN;
    moved = suppose(map, steps, 1);
    assert_near(stance_of(moved, "a"), NAN);
    assert_int_equal(sv_map_rows(moved, SV_POSITIONS), 2);
    sv_map_free(moved);
    sv_map_free(map);
}

static void ties_and_memberships_come_last(void **state)
{
    sv_map *map = map_of(village, NULL), *more;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_TIE, "a", "k"), step_of(map, SV_SUPPOSE_JOIN, "us", "v")};
    size_t n;
    (void)state;
    steps[0].kind = &sv_tie_kinds(&n)[1];
    steps[0].strength = 2.5;
    more = suppose(map, steps, 2);
    assert_int_equal(sv_map_rows(more, SV_TIES), 5);
    expect_cell(more, SV_TIES, 4, SV_TIE_FROM, "a");
    expect_cell(more, SV_TIES, 4, SV_TIE_KIND, "works_with");
    assert_near(sv_map_tie(more, 4)->strength, 2.5);
    assert_int_equal(sv_map_rows(more, SV_MEMBERSHIPS), 3);
    assert_int_equal(sv_map_membership(more, 2)->of, row_of(more, "v"));
    sv_map_free(more);
    sv_map_free(map);
}

static void expect_refused(const sv_map *map, const sv_supposition *steps, size_t n, sv_code code)
{
    sv_map *supposed = NULL;
    sv_error error = {0};
    assert_int_equal(sv_map_suppose(map, steps, n, &supposed, &error), SV_USAGE);
    assert_int_equal(error.code, code);
    assert_null(supposed);
}

static void what_cannot_be_is_refused(void **state)
{
    sv_map *map = map_of(village, NULL);
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_REMOVE, "a", NULL), step_of(map, SV_SUPPOSE_TIE, "us", "a")};
    (void)state;
    expect_refused(map, steps, 2, SV_E_SUPPOSE_GONE);
    steps[0] = step_of(map, SV_SUPPOSE_TIE, "a", "a");
    expect_refused(map, steps, 1, SV_E_SUPPOSE_ITSELF);
    steps[0] = step_of(map, SV_SUPPOSE_JOIN, "a", "b");
    expect_refused(map, steps, 1, SV_E_SUPPOSE_PERSON);
    steps[0] = step_of(map, SV_SUPPOSE_POSITION, "a", NULL);
    steps[0].value = 4.5;
    expect_refused(map, steps, 1, SV_E_SUPPOSE_VALUE);
    steps[0] = step_of(map, SV_SUPPOSE_TIE, "a", "b");
    steps[0].strength = -1;
    expect_refused(map, steps, 1, SV_E_SUPPOSE_VALUE);
    sv_map_free(map);
}

/* ---- On random maps ---- */

enum { most_actors = 14, most_ties = 40, most_others = 20, issues_n = 2, rounds = 400 };

/* A map as plain lists, in which a change is made without the program. Names of actors are their numbers. */
typedef struct lists {
    int actors[most_actors], n_actors;
    const char *kind[most_actors];
    int group[most_actors];
    struct {
        int from, to, kind, strength, informant, certainty, except;
    } ties[most_ties];
    struct {
        int who, of;
    } memberships[most_others];
    struct {
        int actor, issue, value, salience, informant, day;
    } positions[most_others];
    struct {
        int list[4], n;
    } events[most_others];
    struct {
        int actor, by, day;
    } contacts[most_others];
    int n_ties, n_memberships, n_positions, n_events, n_contacts;
} lists;

enum { nobody = -1, unknown = 99 };

static unsigned long long drawn = 11;

static int draw(int below)
{
    return (int)draw_number(&drawn, (unsigned)below);
}

static void draw_lists(lists *made)
{
    static const char *const kinds[] = {"resident", "council_member", "council_member", "welfare", "alliance", "alderman", "municipality"};
    *made = (lists){.n_actors = 4 + draw(most_actors - 5)};
    for (int i = 0; i < made->n_actors; i++) {
        made->actors[i] = i;
        made->kind[i] = kinds[draw(7)];
        made->group[i] = draw(3);
    }
    made->kind[0] = "resident"; /* us */
    made->kind[1] = "alliance";
    for (; made->n_ties < made->n_actors * 2 && made->n_ties < most_ties - 2; made->n_ties++) {
        int i = made->n_ties, n = made->n_actors;
        made->ties[i].from = draw(n);
        made->ties[i].to = (made->ties[i].from + 1 + draw(n - 1)) % n;
        made->ties[i].kind = draw(11);
        made->ties[i].strength = draw(6) - 1;
        made->ties[i].informant = draw(3) ? nobody : draw(n);
        made->ties[i].certainty = draw(3);
        made->ties[i].except = draw(n);
    }
    for (; made->n_memberships < made->n_actors / 2; made->n_memberships++) {
        made->memberships[made->n_memberships].who = draw(made->n_actors);
        made->memberships[made->n_memberships].of = 1;
    }
    for (; made->n_positions < most_others - 4; made->n_positions++) {
        int i = made->n_positions;
        made->positions[i].actor = draw(made->n_actors);
        made->positions[i].issue = draw(issues_n);
        made->positions[i].value = draw(6) ? draw(9) - 4 : unknown;
        made->positions[i].salience = (made->positions[i].actor + made->positions[i].issue) % 5; /* one for each actor and issue */
        made->positions[i].informant = draw(2) ? nobody : draw(made->n_actors);
        made->positions[i].day = draw(3);
    }
    for (; made->n_events < 4; made->n_events++)
        for (int k = 0; k < 3; k++)
            if (draw(2))
                made->events[made->n_events].list[made->events[made->n_events].n++] = draw(made->n_actors);
    for (; made->n_contacts < 5; made->n_contacts++) {
        made->contacts[made->n_contacts].actor = draw(made->n_actors);
        made->contacts[made->n_contacts].by = draw(2) ? 0 : draw(made->n_actors);
        made->contacts[made->n_contacts].day = made->n_contacts + 1;
    }
}

/* By id or by name, as people do. */
static void add_name(sv_text *text, int actor)
{
    if (actor != nobody)
        sv_text_addf(text, actor % 2 ? "a%d" : "Actor nummer %d", actor);
}

static void write_actors(const lists *from, sv_text *text)
{
    sv_text_add(text, "= Actors\nid;name;kind;own;group\n");
    for (int i = 0; i < from->n_actors; i++) {
        int actor = from->actors[i];
        sv_text_addf(text, "a%d;Actor nummer %d;%s;%s;%s\n", actor, actor, from->kind[actor], actor == 0 ? "yes" : "",
                     strcmp(from->kind[actor], "council_member") ? ""
                     : from->group[actor] == 0                   ? "Groen"
                     : from->group[actor] == 1                   ? "Rood"
                                                                 : "");
    }
}

static void write_ties(const lists *from, sv_text *text)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    sv_text_add(text, "= Ties\nfrom;to;kind;strength;informant;certainty;except\n");
    for (int i = 0; i < from->n_ties; i++) {
        add_name(text, from->ties[i].from);
        sv_text_add_char(text, ';');
        add_name(text, from->ties[i].to);
        sv_text_addf(text, ";%s;", kinds[from->ties[i].kind].id);
        if (from->ties[i].strength >= 0)
            sv_text_addf(text, "%d", from->ties[i].strength);
        sv_text_add_char(text, ';');
        add_name(text, from->ties[i].informant);
        sv_text_add(text, from->ties[i].certainty == 0 ? ";" : from->ties[i].certainty == 1 ? ";0.5" : ";1");
        sv_text_add_char(text, ';');
        if (strcmp(kinds[from->ties[i].kind].id, "may_not_contact") == 0)
            add_name(text, from->ties[i].except);
        sv_text_add_char(text, '\n');
    }
}

static void write_rest(const lists *from, sv_text *text)
{
    sv_text_add(text, "= Memberships\nwho;of\n");
    for (int i = 0; i < from->n_memberships; i++)
        sv_text_addf(text, "a%d;a%d\n", from->memberships[i].who, from->memberships[i].of);
    sv_text_add(text, "= Issues\nid;title;competent\ni0;Het plein;council\ni1;De brug;council\n= "
                      "Positions\nactor;issue;position;salience;informant;date\n");
    for (int i = 0; i < from->n_positions; i++) {
        add_name(text, from->positions[i].actor);
        sv_text_addf(text, ";i%d;", from->positions[i].issue);
        if (from->positions[i].value == unknown)
            sv_text_add(text, "unknown");
        else
            sv_text_addf(text, "%d", from->positions[i].value);
        sv_text_add_char(text, ';');
        if (from->positions[i].salience != nobody)
            sv_text_addf(text, "%d", from->positions[i].salience);
        sv_text_add_char(text, ';');
        add_name(text, from->positions[i].informant);
        if (from->positions[i].day)
            sv_text_addf(text, ";2026-01-0%d\n", from->positions[i].day);
        else
            sv_text_add(text, ";\n");
    }
    sv_text_add(text, "= Groups\ngroup;seats\nGroen;9\n= Events\ndate;title;attendees\n");
    for (int i = 0; i < from->n_events; i++) {
        sv_text_addf(text, "2026-02-0%d;Dag;", i + 1);
        for (int k = 0; k < from->events[i].n; k++) {
            sv_text_add(text, k ? "|" : "");
            add_name(text, from->events[i].list[k]);
        }
        sv_text_add_char(text, '\n');
    }
    sv_text_add(text, "= Contacts\ndate;actor;by\n");
    for (int i = 0; i < from->n_contacts; i++)
        sv_text_addf(text, "2026-03-0%d;a%d;a%d\n", from->contacts[i].day, from->contacts[i].actor, from->contacts[i].by);
}

static sv_map *map_of_lists(const lists *from)
{
    sv_problems problems;
    sv_text text = {0};
    sv_map *map;
    sv_problems_init(&problems);
    write_actors(from, &text);
    write_ties(from, &text);
    write_rest(from, &text);
    map = map_of(text.bytes, &problems);
    assert_int_equal(problems.errors, 0);
    sv_problems_clear(&problems);
    sv_text_clear(&text);
    return map;
}

/* Keep the items of a list for which a condition on the i-th holds. */
#define KEEP(list, n, condition)                                                                                                           \
    do {                                                                                                                                   \
        int kept = 0;                                                                                                                      \
        for (int i = 0; i < (n); i++)                                                                                                      \
            if (condition)                                                                                                                 \
                (list)[kept++] = (list)[i];                                                                                                \
        (n) = kept;                                                                                                                        \
    } while (0)

static void remove_from_lists(lists *from, int gone)
{
    KEEP(from->actors, from->n_actors, from->actors[i] != gone);
    KEEP(from->ties, from->n_ties, from->ties[i].from != gone && from->ties[i].to != gone);
    KEEP(from->memberships, from->n_memberships, from->memberships[i].who != gone && from->memberships[i].of != gone);
    KEEP(from->positions, from->n_positions, from->positions[i].actor != gone);
    KEEP(from->contacts, from->n_contacts, from->contacts[i].actor != gone && from->contacts[i].by != gone);
    for (int e = 0; e < from->n_events; e++)
        KEEP(from->events[e].list, from->events[e].n, from->events[e].list[i] != gone);
    for (int i = 0; i < from->n_ties; i++)
        if (from->ties[i].except == gone)
            from->ties[i].except = nobody;
}

/* All positions of an actor on an issue make way for one. */
static void move_in_lists(lists *from, int actor, int issue, int value)
{
    int n = from->n_positions;
    bool known;
    KEEP(from->positions, from->n_positions, from->positions[i].actor != actor || from->positions[i].issue != issue);
    known = from->n_positions < n;
    n = from->n_positions;
    if (value == unknown)
        return;
    from->n_positions++;
    from->positions[n].actor = actor;
    from->positions[n].issue = issue;
    from->positions[n].value = value;
    from->positions[n].salience = known ? (actor + issue) % 5 : nobody; /* as it was said, if it was */
    from->positions[n].informant = nobody;
    from->positions[n].day = 0;
}

static void tie_in_lists(lists *from, int a, int b, int kind, int strength)
{
    int n = from->n_ties++;
    from->ties[n].from = a;
    from->ties[n].to = b;
    from->ties[n].kind = kind;
    from->ties[n].strength = strength;
    from->ties[n].informant = from->ties[n].except = nobody;
    from->ties[n].certainty = 0;
}

static size_t actor_row(const sv_map *map, int actor)
{
    char id[8];
    snprintf(id, sizeof id, "a%d", actor);
    return row_of(map, id);
}

/* One random change, made in the lists and asked of the program. */
static sv_supposition change_lists(lists *of, const sv_map *map)
{
    sv_supposition step = {.what = (sv_suppose)draw(4), .strength = NAN, .value = NAN};
    int at = 2 + draw(of->n_actors - 2), who = of->actors[at], other = of->actors[(at + 1 + draw(of->n_actors - 1)) % of->n_actors];
    int kind = draw(11), strength = draw(6) - 1;
    int issue = draw(issues_n), value = draw(8) ? draw(9) - 4 : unknown;
    size_t n;
    step.actor = actor_row(map, who);
    switch (step.what) {
    case SV_SUPPOSE_REMOVE: remove_from_lists(of, who); break;
    case SV_SUPPOSE_TIE:
        step.other = actor_row(map, other);
        step.kind = &sv_tie_kinds(&n)[kind];
        step.strength = strength < 0 ? NAN : strength;
        tie_in_lists(of, who, other, kind, strength);
        break;
    case SV_SUPPOSE_POSITION:
        step.issue = (size_t)issue;
        step.value = value == unknown ? NAN : value;
        move_in_lists(of, who, issue, value);
        break;
    case SV_SUPPOSE_JOIN:
        step.other = actor_row(map, 1);
        of->memberships[of->n_memberships].who = who;
        of->memberships[of->n_memberships++].of = 1;
        break;
    }
    return step;
}

/* The two maps say the same in all that is computed from them. */
static void expect_same_results(const sv_map *a, const sv_map *b)
{
    sv_changes *changes = NULL;
    size_t n = sv_score_count(), *all = calloc(n, sizeof *all);
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    assert_int_equal(sv_changes_new(a, b, &(sv_changes_options){.which = all, .n_which = n}, &changes, NULL), SV_OK);
    assert_false(changes->any);
    assert_int_equal(changes->n_groups, 0);
    assert_int_equal(changes->before.ties, changes->after.ties);
    assert_int_equal(changes->n_scores, n * changes->after.actors);
    for (size_t i = 0; i < changes->n_scores; i++) {
        if (strcmp(sv_score_get(changes->scores[i].score)->id, "component") == 0)
            continue; /* equal parts are numbered in the order of the map */
        assert_near_at(changes->scores[i].after, changes->scores[i].before, 1e-9, __FILE__, __LINE__);
        assert_int_equal(changes->scores[i].place_before, changes->scores[i].place_after);
    }
    for (size_t i = 0; i < changes->n_votes; i++) {
        assert_int_equal(changes->votes[i].before.in_favour, changes->votes[i].after.in_favour);
        assert_near(changes->votes[i].before.chance, changes->votes[i].after.chance);
    }
    assert_int_equal(changes->n_balances, sv_map_rows(a, SV_ISSUES));
    for (size_t i = 0; i < changes->n_balances; i++) {
        assert_near(changes->balances[i].before.for_it, changes->balances[i].after.for_it);
        assert_near(changes->balances[i].before.against, changes->balances[i].after.against);
    }
    sv_changes_free(changes);
    free(all);
}

/* A change that is asked of the program gives what the map gives in which they were made from the start. */
static void what_if_is_the_map_rebuilt(void **state)
{
    int kinds[4] = {0};
    (void)state;
    for (int round = 0; round < rounds; round++) {
        lists of;
        sv_map *map, *rebuilt, *supposed;
        sv_supposition step;
        draw_lists(&of);
        map = map_of_lists(&of);
        step = change_lists(&of, map);
        kinds[step.what]++;
        supposed = suppose(map, &step, 1);
        rebuilt = map_of_lists(&of);
        expect_same_results(supposed, rebuilt);
        sv_map_free(map);
        sv_map_free(supposed);
        sv_map_free(rebuilt);
    }
    for (int i = 0; i < 4; i++)
        assert_true(kinds[i] > rounds / 8);
}

/* Several changes in one call are the same as one after another. */
static void steps_follow_one_another(void **state)
{
    (void)state;
    for (int round = 0; round < rounds / 4; round++) {
        lists of, twice;
        sv_map *map, *at_once, *one, *two;
        sv_supposition steps[2], second;
        draw_lists(&of);
        map = map_of_lists(&of);
        steps[0] = change_lists(&of, map);
        do {
            twice = of;
            steps[1] = change_lists(&twice, map);
        } while (steps[0].what == SV_SUPPOSE_REMOVE && (steps[1].actor == steps[0].actor || steps[1].other == steps[0].actor));
        at_once = suppose(map, steps, 2);
        one = suppose(map, steps, 1);
        second = steps[1];
        second.actor = row_of(one, sv_map_actor(map, steps[1].actor)->id);
        if (second.what == SV_SUPPOSE_TIE || second.what == SV_SUPPOSE_JOIN)
            second.other = row_of(one, sv_map_actor(map, steps[1].other)->id);
        two = suppose(one, &second, 1);
        expect_same_results(at_once, two);
        sv_map_free(map);
        sv_map_free(at_once);
        sv_map_free(one);
        sv_map_free(two);
    }
}

/* Whoever goes and comes back, at the end of every list, changes nothing: the other way round the answer does not hang on the order of
 * rows. */
static void gone_and_back_again_is_no_change(void **state)
{
    (void)state;
    for (int round = 0; round < rounds / 4; round++) {
        lists whole, rest, back;
        sv_map *map, *again;
        int who;
        draw_lists(&whole);
        who = 1 + draw(whole.n_actors - 1);
        rest = back = whole;
        remove_from_lists(&rest, who);
        KEEP(back.actors, back.n_actors, back.actors[i] != who);
        back.actors[back.n_actors++] = who;
        KEEP(back.memberships, back.n_memberships, back.memberships[i].who != who);
        for (int i = 0; i < whole.n_memberships; i++)
            if (whole.memberships[i].who == who)
                back.memberships[back.n_memberships++] = whole.memberships[i];
        map = map_of_lists(&whole);
        again = map_of_lists(&back);
        expect_same_results(map, again);
        sv_map_free(again);
        sv_map_free(map);
    }
}

/* A position that moves away and back is where it was. */
static void moved_and_back_again_is_no_change(void **state)
{
    sv_map *map = map_of(village, NULL), *moved;
    sv_supposition steps[2] = {step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "a", NULL)};
    (void)state;
    steps[0].value = -4;
    steps[1].value = 3; /* (.5 x 2 + .5 x 4) / 1 */
    moved = suppose(map, steps, 2);
    expect_same_results(map, moved);
    sv_map_free(moved);
    sv_map_free(map);
}

/* ---- Memory ---- */

static sv_status suppose_all(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(village, NULL), *supposed = NULL;
    sv_supposition steps[5] = {step_of(map, SV_SUPPOSE_TIE, "b", "k"), step_of(map, SV_SUPPOSE_JOIN, "us", "v"),
                               step_of(map, SV_SUPPOSE_POSITION, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL),
                               step_of(map, SV_SUPPOSE_REMOVE, "a", NULL)};
    sv_status status;
    steps[2].value = 1;
    steps[3].value = 2;
    memory_fails_at(fail_at);
    status = sv_map_suppose(map, steps, 5, &supposed, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, supposed != NULL);
    if (status == SV_OK) {
        char *json = map_as_json(supposed);
        sv_text_add(result, json);
        free(json);
    }
    sv_map_free(supposed);
    sv_map_free(map);
    return status;
}

static sv_status report(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(village, NULL), *supposed;
    sv_supposition steps[3] = {step_of(map, SV_SUPPOSE_REMOVE, "a", NULL), step_of(map, SV_SUPPOSE_POSITION, "b", NULL),
                               step_of(map, SV_SUPPOSE_TIE, "us", "v")};
    sv_changes *changes = NULL;
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    steps[1].value = 2;
    supposed = suppose(map, steps, 3);
    assert_int_equal(sv_changes_new(map, supposed, NULL, &changes, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_what_if(map, steps, 3, changes, &(sv_changes_told){{.audience = SV_TEAM}, false}, &text, &length, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, text != NULL);
    if (status == SV_OK)
        sv_text_add(result, text);
    free(text);
    sv_changes_free(changes);
    sv_map_free(supposed);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_removed_actor_is_named_nowhere),
        cmocka_unit_test(a_removed_organisation_stays_written_as_employer),
        cmocka_unit_test(a_position_moves_whatever_was_said),
        cmocka_unit_test(ties_and_memberships_come_last),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(what_if_is_the_map_rebuilt),
        cmocka_unit_test(steps_follow_one_another),
        cmocka_unit_test(gone_and_back_again_is_no_change),
        cmocka_unit_test(moved_and_back_again_is_no_change),
        TORTURE_MEMORY(suppose_all),
        TORTURE_MEMORY(report),
    };
    return cmocka_run_group_tests_name("what_if", tests, NULL, NULL);
}
