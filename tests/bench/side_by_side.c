/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs two shell commands in turn, A B A B …, and prints the median time and peak memory of each and the ratio
 * of the two, so that a comparison holds when the machine's speed drifts.
 *
 *     side_by_side RUNS NAME_A COMMAND_A NAME_B COMMAND_B
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { runs_most = 200 };

typedef struct contestant {
    const char *name, *command;
    double seconds[runs_most];
    long peak_kib;
} contestant;

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static void become(const char *command)
{
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* One run; false when the command fails. */
static int run_once(contestant *one, int run)
{
    double start = now();
    struct rusage used;
    int status;
    pid_t child = fork();
    if (child == 0)
        become(one->command);
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "failed: %s\n", one->command);
        return 0;
    }
    if (run >= 0)
        one->seconds[run] = now() - start;
    if (used.ru_maxrss > one->peak_kib)
        one->peak_kib = used.ru_maxrss;
    return 1;
}

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static double median(contestant *one, int runs)
{
    qsort(one->seconds, (size_t)runs, sizeof *one->seconds, ascending);
    return runs % 2 ? one->seconds[runs / 2] : (one->seconds[runs / 2 - 1] + one->seconds[runs / 2]) / 2;
}

int main(int argc, char **argv)
{
    static contestant a, b;
    int runs = argc == 6 ? atoi(argv[1]) : 0;
    double first, second;
    if (runs < 1 || runs > runs_most) {
        fprintf(stderr, "usage: side_by_side RUNS NAME_A COMMAND_A NAME_B COMMAND_B (1 to %d runs)\n", runs_most);
        return 2;
    }
    a.name = argv[2], a.command = argv[3], b.name = argv[4], b.command = argv[5];
    for (int run = -1; run < runs; run++) /* the first of each warms up and does not count */
        if (!run_once(&a, run) || !run_once(&b, run))
            return 1;
    first = median(&a, runs);
    second = median(&b, runs);
    printf("%-44s %9.1f ms %7ld MiB\n", a.name, first * 1e3, a.peak_kib / 1024);
    printf("%-44s %9.1f ms %7ld MiB   %.2f times ours\n", b.name, second * 1e3, b.peak_kib / 1024, second / first);
    return 0;
}
