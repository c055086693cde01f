/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map without names, told: what has a pseudonym, what was left out, and by what it can still be recognised. */
#include <speelveld/report.h>

#include "../base/language.h"
#include "answer.h"

static void tell_facts(answer *to, const sv_anonymised *told, const char *path)
{
    answer_fact_text(to, "written", path);
    answer_fact(to, "people", (double)told->n[SV_CLASS_PERSON]);
    answer_fact(to, "organisations", (double)told->n[SV_CLASS_ORGANISATION]);
    answer_fact(to, "alliances", (double)told->n[SV_CLASS_ALLIANCE]);
    answer_fact(to, "other_actors", (double)told->n[SV_CLASS_UNKNOWN]);
    answer_fact(to, "issues", (double)told->issues);
    answer_fact(to, "texts_left_out", (double)told->texts);
    answer_fact(to, "own_columns_left_out", (double)told->own_columns);
    answer_fact(to, "own_sheets_left_out", (double)told->own_sheets);
    answer_fact(to, "faulty_rows_left_out", (double)told->faulty);
    answer_fact(to, "only_ones", (double)told->only_ones);
}

static void say_recognisable(answer *to, const sv_anonymised *told)
{
    answer_say(to, SV_TR("But mind: who knows the place can know a map by its shape, and a small one soon."), SAYS());
    if (told->only_ones)
        answer_say(to, SV_TR("Actors that are the only one of their kind, as a mayor is: {n}."), SAYS(SAY_COUNT("n", told->only_ones)));
    if (sv_map_rows(to->map, SV_GROUPS))
        answer_say(to, SV_TR("The seats of the council groups can tell which municipality it is."), SAYS());
    answer_say(to, SV_TR("Share it with people you trust, and not as open data."), SAYS());
}

sv_status sv_report_anonymise(const sv_map *made, const sv_anonymised *told, const char *path, const sv_answer_options *options,
                              char **text, size_t *length, sv_error *error)
{
    size_t actors = 0;
    answer answered;
    for (int class = 0; class < SV_CLASSES; class ++)
        actors += told->n[class];
    answer_begin(&answered, "anonymise", made, options);
    tell_facts(&answered, told, path);
    answer_say(&answered, SV_TR("The map without names was written to {path}."), SAYS(SAY_TEXT("path", path)));
    answer_item(
        &answered,
        SV_TR("Under another name: actors ({actors}, of which people {people}), issues ({issues}), and all parties, groups, themes, "
              "neighbourhoods, sectors, life domains, places, meetings and informants."),
        SAYS(SAY_COUNT("actors", actors), SAY_COUNT("people", told->n[SV_CLASS_PERSON]), SAY_COUNT("issues", told->issues)));
    answer_item(&answered,
                SV_TR("Still there: kinds, ties and their strength, ratings, positions, seats and counts; so the scores are the same."),
                SAYS());
    answer_item(&answered, SV_TR("Made coarser: days became months, amounts two digits."), SAYS());
    answer_item(
        &answered,
        SV_TR("Left out: {texts} cells with texts, times or pinned places; columns of your own: {columns}; sheets of your own: {sheets}."),
        SAYS(SAY_COUNT("texts", told->texts), SAY_COUNT("columns", told->own_columns), SAY_COUNT("sheets", told->own_sheets)));
    if (told->faulty)
        answer_item(&answered, SV_TR("Rows with faults, left out: {n}."), SAYS(SAY_COUNT("n", told->faulty)));
    say_recognisable(&answered, told);
    answer_note(&answered,
                SV_TR("The same map gives the same pseudonyms. To keep them while the map grows, give a word of your own with --seed, and "
                      "tell it to nobody."),
                SAYS());
    return answer_end(&answered, text, length, error);
}
