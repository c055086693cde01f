/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A plot with more actors than fit: which rows are how high, and which columns have how many stacks, so that it shows most. Heights are
 * weighed against each other exactly, by dynamic programming; stacks move between columns as long as that helps.
 */
#include "plot_cells.h"

#include <math.h>

static const double bare_worth = 0.85; /* of a shape without its name: where everyone is asked for, being there comes first */
static const double apart_worth = 0.6; /* of one that is not on the scales */
static const double own_worth = 4;     /* of one of us: we look for ourselves first */

/*
 * What a cell of a height shows is worth: each actor more when it is one of us or more important, when few of its cell are
 * shown yet and when its row matters more, and less when it is not on the scales. Kept, as it is asked for many times.
 */
static double worth_of(sv_cells *g, size_t row, size_t column, size_t steps, double step)
{
    size_t stacks = g->stacks[column];
    double *kept = stacks < SV_STACKS_KEPT ? &g->kept->worth[row][column][stacks][steps] : NULL, worth = 0, n = (double)g->cast->scene.n;
    size_t named, held;
    if (g->count[row][column] == 0)
        return 0;
    if (kept && !isnan(*kept))
        return *kept;
    held = sv_cells_held(g, row, column, (double)steps * step, &named);
    for (size_t i = 0; i < held; i++)
        worth += (i < named ? 1 : bare_worth) * (i < g->own[row][column] ? own_worth : 1) *
                 (2 - (double)g->order[g->first[row][column] + i] / n) * g->plot->soon_enough / (g->plot->soon_enough + (double)i);
    worth *= g->plot->x.bands[column].apart || g->plot->y.bands[row].apart ? apart_worth : 1;
    worth *= 1 + g->plot->rise * (double)row / fmax(1, (double)g->plot->y.n - 1);
    if (kept)
        *kept = worth;
    return worth;
}

/*
 * The least steps of each row: of one line, with one that counts the others below it where there are such; or of all that stand in it
 * without names where everyone is to be there.
 */
static size_t least_steps(const sv_cells *g, size_t row, double step)
{
    double least = g->least[row];
    for (size_t column = 0; column < g->plot->x.n && !g->relaxed; column++)
        if (g->count[row][column] > g->stacks[column])
            least = fmax(least, sv_cells_first(g, row, column) + sv_cells_more(g));
    for (size_t column = 0; column < g->plot->x.n && g->plot->everyone && !g->relaxed; column++)
        least = fmax(least, sv_cells_height(g, row, column, true));
    return (size_t)ceil(least / step - 1e-9);
}

/*
 * The heights that together show most in the room there is: for each row in turn, the best that it and those before it can show
 * in so many steps of height. Gives back what they are worth; less than 0 when there is no room even for the least.
 */
static double choose_heights(sv_cells *g)
{
    double best[SV_STEPS_MOST + 1] = {0}, with[SV_STEPS_MOST + 1], step = sv_cells_up(g) / SV_STEPS_MOST, left = SV_STEPS_MOST, around = 0;
    size_t least[SV_BANDS_MOST], taken[SV_BANDS_MOST][SV_STEPS_MOST + 1] = {{0}}, room;
    for (size_t row = 0; row < g->plot->y.n; row++) {
        least[row] = least_steps(g, row, step);
        around += sv_cells_around_row(g, row);
        left -= (double)least[row];
    }
    left -= ceil(around / step);
    room = (size_t)fmax(0, SV_STEPS_MOST - ceil(around / step));
    for (size_t row = 0; row < g->plot->y.n; row++)
        g->height[row] = (double)least[row] * step;
    if (left < 0)
        return left;
    for (size_t row = 0; row < g->plot->y.n; row++) {
        for (size_t r = 0; r <= room; r++)
            with[r] = -HUGE_VAL;
        for (size_t h = least[row]; h <= (least[row] ? room : 0); h++) {
            double worth = 0;
            for (size_t column = 0; column < g->plot->x.n; column++)
                worth += worth_of(g, row, column, h, step);
            for (size_t r = h; r <= room; r++)
                if (best[r - h] + worth > with[r]) {
                    with[r] = best[r - h] + worth;
                    taken[row][r] = h;
                }
        }
        for (size_t r = 0; r <= room; r++)
            best[r] = with[r];
    }
    for (size_t row = g->plot->y.n, r = room; row-- > 0;) {
        g->height[row] = (double)taken[row][r] * step;
        r -= taken[row][r];
    }
    return best[room];
}

/* Stacks moved or added between columns as long as that shows more. Gives back what it is worth. */
static double move_stacks(sv_cells *g)
{
    const size_t n = g->plot->x.n;
    double worth = choose_heights(g);
    for (bool better = true; better;) {
        better = false;
        for (size_t from = 0; from <= n && !better; from++)
            for (size_t to = 0; to < n && !better; to++) {
                double moved = -HUGE_VAL;
                if (from == to || (from < n && g->stacks[from] < 2))
                    continue;
                g->stacks[to]++;
                if (from < n)
                    g->stacks[from]--;
                if (sv_cells_fit_across(g))
                    moved = choose_heights(g);
                better = moved > worth + 1e-9;
                if (better) {
                    worth = moved;
                } else {
                    g->stacks[to]--;
                    if (from < n)
                        g->stacks[from]++;
                }
            }
    }
    return choose_heights(g);
}

double sv_cells_show_most(sv_cells *g)
{
    static const double sizes[] = {1, 0.8, 0.65, 0.5, 0.4, 0.3};
    double worth = -1;
    g->relaxed = false;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && worth < 0; i++) {
        g->bare = sizes[i];
        sv_cells_forget(g);
        worth = move_stacks(g);
    }
    g->relaxed = worth < 0;
    return g->relaxed ? move_stacks(g) : worth;
}
