/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of the model, the network, the scores and the reports share: small maps from text, and comparing numbers. */
#ifndef SV_TEST_SUPPORT_H
#define SV_TEST_SUPPORT_H

#include <speelveld/score.h>

/*
 * A checked map from a text: "= Ties" begins a sheet, the line behind it has its headers, every other line is a
 * row, cells parted by ; (rows are numbered as in a file: the headers are row 1). Faults go to problems (may be NULL).
 */
sv_map *map_of(const char *text, sv_problems *problems);
/* The same, not checked yet. */
sv_map *unchecked_map_of(const char *text, sv_problems *problems);

/* A map of n actors "a", "b" … and m ties between them by number, of kind "knows", with these strengths (NULL: none given). */
sv_map *graph_map(size_t n, size_t m, const size_t (*ties)[2], const double *strengths);

/* The same of actors "a0", "a1" … of any number; `directed`: each tie runs from its first actor to its second only. */
sv_map *large_map(size_t n, size_t m, const size_t (*ties)[2], const double *strengths, bool directed);

/* A network or all scores of one; fails the test when it cannot be made. NULL options as in sv_network_new. */
sv_network *network_of(const sv_map *map, const sv_network_options *options);
sv_scores *scores_of(const sv_network *network);

/* The row of an actor by id, and one of its scores by the score's id. Either fails the test when it does not exist. */
size_t row_of(const sv_map *map, const char *id);
double score_of(const sv_scores *scores, const char *score, const char *actor);

/* How many faults with this code there are, and the first one (NULL when none). */
size_t faults(const sv_problems *problems, sv_code code);
const sv_error *first_fault(const sv_problems *problems, sv_code code);

/* Equal within a relative difference, or an absolute one of 1e-12; NaN equals NaN. */
bool near_to(double got, double wanted, double relative);
/* The same within 1e-12, failing the test with both numbers. */
#define assert_near(got, wanted) assert_near_at(got, wanted, 1e-12, __FILE__, __LINE__)
void assert_near_at(double got, double wanted, double relative, const char *file, int line);

/* A table from another program: commas, cells in quotes where they have one in them, the first line has the headers. */
typedef struct support_table {
    char *bytes, **cells; /* row after row, the headers first */
    size_t rows, columns; /* rows without the headers */
} support_table;

/* False when the file is not there. */
bool table_read(const char *path, support_table *table);
void table_clear(support_table *table);
/* A cell by its row (from 0) and the header of its column; fails the test when there is no such column. */
const char *table_cell(const support_table *table, size_t row, const char *header);
/* A number of another program: NaN for "NaN" and an empty cell. */
double table_number(const support_table *table, size_t row, const char *header);

/* A number from 0 up to but not including `below`, always the same ones for one seed. */
unsigned draw_number(unsigned long long *seed, unsigned below);

#endif
