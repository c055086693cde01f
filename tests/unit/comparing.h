/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of changes share: two maps and what changed from one to the other. */
#ifndef SV_TEST_COMPARING_H
#define SV_TEST_COMPARING_H

#include <speelveld/advice.h>

typedef struct comparing {
    sv_map *before, *after;
    sv_changes *changes;
} comparing;

/* Compare two maps on a day; the texts are as in map_of. */
comparing compare_texts(const char *before, const char *after, int as_of);
void clear_comparing(comparing *p);

/* The id of an actor by its number in the changes. */
const char *changed_id(const comparing *p, size_t actor);

/* Two maps say the same in all that is computed from them. */
void expect_same_results(const sv_map *a, const sv_map *b);
/* The map as it would be after these steps; fails the test when they are refused. */
sv_map *suppose(const sv_map *map, const sv_supposition *steps, size_t n);

#endif
