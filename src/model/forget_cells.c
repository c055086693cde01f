/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Forgetting, cell by cell: references are taken out, texts lose the name, and what was called after it follows its new id. */
#include "forget.h"

#include <string.h>

#include "map.h"
#include "references.h"

void forget_tell(forgetting *f, sv_forgot what, sv_spot spot)
{
    sv_forgotten *told = f->told;
    if (!told)
        return;
    if (!sv_grow(&told->pieces, &told->capacity, told->n + 1, sizeof *told->pieces))
        f->failed = true;
    else
        told->pieces[told->n++] = (sv_forgot_piece){what, spot};
}

/* ---- Texts ---- */

bool forget_in_text(const mention_who *who, const char *text, sv_text *out)
{
    mention found;
    size_t at = 0;
    for (; mention_next(who, text, at, &found); at = found.start + found.length) {
        sv_text_add_n(out, text + at, found.start - at);
        sv_text_add(out, SV_FORGOTTEN);
    }
    sv_text_add(out, text + at);
    return at > 0;
}

static bool has_surname(const forgetting *f, const char *text)
{
    mention found;
    return mention_next_surname(&f->who, text, 0, &found);
}

const char *forget_in_name(forgetting *f, const char *text, sv_spot spot)
{
    sv_text made = {0};
    const char *kept = text;
    if (forget_in_text(&f->who, text, &made)) {
        kept = made.failed ? NULL : sv_arena_text(&f->texts, made.bytes, made.length);
        forget_tell(f, SV_FORGOT_TEXT, spot);
    } else if (has_surname(f, text)) {
        forget_tell(f, SV_FORGOT_UNSURE, spot);
    }
    f->failed |= !kept || made.failed;
    sv_text_clear(&made);
    return kept ? kept : "";
}

/* ---- Cells ---- */

/* What a reference to somebody else becomes: their new id. */
static const char *follow(void *context, bool issue, const char *text)
{
    const forgetting *f = context;
    sv_sheet sheet = issue ? SV_ISSUES : SV_ACTORS;
    size_t row = issue ? sv_map_find_issue(f->from, text) : sv_map_find_actor(f->from, text);
    return row != SV_NO_ROW && f->fresh[sheet][row] ? f->fresh[sheet][row] : text;
}

/* A list without the parts that name the actor. True when there were any. */
static bool leave_out_parts(forgetting *f, sv_type type, const char *cell, sv_text *out)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    bool any = false;
    while (sv_list_next(&cursor, &part)) {
        if (mention_refers(&f->who, reference_actor_of(type, part.bytes)))
            any = true;
        else
            sv_list_add(out, part.bytes);
    }
    f->failed |= part.failed || out->failed;
    sv_text_clear(&part);
    return any;
}

/* Who told something stays somebody: two that were forgotten are not to be taken for one that is not named. */
static bool is_informant(sv_sheet sheet, sv_type type)
{
    return type == SV_TYPE_ORGANISATION && sheet != SV_ACTORS;
}

/* A cell of a type that names actors or issues, into `out`. True when it named the actor. */
static bool forget_reference(forgetting *f, sv_sheet sheet, sv_type type, const char *cell, sv_text *out)
{
    sv_text left = {0};
    bool named = false;
    if (type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS)
        named = leave_out_parts(f, type, cell, &left);
    else if (type != SV_TYPE_ISSUE && mention_refers(&f->who, cell))
        named = true;
    else
        sv_text_add(&left, cell);
    if (named && is_informant(sheet, type))
        sv_text_add(&left, SV_FORGOTTEN);
    f->failed |= left.failed || !reference_rewrite(type, sv_text_get(&left), follow, f, out);
    sv_text_clear(&left);
    return named;
}

/* The new id of whoever else a whole cell names by the old one; NULL for none. */
static const char *fresh_id(const forgetting *f, const char *cell)
{
    size_t actor = sv_lookup_get(&f->from->actor_ids, cell), issue = sv_lookup_get(&f->from->issue_ids, cell);
    if (actor != SV_LOOKUP_NONE && f->fresh[SV_ACTORS][actor])
        return f->fresh[SV_ACTORS][actor];
    return issue != SV_LOOKUP_NONE ? f->fresh[SV_ISSUES][issue] : NULL;
}

void forget_text(forgetting *f, const char *cell, const sv_spot *spot, sv_text *out)
{
    const char *fresh = fresh_id(f, cell);
    sv_text cleaned = {0};
    bool named = !fresh && forget_in_text(&f->who, cell, &cleaned);
    if (fresh) {
        sv_text_add(out, fresh);
        return;
    }
    sv_text_add(out, sv_text_get(&cleaned));
    if (named)
        forget_tell(f, SV_FORGOT_TEXT, *spot);
    else if (*cell && (has_surname(f, cell) || mention_is(&f->who, cell)))
        forget_tell(f, SV_FORGOT_UNSURE, *spot);
    f->failed |= cleaned.failed || out->failed;
    sv_text_clear(&cleaned);
}

/* A cell of an own column, or of an own sheet: there a whole cell may name the actor too. */
static void forget_own(forgetting *f, const char *cell, bool column_names, const sv_spot *spot, sv_text *out)
{
    if (column_names ? mention_is(&f->who, cell) : mention_is_surely(&f->who, cell))
        forget_tell(f, SV_FORGOT_CELL, *spot);
    else
        forget_text(f, cell, spot, out);
}

static void forget_json_cell(forgetting *f, const char *cell, const sv_spot *spot, sv_text *out)
{
    size_t changes = 0;
    f->failed |= !forget_in_json(&f->who, cell, out, &changes);
    if (changes)
        forget_tell(f, SV_FORGOT_CELL, *spot);
    if (strcmp(sv_text_get(out), "null") == 0)
        out->length = 0;
}

/* Numbers, dates and words that are ours: "team" is no name there. */
static bool is_fixed(sv_type type, const char *cell)
{
    if (type == SV_TYPE_TEXT || type == SV_TYPE_NAME || type == SV_TYPE_ID || type == SV_TYPE_LIST)
        return false;
    if (type == SV_TYPE_ACTOR_KIND)
        return sv_actor_kind_find(cell) != NULL;
    return type == SV_TYPE_TIE_KIND ? sv_tie_kind_find(cell) != NULL : sv_cell_is_canonical(type, cell);
}

void forget_cell(forgetting *f, sv_sheet sheet, size_t row, size_t column, bool column_names, const sv_spot *spot, sv_text *out)
{
    const char *cell = sv_map_cell(f->from, sheet, row, column);
    sv_type type = column_type(sheet, column);
    bool own = column >= sv_sheet_get(sheet)->n_columns;
    out->length = 0;
    sv_text_add(out, "");
    if (!*cell)
        return;
    if (f->fresh[sheet] && column == (sheet == SV_ACTORS ? (size_t)SV_ACTOR_ID : (size_t)SV_ISSUE_ID)) {
        sv_text_add(out, f->fresh[sheet][row] ? f->fresh[sheet][row] : cell);
        if (f->fresh[sheet][row])
            forget_tell(f, SV_FORGOT_ID, *spot);
    } else if (own && sv_table_is_json(f->from, sheet, row, column)) {
        forget_json_cell(f, cell, spot, out);
    } else if (own) {
        forget_own(f, cell, column_names, spot, out);
    } else if (sheet == SV_ACTORS && column == SV_ACTOR_NAME && mention_may_be_person(f->from, row)) {
        sv_text_add(out, cell); /* a person's own name, whatever it has in it */
    } else if (reference_is(type)) {
        sv_text named = {0};
        bool was_named = forget_reference(f, sheet, type, cell, &named);
        if (was_named)
            forget_tell(f, SV_FORGOT_CELL, *spot);
        forget_text(f, sv_text_get(&named), spot, out);
        sv_text_clear(&named);
    } else if (is_fixed(type, cell)) {
        sv_text_add(out, cell);
    } else {
        forget_text(f, cell, spot, out);
    }
    f->failed |= out->failed;
}
