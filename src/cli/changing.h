/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What what-if and compare share: which scores, and telling what changed. */
#ifndef SV_CLI_CHANGING_H
#define SV_CLI_CHANGING_H

#include "asking.h"

#define CHANGING_BY_OPTION                                                                                                                 \
    {                                                                                                                                      \
        "by", 0, SV_TR("SCORE,…"), SV_TR("the scores to compare (default betweenness,harmonic)")                                           \
    }
#define CHANGING_ALL_OPTION                                                                                                                \
    {                                                                                                                                      \
        "all", 0, NULL, SV_TR("show all that changed, also what is small")                                                                 \
    }

/* The scores that --by names, NULL with n = 0 when it is not given; freed with free(). */
sv_status changing_scores(const cli_call *call, size_t **which, size_t *n, sv_error *error);

#endif
