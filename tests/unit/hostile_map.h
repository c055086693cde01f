/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map in which every text tries to be something else: markup, an escape, an address, a file, a formula, or very long. */
#ifndef SV_TEST_HOSTILE_MAP_H
#define SV_TEST_HOSTILE_MAP_H

#include <stddef.h>

/* Our own texts of this kind; each may be the name of somebody. */
const char *const *hostile_texts(size_t *n);

/*
 * A folder of its own, freed with remove_folder, with a map that every view can draw: so many people, organisations and alliances, named by
 * the texts, tied, paid, with positions, ratings and roles, in groups, sectors and neighbourhoods named so, and an issue, events and
 * signals named so. Columns that are none of ours (image, shapefile, URL, href, label, style …) name `bait`, a file, and an address.
 */
char *hostile_map(const char *const *texts, size_t n, const char *bait);

/* The texts of a list, a line each, without empty lines and those that begin with #: freed by the caller, as is the array. */
char **hostile_lines(char *list, size_t *n);

#endif
