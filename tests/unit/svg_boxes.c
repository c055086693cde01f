/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes of an SVG: see svg_boxes.h. */
#include "svg_boxes.h"

#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <locale.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double ascent = 0.86, descent = 0.236; /* of letters without accents on capitals, as shares of their size */

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

/*
 * Letters that another font may have to lend, and marks that can be heaped on others: these reach further up and down than any measure of a
 * line knows. Everything up to Latin's, and signs and arrows, our font has.
 */
static bool has_foreign(const char *text)
{
    uint32_t c;
    for (size_t n; (n = sv_utf8_next(text, &c)) > 0 && c; text += n)
        if (c > 0x24F && (c < 0x2000 || c > 0x22FF))
            return true;
    return false;
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
    if (ink.width > 0) {
        double above = baseline - (double)ink.y / PANGO_SCALE, below = (double)(ink.y + ink.height) / PANGO_SCALE - baseline;
        if (has_foreign((const char *)content)) {
            above = fmin(above, ascent * size);
            below = fmin(below, descent * size);
        }
        const double place[4] = {x + (double)ink.x / PANGO_SCALE, y - above, x + (double)(ink.x + ink.width) / PANGO_SCALE, y + below};
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

/* What it is that is drawn: a polygon is known by its corners, and a box from a diamond by its upright sides. */
static svg_form form_of(xmlNode *node, bool has_fill)
{
    char *points;
    svg_form form = SVG_OTHER_FORM;
    double x0, y0, x1, y1;
    size_t corners = 0;
    if (named(node, "ellipse"))
        return SVG_ELLIPSE;
    if (named(node, "path"))
        return has_fill ? SVG_ROUNDED : SVG_LINE;
    points = attribute(node, "points");
    for (const char *at = points; *at; at++)
        corners += *at == ',';
    if (corners == 5 && sscanf(points, "%lf,%lf %lf,%lf", &x0, &y0, &x1, &y1) == 4)
        form = fabs(x0 - x1) < 0.01 || fabs(y0 - y1) < 0.01 ? SVG_BOX : SVG_DIAMOND;
    else if (corners == 4)
        form = SVG_TRIANGLE;
    else if (corners >= 6 && corners <= 9)
        form = corners == 6 ? SVG_PENTAGON : corners == 7 ? SVG_HEXAGON : SVG_OCTAGON;
    free(points);
    return form;
}

/* How a shape looks; the first of a group stands for it. */
static void add_looks(reader *r, xmlNode *node, svg_box *box)
{
    unsigned fill, stroke;
    bool has_fill = colour(node, "fill", r->boxes->page, &fill), has_stroke = colour(node, "stroke", r->boxes->page, &stroke);
    char *dashes = attribute(node, "stroke-dasharray");
    box->grey &= (!has_fill || is_grey(fill)) && (!has_stroke || is_grey(stroke));
    if (!box->has_fill && !box->has_stroke) {
        box->has_fill = has_fill;
        box->fill = fill;
        box->has_stroke = has_stroke;
        box->stroke = stroke;
        box->stroke_width = has_stroke ? number(node, "stroke-width", 1) : 0;
        box->dash = (unsigned)strtoul(dashes, NULL, 10);
        box->form = form_of(node, has_fill);
    } else if (box->form == SVG_LINE && named(node, "polygon")) {
        box->arrow = true;
    }
    free(dashes);
}

static void add_point(svg_box *box, double x, double y)
{
    box->curve = realloc(box->curve, (box->n_curve + 1) * sizeof *box->curve);
    box->curve[box->n_curve].x = x;
    box->curve[box->n_curve++].y = y;
}

/* All numbers in a list of points or a path, taken in pairs: we write absolute coordinates only. */
static void add_points(reader *r, xmlNode *node, const char *name, svg_box *box)
{
    char *text = attribute(node, name);
    double half = number(node, "stroke-width", 1) / 2, pair[2];
    bool curve = named(node, "path") && box->form == SVG_LINE;
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
            if (curve)
                add_point(box, pair[0] + r->shift_x, pair[1] + r->shift_y);
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

static void add_tooltip(xmlNode *node, svg_box *box)
{
    xmlChar *content = xmlNodeGetContent(node);
    free(box->tooltip);
    box->tooltip = strdup((const char *)content);
    xmlFree(content);
}

/* What is drawn in a group and in groups without an id in it. */
static void add_group(reader *r, xmlNode *group, svg_box *box)
{
    for (xmlNode *node = group->children; node; node = node->next) {
        if (named(node, "ellipse") || named(node, "polygon") || named(node, "polyline") || named(node, "path"))
            add_looks(r, node, box);
        if (named(node, "text"))
            add_text(r, node, box);
        else if (named(node, "title"))
            add_tooltip(node, box);
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
            svg_box box = {.id = strdup(id), .classes = attribute(node, "class"), .text = strdup(""), .tooltip = strdup(""), .grey = true};
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

svg_point svg_box_along(const svg_box *box, double share)
{
    size_t curves = (box->n_curve - 1) / 3, i = (size_t)fmin(floor(share * (double)curves), (double)curves - 1);
    double t = share * (double)curves - (double)i, u = 1 - t;
    const svg_point *p = box->curve + 3 * i;
    return (svg_point){u * u * u * p[0].x + 3 * u * u * t * p[1].x + 3 * u * t * t * p[2].x + t * t * t * p[3].x,
                       u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y};
}

void svg_boxes_clear(svg_boxes *boxes)
{
    for (size_t i = 0; i < boxes->n; i++) {
        free(boxes->items[i].id);
        free(boxes->items[i].classes);
        free(boxes->items[i].text);
        free(boxes->items[i].tooltip);
        free(boxes->items[i].curve);
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

bool svg_box_is(const svg_box *box, const char *class)
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
        count += svg_box_is(&boxes->items[i], class);
    return count;
}
