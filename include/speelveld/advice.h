/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/advice.h - what to do: a question a community worker has, and its answer from the map. Whom can we
 * win, through whom, before which meeting, and can it pass?
 *
 * Every answer is computed from the map as its audience may see it, so make the edition first (model.h). "There
 * is none" is an answer, not an error. Days are yyyymmdd, 0 = no day: then everything holds and nothing grows cold.
 * Actors are rows of the sheet Actors. An answer borrows nothing from the map but is only meaningful with it;
 * what a function gives through a pointer is freed with the _free or _clear of the same name.
 */
#ifndef SPEELVELD_ADVICE_H
#define SPEELVELD_ADVICE_H

#include <speelveld/score.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Who we are ---------------------------------------------------------------------------------- */

/* The usable actors of the map that are us, in the order of the map. *actors is freed with free(); n may be 0. */
sv_status sv_own_actors(const sv_map *map, size_t **actors, size_t *n, sv_error *error);

/* ---- Warmth: how well a message or an introduction travels --------------------------------------- */

/* How warm a tie of this strength is, 0..0.9: .3 .5 .7 .9 for strength 1 to 4, between them in proportion; 0 for 0 and NaN. */
double sv_warmth_of_strength(double strength);
/* What is left of warmth after so many days without contact: half for every 24 months (of 30.4375 days); all of it for days <= 0. */
double sv_warmth_after(double warmth, int days);

/*
 * The steps a message can take: ties of the kinds that carry a route, the way they point; and from a member to
 * its organisation or alliance and back, as warm as SV_MEMBERSHIP_STRENGTH. What is not a step: a pair that a rule
 * forbids (sv_forbidden), an actor to be avoided, and out of a container (municipality, council, party, committee) or the
 * clerk: there a way can only end. Of several ties between two actors the warmest counts; what several informants say of
 * one tie is put together as in the network (network.h), and the step names the strongest of their rows. A step cools with the days since the
 * last contact that the sheet Contacts knows between its two actors: of the actor with the one that `by` names; where
 * `by` is empty or one of us, with any of us; a `by` that is no actor of the map says nothing. Contacts after as_of do
 * not count. NULL options: any day, nobody avoided. Caller frees; valid while the map is unchanged. Cost: (n + m) log m.
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
    size_t tie, membership;
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

sv_status sv_ways_new(const sv_map *map, const sv_ways_options *options, sv_ways **ways, sv_error *error);
void sv_ways_free(sv_ways *ways);

/* The step between two neighbours, false when there is none. */
bool sv_ways_step(const sv_ways *ways, size_t from, size_t to, sv_step *step);
/* The row of Ties that forbids contact between two actors, as sv_forbidden_rule; SV_NO_ROW when none does. */
size_t sv_ways_rule(const sv_ways *ways, size_t a, size_t b);

/*
 * The warmest way from any of some actors to everyone (Dijkstra 1959 on -ln warmth, counted in units of 1e-12). Of ways
 * equally warm the one with fewer steps, then the one whose last actor but one has the smaller id, and so on back to
 * where it begins. Caller frees; it borrows the ways. Cost: (n + m) log n.
 */
typedef struct sv_warmest sv_warmest;
sv_status sv_warmest_new(const sv_ways *ways, const size_t *from, size_t n_from, sv_warmest **warmest, sv_error *error);
void sv_warmest_free(sv_warmest *warmest);
/* How warm the warmest way to an actor is: 1 for where it begins, 0 when there is none. */
double sv_warmest_warmth(const sv_warmest *warmest, size_t actor);
/* The way itself, cleared by the caller; empty where it begins (warmth 1), and when there is none (warmth 0). */
sv_status sv_warmest_way(const sv_warmest *warmest, size_t actor, sv_way *way, sv_error *error);

/* ---- Effort: what it takes to win an actor ------------------------------------------------------- */

/* Where we want an actor to stand. */
#define SV_TARGET 2.0

/* How far an actor has to move on an issue, 0..6: from where it stands, or from 0 where that is not known, to SV_TARGET. */
double sv_gap(double stance);
/* The effort to win an actor: -ln(warmth of the way) + gap / 4. 0 or more; infinite when there is no way (warmth 0). */
double sv_effort(double warmth, double stance);

/* ---- Dependence: who lives by whose money -------------------------------------------------------- */

/* One funder of one receiver. */
typedef struct sv_dependence {
    size_t receiver, funder;
    double amount; /* EUR a year, from ties of kind funds that name an amount */
    double share;  /* of all the receiver's funding in the map, 0..1 */
} sv_dependence;

/*
 * Who depends on whom (resource dependence, Pfeffer & Salancik 1978): every pair with an amount on that day, by receiver in the order of
 * the map and then from the largest share; equal ones by the funder's id. Several rows of one pair are added up. *list is freed with free(). Cost: m log m.
 */
sv_status sv_dependences(const sv_map *map, int as_of, sv_dependence **list, size_t *n, sv_error *error);
/* The share of one funder in one receiver's funding, from that list; 0 when there is none. */
double sv_dependence_share(const sv_dependence *list, size_t n, size_t receiver, size_t funder);

/* ---- Word: signals: what people bring up, and what comes back ------------------------------------- */

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
 * Count the signals. For the public the counts are made so that no group of fewer than SV_SIGNALS_LEAST can be worked
 * out from what is shown: only themes, neighbourhoods and months are counted, each by itself; the small groups of each
 * are put together, with the next larger ones where they are below SV_SIGNALS_LEAST together or were heard once each;
 * where that cannot be, nothing is counted. Policies and issues are named (times NaN) when at least SV_SIGNALS_LEAST
 * stand behind them. No days are given, `as_of` leaves nothing out, and for one issue only is said whether it is such
 * a one: what two answers differ in could be a few people. It does not help against who knows more than which groups
 * there are: such as which themes are heard in one neighbourhood only.
 * Cleared by the caller, also after a fault. Cost: n log n.
 */
sv_status sv_signals_count(const sv_map *map, const sv_signals_options *options, sv_signals *signals, sv_error *error);
void sv_signals_clear(sv_signals *signals);

/* ---- Word: privacy: what is held on people, and may it be -------------------------------------------- */

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
 * What personal data a map holds: every row of Actors that is a person, also a faulty one, and what other rows say of
 * them. as_of: the day on which keep_until may be past, 0 = none is. Cleared by the caller, also after a fault. Cost: n log n.
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
    sv_spot spot;
    sv_held_how how;
} sv_held_cell;

/*
 * All that a map holds on one actor (AVG, article 15), from all sheets and columns, also the user's own and rows with
 * faults, in the order of the map.
 * *list is freed with free(). Cost: linear in the text of the map, times the actors of the same last name.
 */
sv_status sv_access_find(const sv_map *map, size_t actor, sv_held_cell **list, size_t *n, sv_error *error);
#ifdef __cplusplus
}
#endif
#endif
