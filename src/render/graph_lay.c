/* SPDX-License-Identifier: MIT */
/*
 * Laying out with Graphviz, which returns 0 where it failed and prints what went wrong: here its complaints are
 * caught, and its own count of errors decides, so that a picture is either whole or a fault.
 */
#include "render.h"

#include <math.h>
#include <string.h>

/* Graphviz' handler takes no data of ours, so the first complaint since listen() is kept here. */
static char complaint[160];
static bool in_error;

/* Called in pieces: "Error" or "Warning", then ": ", then the text. */
static int hear(char *piece)
{
    if (strcmp(piece, "Error") == 0 || strcmp(piece, "Warning") == 0)
        in_error = piece[0] == 'E';
    else if (in_error && strcmp(piece, ": ") != 0 && !complaint[0])
        sv_text_fit(complaint, sizeof complaint, piece);
    return 0;
}

static void listen(void)
{
    agseterrf(hear);
    agreseterrors();
    complaint[0] = '\0';
    in_error = false;
}

static sv_status failure(const char *otherwise, sv_error *error)
{
    return sv_error_set(error, SV_E_RENDERER_FAILED, complaint[0] ? complaint : otherwise, NULL);
}

sv_status lay_out(GVC_t *context, Agraph_t *graph, const char *engine, sv_error *error)
{
    listen();
    if (gvLayout(context, graph, engine) != 0 || agerrors() > 0)
        return failure("the layout did not work", error);
    return SV_OK;
}

sv_status lay_render(GVC_t *context, Agraph_t *graph, const char *format, char **bytes, unsigned *length, sv_error *error)
{
    listen();
    if (gvRenderData(context, graph, format, bytes, length) != 0 || agerrors() > 0 || !*bytes || *length == 0)
        return failure("the picture could not be made", error);
    return SV_OK;
}

void lay_free(GVC_t *context, Agraph_t *graph)
{
    if (!graph)
        return;
    gvFreeLayout(context, graph);
    agclose(graph);
}

void lay_default(Agraph_t *graph, int kind, const char *name, const char *value)
{
    agattr(graph, kind, (char *)name, (char *)value);
}

void lay_set(void *object, Agsym_t *attribute, const char *value)
{
    agxset(object, attribute, (char *)value);
}

void lay_set_number(void *object, Agsym_t *attribute, double value)
{
    char number[32];
    sv_number_write(round(value * 1e4) / 1e4, number);
    agxset(object, attribute, number);
}
