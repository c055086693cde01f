/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Phases: a council comes to a decision in steps, and each step closes a door. Worked back from the vote: before their own group's
 * meeting council members can still be won, before the committee their spokespersons, before the first meeting those who write the
 * proposal.
 */
#include "phases.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "../base/text.h"
#include "../model/table.h"

/* ---- The moments ---- */

bool phases_is_group_meeting(const sv_map *map, size_t event)
{
    static const char *const words[] = {"fractieberaad", "fractievergadering",    "fractieoverleg",
                                        "group meeting", "council group meeting", "party meeting"};
    const char *kind = sv_map_cell(map, SV_EVENTS, event, SV_EVENT_KIND);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sv_text_same(kind, words[i]))
            return true;
    return false;
}

/* What an event is in the phases; SV_MOMENT_SORTS when it is none of them. */
static sv_moment_sort sort_of(const sv_map *map, size_t event)
{
    const char *phase = sv_map_cell(map, SV_EVENTS, event, SV_EVENT_PHASE);
    if (strcmp(phase, "exploring") == 0)
        return SV_MOMENT_EXPLORING;
    if (strcmp(phase, "opinion_forming") == 0)
        return SV_MOMENT_OPINION;
    if (strcmp(phase, "decision_making") == 0)
        return SV_MOMENT_DECISION;
    return phases_is_group_meeting(map, event) ? SV_MOMENT_GROUP : SV_MOMENT_SORTS;
}

static bool is_about(const sv_map *map, size_t event, size_t issue)
{
    return sv_map_usable(map, SV_EVENTS, event) && sv_map_find_issue(map, sv_map_cell(map, SV_EVENTS, event, SV_EVENT_ISSUE)) == issue;
}

/* The day of the last decision on an issue before a day (0: of all); 0 when there is none. */
static int last_decision(const sv_map *map, size_t issue, int before)
{
    int last = 0;
    for (size_t event = 0; event < sv_map_rows(map, SV_EVENTS); event++) {
        int day = sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE);
        if (is_about(map, event, issue) && sort_of(map, event) == SV_MOMENT_DECISION && day > last && (!before || day < before))
            last = day;
    }
    return last;
}

static int by_day(const void *a, const void *b)
{
    const sv_moment *left = a, *right = b;
    if (left->day != right->day)
        return left->day < right->day ? -1 : 1;
    if (left->sort != right->sort)
        return left->sort < right->sort ? -1 : 1;
    return left->event < right->event ? -1 : left->event > right->event;
}

/* The moments of the events about an issue after one day, up to and with another (0: no end). */
static size_t collect(const sv_map *map, size_t issue, int after, int end, sv_moment *list)
{
    size_t n = 0;
    for (size_t event = 0; event < sv_map_rows(map, SV_EVENTS); event++) {
        int day = sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE), speak_by = sv_map_date(map, SV_EVENTS, event, SV_EVENT_SPEAK_BY);
        sv_moment_sort sort = sort_of(map, event);
        if (!is_about(map, event, issue) || day <= after || (end && day > end))
            continue;
        if (sort != SV_MOMENT_SORTS)
            list[n++] = (sv_moment){sort, day, event};
        if (speak_by)
            list[n++] = (sv_moment){SV_MOMENT_SPEAK_BY, speak_by, event};
    }
    return n;
}

sv_status sv_moments_find(const sv_map *map, size_t issue, sv_moment **list, size_t *n, sv_error *error)
{
    int decision = sv_map_date(map, SV_ISSUES, issue, SV_ISSUE_DECISION_DATE);
    *n = 0;
    *list = sv_alloc(2 * sv_map_rows(map, SV_EVENTS) + 1, sizeof **list);
    if (!*list)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (!decision)
        decision = last_decision(map, issue, 0);
    *n = collect(map, issue, decision ? last_decision(map, issue, decision) : 0, decision, *list);
    qsort(*list, *n, sizeof **list, by_day);
    if (decision && (*n == 0 || (*list)[*n - 1].sort != SV_MOMENT_DECISION))
        (*list)[(*n)++] = (sv_moment){SV_MOMENT_DECISION, decision, SV_NO_ROW};
    return SV_OK;
}

/* ---- Before which of them ---- */

/* Whether a list of themes, "zorg|armoede", has this one. Sets part->failed without memory. */
static bool has_theme(const char *themes, const char *theme, sv_text *part)
{
    sv_list_cursor cursor = {themes};
    while (sv_list_next(&cursor, part))
        if (sv_text_same(part->bytes, theme))
            return true;
    return false;
}

bool phases_find_spokespersons(const sv_map *map, size_t issue, bool *speaks)
{
    const char *themes = sv_map_cell(map, SV_ISSUES, issue, SV_ISSUE_THEMES);
    sv_text part = {0}, theme = {0};
    bool done;
    for (size_t row = 0; row < sv_map_rows(map, SV_GROUPS); row++) {
        sv_list_cursor cursor = {sv_map_cell(map, SV_GROUPS, row, SV_GROUP_SPOKESPERSONS)};
        while (sv_map_usable(map, SV_GROUPS, row) && sv_list_next(&cursor, &part)) { /* theme:actor */
            char *colon = strrchr(part.bytes, ':');
            size_t actor = colon ? sv_map_find_actor(map, colon + 1 + strspn(colon + 1, " ")) : SV_NO_ROW;
            if (actor == SV_NO_ROW)
                continue;
            *colon = '\0';
            speaks[actor] = speaks[actor] || has_theme(themes, part.bytes, &theme);
        }
    }
    done = !part.failed && !theme.failed;
    sv_text_clear(&part);
    sv_text_clear(&theme);
    return done;
}

/* The order in which an actor's moments are looked for, ending with SV_MOMENT_SORTS. */
static const sv_moment_sort *order_for(const char *kind, bool speaks)
{
    static const sv_moment_sort preparing[] = {SV_MOMENT_EXPLORING, SV_MOMENT_OPINION, SV_MOMENT_DECISION, SV_MOMENT_SORTS};
    static const sv_moment_sort speaking[] = {SV_MOMENT_OPINION, SV_MOMENT_GROUP, SV_MOMENT_DECISION, SV_MOMENT_SORTS};
    static const sv_moment_sort voting[] = {SV_MOMENT_GROUP, SV_MOMENT_OPINION, SV_MOMENT_DECISION, SV_MOMENT_SORTS};
    static const sv_moment_sort heard[] = {SV_MOMENT_SPEAK_BY, SV_MOMENT_OPINION, SV_MOMENT_GROUP, SV_MOMENT_DECISION, SV_MOMENT_SORTS};
    static const char *const prepares[] = {"official", "secretary", "adviser", "alderman", "mayor", "advisory_council"};
    for (size_t i = 0; i < sizeof prepares / sizeof *prepares; i++)
        if (strcmp(kind, prepares[i]) == 0)
            return preparing;
    if (speaks || strcmp(kind, "committee_member") == 0)
        return speaking;
    return strcmp(kind, "council_member") == 0 ? voting : heard;
}

/* Whether a group meeting is an actor's: it is among the attendees, or nobody is. False without memory. */
static bool is_own_meeting(const sv_map *map, size_t event, size_t actor, bool *named, bool *own)
{
    const char *attendees = sv_map_cell(map, SV_EVENTS, event, SV_EVENT_ATTENDEES);
    bool done = sv_list_names(map, attendees, actor, named);
    *own = *named || !*attendees;
    return done;
}

/* The first moment of a sort that is still to come; of group meetings one where the actor is named comes before one for all. */
static bool first_of(const sv_map *map, const sv_moment *moments, size_t n, sv_moment_sort sort, size_t actor, int as_of, size_t *moment)
{
    *moment = SV_NO_ROW;
    for (size_t i = 0; i < n; i++) {
        bool named = true, own = true;
        if (moments[i].sort != sort || moments[i].day < as_of)
            continue;
        if (sort == SV_MOMENT_GROUP && !is_own_meeting(map, moments[i].event, actor, &named, &own))
            return false;
        if (!own || (!named && *moment != SV_NO_ROW))
            continue;
        *moment = i;
        if (named)
            return true;
    }
    return true;
}

bool phases_before(const sv_map *map, const sv_moment *moments, size_t n, size_t actor, bool speaks, int as_of, size_t *moment)
{
    *moment = SV_NO_ROW;
    for (const sv_moment_sort *sort = order_for(sv_map_actor(map, actor)->kind->id, speaks);
         *moment == SV_NO_ROW && *sort != SV_MOMENT_SORTS; sort++)
        if (!first_of(map, moments, n, *sort, actor, as_of, moment))
            return false;
    return true;
}
