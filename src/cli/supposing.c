/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Changes from the command line. Each begins with its word, in English or Dutch, and goes on until the next such word. */
#include "supposing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "../model/cell.h"
#include "session.h"

/* A change, its words, and what it takes. */
static const struct verb {
    sv_suppose what;
    const char *en, *nl;
    size_t least, most;
    const char *takes;
} verbs[] = {
    {SV_SUPPOSE_REMOVE, "remove", "haal-weg", 1, 1, SV_TR("remove ACTOR")},
    {SV_SUPPOSE_TIE, "add-tie", "relatie", 2, 4, SV_TR("add-tie ACTOR ACTOR [KIND [STRENGTH]]")},
    {SV_SUPPOSE_POSITION, "move", "verschuif", 3, 3, SV_TR("move ACTOR ISSUE POSITION")},
    {SV_SUPPOSE_JOIN, "join", "sluit-aan", 2, 2, SV_TR("join ACTOR ALLIANCE")},
};

enum { verbs_n = sizeof verbs / sizeof *verbs };

static const struct verb *find_verb(const char *word)
{
    for (size_t i = 0; i < verbs_n; i++)
        if (strcmp(word, verbs[i].en) == 0 || strcmp(word, verbs[i].nl) == 0)
            return &verbs[i];
    return NULL;
}

size_t supposing_begin(const cli_call *call)
{
    size_t i = 0;
    while (i < call->n_inputs && !find_verb(call->inputs[i]))
        i++;
    return i;
}

/* What is being read. */
typedef struct reading {
    const cli_call *call;
    const sv_map *map;
    sv_supposition *steps;
    size_t n, capacity;
    sv_error *error;
} reading;

static sv_status add_step(reading *to, const sv_supposition *step)
{
    if (!sv_grow(&to->steps, &to->capacity, to->n + 1, sizeof *to->steps))
        return sv_error_set(to->error, SV_E_MEMORY, NULL, NULL);
    to->steps[to->n++] = *step;
    return SV_OK;
}

static sv_status find_actor(const reading *to, const char *word, size_t *actor)
{
    *actor = sv_map_find_actor(to->map, word);
    return *actor == SV_NO_ROW || !sv_map_actor(to->map, *actor)->usable ? sv_error_set(to->error, SV_E_ACTOR_NONE, word, NULL) : SV_OK;
}

/* KIND and STRENGTH, or either alone: no kind is a number. */
static sv_status read_tie(reading *to, const char *const *words, size_t n, sv_supposition *step)
{
    size_t kinds;
    const sv_tie_kind *all = sv_tie_kinds(&kinds);
    sv_text known = {0};
    sv_status status = find_actor(to, words[1], &step->other);
    if (status != SV_OK)
        return status;
    for (size_t i = 2; status == SV_OK && i < n; i++) {
        const sv_tie_kind *kind = sv_tie_kind_find(words[i]);
        if (kind && !step->kind && isnan(step->strength))
            step->kind = kind;
        else if (!isnan(step->strength) || !sv_number_parse(words[i], &step->strength))
            status = SV_USAGE;
        if (status != SV_OK) {
            for (size_t k = 0; k < kinds; k++)
                sv_text_addf(&known, "%s, ", to->call->language == SV_DUTCH ? all[k].nl : all[k].id);
            sv_text_add(&known, sv_translate(to->call->language, SV_TR("and behind it a strength from 0 to 4")));
            sv_error_set(to->error, SV_E_SUPPOSE_VALUE, words[i], sv_text_get(&known));
            sv_text_clear(&known);
        }
    }
    return status == SV_OK ? add_step(to, step) : status;
}

/* A position as a cell of the map takes it: a number or a word. */
static sv_status read_position(const reading *to, const char *word, double *value)
{
    sv_text canonical = {0};
    const char *expected = "";
    sv_code code = SV_E_NONE;
    sv_status status = SV_OK;
    bool read = sv_cell_read(SV_TYPE_POSITION, word, &canonical, &code, &expected);
    if (!read)
        status = sv_error_set(to->error, SV_E_MEMORY, NULL, NULL);
    else if (code != SV_E_NONE || !canonical.length)
        status = sv_error_set(to->error, SV_E_SUPPOSE_VALUE, word, expected);
    else if (!sv_number_parse(canonical.bytes, value))
        *value = NAN; /* not known */
    sv_text_clear(&canonical);
    return status;
}

/* Whoever a council group stands for: its members, each a step. False when there is no such group. */
static bool move_group(reading *to, const char *word, sv_supposition *step, sv_status *status)
{
    bool any = false;
    for (size_t i = 0; i < sv_map_rows(to->map, SV_ACTORS) && *status == SV_OK; i++) {
        const sv_actor *actor = sv_map_actor(to->map, i);
        if (!actor->usable || strcmp(actor->kind->id, "council_member") != 0 ||
            !sv_text_same(sv_map_cell(to->map, SV_ACTORS, i, SV_ACTOR_GROUP), word))
            continue;
        any = true;
        step->actor = i;
        *status = add_step(to, step);
    }
    return any;
}

static sv_status read_move(reading *to, const char *const *words, sv_supposition *step)
{
    sv_status status = cli_issue_named(to->map, words[1], &step->issue, to->error);
    if (status == SV_OK)
        status = read_position(to, words[2], &step->value);
    if (status != SV_OK)
        return status;
    step->actor = sv_map_find_actor(to->map, words[0]);
    if ((step->actor == SV_NO_ROW || sv_map_actor(to->map, step->actor)->kind->container) && move_group(to, words[0], step, &status))
        return status;
    status = find_actor(to, words[0], &step->actor);
    return status == SV_OK ? add_step(to, step) : status;
}

static sv_status read_step(reading *to, const struct verb *verb, const char *const *words, size_t n)
{
    sv_supposition step = {.what = verb->what, .strength = NAN, .value = NAN};
    sv_status status = SV_OK;
    if (verb->what == SV_SUPPOSE_POSITION)
        return read_move(to, words, &step);
    status = find_actor(to, words[0], &step.actor);
    if (status == SV_OK && verb->what == SV_SUPPOSE_TIE)
        return read_tie(to, words, n, &step);
    if (status == SV_OK && verb->what == SV_SUPPOSE_JOIN)
        status = find_actor(to, words[1], &step.other);
    return status == SV_OK ? add_step(to, &step) : status;
}

static sv_status say_forms(const reading *to, sv_code code, const char *found, const struct verb *verb)
{
    sv_text forms = {0};
    sv_status status;
    for (size_t i = 0; i < verbs_n; i++)
        if (!verb || verb == &verbs[i])
            sv_text_addf(&forms, "%s%s", forms.length ? "; " : "", sv_translate(to->call->language, verbs[i].takes));
    status = sv_error_set(to->error, code, found, sv_text_get(&forms));
    sv_text_clear(&forms);
    return status;
}

sv_status supposing_read(const cli_call *call, size_t begin, const sv_map *map, sv_supposition **steps, size_t *n, sv_error *error)
{
    reading to = {.call = call, .map = map, .error = error};
    sv_status status = SV_OK;
    for (size_t at = begin, words; status == SV_OK && at < call->n_inputs; at += words + 1) {
        const struct verb *verb = find_verb(call->inputs[at]);
        for (words = 0; at + words + 1 < call->n_inputs && !find_verb(call->inputs[at + words + 1]);)
            words++;
        if (words < verb->least)
            status = say_forms(&to, SV_E_SUPPOSE_SHORT, call->inputs[at], verb);
        else if (words > verb->most)
            status = say_forms(&to, SV_E_SUPPOSE_WORD, call->inputs[at + verb->most + 1], NULL);
        else
            status = read_step(&to, verb, call->inputs + at + 1, words);
    }
    *steps = to.steps;
    *n = to.n;
    return status;
}
