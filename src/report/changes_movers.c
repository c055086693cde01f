/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding whose place changed so that it is worth telling. */
#include "changes_movers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"

size_t movers_better(size_t a, size_t b)
{
    return !a ? b : !b || a < b ? a : b;
}

static size_t steps(const sv_score_change *one)
{
    return one->place_before > one->place_after ? one->place_before - one->place_after : one->place_after - one->place_before;
}

size_t movers_class(const sv_changes *found, size_t actor)
{
    sv_class of = sv_map_actor(found->both, actor)->kind->of;
    return of == SV_CLASS_UNKNOWN ? (size_t)SV_CLASSES : (size_t)of;
}

bool movers_stand_out(const sv_score_change *one, size_t n)
{
    size_t best = movers_better(one->place_before, one->place_after);
    if (!best || one->place_before == one->place_after)
        return false;
    if (!one->place_before || !one->place_after)
        return best <= places_high;
    return best <= places_front || (best <= places_high && steps(one) >= places_near) || (steps(one) >= places_high && 4 * steps(one) >= n);
}

static int best_first(const void *a, const void *b)
{
    const mover *left = a, *right = b;
    if (left->class != right->class)
        return left->class < right->class ? -1 : 1;
    if (left->best != right->best)
        return left->best < right->best ? -1 : 1;
    return left->of->actor < right->of->actor ? -1 : left->of->actor > right->of->actor;
}

bool movers_next_score(const sv_changes *found, score_range *range)
{
    range->first = range->end;
    if (range->first == found->n_scores)
        return false;
    range->score = found->scores[range->first].score;
    while (range->end < found->n_scores && found->scores[range->end].score == range->score)
        range->end++;
    return true;
}

static int by_actor(const void *key, const void *item)
{
    size_t actor = *(const size_t *)key, other = ((const sv_score_change *)item)->actor;
    return actor < other ? -1 : actor > other;
}

const sv_score_change *movers_change(const sv_changes *found, const score_range *range, size_t actor)
{
    return bsearch(&actor, found->scores + range->first, range->end - range->first, sizeof *found->scores, by_actor);
}

void movers_count(const sv_changes *found, const score_range *range, size_t n[SV_CLASSES + 1])
{
    memset(n, 0, (SV_CLASSES + 1) * sizeof *n);
    for (size_t i = range->first; i < range->end; i++)
        n[movers_class(found, found->scores[i].actor)] += found->scores[i].place_after > 0;
}

mover *movers_find(const teller *by, const score_range *range, bool all, size_t *n)
{
    mover *movers = sv_alloc(range->end - range->first, sizeof *movers);
    size_t places[SV_CLASSES + 1];
    *n = 0;
    by->to->failed |= !movers;
    movers_count(by->found, range, places);
    for (size_t i = range->first; movers && i < range->end; i++) {
        const sv_score_change *one = &by->found->scores[i];
        size_t class = movers_class(by->found, one->actor);
        bool differs =
            one->place_before != one->place_after || isnan(one->before) != isnan(one->after) || fabs(one->before - one->after) > 1e-9;
        if (all ? differs : movers_stand_out(one, places[class]))
            movers[(*n)++] = (mover){one, class, movers_better(one->place_before, one->place_after)};
    }
    if (*n)
        qsort(movers, *n, sizeof *movers, best_first);
    return movers;
}

const char *movers_score_name(const teller *by, size_t score)
{
    return by->to->options.language == SV_DUTCH ? sv_score_get(score)->nl : sv_score_get(score)->en;
}
