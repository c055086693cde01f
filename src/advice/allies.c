/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Allies: who wants the same as we do, can be reached, has something to gain and is free to join. Agreement is that of MACTOR
 * (Godet 1991); what pulls the other way, dependence and conflict, is taken off, and every part is given beside the sum.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "bonds.h"
#include "circles.h"
#include "our_positions.h"

typedef struct search {
    const sv_map *map;
    const sv_allies_options *options;
    acquaintances known;
    us who;
    our_positions ours;
    bonds binds;
    sv_ways *ways;
    sv_warmest *warmest;
    double side;      /* 1 when we are in favour, -1 when against */
    double *stance;   /* per actor: on the issue, turned so that below 0 is the other side */
    double *salience; /* per actor, on the issue */
    size_t *gains;    /* per actor: the latest row of Positions that says what it gains */
    size_t *opposed;  /* per actor: the first row of Ties by which it and one of us oppose each other */
} search;

static void find_gains(search *in)
{
    size_t actors = sv_map_rows(in->map, SV_ACTORS);
    for (size_t i = 0; i < actors; i++)
        in->gains[i] = SV_NO_ROW;
    for (size_t row = 0; row < sv_map_rows(in->map, SV_POSITIONS); row++) {
        const sv_position *position = sv_map_position(in->map, row);
        size_t *latest;
        if (!position->usable || position->issue != in->options->issue || !*sv_map_cell(in->map, SV_POSITIONS, row, SV_POSITION_GAINS))
            continue;
        latest = &in->gains[position->actor];
        if (*latest == SV_NO_ROW || position->date >= sv_map_position(in->map, *latest)->date)
            *latest = row;
    }
}

static void find_opposed(search *in)
{
    size_t actors = sv_map_rows(in->map, SV_ACTORS);
    for (size_t i = 0; i < actors; i++)
        in->opposed[i] = SV_NO_ROW;
    for (size_t row = sv_map_rows(in->map, SV_TIES); row-- > 0;) {
        const sv_tie *tie = sv_map_tie(in->map, row);
        if (!tie->usable || tie->kind->sign >= 0 || tie->strength <= 0 || !(tie->certainty > 0) ||
            !sv_dates_hold(tie->since, tie->until, in->options->as_of))
            continue;
        if (in->who.place[tie->to] != US_NOT)
            in->opposed[tie->from] = row;
        if (in->who.place[tie->from] != US_NOT)
            in->opposed[tie->to] = row;
    }
}

static sv_status read_issue(search *in, sv_error *error)
{
    size_t actors = sv_map_rows(in->map, SV_ACTORS);
    sv_status status = SV_OK;
    in->stance = sv_alloc(actors, sizeof *in->stance);
    in->salience = sv_alloc(actors, sizeof *in->salience);
    in->gains = sv_alloc(actors, sizeof *in->gains);
    in->opposed = sv_alloc(actors, sizeof *in->opposed);
    if (!in->stance || !in->salience || !in->gains || !in->opposed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = sv_map_stances(in->map, in->options->issue, in->stance, error);
    if (status == SV_OK)
        status = sv_map_saliences(in->map, in->options->issue, in->salience, error);
    in->side = our_position_on(&in->ours, in->options->issue) < 0 ? -1 : 1;
    for (size_t i = 0; status == SV_OK && i < actors; i++)
        in->stance[i] *= in->side;
    find_gains(in);
    find_opposed(in);
    return status;
}

static sv_status search_begin(search *in, sv_error *error)
{
    const sv_map *map = in->map;
    int day = in->options->as_of;
    sv_status status = SV_OK;
    if (!acquaintances_init(&in->known, map, day))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = us_init(&in->who, map, &in->known, in->options->speaker, error);
    if (status == SV_OK)
        status = our_positions_init(&in->ours, map, day, &in->who, error);
    if (status == SV_OK)
        status = bonds_init(&in->binds, map, day, error);
    if (status == SV_OK)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = day}, &in->ways, error);
    if (status == SV_OK)
        status = sv_warmest_new(in->ways, in->who.own, in->who.n_own, &in->warmest, error);
    return status == SV_OK ? read_issue(in, error) : status;
}

static void search_clear(search *in)
{
    sv_warmest_free(in->warmest);
    sv_ways_free(in->ways);
    bonds_clear(&in->binds);
    our_positions_clear(&in->ours);
    us_clear(&in->who);
    acquaintances_clear(&in->known);
    free(in->stance);
    free(in->salience);
    free(in->gains);
    free(in->opposed);
}

/* ---- One ally ---- */

static void find_way(const search *in, sv_ally *ally, sv_status *status, sv_error *error)
{
    sv_way way = {0};
    ally->from = ally->through = SV_NO_ROW;
    ally->warmth = NAN;
    for (size_t i = 0; i < in->who.n_own; i++)
        ally->forbidden += sv_ways_rule(in->ways, in->who.own[i], ally->actor) != SV_NO_ROW;
    if (in->options->without_ways || *status != SV_OK)
        return;
    *status = sv_warmest_way(in->warmest, ally->actor, &way, error);
    ally->warmth = way.warmth;
    if (way.n) {
        ally->from = way.steps[0].from;
        ally->through = way.steps[way.n - 1].from;
    }
    sv_way_clear(&way);
}

static void find_alliance(const search *in, sv_ally *ally)
{
    const bodies *belongs = &in->known.belongs;
    ally->ours = in->who.place[ally->actor] == US_ORGANISATION;
    ally->alliance = in->who.place[ally->actor] == US_ALLIANCE ? ally->actor : SV_NO_ROW;
    for (size_t i = belongs->first[ally->actor]; i < belongs->first[ally->actor + 1] && ally->alliance == SV_NO_ROW; i++)
        if (in->who.place[belongs->of[i]] == US_ALLIANCE)
            ally->alliance = belongs->of[i];
}

static void find_conflict(const search *in, size_t place, sv_ally *ally)
{
    const sv_positions *all = &in->ours.all;
    const double *theirs = &all->value[place * all->n_issues], *ours = &all->value[(all->n - 1) * all->n_issues];
    double furthest = 0;
    ally->opposed = in->opposed[ally->actor];
    ally->opposite = SV_NO_ROW;
    for (size_t k = 0; k < all->n_issues; k++)
        if (theirs[k] * ours[k] < 0 && fabs(theirs[k] - ours[k]) > furthest) {
            furthest = fabs(theirs[k] - ours[k]);
            ally->opposite = k;
        }
    ally->conflict = ally->opposed != SV_NO_ROW ? 1 : ally->differ / (ally->agree + ally->differ);
}

static sv_status describe(const search *in, size_t place, sv_ally *ally, sv_error *error)
{
    sv_status status = SV_OK;
    ally->actor = in->ours.all.actor[place];
    ally->stance = in->side * in->stance[ally->actor];
    ally->agree = in->ours.agree[place];
    ally->differ = in->ours.differ[place];
    ally->gains = in->gains[ally->actor];
    ally->gain = !sv_map_has(in->map, SV_POSITIONS, SV_POSITION_GAINS)          ? NAN
                 : ally->gains == SV_NO_ROW || isnan(in->salience[ally->actor]) ? 0
                                                                                : in->salience[ally->actor] / 4;
    bonds_of(&in->binds, ally->actor, in->stance, &ally->binds);
    ally->binds.actor = ally->actor;
    ally->binds.stance = ally->stance;
    ally->dependence = bonds_weight(&ally->binds);
    find_alliance(in, ally);
    find_conflict(in, place, ally);
    find_way(in, ally, &status, error);
    return status;
}

/* ---- All of them ---- */

static bool is_ranked(const search *in, size_t actor)
{
    const sv_actor *about = sv_map_actor(in->map, actor);
    return in->who.place[actor] != US_OWN && !about->own && !circles_neutral(about->kind);
}

static sv_status find_all(const search *in, sv_allies *found, sv_error *error)
{
    sv_status status = SV_OK;
    for (size_t i = 0; status == SV_OK && i + 1 < in->ours.all.n; i++) {
        size_t actor = in->ours.all.actor[i];
        if (!is_ranked(in, actor))
            continue;
        if (in->stance[actor] < 0)
            found->opponents++;
        else if (!(in->ours.agree[i] > 0))
            found->unlike++;
        else
            status = describe(in, i, &found->items[found->n++], error);
    }
    return status;
}

static double known_part(double part)
{
    return isnan(part) ? 0 : part;
}

static void rank(sv_allies *found)
{
    double largest = 0;
    for (size_t i = 0; i < found->n; i++)
        largest = fmax(largest, found->items[i].agree - found->items[i].differ);
    for (size_t i = 0; i < found->n; i++) {
        sv_ally *ally = &found->items[i];
        ally->agreement = largest > 0 ? fmax(0, ally->agree - ally->differ) / largest : 0;
        ally->rank = ally->agreement + known_part(ally->warmth) + known_part(ally->gain) - ally->dependence - ally->conflict;
    }
}

/* An ally as it is sorted; the id stands beside it because qsort passes nothing else along. */
typedef struct sorted_ally {
    sv_ally ally;
    long long rank; /* in units of 1e-9 */
    const char *id;
} sorted_ally;

static int highest_first(const void *a, const void *b)
{
    const sorted_ally *left = a, *right = b;
    if (left->rank != right->rank)
        return left->rank > right->rank ? -1 : 1;
    return strcmp(left->id, right->id);
}

static sv_status sort(const sv_map *map, sv_allies *found, sv_error *error)
{
    sorted_ally *order = sv_alloc(found->n, sizeof *order);
    if (!order)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < found->n; i++)
        order[i] = (sorted_ally){found->items[i], llround(found->items[i].rank * 1e9), sv_map_actor(map, found->items[i].actor)->id};
    if (found->n)
        qsort(order, found->n, sizeof *order, highest_first);
    for (size_t i = 0; i < found->n; i++)
        found->items[i] = order[i].ally;
    free(order);
    return SV_OK;
}

sv_status sv_allies_find(const sv_map *map, const sv_allies_options *options, sv_allies *found, sv_error *error)
{
    search in = {.map = map, .options = options};
    sv_status status;
    *found = (sv_allies){.issue = options->issue, .speaker = options->speaker, .ours = NAN};
    status = search_begin(&in, error);
    if (status == SV_OK) {
        found->ours = our_position_on(&in.ours, options->issue);
        found->known = in.ours.known;
        found->weighed = in.ours.all.has_influences;
        found->items = sv_alloc(in.ours.all.n, sizeof *found->items);
        status = found->items ? find_all(&in, found, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (status == SV_OK) {
        found->shown = options->most && options->most < found->n ? options->most : found->n;
        rank(found);
        status = sort(map, found, error);
    }
    found->us = in.who.own;
    found->n_us = in.who.n_own;
    in.who.own = NULL;
    search_clear(&in);
    if (status != SV_OK)
        sv_allies_clear(found);
    return status;
}

void sv_allies_clear(sv_allies *allies)
{
    free(allies->items);
    free(allies->us);
    *allies = (sv_allies){0};
}
