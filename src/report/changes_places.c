/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places then and now in sentences: who rises, who falls, who is no longer there, and how many stay where they were. */
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "changes_movers.h"

enum { told_each_way = 3 };

/* How some scores are told; the others by their name. */
static const struct wording {
    const char *score, *first, *up, *down, *none;
} wordings[] = {
    {"betweenness", SV_TR("The main bridge among the {class} is {new}; it was {old}."), SV_TR("More of a bridge: {list}."),
     SV_TR("Less of a bridge: {list}."), SV_TR("No longer a bridge: {list}.")},
    {"harmonic", SV_TR("Closest to everyone among the {class} is {new}; it was {old}."), SV_TR("Rises in closeness: {list}."),
     SV_TR("Falls in closeness: {list}."), SV_TR("No longer close to anyone: {list}.")},
    {NULL, SV_TR("First by {score} among the {class} is {new}; it was {old}."), SV_TR("Rises by {score}: {list}."),
     SV_TR("Falls by {score}: {list}."), SV_TR("No longer has a place by {score}: {list}.")},
};

static const char *const class_words[SV_CLASSES + 1] = {[SV_CLASSES] = SV_TR("actors"),
                                                        [SV_CLASS_PERSON] = SV_TR("persons"),
                                                        [SV_CLASS_ORGANISATION] = SV_TR("organisations"),
                                                        [SV_CLASS_ALLIANCE] = SV_TR("alliances")};

static const struct wording *wording_of(size_t score)
{
    size_t i = 0;
    while (wordings[i].score && strcmp(wordings[i].score, sv_score_get(score)->id) != 0)
        i++;
    return &wordings[i];
}

/* One sentence more for a score. */
static void add_sentence(const teller *by, sv_text *sentences, const char *message, const answer_value *values)
{
    if (sentences->length)
        sv_text_add_char(sentences, ' ');
    answer_fill(by->to, message, values, sentences);
}

/* Who stands first among a class then, and now: told when somebody comes first who did not. True when it was. */
static bool tell_first(const teller *by, const score_range *range, size_t class, sv_text *sentences)
{
    enumeration old = enumeration_begin(by, told_each_way), new = enumeration_begin(by, told_each_way);
    bool comes = false;
    for (size_t i = range->first; i < range->end; i++) {
        const sv_score_change *one = &by->found->scores[i];
        if (movers_class(by->found, one->actor) != class)
            continue;
        comes |= one->place_after == 1 && one->place_before != 1;
        if (one->place_before == 1)
            enumeration_add_actor(&old, one->actor);
        if (one->place_after == 1)
            enumeration_add_actor(&new, one->actor);
    }
    comes &= old.n > 0;
    if (comes)
        add_sentence(by, sentences, wording_of(range->score)->first,
                     SAYS(SAY_TEXT("score", movers_score_name(by, range->score)),
                          SAY_TEXT("class", sv_translate(by->to->options.language, class_words[class])),
                          SAY_TEXT("new", enumeration_text(&new)), SAY_TEXT("old", enumeration_text(&old))));
    enumeration_clear(&old);
    enumeration_clear(&new);
    return comes;
}

typedef enum { place_up, place_down, place_none } direction;

static direction direction_of(const sv_score_change *one)
{
    if (!one->place_after)
        return place_none;
    return !one->place_before || one->place_after < one->place_before ? place_up : place_down;
}

/* What is told by one score: its movers, and in which classes it has been told who came first. */
typedef struct telling {
    size_t score;
    const mover *movers;
    size_t n;
    bool first_told[SV_CLASSES + 1];
    sv_text sentences;
} telling;

/* True for a mover who goes that way and was not told of yet: as coming first, or as being gone. */
static bool is_news(const teller *by, const telling *what, const mover *one, direction where)
{
    bool comes_first = one->of->place_after == 1 && one->of->place_before != 1 && what->first_told[one->class];
    return direction_of(one->of) == where && !comes_first && told_is_there(by, one->of->actor);
}

static void tell_direction(const teller *by, telling *what, direction where, const char *message)
{
    enumeration list = enumeration_begin(by, told_each_way);
    for (size_t i = 0; i < what->n; i++) {
        const sv_score_change *one = what->movers[i].of;
        const char *how = where == place_none      ? SV_TR("{who} (was number {old})")
                          : one->place_before == 0 ? SV_TR("{who} (new at number {new})")
                                                   : SV_TR("{who} (from number {old} to {new})");
        if (is_news(by, what, &what->movers[i], where))
            enumeration_add_said(
                &list, how,
                SAYS(SAY_TEXT("who", told_actor(by, one->actor)), SAY_COUNT("old", one->place_before), SAY_COUNT("new", one->place_after)));
    }
    if (list.n)
        add_sentence(by, &what->sentences, message,
                     SAYS(SAY_TEXT("score", movers_score_name(by, what->score)), SAY_TEXT("list", enumeration_text(&list))));
    enumeration_clear(&list);
}

/* A line for a score, of those who stand out by it. */
static void tell_score(const teller *by, const score_range *range, const mover *movers, size_t n)
{
    const struct wording *wording = wording_of(range->score);
    telling what = {.score = range->score, .movers = movers, .n = n};
    for (size_t class = SV_CLASS_PERSON; class <= SV_CLASSES; class ++)
        what.first_told[class] = tell_first(by, range, class, &what.sentences);
    tell_direction(by, &what, place_up, wording->up);
    tell_direction(by, &what, place_down, wording->down);
    tell_direction(by, &what, place_none, wording->none);
    by->to->failed |= what.sentences.failed;
    if (what.sentences.length)
        answer_item(by->to, "{sentences}", SAYS(SAY_TEXT("sentences", sv_text_get(&what.sentences))));
    sv_text_clear(&what.sentences);
}

/* What place somebody had who is no longer there; of a what-if whatever it was, else when it was high. */
static void tell_gone(const teller *by, size_t actor)
{
    enumeration list = enumeration_begin(by, SIZE_MAX);
    const sv_actor *about = sv_map_actor(by->found->both, actor);
    score_range range = {0};
    while (movers_next_score(by->found, &range)) {
        const sv_score_change *one = movers_change(by->found, &range, actor);
        if (one && one->place_before && (by->supposed || one->place_before <= places_high))
            enumeration_add_said(&list, SV_TR("number {place} by {score}"),
                                 SAYS(SAY_COUNT("place", one->place_before), SAY_TEXT("score", movers_score_name(by, one->score))));
    }
    if (list.n)
        answer_item(by->to, SV_TR("{who} was {list} among the {class}."),
                    SAYS(SAY_TEXT("who", about->name), SAY_TEXT("list", enumeration_text(&list)),
                         SAY_TEXT("class", sv_translate(by->to->options.language, class_words[movers_class(by->found, actor)]))));
    enumeration_clear(&list);
}

static void tell_all_gone(const teller *by)
{
    size_t n = 0;
    for (size_t i = 0; i < by->found->n_actors && (by->all || n < told_each_way); i++)
        if (by->found->actors[i].change == SV_WENT) {
            tell_gone(by, by->found->actors[i].actor);
            n++;
        }
}

/* What is known of an actor once all scores are told. */
enum { has_a_place = 1, was_told = 2 };

/* Everyone who has a place by some score and is not told of. */
static void tell_rest(const teller *by, const unsigned char *known)
{
    size_t rest = 0, told = 0;
    for (size_t i = 0; i < sv_map_rows(by->found->both, SV_ACTORS); i++) {
        told += (known[i] & was_told) != 0;
        rest += known[i] == has_a_place;
    }
    if (rest && !told)
        answer_item(by->to, SV_TR("Who is central and who bridges hardly changes, or not at all."), SAYS());
    else if (rest)
        answer_item(by->to, SV_TR("For the others, {n} in number, the place hardly changes, or not at all."), SAYS(SAY_COUNT("n", rest)));
}

void tell_places(const teller *by)
{
    unsigned char *known;
    score_range range = {0};
    if (!told_network_changed(by))
        return;
    known = sv_alloc(sv_map_rows(by->found->both, SV_ACTORS), sizeof *known);
    by->to->failed |= !known;
    tell_all_gone(by);
    while (known && movers_next_score(by->found, &range)) {
        size_t n;
        mover *movers = movers_find(by, &range, false, &n);
        tell_score(by, &range, movers, n);
        for (size_t i = 0; i < n; i++)
            known[movers[i].of->actor] |= was_told;
        for (size_t i = range.first; i < range.end; i++)
            if (by->found->scores[i].place_after)
                known[by->found->scores[i].actor] |= has_a_place;
        free(movers);
    }
    if (known)
        tell_rest(by, known);
    free(known);
}
