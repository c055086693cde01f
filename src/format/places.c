/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places, and their file:
 *   {"speelveld_layout": 1, "audience": "team", "pages": {"slide": {"map": [1, 0, 0], "type": [7, 12, 86, 141, 52],
 *    "actors": {"jansen": [120.5, 88, 1], "pietersen": null, …}}}}
 * An actor a line, by id, so that two versions can be laid side by side; null is somebody for whom there was no room.
 */
#include <speelveld/format.h>

#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/file.h"
#include "../base/language.h"
#include "../base/lookup.h"
#include "json.h"

#define PLACES_VERSION 1
#define FARTHEST 1e6 /* points: no page is so large */

typedef struct kept {
    const char *id;
    sv_page_spot spot;
} kept;

typedef struct page {
    const char *name;
    kept *spots;
    size_t n, capacity;
    sv_lookup by_id;
    bool has_fit, has_type;
    sv_places_fit fit;
    sv_page_type type;
} page;

struct sv_places {
    sv_audience audience;
    page *pages;
    size_t n, capacity;
    sv_arena texts;
};

static const char *const audiences[] = {[SV_PRIVATE] = "private", [SV_TEAM] = "team", [SV_PUBLIC] = "public"};

sv_places *sv_places_new(void)
{
    sv_places *places = sv_alloc(1, sizeof *places);
    if (places)
        places->audience = SV_PUBLIC;
    return places;
}

void sv_places_free(sv_places *places)
{
    if (!places)
        return;
    for (size_t i = 0; i < places->n; i++) {
        free(places->pages[i].spots);
        sv_lookup_clear(&places->pages[i].by_id);
    }
    free(places->pages);
    sv_arena_clear(&places->texts);
    free(places);
}

sv_audience sv_places_audience(const sv_places *places)
{
    return places->audience;
}

void sv_places_narrow(sv_places *places, sv_audience audience)
{
    if (audience < places->audience)
        places->audience = audience;
}

static page *find_page(const sv_places *places, const char *name)
{
    for (size_t i = 0; i < places->n; i++)
        if (strcmp(places->pages[i].name, name) == 0)
            return &places->pages[i];
    return NULL;
}

/* The page of a name, made where there is none; NULL without memory. */
static page *make_page(sv_places *places, const char *name)
{
    page *found = find_page(places, name);
    const char *own;
    if (found)
        return found;
    own = sv_arena_text(&places->texts, name, strlen(name));
    if (!own || !sv_grow(&places->pages, &places->capacity, places->n + 1, sizeof *places->pages))
        return NULL;
    places->pages[places->n] = (page){.name = own};
    return &places->pages[places->n++];
}

bool sv_places_get(const sv_places *places, const char *name, const char *id, sv_page_spot *spot)
{
    const page *on = find_page(places, name);
    size_t i = on ? sv_lookup_get(&on->by_id, id) : SV_LOOKUP_NONE;
    if (i == SV_LOOKUP_NONE || isnan(on->spots[i].spot.x))
        return false;
    *spot = on->spots[i].spot;
    return true;
}

bool sv_places_left_out(const sv_places *places, const char *name, const char *id)
{
    const page *on = find_page(places, name);
    size_t i = on ? sv_lookup_get(&on->by_id, id) : SV_LOOKUP_NONE;
    return i != SV_LOOKUP_NONE && isnan(on->spots[i].spot.x);
}

sv_status sv_places_leave_out(sv_places *places, const char *name, const char *id, sv_error *error)
{
    return sv_places_put(places, name, id, &(sv_page_spot){NAN, NAN, -1}, error);
}

sv_status sv_places_put(sv_places *places, const char *name, const char *id, const sv_page_spot *spot, sv_error *error)
{
    page *on = make_page(places, name);
    size_t i = on ? sv_lookup_get(&on->by_id, id) : SV_LOOKUP_NONE;
    const char *own;
    if (i != SV_LOOKUP_NONE) {
        on->spots[i].spot = *spot;
        return SV_OK;
    }
    own = sv_arena_text(&places->texts, id, strlen(id));
    if (!on || !own || !sv_grow(&on->spots, &on->capacity, on->n + 1, sizeof *on->spots) || !sv_lookup_put(&on->by_id, own, on->n))
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    on->spots[on->n++] = (kept){own, *spot};
    return SV_OK;
}

size_t sv_places_count(const sv_places *places, const char *name)
{
    const page *on = find_page(places, name);
    size_t n = 0;
    for (size_t i = 0; on && i < on->n; i++)
        n += !isnan(on->spots[i].spot.x);
    return n;
}

bool sv_places_get_fit(const sv_places *places, const char *name, sv_places_fit *fit)
{
    const page *on = find_page(places, name);
    if (!on || !on->has_fit)
        return false;
    *fit = on->fit;
    return true;
}

sv_status sv_places_put_fit(sv_places *places, const char *name, const sv_places_fit *fit, sv_error *error)
{
    page *on = make_page(places, name);
    if (!on)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    on->has_fit = true;
    on->fit = *fit;
    return SV_OK;
}

bool sv_places_get_type(const sv_places *places, const char *name, sv_page_type *type)
{
    const page *on = find_page(places, name);
    if (!on || !on->has_type)
        return false;
    *type = on->type;
    return true;
}

sv_status sv_places_put_type(sv_places *places, const char *name, const sv_page_type *type, sv_error *error)
{
    page *on = make_page(places, name);
    if (!on)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    on->has_type = true;
    on->type = *type;
    return SV_OK;
}

/* ---- The file ---- */

/* An array of at most n numbers, each finite and on some page. Gives back how many; 0 when it is anything else. */
static size_t read_numbers(const cJSON *array, size_t n, double *numbers)
{
    size_t i = 0;
    for (const cJSON *item = cJSON_IsArray(array) ? array->child : NULL; item; item = item->next) {
        if (i == n || !cJSON_IsNumber(item) || !(fabs(item->valuedouble) <= FARTHEST))
            return 0;
        numbers[i++] = item->valuedouble;
    }
    return i;
}

static sv_status wrong(const char *path, const char *found, sv_error *error)
{
    sv_place place = {0};
    sv_text_fit(place.file, sizeof place.file, path);
    return sv_error_at(error, SV_E_PLACES_FILE, &place, found, NULL);
}

static sv_status read_page(const char *path, const cJSON *object, sv_places *places, sv_error *error)
{
    const cJSON *fit = cJSON_GetObjectItemCaseSensitive(object, "map"), *actors = cJSON_GetObjectItemCaseSensitive(object, "actors");
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(object, "type");
    double numbers[5];
    sv_status status = SV_OK;
    if (!cJSON_IsObject(object) || (actors && !cJSON_IsObject(actors)))
        return wrong(path, object->string, error);
    if (fit) {
        if (read_numbers(fit, 3, numbers) != 3)
            return wrong(path, "map", error);
        status = sv_places_put_fit(places, object->string, &(sv_places_fit){numbers[0], numbers[1], numbers[2]}, error);
    }
    if (type && status == SV_OK) {
        if (read_numbers(type, 5, numbers) != 5 || !(fmin(fmin(numbers[0], numbers[1]), fmin(fmin(numbers[2], numbers[3]), numbers[4])) >= 0))
            return wrong(path, "type", error);
        status = sv_places_put_type(
            places, object->string,
            &(sv_page_type){(size_t)numbers[0], (size_t)numbers[1], (size_t)numbers[2], numbers[3], numbers[4]}, error);
    }
    for (const cJSON *actor = actors ? actors->child : NULL; actor && status == SV_OK; actor = actor->next) {
        size_t n = read_numbers(actor, 3, numbers);
        bool sided = n == 3 && numbers[2] >= 0 && numbers[2] <= 3;
        if (n < 2 && !cJSON_IsNull(actor))
            return wrong(path, actor->string, error);
        if (cJSON_IsNull(actor))
            status = sv_places_leave_out(places, object->string, actor->string, error);
        else
            status = sv_places_put(places, object->string, actor->string,
                                   &(sv_page_spot){numbers[0], numbers[1], sided ? (int)numbers[2] : -1}, error);
    }
    return status;
}

static sv_status read_tree(const char *path, const cJSON *tree, sv_places *places, sv_error *error)
{
    const cJSON *version = cJSON_GetObjectItemCaseSensitive(tree, "speelveld_layout"),
                *pages = cJSON_GetObjectItemCaseSensitive(tree, "pages");
    const cJSON *audience = cJSON_GetObjectItemCaseSensitive(tree, "audience");
    sv_status status = SV_OK;
    if (!cJSON_IsNumber(version) || !cJSON_IsObject(pages))
        return wrong(path, cJSON_IsNumber(version) ? "pages" : "speelveld_layout", error);
    if (version->valuedouble > PLACES_VERSION) {
        char found[32];
        sv_number_write(version->valuedouble, found);
        return sv_error_set(error, SV_E_VERSION_LATER, found, "1");
    }
    places->audience = SV_PRIVATE; /* what cannot be read is for nobody else */
    for (int i = SV_PRIVATE; i <= SV_PUBLIC; i++)
        if (cJSON_IsString(audience) && strcmp(audience->valuestring, audiences[i]) == 0)
            places->audience = (sv_audience)i;
    for (const cJSON *object = pages->child; object && status == SV_OK; object = object->next)
        status = read_page(path, object, places, error);
    return status;
}

sv_status sv_places_read(const char *path, sv_places **result, sv_error *error)
{
    sv_places *places = sv_places_new();
    sv_json_text text = {0};
    cJSON *tree = NULL;
    char *bytes = NULL;
    size_t length = 0;
    sv_status status = places ? SV_OK : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    *result = NULL;
    if (status == SV_OK && sv_file_exists(path)) {
        const char *at;
        status = sv_file_read(path, SV_JSON_LIMIT, &bytes, &length, error);
        if (status == SV_OK)
            status = sv_json_open(bytes, length, path, &text, error);
        at = text.value;
        if (status == SV_OK && !(tree = sv_json_take(&text, &at)))
            status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        if (status == SV_OK)
            status = read_tree(path, tree, places, error);
    }
    sv_json_free(tree);
    sv_json_close(&text);
    free(bytes);
    if (status != SV_OK)
        sv_places_free(places);
    else
        *result = places;
    return status;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const kept *)a)->id, ((const kept *)b)->id);
}

static void add_numbers(sv_text *out, const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char number[32];
        sv_number_write(numbers[i], number);
        sv_text_addf(out, "%s%s", i ? ", " : "[", number);
    }
    sv_text_add(out, "]");
}

/* False without memory. */
static bool add_page(sv_text *out, const page *on)
{
    kept *sorted = sv_alloc(on->n, sizeof *sorted);
    if (!sorted)
        return false;
    if (on->n) {
        memcpy(sorted, on->spots, on->n * sizeof *sorted);
        qsort(sorted, on->n, sizeof *sorted, by_id);
    }
    sv_text_add(out, "  ");
    sv_json_add_text(out, on->name);
    sv_text_add(out, ": {");
    if (on->has_fit) {
        sv_text_add(out, "\"map\": ");
        add_numbers(out, (const double[]){on->fit.scale, on->fit.shift_x, on->fit.shift_y}, 3);
        sv_text_add(out, ", ");
    }
    if (on->has_type) {
        sv_text_add(out, "\"type\": ");
        add_numbers(out, (const double[]){(double)on->type.step, (double)on->type.line, (double)on->type.drawn, on->type.legend, on->type.words}, 5);
        sv_text_add(out, ", ");
    }
    sv_text_add(out, "\"actors\": {");
    for (size_t i = 0; i < on->n; i++) {
        sv_text_add(out, i ? ",\n    " : "\n    ");
        sv_json_add_text(out, sorted[i].id);
        sv_text_add(out, ": ");
        if (isnan(sorted[i].spot.x))
            sv_text_add(out, "null");
        else
            add_numbers(out, (const double[]){sorted[i].spot.x, sorted[i].spot.y, sorted[i].spot.side}, sorted[i].spot.side < 0 ? 2 : 3);
    }
    sv_text_add(out, "}}");
    free(sorted);
    return true;
}

sv_status sv_places_write(const sv_places *places, const char *path, sv_error *error)
{
    sv_text out = {0};
    bool fine = true;
    sv_status status;
    sv_text_addf(&out, "{\"speelveld_layout\": %d, \"audience\": \"%s\", \"pages\": {\n", PLACES_VERSION, audiences[places->audience]);
    for (size_t i = 0; i < places->n && fine; i++) {
        if (i)
            sv_text_add(&out, ",\n");
        fine = add_page(&out, &places->pages[i]);
    }
    sv_text_add(&out, "\n}}\n");
    status = fine && !out.failed ? sv_file_write(path, out.bytes, out.length, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    sv_text_clear(&out);
    return status;
}
