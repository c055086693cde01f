/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "answering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support.h"

sv_map *two_people(void)
{
    return map_of("= Map\ntitle\nHet plein\n= Actors\nid;name\na;Anna Smit\nb;Bas {who}\n", NULL);
}

answer begin_answer(const sv_map *map, sv_report_format format, sv_language language)
{
    answer made;
    answer_begin(&made, "test", map, &(sv_answer_options){.format = format, .language = language, .audience = SV_TEAM, .as_of = 20261001});
    return made;
}

char *end_answer(answer *made)
{
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(answer_end(made, &text, &length, NULL), SV_OK);
    assert_int_equal(strlen(text), length);
    return text;
}

void assert_answer(answer *made, const char *wanted)
{
    char *text = end_answer(made);
    assert_string_equal(text, wanted);
    free(text);
}
