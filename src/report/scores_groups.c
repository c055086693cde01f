/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What scores about groups say of the whole: see scores_groups.h. */
#include "scores_groups.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "grid.h"

enum { widest_name = 30, pairs_shown = 20 };

sv_status scores_groups_find(const sv_scores *scores, const sv_report_options *options, scores_groups *found, sv_error *error)
{
    static const char *const about_groups[] = {"component", "community", "participation", "alliances"};
    const sv_network *network = sv_scores_network(scores);
    sv_status status;
    *found = (scores_groups){0};
    for (size_t i = 0; i < options->n_which; i++)
        for (size_t k = 0; k < sizeof about_groups / sizeof *about_groups; k++)
            found->wanted |= strcmp(sv_score_get(options->which[i])->id, about_groups[k]) == 0;
    if (!found->wanted || options->format == SV_REPORT_CSV)
        return SV_OK;
    status = sv_alliances_find(sv_network_map(network), sv_network_get_options(network)->as_of, &found->alliances, error);
    return status == SV_OK ? sv_signed_balance_find(network, NULL, &found->balance, error) : status;
}

void scores_groups_clear(scores_groups *found)
{
    sv_alliances_clear(&found->alliances);
}

/* How many parts a score numbers; 0 when it was not computed. */
static size_t count_parts(const sv_scores *scores, const char *id)
{
    const double *column = sv_scores_column(scores, sv_score_find(id));
    double highest = 0;
    for (size_t v = 0; column && v < sv_network_actors(sv_scores_network(scores)); v++)
        highest = fmax(highest, column[v]);
    return (size_t)highest;
}

/* ---- For people ---- */

static void add_parts(const sv_scores *scores, sv_language language, sv_text *out)
{
    size_t parts = count_parts(scores, "component"), communities = count_parts(scores, "community");
    if (parts)
        sv_text_addf(out, sv_translate(language, SV_TR("\nParts that are not tied to each other: %zu.\n")), parts);
    if (communities)
        sv_text_addf(out, sv_translate(language, SV_TR("%sCommunities: %zu.\n")), parts ? "" : "\n", communities);
}

static void add_overlap(const sv_map *map, const sv_alliances *found, sv_language language, sv_text *out)
{
    static const char *const headers[] = {SV_TR("alliance"),  SV_TR("and"),     SV_TR("in both"),
                                          SV_TR("in either"), SV_TR("overlap"), SV_TR("only through")};
    sv_grid grid;
    if (found->n < 2)
        return;
    if (!found->n_pairs) {
        sv_text_addf(out, sv_translate(language, SV_TR("\nNo two of the %zu alliances share a member.\n")), found->n);
        return;
    }
    sv_text_addf(out, "\n%s", sv_translate(language, SV_TR("How alliances overlap: members of both, of those of either")));
    if (found->n_pairs > pairs_shown)
        sv_text_addf(out, sv_translate(language, SV_TR(" (first %zu of %zu)")), (size_t)pairs_shown, found->n_pairs);
    sv_text_add_char(out, '\n');
    grid_init(&grid, sizeof headers / sizeof *headers);
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        grid_add(&grid, sv_translate(language, headers[i]));
    for (size_t i = 0; i < found->n_pairs && i < pairs_shown; i++) {
        const sv_alliance_pair *pair = &found->pairs[i];
        grid_add(&grid, sv_map_actor(map, pair->a)->name);
        grid_add(&grid, sv_map_actor(map, pair->b)->name);
        grid_add_number(&grid, (double)pair->shared, 0, language);
        grid_add_number(&grid, (double)pair->either, 0, language);
        grid_add_number(&grid, pair->overlap, 2, language);
        grid_add(&grid, pair->only == SV_NO_ROW ? "" : sv_map_actor(map, pair->only)->name);
    }
    out->failed |= grid.failed;
    grid_write_text(&grid, widest_name, out);
    grid_clear(&grid);
}

static void add_balance(const sv_signed_balance *balance, sv_language language, sv_text *out)
{
    sv_text_add_char(out, '\n');
    if (!balance->negative) {
        sv_text_addf(out, "%s\n", sv_translate(language, SV_TR("Nobody opposes anybody in this network.")));
        return;
    }
    sv_text_add_count(out, balance->negative, language, SV_TR("tie is opposition"), SV_TR("ties are opposition"));
    sv_text_addf(out, sv_translate(language, SV_TR(", beside %zu that are not. ")), balance->positive);
    if (balance->triangles)
        sv_text_addf(out, sv_translate(language, SV_TR("Of %zu triangles %zu are balanced (%.0f%%): a friend's foe is a foe.\n")),
                     balance->triangles, balance->balanced, balance->balanced < balance->triangles ? fmin(99, 100 * balance->share) : 100);
    else
        sv_text_addf(out, "%s\n", sv_translate(language, SV_TR("There are no triangles.")));
    if (balance->most == 0)
        sv_text_addf(out, "%s\n", sv_translate(language, SV_TR("No tie stands in the way of two camps (frustration index 0).")));
    else if (balance->least == balance->most)
        sv_text_addf(out, sv_translate(language, SV_TR("Ties in the way of two camps: %zu (frustration index, exact).\n")), balance->most);
    else
        sv_text_addf(
            out,
            sv_translate(language,
                         SV_TR("Ties in the way of two camps: at least %zu, at most %zu (frustration index; too large to try all).\n")),
            balance->least, balance->most);
}

void scores_groups_add_table(const sv_scores *scores, const scores_groups *found, sv_language language, sv_text *out)
{
    if (!found->wanted)
        return;
    add_parts(scores, language, out);
    add_overlap(sv_network_map(sv_scores_network(scores)), &found->alliances, language, out);
    add_balance(&found->balance, language, out);
}

/* ---- For programs ---- */

static void add_alliances_json(json_answer *answer, const sv_map *map, const sv_alliances *found, cJSON *to)
{
    cJSON *list = json_add_array(answer, to, "alliances"), *pairs = json_add_array(answer, to, "overlap");
    for (size_t i = 0; i < found->n; i++) {
        cJSON *row = json_add_object(answer, list, NULL);
        json_add_text(answer, row, "id", sv_map_actor(map, found->alliance[i])->id);
        json_add_text(answer, row, "name", sv_map_actor(map, found->alliance[i])->name);
        json_add_number(answer, row, "members", (double)found->members[i]);
    }
    for (size_t i = 0; i < found->n_pairs; i++) {
        const sv_alliance_pair *pair = &found->pairs[i];
        cJSON *row = json_add_object(answer, pairs, NULL);
        json_add_text(answer, row, "a", sv_map_actor(map, pair->a)->id);
        json_add_text(answer, row, "b", sv_map_actor(map, pair->b)->id);
        json_add_number(answer, row, "shared", (double)pair->shared);
        json_add_number(answer, row, "either", (double)pair->either);
        json_add_number(answer, row, "overlap", pair->overlap);
        if (pair->only != SV_NO_ROW)
            json_add_text(answer, row, "only", sv_map_actor(map, pair->only)->id);
    }
}

void scores_groups_add_json(json_answer *answer, const sv_scores *scores, const scores_groups *found, cJSON *root)
{
    const sv_signed_balance *balance = &found->balance;
    size_t parts = count_parts(scores, "component"), communities = count_parts(scores, "community");
    cJSON *to, *signs;
    if (!found->wanted)
        return;
    to = json_add_object(answer, root, "groups");
    if (parts)
        json_add_number(answer, to, "components", (double)parts);
    if (communities)
        json_add_number(answer, to, "communities", (double)communities);
    add_alliances_json(answer, sv_network_map(sv_scores_network(scores)), &found->alliances, to);
    signs = json_add_object(answer, to, "balance");
    json_add_number(answer, signs, "positive", (double)balance->positive);
    json_add_number(answer, signs, "negative", (double)balance->negative);
    json_add_number(answer, signs, "ambiguous", (double)balance->ambiguous);
    json_add_number(answer, signs, "triangles", (double)balance->triangles);
    json_add_number(answer, signs, "balanced", (double)balance->balanced);
    json_add_number(answer, signs, "balanced_share", balance->share);
    json_add_number(answer, signs, "frustration_least", (double)balance->least);
    json_add_number(answer, signs, "frustration_most", (double)balance->most);
    json_add_bool(answer, signs, "exact", balance->least == balance->most);
}
