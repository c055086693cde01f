/* SPDX-License-Identifier: MIT */
/* SipHash-2-4, from the paper: four words of state, two rounds for every eight bytes, four at the end. */
#include "siphash.h"

static uint64_t turn(uint64_t x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

static void rounds(uint64_t v[4], int n)
{
    while (n-- > 0) {
        v[0] += v[1];
        v[1] = turn(v[1], 13) ^ v[0];
        v[0] = turn(v[0], 32);
        v[2] += v[3];
        v[3] = turn(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = turn(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = turn(v[1], 17) ^ v[2];
        v[2] = turn(v[2], 32);
    }
}

/* Up to eight bytes as a number, the first the lowest. */
static uint64_t word_of(const unsigned char *bytes, size_t n)
{
    uint64_t word = 0;
    for (size_t i = 0; i < n; i++)
        word |= (uint64_t)bytes[i] << (8 * i);
    return word;
}

uint64_t sv_siphash(const sv_siphash_key *key, const void *data, size_t n)
{
    uint64_t v[4] = {key->k0 ^ 0x736f6d6570736575, key->k1 ^ 0x646f72616e646f6d, key->k0 ^ 0x6c7967656e657261,
                     key->k1 ^ 0x7465646279746573};
    const unsigned char *bytes = data;
    uint64_t last = (uint64_t)n << 56;
    for (; n >= 8; bytes += 8, n -= 8) {
        uint64_t word = word_of(bytes, 8);
        v[3] ^= word;
        rounds(v, 2);
        v[0] ^= word;
    }
    last |= word_of(bytes, n);
    v[3] ^= last;
    rounds(v, 2);
    v[0] ^= last;
    v[2] ^= 0xFF;
    rounds(v, 4);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}
