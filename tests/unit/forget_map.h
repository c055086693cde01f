/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map to forget somebody in: her name stands in every column of every sheet, written in every way people write it. */
#ifndef SV_TEST_FORGET_MAP_H
#define SV_TEST_FORGET_MAP_H

#include "base/text.h"

#define HER_NAME "Zwaantje Verborgen-Kwast"
#define HER_ID "zwv-77"

/* The map as JSON. */
void forget_map_compose(sv_text *json);

#endif
