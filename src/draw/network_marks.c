/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The marks of the network view: a line for every link, a shape and a name for every actor. */
#include "network_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"
#include "network_style.h"
#include "outline.h"
#include "speech.h"

enum { id_longest = 120, tooltip_part = 240 };

sv_line sv_network_line(sv_bond bond, double strength, const sv_theme *theme)
{
    switch (bond) {
    case SV_BOND_MEMBER: return (sv_line){.colour = theme->member, .width = 1.2, .style = SV_STROKE_DOTTED};
    case SV_BOND_FUNDS: return (sv_line){.colour = theme->funds, .width = 1.3, .arrow = true};
    case SV_BOND_OPPOSES: return (sv_line){.colour = theme->opposes, .width = 1.4, .style = SV_STROKE_DASHED};
    case SV_BOND_FORBIDDEN: return (sv_line){.colour = theme->forbidden, .width = 1.1, .style = SV_STROKE_DASHED};
    default: return (sv_line){.colour = theme->tie, .width = 0.5 + 0.35 * fmin(fmax(strength, 0), 4)};
    }
}

sv_mark sv_network_forbidden(const sv_page *page, const sv_theme *theme)
{
    return (sv_mark){.width = page->legend * 0.8,
                     .height = page->legend,
                     .fill = theme->page,
                     .text = "×",
                     .font_size = page->legend,
                     .bold = true,
                     .text_colour = theme->ink};
}

/* "actor-jansen"; an id too long to be of use to anyone becomes the row's number. */
static void say_id(sv_text *out, const char *before, const sv_network_parts *parts, size_t place)
{
    const char *id = sv_map_actor(parts->scene.map, parts->scene.actors[place])->id;
    sv_text_clear(out);
    sv_text_add(out, before);
    if (strlen(id) <= id_longest)
        sv_text_add(out, id);
    else
        sv_text_addf(out, "row.%zu", parts->scene.actors[place]);
}

static void join_cell(sv_text *out, const char *separator, const char *cell)
{
    char short_cell[tooltip_part];
    sv_text_fit(short_cell, sizeof short_cell, cell);
    sv_speech_join(out, separator, short_cell);
}

/* The organisation's name, where the cell names an actor by its id. */
static const char *organisation_of(const sv_map *map, size_t row)
{
    const char *cell = sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_ORGANISATION);
    size_t actor = *cell ? sv_map_find_actor(map, cell) : SV_NO_ROW;
    return actor == SV_NO_ROW ? cell : sv_map_actor(map, actor)->name;
}

/* "Name, role, organisation; harmonic closeness 0.52; in favour" */
static void say_tooltip(sv_text *out, const sv_network_parts *parts, size_t place)
{
    const sv_scene *scene = &parts->scene;
    sv_language language = parts->options->language;
    size_t row = scene->actors[place];
    const sv_score *score = sv_score_get(parts->score);
    char number[32];
    sv_text_clear(out);
    join_cell(out, "", sv_map_actor(scene->map, row)->name);
    join_cell(out, ", ", sv_map_cell(scene->map, SV_ACTORS, row, SV_ACTOR_ROLE));
    join_cell(out, ", ", organisation_of(scene->map, row));
    if (place >= scene->n_scored)
        return;
    sv_text_addf(out, "; %s %s", language == SV_DUTCH ? score->nl : score->en,
                 sv_speech_number(sv_scores_value(scene->scores, parts->score, row), language, number));
    if (parts->paint.of[place] != SV_NO_ROW)
        join_cell(out, "; ", parts->paint.keys[parts->paint.of[place]].word);
}

static void say_classes(sv_text *out, const sv_network_parts *parts, size_t place)
{
    static const char *const words[SV_STANDINGS] = {"person", "person office", "organisation", "alliance", "container", "other"};
    const char *kind = sv_map_actor(parts->scene.map, parts->scene.actors[place])->kind->id;
    size_t key = parts->paint.of[place];
    sv_text_clear(out);
    sv_text_addf(out, "actor %s", words[parts->standing[place]]);
    if (strcmp(kind, words[parts->standing[place]]) != 0)
        sv_text_addf(out, " %s", kind);
    if (key != SV_NO_ROW)
        sv_text_addf(out, " %s", parts->paint.keys[key].name);
    if (parts->bridge[place])
        sv_text_add(out, " bridge");
    if (parts->looks[place].ring)
        sv_text_add(out, " own");
}

/* The sign is as large as the shape holds well; where the page's smallest type would stick out, there is none (0). */
static double sign_size(const char *sign, double width, double height, double smallest)
{
    double letters = 0.84 * (double)sv_utf8_count(sign); /* a bold letter is at most so wide as a share of its size */
    if (width - 2 < letters * smallest || height < 1.28 * smallest)
        return 0;
    return fmax(smallest, fmin(fmin(height * 0.6, width * 0.5), (width - 3) / letters));
}

/* How an actor's shape looks, without texts that need memory of their own. */
static sv_mark shape_mark(const sv_network_parts *parts, const sv_arrangement *arrangement, size_t place)
{
    const sv_theme *theme = parts->theme;
    size_t key = parts->paint.of[place];
    sv_mark mark = {.shape = parts->looks[place].shape,
                    .x = arrangement->figures[place].x,
                    .y = arrangement->figures[place].y,
                    .width = arrangement->width[place],
                    .height = arrangement->height[place],
                    .fill = theme->container,
                    .stroke = theme->container_outline,
                    .stroke_width = SV_BORDER_USUAL};
    if (parts->standing[place] == SV_STANDING_CONTAINER) {
        if (key != SV_NO_ROW) { /* a party in the colour of its members */
            mark.stroke = parts->paint.keys[key].fill;
            mark.stroke_width = 2;
        }
        return mark;
    }
    mark.fill = parts->paint.keys[key].fill;
    mark.stroke = parts->bridge[place] ? theme->bridge : theme->outline;
    mark.stroke_width = parts->bridge[place] ? SV_BORDER_BRIDGE : SV_BORDER_USUAL;
    mark.stroke_style = parts->paint.keys[key].dashed && !parts->bridge[place] ? SV_STROKE_DASHED : SV_STROKE_SOLID;
    mark.text = parts->paint.keys[key].sign;
    mark.text_colour = parts->paint.keys[key].ink;
    mark.bold = true;
    mark.font_size = sign_size(mark.text, mark.width, mark.height, parts->page->smallest);
    if (mark.font_size <= 0 || parts->paint.plain)
        mark.text = NULL;
    return mark;
}

static void add_ring(const sv_network_parts *parts, const sv_arrangement *arrangement, size_t place, sv_text *id, sv_picture *picture)
{
    sv_mark mark = shape_mark(parts, arrangement, place);
    double more = 2 * SV_RING_OFF;
    say_id(id, "own-", parts, place);
    sv_picture_mark(picture, &(sv_mark){.id = sv_text_get(id),
                                        .classes = "ring own",
                                        .shape = mark.shape,
                                        .x = mark.x,
                                        .y = mark.y,
                                        .width = mark.width + more,
                                        .height = mark.height + more,
                                        .fill = parts->theme->page,
                                        .stroke = parts->theme->own,
                                        .stroke_width = SV_RING_WIDTH});
}

static void add_label(const sv_network_parts *parts, const sv_arrangement *arrangement, size_t place, sv_text *id, sv_picture *picture)
{
    const sv_figure *figure = &arrangement->figures[place];
    bool inside = figure->side == SV_SIDE_INSIDE;
    sv_align align = figure->side == SV_SIDE_RIGHT ? SV_ALIGN_LEFT : figure->side == SV_SIDE_LEFT ? SV_ALIGN_RIGHT : SV_ALIGN_CENTRE;
    sv_rect box = sv_figure_label(figure);
    if (figure->side == SV_SIDE_NOWHERE)
        return;
    say_id(id, "label-", parts, place);
    sv_picture_mark(picture, &(sv_mark){.id = sv_text_get(id),
                                        .classes = "label",
                                        .x = (box.left + box.right) / 2,
                                        .y = (box.bottom + box.top) / 2,
                                        .width = figure->label_width,
                                        .height = figure->label_height,
                                        .fill = inside ? 0 : parts->theme->veil,
                                        .text = sv_text_get(&arrangement->labels[place]),
                                        .font_size = arrangement->font_size,
                                        .bold = parts->looks[place].bold,
                                        .text_colour = parts->theme->ink,
                                        .align = align});
}

/* Where lines end: at the ring where there is one. */
static sv_mark line_end(const sv_network_parts *parts, const sv_arrangement *arrangement, size_t place)
{
    sv_mark mark = shape_mark(parts, arrangement, place);
    double more = parts->looks[place].ring ? 2 * SV_RING_OFF + SV_RING_WIDTH : mark.stroke_width;
    mark.width += more;
    mark.height += more;
    return mark;
}

/* A cross on the line, as near to its middle as it can stand without touching a shape or a name; none where all is taken. */
static void add_cross(const sv_network_parts *parts, const sv_arrangement *arrangement, const sv_line *line, size_t number,
                      sv_picture *picture)
{
    static const double shares[] = {0.5, 0.4, 0.6, 0.3, 0.7};
    sv_mark mark = sv_network_forbidden(parts->page, parts->theme);
    char id[40];
    snprintf(id, sizeof id, "cross-%zu", number);
    mark.id = id;
    mark.classes = "cross";
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        double t = shares[i], s = 1 - t;
        sv_figure cross = {.width = mark.width, .height = mark.height, .side = SV_SIDE_NOWHERE};
        bool taken = false;
        cross.x =
            s * s * s * line->points[0] + 3 * s * s * t * line->points[2] + 3 * s * t * t * line->points[4] + t * t * t * line->points[6];
        cross.y =
            s * s * s * line->points[1] + 3 * s * s * t * line->points[3] + 3 * s * t * t * line->points[5] + t * t * t * line->points[7];
        for (size_t k = 0; k < arrangement->n && !taken; k++)
            taken = sv_figures_touch(&cross, &arrangement->figures[k], 1);
        if (taken)
            continue;
        mark.x = cross.x;
        mark.y = cross.y;
        sv_picture_mark(picture, &mark);
        return;
    }
}

/* `first` is the mark of the first actor. Of lines that join the same two, the second bends left, the third right. */
static void add_lines(const sv_network_parts *parts, const sv_arrangement *arrangement, size_t first, sv_picture *picture)
{
    static const char *const classes[SV_BONDS] = {"tie", "member", "funds", "opposes", "forbidden"};
    const sv_scene *scene = &parts->scene;
    for (size_t bond = SV_BONDS; bond-- > 0;)
        for (size_t i = 0; i < scene->n_links; i++) {
            const sv_link *link = &scene->links[i];
            sv_line line = sv_network_line(link->bond, link->strength, parts->theme);
            sv_mark from, to;
            char id[40];
            double bend = 9.0 * (double)((link->beside + 1) / 2) * (link->beside % 2 ? 1 : -1) * (link->from < link->to ? 1 : -1);
            if (link->bond != (sv_bond)(SV_BONDS - 1 - bond))
                continue;
            from = line_end(parts, arrangement, link->from);
            to = line_end(parts, arrangement, link->to);
            snprintf(id, sizeof id, "line-%zu", i + 1);
            line.id = id;
            line.classes = classes[link->bond];
            line.from = first + link->from;
            line.to = first + link->to;
            sv_outline_join(&from, &to, bend, line.points);
            sv_picture_line(picture, &line);
            if (link->bond == SV_BOND_FORBIDDEN)
                add_cross(parts, arrangement, &line, i + 1, picture);
        }
}

/* A rule and a few words above the actors that no line runs to. */
static void add_apart(const sv_network_parts *parts, const sv_arrangement *arrangement, sv_picture *picture)
{
    const sv_rect *box = &arrangement->apart;
    double y = box->top + SV_APART_HEADING / 2, width = box->right - box->left;
    if (!(box->top > box->bottom))
        return;
    sv_picture_mark(picture, &(sv_mark){.id = "apart",
                                        .classes = "note",
                                        .x = box->left + width / 2,
                                        .y = y,
                                        .width = width,
                                        .height = parts->page->legend * 1.2,
                                        .text = sv_translate(parts->options->language, parts->options->audience == SV_PUBLIC ? SV_TR("No public ties") : SV_TR("No ties known")),
                                        .font_size = parts->page->legend,
                                        .text_colour = parts->theme->faint_ink,
                                        .align = SV_ALIGN_LEFT});
    sv_picture_line(picture, &(sv_line){.id = "apart-rule",
                                        .classes = "note",
                                        .from = SV_NO_MARK,
                                        .to = SV_NO_MARK,
                                        .points = {box->left, box->top, box->left + width / 3, box->top, box->left + width * 2 / 3,
                                                   box->top, box->right, box->top},
                                        .colour = parts->theme->rule,
                                        .width = 1});
}

bool sv_network_marks(const sv_network_parts *parts, const sv_arrangement *arrangement, sv_picture *picture)
{
    sv_text id = {0}, classes = {0}, tooltip = {0};
    size_t first;
    bool fine;
    for (size_t i = 0; i < parts->scene.n; i++)
        if (parts->looks[i].ring)
            add_ring(parts, arrangement, i, &id, picture);
    first = picture->n_marks;
    for (size_t i = 0; i < parts->scene.n; i++) {
        sv_mark mark = shape_mark(parts, arrangement, i);
        say_id(&id, "actor-", parts, i);
        say_classes(&classes, parts, i);
        say_tooltip(&tooltip, parts, i);
        mark.id = sv_text_get(&id);
        mark.classes = sv_text_get(&classes);
        mark.tooltip = sv_text_get(&tooltip);
        sv_picture_mark(picture, &mark);
    }
    for (size_t i = 0; i < parts->scene.n; i++)
        add_label(parts, arrangement, i, &id, picture);
    add_lines(parts, arrangement, first, picture);
    add_apart(parts, arrangement, picture);
    fine = !id.failed && !classes.failed && !tooltip.failed && !picture->failed;
    sv_text_clear(&id);
    sv_text_clear(&classes);
    sv_text_clear(&tooltip);
    return fine;
}
