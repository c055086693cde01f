/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Taking somebody off a map. A new map is made, row by row and cell by cell, without the actor: rows about it stay
 * behind, references to it are taken out, and its name is taken out of every text. An id made from the same name is a
 * trace as well, and so is what others were called after it; those get another id, and all that refers to them follows.
 */
#include "forget.h"

#include <stdlib.h>

#include "map.h"
#include "references.h"

void sv_forgotten_clear(sv_forgotten *told)
{
    free(told->pieces);
    *told = (sv_forgotten){0};
}

bool sv_forgotten_any(const sv_forgotten *told)
{
    for (int sheet = 0; sheet <= SV_SHEETS; sheet++)
        if (told->rows[sheet])
            return true;
    for (size_t i = 0; i < told->n; i++)
        if (told->pieces[i].what != SV_FORGOT_UNSURE)
            return true;
    return false;
}

/* ---- Sheets ---- */

/* An own column in which others are named, by its header or by what stands in it: there also an id like a word is meant. */
static bool names_actors(const forgetting *f, sv_sheet sheet, size_t column)
{
    if (mention_is_header(sv_map_header(f->from, sheet, column)))
        return true;
    for (size_t row = 0; row < sv_map_rows(f->from, sheet); row++) {
        size_t actor = sv_map_find_actor(f->from, sv_map_cell(f->from, sheet, row, column));
        if (actor != SV_NO_ROW && actor != f->who.actor)
            return true;
    }
    return false;
}

/* A row that is about the actor: its own, or one that names it as what it is about. */
static bool is_about(forgetting *f, sv_sheet sheet, size_t row)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    bool done = true, found = forget_is_gone(f, sheet, row);
    for (size_t column = 0; !found && column < about->n_columns; column++)
        found = about->columns[column].type == SV_TYPE_ACTOR &&
                mention_refers_in(&f->who, SV_TYPE_ACTOR, sv_map_cell(f->from, sheet, row, column), &done);
    f->failed |= !done;
    return found;
}

/* The columns of a sheet: where each goes in the new map, SIZE_MAX for one whose header is the actor; and which name actors. */
typedef struct column_plan {
    size_t *to;
    bool *names;
} column_plan;

/* A column of the user's own: added, unless it is the actor's. Where it stands in the new map. */
static size_t plan_own(forgetting *f, sv_sheet sheet, const char *header)
{
    size_t to;
    if (mention_is(&f->who, header)) {
        forget_tell(f, SV_FORGOT_CELL, (sv_spot){sheet, 0, SV_NO_ROW, SIZE_MAX});
        return SIZE_MAX;
    }
    to = map_add_column(f->to, &f->to->tables[sheet], forget_in_name(f, header, (sv_spot){sheet, 0, SV_NO_ROW, SIZE_MAX}));
    f->failed |= to == SIZE_MAX;
    return to;
}

static void plan_columns(forgetting *f, sv_sheet sheet, column_plan *plan)
{
    size_t n = f->from->tables[sheet].n_columns, known = sv_sheet_get(sheet)->n_columns;
    plan->to = sv_alloc(n, sizeof *plan->to);
    plan->names = sv_alloc(n, sizeof *plan->names);
    f->failed |= !plan->to || !plan->names;
    for (size_t column = 0; !f->failed && column < n; column++) {
        const char *header = sv_map_header(f->from, sheet, column);
        plan->to[column] = column < known ? column : plan_own(f, sheet, header);
        plan->names[column] = column >= known && names_actors(f, sheet, column);
        f->failed |= column < known && !sv_table_rename(f->to, sheet, column, header);
    }
}

static void forget_row(forgetting *f, sv_sheet sheet, size_t row, const column_plan *plan, sv_text *cell)
{
    const row_data *origin = &f->from->tables[sheet].rows[row];
    size_t to = sv_table_row(f->to, sheet, origin->file, sv_map_rows(f->to, sheet) + f->first_row);
    f->failed |= to == SV_NO_ROW;
    if (f->failed)
        return;
    f->to->tables[sheet].rows[to].spoiled = origin->spoiled;
    for (size_t column = 0; !f->failed && column < f->from->tables[sheet].n_columns; column++) {
        sv_spot spot = {sheet, 0, to, plan->to[column]};
        if (spot.column == SIZE_MAX)
            continue;
        forget_cell(f, sheet, row, column, plan->names[column], &spot, cell);
        if (f->failed || !cell->length)
            continue;
        f->failed |= sv_table_is_json(f->from, sheet, row, column) ? !sv_table_put_json(f->to, sheet, to, spot.column, cell->bytes)
                                                                   : !map_store(f->to, &f->to->tables[sheet], to, spot.column, cell->bytes);
    }
}

static void forget_sheet(forgetting *f, sv_sheet sheet)
{
    const table_data *table = &f->from->tables[sheet];
    column_plan plan = {0};
    sv_text cell = {0};
    if (table->name)
        f->failed |= !sv_table_name(f->to, sheet, table->file, table->name);
    if (!f->failed)
        plan_columns(f, sheet, &plan);
    for (size_t row = 0; !f->failed && row < table->n_rows; row++) {
        if (!is_about(f, sheet, row))
            forget_row(f, sheet, row, &plan, &cell);
        else if (f->told)
            f->told->rows[sheet]++;
    }
    free(plan.to);
    free(plan.names);
    sv_text_clear(&cell);
}

/* ---- Sheets of the user's own ---- */

static bool own_column_names(const forgetting *f, const sv_extra_sheet *sheet, size_t column)
{
    if (mention_is_header(sv_extra_sheet_header(sheet, column)))
        return true;
    for (size_t row = 0; row < sv_extra_sheet_rows(sheet); row++) {
        size_t actor = sv_map_find_actor(f->from, sv_extra_sheet_cell(sheet, row, column));
        if (actor != SV_NO_ROW && actor != f->who.actor)
            return true;
    }
    return false;
}

/* A row in which a whole cell names the actor is about it. */
static bool own_row_is_about(const forgetting *f, const sv_extra_sheet *sheet, size_t row, const bool *names)
{
    for (size_t column = 0; column < sv_extra_sheet_columns(sheet); column++) {
        const char *cell = sv_extra_sheet_cell(sheet, row, column);
        if (*cell && (names[column] ? mention_is(&f->who, cell) : mention_is_surely(&f->who, cell)))
            return true;
    }
    return false;
}

/* The columns of an own sheet, as column_plan has them. */
static void plan_own_sheet(forgetting *f, size_t number, sv_extra_sheet *to, column_plan *plan)
{
    const sv_extra_sheet *from = sv_extra_sheet_get(f->from, number);
    size_t n = sv_extra_sheet_columns(from);
    plan->to = sv_alloc(n, sizeof *plan->to);
    plan->names = sv_alloc(n, sizeof *plan->names);
    f->failed |= !plan->to || !plan->names;
    for (size_t column = 0; !f->failed && column < n; column++) {
        const char *header = sv_extra_sheet_header(from, column);
        plan->names[column] = own_column_names(f, from, column);
        plan->to[column] = SIZE_MAX;
        if (mention_is(&f->who, header)) {
            forget_tell(f, SV_FORGOT_CELL, (sv_spot){SV_SHEETS, number, 0, SIZE_MAX});
            continue;
        }
        plan->to[column] = map_add_column(f->to, &to->table, forget_in_name(f, header, (sv_spot){SV_SHEETS, number, 0, SIZE_MAX}));
        f->failed |= plan->to[column] == SIZE_MAX;
    }
}

static void forget_own_row(forgetting *f, size_t number, size_t row, const column_plan *plan, sv_extra_sheet *to, sv_text *cell)
{
    const sv_extra_sheet *from = sv_extra_sheet_get(f->from, number);
    size_t to_row = sv_extra_sheet_rows(to);
    for (size_t column = 0; !f->failed && column < sv_extra_sheet_columns(from); column++) {
        sv_spot spot = {SV_SHEETS, number, to_row, plan->to[column]};
        if (spot.column == SIZE_MAX)
            continue;
        cell->length = 0;
        sv_text_add(cell, "");
        forget_text(f, sv_extra_sheet_cell(from, row, column), &spot, cell);
        f->failed |= !sv_extra_sheet_put(f->to, to, to_row, spot.column, sv_text_get(cell));
    }
}

static void forget_own_table(forgetting *f, size_t number, sv_extra_sheet *to)
{
    const sv_extra_sheet *from = sv_extra_sheet_get(f->from, number);
    column_plan plan = {0};
    sv_text cell = {0};
    plan_own_sheet(f, number, to, &plan);
    for (size_t row = 0; !f->failed && row < sv_extra_sheet_rows(from); row++) {
        if (!own_row_is_about(f, from, row, plan.names))
            forget_own_row(f, number, row, &plan, to, &cell);
        else if (f->told)
            f->told->rows[SV_SHEETS]++;
    }
    free(plan.to);
    free(plan.names);
    sv_text_clear(&cell);
}

static void forget_own_sheet(forgetting *f, size_t number)
{
    const sv_extra_sheet *from = sv_extra_sheet_get(f->from, number);
    sv_extra_sheet *to = sv_extra_sheet_add(f->to, forget_in_name(f, sv_extra_sheet_name(from), (sv_spot){SV_SHEETS, number, 0, SIZE_MAX}));
    const char *json = sv_extra_sheet_json(from);
    sv_text made = {0};
    size_t changes = 0;
    f->failed |= !to;
    if (f->failed)
        return;
    if (!json) {
        forget_own_table(f, number, to);
        return;
    }
    f->failed |= !forget_in_json(&f->who, json, &made, &changes) || !sv_extra_sheet_set_json(f->to, to, sv_text_get(&made));
    if (changes)
        forget_tell(f, SV_FORGOT_CELL, (sv_spot){SV_SHEETS, number, 0, SIZE_MAX});
    sv_text_clear(&made);
}

/* ---- All of it ---- */

sv_status sv_map_forget(const sv_map *map, const sv_forget_options *who, sv_map **rest, sv_forgotten *told, sv_error *error)
{
    forgetting f = {.from = map, .to = sv_map_new(), .told = told, .first_row = who->first_row};
    sv_status status;
    if (told)
        *told = (sv_forgotten){0};
    f.failed = !f.to;
    if (!f.failed)
        forget_find_who(&f, who);
    if (!f.failed) {
        forget_count_namesakes(&f);
        forget_find_ids(&f, SV_ACTORS, SV_ACTOR_ID, SV_ACTOR_NAME);
        forget_find_ids(&f, SV_ISSUES, SV_ISSUE_ID, SV_ISSUE_TITLE);
    }
    for (int sheet = 0; !f.failed && sheet < SV_SHEETS; sheet++)
        forget_sheet(&f, (sv_sheet)sheet);
    for (size_t i = 0; !f.failed && i < sv_extra_sheets(map); i++)
        forget_own_sheet(&f, i);
    status = f.failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : sv_map_check(f.to, NULL, error);
    free(f.fresh[SV_ACTORS]);
    free(f.fresh[SV_ISSUES]);
    mention_clear(&f.who);
    sv_arena_clear(&f.texts);
    if (status != SV_OK) {
        sv_map_free(f.to);
        f.to = NULL;
        if (told)
            sv_forgotten_clear(told);
    }
    *rest = f.to;
    return status;
}
