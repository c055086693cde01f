/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The network view: who is tied to whom around an issue. Colour says on which side someone is (or the sector), size
 * how high on the chosen score, shape what kind of actor it is, and a thick border who is a bridge.
 *
 * For the public it is not refused, also when coloured by position: it draws from the public edition, which holds only
 * positions that are public with a source, computes nothing about anyone from them, and says "no public position" of
 * everyone else, which is true of them whatever the team knows. It neither predicts nor judges; what a named
 * politician said in public stands beside what others said in public.
 */
#include <math.h>
#include <stdlib.h>

#include "network_groups.h"
#include "network_lines.h"
#include "pins.h"
#include "sides.h"
#include "views.h"

typedef struct network_view {
    sv_stage *stage;
    sv_cast cast;
    sv_arrangement arrangement;
    bool *wanted;     /* the actors of the group that is opened; NULL: all */
    const char *part; /* which group that is; NULL: none */
    bool everyone;    /* nobody is left out, also when not all names find room: as asked, or because the map gives places */
} network_view;

void sv_network_needs(const sv_network *network, const sv_draw_options *options, size_t *which, size_t *n)
{
    bool grouped = sv_network_is_grouped(network, options);
    if (grouped || options->group)
        sv_want("community", which, n);
    if (!grouped)
        sv_want("betweenness", which, n);
}

/* The one sentence to read the picture by: what larger means, or what lines are where all are equally large. */
static const char *sentence_of(const network_view *v)
{
    const char *sentence = sv_cast_size_sentence(&v->cast);
    return *sentence ? sentence : sv_stage_say(v->stage, SV_TR("Lines show who is tied to whom."));
}

enum { bridges_named = 3 };

/* "Jansen, De Vries": the bridges on the picture, those who stand most between others first. */
static const char *bridges_of(const network_view *v, size_t *n)
{
    const sv_cast *cast = &v->cast;
    const double *column = sv_scores_column(v->stage->scores, sv_score_find("betweenness"));
    size_t named[bridges_named];
    const char *names = "";
    for (*n = 0; *n < bridges_named; ++*n) {
        size_t best = SV_NO_ROW;
        double most = 0;
        for (size_t i = 0; i < cast->scene.n_scored; i++) {
            double between = column[sv_network_vertex(v->stage->network, cast->scene.actors[i])];
            bool taken = !cast->bridge[i];
            for (size_t k = 0; k < *n; k++)
                taken |= named[k] == i;
            if (!taken && between > most) {
                best = i;
                most = between;
            }
        }
        if (best == SV_NO_ROW)
            break;
        named[*n] = best;
        names = sv_stage_join(v->stage, names, ", ", sv_map_actor(v->stage->map, cast->scene.actors[best])->name);
    }
    return names;
}

/* How many are on which side, shown or not, where the picture is about an issue; and who joins the others. */
static const char *finding_of(const network_view *v)
{
    sv_stage *stage = v->stage;
    sv_sides sides = {0};
    size_t n = 0;
    const char *bridges = bridges_of(v, &n), *counts = "";
    for (size_t i = 0; stage->stance && i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i);
        if (!v->wanted || v->wanted[row])
            sv_sides_add(stage, &sides, row);
    }
    if (stage->stance)
        counts = sv_stage_fill(stage, SV_TR("{a}."), sv_stage_capital(stage, sv_sides_words(stage, &sides)), NULL, NULL);
    if (n)
        bridges = sv_stage_fill(stage, n == 1 ? SV_TR("The bridge between the others is {a}.") : SV_TR("Bridges between the others: {a}."),
                                bridges, NULL, NULL);
    return sv_stage_join(stage, counts, " ", bridges);
}

/* "80 of 300 actors shown: the highest on degree." Nothing when all are shown. */
static const char *left_out_of(const network_view *v, size_t shown, size_t all)
{
    if (!v->everyone || shown == all)
        return sv_stage_left_out(v->stage, shown, all);
    return sv_stage_fill(v->stage, SV_TR("Names shown of {a} of {b} actors: the highest on {c} that found room"),
                         sv_stage_number(v->stage, (double)shown), sv_stage_number(v->stage, (double)all), sv_stage_score_name(v->stage));
}

static sv_status set_frame(network_view *v, size_t shown)
{
    return sv_stage_frame(v->stage, &(sv_frame){.finding = finding_of(v),
                                                .sentence = sentence_of(v),
                                                .left_out = left_out_of(v, shown, v->cast.scene.n_all),
                                                .part = v->part});
}

/*
 * Cast, frame and legend for at most so many scored actors. When everyone is shown, how many names found room is
 * known only at the end: a line is kept free for saying so.
 */
static sv_status prepare(network_view *v, size_t most)
{
    sv_status status;
    sv_cast_clear(&v->cast);
    status = sv_cast_new(v->stage, v->wanted, most, &v->cast);
    if (status == SV_OK)
        status = sv_cast_bridges(&v->cast);
    if (status != SV_OK)
        return status;
    v->everyone = v->stage->options->all || v->cast.any_pinned;
    sv_legend_clear(&v->stage->legend);
    sv_cast_legend(&v->cast, SV_LEGEND_ALL);
    sv_network_lines_legend(&v->cast);
    return set_frame(v, v->everyone ? 0 : v->cast.scene.n_scored);
}

static sv_status arrange(network_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = sv_pins_set(&v->cast, &stage->inside, stage->options->places);
    sv_arrange_clear(&v->arrangement);
    if (status != SV_OK)
        return status;
    return sv_arrange(stage->renderer, stage->page, &v->cast.scene, v->cast.looks, &stage->inside, v->everyone, &v->arrangement,
                      stage->error);
}

/* The most actors that fit with all their names: everyone, else as many as a guess says, and then a few less at a time. */
static sv_status fit_actors(network_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = prepare(v, stage->options->top ? stage->options->top : SIZE_MAX);
    size_t all = v->cast.scene.n_scored, most = all;
    if (status == SV_OK && all == 0)
        return sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK && !v->everyone)
        status = sv_arrange_room(stage->renderer, stage->page, v->cast.looks, v->cast.scene.n, &stage->inside, &most, stage->error);
    if (status == SV_OK && (v->everyone || all <= 2 * most)) /* the guess leaves room to breathe: more may fit */
        status = arrange(v);
    if (most >= all)
        most = all - 1;
    while (status == SV_OK && most > 0 && !v->arrangement.clear && !v->everyone) {
        status = sv_stage_tell(stage, SV_TR("choosing whom to show"), 0.3);
        if (status == SV_OK)
            status = prepare(v, most);
        if (status == SV_OK)
            status = arrange(v);
        most -= 1 + most / 20;
    }
    return status;
}

/* Everything onto the picture. */
static sv_status compose(network_view *v)
{
    const sv_stage *stage = v->stage;
    sv_places *places = stage->options->places;
    sv_status status = sv_arrange_ease(stage->page, &v->cast.scene, &stage->inside, &v->arrangement, stage->error);
    size_t named = 0;
    if (status == SV_OK && places)
        status = sv_pins_keep(&v->cast, &v->arrangement, places);
    for (size_t i = 0; i < v->cast.scene.n_scored; i++)
        named += v->arrangement.figures[i].side != SV_SIDE_NOWHERE;
    if (status == SV_OK && v->everyone)
        status = set_frame(v, named);
    if (status == SV_OK && !sv_cast_draw(&v->cast, &v->arrangement))
        status = sv_stage_no_memory(v->stage);
    if (status != SV_OK)
        return status;
    sv_network_apart_draw(&v->cast, &v->arrangement);
    return sv_network_lines_draw(&v->cast, &v->arrangement);
}

/* What was drawn, in numbers, and in words for those who hear the picture. */
static void report(network_view *v)
{
    sv_stage *stage = v->stage;
    const sv_scene *scene = &v->cast.scene;
    stage->report = (sv_draw_report){.drawn = scene->n_scored, .left_out = scene->n_all - scene->n_scored};
    for (size_t i = 0; i < scene->n_links; i++)
        stage->report.ties += scene->links[i].bond == SV_LINK_TIE;
    stage->description =
        sv_stage_fill(stage, SV_TR("Network of {a} actors and {b} lines between them. {c}"), sv_stage_number(stage, (double)scene->n),
                      sv_stage_number(stage, (double)scene->n_links), sentence_of(v));
}

sv_status sv_network_view(sv_stage *stage)
{
    network_view v = {.stage = stage};
    size_t number;
    sv_status status;
    if (sv_network_is_grouped(stage->network, stage->options))
        return sv_network_groups(stage);
    status = sv_network_open_group(stage, &v.wanted, &number);
    if (v.wanted)
        v.part = sv_stage_fill(stage, SV_TR("group {a}"), sv_stage_number(stage, (double)number), NULL, NULL);
    if (status == SV_OK)
        status = fit_actors(&v);
    if (status == SV_OK)
        status = compose(&v);
    if (status == SV_OK)
        report(&v);
    sv_cast_clear(&v.cast);
    sv_arrange_clear(&v.arrangement);
    free(v.wanted);
    return status;
}
