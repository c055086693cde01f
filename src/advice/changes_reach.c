/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can be reached from us over the network, then and now. */
#include "changes.h"

#include <stdlib.h>

#include "../base/memory.h"

static const double *column(const changes_work *work, int time, const char *score)
{
    return sv_scores_column(work->scores[time], sv_score_find(score));
}

static bool is_own(const changes_work *work, int time, size_t vertex)
{
    return sv_map_actor(work->map[time], sv_network_actor(work->network[time], vertex))->own;
}

static bool has_own(const changes_work *work, int time)
{
    for (size_t v = 0; v < sv_network_actors(work->network[time]); v++)
        if (is_own(work, time, v))
            return true;
    return false;
}

/* ---- Reach ---- */

/* home[c]: component c (from 1) has one of us in it; without us anywhere: it is the largest. */
static void find_home(const changes_work *work, int time, bool *home)
{
    size_t n = sv_network_actors(work->network[time]);
    const double *component = column(work, time, "component");
    for (size_t v = 0; v < n; v++)
        if (work->found->from_us ? is_own(work, time, v) : component[v] == 1)
            home[(size_t)component[v]] = true;
}

static void count_network(const changes_work *work, int time, sv_network_facts *facts)
{
    const double *component = column(work, time, "component");
    *facts = (sv_network_facts){sv_network_actors(work->network[time]), sv_network_ties(work->network[time]), 0};
    for (size_t v = 0; v < facts->actors; v++)
        if ((size_t)component[v] > facts->components)
            facts->components = (size_t)component[v];
}

static bool is_reached(const changes_work *work, int time, size_t vertex, const bool *home)
{
    return home[(size_t)column(work, time, "component")[vertex]];
}

sv_status changes_find_reach(changes_work *work, sv_error *error)
{
    sv_changes *found = work->found;
    size_t n = sv_map_rows(found->both, SV_ACTORS);
    bool *home[both_times] = {sv_alloc(n + 1, sizeof(bool)), sv_alloc(n + 1, sizeof(bool))}, done;
    found->lost = sv_alloc(n, sizeof *found->lost);
    found->regained = sv_alloc(n, sizeof *found->regained);
    found->from_us = has_own(work, then) && has_own(work, now);
    count_network(work, then, &found->before);
    count_network(work, now, &found->after);
    done = home[then] && home[now] && found->lost && found->regained;
    for (int time = then; done && time <= now; time++)
        find_home(work, time, home[time]);
    for (size_t i = 0; done && i < n; i++) {
        size_t old = changes_vertex(work, then, i), new = changes_vertex(work, now, i);
        bool was, is;
        if (old == SV_NO_ROW || new == SV_NO_ROW)
            continue;
        was = is_reached(work, then, old, home[then]);
        is = is_reached(work, now, new, home[now]);
        if (was && !is)
            found->lost[found->n_lost++] = i;
        if (!was && is)
            found->regained[found->n_regained++] = i;
    }
    free(home[then]);
    free(home[now]);
    return done ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}
