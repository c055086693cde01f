/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two maps, or two actors, do not agree on: where it stands in both, both values, and whose was kept. */
#include <speelveld/report.h>

#include "../base/language.h"
#include "../model/differences.h"
#include "json_answer.h"

static const char *sheet_name(const sv_difference *one, sv_language language)
{
    if (one->sheet == SV_SHEETS)
        return one->about;
    return language == SV_DUTCH ? sv_sheet_get(one->sheet)->nl : sv_sheet_get(one->sheet)->en;
}

/* The header people know the column by; the user's own columns keep theirs. */
static const char *column_name(const sv_difference *one, sv_language language)
{
    const sv_sheet_about *about = one->sheet == SV_SHEETS ? NULL : sv_sheet_get(one->sheet);
    if (!about || one->column >= about->n_columns)
        return one->header;
    return language == SV_DUTCH ? about->columns[one->column].nl : about->columns[one->column].en;
}

/* The sentence of a difference, with its two values as people in a language write them; cut where they are long. False without memory. */
static bool write_sentence(const sv_difference *one, sv_language language, char *buffer, size_t size)
{
    bool done;
    const sv_sheet_about *about = one->sheet == SV_SHEETS ? NULL : sv_sheet_get(one->sheet);
    sv_type type = about && one->column < about->n_columns ? about->columns[one->column].type : SV_TYPE_TEXT;
    sv_text a = {0}, b = {0};
    sv_error told;
    difference_value(type, one->a, language, &a);
    difference_value(type, one->b, language, &b);
    done = !a.failed && !b.failed;
    sv_error_set(&told, one->code, sv_text_get(&a), sv_text_get(&b));
    sv_error_message(&told, language, buffer, size);
    sv_text_clear(&a);
    sv_text_clear(&b);
    return done;
}

static void write_rows(const sv_difference *one, sv_language language, sv_text *out)
{
    const char *row = sv_translate(language, SV_TR("row"));
    if (!one->row_a && !one->row_b)
        return;
    sv_text_add(out, " (");
    if (one->row_a)
        sv_text_addf(out, "A: %s%s%s %llu", one->file_a, *one->file_a ? ", " : "", row, (unsigned long long)one->row_a);
    if (one->row_b)
        sv_text_addf(out, "%sB: %s%s%s %llu", one->row_a ? "; " : "", one->file_b, *one->file_b ? ", " : "", row,
                     (unsigned long long)one->row_b);
    sv_text_add_char(out, ')');
}

static void write_one(const sv_difference *one, sv_language language, sv_text *out)
{
    const char *column = column_name(one, language);
    char message[1024];
    sv_text_add(out, sheet_name(one, language));
    if (*one->about && one->sheet != SV_SHEETS)
        sv_text_addf(out, ", %s", one->about);
    if (*column)
        sv_text_addf(out, ", %s", column);
    out->failed |= !write_sentence(one, language, message, sizeof message);
    sv_text_addf(out, ": %s", message);
    if (sv_code_severity(one->code) != SV_NOTE)
        sv_text_addf(out, " %s",
                     sv_translate(language, one->chosen == SV_CHOOSE_A   ? SV_TR("A was kept.")
                                            : one->chosen == SV_CHOOSE_B ? SV_TR("B was kept.")
                                                                         : SV_TR("Not decided.")));
    write_rows(one, language, out);
    sv_text_add_char(out, '\n');
}

/* What to do, once for each sort of difference there is. */
static void write_remedies(const sv_differences *differences, sv_language language, sv_text *out)
{
    bool said[SV_CODE_COUNT] = {false};
    for (size_t i = 0; i < differences->n; i++) {
        const sv_difference *one = &differences->items[i];
        sv_error told;
        char remedy[1024];
        if (said[one->code] || (one->code == SV_E_CELL_DIFFERS && !one->open))
            continue;
        said[one->code] = true;
        sv_error_set(&told, one->code, "", "");
        if (*sv_error_remedy(&told, language, remedy, sizeof remedy))
            sv_text_addf(out, "    %s\n", remedy);
    }
}

static void write_text(const sv_differences *differences, sv_language language, sv_text *out)
{
    for (size_t i = 0; i < differences->n; i++)
        write_one(&differences->items[i], language, out);
    write_remedies(differences, language, out);
    if (!differences->n)
        sv_text_add(out, sv_translate(language, SV_TR("There are no differences.\n")));
    else
        sv_text_addf(out, sv_translate(language, SV_TR("Differences: %zu. Not decided: %zu.\n")), differences->n, differences->open);
}

static void add_one(json_answer *answer, cJSON *list, const sv_difference *one, sv_language language)
{
    cJSON *row = json_add_object(answer, list, NULL);
    char message[1024];
    json_add_text(answer, row, "code", sv_code_id(one->code));
    json_add_text(answer, row, "sheet", one->sheet == SV_SHEETS ? one->about : sv_sheet_get(one->sheet)->key);
    json_add_text(answer, row, "about", one->about);
    if (one->column != SIZE_MAX)
        json_add_text(answer, row, "column", column_name(one, SV_ENGLISH));
    json_add_text(answer, row, "a", one->a);
    json_add_text(answer, row, "b", one->b);
    if (one->chosen != SV_CHOOSE_NONE)
        json_add_text(answer, row, "kept", one->chosen == SV_CHOOSE_A ? "a" : "b");
    json_add_bool(answer, row, "open", one->open);
    if (one->row_a) {
        json_add_text(answer, row, "file_a", one->file_a);
        json_add_number(answer, row, "row_a", (double)one->row_a);
    }
    if (one->row_b) {
        json_add_text(answer, row, "file_b", one->file_b);
        json_add_number(answer, row, "row_b", (double)one->row_b);
    }
    answer->failed |= !write_sentence(one, language, message, sizeof message);
    json_add_text(answer, row, "message", message);
}

static void write_json(const sv_differences *differences, sv_language language, sv_text *out)
{
    json_answer answer;
    cJSON *list;
    json_begin(&answer);
    json_add_number(&answer, answer.root, "open", (double)differences->open);
    list = json_add_array(&answer, answer.root, "differences");
    for (size_t i = 0; i < differences->n; i++)
        add_one(&answer, list, &differences->items[i], language);
    json_end(&answer, out);
}

sv_status sv_report_differences(const sv_differences *differences, sv_report_format format, sv_language language, char **text,
                                size_t *length, sv_error *error)
{
    sv_text out = {0};
    *text = NULL;
    if (format == SV_REPORT_JSON)
        write_json(differences, language, &out);
    else
        write_text(differences, language, &out);
    if (out.failed || differences->incomplete) {
        sv_text_clear(&out);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = out.bytes;
    *length = out.length;
    return SV_OK;
}
