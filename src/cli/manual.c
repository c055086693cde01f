/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The manual page and the shell completion, written from the same tables as the help, so that they cannot say
 * anything else: speelveld help --man, speelveld help --bash.
 */
#include "manual.h"

#include <stdio.h>
#include <string.h>

#include "../base/language.h"

/* Text for roff: backslashes doubled, a dash as a dash, and no line that begins with a control character. */
static void put_roff(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
        if (*text == '\n' && (text[1] == '.' || text[1] == '\''))
            fputs("\\&", stdout);
    }
}

static void put_line(const char *before, const char *text, const char *after)
{
    fputs(before, stdout);
    put_roff(text);
    fputs(after, stdout);
}

static void put_option(const cli_option *option, sv_language language)
{
    fputs(".TP\n", stdout);
    if (option->letter)
        printf("\\fB\\-%c\\fR, ", option->letter);
    put_line("\\fB\\-\\-", option->name, "\\fR");
    if (option->value)
        put_line(" \\fI", sv_translate(language, option->value), "\\fR");
    put_line("\n", sv_translate(language, option->help), "\n");
}

static void put_command(const cli_command *command, sv_language language)
{
    sv_text about = {0};
    put_line(".SS \"speelveld ", command->name, " ");
    put_line("", sv_translate(language, command->usage), "\"\n");
    put_line("", sv_translate(language, command->purpose), ".\n");
    cli_about(command, language, &about);
    if (about.length)
        put_line(".PP\n", sv_text_get(&about), "\n");
    sv_text_clear(&about);
    for (const cli_option *option = command->options; option->name; option++)
        put_option(option, language);
    put_line(".PP\n", sv_translate(language, SV_TR("Example:")), " ");
    put_line("", sv_translate(language, command->example_about), ".\n.PP\n.nf\n.RS\n");
    put_line("", command->example, "\n.RE\n.fi\n");
}

void cli_manual(sv_language language)
{
    printf(".TH SPEELVELD 1 \"\" \"speelveld %s\" \"%s\"\n", sv_version(), sv_translate(language, SV_TR("User commands")));
    put_line(".SH ", sv_translate(language, SV_TR("NAME")), "\nspeelveld \\- ");
    put_line("", sv_translate(language, SV_TR("map the playing field around an issue")), "\n");
    put_line(".SH ", sv_translate(language, SV_TR("DESCRIPTION")), "\n");
    put_line("", sv_translate(language, SV_TR("speelveld maps the playing field around an issue: who is influential, who bridges, who stands where.")), "\n");
    put_line(".SH ", sv_translate(language, SV_TR("COMMANDS")), "\n");
    for (size_t i = 0; cli_commands[i]; i++)
        put_command(cli_commands[i], language);
    put_line(".SS \"", sv_translate(language, SV_TR("Options of every command")), "\"\n");
    for (const cli_option *option = cli_common_options; option->name; option++)
        put_option(option, language);
    put_line(".SH \"", sv_translate(language, SV_TR("EXIT STATUS")), "\"\n");
    put_line("", sv_translate(language, SV_TR("Exit codes: 0 an answer, 1 none or problems found, 2 wrong usage, 3 the input cannot be used, 4 a fault in speelveld.")), "\n");
    put_line(".SH ", sv_translate(language, SV_TR("ENVIRONMENT")), "\n.TP\n\\fBLANGUAGE\\fR, \\fBLC_ALL\\fR, \\fBLANG\\fR\n");
    put_line("", sv_translate(language, SV_TR("the language of the answers, where --lang does not say it")), "\n.TP\n\\fBNO_COLOR\\fR\n");
    put_line("", sv_translate(language, SV_TR("no colour on the terminal")), "\n.TP\n\\fBSOURCE_DATE_EPOCH\\fR\n");
    put_line("", sv_translate(language, SV_TR("the day that counts as today")), "\n");
}

/* The words of a value such as "table|csv|json"; false when the value is anything else. */
static bool is_choice(const char *value)
{
    return value && strchr(value, '|') && !strpbrk(value, " …");
}

static void put_choices(const char *value)
{
    for (; *value; value++)
        putchar(*value == '|' ? ' ' : *value);
}

static void complete_command(const cli_command *command)
{
    printf("    %s)\n        case $previous in\n", command->name);
    for (const cli_option *option = command->options; option->name; option++) {
        if (!is_choice(option->value))
            continue;
        printf("        --%s) words=\"", option->name);
        put_choices(option->value);
        fputs("\" ;;\n", stdout);
    }
    if (sv_score_count() > 0) {
        fputs("        --by) words=\"", stdout);
        for (size_t i = 0; i < sv_score_count(); i++)
            printf("%s%s", i ? " " : "", sv_score_get(i)->id);
        fputs("\" ;;\n", stdout);
    }
    fputs("        *) options=\"", stdout);
    for (const cli_option *option = command->options; option->name; option++)
        printf("--%s ", option->name);
    fputs("--lang --help\" ;;\n        esac ;;\n", stdout);
}

void cli_completion(void)
{
    printf("# bash completion for speelveld %s, written by: speelveld help --bash\n", sv_version());
    fputs("_speelveld() {\n"
          "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words= options=\n"
          "    COMPREPLY=()\n"
          "    if [ \"$previous\" = --lang ]; then\n"
          "        words=\"nl en\"\n"
          "    elif [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        words=\"help",
          stdout);
    for (size_t i = 0; cli_commands[i]; i++)
        printf(" %s", cli_commands[i]->name);
    fputs(" --version\"\n    else case ${COMP_WORDS[1]} in\n", stdout);
    for (size_t i = 0; cli_commands[i]; i++)
        complete_command(cli_commands[i]);
    fputs("    esac; fi\n"
          "    if [ -n \"$words\" ]; then\n"
          "        COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
          "    elif [ \"${current#-}\" != \"$current\" ]; then\n"
          "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
          "    else\n"
          "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
          "    fi\n"
          "}\n"
          "complete -o filenames -F _speelveld speelveld\n",
          stdout);
}
