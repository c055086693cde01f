/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Signals by theme and neighbourhood, and what of the cells the public may know.
 *
 * The public knows all totals. What is not told is a whole rectangle: some themes by some places. Any numbers with the same sums then fit
 * in it, so a cell in it may be as large as the smaller of what is missing from its row and from its column (the transportation
 * problem, Hitchcock 1941). The rectangle is widened until none of these is a small number.
 */
#include <speelveld/advice.h>

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

void sv_signal_table_clear(sv_signal_table *table)
{
    free(table->themes);
    free(table->places);
    free(table->cells);
    *table = (sv_signal_table){0};
}

/* Which group of those shown each counted group is: itself, else the last, where the small ones are together. */
static size_t *match_groups(const sv_signal_group *counted, size_t n, const sv_signal_group *shown, size_t n_shown)
{
    size_t *match = sv_alloc(n, sizeof *match);
    for (size_t i = 0; match && i < n; i++) {
        match[i] = n_shown ? n_shown - 1 : 0;
        for (size_t k = 0; k < n_shown; k++)
            if (shown[k].row == counted[i].row)
                match[i] = k;
    }
    return match;
}

static bool fill_cells(const sv_map *map, const sv_signals *all, sv_signal_table *table)
{
    size_t *theme = match_groups(all->groups[SV_BY_THEME], all->n[SV_BY_THEME], table->themes, table->n_themes);
    size_t *place = match_groups(all->groups[SV_BY_NEIGHBOURHOOD], all->n[SV_BY_NEIGHBOURHOOD], table->places, table->n_places);
    bool done = theme && place;
    table->cells = sv_alloc(table->n_themes * table->n_places, sizeof *table->cells);
    done = done && table->cells;
    for (size_t row = 0; done && table->n_themes && table->n_places && row < sv_map_rows(map, SV_SIGNALS); row++) {
        double times = sv_map_number(map, SV_SIGNALS, row, SV_SIGNAL_COUNT);
        if (all->group_of[SV_BY_THEME][row] == SV_NO_ROW)
            continue;
        table->cells[theme[all->group_of[SV_BY_THEME][row]] * table->n_places + place[all->group_of[SV_BY_NEIGHBOURHOOD][row]]] +=
            isnan(times) ? 1 : times;
    }
    free(theme);
    free(place);
    return done;
}

/* ---- What the public may not know ---- */

/* The rectangle seen from its rows or from its columns. */
typedef struct side {
    const sv_signal_table *table;
    bool *lines, *across; /* in the rectangle */
    size_t n, n_across, step, step_across;
} side;

static double cell_at(const side *s, size_t line, size_t across)
{
    return s->table->cells[line * s->step + across * s->step_across];
}

static bool is_small(double times)
{
    return times > 0 && times < SV_SIGNALS_LEAST;
}

/* Widen the rectangle until what is missing from each of its lines is no small number. True when it changed. */
static bool widen(const side *s)
{
    bool changed = false;
    for (size_t line = 0; line < s->n; line++) {
        double missing = 0;
        for (size_t k = 0; s->lines[line] && k < s->n_across; k++)
            missing += s->across[k] ? cell_at(s, line, k) : 0;
        while (is_small(missing)) {
            size_t next = SV_NO_ROW;
            for (size_t k = 0; k < s->n_across; k++)
                if (!s->across[k] && cell_at(s, line, k) > 0 && (next == SV_NO_ROW || cell_at(s, line, k) <= cell_at(s, line, next)))
                    next = k;
            if (next == SV_NO_ROW) /* cannot be: a line's total is no small number */
                break;
            s->across[next] = changed = true;
            missing += cell_at(s, line, next);
        }
    }
    return changed;
}

static bool hide_small(sv_signal_table *table)
{
    bool *themes = sv_alloc(table->n_themes, sizeof *themes), *places = sv_alloc(table->n_places, sizeof *places);
    side by_theme = {table, themes, places, table->n_themes, table->n_places, table->n_places, 1};
    side by_place = {table, places, themes, table->n_places, table->n_themes, 1, table->n_places};
    bool done = themes && places, changed = done;
    for (size_t i = 0; done && i < table->n_themes * table->n_places; i++)
        if (is_small(table->cells[i]))
            themes[i / table->n_places] = places[i % table->n_places] = true;
    while (changed) {
        changed = widen(&by_theme);
        changed |= widen(&by_place);
    }
    for (size_t i = 0; done && i < table->n_themes * table->n_places; i++)
        if (themes[i / table->n_places] && places[i % table->n_places]) {
            table->cells[i] = NAN;
            table->hidden++;
        }
    free(themes);
    free(places);
    return done;
}

/* Rows and columns move from the counts to the table. */
static void take_groups(sv_signals *from, sv_signal_by by, sv_signal_group **groups, size_t *n)
{
    *groups = from->groups[by];
    *n = from->n[by];
    from->groups[by] = NULL;
    from->n[by] = 0;
}

sv_status sv_signal_table_count(const sv_map *map, const sv_signals_options *options, sv_signal_table *table, sv_error *error)
{
    static const sv_signals_options everything = {.issue = SV_NO_ROW, .audience = SV_TEAM};
    sv_signals_options counted = options ? *options : everything;
    sv_signals shown = {0}, all = {0};
    bool open = counted.audience == SV_PUBLIC;
    sv_status status = sv_signals_count(map, &counted, &shown, error);
    *table = (sv_signal_table){0};
    if (open) { /* which a day does not change, as it does not change the totals */
        counted.audience = SV_TEAM;
        counted.as_of = 0;
    }
    if (status == SV_OK)
        status = sv_signals_count(map, &counted, &all, error);
    if (status == SV_OK) {
        table->times = shown.times;
        table->later = shown.later;
        take_groups(&shown, SV_BY_THEME, &table->themes, &table->n_themes);
        take_groups(&shown, SV_BY_NEIGHBOURHOOD, &table->places, &table->n_places);
        if (!fill_cells(map, &all, table) || (open && !hide_small(table)))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    sv_signals_clear(&shown);
    sv_signals_clear(&all);
    if (status != SV_OK)
        sv_signal_table_clear(table);
    return status;
}
