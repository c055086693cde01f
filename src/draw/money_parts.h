/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the money view share: who stands on it, how high their cards are, and the words. */
#ifndef SV_DRAW_MONEY_PARTS_H
#define SV_DRAW_MONEY_PARTS_H

#include "card.h"
#include "money_flows.h"
#include "stage.h"

/* Shares of the width: the cards of who pays, and of who receives. */
#define MONEY_LEFT 0.2
#define MONEY_RIGHT 0.25

typedef struct money_view {
    sv_stage *stage;
    sv_flows flows;
    size_t receivers, funders; /* shown */
    size_t payments;
    double zoom;            /* of all type: the largest at which everybody fits */
    double slot, line_most; /* height of a payment; width of the largest */
    double labels;          /* width of the amounts */
    double *name_wide;      /* of each row of Actors: its name in the usual type */
    double *funder_y, *funder_high,
        *spread;  /* of each row of Actors: the middle and height of its card; and how high its lines are together */
    double *out;  /* of each row of Actors: how much of that is taken, */
    size_t *outs; /* and how many lines it has */
    sv_card_kinds kinds;
    bool any_usual, any_opponent, any_strong;
} money_view;

const char *money_name(const money_view *v, size_t actor);
const char *money_euros(const money_view *v, double amount);
const char *money_share(const money_view *v, double share);
/* "€ 75.000 · 75%" */
const char *money_payment_words(const money_view *v, const sv_dependence *payment);
/* Those beyond the first of a receiver: "12 more: € 6.000 · 2%"; "" when there are none. */
const char *money_rest_words(const money_view *v, const sv_purse *purse);
/* "€ 2.945.000 · for"; of one who does not pay without the total where that is the one amount beside it. */
const char *money_purse_words(const money_view *v, const sv_purse *purse, bool pays);
/* How many receivers are bound, and who most; and how many of those that are for, "" where none is. */
const char *money_finding(const money_view *v);
const char *money_in_favour(const money_view *v);

/* How large the type may be for everybody to fit, how many receivers do where they do not, and who pays them. */
sv_status money_place(money_view *v);
/* The payments of a receiver that get a line, and how high its card is then; the card of one who pays. */
size_t money_shown(const money_view *v, const sv_purse *purse);
double money_high(const money_view *v, const sv_purse *purse, double width);
double money_funder_high(const money_view *v, size_t actor, double width);
/* A line and the room beside it, where it leaves its funder. */
double money_thickness(const money_view *v, double amount);

/* Those who pay, and then those who receive with a line for each payment. */
sv_status money_draw_funders(money_view *v);
sv_status money_draw_receivers(money_view *v);

#endif
