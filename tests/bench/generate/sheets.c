/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The files: a folder of sheets, or one list of ties.
 */
#include "generate.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *joined(const char *a, const char *b, const char *c)
{
    size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = malloc(size);
    if (!text)
        stop(EXIT_SYSTEM, "out of memory");
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

void put(sheet *s, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int written = vfprintf(s->file, format, arguments);
    va_end(arguments);
    if (written < 0)
        stop(EXIT_SYSTEM, "cannot write %s: %s", s->path, strerror(errno));
}

/* Opens `path`, which the sheet takes over, and writes its first line. */
static void sheet_open(sheet *s, char *path, const char *header)
{
    s->path = path;
    s->file = fopen(path, "wb");
    if (!s->file)
        stop(EXIT_SYSTEM, "cannot write %s: %s", path, strerror(errno));
    put(s, "%s", header);
}

void sheet_close(sheet *s)
{
    if (!s->file)
        return;
    if (fclose(s->file) != 0)
        stop(EXIT_SYSTEM, "cannot write %s: %s", s->path, strerror(errno));
    free(s->path);
    *s = (sheet){0};
}

/* Opens a sheet of the map's folder, marked so that Dutch Excel reads it as UTF-8. */
void folder_sheet(const generator *g, sheet *s, const char *name, const char *header)
{
    sheet_open(s, joined(g->folder, name, ".csv"), "\xEF\xBB\xBF");
    put(s, "%s\r\n", header);
}

static void folder_make(const char *path)
{
    struct stat found;
    if (mkdir(path, 0777) == 0)
        return;
    if (errno != EEXIST || stat(path, &found) != 0 || !S_ISDIR(found.st_mode))
        stop(EXIT_SYSTEM, "cannot make the folder %s: %s", path, strerror(errno == EEXIST ? ENOTDIR : errno));
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

void output_open(generator *g)
{
    if (g->opt.format == FORMAT_EDGES) {
        const char *end = ends_with(g->opt.path, ".edges.csv") ? "" : ".edges.csv";
        sheet_open(&g->ties, joined(g->opt.path, end, ""), "source,target\n");
        return;
    }
    folder_make(g->opt.path);
    g->folder = joined(g->opt.path, ends_with(g->opt.path, "/") ? "" : "/", "");
    folder_sheet(g, &g->actors, "Actoren",
                 "id;naam;soort;eigen;functie;fractie;partij;wijk;sector;macht;belang;vertrouwen;betrokkenheid;gewenst;zichtbaarheid");
    folder_sheet(g, &g->ties, "Relaties", "van;naar;soort;sterkte;behalve;bedrag;zichtbaarheid");
    if (g->opt.kind == KIND_MUNICIPALITY) {
        folder_sheet(g, &g->memberships, "Lidmaatschappen", "wie;van;rol;zichtbaarheid");
        folder_sheet(g, &g->positions, "Standpunten", "actor;vraagstuk;standpunt;gewicht;zekerheid;datum;zichtbaarheid;bron");
    }
}

void output_close(generator *g)
{
    sheet_close(&g->actors);
    sheet_close(&g->ties);
    sheet_close(&g->memberships);
    sheet_close(&g->positions);
}
