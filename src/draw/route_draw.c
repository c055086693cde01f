/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The route view drawn: lanes of cards, the steps between them, and what stands at both ends. */
#include <math.h>

#include "route_parts.h"
#include "speech.h"

static const double head_room = 3;

sv_line route_line(const route_view *v, const sv_lane_step *step)
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

sv_mark route_cross(const route_view *v)
{
    double size = v->stage->page->legend * 1.5 * fmax(1, v->zoom);
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
static const char *contact_words(const route_view *v, int date, double width, size_t lines)
{
    sv_stage *stage = v->stage;
    char words[40];
    sv_text numbers = {0};
    if (width > (lines > 2 ? ROUTE_DATE : 13) * stage->page->smallest * v->zoom)
        return sv_stage_fill(stage, SV_TR("last spoke {a}"), sv_speech_date(date, stage->language, words), NULL, NULL);
    sv_text_addf(&numbers, "%02d-%02d-%d", date % 100, date / 100 % 100, date / 10000);
    return sv_stage_keep(stage, &numbers);
}

/* What ties them above the line, when they last spoke below it. */
static sv_status draw_words(const route_view *v, const sv_lane_step *step, size_t lane, size_t number, double left, double right)
{
    sv_stage *stage = v->stage;
    double scale = stage->page->scale, y = route_middle(v, lane), gap = (step->forbidden ? 10 * fmax(1, v->zoom) : 4) * scale,
           type = stage->page->smallest * v->zoom, line = type * 1.25;
    sv_note above = {.id = sv_card_id(stage, "tie", lane + 1, number + 1),
                     .classes = "label",
                     .left = left,
                     .width = right - left,
                     .y = y + gap,
                     .from = -1,
                     .font_size = type};
    sv_note below = {.id = sv_card_id(stage, "contact", lane + 1, number + 1),
                     .classes = "label",
                     .left = left,
                     .width = right - left,
                     .y = y - gap,
                     .from = 1,
                     .font_size = type};
    sv_status status;
    above.text = step->forbidden ? sv_stage_say(stage, SV_TR("not allowed"))
                 : step->known   ? route_tie_words(v, &step->step)
                                 : sv_stage_say(stage, SV_TR("ask whether they know each other"));
    above.lines = (size_t)fmax(1, fmin(3, floor((v->card_height / 2 - gap) / line)));
    below.lines = (size_t)fmax(1, fmin(3, floor((v->lane / 2 - 7 * scale * v->zoom - gap) / line)));
    status = sv_note_draw(stage, &above);
    if (status != SV_OK || !step->step.last_contact || step->forbidden)
        return status;
    below.text = contact_words(v, step->step.last_contact, right - left, below.lines);
    return sv_note_draw(stage, &below);
}

static sv_status draw_step(route_view *v, const sv_lane_step *step, size_t lane, size_t node)
{
    double scale = v->stage->page->scale, y = route_middle(v, lane);
    double x0 = route_node_x(v, lane, node) + v->card / 2 + 2 * scale, x1 = route_node_x(v, lane, node + 1) - v->card / 2 - 2 * scale;
    sv_line line = route_line(v, step);
    sv_mark cross = route_cross(v);
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
                                   .zoom = v->zoom,
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
        sv_text_addf(&names, "%s%s", i ? ", " : "", route_name(v, actor));
        v->seen[actor] = true;
    }
    return sv_card_draw(stage,
                        &(sv_card){.actor = SV_NO_ROW,
                                   .name = sv_stage_fill(stage, SV_TR("by way of {a}"), sv_stage_number(stage, (double)n), NULL, NULL),
                                   .under = sv_stage_keep(stage, &names),
                                   .x = route_node_x(v, number, node),
                                   .y = route_middle(v, number),
                                   .width = v->card,
                                   .height = v->card_height,
                                   .zoom = v->zoom},
                        NULL);
}

sv_status route_draw_lane(route_view *v, size_t number)
{
    const sv_lane *lane = &v->lanes.items[number];
    sv_stage *stage = v->stage;
    size_t shown = route_shown(v, number), skipped = lane->n - shown, fold = skipped ? shown - 1 : SIZE_MAX;
    double y = route_middle(v, number), scale = stage->page->scale;
    sv_note head = {.id = sv_card_id(stage, "lane", number + 1, 0),
                    .text = route_head(v, number),
                    .classes = "label",
                    .left = v->left + v->pitch * (double)v->longest - 4 * scale - route_head_width(v),
                    .y = y + v->card_height / 2 + head_room * scale,
                    .from = -1,
                    .lines = 1,
                    .width = route_head_width(v),
                    .align = SV_ALIGN_LEFT,
                    .font_size = v->head_size,
                    .bold = true};
    sv_status status = sv_note_draw(stage, &head);
    for (size_t node = v->one_start ? 1 : 0; node < shown && status == SV_OK; node++) {
        size_t actor = lane->steps[node].step.from;
        if (node == fold)
            status = draw_fold(v, number, node, skipped + 1);
        else
            status = draw_node(v, actor, route_node_x(v, number, node), y, v->card_height, lane->between && lane->between->actor == actor);
    }
    for (size_t node = 0; node < shown && status == SV_OK; node++)
        status = draw_step(v, &lane->steps[node == fold ? lane->n - 1 : node], number, node);
    return status;
}

/* The one at the end, and at the start where it is the same for all, beside all lanes. */
sv_status route_draw_ends(route_view *v)
{
    double top = route_middle(v, 0) + v->card_height / 2, bottom = route_middle(v, v->drawn ? v->drawn - 1 : 0) - v->card_height / 2;
    sv_status status =
        draw_node(v, v->route.to,
                  v->drawn ? v->left + v->card / 2 + v->pitch * (double)v->longest : (v->stage->inside.left + v->stage->inside.right) / 2,
                  (top + bottom) / 2, v->drawn ? top - bottom : 60 * v->stage->page->scale * v->zoom, true);
    if (status == SV_OK && v->drawn && v->one_start)
        status = draw_node(v, route_start(v, 0), v->left + v->card / 2, (top + bottom) / 2, top - bottom, false);
    return status;
}
