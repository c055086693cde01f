/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A map without names, for who may see the shape and not the people. What is kept is listed by the types of the columns,
 * so that a column that is added one day stays behind unless it is a number or one of our own words.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "cell.h"
#include "map.h"
#include "pseudonyms.h"
#include "references.h"

typedef struct anonymising {
    const sv_map *from;
    sv_map *to;
    pseudonyms names;
    sv_anonymised *told;
    bool failed;
} anonymising;

/* ---- Cells ---- */

static int days_of_month(int date)
{
    int found;
    char text[16];
    for (int day = 31;; day--) {
        sv_date_write(date / 100 * 100 + day, text);
        if (sv_date_parse(text, &found))
            return day;
    }
}

/* The month of a day: its first, or for an end its last. */
static void add_month(const char *cell, bool end, sv_text *out)
{
    int date;
    char text[16];
    if (!sv_date_parse(cell, &date))
        return;
    sv_date_write(date / 100 * 100 + (end ? days_of_month(date) : 1), text);
    sv_text_add(out, text);
}

/* Until the end of the month; everything else from its beginning. */
static bool is_end(sv_sheet sheet, size_t column)
{
    return (sheet == SV_TIES && column == SV_TIE_UNTIL) || (sheet == SV_MEMBERSHIPS && column == SV_MEMBERSHIP_UNTIL) ||
           (sheet == SV_ACTORS && column == SV_ACTOR_KEEP_UNTIL);
}

/* An amount to the cent is as good as a name. */
static void add_amount(const char *cell, sv_text *out)
{
    char text[32];
    double amount, step;
    if (!sv_number_parse(cell, &amount))
        return;
    step = amount >= 1 ? pow(10, floor(log10(amount)) - 1) : 1;
    sv_number_write(round(amount / step) * step, text);
    sv_text_add(out, text);
}

/* The new id of an actor or issue, or the pseudonym of whoever is no actor. */
static const char *rename_reference(void *context, bool issue, const char *text)
{
    const anonymising *a = context;
    size_t row = issue ? sv_map_find_issue(a->from, text) : sv_map_find_actor(a->from, text);
    const char *id = row == SV_NO_ROW ? NULL : a->names.ids[issue ? pseudonym_issues : pseudonym_actors][row];
    return id ? id : "";
}

static void add_words(anonymising *a, pseudonym_sort sort, bool list, const char *cell, sv_text *out)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    if (!list) {
        sv_text_add(out, pseudonym_of(&a->names, sort, cell));
        return;
    }
    while (sv_list_next(&cursor, &part))
        sv_list_add(out, pseudonym_of(&a->names, sort, part.bytes));
    a->failed |= part.failed;
    sv_text_clear(&part);
}

/* "theme:actor", both under another name. */
static void add_spokespersons(anonymising *a, const char *cell, sv_text *out)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0}, renamed = {0};
    while (sv_list_next(&cursor, &part)) {
        const char *actor = reference_actor_of(SV_TYPE_SPOKESPERSONS, part.bytes);
        const char *id = rename_reference(a, false, actor);
        part.bytes[actor == part.bytes ? 0 : strcspn(part.bytes, ":")] = '\0';
        renamed.length = 0;
        sv_text_addf(&renamed, *part.bytes ? "%s:%s" : "%s%s", pseudonym_of(&a->names, PSEUDONYM_THEME, part.bytes), id);
        sv_list_add(out, sv_text_get(&renamed));
    }
    a->failed |= part.failed || renamed.failed;
    sv_text_clear(&part);
    sv_text_clear(&renamed);
}

/* Of the types that are kept as they are. */
static bool is_kept(sv_type type, const char *cell)
{
    if (type == SV_TYPE_ACTOR_KIND)
        return sv_actor_kind_find(cell) != NULL;
    if (type == SV_TYPE_TIE_KIND)
        return sv_tie_kind_find(cell) != NULL;
    if (sv_cell_is_number(type))
        return type != SV_TYPE_NUMBER; /* pinned places show who it is to who knows the picture */
    return type == SV_TYPE_YESNO || type == SV_TYPE_DIRECTION || type == SV_TYPE_INVOLVEMENT || type == SV_TYPE_COMPETENT ||
           type == SV_TYPE_PHASE || type == SV_TYPE_VISIBILITY;
}

/* A reference; or, where a name may stand that is no actor, its pseudonym. */
static void add_reference(anonymising *a, sv_type type, pseudonym_sort sort, const char *cell, sv_text *out)
{
    a->failed |= !reference_rewrite(type, cell, rename_reference, a, out);
    if (!out->length && sort != PSEUDONYM_SORTS)
        sv_text_add(out, pseudonym_of(&a->names, sort, cell));
}

/* The cell without names, into `out` (emptied first); `number` is that of the new row, from 1. */
static void add_cell(anonymising *a, sv_sheet sheet, size_t row, size_t column, size_t number, sv_text *out)
{
    const char *cell = sv_map_cell(a->from, sheet, row, column);
    sv_type type = column_type(sheet, column);
    bool list = false;
    pseudonym_sort sort = pseudonym_column(sheet, column, &list);
    out->length = 0;
    sv_text_add(out, "");
    if (!*cell)
        return;
    if (type == SV_TYPE_ID)
        sv_text_add(out, a->names.ids[sheet == SV_ACTORS ? pseudonym_actors : pseudonym_issues][row]);
    else if (sheet == SV_ACTORS && column == SV_ACTOR_NAME)
        sv_text_add(out, a->names.names[pseudonym_actors][row]);
    else if (sheet == SV_ISSUES && column == SV_ISSUE_TITLE)
        sv_text_add(out, a->names.names[pseudonym_issues][row]);
    else if (sheet == SV_EVENTS && column == SV_EVENT_TITLE)
        sv_text_addf(out, sv_translate(a->names.language, SV_TR("Meeting %zu")), number);
    else if (sheet == SV_ABOUT && column == SV_ABOUT_TITLE)
        sv_text_add(out, sv_translate(a->names.language, SV_TR("Map without names")));
    else if (type == SV_TYPE_SPOKESPERSONS)
        add_spokespersons(a, cell, out);
    else if (reference_is(type))
        add_reference(a, type, sort, cell, out);
    else if (sort != PSEUDONYM_SORTS)
        add_words(a, sort, list, cell, out);
    else if (type == SV_TYPE_DATE)
        add_month(cell, is_end(sheet, column), out);
    else if (type == SV_TYPE_AMOUNT)
        add_amount(cell, out);
    else if (is_kept(type, cell))
        sv_text_add(out, cell);
    else
        a->told->texts++;
    a->failed |= out->failed;
}

/* ---- The order of rows ---- */

/* By what a row is about and then by day, so that of an informant's words the last stays the last; or by month first. */
typedef struct ordered {
    uint64_t first, second;
    size_t row;
} ordered;

static int compare_ordered(const void *a, const void *b)
{
    const ordered *left = a, *right = b;
    if (left->first != right->first)
        return left->first < right->first ? -1 : 1;
    if (left->second != right->second)
        return left->second < right->second ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

/* A number for two rows of actors or issues, whichever comes first. */
static uint64_t pair_hash(const anonymising *a, size_t one, size_t other)
{
    size_t pair[2] = {one < other ? one : other, one < other ? other : one};
    return sv_siphash(&a->names.key, pair, sizeof pair);
}

static uint64_t row_hash(anonymising *a, sv_sheet sheet, size_t row)
{
    sv_text all = {0};
    uint64_t hash;
    for (size_t column = 0; column < sv_sheet_get(sheet)->n_columns; column++)
        sv_text_addf(&all, "%s;", sv_map_cell(a->from, sheet, row, column));
    hash = pseudonym_hash(&a->names, sv_text_get(&all));
    a->failed |= all.failed;
    sv_text_clear(&all);
    return hash;
}

static ordered order_of(anonymising *a, sv_sheet sheet, size_t row)
{
    const sv_tie *tie = sheet == SV_TIES ? sv_map_tie(a->from, row) : NULL;
    const sv_membership *membership = sheet == SV_MEMBERSHIPS ? sv_map_membership(a->from, row) : NULL;
    const sv_position *position = sheet == SV_POSITIONS ? sv_map_position(a->from, row) : NULL;
    size_t date = sheet == SV_SIGNALS ? (size_t)SV_SIGNAL_DATE : sheet == SV_EVENTS ? (size_t)SV_EVENT_DATE : (size_t)SV_CONTACT_DATE;
    if (tie)
        return (ordered){pair_hash(a, tie->from, tie->to), 0, row};
    if (membership)
        return (ordered){pair_hash(a, membership->who, membership->of), 0, row};
    if (position)
        return (ordered){pair_hash(a, position->actor, position->issue), (uint64_t)position->date, row};
    if (sheet == SV_GROUPS || sheet == SV_ABOUT)
        return (ordered){row_hash(a, sheet, row), 0, row};
    return (ordered){(uint64_t)(sv_map_date(a->from, sheet, row, date) / 100), row_hash(a, sheet, row), row};
}

/* The rows of a sheet that can be used, in their new order. NULL without memory; freed by the caller. */
static size_t *order_rows(anonymising *a, sv_sheet sheet, size_t *n)
{
    size_t rows = sv_map_rows(a->from, sheet), *list = sv_alloc(rows, sizeof *list);
    ordered *order = sv_alloc(rows, sizeof *order);
    bool named = sheet == SV_ACTORS || sheet == SV_ISSUES;
    *n = 0;
    for (size_t row = 0; list && order && row < rows; row++) {
        if (!sv_map_usable(a->from, sheet, row))
            a->told->faulty++;
        else if (!named)
            order[(*n)++] = order_of(a, sheet, row);
    }
    if (list && order && named) {
        *n = a->names.n[sheet == SV_ISSUES];
        memcpy(list, a->names.order[sheet == SV_ISSUES], *n * sizeof *list);
    } else if (list && order && *n) {
        qsort(order, *n, sizeof *order, compare_ordered);
        for (size_t i = 0; i < *n; i++)
            list[i] = order[i].row;
    }
    a->failed |= !list || !order;
    free(order);
    return list;
}

/* ---- Sheets ---- */

static void anonymise_sheet(anonymising *a, sv_sheet sheet)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    size_t n, *order = order_rows(a, sheet, &n);
    sv_text cell = {0};
    a->told->own_columns += sv_map_columns(a->from, sheet) - about->n_columns;
    for (size_t i = 0; !a->failed && i < n; i++) {
        size_t to = sv_table_row(a->to, sheet, NULL, i + 2);
        a->failed |= to == SV_NO_ROW;
        for (size_t column = 0; !a->failed && column < about->n_columns; column++) {
            add_cell(a, sheet, order[i], column, i + 1, &cell);
            if (!a->failed && cell.length)
                a->failed |= !map_store(a->to, &a->to->tables[sheet], to, column, cell.bytes);
        }
    }
    free(order);
    sv_text_clear(&cell);
}

/* ---- Telling ---- */

static size_t *places(const pseudonyms *names, int which, size_t rows)
{
    size_t *made = sv_alloc(rows, sizeof *made);
    for (size_t row = 0; made && row < rows; row++)
        made[row] = SV_NO_ROW;
    for (size_t i = 0; made && i < names->n[which]; i++)
        made[names->order[which][i]] = i;
    return made;
}

/* Kinds that only one actor has: whoever knows the place knows the mayor. */
static size_t count_only_ones(const anonymising *a)
{
    size_t kinds, only = 0;
    const sv_actor_kind *table = sv_actor_kinds(&kinds);
    for (size_t k = 0; k < kinds; k++) {
        size_t n = 0;
        for (size_t row = 0; n < 2 && row < sv_map_rows(a->from, SV_ACTORS); row++)
            n += sv_map_actor(a->from, row)->usable && sv_map_actor(a->from, row)->kind == &table[k];
        only += n == 1;
    }
    return only;
}

static void tell(anonymising *a)
{
    sv_anonymised *told = a->told;
    told->actor_row = places(&a->names, pseudonym_actors, sv_map_rows(a->from, SV_ACTORS));
    told->issue_row = places(&a->names, pseudonym_issues, sv_map_rows(a->from, SV_ISSUES));
    a->failed |= !told->actor_row || !told->issue_row;
    memcpy(told->n, a->names.n_of_class, sizeof told->n);
    told->issues = a->names.n[pseudonym_issues];
    told->own_sheets = sv_extra_sheets(a->from);
    told->only_ones = count_only_ones(a);
}

void sv_anonymised_clear(sv_anonymised *told)
{
    free(told->actor_row);
    free(told->issue_row);
    *told = (sv_anonymised){0};
}

sv_status sv_map_anonymise(const sv_map *map, const sv_anonymise_options *options, sv_map **made, sv_anonymised *told, sv_error *error)
{
    sv_anonymised unasked = {0};
    anonymising a = {.from = map, .to = sv_map_new(), .told = told ? told : &unasked};
    sv_status status;
    *a.told = (sv_anonymised){0};
    a.failed = !pseudonyms_begin(&a.names, map, options ? options->seed : NULL, options ? options->language : SV_ENGLISH) || !a.to;
    for (int sheet = 0; !a.failed && sheet < SV_SHEETS; sheet++)
        anonymise_sheet(&a, (sv_sheet)sheet);
    if (!a.failed)
        tell(&a);
    status = a.failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : sv_map_check(a.to, NULL, error);
    pseudonyms_end(&a.names);
    if (status != SV_OK || !told)
        sv_anonymised_clear(a.told);
    if (status != SV_OK) {
        sv_map_free(a.to);
        a.to = NULL;
    }
    *made = a.to;
    return status;
}
