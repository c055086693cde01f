/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Options and commands: one table for each command, which both the parser and the help read, so that what the
 * help says is what the program takes.
 */
#ifndef SV_CLI_OPTIONS_H
#define SV_CLI_OPTIONS_H

#include <speelveld.h>

#include "../base/text.h"

/* One option. All texts are English and translated where they are shown. */
typedef struct cli_option {
    const char *name;  /* "issue": written --issue */
    char letter;       /* 'o' for -o; 0 for none */
    const char *value; /* what the value is called in the help; NULL for a switch */
    const char *help;
} cli_option;

enum { cli_inputs_most = 64, cli_given_most = 256 };

/* An option as it was given, with its value. */
typedef struct cli_given_option {
    size_t option; /* its number, the command's own first */
    const char *value; /* "" for a switch */
} cli_given_option;

/* What was on the command line, parsed. Texts are borrowed from argv. */
typedef struct cli_call {
    const struct cli_command *command;
    cli_given_option given[cli_given_most]; /* in order; an option may stand here more than once */
    size_t n_given;
    const char *inputs[cli_inputs_most];
    size_t n_inputs;
    sv_language language;
} cli_call;

typedef struct cli_command {
    const char *name;
    const char *usage;   /* what stands behind the name: "MAP [-o FILE]" */
    const char *purpose; /* one line */
    const char *about;   /* what more there is to know; may be ""; "{scores}" stands for the ids of the catalogue */
    const char *example; /* a command that works in the project's folder */
    const char *example_about;
    const cli_option *options; /* ends with a row without a name */
    int (*run)(const cli_call *call);
} cli_command;

/* Exit codes: stable, so that scripts may rely on them. */
enum { exit_answer = 0, exit_none = 1, exit_usage = 2, exit_data = 3, exit_internal = 4 };

/* Options that every command takes. */
extern const cli_option cli_common_options[];

/* The value of an option, the last when it was repeated; NULL when it was not given. */
const char *cli_value(const cli_call *call, const char *name);
/* The values of an option that may be repeated, one after another; begin with *at 0. NULL when there are no more. */
const char *cli_next_value(const cli_call *call, const char *name, size_t *at);
bool cli_given(const cli_call *call, const char *name);

/* Parse what stands behind a command's name. On a fault it is filled in `error`. */
sv_status cli_parse(const cli_command *command, int argc, char **argv, cli_call *call, sv_error *error);

/* What more there is to know about a command, as its help and the manual say it. */
void cli_about(const cli_command *command, sv_language language, sv_text *out);

/* The help of a command, and of the program. */
void cli_help(const cli_command *command, sv_language language);
void cli_overview(sv_language language);

/* All commands, ending with one without a name. */
extern const cli_command *const cli_commands[];

#endif
