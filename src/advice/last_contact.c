/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Last contact: a tie that nobody has used for years is not as warm as its strength says. */
#include "last_contact.h"

#include <stdlib.h>

#include "../base/memory.h"

static bool is_own(const sv_map *map, size_t actor)
{
    return sv_map_actor(map, actor)->own && sv_map_actor(map, actor)->usable;
}

static int later(int a, int b)
{
    return a > b ? a : b;
}

static int by_actors(const void *a, const void *b)
{
    const last_pair *left = a, *right = b;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    if (left->b != right->b)
        return left->b < right->b ? -1 : 1;
    return 0;
}

/* One contact between an actor and who made it (SV_NO_ROW: nobody is named, so one of us). */
static void add(last_contacts *to, size_t actor, size_t by, int date)
{
    if (by == SV_NO_ROW || is_own(to->map, by))
        to->with_us[actor] = later(to->with_us[actor], date);
    else if (is_own(to->map, actor))
        to->with_us[by] = later(to->with_us[by], date);
    else if (by != actor)
        to->pairs[to->n_pairs++] = (last_pair){actor < by ? actor : by, actor < by ? by : actor, date};
}

/* Sorts the pairs, and keeps of each the latest contact. */
static void put_in_order(last_contacts *found)
{
    size_t kept = 0;
    qsort(found->pairs, found->n_pairs, sizeof *found->pairs, by_actors);
    for (size_t i = 0; i < found->n_pairs; i++)
        if (kept && by_actors(&found->pairs[kept - 1], &found->pairs[i]) == 0)
            found->pairs[kept - 1].date = later(found->pairs[kept - 1].date, found->pairs[i].date);
        else
            found->pairs[kept++] = found->pairs[i];
    found->n_pairs = kept;
}

bool last_contacts_find(const sv_map *map, int as_of, last_contacts *found)
{
    size_t rows = sv_map_rows(map, SV_CONTACTS);
    *found = (last_contacts){.map = map,
                             .with_us = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *found->with_us),
                             .pairs = sv_alloc(rows, sizeof *found->pairs)};
    if (!found->with_us || !found->pairs)
        return false;
    for (size_t row = 0; row < rows; row++) {
        const char *who = sv_map_cell(map, SV_CONTACTS, row, SV_CONTACT_BY);
        size_t actor = sv_map_find_actor(map, sv_map_cell(map, SV_CONTACTS, row, SV_CONTACT_ACTOR)),
               by = *who ? sv_map_find_actor(map, who) : SV_NO_ROW;
        int date = sv_map_date(map, SV_CONTACTS, row, SV_CONTACT_DATE);
        if (sv_map_usable(map, SV_CONTACTS, row) && actor != SV_NO_ROW && (!as_of || date <= as_of) && (!*who || by != SV_NO_ROW))
            add(found, actor, by, date);
    }
    put_in_order(found);
    return true;
}

void last_contacts_clear(last_contacts *found)
{
    free(found->with_us);
    free(found->pairs);
    *found = (last_contacts){0};
}

int last_contact_between(const last_contacts *found, size_t a, size_t b)
{
    const last_pair key = {a < b ? a : b, a < b ? b : a, 0};
    const last_pair *pair = bsearch(&key, found->pairs, found->n_pairs, sizeof *found->pairs, by_actors);
    int date = pair ? pair->date : 0;
    if (is_own(found->map, a))
        date = later(date, found->with_us[b]);
    if (is_own(found->map, b))
        date = later(date, found->with_us[a]);
    return date;
}
