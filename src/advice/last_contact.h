/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Last contact: when two actors last spoke, as far as the sheet Contacts knows. */
#ifndef SV_ADVICE_LAST_CONTACT_H
#define SV_ADVICE_LAST_CONTACT_H

#include <speelveld/advice.h>

/* Two actors that spoke, neither of them one of us. */
typedef struct last_pair {
    size_t a, b; /* a < b */
    int date;
} last_pair;

typedef struct last_contacts {
    const sv_map *map;
    int *with_us;     /* per actor: yyyymmdd, 0 = not known */
    last_pair *pairs; /* sorted, each pair once */
    size_t n_pairs;
} last_contacts;

/* Collect them, but for contacts after `as_of` (0: all). What is collected is also to be cleared after a fault. False without memory. */
bool last_contacts_find(const sv_map *map, int as_of, last_contacts *found);
void last_contacts_clear(last_contacts *found);

/* When two actors last spoke; who speaks with one of us speaks with us. yyyymmdd, 0 = not known. */
int last_contact_between(const last_contacts *found, size_t a, size_t b);

#endif
