/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "failing_memory.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

void memory_fails_at(size_t fail_at)
{
    calls_fail_at(fail_at);
    calls_begin();
}

bool memory_is_back(void)
{
    return calls_end();
}

void torture_memory(void **state)
{
    memory_try *const attempt = *(memory_try *const *)*state;
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
