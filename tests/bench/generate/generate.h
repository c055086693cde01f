/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The parts of the generator, in the order they stand on one another: chance, names, sheets, rows, and what a
 * municipality is made of. A generator carries what they share; whatever cannot go on stops the program.
 */
#ifndef GENERATE_H
#define GENERATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { EXIT_USAGE = 2, EXIT_SYSTEM = 4 };
enum { NAME_SIZE = 160, ID_SIZE = 24, NAME_POOLS = 5 };
enum { MOST_GROUPS = 10, TOWN_ORGANISATIONS = 8, PORTFOLIOS = 7 };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

typedef enum { KIND_MUNICIPALITY, KIND_ATTACHMENT } map_kind;
typedef enum { FORMAT_CSV, FORMAT_EDGES } map_format;

typedef struct {
    uint32_t actors;
    uint64_t seed;
    map_kind kind;
    map_format format;
    bool format_given;
    const char *path;
} options;

/* One file being written. The path is kept for the message when a write fails. */
typedef struct {
    FILE *file;
    char *path;
} sheet;

/* A family of first names and surnames that go together; `used` counts the names handed out. */
typedef struct {
    const char *const *first;
    size_t first_count;
    const char *const *last;
    size_t last_count;
    uint32_t share;
    uint64_t start;
    uint64_t used;
} name_pool;

/* How many actors of each sort a municipality of this size has, and what it is called. */
typedef struct {
    const char *town;
    uint32_t neighbourhoods, organisations, alliances, seats, aldermen, officials, committee, civic;
    uint32_t groups, group_seats[MOST_GROUPS];
    bool coalition[MOST_GROUPS];
    int group_position[MOST_GROUPS];
} municipality;

typedef struct {
    options opt;
    uint64_t random;
    name_pool pools[NAME_POOLS];
    municipality town;
    uint32_t persons; /* persons named so far: their ids are p1, p2, … */
    char *folder;     /* of the sheets, ending in a slash */
    sheet actors, ties, memberships, positions;
} generator;

/* ---- generate.c ---- */

_Noreturn void stop(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- chance.c ---- */

uint64_t random_next(uint64_t *state);
uint32_t random_below(generator *g, uint32_t count);
bool random_chance(generator *g, uint32_t percent);
uint32_t random_low(generator *g, uint32_t count);
uint32_t clamp(uint32_t value, uint32_t low, uint32_t high);

/* ---- names.c ---- */

void pools_init(generator *g);
void person_name(generator *g, char name[NAME_SIZE]);
void neighbourhood_name(uint32_t index, char name[NAME_SIZE]);
void filled(char name[NAME_SIZE], const char *pattern, const char *word);
void id_of(char id[ID_SIZE], char letter, uint32_t index);

/* ---- sheets.c ---- */

void output_open(generator *g);
void output_close(generator *g);
void folder_sheet(const generator *g, sheet *s, const char *name, const char *header);
void put(sheet *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void sheet_close(sheet *s);

/* ---- rows.c ---- */

/* What one row of Actoren says beside its id; NULL is an empty cell. */
typedef struct {
    const char *name, *kind, *own, *role, *group, *party, *neighbourhood, *sector, *visibility;
    int power, interest, trust;
} actor_row;

void ratings_draw(generator *g, actor_row *row, int power, uint32_t spread);
void actor_write(generator *g, const char *id, const actor_row *a);
void person_write(generator *g, char id[ID_SIZE], actor_row *row);
void container_write(generator *g, const char *id, const char *kind, const char *name);
void tie_write(generator *g, const char *from, const char *to, const char *kind, uint32_t strength);
void membership_write(generator *g, const char *who, const char *of, const char *role);
void position_write(generator *g, const char *actor, int centre, bool in_public);
void map_row_write(const generator *g, const char *title, const char *town);

/* ---- what a map is made of ---- */

uint32_t organisation_chair(const municipality *t, uint32_t index);
bool organisation_of(generator *g, uint32_t neighbourhood, uint32_t *found);
void organisation_write(generator *g, uint32_t index);
void alliance_write(generator *g, uint32_t index);
void residents_write(generator *g);
void politics_write(generator *g);
void group_name(const municipality *t, uint32_t group, char name[NAME_SIZE]);
void municipality_write(generator *g);
void attachment_write(generator *g);

#endif
