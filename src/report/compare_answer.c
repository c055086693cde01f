/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed since last time, as an answer: a sentence that sums it up, what it does, and then the tables. */
#include "../base/language.h"
#include "changes_told.h"

/* How many ties, of those that changed so. */
static size_t count_ties(const sv_changes *found, sv_change change)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n_ties; i++)
        n += found->ties[i].change == change;
    return n;
}

static size_t count_actors(const sv_changes *found, sv_change change)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n_actors; i++)
        n += found->actors[i].change == change;
    return n;
}

static size_t count_memberships(const sv_changes *found, sv_change change)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n_memberships; i++)
        n += found->memberships[i].change == change;
    return n;
}

/* The words for the rows of the other sheets. */
static const struct sheet_word {
    sv_sheet sheet;
    const char *one, *more;
} sheet_words[] = {{SV_ISSUES, SV_TR("issue"), SV_TR("issues")},
                   {SV_GROUPS, SV_TR("council group"), SV_TR("council groups")},
                   {SV_SIGNALS, SV_TR("signal"), SV_TR("signals")},
                   {SV_EVENTS, SV_TR("date on the agenda"), SV_TR("dates on the agenda")},
                   {SV_CONTACTS, SV_TR("contact"), SV_TR("contacts")}};

static void tell_summary(const teller *by)
{
    static const char *const came = SV_TR("{count} more"), *const went = SV_TR("{count} fewer"), *const changed = SV_TR("{count} changed");
    const sv_changes *found = by->found;
    enumeration list = enumeration_begin(by, SIZE_MAX);
    enumeration_add_count(&list, count_actors(found, SV_CAME), SV_TR("actor"), SV_TR("actors"), came);
    enumeration_add_count(&list, count_actors(found, SV_WENT), SV_TR("actor"), SV_TR("actors"), went);
    enumeration_add_count(&list, count_ties(found, SV_CAME), SV_TR("tie"), SV_TR("ties"), came);
    enumeration_add_count(&list, count_ties(found, SV_WENT), SV_TR("tie"), SV_TR("ties"), went);
    enumeration_add_count(&list, count_ties(found, SV_MOVED), SV_TR("tie"), SV_TR("ties"), changed);
    enumeration_add_count(&list, count_memberships(found, SV_CAME), SV_TR("membership"), SV_TR("memberships"), came);
    enumeration_add_count(&list, count_memberships(found, SV_WENT), SV_TR("membership"), SV_TR("memberships"), went);
    enumeration_add_count(&list, found->n_positions, SV_TR("position"), SV_TR("positions"), changed);
    enumeration_add_count(&list, found->n_cells, SV_TR("other thing about an actor"), SV_TR("other things about actors"), changed);
    for (size_t i = 0; i < sizeof sheet_words / sizeof *sheet_words; i++) {
        const struct sheet_word *word = &sheet_words[i];
        enumeration_add_count(&list, found->rows[word->sheet].came, word->one, word->more, came);
        enumeration_add_count(&list, found->rows[word->sheet].went, word->one, word->more, went);
        enumeration_add_count(&list, found->rows[word->sheet].changed, word->one, word->more, changed);
    }
    if (list.n)
        answer_say(by->to, SV_TR("Since last time: {list}."), SAYS(SAY_TEXT("list", enumeration_text(&list))));
    else
        answer_say(by->to, SV_TR("Nothing changed that counts. Notes, sources and who may see what are not looked at."), SAYS());
    enumeration_clear(&list);
}

sv_status sv_report_compare(const sv_changes *changes, const sv_changes_told *told, char **text, size_t *length, sv_error *error)
{
    answer to;
    answer_column *columns = NULL;
    teller by = {&to, changes, told->all, false, &columns};
    answer_begin(&to, "compare", changes->both, &told->answer);
    if (told->answer.format == SV_REPORT_CSV) {
        table_flat(&by);
        return told_end(&by, text, length, error);
    }
    tell_summary(&by);
    if (changes->any) {
        tell_actors(&by);
        tell_positions(&by);
        tell_votes(&by);
        tell_balances(&by);
        tell_reach(&by);
        tell_links(&by);
        tell_places(&by);
    }
    table_rows(&by);
    table_places(&by);
    if (changes->any)
        tell_notes(&by);
    return told_end(&by, text, length, error);
}
