/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Levels: a network of persons or of organisations alone. Members of one body are tied to each other, and a body of n adds
 * 1/(n - 1) to the strength of each such tie (Newman 2001, Physical Review E 64, 016132): in a large body one knows each
 * other less. A body with one member ties nobody.
 */
#include "level.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"

bool level_holds(sv_level level, const sv_actor *actor)
{
    static const sv_class classes[SV_LEVELS] = {[SV_LEVEL_PERSON] = SV_CLASS_PERSON, [SV_LEVEL_ORGANISATION] = SV_CLASS_ORGANISATION};
    if (!actor->usable || actor->kind->container)
        return false;
    return level == SV_LEVEL_TWO_MODE || actor->kind->of == classes[level];
}

static bool holds(const sv_network *network, const sv_membership *membership)
{
    return membership->usable && sv_dates_hold(membership->since, membership->until, network->options.as_of);
}

/* A person in an organisation that stands in the network. */
static bool folds(const sv_network *network, const sv_membership *membership)
{
    return holds(network, membership) && network->vertex_of[membership->of] != SV_NO_ROW &&
           sv_map_actor(network->map, membership->who)->kind->of == SV_CLASS_PERSON;
}

static int by_place(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

/* The same organisation twice is once; start[] closes up. */
static void drop_doubles(sv_network *network, size_t n)
{
    size_t kept = 0, from = 0;
    for (size_t i = 0; i < n; i++) {
        size_t first = kept, end = network->fold_start[i + 1];
        if (end > from)
            qsort(network->fold + from, end - from, sizeof *network->fold, by_place);
        for (size_t k = from; k < end; k++)
            if (kept == first || network->fold[kept - 1] != network->fold[k])
                network->fold[kept++] = network->fold[k];
        from = end;
        network->fold_start[i + 1] = kept;
    }
}

bool level_fold(sv_network *network)
{
    const sv_map *map = network->map;
    size_t n = sv_map_rows(map, SV_ACTORS), rows = sv_map_rows(map, SV_MEMBERSHIPS), *fill;
    if (network->options.level != SV_LEVEL_ORGANISATION)
        return true;
    fill = sv_alloc(n + 1, sizeof *fill);
    network->fold_start = sv_alloc(n + 1, sizeof *network->fold_start);
    network->fold = sv_alloc(rows, sizeof *network->fold);
    if (!fill || !network->fold_start || !network->fold) {
        free(fill);
        return false;
    }
    for (size_t row = 0; row < rows; row++)
        if (folds(network, sv_map_membership(map, row)))
            network->fold_start[sv_map_membership(map, row)->who + 1]++;
    for (size_t i = 0; i < n; i++) {
        network->fold_start[i + 1] += network->fold_start[i];
        fill[i] = network->fold_start[i];
    }
    for (size_t row = 0; row < rows; row++) {
        const sv_membership *membership = sv_map_membership(map, row);
        if (folds(network, membership))
            network->fold[fill[membership->who]++] = network->vertex_of[membership->of];
    }
    drop_doubles(network, n);
    free(fill);
    return true;
}

size_t level_stands_for(const sv_network *network, size_t actor, const size_t **vertices)
{
    *vertices = &network->vertex_of[actor];
    if (network->vertex_of[actor] != SV_NO_ROW)
        return 1;
    if (!network->fold_start)
        return 0;
    *vertices = network->fold + network->fold_start[actor];
    return network->fold_start[actor + 1] - network->fold_start[actor];
}

static bool add_seat(level_seats *seats, size_t body, size_t vertex)
{
    if (!sv_grow(&seats->items, &seats->capacity, seats->n + 1, sizeof *seats->items))
        return false;
    seats->items[seats->n++] = (level_seat){.body = body, .vertex = vertex};
    return true;
}

bool level_seat_members(const sv_network *network, const sv_membership *membership, level_seats *seats)
{
    const sv_actor *body = sv_map_actor(network->map, membership->of);
    const size_t *vertices;
    size_t n;
    if (!holds(network, membership))
        return true;
    if (folds(network, membership)) /* of organisations the person is what they share */
        return add_seat(seats, membership->who, network->vertex_of[membership->of]);
    if (network->vertex_of[membership->of] != SV_NO_ROW || body->kind->container || body->kind->of == SV_CLASS_PERSON)
        return true;
    n = level_stands_for(network, membership->who, &vertices);
    for (size_t i = 0; i < n; i++)
        if (!add_seat(seats, membership->of, vertices[i]))
            return false;
    return true;
}

static int by_body(const void *left, const void *right)
{
    const level_seat *a = left, *b = right;
    if (a->body != b->body)
        return a->body < b->body ? -1 : 1;
    return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* Small bodies last, so that sums do not hang on the order in which bodies stand in the map. */
static int by_vertex(const void *left, const void *right)
{
    const level_seat *a = left, *b = right;
    if (a->vertex != b->vertex)
        return a->vertex < b->vertex ? -1 : 1;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->body < b->body ? -1 : a->body > b->body;
}

/* Sort seats by body, each once, and write the size of each body beside them. Gives the number of pairs; *largest is a seat of the largest
 * body. */
static double measure_bodies(level_seats *seats, size_t *largest)
{
    size_t kept = 0;
    double pairs = 0;
    if (seats->n)
        qsort(seats->items, seats->n, sizeof *seats->items, by_body);
    for (size_t i = 0; i < seats->n; i++)
        if (i == 0 || by_body(&seats->items[i - 1], &seats->items[i]) != 0)
            seats->items[kept++] = seats->items[i];
    seats->n = kept;
    *largest = 0;
    for (size_t first = 0, end; first < seats->n; first = end) {
        for (end = first; end < seats->n && seats->items[end].body == seats->items[first].body;)
            end++;
        for (size_t i = first; i < end; i++) {
            seats->items[i].first = first;
            seats->items[i].size = end - first;
        }
        pairs += (double)(end - first) * (double)(end - first - 1) / 2;
        if (end - first > seats->items[*largest].size)
            *largest = first;
    }
    return pairs;
}

/* What one vertex shares with those behind it; `met` and `strength` are room for all. */
static size_t pair_vertex(const level_seat *own, size_t n_own, const level_seats *seats, size_t *met, double *strength, level_pair *pairs)
{
    size_t n = 0, vertex = own->vertex;
    for (size_t i = 0; i < n_own; i++)
        for (size_t k = own[i].first; k < own[i].first + own[i].size; k++) {
            size_t other = seats->items[k].vertex;
            if (other <= vertex)
                continue;
            if (!(strength[other] > 0))
                met[n++] = other;
            strength[other] += 1 / ((double)own[i].size - 1);
        }
    if (n)
        qsort(met, n, sizeof *met, by_place);
    for (size_t i = 0; i < n; i++) {
        pairs[i] = (level_pair){vertex, met[i], strength[met[i]]};
        strength[met[i]] = 0;
    }
    return n;
}

sv_status level_refuse(const sv_network *network, size_t actor, size_t others, sv_error *error)
{
    char number[32];
    snprintf(number, sizeof number, "%zu", others);
    return sv_error_set(error, SV_E_LEVEL_LARGE, sv_map_actor(network->map, actor)->name, number);
}

sv_status level_pairs(const sv_network *network, level_seats *seats, level_pair **pairs, size_t *n, sv_error *error)
{
    size_t largest, *met;
    double most = measure_bodies(seats, &largest), *strength;
    level_seat *own;
    *pairs = NULL;
    *n = 0;
    if (most > SV_LEVEL_TIES_MOST)
        return level_refuse(network, seats->items[largest].body, seats->items[largest].size, error);
    met = sv_alloc(network->n_vertices, sizeof *met);
    strength = sv_alloc(network->n_vertices, sizeof *strength);
    own = sv_alloc(seats->n, sizeof *own);
    if (met && strength && own)
        *pairs = sv_alloc((size_t)most, sizeof **pairs);
    for (size_t i = 0; *pairs && i < seats->n; i++)
        own[i] = seats->items[i];
    if (*pairs && seats->n)
        qsort(own, seats->n, sizeof *own, by_vertex);
    for (size_t at = 0, end; *pairs && at < seats->n; at = end) {
        for (end = at; end < seats->n && own[end].vertex == own[at].vertex;)
            end++;
        *n += pair_vertex(&own[at], end - at, seats, met, strength, *pairs + *n);
    }
    free(met);
    free(strength);
    free(own);
    return *pairs ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}
