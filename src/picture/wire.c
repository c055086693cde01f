/* SPDX-License-Identifier: MIT */
/*
 * The wire, writing side: requests as draw says them and answers as render gives them. Every message is
 * written whole into memory first, so that a pipe never carries half of one because memory ran out.
 */
#include "wire.h"

#include <math.h>
#include <string.h>

static void put_byte(sv_text *out, unsigned value)
{
    sv_text_add_char(out, (char)(unsigned char)value);
}

static void put_32(sv_text *out, uint32_t value)
{
    char bytes[4];
    for (int i = 0; i < 4; i++)
        bytes[i] = (char)(unsigned char)(value >> (8 * i));
    sv_text_add_n(out, bytes, sizeof bytes);
}

static void put_64(sv_text *out, uint64_t value)
{
    put_32(out, (uint32_t)value);
    put_32(out, (uint32_t)(value >> 32));
}

static void put_real(sv_text *out, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_64(out, bits);
}

static void put_text(sv_text *out, const char *text)
{
    size_t n = text ? strlen(text) : 0;
    if (!text) {
        put_32(out, UINT32_MAX);
        return;
    }
    if (n > SV_WIRE_TEXT) /* the reader would refuse the whole message; no picture needs a text this long */
        n = SV_WIRE_TEXT;
    put_32(out, (uint32_t)n);
    sv_text_add_n(out, text, n);
}

/* SV_NO_MARK and anything else that does not fit becomes "none". */
static void put_index(sv_text *out, size_t index)
{
    put_32(out, index < UINT32_MAX ? (uint32_t)index : UINT32_MAX);
}

/* The head, with room for the length: returns where the message starts, for finish(). */
static size_t begin(sv_text *out, sv_wire_kind kind)
{
    size_t start = out->length;
    sv_text_add_n(out, "SVW2", 4);
    put_32(out, (uint32_t)kind);
    put_64(out, 0);
    return start;
}

static sv_status finish(sv_text *out, size_t start, size_t items, sv_error *error)
{
    uint64_t length;
    if (out->failed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    length = out->length - start - SV_WIRE_HEAD;
    if (items > SV_WIRE_ITEMS || length > SV_WIRE_LIMIT)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "more than fits in one picture", NULL);
    for (int i = 0; i < 8; i++)
        out->bytes[start + 8 + (size_t)i] = (char)(unsigned char)(length >> (8 * i));
    return SV_OK;
}

sv_status sv_wire_write_measure(const sv_measure *texts, size_t n, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_MEASURE);
    put_index(message, n);
    for (size_t i = 0; i < n; i++) {
        put_real(message, texts[i].font_size);
        put_byte(message, texts[i].bold);
        put_text(message, texts[i].text);
    }
    return finish(message, start, n, error);
}

/* A box without a usable position is sent without one: NaN never goes over the wire. */
static void put_box(sv_text *out, const sv_placement *placement, size_t i)
{
    bool pinned = placement->pinned && placement->pinned[i];
    bool placed = (placement->use_positions || pinned) && isfinite(placement->x[i]) && isfinite(placement->y[i]);
    put_byte(out, (pinned && placed ? 1u : 0u) | (placed ? 2u : 0u));
    put_real(out, placement->width[i]);
    put_real(out, placement->height[i]);
    put_real(out, placed ? placement->x[i] : 0);
    put_real(out, placed ? placement->y[i] : 0);
}

sv_status sv_wire_write_place(const sv_placement *placement, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_PLACE);
    put_byte(message, (unsigned)placement->engine);
    put_byte(message, placement->use_positions);
    put_byte(message, placement->spread);
    put_byte(message, placement->length != NULL);
    put_index(message, placement->n_boxes);
    for (size_t i = 0; i < placement->n_boxes; i++)
        put_box(message, placement, i);
    put_index(message, placement->n_ties);
    for (size_t i = 0; i < placement->n_ties; i++) {
        put_index(message, placement->from[i]);
        put_index(message, placement->to[i]);
        if (placement->length)
            put_real(message, placement->length[i]);
    }
    return finish(message, start, placement->n_boxes > placement->n_ties ? placement->n_boxes : placement->n_ties, error);
}

static void put_mark(sv_text *out, const sv_mark *mark)
{
    put_byte(out, (unsigned)mark->shape);
    put_byte(out, (unsigned)mark->stroke_style);
    put_byte(out, (unsigned)mark->align);
    put_byte(out, mark->bold);
    put_byte(out, mark->behind);
    put_real(out, mark->x);
    put_real(out, mark->y);
    put_real(out, mark->width);
    put_real(out, mark->height);
    put_32(out, mark->fill);
    put_32(out, mark->stroke);
    put_32(out, mark->text_colour);
    put_real(out, mark->stroke_width);
    put_real(out, mark->font_size);
    put_text(out, mark->id);
    put_text(out, mark->classes);
    put_text(out, mark->tooltip);
    put_text(out, mark->link);
    put_text(out, mark->text);
}

static void put_line(sv_text *out, const sv_line *line)
{
    put_byte(out, (unsigned)line->style);
    put_byte(out, line->arrow);
    put_index(out, line->from);
    put_index(out, line->to);
    for (int i = 0; i < 8; i++)
        put_real(out, line->points[i]);
    put_32(out, line->colour);
    put_real(out, line->width);
    put_text(out, line->id);
    put_text(out, line->classes);
    put_text(out, line->tooltip);
}

sv_status sv_wire_write_render(const sv_picture *picture, sv_picture_format format, double dpi, sv_text *message, sv_error *error)
{
    size_t start;
    if (picture->failed)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    start = begin(message, SV_WIRE_RENDER);
    put_byte(message, (unsigned)format);
    put_real(message, dpi);
    put_real(message, picture->width);
    put_real(message, picture->height);
    put_32(message, picture->background);
    put_text(message, picture->title);
    put_text(message, picture->description);
    put_text(message, picture->language);
    put_index(message, picture->n_marks);
    for (size_t i = 0; i < picture->n_marks; i++)
        put_mark(message, &picture->marks[i]);
    put_index(message, picture->n_lines);
    for (size_t i = 0; i < picture->n_lines; i++)
        put_line(message, &picture->lines[i]);
    return finish(message, start, picture->n_marks > picture->n_lines ? picture->n_marks : picture->n_lines, error);
}

sv_status sv_wire_write_sizes(const sv_measure *texts, size_t n, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_SIZES);
    put_index(message, n);
    for (size_t i = 0; i < n; i++) {
        put_real(message, texts[i].width);
        put_real(message, texts[i].height);
    }
    return finish(message, start, n, error);
}

sv_status sv_wire_write_positions(const sv_placement *placement, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_POSITIONS);
    put_index(message, placement->n_boxes);
    for (size_t i = 0; i < placement->n_boxes; i++) {
        put_real(message, placement->x[i]);
        put_real(message, placement->y[i]);
    }
    return finish(message, start, placement->n_boxes, error);
}

sv_status sv_wire_write_bytes(const char *bytes, size_t n, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_BYTES);
    sv_text_add_n(message, bytes, n);
    return finish(message, start, 0, error);
}

sv_status sv_wire_write_fault(const sv_error *fault, sv_text *message, sv_error *error)
{
    size_t start = begin(message, SV_WIRE_FAULT);
    put_text(message, sv_code_id(fault->code));
    put_text(message, fault->found);
    put_text(message, fault->expected);
    return finish(message, start, 0, error);
}
