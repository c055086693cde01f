/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands that compute scores share: the network as the options have it, and how the scores are computed. */
#ifndef SV_CLI_SCORING_H
#define SV_CLI_SCORING_H

#include "session.h"

/* Their options; each command lists them in its own table. */
#define CLI_NETWORK_OPTIONS \
    {"weights", 0, SV_TR("none|strength"), SV_TR("let every tie count 1, or by its strength (default none)")}, \
    {"alpha", 0, SV_TR("N"), SV_TR("by strength a tie is 1/strength^N long (default 1)")}, \
    {"directed", 0, NULL, SV_TR("ties that run one way are followed that way only")}, \
    {"ties", 0, SV_TR("KIND,KIND"), SV_TR("let only these kinds of ties count, such as knows,works_with,memberships")}, \
    {"level", 0, SV_TR("two-mode|person|organisation"), \
     SV_TR("who is in it: all as drawn, or only persons or organisations, tied by what they share (default two-mode)")}
#define CLI_GROUPS_OPTION \
    {"groups", 0, SV_TR("COLUMN"), \
     SV_TR("count brokerage between groups by sector, kind, party, neighbourhood, alliance or a column of your own (default sector)")}
#define CLI_SAMPLING_OPTIONS \
    {"exact", 0, NULL, SV_TR("compute everything in full, also in a network so large that it would be sampled")}, \
    {"epsilon", 0, SV_TR("SHARE"), SV_TR("how near a sample must come (default 0.01)")}

/* What counts in a network by --as-of, --weights, --alpha, --directed, --ties and --level. */
sv_status cli_network_options(const cli_call *call, sv_network_options *options, sv_error *error);
/* What --groups names, as in sv_scores_options. */
sv_status cli_groups(const cli_call *call, const sv_map *map, size_t *groups, sv_error *error);
/* A number above 0 from an option; *number is left as it is when the option is not given. */
sv_status cli_positive(const cli_call *call, const char *name, double most, const char *expected, double *number, sv_error *error);

/* The network of a map by those options, the caller's; what is wrong with the options stands in `error`. */
sv_status cli_network(const cli_call *call, const sv_map *map, sv_network **network, sv_error *error);

/* How scores are computed, by the same options as cli_scores. */
sv_status cli_scores_options(const cli_call *call, const sv_network *network, sv_scores_options *options, sv_error *error);
/* The scores of a network by --exact, --epsilon and --groups, the caller's (NULL which: all); Ctrl-C stops it. */
sv_status cli_scores(const cli_call *call, const sv_network *network, const size_t *which, size_t n, sv_scores **scores, sv_error *error);
/* Say on standard error that scores are samples, when they are. */
void cli_say_sampling(const cli_call *call, const sv_scores *scores);

#endif
