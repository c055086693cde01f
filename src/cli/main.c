/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld, the program: finds the command and the language, and hands over. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../base/language.h"
#include "commands.h"
#include "manual.h"
#include "session.h"

const cli_command *const cli_commands[] = {
    &cmd_new,
    &cmd_check,
    &cmd_scores,
    &cmd_draw,
    &cmd_deck,
    &cmd_handout,
    &cmd_allies,
    &cmd_route,
    &cmd_majority,
    &cmd_contacts,
    &cmd_who,
    &cmd_message,
    &cmd_support,
    &cmd_match,
    &cmd_gaps,
    &cmd_exposure,
    &cmd_what_if,
    &cmd_compare,
    &cmd_explain,
    &cmd_signals,
    &cmd_privacy,
    &cmd_forget,
    &cmd_anonymise,
    &cmd_convert,
    &cmd_merge,
    &cmd_duplicates,
    &cmd_join,
    NULL,
};

/* --lang wherever it stands, else what the system says, else English. A fault when --lang names another language. */
static sv_status find_language(int argc, char **argv, sv_language *language, sv_error *error)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    *language = SV_ENGLISH;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *word = strncmp(argv[i], "--lang=", 7) == 0 ? argv[i] + 7 : NULL;
        if (strcmp(argv[i], "--lang") == 0) {
            if (i + 1 == argc)
                return sv_error_set(error, SV_E_OPTION_NEEDS, argv[i], "nl|en");
            word = argv[++i];
        }
        if (word)
            return sv_language_parse(word, language) ? SV_OK : sv_error_set(error, SV_E_OPTION_VALUE, word, SV_TR("nl or en"));
    }
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) {
            sv_language_parse(value, language); /* one we do not speak: English */
            break;
        }
    }
    return SV_OK;
}

static const cli_command *find_command(const char *name)
{
    for (size_t i = 0; cli_commands[i]; i++)
        if (strcmp(cli_commands[i]->name, name) == 0)
            return cli_commands[i];
    return NULL;
}

static int complain_command(const char *name, sv_language language)
{
    char known[500] = "";
    sv_error error = {0};
    for (size_t i = 0; cli_commands[i]; i++) {
        strncat(known, i ? ", " : "", sizeof known - strlen(known) - 1);
        strncat(known, cli_commands[i]->name, sizeof known - strlen(known) - 1);
    }
    sv_error_set(&error, SV_E_COMMAND_UNKNOWN, name, known);
    return cli_complain(&error, language);
}

/* An option before the command that no one takes; NULL when all is well. */
static const char *stray_option(int argc, char **argv, int end)
{
    static const char *const known[] = {"--version", "-V", "--help", "-h", "--lang"};
    for (int i = 1; i < argc && i < end; i++) {
        bool fine = strncmp(argv[i], "--lang=", 7) == 0;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            fine |= strcmp(argv[i], known[k]) == 0;
        if (!fine)
            return argv[i];
        i += strcmp(argv[i], "--lang") == 0;
    }
    return NULL;
}

/* The place of the command's name: the first argument that is no option, --lang's value left out. */
static int find_name(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--lang") == 0)
            i++;
        else if (argv[i][0] != '-')
            return i;
    }
    return argc;
}

static bool asks(int argc, char **argv, int end, const char *option, const char *letter)
{
    for (int i = 1; i < argc && i < end; i++)
        if (strcmp(argv[i], option) == 0 || strcmp(argv[i], letter) == 0)
            return true;
    return false;
}

/* Flushed here, so that an answer that did not reach its place is never taken for one that did. */
static int finish(int code, sv_language language)
{
    sv_error error = {0};
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    sv_error_set(&error, SV_E_FILE_WRITE, "-", strerror(errno));
    return cli_complain(&error, language);
}

static int run_command(const cli_command *command, int argc, char **argv, sv_language language)
{
    cli_call call = {.language = language};
    sv_error error = {0};
    int code;
    if (cli_parse(command, argc, argv, &call, &error) != SV_OK)
        return cli_complain(&error, language);
    if (cli_given(&call, "help")) {
        cli_help(command, language);
        return finish(exit_answer, language);
    }
    cli_progress_start(language);
    code = command->run(&call);
    cli_progress_stop();
    return finish(code, language);
}

int main(int argc, char **argv)
{
    sv_language language;
    sv_error error = {0};
    const cli_command *command;
    sv_status spoken = find_language(argc, argv, &language, &error);
    int name = find_name(argc, argv);
    const char *stray = stray_option(argc, argv, name);
    if (spoken == SV_OK && stray)
        spoken = sv_error_set(&error, SV_E_OPTION_UNKNOWN, stray, "speelveld --help");
    if (spoken != SV_OK)
        return cli_complain(&error, language);
    if (asks(argc, argv, name, "--version", "-V")) {
        printf("speelveld %s\n", sv_version());
        return finish(exit_answer, language);
    }
    if (name == argc || strcmp(argv[name], "help") == 0) {
        bool asked = name < argc || asks(argc, argv, argc, "--help", "-h");
        int about = name < argc ? name + find_name(argc - name, argv + name) : argc;
        command = about < argc ? find_command(argv[about]) : NULL;
        if (about < argc && !command)
            return complain_command(argv[about], language);
        if (asks(argc, argv, argc, "--man", "--man"))
            cli_manual(language);
        else if (asks(argc, argv, argc, "--bash", "--bash"))
            cli_completion();
        else if (asks(argc, argv, argc, "--schema", "--schema"))
            cli_schema();
        else if (command)
            cli_help(command, language);
        else
            cli_overview(language);
        return finish(asked ? exit_answer : exit_usage, language);
    }
    command = find_command(argv[name]);
    if (!command)
        return complain_command(argv[name], language);
    if (asks(argc, argv, name, "--help", "-h")) {
        cli_help(command, language);
        return finish(exit_answer, language);
    }
    return run_command(command, argc - name - 1, argv + name + 1, language);
}
