/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors that may be one, as an answer: who, why, and how much they look alike. */
#include <speelveld/report.h>

#include "../base/language.h"
#include "grid.h"
#include "json_answer.h"

enum { widest_cell = 60 };

static void add_actor(sv_grid *grid, const sv_actor *actor)
{
    sv_text text = {0};
    sv_text_addf(&text, "%s (%s)", actor->name, actor->id);
    grid->failed |= text.failed;
    grid_add(grid, sv_text_get(&text));
    sv_text_clear(&text);
}

static void add_reasons(sv_grid *grid, unsigned reasons, sv_language language)
{
    sv_text text = {0};
    for (int reason = 0; reason < SV_REASONS; reason++)
        if (reasons & (1U << reason))
            sv_text_addf(&text, "%s%s", text.length ? ", " : "", sv_translate(language, sv_reason_text((sv_reason)reason)));
    grid->failed |= text.failed;
    grid_add(grid, sv_text_get(&text));
    sv_text_clear(&text);
}

static size_t shown(size_t n, const sv_duplicates_options *options)
{
    return options->top && options->top < n ? options->top : n;
}

static void write_heading(const sv_map *map, const sv_duplicates_options *options, sv_text *out)
{
    if (*sv_map_title(map))
        sv_text_addf(out, "%s\n", sv_map_title(map));
    sv_text_addf(out, "%s\n\n",
                 sv_translate(options->language, options->audience == SV_PUBLIC ? SV_TR("public")
                                                 : options->audience == SV_TEAM ? SV_TR("internal")
                                                                                : SV_TR("private")));
}

static void write_table(const sv_map *map, const sv_duplicate *found, size_t n, const sv_duplicates_options *options, sv_text *out)
{
    sv_language language = options->language;
    sv_grid grid;
    write_heading(map, options, out);
    if (!n) {
        sv_text_addf(out, "%s\n", sv_translate(language, SV_TR("No two actors look like one.")));
        return;
    }
    grid_init(&grid, 4);
    grid_add(&grid, sv_translate(language, SV_TR("alike")));
    grid_add(&grid, sv_translate(language, SV_TR("this actor")));
    grid_add(&grid, sv_translate(language, SV_TR("and this one")));
    grid_add(&grid, sv_translate(language, SV_TR("because")));
    for (size_t i = 0; i < shown(n, options); i++) {
        grid_add_number(&grid, found[i].score, 2, language);
        add_actor(&grid, sv_map_actor(map, found[i].a));
        add_actor(&grid, sv_map_actor(map, found[i].b));
        add_reasons(&grid, found[i].reasons, language);
    }
    grid_write_text(&grid, widest_cell, out);
    grid_clear(&grid);
    sv_text_add_char(out, '\n');
    if (shown(n, options) < n)
        sv_text_addf(out, sv_translate(language, SV_TR("The first %zu of %zu pairs.\n")), shown(n, options), n);
    sv_text_addf(
        out, "%s\n",
        sv_translate(language, SV_TR("These are proposals: nothing was changed. One and the same? speelveld join MAP ID ID -o NEW")));
}

static void add_json_actor(json_answer *answer, cJSON *row, const char *key, const sv_actor *actor)
{
    cJSON *to = json_add_object(answer, row, key);
    json_add_text(answer, to, "id", actor->id);
    json_add_text(answer, to, "name", actor->name);
    json_add_text(answer, to, "kind", actor->kind->id);
}

static void write_json(const sv_map *map, const sv_duplicate *found, size_t n, const sv_duplicates_options *options, sv_text *out)
{
    json_answer answer;
    cJSON *list;
    json_begin(&answer);
    json_add_text(&answer, answer.root, "map", sv_map_title(map));
    json_add_text(&answer, answer.root, "audience", json_audience(options->audience));
    json_add_number(&answer, answer.root, "pairs", (double)n);
    list = json_add_array(&answer, answer.root, "duplicates");
    for (size_t i = 0; i < shown(n, options); i++) {
        cJSON *row = json_add_object(&answer, list, NULL), *reasons;
        json_add_number(&answer, row, "score", found[i].score);
        add_json_actor(&answer, row, "a", sv_map_actor(map, found[i].a));
        add_json_actor(&answer, row, "b", sv_map_actor(map, found[i].b));
        reasons = json_add_array(&answer, row, "reasons");
        for (int reason = 0; reason < SV_REASONS; reason++)
            if (found[i].reasons & (1U << reason))
                json_add_text(&answer, reasons, NULL, sv_reason_id((sv_reason)reason));
    }
    json_end(&answer, out);
}

sv_status sv_report_duplicates(const sv_map *map, const sv_duplicate *found, size_t n, const sv_duplicates_options *options, char **text,
                               size_t *length, sv_error *error)
{
    sv_text out = {0};
    *text = NULL;
    if (options->format == SV_REPORT_JSON)
        write_json(map, found, n, options, &out);
    else
        write_table(map, found, n, options, &out);
    if (out.failed) {
        sv_text_clear(&out);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = out.bytes;
    *length = out.length;
    return SV_OK;
}
