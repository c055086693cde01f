/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Changes in sentences: who came and went, who moved, who is cut off and who holds others together, how the vote would go. */
#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "changes_told.h"
#include "counted.h"

static const double least_shift = 0.1; /* a position that moved less is not told in a sentence */

/* A line with an enumeration in it, when there is anything to enumerate; the enumeration is cleared. */
static void say_list(const teller *by, const char *message, enumeration *list)
{
    if (list->n)
        answer_item(by->to, message, SAYS(SAY_TEXT("list", enumeration_text(list))));
    enumeration_clear(list);
}

void tell_actors(const teller *by)
{
    static const char *const messages[] = {SV_TR("New on the map: {list}."), SV_TR("No longer on the map: {list}.")};
    for (int change = SV_CAME; change <= SV_WENT; change++) {
        enumeration list = enumeration_begin(by, told_most);
        for (size_t i = 0; i < by->found->n_actors; i++)
            if (by->found->actors[i].change == (sv_change)change)
                enumeration_add_actor(&list, by->found->actors[i].actor);
        say_list(by, messages[change], &list);
    }
}

/* ---- Positions ---- */

static void add_move(enumeration *list, const char *who, double before, double after)
{
    sv_text old = {0}, new = {0};
    told_position(list->by, before, &old);
    told_position(list->by, after, &new);
    list->text.failed |= old.failed || new.failed;
    enumeration_add_said(list, SV_TR("{who} from {old} to {new}"),
                         SAYS(SAY_TEXT("who", who), SAY_TEXT("old", sv_text_get(&old)), SAY_TEXT("new", sv_text_get(&new))));
    sv_text_clear(&old);
    sv_text_clear(&new);
}

/* True for a council member whose group is told as a whole. */
static bool is_told_with_group(const teller *by, size_t actor, size_t issue)
{
    const char *group = sv_map_cell(by->found->both, SV_ACTORS, actor, SV_ACTOR_GROUP);
    if (!*group || !sv_map_is_kind(by->found->both, actor, "council_member"))
        return false;
    for (size_t i = 0; i < by->found->n_groups; i++)
        if (by->found->groups[i].issue == issue && by->found->groups[i].members > 1 && sv_text_same(by->found->groups[i].group, group))
            return true;
    return false;
}

static double shift(const sv_position_change *one)
{
    return fabs(one->after - one->before);
}

static int largest_shift_first(const void *a, const void *b)
{
    const sv_position_change *left = *(const sv_position_change *const *)a, *right = *(const sv_position_change *const *)b;
    if (shift(left) != shift(right))
        return shift(left) > shift(right) ? -1 : 1;
    return left->actor < right->actor ? -1 : left->actor > right->actor;
}

/* Groups first, then everyone else who moved, from the largest move on. */
static void tell_moves(const teller *by, size_t issue, const sv_position_change **moved, size_t n)
{
    enumeration list = enumeration_begin(by, told_most);
    for (size_t i = 0; i < by->found->n_groups; i++)
        if (by->found->groups[i].issue == issue && by->found->groups[i].members > 1)
            add_move(&list, by->found->groups[i].group, by->found->groups[i].before, by->found->groups[i].after);
    for (size_t i = 0; i < n; i++)
        add_move(&list, told_actor(by, moved[i]->actor), moved[i]->before, moved[i]->after);
    if (list.n)
        answer_item(by->to, SV_TR("Moved on “{issue}”: {list}."),
                    SAYS(SAY_TEXT("issue", told_issue(by, issue)), SAY_TEXT("list", enumeration_text(&list))));
    enumeration_clear(&list);
}

/* Those who are on both maps, and whose position is known now and was not, or the other way round. */
static void tell_known(const teller *by, size_t issue, bool now_known, const char *message)
{
    enumeration list = enumeration_begin(by, told_most);
    for (size_t i = 0; i < by->found->n_positions; i++) {
        const sv_position_change *one = &by->found->positions[i];
        sv_text value = {0};
        if (one->issue != issue || isnan(one->before) == isnan(one->after) || isnan(one->before) != now_known ||
            !told_is_there(by, one->actor) || sv_alignment_row(by->found->alignment, true, SV_ACTORS, one->actor) == SV_NO_ROW)
            continue;
        told_position(by, now_known ? one->after : one->before, &value);
        enumeration_add_said(&list, SV_TR("{who} ({position})"),
                             SAYS(SAY_TEXT("who", told_actor(by, one->actor)), SAY_TEXT("position", sv_text_get(&value))));
        by->to->failed |= value.failed;
        sv_text_clear(&value);
    }
    if (list.n)
        answer_item(by->to, message, SAYS(SAY_TEXT("issue", told_issue(by, issue)), SAY_TEXT("list", enumeration_text(&list))));
    enumeration_clear(&list);
}

void tell_positions(const teller *by)
{
    const sv_position_change **moved = sv_alloc(by->found->n_positions, sizeof(const sv_position_change *));
    by->to->failed |= !moved;
    for (size_t issue = 0; moved && issue < sv_map_rows(by->found->both, SV_ISSUES); issue++) {
        size_t n = 0;
        for (size_t i = 0; i < by->found->n_positions; i++) {
            const sv_position_change *one = &by->found->positions[i];
            if (one->issue == issue && shift(one) >= least_shift && !is_told_with_group(by, one->actor, issue))
                moved[n++] = one;
        }
        if (n)
            qsort(moved, n, sizeof(const sv_position_change *), largest_shift_first);
        tell_moves(by, issue, moved, n);
        tell_known(by, issue, true, SV_TR("Now known on “{issue}”: {list}."));
        tell_known(by, issue, false, SV_TR("No longer known on “{issue}”: {list}."));
    }
    free(moved);
}

/* ---- Reach ---- */

static void tell_some(const teller *by, const char *message, const size_t *actors, size_t n)
{
    enumeration list = enumeration_begin(by, told_most);
    for (size_t i = 0; i < n; i++)
        enumeration_add_actor(&list, actors[i]);
    say_list(by, message, &list);
}

void tell_reach(const teller *by)
{
    const sv_changes *found = by->found;
    if (found->from_us) {
        tell_some(by, SV_TR("Out of our reach: {list}."), found->lost, found->n_lost);
        tell_some(by, SV_TR("Within our reach now: {list}."), found->regained, found->n_regained);
    } else {
        tell_some(by, SV_TR("Cut off from the largest part of the network: {list}."), found->lost, found->n_lost);
        tell_some(by, SV_TR("Part of the largest part of the network now: {list}."), found->regained, found->n_regained);
    }
    if (!found->n_lost && ((by->supposed && told_network_changed(by)) || found->n_regained))
        answer_item(by->to, SV_TR("Nobody is cut off."), SAYS());
    if (found->before.components > 1 && found->after.components == 1)
        answer_item(by->to, SV_TR("The network is one whole now; it was in {old} parts."),
                    SAYS(SAY_COUNT("old", found->before.components)));
    else if (found->before.components != found->after.components && found->after.components > 1)
        answer_item(by->to, SV_TR("The network is in {new} parts that are not tied to each other; it was in {old}."),
                    SAYS(SAY_COUNT("new", found->after.components), SAY_COUNT("old", found->before.components)));
}

/* Whoever a link holds, or held: "Nienke (to Anna and Bas)". Of a link that is gone only those who still are there. */
static void add_link(enumeration *list, const sv_link_change *link)
{
    enumeration behind = enumeration_begin(list->by, told_most);
    size_t named = link->n_behind < SV_BEHIND_NAMED ? link->n_behind : (size_t)SV_BEHIND_NAMED;
    for (size_t i = 0; i < named; i++)
        if (told_is_there(list->by, link->behind[i]))
            enumeration_add_actor(&behind, link->behind[i]);
    behind.left = behind.n ? link->n_behind - named : 0;
    if (behind.n)
        enumeration_add_said(list, SV_TR("{who} (to {whom})"),
                             SAYS(SAY_TEXT("who", told_actor(list->by, link->actor)), SAY_TEXT("whom", enumeration_text(&behind))));
    enumeration_clear(&behind);
}

void tell_links(const teller *by)
{
    static const char *const messages[] = {SV_TR("The only link now: {list}."), SV_TR("The only link no more: {list}.")};
    for (int change = SV_CAME; change <= SV_WENT; change++) {
        enumeration list = enumeration_begin(by, 3);
        for (size_t i = 0; i < by->found->n_links; i++)
            if (by->found->links[i].change == (sv_change)change && told_is_there(by, by->found->links[i].actor))
                add_link(&list, &by->found->links[i]);
        say_list(by, messages[change], &list);
    }
}

/* ---- Forces ---- */

/* The share of those in favour in all that weighs on either side; NaN when nothing does. */
static double share_for(const sv_balance *balance)
{
    return balance->for_it / (balance->for_it + balance->against);
}

static bool same_share(const sv_balance_change *one)
{
    double old = share_for(&one->before), new = share_for(&one->after);
    return isnan(old) || isnan(new) ? isnan(old) == isnan(new) : round(old * 100) == round(new * 100);
}

/* True when somebody's position on an issue changed, or how much it matters. */
static bool anyone_moved(const teller *by, size_t issue)
{
    for (size_t i = 0; i < by->found->n_positions; i++)
        if (by->found->positions[i].issue == issue)
            return true;
    return false;
}

void tell_balances(const teller *by)
{
    for (size_t i = 0; i < by->found->n_balances; i++) {
        const sv_balance_change *one = &by->found->balances[i];
        double old = share_for(&one->before), new = share_for(&one->after);
        const answer_value *values = SAYS(SAY_TEXT("issue", told_issue(by, one->issue)), SAY_SHARE("old", old), SAY_SHARE("new", new));
        if (!one->now || isnan(new))
            continue;
        if (!same_share(one))
            answer_item(
                by->to,
                isnan(old) ? SV_TR("The forces on “{issue}”: those in favour weigh {new} of all that weighs for or against.")
                           : SV_TR("The forces on “{issue}”: those in favour weigh {new} of all that weighs for or against; it was {old}."),
                values);
        else if (by->supposed && anyone_moved(by, one->issue))
            answer_item(by->to,
                        SV_TR("The forces on “{issue}” hardly shift: those in favour weigh {new} of all that weighs for or against."),
                        values);
    }
}

/* ---- Votes ---- */

static bool same_vote(const sv_vote_facts *a, const sv_vote_facts *b)
{
    return a->counted == b->counted && a->seats == b->seats && a->needed == b->needed && a->in_favour == b->in_favour &&
           a->against == b->against && (!a->counted || round(a->chance * 100) == round(b->chance * 100));
}

static void tell_vote(const teller *by, const sv_vote_change *vote)
{
    const sv_vote_facts *old = &vote->before, *new = &vote->after;
    const answer_value *values =
        SAYS(SAY_TEXT("issue", told_issue(by, vote->issue)), SAY_COUNT("for", new->in_favour), SAY_COUNT("old", old->in_favour),
             SAY_COUNT("against", new->against), SAY_COUNT("seats", new->seats), SAY_COUNT("needed", new->needed),
             SAY_SHARE("chance", new->chance), SAY_SHARE("old_chance", old->chance));
    const char *message;
    if (!new->counted)
        message = SV_TR("The vote on “{issue}” can no longer be counted.");
    else if (!old->counted)
        message =
            SV_TR("The council on “{issue}”: {for} of {seats} seats in favour, {needed} needed. The chance that it passes is {chance}.");
    else if (same_vote(old, new))
        message = SV_TR("For the vote on “{issue}” it makes no difference: {for} of {seats} seats in favour, {needed} needed.");
    else if (old->in_favour < old->needed && new->in_favour >= new->needed)
        message =
            SV_TR("There is a majority for “{issue}”: {for} of {seats} seats in favour, {needed} needed; it was {old}. The chance that it "
                  "passes goes from {old_chance} to {chance}.");
    else if (old->in_favour >= old->needed && new->in_favour < new->needed)
        message =
            SV_TR("The majority for “{issue}” is gone: {for} of {seats} seats in favour, {needed} needed; it was {old}. The chance that it "
                  "passes goes from {old_chance} to {chance}.");
    else if (old->in_favour == new->in_favour)
        message =
            SV_TR("The council on “{issue}”: {for} of {seats} seats in favour, as before, and {needed} needed. The chance that it passes "
                  "goes from {old_chance} to {chance}.");
    else
        message =
            SV_TR("The council on “{issue}”: {for} of {seats} seats in favour, {needed} needed; it was {old}. The chance that it passes "
                  "goes from {old_chance} to {chance}.");
    answer_item(by->to, message, values);
}

void tell_votes(const teller *by)
{
    for (size_t i = 0; i < by->found->n_votes; i++)
        if (by->supposed || !same_vote(&by->found->votes[i].before, &by->found->votes[i].after))
            tell_vote(by, &by->found->votes[i]);
}

/* ---- Notes ---- */

/* By what actors weigh: as the map after has it. */
static void note_forces(const teller *by)
{
    static const char *const messages[] = {
        [SV_FORCE_POWER] =
            SV_TR("An actor weighs by the power the map gives it, by how much the issue matters to it, and by how outspoken it is."),
        [SV_FORCE_COMPETITIVENESS] =
            SV_TR("An actor weighs by its influence on others (MACTOR), by how much the issue matters to it, and by how outspoken it is."),
        [SV_FORCE_EQUAL] =
            SV_TR("An actor weighs by how much the issue matters to it, and by how outspoken it is; nothing is known of power."),
    };
    for (size_t i = 0; i < by->found->n_balances; i++)
        if (by->found->balances[i].now && (!same_share(&by->found->balances[i]) || by->supposed) &&
            !isnan(share_for(&by->found->balances[i].after))) {
            answer_note(by->to, messages[by->found->balances[i].after.force], SAYS());
            return;
        }
}

void tell_notes(const teller *by)
{
    const sv_changes *found = by->found;
    size_t last = SIZE_MAX;
    counted_note(by->to, &found->counted);
    if (found->n_positions)
        answer_note(by->to, SV_TR("Positions run from −4 (strongly against) to +4 (strongly for)."), SAYS());
    note_forces(by);
    if (found->n_votes)
        answer_note(
            by->to,
            SV_TR(
                "The vote is estimated from the positions on the map, as if everyone came; it is no prediction of what a person will do."),
            SAYS());
    for (size_t i = 0; told_network_changed(by) && i < found->n_scores; i++) {
        const sv_score *score = sv_score_get(found->scores[i].score);
        bool dutch = by->to->options.language == SV_DUTCH;
        if (found->scores[i].score == last)
            continue;
        last = found->scores[i].score;
        answer_note(
            by->to, "{score}: {meaning}",
            SAYS(SAY_TEXT("score", dutch ? score->nl : score->en), SAY_TEXT("meaning", dutch ? score->sentence_nl : score->sentence_en)));
    }
    if (told_network_changed(by))
        answer_note(by->to, SV_TR("Places are counted among persons, organisations and alliances apart; we ourselves have none."), SAYS());
}
