/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When it is not for the council to decide: who does, and what a council can do then. */
#include <string.h>

#include "../base/language.h"
#include "majority_parts.h"

/* Who decides, and in lines what the council can do about it. */
static const struct {
    const char *competent, *who;
    const char *means[4];
} deciders[] = {
    {"college",
     SV_TR("On “{issue}” the executive decides, not the council. Counting seats says nothing here. What the council can do:"),
     {SV_TR("The budget: the council decides how much money there is (Gemeentewet, article 189)."),
      SV_TR("A motion: the council says what it wants. It does not bind the executive, but it does weigh."),
      SV_TR("Questions: every council member can ask them, also in writing, and the executive has to answer (Gemeentewet, article 155)."),
      SV_TR("The frame: in a by-law or a policy document the council sets the limits within which the executive decides (Gemeentewet, "
            "article 147).")}},
    {"mayor",
     SV_TR("On “{issue}” the mayor decides, not the council. Counting seats says nothing here. What the council can do:"),
     {SV_TR("Call to account: the mayor answers to the council for what he or she decided (Gemeentewet, article 180)."),
      SV_TR("A motion: the council says what it wants. It does not bind the mayor, but it does weigh."),
      SV_TR("Questions: every council member can ask them, also in writing, and the mayor has to answer (Gemeentewet, article 155)."),
      SV_TR("The frame: in a by-law the council sets the limits within which the mayor decides (Gemeentewet, article 147).")}},
    {"joint_scheme",
     SV_TR("On “{issue}” a joint body of several municipalities decides, not the council. Counting seats says nothing here. What the "
           "council can do:"),
     {SV_TR("A view on the joint body's budget, before that is adopted (Wet gemeenschappelijke regelingen, article 35)."),
      SV_TR("A motion: the council says what the municipality should bring forward there. It does not bind the joint body, but it does "
            "weigh."),
      SV_TR("Questions: every council member can ask them of the executive, and so of who sits in the joint body (Gemeentewet, article "
            "155)."),
      NULL}},
};

static void say_unknown(answer *to, const char *title)
{
    answer_say(to,
               SV_TR("The map does not say who decides on “{issue}”, so no seats were counted. Write it in the sheet Issues, column "
                     "competent: council, executive, mayor or joint scheme."),
               SAYS(SAY_TEXT("issue", title)));
}

/* The clerk knows the procedure, and is neutral in the matter. */
static void say_clerk(answer *to)
{
    for (size_t i = 0; i < sv_map_rows(to->map, SV_ACTORS); i++)
        if (sv_map_actor(to->map, i)->usable && sv_map_is_kind(to->map, i, "clerk")) {
            answer_say(to, SV_TR("The clerk, {clerk}, can tell you about the procedure."), SAYS(SAY_ACTOR("clerk", to->map, i)));
            return;
        }
    answer_say(to, SV_TR("The council's clerk can tell you about the procedure."), SAYS());
}

void majority_say_not_ours(answer *to, size_t issue, const char *competent)
{
    const char *title = sv_map_cell(to->map, SV_ISSUES, issue, SV_ISSUE_TITLE);
    bool known = false;
    for (size_t i = 0; i < sizeof deciders / sizeof *deciders; i++) {
        if (strcmp(competent, deciders[i].competent) != 0)
            continue;
        known = true;
        answer_say(to, deciders[i].who, SAYS(SAY_TEXT("issue", title)));
        for (size_t k = 0; k < sizeof deciders[i].means / sizeof *deciders[i].means && deciders[i].means[k]; k++)
            answer_item(to, deciders[i].means[k], SAYS());
    }
    if (!known)
        say_unknown(to, title);
    say_clerk(to);
}
