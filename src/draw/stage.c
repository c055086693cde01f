/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The stage: see stage.h. Here a view is given what it needs, put on the picture with its frame and legend, and rendered. */
#include "stage.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "scene.h"
#include "speech.h"
#include "views.h"

static const double beside_legend = 18, above_legend = 5; /* between the view and its legend */

void sv_draw_options_init(sv_draw_options *options)
{
    *options = (sv_draw_options){.issue = SV_NO_ROW, .to = SV_NO_ROW, .from = SV_NO_ROW, .size_by = SIZE_MAX, .audience = SV_TEAM};
}

/* ---- Words ---- */

const char *sv_stage_say(const sv_stage *stage, const char *text)
{
    return sv_translate(stage->language, text);
}

const char *sv_stage_keep(sv_stage *stage, sv_text *text)
{
    const char *kept = text->failed ? NULL : sv_arena_text(&stage->texts, sv_text_get(text), text->length);
    stage->failed |= !kept;
    sv_text_clear(text);
    return kept ? kept : "";
}

const char *sv_stage_fill(sv_stage *stage, const char *sentence, const char *a, const char *b, const char *c)
{
    sv_text text = {0};
    sv_speech_fill(&text, sv_stage_say(stage, sentence), a, b, c);
    return sv_stage_keep(stage, &text);
}

const char *sv_stage_number(sv_stage *stage, double number)
{
    sv_text text = {0};
    char buffer[32];
    sv_text_add(&text, sv_speech_number(number, stage->language, buffer));
    return sv_stage_keep(stage, &text);
}

const char *sv_stage_capital(sv_stage *stage, const char *text)
{
    sv_text capital = {0};
    sv_speech_capital(&capital, text);
    return sv_stage_keep(stage, &capital);
}

const char *sv_stage_small(sv_stage *stage, const char *text)
{
    sv_text small = {0};
    bool word = text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'); /* an abbreviation stays as it is */
    if (word)
        sv_text_add_char(&small, (char)(*text++ - 'A' + 'a'));
    sv_text_add(&small, text);
    return sv_stage_keep(stage, &small);
}

const char *sv_stage_count(sv_stage *stage, size_t n, const char *one, const char *more)
{
    return sv_stage_join(stage, sv_stage_number(stage, (double)n), " ", sv_stage_say(stage, n == 1 ? one : more));
}

const char *sv_stage_join(sv_stage *stage, const char *a, const char *separator, const char *b)
{
    sv_text text = {0};
    sv_speech_join(&text, "", a ? a : "");
    sv_speech_join(&text, separator, b ? b : "");
    return sv_stage_keep(stage, &text);
}

const char *sv_stage_score_name(const sv_stage *stage)
{
    const sv_score *score = sv_score_get(stage->score);
    return stage->language == SV_DUTCH ? score->nl : score->en;
}

const char *sv_stage_score_sentence(const sv_stage *stage)
{
    const sv_score *score = sv_score_get(stage->score);
    return stage->language == SV_DUTCH ? score->sentence_nl : score->sentence_en;
}

const char *sv_stage_left_out(sv_stage *stage, size_t shown, size_t all)
{
    if (shown == all)
        return "";
    return sv_stage_fill(stage, SV_TR("{a} of {b} actors shown: the highest on {c}"), sv_stage_number(stage, (double)shown),
                         sv_stage_number(stage, (double)all), sv_stage_score_name(stage));
}

/* ---- Doing ---- */

sv_status sv_stage_tell(const sv_stage *stage, const char *step, double share)
{
    const sv_draw_options *options = stage->options;
    if (!options->progress || options->progress(options->progress_context, sv_stage_say(stage, step), share))
        return SV_OK;
    return sv_error_set(stage->error, SV_E_STOPPED, NULL, NULL);
}

sv_status sv_stage_no_memory(const sv_stage *stage)
{
    return sv_error_set(stage->error, SV_E_MEMORY, NULL, NULL);
}

/* The width of the legend beside places that are kept; 0 when none are. */
static double kept_legend(const sv_stage *stage)
{
    sv_page_type type;
    return stage->options->places && sv_places_get_type(stage->options->places, stage->page->id, &type) ? type.legend : 0;
}

sv_status sv_stage_legend(sv_stage *stage)
{
    const sv_page *page = stage->page;
    double height = stage->legend_top - page->margin / 2;
    sv_page narrow = *page;
    sv_status status;
    if (stage->legend_below)
        return sv_legend_flow(&stage->legend, stage->renderer, page, page->width - 2 * page->margin, stage->error);
    status = sv_legend_measure(&stage->legend, stage->renderer, page, height, stage->error);
    if (status != SV_OK || kept_legend(stage) == 0 || stage->legend.width <= kept_legend(stage))
        return status;
    narrow.legend_width = kept_legend(stage); /* what stands beside it stays */
    return sv_legend_measure(&stage->legend, stage->renderer, &narrow, height, stage->error);
}

sv_status sv_stage_frame(sv_stage *stage, const sv_frame *frame)
{
    sv_status status;
    sv_picture_clear(&stage->picture);
    sv_picture_init(&stage->picture, stage->page->width, stage->page->height);
    stage->picture.background = stage->theme->page;
    status = sv_frame_draw(stage, frame);
    if (status == SV_OK)
        status = sv_stage_legend(stage);
    if (status == SV_OK && stage->legend.n && stage->legend_below)
        stage->inside.bottom += stage->legend.height + above_legend * stage->page->scale;
    else if (status == SV_OK && (stage->legend.n || stage->options->places))
        stage->inside.right -=
            (kept_legend(stage) > 0 ? kept_legend(stage) : stage->options->places ? ceil(stage->legend.width) : stage->legend.width) +
            beside_legend * stage->page->scale;
    if (status == SV_OK && !stage->description)
        sv_picture_describe(&stage->picture, sv_frame_title(stage->map, stage->options),
                            sv_stage_join(stage, frame->finding, " ", frame->sentence), stage->language == SV_DUTCH ? "nl" : "en");
    return status;
}

/* Where everyone stands on the issue, and how much it matters to them. */
static sv_status learn_positions(sv_stage *stage, double **stance, double **salience)
{
    size_t n = sv_map_rows(stage->map, SV_ACTORS), issue = stage->options->issue;
    sv_status status = SV_OK;
    if (issue == SV_NO_ROW)
        return SV_OK;
    *stance = sv_alloc(n, sizeof **stance);
    *salience = sv_alloc(n, sizeof **salience);
    if (!*stance || !*salience)
        return sv_stage_no_memory(stage);
    status = sv_map_stances(stage->map, issue, *stance, stage->error);
    if (status == SV_OK)
        status = sv_map_saliences(stage->map, issue, *salience, stage->error);
    for (size_t row = 0; row < n && status == SV_OK; row++)
        if (strcmp(sv_map_actor(stage->map, row)->kind->id, "clerk") == 0) /* takes no side by office, whatever anyone wrote */
            (*stance)[row] = (*salience)[row] = NAN;
    stage->stance = *stance;
    stage->salience = *salience;
    return status;
}

/* The issue the picture is about: as asked, or the only one where the view needs one. */
static sv_status settle_issue(const sv_stage *stage, sv_draw_options *options)
{
    size_t rows = sv_map_rows(stage->map, SV_ISSUES);
    if (options->issue != SV_NO_ROW && options->issue >= rows)
        options->issue = SV_NO_ROW;
    if (options->issue == SV_NO_ROW && stage->view->needs_issue && rows == 1)
        options->issue = 0;
    if (options->issue == SV_NO_ROW && stage->view->needs_issue)
        return sv_error_set(stage->error, SV_E_ARGUMENT_MISSING, SV_TR("--issue ISSUE, which this view is about"), "speelveld draw --help");
    if (options->audience == SV_PUBLIC && sv_view_judges(sv_view_find(stage->view->id), options->issue))
        return sv_map_may_be_public(stage->map, options->issue, stage->error);
    return SV_OK;
}

/* Places are kept for views that have such, and for the people who saw the pictures they come from, or fewer. */
static sv_status check_places(const sv_stage *stage)
{
    static const char *const audiences[] = {[SV_PRIVATE] = SV_TR("private"), [SV_TEAM] = SV_TR("internal"), [SV_PUBLIC] = SV_TR("public")};
    const sv_places *places = stage->options->places;
    if (!places)
        return SV_OK;
    if (!stage->view->keeps_places)
        return sv_error_set(stage->error, SV_E_VIEW_PLACES, stage->view->id, NULL);
    if (sv_places_audience(places) < stage->options->audience)
        return sv_error_set(stage->error, SV_E_PLACES_AUDIENCE, audiences[sv_places_audience(places)], audiences[stage->options->audience]);
    return SV_OK;
}

/* A view may rely on what it asked for. */
static sv_status check_scores(const sv_stage *stage, size_t view)
{
    size_t *which = sv_alloc(sv_score_count(), sizeof *which), n = 0;
    sv_status status = which ? SV_OK : sv_stage_no_memory(stage);
    if (which)
        sv_view_scores(view, stage->network, stage->options, which, &n);
    for (size_t i = 0; i < n && status == SV_OK; i++)
        if (!sv_scores_column(stage->scores, which[i]))
            status = sv_error_set(stage->error, SV_E_INTERNAL, sv_score_get(which[i])->id, NULL);
    free(which);
    return status;
}

/* The legend and the words for those who hear, then bytes. */
static sv_status finish(sv_stage *stage, sv_picture_format format, char **bytes, size_t *length)
{
    const sv_page *page = stage->page;
    double left = stage->legend_below ? page->margin : page->width - page->margin - stage->legend.width;
    double top = stage->legend_below ? stage->inside.bottom - above_legend * page->scale : stage->legend_top;
    sv_status status = sv_stage_tell(stage, SV_TR("making the picture"), 0.7);
    if (status != SV_OK)
        return status;
    sv_legend_draw(&stage->legend, &stage->picture, stage->theme, left, top);
    if (stage->description)
        sv_picture_describe(&stage->picture, sv_frame_title(stage->map, stage->options), stage->description,
                            stage->language == SV_DUTCH ? "nl" : "en");
    if (stage->failed || stage->picture.failed)
        return sv_stage_no_memory(stage);
    return sv_renderer_render(stage->renderer, &stage->picture, format, stage->options->dpi, bytes, length, stage->error);
}

void sv_want(const char *id, size_t *which, size_t *n)
{
    size_t score = sv_score_find(id);
    for (size_t i = 0; i < *n; i++)
        if (which[i] == score)
            return;
    if (score != SIZE_MAX)
        which[(*n)++] = score;
}

void sv_view_scores(size_t view, const sv_network *network, const sv_draw_options *options, size_t *which, size_t *n)
{
    sv_view_needs *needs = sv_view_more(view);
    *n = 0;
    sv_want(sv_score_get(sv_draw_size_score(options))->id, which, n);
    if (needs)
        needs(network, options, which, n);
}

sv_status sv_draw(const sv_scores *scores, size_t view, const sv_draw_options *options, sv_picture_format format, char **bytes,
                  size_t *length, sv_draw_report *report, sv_error *error)
{
    const sv_page own = sv_page_within(options->width, options->height);
    const bool within = options->width > 0 && options->height > 0;
    sv_draw_options settled = *options;
    sv_stage stage = {.options = &settled,
                      .view = sv_view_get(view),
                      .scores = scores,
                      .network = sv_scores_network(scores),
                      .page = within ? &own : sv_page_get(options->page),
                      .legend_below = within, /* the page is narrow */
                      .theme = sv_theme_get(options->theme),
                      .renderer = options->renderer,
                      .language = options->language,
                      .score = sv_draw_size_score(options),
                      .error = error};
    double *stance = NULL, *salience = NULL;
    sv_status status;
    *bytes = NULL;
    *length = 0;
    stage.map = sv_network_map(stage.network);
    status = settle_issue(&stage, &settled);
    if (status == SV_OK)
        status = check_places(&stage);
    if (status == SV_OK)
        status = check_scores(&stage, view);
    if (status == SV_OK && !stage.renderer)
        status = sv_renderer_new(NULL, &stage.renderer, error);
    if (status == SV_OK)
        status = sv_stage_tell(&stage, SV_TR("placing actors"), 0.1);
    if (status == SV_OK)
        status = learn_positions(&stage, &stance, &salience);
    if (status == SV_OK)
        status = sv_view_compose(view)(&stage);
    if (status == SV_OK)
        status = finish(&stage, format, bytes, length);
    if (status == SV_OK && report)
        *report = stage.report;
    if (!options->renderer)
        sv_renderer_free(stage.renderer);
    free(stance);
    free(salience);
    sv_legend_clear(&stage.legend);
    sv_picture_clear(&stage.picture);
    sv_arena_clear(&stage.texts);
    return status;
}
