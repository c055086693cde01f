/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The example map that `new` writes: each sheet with every column filled once, so that a new user sees what
 * belongs where. Everyone in it is invented; the rows refer to each other and pass the check.
 */
#include <speelveld/format.h>

#include "../model/table.h"

/* One cell; rows of a sheet are numbered from 0. A text that is the same in both languages stands once. */
typedef struct example_cell {
    sv_sheet sheet;
    size_t row, column;
    const char *nl, *en;
} example_cell;

/* clang-format off */
static const example_cell cells[] = {
    {SV_ABOUT, 0, SV_ABOUT_TITLE, "Mijn speelveld", "My playing field"},
    {SV_ABOUT, 0, SV_ABOUT_MUNICIPALITY, "Voorbeeldstad", "Exampleton"},
    {SV_ABOUT, 0, SV_ABOUT_SOURCE, "eigen gesprekken en openbare stukken", "own conversations and public documents"},
    {SV_ABOUT, 0, SV_ABOUT_DATE, "2026-09-01", NULL},
    {SV_ABOUT, 0, SV_ABOUT_NOTE, "Voorbeeld: vervang alle rijen door uw eigen gegevens.", "Example: replace every row by your own."},

    {SV_ACTORS, 0, SV_ACTOR_ID, "noor", NULL},
    {SV_ACTORS, 0, SV_ACTOR_NAME, "Noor Voorbeeld", "Noor Voorbeeld"},
    {SV_ACTORS, 0, SV_ACTOR_KIND, "professional", NULL},
    {SV_ACTORS, 0, SV_ACTOR_OWN, "ja", "yes"},
    {SV_ACTORS, 0, SV_ACTOR_ORGANISATION, "Welzijn Voorbeeldstad", "Welfare Exampleton"},
    {SV_ACTORS, 0, SV_ACTOR_ROLE, "opbouwwerker", "community worker"},
    {SV_ACTORS, 1, SV_ACTOR_ID, "samen-sterk", NULL},
    {SV_ACTORS, 1, SV_ACTOR_NAME, "Bondgenootschap Samen Sterk", "Alliance Stronger Together"},
    {SV_ACTORS, 1, SV_ACTOR_KIND, "bondgenootschap", "alliance"},
    {SV_ACTORS, 2, SV_ACTOR_ID, "ali", NULL},
    {SV_ACTORS, 2, SV_ACTOR_NAME, "Ali Verzonnen", NULL},
    {SV_ACTORS, 2, SV_ACTOR_KIND, "raadslid", "council member"},
    {SV_ACTORS, 2, SV_ACTOR_OWN, "nee", "no"},
    {SV_ACTORS, 2, SV_ACTOR_ORGANISATION, "gemeenteraad", "city council"},
    {SV_ACTORS, 2, SV_ACTOR_ROLE, "woordvoerder zorg", "spokesperson for care"},
    {SV_ACTORS, 2, SV_ACTOR_GROUP, "Lokaal Samen", NULL},
    {SV_ACTORS, 2, SV_ACTOR_PARTY, "Lokaal Samen", NULL},
    {SV_ACTORS, 2, SV_ACTOR_THEMES, "zorg|armoede", "care|poverty"},
    {SV_ACTORS, 2, SV_ACTOR_NEIGHBOURHOOD, "Centrum", "Centre"},
    {SV_ACTORS, 2, SV_ACTOR_SECTOR, "politiek", "politics"},
    {SV_ACTORS, 2, SV_ACTOR_LIFE_DOMAIN, "gezondheid", "health"},
    {SV_ACTORS, 2, SV_ACTOR_POWER, "3", NULL},
    {SV_ACTORS, 2, SV_ACTOR_INTEREST, "2", NULL},
    {SV_ACTORS, 2, SV_ACTOR_URGENCY, "1", NULL},
    {SV_ACTORS, 2, SV_ACTOR_LEGITIMACY, "4", NULL},
    {SV_ACTORS, 2, SV_ACTOR_TRUST, "2", NULL},
    {SV_ACTORS, 2, SV_ACTOR_INVOLVEMENT, "meeweten", "co_know"},
    {SV_ACTORS, 2, SV_ACTOR_DESIRED, "meebeslissen", "co_decide"},
    {SV_ACTORS, 2, SV_ACTOR_OFFERS, "kan vragen stellen in de raad", "can ask questions in the council"},
    {SV_ACTORS, 2, SV_ACTOR_SEEKS, "verhalen uit de wijk", "stories from the neighbourhood"},
    {SV_ACTORS, 2, SV_ACTOR_VISIBILITY, "openbaar", "public"},
    {SV_ACTORS, 2, SV_ACTOR_SOURCE, "website van de gemeente", "the municipality's website"},
    {SV_ACTORS, 2, SV_ACTOR_LEGAL_BASIS, "openbare functie", "public office"},
    {SV_ACTORS, 2, SV_ACTOR_UPDATED, "2026-09-01", NULL},
    {SV_ACTORS, 2, SV_ACTOR_KEEP_UNTIL, "2027-09-01", NULL},
    {SV_ACTORS, 2, SV_ACTOR_NOTE, "leest mail liever 's avonds", "prefers to read mail in the evening"},
    {SV_ACTORS, 2, SV_ACTOR_X, "420", NULL},
    {SV_ACTORS, 2, SV_ACTOR_Y, "300", NULL},

    {SV_ACTORS, 3, SV_ACTOR_ID, "gemeente", NULL},
    {SV_ACTORS, 3, SV_ACTOR_NAME, "Gemeente Voorbeeldstad", "Municipality of Exampleton"},
    {SV_ACTORS, 3, SV_ACTOR_KIND, "gemeente", "municipality"},
    {SV_ACTORS, 4, SV_ACTOR_ID, "welzijn", NULL},
    {SV_ACTORS, 4, SV_ACTOR_NAME, "Welzijn Voorbeeldstad", "Welfare Exampleton"},
    {SV_ACTORS, 4, SV_ACTOR_KIND, "welzijn", "welfare"},

    {SV_TIES, 0, SV_TIE_FROM, "noor", NULL},
    {SV_TIES, 0, SV_TIE_TO, "ali", NULL},
    {SV_TIES, 0, SV_TIE_KIND, "kent", "knows"},
    {SV_TIES, 0, SV_TIE_STRENGTH, "2", NULL},
    {SV_TIES, 0, SV_TIE_DIRECTION, "beide", "both"},
    {SV_TIES, 0, SV_TIE_SINCE, "2025-03-15", NULL},
    {SV_TIES, 0, SV_TIE_INFORMANT, "noor", NULL},
    {SV_TIES, 0, SV_TIE_CERTAINTY, "0.9", NULL},
    {SV_TIES, 0, SV_TIE_VISIBILITY, "team", NULL},
    {SV_TIES, 0, SV_TIE_SOURCE, "eigen contact", "own contact"},
    {SV_TIES, 0, SV_TIE_NOTE, "samen in de wijkschouw gelopen", "walked the neighbourhood together"},

    {SV_TIES, 1, SV_TIE_FROM, "gemeente", NULL},
    {SV_TIES, 1, SV_TIE_TO, "welzijn", NULL},
    {SV_TIES, 1, SV_TIE_KIND, "financiert", "funds"},
    {SV_TIES, 1, SV_TIE_AMOUNT, "40000", NULL},
    {SV_TIES, 2, SV_TIE_FROM, "welzijn", NULL},
    {SV_TIES, 2, SV_TIE_TO, "ali", NULL},
    {SV_TIES, 2, SV_TIE_KIND, "mag_niet", "may_not_contact"},
    {SV_TIES, 2, SV_TIE_EXCEPT, "noor", NULL},

    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_WHO, "noor", NULL},
    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_OF, "samen-sterk", NULL},
    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_ROLE, "trekker", "leader"},
    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_SINCE, "2026-01-01", NULL},
    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_VISIBILITY, "team", NULL},
    {SV_MEMBERSHIPS, 0, SV_MEMBERSHIP_SOURCE, "verslag oprichting", "minutes of the founding"},

    {SV_ISSUES, 0, SV_ISSUE_ID, "buurthuis", NULL},
    {SV_ISSUES, 0, SV_ISSUE_TITLE, "Het buurthuis blijft open", "The community centre stays open"},
    {SV_ISSUES, 0, SV_ISSUE_MESSAGE, "Wie elkaar ontmoet, vraagt minder zorg.", "People who meet need less care."},
    {SV_ISSUES, 0, SV_ISSUE_ASK, "Neem het buurthuis op in de begroting.", "Put the centre in the budget."},
    {SV_ISSUES, 0, SV_ISSUE_GOAL, "vier jaar zekerheid", "four years of certainty"},
    {SV_ISSUES, 0, SV_ISSUE_THEMES, "zorg|ontmoeten", "care|meeting"},
    {SV_ISSUES, 0, SV_ISSUE_COMPETENT, "raad", "council"},
    {SV_ISSUES, 0, SV_ISSUE_INSTRUMENT, "amendement", "amendment"},
    {SV_ISSUES, 0, SV_ISSUE_DECISION_DATE, "2026-11-12", NULL},
    {SV_ISSUES, 0, SV_ISSUE_VISIBILITY, "openbaar", "public"},

    {SV_POSITIONS, 0, SV_POSITION_ACTOR, "ali", NULL},
    {SV_POSITIONS, 0, SV_POSITION_ISSUE, "buurthuis", NULL},
    {SV_POSITIONS, 0, SV_POSITION_VALUE, "voor", "for"},
    {SV_POSITIONS, 0, SV_POSITION_SALIENCE, "2", NULL},
    {SV_POSITIONS, 0, SV_POSITION_GAINS, "een zichtbaar resultaat in de wijk", "a visible result in the neighbourhood"},
    {SV_POSITIONS, 0, SV_POSITION_OBJECTION, "de kosten op langere termijn", "the cost in the long run"},
    {SV_POSITIONS, 0, SV_POSITION_CERTAINTY, "0.8", NULL},
    {SV_POSITIONS, 0, SV_POSITION_DATE, "2026-08-20", NULL},
    {SV_POSITIONS, 0, SV_POSITION_INFORMANT, "noor", NULL},
    {SV_POSITIONS, 0, SV_POSITION_VISIBILITY, "team", NULL},
    {SV_POSITIONS, 0, SV_POSITION_SOURCE, "gesprek 20 augustus", "conversation of 20 August"},
    {SV_POSITIONS, 0, SV_POSITION_LEGAL_BASIS, "openbare functie", "public office"},

    {SV_GROUPS, 0, SV_GROUP_NAME, "Lokaal Samen", NULL},
    {SV_GROUPS, 0, SV_GROUP_PARTY, "Lokaal Samen", NULL},
    {SV_GROUPS, 0, SV_GROUP_SEATS, "5", NULL},
    {SV_GROUPS, 0, SV_GROUP_COALITION, "ja", "yes"},
    {SV_GROUPS, 0, SV_GROUP_DISCIPLINE, "0.95", NULL},
    {SV_GROUPS, 0, SV_GROUP_SPOKESPERSONS, "zorg:ali", "care:ali"},
    {SV_GROUPS, 0, SV_GROUP_VISIBILITY, "openbaar", "public"},

    {SV_SIGNALS, 0, SV_SIGNAL_DATE, "2026-06-10", NULL},
    {SV_SIGNALS, 0, SV_SIGNAL_THEME, "ontmoeten", "meeting"},
    {SV_SIGNALS, 0, SV_SIGNAL_NEIGHBOURHOOD, "Centrum", "Centre"},
    {SV_SIGNALS, 0, SV_SIGNAL_LIFE_DOMAIN, "sociaal netwerk", "social network"},
    {SV_SIGNALS, 0, SV_SIGNAL_COUNT, "7", NULL},
    {SV_SIGNALS, 0, SV_SIGNAL_DESCRIPTION, "ouderen staan om vijf uur voor een dichte deur", "older people find the door closed at five"},
    {SV_SIGNALS, 0, SV_SIGNAL_POLICY, "openingstijden in de subsidieregeling", "opening hours in the grant scheme"},
    {SV_SIGNALS, 0, SV_SIGNAL_CONSEQUENCE, "eenzaamheid", "loneliness"},
    {SV_SIGNALS, 0, SV_SIGNAL_EVIDENCE, "turflijst van juni", "tally of June"},
    {SV_SIGNALS, 0, SV_SIGNAL_ISSUE, "buurthuis", NULL},
    {SV_SIGNALS, 0, SV_SIGNAL_SOURCE, "inloopspreekuur", "drop-in hour"},
    {SV_SIGNALS, 0, SV_SIGNAL_VISIBILITY, "team", NULL},

    {SV_EVENTS, 0, SV_EVENT_DATE, "2026-10-08", NULL},
    {SV_EVENTS, 0, SV_EVENT_TIME, "19:30", NULL},
    {SV_EVENTS, 0, SV_EVENT_TITLE, "Commissie Samenleving", "Committee on Society"},
    {SV_EVENTS, 0, SV_EVENT_KIND, "commissie", "committee"},
    {SV_EVENTS, 0, SV_EVENT_PHASE, "oordeelsvormend", "opinion_forming"},
    {SV_EVENTS, 0, SV_EVENT_SPEAK_BY, "2026-10-07", NULL},
    {SV_EVENTS, 0, SV_EVENT_PLACE, "gemeentehuis", "town hall"},
    {SV_EVENTS, 0, SV_EVENT_ISSUE, "buurthuis", NULL},
    {SV_EVENTS, 0, SV_EVENT_ATTENDEES, "ali", NULL},
    {SV_EVENTS, 0, SV_EVENT_VISIBILITY, "openbaar", "public"},

    {SV_CONTACTS, 0, SV_CONTACT_DATE, "2026-08-20", NULL},
    {SV_CONTACTS, 0, SV_CONTACT_ACTOR, "ali", NULL},
    {SV_CONTACTS, 0, SV_CONTACT_BY, "noor", NULL},
    {SV_CONTACTS, 0, SV_CONTACT_HOW, "kop koffie", "cup of coffee"},
    {SV_CONTACTS, 0, SV_CONTACT_OUTCOME, "wil een werkbezoek", "wants to visit"},
    {SV_CONTACTS, 0, SV_CONTACT_NEXT_STEP, "datum prikken", "set a date"},
    {SV_CONTACTS, 0, SV_CONTACT_DUE, "2026-09-15", NULL},
    {SV_CONTACTS, 0, SV_CONTACT_VISIBILITY, "team", NULL},
};
/* clang-format on */

/* Every known column gets its header in the language, so that the sheet shows what may be filled in. */
static bool name_columns(sv_map *map, sv_sheet sheet, sv_language language)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    if (!sv_table_name(map, sheet, "", language == SV_DUTCH ? about->nl : about->en))
        return false;
    for (size_t column = 0; column < about->n_columns; column++)
        if (sv_table_column(map, sheet, language == SV_DUTCH ? about->columns[column].nl : about->columns[column].en) == SIZE_MAX)
            return false;
    return true;
}

static bool put(sv_map *map, const example_cell *cell, sv_language language)
{
    const char *text = language == SV_DUTCH || !cell->en ? cell->nl : cell->en;
    while (sv_map_rows(map, cell->sheet) <= cell->row)
        if (sv_table_row(map, cell->sheet, NULL, sv_map_rows(map, cell->sheet) + 2) == SV_NO_ROW)
            return false;
    return sv_table_put(map, cell->sheet, cell->row, cell->column, text, NULL);
}

sv_status sv_map_example(sv_language language, sv_map **result, sv_error *error)
{
    sv_map *map = sv_map_new();
    sv_status status = SV_OK;
    bool done = map != NULL;
    for (int sheet = 0; done && sheet < SV_SHEETS; sheet++)
        done = name_columns(map, (sv_sheet)sheet, language);
    for (size_t i = 0; done && i < sizeof cells / sizeof *cells; i++)
        done = put(map, &cells[i], language);
    status = done ? sv_map_check(map, NULL, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status != SV_OK) {
        sv_map_free(map);
        map = NULL;
    }
    *result = map;
    return status;
}
