/* SPDX-License-Identifier: MIT */
/* Lookup: an open-addressing table from text to number (FNV-1a, linear steps, at most two thirds full). */
#include "lookup.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

struct sv_lookup_slot {
    const char *key;
    uint64_t hash;
    size_t number;
};
typedef struct sv_lookup_slot slot;

static uint64_t hash_of(const char *key)
{
    uint64_t hash = 14695981039346656037ULL;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 1099511628211ULL;
    return hash ^ (hash >> 29);
}

static slot *find(slot *slots, size_t capacity, const char *key, uint64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);
    while (slots[i].key && (slots[i].hash != hash || strcmp(slots[i].key, key) != 0))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static bool widen(sv_lookup *lookup)
{
    size_t capacity = lookup->capacity ? lookup->capacity * 2 : 16;
    slot *slots = sv_alloc(capacity, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < lookup->capacity; i++)
        if (lookup->slots[i].key)
            *find(slots, capacity, lookup->slots[i].key, lookup->slots[i].hash) = lookup->slots[i];
    free(lookup->slots);
    lookup->slots = slots;
    lookup->capacity = capacity;
    return true;
}

size_t sv_lookup_get(const sv_lookup *lookup, const char *key)
{
    const slot *found;
    if (!lookup->n)
        return SV_LOOKUP_NONE;
    found = find(lookup->slots, lookup->capacity, key, hash_of(key));
    return found->key ? found->number : SV_LOOKUP_NONE;
}

bool sv_lookup_put(sv_lookup *lookup, const char *key, size_t number)
{
    uint64_t hash = hash_of(key);
    slot *place;
    if ((lookup->n + 1) * 3 > lookup->capacity * 2 && !widen(lookup))
        return false;
    place = find(lookup->slots, lookup->capacity, key, hash);
    if (!place->key)
        lookup->n++;
    *place = (slot){key, hash, number};
    return true;
}

void sv_lookup_clear(sv_lookup *lookup)
{
    free(lookup->slots);
    *lookup = (sv_lookup){0};
}
