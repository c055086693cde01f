/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places and scores then and now as tables: for people whose place changes, for programs every number that does. */
#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "changes_movers.h"

static double place_number(size_t place)
{
    return place ? (double)place : NAN;
}

/* Programs get every change of every score. */
static void list_scores(const teller *by)
{
    static const answer_column columns[] = {{"actor", "", 0},  {"score", "", 0}, {"place_before", "", 0}, {"place_after", "", 0},
                                            {"before", "", 0}, {"after", "", 0}, {"difference", "", 0}};
    score_range range = {0};
    answer_table(by->to, "scores", NULL, columns, sizeof columns / sizeof *columns);
    while (movers_next_score(by->found, &range)) {
        size_t n;
        mover *movers = movers_find(by, &range, true, &n);
        for (size_t i = 0; i < n; i++) {
            const sv_score_change *one = movers[i].of;
            answer_cell_actor(by->to, one->actor);
            answer_cell(by->to, sv_score_get(one->score)->id);
            answer_cell_number(by->to, place_number(one->place_before));
            answer_cell_number(by->to, place_number(one->place_after));
            answer_cell_number(by->to, one->before);
            answer_cell_number(by->to, one->after);
            answer_cell_number(by->to, one->after - one->before);
        }
        free(movers);
    }
}

/* One cell for people: "12 → 4", the place alone when it stays. */
static void cell_places(const teller *by, const sv_score_change *one)
{
    sv_text text = {0};
    const size_t places[] = {one->place_before, one->place_after};
    for (int i = one->place_before == one->place_after; i < 2; i++) {
        sv_text_add(&text, i == 1 && one->place_before != one->place_after ? " → " : "");
        if (places[i])
            sv_text_addf(&text, "%zu", places[i]);
        else
            sv_text_add(&text, "–");
    }
    by->to->failed |= text.failed;
    answer_cell(by->to, sv_text_get(&text));
    sv_text_clear(&text);
}

/* The changes of all scores lie in the same order of actors: the k-th of each score is about one actor. */
typedef struct place_row {
    size_t k, best;
    size_t class;
    bool shown;
} place_row;

static int best_row_first(const void *a, const void *b)
{
    const place_row *left = a, *right = b;
    if (left->class != right->class)
        return left->class < right->class ? -1 : 1;
    if (left->best != right->best)
        return left->best < right->best ? -1 : 1;
    return left->k < right->k ? -1 : left->k > right->k;
}

/* Which actors stand out by any score, and the best place of each. */
static size_t mark_rows(const teller *by, place_row *rows, size_t n)
{
    score_range range = {0};
    size_t shown = 0, places[SV_CLASSES + 1];
    while (movers_next_score(by->found, &range)) {
        movers_count(by->found, &range, places);
        for (size_t k = 0; k < n; k++) {
            const sv_score_change *one = &by->found->scores[range.first + k];
            size_t class = movers_class(by->found, one->actor);
            bool out = by->all ? one->place_before != one->place_after : movers_stand_out(one, places[class]);
            rows[k].k = k;
            rows[k].class = class;
            rows[k].best = movers_better(rows[k].best, out ? movers_better(one->place_before, one->place_after) : 0);
            rows[k].shown |= out;
        }
    }
    for (size_t k = 0; k < n; k++)
        if (rows[k].shown)
            rows[shown++] = rows[k];
    if (shown)
        qsort(rows, shown, sizeof *rows, best_row_first);
    return shown;
}

/* For people one table: whose place changes, by each score from what to what. */
static void table_people(const teller *by)
{
    score_range range = {0};
    size_t n_scores = 0, per_score, shown;
    answer_column *columns;
    place_row *rows;
    while (movers_next_score(by->found, &range))
        n_scores++;
    per_score = n_scores ? by->found->n_scores / n_scores : 0;
    rows = sv_alloc(per_score, sizeof *rows);
    columns = told_columns(by, n_scores + 1);
    by->to->failed |= !rows || !columns;
    shown = rows && columns ? mark_rows(by, rows, per_score) : 0;
    if (shown) {
        columns[0] = (answer_column){"actor", SV_TR("actor"), 0};
        for (range = (score_range){0}, n_scores = 0; movers_next_score(by->found, &range);)
            columns[++n_scores] = (answer_column){"place", movers_score_name(by, range.score), 0};
        answer_table(by->to, "scores", SV_TR("Place by:"), columns, n_scores + 1);
    }
    for (size_t i = 0; i < told_rows(by, shown); i++) {
        answer_cell_actor(by->to, by->found->scores[rows[i].k].actor);
        for (size_t s = 0; s < n_scores; s++)
            cell_places(by, &by->found->scores[s * per_score + rows[i].k]);
    }
    tell_more(by, shown);
    free(rows);
}

void table_places(const teller *by)
{
    if (told_to_people(by))
        table_people(by);
    else
        list_scores(by);
}

void flat_places(const teller *by)
{
    score_range range = {0};
    while (movers_next_score(by->found, &range)) {
        size_t n;
        mover *movers = movers_find(by, &range, by->all, &n);
        for (size_t i = 0; i < n; i++) {
            const sv_score_change *one = movers[i].of;
            answer_cell(by->to, movers_score_name(by, range.score));
            cell_change(by, isnan(one->before) ? SV_CAME : isnan(one->after) ? SV_WENT : SV_MOVED);
            answer_cell_actor(by->to, one->actor);
            answer_cell(by->to, "");
            answer_cell_number(by->to, one->before);
            answer_cell_number(by->to, one->after);
        }
        free(movers);
    }
}
