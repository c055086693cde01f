/* SPDX-License-Identifier: GPL-2.0-or-later */
/* speelveld scores: who is influential and who bridges. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/memory.h"
#include "../base/text.h"
#include "commands.h"
#include "doubting.h"
#include "scoring.h"

enum { scores_most = 64 };

/* The scores a table shows when none are asked for: the two headlines and what explains them. */
static const char *const headline[] = {"harmonic", "betweenness", "degree", "reach2", "constraint"};

static sv_status add_score(sv_report_options *options, size_t *which, const char *id, sv_error *error)
{
    size_t score;
    sv_status status = cli_score(id, &score, error);
    for (size_t i = 0; status == SV_OK && i < options->n_which; i++)
        if (which[i] == score)
            return SV_OK;
    if (status == SV_OK)
        which[options->n_which++] = score;
    return status;
}

/* What --by, --scores and --format say together; machines get all scores but those that are only for who asks. */
static sv_status choose_scores(const cli_call *call, sv_report_options *options, size_t *which, sv_error *error)
{
    const char *by = cli_value(call, "by"), *list = cli_value(call, "scores");
    sv_status status = cli_score(by ? by : "harmonic", &options->by, error);
    options->which = which;
    if (status == SV_OK && (by || options->format == SV_REPORT_TABLE))
        status = add_score(options, which, by ? by : "harmonic", error);
    while (status == SV_OK && list && *list) {
        char id[64];
        size_t n = strcspn(list, ", ");
        snprintf(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id - 1), list);
        if (n)
            status = add_score(options, which, id, error);
        list += n + (list[n] != '\0');
    }
    if (cli_given(call, "scores"))
        return status;
    if (options->format == SV_REPORT_TABLE)
        for (size_t i = 0; status == SV_OK && i < sizeof headline / sizeof *headline; i++)
            status = add_score(options, which, headline[i], error);
    else
        for (size_t i = 0; status == SV_OK && i < sv_score_count(); i++)
            if (sv_score_get(i)->family != SV_MIXED)
                status = add_score(options, which, sv_score_get(i)->id, error);
    return status;
}

static sv_status choose(const cli_call *call, sv_report_options *options, size_t *which, sv_error *error)
{
    static const char *const formats[] = {"table", "csv", "json"};
    const char *format = cli_value(call, "format");
    sv_status status = cli_audience(call, SV_TEAM, &options->audience, error);
    bool known = !format;
    for (int i = 0; format && i < 3; i++)
        if (sv_text_same(format, formats[i])) {
            options->format = (sv_report_format)i;
            known = true;
        }
    if (status == SV_OK && !known)
        status = sv_error_set(error, SV_E_OPTION_VALUE, format, SV_TR("table, csv or json"));
    if (status == SV_OK)
        status = cli_count(call, "top", options->format == SV_REPORT_TABLE ? 20 : 0, &options->top, error);
    if (status == SV_OK)
        status = choose_scores(call, options, which, error);
    return status;
}

static int run(const cli_call *call)
{
    sv_report_options options = {.language = call->language, .with_own = cli_given(call, "with-own")};
    size_t which[scores_most], wanted[scores_most + 1], length;
    sv_network *network = NULL;
    sv_scores *scores = NULL;
    sv_sensitivity doubt = {0};
    sv_map *map = NULL;
    sv_error error = {0};
    char *text = NULL;
    int code = exit_answer;
    sv_status status = choose(call, &options, which, &error);
    if (status != SV_OK)
        return cli_complain(&error, call->language);
    status = cli_read_map(call, SV_TEAM, &map);
    if (status != SV_OK)
        return cli_exit_code(status);
    memcpy(wanted, which, options.n_which * sizeof *which);
    wanted[options.n_which] = options.by;
    cli_progress_step(SV_TR("computing scores"));
    status = cli_network(call, map, &network, &error);
    if (status == SV_OK)
        status = cli_scores(call, network, wanted, options.n_which + 1, &scores, &error);
    if (status == SV_OK)
        status = cli_sensitivity(call, network, &options, &doubt, &error);
    if (status == SV_OK)
        status = sv_report_scores(scores, &options, &text, &length, &error);
    if (status == SV_OK && options.format == SV_REPORT_CSV) { /* a table and JSON say it themselves */
        cli_say_sampling(call, scores);
        cli_say_left_out(call, &options);
    }
    if (status == SV_OK)
        code = cli_answer(text, length, call->language);
    if (status == SV_OK && code == exit_answer && sv_network_actors(network) == 0)
        code = exit_none;
    if (status != SV_OK)
        code = cli_complain(&error, call->language);
    free(text);
    sv_sensitivity_clear(&doubt);
    sv_scores_free(scores);
    sv_network_free(network);
    sv_map_free(map);
    return code;
}

static const cli_option options_table[] = {
    {"by", 0, SV_TR("SCORE"), SV_TR("rank by this score (default harmonic)")},
    {"scores", 0, SV_TR("LIST"), SV_TR("show these scores, parted by commas")},
    {"top", 0, SV_TR("N"), SV_TR("at most so many persons, organisations, alliances; 0 for all (default 20 in a table)")},
    {"with-own", 0, NULL, SV_TR("rank our own actors too")},
    CLI_NETWORK_OPTIONS,
    CLI_GROUPS_OPTION,
    CLI_SAMPLING_OPTIONS,
    CLI_SENSITIVITY_OPTIONS,
    CLI_AS_OF_OPTION,
    CLI_AUDIENCE_OPTION,
    CLI_LENIENT_OPTION,
    {"format", 0, SV_TR("table|csv|json"), SV_TR("how to answer (default table)")},
    {NULL, 0, NULL, NULL},
};

const cli_command cmd_scores = {
    "scores", SV_TR("MAP [--by SCORE]"), SV_TR("Say who is influential and who bridges"),
    SV_TR("The scores say something about\n{scores}.\nUndefined is shown as –.\n"
          "Counted are memberships and the ties knows, works_with, informs, advises, supports and reports_to, of the day\n"
          "asked for; not family, influences, funds, opposes and may_not_contact, nor municipality, council, parties and committees.\n"
          "Ties of kind influences, with a strength of 1 to 4, count in mactor_influence, mactor_dependence and competitiveness\n"
          "alone; whoever is not named in one has none of the three. Influence mixes harmonic, power and competitiveness.\n"
          "Parallel ties are one, the strongest. With --weights strength a tie is 1/strength long; a membership has strength 3,\n"
          "a tie without a strength that of its kind (knows 2, works_with 3, the others 2). --ties names other kinds that count, family too.\n"
          "With --level person only persons stand in the network: members of one organisation or alliance are tied, each one they share\n"
          "adding 1/(members - 1); with --level organisation those that share members are. Scores about groups (alliances,\n"
          "participation, community, component) show how alliances overlap and how near the ties come to two camps.\n"
          "With --directed the ties informs, advises, supports and reports_to are followed from the first to the second only: an actor\n"
          "is near to those its news reaches, and PageRank goes from who is influenced to who influences. Core, eigenvector and the\n"
          "parts of the network have no direction. Where actors times ties is more than 10,000,000,000, shortest ways are sampled,\n"
          "and the answer says so."),
    "speelveld scores data/waterrijk --by betweenness --top 5",
    SV_TR("the five persons and five organisations that bridge most"), options_table, run};
