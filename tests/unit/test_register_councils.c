/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Votes in councils as they are: three as Open Raadsinformatie lists their members, nineteen by the seats in the register of
 * government organisations. Nobody in them is given a position: of everyone it is unknown, so that a vote is as likely one way as the
 * other, and only ties and power differ. The registers are found in SPEELVELD_DATA.
 */
#include <speelveld.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "model/table.h"
#include "reading.h"
#include "support.h"

/* An issue that the council decides on, in a map that has none yet; and the map checked. */
static void add_issue(sv_map *map, sv_problems *problems)
{
    size_t row = sv_table_row(map, SV_ISSUES, NULL, 2);
    assert_int_not_equal(row, SV_NO_ROW);
    assert_true(sv_table_put(map, SV_ISSUES, row, SV_ISSUE_TITLE, "Een vraagstuk", NULL));
    assert_true(sv_table_put(map, SV_ISSUES, row, SV_ISSUE_COMPETENT, "raad", NULL));
    assert_int_equal(sv_map_check(map, problems, NULL), SV_OK);
}

/*
 * What holds for any council of which nothing is known: adopted as likely as rejected, a tie only with an even number
 * of votes, and then put off, for such a council is not full; power adds up to 1, and larger groups never have less of it.
 */
static void check_unknown(const sv_map *map, const char *name, size_t seats)
{
    sv_majority found;
    double shapley = 0, banzhaf = 0;
    assert_int_equal(sv_majority_new(map, &(sv_majority_options){.issue = 0}, &found, NULL), SV_OK);
    if (found.council.n_seats != seats)
        fail_msg("%s: %zu seats instead of %zu", name, found.council.n_seats, seats);
    assert_int_equal(found.vote.needed, seats / 2 + 1);
    assert_int_equal(found.leans[SV_LEAN_UNKNOWN], seats);
    assert_int_equal(found.missing, found.vote.needed);
    assert_near(found.vote.chance[SV_OUTCOME_ADOPTED], found.vote.chance[SV_OUTCOME_REJECTED]);
    if (seats % 2)
        assert_near(found.vote.chance[SV_OUTCOME_ADOPTED], 0.5);
    else
        assert_true(found.vote.chance[SV_OUTCOME_PUT_OFF] > 0 && found.vote.chance[SV_OUTCOME_ADOPTED] < 0.5);
    for (size_t g = 0; g < found.council.n_groups; g++) {
        shapley += found.groups[g].shapley;
        banzhaf += found.groups[g].banzhaf;
        for (size_t other = 0; other < found.council.n_groups; other++)
            if (found.groups[g].votes > found.groups[other].votes)
                assert_true(found.groups[g].shapley >= found.groups[other].shapley - 1e-12);
    }
    assert_near(shapley, 1);
    assert_near(banzhaf, 1);
    assert_true(found.minimal > 0);
    sv_majority_clear(&found);
}

/* ---- Members, from Open Raadsinformatie ---- */

static void count_members(const char *council, size_t members, size_t by_law)
{
    char persons[64], organisations[64], *paths[2];
    sv_map *map;
    sv_council seats;
    snprintf(persons, sizeof persons, "people/ori/%s_persons.json", council);
    snprintf(organisations, sizeof organisations, "people/ori/%s_organisations.json", council);
    paths[0] = data_path(persons);
    paths[1] = data_path(organisations);
    if (!paths[0] || !paths[1]) {
        free(paths[0]);
        free(paths[1]);
        skip();
    }
    assert_int_equal(sv_map_read((const char *const *)paths, 2, &map, NULL, NULL), SV_OK);
    add_issue(map, NULL);
    check_unknown(map, council, members);
    assert_int_equal(sv_council_new(map, SV_NO_ROW, 0, &seats, NULL), SV_OK);
    assert_int_equal(seats.size, by_law);
    assert_int_equal(seats.bodies, 1);
    for (size_t i = 0; i < seats.n_seats; i++) /* the register names everyone, and their group */
        assert_true(seats.seats[i].member != SV_NO_ROW && seats.groups[seats.seats[i].group].named > 0);
    sv_council_clear(&seats);
    sv_map_free(map);
    free(paths[0]);
    free(paths[1]);
}

/* Oude IJsselstreek lists 24 members: no council has 24, so one of 25 seats or more is vacant. */
static void members_of_three_councils(void **state)
{
    (void)state;
    count_members("heerde", 17, 17);
    count_members("oude_ijsselstreek", 24, 25);
    count_members("amstelveen", 37, 37);
}

/* ---- Seats, from the register ---- */

/* A cell of a line of the register: in quotes, parted by semicolons. `line` is cut. */
static char *register_cell(char *line, size_t number)
{
    for (char *at = line; *at == '"'; number--) {
        char *end = strchr(at + 1, '"');
        assert_non_null(end);
        if (number == 0) {
            *end = '\0';
            return at + 1;
        }
        at = end + 1 + (end[1] == ';');
    }
    fail_msg("the line has too few cells: %.60s", line);
    return NULL;
}

/* A party that split stands in the register twice by one name; a sheet of groups has each name once. */
static bool stands_there(const sv_text *rows, const char *party, size_t length)
{
    char row[200];
    snprintf(row, sizeof row, "\n%.*s;", (int)length, party);
    return strstr(sv_text_get(rows), row) != NULL;
}

/* Rows of the sheet Groups from "CDA (6);DOS (De Ouderen) (5)"; gives how many seats there are together. */
static size_t add_groups(sv_text *rows, char *cell)
{
    size_t seats = 0;
    for (char *party = strtok(cell, ";"); party; party = strtok(NULL, ";")) {
        char *last = strrchr(party, '('); /* a party's name may have brackets of its own */
        size_t length;
        assert_non_null(last);
        length = (size_t)(last - party) - 1;
        seats += strtoul(last + 1, NULL, 10);
        sv_text_addf(rows, "%.*s%s;%lu\n", (int)length, party, stands_there(rows, party, length) ? " 2" : "", strtoul(last + 1, NULL, 10));
    }
    return seats;
}

/* One municipality: a map of its groups; true when check warns that no council has so many seats. */
static bool count_register_line(char *line)
{
    enum { name_cell = 0, council_cell = 32 };
    char *copy = strdup(line), *name, *cell;
    sv_text text = {0};
    sv_map *map;
    sv_problems problems;
    sv_council seats;
    size_t n;
    bool warned;
    assert_non_null(copy);
    cell = register_cell(line, council_cell);
    name = register_cell(copy, name_cell);
    sv_text_add(&text, "= Groups\ngroup;seats\n");
    n = add_groups(&text, cell);
    sv_problems_init(&problems);
    map = unchecked_map_of(sv_text_get(&text), &problems);
    add_issue(map, &problems);
    check_unknown(map, name, n);
    warned = faults(&problems, SV_E_COUNCIL_SIZE) > 0;
    assert_int_equal(sv_council_new(map, SV_NO_ROW, 0, &seats, NULL), SV_OK);
    assert_int_equal(warned, seats.size != n);
    sv_council_clear(&seats);
    sv_problems_clear(&problems);
    sv_map_free(map);
    sv_text_clear(&text);
    free(copy);
    return warned;
}

/*
 * By hand from the register: Ameland 10, Den Helder 32, Helmond 18, Oude IJsselstreek 24, Stein 14 and Zaltbommel 8 seats; no council has
 * so many. The thirteen others have 9, 15, 15, 17, 17, 17, 21, 21, 29, 37, 37, 39 and 45.
 */
static void seats_of_nineteen_councils(void **state)
{
    char *path = data_path("people/roo_csv/gemeenten_cutout.csv"), *bytes, *rest, *line;
    size_t length, councils = 0, warned = 0;
    (void)state;
    if (!path)
        skip();
    assert_int_equal(sv_file_read(path, 1 << 20, &bytes, &length, NULL), SV_OK);
    rest = bytes;
    (void)strsep(&rest, "\n"); /* the headers */
    while ((line = strsep(&rest, "\n")) != NULL)
        if (*line) {
            warned += count_register_line(line);
            councils++;
        }
    assert_int_equal(councils, 19);
    assert_int_equal(warned, 6);
    free(bytes);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(members_of_three_councils), cmocka_unit_test(seats_of_nineteen_councils)};
    return cmocka_run_group_tests_name("register councils", tests, NULL, NULL);
}
