/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Editions: the map as an audience may see it. The map itself is filtered before anything else looks at it,
 * so that no view or report can show what is not there. What may be seen is said by the columns, in columns.h.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "map.h"
#include "words.h"

/* Who is visible in an edition, and what it was made from. */
typedef struct edition {
    const sv_map *from;
    sv_map *to;
    sv_audience audience;
    bool *actor_shown, *issue_shown;
} edition;

/* A row's own word: team when it says nothing, private when what it says cannot be read. */
static sv_audience visibility_of(const sv_map *map, sv_sheet sheet, size_t row)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++) {
        const char *word;
        if (about->columns[column].type != SV_TYPE_VISIBILITY)
            continue;
        word = sv_map_cell(map, sheet, row, column);
        if (strcmp(word, "public") == 0)
            return SV_PUBLIC;
        return !*word || strcmp(word, "team") == 0 ? SV_TEAM : SV_PRIVATE;
    }
    return SV_PUBLIC; /* the sheet about the map itself, whose columns say what is public */
}

/*
 * True for a row that would say something else once the cells that are not public are gone: a tie of strength 0
 * is no tie, a certainty of 0 says nothing, and a rule without its exceptions forbids too much.
 */
static bool needs_hidden_cells(const sv_map *map, sv_sheet sheet, size_t row)
{
    if (sheet == SV_POSITIONS)
        return !*sv_map_cell(map, sheet, row, SV_POSITION_SOURCE) || sv_map_number(map, sheet, row, SV_POSITION_CERTAINTY) == 0;
    return sheet == SV_TIES && (sv_map_number(map, sheet, row, SV_TIE_STRENGTH) == 0 || sv_map_number(map, sheet, row, SV_TIE_CERTAINTY) == 0 ||
                                (strcmp(sv_map_cell(map, sheet, row, SV_TIE_KIND), "may_not_contact") == 0 && *sv_map_cell(map, sheet, row, SV_TIE_EXCEPT)));
}

/* A second column of that name is one of the user's own to us, but what it says of privacy counts all the same. */
static bool own_column_says_private(const sv_map *map, sv_sheet sheet, size_t row)
{
    const table_data *table = &map->tables[sheet];
    for (size_t column = sv_sheet_get(sheet)->n_columns; column < table->n_columns; column++) {
        const char *header = table->columns[column].header, *text = map_cell(table, row, column);
        const sv_word *word;
        if (!*text || (strncasecmp(header, "zichtbaarheid", 13) != 0 && strncasecmp(header, "visibility", 10) != 0))
            continue;
        word = sv_word_find(SV_TYPE_VISIBILITY, text);
        if (!word || strcmp(word->id, "private") == 0)
            return true;
    }
    return false;
}

static bool row_may_be_seen(const edition *made, sv_sheet sheet, size_t row)
{
    if (visibility_of(made->from, sheet, row) < made->audience || (made->audience != SV_PRIVATE && own_column_says_private(made->from, sheet, row)))
        return false;
    if (made->audience != SV_PUBLIC)
        return true;
    if (sv_sheet_get(sheet)->flags & SV_SHEET_NEVER_PUBLIC)
        return false;
    return sv_map_usable(made->from, sheet, row) && !needs_hidden_cells(made->from, sheet, row);
}

static bool *shown_rows(const edition *made, sv_sheet sheet)
{
    size_t n = sv_map_rows(made->from, sheet);
    bool *shown = sv_alloc(n, sizeof *shown);
    for (size_t row = 0; shown && row < n; row++)
        shown[row] = row_may_be_seen(made, sheet, row);
    return shown;
}

/* False when a text names an actor that this audience may not see. Of several with one name, one hidden is enough. */
static bool actor_text_may_be_seen(const edition *made, const char *text)
{
    size_t row = sv_lookup_get(&made->from->actor_ids, text);
    bool seen = true;
    if (row != SV_LOOKUP_NONE) /* an id means one actor, whatever others are called */
        return made->actor_shown[row];
    for (row = sv_lookup_get_folded(&made->from->actor_names, text); row != SV_LOOKUP_NONE && row != SV_NO_ROW; row = made->from->same_name[row])
        seen &= made->actor_shown[row];
    return seen;
}

static bool issue_text_may_be_seen(const edition *made, const char *text)
{
    size_t row = sv_lookup_get(&made->from->issue_ids, text);
    bool seen = row == SV_LOOKUP_NONE || made->issue_shown[row];
    for (row = sv_lookup_get_folded(&made->from->issue_titles, text); row != SV_LOOKUP_NONE && row != SV_NO_ROW; row = made->from->same_title[row])
        seen &= made->issue_shown[row];
    return seen;
}

/* A list without the actors that may not be seen. False without memory. */
static bool filter_list(const edition *made, bool themed, const char *text, sv_text *kept)
{
    sv_list_cursor cursor = {text};
    sv_text part = {0};
    while (sv_list_next(&cursor, &part)) {
        const char *colon = themed ? strrchr(part.bytes, ':') : NULL;
        const char *name = colon ? colon + 1 + strspn(colon + 1, " ") : part.bytes;
        if (actor_text_may_be_seen(made, name))
            sv_list_add(kept, part.bytes);
    }
    kept->failed |= part.failed;
    sv_text_clear(&part);
    return !kept->failed;
}

/* A sheet of any other shape cannot be filtered: where it says of anything that it is private, it stays behind whole. */
static bool extra_json_may_be_seen(const char *json)
{
    static const char *const keys[] = {"\"visibility\"", "\"zichtbaarheid\""}, *const open_words[] = {"team", "public", "openbaar", "intern"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        for (const char *at = strcasestr(json, keys[k]); at; at = strcasestr(at + 1, keys[k])) {
            const char *value = at + strlen(keys[k]) + strspn(at + strlen(keys[k]), " \t\r\n:\"");
            bool open = false;
            for (size_t i = 0; i < sizeof open_words / sizeof *open_words; i++)
                open |= strncasecmp(value, open_words[i], strlen(open_words[i])) == 0;
            if (!open)
                return false;
        }
    return true;
}

/* Parties and groups are words, but they may stand among the actors too, and be hidden there. */
static bool names_a_body(sv_sheet sheet, size_t column)
{
    return sheet == SV_ACTORS && (column == SV_ACTOR_PARTY || column == SV_ACTOR_GROUP);
}

/* The cell as this audience may see it, "" when not at all. False without memory. */
static bool filter_cell(const edition *made, sv_sheet sheet, size_t row, size_t column, sv_text *kept)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    const char *text = sv_map_cell(made->from, sheet, row, column);
    const sv_column *known = column < about->n_columns ? &about->columns[column] : NULL;
    bool seen = true;
    kept->length = 0;
    sv_text_add(kept, "");
    if (!*text || (made->audience == SV_PUBLIC && (!known || !(known->flags & SV_COLUMN_PUBLIC))))
        return !kept->failed;
    if (known && (known->type == SV_TYPE_ACTORS || known->type == SV_TYPE_SPOKESPERSONS))
        return filter_list(made, known->type == SV_TYPE_SPOKESPERSONS, text, kept);
    if (!known || known->type == SV_TYPE_ACTOR || known->type == SV_TYPE_ORGANISATION || names_a_body(sheet, column))
        seen = actor_text_may_be_seen(made, text);
    if (!known && sv_table_is_json(made->from, sheet, row, column))
        seen = extra_json_may_be_seen(text);
    if (known && known->type == SV_TYPE_ISSUE)
        seen = issue_text_may_be_seen(made, text);
    if (seen)
        sv_text_add(kept, text);
    return !kept->failed;
}

/* A row that names, in a required cell, something hidden is hidden with it. */
static bool row_depends_on_hidden(const edition *made, sv_sheet sheet, size_t row)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < about->n_columns; column++) {
        const char *text = sv_map_cell(made->from, sheet, row, column);
        if (!(about->columns[column].flags & SV_COLUMN_REQUIRED))
            continue;
        if (about->columns[column].type == SV_TYPE_ACTOR && !actor_text_may_be_seen(made, text))
            return true;
        if (about->columns[column].type == SV_TYPE_ISSUE && !issue_text_may_be_seen(made, text))
            return true;
    }
    return false;
}

static bool copy_row(edition *made, sv_sheet sheet, size_t row, sv_text *cell)
{
    const row_data *origin = &made->from->tables[sheet].rows[row];
    size_t to = sv_table_row(made->to, sheet, origin->file, origin->number);
    if (to == SV_NO_ROW)
        return false;
    made->to->tables[sheet].rows[to].spoiled = origin->spoiled || origin->refused; /* what made it unusable may stay behind */
    for (size_t column = 0; column < made->from->tables[sheet].n_columns; column++) {
        bool is_json = sv_table_is_json(made->from, sheet, row, column);
        if (!filter_cell(made, sheet, row, column, cell))
            return false;
        if (cell->length && is_json && !sv_table_put_json(made->to, sheet, to, column, cell->bytes))
            return false;
        if (cell->length && !is_json && !map_store(made->to, &made->to->tables[sheet], to, column, cell->bytes))
            return false;
    }
    return true;
}

/* A public edition does not even show what columns the team keeps beside the known ones. */
static bool copy_columns(edition *made, sv_sheet sheet)
{
    const table_data *table = &made->from->tables[sheet];
    const sv_sheet_about *about = sv_sheet_get(sheet);
    for (size_t column = 0; column < table->n_columns; column++) {
        bool known = column < about->n_columns;
        if (made->audience == SV_PUBLIC && !known)
            break;
        if (made->audience == SV_PUBLIC && !(about->columns[column].flags & SV_COLUMN_PUBLIC))
            continue;
        if (sv_table_column(made->to, sheet, table->columns[column].header) == SIZE_MAX)
            return false;
    }
    return true;
}

static bool copy_sheet(edition *made, sv_sheet sheet)
{
    const table_data *table = &made->from->tables[sheet];
    sv_text cell = {0};
    bool done = true;
    if (table->name)
        done = sv_table_name(made->to, sheet, table->file, table->name);
    done = done && copy_columns(made, sheet);
    for (size_t row = 0; done && row < table->n_rows; row++)
        if (row_may_be_seen(made, sheet, row) && !row_depends_on_hidden(made, sheet, row))
            done = copy_row(made, sheet, row, &cell);
    sv_text_clear(&cell);
    return done;
}

/* A sheet of the user's own may say in a column of its own what is private; what cannot be read is private too. */
static bool extra_row_may_be_seen(const sv_extra_sheet *extra, size_t row)
{
    for (size_t column = 0; column < extra->table.n_columns; column++) {
        const char *header = extra->table.columns[column].header, *text = map_cell(&extra->table, row, column);
        const sv_word *word;
        if (!sv_text_same(header, "zichtbaarheid") && !sv_text_same(header, "visibility"))
            continue;
        word = sv_word_find(SV_TYPE_VISIBILITY, text);
        if (*text && (!word || strcmp(word->id, "private") == 0))
            return false;
    }
    return true;
}

static bool copy_extra_rows(edition *made, const sv_extra_sheet *from, sv_extra_sheet *to)
{
    size_t kept = 0;
    for (size_t row = 0; row < from->table.n_rows; row++) {
        if (made->audience == SV_TEAM && !extra_row_may_be_seen(from, row))
            continue;
        for (size_t column = 0; column < from->table.n_columns; column++)
            if (!sv_extra_sheet_put(made->to, to, kept, column, map_cell(&from->table, row, column)))
                return false;
        kept++;
    }
    return true;
}

static bool copy_extra_sheets(edition *made)
{
    for (size_t i = 0; made->audience != SV_PUBLIC && i < made->from->n_extra; i++) {
        const sv_extra_sheet *from = made->from->extra[i];
        sv_extra_sheet *to;
        if (from->json && made->audience == SV_TEAM && !extra_json_may_be_seen(from->json))
            continue;
        to = sv_extra_sheet_add(made->to, sv_extra_sheet_name(from));
        if (!to || (from->json && !sv_extra_sheet_set_json(made->to, to, from->json)))
            return false;
        for (size_t column = 0; column < from->table.n_columns; column++)
            if (map_add_column(made->to, &to->table, from->table.columns[column].header) == SIZE_MAX)
                return false;
        if (!copy_extra_rows(made, from, to))
            return false;
    }
    return true;
}

sv_status sv_map_edition(const sv_map *map, sv_audience audience, sv_map **result, sv_error *error)
{
    edition made = {.from = map, .to = sv_map_new(), .audience = audience};
    sv_status status = SV_OK;
    bool done = made.to != NULL;
    made.actor_shown = shown_rows(&made, SV_ACTORS);
    made.issue_shown = shown_rows(&made, SV_ISSUES);
    done = done && made.actor_shown && made.issue_shown;
    for (int sheet = 0; done && sheet < SV_SHEETS; sheet++)
        done = copy_sheet(&made, (sv_sheet)sheet);
    done = done && copy_extra_sheets(&made);
    status = done ? sv_map_check(made.to, NULL, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(made.actor_shown);
    free(made.issue_shown);
    if (status != SV_OK) {
        sv_map_free(made.to);
        made.to = NULL;
    }
    *result = made.to;
    return status;
}

sv_status sv_map_may_be_public(const sv_map *map, size_t issue, sv_error *error)
{
    for (size_t row = 0; row < sv_map_rows(map, SV_POSITIONS); row++) {
        const sv_position *position = &map->positions[row];
        const sv_actor *actor;
        if (!position->usable || (issue != SV_NO_ROW && position->issue != issue))
            continue;
        actor = &map->actors[position->actor];
        if (!actor->kind->political)
            continue;
        if (visibility_of(map, SV_POSITIONS, row) != SV_PUBLIC || needs_hidden_cells(map, SV_POSITIONS, row) ||
            own_column_says_private(map, SV_POSITIONS, row))
            return sv_error_set(error, SV_E_PUBLIC_REFUSED, sv_map_cell(map, SV_ISSUES, position->issue, SV_ISSUE_TITLE), NULL);
    }
    return SV_OK;
}
