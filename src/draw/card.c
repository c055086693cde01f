/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cards: see card.h. */
#include "card.h"

#include <math.h>
#include <stdio.h>

#include "wrap.h"

static const double inset = 3.5, border_usual = 1, border_strong = 2.6, own_border = 2.2, under_most = 8;

static bool is_person(const sv_map *map, size_t actor)
{
    return sv_map_actor(map, actor)->kind->of == SV_CLASS_PERSON;
}

/* How a card of this kind looks, without a place. */
static sv_mark look_of(const sv_stage *stage, bool person, bool own, bool strong)
{
    const sv_theme *theme = stage->theme;
    double scale = stage->page->scale;
    return (sv_mark){.classes =
                         person ? (own ? "actor person own" : "actor person") : (own ? "actor organisation own" : "actor organisation"),
                     .shape = person ? SV_SHAPE_ROUNDED : SV_SHAPE_BOX,
                     .fill = theme->container,
                     .stroke = own      ? theme->own
                               : strong ? theme->bridge
                                        : theme->container_outline,
                     .stroke_width = scale * (strong ? border_strong
                                              : own  ? own_border
                                                     : border_usual),
                     .text_colour = theme->ink};
}

const char *sv_card_id(sv_stage *stage, const char *word, size_t a, size_t b)
{
    sv_text id = {0};
    sv_text_addf(&id, "%s-%zu-%zu", word, a, b);
    return sv_stage_keep(stage, &id);
}

sv_status sv_note_draw(sv_stage *stage, const sv_note *note)
{
    double size = note->font_size > 0 ? note->font_size : stage->page->smallest, middle = note->y, left = note->left;
    sv_fit fit = {.font_size = size, .width = note->width, .bold = note->bold, .lines = note->lines};
    sv_text wrapped = {0};
    sv_status status = *note->text ? sv_wrap_fit(stage->renderer, note->text, &fit, &wrapped, stage->error) : SV_OK;
    if (status == SV_OK && *note->text) {
        middle += note->from * -fit.got_height / 2;
        left += note->align == SV_ALIGN_LEFT ? 0 : (note->width - fit.got_width) * (note->align == SV_ALIGN_RIGHT ? 1 : 0.5);
        sv_picture_mark(&stage->picture, &(sv_mark){.id = note->id,
                                                    .classes = note->classes ? note->classes : "note",
                                                    .x = left + fit.got_width / 2,
                                                    .y = middle,
                                                    .width = fit.got_width,
                                                    .height = fit.got_height,
                                                    .text = sv_text_get(&wrapped),
                                                    .font_size = size,
                                                    .bold = note->bold,
                                                    .text_colour = stage->theme->ink,
                                                    .align = note->align});
    }
    sv_text_clear(&wrapped);
    return status;
}

double sv_card_inner(const sv_stage *stage, double width)
{
    return width - 2 * inset * stage->page->scale;
}

/* The name, and below it what is said in small type; together in the middle of the card. */
static sv_status set_texts(sv_stage *stage, const sv_card *card, const char *key, sv_mark *mark)
{
    const sv_page *page = stage->page;
    double width = sv_card_inner(stage, card->width), high = card->height - 2 * page->scale, zoom = card->zoom > 0 ? card->zoom : 1;
    sv_fit name = {.font_size = page->legend * zoom, .width = width, .bold = true},
           under = {.font_size = page->smallest * zoom, .width = width, .lines = 3};
    sv_text wrapped = {0}, below = {0};
    sv_status status = SV_OK;
    name.lines = (size_t)fmin(6, fmax(1, floor(high / (name.font_size * 1.22))));
    status = sv_wrap_fit(stage->renderer, card->name, &name, &wrapped, stage->error);
    under.lines = (size_t)fmax(0, fmin(under_most, (high - name.got_height) / (under.font_size * 1.25)));
    if (status == SV_OK && card->under && *card->under && under.lines)
        status = sv_wrap_fit(stage->renderer, card->under, &under, &below, stage->error);
    sv_picture_mark(&stage->picture, mark);
    mark->shape = SV_SHAPE_NONE;
    mark->id = sv_stage_fill(stage, "name-{a}", key, NULL, NULL);
    mark->classes = "card-name";
    mark->fill = 0;
    mark->tooltip = NULL;
    mark->text = sv_text_get(&wrapped);
    mark->font_size = name.font_size;
    mark->bold = true;
    mark->y = card->y + under.got_height / 2;
    mark->width = name.got_width;
    mark->height = name.got_height;
    sv_picture_mark(&stage->picture, mark);
    mark->id = sv_stage_fill(stage, "under-{a}", key, NULL, NULL);
    mark->classes = "card-under";
    mark->text = sv_text_get(&below);
    mark->font_size = under.font_size;
    mark->bold = false;
    mark->y = card->y - name.got_height / 2;
    mark->width = under.got_width;
    mark->height = under.got_height;
    if (below.length)
        sv_picture_mark(&stage->picture, mark);
    sv_text_clear(&wrapped);
    sv_text_clear(&below);
    return status;
}

sv_status sv_card_draw(sv_stage *stage, const sv_card *card, size_t *mark)
{
    const sv_actor *actor = card->actor == SV_NO_ROW ? NULL : sv_map_actor(stage->map, card->actor);
    bool person = !actor || is_person(stage->map, card->actor);
    sv_mark shape = look_of(stage, person, actor && actor->own, card->strong);
    sv_card named = *card;
    char key[140] = "";
    if (!named.name)
        named.name = actor ? actor->name : "";
    if (actor)
        sv_text_fit(key, sizeof key, actor->id);
    else
        snprintf(key, sizeof key, "more.%zu", stage->picture.n_marks);
    shape.id = sv_stage_fill(stage, "actor-{a}", key, NULL, NULL);
    shape.tooltip = named.name;
    shape.x = card->x;
    shape.y = card->y;
    shape.width = card->width;
    shape.height = card->height;
    if (mark)
        *mark = stage->picture.n_marks;
    return set_texts(stage, &named, key, &shape);
}

void sv_card_kinds_add(sv_card_kinds *kinds, const sv_map *map, size_t actor)
{
    kinds->own |= sv_map_actor(map, actor)->own;
    if (is_person(map, actor))
        kinds->person = true;
    else
        kinds->organisation = true;
}

void sv_card_legend(sv_stage *stage, const sv_card_kinds *kinds)
{
    static const char *const words[] = {SV_TR("person"), SV_TR("organisation"), SV_TR("us")};
    const bool there[] = {kinds->person, kinds->organisation, kinds->own};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        sv_mark mark = look_of(stage, i != 1, i == 2, false);
        mark.classes = NULL;
        mark.width = 18 * stage->page->scale;
        mark.height = 11 * stage->page->scale;
        if (there[i])
            sv_legend_add(&stage->legend, &(sv_legend_entry){.text = sv_stage_say(stage, words[i]), .mark = mark});
    }
}

void sv_card_legend_strong(sv_stage *stage, bool person, const char *words)
{
    sv_mark mark = look_of(stage, person, false, true);
    mark.classes = NULL;
    mark.width = 18 * stage->page->scale;
    mark.height = 11 * stage->page->scale;
    sv_legend_add(&stage->legend, &(sv_legend_entry){.text = words, .mark = mark});
}
