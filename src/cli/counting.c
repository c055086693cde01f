/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What counts in a network, as the options have it: which ties, by what weight, between whom, and between which groups. */
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"
#include "scoring.h"

sv_status cli_positive(const cli_call *call, const char *name, double most, const char *expected, double *number, sv_error *error)
{
    const char *word = cli_value(call, name);
    double read = 0;
    if (!word)
        return SV_OK;
    if (!sv_number_parse(word, &read) || !(read > 0) || read > most)
        return sv_error_set(error, SV_E_OPTION_VALUE, word, expected);
    *number = read;
    return SV_OK;
}

/* --alpha says by itself that strength counts. */
static sv_status choose_weights(const cli_call *call, sv_network_options *options, sv_error *error)
{
    const char *weights = cli_value(call, "weights");
    bool strength = weights && (sv_text_same(weights, "strength") || sv_text_same(weights, "sterkte"));
    bool none = weights && (sv_text_same(weights, "none") || sv_text_same(weights, "geen"));
    if (weights && !strength && (!none || cli_given(call, "alpha")))
        return sv_error_set(error, SV_E_OPTION_VALUE, weights, none ? SV_TR("strength, beside --alpha") : SV_TR("strength or none"));
    options->strength = strength || cli_given(call, "alpha");
    return cli_positive(call, "alpha", 10, SV_TR("a number above 0, at most 10"), &options->alpha, error);
}

static sv_status choose_level(const cli_call *call, sv_network_options *options, sv_error *error)
{
    static const char *const words[SV_LEVELS][3] = {[SV_LEVEL_TWO_MODE] = {"two-mode", "alles", "all"},
                                                    [SV_LEVEL_PERSON] = {"person", "persoon", "personen"},
                                                    [SV_LEVEL_ORGANISATION] = {"organisation", "organisatie", "organisaties"}};
    const char *word = cli_value(call, "level");
    if (!word)
        return SV_OK;
    for (int level = 0; level < SV_LEVELS; level++)
        for (size_t i = 0; i < 3; i++)
            if (sv_text_same(word, words[level][i])) {
                options->level = (sv_level)level;
                return SV_OK;
            }
    return sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("two-mode, person or organisation"));
}

static const char memberships[] = SV_TR("memberships");

/* Opposition, rules, money and influence carry nothing from the one to the other: they have no place in a network. */
static sv_status refuse_kind(const cli_call *call, const char *word, sv_error *error)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    sv_text known = {0};
    sv_status status;
    for (size_t i = 0; i < n; i++)
        if (kinds[i].carries_route)
            sv_text_addf(&known, "%s, ", call->language == SV_DUTCH ? kinds[i].nl : kinds[i].id);
    sv_text_add(&known, sv_translate(call->language, memberships));
    status = sv_error_set(error, SV_E_OPTION_VALUE, *word ? word : "\"\"", sv_text_get(&known));
    sv_text_clear(&known);
    return status;
}

static sv_status choose_ties(const cli_call *call, sv_network_options *options, sv_error *error)
{
    const char *list = cli_value(call, "ties");
    size_t n;
    const sv_tie_kind *first = sv_tie_kinds(&n);
    while (list && *list) {
        char word[64];
        const sv_tie_kind *kind;
        size_t length = strcspn(list, ",");
        snprintf(word, sizeof word, "%.*s", (int)(length < sizeof word ? length : sizeof word - 1), list);
        kind = sv_tie_kind_find(word);
        if (sv_text_same(word, memberships) || sv_text_same(word, "membership") || sv_text_same(word, "lidmaatschap") ||
            sv_text_same(word, "lidmaatschappen"))
            options->ties |= SV_TIES_MEMBERSHIPS;
        else if (!kind || !kind->carries_route)
            return refuse_kind(call, word, error);
        else
            options->ties |= UINT64_C(1) << (size_t)(kind - first);
        list += length + (list[length] != '\0');
    }
    return cli_given(call, "ties") && !options->ties ? refuse_kind(call, "", error) : SV_OK;
}

sv_status cli_network_options(const cli_call *call, sv_network_options *options, sv_error *error)
{
    sv_status status;
    *options = (sv_network_options){.directed = cli_given(call, "directed")};
    status = cli_as_of(call, &options->as_of, error);
    if (status == SV_OK)
        status = choose_weights(call, options, error);
    if (status == SV_OK)
        status = choose_level(call, options, error);
    return status == SV_OK ? choose_ties(call, options, error) : status;
}

sv_status cli_groups(const cli_call *call, const sv_map *map, size_t *groups, sv_error *error)
{
    const char *word = cli_value(call, "groups");
    size_t column = word ? sv_column_find(SV_ACTORS, word) : SIZE_MAX;
    *groups = 0;
    if (!word)
        return SV_OK;
    for (size_t i = SV_ACTOR_COLUMN_COUNT; column == SIZE_MAX && i < sv_map_columns(map, SV_ACTORS); i++)
        if (sv_text_same(word, sv_map_header(map, SV_ACTORS, i)))
            column = i;
    if (column == SIZE_MAX && (sv_text_same(word, "alliance") || sv_text_same(word, "alliances") || sv_text_same(word, "bondgenootschap") ||
                               sv_text_same(word, "bondgenootschappen")))
        column = SV_GROUPS_ALLIANCES;
    else if (column == SIZE_MAX || column == SV_ACTOR_ID || column == SV_ACTOR_NAME)
        return sv_error_set(
            error, SV_E_OPTION_VALUE, word,
            SV_TR("a column of sheet Actors that puts them in groups, such as sector, kind, party or neighbourhood; or alliance"));
    *groups = column;
    return SV_OK;
}
