/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names of members beside a council whose seats have numbers. */
#include <math.h>

#include "council_parts.h"
#include "wrap.h"

static const double list_share = 0.45; /* of the width, that a list may take */
static const double sign_gap = 3;      /* behind the signs in it */
static const double line_most = 1.8;   /* of the type: the height of a name in it, where there is room */
static const double list_gap = 14;     /* before each of its columns */
enum { list_letters = 40 /* of a name: one that is longer may not take the chamber's place */ };

sv_status council_write_list(council_view *v, sv_measure *measures)
{
    council_fit *fit = &v->fit;
    const sv_page *page = v->stage->page;
    double width = 0, height = v->stage->inside.top - v->stage->inside.bottom, most;
    size_t columns;
    sv_status status;
    for (size_t i = 0; i < v->council.n_seats; i++) {
        sv_text name = {0};
        sv_text_clear(&fit->labels[i]);
        fit->figures[i].label_width = fit->figures[i].label_height = 0;
        if (v->names[i] && sv_wrap(v->names[i], list_letters, list_letters, 1, &name))
            sv_text_addf(&fit->labels[i], "%s%s%zu  %s", i + 1 < 10 ? "\u2007" : "",
                         i + 1 < 100 && v->council.n_seats >= 100 ? "\u2007" : "", i + 1, sv_text_get(&name));
        fit->labels[i].failed |= name.failed;
        sv_text_clear(&name);
        if (fit->labels[i].failed)
            return sv_stage_no_memory(v->stage);
    }
    for (size_t i = 0; i < v->council.n_seats; i++)
        measures[i] = (sv_measure){.text = sv_text_get(&fit->labels[i]), .font_size = page->smallest};
    status = sv_renderer_measure(v->stage->renderer, measures, v->council.n_seats, v->stage->error);
    fit->list = (council_list){.line = page->smallest * 1.25};
    for (size_t i = 0; i < v->council.n_seats && status == SV_OK; i++)
        if (v->names[i]) {
            width = fmax(width, measures[i].width + 2 * COUNCIL_LABEL_PADDING);
            fit->list.shown++;
        }
    fit->list.sign = 2.1 * page->smallest;
    fit->list.sign_gap = sign_gap * page->scale;
    fit->list.text = width;
    fit->list.column = list_gap * page->scale + fit->list.sign + fit->list.sign_gap + width;
    fit->list.rows = (size_t)fmax(1, floor(height / fit->list.line));
    most = floor(list_share * (v->stage->inside.right - v->stage->inside.left) / fit->list.column);
    columns = (fit->list.shown + fit->list.rows - 1) / fit->list.rows;
    if ((double)columns > most)
        columns = (size_t)fmax(1, most);
    if (fit->list.shown > columns * fit->list.rows)
        fit->list.shown = columns * fit->list.rows;
    fit->list.rows = (fit->list.shown + columns - (columns > 0)) / (columns ? columns : 1); /* even columns */
    fit->list.line = fmin(height / (double)(fit->list.rows ? fit->list.rows : 1), line_most * page->smallest);
    fit->list.width = (double)columns * fit->list.column;
    return status;
}

void council_draw_list(const council_view *v)
{
    const council_list *list = &v->fit.list;
    const sv_stage *stage = v->stage;
    size_t at = 0;
    for (size_t place = 0; place < v->council.n_seats && at < list->shown; place++) {
        double right = stage->inside.right - list->width + (double)(at / list->rows + 1) * list->column, width = list->text;
        double y = stage->inside.top - ((double)(at % list->rows) + 0.5) * list->line;
        sv_mark sign = council_seat_mark(v, v->key[place], list->sign, false, false);
        if (!v->names[place])
            continue;
        sign.shape = SV_SHAPE_BOX;
        sign.id = council_id(v, "sign-", place);
        sign.classes = "list";
        sign.height = list->line * 0.94;
        sign.stroke_width *= 0.6;
        sign.x = right - width - list->sign_gap - list->sign / 2;
        sign.y = y;
        sv_picture_mark(&v->stage->picture, &sign);
        sv_picture_mark(&v->stage->picture, &(sv_mark){.id = council_id(v, "label-", place),
                                                       .classes = "label",
                                                       .x = right - width / 2,
                                                       .y = y,
                                                       .width = width,
                                                       .height = list->line,
                                                       .text = sv_text_get(&v->fit.labels[place]),
                                                       .font_size = v->fit.font_size,
                                                       .text_colour = stage->theme->ink,
                                                       .align = SV_ALIGN_LEFT});
        at++;
    }
}
