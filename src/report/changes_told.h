/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Telling changes: the sentences and tables that what-if and compare have in common. */
#ifndef SV_REPORT_CHANGES_TOLD_H
#define SV_REPORT_CHANGES_TOLD_H

#include "answer.h"

typedef struct teller {
    answer *to;
    const sv_changes *found;
    bool all;                /* nothing is left out for being small */
    bool supposed;           /* what-if: what was asked for is not told again */
    answer_column **columns; /* those made for this answer, which must outlive it */
} teller;

/* The answer, and what was made for it. */
sv_status told_end(const teller *by, char **text, size_t *length, sv_error *error);
/* Room for the columns of a table, given back with the answer; once an answer. NULL without memory. */
answer_column *told_columns(const teller *by, size_t n);

/* ---- Enumerations: "Anna, Bas and 3 more" ---- */

enum { told_most = 5 };

typedef struct enumeration {
    const teller *by;
    sv_text text, last; /* what stands for certain, and the last part, before which "and" may come */
    size_t n, most, left;
} enumeration;

/* A new one that names at most so many (all of them with --all); add to it, get its text, clear it. */
enumeration enumeration_begin(const teller *by, size_t most);
/* A sentence as a part. */
void enumeration_add_said(enumeration *list, const char *message, const answer_value *values);
void enumeration_add_actor(enumeration *list, size_t actor);
/* "3 actors" as a part of "3 actors came"; nothing when n is 0. */
void enumeration_add_count(enumeration *list, size_t n, const char *one, const char *more, const char *message);
/* The whole, once all parts are in; "" when there is none. Borrowed. */
const char *enumeration_text(enumeration *list);
void enumeration_clear(enumeration *list);

/* The name of an actor or title of an issue. */
const char *told_actor(const teller *by, size_t actor);
const char *told_issue(const teller *by, size_t issue);
/* Whether an actor is in the map after. */
bool told_is_there(const teller *by, size_t actor);
/* Whether anything changed that may change who can be reached and what place anyone has. */
bool told_network_changed(const teller *by);
/* A position for people: "+2", "−1.5", "not known". */
void told_position(const teller *by, double value, sv_text *out);

/* ---- Sentences: changes_sentences.c ---- */

/* Who and what came and went, each in a line. */
void tell_actors(const teller *by);
void tell_positions(const teller *by);
/* Who can be reached, through whom only, how the forces lie, and how the council would vote. */
void tell_reach(const teller *by);
void tell_links(const teller *by);
void tell_balances(const teller *by);
void tell_votes(const teller *by);
/* What numbers mean, at the end. */
void tell_notes(const teller *by);

/* ---- Places: changes_places.c and changes_place_tables.c ---- */

/* Whose place by a score changed, in sentences, and then as tables. */
void tell_places(const teller *by);
void table_places(const teller *by);

/* ---- Tables: changes_tables.c ---- */

/* How many of n rows are shown to people. */
size_t told_rows(const teller *by, size_t n);
/* Say that there are more. */
void tell_more(const teller *by, size_t n);
/* True for people: tables without rows are left out, and numbers go in words. */
bool told_to_people(const teller *by);
/* What came, went and moved. */
void table_rows(const teller *by);
/* A cell that says what change it is; and one with a canonical cell of an actor, as it is for programs, in words for people. */
void cell_change(const teller *by, sv_change change);
void cell_text(const teller *by, size_t column, const char *text);
/* What a column of Actors is called. */
const char *told_column(const teller *by, size_t column);
/* True for a tie that is about an amount. */
bool told_in_money(const sv_tie_change *tie);

/* ---- changes_flat.c ---- */

/* All changes as rows of one table, for a spreadsheet; and those of places among them. */
void table_flat(const teller *by);
void flat_places(const teller *by);

#endif
