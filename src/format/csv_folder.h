/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map as CSV: a folder with a file for each sheet, or one file that is a sheet. */
#ifndef SV_FORMAT_CSV_FOLDER_H
#define SV_FORMAT_CSV_FOLDER_H

#include <speelveld/model.h>

#include "csv.h"

/* Read every sheet in a folder into a map. Faults of cells go to problems; the rest is returned. */
sv_status sv_csv_folder_read(const char *folder, sv_map *map, sv_problems *problems, sv_error *error);

/* Read one opened file as the sheet that its name, or else its headers, say. SV_E_NOT_A_TABLE when they say none. */
sv_status sv_csv_lone_read(sv_csv *csv, sv_map *map, sv_problems *problems, sv_error *error);

/* Write a map's sheets into a folder, made when it is not there; each file whole or not at all. Other files stay. */
sv_status sv_csv_folder_write(const sv_map *map, const char *folder, sv_language language, sv_error *error);

/* Write a map in the place of the one that was read from this folder: until all is written nothing is changed. */
sv_status sv_csv_folder_replace(const sv_map *map, const char *folder, sv_language language, sv_error *error);

/* True for the name of a file that holds a table: .csv or .tsv, and no hidden or lock file. */
bool sv_csv_is_table(const char *file);
/* The sheet that the name of a file says; SV_SHEETS when it says none of ours. */
sv_sheet sv_csv_sheet_of(const char *file);

#endif
