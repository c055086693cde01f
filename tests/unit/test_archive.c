/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Archives: what is whole is read, what is damaged or made to harm is refused with its cause, quickly and in little memory. */
#include "format/archive.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "workbook_maker.h"

#ifdef __SANITIZE_ADDRESS__
enum { seconds_allowed = 10, watches_memory = 0 };
#else
enum { seconds_allowed = 2, watches_memory = 1 };
#endif
enum { memory_allowed = 200 << 20 };

/* ---- In a process of its own ---- */

static size_t memory_now(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    size_t pages = 0;
    if (file) {
        assert_int_equal(fscanf(file, "%zu", &pages), 1);
        fclose(file);
    }
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Read a file in a child that may use so much more memory and time; returns the code of the fault, SV_E_NONE when it was read. */
static sv_code read_confined(const char *name, char *bytes, size_t length)
{
    int status;
    sv_code code = SV_E_NONE;
    int pipes[2];
    pid_t child;
    assert_int_equal(pipe(pipes), 0);
    child = fork();
    if (child == 0) {
        size_t most = memory_now() + memory_allowed;
        reading r;
        alarm(20 * seconds_allowed); /* the machine may have other work: what counts is time on the processor */
        setrlimit(RLIMIT_CPU, &(struct rlimit){seconds_allowed, seconds_allowed});
        if (watches_memory)
            setrlimit(RLIMIT_AS, &(struct rlimit){most, most});
        r = read_bytes(name, bytes, length);
        code = r.status == SV_OK ? SV_E_NONE : r.error.code;
        _exit(write(pipes[1], &code, sizeof code) != sizeof code);
    }
    close(pipes[1]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0); /* not ended by a limit, and not by a crash */
    assert_int_equal(read(pipes[0], &code, sizeof code), sizeof code);
    close(pipes[0]);
    free(bytes);
    return code;
}

/* A workbook of which one part is deflated data that swells. */
static char *swelling_beside(const char *part, const char *other, const char *before, const char *piece, size_t times, const char *after,
                             size_t *length)
{
    static const char book[] = "<workbook><sheets><sheet name='Actoren' id='a'/></sheets></workbook>";
    static const char relations[] = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='sheet.xml'/>"
                                    "<Relationship Id='b' Type='x/sharedStrings' Target='texts.xml'/></Relationships>";
    size_t n;
    char *swelling = make_swelling(before, piece, times, after, &n), *bytes;
    bool sheet = strcmp(part, "xl/sheet.xml") == 0;
    zip_part parts[] = {{.name = "xl/workbook.xml", .bytes = book},
                        {.name = "xl/_rels/workbook.xml.rels", .bytes = relations},
                        {.name = part, .bytes = swelling, .n = n, .deflated = true, .claims = 1000},
                        {.name = sheet ? "xl/texts.xml" : "xl/sheet.xml", .bytes = other}};
    bytes = make_zip(parts, 4, length);
    free(swelling);
    return bytes;
}

static char *swelling_xlsx(const char *part, const char *before, const char *piece, size_t times, const char *after, size_t *length)
{
    return swelling_beside(part, strcmp(part, "xl/sheet.xml") == 0 ? "<sst/>" : "<worksheet/>", before, piece, times, after, length);
}

/* ---- Tests ---- */

static void test_reads_parts(void **state)
{
    static const zip_part parts[] = {
        {.name = "a/b.txt", .bytes = "hallo"}, {.name = "../c", .bytes = "buiten"}, {.name = "a/b.txt", .bytes = "dubbel"}};
    size_t length;
    char *bytes = make_zip(parts, 3, &length), buffer[100];
    sv_archive *archive;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_archive_open(bytes, length, SV_SHRINKS_XLSX, "x.zip", &archive, &error), SV_OK);
    assert_true(sv_archive_has(archive, "a/b.txt"));
    assert_false(sv_archive_has(archive, "A/B.txt"));
    assert_int_equal(sv_archive_start(archive, "a/b.txt", &error), SV_OK); /* of two with one name the first */
    assert_int_equal(sv_archive_read(archive, buffer, sizeof buffer, &error), 5);
    assert_memory_equal(buffer, "hallo", 5);
    assert_int_equal(sv_archive_read(archive, buffer, sizeof buffer, &error), 0);
    assert_int_equal(sv_archive_start(archive, "../c", &error), SV_OK); /* only a name: nothing is ever written to disk */
    assert_int_equal(sv_archive_start(archive, "d", &error), SV_DATA);
    assert_int_equal(error.code, SV_E_WORKBOOK_PART);
    assert_string_equal(error.expected, "d");
    sv_archive_close(archive);
    free(bytes);
}

static void test_wrong_checksum(void **state)
{
    static const zip_part part = {.name = "a", .bytes = "hallo", .wrong_checksum = true};
    size_t length;
    char *bytes = make_zip(&part, 1, &length), buffer[100];
    sv_archive *archive;
    sv_error error = {0};
    ptrdiff_t n;
    (void)state;
    assert_int_equal(sv_archive_open(bytes, length, SV_SHRINKS_XLSX, "x.zip", &archive, &error), SV_OK);
    assert_int_equal(sv_archive_start(archive, "a", &error), SV_OK);
    while ((n = sv_archive_read(archive, buffer, sizeof buffer, &error)) > 0)
        continue;
    assert_int_equal(n, -1);
    assert_int_equal(error.code, SV_E_WORKBOOK_DAMAGED);
    assert_string_equal(error.expected, "a checksum is wrong");
    sv_archive_close(archive);
    free(bytes);
}

static void test_too_many_entries(void **state)
{
    size_t n = SV_ARCHIVE_ENTRIES + 1, length;
    zip_part *parts = calloc(n, sizeof *parts);
    char *bytes;
    (void)state;
    for (size_t i = 0; i < n; i++)
        parts[i] = (zip_part){.name = "a", .bytes = "b"};
    bytes = make_zip(parts, n, &length);
    free(parts);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_TOO_MANY);
}

/* A gigabyte of zeros in about a megabyte: out of the archive comes no more than its limit. */
static void test_a_gigabyte_of_zeros(void **state)
{
    size_t length, out = 0, n_swelling;
    char *swelling = make_swelling("", "", (size_t)1 << 30, "", &n_swelling), *buffer = malloc(65536), *bytes;
    zip_part part = {.name = "a", .bytes = swelling, .n = n_swelling, .deflated = true, .claims = 7};
    sv_archive *archive;
    sv_error error = {0};
    ptrdiff_t n;
    (void)state;
    bytes = make_zip(&part, 1, &length);
    assert_in_range(length, 900000, 1200000);
    assert_int_equal(sv_archive_open(bytes, length, SV_SHRINKS_XLSX, "x.zip", &archive, &error), SV_OK);
    assert_int_equal(sv_archive_start(archive, "a", &error), SV_OK);
    while ((n = sv_archive_read(archive, buffer, 65536, &error)) > 0)
        out += (size_t)n;
    assert_int_equal(error.code, SV_E_WORKBOOK_SWELLS);
    assert_in_range(out, sv_archive_limit(length, SV_SHRINKS_XLSX) - 65536, sv_archive_limit(length, SV_SHRINKS_XLSX));
    sv_archive_close(archive);
    free(bytes);
    free(swelling);
    free(buffer);
    bytes = swelling_xlsx("xl/sheet.xml", "", "", (size_t)1 << 30, "", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_DAMAGED); /* a zero is no XML */
}

static void test_bombs_of_sound_xml(void **state)
{
    static const char row[] = "<row><c t='inlineStr'><is><t>naam</t></is></c></row>";
    size_t length;
    char *bytes;
    (void)state;
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet><sheetData>", "<row/>", (size_t)180 << 20, "</sheetData></worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_SWELLS);
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet><sheetData>", row, (size_t)20 << 20, "</sheetData></worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_SWELLS);
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet>", " ", (size_t)1 << 30, "</worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_DAMAGED); /* one text without end */
    bytes = swelling_xlsx("xl/texts.xml", "<sst>", "<si><t>abcdefgh</t></si>", (size_t)40 << 20, "</sst>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_SWELLS);
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet>", "<a>", (size_t)10 << 20, "</worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_DAMAGED); /* nested too deep */
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet", " a='1'", (size_t)10 << 20, "></worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_DAMAGED); /* too many attributes */
    bytes = swelling_xlsx("xl/sheet.xml", "<worksheet>", "<a xmlns:b='c'/>", (size_t)10 << 20, "</worksheet>", &length);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_DAMAGED); /* too many namespaces */
}

/* Two long texts, named by cell after cell: little XML, much text. */
static void test_shared_text_that_swells(void **state)
{
    size_t length;
    sv_text texts = {0};
    char *bytes;
    (void)state;
    sv_text_add(&texts, "<sst><si><t>naam</t></si>");
    for (size_t text = 0; text < 2; text++) {
        sv_text_add(&texts, "<si><t>");
        for (size_t i = 0; i < 1 << 16; i++)
            sv_text_add_char(&texts, text ? 'x' : 'y');
        sv_text_add(&texts, "</t></si>");
    }
    sv_text_add(&texts, "</sst>");
    bytes = swelling_beside("xl/sheet.xml", texts.bytes, "<worksheet><sheetData><row><c t='s'><v>0</v></c></row>",
                            "<row><c t='s'><v>1</v></c></row><row><c t='s'><v>2</v></c></row>", 50000, "</sheetData></worksheet>", &length);
    sv_text_clear(&texts);
    assert_int_equal(read_confined("x.xlsx", bytes, length), SV_E_WORKBOOK_SWELLS);
}

static void test_entities(void **state)
{
    static const char bomb[] =
        "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><worksheet>&c;</worksheet>";
    static const char outside[] = "<?xml version='1.0'?><!-- x --><!DOCTYPE a SYSTEM 'file:///etc/passwd'><worksheet/>";
    static const char *const sheets[] = {bomb, outside};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        size_t length;
        char *bytes = make_zip(
            (zip_part[]){{.name = "xl/workbook.xml", .bytes = "<workbook><sheets><sheet name='Actoren' id='a'/></sheets></workbook>"},
                         {.name = "xl/_rels/workbook.xml.rels", .bytes = "<a><Relationship Id='a' Type='/worksheet' Target='s'/></a>"},
                         {.name = "xl/s", .bytes = sheets[i]}},
            3, &length);
        reading r = read_made("x.xlsx", bytes, length);
        assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
        assert_string_equal(r.error.expected, "it has a document type, which no spreadsheet program writes");
        assert_string_equal(r.error.place.sheet, "xl/s");
        clear_reading(&r);
    }
}

static void test_repeated_without_end(void **state)
{
    static const char *const tables[] = {
        "<table:table table:name='Actoren'><table:table-row "
        "table:number-rows-repeated='1000000000'><table:table-cell><text:p>naam</text:p></table:table-cell>"
        "</table:table-row></table:table>",
        "<table:table table:name='Actoren'><table:table-row><table:table-cell "
        "table:number-columns-repeated='1000000000'><text:p>naam</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        "<table:table table:name='Actoren'><table:table-row><table:table-cell><text:p><text:s "
        "text:c='1000000000'/></text:p></table:table-cell>"
        "</table:table-row></table:table>"};
    static const sv_code codes[] = {SV_E_WORKBOOK_SWELLS, SV_E_TOO_MANY, SV_E_HEADER_MISSING};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        size_t length;
        char *bytes = make_ods(tables[i], &length);
        sv_code code = read_confined("x.ods", bytes, length);
        assert_true(code == codes[i] || (i == 2 && code != SV_E_NONE));
    }
}

/* Empty rows and columns that are said to be there often are passed over. */
static void test_repeated_emptiness(void **state)
{
    reading r = read_tables(
        "<table:table table:name='Actoren'><table:table-row><table:table-cell><text:p>naam</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='1000000000'/></table:table-row>"
        "<table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Jan</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated='1000000000'><table:table-cell/></table:table-row></table:table>");
    sv_place place;
    (void)state;
    assert_int_equal(r.status, SV_OK);
    assert_int_equal(sv_map_rows(r.map, SV_ACTORS), 1);
    sv_map_place(r.map, SV_ACTORS, 0, SV_ACTOR_NAME, &place);
    assert_int_equal(place.row, 1002);
    clear_reading(&r);
}

/* A small workbook cut off at every byte, and with every byte changed: refused, or read; never worse. */
static void test_every_byte(void **state)
{
    size_t length;
    char *bytes = make_xlsx(
        &(xlsx_text){.sheet = "Actoren",
                     .rows =
                         "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='inlineStr'><is><t>Jan</t></is></c></row>",
                     .texts = "<si><t>naam</t></si>"},
        &length);
    reading whole = read_bytes("x.xlsx", bytes, length);
    (void)state;
    assert_int_equal(whole.status, SV_OK);
    clear_reading(&whole);
    for (size_t n = 0; n < length; n++) {
        reading r = read_bytes("x.xlsx", bytes, n);
        assert_int_not_equal(r.status, SV_OK);
        assert_int_not_equal(r.error.code, SV_E_NONE);
        assert_int_not_equal(r.error.code, SV_E_INTERNAL);
        clear_reading(&r);
    }
    for (size_t i = 0; i < length; i++) {
        reading r;
        bytes[i] = (char)(bytes[i] ^ 0x55);
        r = read_bytes("x.xlsx", bytes, length);
        assert_true(r.status == SV_OK || r.error.code != SV_E_NONE);
        clear_reading(&r);
        bytes[i] = (char)(bytes[i] ^ 0x55);
    }
    free(bytes);
}

static void test_locked_and_old(void **state)
{
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0W\0o\0r\0k\0b\0o\0o\0k";
    static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    size_t length;
    char *bytes = make_zip((zip_part[]){{.name = "META-INF/manifest.xml", .bytes = "<m><file-entry><encryption-data/></file-entry></m>"},
                                        {.name = "content.xml", .bytes = "onleesbaar"}},
                           2, &length);
    reading r = read_made("x.ods", bytes, length);
    (void)state;
    assert_int_equal(r.error.code, SV_E_WORKBOOK_LOCKED);
    clear_reading(&r);
    r = read_bytes("x.xls", old, sizeof old);
    assert_int_equal(r.error.code, SV_E_WORKBOOK_OLD);
    clear_reading(&r);
    r = read_bytes("x.xlsx", locked, sizeof locked);
    assert_int_equal(r.error.code, SV_E_WORKBOOK_LOCKED);
    clear_reading(&r);
    r = read_bytes("x.xlsx", "\0\1\2geen zip", 11);
    assert_int_equal(r.error.code, SV_E_WORKBOOK_DAMAGED);
    clear_reading(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_parts),        cmocka_unit_test(test_wrong_checksum),
        cmocka_unit_test(test_too_many_entries),   cmocka_unit_test(test_a_gigabyte_of_zeros),
        cmocka_unit_test(test_bombs_of_sound_xml), cmocka_unit_test(test_shared_text_that_swells),
        cmocka_unit_test(test_entities),           cmocka_unit_test(test_repeated_without_end),
        cmocka_unit_test(test_repeated_emptiness), cmocka_unit_test(test_every_byte),
        cmocka_unit_test(test_locked_and_old),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
