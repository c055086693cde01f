/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A map in CSV written in its own place. All sheets are written in a folder beside it first, so that a full disk leaves
 * everything as it was; then they take the places of the old ones, the actors last, and what the map no longer
 * has a sheet for is removed. A file that was not read as a sheet stays.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/file.h"
#include "csv_folder.h"
#include "sheet_words.h"

typedef struct replacing {
    const char *folder;
    sv_text beside;      /* the folder that the new sheets are written in */
    char **old, **fresh; /* the files of both */
    size_t n_old, n_fresh;
} replacing;

static sv_status system_fault(sv_error *error, const char *path)
{
    return sv_error_set(error, errno == ENOMEM ? SV_E_MEMORY : SV_E_FILE_WRITE, path, strerror(errno));
}

/* A new folder beside this one, for nobody else to look into. */
static sv_status make_beside(replacing *r, sv_error *error)
{
    size_t n = strlen(r->folder);
    while (n > 1 && r->folder[n - 1] == '/')
        n--;
    for (int i = 0; i < 100; i++) {
        r->beside.length = 0;
        sv_text_addf(&r->beside, "%.*s.%ld-%d.part", (int)n, r->folder, (long)getpid(), i);
        if (r->beside.failed)
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (mkdir(r->beside.bytes, 0700) == 0)
            return SV_OK;
        if (errno != EEXIST)
            break;
    }
    return system_fault(error, r->beside.bytes);
}

static bool is_among(const char *name, char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Put a new file where the old one stands, with its rights; a link keeps pointing where it did. */
static sv_status move(const replacing *r, const char *name, sv_error *error)
{
    char *from = sv_file_join(r->beside.bytes, name), *to = sv_file_join(r->folder, name), *real = NULL;
    struct stat old;
    sv_status status = from && to ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && stat(to, &old) == 0)
        (void)chmod(from, old.st_mode & 07777);
    if (status == SV_OK && lstat(to, &old) == 0 && S_ISLNK(old.st_mode))
        real = realpath(to, NULL);
    if (status == SV_OK && rename(from, real ? real : to) != 0)
        status = system_fault(error, to);
    free(real);
    free(from);
    free(to);
    return status;
}

/* The file of a sheet that is no longer there, or that stands under another name now. Of two files for one sheet only the first was read.
 */
static sv_status remove_stale(const replacing *r, sv_error *error)
{
    bool seen[SV_SHEETS + 1] = {false};
    for (size_t i = 0; i < r->n_old; i++) {
        sv_sheet sheet = sv_csv_sheet_of(r->old[i]);
        bool read = sv_csv_is_table(r->old[i]) && (sheet == SV_SHEETS || !seen[sheet]);
        char *path;
        if (sv_csv_is_table(r->old[i]))
            seen[sheet] = true;
        if (!read || is_among(r->old[i], r->fresh, r->n_fresh))
            continue;
        path = sv_file_join(r->folder, r->old[i]);
        if (!path)
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (unlink(path) != 0) {
            sv_status status = system_fault(error, path);
            free(path);
            return status;
        }
        free(path);
    }
    return SV_OK;
}

/* What did not reach its place goes, and so does the folder. */
static void clean_up(replacing *r)
{
    char **left = NULL;
    size_t n = 0;
    if (r->beside.bytes && sv_file_list(r->beside.bytes, &left, &n, NULL) == SV_OK) {
        for (size_t i = 0; i < n; i++) {
            char *path = sv_file_join(r->beside.bytes, left[i]);
            if (path)
                (void)unlink(path);
            free(path);
        }
        sv_file_list_free(left, n);
    }
    if (r->beside.bytes)
        (void)rmdir(r->beside.bytes);
    sv_file_list_free(r->old, r->n_old);
    sv_file_list_free(r->fresh, r->n_fresh);
    sv_text_clear(&r->beside);
}

sv_status sv_csv_folder_replace(const sv_map *map, const char *folder, sv_language language, sv_error *error)
{
    replacing r = {.folder = folder};
    char actors[80];
    sv_status status = make_beside(&r, error);
    if (status != SV_OK) {
        sv_text_clear(&r.beside);
        return status;
    }
    snprintf(actors, sizeof actors, "%s.csv", sv_sheet_word(SV_ACTORS, language));
    status = sv_csv_folder_write(map, r.beside.bytes, language, error);
    if (status == SV_OK)
        status = sv_file_list(folder, &r.old, &r.n_old, error);
    if (status == SV_OK)
        status = sv_file_list(r.beside.bytes, &r.fresh, &r.n_fresh, error);
    for (size_t i = 0; i < r.n_fresh && status == SV_OK; i++)
        if (strcmp(r.fresh[i], actors) != 0)
            status = move(&r, r.fresh[i], error);
    if (status == SV_OK)
        status = remove_stale(&r, error);
    if (status == SV_OK)
        status = move(&r, actors, error);
    clean_up(&r);
    return status;
}
