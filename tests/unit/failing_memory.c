/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "failing_memory.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct {
    bool armed, failed;
    size_t calls, fail_at;
} memory;

/*
 * The system's calls are absent from a program whose linker puts nothing in their place; and a test may bring its own.
 */
/* clang-format off */
void *__real_malloc(size_t n) __attribute__((weak)); void *__wrap_malloc(size_t n) __attribute__((weak));
void *__real_calloc(size_t n, size_t size) __attribute__((weak)); void *__wrap_calloc(size_t n, size_t size) __attribute__((weak));
void *__real_realloc(void *old, size_t n) __attribute__((weak)); void *__wrap_realloc(void *old, size_t n) __attribute__((weak));
/* clang-format on */

void memory_fails_at(size_t fail_at)
{
    memory.armed = true;
    memory.failed = false;
    memory.calls = 0;
    memory.fail_at = fail_at;
}

bool memory_is_back(void)
{
    memory.armed = false;
    return memory.failed;
}

static bool now_fails(void)
{
    if (!memory.armed || ++memory.calls != memory.fail_at)
        return false;
    return memory.failed = true;
}

void *__wrap_malloc(size_t n)
{
    return now_fails() ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return now_fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t n)
{
    return now_fails() ? NULL : __real_realloc(old, n);
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
