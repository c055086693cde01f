/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Closed lists: the words that may stand in a column of such a type, in English (canonical) and Dutch. */
#include "words.h"

#include <string.h>

#include "../base/text.h"

static const sv_word yesno[] = {{"true", "ja", "yes|j|y|waar|1|x"}, {"false", "nee", "no|n|onwaar|0"}};
static const sv_word direction[] = {{"forward", "heen", "->|directed"}, {"back", "terug", "<-|backward"}, {"both", "beide", "<->|undirected|wederzijds"}};
static const sv_word involvement[] = {
    {"co_decide", "meebeslissen", ""}, {"co_work", "meewerken", ""}, {"co_think", "meedenken", ""}, {"co_know", "meeweten", ""}};
static const sv_word competent[] = {{"council", "raad", "gemeenteraad"},
                                    {"college", "college", "college van b&w|b&w|executive"},
                                    {"mayor", "burgemeester", ""},
                                    {"joint_scheme", "gemeenschappelijke regeling", "gr"},
                                    {"unknown", "onbekend", ""}};
static const sv_word phase[] = {
    {"exploring", "beeldvormend", ""}, {"opinion_forming", "oordeelsvormend", ""}, {"decision_making", "besluitvormend", ""}};
static const sv_word visibility[] = {{"private", "privé", "prive"}, {"team", "team", "intern"}, {"public", "openbaar", "publiek"}};
static const sv_word position[] = {{"-4", "sterk tegen", "strongly against"},
                                   {"-2", "tegen", "against"},
                                   {"0", "neutraal", "neutral"},
                                   {"2", "voor", "for|in favour"},
                                   {"4", "sterk voor", "strongly for|strongly in favour"},
                                   {"unknown", "onbekend", "?"}};

#define LIST(table) *n = sizeof(table) / sizeof *(table), table

const sv_word *sv_words(sv_type type, size_t *n)
{
    switch (type) {
    case SV_TYPE_YESNO: return LIST(yesno);
    case SV_TYPE_DIRECTION: return LIST(direction);
    case SV_TYPE_INVOLVEMENT: return LIST(involvement);
    case SV_TYPE_COMPETENT: return LIST(competent);
    case SV_TYPE_PHASE: return LIST(phase);
    case SV_TYPE_VISIBILITY: return LIST(visibility);
    case SV_TYPE_POSITION: return LIST(position);
    default: *n = 0; return NULL;
    }
}

bool sv_word_among(const char *word, const char *list)
{
    char one[64];
    while (*list) {
        size_t n = strcspn(list, "|");
        if (n < sizeof one) {
            memcpy(one, list, n);
            one[n] = '\0';
            if (sv_text_same(word, one))
                return true;
        }
        list += n + (list[n] == '|');
    }
    return false;
}

const sv_word *sv_word_find(sv_type type, const char *text)
{
    size_t n;
    const sv_word *words = sv_words(type, &n);
    for (size_t i = 0; i < n; i++)
        if (sv_text_same(text, words[i].id) || sv_text_same(text, words[i].nl) || sv_word_among(text, words[i].also))
            return &words[i];
    return NULL;
}
