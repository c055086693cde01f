/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Council registers in Popolo: the people, parties, councils and committees of a municipality. */
#ifndef SV_FORMAT_POPOLO_H
#define SV_FORMAT_POPOLO_H

#include <speelveld/model.h>

struct cJSON;

/*
 * Read one or more trees that belong together (persons, organisations, memberships, in any order) into a map.
 * Names, roles and memberships are read. What is personal and has no place on a map of roles (e-mail, phone,
 * gender, birth date, portrait) is left out on purpose.
 */
sv_status sv_popolo_read(const struct cJSON *const *trees, const char *const *files, size_t n, sv_map *map, sv_problems *problems,
                         sv_error *error);

#endif
