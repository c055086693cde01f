/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts: whose turn it is. Who is already won, or has no say, or was spoken to today, is nobody's turn; and what was agreed comes first.
 */
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "office.h"
#include "turn.h"

/* Whose turn it is, before the rest of the row is filled in. */
typedef struct waiting {
    size_t actor, rank;
    double urgency;
} waiting;

/* ---- Who ---- */

/* True for who decides on the issue: the council where it may, else the executive. */
static bool decides(const sv_map *map, size_t issue, size_t actor)
{
    const char *competent = sv_map_cell(map, SV_ISSUES, issue, SV_ISSUE_COMPETENT);
    if (strcmp(competent, "college") == 0)
        return sv_map_is_kind(map, actor, "alderman") || sv_map_is_kind(map, actor, "mayor");
    if (strcmp(competent, "mayor") == 0)
        return sv_map_is_kind(map, actor, "mayor");
    return sv_map_is_kind(map, actor, "council_member");
}

static bool has_turn(const turns *in, size_t actor)
{
    const sv_actor *who = sv_map_actor(in->map, actor);
    if (!who->usable || !in->held[actor] || who->own || in->from[actor] || !office_takes_sides(who->kind))
        return false;
    return sv_gap(in->stance[actor]) > 0 && (in->positioned[actor] || decides(in->map, in->issue, actor));
}

/* ---- The list ---- */

static int most_urgent_first(const void *a, const void *b)
{
    const waiting *left = a, *right = b;
    if (left->urgency != right->urgency)
        return left->urgency > right->urgency ? -1 : 1;
    return left->rank < right->rank ? -1 : left->rank > right->rank;
}

static bool collect(const turns *in, waiting *list, size_t *n)
{
    for (size_t actor = 0; actor < in->ways->n_actors; actor++) {
        sv_turn turn;
        if (!has_turn(in, actor))
            continue;
        if (!turns_make(in, actor, &turn))
            return false;
        if (turn.urgency > 0)
            list[(*n)++] = (waiting){actor, in->ways->rank[actor], turn.urgency};
    }
    qsort(list, *n, sizeof *list, most_urgent_first);
    return true;
}

/* The first so many, with the way to each and where to meet. */
static bool fill_turns(const turns *in, const waiting *list, size_t n, sv_contacts *found)
{
    size_t wanted = in->options->top && in->options->top < n ? in->options->top : n;
    bool done = (found->turns = sv_alloc(wanted, sizeof *found->turns)) != NULL;
    found->turns_more = n - wanted;
    while (done && found->n_turns < wanted) {
        sv_turn *turn = &found->turns[found->n_turns];
        done = turns_make(in, list[found->n_turns++].actor, turn) && turns_finish(in, turn);
    }
    return done;
}

static bool find_turns(const turns *in, sv_contacts *found)
{
    waiting *list = sv_alloc(in->ways->n_actors, sizeof *list);
    size_t n = 0;
    bool done = list && (found->decided || collect(in, list, &n)) && fill_turns(in, list, n, found);
    free(list);
    return done;
}

/* ---- What was agreed ---- */

static int by_due(const void *a, const void *b)
{
    const sv_promise *left = a, *right = b;
    if (left->due != right->due)
        return !left->due ? 1 : !right->due ? -1 : left->due < right->due ? -1 : 1;
    return left->contact < right->contact ? -1 : left->contact > right->contact;
}

/* Next steps after which nobody has spoken with that actor; contacts after as_of have not been made. */
static bool find_promises(const turns *in, sv_contacts *found)
{
    const sv_map *map = in->map;
    size_t rows = sv_map_rows(map, SV_CONTACTS);
    size_t *last = sv_alloc(in->ways->n_actors, sizeof *last); /* per actor: the row of the last contact, and one more; 0 = none */
    found->promises = sv_alloc(rows, sizeof *found->promises);
    for (size_t row = 0; last && row < rows; row++) {
        size_t actor = sv_map_find_actor(map, sv_map_cell(map, SV_CONTACTS, row, SV_CONTACT_ACTOR));
        int date = sv_map_date(map, SV_CONTACTS, row, SV_CONTACT_DATE);
        if (!sv_map_usable(map, SV_CONTACTS, row) || actor == SV_NO_ROW || (in->options->as_of && date > in->options->as_of))
            continue;
        if (!last[actor] || date >= sv_map_date(map, SV_CONTACTS, last[actor] - 1, SV_CONTACT_DATE))
            last[actor] = row + 1;
    }
    for (size_t actor = 0; last && found->promises && actor < in->ways->n_actors; actor++)
        if (last[actor] && *sv_map_cell(map, SV_CONTACTS, last[actor] - 1, SV_CONTACT_NEXT_STEP))
            found->promises[found->n_promises++] =
                (sv_promise){last[actor] - 1, actor, sv_map_date(map, SV_CONTACTS, last[actor] - 1, SV_CONTACT_DUE)};
    if (found->promises)
        qsort(found->promises, found->n_promises, sizeof *found->promises, by_due);
    free(last);
    return last && found->promises;
}

/* ---- Together ---- */

sv_status sv_contacts_find(const sv_map *map, size_t issue, const sv_contacts_options *options, sv_contacts *found, sv_error *error)
{
    turns in;
    sv_status status = turns_init(&in, map, issue, options, error);
    *found = (sv_contacts){.issue = issue};
    if (status == SV_OK) {
        const sv_moment *last = in.n_moments ? &in.moments[in.n_moments - 1] : NULL;
        found->decision = last && last->sort == SV_MOMENT_DECISION ? last->day : 0;
        found->decided = found->decision && found->decision < options->as_of;
        if (!find_turns(&in, found) || !find_promises(&in, found))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        found->moments = in.moments;
        found->n_moments = in.n_moments;
        in.moments = NULL;
    }
    turns_clear(&in);
    if (status != SV_OK)
        sv_contacts_clear(found);
    return status;
}

void sv_contacts_clear(sv_contacts *found)
{
    for (size_t i = 0; i < found->n_turns; i++)
        sv_way_clear(&found->turns[i].way);
    free(found->moments);
    free(found->turns);
    free(found->promises);
    *found = (sv_contacts){0};
}
