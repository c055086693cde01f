/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The marks of the council view: seats with names or numbers, arcs and names of groups, the line of the majority, and the middle. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "council_parts.h"
#include "speech.h"

static const double seat_border = 1, coalition_border = 3.2, own_border = 3.2;
static const double told_apart = 2;     /* contrast of a border and what is within it */
static const double border_most = 0.13; /* of a seat */
static const double ring_gap = 2.6;     /* between a broken line and the seat within it, both sides together */
static const double arc_width = 2.4, line_width = 2.6;
static const double line_room = 3;        /* beside the line, to seats and names; */
static const double line_more = 6;        /* and so much more where there is room */
static const double gap_beside = 3;       /* between the line and what it ends at */
static const double between_arcs = 0.012; /* radians that an arc is shorter at either end */
static const double arc_most = 0.8;       /* radians in one curve: a cubic is a circle to the eye up to there */

/* "actor-jansen", or for a seat without a name "actor-seat.12". */
const char *council_id(const council_view *v, const char *before, size_t place)
{
    sv_text id = {0};
    size_t member = council_seat_at(v, place)->member;
    sv_text_add(&id, before);
    if (member == SV_NO_ROW)
        sv_text_addf(&id, "seat.%zu", place + 1);
    else
        sv_text_add(&id, sv_map_actor(v->stage->map, member)->id);
    return sv_stage_keep(v->stage, &id);
}

static const char *classes_of(const council_view *v, size_t place)
{
    const sv_seat *seat = council_seat_at(v, place);
    sv_text classes = {0};
    sv_text_addf(&classes, "actor person office %s %s", seat->member == SV_NO_ROW ? "unnamed" : "council_member",
                 v->keys[v->key[place]].name);
    if (v->council.groups[seat->group].coalition)
        sv_text_add(&classes, " coalition");
    if (council_assumed(v, place))
        sv_text_add(&classes, " assumed");
    return sv_stage_keep(v->stage, &classes);
}

/* "Yvonne van ’t Hof, Waterrijk Lokaal; in favour" */
static const char *tooltip_of(const council_view *v, size_t place)
{
    const sv_seat *seat = council_seat_at(v, place);
    const sv_stage *stage = v->stage;
    sv_text text = {0};
    sv_speech_join(&text, "",
                   seat->member == SV_NO_ROW ? sv_stage_say(stage, SV_TR("seat without a name"))
                                             : sv_map_actor(stage->map, seat->member)->name);
    sv_speech_join(&text, ", ", v->council.groups[seat->group].name);
    if (v->by_position)
        sv_speech_join(&text, "; ", v->keys[v->key[place]].word);
    if (v->by_position && council_assumed(v, place))
        sv_speech_join(&text, ", ", sv_stage_say(stage, SV_TR("as the group")));
    return sv_stage_keep(v->stage, &text);
}

/* What stands in a seat: its sign, its number, or both where there is room. */
static const char *sign_of(const council_view *v, size_t place)
{
    const char *sign = v->keys[v->key[place]].sign;
    sv_text text = {0};
    if (!v->fit.numbered)
        return sign;
    sv_text_addf(&text, "%zu", place + 1);
    if (v->fit.across >= 2.9 * v->stage->page->smallest)
        sv_text_addf(&text, "\n%s", sign);
    return sv_stage_keep(v->stage, &text);
}

static double border_of(const council_view *v, bool coalition, double across)
{
    double scale = v->stage->page->scale;
    return coalition ? fmin(coalition_border * scale, border_most * across) : seat_border * scale;
}

sv_mark council_seat_mark(const council_view *v, size_t key, double across, bool coalition, bool dashed)
{
    const sv_theme *theme = v->stage->theme;
    bool unknown = v->by_position && strcmp(v->keys[key].name, "unknown") == 0;
    return (sv_mark){.shape = SV_SHAPE_CIRCLE,
                     .width = across,
                     .height = across,
                     .fill = v->keys[key].fill,
                     .stroke = coalition ? theme->bridge
                               : unknown ? theme->container_outline
                                         : theme->outline,
                     .stroke_width = border_of(v, coalition, across),
                     .stroke_style = dashed ? SV_STROKE_DASHED : SV_STROKE_SOLID,
                     .text = v->keys[key].sign,
                     .font_size = v->stage->page->smallest,
                     .bold = true,
                     .text_colour = v->keys[key].ink};
}

bool council_is_dashed(const council_view *v, size_t place)
{
    const sv_seat *seat = council_seat_at(v, place);
    return v->by_position ? council_assumed(v, place) : seat->member == SV_NO_ROW;
}

/* Whether a heavy border is lost against a colour that is there: then all of them stand off their seats, so that they look alike. */
static bool border_is_lost(const council_view *v)
{
    for (size_t key = 0; key < v->n_keys; key++)
        if (v->keys[key].used && sv_contrast(v->stage->theme->bridge, v->keys[key].fill) < told_apart)
            return true;
    return false;
}

static void add_seat(const council_view *v, size_t place)
{
    const sv_seat *seat = council_seat_at(v, place);
    const sv_figure *figure = &v->fit.figures[place];
    double scale = v->stage->page->scale, room;
    bool coalition = v->council.groups[seat->group].coalition, dashed = council_is_dashed(v, place), lost;
    sv_mark mark = council_seat_mark(v, v->key[place], v->fit.across - border_of(v, coalition, v->fit.across), coalition, dashed);
    mark.x = figure->x;
    mark.y = figure->y;
    lost = (dashed && v->by_position) || (coalition && border_is_lost(v));
    if (lost && !v->fit.numbered) { /* a broken line is lost on a dark fill, a heavy one on its own colour: it stands around it */
        sv_mark ring = mark;
        ring.id = council_id(v, "around-", place);
        ring.fill = v->stage->theme->page;
        ring.text = NULL;
        ring.classes = dashed ? "ring assumed" : "ring coalition-border";
        sv_picture_mark(&v->stage->picture, &ring);
        mark.width = mark.height = mark.width - mark.stroke_width - ring_gap * scale;
        mark.stroke = v->stage->theme->outline;
        mark.stroke_width = seat_border * 0.5 * scale;
        mark.stroke_style = SV_STROKE_SOLID;
    }
    if (seat->member != SV_NO_ROW && sv_map_actor(v->stage->map, seat->member)->own) {
        mark.stroke = v->stage->theme->own;
        mark.stroke_width = own_border * scale;
        mark.width = mark.height = v->fit.across - mark.stroke_width;
    }
    mark.id = council_id(v, "actor-", place);
    mark.classes = classes_of(v, place);
    mark.tooltip = tooltip_of(v, place);
    mark.text = sign_of(v, place);
    room = (mark.width - 3) / (0.84 * (double)sv_utf8_count(mark.text));
    if (!v->fit.numbered)
        mark.font_size = fmax(mark.font_size, fmin(v->fit.across * 0.42, room));
    sv_picture_mark(&v->stage->picture, &mark);
}

static void add_name(const council_view *v, size_t place)
{
    sv_rect box = sv_figure_label(&v->fit.figures[place]);
    if (!v->names[place])
        return;
    sv_picture_mark(&v->stage->picture, &(sv_mark){.id = council_id(v, "label-", place),
                                                   .classes = "label",
                                                   .x = (box.left + box.right) / 2,
                                                   .y = (box.bottom + box.top) / 2,
                                                   .width = box.right - box.left,
                                                   .height = box.top - box.bottom,
                                                   .fill = v->stage->theme->veil,
                                                   .text = sv_text_get(&v->fit.labels[place]),
                                                   .font_size = v->fit.font_size,
                                                   .text_colour = v->stage->theme->ink});
}

/* A piece of a circle as one cubic: its controls are 4/3 tan(angle/4) of the radius along the tangents. */
static void add_curve(const council_view *v, const char *id, double radius, double from, double to, uint32_t colour)
{
    const council_fit *fit = &v->fit;
    double k = 4.0 / 3 * tan((to - from) / 4) * radius;
    double x0 = fit->x + radius * cos(from), y0 = fit->y + radius * sin(from), x3 = fit->x + radius * cos(to),
           y3 = fit->y + radius * sin(to);
    sv_picture_line(&v->stage->picture,
                    &(sv_line){.id = id,
                               .classes = "block",
                               .from = SV_NO_MARK,
                               .to = SV_NO_MARK,
                               .points = {x0, y0, x0 - k * sin(from), y0 + k * cos(from), x3 + k * sin(to), y3 - k * cos(to), x3, y3},
                               .colour = colour,
                               .width = arc_width * v->stage->page->scale});
}

/* An arc around the seats of a group, its name outside it, and a thin line between them where the name had to move. */
static void add_block(const council_view *v, size_t b)
{
    const council_block *block = &v->blocks[b];
    const council_fit *fit = &v->fit;
    const sv_figure *figure = &fit->figures[v->council.n_seats + b];
    double radius = fit->radius + fit->rim, from = council_angle_before(v, block->first) + between_arcs;
    double to = council_angle_before(v, block->first + block->n) - between_arcs;
    size_t parts = (size_t)ceil((to - from) / arc_most);
    sv_segment leader;
    char id[60];
    for (size_t i = 0; i < parts; i++) {
        snprintf(id, sizeof id, "arc.%zu.%zu", b + 1, i + 1);
        add_curve(v, id, radius, from + (to - from) * (double)i / (double)parts, from + (to - from) * (double)(i + 1) / (double)parts,
                  v->stage->theme->outline);
    }
    if (!fit->block_named[b])
        return;
    snprintf(id, sizeof id, "block.%zu", b + 1);
    sv_picture_mark(&v->stage->picture, &(sv_mark){.id = id,
                                                   .classes = "label block",
                                                   .x = figure->x,
                                                   .y = figure->y,
                                                   .width = figure->width,
                                                   .height = figure->height,
                                                   .text = sv_text_get(&fit->block_labels[b]),
                                                   .font_size = fit->block_size,
                                                   .bold = true,
                                                   .text_colour = v->stage->theme->ink});
    leader = council_leader(v, b);
    if (hypot(leader.x1 - leader.x0, leader.y1 - leader.y0) < 10 * v->stage->page->scale)
        return;
    snprintf(id, sizeof id, "leader.%zu", b + 1);
    sv_picture_line(&v->stage->picture, &(sv_line){.id = id,
                                                   .classes = "leader",
                                                   .from = SV_NO_MARK,
                                                   .to = SV_NO_MARK,
                                                   .points = {leader.x0, leader.y0, leader.x0, leader.y0, leader.x1, leader.y1, leader.x1, leader.y1},
                                                   .colour = v->stage->theme->outline,
                                                   .width = 0.7 * v->stage->page->scale});
}

static void add_piece(const council_view *v, size_t *count, const double from[2], const double to[2])
{
    char id[40];
    snprintf(id, sizeof id, "majority-%zu", ++*count);
    sv_picture_line(&v->stage->picture, &(sv_line){.id = id,
                                                   .classes = "majority",
                                                   .from = SV_NO_MARK,
                                                   .to = SV_NO_MARK,
                                                   .points = {from[0], from[1], from[0], from[1], to[0], to[1], to[0], to[1]},
                                                   .colour = v->stage->theme->ink,
                                                   .width = line_width * v->stage->page->scale});
}

/*
 * Where the line passes a row, between two seats and their names: as near to where it comes from as it can, so that it bends
 * little; beside the last seat where all are on one side.
 */
double council_pass_row(const council_view *v, const sv_chamber_gap *gap, double from)
{
    const sv_figure *figures = v->fit.figures;
    double scale = v->stage->page->scale, room = line_room * scale, low = -HUGE_VAL, high = HUGE_VAL, more;
    if (gap->behind != SIZE_MAX)
        low = sv_figure_both(&figures[gap->behind]).right + room;
    if (gap->before != SIZE_MAX)
        high = sv_figure_both(&figures[gap->before]).left - room;
    more = isfinite(high - low) ? fmax(0, fmin(line_more * scale, (high - low) / 4)) : line_more * scale;
    return low > high ? (low + high) / 2 : fmin(fmax(from, low + more), high - more);
}

/* How high the line goes over from one place to another, above the seats of a row and beneath the names of the next. */
static double cross_over(const council_view *v, size_t row, double from, double to)
{
    const council_fit *fit = &v->fit;
    double beneath = -HUGE_VAL, above = HUGE_VAL;
    for (size_t i = 0; i < v->council.n_seats; i++) {
        sv_rect box = sv_figure_both(&fit->figures[i]);
        if (box.right < fmin(from, to) || box.left > fmax(from, to))
            continue;
        if (v->places[i].row <= row)
            beneath = fmax(beneath, box.top);
        else
            above = fmin(above, box.bottom);
    }
    if (isfinite(beneath) && isfinite(above))
        return (beneath + above) / 2;
    if (isfinite(beneath) || isfinite(above))
        return isfinite(above) ? above - gap_beside * v->stage->page->scale : beneath + gap_beside * v->stage->page->scale;
    return fit->y + fit->radius * (fit->inner + (1 - fit->inner) * ((double)row + 0.5) / (double)(fit->rows - 1)); /* nothing is near */
}

/* The line behind the seats that make a majority: from what is written in the middle upwards, in every row between two seats. */
static void add_majority(const council_view *v)
{
    const council_fit *fit = &v->fit;
    sv_chamber_gap gaps[SV_CHAMBER_ROWS_MOST];
    double scale = v->stage->page->scale, x, from[2], to[2];
    size_t count = 0;
    sv_chamber_part(v->places, v->council.n_seats, fit->rows, v->needed, gaps);
    from[0] = x = council_pass_row(v, &gaps[0], fit->x);
    from[1] = fit->y + (fabs(x - fit->hub_x) < v->hub->width / 2 ? v->hub->height + gap_beside * scale : 0);
    for (size_t r = 0; r + 1 < fit->rows; r++) {
        double next = council_pass_row(v, &gaps[r + 1], x);
        to[0] = x;
        to[1] = fmax(cross_over(v, r, x, next), from[1]);
        if (fabs(next - x) < 0.01)
            continue;
        add_piece(v, &count, from, to);
        from[0] = next;
        from[1] = to[1];
        add_piece(v, &count, to, from);
        x = next;
    }
    to[0] = x;
    to[1] = fit->y + sqrt(fmax(pow(fit->radius + fit->rim, 2) - pow(x - fit->x, 2), 0)) + gap_beside * scale;
    add_piece(v, &count, from, to);
}

/* What stands in the middle of the half circle. */
static void add_hub(const council_view *v)
{
    const council_fit *fit = &v->fit;
    const council_hub *hub = v->hub;
    const sv_theme *theme = v->stage->theme;
    double small_height = hub->height - hub->big_height;
    sv_picture_mark(&v->stage->picture, &(sv_mark){.id = "needed",
                                                   .classes = "note",
                                                   .x = fit->hub_x,
                                                   .y = fit->y + small_height + hub->big_height / 2,
                                                   .width = hub->width,
                                                   .height = hub->big_height,
                                                   .text = sv_text_get(&hub->big_lines),
                                                   .font_size = hub->big_size,
                                                   .bold = true,
                                                   .text_colour = theme->ink});
    if (*hub->small)
        sv_picture_mark(&v->stage->picture, &(sv_mark){.id = "counts",
                                                       .classes = "note",
                                                       .x = fit->hub_x,
                                                       .y = fit->y + small_height / 2,
                                                       .width = hub->width,
                                                       .height = small_height,
                                                       .text = sv_text_get(&hub->small_lines),
                                                       .font_size = hub->small_size,
                                                       .text_colour = theme->ink});
}

bool council_draw(council_view *v)
{
    for (size_t b = 0; b < v->n_blocks; b++)
        add_block(v, b);
    if (v->counted || !v->about)
        add_majority(v);
    for (size_t place = 0; place < v->council.n_seats; place++)
        add_seat(v, place);
    for (size_t place = 0; place < v->council.n_seats && !v->fit.numbered; place++)
        add_name(v, place);
    if (v->fit.numbered)
        council_draw_list(v);
    add_hub(v);
    return !v->stage->picture.failed && !v->stage->failed;
}
