/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lone edge files of other programs: ties, with the actors beside them or only named in them. */
#ifndef SV_FORMAT_EDGES_H
#define SV_FORMAT_EDGES_H

#include <speelveld/model.h>

#include "csv.h"

/* True when the headers are source and target, from and to, or van and naar. */
bool sv_edges_is_edges(const sv_csv *csv);
/* True when the headers are those of a list of nodes: an id, and no ends of a tie. */
bool sv_edges_is_nodes(const sv_csv *csv);

/* Read edges, and nodes where there are any (either may be NULL), into a map. Cost: linear in the rows. */
sv_status sv_edges_read(sv_csv *edges, sv_csv *nodes, sv_map *map, sv_problems *problems, sv_error *error);

#endif
