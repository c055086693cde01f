/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Message: one conversation. What they gain and fear, who already in favour has their ear, who introduces us, and before when. Who
 * may not go there does not go there: then it is for somebody who may.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/memory.h"
#include "office.h"
#include "turn.h"

enum { steps_most = 2 }; /* further away nobody listens to somebody because of it */

bool sv_message_can_be_had(const sv_map *map, size_t actor)
{
    const sv_actor *who = sv_map_actor(map, actor);
    return !who->own && office_takes_sides(who->kind);
}

/* ---- Their own words ---- */

typedef struct dated_row {
    size_t row;
    int date;
} dated_row;

static int latest_first(const void *a, const void *b)
{
    const dated_row *left = a, *right = b;
    if (left->date != right->date)
        return left->date > right->date ? -1 : 1;
    return left->row > right->row ? -1 : left->row < right->row;
}

static bool find_positions(const sv_map *map, sv_message *message)
{
    size_t rows = sv_map_rows(map, SV_POSITIONS), n = 0;
    dated_row *list = sv_alloc(rows, sizeof *list);
    message->positions = sv_alloc(rows, sizeof *message->positions);
    for (size_t row = 0; list && row < rows; row++) {
        const sv_position *position = sv_map_position(map, row);
        if (position->usable && position->actor == message->actor && position->issue == message->issue)
            list[n++] = (dated_row){row, position->date};
    }
    if (list && message->positions) {
        qsort(list, n, sizeof *list, latest_first);
        for (size_t i = 0; i < n; i++)
            message->positions[message->n_positions++] = list[i].row;
    }
    free(list);
    return list && message->positions;
}

/* The row of the last contact with an actor, whoever made it, on or before as_of; of one day the lowest. */
static size_t last_contact_row(const sv_map *map, size_t actor, int as_of)
{
    size_t last = SV_NO_ROW;
    for (size_t row = 0; row < sv_map_rows(map, SV_CONTACTS); row++) {
        int date = sv_map_date(map, SV_CONTACTS, row, SV_CONTACT_DATE);
        if (!sv_map_usable(map, SV_CONTACTS, row) ||
            sv_map_find_actor(map, sv_map_cell(map, SV_CONTACTS, row, SV_CONTACT_ACTOR)) != actor || (as_of && date > as_of))
            continue;
        if (last == SV_NO_ROW || date >= sv_map_date(map, SV_CONTACTS, last, SV_CONTACT_DATE))
            last = row;
    }
    return last;
}

/* ---- To whom they listen ---- */

/* The strongest row by which each actor influences this one, influence[actor]; SV_NO_ROW where none does. */
static void find_influences(const sv_map *map, size_t actor, int as_of, size_t *influence)
{
    for (size_t i = 0; i < sv_map_rows(map, SV_ACTORS); i++)
        influence[i] = SV_NO_ROW;
    for (size_t row = 0; row < sv_map_rows(map, SV_TIES); row++) {
        const sv_tie *tie = sv_map_tie(map, row);
        size_t from = tie->direction == SV_BACK ? tie->to : tie->from, to = tie->direction == SV_BACK ? tie->from : tie->to;
        if (!tie->usable || strcmp(tie->kind->id, "influences") != 0 || !(tie->strength > 0) || !(tie->certainty > 0) ||
            !sv_dates_hold(tie->since, tie->until, as_of))
            continue;
        if (tie->direction == SV_BOTH && from == actor)
            from = to;
        else if (to != actor)
            continue;
        if (influence[from] == SV_NO_ROW || tie->strength > sv_map_tie(map, influence[from])->strength)
            influence[from] = row;
    }
}

/* True for who speaks with them without somebody in between. */
static bool is_near(const sv_voice_heard *voice)
{
    return voice->way.n == 1 || voice->influence != SV_NO_ROW;
}

/* True when one voice comes before another: nearer, else warmer, else by id. */
static bool is_before(const turns *in, const sv_voice_heard *a, const sv_voice_heard *b)
{
    if (is_near(a) != is_near(b))
        return is_near(a);
    return a->warmth != b->warmth ? a->warmth > b->warmth : in->ways->rank[a->actor] < in->ways->rank[b->actor];
}

/* Puts a voice among the first so many; takes over its way. */
static void add_voice(const turns *in, sv_message *message, sv_voice_heard voice)
{
    size_t at = message->n_voices;
    if (at == SV_VOICES_HEARD_MOST) {
        at--;
        if (!is_before(in, &voice, &message->voices[at])) {
            sv_way_clear(&voice.way);
            return;
        }
        sv_way_clear(&message->voices[at].way);
    } else {
        message->n_voices++;
    }
    for (; at > 0 && is_before(in, &voice, &message->voices[at - 1]); at--)
        message->voices[at] = message->voices[at - 1];
    message->voices[at] = voice;
}

static bool may_be_heard(const turns *in, const sv_message *message, size_t actor)
{
    const sv_actor *who = sv_map_actor(in->map, actor);
    return who->usable && sv_message_can_be_had(in->map, actor) && !in->from[actor] && actor != message->actor &&
           in->stance[actor] >= SV_TARGET && sv_ways_rule(in->ways, actor, message->actor) == SV_NO_ROW;
}

static sv_status find_voices(const turns *in, sv_message *message, sv_error *error)
{
    size_t n = sv_map_rows(in->map, SV_ACTORS), *influence = sv_alloc(n, sizeof *influence);
    sv_warmest *towards = NULL;
    sv_status status =
        influence ? sv_warmest_towards_new(in->ways, message->actor, &towards, error) : sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        find_influences(in->map, message->actor, in->options->as_of, influence);
    for (size_t actor = 0; status == SV_OK && actor < n; actor++) {
        sv_voice_heard voice = {.actor = actor, .stance = in->stance[actor]};
        if (!may_be_heard(in, message, actor))
            continue;
        voice.influence = influence[actor];
        status = sv_warmest_way(towards, actor, &voice.way, error);
        if (status == SV_OK && voice.way.n > steps_most)
            sv_way_clear(&voice.way);
        voice.warmth = fmax(voice.way.n ? voice.way.warmth : 0,
                            voice.influence == SV_NO_ROW ? 0 : sv_warmth_of_strength(sv_map_tie(in->map, voice.influence)->strength));
        if (status == SV_OK && voice.warmth > 0)
            add_voice(in, message, voice);
        else
            sv_way_clear(&voice.way);
    }
    sv_warmest_free(towards);
    free(influence);
    return status;
}

/* ---- Who speaks ---- */

static void choose_speaker(const turns *in, sv_message *message)
{
    const sv_route *route = &message->route;
    const sv_way *way = route->n ? &route->ways[0] : NULL;
    size_t first = SV_NO_ROW;
    for (size_t i = 0; first == SV_NO_ROW && i < in->options->n_from; i++)
        if (sv_ways_rule(in->ways, in->options->from[i], message->actor) == SV_NO_ROW)
            first = in->options->from[i];
    message->closed = first == SV_NO_ROW;
    if (!message->closed)
        message->speaker =
            way && way->n && sv_ways_rule(in->ways, way->steps[0].from, message->actor) == SV_NO_ROW ? way->steps[0].from : first;
    else if (way && way->n)
        message->speaker = way->steps[way->n - 1].from;
    else
        message->speaker = route->n_between ? route->between[0].actor : SV_NO_ROW;
}

sv_status sv_message_find(const sv_map *map, size_t actor, size_t issue, const sv_message_options *options, sv_message *message,
                          sv_error *error)
{
    const sv_contacts_options asked = {.as_of = options->as_of, .from = options->from, .n_from = options->n_from};
    const sv_route_options one_way = {.as_of = options->as_of, .from = options->from, .n_from = options->n_from, .k = 1};
    turns in;
    sv_status status = turns_init(&in, map, issue, &asked, error);
    *message = (sv_message){.actor = actor, .issue = issue, .speaker = SV_NO_ROW, .contact = last_contact_row(map, actor, options->as_of)};
    if (status == SV_OK && (!turns_make(&in, actor, &message->turn) || !turns_finish(&in, &message->turn) || !find_positions(map, message)))
        status = sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    if (status == SV_OK)
        status = sv_route_find(map, actor, &one_way, &message->route, error);
    if (status == SV_OK)
        status = find_voices(&in, message, error);
    if (status == SV_OK) {
        choose_speaker(&in, message);
        message->moments = in.moments;
        message->n_moments = in.n_moments;
        in.moments = NULL;
    }
    turns_clear(&in);
    if (status != SV_OK)
        sv_message_clear(message);
    return status;
}

void sv_message_clear(sv_message *message)
{
    for (size_t i = 0; i < message->n_voices; i++)
        sv_way_clear(&message->voices[i].way);
    sv_way_clear(&message->turn.way);
    sv_route_clear(&message->route);
    free(message->positions);
    free(message->moments);
    *message = (sv_message){.speaker = SV_NO_ROW, .contact = SV_NO_ROW};
}
