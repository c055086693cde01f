/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A position in words. */
#ifndef SV_REPORT_STANCE_WORDS_H
#define SV_REPORT_STANCE_WORDS_H

/* "strongly in favour" from 3, "in favour" from 1.5, "a little in favour" above 0, "neutral", and so against; to be translated. NaN: "not known". */
const char *stance_word(double stance);

#endif
