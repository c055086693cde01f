/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The field view (krachtenveld, after Lewin 1951): who is for and who against, the more powerful the higher, and which
 * side weighs more. The forces are those of sv_positions_balance; the rows are stated power, and where the map has
 * none, numbers of ties.
 *
 * It judges named politicians: for the public it is refused unless all their positions on the issue are public
 * with a source. In the public edition there is no stated power.
 */
#include <math.h>
#include <stdlib.h>

#include "plot.h"
#include "views.h"

enum { against_columns = 2, neutral_column = 2, unknown_column = 5, tie_rows = 4 };
static const double bar_height = 15, bar_gap = 6;

typedef struct field_view {
    sv_stage *stage;
    sv_cast cast;
    sv_plot plot;
    bool by_power;
    sv_balance balance;
} field_view;

void sv_field_needs(const sv_network *network, const sv_draw_options *options, size_t *which, size_t *n)
{
    (void)network;
    (void)options;
    sv_want("degree", which, n);
}

static double power_of(const field_view *v, size_t row)
{
    return sv_map_number(v->stage->map, SV_ACTORS, row, SV_ACTOR_POWER);
}

/* The forces of everyone in the network, shown or not, but for the clerk, who takes no side whatever anyone wrote. */
static sv_status weigh(field_view *v)
{
    const sv_stage *stage = v->stage;
    sv_positions positions;
    sv_status status = sv_positions_find(stage->network, &positions, stage->error);
    for (size_t i = 0; status == SV_OK && i < positions.n; i++)
        if (isnan(stage->stance[positions.actor[i]]))
            positions.value[i * positions.n_issues + stage->options->issue] = NAN;
    if (status == SV_OK)
        status = sv_positions_balance(&positions, stage->options->issue, &v->balance, stage->error);
    sv_positions_clear(&positions);
    return status;
}

static void set_columns(field_view *v)
{
    static const double middle[] = {-4, -2, 0, 2, 4};
    for (size_t i = 0; i < unknown_column; i++)
        sv_plot_band(&v->plot.x, sv_stance_word(middle[i], v->stage->language), false);
    sv_plot_band(
        &v->plot.x,
        sv_stage_say(v->stage, v->stage->options->audience == SV_PUBLIC ? SV_TR("no public position") : SV_TR("no position known")), true);
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t class = sv_stance_class(v->stage->stance[v->cast.scene.actors[i]]);
        v->plot.column[i] = class < unknown_column ? class : unknown_column;
    }
}

/* Rows of stated power, those of whom nobody stated it below them; or else of numbers of ties. */
static sv_status set_rows(field_view *v)
{
    static const char *const words[5] = {SV_TR("none"), SV_TR("little"), SV_TR("some"), SV_TR("much"), SV_TR("decisive")};
    const sv_scene *scene = &v->cast.scene;
    bool unrated = false;
    double *degree;
    sv_status status;
    if (v->by_power) {
        for (size_t i = 0; i < scene->n; i++)
            unrated |= isnan(power_of(v, scene->actors[i]));
        if (unrated)
            sv_plot_band(&v->plot.y, sv_stage_say(v->stage, SV_TR("not known")), true);
        sv_plot_scale(v->stage, &v->plot.y, words);
        v->plot.y.name = sv_stage_say(v->stage, SV_TR("power"));
        for (size_t i = 0; i < scene->n; i++) {
            double power = power_of(v, scene->actors[i]);
            v->plot.row[i] = isnan(power) ? 0 : sv_plot_scale_band(power) + unrated;
        }
        return SV_OK;
    }
    degree = sv_alloc(scene->n, sizeof *degree);
    if (!degree)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < scene->n; i++)
        degree[i] = sv_scores_value(v->stage->scores, sv_score_find("degree"), scene->actors[i]);
    status = sv_plot_spread(v->stage, &v->plot.y, degree, scene->n, tie_rows, v->plot.row);
    v->plot.y.name = sv_stage_say(v->stage, SV_TR("number of ties"));
    free(degree);
    return status;
}

/* A side over some columns, with how many of the cast stand in them, shown or not. */
static void add_zone(field_view *v, size_t left, size_t right, const char *name, uint32_t fill)
{
    size_t n = 0;
    for (size_t i = 0; i < v->cast.scene.n; i++)
        n += v->plot.column[i] >= left && v->plot.column[i] <= right;
    name = sv_stage_fill(v->stage, SV_TR("{a} ({b})"), sv_stage_say(v->stage, name), sv_stage_number(v->stage, (double)n), NULL);
    sv_plot_zone(&v->plot, &(sv_zone){left, right, 0, v->plot.y.n - 1, name, NULL, fill});
}

static void set_zones(field_view *v)
{
    const uint32_t *fill = v->stage->theme->zone;
    add_zone(v, 0, against_columns - 1, SV_TR("Against"), fill[2]);
    add_zone(v, neutral_column, neutral_column, SV_TR("Neutral"), v->stage->theme->page);
    add_zone(v, neutral_column + 1, unknown_column - 1, SV_TR("In favour"), fill[1]);
    add_zone(v, unknown_column, unknown_column, SV_TR("Unknown"), fill[0]);
}

/* Which side weighs more. */
static const char *finding_of(const field_view *v)
{
    sv_stage *stage = v->stage;
    double in_favour = v->balance.for_it, against = v->balance.against;
    const char *sides = SV_TR("Both sides weigh as much: {a}.");
    if (v->balance.n_against + v->balance.n_for == 0)
        return sv_stage_say(stage, SV_TR("Nobody's side is known."));
    if (in_favour > against)
        sides = SV_TR("In favour weighs more ({a}) than against ({b}).");
    else if (in_favour < against)
        sides = SV_TR("Against weighs more ({b}) than in favour ({a}).");
    return sv_stage_fill(stage, sides, sv_stage_number(stage, in_favour), sv_stage_number(stage, against), NULL);
}

/* How to read it, and what the weights are made of. */
static const char *sentence_of(const field_view *v)
{
    static const char *const sums[] = {
        [SV_FORCE_POWER] = SV_TR("A side weighs what its actors do together: power × salience × position."),
        [SV_FORCE_COMPETITIVENESS] = SV_TR("A side weighs what its actors do together: competitiveness × salience × position."),
        [SV_FORCE_EQUAL] = SV_TR("A side weighs what its actors do together: salience × position."),
    };
    sv_stage *stage = v->stage;
    const char *reading = sv_stage_say(stage, v->by_power ? SV_TR("Left is against, right in favour; the higher, the more power.")
                                                          : SV_TR("Left is against, right in favour; the higher, the more ties."));
    bool weighed = v->balance.n_against + v->balance.n_for > 0;
    return sv_stage_join(stage, reading, " ", weighed ? sv_stage_say(stage, sums[v->balance.force]) : "");
}

/* One side of the bar: from x over a width, with its weight in it where that can be read. Else it stands before the bar, or behind it. */
static void add_side(const field_view *v, bool in_favour, double x, double width)
{
    sv_stage *stage = v->stage;
    const sv_page *page = stage->page;
    uint32_t fill = stage->theme->stance[in_favour ? unknown_column - 1 : 0];
    const char *number = sv_stage_number(stage, in_favour ? v->balance.for_it : v->balance.against);
    const char *words = sv_stage_fill(stage, in_favour ? SV_TR("in favour: {a}") : SV_TR("against: {a}"), number, NULL, NULL);
    sv_measure measure = {.text = words, .font_size = page->smallest, .bold = true};
    bool fits = sv_renderer_measure(stage->renderer, &measure, 1, stage->error) == SV_OK && measure.width + 6 * page->scale < width;
    if (width < 1)
        return;
    sv_picture_mark(&stage->picture, &(sv_mark){.id = in_favour ? "force-for" : "force-against",
                                                .classes = "force",
                                                .tooltip = words,
                                                .shape = SV_SHAPE_BOX,
                                                .x = x + width / 2,
                                                .y = stage->inside.bottom + bar_height * page->scale / 2,
                                                .width = width,
                                                .height = bar_height * page->scale,
                                                .fill = fill,
                                                .stroke = stage->theme->outline,
                                                .stroke_width = page->scale,
                                                .text = fits ? words : NULL,
                                                .font_size = page->smallest,
                                                .bold = true,
                                                .text_colour = sv_theme_ink_on(fill)});
    if (!fits)
        sv_picture_mark(&stage->picture, &(sv_mark){.id = in_favour ? "force-for-words" : "force-against-words",
                                                    .classes = "force",
                                                    .x = in_favour ? x + width + bar_gap * page->scale + measure.width / 2
                                                                   : x - bar_gap * page->scale - measure.width / 2,
                                                    .y = stage->inside.bottom + bar_height * page->scale / 2,
                                                    .width = measure.width,
                                                    .height = measure.height,
                                                    .text = words,
                                                    .font_size = page->smallest,
                                                    .bold = true,
                                                    .text_colour = stage->theme->ink});
}

/* Both sides as one bar, parted where they meet. */
static void add_bar(const field_view *v)
{
    double sum = v->balance.against + v->balance.for_it, left = v->plot.x.low[0], width = v->plot.x.high[unknown_column - 1] - left;
    double share = sum > 0 ? v->balance.against / sum : 0;
    if (!(sum > 0))
        return;
    add_side(v, false, left, width * share);
    add_side(v, true, left + width * share, width * (1 - share));
}

static void fill_legend(const sv_cast *cast, void *context)
{
    (void)context;
    sv_cast_legend(cast, SV_LEGEND_SHAPES | SV_LEGEND_BORDERS); /* what colours and signs mean stands below their columns */
}

sv_status sv_field_view(sv_stage *stage)
{
    field_view v = {.stage = stage, .by_power = sv_map_has(stage->map, SV_ACTORS, SV_ACTOR_POWER)};
    sv_frame frame = {0};
    sv_status status = sv_cast_of(stage, NULL, &v.cast);
    stage->legend_below = true;
    if (status == SV_OK && v.cast.scene.n == 0)
        status = sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK && !sv_plot_begin(&v.plot, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_columns(&v);
        status = set_rows(&v);
    }
    if (status == SV_OK)
        status = weigh(&v);
    if (status == SV_OK) {
        v.plot.x.name = sv_stage_say(stage, SV_TR("position on the issue"));
        v.plot.foot = (bar_height + bar_gap) * stage->page->scale;
        set_zones(&v);
        v.plot.rise = SV_PLOT_POWER_RISE;
        frame.finding = finding_of(&v);
        frame.sentence = sentence_of(&v);
        status = sv_plot_compose(&v.plot, &v.cast, &frame, NULL, fill_legend, NULL);
    }
    if (status == SV_OK)
        add_bar(&v);
    sv_plot_clear(&v.plot);
    sv_cast_clear(&v.cast);
    return status;
}
