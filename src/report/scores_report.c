/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Scores as an answer: who comes first, persons and organisations apart, with what the numbers mean. */
#include <speelveld/report.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../model/amount.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "counted.h"
#include "grid.h"
#include "ranking.h"
#include "scores_groups.h"
#include "sensitivity_report.h"

enum { widest_cell = 34 };

static const char *class_title(sv_class of)
{
    switch (of) {
    case SV_CLASS_PERSON: return SV_TR("Persons");
    case SV_CLASS_ORGANISATION: return SV_TR("Organisations");
    case SV_CLASS_ALLIANCE: return SV_TR("Alliances");
    default: return SV_TR("Actors");
    }
}

static const char *name_of(const sv_score *score, sv_language language)
{
    return language == SV_DUTCH ? score->nl : score->en;
}

/* Whether ties are weighed, and followed one way only where they run one way. */
static void add_ties(const sv_network_options *options, sv_language language, sv_text *out)
{
    char alpha[64];
    sv_text_add(out, sv_translate(language, options->strength ? SV_TR("ties weighed by strength") : SV_TR("every tie counts 1")));
    if (options->strength && options->alpha != 1) {
        amount_show_short(options->alpha, language, alpha);
        sv_text_addf(out, " (alpha %s)", alpha);
    }
    if (options->directed)
        sv_text_add(out, sv_translate(language, SV_TR("; ties are followed the way they run")));
}

/* Between which groups brokerage was counted, where it is shown. */
static void add_groups(const sv_scores *scores, const sv_report_options *options, sv_text *out)
{
    const sv_map *map = sv_network_map(sv_scores_network(scores));
    bool shown = false;
    size_t groups;
    for (size_t i = 0; i < options->n_which; i++)
        shown |= sv_brokerage_role_of(options->which[i]) != SV_BROKERAGE_ROLES;
    if (shown && sv_scores_brokerage(scores, &groups))
        sv_text_addf(out, sv_translate(options->language, SV_TR("Brokerage is counted between groups by %s; z is how far it is from chance.\n")),
                     sv_translate(options->language, counted_groups(map, groups, true)));
}

static void add_heading(const sv_scores *scores, const sv_report_options *options, sv_text *out)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_map *map = sv_network_map(network);
    const sv_score *by = sv_score_get(options->by);
    sv_language language = options->language;
    int as_of = sv_network_get_options(network)->as_of;
    char date[16], sampling[1024];
    if (*sv_map_title(map))
        sv_text_addf(out, "%s\n", sv_map_title(map));
    sv_text_addf(out, "%s: ", sv_translate(language, SV_TR("Network")));
    sv_text_add_count(out, sv_network_actors(network), language, SV_TR("actor"), SV_TR("actors"));
    sv_text_add(out, ", ");
    sv_text_add_count(out, sv_network_ties(network), language, SV_TR("tie"), SV_TR("ties"));
    sv_text_add(out, "; ");
    add_ties(sv_network_get_options(network), language, out);
    if (as_of) {
        if (language == SV_DUTCH)
            snprintf(date, sizeof date, "%02d-%02d-%04d", as_of % 100, as_of / 100 % 100, as_of / 10000 % 10000);
        else
            sv_date_write(as_of, date);
        sv_text_addf(out, sv_translate(language, SV_TR("; on %s")), date);
    }
    sv_text_addf(out, "; %s\n", sv_translate(language, options->audience == SV_PUBLIC ? SV_TR("public") : options->audience == SV_TEAM ? SV_TR("internal") : SV_TR("private")));
    counted_add_words(sv_network_get_options(network), language, out);
    add_groups(scores, options, out);
    sv_text_addf(out, sv_translate(language, SV_TR("Ranked by %s. ")), name_of(by, language));
    sv_text_addf(out, "%s\n", language == SV_DUTCH ? by->sentence_nl : by->sentence_en);
    sv_text_add(out, sv_report_sampling(scores, language, sampling, sizeof sampling));
}

/* Memberships between two of the network, each a tie. */
static size_t count_memberships(const sv_network *network)
{
    const sv_map *map = sv_network_map(network);
    size_t n = 0;
    for (size_t row = 0; sv_network_counts_memberships(sv_network_get_options(network)) && row < sv_map_rows(map, SV_MEMBERSHIPS); row++) {
        const sv_membership *one = sv_map_membership(map, row);
        n += one->usable && sv_network_vertex(network, one->who) != SV_NO_ROW && sv_network_vertex(network, one->of) != SV_NO_ROW;
    }
    return n;
}

/* Ties of those who share a body and are not tied by any row. */
static size_t count_shared(const sv_network *network)
{
    size_t n = 0;
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        double rows, shared;
        sv_network_tie_rests_on(network, i, &rows, &shared);
        n += !(rows > 0);
    }
    return n;
}

/* Ties and actors that are on the map but not in the network: without this line nobody can redo the numbers. */
static void add_left_out(const sv_scores *scores, sv_language language, sv_text *out)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_map *map = sv_network_map(network);
    const sv_network_options *counted = sv_network_get_options(network);
    size_t n, actors = sv_map_rows(map, SV_ACTORS) - sv_network_actors(network);
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    if (counted->level == SV_LEVEL_TWO_MODE) {
        sv_text_addf(out, "%s: ", sv_translate(language, SV_TR("Memberships that count as ties")));
        sv_text_addf(out, "%zu. %s: ", count_memberships(network), sv_translate(language, SV_TR("Drawn but not counted")));
        sv_text_add_count(out, actors, language, SV_TR("actor (municipality, council, party, committee)"), SV_TR("actors (municipality, council, party, committee)"));
    } else {
        sv_text_addf(out, "%s: ", sv_translate(language, SV_TR("Ties by what is shared alone")));
        sv_text_addf(out, "%zu. %s: ", count_shared(network), sv_translate(language, SV_TR("Not in this network")));
        sv_text_add_count(out, actors, language, SV_TR("actor"), SV_TR("actors"));
    }
    for (size_t k = 0; k < n; k++) {
        size_t rows = 0;
        for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++)
            rows += sv_map_tie(map, row)->usable && sv_map_tie(map, row)->kind == &kinds[k];
        if (rows && !sv_network_counts(counted, k))
            sv_text_addf(out, ", %s %zu", language == SV_DUTCH ? kinds[k].nl : kinds[k].en, rows);
    }
    sv_text_add(out, ".\n");
}

static int decimals_of(const sv_score *score)
{
    return score->whole ? 0 : 3;
}

static void add_header_row(const sv_report_options *options, sv_grid *grid)
{
    grid_add(grid, "#");
    grid_add(grid, sv_translate(options->language, SV_TR("name")));
    grid_add(grid, sv_translate(options->language, SV_TR("kind")));
    for (size_t i = 0; i < options->n_which; i++) {
        grid_add(grid, name_of(sv_score_get(options->which[i]), options->language));
        if (sv_brokerage_role_of(options->which[i]) == SV_BROKERAGE_ROLES)
            continue;
        grid_add(grid, sv_translate(options->language, SV_TR("by chance")));
        grid_add(grid, "z");
    }
    if (options->sensitivity)
        grid_add(grid, sv_translate(options->language, SV_TR("mostly")));
}

/* Beside how often an actor brokers: how often it would by chance, and how far it is from that. */
static void add_chance(const sv_scores *scores, const sv_report_options *options, sv_brokerage_role role, size_t actor, sv_grid *grid)
{
    size_t groups, vertex = sv_network_vertex(sv_scores_network(scores), actor);
    const sv_brokerage *broker = &sv_scores_brokerage(scores, &groups)[vertex];
    grid_add_number(grid, broker->expected[role], 1, options->language);
    grid_add_number(grid, broker->z[role], 2, options->language);
}

static void add_actor_row(const sv_scores *scores, const sv_report_options *options, const ranked *one, sv_grid *grid)
{
    const sv_actor *actor = sv_map_actor(sv_network_map(sv_scores_network(scores)), one->actor);
    grid_add_number(grid, (double)one->rank, 0, options->language);
    grid_add(grid, actor->name);
    grid_add(grid, options->language == SV_DUTCH ? actor->kind->nl : actor->kind->en);
    for (size_t i = 0; i < options->n_which; i++) {
        sv_brokerage_role role = sv_brokerage_role_of(options->which[i]);
        grid_add_number(grid, sv_scores_value(scores, options->which[i], one->actor), decimals_of(sv_score_get(options->which[i])), options->language);
        if (role != SV_BROKERAGE_ROLES)
            add_chance(scores, options, role, one->actor, grid);
    }
    if (options->sensitivity)
        sensitivity_add_cell(options->sensitivity, sv_network_vertex(sv_scores_network(scores), one->actor), grid);
}

/* How many columns the table has for scores: three for one of brokerage. */
static size_t count_columns(const sv_report_options *options)
{
    size_t n = options->n_which;
    for (size_t i = 0; i < options->n_which; i++)
        n += sv_brokerage_role_of(options->which[i]) != SV_BROKERAGE_ROLES ? 2 : 0;
    return n;
}

/* The rows of one class under its title; nothing when it has none. */
static void add_class(const sv_scores *scores, const sv_report_options *options, const ranking *order, sv_class of, sv_text *out)
{
    sv_grid grid;
    size_t shown = 0;
    grid_init(&grid, 3 + count_columns(options) + (options->sensitivity != NULL));
    add_header_row(options, &grid);
    for (size_t i = 0; i < order->n; i++)
        if (order->items[i].of == of) {
            add_actor_row(scores, options, &order->items[i], &grid);
            shown++;
        }
    if (shown) {
        sv_text_addf(out, "\n%s", sv_translate(options->language, class_title(of)));
        if (shown < order->total[of])
            sv_text_addf(out, sv_translate(options->language, SV_TR(" (first %zu of %zu)")), shown, order->total[of]);
        sv_text_add_char(out, '\n');
        grid_write_text(&grid, widest_cell, out);
        if (options->sensitivity)
            sensitivity_say_front(options->sensitivity, scores, order, of, options->language, out);
    }
    grid_clear(&grid);
}

static void write_table(const sv_scores *scores, const sv_report_options *options, const ranking *order, const scores_groups *groups, sv_text *out)
{
    static const sv_class classes[] = {SV_CLASS_PERSON, SV_CLASS_ORGANISATION, SV_CLASS_ALLIANCE, SV_CLASS_UNKNOWN};
    add_heading(scores, options, out);
    add_left_out(scores, options->language, out);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        add_class(scores, options, order, classes[i], out);
    scores_groups_add_table(scores, groups, options->language, out);
    if (order->own_left_out)
        sv_text_addf(out, sv_translate(options->language, SV_TR("\nOur own actors count in the network but are not ranked: %zu (--with-own shows them).\n")),
                     order->own_left_out);
    sensitivity_say_how(options, out);
}

static void write_csv(const sv_scores *scores, const sv_report_options *options, const ranking *order, sv_text *out)
{
    const sv_map *map = sv_network_map(sv_scores_network(scores));
    sv_grid grid;
    grid_init(&grid, 3 + options->n_which + (options->sensitivity ? sensitivity_columns : 0));
    grid_add(&grid, "id");
    grid_add(&grid, "name");
    grid_add(&grid, "kind");
    for (size_t i = 0; i < options->n_which; i++)
        grid_add(&grid, sv_score_get(options->which[i])->id);
    if (options->sensitivity)
        sensitivity_add_headers(&grid);
    for (size_t i = 0; i < order->n; i++) {
        const sv_actor *actor = sv_map_actor(map, order->items[i].actor);
        grid_add(&grid, actor->id);
        grid_add(&grid, actor->name);
        grid_add(&grid, actor->kind->id);
        for (size_t k = 0; k < options->n_which; k++) {
            double value = sv_scores_value(scores, options->which[k], order->items[i].actor);
            grid_add_number(&grid, value, sv_score_get(options->which[k])->whole ? 0 : 9, options->language);
        }
        if (options->sensitivity)
            sensitivity_add_cells(options, order->items[i].of, sv_network_vertex(sv_scores_network(scores), order->items[i].actor), &grid);
    }
    grid_write_csv(&grid, out);
    grid_clear(&grid);
}

sv_status sv_report_scores(const sv_scores *scores, const sv_report_options *options, char **text, size_t *length, sv_error *error)
{
    ranking order = {0};
    sv_text out = {0};
    scores_groups groups = {0};
    sv_status status = ranking_make(scores, options, &order, error);
    *text = NULL;
    if (status == SV_OK)
        status = scores_groups_find(scores, options, &groups, error);
    if (status == SV_OK) {
        if (options->format == SV_REPORT_JSON)
            scores_write_json(scores, options, &order, &groups, &out);
        else if (options->format == SV_REPORT_CSV)
            write_csv(scores, options, &order, &out);
        else
            write_table(scores, options, &order, &groups, &out);
        if (out.failed)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    scores_groups_clear(&groups);
    ranking_clear(&order);
    if (status != SV_OK) {
        sv_text_clear(&out);
        return status;
    }
    *text = out.bytes;
    *length = out.length;
    return SV_OK;
}
