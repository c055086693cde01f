/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The guard around igraph: its errors become sv_error, instead of ending the program. igraph's error handler
 * belongs to the whole process, so igraph is called from one thread at a time, and every call stands between
 * sv_guard_begin and sv_guard_end.
 */
#ifndef SV_NETWORK_GUARD_H
#define SV_NETWORK_GUARD_H

#include <igraph.h>
#include <speelveld/base.h>

typedef struct sv_guard {
    igraph_error_handler_t *error_handler;
    igraph_warning_handler_t *warning_handler;
} sv_guard;

/* Take over igraph's handlers, and give its random numbers their seed, so that every call repeats. */
void sv_guard_begin(sv_guard *guard);

/* Put the handlers back, and say what `code`, the answer of the igraph calls in between, means. */
sv_status sv_guard_end(const sv_guard *guard, igraph_error_t code, sv_error *error);

#endif
