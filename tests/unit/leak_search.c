/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The search for leaks: see leak_search.h. */
#include "leak_search.h"

#include "base/file.h"
#include "base/text.h"
#include "inside.h"
#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

static bool stands_in(const mark *m, const char *bytes, size_t n)
{
    for (int form = 0; form < mark_forms; form++)
        if (*m->forms[form] && memmem(bytes, n, m->forms[form], strlen(m->forms[form])))
            return true;
    return false;
}

/* All that stands under a path: a file's bytes, or the names and bytes of all files in a folder. */
static void gather(const char *path, sv_text *all)
{
    char *bytes, **names;
    size_t n;
    if (!sv_file_is_folder(path)) {
        assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, NULL), SV_OK);
        sv_text_add_n(all, bytes, n);
        free(bytes);
        return;
    }
    assert_int_equal(sv_file_list(path, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *inside = sv_file_join(path, names[i]);
        sv_text_addf(all, "%s\n", names[i]);
        gather(inside, all);
        free(inside);
    }
    sv_file_list_free(names, n);
}

size_t leak_count(const char *path, mark_class class, expectation expected)
{
    sv_text all = {0};
    size_t found = 0, n_marks;
    const mark *marks = leak_map_marks(&n_marks);
    gather(path, &all);
    assert_true(all.length > 0 && !all.failed);
    for (size_t i = 0; i < n_marks; i++) {
        bool stands = marks[i].class == class && stands_in(&marks[i], all.bytes, all.length);
        found += stands;
        if (marks[i].class == class && expected != SOME_STAND && stands != (expected == ALL_STAND))
            print_error("%s %s \"%s\": %s\n", sv_file_name(path), stands ? "holds" : "lacks", marks[i].forms[0], marks[i].where);
    }
    sv_text_clear(&all);
    return found;
}

size_t leak_find(const char *path, sv_audience audience)
{
    size_t found = leak_count(path, IN_PRIVATE, NONE_STANDS);
    if (audience == SV_PUBLIC)
        found += leak_count(path, IN_TEAM, NONE_STANDS) + leak_count(path, IN_HIDDEN_CELL, NONE_STANDS);
    return found;
}

/* ---- The program ---- */

static void write_beside(const char *path, const char *ending, const char *text)
{
    char beside[2400];
    FILE *file;
    snprintf(beside, sizeof beside, "%s%s", path, ending);
    file = fopen(beside, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* What people and machines can read in a PDF: its pages, what it says about itself, and all that is packed in it. */
static void open_pdf(const char *path)
{
    char command[8000], *bytes;
    sv_text inside = {0};
    size_t n;
    snprintf(command, sizeof command, "{ pdftotext -raw '%s' - && pdfinfo '%s' && pdfinfo -meta '%s'; } >'%s.text' 2>&1", path, path, path,
             path);
    assert_int_equal(system(command), 0);
    assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, NULL), SV_OK);
    inside_pdf(bytes, n, &inside);
    write_beside(path, ".inside", sv_text_get(&inside));
    sv_text_clear(&inside);
    free(bytes);
}

static void open_png(const char *path)
{
    char *bytes;
    size_t n;
    assert_int_equal(sv_file_read(path, SV_FILE_LIMIT, &bytes, &n, NULL), SV_OK);
    assert_int_equal(inside_png_texts(bytes, n), 0);
    free(bytes);
}

static void open_all(const char *path)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(path, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *file = sv_file_join(path, names[i]);
        const char *ending = strrchr(names[i], '.');
        if (ending && strcmp(ending, ".pdf") == 0)
            open_pdf(file);
        else if (ending && strcmp(ending, ".png") == 0)
            open_png(file);
        free(file);
    }
    sv_file_list_free(names, n);
}

char *leak_answer(const char *folder, const char *arguments, const char *audience, bool may_refuse)
{
    static unsigned number;
    const char *program = getenv("SPEELVELD"), *comment = strstr(arguments, " #");
    char plain[400], filled[600], command[3000], name[40], *path, *said;
    int code;
    if (!program || !*program) {
        puts("skip: the program is not there (SPEELVELD is not set)");
        skip();
    }
    snprintf(name, sizeof name, "antwoord-%u", ++number);
    path = sv_file_join(folder, name);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(plain, sizeof plain, "%.*s", comment ? (int)(comment - arguments) : (int)strlen(arguments), arguments);
    snprintf(filled, sizeof filled, plain, "uit", "uit");
    snprintf(command, sizeof command, "cd '%s' && '%s' %s --audience %s >gezegd 2>&1", path, program, filled, audience);
    code = system(command);
    if (!WIFEXITED(code) || WEXITSTATUS(code) > (may_refuse ? 3 : 0)) {
        said = get_file(path, "gezegd");
        print_error("speelveld %s --audience %s: %s\n", filled, audience, said);
        free(said);
        fail();
    }
    open_all(path);
    return path;
}
