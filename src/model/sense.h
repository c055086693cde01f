/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is written right but cannot well be true: warnings about a map whose checked view stands. */
#ifndef SV_MODEL_SENSE_H
#define SV_MODEL_SENSE_H

#include <speelveld/model.h>

/* False without memory. */
bool map_check_sense(const sv_map *map, sv_problems *problems);

#endif
