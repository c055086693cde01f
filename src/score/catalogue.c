/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The catalogue of scores: the one table that help, tables, legends and tests read. */
#include <math.h>
#include <string.h>

#include "measure.h"

typedef struct catalogue_row {
    measure *compute;
    sv_score score;
} catalogue_row;

#define NONE HUGE_VAL

/* clang-format off */
static const catalogue_row rows[] = {
    {measure_harmonic, {"harmonic", "harmonic closeness", "nabijheid",
     "How close an actor is to everyone: high means news from here reaches many in few steps.",
     "Hoe dicht een actor bij iedereen staat: hoog betekent velen bereiken in weinig stappen.",
     "", 0, NONE, false, false, "Boldi & Vigna 2014", SV_INFLUENCE}},
    {measure_harmonic_norm, {"harmonic_norm", "harmonic closeness (share)", "nabijheid (aandeel)",
     "Harmonic closeness as a share of what it could be: 1 is tied to everyone directly.",
     "Nabijheid van 0 tot 1: 1 is met iedereen rechtstreeks verbonden.",
     "share", 0, NONE, false, false, "Boldi & Vigna 2014", SV_INFLUENCE}},
    {measure_degree, {"degree", "ties", "relaties",
     "With how many others an actor is tied directly.",
     "Met hoeveel anderen een actor rechtstreeks verbonden is.",
     "ties", 0, NONE, true, false, "Freeman 1979", SV_INFLUENCE}},
    {measure_strength, {"strength", "strength of ties", "sterkte van relaties",
     "How strong an actor's ties are, added up.",
     "Hoe sterk de relaties van een actor samen zijn.",
     "", 0, NONE, false, false, "Barrat et al. 2004", SV_INFLUENCE}},
    {measure_in_degree, {"in_degree", "ties towards", "relaties naar",
     "How many others have a tie that runs to an actor; one that runs both ways counts too.",
     "Hoeveel anderen een relatie naar een actor hebben; een relatie over en weer telt ook.",
     "ties", 0, NONE, true, false, "Wasserman & Faust 1994", SV_INFLUENCE}},
    {measure_out_degree, {"out_degree", "ties from", "relaties vanuit",
     "To how many others a tie runs from an actor; one that runs both ways counts too.",
     "Naar hoeveel anderen een actor een relatie heeft; een relatie over en weer telt ook.",
     "ties", 0, NONE, true, false, "Wasserman & Faust 1994", SV_INFLUENCE}},
    {measure_reach2, {"reach2", "reach in two steps", "bereik in twee stappen",
     "How many others an actor reaches directly or through one other.",
     "Hoeveel anderen een actor rechtstreeks of via één ander bereikt.",
     "actors", 0, NONE, true, false, "Borgatti, Everett & Johnson 2013", SV_INFLUENCE}},
    {measure_closeness, {"closeness", "closeness", "nabijheid in het eigen deel",
     "How close an actor is to all others that can be reached; prefer harmonic closeness when the network falls apart.",
     "Hoe dicht een actor staat bij allen die bereikbaar zijn; bij losse delen past nabijheid beter.",
     "", 0, NONE, false, false, "Freeman 1979", SV_INFLUENCE}},
    {measure_eccentricity, {"eccentricity", "distance to the farthest", "afstand tot de verste",
     "How far it is to the farthest of all who can be reached: low means nobody is far away.",
     "Hoe ver het is naar de verste van allen die bereikbaar zijn: laag betekent dat niemand ver weg is.",
     "", 0, NONE, false, true, "Harary 1969", SV_INFLUENCE}},
    {measure_eigenvector, {"eigenvector", "eigenvector centrality", "goed verbonden contacten",
     "Whether an actor is tied to others who are themselves well tied; 1 is the highest.",
     "Of een actor verbonden is met anderen die zelf goed verbonden zijn; 1 is het hoogst.",
     "", 0, 1, false, false, "Bonacich 1972", SV_INFLUENCE}},
    {measure_pagerank, {"pagerank", "PageRank", "PageRank",
     "The share of attention an actor gets when attention wanders along ties; also right when the network falls apart.",
     "Welk deel van de aandacht een actor krijgt als ieder die steeds doorgeeft; klopt ook bij losse delen.",
     "share", 0, 1, false, false, "Brin & Page 1998", SV_INFLUENCE}},
    {measure_core, {"core", "core number", "kern",
     "How deep in the core an actor stands: 3 is in a group where everyone has at least 3 ties within it.",
     "Hoe diep een actor in de kern zit: 3 is in een groep waarin ieder minstens 3 onderlinge relaties heeft.",
     "", 0, NONE, true, false, "Seidman 1983", SV_INFLUENCE}},
    {measure_power, {"power", "stated power", "opgegeven macht",
     "How much formal power the map says an actor has, from 0 to 4.",
     "Hoeveel formele macht een actor volgens de kaart heeft, van 0 tot 4.",
     "", 0, 4, false, false, "Mendelow 1981", SV_INFLUENCE}},
    {measure_mactor_influence, {"mactor_influence", "influence on others", "invloed op anderen",
     "How much an actor influences others, straight or through one other, as the map says in ties of kind influences.",
     "Hoeveel een actor anderen beïnvloedt, rechtstreeks of via één ander, volgens de relaties ‘beïnvloedt’.",
     "", 0, NONE, false, false, "Godet 1991", SV_INFLUENCE}},
    {measure_mactor_dependence, {"mactor_dependence", "dependence on others", "afhankelijkheid van anderen",
     "How much others influence an actor, straight or through one other, as the map says in ties of kind influences.",
     "Hoeveel anderen een actor beïnvloeden, rechtstreeks of via één ander, volgens de relaties ‘beïnvloedt’.",
     "", 0, NONE, false, false, "Godet 1991", SV_INFLUENCE}},
    {measure_competitiveness, {"competitiveness", "strength of position", "sterkte van de positie",
     "High is much influence and little dependence; 1 is the mean. Where the map says nothing of influence, everyone has 1.",
     "Hoog is veel invloed en weinig afhankelijkheid; 1 is gemiddeld. Zegt de kaart niets over invloed, dan heeft ieder 1.",
     "", 0, NONE, false, false, "Godet 1991", SV_INFLUENCE}},
    {measure_influence, {"influence", "influence (mixed)", "invloed (gemengd)",
     "A mix of kinds of influence that work in different ways: the mean of an actor's places by harmonic closeness, stated power and strength "
     "of position, as far as known; 1 is above all others in each.",
     "Het gemiddelde van de plaats naar nabijheid, opgegeven macht en sterkte van de positie, voor zover bekend; 1 is overal bovenaan. "
     "Mengt soorten invloed die verschillend werken.",
     "share", 0, 1, false, false, "Borgatti 2005", SV_MIXED}},
    {measure_betweenness, {"betweenness", "betweenness", "brugfunctie",
     "How often an actor is on the shortest way between two others: high means many short ways run through this actor.",
     "Hoe vaak een actor op de kortste weg tussen twee anderen zit: hoog betekent dat veel korte wegen hierlangs lopen.",
     "pairs", 0, NONE, false, false, "Freeman 1977", SV_BRIDGING}},
    {measure_betweenness_norm, {"betweenness_norm", "betweenness (share)", "brugfunctie (aandeel)",
     "Betweenness as a share of all pairs of others.",
     "Brugfunctie gedeeld door alle paren anderen.",
     "share", 0, 1, false, false, "Freeman 1977", SV_BRIDGING}},
    {measure_constraint, {"constraint", "constraint", "ingeklemdheid",
     "How much an actor's contacts are all tied to each other: low means room to bridge.",
     "Hoezeer de contacten van een actor onderling verbonden zijn: laag betekent ruimte om te verbinden.",
     "", 0, NONE, false, true, "Burt 1992", SV_BRIDGING}},
    {measure_effective_size, {"effective_size", "effective size", "eigen contacten",
     "How many contacts an actor has that do not duplicate each other: high means news from different corners.",
     "Het aantal contacten, waarbij wie elkaar kennen minder tellen: hoog betekent nieuws uit verschillende hoeken.",
     "actors", 0, NONE, false, false, "Burt 1992", SV_BRIDGING}},
    {measure_efficiency, {"efficiency", "efficiency", "aandeel eigen contacten",
     "Which share of an actor's contacts does not duplicate another: 1 means no two of them are tied.",
     "Welk deel van de contacten van een actor niet dubbelop is: 1 betekent dat geen twee van hen elkaar kennen.",
     "share", 0, 1, false, false, "Burt 1992", SV_BRIDGING}},
    {measure_hierarchy, {"hierarchy", "hierarchy of constraint", "afhankelijk van één contact",
     "Whether it is one single contact that hems an actor in: 1 is one, 0 all alike; undefined with fewer than two contacts.",
     "Of één contact een actor inklemt: 1 is door één, 0 is door allemaal evenveel; onbepaald bij minder dan twee contacten.",
     "", 0, 1, false, false, "Burt 1992", SV_BRIDGING}},
    {measure_coordinator, {"coordinator", "coordinator", "schakel binnen de eigen groep",
     "How often an actor stands between two of its own group who are not tied.",
     "Hoe vaak een actor tussen twee uit de eigen groep staat die elkaar niet kennen.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_itinerant, {"itinerant", "consultant", "schakel in een andere groep",
     "How often an actor from outside stands between two of one group.",
     "Hoe vaak een actor als buitenstaander tussen twee uit één groep staat.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_gatekeeper, {"gatekeeper", "gatekeeper", "poortwachter",
     "How often the way from another group into its own runs through an actor.",
     "Hoe vaak de weg van een andere groep naar de eigen groep via een actor loopt.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_representative, {"representative", "representative", "vertegenwoordiger",
     "How often the way from its own group to another runs through an actor.",
     "Hoe vaak de weg van de eigen groep naar een andere via een actor loopt.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_liaison, {"liaison", "liaison", "verbinder van groepen",
     "How often an actor stands between two who belong to two other groups.",
     "Hoe vaak een actor tussen twee staat die bij twee andere groepen horen.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_brokerage, {"brokerage", "brokerage between groups", "tussen groepen",
     "How often an actor stands between two others who are not tied, whatever their groups.",
     "Hoe vaak een actor tussen twee anderen staat die elkaar niet kennen, van welke groep ook.",
     "pairs", 0, NONE, true, false, "Gould & Fernandez 1989", SV_BRIDGING}},
    {measure_everett_valente, {"everett_valente", "bridging per tie", "brugfunctie per relatie",
     "How much bridging an actor does with each tie: high means a bridge that rests on few ties.",
     "Hoeveel brugfunctie op elke relatie rust: hoog betekent een brug met weinig relaties.",
     "", 0, NONE, false, false, "Everett & Valente 2016", SV_BRIDGING}},
    {measure_hwang, {"hwang", "bridging centrality", "brug tussen drukke plekken",
     "Bridging between others who are themselves well tied: high means a narrow bridge between busy places.",
     "Brugfunctie met zelf weinig relaties en buren die er veel hebben: een smalle brug tussen drukke plekken.",
     "", 0, NONE, false, false, "Hwang et al. 2006", SV_BRIDGING}},
    {measure_valente_fujimoto, {"valente_fujimoto", "loss without a tie", "verlies zonder een relatie",
     "How much farther apart everyone comes, on average, when one of this actor's ties goes.",
     "Hoeveel verder allen uit elkaar raken als een van de relaties van deze actor wegvalt, gemiddeld over die relaties.",
     "share", 0, 1, false, false, "Valente & Fujimoto 2010", SV_BRIDGING}},
    {measure_cut_off, {"cut_off", "cut off without this actor", "los zonder deze actor",
     "How many others lose the largest part of the network when this actor goes.",
     "Hoeveel anderen los raken van het grootste deel van het netwerk als deze actor wegvalt.",
     "actors", 0, NONE, true, false, "Borgatti 2006", SV_BRIDGING}},
    {measure_articulation, {"articulation", "cut point", "onmisbare schakel",
     "1 when the network falls apart without this actor, else 0.",
     "1 als het netwerk uit elkaar valt zonder deze actor, anders 0.",
     "", 0, 1, true, false, "Tarjan 1972", SV_BRIDGING}},
    {measure_participation, {"participation", "participation", "spreiding over groepen",
     "How evenly an actor's ties are spread over the communities: 0 is all within one, near 1 is spread over many.",
     "Hoe gelijk de relaties van een actor over de groepen verdeeld zijn: 0 is allemaal in één groep, bijna 1 is over veel groepen.",
     "share", 0, 1, false, false, "Guimerà & Amaral 2005", SV_BRIDGING}},
    {measure_alliances, {"alliances", "alliances joined", "bondgenootschappen",
     "How many alliances an actor joins: more than one means that news can go from one to another through this actor.",
     "Bij hoeveel bondgenootschappen een actor is aangesloten: meer dan één betekent dat nieuws via deze actor van het ene naar het andere kan.",
     "", 0, NONE, true, false, "Breiger 1974", SV_BRIDGING}},
    {measure_component, {"component", "part of the network", "deel van het netwerk",
     "The number of the connected part an actor stands in; 1 is the largest.",
     "Het nummer van het samenhangende deel waarin een actor staat; 1 is het grootste.",
     "", 1, NONE, true, true, "Hopcroft & Tarjan 1973", SV_GROUPING}},
    {measure_community, {"community", "community", "groep",
     "The number of the community an actor stands in: within one there are more ties than chance would give; 1 is the largest.",
     "Het nummer van de groep waarin een actor staat: in een groep zijn meer relaties dan het toeval zou geven; 1 is de grootste.",
     "", 1, NONE, true, true, "Traag, Waltman & Van Eck 2019", SV_GROUPING}},
};
/* clang-format on */

size_t sv_score_count(void)
{
    return sizeof rows / sizeof *rows;
}

const sv_score *sv_score_get(size_t score)
{
    return &rows[score].score;
}

size_t sv_score_find(const char *id)
{
    for (size_t i = 0; i < sv_score_count(); i++)
        if (strcmp(rows[i].score.id, id) == 0)
            return i;
    return SIZE_MAX;
}

measure *score_measure(size_t score)
{
    return rows[score].compute;
}
