/* SPDX-License-Identifier: MIT */
/* XML ids for a picture's marks and lines: legal, unique, and the same as the given id wherever that can be. */
#ifndef SV_RENDER_XML_NAMES_H
#define SV_RENDER_XML_NAMES_H

#include <speelveld/picture.h>

#include "../base/memory.h"

typedef struct xml_names {
    const char **marks, **lines; /* as many as the picture has; NULL where none was given */
    sv_arena arena;
} xml_names;

/* False without memory; then there is nothing to clear. */
bool xml_names_make(const sv_picture *picture, xml_names *names);
void xml_names_clear(xml_names *names);

#endif
