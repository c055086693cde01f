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

#include "arrange_again.h"
#include "network_groups.h"
#include "network_lines.h"
#include "pins.h"
#include "sides.h"
#include "views.h"

typedef struct network_view {
    sv_stage *stage;
    sv_cast cast;
    sv_arrangement arrangement;
    bool *wanted;     /* by row of Actors: those of the group that is opened; NULL: all */
    bool *room;       /* those of them for whom there is room among who stood here before; NULL: all */
    const char *part; /* which group that is; NULL: none */
    size_t all;       /* scored actors that could be on it */
    bool again;       /* most stood on the picture before: they stay, others join */
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

/* Whether nobody who is not on it is higher than somebody who is; we are on it anyway. */
static bool shows_the_highest(const network_view *v)
{
    const sv_stage *stage = v->stage;
    const double *score = sv_scores_column(stage->scores, stage->score);
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t i = 0; i < sv_network_actors(stage->network); i++) {
        size_t row = sv_network_actor(stage->network, i);
        if (v->cast.scene.place[row] == SV_NO_ROW)
            most = fmax(most, score[i]);
        else if (!sv_map_actor(stage->map, row)->own)
            least = fmin(least, score[i]);
    }
    return least >= most;
}

/* "80 of 300 actors shown: the highest on degree." Nothing when all are shown. */
static const char *left_out_of(const network_view *v, size_t shown, size_t all)
{
    if (v->again && v->cast.scene.n_scored < v->all && !shows_the_highest(v))
        return sv_stage_fill(v->stage, SV_TR("{a} of {b} actors shown: who stood here before, and others as far as there is room"),
                             sv_stage_number(v->stage, (double)v->cast.scene.n_scored), sv_stage_number(v->stage, (double)v->all), NULL);
    if (v->again && shown == v->cast.scene.n_scored)
        return sv_stage_left_out(v->stage, shown, v->all);
    if ((!v->everyone && !v->again) || shown == all)
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
    status = sv_cast_new(v->stage, v->room ? v->room : v->wanted, most, &v->cast);
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

enum { rounds_most = 4 };
static const double nearly = 1.3;

/* Nobody in this row gets a place on it. */
static bool leave_out(network_view *v, size_t row)
{
    size_t rows = sv_map_rows(v->stage->map, SV_ACTORS);
    if (!v->room) {
        v->room = sv_alloc(rows, sizeof *v->room);
        for (size_t i = 0; v->room && i < rows; i++)
            v->room[i] = !v->wanted || v->wanted[i];
    }
    if (v->room)
        v->room[row] = false;
    return v->room;
}

/* Those for whom there was no room before come on it only in the place of somebody who left, the most important first. */
static sv_status leave_out_known(network_view *v, size_t drawn)
{
    const sv_stage *stage = v->stage;
    const sv_scene *scene = &v->cast.scene;
    size_t *rows = sv_alloc(scene->n_scored, sizeof *rows), n = 0;
    sv_status status = rows ? SV_OK : sv_stage_no_memory(stage);
    sv_page_spot spot;
    for (size_t i = 0; i < scene->n_scored; i++)
        drawn -= drawn && sv_places_get(stage->options->places, stage->page->id, sv_map_actor(scene->map, scene->actors[i])->id, &spot);
    for (size_t i = 0; i < scene->n_scored && status == SV_OK; i++) {
        bool known = sv_places_left_out(stage->options->places, stage->page->id, sv_map_actor(scene->map, scene->actors[i])->id);
        if (known && drawn) /* now: how many fewer they are */
            drawn--;
        else if (known)
            rows[n++] = scene->actors[i];
    }
    for (size_t i = 0; i < n && status == SV_OK; i++)
        status = leave_out(v, rows[i]) ? SV_OK : sv_stage_no_memory(stage);
    free(rows);
    return status == SV_OK && n ? prepare(v, SIZE_MAX) : status;
}

/* Leave out those for whom there was no place: how many, or SIZE_MAX when one of them is a body that others belong to. */
static sv_status leave_out_left(network_view *v, const bool *left, size_t *gone)
{
    sv_status status = SV_OK;
    *gone = 0;
    for (size_t i = 0; i < v->cast.scene.n && status == SV_OK && *gone != SIZE_MAX; i++)
        if (left[i]) {
            *gone = i < v->cast.scene.n_scored ? *gone + 1 : SIZE_MAX;
            status = leave_out(v, v->cast.scene.actors[i]) ? SV_OK : sv_stage_no_memory(v->stage);
        }
    return status;
}

/* Once: whoever stood here stays, others join. False in v->again when too few of them did. */
static sv_status arrange_again(network_view *v, const sv_page_type *type, size_t *gone)
{
    const sv_stage *stage = v->stage;
    bool *left = sv_alloc(v->cast.scene.n, sizeof *left);
    size_t pinned = 0;
    sv_status status = left ? sv_pins_set(&v->cast, &stage->inside, stage->options->places) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->cast.scene.n; i++)
        pinned += v->cast.looks[i].pinned;
    v->again = pinned > 0 && 2 * pinned >= v->cast.scene.n;
    sv_arrange_clear(&v->arrangement);
    *gone = 0;
    if (status == SV_OK && v->again)
        status = sv_arrange_again(stage->renderer, stage->page, &v->cast.scene, v->cast.looks, &stage->inside, type->step, type->line, left,
                                  &v->arrangement, stage->error);
    if (status == SV_OK && v->again)
        status = leave_out_left(v, left, gone);
    free(left);
    return status;
}

/* Where most of them stood on the picture before, all of these and whoever finds room among them. */
static sv_status fit_again(network_view *v)
{
    const sv_draw_options *options = v->stage->options;
    size_t gone = 1;
    sv_page_type type;
    sv_status status = SV_OK;
    if (!options->places || v->cast.any_pinned || options->all ||
        !sv_places_get_type(options->places, v->stage->page->id, &type) || type.step >= sv_arrange_steps())
        return SV_OK;
    v->all = v->cast.scene.n_all;
    if (!options->top)
        status = leave_out_known(v, type.drawn);
    for (size_t round = 0; round < rounds_most && gone && status == SV_OK; round++) {
        status = arrange_again(v, &type, &gone);
        if (gone == SIZE_MAX)
            break;
        if (gone && status == SV_OK) /* the next in rank do not take their places: there are none */
            status = prepare(v, v->cast.scene.n_scored > gone ? v->cast.scene.n_scored - gone : 1);
    }
    v->again &= !gone;
    if (v->again || status != SV_OK || !v->room)
        return status;
    free(v->room); /* all anew, around those who stood here */
    v->room = NULL;
    return prepare(v, options->top ? options->top : SIZE_MAX);
}

/* The most actors that fit with all their names: everyone, else as many as a guess says, and then a few less at a time. */
static sv_status fit_actors(network_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = prepare(v, stage->options->top ? stage->options->top : SIZE_MAX);
    size_t all = v->cast.scene.n_scored, most = all;
    if (status == SV_OK && all == 0)
        return sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK)
        status = fit_again(v);
    if (v->again)
        return status;
    if (status == SV_OK && !v->everyone)
        status = sv_arrange_room(stage->renderer, stage->page, v->cast.looks, v->cast.scene.n, &stage->inside, &most, stage->error);
    if (status == SV_OK && (v->everyone || all <= 2 * most)) /* the guess leaves room to breathe: more may fit */
        status = arrange(v);
    if ((double)all <= nearly * (double)most) /* where nearly all fit by the guess, a few less than all may well */
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

/* Those for whom there was no room are known from here on: they are not new next time. */
static sv_status keep_left_out(const network_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = SV_OK;
    for (size_t i = 0; i < sv_network_actors(stage->network) && status == SV_OK; i++) {
        size_t row = sv_network_actor(stage->network, i);
        if (v->cast.scene.place[row] == SV_NO_ROW)
            status = sv_places_leave_out(stage->options->places, stage->page->id, sv_map_actor(stage->map, row)->id, stage->error);
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
    if (status == SV_OK && places && !stage->options->top && !stage->options->group)
        status = keep_left_out(v);
    for (size_t i = 0; i < v->cast.scene.n_scored; i++)
        named += v->arrangement.figures[i].side != SV_SIDE_NOWHERE;
    if (status == SV_OK && (v->everyone || v->again))
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
    stage->report = (sv_draw_report){.drawn = scene->n_scored, .left_out = (v->again ? v->all : scene->n_all) - scene->n_scored};
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
    free(v.room);
    return status;
}
