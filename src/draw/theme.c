/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The theme: see theme.h. Contrast is that of WCAG 2.1 (W3C 2018), on relative luminance. */
#include "theme.h"

#include <math.h>

/* clang-format off */
static const sv_page pages[SV_PAGE_SIZES] = {
    /*               id,       width, height, margin, title, least, subtitle, sentence, legend, smallest, legend width */
    [SV_PAGE_SLIDE] = {"slide",  960, 540, 26, 24, 20.5, 11.5, 13, 10, 9, 168},
    [SV_PAGE_A4] = {"a4",        842, 595, 28, 22, 20.5, 11, 12, 9.5, 9, 160},
    [SV_PAGE_A3] = {"a3",       1191, 842, 36, 28, 23, 13, 15, 11, 9, 200},
    [SV_PAGE_POSTER] = {"poster", 2384, 1684, 72, 60, 48, 26, 30, 20, 14, 400},
};

static const sv_theme light = {
    .page = 0xFFFFFFFF, .ink = 0x1A1C1FFF, .faint_ink = 0x565B63FF, .rule = 0xD5D8DDFF, .veil = 0xFFFFFFD0,
    .outline = 0x4A4F57FF, .bridge = 0x111111FF, .own = 0x7A1FA2FF, .container = 0xF1F3F5FF, .container_outline = 0x868C95FF,
    .tie = 0x7A828CA0, .member = 0x5B626CE0, .funds = 0x00724DD0, .opposes = 0xB3261ED8, .forbidden = 0x1A1C1FC0, .badge = 0x2B2F36FF,
    .stance = {0xA84300FF, 0xF5A84BFF, 0xE3E5E8FF, 0x8DC4E8FF, 0x0B4F8AFF, 0xFFFFFFFF, 0xC9CDD2FF},
    .category = {0x0072B2FF, 0xE69F00FF, 0x009E73FF, 0xCC79A7FF, 0x56B4E9FF, 0xD55E00FF, 0xF0E442FF, 0x882255FF, 0x44AA99FF, 0x332288FF, 0xDDCC77FF,
                 0x999933FF},
    .other = 0xB4B8BEFF,
};
/* clang-format on */

const sv_page *sv_page_get(sv_page_size size)
{
    return &pages[size];
}

const sv_theme *sv_theme_light(void)
{
    return &light;
}

static double channel(uint32_t colour, int shift)
{
    double share = ((colour >> shift) & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour)
{
    return 0.2126 * channel(colour, 24) + 0.7152 * channel(colour, 16) + 0.0722 * channel(colour, 8);
}

double sv_contrast(uint32_t a, uint32_t b)
{
    double light_a = luminance(a), light_b = luminance(b);
    return light_a > light_b ? (light_a + 0.05) / (light_b + 0.05) : (light_b + 0.05) / (light_a + 0.05);
}

uint32_t sv_theme_ink_on(const sv_theme *theme, uint32_t background)
{
    const uint32_t black = 0x000000FF;
    return sv_contrast(black, background) >= sv_contrast(theme->page, background) ? black : theme->page;
}
