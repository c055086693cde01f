/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Formats: one table of those that are read and written, and of those that are recognised only so that they
 * can be refused in plain words. Adding a format is one row here and one file beside this one.
 */
#include "catalogue.h"

#include <string.h>

#include "../base/file.h"
#include "../base/language.h"

#define LATER false, false, "", ""

/* clang-format off */
static const sv_format formats[] = {
    /* id, English, Dutch, endings, reads, writes, what it loses */
    {"csv", SV_TR("a folder of CSV files"), "een map met CSV-bestanden", "/|.csv|.tsv|.txt", true, true,
     "Numbers and nested data in your own columns become text.", "Getallen en geneste gegevens in eigen kolommen worden tekst."},
    {"json", SV_TR("a JSON file"), "een JSON-bestand", ".json", true, true, "", ""},
    {"edges", SV_TR("an edge list with headers"), "een lijst van relaties met kopregel", ".edges.csv|.nodes.csv", true, false,
     "It holds ties and actors, and no issues, positions or dates.", "Er staan relaties en actoren in, en geen vraagstukken, standpunten of data."},
    {"popolo", SV_TR("a council register in Popolo JSON (Open Raadsinformatie)"), "een raadsregister in Popolo-JSON (Open Raadsinformatie)", "", true, false,
     "E-mail, phone, gender, birth dates and portraits are left out: they have no place on the map.",
     "E-mail, telefoon, geslacht, geboortedata en portretten worden weggelaten: ze horen niet op de kaart."},
    {"xlsx", SV_TR("an Excel workbook"), "een Excel-werkmap", ".xlsx|.xlsm", true, true,
     "Nested data in your own columns become text; names of your own sheets are cut at 31 characters.",
     "Geneste gegevens in eigen kolommen worden tekst; namen van eigen bladen worden bij 31 tekens afgekapt."},
    {"xls", SV_TR("an old Excel workbook"), "een oude Excel-werkmap", ".xls", LATER},
    {"ods", SV_TR("a LibreOffice spreadsheet"), "een LibreOffice-spreadsheet", ".ods|.fods", true, false,
     "It is read, not written; Excel workbooks open in LibreOffice too.", "Het wordt gelezen, niet geschreven; LibreOffice opent ook Excel-werkmappen."},
    {"xlsb", SV_TR("an Excel workbook in binary form (.xlsb)"), "een Excel-werkmap in binaire vorm (.xlsb)", ".xlsb", LATER},
    {"graphml", SV_TR("a GraphML file"), "een GraphML-bestand", ".graphml", LATER},
    {"gexf", SV_TR("a GEXF file (Gephi)"), "een GEXF-bestand (Gephi)", ".gexf", LATER},
    {"gml", SV_TR("a GML file"), "een GML-bestand", ".gml", LATER},
    {"pajek", SV_TR("a Pajek file"), "een Pajek-bestand", ".net|.paj|.pajek", LATER},
    {"dl", SV_TR("a UCINET DL file"), "een UCINET-DL-bestand", ".dl", LATER},
    {"vna", SV_TR("a NetDraw VNA file"), "een NetDraw-VNA-bestand", ".vna", LATER},
    {"dot", SV_TR("a Graphviz DOT file"), "een Graphviz-DOT-bestand", ".dot|.gv", LATER},
    {"plain", SV_TR("a list or matrix of ties without headers"), "een lijst of matrix van relaties zonder kopregel", ".ncol|.lgl|.lst|.wlst|.adj|.sm", LATER},
    {"graph-json", SV_TR("a graph in JSON (Gephi Lite, Graphology)"), "een netwerk in JSON (Gephi Lite, Graphology)", "", LATER},
    {"kumu", SV_TR("a Kumu project in JSON"), "een Kumu-project in JSON", "", LATER},
    {"zip", SV_TR("a ZIP archive"), "een ZIP-archief", ".zip", LATER},
    {"html", SV_TR("a web page (HTML)"), "een webpagina (HTML)", ".html|.htm", LATER},
    {"xml", SV_TR("an XML file"), "een XML-bestand", ".xml|.eml", LATER},
};
/* clang-format on */

enum { n_formats = sizeof formats / sizeof *formats, bytes_looked_at = 4096 };

const sv_format *sv_formats(size_t *n)
{
    *n = n_formats;
    return formats;
}

const sv_format *sv_format_find(const char *id)
{
    for (size_t i = 0; i < n_formats; i++)
        if (strcmp(formats[i].id, id) == 0)
            return &formats[i];
    return NULL;
}

/* The longest of the endings parted by | that a name has; 0 when it has none. */
static size_t match_ending(const char *endings, const char *name)
{
    size_t length = strlen(name), longest = 0;
    while (*endings) {
        size_t n = strcspn(endings, "|");
        if (n < length && n > longest && strncasecmp(name + length - n, endings, n) == 0)
            longest = n;
        endings += n + (endings[n] == '|');
    }
    return longest;
}

const sv_format *sv_format_by_ending(const char *name)
{
    const sv_format *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < n_formats; i++) {
        size_t n = match_ending(formats[i].endings, sv_file_name(name));
        if (n > longest) {
            longest = n;
            best = &formats[i];
        }
    }
    return best;
}

static bool begins(const char *bytes, size_t n, const char *with)
{
    return n >= strlen(with) && strncasecmp(bytes, with, strlen(with)) == 0;
}

static bool holds(const char *bytes, size_t n, const char *piece)
{
    return memmem(bytes, n, piece, strlen(piece)) != NULL;
}

/* What is wrong in a workbook can be told by its reader, also when little of it is left. */
static bool is_workbook(const sv_format *format)
{
    return strcmp(format->id, "xlsx") == 0 || strcmp(format->id, "ods") == 0;
}

/* True when bytes are no text: a NUL, or more than one control character in thirty. UTF-16 with its mark is text. */
static bool is_binary(const char *bytes, size_t n)
{
    size_t controls = 0;
    if (n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
        return false;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == 0)
            return true;
        controls += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    }
    return controls * 30 > n;
}

static const sv_format *sniff_zip(const char *name, const char *bytes, size_t n)
{
    const sv_format *format = sv_format_by_ending(name);
    if (format && (is_workbook(format) || strcmp(format->id, "xlsb") == 0))
        return format;
    return sv_format_find(holds(bytes, n, "opendocument.spreadsheet") ? "ods" : holds(bytes, n, "xl/") ? "xlsx" : "zip");
}

static const sv_format *sniff_xml(const char *bytes, size_t n)
{
    if (holds(bytes, n, "opendocument.spreadsheet"))
        return sv_format_find("ods");
    return sv_format_find(holds(bytes, n, "<graphml") ? "graphml" : holds(bytes, n, "<gexf") ? "gexf" : holds(bytes, n, "<html") ? "html" : "xml");
}

const sv_format *sv_format_sniff(const char *name, const char *bytes, size_t n)
{
    static const char *const only_by_name[] = {"gml", "pajek", "dl", "vna", "dot", "plain"};
    const sv_format *format = sv_format_by_ending(name);
    if (n > bytes_looked_at)
        n = bytes_looked_at;
    if (n >= 2 && memcmp(bytes, "PK", 2) == 0 && (n < 4 || memcmp(bytes, "PK\3\4", 4) == 0))
        return sniff_zip(name, bytes, n);
    if (n >= 4 && memcmp(bytes, "\xD0\xCF\x11\xE0", 4) == 0)
        return sv_format_find("xls");
    if (format && strcmp(format->id, "json") == 0)
        return format; /* what is wrong in it can be told by line */
    if (is_binary(bytes, n))
        return format && (!format->reads || is_workbook(format)) ? format : NULL;
    for (size_t i = 0; format && i < sizeof only_by_name / sizeof *only_by_name; i++)
        if (strcmp(format->id, only_by_name[i]) == 0)
            return format;
    if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        n -= 3;
    }
    while (n > 0 && strchr(" \t\r\n", *bytes))
        bytes++, n--;
    if (begins(bytes, n, "<"))
        return sniff_xml(bytes, n);
    if (begins(bytes, n, "{") || begins(bytes, n, "["))
        return sv_format_find("json");
    if (begins(bytes, n, "*vertices") || begins(bytes, n, "*network"))
        return sv_format_find("pajek");
    if ((begins(bytes, n, "digraph") || begins(bytes, n, "strict ") || begins(bytes, n, "graph")) && holds(bytes, n, "{"))
        return sv_format_find("dot");
    if (begins(bytes, n, "graph") && holds(bytes, n, "["))
        return sv_format_find("gml");
    return sv_format_find("csv");
}
