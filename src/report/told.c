/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Texts that stand on slides and the handout: how it was made and what it cannot say, and the support in a few sentences. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../draw/speech.h"
#include "answer.h"

enum { names_most = 6 };

/* Hands a finished text over to the caller. */
static sv_status hand_over(sv_text *from, char **text, sv_error *error)
{
    *text = NULL;
    if (!from->failed && !from->bytes)
        sv_text_add(from, "");
    if (from->failed) {
        sv_text_clear(from);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = from->bytes;
    return SV_OK;
}

static void add_paragraph(const answer *by, sv_text *out, const char *message, const answer_value *values)
{
    sv_text_add(out, out->length ? "\n" : "");
    answer_fill(by, message, values, out);
}

sv_status sv_report_method(const sv_scores *scores, size_t score, const sv_answer_options *options, char **text, sv_error *error)
{
    const sv_network *network = sv_scores_network(scores);
    const sv_score *about = sv_score_get(score);
    bool dutch = options->language == SV_DUTCH;
    sv_text out = {0}, name = {0};
    answer by;
    answer_begin(&by, "", sv_network_map(network), options);
    sv_speech_capital(&name, dutch ? about->nl : about->en);
    add_paragraph(&by, &out,
                  SV_TR("Counted are {actors} people, organisations and alliances and the {ties} ties between them that held on {day}; memberships are ties too. "
                        "Municipality, council, parties and committees are drawn, not counted."),
                  SAYS(SAY_COUNT("actors", sv_network_actors(network)), SAY_COUNT("ties", sv_network_ties(network)), SAY_DATE("day", options->as_of)));
    add_paragraph(&by, &out, SV_TR("{Score} ({source}): {sentence}"),
                  SAYS(SAY_TEXT("Score", sv_text_get(&name)), SAY_TEXT("source", about->source),
                       SAY_TEXT("sentence", dutch ? about->sentence_nl : about->sentence_en)));
    add_paragraph(&by, &out,
                  SV_TR("A position is what somebody said of it on a day. People change their mind; and not known is something else than neutral."), SAYS());
    add_paragraph(&by, &out, SV_TR("Who is not on the map does not count, and a tie that nobody wrote down cannot be seen: this shows what is known."), SAYS());
    add_paragraph(&by, &out,
                  options->audience == SV_PUBLIC ? SV_TR("This edition holds only what is marked as public; positions only with a source.")
                                                 : SV_TR("This edition is for our own team: it holds what was told in confidence. Do not pass it on."),
                  SAYS());
    add_paragraph(&by, &out, SV_TR("Made with speelveld {version}."), SAYS(SAY_TEXT("version", sv_version())));
    out.failed |= name.failed;
    sv_text_clear(&name);
    return hand_over(&out, text, error);
}

/* Organisations and alliances outside politics that are in favour, in the order of the map: how many, and the first few by name. */
static size_t list_organisations(const answer *by, const double *stance, sv_text *list)
{
    size_t n = 0, named = 0;
    for (int pass = 0; pass < 2; pass++) /* counted first, for the "and" before the last */
        for (size_t i = 0; i < sv_map_rows(by->map, SV_ACTORS); i++) {
            const sv_actor *actor = sv_map_actor(by->map, i);
            if (!actor->usable || actor->own || actor->kind->political || actor->kind->container || actor->kind->of == SV_CLASS_PERSON ||
                sv_camp_of(stance[i]) != SV_CAMP_FOR)
                continue;
            if (pass == 0)
                n++;
            else if (named < names_most)
                answer_join(by, list, actor->name, named, n < names_most ? n : names_most), named++;
        }
    return n;
}

static size_t count_parts(const sv_support *support, sv_dimension dimension)
{
    size_t n = 0;
    for (size_t i = 0; i < support->n_parts; i++)
        n += support->parts[i].by == dimension && support->parts[i].camps[SV_CAMP_FOR] > 0;
    return n;
}

static void tell_breadth(const answer *by, const sv_support *support, sv_text *out)
{
    sv_language language = by->options.language;
    sv_text sectors = {0}, places = {0};
    sv_text_add_count(&sectors, count_parts(support, SV_DIMENSION_SECTOR), language, SV_TR("sector"), SV_TR("sectors"));
    sv_text_add_count(&places, count_parts(support, SV_DIMENSION_NEIGHBOURHOOD), language, SV_TR("neighbourhood"), SV_TR("neighbourhoods"));
    answer_fill(by, SV_TR("Support comes from {sectors} and {places}."),
                SAYS(SAY_TEXT("sectors", sv_text_get(&sectors)), SAY_TEXT("places", sv_text_get(&places))), out);
    out->failed |= sectors.failed || places.failed;
    sv_text_clear(&sectors);
    sv_text_clear(&places);
}

/*
 * For the public: which organisations said so in public. Counts would say of everyone whose position is not public that they are not in
 * favour, and seats are people.
 */
static void tell_public(const answer *by, const double *stance, sv_text *out)
{
    sv_text list = {0};
    size_t organisations = list_organisations(by, stance, &list);
    if (organisations)
        add_paragraph(by, out,
                      organisations == 1           ? SV_TR("In public in favour: {who}.")
                      : organisations > names_most ? SV_TR("{n} organisations are in favour in public. Among them: {who}, and others.")
                                                   : SV_TR("{n} organisations are in favour in public: {who}."),
                      SAYS(SAY_COUNT("n", organisations), SAY_TEXT("who", sv_text_get(&list))));
    out->failed |= list.failed;
    sv_text_clear(&list);
}

static void tell(const answer *by, const sv_support *support, const double *stance, sv_text *out)
{
    sv_text list = {0};
    size_t organisations = list_organisations(by, stance, &list), seats = support->council.n_seats;
    if (support->camps[SV_CAMP_FOR] == 0) {
        add_paragraph(by, out, SV_TR("Of none of the {all} people and organisations around this issue is it known that they are in favour."),
                      SAYS(SAY_COUNT("all", support->n)));
        sv_text_clear(&list);
        return;
    }
    add_paragraph(by, out,
                  support->camps[SV_CAMP_FOR] == 1 ? SV_TR("One of the {all} people and organisations around this issue is in favour.")
                                                   : SV_TR("{for} of the {all} people and organisations around this issue are in favour."),
                  SAYS(SAY_COUNT("for", support->camps[SV_CAMP_FOR]), SAY_COUNT("all", support->n)));
    if (organisations) {
        sv_text_add_char(out, ' ');
        answer_fill(by, organisations > names_most ? SV_TR("Among them: {who}, and others.") : SV_TR("Among them: {who}."),
                    SAYS(SAY_TEXT("who", sv_text_get(&list))), out);
    }
    if (count_parts(support, SV_DIMENSION_SECTOR)) {
        sv_text_add_char(out, ' ');
        tell_breadth(by, support, out);
    }
    if (seats > 1) {
        sv_text_add_char(out, ' ');
        answer_fill(by, SV_TR("In the council {for} of the {seats} seats are in favour."),
                    SAYS(SAY_COUNT("for", support->seats[SV_CAMP_FOR]), SAY_COUNT("seats", seats)), out);
    }
    out->failed |= list.failed;
    sv_text_clear(&list);
}

sv_status sv_report_support_told(const sv_map *map, const sv_support *support, const sv_answer_options *options, char **text, sv_error *error)
{
    double *stance = sv_alloc(sv_map_rows(map, SV_ACTORS), sizeof *stance);
    sv_status status = stance ? sv_map_stances(map, support->issue, stance, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_text out = {0};
    answer by;
    *text = NULL;
    if (status == SV_OK) {
        answer_begin(&by, "", map, options);
        if (options->audience == SV_PUBLIC)
            tell_public(&by, stance, &out);
        else
            tell(&by, support, stance, &out);
        status = hand_over(&out, text, error);
    }
    free(stance);
    return status;
}
