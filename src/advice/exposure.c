/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exposure: who is for it but lives by the money of those who are not, or of the municipality; and who can speak freely. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "bonds.h"

/* What is under way: the best that was found of every actor so far, from the issues looked at. */
typedef struct search {
    const sv_map *map;
    bonds binds;
    double *stance;   /* on the issue at hand */
    sv_voice *voices; /* per actor; stance NaN while it is for nothing */
    unsigned char *stands;
} search;

/* Of two issues the one on which the actor is bound most tells how; all reasons count. */
static void keep_worst(sv_voice *kept, const sv_voice *other)
{
    unsigned all = kept->bonds | other->bonds;
    double stance = fmax(kept->stance, other->stance);
    if (isnan(kept->stance) || bonds_weight(other) > bonds_weight(kept))
        *kept = *other;
    kept->bonds = all;
    kept->stance = stance;
}

static void look_at(search *in)
{
    for (size_t i = 0; i < sv_map_rows(in->map, SV_ACTORS); i++) {
        sv_voice voice = {.actor = i, .stance = in->stance[i]};
        if (in->stance[i] < 0)
            in->stands[i] |= SV_STANDS_AGAINST;
        if (!(in->stance[i] > 0))
            continue;
        in->stands[i] |= SV_STANDS_FOR;
        bonds_of(&in->binds, i, in->stance, &voice);
        keep_worst(&in->voices[i], &voice);
    }
}

static sv_status search_begin(search *in, const sv_map *map, int as_of, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    sv_status status;
    *in = (search){.map = map};
    status = bonds_init(&in->binds, map, as_of, error);
    in->stance = sv_alloc(actors, sizeof *in->stance);
    in->voices = sv_alloc(actors, sizeof *in->voices);
    in->stands = sv_alloc(actors, sizeof *in->stands);
    if (status == SV_OK && (!in->stance || !in->voices || !in->stands))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; status == SV_OK && i < actors; i++)
        in->voices[i] = (sv_voice){.actor = i, .stance = NAN};
    return status;
}

static void search_clear(search *in)
{
    bonds_clear(&in->binds);
    free(in->stance);
    free(in->voices);
    free(in->stands);
}

/* A voice as it is sorted; the id stands beside it because qsort passes nothing else along. */
typedef struct sorted_voice {
    sv_voice voice;
    const char *id;
} sorted_voice;

static int bound_first(const void *a, const void *b)
{
    const sorted_voice *left = a, *right = b;
    bool left_bound = left->voice.bonds != 0, right_bound = right->voice.bonds != 0;
    double l = left_bound ? bonds_weight(&left->voice) : left->voice.stance;
    double r = right_bound ? bonds_weight(&right->voice) : right->voice.stance;
    if (left_bound != right_bound)
        return left_bound ? -1 : 1;
    if (l != r)
        return l > r ? -1 : 1;
    return strcmp(left->id, right->id);
}

/* Those outside politics become voices; the others are counted. */
static sv_status choose_voices(const search *in, sv_exposure *found, sv_error *error)
{
    size_t actors = sv_map_rows(in->map, SV_ACTORS);
    sorted_voice *order = sv_alloc(actors, sizeof *order);
    found->voices = sv_alloc(actors, sizeof *found->voices);
    if (!order || !found->voices) {
        free(order);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < actors; i++) {
        const sv_actor *actor = sv_map_actor(in->map, i);
        if (isnan(in->voices[i].stance))
            continue;
        if (actor->kind->political)
            found->political++;
        else
            order[found->n++] = (sorted_voice){in->voices[i], actor->id};
    }
    if (found->n)
        qsort(order, found->n, sizeof *order, bound_first);
    for (size_t i = 0; i < found->n; i++) {
        found->voices[i] = order[i].voice;
        found->bound += order[i].voice.bonds != 0;
    }
    free(order);
    return SV_OK;
}

sv_status sv_exposure_find(const sv_map *map, size_t issue, int as_of, sv_exposure *found, sv_error *error)
{
    size_t first = issue == SV_NO_ROW ? 0 : issue, last = issue == SV_NO_ROW ? sv_map_rows(map, SV_ISSUES) : issue + 1;
    search in;
    sv_status status;
    *found = (sv_exposure){.issue = issue};
    status = search_begin(&in, map, as_of, error);
    for (size_t k = first; status == SV_OK && k < last; k++) {
        status = sv_map_stances(map, k, in.stance, error);
        if (status == SV_OK)
            look_at(&in);
    }
    if (status == SV_OK)
        status = choose_voices(&in, found, error);
    if (status == SV_OK) { /* what was found on the way is the caller's */
        found->dependences = in.binds.dependences;
        found->n_dependences = in.binds.n_dependences;
        found->stands = in.stands;
        in.binds.dependences = NULL;
        in.stands = NULL;
    } else {
        sv_exposure_clear(found);
    }
    search_clear(&in);
    return status;
}

void sv_exposure_clear(sv_exposure *exposure)
{
    free(exposure->voices);
    free(exposure->dependences);
    free(exposure->stands);
    *exposure = (sv_exposure){0};
}
