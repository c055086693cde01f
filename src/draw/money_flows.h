/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Money flows: who pays whom, put in the order in which it is drawn. */
#ifndef SV_DRAW_MONEY_FLOWS_H
#define SV_DRAW_MONEY_FLOWS_H

#include <speelveld/advice.h>

/* What binds a receiver to a payment; bits. */
enum { SV_FLOW_MUNICIPALITY = 1, SV_FLOW_OPPONENT = 2 };

/* One who pays, or one who receives. */
typedef struct sv_purse {
    size_t actor;
    double total;
    size_t first, n; /* of a receiver: its payments in the list of dependences, the largest first */
    unsigned bound;  /* of a receiver: what binds it; of a funder: what it binds with */
    size_t most;     /* of a receiver: the payment that binds most; SV_NO_ROW */
} sv_purse;

typedef struct sv_flows {
    sv_exposure exposure;          /* its dependences are the payments */
    sv_purse *receivers, *funders; /* those with the most money first; equal ones by id */
    size_t n_receivers, n_funders;
    unsigned *bound; /* of each payment */
    double most;     /* the largest payment */
} sv_flows;

/* The payments of a day. Bound is who gets money of the municipality, and who is for an issue (SV_NO_ROW: then not) of one against it. */
sv_status sv_flows_find(const sv_map *map, size_t issue, int as_of, sv_flows *flows, sv_error *error);
void sv_flows_clear(sv_flows *flows);

#endif
