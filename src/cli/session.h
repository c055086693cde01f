/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What commands share: reading the map that was asked for, saying what is wrong, choosing audience, day and scores. */
#ifndef SV_CLI_SESSION_H
#define SV_CLI_SESSION_H

#include "options.h"

/* The options that commands reading a map have in common; each lists them in its own table. */
#define CLI_AUDIENCE_OPTION \
    {"audience", 0, SV_TR("private|team|public"), SV_TR("who will see the answer: public shows only rows marked public (default team)")}
#define CLI_LENIENT_OPTION {"lenient", 0, NULL, SV_TR("go on without the rows that have faults, and say how many")}
#define CLI_AS_OF_OPTION {"as-of", 0, SV_TR("DATE"), SV_TR("ties and memberships of that day (default today)")}

/* The exit code that belongs to a status. */
int cli_exit_code(sv_status status);

/* Say on standard error what is wrong, with place and remedy, and give the exit code. */
int cli_complain(const sv_error *error, sv_language language);

/*
 * Read and check the inputs of a call, and make the edition for its --audience (default `audience`). Faults
 * are said; with errors it stops, unless --lenient. SV_OK: *map is to be freed by the caller. Anything else has been said.
 */
sv_status cli_read_map(const cli_call *call, sv_audience audience, sv_map **map);
/* The same in two steps: all rows, for every audience; and then the edition in the place of the whole. */
sv_status cli_read_whole_map(const cli_call *call, sv_map **map);
sv_status cli_make_edition(const cli_call *call, sv_audience audience, sv_map **map);

/* Refuses to write over one of the inputs: a map is made from another, never in its place. */
sv_status cli_refuse_inputs(const cli_call *call, const char *path, sv_error *error);

/* Rows with faults, in all sheets. */
size_t cli_faulty_rows(const sv_map *map);

/* The audience asked for, the day (--as-of, else SOURCE_DATE_EPOCH, else today), the issue, a score by id. */
sv_status cli_audience(const cli_call *call, sv_audience otherwise, sv_audience *audience, sv_error *error);
sv_status cli_as_of(const cli_call *call, int *day, sv_error *error);
sv_status cli_issue(const cli_call *call, const sv_map *map, size_t *issue, sv_error *error);
sv_status cli_score(const char *id, size_t *score, sv_error *error);
/* The issue of this id or title. */
sv_status cli_issue_named(const sv_map *map, const char *word, size_t *issue, sv_error *error);
/* A whole number from an option; `otherwise` when it is not given. */
sv_status cli_count(const cli_call *call, const char *name, size_t otherwise, size_t *count, sv_error *error);

/* Write an answer to standard output, and say so when that fails. Gives the exit code. */
int cli_answer(const char *text, size_t length, sv_language language);

/* Say what takes long: after a second, and again for every step, on standard error. */
void cli_progress_start(sv_language language);
void cli_progress_step(const char *step);
void cli_progress_stop(void);
/* Say that this command looks at cli_interrupted; one that does not is ended by Ctrl-C at once. */
void cli_progress_can_stop(void);
/* True once the user pressed Ctrl-C. */
bool cli_interrupted(void);
/* For the library to call while it works: says the step, and stops it once the user pressed Ctrl-C. */
bool cli_show_progress(void *context, const char *step, double share);

#endif
