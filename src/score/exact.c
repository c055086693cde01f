/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exact whole numbers, as on paper but in digits of 32 bits. GMP would do it too, but ends the program when memory runs out. */
#include "exact.h"

#include <math.h>
#include <string.h>

exact exact_factorial(unsigned n)
{
    exact product = {{1}};
    for (unsigned i = 2; i <= n; i++)
        exact_multiply(&product, i);
    return product;
}

void exact_multiply(exact *number, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < exact_limbs; i++) {
        carry += (uint64_t)number->limb[i] * factor;
        number->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

uint32_t exact_divide(exact *number, uint32_t divisor)
{
    uint64_t rest = 0;
    for (int i = exact_limbs - 1; i >= 0; i--) {
        rest = rest << 32 | number->limb[i];
        number->limb[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

/* sum += number * factor * 2^(32 * shift) */
static void add_shifted(exact *sum, const exact *number, uint32_t factor, int shift)
{
    uint64_t carry = 0;
    for (int i = 0; i + shift < exact_limbs; i++) {
        carry += (uint64_t)number->limb[i] * factor + sum->limb[i + shift];
        sum->limb[i + shift] = (uint32_t)carry;
        carry >>= 32;
    }
}

void exact_add_product(exact *sum, const exact *number, uint64_t factor)
{
    add_shifted(sum, number, (uint32_t)factor, 0);
    add_shifted(sum, number, (uint32_t)(factor >> 32), 1);
}

bool exact_is_zero(const exact *number)
{
    for (int i = 0; i < exact_limbs; i++)
        if (number->limb[i])
            return false;
    return true;
}

double exact_value(const exact *number)
{
    double value = 0;
    for (int i = 0; i < exact_limbs; i++)
        value += ldexp(number->limb[i], 32 * i);
    return value;
}

void exact_write(const exact *number, char text[exact_digits])
{
    exact left = *number;
    char *at = text + exact_digits - 1;
    *at = '\0';
    do
        *--at = (char)('0' + exact_divide(&left, 10));
    while (!exact_is_zero(&left));
    memmove(text, at, (size_t)(text + exact_digits - at));
}
