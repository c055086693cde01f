/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Stance: where an actor stands on an issue when several informants say something about it. Of each informant
 * the latest word counts, weighted by how sure they were; "unknown" is no number and takes no part.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "map.h"

/* True when two rows about one actor and issue are by the same informant, and the other is more recent; of rows of one day the lower one counts. */
static bool overtakes(const sv_map *map, size_t other, size_t row)
{
    int date = map->positions[row].date, rival = map->positions[other].date;
    return (rival > date || (rival == date && other > row)) && strcmp(sv_map_informant(map, SV_POSITIONS, row, SV_POSITION_INFORMANT),
                                                                      sv_map_informant(map, SV_POSITIONS, other, SV_POSITION_INFORMANT)) == 0;
}

static bool is_overtaken(const sv_map *map, const size_t *next, size_t first, size_t row)
{
    for (size_t other = first; other != SV_NO_ROW; other = next[other])
        if (overtakes(map, other, row))
            return true;
    return false;
}

/* Chains the positions on an issue by actor, in the order of their rows. */
static void chain(const sv_map *map, size_t issue, size_t *first, size_t *last, size_t *next, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const sv_position *position = &map->positions[i];
        next[i] = SV_NO_ROW;
        if (!position->usable || position->issue != issue)
            continue;
        if (first[position->actor] == SV_NO_ROW)
            first[position->actor] = i;
        else
            next[last[position->actor]] = i;
        last[position->actor] = i;
    }
}

/* What is wanted of all that was said of an actor, each by actor; NULL for what is not. */
typedef struct wanted {
    double *stance, *salience, *least, *most;
} wanted;

static void combine(const sv_map *map, const size_t *next, size_t first, size_t actor, const wanted *out)
{
    double value = 0, matters = 0, weight = 0, least = NAN, most = NAN;
    for (size_t i = first; i != SV_NO_ROW; i = next[i]) {
        const sv_position *position = &map->positions[i];
        if (isnan(position->value) || is_overtaken(map, next, first, i))
            continue;
        value += position->certainty * position->value;
        matters += position->certainty * position->salience;
        weight += position->certainty;
        least = position->certainty > 0 ? fmin(least, position->value) : least;
        most = position->certainty > 0 ? fmax(most, position->value) : most;
    }
    if (out->stance)
        out->stance[actor] = weight > 0 ? value / weight : NAN;
    if (out->salience)
        out->salience[actor] = weight > 0 ? matters / weight : NAN;
    if (out->least)
        out->least[actor] = least;
    if (out->most)
        out->most[actor] = most;
}

static sv_status find(const sv_map *map, size_t issue, const wanted *out, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS), n = sv_map_rows(map, SV_POSITIONS);
    size_t *first = sv_alloc(actors, sizeof *first), *last = sv_alloc(actors, sizeof *last), *next = sv_alloc(n, sizeof *next);
    sv_status status = SV_OK;
    if (!first || !last || !next) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    for (size_t i = 0; i < actors; i++)
        first[i] = SV_NO_ROW;
    chain(map, issue, first, last, next, n);
    for (size_t i = 0; i < actors; i++)
        combine(map, next, first[i], i, out);
done:
    free(first);
    free(last);
    free(next);
    return status;
}

sv_status sv_map_stances(const sv_map *map, size_t issue, double *stance, sv_error *error)
{
    return find(map, issue, &(wanted){.stance = stance}, error);
}

sv_status sv_map_saliences(const sv_map *map, size_t issue, double *salience, sv_error *error)
{
    return find(map, issue, &(wanted){.salience = salience}, error);
}

sv_status sv_map_stance_ranges(const sv_map *map, size_t issue, double *least, double *most, sv_error *error)
{
    return find(map, issue, &(wanted){.least = least, .most = most}, error);
}

bool map_position_counts(const sv_map *map, size_t row)
{
    const sv_position *position = &map->positions[row];
    bool counts = position->usable && !isnan(position->value) && position->certainty > 0;
    for (size_t other = 0; counts && other < sv_map_rows(map, SV_POSITIONS); other++) {
        const sv_position *rival = &map->positions[other];
        counts = !rival->usable || rival->actor != position->actor || rival->issue != position->issue || !overtakes(map, other, row);
    }
    return counts;
}

bool sv_dates_hold(int since, int until, int day)
{
    return day == 0 || ((since == 0 || since <= day) && (until == 0 || day <= until));
}
