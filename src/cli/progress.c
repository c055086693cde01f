/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Progress and stopping: an alarm each second says which step is being done, so that quick commands say
 * nothing and slow ones are seen to live. Handlers only write to standard error and set a flag.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "../base/language.h"
#include "session.h"

static volatile sig_atomic_t interrupted, can_stop;
static const char *volatile current_step;
static const char *volatile said_step;
static sv_language spoken;

static void on_alarm(int number)
{
    const char *step = current_step;
    int cause = errno;
    (void)number;
    if (!step || step == said_step)
        return;
    said_step = step;
    if (write(STDERR_FILENO, "… ", strlen("… ")) < 0 || write(STDERR_FILENO, step, strlen(step)) < 0 || write(STDERR_FILENO, "\n", 1) < 0)
        current_step = NULL; /* nobody reads it */
    errno = cause;
}

static void on_interrupt(int number)
{
    (void)number;
    if (interrupted || !can_stop)
        _exit(exit_internal); /* nobody looks at the flag, or it was asked twice: files are written whole or not at all */
    interrupted = 1;
}

void cli_progress_start(sv_language language)
{
    struct sigaction alarm_action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
    struct sigaction interrupt_action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
    struct itimerval every = {.it_interval = {.tv_sec = 1}, .it_value = {.tv_sec = 1}};
    const char *wanted = getenv("SPEELVELD_PROGRESS");
    spoken = language;
    if (wanted && strcmp(wanted, "no") == 0) /* for tests, whose answers may not hang on how busy a machine is */
        every = (struct itimerval){0};
    sigaction(SIGALRM, &alarm_action, NULL);
    sigaction(SIGINT, &interrupt_action, NULL);
    setitimer(ITIMER_REAL, &every, NULL);
}

void cli_progress_step(const char *step)
{
    current_step = sv_translate(spoken, step);
}

void cli_progress_stop(void)
{
    struct itimerval never = {0};
    setitimer(ITIMER_REAL, &never, NULL);
    current_step = NULL;
}

void cli_progress_can_stop(void)
{
    can_stop = 1;
}

bool cli_interrupted(void)
{
    return interrupted != 0;
}

bool cli_show_progress(void *context, const char *step, double share)
{
    (void)context;
    (void)share;
    cli_progress_step(step);
    return !cli_interrupted();
}
