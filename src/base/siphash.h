/* SPDX-License-Identifier: MIT */
/* SipHash-2-4 (Aumasson & Bernstein 2012): a number from bytes that nobody can foretell without the key. */
#ifndef SV_BASE_SIPHASH_H
#define SV_BASE_SIPHASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct sv_siphash_key {
    uint64_t k0, k1;
} sv_siphash_key;

uint64_t sv_siphash(const sv_siphash_key *key, const void *bytes, size_t n);

#endif
