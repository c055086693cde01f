/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The marks of the cast: rings, shapes and names, each with its id, classes and tooltip. */
#include "cast.h"

#include <math.h>
#include <string.h>

#include "speech.h"

static const double told_apart = 2;   /* contrast of a border and what is within it */
static const double border_gap = 1.2; /* between them, where it is less */
static const double readable = 4.6;   /* contrast of a text, and a little */
enum { id_longest = 120, tooltip_part = 240, pale_alpha = 0x38 };

/* "actor-jansen"; an id too long to be of use to anyone becomes the row's number. */
static void say_id(sv_text *out, const char *before, const sv_cast *cast, size_t place)
{
    const char *id = sv_map_actor(cast->scene.map, cast->scene.actors[place])->id;
    sv_text_clear(out);
    sv_text_add(out, before);
    if (strlen(id) <= id_longest)
        sv_text_add(out, id);
    else
        sv_text_addf(out, "row.%zu", cast->scene.actors[place]);
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
static void say_tooltip(sv_text *out, const sv_cast *cast, size_t place)
{
    const sv_scene *scene = &cast->scene;
    sv_language language = cast->stage->language;
    size_t row = scene->actors[place];
    const sv_score *score = sv_score_get(cast->stage->score);
    char number[32];
    sv_text_clear(out);
    join_cell(out, "", sv_map_actor(scene->map, row)->name);
    join_cell(out, ", ", sv_map_cell(scene->map, SV_ACTORS, row, SV_ACTOR_ROLE));
    join_cell(out, ", ", organisation_of(scene->map, row));
    if (cast->ghost[place] && cast->more[place])
        sv_speech_join(out, "; ", cast->more[place]);
    if (place >= scene->n_scored || cast->ghost[place])
        return;
    sv_text_addf(out, "; %s %s", language == SV_DUTCH ? score->nl : score->en,
                 sv_speech_number(sv_scores_value(cast->stage->scores, cast->stage->score, row), language, number));
    if (cast->paint.of[place] != SV_NO_ROW)
        join_cell(out, "; ", cast->paint.keys[cast->paint.of[place]].word);
    if (cast->more[place])
        sv_speech_join(out, "; ", cast->more[place]);
}

static void say_classes(sv_text *out, const sv_cast *cast, size_t place)
{
    static const char *const words[SV_STANDINGS] = {"person", "person office", "organisation", "alliance", "container", "other"};
    const char *kind = sv_map_actor(cast->scene.map, cast->scene.actors[place])->kind->id;
    size_t key = cast->paint.of[place];
    sv_text_clear(out);
    sv_text_addf(out, "actor %s", words[cast->standing[place]]);
    if (strcmp(kind, words[cast->standing[place]]) != 0)
        sv_text_addf(out, " %s", kind);
    if (cast->ghost[place])
        sv_text_add(out, " ghost");
    else if (key != SV_NO_ROW)
        sv_text_addf(out, " %s", cast->paint.keys[key].name);
    if (cast->pale[place])
        sv_text_add(out, " pale");
    if (cast->bridge[place])
        sv_text_add(out, " bridge");
    if (cast->looks[place].ring)
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

uint32_t sv_cast_pale(const sv_cast *cast, uint32_t fill)
{
    return sv_colour_over((fill & 0xFFFFFF00U) | pale_alpha, cast->stage->theme->page);
}

/* How an actor's shape looks, without texts that need memory of their own. */
static sv_mark shape_mark(const sv_cast *cast, const sv_arrangement *arrangement, size_t place)
{
    const sv_theme *theme = cast->stage->theme;
    double scale = cast->stage->page->scale;
    size_t key = cast->paint.of[place];
    sv_mark mark = {.shape = cast->looks[place].shape,
                    .x = arrangement->figures[place].x,
                    .y = arrangement->figures[place].y,
                    .width = arrangement->width[place],
                    .height = arrangement->height[place],
                    .fill = theme->container,
                    .stroke = theme->container_outline,
                    .stroke_width = scale * SV_BORDER_USUAL};
    if (cast->ghost[place]) {
        mark.fill = theme->page;
        mark.stroke = theme->outline;
        mark.stroke_style = SV_STROKE_DASHED;
        mark.text = SV_CAST_GONE;
        mark.text_colour = theme->ink;
        mark.bold = true;
        mark.font_size = sign_size(mark.text, mark.width, mark.height, cast->stage->page->smallest);
        if (mark.font_size <= 0)
            mark.text = NULL;
        return mark;
    }
    if (cast->standing[place] == SV_STANDING_CONTAINER) {
        /* a party in the colour of its members, where that can be seen on the page */
        if (key != SV_NO_ROW && sv_contrast(cast->paint.keys[key].fill, theme->page) >= 3) {
            mark.stroke = cast->paint.keys[key].fill;
            mark.stroke_width = 2 * scale;
        }
        return mark;
    }
    mark.fill = cast->paint.keys[key].fill;
    mark.stroke = cast->bridge[place] ? theme->bridge : theme->outline;
    mark.stroke_width = scale * (cast->bridge[place] ? SV_BORDER_BRIDGE : SV_BORDER_USUAL);
    if (cast->paint.keys[key].faint && !cast->bridge[place]) /* dashes around so many small shapes look broken */
        mark.stroke = theme->container_outline;
    mark.text = cast->paint.keys[key].sign;
    mark.text_colour = cast->paint.keys[key].ink;
    if (cast->pale[place]) {
        mark.fill = sv_cast_pale(cast, mark.fill);
        mark.stroke = theme->container_outline;
        mark.text_colour = sv_contrast(theme->faint_ink, mark.fill) < readable ? theme->ink : theme->faint_ink;
    }
    mark.bold = true;
    mark.font_size = sign_size(mark.text, mark.width, mark.height, cast->stage->page->smallest);
    if (mark.font_size <= 0 || cast->paint.plain)
        mark.text = NULL;
    return mark;
}

static void add_ring(const sv_cast *cast, const sv_arrangement *arrangement, size_t place, sv_text *id)
{
    sv_mark mark = shape_mark(cast, arrangement, place);
    double scale = cast->stage->page->scale, more = 2 * SV_RING_OFF * scale;
    say_id(id, "own-", cast, place);
    sv_picture_mark(&cast->stage->picture, &(sv_mark){.id = sv_text_get(id),
                                                      .classes = "ring own",
                                                      .shape = mark.shape,
                                                      .x = mark.x,
                                                      .y = mark.y,
                                                      .width = mark.width + more,
                                                      .height = mark.height + more,
                                                      .fill = cast->stage->theme->page,
                                                      .stroke = cast->stage->theme->own,
                                                      .stroke_width = SV_RING_WIDTH * scale});
}

/* A heavy border that is lost against its own shape stands off it, as a ring does. */
static void part_border(const sv_cast *cast, size_t place, sv_mark *mark, sv_text *id)
{
    const sv_theme *theme = cast->stage->theme;
    double less = mark->stroke_width + 2 * border_gap * cast->stage->page->scale;
    sv_mark border = *mark;
    if (!cast->bridge[place] || cast->ghost[place] || sv_contrast(theme->bridge, mark->fill) >= told_apart)
        return;
    say_id(id, "border-", cast, place);
    border.id = sv_text_get(id);
    border.classes = "ring border";
    border.fill = theme->page;
    border.text = border.tooltip = NULL;
    sv_picture_mark(&cast->stage->picture, &border);
    mark->width -= less;
    mark->height -= less;
    mark->stroke = mark->fill;
    mark->stroke_width = 0.5 * cast->stage->page->scale;
    mark->font_size = mark->text ? sign_size(mark->text, mark->width, mark->height, cast->stage->page->smallest) : 0;
    if (mark->font_size <= 0)
        mark->text = NULL;
}

static void add_label(const sv_cast *cast, const sv_arrangement *arrangement, size_t place, sv_text *id)
{
    const sv_figure *figure = &arrangement->figures[place];
    bool bare = figure->side == SV_SIDE_INSIDE || cast->bare_labels;
    sv_align align = figure->side == SV_SIDE_RIGHT ? SV_ALIGN_LEFT : figure->side == SV_SIDE_LEFT ? SV_ALIGN_RIGHT : SV_ALIGN_CENTRE;
    sv_rect box = sv_figure_label(figure);
    if (figure->side == SV_SIDE_NOWHERE)
        return;
    say_id(id, "label-", cast, place);
    sv_picture_mark(&cast->stage->picture,
                    &(sv_mark){.id = sv_text_get(id),
                               .classes = "label",
                               .x = (box.left + box.right) / 2,
                               .y = (box.bottom + box.top) / 2,
                               .width = figure->label_width,
                               .height = figure->label_height,
                               .fill = bare ? 0 : cast->stage->theme->veil,
                               .text = sv_text_get(&arrangement->labels[place]),
                               .font_size = arrangement->font_size,
                               .bold = cast->looks[place].bold,
                               .text_colour = cast->pale[place] ? cast->stage->theme->faint_ink : cast->stage->theme->ink,
                               .align = align});
}

/* The thin line from a shape to a name that stands further off. */
static void add_leader(const sv_cast *cast, const sv_arrangement *arrangement, size_t place, sv_text *id)
{
    const sv_figure *figure = &arrangement->figures[place];
    sv_segment leader;
    if (figure->side != SV_SIDE_AWAY)
        return;
    leader = sv_figure_leader(figure);
    say_id(id, "leader-", cast, place);
    sv_picture_line(&cast->stage->picture,
                    &(sv_line){.id = sv_text_get(id),
                               .classes = "leader",
                               .from = SV_NO_MARK,
                               .to = SV_NO_MARK,
                               .points = {leader.x0, leader.y0, leader.x0, leader.y0, leader.x1, leader.y1, leader.x1, leader.y1},
                               .colour = cast->stage->theme->outline,
                               .width = 0.7 * cast->stage->page->scale});
}

sv_mark sv_cast_outline(const sv_cast *cast, const sv_arrangement *arrangement, size_t place)
{
    sv_mark mark = shape_mark(cast, arrangement, place);
    double more = cast->looks[place].ring ? cast->stage->page->scale * (2 * SV_RING_OFF + SV_RING_WIDTH) : mark.stroke_width;
    mark.width += more;
    mark.height += more;
    return mark;
}

bool sv_cast_draw(sv_cast *cast, const sv_arrangement *arrangement)
{
    sv_picture *picture = &cast->stage->picture;
    sv_text id = {0}, classes = {0}, tooltip = {0};
    bool fine;
    for (size_t i = 0; i < cast->scene.n; i++)
        if (cast->looks[i].ring && cast->shown[i])
            add_ring(cast, arrangement, i, &id);
    for (size_t i = 0; i < cast->scene.n; i++) {
        sv_mark mark;
        cast->mark[i] = SV_NO_MARK;
        if (!cast->shown[i])
            continue;
        mark = shape_mark(cast, arrangement, i);
        part_border(cast, i, &mark, &id);
        say_id(&id, "actor-", cast, i);
        say_classes(&classes, cast, i);
        say_tooltip(&tooltip, cast, i);
        mark.id = sv_text_get(&id);
        mark.classes = sv_text_get(&classes);
        mark.tooltip = sv_text_get(&tooltip);
        cast->mark[i] = sv_picture_mark(picture, &mark);
    }
    for (size_t i = 0; i < cast->scene.n; i++)
        if (cast->shown[i]) {
            add_label(cast, arrangement, i, &id);
            add_leader(cast, arrangement, i, &id);
        }
    fine = !id.failed && !classes.failed && !tooltip.failed && !picture->failed;
    sv_text_clear(&id);
    sv_text_clear(&classes);
    sv_text_clear(&tooltip);
    return fine;
}
