/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two maps laid side by side, to see what the one has that the other has not: who is who is settled as in a
 * merge, but nothing is joined. Both maps speak for themselves.
 */
#include <stdlib.h>

#include "map.h"
#include "merge.h"

struct sv_alignment {
    merge_work work;
    merge_pairs pairs[SV_SHEETS];
    sv_differences differences;    /* of no use here */
    size_t *second_row[SV_SHEETS]; /* of actors and issues: from the number to the row of the second map */
};

static bool is_numbered(sv_sheet sheet)
{
    return sheet == SV_ACTORS || sheet == SV_ISSUES;
}

/* From numbers back to the rows of the second map. False without memory. */
static bool index_second(sv_alignment *alignment, sv_sheet sheet)
{
    size_t n = sv_map_rows(alignment->work.to, sheet), *rows = alignment->second_row[sheet] = sv_alloc(n, sizeof *rows);
    for (size_t number = 0; rows && number < n; number++)
        rows[number] = SV_NO_ROW;
    for (size_t row = 0; rows && row < sv_map_rows(alignment->work.from[side_b], sheet); row++)
        rows[alignment->work.merged_row[side_b][sheet][row]] = row;
    return rows != NULL;
}

sv_status sv_map_align(const sv_map *first, const sv_map *second, sv_alignment **result, sv_error *error)
{
    sv_alignment *alignment = sv_alloc(1, sizeof *alignment);
    sv_status status;
    *result = NULL;
    if (!alignment)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_differences_init(&alignment->differences);
    alignment->work =
        (merge_work){.from = {first, second}, .name = {"", ""}, .prefer = SV_CHOOSE_A, .differences = &alignment->differences};
    status = merge_begin(&alignment->work, alignment->pairs, error);
    if (status == SV_OK && (!index_second(alignment, SV_ACTORS) || !index_second(alignment, SV_ISSUES)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status != SV_OK) {
        sv_alignment_free(alignment);
        return status;
    }
    *result = alignment;
    return SV_OK;
}

void sv_alignment_free(sv_alignment *alignment)
{
    if (!alignment)
        return;
    merge_end(&alignment->work, alignment->pairs);
    sv_differences_clear(&alignment->differences);
    free(alignment->second_row[SV_ACTORS]);
    free(alignment->second_row[SV_ISSUES]);
    free(alignment);
}

const sv_map *sv_alignment_both(const sv_alignment *alignment)
{
    return alignment->work.to;
}

size_t sv_alignment_number(const sv_alignment *alignment, bool second, sv_sheet sheet, size_t row)
{
    return second ? alignment->work.merged_row[side_b][sheet][row] : row;
}

size_t sv_alignment_row(const sv_alignment *alignment, bool second, sv_sheet sheet, size_t number)
{
    if (second)
        return alignment->second_row[sheet][number];
    return number < sv_map_rows(alignment->work.from[side_a], sheet) ? number : SV_NO_ROW;
}

sv_status sv_alignment_same(sv_alignment *alignment, sv_sheet sheet, size_t number, size_t column, bool *same, sv_error *error)
{
    alignment->work.failed = false;
    *same = merge_cells_same(&alignment->work, sheet, number, alignment->second_row[sheet][number], column);
    return alignment->work.failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
}

/* ---- Counting ---- */

/* Rows of a sheet by a key, and for each key how many more rows the one side has than the other. */
typedef struct tally {
    sv_lookup keys;
    size_t *n[merge_sides], capacity[merge_sides], used;
    size_t *of[merge_sides]; /* per row: the number of its key */
} tally;

static void tally_clear(tally *counted)
{
    sv_lookup_clear(&counted->keys);
    for (int side = 0; side < merge_sides; side++) {
        free(counted->n[side]);
        free(counted->of[side]);
    }
}

/* The number of a key, a new one where it was not seen yet; SIZE_MAX without memory. */
static size_t tally_key(tally *counted, sv_arena *texts, const sv_text *key)
{
    size_t at = sv_lookup_get(&counted->keys, key->bytes);
    const char *kept;
    if (at != SV_LOOKUP_NONE)
        return at;
    for (int side = 0; side < merge_sides; side++) {
        if (!sv_grow(&counted->n[side], &counted->capacity[side], counted->used + 1, sizeof *counted->n[side]))
            return SIZE_MAX;
        counted->n[side][counted->used] = 0;
    }
    kept = sv_arena_text(texts, key->bytes, key->length);
    return kept && sv_lookup_put(&counted->keys, kept, counted->used) ? counted->used++ : SIZE_MAX;
}

/* What a row is about, as a key: by its number, by the rule of its sheet, or by all that stands in it. */
static bool make_key(const sv_alignment *alignment, int side, sv_sheet sheet, size_t row, bool whole, sv_text *key)
{
    merge_columns rule = merge_rule(sheet);
    if (whole || (!is_numbered(sheet) && *rule == SIZE_MAX))
        return merge_key(&alignment->work, side, sheet, row, NULL, key);
    if (!is_numbered(sheet))
        return merge_key(&alignment->work, side, sheet, row, rule, key);
    key->length = 0;
    sv_text_addf(key, "%zu", sv_alignment_number(alignment, side == side_b, sheet, row));
    return !key->failed;
}

/* Count the usable rows of both sides, those not left out by `skip` (NULL: all), by their key. False without memory. */
static bool tally_rows(const sv_alignment *alignment, sv_sheet sheet, bool whole, bool *const skip[merge_sides], tally *counted)
{
    sv_text key = {0};
    sv_arena texts = {0};
    bool done = true;
    for (int side = 0; done && side < merge_sides; side++) {
        const sv_map *map = alignment->work.from[side];
        size_t n = sv_map_rows(map, sheet);
        counted->of[side] = sv_alloc(n, sizeof *counted->of[side]);
        done = counted->of[side] != NULL;
        for (size_t row = 0; done && row < n; row++) {
            counted->of[side][row] = SIZE_MAX;
            if (!sv_map_usable(map, sheet, row) || (skip && skip[side][row]))
                continue;
            done = make_key(alignment, side, sheet, row, whole, &key) &&
                   (counted->of[side][row] = tally_key(counted, &texts, &key)) != SIZE_MAX;
            if (done)
                counted->n[side][counted->of[side][row]]++;
        }
    }
    sv_text_clear(&key);
    sv_lookup_clear(&counted->keys); /* its keys go with their texts */
    sv_arena_clear(&texts);
    return done;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Leave out the rows that stand on both sides in every cell: of each text as many as both have. */
static void skip_same(tally *counted, size_t side, size_t n, bool *skip)
{
    size_t *both = counted->n[side];
    for (size_t row = 0; row < n; row++) {
        size_t at = counted->of[side][row];
        skip[row] = at == SIZE_MAX || both[at] > 0;
        if (at != SIZE_MAX && both[at] > 0)
            both[at]--;
    }
}

static bool count_sheet(const sv_alignment *alignment, sv_sheet sheet, sv_alignment_counts *counts)
{
    tally whole = {0}, about = {0};
    bool *skip[merge_sides] = {0}, done = tally_rows(alignment, sheet, true, NULL, &whole);
    for (size_t at = 0; done && at < whole.used; at++)
        whole.n[side_a][at] = whole.n[side_b][at] = lesser(whole.n[side_a][at], whole.n[side_b][at]);
    for (int side = 0; done && side < merge_sides; side++) {
        size_t n = sv_map_rows(alignment->work.from[side], sheet);
        skip[side] = sv_alloc(n, sizeof *skip[side]);
        if ((done = skip[side] != NULL))
            skip_same(&whole, (size_t)side, n, skip[side]);
    }
    done = done && tally_rows(alignment, sheet, false, skip, &about);
    for (size_t at = 0; done && at < about.used; at++) {
        size_t changed = lesser(about.n[side_a][at], about.n[side_b][at]);
        counts->changed += changed;
        counts->only_first += about.n[side_a][at] - changed;
        counts->only_second += about.n[side_b][at] - changed;
    }
    tally_clear(&whole);
    tally_clear(&about);
    free(skip[side_a]);
    free(skip[side_b]);
    return done;
}

sv_status sv_alignment_count(const sv_alignment *alignment, sv_sheet sheet, sv_alignment_counts *counts, sv_error *error)
{
    *counts = (sv_alignment_counts){0};
    return count_sheet(alignment, sheet, counts) ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}
