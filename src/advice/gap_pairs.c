/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Gap pairs: who wants the same and was never introduced. For every actor it is written down, a bit for each issue, what it
 * is in favour of and about what it sent signals; two actors share the bits that both have.
 */
#include "gap_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "circles.h"
#include "introduction.h"

enum { pairs_named = 10, bits = 64 };

typedef struct causes {
    const sv_map *map;
    size_t words;                   /* of 64 issues, for each actor */
    uint64_t *favoured, *signalled; /* per actor */
    double *stance;                 /* on the issue at hand */
    struct candidate *candidates;
    size_t n;
} causes;

/* Somebody with a cause. The id stands beside it because qsort passes nothing else along. */
typedef struct candidate {
    size_t actor, issues;
    bool political;
    const char *id;
} candidate;

static size_t count_bits(const uint64_t *words, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (size_t)__builtin_popcountll(words[i]);
    return count;
}

static void set_bit(uint64_t *masks, size_t words, size_t actor, size_t issue)
{
    masks[actor * words + issue / bits] |= UINT64_C(1) << issue % bits;
}

static void read_signals(causes *to, size_t issue)
{
    for (size_t row = 0; row < sv_map_rows(to->map, SV_SIGNALS); row++) {
        const char *source = sv_map_cell(to->map, SV_SIGNALS, row, SV_SIGNAL_SOURCE),
                   *about = sv_map_cell(to->map, SV_SIGNALS, row, SV_SIGNAL_ISSUE);
        size_t actor, on;
        if (!sv_map_usable(to->map, SV_SIGNALS, row) || !*source || !*about)
            continue;
        actor = sv_map_find_actor(to->map, source);
        on = sv_map_find_issue(to->map, about);
        if (actor != SV_NO_ROW && on != SV_NO_ROW && (issue == SV_NO_ROW || issue == on))
            set_bit(to->signalled, to->words, actor, on);
    }
}

static sv_status read_positions(causes *to, size_t issue, sv_error *error)
{
    size_t first = issue == SV_NO_ROW ? 0 : issue, last = issue == SV_NO_ROW ? sv_map_rows(to->map, SV_ISSUES) : issue + 1;
    for (size_t k = first; k < last; k++) {
        sv_status status = sv_map_stances(to->map, k, to->stance, error);
        if (status != SV_OK)
            return status;
        for (size_t i = 0; i < sv_map_rows(to->map, SV_ACTORS); i++)
            if (to->stance[i] > 0)
                set_bit(to->favoured, to->words, i, k);
    }
    return SV_OK;
}

static int most_issues_first(const void *a, const void *b)
{
    const candidate *left = a, *right = b;
    if (left->issues != right->issues)
        return left->issues > right->issues ? -1 : 1;
    return strcmp(left->id, right->id);
}

static void find_candidates(causes *to, const us *who)
{
    for (size_t i = 0; i < sv_map_rows(to->map, SV_ACTORS); i++) {
        const sv_actor *actor = sv_map_actor(to->map, i);
        size_t issues = count_bits(&to->favoured[i * to->words], to->words) + count_bits(&to->signalled[i * to->words], to->words);
        if (actor->usable && issues && who->place[i] != US_OWN && !actor->kind->container && actor->kind->of != SV_CLASS_ALLIANCE &&
            !circles_neutral(actor->kind))
            to->candidates[to->n++] = (candidate){i, issues, actor->kind->political, actor->id};
    }
    if (to->n)
        qsort(to->candidates, to->n, sizeof *to->candidates, most_issues_first);
}

static sv_status causes_begin(causes *to, const sv_map *map, size_t issue, const us *who, sv_error *error)
{
    size_t actors = sv_map_rows(map, SV_ACTORS);
    sv_status status;
    *to = (causes){.map = map, .words = (sv_map_rows(map, SV_ISSUES) + bits - 1) / bits};
    to->favoured = sv_alloc(actors, to->words * sizeof *to->favoured);
    to->signalled = sv_alloc(actors, to->words * sizeof *to->signalled);
    to->stance = sv_alloc(actors, sizeof *to->stance);
    to->candidates = sv_alloc(actors, sizeof *to->candidates);
    if (!to->favoured || !to->signalled || !to->stance || !to->candidates)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    status = read_positions(to, issue, error);
    if (status == SV_OK) {
        read_signals(to, issue);
        find_candidates(to, who);
    }
    return status;
}

static void causes_clear(causes *of)
{
    free(of->favoured);
    free(of->signalled);
    free(of->stance);
    free(of->candidates);
}

/* How many issues two actors share, and the first of them. */
static size_t shared_by(const causes *of, size_t a, size_t b, size_t *issue)
{
    const uint64_t *fa = &of->favoured[a * of->words], *fb = &of->favoured[b * of->words];
    const uint64_t *sa = &of->signalled[a * of->words], *sb = &of->signalled[b * of->words];
    size_t n = 0;
    for (size_t i = 0; i < of->words; i++) {
        uint64_t both = (fa[i] & fb[i]) | (sa[i] & sb[i]);
        if (both && !n)
            *issue = i * bits + (size_t)__builtin_ctzll(both);
        n += (size_t)__builtin_popcountll(both);
    }
    return n;
}

/* True when a pair goes before another; a and b of each are in the order of ids. */
static bool goes_before(const sv_map *map, const sv_gap_pair *one, const sv_gap_pair *other)
{
    int order;
    if ((one->introducer == SV_NO_ROW) != (other->introducer == SV_NO_ROW))
        return other->introducer == SV_NO_ROW;
    if (one->shared != other->shared)
        return one->shared > other->shared;
    if (one->warmth != other->warmth)
        return one->warmth > other->warmth;
    order = strcmp(sv_map_actor(map, one->a)->id, sv_map_actor(map, other->a)->id);
    return order ? order < 0 : strcmp(sv_map_actor(map, one->b)->id, sv_map_actor(map, other->b)->id) < 0;
}

/* Keep a pair when it is among the first `most`, in its place. */
static void keep_pair(const sv_map *map, sv_gaps *gaps, size_t most, const sv_gap_pair *pair)
{
    size_t at = gaps->n_pairs;
    gaps->all_pairs++;
    if (at == most && !goes_before(map, pair, &gaps->pairs[at - 1]))
        return;
    if (at < most)
        gaps->n_pairs++;
    else
        at--;
    for (; at > 0 && goes_before(map, pair, &gaps->pairs[at - 1]); at--)
        gaps->pairs[at] = gaps->pairs[at - 1];
    gaps->pairs[at] = *pair;
}

static void compare_all(const causes *of, const acquaintances *known, const sv_ways *ways, const introductions *between, size_t most,
                        sv_gaps *gaps)
{
    for (size_t i = 0; i < gaps->looked_at; i++)
        for (size_t j = i + 1; j < gaps->looked_at; j++) {
            const candidate *left = &of->candidates[i], *right = &of->candidates[j];
            bool in_order = strcmp(left->id, right->id) < 0;
            sv_gap_pair pair = {.a = in_order ? left->actor : right->actor, .b = in_order ? right->actor : left->actor};
            if (left->political && right->political) /* they meet without us */
                continue;
            pair.shared = shared_by(of, pair.a, pair.b, &pair.issue);
            if (!pair.shared || acquainted(known, pair.a, pair.b) || sv_ways_rule(ways, pair.a, pair.b) != SV_NO_ROW)
                continue;
            pair.introducer = introducer_of(between, pair.a, pair.b, &pair.warmth);
            keep_pair(of->map, gaps, most, &pair);
        }
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const candidate *)a)->id, ((const candidate *)b)->id);
}

/* Who is in favour and not tied to us; who only sent signals may be of another mind. */
static void find_strangers(causes *of, const us *who, sv_gaps *gaps)
{
    size_t n = 0;
    for (size_t i = 0; i < of->n; i++)
        if (!who->tied[of->candidates[i].actor] && count_bits(&of->favoured[of->candidates[i].actor * of->words], of->words))
            of->candidates[n++] = of->candidates[i];
    if (n)
        qsort(of->candidates, n, sizeof *of->candidates, by_id);
    for (size_t i = 0; i < n; i++)
        gaps->strangers[gaps->n_strangers++] = of->candidates[i].actor;
}

static sv_status make_room(const causes *of, size_t most, sv_gaps *gaps, sv_error *error)
{
    gaps->pairs = sv_alloc(most, sizeof *gaps->pairs);
    gaps->strangers = sv_alloc(of->n, sizeof *gaps->strangers);
    return gaps->pairs && gaps->strangers ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
}

sv_status gap_pairs_find(const sv_map *map, const sv_gaps_options *options, const acquaintances *known, const us *who, const sv_ways *ways,
                         sv_gaps *gaps, sv_error *error)
{
    size_t most = options->pairs ? options->pairs : pairs_named;
    introductions between = {0};
    causes of;
    sv_status status = causes_begin(&of, map, options->issue, who, error);
    if (status == SV_OK && !introductions_init(&between, ways, &known->belongs))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK) {
        gaps->supporters = of.n;
        gaps->looked_at = of.n < SV_GAPS_MOST ? of.n : SV_GAPS_MOST;
        if (most > gaps->looked_at * gaps->looked_at / 2)
            most = gaps->looked_at * gaps->looked_at / 2;
        status = make_room(&of, most, gaps, error);
    }
    if (status == SV_OK) {
        compare_all(&of, known, ways, &between, most, gaps);
        if (who->n_own)
            find_strangers(&of, who, gaps);
    }
    introductions_clear(&between);
    causes_clear(&of);
    return status;
}
