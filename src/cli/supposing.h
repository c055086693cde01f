/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The changes of what-if as words on the command line: "remove lindeboom add-tie el-idrissi slotboom knows 3". */
#ifndef SV_CLI_SUPPOSING_H
#define SV_CLI_SUPPOSING_H

#include "options.h"

/* Where the words of the changes begin among the inputs: behind the map. As many as there are inputs when there are none. */
size_t supposing_begin(const cli_call *call);

/* The steps that the inputs from `begin` on ask for; freed with free(). */
sv_status supposing_read(const cli_call *call, size_t begin, const sv_map *map, sv_supposition **steps, size_t *n, sv_error *error);

#endif
