/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The trust view (matrix belangen–vertrouwen of Factor C, Academie voor Overheidscommunicatie; after Block, The Empowered Manager,
 * 1987): how far people are with us on the issue against how much we trust each other. Four parts with what to do in each:
 *
 *                         little trust         trust
 *   with us on the issue  coalition partners   friends
 *   against us            adversaries          opponents
 *
 * The method leaves open where a part begins, and lets one choose positions instead of interests. Here with us is a position of 1
 * or more on our side and against us one of 1 or more on the other (camps.h); trust is a rating of 1 or more, little trust of -1 or
 * less. Whoever is in between stands between the parts and is in none. Without a known position, or a rating of trust, there is no place
 * for one, and so none for the clerk, who takes no side.
 *
 * It judges named politicians: for the public it is refused, and ratings of trust never leave the team.
 */
#include <math.h>
#include <stdlib.h>

#include "camps.h"
#include "plot.h"
#include "views.h"

enum { against_row, between_row, with_row, rows_in_all };
enum { distrust_column, between_column, trust_column, columns_in_all };
enum { friends, partners, opponents, adversaries, parts };

static const struct part {
    size_t column, row;
    size_t fill; /* of the theme's zones */
    const char *name, *advice;
} part_of[parts] = {
    [friends] = {trust_column, with_row, 1, SV_TR("Friends ({a})"), SV_TR("be open, let them help")},
    [partners] = {distrust_column, with_row, 3, SV_TR("Coalition partners ({a})"), SV_TR("stress what you share")},
    [opponents] = {trust_column, against_row, 2, SV_TR("Opponents ({a})"), SV_TR("talk about the content")},
    [adversaries] = {distrust_column, against_row, 4, SV_TR("Adversaries ({a})"), SV_TR("listen, and be clear")},
};

static const double few_are_seen = 3;

typedef struct trust_view {
    sv_stage *stage;
    sv_camps camps;
    sv_cast cast;
    sv_plot plot;
    size_t count[parts], between; /* everyone who has a place, shown or not */
    size_t unplaced;
} trust_view;

static double trust_of(const trust_view *v, size_t row)
{
    return sv_map_number(v->stage->map, SV_ACTORS, row, SV_ACTOR_TRUST);
}

static size_t column_of(double trust)
{
    return trust >= SV_CAMP_FROM ? trust_column : trust <= -SV_CAMP_FROM ? distrust_column : between_column;
}

static size_t row_of(sv_camp camp)
{
    return camp == SV_CAMP_WITH_US ? with_row : camp == SV_CAMP_AGAINST_US ? against_row : between_row;
}

static void count(trust_view *v, size_t row)
{
    for (size_t i = 0; i < parts; i++)
        if (part_of[i].row == row_of(v->camps.of[row]) && part_of[i].column == column_of(trust_of(v, row))) {
            v->count[i]++;
            return;
        }
    v->between++;
}

/* Those of whom the map rates trust and knows a position. */
static sv_status choose(trust_view *v)
{
    sv_stage *stage = v->stage;
    size_t found = 0;
    bool *wanted = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof *wanted);
    sv_status status = wanted ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; wanted && i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i);
        wanted[row] = isfinite(trust_of(v, row)) && v->camps.of[row] < SV_CAMP_UNKNOWN;
        if (!wanted[row])
            continue;
        found++;
        count(v, row);
    }
    v->unplaced = sv_network_actors(stage->network) - found;
    if (status == SV_OK && found == 0)
        status = stage->options->audience == SV_PUBLIC ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                                                       : sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("trust and a position"), NULL);
    if (status == SV_OK)
        status = sv_cast_of(stage, wanted, &v->cast);
    free(wanted);
    return status;
}

static void set_axes(trust_view *v)
{
    static const char *const columns[columns_in_all] = {SV_TR("little trust"), SV_TR("neither"), SV_TR("trust")};
    static const char *const rows[rows_in_all] = {SV_TR("against us"), SV_TR("no side yet"), SV_TR("on our side")};
    sv_stage *stage = v->stage;
    for (size_t i = 0; i < columns_in_all; i++)
        sv_plot_band(&v->plot.x, sv_stage_say(stage, columns[i]), false);
    for (size_t i = 0; i < rows_in_all; i++)
        sv_plot_band(&v->plot.y, sv_stage_say(stage, rows[i]), false);
    v->plot.x.name = sv_stage_say(stage, SV_TR("trust"));
    v->plot.y.name = sv_stage_say(stage, SV_TR("agreement"));
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t row = v->cast.scene.actors[i];
        v->plot.column[i] = column_of(trust_of(v, row));
        v->plot.row[i] = row_of(v->camps.of[row]);
    }
}

static void set_zones(trust_view *v)
{
    sv_stage *stage = v->stage;
    const sv_theme *theme = stage->theme;
    for (size_t i = 0; i < parts; i++) {
        const struct part *part = &part_of[i];
        sv_plot_zone(&v->plot, &(sv_zone){part->column, part->column, part->row, part->row,
                                          sv_stage_fill(stage, part->name, sv_stage_number(stage, (double)v->count[i]), NULL, NULL),
                                          sv_stage_say(stage, part->advice), theme->zone[part->fill]});
    }
    sv_plot_zone(&v->plot, &(sv_zone){distrust_column, distrust_column, between_row, between_row, NULL, NULL, theme->page});
    sv_plot_zone(&v->plot, &(sv_zone){trust_column, trust_column, between_row, between_row, NULL, NULL, theme->page});
    sv_plot_zone(&v->plot, &(sv_zone){between_column, between_column, against_row, with_row, NULL, NULL, theme->page});
}

/* How many are in each part. */
static const char *finding_of(trust_view *v)
{
    sv_stage *stage = v->stage;
    const char *ours = sv_stage_join(stage, sv_stage_count(stage, v->count[friends], SV_TR("friend"), SV_TR("friends")), ", ",
                                     sv_stage_count(stage, v->count[partners], SV_TR("coalition partner"), SV_TR("coalition partners")));
    const char *theirs = sv_stage_join(stage, sv_stage_count(stage, v->count[opponents], SV_TR("opponent"), SV_TR("opponents")), ", ",
                                       sv_stage_count(stage, v->count[adversaries], SV_TR("adversary"), SV_TR("adversaries")));
    return sv_stage_fill(stage, SV_TR("{a}, {b}, {c} in between."), ours, theirs, sv_stage_number(stage, (double)v->between));
}

static const char *note_of(trust_view *v)
{
    sv_stage *stage = v->stage;
    const char *limits = v->camps.turned
                             ? SV_TR("With us: position −1 or less, as we are against; trust: 1 or more (Factor C, after Block 1987).")
                             : SV_TR("With us: position 1 or more, against us: −1 or less; trust likewise (Factor C, after Block 1987).");
    return sv_stage_say(stage, limits);
}

static void fill_legend(const sv_cast *cast, void *context)
{
    (void)context;
    sv_cast_legend(cast, SV_LEGEND_ALL & ~SV_LEGEND_SIZE);
}

sv_status sv_trust_view(sv_stage *stage)
{
    trust_view v = {.stage = stage};
    const char *missing = NULL;
    sv_frame frame = {0};
    sv_status status = sv_camps_new(stage, false, &v.camps);
    stage->legend_below = true;
    if (status == SV_OK)
        status = choose(&v);
    if (status == SV_OK && !sv_plot_begin(&v.plot, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_axes(&v);
        set_zones(&v);
        v.plot.soon_enough = few_are_seen; /* a few adversaries matter more than a dozen friends more */
        if (v.unplaced)
            missing = sv_stage_count(stage, v.unplaced, SV_TR("actor without a rating of trust or a known position is not on it"),
                                     SV_TR("actors without a rating of trust or a known position are not on it"));
        frame.finding = finding_of(&v);
        frame.sentence = sv_stage_say(stage, SV_TR("The higher, the more with us on the issue; the further right, the more trust."));
        frame.note = note_of(&v);
        status = sv_plot_compose(&v.plot, &v.cast, &frame, missing, fill_legend, NULL);
        stage->report.unplaced = v.unplaced;
    }
    sv_plot_clear(&v.plot);
    sv_cast_clear(&v.cast);
    sv_camps_clear(&v.camps);
    return status;
}
