/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Council law: what the Gemeentewet asks of a meeting and a vote, each rule a function of numbers. Whom it concerns
 * may not vote and is left out where votes are counted (article 28), but counts as a member where the meeting opens.
 */
#include <speelveld/advice.h>

static size_t more_than_half(size_t n)
{
    return n / 2 + 1;
}

size_t sv_law_council_size(size_t seats)
{
    if (seats <= 9)
        return 9;
    if (seats <= 39)
        return seats | 1;
    return seats <= 45 ? 45 : seats;
}

size_t sv_law_to_open(size_t sitting, sv_meeting meeting)
{
    return meeting == SV_MEETING_AFTER_UNOPENED ? 0 : more_than_half(sitting);
}

size_t sv_law_to_vote(size_t sitting, size_t excluded, sv_meeting meeting)
{
    if (meeting == SV_MEETING_AFTER_UNOPENED || meeting == SV_MEETING_AFTER_VOID)
        return 0;
    return more_than_half(sitting - excluded);
}

size_t sv_law_to_adopt(size_t cast)
{
    return more_than_half(cast);
}

bool sv_law_is_full(const sv_turnout *turnout)
{
    return turnout->cast + turnout->excluded == turnout->size;
}

sv_outcome sv_law_outcome(const sv_turnout *turnout, size_t in_favour)
{
    if (turnout->present < sv_law_to_open(turnout->sitting, turnout->meeting))
        return SV_OUTCOME_UNOPENED;
    if (turnout->cast == 0 || turnout->cast < sv_law_to_vote(turnout->sitting, turnout->excluded, turnout->meeting))
        return SV_OUTCOME_VOID;
    if (in_favour >= sv_law_to_adopt(turnout->cast))
        return SV_OUTCOME_ADOPTED;
    if (2 * in_favour < turnout->cast || turnout->meeting == SV_MEETING_AFTER_TIE || sv_law_is_full(turnout))
        return SV_OUTCOME_REJECTED;
    return SV_OUTCOME_PUT_OFF;
}
