/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Deck: slides for the council chamber as one PDF. A title page, a page for each picture, and a last page on how
 * they were made and what they cannot say. Pictures are whole slides already: they fill their page.
 */
#include <speelveld/report.h>

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "../draw/speech.h"
#include "paper.h"

enum { slide_width = 960, slide_height = 540, margin = 64 };
static const double bar = 14, title_size = 40, title_least = 24, subtitle_size = 18, message_size = 24, message_least = 13,
                    heading_size = 28, paragraph_size = 18, paragraph_least = 10, foot_size = 12;

/* The ground of a page that is no picture, for whom it is, and at its foot of which day and from what. */
static void set_ground(paper *to, const sv_deck *deck, const paper_colours *colours)
{
    paper_style style = {foot_size, false, colours->soft_ink};
    char date[40];
    sv_text foot = {0};
    if (colours->page != 0xFFFFFF)
        paper_box(to, 0, 0, slide_width, slide_height, colours->page);
    paper_box(to, 0, 0, bar, slide_height, colours->accent);
    paper_badge(to, slide_width - margin / 2.0, 26, 12, colours, paper_audience(deck->audience, deck->language));
    if (deck->as_of)
        sv_speech_fill(&foot, sv_translate(deck->language, SV_TR("As of {a}")), sv_speech_date(deck->as_of, deck->language, date), NULL,
                       NULL);
    if (*deck->source) {
        sv_text_add(&foot, foot.length ? "  ·  " : "");
        sv_speech_fill(&foot, sv_translate(deck->language, SV_TR("Source: {a}")), deck->source, NULL, NULL);
    }
    to->bytes.failed |= foot.failed;
    paper_text(to, &style, margin, slide_height - 44, slide_width - 2 * margin, 20, sv_text_get(&foot));
    sv_text_clear(&foot);
}

/* "Waterrijk · decision on 12 november 2026" */
static void say_subtitle(const sv_deck *deck, sv_text *out)
{
    char date[40];
    sv_text_add(out, deck->subtitle);
    if (!deck->decision)
        return;
    sv_text_add(out, out->length ? "  ·  " : "");
    sv_speech_fill(out, sv_translate(deck->language, SV_TR("decision on {a}")), sv_speech_date(deck->decision, deck->language, date), NULL,
                   NULL);
}

/* A text in lines of about one length, as large as goes within some height; gives how high it stands. */
static double set_large(paper *to, const char *text, paper_style style, double least, double y, double most)
{
    double width = slide_width - 2.5 * margin;
    while (style.size > least && paper_text_height(to, &style, width, text) > most)
        style.size -= 1;
    return paper_text(to, &style, margin, y, paper_balanced(to, &style, width, text), most, text);
}

static void set_title_page(paper *to, const sv_deck *deck, const paper_colours *colours)
{
    const paper_style title = {title_size, true, colours->ink}, subtitle = {subtitle_size, true, colours->accent};
    const paper_style message = {message_size, false, colours->ink};
    double y = 112;
    sv_text words = {0};
    paper_page(to, deck->title);
    set_ground(to, deck, colours);
    say_subtitle(deck, &words);
    to->bytes.failed |= words.failed;
    if (words.length)
        y += paper_text(to, &subtitle, margin, y, slide_width - 2 * margin, 2.4 * subtitle_size, sv_text_get(&words)) + 14;
    y += set_large(to, deck->title, title, title_least, y, 3.9 * title_size) + 26;
    if (*deck->message)
        set_large(to, deck->message, message, message_least, y, slide_height - 76 - y);
    sv_text_clear(&words);
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
        y += set ? paper_text(to, style, margin, y, width, end - y, sv_text_get(&paragraph))
                 : paper_text_height(to, style, width, sv_text_get(&paragraph));
        y += style->size * 0.6;
        sv_text_clear(&paragraph);
        text += n + (text[n] == '\n');
    }
    return y;
}

/* Paragraphs as large as lets all of them stand on one page; what is too much even so is cut. */
static void set_last_page(paper *to, const sv_deck *deck, const paper_colours *colours)
{
    const char *heading = sv_translate(deck->language, SV_TR("How this was made, and what it cannot say"));
    const paper_style above = {heading_size, true, colours->ink};
    paper_style style = {paragraph_size, false, colours->ink};
    double top = 104, end = slide_height - 64;
    paper_page(to, heading);
    set_ground(to, deck, colours);
    set_large(to, heading, above, paragraph_size, 46, 1.5 * heading_size);
    while (style.size > paragraph_least && set_paragraphs(to, deck->method, &style, top, HUGE_VAL, false) > end)
        style.size -= 1;
    set_paragraphs(to, deck->method, &style, top, end, true);
}

sv_status sv_report_deck(const sv_deck *deck, char **bytes, size_t *length, sv_error *error)
{
    paper_about about = {.title = deck->title, .subject = deck->subtitle, .as_of = deck->as_of};
    const paper_colours *colours = paper_colours_of(deck->theme);
    paper to;
    paper_begin(&to, slide_width, slide_height, &about);
    set_title_page(&to, deck, colours);
    for (size_t i = 0; i < deck->n_pages; i++) {
        paper_page(&to, deck->pages[i].title);
        paper_picture(&to, deck->pages[i].svg, deck->pages[i].length, 0, 0, slide_width, slide_height);
    }
    set_last_page(&to, deck, colours);
    return paper_end(&to, bytes, length, error);
}
