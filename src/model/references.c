/* SPDX-License-Identifier: GPL-2.0-or-later */
/* References: the names and ids of actors and issues in other rows, changed where they must and left alone where they need not. */
#include "references.h"

#include <string.h>

#include "../base/lookup.h"
#include "../base/memory.h"
#include "table.h"

sv_type column_type(sv_sheet sheet, size_t column)
{
    const sv_sheet_about *about = sv_sheet_get(sheet);
    return column < about->n_columns ? about->columns[column].type : SV_TYPE_TEXT;
}

bool reference_is(sv_type type)
{
    return type == SV_TYPE_ACTOR || type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS || type == SV_TYPE_ORGANISATION ||
           type == SV_TYPE_ISSUE;
}

const char *reference_actor_of(sv_type type, const char *part)
{
    const char *colon = type == SV_TYPE_SPOKESPERSONS ? strrchr(part, ':') : NULL;
    return colon ? colon + 1 + strspn(colon + 1, " ") : part;
}

/* One part of a list, "theme:actor" or "actor", with its actor renamed. True when it was. */
static bool rename_part(const char *part, bool themed, reference_rename rename, void *context, sv_text *out)
{
    const char *name = reference_actor_of(themed ? SV_TYPE_SPOKESPERSONS : SV_TYPE_ACTORS, part);
    const char *renamed = *name ? rename(context, false, name) : name;
    out->length = 0;
    sv_text_add_n(out, part, (size_t)(name - part));
    sv_text_add(out, renamed);
    return renamed != name;
}

/* Add a part that the list does not have yet. False without memory. */
static bool add_once(sv_text *list, const char *part, sv_lookup *seen, sv_arena *texts)
{
    const char *kept;
    if (sv_lookup_get(seen, part) != SV_LOOKUP_NONE)
        return true;
    sv_list_add(list, part);
    kept = sv_arena_text(texts, part, strlen(part));
    return kept && sv_lookup_put(seen, kept, 1);
}

static bool rewrite_list(const char *cell, bool themed, reference_rename rename, void *context, sv_text *out)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0}, renamed = {0};
    sv_lookup seen = {0};
    sv_arena texts = {0};
    bool changed = false, done = true;
    while (done && sv_list_next(&cursor, &part)) {
        changed |= rename_part(part.bytes, themed, rename, context, &renamed);
        done = !renamed.failed && add_once(out, sv_text_get(&renamed), &seen, &texts);
    }
    if (!changed) {
        out->length = 0;
        sv_text_add(out, cell);
    }
    done = done && !part.failed && !out->failed;
    sv_lookup_clear(&seen);
    sv_arena_clear(&texts);
    sv_text_clear(&part);
    sv_text_clear(&renamed);
    return done;
}

bool reference_rewrite(sv_type type, const char *cell, reference_rename rename, void *context, sv_text *out)
{
    out->length = 0;
    sv_text_add(out, "");
    if (*cell && (type == SV_TYPE_ACTORS || type == SV_TYPE_SPOKESPERSONS))
        return rewrite_list(cell, type == SV_TYPE_SPOKESPERSONS, rename, context, out);
    sv_text_add(out, *cell && reference_is(type) ? rename(context, type == SV_TYPE_ISSUE, cell) : cell);
    return !out->failed;
}

bool reference_join_lists(const char *a, const char *b, sv_text *out)
{
    const char *lists[] = {a, b};
    sv_lookup seen = {0};
    sv_arena texts = {0};
    sv_text part = {0};
    bool done = true;
    out->length = 0;
    for (size_t i = 0; done && i < 2; i++) {
        sv_list_cursor cursor = {lists[i]};
        while (done && sv_list_next(&cursor, &part))
            done = add_once(out, part.bytes, &seen, &texts);
    }
    done = done && !part.failed && !out->failed;
    sv_lookup_clear(&seen);
    sv_arena_clear(&texts);
    sv_text_clear(&part);
    return done;
}

bool sv_list_names(const sv_map *map, const char *cell, size_t actor, bool *names)
{
    sv_list_cursor cursor = {cell};
    sv_text part = {0};
    bool done;
    *names = false;
    while (!*names && sv_list_next(&cursor, &part))
        *names = sv_map_find_actor(map, part.bytes) == actor;
    done = !part.failed;
    sv_text_clear(&part);
    return done;
}
