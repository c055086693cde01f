/* SPDX-License-Identifier: MIT */
/*
 * The picture drawn: every mark a node with its place and size, every line an edge with its curve, laid out by
 * engine "nop2", which leaves all where it is. Graphviz sees no text of the user but labels; ids, classes, tooltips and links
 * are put in afterwards (svg_finish.c), found by the names m0, m1 … and l0, l1 … that marks and lines have here.
 */
#include "render.h"

#include "finish.h"
#include "graph_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define POINTS_IN_INCH 72.0
#define PIXELS_MOST 1e8 /* 400 MB of memory */
#define PIXELS_ACROSS_MOST 30000.0

typedef struct mark_attributes {
    Agsym_t *pos, *shape, *width, *height, *style, *fill, *stroke, *penwidth, *label, *size, *font, *colour, *id;
    Agsym_t *classes, *tooltip, *link; /* only in DOT, where nothing comes after Graphviz */
} mark_attributes;

typedef struct line_attributes {
    Agsym_t *pos, *colour, *penwidth, *style, *dir, *arrow, *id, *classes, *tooltip;
} line_attributes;

typedef struct drawing {
    const sv_picture *picture;
    const xml_names *names; /* for DOT; NULL otherwise */
    Agraph_t *graph;
    Agnode_t **nodes, *nowhere; /* not drawn: lines hang on it, and so come between the grounds, made before it, and the other marks */
    bool failed;                /* memory ran out */
} drawing;

static const char *const shapes[SV_SHAPES] = {
    [SV_SHAPE_NONE] = "none",         [SV_SHAPE_CIRCLE] = "ellipse",   [SV_SHAPE_BOX] = "box",
    [SV_SHAPE_ROUNDED] = "box",       [SV_SHAPE_DIAMOND] = "diamond",  [SV_SHAPE_HEXAGON] = "hexagon",
    [SV_SHAPE_OCTAGON] = "octagon",   [SV_SHAPE_TRIANGLE] = "triangle", [SV_SHAPE_PENTAGON] = "house",
};
static const char *const strokes[] = {[SV_STROKE_SOLID] = "", [SV_STROKE_DASHED] = "dashed", [SV_STROKE_DOTTED] = "dotted"};

static bool is_seen(uint32_t colour)
{
    return (colour & 0xFF) != 0;
}

static void set_colour(void *object, Agsym_t *attribute, uint32_t colour)
{
    char text[16];
    snprintf(text, sizeof text, "#%08x", (unsigned)colour);
    lay_set(object, attribute, is_seen(colour) ? text : "transparent");
}

static void set_xml(drawing *d, void *object, Agsym_t *attribute, const char *text)
{
    sv_text escaped = {0}, doubled = {0};
    text_xml(&escaped, text);
    for (const char *c = sv_text_get(&escaped); *c; c++) {
        if (*c == '\\') /* Graphviz would read it as the start of an escape */
            sv_text_add_char(&doubled, '\\');
        sv_text_add_char(&doubled, *c);
    }
    lay_set(object, attribute, sv_text_get(&doubled));
    d->failed |= escaped.failed || doubled.failed;
    sv_text_clear(&escaped);
    sv_text_clear(&doubled);
}

static void set_classes(drawing *d, void *object, Agsym_t *attribute, const char *classes)
{
    sv_text words = {0};
    text_classes(&words, classes);
    lay_set(object, attribute, sv_text_get(&words));
    d->failed |= words.failed;
    sv_text_clear(&words);
}

static void set_page(const drawing *d, double dpi)
{
    const sv_picture *p = d->picture;
    char text[160];
    snprintf(text, sizeof text, "%.3f,%.3f,1,%.4f,%.4f", p->width, p->height, p->width / 2, p->height / 2);
    lay_default(d->graph, AGRAPH, "viewport", text);
    snprintf(text, sizeof text, "%.3f", dpi);
    if (dpi > 0)
        lay_default(d->graph, AGRAPH, "dpi", text);
    snprintf(text, sizeof text, "#%08x", (unsigned)p->background);
    lay_default(d->graph, AGRAPH, "bgcolor", is_seen(p->background) ? text : "transparent");
    lay_default(d->graph, AGRAPH, "notranslate", "true");
    lay_default(d->graph, AGRAPH, "pad", "0");
    lay_default(d->graph, AGRAPH, "margin", "0");
    lay_default(d->graph, AGRAPH, "charset", "UTF-8");
}

static mark_attributes declare_marks(const drawing *d)
{
    Agraph_t *g = d->graph;
    mark_attributes a = {
        .pos = agattr(g, AGNODE, "pos", "0,0"),
        .shape = agattr(g, AGNODE, "shape", "none"),
        .width = agattr(g, AGNODE, "width", "0.01"),
        .height = agattr(g, AGNODE, "height", "0.01"),
        .style = agattr(g, AGNODE, "style", ""),
        .fill = agattr(g, AGNODE, "fillcolor", "transparent"),
        .stroke = agattr(g, AGNODE, "color", "transparent"),
        .penwidth = agattr(g, AGNODE, "penwidth", "1"),
        .label = agattr(g, AGNODE, "label", ""),
        .size = agattr(g, AGNODE, "fontsize", "12"),
        .font = agattr(g, AGNODE, "fontname", FONT_PLAIN),
        .colour = agattr(g, AGNODE, "fontcolor", "black"),
        .id = agattr(g, AGNODE, "id", ""),
    };
    lay_default(g, AGNODE, "fixedsize", "shape");
    lay_default(g, AGNODE, "margin", "0");
    if (d->names) {
        a.classes = agattr(g, AGNODE, "class", "");
        a.tooltip = agattr(g, AGNODE, "tooltip", "");
        a.link = agattr(g, AGNODE, "URL", "");
    }
    return a;
}

static void set_shape(const mark_attributes *a, Agnode_t *node, const sv_mark *mark)
{
    char text[80];
    bool filled = is_seen(mark->fill), lined = is_seen(mark->stroke) && mark->stroke_width > 0;
    const char *stroke = strokes[mark->stroke_style];
    snprintf(text, sizeof text, "%.3f,%.3f", mark->x, mark->y);
    lay_set(node, a->pos, text);
    lay_set(node, a->shape, shapes[mark->shape]);
    lay_set_number(node, a->width, fmax(mark->width, 0.1) / POINTS_IN_INCH);
    lay_set_number(node, a->height, fmax(mark->height, 0.1) / POINTS_IN_INCH);
    snprintf(text, sizeof text, "%s%s%s%s%s", filled ? "filled" : "", filled && *stroke ? "," : "", stroke,
             (filled || *stroke) && mark->shape == SV_SHAPE_ROUNDED ? "," : "", mark->shape == SV_SHAPE_ROUNDED ? "rounded" : "");
    lay_set(node, a->style, text);
    if (filled)
        set_colour(node, a->fill, mark->fill);
    if (lined && mark->shape != SV_SHAPE_NONE) {
        set_colour(node, a->stroke, mark->stroke);
        lay_set_number(node, a->penwidth, mark->stroke_width);
    }
}

static void set_label(drawing *d, const mark_attributes *a, Agnode_t *node, const sv_mark *mark)
{
    sv_text label = {0};
    if (!mark->text || !*mark->text)
        return;
    text_label(mark->text, mark->align, &label);
    lay_set(node, a->label, sv_text_get(&label));
    d->failed |= label.failed;
    sv_text_clear(&label);
    lay_set_number(node, a->size, fmax(mark->font_size, 1));
    set_colour(node, a->colour, mark->text_colour);
    if (mark->bold)
        lay_set(node, a->font, FONT_BOLD);
}

static void add_mark(drawing *d, const mark_attributes *a, size_t i)
{
    const sv_mark *mark = &d->picture->marks[i];
    char name[24];
    snprintf(name, sizeof name, "m%zu", i);
    d->nodes[i] = agnode(d->graph, name, 1);
    set_shape(a, d->nodes[i], mark);
    set_label(d, a, d->nodes[i], mark);
    lay_set(d->nodes[i], a->id, d->names && d->names->marks[i] ? d->names->marks[i] : name);
    if (!d->names)
        return;
    set_classes(d, d->nodes[i], a->classes, mark->classes);
    set_xml(d, d->nodes[i], a->tooltip, mark->tooltip);
    if (text_is_link(mark->link))
        set_xml(d, d->nodes[i], a->link, mark->link);
}

/* Graphviz draws nodes in the order in which they were made, and behind each node the edges that hang on it. */
static void add_marks(drawing *d)
{
    mark_attributes a = declare_marks(d);
    for (size_t i = 0; i < d->picture->n_marks && !d->failed; i++)
        if (d->picture->marks[i].behind)
            add_mark(d, &a, i);
    d->nowhere = agnode(d->graph, "nowhere", 1);
    lay_set(d->nowhere, a.style, "invis");
    for (size_t i = 0; i < d->picture->n_marks && !d->failed; i++)
        if (!d->picture->marks[i].behind)
            add_mark(d, &a, i);
}

static line_attributes declare_lines(const drawing *d)
{
    Agraph_t *g = d->graph;
    line_attributes a = {
        .pos = agattr(g, AGEDGE, "pos", ""),
        .colour = agattr(g, AGEDGE, "color", "black"),
        .penwidth = agattr(g, AGEDGE, "penwidth", "1"),
        .style = agattr(g, AGEDGE, "style", ""),
        .dir = agattr(g, AGEDGE, "dir", "none"),
        .arrow = agattr(g, AGEDGE, "arrowsize", "1"),
        .id = agattr(g, AGEDGE, "id", ""),
    };
    if (d->names) {
        a.classes = agattr(g, AGEDGE, "class", "");
        a.tooltip = agattr(g, AGEDGE, "tooltip", "");
    }
    return a;
}

static void add_lines(drawing *d)
{
    line_attributes a = declare_lines(d);
    for (size_t i = 0; i < d->picture->n_lines && !d->failed; i++) {
        const sv_line *line = &d->picture->lines[i];
        bool joins = d->names && line->from != SV_NO_MARK && line->to != SV_NO_MARK; /* only DOT has use for it */
        Agnode_t *from = joins ? d->nodes[line->from] : d->nowhere, *to = joins ? d->nodes[line->to] : d->nowhere;
        char name[24], position[position_size], head[position_size];
        double head_size = line_position(line, position, head);
        Agedge_t *edge;
        snprintf(name, sizeof name, "l%zu", i);
        edge = agedge(d->graph, from, to, name, 1);
        lay_set(edge, a.pos, position);
        lay_set(edge, a.id, d->names && d->names->lines[i] ? d->names->lines[i] : name);
        lay_set(edge, a.style, line->width > 0 ? strokes[line->style] : "invis");
        set_colour(edge, a.colour, line->colour);
        lay_set_number(edge, a.penwidth, line->width);
        if (d->names) {
            set_classes(d, edge, a.classes, line->classes);
            set_xml(d, edge, a.tooltip, line->tooltip);
        }
        if (head_size > 0 && line->width > 0) {
            name[0] = 'h';
            edge = agedge(d->graph, from, to, name, 1);
            lay_set(edge, a.id, name);
            lay_set(edge, a.pos, head);
            set_colour(edge, a.colour, line->colour);
            lay_set(edge, a.penwidth, "0.01");
            lay_set(edge, a.dir, "forward");
            lay_set_number(edge, a.arrow, head_size);
        }
    }
}

/* Stretch a polygon so that it fills its box: Graphviz centres triangles and houses on something else than their middle. */
static void fill_box(polygon_t *polygon, double width, double height)
{
    pointf low = polygon->vertices[0], high = low, *v = polygon->vertices;
    for (int i = 1; i < polygon->sides; i++) {
        low.x = fmin(low.x, v[i].x), low.y = fmin(low.y, v[i].y);
        high.x = fmax(high.x, v[i].x), high.y = fmax(high.y, v[i].y);
    }
    if (high.x - low.x < 1e-6 || high.y - low.y < 1e-6)
        return;
    for (int i = 0; i < polygon->sides; i++) {
        v[i].x = ((v[i].x - low.x) / (high.x - low.x) - 0.5) * width;
        v[i].y = ((v[i].y - low.y) / (high.y - low.y) - 0.5) * height;
    }
}

/* What attributes cannot say: text from the very edge of its box, and shapes that fill theirs. */
static void adjust(const drawing *d)
{
    for (size_t i = 0; i < d->picture->n_marks; i++) {
        const sv_mark *mark = &d->picture->marks[i];
        if (mark->shape == SV_SHAPE_NONE && ND_label(d->nodes[i]))
            ND_label(d->nodes[i])->space.x = mark->width;
        if (mark->shape == SV_SHAPE_TRIANGLE || mark->shape == SV_SHAPE_PENTAGON)
            fill_box(ND_shape_info(d->nodes[i]), mark->width, mark->height);
    }
}

static sv_status write_dot(const drawing *d, sv_text *out, sv_error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&bytes, &length);
    bool done = memory && agwrite(d->graph, memory) == 0;
    if (memory && fclose(memory) != 0)
        done = false;
    if (done)
        sv_text_add_n(out, bytes, length);
    free(bytes);
    return done && !out->failed ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

static sv_status write_drawn(GVC_t *context, const drawing *d, sv_picture_format format, const xml_names *names, sv_text *out,
                             sv_error *error)
{
    static const char *const devices[] = {[SV_PICTURE_SVG] = "svg:svg", [SV_PICTURE_PDF] = "pdf:cairo", [SV_PICTURE_PNG] = "png:cairo"};
    char *bytes = NULL;
    unsigned length = 0;
    sv_status status = lay_out(context, d->graph, "nop2", error);
    if (!status) {
        adjust(d);
        status = lay_render(context, d->graph, devices[format], &bytes, &length, error);
    }
    if (!status && format == SV_PICTURE_SVG)
        svg_finish(d->picture, names, bytes, length, out);
    else if (!status && format == SV_PICTURE_PDF)
        pdf_finish(d->picture, bytes, length, out);
    else if (!status)
        sv_text_add_n(out, bytes, length);
    gvFreeRenderData(bytes);
    return !status && out->failed ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : status;
}

static sv_status check_pixels(const sv_picture *picture, double dpi, sv_error *error)
{
    double across = picture->width * dpi / POINTS_IN_INCH, up = picture->height * dpi / POINTS_IN_INCH;
    char found[100];
    if (across <= PIXELS_ACROSS_MOST && up <= PIXELS_ACROSS_MOST && across * up <= PIXELS_MOST)
        return SV_OK;
    snprintf(found, sizeof found, "a picture of %.0f by %.0f pixels is too large", across, up);
    return sv_error_set(error, SV_E_RENDERER_FAILED, found, NULL);
}

sv_status render_picture(GVC_t *context, const sv_picture *picture, sv_picture_format format, double dpi, sv_text *out, sv_error *error)
{
    xml_names names = {0};
    drawing d = {.picture = picture, .nodes = sv_alloc(picture->n_marks, sizeof *d.nodes)};
    sv_status status = format == SV_PICTURE_PNG ? check_pixels(picture, dpi, error) : SV_OK;
    if (status)
        goto done;
    if (!d.nodes || !xml_names_make(picture, &names)) {
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        goto done;
    }
    d.names = format == SV_PICTURE_DOT ? &names : NULL;
    d.graph = agopen("picture", Agdirected, NULL);
    set_page(&d, format == SV_PICTURE_PNG ? dpi : 0);
    add_marks(&d);
    add_lines(&d);
    if (d.failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else if (format == SV_PICTURE_DOT)
        status = write_dot(&d, out, error);
    else
        status = write_drawn(context, &d, format, &names, out, error);
done:
    lay_free(context, d.graph);
    xml_names_clear(&names);
    free(d.nodes);
    return status;
}
