/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The theme: see theme.h. Contrast is that of WCAG 2.1 (W3C 2018), on relative luminance.
 *
 * Print is for a machine without colours: positions go from white (strongly against) to black (strongly in favour), so that the
 * order shows in the grey itself; categories that follow each other differ most; and every one of them has its sign.
 */
#include "theme.h"

#include <math.h>
#include <string.h>

/* clang-format off */
static const sv_page pages[SV_PAGE_SIZES] = {
    /*               id,       width, height, margin, title, least, subtitle, sentence, legend, smallest, legend width, scale */
    [SV_PAGE_SLIDE] = {"slide",  960, 540, 26, 24, 20.5, 11.5, 13, 10, 9, 168, 1},
    [SV_PAGE_A4] = {"a4",        842, 595, 28, 22, 20.5, 11, 12, 9.5, 9, 160, 1},
    [SV_PAGE_A3] = {"a3",       1191, 842, 36, 28, 23, 13, 15, 11, 10, 200, 1.12},
    [SV_PAGE_POSTER] = {"poster", 2384, 1684, 72, 60, 48, 26, 30, 22, 18, 400, 2},
};

static const sv_theme themes[SV_THEMES] = {
    [SV_THEME_LIGHT] = {
        .id = "light", .page = 0xFFFFFFFF, .ink = 0x1A1C1FFF, .faint_ink = 0x565B63FF, .rule = 0xD5D8DDFF, .veil = 0xFFFFFFD0,
        .outline = 0x4A4F57FF, .bridge = 0x111111FF, .own = 0x7A1FA2FF, .container = 0xF1F3F5FF, .container_outline = 0x7D838CFF,
        .tie = 0x69717BC0, .member = 0x5B626CE0, .funds = 0x00724DD0, .opposes = 0xB3261ED8, .forbidden = 0x1A1C1FC0,
        .badge = 0x2B2F36FF, .badge_ink = 0xFFFFFFFF, .urgent = 0xB3261EFF, .legitimate = 0x00724DFF,
        .stance = {0x9C3D00FF, 0xEE9436FF, 0xE8EAEDFF, 0x9CCDEEFF, 0x0A447AFF, 0xFFFFFFFF, 0xC9CDD2FF},
        .category = {0x0072B2FF, 0xE69F00FF, 0x009E73FF, 0xCC79A7FF, 0x56B4E9FF, 0xD55E00FF, 0xF0E442FF, 0x882255FF, 0x44AA99FF, 0x332288FF,
                     0xDDCC77FF, 0x999933FF},
        .other = 0xB4B8BEFF, .camp = {0x00855BFF, 0xF5B041FF, 0x8E1B12FF, 0x14171CFF},
        .zone = {0xF4F6F9FF, 0xEAF1F8FF, 0xFBF3E6FF, 0xEEF5EFFF, 0xFBEEECFF},
    },
    [SV_THEME_DARK] = {
        .id = "dark", .page = 0x14171CFF, .ink = 0xF1F3F5FF, .faint_ink = 0xB3BAC4FF, .rule = 0x3A414BFF, .veil = 0x14171CD0,
        .outline = 0xAEB5BFFF, .bridge = 0xFFFFFFFF, .own = 0xD59BF6FF, .container = 0x262B33FF, .container_outline = 0x8B939EFF,
        .tie = 0xA3ABB5A8, .member = 0xB4BBC5C0, .funds = 0x4CC79AE0, .opposes = 0xFF8A80E0, .forbidden = 0xF1F3F5C0,
        .badge = 0xF1F3F5FF, .badge_ink = 0x14171CFF, .urgent = 0xFF8A80FF, .legitimate = 0x4CC79AFF,
        .stance = {0xFFA63DFF, 0x8A4A10FF, 0x3A4149FF, 0x4B9BDCFF, 0xBCE1FFFF, 0x14171CFF, 0x6A727DFF},
        .category = {0x3D9BE0FF, 0xE69F00FF, 0x1FB389FF, 0xCC79A7FF, 0x86CBF2FF, 0xE8702AFF, 0xF0E442FF, 0xB0447FFF, 0x5FC2B1FF, 0x7C6BD6FF,
                     0xDDCC77FF, 0xA9A944FF},
        .other = 0x7C848FFF, .camp = {0x43BA8CFF, 0xFFCE70FF, 0xC8473BFF, 0x000000FF},
        .zone = {0x1B1F26FF, 0x18222DFF, 0x262018FF, 0x19241FFF, 0x2A1C1BFF},
    },
    [SV_THEME_PRINT] = {
        .id = "print", .page = 0xFFFFFFFF, .ink = 0x000000FF, .faint_ink = 0x484848FF, .rule = 0xC0C0C0FF, .veil = 0xFFFFFFE0,
        .outline = 0x303030FF, .bridge = 0x000000FF, .own = 0x000000FF, .container = 0xFFFFFFFF, .container_outline = 0x707070FF,
        .tie = 0x808080FF, .member = 0x606060FF, .funds = 0x000000FF, .opposes = 0x000000FF, .forbidden = 0x000000FF,
        .badge = 0x000000FF, .badge_ink = 0xFFFFFFFF, .urgent = 0x000000FF, .legitimate = 0x707070FF,
        .stance = {0xF0F0F0FF, 0xC6C6C6FF, 0x989898FF, 0x606060FF, 0x1C1C1CFF, 0xFFFFFFFF, 0xFFFFFFFF},
        .category = {0x5A5A5AFF, 0xD8D8D8FF, 0x989898FF, 0xF6F6F6FF, 0x303030FF, 0xB8B8B8FF, 0x787878FF, 0xE6E6E6FF, 0x484848FF, 0xC8C8C8FF,
                     0x888888FF, 0xA8A8A8FF},
        .other = 0xFFFFFFFF, .camp = {0x5C5C5CFF, 0x989898FF, 0xE0E0E0FF, 0x000000FF},
        .zone = {0xFFFFFFFF, 0xF2F2F2FF, 0xF2F2F2FF, 0xE6E6E6FF, 0xF2F2F2FF},
    },
};
/* clang-format on */

const sv_page *sv_page_get(sv_page_size size)
{
    return &pages[size];
}

sv_page sv_page_within(double width, double height)
{
    return (sv_page){.id = "within",
                     .width = width,
                     .height = height,
                     .margin = 2,
                     .title = 14,
                     .title_least = 12,
                     .subtitle = 9.5,
                     .sentence = 10,
                     .legend = 8.4,
                     .smallest = 8.1,
                     .legend_width = 140,
                     .scale = 0.9,
                     .within = true};
}

const sv_theme *sv_theme_get(sv_theme_choice choice)
{
    return &themes[choice];
}

bool sv_page_find(const char *id, sv_page_size *size)
{
    for (int i = 0; i < SV_PAGE_SIZES; i++)
        if (strcasecmp(pages[i].id, id) == 0) {
            *size = (sv_page_size)i;
            return true;
        }
    return false;
}

bool sv_theme_find(const char *id, sv_theme_choice *choice)
{
    for (int i = 0; i < SV_THEMES; i++)
        if (strcasecmp(themes[i].id, id) == 0) {
            *choice = (sv_theme_choice)i;
            return true;
        }
    return false;
}

/* What colours can be asked to say: English and Dutch words. */
static const struct colour_word {
    const char *en, *nl;
    sv_colour_by by;
} colour_words[] = {
    {"position", "standpunt", SV_COLOUR_POSITION},
    {"sector", "sector", SV_COLOUR_SECTOR},
    {"party", "partij", SV_COLOUR_PARTY},
    {"group", "fractie", SV_COLOUR_GROUP},
};

bool sv_colour_by_find(const char *id, sv_colour_by *by)
{
    for (size_t i = 0; i < sizeof colour_words / sizeof *colour_words; i++)
        if (strcasecmp(colour_words[i].en, id) == 0 || strcasecmp(colour_words[i].nl, id) == 0) {
            *by = colour_words[i].by;
            return true;
        }
    return false;
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

uint32_t sv_colour_over(uint32_t colour, uint32_t behind)
{
    uint32_t share = colour & 0xFF, out = 0xFF;
    for (int shift = 8; shift <= 24; shift += 8) {
        uint32_t above = (colour >> shift) & 0xFF, below = (behind >> shift) & 0xFF;
        out |= ((above * share + below * (255 - share) + 127) / 255) << shift;
    }
    return out;
}

uint32_t sv_theme_ink_on(uint32_t background)
{
    const uint32_t black = 0x000000FF, white = 0xFFFFFFFF;
    return sv_contrast(black, background) >= sv_contrast(white, background) ? black : white;
}
