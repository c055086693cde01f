/* SPDX-License-Identifier: MIT */
/* Memory: the few ways in which speelveld asks for it, each without overflow and each able to say no. */
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { arena_block_size = 64 * 1024 };

struct sv_arena_block {
    sv_arena_block *next;
    size_t used, size;
    char bytes[];
};

void *sv_alloc(size_t n, size_t size)
{
    return calloc(n ? n : 1, size);
}

bool sv_grow(void *items, size_t *capacity, size_t need, size_t size)
{
    void *grown, **slot = items;
    size_t wanted = *capacity;
    if (need <= *capacity)
        return true;
    wanted += wanted / 2;
    if (wanted < need)
        wanted = need;
    if (wanted < 8)
        wanted = 8;
    if (wanted > SIZE_MAX / 2 / size)
        return false;
    grown = realloc(*slot, wanted * size);
    if (!grown)
        return false;
    *slot = grown;
    *capacity = wanted;
    return true;
}

sv_status sv_no_memory(sv_error *error)
{
    return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

char *sv_copy_text(const char *text, size_t n)
{
    char *copy = malloc(n + 1);
    if (!copy)
        return NULL;
    memcpy(copy, text, n);
    copy[n] = '\0';
    return copy;
}

const char *sv_arena_text(sv_arena *arena, const char *text, size_t n)
{
    sv_arena_block *block = arena->blocks;
    char *place;
    if (n >= SIZE_MAX / 2)
        return NULL;
    if (!block || block->size - block->used < n + 1) {
        size_t size = n + 1 > arena_block_size ? n + 1 : arena_block_size;
        block = malloc(sizeof *block + size);
        if (!block)
            return NULL;
        *block = (sv_arena_block){.next = arena->blocks, .size = size};
        arena->blocks = block;
    }
    place = block->bytes + block->used;
    memcpy(place, text, n);
    place[n] = '\0';
    block->used += n + 1;
    return place;
}

void sv_arena_clear(sv_arena *arena)
{
    while (arena->blocks) {
        sv_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}
