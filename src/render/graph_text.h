/* SPDX-License-Identifier: MIT */
/* Texts made safe: for a Graphviz label, and for XML. What a person typed comes out as text, whatever it is. */
#ifndef SV_RENDER_GRAPH_TEXT_H
#define SV_RENDER_GRAPH_TEXT_H

#include <speelveld/picture.h>

#include "../base/text.h"

enum { line_bytes_most = 500, lines_most = 200 };

/*
 * The next line of a text, cleaned: wrong UTF-8 as U+FFFD, control characters and line separators as spaces, cut
 * with "…" where it is over line_bytes_most. `at` moves on, and becomes NULL behind the last line. False when there is none left.
 */
bool text_next_line(const char **at, sv_text *line);

/* The text as a Graphviz label, each line ended by the escape that aligns it. */
void text_label(const char *text, sv_align align, sv_text *label);

/* Added to `out`, cleaned and escaped for XML content or a quoted attribute; line ends become spaces. NULL adds nothing. */
void text_xml(sv_text *out, const char *text);

/* True for an http:// or https:// address without spaces or control characters. */
bool text_is_link(const char *text);

/* Words of letters, digits, hyphens and underscores parted by single spaces; other characters as hyphens. */
void text_classes(sv_text *out, const char *classes);

#endif
