/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What changed, and telling it, while each allocation fails in turn. */
/* wraps: malloc calloc realloc */

#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "base/text.h"
#include "failing_memory.h"
#include "support.h"

static const char torture_before[] =
    "= Actors\nid;name;kind;own;group;power;organisation\nus;Wij;resident;yes;;;\na;Anna;council_member;;Groen;2;De "
    "Kade\nb;Bas;council_member;;Groen;3;\nc;Carl;;;;;\n"
    "k;De Kade;welfare;;;;\n= Ties\nfrom;to;kind;strength;informant\nus;a;knows;2;\na;b;knows;3;c\na;b;knows;1;Joop\nb;c;informs;;\n"
    "= Memberships\nwho;of\nc;k\n= Issues\nid;title;competent\ni;Het plein;council\n= "
    "Positions\nactor;issue;position;informant\na;i;2;\nb;i;-1;c\n"
    "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:a\n= Events\ndate;title;attendees\n1-1-2026;Raad;a|b\n= "
    "Contacts\ndate;actor;by\n1-1-2026;a;us\n";

static const char torture_after[] =
    "= "
    "Actors\nid;name;kind;own;group;power;organisation\nus;Wij;resident;yes;;;\na;Anna;council_member;;Groen;1;k\nb;Bas;council_member;;"
    "Groen;3;\nn;Nel;;;;;\n"
    "k;De Kade;welfare;;;;\n= Ties\nfrom;to;kind;strength;informant\nus;a;knows;2;\na;b;knows;3;\nn;k;knows;;\n"
    "= Memberships\nwho;of\na;k\n= Issues\nid;title;competent\ni;Het plein;council\nj;De brug;\n= "
    "Positions\nactor;issue;position;informant\na;i;-2;\nb;i;3;\n"
    "= Groups\ngroup;seats\nGroen;5\n= Events\ndate;title;attendees\n1-1-2026;Raad;b|a\n";

static sv_map *tortured[2];

static sv_status find_changes(size_t fail_at, sv_text *result, bool *failed)
{
    sv_changes *changes = NULL;
    sv_status status;
    memory_fails_at(fail_at);
    status = sv_changes_new(tortured[0], tortured[1], NULL, &changes, NULL);
    *failed = memory_is_back();
    assert_int_equal(status == SV_OK, changes != NULL);
    if (status == SV_OK)
        sv_text_addf(result, "%zu %zu %zu %zu %zu %zu %zu %zu", changes->n_actors, changes->n_cells, changes->n_ties,
                     changes->n_memberships, changes->n_positions, changes->n_groups, changes->n_scores, changes->n_links);
    sv_changes_free(changes);
    return status;
}

static sv_status report(size_t fail_at, sv_report_format format, bool all, sv_text *result, bool *failed)
{
    sv_changes *changes = NULL;
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    assert_int_equal(sv_changes_new(tortured[0], tortured[1], NULL, &changes, NULL), SV_OK);
    memory_fails_at(fail_at);
    status = sv_report_compare(changes, &(sv_changes_told){{.format = format, .language = SV_DUTCH, .audience = SV_TEAM}, all}, &text,
                               &length, NULL);
    *failed = memory_is_back();
    take_report(status, text, length, result);
    sv_changes_free(changes);
    return status;
}

static sv_status report_text(size_t fail_at, sv_text *result, bool *failed)
{
    return report(fail_at, SV_REPORT_TABLE, true, result, failed);
}

static sv_status report_csv(size_t fail_at, sv_text *result, bool *failed)
{
    return report(fail_at, SV_REPORT_CSV, false, result, failed);
}

static sv_status report_json(size_t fail_at, sv_text *result, bool *failed)
{
    return report(fail_at, SV_REPORT_JSON, false, result, failed);
}

static int set_up(void **state)
{
    (void)state;
    tortured[0] = map_of(torture_before, NULL);
    tortured[1] = map_of(torture_after, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_map_free(tortured[0]);
    sv_map_free(tortured[1]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TORTURE_MEMORY(find_changes),
        TORTURE_MEMORY(report_text),
        TORTURE_MEMORY(report_csv),
        TORTURE_MEMORY(report_json),
    };
    return cmocka_run_group_tests_name("changes_torture", tests, set_up, tear_down);
}
