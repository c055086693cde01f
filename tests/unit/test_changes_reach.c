/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who can be reached no more, and who became the only link: by hand, and on random maps against taking actors out one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "comparing.h"
#include "support.h"

/* us-a-b-c: without a-b we lose b and c. a was the only link to both and links nobody now; b was the only link to c, and c hangs on it
 * still, but the two are alone. */
static void a_tie_that_goes_cuts_off(void **state)
{
    const char *actors = "= Actors\nid;name;own\nus;Us;yes\na;A;\nb;B;\nc;C;\n= Ties\nfrom;to\n";
    sv_text before = {0}, after = {0};
    comparing p;
    (void)state;
    sv_text_addf(&before, "%sus;a\na;b\nb;c\n", actors);
    sv_text_addf(&after, "%sus;a\nb;c\n", actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    assert_true(p.changes->from_us);
    assert_int_equal(p.changes->n_lost, 2);
    assert_string_equal(changed_id(&p, p.changes->lost[0]), "b");
    assert_string_equal(changed_id(&p, p.changes->lost[1]), "c");
    assert_int_equal(p.changes->n_regained, 0);
    assert_int_equal(p.changes->before.components, 1);
    assert_int_equal(p.changes->after.components, 2);
    assert_int_equal(p.changes->n_links, 2);
    assert_string_equal(changed_id(&p, p.changes->links[0].actor), "a");
    assert_int_equal(p.changes->links[0].change, SV_WENT);
    assert_int_equal(p.changes->links[0].n_behind, 2);
    assert_string_equal(changed_id(&p, p.changes->links[0].behind[0]), "b");
    assert_string_equal(changed_id(&p, p.changes->links[0].behind[1]), "c");
    assert_string_equal(changed_id(&p, p.changes->links[1].actor), "b");
    clear_comparing(&p);
    p = compare_texts(after.bytes, before.bytes, 0);
    assert_int_equal(p.changes->n_regained, 2);
    assert_int_equal(p.changes->links[0].change, SV_CAME);
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/* Nobody says who we are: what counts is the largest part, {a b c} then and {a b} now; equal parts go by the first actor. */
static void without_us_the_largest_part_counts(void **state)
{
    const char *actors = "= Actors\nid;name\na;A\nb;B\nc;C\nd;D\ne;E\n= Ties\nfrom;to\n";
    sv_text before = {0}, after = {0};
    comparing p;
    (void)state;
    sv_text_addf(&before, "%sa;b\nb;c\nd;e\n", actors);
    sv_text_addf(&after, "%sa;b\nd;e\n", actors);
    p = compare_texts(before.bytes, after.bytes, 0);
    assert_false(p.changes->from_us);
    assert_int_equal(p.changes->n_lost, 1);
    assert_string_equal(changed_id(&p, p.changes->lost[0]), "c");
    clear_comparing(&p);
    sv_text_clear(&before);
    sv_text_clear(&after);
}

/* Whom a vertex of a network reaches when another is taken out. */
static void reach_without(const sv_network *network, size_t from, size_t without, bool *reached)
{
    bool grows = true;
    memset(reached, 0, sv_network_actors(network) * sizeof *reached);
    reached[from] = true;
    while (grows) {
        grows = false;
        for (size_t i = 0; i < sv_network_ties(network); i++) {
            size_t a, b;
            double strength;
            sv_network_tie(network, i, &a, &b, &strength);
            if (a == without || b == without || reached[a] == reached[b])
                continue;
            reached[a] = reached[b] = grows = true;
        }
    }
}

/* How many others cannot be reached from us (or else from the largest part of its component) when v is taken out; 0 when it is no link. */
static size_t count_behind(const sv_network *network, size_t v)
{
    size_t n = sv_network_actors(network), best = 0, all = 0, parts = 0;
    bool *home = calloc(n, sizeof *home), *part = calloc(n, sizeof *part), *seen = calloc(n, sizeof *seen), best_own = false;
    reach_without(network, v, SIZE_MAX, home);
    seen[v] = true;
    for (size_t u = 0; u < n; u++) {
        size_t size = 0;
        bool own = false;
        all += home[u] && u != v;
        if (!home[u] || seen[u])
            continue;
        reach_without(network, u, v, part);
        for (size_t w = 0; w < n; w++) {
            size += part[w];
            seen[w] |= part[w];
            own |= part[w] && sv_map_actor(sv_network_map(network), sv_network_actor(network, w))->own;
        }
        parts++;
        if (parts == 1 || (own && !best_own) || (own == best_own && size > best)) {
            best = size;
            best_own = own;
        }
    }
    free(home);
    free(part);
    free(seen);
    return parts > 1 ? all - best : 0;
}

/* The text of a random map of n actors, one of them us, with about so many ties for each. */
static void random_text(unsigned long long *seed, size_t n, unsigned ties, sv_text *text)
{
    sv_text_add(text, "= Actors\nid;name;own\n");
    for (size_t i = 0; i < n; i++)
        sv_text_addf(text, "a%zu;Actor %zu;%s\n", i, i, i == 2 ? "yes" : "");
    sv_text_add(text, "= Ties\nfrom;to\n");
    for (unsigned i = 0; i < ties * n / 10; i++)
        sv_text_addf(text, "a%u;a%u\n", draw_number(seed, (unsigned)n), draw_number(seed, (unsigned)n));
}

/* Both times, every actor taken out in turn: whoever leaves others behind at one time only is a link that came or went, with that many
 * behind it. */
static void links_agree_with_taking_out(void **state)
{
    unsigned long long seed = 7;
    size_t told = 0;
    (void)state;
    for (int round = 0; round < 150; round++) {
        size_t n = 4 + draw_number(&seed, 12), found = 0;
        sv_text before = {0}, after = {0};
        sv_network *then, *now;
        comparing p;
        random_text(&seed, n, 6 + draw_number(&seed, 10), &before);
        random_text(&seed, n, 6 + draw_number(&seed, 10), &after);
        p = compare_texts(before.bytes, after.bytes, 0);
        then = network_of(p.before, NULL);
        now = network_of(p.after, NULL);
        for (size_t v = 0; v < n; v++) {
            size_t was = count_behind(then, v), is = count_behind(now, v);
            const sv_link_change *link = NULL;
            for (size_t i = 0; i < p.changes->n_links; i++)
                if (p.changes->links[i].actor == v)
                    link = &p.changes->links[i];
            assert_int_equal(link != NULL, (was > 0) != (is > 0));
            if (!link)
                continue;
            found++;
            assert_int_equal(link->change, is ? SV_CAME : SV_WENT);
            assert_int_equal(link->n_behind, is ? is : was);
        }
        assert_int_equal(found, p.changes->n_links);
        told += found;
        sv_network_free(then);
        sv_network_free(now);
        clear_comparing(&p);
        sv_text_clear(&before);
        sv_text_clear(&after);
    }
    assert_true(told > 200);
}

/* The names behind a link are those that are cut off from us without it: us-a-b, with c, d, e, f, g and h behind b, of whom five are named.
 */
static void some_behind_a_link_are_named(void **state)
{
    comparing p = compare_texts("= Actors\nid;name;own\nus;Us;yes\na;A;\nb;B;\nc;C;\nd;D;\ne;E;\nf;F;\ng;G;\nh;H;\n",
                                "= Actors\nid;name;own\nh;H;\nc;C;\nus;Us;yes\na;A;\nb;B;\nd;D;\ne;E;\nf;F;\ng;G;\n"
                                "= Ties\nfrom;to\nus;a\na;b\nb;c\nb;d\nc;e\nd;e\ne;f\nb;g\nb;h\n",
                                0);
    (void)state;
    assert_int_equal(p.changes->n_links, 3); /* a to seven, b to six, e to f */
    assert_string_equal(changed_id(&p, p.changes->links[0].actor), "a");
    assert_int_equal(p.changes->links[0].n_behind, 7);
    assert_string_equal(changed_id(&p, p.changes->links[1].actor), "b");
    assert_int_equal(p.changes->links[1].n_behind, 6);
    for (size_t i = 0; i < SV_BEHIND_NAMED; i++) {
        assert_null(strstr("us a b", changed_id(&p, p.changes->links[1].behind[i])));
        assert_true(i == 0 || p.changes->links[1].behind[i - 1] < p.changes->links[1].behind[i]);
    }
    assert_string_equal(changed_id(&p, p.changes->links[2].actor), "e");
    assert_int_equal(p.changes->links[2].n_behind, 1);
    assert_string_equal(changed_id(&p, p.changes->links[2].behind[0]), "f");
    clear_comparing(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tie_that_goes_cuts_off),
        cmocka_unit_test(without_us_the_largest_part_counts),
        cmocka_unit_test(links_agree_with_taking_out),
        cmocka_unit_test(some_behind_a_link_are_named),
    };
    return cmocka_run_group_tests_name("changes_reach", tests, NULL, NULL);
}
