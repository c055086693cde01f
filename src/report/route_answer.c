/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The route to somebody as an answer: the warmest way in, the others, and what a rule closes. */
#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "way_words.h"

/* NaN where there is no way, and for the public, to whom the strength of ties is not told. */
static double known_warmth(const answer *to, const sv_way *way)
{
    return way->warmth > 0 && to->options.audience != SV_PUBLIC ? way->warmth : NAN;
}

/* ---- The ways there are ---- */

static void say_best(answer *to, const sv_route *route)
{
    const sv_way *way = &route->ways[0];
    sv_text steps = {0}, chance = {0};
    if (way->n == 0) {
        answer_say(to, SV_TR("{to} is where you begin: no way is needed."), SAYS(SAY_ACTOR("to", to->map, route->to)));
        return;
    }
    way_add(to, way, &steps);
    way_add_chance(to, way->warmth, &chance);
    if (way->n == 1)
        answer_say(to, SV_TR("{from} can go to {to} directly: {steps}."),
                   SAYS(SAY_ACTOR("from", to->map, way->steps[0].from), SAY_ACTOR("to", to->map, route->to),
                        SAY_TEXT("steps", sv_text_get(&steps))));
    else
        answer_say(to, SV_TR("{via} is the warmest way in to {to}: {steps}."),
                   SAYS(SAY_ACTOR("via", to->map, way->steps[way->n - 1].from), SAY_ACTOR("to", to->map, route->to),
                        SAY_TEXT("steps", sv_text_get(&steps))));
    if (to->options.audience != SV_PUBLIC)
        answer_say(to, SV_TR("This way a request comes across {chance}."), SAYS(SAY_TEXT("chance", sv_text_get(&chance))));
    to->failed |= steps.failed || chance.failed;
    sv_text_clear(&steps);
    sv_text_clear(&chance);
}

/* What the map notes about those between and about their ties: who may be asked what. */
static void add_remarks(answer *to, const sv_way *way)
{
    for (size_t i = 0; i < way->n; i++) {
        const sv_step *step = &way->steps[i];
        const char *of_tie = step->tie == SV_NO_ROW ? "" : sv_map_cell(to->map, SV_TIES, step->tie, SV_TIE_NOTE);
        const char *of_actor = i ? sv_map_cell(to->map, SV_ACTORS, step->from, SV_ACTOR_NOTE) : "";
        if (*of_actor)
            answer_item(to, SV_TR("Note on {who}: \"{note}\""), SAYS(SAY_ACTOR("who", to->map, step->from), SAY_TEXT("note", of_actor)));
        if (*of_tie)
            answer_item(to, SV_TR("Note on {from} and {to}: \"{note}\""),
                        SAYS(SAY_ACTOR("from", to->map, step->from), SAY_ACTOR("to", to->map, step->to), SAY_TEXT("note", of_tie)));
    }
}

/* The names of those between the first and the last; "–" when there is nobody. */
static void add_via(answer *to, const sv_way *way)
{
    sv_text names = {0};
    for (size_t i = 1; i < way->n; i++)
        sv_text_addf(&names, "%s%s", i > 1 ? ", " : "", sv_map_actor(to->map, way->steps[i].from)->name);
    answer_cell(to, names.length ? sv_text_get(&names) : "–");
    to->failed |= names.failed;
    sv_text_clear(&names);
}

static void add_ways(answer *to, const sv_route *route)
{
    static const answer_column columns[] = {{"way", NULL, 0},
                                            {"from", SV_TR("begins with"), 0},
                                            {"via", SV_TR("through"), 0},
                                            {"warmth", SV_TR("comes across"), 0},
                                            {"last_contact", SV_TR("last contact"), 0}};
    answer_table(to, "ways", route->n > 1 ? SV_TR("The warmest ways:") : NULL, columns, 5);
    for (size_t i = 0; i < route->n; i++) {
        const sv_way *way = &route->ways[i];
        sv_text steps = {0};
        answer_cell_number(to, (double)i + 1);
        answer_cell_actor(to, way->n ? way->steps[0].from : route->to);
        add_via(to, way);
        answer_cell_share(to, known_warmth(to, way));
        answer_cell_date(to, way->n ? way->steps[0].last_contact : 0);
        way_add(to, way, &steps);
        if (way->n && route->n > 1)
            answer_row_say(to, SV_TR("{steps}."), SAYS(SAY_TEXT("steps", sv_text_get(&steps))));
        to->failed |= steps.failed;
        sv_text_clear(&steps);
    }
}

static void add_steps(answer *to, const sv_route *route)
{
    static const answer_column columns[] = {{"way", NULL, 0}, {"step", NULL, 0},   {"from", NULL, 0},        {"to", NULL, 0},
                                            {"tie", NULL, 0}, {"warmth", NULL, 0}, {"last_contact", NULL, 0}};
    answer_table(to, "steps", NULL, columns, 7);
    for (size_t i = 0; i < route->n; i++)
        for (size_t s = 0; s < route->ways[i].n; s++) {
            const sv_step *step = &route->ways[i].steps[s];
            answer_cell_number(to, (double)i + 1);
            answer_cell_number(to, (double)s + 1);
            answer_cell_actor(to, step->from);
            answer_cell_actor(to, step->to);
            answer_cell(to, way_kind(to->map, step));
            answer_cell_number(to, to->options.audience == SV_PUBLIC ? NAN : step->warmth);
            answer_cell_date(to, step->last_contact);
        }
}

/* ---- What a rule closes ---- */

static void say_bound(answer *to, const sv_route *route)
{
    sv_text names = {0};
    if (!route->n_bound)
        return;
    way_add_names(to, route->bound, route->n_bound, &names);
    answer_say(to,
               route->n_bound > 1 ? SV_TR("{who} are not allowed to contact {to} directly.")
                                  : SV_TR("{who} is not allowed to contact {to} directly."),
               SAYS(SAY_TEXT("who", sv_text_get(&names)), SAY_ACTOR("to", to->map, route->to)));
    to->failed |= names.failed;
    sv_text_clear(&names);
}

static void say_closed(answer *to, const sv_route *route)
{
    sv_text steps = {0};
    const sv_step *step;
    if (route->closed.n == 0)
        return;
    step = &route->closed.steps[route->rule_at];
    way_add(to, &route->closed, &steps);
    answer_say(to,
               route->n ? SV_TR("A warmer way is closed: {steps}; but {from} and {to} may not be in contact.")
                        : SV_TR("The only way there would be is closed: {steps}; but {from} and {to} may not be in contact."),
               SAYS(SAY_TEXT("steps", sv_text_get(&steps)), SAY_ACTOR("from", to->map, step->from), SAY_ACTOR("to", to->map, step->to)));
    to->failed |= steps.failed;
    sv_text_clear(&steps);
}

/* ---- Who may speak instead ---- */

/* The same for programs: "exception|manager". */
static void add_reason_ids(answer *to, unsigned why)
{
    static const char *const ids[] = {"exception", "advisory_council", "manager", "residents_group", "colleague", "shared_body"};
    sv_text out = {0};
    for (unsigned i = 0; i < sizeof ids / sizeof *ids; i++)
        if (why & 1U << i)
            sv_text_addf(&out, "%s%s", out.length ? "|" : "", ids[i]);
    answer_cell(to, sv_text_get(&out));
    to->failed |= out.failed;
    sv_text_clear(&out);
}

static void add_reason(answer *to, const char *message, size_t body, sv_text *out)
{
    sv_text reason = {0};
    answer_fill(to, message, body == SV_NO_ROW ? SAYS() : SAYS(SAY_ACTOR("body", to->map, body)), &reason);
    sv_text_addf(out, "%s%s", out->length ? ", " : "", sv_text_get(&reason));
    out->failed |= reason.failed;
    sv_text_clear(&reason);
}

static void add_reasons(answer *to, const sv_between *between)
{
    sv_text out = {0};
    if (between->why & SV_BETWEEN_EXCEPTION)
        add_reason(to, SV_TR("excepted by the rule"), SV_NO_ROW, &out);
    if (between->why & SV_BETWEEN_ADVICE)
        add_reason(to, between->advisory == between->actor ? SV_TR("advisory council") : SV_TR("of {body} (advisory council)"),
                   between->advisory, &out);
    if (between->why & SV_BETWEEN_MANAGER)
        add_reason(to, SV_TR("manager"), SV_NO_ROW, &out);
    if (between->why & SV_BETWEEN_RESIDENTS)
        add_reason(to, between->residents == between->actor ? SV_TR("residents' group") : SV_TR("of {body} (residents' group)"),
                   between->residents, &out);
    if (between->why & SV_BETWEEN_COLLEAGUE)
        add_reason(to, SV_TR("of the same party or council group"), SV_NO_ROW, &out);
    if (between->why & SV_BETWEEN_BOARD)
        add_reason(to, SV_TR("sits in {body} too"), between->shared, &out);
    answer_cell(to, sv_text_get(&out));
    to->failed |= out.failed;
    sv_text_clear(&out);
}

static void say_half(answer *to, const sv_way *way, const char *known, const char *unknown, size_t actor)
{
    sv_text steps = {0};
    way_add(to, way, &steps);
    if (way->n || way->warmth <= 0)
        answer_row_say(to, way->n ? known : unknown, SAYS(SAY_TEXT("steps", sv_text_get(&steps)), SAY_ACTOR("who", to->map, actor)));
    to->failed |= steps.failed;
    sv_text_clear(&steps);
}

static void add_between(answer *to, const sv_route *route)
{
    static const answer_column columns[] = {{"who", SV_TR("who"), 0},
                                            {"reasons", NULL, 0},
                                            {"why", SV_TR("may speak as"), 0},
                                            {"from_us", SV_TR("from us"), 0},
                                            {"onward", SV_TR("and on"), 0}};
    answer_table(to, "between", SV_TR("Who may make the contact instead, the warmest first:"), columns, 5);
    for (size_t i = 0; i < route->n_between; i++) {
        const sv_between *between = &route->between[i];
        answer_cell_actor(to, between->actor);
        add_reason_ids(to, between->why);
        add_reasons(to, between);
        answer_cell_share(to, known_warmth(to, &between->near));
        answer_cell_share(to, known_warmth(to, &between->onward));
        say_half(to, &between->near, SV_TR("From us: {steps}."), SV_TR("From us no way to {who} is known yet."), between->actor);
        say_half(to, &between->onward, SV_TR("And on: {steps}."), SV_TR("Whether {who} knows the way on is not in the map: ask."),
                 between->actor);
    }
    if (route->between_more)
        answer_say(to, SV_TR("And {n} more."), SAYS(SAY_COUNT("n", route->between_more)));
}

/* ---- None ---- */

static void say_none(answer *to, const sv_route *route)
{
    const sv_map *map = to->map;
    if (route->rule != SV_NO_ROW) {
        answer_say(to, SV_TR("There is no way to {to} that is allowed."), SAYS(SAY_ACTOR("to", map, route->to)));
        say_closed(to, route);
        say_bound(to, route);
        way_say_rule(to, route->rule, true);
        if (route->n_between)
            add_between(to, route);
        else
            answer_say(to, SV_TR("Nobody in the map may clearly make the contact instead: ask your manager who can."), SAYS());
        return;
    }
    answer_say(to, SV_TR("In this map no way leads to {to}."), SAYS(SAY_ACTOR("to", map, route->to)));
    if (route->n_close) {
        sv_text names = {0};
        way_add_names(to, route->close, route->n_close < 5 ? route->n_close : 5, &names);
        answer_say(to, SV_TR("Who does have a tie with {to}: {names}. Who among you knows one of them?"),
                   SAYS(SAY_ACTOR("to", map, route->to), SAY_TEXT("names", sv_text_get(&names))));
        to->failed |= names.failed;
        sv_text_clear(&names);
    } else {
        answer_say(to, SV_TR("Nobody in the map has a tie with {to}. Does a colleague know somebody? Put it in sheet Ties."),
                   SAYS(SAY_ACTOR("to", map, route->to)));
    }
}

static void add_facts(answer *to, const sv_route *route)
{
    answer_fact_actor(to, "to", route->to);
    answer_fact(to, "ways", (double)route->n);
    answer_fact(to, "warmth", route->n ? known_warmth(to, &route->ways[0]) : NAN);
    answer_fact_actor(to, "forbidden_by", route->rule == SV_NO_ROW ? SV_NO_ROW : sv_map_tie(to->map, route->rule)->from);
    answer_fact(to, "closed_warmth", known_warmth(to, &route->closed));
}

static void add_found(answer *to, const sv_route *route)
{
    say_best(to, route);
    add_remarks(to, &route->ways[0]);
    if (route->ways[0].n)
        add_ways(to, route);
    add_steps(to, route);
    if (route->rule != SV_NO_ROW && route->ways[0].n) {
        answer_heading(to, SV_TR("What a rule closes:"), SAYS());
        say_bound(to, route);
        say_closed(to, route);
        way_say_rule(to, route->rule, false);
    }
}

sv_status sv_report_route(const sv_map *map, const sv_route *found, const sv_answer_options *options, char **text, size_t *length,
                          sv_error *error)
{
    answer to;
    const sv_actor *end = sv_map_actor(map, found->to);
    bool clerk = strcmp(end->kind->id, "clerk") == 0;
    answer_begin(&to, "route", map, options);
    add_facts(&to, found);
    if (clerk)
        answer_say(&to,
                   SV_TR("{to} is the clerk: there for everybody, on procedure (speaking, agenda, deadlines), and neutral. Just call; "
                         "nobody needs to introduce you."),
                   SAYS(SAY_ACTOR("to", map, found->to)));
    else if (found->n)
        add_found(&to, found);
    else
        say_none(&to, found);
    if (clerk || end->kind->political)
        way_add_procedure(&to, SV_NO_ROW, clerk);
    if (!clerk && ((found->n && found->ways[0].n) || found->n_between))
        way_note_warmth(&to);
    return answer_end(&to, text, length, error);
}
