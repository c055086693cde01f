/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "gathering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "format/archive.h"

static void add_parts(const char *bytes, size_t n, const char *path, sv_text *all)
{
    char buffer[4096];
    const char *name;
    ptrdiff_t read;
    sv_archive *archive;
    assert_int_equal(sv_archive_open(bytes, n, SV_SHRINKS_ODS, path, &archive, NULL), SV_OK);
    for (size_t i = 0; (name = sv_archive_name(archive, i)) != NULL; i++) {
        assert_int_equal(sv_archive_start(archive, name, NULL), SV_OK);
        while ((read = sv_archive_read(archive, buffer, sizeof buffer, NULL)) > 0)
            sv_text_add_n(all, buffer, (size_t)read);
    }
    sv_archive_close(archive);
}

static void add_file(const char *path, sv_text *all)
{
    char *bytes;
    size_t n;
    assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, NULL), SV_OK);
    sv_text_addf(all, "%s\n", sv_file_name(path));
    sv_text_add_n(all, bytes, n);
    if (n > 4 && memcmp(bytes, "PK\3\4", 4) == 0)
        add_parts(bytes, n, path, all);
    free(bytes);
}

void gather_files(const char *path, sv_text *all)
{
    char **names;
    size_t n;
    if (!sv_file_is_folder(path)) {
        add_file(path, all);
        return;
    }
    assert_int_equal(sv_file_list(path, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *inside = sv_file_join(path, names[i]);
        gather_files(inside, all);
        free(inside);
    }
    sv_file_list_free(names, n);
}
