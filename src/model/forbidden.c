/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Forbidden contact: who may not contact whom. A rule from a person binds that person; from an organisation it
 * binds all its members too, but those named as exceptions; to an organisation or council it covers all its
 * members. It holds for the pair, whatever kind of tie there is between the two.
 */
#include <stdlib.h>

#include "map.h"

/* An actor to whom a rule (a row of Ties) applies, at one of its ends. */
typedef struct applied {
    size_t actor, rule;
} applied;

typedef struct applied_list {
    applied *items;
    size_t n, capacity;
} applied_list;

struct sv_forbidden {
    applied_list bound, covered; /* sorted by actor, then rule: who may not, and whom */
};

static bool add(applied_list *list, size_t actor, size_t rule)
{
    if (!sv_grow(&list->items, &list->capacity, list->n + 1, sizeof *list->items))
        return false;
    list->items[list->n++] = (applied){actor, rule};
    return true;
}

/* An actor at an end of a rule, and when it is a body everyone who belongs to it on that day. */
static bool add_end(const sv_map *map, int day, size_t rule, size_t actor, bool may_be_excepted, applied_list *list)
{
    bool done = add(list, actor, rule);
    if (map->actors[actor].kind->of == SV_CLASS_PERSON)
        return done;
    for (size_t row = 0; done && row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = &map->memberships[row];
        bool excepted = false;
        if (!membership->usable || membership->of != actor || !sv_dates_hold(membership->since, membership->until, day))
            continue;
        if (may_be_excepted)
            done = sv_list_names(map, sv_map_cell(map, SV_TIES, rule, SV_TIE_EXCEPT), membership->who, &excepted);
        if (done && !excepted)
            done = add(list, membership->who, rule);
    }
    return done;
}

static int by_actor(const void *a, const void *b)
{
    const applied *left = a, *right = b;
    if (left->actor != right->actor)
        return left->actor < right->actor ? -1 : 1;
    return left->rule < right->rule ? -1 : left->rule > right->rule;
}

static void put_in_order(applied_list *list)
{
    if (list->n)
        qsort(list->items, list->n, sizeof *list->items, by_actor);
}

sv_status sv_forbidden_new(const sv_map *map, int as_of, sv_forbidden **result, sv_error *error)
{
    sv_forbidden *made = sv_alloc(1, sizeof *made);
    bool done = made != NULL;
    for (size_t row = 0; done && row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = &map->ties[row];
        if (tie->usable && tie->kind->sign == 0 && sv_dates_hold(tie->since, tie->until, as_of))
            done = add_end(map, as_of, row, tie->from, true, &made->bound) && add_end(map, as_of, row, tie->to, false, &made->covered);
    }
    if (!done) {
        sv_forbidden_free(made);
        *result = NULL;
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    put_in_order(&made->bound);
    put_in_order(&made->covered);
    *result = made;
    return SV_OK;
}

void sv_forbidden_free(sv_forbidden *forbidden)
{
    if (!forbidden)
        return;
    free(forbidden->bound.items);
    free(forbidden->covered.items);
    free(forbidden);
}

/* The first item of an actor, or where it would stand. */
static size_t first_of(const applied_list *list, size_t actor)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].actor < actor)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A rule that binds one and covers the other; both lists are in the order of rules. */
static size_t rule_between(const sv_forbidden *forbidden, size_t who, size_t whom)
{
    const applied_list *bound = &forbidden->bound, *covered = &forbidden->covered;
    size_t i = first_of(bound, who), j = first_of(covered, whom);
    while (i < bound->n && j < covered->n && bound->items[i].actor == who && covered->items[j].actor == whom) {
        if (bound->items[i].rule == covered->items[j].rule)
            return bound->items[i].rule;
        if (bound->items[i].rule < covered->items[j].rule)
            i++;
        else
            j++;
    }
    return SV_NO_ROW;
}

size_t sv_forbidden_rule(const sv_forbidden *forbidden, size_t a, size_t b)
{
    size_t rule = rule_between(forbidden, a, b);
    return rule == SV_NO_ROW ? rule_between(forbidden, b, a) : rule;
}
