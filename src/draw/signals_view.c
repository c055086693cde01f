/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The signals view: themes by neighbourhoods, a square for each, darker the more often the theme was heard there, with the number in
 * it and the totals beside. What comes back is marked. What the public may know of it is settled in advice/signal_table.c.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <speelveld/advice.h>

#include "../model/amount.h"
#include "card.h"
#include "speech.h"
#include "views.h"
#include "wrap.h"

static const double place_least = 58, place_most = 200, row_least = 19, row_most = 92, names_share = 0.24, between = 2;
static const double largest_type = 2.4; /* of the legend's; */
static const double type_in_row = 0.36; /* and of a row's height */
enum { shades = 5 };
static const uint32_t shade_alpha[shades] = {0x22, 0x4C, 0x80, 0xB8, 0xFF};

typedef struct signals_view {
    sv_stage *stage;
    sv_signal_table table;
    size_t themes, places; /* shown, without "others" */
    double least, most;    /* of a cell in which something was heard */
    double names, wide, high, header, left, top;
    double number_type, theme_type, place_type;
    bool back, rising, falling; /* on the picture, for the legend */
} signals_view;

/* ---- Words ---- */

static const char *group_name(const signals_view *v, const sv_signal_group *group, size_t column)
{
    const char *cell = group->row == SV_NO_ROW ? "" : sv_map_cell(v->stage->map, SV_SIGNALS, group->row, column);
    if (group->row == SV_NO_ROW)
        return sv_stage_say(v->stage, SV_TR("others together"));
    return *cell ? cell : sv_stage_say(v->stage, SV_TR("not said"));
}

static const char *theme_name(const signals_view *v, size_t theme)
{
    return group_name(v, &v->table.themes[theme], SV_SIGNAL_THEME);
}

static const char *place_name(const signals_view *v, size_t place)
{
    return group_name(v, &v->table.places[place], SV_SIGNAL_NEIGHBOURHOOD);
}

static const char *whole(const signals_view *v, double times)
{
    char buffer[64];
    sv_text text = {0};
    amount_show_whole(times, v->stage->language, buffer);
    sv_text_add(&text, buffer);
    return sv_stage_keep(v->stage, &text);
}

static bool comes_back(const sv_signal_group *group)
{
    return group->row != SV_NO_ROW && (group->months > 1 || group->neighbourhoods > 1);
}

/* The name of a theme with the signs that belong to it. */
static const char *theme_words(const signals_view *v, size_t theme)
{
    const sv_signal_group *group = &v->table.themes[theme];
    sv_text text = {0};
    sv_text_add(&text, theme_name(v, theme));
    if (comes_back(group))
        sv_text_addf(&text, NO_BREAK_SPACE "↻%s",
                     group->trend == SV_TREND_RISING    ? NO_BREAK_SPACE "↑"
                     : group->trend == SV_TREND_FALLING ? NO_BREAK_SPACE "↓"
                                                        : "");
    return sv_stage_keep(v->stage, &text);
}

/* The least and the most that was heard of the first so many themes in the first so many places; returns the cell with the most. */
static size_t find_range(signals_view *v, size_t themes, size_t places)
{
    size_t best = SV_NO_ROW;
    v->least = v->most = 0;
    for (size_t i = 0; i < v->table.n_themes * v->table.n_places; i++) {
        double times = v->table.cells[i];
        if (i / v->table.n_places >= themes || i % v->table.n_places >= places || !(times > 0))
            continue;
        if (v->least <= 0 || times < v->least)
            v->least = times;
        if (times > v->most) {
            v->most = times;
            best = i;
        }
    }
    return best;
}

/* What was heard most and where; and how much of it comes back. */
static const char *finding(signals_view *v)
{
    sv_stage *stage = v->stage;
    size_t best = find_range(v, v->table.n_themes, v->table.n_places), back = 0;
    sv_text both = {0};
    const char *first = best == SV_NO_ROW ? sv_stage_fill(stage, SV_TR("Heard most: {a}, {b} of {c} times."), theme_name(v, 0),
                                                          whole(v, v->table.themes[0].times), whole(v, v->table.times))
                                          : NULL;
    for (size_t i = 0; i < v->table.n_themes; i++)
        back += comes_back(&v->table.themes[i]);
    if (!first) {
        sv_text where = {0};
        sv_text_addf(&where, "%s (%s)", theme_name(v, best / v->table.n_places), place_name(v, best % v->table.n_places));
        first = sv_stage_fill(stage, SV_TR("Heard most: {a}, {b} of {c} times."), sv_stage_keep(stage, &where), whole(v, v->most),
                              whole(v, v->table.times));
    }
    sv_text_add(&both, first);
    if (back)
        sv_text_addf(&both, " %s",
                     sv_stage_fill(stage, back == 1 ? SV_TR("{a} of {b} themes comes back.") : SV_TR("{a} of {b} themes come back."),
                                   whole(v, (double)back), whole(v, (double)v->table.n_themes), NULL));
    return sv_stage_keep(stage, &both);
}

static const char *later_words(const signals_view *v)
{
    char date[40];
    return sv_stage_fill(
        v->stage, v->table.later == 1 ? SV_TR("{a} signal of after {b} is not counted") : SV_TR("{a} signals of after {b} are not counted"),
        whole(v, (double)v->table.later), sv_speech_date(v->stage->options->as_of, v->stage->language, date), NULL);
}

/* ---- Placing ---- */

static void place(signals_view *v, double header)
{
    const sv_rect *inside = &v->stage->inside;
    double scale = v->stage->page->scale, wide = inside->right - inside->left;
    size_t fit;
    v->names = wide * names_share;
    v->header = header;
    fit = (size_t)fmax(2, floor((wide - v->names) / (place_least * scale))) - 1; /* one is the total */
    v->places = v->table.n_places <= fit ? v->table.n_places : fit - 1;
    fit = (size_t)fmax(3, floor((inside->top - inside->bottom - v->header) / (row_least * scale))) - 1;
    v->themes = v->table.n_themes <= fit ? v->table.n_themes : fit - 1;
    v->wide = fmin((wide - v->names) / (double)(v->places + 1 + (v->places < v->table.n_places)), place_most * scale);
    v->high =
        fmin((inside->top - inside->bottom - v->header) / (double)(v->themes + 1 + (v->themes < v->table.n_themes)), row_most * scale);
    v->left = inside->left + v->names;
    v->top = inside->top - v->header;
}

/* What is kept free in a column, and what a theme's name may take. */
static double inset(const signals_view *v)
{
    return 12 * v->stage->page->scale;
}

static double name_width(const signals_view *v)
{
    return v->names - 8 * v->stage->page->scale;
}

static size_t name_lines(const signals_view *v, double type)
{
    return v->high > 2.6 * type ? 2 : 1;
}

/* The largest type in which all names of a kind fit where they stand. */
static sv_status find_type(signals_view *v, const char *const *names, size_t n, double least, double width, size_t lines, double *size)
{
    sv_fit fit = {.font_size = fmax(least, v->number_type), .width = width, .lines = lines};
    sv_status status = sv_wrap_largest(v->stage->renderer, names, n, least, &fit, v->stage->error);
    *size = fit.font_size;
    return status;
}

/* Rows and columns as large as the page allows, and type as large as they allow. */
static sv_status place_and_size(signals_view *v)
{
    sv_stage *stage = v->stage;
    const sv_page *page = stage->page;
    const char **themes = sv_alloc(v->table.n_themes + 1, sizeof *themes), **places = sv_alloc(v->table.n_places + 1, sizeof *places);
    const char *most = whole(v, v->table.times);
    sv_status status = themes && places ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->table.n_themes && status == SV_OK; i++)
        themes[i] = theme_words(v, i);
    for (size_t k = 0; k < v->table.n_places && status == SV_OK; k++)
        places[k] = place_name(v, k);
    place(v, 34 * page->scale);
    v->number_type = fmin(largest_type * page->legend, fmax(page->legend, type_in_row * v->high));
    if (status == SV_OK)
        status = find_type(v, &most, 1, page->legend, v->wide - inset(v), 1, &v->number_type);
    if (status == SV_OK)
        status = find_type(v, places, v->places, page->smallest, v->wide - inset(v), 2, &v->place_type);
    place(v, fmax(34 * page->scale, 2.9 * v->place_type));
    if (status == SV_OK)
        status = find_type(v, themes, v->themes, page->legend, name_width(v), name_lines(v, v->number_type), &v->theme_type);
    free(themes);
    free(places);
    return status;
}

/* ---- Drawing ---- */

static size_t shade_of(const signals_view *v, double times)
{
    size_t shade = (size_t)(sqrt(times / v->most) * shades);
    return shade < shades ? shade : shades - 1;
}

static sv_mark square(const signals_view *v, double times)
{
    const sv_theme *theme = v->stage->theme;
    sv_mark mark = {.classes = "cell",
                    .shape = SV_SHAPE_BOX,
                    .fill = theme->page,
                    .stroke = theme->rule,
                    .stroke_width = 0.6 * v->stage->page->scale,
                    .font_size = v->number_type,
                    .text_colour = theme->ink};
    if (isnan(times)) {
        mark.classes = "cell hidden";
        mark.text = "*";
    } else if (times > 0) {
        mark.fill = sv_colour_over((theme->stance[4] & 0xFFFFFF00U) | shade_alpha[shade_of(v, times)], theme->page);
        mark.text_colour = sv_theme_ink_on(mark.fill);
        mark.bold = true;
    }
    return mark;
}

static void draw_square(const signals_view *v, size_t row, size_t column, double times, bool total)
{
    sv_stage *stage = v->stage;
    double gap = between * stage->page->scale;
    sv_mark mark = square(v, total ? 0 : times);
    mark.id = sv_card_id(stage, "cell", row + 1, column + 1);
    mark.x = v->left + v->wide * ((double)column + 0.5);
    mark.y = v->top - v->high * ((double)row + 0.5);
    mark.width = v->wide - gap;
    mark.height = v->high - gap;
    if (total) {
        mark.classes = "total";
        mark.shape = SV_SHAPE_NONE;
        mark.fill = 0;
        mark.bold = true;
    }
    if (times > 0)
        mark.text = whole(v, times);
    sv_picture_mark(&stage->picture, &mark);
}

/* The sum of some cells of a row of squares; NaN as soon as one of them is not told. */
static double sum_of(const signals_view *v, size_t theme, size_t theme_end, size_t place, size_t place_end)
{
    double sum = 0;
    for (size_t i = theme; i < theme_end; i++)
        for (size_t k = place; k < place_end; k++)
            sum += v->table.cells[i * v->table.n_places + k];
    return sum;
}

static double total_of(const sv_signal_group *groups, size_t from, size_t end)
{
    double sum = 0;
    for (size_t i = from; i < end; i++)
        sum += groups[i].times;
    return sum;
}

static void draw_row(const signals_view *v, size_t row, size_t theme, size_t theme_end)
{
    size_t n = v->table.n_places, column = v->places;
    for (size_t k = 0; k < v->places; k++)
        draw_square(v, row, k, sum_of(v, theme, theme_end, k, k + 1), false);
    if (v->places < n)
        draw_square(v, row, column++, sum_of(v, theme, theme_end, v->places, n), false);
    draw_square(v, row, column, total_of(v->table.themes, theme, theme_end), true);
}

static sv_status draw_name(const signals_view *v, size_t row, const char *name, bool bold)
{
    return sv_note_draw(v->stage, &(sv_note){.id = sv_card_id(v->stage, "theme", row + 1, 0),
                                             .text = name,
                                             .left = v->stage->inside.left,
                                             .y = v->top - v->high * ((double)row + 0.5),
                                             .width = name_width(v),
                                             .lines = name_lines(v, v->theme_type),
                                             .align = SV_ALIGN_RIGHT,
                                             .font_size = v->theme_type,
                                             .bold = bold});
}

static sv_status draw_header(const signals_view *v, size_t column, const char *name, bool bold)
{
    sv_stage *stage = v->stage;
    sv_note note = {.id = sv_card_id(stage, "place", column + 1, 0),
                    .text = name,
                    .left = v->left + v->wide * (double)column + inset(v) / 2,
                    .width = v->wide - inset(v),
                    .y = v->top + 3 * stage->page->scale,
                    .from = -1,
                    .lines = 2,
                    .bold = bold,
                    .font_size = v->place_type};
    return sv_note_draw(stage, &note);
}

static const char *and_more(const signals_view *v, size_t more)
{
    return sv_stage_fill(v->stage, SV_TR("{a} others"), whole(v, (double)more), NULL, NULL);
}

static sv_status draw_all(const signals_view *v)
{
    const sv_signal_table *table = &v->table;
    sv_status status = SV_OK;
    size_t column = v->places, row = v->themes;
    for (size_t k = 0; k < v->places && status == SV_OK; k++)
        status = draw_header(v, k, place_name(v, k), false);
    if (v->places < table->n_places && status == SV_OK)
        status = draw_header(v, column++, and_more(v, table->n_places - v->places), false);
    if (status == SV_OK)
        status = draw_header(v, column, sv_stage_say(v->stage, SV_TR("total")), true);
    for (size_t i = 0; i < v->themes && status == SV_OK; i++) {
        draw_row(v, i, i, i + 1);
        status = draw_name(v, i, theme_words(v, i), false);
    }
    if (v->themes < table->n_themes && status == SV_OK) {
        draw_row(v, row, v->themes, table->n_themes);
        status = draw_name(v, row++, and_more(v, table->n_themes - v->themes), false);
    }
    for (size_t k = 0; k < v->places; k++)
        draw_square(v, row, k, total_of(table->places, k, k + 1), true);
    if (v->places < table->n_places)
        draw_square(v, row, v->places, total_of(table->places, v->places, table->n_places), true);
    draw_square(v, row, column, table->times, true);
    return status == SV_OK ? draw_name(v, row, sv_stage_say(v->stage, SV_TR("total")), true) : status;
}

/* The fewest and the most as squares, then what is not told, and the signs behind a name. */
static void fill_legend(const signals_view *v)
{
    sv_stage *stage = v->stage;
    const double size = 12 * stage->page->scale, shown[] = {v->least, v->most};
    for (size_t i = v->least < v->most ? 0 : 1; v->most > 0 && i < 2; i++) {
        sv_mark mark = square(v, shown[i]);
        mark.width = mark.height = size;
        mark.font_size = stage->page->legend;
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_fill(stage, shown[i] == 1 ? SV_TR("{a} time") : SV_TR("{a} times"),
                                                               whole(v, shown[i]), NULL, NULL),
                                         .mark = mark});
    }
    if (v->table.hidden) {
        sv_mark mark = square(v, NAN);
        mark.width = mark.height = size;
        mark.font_size = stage->page->legend;
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("not told: few people, or kept with them")), .mark = mark});
    }
    if (v->back)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("↻ comes back: in more than one month or neighbourhood"))});
    if (v->rising)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("↑ lately heard more"))});
    if (v->falling)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("↓ lately heard less"))});
}

static void find_signs(signals_view *v)
{
    for (size_t i = 0; i < v->table.n_themes; i++) {
        const sv_signal_group *group = &v->table.themes[i];
        v->back |= comes_back(group);
        v->rising |= comes_back(group) && group->trend == SV_TREND_RISING;
        v->falling |= comes_back(group) && group->trend == SV_TREND_FALLING;
    }
}

static sv_status frame_all(signals_view *v, const sv_frame *frame)
{
    sv_status status;
    sv_legend_clear(&v->stage->legend);
    fill_legend(v);
    status = sv_stage_frame(v->stage, frame);
    return status == SV_OK ? place_and_size(v) : status;
}

sv_status sv_signals_view(sv_stage *stage)
{
    signals_view v = {.stage = stage};
    sv_signals_options asked = {.as_of = stage->options->as_of, .issue = stage->options->issue, .audience = stage->options->audience};
    sv_frame frame = {0};
    sv_status status = sv_signal_table_count(stage->map, &asked, &v.table, stage->error);
    stage->legend_below = true;
    if (status == SV_OK && (!v.table.n_themes || !v.table.n_places))
        status = sv_error_set(stage->error, SV_E_VIEW_EMPTY, SV_TR("signals"), SV_TR("Signals"));
    if (status == SV_OK) {
        frame.finding = finding(&v);
        frame.sentence = "";
        frame.note = sv_stage_say(stage, SV_TR("The stronger the colour, the more often; the number says how often."));
        if (v.table.later)
            frame.left_out = later_words(&v);
        find_signs(&v);
        status = frame_all(&v, &frame);
    }
    if (status == SV_OK && find_range(&v, v.themes, v.places) != SV_NO_ROW) /* the legend is of what is shown */
        status = frame_all(&v, &frame);
    if (status == SV_OK)
        status = draw_all(&v);
    sv_signal_table_clear(&v.table);
    return status;
}
