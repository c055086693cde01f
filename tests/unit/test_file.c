/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Files: read whole within a limit, written whole or not at all, with the rights of any new file. */
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "reading.h"

/* A file of a million bytes, with NULs in it, comes back as it was. */
static void what_is_written_is_read(void **state)
{
    enum { n = 1000003 };
    char *folder = make_folder(), *path = sv_file_join(folder, "groot"), *bytes = malloc(n), *back;
    size_t length = 0;
    (void)state;
    for (size_t i = 0; i < n; i++)
        bytes[i] = (char)(i * i >> 3);
    assert_int_equal(sv_file_write(path, bytes, n, NULL), SV_OK);
    assert_int_equal(sv_file_read(path, n, &back, &length, NULL), SV_OK);
    assert_int_equal(length, n);
    assert_memory_equal(back, bytes, n);
    assert_int_equal(back[n], 0);
    free(back);
    free(bytes);
    free(path);
    remove_folder(folder);
}

/* As many bytes as the limit are fine, one more is not; nothing is also something. */
static void the_limit_is_kept(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "acht"), *bytes = NULL;
    sv_error error;
    size_t length = 99;
    (void)state;
    put_file(folder, "acht", "12345678");
    assert_int_equal(sv_file_read(path, 8, &bytes, &length, &error), SV_OK);
    assert_string_equal(bytes, "12345678");
    free(bytes);
    assert_int_equal(sv_file_read(path, 7, &bytes, &length, &error), SV_DATA);
    assert_int_equal(error.code, SV_E_FILE_TOO_LARGE);
    assert_string_equal(error.found, path);
    put_file(folder, "acht", "");
    assert_int_equal(sv_file_read(path, 7, &bytes, &length, &error), SV_OK);
    assert_int_equal(length, 0);
    assert_string_equal(bytes, "");
    free(bytes);
    free(path);
    remove_folder(folder);
}

static void faults_are_told_apart(void **state)
{
    char *folder = make_folder(), *missing = sv_file_join(folder, "weg"), *inside = sv_file_join(missing, "kaart.json"), *bytes;
    sv_error error;
    size_t length;
    (void)state;
    assert_int_equal(sv_file_read(missing, 100, &bytes, &length, &error), SV_IO);
    assert_int_equal(error.code, SV_E_FILE_OPEN);
    assert_string_equal(error.expected, strerror(2)); /* ENOENT */
    assert_int_equal(sv_file_read(folder, 100, &bytes, &length, &error), SV_IO);
    assert_int_equal(error.code, SV_E_FILE_READ);
    assert_int_equal(sv_file_write(inside, "x", 1, &error), SV_IO);
    assert_int_equal(error.code, SV_E_FILE_WRITE);
    assert_int_equal(sv_file_write(folder, "x", 1, &error), SV_IO); /* a folder is not written over */
    assert_int_equal(error.code, SV_E_FILE_WRITE);
    assert_true(sv_file_is_folder(folder));
    free(inside);
    free(missing);
    remove_folder(folder);
}

/* The rights are those the umask leaves, not those of a temporary file; nothing else is left in the folder. */
static void a_new_file_is_an_ordinary_one(void **state)
{
    char *folder = make_folder(), *path = sv_file_join(folder, "kaart.json"), **names;
    struct stat about;
    mode_t old = umask(027);
    size_t n;
    (void)state;
    put_file(folder, "kaart.json", "eerst");
    put_file(folder, "kaart.json", "daarna");
    umask(old);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0640); /* 0666 without 0027 */
    assert_int_equal(about.st_size, 6);
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    assert_int_equal(n, 1);
    assert_string_equal(names[0], "kaart.json");
    sv_file_list_free(names, n);
    free(path);
    remove_folder(folder);
}

static void lists_in_byte_order(void **state)
{
    static const char *const wanted[] = {".verborgen", "B", "a", "a.csv", "\xC3\xA9"};
    char *folder = make_folder(), **names;
    size_t n;
    sv_error error;
    (void)state;
    for (size_t i = 5; i-- > 0;)
        put_file(folder, wanted[i], "");
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    assert_int_equal(n, 5);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(names[i], wanted[i]);
    sv_file_list_free(names, n);
    assert_int_equal(sv_file_list("/bestaat-niet", &names, &n, &error), SV_IO);
    assert_int_equal(error.code, SV_E_FILE_OPEN);
    remove_folder(folder);
}

static void names_and_folders(void **state)
{
    char *folder = make_folder(), *inside = sv_file_join(folder, "in"), *slash = sv_file_join("map/", "x"), *bare = sv_file_join("", "x"),
         *file = sv_file_join(folder, "bestand");
    sv_error error;
    (void)state;
    assert_string_equal(slash, "map/x");
    assert_string_equal(bare, "/x");
    assert_string_equal(sv_file_name("a/b/c.csv"), "c.csv");
    assert_string_equal(sv_file_name("c.csv"), "c.csv");
    assert_string_equal(sv_file_name("a/"), "");
    assert_false(sv_file_exists(inside));
    assert_int_equal(sv_file_make_folder(inside, NULL), SV_OK);
    assert_int_equal(sv_file_make_folder(inside, NULL), SV_OK); /* it may stand there already */
    assert_true(sv_file_exists(inside) && sv_file_is_folder(inside));
    put_file(folder, "bestand", "x");
    assert_true(sv_file_exists(file) && !sv_file_is_folder(file));
    assert_int_equal(sv_file_make_folder(file, &error), SV_IO);
    assert_int_equal(error.code, SV_E_FILE_WRITE);
    free(file);
    free(bare);
    free(slash);
    free(inside);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),       cmocka_unit_test(the_limit_is_kept), cmocka_unit_test(faults_are_told_apart),
        cmocka_unit_test(a_new_file_is_an_ordinary_one), cmocka_unit_test(lists_in_byte_order), cmocka_unit_test(names_and_folders),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
