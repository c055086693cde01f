/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/model.h - the stakeholder map: what the user knows about people, organisations, council and
 * alliances around an issue, and the checks on it.
 *
 * A map keeps every row and every cell it was given, also what it does not understand, so that it can be
 * written back without loss. Beside the cells it has a checked view (actors, ties, memberships, positions)
 * for everything that counts or draws. Row i of sheet Actors is actor i, and so for every sheet.
 *
 * Ownership: sv_map_new and sv_map_edition give a map to the caller, who frees it with sv_map_free. All
 * texts and structs that accessors return belong to the map and are valid until it is changed or freed.
 */
#ifndef SPEELVELD_MODEL_H
#define SPEELVELD_MODEL_H

#include <speelveld/base.h>
#include <speelveld/columns.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Limits, stated here and kept by every reader. */
#define SV_NAME_LIMIT 1000       /* characters in a name, an id or a closed word */
#define SV_TEXT_LIMIT 100000     /* characters in a note or another free text */
#define SV_ACTOR_LIMIT 1000000
#define SV_TIE_LIMIT 10000000    /* also for every other sheet */
#define SV_COLUMN_LIMIT 1000     /* columns of one sheet */

#define SV_NO_ROW SIZE_MAX

enum { SV_COLUMN_REQUIRED = 1, SV_COLUMN_PUBLIC = 2 };
enum { SV_SHEET_SINGLE = 1, SV_SHEET_NEVER_PUBLIC = 2 };

typedef enum sv_sheet {
#define SV_SHEET_ENUM(sheet, key, en, nl, columns, flags) sheet,
    SV_SHEET_LIST(SV_SHEET_ENUM)
#undef SV_SHEET_ENUM
    SV_SHEETS
} sv_sheet;

/* What may stand in a column. */
typedef enum sv_type {
    SV_TYPE_TEXT = 0,      /* anything, up to SV_TEXT_LIMIT */
    SV_TYPE_NAME,          /* a short text, up to SV_NAME_LIMIT */
    SV_TYPE_ID,            /* a short text that names the row */
    SV_TYPE_NUMBER,        /* any finite number */
    SV_TYPE_SCALE,         /* 0..4 */
    SV_TYPE_SIGNED_SCALE,  /* -4..4 */
    SV_TYPE_SHARE,         /* 0..1 */
    SV_TYPE_AMOUNT,        /* euros, 0 or more; 25.000 is twenty-five thousand */
    SV_TYPE_WEIGHT,        /* more than 0 */
    SV_TYPE_COUNT,         /* a whole number, 0 or more */
    SV_TYPE_YESNO,         /* true, false */
    SV_TYPE_DATE,          /* yyyy-mm-dd */
    SV_TYPE_TIME,          /* hh:mm */
    SV_TYPE_LIST,          /* texts parted by | or ; */
    SV_TYPE_ACTOR,         /* id or name of an actor */
    SV_TYPE_ACTORS,        /* the same, several */
    SV_TYPE_SPOKESPERSONS, /* theme:actor, several */
    SV_TYPE_ORGANISATION,  /* id or name of an actor, or any other short text */
    SV_TYPE_ISSUE,         /* id or title of an issue */
    SV_TYPE_ACTOR_KIND,    /* an open list: unknown ones are kept, with a note */
    SV_TYPE_TIE_KIND,      /* the same */
    SV_TYPE_POSITION,      /* -4..4, "unknown", or one of five words */
    SV_TYPE_DIRECTION,     /* the closed lists: words.c */
    SV_TYPE_INVOLVEMENT,
    SV_TYPE_COMPETENT,
    SV_TYPE_PHASE,
    SV_TYPE_VISIBILITY,
    SV_TYPES
} sv_type;

/* A column of a known sheet: its English header is also its JSON key. */
typedef struct sv_column {
    const char *en, *nl;
    sv_type type;
    int flags;
} sv_column;

/* A known sheet: its JSON key, names and columns. */
typedef struct sv_sheet_about {
    const char *key, *en, *nl;
    const sv_column *columns;
    size_t n_columns;
    int flags;
} sv_sheet_about;

const sv_sheet_about *sv_sheet_get(sv_sheet sheet);
/* The sheet that is called so in Dutch or English, or by its JSON key; SV_SHEETS when none is. */
sv_sheet sv_sheet_find(const char *name);
/* The column of a sheet that is called so in Dutch or English; SIZE_MAX when none is. */
size_t sv_column_find(sv_sheet sheet, const char *header);

enum {
#define SV_COLUMN_ENUM(column, en, nl, type, flags) column,
    SV_ABOUT_COLUMNS(SV_COLUMN_ENUM) SV_ABOUT_COLUMN_COUNT
};
enum { SV_ACTOR_COLUMNS(SV_COLUMN_ENUM) SV_ACTOR_COLUMN_COUNT };
enum { SV_TIE_COLUMNS(SV_COLUMN_ENUM) SV_TIE_COLUMN_COUNT };
enum { SV_MEMBERSHIP_COLUMNS(SV_COLUMN_ENUM) SV_MEMBERSHIP_COLUMN_COUNT };
enum { SV_ISSUE_COLUMNS(SV_COLUMN_ENUM) SV_ISSUE_COLUMN_COUNT };
enum { SV_POSITION_COLUMNS(SV_COLUMN_ENUM) SV_POSITION_COLUMN_COUNT };
enum { SV_GROUP_COLUMNS(SV_COLUMN_ENUM) SV_GROUP_COLUMN_COUNT };
enum { SV_SIGNAL_COLUMNS(SV_COLUMN_ENUM) SV_SIGNAL_COLUMN_COUNT };
enum { SV_EVENT_COLUMNS(SV_COLUMN_ENUM) SV_EVENT_COLUMN_COUNT };
enum { SV_CONTACT_COLUMNS(SV_COLUMN_ENUM) SV_CONTACT_COLUMN_COUNT };
#undef SV_COLUMN_ENUM

/* ---- Kinds and words ---------------------------------------------------------------------------- */

typedef enum sv_class { SV_CLASS_UNKNOWN = 0, SV_CLASS_PERSON, SV_CLASS_ORGANISATION, SV_CLASS_ALLIANCE, SV_CLASSES } sv_class;

typedef struct sv_actor_kind {
    const char *id, *nl, *en; /* "council_member", "raadslid", "council member" */
    const char *also;         /* other words that are read as this kind, parted by | */
    sv_class of;              /* person, organisation or alliance */
    bool political;           /* holds or serves a political office, or is a political body */
    bool container;           /* drawn, not scored: municipality, council, party, committee */
} sv_actor_kind;

/* How a tie kind counts in the network. */
typedef struct sv_tie_kind {
    const char *id, *nl, *en;
    const char *also;
    bool directed;           /* from -> to only, unless the row says otherwise */
    bool in_network;         /* counts as a tie in the scores */
    bool carries_route;      /* may be a step on a route */
    int sign;                /* -1 for opposes, 0 for may_not_contact, else 1 */
    double default_strength; /* where the row gives none; NaN where strength means nothing */
} sv_tie_kind;

/* A word of a closed list: canonical id, Dutch word, other accepted words parted by |. */
typedef struct sv_word {
    const char *id, *nl, *also;
} sv_word;

/* The tables, n filled in. The first row of each is the kind for actors and ties that name none. */
const sv_actor_kind *sv_actor_kinds(size_t *n);
const sv_tie_kind *sv_tie_kinds(size_t *n);
/* The kind a word stands for in Dutch or English; NULL when it is not known. */
const sv_actor_kind *sv_actor_kind_find(const char *word);
const sv_tie_kind *sv_tie_kind_find(const char *word);
/* The closed list of a type (direction, visibility …); NULL with n = 0 for types without one. */
const sv_word *sv_words(sv_type type, size_t *n);

typedef enum sv_audience { SV_PRIVATE = 0, SV_TEAM, SV_PUBLIC } sv_audience;

/* ---- The map ------------------------------------------------------------------------------------ */

typedef struct sv_map sv_map;

/* An empty map; NULL without memory. */
sv_map *sv_map_new(void);
void sv_map_free(sv_map *map);

/* Number of rows of a sheet, faulty ones included. */
size_t sv_map_rows(const sv_map *map, sv_sheet sheet);
/* Number of columns: the sheet's known columns first, then those the user added. */
size_t sv_map_columns(const sv_map *map, sv_sheet sheet);
/* A column's header as the file wrote it; the English one where no file had it. */
const char *sv_map_header(const sv_map *map, sv_sheet sheet, size_t column);
/* True when some row has something in this column. */
bool sv_map_has(const sv_map *map, sv_sheet sheet, size_t column);
/* A cell: canonical where the column is known (English words, ISO dates, decimal point), else as given. "" when empty. */
const char *sv_map_cell(const sv_map *map, sv_sheet sheet, size_t row, size_t column);
/* A number cell; NaN when empty or not a number. */
double sv_map_number(const sv_map *map, sv_sheet sheet, size_t row, size_t column);
/* A date cell as yyyymmdd; 0 when empty or not a date. */
int sv_map_date(const sv_map *map, sv_sheet sheet, size_t row, size_t column);
/* False for a row with an error in it: it is kept, and left out of everything that counts. Known after sv_map_check. */
bool sv_map_usable(const sv_map *map, sv_sheet sheet, size_t row);
/* Where a row came from. */
void sv_map_place(const sv_map *map, sv_sheet sheet, size_t row, size_t column, sv_place *place);

/* The title of the map, "" when it has none. */
const char *sv_map_title(const sv_map *map);
/* The language of the headers in the file it was read from. */
sv_language sv_map_language(const sv_map *map);

/*
 * Check the whole map and build the checked view: required cells, ids, references, limits. Every fault is
 * added to `problems` (may be NULL) and makes its row unusable. Returns SV_OK also when there are faults;
 * SV_MEMORY when it could not be done. Rows without an id get one made from their name. Cost: linear in the
 * number of cells, but for many actors of one name, and for rules of organisations with many members.
 */
sv_status sv_map_check(sv_map *map, sv_problems *problems, sv_error *error);

/* ---- The checked view (after sv_map_check) ------------------------------------------------------- */

typedef struct sv_actor {
    const char *id, *name;
    const sv_actor_kind *kind; /* never NULL */
    bool own;                  /* this is us */
    bool usable;
} sv_actor;

typedef enum sv_direction { SV_FORWARD = 0, SV_BACK, SV_BOTH } sv_direction;

typedef struct sv_tie {
    size_t from, to; /* actors; SV_NO_ROW in an unusable row */
    const sv_tie_kind *kind;
    double strength;        /* 0..4: as given, else the kind's default; NaN where it means nothing */
    double weight;          /* as another program's edge file gave it, NaN where it did not */
    double certainty;       /* 0..1, 1 where not given */
    sv_direction direction; /* as given, else by the kind */
    int since, until;       /* yyyymmdd, 0 = open */
    bool usable;
} sv_tie;

typedef struct sv_membership {
    size_t who, of;
    int since, until;
    bool usable;
} sv_membership;

typedef struct sv_position {
    size_t actor, issue;
    double value;     /* -4..4, NaN = unknown */
    double salience;  /* 0..4, 1 where not given */
    double certainty; /* 0..1, 1 where not given */
    int date;         /* yyyymmdd, 0 = not given */
    bool usable;
} sv_position;

const sv_actor *sv_map_actor(const sv_map *map, size_t actor);
/* True when an actor is of the kind with this id: "clerk", "council". */
bool sv_map_is_kind(const sv_map *map, size_t actor, const char *kind);
const sv_tie *sv_map_tie(const sv_map *map, size_t tie);
const sv_membership *sv_map_membership(const sv_map *map, size_t membership);
const sv_position *sv_map_position(const sv_map *map, size_t position);

/* The actor, or issue, with this id, or else with this name; SV_NO_ROW when there is none, or more than one with the name. */
size_t sv_map_find_actor(const sv_map *map, const char *id_or_name);
size_t sv_map_find_issue(const sv_map *map, const char *id_or_title);

/*
 * Where every actor stands on an issue, stance[actor]: the certainty-weighted mean of each informant's latest
 * position. Range -4 (strongly against) to 4 (strongly in favour); NaN when nobody knows. Cost: linear in the
 * positions, but quadratic in the informants on one actor.
 */
sv_status sv_map_stances(const sv_map *map, size_t issue, double *stance, sv_error *error);
/* How much an issue matters to every actor, salience[actor], 0 to 4: of the same rows as the stance, combined in the same way; NaN where that is. */
sv_status sv_map_saliences(const sv_map *map, size_t issue, double *salience, sv_error *error);

/*
 * How far those who speak of an actor are apart: the lowest and the highest of their latest positions on an issue, least[actor] and
 * most[actor], -4 to 4; equal where one spoke, NaN where nobody did. Cost as sv_map_stances.
 */
sv_status sv_map_stance_ranges(const sv_map *map, size_t issue, double *least, double *most, sv_error *error);

/* Who said a row: the id of the actor that the informant's cell names, by id or by name, else the cell as it is. */
const char *sv_map_informant(const sv_map *map, sv_sheet sheet, size_t row, size_t column);

/* True when a row with these dates holds on a day (yyyymmdd; 0 = always). */
bool sv_dates_hold(int since, int until, int day);

/*
 * Who may not contact whom, by the rows of kind may_not_contact and the memberships that hold on a day (0 = any): a rule of an organisation binds its members but
 * the exceptions it names, and covers the members of the body it names. Caller frees; valid while the map is
 * unchanged. Cost: rules x memberships.
 */
typedef struct sv_forbidden sv_forbidden;
sv_status sv_forbidden_new(const sv_map *map, int as_of, sv_forbidden **forbidden, sv_error *error);
void sv_forbidden_free(sv_forbidden *forbidden);
/* The row of Ties that forbids contact between two actors, whichever of them is bound; SV_NO_ROW when none does. */
size_t sv_forbidden_rule(const sv_forbidden *forbidden, size_t a, size_t b);

/*
 * The map as an audience may see it: a new map without the rows and cells that are not for them, checked.
 * SV_PRIVATE sees all; SV_TEAM all but private rows; SV_PUBLIC only public rows and the columns marked
 * PUBLIC in columns.h, no position without a source, no reference to an actor that is left out, and nothing
 * in columns or sheets that speelveld does not know. Caller frees *edition.
 */
sv_status sv_map_edition(const sv_map *map, sv_audience audience, sv_map **edition, sv_error *error);

/*
 * Whether the public may see an answer that predicts or judges named politicians: SV_OK when every position of
 * political actors on an issue (SV_NO_ROW: on any) is public with a source, else SV_USAGE with the title of
 * the issue. Asked of the whole map, before its edition is made. Cost: linear in the positions.
 */
sv_status sv_map_may_be_public(const sv_map *map, size_t issue, sv_error *error);

/* ---- Cells anywhere ------------------------------------------------------------------------------- */

/* A cell of any sheet, also of one that speelveld does not know. */
typedef struct sv_spot {
    sv_sheet sheet;                /* SV_SHEETS: a sheet of the user's own, number `own_sheet` */
    size_t own_sheet, row, column; /* column SIZE_MAX: a sheet that is no table, as a whole */
} sv_spot;

/* What stands there, and the column's header as the file has it. Borrowed from the map. */
const char *sv_spot_text(const sv_map *map, const sv_spot *spot);
const char *sv_spot_header(const sv_map *map, const sv_spot *spot);
/* Where it stands: file, sheet, row and column as a person finds them; row 0 in a sheet that is no table. */
void sv_spot_place(const sv_map *map, const sv_spot *spot, sv_place *place);

/* ---- Taking somebody off the map ------------------------------------------------------------------ */

/* What stands where a name stood. */
#define SV_FORGOTTEN "[…]"

typedef enum sv_forgot {
    SV_FORGOT_CELL = 0, /* a cell, or a part of a list, that named the actor: taken out; an informant becomes SV_FORGOTTEN */
    SV_FORGOT_TEXT,     /* a text with the name in it, now with SV_FORGOTTEN */
    SV_FORGOT_ID,       /* the id of another that told the name ("jan-jansen-2"): replaced, everywhere */
    SV_FORGOT_UNSURE    /* left as it was: only the last name stands there, or a word that is also the id; look for yourself */
} sv_forgot;

typedef struct sv_forgot_piece {
    sv_forgot what;
    sv_spot spot; /* in the map without the actor */
} sv_forgot_piece;

/* What was done to take an actor off a map. */
typedef struct sv_forgotten {
    sv_forgot_piece *pieces; /* in the order of the map */
    size_t n, capacity;
    size_t rows[SV_SHEETS + 1]; /* per sheet how many rows were about the actor and are gone; the last are the user's own sheets */
    size_t namesakes;           /* other actors that are called the same: they stay, and so does the name */
} sv_forgotten;

typedef struct sv_forget_options {
    const char *name, *id; /* whom; either may be "" */
    bool by_id_only;       /* a row with another id is somebody else, whatever it is called */
    unsigned first_row;    /* the number that a file gives to the first row of a sheet: 2 below headers, 1 in JSON */
} sv_forget_options;

/*
 * The map without one actor: its row, the rows that are about it, its name and id in every other cell, list, text, column,
 * header and sheet, also the user's own. `id` is looked for first, then `name`; in an older copy, where a row has the id and
 * a name that looks alike, or the name alone, that row is meant. Where there is no such row the name and id are taken
 * out all the same. Names are found however they are written, as whole words, and not within the names of other people. An
 * id that could be an ordinary word is taken out where actors are named, not out of texts. *rest is checked, the caller's to
 * free; `told` (may be NULL) is cleared by the caller. Cost: linear in the text of the map.
 */
sv_status sv_map_forget(const sv_map *map, const sv_forget_options *who, sv_map **rest, sv_forgotten *told, sv_error *error);
void sv_forgotten_clear(sv_forgotten *told);

/* True when something of the actor was found that is no longer there: rows, cells, texts or ids. */
bool sv_forgotten_any(const sv_forgotten *told);

/* ---- The map as it would be ---------------------------------------------------------------------- */

typedef enum sv_suppose {
    SV_SUPPOSE_REMOVE = 0, /* the actor is gone, and every row that is about it; lists that name it keep the others */
    SV_SUPPOSE_TIE,        /* a tie between actor and other */
    SV_SUPPOSE_POSITION,   /* the actor stands elsewhere on the issue, whatever informants said */
    SV_SUPPOSE_JOIN        /* the actor is a member of other, an alliance or organisation */
} sv_suppose;

/* One step. Actors and the issue are rows of the map that is asked about, also when an earlier step moved them. */
typedef struct sv_supposition {
    sv_suppose what;
    size_t actor, other, issue;
    const sv_tie_kind *kind; /* of a tie; NULL: knows */
    double strength;         /* of a tie, 0..4; NaN: the kind's own */
    double value;            /* of a position, -4..4; NaN: not known */
} sv_supposition;

/*
 * A copy of the map after these steps, one after the other, checked; the caller frees it. New rows say no day, so
 * they hold on any. A position that moves keeps its salience and informants. A step that names somebody whom an earlier
 * one took away, ties an actor to itself, or joins a person, is SV_USAGE. Cost: linear in the map for each step.
 */
sv_status sv_map_suppose(const sv_map *map, const sv_supposition *steps, size_t n, sv_map **supposed, sv_error *error);

/* ---- A map without names -------------------------------------------------------------------------- */

typedef struct sv_anonymise_options {
    const char *seed;     /* the same seed gives the same pseudonyms for the same names; NULL: it is made from all that stands in the map */
    sv_language language; /* of the pseudonyms: "Persoon 12", "Person 12" */
} sv_anonymise_options;

/* What became of a map. */
typedef struct sv_anonymised {
    size_t *actor_row, *issue_row;  /* per row of Actors and Issues where it stands in the new map; SV_NO_ROW when it was left out */
    size_t n[SV_CLASSES];           /* actors by class */
    size_t issues;
    size_t faulty;                  /* rows that could not be used, and were left out */
    size_t texts;                   /* cells that were left out */
    size_t own_columns, own_sheets; /* the user's own, left out */
    size_t only_ones;               /* actors that are the only one of their kind, such as the mayor */
} sv_anonymised;

/*
 * A map to share with those who may not know whom it is about. Actors, issues, parties, groups, themes, neighbourhoods,
 * sectors, life domains, places, meetings and informants get pseudonyms, the same in all sheets; kinds, strengths,
 * ratings, positions, seats and counts stay; days become months (the first of it, the last for an end), amounts two digits;
 * texts, times, pinned places, own columns and own sheets are left out, and so are faulty rows. Rows stand in an order of
 * their own. On a day on which no tie or membership of that month begins or ends all scores are what they were, but for
 * rounding; parts get other numbers, and communities may be cut in another way that is just as good. It cannot help against
 * who recognises a map by its shape. *made is checked, the caller's to free; `told` (may be NULL) is cleared by the caller.
 * Cost: n log n.
 */
sv_status sv_map_anonymise(const sv_map *map, const sv_anonymise_options *options, sv_map **made, sv_anonymised *told, sv_error *error);
void sv_anonymised_clear(sv_anonymised *told);

/* ---- Two maps into one ---------------------------------------------------------------------------- */

/* Which of two is meant: the first map (or the actor that is kept), the second map (or the one that goes). */
typedef enum sv_choice { SV_CHOOSE_NONE = 0, SV_CHOOSE_A, SV_CHOOSE_B } sv_choice;

/* One thing in which two maps, or two actors, are not the same, or one thing that was done because of it. */
typedef struct sv_difference {
    sv_code code;       /* what it is: the section "two maps" of codes.h */
    sv_sheet sheet;     /* SV_SHEETS for a sheet that speelveld does not know */
    size_t column;      /* SIZE_MAX: the row, or the sheet, as a whole */
    const char *header; /* the column as the file wrote it; "" for a whole row */
    const char *about;  /* what the row is about: "Fatima El Idrissi (el-idrissi)" */
    const char *a, *b;  /* what stands in each; canonical, as in sv_map_cell */
    const char *file_a, *file_b;
    uint64_t row_a, row_b; /* as in sv_place; 0 where there is none */
    sv_choice chosen;      /* whose value stands in the result; NONE where it is still open, or where both stand */
    bool open;             /* nobody decided it yet */
} sv_difference;

/* A list of them, in the order of sheets, rows and columns. */
typedef struct sv_differences {
    sv_difference *items;
    size_t n, capacity;
    size_t open;    /* how many nobody decided */
    bool incomplete; /* memory ran out while keeping one */
    struct sv_arena_block *texts; /* where the texts live */
} sv_differences;

void sv_differences_init(sv_differences *differences);
void sv_differences_clear(sv_differences *differences);

typedef struct sv_merge_options {
    sv_choice prefer;           /* whose cell stands where two cells differ; NONE: nobody's, the differences are the answer */
    const char *name_a, *name_b; /* who tells each map, for informants; NULL or the same: the titles, else "A" and "B" */
} sv_merge_options;

/*
 * Two colleagues' maps as one. What makes two rows one:
 *   actors   the same id and name; else the same name and kind, when each map has one such; else the same id and kind
 *   issues   the same id and title; else the same title; else the same id
 *   ties     the same two ends, kind and informant;  positions: actor, issue and informant;  memberships: who and of;
 *            groups: name;  events: date and title. Never when both name another date (ties: since), time or role.
 *   others   only when every cell is the same; so it is with signals, contacts and sheets speelveld does not know.
 * Of two rows that are one, an empty cell takes the other's value, and two values are a difference, listed with
 * both. Rows that are not in both maps are all kept, those of `a` first. Where neither map names the informant
 * of a tie or position and the rows are not the same, both rows are kept, and the name of its map becomes the
 * informant of each, so that neither overtakes the other. A row that one map shows to fewer people is shown to
 * those only. An id that stands for two actors is changed in `b`'s rows. References are rewritten where they need
 * it; a text that named nobody in its own map ("De Kade" as an organisation) names an actor of that name in the other.
 *
 * SV_OK with *merged NULL: there are open differences and no `prefer`; nothing was decided. Else *merged is
 * checked and the caller's to free, and `differences` (initialised by the caller) says what was chosen and done.
 * Both maps must be checked. A map merged with itself is the same map; merging `b` again changes nothing. Three
 * maps give the same rows in any order of merging where no row was told apart and no id changed.
 * Cost: linear in the cells (hashing).
 */
sv_status sv_map_merge(const sv_map *a, const sv_map *b, const sv_merge_options *options, sv_map **merged, sv_differences *differences,
                       sv_error *error);

/*
 * Two maps laid side by side, to tell what changed from one to the other. Who is who is settled as sv_map_merge
 * does it, and what both know gets one number: those of the first map their own rows, then those that only the second
 * has. Both maps must be checked, and unchanged while the alignment is used. Caller frees. Cost: linear in the cells.
 */
typedef struct sv_alignment sv_alignment;
sv_status sv_map_align(const sv_map *first, const sv_map *second, sv_alignment **alignment, sv_error *error);
void sv_alignment_free(sv_alignment *alignment);

/* A checked map with the actors and issues of both, the row of each being its number; for names and ids. Borrowed. */
const sv_map *sv_alignment_both(const sv_alignment *alignment);
/* The number of an actor or issue (sheet SV_ACTORS or SV_ISSUES) in a row of the first or the second map. */
size_t sv_alignment_number(const sv_alignment *alignment, bool second, sv_sheet sheet, size_t row);
/* The row of either map that has a number; SV_NO_ROW when that map does not have it. */
size_t sv_alignment_row(const sv_alignment *alignment, bool second, sv_sheet sheet, size_t number);
/* Whether an actor or issue that both have says the same in a column; references count as whom they mean, lists as sets. */
sv_status sv_alignment_same(sv_alignment *alignment, sv_sheet sheet, size_t number, size_t column, bool *same, sv_error *error);

/* How many usable rows of a sheet only one of two maps has, and how many are about the same (by the keys of sv_map_merge) and say something else. */
typedef struct sv_alignment_counts {
    size_t only_first, only_second, changed;
} sv_alignment_counts;
sv_status sv_alignment_count(const sv_alignment *alignment, sv_sheet sheet, sv_alignment_counts *counts, sv_error *error);

/*
 * Two actors of one map made one: whatever named `gone` names `keep`, and its row goes. Nothing is lost: its
 * cells fill empty ones, lists are put together, and what differs goes into the note with the name of its
 * column. The joined row is for the fewest people either was for. Ties and memberships between the two, and
 * rows that then stand twice, are left out; `differences` (a is `keep`, b is `gone`) says all of it.
 * Caller frees *joined, which is checked. Cost: linear in the number of cells.
 */
sv_status sv_map_join(const sv_map *map, size_t keep, size_t gone, sv_map **joined, sv_differences *differences, sv_error *error);

/* Why two actors may be one. */
typedef enum sv_reason {
    SV_REASON_SAME_NAME = 0,
    SV_REASON_SPELLING,     /* a letter or two differ */
    SV_REASON_SOUND,        /* Meijer, Meyer */
    SV_REASON_INITIALS,     /* P. Jansen, Piet Jansen */
    SV_REASON_MORE_GIVEN,   /* Frank Idema, Frank F. Idema */
    SV_REASON_PREFIX,       /* v.d. Zwaag, van der Zwaag, Zwaag */
    SV_REASON_TITLE,        /* mr., drs. */
    SV_REASON_ORDER,        /* Jansen Piet */
    SV_REASON_DOUBLE_NAME,  /* de Vries, de Vries-Bakker */
    SV_REASON_SURNAME_ONLY, /* Jansen, Piet Jansen */
    SV_REASON_LEGAL_FORM,   /* Stichting, B.V. */
    SV_REASON_ABBREVIATION, /* WBV, Woningbouwvereniging */
    SV_REASON_SAME_ORGANISATION,
    SV_REASON_SAME_PARTY,
    SV_REASON_SAME_GROUP,
    SV_REASONS
} sv_reason;

/* Its id ("initials"), and its English text, a key of data/locale/nl.po. */
const char *sv_reason_id(sv_reason reason);
const char *sv_reason_text(sv_reason reason);

/* Two actors that may be one. It is never more than a proposal. */
typedef struct sv_duplicate {
    size_t a, b;      /* actors, a < b */
    double score;     /* 0..1: how much the names and what stands beside them look alike; no chance of anything */
    unsigned reasons; /* bit 1 << reason for each */
} sv_duplicate;

/*
 * The pairs of actors that may be one, with a score of at least `least` (0..1; 0.4 is a good start), the most
 * alike first. Persons are compared with persons, organisations with organisations. *found is freed by the
 * caller with free(). Cost: n log n in the actors; what that may miss is said in duplicates.c.
 */
sv_status sv_map_duplicates(const sv_map *map, double least, sv_duplicate **found, size_t *n, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif
