/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Runs one command with its answer in a file, and prints how long it took, how much of a processor, and its most memory:
 *
 *     measure OUTPUT COMMAND [ARGUMENT...]
 *
 * A program of its own, because the memory of whoever starts a process counts as that process's until it begins.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static double seconds(struct timeval used)
{
    return (double)used.tv_sec + (double)used.tv_usec / 1e6;
}

static void become(const char *output, char **command)
{
    int file = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0644), nowhere = open("/dev/null", O_RDWR);
    if (file < 0 || nowhere < 0 || dup2(nowhere, 0) < 0 || dup2(file, 1) < 0 || dup2(nowhere, 2) < 0)
        _exit(126);
    execvp(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    struct rusage used;
    double start = now();
    int status;
    pid_t child;
    if (argc < 3) {
        fprintf(stderr, "usage: measure OUTPUT COMMAND [ARGUMENT...]\n");
        return 2;
    }
    child = fork();
    if (child == 0)
        become(argv[1], argv + 2);
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        fprintf(stderr, "%s: %s\n", argv[2], strerror(errno));
        return 4;
    }
    printf("%.6f %.6f %ld\n", now() - start, seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 4;
}
