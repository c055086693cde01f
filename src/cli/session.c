/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading what a command asks for, and saying what is wrong with it. */
#include "session.h"

#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/text.h"

enum { faults_shown = 10 }; /* on standard error; check shows all */

int cli_exit_code(sv_status status)
{
    switch (status) {
    case SV_OK: return exit_answer;
    case SV_USAGE: return exit_usage;
    case SV_DATA:
    case SV_IO: return exit_data;
    default: return exit_internal;
    }
}

/* True when standard error takes colour: a terminal, and NO_COLOR is not set. */
static bool takes_colour(void)
{
    const char *no = getenv("NO_COLOR");
    return isatty(STDERR_FILENO) && (!no || !*no);
}

static void say(const sv_error *error, sv_language language)
{
    char where[512], message[1024], remedy[1024];
    bool colour = takes_colour();
    const char *strong = !colour ? "" : sv_code_severity(error->code) == SV_ERROR ? "\033[1;31m" : "\033[1m";
    sv_error_where(error, language, where, sizeof where);
    sv_error_message(error, language, message, sizeof message);
    sv_error_remedy(error, language, remedy, sizeof remedy);
    fprintf(stderr, "%s%s%s%s%s\n", where, *where ? ": " : "", strong, message, colour ? "\033[0m" : "");
    if (*remedy)
        fprintf(stderr, "    %s\n", remedy);
}

int cli_complain(const sv_error *error, sv_language language)
{
    cli_progress_stop();
    say(error, language);
    return cli_exit_code(sv_code_status(error->code));
}

/* Errors first: of a thousand faults the ten that are shown should be those that stop the work. */
static void say_problems(const sv_problems *problems, sv_language language)
{
    size_t shown = 0;
    for (size_t i = 0; i < problems->n && shown < faults_shown; i++)
        if (sv_code_severity(problems->items[i].code) == SV_ERROR && problems->items[i].code != SV_E_ROW_DEPENDS) {
            say(&problems->items[i], language);
            shown++;
        }
    if (problems->errors > shown)
        fprintf(stderr, sv_translate(language, SV_TR("… and %zu more.\n")), problems->errors - shown);
}

static sv_status say_status(const sv_error *error, sv_language language)
{
    cli_complain(error, language);
    return sv_code_status(error->code);
}

sv_status cli_refuse_inputs(const cli_call *call, const char *path, sv_error *error)
{
    for (size_t i = 0; i < call->n_inputs; i++)
        if (sv_file_is_same(call->inputs[i], path))
            return sv_error_set(error, SV_E_FILE_INPUT, path, NULL);
    return SV_OK;
}

size_t cli_faulty_rows(const sv_map *map)
{
    size_t n = 0;
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(map, (sv_sheet)sheet); row++)
            n += !sv_map_usable(map, (sv_sheet)sheet, row);
    return n;
}

/* Stops at faults, or says how many rows --lenient leaves out. */
static sv_status weigh_problems(const cli_call *call, const sv_map *map, const sv_problems *problems)
{
    char count[32];
    sv_error error = {0};
    if (!problems->errors)
        return SV_OK;
    if (cli_given(call, "lenient")) {
        if (call->command != &cmd_convert && call->command != &cmd_forget) /* which keep them */
            fprintf(stderr, sv_translate(call->language, SV_TR("Going on without the rows that have faults: %zu.\n")),
                    cli_faulty_rows(map));
        return SV_OK;
    }
    say_problems(problems, call->language);
    snprintf(count, sizeof count, "%zu", problems->errors);
    sv_error_set(&error, SV_E_FAULTS, count, NULL);
    return say_status(&error, call->language);
}

sv_status cli_make_edition(const cli_call *call, sv_audience audience, sv_map **map)
{
    sv_error error = {0};
    sv_map *whole = *map, *edition = NULL;
    sv_status status = cli_audience(call, audience, &audience, &error);
    if (status == SV_OK && audience == SV_PRIVATE)
        return SV_OK;
    if (status == SV_OK)
        status = sv_map_edition(whole, audience, &edition, &error);
    sv_map_free(whole);
    *map = edition;
    return status == SV_OK ? SV_OK : say_status(&error, call->language);
}

sv_status cli_read_whole_map(const cli_call *call, sv_map **map)
{
    sv_problems problems;
    sv_error error = {0};
    sv_status status;
    sv_problems_init(&problems);
    *map = NULL;
    if (call->n_inputs == 0) {
        char help[80];
        snprintf(help, sizeof help, "speelveld %s --help", call->command->name);
        sv_error_set(&error, SV_E_ARGUMENT_MISSING, SV_TR("a map"), help);
        return say_status(&error, call->language);
    }
    cli_progress_step(SV_TR("reading the map"));
    status = sv_map_read(call->inputs, call->n_inputs, map, &problems, &error);
    if (status != SV_OK) {
        say_status(&error, call->language); /* what stopped it, before what else is wrong */
        if (problems.errors > 1)
            fprintf(stderr, sv_translate(call->language, SV_TR("… and %zu more.\n")), problems.errors - 1);
    } else {
        status = weigh_problems(call, *map, &problems);
    }
    if (status != SV_OK) {
        sv_map_free(*map);
        *map = NULL;
    }
    sv_problems_clear(&problems);
    return status;
}

sv_status cli_read_map(const cli_call *call, sv_audience audience, sv_map **map)
{
    sv_status status = cli_read_whole_map(call, map);
    return status == SV_OK ? cli_make_edition(call, audience, map) : status;
}

sv_status cli_audience(const cli_call *call, sv_audience otherwise, sv_audience *audience, sv_error *error)
{
    static const char *const words[][2] = {{"private", "privé"}, {"team", "intern"}, {"public", "openbaar"}};
    const char *word = cli_value(call, "audience");
    *audience = otherwise;
    if (!word)
        return SV_OK;
    for (int i = 0; i < 3; i++)
        if (sv_text_same(word, words[i][0]) || sv_text_same(word, words[i][1])) {
            *audience = (sv_audience)i;
            return SV_OK;
        }
    return sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("private, team or public"));
}

sv_status cli_as_of(const cli_call *call, int *day, sv_error *error)
{
    const char *word = cli_value(call, "as-of"), *epoch = getenv("SOURCE_DATE_EPOCH");
    double seconds = 0;
    bool set = epoch && *epoch;
    bool sound = !set || (sv_number_parse(epoch, &seconds) && seconds >= 0 && seconds < 253402300800.0); /* to the year 9999 */
    time_t now = set && sound ? (time_t)seconds : time(NULL);
    struct tm parts = {0};
    if (word)
        return sv_date_parse(word, day)
                   ? SV_OK
                   : sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("a day that exists, as dd-mm-yyyy or yyyy-mm-dd"));
    if (!sound)
        return sv_error_set(error, SV_E_OPTION_VALUE, epoch, SV_TR("a day that exists, as dd-mm-yyyy or yyyy-mm-dd"));
    gmtime_r(&now, &parts);
    *day = (parts.tm_year + 1900) * 10000 + (parts.tm_mon + 1) * 100 + parts.tm_mday;
    return SV_OK;
}

sv_status cli_issue_named(const sv_map *map, const char *word, size_t *issue, sv_error *error)
{
    sv_text known = {0};
    sv_status status;
    *issue = sv_map_find_issue(map, word);
    if (*issue != SV_NO_ROW)
        return SV_OK;
    for (size_t row = 0; row < sv_map_rows(map, SV_ISSUES); row++)
        sv_text_addf(&known, "%s%s", known.length ? ", " : "", sv_map_cell(map, SV_ISSUES, row, SV_ISSUE_ID));
    status = sv_error_set(error, SV_E_ISSUE_NONE, word, known.length ? sv_text_get(&known) : "–");
    sv_text_clear(&known);
    return status;
}

sv_status cli_issue(const cli_call *call, const sv_map *map, size_t *issue, sv_error *error)
{
    const char *word = cli_value(call, "issue");
    *issue = SV_NO_ROW;
    return word ? cli_issue_named(map, word, issue, error) : SV_OK;
}

sv_status cli_score(const char *id, size_t *score, sv_error *error)
{
    sv_text known = {0};
    sv_status status;
    *score = sv_score_find(id);
    for (size_t i = 0; *score == SIZE_MAX && i < sv_score_count(); i++) /* also as tables call it */
        if (sv_text_same(id, sv_score_get(i)->nl) || sv_text_same(id, sv_score_get(i)->en))
            *score = i;
    if (*score != SIZE_MAX)
        return SV_OK;
    for (size_t i = 0; i < sv_score_count(); i++)
        sv_text_addf(&known, "%s%s", i ? ", " : "", sv_score_get(i)->id);
    status = sv_error_set(error, SV_E_SCORE_UNKNOWN, id, sv_text_get(&known));
    sv_text_clear(&known);
    return status;
}

sv_status cli_count(const cli_call *call, const char *name, size_t otherwise, size_t *count, sv_error *error)
{
    const char *word = cli_value(call, name);
    double number = 0;
    *count = otherwise;
    if (!word)
        return SV_OK;
    if (!sv_number_parse(word, &number) || number < 0 || number > 1e9 || number != (double)(size_t)number)
        return sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("a whole number, 0 or more"));
    *count = (size_t)number;
    return SV_OK;
}

int cli_answer(const char *text, size_t length, sv_language language)
{
    sv_error error = {0};
    cli_progress_stop();
    if (sv_file_write("-", text, length, &error) != SV_OK)
        return cli_complain(&error, language);
    return exit_answer;
}
