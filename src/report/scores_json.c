/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scores as JSON: the shape that scripts rely on; numbers read back exactly, undefined ones are null. */
#include <math.h>

#include "counted.h"
#include "json_answer.h"
#include "ranking.h"
#include "scores_groups.h"
#include "sensitivity_report.h"

static void add_network(json_answer *answer, const sv_scores *scores, cJSON *root)
{
    const sv_network *network = sv_scores_network(scores);
    cJSON *about = json_add_object(answer, root, "network"), *chosen;
    size_t groups;
    json_add_number(answer, about, "actors", (double)sv_network_actors(network));
    json_add_number(answer, about, "ties", (double)sv_network_ties(network));
    chosen = json_add_object(answer, about, "options");
    counted_add_json(answer, sv_network_get_options(network), chosen);
    if (sv_scores_brokerage(scores, &groups))
        json_add_text(answer, chosen, "groups", counted_groups(sv_network_map(network), groups, false));
}

/* How near the numbers are; with zero paths or sources what rests on those is exact. */
static void add_sampling(json_answer *answer, const sv_sampling *sampling, cJSON *root)
{
    cJSON *about;
    json_add_bool(answer, root, "sampled", sampling->paths || sampling->sources);
    if (!sampling->paths && !sampling->sources && !sampling->left_out)
        return;
    about = json_add_object(answer, root, "sampling");
    json_add_number(answer, about, "paths", (double)sampling->paths);
    json_add_number(answer, about, "sources", (double)sampling->sources);
    json_add_number(answer, about, "epsilon", sampling->epsilon);
    json_add_number(answer, about, "nearness_epsilon", sampling->nearness_epsilon);
    json_add_number(answer, about, "delta", sampling->delta);
    if (sampling->left_out)
        json_add_text(answer, json_add_array(answer, about, "left_out"), NULL, "valente_fujimoto");
}

static void add_ties(json_answer *answer, const sv_scores *scores, cJSON *list)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_map *map = sv_network_map(network);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        cJSON *row = json_add_object(answer, list, NULL);
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        json_add_text(answer, row, "from", sv_map_actor(map, sv_network_actor(network, from))->id);
        json_add_text(answer, row, "to", sv_map_actor(map, sv_network_actor(network, to))->id);
        json_add_number(answer, row, "betweenness", sv_scores_ties(scores)[i]);
    }
}

static void add_catalogue_row(json_answer *answer, const sv_score *score, sv_language language, cJSON *list)
{
    cJSON *row = json_add_object(answer, list, NULL);
    json_add_text(answer, row, "id", score->id);
    json_add_text(answer, row, "name", language == SV_DUTCH ? score->nl : score->en);
    json_add_text(answer, row, "sentence", language == SV_DUTCH ? score->sentence_nl : score->sentence_en);
    json_add_text(answer, row, "unit", score->unit);
    json_add_text(answer, row, "source", score->source);
}

/* What brokerage would be by chance, and how far an actor is from it, of the roles that are shown. */
static void add_brokerage(json_answer *answer, const sv_scores *scores, const sv_report_options *options, size_t actor, cJSON *row)
{
    size_t groups, vertex = sv_network_vertex(sv_scores_network(scores), actor);
    const sv_brokerage *brokers = sv_scores_brokerage(scores, &groups);
    cJSON *expected = NULL, *z = NULL;
    for (size_t i = 0; brokers && i < options->n_which; i++) {
        sv_brokerage_role role = sv_brokerage_role_of(options->which[i]);
        const char *id = sv_score_get(options->which[i])->id;
        if (role == SV_BROKERAGE_ROLES)
            continue;
        expected = expected ? expected : json_add_object(answer, row, "brokerage_expected");
        json_add_number(answer, expected, id, brokers[vertex].expected[role]);
        z = z ? z : json_add_object(answer, row, "brokerage_z");
        json_add_number(answer, z, id, brokers[vertex].z[role]);
    }
}

static void add_actor(json_answer *answer, const sv_scores *scores, const sv_report_options *options, const ranked *one, cJSON *list)
{
    static const char *const classes[SV_CLASSES] = {"actor", "person", "organisation", "alliance"};
    const sv_actor *actor = sv_map_actor(sv_network_map(sv_scores_network(scores)), one->actor);
    cJSON *row = json_add_object(answer, list, NULL);
    json_add_text(answer, row, "id", actor->id);
    json_add_text(answer, row, "name", actor->name);
    json_add_text(answer, row, "kind", actor->kind->id);
    json_add_text(answer, row, "class", classes[one->of]);
    json_add_number(answer, row, "rank", (double)one->rank);
    for (size_t i = 0; i < options->n_which; i++)
        json_add_number(answer, row, sv_score_get(options->which[i])->id, sv_scores_value(scores, options->which[i], one->actor));
    add_brokerage(answer, scores, options, one->actor, row);
    if (options->sensitivity)
        sensitivity_add_actor(answer, options->sensitivity, one, sv_network_vertex(sv_scores_network(scores), one->actor), row);
}

void scores_write_json(const sv_scores *scores, const sv_report_options *options, const ranking *order, const scores_groups *groups,
                       sv_text *out)
{
    const sv_network *network = sv_scores_network(scores);
    json_answer built, *answer = &built;
    cJSON *root, *list;
    json_begin(answer);
    root = answer->root;
    json_add_text(answer, root, "map", sv_map_title(sv_network_map(network)));
    json_add_text(answer, root, "audience", json_audience(options->audience));
    json_add_text(answer, root, "by", sv_score_get(options->by)->id);
    add_network(answer, scores, root);
    add_sampling(answer, sv_scores_sampling(scores), root);
    sensitivity_add_about(answer, options, root);
    list = json_add_array(answer, root, "scores");
    for (size_t i = 0; i < options->n_which; i++)
        add_catalogue_row(answer, sv_score_get(options->which[i]), options->language, list);
    list = json_add_array(answer, root, "actors");
    for (size_t i = 0; i < order->n; i++)
        add_actor(answer, scores, options, &order->items[i], list);
    scores_groups_add_json(answer, scores, groups, root);
    if (sv_scores_ties(scores))
        add_ties(answer, scores, json_add_array(answer, root, "ties"));
    json_add_number(answer, root, "own_left_out", (double)order->own_left_out);
    json_end(answer, out);
}
