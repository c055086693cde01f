/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pseudonyms. Names are numbered in the order of a keyed hash, so that neither the alphabet nor the order of the rows
 * is left in the numbers. The key is made from the seed, or from every cell of the map: who has only a list of names, such
 * as that of a council, cannot make it again.
 */
#include "pseudonyms.h"

#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "map.h"
#include "references.h"

/* "Party %zu" …: what each sort of word is called. */
static const char *const called[PSEUDONYM_SORTS] = {
    [PSEUDONYM_PARTY] = SV_TR("Party %zu"),         [PSEUDONYM_GROUP] = SV_TR("Group %zu"),
    [PSEUDONYM_THEME] = SV_TR("Theme %zu"),         [PSEUDONYM_NEIGHBOURHOOD] = SV_TR("Neighbourhood %zu"),
    [PSEUDONYM_SECTOR] = SV_TR("Sector %zu"),       [PSEUDONYM_LIFE_DOMAIN] = SV_TR("Life domain %zu"),
    [PSEUDONYM_PLACE] = SV_TR("Place %zu"),         [PSEUDONYM_ORGANISATION] = SV_TR("Organisation %zu"),
    [PSEUDONYM_INFORMANT] = SV_TR("Informant %zu"),
};

/* The columns of words. What stands in them may also be an actor of the map. */
static const struct word_column {
    sv_sheet sheet;
    size_t column;
    pseudonym_sort sort;
    bool list;
} word_columns[] = {
    {SV_ACTORS, SV_ACTOR_PARTY, PSEUDONYM_PARTY, false},
    {SV_GROUPS, SV_GROUP_PARTY, PSEUDONYM_PARTY, false},
    {SV_ACTORS, SV_ACTOR_GROUP, PSEUDONYM_GROUP, false},
    {SV_GROUPS, SV_GROUP_NAME, PSEUDONYM_GROUP, false},
    {SV_ACTORS, SV_ACTOR_THEMES, PSEUDONYM_THEME, true},
    {SV_ISSUES, SV_ISSUE_THEMES, PSEUDONYM_THEME, true},
    {SV_SIGNALS, SV_SIGNAL_THEME, PSEUDONYM_THEME, false},
    {SV_GROUPS, SV_GROUP_SPOKESPERSONS, PSEUDONYM_THEME, true},
    {SV_ACTORS, SV_ACTOR_NEIGHBOURHOOD, PSEUDONYM_NEIGHBOURHOOD, true},
    {SV_SIGNALS, SV_SIGNAL_NEIGHBOURHOOD, PSEUDONYM_NEIGHBOURHOOD, true},
    {SV_ACTORS, SV_ACTOR_SECTOR, PSEUDONYM_SECTOR, true},
    {SV_ACTORS, SV_ACTOR_LIFE_DOMAIN, PSEUDONYM_LIFE_DOMAIN, true},
    {SV_SIGNALS, SV_SIGNAL_LIFE_DOMAIN, PSEUDONYM_LIFE_DOMAIN, true},
    {SV_EVENTS, SV_EVENT_PLACE, PSEUDONYM_PLACE, false},
    {SV_ACTORS, SV_ACTOR_ORGANISATION, PSEUDONYM_ORGANISATION, false},
    {SV_TIES, SV_TIE_INFORMANT, PSEUDONYM_INFORMANT, false},
    {SV_POSITIONS, SV_POSITION_INFORMANT, PSEUDONYM_INFORMANT, false},
    {SV_CONTACTS, SV_CONTACT_BY, PSEUDONYM_INFORMANT, false},
};

enum { n_word_columns = sizeof word_columns / sizeof *word_columns };

pseudonym_sort pseudonym_column(sv_sheet sheet, size_t column, bool *list)
{
    for (size_t i = 0; i < n_word_columns; i++)
        if (word_columns[i].sheet == sheet && word_columns[i].column == column) {
            *list = word_columns[i].list;
            return word_columns[i].sort;
        }
    return PSEUDONYM_SORTS;
}

/* ---- The key ---- */

uint64_t pseudonym_hash(const pseudonyms *p, const char *text)
{
    return sv_siphash(&p->key, text, strlen(text));
}

/* Everything that stands in the map, cell after cell, into one number. */
static uint64_t hash_map(const sv_map *map, sv_siphash_key key)
{
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(map, (sv_sheet)sheet); row++)
            for (size_t column = 0; column < sv_map_columns(map, (sv_sheet)sheet); column++) {
                const char *cell = sv_map_cell(map, (sv_sheet)sheet, row, column);
                key.k0 = sv_siphash(&key, cell, strlen(cell) + 1);
            }
    return key.k0;
}

static void make_key(pseudonyms *p, const char *seed)
{
    static const sv_siphash_key starts[] = {{1, 2}, {3, 4}};
    p->key.k0 = seed ? sv_siphash(&starts[0], seed, strlen(seed)) : hash_map(p->map, starts[0]);
    p->key.k1 = seed ? sv_siphash(&starts[1], seed, strlen(seed)) : hash_map(p->map, starts[1]);
}

/* ---- Numbering ---- */

/* What is to be numbered: parts first by `group`, then in the order of the hash. */
typedef struct numbered {
    int group;
    uint64_t hash;
    const char *text;
    size_t row;
} numbered;

static int compare_numbered(const void *a, const void *b)
{
    const numbered *left = a, *right = b;
    int order;
    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    order = strcmp(left->text, right->text);
    return order ? order : left->row < right->row ? -1 : left->row > right->row;
}

static const char *keep_format(pseudonyms *p, const char *format, size_t number)
{
    sv_text text = {0};
    const char *kept;
    sv_text_addf(&text, sv_translate(p->language, format), number);
    kept = text.failed ? NULL : sv_arena_text(&p->texts, text.bytes, text.length);
    sv_text_clear(&text);
    return kept;
}

/* ---- Actors and issues ---- */

/* Of each class, and of issues: the beginning of an id, and of a name. People come first. */
static const struct {
    const char *id, *name;
} classes[SV_CLASSES + 1] = {
    [SV_CLASS_UNKNOWN] = {"x%zu", SV_TR("Actor %zu")},
    [SV_CLASS_PERSON] = {"p%zu", SV_TR("Person %zu")},
    [SV_CLASS_ORGANISATION] = {"o%zu", SV_TR("Organisation %zu")},
    [SV_CLASS_ALLIANCE] = {"a%zu", SV_TR("Alliance %zu")},
    [SV_CLASSES] = {"i%zu", SV_TR("Issue %zu")},
};

static int class_of(const pseudonyms *p, int which, size_t row)
{
    return which == pseudonym_issues ? SV_CLASSES : (int)sv_map_actor(p->map, row)->kind->of;
}

/* Number the actors, or the issues; rows that cannot be used have no number. */
static bool number_rows(pseudonyms *p, int which)
{
    sv_sheet sheet = which == pseudonym_issues ? SV_ISSUES : SV_ACTORS;
    size_t column = which == pseudonym_issues ? (size_t)SV_ISSUE_ID : (size_t)SV_ACTOR_ID, n = sv_map_rows(p->map, sheet),
           count[SV_CLASSES + 1] = {0};
    numbered *list = sv_alloc(n, sizeof *list);
    bool done;
    p->order[which] = sv_alloc(n, sizeof(size_t));
    p->ids[which] = sv_alloc(n, sizeof(const char *));
    p->names[which] = sv_alloc(n, sizeof(const char *));
    done = list && p->order[which] && p->ids[which] && p->names[which];
    for (size_t row = 0; done && row < n; row++) {
        const char *id = sv_map_cell(p->map, sheet, row, column);
        if (sv_map_usable(p->map, sheet, row))
            list[p->n[which]++] = (numbered){(class_of(p, which, row) + SV_CLASSES) % (SV_CLASSES + 1), pseudonym_hash(p, id), id, row};
    }
    if (done && p->n[which])
        qsort(list, p->n[which], sizeof *list, compare_numbered);
    for (size_t i = 0; done && i < p->n[which]; i++) {
        size_t row = list[i].row, number = ++count[class_of(p, which, row)];
        p->order[which][i] = row;
        p->ids[which][row] = keep_format(p, classes[class_of(p, which, row)].id, number);
        p->names[which][row] = keep_format(p, classes[class_of(p, which, row)].name, number);
        done = p->ids[which][row] && p->names[which][row];
    }
    if (which == pseudonym_actors)
        memcpy(p->n_of_class, count, sizeof p->n_of_class);
    free(list);
    return done;
}

/* ---- Words ---- */

/* The usable actor that a word names. */
static size_t actor_called(const pseudonyms *p, const char *text)
{
    size_t row = sv_map_find_actor(p->map, text);
    return row != SV_NO_ROW && p->names[pseudonym_actors][row] ? row : SV_NO_ROW;
}

/* The pseudonym of a word that is an actor too, or of a group that is called as a party; NULL for any other. */
static const char *elsewhere(const pseudonyms *p, pseudonym_sort sort, const char *text)
{
    size_t actor = actor_called(p, text), party = SV_LOOKUP_NONE;
    if (actor != SV_NO_ROW)
        return p->names[pseudonym_actors][actor];
    if (sort == PSEUDONYM_GROUP)
        party = sv_lookup_get_folded(&p->words[PSEUDONYM_PARTY].places, text);
    return party == SV_LOOKUP_NONE ? NULL : p->words[PSEUDONYM_PARTY].names[party];
}

const char *pseudonym_of(const pseudonyms *p, pseudonym_sort sort, const char *text)
{
    const char *other = elsewhere(p, sort, text);
    size_t place = sv_lookup_get_folded(&p->words[sort].places, text);
    if (other)
        return other;
    return place == SV_LOOKUP_NONE ? "" : p->words[sort].names[place];
}

/* Words under collection. */
typedef struct collecting {
    pseudonyms *p;
    pseudonym_sort sort;
    numbered *list;
    size_t n, capacity;
    bool done;
} collecting;

/* A word, once. Its place is settled when all are there. */
static void collect_word(collecting *c, const char *word)
{
    pseudonym_words *words = &c->p->words[c->sort];
    sv_text folded = {0};
    const char *kept;
    if (!*word || elsewhere(c->p, c->sort, word) || sv_lookup_get_folded(&words->places, word) != SV_LOOKUP_NONE)
        return;
    c->done = sv_text_fold(word, &folded) && sv_grow(&c->list, &c->capacity, c->n + 1, sizeof *c->list);
    kept = c->done ? sv_arena_text(&c->p->texts, folded.bytes, folded.length) : NULL;
    c->done = kept && sv_lookup_put(&words->places, kept, 0);
    if (c->done)
        c->list[c->n++] = (numbered){0, pseudonym_hash(c->p, kept), kept, 0};
    sv_text_clear(&folded);
}

static void collect_cell(collecting *c, const struct word_column *column, const char *cell)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    if (!column->list) {
        collect_word(c, cell);
        return;
    }
    while (c->done && sv_list_next(&cursor, &part)) {
        if (column->column == SV_GROUP_SPOKESPERSONS && column->sheet == SV_GROUPS) { /* "theme:actor" */
            const char *actor = reference_actor_of(SV_TYPE_SPOKESPERSONS, part.bytes);
            part.bytes[actor == part.bytes ? 0 : strcspn(part.bytes, ":")] = '\0';
        }
        collect_word(c, part.bytes);
    }
    c->done &= !part.failed;
    sv_text_clear(&part);
}

/* Number the words of one sort; `first` is the number of the first. */
static bool number_words(pseudonyms *p, pseudonym_sort sort, size_t first)
{
    collecting c = {.p = p, .sort = sort, .done = true};
    pseudonym_words *words = &p->words[sort];
    for (size_t i = 0; i < n_word_columns; i++)
        for (size_t row = 0; word_columns[i].sort == sort && c.done && row < sv_map_rows(p->map, word_columns[i].sheet); row++)
            if (sv_map_usable(p->map, word_columns[i].sheet, row))
                collect_cell(&c, &word_columns[i], sv_map_cell(p->map, word_columns[i].sheet, row, word_columns[i].column));
    words->names = c.done ? sv_alloc(c.n, sizeof *words->names) : NULL;
    c.done = words->names != NULL;
    if (c.done && c.n)
        qsort(c.list, c.n, sizeof *c.list, compare_numbered);
    for (size_t i = 0; c.done && i < c.n; i++) {
        words->names[i] = keep_format(p, called[sort], first + i);
        c.done = words->names[i] && sv_lookup_put(&words->places, c.list[i].text, i);
    }
    words->n = c.done ? c.n : 0;
    free(c.list);
    return c.done;
}

/* ---- All of it ---- */

bool pseudonyms_begin(pseudonyms *p, const sv_map *map, const char *seed, sv_language language)
{
    bool done;
    *p = (pseudonyms){.map = map, .language = language};
    make_key(p, seed);
    done = number_rows(p, pseudonym_actors) && number_rows(p, pseudonym_issues);
    for (int sort = 0; done && sort < PSEUDONYM_SORTS; sort++)
        done = number_words(p, (pseudonym_sort)sort, sort == PSEUDONYM_ORGANISATION ? p->n_of_class[SV_CLASS_ORGANISATION] + 1 : 1);
    return done;
}

void pseudonyms_end(pseudonyms *p)
{
    for (int which = 0; which < 2; which++) {
        free(p->order[which]);
        free(p->ids[which]);
        free(p->names[which]);
    }
    for (int sort = 0; sort < PSEUDONYM_SORTS; sort++) {
        sv_lookup_clear(&p->words[sort].places);
        free(p->words[sort].names);
    }
    sv_arena_clear(&p->texts);
    *p = (pseudonyms){0};
}
