/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "failing_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { dense_until = 2000, sparse_step = 7, most_told = 5 };

static struct {
    bool armed;
    size_t calls, fail_at;   /* which call fails, from 1; 0 = none */
    bool failed, tell;       /* tell: say where the failing call was made from */
    size_t most_written;     /* write at most so many bytes at once; 0 = as many as asked */
    size_t flushed, renamed; /* how often fsync and rename were called; a file that is not flushed is not yet on the disk */
} saboteur;

/* In libasan and liblsan; absent from a build without them. */
extern void __sanitizer_print_stack_trace(void) __attribute__((weak));
extern int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

static bool now_fails(int cause)
{
    if (!saboteur.armed || ++saboteur.calls != saboteur.fail_at)
        return false;
    saboteur.failed = true;
    if (saboteur.tell && __sanitizer_print_stack_trace)
        __sanitizer_print_stack_trace();
    errno = cause;
    return true;
}

/*
 * The system's calls are absent from a program whose linker puts nothing in their place; and a test may bring its own.
 */
/* clang-format off */
void *__real_malloc(size_t n) __attribute__((weak)); void *__wrap_malloc(size_t n) __attribute__((weak));
void *__real_calloc(size_t n, size_t size) __attribute__((weak)); void *__wrap_calloc(size_t n, size_t size) __attribute__((weak));
void *__real_realloc(void *old, size_t n) __attribute__((weak)); void *__wrap_realloc(void *old, size_t n) __attribute__((weak));
int __real_open(const char *path, int flags, ...) __attribute__((weak)); int __wrap_open(const char *path, int flags, ...) __attribute__((weak));
ssize_t __real_read(int file, void *bytes, size_t n) __attribute__((weak)); ssize_t __wrap_read(int file, void *bytes, size_t n) __attribute__((weak));
ssize_t __real_write(int file, const void *bytes, size_t n) __attribute__((weak)); ssize_t __wrap_write(int file, const void *bytes, size_t n) __attribute__((weak));
int __real_fsync(int file) __attribute__((weak)); int __wrap_fsync(int file) __attribute__((weak));
int __real_rename(const char *from, const char *to) __attribute__((weak)); int __wrap_rename(const char *from, const char *to) __attribute__((weak));
int __real_close(int file) __attribute__((weak)); int __wrap_close(int file) __attribute__((weak));
int __real_mkostemp(char *name, int flags) __attribute__((weak)); int __wrap_mkostemp(char *name, int flags) __attribute__((weak));
int __real_mkdir(const char *path, mode_t mode) __attribute__((weak)); int __wrap_mkdir(const char *path, mode_t mode) __attribute__((weak));
/* clang-format on */

void *__wrap_malloc(size_t n)
{
    return now_fails(ENOMEM) ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return now_fails(ENOMEM) ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t n)
{
    return now_fails(ENOMEM) ? NULL : __real_realloc(old, n);
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list list;
    mode_t mode;
    va_start(list, flags);
    mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return now_fails(EMFILE) ? -1 : __real_open(path, flags, mode);
}

ssize_t __wrap_read(int file, void *bytes, size_t n)
{
    return now_fails(EIO) ? -1 : __real_read(file, bytes, n);
}

/* A full disk first takes a part of what it is given. */
ssize_t __wrap_write(int file, const void *bytes, size_t n)
{
    if (now_fails(ENOSPC)) {
        if (n > 1)
            (void)!__real_write(file, bytes, n / 2);
        errno = ENOSPC;
        return -1;
    }
    return __real_write(file, bytes, saboteur.most_written && n > saboteur.most_written ? saboteur.most_written : n);
}

int __wrap_fsync(int file)
{
    saboteur.flushed++;
    return now_fails(EIO) ? -1 : __real_fsync(file);
}

int __wrap_rename(const char *from, const char *to)
{
    saboteur.renamed++;
    assert_true(saboteur.flushed >= saboteur.renamed);
    return now_fails(EACCES) ? -1 : __real_rename(from, to);
}

/* Linux closes a file also when it says that it could not. */
int __wrap_close(int file)
{
    bool fails = now_fails(EIO);
    int answer = __real_close(file);
    if (!fails)
        return answer;
    errno = EIO;
    return -1;
}

int __wrap_mkostemp(char *name, int flags)
{
    return now_fails(EACCES) ? -1 : __real_mkostemp(name, flags);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
    return now_fails(ENOSPC) ? -1 : __real_mkdir(path, mode);
}

void calls_fail_at(size_t fail_at)
{
    saboteur.fail_at = fail_at;
}

void calls_begin(void)
{
    saboteur.armed = true;
    saboteur.calls = 0;
    saboteur.failed = false;
}

bool calls_end(void)
{
    saboteur.armed = false;
    return saboteur.failed;
}

void calls_write_at_most(size_t bytes)
{
    saboteur.most_written = bytes;
}

void calls_count_files(size_t *flushed, size_t *renamed)
{
    *flushed = saboteur.flushed;
    *renamed = saboteur.renamed;
    saboteur.flushed = saboteur.renamed = 0;
}

sv_status take_report(sv_status status, char *text, size_t length, sv_text *result)
{
    assert_int_equal(status == SV_OK, text != NULL);
    if (status == SV_OK)
        sv_text_add_n(result, text, length);
    free(text);
    return status;
}

/* The k-th call failed, and the answer is wrong: once more, telling where that call stands. */
static void tell_fault(call_try *attempt, size_t k, const char *what)
{
    sv_text result = {0};
    sv_error error = {0};
    saboteur.tell = true;
    (void)attempt(&result, &error);
    saboteur.tell = false;
    sv_text_clear(&result);
    print_error("call %zu failed: %s\n", k, what);
}

static bool same_text(const sv_text *a, const sv_text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static void assert_clean_fault(sv_status status, const sv_error *error, size_t k)
{
    if ((status != SV_MEMORY && status != SV_IO) || sv_code_status(error->code) != status)
        fail_msg("when call %zu failed the status was %d, code %s", k, (int)status, sv_code_id(error->code));
}

void torture_calls(void **state)
{
    call_try *const attempt = *(call_try *const *)*state;
    sv_text wanted = {0};
    sv_error error;
    size_t faulted = 0, wrong = 0;
    saboteur.fail_at = 0;
    assert_int_equal(attempt(&wanted, &error), SV_OK);
    assert_true(wanted.length > 0);
    for (size_t k = 1;; k += k < dense_until ? 1 : sparse_step) {
        sv_text result = {0};
        sv_status status;
        error = (sv_error){0};
        saboteur.fail_at = k;
        status = attempt(&result, &error);
        if (!saboteur.failed)
            assert_int_equal(status, SV_OK);
        if (status != SV_OK)
            assert_clean_fault(status, &error, k);
        else if (!same_text(&result, &wanted) && wrong++ < most_told)
            tell_fault(attempt, k, "the result is another one, as if all were well");
        faulted += status != SV_OK;
        sv_text_clear(&result);
        if (!saboteur.failed)
            break;
    }
    sv_text_clear(&wanted);
    assert_true(faulted > 0);
    assert_int_equal(wrong, 0);
    if (__lsan_do_recoverable_leak_check)
        assert_int_equal(__lsan_do_recoverable_leak_check(), 0);
}
