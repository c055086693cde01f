/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes invented maps of any size, for timing and for looking at large pictures.
 *
 * Two kinds. A municipality: residents and organisations in neighbourhoods, a council with the number of seats
 * the Gemeentewet (article 8) gives for its size, alliances, one issue and positions on it, in the sheets a map
 * has. And preferential attachment (Barabási & Albert 1999): each new actor ties itself to three others,
 * chosen in proportion to the ties they have, so that a few become hubs.
 *
 * Everything is invented; names are put together from the lists below. Only integers are used, so the same
 * seed gives the same bytes on every machine. Nothing is held in memory but one number per resident, or the
 * ends of the ties for attachment.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { EXIT_USAGE = 2, EXIT_SYSTEM = 4 };
enum { MOST_ACTORS = 1000000, LEAST_MUNICIPALITY = 40, LEAST_ATTACHMENT = 4 };
enum { TIES_EACH = 3, MOST_GROUPS = 10, ALLIANCE_SIZE = 8, ALLIANCE_STEP = 6, NAME_SIZE = 160, ID_SIZE = 24 };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

typedef enum { KIND_MUNICIPALITY, KIND_ATTACHMENT } map_kind;
typedef enum { FORMAT_CSV, FORMAT_EDGES } map_format;

typedef struct {
    uint32_t actors;
    uint64_t seed;
    map_kind kind;
    map_format format;
    bool format_given;
    const char *path;
} options;

/* One file being written. The path is kept for the message when a write fails. */
typedef struct {
    FILE *file;
    char *path;
} sheet;

/* A family of first names and surnames that go together; `used` counts the names handed out. */
typedef struct {
    const char *const *first;
    size_t first_count;
    const char *const *last;
    size_t last_count;
    uint32_t share;
    uint64_t start;
    uint64_t used;
} name_pool;

/* How many actors of each sort a municipality of this size has, and what it is called. */
typedef struct {
    const char *town;
    uint32_t neighbourhoods, organisations, alliances, seats, aldermen, officials, committee, civic;
    uint32_t groups, group_seats[MOST_GROUPS];
    bool coalition[MOST_GROUPS];
    int group_position[MOST_GROUPS];
} municipality;

typedef struct {
    options opt;
    uint64_t random;
    name_pool pools[5];
    municipality town;
    uint32_t persons; /* persons named so far: their ids are p1, p2, … */
    char *folder;     /* of the sheets, ending in a slash */
    sheet actors, ties, memberships, positions;
} generator;

/* ---- lists ---------------------------------------------------------------------------------------------- */

static const char *const towns[] = {"Rietmeer", "Veldwoude", "Hogeveste", "Merendam", "Lisvoort", "Zilverbeek", "Elzendijk", "Wilgenrade"};

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

/* Organisations of the whole town; %s is the town. */
typedef struct {
    const char *name, *kind, *sector;
} organisation_sort;

static const organisation_sort town_organisations[] = {
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

static const char *const group_names[MOST_GROUPS] = {"%s Lokaal",           "Sociaal %s",    "Liberalen %s", "Groen & Water",
                                                     "Christelijk Verbond", "Ouderenbelang", "Dorpen Samen", "Jong %s",
                                                     "Burgers Eerst",       "Lijst Vooruit"};
static const char *const portfolios[] = {"sociaal domein", "financiën", "wonen", "economie", "sport en cultuur", "duurzaamheid", "verkeer"};
static const char *const alliance_themes[] = {"Bestaanszekerheid", "Open Buurten",       "Gezonde Wijken",  "Goed Wonen",
                                              "Samen Ouder",       "Kansrijk Opgroeien", "Taal voor Allen", "Groene Straten"};
static const char *const social_kinds[] = {"kent", "kent", "kent", "werkt_samen", "werkt_samen", "informeert", "steunt"};

/* ---- the end, random numbers ------------------------------------------------------------------------------ */

static _Noreturn void stop(int code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("generate: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(code);
}

/* splitmix64 (Steele, Lea & Flood 2014). */
static uint64_t random_next(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* A whole number from 0 to count − 1. */
static uint32_t random_below(generator *g, uint32_t count)
{
    return (uint32_t)(random_next(&g->random) % count);
}

static bool random_chance(generator *g, uint32_t percent)
{
    return random_below(g, 100) < percent;
}

/* As random_below, but low numbers come more often: they become the hubs. */
static uint32_t random_low(generator *g, uint32_t count)
{
    uint32_t a = random_below(g, count), b = random_below(g, count);
    return a < b ? a : b;
}

static uint32_t clamp(uint32_t value, uint32_t low, uint32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* ---- files ------------------------------------------------------------------------------------------------ */

static char *joined(const char *a, const char *b, const char *c)
{
    size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = malloc(size);
    if (!text)
        stop(EXIT_SYSTEM, "out of memory");
    snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

static void put(sheet *s, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int written = vfprintf(s->file, format, arguments);
    va_end(arguments);
    if (written < 0)
        stop(EXIT_SYSTEM, "cannot write %s: %s", s->path, strerror(errno));
}

/* Opens `path`, which the sheet takes over, and writes its first line. */
static void sheet_open(sheet *s, char *path, const char *header)
{
    s->path = path;
    s->file = fopen(path, "wb");
    if (!s->file)
        stop(EXIT_SYSTEM, "cannot write %s: %s", path, strerror(errno));
    put(s, "%s", header);
}

static void sheet_close(sheet *s)
{
    if (!s->file)
        return;
    if (fclose(s->file) != 0)
        stop(EXIT_SYSTEM, "cannot write %s: %s", s->path, strerror(errno));
    free(s->path);
    *s = (sheet){0};
}

/* Opens a sheet of the map's folder, marked so that Dutch Excel reads it as UTF-8. */
static void folder_sheet(const generator *g, sheet *s, const char *name, const char *header)
{
    sheet_open(s, joined(g->folder, name, ".csv"), "\xEF\xBB\xBF");
    put(s, "%s\r\n", header);
}

static void folder_make(const char *path)
{
    struct stat found;
    if (mkdir(path, 0777) == 0)
        return;
    if (errno != EEXIST || stat(path, &found) != 0 || !S_ISDIR(found.st_mode))
        stop(EXIT_SYSTEM, "cannot make the folder %s: %s", path, strerror(errno == EEXIST ? ENOTDIR : errno));
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static void output_open(generator *g)
{
    if (g->opt.format == FORMAT_EDGES) {
        const char *end = ends_with(g->opt.path, ".edges.csv") ? "" : ".edges.csv";
        sheet_open(&g->ties, joined(g->opt.path, end, ""), "source,target\n");
        return;
    }
    folder_make(g->opt.path);
    g->folder = joined(g->opt.path, ends_with(g->opt.path, "/") ? "" : "/", "");
    folder_sheet(g, &g->actors, "Actoren",
                 "id;naam;soort;eigen;functie;fractie;partij;wijk;sector;macht;belang;vertrouwen;betrokkenheid;gewenst;zichtbaarheid");
    folder_sheet(g, &g->ties, "Relaties", "van;naar;soort;sterkte;behalve;bedrag;zichtbaarheid");
    if (g->opt.kind == KIND_MUNICIPALITY) {
        folder_sheet(g, &g->memberships, "Lidmaatschappen", "wie;van;rol;zichtbaarheid");
        folder_sheet(g, &g->positions, "Standpunten", "actor;vraagstuk;standpunt;gewicht;zekerheid;datum;zichtbaarheid;bron");
    }
}

static void output_close(generator *g)
{
    sheet_close(&g->actors);
    sheet_close(&g->ties);
    sheet_close(&g->memberships);
    sheet_close(&g->positions);
}

/* ---- names ------------------------------------------------------------------------------------------------ */

#define POOL(prefix, part)                                                                                                                 \
    {                                                                                                                                      \
        prefix##_first, COUNT(prefix##_first), prefix##_last, COUNT(prefix##_last), part, 0, 0                                             \
    }

static void pools_init(generator *g)
{
    const name_pool pools[] = {POOL(dutch, 72), POOL(turkish, 9), POOL(moroccan, 9), POOL(surinamese, 6), POOL(polish, 4)};
    memcpy(g->pools, pools, sizeof(pools));
    for (size_t i = 0; i < COUNT(pools); i++)
        g->pools[i].start = random_next(&g->random) % (pools[i].first_count * pools[i].last_count);
}

/* The next unused name. When a pool has given all its pairs it starts again with an initial, then with numbers. */
static void person_name(generator *g, char name[NAME_SIZE])
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

static void neighbourhood_name(uint32_t index, char name[NAME_SIZE])
{
    const uint32_t firsts = COUNT(neighbourhood_first), lasts = COUNT(neighbourhood_last);
    uint32_t pair = index % (firsts * lasts), round = index / (firsts * lasts);
    uint32_t first = pair % firsts, last = (pair / firsts + first) % lasts;
    if (round == 0)
        snprintf(name, NAME_SIZE, "%s%s", neighbourhood_first[first], neighbourhood_last[last]);
    else
        snprintf(name, NAME_SIZE, "%s%s %u", neighbourhood_first[first], neighbourhood_last[last], (unsigned)(round + 1));
}

static void filled(char name[NAME_SIZE], const char *pattern, const char *word)
{
    const char *gap = strstr(pattern, "%s");
    if (!gap)
        snprintf(name, NAME_SIZE, "%s", pattern);
    else
        snprintf(name, NAME_SIZE, "%.*s%s%s", (int)(gap - pattern), pattern, word, gap + 2);
}

static void id_of(char id[ID_SIZE], char letter, uint32_t index)
{
    snprintf(id, ID_SIZE, "%c%u", letter, (unsigned)(index + 1));
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

/* What one row of Actoren says beside its id; NULL is an empty cell. */
typedef struct {
    const char *name, *kind, *own, *role, *group, *party, *neighbourhood, *sector, *visibility;
    int power, interest, trust;
} actor_row;

static const char *const roles[] = {"meebeslissen", "meewerken", "meedenken", "meeweten"};

/* Rings of influence: power brings one to the middle; whom it matters to most should come one ring nearer. */
static const char *role_now(const actor_row *a)
{
    return roles[a->power > 2 ? 0 : a->interest > 2 ? 1 : a->interest > 1 ? 2 : 3];
}

static const char *role_wanted(const actor_row *a)
{
    return roles[a->power > 2 ? 0 : a->interest > 3 ? 0 : a->interest > 2 ? 1 : 2];
}

static void actor_write(generator *g, const char *id, const actor_row *a)
{
    const char *const cells[] = {a->name, a->kind, a->own, a->role, a->group, a->party, a->neighbourhood, a->sector};
    if (g->opt.format == FORMAT_EDGES)
        return;
    put(&g->actors, "%s", id);
    for (size_t i = 0; i < COUNT(cells); i++)
        put(&g->actors, ";%s", cells[i] ? cells[i] : "");
    put(&g->actors, ";%d;%d;%d;%s;%s;%s\r\n", a->power, a->interest, a->trust, role_now(a), role_wanted(a), a->visibility);
}

static void container_write(generator *g, const char *id, const char *kind, const char *name)
{
    if (g->opt.format == FORMAT_CSV)
        put(&g->actors, "%s;%s;%s;;;;;;politiek;;;;;;openbaar\r\n", id, name, kind);
}

/* A lone edge file knows no sign, so opposition stays out of it. */
static void tie_write(generator *g, const char *from, const char *to, const char *kind, uint32_t strength)
{
    if (g->opt.format == FORMAT_CSV)
        put(&g->ties, "%s;%s;%s;%u;;;team\r\n", from, to, kind, (unsigned)strength);
    else if (strcmp(kind, "tegen") != 0)
        put(&g->ties, "%s,%s\n", from, to);
}

static void membership_write(generator *g, const char *who, const char *of, const char *role)
{
    if (g->opt.format == FORMAT_EDGES)
        put(&g->ties, "%s,%s\n", who, of);
    else
        put(&g->memberships, "%s;%s;%s;team\r\n", who, of, role);
}

/* A position near `centre`; one in ten is unknown. Members of the council took theirs in public. The numbers are drawn for
 * every format, so that the ties are the same in each. */
static void position_write(generator *g, const char *actor, int centre, bool in_public)
{
    int value = centre + (int)random_below(g, 3) - 1;
    unsigned salience = 1 + random_below(g, 4), certainty = 5 + random_below(g, 5);
    bool unknown = random_chance(g, 10);
    if (g->opt.format == FORMAT_EDGES)
        return;
    put(&g->positions, "%s;avondopening;", actor);
    if (unknown)
        put(&g->positions, "onbekend;;;");
    else
        put(&g->positions, "%d;%u;0,%u;", value < -4 ? -4 : value > 4 ? 4 : value, salience, certainty);
    put(&g->positions, "02-07-2026;%s\r\n", in_public ? "openbaar;raadsvergadering 02-07-2026" : "team;buurtgesprek 02-07-2026");
}

/* Draws power from `power` to `power` + `spread`, interest, and trust from −2 to 4. */
static void ratings_draw(generator *g, actor_row *row, int power, uint32_t spread)
{
    row->power = power + (int)random_below(g, spread + 1);
    row->interest = 1 + (int)random_below(g, 4);
    row->trust = (int)random_below(g, 7) - 2;
}

/* Names a new person, writes the row and gives back the id. */
static void person_write(generator *g, char id[ID_SIZE], actor_row *row)
{
    char name[NAME_SIZE];
    person_name(g, name);
    row->name = name;
    id_of(id, 'p', g->persons++);
    actor_write(g, id, row);
    row->name = NULL;
}

/* ---- a municipality: its size ------------------------------------------------------------------------------ */

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
    t->aldermen = clamp(t->seats / 6, 2, COUNT(portfolios));
    t->officials = n < 100 ? 2 : clamp(n / 50, 3, 60);
    t->committee = 2;
    /* Beside these: the municipality, its council, mayor, secretary and clerk. */
    t->civic = n - t->organisations - t->alliances - t->seats - t->aldermen - t->officials - t->committee - 5;
    groups_init(g);
}

/* ---- organisations and alliances ---------------------------------------------------------------------------- */

/* Sort and neighbourhood of local organisation `index`: each pair once, and neighbours in number live apart. */
static void organisation_place(const municipality *t, uint32_t index, uint32_t *sort, uint32_t *neighbourhood)
{
    const uint32_t sorts = COUNT(local_organisations);
    *sort = index % sorts;
    *neighbourhood = (index / sorts + *sort) % t->neighbourhoods;
}

/* The resident who is in the chair of an organisation: of its own neighbourhood, the next one for each organisation. */
static uint32_t organisation_chair(const municipality *t, uint32_t index)
{
    const uint32_t whole = COUNT(town_organisations);
    uint32_t sort, neighbourhood;
    if (index < whole)
        return (index + t->civic / 2) % t->civic;
    organisation_place(t, index - whole, &sort, &neighbourhood);
    return neighbourhood + t->neighbourhoods * (index % (t->civic / t->neighbourhoods));
}

/* A random organisation for someone of this neighbourhood, now and then one of the whole town; false if none was found. */
static bool organisation_of(generator *g, uint32_t neighbourhood, uint32_t *found)
{
    const municipality *t = &g->town;
    const uint32_t sorts = COUNT(local_organisations), whole = COUNT(town_organisations);
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
    if (index < COUNT(town_organisations) || random_chance(g, 15))
        partner = random_below(g, g->town.organisations);
    else if (!organisation_of(g, neighbourhood, &partner))
        return;
    if (partner < index) {
        id_of(other, 'o', partner);
        tie_write(g, id, other, "werkt_samen", 2 + random_below(g, 2));
    }
}

static void organisation_write(generator *g, uint32_t index)
{
    const municipality *t = &g->town;
    const uint32_t whole = COUNT(town_organisations);
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
static void alliance_write(generator *g, uint32_t index)
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

/* ---- residents ---------------------------------------------------------------------------------------------- */

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

static void residents_write(generator *g)
{
    uint32_t *introduced_by = calloc(g->town.civic, sizeof(*introduced_by));
    if (!introduced_by)
        stop(EXIT_SYSTEM, "out of memory");
    for (uint32_t i = 0; i < g->town.civic; i++)
        resident_write(g, i, introduced_by);
    free(introduced_by);
}

/* ---- town hall and council ---------------------------------------------------------------------------------- */

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
    filled(name, group_names[group], t->town);
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
        filled(name, group_names[i], t->town);
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
        filled(name, group_names[group], t->town);
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
    char mayor[ID_SIZE], secretary[ID_SIZE], clerk[ID_SIZE], official[ID_SIZE], aldermen[COUNT(portfolios)][ID_SIZE];
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

/* ---- the small sheets ----------------------------------------------------------------------------------------- */

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

static void map_row_write(const generator *g, const char *title, const char *town)
{
    sheet s = {0};
    folder_sheet(g, &s, "Kaart", "titel;gemeente;bron;datum;notitie");
    put(&s, "%s;%s;Verzonnen kaart, %u actoren;01-10-2026;Alles is verzonnen.\r\n", title, town, (unsigned)g->opt.actors);
    sheet_close(&s);
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
        filled(name, group_names[i], t->town);
        put(&s, "%s;%s;%u;%s;0,9%u;openbaar\r\n", name, name, (unsigned)t->group_seats[i], t->coalition[i] ? "ja" : "nee",
            (unsigned)random_below(g, 9));
    }
    sheet_close(&s);
}

/* ---- the two kinds ------------------------------------------------------------------------------------------- */

static void municipality_write(generator *g)
{
    char name[NAME_SIZE], chairs[MOST_GROUPS][ID_SIZE];
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
    council_write(g, chairs);
    town_hall_write(g, chairs);
    rules_and_money_write(g);
    small_sheets_write(g);
}

static void attachment_tie(generator *g, uint32_t from, uint32_t to, uint32_t *ends, size_t *count)
{
    char a[ID_SIZE], b[ID_SIZE];
    id_of(a, 'p', from);
    id_of(b, 'p', to);
    tie_write(g, a, b, "kent", 2);
    ends[(*count)++] = from;
    ends[(*count)++] = to;
}

/* The first four all know each other; each later one draws three different ends of earlier ties. */
static void attachment_ties(generator *g, uint32_t *ends)
{
    size_t count = 0;
    for (uint32_t i = 1; i <= TIES_EACH; i++)
        for (uint32_t j = 0; j < i; j++)
            attachment_tie(g, i, j, ends, &count);
    for (uint32_t i = TIES_EACH + 1; i < g->opt.actors; i++) {
        uint32_t chosen[TIES_EACH], have = 0, before = (uint32_t)count;
        while (have < TIES_EACH) {
            uint32_t end = ends[random_below(g, before)], same = 0;
            while (same < have && chosen[same] != end)
                same++;
            if (same == have)
                chosen[have++] = end;
        }
        for (uint32_t k = 0; k < TIES_EACH; k++)
            attachment_tie(g, i, chosen[k], ends, &count);
    }
}

static void attachment_write(generator *g)
{
    char id[ID_SIZE];
    uint32_t *ends = malloc((size_t)g->opt.actors * 2 * TIES_EACH * sizeof(*ends));
    if (!ends)
        stop(EXIT_SYSTEM, "out of memory");
    attachment_ties(g, ends);
    free(ends);
    if (g->opt.format == FORMAT_EDGES)
        return;
    map_row_write(g, "Kennissen van kennissen", "");
    for (uint32_t i = 0; i < g->opt.actors; i++)
        person_write(g, id, &(actor_row){.kind = "bewoner", .own = i == 0 ? "ja" : NULL, .sector = "bewoners", .visibility = "team"});
}

/* ---- the command line ------------------------------------------------------------------------------------------ */

static void help(void)
{
    puts("Usage: generate --actors N [--seed S] [--kind KIND] [--format FORMAT] -o PATH\n"
         "\n"
         "Writes an invented map: the same options give the same bytes everywhere.\n"
         "\n"
         "  --actors N       how many actors (municipality 40, attachment 4, to 1000000)\n"
         "  --seed S         start of the random numbers (42)\n"
         "  --kind KIND      municipality (default): neighbourhoods, organisations, council, alliances\n"
         "                   attachment: hubs, about three ties an actor\n"
         "  --format FORMAT  csv: a folder of sheets (default for municipality)\n"
         "                   edges: one file PATH.edges.csv with source,target (default for attachment)\n"
         "  -o PATH          the folder, or the file\n"
         "  --help           this text\n"
         "\n"
         "Exit: 0 written, 2 wrong use, 4 could not be written.");
    if (fflush(stdout) != 0)
        stop(EXIT_SYSTEM, "cannot write: %s", strerror(errno));
}

static uint64_t whole_number(const char *option, const char *text)
{
    char *end = NULL;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0)
        stop(EXIT_USAGE, "%s expects a whole number, found '%s'", option, text);
    return value;
}

/* Which of two words `text` is: 0 or 1. */
static int one_of(const char *option, const char *text, const char *zero, const char *one)
{
    if (strcmp(text, zero) == 0)
        return 0;
    if (strcmp(text, one) != 0)
        stop(EXIT_USAGE, "%s expects %s or %s, found '%s'", option, zero, one, text);
    return 1;
}

static void option_set(options *o, const char *option, const char *value, uint64_t *actors)
{
    if (strcmp(option, "--actors") == 0)
        *actors = whole_number(option, value);
    else if (strcmp(option, "--seed") == 0)
        o->seed = whole_number(option, value);
    else if (strcmp(option, "--kind") == 0)
        o->kind = (map_kind)one_of(option, value, "municipality", "attachment");
    else if (strcmp(option, "--format") == 0) {
        o->format = (map_format)one_of(option, value, "csv", "edges");
        o->format_given = true;
    } else if (strcmp(option, "-o") == 0)
        o->path = value;
    else
        stop(EXIT_USAGE, "unknown option '%s'; see --help", option);
}

static options options_read(int count, char **words)
{
    options o = {.seed = 42};
    uint64_t actors = 0;
    for (int i = 1; i < count; i += 2) {
        if (i + 1 == count)
            stop(EXIT_USAGE, "'%s' is unknown or lacks a value; see --help", words[i]);
        option_set(&o, words[i], words[i + 1], &actors);
    }
    uint32_t least = o.kind == KIND_MUNICIPALITY ? LEAST_MUNICIPALITY : LEAST_ATTACHMENT;
    if (!o.path || o.path[0] == '\0')
        stop(EXIT_USAGE, "where to? Give -o PATH");
    if (actors < least || actors > MOST_ACTORS)
        stop(EXIT_USAGE, "--actors must be from %u to %u for this kind", (unsigned)least, (unsigned)MOST_ACTORS);
    o.actors = (uint32_t)actors;
    if (!o.format_given)
        o.format = o.kind == KIND_MUNICIPALITY ? FORMAT_CSV : FORMAT_EDGES;
    return o;
}

int main(int count, char **words)
{
    for (int i = 1; i < count; i++)
        if (strcmp(words[i], "--help") == 0) {
            help();
            return EXIT_SUCCESS;
        }
    generator g = {.opt = options_read(count, words)};
    g.random = g.opt.seed;
    pools_init(&g);
    output_open(&g);
    if (g.opt.kind == KIND_MUNICIPALITY)
        municipality_write(&g);
    else
        attachment_write(&g);
    output_close(&g);
    free(g.folder);
    return EXIT_SUCCESS;
}
