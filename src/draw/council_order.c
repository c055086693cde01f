/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The order of a council's seats in its view, from the right end of the half circle to the left. By position: from
 * favour to against, who is not known between the undecided and those against. By group: the groups that
 * think most of the proposal first; without an issue the coalition first, then the largest.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "council_parts.h"
#include "short_name.h"

/* Positions as the count of votes takes them (sv_lean_of), so that colours and numbers say the same. */
/* clang-format off */
static const struct position_class {
    const char *word, *sign, *name;
    size_t stance; /* class of the theme */
} position_classes[] = {
    {SV_TR("strongly in favour"), "++", "strongly-for", 4},
    {SV_TR("in favour"), "+", "for", 3},
    {SV_TR("undecided"), "0", "undecided", 2},
    {SV_TR("position unknown"), "?", "unknown", SV_STANCE_UNKNOWN},
    {SV_TR("against"), "−", "against", 1},
    {SV_TR("strongly against"), "−−", "strongly-against", 0},
};
/* clang-format on */
enum { n_position_classes = sizeof position_classes / sizeof *position_classes, unknown_class = 3 };

static const double strongly = 3;

const sv_seat *council_seat_at(const council_view *v, size_t place)
{
    return &v->council.seats[v->seats[place]];
}

bool council_assumed(const council_view *v, size_t place)
{
    const sv_seat *seat = council_seat_at(v, place);
    return isnan(seat->own) && !isnan(seat->stance);
}

static size_t class_of(double stance)
{
    switch (sv_lean_of(stance)) {
    case SV_LEAN_FOR: return stance >= strongly ? 0 : 1;
    case SV_LEAN_UNDECIDED: return 2;
    case SV_LEAN_AGAINST: return stance <= -strongly ? 5 : 4;
    default: return unknown_class;
    }
}

static sv_status set_positions(council_view *v)
{
    const sv_stage *stage = v->stage;
    v->n_keys = n_position_classes;
    v->keys = sv_alloc(v->n_keys, sizeof *v->keys);
    if (!v->keys)
        return sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->n_keys; i++) {
        const struct position_class *class = &position_classes[i];
        uint32_t fill = stage->theme->stance[class->stance];
        /* what is known inside but not public must not be said to be unknown */
        bool unsaid = i == unknown_class && stage->options->audience == SV_PUBLIC;
        v->keys[i] = (sv_paint_key){.word = sv_stage_say(stage, unsaid ? SV_TR("no public position") : class->word),
                                    .sign = class->sign,
                                    .name = class->name,
                                    .fill = fill,
                                    .ink = sv_theme_ink_on(fill)};
    }
    return SV_OK;
}

/* The word that a group is coloured by. */
static const char *category_of(const council_view *v, size_t group)
{
    const sv_council_group *g = &v->council.groups[group];
    return v->by_party && *g->party ? g->party : g->name;
}

static int by_use(const void *left, const void *right)
{
    const sv_paint_key *a = left, *b = right;
    if (a->used != b->used)
        return a->used > b->used ? -1 : 1;
    return strcmp(a->word, b->word);
}

/* A colour for each group, or party: the largest first, so that they are the ones with colours of their own. */
static sv_status set_categories(council_view *v)
{
    const sv_council *council = &v->council;
    v->keys = sv_alloc(council->n_groups, sizeof *v->keys);
    if (!v->keys)
        return sv_stage_no_memory(v->stage);
    for (size_t g = 0; g < council->n_groups; g++) {
        size_t key = 0;
        while (key < v->n_keys && !sv_text_same(v->keys[key].word, category_of(v, g)))
            key++;
        if (key == v->n_keys)
            v->keys[v->n_keys++].word = category_of(v, g);
        v->keys[key].used += council->groups[g].seats;
    }
    qsort(v->keys, v->n_keys, sizeof *v->keys, by_use);
    if (!sv_paint_categories(v->keys, v->n_keys, v->stage->theme, &v->stage->texts))
        return sv_stage_no_memory(v->stage);
    for (size_t g = 0; g < council->n_groups; g++)
        for (size_t key = 0; key < v->n_keys; key++)
            if (sv_text_same(v->keys[key].word, category_of(v, g)))
                v->key_of_group[g] = key;
    for (size_t key = 0; key < v->n_keys; key++)
        v->keys[key].used = 0; /* counted again with the seats */
    return SV_OK;
}

/* A group, or a seat, on its way to its place. */
typedef struct sorted {
    double stance;
    size_t rank, group_rank, number, seats;
    bool coalition;
} sorted;

static int by_group(const void *left, const void *right)
{
    const sorted *a = left, *b = right;
    if (a->stance > b->stance || a->stance < b->stance)
        return a->stance > b->stance ? -1 : 1;
    if (a->coalition != b->coalition)
        return a->coalition ? -1 : 1;
    if (a->seats != b->seats)
        return a->seats > b->seats ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

/* The groups in their order, by rank; those of one party beside each other where colours are parties. */
static sv_status rank_groups(council_view *v)
{
    const sv_council *council = &v->council;
    size_t n = council->n_groups, rank = 0;
    sorted *groups = sv_alloc(n, sizeof *groups);
    bool *ranked = sv_alloc(n, sizeof *ranked);
    sv_status status = groups && ranked ? SV_OK : sv_stage_no_memory(v->stage);
    for (size_t g = 0; g < n && status == SV_OK; g++) {
        const sv_council_group *group = &council->groups[g];
        groups[g] =
            (sorted){.stance = isnan(group->stance) ? 0 : group->stance, .number = g, .seats = group->seats, .coalition = group->coalition};
    }
    if (status == SV_OK)
        qsort(groups, n, sizeof *groups, by_group);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        for (size_t k = i; k < n; k++) {
            size_t g = groups[k].number;
            bool together = k == i || (v->by_party && v->key_of_group[g] == v->key_of_group[groups[i].number]);
            if (ranked[g] || !together)
                continue;
            ranked[g] = true;
            v->group_rank[g] = rank++;
        }
    free(groups);
    free(ranked);
    return status;
}

static int by_place(const void *left, const void *right)
{
    const sorted *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->group_rank != b->group_rank)
        return a->group_rank < b->group_rank ? -1 : 1;
    if (a->stance > b->stance || a->stance < b->stance)
        return a->stance > b->stance ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static sv_status order_seats(council_view *v)
{
    static const size_t from_right[SV_LEANS] = {[SV_LEAN_FOR] = 0, [SV_LEAN_UNDECIDED] = 1, [SV_LEAN_UNKNOWN] = 2, [SV_LEAN_AGAINST] = 3};
    const sv_council *council = &v->council;
    sorted *seats = sv_alloc(council->n_seats, sizeof *seats);
    if (!seats)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < council->n_seats; i++) {
        const sv_seat *seat = &council->seats[i];
        seats[i] = (sorted){.rank = v->by_position ? from_right[sv_lean_of(seat->stance)] : 0,
                            .group_rank = v->group_rank[seat->group],
                            .stance = isnan(seat->stance) ? 0 : seat->stance,
                            .number = i};
    }
    qsort(seats, council->n_seats, sizeof *seats, by_place);
    for (size_t i = 0; i < council->n_seats; i++) {
        const sv_seat *seat = &council->seats[seats[i].number];
        v->seats[i] = seats[i].number;
        v->key[i] = v->by_position ? class_of(seat->stance) : v->key_of_group[seat->group];
        v->keys[v->key[i]].used++;
        v->leans[sv_lean_of(seat->stance)]++;
        v->assumed += council_assumed(v, i);
        v->unnamed += seat->member == SV_NO_ROW;
    }
    free(seats);
    return SV_OK;
}

static void find_blocks(council_view *v)
{
    for (size_t i = 0; i < v->council.n_seats; i++) {
        size_t group = council_seat_at(v, i)->group;
        if (!v->n_blocks || v->blocks[v->n_blocks - 1].group != group)
            v->blocks[v->n_blocks++] = (council_block){.first = i, .group = group};
        v->blocks[v->n_blocks - 1].n++;
    }
    for (size_t b = 0; b < v->n_blocks; b++) {
        const sv_council_group *group = &v->council.groups[v->blocks[b].group];
        const char *n = sv_stage_number(v->stage, (double)v->blocks[b].n);
        const char *of = sv_stage_fill(v->stage, SV_TR("{a} of {b}"), n, sv_stage_number(v->stage, (double)group->seats), NULL);
        sv_text text = {0};
        sv_text_addf(&text, "%s" NO_BREAK_SPACE, group->name); /* the number never alone on a line */
        for (const char *at = v->blocks[b].n < group->seats ? of : n; *at; at++)
            sv_text_add_n(&text, *at == ' ' ? NO_BREAK_SPACE : at, *at == ' ' ? strlen(NO_BREAK_SPACE) : 1);
        v->blocks[b].text = sv_stage_keep(v->stage, &text);
    }
}

/* Initial and family name; two that come out the same keep their whole names. */
static void shorten_names(council_view *v)
{
    size_t n = v->council.n_seats;
    for (size_t i = 0; i < n; i++) {
        sv_text name = {0};
        if (council_seat_at(v, i)->member == SV_NO_ROW)
            continue;
        sv_short_name(sv_map_actor(v->stage->map, council_seat_at(v, i)->member)->name, &name);
        v->names[i] = sv_stage_keep(v->stage, &name);
    }
    for (size_t i = 0; i < n; i++) {
        bool twin = false;
        for (size_t k = 0; k < n && v->names[i]; k++) {
            bool same = k != i && v->names[k] && strcmp(v->names[i], v->names[k]) == 0;
            if (same && k > i)
                v->names[k] = sv_map_actor(v->stage->map, council_seat_at(v, k)->member)->name;
            twin |= same;
        }
        if (twin)
            v->names[i] = sv_map_actor(v->stage->map, council_seat_at(v, i)->member)->name;
    }
    for (size_t i = 0; i < n; i++) {
        const char *bound = v->names[i] ? strstr(v->names[i], NO_BREAK_SPACE) : NULL;
        sv_text name = {0};
        v->loose_names[i] = v->names[i];
        if (!bound)
            continue;
        sv_text_add_n(&name, v->names[i], (size_t)(bound - v->names[i]));
        sv_text_addf(&name, " %s", bound + strlen(NO_BREAK_SPACE));
        v->loose_names[i] = sv_stage_keep(v->stage, &name);
    }
}

sv_status council_arrange(council_view *v)
{
    size_t seats = v->council.n_seats, groups = v->council.n_groups;
    sv_status status;
    v->key_of_group = sv_alloc(groups, sizeof *v->key_of_group);
    v->group_rank = sv_alloc(groups, sizeof *v->group_rank);
    v->seats = sv_alloc(seats, sizeof *v->seats);
    v->key = sv_alloc(seats, sizeof *v->key);
    v->names = sv_alloc(seats, sizeof *v->names);
    v->loose_names = sv_alloc(seats, sizeof *v->loose_names);
    v->blocks = sv_alloc(seats, sizeof *v->blocks);
    if (!v->key_of_group || !v->group_rank || !v->seats || !v->key || !v->names || !v->loose_names || !v->blocks)
        return sv_stage_no_memory(v->stage);
    for (size_t g = 0; g < groups; g++)
        v->any_coalition |= v->council.groups[g].coalition;
    status = v->by_position ? set_positions(v) : set_categories(v);
    if (status == SV_OK)
        status = rank_groups(v);
    if (status == SV_OK)
        status = order_seats(v);
    if (status != SV_OK)
        return status;
    find_blocks(v);
    shorten_names(v);
    return SV_OK;
}
