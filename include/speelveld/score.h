/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/score.h - who is influential and who bridges: the catalogue of scores, and computing them.
 *
 * Every score is one number an actor. Undefined is NaN, shown as "–". Definitions are those of the source
 * named in the catalogue; each is checked against published tables or brute force in tests/.
 */
#ifndef SPEELVELD_SCORE_H
#define SPEELVELD_SCORE_H

#include <speelveld/network.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sv_score_family { SV_INFLUENCE = 0, SV_BRIDGING, SV_GROUPING } sv_score_family;

typedef struct sv_score {
    const char *id;                      /* stable: "betweenness" */
    const char *en, *nl;                 /* its name for people */
    const char *sentence_en, *sentence_nl; /* one plain sentence: what a high number means */
    const char *unit;                    /* "ties", "actors", "share", "" */
    double low, high;                    /* range; HUGE_VAL where there is no bound */
    bool whole;                          /* always a whole number */
    bool low_is_high;                    /* a low number puts an actor first (constraint) */
    const char *source;                  /* author and year */
    sv_score_family family;
} sv_score;

/* The catalogue: how many scores there are, and each by its number (0 to the count). */
size_t sv_score_count(void);
const sv_score *sv_score_get(size_t score);
/* The number of the score with this id; SIZE_MAX when there is none. */
size_t sv_score_find(const char *id);

typedef struct sv_scores sv_scores;

/*
 * Compute some scores (numbers in the catalogue; NULL = all) for every actor of a network. What scores
 * share is computed once. The network must outlive the scores. Caller frees *scores.
 * Cost: the dearest asked for; with betweenness actors x ties.
 */
sv_status sv_scores_new(const sv_network *network, const size_t *which, size_t n, sv_scores **scores, sv_error *error);
void sv_scores_free(sv_scores *scores);

/* The network they were computed on, borrowed. */
const sv_network *sv_scores_network(const sv_scores *scores);
/* One score of all vertices (as many as the network has actors), borrowed; NULL when it was not computed. */
const double *sv_scores_column(const sv_scores *scores, size_t score);
/* One score of one actor of the map; NaN when it is not in the network or was not computed. */
double sv_scores_value(const sv_scores *scores, size_t score, size_t actor);

/* Vertices from first to last by a score: highest first (lowest for low_is_high), NaN last, equal ones (to nine decimals) by id. `order` has room for all. */
sv_status sv_scores_rank(const sv_scores *scores, size_t score, size_t *order, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif
