/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Telling changes: enumerations that stop in time, and names and numbers as people say them. */
#include "changes_told.h"

#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"

sv_status told_end(const teller *by, char **text, size_t *length, sv_error *error)
{
    sv_status status = answer_end(by->to, text, length, error);
    free(*by->columns);
    *by->columns = NULL;
    return status;
}

answer_column *told_columns(const teller *by, size_t n)
{
    *by->columns = sv_alloc(n, sizeof **by->columns);
    return *by->columns;
}

enumeration enumeration_begin(const teller *by, size_t most)
{
    return (enumeration){.by = by, .most = by->all ? SIZE_MAX : most};
}

static void add_part(enumeration *list, const char *part)
{
    if (list->n == list->most) {
        list->left++;
        return;
    }
    if (list->n)
        sv_text_addf(&list->text, "%s%s", list->text.length ? ", " : "", sv_text_get(&list->last));
    list->last.length = 0;
    sv_text_add(&list->last, part);
    list->n++;
}

void enumeration_add_said(enumeration *list, const char *message, const answer_value *values)
{
    sv_text part = {0};
    answer_fill(list->by->to, message, values, &part);
    list->text.failed |= part.failed;
    add_part(list, sv_text_get(&part));
    sv_text_clear(&part);
}

void enumeration_add_actor(enumeration *list, size_t actor)
{
    add_part(list, told_actor(list->by, actor));
}

void enumeration_add_count(enumeration *list, size_t n, const char *one, const char *more, const char *message)
{
    sv_text count = {0};
    if (!n)
        return;
    sv_text_add_count(&count, n, list->by->to->options.language, one, more);
    list->text.failed |= count.failed;
    enumeration_add_said(list, message, SAYS(SAY_TEXT("count", sv_text_get(&count))));
    sv_text_clear(&count);
}

const char *enumeration_text(enumeration *list)
{
    const answer *to = list->by->to;
    sv_text whole = {0};
    if (!list->n)
        return "";
    if (list->left)
        sv_text_addf(&list->text, "%s%s", list->text.length ? ", " : "", sv_text_get(&list->last));
    else if (list->n > 1)
        answer_fill(to, SV_TR("{others} and {last}"),
                    SAYS(SAY_TEXT("others", sv_text_get(&list->text)), SAY_TEXT("last", sv_text_get(&list->last))), &whole);
    else
        sv_text_add(&whole, sv_text_get(&list->last));
    if (list->left)
        answer_fill(to, SV_TR("{others} and {n} more"), SAYS(SAY_TEXT("others", sv_text_get(&list->text)), SAY_COUNT("n", list->left)),
                    &whole);
    whole.failed |= list->text.failed || list->last.failed;
    list->by->to->failed |= whole.failed;
    sv_text_clear(&list->text);
    list->text = whole;
    return sv_text_get(&list->text);
}

void enumeration_clear(enumeration *list)
{
    sv_text_clear(&list->text);
    sv_text_clear(&list->last);
}

const char *told_actor(const teller *by, size_t actor)
{
    return sv_map_actor(by->found->both, actor)->name;
}

const char *told_issue(const teller *by, size_t issue)
{
    return sv_map_cell(by->found->both, SV_ISSUES, issue, SV_ISSUE_TITLE);
}

bool told_is_there(const teller *by, size_t actor)
{
    return sv_alignment_row(by->found->alignment, false, SV_ACTORS, actor) != SV_NO_ROW;
}

bool told_network_changed(const teller *by)
{
    const sv_changes *found = by->found;
    return found->n_actors || found->n_cells || found->n_ties || found->n_memberships;
}

void told_position(const teller *by, double value, sv_text *out)
{
    sv_language language = by->to->options.language;
    double rounded = round(value * 10) / 10;
    char number[64];
    if (isnan(value)) {
        sv_text_add(out, sv_translate(language, SV_TR("not known")));
        return;
    }
    sv_number_show(fabs(rounded), rounded == round(rounded) ? 0 : 1, language == SV_DUTCH ? ',' : '.', number);
    sv_text_addf(out, "%s%s", rounded < 0 ? "−" : rounded > 0 ? "+" : "", number);
}

bool told_to_people(const teller *by)
{
    return by->to->options.format == SV_REPORT_TABLE;
}
