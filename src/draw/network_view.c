/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The network view: who is tied to whom around an issue. Colour says on which side someone is (or the sector), size
 * how high on the chosen score, shape what kind of actor it is, and a thick border who is a bridge.
 */
#include <speelveld/draw.h>

#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "frame.h"
#include "network_parts.h"
#include "speech.h"

static const double beside_legend = 18; /* between the network and its legend */

typedef struct view {
    const sv_scores *scores;
    const sv_draw_options *options;
    const sv_page *page;
    const sv_theme *theme;
    sv_renderer *renderer;
    sv_network_parts parts;
    sv_arrangement arrangement;
    sv_legend legend;
    sv_arena texts;
    sv_picture picture;
    sv_rect inside; /* of the frame */
    bool everyone;  /* nobody is left out, also when not all names find room: as asked, or because the map gives places */
    sv_error *error;
} view;

void sv_draw_options_init(sv_draw_options *options)
{
    *options = (sv_draw_options){.issue = SV_NO_ROW, .size_by = SIZE_MAX, .audience = SV_TEAM};
}

static sv_status tell(const view *v, const char *step, double share)
{
    const sv_draw_options *options = v->options;
    if (!options->progress || options->progress(options->progress_context, sv_translate(options->language, step), share))
        return SV_OK;
    return sv_error_set(v->error, SV_E_STOPPED, NULL, NULL);
}

/* The one sentence to read the picture by: what larger means, or what lines are where all are equally large. */
static void say_sentence(const view *v, sv_text *out)
{
    const sv_score *score = sv_score_get(sv_draw_size_score(v->options));
    sv_language language = v->options->language;
    if (!(v->parts.high > v->parts.low)) {
        sv_text_add(out, sv_translate(language, SV_TR("Lines show who is tied to whom.")));
        return;
    }
    sv_speech_fill(out,
                   sv_translate(language, score->low_is_high ? SV_TR("The larger, the lower on {a}. {b}")
                                                             : SV_TR("The larger, the higher on {a}. {b}")),
                   language == SV_DUTCH ? score->nl : score->en, language == SV_DUTCH ? score->sentence_nl : score->sentence_en, NULL);
}

/* "80 of 300 actors shown: the highest on degree." Nothing when all are shown. */
static void say_left_out(const view *v, size_t shown, size_t all, sv_text *out)
{
    char few[32], many[32];
    const sv_score *score = sv_score_get(sv_draw_size_score(v->options));
    sv_language language = v->options->language;
    if (shown == all)
        return;
    sv_speech_fill(out,
                   sv_translate(language, v->everyone ? SV_TR("Names shown of {a} of {b} actors: the highest on {c} that found room")
                                                      : SV_TR("{a} of {b} actors shown: the highest on {c}")),
                   sv_speech_number((double)shown, language, few), sv_speech_number((double)all, language, many),
                   language == SV_DUTCH ? score->nl : score->en);
}

/* The frame and the legend's width decide where the network may stand. */
static sv_status set_frame(view *v, const char *left_out)
{
    sv_text sentence = {0};
    sv_frame frame = {.left_out = left_out};
    sv_status status;
    say_sentence(v, &sentence);
    frame.sentence = sv_text_get(&sentence);
    sv_picture_clear(&v->picture);
    sv_picture_init(&v->picture, v->page->width, v->page->height);
    v->picture.background = v->theme->page;
    status = sv_frame_draw(&v->picture, v->renderer, v->page, v->theme, v->parts.scene.map, v->options, &frame, &v->inside, v->error);
    if (status == SV_OK && sentence.failed)
        status = sv_error_set(v->error, SV_E_MEMORY, NULL, NULL);
    sv_text_clear(&sentence);
    return status;
}

static sv_status set_legend(view *v)
{
    sv_legend_clear(&v->legend);
    sv_network_legend(&v->parts, &v->legend, &v->texts);
    return sv_legend_measure(&v->legend, v->renderer, v->page, v->inside.top - v->page->margin / 2, v->error);
}

static sv_rect network_area(const view *v)
{
    sv_rect area = v->inside;
    area.right -= v->legend.width + beside_legend;
    return area;
}

/*
 * Parts, frame and legend for at most so many scored actors. When everyone is shown, how many names found room is
 * known only at the end: a line is kept free for saying so.
 */
static sv_status prepare(view *v, size_t most)
{
    sv_status status;
    sv_text left_out = {0};
    sv_network_parts_clear(&v->parts);
    status = sv_network_parts_new(v->scores, v->options, v->page, v->theme, most, &v->parts, v->error);
    if (status != SV_OK)
        return status;
    v->everyone = v->options->all || v->parts.any_pinned;
    say_left_out(v, v->everyone ? 0 : v->parts.scene.n_scored, v->parts.scene.n_all, &left_out);
    status = left_out.failed ? sv_error_set(v->error, SV_E_MEMORY, NULL, NULL) : set_frame(v, sv_text_get(&left_out));
    if (status == SV_OK)
        status = set_legend(v);
    sv_text_clear(&left_out);
    return status;
}

static sv_status arrange(view *v)
{
    sv_rect area = network_area(v);
    sv_arrange_clear(&v->arrangement);
    return sv_arrange(v->renderer, v->page, &v->parts.scene, v->parts.looks, &area, v->everyone, &v->arrangement, v->error);
}

/* The most actors that fit with all their names: everyone, else as many as a guess says, and then a few less at a time. */
static sv_status fit_actors(view *v)
{
    sv_status status = prepare(v, v->options->top ? v->options->top : SIZE_MAX);
    sv_rect area = network_area(v);
    size_t all = v->parts.scene.n_scored, most = all;
    if (status == SV_OK && all == 0)
        return sv_error_set(v->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK && !v->everyone)
        status = sv_arrange_room(v->renderer, v->page, v->parts.looks, v->parts.scene.n, &area, &most, v->error);
    if (status == SV_OK && (v->everyone || all <= 2 * most)) /* the guess leaves room to breathe: more may fit */
        status = arrange(v);
    if (most >= all)
        most = all - 1;
    while (status == SV_OK && most > 0 && !v->arrangement.clear && !v->everyone) {
        status = tell(v, SV_TR("choosing whom to show"), 0.3);
        if (status == SV_OK)
            status = prepare(v, most);
        if (status == SV_OK)
            status = arrange(v);
        most -= 1 + most / 20;
    }
    return status;
}

/* Names turned away from lines where there is room, then everything onto the picture. */
static sv_status compose(view *v)
{
    const sv_scene *scene = &v->parts.scene;
    sv_arrangement *a = &v->arrangement;
    sv_rect area = network_area(v);
    sv_text text = {0};
    sv_segment *segments = sv_alloc(scene->n_links, sizeof *segments);
    sv_status status = segments ? SV_OK : sv_error_set(v->error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; segments && i < scene->n_links; i++) {
        const sv_figure *from = &a->figures[scene->links[i].from], *to = &a->figures[scene->links[i].to];
        segments[i] = (sv_segment){from->x, from->y, to->x, to->y};
    }
    if (status == SV_OK)
        sv_labels_clear_lines(a->figures, a->n, segments, scene->n_links, &area, 2);
    if (status == SV_OK && v->everyone) {
        size_t named = 0;
        for (size_t i = 0; i < scene->n_scored; i++)
            named += a->figures[i].side != SV_SIDE_NOWHERE;
        say_left_out(v, named, scene->n_all, &text);
        status = set_frame(v, sv_text_get(&text));
    }
    if (status == SV_OK && (text.failed || !sv_network_marks(&v->parts, a, &v->picture)))
        status = sv_error_set(v->error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        sv_legend_draw(&v->legend, &v->picture, v->page, v->theme, v->inside.right - v->legend.width, v->inside.top);
    free(segments);
    sv_text_clear(&text);
    return status;
}

/* What the picture is, for those who hear it instead of seeing it. */
static sv_status describe(view *v)
{
    sv_text text = {0};
    char actors[32], ties[32];
    sv_language language = v->options->language;
    sv_status status = SV_OK;
    sv_speech_fill(&text, sv_translate(language, SV_TR("Network of {a} actors and {b} lines between them. ")),
                   sv_speech_number((double)v->parts.scene.n, language, actors),
                   sv_speech_number((double)v->parts.scene.n_links, language, ties), NULL);
    say_sentence(v, &text);
    sv_picture_describe(&v->picture, sv_frame_title(v->parts.scene.map, v->options), sv_text_get(&text),
                        language == SV_DUTCH ? "nl" : "en");
    if (text.failed || v->picture.failed)
        status = sv_error_set(v->error, SV_E_MEMORY, NULL, NULL);
    sv_text_clear(&text);
    return status;
}

static void fill_report(const view *v, sv_draw_report *report)
{
    *report = (sv_draw_report){.drawn = v->parts.scene.n_scored, .left_out = v->parts.scene.n_all - v->parts.scene.n_scored};
    for (size_t i = 0; i < v->parts.scene.n_links; i++)
        report->ties += v->parts.scene.links[i].bond == SV_BOND_TIE;
}

sv_status sv_draw_network(const sv_scores *scores, const sv_draw_options *options, sv_picture_format format, char **bytes, size_t *length,
                          sv_draw_report *report, sv_error *error)
{
    view v = {.scores = scores, .options = options, .page = sv_page_get(SV_PAGE_SLIDE), .theme = sv_theme_light(), .error = error};
    sv_status status;
    *bytes = NULL;
    *length = 0;
    v.renderer = options->renderer;
    status = v.renderer ? SV_OK : sv_renderer_new(NULL, &v.renderer, error);
    if (status == SV_OK)
        status = tell(&v, SV_TR("placing actors"), 0.1);
    if (status == SV_OK)
        status = fit_actors(&v);
    if (status == SV_OK)
        status = compose(&v);
    if (status == SV_OK)
        status = describe(&v);
    if (status == SV_OK)
        status = tell(&v, SV_TR("making the picture"), 0.7);
    if (status == SV_OK)
        status = sv_renderer_render(v.renderer, &v.picture, format, options->dpi, bytes, length, error);
    if (status == SV_OK && report)
        fill_report(&v, report);
    if (!options->renderer)
        sv_renderer_free(v.renderer);
    sv_network_parts_clear(&v.parts);
    sv_arrange_clear(&v.arrangement);
    sv_legend_clear(&v.legend);
    sv_arena_clear(&v.texts);
    sv_picture_clear(&v.picture);
    return status;
}
