/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The route view: the way from us to somebody, a way a lane, from left to right, with on each line what ties the two and when
 * they last spoke. What a rule closes is dashed and crossed, with who forbids it. The clerk is never on a way: there is a note.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card.h"
#include "route_lanes.h"
#include "speech.h"
#include "views.h"

static const double card_widest = 150, card_flattest = 34, pitch_least = 126, pitch_most = 400, lane_least = 84, lane_most = 124,
                    head_room = 3, card_share = 0.55;

typedef struct route_view {
    sv_stage *stage;
    sv_route route;
    sv_lanes lanes;
    size_t drawn, longest, most; /* lanes drawn, steps of the longest, and at most so many are shown */
    bool one_start;              /* all lanes begin with the same actor */
    double left, pitch, card, lane, card_height;
    sv_card_kinds kinds;
    bool any[3]; /* lines of each kind there are, for the legend */
    bool *seen;  /* rows of Actors on the picture */
    size_t steps;
} route_view;
enum { known_line, unknown_line, forbidden_line };

static const char *name_of(const route_view *v, size_t actor)
{
    return sv_map_actor(v->stage->map, actor)->name;
}

/* ---- Finding it ---- */

static sv_status find(route_view *v)
{
    sv_stage *stage = v->stage;
    const sv_draw_options *options = stage->options;
    size_t *own = NULL, n = 0;
    sv_route_options asked = {.as_of = options->as_of, .k = options->ways ? options->ways : 3};
    sv_status status;
    if (options->to == SV_NO_ROW)
        return sv_error_set(stage->error, SV_E_ARGUMENT_MISSING, SV_TR("--to ACTOR, to whom the route leads"), "speelveld draw --help");
    status = sv_own_actors(stage->map, &own, &n, stage->error);
    asked.from = options->from == SV_NO_ROW ? own : &options->from;
    asked.n_from = options->from == SV_NO_ROW ? n : 1;
    if (status == SV_OK && !asked.n_from)
        status = sv_error_set(stage->error, SV_E_NO_OWN, NULL, NULL);
    if (status == SV_OK)
        status = sv_route_find(stage->map, options->to, &asked, &v->route, stage->error);
    if (status == SV_OK && strcmp(sv_map_actor(stage->map, options->to)->kind->id, "clerk") == 0)
        sv_route_clear(&v->route); /* there for everybody: nobody introduces you */
    v->route.to = options->to;
    if (status == SV_OK && !sv_lanes_of(&v->route, asked.from[0], &v->lanes))
        status = sv_stage_no_memory(stage);
    free(own);
    return status;
}

/* ---- Words ---- */

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
static const char *tie_words(const route_view *v, const sv_step *step)
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
                         name_of(v, rule->from), name_of(v, rule->to), NULL);
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
static const char *head_of(route_view *v, size_t number)
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
        return sv_stage_fill(stage, SV_TR("Instead of us: {a} ({b})"), name_of(v, lane->between->actor),
                             reason_words(v, lane->between->why), NULL);
    default: return sv_stage_fill(stage, SV_TR("{a} has a tie"), name_of(v, lane->steps[0].step.from), NULL, NULL);
    }
}

/* Who opens the door: the one before the last. */
static const char *finding(route_view *v)
{
    sv_stage *stage = v->stage;
    const char *to = name_of(v, v->route.to);
    const sv_way *best = v->route.n ? &v->route.ways[0] : NULL;
    if (strcmp(sv_map_actor(stage->map, v->route.to)->kind->id, "clerk") == 0)
        return sv_stage_fill(
            stage, SV_TR("{a} is the clerk: there for everybody, on procedure, and neutral. Just call; nobody needs to introduce you."), to,
            NULL, NULL);
    if (best && best->n == 0)
        return sv_stage_fill(stage, SV_TR("{a} is where it begins: no way is needed."), to, NULL, NULL);
    if (best && stage->options->audience == SV_PUBLIC)
        return sv_stage_fill(stage, best->n == 1 ? SV_TR("{b} can go to {a} directly.") : SV_TR("{b} is the way in to {a}."), to,
                             name_of(v, best->steps[best->n - 1].from), NULL);
    if (best)
        return sv_stage_fill(stage,
                             best->n == 1 ? SV_TR("{b} can go to {a} directly: a request comes across {c}.")
                                          : SV_TR("{b} is the warmest way in to {a}: this way a request comes across {c}."),
                             to, name_of(v, best->steps[best->n - 1].from), chance_words(v, best->warmth));
    if (v->route.rule != SV_NO_ROW && v->route.n_between)
        return sv_stage_fill(stage, SV_TR("No way to {a} is allowed: {b}. {c} may make the contact instead."), to, rule_words(v),
                             name_of(v, v->route.between[0].actor));
    if (v->route.rule != SV_NO_ROW)
        return sv_stage_fill(stage, SV_TR("No way to {a} is allowed: {b}. Ask your manager who may make the contact."), to, rule_words(v),
                             NULL);
    return sv_stage_fill(stage,
                         v->route.n_close ? SV_TR("In this map no way leads to {a}. Who among us knows one of those who have a tie?")
                                          : SV_TR("In this map no way leads to {a}, and nobody has a tie with them."),
                         to, NULL, NULL);
}

static const char *procedure_note(route_view *v)
{
    const sv_map *map = v->stage->map;
    if (!sv_map_actor(map, v->route.to)->kind->political)
        return NULL;
    for (size_t row = 0; row < sv_map_rows(map, SV_ACTORS); row++)
        if (sv_map_actor(map, row)->usable && strcmp(sv_map_actor(map, row)->kind->id, "clerk") == 0 && row != v->route.to)
            return sv_stage_fill(v->stage, SV_TR("For speaking in a meeting and for the agenda: {a}, the clerk, for procedure only."),
                                 name_of(v, row), NULL, NULL);
    return NULL;
}

/* ---- Placing ---- */

static size_t start_of(const route_view *v, size_t lane)
{
    return v->lanes.items[lane].steps[0].step.from;
}

/* How many steps of a lane stand on the page: long ones have their middle in one card. */
static size_t shown_steps(const route_view *v, size_t lane)
{
    size_t n = v->lanes.items[lane].n;
    return n < v->most ? n : v->most;
}

static void place(route_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    double scale = v->stage->page->scale, wide = inside->right - inside->left, high = inside->top - inside->bottom;
    size_t room = (size_t)fmax(1, floor(high / (lane_least * scale)));
    v->drawn = v->lanes.n < room ? v->lanes.n : room;
    v->most = (size_t)fmax(2, floor((wide / scale - card_widest / 2) / pitch_least));
    v->longest = 1;
    v->one_start = true;
    for (size_t i = 0; i < v->drawn; i++) {
        v->longest = shown_steps(v, i) > v->longest ? shown_steps(v, i) : v->longest;
        v->one_start &= start_of(v, i) == start_of(v, 0);
    }
    v->pitch = fmin(wide / ((double)v->longest + card_share), pitch_most * scale);
    v->card = fmin(v->pitch * card_share, card_widest * scale);
    v->left = inside->left + (wide - v->pitch * (double)v->longest - v->card) / 2;
    v->lane = v->drawn ? fmin(high / (double)v->drawn, lane_most * scale) : high;
    v->card_height = fmax(card_flattest * scale, v->lane - 34 * scale);
}

/* The middle of a lane's cards: its head stands above them. */
static double middle_of(const route_view *v, size_t lane)
{
    return v->stage->inside.top - v->lane * ((double)lane + 0.5) - 7 * v->stage->page->scale;
}

static double node_x(const route_view *v, size_t lane, size_t node)
{
    double whole = v->pitch * (double)v->longest;
    return v->left + v->card / 2 + whole * (double)node / (double)shown_steps(v, lane);
}

/* ---- Drawing ---- */

static sv_line line_like(const route_view *v, const sv_lane_step *step)
{
    const sv_theme *theme = v->stage->theme;
    sv_line line = {.colour = theme->tie, .width = 2, .arrow = true, .from = SV_NO_MARK, .to = SV_NO_MARK};
    if (step->forbidden)
        line = (sv_line){.colour = theme->forbidden, .width = 1.6, .style = SV_STROKE_DASHED, .from = SV_NO_MARK, .to = SV_NO_MARK};
    else if (!step->known)
        line = (sv_line){.colour = theme->tie, .width = 1.4, .style = SV_STROKE_DOTTED, .from = SV_NO_MARK, .to = SV_NO_MARK};
    else if (v->stage->options->audience != SV_PUBLIC && step->step.warmth > 0)
        line.width = 1 + 3 * step->step.warmth;
    line.width *= v->stage->page->scale;
    return line;
}

static sv_mark cross_of(const route_view *v)
{
    double size = v->stage->page->legend * 1.5;
    return (sv_mark){.classes = "cross",
                     .width = size,
                     .height = size,
                     .fill = v->stage->theme->page,
                     .text = "×",
                     .font_size = size,
                     .bold = true,
                     .text_colour = v->stage->theme->ink};
}

/* When they last spoke: in words where there is room for them, else by numbers. */
static const char *contact_words(const route_view *v, int date, double width)
{
    sv_stage *stage = v->stage;
    char words[40];
    sv_text numbers = {0};
    if (width > 13 * stage->page->smallest)
        return sv_stage_fill(stage, SV_TR("last spoke {a}"), sv_speech_date(date, stage->language, words), NULL, NULL);
    sv_text_addf(&numbers, "%02d-%02d-%d", date % 100, date / 100 % 100, date / 10000);
    return sv_stage_keep(stage, &numbers);
}

/* What ties them above the line, when they last spoke below it. */
static sv_status draw_words(const route_view *v, const sv_lane_step *step, size_t lane, size_t number, double left, double right)
{
    sv_stage *stage = v->stage;
    double scale = stage->page->scale, y = middle_of(v, lane), gap = (step->forbidden ? 10 : 4) * scale,
           line = stage->page->smallest * 1.25;
    sv_note above = {.id = sv_card_id(stage, "tie", lane + 1, number + 1),
                     .classes = "label",
                     .left = left,
                     .width = right - left,
                     .y = y + gap,
                     .from = -1};
    sv_note below = {.id = sv_card_id(stage, "contact", lane + 1, number + 1),
                     .classes = "label",
                     .left = left,
                     .width = right - left,
                     .y = y - gap,
                     .from = 1};
    sv_status status;
    above.text = step->forbidden ? sv_stage_say(stage, SV_TR("not allowed"))
                 : step->known   ? tie_words(v, &step->step)
                                 : sv_stage_say(stage, SV_TR("ask whether they know each other"));
    above.lines = (size_t)fmax(1, fmin(3, floor((v->card_height / 2 - gap) / line)));
    below.lines = (size_t)fmax(1, fmin(3, floor((v->lane / 2 - 7 * scale - gap) / line)));
    status = sv_note_draw(stage, &above);
    if (status != SV_OK || !step->step.last_contact || step->forbidden)
        return status;
    below.text = contact_words(v, step->step.last_contact, right - left);
    return sv_note_draw(stage, &below);
}

static sv_status draw_step(route_view *v, const sv_lane_step *step, size_t lane, size_t node)
{
    double scale = v->stage->page->scale, y = middle_of(v, lane);
    double x0 = node_x(v, lane, node) + v->card / 2 + 2 * scale, x1 = node_x(v, lane, node + 1) - v->card / 2 - 2 * scale;
    sv_line line = line_like(v, step);
    sv_mark cross = cross_of(v);
    line.id = sv_card_id(v->stage, "step", lane + 1, node + 1);
    line.classes = step->forbidden ? "forbidden" : step->known ? "tie" : "unknown";
    for (size_t k = 0; k < 8; k++)
        line.points[k] = k % 2 ? y : x0 + (x1 - x0) * (double)(k / 2) / 3;
    sv_picture_line(&v->stage->picture, &line);
    v->steps++;
    if (step->forbidden) {
        cross.id = sv_card_id(v->stage, "cross", lane + 1, node + 1);
        cross.x = (x0 + x1) / 2;
        cross.y = y;
        sv_picture_mark(&v->stage->picture, &cross);
    }
    return draw_words(v, step, lane, node, x0 + 3 * scale, x1 - 3 * scale);
}

/* One who stands at this node, with the role; `height` is more than a lane's where lanes share the node. */
static sv_status draw_node(route_view *v, size_t actor, double x, double y, double height, bool strong)
{
    v->seen[actor] = true;
    return sv_card_draw(v->stage,
                        &(sv_card){.actor = actor,
                                   .under = sv_map_cell(v->stage->map, SV_ACTORS, actor, SV_ACTOR_ROLE),
                                   .x = x,
                                   .y = y,
                                   .width = v->card,
                                   .height = height,
                                   .strong = strong},
                        NULL);
}

/* Of a long way: those in the middle, in one card by their names. */
static sv_status draw_fold(route_view *v, size_t number, size_t node, size_t n)
{
    sv_stage *stage = v->stage;
    sv_text names = {0};
    for (size_t i = 0; i < n; i++) {
        size_t actor = v->lanes.items[number].steps[node + i].step.from;
        sv_text_addf(&names, "%s%s", i ? ", " : "", name_of(v, actor));
        v->seen[actor] = true;
    }
    return sv_card_draw(stage,
                        &(sv_card){.actor = SV_NO_ROW,
                                   .name = sv_stage_fill(stage, SV_TR("by way of {a}"), sv_stage_number(stage, (double)n), NULL, NULL),
                                   .under = sv_stage_keep(stage, &names),
                                   .x = node_x(v, number, node),
                                   .y = middle_of(v, number),
                                   .width = v->card,
                                   .height = v->card_height},
                        NULL);
}

static sv_status draw_lane(route_view *v, size_t number)
{
    const sv_lane *lane = &v->lanes.items[number];
    sv_stage *stage = v->stage;
    size_t shown = shown_steps(v, number), skipped = lane->n - shown, fold = skipped ? shown - 1 : SIZE_MAX;
    double y = middle_of(v, number), scale = stage->page->scale;
    sv_note head = {.id = sv_card_id(stage, "lane", number + 1, 0),
                    .text = head_of(v, number),
                    .classes = "label",
                    .left = v->left + (v->one_start ? v->card + 6 * scale : 0),
                    .y = y + v->card_height / 2 + head_room * scale,
                    .from = -1,
                    .lines = 1,
                    .bold = true};
    sv_status status;
    head.width = v->left + v->pitch * (double)v->longest - head.left - 4 * scale;
    status = sv_note_draw(stage, &head);
    for (size_t node = v->one_start ? 1 : 0; node < shown && status == SV_OK; node++) {
        size_t actor = lane->steps[node].step.from;
        if (node == fold)
            status = draw_fold(v, number, node, skipped + 1);
        else
            status = draw_node(v, actor, node_x(v, number, node), y, v->card_height, lane->between && lane->between->actor == actor);
    }
    for (size_t node = 0; node < shown && status == SV_OK; node++)
        status = draw_step(v, &lane->steps[node == fold ? lane->n - 1 : node], number, node);
    return status;
}

/* The one at the end, and at the start where it is the same for all, beside all lanes. */
static sv_status draw_ends(route_view *v)
{
    double top = middle_of(v, 0) + v->card_height / 2, bottom = middle_of(v, v->drawn ? v->drawn - 1 : 0) - v->card_height / 2;
    sv_status status =
        draw_node(v, v->route.to,
                  v->drawn ? v->left + v->card / 2 + v->pitch * (double)v->longest : (v->stage->inside.left + v->stage->inside.right) / 2,
                  (top + bottom) / 2, v->drawn ? top - bottom : 60 * v->stage->page->scale, true);
    if (status == SV_OK && v->drawn && v->one_start)
        status = draw_node(v, start_of(v, 0), v->left + v->card / 2, (top + bottom) / 2, top - bottom, false);
    return status;
}

static void fill_legend(route_view *v)
{
    static const char *const words[] = {SV_TR("tie: the thicker, the warmer"), SV_TR("not known: ask"), SV_TR("not allowed")};
    sv_stage *stage = v->stage;
    sv_lane_step samples[] = {{.known = true}, {.known = false}, {.known = true, .forbidden = true}};
    bool spoken = false, between = false;
    sv_card_kinds_add(&v->kinds, stage->map, v->route.to);
    for (size_t i = 0; i < v->lanes.n; i++) {
        between |= v->lanes.items[i].between != NULL;
        for (size_t k = 0; k < v->lanes.items[i].n; k++) {
            const sv_lane_step *step = &v->lanes.items[i].steps[k];
            sv_card_kinds_add(&v->kinds, stage->map, step->step.from);
            spoken |= step->step.last_contact && !step->forbidden;
            v->any[step->forbidden ? forbidden_line : step->known ? known_line : unknown_line] = true;
        }
    }
    sv_card_legend(stage, &v->kinds);
    if (between || !sv_map_actor(stage->map, v->route.to)->own) /* we have a border of our own */
        sv_card_legend_strong(stage, sv_map_actor(stage->map, v->route.to)->kind->of == SV_CLASS_PERSON,
                              sv_stage_say(stage, between ? SV_TR("whom you want to reach, and who may ask instead") : SV_TR("whom you want to reach")));
    for (size_t i = 0; i < 3; i++) {
        sv_legend_entry entry = {
            .text = sv_stage_say(stage, i == known_line && stage->options->audience == SV_PUBLIC ? SV_TR("tie") : words[i]),
            .line = line_like(v, &samples[i])};
        if (i == forbidden_line) {
            entry.mark = cross_of(v);
            entry.mark.font_size = entry.mark.width = entry.mark.height = stage->page->legend;
        }
        if (v->any[i])
            sv_legend_add(&stage->legend, &entry);
    }
    if (spoken)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("below a line: when they last spoke"))});
}

sv_status sv_route_view(sv_stage *stage)
{
    route_view v = {.stage = stage};
    sv_frame frame = {0};
    sv_status status = find(&v);
    stage->legend_below = true;
    v.seen = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof *v.seen);
    if (status == SV_OK && !v.seen)
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        fill_legend(&v);
        frame.sentence = finding(&v);
        frame.note = procedure_note(&v);
        status = sv_stage_frame(stage, &frame);
    }
    if (status == SV_OK) {
        place(&v);
        if (v.drawn < v.lanes.n) {
            frame.left_out = sv_stage_fill(stage, SV_TR("{a} of {b} ways shown: the warmest"), sv_stage_number(stage, (double)v.drawn),
                                           sv_stage_number(stage, (double)v.lanes.n), NULL);
            status = sv_stage_frame(stage, &frame);
            place(&v);
        }
    }
    if (status == SV_OK)
        status = draw_ends(&v);
    for (size_t i = 0; i < v.drawn && status == SV_OK; i++)
        status = draw_lane(&v, i);
    for (size_t i = 0; v.seen && i < sv_map_rows(stage->map, SV_ACTORS); i++)
        stage->report.drawn += v.seen[i];
    stage->report.ties = v.steps;
    free(v.seen);
    sv_lanes_clear(&v.lanes);
    sv_route_clear(&v.route);
    return status;
}
