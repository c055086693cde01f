/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What counted in a network: nobody can redo a number without it. */
#include "counted.h"

#include "../base/language.h"

static void add_kinds(const sv_network_options *options, sv_language language, sv_text *out)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    bool any = false;
    sv_text_addf(out, "%s: ", sv_translate(language, SV_TR("Only these ties count")));
    for (size_t i = 0; i < n; i++)
        if (sv_network_counts(options, i)) {
            sv_text_addf(out, "%s%s", any ? ", " : "", language == SV_DUTCH ? kinds[i].nl : kinds[i].en);
            any = true;
        }
    if (sv_network_counts_memberships(options))
        sv_text_addf(out, "%s%s", any ? ", " : "", sv_translate(language, SV_TR("memberships")));
    sv_text_add(out, ".\n");
}

void counted_add_words(const sv_network_options *options, sv_language language, sv_text *out)
{
    static const char *const levels[SV_LEVELS] = {
        [SV_LEVEL_PERSON] = SV_TR("Persons only. Members of one organisation or alliance are tied; each one they share adds 1/(members − 1)."),
        [SV_LEVEL_ORGANISATION] = SV_TR("Organisations only. Those that share a member are tied; each person adds 1/(its organisations − 1), each alliance "
                                        "1/(members − 1). Other ties of a person count for its organisations."),
    };
    if (levels[options->level])
        sv_text_addf(out, "%s\n", sv_translate(language, levels[options->level]));
    if (options->ties)
        add_kinds(options, language, out);
}

void counted_add_json(json_answer *answer, const sv_network_options *options, cJSON *to)
{
    static const char *const levels[SV_LEVELS] = {"two-mode", "person", "organisation"};
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    cJSON *counted, *left_out;
    char date[16];
    json_add_text(answer, to, "level", levels[options->level]);
    json_add_text(answer, to, "weights", options->strength ? "strength" : "none");
    json_add_bool(answer, to, "directed", options->directed);
    json_add_text(answer, to, "parallel_ties", "maximum");
    json_add_text(answer, to, "length", !options->strength ? "1" : options->alpha == 1 ? "1/strength" : "1/strength^alpha");
    if (options->strength)
        json_add_number(answer, to, "alpha", options->alpha);
    json_add_bool(answer, to, "memberships", sv_network_counts_memberships(options));
    json_add_number(answer, to, "membership_strength", SV_MEMBERSHIP_STRENGTH);
    if (options->level != SV_LEVEL_TWO_MODE)
        json_add_text(answer, to, "shared_membership", "1/(members-1)");
    counted = json_add_array(answer, to, "tie_kinds");
    left_out = json_add_array(answer, to, "tie_kinds_left_out");
    for (size_t i = 0; i < n; i++)
        json_add_text(answer, sv_network_counts(options, i) ? counted : left_out, NULL, kinds[i].id);
    if (options->as_of) {
        sv_date_write(options->as_of, date);
        json_add_text(answer, to, "as_of", date);
    }
}

const char *counted_groups(const sv_map *map, size_t groups, bool for_people)
{
    if (groups == SV_GROUPS_ALLIANCES)
        return for_people ? SV_TR("alliance") : "alliance";
    if (!for_people && groups < SV_ACTOR_COLUMN_COUNT)
        return sv_sheet_get(SV_ACTORS)->columns[groups].en;
    return sv_map_header(map, SV_ACTORS, groups);
}
