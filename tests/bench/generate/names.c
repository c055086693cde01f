/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Invented names of people, neighbourhoods and towns, put together from lists, each given out once.
 */
#include "generate.h"

#include <stdio.h>
#include <string.h>

static const char *const dutch_first[] = {
    "Anneke",  "Bart",    "Carla",   "Dirk",  "Els",    "Frank",  "Greet",  "Harm",   "Ineke",  "Joost",  "Karin",  "Lars",
    "Marleen", "Niek",    "Olga",    "Pim",   "Renate", "Sjors",  "Tineke", "Ubbo",   "Vera",   "Wietse", "Yvette", "Zeger",
    "Aukje",   "Bouwe",   "Carlijn", "Daan",  "Eefje",  "Fokke",  "Gerda",  "Hylke",  "Iris",   "Jitske", "Koen",   "Lotte",
    "Maarten", "Nynke",   "Onno",    "Petra", "Ruben",  "Saskia", "Teun",   "Ursula", "Victor", "Wendy",  "André",  "Brechtje",
    "Corné",   "Desirée", "Evert",   "Femke", "Gijs",   "Hilde",  "Jurre",  "Mieke"};

static const char *const dutch_last[] = {"van Aalst",     "de Beer",         "Boersma",
                                         "van den Broek", "Coenen",          "van Dalen",
                                         "Dekkers",       "Drost",           "van Eijk",
                                         "Elzinga",       "Feenstra",        "van Gelderen",
                                         "Geurts",        "de Groot",        "Haverman",
                                         "van der Heide", "Hofstra",         "Huisman",
                                         "Idema",         "Jansen-Bos",      "de Jager",
                                         "Kamphuis",      "van Kempen",      "Keizer",
                                         "Kloosterboer",  "Kuipers",         "van der Laan-Prins",
                                         "Lammers",       "van Leeuwen",     "Leenstra",
                                         "Loman",         "van Maanen",      "Meijerink",
                                         "Molenaar",      "Mulderij",        "van Nes",
                                         "Nieuwenhuis",   "Noordhoek",       "Oldenburg",
                                         "van Oosten",    "Overbeek",        "van de Poel",
                                         "Pietersma",     "Polderman",       "Quist",
                                         "van Rhee",      "Reitsma",         "Ridderhof",
                                         "de Roos",       "Schaafsma",       "Schipper",
                                         "van Schaik",    "Slagter",         "Smeets",
                                         "van der Steen", "Stokman",         "Tadema",
                                         "ter Haar",      "Tuinstra",        "van ’t Veer",
                                         "Uitenbroek",    "Veenhof",         "van der Veen-Smit",
                                         "Verbeek",       "Vermaas",         "de Vos",
                                         "Vreugdenhil",   "van de Wal",      "Wagenaar",
                                         "Weststrate",    "van Wieren",      "Wierda",
                                         "Wolthuis",      "op den Kamp",     "in ’t Hout",
                                         "Zijlstra",      "Zandbergen",      "van Zuilen",
                                         "Zwart",         "de Bruin-Postma", "Berends",
                                         "Brinkman",      "Doornbos",        "Engelsman",
                                         "Gerritsma",     "Hazenberg",       "Kooistra",
                                         "Lindhout",      "Middelkoop",      "Nagtegaal",
                                         "Oosterling",    "Paardekooper",    "Rademaker",
                                         "Sterrenburg",   "Terlouw-Vink",    "Uilenberg",
                                         "Vlasblom",      "Wesselink",       "van der Werff",
                                         "Zonneveld"};

static const char *const turkish_first[] = {"Ayşe",    "Burak", "Cem",   "Derya", "Elif",   "Fatih", "Gülsüm", "Hülya",
                                            "İbrahim", "Kemal", "Leyla", "Metin", "Nurcan", "Osman", "Sibel",  "Tuncay"};

static const char *const turkish_last[] = {"Aksoy",  "Bayram", "Çelik",  "Doğan", "Erdem", "Güneş",  "Karaca", "Korkmaz",
                                           "Öztürk", "Polat",  "Şimşek", "Tekin", "Uçar",  "Yalçın", "Yavuz",  "Yıldırım"};

static const char *const moroccan_first[] = {"Abdel",  "Bouchra", "Driss",  "Farida", "Hamza", "Hanane",  "Ilyas", "Jamila",
                                             "Khalid", "Latifa",  "Mourad", "Nadia",  "Omar",  "Rachida", "Saïd",  "Yasmina"};

static const char *const moroccan_last[] = {"Aït Taleb", "Akhrif",      "Belkadi",  "Benhaddou", "Boutaleb", "El Amrani",
                                            "El Fassi",  "El Kaddouri", "Haddaoui", "Idrissi",   "Lamrabet", "Mansouri",
                                            "Ouali",     "Rahmani",     "Tahiri",   "Zerouali"};

static const char *const surinamese_first[] = {"Astrid", "Carmen",  "Clyde", "Dewi",    "Errol",   "Gladys", "Humphrey", "Indra",
                                               "Jules",  "Lucinda", "Mavis", "Orlando", "Patrice", "Radj",   "Shanti",   "Winston"};

static const char *const surinamese_last[] = {"Amatdasim", "Bhagwandin", "Blijd",        "Cairo",       "Doekhi",   "Esajas",
                                              "Fernandes", "Jagroep",    "Kartosen",     "Lo-A-Njoe",   "Mahabier", "Pengel-Vrede",
                                              "Ramsoedh",  "Sabajo",     "Tjon Sie Fat", "Wirjosentono"};

static const char *const polish_first[] = {"Agnieszka", "Bogdan", "Dorota",     "Ewa",   "Grażyna", "Jacek",
                                           "Katarzyna", "Łukasz", "Małgorzata", "Piotr", "Tomasz",  "Zofia"};

static const char *const polish_last[] = {"Adamczyk", "Kubiak",  "Kaczmarek", "Krawczyk", "Mazur",  "Pawlak",
                                          "Sikora",   "Stępień", "Szulc",     "Walczak",  "Wróbel", "Zając"};

static const char *const neighbourhood_first[] = {"Rivier",    "Vogel",  "Molen",    "Linden",   "Oranje", "Bloemen", "Haven", "Water",
                                                  "Schilders", "Park",   "Berken",   "Dichters", "Zonne",  "Wilgen",  "Sluis", "Kasteel",
                                                  "Veen",      "Hoge",   "Stations", "Duin",     "Eiken",  "Kruiden", "Meren", "Wester",
                                                  "Ooster",    "Zuider", "Noorder",  "Boom",     "Weide",  "Toren"};

static const char *const neighbourhood_last[] = {"buurt", "wijk", "kwartier", "hof", "veld", "dorp", "eiland", "rand"};

#define POOL(prefix, part)                                                                                                                 \
    {                                                                                                                                      \
        prefix##_first, COUNT(prefix##_first), prefix##_last, COUNT(prefix##_last), part, 0, 0                                             \
    }

void pools_init(generator *g)
{
    const name_pool pools[] = {POOL(dutch, 72), POOL(turkish, 9), POOL(moroccan, 9), POOL(surinamese, 6), POOL(polish, 4)};
    _Static_assert(COUNT(pools) == NAME_POOLS, "a generator holds every pool");
    memcpy(g->pools, pools, sizeof(pools));
    for (size_t i = 0; i < COUNT(pools); i++)
        g->pools[i].start = random_next(&g->random) % (pools[i].first_count * pools[i].last_count);
}

/* The next unused name. When a pool has given all its pairs it starts again with an initial, then with numbers. */
void person_name(generator *g, char name[NAME_SIZE])
{
    uint32_t draw = random_below(g, 100);
    size_t which = 0;
    while (draw >= g->pools[which].share)
        draw -= g->pools[which++].share;
    name_pool *pool = &g->pools[which];
    uint64_t pairs = pool->first_count * pool->last_count;
    /* 7919 is prime and divides no pool's size, so each round meets every pair once. */
    uint64_t pair = (pool->start + pool->used % pairs * 7919) % pairs, round = pool->used / pairs;
    const char *first = pool->first[pair % pool->first_count], *last = pool->last[pair / pool->first_count];
    pool->used++;
    if (round == 0)
        snprintf(name, NAME_SIZE, "%s %s", first, last);
    else if (round <= 26)
        snprintf(name, NAME_SIZE, "%s %c. %s", first, (char)('A' + round - 1), last);
    else
        snprintf(name, NAME_SIZE, "%s %s %u", first, last, (unsigned)(round - 25));
}

void neighbourhood_name(uint32_t index, char name[NAME_SIZE])
{
    const uint32_t firsts = COUNT(neighbourhood_first), lasts = COUNT(neighbourhood_last);
    uint32_t pair = index % (firsts * lasts), round = index / (firsts * lasts);
    uint32_t first = pair % firsts, last = (pair / firsts + first) % lasts;
    if (round == 0)
        snprintf(name, NAME_SIZE, "%s%s", neighbourhood_first[first], neighbourhood_last[last]);
    else
        snprintf(name, NAME_SIZE, "%s%s %u", neighbourhood_first[first], neighbourhood_last[last], (unsigned)(round + 1));
}

void filled(char name[NAME_SIZE], const char *pattern, const char *word)
{
    const char *gap = strstr(pattern, "%s");
    if (!gap)
        snprintf(name, NAME_SIZE, "%s", pattern);
    else
        snprintf(name, NAME_SIZE, "%.*s%s%s", (int)(gap - pattern), pattern, word, gap + 2);
}

void id_of(char id[ID_SIZE], char letter, uint32_t index)
{
    snprintf(id, ID_SIZE, "%c%u", letter, (unsigned)(index + 1));
}
