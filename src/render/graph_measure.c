/* SPDX-License-Identifier: MIT */
/*
 * How large a text will be on paper. Graphviz asks pango when it sets labels up, so a graph of nothing but labels,
 * all at one place and without any layout, measures them exactly as PDF and PNG will draw them. Those have the widths of
 * letters rounded to pixels, as on a screen; browsers and librsvg have not, and may need a few hundredths more.
 * So each text is measured a second time at a size where rounding does not count, and the larger width is told.
 */
#include "render.h"

#include "finish.h"
#include "graph_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define LARGE_SIZE 200.0

/* Two nodes for each text: as it is, and large. */
static sv_status add_labels(Agraph_t *graph, const sv_measure *texts, size_t n, Agnode_t **nodes, sv_error *error)
{
    Agsym_t *label = agattr(graph, AGNODE, "label", ""), *size = agattr(graph, AGNODE, "fontsize", "12");
    Agsym_t *font = agattr(graph, AGNODE, "fontname", FONT_PLAIN);
    sv_text escaped = {0};
    lay_default(graph, AGNODE, "shape", "none");
    lay_default(graph, AGNODE, "margin", "0");
    lay_default(graph, AGNODE, "pos", "0,0");
    for (size_t i = 0; i < 2 * n && !escaped.failed; i++) {
        const sv_measure *text = &texts[i % n];
        char name[24];
        snprintf(name, sizeof name, "m%zu", i);
        nodes[i] = agnode(graph, name, 1);
        escaped.length = 0;
        text_label(text->text ? text->text : "", SV_ALIGN_CENTRE, &escaped);
        lay_set(nodes[i], label, sv_text_get(&escaped));
        lay_set_number(nodes[i], size, i < n ? text->font_size : LARGE_SIZE);
        if (text->bold)
            lay_set(nodes[i], font, FONT_BOLD);
    }
    n = escaped.failed;
    sv_text_clear(&escaped);
    return n ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
}

sv_status render_measure(GVC_t *context, sv_measure *texts, size_t n, sv_error *error)
{
    Agraph_t *graph = NULL;
    Agnode_t **nodes = sv_alloc(2 * n, sizeof *nodes);
    sv_status status = nodes ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status || n == 0)
        goto done;
    graph = agopen("texts", Agdirected, NULL);
    status = add_labels(graph, texts, n, nodes, error);
    if (!status)
        status = lay_out(context, graph, "nop2", error);
    for (size_t i = 0; i < n && !status; i++) {
        double large = ND_label(nodes[n + i])->dimen.x * texts[i].font_size / LARGE_SIZE;
        texts[i].width = fmax(ND_label(nodes[i])->dimen.x, round(large * 100) / 100);
        texts[i].height = ND_label(nodes[i])->dimen.y;
    }
done:
    lay_free(context, graph);
    free(nodes);
    return status;
}
