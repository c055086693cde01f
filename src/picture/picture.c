/* SPDX-License-Identifier: MIT */
/*
 * The plain picture: grows as views add marks and lines, and keeps its own copies of every text. A copy that
 * fails marks the whole picture as failed, so that a view has to look only once, when it is done.
 */
#include <speelveld/picture.h>

#include "../base/memory.h"

#include <stdlib.h>
#include <string.h>

struct sv_picture_texts {
    sv_arena arena;
};

/* NULL stays NULL: "no tooltip" and "an empty tooltip" are told apart until the end. */
static const char *keep(sv_picture *picture, const char *text)
{
    const char *copy;
    if (!text)
        return NULL;
    if (!picture->texts)
        picture->texts = sv_alloc(1, sizeof *picture->texts);
    copy = picture->texts ? sv_arena_text(&picture->texts->arena, text, strlen(text)) : NULL;
    if (!copy)
        picture->failed = true;
    return copy;
}

void sv_picture_init(sv_picture *picture, double width, double height)
{
    *picture = (sv_picture){.width = width, .height = height, .background = 0xFFFFFFFFu};
}

void sv_picture_clear(sv_picture *picture)
{
    if (picture->texts)
        sv_arena_clear(&picture->texts->arena);
    free(picture->texts);
    free(picture->marks);
    free(picture->lines);
    *picture = (sv_picture){0};
}

void sv_picture_describe(sv_picture *picture, const char *title, const char *description, const char *language)
{
    picture->title = keep(picture, title);
    picture->description = keep(picture, description);
    picture->language = keep(picture, language);
}

size_t sv_picture_mark(sv_picture *picture, const sv_mark *mark)
{
    sv_mark copy = *mark;
    copy.id = keep(picture, mark->id);
    copy.classes = keep(picture, mark->classes);
    copy.tooltip = keep(picture, mark->tooltip);
    copy.link = keep(picture, mark->link);
    copy.text = keep(picture, mark->text);
    if (!picture->failed && !sv_grow(&picture->marks, &picture->marks_capacity, picture->n_marks + 1, sizeof *picture->marks))
        picture->failed = true;
    if (picture->failed)
        return SIZE_MAX;
    picture->marks[picture->n_marks] = copy;
    return picture->n_marks++;
}

size_t sv_picture_line(sv_picture *picture, const sv_line *line)
{
    sv_line copy = *line;
    copy.id = keep(picture, line->id);
    copy.classes = keep(picture, line->classes);
    copy.tooltip = keep(picture, line->tooltip);
    if (!picture->failed && !sv_grow(&picture->lines, &picture->lines_capacity, picture->n_lines + 1, sizeof *picture->lines))
        picture->failed = true;
    if (picture->failed)
        return SIZE_MAX;
    picture->lines[picture->n_lines] = copy;
    return picture->n_lines++;
}
