/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ways as people say them. */
#include "way_words.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "../model/table.h"

/* A tie of this kind in words, as far as its strength says more. */
static const char *tie_words(const sv_tie *tie)
{
    const char *kind = tie->kind->id;
    if (strcmp(kind, "works_with") == 0)
        return tie->strength >= 3.5 ? SV_TR("{from} works closely with {to}") : SV_TR("{from} works with {to}");
    if (strcmp(kind, "informs") == 0)
        return tie->direction == SV_BOTH ? SV_TR("{from} and {to} inform each other") : SV_TR("{from} informs {to}");
    if (strcmp(kind, "advises") == 0)
        return tie->direction == SV_BOTH ? SV_TR("{from} and {to} advise each other") : SV_TR("{from} advises {to}");
    if (strcmp(kind, "supports") == 0)
        return tie->direction == SV_BOTH ? SV_TR("{from} and {to} support each other") : SV_TR("{from} supports {to}");
    if (strcmp(kind, "reports_to") == 0)
        return tie->direction == SV_BOTH ? SV_TR("{from} and {to} report to each other") : SV_TR("{from} reports to {to}");
    if (strcmp(kind, "family") == 0)
        return SV_TR("{from} is family of {to}");
    if (tie->strength >= 3.5)
        return SV_TR("{from} knows {to} well");
    return tie->strength < 1.5 ? SV_TR("{from} knows {to} a little") : SV_TR("{from} knows {to}");
}

static void add_membership(const answer *to, size_t row, sv_text *out)
{
    const sv_membership *membership = sv_map_membership(to->map, row);
    const char *role = sv_map_cell(to->map, SV_MEMBERSHIPS, row, SV_MEMBERSHIP_ROLE);
    answer_fill(to, *role ? SV_TR("{who} is {role} of {body}") : SV_TR("{who} belongs to {body}"),
                SAYS(SAY_ACTOR("who", to->map, membership->who), SAY_TEXT("role", role), SAY_ACTOR("body", to->map, membership->of)), out);
}

void way_add_step(const answer *to, const sv_step *step, sv_text *out)
{
    if (step->tie == SV_NO_ROW)
        add_membership(to, step->membership, out);
    else
        answer_fill(to, tie_words(sv_map_tie(to->map, step->tie)),
                    SAYS(SAY_ACTOR("from", to->map, step->from), SAY_ACTOR("to", to->map, step->to)), out);
    if (step->last_contact)
        answer_fill(to, SV_TR(" (last contact {day})"), SAYS(SAY_DATE("day", step->last_contact)), out);
}

void way_add(const answer *to, const sv_way *way, sv_text *out)
{
    for (size_t i = 0; i < way->n; i++) {
        sv_text step = {0};
        way_add_step(to, &way->steps[i], &step);
        answer_join(to, out, sv_text_get(&step), i, way->n);
        out->failed |= step.failed;
        sv_text_clear(&step);
    }
}

const char *way_kind(const sv_map *map, const sv_step *step)
{
    return step->tie == SV_NO_ROW ? "membership" : sv_map_tie(map, step->tie)->kind->id;
}

void way_add_chance(const answer *to, double chance, sv_text *out)
{
    double times = round(10 * chance);
    if (times < 1)
        answer_fill(to, SV_TR("less than once in 10 times"), SAYS(), out);
    else if (times > 9)
        answer_fill(to, SV_TR("almost every time"), SAYS(), out);
    else
        answer_fill(to, times < 2 ? SV_TR("about once in 10 times") : SV_TR("about {n} times out of 10"), SAYS(SAY_COUNT("n", times)), out);
}

void way_add_names(const answer *to, const size_t *actors, size_t n, sv_text *out)
{
    for (size_t i = 0; i < n; i++)
        answer_join(to, out, sv_map_actor(to->map, actors[i])->name, i, n);
}

/* ---- Rules ---- */

/* The names of those that a rule excepts; "" when there are none. */
static void add_exceptions(const answer *to, size_t rule, sv_text *out)
{
    const char *cell = sv_map_cell(to->map, SV_TIES, rule, SV_TIE_EXCEPT);
    sv_list_cursor count = {cell}, cursor = {cell};
    sv_text part = {0};
    size_t n = 0;
    while (sv_list_next(&count, &part))
        n++;
    for (size_t i = 0; sv_list_next(&cursor, &part); i++) {
        size_t actor = sv_map_find_actor(to->map, part.bytes);
        answer_join(to, out, actor == SV_NO_ROW ? part.bytes : sv_map_actor(to->map, actor)->name, i, n);
    }
    out->failed |= part.failed;
    sv_text_clear(&part);
}

void way_say_rule(answer *to, size_t rule, bool in_full)
{
    const sv_map *map = to->map;
    const sv_tie *tie = sv_map_tie(map, rule);
    const char *source = sv_map_cell(map, SV_TIES, rule, SV_TIE_SOURCE), *note = sv_map_cell(map, SV_TIES, rule, SV_TIE_NOTE);
    bool body = sv_map_actor(map, tie->from)->kind->of != SV_CLASS_PERSON;
    sv_text except = {0};
    answer_say(to,
               *source ? (body ? SV_TR("{who} forbids its people contact with {whom} (source: {source}).")
                               : SV_TR("{who} may not contact {whom} (source: {source})."))
                       : (body ? SV_TR("{who} forbids its people contact with {whom}.") : SV_TR("{who} may not contact {whom}.")),
               SAYS(SAY_ACTOR("who", map, tie->from), SAY_ACTOR("whom", map, tie->to), SAY_TEXT("source", source)));
    if (!in_full)
        return;
    if (*note)
        answer_say(to, SV_TR("The map notes: \"{note}\""), SAYS(SAY_TEXT("note", note)));
    add_exceptions(to, rule, &except);
    if (except.length)
        answer_say(to, SV_TR("Excepted: {who}."), SAYS(SAY_TEXT("who", sv_text_get(&except))));
    to->failed |= except.failed;
    sv_text_clear(&except);
}

/* ---- Procedure ---- */

/* The first day still to come by which one can ask to speak, of any issue or of this one. */
static size_t next_speaking(const answer *to, size_t issue)
{
    size_t best = SV_NO_ROW;
    int first = 0;
    for (size_t row = 0; row < sv_map_rows(to->map, SV_EVENTS); row++) {
        int day = sv_map_date(to->map, SV_EVENTS, row, SV_EVENT_SPEAK_BY);
        size_t about = sv_map_find_issue(to->map, sv_map_cell(to->map, SV_EVENTS, row, SV_EVENT_ISSUE));
        if (!sv_map_usable(to->map, SV_EVENTS, row) || !day || day < to->options.as_of || (issue != SV_NO_ROW && about != issue))
            continue;
        if (!first || day < first) {
            first = day;
            best = row;
        }
    }
    return best;
}

size_t way_clerk(const sv_map *map)
{
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        if (sv_map_actor(map, i)->usable && sv_map_is_kind(map, i, "clerk"))
            return i;
    return SV_NO_ROW;
}

void way_add_procedure(answer *to, size_t issue, bool to_clerk)
{
    const sv_map *map = to->map;
    size_t clerk = to_clerk ? SV_NO_ROW : way_clerk(map), event = next_speaking(to, issue);
    if (clerk != SV_NO_ROW || event != SV_NO_ROW)
        answer_heading(to, SV_TR("Procedure:"), SAYS());
    if (clerk != SV_NO_ROW)
        answer_say(
            to, SV_TR("For speaking in a meeting and for the agenda there is the clerk, {clerk}: for procedure only, never to persuade."),
            SAYS(SAY_ACTOR("clerk", map, clerk)));
    if (event != SV_NO_ROW)
        answer_say(to, SV_TR("Whoever wants to speak in \"{event}\" on {day} asks for it by {by} at the latest."),
                   SAYS(SAY_TEXT("event", sv_map_cell(map, SV_EVENTS, event, SV_EVENT_TITLE)),
                        SAY_DATE("day", sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE)),
                        SAY_DATE("by", sv_map_date(map, SV_EVENTS, event, SV_EVENT_SPEAK_BY))));
}

void way_note_warmth(answer *to)
{
    if (to->options.audience == SV_PUBLIC)
        answer_note(to,
                    SV_TR("For the public it is not known how strong ties are, when people last spoke, and who may not contact whom: ways "
                          "are compared "
                          "by the kinds of their ties only. Look at the edition for the team before you approach anybody."),
                    SAYS());
    else
        answer_note(
            to,
            SV_TR(
                "How well a request comes across is a rule of thumb from the strength of each tie (9 out of 10 for the closest, 3 for the "
                "loosest), half as much for every two years since the last contact."),
            SAYS());
}
