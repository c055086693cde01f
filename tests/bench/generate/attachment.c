/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Preferential attachment (Barabási & Albert 1999): each new actor ties itself to three others, chosen in proportion
 * to the ties they have, so that a few become hubs. Held in memory: the ends of the ties.
 */
#include "generate.h"

#include <stdlib.h>

enum { TIES_EACH = 3 };

static void attachment_tie(generator *g, uint32_t from, uint32_t to, uint32_t *ends, size_t *count)
{
    char a[ID_SIZE], b[ID_SIZE];
    id_of(a, 'p', from);
    id_of(b, 'p', to);
    tie_write(g, a, b, "kent", 2);
    ends[(*count)++] = from;
    ends[(*count)++] = to;
}

/* The first four all know each other; each later one draws three different ends of earlier ties. */
static void attachment_ties(generator *g, uint32_t *ends)
{
    size_t count = 0;
    for (uint32_t i = 1; i <= TIES_EACH; i++)
        for (uint32_t j = 0; j < i; j++)
            attachment_tie(g, i, j, ends, &count);
    for (uint32_t i = TIES_EACH + 1; i < g->opt.actors; i++) {
        uint32_t chosen[TIES_EACH], have = 0, before = (uint32_t)count;
        while (have < TIES_EACH) {
            uint32_t end = ends[random_below(g, before)], same = 0;
            while (same < have && chosen[same] != end)
                same++;
            if (same == have)
                chosen[have++] = end;
        }
        for (uint32_t k = 0; k < TIES_EACH; k++)
            attachment_tie(g, i, chosen[k], ends, &count);
    }
}

void attachment_write(generator *g)
{
    char id[ID_SIZE];
    uint32_t *ends = malloc((size_t)g->opt.actors * 2 * TIES_EACH * sizeof(*ends));
    if (!ends)
        stop(EXIT_SYSTEM, "out of memory");
    attachment_ties(g, ends);
    free(ends);
    if (g->opt.format == FORMAT_EDGES)
        return;
    map_row_write(g, "Kennissen van kennissen", "");
    for (uint32_t i = 0; i < g->opt.actors; i++)
        person_write(g, id, &(actor_row){.kind = "bewoner", .own = i == 0 ? "ja" : NULL, .sector = "bewoners", .visibility = "team"});
}
