/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What would change, as an answer: what is supposed, then what becomes of reach, bridges, positions and the vote. */
#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "changes_told.h"

/* ---- What is supposed ---- */

static void add_tie(enumeration *list, const sv_map *map, const sv_supposition *step)
{
    size_t n;
    bool dutch = list->by->to->options.language == SV_DUTCH;
    const sv_tie_kind *kind = step->kind ? step->kind : sv_tie_kinds(&n);
    double strength = isnan(step->strength) ? kind->default_strength : step->strength;
    const answer_value *values =
        SAYS(SAY_ACTOR("a", map, step->actor), SAY_ACTOR("b", map, step->other), SAY_TEXT("kind", dutch ? kind->nl : kind->en),
             SAY_NUMBER("strength", strength, strength == round(strength) ? 0 : 1));
    enumeration_add_said(list,
                         isnan(strength) ? SV_TR("there is a tie from {a} to {b} ({kind})")
                                         : SV_TR("there is a tie from {a} to {b} ({kind}, strength {strength})"),
                         values);
}

/* Where whoever moves stood before, when that is known and another place. */
static double stood(const teller *by, const sv_supposition *step)
{
    const sv_changes *found = by->found;
    size_t actor = sv_alignment_number(found->alignment, true, SV_ACTORS, step->actor),
           issue = sv_alignment_number(found->alignment, true, SV_ISSUES, step->issue);
    for (size_t i = 0; i < found->n_positions; i++)
        if (found->positions[i].actor == actor && found->positions[i].issue == issue)
            return found->positions[i].before;
    return NAN;
}

/* `goes_on`: the next step moves somebody on the same issue, which is then named there. */
static void add_move(enumeration *list, const sv_map *map, const sv_supposition *step, bool goes_on)
{
    sv_text old = {0}, new = {0};
    double before = stood(list->by, step);
    told_position(list->by, before, &old);
    told_position(list->by, step->value, &new);
    list->text.failed |= old.failed || new.failed;
    enumeration_add_said(list,
                         isnan(step->value) ? SV_TR("nobody knows where {who} stands on “{issue}”")
                         : isnan(before)    ? (goes_on ? SV_TR("{who} stands at {new}") : SV_TR("{who} stands at {new} on “{issue}”"))
                         : goes_on          ? SV_TR("{who} goes from {old} to {new}")
                                            : SV_TR("{who} goes from {old} to {new} on “{issue}”"),
                         SAYS(SAY_ACTOR("who", map, step->actor), SAY_TEXT("old", sv_text_get(&old)), SAY_TEXT("new", sv_text_get(&new)),
                              SAY_TEXT("issue", sv_map_cell(map, SV_ISSUES, step->issue, SV_ISSUE_TITLE))));
    sv_text_clear(&old);
    sv_text_clear(&new);
}

static bool moves_on(const sv_supposition *steps, size_t n, size_t i)
{
    return i + 1 < n && steps[i + 1].what == SV_SUPPOSE_POSITION && steps[i + 1].issue == steps[i].issue && !isnan(steps[i + 1].value);
}

static void tell_steps(const teller *by, const sv_map *map, const sv_supposition *steps, size_t n)
{
    enumeration list = enumeration_begin(by, SIZE_MAX);
    for (size_t i = 0; i < n; i++) {
        const sv_supposition *step = &steps[i];
        switch (step->what) {
        case SV_SUPPOSE_REMOVE: enumeration_add_said(&list, SV_TR("{who} is gone"), SAYS(SAY_ACTOR("who", map, step->actor))); break;
        case SV_SUPPOSE_TIE: add_tie(&list, map, step); break;
        case SV_SUPPOSE_POSITION: add_move(&list, map, step, moves_on(steps, n, i)); break;
        case SV_SUPPOSE_JOIN:
            enumeration_add_said(&list, SV_TR("{who} joins {body}"),
                                 SAYS(SAY_ACTOR("who", map, step->actor), SAY_ACTOR("body", map, step->other)));
            break;
        }
    }
    answer_say(by->to, SV_TR("Suppose {list}."), SAYS(SAY_TEXT("list", enumeration_text(&list))));
    enumeration_clear(&list);
}

/* What goes with those who go. */
static void tell_losses(const teller *by)
{
    const sv_changes *found = by->found;
    enumeration list = enumeration_begin(by, SIZE_MAX);
    size_t ties = 0, memberships = 0, positions = 0;
    for (size_t i = 0; i < found->n_ties; i++)
        ties += found->ties[i].change == SV_WENT;
    for (size_t i = 0; i < found->n_memberships; i++)
        memberships += found->memberships[i].change == SV_WENT;
    for (size_t i = 0; i < found->n_positions; i++)
        positions += !told_is_there(by, found->positions[i].actor);
    enumeration_add_count(&list, ties, SV_TR("tie"), SV_TR("ties"), "{count}");
    enumeration_add_count(&list, memberships, SV_TR("membership"), SV_TR("memberships"), "{count}");
    enumeration_add_count(&list, positions, SV_TR("position"), SV_TR("positions"), "{count}");
    if (list.n)
        answer_say(by->to, SV_TR("With that go {list}."), SAYS(SAY_TEXT("list", enumeration_text(&list))));
    enumeration_clear(&list);
}

/* A tie may be supposed that a rule forbids: then no message goes along it. */
static sv_status tell_forbidden(const teller *by, const sv_map *map, const sv_supposition *steps, size_t n, sv_error *error)
{
    sv_forbidden *forbidden = NULL;
    sv_status status = sv_forbidden_new(map, by->to->options.as_of, &forbidden, error);
    for (size_t i = 0; status == SV_OK && i < n; i++) {
        size_t rule = steps[i].what == SV_SUPPOSE_TIE ? sv_forbidden_rule(forbidden, steps[i].actor, steps[i].other) : SV_NO_ROW;
        if (rule != SV_NO_ROW)
            answer_item(by->to, SV_TR("Mind: by a rule of {whose} there may be no contact between {a} and {b}."),
                        SAYS(SAY_ACTOR("whose", map, sv_map_tie(map, rule)->from), SAY_ACTOR("a", map, steps[i].actor),
                             SAY_ACTOR("b", map, steps[i].other)));
    }
    sv_forbidden_free(forbidden);
    return status;
}

sv_status sv_report_what_if(const sv_map *map, const sv_supposition *steps, size_t n, const sv_changes *changes,
                            const sv_changes_told *told, char **text, size_t *length, sv_error *error)
{
    answer to;
    answer_column *columns = NULL;
    teller by = {&to, changes, told->all, true, &columns};
    sv_status status = SV_OK, ended;
    answer_begin(&to, "what-if", changes->both, &told->answer);
    if (told->answer.format == SV_REPORT_CSV) {
        table_flat(&by);
        return told_end(&by, text, length, error);
    }
    tell_steps(&by, map, steps, n);
    tell_losses(&by);
    status = tell_forbidden(&by, map, steps, n, error);
    if (!changes->any) {
        answer_say(&to, SV_TR("That changes nothing: it is so already, or it does not count."), SAYS());
    } else {
        tell_reach(&by);
        tell_links(&by);
        tell_votes(&by);
        tell_balances(&by);
        tell_places(&by);
    }
    if (told->all || !told_to_people(&by))
        table_rows(&by);
    table_places(&by);
    if (changes->any)
        tell_notes(&by);
    ended = told_end(&by, text, length, error);
    if (status != SV_OK && ended == SV_OK) {
        free(*text);
        *text = NULL;
    }
    return status == SV_OK ? ended : status;
}
