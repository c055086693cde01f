/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A calendar under construction, as RFC 5545 has it: what any calendar program reads. Texts come from maps and are escaped; the
 * same map on the same day gives the same bytes.
 */
#ifndef SV_REPORT_CALENDAR_H
#define SV_REPORT_CALENDAR_H

#include "../base/text.h"

typedef struct calendar {
    sv_text out;
    int stamp;    /* yyyymmdd: of what day it is */
    bool private; /* what stands in it is not for everybody who sees the calendar */
} calendar;

typedef struct calendar_entry {
    const char *uid;                           /* stays the same for the same thing */
    const char *summary, *description, *place; /* the last two may be "" */
    int day;                                   /* yyyymmdd */
    const char *time;                          /* "19:30"; "" for a whole day */
    const char *alarm;                         /* how long before it begins: "-P1D" */
} calendar_entry;

/* Begin with a name; `timed` when any entry will have a time. */
void calendar_begin(calendar *to, const char *name, int stamp, bool private, bool timed);
void calendar_add(calendar *to, const calendar_entry *entry);
/* The text is in `out`, the caller's to clear. */
void calendar_end(calendar *to);

#endif
