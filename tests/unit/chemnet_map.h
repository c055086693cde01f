/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A published policy network as one map (Schneider 1988): 30 organisations with the political information they gave each
 * other, 20 committees, who was named as influential, and positions on six issues. tests/chemnet_map.sh writes it from
 * the shared test data; scores of it stand in the tables reference/chemnet_*.
 */
#ifndef SV_TEST_CHEMNET_MAP_H
#define SV_TEST_CHEMNET_MAP_H

#include "support.h"

/* The map, checked and without faults, freed by the caller; NULL, saying so, where the data are absent. */
sv_map *chemnet_map(void);

/* The table reference/NAME; fails the test when it is not there. */
support_table reference_table(const char *name);

#endif
