/* SPDX-License-Identifier: MIT */
/* The wire: what goes in comes out; what is cut, changed or made up is refused, and never believed. */
#include "picture/wire.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void make_measure(sv_text *message)
{
    const sv_measure texts[] = {{.text = "Buurthuis\n\"De Kade\" \\N <b>", .font_size = 12, .bold = true},
                                {.text = NULL, .font_size = 9.5}};
    assert_int_equal(sv_wire_write_measure(texts, 2, message, NULL), SV_OK);
}

static void make_place(sv_text *message)
{
    double width[] = {10, 20, 30}, height[] = {5, 6, 7}, x[] = {1, NAN, 3}, y[] = {-1, 2, -3}, length[] = {72, 0};
    const bool pinned[] = {true, true, false};
    const size_t from[] = {0, 1}, to[] = {1, 2};
    sv_placement p = {.n_boxes = 3, .width = width, .height = height, .x = x, .y = y, .pinned = pinned, .n_ties = 2, .from = from, .to = to,
                      .length = length, .engine = SV_ENGINE_SFDP, .use_positions = false, .spread = true};
    assert_int_equal(sv_wire_write_place(&p, message, NULL), SV_OK);
}

static void make_render(sv_text *message)
{
    sv_picture picture;
    sv_picture_init(&picture, 960, 540);
    sv_picture_describe(&picture, "Titel é", "", "nl");
    sv_picture_mark(&picture, &(sv_mark){.id = "a", .classes = "actor", .tooltip = "tip", .link = "https://x.nl", .shape = SV_SHAPE_HEXAGON,
                                         .x = 1.5, .y = -2.5, .width = 3, .height = 4, .fill = 0x11223344, .stroke = 0x55667788,
                                         .stroke_width = 0.75, .stroke_style = SV_STROKE_DOTTED, .text = "A\nB", .font_size = 11,
                                         .bold = true, .text_colour = 0x99AABBCC, .align = SV_ALIGN_RIGHT});
    sv_picture_mark(&picture, &(sv_mark){.id = NULL, .behind = true});
    sv_picture_line(&picture, &(sv_line){.id = "l", .from = 1, .to = SV_NO_MARK, .points = {1, 2, 3, 4, 5, 6, 7, 8}, .colour = 0xABCDEF01,
                                         .width = 2, .style = SV_STROKE_DASHED, .arrow = true});
    assert_int_equal(sv_wire_write_render(&picture, SV_PICTURE_PNG, 150, message, NULL), SV_OK);
    sv_picture_clear(&picture);
}

static void (*const makers[])(sv_text *) = {make_measure, make_place, make_render};

static sv_request decode(const sv_text *message)
{
    sv_request request;
    size_t used;
    sv_error error = {0};
    assert_int_equal(sv_wire_decode(message->bytes, message->length, &request, &used, &error), SV_OK);
    assert_int_equal(used, message->length);
    return request;
}

static void measure_comes_back(void **state)
{
    sv_text message = {0};
    sv_request request;
    (void)state;
    make_measure(&message);
    request = decode(&message);
    assert_int_equal(request.kind, SV_WIRE_MEASURE);
    assert_int_equal(request.n_texts, 2);
    assert_string_equal(request.texts[0].text, "Buurthuis\n\"De Kade\" \\N <b>");
    assert_true(request.texts[0].bold && request.texts[0].font_size == 12);
    assert_null(request.texts[1].text);
    sv_request_clear(&request);
    sv_text_clear(&message);
}

static void place_comes_back(void **state)
{
    sv_text message = {0};
    sv_request request;
    (void)state;
    make_place(&message);
    request = decode(&message);
    assert_int_equal(request.placement.n_boxes, 3);
    assert_true(request.placement.x[0] == 1 && request.placement.y[0] == -1 && request.placement.pinned[0]);
    /* pinned, but nowhere: not pinned */
    assert_true(isnan(request.placement.x[1]) && !request.placement.pinned[1]);
    /* positions are not to be used, so they do not travel */
    assert_true(isnan(request.placement.x[2]));
    assert_true(request.placement.width[2] == 30 && request.placement.height[1] == 6);
    assert_true(request.placement.from[1] == 1 && request.placement.to[1] == 2 && request.placement.length[0] == 72);
    assert_int_equal(request.placement.engine, SV_ENGINE_SFDP);
    assert_true(request.placement.spread && !request.placement.use_positions);
    sv_request_clear(&request);
    sv_text_clear(&message);
}

static void render_comes_back(void **state)
{
    sv_text message = {0};
    sv_request request;
    const sv_mark *mark;
    const sv_line *line;
    (void)state;
    make_render(&message);
    request = decode(&message);
    assert_true(request.format == SV_PICTURE_PNG && request.dpi == 150);
    assert_string_equal(request.picture.title, "Titel é");
    assert_string_equal(request.picture.description, "");
    assert_int_equal(request.picture.n_marks, 2);
    mark = &request.picture.marks[0];
    assert_true(mark->shape == SV_SHAPE_HEXAGON && mark->align == SV_ALIGN_RIGHT && mark->stroke_style == SV_STROKE_DOTTED && mark->bold);
    assert_true(mark->x == 1.5 && mark->y == -2.5 && mark->width == 3 && mark->height == 4 && mark->stroke_width == 0.75);
    assert_true(mark->fill == 0x11223344 && mark->stroke == 0x55667788 && mark->text_colour == 0x99AABBCC && mark->font_size == 11);
    assert_string_equal(mark->text, "A\nB");
    assert_string_equal(mark->link, "https://x.nl");
    assert_null(request.picture.marks[1].id);
    assert_true(request.picture.marks[1].behind && !mark->behind);
    line = &request.picture.lines[0];
    assert_true(line->from == 1 && line->to == SV_NO_MARK && line->arrow && line->style == SV_STROKE_DASHED && line->colour == 0xABCDEF01);
    for (int i = 0; i < 8; i++)
        assert_true(line->points[i] == i + 1);
    sv_request_clear(&request);
    sv_text_clear(&message);
}

/* Cut anywhere, also with a head that claims the shorter length, a request is a fault. */
static void every_cut_is_refused(void **state)
{
    (void)state;
    for (size_t m = 0; m < sizeof makers / sizeof makers[0]; m++) {
        sv_text message = {0};
        makers[m](&message);
        for (size_t n = 0; n < message.length; n++) {
            char *cut = sv_copy_text(message.bytes, n); /* its own room, so that a sanitizer sees reading beyond it */
            sv_request request;
            size_t used;
            assert_int_not_equal(sv_wire_decode(cut, n, &request, &used, NULL), SV_OK);
            if (n >= SV_WIRE_HEAD)
                assert_int_not_equal(
                    sv_wire_read_request((sv_wire_kind)(m + SV_WIRE_MEASURE), cut + SV_WIRE_HEAD, n - SV_WIRE_HEAD, &request, NULL), SV_OK);
            free(cut);
        }
        sv_text_clear(&message);
    }
}

/* Whatever byte changes, the outcome is a request that can be cleared or a fault that has a code. */
static void every_changed_byte_is_survived(void **state)
{
    static const unsigned char values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    (void)state;
    for (size_t m = 0; m < sizeof makers / sizeof makers[0]; m++) {
        sv_text message = {0};
        makers[m](&message);
        for (size_t i = 0; i < message.length * sizeof values; i++) {
            char old = message.bytes[i / sizeof values];
            sv_request request;
            size_t used;
            sv_error error = {0};
            message.bytes[i / sizeof values] = (char)values[i % sizeof values];
            if (sv_wire_decode(message.bytes, message.length, &request, &used, &error))
                assert_int_not_equal(error.code, SV_E_NONE);
            else
                sv_request_clear(&request);
            message.bytes[i / sizeof values] = old;
        }
        sv_text_clear(&message);
    }
}

static void refused_with(char *bytes, size_t n, size_t at, const void *replacement, size_t size)
{
    char *changed = sv_copy_text(bytes, n);
    sv_request request;
    size_t used;
    memcpy(changed + at, replacement, size);
    assert_int_not_equal(sv_wire_decode(changed, n, &request, &used, NULL), SV_OK);
    free(changed);
}

static void made_up_values_are_refused(void **state)
{
    sv_text message = {0};
    const unsigned char many[4] = {0xFF, 0xFF, 0xFF, 0x7F};
    const double nan_value = NAN, large = 1e300;
    /* head, count, size, bold, length of the text: then the text itself */
    const size_t text = SV_WIRE_HEAD + 4 + 8 + 1 + 4;
    (void)state;
    make_measure(&message);
    refused_with(message.bytes, message.length, 0, "XXXX", 4);
    refused_with(message.bytes, message.length, 0, "SVW3", 4);
    refused_with(message.bytes, message.length, 4, many, 4);                                /* no such kind */
    refused_with(message.bytes, message.length, 8, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);  /* longer than anything */
    refused_with(message.bytes, message.length, SV_WIRE_HEAD, many, 4);                     /* two milliard texts */
    refused_with(message.bytes, message.length, SV_WIRE_HEAD + 4, &nan_value, sizeof(double));
    refused_with(message.bytes, message.length, SV_WIRE_HEAD + 4, &large, sizeof(double));
    assert_memory_equal(message.bytes + text, "Buurt", 5);
    refused_with(message.bytes, message.length, text + 3, "", 1); /* NUL within a text */
    sv_text_clear(&message);
}

static void ties_to_nowhere_are_refused(void **state)
{
    double size[] = {10, 10}, place[] = {0, 0};
    const size_t from[] = {0}, to[] = {2}, none[] = {SV_NO_MARK};
    sv_placement p = {.n_boxes = 2, .width = size, .height = size, .x = place, .y = place, .n_ties = 1, .from = from, .to = to};
    (void)state;
    for (int i = 0; i < 2; i++) {
        sv_text message = {0};
        sv_request request;
        size_t used;
        assert_int_equal(sv_wire_write_place(&p, &message, NULL), SV_OK);
        assert_int_not_equal(sv_wire_decode(message.bytes, message.length, &request, &used, NULL), SV_OK);
        sv_text_clear(&message);
        p.to = none;
    }
}

static void requests_follow_each_other(void **state)
{
    sv_text message = {0};
    size_t at = 0, used;
    (void)state;
    for (size_t m = 0; m < sizeof makers / sizeof makers[0]; m++)
        makers[m](&message);
    for (size_t m = 0; m < sizeof makers / sizeof makers[0]; m++, at += used) {
        sv_request request;
        assert_int_equal(sv_wire_decode(message.bytes + at, message.length - at, &request, &used, NULL), SV_OK);
        assert_int_equal(request.kind, SV_WIRE_MEASURE + m);
        sv_request_clear(&request);
    }
    assert_int_equal(at, message.length);
    sv_text_clear(&message);
}

static void answers_come_back(void **state)
{
    sv_measure sent[] = {{.width = 1.5, .height = 2.5}, {.width = 3, .height = 4}}, got[2] = {{0}};
    double x[] = {7, -8}, y[] = {9, 10}, x2[2], y2[2];
    sv_placement placed = {.n_boxes = 2, .x = x, .y = y}, empty = {.n_boxes = 2, .x = x2, .y = y2};
    sv_text message = {0};
    sv_wire_kind kind;
    size_t length;
    (void)state;
    assert_int_equal(sv_wire_write_sizes(sent, 2, &message, NULL), SV_OK);
    assert_int_equal(sv_wire_read_head(message.bytes, &kind, &length, NULL), SV_OK);
    assert_int_equal(sv_wire_read_sizes(kind, message.bytes + SV_WIRE_HEAD, length, got, 2, NULL), SV_OK);
    assert_true(got[0].width == 1.5 && got[0].height == 2.5 && got[1].width == 3 && got[1].height == 4);
    assert_int_not_equal(sv_wire_read_sizes(kind, message.bytes + SV_WIRE_HEAD, length, got, 1, NULL), SV_OK);
    assert_int_not_equal(sv_wire_read_sizes(kind, message.bytes + SV_WIRE_HEAD, length - 1, got, 2, NULL), SV_OK);
    assert_int_not_equal(sv_wire_read_bytes(kind, message.bytes + SV_WIRE_HEAD, length, NULL), SV_OK);
    message.length = 0;
    assert_int_equal(sv_wire_write_positions(&placed, &message, NULL), SV_OK);
    assert_int_equal(sv_wire_read_head(message.bytes, &kind, &length, NULL), SV_OK);
    assert_int_equal(sv_wire_read_positions(kind, message.bytes + SV_WIRE_HEAD, length, &empty, NULL), SV_OK);
    assert_true(x2[0] == 7 && x2[1] == -8 && y2[0] == 9 && y2[1] == 10);
    sv_text_clear(&message);
}

static void faults_come_back(void **state)
{
    sv_error sent = {0}, got = {0};
    sv_text message = {0};
    sv_wire_kind kind;
    size_t length;
    (void)state;
    sv_error_set(&sent, SV_E_RENDERER_FAILED, "the layout did not work", "something else");
    assert_int_equal(sv_wire_write_fault(&sent, &message, NULL), SV_OK);
    assert_int_equal(sv_wire_read_head(message.bytes, &kind, &length, NULL), SV_OK);
    assert_int_equal(sv_wire_read_bytes(kind, message.bytes + SV_WIRE_HEAD, length, &got), sv_code_status(SV_E_RENDERER_FAILED));
    assert_int_equal(got.code, SV_E_RENDERER_FAILED);
    assert_string_equal(got.found, "the layout did not work");
    assert_string_equal(got.expected, "something else");
    for (size_t n = 0; n < length; n++) {
        char *cut = sv_copy_text(message.bytes + SV_WIRE_HEAD, n);
        assert_int_not_equal(sv_wire_read_bytes(kind, cut, n, &got), SV_OK);
        free(cut);
    }
    sv_text_clear(&message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measure_comes_back),         cmocka_unit_test(place_comes_back),
        cmocka_unit_test(render_comes_back),          cmocka_unit_test(every_cut_is_refused),
        cmocka_unit_test(every_changed_byte_is_survived), cmocka_unit_test(made_up_values_are_refused),
        cmocka_unit_test(ties_to_nowhere_are_refused), cmocka_unit_test(requests_follow_each_other),
        cmocka_unit_test(answers_come_back),          cmocka_unit_test(faults_come_back),
    };
    return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
