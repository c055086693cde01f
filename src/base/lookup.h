/* SPDX-License-Identifier: MIT */
/* Lookup: from a text to a number, for finding rows by id or name. Keys are borrowed and must outlive it. */
#ifndef SV_BASE_LOOKUP_H
#define SV_BASE_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SV_LOOKUP_NONE SIZE_MAX

typedef struct sv_lookup {
    struct sv_lookup_slot *slots;
    size_t n, capacity;
} sv_lookup;

/* The number put under a key, SV_LOOKUP_NONE when there is none. */
size_t sv_lookup_get(const sv_lookup *lookup, const char *key);
/* The number put under the key that a text folds to (text.h). Needs no memory. */
size_t sv_lookup_get_folded(const sv_lookup *lookup, const char *text);
/* Put a number under a key, over what stood there. False without memory. */
bool sv_lookup_put(sv_lookup *lookup, const char *key, size_t number);
void sv_lookup_clear(sv_lookup *lookup);

#endif
