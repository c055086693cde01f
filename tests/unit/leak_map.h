/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map to look for leaks with: a mark of its own in every cell of every sheet, and the list of those marks. */
#ifndef SV_TEST_LEAK_MAP_H
#define SV_TEST_LEAK_MAP_H

#include "base/text.h"

/* What a mark stands in: a private or team row, a cell of a public row that the public may not see, or something of the user's own. */
typedef enum mark_class { IN_PRIVATE = 0, IN_TEAM, IN_HIDDEN_CELL, MARK_CLASSES, IN_PUBLIC } mark_class;

enum { mark_forms = 4 };

/* A mark, the other forms it may be written in, and where it stands. */
typedef struct mark {
    mark_class class;
    char forms[mark_forms][24], where[64];
} mark;

/* The map as JSON, once in a program; the marks in it, and how many there are of a class. */
void leak_map_compose(sv_text *json);
const mark *leak_map_marks(size_t *n);
size_t leak_map_count(mark_class class);

#endif
