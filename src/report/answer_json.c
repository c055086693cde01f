/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing an answer for programs: the same sentences, facts and tables as people get, with keys that stay. */
#include <math.h>

#include "answer_parts.h"
#include "json_answer.h"

static void add_actor(json_answer *json, cJSON *to, const char *key, const sv_map *map, size_t actor)
{
    cJSON *object;
    if (actor == SV_NO_ROW) {
        json_add_number(json, to, key, NAN);
        return;
    }
    object = json_add_object(json, to, key);
    json_add_text(json, object, "id", sv_map_actor(map, actor)->id);
    json_add_text(json, object, "name", sv_map_actor(map, actor)->name);
}

static void add_value(const answer *from, json_answer *json, cJSON *to, const char *key, const answer_item_value *value)
{
    char day[16];
    switch (value->sort) {
    case ANSWER_TEXT:
    case ANSWER_WORD: json_add_text(json, to, key, value->text); break;
    case ANSWER_NUMBER:
    case ANSWER_SHARE:
    case ANSWER_EURO: json_add_number(json, to, key, value->number); break;
    case ANSWER_ACTOR: add_actor(json, to, key, from->map, value->actor); break;
    case ANSWER_YES: json_add_bool(json, to, key, value->number != 0); break;
    case ANSWER_DATE:
        if (value->date) {
            sv_date_write(value->date, day);
            json_add_text(json, to, key, day);
        } else {
            json_add_number(json, to, key, NAN);
        }
        break;
    }
}

static void add_table(const answer *from, json_answer *json, const answer_block *table)
{
    cJSON *list = json_add_array(json, json->root, table->key), *row = NULL;
    for (size_t i = 0; i < table->n_cells; i++) {
        size_t c = i % table->n_columns, at = i / table->n_columns;
        if (c == 0)
            row = json_add_object(json, list, NULL);
        add_value(from, json, row, table->columns[c].key, &table->cells[i]);
        if (c + 1 == table->n_columns && at < table->sentences_capacity && table->sentences[at])
            json_add_text(json, row, "sentence", table->sentences[at]);
    }
}

static void add_sentences(const answer *from, json_answer *json, const char *key, bool notes)
{
    cJSON *list = json_add_array(json, json->root, key);
    for (size_t i = 0; i < from->n_blocks; i++) {
        const answer_block *block = &from->blocks[i];
        if (block->sort != ANSWER_TABLE && block->sort != ANSWER_HEADING && (block->sort == ANSWER_NOTE) == notes)
            json_add_text(json, list, NULL, sv_text_get(&block->text));
    }
}

void answer_write_json(const answer *from, sv_text *out)
{
    json_answer json;
    cJSON *facts;
    char day[16];
    json_begin(&json);
    json_add_text(&json, json.root, "answer", from->question);
    json_add_text(&json, json.root, "map", sv_map_title(from->map));
    json_add_text(&json, json.root, "audience", json_audience(from->options.audience));
    if (from->options.as_of) {
        sv_date_write(from->options.as_of, day);
        json_add_text(&json, json.root, "as_of", day);
    }
    facts = json_add_object(&json, json.root, "facts");
    for (size_t i = 0; i < from->n_facts; i++)
        add_value(from, &json, facts, from->facts[i].key, &from->facts[i].value);
    add_sentences(from, &json, "sentences", false);
    for (size_t i = 0; i < from->n_blocks; i++)
        if (from->blocks[i].sort == ANSWER_TABLE)
            add_table(from, &json, &from->blocks[i]);
    add_sentences(from, &json, "notes", true);
    json_end(&json, out);
}
