/*
 * SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A row of each sheet: who an actor is, whom it is tied to, where it belongs, what it wants.
 */
#include "generate.h"

#include <string.h>

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

void actor_write(generator *g, const char *id, const actor_row *a)
{
    const char *const cells[] = {a->name, a->kind, a->own, a->role, a->group, a->party, a->neighbourhood, a->sector};
    if (g->opt.format == FORMAT_EDGES)
        return;
    put(&g->actors, "%s", id);
    for (size_t i = 0; i < COUNT(cells); i++)
        put(&g->actors, ";%s", cells[i] ? cells[i] : "");
    put(&g->actors, ";%d;%d;%d;%s;%s;%s\r\n", a->power, a->interest, a->trust, role_now(a), role_wanted(a), a->visibility);
}

/* Names a new person, writes the row and gives back the id. */
void person_write(generator *g, char id[ID_SIZE], actor_row *row)
{
    char name[NAME_SIZE];
    person_name(g, name);
    row->name = name;
    id_of(id, 'p', g->persons++);
    actor_write(g, id, row);
    row->name = NULL;
}

void container_write(generator *g, const char *id, const char *kind, const char *name)
{
    if (g->opt.format == FORMAT_CSV)
        put(&g->actors, "%s;%s;%s;;;;;;politiek;;;;;;openbaar\r\n", id, name, kind);
}

/* Draws power from `power` to `power` + `spread`, interest, and trust from −2 to 4. */
void ratings_draw(generator *g, actor_row *row, int power, uint32_t spread)
{
    row->power = power + (int)random_below(g, spread + 1);
    row->interest = 1 + (int)random_below(g, 4);
    row->trust = (int)random_below(g, 7) - 2;
}

/* A lone edge file knows no sign, so opposition stays out of it. */
void tie_write(generator *g, const char *from, const char *to, const char *kind, uint32_t strength)
{
    if (g->opt.format == FORMAT_CSV)
        put(&g->ties, "%s;%s;%s;%u;;;team\r\n", from, to, kind, (unsigned)strength);
    else if (strcmp(kind, "tegen") != 0)
        put(&g->ties, "%s,%s\n", from, to);
}

void membership_write(generator *g, const char *who, const char *of, const char *role)
{
    if (g->opt.format == FORMAT_EDGES)
        put(&g->ties, "%s,%s\n", who, of);
    else
        put(&g->memberships, "%s;%s;%s;team\r\n", who, of, role);
}

/* A position near `centre`; one in ten is unknown. Members of the council took theirs in public. The numbers are drawn for
 * every format, so that the ties are the same in each. */
void position_write(generator *g, const char *actor, int centre, bool in_public)
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

void map_row_write(const generator *g, const char *title, const char *town)
{
    sheet s = {0};
    folder_sheet(g, &s, "Kaart", "titel;gemeente;bron;datum;notitie");
    put(&s, "%s;%s;Verzonnen kaart, %u actoren;01-10-2026;Alles is verzonnen.\r\n", title, town, (unsigned)g->opt.actors);
    sheet_close(&s);
}
