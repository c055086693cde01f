/* SPDX-License-Identifier: MIT */
/* What the renderer can do, one function per request, and what they share: Graphviz' context and its complaints. */
#ifndef SV_RENDER_RENDER_H
#define SV_RENDER_RENDER_H

#include <speelveld/picture.h>

#include "../base/text.h"

#include <gvc.h>

/* Fill in width and height of n texts. */
sv_status render_measure(GVC_t *context, sv_measure *texts, size_t n, sv_error *error);

/* Fill in x and y. */
sv_status render_place(GVC_t *context, sv_placement *placement, sv_error *error);

/* The picture's bytes, added to `out`. */
sv_status render_picture(GVC_t *context, const sv_picture *picture, sv_picture_format format, double dpi, sv_text *out, sv_error *error);

/* graph_lay.c: lay out with Graphviz and turn its complaints into a fault. Free with lay_free(), also after a fault. */
sv_status lay_out(GVC_t *context, Agraph_t *graph, const char *engine, sv_error *error);
sv_status lay_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, unsigned *length, sv_error *error);
void lay_free(GVC_t *context, Agraph_t *graph);
/* Set a graph's or the default of its nodes' or edges' attribute. */
void lay_default(Agraph_t *graph, int kind, const char *name, const char *value);
/* Set an attribute that was declared by lay_default. */
void lay_set(void *object, Agsym_t *attribute, const char *value);
void lay_set_number(void *object, Agsym_t *attribute, double value);

#endif
