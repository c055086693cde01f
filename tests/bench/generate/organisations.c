/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Organisations of the town and of its neighbourhoods, and the alliances between them.
 */
#include "generate.h"

#include <stdio.h>

enum { ALLIANCE_SIZE = 8, ALLIANCE_STEP = 6 };

typedef struct {
    const char *name, *kind, *sector;
} organisation_sort;

/* Organisations of the whole town; %s is the town. */
static const organisation_sort town_organisations[TOWN_ORGANISATIONS] = {
    {"Welzijn %s", "welzijn", "welzijn"},         {"Adviesraad Sociaal Domein %s", "adviesraad", "zorg"},
    {"Woningstichting %s", "wonen", "wonen"},     {"Politie, basisteam %s", "politie", "veiligheid"},
    {"Bibliotheek %s", "onderwijs", "onderwijs"}, {"%s Nieuws", "media", "media"},
    {"Voedselbank %s", "organisatie", "welzijn"}, {"Ondernemersvereniging %s", "bedrijf", "ondernemers"}};

/* Organisations of a neighbourhood; %s is the neighbourhood. */
static const organisation_sort local_organisations[] = {{"Bewonersgroep %s", "bewonersgroep", "bewoners"},
                                                        {"Buurthuis %s", "welzijn", "welzijn"},
                                                        {"Basisschool %s", "onderwijs", "onderwijs"},
                                                        {"Huisartsenpraktijk %s", "zorg", "zorg"},
                                                        {"Wijkraad %s", "bewonersgroep", "bewoners"},
                                                        {"Huurdersvereniging %s", "bewonersgroep", "wonen"},
                                                        {"Thuiszorg %s", "zorg", "zorg"},
                                                        {"Speeltuinvereniging %s", "organisatie", "bewoners"},
                                                        {"Protestantse Gemeente %s", "geloof", "geloof"},
                                                        {"Winkeliersvereniging %s", "bedrijf", "ondernemers"},
                                                        {"Kinderopvang %s", "onderwijs", "onderwijs"},
                                                        {"Sportvereniging %s", "organisatie", "sport"},
                                                        {"Ouderenkring %s", "organisatie", "welzijn"},
                                                        {"Moskeevereniging %s", "geloof", "geloof"},
                                                        {"Buurtmoestuin %s", "organisatie", "bewoners"},
                                                        {"Jongerencentrum %s", "welzijn", "welzijn"},
                                                        {"Repair Café %s", "organisatie", "bewoners"},
                                                        {"Energiecoöperatie %s", "organisatie", "ondernemers"},
                                                        {"Zorgcentrum %s", "zorg", "zorg"},
                                                        {"Muziekvereniging %s", "organisatie", "cultuur"}};

static const char *const alliance_themes[] = {"Bestaanszekerheid", "Open Buurten",       "Gezonde Wijken",  "Goed Wonen",
                                              "Samen Ouder",       "Kansrijk Opgroeien", "Taal voor Allen", "Groene Straten"};

/* Sort and neighbourhood of local organisation `index`: each pair once, and neighbours in number live apart. */
static void organisation_place(const municipality *t, uint32_t index, uint32_t *sort, uint32_t *neighbourhood)
{
    const uint32_t sorts = COUNT(local_organisations);
    *sort = index % sorts;
    *neighbourhood = (index / sorts + *sort) % t->neighbourhoods;
}

/* The resident who is in the chair of an organisation: of its own neighbourhood, the next one for each organisation. */
uint32_t organisation_chair(const municipality *t, uint32_t index)
{
    const uint32_t whole = TOWN_ORGANISATIONS;
    uint32_t sort, neighbourhood;
    if (index < whole)
        return (index + t->civic / 2) % t->civic;
    organisation_place(t, index - whole, &sort, &neighbourhood);
    return neighbourhood + t->neighbourhoods * (index % (t->civic / t->neighbourhoods));
}

/* A random organisation for someone of this neighbourhood, now and then one of the whole town; false if none was found. */
bool organisation_of(generator *g, uint32_t neighbourhood, uint32_t *found)
{
    const municipality *t = &g->town;
    const uint32_t sorts = COUNT(local_organisations), whole = TOWN_ORGANISATIONS;
    if (random_chance(g, 12)) {
        *found = random_below(g, whole);
        return true;
    }
    for (uint32_t tries = 0; tries < 2 * sorts; tries++) {
        uint32_t sort = random_below(g, sorts);
        uint32_t turn = (neighbourhood + t->neighbourhoods - sort % t->neighbourhoods) % t->neighbourhoods;
        uint64_t index = (uint64_t)turn * sorts + sort + whole;
        if (index < t->organisations) {
            *found = (uint32_t)index;
            return true;
        }
    }
    return false;
}

/* Ties an organisation to its chair and, each pair once, to another organisation: near by, or anywhere in the town. */
static void organisation_ties(generator *g, uint32_t index, const char *id, uint32_t neighbourhood)
{
    char other[ID_SIZE];
    uint32_t partner;
    id_of(other, 'p', organisation_chair(&g->town, index));
    membership_write(g, other, id, "voorzitter");
    if (index < TOWN_ORGANISATIONS || random_chance(g, 15))
        partner = random_below(g, g->town.organisations);
    else if (!organisation_of(g, neighbourhood, &partner))
        return;
    if (partner < index) {
        id_of(other, 'o', partner);
        tie_write(g, id, other, "werkt_samen", 2 + random_below(g, 2));
    }
}

void organisation_write(generator *g, uint32_t index)
{
    const municipality *t = &g->town;
    const uint32_t whole = TOWN_ORGANISATIONS;
    char id[ID_SIZE], name[NAME_SIZE], home[NAME_SIZE] = "";
    uint32_t sort, neighbourhood = 0;
    const organisation_sort *what = &town_organisations[index < whole ? index : 0];
    if (index >= whole) {
        organisation_place(t, index - whole, &sort, &neighbourhood);
        what = &local_organisations[sort];
        neighbourhood_name(neighbourhood, home);
    }
    filled(name, what->name, index < whole ? t->town : home);
    id_of(id, 'o', index);
    actor_row row = {.name = name, .kind = what->kind, .neighbourhood = home, .sector = what->sector, .visibility = "openbaar"};
    ratings_draw(g, &row, index < whole ? 3 : 1, index < whole ? 0 : 1);
    actor_write(g, id, &row);
    if (random_chance(g, 60))
        position_write(g, id, 2, false);
    organisation_ties(g, index, id, neighbourhood);
}

/* An alliance takes eight organisations in a row and starts six further than the last, so that two are in both;
 * the key residents of two neighbourhoods join as well. */
void alliance_write(generator *g, uint32_t index)
{
    const municipality *t = &g->town;
    const uint32_t themes = COUNT(alliance_themes);
    char id[ID_SIZE], member[ID_SIZE], name[NAME_SIZE], number[ID_SIZE] = "";
    if (index >= themes)
        snprintf(number, sizeof(number), " %u", (unsigned)(index / themes + 1));
    snprintf(name, sizeof(name), "Netwerk %s %s%s", alliance_themes[index % themes], t->town, number);
    id_of(id, 'b', index);
    actor_row row = {.name = name, .kind = "bondgenootschap", .sector = "welzijn", .visibility = "openbaar"};
    ratings_draw(g, &row, 1, 0);
    actor_write(g, id, &row);
    position_write(g, id, 3, false);
    for (uint32_t i = 0; i < clamp(ALLIANCE_SIZE, 1, t->organisations); i++) {
        id_of(member, 'o', (uint32_t)(((uint64_t)index * ALLIANCE_STEP + i) % t->organisations));
        membership_write(g, member, id, "lid");
    }
    for (uint32_t i = 0; i < 2; i++) {
        id_of(member, 'p', (index + i) % t->neighbourhoods);
        membership_write(g, member, id, i == 0 ? "trekker" : "lid");
    }
}
