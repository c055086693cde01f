/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON answers: cJSON's tree, with every step checked. */
#include "json_answer.h"

#include <math.h>

void json_begin(json_answer *answer)
{
    answer->root = cJSON_CreateObject();
    answer->failed = !answer->root;
}

/* Hang `item` under `to`; an item that cannot be hung is given back at once. */
static cJSON *hang(json_answer *answer, cJSON *to, const char *key, cJSON *item)
{
    bool hung = item && to && (key ? cJSON_AddItemToObject(to, key, item) : cJSON_AddItemToArray(to, item));
    if (hung)
        return item;
    cJSON_Delete(item);
    answer->failed = true;
    return NULL;
}

cJSON *json_add_object(json_answer *answer, cJSON *to, const char *key)
{
    return hang(answer, to, key, cJSON_CreateObject());
}

cJSON *json_add_array(json_answer *answer, cJSON *to, const char *key)
{
    return hang(answer, to, key, cJSON_CreateArray());
}

void json_add_text(json_answer *answer, cJSON *to, const char *key, const char *text)
{
    hang(answer, to, key, cJSON_CreateString(text));
}

void json_add_number(json_answer *answer, cJSON *to, const char *key, double number)
{
    char text[32]; /* cJSON itself is content with a text that reads back as a neighbour of the number */
    sv_number_write(number, text);
    hang(answer, to, key, isfinite(number) ? cJSON_CreateRaw(text) : cJSON_CreateNull());
}

void json_add_bool(json_answer *answer, cJSON *to, const char *key, bool value)
{
    hang(answer, to, key, cJSON_CreateBool(value));
}

const char *json_audience(sv_audience audience)
{
    return audience == SV_PUBLIC ? "public" : audience == SV_TEAM ? "team" : "private";
}

void json_end(json_answer *answer, sv_text *out)
{
    char *printed = answer->failed ? NULL : cJSON_Print(answer->root);
    if (printed) {
        sv_text_add(out, printed);
        sv_text_add_char(out, '\n');
    } else {
        out->failed = true;
    }
    cJSON_free(printed);
    cJSON_Delete(answer->root);
    answer->root = NULL;
}
