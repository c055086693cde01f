/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The council view: the council chamber as a half circle of rows, a seat for each member, and the line that so many votes
 * in favour have to reach. Coloured by position, those in favour sit at the right and those against at the left, as in
 * the force field; coloured by group, each group sits together. Seats that the map knows of but has no name for are
 * drawn for their group. The clerk has no seat.
 *
 * Votes are only counted where the council decides; where it does not, the picture says who does. On an issue it judges named
 * politicians, and is refused for the public unless all their positions are public; without one it shows what everyone may know.
 */
#include <stdlib.h>
#include <string.h>

#include "council_parts.h"
#include "speech.h"
#include "views.h"

/* Who decides where it is not the council, in a sentence and in a few words. */
static const struct decider {
    const char *competent, *sentence, *words;
} deciders[] = {
    {"college", SV_TR("The executive decides on this, not the council: there are no votes to count."),
     SV_TR("The executive decides, not the council")},
    {"mayor", SV_TR("The mayor decides on this, not the council: there are no votes to count."),
     SV_TR("The mayor decides, not the council")},
    {"joint_scheme", SV_TR("A joint body of municipalities decides on this, not the council: there are no votes to count."),
     SV_TR("A joint body decides, not the council")},
    {"", SV_TR("The map does not say who decides on this, so no votes are counted."), SV_TR("Who decides is not known")},
};
enum { n_deciders = sizeof deciders / sizeof *deciders };

static const double swatch = 16;

static const struct decider *decider_of(const council_view *v)
{
    const char *competent = sv_map_cell(v->stage->map, SV_ISSUES, v->stage->options->issue, SV_ISSUE_COMPETENT);
    size_t i = 0;
    while (i + 1 < n_deciders && strcmp(deciders[i].competent, competent) != 0)
        i++;
    return &deciders[i];
}

/* "12 in favour, 9 against, 6 not known": those two always, the others where there are any. No line breaks within a part. */
static const char *counts_of(const council_view *v)
{
    static const struct {
        sv_lean lean;
        const char *words;
    } parts[] = {{SV_LEAN_FOR, SV_TR("{a} in favour")},
                 {SV_LEAN_AGAINST, SV_TR("{a} against")},
                 {SV_LEAN_UNDECIDED, SV_TR("{a} undecided")},
                 {SV_LEAN_UNKNOWN, SV_TR("{a} not known")}};
    sv_text text = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t n = v->leans[parts[i].lean];
        const char *part = sv_stage_fill(v->stage, parts[i].words, sv_stage_number(v->stage, (double)n), NULL, NULL);
        if (!n && parts[i].lean != SV_LEAN_FOR && parts[i].lean != SV_LEAN_AGAINST)
            continue;
        if (i)
            sv_text_add(&text, ", ");
        for (const char *at = part; *at; at++)
            sv_text_add_n(&text, *at == ' ' ? NO_BREAK_SPACE : at, *at == ' ' ? strlen(NO_BREAK_SPACE) : 1);
    }
    return sv_stage_keep(v->stage, &text);
}

static const char *needed_of(const council_view *v)
{
    return sv_stage_fill(v->stage, SV_TR("{a} of {b} needed"), sv_stage_number(v->stage, (double)v->needed),
                         sv_stage_number(v->stage, (double)v->council.n_seats), NULL);
}

/* What the votes come to. */
static const char *outcome_of(const council_view *v)
{
    size_t in_favour = v->leans[SV_LEAN_FOR];
    const char *counts = counts_of(v), *needed = sv_stage_count(v->stage, v->needed, SV_TR("vote"), SV_TR("votes"));
    if (in_favour >= v->needed)
        return sv_stage_fill(v->stage, SV_TR("{a}: it takes {b}, and they are there."), counts, needed, NULL);
    return sv_stage_fill(v->stage, SV_TR("{a}: it takes {b}, {c} to go."), counts, needed,
                         sv_stage_number(v->stage, (double)(v->needed - in_favour)));
}

/* What the groups come to, where there is no issue. */
static const char *power_of(const council_view *v)
{
    sv_stage *stage = v->stage;
    const char *all = sv_stage_number(stage, (double)v->council.n_seats), *needed = sv_stage_number(stage, (double)v->needed);
    size_t coalition = 0, largest = 0, as_large = 0;
    for (size_t g = 0; g < v->council.n_groups; g++) {
        size_t seats = v->council.groups[g].seats;
        coalition += v->council.groups[g].coalition ? seats : 0;
        as_large = seats > largest ? 1 : as_large + (seats == largest);
        largest = seats > largest ? seats : largest;
    }
    if (coalition)
        return sv_stage_fill(stage, SV_TR("The coalition has {a} of {b} seats; a majority is {c}."),
                             sv_stage_number(stage, (double)coalition), all, needed);
    return sv_stage_fill(stage,
                         as_large > 1 ? SV_TR("No group has more than {a} of {b} seats; a majority is {c}.")
                                      : SV_TR("The largest group has {a} of {b} seats; a majority is {c}."),
                         sv_stage_number(stage, (double)largest), all, needed);
}

/* How to read it. */
static const char *reading_of(const council_view *v)
{
    const char *words = SV_TR("Every circle is a seat, in the colour of its group; the line is the majority.");
    if (v->by_position)
        words = v->counted ? SV_TR("Right is in favour, left against; the line is the majority. In favour is a position of 2 or more, "
                                   "against −2 or less.")
                           : SV_TR("Right is in favour, left against. In favour is a position of 2 or more, against −2 or less.");
    else if (v->about)
        words = v->counted ? SV_TR("The further right a group sits, the more it is in favour; the line is the majority.")
                           : SV_TR("The further right a group sits, the more it is in favour.");
    return sv_stage_say(v->stage, words);
}

static const char *finding_of(const council_view *v)
{
    if (!v->about)
        return power_of(v);
    return v->counted ? outcome_of(v) : sv_stage_say(v->stage, decider_of(v)->sentence);
}

/* Not all names find room in the list. */
static bool names_lack(const council_view *v)
{
    return v->fit.numbered && v->fit.list.shown < v->council.n_seats - v->unnamed;
}

/* What the map lacks, and what is strange in it. */
static const char *left_out_of(const council_view *v)
{
    const council_list *list = &v->fit.list;
    size_t named = v->council.n_seats - v->unnamed;
    sv_stage *stage = v->stage;
    sv_text text = {0};
    if (names_lack(v))
        sv_speech_join(&text, "; ",
                       sv_stage_fill(stage, SV_TR("names shown of {a} of {b} members"), sv_stage_number(stage, (double)list->shown),
                                     sv_stage_number(stage, (double)named), NULL));
    if (v->unnamed)
        sv_speech_join(&text, "; ",
                       sv_stage_fill(stage, SV_TR("of {a} of {b} seats the map does not name the member"),
                                     sv_stage_number(stage, (double)v->unnamed), sv_stage_number(stage, (double)v->council.n_seats), NULL));
    if (v->council.size > v->council.n_seats)
        sv_speech_join(&text, "; ",
                       sv_stage_fill(stage, SV_TR("by law this council has {a} seats, the map has {b}"),
                                     sv_stage_number(stage, (double)v->council.size), sv_stage_number(stage, (double)v->council.n_seats),
                                     NULL));
    if (v->council.left)
        sv_speech_join(&text, "; ",
                       sv_stage_count(v->stage, v->council.left, SV_TR("council member has no seat on this day"),
                                      SV_TR("council members have no seat on this day")));
    if (v->council.bodies > 1)
        sv_speech_join(
            &text, "; ",
            sv_stage_fill(stage, SV_TR("the members are of {a} councils"), sv_stage_number(stage, (double)v->council.bodies), NULL, NULL));
    return sv_stage_keep(stage, &text);
}

/* ---- Legend ---- */

static void add_entry(const council_view *v, const char *text, sv_mark mark)
{
    sv_legend_add(&v->stage->legend, &(sv_legend_entry){.text = text, .mark = mark});
}

/* A circle that has nothing to say but its border. */
static sv_mark plain_mark(const council_view *v, bool coalition, bool dashed)
{
    sv_mark mark = council_seat_mark(v, 0, (swatch - (coalition ? 4 : 0)) * v->stage->page->scale, coalition, dashed);
    mark.fill = v->stage->theme->page;
    mark.text = NULL;
    if (coalition)
        mark.stroke_width = 2.6 * v->stage->page->scale;
    return mark;
}

static void fill_legend(const council_view *v)
{
    sv_stage *stage = v->stage;
    size_t dashed = 0;
    sv_legend_clear(&stage->legend);
    sv_legend_heading(&stage->legend, sv_stage_say(stage, v->by_position ? SV_TR("Position")
                                                          : v->by_party  ? SV_TR("Party")
                                                                         : SV_TR("Council group")));
    for (int last = 0; last < 2; last++)
        for (size_t key = 0; key < v->n_keys; key++) {
            bool unknown = v->by_position && strcmp(v->keys[key].name, "unknown") == 0;
            if (v->keys[key].used && unknown == last)
                add_entry(
                    v, sv_stage_fill(stage, SV_TR("{a} ({b})"), v->keys[key].word, sv_stage_number(stage, (double)v->keys[key].used), NULL),
                    council_seat_mark(v, key, swatch * 1.1 * stage->page->scale, false, false));
        }
    for (size_t i = 0; i < v->council.n_seats; i++)
        dashed += council_is_dashed(v, i);
    if (v->any_coalition || dashed)
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Border")));
    if (v->any_coalition)
        add_entry(v, sv_stage_say(stage, SV_TR("coalition")), plain_mark(v, true, false));
    if (dashed)
        add_entry(v,
                  sv_stage_fill(stage,
                                v->by_position ? SV_TR("position of the group ({a})") : SV_TR("seat without a name in the map ({a})"),
                                sv_stage_number(stage, (double)dashed), NULL, NULL),
                  plain_mark(v, false, true));
}

/* ---- All of it ---- */

static sv_status set_frame(council_view *v)
{
    sv_stage *stage = v->stage;
    sv_frame frame = {.finding = finding_of(v), .sentence = "", .note = reading_of(v), .left_out = left_out_of(v)};
    return sv_stage_frame(stage, &frame);
}

static void settle_choices(council_view *v)
{
    const sv_stage *stage = v->stage;
    const sv_draw_options *options = stage->options;
    v->about = options->issue != SV_NO_ROW;
    v->counted = v->about && strcmp(sv_map_cell(stage->map, SV_ISSUES, options->issue, SV_ISSUE_COMPETENT), "council") == 0;
    v->by_position = v->about && (options->colour_by == SV_COLOUR_AUTO || options->colour_by == SV_COLOUR_POSITION);
    v->by_party = !v->by_position && options->colour_by == SV_COLOUR_PARTY;
    v->needed = sv_law_to_adopt(v->council.n_seats);
}

static sv_status compose(council_view *v)
{
    sv_stage *stage = v->stage;
    sv_status status;
    stage->legend_below = true;
    for (size_t i = 0; i < council_hubs; i++) {
        v->hubs[i].big = !v->about || v->counted ? needed_of(v) : sv_stage_say(stage, decider_of(v)->words);
        v->hubs[i].small = v->counted ? counts_of(v) : !v->about ? sv_stage_say(stage, SV_TR("for a majority")) : "";
    }
    fill_legend(v);
    status = set_frame(v);
    if (status == SV_OK)
        status = council_fit_names(v);
    if (status == SV_OK && names_lack(v)) { /* saying so takes a line, and then there is room for a few less */
        status = set_frame(v);
        if (status == SV_OK)
            status = council_fit_names(v);
        if (status == SV_OK)
            status = set_frame(v);
    }
    if (status == SV_OK && !council_draw(v))
        status = sv_stage_no_memory(stage);
    stage->report = (sv_draw_report){.drawn = v->council.n_seats - v->unnamed, .unplaced = v->council.left};
    return status;
}

sv_status sv_council_view(sv_stage *stage)
{
    council_view v = {.stage = stage};
    sv_status status = sv_council_new(stage->map, stage->options->issue, stage->options->as_of, &v.council, stage->error);
    if (status == SV_OK && v.council.n_seats == 0)
        status = stage->options->audience == SV_PUBLIC
                     ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                     : sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("council members, or council groups with their seats"), NULL);
    if (status == SV_OK) {
        settle_choices(&v);
        status = council_arrange(&v);
    }
    if (status == SV_OK)
        status = compose(&v);
    council_fit_clear(&v);
    free(v.keys);
    free(v.key_of_group);
    free(v.group_rank);
    free(v.seats);
    free(v.key);
    free(v.names);
    free(v.loose_names);
    free(v.blocks);
    sv_council_clear(&v.council);
    return status;
}
