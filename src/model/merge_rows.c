/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which rows of two maps are one, for the sheets that say something about actors and issues. First the rows
 * that are the same in every cell; then, of what is left, the rows with one key. Two rows about one tie or
 * position that nobody put a name to, and that are not the same, are two colleagues speaking: both stay, and
 * the name of its map becomes the informant of each.
 */
#include "merge.h"

#include <stdlib.h>

#include "differences.h"
#include "map.h"

#define END SIZE_MAX

static const size_t several = SIZE_MAX - 1; /* in an index: more than one row has this key */

/* What makes two rows one (key), unless both say something else here (apart). No key: only the whole row does. */
static const struct {
    size_t key[5], apart[3];
} rules[SV_SHEETS] = {
    [SV_ABOUT] = {{END}, {END}},
    [SV_ACTORS] = {{END}, {END}}, /* see merge_names.c */
    [SV_TIES] = {{SV_TIE_FROM, SV_TIE_TO, SV_TIE_KIND, SV_TIE_INFORMANT, END}, {SV_TIE_SINCE, END}},
    [SV_MEMBERSHIPS] = {{SV_MEMBERSHIP_WHO, SV_MEMBERSHIP_OF, END}, {SV_MEMBERSHIP_ROLE, SV_MEMBERSHIP_SINCE, END}},
    [SV_ISSUES] = {{END}, {END}},
    [SV_POSITIONS] = {{SV_POSITION_ACTOR, SV_POSITION_ISSUE, SV_POSITION_INFORMANT, END}, {SV_POSITION_DATE, END}},
    [SV_GROUPS] = {{SV_GROUP_NAME, END}, {END}},
    [SV_SIGNALS] = {{END}, {END}},
    [SV_EVENTS] = {{SV_EVENT_DATE, SV_EVENT_TITLE, END}, {SV_EVENT_TIME, END}},
    [SV_CONTACTS] = {{END}, {END}},
};

merge_columns merge_rule(sv_sheet sheet)
{
    return rules[sheet].key;
}

bool merge_pairs_new(const merge_work *work, sv_sheet sheet, merge_pairs *pairs)
{
    bool done = true;
    for (int side = 0; side < merge_sides; side++) {
        size_t n = sv_map_rows(work->from[side], sheet);
        pairs->partner[side] = sv_alloc(n, sizeof *pairs->partner[side]);
        for (size_t row = 0; pairs->partner[side] && row < n; row++)
            pairs->partner[side][row] = SV_NO_ROW;
        done &= pairs->partner[side] != NULL;
    }
    return done;
}

void merge_pairs_free(merge_pairs *pairs)
{
    free(pairs->partner[side_a]);
    free(pairs->partner[side_b]);
    *pairs = (merge_pairs){0};
}

static bool put(merge_work *work, sv_lookup *index, const sv_text *key, size_t row)
{
    const char *kept = sv_arena_text(&work->keys, key->bytes, key->length);
    return kept && sv_lookup_put(index, kept, row);
}

/* True for the rows that keys are made for: without a partner and, where only some columns are compared, usable. */
static bool is_free(const merge_work *work, int side, sv_sheet sheet, size_t row, merge_columns columns, const merge_pairs *pairs)
{
    return pairs->partner[side][row] == SV_NO_ROW && (!columns || sv_map_usable(work->from[side], sheet, row));
}

/* The free rows of a side by key. Of rows with one key, `several` stands there where `alone` is asked for, else the first. */
static bool index_rows(merge_work *work, int side, sv_sheet sheet, merge_columns columns, bool alone, const merge_pairs *pairs,
                       sv_lookup *index)
{
    sv_text key = {0};
    bool done = true;
    for (size_t row = 0; done && row < sv_map_rows(work->from[side], sheet); row++) {
        size_t first;
        if (!is_free(work, side, sheet, row, columns, pairs))
            continue;
        done = merge_key(work, side, sheet, row, columns, &key);
        first = done ? sv_lookup_get(index, key.bytes) : SV_LOOKUP_NONE;
        if (done && (first == SV_LOOKUP_NONE || (alone && first != several)))
            done = put(work, index, &key, first == SV_LOOKUP_NONE ? row : several);
    }
    sv_text_clear(&key);
    return done;
}

static void join_rows(merge_pairs *pairs, size_t row_a, size_t row_b)
{
    pairs->partner[side_b][row_b] = row_a;
    if (pairs->partner[side_a][row_a] == SV_NO_ROW)
        pairs->partner[side_a][row_a] = row_b;
}

static bool say_something_else(merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b, size_t column)
{
    return *merge_cell(work, side_a, sheet, row_a, column) && *merge_cell(work, side_b, sheet, row_b, column) &&
           !merge_cells_same(work, sheet, row_a, row_b, column);
}

bool merge_pair(merge_work *work, sv_sheet sheet, merge_columns columns, merge_columns apart, merge_pairs *pairs)
{
    sv_lookup a = {0}, b = {0};
    sv_text key = {0};
    bool alone = columns != NULL, done = index_rows(work, side_a, sheet, columns, alone, pairs, &a);
    done = done && (!alone || index_rows(work, side_b, sheet, columns, alone, pairs, &b));
    for (size_t row = 0; done && row < sv_map_rows(work->from[side_b], sheet); row++) {
        size_t other;
        bool one = true;
        if (!is_free(work, side_b, sheet, row, columns, pairs))
            continue;
        done = merge_key(work, side_b, sheet, row, columns, &key);
        other = done ? sv_lookup_get(&a, key.bytes) : SV_LOOKUP_NONE;
        if (!done || other == SV_LOOKUP_NONE || other == several || sv_lookup_get(&b, key.bytes) == several)
            continue;
        for (merge_columns column = apart; column && *column != END; column++)
            one &= !say_something_else(work, sheet, other, row, *column);
        if (one)
            join_rows(pairs, other, row);
    }
    sv_lookup_clear(&a);
    sv_lookup_clear(&b);
    sv_text_clear(&key);
    return done;
}

/* The rows that are the same in every cell; with `assume`, an unnamed informant of that side being the teller of its map. */
static bool pair_whole(merge_work *work, sv_sheet sheet, int assume, merge_pairs *pairs)
{
    bool done;
    if (assume != merge_sides)
        work->assume[assume] = true;
    done = merge_pair(work, sheet, NULL, NULL, pairs);
    if (assume != merge_sides)
        work->assume[assume] = false;
    return done;
}

static bool pair_by_rule(merge_work *work, sv_sheet sheet, merge_pairs *pairs)
{
    size_t exact[8], n = 0;
    if (rules[sheet].key[0] == END)
        return true;
    for (merge_columns column = rules[sheet].key; *column != END; column++)
        exact[n++] = *column;
    for (merge_columns column = rules[sheet].apart; *column != END; column++)
        exact[n++] = *column;
    exact[n] = END;
    return merge_pair(work, sheet, exact, NULL, pairs) && merge_pair(work, sheet, rules[sheet].key, rules[sheet].apart, pairs);
}

/* True when nobody is named as the informant of a row that could have one. */
static bool is_unnamed(const merge_work *work, int side, sv_sheet sheet, size_t row)
{
    size_t informant = merge_informant(sheet);
    return informant != SIZE_MAX && !*merge_cell(work, side, sheet, row, informant);
}

/* Two rows by the same informant that differ are a difference; two without one are two people, and pull apart again. */
static void part_unnamed(merge_work *work, sv_sheet sheet, merge_pairs *pairs)
{
    for (size_t row = 0; row < sv_map_rows(work->from[side_a], sheet); row++) {
        size_t other = pairs->partner[side_a][row];
        bool parted = false;
        if (other == SV_NO_ROW || !is_unnamed(work, side_a, sheet, row) || !is_unnamed(work, side_b, sheet, other))
            continue;
        for (size_t column = 0; column < sv_map_columns(work->to, sheet) && !parted; column++)
            if (column >= sv_sheet_get(sheet)->n_columns || sv_sheet_get(sheet)->columns[column].type != SV_TYPE_VISIBILITY)
                parted = !(sheet == SV_TIES && column <= SV_TIE_TO) && say_something_else(work, sheet, row, other, column);
        if (parted)
            pairs->partner[side_a][row] = pairs->partner[side_b][other] = SV_NO_ROW;
    }
}

/* ---- Who said it ---- */

/* The rows of a side that nobody put a name to, when they are about something the other side's index has too. */
static bool mark_unnamed(merge_work *work, int side, sv_sheet sheet, const merge_pairs *pairs, const sv_lookup *other, size_t *counterpart)
{
    sv_text key = {0};
    bool done = true;
    for (size_t row = 0; done && row < sv_map_rows(work->from[side], sheet); row++) {
        counterpart[row] = SV_NO_ROW;
        if (!is_free(work, side, sheet, row, rules[sheet].key, pairs) || !is_unnamed(work, side, sheet, row))
            continue;
        done = merge_key(work, side, sheet, row, rules[sheet].key, &key);
        counterpart[row] = done ? sv_lookup_get(other, key.bytes) : SV_NO_ROW;
    }
    sv_text_clear(&key);
    return done;
}

/* counterpart[side][row]: a row of the other side that a row is to be told apart from; SV_NO_ROW for most. */
static bool tell_apart(merge_work *work, sv_sheet sheet, const merge_pairs *pairs, size_t *counterpart[merge_sides])
{
    sv_lookup index[merge_sides] = {0};
    bool done = true;
    for (int side = 0; done && side < merge_sides; side++)
        done = index_rows(work, side, sheet, rules[sheet].key, false, pairs, &index[side]);
    for (int side = 0; done && side < merge_sides; side++)
        done = mark_unnamed(work, side, sheet, pairs, &index[1 - side], counterpart[side]);
    sv_lookup_clear(&index[side_a]);
    sv_lookup_clear(&index[side_b]);
    return done;
}

static void say_told_apart(const merge_work *work, sv_sheet sheet, size_t row_a, size_t row_b)
{
    difference_rows rows = {work->from[side_a], work->from[side_b], sheet, row_a, row_b, merge_informant(sheet)};
    sv_difference one = {.code = SV_E_TOLD_APART, .a = work->name[side_a], .b = work->name[side_b]};
    differences_add_rows(work->differences, &rows, &one);
}

/* ---- A sheet ---- */

static bool fill_informant(merge_work *work, int side, sv_sheet sheet, size_t row)
{
    return map_store(work->to, &work->to->tables[sheet], row, merge_informant(sheet), work->name[side]);
}

static bool write_rows(merge_work *work, sv_sheet sheet, const merge_pairs *pairs, size_t *counterpart[merge_sides])
{
    size_t columns = sv_map_columns(work->to, sheet), rows_a = sv_map_rows(work->from[side_a], sheet);
    bool done = true;
    for (size_t row = 0; done && row < rows_a; row++) {
        size_t other = pairs->partner[side_a][row];
        if (other != SV_NO_ROW)
            done = merge_join_cells(work, sheet, row, other, 0, columns);
        else if (counterpart[side_a] && counterpart[side_a][row] != SV_NO_ROW)
            done = fill_informant(work, side_a, sheet, row);
    }
    for (size_t row = 0; done && row < sv_map_rows(work->from[side_b], sheet); row++) {
        size_t to;
        if (pairs->partner[side_b][row] != SV_NO_ROW)
            continue;
        to = merge_add_row(work, sheet, row);
        done = to != SV_NO_ROW && merge_copy_cells(work, sheet, row, to, 0);
        if (done && counterpart[side_b] && counterpart[side_b][row] != SV_NO_ROW) {
            say_told_apart(work, sheet, counterpart[side_b][row], row);
            done = fill_informant(work, side_b, sheet, to);
        }
    }
    return done;
}

bool merge_sheet(merge_work *work, sv_sheet sheet)
{
    merge_pairs pairs = {0};
    size_t *counterpart[merge_sides] = {0};
    bool told = merge_informant(sheet) != SIZE_MAX, done = merge_pairs_new(work, sheet, &pairs);
    for (int side = 0; done && told && side < merge_sides; side++)
        done = (counterpart[side] = sv_alloc(sv_map_rows(work->from[side], sheet), sizeof *counterpart[side])) != NULL;
    if (done && sheet == SV_ABOUT && sv_map_rows(work->from[side_a], sheet) && sv_map_rows(work->from[side_b], sheet))
        join_rows(&pairs, 0, 0);
    done = done && pair_whole(work, sheet, merge_sides, &pairs);
    for (int side = 0; done && told && side < merge_sides; side++)
        done = pair_whole(work, sheet, side, &pairs);
    done = done && pair_by_rule(work, sheet, &pairs);
    if (done && told)
        part_unnamed(work, sheet, &pairs);
    done = done && (!told || tell_apart(work, sheet, &pairs, counterpart)) && write_rows(work, sheet, &pairs, counterpart);
    merge_pairs_free(&pairs);
    free(counterpart[side_a]);
    free(counterpart[side_b]);
    sv_arena_clear(&work->keys);
    return done;
}
