/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The views: one file each, in the order of the catalogue. */
#ifndef SV_DRAW_VIEWS_H
#define SV_DRAW_VIEWS_H

#include "stage.h"

sv_compose sv_network_view, sv_field_view, sv_grid_view, sv_rings_view, sv_colours_view, sv_trust_view, sv_spectrum_view;
sv_compose sv_council_view, sv_alliances_view, sv_change_view;
sv_compose sv_route_view, sv_money_view, sv_signals_view;
sv_view_needs sv_network_needs, sv_field_needs;

/* What stands in a row of the catalogue beside what everyone may know of a view; `needs` may be NULL. */
sv_compose *sv_view_compose(size_t view);
sv_view_needs *sv_view_more(size_t view);

#endif
