/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that runs out at a chosen allocation, for tests that say "wraps: malloc calloc realloc". */
#ifndef SV_TEST_FAILING_MEMORY_H
#define SV_TEST_FAILING_MEMORY_H

#include "failing_calls.h"

/* From now on allocation number `fail_at` fails, counted from 1; 0 = none. */
void memory_fails_at(size_t fail_at);
/* All is well again; true when that allocation was asked for. */
bool memory_is_back(void);

/* Does one thing while allocation `fail_at` fails, and writes down what came of it when it was well. */
typedef sv_status memory_try(size_t fail_at, sv_text *result, bool *failed);

/*
 * Every allocation fails in turn: the answer is "no memory", or the very same result as without the fault. Leaks are the
 * sanitizer's to find. A row for cmocka's table: TORTURE_MEMORY(function).
 */
void torture_memory(void **state);
#define TORTURE_MEMORY(attempt) {#attempt, torture_memory, NULL, NULL, (memory_try *[]){attempt}}

#endif
