/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Placing in a polar plot. How wide the rings are at their sides and how many lines at their top and bottom, and how wide their sectors,
 * is tried one by one, keeping what shows most: a sector gets as much of its ring as those in it need, and more when they found no room.
 * The largest type in which all fit is taken; in the smallest, what showed most.
 */
#include "polar_lines.h"

#include <math.h>
#include <string.h>

static const double fullest = 0.8;                        /* share of the area that may be filled before a smaller type is better */
static const double column_most = 0.26;                   /* share of the width for the column at the side, at most; */
static const double column_asks = 0.65;                   /* it counts for less than the rings */
static const double column_gap = 12;                      /* before it */
static const double column_room = 14;                     /* in it, beside what is widest */
static const double least_turn = 0.05;                    /* share of its ring for a sector with a name */
static const double round_corner = 0.5;                   /* of the outermost ring's height */
static const double least_corner = 0.28;                  /* of any ring's */
static const double wedge_enough = 4, sector_enough = 12; /* so many of a cell shown, and one more is worth half of the first */
static const double rise = 1.5;                           /* how much more one in the innermost ring is worth than one in the outermost */
static const double own_worth = 3;                        /* of one of us: we look for ourselves first */
static const double wedge_worth = 3; /* of the first of a wedge: none stands empty while there are those who belong in it */
static const double side_worth = 0.5, bare_worth = 0.85, name_worth = 50, count_worth = 6;
/* Widths of a ring at its sides that are tried, in shapes with their names; and lines at its top and bottom. */
static const double widths[] = {1.1, 0.15, 0.5, 1.6, 2.2, 3.3};
enum { bins = 720, lines_tried = 4, passes = 2, rounds_of_step = 14, rounds_of_last = 40 };

/* What decides all edges. */
typedef struct edges {
    size_t lines[SV_RINGS_MOST]; /* of each ring at its top and at its bottom, */
    double width[SV_RINGS_MOST]; /* and width at its sides; none of the innermost */
    double need[SV_POLAR_CELLS]; /* room each cell asks for: within a ring, its share */
} edges;

/* ---- Edges ---- */

/* The room each cell needs, points squared: for those in it, and for its name on lines of its own. */
static void find_needs(const sv_lines *g, double *need)
{
    const sv_polar *polar = g->polar;
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++)
        need[cell] = polar->name[cell].text ? polar->name[cell].width * ceil(polar->name[cell].height / g->line) * g->line : 0;
    for (size_t i = 0; i < g->cast->scene.n; i++)
        need[polar->cell[i]] += g->width[i] * (double)g->high[i] * g->line;
}

static double sum_of(const double *values, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    return sum;
}

/* What of a ring its sectors get: what they ask, and no named one less than can be seen. */
static void share_ring(const sv_polar *polar, const double *need, size_t ring, double share[SV_SECTORS_MOST])
{
    size_t first = sv_polar_cell(polar, ring, 0);
    double all = sum_of(&need[first], polar->n_sectors);
    for (size_t i = 0; i < polar->n_sectors; i++)
        share[i] = all > 0 ? fmax(need[first + i] / all, polar->name[first + i].text ? least_turn : 0) : 0;
    all = sum_of(share, polar->n_sectors);
    for (size_t i = 0; i < polar->n_sectors && all > 0; i++)
        share[i] /= all;
}

/* The turns at which so much of a ring is behind as its sectors get; filled: how much of it lies in each small part of the sweep. */
static void set_turns_of(sv_polar *polar, const double *need, size_t ring, const double filled[bins])
{
    double share[SV_SECTORS_MOST], gone = 0, wanted = 0, all = sum_of(filled, bins), *turn = polar->turn[ring];
    size_t bin = 0;
    share_ring(polar, need, ring, share);
    for (size_t i = 0; i + 1 < polar->n_sectors; i++) {
        turn[i + 1] = turn[i];
        if (!(share[i] > 0))
            continue;
        wanted += share[i] * all;
        while (bin < bins && gone + filled[bin] <= wanted)
            gone += filled[bin++];
        turn[i + 1] = sv_polar_sweep(polar) * ((double)bin + (bin < bins ? (wanted - gone) / filled[bin] : 0)) / bins;
    }
    for (size_t i = polar->n_sectors; i-- > 1 && !(share[i] > 0);) /* those at the end that get nothing */
        turn[i] = sv_polar_sweep(polar);
    turn[polar->n_sectors] = sv_polar_sweep(polar);
}

static void set_turns(sv_lines *g, const double *need)
{
    sv_polar *polar = g->polar;
    double sweep = sv_polar_sweep(polar), filled[SV_RINGS_MOST][bins] = {{0}};
    for (size_t line = 0; line < g->n_lines; line++)
        for (size_t i = 0; i < g->samples; i++) {
            size_t at = (SV_SAMPLE_ROWS * line + 1) * g->samples + i;
            if (g->ring[at] < polar->n_rings)
                filled[g->ring[at]][(size_t)fmin(bins - 1, g->turn[at] / sweep * bins)]++;
        }
    for (size_t ring = 0; ring < polar->n_rings; ring++)
        set_turns_of(polar, need, ring, filled[ring]);
}

/* Whole rings, from the outermost in. False when nothing is left in the middle. */
static bool set_rings(sv_lines *g, const edges *e)
{
    sv_polar *polar = g->polar;
    double wide = polar->across, high = (double)g->n_lines * g->line / 2, corner = round_corner * high;
    for (size_t i = polar->n_rings; i-- > 0;) {
        polar->wide[i] = wide;
        polar->high[i] = high;
        polar->corner[i] = fmin(fmax(corner, least_corner * high), fmin(wide, high));
        if (i == 0)
            break;
        wide -= e->width[i];
        high -= (double)e->lines[i] * g->line;
        corner -= fmin(e->width[i], (double)e->lines[i] * g->line);
    }
    return high >= g->line && wide >= 2 * g->bare;
}

/* The column at the side, by what it needs, and the middle and the outermost edge in what is left. */
static void set_page(sv_lines *g, const double *need)
{
    sv_polar *polar = g->polar;
    size_t side = sv_polar_side(polar);
    double width = g->area.right - g->area.left, column = 0, widest = polar->name[side].width, rim = polar->rim * g->scale;
    for (size_t i = 0; i < g->count[side]; i++)
        widest = fmax(widest, g->width[g->order[g->first[side] + i]]);
    if (polar->name[side].text)
        column =
            fmin(fmax(width * column_asks * need[side] / sum_of(need, side + 1), widest + column_room * g->scale), width * column_most);
    polar->column = (sv_rect){g->area.right - column, g->area.bottom, column > 0 ? g->area.right : g->area.right - 1, g->area.top};
    if (column > 0)
        width -= column + column_gap * g->scale;
    polar->across = width / 2 - rim;
    polar->up = polar->half ? g->area.top - g->area.bottom - rim : (g->area.top - g->area.bottom) / 2;
    polar->x = g->area.left + width / 2;
    polar->y = polar->half ? g->area.bottom : (g->area.bottom + g->area.top) / 2;
}

/* ---- Trying ---- */

static bool all_fit(const sv_lines *g)
{
    bool fit = g->names_left == 0;
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++)
        fit &= g->named[cell] == g->count[cell];
    return fit;
}

/* What somebody in a cell is worth by its ring; where everyone is asked for, being there is all that counts. */
static double ring_worth(const sv_polar *polar, size_t cell)
{
    size_t ring = cell / polar->n_sectors;
    if (cell == sv_polar_side(polar))
        return side_worth;
    if (polar->everyone)
        return 1;
    return 1 + rise * (double)(polar->n_rings - 1 - ring) / fmax(1, (double)polar->n_rings - 1);
}

/* What is shown: we and the first of a cell are worth more than the last, those nearer to the middle more, and names of parts more than
 * any. */
static double worth_of(const sv_lines *g)
{
    double worth = -name_worth * (double)g->names_left, soon_enough = g->polar->half       ? wedge_enough
                                                                      : g->polar->everyone ? HUGE_VAL
                                                                                           : sector_enough;
    for (size_t cell = 0; cell < sv_lines_cells(g); cell++) {
        worth -= g->held[cell] < g->count[cell] && isnan(g->polar->more_x[cell]) ? count_worth : 0; /* not even counted */
        for (size_t i = 0; i < g->held[cell]; i++)
            worth += (i < g->named[cell] ? 1 : bare_worth) * (i < g->own[cell] ? own_worth : 1) * ring_worth(g->polar, cell) *
                     (i == 0 && g->polar->half ? wedge_worth : 1) / (1 + (double)i / soon_enough);
    }
    return worth;
}

typedef struct search {
    sv_lines *g;
    edges best;
    double worth;
    bool fits;
} search;

/* Fill with these edges, and keep them when they show more than any before. */
static void try_edges(search *s, const edges *e)
{
    double worth;
    if (s->fits || (!s->g->polar->half && !set_rings(s->g, e)))
        return;
    sv_lines_find_rings(s->g);
    set_turns(s->g, e->need);
    sv_lines_fill(s->g);
    worth = worth_of(s->g);
    s->fits = all_fit(s->g);
    if (s->fits || worth > s->worth + 1e-9) {
        s->worth = worth;
        s->best = *e;
    }
}

/* Cells that did not hold all ask for more, and those without room for their name, or for the count of the others, for far more. Where
 * everyone is drawn, being there comes first. */
static void ask_for_more(const sv_lines *g, double *need)
{
    const sv_polar *polar = g->polar;
    const size_t *held = g->named;
    for (size_t cell = 0; cell < sv_polar_side(polar) && polar->everyone; cell++)
        held = g->held[cell] < g->count[cell] ? g->held : held;
    for (size_t cell = 0; cell < sv_polar_side(polar); cell++) {
        if (held[cell] < g->count[cell])
            need[cell] *= 1 + 0.5 * (double)(g->count[cell] - held[cell]) / (double)g->count[cell];
        if ((polar->name[cell].text && !polar->name[cell].placed) || (g->held[cell] < g->count[cell] && isnan(polar->more_x[cell])))
            need[cell] *= 1.6;
    }
}

static void try_sectors(search *s, int rounds)
{
    edges e = s->best;
    for (int round = 0; round < rounds && !s->fits; round++) {
        try_edges(s, &e);
        ask_for_more(s->g, e.need);
    }
}

static void try_rings(search *s)
{
    double one = 0;
    for (size_t i = 0; i < s->g->cast->scene.n; i++)
        one += s->g->width[i] / (double)s->g->cast->scene.n;
    for (int pass = 0; pass < passes; pass++)
        for (size_t ring = s->g->polar->n_rings; ring-- > 1;) {
            for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
                edges e = s->best;
                e.width[ring] = widths[i] * one;
                try_edges(s, &e);
            }
            for (size_t lines = 1; lines <= lines_tried; lines++) {
                edges e = s->best;
                e.lines[ring] = lines;
                try_edges(s, &e);
            }
        }
}

/* All edges for the sizes there are now. */
static void try_size(search *s, bool last)
{
    edges e;
    find_needs(s->g, e.need);
    set_page(s->g, e.need);
    sv_lines_sample(s->g);
    for (size_t i = 0; i < SV_RINGS_MOST; i++) {
        e.lines[i] = 1;
        e.width[i] = s->g->polar->across / (double)s->g->polar->n_rings;
    }
    s->best = e;
    s->worth = -HUGE_VAL;
    try_edges(s, &e);
    if (!s->g->polar->half)
        try_rings(s);
    try_sectors(s, last ? rounds_of_last : rounds_of_step);
}

static bool far_too_much(const sv_lines *g)
{
    double need[SV_POLAR_CELLS];
    find_needs(g, need);
    return sum_of(need, sv_lines_cells(g)) > fullest * (g->area.right - g->area.left) * (g->area.top - g->area.bottom);
}

sv_status sv_polar_place(sv_polar *polar, sv_cast *cast, const sv_rect *area)
{
    sv_lines g = {.polar = polar, .cast = cast, .area = *area, .scale = cast->stage->page->scale};
    search s = {.g = &g};
    sv_status status;
    sv_arrange_clear(&polar->arrangement);
    for (size_t cell = 0; cell < SV_POLAR_CELLS; cell++)
        polar->more_x[cell] = polar->more_y[cell] = NAN;
    status = sv_arrange_begin(&polar->arrangement, cast->scene.n) && sv_lines_begin(&g) ? sv_lines_measure_names(&g)
                                                                                        : sv_stage_no_memory(cast->stage);
    for (size_t step = 0; step < sv_arrange_steps() && status == SV_OK && !s.fits; step++) {
        bool last = step + 1 == sv_arrange_steps();
        status = sv_lines_measure(&g, step);
        if (status == SV_OK && (last || !far_too_much(&g)))
            try_size(&s, last);
    }
    if (status == SV_OK) {
        if (!s.fits)
            try_edges(&s, &s.best);
        sv_lines_put(&g);
        sv_cast_recount(cast);
    }
    sv_lines_clear(&g);
    return status;
}
