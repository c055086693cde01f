/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Whose turn it is, in the calendar: an entry for everybody to speak with, on the day before it must be done; what was agreed, on its
 * day; and the meetings themselves. The clerk stands in it for procedure only.
 */
#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "answer.h"
#include "calendar.h"
#include "moment_words.h"
#include "way_words.h"

/* What the entries share. */
typedef struct sheet {
    calendar made;
    answer words; /* the language, and nothing else */
    const sv_contacts *found;
    bool failed;
} sheet;

static const char before_day[] = "-P2DT15H"; /* at nine in the morning, three days before a whole day */
static const char before_hour[] = "-P1D";

/* Fill in a text (NULL: nothing); what it holds is the caller's to clear. */
static sv_text filled(const sheet *of, const char *message, const answer_value *values)
{
    sv_text text = {0};
    if (message)
        answer_fill(&of->words, message, values, &text);
    return text;
}

/* An entry for a whole day, or at the time of an event. Takes over the three texts. */
static void add(sheet *to, sv_text *uid, sv_text *summary, sv_text *description, int day, size_t event)
{
    const sv_map *map = to->words.map;
    const char *time = event == SV_NO_ROW ? "" : sv_map_cell(map, SV_EVENTS, event, SV_EVENT_TIME);
    const calendar_entry entry = {.uid = sv_text_get(uid),
                                  .summary = sv_text_get(summary),
                                  .description = sv_text_get(description),
                                  .place = event == SV_NO_ROW ? "" : sv_map_cell(map, SV_EVENTS, event, SV_EVENT_PLACE),
                                  .day = day,
                                  .time = strlen(time) == 5 ? time : "",
                                  .alarm = strlen(time) == 5 ? before_hour : before_day};
    calendar_add(&to->made, &entry);
    to->failed |= uid->failed || summary->failed || description->failed;
    sv_text_clear(uid);
    sv_text_clear(summary);
    sv_text_clear(description);
}

/* "turn-rinsma-huis-van-de-wijk@speelveld": the same as long as the ids stay the same. */
static sv_text uid_of(const char *sort, const char *what, const char *which)
{
    sv_text uid = {0};
    sv_text_addf(&uid, "%s-%s-%s@speelveld", sort, what, which);
    return uid;
}

static const char *issue_id(const sheet *of)
{
    return sv_map_cell(of->words.map, SV_ISSUES, of->found->issue, SV_ISSUE_ID);
}

static int not_before(int day, int as_of)
{
    return day < as_of ? as_of : day;
}

/* On the day before it must be done; a week from now where no day is known. */
static void add_turn(sheet *to, const sv_turn *turn)
{
    const sv_map *map = to->words.map;
    int as_of = to->made.stamp, by = turn->moment == SV_NO_ROW ? sv_date_add(as_of, 8) : to->found->moments[turn->moment].day;
    sv_text uid = uid_of("turn", sv_map_actor(map, turn->actor)->id, issue_id(to)), steps = {0}, summary, description;
    way_add(&to->words, &turn->way, &steps);
    if (turn->way.n > 1)
        summary = filled(to, SV_TR("Speak with {who} (begin with {first})"),
                         SAYS(SAY_ACTOR("who", map, turn->actor), SAY_ACTOR("first", map, turn->way.steps[0].to)));
    else
        summary =
            filled(to, turn->way.n ? SV_TR("Speak with {who}") : SV_TR("Find a way to {who}"), SAYS(SAY_ACTOR("who", map, turn->actor)));
    description = filled(to,
                         turn->way.n ? SV_TR("Before {day}. {steps}.")
                                     : SV_TR("Before {day}. Do not go there yourself: no way that is allowed is known."),
                         SAYS(SAY_DATE("day", by), SAY_TEXT("steps", sv_text_get(&steps))));
    to->failed |= steps.failed;
    sv_text_clear(&steps);
    add(to, &uid, &summary, &description, not_before(sv_date_add(by, -1), as_of), SV_NO_ROW);
}

static void add_promise(sheet *to, const sv_promise *promise)
{
    const sv_map *map = to->words.map;
    const char *by = sv_map_cell(map, SV_CONTACTS, promise->contact, SV_CONTACT_BY);
    size_t who = *by ? sv_map_find_actor(map, by) : SV_NO_ROW;
    sv_text uid, summary, description;
    char day[16];
    sv_date_write(sv_map_date(map, SV_CONTACTS, promise->contact, SV_CONTACT_DATE), day);
    uid = uid_of("promise", sv_map_actor(map, promise->actor)->id, day);
    summary = filled(to, SV_TR("Agreed with {who}: {what}"),
                     SAYS(SAY_ACTOR("who", map, promise->actor),
                          SAY_TEXT("what", sv_map_cell(map, SV_CONTACTS, promise->contact, SV_CONTACT_NEXT_STEP))));
    description =
        filled(to, *by ? SV_TR("Who does it: {by}.") : NULL, SAYS(SAY_TEXT("by", who == SV_NO_ROW ? by : sv_map_actor(map, who)->name)));
    add(to, &uid, &summary, &description, not_before(promise->due, to->made.stamp), SV_NO_ROW);
}

/* How many rows above have the same day and title: they would be taken for one. */
static size_t twins_above(const sv_map *map, size_t event)
{
    size_t n = 0;
    for (size_t row = 0; row < event; row++)
        n += sv_map_date(map, SV_EVENTS, row, SV_EVENT_DATE) == sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE) &&
             strcmp(sv_map_cell(map, SV_EVENTS, row, SV_EVENT_TITLE), sv_map_cell(map, SV_EVENTS, event, SV_EVENT_TITLE)) == 0;
    return n;
}

static sv_text event_uid(const sv_map *map, const char *sort, size_t event)
{
    const char *title = sv_map_cell(map, SV_EVENTS, event, SV_EVENT_TITLE);
    size_t twins = twins_above(map, event);
    char day[48];
    if (twins)
        snprintf(day, sizeof day, "%d-%zu", sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE), twins + 1);
    else
        snprintf(day, sizeof day, "%d", sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE));
    return uid_of(sort, day, title);
}

static void add_event(sheet *to, size_t event)
{
    const sv_map *map = to->words.map;
    sv_text uid = event_uid(map, "event", event), summary = {0}, description = {0};
    sv_text_add(&summary, sv_map_cell(map, SV_EVENTS, event, SV_EVENT_TITLE));
    add(to, &uid, &summary, &description, sv_map_date(map, SV_EVENTS, event, SV_EVENT_DATE), event);
}

static void add_moment(sheet *to, const sv_moment *moment)
{
    const sv_map *map = to->words.map;
    sv_text uid, summary, description;
    size_t clerk = way_clerk(map);
    if (moment->day < to->made.stamp)
        return;
    if (moment->sort == SV_MOMENT_SPEAK_BY) {
        uid = event_uid(map, "speak", moment->event);
        summary = filled(to, SV_TR("Last day to ask to speak: {event}"), SAYS(SAY_TEXT("event", moment_title(map, moment))));
        description = filled(to, clerk != SV_NO_ROW ? SV_TR("Ask the clerk: {clerk}.") : NULL,
                             SAYS(SAY_TEXT("clerk", clerk != SV_NO_ROW ? sv_map_actor(map, clerk)->name : "")));
        add(to, &uid, &summary, &description, moment->day, SV_NO_ROW);
    } else if (moment->event == SV_NO_ROW) {
        uid = uid_of("decision", "day", issue_id(to));
        summary =
            filled(to, SV_TR("Decision: {issue}"), SAYS(SAY_TEXT("issue", sv_map_cell(map, SV_ISSUES, to->found->issue, SV_ISSUE_TITLE))));
        description = (sv_text){0};
        add(to, &uid, &summary, &description, moment->day, SV_NO_ROW);
    }
}

/* True for a meeting that is a moment still to come, or where somebody in the list is to be met. */
static bool is_in_calendar(const sheet *of, size_t event)
{
    const sv_contacts *found = of->found;
    for (size_t i = 0; i < found->n_moments; i++)
        if (found->moments[i].event == event && found->moments[i].sort != SV_MOMENT_SPEAK_BY && found->moments[i].day >= of->made.stamp)
            return true;
    for (size_t i = 0; i < found->n_turns; i++)
        for (size_t m = 0; m < found->turns[i].n_meet; m++)
            if (found->turns[i].meet[m] == event)
                return true;
    return false;
}

sv_status sv_report_calendar(const sv_map *map, const sv_contacts *found, const sv_answer_options *options, char **text, size_t *length,
                             sv_error *error)
{
    sheet to = {.words = {.map = map, .options = *options}, .found = found};
    *text = NULL;
    *length = 0;
    calendar_begin(&to.made, *sv_map_title(map) ? sv_map_title(map) : "speelveld", options->as_of ? options->as_of : 19700101,
                   options->audience != SV_PUBLIC, true);
    for (size_t i = 0; i < found->n_turns; i++)
        add_turn(&to, &found->turns[i]);
    for (size_t i = 0; i < found->n_promises; i++)
        add_promise(&to, &found->promises[i]);
    for (size_t i = 0; i < found->n_moments; i++)
        add_moment(&to, &found->moments[i]);
    for (size_t event = 0; event < sv_map_rows(map, SV_EVENTS); event++)
        if (is_in_calendar(&to, event))
            add_event(&to, event);
    calendar_end(&to.made);
    if (to.failed || to.made.out.failed) {
        sv_text_clear(&to.made.out);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = to.made.out.bytes;
    *length = to.made.out.length;
    return SV_OK;
}
