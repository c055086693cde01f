/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Answers under construction: what is said is kept as blocks, in order, until answer_write.c writes them. */
#include "answer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../model/amount.h"
#include "../base/memory.h"
#include "answer_parts.h"

void answer_begin(answer *to, const char *question, const sv_map *map, const sv_answer_options *options)
{
    *to = (answer){.map = map, .options = *options, .question = question};
}

static void add_value(const answer *to, const answer_value *value, sv_text *out)
{
    char number[64];
    if (value->unit == '%' || value->unit == 'E') {
        if (value->unit == '%')
            amount_show_share(value->number, number);
        else
            amount_show_euro(value->number, to->options.language, number);
        sv_text_add(out, number);
    } else if (value->text) {
        sv_text_add_line(out, value->text, strlen(value->text)); /* a sentence stays one line, whatever a person wrote */
    } else if (value->date) {
        sv_date_say(value->date, to->options.language, out);
    } else {
        sv_number_show(isfinite(value->number) ? value->number : NAN, value->decimals, to->options.language == SV_DUTCH ? ',' : '.', number);
        sv_text_add(out, number);
    }
}

/* The value for the name that begins at `name`, NULL when none is called so. */
static const answer_value *find_value(const answer_value *values, const char *name, size_t n)
{
    for (; values->name; values++)
        if (strlen(values->name) == n && strncmp(values->name, name, n) == 0)
            return values;
    return NULL;
}

void answer_fill(const answer *to, const char *message, const answer_value *values, sv_text *out)
{
    const char *text = sv_translate(to->options.language, message);
    while (*text) {
        const char *open = strchr(text, '{'), *close = open ? strchr(open, '}') : NULL;
        const answer_value *value = close ? find_value(values, open + 1, (size_t)(close - open - 1)) : NULL;
        if (!close) {
            sv_text_add(out, text);
            return;
        }
        sv_text_add_n(out, text, (size_t)(open - text));
        if (value)
            add_value(to, value, out);
        else
            sv_text_add_n(out, open, (size_t)(close + 1 - open));
        text = close + 1;
    }
}

void answer_join(const answer *to, sv_text *list, const char *name, size_t i, size_t n)
{
    if (i > 0)
        sv_text_add(list, i + 1 < n ? ", " : to->options.language == SV_DUTCH ? " en " : " and ");
    sv_text_add(list, name);
}

static answer_block *add_block(answer *to, answer_sort sort)
{
    if (!sv_grow(&to->blocks, &to->capacity, to->n_blocks + 1, sizeof *to->blocks)) {
        to->failed = true;
        return NULL;
    }
    to->blocks[to->n_blocks] = (answer_block){.sort = sort};
    return &to->blocks[to->n_blocks++];
}

static void add_sentence(answer *to, answer_sort sort, const char *message, const answer_value *values)
{
    answer_block *block = add_block(to, sort);
    if (!block)
        return;
    answer_fill(to, message, values, &block->text);
    to->failed |= block->text.failed;
}

void answer_say(answer *to, const char *message, const answer_value *values)
{
    add_sentence(to, ANSWER_SENTENCE, message, values);
}

void answer_item(answer *to, const char *message, const answer_value *values)
{
    add_sentence(to, ANSWER_ITEM, message, values);
}

void answer_note(answer *to, const char *message, const answer_value *values)
{
    add_sentence(to, ANSWER_NOTE, message, values);
}

void answer_heading(answer *to, const char *message, const answer_value *values)
{
    add_sentence(to, ANSWER_HEADING, message, values);
}

static void add_fact(answer *to, const char *key, answer_item_value value)
{
    if (!sv_grow(&to->facts, &to->facts_capacity, to->n_facts + 1, sizeof *to->facts)) {
        free(value.text);
        to->failed = true;
        return;
    }
    to->facts[to->n_facts++] = (answer_fact_kept){.key = key, .value = value};
}

static char *copy(answer *to, const char *text)
{
    char *made = sv_copy_text(text, strlen(text));
    to->failed |= !made;
    return made;
}

void answer_fact(answer *to, const char *key, double number)
{
    add_fact(to, key, (answer_item_value){.sort = ANSWER_NUMBER, .number = number});
}

void answer_fact_text(answer *to, const char *key, const char *text)
{
    add_fact(to, key, (answer_item_value){.sort = ANSWER_TEXT, .text = copy(to, text)});
}

void answer_fact_actor(answer *to, const char *key, size_t actor)
{
    add_fact(to, key, (answer_item_value){.sort = ANSWER_ACTOR, .actor = actor});
}

void answer_table(answer *to, const char *key, const char *heading, const answer_column *columns, size_t n_columns)
{
    answer_block *block = add_block(to, ANSWER_TABLE);
    if (!block)
        return;
    block->key = key;
    block->columns = columns;
    block->n_columns = n_columns;
    if (heading)
        sv_text_add(&block->text, sv_translate(to->options.language, heading));
    to->failed |= block->text.failed;
}

/* The table begun last; NULL when the answer has failed already. */
static answer_block *last_table(answer *to)
{
    for (size_t i = to->n_blocks; i-- > 0;)
        if (to->blocks[i].sort == ANSWER_TABLE)
            return &to->blocks[i];
    to->failed = true;
    return NULL;
}

static void add_cell(answer *to, answer_item_value value)
{
    answer_block *table = last_table(to);
    if (!table || !sv_grow(&table->cells, &table->cells_capacity, table->n_cells + 1, sizeof *table->cells)) {
        free(value.text);
        to->failed = true;
        return;
    }
    table->cells[table->n_cells++] = value;
}

void answer_cell(answer *to, const char *text)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_TEXT, .text = copy(to, text)});
}

void answer_cell_number(answer *to, double number)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_NUMBER, .number = number});
}

void answer_cell_share(answer *to, double share)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_SHARE, .number = share});
}

void answer_cell_euro(answer *to, double euros)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_EURO, .number = euros});
}

void answer_cell_actor(answer *to, size_t actor)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_ACTOR, .actor = actor});
}

void answer_cell_date(answer *to, int date)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_DATE, .date = date});
}

void answer_cell_yes(answer *to, bool yes)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_YES, .number = yes});
}

void answer_cell_word(answer *to, const char *id, const char *word)
{
    add_cell(to, (answer_item_value){.sort = ANSWER_WORD, .text = copy(to, id), .word = word});
}

void answer_cell_kind(answer *to, size_t actor)
{
    const sv_actor_kind *kind = sv_map_actor(to->map, actor)->kind;
    const char *written = sv_map_cell(to->map, SV_ACTORS, actor, SV_ACTOR_KIND);
    const char *word = to->options.language == SV_DUTCH ? kind->nl : kind->en;
    answer_cell_word(to, kind->id, kind->of == SV_CLASS_UNKNOWN && *written && strcmp(written, kind->id) != 0 ? written : word);
}

void answer_row_say(answer *to, const char *message, const answer_value *values)
{
    answer_block *table = last_table(to);
    size_t row = table && table->n_columns ? table->n_cells / table->n_columns : 0, old = table ? table->sentences_capacity : 0;
    sv_text text = {0};
    if (!row || !sv_grow(&table->sentences, &table->sentences_capacity, row, sizeof *table->sentences)) {
        to->failed = true;
        return;
    }
    for (; old < table->sentences_capacity; old++)
        table->sentences[old] = NULL;
    if (table->sentences[row - 1])
        sv_text_addf(&text, "%s ", table->sentences[row - 1]);
    answer_fill(to, message, values, &text);
    to->failed |= text.failed;
    free(table->sentences[row - 1]);
    table->sentences[row - 1] = text.bytes;
}

static void clear(answer *to)
{
    for (size_t i = 0; i < to->n_blocks; i++) {
        answer_block *block = &to->blocks[i];
        sv_text_clear(&block->text);
        for (size_t c = 0; c < block->n_cells; c++)
            free(block->cells[c].text);
        for (size_t row = 0; row < block->sentences_capacity; row++)
            free(block->sentences[row]);
        free(block->cells);
        free(block->sentences);
    }
    for (size_t i = 0; i < to->n_facts; i++)
        free(to->facts[i].value.text);
    free(to->blocks);
    free(to->facts);
    *to = (answer){0};
}

sv_status answer_end(answer *to, char **text, size_t *length, sv_error *error)
{
    sv_text out = {0};
    *text = NULL;
    *length = 0;
    sv_text_add(&out, ""); /* an answer without a table is an empty CSV, and a text all the same */
    if (!to->failed)
        answer_write(to, &out);
    out.failed |= to->failed;
    clear(to);
    if (out.failed) {
        sv_text_clear(&out);
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    }
    *text = out.bytes;
    *length = out.length;
    return SV_OK;
}
