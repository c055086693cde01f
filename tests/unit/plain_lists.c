/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "plain_lists.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "support.h"

static unsigned long long drawn = 11;

int lists_draw(int below)
{
    return (int)draw_number(&drawn, (unsigned)below);
}

void draw_lists(lists *made)
{
    static const char *const kinds[] = {"resident", "council_member", "council_member", "welfare", "alliance", "alderman", "municipality"};
    *made = (lists){.n_actors = 4 + lists_draw(most_actors - 5)};
    for (int i = 0; i < made->n_actors; i++) {
        made->actors[i] = i;
        made->kind[i] = kinds[lists_draw(7)];
        made->group[i] = lists_draw(3);
    }
    made->kind[0] = "resident"; /* us */
    made->kind[1] = "alliance";
    for (; made->n_ties < made->n_actors * 2 && made->n_ties < most_ties - 2; made->n_ties++) {
        int i = made->n_ties, n = made->n_actors;
        made->ties[i].from = lists_draw(n);
        made->ties[i].to = (made->ties[i].from + 1 + lists_draw(n - 1)) % n;
        made->ties[i].kind = lists_draw(11);
        made->ties[i].strength = lists_draw(6) - 1;
        made->ties[i].informant = lists_draw(3) ? nobody : lists_draw(n);
        made->ties[i].certainty = lists_draw(3);
        made->ties[i].except = lists_draw(n);
    }
    for (; made->n_memberships < made->n_actors / 2; made->n_memberships++) {
        made->memberships[made->n_memberships].who = lists_draw(made->n_actors);
        made->memberships[made->n_memberships].of = 1;
    }
    for (; made->n_positions < most_others - 4; made->n_positions++) {
        int i = made->n_positions;
        made->positions[i].actor = lists_draw(made->n_actors);
        made->positions[i].issue = lists_draw(issues_n);
        made->positions[i].value = lists_draw(6) ? lists_draw(9) - 4 : unknown;
        made->positions[i].salience = (made->positions[i].actor + made->positions[i].issue) % 5; /* one for each actor and issue */
        made->positions[i].informant = lists_draw(2) ? nobody : lists_draw(made->n_actors);
        made->positions[i].day = lists_draw(3);
    }
    for (; made->n_events < 4; made->n_events++)
        for (int k = 0; k < 3; k++)
            if (lists_draw(2))
                made->events[made->n_events].list[made->events[made->n_events].n++] = lists_draw(made->n_actors);
    for (; made->n_contacts < 5; made->n_contacts++) {
        made->contacts[made->n_contacts].actor = lists_draw(made->n_actors);
        made->contacts[made->n_contacts].by = lists_draw(2) ? 0 : lists_draw(made->n_actors);
        made->contacts[made->n_contacts].day = made->n_contacts + 1;
    }
}

/* By id or by name, as people do. */
static void add_name(sv_text *text, int actor)
{
    if (actor != nobody)
        sv_text_addf(text, actor % 2 ? "a%d" : "Actor nummer %d", actor);
}

static void write_actors(const lists *from, sv_text *text)
{
    sv_text_add(text, "= Actors\nid;name;kind;own;group\n");
    for (int i = 0; i < from->n_actors; i++) {
        int actor = from->actors[i];
        sv_text_addf(text, "a%d;Actor nummer %d;%s;%s;%s\n", actor, actor, from->kind[actor], actor == 0 ? "yes" : "",
                     strcmp(from->kind[actor], "council_member") ? ""
                     : from->group[actor] == 0                   ? "Groen"
                     : from->group[actor] == 1                   ? "Rood"
                                                                 : "");
    }
}

static void write_ties(const lists *from, sv_text *text)
{
    size_t n;
    const sv_tie_kind *kinds = sv_tie_kinds(&n);
    sv_text_add(text, "= Ties\nfrom;to;kind;strength;informant;certainty;except\n");
    for (int i = 0; i < from->n_ties; i++) {
        add_name(text, from->ties[i].from);
        sv_text_add_char(text, ';');
        add_name(text, from->ties[i].to);
        sv_text_addf(text, ";%s;", kinds[from->ties[i].kind].id);
        if (from->ties[i].strength >= 0)
            sv_text_addf(text, "%d", from->ties[i].strength);
        sv_text_add_char(text, ';');
        add_name(text, from->ties[i].informant);
        sv_text_add(text, from->ties[i].certainty == 0 ? ";" : from->ties[i].certainty == 1 ? ";0.5" : ";1");
        sv_text_add_char(text, ';');
        if (strcmp(kinds[from->ties[i].kind].id, "may_not_contact") == 0)
            add_name(text, from->ties[i].except);
        sv_text_add_char(text, '\n');
    }
}

static void write_rest(const lists *from, sv_text *text)
{
    sv_text_add(text, "= Memberships\nwho;of\n");
    for (int i = 0; i < from->n_memberships; i++)
        sv_text_addf(text, "a%d;a%d\n", from->memberships[i].who, from->memberships[i].of);
    sv_text_add(text, "= Issues\nid;title;competent\ni0;Het plein;council\ni1;De brug;council\n= "
                      "Positions\nactor;issue;position;salience;informant;date\n");
    for (int i = 0; i < from->n_positions; i++) {
        add_name(text, from->positions[i].actor);
        sv_text_addf(text, ";i%d;", from->positions[i].issue);
        if (from->positions[i].value == unknown)
            sv_text_add(text, "unknown");
        else
            sv_text_addf(text, "%d", from->positions[i].value);
        sv_text_add_char(text, ';');
        if (from->positions[i].salience != nobody)
            sv_text_addf(text, "%d", from->positions[i].salience);
        sv_text_add_char(text, ';');
        add_name(text, from->positions[i].informant);
        if (from->positions[i].day)
            sv_text_addf(text, ";2026-01-0%d\n", from->positions[i].day);
        else
            sv_text_add(text, ";\n");
    }
    sv_text_add(text, "= Groups\ngroup;seats\nGroen;9\n= Events\ndate;title;attendees\n");
    for (int i = 0; i < from->n_events; i++) {
        sv_text_addf(text, "2026-02-0%d;Dag;", i + 1);
        for (int k = 0; k < from->events[i].n; k++) {
            sv_text_add(text, k ? "|" : "");
            add_name(text, from->events[i].list[k]);
        }
        sv_text_add_char(text, '\n');
    }
    sv_text_add(text, "= Contacts\ndate;actor;by\n");
    for (int i = 0; i < from->n_contacts; i++)
        sv_text_addf(text, "2026-03-0%d;a%d;a%d\n", from->contacts[i].day, from->contacts[i].actor, from->contacts[i].by);
}

sv_map *map_of_lists(const lists *from)
{
    sv_problems problems;
    sv_text text = {0};
    sv_map *map;
    sv_problems_init(&problems);
    write_actors(from, &text);
    write_ties(from, &text);
    write_rest(from, &text);
    map = map_of(text.bytes, &problems);
    assert_int_equal(problems.errors, 0);
    sv_problems_clear(&problems);
    sv_text_clear(&text);
    return map;
}

void remove_from_lists(lists *from, int gone)
{
    KEEP(from->actors, from->n_actors, from->actors[i] != gone);
    KEEP(from->ties, from->n_ties, from->ties[i].from != gone && from->ties[i].to != gone);
    KEEP(from->memberships, from->n_memberships, from->memberships[i].who != gone && from->memberships[i].of != gone);
    KEEP(from->positions, from->n_positions, from->positions[i].actor != gone);
    KEEP(from->contacts, from->n_contacts, from->contacts[i].actor != gone && from->contacts[i].by != gone);
    for (int e = 0; e < from->n_events; e++)
        KEEP(from->events[e].list, from->events[e].n, from->events[e].list[i] != gone);
    for (int i = 0; i < from->n_ties; i++)
        if (from->ties[i].except == gone)
            from->ties[i].except = nobody;
}

/* All positions of an actor on an issue make way for one. */
static void move_in_lists(lists *from, int actor, int issue, int value)
{
    int n = from->n_positions;
    bool known;
    KEEP(from->positions, from->n_positions, from->positions[i].actor != actor || from->positions[i].issue != issue);
    known = from->n_positions < n;
    n = from->n_positions;
    if (value == unknown)
        return;
    from->n_positions++;
    from->positions[n].actor = actor;
    from->positions[n].issue = issue;
    from->positions[n].value = value;
    from->positions[n].salience = known ? (actor + issue) % 5 : nobody; /* as it was said, if it was */
    from->positions[n].informant = nobody;
    from->positions[n].day = 0;
}

static void tie_in_lists(lists *from, int a, int b, int kind, int strength)
{
    int n = from->n_ties++;
    from->ties[n].from = a;
    from->ties[n].to = b;
    from->ties[n].kind = kind;
    from->ties[n].strength = strength;
    from->ties[n].informant = from->ties[n].except = nobody;
    from->ties[n].certainty = 0;
}

static size_t actor_row(const sv_map *map, int actor)
{
    char id[8];
    snprintf(id, sizeof id, "a%d", actor);
    return row_of(map, id);
}

sv_supposition change_lists(lists *of, const sv_map *map)
{
    sv_supposition step = {.what = (sv_suppose)lists_draw(4), .strength = NAN, .value = NAN};
    int at = 2 + lists_draw(of->n_actors - 2), who = of->actors[at],
        other = of->actors[(at + 1 + lists_draw(of->n_actors - 1)) % of->n_actors];
    int kind = lists_draw(11), strength = lists_draw(6) - 1;
    int issue = lists_draw(issues_n), value = lists_draw(8) ? lists_draw(9) - 4 : unknown;
    size_t n;
    step.actor = actor_row(map, who);
    switch (step.what) {
    case SV_SUPPOSE_REMOVE: remove_from_lists(of, who); break;
    case SV_SUPPOSE_TIE:
        step.other = actor_row(map, other);
        step.kind = &sv_tie_kinds(&n)[kind];
        step.strength = strength < 0 ? NAN : strength;
        tie_in_lists(of, who, other, kind, strength);
        break;
    case SV_SUPPOSE_POSITION:
        step.issue = (size_t)issue;
        step.value = value == unknown ? NAN : value;
        move_in_lists(of, who, issue, value);
        break;
    case SV_SUPPOSE_JOIN:
        step.other = actor_row(map, 1);
        of->memberships[of->n_memberships].who = who;
        of->memberships[of->n_memberships++].of = 1;
        break;
    }
    return step;
}
