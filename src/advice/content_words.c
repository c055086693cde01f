/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Content words: letters and digits in a row, long enough to mean something, but for those that stand in any phrase. */
#include "content_words.h"

#include <stdlib.h>
#include <string.h>

enum { shortest = 4 };

/* Folded, in the order of strcmp. Shorter words than four letters need not stand here. */
static const char *const stop_words[] = {
    "aantal",   "about",   "above",    "acht",          "achter",    "after",    "again",     "against",  "alle",      "alleen",
    "alles",    "also",    "although", "altijd",        "always",    "among",    "ander",     "andere",   "anderen",   "anders",
    "another",  "because", "been",     "before",        "behalve",   "beide",    "being",     "below",    "between",   "binnen",
    "blijft",   "blijven", "both",     "boven",         "bovendien", "buiten",   "cannot",    "could",    "daar",      "daarbij",
    "daarna",   "dankzij", "dertig",   "deze",          "dezelfde",  "dichtbij", "does",      "doing",    "door",      "doordat",
    "down",     "drie",    "duizend",  "during",        "each",      "echt",     "echte",     "eens",     "eerst",     "eerste",
    "eight",    "either",  "elkaar",   "elke",          "enige",     "enkele",   "ergens",    "even",     "every",     "everyone",
    "extra",    "fifty",   "first",    "five",          "forty",     "four",     "from",      "further",  "gaan",      "geen",
    "geven",    "geweest", "gewoon",   "goed",          "goede",     "good",     "graag",     "haar",     "half",      "have",
    "having",   "hebben",  "heeft",    "heel",          "hele",      "here",     "herself",   "hier",     "hierbij",   "himself",
    "hoeveel",  "hoewel",  "honderd",  "hundred",       "hunne",     "ieder",    "iedere",    "iedereen", "iemand",    "iets",
    "into",     "itself",  "jaar",     "jaren",         "jouw",      "jullie",   "just",      "kleine",   "komen",     "komt",
    "krijgen",  "krijgt",  "kunnen",   "laat",          "langs",     "laten",    "less",      "liefst",   "liever",    "like",
    "little",   "maakt",   "maar",     "made",          "make",      "maken",    "many",      "meer",     "meerdere",  "meest",
    "meeste",   "mensen",  "minder",   "misschien",     "moet",      "moeten",   "mogelijk",  "mogen",    "momenteel", "more",
    "most",     "much",    "must",     "naar",          "naast",     "nacht",    "namelijk",  "need",     "negen",     "negentig",
    "niemand",  "niet",    "niets",    "nieuw",         "nieuwe",    "nine",     "nodig",     "none",     "ondanks",   "onder",
    "ongeveer", "only",    "onze",     "opnieuw",       "other",     "others",   "ours",      "over",     "overal",    "paar",
    "rond",     "same",    "samen",    "seven",         "several",   "should",   "since",     "sinds",    "some",      "sommige",
    "soms",     "steeds",  "stuk",     "such",          "tachtig",   "tegen",    "tegenover", "terug",    "than",      "thanks",
    "that",     "their",   "them",     "themselves",    "then",      "there",    "these",     "they",     "thirty",    "this",
    "those",    "three",   "through",  "tien",          "tijdens",   "toch",     "toen",      "together", "tussen",    "twaalf",
    "twee",     "twenty",  "twintig",  "uiteraard",     "under",     "until",    "upon",      "used",     "vanaf",     "vanuit",
    "veel",     "veertig", "verder",   "verschillende", "very",      "vier",     "vijf",      "vijftig",  "volgende",  "volgens",
    "voor",     "vooral",  "voordat",  "waar",          "waarbij",   "waarin",   "wanneer",   "want",     "weer",      "weinig",
    "welke",    "well",    "werd",     "were",          "weten",     "what",     "when",      "where",    "which",     "while",
    "whom",     "whose",   "will",     "willen",        "with",      "within",   "without",   "worden",   "wordt",     "would",
    "year",     "years",   "your",     "zelf",          "zelfs",     "zestig",   "zeven",     "zeventig", "zich",      "zichzelf",
    "zijn",     "zoals",   "zodat",    "zonder",        "zouden",    "zoveel",   "zullen",
};

static int compare(const void *word, const void *entry)
{
    return strcmp(word, *(const char *const *)entry);
}

static bool is_stop_word(const char *folded)
{
    return bsearch(folded, stop_words, sizeof stop_words / sizeof *stop_words, sizeof *stop_words, compare) != NULL;
}

/* Letters beyond ASCII are letters too; so is an apostrophe within a word, which folding leaves out. */
static bool is_in_word(const char *at)
{
    unsigned char c = (unsigned char)*at;
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}

static bool has_letter(const char *folded)
{
    return strspn(folded, "0123456789") < strlen(folded);
}

bool content_words_next(content_words *words)
{
    while (*words->at && !words->failed) {
        size_t n = 0;
        while (*words->at && !is_in_word(words->at))
            words->at++;
        while (words->at[n] && is_in_word(words->at + n))
            n++;
        words->written.length = words->folded.length = 0;
        sv_text_add_n(&words->written, words->at, n);
        words->at += n;
        words->failed = words->written.failed || !sv_text_fold(sv_text_get(&words->written), &words->folded);
        if (!words->failed && words->folded.length && sv_utf8_count(words->folded.bytes) >= shortest && has_letter(words->folded.bytes) &&
            !is_stop_word(words->folded.bytes))
            return true;
    }
    return false;
}

void content_words_clear(content_words *words)
{
    sv_text_clear(&words->written);
    sv_text_clear(&words->folded);
}
