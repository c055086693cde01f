/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Wrapping. Lines are filled greedily at the narrowest width that still needs no more lines, which makes them even:
 * "Bewonersgroep / Rivierbuurt" and not "Bewonersgroep Rivier- / buurt". Widths are counted in characters; who
 * needs paper sizes measures the result.
 */
#include "wrap.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    hyphen_least = 3,  /* no fewer characters before a hyphen */
    width_least = 5,   /* narrower than this nothing can be read */
    widen_most = 4,    /* characters beyond the longest word, before a text is cut */
    compound_most = 80 /* bytes: what is longer is no word */
};

/* A character that must not be parted from the one before: accents, joiners, variation and skin tone signs. */
static bool joins_previous(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x200D ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

static bool is_space(uint32_t c)
{
    return c <= ' ' || c == 0x7F || c == 0x2028 || c == 0x2029;
}

/* Bytes of the first `count` characters of n bytes, not parting what belongs together. */
static size_t bytes_of(const char *text, size_t n, size_t count)
{
    size_t at = 0, seen = 0;
    uint32_t c, before = 0;
    while (at < n) {
        size_t length = sv_utf8_next(text + at, &c);
        if (seen >= count && !joins_previous(c) && before != 0x200D)
            break;
        before = c;
        at += length;
        seen++;
    }
    return at < n ? at : n;
}

static size_t count_in(const char *text, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* An apostrophe and one letter: "'s" and "'t" belong to the word behind them. */
static bool is_article(const char *word, size_t n)
{
    uint32_t c;
    size_t length = sv_utf8_next(word, &c);
    return (c == '\'' || c == 0x2019 || c == 0x2018) && n == length + 1;
}

/* The next word at *at: its bytes in *n, 0 at the end. What belongs to the word behind it stays with it, with the space between. */
static const char *next_word(const char **at, size_t *n)
{
    const char *start;
    uint32_t c;
    size_t length;
    while ((length = sv_utf8_next(*at, &c)) > 0 && is_space(c))
        *at += length;
    start = *at;
    do {
        while ((length = sv_utf8_next(*at, &c)) > 0 && !is_space(c))
            *at += length;
        *n = (size_t)(*at - start);
    } while (c == ' ' && length > 0 && is_article(start, *n) && (*at)[1] > ' ' && (*at += length));
    return start;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiouyAEIOUY", c);
}

static bool is_consonant(char c)
{
    return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) && !is_vowel(c);
}

/* How many consonants begin a syllable here, 0 when none can: one before a vowel, or two or three that belong together ("str", "kl"). */
static size_t onset_at(const char *word, size_t at)
{
    static const char *const together[] = {"schr", "sch", "spr", "str", "ch", "kn", "kw", "ph", "sl", "sm", "sn", "tw", "zw"};
    char first = word[at], next = word[at + 1];
    if (!is_consonant(first))
        return 0;
    if (is_vowel(next))
        return 1;
    if ((next == 'r' || next == 'l') && !strchr("hjlmnrsxz", first) && is_vowel(word[at + 2]))
        return 2;
    if (strncmp(word + at, "the", 3) == 0) /* biblio-theek, but buurt-huis */
        return 2;
    for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
        size_t length = strlen(together[i]);
        if (strncmp(word + at, together[i], length) == 0 && is_vowel(word[at + length]))
            return length;
    }
    return 0;
}

/* True where a Dutch or English word may part: before consonants that begin a syllable, unless those before them belong to it too. */
static bool may_part(const char *word, size_t at)
{
    size_t onset = onset_at(word, at);
    if (!onset || (!is_vowel(word[at - 1]) && !is_consonant(word[at - 1])))
        return false;
    for (size_t back = 1; back <= 2 && back < at; back++)
        if (onset_at(word, at - back) > back)
            return false;
    return true;
}

/* The place nearest to `middle` where a word may part, at most `reach` bytes away; `middle` when there is none. */
static size_t part_near(const char *word, size_t n, size_t middle, size_t reach, size_t most)
{
    for (size_t off = 0; off <= reach; off++) {
        if (middle + off + hyphen_least < n && middle + off <= most && may_part(word, middle + off))
            return middle + off;
        if (middle >= off + hyphen_least && may_part(word, middle - off))
            return middle - off;
    }
    return middle;
}

/*
 * Where the last part of a compound begins of which names of organisations are made, if what stands before it takes at most `most`
 * bytes; 0 for none.
 */
static size_t last_part_of(const char *word, size_t n, size_t most)
{
    static const char *const parts[] = {
        "vereniging", "stichting", "praktijk", "organisatie", "corporatie", "commissie",  "gemeente",   "maatschappij", "bibliotheek",
        "centrum",    "beweging",  "bedrijf",  "overleg",     "netwerk",    "instelling", "coöperatie", "maatjes",      "fractie",
        "zekerheid",  "kwartier",  "opvang",   "school",      "haven",      "eiland",     "buurt",      "wijk",         "dorp",
        "groep",      "huis",      "belang",   "voorzitter",  "adviseur",   "secretaris", "medewerker", "beheerder"};
    size_t found = 0;
    for (size_t i = 0; n <= compound_most && i < sizeof parts / sizeof *parts; i++) {
        size_t length = strlen(parts[i]);
        for (size_t at = hyphen_least; at + length <= n && at <= most; at++)
            if (at > found && word[at] == *parts[i] && memcmp(word + at, parts[i], length) == 0)
                found = at;
    }
    return found;
}

/*
 * Where a long word may end a line of `room` characters: behind its own hyphen or slash if it has one late enough; where the last part
 * of a compound begins; else between two syllables: near its middle when two lines hold it, else where the line is nearly full.
 */
static size_t break_of(const char *word, size_t n, size_t room, bool *hyphen)
{
    size_t end = bytes_of(word, n, room), soft = 0, length = count_in(word, n);
    *hyphen = false;
    for (size_t i = 0; i < end; i++)
        if ((word[i] == '-' || word[i] == '/') && i + 1 < n)
            soft = i + 1;
    if (count_in(word, soft) >= hyphen_least)
        return soft;
    *hyphen = true;
    if (room < 2)
        return bytes_of(word, n, 1);
    soft = last_part_of(word, n, n);
    if (soft && count_in(word, soft) < room)
        return soft;
    if (soft && count_in(word, soft) < 2 * (room - 1)) /* what stands before it takes two lines */
        return part_near(word, soft + 1, bytes_of(word, n, (count_in(word, soft) + 1) / 2), soft / 3, bytes_of(word, n, room - 1));
    if (length > 2 * (room - 1))
        return part_near(word, n, bytes_of(word, n, room - 1), room / 3, bytes_of(word, n, room - 1));
    return part_near(word, n, bytes_of(word, n, (length + 1) / 2), length / 4, bytes_of(word, n, room - 1));
}

typedef struct writer {
    sv_text *out;                 /* NULL: only count */
    size_t width, longest, lines; /* allowed: on a line, in an unbroken word, in all */
    size_t line, column;          /* where we are: lines finished, characters on this one */
    bool cut;                     /* more text than lines */
} writer;

static void put(writer *to, const char *bytes, size_t n)
{
    if (to->out && !to->cut)
        sv_text_add_n(to->out, bytes, n);
    to->column += count_in(bytes, n);
}

static void end_line(writer *to)
{
    if (to->line + 1 >= to->lines)
        to->cut = true;
    put(to, "\n", 1);
    to->line++;
    to->column = 0;
}

static void put_word(writer *to, const char *word, size_t n)
{
    size_t room = to->column < to->width ? to->width - to->column : 0;
    if (to->column && count_in(word, n) + 1 > room) {
        bool hyphen;
        size_t part = room > 1 ? break_of(word, n, room - 1, &hyphen) : 0;
        /* a word with a hyphen of its own may use the rest of this line; others start a new one */
        if (part && !hyphen && count_in(word, n) > to->width / 2) {
            put(to, " ", 1);
            put(to, word, part);
            word += part;
            n -= part;
        }
        end_line(to);
    } else if (to->column) {
        put(to, " ", 1);
    }
    while (count_in(word, n) > to->longest) {
        bool hyphen;
        size_t part = break_of(word, n, to->longest, &hyphen);
        put(to, word, part);
        if (hyphen)
            put(to, "-", 1);
        word += part;
        n -= part;
        end_line(to);
    }
    put(to, word, n);
}

/* Lines the text takes at this width; *cut when more than allowed. */
static size_t fill(const char *text, size_t width, size_t longest, size_t lines, sv_text *out, bool *cut)
{
    writer to = {.out = out, .width = width, .longest = longest, .lines = lines};
    const char *at = text;
    size_t n;
    for (const char *word = next_word(&at, &n); n > 0 && !to.cut; word = next_word(&at, &n))
        put_word(&to, word, n);
    *cut = to.cut;
    return to.line + 1;
}

/* Make room for "…" on the last line, behind a whole word where there is one, and write it. */
static void add_ellipsis(sv_text *out, size_t start, size_t width)
{
    char *bytes = out->bytes;
    size_t line = start, end = out->length, keep;
    for (size_t i = start; i < out->length; i++)
        if (bytes[i] == '\n')
            line = i + 1;
    keep = bytes_of(bytes + line, end - line, width > 1 ? width - 1 : 1);
    if (keep < end - line)
        for (size_t i = keep; i > 0; i--)
            if (bytes[line + i] == ' ') {
                keep = i;
                break;
            }
    while (keep > 0 && (bytes[line + keep - 1] == ' ' || bytes[line + keep - 1] == '-' || bytes[line + keep - 1] == ','))
        keep--;
    out->length = line + keep;
    bytes[out->length] = '\0';
    sv_text_add(out, "…");
}

bool sv_wrap(const char *text, size_t width, size_t longest, size_t lines, sv_text *out)
{
    size_t start = out->length, needed, narrow;
    bool cut, worse = false;
    if (width > sv_utf8_count(text)) /* as good as any width beyond it, and narrowed from there */
        width = sv_utf8_count(text);
    width = width < width_least ? width_least : width;
    longest = longest < width ? width : longest;
    while ((needed = fill(text, width, longest, lines, NULL, &cut)) > 0 && cut && width < longest + widen_most)
        width++; /* better a little wide than cut */
    narrow = width;
    longest = longest < width ? width : longest;
    while (!cut && narrow > width_least && fill(text, narrow - 1, longest, lines, NULL, &worse) <= needed && !worse)
        narrow--;
    sv_text_add_n(out, "", 0);
    fill(text, narrow, longest, lines, out, &cut);
    if (cut && !out->failed)
        add_ellipsis(out, start, longest);
    return !out->failed;
}

sv_status sv_wrap_fit(sv_renderer *renderer, const char *text, sv_fit *fit, sv_text *out, sv_error *error)
{
    sv_status status = SV_OK;
    size_t one_line = sv_utf8_count(text) + 1, characters = one_line;
    for (;;) {
        sv_measure measure = {.font_size = fit->font_size, .bold = fit->bold};
        sv_text_clear(out);
        if (!sv_wrap(text, characters, characters, fit->lines, out))
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        measure.text = sv_text_get(out);
        status = sv_renderer_measure(renderer, &measure, 1, error);
        if (status != SV_OK)
            return status;
        fit->got_width = measure.width;
        fit->got_height = measure.height;
        if (measure.width <= fit->width || characters <= 8)
            return SV_OK;
        /* from one line to a guess; the measure says how far off that was; never stand still */
        characters =
            (size_t)fmin((double)characters - 1, characters == one_line ? floor(fit->width / (fit->font_size * 0.5)) + 1
                                                                        : floor((double)characters * (fit->width / measure.width) + 1));
    }
}

/* The longest of the pieces a text can be broken into without parting a word. */
static const char *longest_piece(const char *text, size_t *n)
{
    const char *longest = text, *at = text;
    size_t length, most = 0;
    *n = 0;
    for (const char *word = next_word(&at, &length); length > 0; word = next_word(&at, &length))
        for (size_t from = 0, to = 0; to < length; from = to) {
            while (to < length && word[to] != '-' && word[to] != '/')
                to++;
            to += to < length;
            if (count_in(word + from, to - from) <= most)
                continue;
            most = count_in(word + from, to - from);
            longest = word + from;
            *n = to - from;
        }
    return longest;
}

/* By how much these texts, each a piece and then the whole, are wider than they may be in a size: 1 is just as wide. */
static sv_status measure_over(sv_renderer *renderer, sv_measure *measures, size_t n, const sv_fit *fit, double *over, sv_error *error)
{
    const double uneven = fit->lines > 1 ? 0.85 : 1; /* of several lines the last is seldom full */
    sv_status status;
    for (size_t i = 0; i < n; i++)
        measures[i].font_size = fit->font_size;
    status = sv_renderer_measure(renderer, measures, n, error);
    *over = 0;
    for (size_t i = 0; i < n && status == SV_OK; i++)
        *over = fmax(*over, measures[i].width / (fit->width * (i % 2 ? (double)fit->lines * uneven : 1)));
    return status;
}

sv_status sv_wrap_largest(sv_renderer *renderer, const char *const *texts, size_t n, double least, sv_fit *fit, sv_error *error)
{
    sv_measure *measures = sv_alloc(2 * n + 1, sizeof *measures);
    sv_text *pieces = sv_alloc(n + 1, sizeof *pieces);
    sv_status status = measures && pieces ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    double over = 2;
    for (size_t i = 0; i < n && status == SV_OK; i++) {
        size_t length;
        const char *piece = longest_piece(texts[i], &length);
        sv_text_add_n(&pieces[i], piece, length);
        if (pieces[i].failed)
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        measures[2 * i] = (sv_measure){.text = sv_text_get(&pieces[i]), .bold = fit->bold};
        measures[2 * i + 1] = (sv_measure){.text = texts[i], .bold = fit->bold};
    }
    fit->font_size = fmax(least, fit->font_size);
    while (status == SV_OK && (status = measure_over(renderer, measures, 2 * n, fit, &over, error)) == SV_OK && over > 1 &&
           fit->font_size > least) /* type is not wider by exactly as much as it is larger: measured again, and never standing still */
        fit->font_size = fmax(least, fmin(floor(4 * fit->font_size / over) / 4, fit->font_size - 0.25));
    for (size_t i = 0; pieces && i < n; i++)
        sv_text_clear(&pieces[i]);
    free(pieces);
    free(measures);
    return status;
}
