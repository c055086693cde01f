/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What check found, as an answer: every fault with its place and what to do, then what the map holds. */
#include <speelveld/report.h>


#include "../base/language.h"
#include "../base/text.h"
#include "json_answer.h"

static const char *severity_word(sv_severity severity)
{
    return severity == SV_ERROR ? SV_TR("fault") : severity == SV_WARNING ? SV_TR("look at this") : SV_TR("note");
}

static void write_problem(const sv_error *problem, sv_language language, sv_text *out)
{
    char where[512], message[1024], remedy[1024];
    sv_error_where(problem, language, where, sizeof where);
    sv_error_message(problem, language, message, sizeof message);
    sv_error_remedy(problem, language, remedy, sizeof remedy);
    sv_text_addf(out, "%s%s%s: %s\n", where, *where ? ": " : "", sv_translate(language, severity_word(sv_code_severity(problem->code))), message);
    if (*remedy)
        sv_text_addf(out, "    %s\n", remedy);
}

static void write_contents(const sv_map *map, sv_language language, sv_text *out)
{
    bool first = true;
    for (int sheet = SV_ACTORS; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        size_t rows = sv_map_rows(map, (sv_sheet)sheet);
        if (!rows)
            continue;
        sv_text_addf(out, "%s%s %zu", first ? "" : ", ", language == SV_DUTCH ? about->nl : about->en, rows);
        first = false;
    }
    if (!first)
        sv_text_add(out, ".\n");
}

static void write_text(const sv_map *map, const sv_problems *problems, sv_language language, sv_text *out)
{
    size_t following = 0; /* rows that are fine themselves, but name a row that is not: said once, so that causes stand out */
    for (size_t i = 0; i < problems->n; i++)
        if (problems->items[i].code == SV_E_ROW_DEPENDS)
            following++;
        else
            write_problem(&problems->items[i], language, out);
    if (following)
        sv_text_addf(out, sv_translate(language, SV_TR("Because of this, other rows that name these actors cannot be used either: %zu.\n")), following);
    if (problems->n)
        sv_text_add_char(out, '\n');
    if (map)
        write_contents(map, language, out);
    if (problems->notes + problems->warnings + problems->errors == 0)
        sv_text_addf(out, "%s\n", sv_translate(language, SV_TR("No faults found.")));
    else
        sv_text_addf(out, sv_translate(language, SV_TR("Faults: %zu. To look at: %zu. Notes: %zu.\n")), problems->errors, problems->warnings, problems->notes);
    if (problems->n < problems->notes + problems->warnings + problems->errors)
        sv_text_addf(out, sv_translate(language, SV_TR("Only the first %zu are shown.\n")), problems->n);
}

static void add_problem(json_answer *answer, const sv_error *problem, sv_language language, cJSON *list)
{
    static const char *const severities[] = {[SV_NOTE] = "note", [SV_WARNING] = "warning", [SV_ERROR] = "error"};
    char message[1024], remedy[1024];
    cJSON *row = json_add_object(answer, list, NULL);
    json_add_text(answer, row, "severity", severities[sv_code_severity(problem->code)]);
    json_add_text(answer, row, "code", sv_code_id(problem->code));
    if (problem->place.file[0])
        json_add_text(answer, row, "file", problem->place.file);
    if (problem->place.sheet[0])
        json_add_text(answer, row, "sheet", problem->place.sheet);
    if (problem->place.row)
        json_add_number(answer, row, "row", (double)problem->place.row);
    if (problem->place.character)
        json_add_number(answer, row, "character", (double)problem->place.character);
    if (problem->place.column[0])
        json_add_text(answer, row, "column", problem->place.column);
    json_add_text(answer, row, "found", problem->found);
    json_add_text(answer, row, "message", sv_error_message(problem, language, message, sizeof message));
    json_add_text(answer, row, "remedy", sv_error_remedy(problem, language, remedy, sizeof remedy));
}

static void write_json(const sv_map *map, const sv_problems *problems, sv_language language, sv_text *out)
{
    json_answer built, *answer = &built;
    cJSON *root, *counts, *list;
    json_begin(answer);
    root = answer->root;
    json_add_text(answer, root, "map", map ? sv_map_title(map) : "");
    counts = json_add_object(answer, root, "rows");
    for (int sheet = SV_ACTORS; map && sheet < SV_SHEETS; sheet++)
        json_add_number(answer, counts, sv_sheet_get((sv_sheet)sheet)->key, (double)sv_map_rows(map, (sv_sheet)sheet));
    json_add_number(answer, root, "errors", (double)problems->errors);
    json_add_number(answer, root, "warnings", (double)problems->warnings);
    json_add_number(answer, root, "notes", (double)problems->notes);
    list = json_add_array(answer, root, "problems");
    for (size_t i = 0; i < problems->n; i++)
        add_problem(answer, &problems->items[i], language, list);
    json_end(answer, out);
}

sv_status sv_report_problems(const sv_map *map, const sv_problems *problems, sv_report_format format, sv_language language, char **text,
                             size_t *length, sv_error *error)
{
    sv_text out = {0};
    if (format == SV_REPORT_JSON)
        write_json(map, problems, language, &out);
    else
        write_text(map, problems, language, &out);
    *text = NULL;
    if (out.failed || problems->incomplete) {
        sv_text_clear(&out);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = out.bytes;
    *length = out.length;
    return SV_OK;
}
