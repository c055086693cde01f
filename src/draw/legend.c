/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: see legend.h. */
#include "legend.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wrap.h"

static const double swatch_gap = 7;      /* between a mark and its meaning */
static const double heading_space = 9;   /* above a heading */
static const double spacing_usual = 3.5; /* between entries; less when the legend is long */
static const double spacing_least = 0.5;
static const double line_width = 26; /* of a sample of a line */
static const double shrunk = 0.85;   /* of marks, in one that is too long otherwise */
static const double flow_space = 13; /* between entries beside each other */

/* A copy of a text; NULL for NULL. */
static const char *keep(sv_legend *legend, const char *text)
{
    const char *copy = text ? sv_arena_text(&legend->texts, text, strlen(text)) : NULL;
    legend->failed |= text && !copy;
    return copy;
}

void sv_legend_add(sv_legend *legend, const sv_legend_entry *entry)
{
    sv_legend_entry *added;
    if (legend->failed || !sv_grow(&legend->entries, &legend->capacity, legend->n + 1, sizeof *legend->entries)) {
        legend->failed = true;
        return;
    }
    added = &legend->entries[legend->n++];
    *added = *entry;
    added->text = keep(legend, entry->text ? entry->text : "");
    added->mark.text = keep(legend, entry->mark.text);
}

void sv_legend_heading(sv_legend *legend, const char *text)
{
    sv_legend_add(legend, &(sv_legend_entry){.text = text, .heading = true});
}

void sv_legend_clear(sv_legend *legend)
{
    for (size_t i = 0; i < legend->n; i++)
        sv_text_clear(&legend->entries[i].wrapped);
    free(legend->entries);
    sv_arena_clear(&legend->texts);
    *legend = (sv_legend){0};
}

static double height_with(const sv_legend *legend, double spacing)
{
    double height = 0;
    for (size_t i = 0; i < legend->n; i++)
        height += legend->entries[i].height +
                  legend->scale * (spacing + (legend->entries[i].heading && i > 0 ? heading_space * spacing / spacing_usual : 0));
    return height;
}

/* Break and measure an entry of which the mark takes so much width. */
static sv_status measure_entry(sv_legend *legend, sv_legend_entry *entry, sv_renderer *renderer, const sv_page *page, double swatch,
                               size_t lines, sv_error *error)
{
    sv_fit fit = {.font_size = legend->font_size, .bold = entry->heading, .lines = lines};
    sv_status status;
    entry->swatch = swatch;
    entry->indent = entry->heading ? 0 : swatch > 0 ? swatch + swatch_gap * legend->scale : 0;
    fit.width = (lines > 1 ? page->legend_width : page->width / 2) - entry->indent;
    status = sv_wrap_fit(renderer, entry->text, &fit, &entry->wrapped, error);
    entry->text_width = fit.got_width;
    entry->height = fmax(fmax(fit.got_height, entry->mark.height), entry->around.height);
    return status;
}

static double swatch_of(const sv_legend *legend, const sv_legend_entry *entry)
{
    return fmax(entry->line.width > 0 ? line_width * legend->scale : entry->mark.width, entry->around.width);
}

/* All entries in a column. */
static sv_status measure_column(sv_legend *legend, sv_renderer *renderer, const sv_page *page, sv_error *error)
{
    double swatch = 0;
    sv_status status = SV_OK;
    legend->width = 0;
    for (size_t i = 0; i < legend->n; i++)
        swatch = fmax(swatch, swatch_of(legend, &legend->entries[i]));
    for (size_t i = 0; i < legend->n && status == SV_OK; i++) {
        status = measure_entry(legend, &legend->entries[i], renderer, page, swatch, 3, error);
        legend->width = fmax(legend->width, legend->entries[i].indent + legend->entries[i].text_width);
    }
    return status;
}

/* A very long one, with smaller marks and in the smallest type. */
static void shrink(sv_legend *legend, const sv_page *page)
{
    legend->font_size = page->smallest;
    for (size_t i = 0; i < legend->n && !legend->shrunk; i++) {
        sv_mark *marks[] = {&legend->entries[i].mark, &legend->entries[i].around};
        for (int k = 0; k < 2; k++) {
            marks[k]->width *= shrunk;
            marks[k]->height *= shrunk;
        }
    }
    legend->shrunk = true;
}

sv_status sv_legend_measure(sv_legend *legend, sv_renderer *renderer, const sv_page *page, double height, sv_error *error)
{
    double top = 0, spacing = spacing_usual;
    sv_status status = legend->failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
    legend->scale = page->scale;
    legend->font_size = page->legend;
    if (status == SV_OK)
        status = measure_column(legend, renderer, page, error);
    if (status == SV_OK && height_with(legend, spacing_least) > height) {
        shrink(legend, page);
        status = measure_column(legend, renderer, page, error);
    }
    while (spacing > spacing_least && height_with(legend, spacing) > height)
        spacing -= 0.5;
    for (size_t i = 0; i < legend->n; i++) {
        sv_legend_entry *entry = &legend->entries[i];
        top += entry->heading && i > 0 ? legend->scale * heading_space * spacing / spacing_usual : 0;
        entry->x = 0;
        entry->y = top;
        top += entry->height + legend->scale * spacing;
    }
    legend->height = height_with(legend, spacing);
    return status;
}

/* Width of a heading with all that stands below it, beside each other. */
static double width_of_part(const sv_legend *legend, size_t heading)
{
    double width = 0;
    for (size_t i = heading; i < legend->n && (i == heading || !legend->entries[i].heading); i++)
        width += (i > heading ? flow_space * legend->scale : 0) + legend->entries[i].indent + legend->entries[i].text_width;
    return width;
}

/* Everything in rows; with `whole`, a part that fits on one row is not broken over two. Gives back how many rows. */
static size_t flow(sv_legend *legend, double width, double line, bool whole)
{
    double x = 0, y = 0;
    size_t n = 1;
    legend->width = 0;
    for (size_t i = 0; i < legend->n; i++) {
        sv_legend_entry *entry = &legend->entries[i];
        double own = entry->indent + entry->text_width, needed = own;
        if (entry->heading && whole && width_of_part(legend, i) <= width)
            needed = width_of_part(legend, i);
        else if (entry->heading && i + 1 < legend->n) /* not at the end of a row, without what it stands above */
            needed += flow_space * legend->scale + legend->entries[i + 1].indent + legend->entries[i + 1].text_width;
        if (entry->heading && x > 0)
            x += flow_space * legend->scale;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line + legend->scale * spacing_usual / 2;
            n++;
        }
        entry->x = x;
        entry->y = y + (line - entry->height) / 2;
        x += own + flow_space * legend->scale;
        legend->width = fmax(legend->width, entry->x + own);
    }
    legend->height = legend->n ? y + line : 0;
    return n;
}

sv_status sv_legend_flow(sv_legend *legend, sv_renderer *renderer, const sv_page *page, double width, sv_error *error)
{
    double line = 0;
    size_t rows;
    sv_status status = legend->failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
    legend->scale = page->scale;
    legend->font_size = page->legend;
    for (size_t i = 0; i < legend->n && status == SV_OK; i++) {
        status = measure_entry(legend, &legend->entries[i], renderer, page, swatch_of(legend, &legend->entries[i]), 1, error);
        line = fmax(line, legend->entries[i].height);
    }
    rows = flow(legend, width, line, false);
    if (flow(legend, width, line, true) > rows) /* whole parts are easier to read, but the picture needs the room more */
        flow(legend, width, line, false);
    return status;
}

/* A copy of a mark at a place, with an id of its own. */
static void put(sv_picture *picture, const sv_mark *mark, size_t *count, double x, double y)
{
    char id[40];
    sv_mark copy = *mark;
    snprintf(id, sizeof id, "legend-%zu", ++*count);
    copy.id = id;
    copy.classes = "legend";
    copy.x = x;
    copy.y = y;
    sv_picture_mark(picture, &copy);
}

void sv_legend_draw(const sv_legend *legend, sv_picture *picture, const sv_theme *theme, double left, double top)
{
    size_t count = 0;
    for (size_t i = 0; i < legend->n; i++) {
        const sv_legend_entry *entry = &legend->entries[i];
        double start = left + entry->x, middle = top - entry->y - entry->height / 2, centre = start + entry->swatch / 2;
        if (entry->around.width > 0)
            put(picture, &entry->around, &count, centre, middle);
        if (entry->mark.shape != SV_SHAPE_NONE || entry->mark.text)
            put(picture, &entry->mark, &count, centre, middle);
        if (entry->line.width > 0) {
            sv_line line = entry->line;
            char id[40];
            snprintf(id, sizeof id, "legend-line-%zu", i);
            line.id = id;
            line.classes = "legend";
            line.from = line.to = SV_NO_MARK;
            for (size_t k = 0; k < 8; k++)
                line.points[k] = k % 2 ? middle : start + entry->swatch * (double)(k / 2) / 3;
            sv_picture_line(picture, &line);
        }
        put(picture,
            &(sv_mark){.width = entry->text_width,
                       .height = entry->height,
                       .text = sv_text_get(&entry->wrapped),
                       .font_size = legend->font_size,
                       .bold = entry->heading,
                       .text_colour = theme->ink,
                       .align = SV_ALIGN_LEFT},
            &count, start + entry->indent + entry->text_width / 2, middle);
    }
}
