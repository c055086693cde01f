/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/format.h - maps in and out: CSV folders, JSON, lone edge files, council registers.
 *
 * Reading keeps going after a fault: everything that is wrong is collected with its place. A file is written whole
 * or not at all, and so is each sheet of a CSV folder. What a format cannot hold is said in its row of the catalogue.
 */
#ifndef SPEELVELD_FORMAT_H
#define SPEELVELD_FORMAT_H

#include <speelveld/model.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sv_format {
    const char *id;                  /* "csv", "json", "edges", "popolo" */
    const char *en, *nl;             /* what it is, in a few words */
    const char *endings;             /* ".json", parted by |; "/" is a folder */
    bool reads, writes;              /* in this version */
    const char *loses_en, *loses_nl; /* what it cannot hold, "" when nothing */
} sv_format;

/* The catalogue of formats, n filled in. Formats that are only recognised, to be refused in plain words, are in it too. */
const sv_format *sv_formats(size_t *n);

/*
 * Read a map and check it. `paths` is one folder or file ("-" is standard input), or several that belong
 * together: the persons and organisations files of a council, X.edges.csv and X.nodes.csv.
 *
 * SV_OK also when rows are faulty: look at problems->errors. Anything else: *map is NULL and `error` says why
 * nothing could be read; the same fault is then also the last of `problems`. Caller frees *map.
 * Cost: linear in the size of the files. A JSON map takes two to six times its size in memory; council registers,
 * and sheets in JSON that speelveld does not know, are read as trees and take ten to twenty times theirs.
 */
sv_status sv_map_read(const char *const *paths, size_t n, sv_map **map, sv_problems *problems, sv_error *error);

typedef struct sv_write_options {
    const char *format;   /* an id from the catalogue; NULL: by the ending of the path, no ending is a CSV folder */
    sv_language language; /* of headers, words and decimal sign where the format is for people; JSON is always English */
} sv_write_options;

/* Write a map to a file or folder ("-" is standard output, for formats that are one file). NULL options: by ending, English. */
sv_status sv_map_write(const sv_map *map, const char *path, const sv_write_options *options, sv_error *error);

/* Where a name still stands in the bytes of files. */
#define SV_TRACES_KEPT 100
typedef struct sv_traces {
    sv_place *places;   /* file, in a workbook the part of it (as sheet), and the line (as row) */
    size_t n, capacity; /* at most SV_TRACES_KEPT are kept */
    size_t found;       /* how many there were */
    char unread[256];   /* a file or folder that could not be looked into, "" when there was none */
} sv_traces;

/*
 * Look for an actor's name and id in the bytes of a file, or of every file in a folder (not of the folders in it);
 * workbooks are unpacked. `map` is the map without the actor: where the name stands within that of somebody in it, that
 * one is meant. Only for ids that look like one. `traces` begins as {0} and is added to; cleared by the caller. Cost: linear.
 */
sv_status sv_traces_find(const char *path, const sv_map *map, const sv_forget_options *who, sv_traces *traces, sv_error *error);
void sv_traces_clear(sv_traces *traces);

/*
 * Take an actor off a map and write the rest: to a new place (options as for sv_map_write), or in the place of the map
 * itself, for which `path` is where it was read from; then in the language of its headers where options are NULL. Then look
 * whether anything is left, in the bytes of the file or of the folder and in the map as it is read again: that stands in
 * `traces` (begins as {0}, added to). *rest is the caller's to free. In its own place a map of another program, or of a kind
 * that is not written, is refused; no copy is kept.
 */
sv_status sv_map_forget_write(const sv_map *map, const sv_forget_options *who, const char *path, const sv_write_options *options,
                              sv_map **rest, sv_forgotten *told, sv_traces *traces, sv_error *error);

/*
 * The same for another file, in its place: an older copy of the map, whose faults do not matter, or a JSON file of any shape,
 * such as kept places of a picture: what stands there under the id or name, or is an object that names it, is taken out; the
 * rest stays to the byte. `map` is the map without the actor. What is neither is refused.
 */
sv_status sv_path_forget(const char *path, const sv_map *map, const sv_forget_options *who, sv_forgotten *told, sv_traces *traces,
                         sv_error *error);

/*
 * The map to start from: every sheet with all its columns and worked rows that belong together, invented, in a
 * language. Caller frees *map.
 */
sv_status sv_map_example(sv_language language, sv_map **map, sv_error *error);

/* ---- Places: where actors stood on a picture, kept for the next one --------------------------------- */

/*
 * For each size of page the places of actors, in points from its lower left corner, and how the map's own columns x and y were laid
 * onto it. A file of them is JSON; it says for whom the picture was, because who stands near whom may tell what only they may know.
 */
typedef struct sv_places sv_places;

/* How the map's x and y become points: scale x + shift_x, scale y + shift_y. */
typedef struct sv_places_fit {
    double scale, shift_x, shift_y;
} sv_places_fit;

/* No places yet, for nobody in particular; NULL without memory. */
sv_places *sv_places_new(void);
void sv_places_free(sv_places *places);

/* Those of a file; none when it is not there yet. Caller frees *places. A file that holds anything else is a fault. */
sv_status sv_places_read(const char *path, sv_places **places, sv_error *error);
/* Write them, whole or not at all. The same places give the same bytes. */
sv_status sv_places_write(const sv_places *places, const char *path, sv_error *error);

/* Who may see the pictures they come from: SV_PUBLIC as long as there are none. Narrowing makes it for fewer, never for more. */
sv_audience sv_places_audience(const sv_places *places);
void sv_places_narrow(sv_places *places, sv_audience audience);

/* Where an actor stands, and on which side of it its name: 0 below, 1 right, 2 left, 3 above; -1 when that is not known. */
typedef struct sv_page_spot {
    double x, y;
    int side;
} sv_page_spot;

/* The place of an actor (by id) on a page (by its name); false when there is none. Cost: that of a hash. */
bool sv_places_get(const sv_places *places, const char *page, const char *id, sv_page_spot *spot);
/* Keep a place, in that of the one before. */
sv_status sv_places_put(sv_places *places, const char *page, const char *id, const sv_page_spot *spot, sv_error *error);
/* Somebody for whom there was no room: known, so that the next picture does not take them for somebody new. */
sv_status sv_places_leave_out(sv_places *places, const char *page, const char *id, sv_error *error);
bool sv_places_left_out(const sv_places *places, const char *page, const char *id);
/* How many actors have a place on a page. */
size_t sv_places_count(const sv_places *places, const char *page);

/* How the map's own places were laid onto a page; false when that is not known. */
bool sv_places_get_fit(const sv_places *places, const char *page, sv_places_fit *fit);
sv_status sv_places_put_fit(sv_places *places, const char *page, const sv_places_fit *fit, sv_error *error);

/*
 * How large everything was: the step of size, the characters of a name's lines, the points that the legend took and those that the words
 * took below the title; and how many were on it.
 */
typedef struct sv_page_type {
    size_t step, line, drawn;
    double legend, words;
} sv_page_type;

/* The same for the type of a page. */
bool sv_places_get_type(const sv_places *places, const char *page, sv_page_type *type);
sv_status sv_places_put_type(sv_places *places, const char *page, const sv_page_type *type, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif
