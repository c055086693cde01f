/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "stance_words.h"

#include <math.h>

#include "../base/language.h"

const char *stance_word(double stance)
{
    if (isnan(stance))
        return SV_TR("not known");
    if (stance >= 3)
        return SV_TR("strongly in favour");
    if (stance >= 1.5)
        return SV_TR("in favour");
    if (stance > 0)
        return SV_TR("a little in favour");
    if (stance <= -3)
        return SV_TR("strongly against");
    if (stance <= -1.5)
        return SV_TR("against");
    return stance < 0 ? SV_TR("a little against") : SV_TR("neutral");
}
