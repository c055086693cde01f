/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The grid view: power against interest (Mendelow 1991), in four parts with what to do in each. Marks beside a shape say
 * who is urgent and who is legitimate; with power they make the classes of Mitchell, Agle and Wood (1997). A rating of
 * 3 or 4 counts as high. Ratings never leave the team, so for the public there is nothing on it.
 */
#include <math.h>
#include <stdlib.h>

#include "plot.h"
#include "speech.h"
#include "views.h"

#define HIGH_FROM 3.0
static const double badge_size = 7.5, badge_room = 1, clear_of_sign = 8;
enum { classes = 8, power_bit = 1, legitimate_bit = 2, urgent_bit = 4 };

/* By power, legitimacy and urgency. */
static const char *const class_words[classes] = {
    SV_TR("outsider: no power, legitimacy or urgency"),
    SV_TR("dormant: power only"),
    SV_TR("discretionary: legitimacy only"),
    SV_TR("dominant: power and legitimacy"),
    SV_TR("demanding: urgency only"),
    SV_TR("dangerous: power and urgency"),
    SV_TR("dependent: legitimacy and urgency"),
    SV_TR("definitive: power, legitimacy and urgency"),
};

typedef struct grid_view {
    sv_stage *stage;
    sv_cast cast;
    sv_plot plot;
    unsigned *bits; /* of each place */
} grid_view;

static bool is_high(const sv_map *map, size_t row, size_t column)
{
    return sv_map_number(map, SV_ACTORS, row, column) >= HIGH_FROM;
}

/* Those who have both ratings. */
static sv_status choose(grid_view *v, size_t *unplaced)
{
    const sv_stage *stage = v->stage;
    size_t rows = sv_map_rows(stage->map, SV_ACTORS), found = 0;
    bool *wanted = sv_alloc(rows, sizeof *wanted);
    sv_status status = wanted ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; wanted && i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i);
        wanted[row] = isfinite(sv_map_number(stage->map, SV_ACTORS, row, SV_ACTOR_POWER)) &&
                      isfinite(sv_map_number(stage->map, SV_ACTORS, row, SV_ACTOR_INTEREST));
        found += wanted[row];
    }
    *unplaced = sv_network_actors(stage->network) - found;
    if (status == SV_OK && found == 0)
        status = stage->options->audience == SV_PUBLIC ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                                                       : sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("power and interest"), NULL);
    if (status == SV_OK)
        status = sv_cast_of(v->stage, wanted, &v->cast);
    free(wanted);
    return status;
}

/* The classes, in words for tooltips and room for the marks. */
static sv_status classify(grid_view *v)
{
    const sv_map *map = v->stage->map;
    v->bits = sv_alloc(v->cast.scene.n, sizeof *v->bits);
    if (!v->bits)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t row = v->cast.scene.actors[i];
        v->bits[i] = (is_high(map, row, SV_ACTOR_POWER) ? power_bit : 0) | (is_high(map, row, SV_ACTOR_LEGITIMACY) ? legitimate_bit : 0) |
                     (is_high(map, row, SV_ACTOR_URGENCY) ? urgent_bit : 0);
        v->cast.more[i] = sv_stage_say(v->stage, class_words[v->bits[i]]);
        v->cast.looks[i].around += badge_room * v->stage->page->scale;
    }
    return SV_OK;
}

static void set_axes(grid_view *v)
{
    static const char *const power[5] = {SV_TR("none"), SV_TR("little"), SV_TR("some"), SV_TR("much"), SV_TR("decisive")};
    static const char *const interest[5] = {SV_TR("none"), SV_TR("little"), SV_TR("some"), SV_TR("much"), SV_TR("very much")};
    sv_stage *stage = v->stage;
    sv_plot_scale(stage, &v->plot.x, interest);
    sv_plot_scale(stage, &v->plot.y, power);
    v->plot.x.name = sv_stage_say(stage, SV_TR("interest"));
    v->plot.y.name = sv_stage_say(stage, SV_TR("power"));
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t row = v->cast.scene.actors[i];
        v->plot.column[i] = sv_plot_scale_band(sv_map_number(stage->map, SV_ACTORS, row, SV_ACTOR_INTEREST));
        v->plot.row[i] = sv_plot_scale_band(sv_map_number(stage->map, SV_ACTORS, row, SV_ACTOR_POWER));
    }
    sv_plot_zone(&v->plot, &(sv_zone){0, 2, 3, 4, sv_stage_say(stage, SV_TR("Keep satisfied")),
                                      sv_stage_say(stage, SV_TR("short and in time")), stage->theme->zone[2]});
    sv_plot_zone(&v->plot, &(sv_zone){3, 4, 3, 4, sv_stage_say(stage, SV_TR("Work together")),
                                      sv_stage_say(stage, SV_TR("involve them in every step")), stage->theme->zone[1]});
    sv_plot_zone(&v->plot, &(sv_zone){0, 2, 0, 2, sv_stage_say(stage, SV_TR("Follow")),
                                      sv_stage_say(stage, SV_TR("tell now and then how it stands")), stage->theme->zone[0]});
    sv_plot_zone(&v->plot, &(sv_zone){3, 4, 0, 2, sv_stage_say(stage, SV_TR("Keep informed")),
                                      sv_stage_say(stage, SV_TR("let them speak, and lend them weight")), stage->theme->zone[3]});
}

static sv_mark badge_of(const sv_stage *stage, unsigned bit)
{
    double across = badge_size * stage->page->scale;
    bool urgent = bit == urgent_bit;
    return (sv_mark){.classes = urgent ? "badge urgent" : "badge legitimate",
                     .shape = urgent ? SV_SHAPE_TRIANGLE : SV_SHAPE_BOX,
                     .width = across,
                     .height = urgent ? across : across * 0.8,
                     .fill = urgent ? stage->theme->urgent : stage->theme->legitimate,
                     .stroke = stage->theme->page,
                     .stroke_width = 1.2 * stage->page->scale};
}

/* The marks, on the right of each shape: urgent above, legitimate below. */
static void add_badges(const grid_view *v)
{
    for (size_t i = 0; i < v->cast.scene.n; i++)
        for (unsigned bit = legitimate_bit; bit <= urgent_bit; bit *= 2) {
            const sv_figure *figure = &v->plot.arrangement.figures[i];
            sv_mark badge = badge_of(v->stage, bit), outline = sv_cast_outline(&v->cast, &v->plot.arrangement, i);
            sv_text id = {0};
            if (!(v->bits[i] & bit) || !v->cast.shown[i] || outline.width < 2 * badge.width) /* a mark larger than its shape says nothing */
                continue;
            badge.x = figure->x + outline.width * 0.42;
            badge.y = figure->y + fmax(outline.height * 0.42, clear_of_sign * v->stage->page->scale) * (bit == urgent_bit ? 1 : -1);
            sv_text_addf(&id, "%s-%s", bit == urgent_bit ? "urgent" : "legitimate",
                         sv_map_actor(v->stage->map, v->cast.scene.actors[i])->id);
            badge.id = sv_stage_keep(v->stage, &id);
            sv_picture_mark(&v->stage->picture, &badge);
        }
}

/* The two marks, then the classes there are with how many are in each. */
static void fill_legend(const sv_cast *cast, void *context)
{
    const grid_view *v = context;
    sv_stage *stage = cast->stage;
    size_t count[classes] = {0};
    size_t seen = 0;
    for (size_t i = 0; i < cast->scene.n; i++) {
        count[v->bits[i]] += cast->shown[i];
        seen |= cast->shown[i] ? v->bits[i] : 0;
    }
    if (seen & (urgent_bit | legitimate_bit))
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Marks")));
    if (seen & urgent_bit)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("urgent (urgency 3 or 4)")), .mark = badge_of(stage, urgent_bit)});
    if (seen & legitimate_bit)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, SV_TR("legitimate (legitimacy 3 or 4)")),
                                                         .mark = badge_of(stage, legitimate_bit)});
    if (count[classes - 1])
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_fill(stage, SV_TR("both, and power 3 or 4: definitive ({a})"),
                                                               sv_stage_number(stage, (double)count[classes - 1]), NULL, NULL)});
    sv_cast_legend(cast, SV_LEGEND_ALL & ~SV_LEGEND_SIZE);
}

sv_status sv_grid_view(sv_stage *stage)
{
    grid_view v = {.stage = stage};
    size_t unplaced = 0;
    const char *missing = NULL;
    sv_frame frame = {0};
    sv_status status = choose(&v, &unplaced);
    stage->legend_below = true;
    if (status == SV_OK)
        status = classify(&v);
    if (status == SV_OK && !sv_plot_begin(&v.plot, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_axes(&v);
        if (unplaced)
            missing = sv_stage_fill(stage,
                                    unplaced == 1 ? SV_TR("{a} actor without a rating of power and interest is not on it")
                                                  : SV_TR("{a} actors without a rating of power and interest are not on it"),
                                    sv_stage_number(stage, (double)unplaced), NULL, NULL);
        frame.sentence = sv_stage_say(
            stage, SV_TR("The higher, the more power; the further right, the more it matters to them. Each part says what to do."));
        frame.note = sv_plot_note(stage);
        status = sv_plot_compose(&v.plot, &v.cast, &frame, missing, fill_legend, &v);
        stage->report.unplaced = unplaced;
    }
    if (status == SV_OK)
        add_badges(&v);
    free(v.bits);
    sv_plot_clear(&v.plot);
    sv_cast_clear(&v.cast);
    return status;
}
