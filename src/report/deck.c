/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Deck: slides for the council chamber as one PDF. A title page, a page for each picture, and a last page on how
 * they were made and what they cannot say. Pictures are whole slides already: they fill their page.
 */
#include <speelveld/report.h>

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "paper.h"

enum { slide_width = 960, slide_height = 540, margin = 64 };
enum { ink = 0x1B2733, soft_ink = 0x4A5866, accent = 0x0B6E99 };

static const paper_style title_style = {40, true, ink}, subtitle_style = {24, false, soft_ink}, label_style = {14, false, soft_ink};
static const paper_style heading_style = {28, true, ink}, paragraph_style = {16, false, ink};

static const char *audience_word(const sv_deck *deck)
{
    return sv_translate(deck->language, deck->audience == SV_PUBLIC ? SV_TR("public") : deck->audience == SV_TEAM ? SV_TR("internal") : SV_TR("private"));
}

/* What stands at the foot of the pages that are not pictures: for whom, of which day, from what. */
static void set_foot(paper *to, const sv_deck *deck)
{
    sv_text foot = {0};
    sv_text_add(&foot, audience_word(deck));
    if (deck->as_of) {
        sv_text_add(&foot, " · ");
        sv_date_say(deck->as_of, deck->language, &foot);
    }
    if (*deck->source)
        sv_text_addf(&foot, " · %s: %s", sv_translate(deck->language, SV_TR("source")), deck->source);
    to->bytes.failed |= foot.failed;
    paper_text(to, &label_style, margin, slide_height - 48, slide_width - 2 * margin, 20, sv_text_get(&foot));
    sv_text_clear(&foot);
}

static void set_title_page(paper *to, const sv_deck *deck)
{
    double width = slide_width - 2 * margin, y = 120;
    paper_page(to, deck->title);
    paper_box(to, 0, 0, 16, slide_height, accent);
    y += paper_text(to, &title_style, margin, y, width, 160, deck->title) + 20;
    if (*deck->subtitle)
        y += paper_text(to, &subtitle_style, margin, y, width, 100, deck->subtitle) + 20;
    if (*deck->message)
        paper_text(to, &paragraph_style, margin, y, width, slide_height - 80 - y, deck->message);
    set_foot(to, deck);
}

/* The paragraphs of a text under each other in this size, from y down to `end`; how far they came. Without `set` they are only measured. */
static double set_paragraphs(paper *to, const char *text, const paper_style *style, double y, double end, bool set)
{
    double width = slide_width - 2 * margin;
    while (*text && y < end) {
        size_t n = strcspn(text, "\n");
        sv_text paragraph = {0};
        sv_text_add_n(&paragraph, text, n);
        to->bytes.failed |= paragraph.failed;
        y += set ? paper_text(to, style, margin, y, width, end - y, sv_text_get(&paragraph)) : paper_text_height(to, style, width, sv_text_get(&paragraph));
        y += style->size * 0.6;
        sv_text_clear(&paragraph);
        text += n + (text[n] == '\n');
    }
    return y;
}

/* Paragraphs as large as lets all of them stand on one page; what is too much even so is cut. */
static void set_last_page(paper *to, const sv_deck *deck)
{
    const char *heading = sv_translate(deck->language, SV_TR("How this was made, and what it cannot say"));
    double top = 104, end = slide_height - 72;
    paper_style style = paragraph_style;
    paper_page(to, heading);
    paper_box(to, 0, 0, 16, slide_height, accent);
    paper_text(to, &heading_style, margin, 48, slide_width - 2 * margin, 40, heading);
    while (style.size > 10 && set_paragraphs(to, deck->method, &style, top, HUGE_VAL, false) > end)
        style.size -= 1;
    set_paragraphs(to, deck->method, &style, top, end, true);
    set_foot(to, deck);
}

sv_status sv_report_deck(const sv_deck *deck, char **bytes, size_t *length, sv_error *error)
{
    paper_about about = {.title = deck->title, .subject = deck->subtitle, .as_of = deck->as_of};
    paper to;
    paper_begin(&to, slide_width, slide_height, &about);
    set_title_page(&to, deck);
    for (size_t i = 0; i < deck->n_pages; i++) {
        paper_page(&to, deck->pages[i].title);
        paper_picture(&to, deck->pages[i].svg, deck->pages[i].length, 0, 0, slide_width, slide_height);
    }
    set_last_page(&to, deck);
    return paper_end(&to, bytes, length, error);
}
