/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The spectrum view (spectrum of allies; Oppenheimer and Lakey, A Manual for Direct Action, 1965; as taught by Training for Change): who
 * is on which side and whether they act on it, in five wedges from active allies to active opponents. It is seldom needed to win over
 * opponents: a step of one wedge towards us, by many, is often enough.
 *
 * The method asks who agrees and is acting, and who agrees and is not. Here an ally has a position of 1 or more on our side, an
 * opponent one of 1 or more on the other (camps.h), and active is who gives the issue a salience of 3 or 4; neutral is everyone in
 * between, however much it matters to them. Whose position nobody knows, and the clerk, who takes no side, stand at the side, counted.
 *
 * It judges named politicians: for the public it is refused unless all their positions on the issue are public with a source; and as
 * salience never leaves the team, there is nothing on it for the public.
 */
#include <math.h>
#include <stdlib.h>

#include "camps.h"
#include "polar.h"
#include "views.h"

static const double active_from = 3, hole = 0.16, rim_room = 9;
enum { active_ally, passive_ally, neutral, passive_opponent, active_opponent, wedges };

static const struct wedge {
    const char *name, *advice;
    size_t stance; /* its colour in the theme, where our side is in favour */
} wedge_of[wedges] = {
    [active_ally] = {SV_TR("Active allies ({a})"), SV_TR("let them lead"), 4},
    [passive_ally] = {SV_TR("Passive allies ({a})"), SV_TR("ask for one thing"), 3},
    [neutral] = {SV_TR("Neutral ({a})"), SV_TR("tell, and listen"), 2},
    [passive_opponent] = {SV_TR("Passive opponents ({a})"), SV_TR("take worries away"), 1},
    [active_opponent] = {SV_TR("Active opponents ({a})"), SV_TR("know what they say"), 0},
};

typedef struct spectrum_view {
    sv_stage *stage;
    sv_camps camps;
    sv_cast cast;
    sv_polar polar;
    size_t count[wedges], unknown, clerks; /* everyone, shown or not */
} spectrum_view;

static size_t wedge_at(const spectrum_view *v, size_t row)
{
    bool active = v->stage->salience[row] >= active_from;
    switch (v->camps.of[row]) {
    case SV_CAMP_WITH_US: return active ? active_ally : passive_ally;
    case SV_CAMP_BETWEEN: return neutral;
    case SV_CAMP_AGAINST_US: return active ? active_opponent : passive_opponent;
    default: return wedges;
    }
}

static sv_status count(spectrum_view *v)
{
    sv_stage *stage = v->stage;
    if (stage->options->audience == SV_PUBLIC)
        return sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (!sv_map_has(stage->map, SV_POSITIONS, SV_POSITION_SALIENCE))
        return sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("salience on sheet Positions"), NULL);
    for (size_t i = 0; i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i), wedge = wedge_at(v, row);
        if (wedge < wedges)
            v->count[wedge]++;
        v->unknown += v->camps.of[row] == SV_CAMP_UNKNOWN;
        v->clerks += v->camps.of[row] == SV_CAMP_PROCEDURE;
    }
    return SV_OK;
}

static void set_wedges(spectrum_view *v)
{
    sv_stage *stage = v->stage;
    sv_polar *polar = &v->polar;
    polar->half = true;
    polar->n_sectors = wedges;
    polar->middle = hole;
    polar->rim = rim_room;
    for (size_t i = 0; i < wedges; i++)
        polar->name[i] =
            (sv_polar_name){.text = sv_stage_fill(stage, wedge_of[i].name, sv_stage_number(stage, (double)v->count[i]), NULL, NULL),
                            .advice = sv_stage_say(stage, wedge_of[i].advice)};
    if (v->unknown + v->clerks)
        polar->name[sv_polar_side(polar)] =
            (sv_polar_name){.text = sv_stage_fill(stage, SV_TR("Unknown ({a})"), sv_stage_number(stage, (double)v->unknown), NULL, NULL),
                            .advice = sv_stage_say(stage, SV_TR("first ask them"))};
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t wedge = wedge_at(v, v->cast.scene.actors[i]);
        polar->cell[i] = wedge < wedges ? sv_polar_cell(polar, 0, wedge) : sv_polar_side(polar);
    }
}

/* How many stand on each side, and how many of them act on it. */
static const char *finding_of(spectrum_view *v)
{
    sv_stage *stage = v->stage;
    const char *ours = sv_stage_fill(stage, SV_TR("On our side {a} ({b} active)"),
                                     sv_stage_number(stage, (double)(v->count[active_ally] + v->count[passive_ally])),
                                     sv_stage_number(stage, (double)v->count[active_ally]), NULL);
    const char *theirs = sv_stage_fill(stage, SV_TR("on the other side {a} ({b} active)"),
                                       sv_stage_number(stage, (double)(v->count[active_opponent] + v->count[passive_opponent])),
                                       sv_stage_number(stage, (double)v->count[active_opponent]), NULL);
    const char *all = sv_stage_fill(stage, SV_TR("{a}, neutral {b}, {c}"), ours, sv_stage_number(stage, (double)v->count[neutral]), theirs);
    if (!v->unknown)
        return sv_stage_join(stage, all, "", ".");
    return sv_stage_fill(stage, SV_TR("{a}, unknown {b}."), all, sv_stage_number(stage, (double)v->unknown), NULL);
}

static const char *note_of(const spectrum_view *v)
{
    const sv_stage *stage = v->stage;
    const char *limits =
        v->camps.turned ? SV_TR("Ally: position −1 or less, as we are against; opponent: 1 or more; active: salience 3 or 4 (Oppenheimer "
                                "and Lakey 1965).")
                        : SV_TR("Ally: position 1 or more; opponent: −1 or less; active: salience 3 or 4 (Oppenheimer and Lakey 1965).");
    return sv_stage_say(stage, limits);
}

static void fill_legend(const sv_cast *cast, void *context)
{
    (void)context;
    sv_cast_legend(cast, SV_LEGEND_ALL & ~SV_LEGEND_SIZE);
}

static sv_status compose(spectrum_view *v)
{
    sv_stage *stage = v->stage;
    sv_frame frame = {.finding = finding_of(v),
                      .sentence =
                          sv_stage_say(stage, SV_TR("Opponents need not be won: many who move one wedge to the left are often enough.")),
                      .note = note_of(v)};
    uint32_t rim[wedges];
    sv_status status = sv_polar_compose(&v->polar, &v->cast, &frame, NULL, fill_legend, NULL);
    for (size_t i = 0; i < wedges; i++)
        rim[i] = stage->theme->stance[v->camps.turned ? 4 - wedge_of[i].stance : wedge_of[i].stance];
    if (status != SV_OK)
        return status;
    sv_polar_draw(&v->polar, &v->cast, rim);
    v->cast.bare_labels = true;
    return sv_cast_draw(&v->cast, &v->polar.arrangement) ? SV_OK : sv_stage_no_memory(stage);
}

sv_status sv_spectrum_view(sv_stage *stage)
{
    spectrum_view v = {.stage = stage};
    sv_status status = sv_camps_new(stage, false, &v.camps);
    stage->legend_below = true;
    if (status == SV_OK)
        status = count(&v);
    if (status == SV_OK)
        status = sv_cast_of(stage, NULL, &v.cast);
    if (status == SV_OK && v.cast.scene.n == 0)
        status = sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK && !sv_polar_begin(&v.polar, &v.cast))
        status = sv_stage_no_memory(stage);
    if (status == SV_OK) {
        set_wedges(&v);
        status = compose(&v);
    }
    sv_polar_clear(&v.polar);
    sv_cast_clear(&v.cast);
    sv_camps_clear(&v.camps);
    return status;
}
