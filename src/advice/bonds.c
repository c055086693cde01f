/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Bonds: whose money an actor lives by (resource dependence, Pfeffer & Salancik 1978), directly or through an
 * organisation it belongs to, whether it belongs to the municipality, and whether a rule keeps it from the council.
 */
#include "bonds.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

static sv_status find_houses(bonds *to, sv_error *error)
{
    size_t actors = sv_map_rows(to->map, SV_ACTORS);
    to->houses = sv_alloc(actors, sizeof *to->houses);
    if (!to->houses)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < actors; i++)
        if (sv_map_actor(to->map, i)->usable && (sv_map_is_kind(to->map, i, "council") || sv_map_is_kind(to->map, i, "municipality")))
            to->houses[to->n_houses++] = i;
    return SV_OK;
}

sv_status bonds_init(bonds *to, const sv_map *map, int as_of, sv_error *error)
{
    sv_status status;
    *to = (bonds){.map = map};
    if (!bodies_init(&to->belongs, map, as_of))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = sv_dependences(map, as_of, &to->dependences, &to->n_dependences, error);
    if (status == SV_OK)
        status = sv_forbidden_new(map, as_of, &to->forbidden, error);
    return status == SV_OK ? find_houses(to, error) : status;
}

void bonds_clear(bonds *to)
{
    bodies_clear(&to->belongs);
    free(to->dependences);
    sv_forbidden_free(to->forbidden);
    free(to->houses);
    *to = (bonds){0};
}

/* Take in who pays `through`; the largest share that binds stays. Of equal ones the funder, then the receiver, that stands first. */
static void add_money(const bonds *from, size_t through, const double *stance, sv_voice *voice)
{
    const sv_dependence *list = from->dependences;
    for (size_t i = sv_dependence_first(list, from->n_dependences, through); i < from->n_dependences && list[i].receiver == through; i++) {
        unsigned reason = (sv_map_is_kind(from->map, list[i].funder, "municipality") ? SV_BOND_MUNICIPALITY : 0U) |
                          (stance[list[i].funder] < 0 ? SV_BOND_OPPONENT : 0U);
        voice->bonds |= reason;
        if (reason && !(list[i].share <= voice->share)) { /* also when there is no share yet: NaN */
            voice->through = through;
            voice->funder = list[i].funder;
            voice->amount = list[i].amount;
            voice->share = list[i].share;
        }
    }
}

void bonds_of(const bonds *from, size_t actor, const double *stance, sv_voice *voice)
{
    bool person = sv_map_actor(from->map, actor)->kind->of == SV_CLASS_PERSON;
    voice->bonds = 0;
    voice->through = voice->funder = voice->rule = SV_NO_ROW;
    voice->amount = voice->share = NAN;
    add_money(from, actor, stance, voice);
    for (size_t i = from->belongs.first[actor]; person && i < from->belongs.first[actor + 1]; i++) {
        size_t body = from->belongs.of[i];
        const sv_actor_kind *kind = sv_map_actor(from->map, body)->kind;
        if (sv_map_is_kind(from->map, body, "municipality"))
            voice->bonds |= SV_BOND_EMPLOYER;
        else if (kind->of == SV_CLASS_ORGANISATION && !kind->container)
            add_money(from, body, stance, voice);
    }
    for (size_t i = 0; i < from->n_houses && voice->rule == SV_NO_ROW; i++)
        voice->rule = sv_forbidden_rule(from->forbidden, actor, from->houses[i]);
    if (voice->rule != SV_NO_ROW)
        voice->bonds |= SV_BOND_RULE;
}

double bonds_weight(const sv_voice *voice)
{
    return voice->bonds & SV_BOND_EMPLOYER ? 1 : isnan(voice->share) ? 0 : voice->share;
}
