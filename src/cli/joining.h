/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What merge, join and duplicates share: checking what was asked, telling differences, writing the new map. */
#ifndef SV_CLI_JOINING_H
#define SV_CLI_JOINING_H

#include "options.h"

#define JOINING_OUTPUT_OPTION                                                                                                              \
    {                                                                                                                                      \
        "output", 'o', SV_TR("NEW"), SV_TR("where to write the new map (.json, or a folder for CSV)")                                      \
    }
#define JOINING_FORMAT_OPTION                                                                                                              \
    {                                                                                                                                      \
        "format", 0, SV_TR("text|json"), SV_TR("how to answer (default text)")                                                             \
    }

/* What --format says; a fault when it is neither text nor json. */
sv_status joining_format(const cli_call *call, sv_report_format *format, sv_error *error);

/* A fault unless there are exactly n inputs, and -o where a command writes; `what` says what is missing. */
sv_status joining_inputs(const cli_call *call, size_t n, const char *what, bool writes, sv_error *error);

/* Read one of the inputs, whole. SV_OK: *map is the caller's. Anything else has been said. */
sv_status joining_read(const cli_call *call, size_t input, sv_map **map);

/* Write `map` to -o, tell the differences on standard output, and give the exit code. NULL map: nothing is written, exit code 1. */
int joining_finish(const cli_call *call, const sv_map *map, const sv_differences *differences, sv_report_format format);

#endif
