/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The guard around igraph. It keeps the first message only: igraph calls its handler once for every level it unwinds. */
#include "guard.h"

#include <stdio.h>
#include <string.h>

enum { seed = 42 };

static _Thread_local char first_message[160];

static void keep_first(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    if (!first_message[0])
        snprintf(first_message, sizeof first_message, "%s", reason);
    IGRAPH_FINALLY_FREE();
}

static void ignore_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

void sv_guard_begin(sv_guard *guard)
{
    first_message[0] = '\0';
    guard->error_handler = igraph_set_error_handler(keep_first);
    guard->warning_handler = igraph_set_warning_handler(ignore_warning);
    igraph_rng_seed(igraph_rng_default(), seed);
}

sv_status sv_guard_end(const sv_guard *guard, igraph_error_t code, sv_error *error)
{
    igraph_set_error_handler(guard->error_handler);
    igraph_set_warning_handler(guard->warning_handler);
    if (code == IGRAPH_SUCCESS)
        return SV_OK;
    if (code == IGRAPH_ENOMEM)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return sv_error_set(error, SV_E_IGRAPH, first_message[0] ? first_message : igraph_strerror(code), NULL);
}
