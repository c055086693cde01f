/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing which rows hold, from how sure the map is of them, and whose word counts where several speak. */
#include "said.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Informants are numbered by their names. */
static bool number_informants(said *made)
{
    const char **names = sv_alloc(made->n, sizeof *names);
    size_t n = 0, kept = 0;
    made->informant = sv_alloc(made->n, sizeof *made->informant);
    if (!names || !made->informant) {
        free(names);
        return false;
    }
    for (size_t i = 0; i < made->n; i++)
        if (*made->records[i].informant)
            names[n++] = made->records[i].informant;
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || strcmp(names[i], names[kept - 1]) != 0)
            names[kept++] = names[i];
    for (size_t i = 0; i < made->n; i++) {
        const char *name = made->records[i].informant;
        const char **found = *name ? bsearch(&name, names, kept, sizeof *names, by_name) : NULL;
        made->informant[i] = found ? (size_t)(found - names) : SV_NO_ROW;
    }
    made->n_informants = kept;
    free(names);
    return true;
}

static bool is_parallel(const tie_record *one, const tie_record *other)
{
    return one->a == other->a && one->b == other->b && one->kind == other->kind && one->reversed == other->reversed;
}

/* The last row of an informant in its group, which is the one that counts. */
static bool is_last_word(const said *of, size_t at, size_t end)
{
    return of->informant[at] != SV_NO_ROW && (at + 1 == end || of->informant[at + 1] != of->informant[at]);
}

/* The rows of one group; those of whom nobody is sure take no part. */
static void weigh_group(said *made, size_t first, size_t end)
{
    size_t speakers = 0;
    for (size_t i = first; i < end; i++)
        speakers += is_last_word(made, i, end) && made->records[i].certainty > 0;
    if (speakers > 1)
        made->groups[made->n_groups++] = (contested){first, end};
    for (size_t i = first; i < end; i++)
        if ((made->records[i].certainty > 0 && made->records[i].certainty < 1) || (speakers > 1 && made->informant[i] != SV_NO_ROW))
            made->doubtful[made->n_doubtful++] = i;
}

/* One row may tie many, or both ways: what it says holds for all of them or for none. */
static bool find_same(said *made)
{
    size_t rows = 0, *first;
    bool done;
    for (size_t i = 0; i < made->n; i++)
        if (made->records[i].kind && made->records[i].row >= rows) /* memberships, of kind 0, always hold */
            rows = made->records[i].row + 1;
    first = sv_alloc(rows, sizeof *first);
    made->same = sv_alloc(made->n, sizeof *made->same);
    done = first && made->same;
    for (size_t i = 0; done && i < made->n; i++) {
        size_t *met = made->records[i].kind ? &first[made->records[i].row] : NULL;
        if (met && !*met)
            *met = i + 1;
        made->same[i] = met ? *met - 1 : i;
    }
    free(first);
    return done;
}

bool said_make(tie_record *records, size_t n, said *made)
{
    *made = (said){.records = records, .n = n};
    made->doubtful = sv_alloc(n, sizeof *made->doubtful);
    made->groups = sv_alloc(n, sizeof *made->groups);
    if (!find_same(made) || !number_informants(made) || !made->doubtful || !made->groups)
        return false;
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && is_parallel(&records[first], &records[end]);)
            end++;
        weigh_group(made, first, end);
    }
    return true;
}

void said_clear(said *of)
{
    free(of->informant);
    free(of->same);
    free(of->doubtful);
    free(of->groups);
    *of = (said){0};
}

bool spoken_begin(const said *of, spoken *made)
{
    made->records = sv_alloc(of->n, sizeof *made->records);
    made->turn = sv_alloc(of->n_informants, sizeof *made->turn);
    if (!made->records || !made->turn)
        return false;
    if (of->n)
        memcpy(made->records, of->records, of->n * sizeof *made->records);
    for (size_t i = 0; i < of->n; i++)
        made->records[i].certainty = of->records[i].certainty > 0;
    return true;
}

void spoken_end(spoken *made)
{
    free(made->records);
    free(made->turn);
}

/* Of those who are sure of anything, the first to speak; the others' rows do not hold. */
static void choose_speaker(const said *of, const contested *group, spoken *drawn)
{
    size_t speaker = SV_NO_ROW;
    for (size_t i = group->first; i < group->end; i++)
        if (is_last_word(of, i, group->end) && of->records[i].certainty > 0 &&
            (speaker == SV_NO_ROW || drawn->turn[of->informant[i]] < drawn->turn[speaker]))
            speaker = of->informant[i];
    for (size_t i = group->first; i < group->end; i++)
        if (of->informant[i] != SV_NO_ROW && of->informant[i] != speaker)
            drawn->records[i].certainty = 0;
}

void said_draw(const said *of, chance *dice, spoken *drawn)
{
    for (size_t i = 0; of->n_groups && i < of->n_informants; i++)
        drawn->turn[i] = chance_next(dice);
    for (size_t i = 0; i < of->n_doubtful; i++) { /* from low to high: the first of a row before the others */
        size_t at = of->doubtful[i], same = of->same[at];
        double certainty = of->records[at].certainty;
        drawn->records[at].certainty = certainty >= 1 || (same == at ? chance_share(dice) < certainty : drawn->records[same].certainty > 0);
    }
    for (size_t i = 0; i < of->n_groups; i++)
        choose_speaker(of, &of->groups[i], drawn);
}
