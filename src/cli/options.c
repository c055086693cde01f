/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parsing the command line, and the help, both from the tables of the commands. */
#include "options.h"

#include <stdio.h>
#include <string.h>

#include "../base/language.h"
#include "../base/text.h"

const cli_option cli_common_options[] = {
    {"lang", 0, SV_TR("nl|en"), SV_TR("answer in Dutch or English (else the language of your system)")},
    {"help", 'h', NULL, SV_TR("show this help")},
    {NULL, 0, NULL, NULL},
};

/* Options are numbered through: the command's own first, then the common ones. */
static const cli_option *option_at(const cli_command *command, size_t i)
{
    for (const cli_option *option = command->options; option->name; option++)
        if (i-- == 0)
            return option;
    for (const cli_option *option = cli_common_options; option->name; option++)
        if (i-- == 0)
            return option;
    return NULL;
}

static size_t find_option(const cli_command *command, const char *name, size_t n, char letter)
{
    const cli_option *option;
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++)
        if (letter ? option->letter == letter : strlen(option->name) == n && memcmp(option->name, name, n) == 0)
            return i;
    return SIZE_MAX;
}

const char *cli_value(const cli_call *call, const char *name)
{
    size_t option = find_option(call->command, name, strlen(name), 0);
    for (size_t i = call->n_given; i-- > 0;)
        if (call->given[i].option == option)
            return call->given[i].value;
    return NULL;
}

const char *cli_next_value(const cli_call *call, const char *name, size_t *at)
{
    size_t option = find_option(call->command, name, strlen(name), 0);
    while (*at < call->n_given) {
        const cli_given_option *given = &call->given[(*at)++];
        if (given->option == option)
            return given->value;
    }
    return NULL;
}

bool cli_given(const cli_call *call, const char *name)
{
    return cli_value(call, name) != NULL;
}

static sv_status see_help(const cli_command *command, sv_code code, const char *found, sv_error *error)
{
    char help[80];
    snprintf(help, sizeof help, "speelveld %s --help", command->name);
    return sv_error_set(error, code, found, help);
}

static sv_status keep_value(cli_call *call, size_t option, const char *value, sv_error *error)
{
    if (call->n_given == cli_given_most)
        return see_help(call->command, SV_E_ARGUMENT_EXTRA, value, error);
    call->given[call->n_given++] = (cli_given_option){option, value};
    return SV_OK;
}

/* One argument that starts with a dash; *i moves on when its value is the next argument. */
static sv_status parse_option(const cli_command *command, int argc, char **argv, int *i, cli_call *call, sv_error *error)
{
    const char *argument = argv[*i], *value = NULL, *equals;
    const cli_option *option;
    bool is_long = argument[1] == '-';
    size_t at, n;
    if (is_long) {
        equals = strchr(argument, '=');
        n = equals ? (size_t)(equals - argument) - 2 : strlen(argument) - 2;
        at = find_option(command, argument + 2, n, 0);
        value = equals ? equals + 1 : NULL;
    } else {
        at = find_option(command, NULL, 0, argument[1]);
        value = argument[2] ? argument + 2 : NULL;
    }
    if (at == SIZE_MAX)
        return see_help(command, SV_E_OPTION_UNKNOWN, argument, error);
    option = option_at(command, at);
    if (!option->value)
        return value ? see_help(command, SV_E_OPTION_UNKNOWN, argument, error) : keep_value(call, at, "", error);
    if (!value && *i + 1 < argc)
        value = argv[++*i];
    if (!value)
        return sv_error_set(error, SV_E_OPTION_NEEDS, argument, option->value);
    return keep_value(call, at, value, error);
}

/* A dash and more, but not a number below zero. */
static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] && !strchr("0123456789.,", argument[1]);
}

sv_status cli_parse(const cli_command *command, int argc, char **argv, cli_call *call, sv_error *error)
{
    bool only_inputs = false;
    call->command = command;
    for (int i = 0; i < argc; i++) {
        if (!only_inputs && strcmp(argv[i], "--") == 0) {
            only_inputs = true;
        } else if (!only_inputs && is_option(argv[i])) {
            sv_status status = parse_option(command, argc, argv, &i, call, error);
            if (status != SV_OK)
                return status;
        } else {
            if (call->n_inputs == cli_inputs_most)
                return see_help(command, SV_E_ARGUMENT_EXTRA, argv[i], error);
            call->inputs[call->n_inputs++] = argv[i];
        }
    }
    return SV_OK;
}

/* The left half of an option's line: "-o, --output FILE". */
static void add_left(const cli_option *option, sv_language language, sv_text *left)
{
    if (option->letter)
        sv_text_addf(left, "-%c, ", option->letter);
    else
        sv_text_add(left, "    ");
    sv_text_addf(left, "--%s", option->name);
    if (option->value)
        sv_text_addf(left, " %s", sv_translate(language, option->value));
}

static void print_option(const cli_option *option, size_t widest, sv_language language)
{
    sv_text left = {0};
    add_left(option, language, &left);
    printf("  %s%*s  %s\n", sv_text_get(&left), (int)(widest - sv_utf8_width(sv_text_get(&left))), "",
           sv_translate(language, option->help));
    sv_text_clear(&left);
}

static void print_options(const cli_command *command, sv_language language)
{
    const cli_option *option;
    size_t widest = 0;
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++) {
        sv_text left = {0};
        add_left(option, language, &left);
        if (sv_utf8_width(sv_text_get(&left)) > widest)
            widest = sv_utf8_width(sv_text_get(&left));
        sv_text_clear(&left);
    }
    for (size_t i = 0; (option = option_at(command, i)) != NULL; i++)
        print_option(option, widest, language);
}

/* The ids of the catalogue, family by family, wrapped at the width of a terminal. */
static void add_scores(sv_language language, sv_text *out)
{
    static const char *const families[SV_SCORE_FAMILIES] = {SV_TR("influence"), SV_TR("bridging"), SV_TR("groups"),
                                                            SV_TR("only when asked for by name")};
    enum { widest_line = 118 };
    for (size_t family = 0; family < SV_SCORE_FAMILIES; family++) {
        size_t width = 0;
        for (size_t i = 0; i < sv_score_count(); i++) {
            const sv_score *score = sv_score_get(i);
            if (score->family != (sv_score_family)family)
                continue;
            if (width == 0) {
                const char *name = sv_translate(language, families[family]);
                sv_text_addf(out, "%s  %s: ", family ? "\n" : "", name);
                width = 4 + sv_utf8_width(name);
            } else if (width + 2 + strlen(score->id) > widest_line) {
                sv_text_add(out, ",\n    ");
                width = 4;
            } else {
                sv_text_add(out, ", ");
                width += 2;
            }
            sv_text_add(out, score->id);
            width += strlen(score->id);
        }
    }
}

void cli_about(const cli_command *command, sv_language language, sv_text *out)
{
    static const char scores[] = "{scores}";
    const char *about = sv_translate(language, command->about), *place = strstr(about, scores);
    if (place) {
        sv_text_add_n(out, about, (size_t)(place - about));
        add_scores(language, out);
        about = place + strlen(scores);
    }
    sv_text_add(out, about);
}

void cli_help(const cli_command *command, sv_language language)
{
    sv_text about = {0};

    printf("speelveld %s %s\n\n%s\n", command->name, sv_translate(language, command->usage), sv_translate(language, command->purpose));
    cli_about(command, language, &about);
    if (about.length)
        printf("\n%s\n", sv_text_get(&about));
    sv_text_clear(&about);
    printf("\n%s\n", sv_translate(language, SV_TR("Options:")));
    print_options(command, language);
    printf("\n%s\n  %s\n      %s\n", sv_translate(language, SV_TR("Example:")), command->example,
           sv_translate(language, command->example_about));
}

void cli_overview(sv_language language)
{
    printf("%s\n\n",
           sv_translate(language,
                        SV_TR("speelveld maps the playing field around an issue: who is influential, who bridges, who stands where.")));
    printf("%s\n", sv_translate(language, SV_TR("Usage: speelveld COMMAND …")));
    for (size_t i = 0; cli_commands[i]; i++)
        printf("  %-11s %s\n", cli_commands[i]->name, sv_translate(language, cli_commands[i]->purpose));
    printf(
        "\n%s\n",
        sv_translate(language, SV_TR("A map is an Excel or LibreOffice workbook, a folder of CSV files, or one JSON file. Start with:")));
    printf("  speelveld new %s.xlsx\n", sv_translate(language, SV_TR("mymap")));
    printf("\n%s\n", sv_translate(language, SV_TR("More about a command: speelveld COMMAND --help. Also: --version, --lang nl|en.")));
    printf(
        "%s\n",
        sv_translate(
            language,
            SV_TR(
                "Exit codes: 0 an answer, 1 none or problems found, 2 wrong usage, 3 the input cannot be used, 4 a fault in speelveld.")));
}
