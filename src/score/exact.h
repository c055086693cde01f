/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Exact: whole numbers below 2^320, for counting orders: 64! has 296 bits. Held by value, so that no sum can run out
 * of memory. Who calls sees to it that nothing grows larger.
 */
#ifndef SV_SCORE_EXACT_H
#define SV_SCORE_EXACT_H

#include <stdbool.h>
#include <stdint.h>

enum { exact_limbs = 10, exact_digits = 98 }; /* digits: of 2^320 - 1, and the NUL */

typedef struct exact {
    uint32_t limb[exact_limbs]; /* the lowest first */
} exact;

exact exact_factorial(unsigned n);
void exact_multiply(exact *number, uint32_t factor);
/* Rounds down; returns the remainder. */
uint32_t exact_divide(exact *number, uint32_t divisor);
/* sum += number * factor */
void exact_add_product(exact *sum, const exact *number, uint64_t factor);
bool exact_is_zero(const exact *number);
/* The nearest double, to one in its last digit. */
double exact_value(const exact *number);
/* In decimal digits. */
void exact_write(const exact *number, char text[exact_digits]);

#endif
