/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Calls of the system that fail, one in turn: for memory, and to read and write. The linker puts ours in the place of those
 * that a test names: "wraps: malloc write".
 */
#ifndef SV_TEST_FAILING_CALLS_H
#define SV_TEST_FAILING_CALLS_H

#include <speelveld/base.h>

#include "base/text.h"

/* Call number `fail_at` fails, counted from 1 between calls_begin and calls_end; 0 = none. */
void calls_fail_at(size_t fail_at);
void calls_begin(void);
/* All is well again; true when that call was made. */
bool calls_end(void);

/* The disk takes at most so many bytes at once; 0 = as many as asked. */
void calls_write_at_most(size_t bytes);
/* How often fsync and rename were called since this was last asked; a file that is not flushed is not yet on the disk. */
void calls_count_files(size_t *flushed, size_t *renamed);

/* Takes over what a report gave: a text when all was well, which is added to what came of it, and else none. Gives the status. */
sv_status take_report(sv_status status, char *text, size_t length, sv_text *result);

/* A try: does one thing between calls_begin and calls_end, and when that is well writes down what came of it. */
typedef sv_status call_try(sv_text *result, sv_error *error);

/*
 * Every call fails in turn: the answer is a clean "no memory" or "cannot read or write", or the very same result as without the
 * fault, and nothing leaks. A row for cmocka's table: TORTURE_CALLS(function).
 */
void torture_calls(void **state);
#define TORTURE_CALLS(attempt) {#attempt, torture_calls, NULL, NULL, (call_try *[]){attempt}}

#endif
