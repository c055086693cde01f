/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Support as an answer: how much there is, where it is missing, and by what it was counted. */
#include "../base/language.h"
#include "answer.h"
#include "circle_words.h"

enum { most_named = 12 };

#define CAMP_COLUMNS                                                                                                                       \
    {"for", SV_TR("for"), 0}, {"leans_for", SV_TR("leaning for"), 0}, {"neutral", SV_TR("neutral"), 0},                                    \
        {"leans_against", SV_TR("leaning against"), 0}, {"against", SV_TR("against"), 0},                                                  \
    {                                                                                                                                      \
        "unknown", SV_TR("unknown"), 0                                                                                                     \
    }

static const answer_column part_columns[] = {{"by", SV_TR("what"), 0}, {"name", SV_TR("name"), 0}, CAMP_COLUMNS};

static const answer_column seat_columns[] = {{"group", SV_TR("group"), 0}, {"seats", SV_TR("seats"), 0}, CAMP_COLUMNS};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What people call a part: kinds have names of their own in both languages. */
static const char *part_name(const answer *to, const sv_support_part *part)
{
    const sv_actor_kind *kind;
    if (part->by == SV_DIMENSION_CIRCLE)
        return sv_translate(to->options.language, circle_word(part->name));
    kind = part->by == SV_DIMENSION_KIND ? sv_actor_kind_find(part->name) : NULL;
    return !kind ? part->name : to->options.language == SV_DUTCH ? kind->nl : kind->en;
}

static void add_camps(answer *to, const size_t camps[SV_CAMPS])
{
    for (sv_camp camp = SV_CAMP_FOR; camp < SV_CAMPS; camp++)
        answer_cell_number(to, (double)camps[camp]);
    answer_cell_number(to, (double)camps[SV_CAMP_UNKNOWN]);
}

static bool is_known(const sv_support *support, const sv_support_part *part)
{
    return part->by != SV_DIMENSION_CIRCLE || support->own > 0 || !circle_needs_us(part->name);
}

static bool is_missing(const sv_support *support, const sv_support_part *part, sv_dimension by)
{
    return part->by == by && !part->supporters && is_known(support, part);
}

static void add_parts(answer *to, const sv_support *support)
{
    answer_table(to, "parts", SV_TR("Where the support is"), part_columns, COUNT(part_columns));
    for (size_t i = 0; i < support->n_parts; i++) {
        const sv_support_part *part = &support->parts[i];
        if (!is_known(support, part))
            continue;
        answer_cell_word(to, dimension_id(part->by), dimension_word(part->by));
        answer_cell_word(to, part->name, part_name(to, part));
        add_camps(to, part->camps);
    }
}

static void add_seats(answer *to, const sv_support *support)
{
    if (!support->council.n_seats)
        return;
    answer_table(to, "groups", SV_TR("In the council"), seat_columns, COUNT(seat_columns));
    for (size_t g = 0; g < support->council.n_groups; g++) {
        answer_cell(to, support->council.groups[g].name);
        answer_cell_number(to, (double)support->council.groups[g].seats);
        add_camps(to, support->groups[g]);
    }
}

/* The names of the parts of one dimension without anybody in favour; how many there are. */
static size_t list_missing(answer *to, const sv_support *support, sv_dimension by, sv_text *list)
{
    size_t n = 0, shown = 0;
    for (size_t i = 0; i < support->n_parts; i++)
        n += is_missing(support, &support->parts[i], by);
    for (size_t i = 0; i < support->n_parts && shown < most_named; i++)
        if (is_missing(support, &support->parts[i], by))
            answer_join(to, list, part_name(to, &support->parts[i]), shown++, n < most_named ? n : most_named);
    to->failed |= list->failed;
    return n;
}

static void say_missing(answer *to, const sv_support *support)
{
    static const struct {
        sv_dimension by;
        const char *message, *more; /* `more`: when not all are named */
    } messages[] = {
        {SV_DIMENSION_CIRCLE, SV_TR("Circles without anybody in favour: {names}."), ""},
        {SV_DIMENSION_SECTOR, SV_TR("Sectors without anybody in favour: {names}."),
         SV_TR("Sectors without anybody in favour ({n}), among them: {names}.")},
        {SV_DIMENSION_NEIGHBOURHOOD, SV_TR("Neighbourhoods without anybody in favour: {names}."),
         SV_TR("Neighbourhoods without anybody in favour ({n}), among them: {names}.")},
        {SV_DIMENSION_KIND, SV_TR("Kinds of people and organisations without anybody in favour: {names}."),
         SV_TR("Kinds of people and organisations without anybody in favour ({n}), among them: {names}.")},
    };
    size_t all = 0;
    for (size_t m = 0; m < COUNT(messages); m++) {
        sv_text list = {0};
        size_t n = list_missing(to, support, messages[m].by, &list);
        if (n)
            answer_item(to, n > most_named ? messages[m].more : messages[m].message,
                        SAYS(SAY_COUNT("n", n), SAY_TEXT("names", sv_text_get(&list))));
        all += n;
        sv_text_clear(&list);
    }
    answer_fact(to, "missing", (double)all);
    if (!all && to->options.audience != SV_PUBLIC)
        answer_item(to, SV_TR("In every circle, sector, neighbourhood and kind somebody is in favour."), SAYS());
}

/* Both sentences, on people and on seats, take the same values. */
static void say_camps(answer *to, const char *message, const sv_support *support, const size_t camps[SV_CAMPS], size_t n)
{
    answer_say(to, message,
               SAYS(SAY_TEXT("issue", sv_map_cell(to->map, SV_ISSUES, support->issue, SV_ISSUE_TITLE)), SAY_COUNT("n", n),
                    SAY_COUNT("for", camps[SV_CAMP_FOR]), SAY_COUNT("leaning", camps[SV_CAMP_LEANS_FOR]),
                    SAY_COUNT("neutral", camps[SV_CAMP_NEUTRAL]),
                    SAY_COUNT("against", camps[SV_CAMP_LEANS_AGAINST] + camps[SV_CAMP_AGAINST]),
                    SAY_COUNT("unknown", camps[SV_CAMP_UNKNOWN])));
}

static void say_support(answer *to, const sv_support *support)
{
    if (sv_support_none(support))
        say_camps(to,
                  SV_TR("Outside our own people nobody is known to be in favour of “{issue}”. Neutral: {neutral}. Against or leaning so: "
                        "{against}. Not known: {unknown}."),
                  support, support->camps, support->n);
    else
        say_camps(to,
                  SV_TR("Of {n} people and organisations {for} are in favour of “{issue}”, and {leaning} lean that way. Neutral: "
                        "{neutral}. Against or leaning so: "
                        "{against}. Not known: {unknown}."),
                  support, support->camps, support->n);
    if (support->council.n_seats)
        say_camps(to,
                  SV_TR("In the council {for} of the {n} seats are in favour, and {leaning} lean that way. Neutral: {neutral}. Against or "
                        "leaning so: {against}. Not "
                        "known: {unknown}."),
                  support, support->seats, support->council.n_seats);
    else
        answer_say(to, SV_TR("The map has no council, so no seats were counted."), SAYS());
}

static void add_facts(answer *to, const sv_support *support)
{
    static const char *const keys[SV_CAMPS] = {"unknown", "for", "leans_for", "neutral", "leans_against", "against"};
    answer_fact_text(to, "issue", sv_map_cell(to->map, SV_ISSUES, support->issue, SV_ISSUE_ID));
    answer_fact(to, "counted", (double)support->n);
    for (sv_camp camp = SV_CAMP_UNKNOWN; camp < SV_CAMPS; camp++)
        answer_fact(to, keys[camp], (double)support->camps[camp]);
    answer_fact(to, "seats", (double)support->council.n_seats);
    answer_fact(to, "seats_for", (double)support->seats[SV_CAMP_FOR]);
    answer_fact(to, "seats_leaning_for", (double)support->seats[SV_CAMP_LEANS_FOR]);
}

sv_status sv_report_support(const sv_map *map, const sv_support *support, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error)
{
    answer to;
    answer_begin(&to, "support", map, options);
    add_facts(&to, support);
    say_support(&to, support);
    say_missing(&to, support);
    add_parts(&to, support);
    add_seats(&to, support);
    answer_note(&to,
                SV_TR("In favour is a position of 2 or more, against one of −2 or less; between those one leans. A council member whose "
                      "position is not known is "
                      "counted with the group. Our own people, alliances, the clerk and the council's adviser are not counted."),
                SAYS());
    if (options->audience == SV_PUBLIC)
        answer_note(&to, SV_TR("Counted is only what is public; sectors and neighbourhoods are not."), SAYS());
    return answer_end(&to, text, length, error);
}
