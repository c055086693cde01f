/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes invented maps of any size, for timing and for looking at large pictures.
 *
 * Two kinds. A municipality: residents and organisations in neighbourhoods, a council with the number of seats
 * the Gemeentewet (article 8) gives for its size, alliances, one issue and positions on it, in the sheets a map
 * has. And preferential attachment (Barabási & Albert 1999), in which a few actors become hubs.
 *
 * Everything is invented. Only integers are used, so the same seed gives the same bytes on every machine.
 * Nothing is held in memory but one number per resident, or the ends of the ties for attachment.
 */
#include "generate.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ACTORS = 1000000, LEAST_MUNICIPALITY = 40, LEAST_ATTACHMENT = 4 };

_Noreturn void stop(int code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("generate: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(code);
}

static void help(void)
{
    puts("Usage: generate --actors N [--seed S] [--kind KIND] [--format FORMAT] -o PATH\n"
         "\n"
         "Writes an invented map: the same options give the same bytes everywhere.\n"
         "\n"
         "  --actors N       how many actors (municipality 40, attachment 4, to 1000000)\n"
         "  --seed S         start of the random numbers (42)\n"
         "  --kind KIND      municipality (default): neighbourhoods, organisations, council, alliances\n"
         "                   attachment: hubs, about three ties an actor\n"
         "  --format FORMAT  csv: a folder of sheets (default for municipality)\n"
         "                   edges: one file PATH.edges.csv with source,target (default for attachment)\n"
         "  -o PATH          the folder, or the file\n"
         "  --help           this text\n"
         "\n"
         "Exit: 0 written, 2 wrong use, 4 could not be written.");
    if (fflush(stdout) != 0)
        stop(EXIT_SYSTEM, "cannot write: %s", strerror(errno));
}

static uint64_t whole_number(const char *option, const char *text)
{
    char *end = NULL;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0)
        stop(EXIT_USAGE, "%s expects a whole number, found '%s'", option, text);
    return value;
}

/* Which of two words `text` is: 0 or 1. */
static int one_of(const char *option, const char *text, const char *zero, const char *one)
{
    if (strcmp(text, zero) == 0)
        return 0;
    if (strcmp(text, one) != 0)
        stop(EXIT_USAGE, "%s expects %s or %s, found '%s'", option, zero, one, text);
    return 1;
}

static void option_set(options *o, const char *option, const char *value, uint64_t *actors)
{
    if (strcmp(option, "--actors") == 0)
        *actors = whole_number(option, value);
    else if (strcmp(option, "--seed") == 0)
        o->seed = whole_number(option, value);
    else if (strcmp(option, "--kind") == 0)
        o->kind = (map_kind)one_of(option, value, "municipality", "attachment");
    else if (strcmp(option, "--format") == 0) {
        o->format = (map_format)one_of(option, value, "csv", "edges");
        o->format_given = true;
    } else if (strcmp(option, "-o") == 0)
        o->path = value;
    else
        stop(EXIT_USAGE, "unknown option '%s'; see --help", option);
}

static options options_read(int count, char **words)
{
    options o = {.seed = 42};
    uint64_t actors = 0;
    for (int i = 1; i < count; i += 2) {
        if (i + 1 == count)
            stop(EXIT_USAGE, "'%s' is unknown or lacks a value; see --help", words[i]);
        option_set(&o, words[i], words[i + 1], &actors);
    }
    uint32_t least = o.kind == KIND_MUNICIPALITY ? LEAST_MUNICIPALITY : LEAST_ATTACHMENT;
    if (!o.path || o.path[0] == '\0')
        stop(EXIT_USAGE, "where to? Give -o PATH");
    if (actors < least || actors > MOST_ACTORS)
        stop(EXIT_USAGE, "--actors must be from %u to %u for this kind", (unsigned)least, (unsigned)MOST_ACTORS);
    o.actors = (uint32_t)actors;
    if (!o.format_given)
        o.format = o.kind == KIND_MUNICIPALITY ? FORMAT_CSV : FORMAT_EDGES;
    return o;
}

int main(int count, char **words)
{
    for (int i = 1; i < count; i++)
        if (strcmp(words[i], "--help") == 0) {
            help();
            return EXIT_SUCCESS;
        }
    generator g = {.opt = options_read(count, words)};
    g.random = g.opt.seed;
    pools_init(&g);
    output_open(&g);
    if (g.opt.kind == KIND_MUNICIPALITY)
        municipality_write(&g);
    else
        attachment_write(&g);
    output_close(&g);
    free(g.folder);
    return EXIT_SUCCESS;
}
