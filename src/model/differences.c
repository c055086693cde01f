/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Differences: what two maps, or two actors, do not agree on, told so that a person finds it in both. */
#include "differences.h"

#include <stdlib.h>
#include <string.h>

#include "cell.h"
#include "map.h"

void sv_differences_init(sv_differences *differences)
{
    *differences = (sv_differences){0};
}

void sv_differences_clear(sv_differences *differences)
{
    sv_arena texts = {differences->texts};
    sv_arena_clear(&texts);
    free(differences->items);
    *differences = (sv_differences){0};
}

/* A copy that lives as long as the list. "" where memory ran out, which `incomplete` says. */
static const char *keep(sv_differences *differences, const char *text)
{
    sv_arena texts = {differences->texts};
    const char *kept = text && *text ? sv_arena_text(&texts, text, strlen(text)) : "";
    differences->texts = texts.blocks;
    differences->incomplete |= !kept;
    return kept ? kept : "";
}

void differences_add(sv_differences *differences, const sv_difference *one)
{
    sv_difference *place;
    if (!differences)
        return;
    differences->open += one->open;
    if (!sv_grow(&differences->items, &differences->capacity, differences->n + 1, sizeof *differences->items)) {
        differences->incomplete = true;
        return;
    }
    place = &differences->items[differences->n++];
    *place = *one;
    place->header = keep(differences, one->header);
    place->about = keep(differences, one->about);
    place->a = keep(differences, one->a);
    place->b = keep(differences, one->b);
    place->file_a = keep(differences, one->file_a);
    place->file_b = keep(differences, one->file_b);
}

/* The columns that say what a row is about, by sheet; the first SIZE_MAX ends them. */
static const size_t telling[SV_SHEETS][3] = {
    [SV_ABOUT] = {SIZE_MAX},
    [SV_ACTORS] = {SV_ACTOR_NAME, SIZE_MAX},
    [SV_TIES] = {SV_TIE_FROM, SV_TIE_TO, SIZE_MAX},
    [SV_MEMBERSHIPS] = {SV_MEMBERSHIP_WHO, SV_MEMBERSHIP_OF, SIZE_MAX},
    [SV_ISSUES] = {SV_ISSUE_TITLE, SIZE_MAX},
    [SV_POSITIONS] = {SV_POSITION_ACTOR, SV_POSITION_ISSUE, SIZE_MAX},
    [SV_GROUPS] = {SV_GROUP_NAME, SIZE_MAX},
    [SV_SIGNALS] = {SV_SIGNAL_DATE, SV_SIGNAL_THEME, SIZE_MAX},
    [SV_EVENTS] = {SV_EVENT_DATE, SV_EVENT_TITLE, SIZE_MAX},
    [SV_CONTACTS] = {SV_CONTACT_DATE, SV_CONTACT_ACTOR, SIZE_MAX},
};

/* A cell as people call it: the name of an actor or the title of an issue instead of an id. */
static const char *called(const sv_map *map, sv_sheet sheet, size_t row, size_t column)
{
    const char *text = sv_map_cell(map, sheet, row, column);
    sv_type type = sv_sheet_get(sheet)->columns[column].type;
    size_t found = type == SV_TYPE_ACTOR ? sv_map_find_actor(map, text) : type == SV_TYPE_ISSUE ? sv_map_find_issue(map, text) : SV_NO_ROW;
    if (found == SV_NO_ROW)
        return text;
    return type == SV_TYPE_ACTOR ? sv_map_cell(map, SV_ACTORS, found, SV_ACTOR_NAME) : sv_map_cell(map, SV_ISSUES, found, SV_ISSUE_TITLE);
}

/* What a row is about, for people: the name and id of an actor, the two ends of a tie. */
static void tell_about(const sv_map *map, sv_sheet sheet, size_t row, sv_text *about)
{
    for (const size_t *column = telling[sheet]; *column != SIZE_MAX; column++)
        sv_text_addf(about, "%s%s", column == telling[sheet] ? "" : " – ", called(map, sheet, row, *column));
    if (sheet == SV_ACTORS || sheet == SV_ISSUES)
        sv_text_addf(about, " (%s)", sv_map_cell(map, sheet, row, sheet == SV_ACTORS ? (size_t)SV_ACTOR_ID : (size_t)SV_ISSUE_ID));
}

void differences_add_rows(sv_differences *differences, const difference_rows *rows, const sv_difference *one)
{
    const sv_map *map = rows->row_a != SV_NO_ROW ? rows->a : rows->b;
    size_t row = rows->row_a != SV_NO_ROW ? rows->row_a : rows->row_b;
    sv_difference filled = *one;
    sv_place place_a = {0}, place_b = {0};
    sv_text about = {0};
    tell_about(map, rows->sheet, row, &about);
    if (rows->row_a != SV_NO_ROW)
        sv_map_place(rows->a, rows->sheet, rows->row_a, SIZE_MAX, &place_a);
    if (rows->row_b != SV_NO_ROW)
        sv_map_place(rows->b, rows->sheet, rows->row_b, SIZE_MAX, &place_b);
    filled.sheet = rows->sheet;
    filled.column = rows->column;
    filled.header = rows->column == SIZE_MAX ? "" : sv_map_header(map, rows->sheet, rows->column);
    filled.about = sv_text_get(&about);
    filled.file_a = place_a.file;
    filled.file_b = place_b.file;
    filled.row_a = place_a.row;
    filled.row_b = place_b.row;
    differences_add(differences, &filled);
    if (differences)
        differences->incomplete |= about.failed;
    sv_text_clear(&about);
}

/* The Dutch word for a canonical one; the same text where there is none. */
static const char *dutch_word(sv_type type, const char *id)
{
    size_t n;
    const sv_word *words = sv_words(type, &n);
    const sv_actor_kind *actor_kind = type == SV_TYPE_ACTOR_KIND ? sv_actor_kind_find(id) : NULL;
    const sv_tie_kind *tie_kind = type == SV_TYPE_TIE_KIND ? sv_tie_kind_find(id) : NULL;
    for (size_t i = 0; i < n; i++)
        if (strcmp(id, words[i].id) == 0 && type != SV_TYPE_POSITION)
            return words[i].nl;
    return actor_kind ? actor_kind->nl : tie_kind ? tie_kind->nl : id;
}

void difference_value(sv_type type, const char *cell, sv_language language, sv_text *out)
{
    double number;
    if (language != SV_DUTCH || !*cell)
        sv_text_add(out, cell);
    else if (type == SV_TYPE_DATE && strlen(cell) == 10)
        sv_text_addf(out, "%.2s-%.2s-%.4s", cell + 8, cell + 5, cell);
    else if (sv_cell_is_number(type) && sv_number_parse(cell, &number))
        for (const char *at = cell; *at; at++)
            sv_text_add_char(out, (char)(*at == '.' ? ',' : *at));
    else
        sv_text_add(out, dutch_word(type, cell));
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

static int compare(const void *left, const void *right)
{
    const sv_difference *l = left, *r = right;
    int order = compare_numbers((uint64_t)l->sheet, (uint64_t)r->sheet);
    order = order ? order : compare_numbers(l->row_a, r->row_a);
    order = order ? order : compare_numbers(l->row_b, r->row_b);
    order = order ? order : compare_numbers(l->column, r->column);
    order = order ? order : compare_numbers((uint64_t)l->code, (uint64_t)r->code);
    return order ? order : strcmp(l->about, r->about);
}

void differences_sort(sv_differences *differences)
{
    if (differences && differences->n)
        qsort(differences->items, differences->n, sizeof *differences->items, compare);
}
