/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The moments on the way to a decision, as people say them. */
#include "moment_words.h"

#include <string.h>

#include "../base/language.h"

typedef struct moment_words {
    const char *id, *word, *for_whom;
} moment_words;

static const moment_words words[SV_MOMENT_SORTS] = {
    [SV_MOMENT_EXPLORING] = {"exploring", SV_TR("first discussion"), SV_TR("officials, aldermen")},
    [SV_MOMENT_SPEAK_BY] = {"speak_by", SV_TR("last day to ask to speak"), SV_TR("those who can be heard")},
    [SV_MOMENT_OPINION] = {"opinion_forming", SV_TR("forming of opinions"), SV_TR("spokespersons")},
    [SV_MOMENT_GROUP] = {"group", SV_TR("group meeting"), SV_TR("council members")},
    [SV_MOMENT_DECISION] = {"decision", SV_TR("decision"), SV_TR("who is still in doubt")},
};

const char *moment_id(sv_moment_sort sort)
{
    return words[sort].id;
}

const char *moment_word(sv_moment_sort sort)
{
    return words[sort].word;
}

const char *moment_for_whom(sv_moment_sort sort)
{
    return words[sort].for_whom;
}

const char *moment_title(const sv_map *map, const sv_moment *moment)
{
    return moment->event == SV_NO_ROW ? "" : sv_map_cell(map, SV_EVENTS, moment->event, SV_EVENT_TITLE);
}

void moment_add_when(const answer *to, int day, sv_text *out)
{
    int days = day && to->options.as_of ? sv_date_days(to->options.as_of, day) : 0;
    if (!day || !to->options.as_of)
        return;
    if (days < 0)
        answer_fill(to, SV_TR("past"), SAYS(), out);
    else if (days < 2)
        answer_fill(to, days ? SV_TR("tomorrow") : SV_TR("today"), SAYS(), out);
    else
        answer_fill(to, SV_TR("in {n} days"), SAYS(SAY_COUNT("n", days)), out);
}

/* Who decides, so that nobody sets out to win a council that does not vote. */
static const char *who_decides(const char *competent)
{
    if (strcmp(competent, "council") == 0)
        return SV_TR("The council decides on \"{issue}\".");
    if (strcmp(competent, "college") == 0)
        return SV_TR("The executive decides on \"{issue}\", not the council: it can only say what it wishes.");
    if (strcmp(competent, "mayor") == 0)
        return SV_TR("The mayor decides on \"{issue}\", not the council.");
    if (strcmp(competent, "joint_scheme") == 0)
        return SV_TR("A joint scheme of municipalities decides on \"{issue}\"; the council can send its views.");
    return SV_TR("Who decides on \"{issue}\" is not in the map: fill in competent.");
}

void moment_say_decision(answer *to, size_t issue, int decision)
{
    sv_text when = {0};
    const char *title = sv_map_cell(to->map, SV_ISSUES, issue, SV_ISSUE_TITLE);
    answer_say(to, who_decides(sv_map_cell(to->map, SV_ISSUES, issue, SV_ISSUE_COMPETENT)), SAYS(SAY_TEXT("issue", title)));
    moment_add_when(to, decision, &when);
    if (!decision)
        answer_say(to, SV_TR("The day of the decision is not in the map: fill in decision_date, and the days follow from it."), SAYS());
    else if (to->options.as_of && decision < to->options.as_of)
        answer_say(to, SV_TR("The decision was on {day}: it has been taken."), SAYS(SAY_DATE("day", decision)));
    else if (when.length)
        answer_say(to, SV_TR("The decision is on {day}, {when}."), SAYS(SAY_DATE("day", decision), SAY_TEXT("when", sv_text_get(&when))));
    else
        answer_say(to, SV_TR("The decision is on {day}."), SAYS(SAY_DATE("day", decision)));
    to->failed |= when.failed;
    sv_text_clear(&when);
}
