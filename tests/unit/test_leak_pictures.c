/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Nothing leaks in pictures: every view in every format, slides, handouts, the map from before and the file of places, searched for the
 * marks of leak_map.h, also in what is packed. The program is told by SPEELVELD.
 */
#include "inside.h"
#include "leak_search.h"
#include "reading.h"

#include <speelveld/draw.h>

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { answer_size = 300 };

static char *folder;
static const char *const audiences[] = {[SV_PRIVATE] = "private", [SV_TEAM] = "team", [SV_PUBLIC] = "public"};

/* The same few actors that anybody may see, as a map from before or after all others were there. */
static const char few[] =
    "{\"speelveld\": 1, \"actors\": [{\"id\": \"openbaar\", \"name\": \"gewoon\", \"visibility\": \"public\"}, "
    "{\"id\": \"tweede\", \"name\": \"Tweede\", \"visibility\": \"public\"}, {\"id\": \"derde\", \"name\": \"Derde\", "
    "\"visibility\": \"public\"}], \"issues\": [{\"id\": \"vraagstuk\", \"title\": \"gewoon\", \"visibility\": \"public\"}], "
    "\"ties\": [{\"from\": \"openbaar\", \"to\": \"derde\", \"visibility\": \"public\"}]}";

/* A copy in which what stands behind each `key` is `value`; of a text its quotes stand in both. */
static char *with_value(const char *json, const char *key, const char *value, const char *until)
{
    const char *stop = strstr(json, until);
    sv_text text = {0};
    assert_non_null(stop);
    for (const char *next; (next = strstr(json, key)) != NULL && next < stop;) {
        next += strlen(key);
        sv_text_add_n(&text, json, (size_t)(next - json));
        sv_text_add(&text, value);
        json = next + strcspn(next, ",}");
    }
    sv_text_add(&text, json);
    assert_false(text.failed);
    return text.bytes;
}

/* All of them in the council, and each group with one seat: as they are, nobody hidden is a member, and nobody could draw so many seats. */
static void put_council(const char *json)
{
    char *seated = with_value(json, "\"seats\": ", "1", "klqblad"),
         *members = with_value(seated, "\"kind\": ", "\"council_member\"", "\"ties\": [");
    put_file(folder, "raad.json", members);
    free(seated);
    free(members);
}

static int begin(void **state)
{
    sv_text json = {0};
    (void)state;
    leak_map_compose(&json);
    folder = make_folder();
    put_file(folder, "kaart.json", json.bytes);
    put_council(json.bytes);
    put_file(folder, "weinig.json", few);
    sv_text_clear(&json);
    return 0;
}

static int end(void **state)
{
    (void)state;
    remove_folder(folder);
    return 0;
}

/* What a view asks for beside the map. */
static const char *needs_of(const char *view)
{
    return strcmp(view, "route") == 0 ? "--from openbaar --to tweede" : strcmp(view, "change") == 0 ? "--before ../weinig.json" : "";
}

static size_t search(const char *arguments, sv_audience audience)
{
    char *path = leak_answer(folder, arguments, audiences[audience], true);
    size_t found = leak_find(path, audience);
    free(path);
    return found;
}

/* With and without the issue: a view that judges is refused to the public on the one, and not on the other. */
static void no_view_holds_a_mark(void **state)
{
    static const char *const formats[] = {"svg", "pdf", "png", "dot"};
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (size_t view = 0; view < sv_view_count(); view++)
            for (size_t format = 0; format < 5; format++) {
                const char *id = sv_view_get(view)->id, *wish = getenv("SPEELVELD_EVERY_PAGE");
                char arguments[answer_size];
                if ((format == 0 || format == 2) && view > 0 && (!wish || !*wish)) /* the rest is for `make pictures` */
                    continue;
                snprintf(arguments, sizeof arguments, "draw ../%s --all --view %s %s %s -o %%s.%s",
                         strcmp(id, "council") == 0 ? "raad.json" : "kaart.json", id, needs_of(id),
                         format < 4                 ? ""
                         : strcmp(id, "rings") == 0 ? "--issue vraagstuk" /* its sentence has the Dutch words that stand in a column too */
                                                    : "--issue vraagstuk --lang nl",
                         formats[format % 4]);
                found += search(arguments, (sv_audience)audience);
            }
    assert_int_equal(found, 0);
}

static void no_slide_and_no_page_holds_a_mark(void **state)
{
    static const char *const answers[] = {
        "deck ../kaart.json --issue vraagstuk -o %s.pdf", /* as far as the audience may see them */
        "deck ../kaart.json --issue vraagstuk --views network,grid,alliances,money,signals --lang nl -o %s.pdf",
        "deck ../kaart.json --issue vraagstuk --views field,colours,trust,spectrum --lang nl -o %s.pdf",
        "handout ../kaart.json --issue vraagstuk -o %s.pdf",
        "handout ../kaart.json --issue vraagstuk --view alliances -o %s.pdf",
        "handout ../raad.json --issue vraagstuk --view council -o %s.pdf",
    };
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
            found += search(answers[i], (sv_audience)audience);
    assert_int_equal(found, 0);
}

/* Who went is drawn from the map before: what that one hides stays hidden, as does what the new one hides; and in the file of places too.
 */
static const char *const before_and_places[] = {
    "draw ../weinig.json --before ../kaart.json --all -o %s.svg",
    "draw ../weinig.json --before ../kaart.json --all -o %s.dot",
    "draw ../weinig.json --before ../kaart.json --all -o %s.pdf",
    "draw ../weinig.json --before ../kaart.json --all --lang nl --layout %s.json -o %s.svg",
    "draw ../kaart.json --before ../weinig.json --all --layout %s.json -o %s.svg",
    "draw ../kaart.json --before ../kaart.json --all --layout %s.json -o %s.svg",
    "draw ../kaart.json --all --layout %s.json -o %s.svg",
};
enum { n_before_and_places = sizeof before_and_places / sizeof *before_and_places };

static void neither_before_nor_places_hold_a_mark(void **state)
{
    size_t found = 0;
    (void)state;
    for (int audience = SV_TEAM; audience <= SV_PUBLIC; audience++)
        for (size_t i = 0; i < n_before_and_places; i++) {
            char *path = leak_answer(folder, before_and_places[i], audiences[audience], false); /* none of these is refused */
            found += leak_find(path, (sv_audience)audience);
            free(path);
        }
    assert_int_equal(found, 0);
}

/* ---- The search must find what there is ---- */

/* For ourselves the private actors are named in each of these. */
static void the_search_can_fail(void **state)
{
    static const char *const answers[] = {"draw ../kaart.json --all --issue vraagstuk --lang nl -o %s.svg",
                                          "draw ../kaart.json --all -o %s.pdf", "draw ../kaart.json --all -o %s.dot",
                                          "deck ../kaart.json --issue vraagstuk -o %s.pdf",
                                          "draw ../raad.json --view council --all -o %s.svg"};
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers + n_before_and_places; i++) {
        const char *answer = i < n_before_and_places ? before_and_places[i] : answers[i - n_before_and_places];
        char *path = leak_answer(folder, answer, "private", false);
        if (leak_count(path, IN_PRIVATE, SOME_STAND) < 2) {
            print_error("speelveld %s: the private actors are not named\n", answer);
            fail();
        }
        free(path);
    }
}

/* A title stands in a PDF packed as UTF-16, its text in streams as glyphs; both are opened. */
static void packed_texts_are_opened(void **state)
{
    char *path = leak_answer(folder, "draw ../weinig.json --title Verpakt -o %s.pdf", "private", false),
         *inside = get_file(path, "uit.pdf.inside"), *text = get_file(path, "uit.pdf.text");
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\4tEXtabcd....\0\0\0\0IDAT....\0\0\0\0zTXt....";
    (void)state;
    assert_non_null(strstr(inside, "Verpakt"));
    assert_non_null(strstr(inside, "BT")); /* where a text begins on a page */
    assert_non_null(strstr(text, "Verpakt"));
    assert_int_equal(inside_png_texts(png, sizeof png - 1), 2);
    free(text);
    free(inside);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_view_holds_a_mark),
        cmocka_unit_test(no_slide_and_no_page_holds_a_mark),
        cmocka_unit_test(neither_before_nor_places_hold_a_mark),
        cmocka_unit_test(the_search_can_fail),
        cmocka_unit_test(packed_texts_are_opened),
    };
    return cmocka_run_group_tests_name("leaks in pictures", tests, begin, end);
}
