/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who carries a theme, as an answer: the names by what they have to do with it, and the best way in. */
#include <math.h>

#include "../base/language.h"
#include "../base/text.h"
#include "answer.h"
#include "way_cells.h"
#include "way_words.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { most_themes = 40, issue_columns = 2 };

/* The last ones stand there only when an issue was asked about. */
static const answer_column columns[] = {
    {"actor", SV_TR("name"), 0}, {"part", SV_TR("part"), 0}, {"group", SV_TR("group"), 0}, WAY_COLUMNS,
    {"role", NULL, 0},           {"members", NULL, 0},       {"stance", NULL, 2},          {"stands", SV_TR("stands now"), 0},
};

static const struct {
    const char *id, *word;
} parts[] = {
    [SV_PART_PORTFOLIO] = {"portfolio", SV_TR("portfolio holder")},
    [SV_PART_SPOKESPERSON] = {"spokesperson", SV_TR("spokesperson")},
    [SV_PART_MEMBER] = {"council_member", SV_TR("council member")},
    [SV_PART_COMMITTEE_MEMBER] = {"committee_member", SV_TR("committee member (no vote)")},
    [SV_PART_OFFICIAL] = {"official", SV_TR("official")},
    [SV_PART_PROCEDURE] = {"procedure", SV_TR("procedure only")},
    [SV_PART_COMMITTEE] = {"committee", SV_TR("committee")},
};

static void add_stands(answer *to, double stance)
{
    switch (sv_lean_of(stance)) {
    case SV_LEAN_FOR: answer_cell_word(to, "for", SV_TR("in favour")); break;
    case SV_LEAN_UNDECIDED: answer_cell_word(to, "undecided", SV_TR("undecided")); break;
    case SV_LEAN_AGAINST: answer_cell_word(to, "against", SV_TR("against")); break;
    default: answer_cell_word(to, "unknown", SV_TR("unknown")); break;
    }
}

static void add_table(answer *to, const sv_carriers *found, bool of_issue)
{
    answer_table(to, "carriers", NULL, columns, COUNT(columns) - (of_issue ? 0 : issue_columns));
    for (size_t i = 0; i < found->n; i++) {
        const sv_carrier *one = &found->items[i];
        answer_cell_actor(to, one->actor);
        answer_cell_word(to, parts[one->part].id, parts[one->part].word);
        if (*one->group)
            answer_cell(to, one->group);
        else
            answer_cell_actor(to, SV_NO_ROW);
        way_cells_add(to, &one->way);
        answer_cell(to, sv_map_cell(to->map, SV_ACTORS, one->actor, SV_ACTOR_ROLE));
        answer_cell_number(to, one->part == SV_PART_COMMITTEE ? (double)one->members : NAN);
        if (!of_issue)
            continue;
        answer_cell_number(to, one->stance);
        if (one->part == SV_PART_COMMITTEE || one->part == SV_PART_PROCEDURE)
            answer_cell_word(to, "none", "–");
        else
            add_stands(to, one->stance);
    }
}

/* ---- Sentences ---- */

/* The names of everyone with this part, in one sentence; false when there is nobody. */
static bool say_part(answer *to, const sv_carriers *found, sv_part part, const char *message, const char *theme)
{
    sv_text names = {0};
    size_t n = 0, at = 0;
    for (size_t i = 0; i < found->n; i++)
        n += found->items[i].part == part;
    for (size_t i = 0; i < found->n; i++)
        if (found->items[i].part == part)
            answer_join(to, &names, sv_map_actor(to->map, found->items[i].actor)->name, at++, n);
    to->failed |= names.failed;
    if (n)
        answer_say(to, message, SAYS(SAY_TEXT("names", sv_text_get(&names)), SAY_TEXT("theme", theme)));
    sv_text_clear(&names);
    return n > 0;
}

/* Who is easiest to reach of those who can be approached. */
static void say_warmest(answer *to, const sv_carriers *found)
{
    const sv_carrier *best = NULL;
    sv_text through = {0};
    for (size_t i = 0; i < found->n; i++)
        if (found->items[i].way.n && (!best || found->items[i].way.warmth > best->way.warmth))
            best = &found->items[i];
    if (!best) {
        answer_say(to,
                   found->from_us ? SV_TR("The map knows no way from us to any of them.")
                   : to->options.audience == SV_PUBLIC
                       ? SV_TR("Ways from us to them are for the team only.")
                       : SV_TR("The map does not say who you are yourself (column own), so it knows no ways to them."),
                   SAYS());
        return;
    }
    way_add_through(to, &best->way, &through);
    to->failed |= through.failed;
    answer_say(to, SV_TR("Easiest to reach is {name}, through {through}."),
               SAYS(SAY_ACTOR("name", to->map, best->actor), SAY_TEXT("through", sv_text_get(&through))));
    sv_text_clear(&through);
}

static bool speaks_for(const sv_carriers *found, const char *group)
{
    for (size_t i = 0; i < found->n; i++)
        if ((found->items[i].part == SV_PART_SPOKESPERSON || found->items[i].part == SV_PART_MEMBER) &&
            sv_text_same(found->items[i].group, group))
            return true;
    return false;
}

/* Groups of the council of which the map knows nobody for this theme. */
static void say_silent_groups(answer *to, const sv_carriers *found)
{
    sv_text names = {0};
    size_t n = 0, at = 0;
    for (int listing = 0; listing < 2; listing++)
        for (size_t row = 0; row < sv_map_rows(to->map, SV_GROUPS); row++) {
            const char *group = sv_map_cell(to->map, SV_GROUPS, row, SV_GROUP_NAME);
            if (!sv_map_usable(to->map, SV_GROUPS, row) || speaks_for(found, group))
                continue;
            if (listing)
                answer_join(to, &names, group, at++, n);
            else
                n++;
        }
    to->failed |= names.failed;
    if (n)
        answer_say(to, SV_TR("No spokesperson is known of {groups}."), SAYS(SAY_TEXT("groups", sv_text_get(&names))));
    sv_text_clear(&names);
}

static void say_committees(answer *to, const sv_carriers *found)
{
    for (size_t i = 0; i < found->n; i++) {
        const sv_carrier *one = &found->items[i];
        if (one->part != SV_PART_COMMITTEE)
            continue;
        answer_say(to, one->members ? SV_TR("In {committee}: {n} of them.") : SV_TR("{committee} deals with it."),
                   SAYS(SAY_ACTOR("committee", to->map, one->actor), SAY_COUNT("n", one->members)));
    }
}

/* Those who decide about it and those who speak for their group; nothing but procedure needs no words. */
static void say_who(answer *to, const sv_carriers *found, const char *theme)
{
    bool approached = false;
    for (size_t i = 0; i < found->n; i++)
        approached |= found->items[i].part != SV_PART_PROCEDURE;
    if (!approached) {
        answer_say(to, SV_TR("Only who knows the procedure has “{theme}” as a theme."), SAYS(SAY_TEXT("theme", theme)));
        return;
    }
    if (!say_part(to, found, SV_PART_PORTFOLIO, SV_TR("In the executive “{theme}” is with {names}."), theme))
        answer_say(to, SV_TR("Nobody in the executive is known to have “{theme}”."), SAYS(SAY_TEXT("theme", theme)));
    say_part(to, found, SV_PART_SPOKESPERSON, SV_TR("Spokespersons in the council: {names}."), theme);
    say_silent_groups(to, found);
    say_committees(to, found);
    say_warmest(to, found);
}

static void say_nobody(answer *to, const sv_carriers *found, const char *theme)
{
    sv_text list = {0};
    size_t shown = found->n_themes < most_themes ? found->n_themes : most_themes;
    for (size_t i = 0; i < shown; i++)
        sv_text_addf(&list, "%s%s", i ? ", " : "", found->themes[i]);
    to->failed |= list.failed;
    answer_say(to, SV_TR("Nobody in the council, the executive or the town hall has “{theme}” as a theme."),
               SAYS(SAY_TEXT("theme", theme)));
    if (!shown)
        answer_say(to,
                   SV_TR("The map knows no themes yet: put them with council members, aldermen and officials in the column themes, or with "
                         "groups in the "
                         "column spokespersons."),
                   SAYS());
    else
        answer_say(to, shown < found->n_themes ? SV_TR("Some of the themes there are: {themes}.") : SV_TR("Themes there are: {themes}."),
                   SAYS(SAY_TEXT("themes", sv_text_get(&list))));
    sv_text_clear(&list);
}

static void add_notes(answer *to, const sv_carriers *found)
{
    bool neutral = false, way = false;
    for (size_t i = 0; i < found->n; i++) {
        neutral |= found->items[i].part == SV_PART_PROCEDURE;
        way |= found->items[i].way.n > 0;
    }
    if (neutral)
        answer_note(to, SV_TR("The clerk and the council's adviser are neutral: ask them about the procedure, not for support."), SAYS());
    if (way)
        way_note_warmth(to);
}

sv_status sv_report_who(const sv_map *map, const sv_carriers *found, const char *theme, size_t issue, const sv_answer_options *options,
                        char **text, size_t *length, sv_error *error)
{
    answer to;
    answer_begin(&to, "who", map, options);
    answer_fact_text(&to, "theme", theme);
    answer_fact(&to, "carriers", (double)found->n);
    if (issue != SV_NO_ROW)
        answer_fact_text(&to, "issue", sv_map_cell(map, SV_ISSUES, issue, SV_ISSUE_ID));
    if (found->n) {
        say_who(&to, found, theme);
        add_table(&to, found, issue != SV_NO_ROW);
    } else {
        say_nobody(&to, found, theme);
    }
    add_notes(&to, found);
    if (options->audience == SV_PUBLIC)
        answer_note(&to, SV_TR("Counted is only what is public."), SAYS());
    return answer_end(&to, text, length, error);
}
