/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "circle_words.h"

#include <string.h>

#include "../base/language.h"

const char *circle_word(const char *id)
{
    static const char *const words[SV_CIRCLES] = {
        "", SV_TR("residents"), SV_TR("colleagues"), SV_TR("other organisations"), SV_TR("client and funders"), SV_TR("politics")};
    for (int c = SV_CIRCLE_RESIDENTS; c < SV_CIRCLES; c++)
        if (strcmp(id, sv_circle_id((sv_circle)c)) == 0)
            return words[c];
    return id;
}

bool circle_needs_us(const char *id)
{
    return strcmp(id, sv_circle_id(SV_CIRCLE_RESIDENTS)) != 0 && strcmp(id, sv_circle_id(SV_CIRCLE_POLITICS)) != 0;
}

static const struct {
    const char *id, *word;
} dimensions[SV_DIMENSIONS] = {
    [SV_DIMENSION_SECTOR] = {"sector", SV_TR("sector")},
    [SV_DIMENSION_NEIGHBOURHOOD] = {"neighbourhood", SV_TR("neighbourhood")},
    [SV_DIMENSION_LIFE_DOMAIN] = {"life_domain", SV_TR("part of life")},
    [SV_DIMENSION_KIND] = {"kind", SV_TR("kind")},
    [SV_DIMENSION_CIRCLE] = {"circle", SV_TR("circle")},
};

const char *dimension_id(sv_dimension by)
{
    return dimensions[by].id;
}

const char *dimension_word(sv_dimension by)
{
    return dimensions[by].word;
}
