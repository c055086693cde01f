/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Residents of the neighbourhoods: what they do, whom they know, what they join. Three of them are our own.
 */
#include "generate.h"

#include <stdlib.h>
#include <string.h>

/* What residents do, by how many of them do it. */
typedef struct {
    const char *kind, *role, *sector;
} civic_sort;

static const civic_sort professionals[] = {{"professional", "opbouwwerker", "welzijn"},   {"professional", "wijkverpleegkundige", "zorg"},
                                           {"professional", "sociaal werker", "welzijn"}, {"professional", "leerkracht", "onderwijs"},
                                           {"professional", "huisarts", "zorg"},          {"professional", "wijkagent", "veiligheid"},
                                           {"professional", "jongerenwerker", "welzijn"}, {"professional", "wijkbeheerder", "wonen"}};

static const civic_sort volunteers[] = {{"vrijwilliger", "kookploeg", "bewoners"},    {"vrijwilliger", "taalmaatje", "onderwijs"},
                                        {"vrijwilliger", "buurtvervoer", "zorg"},     {"vrijwilliger", "bezoekdienst", "zorg"},
                                        {"vrijwilliger", "sleutelhouder", "welzijn"}, {"vrijwilliger", "wijkkrant", "media"}};

static const civic_sort residents[] = {{"bewoner", "actieve bewoner", "bewoners"},
                                       {"bewoner", "mantelzorger", "zorg"},
                                       {"bewoner", "huurder", "wonen"},
                                       {"bewoner", "ouder", "onderwijs"},
                                       {"bewoner", "buurtbewoner", "bewoners"},
                                       {"bewoner", "ondernemer in de buurt", "ondernemers"}};

static const char *const social_kinds[] = {"kent", "kent", "kent", "werkt_samen", "werkt_samen", "informeert", "steunt"};

/* Residents take neighbourhoods in turn. The first of each is its key person; these are tied in a tree. Each later one gets a tie to
 * someone who was there already, and often to the one who introduced that person: triangles. */
static void resident_ties(generator *g, uint32_t index, uint32_t *introduced_by)
{
    const uint32_t places = g->town.neighbourhoods;
    char id[ID_SIZE], other[ID_SIZE];
    uint32_t first = index < places ? index / 2 : index % places + places * random_low(g, index / places);
    uint32_t second = introduced_by[first], far = random_low(g, index + 1);
    introduced_by[index] = first;
    id_of(id, 'p', index);
    if (first != index) {
        const char *kind = social_kinds[random_below(g, COUNT(social_kinds))];
        id_of(other, 'p', first);
        tie_write(g, id, other, kind, 1 + random_below(g, 4));
    }
    if (second != first && second != index && random_chance(g, 45)) {
        id_of(other, 'p', second);
        tie_write(g, id, other, "kent", 1 + random_below(g, 3));
    }
    if (far != index && far != first && far != second && random_chance(g, 8)) {
        const char *kind = random_chance(g, 25) ? "tegen" : "kent";
        id_of(other, 'p', far);
        tie_write(g, id, other, kind, 1 + random_below(g, 3));
    }
}

static const civic_sort *resident_sort(generator *g, uint32_t index)
{
    uint32_t draw = random_below(g, 100);
    if (index == g->town.neighbourhoods)
        return &professionals[0];
    if (index < g->town.neighbourhoods ? draw < 60 : draw < 18)
        return &professionals[random_below(g, COUNT(professionals))];
    return draw < 45 ? &volunteers[random_below(g, COUNT(volunteers))] : &residents[random_below(g, COUNT(residents))];
}

/* Most professionals and volunteers, and some residents, join an organisation. */
static void resident_joins(generator *g, const char *id, uint32_t index, const civic_sort *what)
{
    char body[ID_SIZE];
    bool resident = strcmp(what->kind, "bewoner") == 0;
    uint32_t organisation = 0, neighbourhood = index % g->town.neighbourhoods;
    bool employed = index == g->town.neighbourhoods; /* our own community worker, by the welfare organisation o1 */
    if (!employed && (!random_chance(g, resident ? 30 : 85) || !organisation_of(g, neighbourhood, &organisation)))
        return;
    if (organisation_chair(&g->town, organisation) == index)
        return;
    id_of(body, 'o', organisation);
    membership_write(g, id, body, resident ? "lid" : what->role);
}

/* We are three: the first who is not a key person, and the two after. */
static void resident_write(generator *g, uint32_t index, uint32_t *introduced_by)
{
    const uint32_t places = g->town.neighbourhoods;
    const civic_sort *what = resident_sort(g, index);
    bool resident = strcmp(what->kind, "bewoner") == 0, own = index >= places && index < places + 3;
    char id[ID_SIZE], home[NAME_SIZE];
    neighbourhood_name(index % places, home);
    actor_row row = {.kind = what->kind, .role = what->role, .neighbourhood = home, .sector = what->sector, .visibility = "team"};
    row.own = own ? "ja" : NULL;
    ratings_draw(g, &row, 0, resident ? 1 : 2);
    person_write(g, id, &row);
    resident_ties(g, index, introduced_by);
    if (random_chance(g, 30))
        position_write(g, id, (int)random_below(g, 6) - 1, false);
    resident_joins(g, id, index, what);
}

void residents_write(generator *g)
{
    uint32_t *introduced_by = calloc(g->town.civic, sizeof(*introduced_by));
    if (!introduced_by)
        stop(EXIT_SYSTEM, "out of memory");
    for (uint32_t i = 0; i < g->town.civic; i++)
        resident_write(g, i, introduced_by);
    free(introduced_by);
}
