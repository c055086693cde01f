/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The catalogue of views: the one table that help, menus and tests read. */
#include <speelveld/draw.h>

#include <string.h>

/* clang-format off */
static const sv_view views[] = {
    {"network", "network", "netwerk",
     "Who is tied to whom: colour is the position or the sector, size the score, shape the kind, a thick border a bridge.",
     "Wie met wie verbonden is: kleur is het standpunt of de sector, grootte de score, vorm het soort, een dikke rand een brug.",
     sv_draw_network},
};
/* clang-format on */

size_t sv_view_count(void)
{
    return sizeof views / sizeof *views;
}

const sv_view *sv_view_get(size_t view)
{
    return &views[view];
}

size_t sv_view_find(const char *id)
{
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (strcmp(views[i].id, id) == 0)
            return i;
    return SIZE_MAX;
}
