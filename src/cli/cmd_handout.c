/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld handout: one A4 page to leave behind. */
#include <math.h>
#include <stdlib.h>

#include "../base/language.h"
#include "commands.h"
#include "slides.h"

static const double picture_base = 240, picture_each = 22; /* points: a few actors do not fill a page */

static sv_status make(const cli_call *call, slides *to, size_t view, char **bytes, size_t *length)
{
    sv_support support = {0};
    char *svg = NULL, *told = NULL;
    size_t svg_length = 0;
    sv_status status = sv_support_find(to->ask.map, to->ask.issue, to->ask.options.as_of, &support, &to->ask.error);
    if (status == SV_OK)
        status = sv_report_support_told(to->ask.map, &support, &to->ask.options, &told, &to->ask.error);
    if (status == SV_OK) {
        sv_handout handout = {.language = call->language, .audience = to->ask.options.audience, .theme = to->draw.theme,
                              .as_of = to->ask.options.as_of, .title = slides_title(to), .subtitle = slides_cell(to, SV_ABOUT_MUNICIPALITY),
                              .decision = slides_decision(to),
                              .message = to->message, .support = told, .ask = to->ask_text, .source = slides_cell(to, SV_ABOUT_SOURCE)};
        status = sv_report_handout_room(&handout, &to->draw.width, &to->draw.height, &to->ask.error);
        to->draw.height = handout.svg_height = fmin(to->draw.height, picture_base + picture_each * (double)sv_network_actors(to->network));
        if (status == SV_OK)
            status = slides_draw(to, view, &svg, &svg_length);
        handout.svg = svg;
        handout.svg_length = svg_length;
        if (status == SV_OK)
            status = sv_report_handout(&handout, bytes, length, &to->ask.error);
    }
    sv_support_clear(&support);
    free(svg);
    free(told);
    return status;
}

static int run(const cli_call *call)
{
    const char *word = cli_value(call, "view");
    size_t view = sv_view_find(word ? word : cli_given(call, "to") ? "route" : cli_given(call, "before") ? "change" : "network"), length = 0;
    char *bytes = NULL;
    sv_error error = {0};
    sv_status status;
    slides to;
    int code;
    if (view == SIZE_MAX) {
        sv_error_set(&error, SV_E_OPTION_VALUE, word, "speelveld draw --views");
        return cli_complain(&error, call->language);
    }
    if (!slides_begin(call, &view, 1, ASKING_ISSUE | (sv_view_judges(view, 0) ? ASKING_JUDGES : 0), &to, &code))
        return code;
    status = make(call, &to, view, &bytes, &length);
    if (status == SV_OK)
        slides_say_missing(call, &to, true);
    return slides_end(call, &to, status, bytes, length, 1);
}

static const cli_option options_table[] = {
    SLIDES_OUTPUT_OPTION,
    ASKING_ISSUE_OPTION,
    {"view", 0, SV_TR("VIEW"), SV_TR("the picture on it; draw --views lists them (default network)")},
    SLIDES_TITLE_OPTION,
    SLIDES_MESSAGE_OPTION,
    {"ask", 0, SV_TR("TEXT"), SV_TR("what you ask (default what the issue asks, which is not shown to the public)")},
    SLIDES_DRAW_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_handout = {
    "handout", SV_TR("MAP --issue ISSUE -o FILE.pdf"), SV_TR("Make one page to leave behind"),
    SV_TR("One A4: the issue's message, a picture made for the room there is, who supports it, and what we ask. For the public it names\n"
          "only organisations that are in favour in public, and says what you give with --message and --ask: the issue's own are for the\n"
          "team."),
    "speelveld handout data/waterrijk --issue huis-van-de-wijk -o build/handout.pdf", SV_TR("one A4 of the sample"), options_table, run};
