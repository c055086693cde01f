/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network of many actors: its communities drawn first, and one of them opened. */
#ifndef SV_DRAW_NETWORK_GROUPS_H
#define SV_DRAW_NETWORK_GROUPS_H

#include "stage.h"

/* Whether communities stand for actors: more than 150 of them, neither everyone nor some asked for, and no places given by the map. */
bool sv_network_is_grouped(const sv_network *network, const sv_draw_options *options);

/*
 * The rows of Actors that are in the community options->group names, wanted[row], freed by the caller; and the number of
 * that community. *wanted is NULL when no group is asked for.
 */
sv_status sv_network_open_group(const sv_stage *stage, bool **wanted, size_t *number);

/* The picture of communities. */
sv_status sv_network_groups(sv_stage *stage);

#endif
