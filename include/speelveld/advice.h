/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/advice.h - what to do: a question a community worker has, and its answer from the map. Whom can we
 * win, through whom, before which meeting, and can it pass?
 *
 *   what answers rest on          Who we are, Warmth, Effort, Dependence, Bonds
 *   with whom do we work?         Allies                                         sv_allies_find
 *   through whom to someone?      Route                                          sv_route_find
 *   is there a majority?          Council, Council law, Vote, Majority           sv_majority_new
 *   whose turn is it, by when?    Moments, Team, Contacts                        sv_contacts_find
 *   who carries this theme?       Who                                            sv_carriers_find
 *   what do we say?               Message                                        sv_message_find
 *   how broad is the support?     Circles, Support                               sv_support_find
 *   who can help whom?            Match                                          sv_matches_find
 *   what changes?                 What-if and compare                            sv_changes_new
 *   who is missing?               Gaps                                           sv_gaps_find
 *   who cannot speak freely?      Exposure                                       sv_exposure_find
 *   what keeps coming back?       Signals                                        sv_signals_count
 *   what is held on people?       Privacy                                        sv_privacy_find
 *
 * Every answer is computed from the map as its audience may see it, so make the edition first (model.h); the map must have been
 * checked (sv_map_check). "There is none" is an answer, not an error. Days are yyyymmdd, 0 = no day: then everything holds and
 * nothing grows cold. Actors are rows of the sheet Actors, and issues rows of the sheet Issues; SV_NO_ROW is none.
 *
 * An answer is only meaningful with its map, which outlives it where names are the map's. What a function gives through a
 * pointer is freed with the _free or _clear of the same name. After a fault it is empty, and clearing it does no harm. Any
 * function with a status may run out of memory (SV_E_MEMORY); its other faults are named with it. Options must be given where
 * nothing is said of NULL. In costs n is the number of actors of the map, and m that of its ties and memberships.
 */
#ifndef SPEELVELD_ADVICE_H
#define SPEELVELD_ADVICE_H

#include <speelveld/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Who we are -------------------------------------------------------------------------------------------------- */

/* Who we are: the usable actors of the map that are our own, in the order of the map; n may be 0. *actors is freed with free(). Cost: n. */
sv_status sv_own_actors(const sv_map *map, size_t **actors, size_t *n, sv_error *error);

/* ---- Warmth: how well a message or an introduction travels ------------------------------------------------------- */

/* How warm a tie of this strength (0..4) is, 0..0.9: .3 .5 .7 .9 for strength 1 to 4, between them in proportion; 0 for 0 and NaN. */
double sv_warmth_of_strength(double strength);
/* What is left of warmth after so many days without contact: half for every 24 months (of 30.4375 days); all of it for days <= 0. */
double sv_warmth_after(double warmth, int days);

/*
 * The steps a message can take on a day: ties of the kinds that carry a route, the way they point; and from a member to its
 * organisation or alliance and back, as warm as SV_MEMBERSHIP_STRENGTH. What is not a step: a pair that a rule forbids
 * (sv_forbidden), an actor to be avoided, and out of a container (municipality, council, party, committee) or the clerk:
 * there a way can only end. Of several ties between two actors the warmest counts; what several informants say of one tie is
 * put together as in the network (network.h), and the step names the strongest of their rows. A step cools with the days
 * since the last contact that the sheet Contacts knows between its two actors: of the actor with the one that `by` names;
 * where `by` is empty or one of us, with any of us; a `by` that is no actor of the map says nothing. Contacts after as_of do
 * not count.
 */
typedef struct sv_ways sv_ways;

typedef struct sv_ways_options {
    int as_of;            /* ties and memberships of that day, and the day from which contacts are counted back */
    const size_t *avoid;  /* actors never used nor stepped through */
    size_t n_avoid;
    bool forbidden_too;   /* use also what a rule forbids: only for telling what such a way would have been */
} sv_ways_options;

/* A step on a way: by a row of Ties or, when tie is SV_NO_ROW, a row of Memberships. */
typedef struct sv_step {
    size_t from, to;
    size_t tie, membership; /* rows of those sheets */
    double warmth;    /* more than 0, at most .9 */
    int last_contact; /* yyyymmdd, 0 = not known */
} sv_step;

/* A way from one actor to another; its warmth is the product of its steps', 1 for no step at all, 0 when there is no way. */
typedef struct sv_way {
    sv_step *steps;
    size_t n;
    double warmth;
} sv_way;
void sv_way_clear(sv_way *way);

/*
 * Lays all steps out for searching. NULL options: any day, nobody avoided. Caller frees; valid while the map is unchanged.
 * Cost: (n + m) log m.
 */
sv_status sv_ways_new(const sv_map *map, const sv_ways_options *options, sv_ways **ways, sv_error *error);
void sv_ways_free(sv_ways *ways);

/* How one actor can speak to another at once: the step between them, false when there is none. Cost: log of the first's neighbours. */
bool sv_ways_step(const sv_ways *ways, size_t from, size_t to, sv_step *step);
/* The row of Ties that forbids contact between two actors, as sv_forbidden_rule (model.h); SV_NO_ROW when none does. */
size_t sv_ways_rule(const sv_ways *ways, size_t a, size_t b);

/*
 * The warmest way from any of some actors (from[n_from]) to everyone (Dijkstra 1959 on -ln warmth, counted in units of
 * 1e-12). Of ways equally warm the one with fewer steps, then the one whose last actor but one has the smaller id, and so on
 * back to where it begins. Caller frees; it borrows the ways, which must outlive it. Cost: (n + m) log n.
 */
typedef struct sv_warmest sv_warmest;
sv_status sv_warmest_new(const sv_ways *ways, const size_t *from, size_t n_from, sv_warmest **warmest, sv_error *error);
void sv_warmest_free(sv_warmest *warmest);
/* How warm the warmest way to an actor is, 0..1: 1 for where it begins, 0 when there is none. */
double sv_warmest_warmth(const sv_warmest *warmest, size_t actor);
/* The way itself, cleared by the caller; empty where it begins (warmth 1), and when there is none (warmth 0). Cost: its steps. */
sv_status sv_warmest_way(const sv_warmest *warmest, size_t actor, sv_way *way, sv_error *error);

/*
 * The same the other way round: asked of an actor, it tells of the warmest way from that actor to this one. Caller frees.
 * Cost: as sv_warmest_new.
 */
sv_status sv_warmest_towards_new(const sv_ways *ways, size_t to, sv_warmest **warmest, sv_error *error);

/*
 * The k warmest ways from any of some actors to one, none of which comes along an actor twice, or along a second of those it
 * may begin with (Yen 1971). Warmest first; of ways equally warm as in sv_warmest. The list, of at most k ways, is freed
 * with sv_way_list_free. Cost: k x steps of a way x (n + m) log n.
 */
sv_status sv_warmest_ways(const sv_ways *ways, const size_t *from, size_t n_from, size_t to, size_t k, sv_way **list, size_t *n, sv_error *error);
void sv_way_list_free(sv_way *list, size_t n);

/* ---- Effort: what it takes to win an actor ----------------------------------------------------------------------- */

/* Where we want an actor to stand on an issue, -4..4. */
#define SV_TARGET 2.0

/* How far an actor has to move on an issue, 0..6: from its stance (-4..4), or from 0 where that is not known (NaN), to SV_TARGET. */
double sv_gap(double stance);
/* The effort to win an actor: -ln(warmth of the way, 0..1) + sv_gap / 4. 0 or more; infinite when there is no way (warmth 0). */
double sv_effort(double warmth, double stance);

/* ---- Dependence: who lives by whose money ------------------------------------------------------------------------ */

/* One funder of one receiver. */
typedef struct sv_dependence {
    size_t receiver, funder;
    double amount; /* EUR a year, from ties of kind funds that name an amount */
    double share;  /* of all the receiver's funding in the map, 0..1 */
} sv_dependence;

/*
 * Who depends on whom (resource dependence, Pfeffer & Salancik 1978): every pair with an amount on that day, by receiver in
 * the order of the map and then from the largest share; equal ones by the funder's id. Several rows of one pair are added
 * up. *list is freed with free(). Cost: m log m.
 */
sv_status sv_dependences(const sv_map *map, int as_of, sv_dependence **list, size_t *n, sv_error *error);
/* Where a receiver's funders begin in that list of n; n when it has none. Cost: log n. */
size_t sv_dependence_first(const sv_dependence *list, size_t n, size_t receiver);

/* ---- Bonds: what keeps a voice from speaking freely -------------------------------------------------------------- */

/* What keeps a voice from speaking freely; several may hold. */
typedef enum sv_bond {
    SV_BOND_MUNICIPALITY = 1, /* lives by the municipality's money */
    SV_BOND_OPPONENT = 2,     /* lives by the money of somebody who is against what it is for */
    SV_BOND_EMPLOYER = 4,     /* belongs to the municipality */
    SV_BOND_RULE = 8          /* a rule (may_not_contact) keeps it from the council or the municipality */
} sv_bond;

/* Somebody outside politics and town hall who is for an issue. */
typedef struct sv_voice {
    size_t actor;
    double stance;        /* on the issue; where none was asked, the highest on any. More than 0 */
    unsigned bonds;       /* 0: speaks freely */
    size_t through;       /* whose money it is: the actor itself, or an organisation it belongs to; SV_NO_ROW without such money */
    size_t funder;        /* the one behind the largest share that binds; SV_NO_ROW without such money */
    double amount, share; /* of that funder in the funding of `through`: EUR a year, and 0..1; NaN without such money */
    size_t rule;          /* the row of Ties, SV_NO_ROW without one */
} sv_voice;

/* ---- Allies: with whom to work ----------------------------------------------------------------------------------- */

typedef struct sv_allies_options {
    size_t issue;      /* must be given */
    size_t speaker;    /* for whom: an actor; SV_NO_ROW: our own actors */
    int as_of;
    bool without_ways; /* nothing is said about ways: for an edition in which the strength of ties is not to be seen */
    size_t most;       /* show at most so many; 0 = all */
} sv_allies_options;

/*
 * Somebody who agrees with us. The parts run from 0 to 1, and rank = agreement + warmth + gain - dependence - conflict,
 * parts that are NaN left out:
 *   agreement   CAA - DAA with us over all issues (score.h; weighed by competitiveness where the map has influences, else R = 1), as
 *               a share of the largest among all allies; 0 where it is below 0
 *   warmth      of the warmest way from us; 0 when there is none, NaN without ways
 *   gain        salience / 4 where the map says what they gain by it (column gains), 0 where it does not; NaN where it never does
 *   dependence  the largest share of their funding that comes from the municipality or from somebody on the other side of the issue,
 *               as in Exposure; 1 for who belongs to the municipality
 *   conflict    1 where a tie of that day says that they oppose us (own actor, our organisation or alliance) or we them; else
 *               DAA / (CAA + DAA): how much they are on the other side on other issues
 */
typedef struct sv_ally {
    size_t actor;
    double stance;        /* on the issue; NaN when nobody knows */
    double agree, differ; /* CAA and DAA with us */
    double agreement, warmth, gain, dependence, conflict, rank;
    size_t alliance;      /* an alliance of ours that it is in, or is; SV_NO_ROW */
    bool ours;            /* an organisation of ours */
    /* who of us the warmest way begins with, and the last before the ally: the same when they know each other; SV_NO_ROW
       without way */
    size_t from, through;
    size_t forbidden;     /* how many of us a rule keeps from it; when it is all, `through` never is one of us */
    size_t gains;         /* row of Positions that says what they gain, the latest; SV_NO_ROW */
    sv_voice binds;       /* what binds them, as in Exposure */
    size_t opposed;       /* row of Ties, SV_NO_ROW */
    size_t opposite;      /* the issue on which they are furthest on the other side; SV_NO_ROW */
} sv_ally;

typedef struct sv_allies {
    size_t issue, speaker;
    sv_ally *items;      /* from the highest rank, equal ones (to nine decimals) by id */
    size_t n, shown;     /* how many there are, and how many of them to show: the first ones */
    double ours;         /* where we stand on the issue: the mean of our own actors, else of our organisations; NaN when nobody knows */
    bool known;          /* it is known where we stand, on this issue or another */
    bool weighed;        /* agreement is weighed by competitiveness */
    size_t opponents;    /* left out: on the other side on this issue */
    size_t unlike;       /* left out: not against, but with no issue on which they are known to agree with us */
    size_t *us;          /* the actors that are us: where ways begin */
    size_t n_us;
} sv_allies;

/*
 * With whom to work on an issue: who is not on the other side of it, and agrees with us on at least one. We are the own
 * actors, or the speaker; our position on an issue is their mean, and our competitiveness too; where no own actor has any,
 * that of our organisations. Our side of the issue is that of our position, in favour where it is 0 or not known. Not ranked
 * are our own actors and the speaker, the clerk and adviser of the council, and containers. Caller clears. Cost: n x issues
 * + (n + m) log n.
 */
sv_status sv_allies_find(const sv_map *map, const sv_allies_options *options, sv_allies *found, sv_error *error);
void sv_allies_clear(sv_allies *allies);

/* ---- Route: through whom to someone ------------------------------------------------------------------------------ */

/* Why somebody may speak where a rule forbids others to; bits. */
enum {
    SV_BETWEEN_EXCEPTION = 1,  /* the rule names them as an exception */
    SV_BETWEEN_ADVICE = 2,     /* an advisory council, or a member of one */
    SV_BETWEEN_MANAGER = 4,    /* a manager */
    SV_BETWEEN_RESIDENTS = 8,  /* a residents' group, or a member of one */
    SV_BETWEEN_COLLEAGUE = 16, /* of the same party or council group */
    SV_BETWEEN_BOARD = 32,     /* sits in one body with them, or in the body itself */
};

/* Somebody who may make a contact in our place. */
typedef struct sv_between {
    size_t actor;
    unsigned why;
    size_t advisory, residents, shared; /* the advisory council, the residents' group, the body; SV_NO_ROW where `why` does not say so */
    sv_way near, onward; /* the warmest way from us, and from there to where the route ends; warmth 0 when there is none */
} sv_between;

/* At most so many are proposed. */
#define SV_BETWEEN_MOST 8

typedef struct sv_route_options {
    int as_of;
    const size_t *from; /* where a way may begin: us, or somebody else */
    size_t n_from;
    const size_t *avoid;
    size_t n_avoid;
    size_t k; /* at most so many ways, 1 or more */
} sv_route_options;

typedef struct sv_route {
    size_t to;
    sv_way *ways; /* the k warmest, the warmest first; one without steps when the route is where it begins */
    size_t n;
    size_t *bound; /* who of those it may begin with may not contact `to` themselves */
    size_t n_bound;
    sv_way closed;  /* the warmest way if there were no rules, when that is another one; else no steps and warmth 0 */
    size_t rule;    /* the row of Ties that closes it, or binds those in `bound`; SV_NO_ROW */
    size_t rule_at; /* the step of `closed` that it forbids; SV_NO_ROW */
    size_t *close;  /* only when there is no way and no rule: who could take the last step, the warmest first */
    size_t n_close;
    /* only when there is no way and there is a rule: the warmest first; then who knows the way on, and then whom we can
       reach. Of equals the exception, then the smaller id */
    sv_between *between;
    size_t n_between, between_more; /* how many were left out */
} sv_route;

/*
 * Through whom to an actor, and who may speak in our place where we may not. Rules and actors to be avoided are kept to,
 * also by who may speak in our place: not the clerk, who is there for procedure only, nor a container. "Us" are the map's
 * own actors, else those in `from`. Caller clears. Cost: as sv_warmest_ways.
 */
sv_status sv_route_find(const sv_map *map, size_t to, const sv_route_options *options, sv_route *route, sv_error *error);
void sv_route_clear(sv_route *route);

/* ---- Council: who sits in it and where they stand ---------------------------------------------------------------- */

enum { SV_SEATS_MOST = 150 }; /* seats of all groups together; above: SV_E_TOO_MANY. The law knows no council above 45. */

/* How often a group votes as one where the map does not say. */
#define SV_DISCIPLINE 0.95

/* A seat; the map may know a group's seats without naming who sits there. */
typedef struct sv_seat {
    size_t group;  /* the number of its group */
    size_t member; /* actor; SV_NO_ROW for a seat whose member the map does not name */
    double own;    /* what the member thinks, -4..4; NaN when nobody knows */
    double stance; /* the same, and else what the group thinks; NaN when nobody knows that either */
} sv_seat;

/* A group in the council (fractie), or a council member who stands alone. */
typedef struct sv_council_group {
    const char *name;   /* of one who stands alone the member's own; borrowed from the map, as is the party */
    const char *party;  /* "" when the map does not say */
    size_t row;         /* in the sheet Groups, the first with this name; SV_NO_ROW when it is not there */
    size_t rows;        /* how many rows the sheet has for it; their seats are added up */
    size_t given;       /* seats as the sheet says */
    size_t first;       /* its first seat; the others follow it */
    size_t seats;       /* as given, or as many as there are members when those are more */
    size_t named;       /* how many of its seats have a member in the map: its first ones */
    bool coalition;     /* false also where the map does not say */
    double discipline;  /* how often it votes as one, 0..1 */
    double stance;      /* what it thinks, -4..4: the mean of its members that have a position, else its party's; NaN when nobody knows */
    size_t party_actor; /* the party whose position that is; SV_NO_ROW when it is the members' */
} sv_council_group;

typedef struct sv_council {
    sv_council_group *groups; /* those of the sheet Groups first, then as members name them, in the order of the map */
    size_t n_groups;
    sv_seat *seats; /* by group; within it named members in the order of the map, then the others */
    size_t n_seats;
    size_t size;    /* what the law makes it: sv_law_council_size of its seats */
    size_t left;    /* council members of the map who have no seat on that day: their membership of the council is over, or still to come */
    size_t bodies;  /* councils that the members belong to; more than 1: the map mixes municipalities */
} sv_council;

/*
 * The council of a map on a day (yyyymmdd; 0: whoever ever sat), and where it stands on an issue (SV_NO_ROW: on none, all
 * stances are NaN). Members are actors of kind council_member, by their cell `group`; who has none stands alone. Who has
 * memberships of a council, none of which holds that day, has no seat. A map without council members and groups gives no
 * seats. The caller clears *council; names in it are the map's. Errors: more than SV_SEATS_MOST seats (SV_E_TOO_MANY). Cost:
 * as sv_map_stances.
 */
sv_status sv_council_new(const sv_map *map, size_t issue, int as_of, sv_council *council, sv_error *error);
void sv_council_clear(sv_council *council);

/* The seat of an actor, its number in `seats`; SV_NO_ROW when it has none. Cost: seats. */
size_t sv_council_seat(const sv_council *council, size_t actor);

/* ---- Council law: when a meeting may open, a vote counts, and a proposal is adopted ------------------------------ */

/*
 * The rules of the Gemeentewet on meetings and votes about matters (not about persons: article 31), in numbers of members. A
 * meeting after a failed one has rules of its own, by why that one failed.
 */
typedef enum sv_meeting {
    SV_MEETING_FIRST = 0,
    SV_MEETING_AFTER_UNOPENED, /* called again because too few came (article 20, paragraph 2) */
    SV_MEETING_AFTER_VOID,     /* voting again because too few had voted (article 29, paragraph 2a) */
    SV_MEETING_AFTER_TIE       /* voting again because the votes were equal (article 32, paragraph 4) */
} sv_meeting;

typedef enum sv_outcome {
    SV_OUTCOME_ADOPTED = 0,
    SV_OUTCOME_REJECTED,
    SV_OUTCOME_PUT_OFF,  /* the votes were equal: a next meeting decides */
    SV_OUTCOME_VOID,     /* too few voted: it does not count */
    SV_OUTCOME_UNOPENED, /* too few came: there was no meeting */
    SV_OUTCOMES
} sv_outcome;

/* Who takes part in a vote. */
typedef struct sv_turnout {
    size_t size;     /* members the council has by law, vacant seats included */
    size_t sitting;  /* members it has now */
    size_t present;  /* of those, how many are there; who may not vote counts too */
    size_t excluded; /* sitting members who may not vote on this, because it concerns them (article 28), there or not */
    size_t cast;     /* votes: of everyone who is there and may vote, for nobody may abstain (article 32, paragraph 2) */
    sv_meeting meeting;
} sv_turnout;

/*
 * The smallest number of members that the law knows (article 8: 9 to 39 by twos, and 45) with room for so many; above 45 the
 * number itself.
 */
size_t sv_law_council_size(size_t seats);
/* How many members must be there to open the meeting: more than half of those sitting (20.1); 0 after an unopened one (20.3). */
size_t sv_law_to_open(size_t sitting, sv_meeting meeting);
/*
 * How many must vote for it to count: more than half of the sitting members who may (29.1); 0 after an unopened meeting or a
 * void vote (29.2).
 */
size_t sv_law_to_vote(size_t sitting, size_t excluded, sv_meeting meeting);
/* How many votes in favour adopt a proposal: more than half of those cast (30.1). */
size_t sv_law_to_adopt(size_t cast);
/*
 * Whether it is a full meeting: every member the council has by law voted, but those who may not (32.6). A vacant seat makes
 * it not full.
 */
bool sv_law_is_full(const sv_turnout *turnout);
/* What becomes of a proposal with so many votes in favour (20, 29, 30, 32.4 and 32.5). A vote that nobody takes part in is void. */
sv_outcome sv_law_outcome(const sv_turnout *turnout, size_t in_favour);

/* ---- Vote: how likely a proposal is to pass ---------------------------------------------------------------------- */

/* How likely a member is to vote in favour: (stance + 4) / 8, but never below .02 or above .98; .5 when the stance is not known. */
double sv_vote_probability(double stance);

/* What keeps a member from voting; may be both. */
enum { SV_SEAT_ABSENT = 1, SV_SEAT_EXCLUDED = 2 };

typedef struct sv_vote_options {
    const unsigned char *seats; /* per seat of the council: 0 or what is said above; NULL: everyone is there and may vote */
    sv_meeting meeting;
} sv_vote_options;

typedef struct sv_vote {
    sv_turnout turnout;
    size_t needed;      /* votes in favour that adopt it */
    double *in_favour;  /* in_favour[k], k = 0..turnout.cast: the chance of exactly k votes in favour */
    double chance[SV_OUTCOMES]; /* of each outcome; together 1 */
} sv_vote;

/*
 * The vote of a council, by the stances in it. With the chance `discipline` a group's members all vote the same way, in
 * favour with the probability of the group's stance; else each votes apart, with the probability of its own. Groups decide
 * apart. Exact, by convolution; who is there and who may not vote is taken as certain. NULL options: a first meeting,
 * everyone there. Caller clears. Cost: seats².
 */
sv_status sv_vote_new(const sv_council *council, const sv_vote_options *options, sv_vote *vote, sv_error *error);
void sv_vote_clear(sv_vote *vote);

/* ---- Explain: why an actor scores so ---------------------------------------------------------------- */

/* By what a score is explained: the data behind it. */
typedef enum sv_explained_by {
    SV_BY_STEPS = 0,   /* how many are how many steps away, and whom a tie brings nearer */
    SV_BY_TIES,        /* the ties themselves */
    SV_BY_PAIRS,       /* pairs of others, and the shortest ways between them */
    SV_BY_CONTACTS,    /* which contacts are tied to each other */
    SV_BY_BROKERAGE,   /* pairs of contacts that are not tied, by their groups */
    SV_BY_ATTENTION,   /* what each contact passes on */
    SV_BY_CORE,        /* who is in the same core */
    SV_BY_LOSS,        /* what is lost with each tie */
    SV_BY_CUT,         /* who is cut off */
    SV_BY_INFLUENCES,  /* ties of kind influences */
    SV_BY_STATEMENT,   /* what the map states */
    SV_BY_MIX,         /* places by three other scores */
    SV_BY_SPREAD,      /* over which communities its contacts are spread */
    SV_BY_ALLIANCES,   /* which alliances it has joined */
    SV_BY_GROUP        /* who is in the same part or community */
} sv_explained_by;

/* One contact, by the strongest row that counts between the two. */
typedef struct sv_explained_tie {
    size_t actor;
    size_t row;       /* of Ties, SV_NO_ROW for a membership */
    double strength;  /* of the tie in the network */
    double certainty; /* of that row; 1 for a membership */
    double gives;     /* what the tie or the contact gives to the score, NaN where that was not worked out; see sv_explanation */
    size_t others;    /* whom it is about, as many as they are; see sv_explanation */
} sv_explained_tie;

/* Two groups of others, or one and the same. */
typedef struct sv_explained_between {
    size_t a, b;       /* numbers of groups, a <= b */
    size_t pairs;      /* pairs of others between them that can reach each other; of brokerage: of contacts */
    size_t some, only; /* of those, for how many some shortest way, and every one, passes the actor; of brokerage: who are not tied */
    double share;      /* the pairs whose ways pass the actor, each for the share of its ways that do */
} sv_explained_between;

/* An actor that influences or is influenced straight. */
typedef struct sv_explained_influence {
    size_t actor;
    double strength;
} sv_explained_influence;

/*
 * Why an actor has the score it has. What `gives` and `others` of a tie are, by kind of score:
 *   steps      how much less near all others are without that tie (harmonic closeness), and how many come to stand farther away;
 *              of reach2, how many come to stand out of reach
 *   ties       its strength; -
 *   pairs      betweenness of the tie; -
 *   contacts   the contact's share of the constraint; how many of the other contacts the contact is tied to
 *   brokerage  -; to how many of the other contacts it is not tied
 *   attention  the share of what the actor gets that comes from the contact; -
 *   core       the contact's core number; -
 *   loss       how much farther apart all come without it, as the score counts; -
 *   cut        -; how many lose the largest part with this contact, itself among them
 *   spread     the number of the contact's community; -
 *   alliances  -; -
 *   group      1 when the contact is in the same one; -
 */
typedef struct sv_explanation {
    size_t actor, score;
    sv_explained_by by;
    bool in_network;       /* false: municipality, council, party, committee, which are drawn but not scored */
    double value;          /* NaN: the score is undefined here */
    size_t rank, ranked;   /* among its class, own actors left out; of an own actor as if it were ranked */
    size_t equal;          /* how many of its class have the same score */
    size_t actors;         /* in the network */
    sv_explained_tie *ties; /* n_ties; who gives most first, then by id */
    size_t n_ties;
    sv_explained_between *between; /* n_between; the largest share first; empty when pairs_left_out */
    size_t n_between;
    bool pairs_left_out;   /* the network is so large that counting pairs takes long */
    size_t pairs, some, only; /* of all groups together */
    char **groups;         /* n_groups names, owned: what stands in the map, or the id of a kind where it says nothing; of an issue the id of a camp */
    bool *is_kind;         /* per group */
    bool by_issue;         /* groups are camps on an issue */
    size_t n_groups;
    size_t *steps, n_steps; /* steps[d]: how many others are d steps away; from 1 */
    size_t unreached;
    size_t *farthest, n_farthest; /* the actors at the largest distance, by id */
    size_t *cut, n_cut;    /* the actors that lose the largest part of the network without this one, by id */
    bool articulation;
    size_t closed, open;   /* pairs of contacts that are tied to each other, and that are not */
    size_t group_size;     /* how many are in its core, community or part; of spread, how many communities its contacts stand in */
    size_t same;           /* how many of its contacts are; of spread, how many stand in the one where most do */
    double expected;       /* brokerage: as chance would have it */
    double strength_sum;   /* of all ties */
    sv_explained_influence *over, *under; /* straight, the strongest first */
    size_t n_over, n_under;
    double influence, dependence, competitiveness; /* MACTOR, NaN when the actor takes no part */
    double power;          /* as stated; NaN when it is not */
    size_t power_below, power_known; /* actors with less stated power, and with any, itself not counted */
    bool has_sensitivity;  /* it costs little, and the score rests on ties */
    sv_actor_sensitivity sensitivity;
    size_t top;            /* how many places count as in front */
} sv_explanation;

typedef struct sv_explain_options {
    int as_of;
    size_t issue; /* with has_issue: pairs are between those for, against, neutral and unknown on it, else between sectors */
    bool has_issue;
    size_t draws; /* for how firm the place is; 0: as many as by default */
} sv_explain_options;

/*
 * Explain one score of one actor, in the network as scores has it by default (steps counted, no direction). Caller clears *found, which
 * need not be initialised. Cost: that of the score, and of pairs: actors x ties, left out above SV_EXPLAIN_PAIRS.
 */
sv_status sv_explain(const sv_map *map, size_t actor, size_t score, const sv_explain_options *options, sv_explanation *found, sv_error *error);
void sv_explanation_clear(sv_explanation *found);
/* By what a score is explained: every score of the catalogue is. */
sv_explained_by sv_score_explained_by(size_t score);

#define SV_EXPLAIN_PAIRS 2e8

/* ---- Majority: is there a majority, and who is missing ----------------------------------------------------------- */

/* What a stance comes to: in favour at SV_TARGET or above, against at -SV_TARGET or below, undecided between; unknown for NaN. */
typedef enum sv_lean { SV_LEAN_UNKNOWN = 0, SV_LEAN_FOR, SV_LEAN_UNDECIDED, SV_LEAN_AGAINST, SV_LEANS } sv_lean;
/* Which of these a stance (-4..4) is; a mean that is a hair's breadth (1e-9) off still counts as what it is a mean of. */
sv_lean sv_lean_of(double stance);

typedef struct sv_majority_options {
    size_t issue;
    int as_of;
    const size_t *absent;   /* actors who will not be there */
    size_t n_absent;
    const size_t *excluded; /* actors who may not vote on it, because it concerns them */
    size_t n_excluded;
    sv_meeting meeting;
    size_t coalitions;      /* list at most so many of either kind; 0 = 5 */
} sv_majority_options;

/* The votes of a group: of its members who are there and may vote. */
typedef struct sv_majority_group {
    size_t votes;
    size_t leans[SV_LEANS]; /* where they stand */
    size_t assumed;         /* of those in leans, but the unknown: nobody knows the member's own position, the group's was taken */
    double shapley, banzhaf; /* the share of orders in which it decides, and its share of all swings (score.h);
                                NaN with more than SV_COUNCIL_GROUPS_MOST groups */
} sv_majority_group;

/* A council member who votes and is neither in favour nor against: what winning it over would bring and take. */
typedef struct sv_winnable {
    size_t seat;
    double chance; /* of adoption, once this member stands at SV_TARGET */
    double effort; /* sv_effort by the warmest way from us; infinite when there is none */
    sv_way way;    /* that way; empty when there is none, or when it is one of us */
    bool chosen;   /* belongs to the cheapest missing votes */
} sv_winnable;

typedef struct sv_majority {
    const char *competent;  /* who decides, as the issue says: "council", "college", "mayor", "joint_scheme", "unknown", "" */
    bool counted;           /* the council decides; if not, all that follows is empty */
    sv_council council;
    unsigned char *kept;    /* per seat, as in sv_vote_options */
    sv_vote vote;
    sv_majority_group *groups; /* as many as the council has */
    size_t leans[SV_LEANS];    /* votes, of all groups */
    size_t assumed;
    size_t missing;         /* votes in favour that lack: needed less those in favour; 0 when there are enough */
    uint64_t minimal;       /* how many minimal winning coalitions of groups there are */
    sv_coalition *coalitions; /* the first of them: the fewest seats, then those without small groups */
    size_t n_coalitions;
    sv_coalition supporters; /* the groups that stand in favour, and their votes */
    sv_coalition *additions; /* with these too they win, and no smaller part of these does; never a group that stands
                                against. Seats: with the supporters' */
    size_t n_additions;
    sv_winnable *winnable;  /* by what each brings for the effort, the most first; equal ones by id; those without a way last */
    size_t n_winnable;
    bool from_us;           /* the map says who we are; if not, there are no ways */
    /* the cheapest missing votes: as many as lack (one when none does), or all that a way leads to when there are fewer */
    size_t n_chosen;
    double chosen_chance, chosen_effort; /* of adoption once all of those are won; all efforts together */
    bool exhaustive;        /* all sets of that size were tried; if not, one was added after the other */
} sv_majority;

/* How many undecided members are tried in all sets. */
#define SV_WINNABLE_EXHAUSTIVE 15

/*
 * Is there a majority for an issue, and who could make it? Nothing is counted when the issue is not the council's to decide.
 * Of the sets of undecided members as large as the votes that lack, the one that raises the chance of adoption most for the
 * effort (its members' efforts added up) is the cheapest. Winning a member moves it to SV_TARGET, and its group's line by
 * its share of the group: other members stay where they are, who is not known counting as 0. Caller clears. Errors: an
 * absent or excluded actor without a seat (SV_E_SEAT_NONE); those of sv_council_new. Cost: seats² for each of at most 6435
 * sets.
 */
sv_status sv_majority_new(const sv_map *map, const sv_majority_options *options, sv_majority *found, sv_error *error);
void sv_majority_clear(sv_majority *found);

/* ---- Moments: from the decision back ----------------------------------------------------------------------------- */

/* What a day on the way to a decision is good for. */
typedef enum sv_moment_sort {
    SV_MOMENT_EXPLORING = 0, /* beeldvormend: what is it about; officials and aldermen have made up their minds by then */
    SV_MOMENT_SPEAK_BY,      /* inspreken_tot: the last day to ask to speak */
    SV_MOMENT_OPINION,       /* oordeelsvormend: spokespersons say where their groups are going */
    SV_MOMENT_GROUP,         /* fractieberaad: the groups decide how they will vote */
    SV_MOMENT_DECISION,      /* besluitvormend: the vote */
    SV_MOMENT_SORTS
} sv_moment_sort;

typedef struct sv_moment {
    sv_moment_sort sort;
    int day;      /* yyyymmdd */
    size_t event; /* the row of Events; SV_NO_ROW for a decision date that stands with the issue only */
} sv_moment;

/*
 * The moments of the round that ends with the decision on an issue: the phases, group meetings and speaking dates in Events
 * about it, from the day after the last decision before, to its decision date (else its last decision in Events; without
 * either: all there are). In order of the days, also those that are past. *list is freed with free(). Cost: e log e in the
 * events.
 */
sv_status sv_moments_find(const sv_map *map, size_t issue, sv_moment **list, size_t *n, sv_error *error);

/* ---- Team: through whom most are reached ------------------------------------------------------------------------- */

/* A tie at least so warm is one that news travels along. */
#define SV_WARM .5
/*
 * A team is large enough when so large a part of all who can be reached are at most two warm ties away; and never larger
 * than this by itself.
 */
#define SV_TEAM_ENOUGH .8
#define SV_TEAM_MOST 4

typedef struct sv_team_options {
    int as_of;
    const size_t *from; /* us, or who else asks */
    size_t n_from;
    size_t size;        /* how many actors the team has; 0 = as few as are enough */
} sv_team_options;

/* Somebody who carries the message further. */
typedef struct sv_member {
    size_t actor;
    size_t fewer; /* how many fewer would be at most two warm ties away without them */
    sv_way way;   /* the warmest from us */
} sv_member;

typedef struct sv_team {
    sv_member *members;
    size_t n;
    size_t all;       /* everybody but us, containers and the clerk */
    size_t reachable; /* of those: whom anybody who could be in a team reaches along warm ties */
    size_t one, two;  /* in the team or one warm tie away; at most two */
    double reach;     /* D_R of the team over warm ties (sv_key_players); NaN without actors */
    bool exhaustive;  /* all teams of this size were tried */
} sv_team;

/*
 * The team that is nearest to everybody over warm ties, either way (KPP-Pos, Borgatti 2006). Who may be in it: persons whom
 * we have an allowed way to, who are in favour of the issue or not known not to be (SV_NO_ROW: any), and who are no
 * officials, advisers, mayor or clerk. Caller clears; n may be 0. Cost: as sv_key_players_search (score.h), for each size
 * tried.
 */
sv_status sv_team_find(const sv_map *map, size_t issue, const sv_team_options *options, sv_team *team, sv_error *error);
void sv_team_clear(sv_team *team);

/* ---- Contacts: whose turn it is, and before when ----------------------------------------------------------------- */

/* At most so many places to meet are named for each. */
#define SV_MEET_MOST 2

/*
 * Somebody to speak with. Who: those whose own position on the issue is known, or reported as unknown, and below SV_TARGET;
 * and who decides on it (council members; else aldermen and the mayor), also where nobody knows their position. Not us, not
 * the clerk, no container, nor who has left the office.
 *
 * How urgent, 0..1: gap / 6 x power / 4 x 30 / (30 + days left) x days / (30 + days since the last contact with us). So a
 * month counts half, of what is left and of what has passed; whom we spoke today can wait. Unknown power counts as 2; no
 * contact known, and no day known, count fully.
 *
 * Before when: worked back from the decision, the first of these that is still to come.
 *   officials, aldermen, mayor, advisers, advisory council   exploring - opinion - decision: they prepare it, so begin there
 *   committee members, spokespersons on its themes           opinion - group meeting - decision: they speak for their groups
 *   other council members                                    group meeting - opinion - decision: there they make up their minds
 *   all others                                               speaking date - opinion - group meeting - decision: they can still be heard
 * A group meeting is one's own when one is among its attendees, or when nobody is named there.
 */
typedef struct sv_turn {
    size_t actor;
    double stance;     /* NaN = not known */
    double power;      /* 0..4, NaN = not known */
    int last_contact;  /* with us, yyyymmdd; 0 = none known */
    size_t moment;     /* in `moments`; SV_NO_ROW when none is known or all are past */
    int days_left;     /* until then; 0 when none is known */
    double gap_part, power_part, deadline_part, contact_part; /* what the urgency is the product of, 0..1 */
    double urgency;
    sv_way way;        /* the warmest from us that is allowed; no steps when there is none */
    size_t rule;       /* the row of Ties that keeps some of us from them; SV_NO_ROW */
    size_t meet[SV_MEET_MOST]; /* rows of Events before that day, never a group meeting */
    size_t n_meet;
    bool attends;              /* they are among the attendees there; else these are public meetings about the issue, and they may come */
} sv_turn;

/* A next step that was agreed with somebody, and after which nobody has spoken with them. */
typedef struct sv_promise {
    size_t contact; /* the row of Contacts */
    size_t actor;
    int due;        /* yyyymmdd, 0 = not said */
} sv_promise;

typedef struct sv_contacts_options {
    int as_of;
    const size_t *from; /* us, or who else asks */
    size_t n_from;
    size_t top;         /* at most so many turns; 0 = all */
} sv_contacts_options;

typedef struct sv_contacts {
    size_t issue;
    sv_moment *moments;
    size_t n_moments;
    int decision;      /* yyyymmdd, 0 = not known */
    bool decided;      /* that day is past: nobody's turn any more */
    sv_turn *turns;    /* the most urgent first, of equals the smaller id */
    size_t n_turns, turns_more;
    sv_promise *promises; /* by due date, those without one last */
    size_t n_promises;
} sv_contacts;

/*
 * Who is to be spoken with about an issue, before when, through whom, and where to meet. Caller clears. Cost: as
 * sv_warmest_new, and n x events.
 */
sv_status sv_contacts_find(const sv_map *map, size_t issue, const sv_contacts_options *options, sv_contacts *found, sv_error *error);
void sv_contacts_clear(sv_contacts *found);

/* ---- Who: who carries a theme, and who around us is in politics -------------------------------------------------- */

/* What somebody has to do with a theme, in the order of an answer. */
typedef enum sv_part {
    SV_PART_PORTFOLIO = 0, /* an alderman, or the mayor */
    SV_PART_SPOKESPERSON,  /* of a council group, by the sheet Groups */
    SV_PART_MEMBER,        /* a council member with the theme in its own row, of a group that names no spokesperson for it */
    SV_PART_COMMITTEE_MEMBER, /* the same, without a seat: speaks in a committee, has no vote in the council */
    SV_PART_OFFICIAL,      /* the town hall: an official, or the municipal secretary */
    SV_PART_PROCEDURE,     /* the clerk and the council's adviser: neutral, so neither way nor stance stands with them */
    SV_PART_COMMITTEE      /* a committee with the theme in its row, or of which one of the persons above is a member */
} sv_part;

typedef struct sv_carrier {
    size_t actor;
    sv_part part;
    const char *group; /* council group as the map writes it, "" for none */
    double stance;     /* on the issue asked about, -4..4; NaN when not known */
    sv_way way;        /* the warmest from us; empty when there is none or it is one of us. Warmth 1 when it is one of us */
    size_t members;    /* of a committee: how many of the persons above are in it */
} sv_carrier;

typedef struct sv_carriers {
    sv_carrier *items;   /* by part; then in the order of the map, committees with most members first */
    size_t n;
    bool from_us;        /* the map says who we are; if not, there are no ways */
    const char **themes; /* when n is 0: all themes that somebody does carry, by alphabet */
    size_t n_themes;
    struct sv_arena_block *texts; /* where those live */
} sv_carriers;

/*
 * Who carries a theme on a day. Themes are one when they fold to the same ("Thema's", "themas"). Who had the office and has
 * it no longer, or not yet, is left out (as in sv_council_new). Stances are on `issue`; SV_NO_ROW: all NaN. Caller clears;
 * texts in it are the map's. Cost: as sv_warmest_new.
 */
sv_status sv_carriers_find(const sv_map *map, const char *theme, size_t issue, int as_of, sv_carriers *found, sv_error *error);
void sv_carriers_clear(sv_carriers *found);

/* In what way somebody is in politics. */
typedef enum sv_political {
    SV_POLITICAL_OFFICE = 0, /* council member, committee member, alderman, mayor */
    SV_POLITICAL_MEMBER,     /* belongs to a party, a group, a council or a committee */
    SV_POLITICAL_STAFF       /* works for the municipality or the council: official, secretary, clerk, adviser */
} sv_political;

typedef struct sv_acquaintance {
    size_t actor;
    sv_political political;
    size_t body;      /* what a MEMBER belongs to; SV_NO_ROW where only a word says so */
    const char *word; /* that word: party or group in the actor's own row; else "" */
    size_t steps;     /* from the nearest of us; 0 for one of us */
    size_t through;   /* who comes before it on the way; SV_NO_ROW for one of us */
    size_t nearest;   /* the one of us where the way begins */
    size_t tie, membership; /* the row that ties it to `through`: the strongest tie, or else a membership; SV_NO_ROW where it is not that */
    size_t rule;      /* the row of Ties that forbids contact with `through`, SV_NO_ROW when none does */
} sv_acquaintance;

typedef struct sv_acquaintances {
    sv_acquaintance *items; /* by political, then by steps, then by id */
    size_t n;
    bool from_us;           /* the map says who we are; if not, n is 0 */
} sv_acquaintances;

enum { SV_CIRCLE_STEPS_MOST = 6 };

/*
 * Who within so many steps of us, over the network (network.h), is in politics: persons only. Of several ways of as many
 * steps the one without forbidden contact goes first, then the one through the smaller id. More than SV_CIRCLE_STEPS_MOST
 * steps count as that many. Caller clears. Cost: steps x m.
 */
sv_status sv_acquaintances_find(const sv_map *map, size_t steps, int as_of, sv_acquaintances *found, sv_error *error);
void sv_acquaintances_clear(sv_acquaintances *found);

/* ---- Message: one conversation ----------------------------------------------------------------------------------- */

/* Somebody in favour to whom an actor listens. */
typedef struct sv_voice_heard {
    size_t actor;
    double stance;    /* SV_TARGET or more */
    double warmth;    /* of the way, or of the influence where that is more */
    sv_way way;       /* to the actor, two steps at most; no steps when there is only influence */
    size_t influence; /* the row of Ties by which they influence the actor; SV_NO_ROW */
} sv_voice_heard;

/* At most so many are named. */
#define SV_VOICES_HEARD_MOST 3

typedef struct sv_message_options {
    int as_of;
    const size_t *from; /* us, or who else asks */
    size_t n_from;
} sv_message_options;

typedef struct sv_message {
    size_t actor, issue;
    size_t *positions;  /* the actor's rows of Positions on the issue, the latest first: what they gain and fear */
    size_t n_positions;
    /* who speaks with them directly first, then the warmest; not us, not whom a rule keeps away */
    sv_voice_heard voices[SV_VOICES_HEARD_MOST];
    size_t n_voices;
    sv_route route;     /* the warmest way to them, and what a rule closes */
    sv_moment *moments;
    size_t n_moments;
    sv_turn turn;       /* before when, and where to meet */
    bool closed;        /* none of us may contact them */
    size_t speaker;     /* who has the conversation: one of us who may; else the last on the way, or who may in our place; SV_NO_ROW */
    size_t contact;     /* the row of Contacts of the last time somebody spoke with them; SV_NO_ROW */
} sv_message;

/* True for an actor to be won by talking: not one of us, no container, and not the clerk, who is there for procedure only. */
bool sv_message_can_be_had(const sv_map *map, size_t actor);
/*
 * What a conversation with an actor about an issue rests on: what they gain and fear, to whom they listen, who speaks, and
 * before when. `actor` is one that sv_message_can_be_had. Caller clears. Cost: as sv_route_find.
 */
sv_status sv_message_find(const sv_map *map, size_t actor, size_t issue, const sv_message_options *options, sv_message *message, sv_error *error);
void sv_message_clear(sv_message *message);

/* ---- Circles: who stands around us ------------------------------------------------------------------------------- */

/* The five circles that a community worker's support is built from. */
typedef enum sv_circle {
    SV_CIRCLE_NONE = 0, /* our own actors, alliances, unknown kinds, and the neutral clerk and adviser of the council */
    SV_CIRCLE_RESIDENTS,
    SV_CIRCLE_COLLEAGUES,
    SV_CIRCLE_ORGANISATIONS, /* the other ones, and who works there */
    SV_CIRCLE_CLIENT,        /* who gives us the assignment or the money */
    SV_CIRCLE_POLITICS,
    SV_CIRCLES
} sv_circle;

/*
 * In which circle every actor stands, for as many as the map has: circle[actor], from the caller; after a fault it says
 * nothing. "Ours" are the organisations that an own actor belongs to (by Memberships of the day, or by its column
 * organisation). The first rule that fits counts:
 *   politics       council and committee members, aldermen, the mayor; council, committees, parties
 *   residents      kinds resident, volunteer, residents_group
 *   client         the municipality, its officials and secretary; who pays (tie funds) us or an organisation of ours, and the
 *                  persons of such an organisation
 *   colleagues     our organisations, and the persons who belong to one
 *   organisations  every other organisation, the persons who belong to one, and professionals and managers who belong to none
 *   residents      persons who belong to none, or to a residents' group only
 * Cost: m log m.
 */
sv_status sv_circles_find(const sv_map *map, int as_of, sv_circle *circle, sv_error *error);
/* Its name in machine formats: "residents", "colleagues", "organisations", "client", "politics"; "" for none. */
const char *sv_circle_id(sv_circle circle);

/* What actors can be sorted by. */
typedef enum sv_dimension {
    SV_DIMENSION_SECTOR = 0,
    SV_DIMENSION_NEIGHBOURHOOD,
    SV_DIMENSION_LIFE_DOMAIN,
    SV_DIMENSION_KIND,
    SV_DIMENSION_CIRCLE,
    SV_DIMENSIONS
} sv_dimension;

/* ---- Support: how broad it is ------------------------------------------------------------------------------------ */

/* Where a stance puts an actor: for and against as sv_lean_of says, and on which side of 0 those are who are undecided there. */
typedef enum sv_camp {
    SV_CAMP_UNKNOWN = 0,
    SV_CAMP_FOR,
    SV_CAMP_LEANS_FOR,
    SV_CAMP_NEUTRAL,
    SV_CAMP_LEANS_AGAINST,
    SV_CAMP_AGAINST,
    SV_CAMPS
} sv_camp;
/* Which of these a stance (-4..4, NaN = not known) is; within 1e-9 of 0 it is neutral. */
sv_camp sv_camp_of(double stance);

/* A sector, neighbourhood, kind or circle, and where its actors stand. */
typedef struct sv_support_part {
    sv_dimension by;
    const char *name; /* as the map writes it first; of a kind or a circle its id */
    size_t camps[SV_CAMPS];
    size_t supporters; /* for it, or leaning so */
    size_t n; /* actors in it */
} sv_support_part;

typedef struct sv_support {
    size_t issue;
    size_t own; /* our own actors; without any the circles of colleagues, clients and other organisations say nothing */
    sv_support_part *parts; /* sectors, neighbourhoods and kinds in the order of the map, then the five circles */
    size_t n_parts;
    size_t camps[SV_CAMPS]; /* of all that are counted */
    size_t n;
    sv_council council;         /* without seats when the map has none */
    size_t (*groups)[SV_CAMPS]; /* per group of the council: where its seats stand */
    size_t seats[SV_CAMPS];     /* of all groups */
    struct sv_arena_block *names; /* where the names of the parts live */
} sv_support;

/*
 * How broad the support for an issue is: where actors stand by sector, neighbourhood, kind and circle, and seats as in
 * Majority, by the member's own position or else the group's. Not counted are our own actors, alliances (their members are),
 * containers, and the clerk and adviser of the council. A part without supporters is what is missing. Caller clears; it is
 * only valid while the map is. Cost: as sv_map_stances, m log m.
 */
sv_status sv_support_find(const sv_map *map, size_t issue, int as_of, sv_support *support, sv_error *error);
void sv_support_clear(sv_support *support);
/* True when nobody is for it or leaning so, outside or in the council. */
bool sv_support_none(const sv_support *support);

/* ---- Match: who offers what another seeks ------------------------------------------------------------------------ */

/* One offers what another seeks, as far as their words say, and they do not know each other. */
typedef struct sv_match {
    size_t offering, seeking; /* actors */
    const char *offer, *seek; /* as they stand in the columns offers and seeks; live as long as the matches */
    const char *word;         /* the rarest content word that both phrases have, as it stands in the offer */
    size_t words;             /* how many content words they share */
    size_t phrases;           /* in how many phrases of the map that word stands: few is telling */
    size_t introducer;        /* who knows both (of an organisation: somebody in it) most warmly; SV_NO_ROW when nobody does */
    double warmth;            /* the product of those two steps' warmth, 0 when nobody does */
} sv_match;

/* Somebody who can bring matching actors together. */
typedef struct sv_matchmaker {
    size_t actor;
    size_t pairs; /* of the pairs of actors with a match, those of which nobody knows both more warmly */
} sv_matchmaker;

typedef struct sv_matches {
    sv_match *items; /* those that share most words first, then by the rarest word, the warmest introduction, and id */
    size_t n, all;   /* how many are named, and how many there are */
    size_t pairs;    /* different pairs of actors among all of them */
    size_t apart;    /* more matches that a rule keeps apart */
    size_t common;   /* words that did not count because they stand in too many phrases */
    sv_matchmaker *makers; /* from who can introduce most pairs, then by id */
    size_t n_makers;
    size_t offering, seeking;     /* actors that offer something, and that seek something */
    struct sv_arena_block *texts; /* where phrases and words live */
} sv_matches;

#define SV_MATCH_COMMON 20
#define SV_MATCH_MOST 100

/*
 * Who offers what another seeks: offers and seeks that share a content word: at least four letters, whatever case and
 * accents, not a stop word of Dutch or English. A word says nothing and does not count when it stands in more than
 * SV_MATCH_COMMON phrases and in more than one in ten, or in more than SV_MATCH_MOST. Pairs are of actors that are not
 * acquainted (see Gaps), not both in politics or town hall, neither one of them a municipality, council, party or committee,
 * nor the clerk or adviser of the council; our own take part. At most `most` are named (0: all). Caller clears. Cost:
 * SV_MATCH_MOST x all words.
 */
sv_status sv_matches_find(const sv_map *map, int as_of, size_t most, sv_matches *found, sv_error *error);
void sv_matches_clear(sv_matches *matches);

/* ---- What-if and compare: what changes from one map to another --------------------------------------------------- */

typedef enum sv_change { SV_CAME = 0, SV_WENT, SV_MOVED } sv_change;

/* Actors and issues are numbered as in an alignment (model.h): by their row in the map after, then those only the map before had. */

/* An actor or issue that only one of the maps has. */
typedef struct sv_actor_change {
    size_t actor;
    sv_change change;
} sv_actor_change;
typedef struct sv_issue_change {
    size_t issue;
    sv_change change;
} sv_issue_change;

/* A cell of an actor that both maps have: what it stood, and what it stands. Texts are canonical, and borrowed from the maps. */
typedef struct sv_cell_change {
    size_t actor, column; /* of the sheet Actors; never id, visibility, notes, sources or dates of keeping */
    const char *before, *after;
} sv_cell_change;

/* A tie of one kind between two actors, from all rows about it that hold on the day: of several informants as the network counts them. */
typedef struct sv_tie_change {
    size_t from, to;
    const sv_tie_kind *kind;
    bool both_ways;                    /* it has no direction */
    sv_change change;                  /* MOVED: another strength or amount */
    double before, after;              /* strength, 0..4; NaN where the kind has none, or there was no tie */
    double amount_before, amount_after; /* EUR a year, all rows added up; NaN where none is given */
} sv_tie_change;

typedef struct sv_membership_change {
    size_t who, of;
    sv_change change; /* never MOVED */
} sv_membership_change;

/*
 * Where an actor stands on an issue (sv_map_stances), -4..4, and how much it matters to it (sv_map_saliences), 0..4; NaN
 * where it was or is not known.
 */
typedef struct sv_position_change {
    size_t actor, issue;
    double before, after;
    double salience_before, salience_after;
} sv_position_change;

/* The balance of forces on an issue (sv_positions_balance). */
typedef struct sv_balance_change {
    size_t issue;
    bool then, now; /* that map has the issue; if not, its balance is all 0 */
    sv_balance before, after;
} sv_balance_change;

/* The mean position of a council group on an issue, of those of its members who sat in it and whose position is known both times. */
typedef struct sv_group_change {
    const char *group; /* borrowed from the map after */
    size_t issue, members;
    double before, after;
} sv_group_change;

/* How the vote on an issue that is the council's would go, if all came. */
typedef struct sv_vote_facts {
    bool counted;   /* the map knows a council, and the issue is its to decide; if not, all else is 0 and NaN */
    size_t seats, needed; /* needed: votes in favour that adopt it */
    size_t in_favour, against, undecided, unknown; /* seats, by where they stand (sv_lean_of) */
    double chance;  /* of adoption */
} sv_vote_facts;
typedef struct sv_vote_change {
    size_t issue;
    sv_vote_facts before, after;
} sv_vote_change;

/*
 * A score of an actor, and its place among those of its class (persons, organisations, alliances, the rest), our own left
 * out, equal ones sharing one. NaN and place 0: not in that network, or undefined; place 0 alone: one of us, or a score of 0
 * where a high one counts.
 */
typedef struct sv_score_change {
    size_t score, actor;
    double before, after;
    size_t place_before, place_after;
} sv_score_change;

/*
 * An actor that became, or no longer is, the only link to others (an articulation point, Hopcroft & Tarjan 1973): without it
 * they cannot be reached from us; where that does not tell them apart, from the largest part that is left.
 */
enum { SV_BEHIND_NAMED = 5 };
typedef struct sv_link_change {
    size_t actor;
    sv_change change; /* CAME: is now the only link; WENT: was, and no longer is. Never MOVED. */
    size_t n_behind;  /* to how many others */
    size_t behind[SV_BEHIND_NAMED]; /* some of them, all when they are so few */
} sv_link_change;

/* The network before or after. */
typedef struct sv_network_facts {
    size_t actors, ties, components;
} sv_network_facts;

/* Rows of a sheet. */
typedef struct sv_row_counts {
    size_t came, went, changed;
} sv_row_counts;

typedef struct sv_changes {
    const sv_map *both; /* names and ids for all numbers below; borrowed from these changes */
    bool any;           /* anything at all below */
    sv_actor_change *actors;
    sv_issue_change *issues;
    sv_cell_change *cells;
    sv_tie_change *ties;
    sv_membership_change *memberships;
    sv_position_change *positions;
    sv_group_change *groups;
    sv_balance_change *balances; /* of every issue, changed or not */
    sv_vote_change *votes; /* of every issue that is the council's to decide before or after, changed or not */
    sv_score_change *scores; /* of every actor in either network, changed or not: score after score as asked for, then by number */
    sv_link_change *links;   /* those with most behind them first */
    /* actors that are not reachable from us any more, or are again; without one of us in both maps: from the largest part */
    size_t *lost, *regained;
    size_t n_actors, n_issues, n_cells, n_ties, n_memberships, n_positions, n_groups;
    size_t n_balances, n_votes, n_scores, n_links, n_lost, n_regained;
    bool from_us; /* reach is counted from our own actors */
    sv_network_facts before, after;
    sv_network_options counted; /* what counted in both networks */
    sv_row_counts rows[SV_SHEETS]; /* of Issues, Groups, Signals, Events and Contacts; the others stand above */
    struct sv_alignment *alignment;
} sv_changes;

typedef struct sv_changes_options {
    int as_of;           /* ties and memberships of that day; 0 = whenever they held */
    const size_t *which; /* scores by number in the catalogue; NULL: betweenness and harmonic */
    size_t n_which;
    const sv_network_options *network; /* what counts in both networks, on the day above; NULL: as usual */
} sv_changes_options;

/*
 * What changed from one map to another. Actors are the same by id and name, else by a name and kind that each map has once,
 * else by id and kind (sv_map_merge). Both maps must be checked and outlive the changes, which the caller frees. NULL
 * options: any day, the usual scores. Cost: that of the scores of two networks.
 */
sv_status sv_changes_new(const sv_map *before, const sv_map *after, const sv_changes_options *options, sv_changes **changes, sv_error *error);
void sv_changes_free(sv_changes *changes);

/* ---- Gaps: who is missing ---------------------------------------------------------------------------------------- */

/* How many active residents the method reckons with: a rule of thumb, not a law. */
#define SV_ACTIVE_RESIDENTS 100

/* A sector, neighbourhood or life domain, or one of the five circles, and who of it is there. */
typedef struct sv_gap_place {
    sv_dimension by;
    const char *name;     /* as the map writes it first; of a circle its id */
    size_t actors;        /* in the map, but for our own */
    size_t tied;          /* of those, with a tie or membership that ties them to us, our organisations or our alliances */
    size_t signals;       /* rows of the sheet Signals that name it */
} sv_gap_place;

/* Two actors with a cause in common who do not know each other. */
typedef struct sv_gap_pair {
    size_t a, b;       /* by id */
    size_t issue;      /* the first one they share */
    size_t shared;     /* how many issues they share */
    size_t introducer; /* who knows both (or, of an organisation, somebody in it) most warmly; SV_NO_ROW when nobody does */
    double warmth;     /* the product of the two steps' warmth, 0 when nobody does */
} sv_gap_pair;

typedef struct sv_gaps_options {
    size_t issue; /* SV_NO_ROW: all of them */
    int as_of;
    size_t pairs; /* name at most so many pairs; 0 = 10 */
} sv_gaps_options;

typedef struct sv_gaps {
    size_t issue;
    size_t own;            /* our own actors; without any, nothing is known of ties to us */
    sv_gap_place *places;  /* sectors, neighbourhoods and life domains, in the order of the map, then the five circles */
    size_t n_places;
    size_t *strangers;     /* who is in favour and has no tie to us, by id */
    size_t n_strangers;
    /* those whom somebody can introduce first, then those that share most, then the warmest introductions, then by id */
    sv_gap_pair *pairs;
    size_t n_pairs, all_pairs; /* how many are named, and how many there are */
    size_t looked_at;      /* supporters that were compared, of `supporters`: those of the most issues */
    size_t supporters;
    size_t *cut_off;       /* alliances without any way to a council member, in the order of the map */
    size_t n_cut_off, alliances;
    bool council;          /* the map has council members, or a council */
    size_t residents, residents_reached; /* active residents in the map, and those that a way leads to from us */
    struct sv_arena_block *names; /* where the names of the places live */
} sv_gaps;

/* Of more supporters than so many only these are compared in pairs. */
#define SV_GAPS_MOST 1000

/*
 * Who is missing around us. Two actors are acquainted by a tie of the day (not of influence), by money between them, when
 * one belongs to the other, and when both belong to one body, if only the council; an organisation knows whom its people
 * know. Tied to us is who is so, but not by opposing, with an own actor, an organisation it belongs to, or an alliance in
 * which either takes part, or belongs to one of those. A place without actors is known from Signals. Pairs: two actors, no
 * alliances, not our own, neither the clerk nor the adviser of the council, nor both in politics or town hall, who are both
 * in favour (stance above 0) of an issue, or both named as source of a signal about it, are not acquainted, and are kept
 * apart by no rule. With more than SV_GAPS_MOST supporters those of the most issues are compared. Active residents are
 * persons of kind resident or volunteer, our own too. Caller clears. Cost: supporters² x log of their ties; (n + m) log n.
 */
sv_status sv_gaps_find(const sv_map *map, const sv_gaps_options *options, sv_gaps *gaps, sv_error *error);
void sv_gaps_clear(sv_gaps *gaps);
/* True when nothing and nobody is missing: somebody tied to us in every place, nobody to introduce, a hundred residents in reach. */
bool sv_gaps_none(const sv_gaps *gaps);

/* ---- Exposure: who cannot speak freely --------------------------------------------------------------------------- */

/* How an actor stands on the issue asked about, or on any: both may hold when it is about more than one. */
enum { SV_STANDS_FOR = 1, SV_STANDS_AGAINST = 2 };

typedef struct sv_exposure {
    size_t issue;     /* SV_NO_ROW: any */
    sv_voice *voices; /* those that are bound first, from the largest share (of an employer 1, of a rule 0), then those
                         that are free, from who is most in favour; equal ones by id */
    size_t n, bound;
    size_t political; /* supporters left out because they hold or serve a political office: they decide, or speak for the municipality */
    sv_dependence *dependences; /* who pays whom, as sv_dependences gives it */
    size_t n_dependences;
    unsigned char *stands; /* per actor: SV_STANDS_FOR, SV_STANDS_AGAINST */
} sv_exposure;

/*
 * Who is for an issue (SV_NO_ROW: for any), and who of them can say so without risk. A voice is bound by any money of the
 * municipality (kind municipality) or of an actor that is against an issue that the voice is for; a person by that of each
 * organisation it belongs to (by Memberships of the day, or by its column organisation; not councils, parties and
 * committees). Own actors count too. A resident who belongs to an association with a subsidy is bound in this sense: the
 * answer names through whom. Caller clears. Cost: issues x (positions + n), m log m.
 */
sv_status sv_exposure_find(const sv_map *map, size_t issue, int as_of, sv_exposure *found, sv_error *error);
void sv_exposure_clear(sv_exposure *exposure);

/* ---- Signals: what people bring up, and what comes back ---------------------------------------------------------- */

/* Fewer times than this is no cell of a public answer: so few people can be found out. */
#define SV_SIGNALS_LEAST 5
/* Lately is so many days; it is compared with as many days before. */
#define SV_SIGNALS_LATELY 91

typedef enum sv_signal_by {
    SV_BY_THEME = 0,
    SV_BY_NEIGHBOURHOOD,
    SV_BY_MONTH,
    SV_BY_LIFE_DOMAIN,
    SV_BY_POLICY,
    SV_BY_ISSUE,
    SV_SIGNAL_BYS
} sv_signal_by;

typedef enum sv_trend {
    SV_TREND_UNKNOWN = 0, /* heard in one month and one neighbourhood only, or the signals do not go back far enough to tell */
    SV_TREND_STEADY,
    SV_TREND_RISING,  /* lately at least half as often again as before, and at least SV_SIGNALS_LEAST times more */
    SV_TREND_FALLING  /* the other way about */
} sv_trend;

/* The signals that name the same theme, neighbourhood …; texts are the same whatever their case and accents. */
typedef struct sv_signal_group {
    size_t row;    /* a row of Signals that says what the group is called, "" where they do not say; SV_NO_ROW: small groups together */
    size_t issue;  /* SV_BY_ISSUE: the issue, SV_NO_ROW for none */
    int month;     /* SV_BY_MONTH: yyyymm */
    double times;  /* how often it was heard: the column count added up, where an empty cell is one; NaN: at least SV_SIGNALS_LEAST */
    size_t signals, months, neighbourhoods; /* rows, and different months and neighbourhoods among them */
    int first, last;
    double recent, before; /* times in the last SV_SIGNALS_LATELY days, and in as many before */
    sv_trend trend;
} sv_signal_group;

typedef struct sv_signals {
    sv_signal_group *groups[SV_SIGNAL_BYS]; /* by times, the most first, then by name; months in order */
    size_t n[SV_SIGNAL_BYS];
    size_t *group_of[SV_SIGNAL_BYS]; /* per row of Signals its group, SV_NO_ROW where it was not counted; NULL for the public */
    double times;                    /* in all; NaN where the public may not know */
    size_t signals, without_count, later; /* rows counted, those of them without a count, and rows after the day */
    int first, last;
} sv_signals;

typedef struct sv_signals_options {
    int as_of;            /* signals of later days are left out, and "lately" ends here; 0: it ends with the last signal */
    size_t issue;         /* only those that support this issue; SV_NO_ROW: all */
    sv_audience audience; /* whom the counts are for; the map must already be that edition */
} sv_signals_options;

/*
 * What people bring up: how often each theme, neighbourhood, month … was heard. For the public the counts are made so that
 * no group of fewer than SV_SIGNALS_LEAST can be worked out from what is shown: only themes, neighbourhoods and months are
 * counted, each by itself; the small groups of each are put together, with the next larger ones where they are below
 * SV_SIGNALS_LEAST together or were heard once each; where that cannot be, nothing is counted. Policies and issues are named
 * (times NaN) when at least SV_SIGNALS_LEAST stand behind them. No days are given, `as_of` leaves nothing out, and for one
 * issue only is said whether it is such a one: what two answers differ in could be a few people. It does not help against
 * who knows more than which groups there are: such as which themes are heard in one neighbourhood only. NULL options: all
 * signals, for the team. Caller clears. Cost: s log s in the signals.
 */
sv_status sv_signals_count(const sv_map *map, const sv_signals_options *options, sv_signals *signals, sv_error *error);
void sv_signals_clear(sv_signals *signals);

/* How often each theme was heard in each neighbourhood. */
typedef struct sv_signal_table {
    sv_signal_group *themes, *places; /* rows and columns with their totals, in the order of sv_signals_count */
    size_t n_themes, n_places;
    double *cells; /* n_themes x n_places, a theme after another: times, 0 where it was never heard; NaN: not told to the public */
    double times;  /* in all; NaN where the public may not know */
    size_t hidden; /* cells that are not told */
    size_t later;  /* signals of after the day, left out */
} sv_signal_table;

/*
 * Where which theme is heard: signals by theme and neighbourhood. Its totals are those of sv_signals_count, for the public
 * too: small themes and neighbourhoods are put together there as they are here. For the public cells below SV_SIGNALS_LEAST
 * are not told, nor others of the same rows and columns, so that from cells, totals and the other answers together no cell
 * that was heard at all can be shown to be below SV_SIGNALS_LEAST: each that is not told may be as many as what is not told
 * of its row or its column, and both are at least SV_SIGNALS_LEAST. No themes or no places where nothing may be counted.
 * NULL options: as above. Caller clears. Cost: s log s in the signals + (themes + places) x cells.
 */
sv_status sv_signal_table_count(const sv_map *map, const sv_signals_options *options, sv_signal_table *table, sv_error *error);
void sv_signal_table_clear(sv_signal_table *table);

/* ---- Privacy: what is held on people, and may it be -------------------------------------------------------------- */

/* What of a person is specially protected (AVG, article 9). */
typedef enum sv_special_what {
    SV_SPECIAL_POSITION = 0, /* where somebody stands on an issue */
    SV_SPECIAL_PARTY,        /* a party or council group beside the name */
    SV_SPECIAL_PARTY_MEMBER, /* a member of a party among the actors */
    SV_SPECIAL_FAITH_MEMBER  /* a member of a faith community */
} sv_special_what;

/* One such piece about somebody who holds and serves no public office. */
typedef struct sv_special {
    size_t actor;
    sv_special_what what;
    sv_sheet sheet;     /* where it stands: Actors, Memberships or Positions */
    size_t row;
    bool source, basis; /* whether the row says where it comes from and on what ground it is kept; a membership has its person's ground */
    sv_audience visibility;
} sv_special;

/* What is held on one person. */
typedef struct sv_held_person {
    size_t actor;
    bool office;                 /* holds or serves a public office */
    bool source, basis;          /* whether the row of the person says so */
    sv_audience visibility;
    int updated, keep_until;     /* yyyymmdd, 0 = not said */
    int oldest;                  /* the oldest day that something is dated: updated, a position, a contact or a meeting; 0 = none */
    bool expired;                /* keep_until is past on the day */
    size_t specials;             /* how many sv_special there are about it */
    size_t rows;                 /* rows of other sheets that name the person */
} sv_held_person;

typedef struct sv_privacy {
    sv_held_person *people; /* those with most to mend first: specials, then expired, then the others; by id */
    sv_special *specials;   /* those without a source or ground first; by id */
    size_t n, n_specials;
    size_t office;                                 /* people who hold or serve a public office */
    size_t expired, no_source, no_basis, no_limit; /* people; no_limit: without keep_until */
    size_t specials_lacking;                       /* specials without a source or without a ground */
    size_t unknown;                                /* actors that may be people: their kind does not say */
    size_t own_sheets;                             /* sheets of the user's own, which nobody looked into */
} sv_privacy;

/*
 * What personal data a map holds: every row of Actors that is a person, also a faulty one, and what other rows say of them.
 * as_of: the day on which keep_until may be past, 0 = none is. Caller clears. Cost: r log r in the rows of the map.
 */
sv_status sv_privacy_find(const sv_map *map, int as_of, sv_privacy *found, sv_error *error);
void sv_privacy_clear(sv_privacy *found);

/* How a cell is about a person. */
typedef enum sv_held_how {
    SV_HELD_OWN = 0, /* in the person's own row */
    SV_HELD_ABOUT,   /* in a row that names the person as what it is about: a tie, membership, position, contact, or a row of an own sheet */
    SV_HELD_NAMED,   /* a cell that names the person: as informant, colleague, attendee, spokesperson, exception, or in an own column */
    SV_HELD_MENTION, /* a text with the person's name in it */
    SV_HELD_SURNAME  /* a text with only the last name in it: it may be somebody else */
} sv_held_how;

typedef struct sv_held_cell {
    sv_spot spot; /* sv_spot_text, sv_spot_header and sv_spot_place (model.h) tell what stands there, and where */
    sv_held_how how;
} sv_held_cell;

/*
 * All that a map holds on one actor (AVG, article 15), from all sheets and columns, also the user's own and rows with
 * faults, in the order of the map. *list is freed with free(). Cost: linear in the text of the map, times the actors of the
 * same last name.
 */
sv_status sv_access_find(const sv_map *map, size_t actor, sv_held_cell **list, size_t *n, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif
