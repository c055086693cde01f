/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Taking names apart as they are written in the Netherlands: titles, initials, prefixes to the surname (van
 * der, v.d., el, ten), double surnames, "Jansen, Piet"; and of organisations the legal form.
 */
#include "names.h"

#include <string.h>

static const char titles[] = "dr|drs|mr|ir|ing|prof|msc|bsc|phd|llm|mba|dhr|mevr|mw|mevrouw|meneer|ds";
static const char prefixes[] =
    "van|de|der|den|het|t|te|ten|ter|op|in|aan|uit|bij|onder|over|la|le|du|des|di|da|dos|del|von|zu|zum|zur|el|al|ben|ibn|"
    "bin|abu|ait|vd|vande|vander|vanden|vant";
static const char prefixes_in_front[] = "van|de|der|den|t|te|ten|ter|vd|vande|vander|vanden|vant|el"; /* those that are no first name */
static const char forms[] = "stichting|st|sticht|vereniging|ver|bv|nv|vof|cooperatie|coop|cv|maatschap|ua";
static const char empty_words[] = "de|het|een|en|van|voor|in|te|der|den|op|aan|t|and|the|of|der";

/* True when a list of folded words parted by | has this one. */
static bool among(const char *word, const char *list)
{
    size_t n = strlen(word);
    for (const char *at = list; n && (at = strstr(at, word)) != NULL; at += n)
        if ((at == list || at[-1] == '|') && (at[n] == '|' || at[n] == '\0'))
            return true;
    return false;
}

/* ---- Words ---- */

enum { name_words_most = 16, letters_most = 6 /* a longer name in capitals is no abbreviation */ };

typedef struct word_list {
    name_word words[name_words_most];
    size_t n, comma; /* words before the first comma; SIZE_MAX when there is none */
} word_list;

static bool is_hyphen(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2013);
}

static bool parts_words(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == '.' || c == ',' || c == '/' || c == '(' || c == ')' || c == '"' || c == '&' || c == '+' ||
           c == ';' || c == ':' || is_hyphen(c);
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Without ASCII lower-case letters in it, and with a capital: WBV. */
static bool is_capitals(const char *text, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (text[i] >= 'a' && text[i] <= 'z')
            return false;
        any |= is_capital(text[i]);
    }
    return any;
}

/* A folded word with its sound. False without memory. */
static bool fill_word(name_word *word, const char *text, size_t n, sv_arena *texts)
{
    char sound[name_sound_size];
    word->text = sv_arena_text(texts, text, n);
    if (!word->text)
        return false;
    name_sound(word->text, false, sound, sizeof sound);
    word->sound = sv_arena_text(texts, sound, strlen(sound));
    return word->sound != NULL;
}

static bool add_word(word_list *list, const char *text, size_t n, bool joined, bool shouted, sv_arena *texts)
{
    sv_text raw = {0}, folded = {0};
    bool done = true;
    if (list->n == name_words_most)
        return true;
    sv_text_add_n(&raw, text, n);
    if (raw.failed || !sv_text_fold(raw.bytes, &folded)) {
        done = false;
    } else if (folded.length) {
        name_word *word = &list->words[list->n];
        *word = (name_word){.joined = joined, .capital = is_capital(*text), .capitals = !shouted && n > 1 && is_capitals(text, n)};
        done = fill_word(word, folded.bytes, folded.length, texts);
        list->n += done;
    }
    sv_text_clear(&raw);
    sv_text_clear(&folded);
    return done;
}

/* The words of a name in their order. */
static bool read_words(const char *name, sv_arena *texts, word_list *list)
{
    bool joined = false, shouted = strlen(name) > letters_most && is_capitals(name, strlen(name));
    const char *start = name;
    *list = (word_list){.comma = SIZE_MAX};
    for (const char *at = name;;) {
        uint32_t c;
        size_t n = sv_utf8_next(at, &c), before = list->n;
        if (n && !parts_words(c)) {
            at += n;
            continue;
        }
        if (at > start && !add_word(list, start, (size_t)(at - start), joined, shouted, texts))
            return false;
        if (list->n > before || !is_hyphen(c))
            joined = is_hyphen(c) && list->n > 0;
        if (c == '.' && list->n > before)
            list->words[list->n - 1].dotted = true;
        if (c == ',' && list->n && list->comma == SIZE_MAX)
            list->comma = list->n;
        if (!n)
            return true;
        at += n;
        start = at;
    }
}

static void remove_word(word_list *list, size_t at)
{
    memmove(&list->words[at], &list->words[at + 1], (list->n - at - 1) * sizeof *list->words);
    list->n--;
    if (list->comma != SIZE_MAX && list->comma > at)
        list->comma--;
}

/* ---- People ---- */

static void take_titles(word_list *list, person_name *made)
{
    if (list->n > 2 && strcmp(list->words[0].text, "de") == 0 && strcmp(list->words[1].text, "heer") == 0) {
        remove_word(list, 0);
        remove_word(list, 0);
        made->titled = true;
    }
    for (size_t i = 0; i < list->n;) {
        const char *word = list->words[i].text;
        if (list->n > 1 && (among(word, "sr|senior|jr|junior"))) {
            made->generation = *word;
            remove_word(list, i);
        } else if (list->n > 1 && among(word, titles)) {
            made->titled = true;
            remove_word(list, i);
        } else {
            i++;
        }
    }
}

/* "Zwaag, Tom van der": what stands behind the comma comes first. */
static void turn(word_list *list, person_name *made)
{
    name_word turned[name_words_most];
    size_t behind;
    if (list->comma == SIZE_MAX || list->comma == 0 || list->comma >= list->n)
        return;
    behind = list->n - list->comma;
    memcpy(turned, &list->words[list->comma], behind * sizeof *turned);
    memcpy(turned + behind, list->words, list->comma * sizeof *turned);
    memcpy(list->words, turned, list->n * sizeof *turned);
    made->turned = true;
}

/* V. D. and T. are initials when they are capitals, unless V. and D. stand together. */
static bool is_prefix(const word_list *list, size_t i)
{
    const name_word *word = &list->words[i], *next = i + 1 < list->n ? word + 1 : NULL, *last = i > 0 ? word - 1 : NULL;
    if (!next)
        return false;
    if (strcmp(word->text, "v") == 0)
        return i > 0 && (!word->capital || strcmp(next->text, "d") == 0);
    if (strcmp(word->text, "d") == 0)
        return i > 0 && (!word->capital || strcmp(last->text, "v") == 0);
    if (strcmp(word->text, "t") == 0)
        return !word->capital;
    return among(word->text, i == 0 ? prefixes_in_front : prefixes);
}

/* Where the surname begins, its prefix included. */
static size_t find_last(const word_list *list)
{
    size_t last = list->n ? list->n - 1 : 0;
    for (size_t i = 0; i + 1 < list->n; i++)
        if (!list->words[i].joined && is_prefix(list, i))
            return i;
    while (last > 0 && (list->words[last].joined || is_prefix(list, last - 1)))
        last--;
    return last;
}

/* JP is J. P. */
static bool add_given(person_name *made, const name_word *word, sv_arena *texts)
{
    size_t n = strlen(word->text);
    if (!word->capitals || n > 4) {
        made->given[made->n_given++] = *word;
        return true;
    }
    for (size_t i = 0; i < n && made->n_given < given_names_most; i++) {
        name_word *letter = &made->given[made->n_given];
        *letter = (name_word){.capital = true};
        if (!fill_word(letter, word->text + i, 1, texts))
            return false;
        made->n_given++;
    }
    return true;
}

/* van, v -> v; de, der, den, d -> d; the others as they are. */
static void add_loose(sv_text *loose, const char *word)
{
    if (among(word, "van|v"))
        sv_text_add(loose, "v");
    else if (among(word, "de|der|den|d"))
        sv_text_add(loose, "d");
    else if (among(word, "vd|vande|vander|vanden"))
        sv_text_add(loose, "vd");
    else if (among(word, "het|t"))
        sv_text_add(loose, "t");
    else if (strcmp(word, "vant") == 0)
        sv_text_add(loose, "vt");
    else
        sv_text_addf(loose, "%s ", word);
}

static bool take_last(const word_list *list, size_t first, sv_arena *texts, person_name *made)
{
    sv_text strict = {0}, loose = {0};
    bool done;
    for (size_t i = first; i < list->n; i++) {
        if (!is_prefix(list, i) && made->n_last < last_names_most) {
            made->last[made->n_last++] = list->words[i];
        } else if (!made->n_last) { /* the prefix of a second surname tells nobody apart */
            sv_text_addf(&strict, "%s%s", strict.length ? " " : "", list->words[i].text);
            add_loose(&loose, list->words[i].text);
        }
    }
    made->prefix = sv_arena_text(texts, sv_text_get(&strict), strict.length);
    made->prefix_loose = sv_arena_text(texts, sv_text_get(&loose), loose.length);
    done = !strict.failed && !loose.failed && made->prefix && made->prefix_loose;
    sv_text_clear(&strict);
    sv_text_clear(&loose);
    return done;
}

bool person_name_read(const char *name, sv_arena *texts, person_name *made)
{
    word_list list;
    size_t first;
    *made = (person_name){0};
    if (!read_words(name, texts, &list))
        return false;
    take_titles(&list, made);
    turn(&list, made);
    first = find_last(&list);
    for (size_t i = 0; i < first && made->n_given < given_names_most; i++)
        if (!add_given(made, &list.words[i], texts))
            return false;
    return take_last(&list, first, texts, made);
}

/* ---- Organisations ---- */

/* b.v. and n.v. came apart at their points. */
static void mend_forms(word_list *list)
{
    for (size_t i = 0; i + 1 < list->n; i++)
        if (strcmp(list->words[i + 1].text, "v") == 0 && among(list->words[i].text, "b|n|c")) {
            list->words[i].text = *list->words[i].text == 'b' ? "bv" : *list->words[i].text == 'n' ? "nv" : "cv";
            remove_word(list, i + 1);
        }
}

bool organisation_name_read(const char *name, sv_arena *texts, organisation_name *made)
{
    sv_text whole = {0}, letters = {0};
    word_list list;
    bool done = read_words(name, texts, &list), nothing;
    *made = (organisation_name){.form = ""};
    if (!done)
        return false;
    mend_forms(&list);
    for (size_t i = 0; i < list.n; i++) {
        const name_word *word = &list.words[i];
        bool empty = among(word->text, empty_words);
        if (!empty)
            sv_text_add_n(&letters, word->text, 1);
        if (among(word->text, forms) && list.n > 1)
            made->form = word->text;
        else if (!empty && made->n_words < organisation_words_most)
            made->words[made->n_words++] = *word;
    }
    nothing = !made->n_words;
    for (size_t i = 0; nothing && i < list.n && i < organisation_words_most; i++) /* "Stichting De" has no other words to go by */
        made->words[made->n_words++] = list.words[i];
    for (size_t i = 0; i < made->n_words; i++)
        sv_text_add(&whole, made->words[i].text);
    made->whole = sv_arena_text(texts, sv_text_get(&whole), whole.length);
    made->letters = sv_arena_text(texts, sv_text_get(&letters), letters.length);
    done = !whole.failed && !letters.failed && made->whole && made->letters;
    sv_text_clear(&whole);
    sv_text_clear(&letters);
    return done;
}
