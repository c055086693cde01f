/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of the route view: what ties two, how often a request comes across, and what the picture says. */
#include <math.h>
#include <string.h>

#include "route_parts.h"

const char *route_name(const route_view *v, size_t actor)
{
    return sv_map_actor(v->stage->map, actor)->name;
}

/* "about 6 times out of 10" */
static const char *chance_words(route_view *v, double warmth)
{
    double times = round(10 * warmth);
    if (times < 1)
        return sv_stage_say(v->stage, SV_TR("less than once in 10 times"));
    if (times < 2)
        return sv_stage_say(v->stage, SV_TR("about once in 10 times"));
    if (times > 9)
        return sv_stage_say(v->stage, SV_TR("almost every time"));
    return sv_stage_fill(v->stage, SV_TR("about {a} times out of 10"), sv_stage_number(v->stage, times), NULL, NULL);
}

/* A kind of tie in a word or two, and where it is strong. */
typedef struct tie_word {
    const char *kind, *usual, *strong;
} tie_word;
static const tie_word tie_list[] = {
    {"knows", SV_TR("knows"), SV_TR("knows well")},     {"works_with", SV_TR("works together"), SV_TR("works closely together")},
    {"informs", SV_TR("informs"), SV_TR("informs")},    {"advises", SV_TR("advises"), SV_TR("advises")},
    {"supports", SV_TR("supports"), SV_TR("supports")}, {"reports_to", SV_TR("reports to"), SV_TR("reports to")},
    {"family", SV_TR("family"), SV_TR("family")},
};

/* What ties two. A membership is told by the role in it. */
const char *route_tie_words(const route_view *v, const sv_step *step)
{
    const sv_stage *stage = v->stage;
    const sv_tie *tie;
    const char *role;
    if (step->tie == SV_NO_ROW && step->membership == SV_NO_ROW)
        return "";
    if (step->tie == SV_NO_ROW) {
        role = sv_map_cell(stage->map, SV_MEMBERSHIPS, step->membership, SV_MEMBERSHIP_ROLE);
        return *role ? role : sv_stage_say(stage, SV_TR("membership"));
    }
    tie = sv_map_tie(stage->map, step->tie);
    for (size_t i = 0; i < sizeof tie_list / sizeof *tie_list; i++)
        if (strcmp(tie->kind->id, tie_list[i].kind) == 0)
            return sv_stage_say(stage, tie->strength >= 3.5 ? tie_list[i].strong : tie_list[i].usual);
    return stage->language == SV_DUTCH ? tie->kind->nl : tie->kind->en;
}

static const char *rule_words(route_view *v)
{
    const sv_tie *rule = sv_map_tie(v->stage->map, v->route.rule);
    bool body = sv_map_actor(v->stage->map, rule->from)->kind->of != SV_CLASS_PERSON;
    return sv_stage_fill(v->stage, body ? SV_TR("{a} forbids its people contact with {b}") : SV_TR("{a} may not contact {b}"),
                         route_name(v, rule->from), route_name(v, rule->to), NULL);
}

static const char *reason_words(const route_view *v, unsigned why)
{
    static const char *const words[] = {SV_TR("excepted by the rule"),
                                        SV_TR("advisory council"),
                                        SV_TR("manager"),
                                        SV_TR("residents' group"),
                                        SV_TR("of the same party or council group"),
                                        SV_TR("sits in one body with them")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (why & 1U << i)
            return sv_stage_say(v->stage, words[i]);
    return "";
}

/* What stands above a lane. */
const char *route_head(route_view *v, size_t number)
{
    const sv_lane *lane = &v->lanes.items[number];
    sv_stage *stage = v->stage;
    switch (lane->kind) {
    case SV_LANE_WAY:
        if (stage->options->audience == SV_PUBLIC)
            return sv_stage_fill(stage, SV_TR("Way {a}"), sv_stage_number(stage, (double)number + 1), NULL, NULL);
        return sv_stage_fill(stage, SV_TR("Way {a}: comes across {b}"), sv_stage_number(stage, (double)number + 1),
                             chance_words(v, lane->warmth), NULL);
    case SV_LANE_CLOSED: return sv_stage_fill(stage, SV_TR("Closed: {a}"), rule_words(v), NULL, NULL);
    case SV_LANE_BETWEEN:
        return sv_stage_fill(stage, SV_TR("Instead of us: {a} ({b})"), route_name(v, lane->between->actor),
                             reason_words(v, lane->between->why), NULL);
    default: return sv_stage_fill(stage, SV_TR("{a} has a tie"), route_name(v, lane->steps[0].step.from), NULL, NULL);
    }
}

/* Who opens the door: the one before the last. */
const char *route_finding(route_view *v)
{
    sv_stage *stage = v->stage;
    const char *to = route_name(v, v->route.to);
    const sv_way *best = v->route.n ? &v->route.ways[0] : NULL;
    if (strcmp(sv_map_actor(stage->map, v->route.to)->kind->id, "clerk") == 0)
        return sv_stage_fill(
            stage, SV_TR("{a} is the clerk: there for everybody, on procedure, and neutral. Just call; nobody needs to introduce you."), to,
            NULL, NULL);
    if (best && best->n == 0)
        return sv_stage_fill(stage, SV_TR("{a} is where it begins: no way is needed."), to, NULL, NULL);
    if (best && stage->options->audience == SV_PUBLIC)
        return sv_stage_fill(stage, best->n == 1 ? SV_TR("{b} can go to {a} directly.") : SV_TR("{b} is the way in to {a}."), to,
                             route_name(v, best->steps[best->n - 1].from), NULL);
    if (best)
        return sv_stage_fill(stage,
                             best->n == 1 ? SV_TR("{b} can go to {a} directly: a request comes across {c}.")
                                          : SV_TR("{b} is the warmest way in to {a}: this way a request comes across {c}."),
                             to, route_name(v, best->steps[best->n - 1].from), chance_words(v, best->warmth));
    if (v->route.rule != SV_NO_ROW && v->route.n_between)
        return sv_stage_fill(stage, SV_TR("No way to {a} is allowed: {b}. {c} may make the contact instead."), to, rule_words(v),
                             route_name(v, v->route.between[0].actor));
    if (v->route.rule != SV_NO_ROW)
        return sv_stage_fill(stage, SV_TR("No way to {a} is allowed: {b}. Ask your manager who may make the contact."), to, rule_words(v),
                             NULL);
    return sv_stage_fill(stage,
                         v->route.n_close ? SV_TR("In this map no way leads to {a}. Who among us knows one of those who have a tie?")
                                          : SV_TR("In this map no way leads to {a}, and nobody has a tie with them."),
                         to, NULL, NULL);
}

const char *route_note(route_view *v)
{
    const sv_map *map = v->stage->map;
    if (!sv_map_actor(map, v->route.to)->kind->political)
        return NULL;
    for (size_t row = 0; row < sv_map_rows(map, SV_ACTORS); row++)
        if (sv_map_actor(map, row)->usable && strcmp(sv_map_actor(map, row)->kind->id, "clerk") == 0 && row != v->route.to)
            return sv_stage_fill(v->stage, SV_TR("For speaking in a meeting and for the agenda: {a}, the clerk, for procedure only."),
                                 route_name(v, row), NULL, NULL);
    return NULL;
}
