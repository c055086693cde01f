/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an answer is made of, for the files that build it and write it. */
#ifndef SV_REPORT_ANSWER_PARTS_H
#define SV_REPORT_ANSWER_PARTS_H

#include "answer.h"

typedef enum answer_sort { ANSWER_SENTENCE = 0, ANSWER_ITEM, ANSWER_NOTE, ANSWER_HEADING, ANSWER_TABLE } answer_sort;

typedef enum answer_item_sort { ANSWER_TEXT = 0, ANSWER_NUMBER, ANSWER_ACTOR, ANSWER_DATE, ANSWER_YES, ANSWER_WORD, ANSWER_SHARE, ANSWER_EURO } answer_item_sort;

/* A fact or a cell. */
typedef struct answer_item_value {
    answer_item_sort sort;
    char *text;       /* of a text; the id of a word */
    const char *word; /* English */
    double number;    /* 1 or 0 for yes and no */
    size_t actor;
    int date;
} answer_item_value;

struct answer_fact {
    const char *key;
    answer_item_value value;
};
typedef struct answer_fact answer_fact_kept;

struct answer_block {
    answer_sort sort;
    sv_text text; /* the sentence, or the heading of a table */
    const char *key;
    const answer_column *columns;
    size_t n_columns;
    answer_item_value *cells; /* row after row */
    size_t n_cells, cells_capacity;
    char **sentences; /* per row; NULL where nothing was said of it */
    size_t sentences_capacity;
};
typedef struct answer_block answer_block;

/* Write the whole answer in the format its options ask for. */
void answer_write(const answer *from, sv_text *out);
/* As JSON. */
void answer_write_json(const answer *from, sv_text *out);

#endif
