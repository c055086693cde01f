/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Counts for the public, without groups so small that people in them could be found out. */
#ifndef SV_ADVICE_SIGNALS_SMALL_H
#define SV_ADVICE_SIGNALS_SMALL_H

#include <speelveld/advice.h>

/* Make counted and sorted signals what sv_signals_count promises the public. `one_issue`: they are those of one issue. */
void signals_hide_small(sv_signals *signals, bool one_issue);

#endif
