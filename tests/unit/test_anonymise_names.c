/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A map without names: no name, id or address is left in any file that it is written to. */
#include <speelveld.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "gathering.h"
#include "reading.h"

static sv_map *anonymise(const sv_map *map, const char *seed, sv_anonymised *told)
{
    sv_map *made;
    assert_int_equal(sv_map_anonymise(map, &(sv_anonymise_options){seed, SV_ENGLISH}, &made, told, NULL), SV_OK);
    return made;
}

/* The map in all formats, as bytes. */
static void write_all(const sv_map *map, sv_text *all)
{
    static const char *const names[] = {"k.json", "k.xlsx", "k"};
    for (int i = 0; i < 3; i++) {
        char *folder = make_folder(), *path = sv_file_join(folder, names[i]);
        assert_int_equal(sv_map_write(map, path, NULL, NULL), SV_OK);
        gather_files(path, all);
        free(path);
        remove_folder(folder);
    }
}

/* A mark of its own, with an address in it, in every cell that can hold a text; and in own columns and sheets. */
static void compose(sv_text *json)
{
    size_t mark = 0;
    sv_text_add(json, "{\"speelveld\": 1");
    for (int sheet = 0; sheet < SV_SHEETS; sheet++) {
        const sv_sheet_about *about = sv_sheet_get((sv_sheet)sheet);
        bool single = about->flags & SV_SHEET_SINGLE;
        sv_text_addf(json, ",\n\"%s\": %s{\"eigen zqx kolom\": \"zqx%zu\"", about->key, single ? "" : "[", mark++);
        for (size_t i = 0; i < about->n_columns; i++) {
            sv_text_addf(json, ", \"%s\": ", about->columns[i].en);
            switch (about->columns[i].type) {
            case SV_TYPE_ID:
            case SV_TYPE_ACTOR:
            case SV_TYPE_ISSUE: sv_text_add(json, "\"zqx-een\""); break;
            case SV_TYPE_ACTORS: sv_text_add(json, "[\"zqx-een\"]"); break;
            case SV_TYPE_SPOKESPERSONS: sv_text_addf(json, "[\"zqx%zu:zqx-een\"]", mark++); break;
            case SV_TYPE_LIST:
                sv_text_addf(json, "[\"zqx%zu@voorbeeld.nl\", \"zqx%zu\"]", mark, mark + 1);
                mark += 2;
                break;
            case SV_TYPE_TEXT:
            case SV_TYPE_NAME:
            case SV_TYPE_ACTOR_KIND:
            case SV_TYPE_TIE_KIND:
            case SV_TYPE_ORGANISATION: sv_text_addf(json, "\"zqx%zu@voorbeeld.nl\"", mark++); break;
            case SV_TYPE_DATE: sv_text_add(json, "\"2026-03-17\""); break;
            case SV_TYPE_TIME: sv_text_add(json, "\"17:43\""); break;
            case SV_TYPE_YESNO: sv_text_add(json, "true"); break;
            case SV_TYPE_DIRECTION: sv_text_add(json, "\"both\""); break;
            case SV_TYPE_INVOLVEMENT: sv_text_add(json, "\"co_know\""); break;
            case SV_TYPE_COMPETENT: sv_text_add(json, "\"council\""); break;
            case SV_TYPE_PHASE: sv_text_add(json, "\"exploring\""); break;
            case SV_TYPE_VISIBILITY: sv_text_add(json, "\"team\""); break;
            default: sv_text_add(json, about->columns[i].type == SV_TYPE_NUMBER ? "17.43" : "1"); break;
            }
        }
        sv_text_add(json, single ? "}" : "}]");
    }
    sv_text_add(json, ",\n\"zqxblad\": [{\"zqx\": \"zqx\"}]}\n");
    assert_true(mark > 50 && !json->failed);
}

static void no_marks_are_left(void **state)
{
    static const char *const marks[] = {"zqx", "voorbeeld.nl", "17:43", "17.43", "2026-03-17", "17-03-2026"};
    sv_text json = {0}, all = {0};
    sv_anonymised told;
    sv_map *made;
    reading r;
    (void)state;
    compose(&json);
    r = read_text("kaart.json", json.bytes);
    assert_int_equal(r.problems.errors, 0);
    made = anonymise(r.map, NULL, &told);
    assert_true(told.own_columns == SV_SHEETS && told.own_sheets == 1 && told.texts > 20);
    write_all(made, &all);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (memmem(all.bytes, all.length, marks[i], strlen(marks[i])))
            fail_msg("\"%s\" is still there", marks[i]);
    all.length = 0;
    write_all(r.map, &all); /* the same search in the map as it was */
    for (size_t i = 0; i < 3; i++)
        assert_non_null(memmem(all.bytes, all.length, marks[i], strlen(marks[i])));
    sv_anonymised_clear(&told);
    sv_map_free(made);
    clear_reading(&r);
    sv_text_clear(&all);
    sv_text_clear(&json);
}

/* Every name, title, place, party, theme and neighbourhood of the sample, and every id. Words of ours, such as "Gemeente", do not count. */
static void no_names_of_the_sample(void **state)
{
    static const struct {
        sv_sheet sheet;
        size_t column;
    } names[] = {
        {SV_ACTORS, SV_ACTOR_ID},    {SV_ACTORS, SV_ACTOR_NAME}, {SV_ACTORS, SV_ACTOR_PARTY},         {SV_ACTORS, SV_ACTOR_NEIGHBOURHOOD},
        {SV_ISSUES, SV_ISSUE_TITLE}, {SV_ISSUES, SV_ISSUE_ID},   {SV_EVENTS, SV_EVENT_TITLE},         {SV_EVENTS, SV_EVENT_PLACE},
        {SV_GROUPS, SV_GROUP_NAME},  {SV_ACTORS, SV_ACTOR_NOTE}, {SV_SIGNALS, SV_SIGNAL_DESCRIPTION}, {SV_CONTACTS, SV_CONTACT_OUTCOME}};
    sv_map *map = read_edition("data/waterrijk", SV_PRIVATE), *made = anonymise(map, NULL, NULL);
    char *json = map_as_json(made);
    size_t looked = 0;
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t row = 0; row < sv_map_rows(map, names[i].sheet); row++) {
            const char *cell = sv_map_cell(map, names[i].sheet, row, names[i].column);
            sv_text quoted = {0};
            sv_text_addf(&quoted, "\"%s\"", cell); /* as a whole cell; names of people also within one */
            looked += *cell != '\0';
            if (*cell &&
                (strstr(json, quoted.bytes) || (names[i].column == SV_ACTOR_NAME && names[i].sheet == SV_ACTORS && strstr(json, cell))))
                fail_msg("\"%s\" is still there", cell);
            sv_text_clear(&quoted);
        }
    assert_true(looked > 300);
    free(json);
    sv_map_free(made);
    sv_map_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_marks_are_left),
        cmocka_unit_test(no_names_of_the_sample),
    };
    return cmocka_run_group_tests_name("anonymise_names", tests, NULL, NULL);
}
