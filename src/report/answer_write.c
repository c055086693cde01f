/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing an answer for people: paragraphs no wider than a page, tables below them, how it was made at the end. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../model/amount.h"
#include "../base/language.h"
#include "answer_parts.h"
#include "grid.h"

enum { page_width = 100, widest_cell = 48 };

/* Add words, breaking lines at spaces; every line after the first begins with `indent` spaces. Gives the column it ended in. */
static size_t add_wrapped(sv_text *out, const char *text, size_t column, size_t indent)
{
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t n = strcspn(text, " ");
        char word[1024];
        size_t width;
        snprintf(word, sizeof word, "%.*s", (int)(n < sizeof word ? n : sizeof word - 1), text);
        width = sv_utf8_width(word);
        if (column > indent && column + 1 + width > page_width) {
            sv_text_add_char(out, '\n');
            for (column = 0; column < indent; column++)
                sv_text_add_char(out, ' ');
        } else if (column > indent) {
            sv_text_add_char(out, ' ');
            column++;
        }
        sv_text_add_n(out, text, n);
        column += width;
        text += n;
    }
    return column;
}

static void write_head(const answer *from, sv_text *out)
{
    const sv_answer_options *options = &from->options;
    const char *title = sv_map_title(from->map);
    if (*title) {
        sv_text_add_line(out, title, strlen(title)); /* or it could add lines that seem ours: "public" */
        sv_text_add_char(out, '\n');
    }
    sv_text_add(out, sv_translate(options->language, options->audience == SV_PUBLIC ? SV_TR("public")
                                                     : options->audience == SV_TEAM ? SV_TR("internal")
                                                                                    : SV_TR("private")));
    if (options->as_of) {
        sv_text_add(out, " · ");
        sv_date_say(options->as_of, options->language, out);
    }
    sv_text_add_char(out, '\n');
}

static void add_cell_text(const answer *from, const answer_item_value *value, int decimals, sv_grid *grid)
{
    sv_language language = from->options.language;
    sv_text date = {0};
    char amount[64];
    switch (value->sort) {
    case ANSWER_TEXT: grid_add(grid, value->text); break;
    case ANSWER_NUMBER: grid_add_number(grid, isfinite(value->number) ? value->number : NAN, decimals, language); break;
    case ANSWER_ACTOR: grid_add(grid, value->actor == SV_NO_ROW ? "–" : sv_map_actor(from->map, value->actor)->name); break;
    case ANSWER_YES: grid_add(grid, sv_translate(language, value->number != 0 ? SV_TR("yes") : SV_TR("no"))); break;
    case ANSWER_WORD: grid_add(grid, sv_translate(language, value->word)); break;
    case ANSWER_SHARE:
        amount_show_share(value->number, amount);
        grid_add_amount(grid, amount);
        break;
    case ANSWER_EURO:
        amount_show_whole(value->number, language, amount);
        grid_add_amount(grid, amount);
        break;
    case ANSWER_DATE:
        sv_date_say(value->date, language, &date);
        grid->failed |= date.failed;
        grid_add(grid, sv_text_get(&date));
        sv_text_clear(&date);
        break;
    }
}

/* The table as people see it, with the columns that have a header. */
static void fill_grid(const answer *from, const answer_block *table, sv_grid *grid)
{
    size_t shown = 0;
    for (size_t c = 0; c < table->n_columns; c++)
        shown += table->columns[c].header != NULL;
    grid_init(grid, shown);
    for (size_t c = 0; c < table->n_columns; c++)
        if (table->columns[c].header)
            grid_add(grid, sv_translate(from->options.language, table->columns[c].header));
    for (size_t i = 0; i < table->n_cells; i++) {
        const answer_column *column = &table->columns[i % table->n_columns];
        if (column->header)
            add_cell_text(from, &table->cells[i], column->decimals, grid);
    }
}

/* Some tables are for programs only. */
static bool is_for_people(const answer_block *table)
{
    for (size_t c = 0; c < table->n_columns; c++)
        if (table->columns[c].header)
            return true;
    return false;
}

static void write_table(const answer *from, const answer_block *table, sv_text *out)
{
    sv_grid grid;
    bool said = false;
    if (table->text.length)
        sv_text_addf(out, "%s\n", sv_text_get(&table->text));
    fill_grid(from, table, &grid);
    grid_write_text(&grid, widest_cell, out);
    grid_clear(&grid);
    for (size_t row = 0; row < table->sentences_capacity && row * table->n_columns < table->n_cells; row++) {
        char number[32];
        if (!table->sentences[row])
            continue;
        snprintf(number, sizeof number, "%3zu. ", row + 1);
        sv_text_addf(out, "%s%s", said ? "" : "\n", number);
        said = true;
        add_wrapped(out, table->sentences[row], strlen(number), strlen(number));
        sv_text_add_char(out, '\n');
    }
}

/* Sentences in a row make one paragraph; anything else begins on a line of its own, with an empty line above it. */
static void write_text(const answer *from, sv_text *out)
{
    bool in_paragraph = false, in_list = false;
    size_t column = 0;
    write_head(from, out);
    for (size_t i = 0; i < from->n_blocks; i++) {
        const answer_block *block = &from->blocks[i];
        if (block->sort == ANSWER_NOTE || (block->sort == ANSWER_TABLE && !is_for_people(block)))
            continue;
        if (in_paragraph && block->sort != ANSWER_SENTENCE)
            sv_text_add_char(out, '\n');
        if (!(in_paragraph && block->sort == ANSWER_SENTENCE) && !(in_list && block->sort == ANSWER_ITEM))
            sv_text_add_char(out, '\n');
        if (block->sort == ANSWER_SENTENCE) {
            column = add_wrapped(out, sv_text_get(&block->text), in_paragraph ? column : 0, 0);
        } else if (block->sort == ANSWER_TABLE) {
            write_table(from, block, out);
        } else {
            sv_text_add(out, block->sort == ANSWER_ITEM ? "- " : "");
            add_wrapped(out, sv_text_get(&block->text), block->sort == ANSWER_ITEM ? 2 : 0, block->sort == ANSWER_ITEM ? 2 : 0);
            sv_text_add_char(out, '\n');
        }
        in_paragraph = block->sort == ANSWER_SENTENCE;
        in_list = block->sort == ANSWER_ITEM;
    }
    if (in_paragraph)
        sv_text_add_char(out, '\n');
}

static void write_notes(const answer *from, sv_text *out)
{
    bool first = true;
    for (size_t i = 0; i < from->n_blocks; i++) {
        if (from->blocks[i].sort != ANSWER_NOTE)
            continue;
        sv_text_add(out, first ? "\n" : "");
        add_wrapped(out, sv_text_get(&from->blocks[i].text), 0, 0);
        sv_text_add_char(out, '\n');
        first = false;
    }
}

static void write_csv(const answer *from, sv_text *out)
{
    sv_grid grid;
    for (size_t i = 0; i < from->n_blocks; i++) {
        if (from->blocks[i].sort != ANSWER_TABLE || !is_for_people(&from->blocks[i]))
            continue;
        fill_grid(from, &from->blocks[i], &grid);
        grid_write_csv(&grid, out);
        grid_clear(&grid);
        return;
    }
}

void answer_write(const answer *from, sv_text *out)
{
    if (from->options.format == SV_REPORT_JSON) {
        answer_write_json(from, out);
    } else if (from->options.format == SV_REPORT_CSV) {
        write_csv(from, out);
    } else {
        write_text(from, out);
        write_notes(from, out);
    }
}
