/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Sensitivity: how far a ranking can be relied on when some of what the map says does not hold, and when there is more than it
 * says (Borgatti, Carley & Krackhardt 2006). A score is computed in many networks that might as well be the true one, and
 * everybody ranked in each of them, so that one sees who stays in front.
 */
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "draws.h"
#include "standings.h"

enum { draws_each = 8 }; /* in one block */

typedef struct job {
    const urn *from;
    const standings *of;
    _Atomic int *fault; /* the code of what went wrong in a draw; the rest is then not drawn */
} job;

typedef struct room {
    void *draw;
    double *values, *keys;
} room;

static void end(void *room_or_null)
{
    room *r = room_or_null;
    if (!r)
        return;
    draw_end(r->draw);
    free(r->values);
    free(r->keys);
    free(r);
}

static void *begin(const void *about)
{
    const job *all = about;
    size_t n = all->from->network->n_vertices;
    room *made = sv_alloc(1, sizeof *made);
    if (!made)
        return NULL;
    made->draw = draw_begin(all->from);
    made->values = sv_alloc(n, sizeof *made->values);
    made->keys = sv_alloc(n, sizeof *made->keys);
    if (made->draw && made->values && made->keys)
        return made;
    end(made);
    return NULL;
}

static void work(const crew_member *member, const void *about, void *room_given, size_t block, double *sums)
{
    const job *all = about;
    room *r = room_given;
    size_t draw = block * draws_each, last = draw + draws_each < all->of->draws ? draw + draws_each : all->of->draws;
    (void)sums;
    for (; draw < last && crew_goes_on(member) && atomic_load(all->fault) == SV_E_NONE; draw++) {
        sv_error error = {0};
        if (draw_score(member, all->from, r->draw, draw, r->values, &error) == SV_OK)
            standings_put(all->of, draw, r->values, r->keys);
        else
            atomic_store(all->fault, (int)error.code);
    }
}

/* A large class has its first three, a small one fewer: at most half of it, and at least one. */
static size_t front_of(size_t n, size_t wanted)
{
    return n >= 2 * wanted ? wanted : n >= 2 ? n / 2 : n;
}

static sv_status draw_all(const urn *from, const standings *of, const sv_scores_options *options, sv_error *error)
{
    _Atomic int fault = SV_E_NONE;
    const job about = {from, of, &fault};
    const crew_job all = {
        .about = &about,
        .blocks = (of->draws + draws_each - 1) / draws_each,
        .cost = (double)from->network->n_vertices * 2 * (double)(from->network->n_ties + 1) * (double)of->draws,
        .begin = begin,
        .end = end,
        .work = work,
    };
    double none;
    sv_status status = crew_run(&all, options, SV_TR("drawing networks that might be the true one"), &none, error);
    return status == SV_OK && fault != SV_E_NONE ? sv_error_set(error, (sv_code)fault, NULL, NULL) : status;
}

static sv_status tell_all(const sv_network *network, const standings *of, size_t wanted, sv_sensitivity *made, sv_error *error)
{
    double *numbers = sv_alloc(of->draws, sizeof *numbers);
    made->n = network->n_vertices;
    made->actors = sv_alloc(made->n, sizeof *made->actors);
    if (!numbers || !made->actors) {
        free(numbers);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    for (int c = 0; c < SV_CLASSES; c++) {
        for (size_t i = of->start[c]; i < of->start[c + 1]; i++)
            made->ranked[c] += standings_known(of, i);
        made->top[c] = front_of(made->ranked[c], wanted);
        for (size_t i = of->start[c]; i < of->start[c + 1]; i++)
            standings_tell(of, i, made->top[c], numbers, &made->actors[of->vertex[i]]);
    }
    free(numbers);
    return SV_OK;
}

bool sv_sensitivity_suits(size_t score)
{
    return urn_suits(score);
}

double sv_sensitivity_work(const sv_network *network, size_t score, size_t draws)
{
    double each = network->options.strength || score_measure(score) == measure_valente_fujimoto ? 10 : 1;
    return (double)network->n_vertices * (double)network->n_ties * (double)(draws ? draws : SV_SENSITIVITY_DRAWS) * each;
}

sv_status sv_sensitivity_find(const sv_network *network, size_t score, const sv_sensitivity_options *options, sv_sensitivity *found,
                              sv_error *error)
{
    sv_sensitivity_options wanted = options ? *options : (sv_sensitivity_options){0};
    standings of = {0};
    urn from = {0};
    sv_status status;
    *found = (sv_sensitivity){.score = score, .draws = wanted.draws ? wanted.draws : SV_SENSITIVITY_DRAWS};
    found->missing = wanted.all_seen ? 0 : wanted.missing > 0 ? wanted.missing : SV_SENSITIVITY_MISSING;
    status = urn_fill(network, score, found->missing, wanted.scores, &from, error);
    if (status == SV_OK && !standings_make(network, score, wanted.with_own, found->draws, &of))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = draw_all(&from, &of, wanted.scores, error);
    if (status == SV_OK)
        status = tell_all(network, &of, wanted.top ? wanted.top : SV_SENSITIVITY_TOP, found, error);
    found->added = from.more.per_draw;
    found->closed = from.more.closed;
    found->doubtful = from.ties.n_doubtful + from.influences.n_doubtful;
    found->contested = from.ties.n_groups + from.influences.n_groups;
    found->on_ties = from.on_ties;
    urn_clear(&from);
    standings_clear(&of);
    if (status != SV_OK)
        sv_sensitivity_clear(found);
    return status;
}

void sv_sensitivity_clear(sv_sensitivity *found)
{
    free(found->actors);
    *found = (sv_sensitivity){0};
}
