/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts: which days count back from the decision, whose turn it is before which of them, how urgent, and what was agreed. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "reading.h"
#include "support.h"

/* Two rounds on one issue: a spring one that ends on 1 July, and the one to 12 November. */
static const char plein[] =
    "= Map\ntitle\nHet plein\n"
    "= Actors\nid;name;kind;own;power;group\n"
    "ilse;Ilse;professional;yes;;\nomar;Omar;official;;2;\nwim;Wim;alderman;;4;\nburg;Burg;mayor;;4;\nrosa;Rosa;council_member;;2;Rood\n"
    "gijs;Gijs;council_member;;2;Groen\ngeel;Gea;council_member;;;Geel\nbert;Bert;committee_member;;1;Rood\nkoor;Het "
    "koor;organisation;;2;\n"
    "griet;Griet;clerk;;1;\nraad;De "
    "raad;council;;4;\nvoor;Vera;council_member;;4;\noud;Oud;council_member;;4;\nstil;Stella;resident;;4;\nnul;Nul;resident;;0;\n"
    "= "
    "Ties\nfrom;to;kind;strength;source\nilse;omar;knows;3;\nilse;bert;knows;2;\nbert;rosa;knows;4;\nilse;rosa;knows;4;\nilse;raad;may_not_"
    "contact;;afspraak\n"
    "omar;wim;advises;3;\n"
    "= Memberships\nwho;of;until\nrosa;raad;\ngijs;raad;\nvoor;raad;\ngeel;raad;\noud;raad;2026-09-01\n"
    "= Issues\nid;title;themes;competent;decision_date\nplein;Het plein;groen|spelen;council;2026-11-12\nleeg;Niets;;;\nburo;Een "
    "regel;;college;\n"
    "= "
    "Positions\nactor;issue;position\nomar;plein;1\nwim;plein;-2\nrosa;plein;0\ngijs;plein;-4\nbert;plein;1\nkoor;plein;-1\ngriet;plein;-"
    "4\n"
    "ilse;plein;0\nvoor;plein;2\nstil;plein;unknown\nnul;plein;-4\nraad;plein;-4\n"
    "= Groups\ngroup;seats;spokespersons\nRood;3;verkeer:rosa\nGroen;2;spelen:gijs\n"
    "= Events\ndate;time;title;kind;phase;speak_by;place;issue;attendees\n"
    "2026-06-01;;Voorjaar;;exploring;2026-05-31;;plein;\n"                                 /* row 0: the spring round, all of it left out */
    "2026-07-01;;Voorjaarsraad;;decision_making;;;plein;\n"                                /* 1 */
    "2026-10-08;20:00;Verkenning;commissie;exploring;2026-10-07;Zaal;plein;\n"             /* 2 */
    "2026-10-29;20:00;Oordeel;commissie;opinion_forming;2026-10-28;Zaal;plein;rosa|bert\n" /* 3 */
    "2026-11-02;19:30;Rood beraadt;fractieberaad;;;;plein;rosa\n"                          /* 4 */
    "2026-11-09;19:30;Alle fracties;Fractieberaad;;;;plein;\n"                             /* 5 */
    "2026-11-12;15:00;De raad;raad;decision_making;;;plein;\n"                             /* 6 */
    "2026-11-01;;Buurtfeest;wijkmaaltijd;;;Het veld;;gijs|koor\n"                          /* 7 */
    "2026-10-20;;Andere zaak;commissie;opinion_forming;;;leeg;\n"                          /* 8 */
    "2026-12-01;;Daarna;commissie;exploring;;;plein;\n"                                    /* 9: after the decision */
    "2026-10-26;19:30;Alle fracties, kort;fractieberaad;;;;plein;\n"                       /* 10 */
    "2026-10-03;;Markt;;;;;;gijs\n2026-10-05;;Fietsles;;;;;;gijs\n"                        /* 11, 12 */
    "= Contacts\ndate;actor;by;outcome;next_step;due\n"
    "2026-08-02;gijs;ilse;Luisterde.;Kaart sturen;2026-09-01\n"             /* row 0: a promise, overdue on 1 October */
    "2026-10-01;omar;ilse;Rekent.;;\n"                                      /* today */
    "2026-07-01;koor;ilse;;Bellen;2026-08-01\n2026-07-02;koor;;Gebeld.;;\n" /* kept already: spoken of since */
    "2026-06-01;rosa;bert;;Koffie;\n"                                       /* without a day */
    "2026-12-01;wim;ilse;Later.;Nooit;2026-12-02\n";                        /* has not been made yet */

static sv_contacts find(const sv_map *map, const char *issue, int as_of, size_t top)
{
    const size_t from = row_of(map, "ilse");
    const sv_contacts_options options = {.as_of = as_of, .from = &from, .n_from = 1, .top = top};
    sv_contacts found;
    assert_int_equal(sv_contacts_find(map, sv_map_find_issue(map, issue), &options, &found, NULL), SV_OK);
    return found;
}

/* An actor's turn; NULL when it has none. */
static const sv_turn *turn_of(const sv_map *map, const sv_contacts *found, const char *id)
{
    for (size_t i = 0; i < found->n_turns; i++)
        if (found->turns[i].actor == row_of(map, id))
            return &found->turns[i];
    return NULL;
}

/* ---- The moments ---- */

static void moments_are_those_of_the_round_before_the_decision(void **state)
{
    static const sv_moment wanted[] = {{SV_MOMENT_SPEAK_BY, 20261007, 2}, {SV_MOMENT_EXPLORING, 20261008, 2},
                                       {SV_MOMENT_GROUP, 20261026, 10},   {SV_MOMENT_SPEAK_BY, 20261028, 3},
                                       {SV_MOMENT_OPINION, 20261029, 3},  {SV_MOMENT_GROUP, 20261102, 4},
                                       {SV_MOMENT_GROUP, 20261109, 5},    {SV_MOMENT_DECISION, 20261112, 6}};
    sv_map *map = map_of(plein, NULL);
    sv_moment *list;
    size_t n;
    (void)state;
    assert_int_equal(sv_moments_find(map, 0, &list, &n, NULL), SV_OK);
    assert_int_equal(n, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(list[i].sort, wanted[i].sort);
        assert_int_equal(list[i].day, wanted[i].day);
        assert_int_equal(list[i].event, wanted[i].event);
    }
    free(list);
    assert_int_equal(sv_moments_find(map, 1, &list, &n, NULL), SV_OK); /* no decision known: what there is */
    assert_int_equal(n, 1);
    assert_int_equal(list[0].event, 8);
    free(list);
    assert_int_equal(sv_moments_find(map, 2, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 0);
    free(list);
    sv_map_free(map);
}

/* Without a date with the issue the last decision in the agenda is the end; a date without a meeting is a moment of its own. */
static void the_decision_is_known_from_either(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\na;A\n= Issues\nid;title;decision_date\na;Een;\nb;Twee;2026-05-05\n"
                         "= "
                         "Events\ndate;title;phase;issue\n2026-03-01;Eerst;exploring;a\n2026-04-01;Besluit;decision_making;a\n2026-02-01;"
                         "Oud;opinion_forming;b\n"
                         "2026-01-15;Eerder besluit;decision_making;b\n",
                         NULL);
    sv_moment *list;
    size_t n;
    (void)state;
    assert_int_equal(sv_moments_find(map, 0, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 2);
    assert_int_equal(list[1].day, 20260401);
    free(list);
    assert_int_equal(sv_moments_find(map, 1, &list, &n, NULL), SV_OK);
    assert_int_equal(n, 2);
    assert_int_equal(list[0].event, 2);
    assert_int_equal(list[1].sort, SV_MOMENT_DECISION);
    assert_int_equal(list[1].event, SV_NO_ROW);
    free(list);
    sv_map_free(map);
}

/* Before which event somebody is to be spoken on a day; SV_NO_ROW when no longer. */
static size_t before(const sv_map *map, const char *id, int as_of)
{
    sv_contacts found = find(map, "plein", as_of, 0);
    const sv_turn *turn = turn_of(map, &found, id);
    size_t event = turn && turn->moment != SV_NO_ROW ? found.moments[turn->moment].event : SV_NO_ROW;
    sv_contacts_clear(&found);
    return event;
}

/*
 * The alderman prepares (2, then 3, then the vote); Gijs speaks for his group on playing, a theme of the issue, so before the committee
 * (3), then before the meeting of all groups (5); Rosa speaks on traffic, which is not: before her own group's meeting (4), then that of
 * all (5); the committee member before the committee; the choir while it can be heard: to the 7th, to the 28th, then before the groups
 * meet.
 */
static void everyone_has_their_own_moment(void **state)
{
    sv_map *map = map_of(plein, NULL);
    (void)state;
    assert_int_equal(before(map, "wim", 20261002), 2);
    assert_int_equal(before(map, "wim", 20261008), 2); /* on the day itself */
    assert_int_equal(before(map, "wim", 20261009), 3);
    assert_int_equal(before(map, "wim", 20261030), 6);
    assert_int_equal(before(map, "gijs", 20261002), 3);
    assert_int_equal(before(map, "gijs", 20261030), 5);
    assert_int_equal(before(map, "rosa", 20261002), 4);
    assert_int_equal(before(map, "rosa", 20261103), 5);
    assert_int_equal(before(map, "rosa", 20261110), 6);
    assert_int_equal(before(map, "bert", 20261002), 3);
    assert_int_equal(before(map, "koor", 20261002), 2);
    assert_int_equal(before(map, "koor", 20261008), 3);
    assert_int_equal(before(map, "koor", 20261029), 3); /* too late to ask to speak, in time for what is said */
    assert_int_equal(before(map, "koor", 20261030), 5);
    assert_int_equal(before(map, "wim", 20261113), SV_NO_ROW);
    sv_map_free(map);
}

/* ---- Whose turn ---- */

/*
 * On 1 October. Gijs: from -4 to 2 is 6 of 6; power 2 of 4; 28 days left, so 30/58; spoken on 2 August, 60 days ago: 60/90. Together
 * 1 x .5 x .5172… x .6667 = 0.1724. Wim: 4/6 x 1 x 30/37 (7 days) x 1 = 0.5405. Rosa: 2/6 x .5 x 30/62 (32 days) x 1. The choir: 3/6 x .5 x
 * 30/36 x 91/121. Gea, of whom nothing is known: 2/6 x 2/4 x 30/55 (25 days). Bert: 1/6 x 1/4 x 30/58. Stella: 2/6 x 1 x 30/36. Not Omar,
 * who was spoken to today; not Vera, who is in favour; not Nul, who has no say; not the clerk, us or the council.
 */
static void urgency_is_worked_out_by_hand(void **state)
{
    static const struct {
        const char *id;
        double urgency;
    } wanted[] = {{"wim", 4 / 6. * 30 / 37},        {"stil", 2 / 6. * 30 / 36},
                  {"gijs", .5 * 30 / 58 * 60 / 90}, {"koor", .5 * .5 * 30 / 36 * 91 / 121},
                  {"geel", 2 / 6. * .5 * 30 / 55},  {"rosa", 2 / 6. * .5 * 30 / 62},
                  {"bert", 1 / 6. * .25 * 30 / 58}};
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "plein", 20261001, 0);
    (void)state;
    assert_int_equal(found.decision, 20261112);
    assert_false(found.decided);
    assert_int_equal(found.n_turns, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < found.n_turns; i++) {
        assert_string_equal(sv_map_actor(map, found.turns[i].actor)->id, wanted[i].id);
        assert_near(found.turns[i].urgency, wanted[i].urgency);
    }
    assert_near(turn_of(map, &found, "gijs")->deadline_part, 30 / 58.);
    assert_near(turn_of(map, &found, "gijs")->contact_part, 60 / 90.);
    assert_int_equal(turn_of(map, &found, "gijs")->last_contact, 20260802);
    assert_true(isnan(turn_of(map, &found, "geel")->stance) && isnan(turn_of(map, &found, "geel")->power));
    sv_contacts_clear(&found);
    found = find(map, "plein", 20261001, 2);
    assert_int_equal(found.n_turns, 2);
    assert_int_equal(found.turns_more, 5);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

/* Ilse knows Rosa well and may not go there; it goes through Bert. Gijs is forbidden to her, and nobody leads to him. */
static void nobody_is_sent_where_they_may_not_go(void **state)
{
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "plein", 20261001, 0);
    const sv_turn *rosa = turn_of(map, &found, "rosa"), *gijs = turn_of(map, &found, "gijs");
    (void)state;
    assert_int_equal(rosa->way.n, 2);
    assert_int_equal(rosa->way.steps[0].to, row_of(map, "bert"));
    assert_int_equal(rosa->rule, 4);
    assert_int_equal(gijs->way.n, 0);
    assert_int_equal(gijs->rule, 4);
    assert_int_equal(turn_of(map, &found, "wim")->rule, SV_NO_ROW);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

/* Gijs is at the market and the cycling lesson before the 29th (the first two; the party comes after it). Rosa is at the committee. Wim is
 * nowhere: nothing public comes before the 8th. */
static void places_to_meet_come_before_the_day(void **state)
{
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "plein", 20261001, 0);
    const sv_turn *gijs = turn_of(map, &found, "gijs"), *rosa = turn_of(map, &found, "rosa"), *geel = turn_of(map, &found, "geel");
    (void)state;
    assert_int_equal(gijs->n_meet, 2);
    assert_int_equal(gijs->meet[0], 11);
    assert_int_equal(gijs->meet[1], 12);
    assert_true(gijs->attends);
    assert_int_equal(rosa->n_meet, 1);
    assert_int_equal(rosa->meet[0], 3);
    assert_int_equal(geel->n_meet, 1); /* the public meeting on the issue before all groups meet */
    assert_int_equal(geel->meet[0], 2);
    assert_false(geel->attends);
    assert_int_equal(turn_of(map, &found, "wim")->n_meet, 0);
    sv_contacts_clear(&found);
    found = find(map, "plein", 20261004, 0); /* the market is over */
    assert_int_equal(turn_of(map, &found, "gijs")->n_meet, 1);
    assert_int_equal(turn_of(map, &found, "gijs")->meet[0], 12);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

static void promises_are_those_nobody_spoke_of_since(void **state)
{
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "plein", 20261001, 0);
    (void)state;
    assert_int_equal(found.n_promises, 2);
    assert_int_equal(found.promises[0].contact, 0);
    assert_int_equal(found.promises[0].due, 20260901);
    assert_int_equal(found.promises[1].contact, 4);
    assert_int_equal(found.promises[1].due, 0);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

/* The executive decides on the rule: alderman and mayor have a turn, though nobody knows what they think; the council has not. */
static void who_decides_has_a_turn(void **state)
{
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "buro", 20261001, 0);
    (void)state;
    assert_int_equal(found.n_turns, 2);
    assert_non_null(turn_of(map, &found, "wim"));
    assert_non_null(turn_of(map, &found, "burg"));
    assert_int_equal(turn_of(map, &found, "wim")->moment, SV_NO_ROW);
    assert_near(turn_of(map, &found, "wim")->deadline_part, 1);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

static void after_the_decision_it_is_nobodys_turn(void **state)
{
    sv_map *map = map_of(plein, NULL);
    sv_contacts found = find(map, "plein", 20261113, 0);
    (void)state;
    assert_true(found.decided);
    assert_int_equal(found.n_turns, 0);
    assert_int_equal(found.n_moments, 8); /* still told, as past */
    sv_contacts_clear(&found);
    found = find(map, "plein", 20261112, 0);
    assert_false(found.decided);
    assert_true(found.n_turns > 0);
    sv_contacts_clear(&found);
    sv_map_free(map);
}

/* In the sample nobody is reached along a forbidden pair or through the clerk, and the clerk is nobody's turn. */
static void in_waterrijk_all_ways_are_allowed(void **state)
{
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE);
    sv_forbidden *rules;
    sv_contacts_options options = {.as_of = 20261001};
    sv_contacts found;
    size_t *own;
    (void)state;
    assert_int_equal(sv_forbidden_new(map, 0, &rules, NULL), SV_OK);
    assert_int_equal(sv_own_actors(map, &own, &options.n_from, NULL), SV_OK);
    options.from = own;
    for (size_t issue = 0; issue < 2; issue++) {
        assert_int_equal(sv_contacts_find(map, issue, &options, &found, NULL), SV_OK);
        assert_true(found.n_turns > 10);
        for (size_t i = 0; i < found.n_turns; i++) {
            assert_true(strcmp(sv_map_actor(map, found.turns[i].actor)->kind->id, "clerk") != 0);
            assert_true(i == 0 || found.turns[i - 1].urgency >= found.turns[i].urgency);
            for (size_t s = 0; s < found.turns[i].way.n; s++) {
                const sv_step *step = &found.turns[i].way.steps[s];
                assert_int_equal(sv_forbidden_rule(rules, step->from, step->to), SV_NO_ROW);
                assert_true(strcmp(sv_map_actor(map, step->from)->kind->id, "clerk") != 0);
            }
        }
        sv_contacts_clear(&found);
    }
    free(own);
    sv_forbidden_free(rules);
    sv_map_free(map);
}

/* ---- Memory ---- */

static sv_map *tortured;

static sv_status tell(size_t fail_at, bool calendar, sv_text *result, bool *failed)
{
    const size_t from = 0;
    const sv_contacts_options options = {.as_of = 20261001, .from = &from, .n_from = 1, .top = 4};
    const sv_team_options members = {.as_of = 20261001, .from = &from, .n_from = 1};
    const sv_answer_options how = {.language = SV_DUTCH, .audience = SV_TEAM, .as_of = 20261001};
    sv_contacts found;
    sv_team team = {0};
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_contacts_find(tortured, 0, &options, &found, NULL);
    if (status == SV_OK && !calendar)
        status = sv_team_find(tortured, 0, &members, &team, NULL);
    if (status == SV_OK)
        status = calendar ? sv_report_calendar(tortured, &found, &how, &text, &length, NULL)
                          : sv_report_contacts(tortured, &found, &team, &how, &text, &length, NULL);
    sv_contacts_clear(&found);
    sv_team_clear(&team);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    return status;
}

static sv_status tell_contacts(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(fail_at, false, result, failed);
}

static sv_status tell_calendar(size_t fail_at, sv_text *result, bool *failed)
{
    return tell(fail_at, true, result, failed);
}

static int set_up(void **state)
{
    (void)state;
    tortured = map_of(plein, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(tortured);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_those_of_the_round_before_the_decision),
        cmocka_unit_test(the_decision_is_known_from_either),
        cmocka_unit_test(everyone_has_their_own_moment),
        cmocka_unit_test(urgency_is_worked_out_by_hand),
        cmocka_unit_test(nobody_is_sent_where_they_may_not_go),
        cmocka_unit_test(places_to_meet_come_before_the_day),
        cmocka_unit_test(promises_are_those_nobody_spoke_of_since),
        cmocka_unit_test(who_decides_has_a_turn),
        cmocka_unit_test(after_the_decision_it_is_nobodys_turn),
        cmocka_unit_test(in_waterrijk_all_ways_are_allowed),
        TORTURE_MEMORY(tell_contacts),
        TORTURE_MEMORY(tell_calendar),
    };
    return cmocka_run_group_tests_name("contacts", tests, set_up, tear_down);
}
