/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Money flows: see money_flows.h. */
#include "money_flows.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

/* A purse as it is sorted, with its id beside it because qsort passes nothing else along. */
typedef struct placed {
    sv_purse purse;
    const char *id;
} placed;

static int most_first(const void *a, const void *b)
{
    const placed *left = a, *right = b;
    if (left->purse.total != right->purse.total)
        return left->purse.total > right->purse.total ? -1 : 1;
    return strcmp(left->id, right->id);
}

static bool sort_purses(const sv_map *map, sv_purse *purses, size_t n)
{
    placed *list = sv_alloc(n, sizeof *list);
    for (size_t i = 0; list && i < n; i++)
        list[i] = (placed){purses[i], sv_map_actor(map, purses[i].actor)->id};
    if (list && n)
        qsort(list, n, sizeof *list, most_first);
    for (size_t i = 0; list && i < n; i++)
        purses[i] = list[i].purse;
    free(list);
    return list != NULL;
}

static unsigned bond_of(const sv_map *map, const sv_exposure *exposure, const sv_dependence *payment)
{
    unsigned bound = strcmp(sv_map_actor(map, payment->funder)->kind->id, "municipality") == 0 ? SV_FLOW_MUNICIPALITY : 0;
    if (exposure->issue != SV_NO_ROW && exposure->stands[payment->funder] & SV_STANDS_AGAINST &&
        exposure->stands[payment->receiver] & SV_STANDS_FOR)
        bound |= SV_FLOW_OPPONENT;
    return bound;
}

/* `funder_at` has room for a number per actor, all zero: one more than the place of the actor among the funders. */
static void gather(const sv_map *map, sv_flows *flows, size_t *funder_at)
{
    for (size_t i = 0; i < flows->exposure.n_dependences; i++) {
        const sv_dependence *payment = &flows->exposure.dependences[i];
        sv_purse *receiver, *funder;
        if (i == 0 || payment->receiver != payment[-1].receiver)
            flows->receivers[flows->n_receivers++] = (sv_purse){.actor = payment->receiver, .first = i, .most = SV_NO_ROW};
        if (!funder_at[payment->funder]) {
            flows->funders[flows->n_funders] = (sv_purse){.actor = payment->funder, .most = SV_NO_ROW};
            funder_at[payment->funder] = ++flows->n_funders;
        }
        receiver = &flows->receivers[flows->n_receivers - 1];
        funder = &flows->funders[funder_at[payment->funder] - 1];
        flows->bound[i] = bond_of(map, &flows->exposure, payment);
        receiver->n++;
        receiver->total += payment->amount;
        receiver->bound |= flows->bound[i];
        if (flows->bound[i] && receiver->most == SV_NO_ROW)
            receiver->most = i;
        funder->total += payment->amount;
        funder->bound |= flows->bound[i];
        flows->most = payment->amount > flows->most ? payment->amount : flows->most;
    }
}

sv_status sv_flows_find(const sv_map *map, size_t issue, int as_of, sv_flows *flows, sv_error *error)
{
    size_t *funder_at = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *funder_at), n;
    sv_status status;
    *flows = (sv_flows){0};
    status = sv_exposure_find(map, issue, as_of, &flows->exposure, error);
    n = flows->exposure.n_dependences;
    flows->receivers = sv_alloc(n, sizeof *flows->receivers);
    flows->funders = sv_alloc(n, sizeof *flows->funders);
    flows->bound = sv_alloc(n, sizeof *flows->bound);
    if (status == SV_OK && funder_at && flows->receivers && flows->funders && flows->bound)
        gather(map, flows, funder_at);
    if (status == SV_OK && (!funder_at || !flows->receivers || !flows->funders || !flows->bound ||
                            !sort_purses(map, flows->receivers, flows->n_receivers) || !sort_purses(map, flows->funders, flows->n_funders)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(funder_at);
    return status;
}

void sv_flows_clear(sv_flows *flows)
{
    sv_exposure_clear(&flows->exposure);
    free(flows->receivers);
    free(flows->funders);
    free(flows->bound);
    *flows = (sv_flows){0};
}
