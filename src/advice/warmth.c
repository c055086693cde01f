/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Warmth: how well a message or an introduction travels along a tie, and the steps that it can take. A tie that
 * a rule forbids is no step, however warm it is; and nobody is asked to persuade in the name of a council, a party or the clerk.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../base/text.h"
#include "../network/records.h"
#include "last_contact.h"
#include "office.h"
#include "ways.h"

/* Two years: after so many days without contact half of the warmth is left. */
static const double half_life_days = 24 * 30.4375;

double sv_warmth_of_strength(double strength)
{
    static const double warmth[] = {0, .3, .5, .7, .9};
    int whole;
    if (!(strength > 0))
        return 0;
    if (strength >= 4)
        return warmth[4];
    whole = (int)strength;
    return warmth[whole] + (strength - whole) * (warmth[whole + 1] - warmth[whole]);
}

double sv_warmth_after(double warmth, int days)
{
    return days > 0 ? warmth * pow(.5, days / half_life_days) : warmth;
}

/* ---- The steps ---- */

/* A step leads out of an actor that may hand on a message, and into anyone that is not to be avoided. */
static bool may_step(const sv_ways *ways, size_t from, size_t to)
{
    return !ways->avoided[from] && !ways->avoided[to] && office_takes_sides(sv_map_actor(ways->map, from)->kind);
}

/* The records of all ties that carry a route and of all memberships; what goes both ways has one each way. */
static size_t collect(const sv_map *map, int day, tie_record *records)
{
    size_t n = 0;
    tie_record made;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        if (!record_of_tie(map, row, day, &made) || !tie->kind->carries_route || tie->from == tie->to)
            continue;
        record_between(&made, tie->from, tie->to);
        if (tie->direction != SV_BACK)
            records[n++] = made;
        made.reversed = !made.reversed;
        if (tie->direction != SV_FORWARD)
            records[n++] = made;
    }
    for (size_t row = 0; row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (!record_of_membership(map, row, day, &made) || membership->who == membership->of)
            continue;
        record_between(&made, membership->who, membership->of);
        records[n++] = made;
        made.reversed = !made.reversed;
        records[n++] = made;
    }
    return n;
}

/* The strongest of all there is one way between a pair. */
typedef struct strongest {
    double strength;
    size_t kind, row;
} strongest;

/* All records of one pair, from *at on: the strongest each way; of equals the first kind, a tie before a membership. */
static void combine_pair(const tie_record *records, size_t n, size_t *at, strongest both[2])
{
    const tie_record *first = &records[*at];
    both[0] = both[1] = (strongest){0};
    while (*at < n && records[*at].a == first->a && records[*at].b == first->b) {
        strongest found = {.kind = records[*at].kind}, *best = &both[records[*at].reversed];
        found.strength = records_combine(records, n, at, &found.row);
        if (found.strength > best->strength || (found.strength == best->strength && found.strength > 0 && best->kind == 0))
            *best = found;
    }
}

static void add_step(const sv_ways *ways, const strongest *found, size_t from, size_t to, int last, int as_of, sv_step *steps, size_t *n)
{
    sv_step step = {.from = from, .to = to, .tie = SV_NO_ROW, .membership = SV_NO_ROW, .last_contact = last};
    step.warmth = sv_warmth_after(sv_warmth_of_strength(found->strength), last && as_of ? sv_date_days(last, as_of) : 0);
    if (!(step.warmth > 0) || !may_step(ways, from, to))
        return;
    *(found->kind ? &step.tie : &step.membership) = found->row;
    steps[(*n)++] = step;
}

/* The steps in the order of the pairs, so that among those out of one actor the ones to earlier actors come first. */
static size_t make_steps(const sv_ways *ways, const tie_record *records, size_t n, const last_contacts *contacts,
                         const sv_ways_options *options, sv_step *steps)
{
    size_t made = 0, at = 0;
    while (at < n) {
        size_t a = records[at].a, b = records[at].b;
        strongest both[2];
        int last;
        combine_pair(records, n, &at, both);
        if (!options->forbidden_too && sv_forbidden_rule(ways->forbidden, a, b) != SV_NO_ROW)
            continue;
        last = last_contact_between(contacts, a, b);
        add_step(ways, &both[0], a, b, last, options->as_of, steps, &made);
        add_step(ways, &both[1], b, a, last, options->as_of, steps, &made);
    }
    return made;
}

/* Puts the steps by `from`. Those of one actor keep their order, which is that of `to`. */
static bool keep_by_start(sv_ways *ways, const sv_step *steps, size_t n)
{
    ways->first = sv_alloc(ways->n_actors + 2, sizeof *ways->first);
    ways->steps = sv_alloc(n, sizeof *ways->steps);
    if (!ways->first || !ways->steps)
        return false;
    for (size_t i = 0; i < n; i++) /* how many of each, two places up, so that filling moves them into place */
        ways->first[steps[i].from + 2]++;
    for (size_t actor = 2; actor < ways->n_actors + 2; actor++)
        ways->first[actor] += ways->first[actor - 1];
    for (size_t i = 0; i < n; i++)
        ways->steps[ways->first[steps[i].from + 1]++] = steps[i];
    return true;
}

static bool gather(sv_ways *ways, const sv_ways_options *options)
{
    size_t rows = 2 * (sv_map_rows(ways->map, SV_TIES) + sv_map_rows(ways->map, SV_MEMBERSHIPS)), n;
    tie_record *records = sv_alloc(rows, sizeof *records);
    last_contacts contacts = {0};
    sv_step *steps = NULL;
    bool done = records && last_contacts_find(ways->map, options->as_of, &contacts);
    if (done) {
        n = collect(ways->map, options->as_of, records);
        records_sort(records, n);
        steps = sv_alloc(n, sizeof *steps);
        done = steps && keep_by_start(ways, steps, make_steps(ways, records, n, &contacts, options, steps));
    }
    free(steps);
    free(records);
    last_contacts_clear(&contacts);
    return done;
}

typedef struct ranked {
    const char *id;
    size_t actor;
} ranked;

static int by_id(const void *a, const void *b)
{
    return strcmp(((const ranked *)a)->id, ((const ranked *)b)->id);
}

static bool rank_by_id(sv_ways *ways)
{
    ranked *list = sv_alloc(ways->n_actors, sizeof *list);
    ways->rank = sv_alloc(ways->n_actors, sizeof *ways->rank);
    for (size_t i = 0; list && i < ways->n_actors; i++)
        list[i] = (ranked){sv_map_actor(ways->map, i)->id, i};
    if (list && ways->rank) {
        qsort(list, ways->n_actors, sizeof *list, by_id);
        for (size_t i = 0; i < ways->n_actors; i++)
            ways->rank[list[i].actor] = i;
    }
    free(list);
    return list && ways->rank;
}

sv_status sv_ways_new(const sv_map *map, const sv_ways_options *options, sv_ways **result, sv_error *error)
{
    static const sv_ways_options defaults;
    sv_ways *ways = sv_alloc(1, sizeof *ways);
    bool done = ways != NULL;
    *result = NULL;
    if (!options)
        options = &defaults;
    if (done) {
        ways->map = map;
        ways->n_actors = sv_map_rows(map, SV_ACTORS);
        ways->avoided = sv_alloc(ways->n_actors, sizeof *ways->avoided);
        done = ways->avoided && sv_forbidden_new(map, options->as_of, &ways->forbidden, NULL) == SV_OK;
    }
    for (size_t i = 0; done && i < options->n_avoid; i++)
        ways->avoided[options->avoid[i]] = true;
    if (!done || !rank_by_id(ways) || !gather(ways, options)) {
        sv_ways_free(ways);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *result = ways;
    return SV_OK;
}

void sv_ways_free(sv_ways *ways)
{
    if (!ways)
        return;
    sv_forbidden_free(ways->forbidden);
    free(ways->rank);
    free(ways->avoided);
    free(ways->first);
    free(ways->steps);
    free(ways);
}

bool sv_ways_step(const sv_ways *ways, size_t from, size_t to, sv_step *step)
{
    size_t low = ways->first[from], high = ways->first[from + 1], end = high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ways->steps[middle].to < to)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == end || ways->steps[low].to != to)
        return false;
    *step = ways->steps[low];
    return true;
}

size_t sv_ways_rule(const sv_ways *ways, size_t a, size_t b)
{
    return sv_forbidden_rule(ways->forbidden, a, b);
}
