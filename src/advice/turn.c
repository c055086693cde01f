/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A turn: how far somebody has to come, how much they can do, how soon it must be, and how long ago we spoke, multiplied; and before
 * which moment, through whom and where.
 */
#include "turn.h"

#include <math.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../base/text.h"
#include "../model/table.h"
#include "office.h"

/* ---- What they are found with ---- */

static bool note_positions(turns *in)
{
    for (size_t row = 0; row < sv_map_rows(in->map, SV_POSITIONS); row++) {
        const sv_position *position = sv_map_position(in->map, row);
        if (position->usable && position->issue == in->issue)
            in->positioned[position->actor] = true;
    }
    for (size_t i = 0; i < in->options->n_from; i++)
        in->from[in->options->from[i]] = true;
    office_held(in->map, in->options->as_of, in->held);
    return phases_find_spokespersons(in->map, in->issue, in->speaks) && last_contacts_find(in->map, in->options->as_of, &in->spoken);
}

sv_status turns_init(turns *made, const sv_map *map, size_t issue, const sv_contacts_options *options, sv_error *error)
{
    size_t n = sv_map_rows(map, SV_ACTORS);
    sv_status status;
    *made = (turns){.map = map, .issue = issue, .options = options};
    status = sv_moments_find(map, issue, &made->moments, &made->n_moments, error);
    if (status == SV_OK)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = options->as_of}, &made->ways, error);
    if (status == SV_OK)
        status = sv_warmest_new(made->ways, options->from, options->n_from, &made->warmest, error);
    made->stance = sv_alloc(n, sizeof *made->stance);
    made->positioned = sv_alloc(n, sizeof *made->positioned);
    made->speaks = sv_alloc(n, sizeof *made->speaks);
    made->from = sv_alloc(n, sizeof *made->from);
    made->held = sv_alloc(n, sizeof *made->held);
    if (status == SV_OK && (!made->stance || !made->positioned || !made->speaks || !made->from || !made->held || !note_positions(made)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    return status == SV_OK ? sv_map_stances(map, issue, made->stance, error) : status;
}

void turns_clear(turns *of)
{
    sv_warmest_free(of->warmest);
    sv_ways_free(of->ways);
    last_contacts_clear(&of->spoken);
    free(of->moments);
    free(of->stance);
    free(of->positioned);
    free(of->speaks);
    free(of->from);
    free(of->held);
    *of = (turns){0};
}

/* ---- How urgent ---- */

static void weigh(const turns *in, sv_turn *turn)
{
    int as_of = in->options->as_of, day = turn->moment == SV_NO_ROW ? 0 : in->moments[turn->moment].day;
    turn->days_left = day && as_of ? sv_date_days(as_of, day) : 0;
    turn->gap_part = sv_gap(turn->stance) / 6;
    turn->power_part = (isnan(turn->power) ? 2 : turn->power) / 4;
    turn->deadline_part = 30. / (30 + turn->days_left);
    turn->contact_part = 1;
    if (turn->last_contact && as_of) {
        double days = sv_date_days(turn->last_contact, as_of);
        turn->contact_part = days / (30 + days);
    }
    turn->urgency = turn->gap_part * turn->power_part * turn->deadline_part * turn->contact_part;
}

bool turns_make(const turns *in, size_t actor, sv_turn *turn)
{
    *turn = (sv_turn){.actor = actor,
                      .stance = in->stance[actor],
                      .power = sv_map_number(in->map, SV_ACTORS, actor, SV_ACTOR_POWER),
                      .last_contact = in->spoken.with_us[actor],
                      .rule = SV_NO_ROW};
    if (!phases_before(in->map, in->moments, in->n_moments, actor, in->speaks[actor], in->options->as_of, &turn->moment))
        return false;
    weigh(in, turn);
    for (size_t i = 0; turn->rule == SV_NO_ROW && i < in->options->n_from; i++)
        turn->rule = sv_ways_rule(in->ways, in->options->from[i], actor);
    return true;
}

/* ---- Where to meet ---- */

/* True for an event to which one can go on a day from today on and before another (0: whenever). */
static bool can_meet(const turns *in, size_t event, int before)
{
    int day = sv_map_date(in->map, SV_EVENTS, event, SV_EVENT_DATE);
    return sv_map_usable(in->map, SV_EVENTS, event) && day >= in->options->as_of && (!before || day < before) &&
           !phases_is_group_meeting(in->map, event);
}

/* Puts an event among the first so many, by day; of one day the upper row. */
static void add_meeting(const sv_map *map, sv_turn *turn, size_t event)
{
    size_t at = turn->n_meet < SV_MEET_MOST ? turn->n_meet++ : SV_MEET_MOST;
    int day = sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE);
    for (; at > 0 && day < sv_map_date(map, SV_EVENTS, turn->meet[at - 1], SV_EVENT_DATE); at--)
        if (at < SV_MEET_MOST)
            turn->meet[at] = turn->meet[at - 1];
    if (at < SV_MEET_MOST)
        turn->meet[at] = event;
}

/* Where the actor will be; else where it is about the issue. False without memory. */
static bool find_meetings(const turns *in, sv_turn *turn)
{
    const sv_map *map = in->map;
    int before = turn->moment == SV_NO_ROW ? 0 : in->moments[turn->moment].day;
    for (size_t event = 0; event < sv_map_rows(map, SV_EVENTS); event++) {
        bool there;
        if (!can_meet(in, event, before))
            continue;
        if (!sv_list_names(map, sv_map_cell(map, SV_EVENTS, event, SV_EVENT_ATTENDEES), turn->actor, &there))
            return false;
        if (there)
            add_meeting(map, turn, event);
    }
    turn->attends = turn->n_meet > 0;
    for (size_t event = 0; !turn->attends && event < sv_map_rows(map, SV_EVENTS); event++) /* meetings of a phase are public */
        if (can_meet(in, event, before) && *sv_map_cell(map, SV_EVENTS, event, SV_EVENT_PHASE) &&
            sv_map_find_issue(map, sv_map_cell(map, SV_EVENTS, event, SV_EVENT_ISSUE)) == in->issue)
            add_meeting(map, turn, event);
    return true;
}

bool turns_finish(const turns *in, sv_turn *turn)
{
    return find_meetings(in, turn) && sv_warmest_way(in->warmest, turn->actor, &turn->way, NULL) == SV_OK;
}
