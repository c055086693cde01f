/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How lines and borders of the network view look: shared by the picture and its legend, so that they cannot differ. */
#ifndef SV_DRAW_NETWORK_STYLE_H
#define SV_DRAW_NETWORK_STYLE_H

#include "scene.h"
#include "theme.h"

#define SV_BORDER_USUAL 1.0
#define SV_BORDER_BRIDGE 3.2
#define SV_RING_WIDTH 2.2
#define SV_RING_OFF 4.4 /* from the shape to the middle of the ring */

/* A line of this kind and strength, without a place. */
sv_line sv_network_line(sv_bond bond, double strength, const sv_theme *theme);
/* The cross on a line of a way that may not be taken, without a place. */
sv_mark sv_network_forbidden(const sv_page *page, const sv_theme *theme);

#endif
