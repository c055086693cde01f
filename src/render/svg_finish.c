/* SPDX-License-Identifier: MIT */
/*
 * Graphviz' SVG made ours: a root with role, language, title and description; a group per mark and line with
 * its own id, classes, tooltip (as <title>) and link; and the text of labels from the picture itself, as Graphviz reads a
 * text like "&lt;" back as markup. Graphviz writes one element a line, which is all that is relied on; a line that is not
 * known is copied as it stands.
 */
#include "finish.h"

#include "graph_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct finisher {
    const sv_picture *picture;
    const xml_names *names;
    sv_text *out;
    sv_text line;           /* scratch, for one line of a label */
    const char *left;       /* what is left of the current mark's text; NULL when nothing is */
    bool in_link, in_head;
    size_t last_line;       /* the line whose group was written last; SIZE_MAX when that was a mark's */
} finisher;

static bool begins(const char *line, size_t n, const char *with)
{
    return n >= strlen(with) && memcmp(line, with, strlen(with)) == 0;
}

static void add_attribute(sv_text *out, const char *name, const char *value)
{
    sv_text_add_char(out, ' ');
    sv_text_add(out, name);
    sv_text_add(out, "=\"");
    text_xml(out, value);
    sv_text_add_char(out, '"');
}

static void add_element(sv_text *out, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    sv_text_addf(out, "<%s>", name);
    text_xml(out, text);
    sv_text_addf(out, "</%s>\n", name);
}

/* As exact as Graphviz writes its coordinates. */
static void write_number(double number, char text[32])
{
    sv_number_write(round(number * 100) / 100, text);
}

/* Only what a language tag is made of. */
static bool is_language(const char *language)
{
    return language && *language && strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == strlen(language);
}

static void add_root(const finisher *f)
{
    const sv_picture *p = f->picture;
    char width[32], height[32];
    write_number(p->width, width);
    write_number(p->height, height);
    sv_text_add(f->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\"");
    if (is_language(p->language))
        add_attribute(f->out, "xml:lang", p->language);
    sv_text_addf(f->out, " width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\">\n", width, height, width, height);
    add_element(f->out, "title", p->title);
    add_element(f->out, "desc", p->description);
}

static void open_group(finisher *f, const char *id, const char *classes, const char *title, const char *link)
{
    sv_text words = {0};
    sv_text_add(f->out, "<g");
    if (id)
        add_attribute(f->out, "id", id);
    text_classes(&words, classes);
    if (words.length)
        add_attribute(f->out, "class", words.bytes);
    f->out->failed |= words.failed;
    sv_text_clear(&words);
    sv_text_add(f->out, ">\n");
    add_element(f->out, "title", title);
    f->in_link = text_is_link(link);
    if (f->in_link) {
        sv_text_add(f->out, "<a");
        add_attribute(f->out, "xlink:href", link);
        sv_text_add(f->out, ">\n");
    }
}

/* `<g id="m12" class="node">`: the number behind the m, or the l. */
static bool find_number(const char *line, size_t n, const char *front, size_t below, size_t *number)
{
    char *end;
    if (!begins(line, n, front))
        return false;
    *number = strtoul(line + strlen(front), &end, 10);
    return *end == '"' && *number < below;
}

static bool finish_group(finisher *f, const char *line, size_t n)
{
    static const char closing[] = "</g>\n";
    const sv_picture *p = f->picture;
    size_t i;
    f->in_head = find_number(line, n, "<g id=\"h", p->n_lines, &i);
    if (f->in_head && i == f->last_line && f->out->length > strlen(closing)) {
        f->out->length -= strlen(closing); /* an arrow's head goes on in the group of its line, which has just been closed */
        return true;
    }
    if (find_number(line, n, "<g id=\"m", p->n_marks, &i)) {
        const sv_mark *mark = &p->marks[i];
        f->last_line = SIZE_MAX;
        open_group(f, f->names->marks[i], mark->classes, mark->tooltip ? mark->tooltip : mark->text, mark->link);
        f->left = mark->text;
        return true;
    }
    if (f->in_head || find_number(line, n, "<g id=\"l", p->n_lines, &i)) { /* of a line far off the page only the head is drawn */
        f->last_line = i;
        open_group(f, f->names->lines[i], p->lines[i].classes, p->lines[i].tooltip, NULL);
        f->left = NULL;
        return true;
    }
    return false;
}

/* The attributes as they stand, but for the font: a bold face is a weight to SVG, and other machines need a next best. */
static void add_text_attributes(sv_text *out, const char *from, const char *to)
{
    static const char bold[] = " font-family=\"" FONT_BOLD "\"", plain[] = " font-family=\"" FONT_PLAIN "\"";
    const char *family = memmem(from, (size_t)(to - from), bold, strlen(bold));
    size_t length = strlen(bold);
    bool is_bold = family != NULL;
    if (!family) {
        family = memmem(from, (size_t)(to - from), plain, strlen(plain));
        length = strlen(plain);
    }
    if (!family) {
        sv_text_add_n(out, from, (size_t)(to - from));
        return;
    }
    sv_text_add_n(out, from, (size_t)(family - from));
    sv_text_add(out, " font-family=\"" FONT_PLAIN ",Verdana,sans-serif\"");
    if (is_bold)
        sv_text_add(out, " font-weight=\"bold\"");
    sv_text_add_n(out, family + length, (size_t)(to - family) - length);
}

/* Spaces that XML readers would join or leave out. */
static bool has_loose_spaces(const char *text)
{
    return text[0] == ' ' || text[strlen(text) - 1] == ' ' || strstr(text, "  ");
}

/* Graphviz leaves out empty lines, so the next line that is not empty is the one that stands here. */
static void finish_text(finisher *f, const char *line, size_t n)
{
    const char *content = memchr(line, '>', n);
    bool found = false;
    while (content && !found && f->left && text_next_line(&f->left, &f->line))
        found = f->line.length > 0;
    if (!found) {
        sv_text_add_n(f->out, line, n);
        return;
    }
    add_text_attributes(f->out, line, content);
    if (has_loose_spaces(f->line.bytes))
        sv_text_add(f->out, " xml:space=\"preserve\"");
    sv_text_add_char(f->out, '>');
    text_xml(f->out, f->line.bytes);
    sv_text_add(f->out, "</text>\n");
}

/* A line as it stands, with dashes as long as Graphviz makes them in PDF and PNG. */
static void add_shape(sv_text *out, const char *line, size_t n)
{
    static const char *const dashes[2][2] = {{" stroke-dasharray=\"5,2\"", " stroke-dasharray=\"6,6\""},
                                             {" stroke-dasharray=\"1,5\"", " stroke-dasharray=\"2,6\""}};
    for (int i = 0; i < 2; i++) {
        const char *found = memmem(line, n, dashes[i][0], strlen(dashes[i][0]));
        if (found) {
            sv_text_add_n(out, line, (size_t)(found - line));
            sv_text_add(out, dashes[i][1]);
            found += strlen(dashes[i][0]);
            sv_text_add_n(out, found, (size_t)(line + n - found));
            return;
        }
    }
    sv_text_add_n(out, line, n);
}

static void finish_line(finisher *f, const char *line, size_t n)
{
    if (begins(line, n, "<!--") || begins(line, n, "<title>"))
        return;
    if (begins(line, n, "<g ") && finish_group(f, line, n))
        return;
    if (begins(line, n, "<text ")) {
        finish_text(f, line, n);
        return;
    }
    if (f->in_head && begins(line, n, "<path ")) /* what the head hangs on has no length */
        return;
    if (begins(line, n, "</g>") && f->in_link) {
        sv_text_add(f->out, "</a>\n");
        f->in_link = false;
    }
    add_shape(f->out, line, n);
}

/* The group around everything turns the page over; its transform is Graphviz' and everything is written to it. */
static const char *add_page_group(finisher *f, const char *bytes, size_t length)
{
    static const char mark[] = "<g id=\"graph0\" class=\"graph\"";
    const char *group = memmem(bytes, length, mark, strlen(mark)), *end;
    end = group ? memchr(group, '\n', length - (size_t)(group - bytes)) : NULL;
    if (!end)
        return NULL;
    sv_text_add(f->out, "<g");
    sv_text_add_n(f->out, group + strlen(mark), (size_t)(end + 1 - group) - strlen(mark));
    return end + 1;
}

void svg_finish(const sv_picture *picture, const xml_names *names, const char *bytes, size_t length, sv_text *out)
{
    finisher f = {.picture = picture, .names = names, .out = out, .last_line = SIZE_MAX};
    const char *at, *end = bytes + length;
    add_root(&f);
    at = add_page_group(&f, bytes, length);
    while (at && at < end && !out->failed) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        next = next ? next + 1 : end;
        finish_line(&f, at, (size_t)(next - at));
        at = next;
    }
    out->failed |= f.line.failed;
    sv_text_clear(&f.line);
}
