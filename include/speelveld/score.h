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

/* How scores are computed. All zero is what most callers want. */
typedef struct sv_scores_options {
    unsigned threads; /* 0: as many as the program may use; the answer is the same to the last bit for any number */
    bool (*progress)(void *context, const char *step, double share); /* may be NULL; called now and then on the caller's thread; false stops */
    void *progress_context;
} sv_scores_options;

/*
 * Compute some scores (numbers in the catalogue; NULL = all) for every actor of a network. What scores
 * share is computed once. NULL options: as above. The network must outlive the scores. Caller frees *scores.
 * Cost: the dearest asked for; all that rest on shortest ways come from one walk from every actor, actors x ties,
 * split over threads.
 */
sv_status sv_scores_new(const sv_network *network, const size_t *which, size_t n, const sv_scores_options *options, sv_scores **scores,
                        sv_error *error);
void sv_scores_free(sv_scores *scores);

/* The network they were computed on, borrowed. */
const sv_network *sv_scores_network(const sv_scores *scores);
/* One score of all vertices (as many as the network has actors), borrowed; NULL when it was not computed. */
const double *sv_scores_column(const sv_scores *scores, size_t score);
/*
 * Betweenness of every tie, in the order of sv_network_tie: on how many shortest ways it lies (Girvan & Newman 2002).
 * Borrowed; NULL unless a score was computed that rests on betweenness.
 */
const double *sv_scores_ties(const sv_scores *scores);
/* One score of one actor of the map; NaN when it is not in the network or was not computed. */
double sv_scores_value(const sv_scores *scores, size_t score, size_t actor);

/* Vertices from first to last by a score: highest first (lowest for low_is_high), NaN last, equal ones (to nine decimals) by id. `order` has room for all. */
sv_status sv_scores_rank(const sv_scores *scores, size_t score, size_t *order, sv_error *error);

/* ---- Council power: how often a group's seats decide ------------------------------------------------ */

enum {
    SV_COUNCIL_GROUPS_MOST = 64,     /* groups; above: SV_E_TOO_MANY */
    SV_COUNCIL_SEATS_MOST = 100000,  /* seats of all groups together, likewise */
    SV_FRACTION_SIZE = 200           /* room for a fraction as text */
};

typedef struct sv_council_options {
    size_t quota;      /* seats that a decision takes; 0 = more than half of them */
    size_t coalitions; /* list at most so many minimal winning coalitions */
} sv_council_options;

/* How much a group's seats weigh. All but the swings run from 0 (never decides) to 1. */
typedef struct sv_group_power {
    uint64_t swings;           /* coalitions that win with this group and lose without it */
    double banzhaf;            /* the chance that it decides when the others are as likely for as against: swings / 2^(n-1) (Banzhaf 1965) */
    double banzhaf_normalised; /* its share of all swings; NaN when nobody has any */
    double shapley;            /* the share of all orders of voting in which it turns losing into winning (Shapley & Shubik 1954) */
    char shapley_exact[SV_FRACTION_SIZE]; /* the same, exactly: "7/30", in its lowest terms; "0", "1" */
    double prevent;            /* of the decisions that are taken, the share it could have stopped: swings / winning; NaN when none wins (Coleman 1971) */
    double initiate;           /* of those that are not, the share it could have brought about: swings / losing (Coleman 1971) */
    bool dummy;                /* its seats never matter */
} sv_group_power;

/* A minimal winning coalition: bit i of `groups` is the group with number i. */
typedef struct sv_coalition {
    uint64_t groups;
    size_t seats;
} sv_coalition;

typedef struct sv_council_power {
    size_t n;               /* groups */
    size_t seats, quota;    /* of all groups together; needed */
    sv_group_power *groups; /* n, as they were given */
    uint64_t winning;       /* how many of the 2^n coalitions win */
    double act;             /* the share of them: how easily this council decides (Coleman 1971) */
    uint64_t minimal;       /* how many winning coalitions need each of their groups, always exact */
    sv_coalition *coalitions; /* the first of those: the smallest surplus of seats first, then those without small groups */
    size_t n_coalitions;
} sv_council_power;

/*
 * How often each of n groups decides, by its seats alone; seats[n]. NULL options: a majority, no coalitions listed.
 * A group without seats is a dummy. With a quota above all seats nothing wins: shares of winning are NaN, the others 0.
 * All counts are exact. The caller clears *power, which need not be initialised; after a fault there is nothing in it.
 * Cost: groups² x quota, memory groups x quota; for the coalitions groups x seats besides.
 */
sv_status sv_council_power_find(const size_t *seats, size_t n, const sv_council_options *options, sv_council_power *power, sv_error *error);
void sv_council_power_clear(sv_council_power *power);

#ifdef __cplusplus
}
#endif
#endif
