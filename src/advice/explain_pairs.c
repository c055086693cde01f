/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The pairs an actor stands between, by the groups they belong to: sectors, or where they stand on an issue. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "explain.h"

enum { groups_most = 500 };

/* What a vertex is called by. */
typedef struct label {
    const char *name;
    bool is_kind;
    size_t vertex;
} label;

static int by_name(const void *a, const void *b)
{
    const label *left = a, *right = b;
    return left->is_kind != right->is_kind ? (left->is_kind ? 1 : -1) : strcmp(left->name, right->name);
}

static const char *camp_of(double stance)
{
    switch (sv_camp_of(stance)) {
    case SV_CAMP_FOR:
    case SV_CAMP_LEANS_FOR: return "for";
    case SV_CAMP_AGAINST:
    case SV_CAMP_LEANS_AGAINST: return "against";
    case SV_CAMP_NEUTRAL: return "neutral";
    default: return "unknown";
    }
}

/* Each vertex by its camp on the issue; or by its sector, and where that is not known by its kind, unless those take no part. */
static bool put_labels(const explaining *e, bool kinds_too, label *labels, size_t *n)
{
    const sv_map *map = sv_network_map(e->network);
    double *stance = e->options->has_issue ? sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *stance) : NULL;
    if (e->options->has_issue && (!stance || sv_map_stances(map, e->options->issue, stance, NULL) != SV_OK)) {
        free(stance);
        return false;
    }
    *n = 0;
    for (size_t v = 0; v < e->flat.n; v++) {
        size_t actor = sv_network_actor(e->network, v);
        const char *sector = sv_map_cell(map, SV_ACTORS, actor, SV_ACTOR_SECTOR);
        if (stance)
            labels[(*n)++] = (label){camp_of(stance[actor]), false, v};
        else if (*sector)
            labels[(*n)++] = (label){sector, false, v};
        else if (kinds_too)
            labels[(*n)++] = (label){sv_map_actor(map, actor)->kind->id, true, v};
    }
    free(stance);
    qsort(labels, *n, sizeof *labels, by_name);
    return true;
}

static bool add_group(sv_explanation *found, const label *one)
{
    found->groups[found->n_groups] = sv_copy_text(one->name, strlen(one->name));
    found->is_kind[found->n_groups] = one->is_kind;
    return found->groups[found->n_groups++] != NULL;
}

/* The group of every vertex; SV_NO_ROW where it has none. With too many groups to speak of nobody has one. */
static bool find_groups(explaining *e, bool kinds_too, size_t *group)
{
    sv_explanation *found = e->found;
    label *labels = sv_alloc(e->flat.n, sizeof *labels);
    size_t n = 0, groups = 0;
    bool done = labels && put_labels(e, kinds_too, labels, &n);
    for (size_t i = 0; done && i < n; i++)
        groups += i == 0 || by_name(&labels[i - 1], &labels[i]) != 0;
    found->by_issue = e->options->has_issue;
    found->groups = sv_alloc(groups, sizeof *found->groups);
    found->is_kind = sv_alloc(groups, sizeof *found->is_kind);
    done = done && found->groups && found->is_kind;
    for (size_t v = 0; v < e->flat.n; v++)
        group[v] = SV_NO_ROW;
    for (size_t i = 0; done && groups <= groups_most && i < n; i++) {
        if (i == 0 || by_name(&labels[i - 1], &labels[i]) != 0)
            done = add_group(found, &labels[i]);
        group[labels[i].vertex] = found->n_groups - 1;
    }
    free(labels);
    return done;
}

static size_t place_of(const sv_explanation *found, size_t a, size_t b)
{
    size_t low = a < b ? a : b, high = a < b ? b : a;
    return low * found->n_groups + high;
}

/* The cell of two groups; NULL where either has none. */
static sv_explained_between *cell_of(const sv_explanation *found, sv_explained_between *cells, size_t a, size_t b)
{
    return a == SV_NO_ROW || b == SV_NO_ROW ? NULL : &cells[place_of(found, a, b)];
}

static void add_pair(sv_explanation *found, sv_explained_between *cell, bool some, bool only, double share)
{
    found->pairs++;
    found->some += some;
    found->only += only;
    if (!cell)
        return;
    cell->pairs++;
    cell->some += some;
    cell->only += only;
    cell->share += share;
}

static int most_first(const void *a, const void *b)
{
    const sv_explained_between *left = a, *right = b;
    double l = nearbyint(left->share * 1e9), r = nearbyint(right->share * 1e9);
    if (l != r)
        return l > r ? -1 : 1;
    if (left->only != right->only)
        return left->only > right->only ? -1 : 1;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return left->b < right->b ? -1 : left->b > right->b;
}

/* Keep the cells in which there is anything, the largest first. */
static void keep_cells(sv_explanation *found, sv_explained_between *cells)
{
    size_t groups = found->n_groups;
    for (size_t a = 0; a < groups; a++)
        for (size_t b = a; b < groups; b++) {
            sv_explained_between one = cells[a * groups + b];
            one.a = a;
            one.b = b;
            if (one.some)
                cells[found->n_between++] = one;
        }
    found->between = cells;
    qsort(cells, found->n_between, sizeof *cells, most_first);
}

/* What walks between pairs need. */
typedef struct pair_room {
    size_t *group, *from_here, *distance; /* from the actor; from another */
    double *ways_here, *ways;
    sv_explained_between *cells;
} pair_room;

static void end_room(pair_room *r)
{
    free(r->group);
    free(r->from_here);
    free(r->distance);
    free(r->ways_here);
    free(r->ways);
}

static bool begin_room(explaining *e, pair_room *r)
{
    size_t n = e->flat.n;
    r->group = sv_alloc(n, sizeof *r->group);
    r->from_here = sv_alloc(n, sizeof *r->from_here);
    r->distance = sv_alloc(n, sizeof *r->distance);
    r->ways_here = sv_alloc(n, sizeof *r->ways_here);
    r->ways = sv_alloc(n, sizeof *r->ways);
    if (!r->group || !r->from_here || !r->distance || !r->ways_here || !r->ways || !find_groups(e, true, r->group))
        return false;
    r->cells = sv_alloc(e->found->n_groups, e->found->n_groups * sizeof *r->cells);
    return r->cells != NULL;
}

/* All pairs of others of which one is the source: a shortest way passes the actor when the two halves are as long as the whole. */
static void add_pairs_of(explaining *e, pair_room *r, size_t source)
{
    explain_walk(e, source, (removed){SV_NO_ROW, SV_NO_ROW, SV_NO_ROW}, r->distance, r->ways);
    for (size_t to = source + 1; to < e->flat.n; to++) {
        bool passes;
        double share;
        if (to == e->vertex || r->distance[to] == SIZE_MAX)
            continue;
        passes = r->from_here[source] != SIZE_MAX && r->from_here[source] + r->from_here[to] == r->distance[to];
        share = passes ? r->ways_here[source] * r->ways_here[to] / r->ways[to] : 0;
        add_pair(e->found, cell_of(e->found, r->cells, r->group[source], r->group[to]), passes, passes && share > 1 - 1e-9, share);
    }
}

bool explain_pairs(explaining *e)
{
    pair_room r = {0};
    bool done;
    e->found->pairs_left_out = (double)e->flat.n * (double)sv_network_ties(e->network) > SV_EXPLAIN_PAIRS;
    if (e->found->pairs_left_out)
        return true;
    done = begin_room(e, &r);
    if (done) {
        explain_walk(e, e->vertex, (removed){SV_NO_ROW, SV_NO_ROW, SV_NO_ROW}, r.from_here, r.ways_here);
        for (size_t source = 0; source < e->flat.n; source++)
            if (source != e->vertex)
                add_pairs_of(e, &r, source);
        keep_cells(e->found, r.cells);
    } else {
        free(r.cells);
    }
    end_room(&r);
    return done;
}

/* ---- Brokerage ---- */

/* Whether a broker between these two plays the part the score counts; either way round, as ties have no direction here. */
static bool plays(const char *role, size_t own, size_t a, size_t b)
{
    if (strcmp(role, "coordinator") == 0)
        return a == own && b == own;
    if (strcmp(role, "itinerant") == 0)
        return a == b && a != own;
    if (strcmp(role, "liaison") == 0)
        return a != b && a != own && b != own;
    return strcmp(role, "brokerage") == 0 || (a == own) != (b == own);
}

static sv_brokerage_role role_of(const char *role)
{
    static const char *const roles[SV_BROKERAGE_ROLES] = {"coordinator",    "itinerant", "gatekeeper",
                                                          "representative", "liaison",   "brokerage"};
    int i = 0;
    while (i + 1 < SV_BROKERAGE_ROLES && strcmp(roles[i], role) != 0)
        i++;
    return (sv_brokerage_role)i;
}

static bool are_tied(const explaining *e, size_t a, size_t b)
{
    for (size_t at = e->flat.start[a]; at < e->flat.start[a + 1]; at++)
        if (e->flat.neighbour[at] == b)
            return true;
    return false;
}

/* The pairs of contacts: of which sectors, and who are not tied. */
static void count_pairs(explaining *e, const size_t *group, sv_explained_between *cells)
{
    sv_explanation *found = e->found;
    const char *role = sv_score_get(found->score)->id;
    for (size_t i = 0; i < found->n_ties; i++)
        for (size_t k = i + 1; k < found->n_ties; k++) {
            size_t a = sv_network_vertex(e->network, found->ties[i].actor), b = sv_network_vertex(e->network, found->ties[k].actor);
            bool open = !are_tied(e, a, b);
            if (group[a] == SV_NO_ROW || group[b] == SV_NO_ROW || group[e->vertex] == SV_NO_ROW ||
                !plays(role, group[e->vertex], group[a], group[b]))
                continue;
            add_pair(found, cell_of(found, cells, group[a], group[b]), open, open, open);
            found->ties[i].others += open;
            found->ties[k].others += open;
        }
}

sv_status explain_brokerage(explaining *e, sv_error *error)
{
    sv_explanation *found = e->found;
    const sv_explain_options by_sector = {.as_of = e->options->as_of}, *asked = e->options;
    size_t *group = sv_alloc(e->flat.n, sizeof *group);
    sv_explained_between *cells = NULL;
    sv_brokerage *brokers = NULL;
    sv_status status = SV_OK;
    e->options = &by_sector; /* the score counts sectors, whatever the issue */
    if (group && find_groups(e, false, group))
        cells = sv_alloc(found->n_groups, found->n_groups * sizeof *cells);
    e->options = asked;
    if (cells)
        status = sv_brokerage_new(e->network, SV_ACTOR_SECTOR, &brokers, error);
    else
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    found->pairs_left_out = (double)found->n_ties * (double)found->n_ties > SV_EXPLAIN_PAIRS;
    if (status == SV_OK) {
        if (!found->pairs_left_out)
            count_pairs(e, group, cells);
        keep_cells(found, cells);
        found->expected = brokers[e->vertex].expected[role_of(sv_score_get(found->score)->id)];
    } else {
        free(cells);
    }
    free(brokers);
    free(group);
    return status;
}
