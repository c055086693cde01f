/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Explanations: every number in them is counted again from the map, the long way, on drawn maps: distances by Floyd and
 * Warshall, numbers of shortest ways by counting walks, what a tie is worth by taking it away. And they add up to the scores.
 */
/* wraps: malloc calloc realloc */
#include <speelveld/report.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "support.h"

enum { actors = 9, drawn_maps = 60, far = 1000 };
static const char *const sectors[] = {"zorg", "wonen", "politiek", ""};

/* A drawn map: who is tied, in which sector (3: not known), and by what row. */
typedef struct drawing {
    bool tied[actors][actors];
    int sector[actors], strength[actors][actors], power[actors], stance[actors];
    sv_map *map;
} drawing;

static drawing draw_map(unsigned long long *seed, unsigned one_in)
{
    drawing d = {0};
    sv_text text = {0};
    sv_text_add(&text, "= Actors\nid;name;kind;sector;power\n");
    for (size_t v = 0; v < actors; v++) {
        d.sector[v] = (int)draw_number(seed, 4);
        d.power[v] = (int)draw_number(seed, 5);
        sv_text_addf(&text, "a%zu;Naam %zu;%s;%s;%d\n", v, v, v < 6 ? "person" : "welfare", sectors[d.sector[v]], d.power[v]);
    }
    sv_text_add(&text, "= Ties\nfrom;to;kind;strength;certainty\n");
    for (size_t a = 0; a < actors; a++)
        for (size_t b = a + 1; b < actors; b++) {
            if (draw_number(seed, one_in))
                continue;
            d.tied[a][b] = d.tied[b][a] = true;
            d.strength[a][b] = d.strength[b][a] = (int)(1 + draw_number(seed, 4));
            sv_text_addf(&text, "a%zu;a%zu;knows;%d;0,5\na%zu;a%zu;works_with;1;1\n", a, b, d.strength[a][b], b, a);
        }
    sv_text_add(&text, "= Issues\nid;title\nplein;Plein\n= Positions\nactor;issue;position\n");
    for (size_t v = 0; v < actors; v++) {
        d.stance[v] = (int)draw_number(seed, 3) - 1;
        sv_text_addf(&text, "a%zu;plein;%d\n", v, 3 * d.stance[v]);
    }
    d.map = map_of(sv_text_get(&text), NULL);
    sv_text_clear(&text);
    return d;
}

/* Distances (far: none), and how many shortest ways there are; `gone` (or actors) takes no part. */
typedef struct ways_of {
    int distance[actors][actors];
    double ways[actors][actors];
} ways_of;

static ways_of find_ways(bool tied[actors][actors], size_t gone)
{
    ways_of w;
    for (size_t a = 0; a < actors; a++)
        for (size_t b = 0; b < actors; b++)
            w.distance[a][b] = a == b ? 0 : tied[a][b] && a != gone && b != gone ? 1 : far;
    for (size_t k = 0; k < actors; k++)
        for (size_t a = 0; a < actors; a++)
            for (size_t b = 0; b < actors; b++)
                if (w.distance[a][k] + w.distance[k][b] < w.distance[a][b])
                    w.distance[a][b] = w.distance[a][k] + w.distance[k][b];
    for (int d = 0; d < actors; d++)
        for (size_t a = 0; a < actors; a++)
            for (size_t b = 0; b < actors; b++) {
                if (w.distance[a][b] != d)
                    continue;
                w.ways[a][b] = d == 0;
                for (size_t k = 0; d > 0 && k < actors; k++)
                    w.ways[a][b] += tied[k][b] && w.distance[a][k] == d - 1 ? w.ways[a][k] : 0;
            }
    return w;
}

static sv_explanation explain(drawing *d, size_t actor, const char *score, bool issue)
{
    sv_explanation found;
    sv_error error = {0};
    const sv_explain_options options = {.has_issue = issue, .draws = 10};
    assert_int_equal(sv_explain(d->map, actor, sv_score_find(score), &options, &found, &error), SV_OK);
    assert_true(found.in_network && found.actors == actors);
    return found;
}

/* The English text of an explanation, in one line. */
static char *tell(const sv_map *map, const sv_explanation *found, sv_report_format format)
{
    const sv_answer_options options = {.format = format, .audience = SV_TEAM};
    sv_error error = {0};
    size_t length;
    char *text;
    assert_int_equal(sv_report_explain(map, found, &options, &text, &length, &error), SV_OK);
    for (char *c = text; format == SV_REPORT_TABLE && *c; c++)
        if (*c == '\n')
            *c = ' ';
    return text;
}

static void assert_told(drawing *d, const sv_explanation *found, const char *sentence)
{
    char *text = tell(d->map, found, SV_REPORT_TABLE);
    if (!strstr(text, sentence))
        fail_msg("\"%s\" is not in: %s", sentence, text);
    free(text);
}

static const sv_explained_tie *tie_with(const sv_explanation *found, size_t actor)
{
    for (size_t i = 0; i < found->n_ties; i++)
        if (found->ties[i].actor == actor)
            return &found->ties[i];
    fail_msg("no tie with %zu", actor);
    return NULL;
}

/* ---- Steps ---- */

static void check_steps(drawing *d, size_t v)
{
    ways_of w = find_ways(d->tied, actors);
    sv_explanation found = explain(d, v, "harmonic", false);
    size_t at[actors] = {0}, unreached = 0, most = 0, farthest = 0, beyond = 0;
    char sentence[200];
    for (size_t u = 0; u < actors; u++) {
        if (u == v)
            continue;
        if (w.distance[v][u] == far) {
            unreached++;
            continue;
        }
        at[w.distance[v][u]]++;
        most = (size_t)w.distance[v][u] > most ? (size_t)w.distance[v][u] : most;
        beyond += w.distance[v][u] > 2;
    }
    for (size_t u = 0; u < actors; u++)
        farthest += u != v && most && w.distance[v][u] == (int)most;
    assert_true(found.n_steps == most + 1 && found.unreached == unreached && found.n_farthest == farthest);
    for (size_t k = 1; k <= most; k++)
        assert_int_equal(found.steps[k], at[k]);
    for (size_t i = 0; i < found.n_ties; i++) {
        drawing less = *d;
        size_t c = found.ties[i].actor, farther = 0;
        double drop = 0;
        ways_of without;
        less.tied[v][c] = less.tied[c][v] = false;
        without = find_ways(less.tied, actors);
        for (size_t u = 0; u < actors; u++) {
            farther += without.distance[v][u] > w.distance[v][u];
            if (u != v && w.distance[v][u] < far)
                drop += 1.0 / w.distance[v][u] - (without.distance[v][u] < far ? 1.0 / without.distance[v][u] : 0);
        }
        assert_int_equal(found.ties[i].others, farther);
        assert_near(found.ties[i].gives, drop);
        assert_true(i == 0 || found.ties[i].gives <= found.ties[i - 1].gives + 1e-9);
    }
    snprintf(sentence, sizeof sentence, "%zu others are one step away, %zu are two steps away and %zu farther", at[1], at[2], beyond);
    if (found.n_ties)
        assert_told(d, &found, sentence);
    sv_explanation_clear(&found);
}

/* Of reach in two steps: whom the tie keeps within them. */
static void check_reach(drawing *d, size_t v)
{
    ways_of w = find_ways(d->tied, actors);
    sv_explanation found = explain(d, v, "reach2", false);
    for (size_t i = 0; i < found.n_ties; i++) {
        drawing less = *d;
        size_t c = found.ties[i].actor, lost = 0;
        ways_of without;
        less.tied[v][c] = less.tied[c][v] = false;
        without = find_ways(less.tied, actors);
        for (size_t u = 0; u < actors; u++)
            lost += w.distance[v][u] <= 2 && without.distance[v][u] > 2;
        assert_int_equal(found.ties[i].others, lost);
    }
    sv_explanation_clear(&found);
}

/* ---- Pairs ---- */

static int group_of(drawing *d, size_t u, bool issue)
{
    return issue ? d->stance[u] : d->sector[u] < 3 ? d->sector[u] : u < 6 ? 10 : 11; /* person, welfare */
}

static int group_named(const sv_explanation *found, size_t group)
{
    static const char *const names[] = {"zorg", "wonen", "politiek", "against", "neutral", "for", "person", "welfare"};
    static const int numbers[] = {0, 1, 2, -1, 0, 1, 10, 11};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], found->groups[group]) == 0)
            return numbers[i];
    fail_msg("an unknown group: %s", found->groups[group]);
    return 0;
}

static void check_pairs(drawing *d, size_t v, bool issue)
{
    ways_of w = find_ways(d->tied, actors);
    sv_explanation found = explain(d, v, "betweenness", issue);
    size_t pairs = 0, some = 0, only = 0, listed = 0;
    double shares = 0, listed_shares = 0;
    char sentence[200];
    for (size_t i = 0; i < found.n_between; i++) {
        int a = group_named(&found, found.between[i].a), b = group_named(&found, found.between[i].b);
        size_t its[3] = {0};
        double share_of = 0;
        for (size_t s = 0; s < actors; s++)
            for (size_t t = s + 1; t < actors; t++) {
                int gs = group_of(d, s, issue), gt = group_of(d, t, issue);
                bool passes = w.distance[s][v] + w.distance[v][t] == w.distance[s][t];
                if (s == v || t == v || w.distance[s][t] == far || !((gs == a && gt == b) || (gs == b && gt == a)))
                    continue;
                its[0]++;
                its[1] += passes;
                its[2] += passes && w.ways[s][v] * w.ways[v][t] == w.ways[s][t];
                share_of += passes ? w.ways[s][v] * w.ways[v][t] / w.ways[s][t] : 0;
            }
        assert_true(its[0] == found.between[i].pairs && its[1] == found.between[i].some && its[2] == found.between[i].only);
        assert_near(share_of, found.between[i].share);
        listed += its[1];
        listed_shares += share_of;
        assert_true(i == 0 || found.between[i].share <= found.between[i - 1].share + 1e-9);
    }
    for (size_t s = 0; s < actors; s++)
        for (size_t t = s + 1; t < actors; t++) {
            bool passes = w.distance[s][v] + w.distance[v][t] == w.distance[s][t];
            if (s == v || t == v || w.distance[s][t] == far)
                continue;
            pairs++;
            some += passes;
            only += passes && w.ways[s][v] * w.ways[v][t] == w.ways[s][t];
            shares += passes ? w.ways[s][v] * w.ways[v][t] / w.ways[s][t] : 0;
        }
    assert_true(found.pairs == pairs && found.some == some && found.only == only && listed == some);
    assert_near(shares, found.value);
    assert_near(listed_shares, found.value);
    snprintf(sentence, sizeof sentence, "of %zu pairs of others %zu have a shortest way through here, and for %zu no other is as short",
             pairs, some, only);
    if (some)
        assert_told(d, &found, sentence);
    sv_explanation_clear(&found);
}

/* ---- Contacts, brokerage, attention, loss ---- */

static size_t contacts_of(drawing *d, size_t v)
{
    size_t n = 0;
    for (size_t u = 0; u < actors; u++)
        n += d->tied[v][u];
    return n;
}

static void check_contacts(drawing *d, size_t v)
{
    sv_explanation found = explain(d, v, "constraint", false);
    size_t k = contacts_of(d, v), closed = 0;
    double all = 0;
    char sentence[200];
    for (size_t a = 0; a < actors; a++)
        for (size_t b = a + 1; b < actors; b++)
            closed += d->tied[v][a] && d->tied[v][b] && d->tied[a][b];
    assert_true(found.n_ties == k && found.closed == closed && found.open + closed == k * (k ? k - 1 : 0) / 2);
    for (size_t i = 0; i < found.n_ties; i++) {
        size_t j = found.ties[i].actor, shared = 0;
        double dyad = 1.0 / (double)k;
        for (size_t q = 0; q < actors; q++)
            if (d->tied[v][q] && d->tied[q][j] && q != j) {
                dyad += 1.0 / (double)k / (double)contacts_of(d, q);
                shared++;
            }
        assert_int_equal(found.ties[i].others, shared);
        assert_near(found.ties[i].gives * found.value, dyad * dyad);
        all += found.ties[i].gives;
    }
    snprintf(sentence, sizeof sentence, "of the %zu pairs among %zu contacts %zu are tied to each other", k * (k ? k - 1 : 0) / 2, k,
             closed);
    if (k) {
        assert_near(all, 1);
        assert_told(d, &found, sentence);
    }
    sv_explanation_clear(&found);
}

static void check_brokerage(drawing *d, size_t v, const char *role)
{
    sv_explanation found = explain(d, v, role, false);
    bool once = strcmp(role, "gatekeeper") == 0 || strcmp(role, "representative") == 0;
    size_t open = 0, listed = 0;
    for (size_t a = 0; a < actors; a++)
        for (size_t b = a + 1; b < actors; b++) {
            int own = d->sector[v], ga = d->sector[a], gb = d->sector[b];
            bool plays = strcmp(role, "coordinator") == 0 ? ga == own && gb == own
                         : strcmp(role, "itinerant") == 0 ? ga == gb && ga != own
                         : strcmp(role, "liaison") == 0   ? ga != gb && ga != own && gb != own
                         : once                           ? (ga == own) != (gb == own)
                                                          : true;
            open += d->tied[v][a] && d->tied[v][b] && !d->tied[a][b] && own < 3 && ga < 3 && gb < 3 && plays;
        }
    for (size_t i = 0; i < found.n_between; i++)
        listed += found.between[i].only;
    assert_true(isnan(found.value) == (d->sector[v] == 3));
    assert_true(found.only == open && listed == open);
    if (!isnan(found.value))
        assert_true(found.value == (double)open * (once ? 1 : 2));
    sv_explanation_clear(&found);
}

static void check_attention(drawing *d, const sv_scores *scores, size_t v)
{
    const double *rank = sv_scores_column(scores, sv_score_find("pagerank")),
                 *eigen = sv_scores_column(scores, sv_score_find("eigenvector"));
    sv_explanation one = explain(d, v, "pagerank", false), other = explain(d, v, "eigenvector", false);
    double gets = 0, around = 0;
    for (size_t u = 0; u < actors; u++)
        if (d->tied[v][u]) {
            gets += rank[u] / (double)contacts_of(d, u);
            around += eigen[u];
        }
    for (size_t u = 0; u < actors; u++)
        if (d->tied[v][u]) {
            assert_true(near_to(tie_with(&one, u)->gives, rank[u] / (double)contacts_of(d, u) / gets, 1e-9));
            if (around > 0)
                assert_true(near_to(tie_with(&other, u)->gives, eigen[u] / around, 1e-9));
        }
    sv_explanation_clear(&one);
    sv_explanation_clear(&other);
}

static double nearness_of_all(bool tied[actors][actors])
{
    ways_of w = find_ways(tied, actors);
    double sum = 0;
    for (size_t a = 0; a < actors; a++)
        for (size_t b = 0; b < actors; b++)
            sum += a != b && w.distance[a][b] < far ? 1.0 / w.distance[a][b] : 0;
    return sum;
}

/* The score is the mean over the ties. */
static void check_loss(drawing *d, size_t v)
{
    sv_explanation found = explain(d, v, "valente_fujimoto", false);
    double sum = 0;
    for (size_t i = 0; i < found.n_ties; i++) {
        drawing less = *d;
        size_t c = found.ties[i].actor;
        less.tied[v][c] = less.tied[c][v] = false;
        assert_near(found.ties[i].gives, (nearness_of_all(d->tied) - nearness_of_all(less.tied)) / (actors * (actors - 1)));
        sum += found.ties[i].gives;
    }
    if (found.n_ties)
        assert_near(sum / (double)found.n_ties, found.value);
    sv_explanation_clear(&found);
}

/* ---- Who is cut off; ties; core; place ---- */

/* How many of those v reaches are in the part of u once v is gone; u itself too. */
static size_t part_without(drawing *d, size_t v, size_t u)
{
    ways_of w = find_ways(d->tied, v);
    size_t n = 0;
    for (size_t t = 0; t < actors; t++)
        n += t != v && w.distance[u][t] < far;
    return n;
}

static void check_cut(drawing *d, size_t v)
{
    ways_of w = find_ways(d->tied, actors);
    sv_explanation found = explain(d, v, "cut_off", false);
    size_t within = 0, largest = 0, behind = 0;
    for (size_t u = 0; u < actors; u++)
        if (u != v && w.distance[v][u] < far) {
            size_t part = part_without(d, v, u);
            within++;
            largest = part > largest ? part : largest;
        }
    assert_true(found.n_cut == within - largest && found.value == (double)found.n_cut && found.articulation == (found.n_cut > 0));
    for (size_t i = 0; i < found.n_cut; i++)
        assert_true(part_without(d, v, found.cut[i]) <= largest && w.distance[v][found.cut[i]] < far);
    for (size_t i = 0; i < found.n_ties; i++) {
        bool is_cut = false;
        for (size_t k = 0; k < found.n_cut; k++)
            is_cut |= found.cut[k] == found.ties[i].actor;
        assert_int_equal(found.ties[i].others, is_cut ? part_without(d, v, found.ties[i].actor) : 0);
        behind += is_cut;
    }
    assert_true((behind > 0) == (found.n_cut > 0));
    sv_explanation_clear(&found);
}

/* Of the two rows on a pair the stronger is shown; strength 1 of both: the first row. */
static void check_ties(drawing *d, size_t v)
{
    sv_explanation found = explain(d, v, "strength", false);
    double sum = 0;
    assert_int_equal(found.n_ties, contacts_of(d, v));
    for (size_t i = 0; i < found.n_ties; i++) {
        const sv_explained_tie *tie = &found.ties[i];
        const sv_tie *row = sv_map_tie(d->map, tie->row);
        assert_true(d->tied[v][tie->actor] && tie->strength == d->strength[v][tie->actor] && tie->gives == tie->strength);
        assert_true((row->from == v && row->to == tie->actor) || (row->to == v && row->from == tie->actor));
        assert_true(row->strength == tie->strength && row->certainty == tie->certainty);
        sum += tie->strength;
    }
    assert_true(sum == found.strength_sum && sum == found.value);
    sv_explanation_clear(&found);
}

static void check_place(drawing *d, const sv_scores *scores, size_t score, size_t v)
{
    sv_explanation found = explain(d, v, sv_score_get(score)->id, false);
    const double *column = sv_scores_column(scores, score);
    size_t before = 0, equal = 0, ranked = 0, below = 0, known = 0;
    assert_true(near_to(found.value, column[v], 1e-9));
    for (size_t u = 0; u < actors; u++) {
        double by = (sv_score_get(score)->low_is_high ? -1 : 1) * (column[u] - column[v]);
        known += u != v;
        below += d->power[u] < d->power[v];
        if ((u < 6) != (v < 6) || isnan(column[u]))
            continue;
        ranked++;
        before += by > 1e-9;
        equal += u != v && fabs(by) <= 1e-9;
    }
    assert_true(found.power_below == below && found.power_known == known && found.power == d->power[v]);
    if (!isnan(found.value))
        assert_true(found.rank == before + 1 && found.equal == equal && found.ranked == ranked);
    sv_explanation_clear(&found);
}

static void check_core(drawing *d, const sv_scores *scores, size_t v)
{
    const double *core = sv_scores_column(scores, sv_score_find("core")), *part = sv_scores_column(scores, sv_score_find("component"));
    sv_explanation found = explain(d, v, "core", false), other = explain(d, v, "component", false);
    size_t size = 0, same = 0, of_part = 0;
    for (size_t u = 0; u < actors; u++) {
        size += core[u] >= core[v];
        same += d->tied[v][u] && core[u] >= core[v];
        of_part += part[u] == part[v];
    }
    assert_true(found.group_size == size && found.same == same && other.group_size == of_part && other.same == contacts_of(d, v));
    sv_explanation_clear(&found);
    sv_explanation_clear(&other);
}

/* Participation is 1 less the sum of the squared shares of its ties by community. */
static void check_spread(drawing *d, sv_scores *scores, size_t v)
{
    const double *community = sv_scores_column(scores, sv_score_find("community"));
    sv_explanation found = explain(d, v, "participation", false);
    size_t in[actors + 1] = {0}, communities = 0, most = 0;
    for (size_t u = 0; u < actors; u++)
        if (d->tied[v][u]) {
            assert_true(tie_with(&found, u)->gives == community[u]);
            in[(size_t)community[u]]++;
        }
    for (size_t c = 0; c <= actors; c++) {
        communities += in[c] > 0;
        most = in[c] > most ? in[c] : most;
    }
    assert_true(found.group_size == communities && found.same == most);
    sv_explanation_clear(&found);
}

static void every_number_is_counted_again(void **state)
{
    static const char *const roles[] = {"coordinator", "itinerant", "gatekeeper", "representative", "liaison", "brokerage"};
    unsigned long long seed = 42;
    (void)state;
    for (size_t i = 0; i < drawn_maps; i++) {
        drawing d = draw_map(&seed, 2 + (unsigned)(i % 4));
        sv_network *network = network_of(d.map, NULL);
        sv_scores *scores = scores_of(network);
        size_t v = i % actors;
        check_steps(&d, v);
        check_reach(&d, v);
        check_pairs(&d, v, false);
        check_pairs(&d, v, true);
        check_contacts(&d, v);
        for (size_t r = 0; r < 6; r++)
            check_brokerage(&d, v, roles[r]);
        check_attention(&d, scores, v);
        check_loss(&d, v);
        check_cut(&d, v);
        check_ties(&d, v);
        check_core(&d, scores, v);
        check_spread(&d, scores, v);
        check_place(&d, scores, i % sv_score_count(), v);
        sv_scores_free(scores);
        sv_network_free(network);
        sv_map_free(d.map);
    }
}

/* ---- All of the catalogue ---- */

static bool is_one_of(const char *word, const char *words)
{
    const char *at = strstr(words, word);
    return at && (at[strlen(word)] == ' ' || at[strlen(word)] == '\0') && (at == words || at[-1] == ' ');
}

/* A score that nobody thought of is explained by its ties: only those four may be. */
static void every_score_has_its_explanation(void **state)
{
    (void)state;
    for (size_t score = 0; score < sv_score_count(); score++)
        if (sv_score_explained_by(score) == SV_BY_TIES)
            assert_true(is_one_of(sv_score_get(score)->id, "degree strength in_degree out_degree"));
    assert_int_equal(sv_score_explained_by(sv_score_find("power")), SV_BY_STATEMENT);
    assert_int_equal(sv_score_explained_by(sv_score_find("hwang")), SV_BY_PAIRS);
}

/* How many sentences the JSON has: they stand in one list, on one line, and have no quotes in them here. */
static size_t count_sentences(const char *json)
{
    const char *at = strstr(json, "\"sentences\":\t["), *end = at ? strchr(at, ']') : NULL;
    size_t quotes = 0;
    assert_non_null(end);
    for (at = strchr(at, '['); at < end; at++)
        quotes += *at == '"';
    return quotes / 2;
}

/* Any score of any actor of a map with influences, an own actor, somebody alone and a container: at most five sentences, in both languages.
 */
static void at_most_five_sentences(void **state)
{
    sv_map *map = map_of(
        "= "
        "Actors\nid;name;kind;own;sector;power\na;Anna;person;ja;zorg;1\nb;Bas;person;;zorg;2\nc;Carla;person;;wonen;\nd;Daan;person;;;3\n"
        "e;Huis;welfare;;zorg;\nf;Alleen;person;;zorg;\ng;Raad;council;;;\nh;Samen;alliance;;;\n"
        "= Ties\nfrom;to;kind;strength;certainty\na;b;knows;4;\nb;c;knows;;0,5\nc;d;knows;;\nb;c;influences;3;0,6\nc;b;influences;1;\n"
        "= Memberships\nwho;of\nd;e\ne;h\nb;g\n",
        NULL);
    (void)state;
    for (size_t actor = 0; actor < sv_map_rows(map, SV_ACTORS); actor++)
        for (size_t score = 0; score < sv_score_count(); score++) {
            sv_explanation found;
            sv_error error = {0};
            assert_int_equal(sv_explain(map, actor, score, NULL, &found, &error), SV_OK);
            for (int language = 0; language < SV_LANGUAGES; language++) {
                const sv_answer_options options = {.format = SV_REPORT_JSON, .language = (sv_language)language, .audience = SV_TEAM};
                size_t length, sentences;
                char *text;
                assert_int_equal(sv_report_explain(map, &found, &options, &text, &length, &error), SV_OK);
                sentences = count_sentences(text);
                assert_true(sentences >= 1 && sentences <= 5);
                assert_true(strstr(text, sv_map_actor(map, actor)->name) != NULL && !strstr(text, "{who}"));
                assert_true((sentences == 1) == (isnan(found.value) || !found.in_network) || found.by == SV_BY_GROUP);
                free(text);
            }
            assert_true(found.in_network == (actor != row_of(map, "g")));
            sv_explanation_clear(&found);
        }
    sv_map_free(map);
}

/* b: MID 3 on c and 1 from c; c through nobody else. I of b is 3, D is 1. */
static void influences_are_those_of_the_map(void **state)
{
    sv_map *map = map_of("= Actors\nid;name\nb;Bas\nc;Carla\nd;Daan\n= "
                         "Ties\nfrom;to;kind;strength\nb;c;influences;3\nc;b;influences;1\nb;d;influences;4\nb;d;knows;\n",
                         NULL);
    sv_explanation found;
    (void)state;
    assert_int_equal(sv_explain(map, 0, sv_score_find("mactor_influence"), NULL, &found, NULL), SV_OK);
    assert_true(found.n_over == 2 && found.over[0].actor == 2 && found.over[0].strength == 4 && found.over[1].actor == 1 &&
                found.over[1].strength == 3);
    assert_true(found.n_under == 1 && found.under[0].actor == 1 && found.under[0].strength == 1);
    assert_true(found.influence == 7 && found.dependence == 1 && found.value == 7 && found.rank == 1 && found.ranked == 3);
    sv_explanation_clear(&found);
    sv_map_free(map);
}

static sv_status explain_without_memory(size_t fail_at, sv_text *result, bool *failed)
{
    static const char *const scores[] = {"harmonic",         "betweenness", "brokerage", "competitiveness",
                                         "valente_fujimoto", "cut_off",     "constraint"};
    sv_map *map = map_of("= Actors\nid;name;sector\na;Anna;zorg\nb;Bas;wonen\nc;Carla;zorg\n= "
                         "Ties\nfrom;to;kind;strength;certainty\na;b;knows;;\nb;c;knows;;\n"
                         "a;b;influences;2;0,5\n= Issues\nid;title\np;Plein\n= Positions\nactor;issue;position\na;p;3\n",
                         NULL);
    const sv_answer_options told = {.format = SV_REPORT_JSON};
    sv_text all = {0};
    sv_status status = SV_OK;
    memory_fails_at(fail_at);
    for (size_t i = 0; status == SV_OK && i < sizeof scores / sizeof *scores; i++) {
        sv_explanation found;
        char *text = NULL;
        size_t length;
        status = sv_explain(map, 1, sv_score_find(scores[i]), &(sv_explain_options){.has_issue = i == 1, .draws = 1}, &found, NULL);
        if (status == SV_OK)
            status = sv_report_explain(map, &found, &told, &text, &length, NULL);
        if (status == SV_OK)
            sv_text_add(&all, text);
        free(text);
        sv_explanation_clear(&found);
    }
    *failed = memory_is_back();
    if (all.failed)
        status = SV_MEMORY;
    if (status == SV_OK)
        sv_text_add(result, sv_text_get(&all));
    sv_text_clear(&all);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_number_is_counted_again), cmocka_unit_test(every_score_has_its_explanation),
        cmocka_unit_test(at_most_five_sentences),        cmocka_unit_test(influences_are_those_of_the_map),
        TORTURE_MEMORY(explain_without_memory),
    };
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
