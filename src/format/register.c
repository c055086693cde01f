/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From council register to map: which office somebody holds, who is listed twice, and which rows that makes.
 * Registers list a fractievoorzitter both as such and as raadslid, and a locoburgemeester also as wethouder.
 */
#include "register.h"

#include <string.h>

#include "../base/text.h"
#include "../model/table.h"

/*
 * Offices by a word in the role, folded; the first that fits counts. Somebody with several has the kind with
 * the highest rank: an alderman or mayor holds no seat in the council, whatever else the register says.
 */
static const struct {
    const char *word, *kind;
    size_t rank;
} offices[] = {{"burgerraadslid", "committee_member", 2},
               {"duoraadslid", "committee_member", 2},
               {"steunraadslid", "committee_member", 2},
               {"schaduwraadslid", "committee_member", 2},
               {"steunfractielid", "committee_member", 2},
               {"burgerlid", "committee_member", 2},
               {"commissielid", "committee_member", 2},
               {"commissieraadslid", "committee_member", 2},
               {"fractievolger", "committee_member", 2},
               {"fractievertegenwoordiger", "committee_member", 2},
               {"locoburgemeester", "alderman", 6},
               {"wethouder", "alderman", 6},
               {"burgemeester", "mayor", 7},
               {"griffie", "clerk", 5},
               {"gemeentesecretaris", "secretary", 4},
               {"raadslid", "council_member", 3},
               {"lidvanderaad", "council_member", 3},
               {"fractievoorzitter", "council_member", 3},
               {"fractieleider", "council_member", 3}};

/* What registers call bodies, folded. */
static const struct {
    const char *word, *kind;
    bool is_group;
} bodies[] = {{"municipality", "municipality", false},
              {"council", "council", false},
              {"gemeenteraad", "council", false},
              {"party", "party", false},
              {"politicalparty", "party", false},
              {"fractie", "party", true},
              {"faction", "party", true},
              {"parliamentarygroup", "party", true},
              {"politicalgroup", "party", true},
              {"committee", "committee", false}};

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* ---- Kinds ---- */

static bool name_bodies(council_register *r)
{
    for (size_t i = 0; i < r->n_bodies; i++) {
        register_body *body = &r->bodies[i];
        const sv_actor_kind *kind;
        sv_text folded = {0};
        if (!body->name)
            body->name = body->id;
        body->kind = body->classification ? body->classification : "organisation";
        if (!sv_text_fold(body->kind, &folded)) {
            sv_text_clear(&folded);
            return false;
        }
        kind = sv_actor_kind_find(body->kind);
        if (kind)
            body->kind = kind->id;
        for (size_t j = 0; j < sizeof bodies / sizeof *bodies; j++)
            if (same(folded.bytes, bodies[j].word)) {
                body->kind = bodies[j].kind;
                body->is_group = bodies[j].is_group;
            }
        sv_text_clear(&folded);
    }
    return true;
}

/* The kind that goes with a role in a body of some kind, and its rank; NULL when it is no office. */
static const char *kind_of_role(council_register *r, const char *role, const char *body_kind, size_t *rank)
{
    sv_text folded = {0};
    const char *kind = NULL;
    const sv_actor_kind *other;
    if (!sv_text_fold(role, &folded)) {
        r->failed = true;
        sv_text_clear(&folded);
        return NULL;
    }
    if (strncmp(folded.bytes, "oud", 3) != 0 && strncmp(folded.bytes, "voormalig", 9) != 0)
        for (size_t i = 0; i < sizeof offices / sizeof *offices && !kind; i++)
            if (strstr(folded.bytes, offices[i].word)) {
                kind = offices[i].kind;
                *rank = offices[i].rank;
            }
    other = kind ? NULL : sv_actor_kind_find(role);
    if (other && other->of == SV_CLASS_PERSON && !(same(other->id, "secretary") && same(body_kind, "party"))) {
        kind = other->id;
        *rank = 1;
        for (size_t i = 0; i < sizeof offices / sizeof *offices; i++)
            if (same(offices[i].kind, kind))
                *rank = offices[i].rank;
    }
    sv_text_clear(&folded);
    return kind;
}

/* Add a role to those a person has, once. */
static bool add_role(council_register *r, register_person *person, const char *role)
{
    size_t n = strlen(role);
    sv_text roles = {0};
    for (const char *at = person->roles; *at; at += strspn(at, ", ")) {
        size_t length = strcspn(at, ",");
        if (length == n && memcmp(at, role, n) == 0)
            return true;
        at += length;
    }
    if (!n || strlen(person->roles) > SV_NAME_LIMIT)
        return true;
    sv_text_addf(&roles, "%s%s%s", person->roles, *person->roles ? ", " : "", role);
    person->roles = roles.failed ? NULL : sv_arena_text(&r->texts, roles.bytes, roles.length);
    sv_text_clear(&roles);
    return person->roles != NULL;
}

/* What one membership says about a person. */
static bool take_seat(council_register *r, const register_seat *seat)
{
    register_person *person = &r->persons[seat->person];
    const register_body *body = &r->bodies[seat->body];
    size_t rank = 0;
    const char *kind = kind_of_role(r, seat->role, body->kind, &rank);
    if (kind && rank > person->rank) {
        person->kind = kind;
        person->rank = rank;
    }
    if (same(body->kind, "party") && body->is_group && person->group == SIZE_MAX)
        person->group = seat->body;
    if (same(body->kind, "party") && !body->is_group && person->party == SIZE_MAX)
        person->party = seat->body;
    if (same(body->kind, "council") && person->council == SIZE_MAX)
        person->council = seat->body;
    return !r->failed && add_role(r, person, seat->role);
}

/* A register may keep memberships that are over: those that ended before the latest began say nothing about today. */
static bool find_kinds(council_register *r)
{
    int latest = 0;
    for (size_t i = 0; i < r->n_seats; i++)
        if (r->seats[i].since > latest)
            latest = r->seats[i].since;
    for (size_t i = 0; i < r->n_persons; i++) {
        register_person *person = &r->persons[i];
        if (!person->name)
            person->name = person->id;
        person->kind = "person";
        person->roles = "";
        person->party = person->group = person->council = SIZE_MAX;
    }
    for (size_t i = 0; i < r->n_seats; i++)
        if ((!r->seats[i].until || r->seats[i].until >= latest) && !take_seat(r, &r->seats[i]))
            return false;
    return true;
}

/* ---- Joining ---- */

/* What the one entry of a person says beside the other: a higher office, a group, the other id. False without memory. */
static bool take_over(council_register *r, register_person *first, const register_person *other)
{
    sv_text ids = {0};
    if (other->rank > first->rank) {
        first->rank = other->rank;
        first->kind = other->kind;
    }
    if (first->group == SIZE_MAX)
        first->group = other->group;
    if (*first->id == *REGISTER_NO_ID || *other->id == *REGISTER_NO_ID || strlen(first->id) > SV_NAME_LIMIT)
        return true;
    sv_text_addf(&ids, "%s %s", first->id, other->id);
    first->id = ids.failed ? NULL : sv_arena_text(&r->texts, ids.bytes, ids.length);
    sv_text_clear(&ids);
    return first->id != NULL;
}

/* Join persons of the same name, party and council, and say so. Somebody without party and council is not joined. */
static bool join(council_register *r, sv_problems *problems)
{
    sv_lookup seen = {0};
    bool done = true;
    for (size_t i = 0; i < r->n_persons && done; i++) {
        register_person *person = &r->persons[i], *first;
        sv_text key = {0};
        sv_place place = {.row = person->at.number};
        const char *kept;
        size_t earlier;
        if (person->party == SIZE_MAX && person->council == SIZE_MAX)
            continue;
        (void)sv_text_fold(person->name, &key);
        sv_text_addf(&key, "|%zu|%zu", person->party, person->council);
        kept = key.failed ? NULL : sv_arena_text(&r->texts, key.bytes, key.length);
        sv_text_clear(&key);
        earlier = kept ? sv_lookup_get(&seen, kept) : SV_LOOKUP_NONE;
        if (earlier == SV_LOOKUP_NONE) {
            done = kept && sv_lookup_put(&seen, kept, i);
            continue;
        }
        first = &r->persons[earlier];
        person->joined = earlier;
        done = take_over(r, first, person) && add_role(r, first, person->roles);
        sv_text_fit(place.file, sizeof place.file, person->at.file);
        sv_problems_add(problems, SV_E_JOINED, &place, person->name, first->roles);
    }
    sv_lookup_clear(&seen);
    return done;
}

/* ---- The map ---- */

/* Where rows are put, and the ids that are taken. */
typedef struct filler {
    council_register *r;
    sv_map *map;
    sv_problems *problems;
    sv_lookup ids;
    size_t register_id; /* the column for what the register itself calls an entry */
    const char *source;
} filler;

/* An id made from a name: "lies-van-dalen", "lies-van-dalen-2" …; NULL without memory. */
static const char *free_id(filler *f, const char *name)
{
    sv_text slug = {0}, id = {0};
    const char *kept = NULL;
    size_t n;
    if (sv_text_slug(name, &slug) && !slug.length)
        sv_text_add(&slug, "actor");
    sv_text_add(&id, sv_text_get(&slug));
    n = sv_lookup_get(&f->ids, sv_text_get(&id)); /* how many ids were made from this slug */
    for (n = n == SV_LOOKUP_NONE ? 1 : n + 1; !id.failed && sv_lookup_get(&f->ids, sv_text_get(&id)) != SV_LOOKUP_NONE; n++) {
        id.length = 0;
        sv_text_addf(&id, "%s-%zu", sv_text_get(&slug), n);
    }
    if (!slug.failed && !id.failed)
        kept = sv_arena_text(&f->r->texts, sv_text_get(&id), id.length);
    if (kept && id.length > slug.length) {
        const char *first = sv_arena_text(&f->r->texts, slug.bytes, slug.length);
        kept = first && sv_lookup_put(&f->ids, first, n - 1) ? kept : NULL;
    }
    if (kept && !sv_lookup_put(&f->ids, kept, 1))
        kept = NULL;
    sv_text_clear(&slug);
    sv_text_clear(&id);
    return kept;
}

static bool put(const filler *f, sv_sheet sheet, size_t row, size_t column, const char *text)
{
    return sv_table_put(f->map, sheet, row, column, text, f->problems);
}

/* A row for an actor; SV_NO_ROW without memory. *actor_id gets its id. */
static size_t put_actor(filler *f, const entry_place *at, const char *name, const char *kind, const char *register_id,
                        const char **actor_id)
{
    size_t row = sv_table_row(f->map, SV_ACTORS, at->file, at->number);
    if (row == SV_NO_ROW || !(*actor_id = free_id(f, name)))
        return SV_NO_ROW;
    if (!put(f, SV_ACTORS, row, SV_ACTOR_ID, *actor_id) || !put(f, SV_ACTORS, row, SV_ACTOR_NAME, name) ||
        !put(f, SV_ACTORS, row, SV_ACTOR_KIND, kind) || !put(f, SV_ACTORS, row, SV_ACTOR_VISIBILITY, "public") ||
        !put(f, SV_ACTORS, row, SV_ACTOR_SOURCE, f->source))
        return SV_NO_ROW;
    if (*register_id != *REGISTER_NO_ID && !same(register_id, *actor_id) && !same(register_id, name) &&
        !put(f, SV_ACTORS, row, f->register_id, register_id))
        return SV_NO_ROW;
    return row;
}

static bool put_persons(filler *f)
{
    council_register *r = f->r;
    for (size_t i = 0; i < r->n_persons; i++) {
        register_person *person = &r->persons[i];
        size_t party = person->party != SIZE_MAX ? person->party : person->group, group = person->group != SIZE_MAX ? person->group : party,
               row;
        if (person->joined != i)
            continue;
        row = put_actor(f, &person->at, person->name, person->kind, person->id, &person->actor_id);
        if (row == SV_NO_ROW || !put(f, SV_ACTORS, row, SV_ACTOR_ROLE, person->roles))
            return false;
        if (party != SIZE_MAX && (!put(f, SV_ACTORS, row, SV_ACTOR_PARTY, r->bodies[party].name) ||
                                  !put(f, SV_ACTORS, row, SV_ACTOR_GROUP, r->bodies[group].name)))
            return false;
    }
    return true;
}

static bool put_seat(filler *f, const register_seat *seat)
{
    const register_person *person = &f->r->persons[f->r->persons[seat->person].joined];
    char since[16] = "", until[16] = "";
    size_t row = sv_table_row(f->map, SV_MEMBERSHIPS, seat->at.file, seat->at.number);
    if (seat->since)
        sv_date_write(seat->since, since);
    if (seat->until)
        sv_date_write(seat->until, until);
    return row != SV_NO_ROW && put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_WHO, person->actor_id) &&
           put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_OF, f->r->bodies[seat->body].actor_id) &&
           put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_ROLE, seat->role) && put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_SINCE, since) &&
           put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_UNTIL, until) && put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_VISIBILITY, "public") &&
           put(f, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_SOURCE, f->source);
}

/* Every membership once, also when somebody's two entries both have it. */
static bool put_seats(filler *f)
{
    sv_lookup seen = {0};
    bool done = true;
    for (size_t i = 0; i < f->r->n_seats && done; i++) {
        const register_seat *seat = &f->r->seats[i];
        sv_text key = {0};
        const char *kept;
        sv_text_addf(&key, "%zu|%zu|%d|%d|%s", f->r->persons[seat->person].joined, seat->body, seat->since, seat->until, seat->role);
        kept = key.failed ? NULL : sv_arena_text(&f->r->texts, key.bytes, key.length);
        sv_text_clear(&key);
        done = kept != NULL;
        if (done && sv_lookup_get(&seen, kept) == SV_LOOKUP_NONE)
            done = sv_lookup_put(&seen, kept, i) && put_seat(f, seat);
    }
    sv_lookup_clear(&seen);
    return done;
}

/* The map is called after its municipality, or else its council. */
static bool put_about(filler *f)
{
    const register_body *named = NULL;
    size_t row = sv_table_row(f->map, SV_ABOUT, NULL, 1);
    if (row == SV_NO_ROW || !put(f, SV_ABOUT, row, SV_ABOUT_SOURCE, f->source))
        return false;
    for (size_t i = 0; i < f->r->n_bodies; i++) {
        const register_body *body = &f->r->bodies[i];
        if (same(body->kind, "municipality") && (!named || !same(named->kind, "municipality")))
            named = body;
        else if (same(body->kind, "council") && !named)
            named = body;
    }
    if (!named)
        return true;
    return put(f, SV_ABOUT, row, SV_ABOUT_TITLE, named->name) &&
           (!same(named->kind, "municipality") || put(f, SV_ABOUT, row, SV_ABOUT_MUNICIPALITY, named->name));
}

bool register_fill_map(council_register *r, sv_map *map, sv_problems *problems)
{
    filler f = {.r = r, .map = map, .problems = problems, .source = r->is_ori ? "Open Raadsinformatie" : "Popolo"};
    const char *file = r->n_persons ? r->persons[0].at.file : r->bodies[0].at.file;
    bool done = name_bodies(r) && find_kinds(r) && join(r, problems) && sv_table_name(map, SV_ABOUT, file, "") &&
                sv_table_name(map, SV_ACTORS, file, "") && sv_table_name(map, SV_MEMBERSHIPS, file, "");
    f.register_id = done ? sv_table_column(map, SV_ACTORS, "register_id") : SIZE_MAX;
    done = done && f.register_id != SIZE_MAX && put_about(&f);
    for (size_t i = 0; i < r->n_bodies && done; i++)
        done = put_actor(&f, &r->bodies[i].at, r->bodies[i].name, r->bodies[i].kind, r->bodies[i].id, &r->bodies[i].actor_id) != SV_NO_ROW;
    done = done && put_persons(&f) && put_seats(&f);
    sv_lookup_clear(&f.ids);
    return done;
}
