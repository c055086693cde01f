/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Signals by theme and neighbourhood: counts by hand, and that nothing small can be worked out of what the public gets. */
/* wraps: malloc calloc realloc */

#include <speelveld/advice.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "failing_memory.h"
#include "reading.h"
#include "support.h"

enum { side = 3 };

/* A map with these counts; 0 is no row. */
static sv_signal_table table_of(int counts[side][side], sv_audience audience)
{
    char *folder = make_folder(), rows[2000] = "date,theme,neighbourhood,count,visibility\n";
    sv_signal_table table;
    reading read;
    for (int i = 0; i < side; i++)
        for (int k = 0; k < side; k++)
            if (counts[i][k])
                sprintf(rows + strlen(rows), "2026-03-01,t%d,w%d,%d,public\n", i, k, counts[i][k]);
    put_file(folder, "Actors.csv", "id,name\na,Anna\n");
    put_file(folder, "Signals.csv", rows);
    read = read_path(folder);
    assert_int_equal(read.status, SV_OK);
    assert_int_equal(sv_signal_table_count(read.map, &(sv_signals_options){0, SV_NO_ROW, audience}, &table, NULL), SV_OK);
    clear_reading(&read);
    remove_folder(folder);
    return table;
}

/* Themes by total: t0 30, t2 12, t1 7; places: w0 26, w1 15, w2 8. */
static void counted(void **state)
{
    int counts[side][side] = {{20, 10, 0}, {0, 5, 2}, {6, 0, 6}};
    static const double cells[] = {20, 10, 0, 6, 0, 6, 0, 5, 2};
    sv_signal_table table = table_of(counts, SV_TEAM);
    (void)state;
    assert_int_equal(table.n_themes, 3);
    assert_int_equal(table.n_places, 3);
    for (size_t i = 0; i < 9; i++)
        assert_float_equal(table.cells[i], cells[i], 0);
    assert_float_equal(table.times, 49, 0);
    assert_float_equal(table.themes[1].times, 12, 0);
    assert_float_equal(table.places[2].times, 8, 0);
    assert_int_equal(table.hidden, 0);
    sv_signal_table_clear(&table);
    /* for the public the 2 is hidden; its row lacks 2 then, so the 5 beside it too (7), its column lacks 2, so the 6 above it (8); the
       whole rectangle of t2 and t1 by w1 and w2 is not told */
    table = table_of(counts, SV_PUBLIC);
    assert_int_equal(table.hidden, 4);
    assert_float_equal(table.cells[3], 6, 0);
    assert_true(isnan(table.cells[4]) && isnan(table.cells[5]) && isnan(table.cells[7]) && isnan(table.cells[8]));
    sv_signal_table_clear(&table);
}

/* All whole numbers that fit where the table says nothing, one cell after another; the most each can be is kept. */
typedef struct fitting {
    size_t cells[side * side], n, n_places;
    int row[side], column[side]; /* still to be given out */
    int now[side * side], most[side * side];
} fitting;

static void fit(fitting *f, size_t at)
{
    int limit;
    size_t row, column;
    if (at == f->n) {
        for (size_t i = 0; i < side; i++)
            if (f->row[i] || f->column[i])
                return;
        for (size_t i = 0; i < f->n; i++)
            f->most[i] = f->now[i] > f->most[i] ? f->now[i] : f->most[i];
        return;
    }
    row = f->cells[at] / f->n_places;
    column = f->cells[at] % f->n_places;
    limit = f->row[row] < f->column[column] ? f->row[row] : f->column[column];
    for (int value = 0; value <= limit; value++) {
        f->now[at] = value;
        f->row[row] -= value;
        f->column[column] -= value;
        fit(f, at + 1);
        f->row[row] += value;
        f->column[column] += value;
    }
}

/* No cell that was heard is told below 5, and each that is not told can be 5 or more for all that the totals say, or is known to be none.
 */
static void check_table(const sv_signal_table *table)
{
    fitting f = {.n_places = table->n_places};
    for (size_t i = 0; i < table->n_themes; i++)
        f.row[i] = (int)table->themes[i].times;
    for (size_t k = 0; k < table->n_places; k++)
        f.column[k] = (int)table->places[k].times;
    for (size_t i = 0; i < table->n_themes * table->n_places; i++)
        if (isnan(table->cells[i]))
            f.cells[f.n++] = i;
        else {
            assert_true(table->cells[i] == 0 || table->cells[i] >= 5);
            f.row[i / table->n_places] -= (int)table->cells[i];
            f.column[i % table->n_places] -= (int)table->cells[i];
        }
    assert_int_equal(f.n, table->hidden);
    fit(&f, 0);
    for (size_t i = 0; i < f.n; i++)
        assert_true(f.most[i] == 0 || f.most[i] >= 5);
}

static void nothing_small_can_be_worked_out(void **state)
{
    unsigned seed = 7;
    size_t with_hidden = 0, told = 0;
    (void)state;
    for (int round = 0; round < 120; round++) {
        int counts[side][side];
        sv_signal_table table;
        for (int i = 0; i < side * side; i++) {
            seed = seed * 1664525U + 1013904223U;
            counts[i / side][i % side] = seed >> 28 < 5 ? 0 : (int)(seed >> 16 & 7U); /* many none, else 0 to 7 */
        }
        table = table_of(counts, SV_PUBLIC);
        check_table(&table);
        with_hidden += table.hidden > 0;
        for (size_t i = 0; i < table.n_themes * table.n_places; i++)
            told += table.cells[i] >= 5;
        sv_signal_table_clear(&table);
    }
    assert_true(with_hidden > 30 && told > 30); /* it neither hides nor tells all */
}

/* Without memory there is no table, and nothing of one. */
static sv_status count_for_the_public(size_t fail_at, sv_text *result, bool *failed)
{
    sv_map *map = map_of(
        "= Signals\ndate;theme;neighbourhood;count;visibility\n2026-03-01;zorg;Noord;20;public\n2026-03-01;zorg;Zuid;10;public\n"
        "2026-03-01;wonen;Noord;6;public\n2026-03-01;wonen;West;6;public\n2026-03-01;groen;Zuid;5;public\n2026-03-01;groen;West;2;public\n",
        NULL);
    sv_signal_table table;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_signal_table_count(map, &(sv_signals_options){0, SV_NO_ROW, SV_PUBLIC}, &table, NULL);
    *failed = memory_is_back();
    assert_true(status == SV_OK || (!table.themes && !table.places && !table.cells && table.n_themes == 0));
    for (size_t i = 0; i < table.n_themes * table.n_places; i++)
        sv_text_addf(result, "%g ", table.cells[i]);
    sv_signal_table_clear(&table);
    sv_map_free(map);
    return status;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counted),
        cmocka_unit_test(nothing_small_can_be_worked_out),
        TORTURE_MEMORY(count_for_the_public),
    };
    return cmocka_run_group_tests_name("signal_table", tests, NULL, NULL);
}
