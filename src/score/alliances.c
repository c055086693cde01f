/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Alliances: who joins which, how much any two overlap (Jaccard 1912: members of both, of those of either), and who alone stands between
 * two of them. Actors and alliances as two sides of one table: Breiger 1974.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "measure.h"

static bool is_alliance(const sv_map *map, size_t row)
{
    const sv_actor *actor = sv_map_actor(map, row);
    return actor->usable && actor->kind->of == SV_CLASS_ALLIANCE;
}

/* A membership of an alliance on that day. */
static bool joins(const sv_map *map, size_t row, int as_of)
{
    const sv_membership *membership = sv_map_membership(map, row);
    return membership->usable && membership->who != membership->of && is_alliance(map, membership->of) &&
           sv_dates_hold(membership->since, membership->until, as_of);
}

typedef struct joining {
    size_t who, of;
} joining;

static int by_who(const void *left, const void *right)
{
    const joining *a = left, *b = right;
    if (a->who != b->who)
        return a->who < b->who ? -1 : 1;
    return a->of < b->of ? -1 : a->of > b->of;
}

/* start[] and joined[], each alliance once; and how many members each has, by row. */
static bool find_joined(const sv_map *map, int as_of, sv_alliances *found, size_t *members)
{
    size_t rows = sv_map_rows(map, SV_MEMBERSHIPS), actors = sv_map_rows(map, SV_ACTORS), n = 0, kept = 0;
    joining *all = sv_alloc(rows, sizeof *all);
    found->start = sv_alloc(actors + 1, sizeof *found->start);
    found->joined = sv_alloc(rows, sizeof *found->joined);
    if (!all || !found->start || !found->joined) {
        free(all);
        return false;
    }
    for (size_t row = 0; row < rows; row++)
        if (joins(map, row, as_of))
            all[n++] = (joining){sv_map_membership(map, row)->who, sv_map_membership(map, row)->of};
    if (n)
        qsort(all, n, sizeof *all, by_who);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && by_who(&all[i - 1], &all[i]) == 0)
            continue;
        found->joined[kept++] = all[i].of;
        found->start[all[i].who + 1]++;
        members[all[i].of]++;
    }
    for (size_t i = 0; i < actors; i++)
        found->start[i + 1] += found->start[i];
    free(all);
    return true;
}

static bool list_alliances(const sv_map *map, sv_alliances *found, const size_t *members)
{
    size_t actors = sv_map_rows(map, SV_ACTORS), n = 0;
    for (size_t row = 0; row < actors; row++)
        n += is_alliance(map, row);
    found->alliance = sv_alloc(n, sizeof *found->alliance);
    found->members = sv_alloc(n, sizeof *found->members);
    if (!found->alliance || !found->members)
        return false;
    for (size_t row = 0; row < actors; row++)
        if (is_alliance(map, row)) {
            found->members[found->n] = members[row];
            found->alliance[found->n++] = row;
        }
    return true;
}

/* Members of every alliance, by row of Actors: those of row i stand from start[i] up to start[i + 1]. */
typedef struct membership_lists {
    size_t *start, *member;
} membership_lists;

static bool turn_round(const sv_alliances *found, size_t actors, membership_lists *lists)
{
    size_t n = found->start[actors], *fill = sv_alloc(actors + 1, sizeof *fill);
    lists->start = sv_alloc(actors + 1, sizeof *lists->start);
    lists->member = sv_alloc(n, sizeof *lists->member);
    if (!fill || !lists->start || !lists->member) {
        free(fill);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        lists->start[found->joined[i] + 1]++;
    for (size_t row = 0; row < actors; row++) {
        lists->start[row + 1] += lists->start[row];
        fill[row] = lists->start[row];
    }
    for (size_t row = 0; row < actors; row++)
        for (size_t i = found->start[row]; i < found->start[row + 1]; i++)
            lists->member[fill[found->joined[i]]++] = row;
    free(fill);
    return true;
}

/* One pair, with what it is sorted by. */
typedef struct ranked_pair {
    sv_alliance_pair pair;
    const char *id_a, *id_b;
} ranked_pair;

static int largest_first(const void *left, const void *right)
{
    const ranked_pair *a = left, *b = right;
    int ids;
    if (a->pair.overlap != b->pair.overlap)
        return a->pair.overlap > b->pair.overlap ? -1 : 1;
    if (a->pair.shared != b->pair.shared)
        return a->pair.shared > b->pair.shared ? -1 : 1;
    ids = strcmp(a->id_a, b->id_a);
    return ids ? ids : strcmp(a->id_b, b->id_b);
}

/* Pairs of one alliance with those of a higher row; `shared`, `last` and `met` are room per row. */
typedef struct pairing {
    ranked_pair *pairs;
    size_t n, capacity;
    size_t *shared, *last, *met;
} pairing;

static bool pair_alliance(const sv_map *map, const sv_alliances *found, const membership_lists *lists, const size_t *members, size_t a,
                          pairing *to)
{
    size_t n = 0;
    for (size_t i = lists->start[a]; i < lists->start[a + 1]; i++) {
        size_t who = lists->member[i];
        for (size_t k = found->start[who]; k < found->start[who + 1]; k++) {
            size_t b = found->joined[k];
            if (b <= a)
                continue;
            if (to->shared[b]++ == 0)
                to->met[n++] = b;
            to->last[b] = who;
        }
    }
    if (!sv_grow(&to->pairs, &to->capacity, to->n + n, sizeof *to->pairs))
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t b = to->met[i], shared = to->shared[b], either = members[a] + members[b] - shared;
        const char *id_a = sv_map_actor(map, a)->id, *id_b = sv_map_actor(map, b)->id;
        bool turned = strcmp(id_a, id_b) > 0; /* in the order of ids, so that the order of rows does not show */
        to->pairs[to->n++] = (ranked_pair){{.a = turned ? b : a,
                                            .b = turned ? a : b,
                                            .shared = shared,
                                            .either = either,
                                            .overlap = (double)shared / (double)either,
                                            .only = shared == 1 ? to->last[b] : SV_NO_ROW},
                                           turned ? id_b : id_a,
                                           turned ? id_a : id_b};
        to->shared[b] = 0;
    }
    return true;
}

static bool find_pairs(const sv_map *map, sv_alliances *found, const size_t *members)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    membership_lists lists = {0};
    pairing to = {
        .shared = sv_alloc(actors, sizeof *to.shared), .last = sv_alloc(actors, sizeof *to.last), .met = sv_alloc(actors, sizeof *to.met)};
    bool done = to.shared && to.last && to.met && turn_round(found, actors, &lists);
    for (size_t i = 0; done && i < found->n; i++)
        done = pair_alliance(map, found, &lists, members, found->alliance[i], &to);
    found->pairs = done ? sv_alloc(to.n, sizeof *found->pairs) : NULL;
    if (found->pairs && to.n)
        qsort(to.pairs, to.n, sizeof *to.pairs, largest_first);
    for (size_t i = 0; found->pairs && i < to.n; i++)
        found->pairs[found->n_pairs++] = to.pairs[i].pair;
    free(lists.start);
    free(lists.member);
    free(to.pairs);
    free(to.shared);
    free(to.last);
    free(to.met);
    return found->pairs != NULL;
}

sv_status sv_alliances_find(const sv_map *map, int as_of, sv_alliances *found, sv_error *error)
{
    size_t *members = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *members);
    bool done;
    *found = (sv_alliances){0};
    done = members && find_joined(map, as_of, found, members) && list_alliances(map, found, members) && find_pairs(map, found, members);
    free(members);
    if (done)
        return SV_OK;
    sv_alliances_clear(found);
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

void sv_alliances_clear(sv_alliances *found)
{
    free(found->alliance);
    free(found->members);
    free(found->start);
    free(found->joined);
    free(found->pairs);
    *found = (sv_alliances){0};
}

sv_status measure_alliances(bench *shared, double *values, sv_error *error)
{
    const sv_network *network = shared->network;
    sv_alliances found;
    sv_status status = sv_alliances_find(sv_network_map(network), sv_network_get_options(network)->as_of, &found, error);
    for (size_t v = 0; status == SV_OK && v < shared->n; v++) {
        size_t actor = sv_network_actor(network, v);
        values[v] = (double)(found.start[actor + 1] - found.start[actor]);
    }
    if (status == SV_OK)
        sv_alliances_clear(&found);
    return status;
}
