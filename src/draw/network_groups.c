/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Groups: above 150 actors a network is a tangle in every layout, so its communities are drawn: a disc each, with how many
 * actors it has and the names of those who count most in it, and a line for the ties between two of them, with their number.
 * Whoever is tied to nobody is in no group, and is counted.
 */
#include "network_groups.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arrange.h"
#include "cast.h"
#include "lines.h"
#include "speech.h"
#include "wrap.h"

enum { actors_most = 150, groups_most = 60, names_most = 3, name_width = 20 };
static const double line_least = 0.6, line_more = 0.9, line_most = 7; /* width of lines, by the root of how many ties they stand for */
static const double lines_each = 2.2;                                 /* lines for a group that can be told apart, on average */

typedef struct group {
    size_t size, named;
    size_t members[names_most]; /* rows of the first in rank */
    bool own;
} group;

typedef struct groups_view {
    sv_stage *stage;
    const double *community;
    group *groups; /* by number, from 0 */
    size_t n_groups, n_shown, n_alone, names;
    size_t *ties;                 /* n_shown x n_shown: how many run between two */
    size_t ties_most, ties_least; /* of those that are drawn; weaker ones only where they are the strongest of a group */
    bool some_left;               /* and there are such */
    sv_scene scene;               /* only its lines: groups in the place of actors */
    sv_look *looks;
    sv_arrangement arrangement;
} groups_view;

bool sv_network_is_grouped(const sv_network *network, const sv_draw_options *options)
{
    const sv_map *map = sv_network_map(network);
    bool placed = sv_map_has(map, SV_ACTORS, SV_ACTOR_X) && sv_map_has(map, SV_ACTORS, SV_ACTOR_Y);
    return sv_network_actors(network) > actors_most && !placed && !options->all && !options->top && !options->group;
}

/* The number a text is: digits alone, above 0; 0 when it is none. */
static size_t number_in(const char *text)
{
    size_t n = strspn(text, "0123456789");
    return n && !text[n] && n < 9 ? strtoul(text, NULL, 10) : 0;
}

sv_status sv_network_open_group(const sv_stage *stage, bool **wanted, size_t *number)
{
    const char *asked = stage->options->group;
    const double *community = sv_scores_column(stage->scores, sv_score_find("community"));
    size_t n = sv_network_actors(stage->network), actor, highest = 0;
    char most[24];
    *wanted = NULL;
    *number = 0;
    if (!asked)
        return SV_OK;
    for (size_t v = 0; v < n; v++)
        highest = (size_t)community[v] > highest ? (size_t)community[v] : highest;
    actor = sv_map_find_actor(stage->map, asked);
    if (actor != SV_NO_ROW && sv_network_vertex(stage->network, actor) != SV_NO_ROW)
        *number = (size_t)community[sv_network_vertex(stage->network, actor)];
    else
        *number = number_in(asked);
    snprintf(most, sizeof most, "%zu", highest);
    if (*number == 0 || *number > highest)
        return sv_error_set(stage->error, SV_E_COMMUNITY_NONE, asked, most);
    *wanted = sv_alloc(sv_map_rows(stage->map, SV_ACTORS), sizeof **wanted);
    for (size_t v = 0; *wanted && v < n; v++)
        (*wanted)[sv_network_actor(stage->network, v)] = (size_t)community[v] == *number;
    return *wanted ? SV_OK : sv_stage_no_memory(stage);
}

/* Who is in which group, the names of those highest first. */
static sv_status gather(groups_view *v)
{
    const sv_stage *stage = v->stage;
    size_t n = sv_network_actors(stage->network), *order = sv_alloc(n, sizeof *order);
    sv_status status = order ? sv_scores_rank(stage->scores, stage->score, order, stage->error) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        v->n_groups = fmax((double)v->n_groups, v->community[i]);
    v->groups = sv_alloc(v->n_groups, sizeof *v->groups);
    if (status == SV_OK && !v->groups)
        status = sv_stage_no_memory(stage);
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        group *in = &v->groups[(size_t)v->community[order[i]] - 1];
        size_t row = sv_network_actor(stage->network, order[i]);
        in->size++;
        in->own |= sv_map_actor(stage->map, row)->own;
        if (in->named < names_most)
            in->members[in->named++] = row;
    }
    for (size_t i = 0; i < v->n_groups && status == SV_OK; i++) {
        v->n_alone += v->groups[i].size == 1;
        v->n_shown += v->groups[i].size > 1 && v->n_shown < groups_most;
    }
    free(order);
    return status;
}

/* How many ties run between any two of those shown, as lines. */
static sv_status count_ties(groups_view *v)
{
    const sv_network *network = v->stage->network;
    size_t n = v->n_shown;
    v->ties = sv_alloc(n * n, sizeof *v->ties);
    if (!v->ties)
        return sv_stage_no_memory(v->stage);
    for (size_t i = 0; i < sv_network_ties(network); i++) {
        size_t from, to, a, b;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        a = (size_t)v->community[from] - 1;
        b = (size_t)v->community[to] - 1;
        if (a != b && a < n && b < n)
            v->ties[a < b ? a * n + b : b * n + a]++;
    }
    v->ties_most = 0;
    for (size_t i = 0; i < n * n; i++)
        v->ties_most = v->ties[i] > v->ties_most ? v->ties[i] : v->ties_most;
    return SV_OK;
}

/* From how many ties on a line is drawn: so that there are about as many lines as can be told apart. */
static void choose_least(groups_view *v)
{
    size_t n = v->n_shown, allowed = (size_t)(lines_each * (double)n) + 8;
    for (v->ties_least = 1; v->ties_least < v->ties_most; v->ties_least++) {
        size_t lines = 0;
        for (size_t i = 0; i < n * n; i++)
            lines += v->ties[i] >= v->ties_least;
        if (lines <= allowed)
            return;
    }
}

/* The strongest line of a group, the first of equal ones. */
static size_t strongest_of(const groups_view *v, size_t i)
{
    size_t n = v->n_shown, best = SV_NO_ROW, most = 0;
    for (size_t k = 0; k < n; k++) {
        size_t many = i < k ? v->ties[i * n + k] : v->ties[k * n + i];
        if (k != i && many > most) {
            most = many;
            best = k;
        }
    }
    return best;
}

/* The lines that are drawn: the strong ones, and of every group at least its strongest. */
static sv_status choose_lines(groups_view *v)
{
    size_t n = v->n_shown;
    choose_least(v);
    v->some_left = false;
    v->scene = (sv_scene){.n = n, .n_scored = n, .n_all = n};
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++) {
            size_t many = v->ties[a * n + b];
            bool weak = many < v->ties_least && strongest_of(v, a) != b && strongest_of(v, b) != a;
            v->some_left |= many > 0 && weak;
            if (!many || weak)
                continue;
            if (!sv_grow(&v->scene.links, &v->scene.links_capacity, v->scene.n_links + 1, sizeof *v->scene.links))
                return sv_stage_no_memory(v->stage);
            v->scene.links[v->scene.n_links++] = (sv_link){.from = a, .to = b, .strength = 4 * sqrt((double)many / (double)v->ties_most)};
        }
    return SV_OK;
}

/* "group 3", and the names below it, each broken at its words. */
static const char *label_of(groups_view *v, size_t i)
{
    sv_text text = {0};
    sv_text_add(&text, sv_stage_fill(v->stage, SV_TR("group {a}"), sv_stage_number(v->stage, (double)i + 1), NULL, NULL));
    for (size_t k = 0; k < v->groups[i].named && k < v->names; k++) {
        sv_text_add(&text, k ? ",\n" : "\n"); /* a name may take two lines: commas tell where the next begins */
        sv_wrap(sv_map_actor(v->stage->map, v->groups[i].members[k])->name, name_width, name_width, 3, &text);
    }
    return sv_stage_keep(v->stage, &text);
}

static void set_looks(groups_view *v)
{
    double least = (double)v->groups[v->n_shown - 1].size, most = (double)v->groups[0].size, scale = v->stage->page->scale;
    for (size_t i = 0; i < v->n_shown; i++) {
        bool own = v->groups[i].own;
        v->looks[i] = (sv_look){.name = label_of(v, i),
                                .in_lines = true,
                                .shape = SV_SHAPE_CIRCLE,
                                .share = most > least ? ((double)v->groups[i].size - least) / (most - least) : 0.5,
                                .ring = own,
                                .around = scale * (own ? SV_RING_OFF + SV_RING_WIDTH / 2 : SV_BORDER_USUAL / 2)};
    }
}

static sv_mark disc(const sv_stage *stage, double across)
{
    return (sv_mark){.shape = SV_SHAPE_CIRCLE,
                     .width = across,
                     .height = across,
                     .fill = stage->theme->zone[1],
                     .stroke = stage->theme->outline,
                     .stroke_width = SV_BORDER_USUAL * stage->page->scale};
}

static double width_of(const groups_view *v, size_t ties)
{
    return v->stage->page->scale * fmin(line_most, line_least + line_more * sqrt((double)ties));
}

static void fill_legend(groups_view *v)
{
    sv_stage *stage = v->stage;
    double scale = stage->page->scale;
    bool own = false;
    size_t least = v->ties_most;
    sv_legend_entry size = {.mark = disc(stage, 9 * scale), .around = disc(stage, 19 * scale)};
    sv_legend_clear(&stage->legend);
    if (v->groups[0].size > v->groups[v->n_shown - 1].size) {
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Size: actors in the group")));
        size.text = sv_stage_fill(stage, SV_TR("{a} (small) to {b} (large)"), sv_stage_number(stage, (double)v->groups[v->n_shown - 1].size),
                                  sv_stage_number(stage, (double)v->groups[0].size), NULL);
        sv_legend_add(&stage->legend, &size);
    }
    for (size_t i = 0; i < v->n_shown; i++)
        own |= v->groups[i].own;
    if (own) {
        sv_legend_entry us = {
            .text = sv_stage_say(stage, SV_TR("we are in it")), .mark = disc(stage, 10 * scale), .around = disc(stage, 16 * scale)};
        us.around.stroke = stage->theme->own;
        us.around.stroke_width = SV_RING_WIDTH * scale;
        us.around.fill = stage->theme->page;
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Border")));
        sv_legend_add(&stage->legend, &us);
    }
    if (v->scene.n_links == 0)
        return;
    for (size_t i = 0; i < v->scene.n_links; i++) {
        size_t many = v->ties[v->scene.links[i].from * v->n_shown + v->scene.links[i].to];
        least = many < least ? many : least;
    }
    sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Lines: ties between two groups")));
    sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_number(stage, (double)least),
                                                     .line = {.colour = stage->theme->tie, .width = width_of(v, least)}});
    if (least < v->ties_most)
        sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_number(stage, (double)v->ties_most),
                                                         .line = {.colour = stage->theme->tie, .width = width_of(v, v->ties_most)}});
    if (v->some_left)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_fill(stage, SV_TR("fewer than {a}: only the strongest of each group"),
                                                               sv_stage_number(stage, (double)v->ties_least), NULL, NULL)});
}

/* "44 of 51 groups shown, with 4,900 of 5,000 actors", and who is tied to nobody. */
static const char *left_out(groups_view *v)
{
    sv_stage *stage = v->stage;
    size_t all = v->n_groups - v->n_alone;
    sv_text text = {0};
    if (v->n_shown < all)
        sv_speech_join(&text, "",
                       sv_stage_fill(stage, SV_TR("{a} of {b} groups shown: the largest"), sv_stage_number(stage, (double)v->n_shown),
                                     sv_stage_number(stage, (double)all), NULL));
    if (v->n_alone)
        sv_speech_join(
            &text, "  ·  ",
            sv_stage_fill(stage,
                          v->n_alone == 1 ? SV_TR("{a} actor without ties is not on it") : SV_TR("{a} actors without ties are not on it"),
                          sv_stage_number(stage, (double)v->n_alone), NULL, NULL));
    return sv_stage_keep(stage, &text);
}

static sv_status set_frame(groups_view *v)
{
    sv_stage *stage = v->stage;
    const char *actors = sv_stage_number(stage, (double)sv_network_actors(stage->network));
    const sv_frame frame = {
        .sentence = sv_stage_fill(
            stage,
            SV_TR("Each disc is a group with more ties within it than with others. The number is how many of the {a} actors it has; the "
                  "names are those highest on {b}."),
            actors, sv_stage_score_name(stage), NULL),
        .left_out = left_out(v)};
    fill_legend(v);
    return sv_stage_frame(stage, &frame);
}

/* With three names a group, or fewer where there is no room; then the largest groups only. */
static sv_status fit(groups_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status = SV_OK;
    for (v->names = names_most; status == SV_OK && !v->arrangement.clear && v->n_shown > 0;) {
        sv_scene_clear(&v->scene);
        free(v->ties);
        v->ties = NULL;
        status = sv_stage_tell(stage, SV_TR("placing groups"), 0.2);
        if (status == SV_OK)
            status = count_ties(v);
        if (status == SV_OK)
            status = choose_lines(v);
        if (status == SV_OK)
            status = set_frame(v);
        if (status != SV_OK)
            break;
        set_looks(v);
        sv_arrange_clear(&v->arrangement);
        status = sv_arrange(stage->renderer, stage->page, &v->scene, v->looks, &stage->inside, false, &v->arrangement, stage->error);
        if (v->arrangement.clear)
            break;
        if (v->names > 1)
            v->names--;
        else
            v->n_shown -= 1 + v->n_shown / 20;
    }
    return status;
}

static void add_disc(const groups_view *v, size_t i, size_t *mark)
{
    sv_stage *stage = v->stage;
    const sv_figure *figure = &v->arrangement.figures[i];
    sv_mark one = disc(stage, v->arrangement.width[i]);
    double digits;
    char id[40];
    if (v->looks[i].ring) {
        sv_mark ring = disc(stage, v->arrangement.width[i] + 2 * SV_RING_OFF * stage->page->scale);
        snprintf(id, sizeof id, "own-%zu", i + 1);
        ring.id = id;
        ring.classes = "ring own";
        ring.x = figure->x;
        ring.y = figure->y;
        ring.fill = stage->theme->page;
        ring.stroke = stage->theme->own;
        ring.stroke_width = SV_RING_WIDTH * stage->page->scale;
        sv_picture_mark(&stage->picture, &ring);
    }
    snprintf(id, sizeof id, "group-%zu", i + 1);
    one.id = id;
    one.classes = v->groups[i].own ? "actor group own" : "actor group";
    one.tooltip = v->looks[i].name;
    one.x = figure->x;
    one.y = figure->y;
    one.text = sv_stage_number(stage, (double)v->groups[i].size);
    one.bold = true;
    one.text_colour = stage->theme->ink;
    digits = 0.72 * (double)strlen(one.text); /* how wide they are, as a share of their size */
    one.font_size = fmax(stage->page->smallest, fmin(one.height * 0.5, (one.width - 3) / digits));
    *mark = sv_picture_mark(&stage->picture, &one);
}

static void add_label(const groups_view *v, size_t i)
{
    sv_stage *stage = v->stage;
    const sv_figure *figure = &v->arrangement.figures[i];
    sv_rect box = sv_figure_label(figure);
    char id[40];
    snprintf(id, sizeof id, "label-%zu", i + 1);
    sv_picture_mark(&stage->picture, &(sv_mark){.id = id,
                                                .classes = "label",
                                                .x = (box.left + box.right) / 2,
                                                .y = (box.bottom + box.top) / 2,
                                                .width = figure->label_width,
                                                .height = figure->label_height,
                                                .fill = stage->theme->veil,
                                                .text = sv_text_get(&v->arrangement.labels[i]),
                                                .font_size = v->arrangement.font_size,
                                                .text_colour = stage->theme->ink,
                                                .align = figure->side == SV_SIDE_RIGHT  ? SV_ALIGN_LEFT
                                                         : figure->side == SV_SIDE_LEFT ? SV_ALIGN_RIGHT
                                                                                        : SV_ALIGN_CENTRE});
}

/* Lines with many ties come first: their numbers find room first, and they are drawn over. */
static int by_strength(const void *left, const void *right)
{
    const sv_link *a = left, *b = right;
    if (a->strength > b->strength || a->strength < b->strength)
        return a->strength > b->strength ? -1 : 1;
    return a->from != b->from ? (a->from < b->from ? -1 : 1) : a->to < b->to ? -1 : a->to > b->to;
}

static void add_line(const groups_view *v, const sv_strand *strand, const size_t *marks)
{
    sv_stage *stage = v->stage;
    size_t many = v->ties[strand->from * v->n_shown + strand->to];
    sv_line line = {
        .classes = "tie", .from = marks[strand->from], .to = marks[strand->to], .colour = stage->theme->tie, .width = width_of(v, many)};
    char id[60];
    snprintf(id, sizeof id, "line-%zu-%zu", strand->from + 1, strand->to + 1);
    line.id = id;
    memcpy(line.points, strand->points, sizeof line.points);
    sv_picture_line(&stage->picture, &line);
    if (!(strand->text_width > 0) || isnan(strand->text_x))
        return;
    snprintf(id, sizeof id, "ties-%zu-%zu", strand->from + 1, strand->to + 1);
    sv_picture_mark(&stage->picture, &(sv_mark){.id = id,
                                                .classes = "tie-label",
                                                .x = strand->text_x,
                                                .y = strand->text_y,
                                                .width = strand->text_width,
                                                .height = strand->text_height,
                                                .fill = stage->theme->page,
                                                .text = sv_stage_number(stage, (double)many),
                                                .font_size = stage->page->smallest,
                                                .text_colour = stage->theme->ink});
}

static sv_status add_lines(groups_view *v, const size_t *marks)
{
    sv_stage *stage = v->stage;
    size_t n = v->scene.n_links;
    sv_strand *strands = sv_alloc(n, sizeof *strands);
    sv_mark *outlines = sv_alloc(v->n_shown, sizeof *outlines);
    sv_measure *measures = sv_alloc(n, sizeof *measures);
    sv_surroundings around = {outlines, v->arrangement.figures, v->n_shown, &stage->inside};
    sv_status status = strands && outlines && measures ? SV_OK : sv_stage_no_memory(stage);
    if (status != SV_OK)
        goto done;
    if (n)
        qsort(v->scene.links, n, sizeof *v->scene.links, by_strength);
    for (size_t i = 0; i < v->n_shown; i++) {
        outlines[i] = disc(stage, v->arrangement.figures[i].width);
        outlines[i].x = v->arrangement.figures[i].x;
        outlines[i].y = v->arrangement.figures[i].y;
    }
    for (size_t i = 0; i < n; i++)
        measures[i] =
            (sv_measure){.text = sv_stage_number(stage, (double)v->ties[v->scene.links[i].from * v->n_shown + v->scene.links[i].to]),
                         .font_size = stage->page->smallest};
    status = sv_renderer_measure(stage->renderer, measures, n, stage->error);
    for (size_t i = 0; i < n; i++)
        strands[i] = (sv_strand){.from = v->scene.links[i].from,
                                 .to = v->scene.links[i].to,
                                 .text_width = measures[i].width + 2 * stage->page->scale,
                                 .text_height = measures[i].height};
    sv_lines_route(&around, strands, n, stage->page->scale);
    if (status == SV_OK && sv_lines_label(&around, strands, n, 1) == SIZE_MAX)
        status = sv_stage_no_memory(stage);
    for (size_t i = n; i-- > 0 && status == SV_OK;)
        add_line(v, &strands[i], marks);
done:
    free(strands);
    free(outlines);
    free(measures);
    return status;
}

static sv_status compose(groups_view *v)
{
    sv_stage *stage = v->stage;
    size_t *marks = sv_alloc(v->n_shown, sizeof *marks);
    sv_status status = marks ? sv_arrange_ease(stage->page, &v->scene, &stage->inside, &v->arrangement, stage->error) : sv_stage_no_memory(stage);
    for (size_t i = 0; i < v->n_shown && status == SV_OK; i++) {
        add_disc(v, i, &marks[i]);
        add_label(v, i);
        stage->report.drawn += v->groups[i].size;
    }
    if (status == SV_OK)
        status = add_lines(v, marks);
    stage->report.groups = v->n_shown;
    stage->report.left_out = sv_network_actors(stage->network) - stage->report.drawn;
    free(marks);
    return status;
}

sv_status sv_network_groups(sv_stage *stage)
{
    groups_view v = {.stage = stage, .community = sv_scores_column(stage->scores, sv_score_find("community"))};
    sv_status status = gather(&v);
    v.looks = sv_alloc(v.n_shown, sizeof *v.looks);
    if (status == SV_OK && !v.looks)
        status = sv_stage_no_memory(stage);
    if (status == SV_OK)
        status = fit(&v);
    if (status == SV_OK)
        status = compose(&v);
    free(v.groups);
    free(v.ties);
    free(v.looks);
    sv_scene_clear(&v.scene);
    sv_arrange_clear(&v.arrangement);
    return status;
}
