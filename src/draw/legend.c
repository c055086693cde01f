/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend: see legend.h. */
#include "legend.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "wrap.h"

static const double swatch_gap = 7;      /* between a mark and its meaning */
static const double heading_space = 9;   /* above a heading */
static const double spacing_usual = 3.5; /* between entries; less when the legend is long */
static const double spacing_least = 0.5;

void sv_legend_add(sv_legend *legend, const sv_legend_entry *entry)
{
    if (legend->failed || !sv_grow(&legend->entries, &legend->capacity, legend->n + 1, sizeof *legend->entries)) {
        legend->failed = true;
        return;
    }
    legend->entries[legend->n++] = *entry;
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
    *legend = (sv_legend){0};
}

static double height_with(const sv_legend *legend, double spacing)
{
    double height = 0;
    for (size_t i = 0; i < legend->n; i++)
        height += legend->entries[i].height + spacing + (legend->entries[i].heading && i > 0 ? heading_space * spacing / spacing_usual : 0);
    return height;
}

sv_status sv_legend_measure(sv_legend *legend, sv_renderer *renderer, const sv_page *page, double height, sv_error *error)
{
    if (legend->failed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    legend->swatch = 0;
    for (size_t i = 0; i < legend->n; i++) {
        const sv_legend_entry *entry = &legend->entries[i];
        legend->swatch = fmax(legend->swatch, fmax(entry->line.width > 0 ? 26 : entry->mark.width, entry->around.width));
    }
    legend->width = 0;
    for (size_t i = 0; i < legend->n; i++) {
        sv_legend_entry *entry = &legend->entries[i];
        sv_fit fit = {.font_size = page->legend, .bold = entry->heading, .lines = 3};
        sv_status status;
        entry->indent = entry->heading ? 0 : legend->swatch + swatch_gap;
        fit.width = page->legend_width - entry->indent;
        status = sv_wrap_fit(renderer, entry->text, &fit, &entry->wrapped, error);
        if (status != SV_OK)
            return status;
        entry->text_width = fit.got_width;
        entry->height = fmax(fmax(fit.got_height, entry->mark.height), entry->around.height);
        legend->width = fmax(legend->width, entry->indent + fit.got_width);
    }
    legend->spacing = spacing_usual;
    while (legend->spacing > spacing_least && height_with(legend, legend->spacing) > height)
        legend->spacing -= 0.5;
    legend->height = height_with(legend, legend->spacing);
    return SV_OK;
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

void sv_legend_draw(const sv_legend *legend, sv_picture *picture, const sv_page *page, const sv_theme *theme, double left, double top)
{
    size_t count = 0;
    for (size_t i = 0; i < legend->n; i++) {
        const sv_legend_entry *entry = &legend->entries[i];
        double middle, centre = left + legend->swatch / 2;
        if (entry->heading && i > 0)
            top -= heading_space * legend->spacing / spacing_usual;
        middle = top - entry->height / 2;
        if (entry->around.width > 0)
            put(picture, &entry->around, &count, centre, middle);
        if (entry->mark.shape != SV_SHAPE_NONE || entry->mark.text)
            put(picture, &entry->mark, &count, centre, middle);
        if (entry->line.width > 0) {
            sv_line line = entry->line;
            char id[40];
            double points[8] = {
                left, middle, left + legend->swatch / 3, middle, left + legend->swatch * 2 / 3, middle, left + legend->swatch, middle};
            snprintf(id, sizeof id, "legend-line-%zu", i);
            line.id = id;
            line.classes = "legend";
            line.from = line.to = SV_NO_MARK;
            for (size_t k = 0; k < 8; k++)
                line.points[k] = points[k];
            sv_picture_line(picture, &line);
        }
        put(picture,
            &(sv_mark){.width = entry->text_width,
                       .height = entry->height,
                       .text = sv_text_get(&entry->wrapped),
                       .font_size = page->legend,
                       .bold = entry->heading,
                       .text_colour = theme->ink,
                       .align = SV_ALIGN_LEFT},
            &count, left + entry->indent + entry->text_width / 2, middle);
        top -= entry->height + legend->spacing;
    }
}
