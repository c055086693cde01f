/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "comparing.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "support.h"

comparing compare_texts(const char *before, const char *after, int as_of)
{
    comparing p = {map_of(before, NULL), map_of(after, NULL), NULL};
    assert_int_equal(sv_changes_new(p.before, p.after, &(sv_changes_options){.as_of = as_of}, &p.changes, NULL), SV_OK);
    return p;
}

void clear_comparing(comparing *p)
{
    sv_changes_free(p->changes);
    sv_map_free(p->before);
    sv_map_free(p->after);
}

const char *changed_id(const comparing *p, size_t actor)
{
    return sv_map_actor(p->changes->both, actor)->id;
}
