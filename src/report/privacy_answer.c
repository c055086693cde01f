/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What personal data a map holds, told: what is specially protected first, then what is past its term, then everybody. */
#include <speelveld/report.h>

#include "../base/language.h"
#include "answer.h"

static const answer_column special_columns[] = {
    {"person", SV_TR("person"), 0},         {"what", SV_TR("what"), 0},     {"about", SV_TR("about"), 0},
    {"visibility", SV_TR("visibility"), 0}, {"source", SV_TR("source"), 0}, {"basis", SV_TR("legal basis"), 0},
};

static const answer_column person_columns[] = {
    {"person", SV_TR("person"), 0},
    {"kind", NULL, 0},
    {"kind_name", SV_TR("kind"), 0},
    {"office", NULL, 0},
    {"visibility", SV_TR("visibility"), 0},
    {"source", SV_TR("source"), 0},
    {"basis", SV_TR("legal basis"), 0},
    {"oldest", SV_TR("oldest day"), 0},
    {"updated", NULL, 0},
    {"keep_until", SV_TR("keep until"), 0},
    {"expired", NULL, 0},
    {"rows", SV_TR("rows about"), 0},
    {"specially_protected", NULL, 0},
};

static void tell_visibility(answer *to, sv_audience visibility)
{
    static const struct {
        const char *id, *word;
    } words[] = {
        [SV_PRIVATE] = {"private", SV_TR("private")}, [SV_TEAM] = {"team", SV_TR("internal")}, [SV_PUBLIC] = {"public", SV_TR("public")}};
    answer_cell_word(to, words[visibility].id, words[visibility].word);
}

/* ---- What is specially protected ---- */

/* The issue, the party or the body that it is about. */
static const char *about_of(const sv_map *map, const sv_special *one)
{
    const char *text;
    size_t found;
    if (one->what == SV_SPECIAL_PARTY) {
        text = sv_map_cell(map, SV_ACTORS, one->row, SV_ACTOR_PARTY);
        return *text ? text : sv_map_cell(map, SV_ACTORS, one->row, SV_ACTOR_GROUP);
    }
    if (one->what == SV_SPECIAL_POSITION) {
        text = sv_map_cell(map, SV_POSITIONS, one->row, SV_POSITION_ISSUE);
        found = sv_map_find_issue(map, text);
        return found == SV_NO_ROW ? text : sv_map_cell(map, SV_ISSUES, found, SV_ISSUE_TITLE);
    }
    text = sv_map_cell(map, SV_MEMBERSHIPS, one->row, SV_MEMBERSHIP_OF);
    found = sv_map_find_actor(map, text);
    return found == SV_NO_ROW ? text : sv_map_actor(map, found)->name;
}

static void tell_specials(answer *to, const sv_privacy *seen)
{
    static const struct {
        const char *id, *word;
    } what[] = {[SV_SPECIAL_POSITION] = {"position", SV_TR("position")},
                [SV_SPECIAL_PARTY] = {"party", SV_TR("party or council group")},
                [SV_SPECIAL_PARTY_MEMBER] = {"party-member", SV_TR("member of a party")},
                [SV_SPECIAL_FAITH_MEMBER] = {"faith-member", SV_TR("member of a faith community")}};
    if (!seen->n_specials)
        return;
    answer_table(to, "specially_protected", NULL, special_columns, sizeof special_columns / sizeof *special_columns);
    for (size_t i = 0; i < seen->n_specials; i++) {
        const sv_special *one = &seen->specials[i];
        answer_cell_actor(to, one->actor);
        answer_cell_word(to, what[one->what].id, what[one->what].word);
        answer_cell(to, about_of(to->map, one));
        tell_visibility(to, one->visibility);
        answer_cell_yes(to, one->source);
        answer_cell_yes(to, one->basis);
    }
}

/* ---- Everybody ---- */

static void tell_people(answer *to, const sv_privacy *seen)
{
    if (!seen->n)
        return;
    answer_table(to, "people", NULL, person_columns, sizeof person_columns / sizeof *person_columns);
    for (size_t i = 0; i < seen->n; i++) {
        const sv_held_person *person = &seen->people[i];
        const sv_actor_kind *kind = sv_map_actor(to->map, person->actor)->kind;
        answer_cell_actor(to, person->actor);
        answer_cell(to, kind->id);
        answer_cell(to, to->options.language == SV_DUTCH ? kind->nl : kind->en);
        answer_cell_yes(to, person->office);
        tell_visibility(to, person->visibility);
        answer_cell_yes(to, person->source);
        answer_cell_yes(to, person->basis);
        answer_cell_date(to, person->oldest);
        answer_cell_date(to, person->updated);
        answer_cell_date(to, person->keep_until);
        answer_cell_yes(to, person->expired);
        answer_cell_number(to, (double)person->rows);
        answer_cell_number(to, (double)person->specials);
    }
}

static void list_expired(answer *to, const sv_privacy *seen)
{
    for (size_t i = 0; i < seen->n; i++)
        if (seen->people[i].expired)
            answer_item(to,
                        SV_TR("{who}: to be kept until {day}. Take this person off the map (speelveld forget), or agree on a later day."),
                        SAYS(SAY_ACTOR("who", to->map, seen->people[i].actor), SAY_DATE("day", seen->people[i].keep_until)));
}

/* ---- Sentences ---- */

static void tell_facts(answer *to, const sv_privacy *whole, size_t not_listed)
{
    answer_fact(to, "people", (double)whole->n);
    answer_fact(to, "office", (double)whole->office);
    answer_fact(to, "specially_protected", (double)whole->n_specials);
    answer_fact(to, "specially_protected_lacking", (double)whole->specials_lacking);
    answer_fact(to, "expired", (double)whole->expired);
    answer_fact(to, "without_source", (double)whole->no_source);
    answer_fact(to, "without_basis", (double)whole->no_basis);
    answer_fact(to, "without_limit", (double)whole->no_limit);
    answer_fact(to, "kind_unknown", (double)whole->unknown);
    answer_fact(to, "not_listed", (double)not_listed);
}

static void say_counts(answer *to, const sv_privacy *whole)
{
    if (!whole->n) {
        answer_say(to, SV_TR("There are no people on this map."), SAYS());
        return;
    }
    answer_say(to, SV_TR("People on this map: {n}. Of these {office} hold or serve a public office, and {others} do not."),
               SAYS(SAY_COUNT("n", whole->n), SAY_COUNT("office", whole->office), SAY_COUNT("others", whole->n - whole->office)));
    if (whole->n_specials)
        answer_say(to,
                   SV_TR("What people without such an office think, belong to or believe is specially protected (GDPR, article 9). It "
                         "stands here {n} times, "
                         "{lacking} times without a source or without a legal basis."),
                   SAYS(SAY_COUNT("n", whole->n_specials), SAY_COUNT("lacking", whole->specials_lacking)));
    else
        answer_say(to, SV_TR("What people without such an office think, belong to or believe does not stand here."), SAYS());
    answer_say(to,
               SV_TR("Without a source: {source}. Without a legal basis: {basis}. Without a day until which to keep them: {limit}. Past "
                     "that day: {expired}."),
               SAYS(SAY_COUNT("source", whole->no_source), SAY_COUNT("basis", whole->no_basis), SAY_COUNT("limit", whole->no_limit),
                    SAY_COUNT("expired", whole->expired)));
}

static void say_notes(answer *to, const sv_privacy *whole, size_t not_listed)
{
    if (not_listed)
        answer_note(to, SV_TR("People who are counted and not named, because this audience may not see them: {n}."),
                    SAYS(SAY_COUNT("n", not_listed)));
    if (whole->unknown)
        answer_note(to, SV_TR("Actors whose kind does not say whether they are people, not counted: {n}."),
                    SAYS(SAY_COUNT("n", whole->unknown)));
    if (whole->own_sheets)
        answer_note(to, SV_TR("Sheets of your own, not looked into: {n}. What they hold on one person is shown by --access."),
                    SAYS(SAY_COUNT("n", whole->own_sheets)));
    if (whole->n > not_listed)
        answer_note(to,
                    SV_TR("The oldest day is that of the oldest dated position, contact or meeting, or when the row was updated. All that "
                          "is held on one "
                          "person: speelveld privacy MAP --access NAME."),
                    SAYS());
}

sv_status sv_report_privacy(const sv_map *map, const sv_privacy *seen, const sv_privacy *whole, const sv_answer_options *options,
                            char **text, size_t *length, sv_error *error)
{
    bool named = options->audience != SV_PUBLIC;
    size_t not_listed = whole->n - (named ? seen->n : 0);
    answer made;
    answer_begin(&made, "privacy", map, options);
    tell_facts(&made, whole, not_listed);
    say_counts(&made, whole);
    if (named && options->format == SV_REPORT_CSV) { /* which has room for one table: that of everybody */
        tell_people(&made, seen);
    } else if (named) {
        list_expired(&made, seen);
        tell_specials(&made, seen);
        tell_people(&made, seen);
    }
    say_notes(&made, whole, not_listed);
    return answer_end(&made, text, length, error);
}
