/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far a ranking can be relied on: who is mostly in front, and between which places everybody mostly stands. */
#include "sensitivity_report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "../model/amount.h"

enum { others_most = 3, name_most = 100 };

void often_show(double share, sv_language language, char *buffer, size_t size)
{
    if (share >= 1)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("always")));
    else if (share >= 0.95)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("nearly always")));
    else if (share <= 0)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("never")));
    else if (share < 0.05)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("seldom")));
    else
        snprintf(buffer, size, sv_translate(language, SV_TR("in %d of 10 draws")), (int)floor(share * 10 + 0.5 + 1e-9));
}

void front_show(size_t top, sv_language language, char *buffer, size_t size)
{
    if (top == 1)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("in the first place")));
    else if (top == 2)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("among the first two")));
    else if (top == 3)
        snprintf(buffer, size, "%s", sv_translate(language, SV_TR("among the first three")));
    else
        snprintf(buffer, size, sv_translate(language, SV_TR("among the first %zu")), top);
}

void sensitivity_add_cell(const sv_sensitivity *of, size_t vertex, sv_grid *grid)
{
    const sv_actor_sensitivity *one = &of->actors[vertex];
    char places[64];
    if (!(one->defined > 0))
        snprintf(places, sizeof places, "–");
    else if (one->place_low == one->place_high)
        snprintf(places, sizeof places, "%zu", one->place_low);
    else
        snprintf(places, sizeof places, "%zu–%zu", one->place_low, one->place_high);
    grid_add(grid, places);
}

static void add_one(const sv_sensitivity *of, const sv_scores *scores, size_t actor, bool first, sv_language language, sv_text *out)
{
    const sv_network *network = sv_scores_network(scores);
    char often[64], name[name_most];
    often_show(of->actors[sv_network_vertex(network, actor)].top_share, language, often, sizeof often);
    sv_text_fit(name, sizeof name, sv_map_actor(sv_network_map(network), actor)->name);
    sv_text_addf(out, "%s%s %s", first ? " " : ", ", name, often);
}

/* Of those behind the front of the ranking, whoever is in front most often and was not named yet; n_named with none left. */
static size_t next_best(const sv_sensitivity *of, const sv_scores *scores, const ranking *order, sv_class class_of, const size_t *named,
                        size_t n_named)
{
    size_t best = SV_NO_ROW;
    double most = 0.095; /* one in ten, rounded */
    for (size_t i = 0; i < order->n; i++) {
        const ranked *one = &order->items[i];
        double share = of->actors[sv_network_vertex(sv_scores_network(scores), one->actor)].top_share;
        bool is_named = one->of != class_of || one->rank <= of->top[class_of];
        for (size_t k = 0; !is_named && k < n_named; k++)
            is_named = named[k] == one->actor;
        if (!is_named && share >= most && (best == SV_NO_ROW || share > most)) {
            best = one->actor;
            most = share;
        }
    }
    return best;
}

void sensitivity_say_front(const sv_sensitivity *of, const sv_scores *scores, const ranking *order, sv_class class_of, sv_language language,
                           sv_text *out)
{
    size_t named[others_most], n = 0, said = 0;
    char front[128];
    if (of->ranked[class_of] < 2)
        return;
    front_show(of->top[class_of], language, front, sizeof front);
    sv_text_addf(out, sv_translate(language, SV_TR("  How often %s:")), front);
    for (size_t i = 0; i < order->n; i++)
        if (order->items[i].of == class_of && order->items[i].rank <= of->top[class_of] &&
            of->actors[sv_network_vertex(sv_scores_network(scores), order->items[i].actor)].defined > 0 &&
            said < of->top[class_of] + others_most)
            add_one(of, scores, order->items[i].actor, said++ == 0, language, out);
    while (n < others_most && (named[n] = next_best(of, scores, order, class_of, named, n)) != SV_NO_ROW)
        add_one(of, scores, named[n++], said++ == 0, language, out);
    sv_text_add(out, ".\n");
}

const char *sv_report_sensitivity_left_out(sv_language language)
{
    return sv_translate(language, SV_TR("How firm this ranking is, was left out, for here it takes long. --sensitivity works it out.\n"));
}

static void say_drawn(const sv_sensitivity *of, sv_language language, sv_text *out)
{
    char draws[64], rows[64], added[64], share[64];
    amount_show_whole((double)of->draws, language, draws);
    amount_show_whole((double)of->doubtful, language, rows);
    amount_show_share(of->missing, share);
    sv_number_show(of->added, 1, language == SV_DUTCH ? ',' : '.', added);
    sv_text_addf(out,
                 sv_translate(language, SV_TR("\nHow firm is this ranking? %s times a map was drawn that might as well be true; \"mostly\" "
                                              "are the places in 9 of 10 draws.\n")),
                 draws);
    if (of->doubtful)
        sv_text_addf(out,
                     sv_translate(language, SV_TR("Rows that are not sure: %s. One of certainty 0.7 counts in 7 of 10 draws; of several "
                                                  "informants one is believed at a time.\n")),
                     rows);
    else
        sv_text_add(out, sv_translate(language, SV_TR("No row of the map is unsure.\n")));
    if (!of->on_ties)
        sv_text_add(out, sv_translate(language, SV_TR("Influences that nobody saw are not drawn.\n")));
    else if (of->added > 0)
        sv_text_addf(
            out,
            sv_translate(language, SV_TR("Each time ties are added that nobody saw, %s on average: %s of the number on the map, and like "
                                         "those. Not ours: we know our own.\n")),
            added, share);
    sv_text_add(out, sv_translate(language, SV_TR("What nobody thought of, does not show in this.\n")));
}

void sensitivity_say_how(const sv_report_options *options, sv_text *out)
{
    if (options->sensitivity)
        say_drawn(options->sensitivity, options->language, out);
    else if (options->sensitivity_dear)
        sv_text_addf(out, "\n%s", sv_report_sensitivity_left_out(options->language));
}

void sensitivity_add_headers(sv_grid *grid)
{
    static const char *const headers[sensitivity_columns] = {"draws_median", "draws_low",  "draws_high", "place_median",
                                                             "place_low",    "place_high", "top",        "top_share"};
    for (int i = 0; i < sensitivity_columns; i++)
        grid_add(grid, headers[i]);
}

void sensitivity_add_cells(const sv_report_options *options, sv_class of, size_t vertex, sv_grid *grid)
{
    const sv_actor_sensitivity *one = &options->sensitivity->actors[vertex];
    const double numbers[sensitivity_columns] = {one->median,
                                                 one->low,
                                                 one->high,
                                                 (double)one->place_median,
                                                 (double)one->place_low,
                                                 (double)one->place_high,
                                                 (double)options->sensitivity->top[of],
                                                 one->top_share};
    for (int i = 0; i < sensitivity_columns; i++)
        grid_add_number(grid, numbers[i], i < 3 ? 9 : i < 7 ? 0 : 5, options->language);
}

void sensitivity_add_about(json_answer *answer, const sv_report_options *options, cJSON *root)
{
    const sv_sensitivity *of = options->sensitivity;
    cJSON *about;
    if (!of) {
        if (options->sensitivity_dear)
            json_add_text(answer, root, "sensitivity_left_out", "size");
        return;
    }
    about = json_add_object(answer, root, "sensitivity");
    json_add_text(answer, about, "by", sv_score_get(of->score)->id);
    json_add_number(answer, about, "draws", (double)of->draws);
    json_add_number(answer, about, "seed", 42);
    json_add_number(answer, about, "missing", of->missing);
    json_add_number(answer, about, "ties_added", of->added);
    json_add_number(answer, about, "ties_closed", of->closed);
    json_add_number(answer, about, "doubtful_rows", (double)of->doubtful);
    json_add_number(answer, about, "contested_ties", (double)of->contested);
}

void sensitivity_add_actor(json_answer *answer, const sv_sensitivity *found, const ranked *one, size_t vertex, cJSON *row)
{
    const sv_actor_sensitivity *of = &found->actors[vertex];
    cJSON *object = json_add_object(answer, row, "sensitivity");
    json_add_number(answer, object, "median", of->median);
    json_add_number(answer, object, "low", of->low);
    json_add_number(answer, object, "high", of->high);
    json_add_number(answer, object, "place_median", (double)of->place_median);
    json_add_number(answer, object, "place_low", (double)of->place_low);
    json_add_number(answer, object, "place_high", (double)of->place_high);
    json_add_number(answer, object, "top", (double)found->top[one->of]);
    json_add_number(answer, object, "top_share", of->top_share);
    json_add_number(answer, object, "defined", of->defined);
}
