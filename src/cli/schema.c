/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The JSON Schema of a map, written from the same table of sheets and columns that the readers use:
 * speelveld help --schema. data/schema holds what it writes.
 */
#include <stdio.h>
#include <string.h>

#include "manual.h"

/* A number between two bounds, as JSON Schema says it. */
static const char *number_rule(sv_type type)
{
    switch (type) {
    case SV_TYPE_SCALE: return "\"type\": \"number\", \"minimum\": 0, \"maximum\": 4";
    case SV_TYPE_SIGNED_SCALE: return "\"type\": \"number\", \"minimum\": -4, \"maximum\": 4";
    case SV_TYPE_SHARE: return "\"type\": \"number\", \"minimum\": 0, \"maximum\": 1";
    case SV_TYPE_AMOUNT: return "\"type\": \"number\", \"minimum\": 0";
    case SV_TYPE_WEIGHT: return "\"type\": \"number\", \"exclusiveMinimum\": 0";
    case SV_TYPE_COUNT: return "\"type\": \"integer\", \"minimum\": 0";
    case SV_TYPE_NUMBER: return "\"type\": \"number\"";
    default: return NULL;
    }
}

static void put_words(sv_type type)
{
    size_t n;
    const sv_word *words = sv_words(type, &n);
    fputs("\"enum\": [", stdout);
    for (size_t i = 0; i < n; i++)
        printf("%s\"%s\"", i ? ", " : "", words[i].id);
    fputs("]", stdout);
}

/* What may stand in a column. */
static void put_rule(sv_type type)
{
    size_t n;
    const char *number = number_rule(type);
    if (number)
        fputs(number, stdout);
    else if (type == SV_TYPE_YESNO)
        fputs("\"type\": \"boolean\"", stdout);
    else if (type == SV_TYPE_DATE)
        fputs("\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"", stdout);
    else if (type == SV_TYPE_TIME)
        fputs("\"type\": \"string\", \"pattern\": \"^[0-9]{2}:[0-9]{2}$\"", stdout);
    else if (type == SV_TYPE_LIST || type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS)
        fputs("\"type\": \"array\", \"items\": {\"type\": \"string\"}", stdout);
    else if (type == SV_TYPE_POSITION)
        fputs("\"anyOf\": [{\"type\": \"number\", \"minimum\": -4, \"maximum\": 4}, {\"enum\": [\"unknown\"]}]", stdout);
    else if (sv_words(type, &n))
        put_words(type);
    else
        printf("\"type\": \"string\", \"maxLength\": %d", type == SV_TYPE_TEXT ? SV_TEXT_LIMIT : SV_NAME_LIMIT);
}

static void put_row(const sv_sheet_about *about, const char *indent)
{
    const char *separator = "";
    printf("{\n%s  \"type\": \"object\",\n%s  \"required\": [", indent, indent);
    for (size_t i = 0; i < about->n_columns; i++)
        if (about->columns[i].flags & SV_COLUMN_REQUIRED) {
            printf("%s\"%s\"", separator, about->columns[i].en);
            separator = ", ";
        }
    printf("],\n%s  \"properties\": {", indent);
    for (size_t i = 0; i < about->n_columns; i++) {
        printf("%s\n%s    \"%s\": {\"title\": \"%s\", ", i ? "," : "", indent, about->columns[i].en, about->columns[i].nl);
        put_rule(about->columns[i].type);
        fputs("}", stdout);
    }
    printf("\n%s  }\n%s}", indent, indent);
}

void cli_schema(void)
{
    fputs("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
          "  \"title\": \"speelveld map\",\n"
          "  \"description\": \"People, organisations, council members and alliances around an issue. Keys and sheets of your own are kept.\",\n"
          "  \"type\": \"object\",\n  \"required\": [\"actors\"],\n  \"properties\": {\n    \"speelveld\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 1}",
          stdout);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        printf(",\n    \"%s\": ", about->key);
        if (about->flags & SV_SHEET_SINGLE) {
            put_row(about, "    ");
        } else {
            printf("{\n      \"title\": \"%s\",\n      \"type\": \"array\",\n      \"items\": ", about->nl);
            put_row(about, "      ");
            fputs("\n    }", stdout);
        }
    }
    fputs("\n  }\n}\n", stdout);
}
