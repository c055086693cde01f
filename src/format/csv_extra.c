/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sheets that speelveld does not know, as CSV: every column and row as it stands. What came from JSON and is no
 * table is one cell of JSON under the header "json".
 */
#include "csv_folder.h"

#include <string.h>

#include "../model/table.h"
#include "json.h"

static const char json_header[] = "json";

/* Make the columns of an unknown sheet reach cell i; each has a header of its own, so that column i holds cell i. */
static bool reach_extra(sv_map *map, sv_extra_sheet *extra, const sv_csv *csv, size_t i)
{
    for (size_t at = sv_extra_sheet_columns(extra); at <= i; at++) {
        bool named = at < csv->n_header && !sv_csv_is_empty(csv->header[at]);
        size_t column = SIZE_MAX - 1;
        for (size_t n = named ? sv_csv_same_before(csv, at) + 1 : 1; column != at; n++) {
            sv_text name = {0};
            if (named)
                sv_text_add(&name, csv->header[at]);
            else
                sv_text_addf(&name, "column %zu", at + 1);
            if (n > 1)
                sv_text_addf(&name, " (%zu)", n);
            column = name.failed ? SIZE_MAX : sv_extra_sheet_column(map, extra, name.bytes);
            sv_text_clear(&name);
            if (column == SIZE_MAX)
                return false;
        }
    }
    return true;
}

bool sv_csv_extra_read(sv_csv *csv, const char *name, sv_map *map)
{
    sv_extra_sheet *extra = sv_extra_sheet_add(map, name);
    bool maybe_json = csv->n_header == 1 && strcmp(csv->header[0], json_header) == 0;
    if (!extra || (!maybe_json && !reach_extra(map, extra, csv, csv->n_header - 1)))
        return false;
    for (size_t row = 0; row <= SV_TIE_LIMIT && sv_csv_next(csv); row++) {
        if (maybe_json && row == 0 && sv_json_check(csv->cells[0], strlen(csv->cells[0]), csv->file, NULL) == SV_OK)
            return sv_extra_sheet_set_json(map, extra, csv->cells[0]);
        for (size_t i = 0; i < csv->n_cells; i++)
            if (!sv_csv_is_empty(csv->cells[i]) &&
                (!reach_extra(map, extra, csv, i) || !sv_extra_sheet_put(map, extra, row, i, csv->cells[i])))
                return false;
    }
    return !csv->failed;
}

void sv_csv_extra_write(const sv_extra_sheet *extra, sv_text *out)
{
    const char *json = sv_extra_sheet_json(extra);
    sv_csv_write_start(out);
    if (json) {
        sv_csv_write_header(out, json_header, true);
        sv_csv_write_end(out);
        sv_csv_write_text(out, json, true);
        sv_csv_write_end(out);
        return;
    }
    for (size_t i = 0; i < sv_extra_sheet_columns(extra); i++)
        sv_csv_write_header(out, sv_extra_sheet_header(extra, i), i == 0);
    sv_csv_write_end(out);
    for (size_t row = 0; row < sv_extra_sheet_rows(extra) && !out->failed; row++) {
        for (size_t i = 0; i < sv_extra_sheet_columns(extra); i++)
            sv_csv_write_text(out, sv_extra_sheet_cell(extra, row, i), i == 0);
        sv_csv_write_end(out);
    }
}
