/* SPDX-License-Identifier: MIT */
/* The plain picture: copies what it is given, counts, and survives being cleared twice. */
#include <speelveld/picture.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void starts_empty_and_white(void **state)
{
    sv_picture picture;
    (void)state;
    sv_picture_init(&picture, 960, 540);
    assert_true(picture.width == 960 && picture.height == 540);
    assert_int_equal(picture.background, 0xFFFFFFFFu);
    assert_int_equal(picture.n_marks + picture.n_lines, 0);
    assert_null(picture.title);
    sv_picture_clear(&picture);
    sv_picture_clear(&picture);
}

static void keeps_copies(void **state)
{
    sv_picture picture;
    char id[] = "fatima", text[] = "Fatima\nel Idrissi", title[] = "Title";
    (void)state;
    sv_picture_init(&picture, 100, 100);
    sv_picture_describe(&picture, title, NULL, "nl");
    assert_int_equal(sv_picture_mark(&picture, &(sv_mark){.id = id, .text = text, .tooltip = ""}), 0);
    memset(id, 'x', sizeof id - 1);
    memset(text, 'x', sizeof text - 1);
    memset(title, 'x', sizeof title - 1);
    assert_string_equal(picture.marks[0].id, "fatima");
    assert_string_equal(picture.marks[0].text, "Fatima\nel Idrissi");
    assert_string_equal(picture.marks[0].tooltip, "");
    assert_null(picture.marks[0].link);
    assert_string_equal(picture.title, "Title");
    assert_null(picture.description);
    sv_picture_clear(&picture);
}

static void texts_stay_where_they_are(void **state)
{
    sv_picture picture;
    const char *first;
    (void)state;
    sv_picture_init(&picture, 100, 100);
    sv_picture_mark(&picture, &(sv_mark){.id = "first"});
    first = picture.marks[0].id;
    for (size_t i = 1; i < 5000; i++) {
        char id[24];
        snprintf(id, sizeof id, "mark-%zu", i);
        assert_int_equal(sv_picture_mark(&picture, &(sv_mark){.id = id}), i);
        assert_int_equal(sv_picture_line(&picture, &(sv_line){.id = id, .from = 0, .to = i}), i - 1);
    }
    assert_ptr_equal(picture.marks[0].id, first);
    assert_string_equal(picture.marks[4999].id, "mark-4999");
    assert_string_equal(picture.lines[4998].id, "mark-4999");
    assert_int_equal(picture.lines[4998].to, 4999);
    assert_false(picture.failed);
    sv_picture_clear(&picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_empty_and_white),
        cmocka_unit_test(keeps_copies),
        cmocka_unit_test(texts_stay_where_they_are),
    };
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
