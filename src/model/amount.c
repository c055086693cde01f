/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Amounts: thousands parted as the language does, and shares in whole percents. */
#include "amount.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/text.h"

void amount_show_whole(double number, sv_language language, char buffer[64])
{
    char digits[64];
    size_t n, to = 0;
    sv_number_show(number, 0, '.', digits);
    n = strspn(digits, "-");
    if (digits[n + strspn(digits + n, "0123456789")]) { /* not a number, or too large to be written out */
        memcpy(buffer, digits, sizeof digits);
        return;
    }
    for (size_t i = 0; digits[i]; i++) {
        if (i > n && strlen(digits + i) % 3 == 0)
            buffer[to++] = language == SV_DUTCH ? '.' : ',';
        buffer[to++] = digits[i];
    }
    buffer[to] = '\0';
}

void amount_show_euro(double euros, sv_language language, char buffer[64])
{
    char whole[64];
    amount_show_whole(euros, language, whole);
    snprintf(buffer, 64, "€%s%.50s", language == SV_DUTCH ? "\xC2\xA0" : "", whole);
}

void amount_show_share(double share, char buffer[64])
{
    if (isnan(share))
        snprintf(buffer, 64, "–");
    else if (share > 0 && share < 0.005)
        snprintf(buffer, 64, "<1%%");
    else if (share >= 0.995 && share < 1)
        snprintf(buffer, 64, ">99%%");
    else
        snprintf(buffer, 64, "%.0f%%", 100 * share);
}

void amount_show_short(double number, sv_language language, char buffer[64])
{
    char *point;
    sv_number_write(number, buffer);
    point = strchr(buffer, '.');
    if (point && language == SV_DUTCH)
        *point = ',';
    if (!*buffer)
        strcpy(buffer, "–");
}
