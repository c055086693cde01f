/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What counted in a network: nobody can redo a number without it. */
#include "counted.h"

#include "../base/language.h"
#include "answer.h"

static const char *const level_ids[SV_LEVELS] = {"two-mode", "person", "organisation"};

static const char *const levels_told[SV_LEVELS] = {
    [SV_LEVEL_PERSON] = SV_TR("Persons only. Members of one organisation or alliance are tied; each one they share adds 1/(members − 1)."),
    [SV_LEVEL_ORGANISATION] =
        SV_TR("Organisations only. Those that share a member are tied; each person adds 1/(its organisations − 1), each alliance "
              "1/(members − 1). Other ties of a person count for its organisations."),
};

static void add_kinds(const sv_network_options *options, sv_language language, sv_text *out)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    bool any = false;
    for (size_t i = 0; i < n; i++)
        if (sv_network_counts(options, i)) {
            sv_text_addf(out, "%s%s", any ? ", " : "", language == SV_DUTCH ? kinds[i].nl : kinds[i].en);
            any = true;
        }
    if (sv_network_counts_memberships(options))
        sv_text_addf(out, "%s%s", any ? ", " : "", sv_translate(language, SV_TR("memberships")));
}

void counted_add_words(const sv_network_options *options, sv_language language, sv_text *out)
{
    if (levels_told[options->level])
        sv_text_addf(out, "%s\n", sv_translate(language, levels_told[options->level]));
    if (!options->ties)
        return;
    sv_text_addf(out, "%s: ", sv_translate(language, SV_TR("Only these ties count")));
    add_kinds(options, language, out);
    sv_text_add(out, ".\n");
}

void counted_note(answer *to, const sv_network_options *options)
{
    char alpha[32];
    sv_text kinds = {0};
    if (levels_told[options->level])
        answer_note(to, levels_told[options->level], SAYS());
    if (options->ties) {
        add_kinds(options, to->options.language, &kinds);
        to->failed |= kinds.failed;
        answer_note(to, SV_TR("Only these ties count: {kinds}."), SAYS(SAY_TEXT("kinds", sv_text_get(&kinds))));
    }
    sv_text_clear(&kinds);
    sv_number_write(options->alpha, alpha);
    if (options->strength && (options->alpha == 0 || options->alpha == 1))
        answer_note(to, SV_TR("Ties are weighed by strength: a tie is 1/strength long."), SAYS());
    else if (options->strength)
        answer_note(to, SV_TR("Ties are weighed by strength: a tie is 1/strength^{alpha} long."), SAYS(SAY_TEXT("alpha", alpha)));
    if (options->directed)
        answer_note(to, SV_TR("Ties are followed the way they run."), SAYS());
}

void counted_add_facts(struct answer *to, const sv_network_options *options)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    sv_text list = {0};
    for (size_t i = 0; i < n; i++)
        if (sv_network_counts(options, i))
            sv_text_addf(&list, "%s%s", list.length ? " " : "", kinds[i].id);
    if (sv_network_counts_memberships(options))
        sv_text_addf(&list, "%smemberships", list.length ? " " : "");
    answer_fact_text(to, "level", level_ids[options->level]);
    answer_fact_text(to, "counted", sv_text_get(&list));
    answer_fact_text(to, "weights", options->strength ? "strength" : "none");
    if (options->strength)
        answer_fact(to, "alpha", options->alpha > 0 ? options->alpha : 1);
    answer_fact_text(to, "directed", options->directed ? "yes" : "no");
    to->failed |= list.failed;
    sv_text_clear(&list);
}

void counted_add_json(json_answer *json, const sv_network_options *options, cJSON *to)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    cJSON *counted, *left_out;
    char date[16];
    json_add_text(json, to, "level", level_ids[options->level]);
    json_add_text(json, to, "weights", options->strength ? "strength" : "none");
    json_add_bool(json, to, "directed", options->directed);
    json_add_text(json, to, "parallel_ties", "maximum");
    json_add_text(json, to, "length", !options->strength ? "1" : options->alpha == 1 ? "1/strength" : "1/strength^alpha");
    if (options->strength)
        json_add_number(json, to, "alpha", options->alpha);
    json_add_bool(json, to, "memberships", sv_network_counts_memberships(options));
    json_add_number(json, to, "membership_strength", SV_MEMBERSHIP_STRENGTH);
    if (options->level != SV_LEVEL_TWO_MODE)
        json_add_text(json, to, "shared_membership", "1/(members-1)");
    counted = json_add_array(json, to, "tie_kinds");
    left_out = json_add_array(json, to, "tie_kinds_left_out");
    for (size_t i = 0; i < n; i++)
        json_add_text(json, sv_network_counts(options, i) ? counted : left_out, NULL, kinds[i].id);
    if (options->as_of) {
        sv_date_write(options->as_of, date);
        json_add_text(json, to, "as_of", date);
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
