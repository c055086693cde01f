/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The same work over and over in one process, as a window that stays open would do it:
 *
 *     repeat TIMES MAP...
 *
 * Reads a map, makes its network and computes every score, and says what of the memory each step holds, for each actor and each tie
 * where there are many; and how much is held after the work is done, the first time and the last. Ends with 1 when that grew.
 * Counts to the byte with GLIBC_TUNABLES=glibc.malloc.tcache_count=0: else what threads keep at hand is taken for held.
 */
#include <speelveld/format.h>
#include <speelveld/score.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { settled = 3 /* rounds after which what libraries keep for good has been made */ };

/* Bytes that are held, after each step of a round. */
typedef struct round_bytes {
    size_t before, map, network, scores, after;
    size_t actors, ties;
} round_bytes;

static size_t held(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

static size_t resident(void)
{
    unsigned long all = 0, here = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%lu %lu", &all, &here) != 2)
        here = 0;
    if (file)
        fclose(file);
    return (size_t)here * (size_t)sysconf(_SC_PAGESIZE);
}

static sv_status work(const char *path, round_bytes *bytes, sv_error *error)
{
    sv_map *map = NULL;
    sv_network *network = NULL;
    sv_scores *scores = NULL;
    sv_problems problems = {0};
    sv_status status;
    bytes->before = held();
    status = sv_map_read(&path, 1, &map, &problems, error);
    bytes->map = held();
    if (status == SV_OK)
        status = sv_network_new(map, NULL, &network, error);
    bytes->network = held();
    if (status == SV_OK)
        status = sv_scores_new(network, NULL, 0, NULL, &scores, error);
    bytes->scores = held();
    if (status == SV_OK) {
        bytes->actors = sv_network_actors(network);
        bytes->ties = sv_network_ties(network);
    }
    sv_scores_free(scores);
    sv_network_free(network);
    sv_problems_clear(&problems);
    sv_map_free(map);
    bytes->after = held();
    return status;
}

static void say_step(const char *name, size_t bytes, const round_bytes *round)
{
    printf("  %-8s %12zu bytes  %8.0f an actor  %8.0f a tie\n", name, bytes, (double)bytes / (double)round->actors,
           (double)bytes / (double)(round->ties ? round->ties : 1));
}

/* 0 when it held no more at the end than when it had settled, else 1. */
static int repeat(const char *path, long times)
{
    round_bytes round = {0};
    sv_error error = {0};
    size_t first = 0, first_resident = 0;
    for (long i = 0; i < times; i++) {
        if (work(path, &round, &error) != SV_OK) {
            fprintf(stderr, "%s: %s\n", path, sv_code_id(error.code));
            return 4;
        }
        if (i < settled) {
            first = round.after;
            first_resident = resident();
        }
    }
    printf("%s: %zu actors, %zu ties in the network\n", path, round.actors, round.ties);
    say_step("map", round.map - round.before, &round);
    say_step("network", round.network - round.map, &round);
    say_step("scores", round.scores - round.network, &round);
    printf("  held when done: %zu bytes at first, %zu after %ld times; resident %zu and %zu KiB\n", first, round.after, times,
           first_resident / 1024, resident() / 1024);
    return round.after > first;
}

int main(int argc, char **argv)
{
    long times = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    int code = 0;
    if (times < 1) {
        fprintf(stderr, "usage: repeat TIMES MAP...\n");
        return 2;
    }
    for (int i = 2; i < argc && code == 0; i++)
        code = repeat(argv[i], times);
    return code;
}
