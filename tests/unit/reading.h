/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the tests of readers and writers share: a map from a text in memory, its faults, and a folder to write in. */
#ifndef SV_TEST_READING_H
#define SV_TEST_READING_H

#include <speelveld/format.h>

/* A map that was read, its faults, and what refused it. */
typedef struct reading {
    sv_map *map;
    sv_problems problems;
    sv_status status;
    sv_error error;
} reading;

/* Read n bytes as a file of some name; a text up to its NUL; a path. */
reading read_bytes(const char *name, const char *bytes, size_t n);
reading read_text(const char *name, const char *text);
reading read_path(const char *path);
void clear_reading(reading *r);
/* The map at a path as an audience may see it; it is to have nothing that refuses it. */
sv_map *read_edition(const char *path, sv_audience audience);

/* How often a fault was reported, and the first of them (NULL when none). */
size_t count_faults(const reading *r, sv_code code);
const sv_error *find_fault(const reading *r, sv_code code);

/* A cell of a sheet by its English header; the row is counted from 0. */
const char *cell_of(const reading *r, sv_sheet sheet, size_t row, const char *header);

/* The map as JSON, freed by the caller. */
char *map_as_json(const sv_map *map);

/* A new empty folder, and the same one gone with all that is in it. */
char *make_folder(void);
void remove_folder(char *folder);
/* folder/name, written or read whole; the text is freed by the caller. */
void put_file(const char *folder, const char *name, const char *text);
char *get_file(const char *folder, const char *name);

/* A path in the shared test data, freed by the caller; NULL, saying so, where it is absent. */
char *data_path(const char *path);

#endif
