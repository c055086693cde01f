/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed from one map to another: small maps worked by hand. */

#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "comparing.h"
#include "support.h"

/* The change of a score of an actor, by id. */
static const sv_score_change *score_change(const comparing *p, const char *score, const char *actor)
{
    for (size_t i = 0; i < p->changes->n_scores; i++)
        if (p->changes->scores[i].score == sv_score_find(score) && strcmp(changed_id(p, p->changes->scores[i].actor), actor) == 0)
            return &p->changes->scores[i];
    fail_msg("no score %s of %s", score, actor);
    return NULL;
}

/* ---- Who is who ---- */

static void a_map_has_not_changed_from_itself(void **state)
{
    const char *text = "= Actors\nid;name;kind;own\na;Anna;resident;yes\nb;Bas;resident;\n;Bas;resident;\n"
                       "= Ties\nfrom;to\na;b\na;b\n= Contacts\ndate;actor\n1-1-2026;a\n1-1-2026;a\n";
    comparing p = compare_texts(text, text, 0);
    (void)state;
    assert_false(p.changes->any);
    assert_int_equal(p.changes->n_scores, 2 * 3);
    clear_comparing(&p);
}

/* Bas kept his name and kind and got another id: the same. Carla's id went to a shop of another name: she is gone, the shop came. */
static void actors_are_known_by_id_or_name(void **state)
{
    comparing p = compare_texts("= Actors\nid;name;kind\na;Anna;resident\nb;Bas;resident\nc;Carla;resident\n",
                                "= Actors\nid;name;kind\nc;Winkel;business\nb2;Bas;resident\na;Anna de Wit;resident\nd;Dirk;\n", 0);
    (void)state;
    assert_int_equal(p.changes->n_actors, 3);
    assert_string_equal(sv_map_actor(p.changes->both, p.changes->actors[0].actor)->name, "Winkel");
    assert_int_equal(p.changes->actors[0].change, SV_CAME);
    assert_string_equal(sv_map_actor(p.changes->both, p.changes->actors[1].actor)->name, "Dirk");
    assert_int_equal(p.changes->actors[1].change, SV_CAME);
    assert_string_equal(sv_map_actor(p.changes->both, p.changes->actors[2].actor)->name, "Carla");
    assert_int_equal(p.changes->actors[2].change, SV_WENT);
    assert_int_equal(p.changes->n_cells, 1);
    assert_int_equal(p.changes->cells[0].column, SV_ACTOR_NAME);
    assert_string_equal(p.changes->cells[0].before, "Anna");
    assert_string_equal(p.changes->cells[0].after, "Anna de Wit");
    clear_comparing(&p);
}

/* An organisation by its id or by its name is one; themes in another order are the same; a note is not told. */
static void cells_are_compared_by_what_they_say(void **state)
{
    comparing p = compare_texts("= Actors\nid;name;organisation;themes;power;note\na;Anna;De Kade;zorg|wonen;2;\nk;De Kade;;;;oud\n",
                                "= Actors\nid;name;organisation;themes;power;note\na;Anna;k;wonen|zorg;3;nieuw\nk;De Kade;;;;\n", 0);
    (void)state;
    assert_int_equal(p.changes->n_cells, 1);
    assert_int_equal(p.changes->cells[0].column, SV_ACTOR_POWER);
    assert_string_equal(p.changes->cells[0].before, "2");
    assert_string_equal(p.changes->cells[0].after, "3");
    clear_comparing(&p);
}

/* ---- Ties and memberships ---- */

static void expect_tie(const comparing *p, size_t i, const char *from, const char *to, const char *kind, sv_change change, double before,
                       double after)
{
    const sv_tie_change *one = &p->changes->ties[i];
    assert_true(i < p->changes->n_ties);
    assert_string_equal(changed_id(p, one->from), from);
    assert_string_equal(changed_id(p, one->to), to);
    assert_string_equal(one->kind->id, kind);
    assert_int_equal(one->change, change);
    assert_near(one->before, before);
    assert_near(one->after, after);
}

/*
 * a-b, turned round, is the same; b informs c became c informs b: one went and one came. Of c-d two informants said 2 and 4, certain 1 and
 * .5: (1 x 2 + .5 x 4) / 1.5 = 8/3; then only the first is left: 2. Money went from 100 + 50 to 120. Strength 0 is no tie.
 */
static void ties_are_told_by_pair_and_kind(void **state)
{
    comparing p = compare_texts(
        "= Actors\nid;name\na;A\nb;B\nc;C\nd;D\n"
        "= Ties\nfrom;to;kind;strength;informant;certainty;amount\na;b;knows;3;;;\nb;c;informs;;;;\nc;d;knows;2;a;;\nc;d;knows;4;b;0,5;\n"
        "d;a;funds;;;;100\nd;a;funds;;;;50\na;c;knows;0;;;\nb;d;opposes;;;;\n",
        "= Actors\nid;name\nd;D\nc;C\nb;B\na;A\n"
        "= Ties\nfrom;to;kind;strength;informant;certainty;amount\nb;a;knows;3;;;\nc;b;informs;;;;\nd;c;knows;2;A;;\nd;a;funds;;;;120\n"
        "a;c;knows;1;;;\nd;b;opposes;;;;\n",
        0);
    (void)state;
    assert_int_equal(p.changes->n_ties, 5);
    expect_tie(&p, 0, "d", "c", "knows", SV_MOVED, 8.0 / 3, 2);
    expect_tie(&p, 1, "d", "a", "funds", SV_MOVED, NAN, NAN);
    assert_near(p.changes->ties[1].amount_before, 150);
    assert_near(p.changes->ties[1].amount_after, 120);
    expect_tie(&p, 2, "c", "b", "informs", SV_CAME, NAN, 2);
    expect_tie(&p, 3, "b", "c", "informs", SV_WENT, 2, NAN);
    expect_tie(&p, 4, "c", "a", "knows", SV_CAME, NAN, 1);
    clear_comparing(&p);
}

/* "A advises B" and "B is advised by A" are one tie; the other way round is another, and so is one that goes both ways. */
static void ties_go_the_way_they_point(void **state)
{
    const char *head = "= Actors\nid;name\na;A\nb;B\n= Ties\nfrom;to;kind;direction\n";
    const char *const rows[] = {"a;b;advises;forward\n", "b;a;advises;back\n", "b;a;advises;forward\n", "a;b;advises;both\n"};
    (void)state;
    for (size_t i = 1; i < 4; i++) {
        sv_text before = {0}, after = {0};
        comparing p;
        sv_text_addf(&before, "%s%s", head, rows[0]);
        sv_text_addf(&after, "%s%s", head, rows[i]);
        p = compare_texts(before.bytes, after.bytes, 0);
        assert_int_equal(p.changes->n_ties, i == 1 ? 0 : 2);
        clear_comparing(&p);
        sv_text_clear(&before);
        sv_text_clear(&after);
    }
}

/* On 1 June the tie that ended in May is gone, and so is the membership; on any day they are still there. */
static void what_ended_is_gone_on_that_day(void **state)
{
    const char *before = "= Actors\nid;name;kind\na;A;\nb;B;\no;O;welfare\n= Ties\nfrom;to\na;b\n= Memberships\nwho;of\na;o\n";
    const char *after =
        "= Actors\nid;name;kind\na;A;\nb;B;\no;O;welfare\n= Ties\nfrom;to;until\na;b;1-5-2026\n= Memberships\nwho;of;until\na;o;1-5-2026\n";
    comparing p = compare_texts(before, after, 20260601);
    (void)state;
    assert_int_equal(p.changes->n_ties, 1);
    expect_tie(&p, 0, "a", "b", "knows", SV_WENT, 2, NAN);
    assert_int_equal(p.changes->n_memberships, 1);
    assert_int_equal(p.changes->memberships[0].change, SV_WENT);
    assert_string_equal(changed_id(&p, p.changes->memberships[0].of), "o");
    clear_comparing(&p);
    p = compare_texts(before, after, 0);
    assert_int_equal(p.changes->n_ties, 0);
    assert_int_equal(p.changes->n_memberships, 0);
    assert_false(p.changes->any);
    clear_comparing(&p);
}

/* ---- Positions and the council ---- */

/*
 * Groen: Anna from 1 to 3, Bas from -1 to -1: the mean of both goes from 0 to 1; Carl, of whom nothing was known, does not take part. Dirk
 * sits elsewhere now, so he is of no group both times. Rood did not move.
 */
static void groups_move_by_members_known_both_times(void **state)
{
    const char *actors =
        "= Actors\nid;name;kind;group\na;Anna;council_member;Groen\nb;Bas;council_member;Groen\nc;Carl;council_member;Groen\n"
        "e;Els;council_member;Rood\n";
    sv_text before = {0}, after = {0};
    comparing p;
    (void)state;
    sv_text_addf(
        &before,
        "%sd;Dirk;council_member;Groen\n= Issues\nid;title\ni;Het plein\n= Positions\nactor;issue;position\na;i;1\nb;i;-1\ne;i;2\nd;i;2\n",
        actors);
    sv_text_addf(&after,
                 "%sd;Dirk;council_member;Rood\n= Issues\nid;title\ni;Het plein\n= "
                 "Positions\nactor;issue;position\na;i;3\nb;i;-1\nc;i;4\ne;i;2\nd;i;-2\n",
                 actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    assert_int_equal(p.changes->n_groups, 1);
    assert_string_equal(p.changes->groups[0].group, "Groen");
    assert_int_equal(p.changes->groups[0].members, 2);
    assert_near(p.changes->groups[0].before, 0);
    assert_near(p.changes->groups[0].after, 1);
    assert_int_equal(p.changes->n_positions, 3); /* Anna, Carl and Dirk */
    assert_string_equal(changed_id(&p, p.changes->positions[1].actor), "c");
    assert_near(p.changes->positions[1].before, NAN);
    assert_near(p.changes->positions[1].after, 4);
    assert_int_equal(p.changes->n_votes, 0); /* nobody said whose issue it is */
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/*
 * Three members of one group that always votes as one: it is adopted with the probability of the mean, (2 + 4) / 8 = 3/4; with
 * positions 2, -2 and -3 the mean is -1: 3/8. Two votes of three adopt.
 */
static void the_vote_follows_the_positions(void **state)
{
    const char *actors =
        "= Actors\nid;name;kind;group\na;Anna;council_member;Groen\nb;Bas;council_member;Groen\nc;Carl;council_member;Groen\n"
        "= Groups\ngroup;seats;discipline\nGroen;3;1\n= Issues\nid;title;competent\ni;Het plein;council\nj;De brug;college\n= "
        "Positions\nactor;issue;position\n";
    sv_text before = {0}, after = {0};
    const sv_vote_change *vote;
    comparing p;
    (void)state;
    sv_text_addf(&before, "%sa;i;2\nb;i;2\nc;i;2\n", actors);
    sv_text_addf(&after, "%sa;i;2\nb;i;-2\nc;i;-3\n", actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    assert_int_equal(p.changes->n_votes, 1);
    vote = p.changes->votes;
    assert_true(vote->before.counted && vote->after.counted);
    assert_int_equal(vote->before.seats, 3);
    assert_int_equal(vote->before.needed, 2);
    assert_int_equal(vote->before.in_favour, 3);
    assert_near(vote->before.chance, 0.75);
    assert_int_equal(vote->after.in_favour, 1);
    assert_int_equal(vote->after.against, 2);
    assert_near(vote->after.chance, 0.375);
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/*
 * Power 4 and 2: those in favour weigh 4 x 3 (salience) x 2 = 24, those against 2 x 1 x 4 = 8. Then Bas stands at -1: 2 x 1 x 1 = 2. The
 * bridge came later: nothing weighed on it.
 */
static void forces_follow_power_and_salience(void **state)
{
    const char *actors = "= Actors\nid;name;power\na;Anna;4\nb;Bas;2\n= Positions\nactor;issue;position;salience\na;i;2;3\n";
    sv_text before = {0}, after = {0};
    const sv_balance_change *one;
    comparing p;
    (void)state;
    sv_text_addf(&before, "%sb;i;-4;\n= Issues\nid;title\ni;Het plein\n", actors);
    sv_text_addf(&after, "%sb;i;-1;\n= Issues\nid;title\nj;De brug\ni;Het plein\n", actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    assert_int_equal(p.changes->n_balances, 2);
    one = &p.changes->balances[1]; /* numbered as the map after has them */
    assert_true(one->then && one->now);
    assert_near(one->before.for_it, 24);
    assert_near(one->before.against, 8);
    assert_near(one->after.for_it, 24);
    assert_near(one->after.against, 2);
    assert_false(p.changes->balances[0].then);
    assert_int_equal(p.changes->n_issues, 1);
    assert_int_equal(p.changes->issues[0].issue, 0);
    assert_int_equal(p.changes->issues[0].change, SV_CAME);
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/* ---- Scores and places ---- */

/*
 * A path us-a-b-c-d becomes a star around a with us, b, c and d. Betweenness of a path of five, in order: 0 3 4 3 0; of the star 6 in the
 * middle. We are in the network and have no place: a goes from 2 (after b, shared with c) to 1, b from 1 to none, for 0 is no bridge.
 */
static void places_are_shared_and_skip_us(void **state)
{
    const char *actors = "= Actors\nid;name;own\nus;Us;yes\na;A;\nb;B;\nc;C;\nd;D;\n= Ties\nfrom;to\n";
    sv_text before = {0}, after = {0};
    const sv_score_change *one;
    comparing p;
    (void)state;
    sv_text_addf(&before, "%sus;a\na;b\nb;c\nc;d\n", actors);
    sv_text_addf(&after, "%sus;a\na;b\na;c\na;d\n", actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    one = score_change(&p, "betweenness", "a");
    assert_near(one->before, 3);
    assert_near(one->after, 6);
    assert_int_equal(one->place_before, 2);
    assert_int_equal(one->place_after, 1);
    one = score_change(&p, "betweenness", "c");
    assert_int_equal(one->place_before, 2);
    assert_int_equal(one->place_after, 0);
    one = score_change(&p, "betweenness", "b");
    assert_int_equal(one->place_before, 1);
    assert_int_equal(one->place_after, 0);
    one = score_change(&p, "harmonic", "us"); /* 1 + 1/2 + 1/3 + 1/4, then 1 + 3/2 */
    assert_near(one->before, 25.0 / 12);
    assert_near(one->after, 2.5);
    assert_int_equal(one->place_before, 0);
    assert_int_equal(one->place_after, 0);
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/* Who came had no score, and a municipality is drawn but not scored. */
static void who_was_not_there_has_no_score(void **state)
{
    comparing p = compare_texts("= Actors\nid;name;kind\na;A;\nb;B;\ng;G;municipality\n= Ties\nfrom;to\na;b\n",
                                "= Actors\nid;name;kind\na;A;\nb;B;\ng;G;municipality\nn;N;\n= Ties\nfrom;to\na;b\nb;n\n", 0);
    const sv_score_change *one = score_change(&p, "harmonic", "n"); /* 1 + 1/2 */
    (void)state;
    assert_near(one->before, NAN);
    assert_near(one->after, 1.5);
    assert_int_equal(one->place_before, 0);
    assert_int_equal(one->place_after, 2); /* behind b, which has 2; a shares it */
    assert_int_equal(p.changes->n_scores, 2 * 3);
    assert_int_equal(p.changes->before.actors, 2);
    assert_int_equal(p.changes->after.ties, 2);
    clear_comparing(&p);
}

/* ---- Other rows ---- */

static void expect_rows(const comparing *p, sv_sheet sheet, size_t came, size_t went, size_t changed)
{
    assert_int_equal(p->changes->rows[sheet].came, came);
    assert_int_equal(p->changes->rows[sheet].went, went);
    assert_int_equal(p->changes->rows[sheet].changed, changed);
}

/*
 * Of two contacts that say the same one is left. The meeting got another place (the same by day and title). The group got a
 * seat. One signal's count changed: signals have no key, so one went and one came. An issue kept its id and got an ask.
 */
static void other_rows_are_counted(void **state)
{
    comparing p = compare_texts(
        "= Actors\nid;name\na;A\n= Contacts\ndate;actor\n1-1-2026;a\n1-1-2026;a\n= Events\ndate;title;place\n2-2-2026;Raad;hier\n"
        "= Groups\ngroup;seats\nGroen;3\n= Signals\ndate;count\n1-1-2026;3\n1-2-2026;4\n= Issues\nid;title\ni;Het plein\n",
        "= Actors\nid;name\na;A\n= Contacts\ndate;actor\n1-1-2026;A\n= Events\ndate;title;place\n2-2-2026;Raad;daar\n3-3-2026;Markt;\n"
        "= Groups\ngroup;seats\ngroen;4\n= Signals\ndate;count\n1-2-2026;4\n1-1-2026;5\n= Issues\nid;title;ask\ni;Het plein;een bank\n",
        0);
    (void)state;
    expect_rows(&p, SV_CONTACTS, 0, 1, 0);
    expect_rows(&p, SV_EVENTS, 1, 0, 1);
    expect_rows(&p, SV_GROUPS, 0, 0, 1);
    expect_rows(&p, SV_SIGNALS, 1, 1, 0);
    expect_rows(&p, SV_ISSUES, 0, 0, 1);
    assert_true(p.changes->any);
    assert_int_equal(p.changes->n_actors + p.changes->n_ties + p.changes->n_cells + p.changes->n_positions, 0);
    clear_comparing(&p);
}

/* Maps with nothing in them, and from nothing to something. */
static void empty_maps_are_no_fault(void **state)
{
    comparing p = compare_texts("= Actors\nid;name\n", "= Actors\nid;name\n", 0);
    (void)state;
    assert_false(p.changes->any);
    clear_comparing(&p);
    p = compare_texts("= Actors\nid;name\n", "= Actors\nid;name\na;A\n", 0);
    assert_int_equal(p.changes->n_actors, 1);
    assert_int_equal(p.changes->before.components, 0);
    clear_comparing(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_has_not_changed_from_itself),
        cmocka_unit_test(actors_are_known_by_id_or_name),
        cmocka_unit_test(cells_are_compared_by_what_they_say),
        cmocka_unit_test(ties_are_told_by_pair_and_kind),
        cmocka_unit_test(ties_go_the_way_they_point),
        cmocka_unit_test(what_ended_is_gone_on_that_day),
        cmocka_unit_test(groups_move_by_members_known_both_times),
        cmocka_unit_test(the_vote_follows_the_positions),
        cmocka_unit_test(forces_follow_power_and_salience),
        cmocka_unit_test(places_are_shared_and_skip_us),
        cmocka_unit_test(who_was_not_there_has_no_score),
        cmocka_unit_test(other_rows_are_counted),
        cmocka_unit_test(empty_maps_are_no_fault),
    };
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
