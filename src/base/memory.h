/* SPDX-License-Identifier: MIT */
/* Memory: growing arrays without overflow, and an arena for the many short texts of a map. */
#ifndef SV_BASE_MEMORY_H
#define SV_BASE_MEMORY_H

#include <speelveld/base.h>

/* Zeroed room for n items; NULL when it cannot be had or n * size overflows. n == 0 gives a valid pointer. */
void *sv_alloc(size_t n, size_t size);

/* Make room for at least `need` items in *items (a `T *`, passed as `void *` to its address). False leaves all as it was. */
bool sv_grow(void *items, size_t *capacity, size_t need, size_t size);

/* Say that there is no memory: gives SV_MEMORY. */
sv_status sv_no_memory(sv_error *error);

/* A copy of n bytes of text with a NUL behind it; NULL without memory. Freed with free(). */
char *sv_copy_text(const char *text, size_t n);

/* Texts that live as long as their arena: one allocation for many, addresses never move. */
typedef struct sv_arena_block sv_arena_block;
typedef struct sv_arena {
    sv_arena_block *blocks;
} sv_arena;

/* A copy of n bytes with a NUL behind it, owned by the arena; NULL without memory. */
const char *sv_arena_text(sv_arena *arena, const char *text, size_t n);
void sv_arena_clear(sv_arena *arena);

#endif
