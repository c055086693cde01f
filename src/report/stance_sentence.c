/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where somebody stands and how much they have to say. The lines between the clauses are those of stance_word. */
#include "stance_sentence.h"

#include <math.h>
#include <string.h>

#include "../base/language.h"
#include "stance_words.h"

void stance_add_cell(answer *to, double stance)
{
    const char *word = stance_word(stance);
    char id[40];
    sv_text_fit(id, sizeof id, word);
    for (char *space = id; (space = strchr(space, ' ')) != NULL;)
        *space = '_';
    answer_cell_word(to, id, word);
}

static const char *clause_for(double stance)
{
    if (stance > 0)
        return stance >= 3     ? SV_TR("{who} is strongly in favour ({x} on a scale from -4 to 4)")
               : stance >= 1.5 ? SV_TR("{who} is in favour ({x} on a scale from -4 to 4)")
                               : SV_TR("{who} is a little in favour ({x} on a scale from -4 to 4)");
    if (stance < 0)
        return stance <= -3     ? SV_TR("{who} is strongly against ({x} on a scale from -4 to 4)")
               : stance <= -1.5 ? SV_TR("{who} is against ({x} on a scale from -4 to 4)")
                                : SV_TR("{who} is a little against ({x} on a scale from -4 to 4)");
    return SV_TR("{who} is neutral ({x} on a scale from -4 to 4)");
}

/* One decimal where it says something. */
static int decimals_of(double number)
{
    return fabs(number - round(number)) < .05 ? 0 : 1;
}

static const char *power_words(double power)
{
    if (power < 1.5)
        return SV_TR("has little to say (power {power} of 4)");
    if (power < 2.5)
        return SV_TR("has something to say (power {power} of 4)");
    return power < 3.5 ? SV_TR("has much to say (power {power} of 4)") : SV_TR("has very much to say (power {power} of 4)");
}

void stance_add(const answer *to, size_t actor, double stance, double power, const int *last_contact, sv_text *out)
{
    sv_text parts[3] = {{0}, {0}, {0}};
    size_t n = 0;
    if (isnan(stance))
        answer_fill(to, SV_TR("Where {who} stands is not known."), SAYS(SAY_ACTOR("who", to->map, actor)), out);
    else
        answer_fill(to, clause_for(stance), SAYS(SAY_ACTOR("who", to->map, actor), SAY_NUMBER("x", stance, decimals_of(stance))),
                    &parts[n++]);
    if (!isnan(power))
        answer_fill(to, power_words(power), SAYS(SAY_NUMBER("power", power, decimals_of(power))), &parts[n++]);
    if (last_contact)
        answer_fill(to, *last_contact ? SV_TR("last spoke with you on {day}") : SV_TR("has not spoken with you as far as the map knows"),
                    SAYS(SAY_DATE("day", *last_contact)), &parts[n++]);
    if (n && isnan(stance))
        sv_text_addf(out, " %s ", sv_map_actor(to->map, actor)->name);
    for (size_t i = 0; i < n; i++)
        answer_join(to, out, sv_text_get(&parts[i]), i, n);
    sv_text_add(out, n ? "." : "");
    for (size_t i = 0; i < 3; i++) {
        out->failed |= parts[i].failed;
        sv_text_clear(&parts[i]);
    }
}
