/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells anywhere: in the sheets that speelveld knows and in those of the user's own. */
#include <speelveld/model.h>

#include "../base/text.h"
#include "table.h"

const char *sv_spot_text(const sv_map *map, const sv_spot *spot)
{
    const sv_extra_sheet *sheet;
    if (spot->sheet != SV_SHEETS)
        return sv_map_cell(map, spot->sheet, spot->row, spot->column);
    sheet = sv_extra_sheet_get(map, spot->own_sheet);
    return spot->column == SIZE_MAX ? sv_extra_sheet_json(sheet) : sv_extra_sheet_cell(sheet, spot->row, spot->column);
}

const char *sv_spot_header(const sv_map *map, const sv_spot *spot)
{
    if (spot->sheet != SV_SHEETS)
        return sv_map_header(map, spot->sheet, spot->column);
    return spot->column == SIZE_MAX ? "" : sv_extra_sheet_header(sv_extra_sheet_get(map, spot->own_sheet), spot->column);
}

void sv_spot_place(const sv_map *map, const sv_spot *spot, sv_place *place)
{
    if (spot->sheet != SV_SHEETS) {
        sv_map_place(map, spot->sheet, spot->row, spot->column, place);
        return;
    }
    *place = (sv_place){.row = spot->column == SIZE_MAX ? 0 : spot->row + 2}; /* below the headers */
    sv_text_fit(place->sheet, sizeof place->sheet, sv_extra_sheet_name(sv_extra_sheet_get(map, spot->own_sheet)));
    sv_text_fit(place->column, sizeof place->column, sv_spot_header(map, spot));
}
