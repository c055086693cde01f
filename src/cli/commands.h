/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The commands: one file each. */
#ifndef SV_CLI_COMMANDS_H
#define SV_CLI_COMMANDS_H

#include "options.h"

extern const cli_command cmd_new, cmd_check, cmd_scores, cmd_draw, cmd_deck, cmd_handout;
extern const cli_command cmd_allies, cmd_route, cmd_majority, cmd_contacts, cmd_who, cmd_message, cmd_support, cmd_match, cmd_gaps, cmd_exposure;
extern const cli_command cmd_what_if, cmd_compare, cmd_explain;
extern const cli_command cmd_signals, cmd_privacy, cmd_forget, cmd_anonymise;
extern const cli_command cmd_convert, cmd_merge, cmd_duplicates, cmd_join;

#endif
