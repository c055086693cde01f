/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A municipality: how many of each sort a town of this size has, and what is written of it.
 */
#include "generate.h"

#include <stdio.h>

static const char *const towns[] = {"Rietmeer", "Veldwoude", "Hogeveste", "Merendam", "Lisvoort", "Zilverbeek", "Elzendijk", "Wilgenrade"};

/* Seats by inhabitants, Gemeentewet article 8. */
static uint32_t council_seats(uint32_t inhabitants)
{
    static const uint32_t most[] = {3000,  6000,  10000, 15000, 20000, 25000, 30000,  35000,
                                    40000, 45000, 50000, 60000, 70000, 80000, 100000, 200000};
    static const uint32_t seats[] = {9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 45};
    size_t i = 0;
    while (i < COUNT(most) && inhabitants > most[i])
        i++;
    return seats[i];
}

/* Divides the seats by highest averages (D'Hondt), one to each group first; then forms a coalition with a majority,
 * of the largest group and the smaller ones, without the second. */
static void groups_init(generator *g)
{
    municipality *t = &g->town;
    uint32_t votes[MOST_GROUPS], given = t->groups = clamp(t->seats * 3 / 10, 4, MOST_GROUPS), held = 0;
    for (uint32_t i = 0; i < t->groups; i++) {
        votes[i] = 100000 / (i + 3) + random_below(g, 3000);
        t->group_seats[i] = 1;
        t->group_position[i] = (int)random_below(g, 7) - 3;
    }
    for (; given < t->seats; given++) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < t->groups; i++)
            if ((uint64_t)votes[i] * (t->group_seats[best] + 1) > (uint64_t)votes[best] * (t->group_seats[i] + 1))
                best = i;
        t->group_seats[best]++;
    }
    for (uint32_t i = 0; i < t->groups && 2 * held <= t->seats; i++)
        if (i != 1) {
            t->coalition[i] = true;
            held += t->group_seats[i];
        }
}

static void town_init(generator *g)
{
    municipality *t = &g->town;
    uint32_t n = g->opt.actors;
    t->town = towns[random_below(g, COUNT(towns))];
    t->neighbourhoods = clamp(n / 40, 3, n);
    t->organisations = n / 4;
    t->alliances = clamp(n / 100, 2, 2000);
    t->seats = council_seats(n * 140);
    t->aldermen = clamp(t->seats / 6, 2, PORTFOLIOS);
    t->officials = n < 100 ? 2 : clamp(n / 50, 3, 60);
    t->committee = 2;
    /* Beside these: the municipality, its council, mayor, secretary and clerk. */
    t->civic = n - t->organisations - t->alliances - t->seats - t->aldermen - t->officials - t->committee - 5;
    groups_init(g);
}

static void rules_and_money_write(generator *g)
{
    if (g->opt.format == FORMAT_EDGES)
        return;
    char chair[ID_SIZE];
    id_of(chair, 'p', organisation_chair(&g->town, 0));
    put(&g->ties, "o1;gemeenteraad;mag_niet;;%s;;team\r\n", chair);
    for (uint32_t i = 0; i < clamp(g->town.organisations / 5, 2, 400); i++) {
        char id[ID_SIZE];
        id_of(id, 'o', i * 4 % g->town.organisations);
        put(&g->ties, "gemeente;%s;financiert;;;%u;openbaar\r\n", id, i == 0 ? 1800000U : (5 + random_below(g, 80)) * 1000U);
    }
}

static void small_sheets_write(generator *g)
{
    const municipality *t = &g->town;
    sheet s = {0};
    char name[NAME_SIZE];
    if (g->opt.format == FORMAT_EDGES)
        return;
    snprintf(name, sizeof(name), "%s: buurthuizen open in de avond", t->town);
    map_row_write(g, name, t->town);
    folder_sheet(g, &s, "Vraagstukken", "id;titel;kernboodschap;vraag;bevoegd;instrument;besluitdatum;zichtbaarheid");
    put(&s, "avondopening;Buurthuizen open in de avond;Een open deur om de hoek helpt meer dan een folder.;"
            "Neem beheer in de avond op in de begroting van 2027.;raad;amendement;12-11-2026;openbaar\r\n");
    sheet_close(&s);
    folder_sheet(g, &s, "Fracties", "fractie;partij;zetels;coalitie;discipline;zichtbaarheid");
    for (uint32_t i = 0; i < t->groups; i++) {
        group_name(t, i, name);
        put(&s, "%s;%s;%u;%s;0,9%u;openbaar\r\n", name, name, (unsigned)t->group_seats[i], t->coalition[i] ? "ja" : "nee",
            (unsigned)random_below(g, 9));
    }
    sheet_close(&s);
}

void municipality_write(generator *g)
{
    char name[NAME_SIZE];
    town_init(g);
    snprintf(name, sizeof(name), "Gemeente %s", g->town.town);
    container_write(g, "gemeente", "gemeente", name);
    snprintf(name, sizeof(name), "Gemeenteraad %s", g->town.town);
    container_write(g, "gemeenteraad", "raad", name);
    for (uint32_t i = 0; i < g->town.organisations; i++)
        organisation_write(g, i);
    for (uint32_t i = 0; i < g->town.alliances; i++)
        alliance_write(g, i);
    residents_write(g);
    politics_write(g);
    rules_and_money_write(g);
    small_sheets_write(g);
}
