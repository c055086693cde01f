/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: columns stand straight in a terminal in any script, and a CSV opens in a spreadsheet as text, not as a formula. */
#include "report/grid.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define KYOTO "\xE4\xBA\xAC\xE9\x83\xBD" /* two characters, four columns wide */
#define MARKED "e\xCC\x81"               /* an e and a mark above it: one column */

/* A grid with these cells, in rows of n. */
static sv_grid grid_of(size_t n, const char *const *cells, size_t count)
{
    sv_grid grid;
    grid_init(&grid, n);
    for (size_t i = 0; i < count; i++)
        grid_add(&grid, cells[i]);
    return grid;
}

static void assert_text(const sv_grid *grid, size_t widest, const char *wanted)
{
    sv_text out = {0};
    grid_write_text(grid, widest, &out);
    assert_false(out.failed);
    assert_string_equal(sv_text_get(&out), wanted);
    sv_text_clear(&out);
}

static void aligns_by_what_is_shown(void **state)
{
    const char *const cells[] = {"naam", "soort", KYOTO, "x", MARKED MARKED, "y", "\xC5\x81uk", "", "lang genoeg", "z"};
    sv_grid grid = grid_of(2, cells, 10);
    (void)state;
    assert_text(&grid, 0,
                "  naam         soort\n"
                "  " KYOTO "         x\n"
                "  " MARKED MARKED "           y\n"
                "  \xC5\x81uk          \n"
                "  lang genoeg  z\n");
    grid_clear(&grid);
    grid_clear(&grid);
}

static void numbers_stand_right(void **state)
{
    sv_grid grid;
    (void)state;
    grid_init(&grid, 3);
    grid_add(&grid, "#");
    grid_add(&grid, "naam");
    grid_add(&grid, "nabijheid");
    grid_add_number(&grid, 1, 0, SV_DUTCH);
    grid_add(&grid, "Anna");
    grid_add_number(&grid, 12.5, 3, SV_DUTCH);
    grid_add_number(&grid, 10, 0, SV_DUTCH);
    grid_add(&grid, "Bo");
    grid_add_number(&grid, NAN, 3, SV_DUTCH);
    assert_text(&grid, 0,
                "   #  naam  nabijheid\n"
                "   1  Anna     12,500\n"
                "  10  Bo            \xE2\x80\x93\n");
    grid_clear(&grid);
}

/* Cut to the same width whatever the characters: where a wide one does not fit, the column is filled up. */
static void cuts_wide_cells(void **state)
{
    const char *const cells[] = {"abcdef", "|", "abcde", "|", KYOTO KYOTO, "|", KYOTO "a", "|", "a" KYOTO KYOTO, "|", MARKED "bcdef", "|", "a\nb\tc", "|"};
    sv_grid grid = grid_of(2, cells, 14);
    (void)state;
    assert_text(&grid, 5,
                "  abcd…  |\n"
                "  abcde  |\n"
                "  " KYOTO "…  |\n"
                "  " KYOTO "a  |\n"
                "  a\xE4\xBA\xAC…   |\n" /* 1 + 2 + 1 columns and one space */
                "  " MARKED "bcd…  |\n"
                "  a b c  |\n");
    grid_clear(&grid);
}

static void assert_csv(const sv_grid *grid, const char *wanted)
{
    sv_text out = {0};
    grid_write_csv(grid, &out);
    assert_string_equal(sv_text_get(&out), wanted);
    sv_text_clear(&out);
}

static void csv_quotes_what_must_be(void **state)
{
    const char *const cells[] = {"naam", "notitie", "Jan; de Boer", "zei \"nee\"", "twee\nregels", "", KYOTO, "a,b"};
    sv_grid grid = grid_of(2, cells, 8);
    (void)state;
    assert_csv(&grid, "\xEF\xBB\xBFnaam;notitie\r\n\"Jan; de Boer\";\"zei \"\"nee\"\"\"\r\n\"twee\nregels\";\r\n" KYOTO ";a,b\r\n");
    grid_clear(&grid);
}

/* What a spreadsheet would run gets an apostrophe in front; a negative number stays a number. */
static void csv_holds_no_formulas(void **state)
{
    const char *const cells[] = {"=A1", "+31", "-4", "@x", "\tx", "\rx", "=\"x\";1", "a=1", "'x"};
    sv_grid grid = grid_of(1, cells, 9);
    (void)state;
    assert_csv(&grid, "\xEF\xBB\xBF'=A1\r\n'+31\r\n'-4\r\n'@x\r\n'\tx\r\n\"'\rx\"\r\n\"'=\"\"x\"\";1\"\r\na=1\r\n'x\r\n");
    grid_clear(&grid);
    grid_init(&grid, 1);
    grid_add(&grid, "-kop");
    grid_add_number(&grid, -4, 0, SV_DUTCH);
    grid_add_number(&grid, -1.5, 2, SV_DUTCH);
    assert_csv(&grid, "\xEF\xBB\xBF'-kop\r\n-4\r\n-1,50\r\n");
    grid_clear(&grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aligns_by_what_is_shown), cmocka_unit_test(numbers_stand_right),   cmocka_unit_test(cuts_wide_cells),
        cmocka_unit_test(csv_quotes_what_must_be), cmocka_unit_test(csv_holds_no_formulas),
    };
    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
