/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who around us is in politics: everyone within a few steps of us who holds an office, belongs to a party or a committee,
 * or works in the town hall; and through whom we know them.
 */
#include <speelveld/advice.h>

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "office.h"

/* How an actor was reached. */
typedef struct reached {
    size_t steps; /* SIZE_MAX: not yet */
    size_t through, nearest;
    size_t rule; /* that forbids contact with `through` */
} reached;

/* Why an actor is in politics; political is -1 when it is not. */
typedef struct standing {
    int political;
    size_t body;
    const char *word;
} standing;

typedef struct circle {
    const sv_map *map;
    int day;
    sv_network *network;
    sv_forbidden *forbidden;
    reached *reached;    /* per actor */
    standing *standings; /* per actor */
} circle;

/* ---- Who is in politics ---- */

static int politics_of_kind(const sv_actor_kind *kind)
{
    static const char *const offices[] = {"council_member", "committee_member", "alderman", "mayor"};
    if (kind->of != SV_CLASS_PERSON || !kind->political)
        return -1;
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
        if (strcmp(kind->id, offices[i]) == 0)
            return SV_POLITICAL_OFFICE;
    return SV_POLITICAL_STAFF;
}

static bool is_political_body(const sv_actor_kind *kind)
{
    return strcmp(kind->id, "party") == 0 || strcmp(kind->id, "council") == 0 || strcmp(kind->id, "committee") == 0;
}

/* By kind, then by a membership, then by what stands in the actor's own row. */
static void find_standings(circle *c, const bool *held)
{
    for (size_t i = 0; i < sv_map_rows(c->map, SV_ACTORS); i++) {
        const sv_actor *actor = sv_map_actor(c->map, i);
        const char *party = sv_map_cell(c->map, SV_ACTORS, i, SV_ACTOR_PARTY), *group = sv_map_cell(c->map, SV_ACTORS, i, SV_ACTOR_GROUP);
        standing *found = &c->standings[i];
        *found = (standing){.political = actor->usable && held[i] ? politics_of_kind(actor->kind) : -1, .body = SV_NO_ROW, .word = ""};
        if (found->political >= 0 || !actor->usable || actor->kind->container || (!*party && !*group))
            continue;
        *found = (standing){SV_POLITICAL_MEMBER, SV_NO_ROW, *party ? party : group};
    }
    for (size_t row = sv_map_rows(c->map, SV_MEMBERSHIPS); row-- > 0;) { /* from below, so that the first one stands */
        const sv_membership *membership = sv_map_membership(c->map, row);
        standing *found;
        if (!membership->usable || !is_political_body(sv_map_actor(c->map, membership->of)->kind) ||
            !sv_dates_hold(membership->since, membership->until, c->day))
            continue;
        found = &c->standings[membership->who];
        if (found->political < 0 || found->political == SV_POLITICAL_MEMBER)
            *found = (standing){SV_POLITICAL_MEMBER, membership->of, ""};
    }
}

/* ---- How far they are ---- */

/* Whether one way to an actor goes before another of as many steps. */
static bool goes_before(const circle *c, const reached *one, const reached *other)
{
    if ((one->rule == SV_NO_ROW) != (other->rule == SV_NO_ROW))
        return one->rule == SV_NO_ROW;
    return strcmp(sv_map_actor(c->map, one->through)->id, sv_map_actor(c->map, other->through)->id) < 0;
}

/* A tie over which an actor one step further may be reached. */
static void reach(circle *c, size_t from, size_t to, size_t steps)
{
    reached way = {.steps = steps, .through = from, .nearest = c->reached[from].nearest};
    if (c->reached[from].steps != steps - 1 || c->reached[to].steps < steps)
        return;
    way.rule = sv_forbidden_rule(c->forbidden, from, to);
    if (c->reached[to].steps != steps || goes_before(c, &way, &c->reached[to]))
        c->reached[to] = way;
}

static void find_distances(circle *c, const size_t *own, size_t n_own, size_t most)
{
    for (size_t i = 0; i < sv_map_rows(c->map, SV_ACTORS); i++)
        c->reached[i] = (reached){SIZE_MAX, SV_NO_ROW, SV_NO_ROW, SV_NO_ROW};
    for (size_t i = 0; i < n_own; i++)
        c->reached[own[i]] = (reached){0, SV_NO_ROW, own[i], SV_NO_ROW};
    for (size_t steps = 1; steps <= most; steps++)
        for (size_t i = 0; i < sv_network_ties(c->network); i++) {
            size_t a, b;
            double strength;
            sv_network_tie(c->network, i, &a, &b, &strength);
            a = sv_network_actor(c->network, a);
            b = sv_network_actor(c->network, b);
            reach(c, a, b, steps);
            reach(c, b, a, steps);
        }
}

/* ---- What ties them ---- */

/* The strongest tie to who comes before it, and else a membership: one pass over each sheet for all that were found. */
static sv_status find_ties(const circle *c, sv_acquaintances *found, sv_error *error)
{
    size_t *place = sv_alloc(sv_map_rows(c->map, SV_ACTORS), sizeof *place); /* in the list, from 1 */
    if (!place)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < found->n; i++)
        place[found->items[i].actor] = i + 1;
    for (size_t row = 0; row < sv_map_rows(c->map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(c->map, row);
        if (!tie->usable || !tie->kind->carries_route || !(tie->strength > 0) || !sv_dates_hold(tie->since, tie->until, c->day))
            continue;
        for (int end = 0; end < 2; end++) {
            size_t here = end ? tie->from : tie->to, there = end ? tie->to : tie->from;
            sv_acquaintance *one = place[here] ? &found->items[place[here] - 1] : NULL;
            if (one && one->through == there && (one->tie == SV_NO_ROW || tie->strength > sv_map_tie(c->map, one->tie)->strength))
                one->tie = row;
        }
    }
    for (size_t row = 0; row < sv_map_rows(c->map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(c->map, row);
        if (!membership->usable || !sv_dates_hold(membership->since, membership->until, c->day))
            continue;
        for (int end = 0; end < 2; end++) {
            size_t here = end ? membership->who : membership->of, there = end ? membership->of : membership->who;
            sv_acquaintance *one = place[here] ? &found->items[place[here] - 1] : NULL;
            if (one && one->through == there && one->tie == SV_NO_ROW && one->membership == SV_NO_ROW)
                one->membership = row;
        }
    }
    free(place);
    return SV_OK;
}

/* An item with the id beside it, for qsort passes nothing else along. */
typedef struct sorted {
    sv_acquaintance one;
    const char *id;
} sorted;

static int by_politics(const void *a, const void *b)
{
    const sorted *left = a, *right = b;
    if (left->one.political != right->one.political)
        return left->one.political < right->one.political ? -1 : 1;
    if (left->one.steps != right->one.steps)
        return left->one.steps < right->one.steps ? -1 : 1;
    return strcmp(left->id, right->id);
}

static sv_status list_found(const circle *c, sv_acquaintances *found, sv_error *error)
{
    size_t actors = sv_map_rows(c->map, SV_ACTORS), n = 0;
    sorted *list = sv_alloc(actors, sizeof *list);
    found->items = sv_alloc(actors, sizeof *found->items);
    if (!list || !found->items) {
        free(list);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < actors; i++) {
        const reached *way = &c->reached[i];
        const standing *is = &c->standings[i];
        const sv_actor *actor = sv_map_actor(c->map, i);
        if (way->steps == SIZE_MAX || is->political < 0 || (actor->kind->of != SV_CLASS_PERSON && actor->kind->of != SV_CLASS_UNKNOWN))
            continue;
        list[n++] = (sorted){
            {i, (sv_political)is->political, is->body, is->word, way->steps, way->through, way->nearest, SV_NO_ROW, SV_NO_ROW, way->rule},
            actor->id};
    }
    if (n)
        qsort(list, n, sizeof *list, by_politics);
    for (size_t i = 0; i < n; i++)
        found->items[i] = list[i].one;
    found->n = n;
    free(list);
    return SV_OK;
}

sv_status sv_acquaintances_find(const sv_map *map, size_t steps, int as_of, sv_acquaintances *found, sv_error *error)
{
    circle c = {.map = map, .day = as_of};
    size_t actors = sv_map_rows(map, SV_ACTORS), *own = NULL, n_own = 0;
    bool *held = sv_alloc(actors, sizeof *held);
    sv_status status;
    *found = (sv_acquaintances){0};
    c.reached = sv_alloc(actors, sizeof *c.reached);
    c.standings = sv_alloc(actors, sizeof *c.standings);
    status = held && c.reached && c.standings ? sv_own_actors(map, &own, &n_own, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = sv_network_new(map, &(sv_network_options){.as_of = as_of, .acquaintance = true}, &c.network, error);
    if (status == SV_OK)
        status = sv_forbidden_new(map, as_of, &c.forbidden, error);
    if (status == SV_OK) {
        office_held(map, as_of, held);
        find_standings(&c, held);
        find_distances(&c, own, n_own, steps < SV_CIRCLE_STEPS_MOST ? steps : SV_CIRCLE_STEPS_MOST);
        status = list_found(&c, found, error);
    }
    if (status == SV_OK)
        status = find_ties(&c, found, error);
    found->from_us = n_own > 0;
    if (status != SV_OK)
        sv_acquaintances_clear(found);
    sv_forbidden_free(c.forbidden);
    sv_network_free(c.network);
    free(c.reached);
    free(c.standings);
    free(held);
    free(own);
    return status;
}

void sv_acquaintances_clear(sv_acquaintances *found)
{
    free(found->items);
    *found = (sv_acquaintances){0};
}
