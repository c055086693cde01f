/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Reading council registers: Popolo (popoloproject.com) as Open Raadsinformatie publishes it, with British or
 * American keys, memberships inside persons or organisations or on their own, in any number of files.
 */
#include "popolo.h"

#include <cjson/cJSON.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"
#include "encoding.h"
#include "json.h"
#include "register.h"

/* The walk through one file. */
typedef struct walk {
    council_register *to;
    sv_problems *problems;
    entry_place at;
} walk;

/* ---- Values ---- */

static const cJSON *get(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* The first of two keys that is there: both spellings of organisation are in use. */
static const cJSON *get_either(const cJSON *object, const char *british, const char *american)
{
    const cJSON *value = get(object, british);
    return value ? value : get(object, american);
}

/* A text (or number) as clean text of our own, without white space around it; NULL when there is nothing in it. */
static const char *text_of(walk *w, const cJSON *value)
{
    char number[32];
    char *copy;
    const char *kept, *start;
    size_t n;
    if (cJSON_IsNumber(value))
        sv_number_write(value->valuedouble, number);
    else if (!cJSON_IsString(value))
        return NULL;
    start = cJSON_IsNumber(value) ? number : value->valuestring;
    copy = sv_copy_text(start, strlen(start));
    if (!copy) {
        w->to->failed = true;
        return NULL;
    }
    n = sv_encoding_clean(copy, strlen(copy));
    start = copy;
    while (n > 0 && strchr(" \t\r\n", *start))
        start++, n--;
    while (n > 0 && strchr(" \t\r\n", start[n - 1]))
        n--;
    kept = n ? sv_arena_text(&w->to->texts, start, n) : NULL;
    w->to->failed |= n > 0 && !kept;
    free(copy);
    return kept;
}

/* A date as yyyymmdd; of "2014" or "2014-03" the first day, or for an end the last. 0 when there is none. */
static int date_of(walk *w, const cJSON *value, bool end)
{
    const char *text = text_of(w, value);
    int date = 0;
    char whole[16];
    if (!text || sv_date_parse(text, &date))
        return date;
    if (strspn(text, "0123456789-") != strlen(text) || (strlen(text) != 4 && strlen(text) != 7))
        return 0;
    for (int day = end ? 31 : 1; day > 0; day--) {
        if (strlen(text) == 4)
            snprintf(whole, sizeof whole, "%s-%02d-%02d", text, end ? 12 : 1, day);
        else
            snprintf(whole, sizeof whole, "%s-%02d", text, day);
        if (sv_date_parse(whole, &date))
            return date;
    }
    return 0;
}

/* An entry that names nobody and nothing. Only what it is gets told: the rest may be personal. */
static void report_nameless(walk *w, const cJSON *entry)
{
    sv_place place = {.row = w->at.number};
    const char *role = text_of(w, get(entry, "role")), *classification = text_of(w, get(entry, "classification"));
    sv_text_fit(place.file, sizeof place.file, w->at.file);
    sv_problems_add(w->problems, SV_E_NAMELESS, &place, role ? role : classification ? classification : "–", NULL);
}

static void look_at_source(walk *w, const cJSON *entry)
{
    const cJSON *identifier = get(entry, "identifiers");
    for (identifier = cJSON_IsArray(identifier) ? identifier->child : NULL; identifier; identifier = identifier->next) {
        const cJSON *scheme = get(identifier, "scheme");
        w->to->is_ori |= cJSON_IsString(scheme) && strcmp(scheme->valuestring, "ORI") == 0;
    }
}

/* ---- Entries ---- */

/* The body with this id, made when it is new; SIZE_MAX when it has neither id nor name. What was lacking is filled in. */
static size_t put_body(walk *w, const char *id, const char *name, const char *classification)
{
    council_register *to = w->to;
    size_t i;
    id = id ? id : name;
    if (!id || to->failed)
        return SIZE_MAX;
    i = sv_lookup_get(&to->body_ids, id);
    if (i == SV_LOOKUP_NONE) {
        i = to->n_bodies;
        if (!sv_grow(&to->bodies, &to->bodies_capacity, i + 1, sizeof *to->bodies) || !sv_lookup_put(&to->body_ids, id, i)) {
            to->failed = true;
            return SIZE_MAX;
        }
        to->bodies[to->n_bodies++] = (register_body){.id = id, .at = w->at};
    }
    if (!to->bodies[i].name)
        to->bodies[i].name = name;
    if (!to->bodies[i].classification)
        to->bodies[i].classification = classification;
    return i;
}

static size_t put_person(walk *w, const char *id, const char *name)
{
    council_register *to = w->to;
    size_t i;
    id = id ? id : name;
    if (!id || to->failed)
        return SIZE_MAX;
    i = sv_lookup_get(&to->person_ids, id);
    if (i == SV_LOOKUP_NONE) {
        i = to->n_persons;
        if (!sv_grow(&to->persons, &to->persons_capacity, i + 1, sizeof *to->persons) || !sv_lookup_put(&to->person_ids, id, i)) {
            to->failed = true;
            return SIZE_MAX;
        }
        to->persons[to->n_persons++] = (register_person){.id = id, .at = w->at, .joined = i};
    }
    if (!to->persons[i].name)
        to->persons[i].name = name;
    return i;
}

static size_t read_body(walk *w, const cJSON *body)
{
    look_at_source(w, body);
    return put_body(w, text_of(w, get(body, "id")), text_of(w, get(body, "name")), text_of(w, get(body, "classification")));
}

/* The name, or else the parts it is made of. */
static const char *name_of(walk *w, const cJSON *person)
{
    const char *name = text_of(w, get(person, "name")), *given, *family;
    sv_text both = {0};
    if (name)
        return name;
    given = text_of(w, get(person, "given_name"));
    family = text_of(w, get(person, "family_name"));
    if (!given || !family)
        return family ? family : given;
    sv_text_addf(&both, "%s %s", given, family);
    name = both.failed ? NULL : sv_arena_text(&w->to->texts, both.bytes, both.length);
    w->to->failed |= !name;
    sv_text_clear(&both);
    return name;
}

/* Persons without an id are told apart by where they stand: two of the same name need not be one. */
static size_t read_person(walk *w, const cJSON *person)
{
    const char *id = text_of(w, get(person, "id")), *name = name_of(w, person);
    char standing_there[40];
    look_at_source(w, person);
    if (!id && name) {
        snprintf(standing_there, sizeof standing_there, "%s%p", REGISTER_NO_ID, (const void *)person);
        id = sv_arena_text(&w->to->texts, standing_there, strlen(standing_there));
        w->to->failed |= !id;
    }
    return put_person(w, id, name);
}

/* A membership of a person in a body; either is known when it stands inside of it (else SIZE_MAX). */
static void read_seat(walk *w, const cJSON *seat, size_t person, size_t body)
{
    council_register *to = w->to;
    const cJSON *inside = get_either(seat, "organisation", "organization");
    const char *role = text_of(w, get(seat, "role")), *id;
    if (body == SIZE_MAX) {
        id = text_of(w, get_either(seat, "organisation_id", "organization_id"));
        body = put_body(w, id ? id : text_of(w, get(inside, "id")), text_of(w, get(inside, "name")),
                        text_of(w, get(inside, "classification")));
    }
    if (person == SIZE_MAX) {
        id = text_of(w, get(seat, "person_id"));
        inside = get(seat, "person");
        person = put_person(w, id ? id : text_of(w, get(inside, "id")), name_of(w, inside));
    }
    if (to->failed)
        return;
    if (person == SIZE_MAX || body == SIZE_MAX) {
        report_nameless(w, seat);
        return;
    }
    if (!sv_grow(&to->seats, &to->seats_capacity, to->n_seats + 1, sizeof *to->seats)) {
        to->failed = true;
        return;
    }
    role = role ? role : text_of(w, get(seat, "label"));
    to->seats[to->n_seats++] = (register_seat){.person = person,
                                               .body = body,
                                               .role = role ? role : "",
                                               .since = date_of(w, get(seat, "start_date"), false),
                                               .until = date_of(w, get(seat, "end_date"), true),
                                               .at = w->at};
}

/* ---- Files ---- */

typedef enum entry_kind { ENTRY_PERSON = 0, ENTRY_BODY, ENTRY_SEAT, ENTRY_GUESS } entry_kind;

/* What an entry is when its array does not say it. */
static entry_kind guess(const cJSON *entry)
{
    const cJSON *memberships = get(entry, "memberships"), *first = cJSON_IsArray(memberships) ? memberships->child : NULL;
    if (get(entry, "person_id") || get(entry, "person") || get_either(entry, "organisation_id", "organization_id"))
        return ENTRY_SEAT;
    if (get(entry, "classification") || get(entry, "posts") || get(entry, "founding_date"))
        return ENTRY_BODY;
    return first && (get(first, "person_id") || get(first, "person")) && !get_either(first, "organisation_id", "organization_id")
               ? ENTRY_BODY
               : ENTRY_PERSON;
}

/*
 * One entry, without (pass 0) or with (pass 1) the memberships inside it: all bodies and persons are met
 * before the first membership, so that they keep the order and the names of their own lists.
 */
static void read_entry(walk *w, const cJSON *entry, entry_kind kind, int pass)
{
    const cJSON *memberships = get(entry, "memberships");
    size_t person = SIZE_MAX, body = SIZE_MAX;
    if (kind == ENTRY_GUESS)
        kind = guess(entry);
    if (kind == ENTRY_SEAT) {
        if (pass == 1)
            read_seat(w, entry, SIZE_MAX, SIZE_MAX);
        return;
    }
    if (kind == ENTRY_BODY)
        body = read_body(w, entry);
    else
        person = read_person(w, entry);
    if (person == SIZE_MAX && body == SIZE_MAX) {
        if (pass == 0)
            report_nameless(w, entry);
        return;
    }
    if (pass == 1 && cJSON_IsArray(memberships))
        for (const cJSON *seat = memberships->child; seat && !w->to->failed; seat = seat->next)
            read_seat(w, seat, person, body);
}

static void read_array(walk *w, const cJSON *array, entry_kind kind, int pass)
{
    w->at.number = 0;
    for (const cJSON *entry = array->child; entry && !w->to->failed; entry = entry->next) {
        w->at.number++;
        read_entry(w, entry, kind, pass);
    }
}

static void read_file(walk *w, const cJSON *tree, int pass)
{
    static const struct {
        const char *key;
        entry_kind kind;
    } lists[] = {{"persons", ENTRY_PERSON},
                 {"people", ENTRY_PERSON},
                 {"organisations", ENTRY_BODY},
                 {"organizations", ENTRY_BODY},
                 {"memberships", ENTRY_SEAT}};
    bool found = false;
    if (cJSON_IsArray(tree)) {
        read_array(w, tree, ENTRY_GUESS, pass);
        return;
    }
    /* memberships on their own in an object that has a name are that of one person or body */
    for (size_t i = 0; i < sizeof lists / sizeof *lists && !get(tree, "name") && !get(tree, "id"); i++) {
        const cJSON *list = get(tree, lists[i].key);
        if (!cJSON_IsArray(list))
            continue;
        read_array(w, list, lists[i].kind, pass);
        found = true;
    }
    w->at.number = 1;
    if (!found)
        read_entry(w, tree, ENTRY_GUESS, pass);
}

static void clear(council_register *to)
{
    free(to->bodies);
    free(to->persons);
    free(to->seats);
    sv_lookup_clear(&to->body_ids);
    sv_lookup_clear(&to->person_ids);
    sv_arena_clear(&to->texts);
}

sv_status sv_popolo_read(const cJSON *const *trees, const char *const *files, size_t n, sv_map *map, sv_problems *problems, sv_error *error)
{
    council_register to = {0};
    sv_status status = SV_OK;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < n && !to.failed; i++) {
            walk w = {.to = &to, .problems = problems, .at = {.file = files[i]}};
            read_file(&w, trees[i], pass);
        }
    if (to.failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else if (to.n_bodies + to.n_persons == 0)
        status = sv_error_set(error, SV_E_FORMAT_UNKNOWN, files[0], SV_TR("persons or organisations of a council register"));
    else if (!register_fill_map(&to, map, problems))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    clear(&to);
    return status;
}
