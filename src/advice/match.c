/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Match: who offers what another seeks. Every phrase in the columns offers and seeks is cut into its content words; an
 * offer and a seek that share one belong together. The rarer the word, the more it says: a "key" is rarer than an "evening".
 */
#include <stdlib.h>
#include <string.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "../model/table.h"
#include "acquainted.h"
#include "circles.h"
#include "content_words.h"
#include "introduction.h"

/* A part of a cell. */
typedef struct phrase {
    size_t actor;
    const char *text;
    bool offers; /* else it seeks */
} phrase;

/* A content word in a phrase. */
typedef struct occurrence {
    size_t word, phrase;
    const char *written;
} occurrence;

/* An offer and a seek with a word in common. */
typedef struct candidate {
    size_t offer, seek; /* phrases */
    size_t word, at;    /* `at`: the occurrence in the offer */
    size_t phrases;     /* how many have the word */
    bool apart;         /* a rule keeps the two from each other */
} candidate;

typedef struct search {
    const sv_map *map;
    sv_arena texts;
    sv_lookup numbers; /* folded word -> its number */
    size_t n_words;
    phrase *phrases;
    size_t n_phrases, phrases_capacity;
    occurrence *occurrences;
    size_t n_occurrences, occurrences_capacity;
    candidate *candidates;
    size_t n_candidates, candidates_capacity;
    acquaintances known;
    sv_ways *ways;
    introductions between;
    bool failed;
} search;

static const char *keep(search *in, const char *text, size_t n)
{
    const char *kept = sv_arena_text(&in->texts, text, n);
    in->failed |= !kept;
    return kept;
}

/* ---- Phrases and their words ---- */

/* The number of a word, a new one when it was not seen before. */
static size_t number_of(search *in, const char *folded)
{
    size_t number = sv_lookup_get(&in->numbers, folded);
    const char *key;
    if (number != SV_LOOKUP_NONE)
        return number;
    key = keep(in, folded, strlen(folded));
    if (in->failed || !sv_lookup_put(&in->numbers, key, in->n_words))
        in->failed = true;
    return in->n_words++;
}

/* A word counts once for a phrase, however often it stands in it. */
static void add_word(search *in, const content_words *words, size_t first)
{
    size_t number = number_of(in, words->folded.bytes);
    for (size_t i = first; i < in->n_occurrences; i++)
        if (in->occurrences[i].word == number)
            return;
    if (!in->failed && sv_grow(&in->occurrences, &in->occurrences_capacity, in->n_occurrences + 1, sizeof *in->occurrences))
        in->occurrences[in->n_occurrences++] =
            (occurrence){number, in->n_phrases - 1, keep(in, words->written.bytes, words->written.length)};
    else
        in->failed = true;
}

static void add_phrase(search *in, size_t actor, const sv_text *part, bool offers)
{
    content_words words = {.at = part->bytes};
    size_t first = in->n_occurrences;
    if (!part->length)
        return;
    if (!sv_grow(&in->phrases, &in->phrases_capacity, in->n_phrases + 1, sizeof *in->phrases)) {
        in->failed = true;
        return;
    }
    in->phrases[in->n_phrases++] = (phrase){actor, keep(in, part->bytes, part->length), offers};
    while (!in->failed && content_words_next(&words))
        add_word(in, &words, first);
    in->failed |= words.failed;
    content_words_clear(&words);
}

/* Adds the phrases of a cell; true when there are any. */
static bool add_cell(search *in, size_t actor, size_t column)
{
    sv_list_cursor cursor = {sv_map_cell(in->map, SV_ACTORS, actor, column)};
    size_t before = in->n_phrases;
    sv_text part = {0};
    while (!in->failed && sv_list_next(&cursor, &part))
        add_phrase(in, actor, &part, column == SV_ACTOR_OFFERS);
    in->failed |= part.failed;
    sv_text_clear(&part);
    return in->n_phrases > before;
}

static void read_phrases(search *in, sv_matches *found)
{
    for (size_t i = 0; i < sv_map_rows(in->map, SV_ACTORS); i++) {
        const sv_actor *actor = sv_map_actor(in->map, i);
        if (!actor->usable || actor->kind->container || circles_neutral(actor->kind))
            continue;
        found->offering += add_cell(in, i, SV_ACTOR_OFFERS);
        found->seeking += add_cell(in, i, SV_ACTOR_SEEKS);
    }
}

/* ---- Offers beside seeks ---- */

static int by_word(const void *a, const void *b)
{
    const occurrence *left = a, *right = b;
    if (left->word != right->word)
        return left->word < right->word ? -1 : 1;
    return left->phrase < right->phrase ? -1 : left->phrase > right->phrase;
}

static bool says_too_little(const search *in, size_t phrases)
{
    return (phrases > SV_MATCH_COMMON && phrases * 10 > in->n_phrases) || phrases > SV_MATCH_MOST;
}

static void add_candidate(search *in, const occurrence *offer, const occurrence *seek, size_t phrases)
{
    size_t a = in->phrases[offer->phrase].actor, b = in->phrases[seek->phrase].actor;
    bool both_political = sv_map_actor(in->map, a)->kind->political && sv_map_actor(in->map, b)->kind->political;
    if (a == b || both_political || acquainted(&in->known, a, b)) /* politics and town hall meet without us */
        return;
    if (!sv_grow(&in->candidates, &in->candidates_capacity, in->n_candidates + 1, sizeof *in->candidates)) {
        in->failed = true;
        return;
    }
    in->candidates[in->n_candidates++] = (candidate){.offer = offer->phrase,
                                                     .seek = seek->phrase,
                                                     .word = offer->word,
                                                     .at = (size_t)(offer - in->occurrences),
                                                     .phrases = phrases,
                                                     .apart = sv_ways_rule(in->ways, a, b) != SV_NO_ROW};
}

static void find_candidates(search *in, sv_matches *found)
{
    if (in->n_occurrences)
        qsort(in->occurrences, in->n_occurrences, sizeof *in->occurrences, by_word);
    for (size_t first = 0, end; first < in->n_occurrences; first = end) {
        for (end = first; end < in->n_occurrences && in->occurrences[end].word == in->occurrences[first].word;)
            end++;
        if (says_too_little(in, end - first)) {
            found->common++;
            continue;
        }
        for (size_t i = first; i < end; i++)
            for (size_t j = first; j < end && !in->failed && in->phrases[in->occurrences[i].phrase].offers; j++)
                if (!in->phrases[in->occurrences[j].phrase].offers)
                    add_candidate(in, &in->occurrences[i], &in->occurrences[j], end - first);
    }
}

/* Of the words that an offer and a seek share the rarest stands first; of equally rare ones the one that the map has first. */
static int by_phrases(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->offer != right->offer)
        return left->offer < right->offer ? -1 : 1;
    if (left->seek != right->seek)
        return left->seek < right->seek ? -1 : 1;
    if (left->phrases != right->phrases)
        return left->phrases < right->phrases ? -1 : 1;
    return left->word < right->word ? -1 : left->word > right->word;
}

/* ---- Matches in order ---- */

/* A match as it is sorted; the ids stand beside it because qsort passes nothing else along. */
typedef struct ranked {
    sv_match match;
    const char *offering, *seeking;
    size_t offer, seek;
} ranked;

static int best_first(const void *a, const void *b)
{
    const ranked *left = a, *right = b;
    int order;
    if (left->match.words != right->match.words)
        return left->match.words > right->match.words ? -1 : 1;
    if (left->match.phrases != right->match.phrases)
        return left->match.phrases < right->match.phrases ? -1 : 1;
    if (left->match.warmth != right->match.warmth)
        return left->match.warmth > right->match.warmth ? -1 : 1;
    order = strcmp(left->offering, right->offering);
    order = order ? order : strcmp(left->seeking, right->seeking);
    if (order)
        return order;
    if (left->offer != right->offer)
        return left->offer < right->offer ? -1 : 1;
    return left->seek < right->seek ? -1 : left->seek > right->seek;
}

static ranked rank_of(const search *in, const candidate *first, size_t words)
{
    const phrase *offer = &in->phrases[first->offer], *seek = &in->phrases[first->seek];
    ranked made = {.match = {.offering = offer->actor,
                             .seeking = seek->actor,
                             .offer = offer->text,
                             .seek = seek->text,
                             .words = words,
                             .phrases = first->phrases},
                   .offer = first->offer,
                   .seek = first->seek};
    made.match.word = in->occurrences[first->at].written;
    made.match.introducer = introducer_of(&in->between, offer->actor, seek->actor, &made.match.warmth);
    made.offering = sv_map_actor(in->map, offer->actor)->id;
    made.seeking = sv_map_actor(in->map, seek->actor)->id;
    return made;
}

/* The matches of all candidates, how many: each offer and seek once. Those that a rule keeps apart are only counted. */
static size_t merge(search *in, ranked *matches, sv_matches *found)
{
    size_t n = 0;
    if (in->n_candidates)
        qsort(in->candidates, in->n_candidates, sizeof *in->candidates, by_phrases);
    for (size_t first = 0, end; first < in->n_candidates; first = end) {
        const candidate *one = &in->candidates[first];
        for (end = first; end < in->n_candidates && in->candidates[end].offer == one->offer && in->candidates[end].seek == one->seek;)
            end++;
        if (one->apart)
            found->apart++;
        else
            matches[n++] = rank_of(in, one, end - first);
    }
    return n;
}

/* ---- Who can introduce most ---- */

/* Two actors with a match, whichever of them offers. */
typedef struct couple {
    size_t a, b, introducer;
} couple;

static int by_couple(const void *a, const void *b)
{
    const couple *left = a, *right = b;
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return left->b < right->b ? -1 : left->b > right->b;
}

typedef struct ranked_maker {
    sv_matchmaker maker;
    const char *id;
} ranked_maker;

static int most_pairs_first(const void *a, const void *b)
{
    const ranked_maker *left = a, *right = b;
    if (left->maker.pairs != right->maker.pairs)
        return left->maker.pairs > right->maker.pairs ? -1 : 1;
    return strcmp(left->id, right->id);
}

/* How many pairs each actor can introduce, makers[actor]; counts the pairs. */
static bool count_pairs(const ranked *matches, size_t n, ranked_maker *makers, sv_matches *found)
{
    couple *couples = sv_alloc(n, sizeof *couples);
    if (!couples)
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t a = matches[i].match.offering, b = matches[i].match.seeking;
        couples[i] = (couple){a < b ? a : b, a < b ? b : a, matches[i].match.introducer};
    }
    if (n)
        qsort(couples, n, sizeof *couples, by_couple);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && by_couple(&couples[i - 1], &couples[i]) == 0)
            continue;
        found->pairs++;
        if (couples[i].introducer != SV_NO_ROW)
            makers[couples[i].introducer].maker.pairs++;
    }
    free(couples);
    return true;
}

static bool find_makers(const search *in, const ranked *matches, size_t n, sv_matches *found)
{
    size_t actors = sv_map_rows(in->map, SV_ACTORS), kept = 0;
    ranked_maker *makers = sv_alloc(actors, sizeof *makers);
    bool done = makers && count_pairs(matches, n, makers, found);
    for (size_t i = 0; done && i < actors; i++)
        if (makers[i].maker.pairs) {
            size_t pairs = makers[i].maker.pairs;
            makers[kept++] = (ranked_maker){{i, pairs}, sv_map_actor(in->map, i)->id};
        }
    if (kept)
        qsort(makers, kept, sizeof *makers, most_pairs_first);
    found->makers = done ? sv_alloc(kept, sizeof *found->makers) : NULL;
    for (size_t i = 0; found->makers && i < kept; i++)
        found->makers[found->n_makers++] = makers[i].maker;
    free(makers);
    return found->makers != NULL;
}

/* ---- All of it ---- */

static bool rank_all(search *in, size_t most, sv_matches *found)
{
    ranked *matches = sv_alloc(in->n_candidates, sizeof *matches);
    size_t n = matches ? merge(in, matches, found) : 0;
    bool done = matches && find_makers(in, matches, n, found);
    found->all = n;
    if (n)
        qsort(matches, n, sizeof *matches, best_first);
    if (most && most < n)
        n = most;
    found->items = done ? sv_alloc(n, sizeof *found->items) : NULL;
    for (size_t i = 0; found->items && i < n; i++)
        found->items[found->n++] = matches[i].match;
    free(matches);
    return found->items != NULL;
}

static void search_clear(search *in)
{
    sv_lookup_clear(&in->numbers);
    free(in->phrases);
    free(in->occurrences);
    free(in->candidates);
    introductions_clear(&in->between);
    sv_ways_free(in->ways);
    acquaintances_clear(&in->known);
}

sv_status sv_matches_find(const sv_map *map, int as_of, size_t most, sv_matches *found, sv_error *error)
{
    search in = {.map = map};
    sv_status status = SV_OK;
    *found = (sv_matches){0};
    in.failed = !acquaintances_init(&in.known, map, as_of);
    if (!in.failed)
        status = sv_ways_new(map, &(sv_ways_options){.as_of = as_of}, &in.ways, error);
    if (status == SV_OK && !in.failed) {
        in.failed = !introductions_init(&in.between, in.ways, &in.known.belongs);
        read_phrases(&in, found);
        if (!in.failed)
            find_candidates(&in, found);
        in.failed = in.failed || !rank_all(&in, most, found);
    }
    if (status == SV_OK && in.failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    found->texts = in.texts.blocks;
    search_clear(&in);
    if (status != SV_OK)
        sv_matches_clear(found);
    return status;
}

void sv_matches_clear(sv_matches *matches)
{
    sv_arena texts = {matches->texts};
    free(matches->items);
    free(matches->makers);
    sv_arena_clear(&texts);
    *matches = (sv_matches){0};
}
