/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * XML of a workbook, read piece by piece: the start of an element, its end, the text between. Names come
 * without their prefix, because every program chooses its own. A document type, with the entities and outside
 * files that it could bring, is refused before the XML library sees it.
 */
#ifndef SV_FORMAT_XML_PART_H
#define SV_FORMAT_XML_PART_H

#include "archive.h"

typedef enum sv_xml_step { SV_XML_DONE = 0, SV_XML_START, SV_XML_END, SV_XML_TEXT } sv_xml_step;

/* A part being read. The texts are borrowed until the next step. */
typedef struct sv_xml {
    const char *name;              /* of the element at hand, without prefix */
    const char *text;              /* at SV_XML_TEXT */
    int depth;                     /* of the element at hand; the outermost is 0 */
    const char *attribute, *value; /* the attribute at hand */
    sv_status status;              /* why it was done: SV_OK at the end of the part */

    struct sv_xml_inside *inside;
    sv_error *error;
} sv_xml;

/* Begin with an entry of an archive, or with n bytes of a file. Close it whatever came of it. */
sv_status sv_xml_open(sv_xml *xml, sv_archive *archive, const char *file, const char *entry, sv_error *error);
sv_status sv_xml_open_bytes(sv_xml *xml, const char *bytes, size_t n, const char *file, sv_error *error);
void sv_xml_close(sv_xml *xml);

/* Go on to the next piece. An element without content has a start and an end too. SV_XML_DONE: look at xml->status. */
sv_xml_step sv_xml_next(sv_xml *xml);
/* At a start: the next attribute of the element, in xml->attribute and xml->value; false when there is none left. */
bool sv_xml_next_attribute(sv_xml *xml);
/* At a start: go on to the end of this element, past all that is in it. False: look at xml->status. */
bool sv_xml_skip(sv_xml *xml);

#endif
