/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Calendars: lines of at most 75 bytes, ended by CR LF, texts escaped, days as days and times in the time of the Netherlands. */
#include "calendar.h"

#include <stdio.h>
#include <string.h>

enum { line_most = 75 };

/* A line, folded where it is too long: the rest goes on behind a space, and never begins inside a character. */
static void add_line(calendar *to, const sv_text *line)
{
    const char *at = sv_text_get(line);
    size_t used = 0;
    uint32_t character;
    for (size_t n; (n = sv_utf8_next(at, &character)) > 0; at += n) {
        if (used + n > line_most) {
            sv_text_add(&to->out, "\r\n ");
            used = 1;
        }
        sv_text_add_n(&to->out, at, n);
        used += n;
    }
    sv_text_add(&to->out, "\r\n");
    to->out.failed |= line->failed;
}

static void add_plain(calendar *to, const char *text)
{
    sv_text line = {0};
    sv_text_add(&line, text);
    add_line(to, &line);
    sv_text_clear(&line);
}

/* "NAME:text" with a text from a map: no line of it can end the entry, and no control character stays. */
static void add_text(calendar *to, const char *name, const char *text)
{
    sv_text line = {0};
    sv_text_addf(&line, "%s:", name);
    for (size_t n; *text; text += n) {
        uint32_t character;
        n = sv_utf8_next(text, &character);
        if (*text == '\n')
            sv_text_add(&line, "\\n");
        else if (strchr("\\;,", *text))
            sv_text_addf(&line, "\\%c", *text);
        else
            sv_text_add_line(&line, text, n);
    }
    add_line(to, &line);
    sv_text_clear(&line);
}

/* The rules of summer time in the European Union since 1996. */
static void add_time_zone(calendar *to)
{
    static const char *const lines[] = {"BEGIN:VTIMEZONE",
                                        "TZID:Europe/Amsterdam",
                                        "BEGIN:DAYLIGHT",
                                        "TZOFFSETFROM:+0100",
                                        "TZOFFSETTO:+0200",
                                        "TZNAME:CEST",
                                        "DTSTART:19960331T020000",
                                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                                        "END:DAYLIGHT",
                                        "BEGIN:STANDARD",
                                        "TZOFFSETFROM:+0200",
                                        "TZOFFSETTO:+0100",
                                        "TZNAME:CET",
                                        "DTSTART:19961027T030000",
                                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                                        "END:STANDARD",
                                        "END:VTIMEZONE"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_plain(to, lines[i]);
}

void calendar_begin(calendar *to, const char *name, int stamp, bool private, bool timed)
{
    *to = (calendar){.stamp = stamp, .private = private};
    add_plain(to, "BEGIN:VCALENDAR");
    add_plain(to, "VERSION:2.0");
    add_plain(to, "PRODID:-//speelveld//speelveld " SV_VERSION "//EN");
    add_plain(to, "CALSCALE:GREGORIAN");
    add_text(to, "X-WR-CALNAME", name);
    if (timed)
        add_time_zone(to);
}

static void add_number_line(calendar *to, const char *format, int number)
{
    char line[80];
    snprintf(line, sizeof line, format, number);
    add_plain(to, line);
}

static void add_start(calendar *to, const calendar_entry *entry)
{
    char line[80];
    if (!*entry->time) {
        add_number_line(to, "DTSTART;VALUE=DATE:%08d", entry->day);
        if (sv_date_add(entry->day, 1) != entry->day) /* there is no day after the last one */
            add_number_line(to, "DTEND;VALUE=DATE:%08d", sv_date_add(entry->day, 1));
        return;
    }
    snprintf(line, sizeof line, "DTSTART;TZID=Europe/Amsterdam:%08dT%.2s%.2s00", entry->day, entry->time, entry->time + 3);
    add_plain(to, line);
}

void calendar_add(calendar *to, const calendar_entry *entry)
{
    sv_text trigger = {0};
    add_plain(to, "BEGIN:VEVENT");
    add_text(to, "UID", entry->uid);
    add_number_line(to, "DTSTAMP:%08dT000000Z", to->stamp);
    add_start(to, entry);
    add_text(to, "SUMMARY", entry->summary);
    if (*entry->description)
        add_text(to, "DESCRIPTION", entry->description);
    if (*entry->place)
        add_text(to, "LOCATION", entry->place);
    if (to->private)
        add_plain(to, "CLASS:PRIVATE");
    if (!*entry->time)
        add_plain(to, "TRANSP:TRANSPARENT");
    add_plain(to, "BEGIN:VALARM");
    add_plain(to, "ACTION:DISPLAY");
    add_text(to, "DESCRIPTION", entry->summary);
    sv_text_addf(&trigger, "TRIGGER:%s", entry->alarm);
    add_line(to, &trigger);
    sv_text_clear(&trigger);
    add_plain(to, "END:VALARM");
    add_plain(to, "END:VEVENT");
}

void calendar_end(calendar *to)
{
    add_plain(to, "END:VCALENDAR");
}
