/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Paint. Positions have five fixed classes, unknown, and procedure (the clerk, who is never coloured by a side).
 * Categories (sector, party, kind) are counted; the largest get a colour each, the rest share one.
 */
#include "paint.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/language.h"
#include "../base/lookup.h"
#include "../base/text.h"

/* clang-format off */
static const struct stance_class {
    const char *word, *sign, *name;
    double from; /* the lowest position in it */
} stance_classes[SV_STANCES] = {
    {SV_TR("strongly against"), "−−", "strongly-against", -4},
    {SV_TR("against"), "−", "against", -3 + 1e-9},
    {SV_TR("neutral"), "0", "neutral", -1 + 1e-9},
    {SV_TR("in favour"), "+", "for", 1},
    {SV_TR("strongly in favour"), "++", "strongly-for", 3},
    {SV_TR("position unknown"), "?", "unknown", NAN},
    {SV_TR("procedure, takes no side"), "§", "procedure", NAN},
};
/* clang-format on */

/* The clerk of the council: neutral, drawn as procedure whatever colours say. */
static bool is_clerk(const sv_scene *scene, size_t place)
{
    return strcmp(sv_map_actor(scene->map, scene->actors[place])->kind->id, "clerk") == 0;
}

size_t sv_stance_class(double stance)
{
    size_t found = 0;
    if (isnan(stance))
        return SV_STANCE_UNKNOWN;
    for (size_t i = 1; i < SV_STANCE_UNKNOWN; i++)
        if (stance >= stance_classes[i].from)
            found = i;
    return found;
}

const char *sv_stance_word(double stance, sv_language language)
{
    return sv_translate(language, stance_classes[sv_stance_class(stance)].word);
}

static sv_status paint_positions(const sv_scene *scene, const sv_draw_options *options, const sv_theme *theme, sv_paint *paint,
                                 sv_error *error)
{
    /* from strongly for to strongly against: as people read a list of sides, ours on top */
    static const size_t order[SV_STANCES] = {4, 3, 2, 1, 0, SV_STANCE_UNKNOWN, SV_STANCE_PROCEDURE};
    double *stances = sv_alloc(sv_map_rows(scene->map, SV_ACTORS), sizeof *stances);
    size_t place_of[SV_STANCES];
    sv_status status = stances ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    paint->keys = sv_alloc(SV_STANCES, sizeof *paint->keys);
    paint->stance = sv_alloc(scene->n, sizeof *paint->stance);
    if (status == SV_OK && (!paint->keys || !paint->stance))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = sv_map_stances(scene->map, options->issue, stances, error);
    if (status != SV_OK)
        goto done;
    paint->n = SV_STANCES;
    paint->subject = sv_translate(options->language, SV_TR("position on the issue"));
    for (size_t i = 0; i < SV_STANCES; i++) {
        const struct stance_class *class = &stance_classes[order[i]];
        /* what is known inside but not public must not be said to be unknown */
        bool unsaid = order[i] == SV_STANCE_UNKNOWN && options->audience == SV_PUBLIC;
        const char *word = unsaid ? SV_TR("no public position") : class->word;
        uint32_t fill = theme->stance[order[i]];
        place_of[order[i]] = i;
        paint->keys[i] = (sv_paint_key){.word = sv_translate(options->language, word),
                                        .sign = class->sign,
                                        .name = class->name,
                                        .fill = fill,
                                        .ink = sv_theme_ink_on(fill),
                                        .faint = order[i] == SV_STANCE_UNKNOWN};
    }
    for (size_t i = 0; i < scene->n; i++) {
        const sv_actor *actor = sv_map_actor(scene->map, scene->actors[i]);
        bool procedure = is_clerk(scene, i);
        paint->stance[i] = procedure ? NAN : stances[scene->actors[i]];
        paint->of[i] = actor->kind->container ? SV_NO_ROW : place_of[procedure ? SV_STANCE_PROCEDURE : sv_stance_class(paint->stance[i])];
    }
done:
    free(stances);
    return status;
}

/* Of the categories that only politicians have. */
static bool is_political(sv_colour_by by)
{
    return by == SV_COLOUR_PARTY || by == SV_COLOUR_GROUP;
}

/* The cell that puts an actor in a category; "" when nothing does. A container of kind party is its own party. */
static const char *category_of(const sv_scene *scene, size_t row, sv_colour_by by, sv_language language)
{
    const sv_actor *actor = sv_map_actor(scene->map, row);
    const char *cell;
    if (by == SV_COLOUR_SECTOR)
        return sv_map_cell(scene->map, SV_ACTORS, row, SV_ACTOR_SECTOR);
    if (!is_political(by))
        return language == SV_DUTCH ? actor->kind->nl : actor->kind->en;
    if (strcmp(actor->kind->id, "party") == 0)
        return actor->name;
    cell = sv_map_cell(scene->map, SV_ACTORS, row, by == SV_COLOUR_GROUP ? SV_ACTOR_GROUP : SV_ACTOR_PARTY);
    return *cell ? cell : sv_map_cell(scene->map, SV_ACTORS, row, by == SV_COLOUR_GROUP ? SV_ACTOR_PARTY : SV_ACTOR_GROUP);
}

/* Largest first, equal ones by name; the one without a name last. */
static int by_use(const void *left, const void *right)
{
    const sv_paint_key *a = left, *b = right;
    if (!*a->word != !*b->word)
        return *a->word ? -1 : 1;
    if (a->used != b->used)
        return a->used > b->used ? -1 : 1;
    return strcmp(a->word, b->word);
}

/* A sign for a category: the first letter of its name that none before it has, else a number. */
static void choose_sign(const sv_paint_key *keys, size_t which, char sign[2])
{
    const char *at = keys[which].word;
    uint32_t c;
    sign[0] = (char)('1' + which % 9);
    sign[1] = '\0';
    for (size_t n; (n = sv_utf8_next(at, &c)) > 0; at += n) {
        char letter[2] = {c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : (char)c, '\0'};
        bool free_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        for (size_t j = 0; j < which && free_letter; j++)
            free_letter = strcmp(keys[j].sign, letter) != 0;
        if (free_letter) {
            sign[0] = letter[0];
            return;
        }
    }
}

bool sv_paint_categories(sv_paint_key *keys, size_t n, const sv_theme *theme, sv_arena *texts)
{
    for (size_t i = 0; i < n; i++) {
        bool coloured = i < SV_CATEGORY_COLOURS;
        char sign[2], name[] = "category-a";
        choose_sign(keys, i, sign);
        name[sizeof name - 2] = (char)('a' + i % SV_CATEGORY_COLOURS);
        keys[i].sign = sv_arena_text(texts, sign, 1);
        keys[i].name = coloured ? sv_arena_text(texts, name, strlen(name)) : "category-other";
        keys[i].fill = coloured ? theme->category[i] : theme->other;
        keys[i].ink = sv_theme_ink_on(keys[i].fill);
        if (!keys[i].sign || !keys[i].name)
            return false;
    }
    return true;
}

/* Behind the keys of categories: all that found no colour, those without a category, and procedure. */
enum { extra_keys = 3 };

/* The keys in their final form: colours, signs, and the extra ones. */
static bool finish_categories(sv_paint *paint, const sv_theme *theme, sv_language language)
{
    size_t named = 0, coloured;
    if (paint->n)
        qsort(paint->keys, paint->n, sizeof *paint->keys, by_use);
    while (named < paint->n && *paint->keys[named].word)
        named++;
    coloured = named <= SV_CATEGORY_COLOURS ? named : SV_CATEGORY_COLOURS - 1;
    paint->n = coloured;
    if (!sv_paint_categories(paint->keys, coloured, theme, &paint->texts))
        return false;
    paint->keys[coloured] =
        (sv_paint_key){.word = sv_translate(language, SV_TR("others")), .sign = "*", .name = "category-other", .fill = theme->other};
    /* a school without a party is not a gap in what we know; without a sector it is */
    paint->keys[coloured + 1] =
        (sv_paint_key){.word = sv_translate(language, is_political(paint->by) ? SV_TR("no party") : SV_TR("not given")),
                       .sign = is_political(paint->by) ? "" : "?",
                       .name = "category-none",
                       .fill = theme->page,
                       .faint = !is_political(paint->by)};
    paint->keys[coloured + 2] = (sv_paint_key){.word = sv_translate(language, stance_classes[SV_STANCE_PROCEDURE].word),
                                               .sign = stance_classes[SV_STANCE_PROCEDURE].sign,
                                               .name = stance_classes[SV_STANCE_PROCEDURE].name,
                                               .fill = theme->stance[SV_STANCE_PROCEDURE]};
    paint->n = coloured + extra_keys;
    for (size_t i = 0; i < paint->n; i++)
        paint->keys[i].ink = sv_theme_ink_on(paint->keys[i].fill);
    return true;
}

static sv_status paint_categories(const sv_scene *scene, const sv_draw_options *options, const sv_theme *theme, sv_paint *paint,
                                  sv_error *error)
{
    sv_lookup lookup = {0};
    sv_status status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    paint->keys = sv_alloc(scene->n + extra_keys, sizeof *paint->keys);
    if (!paint->keys)
        goto done;
    for (size_t i = 0; i < scene->n; i++) {
        const char *category = category_of(scene, scene->actors[i], paint->by, options->language);
        size_t key = sv_lookup_get(&lookup, category);
        if (sv_map_actor(scene->map, scene->actors[i])->kind->container || is_clerk(scene, i))
            continue;
        if (key == SV_LOOKUP_NONE) {
            key = paint->n++;
            paint->keys[key].word = category;
            if (!sv_lookup_put(&lookup, category, key))
                goto done;
        }
        paint->keys[key].used++;
    }
    if (!finish_categories(paint, theme, options->language))
        goto done;
    sv_lookup_clear(&lookup);
    for (size_t i = 0; i + extra_keys < paint->n; i++)
        if (!sv_lookup_put(&lookup, paint->keys[i].word, i))
            goto done;
    for (size_t i = 0; i < scene->n; i++) {
        const char *category = category_of(scene, scene->actors[i], paint->by, options->language);
        size_t key = sv_lookup_get(&lookup, category);
        bool container = sv_map_actor(scene->map, scene->actors[i])->kind->container;
        bool party = strcmp(sv_map_actor(scene->map, scene->actors[i])->kind->id, "party") == 0 && is_political(paint->by);
        if (container) /* a party has the colour of its members; other bodies have none */
            paint->of[i] = party && key != SV_LOOKUP_NONE ? key : SV_NO_ROW;
        else if (is_clerk(scene, i))
            paint->of[i] = paint->n - 1;
        else
            paint->of[i] = key != SV_LOOKUP_NONE ? key : *category ? paint->n - extra_keys : paint->n - extra_keys + 1;
    }
    status = SV_OK;
done:
    sv_lookup_clear(&lookup);
    return status;
}

/* What the colours say, from what was asked and what the map has. */
static sv_colour_by decide(const sv_scene *scene, const sv_draw_options *options)
{
    bool party = sv_map_has(scene->map, SV_ACTORS, SV_ACTOR_PARTY) || sv_map_has(scene->map, SV_ACTORS, SV_ACTOR_GROUP);
    bool issue = options->issue != SV_NO_ROW && options->issue < sv_map_rows(scene->map, SV_ISSUES);
    if (options->colour_by != SV_COLOUR_AUTO && (options->colour_by != SV_COLOUR_POSITION || issue))
        return options->colour_by;
    if (issue)
        return SV_COLOUR_POSITION;
    if (sv_map_has(scene->map, SV_ACTORS, SV_ACTOR_SECTOR))
        return SV_COLOUR_SECTOR;
    return party ? SV_COLOUR_PARTY : SV_COLOUR_AUTO;
}

sv_status sv_paint_new(const sv_scene *scene, const sv_draw_options *options, const sv_theme *theme, sv_paint *paint, sv_error *error)
{
    static const char *const subjects[] = {SV_TR("kind"), NULL, SV_TR("sector"), SV_TR("party"), SV_TR("council group")};
    sv_status status;
    *paint = (sv_paint){.by = decide(scene, options)};
    paint->of = sv_alloc(scene->n, sizeof *paint->of);
    if (!paint->of)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (paint->by == SV_COLOUR_POSITION)
        status = paint_positions(scene, options, theme, paint, error);
    else {
        status = paint_categories(scene, options, theme, paint, error);
        paint->subject = sv_translate(options->language, subjects[paint->by]);
    }
    paint->plain = paint->by == SV_COLOUR_AUTO;
    if (status == SV_OK)
        sv_paint_count(paint, scene, NULL);
    for (size_t i = 0, used = 0; i < paint->n && status == SV_OK; i++) {
        used += paint->keys[i].used > 0;
        paint->plain &= used < 2;
    }
    return status;
}

void sv_paint_count(sv_paint *paint, const sv_scene *scene, const bool *shown)
{
    for (size_t i = 0; i < paint->n; i++)
        paint->keys[i].used = 0;
    for (size_t i = 0; i < scene->n; i++)
        if (paint->of[i] != SV_NO_ROW && (!shown || shown[i]) && !sv_map_actor(scene->map, scene->actors[i])->kind->container)
            paint->keys[paint->of[i]].used++;
}

void sv_paint_clear(sv_paint *paint)
{
    free(paint->keys);
    free(paint->of);
    free(paint->stance);
    sv_arena_clear(&paint->texts);
    *paint = (sv_paint){0};
}
