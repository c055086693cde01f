/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Speech: see speech.h. */
#include "speech.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../base/language.h"

/* A whole number with its thousands parted: "1998 actors" would read as a year. */
static void write_whole(long long number, char separator, char *out, size_t size)
{
    char digits[24];
    size_t n = (size_t)snprintf(digits, sizeof digits, "%lld", number), at = 0;
    for (size_t i = 0; i < n && at + 2 < size; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            out[at++] = separator;
        out[at++] = digits[i];
    }
    out[at] = '\0';
}

const char *sv_speech_number(double number, sv_language language, char buffer[32])
{
    int decimals = fabs(number) >= 99.95 ? 0 : fabs(number) >= 9.995 ? 1 : 2;
    long long power = decimals == 2 ? 100 : decimals == 1 ? 10 : 1, scaled;
    if (isnan(number) || fabs(number) > 1e15) {
        snprintf(buffer, 32, "–");
        return buffer;
    }
    scaled = llround(fabs(number) * (double)power);
    snprintf(buffer, 32, "%s", number < 0 && scaled ? "−" : "");
    write_whole(scaled / power, language == SV_DUTCH ? '.' : ',', buffer + strlen(buffer), 32 - strlen(buffer));
    for (; scaled % power && scaled % 10 == 0; scaled /= 10, power /= 10)
        decimals--;
    if (scaled % power) {
        size_t n = strlen(buffer);
        snprintf(buffer + n, 32 - n, "%c%0*lld", language == SV_DUTCH ? ',' : '.', decimals, scaled % power);
    }
    return buffer;
}

const char *sv_speech_date(int date, sv_language language, char buffer[40])
{
    static const char *const months[] = {SV_TR("January"),   SV_TR("February"), SV_TR("March"),    SV_TR("April"),
                                         SV_TR("May"),       SV_TR("June"),     SV_TR("July"),     SV_TR("August"),
                                         SV_TR("September"), SV_TR("October"),  SV_TR("November"), SV_TR("December")};
    int month = date / 100 % 100;
    buffer[0] = '\0';
    if (date > 0 && month >= 1 && month <= 12)
        snprintf(buffer, 40, "%d %s %d", date % 100, sv_translate(language, months[month - 1]), date / 10000);
    return buffer;
}

void sv_speech_fill(sv_text *out, const char *sentence, const char *a, const char *b, const char *c)
{
    for (const char *at = sentence; *at; at++) {
        const char *value = NULL;
        if (at[0] == '{' && at[1] >= 'a' && at[1] <= 'c' && at[2] == '}')
            value = at[1] == 'a' ? a : at[1] == 'b' ? b : c;
        if (value) {
            sv_text_add(out, value);
            at += 2;
        } else {
            sv_text_add_char(out, *at);
        }
    }
}

void sv_speech_capital(sv_text *out, const char *text)
{
    if (*text >= 'a' && *text <= 'z')
        sv_text_add_char(out, (char)(*text++ - 'a' + 'A'));
    sv_text_add(out, text);
}

void sv_speech_join(sv_text *out, const char *separator, const char *part)
{
    if (!*part)
        return;
    if (out->length)
        sv_text_add(out, separator);
    sv_text_add(out, part);
}
