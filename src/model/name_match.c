/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How much two names look alike. The numbers are weights of our own, chosen so that what people in practice
 * take for one name comes above one half, what is worth a look above 0.4, and what names two people below it:
 * other initials, another first name, a senior and a junior, another number behind a neighbourhood team.
 */
#include "names.h"

#include <string.h>

enum {
    letters_last = 6,
    letters_given = 5,
    letters_two = 12
}; /* how long a word is before a letter in it may differ, and before two may */

static const double weight_name = 0.9, weight_sound = 0.92, weight_letter = 0.85, weight_letters = 0.75, weight_order = 0.9,
                    weight_double = 0.55;
static const double weight_initial = 0.75, weight_initials = 0.8, weight_more_given = 0.93, weight_other_second = 0.4,
                    weight_no_given = 0.4;
static const double weight_both_inexact = 0.75, weight_generation = 0.8, weight_abbreviation = 0.8, weight_letters_only = 0.65;
static const double less_short_prefix = 0.02, less_no_prefix = 0.1, less_near_prefix = 0.12, less_other_prefix = 0.35;

/* ---- Sound ---- */

/* Spellings of one sound, the longest first; $ is the end of the word. */
static const struct {
    const char *from, *to;
} sounds[] = {{"sch$", "s"}, {"eij", "y"}, {"aij", "y"}, {"uij", "ui"}, {"ij", "y"}, {"ei", "y"}, {"ey", "y"}, {"ai", "y"}, {"ay", "y"},
              {"uy", "ui"},  {"ie", "i"},  {"ae", "a"},  {"au", "ou"},  {"ch", "g"}, {"gh", "g"}, {"ck", "k"}, {"ph", "f"}, {"th", "t"},
              {"dt", "t"},   {"d$", "t"},  {"ce", "se"}, {"ci", "si"},  {"c", "k"},  {"q", "k"},  {"x", "ks"}, {"z", "s"},  {"v", "f"}};

/* How many letters of `at` a spelling takes up; 0 when it does not stand there. */
static size_t spelling_at(const char *at, const char *from)
{
    size_t n = strcspn(from, "$");
    return strncmp(at, from, n) == 0 && (from[n] == '\0' || at[n] == '\0') ? n : 0;
}

void name_sound(const char *word, bool skeleton, char *sound, size_t size)
{
    size_t used = 0;
    while (*word && used + 1 < size) {
        char plain[2] = {*word, '\0'};
        const char *heard = plain;
        size_t n = 0;
        for (size_t i = 0; !n && i < sizeof sounds / sizeof *sounds; i++)
            if ((n = spelling_at(word, sounds[i].from)) > 0)
                heard = sounds[i].to;
        word += n ? n : 1;
        for (; *heard && used + 1 < size; heard++)
            if (!(used && sound[used - 1] == *heard) && !(skeleton && used && strchr("aeiouy", *heard)))
                sound[used++] = *heard;
    }
    sound[used] = '\0';
}

static bool same_sound(const name_word *a, const name_word *b)
{
    return a->sound[0] && a->sound[1] && strcmp(a->sound, b->sound) == 0;
}

/* ---- Words ---- */

/* True when one text becomes the other in at most so many steps: a letter more, less or another, or two swapped. */
static bool within_letters(const char *a, const char *b, int most)
{
    while (*a && *a == *b)
        a++, b++;
    if (!*a && !*b)
        return true;
    if (most == 0)
        return false;
    return (*a && within_letters(a + 1, b, most - 1)) || (*b && within_letters(a, b + 1, most - 1)) ||
           (*a && *b && within_letters(a + 1, b + 1, most - 1)) ||
           (*a && *b && a[0] == b[1] && a[1] == b[0] && within_letters(a + 2, b + 2, most - 1));
}

static bool has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

/* How much two words look alike: 1 the same, 0 not. Words with a number in them are the same or not. */
static double words_alike(const name_word *a, const name_word *b, size_t long_enough, unsigned *reasons)
{
    size_t n, m, shortest;
    if (strcmp(a->text, b->text) == 0)
        return 1;
    if (*a->sound != *b->sound || has_digit(a->text) || has_digit(b->text))
        return 0;
    n = strlen(a->text);
    m = strlen(b->text);
    shortest = n < m ? n : m;
    if (shortest > 2 && same_sound(a, b)) {
        *reasons |= 1U << SV_REASON_SOUND;
        return weight_sound;
    }
    if (shortest < long_enough || *a->text != *b->text || !within_letters(a->text, b->text, shortest >= letters_two ? 2 : 1))
        return 0;
    *reasons |= 1U << SV_REASON_SPELLING;
    return within_letters(a->text, b->text, 1) ? weight_letter : weight_letters;
}

/* ---- Surnames ---- */

static bool has_word(const name_word *words, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(words[i].text, text) == 0)
            return true;
    return false;
}

/* True when every word of the first stands in the second. */
static bool all_in(const name_word *some, size_t n, const name_word *words, size_t m)
{
    for (size_t i = 0; i < n; i++)
        if (!has_word(words, m, some[i].text))
            return false;
    return n > 0;
}

/* What a difference between "van der", "v.d.", "van de", nothing and "el" takes off. */
static double prefix_less(const person_name *a, const person_name *b, unsigned *reasons)
{
    if (strcmp(a->prefix, b->prefix) == 0)
        return 0;
    *reasons |= 1U << SV_REASON_PREFIX;
    if (!*a->prefix || !*b->prefix)
        return less_no_prefix;
    if (strcmp(a->prefix_loose, b->prefix_loose) != 0)
        return less_other_prefix;
    return strchr("vd", a->prefix[strlen(a->prefix) - 1]) || strchr("vd", b->prefix[strlen(b->prefix) - 1]) ? less_short_prefix
                                                                                                            : less_near_prefix;
}

static double last_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    double alike = 1;
    if (a->n_last != b->n_last) {
        const person_name *few = a->n_last < b->n_last ? a : b, *many = few == a ? b : a;
        *reasons |= 1U << SV_REASON_DOUBLE_NAME;
        return all_in(few->last, few->n_last, many->last, many->n_last) ? weight_double : 0;
    }
    for (size_t i = 0; i < a->n_last; i++)
        alike *= words_alike(&a->last[i], &b->last[i], letters_last, reasons);
    if (alike > 0)
        return alike - prefix_less(a, b, reasons);
    *reasons |= 1U << SV_REASON_ORDER;
    return all_in(a->last, a->n_last, b->last, b->n_last) && all_in(b->last, b->n_last, a->last, a->n_last) ? weight_order : 0;
}

/* ---- First names ---- */

static bool is_initial(const name_word *word)
{
    return word->dotted || strlen(word->text) == 1;
}

/* Where the first name that is written out stands; n_given when none is. */
static size_t full_given(const person_name *name)
{
    size_t i = 0;
    while (i < name->n_given && is_initial(&name->given[i]))
        i++;
    return i;
}

/* True when one begins the other: J and Jan, Th. and Theo. */
static bool begins(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    return strncmp(a, b, n < m ? n : m) == 0;
}

/* Initials against initials or first names, in their order; or one initial against the name somebody goes by. */
static double initials_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    const person_name *brief = full_given(a) < a->n_given ? b : a, *other = brief == a ? b : a;
    size_t full = full_given(other);
    bool fits = true;
    for (size_t i = 0; i < a->n_given && i < b->n_given; i++)
        fits &= begins(a->given[i].text, b->given[i].text);
    if (full < other->n_given && !fits)
        fits = brief->n_given == 1 && begins(brief->given[0].text, other->given[full].text);
    if (!fits)
        return 0;
    if (full < other->n_given)
        *reasons |= 1U << SV_REASON_INITIALS;
    return (full < other->n_given ? weight_initial : weight_initials) * (a->n_given == b->n_given ? 1 : weight_more_given);
}

/* What further first names and initials make of two people with one first name: Jan Willem and Jan Peter are two. */
static double further_alike(const person_name *a, size_t i, const person_name *b, size_t j, unsigned *reasons)
{
    double alike = a->n_given == b->n_given ? 1 : weight_more_given;
    unsigned ignored = 0;
    if (a->n_given != b->n_given)
        *reasons |= 1U << SV_REASON_MORE_GIVEN;
    for (; i < a->n_given && j < b->n_given; i++, j++) {
        bool brief = is_initial(&a->given[i]) || is_initial(&b->given[j]);
        if (brief ? !begins(a->given[i].text, b->given[j].text) : words_alike(&a->given[i], &b->given[j], letters_given, &ignored) <= 0)
            alike = weight_other_second;
    }
    return alike;
}

static double given_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    size_t full_a = full_given(a), full_b = full_given(b);
    double alike;
    if (!a->n_given && !b->n_given)
        return weight_initials;
    if (!a->n_given || !b->n_given) {
        *reasons |= 1U << SV_REASON_SURNAME_ONLY;
        return weight_no_given;
    }
    if (full_a == a->n_given || full_b == b->n_given)
        return initials_alike(a, b, reasons);
    alike = words_alike(&a->given[full_a], &b->given[full_b], letters_given, reasons);
    return alike > 0 ? alike * further_alike(a, full_a + 1, b, full_b + 1, reasons) : 0;
}

/* ---- People ---- */

/* "Jansen Piet": the same words, two at least written out, in another order. */
static double turned_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    size_t full = 0;
    if (a->n_given + a->n_last != b->n_given + b->n_last || a->n_given + a->n_last < 2)
        return 0;
    for (int pass = 0; pass < 2; pass++) {
        const person_name *one = pass ? b : a, *other = pass ? a : b;
        for (size_t i = 0; i < one->n_given + one->n_last; i++) {
            const name_word *word = i < one->n_given ? &one->given[i] : &one->last[i - one->n_given];
            if (!has_word(other->given, other->n_given, word->text) && !has_word(other->last, other->n_last, word->text))
                return 0;
            full += !is_initial(word);
        }
    }
    if (full < 4)
        return 0;
    *reasons |= 1U << SV_REASON_ORDER;
    return weight_name * weight_order * weight_order;
}

/* The names as they were taken apart. */
static double parts_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    unsigned last_reasons = 0, given_reasons = 0;
    double last = last_alike(a, b, &last_reasons), given = last > 0 ? given_alike(a, b, &given_reasons) : 0;
    if (last <= 0 || given <= 0)
        return 0;
    if ((last_reasons & ~(1U << SV_REASON_PREFIX)) && given < 1)
        last *= weight_both_inexact;
    *reasons = last_reasons | given_reasons;
    if (a->titled != b->titled)
        *reasons |= 1U << SV_REASON_TITLE;
    if (a->turned != b->turned)
        *reasons |= 1U << SV_REASON_ORDER;
    if (!*reasons)
        *reasons = 1U << SV_REASON_SAME_NAME;
    return weight_name * last * given;
}

double person_names_alike(const person_name *a, const person_name *b, unsigned *reasons)
{
    unsigned part_reasons = 0, turned_reasons = 0;
    double parts = parts_alike(a, b, &part_reasons), turned = turned_alike(a, b, &turned_reasons);
    *reasons |= parts >= turned ? part_reasons : turned_reasons;
    if (turned > parts)
        parts = turned;
    if (a->generation && b->generation && a->generation != b->generation)
        return 0;
    return parts * (a->generation == b->generation ? 1 : weight_generation);
}

/* ---- Organisations ---- */

/* True when the letters of one stand in the other in this order, from the first: wbv in woningbouwvereniging. */
static bool letters_of(const char *few, const char *word)
{
    if (*few != *word)
        return false;
    for (; *few && *word; word++)
        few += *few == *word;
    return !*few;
}

/* True when a word may stand for a longer one: WBV, wijkver., gem. */
static bool abbreviates(const name_word *brief, const name_word *word)
{
    size_t n = strlen(brief->text), m = strlen(word->text);
    bool vowels = strpbrk(brief->text, "aeiouy") != NULL;
    if (n < 2 || m <= n || has_digit(brief->text))
        return false;
    if (brief->dotted && n > 2 && begins(brief->text, word->text))
        return true;
    return n <= 5 && m >= 2 * n && (brief->capitals || brief->dotted || !vowels) && letters_of(brief->text, word->text);
}

static double organisation_words_alike(const name_word *a, const name_word *b, unsigned *reasons)
{
    double alike = words_alike(a, b, letters_last, reasons);
    if (alike > 0 || (!abbreviates(a, b) && !abbreviates(b, a)))
        return alike;
    *reasons |= 1U << SV_REASON_ABBREVIATION;
    return weight_abbreviation;
}

/* Every word of the one has its own in the other; each takes the first that looks like it, the same words before others. */
static double all_words_alike(const organisation_name *a, const organisation_name *b, unsigned *reasons)
{
    bool taken_a[organisation_words_most] = {0}, taken_b[organisation_words_most] = {0};
    double alike = a->n_words == b->n_words ? 1 : 0;
    for (int pass = 0; pass < 2 && alike > 0; pass++)
        for (size_t i = 0; i < a->n_words; i++) {
            for (size_t j = 0; j < b->n_words && !taken_a[i]; j++) {
                unsigned why = 0;
                double one = taken_b[j]                                        ? 0
                             : strcmp(a->words[i].text, b->words[j].text) == 0 ? 1
                             : pass == 1                                       ? organisation_words_alike(&a->words[i], &b->words[j], &why)
                                                                               : 0;
                if (one <= 0)
                    continue;
                taken_a[i] = taken_b[j] = true;
                alike *= one;
                *reasons |= why;
            }
            if (pass == 1 && !taken_a[i])
                alike = 0;
        }
    return alike;
}

/* VNG for Vereniging van Nederlandse Gemeenten: one name is the first letters of the other. */
static bool is_letters(const organisation_name *few, const organisation_name *many)
{
    size_t n = strlen(few->whole);
    return few->n_words == 1 && n >= 3 && n <= 6 && many->n_words > 1 && (few->words[0].capitals || !strpbrk(few->whole, "aeiouy")) &&
           strcmp(few->whole, many->letters) == 0;
}

double organisation_names_alike(const organisation_name *a, const organisation_name *b, unsigned *reasons)
{
    unsigned found = 0;
    double alike;
    if (strcmp(a->whole, b->whole) == 0)
        alike = 1;
    else if (is_letters(a, b) || is_letters(b, a)) {
        *reasons |= 1U << SV_REASON_ABBREVIATION;
        return weight_name * weight_letters_only;
    } else {
        alike = all_words_alike(a, b, &found);
    }
    if (alike <= 0)
        return 0;
    *reasons |= found;
    if (strcmp(a->form, b->form) != 0)
        *reasons |= 1U << SV_REASON_LEGAL_FORM;
    if (!*reasons)
        *reasons = 1U << SV_REASON_SAME_NAME;
    return weight_name * alike;
}
