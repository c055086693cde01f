/* SPDX-License-Identifier: MIT */
/*
 * Boxes placed by Graphviz: neato (stress), sfdp (springs, for many boxes) or dot (layers, left to right).
 *
 * Labels and the routes of lines are left out, as they cost most and change nothing here. Boxes without ties are
 * not given to the engine, which is slow on them and scatters them: they stand in rows below. Pinned boxes
 * come out exactly where they went in; only neato knows pins, so with sfdp the whole is turned and scaled onto them.
 */
#include "render.h"

#include "finish.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define POINTS_IN_INCH 72.0
#define ROW_GAP 16.0
enum { stress_most = 1000, pack_tight_most = 30, layers_quick_from = 60 };

typedef struct layout {
    sv_placement *p;
    Agraph_t *graph;
    Agnode_t **nodes;   /* NULL for a box that stands apart */
    size_t *group;      /* for finding the groups that hang together */
    size_t n_nodes, n_groups;
    bool pinned, positions; /* some box is / has */
    const char *engine;
} layout;

static size_t group_of(size_t *group, size_t i)
{
    while (group[i] != i)
        i = group[i] = group[group[i]];
    return i;
}

static bool is_pinned(const sv_placement *p, size_t i)
{
    return p->pinned && p->pinned[i];
}

/* Who takes part, how many groups they form, and with which engine. */
static bool survey(layout *l)
{
    sv_placement *p = l->p;
    bool *takes_part = sv_alloc(p->n_boxes, sizeof *takes_part);
    l->nodes = sv_alloc(p->n_boxes, sizeof *l->nodes);
    l->group = sv_alloc(p->n_boxes, sizeof *l->group);
    if (!takes_part || !l->nodes || !l->group) {
        free(takes_part);
        return false;
    }
    for (size_t i = 0; i < p->n_boxes; i++) {
        l->group[i] = i;
        takes_part[i] = isfinite(p->x[i]);
        l->pinned |= is_pinned(p, i);
        l->positions |= takes_part[i];
    }
    for (size_t i = 0; i < p->n_ties; i++)
        if (p->from[i] != p->to[i]) {
            takes_part[p->from[i]] = takes_part[p->to[i]] = true;
            l->group[group_of(l->group, p->from[i])] = group_of(l->group, p->to[i]);
        }
    l->engine = p->engine == SV_ENGINE_DOT ? "dot" : p->engine == SV_ENGINE_SFDP ? "sfdp" : "neato";
    l->graph = agopen("boxes", p->engine == SV_ENGINE_DOT ? Agdirected : Agundirected, NULL);
    for (size_t i = 0; i < p->n_boxes; i++) {
        char name[24];
        snprintf(name, sizeof name, "m%zu", i);
        l->nodes[i] = takes_part[i] ? agnode(l->graph, name, 1) : NULL;
        l->n_nodes += takes_part[i];
        l->n_groups += takes_part[i] && l->group[i] == i;
    }
    free(takes_part);
    if (p->engine == SV_ENGINE_SFDP && l->pinned && l->n_nodes <= stress_most)
        l->engine = "neato";
    return true;
}

/* True when boxes that may not move must be respected by the removal of overlaps, so that prism cannot do it. */
static bool is_held(const layout *l)
{
    return l->p->engine != SV_ENGINE_DOT && (l->pinned || (l->positions && l->engine[0] == 's'));
}

static void set_graph(const layout *l)
{
    Agraph_t *g = l->graph;
    double sum = 0;
    lay_default(g, AGRAPH, "splines", "");
    lay_default(g, AGRAPH, "overlap", l->p->spread && !is_held(l) ? "prism" : "true");
    lay_default(g, AGRAPH, "inputscale", "72");
    lay_default(g, AGRAPH, "notranslate", "true");
    lay_default(g, AGRAPH, "rankdir", "LR");
    if (l->p->n_ties > layers_quick_from) { /* few crossings fewer are not worth a tenfold wait */
        lay_default(g, AGRAPH, "nslimit", "1");
        lay_default(g, AGRAPH, "mclimit", "0.3");
    }
    if (l->n_groups > 1 && !l->positions && l->p->engine != SV_ENGINE_DOT) {
        lay_default(g, AGRAPH, "pack", "16");
        lay_default(g, AGRAPH, "packmode", l->n_groups > pack_tight_most ? "array" : "node");
    }
    for (size_t i = 0; l->p->length && i < l->p->n_ties; i++)
        sum += l->p->length[i];
    if (sum > 0) {
        char number[32];
        sv_number_write(sum / (double)l->p->n_ties / POINTS_IN_INCH, number);
        lay_default(g, AGRAPH, "K", number);
    }
}

static void add_boxes(const layout *l)
{
    sv_placement *p = l->p;
    Agsym_t *width = agattr(l->graph, AGNODE, "width", "1"), *height = agattr(l->graph, AGNODE, "height", "1");
    Agsym_t *pos = l->positions && l->engine[0] == 'n' ? agattr(l->graph, AGNODE, "pos", "") : NULL;
    lay_default(l->graph, AGNODE, "label", "");
    lay_default(l->graph, AGNODE, "shape", "box");
    lay_default(l->graph, AGNODE, "fixedsize", "true");
    for (size_t i = 0; i < p->n_boxes; i++) {
        char place[80];
        if (!l->nodes[i])
            continue;
        lay_set_number(l->nodes[i], width, fmax(p->width[i], 1) / POINTS_IN_INCH);
        lay_set_number(l->nodes[i], height, fmax(p->height[i], 1) / POINTS_IN_INCH);
        if (!pos || !isfinite(p->x[i]))
            continue;
        snprintf(place, sizeof place, "%.4f,%.4f%s", p->x[i], p->y[i], is_pinned(p, i) ? "!" : "");
        lay_set(l->nodes[i], pos, place);
    }
}

static void add_ties(const layout *l)
{
    const sv_placement *p = l->p;
    Agsym_t *length = p->length && l->engine[0] == 'n' ? agattr(l->graph, AGEDGE, "len", "1") : NULL;
    for (size_t i = 0; i < p->n_ties; i++) {
        Agedge_t *tie;
        if (p->from[i] == p->to[i])
            continue;
        tie = agedge(l->graph, l->nodes[p->from[i]], l->nodes[p->to[i]], NULL, 1);
        if (length && p->length[i] > 0)
            lay_set_number(tie, length, p->length[i] / POINTS_IN_INCH);
    }
}

/*
 * The turn, scale and shift (z -> a z + b in complex numbers, by least squares) that brings the engine's places onto
 * the given ones. A layout by neato around pins needs only the shift.
 */
static void find_fit(const layout *l, double turn[2], double centre[2], double target[2])
{
    double n = 0, below = 0, along[2] = {0, 0};
    for (size_t i = 0; i < l->p->n_boxes; i++)
        if (l->nodes[i] && isfinite(l->p->x[i]) && (!l->pinned || is_pinned(l->p, i))) {
            centre[0] += ND_coord(l->nodes[i]).x, centre[1] += ND_coord(l->nodes[i]).y;
            target[0] += l->p->x[i], target[1] += l->p->y[i];
            n++;
        }
    centre[0] /= n, centre[1] /= n, target[0] /= n, target[1] /= n;
    turn[0] = 1, turn[1] = 0;
    for (size_t i = 0; i < l->p->n_boxes && l->engine[0] == 's'; i++)
        if (l->nodes[i] && isfinite(l->p->x[i]) && (!l->pinned || is_pinned(l->p, i))) {
            double u = ND_coord(l->nodes[i]).x - centre[0], v = ND_coord(l->nodes[i]).y - centre[1];
            double x = l->p->x[i] - target[0], y = l->p->y[i] - target[1];
            along[0] += u * x + v * y;
            along[1] += u * y - v * x;
            below += u * u + v * v;
        }
    if (below > 0 && hypot(along[0], along[1]) > 0)
        turn[0] = along[0] / below, turn[1] = along[1] / below;
}

/*
 * Prism adds its forces up in the order of a table sorted by addresses in memory, so the last digits differ from
 * run to run; places are rounded far above those and far below what can be seen.
 */
static double rounded(double points)
{
    return round(points * 100) / 100;
}

static sv_status take_places(const layout *l, sv_error *error)
{
    sv_placement *p = l->p;
    double turn[2] = {1, 0}, centre[2] = {0, 0}, target[2] = {0, 0};
    if (is_held(l))
        find_fit(l, turn, centre, target);
    for (size_t i = 0; i < p->n_boxes; i++) {
        double u, v;
        if (!l->nodes[i] || (is_held(l) && is_pinned(p, i)))
            continue;
        u = ND_coord(l->nodes[i]).x - centre[0];
        v = ND_coord(l->nodes[i]).y - centre[1];
        p->x[i] = target[0] + turn[0] * u - turn[1] * v;
        p->y[i] = target[1] + turn[0] * v + turn[1] * u;
        if (!isfinite(p->x[i]) || !isfinite(p->y[i]))
            return sv_error_set(error, SV_E_RENDERER_FAILED, "the layout put a box nowhere", NULL);
    }
    return p->spread && is_held(l) ? spread_around_pins(p, error) : SV_OK;
}

/* Boxes without ties: rows below the rest, as wide as the rest or as a page on its side. */
static void add_rows(const layout *l)
{
    sv_placement *p = l->p;
    double left = 0, right = 0, bottom = 0, area = 0, x, row = 0;
    bool first = true;
    for (size_t i = 0; i < p->n_boxes; i++) {
        if (!l->nodes[i]) {
            area += (p->width[i] + ROW_GAP) * (p->height[i] + ROW_GAP);
            continue;
        }
        left = first ? p->x[i] - p->width[i] / 2 : fmin(left, p->x[i] - p->width[i] / 2);
        right = first ? p->x[i] + p->width[i] / 2 : fmax(right, p->x[i] + p->width[i] / 2);
        bottom = first ? p->y[i] - p->height[i] / 2 : fmin(bottom, p->y[i] - p->height[i] / 2);
        first = false;
    }
    right = fmax(right, left + sqrt(area * 1.6));
    x = left;
    bottom -= first ? 0 : ROW_GAP;
    for (size_t i = 0; i < p->n_boxes; i++) {
        if (l->nodes[i])
            continue;
        if (x > left && x + p->width[i] > right) {
            x = left;
            bottom -= row + ROW_GAP;
            row = 0;
        }
        p->x[i] = x + p->width[i] / 2;
        p->y[i] = bottom - p->height[i] / 2;
        x += p->width[i] + ROW_GAP;
        row = fmax(row, p->height[i]);
    }
}

sv_status render_place(GVC_t *context, sv_placement *placement, sv_error *error)
{
    layout l = {.p = placement};
    sv_status status = SV_OK;
    if (!survey(&l)) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    if (l.n_nodes) {
        set_graph(&l);
        add_boxes(&l);
        add_ties(&l);
        srand(42); /* sfdp and neato draw from these; without it the second picture differs from the first */
        srand48(42);
        status = lay_out(context, l.graph, l.engine, error);
        if (!status)
            status = take_places(&l, error);
    }
    if (!status)
        add_rows(&l);
    for (size_t i = 0; i < placement->n_boxes && !status; i++)
        if (!is_pinned(placement, i)) {
            placement->x[i] = rounded(placement->x[i]);
            placement->y[i] = rounded(placement->y[i]);
        }
done:
    lay_free(context, l.graph);
    free(l.nodes);
    free(l.group);
    return status;
}
