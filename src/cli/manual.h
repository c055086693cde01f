/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The manual page and the shell completion, on standard output. */
#ifndef SV_CLI_MANUAL_H
#define SV_CLI_MANUAL_H

#include "options.h"

void cli_manual(sv_language language);
void cli_completion(void);

#endif
