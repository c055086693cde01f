/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The change view: before and after in one picture. Who was there stands where the lines of the map before put it,
 * whatever came since; who came finds a place near those it is tied to, in a ring; who went is a broken outline with a cross in
 * it; who did not change is pale. Whoever moved on the issue has a heavy border, and its old and new sign behind its name.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "change_parts.h"
#include "pins.h"
#include "speech.h"
#include "views.h"

enum { names_most = 3 };                              /* of a kind, in the sentence */
static const double ring_width = 2.4, ring_off = 4.6; /* around who came, from the shape or from its own ring */

/* ---- Words ---- */

static void add_part(const change_view *v, sv_text *text, size_t n, const char *one, const char *more)
{
    if (n)
        sv_speech_join(text, ", ", sv_stage_count(v->stage, n, one, more));
}

/* "Council: 13 in favour, was 11 (14 needed)." where the council decides, and it changed. Not for the public, who may not know of all
 * votes. */
static const char *votes_of(const change_view *v)
{
    sv_stage *stage = v->stage;
    for (size_t i = 0; i < v->changes->n_votes && stage->options->audience != SV_PUBLIC; i++) {
        const sv_vote_change *vote = &v->changes->votes[i];
        if (vote->issue == stage->options->issue && vote->before.counted && vote->after.counted &&
            vote->before.in_favour != vote->after.in_favour)
            return sv_stage_fill(
                stage, SV_TR("Council: {a} in favour, was {b} ({c} needed)."), sv_stage_number(stage, (double)vote->after.in_favour),
                sv_stage_number(stage, (double)vote->before.in_favour), sv_stage_number(stage, (double)vote->after.needed));
    }
    return "";
}

/* Up to three names of those in a state (or, with CHANGE_KEPT, of those who moved), and how many more: "Anna, Bram and 4 others". */
static const char *names_of(const change_view *v, change_state state, size_t n)
{
    sv_stage *stage = v->stage;
    const char *names = "";
    size_t said = 0, most = n > names_most + 1 ? names_most : n;
    for (size_t i = 0; i < v->n_order && said < most; i++) {
        size_t actor = v->order[i];
        const char *name = sv_map_actor(v->both, actor)->name;
        if (v->state[actor] != state || (state == CHANGE_KEPT && !v->moved[actor]))
            continue;
        said++;
        names =
            said == n && n > 1 ? sv_stage_fill(stage, SV_TR("{a} and {b}"), names, name, NULL) : sv_stage_join(stage, names, ", ", name);
    }
    if (said == n || said == 0)
        return names;
    return sv_stage_fill(stage, SV_TR("{a} and {b} others"), names, sv_stage_number(stage, (double)(n - said)), NULL);
}

/* Who came, went and moved, by name. */
static const char *sentence_of(const change_view *v)
{
    static const struct {
        change_state state;
        const char *words;
    } parts[] = {{CHANGE_CAME, SV_TR("New: {a}.")}, {CHANGE_WENT, SV_TR("Gone: {a}.")}, {CHANGE_KEPT, SV_TR("Another position: {a}.")}};
    const size_t counts[] = {v->came, v->went, v->n_moved};
    sv_text text = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (counts[i])
            sv_speech_join(&text, " ", sv_stage_fill(v->stage, parts[i].words, names_of(v, parts[i].state, counts[i]), NULL, NULL));
    sv_text_add(&text, "");
    return sv_stage_keep(v->stage, &text);
}

/* What changed, in numbers. */
static const char *finding_of(const change_view *v)
{
    sv_stage *stage = v->stage;
    sv_text text = {0};
    if (!v->any)
        return sv_stage_say(stage, SV_TR("Nothing on this picture changed."));
    add_part(v, &text, v->came, SV_TR("actor came"), SV_TR("actors came"));
    add_part(v, &text, v->went, SV_TR("went"), SV_TR("went"));
    add_part(v, &text, v->up, SV_TR("more in favour"), SV_TR("more in favour"));
    add_part(v, &text, v->down, SV_TR("more against"), SV_TR("more against"));
    add_part(v, &text, v->learnt, SV_TR("position now known"), SV_TR("positions now known"));
    add_part(v, &text, v->forgotten, SV_TR("position no longer known"), SV_TR("positions no longer known"));
    add_part(v, &text, v->lines_came, SV_TR("new connection"), SV_TR("new connections"));
    add_part(v, &text, v->lines_went, SV_TR("connection less"), SV_TR("connections less"));
    sv_text_add(&text, ".");
    return sv_stage_join(stage, sv_stage_keep(stage, &text), " ", votes_of(v));
}

/* "changes since the map of 2 September 2026" */
static const char *part_of(const change_view *v)
{
    const sv_map *before = v->stage->options->before;
    char date[40];
    int day = sv_map_rows(before, SV_ABOUT) ? sv_map_date(before, SV_ABOUT, 0, SV_ABOUT_DATE) : 0;
    if (!*sv_speech_date(day, v->stage->language, date))
        return sv_stage_say(v->stage, SV_TR("changes since the map before"));
    return sv_stage_fill(v->stage, SV_TR("changes since the map of {a}"), date, NULL, NULL);
}

static const char *left_out_of(const change_view *v)
{
    if (v->cast.scene.n_scored == v->n_order)
        return "";
    return sv_stage_fill(v->stage, SV_TR("{a} of {b} actors shown: who changed, then the highest on {c}"),
                         sv_stage_number(v->stage, (double)v->cast.scene.n_scored), sv_stage_number(v->stage, (double)v->n_order),
                         sv_stage_score_name(v->stage));
}

/* The sign of a position; the clerk has none. */
static const char *sign_of(double stance)
{
    static const char *const signs[SV_STANCES] = {"−−", "−", "0", "+", "++", "?", "§"};
    return signs[sv_stance_class(stance)];
}

/* ---- Who is on it ---- */

/* "Bram − → +": the old and the new sign behind the name, never parted. */
static const char *moved_name(const change_view *v, size_t actor)
{
    sv_text name = {0};
    sv_text_addf(&name, "%s %s" NO_BREAK_SPACE "→" NO_BREAK_SPACE "%s", sv_map_actor(v->both, actor)->name, sign_of(v->then[actor]),
                 sign_of(v->now[actor]));
    return sv_stage_keep(v->stage, &name);
}

static void dress(change_view *v)
{
    sv_stage *stage = v->stage;
    double scale = stage->page->scale;
    v->cast.heavy = sv_stage_say(stage, SV_TR("another position, from and to behind the name"));
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t actor = v->cast.scene.actors[i];
        sv_look *look = &v->cast.looks[i];
        look->share = 0; /* all alike: a place must not hang on what a score became */
        v->cast.pale[i] = v->any && !v->touched[actor];
        if (v->state[actor] == CHANGE_CAME) {
            look->around += (ring_off + ring_width / 2) * scale;
            v->cast.more[i] = sv_stage_say(stage, SV_TR("came"));
        } else if (v->state[actor] == CHANGE_WENT) {
            v->cast.ghost[i] = true;
            v->cast.more[i] = sv_stage_say(stage, SV_TR("went"));
            if (v->cast.paint.of[i] != SV_NO_ROW && v->cast.paint.keys[v->cast.paint.of[i]].used)
                v->cast.paint.keys[v->cast.paint.of[i]].used--;
        } else if (v->moved[actor]) {
            look->name = moved_name(v, actor);
            look->around = fmax(look->around, SV_BORDER_BRIDGE / 2 * scale);
            v->cast.bridge[i] = true;
            v->cast.more[i] = sv_stage_fill(stage, SV_TR("was: {a}"), sv_stance_word(v->then[actor], stage->language), NULL, NULL);
        }
    }
}

/* The first so many actors, with all lines between them that were there at either time. */
static sv_status choose(change_view *v, size_t shown)
{
    bool *wanted = sv_alloc(v->n, sizeof *wanted);
    sv_scene *scene = &v->cast.scene;
    sv_status status = wanted ? SV_OK : sv_stage_no_memory(v->stage);
    for (size_t i = 0; wanted && i < shown; i++)
        wanted[v->order[i]] = true;
    sv_cast_clear(&v->cast);
    if (status == SV_OK) {
        change_enter(v);
        status = sv_cast_of(v->stage, wanted, &v->cast);
        change_leave(v);
    }
    free(wanted);
    for (size_t i = 0; i < v->n_links && status == SV_OK; i++) {
        size_t a = scene->place[v->links[i].a], b = scene->place[v->links[i].b];
        if (a == SV_NO_ROW || b == SV_NO_ROW)
            continue;
        if (!sv_grow(&scene->links, &scene->links_capacity, scene->n_links + 1, sizeof *scene->links))
            status = sv_stage_no_memory(v->stage);
        else
            scene->links[scene->n_links++] = (sv_link){.from = a, .to = b, .bond = v->links[i].bond, .strength = v->links[i].strength};
    }
    if (status == SV_OK)
        dress(v);
    return status;
}

/* ---- Legend ---- */

/* "came (2)" */
static const char *counted(const change_view *v, const char *words, size_t n)
{
    sv_stage *stage = v->stage;
    return sv_stage_fill(stage, SV_TR("{a} ({b})"), sv_stage_say(stage, words), sv_stage_number(stage, (double)n), NULL);
}

static void add_entry(const change_view *v, const char *words, size_t n, sv_mark mark, sv_mark around)
{
    if (n)
        sv_legend_add(&v->stage->legend, &(sv_legend_entry){.text = counted(v, words, n), .mark = mark, .around = around});
}

static bool any_ghost(const sv_cast *cast)
{
    for (size_t i = 0; i < cast->scene.n; i++)
        if (cast->ghost[i])
            return true;
    return false;
}

/* A line of this state joins two that are drawn. */
static bool any_line(const change_view *v, change_state state)
{
    const size_t *place = v->cast.scene.place;
    for (size_t i = 0; i < v->n_links; i++)
        if (v->links[i].state == state && place[v->links[i].a] != SV_NO_ROW && place[v->links[i].b] != SV_NO_ROW)
            return true;
    return false;
}

static void add_line_entry(const change_view *v, change_state state, const char *words)
{
    if (any_line(v, state))
        sv_legend_add(&v->stage->legend, &(sv_legend_entry){.text = words, .line = change_line(v->stage, state)});
}

/* Like the first who is pale and has a colour; where nobody has, like the first. */
static void add_pale_entry(const change_view *v, sv_mark mark)
{
    const sv_cast *cast = &v->cast;
    const sv_theme *theme = v->stage->theme;
    bool any = false, coloured = false;
    for (size_t i = 0; i < cast->scene.n && !coloured; i++) {
        size_t key = cast->paint.of[i];
        if (!cast->pale[i] || cast->ghost[i] || key == SV_NO_ROW || cast->standing[i] == SV_STANDING_CONTAINER)
            continue;
        coloured = cast->paint.keys[key].fill != theme->page;
        if (any && !coloured)
            continue;
        mark.shape = coloured ? SV_SHAPE_CIRCLE : cast->looks[i].shape;
        mark.fill = sv_cast_pale(cast, cast->paint.keys[key].fill);
        any = true;
    }
    mark.width = mark.height = sv_cast_swatch(cast);
    mark.stroke = theme->container_outline;
    if (any)
        sv_legend_add(&v->stage->legend, &(sv_legend_entry){.text = sv_stage_say(v->stage, SV_TR("pale: as it was")), .mark = mark});
}

static void fill_legend(const change_view *v)
{
    sv_stage *stage = v->stage;
    const sv_theme *theme = stage->theme;
    double scale = stage->page->scale, across = sv_cast_swatch(&v->cast);
    sv_mark plain = {
        .shape = SV_SHAPE_CIRCLE, .width = across, .height = across, .fill = theme->page, .stroke = theme->outline, .stroke_width = scale};
    sv_mark ring = plain, ghost = plain, none = {0};
    sv_legend_clear(&stage->legend);
    if (v->any)
        sv_legend_heading(&stage->legend, sv_stage_say(stage, SV_TR("Changed")));
    ring.stroke = theme->legitimate;
    ring.stroke_width = ring_width * scale;
    ghost.stroke_style = SV_STROKE_DASHED;
    ghost.text = SV_CAST_GONE;
    ghost.font_size = stage->page->legend;
    ghost.bold = true;
    ghost.text_colour = theme->ink;
    plain.width = plain.height = across * 0.55;
    add_entry(v, SV_TR("came"), v->came, plain, ring);
    add_entry(v, SV_TR("went"), any_ghost(&v->cast) ? v->went : 0, ghost, none);
    add_line_entry(v, CHANGE_CAME, counted(v, SV_TR("new connection"), v->lines_came));
    add_line_entry(v, CHANGE_WENT, counted(v, SV_TR("connection that went"), v->lines_went));
    add_pale_entry(v, plain);
    add_line_entry(v, CHANGE_KEPT, sv_stage_say(stage, SV_TR("connection that stayed")));
    sv_cast_legend(&v->cast, SV_LEGEND_ALL & ~SV_LEGEND_SIZE);
}

/* ---- All of it ---- */

static sv_status prepare(change_view *v, size_t shown)
{
    sv_stage *stage = v->stage;
    sv_status status = choose(v, shown);
    if (status != SV_OK)
        return status;
    fill_legend(v);
    status = sv_stage_frame(
        stage, &(sv_frame){.finding = finding_of(v), .sentence = sentence_of(v), .left_out = left_out_of(v), .part = part_of(v)});
    return status == SV_OK ? change_place(v) : status;
}

/* As many as fit with all their names. */
static sv_status fit_actors(change_view *v)
{
    const sv_stage *stage = v->stage;
    size_t shown = stage->options->top && stage->options->top < v->n_order ? stage->options->top : v->n_order;
    sv_status status = prepare(v, shown);
    while (status == SV_OK && !v->arrangement.clear && !stage->options->all && shown > 1) {
        shown -= 1 + shown / 12;
        status = sv_stage_tell(stage, SV_TR("choosing whom to show"), 0.3);
        if (status == SV_OK)
            status = prepare(v, shown);
    }
    return status;
}

/* ---- Drawing ---- */

/* A ring around who came, outside its own ring if it has one. */
static void add_rings(const change_view *v)
{
    double scale = v->stage->page->scale;
    for (size_t i = 0; i < v->cast.scene.n; i++) {
        size_t actor = v->cast.scene.actors[i];
        sv_mark mark = sv_cast_outline(&v->cast, &v->arrangement, i);
        sv_text id = {0};
        if (v->state[actor] != CHANGE_CAME || !v->cast.shown[i])
            continue;
        sv_text_addf(&id, "came-%s", sv_map_actor(v->both, actor)->id);
        sv_picture_mark(&v->stage->picture, &(sv_mark){.id = sv_stage_keep(v->stage, &id),
                                                       .classes = "ring came",
                                                       .shape = mark.shape,
                                                       .x = mark.x,
                                                       .y = mark.y,
                                                       .width = mark.width + ring_off * scale,
                                                       .height = mark.height + ring_off * scale,
                                                       .fill = v->stage->theme->page,
                                                       .stroke = v->stage->theme->legitimate,
                                                       .stroke_width = ring_width * scale});
    }
}

static sv_status compose(change_view *v)
{
    sv_stage *stage = v->stage;
    sv_status status = fit_actors(v);
    if (status == SV_OK)
        status = sv_arrange_ease(stage->page, &v->cast.scene, &stage->inside, &v->arrangement, stage->error);
    if (status == SV_OK && stage->options->places)
        status = sv_pins_keep(&v->cast, &v->arrangement, stage->options->places);
    if (status != SV_OK)
        return status;
    add_rings(v);
    change_enter(v);
    if (!sv_cast_draw(&v->cast, &v->arrangement))
        status = sv_stage_no_memory(stage);
    change_leave(v);
    if (status == SV_OK)
        status = change_draw_lines(v);
    stage->report = (sv_draw_report){.drawn = v->cast.scene.n_scored, .left_out = v->n_order - v->cast.scene.n_scored};
    return status;
}

sv_status sv_change_view(sv_stage *stage)
{
    change_view v = {.stage = stage};
    sv_status status = SV_OK;
    if (!stage->options->before)
        return sv_error_set(stage->error, SV_E_ARGUMENT_MISSING, SV_TR("--before MAP, the map as it was"), "speelveld draw --help");
    if (stage->options->audience == SV_PUBLIC && stage->options->issue != SV_NO_ROW)
        status = sv_map_may_be_public(stage->options->before, SV_NO_ROW, stage->error);
    if (status == SV_OK)
        status = change_find(&v);
    if (status == SV_OK && v.n_order == 0)
        status = sv_error_set(stage->error, SV_E_NOTHING_TO_DRAW, NULL, NULL);
    if (status == SV_OK)
        status = compose(&v);
    change_clear(&v);
    return status;
}
