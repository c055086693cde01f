/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which actors may be one. Nobody compares everyone with everyone: each name gets a few keys (how its surname
 * sounds with an initial, how it begins and ends, its words in alphabetical order), and only names that share a
 * key are compared. This finds what people write in two ways, and misses:
 *   - a slip in the first letter of a surname, unless it sounds the same;
 *   - two slips in one surname, one near its beginning and one near its end, that also change its sound;
 *   - of more than `run_most` names with one key, pairs that stand further apart in the alphabet than `run_near`:
 *     in a map with a thousand J. Jansens not every pair of them is proposed;
 *   - pet names (Kees for Cornelis) and organisations that were given another name.
 * The keys are the idea of Fellegi and Sunter (1969), "blocking"; the comparing is in name_match.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "map.h"
#include "names.h"

enum { run_most = 100, run_near = 40 };

static const double more_organisation = 0.05, more_party = 0.03, more_group = 0.03; /* the same */
static const double less_organisation = 0.08, less_party = 0.2, less_group = 0.1;   /* another */

static const struct {
    const char *id, *text;
} reasons_table[SV_REASONS] = {
    [SV_REASON_SAME_NAME] = {"same-name", SV_TR("the same name")},
    [SV_REASON_SPELLING] = {"spelling", SV_TR("written a little differently")},
    [SV_REASON_SOUND] = {"sound", SV_TR("sounds the same")},
    [SV_REASON_INITIALS] = {"initials", SV_TR("initials that fit the first name")},
    [SV_REASON_MORE_GIVEN] = {"more-given", SV_TR("one has more first names or initials")},
    [SV_REASON_PREFIX] = {"prefix", SV_TR("the same name but for van, de, el and the like")},
    [SV_REASON_TITLE] = {"title", SV_TR("the same name but for a title")},
    [SV_REASON_ORDER] = {"order", SV_TR("the same names in another order")},
    [SV_REASON_DOUBLE_NAME] = {"double-name", SV_TR("one has a double surname")},
    [SV_REASON_SURNAME_ONLY] = {"surname-only", SV_TR("one has no first name")},
    [SV_REASON_LEGAL_FORM] = {"legal-form", SV_TR("the same name but for Stichting, Vereniging and the like")},
    [SV_REASON_ABBREVIATION] = {"abbreviation", SV_TR("one name abbreviates the other")},
    [SV_REASON_SAME_ORGANISATION] = {"same-organisation", SV_TR("the same organisation")},
    [SV_REASON_SAME_PARTY] = {"same-party", SV_TR("the same party")},
    [SV_REASON_SAME_GROUP] = {"same-group", SV_TR("the same council group")},
};

const char *sv_reason_id(sv_reason reason)
{
    return reasons_table[reason].id;
}

const char *sv_reason_text(sv_reason reason)
{
    return reasons_table[reason].text;
}

/* One actor with its name taken apart. */
typedef struct named {
    size_t actor;
    union {
        person_name person;
        organisation_name organisation;
    } name;
} named;

/* A name under a key. `surname` keys are for names without a first name: they meet everyone who is called so. */
typedef struct entry {
    uint64_t key;
    size_t at;
    bool surname;
} entry;

typedef struct search {
    const sv_map *map;
    double least;
    bool persons;
    sv_arena texts;
    named *names;
    size_t n_names;
    entry *entries;
    size_t n_entries, entries_capacity;
    sv_duplicate *found;
    size_t n_found, found_capacity;
    bool failed;
} search;

/* ---- Keys ---- */

/* FNV-1a over two texts. Two keys with one number only cost a comparison. */
static void add_key(search *work, size_t at, char kind, const char *text, const char *more)
{
    const char *parts[] = {text, more};
    uint64_t hash = (14695981039346656037ULL ^ (unsigned char)kind) * 1099511628211ULL;
    for (int i = 0; i < 2; i++) {
        for (const char *c = parts[i]; *c; c++)
            hash = (hash ^ (unsigned char)*c) * 1099511628211ULL;
        hash = (hash ^ '|') * 1099511628211ULL;
    }
    if (!sv_grow(&work->entries, &work->entries_capacity, work->n_entries + 1, sizeof *work->entries)) {
        work->failed = true;
        return;
    }
    work->entries[work->n_entries++] = (entry){hash, at, kind == '*'};
}

/* The first three and the last three letters: a slip leaves one of them as it was. */
static void add_ends(search *work, size_t at, const char *word, const char *initial)
{
    size_t n = strlen(word);
    char start[4] = {0};
    if (n < 6)
        return;
    memcpy(start, word, 3);
    add_key(work, at, '<', start, initial);
    add_key(work, at, '>', word + n - 3, initial);
}

static int compare_words(const void *left, const void *right)
{
    return strcmp(((const name_word *)left)->text, ((const name_word *)right)->text);
}

static void add_person_keys(search *work, size_t at)
{
    const person_name *name = &work->names[at].name.person;
    name_word words[given_names_most + last_names_most];
    size_t n = name->n_given + name->n_last;
    char sound[64], all[512] = "";
    for (size_t i = 0; i < name->n_last; i++) {
        name_sound(name->last[i].text, true, sound, sizeof sound);
        add_key(work, at, '*', sound, "");
        for (size_t j = 0; j < name->n_given; j++) {
            char initial[2] = {*name->given[j].text, '\0'};
            add_key(work, at, 's', sound, initial);
            add_ends(work, at, name->last[i].text, initial);
        }
    }
    memcpy(words, name->given, name->n_given * sizeof *words);
    memcpy(words + name->n_given, name->last, name->n_last * sizeof *words);
    qsort(words, n, sizeof *words, compare_words);
    for (size_t i = 0; i < n; i++)
        snprintf(all + strlen(all), sizeof all - strlen(all), "%s ", words[i].text);
    add_key(work, at, 'o', all, "");
}

static void add_organisation_keys(search *work, size_t at)
{
    const organisation_name *name = &work->names[at].name.organisation;
    char sound[64];
    for (size_t i = 0; i < name->n_words; i++) {
        name_sound(name->words[i].text, true, sound, sizeof sound);
        add_key(work, at, 't', sound, "");
        add_ends(work, at, name->words[i].text, "");
    }
    add_key(work, at, 'w', name->whole, "");
    add_key(work, at, 'l', name->letters, "");
    if (name->n_words == 1)
        add_key(work, at, 'l', name->whole, "");
}

/* ---- Comparing ---- */

/* What the same cell, or another one, adds; nothing where either is empty. */
static double beside(const sv_map *map, size_t a, size_t b, size_t column, double more, double less, sv_reason reason, unsigned *reasons)
{
    const char *left = sv_map_cell(map, SV_ACTORS, a, column), *right = sv_map_cell(map, SV_ACTORS, b, column);
    size_t actor = *left && *right ? sv_map_find_actor(map, left) : SV_NO_ROW;
    if (!*left || !*right)
        return 0;
    if (!sv_text_same(left, right) && (actor == SV_NO_ROW || actor != sv_map_find_actor(map, right)))
        return -less;
    *reasons |= 1U << reason;
    return more;
}

static void consider(search *work, size_t left, size_t right)
{
    const named *l = &work->names[left], *r = &work->names[right];
    sv_duplicate one = {.a = l->actor < r->actor ? l->actor : r->actor, .b = l->actor < r->actor ? r->actor : l->actor};
    one.score = work->persons ? person_names_alike(&l->name.person, &r->name.person, &one.reasons)
                              : organisation_names_alike(&l->name.organisation, &r->name.organisation, &one.reasons);
    if (one.score <= 0)
        return;
    one.score += beside(work->map, one.a, one.b, SV_ACTOR_ORGANISATION, more_organisation, less_organisation, SV_REASON_SAME_ORGANISATION,
                        &one.reasons);
    one.score += beside(work->map, one.a, one.b, SV_ACTOR_PARTY, more_party, less_party, SV_REASON_SAME_PARTY, &one.reasons);
    one.score += beside(work->map, one.a, one.b, SV_ACTOR_GROUP, more_group, less_group, SV_REASON_SAME_GROUP, &one.reasons);
    one.score = one.score > 1 ? 1 : one.score;
    if (one.score < work->least)
        return;
    if (!sv_grow(&work->found, &work->found_capacity, work->n_found + 1, sizeof *work->found))
        work->failed = true;
    else
        work->found[work->n_found++] = one;
}

/* All pairs of a short run; of a long one, each with those that stand near it in the alphabet. */
static void compare_run(search *work, const entry *run, size_t n)
{
    size_t near = n > run_most ? run_near : n;
    for (size_t i = 0; i < n && !work->failed; i++)
        for (size_t j = i + 1; j < n && j - i <= near && !work->failed; j++) {
            bool bare = run->surname && (!work->names[run[i].at].name.person.n_given || !work->names[run[j].at].name.person.n_given);
            if (run[i].at != run[j].at && (!run->surname || bare))
                consider(work, run[i].at, run[j].at);
        }
}

static int compare_entries(const void *left, const void *right)
{
    const entry *l = left, *r = right;
    if (l->key != r->key)
        return l->key < r->key ? -1 : 1;
    return l->at < r->at ? -1 : l->at > r->at;
}

static void compare_all(search *work)
{
    size_t start = 0;
    if (work->n_entries)
        qsort(work->entries, work->n_entries, sizeof *work->entries, compare_entries);
    for (size_t i = 1; i <= work->n_entries && !work->failed; i++)
        if (i == work->n_entries || work->entries[i].key != work->entries[start].key) {
            compare_run(work, &work->entries[start], i - start);
            start = i;
        }
}

/* ---- Persons, then organisations ---- */

static const char *first_of(const name_word *words, size_t n)
{
    return n ? words[0].text : "";
}

static int compare_persons(const void *left, const void *right)
{
    const named *l = left, *r = right;
    const person_name *a = &l->name.person, *b = &r->name.person;
    int order = strcmp(first_of(a->last, a->n_last), first_of(b->last, b->n_last));
    if (!order)
        order = strcmp(first_of(a->given, a->n_given), first_of(b->given, b->n_given));
    return order ? order : l->actor < r->actor ? -1 : l->actor > r->actor;
}

static int compare_organisations(const void *left, const void *right)
{
    const named *l = left, *r = right;
    int order = strcmp(l->name.organisation.whole, r->name.organisation.whole);
    return order ? order : l->actor < r->actor ? -1 : l->actor > r->actor;
}

/* An actor without a kind may be either. */
static bool is_wanted(const search *work, const sv_actor *actor)
{
    return actor->usable && (actor->kind->of == SV_CLASS_UNKNOWN || (actor->kind->of == SV_CLASS_PERSON) == work->persons);
}

static void search_class(search *work, bool persons)
{
    work->persons = persons;
    work->n_names = work->n_entries = 0;
    for (size_t row = 0; row < sv_map_rows(work->map, SV_ACTORS) && !work->failed; row++) {
        const sv_actor *actor = sv_map_actor(work->map, row);
        named *place = &work->names[work->n_names];
        if (!is_wanted(work, actor))
            continue;
        place->actor = row;
        work->failed = !(persons ? person_name_read(actor->name, &work->texts, &place->name.person)
                                 : organisation_name_read(actor->name, &work->texts, &place->name.organisation));
        work->n_names++;
    }
    if (!work->failed)
        qsort(work->names, work->n_names, sizeof *work->names, persons ? compare_persons : compare_organisations);
    for (size_t i = 0; i < work->n_names && !work->failed; i++)
        persons ? add_person_keys(work, i) : add_organisation_keys(work, i);
    compare_all(work);
    sv_arena_clear(&work->texts);
}

/* ---- The answer ---- */

static int compare_pairs(const void *left, const void *right)
{
    const sv_duplicate *l = left, *r = right;
    if (l->a != r->a)
        return l->a < r->a ? -1 : 1;
    if (l->b != r->b)
        return l->b < r->b ? -1 : 1;
    return l->score > r->score ? -1 : l->score < r->score;
}

static int compare_scores(const void *left, const void *right)
{
    const sv_duplicate *l = left, *r = right;
    if (l->score != r->score)
        return l->score > r->score ? -1 : 1;
    return compare_pairs(left, right);
}

/* A pair is found under several keys: it is kept once, and the best come first. */
static void sort_found(search *work)
{
    size_t n = 0;
    if (!work->n_found)
        return;
    qsort(work->found, work->n_found, sizeof *work->found, compare_pairs);
    for (size_t i = 0; i < work->n_found; i++)
        if (n == 0 || work->found[i].a != work->found[n - 1].a || work->found[i].b != work->found[n - 1].b)
            work->found[n++] = work->found[i];
    work->n_found = n;
    qsort(work->found, n, sizeof *work->found, compare_scores);
}

sv_status sv_map_duplicates(const sv_map *map, double least, sv_duplicate **found, size_t *n, sv_error *error)
{
    search work = {.map = map, .least = least};
    sv_status status = SV_OK;
    *found = NULL;
    *n = 0;
    work.names = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *work.names);
    work.failed = !work.names;
    if (!work.failed)
        search_class(&work, true);
    if (!work.failed)
        search_class(&work, false);
    if (work.failed) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        free(work.found);
    } else {
        sort_found(&work);
        *found = work.found;
        *n = work.n_found;
    }
    sv_arena_clear(&work.texts);
    free(work.names);
    free(work.entries);
    return status;
}
