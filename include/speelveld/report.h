/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * speelveld/report.h - answers as people and programs read them: tables, CSV for a spreadsheet, JSON.
 *
 * Every function gives a text that the caller frees with free(). Numbers in JSON read back exactly; in tables
 * and CSV they follow the language, and an undefined number is "–" (JSON: null).
 */
#ifndef SPEELVELD_REPORT_H
#define SPEELVELD_REPORT_H

#include <speelveld/advice.h>
#include <speelveld/draw.h>
#include <speelveld/format.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum sv_report_format { SV_REPORT_TABLE = 0, SV_REPORT_CSV, SV_REPORT_JSON } sv_report_format;

typedef struct sv_report_options {
    sv_report_format format;
    sv_language language;
    sv_audience audience; /* said in the heading; the map must already be that edition */
    size_t by;            /* score to rank by */
    const size_t *which;  /* scores to show, n_which of them */
    size_t n_which;
    size_t top;           /* at most so many of each class; 0 = all */
    bool with_own;        /* our own actors stand in the ranking too; they always count in the network */
    const sv_sensitivity *sensitivity; /* of that ranking, with own actors or without as above; NULL: none */
    bool sensitivity_dear;             /* it was left out because it takes long, which is said */
} sv_report_options;

/* The ranking by one score, persons and organisations apart, with the scores in `which` beside it. */
sv_status sv_report_scores(const sv_scores *scores, const sv_report_options *options, char **text, size_t *length, sv_error *error);

/*
 * That the scores are samples, from how many and how near, in whole lines; empty when all are exact. Writes at most `size`
 * bytes (1,000 is enough), always ends in NUL, and returns `buffer`. Tables and JSON say it by themselves.
 */
char *sv_report_sampling(const sv_scores *scores, sv_language language, char *buffer, size_t size);

/* That how far the ranking can be relied on was left out in so large a network, as one line. Borrowed. */
const char *sv_report_sensitivity_left_out(sv_language language);

/* What check found: every fault with its place and remedy, and what the map holds. JSON or text; text is plain, without colours. */
sv_status sv_report_problems(const sv_map *map, const sv_problems *problems, sv_report_format format, sv_language language, char **text,
                             size_t *length, sv_error *error);

/* How a piece of advice is told. */
typedef struct sv_answer_options {
    sv_report_format format;
    sv_language language;
    sv_audience audience; /* said in the heading; the map must already be that edition */
    int as_of;            /* yyyymmdd, said in the heading; 0 = no day */
} sv_answer_options;

/* ---- Route ---------------------------------------------------------------------------------------- */

/* The ways to an actor, and who may speak instead where a rule closes them. */
sv_status sv_report_route(const sv_map *map, const sv_route *found, const sv_answer_options *options, char **text, size_t *length, sv_error *error);
/* ---- Signals ---- */

/* What was brought up, what comes back, and which policy and issue it is about. */
sv_status sv_report_signals(const sv_map *map, const sv_signals *found, const sv_answer_options *options, char **text, size_t *length, sv_error *error);

/* ---- Privacy ---- */

/*
 * What personal data the map holds. `map` is the edition for the audience and `seen` was found in it: whoever is
 * named stands there. `whole` was found in the whole map: all counts are its. The public gets the counts only.
 */
sv_status sv_report_privacy(const sv_map *map, const sv_privacy *seen, const sv_privacy *whole, const sv_answer_options *options, char **text,
                            size_t *length, sv_error *error);
/* All that the map holds on one actor; `left_out` is how many cells more the whole map holds than this edition. */
sv_status sv_report_access(const sv_map *map, size_t actor, const sv_held_cell *list, size_t n, size_t left_out, const sv_answer_options *options,
                           char **text, size_t *length, sv_error *error);

/* ---- Allies ---- */

/* Who agrees with us, with the parts of each rank and a sentence about each. */
sv_status sv_report_allies(const sv_map *map, const sv_allies *found, const sv_answer_options *options, char **text, size_t *length, sv_error *error);

/* ---- Support ---- */

/* How broad the support is, and where it is missing. */
sv_status sv_report_support(const sv_map *map, const sv_support *support, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error);

/* ---- Match ---- */

/* Who offers what another seeks, and who can introduce them. */
sv_status sv_report_match(const sv_map *map, const sv_matches *found, const sv_answer_options *options, char **text, size_t *length, sv_error *error);

/* ---- Gaps ---- */

/* Circles and places where we know nobody, who should meet whom, and who cannot reach the council. For the public without what rests on ties. */
sv_status sv_report_gaps(const sv_map *map, const sv_gaps *gaps, const sv_answer_options *options, char **text, size_t *length, sv_error *error);

/* ---- Exposure ---- */

/* Who can speak freely and who cannot, and who pays whom. */
sv_status sv_report_exposure(const sv_map *map, const sv_exposure *found, const sv_answer_options *options, char **text, size_t *length,
                             sv_error *error);

/* ---- Contacts ------------------------------------------------------------------------------------- */

/* Whose turn it is, what was agreed, the moments back from the decision, and with whom to begin. */
sv_status sv_report_contacts(const sv_map *map, const sv_contacts *found, const sv_team *team, const sv_answer_options *options, char **text,
                             size_t *length, sv_error *error);

/*
 * The same as a calendar (RFC 5545): everybody to speak with on the day before it must be done, what was agreed, and the
 * meetings, each with a reminder. Nothing before options->as_of, which is also its stamp: the same map gives the same bytes.
 */
sv_status sv_report_calendar(const sv_map *map, const sv_contacts *found, const sv_answer_options *options, char **text, size_t *length,
                             sv_error *error);

/* ---- Message -------------------------------------------------------------------------------------- */

/* One conversation on half a page. */
sv_status sv_report_message(const sv_map *map, const sv_message *message, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error);
/* ---- Forget ---- */

/* What was done to forget somebody. */
typedef struct sv_forget_told {
    const char *name, *path;       /* who, and where the map without them stands now */
    bool in_place;                 /* in the place of the old one */
    const sv_forgotten *told;
    const sv_traces *traces;       /* what is left, in the map and in the other files */
    const char *const *files;      /* other files that were gone through, n_files of them */
    const size_t *changes;         /* how much was found in each */
    size_t n_files;
} sv_forget_told;

/* Tell it: `rest` is the map without them. */
sv_status sv_report_forget(const sv_map *rest, const sv_forget_told *done, const sv_answer_options *options, char **text, size_t *length,
                           sv_error *error);

/* ---- What-if and compare -------------------------------------------------------------------------- */

typedef struct sv_changes_told {
    sv_answer_options answer;
    bool all; /* people too see all that changed, not only what stands out; programs always do */
} sv_changes_told;

/* What changed since last time: what came, went and moved, and what that does. CSV: one row for each change. */
sv_status sv_report_compare(const sv_changes *changes, const sv_changes_told *told, char **text, size_t *length, sv_error *error);

/* What these steps in a map would change. `map` is the one they begin with, and `changes` those from it to the map as it would be. */
sv_status sv_report_what_if(const sv_map *map, const sv_supposition *steps, size_t n, const sv_changes *changes, const sv_changes_told *told,
                            char **text, size_t *length, sv_error *error);

/* ---- Anonymise ---- */

/* What became of a map without names, which was written to `path`; `made` is that map. */
sv_status sv_report_anonymise(const sv_map *made, const sv_anonymised *told, const char *path, const sv_answer_options *options, char **text,
                              size_t *length, sv_error *error);

/* ---- Two maps into one ---------------------------------------------------------------------------- */

/* What two maps, or two actors, do not agree on, and what was done about it. Table (as text) or JSON. */
sv_status sv_report_differences(const sv_differences *differences, sv_report_format format, sv_language language, char **text, size_t *length,
                                sv_error *error);

typedef struct sv_duplicates_options {
    sv_report_format format; /* table or JSON */
    sv_language language;
    sv_audience audience;    /* said in the heading; the map must already be that edition */
    size_t top;              /* at most so many pairs; 0 = all */
} sv_duplicates_options;

/* The pairs of actors that may be one (sv_map_duplicates), each with its reasons in words. */
sv_status sv_report_duplicates(const sv_map *map, const sv_duplicate *found, size_t n, const sv_duplicates_options *options, char **text,
                               size_t *length, sv_error *error);

/* ---- Slides and a handout --------------------------------------------------------------------------- */

/* A slide: a picture made for a page of 16:9, and what its bookmark says. */
typedef struct sv_deck_page {
    const char *title;
    const char *svg;
    size_t length;
} sv_deck_page;

/* What goes into a deck. Texts may be "" but not NULL. */
typedef struct sv_deck {
    sv_language language;
    sv_audience audience; /* said on the first and last page; the pictures must already be that edition */
    sv_theme_choice theme; /* of the pictures, and of the pages that are none */
    int as_of;            /* yyyymmdd, also the date of the PDF; 0 = none */
    int decision;         /* yyyymmdd: the day of the decision; 0 = not known */
    const char *title, *subtitle, *message, *source;
    const sv_deck_page *pages;
    size_t n_pages;
    const char *method; /* the last page: how it was made, and its limits; paragraphs parted by a newline */
} sv_deck;

/*
 * A PDF of 960 x 540 points: a title page, a page a picture, and a last page on method and limits. Text stays text,
 * fonts are embedded, the same input gives the same bytes. Links in the pictures are left out. *bytes is freed by the
 * caller. Errors: SV_MEMORY; SV_INTERNAL when a picture is no SVG. glib, which sets the text, ends the process when
 * it finds no memory at all.
 */
sv_status sv_report_deck(const sv_deck *deck, char **bytes, size_t *length, sv_error *error);

/*
 * Texts for slides and the handout, freed with free(). The method: what was counted on which day, what the score means,
 * and what none of it can say, paragraphs parted by a newline. The support for an issue in a few sentences: how many are in favour, which
 * organisations among them, from how many sectors and neighbourhoods, and how many seats; for the public only which organisations
 * are in favour in public, "" when none is.
 */
sv_status sv_report_method(const sv_scores *scores, size_t score, const sv_answer_options *options, char **text, sv_error *error);
sv_status sv_report_support_told(const sv_map *map, const sv_support *support, const sv_answer_options *options, char **text, sv_error *error);

/* What goes on a handout. Texts may be "" (then their part is left out) but not NULL. */
typedef struct sv_handout {
    sv_language language;
    sv_audience audience;
    sv_theme_choice theme;
    int as_of;
    int decision; /* yyyymmdd: the day of the decision; 0 = not known */
    const char *title, *subtitle, *message, *support, *ask, *source;
    const char *svg; /* a picture for the room there is; NULL for none */
    size_t svg_length;
    double svg_height; /* points it takes of the room there is; 0 = all */
} sv_handout;

/* How much room its texts leave for the picture, in points: draw one of this size (the options of sv_draw). */
sv_status sv_report_handout_room(const sv_handout *handout, double *width, double *height, sv_error *error);
/* A PDF of one A4 page: message, picture, support, ask. As sv_report_deck. */
sv_status sv_report_handout(const sv_handout *handout, char **bytes, size_t *length, sv_error *error);
/* ---- Explain -------------------------------------------------------------------------------- */

/* Why an actor has the score it has, in at most five sentences, with the ties and the pairs to count along by. */
sv_status sv_report_explain(const sv_map *map, const sv_explanation *found, const sv_answer_options *options, char **text, size_t *length,
                            sv_error *error);

/* ---- Majority ------------------------------------------------------------------------------- */

/* Whether there is a majority for an issue, how likely it passes, by which rules, and what would help (sv_majority_new of that issue). */
sv_status sv_report_majority(const sv_map *map, const sv_majority *found, size_t issue, const sv_answer_options *options, char **text,
                             size_t *length, sv_error *error);

/* ---- Who ------------------------------------------------------------------------------------ */

/* Who carries a theme (sv_carriers_find with that theme and issue), with the way to each and, when an issue is given, where each stands. */
sv_status sv_report_who(const sv_map *map, const sv_carriers *found, const char *theme, size_t issue, const sv_answer_options *options, char **text,
                        size_t *length, sv_error *error);

/* Who within so many steps of us is in politics (sv_acquaintances_find with those steps), and how we know them. */
sv_status sv_report_who_political(const sv_map *map, const sv_acquaintances *found, size_t steps, const sv_answer_options *options, char **text,
                                  size_t *length, sv_error *error);

#ifdef __cplusplus
}
#endif
#endif
