/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A checked JSON text, before it is read: what kind of file it is, told by the keys at its top, and how its
 * values become trees, each by itself.
 */
#include "json.h"

#include <cjson/cJSON.h>

#include <string.h>

/* ---- Values ---- */

const char *sv_json_find(const sv_json_text *text, const char *key)
{
    for (size_t i = 0; i < text->n_members; i++)
        if (strcmp(text->members[i].key, key) == 0)
            return text->members[i].value;
    return NULL;
}

static const char *skip_space(const char *at)
{
    while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r')
        at++;
    return at;
}

static bool closes(char c)
{
    return c == ']' || c == '}';
}

bool sv_json_next(const char **at)
{
    const char *next = skip_space(*at);
    if (!closes(*next))
        next = skip_space(next + 1); /* behind the opening bracket or the comma */
    *at = closes(*next) ? next + 1 : next;
    return !closes(*next);
}

cJSON *sv_json_take(const sv_json_text *text, const char **at)
{
    return cJSON_ParseWithLengthOpts(*at, (size_t)(text->end - *at), at, false); /* after the check, memory is all that can lack */
}

void sv_json_free(cJSON *tree)
{
    cJSON_Delete(tree);
}

/* ---- Kinds ---- */

static bool has(const sv_json_text *text, const char *key)
{
    return sv_json_find(text, key) != NULL;
}

static bool is_object(const sv_json_text *text)
{
    return text->value && *text->value == '{';
}

/* The first of an array as a text of its own; it stays empty when there is no array, or nothing in it. */
static sv_status open_first(const sv_json_text *text, const char *array, sv_json_text *first, sv_error *error)
{
    const char *start = array, *end;
    cJSON *tree;
    if (!array || *array != '[' || !sv_json_next(&start))
        return SV_OK;
    end = start;
    tree = sv_json_take(text, &end); /* only to know where it ends */
    if (!tree)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_json_free(tree);
    return sv_json_open(start, (size_t)(end - start), "", first, error);
}

/* `membership` is the first of the memberships in it. */
static bool is_popolo(const sv_json_text *about, const sv_json_text *membership)
{
    static const char *const lists[] = {"persons", "people", "organizations", "organisations"};
    static const char *const traits[] = {"classification", "identifiers", "other_names", "gender"};
    if (has(about, "speelveld") || has(about, "actors") || has(about, "map"))
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (has(about, lists[i]))
            return true;
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (has(about, traits[i]) && (has(about, "name") || has(about, "memberships")))
            return true;
    return is_object(membership) && !has(membership, "who") && !has(membership, "wie");
}

static sv_json_kind kind_by_keys(const sv_json_text *about, const sv_json_text *membership, bool in_array)
{
    if (!is_object(about))
        return SV_JSON_MAP;
    if (has(about, "nodes") && (has(about, "edges") || has(about, "links")))
        return SV_JSON_GRAPH;
    if (has(about, "elements") && (has(about, "connections") || has(about, "maps")))
        return SV_JSON_KUMU;
    return is_popolo(about, membership) || (in_array && has(about, "name")) ? SV_JSON_POPOLO : SV_JSON_MAP;
}

sv_status sv_json_kind_of(const sv_json_text *text, sv_json_kind *kind, sv_error *error)
{
    sv_json_text first = {0}, membership = {0};
    bool in_array = *text->value == '[';
    const sv_json_text *about = in_array ? &first : text;
    sv_status status = open_first(text, text->value, &first, error);
    if (status == SV_OK)
        status = open_first(about, sv_json_find(about, "memberships"), &membership, error);
    if (status == SV_OK)
        *kind = kind_by_keys(about, &membership, in_array);
    sv_json_close(&first);
    sv_json_close(&membership);
    return status;
}
