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

/* The same the other way round: asked of an actor, it tells of the warmest way from that actor to this one. */
sv_status sv_warmest_towards_new(const sv_ways *ways, size_t to, sv_warmest **warmest, sv_error *error);

/*
 * The k warmest ways from any of some actors to one, none of which comes along an actor twice, or along a second of those it may
 * begin with (Yen 1971). Warmest first; of ways equally warm as in sv_warmest. The list is freed with sv_way_list_free.
 * Cost: k x steps of a way x (n + m) log n.
 */
sv_status sv_warmest_ways(const sv_ways *ways, const size_t *from, size_t n_from, size_t to, size_t k, sv_way **list, size_t *n, sv_error *error);
void sv_way_list_free(sv_way *list, size_t n);

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

/* ---- Route: through whom to someone -------------------------------------------------------------- */

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
    sv_between *between; /* only when there is no way and there is a rule: the warmest first; then who knows the way on, and then whom we can reach. Of equals the exception, then the smaller id */
    size_t n_between, between_more; /* how many were left out */
} sv_route;

/*
 * Through whom to an actor. Rules and actors to be avoided are kept to, also by who may speak in our place: not the clerk, who is
 * there for procedure only, nor a container. "Us" are the map's own actors, else those in `from`. Cleared by the caller. Cost: as sv_warmest_ways.
 */
sv_status sv_route_find(const sv_map *map, size_t to, const sv_route_options *options, sv_route *route, sv_error *error);
void sv_route_clear(sv_route *route);

#ifdef __cplusplus
}
#endif
#endif
