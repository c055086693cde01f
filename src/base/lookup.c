/* SPDX-License-Identifier: MIT */
/* Lookup: an open-addressing table from text to number (FNV-1a, linear steps, at most two thirds full). */
#include "lookup.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "text.h"

struct sv_lookup_slot {
    const char *key;
    uint64_t hash;
    size_t number;
};
typedef struct sv_lookup_slot slot;

static const uint64_t hash_start = 14695981039346656037ULL;

static uint64_t hash_add(uint64_t hash, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211ULL;
    return hash;
}

static uint64_t hash_end(uint64_t hash)
{
    return hash ^ (hash >> 29);
}

static uint64_t hash_of(const char *key)
{
    return hash_end(hash_add(hash_start, key, strlen(key)));
}

/* A character as UTF-8; how many bytes it takes. */
static size_t encode(uint32_t c, char bytes[4])
{
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n; i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(n == 1 ? c : lead[n] | c);
    return n;
}

static uint64_t hash_of_folded(const char *text)
{
    sv_fold fold = {.at = text};
    uint64_t hash = hash_start;
    uint32_t character;
    char bytes[4];
    while ((character = sv_fold_next(&fold)) != 0)
        hash = hash_add(hash, bytes, encode(character, bytes));
    return hash_end(hash);
}

static bool folds_to(const char *text, const char *key)
{
    sv_fold fold = {.at = text};
    uint32_t character;
    char bytes[4];
    while ((character = sv_fold_next(&fold)) != 0) {
        size_t n = encode(character, bytes);
        if (strncmp(bytes, key, n) != 0)
            return false;
        key += n;
    }
    return !*key;
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

size_t sv_lookup_get_folded(const sv_lookup *lookup, const char *text)
{
    uint64_t hash = hash_of_folded(text);
    size_t i = (size_t)hash & (lookup->capacity - 1);
    if (!lookup->n)
        return SV_LOOKUP_NONE;
    while (lookup->slots[i].key && (lookup->slots[i].hash != hash || !folds_to(text, lookup->slots[i].key)))
        i = (i + 1) & (lookup->capacity - 1);
    return lookup->slots[i].key ? lookup->slots[i].number : SV_LOOKUP_NONE;
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
