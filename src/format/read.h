/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading a map from bytes in memory, as a file of some name. */
#ifndef SV_FORMAT_READ_H
#define SV_FORMAT_READ_H

#include <speelveld/format.h>

/*
 * sv_map_read for one file whose bytes are given. `bytes` (n of them, with a NUL behind) were allocated and
 * are freed here, whatever comes of it.
 */
sv_status sv_map_read_bytes(char *bytes, size_t n, const char *name, sv_map **map, sv_problems *problems, sv_error *error);

#endif
