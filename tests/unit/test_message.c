/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Messages: what a conversation rests on, who has it, and to whom they listen. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "support.h"

/* Ilse may not contact the council, Fatima may; Bea introduces. In favour: Bea (2), Vic (4), Inge (3), Ver (4), Griet, Ab; not Tom (1). */
static const char talk[] =
    "= Actors\nid;name;kind;own;power;seeks;note\nilse;Ilse;professional;yes;;;\nfatima;Fatima;resident;yes;;;\n"
    "rosa;Rosa;council_member;;3;rust|ruimte;Belt liever.\nraad;De raad;council;;;;\ngriet;Griet;clerk;;;;\nbea;Bea;resident;;;;\n"
    "vic;Vic;council_member;;;;\ninge;Inge;person;;;;\nver;Ver;person;;;;\ntom;Tom;person;;;;\nab;Ab;person;;;;\n"
    "= Ties\nfrom;to;kind;strength;direction\nilse;bea;knows;3;\nbea;rosa;knows;2;\nilse;raad;may_not_contact;;\nilse;rosa;knows;4;\n"
    "vic;rosa;works_with;3;\ninge;rosa;influences;4;\ntom;rosa;knows;4;\ngriet;rosa;knows;4;\nver;vic;knows;4;\nab;raad;may_not_contact;;"
    "\nab;rosa;knows;4;\nab;rosa;influences;4;\n"
    "= Memberships\nwho;of\nrosa;raad\nvic;raad\n"
    "= Issues\nid;title;ask;message;competent;decision_date\np;Het plein;Stem voor.;Groen helpt.;council;2026-11-12\n"
    "= Positions\nactor;issue;position;gains;objection;date;informant\nrosa;p;0;Rust.;;2026-03-01;ilse\nrosa;p;-1;;Geld.;2026-09-01;bea\n"
    "bea;p;2;;;;\nvic;p;4;;;;\ninge;p;3;;;;\nver;p;4;;;;\ntom;p;1;;;;\ngriet;p;4;;;;\nab;p;4;;;;\nilse;p;4;;;;\n"
    "= Events\ndate;title;kind;issue;phase\n2026-11-09;Beraad;fractieberaad;p;\n2026-10-20;Markt;markt;;\n"
    "= Contacts\ndate;actor;by;outcome\n2026-05-01;rosa;fatima;Luisterde.\n2026-06-01;rosa;bea;Vroeg naar "
    "geld.\n2027-01-01;rosa;bea;Later.\n";

static sv_message message_of(const sv_map *map, const char *actor, const char *from)
{
    const size_t all[] = {0, 1}, one = from ? row_of(map, from) : 0;
    const sv_message_options options = {.as_of = 20261001, .from = from ? &one : all, .n_from = from ? 1 : 2};
    sv_message message;
    assert_int_equal(sv_message_find(map, row_of(map, actor), 0, &options, &message, NULL), SV_OK);
    return message;
}

/*
 * Directly: Inge by her influence (4: .9), Vic who works with her (.7), Bea who knows her (.5, and spoke with her on 1 June: 122 days). Ver
 * would be .9 x .7, but through Vic. Not Tom, who only leans; not the clerk; not Ab, who may not.
 */
static void they_listen_to_who_is_near(void **state)
{
    static const char *const wanted[] = {"inge", "vic", "bea"};
    const double warmth[] = {.9, .7, .5 * pow(.5, 122 / 730.5)};
    sv_map *map = map_of(talk, NULL);
    sv_message message = message_of(map, "rosa", NULL);
    (void)state;
    assert_int_equal(message.n_voices, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(sv_map_actor(map, message.voices[i].actor)->id, wanted[i]);
        assert_near(message.voices[i].warmth, warmth[i]);
    }
    assert_int_equal(message.voices[0].influence, 5);
    assert_int_equal(message.voices[0].way.n, 0);
    assert_int_equal(message.voices[1].way.n, 1);
    sv_message_clear(&message);
    sv_map_free(map);
}

/* With only Ver left in favour she is heard at two steps: .9 x .7. */
static void further_away_counts_where_nobody_is_near(void **state)
{
    sv_map *map = map_of(
        "= Actors\nid;name;own\nu;U;yes\nr;R;\nv;V;\nw;W;\nx;X;\n= Ties\nfrom;to;strength\nv;r;3\nw;v;4\nx;w;4\n= Issues\nid;title\np;P\n"
        "= Positions\nactor;issue;position\nw;p;2\nx;p;4\n",
        NULL);
    sv_message message = message_of(map, "r", "u");
    (void)state;
    assert_int_equal(message.n_voices, 1); /* x is three steps away */
    assert_int_equal(message.voices[0].actor, row_of(map, "w"));
    assert_near(message.voices[0].warmth, .9 * .7);
    assert_int_equal(message.route.n, 0);
    assert_int_equal(message.speaker, row_of(map, "u")); /* nothing forbids it */
    sv_message_clear(&message);
    sv_map_free(map);
}

/* Fatima may, so she speaks, though the way begins with Ilse; of Ilse alone it is Bea, who may, and brings it. */
static void who_may_not_does_not_speak(void **state)
{
    sv_map *map = map_of(talk, NULL);
    sv_message message = message_of(map, "rosa", NULL);
    (void)state;
    assert_false(message.closed);
    assert_int_equal(message.route.n_bound, 1);
    assert_int_equal(message.route.ways[0].steps[0].from, row_of(map, "ilse"));
    assert_int_equal(message.speaker, row_of(map, "fatima"));
    sv_message_clear(&message);
    message = message_of(map, "rosa", "ilse");
    assert_true(message.closed);
    assert_int_equal(message.speaker, row_of(map, "bea"));
    sv_message_clear(&message);
    message = message_of(map, "bea", "ilse");
    assert_false(message.closed);
    assert_int_equal(message.speaker, row_of(map, "ilse"));
    sv_message_clear(&message);
    sv_map_free(map);
}

/* The latest position first: row 1 of 1 September, then row 0 of 1 March. The last contact before today is row 1, by whomever. */
static void the_latest_word_comes_first(void **state)
{
    sv_map *map = map_of(talk, NULL);
    sv_message message = message_of(map, "rosa", NULL);
    (void)state;
    assert_int_equal(message.n_positions, 2);
    assert_int_equal(message.positions[0], 1);
    assert_int_equal(message.positions[1], 0);
    assert_int_equal(message.contact, 1);
    assert_near(message.turn.stance, -.5);
    assert_int_equal(message.moments[message.turn.moment].sort, SV_MOMENT_GROUP);
    sv_message_clear(&message);
    sv_map_free(map);
}

static char *tell(const sv_map *map, const char *actor, const char *from, sv_language language, sv_audience audience)
{
    const sv_answer_options how = {.language = language, .audience = audience, .as_of = 20261001};
    sv_message message = message_of(map, actor, from);
    char *text;
    size_t length;
    assert_int_equal(sv_report_message(map, &message, &how, &text, &length, NULL), SV_OK);
    sv_message_clear(&message);
    return text;
}

/* Words, wherever the lines are broken. */
static void assert_says(const char *text, const char *words)
{
    char *flat = strdup(text);
    for (char *c = flat; *c; c++)
        if (*c == '\n')
            *c = ' ';
    if (!strstr(flat, words))
        fail_msg("\"%s\" is not in:\n%s", words, text);
    free(flat);
}

static size_t lines_of(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

/* Half a page: who may not comes before everything else, and then all there is to say. */
static void it_fits_half_a_page(void **state)
{
    sv_map *map = map_of(talk, NULL);
    char *text = tell(map, "rosa", "ilse", SV_ENGLISH, SV_TEAM);
    (void)state;
    assert_says(text, "2026  Ilse is not allowed to contact Rosa directly.");
    assert_says(text, "So this conversation is for Bea");
    assert_says(text, "What Rosa gains: Rust.");
    assert_says(text, "What holds Rosa back: Geld.");
    assert_says(text, "looking for: rust; ruimte");
    assert_says(text, "What we ask: Stem voor.");
    assert_says(text, "Who introduces you: Bea.");
    assert_says(text, "before 9 November 2026");
    assert_says(text, "with Bea: Vroeg naar geld.");
    assert_says(text, "Mind: Belt liever.");
    assert_true(lines_of(text) <= 30);
    free(text);
    sv_map_free(map);
}

static void with_the_clerk_there_is_no_conversation(void **state)
{
    sv_map *map = map_of(talk, NULL);
    char *text = tell(map, "griet", NULL, SV_ENGLISH, SV_TEAM);
    (void)state;
    assert_false(sv_message_can_be_had(map, row_of(map, "griet")));
    assert_false(sv_message_can_be_had(map, row_of(map, "raad")));
    assert_false(sv_message_can_be_had(map, row_of(map, "fatima")));
    assert_true(sv_message_can_be_had(map, row_of(map, "rosa")));
    assert_says(text, "procedure only");
    assert_null(strstr(text, "What we ask"));
    free(text);
    sv_map_free(map);
}

/* ---- Memory ---- */

static sv_map *tortured;

static sv_status tell_failing(size_t fail_at, const char *from, sv_language language, sv_text *result, bool *failed)
{
    const sv_answer_options how = {.language = language, .audience = SV_TEAM, .as_of = 20261001};
    const size_t one = row_of(tortured, from), rosa = row_of(tortured, "rosa");
    const sv_message_options options = {.as_of = 20261001, .from = &one, .n_from = 1};
    sv_message message;
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_message_find(tortured, rosa, 0, &options, &message, NULL);
    if (status == SV_OK)
        status = sv_report_message(tortured, &message, &how, &text, &length, NULL);
    sv_message_clear(&message);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    return status;
}

static sv_status tell_closed(size_t fail_at, sv_text *result, bool *failed)
{
    return tell_failing(fail_at, "ilse", SV_DUTCH, result, failed);
}

static sv_status tell_free(size_t fail_at, sv_text *result, bool *failed)
{
    return tell_failing(fail_at, "fatima", SV_ENGLISH, result, failed);
}

static int set_up(void **state)
{
    (void)state;
    tortured = map_of(talk, NULL);
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
        cmocka_unit_test(they_listen_to_who_is_near),
        cmocka_unit_test(further_away_counts_where_nobody_is_near),
        cmocka_unit_test(who_may_not_does_not_speak),
        cmocka_unit_test(the_latest_word_comes_first),
        cmocka_unit_test(it_fits_half_a_page),
        cmocka_unit_test(with_the_clerk_there_is_no_conversation),
        TORTURE_MEMORY(tell_closed),
        TORTURE_MEMORY(tell_free),
    };
    return cmocka_run_group_tests_name("message", tests, set_up, tear_down);
}
