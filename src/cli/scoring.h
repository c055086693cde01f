/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands that compute scores share: the network as the options have it, and how the scores are computed. */
#ifndef SV_CLI_SCORING_H
#define SV_CLI_SCORING_H

#include "session.h"

/* Their options; each command lists them in its own table. */
#define CLI_NETWORK_OPTIONS \
    {"weights", 0, SV_TR("none|strength"), SV_TR("let every tie count 1, or by its strength (default none)")}, \
    {"alpha", 0, SV_TR("N"), SV_TR("by strength a tie is 1/strength^N long (default 1)")}, \
    {"directed", 0, NULL, SV_TR("ties that run one way are followed that way only")}
#define CLI_SAMPLING_OPTIONS \
    {"exact", 0, NULL, SV_TR("compute everything in full, also in a network so large that it would be sampled")}, \
    {"epsilon", 0, SV_TR("SHARE"), SV_TR("how near a sample must come (default 0.01)")}

/* The network of a map by --as-of, --weights, --alpha and --directed, the caller's; what is wrong with the options stands in `error`. */
sv_status cli_network(const cli_call *call, const sv_map *map, sv_network **network, sv_error *error);

/* The scores of a network by --exact and --epsilon, the caller's (NULL which: all); Ctrl-C stops it. */
sv_status cli_scores(const cli_call *call, const sv_network *network, const size_t *which, size_t n, sv_scores **scores, sv_error *error);
/* Say on standard error that scores are samples, when they are. */
void cli_say_sampling(const cli_call *call, const sv_scores *scores);

#endif
