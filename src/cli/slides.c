/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Slides: from the command line to a map with the scores that its views need, and from a PDF to a file. */
#include "slides.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "scoring.h"

static sv_status check_output(const cli_call *call, sv_error *error)
{
    const char *path = cli_value(call, "output"), *dot = path ? strrchr(sv_file_name(path), '.') : NULL;
    if (!path && call->n_inputs) {
        char help[80];
        snprintf(help, sizeof help, "speelveld %s --help", call->command->name);
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("-o FILE, the PDF to make"), help);
    }
    if (!path)
        return SV_OK; /* that there is no map is said first */
    if (strcmp(path, "-") != 0 && (!dot || strcasecmp(dot, ".pdf") != 0))
        return sv_error_set(error, SV_E_FORMAT_WRITE, path, SV_TR("a name that ends in .pdf"));
    return cli_refuse_inputs(call, path, error);
}

/* The scores of all views together, each once. */
static sv_status find_scores(const cli_call *call, const size_t *views, size_t n_views, slides *to)
{
    size_t most = sv_score_count(), n = 0, *wanted = sv_alloc(most, sizeof *wanted), *one = sv_alloc(most, sizeof *one);
    sv_status status = wanted && one ? SV_OK : sv_error_set(&to->ask.error, SV_E_MEMORY, NULL, NULL);
    for (size_t v = 0; status == SV_OK && v < n_views; v++) {
        size_t more = 0;
        sv_view_scores(views[v], to->network, &to->draw, one, &more);
        for (size_t i = 0; i < more; i++) {
            size_t at = 0;
            while (at < n && wanted[at] != one[i])
                at++;
            if (at == n)
                wanted[n++] = one[i];
        }
    }
    if (status == SV_OK)
        status = cli_scores(call, to->network, wanted, n, &to->scores, &to->ask.error);
    free(wanted);
    free(one);
    return status;
}

/* What the issue says or asks: as the option says, else as far as this edition has it. */
static char *issue_text(const cli_call *call, const char *option, const asking *ask, size_t column)
{
    const char *said = cli_value(call, option);
    const char *text = said ? said : ask->issue == SV_NO_ROW ? "" : sv_map_cell(ask->map, SV_ISSUES, ask->issue, column);
    return sv_copy_text(text, strlen(text));
}

void slides_say_missing(const cli_call *call, const slides *to, bool asks)
{
    bool no_message = !*to->message, no_ask = asks && !*to->ask_text;
    sv_language language = call->language;
    if ((no_message || no_ask) && to->ask.options.audience == SV_PUBLIC) {
        fputs(sv_translate(language, asks ? SV_TR("What the issue says and asks is for the team, and not on the page. What everybody may read is said with "
                                                  "--message and --ask.\n")
                                          : SV_TR("What the issue says is for the team, and not on the first page. What everybody may read is said with "
                                                  "--message.\n")),
              stderr);
        return;
    }
    if (no_message)
        fputs(sv_translate(language, SV_TR("There is no message: write it in sheet Issues, column message, or say it with --message.\n")), stderr);
    if (no_ask)
        fputs(sv_translate(language, SV_TR("It does not say what you ask: write it in sheet Issues, column ask, or say it with --ask.\n")), stderr);
}

static sv_status prepare(const cli_call *call, const size_t *views, size_t n_views, slides *to)
{
    const sv_network_options day = {.as_of = to->ask.options.as_of};
    const char *theme = cli_value(call, "theme");
    sv_status status = sv_network_new(to->ask.map, &day, &to->network, &to->ask.error);
    sv_draw_options_init(&to->draw);
    to->draw.issue = to->ask.issue;
    to->draw.size_by = sv_score_find("harmonic");
    to->draw.language = to->ask.options.language;
    to->draw.audience = to->ask.options.audience;
    to->draw.as_of = to->ask.options.as_of;
    to->draw.title = cli_value(call, "title");
    to->draw.progress = cli_show_progress;
    if (status == SV_OK && theme && !sv_theme_find(theme, &to->draw.theme))
        status = sv_error_set(&to->ask.error, SV_E_OPTION_VALUE, theme, "light, dark, print");
    if (status == SV_OK)
        status = cli_count(call, "top", 0, &to->draw.top, &to->ask.error);
    if (status == SV_OK)
        status = drawing_route(call, to->ask.map, &to->draw, &to->ask.error);
    if (status == SV_OK)
        status = find_scores(call, views, n_views, to);
    if (status == SV_OK)
        status = sv_report_method(to->scores, to->draw.size_by, &to->ask.options, &to->method, &to->ask.error);
    return status;
}

bool slides_begin(const cli_call *call, const size_t *views, size_t n_views, unsigned needs, slides *to, int *code)
{
    sv_error error = {0};
    sv_status status;
    *to = (slides){0};
    cli_progress_can_stop();
    if (check_output(call, &error) != SV_OK) {
        *code = cli_complain(&error, call->language);
        return false;
    }
    if (!asking_begin(call, needs, &to->ask, code))
        return false;
    to->judging_refused = to->ask.judging_refused;
    status = sv_renderer_new(NULL, &to->draw.renderer, &to->ask.error);
    if (status == SV_OK) {
        sv_renderer *renderer = to->draw.renderer;
        status = prepare(call, views, n_views, to);
        to->draw.renderer = renderer;
    }
    if (status == SV_OK) {
        to->message = issue_text(call, "message", &to->ask, SV_ISSUE_MESSAGE);
        to->ask_text = issue_text(call, "ask", &to->ask, SV_ISSUE_ASK);
        if (!to->message || !to->ask_text)
            status = sv_error_set(&to->ask.error, SV_E_MEMORY, NULL, NULL);
    }
    if (status == SV_OK && cli_given(call, "before"))
        status = drawing_before(call, (needs & (ASKING_JUDGES | ASKING_JUDGES_PARTLY)) != 0, to->draw.audience, &to->before, &to->ask.error);
    to->draw.before = to->before;
    if (status == SV_OK)
        return true;
    *code = slides_end(call, to, status, NULL, 0, 0);
    return false;
}

sv_status slides_draw(slides *to, size_t view, char **svg, size_t *length)
{
    cli_progress_step(SV_TR("drawing"));
    return sv_draw(to->scores, view, &to->draw, SV_PICTURE_SVG, svg, length, NULL, &to->ask.error);
}

int slides_decision(const slides *to)
{
    return to->ask.issue == SV_NO_ROW ? 0 : sv_map_date(to->ask.map, SV_ISSUES, to->ask.issue, SV_ISSUE_DECISION_DATE);
}

const char *slides_title(const slides *to)
{
    if (to->draw.title)
        return to->draw.title;
    return to->ask.issue == SV_NO_ROW ? sv_map_title(to->ask.map) : sv_map_cell(to->ask.map, SV_ISSUES, to->ask.issue, SV_ISSUE_TITLE);
}

const char *slides_cell(const slides *to, size_t about_column)
{
    return sv_map_rows(to->ask.map, SV_ABOUT) ? sv_map_cell(to->ask.map, SV_ABOUT, 0, about_column) : "";
}

static void say_done(const cli_call *call, const char *path, size_t pages)
{
    sv_text counts = {0};
    if (strcmp(path, "-") == 0)
        return;
    sv_text_add_count(&counts, pages, call->language, SV_TR("page"), SV_TR("pages"));
    fprintf(stderr, "%s: %s (%s).\n", sv_translate(call->language, SV_TR("Made")), path, sv_text_get(&counts));
    sv_text_clear(&counts);
}

int slides_end(const cli_call *call, slides *to, sv_status status, char *bytes, size_t length, size_t pages)
{
    const char *path = cli_value(call, "output");
    int code = exit_answer;
    if (status == SV_OK)
        status = sv_file_write(path, bytes, length, &to->ask.error);
    if (status != SV_OK)
        code = to->ask.error.code == SV_E_NONE ? cli_exit_code(status) : cli_complain(&to->ask.error, call->language);
    cli_progress_stop();
    if (status == SV_OK)
        say_done(call, path, pages);
    free(bytes);
    free(to->message);
    free(to->ask_text);
    free(to->method);
    sv_renderer_free(to->draw.renderer);
    sv_scores_free(to->scores);
    sv_network_free(to->network);
    sv_map_free(to->before);
    sv_map_free(to->ask.map);
    return code;
}
