/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld deck: slides for the council chamber as one PDF. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "../draw/speech.h"
#include "commands.h"
#include "slides.h"

enum { views_most = 32 };

/* What is shown unless --views says otherwise, as far as the catalogue has it. */
static const char usual[] = "network,field,rings,colours,spectrum,council,alliances,money";
static const char with_route[] = ",route", with_change[] = ",change"; /* where --to or --before is given */

static sv_status choose_views(const char *list, size_t views[views_most], size_t *n, bool asked, sv_error *error)
{
    *n = 0;
    while (*list) {
        size_t length = strcspn(list, ", "), view;
        char id[64];
        snprintf(id, sizeof id, "%.*s", (int)(length < sizeof id ? length : sizeof id - 1), list);
        view = sv_view_find(id);
        if (length && view == SIZE_MAX && asked)
            return sv_error_set(error, SV_E_OPTION_VALUE, id, "speelveld draw --views");
        if (length && view != SIZE_MAX && *n < views_most)
            views[(*n)++] = view;
        list += length + (list[length] != '\0');
    }
    return SV_OK;
}

/* What a page of the deck is made of. */
typedef struct made_page {
    sv_text title;
    char *svg;
} made_page;

/* A slide is called after its view; of which issue it is, stands below that. */
static sv_status draw_page(slides *to, size_t view, const char *name, sv_text *title, char **svg, sv_deck_page *page)
{
    const char *deck_title = to->draw.title;
    sv_status status;
    sv_speech_capital(title, name);
    to->draw.title = sv_text_get(title);
    status = title->failed ? sv_error_set(&to->ask.error, SV_E_MEMORY, NULL, NULL) : slides_draw(to, view, svg, &page->length);
    to->draw.title = deck_title;
    page->title = sv_text_get(title);
    page->svg = *svg;
    return status;
}

/* The slides, as far as each can be made; of the usual ones, those that cannot be are named and left out. */
static sv_status draw_pages(slides *to, const size_t *views, size_t n_views, bool asked, made_page *made, sv_deck_page *pages, size_t *n)
{
    sv_language language = to->ask.options.language;
    for (size_t v = 0; v < n_views; v++) {
        const sv_view *view = sv_view_get(views[v]);
        const char *name = language == SV_DUTCH ? view->nl : view->en;
        sv_status status;
        if (sv_view_judges(views[v], to->draw.issue) && to->judging_refused) {
            fprintf(stderr, sv_translate(language, SV_TR("Left out, for it judges named politicians and not all of it is public: %s.\n")), name);
            continue;
        }
        status = draw_page(to, views[v], name, &made[*n].title, &made[*n].svg, &pages[*n]);
        if (status == SV_DATA && !asked) {
            sv_text_clear(&made[*n].title);
            fprintf(stderr, sv_translate(language, SV_TR("Left out, for there is nothing to draw: %s.\n")), name);
            continue;
        }
        if (status != SV_OK)
            return status;
        ++*n;
    }
    return SV_OK;
}

static int run(const cli_call *call)
{
    const char *list = cli_value(call, "views");
    char all[sizeof usual + sizeof with_route + sizeof with_change];
    size_t views[views_most], n_views = 0, n = 0, length = 0;
    sv_deck_page pages[views_most] = {{0}};
    made_page made[views_most] = {0};
    char *bytes = NULL;
    sv_error error = {0};
    sv_status status;
    slides to;
    int code;
    snprintf(all, sizeof all, "%s%s%s", usual, cli_given(call, "to") ? with_route : "", cli_given(call, "before") ? with_change : "");
    status = choose_views(list ? list : all, views, &n_views, list != NULL, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    if (!slides_begin(call, views, n_views, ASKING_ISSUE | (list ? ASKING_JUDGES : ASKING_JUDGES_PARTLY), &to, &code))
        return code;
    status = draw_pages(&to, views, n_views, list != NULL, made, pages, &n);
    if (status == SV_OK) {
        sv_deck deck = {.language = call->language, .audience = to.ask.options.audience, .theme = to.draw.theme, .as_of = to.ask.options.as_of,
                        .decision = slides_decision(&to),
                        .title = slides_title(&to), .subtitle = slides_cell(&to, SV_ABOUT_MUNICIPALITY), .message = to.message,
                        .source = slides_cell(&to, SV_ABOUT_SOURCE), .pages = pages, .n_pages = n, .method = to.method};
        status = sv_report_deck(&deck, &bytes, &length, &to.ask.error);
    }
    if (status == SV_OK)
        slides_say_missing(call, &to, false);
    code = slides_end(call, &to, status, bytes, length, n + 2);
    for (size_t i = 0; i < views_most; i++) {
        sv_text_clear(&made[i].title);
        free(made[i].svg);
    }
    return code;
}

static const cli_option options_table[] = {
    SLIDES_OUTPUT_OPTION,
    ASKING_ISSUE_OPTION,
    {"views", 0, SV_TR("LIST"), SV_TR("the views to show, in this order, parted by commas (draw --views lists them)")},
    SLIDES_TITLE_OPTION,
    SLIDES_MESSAGE_OPTION,
    SLIDES_DRAW_OPTIONS,
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_deck = {
    "deck", SV_TR("MAP --issue ISSUE -o FILE.pdf"), SV_TR("Make slides for the council chamber"),
    SV_TR("One PDF of 16:9: a title with the issue's message, a page for each view, and a last page on how it was made and what it\n"
          "cannot say. Without --views it takes the views that this map can fill. For the public, views that judge named politicians\n"
          "are left out, unless every position of a politician on the issue is public with a source."),
    "speelveld deck data/waterrijk --issue huis-van-de-wijk -o build/slides.pdf", SV_TR("slides of the sample: a title, the views, and how they were made"),
    options_table, run};
