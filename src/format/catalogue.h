/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which format a file has, by its name and by what stands in it. */
#ifndef SV_FORMAT_CATALOGUE_H
#define SV_FORMAT_CATALOGUE_H

#include <speelveld/format.h>

/* The format with an id; NULL when there is none. */
const sv_format *sv_format_find(const char *id);

/* The format that a name's ending says; NULL when it says none. */
const sv_format *sv_format_by_ending(const char *name);

/*
 * The format of n bytes: by what stands in them where that is clear, else by the name. "csv" for any text
 * that may be a table, "json" for anything between brackets; NULL for what is no text.
 */
const sv_format *sv_format_sniff(const char *name, const char *bytes, size_t n);

#endif
