/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Calendars: what RFC 5545 asks of every line and every entry, whatever stands in the map. */
#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/calendar.h"
#include "support.h"

/* ---- Reading it back ---- */

enum { lines_most = 400, nesting_most = 8 };

typedef struct lines {
    char *text;
    char *at[lines_most];
    size_t n;
} lines;

/*
 * The lines, unfolded (3.1): each ends in CR LF and is 75 bytes at most, a break never comes inside a character, and there is no
 * control character in any.
 */
static lines unfold(const char *text)
{
    lines made = {.text = calloc(strlen(text) + 1, 1)};
    char *to = made.text;
    assert_non_null(made.text);
    while (*text) {
        const char *end = strstr(text, "\r\n");
        size_t n;
        assert_non_null(end);
        n = (size_t)(end - text);
        assert_true(n > 0 && n <= 75);
        assert_true(sv_utf8_valid(text, n, NULL));
        for (size_t i = 0; i < n; i++)
            assert_true((unsigned char)text[i] >= 0x20 && text[i] != 0x7F);
        if (*text == ' ') {
            assert_true(made.n > 0);
            to--; /* over the NUL of the line before */
            text++;
            n--;
        } else {
            assert_true(made.n < lines_most);
            made.at[made.n++] = to;
        }
        memcpy(to, text, n);
        to += n;
        *to++ = '\0';
        text = end + 2;
    }
    return made;
}

static size_t count(const lines *of, const char *line)
{
    size_t n = 0;
    for (size_t i = 0; i < of->n; i++)
        n += strcmp(of->at[i], line) == 0;
    return n;
}

/* The text of the only line that begins so, unescaped (3.3.11), into a buffer. */
static const char *value_of(const lines *of, const char *begin, char value[2000])
{
    const char *found = NULL;
    size_t n = 0;
    for (size_t i = 0; i < of->n; i++)
        if (strncmp(of->at[i], begin, strlen(begin)) == 0) {
            assert_null(found);
            found = of->at[i] + strlen(begin);
        }
    assert_non_null(found);
    for (; *found; found++) {
        if (*found == '\\') {
            assert_non_null(strchr("\\;,nN", found[1]));
            value[n++] = *++found == 'n' ? '\n' : *found;
        } else {
            assert_null(strchr(";,", *found)); /* bare, it would part values */
            value[n++] = *found;
        }
    }
    value[n] = '\0';
    return value;
}

/* Every BEGIN has its END; each entry has one UID, unlike any other, one stamp and one start, and a summary (3.6.1). */
static void assert_sound(const lines *of)
{
    const char *open[nesting_most];
    size_t depth = 0, needed = 0, uids = 0;
    for (size_t i = 0; i < of->n; i++) {
        const char *line = of->at[i], *colon = strchr(line, ':');
        assert_non_null(colon);
        if (strncmp(line, "BEGIN:", 6) == 0) {
            assert_true(depth < nesting_most);
            open[depth++] = line + 6;
            needed = strcmp(line, "BEGIN:VEVENT") == 0 ? 0 : needed;
        } else if (strncmp(line, "END:", 4) == 0) {
            assert_true(depth > 0);
            assert_string_equal(line + 4, open[--depth]);
            assert_true(strcmp(line, "END:VEVENT") != 0 || needed == 4);
        } else if (depth == 2 && strcmp(open[1], "VEVENT") == 0) {
            needed +=
                !strncmp(line, "UID:", 4) + !strncmp(line, "DTSTAMP:", 8) + !strncmp(line, "DTSTART", 7) + !strncmp(line, "SUMMARY:", 8);
        }
        if (strncmp(line, "UID:", 4) == 0) {
            uids++;
            assert_int_equal(count(of, line), 1);
        }
    }
    assert_int_equal(depth, 0);
    assert_string_equal(of->at[0], "BEGIN:VCALENDAR");
    assert_string_equal(of->at[of->n - 1], "END:VCALENDAR");
    assert_int_equal(count(of, "VERSION:2.0"), 1);
    assert_int_equal(uids, count(of, "BEGIN:VEVENT"));
    assert_int_equal(uids, count(of, "BEGIN:VALARM"));
}

static void clear(lines *of)
{
    free(of->text);
}

/* ---- The writer ---- */

/* A calendar of one entry with this summary, read back. */
static lines calendar_of(const char *summary, const char *time)
{
    calendar made;
    lines read;
    calendar_begin(&made, "Naam; met, tekens", 20261001, true, true);
    calendar_add(&made, &(calendar_entry){.uid = "een@speelveld",
                                          .summary = summary,
                                          .description = "",
                                          .place = "Zaal 1, boven",
                                          .day = 20261231,
                                          .time = time,
                                          .alarm = "-P1D"});
    calendar_end(&made);
    assert_false(made.out.failed);
    read = unfold(made.out.bytes);
    sv_text_clear(&made.out);
    return read;
}

static void an_entry_says_what_it_must(void **state)
{
    char value[2000];
    lines day = calendar_of("Overleg", ""), hour = calendar_of("Overleg", "19:30");
    (void)state;
    assert_sound(&day);
    assert_int_equal(count(&day, "DTSTART;VALUE=DATE:20261231"), 1);
    assert_int_equal(count(&day, "DTEND;VALUE=DATE:20270101"), 1); /* the day after, which is no longer part of it */
    assert_int_equal(count(&day, "DTSTAMP:20261001T000000Z"), 1);
    assert_int_equal(count(&day, "TRANSP:TRANSPARENT"), 1);
    assert_int_equal(count(&day, "CLASS:PRIVATE"), 1);
    assert_int_equal(count(&day, "TRIGGER:-P1D"), 1);
    assert_string_equal(value_of(&day, "LOCATION:", value), "Zaal 1, boven");
    assert_string_equal(value_of(&day, "X-WR-CALNAME:", value), "Naam; met, tekens");
    assert_sound(&hour);
    assert_int_equal(count(&hour, "DTSTART;TZID=Europe/Amsterdam:20261231T193000"), 1);
    assert_int_equal(count(&hour, "TZID:Europe/Amsterdam"), 1);
    assert_int_equal(count(&hour, "DTEND;VALUE=DATE:20270101"), 0);
    clear(&day);
    clear(&hour);
}

/* Texts of every length around the fold, of one, two, three and four bytes to the character: whole when read back, broken between
 * characters. */
static void long_texts_come_back_whole(void **state)
{
    static const char *const letters[] = {"x", "ë", "€", "😀", ",", "\\"};
    (void)state;
    for (size_t l = 0; l < sizeof letters / sizeof *letters; l++)
        for (size_t n = 1; n < 160; n++) {
            char summary[800] = "", value[2000];
            lines read;
            for (size_t i = 0; i < n; i++)
                strcat(summary, letters[l]);
            read = calendar_of(summary, "");
            assert_sound(&read);
            assert_string_equal(value_of(&read, "SUMMARY:", value), summary);
            clear(&read);
        }
}

/* What would end the entry, or the line, stays text. */
static void hostile_texts_stay_text(void **state)
{
    char value[2000];
    lines read = calendar_of("Een\r\nEND:VEVENT\nBEGIN:VEVENT;x,y\\n\x01\x7F\xC2\x85!", "");
    (void)state;
    assert_sound(&read);
    assert_int_equal(count(&read, "BEGIN:VEVENT"), 1);
    assert_string_equal(value_of(&read, "SUMMARY:", value), "Een \nEND:VEVENT\nBEGIN:VEVENT;x,y\\n   !");
    clear(&read);
}

/* ---- Whose turn it is, as a calendar ---- */

static const char plein[] =
    "= Map\ntitle\nHet plein, en meer\n"
    "= Actors\nid;name;kind;own;power\nilse;Ilse;professional;yes;\nrosa;Rosa, "
    "\"Roos\";council_member;;3\ngijs;Gijs;council_member;;3\ngriet;Griet;clerk;;\n"
    "= Ties\nfrom;to;kind;strength\nilse;rosa;knows;3\nilse;griet;knows;4\n"
    "= Issues\nid;title;competent;decision_date\np;Het plein;council;2026-11-12\n"
    "= Positions\nactor;issue;position\nrosa;p;0\ngijs;p;0\ngriet;p;-4\n"
    "= Events\ndate;time;title;kind;phase;speak_by;place;issue;attendees\n"
    "2026-09-01;20:00;Eerder;commissie;exploring;2026-08-31;;p;\n"
    "2026-10-29;20:00;Oordeel;commissie;opinion_forming;2026-10-28;Zaal;p;\n2026-10-29;21:00;Oordeel;commissie;opinion_forming;;;p;\n"
    "2026-11-09;;Beraad;fractieberaad;;;;p;\n2026-10-15;;Markt;;;;Plein;;rosa\n2026-10-16;;Niets van ons;;;;;;\n"
    "= Contacts\ndate;actor;by;next_step;due\n2026-07-01;rosa;ilse;Kaart sturen;2026-08-01\n";

static char *calendar_text(const sv_map *map, int as_of, sv_audience audience)
{
    const size_t from = 0;
    const sv_contacts_options options = {.as_of = as_of, .from = &from, .n_from = 1};
    const sv_answer_options how = {.language = SV_ENGLISH, .audience = audience, .as_of = as_of};
    sv_contacts found;
    char *text;
    size_t length;
    assert_int_equal(sv_contacts_find(map, 0, &options, &found, NULL), SV_OK);
    assert_int_equal(sv_report_calendar(map, &found, &how, &text, &length, NULL), SV_OK);
    assert_int_equal(length, strlen(text));
    sv_contacts_clear(&found);
    return text;
}

/*
 * Two turns, on the day before the group meets; a promise that is overdue, so today; the last day to ask to speak, with the clerk; the
 * meetings still to come and where Rosa is to be met; the day of the decision, for which there is no meeting. Nothing that is past, and no
 * more.
 */
static void it_holds_what_is_to_be_done(void **state)
{
    static const char *const wanted[] = {"SUMMARY:Speak with Rosa\\, \"Roos\"",
                                         "SUMMARY:Find a way to Gijs",
                                         "SUMMARY:Agreed with Rosa\\, \"Roos\": Kaart sturen",
                                         "SUMMARY:Last day to ask to speak: Oordeel",
                                         "SUMMARY:Beraad",
                                         "SUMMARY:Markt",
                                         "SUMMARY:Decision: Het plein",
                                         "UID:turn-rosa-p@speelveld",
                                         "UID:event-20261029-Oordeel@speelveld",
                                         "UID:event-20261029-2-Oordeel@speelveld",
                                         "DTSTART;VALUE=DATE:20261028",
                                         "DTSTART;TZID=Europe/Amsterdam:20261029T210000",
                                         "DESCRIPTION:Ask the clerk: Griet."};
    sv_map *map = map_of(plein, NULL);
    char *text = calendar_text(map, 20261001, SV_TEAM), *again = calendar_text(map, 20261001, SV_TEAM),
         *later = calendar_text(map, 20261002, SV_PUBLIC);
    lines read = unfold(text), next = unfold(later);
    (void)state;
    assert_sound(&read);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (count(&read, wanted[i]) != 1)
            fail_msg("%s: %zu", wanted[i], count(&read, wanted[i]));
    assert_int_equal(count(&read, "BEGIN:VEVENT"), 9);
    assert_int_equal(count(&read, "SUMMARY:Oordeel"), 2);
    assert_int_equal(count(&read, "DTSTART;VALUE=DATE:20261108"), 2); /* both turns */
    assert_int_equal(count(&read, "DTSTART;VALUE=DATE:20261001"), 1); /* the promise */
    assert_string_equal(text, again);
    assert_sound(&next);
    assert_int_equal(count(&next, "UID:turn-rosa-p@speelveld"), 1); /* the same thing, a day later */
    assert_int_equal(count(&next, "CLASS:PRIVATE"), 0);
    clear(&read);
    clear(&next);
    free(text);
    free(again);
    free(later);
    sv_map_free(map);
}

/* No issue date, no events, names of a thousand characters: still a calendar. */
static void odd_maps_give_a_sound_calendar(void **state)
{
    sv_text text = {0};
    sv_map *map;
    char *made;
    lines read;
    (void)state;
    sv_text_add(&text, "= Actors\nid;name;kind;own\nilse;Ilse;;yes\nrosa;");
    for (int i = 0; i < 1000; i++)
        sv_text_add(&text, "ë");
    sv_text_add(&text, ";council_member;\n= Issues\nid;title\np;P\n");
    map = map_of(text.bytes, NULL);
    made = calendar_text(map, 20261231, SV_TEAM);
    read = unfold(made);
    assert_sound(&read);
    assert_int_equal(count(&read, "BEGIN:VEVENT"), 1);
    assert_int_equal(count(&read, "DTSTART;VALUE=DATE:20270107"), 1); /* a week from now */
    clear(&read);
    free(made);
    sv_map_free(map);
    sv_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_says_what_it_must),     cmocka_unit_test(long_texts_come_back_whole),
        cmocka_unit_test(hostile_texts_stay_text),        cmocka_unit_test(it_holds_what_is_to_be_done),
        cmocka_unit_test(odd_maps_give_a_sound_calendar),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
