/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * XML of a workbook through libxml2's reader. Before it gets the bytes they pass a guard of our own: a
 * document type is refused there, and so are the two shapes that make the library slow out of proportion:
 * hundreds of attributes on one element, and hundreds of namespaces. Without XML_PARSE_HUGE it keeps limits itself.
 */
#include "xml_part.h"

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"

#include <libxml/xmlreader.h>

#include <stdlib.h>
#include <string.h>

enum { most_attributes = 256, most_namespaces = 300, most_depth = 64 };

typedef enum guard_state {
    IN_TEXT,
    AFTER_LESS,
    AFTER_BANG,
    IN_TAG,
    IN_SINGLE,
    IN_DOUBLE,
    IN_COMMENT,
    IN_CDATA,
    IN_INSTRUCTION
} guard_state;

typedef struct guard {
    guard_state state;
    size_t attributes, namespaces;
    size_t matched; /* how much of "xmlns", or of the mark that a comment or CDATA begins or ends with, was just seen */
    char bang[8];
} guard;

struct sv_xml_inside {
    xmlTextReaderPtr reader;
    sv_archive *archive;
    const char *bytes, *end; /* where there is no archive */
    const char *file, *entry;
    guard guard;
    bool end_owed; /* an element without content was begun */
    bool faulted;  /* the fault is told already */
};

/* ---- The guard ---- */

static void begin_after_bang(guard *g, char c)
{
    if (g->matched < sizeof g->bang)
        g->bang[g->matched++] = c;
    if (g->matched == 2 && memcmp(g->bang, "--", 2) == 0)
        g->state = IN_COMMENT, g->matched = 0;
    else if (g->matched == 7 && memcmp(g->bang, "[CDATA[", 7) == 0)
        g->state = IN_CDATA, g->matched = 0;
}

/* Follow a mark of which the last character ends the state: "-->", "]]>", "?>". The character before it may repeat. */
static void follow_mark(guard *g, char c, const char *mark)
{
    size_t last = strlen(mark) - 1;
    if (g->matched == last && c == mark[last]) {
        g->state = IN_TEXT;
        g->matched = 0;
    } else if (c == mark[0]) {
        g->matched = g->matched < last ? g->matched + 1 : last;
    } else {
        g->matched = 0;
    }
}

static void follow_tag(guard *g, char c)
{
    static const char declaration[] = "xmlns";
    switch (c) {
    case '>': g->state = IN_TEXT; break;
    case '"': g->state = IN_DOUBLE; break;
    case '\'': g->state = IN_SINGLE; break;
    case '=':
        g->attributes++;
        g->matched = 0;
        break;
    case ' ':
    case '\t':
    case '\r':
    case '\n': g->matched = 0; break;
    default:
        if (g->matched < 5 && c == declaration[g->matched])
            g->namespaces += ++g->matched == 5;
        else if (g->matched < 5)
            g->matched = 6; /* not this name */
        break;
    }
}

static const char *guard_fault(const guard *g)
{
    bool begins_cdata = g->matched <= 7 && memcmp(g->bang, "[CDATA[", g->matched) == 0,
         begins_comment = g->matched == 1 && g->bang[0] == '-';
    if (g->state == AFTER_BANG && g->matched > 0 && !begins_cdata && !begins_comment)
        return SV_TR("it has a document type, which no spreadsheet program writes");
    if (g->attributes > most_attributes || g->namespaces > most_namespaces)
        return SV_TR("an element in it has more attributes than any spreadsheet program writes");
    return NULL;
}

/* Look at n bytes on their way to the library. NULL, or why they may not go on. */
static const char *guard_look(guard *g, const char *bytes, size_t n)
{
    const char *at = bytes, *end = bytes + n, *fault = NULL;
    for (; at < end && !fault; at++) {
        switch (g->state) {
        case IN_TEXT:
            at = memchr(at, '<', (size_t)(end - at));
            if (!at)
                return NULL;
            g->state = AFTER_LESS;
            break;
        case AFTER_LESS:
            g->state = *at == '!' ? AFTER_BANG : *at == '?' ? IN_INSTRUCTION : *at == '>' ? IN_TEXT : IN_TAG;
            g->matched = g->state == IN_TAG ? 6 : 0;
            g->attributes = 0;
            break;
        case AFTER_BANG:
            begin_after_bang(g, *at);
            fault = guard_fault(g);
            break;
        case IN_TAG:
            follow_tag(g, *at);
            if (*at == '=')
                fault = guard_fault(g);
            break;
        case IN_SINGLE:
        case IN_DOUBLE:
            at = memchr(at, g->state == IN_SINGLE ? '\'' : '"', (size_t)(end - at));
            if (!at)
                return NULL;
            g->state = IN_TAG;
            break;
        case IN_COMMENT: follow_mark(g, *at, "-->"); break;
        case IN_CDATA: follow_mark(g, *at, "]]>"); break;
        case IN_INSTRUCTION: follow_mark(g, *at, "?>"); break;
        }
    }
    return fault;
}

/* ---- Reading ---- */

static sv_status refuse(sv_xml *xml, const char *cause)
{
    const struct sv_xml_inside *in = xml->inside;
    sv_place place = {.row = 0};
    sv_text_fit(place.file, sizeof place.file, in->file);
    if (in->entry)
        sv_text_fit(place.sheet, sizeof place.sheet, in->entry);
    if (in->reader && xmlTextReaderGetParserLineNumber(in->reader) > 0)
        place.row = (uint64_t)xmlTextReaderGetParserLineNumber(in->reader);
    xml->inside->faulted = true;
    return xml->status = sv_error_at(xml->error, SV_E_WORKBOOK_DAMAGED, &place, in->file, cause);
}

static int give_bytes(void *context, char *buffer, int size)
{
    sv_xml *xml = context;
    struct sv_xml_inside *in = xml->inside;
    const char *cause;
    ptrdiff_t n;
    if (in->archive) {
        sv_error fault = {0};
        n = sv_archive_read(in->archive, buffer, (size_t)size, &fault);
        if (n < 0) {
            xml->status = sv_code_status(fault.code);
            if (xml->error)
                *xml->error = fault;
            in->faulted = true;
            return -1;
        }
    } else {
        n = in->end - in->bytes < size ? in->end - in->bytes : size;
        memcpy(buffer, in->bytes, (size_t)n);
        in->bytes += n;
    }
    cause = guard_look(&in->guard, buffer, (size_t)n);
    if (cause)
        (void)refuse(xml, cause);
    return cause ? -1 : (int)n;
}

/* libxml2 prints its faults unless it is given somewhere to say them; ours are told by place. */
static void be_quiet(void *context, xmlErrorPtr fault)
{
    sv_xml *xml = context;
    if (!fault || fault->code != XML_ERR_NO_MEMORY || xml->inside->faulted)
        return;
    if (fault->message && strstr(fault->message, "huge text")) { /* more than 10 MB; it gives this the same number */
        (void)refuse(xml, SV_TR("a text in it is far longer than a cell can hold"));
        return;
    }
    xml->inside->faulted = true;
    xml->status = sv_error_set(xml->error, SV_E_MEMORY, NULL, NULL);
}

static sv_status open_reader(sv_xml *xml, struct sv_xml_inside *in)
{
    if (!in)
        return xml->status = sv_error_set(xml->error, SV_E_MEMORY, NULL, NULL);
    xml->inside = in;
    /* the encoding is given, so that none that the guard cannot read slips by */
    in->reader =
        xmlReaderForIO(give_bytes, NULL, xml, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    if (!in->reader)
        return xml->status = in->faulted ? xml->status : sv_error_set(xml->error, SV_E_MEMORY, NULL, NULL);
    xmlTextReaderSetStructuredErrorHandler(in->reader, be_quiet, xml);
    return SV_OK;
}

sv_status sv_xml_open(sv_xml *xml, sv_archive *archive, const char *file, const char *entry, sv_error *error)
{
    struct sv_xml_inside *in;
    *xml = (sv_xml){.error = error};
    xml->status = sv_archive_start(archive, entry, error);
    if (xml->status != SV_OK)
        return xml->status;
    in = sv_alloc(1, sizeof *in);
    if (in)
        *in = (struct sv_xml_inside){.archive = archive, .file = file, .entry = entry};
    return open_reader(xml, in);
}

sv_status sv_xml_open_bytes(sv_xml *xml, const char *bytes, size_t n, const char *file, sv_error *error)
{
    struct sv_xml_inside *in = sv_alloc(1, sizeof *in);
    *xml = (sv_xml){.error = error};
    if (in)
        *in = (struct sv_xml_inside){.bytes = bytes, .end = bytes + n, .file = file};
    return open_reader(xml, in);
}

void sv_xml_close(sv_xml *xml)
{
    if (xml->inside) {
        xmlFreeTextReader(xml->inside->reader);
        if (xml->inside->archive)
            sv_archive_stop(xml->inside->archive);
        free(xml->inside);
    }
    xml->inside = NULL;
}

sv_xml_step sv_xml_next(sv_xml *xml)
{
    struct sv_xml_inside *in = xml->inside;
    if (in->end_owed) {
        in->end_owed = false;
        return SV_XML_END;
    }
    for (;;) {
        int more = xmlTextReaderRead(in->reader);
        if (more < 0 || in->faulted) {
            if (!in->faulted)
                (void)refuse(xml, SV_TR("its XML is broken"));
            return SV_XML_DONE;
        }
        if (more == 0)
            return SV_XML_DONE;
        xml->depth = xmlTextReaderDepth(in->reader);
        if (xml->depth > most_depth) {
            (void)refuse(xml, SV_TR("its XML is nested deeper than any spreadsheet program writes"));
            return SV_XML_DONE;
        }
        switch (xmlTextReaderNodeType(in->reader)) {
        case XML_READER_TYPE_ELEMENT:
            xml->name = (const char *)xmlTextReaderConstLocalName(in->reader);
            in->end_owed = xmlTextReaderIsEmptyElement(in->reader) == 1;
            return SV_XML_START;
        case XML_READER_TYPE_END_ELEMENT: xml->name = (const char *)xmlTextReaderConstLocalName(in->reader); return SV_XML_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: xml->text = (const char *)xmlTextReaderConstValue(in->reader); return SV_XML_TEXT;
        default: break;
        }
    }
}

bool sv_xml_next_attribute(sv_xml *xml)
{
    xmlTextReaderPtr reader = xml->inside->reader;
    if (xmlTextReaderMoveToNextAttribute(reader) != 1) {
        xmlTextReaderMoveToElement(reader);
        return false;
    }
    xml->attribute = (const char *)xmlTextReaderConstLocalName(reader);
    xml->value = (const char *)xmlTextReaderConstValue(reader);
    return xml->attribute && xml->value;
}

bool sv_xml_skip(sv_xml *xml)
{
    int depth = xml->depth;
    sv_xml_step step;
    while ((step = sv_xml_next(xml)) != SV_XML_DONE)
        if (step == SV_XML_END && xml->depth <= depth)
            return true;
    return false;
}
