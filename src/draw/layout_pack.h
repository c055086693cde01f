/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Packing: the parts of a layout, each with its long side across, beside and below each other in the shape of a page. */
#ifndef SV_DRAW_LAYOUT_PACK_H
#define SV_DRAW_LAYOUT_PACK_H

#include "layout.h"

/* Turn and pack all parts for a page of this aspect (width / height). False without memory. Cost: parts x figures. */
bool sv_layout_pack(sv_layout *layout, double aspect);

#endif
