/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Faults of a picture: see svg_faults.h. */
#include "svg_faults.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool texts_overlap(const svg_box *a, const svg_box *b)
{
    return a->has_text && b->has_text && a->text_left < b->text_right && b->text_left < a->text_right && a->text_top < b->text_bottom &&
           b->text_top < a->text_bottom;
}

static bool text_on_shape(const svg_box *text, const svg_box *shape)
{
    return text->has_text && shape->has_shape && text->text_left < shape->right && shape->left < text->text_right &&
           text->text_top < shape->bottom && shape->top < text->text_bottom;
}

static bool shapes_overlap(const svg_box *a, const svg_box *b)
{
    return a->has_shape && b->has_shape && a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* A line that is drawn where the text stands, seen at so many points of each of its curves. */
static bool text_on_line(const svg_box *text, const svg_box *line)
{
    enum { points = 60 };
    if (line->n_curve < 4 || !text_on_shape(text, line))
        return false;
    for (int i = 0; i <= points; i++) {
        svg_point at = svg_box_along(line, (double)i / points);
        if (at.x > text->text_left && at.x < text->text_right && at.y > text->text_top && at.y < text->text_bottom)
            return true;
    }
    return false;
}

/* "label-x", "actor-x" and "own-x" belong to the same x. */
static bool same_actor(const svg_box *a, const svg_box *b)
{
    const char *first = strchr(a->id, '-'), *second = strchr(b->id, '-');
    return first && second && strcmp(first, second) == 0;
}

static bool off_page(const svg_boxes *boxes, double left, double top, double right, double bottom)
{
    return left < 0 || top < 0 || right > boxes->width || bottom > boxes->height;
}

static size_t complain(const char *what, const svg_box *a, const svg_box *b)
{
    fprintf(stderr, "%s: %s %s\n", what, a->id, b ? b->id : "");
    return 1;
}

/* Lines of the map itself may run under a name; what parts the page, or leads to another name, may not. */
static bool is_tie(const svg_box *box)
{
    static const char *const classes[] = {"tie", "member", "funds", "opposes", "forbidden", "came", "went"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (svg_box_is(box, classes[i]))
            return true;
    return false;
}

/* Text in a shape stands in it, to a quarter of a point; in a round one its corners do too. */
static bool leaves_shape(const svg_box *box)
{
    double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2, slack = 0.25;
    double across = fmax(box->text_right - x, x - box->text_left), up = fmax(box->text_bottom - y, y - box->text_top);
    if (!box->has_text || !box->has_shape || svg_box_is(box, "label")) /* behind a label is only a veil */
        return false;
    if (box->form == SVG_ELLIPSE)
        return hypot(across / ((box->right - box->left) / 2 + slack), up / ((box->bottom - box->top) / 2 + slack)) > 1;
    return across > (box->right - box->left) / 2 + slack || up > (box->bottom - box->top) / 2 + slack;
}

static size_t faults_of_one(const svg_boxes *boxes, const svg_box *box, double smallest)
{
    size_t faults = 0;
    if (box->has_text && off_page(boxes, box->text_left, box->text_top, box->text_right, box->text_bottom))
        faults += complain("text leaves the page", box, NULL);
    if (svg_box_is(box, "actor") && box->has_shape && off_page(boxes, box->left, box->top, box->right, box->bottom))
        faults += complain("shape leaves the page", box, NULL);
    if (leaves_shape(box))
        faults += complain("text leaves its shape", box, NULL);
    if (box->has_text && box->font_size < smallest - 1e-9)
        faults += complain("type too small", box, NULL);
    if (svg_box_is(box, "title") && box->font_size <= 20)
        faults += complain("title too small", box, NULL);
    return faults;
}

/* What a label may not have under it. */
static size_t faults_of_label(const svg_box *label, const svg_box *b)
{
    bool other = !same_actor(label, b);
    if (!svg_box_is(label, "label"))
        return 0;
    if (svg_box_is(b, "badge") && text_on_shape(label, b))
        return complain("label on a badge", label, b);
    if (other && (svg_box_is(b, "actor") || svg_box_is(b, "ring")) && text_on_shape(label, b))
        return complain("label on a shape", label, b);
    if (other && b->form == SVG_LINE && !is_tie(b) && text_on_line(label, b))
        return complain("label on a line", label, b);
    return 0;
}

static size_t faults_of_two(const svg_box *a, const svg_box *b)
{
    bool label_a = svg_box_is(a, "label"), label_b = svg_box_is(b, "label"), other = !same_actor(a, b);
    bool shape_a = svg_box_is(a, "actor") || svg_box_is(a, "ring"), shape_b = svg_box_is(b, "actor") || svg_box_is(b, "ring");
    size_t faults = strcmp(a->id, b->id) == 0 ? complain("one id twice", a, b) : 0;
    if ((svg_box_is(a, "tie-label") && shape_b && text_on_shape(a, b)) || (svg_box_is(b, "tie-label") && shape_a && text_on_shape(b, a)))
        faults += complain("text of a line on a shape", a, b);
    if (label_a && label_b && texts_overlap(a, b))
        faults += complain("label on label", a, b);
    faults += faults_of_label(a, b) + faults_of_label(b, a);
    if (other && shape_a && shape_b && shapes_overlap(a, b))
        faults += complain("shape on shape", a, b);
    if (label_a != label_b && !shape_a && !shape_b && texts_overlap(a, b))
        faults += complain("label on other text", a, b);
    if (!label_a && !label_b && !shape_a && !shape_b && texts_overlap(a, b))
        faults += complain("text on text", a, b);
    return faults;
}

size_t svg_boxes_faults(const svg_boxes *boxes, double smallest)
{
    size_t faults = 0;
    for (size_t i = 0; i < boxes->n; i++) {
        faults += faults_of_one(boxes, &boxes->items[i], smallest);
        for (size_t j = i + 1; j < boxes->n; j++)
            faults += faults_of_two(&boxes->items[i], &boxes->items[j]);
    }
    return faults;
}

/* ---- Colours ---- */

static double linear(unsigned value, int shift)
{
    double share = ((value >> shift) & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

double svg_contrast(unsigned a, unsigned b)
{
    double of_a = 0.2126 * linear(a, 16) + 0.7152 * linear(a, 8) + 0.0722 * linear(a, 0) + 0.05;
    double of_b = 0.2126 * linear(b, 16) + 0.7152 * linear(b, 8) + 0.0722 * linear(b, 0) + 0.05;
    return of_a > of_b ? of_a / of_b : of_b / of_a;
}

/* The colour at a place, of what was drawn before a group: the topmost filled shape there, else the page. */
static unsigned behind(const svg_boxes *boxes, const svg_box *box, double x, double y)
{
    unsigned found = boxes->page;
    for (const svg_box *under = boxes->items; under < box; under++)
        if (under->has_fill && under->has_shape && x > under->left && x < under->right && y > under->top && y < under->bottom)
            found = under->fill;
    return found;
}

/* Contrast of a text with what is behind it: in its middle and at its four corners, where that is worst. */
static double contrast_of_text(const svg_boxes *boxes, const svg_box *box)
{
    double x[] = {(box->text_left + box->text_right) / 2, box->text_left, box->text_right};
    double y[] = {(box->text_top + box->text_bottom) / 2, box->text_top, box->text_bottom};
    double worst = svg_contrast(box->text_fill, box->has_fill ? box->fill : behind(boxes, box, x[0], y[0]));
    for (int i = 0; i < 4 && !box->has_fill; i++)
        worst = fmin(worst, svg_contrast(box->text_fill, behind(boxes, box, x[1 + i % 2], y[1 + i / 2])));
    return worst;
}

/* By its outline or what fills it; a badge on another shape by the rim around it. */
static bool is_seen(const svg_boxes *boxes, const svg_box *box)
{
    unsigned ground = behind(boxes, box, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
    if (svg_box_is(box, "badge") && svg_contrast(box->stroke, box->fill) >= 3)
        return true;
    return svg_contrast(box->stroke, ground) >= 3 || svg_contrast(box->fill, ground) >= 3;
}

size_t svg_boxes_faint(const svg_boxes *boxes)
{
    size_t faults = 0;
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *box = &boxes->items[i];
        bool shape = svg_box_is(box, "actor") || svg_box_is(box, "ring") || svg_box_is(box, "badge") || svg_box_is(box, "force");
        if (box->has_text && contrast_of_text(boxes, box) < 4.5)
            faults += complain("text cannot be read", box, NULL);
        if (shape && box->has_stroke && !is_seen(boxes, box))
            faults += complain("shape cannot be seen", box, NULL);
        if (box->form == SVG_LINE && (is_tie(box) || svg_box_is(box, "majority")) && svg_contrast(box->stroke, boxes->page) < 3)
            faults += complain("line cannot be seen", box, NULL);
    }
    return faults;
}

size_t svg_boxes_coloured(const svg_boxes *boxes)
{
    size_t count = 0;
    for (size_t i = 0; i < boxes->n; i++)
        count += boxes->items[i].grey ? 0 : complain("colour", &boxes->items[i], NULL);
    return count;
}
