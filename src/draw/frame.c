/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The frame: see frame.h. It is set from the top down and from the bottom up; what is left is the view's. */
#include "frame.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "speech.h"
#include "wrap.h"

static const double line_gap = 3;      /* between two texts */
enum { words_below_title = 3 };
static const double below_words = 8;   /* between the words and the view */

typedef struct setter {
    sv_stage *stage;
    sv_text wrapped;
    double top, bottom; /* of what is still free */
    bool dry;           /* only see how much room texts take */
} setter;

const char *sv_frame_title(const sv_map *map, const sv_draw_options *options)
{
    const char *title = options->title ? options->title : "";
    if (!*title && options->issue != SV_NO_ROW)
        title = sv_map_cell(map, SV_ISSUES, options->issue, SV_ISSUE_TITLE);
    if (!*title)
        title = sv_map_title(map);
    return *title ? title : sv_translate(options->language, SV_TR("Stakeholder map"));
}

/* What to set, and how. */
typedef struct setting {
    const char *id, *classes, *text;
    double font_size, least, width; /* as large as goes on one line, from one size down to another */
    size_t lines;                   /* when it does not */
    uint32_t colour;
    bool bold, from_bottom;
} setting;

/* One text against the left margin, below what stands above (or above what stands below). */
static sv_status set(setter *to, const setting *what)
{
    sv_fit fit = {.font_size = what->font_size, .width = what->width, .bold = what->bold, .lines = what->lines};
    sv_measure one_line = {.text = what->text, .font_size = what->font_size, .bold = what->bold};
    sv_status status;
    double middle;
    if (!*what->text)
        return SV_OK;
    for (bool fits = false; !fits;) {
        status = sv_renderer_measure(to->stage->renderer, &one_line, 1, to->stage->error);
        fits = status != SV_OK || one_line.width <= what->width || one_line.font_size <= what->least;
        if (!fits) /* letters do not shrink quite as their size does: half a point at a time in the end */
            one_line.font_size =
                fmax(what->least, fmin(one_line.font_size - 0.5, floor(2 * one_line.font_size * what->width / one_line.width) / 2));
    }
    fit.font_size = one_line.font_size;
    if (status == SV_OK)
        status = sv_wrap_fit(to->stage->renderer, what->text, &fit, &to->wrapped, to->stage->error);
    if (status != SV_OK)
        return status;
    if (to->dry) {
        to->top -= what->from_bottom ? 0 : fit.got_height + line_gap * to->stage->page->scale;
        return SV_OK;
    }
    middle = what->from_bottom ? to->bottom + fit.got_height / 2 : to->top - fit.got_height / 2;
    sv_picture_mark(&to->stage->picture, &(sv_mark){.id = what->id,
                                                    .classes = what->classes,
                                                    .x = to->stage->page->margin + fit.got_width / 2,
                                                    .y = middle,
                                                    .width = fit.got_width,
                                                    .height = fit.got_height,
                                                    .text = sv_text_get(&to->wrapped),
                                                    .font_size = fit.font_size,
                                                    .bold = what->bold,
                                                    .text_colour = what->colour,
                                                    .align = SV_ALIGN_LEFT});
    if (what->from_bottom)
        to->bottom += fit.got_height + line_gap * to->stage->page->scale;
    else
        to->top -= fit.got_height + line_gap * to->stage->page->scale;
    return SV_OK;
}

/* For whom this is, in the upper right corner. Gives back the room it takes. */
static sv_status set_audience(setter *to, sv_audience audience, sv_language language, double *room)
{
    static const char *const words[] = {[SV_PRIVATE] = SV_TR("private"), [SV_TEAM] = SV_TR("internal"), [SV_PUBLIC] = SV_TR("public")};
    sv_measure measure = {.text = sv_translate(language, words[audience]), .font_size = to->stage->page->subtitle, .bold = true};
    sv_status status = sv_renderer_measure(to->stage->renderer, &measure, 1, to->stage->error);
    double width, height, scale = to->stage->page->scale;
    if (status != SV_OK)
        return status;
    width = measure.width + 18 * scale;
    height = measure.height + 6 * scale;
    sv_picture_mark(&to->stage->picture, &(sv_mark){.id = "audience",
                                                    .classes = "audience",
                                                    .shape = SV_SHAPE_ROUNDED,
                                                    .x = to->stage->page->width - to->stage->page->margin - width / 2,
                                                    .y = to->top - height / 2 - 2 * scale,
                                                    .width = width,
                                                    .height = height,
                                                    .fill = to->stage->theme->badge,
                                                    .stroke = to->stage->theme->badge,
                                                    .stroke_width = 1,
                                                    .text = measure.text,
                                                    .font_size = measure.font_size,
                                                    .bold = true,
                                                    .text_colour = to->stage->theme->badge_ink});
    *room = width + 16 * scale;
    return SV_OK;
}

/* What kind of picture it is, the municipality, what is decided when, and the issue where the title is another. */
static void say_subtitle(sv_text *out, const sv_stage *stage, const char *part)
{
    const sv_map *map = stage->map;
    const sv_draw_options *options = stage->options;
    char date[40];
    bool about = sv_map_rows(map, SV_ABOUT) > 0, issue = options->issue != SV_NO_ROW;
    if (!sv_text_same(sv_frame_title(map, options), stage->language == SV_DUTCH ? stage->view->nl : stage->view->en))
        sv_speech_capital(out, stage->language == SV_DUTCH ? stage->view->nl : stage->view->en);
    if (issue && options->title && *options->title)
        sv_speech_join(out, "  ·  ", sv_map_cell(map, SV_ISSUES, options->issue, SV_ISSUE_TITLE));
    if (about && !strstr(sv_frame_title(map, options), sv_map_cell(map, SV_ABOUT, 0, SV_ABOUT_MUNICIPALITY)))
        sv_speech_join(out, "  ·  ", sv_map_cell(map, SV_ABOUT, 0, SV_ABOUT_MUNICIPALITY));
    if (issue && *sv_speech_date(sv_map_date(map, SV_ISSUES, options->issue, SV_ISSUE_DECISION_DATE), options->language, date)) {
        sv_speech_join(out, "  ·  ", " ");
        out->length--;
        sv_speech_fill(out, sv_translate(options->language, SV_TR("decision on {a}")), date, NULL, NULL);
    }
    sv_speech_join(out, "  ·  ", part);
}

/* Where it comes from and of what day it is. */
static void say_source(sv_text *out, const sv_map *map, const sv_draw_options *options)
{
    char date[40];
    const char *source = sv_map_rows(map, SV_ABOUT) > 0 ? sv_map_cell(map, SV_ABOUT, 0, SV_ABOUT_SOURCE) : "";
    if (*source && out->length)
        sv_text_add(out, "  ·  ");
    if (*source)
        sv_speech_fill(out, sv_translate(options->language, SV_TR("Source: {a}")), source, NULL, NULL);
    if (!*sv_speech_date(options->as_of, options->language, date))
        return;
    sv_speech_join(out, "  ·  ", " ");
    out->length--;
    sv_speech_fill(out, sv_translate(options->language, SV_TR("As of {a}")), date, NULL, NULL);
}

/* What counted, where that is not as usual: nobody can read the picture without it. */
static void say_counted(sv_text *out, const sv_stage *stage)
{
    static const char *const levels[SV_LEVELS] = {[SV_LEVEL_PERSON] = SV_TR("Persons only, also tied by what they are both a member of"),
                                                  [SV_LEVEL_ORGANISATION] = SV_TR("Organisations only, also tied by members they share")};
    const sv_network_options *counted = sv_network_get_options(stage->network);
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    sv_text list = {0};
    if (levels[counted->level])
        sv_speech_join(out, "  ·  ", sv_translate(stage->language, levels[counted->level]));
    for (size_t i = 0; counted->ties && i < n; i++)
        if (sv_network_counts(counted, i))
            sv_speech_join(&list, ", ", stage->language == SV_DUTCH ? kinds[i].nl : kinds[i].en);
    if (counted->ties && sv_network_counts_memberships(counted))
        sv_speech_join(&list, ", ", sv_translate(stage->language, SV_TR("memberships")));
    if (counted->ties) {
        sv_speech_join(out, "  ·  ", " ");
        out->length--;
        sv_speech_fill(out, sv_translate(stage->language, SV_TR("Only these ties: {a}")), sv_text_get(&list), NULL, NULL);
    }
    if (counted->strength)
        sv_speech_join(out, "  ·  ", sv_translate(stage->language, SV_TR("Ties weighed by strength")));
    if (counted->directed)
        sv_speech_join(out, "  ·  ", sv_translate(stage->language, SV_TR("Ties followed the way they run")));
    out->failed |= list.failed;
    sv_text_clear(&list);
}

/*
 * What stands below stays: where subtitle, finding and sentence take more room than they took on the picture before, they are set
 * smaller, and in the end on a line each.
 */
static sv_status squeeze(setter *to, setting *words, double most)
{
    const double top = to->top;
    sv_status status = SV_OK;
    for (int round = 0; round < 3 && status == SV_OK; round++) {
        double used;
        to->dry = true;
        for (size_t i = 0; i < words_below_title && status == SV_OK; i++)
            status = set(to, &words[i]);
        used = top - to->top;
        to->dry = false;
        to->top = top;
        if (used <= most + 0.01)
            break;
        for (size_t i = 0; i < words_below_title; i++) {
            words[i].font_size = words[i].least = to->stage->page->smallest;
            words[i].lines = round == 0 ? 2 : 1;
        }
    }
    return status;
}

sv_status sv_frame_draw(sv_stage *stage, const sv_frame *frame)
{
    const sv_page *page = stage->page;
    const sv_theme *theme = stage->theme;
    setter to = {.stage = stage, .top = page->height - page->margin * 0.75, .bottom = page->margin * 0.6};
    double badge = 0, width = page->width - 2 * page->margin, below = width - page->legend_width - page->margin;
    const char *left_out = frame->left_out && *frame->left_out ? frame->left_out : NULL;
    double below_title = 0;
    sv_page_type type;
    bool kept = stage->options->places && sv_places_get_type(stage->options->places, page->id, &type);
    const char *finding = frame->finding ? frame->finding : "";
    sv_text subtitle = {0}, source = {0};
    sv_status status = page->within ? SV_OK : set_audience(&to, stage->options->audience, stage->language, &badge);
    if (page->within)
        sv_text_add(&subtitle, frame->part ? frame->part : "");
    else
        say_subtitle(&subtitle, stage, frame->part ? frame->part : "");
    if (left_out && stage->options->places) /* no line of its own: what stands must stay whether there is one or not */
        sv_speech_join(&source, "", left_out);
    if (frame->note && stage->legend_below)
        sv_speech_join(&source, "", frame->note);
    if (!page->within)
        say_source(&source, stage->map, stage->options);
    say_counted(&source, stage);
    if (stage->legend_below)
        below = width;
    if (subtitle.failed || source.failed)
        status = sv_stage_no_memory(stage);
    setting settings[] = {
        {"title", "title", page->within ? "" : sv_frame_title(stage->map, stage->options), page->title, page->title_least, width - badge, 2, theme->ink, true,
         false},
        {"subtitle", "subtitle", sv_text_get(&subtitle), page->subtitle, page->smallest, width, 1, theme->faint_ink, false, false},
        {"finding", "finding", finding, 1.15 * page->sentence, page->legend, width, 2, theme->ink, true, false},
        {"sentence", "sentence", frame->sentence, *finding ? page->subtitle : page->sentence, page->legend, width, 2, theme->ink, false,
         false},
        {"source", "source", sv_text_get(&source), page->smallest, page->smallest, below, stage->legend_below ? 2 : 1, theme->faint_ink,
         false, true},
        {"note", "note", frame->note && !stage->legend_below ? frame->note : "", page->smallest, page->smallest, below, 2, theme->faint_ink,
         false, true},
        {"left-out", "left-out", left_out && !stage->options->places ? left_out : "", page->subtitle, page->smallest, below, 2, theme->ink, true, true},
    };
    for (size_t i = 0; i < sizeof settings / sizeof *settings && status == SV_OK; i++) {
        status = set(&to, &settings[i]);
        if (i > 0)
            continue;
        below_title = to.top;
        if (kept && status == SV_OK)
            status = squeeze(&to, settings + 1, type.words);
    }
    stage->legend_top = to.top - below_words * page->scale;
    stage->words = kept ? type.words : below_title - to.top;
    to.top = below_title - stage->words;
    stage->inside = (sv_rect){page->margin, to.bottom + 6 * page->scale, page->width - page->margin, to.top - below_words * page->scale};
    sv_text_clear(&to.wrapped);
    sv_text_clear(&subtitle);
    sv_text_clear(&source);
    return status;
}
