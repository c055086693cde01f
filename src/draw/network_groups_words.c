/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said on the picture of communities: the label of each, the legend, what it shows and what was left out. */
#include <math.h>

#include "network_groups_parts.h"
#include "speech.h"
#include "wrap.h"

enum { name_width = 20, own_named = 6 };

const char *groups_heading(groups_view *v, size_t i)
{
    return sv_stage_fill(v->stage, SV_TR("group {a}"), sv_stage_number(v->stage, (double)i + 1), NULL, NULL);
}

const char *groups_label(groups_view *v, size_t i)
{
    sv_sides sides = {.in_favour = v->groups[i].sides.in_favour, .against = v->groups[i].sides.against};
    sv_text text = {0};
    sv_text_add(&text, sv_stage_join(v->stage, groups_heading(v, i), "\n", sv_sides_words(v->stage, &sides)));
    for (size_t k = 0; k < v->groups[i].named && k < v->names; k++) {
        sv_text_add(&text, k ? ",\n" : "\n"); /* a name may take two lines: commas tell where the next begins */
        sv_wrap(sv_map_actor(v->stage->map, v->groups[i].members[k])->name, name_width, name_width, 3, &text);
    }
    return sv_stage_keep(v->stage, &text);
}

static void fill_legend(groups_view *v)
{
    sv_stage *stage = v->stage;
    double scale = stage->page->scale;
    bool own = false;
    size_t least = v->ties_most;
    sv_legend_entry size = {.mark = groups_disc(stage, 9 * scale), .around = groups_disc(stage, 19 * scale)};
    sv_legend_clear(&stage->legend);
    if (v->groups[0].size > v->groups[v->n_shown - 1].size) {
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Size: actors in the group")));
        size.text = sv_stage_fill(stage, SV_TR("{a} (small) to {b} (large)"), sv_stage_number(stage, (double)v->groups[v->n_shown - 1].size),
                                  sv_stage_number(stage, (double)v->groups[0].size), NULL);
        sv_legend_add(&stage->legend, &size);
    }
    for (size_t i = 0; i < v->n_shown; i++)
        own |= v->groups[i].own;
    if (own) {
        sv_legend_entry us = {.text = sv_stage_say(stage, SV_TR("we are in it")),
                              .mark = groups_disc(stage, 10 * scale),
                              .around = groups_disc(stage, 16 * scale)};
        us.around.stroke = stage->theme->own;
        us.around.stroke_width = SV_RING_WIDTH * scale;
        us.around.fill = stage->theme->page;
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Border")));
        sv_legend_add(&stage->legend, &us);
    }
    if (v->scene.n_links == 0)
        return;
    for (size_t i = 0; i < v->scene.n_links; i++) {
        size_t many = v->ties[v->scene.links[i].from * v->n_shown + v->scene.links[i].to];
        least = many < least ? many : least;
    }
    sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Lines: ties between two groups")));
    sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_number(stage, (double)least),
                                                     .line = {.colour = stage->theme->tie, .width = groups_line_width(v, least)}});
    if (least < v->ties_most)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_number(stage, (double)v->ties_most),
                                         .line = {.colour = stage->theme->tie, .width = groups_line_width(v, v->ties_most)}});
    if (v->some_left)
        sv_legend_add(&stage->legend,
                      &(sv_legend_entry){.text = sv_stage_fill(stage, SV_TR("fewer than {a}: only the strongest of each group"),
                                                               sv_stage_number(stage, (double)v->ties_least), NULL, NULL)});
}

/* "44 of 51 groups shown, with 4,900 of 5,000 actors", and who is tied to nobody. */
static const char *left_out(groups_view *v)
{
    sv_stage *stage = v->stage;
    size_t all = v->n_groups - v->n_alone;
    sv_text text = {0};
    if (v->n_shown < all)
        sv_speech_join(&text, "",
                       sv_stage_fill(stage, SV_TR("{a} of {b} groups shown: the largest"), sv_stage_number(stage, (double)v->n_shown),
                                     sv_stage_number(stage, (double)all), NULL));
    if (v->n_alone)
        sv_speech_join(
            &text, "  ·  ",
            sv_stage_fill(stage,
                          v->n_alone == 1 ? SV_TR("{a} actor without ties is not on it") : SV_TR("{a} actors without ties are not on it"),
                          sv_stage_number(stage, (double)v->n_alone), NULL, NULL));
    return sv_stage_keep(stage, &text);
}

/* "3, 4, 6": in which of the groups that are shown we are; how many, where they are too many to name. */
static const char *ours(groups_view *v)
{
    sv_stage *stage = v->stage;
    const char *numbers = "";
    size_t n = 0;
    for (size_t i = 0; i < v->n_shown; i++) {
        n += v->groups[i].own;
        if (v->groups[i].own)
            numbers = sv_stage_join(stage, numbers, ", ", sv_stage_number(stage, (double)i + 1));
    }
    if (n == 0)
        return "";
    return n > own_named ? sv_stage_fill(stage, SV_TR("We are in {a} of them."), sv_stage_number(stage, (double)n), NULL, NULL)
                         : sv_stage_fill(stage, SV_TR("We are in group {a}."), numbers, NULL, NULL);
}

/* How many groups there are, in which we are, and between which two most ties run. */
static const char *finding_of(groups_view *v)
{
    sv_stage *stage = v->stage;
    size_t n = v->n_shown;
    const char *said =
        sv_stage_fill(stage, SV_TR("{a}."),
                      sv_stage_count(stage, v->n_groups - v->n_alone, SV_TR("group of actors"), SV_TR("groups of actors")), NULL, NULL);
    said = sv_stage_join(stage, said, " ", ours(v));
    for (size_t i = 0; i < n * n && v->ties_most > 0; i++)
        if (v->ties[i] == v->ties_most) {
            const char *most = sv_stage_fill(stage, SV_TR("Most ties run between group {a} and group {b} ({c})."),
                                             sv_stage_number(stage, (double)(i / n) + 1), sv_stage_number(stage, (double)(i % n) + 1),
                                             sv_stage_number(stage, (double)v->ties_most));
            return sv_stage_join(stage, said, " ", most);
        }
    return said;
}

sv_status groups_set_frame(groups_view *v)
{
    sv_stage *stage = v->stage;
    const char *actors = sv_stage_number(stage, (double)sv_network_actors(stage->network));
    const sv_frame frame = {
        .finding = finding_of(v),
        .sentence = sv_stage_fill(
            stage,
            SV_TR("Each disc is a group with more ties within it than with others. The number is how many of the {a} actors it has; the "
                  "names are those highest on {b}."),
            actors, sv_stage_score_name(stage), NULL),
        .left_out = left_out(v)};
    fill_legend(v);
    return sv_stage_frame(stage, &frame);
}
