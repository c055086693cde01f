/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "support.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "model/table.h"

enum { most_columns = 40 };

/* ---- Maps ---- */

/* The next cell of a line, cut loose in place; NULL when the line has no more. */
static char *next_cell(char **line)
{
    char *cell = *line, *end;
    if (!cell)
        return NULL;
    end = strchr(cell, ';');
    *line = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    return cell;
}

static size_t put_headers(sv_map *map, sv_sheet sheet, char *line, size_t *columns)
{
    size_t n = 0;
    for (char *cell = next_cell(&line); cell; cell = next_cell(&line)) {
        assert_true(n < most_columns);
        columns[n] = sv_table_column(map, sheet, cell);
        assert_true(columns[n++] != SIZE_MAX);
    }
    return n;
}

static void put_row(sv_map *map, sv_sheet sheet, char *line, uint64_t number, const size_t *columns, size_t n, sv_problems *problems)
{
    size_t row = sv_table_row(map, sheet, NULL, number), i = 0;
    assert_true(row != SV_NO_ROW);
    for (char *cell = next_cell(&line); cell; cell = next_cell(&line)) {
        assert_true(i < n);
        assert_true(sv_table_put(map, sheet, row, columns[i++], cell, problems));
    }
}

sv_map *unchecked_map_of(const char *text, sv_problems *problems)
{
    sv_map *map = sv_map_new();
    char *copy = strdup(text), *rest = copy, *line;
    size_t columns[most_columns], n = 0;
    uint64_t number = 0;
    sv_sheet sheet = SV_SHEETS;
    assert_non_null(map);
    assert_non_null(copy);
    while ((line = strsep(&rest, "\n")) != NULL) {
        if (strncmp(line, "= ", 2) == 0) {
            char file[80];
            sheet = sv_sheet_find(line + 2);
            assert_true(sheet != SV_SHEETS);
            snprintf(file, sizeof file, "%s.csv", line + 2);
            assert_true(sv_table_name(map, sheet, file, line + 2));
            number = 0;
        } else if (*line) {
            number++;
            if (number == 1)
                n = put_headers(map, sheet, line, columns);
            else
                put_row(map, sheet, line, number, columns, n, problems);
        }
    }
    free(copy);
    return map;
}

sv_map *map_of(const char *text, sv_problems *problems)
{
    sv_map *map = unchecked_map_of(text, problems);
    assert_int_equal(sv_map_check(map, problems, NULL), SV_OK);
    return map;
}

sv_map *graph_map(size_t n, size_t m, const size_t (*ties)[2], const double *strengths)
{
    sv_map *map = sv_map_new();
    assert_non_null(map);
    for (size_t i = 0; i < n; i++) {
        char name[4] = {(char)('a' + i)};
        size_t row = sv_table_row(map, SV_ACTORS, NULL, i + 2);
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_ID, name, NULL));
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NAME, name, NULL));
    }
    for (size_t i = 0; i < m; i++) {
        char from[4] = {(char)('a' + ties[i][0])}, to[4] = {(char)('a' + ties[i][1])};
        size_t row = sv_table_row(map, SV_TIES, NULL, i + 2);
        assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_FROM, from, NULL));
        assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_TO, to, NULL));
        if (strengths)
            assert_true(sv_table_put_number(map, SV_TIES, row, SV_TIE_STRENGTH, strengths[i], NULL));
    }
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    return map;
}

sv_map *large_map(size_t n, size_t m, const size_t (*ties)[2], const double *strengths, bool directed)
{
    sv_map *map = sv_map_new();
    char from[24], to[24];
    assert_non_null(map);
    for (size_t i = 0; i < n; i++) {
        size_t row = sv_table_row(map, SV_ACTORS, NULL, i + 2);
        snprintf(from, sizeof from, "a%zu", i);
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_ID, from, NULL));
        assert_true(sv_table_put(map, SV_ACTORS, row, SV_ACTOR_NAME, from, NULL));
    }
    for (size_t i = 0; i < m; i++) {
        size_t row = sv_table_row(map, SV_TIES, NULL, i + 2);
        snprintf(from, sizeof from, "a%zu", ties[i][0]);
        snprintf(to, sizeof to, "a%zu", ties[i][1]);
        assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_FROM, from, NULL));
        assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_TO, to, NULL));
        if (strengths)
            assert_true(sv_table_put_number(map, SV_TIES, row, SV_TIE_STRENGTH, strengths[i], NULL));
        if (directed)
            assert_true(sv_table_put(map, SV_TIES, row, SV_TIE_DIRECTION, "forward", NULL));
    }
    assert_int_equal(sv_map_check(map, NULL, NULL), SV_OK);
    return map;
}

sv_network *network_of(const sv_map *map, const sv_network_options *options)
{
    sv_network *network;
    assert_int_equal(sv_network_new(map, options, &network, NULL), SV_OK);
    return network;
}

sv_scores *scores_of(const sv_network *network)
{
    sv_scores *scores;
    assert_int_equal(sv_scores_new(network, NULL, 0, NULL, &scores, NULL), SV_OK);
    return scores;
}

size_t row_of(const sv_map *map, const char *id)
{
    size_t row = sv_map_find_actor(map, id);
    if (row == SV_NO_ROW)
        fail_msg("there is no actor \"%s\"", id);
    return row;
}

double score_of(const sv_scores *scores, const char *score, const char *actor)
{
    size_t number = sv_score_find(score);
    if (number == SIZE_MAX)
        fail_msg("there is no score \"%s\"", score);
    return sv_scores_value(scores, number, row_of(sv_network_map(sv_scores_network(scores)), actor));
}

const sv_error *first_fault(const sv_problems *problems, sv_code code)
{
    for (size_t i = 0; i < problems->n; i++)
        if (problems->items[i].code == code)
            return &problems->items[i];
    return NULL;
}

size_t faults(const sv_problems *problems, sv_code code)
{
    size_t count = 0;
    for (size_t i = 0; i < problems->n; i++)
        count += problems->items[i].code == code;
    return count;
}

/* ---- Numbers ---- */

bool near_to(double got, double wanted, double relative)
{
    double apart = fabs(got - wanted);
    if (isnan(got) || isnan(wanted))
        return isnan(got) && isnan(wanted);
    return got == wanted || apart <= 1e-12 || apart <= relative * fabs(wanted);
}

void assert_near_at(double got, double wanted, double relative, const char *file, int line)
{
    if (near_to(got, wanted, relative))
        return;
    print_error("%.17g is not %.17g\n", got, wanted);
    _fail(file, line);
}

unsigned draw_number(unsigned long long *seed, unsigned below)
{
    *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL; /* Knuth's MMIX generator */
    return (unsigned)(*seed >> 33) % below;
}

/* ---- Tables of other programs ---- */

/* Cuts one cell loose at *at, unquoted in place; *ended tells whether a line ended behind it. */
static char *cut_cell(char **at, bool *ended)
{
    char *start = *at, *from = start, *to = start;
    bool quoted = *from == '"';
    for (from += quoted; *from; from++) {
        if (quoted && *from == '"') {
            if (from[1] != '"') {
                quoted = false;
                continue;
            }
            from++;
        } else if (!quoted && strchr(",\r\n", *from)) {
            break;
        }
        *to++ = *from;
    }
    *ended = *from != ',';
    *at = from + strspn(from, "\r");
    *at += **at == ',' || **at == '\n';
    *to = '\0';
    return start;
}

bool table_read(const char *path, support_table *table)
{
    FILE *file = fopen(path, "rb");
    size_t n = 0, most = 0;
    long length;
    *table = (support_table){0};
    if (!file)
        return false;
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    table->bytes = malloc((size_t)length + 1);
    assert_non_null(table->bytes);
    assert_int_equal(fread(table->bytes, 1, (size_t)length, file), length);
    table->bytes[length] = '\0';
    fclose(file);
    for (char *at = table->bytes; *at;) {
        bool ended;
        if (n == most) {
            most = 2 * most + 64;
            table->cells = realloc(table->cells, most * sizeof *table->cells);
            assert_non_null(table->cells);
        }
        table->cells[n++] = cut_cell(&at, &ended);
        if (ended && !table->columns)
            table->columns = n;
        if (ended)
            assert_int_equal(n % table->columns, 0);
    }
    assert_true(table->columns > 0);
    table->rows = n / table->columns - 1;
    return true;
}

void table_clear(support_table *table)
{
    free(table->bytes);
    free(table->cells);
    *table = (support_table){0};
}

const char *table_cell(const support_table *table, size_t row, const char *header)
{
    for (size_t i = 0; i < table->columns; i++)
        if (strcmp(table->cells[i], header) == 0)
            return table->cells[(row + 1) * table->columns + i];
    fail_msg("there is no column \"%s\"", header);
    return "";
}

double table_number(const support_table *table, size_t row, const char *header)
{
    const char *text = table_cell(table, row, header);
    char *end;
    double number = strtod(text, &end);
    if (!*text || strcmp(text, "NaN") == 0)
        return NAN;
    assert_true(*end == '\0');
    return number;
}
