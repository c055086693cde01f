/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Traces: looking for a name in the bytes that were written, and not in what we think we wrote. Workbooks are unpacked
 * and the characters that XML writes otherwise are read as they are meant; other files are looked at as text.
 */
#include <speelveld/format.h>

#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/text.h"
#include "../model/mention.h"
#include "archive.h"
#include "encoding.h"

typedef struct looking {
    mention_who who;
    sv_traces *traces;
    const char *file, *part;
} looking;

void sv_traces_clear(sv_traces *traces)
{
    free(traces->places);
    *traces = (sv_traces){0};
}

/* ---- Bytes ---- */

/* line 0: the name of the file itself. */
static bool keep(looking *l, uint64_t line)
{
    sv_traces *traces = l->traces;
    sv_place place = {.row = line};
    traces->found++;
    if (traces->n == SV_TRACES_KEPT)
        return true;
    if (!sv_grow(&traces->places, &traces->capacity, traces->n + 1, sizeof *traces->places))
        return false;
    sv_text_fit(place.file, sizeof place.file, l->file);
    sv_text_fit(place.sheet, sizeof place.sheet, l->part);
    traces->places[traces->n++] = place;
    return true;
}

/* Look through n bytes with a NUL behind them; there may be others among them. False without memory. */
static bool look(looking *l, const char *bytes, size_t n)
{
    uint64_t line = 1;
    for (const char *at = bytes, *end = bytes + n; at < end; at += strlen(at) + 1) {
        mention found;
        const char *counted = at;
        for (size_t from = 0; mention_next(&l->who, at, from, &found); from = found.start + found.length) {
            for (; counted < at + found.start; counted++)
                line += *counted == '\n';
            if (!keep(l, line))
                return false;
        }
        for (; *counted; counted++)
            line += *counted == '\n';
    }
    return true;
}

/* ---- Workbooks ---- */

/* What XML writes as &…; as it is meant, in place. */
static size_t read_entities(char *text, size_t n)
{
    static const struct {
        const char *written;
        char meant;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    char *to = text;
    for (char *at = text, *end = text + n; at < end;) {
        size_t i = 0;
        while (i < 5 && (*at != '&' || strncmp(at, entities[i].written, strlen(entities[i].written)) != 0))
            i++;
        *to++ = i < 5 ? entities[i].meant : *at;
        at += i < 5 ? strlen(entities[i].written) : 1;
    }
    *to = '\0';
    return (size_t)(to - text);
}

static sv_status look_in_part(looking *l, sv_archive *archive, sv_error *error)
{
    sv_text text = {0};
    char buffer[4096];
    ptrdiff_t n = 0;
    sv_status status = sv_archive_start(archive, l->part, error);
    while (status == SV_OK && (n = sv_archive_read(archive, buffer, sizeof buffer, error)) > 0)
        sv_text_add_n(&text, buffer, (size_t)n);
    if (status == SV_OK && n < 0)
        status = SV_DATA;
    if (status == SV_OK && text.length && !look(l, text.bytes, read_entities(text.bytes, text.length)))
        text.failed = true;
    if (text.failed)
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_text_clear(&text);
    return status;
}

static sv_status look_in_archive(looking *l, const char *bytes, size_t n, sv_error *error)
{
    sv_archive *archive = NULL;
    sv_status status = sv_archive_open(bytes, n, SV_SHRINKS_ODS, l->file, &archive, error);
    for (size_t i = 0; status == SV_OK && (l->part = sv_archive_name(archive, i)) != NULL; i++)
        if (*l->part && l->part[strlen(l->part) - 1] != '/')
            status = look_in_part(l, archive, error);
    sv_archive_close(archive);
    l->part = "";
    return status;
}

/* ---- Files ---- */

static bool is_utf16(const char *bytes, size_t n)
{
    return n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static sv_status look_in_file(looking *l, const char *path, sv_error *error)
{
    char *bytes = NULL;
    size_t n = 0;
    sv_status status = sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, error);
    l->file = sv_file_name(path);
    if (status == SV_OK && n >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
        status = look_in_archive(l, bytes, n, error);
    else if (status == SV_OK && (is_utf16(bytes, n) || !memchr(bytes, '\0', n)))
        status = sv_encoding_to_utf8(&bytes, &n, path, NULL, error);
    if (status == SV_OK && (n < 4 || memcmp(bytes, "PK\3\4", 4) != 0) && !look(l, bytes, n))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    free(bytes);
    if (status == SV_OK || status == SV_MEMORY)
        return status;
    sv_text_fit(l->traces->unread, sizeof l->traces->unread, path); /* what cannot be read may hold anything */
    return SV_OK;
}

static sv_status look_in_folder(looking *l, const char *folder, sv_error *error)
{
    char **names = NULL;
    size_t n = 0;
    sv_status status = sv_file_list(folder, &names, &n, error);
    for (size_t i = 0; status == SV_OK && i < n; i++) {
        char *path = sv_file_join(folder, names[i]);
        if (!path)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        else if (sv_file_is_folder(path))
            sv_text_fit(l->traces->unread, sizeof l->traces->unread, path);
        else
            status = look_in_file(l, path, error);
        if (status == SV_OK && mention_next(&l->who, names[i], 0, &(mention){0}) && !keep(l, 0))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        free(path);
    }
    sv_file_list_free(names, n);
    return status;
}

sv_status sv_traces_find(const char *path, const sv_map *map, const sv_forget_options *who, sv_traces *traces, sv_error *error)
{
    looking l = {.traces = traces, .part = ""};
    sv_status status = SV_OK;
    if (!mention_begin(&l.who, map, SV_NO_ROW, who->name, who->id))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    else
        status = sv_file_is_folder(path) ? look_in_folder(&l, path, error) : look_in_file(&l, path, error);
    mention_clear(&l.who);
    return status;
}
