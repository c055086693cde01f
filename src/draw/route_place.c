/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the lanes of the route view run, and how large the type on them may be. */
#include <math.h>
#include <stdlib.h>

#include "route_parts.h"
#include "wrap.h"

static const double card_widest = 150, card_flattest = 34, pitch_least = 126, pitch_most = 400, lane_least = 84, lane_most = 190,
                    card_highest = 104, around_card = 34, around_words = 10;
/* What of the way from one card to the next the card takes: more where its words are long. */
static const double shares[] = {0.55, 0.64};
static const double zooms[] = {2, 1.8, 1.6, 1.45, 1.3, 1.2, 1.1, 1};
enum { name_lines = 3, role_lines = 4, tie_lines = 3, steps_least = 5 };

size_t route_start(const route_view *v, size_t lane)
{
    return v->lanes.items[lane].steps[0].step.from;
}

/* How many steps of a lane stand on the page: long ones have their middle in one card. */
size_t route_shown(const route_view *v, size_t lane)
{
    size_t n = v->lanes.items[lane].n;
    return n < v->most ? n : v->most;
}

/* How many lanes there is room for. */
static void choose_lanes(route_view *v)
{
    const sv_rect *inside = &v->stage->inside;
    size_t room = (size_t)fmax(1, floor((inside->top - inside->bottom) / (lane_least * v->stage->page->scale)));
    v->drawn = v->lanes.n < room ? v->lanes.n : room;
    v->one_start = true;
    for (size_t i = 0; i < v->drawn; i++)
        v->one_start &= route_start(v, i) == route_start(v, 0);
}

/* Lanes of at most so many steps: how long the longest is then. */
static void choose_steps(route_view *v, size_t most)
{
    v->most = most;
    v->longest = 1;
    for (size_t i = 0; i < v->drawn; i++)
        v->longest = route_shown(v, i) > v->longest ? route_shown(v, i) : v->longest;
}

/* The measures with type of this size. */
static void set_measures(route_view *v, double zoom, double share)
{
    const sv_rect *inside = &v->stage->inside;
    double scale = v->stage->page->scale, wide = inside->right - inside->left, high = inside->top - inside->bottom;
    v->zoom = zoom;
    v->pitch = fmin(wide / ((double)v->longest + share), pitch_most * scale * zoom);
    v->card = fmin(v->pitch * share, card_widest * scale * zoom);
    v->left = inside->left + (wide - v->pitch * (double)v->longest - v->card) / 2;
    v->lane = v->drawn ? fmin(high / (double)v->drawn, lane_most * scale * zoom) : high;
    v->top = inside->top - (v->drawn ? (high - v->lane * (double)v->drawn) / 2 : 0);
    v->card_height = fmax(card_flattest * scale, fmin(v->lane - around_card * scale * fmax(1, zoom * 0.85), card_highest * scale * zoom));
}

/* All that stands on cards and lines. */
typedef struct words {
    const char **names, **roles, **ties;
    size_t n, n_ties;
    bool contacts; /* somebody spoke with somebody, which stands on the lines too */
} words;

static bool gather(const route_view *v, words *all)
{
    const sv_map *map = v->stage->map;
    size_t most = 1;
    for (size_t i = 0; i < v->drawn; i++)
        most += v->lanes.items[i].n;
    all->names = sv_alloc(most, sizeof *all->names);
    all->roles = sv_alloc(most, sizeof *all->roles);
    all->ties = sv_alloc(most, sizeof *all->ties);
    if (!all->names || !all->roles || !all->ties)
        return false;
    all->names[0] = route_name(v, v->route.to);
    all->roles[0] = sv_map_cell(map, SV_ACTORS, v->route.to, SV_ACTOR_ROLE);
    all->n = 1;
    for (size_t i = 0; i < v->drawn; i++)
        for (size_t k = 0; k < route_shown(v, i); k++) {
            const sv_lane_step *step = &v->lanes.items[i].steps[k];
            all->names[all->n] = route_name(v, step->step.from);
            all->roles[all->n++] = sv_map_cell(map, SV_ACTORS, step->step.from, SV_ACTOR_ROLE);
            all->contacts |= step->step.last_contact && !step->forbidden;
            all->ties[all->n_ties++] = step->known && !step->forbidden ? route_tie_words(v, &step->step) : "";
        }
    return true;
}

/* Whether all words fit with the measures there are. */
static sv_status words_fit(const route_view *v, const words *all, bool *fit)
{
    sv_stage *stage = v->stage;
    const sv_page *page = stage->page;
    double inner = sv_card_inner(stage, v->card), gap = v->pitch - v->card - around_words * page->scale;
    double name = page->legend * v->zoom, small = page->smallest * v->zoom;
    sv_fit names = {.font_size = name, .width = inner, .lines = name_lines, .bold = true};
    sv_fit roles = {.font_size = small, .width = inner, .lines = role_lines};
    sv_fit ties = {.font_size = small, .width = gap, .lines = tie_lines};
    sv_status status;
    *fit = name_lines * name * 1.22 + role_lines * small * 1.25 <= v->card_height && (!all->contacts || gap > ROUTE_DATE * small);
    status = sv_wrap_largest(stage->renderer, all->names, all->n, 0.9 * page->legend, &names, stage->error);
    if (status == SV_OK)
        status = sv_wrap_largest(stage->renderer, all->roles, all->n, 0.9 * page->smallest, &roles, stage->error);
    if (status == SV_OK)
        status = sv_wrap_largest(stage->renderer, all->ties, all->n_ties, 0.9 * page->smallest, &ties, stage->error);
    *fit &= names.font_size >= name && roles.font_size >= small && ties.font_size >= small;
    return status;
}

/* The largest type that goes with lanes of at most so many steps. */
static sv_status try_steps(route_view *v, size_t most, bool *fit)
{
    words all = {0};
    sv_status status;
    choose_steps(v, most);
    status = gather(v, &all) ? SV_OK : sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < 2 * sizeof zooms / sizeof *zooms && status == SV_OK && !*fit; i++) {
        set_measures(v, zooms[i / 2], shares[i % 2]);
        status = words_fit(v, &all, fit);
    }
    free(all.names);
    free(all.roles);
    free(all.ties);
    return status;
}

/* The heads of all lanes in one type. */
static sv_status size_heads(route_view *v)
{
    sv_stage *stage = v->stage;
    sv_fit fit = {
        .font_size = fmax(stage->page->legend, stage->page->smallest * v->zoom), .width = route_head_width(v), .lines = 1, .bold = true};
    const char **heads = sv_alloc(v->drawn + 1, sizeof *heads);
    sv_status status = heads ? SV_OK : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->drawn && status == SV_OK; i++)
        heads[i] = route_head(v, i);
    if (status == SV_OK)
        status = sv_wrap_largest(stage->renderer, heads, v->drawn, stage->page->smallest, &fit, stage->error);
    v->head_size = fit.font_size;
    free(heads);
    return status;
}

/* All steps there is room for; less, with more of a lane in one card, where words would have to be broken for them. */
sv_status route_place(route_view *v)
{
    double wide = (v->stage->inside.right - v->stage->inside.left) / v->stage->page->scale;
    size_t room = (size_t)fmax(2, floor((wide - card_widest / 2) / pitch_least)), longest;
    sv_status status;
    bool fit = false;
    choose_lanes(v);
    choose_steps(v, room);
    longest = v->longest;
    status = try_steps(v, longest, &fit);
    for (size_t most = longest; most-- > steps_least && status == SV_OK && !fit;)
        status = try_steps(v, most, &fit);
    if (!fit) {
        choose_steps(v, room);
        set_measures(v, 1, shares[0]);
    }
    return status == SV_OK ? size_heads(v) : status;
}

/* The middle of a lane's cards: its head stands above them. */
double route_middle(const route_view *v, size_t lane)
{
    return v->top - v->lane * ((double)lane + 0.5) - 7 * v->stage->page->scale * v->zoom;
}

double route_head_width(const route_view *v)
{
    double scale = v->stage->page->scale;
    return v->pitch * (double)v->longest - 4 * scale - (v->one_start ? v->card + 6 * scale : 0);
}

double route_node_x(const route_view *v, size_t lane, size_t node)
{
    double whole = v->pitch * (double)v->longest;
    return v->left + v->card / 2 + whole * (double)node / (double)route_shown(v, lane);
}
