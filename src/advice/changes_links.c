/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Only links, then and now: actors through whom alone others can be reached (articulation points, Hopcroft & Tarjan
 * 1973). One walk in depth numbers the actors so that whoever hangs behind one stands in a row behind it: how many
 * they are, and whether one of us is among them, is then read off.
 */
#include "changes.h"

#include <stdlib.h>

#include "../base/memory.h"

/* The network walked in depth. Vertices have their place in the walk; what hangs below a vertex has the places behind it, up to `end`. */
typedef struct walk {
    size_t n, *start, *neighbour; /* vertex v's neighbours: neighbour[start[v]] up to neighbour[start[v + 1]] */
    size_t *place, *at;           /* of each vertex its place, and the other way round */
    size_t *end, *parent, *root, *next;
    size_t *low; /* the first place that can be reached from below a vertex by one tie back */
    size_t *own; /* how many of us stand before a place */
} walk;

static void walk_clear(walk *w)
{
    size_t *const all[] = {w->start, w->neighbour, w->place, w->at, w->end, w->parent, w->root, w->next, w->low, w->own};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
}

/* Fill the lists of neighbours: start[v + 1] counts up to where v + 1 begins. */
static void list_neighbours(walk *w, const sv_network *network)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < sv_network_ties(network); i++) {
            size_t end[2];
            double strength;
            sv_network_tie(network, i, &end[0], &end[1], &strength);
            for (int k = 0; k < 2; k++) {
                if (pass == 0)
                    w->start[end[k] + 2]++;
                else
                    w->neighbour[w->start[end[k] + 1]++] = end[1 - k];
            }
        }
        for (size_t v = 2; pass == 0 && v < w->n + 2; v++)
            w->start[v] += w->start[v - 1];
    }
}

static void enter(walk *w, size_t v, size_t parent, size_t root, size_t *count)
{
    w->parent[v] = parent;
    w->root[v] = root;
    w->next[v] = w->start[v];
    w->low[v] = w->place[v] = *count;
    w->at[(*count)++] = v;
}

/* Walk through all that hangs together with a vertex; without recursion, for a chain may be a million long. */
static void walk_from(walk *w, size_t root, size_t *count)
{
    size_t v = root;
    enter(w, root, SV_NO_ROW, root, count);
    while (v != SV_NO_ROW) {
        size_t to, parent = w->parent[v];
        if (w->next[v] == w->start[v + 1]) {
            w->end[v] = *count;
            if (parent != SV_NO_ROW && w->low[v] < w->low[parent])
                w->low[parent] = w->low[v];
            v = parent;
            continue;
        }
        to = w->neighbour[w->next[v]++];
        if (w->place[to] == SV_NO_ROW) {
            enter(w, to, v, root, count);
            v = to;
        } else if (to != parent && w->place[to] < w->low[v]) {
            w->low[v] = w->place[to];
        }
    }
}

static bool walk_new(const changes_work *work, int time, walk *w)
{
    const sv_network *network = work->network[time];
    size_t count = 0, n = w->n = sv_network_actors(network);
    size_t **const by_vertex[] = {&w->place, &w->at, &w->end, &w->parent, &w->root, &w->next, &w->low};
    bool done = (w->start = sv_alloc(n + 2, sizeof *w->start)) &&
                (w->neighbour = sv_alloc(2 * sv_network_ties(network), sizeof *w->neighbour)) && (w->own = sv_alloc(n + 1, sizeof *w->own));
    for (size_t i = 0; done && i < sizeof by_vertex / sizeof *by_vertex; i++)
        done = (*by_vertex[i] = sv_alloc(n, sizeof(size_t))) != NULL;
    if (!done)
        return false;
    list_neighbours(w, network);
    for (size_t v = 0; v < n; v++)
        w->place[v] = SV_NO_ROW;
    for (size_t v = 0; v < n; v++)
        if (w->place[v] == SV_NO_ROW)
            walk_from(w, v, &count);
    for (size_t i = 0; i < n; i++)
        w->own[i + 1] = w->own[i] + sv_map_actor(work->map[time], sv_network_actor(network, w->at[i]))->own;
    return true;
}

/* ---- Parts ---- */

/* True for a vertex that hangs on its parent alone: nothing below it is tied to what stands above. */
static bool hangs(const walk *w, size_t v)
{
    return w->parent[v] != SV_NO_ROW && w->low[v] >= w->place[w->parent[v]];
}

/* What a network falls into when a vertex goes: the vertices below one that hangs on it, or (top SV_NO_ROW) all that is left above. */
typedef struct part {
    size_t top, size;
    bool own; /* one of us is in it */
} part;

static part part_below(const walk *w, size_t top)
{
    return (part){top, w->end[top] - w->place[top], w->own[w->end[top]] > w->own[w->place[top]]};
}

/* The next vertex that hangs on v among its neighbours from *i on; SV_NO_ROW when there is none left. */
static size_t next_hanging(const walk *w, size_t v, size_t *i)
{
    while (*i < w->start[v + 1]) {
        size_t to = w->neighbour[(*i)++];
        if (w->parent[to] == v && hangs(w, to))
            return to;
    }
    return SV_NO_ROW;
}

static part part_above(const walk *w, size_t v)
{
    size_t root = w->root[v], i = w->start[v], below, own = w->own[w->end[root]] - w->own[w->place[root]];
    part rest = {SV_NO_ROW, w->end[root] - w->place[root] - 1, false};
    own -= w->own[w->place[v] + 1] - w->own[w->place[v]];
    while ((below = next_hanging(w, v, &i)) != SV_NO_ROW) {
        rest.size -= w->end[below] - w->place[below];
        own -= w->own[w->end[below]] - w->own[w->place[below]];
    }
    rest.own = own > 0;
    return rest;
}

/* True when the network falls apart without v. */
static bool is_link(const walk *w, size_t v)
{
    size_t i = w->start[v], hanging = 0;
    while (next_hanging(w, v, &i) != SV_NO_ROW)
        hanging++;
    return hanging > (w->parent[v] == SV_NO_ROW);
}

/* The part that the others are cut off from: the one with us in it, of several (or none) such the largest, then the first. */
static part main_part(const walk *w, size_t v, bool from_us)
{
    part best = part_above(w, v);
    size_t i = w->start[v], top;
    while ((top = next_hanging(w, v, &i)) != SV_NO_ROW) {
        part one = part_below(w, top);
        bool ours = from_us && one.own && !best.own, theirs = from_us && best.own && !one.own;
        if (best.size == 0 || ours || (!theirs && one.size > best.size))
            best = one;
    }
    return best;
}

/* ---- Links ---- */

/* Name the vertices at places [first, end), as far as there is room. */
static void name_range(const changes_work *work, int time, const walk *w, size_t first, size_t end, sv_link_change *link, size_t *named)
{
    for (size_t place = first; place < end && *named < SV_BEHIND_NAMED; place++)
        link->behind[(*named)++] = changes_number(work, time, SV_ACTORS, sv_network_actor(work->network[time], w->at[place]));
}

static int by_number(const void *a, const void *b)
{
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    return left < right ? -1 : left > right;
}

static void find_behind(const changes_work *work, int time, const walk *w, size_t v, sv_link_change *link)
{
    part best = main_part(w, v, work->found->from_us);
    size_t root = w->root[v], named = 0, i = w->start[v], top;
    link->n_behind = w->end[root] - w->place[root] - 1 - best.size;
    if (best.top != SV_NO_ROW) {
        name_range(work, time, w, w->place[root], w->place[v], link, &named);
        name_range(work, time, w, w->place[v] + 1, w->place[best.top], link, &named);
        name_range(work, time, w, w->end[best.top], w->end[root], link, &named);
    }
    while (best.top == SV_NO_ROW && (top = next_hanging(w, v, &i)) != SV_NO_ROW)
        name_range(work, time, w, w->place[top], w->end[top], link, &named);
    qsort(link->behind, named, sizeof *link->behind, by_number);
}

static int most_behind_first(const void *a, const void *b)
{
    const sv_link_change *left = a, *right = b;
    if (left->n_behind != right->n_behind)
        return left->n_behind > right->n_behind ? -1 : 1;
    return left->actor < right->actor ? -1 : left->actor > right->actor;
}

/* Put down an actor that is the only link at one of the two times, and not at the other. False without memory. */
static bool compare_actor(changes_work *work, const walk *walks, size_t number, size_t *capacity)
{
    sv_changes *found = work->found;
    size_t vertex[both_times] = {changes_vertex(work, then, number), changes_vertex(work, now, number)};
    bool was = vertex[then] != SV_NO_ROW && is_link(&walks[then], vertex[then]);
    bool is = vertex[now] != SV_NO_ROW && is_link(&walks[now], vertex[now]);
    int time = is ? now : then;
    sv_link_change link = {.actor = number, .change = is ? SV_CAME : SV_WENT};
    if (was == is)
        return true;
    find_behind(work, time, &walks[time], vertex[time], &link);
    if (!sv_grow(&found->links, capacity, found->n_links + 1, sizeof *found->links))
        return false;
    found->links[found->n_links++] = link;
    return true;
}

sv_status changes_find_links(changes_work *work, sv_error *error)
{
    sv_changes *found = work->found;
    walk walks[both_times] = {0};
    size_t capacity = 0;
    bool done = walk_new(work, then, &walks[then]) && walk_new(work, now, &walks[now]);
    for (size_t i = 0; done && i < sv_map_rows(found->both, SV_ACTORS); i++)
        done = compare_actor(work, walks, i, &capacity);
    if (found->n_links)
        qsort(found->links, found->n_links, sizeof *found->links, most_behind_first);
    walk_clear(&walks[then]);
    walk_clear(&walks[now]);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}
