/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The colours view (kleuren ABC of Factor C, Academie voor Overheidscommunicatie): a letter for power in a colour for the side. A
 * decides, B has influence, C has little; green is with us, orange may be won, red is against us, black is unknown or cannot be
 * predicted. The counts say what to do: with many green A's working agreements will do, many red A's ask for negotiating and a careful
 * process, and of orange and black ones one must first find out where they stand.
 *
 * The method leaves open where a letter or a colour begins. Here A is stated power 4, which is "decisive" on its scale, B is 2 or 3, and
 * C is 0 or 1 (a half goes up); green is a position of 1 or more on our side, red one of 1 or more on the other, orange in between
 * (camps.h); black is no known position, or informants who name both sides. Every colour has a mark of its own in the sign: + ± − ?.
 *
 * It judges named politicians: for the public it is refused, and power never leaves the team.
 */
#include <math.h>
#include <stdlib.h>

#include "camps.h"
#include "plot.h"
#include "views.h"

enum { letter_c, letter_b, letter_a, letters };
enum { colours = SV_CAMP_COLOURS, procedure_column = colours, keys_in_all = colours * letters + 1 };

static const struct letter {
    const char *row;
    double from; /* the lowest power */
} letter_of[letters] = {
    [letter_c] = {SV_TR("C little influence (0, 1)"), 0},
    [letter_b] = {SV_TR("B influential (2, 3)"), 1.5},
    [letter_a] = {SV_TR("A decisive (4)"), 3.5},
};

static const struct colour {
    const char *zone, *meaning, *advice, *name;
    size_t fill; /* of the theme's zones */
    const char *sign[letters], *word[letters];
} colour_of[colours] = {
    [SV_CAMP_WITH_US] = {SV_TR("+ Green ({a})"),
                         SV_TR("on our side"),
                         SV_TR("make agreements"),
                         "with-us",
                         3,
                         {"C+", "B+", "A+"},
                         {SV_TR("green C: little influence, with us"), SV_TR("green B: influential, with us"),
                          SV_TR("green A: decisive, with us")}},
    [SV_CAMP_BETWEEN] = {SV_TR("± Orange ({a})"),
                         SV_TR("to be won"),
                         SV_TR("learn their needs"),
                         "between",
                         2,
                         {"C±", "B±", "A±"},
                         {SV_TR("orange C: little influence, to be won"), SV_TR("orange B: influential, to be won"),
                          SV_TR("orange A: decisive, to be won")}},
    [SV_CAMP_AGAINST_US] = {SV_TR("− Red ({a})"),
                            SV_TR("against us"),
                            SV_TR("negotiate"),
                            "against-us",
                            4,
                            {"C−", "B−", "A−"},
                            {SV_TR("red C: little influence, against us"), SV_TR("red B: influential, against us"),
                             SV_TR("red A: decisive, against us")}},
    [SV_CAMP_UNKNOWN] = {SV_TR("? Black ({a})"),
                         SV_TR("unknown"),
                         SV_TR("ask where they stand"),
                         "unknown",
                         0,
                         {"C?", "B?", "A?"},
                         {SV_TR("black C: little influence, unknown or unpredictable"),
                          SV_TR("black B: influential, unknown or unpredictable"), SV_TR("black A: decisive, unknown or unpredictable")}},
};

typedef struct colours_view {
    sv_stage *stage;
    sv_camps camps;
    sv_cast cast;
    sv_plot plot;
    size_t count[colours][letters]; /* everyone whose power is stated, shown or not */
    size_t clerks, unplaced;
} colours_view;

static size_t letter(double power)
{
    size_t found = letter_c;
    for (size_t i = 0; i < letters; i++)
        if (power >= letter_of[i].from)
            found = i;
    return found;
}

static double power_of(const colours_view *v, size_t row)
{
    return sv_map_number(v->stage->map, SV_ACTORS, row, SV_ACTOR_POWER);
}

/* Those whose power is stated, and the clerk, who has no letter. */
static sv_status choose(colours_view *v)
{
    sv_stage *stage = v->stage;
    size_t found = 0;
    bool *wanted = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof *wanted);
    sv_status status = wanted ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; wanted && i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i);
        bool clerk = v->camps.of[row] == SV_CAMP_PROCEDURE, stated = isfinite(power_of(v, row)) && !clerk;
        wanted[row] = stated || clerk;
        v->clerks += clerk;
        v->unplaced += !wanted[row];
        found += stated;
        if (stated)
            v->count[v->camps.of[row]][letter(power_of(v, row))]++;
    }
    if (status == SV_OK && found == 0)
        status = stage->options->audience == SV_PUBLIC ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                                                       : sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("power"), NULL);
    if (status == SV_OK)
        status = sv_cast_of(stage, wanted, &v->cast);
    free(wanted);
    return status;
}

/* Letters and colours of our own, in the place of positions or sectors. */
static sv_status repaint(colours_view *v)
{
    sv_stage *stage = v->stage;
    sv_paint *paint = &v->cast.paint;
    size_t n = v->cast.scene.n;
    sv_paint_clear(paint);
    *paint = (sv_paint){.subject = sv_stage_say(stage, SV_TR("colour")), .by = SV_COLOUR_POSITION, .n = keys_in_all};
    paint->keys = sv_alloc(keys_in_all, sizeof *paint->keys);
    paint->of = sv_alloc(n, sizeof *paint->of);
    if (!paint->keys || !paint->of)
        return sv_stage_no_memory(stage);
    for (size_t i = 0; i < keys_in_all; i++) {
        const struct colour *colour = &colour_of[i / letters < colours ? i / letters : 0];
        bool procedure = i == keys_in_all - 1;
        uint32_t fill = procedure ? stage->theme->stance[SV_STANCE_PROCEDURE] : stage->theme->camp[i / letters];
        paint->keys[i] =
            (sv_paint_key){.word = sv_stage_say(stage, procedure ? SV_TR("procedure, takes no side") : colour->word[i % letters]),
                           .sign = procedure ? "§" : colour->sign[i % letters],
                           .name = procedure ? "procedure" : colour->name,
                           .fill = fill,
                           .ink = sv_theme_ink_on(fill)};
    }
    for (size_t i = 0; i < n; i++) {
        size_t row = v->cast.scene.actors[i];
        sv_camp camp = v->camps.of[row];
        paint->of[i] = camp == SV_CAMP_PROCEDURE ? keys_in_all - 1 : camp * letters + letter(power_of(v, row));
    }
    sv_cast_recount(&v->cast);
    return SV_OK;
}

static size_t sum_of(const colours_view *v, size_t colour)
{
    size_t sum = 0;
    for (size_t i = 0; i < letters; i++)
        sum += v->count[colour][i];
    return sum;
}

/* A column for each colour, with what its A's ask for; rows are letters. The clerk stands apart. */
static void set_bands(colours_view *v)
{
    sv_stage *stage = v->stage;
    for (size_t i = 0; i < letters; i++)
        sv_plot_band(&v->plot.y, sv_stage_say(stage, letter_of[i].row), false);
    v->plot.y.name = sv_stage_say(stage, SV_TR("power"));
    for (size_t i = 0; i < colours; i++) {
        const struct colour *colour = &colour_of[i];
        const char *asks = sv_stage_join(stage, sv_stage_count(stage, v->count[i][letter_a], SV_TR("A"), SV_TR("A's")), ": ",
                                         sv_stage_say(stage, colour->advice));
        asks = v->count[i][letter_a] ? asks : sv_stage_say(stage, SV_TR("no A's"));
        sv_plot_band(&v->plot.x, sv_stage_join(stage, sv_stage_say(stage, colour->meaning), "; ", asks), i == SV_CAMP_UNKNOWN);
        sv_plot_zone(&v->plot, &(sv_zone){i, i, 0, letters - 1,
                                          sv_stage_fill(stage, colour->zone, sv_stage_number(stage, (double)sum_of(v, i)), NULL, NULL),
                                          NULL, stage->theme->zone[colour->fill]});
    }
    if (v->clerks) {
        sv_plot_band(&v->plot.x, sv_stage_say(stage, SV_TR("takes no side")), true);
        sv_plot_zone(&v->plot, &(sv_zone){procedure_column, procedure_column, 0, letters - 1, sv_stage_say(stage, SV_TR("Procedure")), NULL,
                                          stage->theme->page});
    }
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t row = v->cast.scene.actors[i];
        sv_camp camp = v->camps.of[row];
        v->plot.column[i] = camp == SV_CAMP_PROCEDURE ? procedure_column : camp;
        v->plot.row[i] = camp == SV_CAMP_PROCEDURE ? letter_c : letter(power_of(v, row));
    }
}

/* How many A's are green and red, and what that asks for. */
static const char *finding_of(colours_view *v)
{
    sv_stage *stage = v->stage;
    size_t green = v->count[SV_CAMP_WITH_US][letter_a], red = v->count[SV_CAMP_AGAINST_US][letter_a];
    size_t rest = v->count[SV_CAMP_BETWEEN][letter_a] + v->count[SV_CAMP_UNKNOWN][letter_a];
    const char *counts =
        sv_stage_fill(stage, SV_TR("Who decides (A): {a} green, {b} red, {c} orange or black."), sv_stage_number(stage, (double)green),
                      sv_stage_number(stage, (double)red), sv_stage_number(stage, (double)rest));
    const char *asks;
    if (green + red + rest == 0)
        asks = SV_TR("Nobody on the map decides: look for who does.");
    else if (rest > green && rest > red)
        asks = SV_TR("First find out where those last ones stand.");
    else if (red >= green)
        asks = SV_TR("Negotiate, step by step, and look for what both sides gain.");
    else
        asks = SV_TR("Make working agreements and keep them informed.");
    return sv_stage_join(stage, counts, " ", sv_stage_say(stage, asks));
}

static const char *note_of(colours_view *v)
{
    sv_stage *stage = v->stage;
    const char *limits =
        v->camps.turned
            ? SV_TR("Green: position −1 or less, as we are against; red: 1 or more; black: nothing known, or both sides named (Factor C).")
            : SV_TR("Green: position 1 or more; red: −1 or less; black: nothing known, or both sides named (Factor C).");
    return sv_stage_say(stage, limits);
}

static void fill_legend(const sv_cast *cast, void *context)
{
    (void)context;
    sv_cast_legend(cast, SV_LEGEND_SHAPES | SV_LEGEND_BORDERS); /* letters and colours stand beside their rows and columns */
}

sv_status sv_colours_view(sv_stage *stage)
{
    colours_view v = {.stage = stage};
    const char *missing = NULL;
    sv_frame frame = {0};
    sv_status status = sv_camps_new(stage, true, &v.camps);
    stage->legend_below = true;
    if (status == SV_OK)
        status = choose(&v);
    if (status == SV_OK)
        status = repaint(&v);
    if (status == SV_OK && !sv_plot_begin(&v.plot, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_bands(&v);
        if (v.unplaced)
            missing = sv_stage_count(stage, v.unplaced, SV_TR("actor without stated power is not on it"),
                                     SV_TR("actors without stated power are not on it"));
        v.plot.rise = SV_PLOT_POWER_RISE;
        frame.finding = finding_of(&v);
        frame.sentence = sv_stage_say(stage, SV_TR("The letter is power, the colour the side."));
        frame.note = note_of(&v);
        status = sv_plot_compose(&v.plot, &v.cast, &frame, missing, fill_legend, NULL);
        stage->report.unplaced = v.unplaced;
    }
    sv_plot_clear(&v.plot);
    sv_cast_clear(&v.cast);
    sv_camps_clear(&v.camps);
    return status;
}
