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

/* SV_MIXED: shown only to who asks for it by name, for it mixes what is better seen apart. */
typedef enum sv_score_family { SV_INFLUENCE = 0, SV_BRIDGING, SV_GROUPING, SV_MIXED, SV_SCORE_FAMILIES } sv_score_family;

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
 * A network of more actors x ties than this is not walked from every actor but sampled, with a stated bound on the error:
 * some ten to twenty seconds of work. By strength a tie counts ten times.
 */
#define SV_SAMPLE_ABOVE 1e10

/*
 * How near sampled scores are. With chance 1 - delta no betweenness_norm is more than epsilon beside the truth, nor any tie's
 * betweenness as a share of all pairs; and likewise no harmonic_norm more than nearness_epsilon (by strength: of the most it
 * can be, 1 / the shortest tie). Closeness is that to the sampled actors. Eccentricity is the distance to the farthest of
 * them: the truth is that or more.
 */
typedef struct sv_sampling {
    size_t paths;   /* sampled for betweenness; 0: it is exact, or was not computed */
    size_t sources; /* actors sampled for harmonic, closeness and eccentricity; 0: exact, or not computed */
    double epsilon, nearness_epsilon, delta;
    bool left_out;  /* valente_fujimoto was asked for and is undefined: it cannot be sampled, and takes far longer than the rest */
} sv_sampling;

/* How scores are computed. All zero is what most callers want. */
typedef struct sv_scores_options {
    double sample_above; /* networks of more actors x ties than this are sampled; 0: SV_SAMPLE_ABOVE, HUGE_VAL: none */
    double epsilon;      /* how near a sample must come; 0: 0.01 */
    double delta;        /* the chance that it does not; 0: 0.1 */
    unsigned threads; /* 0: as many as the program may use; the answer is the same to the last bit for any number */
    bool (*progress)(void *context, const char *step, double share); /* may be NULL; called now and then on the caller's thread; false stops */
    void *progress_context;
    size_t groups; /* the column of Actors whose groups brokerage is counted between, or SV_GROUPS_ALLIANCES; 0: SV_ACTOR_SECTOR */
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
/* Whether, and how, they were sampled: zero samples in both when all is exact. */
const sv_sampling *sv_scores_sampling(const sv_scores *scores);
/* One score of one actor of the map; NaN when it is not in the network or was not computed. */
double sv_scores_value(const sv_scores *scores, size_t score, size_t actor);

/* Vertices from first to last by a score: highest first (lowest for low_is_high), NaN last, equal ones (to nine decimals) by id. `order` has room for all. */
sv_status sv_scores_rank(const sv_scores *scores, size_t score, size_t *order, sv_error *error);

/* ---- Sensitivity: how far a ranking can be relied on --------------------------------------------------- */

/* To so many actors x ties x draws it costs little: some hundredths of a second. By strength a tie counts ten times, and for valente_fujimoto too. */
#define SV_SENSITIVITY_UNASKED 2e7
#define SV_SENSITIVITY_DRAWS 1000
/* One tie unseen for every twenty on the map: the lightest error that Borgatti, Carley & Krackhardt (2006) look at. */
#define SV_SENSITIVITY_MISSING 0.05
#define SV_SENSITIVITY_TOP 3

/* All zero is what most callers want. */
typedef struct sv_sensitivity_options {
    size_t draws;   /* 0: SV_SENSITIVITY_DRAWS */
    double missing; /* ties that nobody saw, for each tie on the map; 0: SV_SENSITIVITY_MISSING */
    bool all_seen;  /* there are none */
    size_t top;     /* how many places count as in front; 0: SV_SENSITIVITY_TOP. In a class of fewer than twice as many it is half of them. */
    bool with_own;  /* our own actors are ranked too */
    const sv_scores_options *scores; /* threads, progress, and how each draw is computed; may be NULL */
} sv_sensitivity_options;

/* What came of one actor in all draws. Half of them lie at the median or below, nine in ten from low to high. */
typedef struct sv_actor_sensitivity {
    bool ranked;              /* false for our own actors, unless they are ranked too; then the rest is 0 */
    double low, median, high; /* of the score, in the draws in which it is defined; NaN when there is none */
    size_t place_low, place_median, place_high; /* within its class, equal ones sharing one; undefined is the last */
    double top_share;         /* the share of draws in which it is among the first top[class] */
    double defined;           /* the share of draws in which it has a score */
} sv_actor_sensitivity;

typedef struct sv_sensitivity {
    size_t score, draws, n;
    sv_actor_sensitivity *actors; /* per vertex, n of them */
    size_t ranked[SV_CLASSES];    /* how many are, and have a score in any draw */
    size_t top[SV_CLASSES];       /* how many places of each class count as in front; 0 in an empty one */
    double missing, added;        /* unseen ties for each on the map, and how many that is in a draw, on average */
    double closed;                /* the share of the map's ties, and of unseen ones, between two who share a contact */
    size_t doubtful, contested;   /* rows that do not hold in all draws; ties of which several informants speak */
    bool on_ties;                 /* false: the score rests on influences alone, and of those none were added */
} sv_sensitivity;

/*
 * How far the ranking by one score can be relied on: in 9 of 10 draws among the first three, or in 4. A draw (seed 42) is a
 * network that might as well be the true one: a row of certainty c holds with chance c; of several informants on one tie the word of one
 * counts, in each draw another; and ties are added that nobody saw, between actors who are not tied, like the map's own: as
 * often between two who share a contact, and rather where there are many, but none of our own actors'. Of influences none are
 * added. What nobody knows beyond that, this cannot show. Caller clears *found, which need not be initialised. SV_E_STOPPED when
 * the progress function says so. The same to the last bit for any number of threads. Cost: draws times that of the score,
 * 12 bytes per ranked actor and draw. Source: Borgatti, Carley & Krackhardt 2006.
 */
sv_status sv_sensitivity_find(const sv_network *network, size_t score, const sv_sensitivity_options *options, sv_sensitivity *found, sv_error *error);
void sv_sensitivity_clear(sv_sensitivity *found);
/* Whether it says anything about a score: not about stated power, which rests on no tie, nor about the numbers of communities and parts. */
bool sv_sensitivity_suits(size_t score);
/* How much work it is (0 draws: as many as by default), to hold beside SV_SENSITIVITY_UNASKED. */
double sv_sensitivity_work(const sv_network *network, size_t score, size_t draws);

/* ---- Brokerage: between which groups an actor stands --------------------------------------------------- */

/*
 * Instead of a column: the alliances an actor joins on the network's day. Those who join the same ones, all of them, are one group, and an alliance
 * is of its own group; who joins none has no group.
 */
#define SV_GROUPS_ALLIANCES SIZE_MAX

/* Who of three belong together: the one it comes from, the broker, and the one it goes to. */
typedef enum sv_brokerage_role {
    SV_COORDINATOR = 0, /* all three in one group */
    SV_ITINERANT,       /* the two others in one group, the broker not */
    SV_GATEKEEPER,      /* into the broker's group */
    SV_REPRESENTATIVE,  /* out of the broker's group */
    SV_LIAISON,         /* three groups */
    SV_BROKERAGE_TOTAL,
    SV_BROKERAGE_ROLES
} sv_brokerage_role;

/* How often an actor stands between two others who are not tied; NaN where the actor's group is not known. */
typedef struct sv_brokerage {
    double count[SV_BROKERAGE_ROLES];
    double expected[SV_BROKERAGE_ROLES]; /* in a random network with as many ties, and groups of the same sizes */
    double z[SV_BROKERAGE_ROLES];        /* how many standard deviations above that; NaN where nothing else can be */
} sv_brokerage;

/*
 * Brokerage of every vertex between the groups in a column of Actors, or SV_GROUPS_ALLIANCES (Gould & Fernandez 1989; moments as in R's sna).
 * Undirected ties count both ways. *brokers is freed with free(). Cost: for each tie the ties of both its ends.
 */
sv_status sv_brokerage_new(const sv_network *network, size_t column, sv_brokerage **brokers, sv_error *error);
/* The brokerage of every vertex behind computed scores, and the column of groups it was counted between. Borrowed; NULL unless a score was computed that rests on it. */
const sv_brokerage *sv_scores_brokerage(const sv_scores *scores, size_t *groups);
/* The role that a score counts, by its number in the catalogue; SV_BROKERAGE_ROLES for a score that counts none. */
sv_brokerage_role sv_brokerage_role_of(size_t score);

/* ---- Alliances: who joins which, and how they overlap --------------------------------------------------- */

/* Two alliances that share a member. */
typedef struct sv_alliance_pair {
    size_t a, b;           /* rows of Actors */
    size_t shared, either; /* how many are a member of both, and of at least one */
    double overlap;        /* shared / either (Jaccard): 1 when they have the same members */
    size_t only;           /* the one actor that joins both; SV_NO_ROW when more do */
} sv_alliance_pair;

/* Alliances of a day; whoever is a member twice counts once. An alliance may be a member of another. */
typedef struct sv_alliances {
    size_t n;
    size_t *alliance;       /* n rows of Actors, from low to high */
    size_t *members;        /* of each: how many it has */
    size_t *start, *joined; /* what row i of Actors joins: joined[start[i]] up to joined[start[i + 1]], rows of Actors, from low to high */
    sv_alliance_pair *pairs; /* those that share a member: the largest overlap first, then the most shared, then by id */
    size_t n_pairs;
} sv_alliances;

/*
 * Find them. `as_of`: yyyymmdd, 0 = whenever a membership held. Caller clears *found, which need not be initialised. Cost: for each
 * member of an alliance the alliances it joins.
 */
sv_status sv_alliances_find(const sv_map *map, int as_of, sv_alliances *found, sv_error *error);
void sv_alliances_clear(sv_alliances *found);

/* ---- Signed balance: whether friends of friends are friends ------------------------------------------- */

typedef struct sv_signed_balance_options {
    size_t exact_to; /* search all divisions into two camps in parts of at most so many actors; 0: 20 */
} sv_signed_balance_options;

/*
 * The ties of the network (positive) and those of kind opposes (negative). Where two are tied both ways it counts as opposition.
 * All counts are 0, and the share NaN, when nobody opposes anybody.
 */
typedef struct sv_signed_balance {
    size_t positive, negative; /* ties */
    size_t ambiguous;          /* of the negative ones: also tied positively */
    size_t triangles, balanced; /* balanced: no or two opposing ties, so that a friend's enemy is an enemy (Cartwright & Harary 1956) */
    double share;              /* balanced / triangles; NaN without triangles */
    size_t least, most;        /* the fewest ties that stand in the way of two camps without a tie across nor opposition within (the frustration
                                  index, Harary 1959): it lies between these, and is exact when they are equal */
} sv_signed_balance;

/*
 * NULL options: as above. Cost: triangles ties x sqrt(ties); the index 2^20 x ties in a part of twenty actors, in larger ones a
 * search on from several beginnings (seed 42), bounded from below by unbalanced circles that share no tie.
 */
sv_status sv_signed_balance_find(const sv_network *network, const sv_signed_balance_options *options, sv_signed_balance *balance, sv_error *error);

/* ---- MACTOR: who can lean on whom ------------------------------------------------------------------- */

/* Influences of one actor on others, or of others on one: those of i stand from start[i] up to start[i + 1]. */
typedef struct sv_mactor_side {
    size_t *start, *actor; /* actor: its number from 0 to n */
    double *strength;      /* MID: 0..4 as the map says */
} sv_mactor_side;

/*
 * Influence in a group of actors, straight and through one other (Godet 1991), from the ties of kind influences of the
 * network's day, several informants combined as in the network. Only actors of the network that are named in such a tie
 * take part, as n numbers from 0; what is not said among them counts as no influence. Whoever is not named is not judged.
 */
typedef struct sv_mactor {
    size_t n;                /* 0 when the map says nothing about influence: then all count as equal, R = 1 */
    size_t *actor;           /* rows of Actors, from low to high */
    double *influence;       /* I: on all others, straight and through one other */
    double *dependence;      /* D: the same undergone */
    double *competitiveness; /* R: much influence and little dependence; the mean is 1 */
    sv_mactor_side over, under;
    size_t without_strength; /* rows that say no strength, and do not count */
} sv_mactor;

/* Caller clears *mactor, which need not be initialised. Cost: the ways of two steps between actors, at most n³. */
sv_status sv_mactor_find(const sv_network *network, sv_mactor *mactor, sv_error *error);
void sv_mactor_clear(sv_mactor *mactor);
/* The number of an actor of the map; SV_NO_ROW when it does not take part. */
size_t sv_mactor_place(const sv_mactor *mactor, size_t actor);
/* What i has over each of the n actors (MDII of i on j); over[i] is i's own feedback, which does not count in I and D. */
void sv_mactor_influences(const sv_mactor *mactor, size_t i, double *over);
/* Net influence of i on each of the n actors, above 0 where i has more over j than j over i; net[i] is 0. */
void sv_mactor_net(const sv_mactor *mactor, size_t i, double *net);

/* ---- Positions: who agrees with whom, and how the forces lie ----------------------------------------- */

/*
 * Where the actors of a network stand on all issues of its map, and what weighs them. Actors without any known position
 * take no part. Plain arrays: value[i * n_issues + k] is of actor i on issue k (the row of sheet Issues).
 */
typedef struct sv_positions {
    size_t n, n_issues;
    size_t n_actors;         /* of the whole network */
    size_t *actor;           /* n rows of Actors, from low to high */
    double *value;           /* n x n_issues: -4 to 4 as sv_map_stances combines them, NaN = unknown */
    double *salience;        /* n x n_issues: 0 to 4, NaN where the value is */
    double *power;           /* n: as the map states it, NaN where it does not */
    double *competitiveness; /* n: R of MACTOR; 1, its mean, for whom the map says nothing */
    bool has_power;          /* the map states the power of at least one of them */
    bool has_influences;     /* the map says who influences whom */
} sv_positions;

/* What two actors agree or differ on: how many issues, how outspoken they are on them, or that weighed by their competitiveness. */
typedef enum sv_agreement { SV_AGREE_COUNT = 1, SV_AGREE_VALUE, SV_AGREE_WEIGHED } sv_agreement;

/* What gives an actor weight in the balance of forces. */
typedef enum sv_force { SV_FORCE_POWER = 0, SV_FORCE_COMPETITIVENESS, SV_FORCE_EQUAL } sv_force;

/* The forces on an issue: each actor's weight x salience x position, added up on either side. */
typedef struct sv_balance {
    sv_force force;         /* stated power when the map has it, else competitiveness when it has influences, else all equal */
    double for_it, against; /* sums, 0 or more */
    size_t n_for, n_against, n_neutral, n_unknown; /* actors of the network, by where they stand */
    size_t n_weightless;    /* with a position but without stated power, in a map that states that of others: left out of the sums */
    double median;          /* half of the weight x salience stands here or lower, half here or higher; NaN when there is none */
} sv_balance;

/* Collect them. Caller clears *positions, which need not be initialised. Cost: actors x issues, and that of sv_mactor_find. */
sv_status sv_positions_find(const sv_network *network, sv_positions *positions, sv_error *error);
void sv_positions_clear(sv_positions *positions);
/* The number of an actor of the map; SV_NO_ROW when it has no known position. */
size_t sv_positions_place(const sv_positions *positions, size_t actor);
/*
 * How much actor i agrees with each of the n actors, and how much it differs (CAA and DAA of order 1, 2 and 3; Godet 1991):
 * half the sum of both values over the issues on which both are for, or both against; or one for and one against. 0 or
 * more; with itself 0. Either may be NULL. Cost: n x n_issues.
 */
void sv_positions_agree(const sv_positions *positions, size_t i, sv_agreement order, double *agree, double *differ);
/* How torn an actor is: 0 when it agrees with some in all and differs from others in all, 1 when it does both with each alike; NaN when neither. */
double sv_positions_ambivalence(const sv_positions *positions, size_t i, sv_agreement order);
/* How much an actor puts into all issues together, and all actors into one issue: the sum of competitiveness x |position|. */
double sv_positions_mobilisation(const sv_positions *positions, size_t i);
double sv_positions_issue_mobilisation(const sv_positions *positions, size_t issue);
/* The balance of forces on an issue. Cost: n log n. */
sv_status sv_positions_balance(const sv_positions *positions, size_t issue, sv_balance *balance, sv_error *error);

/* ---- Key players: whom to win, or whose leaving hurts most --------------------------------------------- */

/* What a set of actors is good for (Borgatti 2006). All are counted in steps. */
typedef enum sv_key_measure {
    SV_KEY_REACH = 0,     /* D_R: how near the set is to all: (|set| + sum of 1/steps to the nearest of it) / n; 0 to 1 */
    SV_KEY_NEIGHBOURS,    /* how many actors are in the set or tied to it */
    SV_KEY_FRAGMENTATION, /* F: the share of pairs that cannot reach each other once the set is gone; 0 to 1 */
    SV_KEY_DISTANCE       /* D_F: how far apart the rest is once the set is gone: 1 - mean of 1/steps; 0 to 1 */
} sv_key_measure;

/* A plain network: the neighbours of v stand from start[v] up to start[v + 1]; who is a neighbour of v has v for one. */
typedef struct sv_neighbours {
    size_t n;
    const size_t *start, *neighbour;
} sv_neighbours;

typedef struct sv_key_options {
    sv_key_measure measure;
    size_t size;              /* how many actors the set has; fewer when there are fewer candidates */
    const size_t *candidates; /* the vertices to choose from, each once; of equal sets the first in this order; NULL: all */
    size_t n_candidates;
    size_t sets;              /* list at most so many equally good sets; 0 = 1 */
    bool quick;               /* search greedily also where all sets could be tried */
} sv_key_options;

typedef struct sv_key_players {
    size_t size, n_sets;
    size_t *members;    /* n_sets x size vertices, each set in the order of the candidates; the first set is the answer */
    double value;       /* of the best set; NaN when nothing is left to count */
    double before;      /* of no set at all: what there is already */
    bool exhaustive;    /* every set was tried, so it is the best; else the best that a greedy search with swaps found (seed 42) */
    size_t n_optimal;   /* how many sets are as good; 0 when not all were tried */
    size_t n_tried;     /* candidates looked at: fewer than there are in a large network, those most often in between (64 sampled sources) */
    size_t n_starts;    /* from how many first sets the greedy search set out */
} sv_key_players;

/*
 * The set of actors that counts most. All sets are tried to 25 candidates and sets of 4, unless that takes too long;
 * else it begins with the best actor, adds the best one next to it, and swaps while that helps, from several first sets.
 * NULL options: the one actor nearest to all. Caller clears *found, which need not be initialised. Cost: the search is
 * cut at some 10^9 steps, about a second; to 2,000 actors only D_F looks at fewer than all. To say what D_F is takes
 * time besides: of 10,000 actors and 30,000 ties 0.2 s, of ten times as many 20 s.
 */
sv_status sv_key_players_search(const sv_neighbours *graph, const sv_key_options *options, sv_key_players *found, sv_error *error);
/* The same on a network, whose ties all count one step; members are vertices, of equal sets the first by id. */
sv_status sv_key_players_find(const sv_network *network, const sv_key_options *options, sv_key_players *found, sv_error *error);
void sv_key_players_clear(sv_key_players *found);
/* What one set is worth: size and candidates of the options are the set. */
sv_status sv_key_players_value(const sv_neighbours *graph, const sv_key_options *set, double *value, sv_error *error);

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
    double prevent;            /* of the decisions taken, the share it could have stopped: swings / winning; NaN when none wins (Coleman 1971) */
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
