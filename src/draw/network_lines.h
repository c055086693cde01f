/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The lines of the network view: how each kind looks on the picture and in the legend, and drawing them. */
#ifndef SV_DRAW_NETWORK_LINES_H
#define SV_DRAW_NETWORK_LINES_H

#include "cast.h"

/* Add the kinds of line on the picture to the legend. */
void sv_network_lines_legend(const sv_cast *cast);

/* Every line of the scene, once the cast is drawn, bent around shapes it has no part in. What may not be approached gets a cross. */
sv_status sv_network_lines_draw(const sv_cast *cast, const sv_arrangement *arrangement);

/* A rule and a few words above the actors that no line runs to. */
void sv_network_apart_draw(const sv_cast *cast, const sv_arrangement *arrangement);

#endif
