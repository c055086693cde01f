/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend against the picture: see svg_legend.h. */
#include "svg_legend.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double thick = 1.5; /* times the thinnest border of an actor */

typedef struct looks {
    const svg_boxes *boxes;
    double border;       /* the usual one: the thinnest of a sample or an actor */
    bool size;           /* the legend has two sizes */
    bool forms, colours; /* not all actors have the same */
    bool by_place;
} looks;

static size_t complain(const char *what, const svg_box *box)
{
    fprintf(stderr, "%s: %s (%s) %s\n", what, box->id, box->classes, box->text);
    return 1;
}

/* A sample of the legend: a shape or a line, with or without a sign in it. Words have neither. */
static bool is_sample(const svg_box *box)
{
    return svg_box_is(box, "legend") && box->has_shape;
}

/* What is drawn by itself and says something by its looks. */
static bool says_something(const svg_box *box)
{
    static const char *const words[] = {"title",    "subtitle",  "sentence",   "source", "audience", "left-out", "phase",
                                        "label",    "card-name", "card-under", "axis",   "rule",     "zone",     "ground",
                                        "rim",      "leader",    "block",      "note",   "total",    "cell",     "force",
                                        "majority", "legend",    "side",       "edge",   "more"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (svg_box_is(box, words[i]))
            return false;
    return box->has_shape;
}

static bool is_thick(const looks *l, const svg_box *box)
{
    return box->form != SVG_LINE && box->stroke_width > thick * l->border;
}

/* The sign in a shape; behind the number of a seat where it has one, or with that name in the list, and then not here. */
static const char *sign_of(const svg_box *box)
{
    size_t digits = strspn(box->text, "0123456789");
    if (strcmp(box->text, "0") == 0) /* neutral; seats are counted from 1 */
        return box->text;
    return box->text + digits + (digits && box->text[digits] == ' ');
}

static bool is_coloured(const looks *l, const svg_box *box)
{
    return (box->has_fill && box->fill != l->boxes->page) || *box->text || box->dash;
}

/* Another sample around it, or in it: a ring, or two sizes; or, where `line`, a line behind it. */
static const svg_box *nested(const looks *l, const svg_box *sample, bool line)
{
    for (size_t i = 0; i < l->boxes->n; i++) {
        const svg_box *other = &l->boxes->items[i];
        if (other != sample && is_sample(other) && (other->form == SVG_LINE) == line && sample->left < other->right &&
            other->left < sample->right && sample->top < other->bottom && other->top < sample->bottom)
            return other;
    }
    return NULL;
}

/* A broken border says something on a shape without a colour or a sign. */
static bool same_dash(const looks *l, const svg_box *a, const svg_box *b)
{
    return a->dash == b->dash || a->fill != l->boxes->page || (*sign_of(a) && *sign_of(b));
}

/* Two samples in each other that look alike, but for their size. */
static bool is_of_size(const looks *l, const svg_box *sample)
{
    const svg_box *other = nested(l, sample, false);
    return other && !*sample->text && !*other->text && other->fill == sample->fill && other->stroke == sample->stroke &&
           other->dash == sample->dash;
}

/* The colour itself; of who is pale, what is left of it on the page: between a tenth and a third, of each of red, green and blue alike. */
static bool same_fill(const looks *l, const svg_box *box, const svg_box *sample)
{
    double least = 1, most = 0;
    if (!svg_box_is(box, "pale") || box->fill == sample->fill)
        return box->fill == sample->fill;
    for (int shift = 0; shift < 24; shift += 8) {
        double page = l->boxes->page >> shift & 255, full = sample->fill >> shift & 255, left = box->fill >> shift & 255;
        if (fabs(full - page) < 20) { /* too little to tell how much is left */
            if (fabs(left - page) > 20)
                return false;
            continue;
        }
        least = fmin(least, (left - page) / (full - page));
        most = fmax(most, (left - page) / (full - page));
    }
    return least > 0.1 && most < 0.34 && most - least < 0.06;
}

static bool same_line(const svg_box *a, const svg_box *b)
{
    return a->form == SVG_LINE && b->form == SVG_LINE && a->stroke == b->stroke && a->dash == b->dash && a->arrow == b->arrow;
}

static bool same_sign(const svg_box *a, const svg_box *b)
{
    return !*sign_of(a) || !*sign_of(b) || strcmp(sign_of(a), sign_of(b)) == 0;
}

static bool stands_in_ring(const svg_boxes *boxes, const svg_box *box)
{
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *ring = &boxes->items[i];
        if (svg_box_is(ring, "ring") && ring->left < box->left && ring->right > box->right && ring->top < box->top &&
            ring->bottom > box->bottom)
            return true;
    }
    return false;
}

/* An actor with a name: one without, for want of room or as nobody knows it, may be smaller, as may one in a ring; a body or a card fits
 * its words. */
static bool is_sized(const looks *l, const svg_box *box)
{
    const char *dash = strchr(box->id, '-');
    char label[200];
    if (!svg_box_is(box, "actor") || svg_box_is(box, "container") || !dash)
        return false;
    if (stands_in_ring(l->boxes, box))
        return false;
    snprintf(label, sizeof label, "label%s", dash);
    return svg_box_is(box, "group") || svg_boxes_find(l->boxes, label);
}

/* Two sizes are a sample of actors that are not all equally large. With `alike`, only those of one form and border are compared. */
static bool sizes_differ(const looks *l, bool alike)
{
    double seen[SVG_OTHER_FORM + 1][2] = {{0}};
    for (size_t i = 0; i < l->boxes->n; i++) {
        const svg_box *box = &l->boxes->items[i];
        double *height = &seen[alike ? box->form : 0][alike && is_thick(l, box)];
        if (!is_sized(l, box))
            continue;
        if (*height > 0 && fabs(box->bottom - box->top - *height) > 0.5)
            return true;
        *height = box->bottom - box->top;
    }
    return false;
}

/* Something on the picture looks as a sample does, in what the sample is there for. */
static bool is_on_picture(const looks *l, const svg_box *sample)
{
    const svg_box *other = nested(l, sample, false);
    bool plain = !is_thick(l, sample) && !is_coloured(l, sample);
    if (is_of_size(l, sample))
        return sizes_differ(l, false);
    if ((plain && other) || (sample->form != SVG_LINE && nested(l, sample, true)))
        return true; /* what stands in a ring; a cross on a line, which is left out where there is no room for it */
    for (size_t i = 0; i < l->boxes->n; i++) {
        const svg_box *box = &l->boxes->items[i];
        bool seen;
        if (svg_box_is(box, "legend") || !box->has_shape)
            continue;
        if (sample->form == SVG_LINE)
            seen = same_line(sample, box);
        else if (is_thick(l, sample))
            seen = is_thick(l, box) && box->stroke == sample->stroke;
        else if (sample->dash && sample->fill == l->boxes->page && !*sample->text)
            seen = box->form != SVG_LINE && box->dash == sample->dash;
        else if (is_coloured(l, sample))
            seen = same_fill(l, box, sample) && same_sign(box, sample) && same_dash(l, box, sample) &&
                   (sample->form == SVG_ELLIPSE || sample->form == box->form);
        else
            seen = svg_box_is(box, "actor") && box->form == sample->form;
        if (seen)
            return true;
    }
    return false;
}

/* ---- The other way round ---- */

typedef bool match(const looks *l, const svg_box *box, const svg_box *sample);

static bool fill_matches(const looks *l, const svg_box *box, const svg_box *sample)
{
    return sample->form != SVG_LINE && same_fill(l, box, sample) && same_dash(l, box, sample);
}

static bool sign_matches(const looks *l, const svg_box *box, const svg_box *sample)
{
    return fill_matches(l, box, sample) && strcmp(sign_of(box), sign_of(sample)) == 0;
}

static bool form_matches(const looks *l, const svg_box *box, const svg_box *sample)
{
    (void)l;
    return sample->form == box->form;
}

/* A thick border is in the legend as such, or has the colour of one that is. */
static bool border_matches(const looks *l, const svg_box *box, const svg_box *sample)
{
    return sample->form != SVG_LINE && ((is_thick(l, sample) && sample->stroke == box->stroke) || sample->fill == box->stroke);
}

static bool line_matches(const looks *l, const svg_box *box, const svg_box *sample)
{
    (void)l;
    return same_line(box, sample);
}

static bool is_in_legend(const looks *l, const svg_box *box, match *matches)
{
    for (size_t i = 0; i < l->boxes->n; i++)
        if (is_sample(&l->boxes->items[i]) && matches(l, box, &l->boxes->items[i]))
            return true;
    return false;
}

/* What all actors share says nothing about any of them. */
static bool forms_differ(const svg_boxes *boxes)
{
    svg_form first = SVG_NO_FORM;
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *box = &boxes->items[i];
        if (svg_box_is(box, "actor") && first != SVG_NO_FORM && box->form != first)
            return true;
        if (svg_box_is(box, "actor"))
            first = box->form;
    }
    return false;
}

static bool colours_differ(const looks *l)
{
    const svg_box *first = NULL;
    for (size_t i = 0; i < l->boxes->n; i++) {
        const svg_box *box = &l->boxes->items[i];
        if (!svg_box_is(box, "actor"))
            continue;
        if (first && !(same_fill(l, box, first) || same_fill(l, first, box)))
            return true;
        if (first && strcmp(sign_of(box), sign_of(first)) != 0)
            return true;
        first = box;
    }
    return false;
}

/* What of one thing on the picture the legend leaves out. */
static size_t unexplained(const looks *l, const svg_box *box)
{
    bool actor = svg_box_is(box, "actor"), placed = (actor && (l->by_place || !l->colours)) || svg_box_is(box, "group");
    size_t faults = 0;
    if (box->form == SVG_LINE)
        return is_in_legend(l, box, line_matches) ? 0 : complain("a line is not in the legend", box);
    if (!placed && is_coloured(l, box) && !is_in_legend(l, box, fill_matches))
        faults += complain("a colour is not in the legend", box);
    if (!placed && actor && *sign_of(box) && !is_in_legend(l, box, sign_matches))
        faults += complain("a sign is not in the legend", box);
    if (l->forms && actor && !is_in_legend(l, box, form_matches))
        faults += complain("a shape is not in the legend", box);
    if (is_thick(l, box) && !is_in_legend(l, box, border_matches))
        faults += complain("a border is not in the legend", box);
    return faults;
}

static looks looks_of(const svg_boxes *boxes, bool by_place)
{
    looks l = {.boxes = boxes, .border = HUGE_VAL, .forms = forms_differ(boxes), .by_place = by_place};
    l.colours = colours_differ(&l);
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *box = &boxes->items[i];
        bool counts = is_sample(box) || (svg_box_is(box, "actor") && !stands_in_ring(boxes, box));
        if (counts && box->form != SVG_LINE && box->stroke_width > 0)
            l.border = fmin(l.border, box->stroke_width);
    }
    for (size_t i = 0; i < boxes->n; i++)
        l.size |= is_sample(&boxes->items[i]) && boxes->items[i].form != SVG_LINE && is_of_size(&l, &boxes->items[i]);
    return l;
}

size_t svg_legend_faults(const svg_boxes *boxes, bool by_place)
{
    looks l = looks_of(boxes, by_place);
    size_t faults = 0;
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *box = &boxes->items[i];
        if (is_sample(box) && !is_on_picture(&l, box))
            faults += complain("the legend has what is not on the picture", box);
        if (says_something(box))
            faults += unexplained(&l, box);
    }
    if (!l.size && sizes_differ(&l, true)) {
        fprintf(stderr, "the legend does not say why some are larger\n");
        faults++;
    }
    return faults;
}
