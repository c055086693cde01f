/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The search for leaks: what the program answers from the map of leak_map.h, opened as far as it goes, and the marks that stand in it. */
#ifndef SV_TEST_LEAK_SEARCH_H
#define SV_TEST_LEAK_SEARCH_H

#include <speelveld/model.h>

#include "leak_map.h"

/* What is expected of the marks of a class: those that are otherwise are named. */
typedef enum expectation { NONE_STANDS = 0, ALL_STAND, SOME_STAND } expectation;

/* How many marks of a class stand under a path: in a file, or in the names and bytes of all files in a folder. */
size_t leak_count(const char *path, mark_class class, expectation expected);
/* How many stand there that this audience may not see, each named. */
size_t leak_find(const char *path, sv_audience audience);

/*
 * Run `speelveld ARGUMENTS --audience AUDIENCE` in a new folder within `folder`: its path, freed by the caller. Every %s in the arguments
 * is the name of what it makes, what stands behind " #" is left out; what it says is kept there too. Beside each PDF lies what stands in
 * it, as text and as inflated streams; a PNG may have no text in it at all. Fails the test when the program does, but for a refusal where
 * it `may_refuse`; is skipped without the program.
 */
char *leak_answer(const char *folder, const char *arguments, const char *audience, bool may_refuse);

#endif
