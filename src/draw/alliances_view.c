/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The alliances view: alliances, the larger the more members they have, and their members around them. Who joins two or more stands
 * between them, with a heavy border: through these one alliance hears what another does. A small mark says who knows a
 * council member: itself, or an organisation through its own people, by a tie that may carry a message and no rule forbids.
 */
#include <math.h>
#include <stdlib.h>

#include "alliances_parts.h"
#include "network_lines.h"
#include "speech.h"
#include "views.h"

static const double badge_room = 1.5;
enum {
    alliances_least = 4, /* fewer are not drawn for want of room before members are left out */
    crowd = 60           /* where some are left out anyway, so many are enough to see who stands between whom */
};

/* ---- Choosing ---- */

static bool add_link(sv_scene *scene, size_t from, size_t to)
{
    if (!sv_grow(&scene->links, &scene->links_capacity, scene->n_links + 1, sizeof *scene->links))
        return false;
    scene->links[scene->n_links++] = (sv_link){.from = from, .to = to, .bond = SV_LINK_MEMBER, .strength = 2};
    return true;
}

static sv_status add_memberships(alliances_view *v)
{
    sv_scene *scene = &v->cast.scene;
    for (size_t row = 0; row < sv_map_rows(v->stage->map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(v->stage->map, row);
        if (v->counts[row] && scene->place[membership->who] != SV_NO_ROW && scene->place[membership->of] != SV_NO_ROW &&
            !add_link(scene, scene->place[membership->who], scene->place[membership->of]))
            return sv_stage_no_memory(v->stage);
    }
    return SV_OK;
}

/* "Samen voor het Huis van de Wijk (9)" */
static const char *alliance_name(const alliances_view *v, size_t actor)
{
    sv_text name = {0};
    sv_text_addf(&name, "%s" NO_BREAK_SPACE "(%zu)", sv_map_actor(v->stage->map, actor)->name, v->members[actor]);
    return sv_stage_keep(v->stage, &name);
}

/* An alliance is as large as it has members, or as the others where these are about as many; everyone else is small. */
static void dress(alliances_view *v)
{
    double scale = v->stage->page->scale, most = fmax(1, (double)v->members[v->alliances[0]]);
    size_t least, largest;
    bool differ = alliances_range(v, &least, &largest);
    v->cast.heavy = sv_stage_say(v->stage, SV_TR("in two or more alliances"));
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t actor = v->cast.scene.actors[i], known = v->known[actor];
        sv_look *look = &v->cast.looks[i];
        look->pinned = false; /* places on a network say nothing here */
        look->share = (double)v->members[actor] / most;
        if (alliances_is_one(v, actor)) {
            look->name = alliance_name(v, actor);
            look->bold = true;
            look->share = differ ? look->share : 1;
        }
        v->cast.bridge[i] = v->joins[actor] > 1;
        if (v->cast.bridge[i])
            look->around = fmax(look->around, SV_BORDER_BRIDGE / 2 * scale);
        if (known == SV_NO_ROW)
            continue;
        look->around += badge_room * scale;
        if (known != actor)
            v->cast.more[i] = sv_stage_fill(v->stage, SV_TR("knows {a}"), sv_map_actor(v->stage->map, known)->name, NULL, NULL);
    }
}

/* Whom there is room for: the first so many alliances, and of their members the first so many. */
static void want(alliances_view *v, bool *wanted, bool *theirs)
{
    size_t shown = 0, all = 0;
    for (size_t i = 0; i < v->shown_alliances; i++)
        wanted[v->alliances[i]] = true;
    for (size_t row = 0; row < sv_map_rows(v->stage->map, SV_MEMBERSHIPS); row++) {
        const sv_membership *membership = sv_map_membership(v->stage->map, row);
        if (v->counts[row] && wanted[membership->of])
            theirs[membership->who] = true;
    }
    for (size_t i = 0; i < v->n_members; i++) {
        bool is_shown = theirs[v->order[i]] && shown < v->shown_members;
        all += theirs[v->order[i]];
        shown += is_shown;
        wanted[v->order[i]] |= is_shown;
    }
    v->shown_members = shown;
    v->left_of_them = all - shown;
}

static sv_status choose(alliances_view *v)
{
    sv_stage *stage = v->stage;
    const sv_draw_options *asked = stage->options;
    sv_draw_options everyone = *asked;
    size_t rows = sv_map_rows(stage->map, SV_ACTORS);
    bool *wanted = sv_alloc(rows, sizeof *wanted), *theirs = sv_alloc(rows, sizeof *theirs);
    sv_status status = wanted && theirs ? SV_OK : sv_stage_no_memory(stage);
    sv_cast_clear(&v->cast);
    everyone.top = 0; /* that is of members, and has been seen to */
    if (status == SV_OK) {
        want(v, wanted, theirs);
        stage->options = &everyone;
        status = sv_cast_of(stage, wanted, &v->cast);
        stage->options = asked;
    }
    free(wanted);
    free(theirs);
    if (status == SV_OK)
        status = add_memberships(v);
    if (status == SV_OK)
        dress(v);
    return status;
}

/* ---- Words ---- */

/* One of three sentences, by how many there are: none, one, more. */
static void add_sentence(const alliances_view *v, sv_text *text, size_t n, const char *none, const char *one, const char *more)
{
    sv_text_add(text, " ");
    sv_speech_fill(text, sv_stage_say(v->stage, n == 0 ? none : n == 1 ? one : more), sv_stage_number(v->stage, (double)n), NULL, NULL);
}

/* What there is: how many, how many of them join two, how many know the council, and how many alliances have nobody who does. */
static const char *finding_of(const alliances_view *v)
{
    sv_stage *stage = v->stage;
    sv_text text = {0};
    sv_speech_fill(&text, sv_stage_say(stage, SV_TR("{a} with {b}.")),
                   sv_stage_count(v->stage, v->n_alliances, SV_TR("alliance"), SV_TR("alliances")),
                   sv_stage_count(v->stage, v->n_members, SV_TR("member"), SV_TR("members")), NULL);
    if (v->n_alliances > 1)
        add_sentence(v, &text, v->n_joint, SV_TR("Nobody joins two or more."), SV_TR("One joins two or more, and stands between them."),
                     SV_TR("{a} join two or more, and stand between them."));
    if (v->council)
        add_sentence(v, &text, v->n_known, SV_TR("No member knows a council member."), SV_TR("One member knows a council member."),
                     SV_TR("{a} members know a council member."));
    if (v->council && v->n_known && v->n_blind)
        add_sentence(v, &text, v->n_blind, "", SV_TR("In one alliance nobody does."), SV_TR("In {a} alliances nobody does."));
    return sv_stage_keep(stage, &text);
}

static const char *left_out_of(const alliances_view *v)
{
    sv_stage *stage = v->stage;
    sv_text text = {0};
    if (v->shown_alliances < v->n_alliances)
        sv_speech_join(&text, "; ",
                       sv_stage_fill(stage, SV_TR("{a} of {b} alliances shown: the largest"),
                                     sv_stage_number(stage, (double)v->shown_alliances), sv_stage_number(stage, (double)v->n_alliances),
                                     NULL));
    if (v->left_of_them)
        sv_speech_join(&text, "; ",
                       sv_stage_fill(stage, SV_TR("{a} of {b} members shown: those of most alliances, then the highest on {c}"),
                                     sv_stage_number(stage, (double)v->shown_members),
                                     sv_stage_number(stage, (double)(v->shown_members + v->left_of_them)), sv_stage_score_name(stage)));
    return sv_stage_keep(stage, &text);
}

/* ---- All of it ---- */

static sv_status prepare(alliances_view *v)
{
    sv_stage *stage = v->stage;
    sv_status status = choose(v);
    if (status != SV_OK)
        return status;
    sv_legend_clear(&stage->legend);
    alliances_legend(v);
    sv_network_lines_legend(&v->cast);
    status = sv_stage_frame(stage, &(sv_frame){.finding = finding_of(v), .sentence = "", .left_out = left_out_of(v)});
    sv_arrange_clear(&v->arrangement);
    if (status == SV_OK)
        status = sv_arrange(stage->renderer, stage->page, &v->cast.scene, v->cast.looks, &stage->inside, stage->options->all,
                            &v->arrangement, stage->error);
    return status;
}

static bool fits(const alliances_view *v)
{
    bool all = v->shown_alliances == v->n_alliances && v->left_of_them == 0;
    return v->arrangement.clear && (all || v->cast.scene.n <= crowd || v->stage->options->top);
}

/* As many as fit with all their names: fewer alliances while there are many, then fewer members. */
static sv_status fit_members(alliances_view *v)
{
    const sv_stage *stage = v->stage;
    sv_status status;
    v->shown_alliances = v->n_alliances;
    v->shown_members = stage->options->top ? stage->options->top : SIZE_MAX;
    status = prepare(v);
    while (status == SV_OK && !fits(v) && !stage->options->all) {
        if (v->shown_alliances > alliances_least)
            v->shown_alliances -= (v->shown_alliances - alliances_least + 3) / 4;
        else if (v->shown_members > 0)
            v->shown_members -= 1 + v->shown_members / 12;
        else
            break;
        status = sv_stage_tell(stage, SV_TR("choosing whom to show"), 0.3);
        if (status == SV_OK)
            status = prepare(v);
    }
    return status;
}

/* The mark of who knows a council member, at the upper right of the shape. */
static void add_badges(const alliances_view *v)
{
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        sv_mark badge = alliances_badge(v->stage), outline = sv_cast_outline(&v->cast, &v->arrangement, i);
        sv_text id = {0};
        if (v->known[v->cast.scene.actors[i]] == SV_NO_ROW || !v->cast.shown[i] || outline.width < 2 * badge.width)
            continue;
        badge.x = outline.x + outline.width * 0.42;
        badge.y = outline.y + outline.height * 0.42;
        sv_text_addf(&id, "council-%s", sv_map_actor(v->stage->map, v->cast.scene.actors[i])->id);
        badge.id = sv_stage_keep(v->stage, &id);
        sv_picture_mark(&v->stage->picture, &badge);
    }
}

static sv_status compose(alliances_view *v)
{
    sv_stage *stage = v->stage;
    sv_status status = fit_members(v);
    if (status == SV_OK)
        status = sv_arrange_ease(stage->page, &v->cast.scene, &stage->inside, &v->arrangement, stage->error);
    if (status == SV_OK && !sv_cast_draw(&v->cast, &v->arrangement))
        status = sv_stage_no_memory(stage);
    if (status != SV_OK)
        return status;
    status = sv_network_lines_draw(&v->cast, &v->arrangement);
    if (status != SV_OK)
        return status;
    add_badges(v);
    stage->report = (sv_draw_report){.drawn = v->cast.scene.n, .left_out = v->n_alliances + v->n_members - v->cast.scene.n};
    return SV_OK;
}

sv_status sv_alliances_view(sv_stage *stage)
{
    alliances_view v = {.stage = stage};
    sv_status status = alliances_find(&v);
    if (status == SV_OK && v.n_alliances == 0)
        status = stage->options->audience == SV_PUBLIC
                     ? sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL)
                     : sv_error_set(stage->error, SV_E_VIEW_LACKS, SV_TR("actors of kind alliance"), NULL);
    if (status == SV_OK)
        status = compose(&v);
    alliances_clear(&v);
    return status;
}
