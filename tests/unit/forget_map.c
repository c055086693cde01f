/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "forget_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include <speelveld/model.h>

/* The name as people write it, another way each time. */
static const char *written(void)
{
    static const char *const ways[] = {HER_NAME, "ZWAANTJE VERBORGEN-KWAST", "Zwaantje Verborgen Kwast", "zwa\xC3\xA4ntje verborgen kwast",
                                       HER_NAME "s"};
    static unsigned turn;
    return ways[turn++ % 5];
}

static void put_cell(const sv_column *column, sv_text *json)
{
    switch (column->type) {
    case SV_TYPE_ACTOR:
        sv_text_add(json, strcmp(column->en, "to") == 0 || strcmp(column->en, "of") == 0 ? "\"tweede\"" : "\"eerste\"");
        break;
    case SV_TYPE_ACTORS: sv_text_addf(json, "[\"" HER_ID "\", \"eerste\", \"%s\"]", HER_NAME); break;
    case SV_TYPE_SPOKESPERSONS: sv_text_add(json, "[\"zorg:" HER_ID "\", \"wonen:eerste\", \"geld:" HER_NAME "\"]"); break;
    case SV_TYPE_ORGANISATION: sv_text_add(json, strcmp(column->en, "by") == 0 ? "\"" HER_ID "\"" : "\"" HER_NAME "\""); break;
    case SV_TYPE_ISSUE: sv_text_add(json, "\"vraagstuk\""); break;
    case SV_TYPE_VISIBILITY: sv_text_add(json, "\"team\""); break;
    case SV_TYPE_YESNO: sv_text_add(json, "true"); break;
    case SV_TYPE_DATE: sv_text_add(json, "\"2026-01-01\""); break;
    case SV_TYPE_TIME: sv_text_add(json, "\"19:30\""); break;
    case SV_TYPE_ACTOR_KIND: sv_text_addf(json, "\"vriendin van %s\"", written()); break;
    case SV_TYPE_TIE_KIND: sv_text_addf(json, "\"buur van %s\"", written()); break;
    case SV_TYPE_DIRECTION: sv_text_add(json, "\"both\""); break;
    case SV_TYPE_INVOLVEMENT: sv_text_add(json, "\"co_know\""); break;
    case SV_TYPE_COMPETENT: sv_text_add(json, "\"council\""); break;
    case SV_TYPE_PHASE: sv_text_add(json, "\"exploring\""); break;
    case SV_TYPE_LIST: sv_text_addf(json, "[\"gewoon\", \"%s\", \"naast %s\"]", written(), written()); break;
    case SV_TYPE_TEXT: sv_text_addf(json, "\"Sprak %s; (" HER_ID ") zei:\\n\\\"%s!\\\" & <ja>\"", written(), written()); break;
    case SV_TYPE_NAME: sv_text_addf(json, "\"Plan van %s\"", written()); break;
    default: sv_text_add(json, "1"); break;
    }
}

/* A row about somebody else in which the name stands wherever it can; for actors and issues under this id and name. */
static void put_row(sv_sheet sheet, const char *id, const char *name, sv_text *json)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    sv_text_add(json, "{");
    for (size_t i = 0; i < about->n_columns; i++) {
        const sv_column *column = &about->columns[i];
        sv_text_addf(json, "%s\"%s\": ", i ? ", " : "", column->en);
        if (column->type == SV_TYPE_ID)
            sv_text_addf(json, "\"%s\"", id);
        else if (name && i == 1 && sheet == SV_ACTORS)
            sv_text_addf(json, "\"%s\"", name);
        else
            put_cell(column, json);
    }
    sv_text_addf(json,
                 ", \"eigen kolom\": \"bel %s\", \"" HER_NAME "\": 5, \"contact\": \"" HER_ID "\", \"diep\": {\"" HER_ID
                 "\": [1], \"w\": [\"%s\"]}}",
                 written(), written());
}

static const char rows_about_her[] = "{\"from\": \"" HER_ID "\", \"to\": \"eerste\"}|{\"who\": \"" HER_NAME "\", \"of\": \"tweede\"}|"
                                     "{\"actor\": \"" HER_ID "\", \"issue\": \"vraagstuk\", \"position\": 2}|"
                                     "{\"date\": \"2026-01-02\", \"actor\": \"" HER_NAME "\", \"outcome\": \"Verhuist.\"}";

/* The row of rows_about_her that belongs to a sheet. */
static void put_row_about_her(sv_sheet sheet, sv_text *json)
{
    static const sv_sheet sheets[] = {SV_TIES, SV_MEMBERSHIPS, SV_POSITIONS, SV_CONTACTS};
    const char *row = rows_about_her;
    for (size_t i = 0; i < 4; i++, row = strchr(row, '|') + 1) {
        if (sheets[i] == sheet)
            sv_text_addf(json, ",\n%.*s", (int)strcspn(row, "|"), row);
        if (!strchr(row, '|'))
            break;
    }
}

void forget_map_compose(sv_text *json)
{
    sv_text_add(json, "{\"speelveld\": 1");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        bool single = sv_sheet_get((sv_sheet)sheet)->flags & SV_SHEET_SINGLE;
        sv_text_addf(json, ",\n\"%s\": %s", sv_sheet_get((sv_sheet)sheet)->key, single ? "" : "[");
        if (sheet == SV_ACTORS) {
            sv_text_add(json, "{\"id\": \"" HER_ID "\", \"name\": \"" HER_NAME "\", \"kind\": \"resident\"},\n");
            put_row(SV_ACTORS, "eerste", "Eerste Mens", json);
            sv_text_add(json, ",\n");
            put_row(SV_ACTORS, HER_ID "-2", "Tweede Mens", json);
            sv_text_add(json, ",\n{\"id\": \"tweede\", \"name\": \"Tweede\", \"kind\": \"welfare\"},\n"
                              "{\"name\": \"Vrienden van " HER_NAME "\", \"kind\": \"welfare\"}");
        } else {
            put_row((sv_sheet)sheet, "vraagstuk", NULL, json);
        }
        put_row_about_her((sv_sheet)sheet, json);
        sv_text_add(json, single ? "" : "]");
    }
    sv_text_add(json,
                ",\n\"lijst " HER_NAME "\": [{\"naam\": \"" HER_NAME
                "\", \"nummer\": \"06\"}, {\"naam\": \"Eerste Mens\", \"nummer\": \"07, of via " HER_NAME "\"}],\n\"boom\": {\"" HER_ID
                "\": {\"x\": 1}, \"lijst\": [{\"id\": \"" HER_ID "\"}, \"" HER_NAME "\", \"eerste\"]}}\n");
    assert_false(json->failed);
}
