/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Handout: one A4 page to leave behind. What it is about and why, the picture, who supports it beside what we ask. The texts take
 * what they need and the picture has the rest, composed for that room; everything stands on that one page: type shrinks before
 * the picture gets small, and text is cut only when it fits at no size.
 */
#include <speelveld/report.h>

#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../draw/speech.h"
#include "paper.h"

static const double page_width = 595.28, page_height = 841.89, margin = 28, gap = 14, column_gap = 20, inset = 11, bar = 3;
static const double largest = 10.5, smallest = 8.5;            /* points of the text */
static const double lead = 1.5;                                /* points that the message and the ask are set larger */
static const double picture_wanted = 400, picture_least = 360; /* high */
static const double message_share = 0.13, column_share = 0.23; /* of the page, at most, where texts are far too long */

/* A page while it is set. */
typedef struct setter {
    paper to;
    const sv_handout *handout;
    const paper_colours *colours;
    double size;             /* of the text */
    double top;              /* below the title */
    double message, columns; /* heights */
} setter;

static double width_inside(void)
{
    return page_width - 2 * margin;
}

static double foot_top(void)
{
    return page_height - 40;
}

/* A part: its heading, and the text below; only measured where `set` is false. Gives its height. */
static double set_part(setter *by, const char *heading, const char *text, double size, bool bold, double x, double y, double width,
                       double most, bool set)
{
    paper_style above = {by->size - 0.5, true, by->colours->accent}, below = {size, bold, by->colours->ink};
    double head = paper_text_height(&by->to, &above, width, heading) + 2;
    if (!set)
        return head + paper_text_height(&by->to, &below, width, text);
    paper_text(&by->to, &above, x, y, width, most, heading);
    width = size > by->size && !bold ? paper_balanced(&by->to, &below, width, text) : width;
    return head + paper_text(&by->to, &below, x, y + head, width, fmax(size, most - head), text);
}

/* ---- The parts of the page ---- */

/* "Waterrijk · decision on 12 november 2026", for whom it is, and the title: gives where they end. */
static double set_title(setter *by, bool set)
{
    const sv_handout *handout = by->handout;
    paper_style above = {9.5, true, by->colours->accent}, title = {21, true, by->colours->ink};
    double y = 34, width = width_inside(), high;
    char date[40];
    sv_text words = {0};
    sv_text_add(&words, handout->subtitle);
    if (handout->decision) {
        sv_text_add(&words, words.length ? "  ·  " : "");
        sv_speech_fill(&words, sv_translate(handout->language, SV_TR("decision on {a}")),
                       sv_speech_date(handout->decision, handout->language, date), NULL, NULL);
    }
    by->to.bytes.failed |= words.failed;
    while (title.size > 15 && paper_text_height(&by->to, &title, width, handout->title) > 2.6 * title.size)
        title.size -= 0.5;
    if (set) {
        paper_box(&by->to, 0, 0, page_width, 8, by->colours->accent);
        paper_badge(&by->to, page_width - margin, y - 3, 9, by->colours, paper_audience(handout->audience, handout->language));
        paper_text(&by->to, &above, margin, y, width - 90, 13, sv_text_get(&words));
    }
    y += 19;
    high = fmin(paper_text_height(&by->to, &title, width, handout->title), 4 * title.size);
    if (set)
        paper_text(&by->to, &title, margin, y, paper_balanced(&by->to, &title, width, handout->title), high, handout->title);
    sv_text_clear(&words);
    return y + high + gap * 0.8;
}

static double set_message(setter *by, double y, double most, bool set)
{
    if (!*by->handout->message)
        return 0;
    return set_part(by, sv_translate(by->handout->language, SV_TR("What it is about")), by->handout->message, by->size + lead, false,
                    margin, y, width_inside(), most, set) +
           gap;
}

/* Who supports it, and beside that what we ask; the one over the whole width when there is no other. Gives their height. */
static double set_columns(setter *by, double y, double most, bool set)
{
    const sv_handout *handout = by->handout;
    const char *support = sv_translate(handout->language, SV_TR("Who supports this")),
               *ask = sv_translate(handout->language, SV_TR("What we ask"));
    bool both = *handout->support && *handout->ask;
    double column = both ? (width_inside() - column_gap) / 2 : width_inside(), x = margin + (both ? column + column_gap : 0);
    double inner = column - 2 * inset - bar, above = both ? inset : 0, left = 0, right = 0;
    if (*handout->support)
        left = set_part(by, support, handout->support, by->size, false, margin, y, column, most, false) + 2 * above;
    if (*handout->ask)
        right = set_part(by, ask, handout->ask, by->size + lead, true, x, y, inner, most, false) + 2 * inset;
    most = fmin(fmax(left, right), most);
    if (!set)
        return most > 0 ? most + gap : 0;
    if (*handout->support)
        set_part(by, support, handout->support, by->size, false, margin, y + above, column, most - 2 * above, true);
    if (*handout->ask) {
        right = fmin(right, most);
        paper_box(&by->to, x, y, column, right, by->colours->tint);
        paper_box(&by->to, x, y, bar, right, by->colours->accent);
        set_part(by, ask, handout->ask, by->size + lead, true, x + bar + inset, y + inset, inner, right - 2 * inset, true);
    }
    return most + gap;
}

static void set_foot(setter *by)
{
    const sv_handout *handout = by->handout;
    paper_style style = {8.5, false, by->colours->soft_ink};
    char date[40];
    sv_text foot = {0};
    if (handout->as_of)
        sv_speech_fill(&foot, sv_translate(handout->language, SV_TR("As of {a}")), sv_speech_date(handout->as_of, handout->language, date),
                       NULL, NULL);
    if (*handout->source) {
        sv_text_add(&foot, foot.length ? "  ·  " : "");
        sv_speech_fill(&foot, sv_translate(handout->language, SV_TR("Source: {a}")), handout->source, NULL, NULL);
    }
    by->to.bytes.failed |= foot.failed;
    paper_box(&by->to, margin, foot_top(), width_inside(), 0.5, by->colours->soft_ink);
    paper_text(&by->to, &style, margin, foot_top() + 5, width_inside(), 22, sv_text_get(&foot));
    sv_text_clear(&foot);
}

/* ---- All of it ---- */

static double room_left(const setter *by)
{
    return foot_top() - gap - by->top - by->message - by->columns;
}

/* The largest type that leaves a good picture; what is too long even in the smallest is cut. */
static void fit(setter *by)
{
    by->top = set_title(by, false);
    for (by->size = largest;; by->size -= 0.5) {
        by->message = set_message(by, 0, HUGE_VAL, false);
        by->columns = set_columns(by, 0, HUGE_VAL, false);
        if (room_left(by) >= (by->handout->svg ? picture_wanted : 0) || by->size <= smallest)
            break;
    }
    if (room_left(by) >= picture_least)
        return;
    by->message = fmin(by->message, message_share * page_height);
    by->columns = fmin(by->columns, column_share * page_height);
}

static void begin(setter *by, const sv_handout *handout)
{
    paper_about about = {.title = handout->title, .subject = handout->subtitle, .as_of = handout->as_of};
    *by = (setter){.handout = handout, .colours = paper_colours_of(handout->theme)};
    paper_begin(&by->to, page_width, page_height, &about);
    paper_page(&by->to, handout->title);
    fit(by);
}

sv_status sv_report_handout_room(const sv_handout *handout, double *width, double *height, sv_error *error)
{
    sv_handout with = *handout;
    setter by;
    char *bytes;
    size_t length;
    sv_status status;
    with.svg = "";
    begin(&by, &with);
    *width = width_inside();
    *height = fmax(room_left(&by), picture_least);
    status = paper_end(&by.to, &bytes, &length, error);
    free(bytes);
    return status;
}

sv_status sv_report_handout(const sv_handout *handout, char **bytes, size_t *length, sv_error *error)
{
    setter by;
    double y, picture;
    begin(&by, handout);
    if (by.colours->page != 0xFFFFFF)
        paper_box(&by.to, 0, 0, page_width, page_height, by.colours->page);
    picture = handout->svg ? room_left(&by) : 0;
    if (handout->svg_height > 0)
        picture = fmin(picture, handout->svg_height);
    y = set_title(&by, true);
    set_message(&by, y, by.message - gap, true);
    y += by.message;
    if (handout->svg)
        paper_picture(&by.to, handout->svg, handout->svg_length, margin, y, width_inside(), picture);
    y += picture + (handout->svg ? gap : 0);
    set_columns(&by, y, by.columns - gap, true);
    set_foot(&by);
    return paper_end(&by.to, bytes, length, error);
}
