/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Arranging again: most of a scene stood on a picture before, and stands there again, in the same type and with its names at the same
 * side wherever that is still free. Others join where there is room.
 */
#ifndef SV_DRAW_ARRANGE_AGAIN_H
#define SV_DRAW_ARRANGE_AGAIN_H

#include "arrange.h"

/*
 * Looks that are pinned do not move; a name that no longer fits is turned, broken otherwise, or called out. left[i], in the order of the
 * scene, is true for those that found no place; they are not to be drawn. `step` and `line` are those of the earlier picture; where too
 * little fits smaller steps are tried. Clear the arrangement, also after a fault.
 */
sv_status sv_arrange_again(sv_renderer *renderer, const sv_page *page, const sv_scene *scene, const sv_look *looks, const sv_rect *area,
                           size_t step, size_t line, bool *left, sv_arrangement *arrangement, sv_error *error);

#endif
