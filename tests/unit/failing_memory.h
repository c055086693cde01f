/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Memory that runs out at a chosen allocation, for tests that say "wraps: malloc calloc realloc". */
#ifndef SV_TEST_FAILING_MEMORY_H
#define SV_TEST_FAILING_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* From now on allocation number `fail_at` fails, counted from 1; 0 = none. */
void memory_fails_at(size_t fail_at);
/* All is well again; true when that allocation was asked for. */
bool memory_is_back(void);

#endif
