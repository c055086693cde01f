/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Two colleagues' maps as one. The merged map begins as a copy of the first; the second is laid over it: first
 * who is who, then every sheet row by row. What the two do not agree on is listed and never quietly settled.
 */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include "differences.h"
#include "map.h"

/* Who tells each map: two names that are not the same. */
static void name_tellers(merge_work *work, const sv_merge_options *options)
{
    const char *a = options && options->name_a ? options->name_a : "", *b = options && options->name_b ? options->name_b : "";
    if (!*a || !*b || strcmp(a, b) == 0) {
        a = sv_map_title(work->from[side_a]);
        b = sv_map_title(work->from[side_b]);
    }
    if (!*a || !*b || strcmp(a, b) == 0) {
        a = "A";
        b = "B";
    }
    work->name[side_a] = a;
    work->name[side_b] = b;
}

sv_status merge_begin(merge_work *work, merge_pairs pairs[SV_SHEETS], sv_error *error)
{
    bool done = true;
    sv_status status = sv_map_edition(work->from[side_a], SV_PRIVATE, &work->to, error);
    if (status != SV_OK)
        return status;
    for (int sheet = 0; done && sheet < SV_SHEETS; sheet++)
        done = merge_add_columns(work, (sv_sheet)sheet);
    if (!done || !merge_begin_names(work, pairs) || sv_map_check(work->to, NULL, error) != SV_OK)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    work->indexed = true;
    return SV_OK;
}

void merge_end(merge_work *work, merge_pairs pairs[SV_SHEETS])
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        merge_pairs_free(&pairs[sheet]);
        free(work->column_in_b[sheet]);
        free(work->merged_row[side_b][sheet]);
    }
    sv_arena_clear(&work->keys);
    sv_map_free(work->to);
}

static sv_status merge_all(merge_work *work, merge_pairs pairs[SV_SHEETS], sv_error *error)
{
    bool done = true;
    for (int sheet = 0; done && sheet < SV_SHEETS; sheet++)
        done = merge_rewrite_sheet(work, (sv_sheet)sheet);
    done = done && merge_end_names(work, pairs);
    for (int sheet = 0; done && sheet < SV_SHEETS; sheet++)
        done = sheet == SV_ACTORS || sheet == SV_ISSUES || merge_sheet(work, (sv_sheet)sheet);
    done = done && merge_extra_sheets(work) && !work->failed && !work->differences->incomplete;
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

/* The result is checked; two maps within the limits may be too much together. */
static sv_status check_merged(sv_map *map, sv_error *error)
{
    sv_problems problems;
    sv_status status;
    sv_problems_init(&problems);
    status = sv_map_check(map, &problems, error);
    for (size_t i = 0; status == SV_OK && i < problems.n; i++)
        if (problems.items[i].code == SV_E_TOO_MANY) {
            if (error)
                *error = problems.items[i];
            status = sv_code_status(SV_E_TOO_MANY);
        }
    sv_problems_clear(&problems);
    return status;
}

sv_status sv_map_merge(const sv_map *a, const sv_map *b, const sv_merge_options *options, sv_map **merged, sv_differences *differences,
                       sv_error *error)
{
    merge_work work = {.from = {a, b}, .prefer = options ? options->prefer : SV_CHOOSE_NONE, .differences = differences};
    merge_pairs pairs[SV_SHEETS] = {0};
    sv_status status;
    *merged = NULL;
    name_tellers(&work, options);
    status = merge_begin(&work, pairs, error);
    if (status == SV_OK)
        status = merge_all(&work, pairs, error);
    if (status == SV_OK)
        status = check_merged(work.to, error);
    differences_sort(differences);
    if (status == SV_OK && !differences->open) {
        *merged = work.to;
        work.to = NULL;
    }
    merge_end(&work, pairs);
    return status;
}
