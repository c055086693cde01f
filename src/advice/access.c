/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Access: all that a map holds on one person (AVG, article 15). Its own row, rows about it, cells that name it, and
 * texts in which its name stands, also where only a last name does; whoever hands it over must look at those.
 */
#include <speelveld/advice.h>

#include <stdlib.h>

#include "../base/memory.h"
#include "../model/mention.h"
#include "../model/references.h"
#include "../model/table.h"

typedef struct access {
    const sv_map *map;
    mention_who who;
    sv_held_cell *list;
    size_t n, capacity;
    bool done; /* false once memory ran out */
} access;

static void add(access *a, sv_held_cell cell)
{
    if (!sv_grow(&a->list, &a->capacity, a->n + 1, sizeof *a->list))
        a->done = false;
    else
        a->list[a->n++] = cell;
}

/* Whether a text has the name in it, and how; SV_HELD_OWN when it has not. */
static sv_held_how mentions(const access *a, const char *text)
{
    mention found;
    if (mention_is(&a->who, text))
        return SV_HELD_NAMED;
    if (mention_next(&a->who, text, 0, &found))
        return SV_HELD_MENTION;
    return mention_next_surname(&a->who, text, 0, &found) ? SV_HELD_SURNAME : SV_HELD_OWN;
}

/* A tie, membership, position or contact of the person: the whole row is about it. */
static bool is_about(access *a, sv_sheet sheet, size_t row)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++)
        if (about->columns[column].type == SV_TYPE_ACTOR &&
            mention_refers_in(&a->who, SV_TYPE_ACTOR, sv_map_cell(a->map, sheet, row, column), &a->done))
            return true;
    return false;
}

static sv_held_how how_held(access *a, sv_sheet sheet, size_t row, size_t column)
{
    sv_type type = column_type(sheet, column);
    const char *text = sv_map_cell(a->map, sheet, row, column);
    if (sheet == SV_ACTORS && (column == SV_ACTOR_ID || (column == SV_ACTOR_NAME && mention_may_be_person(a->map, row))))
        return SV_HELD_OWN; /* it is somebody else's, also where it is the same */
    if (column >= sv_sheet_get(sheet)->n_columns && mention_is(&a->who, sv_map_header(a->map, sheet, column)))
        return SV_HELD_NAMED;
    if (reference_is(type) && type != SV_TYPE_ISSUE)
        return mention_refers_in(&a->who, type, text, &a->done) ? SV_HELD_NAMED : SV_HELD_OWN;
    return mentions(a, text);
}

static void look_in_row(access *a, sv_sheet sheet, size_t row)
{
    bool own = sheet == SV_ACTORS && row == a->who.actor, about = !own && is_about(a, sheet, row);
    for (size_t column = 0; column < sv_map_columns(a->map, sheet); column++) {
        sv_held_how how = own ? SV_HELD_OWN : SV_HELD_ABOUT;
        if (!*sv_map_cell(a->map, sheet, row, column))
            continue;
        if (!own && !about && (how = how_held(a, sheet, row, column)) == SV_HELD_OWN)
            continue;
        add(a, (sv_held_cell){{sheet, 0, row, column}, how});
    }
}

/* A row of an own sheet in which a whole cell is the person's name or id is about it. */
static void look_in_own_row(access *a, size_t number, size_t row)
{
    const sv_extra_sheet *sheet = sv_extra_sheet_get(a->map, number);
    bool about = false;
    for (size_t column = 0; column < sv_extra_sheet_columns(sheet); column++)
        about |= mention_is(&a->who, sv_extra_sheet_cell(sheet, row, column));
    for (size_t column = 0; column < sv_extra_sheet_columns(sheet); column++) {
        const char *text = sv_extra_sheet_cell(sheet, row, column);
        bool headed = mention_is(&a->who, sv_extra_sheet_header(sheet, column));
        sv_held_how how = about || headed ? SV_HELD_ABOUT : mentions(a, text);
        if (*text && how != SV_HELD_OWN)
            add(a, (sv_held_cell){{SV_SHEETS, number, row, column}, how});
    }
}

static void look_in_own_sheet(access *a, size_t number)
{
    const sv_extra_sheet *sheet = sv_extra_sheet_get(a->map, number);
    const char *json = sv_extra_sheet_json(sheet);
    if (json && mentions(a, json) != SV_HELD_OWN)
        add(a, (sv_held_cell){{SV_SHEETS, number, 0, SIZE_MAX}, mentions(a, json)});
    for (size_t row = 0; !json && row < sv_extra_sheet_rows(sheet); row++)
        look_in_own_row(a, number, row);
}

sv_status sv_access_find(const sv_map *map, size_t actor, sv_held_cell **list, size_t *n, sv_error *error)
{
    access a = {.map = map};
    a.done = mention_begin(&a.who, map, actor, NULL, NULL);
    for (int sheet = 0; a.done && sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; a.done && row < sv_map_rows(map, (sv_sheet)sheet); row++)
            look_in_row(&a, (sv_sheet)sheet, row);
    for (size_t i = 0; a.done && i < sv_extra_sheets(map); i++)
        look_in_own_sheet(&a, i);
    mention_clear(&a.who);
    if (!a.done) {
        free(a.list);
        a = (access){0};
    }
    *list = a.list;
    *n = a.n;
    return a.list ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL); /* its own row at least is there */
}
