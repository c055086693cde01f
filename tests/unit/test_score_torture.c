/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: every allocation fails in turn while something is worked out that advice rests on. The answer is "no
 * memory" with nothing in the result, or the very same result as without the fault; and nothing leaks.
 */
/* wraps: malloc calloc realloc */

#include <speelveld/score.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "support.h"

/* Does one thing with failing memory, and writes down what came of it when it was well. */
typedef sv_status try(size_t fail_at, sv_text *result, bool *failed);

static sv_status find_council_power(size_t fail_at, sv_text *result, bool *failed)
{
    static const size_t seats[] = {8, 6, 5, 3, 2, 1};
    const sv_council_options options = {.quota = 13, .coalitions = 4};
    sv_council_power power;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_council_power_find(seats, 6, &options, &power, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, power.groups != NULL);
    for (size_t i = 0; i < power.n; i++)
        sv_text_addf(result, "%s ", power.groups[i].shapley_exact);
    for (size_t i = 0; i < power.n_coalitions; i++)
        sv_text_addf(result, "%x ", (unsigned)power.coalitions[i].groups);
    sv_council_power_clear(&power);
    return status;
}

static void torture(void **state)
{
    try *const attempt = *(try *const *)*state;
    sv_text wanted = {0};
    bool failed = true;
    size_t faulted = 0;
    assert_int_equal(attempt(0, &wanted, &failed), SV_OK);
    assert_true(wanted.length > 0);
    failed = true;
    for (size_t fail_at = 1; failed; fail_at++) {
        sv_text result = {0};
        sv_status status = attempt(fail_at, &result, &failed);
        if (status == SV_OK)
            assert_string_equal(sv_text_get(&result), sv_text_get(&wanted));
        else
            assert_int_equal(status, SV_MEMORY);
        faulted += status != SV_OK;
        sv_text_clear(&result);
    }
    assert_true(faulted > 0);
    sv_text_clear(&wanted);
}

#define TORTURE(attempt) {#attempt, torture, NULL, NULL, (try *[]){attempt}}

int main(void)
{
    const struct CMUnitTest tests[] = {TORTURE(find_council_power)};
    return cmocka_run_group_tests_name("score torture", tests, NULL, NULL);
}
