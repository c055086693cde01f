/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kinds of actors and ties: one table each, read by the checks, the network, the views, the formats and the help. */
#include <speelveld/model.h>

#include <math.h>
#include <string.h>

#include "../base/text.h"
#include "words.h"

#define PERSON SV_CLASS_PERSON
#define ORGANISATION SV_CLASS_ORGANISATION
#define ALLIANCE SV_CLASS_ALLIANCE

/* clang-format off */
static const sv_actor_kind actor_kinds[] = {
    /* id, nl, en, also read as, class, political, container */
    {"actor", "actor", "actor", "", SV_CLASS_UNKNOWN, false, false},
    {"person", "persoon", "person", "mens", PERSON, false, false},
    {"resident", "bewoner", "resident", "inwoner|buurtbewoner|citizen", PERSON, false, false},
    {"volunteer", "vrijwilliger", "volunteer", "", PERSON, false, false},
    {"professional", "professional", "professional", "beroepskracht|opbouwwerker|sociaal werker", PERSON, false, false},
    {"council_member", "raadslid", "council member", "gemeenteraadslid|fractievoorzitter|councillor", PERSON, true, false},
    {"committee_member", "burgerraadslid", "committee member", "commissielid|steunfractielid|fractievolger|schaduwraadslid|duoraadslid", PERSON, true, false},
    {"alderman", "wethouder", "alderman", "locoburgemeester", PERSON, true, false},
    {"mayor", "burgemeester", "mayor", "", PERSON, true, false},
    {"official", "ambtenaar", "official", "beleidsmedewerker|beleidsambtenaar|beleidsadviseur|civil servant", PERSON, true, false},
    {"secretary", "gemeentesecretaris", "municipal secretary", "secretaris|secretary", PERSON, true, false},
    {"clerk", "griffier", "clerk", "raadsgriffier|griffie", PERSON, true, false},
    {"adviser", "raadsadviseur", "council adviser", "adviseur|adviser|advisor", PERSON, true, false},
    {"manager", "manager", "manager", "directeur|bestuurder|teamleider|director", PERSON, false, false},
    {"organisation", "organisatie", "organisation", "instelling|stichting|vereniging|organization", ORGANISATION, false, false},
    {"municipality", "gemeente", "municipality", "", ORGANISATION, true, true},
    {"welfare", "welzijn", "welfare", "welzijnsorganisatie", ORGANISATION, false, false},
    {"care", "zorg", "care", "zorgorganisatie|gezondheidszorg", ORGANISATION, false, false},
    {"education", "onderwijs", "education", "school", ORGANISATION, false, false},
    {"housing", "wonen", "housing", "woningcorporatie|corporatie", ORGANISATION, false, false},
    {"business", "bedrijf", "business", "ondernemer|ondernemers|bedrijven", ORGANISATION, false, false},
    {"media", "media", "media", "krant|omroep|pers", ORGANISATION, false, false},
    {"faith", "geloof", "faith", "kerk|moskee|geloofsgemeenschap|church|mosque|kerk/geloof", ORGANISATION, false, false},
    {"police", "politie", "police", "", ORGANISATION, false, false},
    {"residents_group", "bewonersgroep", "residents' group", "burgerinitiatief|bewonersinitiatief|wijkraad|dorpsraad", ORGANISATION, false, false},
    {"advisory_council", "adviesraad", "advisory council", "cliëntenraad|jongerenraad|seniorenraad", ORGANISATION, false, false},
    {"party", "partij", "party", "politieke partij", ORGANISATION, true, true},
    {"council", "raad", "council", "gemeenteraad|city council", ORGANISATION, true, true},
    {"committee", "commissie", "committee", "raadscommissie|presidium|begeleidingscommissie", ORGANISATION, true, true},
    {"alliance", "bondgenootschap", "alliance", "coalitie|samenwerkingsverband|netwerk", ALLIANCE, false, false},
};

static const sv_tie_kind tie_kinds[] = {
    /* id, nl, en, also read as, directed, in the network, carries a route, sign, default strength */
    {"knows", "kent", "knows", "kennen", false, true, true, 1, 2},
    {"works_with", "werkt_samen", "works with", "werkt samen|werkt samen met|samenwerking", false, true, true, 1, 3},
    {"informs", "informeert", "informs", "", true, true, true, 1, 2},
    {"advises", "adviseert", "advises", "", true, true, true, 1, 2},
    {"influences", "beinvloedt", "influences", "beïnvloedt", true, false, false, 1, NAN},
    {"supports", "steunt", "supports", "", true, true, true, 1, 2},
    {"funds", "financiert", "funds", "subsidieert", true, false, false, 1, NAN},
    {"reports_to", "rapporteert", "reports to", "rapporteert aan", true, true, true, 1, 2},
    {"family", "familie", "family", "familie van|gezin", false, false, true, 1, 3},
    {"opposes", "tegen", "opposes", "is tegen|verzet zich tegen", false, false, false, -1, NAN},
    {"may_not_contact", "mag_niet", "may not contact", "mag niet|mag geen contact", true, false, false, 0, NAN},
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof *(table))

const sv_actor_kind *sv_actor_kinds(size_t *n)
{
    *n = COUNT(actor_kinds);
    return actor_kinds;
}

const sv_tie_kind *sv_tie_kinds(size_t *n)
{
    *n = COUNT(tie_kinds);
    return tie_kinds;
}

const sv_actor_kind *sv_actor_kind_find(const char *word)
{
    if (!*word) /* most often asked, and comparing with every word takes long */
        return NULL;
    for (size_t i = 0; i < COUNT(actor_kinds); i++)
        if (strcmp(word, actor_kinds[i].id) == 0)
            return &actor_kinds[i];
    for (size_t i = 0; i < COUNT(actor_kinds); i++)
        if (sv_text_same(word, actor_kinds[i].id) || sv_text_same(word, actor_kinds[i].nl) || sv_text_same(word, actor_kinds[i].en) ||
            sv_word_among(word, actor_kinds[i].also))
            return &actor_kinds[i];
    return NULL;
}

const sv_tie_kind *sv_tie_kind_find(const char *word)
{
    if (!*word)
        return NULL;
    for (size_t i = 0; i < COUNT(tie_kinds); i++)
        if (strcmp(word, tie_kinds[i].id) == 0)
            return &tie_kinds[i];
    for (size_t i = 0; i < COUNT(tie_kinds); i++)
        if (sv_text_same(word, tie_kinds[i].id) || sv_text_same(word, tie_kinds[i].nl) || sv_word_among(word, tie_kinds[i].also))
            return &tie_kinds[i];
    return NULL;
}
