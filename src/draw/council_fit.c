/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How large a council is drawn: type as large as goes with every name at its seat, then seats as large as goes with that type,
 * in as many rows as that takes. Where not all names find room even in the page's smallest type, seats get numbers,
 * and the names stand in a list beside the chamber.
 */
#include <math.h>
#include <stdlib.h>

#include "council_parts.h"
#include "wrap.h"

/* A name's lines: how wide in characters, and up to how many a word stays whole. */
static const struct name_lines {
    size_t width, longest;
} name_lines[] = {{24, 26}, {14, 20}, {11, 18}, {9, 16}};
enum { n_name_lines = sizeof name_lines / sizeof *name_lines, lines_most = 3, rim_rounds = 4 };

static const double type_sizes[] = {1.5, 1.35, 1.2, 1.1, 1};                   /* of the page's smallest type */
static const double seat_sizes[] = {3.4, 3, 2.6, 2.3, 2.1};                    /* of the type of names; less would not hold a sign */
static const double numbered_sizes[] = {4, 3.6, 3.2, 2.9, 2.5, 2.1, 1.8, 1.5}; /* the same with a number in it */
static const double inner_shares[] = {0.32, 0.36, 0.4, 0.44, 0.48, 0.54, 0.6};
enum {
    n_type_sizes = sizeof type_sizes / sizeof *type_sizes,
    n_seat_sizes = sizeof seat_sizes / sizeof *seat_sizes,
    list_letters = 40, /* of a name in the list: one that is longer may not take the chamber's place */
    n_numbered_sizes = sizeof numbered_sizes / sizeof *numbered_sizes,
    n_inner_shares = sizeof inner_shares / sizeof *inner_shares
};

static const double gap_usual = 3;                     /* between any two things */
static const double rim_gap = 6;                       /* between the outer seats and the arcs around them */
static const double hub_gap = 9;                       /* around what stands in the middle */
static const double line_gap = 6;                      /* for the line to pass */
static const double rim_to_name = COUNCIL_RIM_TO_NAME; /* and from there to a group's name */
static const double label_padding = 2;                 /* in a name's box, left and right */
static const double list_share = 0.45;                 /* of the width, that a list may take */
static const double sign_gap = 3;                      /* behind the signs in it */
static const double list_gap = 14;                     /* before each of its columns */
static const size_t block_longest = 24;
static const size_t block_width = 15; /* characters in a line of a group's name */

/* ---- Measuring ---- */

/* Break and measure texts; widths and heights go into figures, as labels or as shapes. */
static sv_status measure_texts(const council_view *v, sv_text *texts, size_t n, double font_size, bool bold, sv_measure *measures)
{
    for (size_t i = 0; i < n; i++)
        measures[i] = (sv_measure){.text = sv_text_get(&texts[i]), .font_size = font_size, .bold = bold};
    return sv_renderer_measure(v->stage->renderer, measures, n, v->stage->error);
}

static sv_status wrap_names(council_view *v, const struct name_lines *lines, bool loose, sv_measure *measures)
{
    council_fit *fit = &v->fit;
    size_t n = v->council.n_seats;
    sv_status status = SV_OK;
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        sv_text_clear(&fit->labels[i]);
        if (v->names[i] && !sv_wrap(loose ? v->loose_names[i] : v->names[i], lines->width, lines->longest, lines_most, &fit->labels[i]))
            status = sv_stage_no_memory(v->stage);
    }
    if (status == SV_OK)
        status = measure_texts(v, fit->labels, n, fit->font_size, false, measures);
    fit->label_most = 0;
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        bool named = v->names[i] != NULL;
        fit->figures[i].label_width = named ? measures[i].width + 2 * label_padding : 0;
        fit->figures[i].label_height = named ? measures[i].height : 0;
        fit->label_most = fmax(fit->label_most, fit->figures[i].label_height);
    }
    return status;
}

/* The names of groups, which stand around the chamber. */
static sv_status wrap_blocks(council_view *v, sv_measure *measures)
{
    council_fit *fit = &v->fit;
    sv_figure *figures = fit->figures + v->council.n_seats;
    sv_status status = SV_OK;
    for (size_t b = 0; b < v->n_blocks; b++)
        if (!sv_wrap(v->blocks[b].text, block_width, block_longest, lines_most, &fit->block_labels[b]))
            status = sv_stage_no_memory(v->stage);
    if (status == SV_OK)
        status = measure_texts(v, fit->block_labels, v->n_blocks, v->stage->page->legend, true, measures);
    for (size_t b = 0; b < v->n_blocks && status == SV_OK; b++)
        figures[b] = (sv_figure){.width = measures[b].width + 2 * label_padding, .height = measures[b].height, .side = SV_SIDE_NOWHERE};
    return status;
}

/* What stands in the middle. */
static sv_status measure_hub(const council_view *v, council_hub *hub, bool narrow)
{
    const sv_page *page = v->stage->page;
    double width = page->title * (narrow ? 5.5 : 11);
    sv_fit big = {.font_size = page->title * 0.72, .width = width, .bold = true, .lines = 3};
    sv_fit small = {.font_size = page->subtitle, .width = width, .lines = 4};
    sv_status status = sv_wrap_fit(v->stage->renderer, hub->big, &big, &hub->big_lines, v->stage->error);
    if (status == SV_OK && *hub->small)
        status = sv_wrap_fit(v->stage->renderer, hub->small, &small, &hub->small_lines, v->stage->error);
    hub->big_size = big.font_size;
    hub->small_size = small.font_size;
    hub->big_height = big.got_height;
    hub->width = fmax(big.got_width, small.got_width);
    hub->height = big.got_height + small.got_height;
    return status;
}

/* ---- Trying ---- */

/* The largest half circle with these seats, rows and names around it; false when nothing is left of it. */
static bool size_chamber(council_view *v, const sv_rect *area, double rim)
{
    council_fit *fit = &v->fit;
    double scale = v->stage->page->scale, side = 0, above = 0, below, beside;
    const sv_figure *blocks = fit->figures + v->council.n_seats;
    for (size_t b = 0; b < v->n_blocks; b++) {
        side = fmax(side, blocks[b].width);
        above = fmax(above, blocks[b].height);
    }
    fit->rim = rim;
    beside = fit->rim + rim_to_name * scale + side;
    above += fit->rim + rim_to_name * scale;
    below = fit->across / 2 + (fit->label_most > 0 ? fit->label_most + gap_usual * scale : 0);
    fit->radius = fmin((area->right - area->left) / 2 - beside, area->top - area->bottom - above - below);
    fit->x = (area->left + area->right) / 2;
    fit->y = area->bottom + below + (area->top - area->bottom - above - below - fit->radius) / 2;
    return fit->radius > fit->across;
}

static bool seats_are_clear(council_view *v)
{
    council_fit *fit = &v->fit;
    double scale = v->stage->page->scale;
    size_t n = v->council.n_seats;
    sv_chamber_place(v->places, n, fit->rows, fit->inner);
    for (size_t i = 0; i < n; i++) {
        sv_figure *figure = &fit->figures[i];
        double far = v->places[i].distance * fit->radius;
        figure->x = fit->x + far * cos(v->places[i].angle);
        figure->y = fit->y + far * sin(v->places[i].angle);
        figure->width = figure->height = fit->across;
        figure->scale = scale;
        figure->side = figure->label_width > 0 ? SV_SIDE_BELOW : SV_SIDE_NOWHERE;
        figure->pinned = true;
        for (size_t k = 0; k < i; k++)
            if (sv_figures_touch(figure, &fit->figures[k], gap_usual * scale))
                return false;
    }
    return true;
}

/* What stands in the middle keeps clear of the seats around it and their names. */
static bool hub_is_clear(const council_view *v)
{
    const council_fit *fit = &v->fit;
    sv_figure middle = {
        .x = fit->x, .y = fit->y + v->hub->height / 2, .width = v->hub->width, .height = v->hub->height, .side = SV_SIDE_NOWHERE};
    for (size_t i = 0; i < v->council.n_seats; i++)
        if (sv_figures_touch(&middle, &fit->figures[i], hub_gap * v->stage->page->scale))
            return false;
    return true;
}

/* Near the top, where the line of the majority stands upright, there is a way for it between the names in every row. */
static bool line_is_clear(const council_view *v)
{
    const council_fit *fit = &v->fit;
    sv_chamber_gap gaps[SV_CHAMBER_ROWS_MOST];
    sv_chamber_part(v->places, v->council.n_seats, fit->rows, v->needed, gaps);
    for (size_t r = 0; r < fit->rows; r++) {
        sv_rect right, left;
        if (gaps[r].before == SIZE_MAX || gaps[r].behind == SIZE_MAX)
            continue;
        right = sv_figure_both(&fit->figures[gaps[r].before]);
        left = sv_figure_both(&fit->figures[gaps[r].behind]);
        if (right.left - left.right < line_gap * v->stage->page->scale)
            return false;
    }
    return true;
}

/* How far outside the middle of the outer row the arcs must be to keep clear of its seats and their names. */
static double rim_around(const council_view *v)
{
    const council_fit *fit = &v->fit;
    double far = fit->radius + fit->across / 2;
    for (size_t i = 0; i < v->council.n_seats; i++) {
        sv_rect box = sv_figure_label(&fit->figures[i]);
        double beside = fmax(fit->x - box.left, box.right - fit->x);
        if (fit->figures[i].label_width > 0 && box.top > fit->y) /* below the ends there is no arc */
            far = fmax(far, fmax(hypot(beside, fmax(box.bottom - fit->y, 0)), hypot(beside, box.top - fit->y)));
    }
    return far - fit->radius + rim_gap * v->stage->page->scale;
}

/* Try one size of seats in so many rows. The rim is known once they stand: then once more with that. */
static bool try_rows(council_view *v, const sv_rect *area)
{
    double rim = v->fit.across / 2 + rim_gap * v->stage->page->scale;
    for (int round = 0; round < rim_rounds; round++) {
        if (!size_chamber(v, area, rim) || !seats_are_clear(v) || !hub_is_clear(v) || (!v->fit.line_crosses && !line_is_clear(v)))
            return false;
        if (rim_around(v) <= rim + 0.01)
            return true;
        rim = rim_around(v);
    }
    return true;
}

/* The first of these sizes, from large to small, with which everything is clear. */
static bool find_size(council_view *v, const sv_rect *area, const double *sizes, size_t n_sizes)
{
    size_t rows_most = v->council.n_seats < SV_CHAMBER_ROWS_MOST ? v->council.n_seats : SV_CHAMBER_ROWS_MOST;
    for (size_t s = 0; s < n_sizes; s++)
        for (size_t hub = 0; hub < council_hubs; hub++)
            for (size_t rows = 1; rows <= rows_most; rows++)
                for (size_t i = 0; i < n_inner_shares; i++) {
                    v->hub = &v->hubs[hub];
                    v->fit.across = sizes[s] * v->fit.font_size;
                    v->fit.rows = rows;
                    v->fit.inner = inner_shares[i];
                    if (try_rows(v, area))
                        return true;
                }
    return false;
}

/*
 * The largest type first. Only when no size goes, an initial may stand on a line of its own; and after that the line may run behind a
 * name near it.
 */
static sv_status try_names(council_view *v, sv_measure *measures, bool *found)
{
    sv_status status = SV_OK;
    for (int loose = 0; loose <= 2; loose++)
        for (size_t s = 0; s < n_type_sizes; s++)
            for (size_t k = 0; k < n_name_lines && status == SV_OK && !*found; k++) {
                v->fit.font_size = type_sizes[s] * v->stage->page->smallest;
                v->fit.line_crosses = loose == 2;
                status = wrap_names(v, &name_lines[k], loose > 0, measures);
                *found = status == SV_OK && find_size(v, &v->stage->inside, seat_sizes, n_seat_sizes);
            }
    return status;
}

/* ---- Numbers and a list ---- */

/* "14 J. de Vries", the numbers as wide as each other. Before each stands its sign. */
static sv_status write_list(council_view *v, sv_measure *measures)
{
    council_fit *fit = &v->fit;
    const sv_page *page = v->stage->page;
    double width = 0, height = v->stage->inside.top - v->stage->inside.bottom, most;
    size_t columns;
    sv_status status;
    for (size_t i = 0; i < v->council.n_seats; i++) {
        sv_text name = {0};
        sv_text_clear(&fit->labels[i]);
        fit->figures[i].label_width = fit->figures[i].label_height = 0;
        if (v->names[i] && sv_wrap(v->names[i], list_letters, list_letters, 1, &name))
            sv_text_addf(&fit->labels[i], "%s%s%zu  %s", i + 1 < 10 ? "\u2007" : "",
                         i + 1 < 100 && v->council.n_seats >= 100 ? "\u2007" : "", i + 1, sv_text_get(&name));
        fit->labels[i].failed |= name.failed;
        sv_text_clear(&name);
        if (fit->labels[i].failed)
            return sv_stage_no_memory(v->stage);
    }
    status = measure_texts(v, fit->labels, v->council.n_seats, page->smallest, false, measures);
    fit->list = (council_list){.line = page->smallest * 1.25};
    for (size_t i = 0; i < v->council.n_seats && status == SV_OK; i++)
        if (v->names[i]) {
            width = fmax(width, measures[i].width + 2 * label_padding);
            fit->list.shown++;
        }
    fit->list.sign = 2.1 * page->smallest;
    fit->list.sign_gap = sign_gap * page->scale;
    fit->list.text = width;
    fit->list.column = list_gap * page->scale + fit->list.sign + fit->list.sign_gap + width;
    fit->list.rows = (size_t)fmax(1, floor(height / fit->list.line));
    most = floor(list_share * (v->stage->inside.right - v->stage->inside.left) / fit->list.column);
    columns = (fit->list.shown + fit->list.rows - 1) / fit->list.rows;
    if ((double)columns > most)
        columns = (size_t)fmax(1, most);
    if (fit->list.shown > columns * fit->list.rows)
        fit->list.shown = columns * fit->list.rows;
    fit->list.rows = (fit->list.shown + columns - (columns > 0)) / (columns ? columns : 1); /* even columns */
    fit->list.width = (double)columns * fit->list.column;
    return status;
}

/* The chamber beside its list; without the middle's words or the groups' names where nothing else goes. */
static sv_status try_numbers(council_view *v, sv_measure *measures)
{
    sv_rect area = v->stage->inside;
    bool found;
    sv_status status;
    v->fit.numbered = v->fit.line_crosses = true; /* there are no names for it to cross */
    v->fit.font_size = v->stage->page->smallest;
    v->fit.label_most = 0;
    status = write_list(v, measures);
    area.right -= v->fit.list.width;
    found = status == SV_OK && find_size(v, &area, numbered_sizes, n_numbered_sizes);
    if (status == SV_OK && !found) {
        v->fit.no_blocks = true;
        for (size_t b = 0; b < v->n_blocks; b++)
            v->fit.figures[v->council.n_seats + b].width = v->fit.figures[v->council.n_seats + b].height = 0;
        found = find_size(v, &area, numbered_sizes, n_numbered_sizes);
    }
    if (status == SV_OK && !found)
        status = sv_error_set(v->stage->error, SV_E_TOO_MANY, SV_TR("seats for one page"), "150");
    return status;
}

/* ---- All of it ---- */

sv_status council_fit_names(council_view *v)
{
    size_t n = v->council.n_seats, all = n + v->n_blocks;
    sv_measure *measures = sv_alloc(all, sizeof *measures);
    bool found = false;
    sv_status status;
    council_fit_clear(v);
    v->places = sv_alloc(n, sizeof *v->places);
    v->fit.labels = sv_alloc(n, sizeof *v->fit.labels);
    v->fit.figures = sv_alloc(all, sizeof *v->fit.figures);
    v->fit.block_labels = sv_alloc(v->n_blocks, sizeof *v->fit.block_labels);
    v->fit.block_named = sv_alloc(v->n_blocks, sizeof *v->fit.block_named);
    if (!measures || !v->places || !v->fit.labels || !v->fit.figures || !v->fit.block_labels || !v->fit.block_named)
        status = sv_stage_no_memory(v->stage);
    else
        status = measure_hub(v, &v->hubs[0], false);
    if (status == SV_OK)
        status = measure_hub(v, &v->hubs[1], true);
    if (status == SV_OK)
        status = wrap_blocks(v, measures);
    if (status == SV_OK)
        status = try_names(v, measures, &found);
    if (status == SV_OK && !found)
        status = try_numbers(v, measures);
    if (status == SV_OK)
        council_place_blocks(v);
    free(measures);
    return status;
}

void council_fit_clear(council_view *v)
{
    for (size_t i = 0; v->fit.labels && i < v->council.n_seats; i++)
        sv_text_clear(&v->fit.labels[i]);
    for (size_t b = 0; v->fit.block_labels && b < v->n_blocks; b++)
        sv_text_clear(&v->fit.block_labels[b]);
    free(v->fit.labels);
    free(v->fit.figures);
    free(v->fit.block_labels);
    free(v->fit.block_named);
    free(v->places);
    v->places = NULL;
    v->fit = (council_fit){0};
    for (size_t i = 0; i < council_hubs; i++) {
        sv_text_clear(&v->hubs[i].big_lines);
        sv_text_clear(&v->hubs[i].small_lines);
    }
}
