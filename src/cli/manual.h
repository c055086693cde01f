/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The manual page, the shell completion and the schema of a map, on standard output. */
#ifndef SV_CLI_MANUAL_H
#define SV_CLI_MANUAL_H

#include "options.h"

void cli_manual(sv_language language);
void cli_completion(void);
void cli_schema(void);

#endif
