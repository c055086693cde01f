/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An answer under construction: sentences, facts and tables about one map in one language, written as text for
 * people, as CSV for a spreadsheet, or as JSON for programs. Every piece of advice is told through this, so that
 * all say who it is for, of what day it is, and what it rests on, in the same way.
 *
 * Sentences are English with names in braces, "{who} knows {whom}.", and have a Dutch translation; values fill the
 * names. Running out of memory anywhere marks the whole answer as failed: look at what answer_end says.
 */
#ifndef SV_REPORT_ANSWER_H
#define SV_REPORT_ANSWER_H

#include <speelveld/report.h>

#include "../base/text.h"

/* A value for a name in a sentence. */
typedef struct answer_value {
    const char *name; /* as in the sentence, without braces; NULL ends a list of values */
    const char *text; /* NULL for a number or a date */
    double number;
    int decimals;     /* of a number */
    int date;         /* yyyymmdd, when it is a date */
    char unit;        /* of a number: '%' for a share from 0 to 1, 'E' for euros; else 0 */
} answer_value;

#define SAY_TEXT(called, value) ((answer_value){.name = (called), .text = (value)})
#define SAY_NUMBER(called, value, digits) ((answer_value){.name = (called), .number = (value), .decimals = (digits)})
#define SAY_COUNT(called, value) ((answer_value){.name = (called), .number = (double)(value)})
#define SAY_DATE(called, value) ((answer_value){.name = (called), .date = (value)}) /* "12 November 2026" */
#define SAY_SHARE(called, value) ((answer_value){.name = (called), .number = (value), .unit = '%'}) /* "96%" */
#define SAY_EURO(called, value) ((answer_value){.name = (called), .number = (value), .unit = 'E'})  /* "€2,840,000" */
#define SAY_ACTOR(called, map, actor) SAY_TEXT(called, sv_map_actor(map, actor)->name)
/* The values of a sentence: SAYS(SAY_ACTOR("who", map, a), SAY_COUNT("n", 3)); SAYS() for none. */
#define SAYS(...) ((const answer_value[]){__VA_ARGS__ __VA_OPT__(,) {0}})

/* A column of a table. */
typedef struct answer_column {
    const char *key;    /* in JSON */
    const char *header; /* English, in SV_TR; NULL: the column stands in JSON only */
    int decimals;       /* of its numbers, for people */
} answer_column;

typedef struct answer {
    const sv_map *map;
    sv_answer_options options;
    const char *question; /* "route" */
    struct answer_block *blocks;
    size_t n_blocks, capacity;
    struct answer_fact *facts;
    size_t n_facts, facts_capacity;
    bool failed;
} answer;

void answer_begin(answer *to, const char *question, const sv_map *map, const sv_answer_options *options);

/* A sentence; those that follow one another make a paragraph. `message` is English, in SV_TR. */
void answer_say(answer *to, const char *message, const answer_value *values);
/* The same, as a line of its own with a "-" before it. */
void answer_item(answer *to, const char *message, const answer_value *values);
/* What the reader must know about how it was made: stands at the end, in JSON under "notes". */
void answer_note(answer *to, const char *message, const answer_value *values);
/* A heading above what follows. */
void answer_heading(answer *to, const char *message, const answer_value *values);
/* The text a sentence becomes, into `out`; for sentences within other values. */
void answer_fill(const answer *to, const char *message, const answer_value *values, sv_text *out);
/* "Anna, Bas and Carla" in the answer's language: call for each name in turn, i from 0 to n - 1. */
void answer_join(const answer *to, sv_text *list, const char *name, size_t i, size_t n);

/* A number or a text that programs find under "facts". NaN is null. */
void answer_fact(answer *to, const char *key, double number);
void answer_fact_text(answer *to, const char *key, const char *text);
/* null where the actor is SV_NO_ROW, else {"id", "name"}. */
void answer_fact_actor(answer *to, const char *key, size_t actor);

/* A table, in JSON an array of objects under `key`. `heading` may be NULL; `columns` must outlive the answer. */
void answer_table(answer *to, const char *key, const char *heading, const answer_column *columns, size_t n_columns);
/* The next cell of the table begun last; rows fill from left to right. In JSON an actor is {"id", "name"}. */
void answer_cell(answer *to, const char *text);
void answer_cell_number(answer *to, double number);
void answer_cell_share(answer *to, double share); /* 0..1: people read "96%", programs 0.96… */
void answer_cell_euro(answer *to, double euros);  /* people read "2,840,000": name the euro in the header */
void answer_cell_actor(answer *to, size_t actor); /* SV_NO_ROW: nobody */
void answer_cell_date(answer *to, int date);      /* 0: none */
void answer_cell_yes(answer *to, bool yes);
/* A word that people read translated and programs read as its id. `word` is English, in SV_TR. */
void answer_cell_word(answer *to, const char *id, const char *word);
/* The kind of an actor: a word for people, as the map wrote it where speelveld does not know it; its id for programs. */
void answer_cell_kind(answer *to, size_t actor);
/* A sentence about the row that was filled last: below the table for people, "sentence" in JSON. */
void answer_row_say(answer *to, const char *message, const answer_value *values);

/* Write it and free it. CSV gives the first table. *text is the caller's. */
sv_status answer_end(answer *to, char **text, size_t *length, sv_error *error);

#endif
