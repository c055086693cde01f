/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The way to the renderer. It is a program of its own because Graphviz crashes, hangs and eats memory on plausible
 * input; what goes wrong there ends that program, and becomes a fault here. One socket serves both directions: a
 * write to a program that died is then an error number and not a signal, whatever the host does with SIGPIPE.
 */
#include "renderer.h"

#include "../base/text.h"
#include "../picture/wire.h"
#include "measured.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef SV_LIBEXECDIR
#define SV_LIBEXECDIR "/usr/local/libexec/speelveld"
#endif

#define PROGRAM "speelveld-render"
#define SECONDS_USUAL 60.0   /* for one request; 10,000 boxes take about 10 */
#define CPU_SECONDS_MOST 600 /* for all requests of one start: a deck of many pages */
#define MEMORY_MOST ((rlim_t)3 << 30)

enum { environment_most = 8, not_started = 127 };

/* AddressSanitizer reserves terabytes of addresses, so a limit on them would end the program at its start. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

struct sv_renderer {
    char *path;
    double seconds;
    pid_t pid;  /* 0 when it is not running */
    int socket; /* -1 when it is not running */
    sv_measured measured;
};

/* Beside the running program, or where `make install` puts it from there; NULL when it is at neither. */
static char *find_beside(void)
{
    static const char *const folders[] = {"", "../libexec/speelveld/"};
    char own[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", own, sizeof own);
    char *slash;
    sv_text path = {0};
    if (n <= 0 || (size_t)n >= sizeof own)
        return NULL;
    own[n] = '\0';
    slash = strrchr(own, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    for (size_t i = 0; i < sizeof folders / sizeof *folders && !path.failed; i++) {
        path.length = 0;
        sv_text_addf(&path, "%s/%s" PROGRAM, own, folders[i]);
        if (!path.failed && access(path.bytes, X_OK) == 0)
            return path.bytes;
    }
    sv_text_clear(&path);
    return NULL;
}

/* Only what tells where a font cache may be kept; under the sanitizers also how they are set. */
static void choose_environment(char *chosen[environment_most])
{
    static const char *const kept[] = {"HOME=", "XDG_CACHE_HOME=", "TMPDIR=", "ASAN_OPTIONS=", "UBSAN_OPTIONS=", "LSAN_OPTIONS="};
    size_t wanted = IS_SANITIZED ? 6 : 3, n = 0;
    for (size_t i = 0; i < wanted; i++)
        for (char **entry = environ; entry && *entry; entry++)
            if (strncmp(*entry, kept[i], strlen(kept[i])) == 0) {
                chosen[n++] = *entry;
                break;
            }
    chosen[n] = NULL;
}

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now, wanted = {soft, hard};
    if (getrlimit(resource, &now) == 0 && now.rlim_max != RLIM_INFINITY && now.rlim_max < hard) {
        wanted.rlim_max = now.rlim_max;
        wanted.rlim_cur = soft < now.rlim_max ? soft : now.rlim_max;
    }
    setrlimit(resource, &wanted);
}

/* In the child, between fork and exec: only calls that are safe when the host has threads. */
static void become_renderer(const char *path, char *const arguments[], char *const environment[], int end)
{
    sigset_t none;
    int nothing = open("/dev/null", O_WRONLY);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_IGN); /* a terminal sends it to both; the host decides, and the end of the pipe ends us */
    if (nothing < 0 || dup2(end, 0) < 0 || dup2(end, 1) < 0 || dup2(nothing, 2) < 0)
        _exit(not_started);
    close_range(3, ~0U, 0);
    limit(RLIMIT_CPU, CPU_SECONDS_MOST, CPU_SECONDS_MOST + 5);
    limit(RLIMIT_CORE, 0, 0);
    if (!IS_SANITIZED)
        limit(RLIMIT_AS, MEMORY_MOST, MEMORY_MOST);
    execve(path, arguments, environment);
    _exit(not_started);
}

/* Above the three standard places, where dup2 in the child would overwrite it before it is used. */
static int move_up(int file)
{
    int higher;
    if (file > 2)
        return file;
    higher = fcntl(file, F_DUPFD_CLOEXEC, 3);
    close(file);
    return higher;
}

static sv_status start(sv_renderer *renderer, sv_error *error)
{
    char *arguments[] = {(char *)PROGRAM, NULL}, *environment[environment_most];
    int ends[2];
    pid_t pid;
    if (renderer->pid)
        return SV_OK;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return sv_error_set(error, SV_E_RENDERER_FAILED, "it could not be started", NULL);
    ends[0] = move_up(ends[0]);
    ends[1] = move_up(ends[1]);
    choose_environment(environment);
    pid = ends[0] < 0 || ends[1] < 0 ? -1 : fork();
    if (pid == 0)
        become_renderer(renderer->path, arguments, environment, ends[1]);
    if (ends[1] >= 0)
        close(ends[1]);
    if (pid < 0) {
        if (ends[0] >= 0)
            close(ends[0]);
        return sv_error_set(error, SV_E_RENDERER_FAILED, "it could not be started", NULL);
    }
    renderer->pid = pid;
    renderer->socket = ends[0];
    return SV_OK;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Wait for its end, at most so long; 0 when it has not come. */
static pid_t wait_for_end(pid_t pid, int *outcome, double seconds)
{
    double until = seconds_now() + seconds;
    const struct timespec moment = {0, 1000000};
    pid_t ended;
    while ((ended = waitpid(pid, outcome, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) {
        if (seconds_now() > until)
            return 0;
        nanosleep(&moment, NULL);
    }
    return ended;
}

/* End it and leave no zombie. `patience` is how many seconds it gets to end by itself. Returns how it ended, -1 when that is unknown. */
static int stop(sv_renderer *renderer, double patience)
{
    int outcome = -1;
    pid_t ended;
    if (!renderer->pid)
        return -1;
    close(renderer->socket);
    ended = wait_for_end(renderer->pid, &outcome, patience);
    if (ended == 0) {
        kill(renderer->pid, SIGKILL);
        while ((ended = waitpid(renderer->pid, &outcome, 0)) < 0 && errno == EINTR)
            ;
    }
    renderer->pid = 0;
    renderer->socket = -1;
    return ended > 0 ? outcome : -1;
}

sv_status sv_renderer_new(const char *path, sv_renderer **renderer, sv_error *error)
{
    static const char installed[] = SV_LIBEXECDIR "/" PROGRAM;
    sv_renderer *made = sv_alloc(1, sizeof *made);
    sv_status status = SV_OK;
    *renderer = NULL;
    if (!made)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    *made = (sv_renderer){.seconds = SECONDS_USUAL, .socket = -1};
    made->path = path ? NULL : find_beside();
    if (!path)
        path = installed;
    if (!made->path)
        made->path = sv_copy_text(path, strlen(path));
    if (!made->path)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else if (access(made->path, X_OK) != 0)
        status = sv_error_set(error, SV_E_RENDERER_MISSING, made->path, NULL);
    else
        status = start(made, error);
    if (status) {
        sv_renderer_free(made);
        return status;
    }
    *renderer = made;
    return SV_OK;
}

void sv_renderer_free(sv_renderer *renderer)
{
    if (!renderer)
        return;
    stop(renderer, 0.5);
    sv_measured_clear(&renderer->measured);
    free(renderer->path);
    free(renderer);
}

void sv_renderer_limit_time(sv_renderer *renderer, double seconds)
{
    renderer->seconds = seconds > 0 ? seconds : SECONDS_USUAL;
}

static sv_status took_too_long(sv_renderer *renderer, double seconds, sv_error *error)
{
    char limit_text[32];
    sv_number_write(seconds, limit_text);
    stop(renderer, 0);
    return sv_error_set(error, SV_E_RENDERER_TIME, NULL, limit_text);
}

/* It went away in the middle of a request: find out how. */
static sv_status went_away(sv_renderer *renderer, sv_error *error)
{
    int outcome = stop(renderer, 1);
    char found[80] = "it gave no answer";
    if (outcome != -1 && WIFEXITED(outcome) && WEXITSTATUS(outcome) == not_started)
        return sv_error_set(error, SV_E_RENDERER_MISSING, renderer->path, NULL);
    if (outcome != -1 && WIFSIGNALED(outcome) && WTERMSIG(outcome) == SIGXCPU)
        return sv_error_set(error, SV_E_RENDERER_TIME, NULL, "600");
    if (outcome != -1 && WIFSIGNALED(outcome))
        snprintf(found, sizeof found, "it was ended by signal %d", WTERMSIG(outcome));
    else if (outcome != -1 && WEXITSTATUS(outcome) != 0)
        snprintf(found, sizeof found, "it ended with code %d", WEXITSTATUS(outcome));
    return sv_error_set(error, SV_E_RENDERER_FAILED, found, NULL);
}

/* Send or receive n bytes before `until`. Both are the same wait with another call at its heart. */
static sv_status transfer(sv_renderer *renderer, bool sending, char *bytes, size_t n, double until, sv_error *error)
{
    struct pollfd wait = {.fd = renderer->socket, .events = sending ? POLLOUT : POLLIN};
    for (size_t done = 0; done < n;) {
        double left = until - seconds_now();
        ssize_t moved;
        int ready = left > 0 ? poll(&wait, 1, (int)(left * 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0)
            return took_too_long(renderer, renderer->seconds, error);
        moved = sending ? send(renderer->socket, bytes + done, n - done, MSG_NOSIGNAL | MSG_DONTWAIT)
                        : recv(renderer->socket, bytes + done, n - done, MSG_DONTWAIT);
        if (moved > 0)
            done += (size_t)moved;
        else if (moved == 0 || (errno != EAGAIN && errno != EINTR))
            return went_away(renderer, error);
    }
    return SV_OK;
}

/* One request and its answer's body (caller frees, also when it is a fault). */
static sv_status ask(sv_renderer *renderer, sv_text *request, sv_wire_kind *kind, char **body, size_t *length, sv_error *error)
{
    char head[SV_WIRE_HEAD];
    double until = seconds_now() + renderer->seconds;
    sv_status status = start(renderer, error);
    *body = NULL;
    if (!status)
        status = transfer(renderer, true, request->bytes, request->length, until, error);
    if (!status)
        status = transfer(renderer, false, head, sizeof head, until, error);
    if (status)
        return status;
    status = sv_wire_read_head(head, kind, length, error);
    if (!status) {
        *body = malloc(*length + 1);
        if (!*body)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    if (status) {
        stop(renderer, 0); /* what else it may have said would be taken for the next answer */
        return status;
    }
    (*body)[*length] = '\0';
    return transfer(renderer, false, *body, *length, until, error);
}

static sv_status ask_sizes(sv_renderer *renderer, sv_measure *texts, size_t n, sv_error *error)
{
    sv_text request = {0};
    sv_wire_kind kind;
    char *body = NULL;
    size_t length;
    sv_status status = SV_OK;
    if (n == 0)
        return SV_OK;
    status = sv_wire_write_measure(texts, n, &request, error);
    if (!status)
        status = ask(renderer, &request, &kind, &body, &length, error);
    if (!status)
        status = sv_wire_read_sizes(kind, body, length, texts, n, error);
    free(body);
    sv_text_clear(&request);
    return status;
}

sv_status sv_renderer_measure(sv_renderer *renderer, sv_measure *texts, size_t n, sv_error *error)
{
    sv_measure *unknown = sv_alloc(n, sizeof *unknown);
    size_t *which = sv_alloc(n, sizeof *which), missing = unknown && which ? sv_measured_find(&renderer->measured, texts, n, unknown, which) : SIZE_MAX;
    sv_status status = missing == SIZE_MAX ? sv_error_set(error, SV_E_MEMORY, NULL, NULL) : SV_OK;
    if (status == SV_OK && missing)
        status = ask_sizes(renderer, unknown, missing, error);
    if (status == SV_OK && !sv_measured_keep(&renderer->measured, unknown, missing))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < missing && status == SV_OK; i++)
        texts[which[i]] = unknown[i];
    free(unknown);
    free(which);
    return status;
}

sv_status sv_renderer_place(sv_renderer *renderer, sv_placement *placement, sv_error *error)
{
    sv_text request = {0};
    sv_wire_kind kind;
    char *body = NULL;
    size_t length;
    sv_status status = SV_OK;
    if (placement->n_boxes == 0)
        return SV_OK;
    status = sv_wire_write_place(placement, &request, error);
    if (!status)
        status = ask(renderer, &request, &kind, &body, &length, error);
    if (!status)
        status = sv_wire_read_positions(kind, body, length, placement, error);
    free(body);
    sv_text_clear(&request);
    return status;
}

sv_status sv_renderer_render(sv_renderer *renderer, const sv_picture *picture, sv_picture_format format, double dpi, char **bytes,
                             size_t *length, sv_error *error)
{
    sv_text request = {0};
    sv_wire_kind kind;
    char *body = NULL;
    size_t n = 0;
    sv_status status = sv_wire_write_render(picture, format, dpi > 0 ? dpi : 144, &request, error);
    *bytes = NULL;
    *length = 0;
    if (!status)
        status = ask(renderer, &request, &kind, &body, &n, error);
    if (!status)
        status = sv_wire_read_bytes(kind, body, n, error);
    if (!status) {
        *bytes = body;
        *length = n;
        body = NULL;
    }
    free(body);
    sv_text_clear(&request);
    return status;
}
