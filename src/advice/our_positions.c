/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Our positions: the mean of our own actors on each issue, as if it were one more actor, so that agreement is computed as for any other. */
#include "our_positions.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"

/* The mean position of those in this place on every issue, and of their competitiveness. False when none has any position. */
static bool take_mean(sv_positions *all, const us *who, us_place place)
{
    size_t last = all->n - 1, members = 0;
    double competitiveness = 0;
    for (size_t k = 0; k < all->n_issues; k++) {
        double sum = 0, *mean = &all->value[last * all->n_issues + k];
        size_t n = 0;
        for (size_t i = 0; i < last; i++)
            if (who->place[all->actor[i]] == place && !isnan(all->value[i * all->n_issues + k])) {
                sum += all->value[i * all->n_issues + k];
                n++;
            }
        *mean = n ? sum / (double)n : NAN;
    }
    for (size_t i = 0; i < last; i++)
        if (who->place[all->actor[i]] == place) {
            competitiveness += all->competitiveness[i];
            members++;
        }
    all->competitiveness[last] = members ? competitiveness / (double)members : 1;
    return members > 0;
}

/* Room for one actor more. */
static bool widen(sv_positions *all)
{
    double **per_issue[] = {&all->value, &all->salience}, **per_actor[] = {&all->power, &all->competitiveness};
    size_t *actor = realloc(all->actor, (all->n + 1) * sizeof *actor);
    if (!actor)
        return false;
    all->actor = actor;
    actor[all->n] = SV_NO_ROW;
    for (int i = 0; i < 2; i++) {
        double *wider = realloc(*per_issue[i], (all->n + 1) * (all->n_issues ? all->n_issues : 1) * sizeof *wider), *longer;
        if (!wider)
            return false;
        *per_issue[i] = wider;
        for (size_t k = 0; k < all->n_issues; k++)
            wider[all->n * all->n_issues + k] = NAN;
        longer = realloc(*per_actor[i], (all->n + 1) * sizeof *longer);
        if (!longer)
            return false;
        *per_actor[i] = longer;
        longer[all->n] = NAN;
    }
    all->n++;
    return true;
}

sv_status our_positions_init(our_positions *to, const sv_map *map, int as_of, const us *who, sv_error *error)
{
    sv_network *network = NULL;
    sv_status status = sv_network_new(map, &(sv_network_options){.as_of = as_of}, &network, error);
    *to = (our_positions){0};
    if (status == SV_OK)
        status = sv_positions_find(network, &to->all, error);
    sv_network_free(network);
    if (status != SV_OK)
        return status;
    to->agree = sv_alloc(to->all.n + 1, sizeof *to->agree);
    to->differ = sv_alloc(to->all.n + 1, sizeof *to->differ);
    if (!to->agree || !to->differ || !widen(&to->all))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    to->known = take_mean(&to->all, who, US_OWN) || take_mean(&to->all, who, US_ORGANISATION);
    sv_positions_agree(&to->all, to->all.n - 1, SV_AGREE_WEIGHED, to->agree, to->differ);
    return SV_OK;
}

void our_positions_clear(our_positions *of)
{
    sv_positions_clear(&of->all);
    free(of->agree);
    free(of->differ);
    *of = (our_positions){0};
}

double our_position_on(const our_positions *of, size_t issue)
{
    return of->all.n ? of->all.value[(of->all.n - 1) * of->all.n_issues + issue] : NAN;
}
