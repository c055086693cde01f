/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Money and shares as people read them. Buffers of at least 64 bytes; NaN is "–". */
#ifndef SV_MODEL_AMOUNT_H
#define SV_MODEL_AMOUNT_H

#include <speelveld/base.h>

/* A whole number with its thousands parted: "2,840,000", in Dutch "2.840.000". */
void amount_show_whole(double number, sv_language language, char buffer[64]);
/* A number with no more digits than it has: "0.5", in Dutch "0,5". */
void amount_show_short(double number, sv_language language, char buffer[64]);
/* Euros: "€2,840,000", in Dutch "€ 2.840.000" with a space that is never broken. */
void amount_show_euro(double euros, sv_language language, char buffer[64]);
/* A share from 0 to 1: "96%". Never "0%" or "100%" when it is not quite that, but "<1%" and ">99%". */
void amount_show_share(double share, char buffer[64]);

#endif
