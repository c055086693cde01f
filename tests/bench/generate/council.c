/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The council and the town hall: groups and their members, mayor, aldermen and officials.
 */
#include "generate.h"

#include <stdio.h>
#include <string.h>

static const char *const group_names[MOST_GROUPS] = {"%s Lokaal",           "Sociaal %s",    "Liberalen %s", "Groen & Water",
                                                     "Christelijk Verbond", "Ouderenbelang", "Dorpen Samen", "Jong %s",
                                                     "Burgers Eerst",       "Lijst Vooruit"};

static const char *const portfolios[PORTFOLIOS] = {"sociaal domein",   "financiën",    "wonen",  "economie",
                                                   "sport en cultuur", "duurzaamheid", "verkeer"};

void group_name(const municipality *t, uint32_t group, char name[NAME_SIZE])
{
    filled(name, group_names[group], t->town);
}

/* Someone in office; only those who sit for a party belong to its group. */
static void politician_write(generator *g, char id[ID_SIZE], const char *kind, const char *role, const char *party, int power)
{
    bool sits = strcmp(kind, "raadslid") == 0 || strcmp(kind, "burgerraadslid") == 0;
    actor_row row = {.kind = kind, .role = role, .group = sits ? party : NULL, .party = party, .visibility = "openbaar"};
    row.sector = sits ? "politiek" : "gemeente";
    ratings_draw(g, &row, power, 0);
    person_write(g, id, &row);
}

/* Someone in office knows a resident, more often a key person. */
static void resident_known(generator *g, const char *id, const char *kind)
{
    char other[ID_SIZE];
    id_of(other, 'p', random_low(g, g->town.civic));
    tie_write(g, id, other, kind, 1 + random_below(g, 3));
}

/* The members of one group: the chair first, whom the others work with. Gives back the chair's id. */
static void group_write(generator *g, uint32_t group, char chair[ID_SIZE])
{
    const municipality *t = &g->town;
    char name[NAME_SIZE], id[ID_SIZE];
    group_name(t, group, name);
    for (uint32_t i = 0; i < t->group_seats[group]; i++) {
        politician_write(g, id, "raadslid", i == 0 ? "fractievoorzitter" : "raadslid", name, i == 0 ? 3 : 2);
        if (i == 0)
            memcpy(chair, id, ID_SIZE);
        else
            tie_write(g, chair, id, "werkt_samen", 3);
        if (i == 0 || random_chance(g, 60))
            resident_known(g, id, "kent");
        position_write(g, id, t->group_position[group], true);
        if (g->opt.format == FORMAT_CSV)
            put(&g->memberships, "%s;gemeenteraad;raadslid;openbaar\r\n", id);
    }
}

static void council_write(generator *g, char chairs[MOST_GROUPS][ID_SIZE])
{
    const municipality *t = &g->town;
    for (uint32_t i = 0; i < t->groups; i++)
        group_write(g, i, chairs[i]);
    for (uint32_t i = 1; i < t->groups; i++)
        for (uint32_t j = 0; j < i; j++)
            if ((t->coalition[i] && t->coalition[j]) || j + 1 == i || random_chance(g, 15))
                tie_write(g, chairs[i], chairs[j], t->coalition[i] == t->coalition[j] ? "werkt_samen" : "kent", 2);
    for (uint32_t i = 0; i < t->committee; i++) {
        char id[ID_SIZE], name[NAME_SIZE];
        group_name(t, i, name);
        politician_write(g, id, "burgerraadslid", "burgerraadslid", name, 1);
        tie_write(g, chairs[i], id, "werkt_samen", 3);
        resident_known(g, id, "kent");
    }
}

/* The aldermen, each of a coalition group, tied to its chair and to the mayor. */
static void aldermen_write(generator *g, char chairs[MOST_GROUPS][ID_SIZE], const char *mayor, char aldermen[][ID_SIZE])
{
    const municipality *t = &g->town;
    uint32_t group = 0;
    for (uint32_t i = 0; i < t->aldermen; i++) {
        char name[NAME_SIZE], role[NAME_SIZE];
        while (!t->coalition[group])
            group = (group + 1) % t->groups;
        group_name(t, group, name);
        snprintf(role, sizeof(role), "wethouder %s", portfolios[i]);
        politician_write(g, aldermen[i], "wethouder", role, name, 4);
        tie_write(g, aldermen[i], chairs[group], "werkt_samen", 4);
        tie_write(g, mayor, aldermen[i], "werkt_samen", 3);
        position_write(g, aldermen[i], t->group_position[group], true);
        group = (group + 1) % t->groups;
    }
}

static void town_hall_write(generator *g, char chairs[MOST_GROUPS][ID_SIZE])
{
    const municipality *t = &g->town;
    char mayor[ID_SIZE], secretary[ID_SIZE], clerk[ID_SIZE], official[ID_SIZE], aldermen[PORTFOLIOS][ID_SIZE];
    politician_write(g, mayor, "burgemeester", "burgemeester", NULL, 4);
    politician_write(g, secretary, "gemeentesecretaris", "gemeentesecretaris", NULL, 3);
    politician_write(g, clerk, "griffier", "griffier", NULL, 1);
    tie_write(g, mayor, secretary, "werkt_samen", 4);
    tie_write(g, clerk, mayor, "werkt_samen", 3);
    aldermen_write(g, chairs, mayor, aldermen);
    for (uint32_t i = 0; i < t->officials; i++) {
        char role[NAME_SIZE];
        snprintf(role, sizeof(role), "beleidsadviseur %s", portfolios[i % t->aldermen]);
        politician_write(g, official, "ambtenaar", role, NULL, 2);
        tie_write(g, official, aldermen[i % t->aldermen], "adviseert", 3);
        tie_write(g, official, secretary, "rapporteert", 2);
        resident_known(g, official, "informeert");
        if (random_chance(g, 50))
            position_write(g, official, 0, false);
    }
}

void politics_write(generator *g)
{
    char chairs[MOST_GROUPS][ID_SIZE];
    council_write(g, chairs);
    town_hall_write(g, chairs);
}
