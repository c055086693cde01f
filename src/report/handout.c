/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Handout: one A4 page to leave behind. What it is about and why, the picture, who supports it, and what we ask.
 * Everything stands on that one page: the text shrinks before anything is cut.
 */
#include <speelveld/report.h>

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "paper.h"

static const double page_width = 595.28, page_height = 841.89, margin = 46, gap = 12;
enum { ink = 0x1B2733, soft_ink = 0x4A5866, accent = 0x0B6E99, tint = 0xE8F1F5 };
static const double largest = 11.5, smallest = 8.5; /* points of the text */

/* A text with its heading, and where it goes. */
typedef struct block {
    const char *heading, *text;
    bool boxed;
} block;

static double set_block(paper *to, const block *one, double size, double y, double most, bool measure)
{
    double width = page_width - 2 * margin, inset = one->boxed ? 10 : 0, from = y;
    paper_style heading = {size + 1.5, true, accent}, text = {size, one->boxed, ink};
    double height = paper_text_height(to, &heading, width - 2 * inset, one->heading) + 3 + paper_text_height(to, &text, width - 2 * inset, one->text);
    if (measure)
        return height + 2 * inset + gap;
    if (one->boxed)
        paper_box(to, margin, y, width, fmin(height + 2 * inset, most), tint);
    y += inset;
    y += paper_text(to, &heading, margin + inset, y, width - 2 * inset, most, one->heading) + 3;
    y += paper_text(to, &text, margin + inset, y, width - 2 * inset, fmax(size, most - (y - from) - inset), one->text);
    return y - from + inset + gap;
}

/* The largest size of text at which all blocks fit under each other in the room there is. */
static double fit_size(paper *to, const block *blocks, size_t n, double room)
{
    double size = largest;
    for (;; size -= 0.5) {
        double height = 0;
        for (size_t i = 0; i < n; i++)
            if (*blocks[i].text)
                height += set_block(to, &blocks[i], size, 0, HUGE_VAL, true);
        if (height <= room || size <= smallest)
            return size;
    }
}

static void set_foot(paper *to, const sv_handout *handout)
{
    paper_style style = {8.5, false, soft_ink};
    sv_text foot = {0};
    sv_text_add(&foot, sv_translate(handout->language, handout->audience == SV_PUBLIC ? SV_TR("public")
                                                       : handout->audience == SV_TEAM ? SV_TR("internal")
                                                                                      : SV_TR("private")));
    if (handout->as_of) {
        sv_text_add(&foot, " · ");
        sv_date_say(handout->as_of, handout->language, &foot);
    }
    if (*handout->source)
        sv_text_addf(&foot, " · %s: %s", sv_translate(handout->language, SV_TR("source")), handout->source);
    to->bytes.failed |= foot.failed;
    paper_text(to, &style, margin, page_height - 36, page_width - 2 * margin, 22, sv_text_get(&foot));
    sv_text_clear(&foot);
}

sv_status sv_report_handout(const sv_handout *handout, char **bytes, size_t *length, sv_error *error)
{
    const block blocks[] = {{sv_translate(handout->language, SV_TR("What it is about")), handout->message, false},
                            {sv_translate(handout->language, SV_TR("Who supports this")), handout->support, false},
                            {sv_translate(handout->language, SV_TR("What we ask")), handout->ask, true}};
    const size_t n = sizeof blocks / sizeof *blocks;
    paper_about about = {.title = handout->title, .subject = handout->subtitle, .as_of = handout->as_of};
    paper_style title = {22, true, ink}, subtitle = {11, false, soft_ink};
    double width = page_width - 2 * margin, picture = handout->svg ? width * 9 / 16 + gap : 0, end = page_height - 46, y = 44, size;
    paper to;
    paper_begin(&to, page_width, page_height, &about);
    paper_page(&to, handout->title);
    paper_box(&to, 0, 0, page_width, 10, accent);
    y += paper_text(&to, &title, margin, y, width, 60, handout->title) + 4;
    if (*handout->subtitle)
        y += paper_text(&to, &subtitle, margin, y, width, 30, handout->subtitle) + gap;
    size = fit_size(&to, blocks, n, end - y - picture);
    for (size_t i = 0; i < n; i++) {
        if (*blocks[i].text)
            y += set_block(&to, &blocks[i], size, y, fmax(2 * size, (end - y - (i == 0 ? picture : 0)) / (double)(n - i) * (i + 1 < n ? 1.4 : 1)), false);
        if (i == 0 && handout->svg) {
            paper_picture(&to, handout->svg, handout->svg_length, margin, y, width, picture - gap);
            y += picture;
        }
    }
    set_foot(&to, handout);
    return paper_end(&to, bytes, length, error);
}
