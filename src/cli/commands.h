/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands: one file each. */
#ifndef SV_CLI_COMMANDS_H
#define SV_CLI_COMMANDS_H

#include "options.h"

extern const cli_command cmd_new, cmd_check, cmd_scores, cmd_draw, cmd_convert, cmd_merge, cmd_duplicates, cmd_join, cmd_signals, cmd_privacy, cmd_forget;

#endif
