/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Drawing for tests: see drawing.h. */
#include "drawing.h"

#include "svg_faults.h"
#include "svg_legend.h"
#include "svg_sound.h"

#include <math.h>
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
    sv_map_free(d->before);
    clear_reading(&d->map);
}

/* Views in which colours and signs are explained where the actors stand: on the axis, or above each part. */
static bool explains_by_place(const char *view)
{
    return strcmp(view, "field") == 0 || strcmp(view, "colours") == 0;
}

size_t drawing_faults(const drawing *d)
{
    static const char *const around[] = {"title", "audience", "source"};
    const char *view = sv_view_get(d->view)->id;
    size_t faults = 0, actors;
    if (d->status != SV_OK) {
        print_error("%s: %s (%s)\n", sv_code_id(d->error.code), d->error.found, d->error.expected);
        return 1;
    }
    faults += svg_sound_faults(d->bytes, d->length, &actors);
    if (!d->report.groups && !svg_boxes_count(&d->boxes, "card-name") && actors < d->report.drawn) { /* a card may name more than one */
        print_error("%zu actors, and %zu of them have a group\n", d->report.drawn, actors);
        faults++;
    }
    faults += svg_boxes_faults(&d->boxes, smallest[d->options.page]);
    faults += svg_boxes_faint(&d->boxes);
    faults += svg_legend_faults(&d->boxes, explains_by_place(view));
    if (d->options.theme == SV_THEME_PRINT)
        faults += svg_boxes_coloured(&d->boxes);
    for (size_t i = 0; i < sizeof around / sizeof *around; i++)
        if (!svg_boxes_find(&d->boxes, around[i])) {
            print_error("there is no %s\n", around[i]);
            faults++;
        }
    if (!svg_boxes_find(&d->boxes, "sentence") && !svg_boxes_find(&d->boxes, "finding")) {
        print_error("there is no sentence\n");
        faults++;
    }
    if (faults)
        print_error("%s on page %d in theme %d and language %d: %zu faults\n", view, d->options.page, d->options.theme, d->options.language,
                    faults);
    return faults;
}

void drawing_check(const drawing *d)
{
    assert_int_equal(drawing_faults(d), 0);
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

/* A page of its own in each theme, or, where SPEELVELD_EVERY_PAGE says so, every page in every theme and both languages. */
size_t drawing_page_faults(drawing *d)
{
    const char *wish = getenv("SPEELVELD_EVERY_PAGE");
    bool every = wish && *wish;
    size_t faults = 0;
    for (int page = 0; page < SV_PAGE_SIZES; page++)
        for (int theme = 0; theme < SV_THEMES; theme++)
            for (int language = 0; language < 2; language++) {
                sv_language one = theme == SV_THEME_DARK ? SV_ENGLISH : SV_DUTCH;
                if (!every && (page != theme || language != (int)one))
                    continue;
                d->options.page = (sv_page_size)page;
                d->options.theme = (sv_theme_choice)theme;
                d->options.language = (sv_language)language;
                drawing_draw(d);
                faults += drawing_faults(d);
            }
    return faults;
}

void drawing_check_pages(drawing *d)
{
    size_t length;
    char *bytes;
    assert_int_equal(drawing_page_faults(d), 0);
    d->options.page = SV_PAGE_SLIDE;
    d->options.theme = SV_THEME_LIGHT;
    d->options.language = SV_DUTCH;
    drawing_draw(d);
    bytes = d->bytes;
    length = d->length;
    d->bytes = NULL;
    drawing_draw(d);
    assert_int_equal(d->length, length);
    assert_memory_equal(d->bytes, bytes, length);
    free(bytes);
}

void drawing_check_map(const char *path, const char *view)
{
    drawing d = drawing_prepare(path, view);
    drawing_check_pages(&d);
    drawing_clear(&d);
}

/* The first council member, and from somebody where the map does not say who we are. */
static void ask_for_a_route(drawing *d)
{
    const sv_map *map = d->map.map;
    bool own = false;
    for (size_t i = sv_map_rows(map, SV_ACTORS); i-- > 0;) {
        own |= sv_map_actor(map, i)->own;
        if (strcmp(sv_map_actor(map, i)->kind->id, "council_member") == 0)
            d->options.to = i;
    }
    if (d->options.to == SV_NO_ROW)
        d->options.to = sv_map_rows(map, SV_ACTORS) - 1;
    if (!own)
        d->options.from = 0;
}

/* The map from before its last actor came, when the first who has a position thought the opposite, and the second had none yet. */
static void make_before(drawing *d)
{
    const sv_map *map = d->map.map;
    size_t rows = sv_map_rows(map, SV_POSITIONS), n = 1;
    sv_supposition steps[3] = {
        {.what = SV_SUPPOSE_REMOVE, .actor = sv_map_rows(map, SV_ACTORS) - 1, .other = SV_NO_ROW, .issue = SV_NO_ROW}};
    for (size_t i = 0; i < rows && i < 2; i++)
        steps[n++] = (sv_supposition){.what = SV_SUPPOSE_POSITION,
                                      .actor = sv_map_find_actor(map, sv_map_cell(map, SV_POSITIONS, i, SV_POSITION_ACTOR)),
                                      .other = SV_NO_ROW,
                                      .value = i ? NAN : -4};
    assert_int_equal(sv_map_suppose(map, steps, n, &d->before, NULL), SV_OK);
    d->options.before = d->before;
}

void drawing_give_all(drawing *d)
{
    const char *id = sv_view_get(d->view)->id;
    if (strcmp(id, "route") == 0)
        ask_for_a_route(d);
    else if (strcmp(id, "change") == 0)
        make_before(d);
}

drawing drawing_prepare_any(const char *path, size_t view)
{
    drawing d = drawing_prepare(path, sv_view_get(view)->id);
    drawing_give_all(&d);
    return d;
}

char *drawing_folder(const char *actors, const char *positions)
{
    char *folder = make_folder();
    put_file(folder, "Actors.csv", actors);
    put_file(folder, "Issues.csv", "id,title,visibility\nx,Two evenings open,public\n");
    put_file(folder, "Positions.csv", positions);
    put_file(folder, "Ties.csv", "from,to\na,b\nb,c\n");
    return folder;
}

const char *drawing_text(const drawing *d, const char *id)
{
    const svg_box *box = svg_boxes_find(&d->boxes, id);
    assert_non_null(box);
    return box->text;
}
