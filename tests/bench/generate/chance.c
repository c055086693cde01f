/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Chance, in whole numbers only, so that the same seed gives the same map on every machine.
 */
#include "generate.h"

/* splitmix64 (Steele, Lea & Flood 2014). */
uint64_t random_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* A whole number from 0 to count − 1. */
uint32_t random_below(generator *g, uint32_t count)
{
    return (uint32_t)(random_next(&g->random) % count);
}

bool random_chance(generator *g, uint32_t percent)
{
    return random_below(g, 100) < percent;
}

/* As random_below, but low numbers come more often: they become the hubs. */
uint32_t random_low(generator *g, uint32_t count)
{
    uint32_t a = random_below(g, count), b = random_below(g, count);
    return a < b ? a : b;
}

uint32_t clamp(uint32_t value, uint32_t low, uint32_t high)
{
    return value < low ? low : value > high ? high : value;
}
