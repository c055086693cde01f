/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing for tests: see drawing.h. */
#include "drawing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const double smallest[SV_PAGE_SIZES] = {[SV_PAGE_SLIDE] = 9, [SV_PAGE_A4] = 9, [SV_PAGE_A3] = 10, [SV_PAGE_POSTER] = 18};

drawing drawing_prepare(const char *path, const char *view)
{
    return drawing_prepare_for(path, view, SV_PRIVATE);
}

drawing drawing_prepare_for(const char *path, const char *view, sv_audience audience)
{
    if (!getenv("SPEELVELD_RENDER"))
        skip();
    return drawing_prepare_read(read_path(path), view, audience);
}

/* What the view may need as it is, with everyone, and opened: a test may change its mind between two pictures. */
static sv_scores *scores_of(size_t view, const sv_network *network)
{
    size_t *wanted = calloc(sv_score_count(), sizeof *wanted), *some = calloc(sv_score_count(), sizeof *some), n = 0, more;
    sv_draw_options options[3];
    sv_scores *scores;
    for (int i = 0; i < 3; i++) {
        sv_draw_options_init(&options[i]);
        options[i].all = i == 1;
        options[i].group = i == 2 ? "1" : NULL;
        sv_view_scores(view, network, &options[i], some, &more);
        for (size_t j = 0; j < more; j++) {
            size_t at = 0;
            while (at < n && wanted[at] != some[j])
                at++;
            wanted[at] = some[j];
            n += at == n;
        }
    }
    assert_int_equal(sv_scores_new(network, wanted, n, NULL, &scores, NULL), SV_OK);
    free(wanted);
    free(some);
    return scores;
}

drawing drawing_prepare_read(reading from, const char *view, sv_audience audience)
{
    drawing d = {.view = sv_view_find(view), .map = from};
    const sv_map *map;
    assert_true(d.view != SIZE_MAX);
    assert_int_equal(d.map.status, SV_OK);
    if (audience != SV_PRIVATE)
        assert_int_equal(sv_map_edition(d.map.map, audience, &d.edition, NULL), SV_OK);
    map = d.edition ? d.edition : d.map.map;
    sv_draw_options_init(&d.options);
    assert_int_equal(sv_network_new(map, NULL, &d.network, NULL), SV_OK);
    d.scores = scores_of(d.view, d.network);
    assert_int_equal(sv_renderer_new(getenv("SPEELVELD_RENDER"), &d.options.renderer, NULL), SV_OK);
    d.options.language = SV_DUTCH;
    d.options.as_of = 20261001;
    d.options.audience = audience == SV_PRIVATE ? SV_TEAM : audience;
    if (sv_map_rows(map, SV_ISSUES))
        d.options.issue = 0;
    return d;
}

static void forget(drawing *d)
{
    svg_boxes_clear(&d->boxes);
    free(d->bytes);
    d->bytes = NULL;
}

void drawing_draw(drawing *d)
{
    forget(d);
    d->status = sv_draw(d->scores, d->view, &d->options, SV_PICTURE_SVG, &d->bytes, &d->length, &d->report, &d->error);
    if (d->status == SV_OK)
        assert_true(svg_boxes_read(d->bytes, d->length, &d->boxes));
}

void drawing_clear(drawing *d)
{
    forget(d);
    sv_renderer_free(d->options.renderer);
    d->options.renderer = NULL;
    sv_scores_free(d->scores);
    sv_network_free(d->network);
    sv_map_free(d->edition);
    clear_reading(&d->map);
}

void drawing_check(const drawing *d)
{
    size_t faults = 0;
    if (d->status != SV_OK)
        print_error("%s: %s (%s)\n", sv_code_id(d->error.code), d->error.found, d->error.expected);
    assert_int_equal(d->status, SV_OK);
    faults += svg_boxes_faults(&d->boxes, smallest[d->options.page]);
    faults += svg_boxes_faint(&d->boxes);
    if (d->options.theme == SV_THEME_PRINT)
        faults += svg_boxes_coloured(&d->boxes);
    if (faults)
        print_error("%s on page %d in theme %d: %zu faults\n", sv_view_get(d->view)->id, d->options.page, d->options.theme, faults);
    assert_int_equal(faults, 0);
    assert_non_null(svg_boxes_find(&d->boxes, "title"));
    assert_non_null(svg_boxes_find(&d->boxes, "audience"));
    assert_true(svg_boxes_find(&d->boxes, "finding") || svg_boxes_find(&d->boxes, "sentence"));
    assert_non_null(svg_boxes_find(&d->boxes, "source"));
}

drawing drawing_tidy(const char *path, const char *view, bool all)
{
    drawing d = drawing_prepare(path, view);
    d.options.all = all;
    drawing_draw(&d);
    drawing_check(&d);
    return d;
}

bool drawing_legend_has(const drawing *d, const char *words)
{
    for (size_t i = 0; i < d->boxes.n; i++)
        if (strcmp(d->boxes.items[i].classes, "legend") == 0 && strstr(d->boxes.items[i].text, words))
            return true;
    return false;
}

char *drawing_invented(unsigned actors)
{
    char *folder = make_folder(), command[300];
    snprintf(command, sizeof command, "build/bench/generate --actors %u -o %s/map && mv %s/map/* %s && rmdir %s/map", actors, folder,
             folder, folder, folder);
    if (system(command) == 0)
        return folder;
    remove_folder(folder);
    printf("skip: build/bench/generate is not there\n");
    return NULL;
}

void drawing_check_map(const char *path, const char *view, bool every_page)
{
    drawing d = drawing_prepare(path, view);
    for (int page = 0; page < SV_PAGE_SIZES; page++)
        for (int theme = 0; theme < SV_THEMES; theme++) {
            if (!every_page && page != theme) /* of a large map three: a light slide, a dark A4 and a printed A3 */
                continue;
            d.options.page = (sv_page_size)page;
            d.options.theme = (sv_theme_choice)theme;
            d.options.language = theme == SV_THEME_DARK ? SV_ENGLISH : SV_DUTCH;
            drawing_draw(&d);
            drawing_check(&d);
        }
    drawing_clear(&d);
}

void drawing_check_view(const char *view)
{
    char *folder = drawing_invented(300), *bytes;
    size_t length;
    drawing d;
    drawing_check_map("data/buurthuis", view, true);
    drawing_check_map("data/waterrijk", view, true);
    if (folder) {
        drawing_check_map(folder, view, false);
        remove_folder(folder);
    }
    d = drawing_tidy("data/waterrijk", view, true);
    bytes = strdup(d.bytes);
    length = d.length;
    drawing_draw(&d);
    assert_int_equal(d.length, length);
    assert_memory_equal(d.bytes, bytes, length);
    free(bytes);
    drawing_clear(&d);
}
