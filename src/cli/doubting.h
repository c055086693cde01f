/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far a ranking can be relied on: worked out where that costs little, or is asked for. */
#ifndef SV_CLI_DOUBTING_H
#define SV_CLI_DOUBTING_H

#include "session.h"

#define CLI_SENSITIVITY_OPTIONS                                                                                                            \
    {"sensitivity", 0, NULL, SV_TR("say how firm the ranking is, also where actors x ties x draws is over 20,000,000")},                   \
        {"draws", 0, SV_TR("N"), SV_TR("by so many draws (default 1000); 0 for none")},                                                    \
    {                                                                                                                                      \
        "missing", 0, SV_TR("SHARE"), SV_TR("so many ties that nobody saw, for each on the map (default 0.05); 0 for none")                \
    }

/* Fills *found and the report's options with it, or with why it is left out. The caller clears *found either way. */
sv_status cli_sensitivity(const cli_call *call, const sv_network *network, sv_report_options *options, sv_sensitivity *found,
                          sv_error *error);
/* Say on standard error that it was left out, when it was. */
void cli_say_left_out(const cli_call *call, const sv_report_options *options);

#endif
