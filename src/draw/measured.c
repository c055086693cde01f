/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measured: see measured.h. A key is the size of type, whether it is bold, and the text. */
#include "measured.h"

#include <stdlib.h>
#include <string.h>

#include "../base/text.h"

enum { most = 50000 }; /* then it begins anew: a server may draw for days */

static void write_key(const sv_measure *text, sv_text *key)
{
    char size[32];
    sv_number_write(text->font_size, size);
    key->length = 0;
    sv_text_addf(key, "%s%c", size, text->bold ? 'b' : ' ');
    sv_text_add(key, text->text ? text->text : "");
}

size_t sv_measured_find(const sv_measured *measured, sv_measure *texts, size_t n, sv_measure *unknown, size_t *which)
{
    size_t missing = 0;
    sv_text key = {0};
    for (size_t i = 0; i < n && !key.failed; i++) {
        size_t at;
        write_key(&texts[i], &key);
        at = key.failed ? SV_LOOKUP_NONE : sv_lookup_get(&measured->by_text, key.bytes);
        if (at == SV_LOOKUP_NONE) {
            unknown[missing] = texts[i];
            which[missing++] = i;
            continue;
        }
        texts[i].width = measured->sizes[at][0];
        texts[i].height = measured->sizes[at][1];
    }
    if (key.failed)
        missing = SIZE_MAX;
    sv_text_clear(&key);
    return missing;
}

bool sv_measured_keep(sv_measured *measured, const sv_measure *texts, size_t n)
{
    sv_text key = {0};
    bool fine = true;
    if (measured->n > most)
        sv_measured_clear(measured);
    for (size_t i = 0; i < n && fine; i++) {
        const char *own;
        write_key(&texts[i], &key);
        own = key.failed ? NULL : sv_arena_text(&measured->texts, key.bytes, key.length);
        fine = own && sv_grow(&measured->sizes, &measured->capacity, measured->n + 1, sizeof *measured->sizes) &&
               sv_lookup_put(&measured->by_text, own, measured->n);
        if (!fine)
            break;
        measured->sizes[measured->n][0] = texts[i].width;
        measured->sizes[measured->n++][1] = texts[i].height;
    }
    sv_text_clear(&key);
    return fine;
}

void sv_measured_clear(sv_measured *measured)
{
    sv_lookup_clear(&measured->by_text);
    free(measured->sizes);
    sv_arena_clear(&measured->texts);
    *measured = (sv_measured){0};
}
