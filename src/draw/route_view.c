/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The route view: the way from us to somebody, a way a lane, from left to right, with on each line what ties the two and when
 * they last spoke. What a rule closes is dashed and crossed, with who forbids it. The clerk is never on a way: there is a note.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "route_parts.h"
#include "views.h"

enum { known_line, unknown_line, forbidden_line };

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
            .line = route_line(v, &samples[i])};
        if (i == forbidden_line) {
            entry.mark = route_cross(v);
            entry.mark.font_size = entry.mark.width = entry.mark.height = stage->page->legend;
        }
        if (v->any[i])
            sv_legend_add(&stage->legend, &entry);
    }
    if (spoken)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("below a line: when they last spoke"))});
}

/* Who is on the picture, and who of those on ways for which there was no room is not. */
static void count(route_view *v)
{
    sv_draw_report *report = &v->stage->report;
    for (size_t i = 0; i < sv_map_rows(v->stage->map, SV_ACTORS); i++)
        report->drawn += v->seen[i];
    for (size_t i = v->drawn; i < v->lanes.n; i++)
        for (size_t k = 0; k < v->lanes.items[i].n; k++) {
            size_t actor = v->lanes.items[i].steps[k].step.from;
            report->left_out += !v->seen[actor];
            v->seen[actor] = true;
        }
    report->full = true;
    report->ties = v->steps;
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
        frame.finding = route_finding(&v);
        frame.sentence = "";
        frame.note = route_note(&v);
        status = sv_stage_frame(stage, &frame);
    }
    if (status == SV_OK)
        status = route_place(&v);
    if (status == SV_OK && v.drawn < v.lanes.n) {
        frame.left_out = sv_stage_fill(stage, SV_TR("{a} of {b} ways shown: the warmest"), sv_stage_number(stage, (double)v.drawn),
                                       sv_stage_number(stage, (double)v.lanes.n), NULL);
        status = sv_stage_frame(stage, &frame);
        if (status == SV_OK)
            status = route_place(&v);
    }
    if (status == SV_OK)
        status = route_draw_ends(&v);
    for (size_t i = 0; i < v.drawn && status == SV_OK; i++)
        status = route_draw_lane(&v, i);
    if (status == SV_OK)
        count(&v);
    free(v.seen);
    sv_lanes_clear(&v.lanes);
    sv_route_clear(&v.route);
    return status;
}
