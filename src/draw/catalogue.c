/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The catalogue of views: the one table that help, menus and tests read. */
#include <string.h>

#include "views.h"

typedef struct catalogue_row {
    sv_compose *compose;
    sv_view_needs *needs;
    sv_view view;
} catalogue_row;

/* clang-format off */
static const catalogue_row rows[] = {
    /* Compose, more scores, {id, names, sentence in English and Dutch, needs an issue, keeps places, judges} */
    {sv_network_view, sv_network_needs, {"network", "network", "netwerk",
     "Who is tied to whom: colour is the position or the sector, size the score, shape the kind, a thick border a bridge.",
     "Wie met wie verbonden is: kleur is het standpunt of de sector, grootte de score, vorm het soort, een dikke rand een brug.",
     false, true, SV_JUDGES_NEVER}},
    {sv_field_view, sv_field_needs, {"field", "force field", "krachtenveld",
     "Who is for and who against, with how much power, and which side weighs more.",
     "Wie voor is en wie tegen, met hoeveel macht, en welke kant zwaarder weegt.",
     true, false, SV_JUDGES_ALWAYS}},
    {sv_grid_view, NULL, {"grid", "power and interest", "macht en belang",
     "Who has power and who has an interest, in four parts with what to do in each; marks show who is urgent and who is legitimate.",
     "Wie macht heeft en wie belang, in vier vakken met wat daar te doen is; tekens laten zien wie haast heeft en wie recht van spreken.",
     false, false, SV_JUDGES_NEVER}},
    {sv_rings_view, NULL, {"rings", "rings of influence", "ringen van invloed",
     "Who co-decides, works along, thinks along or is kept informed, in rings by sector; --role says which role, --phase of which phase.",
     "Wie meebeslist, meewerkt, meedenkt of meeweet, in ringen per sector; --role zegt welke rol, --phase van welke fase.",
     false, false, SV_JUDGES_NEVER}},
    {sv_colours_view, NULL, {"colours", "colours ABC", "kleuren ABC",
     "A letter for power and a colour for the side: A decides, B counts, C hardly; green with us, orange to be won, red against, black unknown.",
     "Een letter voor macht en een kleur voor de kant: A beslist, B telt mee, C amper; groen met ons, oranje te winnen, rood tegen, zwart onbekend.",
     true, false, SV_JUDGES_ALWAYS}},
    {sv_trust_view, NULL, {"trust", "agreement and trust", "belangen en vertrouwen",
     "Who is with us on the issue and whom we trust: friends, coalition partners, opponents and adversaries, with what to do with each.",
     "Wie het met ons eens is en wie we vertrouwen: vrienden, coalitiegenoten, tegenspelers en tegenstanders, met wat te doen.",
     true, false, SV_JUDGES_ALWAYS}},
    {sv_spectrum_view, NULL, {"spectrum", "spectrum of allies", "spectrum van bondgenoten",
     "Who is on which side and whether they speak out: five wedges, from active allies to active opponents.",
     "Wie aan welke kant staat en of zij zich uitspreken: vijf punten, van actieve bondgenoten tot actieve tegenstanders.",
     true, false, SV_JUDGES_ALWAYS}},
    {sv_council_view, NULL, {"council", "council chamber", "raadszaal",
     "The council chamber: who is in favour, against or undecided, and where a majority begins; or who sits in which group.",
     "De raadszaal: wie voor is, tegen, of nog twijfelt, en waar een meerderheid begint; of wie in welke fractie zit.",
     false, false, SV_JUDGES_ON_ISSUE}},
    {sv_alliances_view, NULL, {"alliances", "alliances", "bondgenootschappen",
     "Alliances with their members: who joins two or more stands between them, and a mark says who knows a council member.",
     "Bondgenootschappen met hun leden: wie in twee of meer zit, staat ertussen, en een teken zegt wie een raadslid kent.",
     false, false, SV_JUDGES_NEVER}},
    {sv_route_view, NULL, {"route", "route", "route",
     "The way from us to somebody (--to): who introduces whom, when they last spoke, and what is forbidden.",
     "De weg van ons naar iemand (--to): wie wie voorstelt, wanneer ze elkaar het laatst spraken, en wat niet mag.",
     false, false, SV_JUDGES_NEVER}},
    {sv_money_view, NULL, {"money", "money", "geld",
     "Who pays whom: the thicker the line, the more; with the share of each in what a receiver gets, and who depends on whom.",
     "Wie wie betaalt: hoe dikker de lijn, hoe meer; met het deel van ieder in wat een ontvanger krijgt, en wie van wie afhangt.",
     false, false, SV_JUDGES_NEVER}},
    {sv_signals_view, NULL, {"signals", "signals", "signalen",
     "How often each theme was heard in each neighbourhood, and what comes back.",
     "Hoe vaak elk thema in elke wijk te horen was, en wat terugkomt.",
     false, false, SV_JUDGES_NEVER}},
    {sv_change_view, NULL, {"change", "change", "verandering",
     "Before and after: who came, went or moved since the map given with --before; who was there stands where it stood.",
     "Eerst en nu: wie kwam, wie ging en wie van standpunt veranderde sinds de kaart van --before; wie er al was, staat waar die stond.",
     false, true, SV_JUDGES_ON_ISSUE}},
};
/* clang-format on */

size_t sv_view_count(void)
{
    return sizeof rows / sizeof *rows;
}

const sv_view *sv_view_get(size_t view)
{
    return &rows[view].view;
}

size_t sv_view_find(const char *id)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].view.id, id) == 0)
            return i;
    return SIZE_MAX;
}

bool sv_view_judges(size_t view, size_t issue)
{
    sv_judging judges = rows[view].view.judges;
    return judges == SV_JUDGES_ALWAYS || (judges == SV_JUDGES_ON_ISSUE && issue != SV_NO_ROW);
}

sv_compose *sv_view_compose(size_t view)
{
    return rows[view].compose;
}

sv_view_needs *sv_view_more(size_t view)
{
    return rows[view].needs;
}
