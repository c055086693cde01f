/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scene: see scene.h. */
#include "scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

size_t sv_draw_size_score(const sv_draw_options *options)
{
    return options->size_by == SIZE_MAX ? sv_score_find("harmonic") : options->size_by;
}

static bool is_kind(const sv_actor *actor, const char *id)
{
    return strcmp(actor->kind->id, id) == 0;
}

/* A scored actor joins the scene when there is room, once. */
static void join(sv_scene *scene, size_t actor, size_t most)
{
    if (scene->n >= most || scene->place[actor] != SV_NO_ROW)
        return;
    scene->place[actor] = scene->n;
    scene->actors[scene->n++] = actor;
}

/* Us first, then the highest; only rows that are wanted (NULL: all). */
static sv_status choose_scored(sv_scene *scene, const sv_draw_options *options, const bool *wanted, size_t most, sv_error *error)
{
    const sv_network *network = sv_scores_network(scene->scores);
    size_t n = sv_network_actors(network), *order = sv_alloc(n, sizeof *order);
    sv_status status;
    if (!order)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = sv_scores_rank(scene->scores, sv_draw_size_score(options), order, error);
    if (status != SV_OK)
        goto done;
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < n; i++) {
            size_t row = sv_network_actor(network, order[i]);
            if (sv_map_actor(scene->map, row)->own == own && (!wanted || wanted[row]))
                join(scene, row, most);
        }
    scene->n_scored = scene->n;
    for (size_t i = 0; i < n; i++)
        scene->n_all += !wanted || wanted[sv_network_actor(network, i)];
done:
    free(order);
    return status;
}

static const sv_network_options *counted(const sv_scene *scene)
{
    return sv_network_get_options(sv_scores_network(scene->scores));
}

static bool holds(const sv_scene *scene, int since, int until)
{
    return sv_dates_hold(since, until, counted(scene)->as_of);
}

/*
 * What line a tie is drawn as; SV_LINK_BONDS when it is not drawn: influences are for counting, and a rule is nobody's business outside. Where the
 * kinds that count were chosen, others are not drawn.
 */
static sv_link_bond bond_of(const sv_scene *scene, const sv_tie *tie, sv_audience audience)
{
    size_t n;
    if (counted(scene)->ties && !sv_network_counts(counted(scene), (size_t)(tie->kind - sv_tie_kinds(&n))))
        return SV_LINK_BONDS;
    if (strcmp(tie->kind->id, "funds") == 0)
        return SV_LINK_FUNDS;
    if (tie->kind->sign < 0)
        return SV_LINK_OPPOSES;
    if (tie->kind->sign == 0)
        return audience == SV_PUBLIC ? SV_LINK_BONDS : SV_LINK_FORBIDDEN;
    return tie->kind->carries_route && tie->strength > 0 ? SV_LINK_TIE : SV_LINK_BONDS;
}

static bool usable_tie(const sv_scene *scene, const sv_tie *tie)
{
    return tie->usable && tie->from != SV_NO_ROW && tie->to != SV_NO_ROW && tie->from != tie->to && !(tie->strength <= 0) &&
           tie->certainty > 0 && holds(scene, tie->since, tie->until);
}

static bool usable_membership(const sv_scene *scene, const sv_membership *membership)
{
    return membership->usable && membership->who != SV_NO_ROW && membership->of != SV_NO_ROW && membership->who != membership->of &&
           holds(scene, membership->since, membership->until);
}

static void invite(sv_scene *scene, size_t container, size_t other, bool *invited)
{
    const sv_actor *actor = sv_map_actor(scene->map, container);
    if (actor->usable && actor->kind->container && scene->place[container] == SV_NO_ROW && scene->place[other] != SV_NO_ROW)
        invited[container] = true;
}

/* Containers with something on the page that belongs to them, in the order of the map. */
static sv_status choose_containers(sv_scene *scene, const sv_draw_options *options, sv_error *error)
{
    size_t n = sv_map_rows(scene->map, SV_ACTORS);
    bool *invited = sv_alloc(n, sizeof *invited);
    if (!invited)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < sv_map_rows(scene->map, SV_TIES); i++) {
        const sv_tie *tie = sv_map_tie(scene->map, i);
        sv_link_bond bond = usable_tie(scene, tie) ? bond_of(scene, tie, options->audience) : SV_LINK_BONDS;
        if (bond == SV_LINK_BONDS || bond == SV_LINK_FORBIDDEN)
            continue;
        invite(scene, tie->from, tie->to, invited);
        invite(scene, tie->to, tie->from, invited);
    }
    for (size_t i = 0; i < sv_map_rows(scene->map, SV_MEMBERSHIPS); i++) {
        const sv_membership *membership = sv_map_membership(scene->map, i);
        const sv_actor *of = usable_membership(scene, membership) ? sv_map_actor(scene->map, membership->of) : NULL;
        if (of && !is_kind(of, "council") && !is_kind(of, "municipality"))
            invite(scene, membership->of, membership->who, invited);
    }
    for (size_t i = 0; i < n; i++)
        if (invited[i])
            join(scene, i, SIZE_MAX);
    free(invited);
    return SV_OK;
}

static bool add_link(sv_scene *scene, size_t from, size_t to, sv_link_bond bond, double strength)
{
    sv_link link = {.from = scene->place[from], .to = scene->place[to], .bond = bond, .strength = strength};
    if (link.from == SV_NO_ROW || link.to == SV_NO_ROW)
        return true;
    if (!sv_grow(&scene->links, &scene->links_capacity, scene->n_links + 1, sizeof *scene->links))
        return false;
    scene->links[scene->n_links++] = link;
    return true;
}

static bool add_ties(sv_scene *scene, const sv_draw_options *options)
{
    bool fine = true;
    for (size_t i = 0; i < sv_map_rows(scene->map, SV_TIES) && fine; i++) {
        const sv_tie *tie = sv_map_tie(scene->map, i);
        sv_link_bond bond = usable_tie(scene, tie) ? bond_of(scene, tie, options->audience) : SV_LINK_BONDS;
        bool back = tie->direction == SV_BACK;
        if (bond < SV_LINK_BONDS)
            fine = add_link(scene, back ? tie->to : tie->from, back ? tie->from : tie->to, bond, isnan(tie->strength) ? 2 : tie->strength);
    }
    return fine;
}

/* Of persons, or of organisations, alone: what ties them in the network, by rows or by what they share. */
static bool add_level_ties(sv_scene *scene)
{
    const sv_network *network = sv_scores_network(scene->scores);
    bool fine = true;
    for (size_t i = 0; i < sv_network_ties(network) && fine; i++) {
        size_t from, to;
        double strength, rows, shared, there, back;
        sv_network_tie(network, i, &from, &to, &strength);
        sv_network_tie_rests_on(network, i, &rows, &shared);
        sv_network_tie_ways(network, i, &there, &back);
        from = sv_network_actor(network, from);
        to = sv_network_actor(network, to);
        fine = add_link(scene, there < back ? to : from, there < back ? from : to, rows > 0 ? SV_LINK_TIE : SV_LINK_MEMBER, rows > 0 ? rows : 1);
    }
    return fine;
}

/* Memberships of a council or municipality are left out also when it is shown: its members are known by their shape. */
static bool add_memberships(sv_scene *scene)
{
    bool fine = true;
    for (size_t i = 0; sv_network_counts_memberships(counted(scene)) && i < sv_map_rows(scene->map, SV_MEMBERSHIPS) && fine; i++) {
        const sv_membership *membership = sv_map_membership(scene->map, i);
        const sv_actor *of = usable_membership(scene, membership) ? sv_map_actor(scene->map, membership->of) : NULL;
        if (of && !is_kind(of, "council") && !is_kind(of, "municipality"))
            fine = add_link(scene, membership->who, membership->of, SV_LINK_MEMBER, 1);
    }
    return fine;
}

/* By pair, then by kind of line, strongest first: parallel ones become neighbours. */
static int by_pair(const void *left, const void *right)
{
    const sv_link *a = left, *b = right;
    size_t low_a = a->from < a->to ? a->from : a->to, low_b = b->from < b->to ? b->from : b->to;
    size_t high_a = a->from + a->to - low_a, high_b = b->from + b->to - low_b;
    if (low_a != low_b)
        return low_a < low_b ? -1 : 1;
    if (high_a != high_b)
        return high_a < high_b ? -1 : 1;
    if (a->bond != b->bond)
        return a->bond < b->bond ? -1 : 1;
    if (a->strength > b->strength || a->strength < b->strength)
        return a->strength > b->strength ? -1 : 1;
    return a->from < b->from ? -1 : a->from > b->from;
}

/* One line a pair and kind; a membership beside a tie says nothing more. What remains side by side is numbered. */
static void merge(sv_scene *scene)
{
    size_t kept = 0;
    if (scene->n_links == 0)
        return;
    qsort(scene->links, scene->n_links, sizeof *scene->links, by_pair);
    for (size_t i = 0; i < scene->n_links; i++) {
        sv_link *link = &scene->links[i], *last = kept ? &scene->links[kept - 1] : NULL;
        bool same_pair = last && ((last->from == link->from && last->to == link->to) || (last->from == link->to && last->to == link->from));
        if (same_pair && (last->bond == link->bond || (link->bond == SV_LINK_MEMBER && last->bond == SV_LINK_TIE)))
            continue;
        link->beside = same_pair ? last->beside + 1 : 0;
        scene->links[kept++] = *link;
    }
    scene->n_links = kept;
}

/* An empty scene. False without memory. */
static bool begin(const sv_scores *scores, sv_scene *scene)
{
    const sv_map *map = sv_network_map(sv_scores_network(scores));
    size_t rows = sv_map_rows(map, SV_ACTORS);
    *scene = (sv_scene){.scores = scores, .map = map};
    scene->actors = sv_alloc(rows, sizeof *scene->actors);
    scene->place = sv_alloc(rows, sizeof *scene->place);
    for (size_t i = 0; scene->place && i < rows; i++)
        scene->place[i] = SV_NO_ROW;
    return scene->actors && scene->place;
}

sv_status sv_scene_of(const sv_scores *scores, const sv_draw_options *options, const bool *wanted, sv_scene *scene, sv_error *error)
{
    if (!begin(scores, scene))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return choose_scored(scene, options, wanted, options->top ? options->top : SIZE_MAX, error);
}

sv_status sv_scene_new(const sv_scores *scores, const sv_draw_options *options, const bool *wanted, size_t most, sv_scene *scene,
                       sv_error *error)
{
    const bool two_mode = sv_network_get_options(sv_scores_network(scores))->level == SV_LEVEL_TWO_MODE;
    sv_status status;
    if (!begin(scores, scene))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = choose_scored(scene, options, wanted, most, error);
    if (status == SV_OK && two_mode)
        status = choose_containers(scene, options, error);
    if (status != SV_OK)
        return status;
    if (!add_ties(scene, options) || !(two_mode ? add_memberships(scene) : add_level_ties(scene)))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    merge(scene);
    return SV_OK;
}

void sv_scene_clear(sv_scene *scene)
{
    free(scene->actors);
    free(scene->links);
    free(scene->place);
    *scene = (sv_scene){0};
}
