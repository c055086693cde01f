/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Files that others broke, or made for other programs: none may crash the readers, hold them up or make them
 * print; each becomes a map or is refused with a message that says which file and what to do. They are found in
 * SPEELVELD_DATA. Every file is read twice: in a process of its own, so that a crash names it, and in this one,
 * so that what a reader leaves behind is seen by the next.
 */
#include <speelveld.h>

#include "base/file.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { files_most = 2000, seconds_most = 10, verdict_bad = 3 };

static char *files[files_most];
static size_t n_files;

/* ---- Finding ---- */

static void find_files(const char *folder)
{
    char **names = NULL;
    size_t n = 0;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *path = sv_file_join(folder, names[i]);
        assert_non_null(path);
        if (sv_file_is_folder(path)) {
            find_files(path);
            free(path);
        } else {
            assert_true(n_files < files_most);
            files[n_files++] = path;
        }
    }
    sv_file_list_free(names, n);
}

static void need_files(void)
{
    const char *data = getenv("SPEELVELD_DATA");
    static const char *const folders[] = {"messy", "formats"};
    if (!data || !*data) {
        puts("skip: the messy files are not there (SPEELVELD_DATA is not set)");
        skip();
    }
    for (size_t i = 0; n_files < 100 && i < sizeof folders / sizeof *folders; i++) {
        char folder[1024];
        snprintf(folder, sizeof folder, "%s/%s", data, folders[i]);
        find_files(folder);
    }
    assert_true(n_files > 100);
}

static int forget_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_files; i++)
        free(files[i]);
    n_files = 0;
    return 0;
}

/* ---- Judging ---- */

/* NULL when a refusal says in both languages what is wrong, with which file, and what to do; else what it lacks. */
static const char *judge_refusal(const char *path, const sv_error *error, const sv_problems *problems)
{
    for (int language = 0; language < SV_LANGUAGES; language++) {
        char message[1024], remedy[1024];
        sv_error_message(error, (sv_language)language, message, sizeof message);
        sv_error_remedy(error, (sv_language)language, remedy, sizeof remedy);
        if (!*message || strstr(message, "{found}") || strstr(message, "{expected}"))
            return "it has no message";
        if (!*error->place.file && !strstr(message, sv_file_name(path)))
            return "it does not say which file";
        if (!*remedy || strstr(remedy, "{found}") || strstr(remedy, "{expected}"))
            return "it has no remedy";
    }
    if (problems->n == 0 || problems->items[problems->n - 1].code != error->code)
        return "it is not the last of the problems";
    return NULL;
}

/* JSONTestSuite says by the first letters of a name what is JSON (y_), what is not (n_) and what may be either (i_). */
static const char *judge_json(const char *path, sv_status status, const sv_error *error)
{
    const char *name = sv_file_name(path);
    if (!strstr(path, "/test_parsing/"))
        return NULL;
    if (strncmp(name, "n_", 2) == 0 && status == SV_OK)
        return "what is no JSON was taken for a map";
    if (strncmp(name, "y_", 2) == 0 && status != SV_OK && strcmp(sv_code_id(error->code), "json-syntax") == 0)
        return "good JSON was refused";
    return NULL;
}

/* Read one file; NULL when all is well, else what is not. */
static const char *judge(const char *path)
{
    sv_problems problems;
    sv_error error = {0};
    sv_map *map = NULL;
    const char *verdict = NULL;
    sv_status status;
    sv_problems_init(&problems);
    status = sv_map_read(&path, 1, &map, &problems, &error);
    if (status == SV_OK && !map)
        verdict = "there is neither a map nor an error";
    else if (status != SV_OK && map)
        verdict = "there are both a map and an error";
    else if (status != SV_OK && sv_code_status(error.code) != status)
        verdict = "the status is not that of the error";
    else if (status == SV_MEMORY || status == SV_INTERNAL)
        verdict = "it is taken for a fault of the program";
    else if (status != SV_OK)
        verdict = judge_refusal(path, &error, &problems);
    if (!verdict)
        verdict = judge_json(path, status, &error);
    sv_map_free(map);
    sv_problems_clear(&problems);
    return verdict;
}

static void blame(const char *path, const char *verdict, size_t *bad)
{
    if (!verdict)
        return;
    print_error("%s: %s\n", path, verdict);
    (*bad)++;
}

/* ---- Each in a process of its own ---- */

static void read_in_child(const char *path, int output, int report)
{
    const char *verdict;
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    alarm(seconds_most);
    verdict = judge(path);
    fflush(NULL);
    if (verdict && write(report, verdict, strlen(verdict)) < 0)
        _exit(1);
    _exit(verdict ? verdict_bad : 0);
}

/* What became of the process; `said` gets its own words. */
static const char *verdict_of(int status, char *said, size_t size, int report, off_t printed)
{
    ssize_t n = read(report, said, size - 1);
    said[n > 0 ? n : 0] = '\0';
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return "it takes too long";
    if (WIFSIGNALED(status) || (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != verdict_bad))
        return "it crashes the reader";
    if (WEXITSTATUS(status) == verdict_bad)
        return said;
    return printed ? "the reader prints" : NULL;
}

static void none_crashes_hangs_or_prints(void **state)
{
    char name[] = "/tmp/speelveld-messy-XXXXXX";
    int output;
    size_t bad = 0;
    (void)state;
    need_files();
    output = mkstemp(name);
    assert_true(output >= 0);
    unlink(name);
    for (size_t i = 0; i < n_files; i++) {
        char said[256];
        int report[2], status;
        pid_t child;
        assert_int_equal(pipe(report), 0);
        assert_int_equal(ftruncate(output, 0), 0);
        lseek(output, 0, SEEK_SET);
        fflush(NULL);
        child = fork();
        assert_true(child >= 0);
        if (child == 0)
            read_in_child(files[i], output, report[1]);
        close(report[1]);
        assert_int_equal(waitpid(child, &status, 0), child);
        blame(files[i], verdict_of(status, said, sizeof said, report[0], lseek(output, 0, SEEK_END)), &bad);
        close(report[0]);
    }
    close(output);
    assert_int_equal(bad, 0);
}

/* ---- All in this one ---- */

static void all_are_read_one_after_another(void **state)
{
    size_t bad = 0;
    (void)state;
    need_files();
    for (size_t i = 0; i < n_files; i++) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        blame(files[i], judge(files[i]), &bad);
        clock_gettime(CLOCK_MONOTONIC, &to);
        if (to.tv_sec - from.tv_sec >= seconds_most)
            blame(files[i], "it takes too long", &bad);
    }
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_crashes_hangs_or_prints),
        cmocka_unit_test(all_are_read_one_after_another),
    };
    return cmocka_run_group_tests(tests, NULL, forget_files);
}
