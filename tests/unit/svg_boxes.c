/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes of an SVG: see svg_boxes.h. */
#include "svg_boxes.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <locale.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct reader {
    svg_boxes *boxes;
    PangoLayout *layout;
    double shift_x, shift_y; /* of the outermost group */
} reader;

static char *attribute(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    char *copy = strdup(value ? (const char *)value : "");
    xmlFree(value);
    return copy;
}

static double number(xmlNode *node, const char *name, double otherwise)
{
    char *text = attribute(node, name);
    double value = *text ? strtod(text, NULL) : otherwise;
    free(text);
    return value;
}

static bool named(xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static void widen(bool *has, double *left, double *top, double *right, double *bottom, const double box[4])
{
    *left = *has ? fmin(*left, box[0]) : box[0];
    *top = *has ? fmin(*top, box[1]) : box[1];
    *right = *has ? fmax(*right, box[2]) : box[2];
    *bottom = *has ? fmax(*bottom, box[3]) : box[3];
    *has = true;
}

/* "#rrggbb", and how much of it is seen. False for none and transparent. */
static bool colour(xmlNode *node, const char *name, unsigned page, unsigned *value)
{
    char *text = attribute(node, name), opacity_name[40];
    unsigned parsed = 0;
    double share;
    bool is_colour = sscanf(text, "#%6x", &parsed) == 1;
    snprintf(opacity_name, sizeof opacity_name, "%s-opacity", name);
    share = number(node, opacity_name, 1);
    *value = 0;
    for (int shift = 0; shift <= 16; shift += 8)
        *value |= (unsigned)lround(share * ((parsed >> shift) & 0xFF) + (1 - share) * ((page >> shift) & 0xFF)) << shift;
    is_colour &= share > 0;
    free(text);
    return is_colour;
}

static bool is_grey(unsigned value)
{
    return (value >> 16) == ((value >> 8) & 0xFF) && (value >> 16) == (value & 0xFF);
}

/* Ink of a text at its anchor and baseline. */
static void add_text(reader *r, xmlNode *node, svg_box *box)
{
    double size = number(node, "font-size", 0), x = number(node, "x", 0) + r->shift_x, y = number(node, "y", 0) + r->shift_y;
    char *anchor = attribute(node, "text-anchor"), *weight = attribute(node, "font-weight");
    xmlChar *content = xmlNodeGetContent(node);
    PangoFontDescription *font = pango_font_description_from_string("DejaVu Sans");
    PangoRectangle ink, logical;
    double width, baseline;
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, strcmp(weight, "bold") == 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(r->layout, font);
    pango_layout_set_text(r->layout, (const char *)content, -1);
    pango_layout_get_extents(r->layout, &ink, &logical);
    width = (double)logical.width / PANGO_SCALE;
    baseline = (double)pango_layout_get_baseline(r->layout) / PANGO_SCALE;
    x -= strcmp(anchor, "middle") == 0 ? width / 2 : strcmp(anchor, "end") == 0 ? width : 0;
    y -= baseline;
    if (ink.width > 0) {
        const double place[4] = {x + (double)ink.x / PANGO_SCALE, y + (double)ink.y / PANGO_SCALE,
                                 x + (double)(ink.x + ink.width) / PANGO_SCALE, y + (double)(ink.y + ink.height) / PANGO_SCALE};
        widen(&box->has_text, &box->text_left, &box->text_top, &box->text_right, &box->text_bottom, place);
        box->font_size = box->font_size > 0 ? fmin(box->font_size, size) : size;
    }
    if (!colour(node, "fill", r->boxes->page, &box->text_fill))
        box->text_fill = 0; /* black when nothing is said */
    box->grey &= is_grey(box->text_fill);
    box->text = realloc(box->text, strlen(box->text) + strlen((const char *)content) + 2);
    if (*box->text)
        strcat(box->text, " ");
    strcat(box->text, (const char *)content);
    pango_font_description_free(font);
    xmlFree(content);
    free(anchor);
    free(weight);
}

/* The colours of a shape; the first of a group stands for it. */
static void add_colours(reader *r, xmlNode *node, svg_box *box)
{
    unsigned fill, stroke;
    bool has_fill = colour(node, "fill", r->boxes->page, &fill), has_stroke = colour(node, "stroke", r->boxes->page, &stroke);
    box->grey &= (!has_fill || is_grey(fill)) && (!has_stroke || is_grey(stroke));
    if (!box->has_fill && !box->has_stroke) {
        box->has_fill = has_fill;
        box->fill = fill;
        box->has_stroke = has_stroke;
        box->stroke = stroke;
    }
}

/* All numbers in a list of points or a path, taken in pairs: we write absolute coordinates only. */
static void add_points(reader *r, xmlNode *node, const char *name, svg_box *box)
{
    char *text = attribute(node, name);
    double half = number(node, "stroke-width", 1) / 2, pair[2];
    size_t k = 0;
    for (char *at = text; *at;) {
        char *end;
        double value = strtod(at, &end);
        if (end == at) {
            at++;
            continue;
        }
        pair[k++ % 2] = value;
        if (k % 2 == 0) {
            const double place[4] = {pair[0] + r->shift_x - half, pair[1] + r->shift_y - half, pair[0] + r->shift_x + half,
                                     pair[1] + r->shift_y + half};
            widen(&box->has_shape, &box->left, &box->top, &box->right, &box->bottom, place);
        }
        at = end;
    }
    free(text);
}

static void add_ellipse(reader *r, xmlNode *node, svg_box *box)
{
    double half = number(node, "stroke-width", 1) / 2, x = number(node, "cx", 0) + r->shift_x, y = number(node, "cy", 0) + r->shift_y;
    double rx = number(node, "rx", 0) + half, ry = number(node, "ry", 0) + half;
    const double place[4] = {x - rx, y - ry, x + rx, y + ry};
    widen(&box->has_shape, &box->left, &box->top, &box->right, &box->bottom, place);
}

/* What is drawn in a group and in groups without an id in it. */
static void add_group(reader *r, xmlNode *group, svg_box *box)
{
    for (xmlNode *node = group->children; node; node = node->next) {
        if (named(node, "ellipse") || named(node, "polygon") || named(node, "polyline") || named(node, "path"))
            add_colours(r, node, box);
        if (named(node, "text"))
            add_text(r, node, box);
        else if (named(node, "ellipse"))
            add_ellipse(r, node, box);
        else if (named(node, "polygon") || named(node, "polyline"))
            add_points(r, node, "points", box);
        else if (named(node, "path"))
            add_points(r, node, "d", box);
        else if (named(node, "g") || named(node, "a"))
            add_group(r, node, box);
    }
}

static void read_groups(reader *r, xmlNode *parent)
{
    for (xmlNode *node = parent->children; node; node = node->next) {
        char *id = node->type == XML_ELEMENT_NODE ? attribute(node, "id") : NULL;
        if (id && *id && (named(node, "g") || named(node, "a"))) {
            svg_box box = {.id = strdup(id), .classes = attribute(node, "class"), .text = strdup(""), .grey = true};
            add_group(r, node, &box);
            r->boxes->items = realloc(r->boxes->items, (r->boxes->n + 1) * sizeof box);
            r->boxes->items[r->boxes->n++] = box;
        } else if (id) {
            read_groups(r, node);
        }
        free(id);
    }
}

bool svg_boxes_read(const char *svg, size_t length, svg_boxes *boxes)
{
    xmlDoc *document = xmlReadMemory(svg, (int)length, "picture.svg", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    PangoFontMap *fonts = pango_cairo_font_map_new();
    PangoContext *context = pango_font_map_create_context(fonts);
    cairo_font_options_t *plain = cairo_font_options_create();
    reader r = {.boxes = boxes};
    char *view = root ? attribute(root, "viewBox") : strdup("");
    bool fine;
    /* letters as wide as the font says, not rounded to pixels: as browsers and printers set them */
    cairo_font_options_set_hint_style(plain, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(plain, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, plain);
    cairo_font_options_destroy(plain);
    pango_context_set_round_glyph_positions(context, FALSE);
    r.layout = pango_layout_new(context);
    *boxes = (svg_boxes){.page = 0xFFFFFF};
    fine = root && named(root, "svg") && sscanf(view, "%*f %*f %lf %lf", &boxes->width, &boxes->height) == 2;
    for (xmlNode *node = fine ? root->children : NULL; node; node = node->next)
        if (named(node, "g")) {
            char *transform = attribute(node, "transform"), *shift = strstr(transform, "translate(");
            if (shift)
                sscanf(shift, "translate(%lf%*[ ,]%lf", &r.shift_x, &r.shift_y);
            for (xmlNode *ground = node->children; ground; ground = ground->next)
                if (named(ground, "polygon") && colour(ground, "fill", 0xFFFFFF, &boxes->page))
                    break;
            read_groups(&r, node);
            free(transform);
        }
    free(view);
    g_object_unref(r.layout);
    g_object_unref(context);
    g_object_unref(fonts);
    xmlFreeDoc(document);
    return fine;
}

void svg_boxes_clear(svg_boxes *boxes)
{
    for (size_t i = 0; i < boxes->n; i++) {
        free(boxes->items[i].id);
        free(boxes->items[i].classes);
        free(boxes->items[i].text);
    }
    free(boxes->items);
    *boxes = (svg_boxes){0};
}

const svg_box *svg_boxes_find(const svg_boxes *boxes, const char *id)
{
    for (size_t i = 0; i < boxes->n; i++)
        if (strcmp(boxes->items[i].id, id) == 0)
            return &boxes->items[i];
    return NULL;
}

static bool has_class(const svg_box *box, const char *class)
{
    size_t n = strlen(class);
    for (const char *at = box->classes; (at = strstr(at, class)) != NULL; at += n)
        if ((at == box->classes || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
            return true;
    return false;
}

size_t svg_boxes_count(const svg_boxes *boxes, const char *class)
{
    size_t count = 0;
    for (size_t i = 0; i < boxes->n; i++)
        count += has_class(&boxes->items[i], class);
    return count;
}

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

static size_t faults_of_one(const svg_boxes *boxes, const svg_box *box, double smallest)
{
    size_t faults = 0;
    if (box->has_text && off_page(boxes, box->text_left, box->text_top, box->text_right, box->text_bottom))
        faults += complain("text leaves the page", box, NULL);
    if (has_class(box, "actor") && box->has_shape && off_page(boxes, box->left, box->top, box->right, box->bottom))
        faults += complain("shape leaves the page", box, NULL);
    if (box->has_text && box->font_size < smallest - 1e-9)
        faults += complain("type too small", box, NULL);
    if (has_class(box, "title") && box->font_size <= 20)
        faults += complain("title too small", box, NULL);
    return faults;
}

static size_t faults_of_two(const svg_box *a, const svg_box *b)
{
    bool label_a = has_class(a, "label"), label_b = has_class(b, "label"), other = !same_actor(a, b);
    bool shape_a = has_class(a, "actor") || has_class(a, "ring"), shape_b = has_class(b, "actor") || has_class(b, "ring");
    size_t faults = strcmp(a->id, b->id) == 0 ? complain("one id twice", a, b) : 0;
    if ((label_a && has_class(b, "badge") && text_on_shape(a, b)) || (label_b && has_class(a, "badge") && text_on_shape(b, a)))
        faults += complain("label on a badge", a, b);
    if ((has_class(a, "tie-label") && shape_b && text_on_shape(a, b)) || (has_class(b, "tie-label") && shape_a && text_on_shape(b, a)))
        faults += complain("text of a line on a shape", a, b);
    if (label_a && label_b && texts_overlap(a, b))
        faults += complain("label on label", a, b);
    if (other && ((label_a && shape_b && text_on_shape(a, b)) || (label_b && shape_a && text_on_shape(b, a))))
        faults += complain("label on a shape", a, b);
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

static bool is_line(const svg_box *box)
{
    return has_class(box, "tie") || has_class(box, "member") || has_class(box, "funds") || has_class(box, "opposes") ||
           has_class(box, "forbidden");
}

size_t svg_boxes_faint(const svg_boxes *boxes)
{
    size_t faults = 0;
    for (size_t i = 0; i < boxes->n; i++) {
        const svg_box *box = &boxes->items[i];
        double x = (box->text_left + box->text_right) / 2, y = (box->text_top + box->text_bottom) / 2;
        unsigned ground = box->has_fill ? box->fill : behind(boxes, box, x, y);
        if (box->has_text && svg_contrast(box->text_fill, ground) < 4.5)
            faults += complain("text cannot be read", box, NULL);
        ground = behind(boxes, box, (box->left + box->right) / 2, (box->top + box->bottom) / 2);
        if (has_class(box, "actor") && box->has_stroke && svg_contrast(box->stroke, ground) < 3 && svg_contrast(box->fill, ground) < 3)
            faults += complain("shape cannot be seen", box, NULL);
        if (is_line(box) && box->has_stroke && svg_contrast(box->stroke, boxes->page) < 3)
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
