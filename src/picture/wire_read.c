/* SPDX-License-Identifier: MIT */
/*
 * The wire, reading side. Nothing in a message is believed: every count is held against the bytes that are
 * left before room is made for it, every number must be finite and within what a page can hold, every index
 * must point at something, and bytes behind the end are a fault as much as bytes that are missing.
 */
#include "wire.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SIZE_MOST 100000.0      /* points; a page of 35 metres */
#define POSITION_MOST 1000000.0 /* points, either way */

/* The smallest number of bytes each kind of item can take; a count that needs more than is left is refused. */
enum { text_least = 13, box_least = 33, tie_least = 8, mark_least = 85, line_least = 98 };

typedef struct reader {
    const unsigned char *at;
    size_t left;
    bool failed;   /* once set, everything reads as zero */
    bool memory;   /* it failed for want of memory */
} reader;

static const unsigned char *take(reader *in, size_t n)
{
    const unsigned char *at = in->at;
    if (in->failed || n > in->left) {
        in->failed = true;
        return NULL;
    }
    in->at += n;
    in->left -= n;
    return at;
}

static uint64_t get_number(reader *in, int bytes)
{
    const unsigned char *at = take(in, (size_t)bytes);
    uint64_t value = 0;
    for (int i = 0; at && i < bytes; i++)
        value |= (uint64_t)at[i] << (8 * i);
    return value;
}

static unsigned get_choice(reader *in, unsigned most)
{
    unsigned value = (unsigned)get_number(in, 1);
    if (value <= most)
        return value;
    in->failed = true;
    return 0;
}

static uint32_t get_32(reader *in)
{
    return (uint32_t)get_number(in, 4);
}

static double get_real(reader *in, double least, double most)
{
    uint64_t bits = get_number(in, 8);
    double value;
    memcpy(&value, &bits, sizeof value);
    if (isfinite(value) && value >= least && value <= most)
        return value;
    in->failed = true;
    return 0;
}

static size_t get_count(reader *in, size_t least)
{
    size_t n = get_32(in);
    if (n <= SV_WIRE_ITEMS && n <= in->left / least)
        return n;
    in->failed = true;
    return 0;
}

/* Below n, or SV_NO_MARK where that is allowed. */
static size_t get_index(reader *in, size_t n, bool none_allowed)
{
    uint32_t index = get_32(in);
    if (index == UINT32_MAX && none_allowed)
        return SV_NO_MARK;
    if (index < n)
        return index;
    in->failed = true;
    return 0;
}

/* The text's bytes where they stand in the message; NULL for none. *n gets the length. A NUL inside is a fault. */
static const char *get_bytes(reader *in, size_t *n)
{
    uint32_t length = get_32(in);
    const unsigned char *at;
    *n = 0;
    if (in->failed || length == UINT32_MAX)
        return NULL;
    if (length > SV_WIRE_TEXT)
        in->failed = true;
    at = take(in, length);
    if (!at)
        return NULL;
    if (length && memchr(at, '\0', length)) {
        in->failed = true;
        return NULL;
    }
    *n = length;
    return (const char *)at;
}

/* A copy with a NUL behind it, kept in the arena. */
static const char *get_text(reader *in, sv_arena *arena)
{
    size_t n;
    const char *bytes = get_bytes(in, &n), *copy;
    if (!bytes)
        return NULL;
    copy = sv_arena_text(arena, bytes, n);
    if (!copy)
        in->failed = in->memory = true;
    return copy;
}

static void *room(reader *in, size_t n, size_t size)
{
    void *items = sv_alloc(n, size);
    if (!items)
        in->failed = in->memory = true;
    return items;
}

static sv_status outcome(const reader *in, const char *what, sv_error *error)
{
    if (in->memory)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (in->failed || in->left)
        return sv_error_set(error, SV_E_RENDERER_FAILED, what, NULL);
    return SV_OK;
}

static void read_measure(reader *in, sv_request *request)
{
    size_t n = get_count(in, text_least);
    request->texts = room(in, n, sizeof *request->texts);
    for (size_t i = 0; i < n && !in->failed; i++) {
        sv_measure *text = &request->texts[i];
        text->font_size = get_real(in, 0.1, 2000);
        text->bold = get_choice(in, 1);
        text->text = get_text(in, &request->arena);
    }
    request->n_texts = n;
}

static void read_box(reader *in, sv_placement *placement, bool *pinned, size_t i)
{
    unsigned flags = get_choice(in, 3);
    placement->width[i] = get_real(in, 0, SIZE_MOST);
    placement->height[i] = get_real(in, 0, SIZE_MOST);
    placement->x[i] = get_real(in, -POSITION_MOST, POSITION_MOST);
    placement->y[i] = get_real(in, -POSITION_MOST, POSITION_MOST);
    pinned[i] = flags & 1;
    if (!(flags & 2))
        placement->x[i] = placement->y[i] = NAN;
    if (flags == 1) /* pinned, but nowhere */
        in->failed = true;
}

static void read_place(reader *in, sv_request *request)
{
    sv_placement *placement = &request->placement;
    bool lengths;
    size_t n;
    placement->engine = (sv_engine)get_choice(in, SV_ENGINE_ENGINES - 1);
    placement->use_positions = get_choice(in, 1);
    placement->spread = get_choice(in, 1);
    lengths = get_choice(in, 1);
    placement->n_boxes = n = get_count(in, box_least);
    placement->width = room(in, n, sizeof(double));
    placement->height = room(in, n, sizeof(double));
    placement->x = room(in, n, sizeof(double));
    placement->y = room(in, n, sizeof(double));
    placement->pinned = request->pinned = room(in, n, sizeof(bool));
    for (size_t i = 0; i < n && !in->failed; i++)
        read_box(in, placement, request->pinned, i);
    placement->n_ties = n = get_count(in, tie_least);
    placement->from = request->from = room(in, n, sizeof(size_t));
    placement->to = request->to = room(in, n, sizeof(size_t));
    placement->length = request->length = lengths ? room(in, n, sizeof(double)) : NULL;
    for (size_t i = 0; i < n && !in->failed; i++) {
        request->from[i] = get_index(in, placement->n_boxes, false);
        request->to[i] = get_index(in, placement->n_boxes, false);
        if (lengths)
            request->length[i] = get_real(in, 0, POSITION_MOST);
    }
}

static void read_mark(reader *in, sv_mark *mark, sv_arena *arena)
{
    mark->shape = (sv_shape)get_choice(in, SV_SHAPES - 1);
    mark->stroke_style = (sv_stroke)get_choice(in, SV_STROKE_DOTTED);
    mark->align = (sv_align)get_choice(in, SV_ALIGN_RIGHT);
    mark->bold = get_choice(in, 1);
    mark->behind = get_choice(in, 1);
    mark->x = get_real(in, -POSITION_MOST, POSITION_MOST);
    mark->y = get_real(in, -POSITION_MOST, POSITION_MOST);
    mark->width = get_real(in, 0, SIZE_MOST);
    mark->height = get_real(in, 0, SIZE_MOST);
    mark->fill = get_32(in);
    mark->stroke = get_32(in);
    mark->text_colour = get_32(in);
    mark->stroke_width = get_real(in, 0, 1000);
    mark->font_size = get_real(in, 0, 2000);
    mark->id = get_text(in, arena);
    mark->classes = get_text(in, arena);
    mark->tooltip = get_text(in, arena);
    mark->link = get_text(in, arena);
    mark->text = get_text(in, arena);
}

static void read_line(reader *in, sv_line *line, size_t n_marks, sv_arena *arena)
{
    line->style = (sv_stroke)get_choice(in, SV_STROKE_DOTTED);
    line->arrow = get_choice(in, 1);
    line->from = get_index(in, n_marks, true);
    line->to = get_index(in, n_marks, true);
    for (int i = 0; i < 8; i++)
        line->points[i] = get_real(in, -POSITION_MOST, POSITION_MOST);
    line->colour = get_32(in);
    line->width = get_real(in, 0, 1000);
    line->id = get_text(in, arena);
    line->classes = get_text(in, arena);
    line->tooltip = get_text(in, arena);
}

static void read_render(reader *in, sv_request *request)
{
    sv_picture *picture = &request->picture;
    size_t n;
    request->format = (sv_picture_format)get_choice(in, SV_PICTURE_FORMATS - 1);
    request->dpi = get_real(in, 10, 1200);
    picture->width = get_real(in, 1, 14400); /* the largest page a PDF can have */
    picture->height = get_real(in, 1, 14400);
    picture->background = get_32(in);
    picture->title = get_text(in, &request->arena);
    picture->description = get_text(in, &request->arena);
    picture->language = get_text(in, &request->arena);
    n = get_count(in, mark_least);
    picture->marks = room(in, n, sizeof *picture->marks);
    picture->n_marks = picture->marks_capacity = picture->marks ? n : 0;
    for (size_t i = 0; i < n && !in->failed; i++)
        read_mark(in, &picture->marks[i], &request->arena);
    n = get_count(in, line_least);
    picture->lines = room(in, n, sizeof *picture->lines);
    picture->n_lines = picture->lines_capacity = picture->lines ? n : 0;
    for (size_t i = 0; i < n && !in->failed; i++)
        read_line(in, &picture->lines[i], picture->n_marks, &request->arena);
}

sv_status sv_wire_read_head(const char head[SV_WIRE_HEAD], sv_wire_kind *kind, size_t *length, sv_error *error)
{
    reader in = {.at = (const unsigned char *)head, .left = SV_WIRE_HEAD};
    const unsigned char *sign = take(&in, 4);
    uint32_t number = get_32(&in);
    uint64_t bytes = get_number(&in, 8);
    bool known = (number >= SV_WIRE_MEASURE && number <= SV_WIRE_RENDER) || (number >= SV_WIRE_SIZES && number <= SV_WIRE_FAULT);
    if (memcmp(sign, "SVW", 3) != 0)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "something that is not a picture came in", NULL);
    if (sign[3] != '2')
        return sv_error_set(error, SV_E_RENDERER_FAILED, "it is of another version than this program", NULL);
    if (!known || bytes > SV_WIRE_LIMIT)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "a message that cannot be understood", NULL);
    *kind = (sv_wire_kind)number;
    *length = (size_t)bytes;
    return SV_OK;
}

sv_status sv_wire_read_request(sv_wire_kind kind, const char *body, size_t length, sv_request *request, sv_error *error)
{
    reader in = {.at = (const unsigned char *)body, .left = length};
    sv_status status;
    *request = (sv_request){.kind = kind};
    if (kind == SV_WIRE_MEASURE)
        read_measure(&in, request);
    else if (kind == SV_WIRE_PLACE)
        read_place(&in, request);
    else if (kind == SV_WIRE_RENDER)
        read_render(&in, request);
    else
        in.failed = true;
    status = outcome(&in, "a request that cannot be understood", error);
    if (status)
        sv_request_clear(request);
    return status;
}

void sv_request_clear(sv_request *request)
{
    free(request->texts);
    free(request->placement.width);
    free(request->placement.height);
    free(request->placement.x);
    free(request->placement.y);
    free(request->pinned);
    free(request->from);
    free(request->to);
    free(request->length);
    sv_picture_clear(&request->picture);
    sv_arena_clear(&request->arena);
    *request = (sv_request){0};
}

sv_status sv_wire_decode(const char *bytes, size_t n, sv_request *request, size_t *used, sv_error *error)
{
    sv_wire_kind kind;
    size_t length;
    sv_status status;
    *request = (sv_request){0};
    *used = 0;
    if (n < SV_WIRE_HEAD)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "a request that is cut short", NULL);
    status = sv_wire_read_head(bytes, &kind, &length, error);
    if (status)
        return status;
    if (length > n - SV_WIRE_HEAD)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "a request that is cut short", NULL);
    status = sv_wire_read_request(kind, bytes + SV_WIRE_HEAD, length, request, error);
    if (!status)
        *used = SV_WIRE_HEAD + length;
    return status;
}

/* The fault an answer carries; a code this program does not know is told as a failure. */
static sv_status read_fault(reader *in, sv_error *error)
{
    char id[64], found[200], expected[200];
    struct {
        char *buffer;
        size_t size;
    } parts[3] = {{id, sizeof id}, {found, sizeof found}, {expected, sizeof expected}};
    for (int i = 0; i < 3; i++) {
        size_t n;
        const char *bytes = get_bytes(in, &n);
        n = n < parts[i].size ? n : parts[i].size - 1;
        if (n)
            memcpy(parts[i].buffer, bytes, n);
        parts[i].buffer[n] = '\0';
    }
    for (int code = SV_E_NONE + 1; code < SV_CODE_COUNT && !in->failed; code++)
        if (strcmp(sv_code_id((sv_code)code), id) == 0)
            return sv_error_set(error, (sv_code)code, found, expected);
    return sv_error_set(error, SV_E_RENDERER_FAILED, "an answer that cannot be understood", NULL);
}

/* SV_OK when the answer is of the kind that was asked for. */
static sv_status expect(sv_wire_kind kind, sv_wire_kind wanted, reader *in, sv_error *error)
{
    if (kind == wanted)
        return SV_OK;
    in->failed = kind != SV_WIRE_FAULT;
    return read_fault(in, error);
}

sv_status sv_wire_read_sizes(sv_wire_kind kind, const char *body, size_t length, sv_measure *texts, size_t n, sv_error *error)
{
    reader in = {.at = (const unsigned char *)body, .left = length};
    sv_status status = expect(kind, SV_WIRE_SIZES, &in, error);
    if (status)
        return status;
    if (get_count(&in, 2 * sizeof(double)) != n)
        in.failed = true;
    for (size_t i = 0; i < n; i++) {
        texts[i].width = get_real(&in, 0, POSITION_MOST);
        texts[i].height = get_real(&in, 0, POSITION_MOST);
    }
    return outcome(&in, "an answer that cannot be understood", error);
}

sv_status sv_wire_read_positions(sv_wire_kind kind, const char *body, size_t length, sv_placement *placement, sv_error *error)
{
    reader in = {.at = (const unsigned char *)body, .left = length};
    sv_status status = expect(kind, SV_WIRE_POSITIONS, &in, error);
    if (status)
        return status;
    if (get_count(&in, 2 * sizeof(double)) != placement->n_boxes)
        in.failed = true;
    for (size_t i = 0; i < placement->n_boxes; i++) {
        placement->x[i] = get_real(&in, -1e12, 1e12);
        placement->y[i] = get_real(&in, -1e12, 1e12);
    }
    return outcome(&in, "an answer that cannot be understood", error);
}

sv_status sv_wire_read_bytes(sv_wire_kind kind, const char *body, size_t length, sv_error *error)
{
    reader in = {.at = (const unsigned char *)body, .left = length};
    return expect(kind, SV_WIRE_BYTES, &in, error);
}
