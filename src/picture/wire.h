/* SPDX-License-Identifier: MIT */
/*
 * The wire between draw and render: three requests (measure, place, render) and their answers.
 *
 * A message is a head of 16 bytes ("SVW2", its kind as 32 bits, the length of what follows as 64 bits) and a
 * body. Numbers are little-endian, real numbers are IEEE doubles and always finite, a text is its length and
 * its bytes (length 0xFFFFFFFF: no text). Messages may follow each other on one pipe. The digit in the head
 * is the wire's version: a program that hears another one says so instead of guessing.
 */
#ifndef SV_PICTURE_WIRE_H
#define SV_PICTURE_WIRE_H

#include <speelveld/picture.h>

#include "../base/memory.h"
#include "../base/text.h"

enum { SV_WIRE_HEAD = 16 };
#define SV_WIRE_LIMIT ((size_t)1 << 28) /* bytes in one body */
#define SV_WIRE_ITEMS ((size_t)1000000) /* texts, boxes, ties, marks or lines in one message */
#define SV_WIRE_TEXT ((size_t)1 << 20)  /* bytes in one text */

typedef enum sv_wire_kind {
    SV_WIRE_MEASURE = 1,
    SV_WIRE_PLACE,
    SV_WIRE_RENDER,
    SV_WIRE_SIZES = 101, /* answers from here */
    SV_WIRE_POSITIONS,
    SV_WIRE_BYTES, /* the body is the picture's bytes and nothing else */
    SV_WIRE_FAULT
} sv_wire_kind;

/* One request as render hears it; owns all it points at. Only the part that belongs to its kind is filled. */
typedef struct sv_request {
    sv_wire_kind kind;
    sv_measure *texts;
    size_t n_texts;
    sv_placement placement;
    sv_picture picture;
    sv_picture_format format;
    double dpi;
    sv_arena arena;     /* the texts to be measured */
    bool *pinned;       /* what the placement's const arrays point at */
    size_t *from, *to;
    double *length;
} sv_request;

/* Add one whole message to `message`. */
sv_status sv_wire_write_measure(const sv_measure *texts, size_t n, sv_text *message, sv_error *error);
sv_status sv_wire_write_place(const sv_placement *placement, sv_text *message, sv_error *error);
sv_status sv_wire_write_render(const sv_picture *picture, sv_picture_format format, double dpi, sv_text *message, sv_error *error);
sv_status sv_wire_write_sizes(const sv_measure *texts, size_t n, sv_text *message, sv_error *error);
sv_status sv_wire_write_positions(const sv_placement *placement, sv_text *message, sv_error *error);
sv_status sv_wire_write_bytes(const char *bytes, size_t n, sv_text *message, sv_error *error);
sv_status sv_wire_write_fault(const sv_error *fault, sv_text *message, sv_error *error);

/* The kind and the length of the body, from a head. Wrong bytes, another version and too long a body are refused. */
sv_status sv_wire_read_head(const char head[SV_WIRE_HEAD], sv_wire_kind *kind, size_t *length, sv_error *error);

/* One request from its body. `request` needs no init; after SV_OK it must be cleared, after a fault it is empty. */
sv_status sv_wire_read_request(sv_wire_kind kind, const char *body, size_t length, sv_request *request, sv_error *error);
void sv_request_clear(sv_request *request);

/* One request, head and body, from the start of n bytes; *used gets how many it took. */
sv_status sv_wire_decode(const char *bytes, size_t n, sv_request *request, size_t *used, sv_error *error);

/* Answers. Each refuses another kind than it is for, and hands on the fault when the answer is one. */
sv_status sv_wire_read_sizes(sv_wire_kind kind, const char *body, size_t length, sv_measure *texts, size_t n, sv_error *error);
sv_status sv_wire_read_positions(sv_wire_kind kind, const char *body, size_t length, sv_placement *placement, sv_error *error);
sv_status sv_wire_read_bytes(sv_wire_kind kind, const char *body, size_t length, sv_error *error);

#endif
