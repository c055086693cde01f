/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is packed in files: see inside.h. */
#include "inside.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { piece = 16384 };

static void add_plain(sv_text *out, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        sv_text_add_char(out, isprint((unsigned char)bytes[i]) ? bytes[i] : ' ');
}

/* One stream, as far as it can be inflated: what is not packed so adds nothing. */
static void add_inflated(sv_text *out, const char *bytes, size_t n)
{
    z_stream z = {.next_in = (unsigned char *)(size_t)bytes, .avail_in = (unsigned)n};
    char got[piece];
    int state = Z_OK;
    if (inflateInit(&z) != Z_OK)
        return;
    while (state == Z_OK) {
        z.next_out = (unsigned char *)got;
        z.avail_out = sizeof got;
        state = inflate(&z, Z_NO_FLUSH);
        add_plain(out, got, sizeof got - z.avail_out);
    }
    inflateEnd(&z);
    sv_text_add_char(out, '\n');
}

/* <FEFF0041…>: letters of Latin-1 as they are, others as spaces. */
static void add_utf16(sv_text *out, const char *digits, const char *end)
{
    char four[5] = "";
    for (; digits + 4 <= end && isxdigit((unsigned char)*digits); digits += 4) {
        unsigned long letter;
        memcpy(four, digits, 4);
        letter = strtoul(four, NULL, 16);
        sv_text_add_char(out, letter >= 32 && letter < 127 ? (char)letter : ' ');
    }
    sv_text_add_char(out, '\n');
}

void inside_pdf(const char *bytes, size_t n, sv_text *out)
{
    static const char stream[] = "stream", utf16[] = "<FEFF";
    const char *end = bytes + n;
    for (const char *at = bytes; (at = memmem(at, (size_t)(end - at), stream, strlen(stream))) != NULL;) {
        at += strlen(stream);
        while (at < end && (*at == '\r' || *at == '\n'))
            at++;
        add_inflated(out, at, (size_t)(end - at)); /* a stream knows its own end */
    }
    for (const char *at = bytes; (at = memmem(at, (size_t)(end - at), utf16, strlen(utf16))) != NULL;) {
        at += strlen(utf16);
        add_utf16(out, at, end);
    }
}

size_t inside_png_texts(const char *bytes, size_t n)
{
    static const char *const pixels[] = {"IHDR", "PLTE", "IDAT", "IEND", "pHYs", "bKGD", "tRNS", "gAMA", "sRGB", "cHRM", "sBIT"};
    size_t texts = 0;
    for (size_t at = 8; at + 12 <= n;) {
        const unsigned char *length = (const unsigned char *)bytes + at;
        bool known = false;
        for (size_t i = 0; i < sizeof pixels / sizeof *pixels; i++)
            known |= memcmp(bytes + at + 4, pixels[i], 4) == 0;
        if (!known)
            fprintf(stderr, "a chunk of the PNG: %.4s\n", bytes + at + 4);
        texts += !known;
        at += 12 + ((size_t)length[0] << 24 | (size_t)length[1] << 16 | (size_t)length[2] << 8 | length[3]);
    }
    return texts;
}
