/* SPDX-License-Identifier: MIT */
/*
 * speelveld/base.h - what every part of speelveld shares: status codes, faults that name
 * their place and remedy, the two languages, and the version.
 *
 * Ownership in one sentence: everything here is held by value; nothing needs freeing but what a
 * function named `_init` or `_new` made, with the `_clear` or `_free` of the same name.
 */
#ifndef SPEELVELD_BASE_H
#define SPEELVELD_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <speelveld/codes.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SV_VERSION "0.1.0"

/* What a function has to say about how it went. Answers with nothing in them ("no route") are SV_OK. */
typedef enum sv_status {
    SV_OK = 0,   /* done */
    SV_USAGE,    /* the caller asked for something that does not exist or cannot be combined */
    SV_DATA,     /* the input cannot be used as it is */
    SV_MEMORY,   /* an allocation failed */
    SV_IO,       /* reading or writing failed */
    SV_STOPPED,  /* the user stopped it */
    SV_INTERNAL  /* a fault in speelveld itself, or in a library it uses */
} sv_status;

/* Notes inform, warnings ask for a look, errors make a row (or the whole input) unusable. */
typedef enum sv_severity { SV_NOTE = 0, SV_WARNING, SV_ERROR } sv_severity;

/* The languages people read speelveld in. Machine formats (JSON keys, ids) are always English. */
typedef enum sv_language { SV_ENGLISH = 0, SV_DUTCH, SV_LANGUAGES } sv_language;

/* Every fault has a code; codes.h holds them in one table with severity, message and remedy. */
typedef enum sv_code {
#define SV_CODE_ENUM(code, id, status, severity, message, remedy) code,
    SV_CODES(SV_CODE_ENUM)
#undef SV_CODE_ENUM
    SV_CODE_COUNT
} sv_code;

/* Where a fault is, as a person finds it in the file. Empty text or 0 means: does not apply. */
typedef struct sv_place {
    char file[256];
    char sheet[64];
    char column[64];
    uint64_t row;       /* counted from 1, the header row included; in JSON the row's number in its array */
    uint64_t character; /* for text that is no table: the character in line `row`; else 0 */
    unsigned sheet_number, column_number; /* where they stand, from 1, for putting faults in order; 0 = unknown */
} sv_place;

/* A fault: held by value, so that saying "out of memory" never needs memory. */
typedef struct sv_error {
    sv_code code;
    sv_place place;
    char found[200];    /* what stood there, made safe to print and cut with "…" where it is long */
    char expected[500]; /* what could have stood there, where the code alone does not say it */
} sv_error;

/* A list of faults that readers and checks add to. Faults beyond SV_PROBLEMS_KEPT are counted, not kept. */
#define SV_PROBLEMS_KEPT 10000
typedef struct sv_problems {
    sv_error *items;
    size_t n;           /* how many are kept in items */
    size_t capacity;
    size_t notes, warnings, errors; /* how many there were in all */
    bool incomplete;    /* true when memory ran out while keeping one */
} sv_problems;

/* Fill `error` (may be NULL) with a fault without a place. Returns the status that belongs to the code. */
sv_status sv_error_set(sv_error *error, sv_code code, const char *found, const char *expected);

/* The same with a place (may be NULL). */
sv_status sv_error_at(sv_error *error, sv_code code, const sv_place *place, const char *found, const char *expected);

/* The status, severity and machine name ("unknown-actor") that belong to a code. */
sv_status sv_code_status(sv_code code);
sv_severity sv_code_severity(sv_code code);
const char *sv_code_id(sv_code code);

/*
 * The fault as people read it, in two parts: the message (what is wrong, with what was found) and the
 * remedy (what is expected and what to do). Each writes at most `size` bytes, always ends in NUL, never
 * cuts inside a UTF-8 character, and returns `buffer`.
 */
char *sv_error_message(const sv_error *error, sv_language language, char *buffer, size_t size);
char *sv_error_remedy(const sv_error *error, sv_language language, char *buffer, size_t size);
/* The place as "Ties.csv, row 4, column van"; empty when the fault has none. */
char *sv_error_where(const sv_error *error, sv_language language, char *buffer, size_t size);

/* An empty list / give back what a list holds. */
void sv_problems_init(sv_problems *problems);
void sv_problems_clear(sv_problems *problems);

/* Put the faults in the order of a reader: by sheet, row and column. Faults of one place keep their order. Cost: n log n. */
void sv_problems_sort(sv_problems *problems);

/* Add a fault to a list (NULL list: it is dropped). */
void sv_problems_add(sv_problems *problems, sv_code code, const sv_place *place, const char *found, const char *expected);

/* The text of an English message in a language; the message itself where no translation exists. Never NULL. */
const char *sv_translate(sv_language language, const char *message);

/* "nl", "en", "dutch" … as people and locales write it ("nl_NL.UTF-8"); false when it is neither language. */
bool sv_language_parse(const char *text, sv_language *language);

/* The version of the library that is linked, as "0.1.0". */
const char *sv_version(void);

#ifdef __cplusplus
}
#endif
#endif
