/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paper: cairo's PDF pages, pango's text and librsvg's pictures behind one small set of functions. */
#include "paper.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"

/* clang-format off */
static const paper_colours palettes[SV_THEMES] = {
    [SV_THEME_LIGHT] = {0xFFFFFF, 0x1B2733, 0x4A5866, 0x0B6E99, 0xE8F1F5, 0x2B2F36, 0xFFFFFF},
    [SV_THEME_DARK] = {0x14171C, 0xF1F3F5, 0xB3BAC4, 0x6DB8E8, 0x1D2833, 0xF1F3F5, 0x14171C},
    [SV_THEME_PRINT] = {0xFFFFFF, 0x000000, 0x484848, 0x000000, 0xF0F0F0, 0x000000, 0xFFFFFF},
};
/* clang-format on */

const paper_colours *paper_colours_of(sv_theme_choice theme)
{
    return &palettes[theme];
}

const char *paper_audience(sv_audience audience, sv_language language)
{
    return sv_translate(language, audience == SV_PUBLIC ? SV_TR("public") : audience == SV_TEAM ? SV_TR("internal") : SV_TR("private"));
}

static cairo_status_t keep(void *context, const unsigned char *bytes, unsigned n)
{
    sv_text *kept = context;
    sv_text_add_n(kept, (const char *)bytes, n);
    return kept->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

void paper_begin(paper *to, double width, double height, const paper_about *about)
{
    char day[16], moment[32];
    *to = (paper){.width = width, .height = height};
    to->surface = cairo_pdf_surface_create_for_stream(keep, &to->bytes, width, height);
    to->ink = cairo_create(to->surface);
    sv_date_write(about->as_of ? about->as_of : 19700101, day); /* never the clock: the same pages give the same bytes */
    snprintf(moment, sizeof moment, "%sT12:00:00Z", day);
    cairo_pdf_surface_set_metadata(to->surface, CAIRO_PDF_METADATA_TITLE, about->title);
    cairo_pdf_surface_set_metadata(to->surface, CAIRO_PDF_METADATA_SUBJECT, about->subject);
    cairo_pdf_surface_set_metadata(to->surface, CAIRO_PDF_METADATA_CREATOR, "speelveld " SV_VERSION);
    cairo_pdf_surface_set_metadata(to->surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

void paper_page(paper *to, const char *bookmark)
{
    char where[32];
    if (to->pages > 0)
        cairo_show_page(to->ink);
    snprintf(where, sizeof where, "page=%d", ++to->pages);
    cairo_pdf_surface_add_outline(to->surface, CAIRO_PDF_OUTLINE_ROOT, bookmark, where, 0);
}

static void set_colour(const paper *to, uint32_t colour)
{
    cairo_set_source_rgb(to->ink, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

/* No line ends between a euro sign and its amount, nor behind a word of one letter such as ’s in "’s avonds". */
static void bind_words(const char *text, sv_text *out)
{
    static const char *const bound[] = {"€ ", "’s ", "’t "};
    for (const char *from = text; *text;) {
        size_t length = 0;
        for (size_t i = 0; i < sizeof bound / sizeof *bound && (text == from || text[-1] == ' '); i++)
            if (strncmp(text, bound[i], strlen(bound[i])) == 0)
                length = strlen(bound[i]);
        sv_text_add_n(out, text, length ? length - 1 : 1);
        sv_text_add(out, length ? "\xC2\xA0" : "");
        text += length ? length : 1;
    }
}

/* A text as pango lays it out. The font is named, so that every machine measures alike. */
static PangoLayout *lay_out(const paper *to, const paper_style *style, double width, double most, const char *text)
{
    PangoLayout *layout = pango_cairo_create_layout(to->ink);
    PangoFontDescription *font = pango_font_description_from_string("DejaVu Sans");
    sv_text bound = {0};
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, width < 0 ? -1 : (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_spacing(layout, (int)(style->size * 0.2 * PANGO_SCALE));
    if (most < HUGE_VAL) {
        pango_layout_set_height(layout, (int)(most * PANGO_SCALE));
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    bind_words(text, &bound);
    pango_layout_set_text(layout, bound.failed ? text : sv_text_get(&bound), -1);
    sv_text_clear(&bound);
    return layout;
}

static double height_of(PangoLayout *layout)
{
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    return (double)height / PANGO_SCALE;
}

double paper_text_width(paper *to, const paper_style *style, const char *text)
{
    PangoLayout *layout = lay_out(to, style, -1, HUGE_VAL, text);
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    g_object_unref(layout);
    return (double)width / PANGO_SCALE;
}

double paper_text_height(paper *to, const paper_style *style, double width, const char *text)
{
    PangoLayout *layout = lay_out(to, style, width, HUGE_VAL, text);
    double height = height_of(layout);
    g_object_unref(layout);
    return height;
}

double paper_balanced(paper *to, const paper_style *style, double width, const char *text)
{
    double high = paper_text_height(to, style, width, text), low = width / 3;
    while (width - low > 1) {
        double middle = (low + width) / 2;
        if (paper_text_height(to, style, middle, text) <= high + 0.01)
            width = middle;
        else
            low = middle;
    }
    return width;
}

double paper_text(paper *to, const paper_style *style, double x, double y, double width, double most, const char *text)
{
    PangoLayout *layout = lay_out(to, style, width, most, text);
    double height = height_of(layout);
    set_colour(to, style->colour);
    cairo_move_to(to->ink, x, y);
    pango_cairo_show_layout(to->ink, layout);
    g_object_unref(layout);
    return height;
}

void paper_box(paper *to, double x, double y, double width, double height, uint32_t colour)
{
    set_colour(to, colour);
    cairo_rectangle(to->ink, x, y, width, height);
    cairo_fill(to->ink);
}

double paper_badge(paper *to, double right, double y, double size, const paper_colours *colours, const char *word)
{
    paper_style style = {size, true, colours->badge_ink};
    double width = paper_text_width(to, &style, word), high = paper_text_height(to, &style, width + 1, word), inset = size * 0.7;
    double radius = size * 0.5, left = right - width - 2 * inset, bottom = y + high + size * 0.5;
    const double quarter = 1.57079632679489661923;
    set_colour(to, colours->badge);
    cairo_new_path(to->ink);
    cairo_arc(to->ink, right - radius, y + radius, radius, -quarter, 0);
    cairo_arc(to->ink, right - radius, bottom - radius, radius, 0, quarter);
    cairo_arc(to->ink, left + radius, bottom - radius, radius, quarter, 2 * quarter);
    cairo_arc(to->ink, left + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(to->ink);
    cairo_fill(to->ink);
    paper_text(to, &style, left + inset, y + size * 0.25, width + 1, HUGE_VAL, word);
    return right - left;
}

/* The picture without its <a> and </a>: cairo 1.16 writes a damaged file for them. In our SVG a < in text is always &lt;. */
static void leave_out_links(const char *svg, size_t length, sv_text *out)
{
    const char *end = svg + length;
    while (svg < end) {
        const char *open = memchr(svg, '<', (size_t)(end - svg)), *close = open ? memchr(open, '>', (size_t)(end - open)) : NULL;
        size_t name = open && open + 1 < end && open[1] == '/' ? 2 : 1;
        if (!close) {
            sv_text_add_n(out, svg, (size_t)(end - svg));
            return;
        }
        sv_text_add_n(out, svg, (size_t)(open - svg));
        if (open[name] != 'a' || !strchr(" >\n", open[name + 1]))
            sv_text_add_n(out, open, (size_t)(close + 1 - open));
        svg = close + 1;
    }
}

void paper_picture(paper *to, const char *svg, size_t length, double x, double y, double width, double height)
{
    RsvgRectangle box = {x, y, width, height};
    sv_text plain = {0};
    RsvgHandle *handle = NULL;
    leave_out_links(svg, length, &plain);
    if (!plain.failed)
        handle = rsvg_handle_new_from_data((const guint8 *)sv_text_get(&plain), plain.length, NULL);
    if (!handle || !rsvg_handle_render_document(handle, to->ink, &box, NULL))
        to->fault = to->fault ? to->fault : "librsvg";
    if (handle)
        g_object_unref(handle);
    to->bytes.failed |= plain.failed;
    sv_text_clear(&plain);
}

sv_status paper_end(paper *to, char **bytes, size_t *length, sv_error *error)
{
    cairo_status_t drawn = cairo_status(to->ink), closed;
    const char *fault = to->fault;
    cairo_destroy(to->ink);
    cairo_surface_finish(to->surface);
    closed = cairo_surface_status(to->surface);
    cairo_surface_destroy(to->surface);
    *bytes = NULL;
    if (!fault && (drawn || closed))
        fault = cairo_status_to_string(drawn ? drawn : closed);
    if (to->bytes.failed || fault) {
        bool memory = to->bytes.failed || drawn == CAIRO_STATUS_NO_MEMORY;
        sv_text_clear(&to->bytes);
        return sv_error_set(error, memory ? SV_E_MEMORY : SV_E_PAPER, fault, NULL);
    }
    *bytes = to->bytes.bytes;
    *length = to->bytes.length;
    return SV_OK;
}
