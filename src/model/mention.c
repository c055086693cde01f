/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Mentions: names are compared folded (case, accents, spaces and hyphens do not count) and must stand as whole words.
 * A hyphen before or after goes on with the name: "Jan Jansen-Smit" is somebody else; "jan-jansen-2" is not.
 */
#include "mention.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"
#include "names.h"
#include "references.h"
#include "table.h"

enum { shortest_surname = 3 };

/* ---- Words ---- */

static bool is_hyphen(uint32_t character)
{
    return character == '-' || character == 0x2010 || character == 0x2011;
}

/* The character before a place in a text; 0 at its start. *before, when given, is where it stands. */
static uint32_t character_before(const char *text, size_t at, size_t *before)
{
    uint32_t character = 0;
    size_t start = at;
    while (start > 0 && ((unsigned char)text[--start] & 0xC0) == 0x80)
        continue;
    if (at > 0)
        sv_utf8_next(text + start, &character);
    if (before)
        *before = start;
    return character;
}

static uint32_t character_at(const char *text)
{
    uint32_t character = 0;
    sv_utf8_next(text, &character);
    return character;
}

/* A word may begin here: no letter stands before it, nor a hyphen that goes on with a word. */
static bool opens(const char *text, size_t at)
{
    size_t start;
    uint32_t before = character_before(text, at, &start);
    return !sv_utf8_is_word(before) && !(is_hyphen(before) && sv_utf8_is_word(character_before(text, start, NULL)));
}

/* A word may end here: neither a letter comes, nor a hyphen and a letter. */
static bool closes(const char *end)
{
    uint32_t next = 0, after;
    size_t n = sv_utf8_next(end, &next);
    if (!is_hyphen(next))
        return !sv_utf8_is_word(next);
    after = character_at(end + n);
    return !sv_utf8_is_word(after) || (after >= '0' && after <= '9');
}

/* ---- Matching ---- */

/* The bytes of `text` that fold to what `name` folds to, as whole words, with an s of possession; 0 when it does not begin so. */
static size_t match_name(const char *text, const char *name)
{
    sv_fold in_text = {.at = text}, in_name = {.at = name};
    uint32_t wanted;
    bool any = false;
    while ((wanted = sv_fold_next(&in_name)) != 0) {
        if (sv_fold_next(&in_text) != wanted)
            return 0;
        any = true;
    }
    if (!any || in_text.used != in_text.n)
        return 0;
    if (closes(in_text.at))
        return (size_t)(in_text.at - text);
    return *in_text.at == 's' && closes(in_text.at + 1) ? (size_t)(in_text.at + 1 - text) : 0;
}

static bool goes_on_with_id(uint32_t character)
{
    return sv_utf8_is_word(character) || character == '-' || character == '_';
}

static size_t match_id(const char *text, size_t at, const char *id)
{
    size_t n = strlen(id);
    bool same = strncmp(text + at, id, n) == 0;
    return same && !goes_on_with_id(character_before(text, at, NULL)) && !goes_on_with_id(character_at(text + at + n)) ? n : 0;
}

/* The longest of the names of others that stands here. */
static size_t match_others(const mention_who *who, const char *text)
{
    size_t longest = 0;
    for (size_t i = 0; i < who->n_others; i++) {
        size_t n = match_name(text, who->others[i]);
        longest = n > longest ? n : longest;
    }
    return longest;
}

/* False for a character that folds to nothing, such as a space: no name begins with it. */
static bool is_there(const char *text)
{
    sv_fold fold = {.at = text};
    uint32_t character;
    size_t n = sv_utf8_next(text, &character);
    return sv_fold_next(&fold) && fold.at == text + n;
}

/* True when an id is one by its looks: it has a letter, and a digit, hyphen or underscore. Others are looked for as whole cells only. */
static bool id_stands_out(const char *id)
{
    return strpbrk(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") && strpbrk(id, "0123456789-_");
}

/* A whole name or an id at this place; its length. */
static size_t match_whole(const mention_who *who, const char *text, size_t at)
{
    bool begins = is_there(text + at) && opens(text, at);
    size_t longest = 0;
    for (size_t i = 0; i < mention_names_most; i++) {
        size_t n = who->names[i] && begins ? match_name(text + at, who->names[i]) : 0;
        longest = n > longest ? n : longest;
        n = who->ids[i] && id_stands_out(who->ids[i]) ? match_id(text, at, who->ids[i]) : 0;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static size_t match_surname(const mention_who *who, const char *text)
{
    for (size_t i = 0; i < mention_surnames_most && who->surnames[i]; i++) {
        size_t n = match_name(text, who->surnames[i]);
        if (n)
            return n;
    }
    return 0;
}

bool mention_next(const mention_who *who, const char *text, size_t from, mention *found)
{
    uint32_t character;
    for (size_t at = from, step; (step = sv_utf8_next(text + at, &character)) > 0; at += step) {
        size_t others = sv_utf8_is_word(character) && opens(text, at) ? match_others(who, text + at) : 0;
        size_t n = others ? 0 : match_whole(who, text, at);
        if (n) {
            *found = (mention){at, n};
            return true;
        }
        step = others ? others : step;
    }
    return false;
}

/* Only with a capital, as names are written: "bakker" is a trade. */
bool mention_next_surname(const mention_who *who, const char *text, size_t from, mention *found)
{
    uint32_t character;
    for (size_t at = from, step; (step = sv_utf8_next(text + at, &character)) > 0; at += step) {
        sv_fold fold = {.at = text + at};
        size_t n;
        if (!sv_utf8_is_word(character) || !opens(text, at))
            continue;
        n = match_others(who, text + at);
        if (!n)
            n = match_whole(who, text, at);
        if (n) {
            step = n;
            continue;
        }
        n = sv_fold_next(&fold) != character ? match_surname(who, text + at) : 0;
        if (n) {
            *found = (mention){at, n};
            return true;
        }
    }
    return false;
}

static bool is_name(const mention_who *who, const char *text)
{
    sv_fold folded = {.at = text};
    bool any = sv_fold_next(&folded) != 0;
    for (size_t i = 0; i < mention_names_most; i++)
        if (who->names[i] && (strcmp(who->names[i], text) == 0 || (any && sv_text_same(who->names[i], text))))
            return true;
    return false;
}

static bool is_id(const mention_who *who, const char *text, bool surely)
{
    for (size_t i = 0; i < mention_names_most; i++)
        if (who->ids[i] && strcmp(who->ids[i], text) == 0 && (!surely || id_stands_out(text)))
            return true;
    return false;
}

bool mention_is(const mention_who *who, const char *text)
{
    return is_id(who, text, false) || is_name(who, text);
}

bool mention_is_surely(const mention_who *who, const char *text)
{
    return is_id(who, text, true) || is_name(who, text);
}

bool mention_is_header(const char *header)
{
    if (sv_text_same(header, "id"))
        return true;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        size_t column = sv_column_find((sv_sheet)sheet, header);
        sv_type type = column == SIZE_MAX ? SV_TYPE_TEXT : column_type((sv_sheet)sheet, column);
        if (reference_is(type) && type != SV_TYPE_ISSUE)
            return true;
    }
    return false;
}

bool mention_refers(const mention_who *who, const char *text)
{
    size_t row = sv_map_find_actor(who->map, text);
    return row != SV_NO_ROW && (row == who->actor || who->actor != SV_NO_ROW) ? row == who->actor : mention_is(who, text);
}

bool mention_refers_in(const mention_who *who, sv_type type, const char *cell, bool *done)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    bool found = false;
    if (type == SV_TYPE_ACTOR || type == SV_TYPE_ORGANISATION)
        return *cell && mention_refers(who, cell);
    if (type != SV_TYPE_ACTORS && type != SV_TYPE_SPOKESPERSONS)
        return false;
    while (!found && sv_list_next(&cursor, &part))
        found = mention_refers(who, reference_actor_of(type, part.bytes));
    *done &= !part.failed;
    sv_text_clear(&part);
    return found;
}

/* ---- Who ---- */

/* The words of a person's last name; of a name of one word there are none. False without memory. */
static bool find_surnames(mention_who *who)
{
    person_name read;
    size_t n = 0;
    if (!person_name_read(who->names[0], &who->texts, &read))
        return false;
    for (size_t i = 0; read.n_given && i < read.n_last && n < mention_surnames_most; i++)
        if (sv_utf8_count(read.last[i].text) >= shortest_surname)
            who->surnames[n++] = read.last[i].text;
    return true;
}

bool mention_may_be_person(const sv_map *map, size_t actor)
{
    sv_class of = sv_map_actor(map, actor)->kind->of;
    return of == SV_CLASS_PERSON || of == SV_CLASS_UNKNOWN;
}

/*
 * Other actors in whose names one of ours occurs: where those stand they are meant. Not those of the very same name,
 * nor what was called after a person.
 */
static bool find_others(mention_who *who, bool person)
{
    const sv_map *map = who->map;
    const char **others = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *others);
    size_t n = 0;
    for (size_t row = 0; others && row < sv_map_rows(map, SV_ACTORS); row++) {
        const char *name = sv_map_cell(map, SV_ACTORS, row, SV_ACTOR_NAME);
        mention found;
        if (person && !mention_may_be_person(map, row))
            continue;
        if (row != who->actor && !mention_is(who, name) &&
            (mention_next(who, name, 0, &found) || mention_next_surname(who, name, 0, &found)))
            others[n++] = name;
    }
    who->others = others;
    who->n_others = n;
    return others != NULL;
}

bool mention_begin(mention_who *who, const sv_map *map, size_t actor, const char *name, const char *id)
{
    bool person = true;
    *who = (mention_who){.map = map, .actor = actor};
    if (actor != SV_NO_ROW) {
        person = mention_may_be_person(map, actor);
        name = sv_map_cell(map, SV_ACTORS, actor, SV_ACTOR_NAME);
        id = sv_map_cell(map, SV_ACTORS, actor, SV_ACTOR_ID);
    }
    who->names[0] = *name ? name : NULL;
    who->ids[0] = *id ? id : NULL;
    return (!person || !*name || find_surnames(who)) && find_others(who, person);
}

void mention_clear(mention_who *who)
{
    free(who->others);
    sv_arena_clear(&who->texts);
    *who = (mention_who){0};
}
