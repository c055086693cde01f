/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map of hostile texts: see hostile_map.h. */
#include "hostile_map.h"

#include "base/text.h"
#include "reading.h"

#include <stdlib.h>
#include <string.h>

#define TEN(text) text text text text text text text text text text

static const char *const texts[] = {
    "<script>alert(1)</script>",
    "</text></svg><image href='file:///etc/hostname'/>",
    "<b>&amp;</b> &lt; &#65; &nbsp; R&D",
    "]]>--><!-- <![CDATA[",
    "\\N \\G \\L \\E \\T \\H \\n \\l \\ end\\",
    "\"; image=\"/etc/hostname\"; label=\"",
    "<<table><tr><td><img src=\"/etc/hostname\"/></td></tr></table>>",
    "' \" `touch /tmp/hostile` $(id) ; | & %s%n %20",
    "two\nlines\r\nand\ta tab",
    "\n\nlate",
    "=cmd|' /C calc'!A1",
    "javascript:alert(1)",
    "https://example.invalid/?a=1&b=\"2\"",
    "../../etc/passwd",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D", /* right to left */
    "\xE2\x80\xAE\x67\x6E\x6F\x72\x77 \xE2\x80\xAC",                     /* turned round */
    "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 Rietland",                 /* and back */
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6 familie "
    "\xF0\x9F\x8F\xB3\xEF\xB8\x8F",
    "Z\xCC\xA1\xCC\xA8\xCC\xB4\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87"
    "a\xCC\xA2\xCC\x88\xCC\x89l\xCC\x8A\xCC\x8Bgo", /* heaps */
    "\x01\x02\x07\x08\x0B\x0C\x1B[31mrood\x1B[0m\x7F\x1F eind",
    "\xEF\xBB\xBF\xE2\x80\x8B\xC2\xAD\xE2\x80\xA8onzichtbaar\xE2\x80\xA9\xEF\xBF\xBE",
    "\xE6\xBC\xA2\xE5\xAD\x97 \xE3\x81\x8B\xE3\x81\xAA \xED\x95\x9C\xEA\xB8\x80",
    "0",
    "-1",
    "NaN",
    "NULL",
    "true",
    "#REF!",
    "§",
    "?",
    "+",
    "  ruimte   binnen  ",
    TEN(TEN("Lang woor ")),
    TEN(TEN("onafgebrok")),
    TEN(TEN("\xF0\x9F\x98\x80\xF0\x9F\x98\x80")),
    "Burgemeestervandervoortvandijkstraatbewonersvereniging",
    "Jan",
    "jan",
    "JAN ",
    "J\xC3\xA1n",
    "Ja\xCC\x81n",
};

const char *const *hostile_texts(size_t *n)
{
    *n = sizeof texts / sizeof *texts;
    return texts;
}

char **hostile_lines(char *list, size_t *n)
{
    char **lines = NULL, *rest = NULL;
    *n = 0;
    for (char *line = strtok_r(list, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        if (line[strspn(line, " \t\r")] && *line != '#') {
            lines = realloc(lines, (*n + 1) * sizeof *lines);
            lines[(*n)++] = line;
        }
    return lines;
}

/* A cell of CSV, always between quotes. */
static void add_cell(sv_text *csv, const char *text)
{
    sv_text_add(csv, ",\"");
    for (; *text; text++) {
        if (*text == '"')
            sv_text_add_char(csv, '"');
        sv_text_add_char(csv, *text);
    }
    sv_text_add_char(csv, '"');
}

static void put_sheet(const char *folder, const char *name, sv_text *csv)
{
    put_file(folder, name, sv_text_get(csv));
    sv_text_clear(csv);
}

/* The last two are alliances; of the others every third is an organisation, and every third sits in the council. */
static const char *kind_of(size_t i, size_t n)
{
    static const char *const kinds[] = {"council_member", "resident", "welfare"};
    return i + 2 >= n ? "alliance" : kinds[i % 3];
}

static void put_actors(const char *folder, const char *const *names, size_t n, const char *bait)
{
    /* not "label": that is a word for the name */
    static const char *const strange[] = {"image", "shapefile", "URL", "href", "xlink:href", "style", "fontname", "_background"};
    static const char *const roles[] = {"co_decide", "co_work", "co_think", "co_know"};
    sv_text csv = {0};
    sv_text_add(&csv, "id,kind,own,power,interest,urgency,legitimacy,trust,involvement,desired,name,role,group,party,sector,neighbourhood");
    for (size_t k = 0; k < sizeof strange / sizeof *strange; k++)
        sv_text_addf(&csv, ",%s", strange[k]);
    sv_text_add_char(&csv, '\n');
    for (size_t i = 0; i < n; i++) {
        sv_text_addf(&csv, "h%zu,%s,%s,%zu,%zu,%zu,%zu,%d,%s,%s", i, kind_of(i, n), i == 1 ? "yes" : "", i % 5, i / 2 % 5, i % 4, i % 5,
                     (int)(i % 9) - 4, roles[i % 4], roles[i / 2 % 4]);
        add_cell(&csv, names[i]);
        add_cell(&csv, names[(i + 5) % n]);
        add_cell(&csv, names[i % 4]);
        add_cell(&csv, names[(i + 1) % 4]);
        add_cell(&csv, names[(i + 2) % 7 % n]);
        add_cell(&csv, names[(i + 3) % n]);
        for (size_t k = 0; k < sizeof strange / sizeof *strange; k++)
            add_cell(&csv, k == 2 ? "http://127.0.0.1:9/bait.png" : k == 3 || k == 4 ? "javascript:alert(1)" : bait);
        sv_text_add_char(&csv, '\n');
    }
    put_sheet(folder, "Actors.csv", &csv);
}

static void put_ties(const char *folder, size_t n)
{
    sv_text ties = {0}, members = {0}, positions = {0};
    sv_text_add(&ties, "from,to,kind,strength,amount\n");
    sv_text_add(&members, "who,of\n");
    sv_text_add(&positions, "actor,issue,position,salience\n");
    for (size_t i = 0; i < n; i++) {
        sv_text_addf(&ties, "h%zu,h%zu,knows,%zu,\n", i, (i + 1) % n, i % 4 + 1);
        if (i % 3 == 2)
            sv_text_addf(&ties, "h%zu,h%zu,funds,,%zu\n", i, (i + 3) % n, 1000 * (i + 1));
        if (i + 2 < n)
            sv_text_addf(&members, "h%zu,h%zu\n", i, n - 1 - i % 2);
        if (i % 5)
            sv_text_addf(&positions, "h%zu,x,%d,%zu\n", i, (int)(i * 7 % 9) - 4, i % 5);
    }
    sv_text_addf(&ties, "h1,h%zu,may_not_contact,,\nh0,h%zu,opposes,,\n", n / 2, n / 3);
    put_sheet(folder, "Ties.csv", &ties);
    put_sheet(folder, "Memberships.csv", &members);
    put_sheet(folder, "Positions.csv", &positions);
}

static void put_rest(const char *folder, const char *const *names, size_t n)
{
    sv_text issues = {0}, events = {0}, signals = {0};
    sv_text_add(&issues, "id,competent,title,message,ask\nx,council");
    for (size_t i = 0; i < 3; i++)
        add_cell(&issues, names[i % n]);
    sv_text_add(&events, "date,phase,issue,title,place\n2026-11-12,exploring,x");
    add_cell(&events, names[1 % n]);
    add_cell(&events, names[2 % n]);
    sv_text_add(&signals, "date,issue,count,theme,neighbourhood\n");
    for (size_t i = 0; i < n; i++) {
        sv_text_addf(&signals, "2026-0%zu-01,x,%zu", i % 9 + 1, i + 1);
        add_cell(&signals, names[i % 6 % n]);
        add_cell(&signals, names[(i + i / 6) % 5 % n]);
        sv_text_add_char(&signals, '\n');
    }
    put_sheet(folder, "Issues.csv", &issues);
    put_sheet(folder, "Events.csv", &events);
    put_sheet(folder, "Signals.csv", &signals);
}

char *hostile_map(const char *const *names, size_t n, const char *bait)
{
    char *folder = make_folder();
    put_actors(folder, names, n, bait);
    put_ties(folder, n);
    put_rest(folder, names, n);
    return folder;
}
