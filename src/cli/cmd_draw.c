/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld draw: the playing field as a picture. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "commands.h"
#include "drawing.h"
#include "scoring.h"

enum { ways_most = 100 };

/* "svg" of "a/b.svg"; "" when there is none. */
static const char *ending_of(const char *path)
{
    const char *dot = strrchr(sv_file_name(path), '.');
    return dot ? dot + 1 : "";
}

static const char *const endings[] = {[SV_PICTURE_SVG] = "svg", [SV_PICTURE_PDF] = "pdf", [SV_PICTURE_PNG] = "png", [SV_PICTURE_DOT] = "dot"};

static bool ends_as_picture(const char *path)
{
    for (int i = 0; i < SV_PICTURE_FORMATS; i++)
        if (strcasecmp(ending_of(path), endings[i]) == 0)
            return true;
    return false;
}

static sv_status picture_format(const cli_call *call, const char *path, sv_picture_format *format, sv_error *error)
{
    const char *word = cli_value(call, "format"), *ending = word ? word : ending_of(path);
    for (int i = 0; i < SV_PICTURE_FORMATS; i++)
        if (strcasecmp(ending, endings[i]) == 0) {
            *format = (sv_picture_format)i;
            return SV_OK;
        }
    return sv_error_set(error, SV_E_PICTURE_FORMAT, word ? word : path, NULL);
}

/* The ids of a catalogue as one text, for saying what there is; NULL ends it. */
static sv_status unknown_word(const char *word, const char *(*id_at)(size_t), sv_error *error)
{
    sv_text known = {0};
    sv_status status;
    for (size_t i = 0; id_at(i); i++)
        sv_text_addf(&known, "%s%s", i ? ", " : "", id_at(i));
    status = sv_error_set(error, SV_E_OPTION_VALUE, word, sv_text_get(&known));
    sv_text_clear(&known);
    return status;
}

static const char *view_at(size_t i)
{
    return i < sv_view_count() ? sv_view_get(i)->id : NULL;
}

/* --view, --page, --theme and --colour: by id, a view also by its name in either language. */
static sv_status choose_looks(const cli_call *call, size_t *view, sv_draw_options *options, sv_error *error)
{
    const char *word = cli_value(call, "view"), *page = cli_value(call, "page"), *theme = cli_value(call, "theme"),
               *colour = cli_value(call, "colour");
    *view = sv_view_find(word ? word : cli_given(call, "before") ? "change" : "network");
    for (size_t i = 0; *view == SIZE_MAX && i < sv_view_count(); i++)
        if (sv_text_same(word, sv_view_get(i)->nl) || sv_text_same(word, sv_view_get(i)->en))
            *view = i;
    if (*view == SIZE_MAX)
        return unknown_word(word, view_at, error);
    if (page && !sv_page_find(page, &options->page))
        return sv_error_set(error, SV_E_OPTION_VALUE, page, "slide, a4, a3, poster");
    if (theme && !sv_theme_find(theme, &options->theme))
        return sv_error_set(error, SV_E_OPTION_VALUE, theme, "light, dark, print");
    if (colour && !sv_colour_by_find(colour, &options->colour_by))
        return sv_error_set(error, SV_E_OPTION_VALUE, colour, SV_TR("position, sector, party, group"));
    if (options->colour_by == SV_COLOUR_POSITION && !cli_given(call, "issue") && !sv_view_get(*view)->needs_issue)
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("--issue ISSUE, on which the positions are"), "speelveld draw --help");
    return SV_OK;
}

/* The canonical word of one that may be said in either language; NULL, with a fault, when it is none of them. */
static sv_status choose_word(const char *word, const sv_word *words, size_t n, const char *known, const char **chosen, sv_error *error)
{
    *chosen = NULL;
    for (size_t i = 0; word && i < n; i++)
        if (sv_text_same(word, words[i].id) || sv_text_same(word, words[i].nl))
            *chosen = words[i].id;
    return word && !*chosen ? sv_error_set(error, SV_E_OPTION_VALUE, word, known) : SV_OK;
}

/* --role and --phase, of the rings. */
static sv_status choose_rings(const cli_call *call, sv_draw_options *options, sv_error *error)
{
    static const sv_word roles[] = {{"actual", "feitelijk", ""}, {"desired", "gewenst", ""}, {"both", "beide", ""}};
    size_t n;
    const sv_word *phases = sv_words(SV_TYPE_PHASE, &n);
    sv_status status = choose_word(cli_value(call, "role"), roles, sizeof roles / sizeof *roles, SV_TR("actual, desired or both"), &options->role, error);
    if (status == SV_OK)
        status = choose_word(cli_value(call, "phase"), phases, n, SV_TR("exploring, opinion_forming or decision_making"), &options->phase, error);
    return status;
}

static sv_status choose(const cli_call *call, size_t *view, sv_draw_options *options, sv_picture_format *format, sv_error *error)
{
    const char *by = cli_value(call, "by"), *path = cli_value(call, "output"), *numbers = cli_value(call, "scores");
    sv_status status = SV_OK;
    sv_draw_options_init(options);
    options->language = call->language;
    options->all = cli_given(call, "all");
    options->title = cli_value(call, "title");
    options->group = cli_value(call, "group");
    if (call->n_inputs > 0 && !path) {
        char help[] = "speelveld draw --help";
        return sv_error_set(error, SV_E_ARGUMENT_MISSING, SV_TR("-o FILE, the picture to make"), help);
    }
    if (path)
        status = picture_format(call, path, format, error);
    if (status == SV_OK && path && strcmp(path, "-") != 0 && sv_file_exists(path) && !ends_as_picture(path) && !sv_file_is_device(path))
        status = sv_error_set(error, SV_E_FILE_NO_PICTURE, path, NULL);
    if (status == SV_OK && numbers && strcasecmp(ending_of(numbers), "csv") != 0 && strcasecmp(ending_of(numbers), "json") != 0)
        status = sv_error_set(error, SV_E_FORMAT_WRITE, numbers, SV_TR("a name that ends in .json or .csv"));
    if (status == SV_OK)
        status = choose_looks(call, view, options, error);
    if (status == SV_OK)
        status = choose_rings(call, options, error);
    if (status == SV_OK)
        status = cli_audience(call, SV_TEAM, &options->audience, error);
    if (status == SV_OK)
        status = cli_as_of(call, &options->as_of, error);
    if (status == SV_OK && by)
        status = cli_score(by, &options->size_by, error);
    if (status == SV_OK)
        status = cli_count(call, "top", 0, &options->top, error);
    if (status == SV_OK)
        status = cli_count(call, "ways", 3, &options->ways, error);
    if (status == SV_OK && cli_given(call, "ways") && (options->ways < 1 || options->ways > ways_most))
        status = sv_error_set(error, SV_E_OPTION_VALUE, cli_value(call, "ways"), SV_TR("a whole number from 1 to 100"));
    if (status == SV_OK && cli_given(call, "dpi")) {
        size_t dpi = 0;
        status = cli_count(call, "dpi", 0, &dpi, error);
        if (status == SV_OK && (dpi < 30 || dpi > 600))
            status = sv_error_set(error, SV_E_OPTION_VALUE, cli_value(call, "dpi"), SV_TR("a number from 30 to 600"));
        options->dpi = (double)dpi;
    }
    return status;
}

/* What the picture has none of is not said: not every view draws actors. */
static void add_count(sv_text *out, size_t *said, size_t n, sv_language language, const char *one, const char *more)
{
    if (!n)
        return;
    sv_text_add(out, (*said)++ ? ", " : " (");
    sv_text_add_count(out, n, language, one, more);
}

static void say_done(const cli_call *call, const char *path, const sv_draw_report *report)
{
    sv_text counts = {0};
    size_t said = 0;
    if (strcmp(path, "-") == 0)
        return;
    sv_text_addf(&counts, "%s: %s", sv_translate(call->language, SV_TR("Drawn")), path);
    add_count(&counts, &said, report->groups, call->language, SV_TR("group"), SV_TR("groups"));
    add_count(&counts, &said, report->drawn, call->language, SV_TR("actor"), SV_TR("actors"));
    add_count(&counts, &said, report->ties, call->language, SV_TR("tie"), SV_TR("ties"));
    fprintf(stderr, "%s%s.\n", sv_text_get(&counts), said ? ")" : "");
    sv_text_clear(&counts);
    if (report->groups)
        fputs(sv_translate(call->language, SV_TR("So many actors are drawn as groups. --group NUMBER opens one, --all draws every actor.\n")), stderr);
    else if (report->left_out && !cli_given(call, "top"))
        fprintf(stderr,
                sv_translate(call->language,
                             report->full             ? SV_TR("%zu actors do not fit and were left out; the picture says so (a larger --page holds more).\n")
                             : report->left_out == 1 ? SV_TR("%zu actor does not fit and was left out; the picture says so (--all draws everyone).\n")
                                                     : SV_TR("%zu actors do not fit and were left out; the picture says so (--all draws them).\n")),
                report->left_out);
}

/* The numbers behind the picture, of the same run: JSON, or CSV when the name says so. */
static sv_status write_scores(const cli_call *call, const sv_scores *scores, const sv_draw_options *drawn, sv_error *error)
{
    const char *path = cli_value(call, "scores");
    sv_report_options options = {.language = call->language, .audience = drawn->audience, .by = drawn->size_by, .with_own = true};
    size_t *which = sv_alloc(sv_score_count(), sizeof *which), length = 0;
    char *text = NULL;
    sv_status status;
    if (!which)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    for (size_t i = 0; i < sv_score_count(); i++)
        if (sv_score_get(i)->family != SV_MIXED || i == options.by)
            which[options.n_which++] = i;
    options.which = which;
    options.format = strcasecmp(ending_of(path), "csv") == 0 ? SV_REPORT_CSV : SV_REPORT_JSON;
    status = sv_report_scores(scores, &options, &text, &length, error);
    if (status == SV_OK)
        status = sv_file_write(path, text, length, error);
    free(text);
    free(which);
    return status;
}

/* Alliances are drawn with their members around them: without them there is nothing to draw. */
static sv_status weigh_level(const cli_call *call, size_t view, const sv_network *network, sv_error *error)
{
    if (sv_network_get_options(network)->level == SV_LEVEL_TWO_MODE || strcmp(sv_view_get(view)->id, "alliances") != 0)
        return SV_OK;
    return sv_error_set(error, SV_E_OPTION_VALUE, cli_value(call, "level"), SV_TR("two-mode, in the view of alliances"));
}

static sv_status draw(const cli_call *call, const sv_map *map, size_t view, sv_draw_options *options, sv_picture_format format,
                      sv_error *error)
{
    const char *path = cli_value(call, "output"), *layout = cli_value(call, "layout");
    size_t length = 0, n = 0, *wanted = sv_alloc(sv_score_count(), sizeof *wanted);
    sv_network *network = NULL;
    sv_scores *scores = NULL;
    sv_draw_report report = {0};
    char *bytes = NULL;
    sv_status status = wanted ? cli_issue(call, map, &options->issue, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK && layout)
        status = cli_refuse_inputs(call, layout, error);
    if (status == SV_OK)
        status = cli_network(call, map, &network, error);
    if (status == SV_OK)
        status = weigh_level(call, view, network, error);
    if (options->size_by == SIZE_MAX)
        options->size_by = sv_score_find("harmonic");
    if (status == SV_OK)
        sv_view_scores(view, network, options, wanted, &n);
    if (status == SV_OK)
        status = drawing_route(call, map, options, error);
    cli_progress_step(SV_TR("computing scores"));
    if (status == SV_OK)
        status = cli_scores(call, network, cli_given(call, "scores") ? NULL : wanted, n, &scores, error);
    if (status == SV_OK && cli_given(call, "scores"))
        status = write_scores(call, scores, options, error);
    if (status == SV_OK && layout)
        status = sv_places_read(layout, &options->places, error);
    cli_progress_step(SV_TR("drawing"));
    if (status == SV_OK)
        status = sv_draw(scores, view, options, format, &bytes, &length, &report, error);
    if (status == SV_OK)
        status = sv_file_write(path, bytes, length, error);
    if (status == SV_OK && layout && !report.groups) /* a picture of groups places no actors */
        status = sv_places_write(options->places, layout, error);
    if (status == SV_OK)
        say_done(call, path, &report);
    if (status == SV_OK)
        cli_say_sampling(call, scores);
    sv_places_free(options->places);
    options->places = NULL;
    free(bytes);
    free(wanted);
    sv_scores_free(scores);
    sv_network_free(network);
    return status;
}

/* What the public may not be shown is asked of the whole map: an edition cannot tell what was left out of it. */
static sv_status refuse_judging(const cli_call *call, const sv_map *map, size_t view, const sv_draw_options *options, sv_error *error)
{
    size_t issue;
    sv_status status = SV_OK;
    if (options->audience != SV_PUBLIC)
        return SV_OK;
    status = cli_issue(call, map, &issue, error);
    return status == SV_OK && sv_view_judges(view, issue) ? sv_map_may_be_public(map, issue, error) : status;
}

/* The catalogue, a view a line: its id, its name, and what it shows. */
static int list_views(const cli_call *call)
{
    sv_text text = {0};
    int code;
    for (size_t i = 0; i < sv_view_count(); i++) {
        const sv_view *view = sv_view_get(i);
        bool dutch = call->language == SV_DUTCH;
        sv_text_addf(&text, "%-10s %s\n           %s\n", view->id, dutch ? view->nl : view->en, dutch ? view->sentence_nl : view->sentence_en);
    }
    code = cli_answer(sv_text_get(&text), text.length, call->language);
    sv_text_clear(&text);
    return code;
}

static int run(const cli_call *call)
{
    sv_draw_options options;
    sv_picture_format format = SV_PICTURE_SVG;
    sv_error error = {0};
    sv_map *map = NULL, *before = NULL;
    size_t view = 0;
    int code = exit_answer;
    sv_status status = SV_OK;
    if (cli_given(call, "views"))
        return list_views(call);
    status = choose(call, &view, &options, &format, &error);
    if (status == SV_OK && call->n_inputs > 0)
        status = sv_renderer_new(NULL, &options.renderer, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    options.progress = cli_show_progress;
    cli_progress_can_stop();
    status = cli_read_whole_map(call, &map);
    if (status == SV_OK && refuse_judging(call, map, view, &options, &error) != SV_OK)
        code = cli_complain(&error, call->language);
    else if (status == SV_OK)
        status = cli_make_edition(call, SV_TEAM, &map);
    if (status == SV_OK && code == exit_answer && cli_given(call, "before"))
        status = drawing_before(call, cli_given(call, "issue") && sv_view_judges(view, 0), options.audience, &before, &error);
    options.before = before;
    if (status != SV_OK)
        code = error.code != SV_E_NONE ? cli_complain(&error, call->language) : cli_exit_code(status);
    if (code == exit_answer && draw(call, map, view, &options, format, &error) != SV_OK)
        code = cli_complain(&error, call->language);
    sv_map_free(map);
    sv_map_free(before);
    sv_renderer_free(options.renderer);
    return code;
}

static const cli_option options_table[] = {
    {"output", 'o', SV_TR("FILE"), SV_TR("the picture to make: .svg, .pdf, .png or .dot; - is standard output")},
    {"view", 0, SV_TR("VIEW"), SV_TR("what to show; --views lists them (default network)")},
    {"views", 0, NULL, SV_TR("list the views with what each shows")},
    {"issue", 0, SV_TR("ISSUE"), SV_TR("colour actors by where they stand on this issue (id or title)")},
    DRAWING_BEFORE_OPTION,
    {"colour", 0, SV_TR("position|sector|party|group"), SV_TR("what colours say (default position with --issue, else sector or party)")},
    {"role", 0, SV_TR("actual|desired|both"), SV_TR("in rings: the role people have, the one that is wanted, or arrows from one to the other (default actual)")},
    {"phase", 0, SV_TR("PHASE"), SV_TR("in rings: the phase they are about (default that of the next event on the issue)")},
    {"by", 0, SV_TR("SCORE"), SV_TR("draw actors larger by this score (default harmonic)")},
    DRAWING_ROUTE_OPTIONS,
    {"ways", 'k', SV_TR("N"), SV_TR("of the route: so many ways, the warmest first (default 3)")},
    {"scores", 0, SV_TR("FILE"), SV_TR("also write all scores behind the picture, as .json or .csv")},
    {"title", 0, SV_TR("TEXT"), SV_TR("the title (default the issue's, or the map's)")},
    {"top", 0, SV_TR("N"), SV_TR("draw at most so many actors, those with the highest score")},
    {"all", 0, NULL, SV_TR("draw every actor, also when there is no room for every name")},
    {"group", 0, SV_TR("GROUP"), SV_TR("open one group of the network: its number, or an actor that is in it")},
    CLI_NETWORK_OPTIONS,
    CLI_GROUPS_OPTION,
    CLI_SAMPLING_OPTIONS,
    CLI_AS_OF_OPTION,
    CLI_AUDIENCE_OPTION,
    CLI_LENIENT_OPTION,
    {"layout", 0, SV_TR("FILE"), SV_TR("keep places in this file: who stands in it does not move, new actors find a place")},
    {"page", 0, SV_TR("slide|a4|a3|poster"), SV_TR("the size of the page (default slide, 16:9)")},
    {"theme", 0, SV_TR("light|dark|print"), SV_TR("the colours; print is for a printer without them (default light)")},
    {"dpi", 0, SV_TR("N"), SV_TR("dots per inch of a PNG (default 144: a slide is 1920 x 1080)")},
    {"format", 0, SV_TR("svg|pdf|png|dot"), SV_TR("the kind of picture, where the file's name does not say it")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_draw = {
    "draw", SV_TR("MAP -o FILE [--view VIEW] [--issue ISSUE]"), SV_TR("Draw the playing field as a picture"),
    SV_TR("Colour is where an actor stands on the issue (else sector or party), size is the score, shape is the kind, a thick border is a bridge."),
    "speelveld draw data/waterrijk --issue huis-van-de-wijk -o build/waterrijk.svg",
    SV_TR("the playing field around one issue, as SVG"), options_table, run};
