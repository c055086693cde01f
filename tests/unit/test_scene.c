/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scene: who stands in the picture and which lines run, on maps small enough to do by hand. */
#include "draw/scene.h"

#include "reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct stage {
    char *folder;
    reading map;
    sv_network *network;
    sv_scores *scores;
    sv_draw_options options;
    sv_scene scene;
} stage;

static stage set_counted(const char *actors, const char *ties, const char *memberships, size_t most, sv_audience audience,
                         const sv_network_options *network)
{
    stage s = {.folder = make_folder()};
    put_file(s.folder, "Actors.csv", actors);
    put_file(s.folder, "Ties.csv", ties);
    put_file(s.folder, "Memberships.csv", memberships);
    s.map = read_path(s.folder);
    assert_int_equal(s.map.status, SV_OK);
    assert_int_equal(s.map.problems.errors, 0);
    assert_int_equal(sv_network_new(s.map.map, network, &s.network, NULL), SV_OK);
    assert_int_equal(sv_scores_new(s.network, NULL, 0, NULL, &s.scores, NULL), SV_OK);
    sv_draw_options_init(&s.options);
    s.options.audience = audience;
    s.options.size_by = sv_score_find("degree");
    assert_int_equal(sv_scene_new(s.scores, &s.options, NULL, most, &s.scene, NULL), SV_OK);
    return s;
}

static stage set(const char *actors, const char *ties, const char *memberships, size_t most, sv_audience audience, int as_of)
{
    return set_counted(actors, ties, memberships, most, audience, &(sv_network_options){.as_of = as_of});
}

static void strike(stage *s)
{
    sv_scene_clear(&s->scene);
    sv_scores_free(s->scores);
    sv_network_free(s->network);
    clear_reading(&s->map);
    remove_folder(s->folder);
}

static const char *actor_at(const stage *s, size_t place)
{
    return sv_map_actor(s->map.map, s->scene.actors[place])->id;
}

/* The link between two actors in either direction, of a kind; NULL when there is none. */
static const sv_link *find_link(const stage *s, const char *a, const char *b, sv_link_bond bond)
{
    for (size_t i = 0; i < s->scene.n_links; i++) {
        const sv_link *link = &s->scene.links[i];
        const char *from = actor_at(s, link->from), *to = actor_at(s, link->to);
        if (link->bond == bond && ((strcmp(from, a) == 0 && strcmp(to, b) == 0) || (strcmp(from, b) == 0 && strcmp(to, a) == 0)))
            return link;
    }
    return NULL;
}

/* b is tied to three, a and c to two, d to one; e is us, and tied to nobody. */
static const char star[] = "id,name,own\na,A,\nb,B,\nc,C,\nd,D,\ne,E,yes\n";
static const char star_ties[] = "from,to\na,b\nb,c\nb,d\na,c\n";

static void we_come_first_then_the_highest(void **state)
{
    stage s = set(star, star_ties, "who,of\n", 3, SV_TEAM, 0);
    (void)state;
    assert_int_equal(s.scene.n_scored, 3);
    assert_int_equal(s.scene.n_all, 5);
    assert_string_equal(actor_at(&s, 0), "e");
    assert_string_equal(actor_at(&s, 1), "b");
    assert_string_equal(actor_at(&s, 2), "a"); /* as many ties as c; a comes first by id */
    assert_int_equal(s.scene.n_links, 1);      /* a-b: the other lines lead to who is not there */
    strike(&s);
}

static void parallel_rows_are_one_line(void **state)
{
    stage s = set("id,name\na,A\nb,B\n",
                  "from,to,kind,strength\na,b,knows,1\nb,a,works_with,4\na,b,funds,\na,b,opposes,\na,a,knows,2\na,b,knows,0\n",
                  "who,of\na,b\n", SIZE_MAX, SV_TEAM, 0);
    const sv_link *tie = find_link(&s, "a", "b", SV_LINK_TIE), *funds = find_link(&s, "a", "b", SV_LINK_FUNDS);
    (void)state;
    assert_int_equal(s.scene.n_links, 3); /* a tie (the membership says nothing more), money, and against */
    assert_true(tie->strength == 4);
    assert_int_equal(tie->beside, 0);
    assert_int_equal(funds->beside, 1);
    assert_string_equal(actor_at(&s, funds->from), "a");
    assert_int_equal(find_link(&s, "a", "b", SV_LINK_OPPOSES)->beside, 2);
    strike(&s);
}

static void containers_are_shown_where_they_say_something(void **state)
{
    static const char actors[] = "id,name,kind\na,A,council_member\nb,B,council_member\nraad,Raad,council\npartij,Partij,party\nleeg,Leeg,"
                                 "party\nstad,Stad,municipality\n";
    stage s = set(actors, "from,to,kind\nstad,a,funds\n", "who,of\na,raad\nb,raad\na,partij\nb,partij\na,stad\n", SIZE_MAX, SV_TEAM, 0);
    (void)state;
    assert_int_equal(s.scene.n_scored, 2);
    assert_int_equal(s.scene.n, 4);                /* the party, and the town because of its money */
    assert_int_equal(s.scene.place[2], SV_NO_ROW); /* the council */
    assert_int_equal(s.scene.place[4], SV_NO_ROW); /* a party without anyone */
    assert_non_null(find_link(&s, "b", "partij", SV_LINK_MEMBER));
    assert_null(find_link(&s, "a", "stad", SV_LINK_MEMBER));
    assert_non_null(find_link(&s, "a", "stad", SV_LINK_FUNDS));
    strike(&s);
}

static void rules_stay_inside(void **state)
{
    static const char ties[] = "from,to,kind\na,b,may_not_contact\na,b,influences\n";
    stage s = set("id,name\na,A\nb,B\n", ties, "who,of\n", SIZE_MAX, SV_TEAM, 0);
    (void)state;
    assert_int_equal(s.scene.n_links, 1); /* influences are for counting, not for drawing */
    assert_non_null(find_link(&s, "a", "b", SV_LINK_FORBIDDEN));
    strike(&s);
    s = set("id,name\na,A\nb,B\n", ties, "who,of\n", SIZE_MAX, SV_PUBLIC, 0);
    assert_int_equal(s.scene.n_links, 0);
    strike(&s);
}

static void ties_of_another_day_are_not_there(void **state)
{
    static const char ties[] = "from,to,since,until\na,b,2020-01-01,2024-12-31\nb,c,2025-01-01,\n";
    stage s = set("id,name\na,A\nb,B\nc,C\n", ties, "who,of\n", SIZE_MAX, SV_TEAM, 20260101);
    (void)state;
    assert_int_equal(s.scene.n_links, 1);
    assert_non_null(find_link(&s, "b", "c", SV_LINK_TIE));
    strike(&s);
}

static const char club[] = "id,name,kind\na,A,resident\nb,B,resident\nc,C,resident\nx,X,welfare\ny,Y,care\np,P,party\n";
static const char club_ties[] = "from,to,kind,strength\na,b,knows,1\na,x,knows,\nb,c,family,\nc,a,opposes,\nx,y,funds,\nc,y,advises,4\n";
static const char club_members[] = "who,of\na,x\nb,x\nc,x\na,y\na,p\nb,p\n";

/* Persons alone, and no party: who are both in x or y are joined by a dotted line where nothing else joins them; the rest as on the map. */
static void persons_alone(void **state)
{
    stage s = set_counted(club, club_ties, club_members, SIZE_MAX, SV_TEAM, &(sv_network_options){.level = SV_LEVEL_PERSON});
    (void)state;
    assert_int_equal(s.scene.n, 3);
    assert_int_equal(s.scene.n_links, 4);
    assert_true(find_link(&s, "a", "b", SV_LINK_TIE)->strength == 1); /* the membership they share says nothing more */
    assert_non_null(find_link(&s, "b", "c", SV_LINK_TIE));            /* family is drawn, though it does not count */
    assert_non_null(find_link(&s, "a", "c", SV_LINK_MEMBER));
    assert_non_null(find_link(&s, "a", "c", SV_LINK_OPPOSES));
    strike(&s);
}

/* Organisations alone: x and y share a, and c, who is in x, advises y; the money is drawn beside it. */
static void organisations_alone(void **state)
{
    stage s = set_counted(club, club_ties, club_members, SIZE_MAX, SV_TEAM, &(sv_network_options){.level = SV_LEVEL_ORGANISATION});
    (void)state;
    assert_int_equal(s.scene.n, 2);
    assert_int_equal(s.scene.n_links, 2);
    assert_true(find_link(&s, "x", "y", SV_LINK_TIE)->strength == 4);
    assert_non_null(find_link(&s, "x", "y", SV_LINK_FUNDS));
    strike(&s);
}

/* Where the kinds that count are chosen, no other lines are drawn, and no memberships unless they are among them. */
static void chosen_kinds(void **state)
{
    const uint64_t knows = 1; /* the first kind of the table */
    stage s = set_counted(club, club_ties, club_members, SIZE_MAX, SV_TEAM, &(sv_network_options){.ties = knows});
    (void)state;
    assert_int_equal(s.scene.n_links, 2);
    assert_non_null(find_link(&s, "a", "b", SV_LINK_TIE));
    assert_non_null(find_link(&s, "a", "x", SV_LINK_TIE));
    strike(&s);
    s = set_counted(club, club_ties, club_members, SIZE_MAX, SV_TEAM, &(sv_network_options){.ties = SV_TIES_MEMBERSHIPS});
    assert_int_equal(s.scene.n_links, 6); /* the party's two too */
    assert_non_null(find_link(&s, "b", "p", SV_LINK_MEMBER));
    strike(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(persons_alone), cmocka_unit_test(organisations_alone), cmocka_unit_test(chosen_kinds),
        cmocka_unit_test(we_come_first_then_the_highest), cmocka_unit_test(parallel_rows_are_one_line),
                                       cmocka_unit_test(containers_are_shown_where_they_say_something), cmocka_unit_test(rules_stay_inside),
                                       cmocka_unit_test(ties_of_another_day_are_not_there)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
