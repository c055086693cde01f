/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is packed in files: the streams of a PDF, and texts that go with a PNG. */
#ifndef SV_TEST_INSIDE_H
#define SV_TEST_INSIDE_H

#include "base/text.h"

/* All streams of a PDF inflated, and its texts in UTF-16 as plain letters, added to `out`. Other bytes than letters are spaces. */
void inside_pdf(const char *bytes, size_t n, sv_text *out);

/* How many chunks of a PNG hold something beside pixels and their colours: text, packed or not, times, or what a camera adds. */
size_t inside_png_texts(const char *bytes, size_t n);

#endif
