/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Chance that repeats: a stream of numbers for every sample, so that it does not matter which thread draws it (Steele, Lea & Flood 2014). */
#ifndef SV_SCORE_CHANCE_H
#define SV_SCORE_CHANCE_H

#include <stdint.h>

typedef struct chance {
    uint64_t state;
} chance;

static inline uint64_t chance_next(chance *from)
{
    uint64_t z = from->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* The stream of one sample: those of different samples have nothing to do with each other. */
static inline chance chance_of(uint64_t sample)
{
    chance seeded = {42 + sample * 0xd1342543de82ef95u};
    return (chance){chance_next(&seeded)};
}

/* A whole number from 0 up to but not including n; a share of 0 up to but not including 1. */
static inline uint32_t chance_below(chance *from, uint32_t n)
{
    return (uint32_t)(chance_next(from) % n);
}

static inline double chance_share(chance *from)
{
    return (double)(chance_next(from) >> 11) * 0x1p-53;
}

#endif
