/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How colours look to others: to colour-blind people and on paper without colour, and how far apart two colours then are. */
#ifndef SV_TEST_COLOUR_VISION_H
#define SV_TEST_COLOUR_VISION_H

#include <stdint.h>

typedef enum vision { VISION_USUAL = 0, VISION_PROTANOPIA, VISION_DEUTERANOPIA, VISION_TRITANOPIA, VISION_GREY, VISIONS } vision;

/* CIE 1976 distance of two colours (0xRRGGBBAA, opaque) as seen: 2.3 is the least that can be noticed, 100 is black against white. */
double seen_apart(uint32_t a, uint32_t b, vision how);
/* Red, green and blue as seen, linear, 0 to 1. */
void seen_as(uint32_t colour, vision how, double rgb[3]);

#endif
