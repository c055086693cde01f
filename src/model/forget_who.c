/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Who is to be forgotten, also in an older copy of the map, and whose ids give the name away: those made from the same
 * name, and those of bodies and issues that were called after the person.
 */
#include "forget.h"

#include <string.h>

#include "map.h"
#include "names.h"

/* ---- Who ---- */

/* The same person in an older copy: the id, and a name that looks alike. */
static bool looks_alike(const sv_map *map, size_t row, const char *name, bool *done)
{
    sv_arena texts = {0};
    person_name mine, theirs;
    unsigned reasons = 0;
    bool alike;
    if (!*name || sv_text_same(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_NAME), name))
        return true;
    *done = person_name_read(name, &texts, &mine) && person_name_read(sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_NAME), &texts, &theirs);
    alike = *done && person_names_alike(&mine, &theirs, &reasons) > 0;
    sv_arena_clear(&texts);
    return alike;
}

/* The row that is meant; SV_NO_ROW for none. */
static size_t find_row(forgetting *f, const sv_forget_options *options)
{
    size_t row = *options->id ? sv_lookup_get(&f->from->actor_ids, options->id) : SV_NO_ROW;
    bool done = true;
    if (row != SV_NO_ROW && looks_alike(f->from, row, options->name, &done))
        return row;
    f->failed |= !done;
    row = *options->name && !options->by_id_only ? sv_lookup_get_folded(&f->from->actor_names, options->name) : SV_NO_ROW;
    return row != SV_NO_ROW && f->from->same_name[row] == SV_NO_ROW ? row : SV_NO_ROW;
}

/* Look for the row's own name and id, and for those that were asked for where they are others. */
void forget_find_who(forgetting *f, const sv_forget_options *options)
{
    size_t row = find_row(f, options);
    const char *name = options->name, *id = options->id;
    f->failed |= !mention_begin(&f->who, f->from, row, name, id);
    if (f->failed || row == SV_NO_ROW)
        return;
    if (*name && (!f->who.names[0] || !sv_text_same(f->who.names[0], name)))
        f->who.names[1] = name;
    if (*id && (!f->who.ids[0] || strcmp(f->who.ids[0], id) != 0))
        f->who.ids[1] = id;
}

bool forget_is_gone(const forgetting *f, sv_sheet sheet, size_t row)
{
    return sheet == SV_ACTORS && row == f->who.actor;
}

void forget_count_namesakes(forgetting *f)
{
    for (size_t row = 0; f->told && row < sv_map_rows(f->from, SV_ACTORS); row++)
        f->told->namesakes += !forget_is_gone(f, SV_ACTORS, row) && f->who.names[0] && mention_may_be_person(f->from, row) &&
                              sv_text_same(sv_map_cell(f->from, SV_ACTORS, row, SV_ACTOR_NAME), f->who.names[0]);
}

/* ---- Ids that tell ---- */

/* "p7-2" beside "p7": made because the id was taken. */
static bool is_numbered(const char *id, const char *forgotten)
{
    size_t n = strlen(forgotten);
    return strncmp(id, forgotten, n) == 0 && id[n] == '-' && id[n + 1] && strspn(id + n + 1, "0123456789") == strlen(id + n + 1);
}

static bool id_tells(const forgetting *f, const char *id)
{
    mention found;
    bool tells = mention_is(&f->who, id) || mention_next(&f->who, id, 0, &found);
    for (size_t i = 0; i < mention_names_most; i++)
        tells |= f->who.ids[i] && is_numbered(id, f->who.ids[i]);
    return tells;
}

/* True when words of an id together are the name: "vrienden-van-jan-jansen". */
static bool holds_slug(forgetting *f, const char *id, const char *name)
{
    sv_text slug = {0};
    bool found = false;
    size_t n;
    f->failed |= !sv_text_slug(name, &slug);
    n = slug.length;
    for (const char *at = id; n && !found && (at = strstr(at, slug.bytes)) != NULL; at++)
        found = (at == id || strchr("-_", at[-1])) && strchr("-_", at[n]);
    sv_text_clear(&slug);
    return found;
}

/* Whether the row was called after the actor, its id too. People keep their names. */
static bool is_called_after(forgetting *f, sv_sheet sheet, size_t row, const char *id, size_t name_column)
{
    mention found;
    bool holds = false;
    if ((sheet == SV_ACTORS && mention_may_be_person(f->from, row)) ||
        !mention_next(&f->who, sv_map_cell(f->from, sheet, row, name_column), 0, &found))
        return false;
    for (size_t i = 0; i < mention_names_most; i++)
        holds |= f->who.names[i] && holds_slug(f, id, f->who.names[i]);
    return holds;
}

/* An id that no row has: "actor-1", "actor-2" … NULL without memory. */
static const char *free_id(forgetting *f, sv_sheet sheet, size_t *tried)
{
    const sv_lookup *ids = sheet == SV_ACTORS ? &f->from->actor_ids : &f->from->issue_ids;
    sv_text id = {0};
    const char *kept;
    do {
        id.length = 0;
        sv_text_addf(&id, "%s-%zu", sheet == SV_ACTORS ? "actor" : "issue", ++*tried);
    } while (!id.failed && (sv_lookup_get(ids, id.bytes) != SV_LOOKUP_NONE || id_tells(f, id.bytes)));
    kept = id.failed ? NULL : sv_arena_text(&f->texts, id.bytes, id.length);
    sv_text_clear(&id);
    f->failed |= !kept;
    return kept;
}

/* Of two rows with one id, which is a fault, both get the same new one; but not that of the actor itself. */
void forget_find_ids(forgetting *f, sv_sheet sheet, size_t id_column, size_t name_column)
{
    size_t n = sv_map_rows(f->from, sheet), tried = 0;
    f->fresh[sheet] = sv_alloc(n, sizeof *f->fresh[sheet]);
    f->failed |= !f->fresh[sheet];
    for (size_t row = 0; !f->failed && row < n; row++) {
        const char *id = sv_map_cell(f->from, sheet, row, id_column);
        size_t first = sv_lookup_get(sheet == SV_ACTORS ? &f->from->actor_ids : &f->from->issue_ids, id);
        if (forget_is_gone(f, sheet, row) || !*id)
            continue;
        if (first != SV_LOOKUP_NONE && first < row && !forget_is_gone(f, sheet, first))
            f->fresh[sheet][row] = f->fresh[sheet][first];
        else if (id_tells(f, id) || is_called_after(f, sheet, row, id, name_column))
            f->fresh[sheet][row] = free_id(f, sheet, &tried);
    }
}
