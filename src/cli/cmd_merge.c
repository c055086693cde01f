/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld merge: two colleagues' maps into one. */
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "commands.h"
#include "joining.h"
#include "session.h"

static sv_status choose(const cli_call *call, sv_choice *prefer, sv_error *error)
{
    const char *word = cli_value(call, "prefer");
    *prefer = !word ? SV_CHOOSE_NONE : sv_text_same(word, "a") ? SV_CHOOSE_A : SV_CHOOSE_B;
    if (word && *prefer == SV_CHOOSE_B && !sv_text_same(word, "b"))
        return sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("A (the first map) or B (the second)"));
    return SV_OK;
}

/* What a map is called when it becomes an informant: its file, without folder and ending. NULL without memory. */
static char *name_of(const char *path)
{
    size_t n = strlen(path);
    char *whole, *name;
    const char *last, *dot;
    while (n > 1 && path[n - 1] == '/')
        n--;
    whole = sv_copy_text(path, n);
    if (!whole)
        return NULL;
    last = sv_file_name(whole);
    dot = strrchr(last, '.');
    name = sv_copy_text(last, dot && dot > last ? (size_t)(dot - last) : strlen(last));
    free(whole);
    return name;
}

static int merge(const cli_call *call, const sv_map *a, const sv_map *b, sv_merge_options *options, sv_report_format format)
{
    char *name_a = name_of(call->inputs[0]), *name_b = name_of(call->inputs[1]);
    sv_differences differences;
    sv_map *merged = NULL;
    sv_error error = {0};
    sv_status status;
    int code;
    sv_differences_init(&differences);
    options->name_a = name_a;
    options->name_b = name_b;
    cli_progress_step(SV_TR("merging the maps"));
    status = sv_map_merge(a, b, options, &merged, &differences, &error);
    code = status == SV_OK ? joining_finish(call, merged, &differences, format) : cli_complain(&error, call->language);
    sv_map_free(merged);
    sv_differences_clear(&differences);
    free(name_a);
    free(name_b);
    return code;
}

static int run(const cli_call *call)
{
    sv_merge_options options = {0};
    sv_report_format format;
    sv_map *a = NULL, *b = NULL;
    sv_error error = {0};
    int code;
    sv_status status = joining_inputs(call, 2, SV_TR("two maps"), true, &error);
    if (status == SV_OK)
        status = joining_format(call, &format, &error);
    if (status == SV_OK)
        status = choose(call, &options.prefer, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    status = joining_read(call, 0, &a);
    if (status == SV_OK)
        status = joining_read(call, 1, &b);
    code = status == SV_OK ? merge(call, a, b, &options, format) : cli_exit_code(status);
    sv_map_free(a);
    sv_map_free(b);
    return code;
}

static const cli_option options_table[] = {
    JOINING_OUTPUT_OPTION,
    {"prefer", 0, SV_TR("A|B"), SV_TR("where the two differ, keep what the first (A) or the second (B) says")},
    JOINING_FORMAT_OPTION,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_merge = {
    "merge",
    SV_TR("A B -o NEW"),
    SV_TR("Make two colleagues' maps into one"),
    SV_TR("Actors with one id, or one name and kind, become one; ties, positions and everything else of both are kept, with\n"
          "who said it. Where two cells differ nothing is chosen for you: they are listed, nothing is written, and the exit\n"
          "code is 1, unless --prefer says whose stands. A row is never shown to more people than in either map."),
    "speelveld merge data/samen-a data/samen-b --prefer A -o build/together.json",
    SV_TR("the maps of two colleagues in one file; where they differ, the first is right"),
    options_table,
    run};
