/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The renderer, through the pipe that draw uses: sizes, places and pictures as promised; hostile texts come out as text;
 * the same bytes every time; and a renderer that is missing, dies, talks nonsense or hangs is a clear fault, soon.
 * The program is told by SPEELVELD_RENDER; without it only the last part is tested.
 */
#include "draw/renderer.h"

#include "base/text.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const hostile[] = {
    "<script>alert(1)</script>", "R&D", "&lt;b&gt; &amp; &#65; &nbsp;", "\"quoted\" 'single'", "\\N \\G \\n \\l \\ end\\",
    "two\nlines", "\n\nlate", "tab\tand\x01\x1F\x7F control", "wrong \xFF\xC3( bytes \xED\xA0\x80", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc",
    "\xF0\x9F\x98\x80 emoji", "  spaces   inside  ", "-->", "]]>", "<b>html</b>", "%s%n", "\xEF\xBF\xBF\xC2\x85\xE2\x80\xA8",
};
enum { n_hostile = sizeof hostile / sizeof hostile[0] };

static sv_renderer *renderer_or_skip(void)
{
    const char *path = getenv("SPEELVELD_RENDER");
    sv_renderer *renderer = NULL;
    if (!path)
        skip();
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    return renderer;
}

static void sizes_are_those_of_the_font(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_measure t[] = {{.text = "Amsterdam", .font_size = 12}, {.text = "Amsterdam", .font_size = 12, .bold = true},
                      {.text = "Amsterdam\nNoord", .font_size = 12}, {.text = "Amsterdam", .font_size = 24},
                      {.text = "", .font_size = 12}, {.text = NULL, .font_size = 12}, {.text = "&amp;", .font_size = 12},
                      {.text = "&", .font_size = 12}, {.text = "\xFF\xFE", .font_size = 12}};
    (void)state;
    assert_int_equal(sv_renderer_measure(renderer, t, sizeof t / sizeof t[0], NULL), SV_OK);
    /* DejaVu Sans: A 1401 m 1995 s 1067 t 803 e 1260 r 842 d 1300 a 1255 m 1995 of 2048 units: 11918/2048 * 12 = 69.8 */
    assert_true(t[0].width > 68 && t[0].width < 73);
    assert_true(t[1].width > t[0].width * 1.05);
    assert_true(t[2].width == t[0].width && t[2].height > t[0].height * 1.7);
    assert_true(fabs(t[3].width / t[0].width - 2) < 0.06);
    assert_true(t[4].width < 2 && t[5].width < 2 && fabs(t[4].height / t[0].height - 1) < 0.2);
    assert_true(t[6].width > t[7].width * 3); /* five letters, not one */
    assert_true(t[8].width > 0);
    sv_renderer_free(renderer);
}

static bool apart(const sv_placement *p, size_t a, size_t b)
{
    return fabs(p->x[a] - p->x[b]) >= (p->width[a] + p->width[b]) / 2 - 0.02 ||
           fabs(p->y[a] - p->y[b]) >= (p->height[a] + p->height[b]) / 2 - 0.02;
}

enum { boxes = 40 };

/* A ring of 36 boxes with chords, and four without ties. */
static void place(sv_renderer *renderer, sv_engine engine, const bool *pinned, double *x, double *y)
{
    double width[boxes], height[boxes];
    size_t from[72], to[72];
    sv_placement p = {.n_boxes = boxes, .width = width, .height = height, .x = x, .y = y, .pinned = pinned, .n_ties = 72, .from = from,
                      .to = to, .engine = engine, .spread = true};
    for (size_t i = 0; i < boxes; i++) {
        width[i] = 60 + (double)(i % 5) * 10;
        height[i] = 20 + (double)(i % 3) * 6;
    }
    for (size_t i = 0; i < 36; i++) {
        from[i] = from[i + 36] = i;
        to[i] = (i + 1) % 36;
        to[i + 36] = (i * 7 + 3) % 36;
    }
    assert_int_equal(sv_renderer_place(renderer, &p, NULL), SV_OK);
    for (size_t a = 0; a < boxes; a++) {
        assert_true(isfinite(x[a]) && isfinite(y[a]));
        for (size_t b = 0; b < a; b++)
            assert_true(apart(&p, a, b));
    }
}

static void places_do_not_overlap_and_repeat(void **state)
{
    sv_renderer *renderer = renderer_or_skip(), *other = renderer_or_skip();
    (void)state;
    for (int engine = 0; engine < SV_ENGINE_ENGINES; engine++) {
        double x[3][boxes] = {{0}}, y[3][boxes] = {{0}};
        for (int i = 0; i < 3; i++)
            place(i < 2 ? renderer : other, (sv_engine)engine, NULL, x[i], y[i]);
        for (int i = 1; i < 3; i++) {
            assert_memory_equal(x[0], x[i], sizeof x[0]);
            assert_memory_equal(y[0], y[i], sizeof y[0]);
        }
    }
    sv_renderer_free(other);
    sv_renderer_free(renderer);
}

static void pinned_boxes_stay(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    bool pinned[boxes] = {false};
    (void)state;
    pinned[0] = pinned[7] = pinned[20] = pinned[39] = true;
    for (int engine = SV_ENGINE_NEATO; engine <= SV_ENGINE_SFDP; engine++) {
        double x[boxes] = {0}, y[boxes] = {0};
        x[0] = 0.125, y[0] = -3.5, x[7] = 400, y[7] = 30, x[20] = 200, y[20] = 300, x[39] = 200.1, y[39] = 101;
        place(renderer, (sv_engine)engine, pinned, x, y);
        assert_true(x[0] == 0.125 && y[0] == -3.5 && x[7] == 400 && y[7] == 30);
        assert_true(x[20] == 200 && y[20] == 300 && x[39] == 200.1 && y[39] == 101);
    }
    sv_renderer_free(renderer);
}

/* Grounds first, then lines, then the other marks, whatever the order in which they were added. */
static void grounds_lie_under_lines(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_picture picture;
    char *bytes = NULL, *ground, *line, *disc;
    size_t length;
    (void)state;
    sv_picture_init(&picture, 200, 100);
    sv_picture_mark(&picture, &(sv_mark){.id = "disc", .shape = SV_SHAPE_CIRCLE, .x = 50, .y = 50, .width = 20, .height = 20, .fill = 0xFF});
    sv_picture_mark(&picture, &(sv_mark){.id = "ground", .shape = SV_SHAPE_BOX, .x = 100, .y = 50, .width = 180, .height = 80, .fill = 0xFF, .behind = true});
    sv_picture_line(&picture, &(sv_line){.id = "line", .from = 0, .to = SV_NO_MARK, .points = {50, 50, 80, 50, 110, 50, 140, 50}, .colour = 0xFF, .width = 1});
    assert_int_equal(sv_renderer_render(renderer, &picture, SV_PICTURE_SVG, 0, &bytes, &length, NULL), SV_OK);
    ground = strstr(bytes, "id=\"ground\"");
    line = strstr(bytes, "id=\"line\"");
    disc = strstr(bytes, "id=\"disc\"");
    assert_true(ground && line && disc && ground < line && line < disc);
    free(bytes);
    sv_picture_clear(&picture);
    sv_renderer_free(renderer);
}

static void make_picture(sv_picture *picture)
{
    sv_picture_init(picture, 960, 540);
    sv_picture_describe(picture, "Title <&> \"1\"", "Desc\nwith ]]> and -->", "nl");
    for (size_t i = 0; i < n_hostile; i++) {
        double x = 100 + (double)(i % 8) * 100, y = 100 + (double)(i / 8) * 100;
        sv_picture_mark(picture, &(sv_mark){.id = hostile[i], .classes = hostile[i],
                                            .tooltip = i % 2 ? hostile[i] : NULL, .link = hostile[i], .shape = (sv_shape)(i % SV_SHAPES),
                                            .x = x, .y = y, .width = 80, .height = 30,
                                            .fill = 0xEEEEEEFF, .stroke = 0x000000FF, .stroke_width = 1, .text = hostile[i],
                                            .font_size = 10, .text_colour = 0x000000FF, .align = (sv_align)(i % 3)});
        sv_picture_line(picture, &(sv_line){.id = hostile[i], .classes = hostile[i], .tooltip = hostile[i], .from = i, .to = 0,
                                            .points = {x, y, x, y, 100, 100, 100, 100}, .colour = 0x00000080, .width = 1 + (double)(i % 3),
                                            .style = (sv_stroke)(i % 3), .arrow = i % 2});
    }
}

static sv_text render(sv_renderer *renderer, const sv_picture *picture, sv_picture_format format)
{
    sv_text text = {0};
    sv_error error = {0};
    char *bytes;
    size_t n;
    assert_int_equal(sv_renderer_render(renderer, picture, format, 0, &bytes, &n, &error), SV_OK);
    assert_true(n > 0);
    sv_text_add_n(&text, bytes, n);
    free(bytes);
    return text;
}

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static size_t count(const xmlNode *node, const char *name)
{
    size_t n = 0;
    for (; node; node = node->next)
        n += (is(node, name) ? 1 : 0) + (node->type == XML_ELEMENT_NODE ? count(node->children, name) : 0);
    return n;
}

static void assert_ids_unique(xmlNode *node, sv_text *seen)
{
    for (; node; node = node->next) {
        xmlChar *id = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, (const xmlChar *)"id") : NULL;
        if (id) {
            sv_text wanted = {0};
            assert_null(strpbrk((const char *)id, " \t\n\"'<>&;:,()/\\%![]")); /* XML 1.0's names, fifth edition */
            assert_null(strchr("0123456789-.", id[0]));
            sv_text_addf(&wanted, "\n%s\n", (const char *)id);
            assert_null(strstr(sv_text_get(seen), wanted.bytes));
            sv_text_add(seen, wanted.bytes);
            sv_text_clear(&wanted);
        }
        xmlFree(id);
        if (node->type == XML_ELEMENT_NODE)
            assert_ids_unique(node->children, seen);
    }
}

static void svg_is_sound_whatever_the_texts(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_picture picture;
    sv_text svg, seen = {0};
    xmlDoc *document;
    xmlNode *root, *first;
    xmlChar *value;
    (void)state;
    make_picture(&picture);
    svg = render(renderer, &picture, SV_PICTURE_SVG);
    document = xmlReadMemory(svg.bytes, (int)svg.length, "svg", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(document);
    root = xmlDocGetRootElement(document);
    assert_true(is(root, "svg"));
    value = xmlGetProp(root, (const xmlChar *)"role");
    assert_string_equal((const char *)value, "img");
    xmlFree(value);
    value = xmlNodeGetLang(root);
    assert_string_equal((const char *)value, "nl");
    xmlFree(value);
    first = xmlFirstElementChild(root);
    assert_true(is(first, "title") && is(xmlNextElementSibling(first), "desc"));
    value = xmlNodeGetContent(first);
    assert_string_equal((const char *)value, "Title <&> \"1\"");
    xmlFree(value);
    assert_int_equal(count(root, "script") + count(root, "a") + count(root, "b"), 0);
    assert_int_equal(count(root, "g"), 1 + 2 * n_hostile);
    assert_ids_unique(root, &seen);
    assert_null(strstr(svg.bytes, "<!--"));
    xmlFreeDoc(document);
    sv_text_clear(&seen);
    sv_text_clear(&svg);
    sv_picture_clear(&picture);
    sv_renderer_free(renderer);
}

/* The content of the first <text> of a picture of one mark. */
static void assert_text(sv_renderer *renderer, const char *text, const char *wanted)
{
    sv_picture picture;
    sv_text svg;
    xmlDoc *document;
    xmlNode *node;
    xmlChar *content;
    sv_picture_init(&picture, 960, 540);
    sv_picture_mark(&picture, &(sv_mark){.x = 480, .y = 270, .width = 900, .height = 40, .text = text, .font_size = 10,
                                         .text_colour = 0xFF, .align = SV_ALIGN_LEFT});
    svg = render(renderer, &picture, SV_PICTURE_SVG);
    document = xmlReadMemory(svg.bytes, (int)svg.length, "svg", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(document);
    node = xmlLastElementChild(xmlLastElementChild(xmlDocGetRootElement(document))); /* the mark's group */
    node = xmlLastElementChild(node);
    assert_true(is(node, "text"));
    content = xmlNodeGetContent(node);
    assert_string_equal((const char *)content, wanted);
    xmlFree(content);
    content = xmlGetProp(node, (const xmlChar *)"x"); /* flush with the left edge of its box: 480 - 900 / 2 */
    assert_string_equal((const char *)content, "30");
    xmlFree(content);
    xmlFreeDoc(document);
    sv_text_clear(&svg);
    sv_picture_clear(&picture);
}

static void texts_come_out_as_they_went_in(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    static const char *const same[] = {"<script>alert(1)</script>", "&lt;b&gt; &amp; &#65; &nbsp;", "\\N \\G \\n \\l \\ end\\",
                                       "  spaces   inside  ", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc", "\xF0\x9F\x98\x80 emoji", "-->"};
    char *before;
    sv_text cut = {0};
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_text(renderer, same[i], same[i]);
    assert_text(renderer, "tab\tand\x01 control", "tab and  control");
    assert_text(renderer, "bad \xFF byte", "bad \xEF\xBF\xBD byte");
    assert_text(renderer, "first\n\nlast", "last");
    before = calloc(1, 2001); /* a thousand times é: 2,000 bytes, of which 497 fit beside the sign; never half a letter */
    for (int i = 0; i < 1000; i++)
        memcpy(before + 2 * i, "é", 2);
    sv_text_add_n(&cut, before, 496);
    sv_text_add(&cut, "…");
    assert_text(renderer, before, cut.bytes);
    free(before);
    sv_text_clear(&cut);
    sv_renderer_free(renderer);
}

static void only_web_links_become_links(void **state)
{
    static const struct {
        const char *link;
        bool kept;
    } cases[] = {{"https://example.org/?a=1&b=\"2\"", true}, {"http://x.nl", true}, {"javascript:alert(1)", false},
                 {"file:///etc/passwd", false}, {"https://x.nl/a b", false}, {" https://x.nl", false},
                 {"HTTPS://x.nl", false}, {"", false}, {"https://\xFF", false}};
    sv_renderer *renderer = renderer_or_skip();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        sv_picture picture;
        sv_text svg;
        sv_picture_init(&picture, 100, 100);
        sv_picture_mark(&picture, &(sv_mark){.shape = SV_SHAPE_BOX, .x = 50, .y = 50, .width = 20, .height = 20, .link = cases[i].link});
        svg = render(renderer, &picture, SV_PICTURE_SVG);
        assert_int_equal(strstr(svg.bytes, "xlink:href=\"http") != NULL, cases[i].kept);
        assert_int_equal(strstr(svg.bytes, "<a ") != NULL, cases[i].kept);
        sv_text_clear(&svg);
        sv_picture_clear(&picture);
    }
    sv_renderer_free(renderer);
}

/* Two times in one process, and once more in another with other surroundings. */
static void bytes_are_the_same(void **state)
{
    sv_renderer *renderer = renderer_or_skip(), *other;
    sv_picture picture;
    (void)state;
    make_picture(&picture);
    for (int format = 0; format < SV_PICTURE_FORMATS; format++) {
        sv_text first = render(renderer, &picture, (sv_picture_format)format);
        sv_text second = render(renderer, &picture, (sv_picture_format)format), third;
        setenv("LANG", "nl_NL.UTF-8", 1);
        setenv("LC_ALL", "tr_TR.UTF-8", 1);
        setenv("TZ", "Asia/Tokyo", 1);
        setenv("HOME", "/does/not/exist", 1);
        other = renderer_or_skip();
        third = render(other, &picture, (sv_picture_format)format);
        assert_int_equal(first.length, second.length);
        assert_memory_equal(first.bytes, second.bytes, first.length);
        assert_int_equal(first.length, third.length);
        assert_memory_equal(first.bytes, third.bytes, first.length);
        sv_text_clear(&first);
        sv_text_clear(&second);
        sv_text_clear(&third);
        sv_renderer_free(other);
    }
    sv_picture_clear(&picture);
    sv_renderer_free(renderer);
}

static unsigned be_32(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | b[3];
}

static void formats_are_what_they_say(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_picture picture;
    sv_text bytes;
    (void)state;
    make_picture(&picture);
    bytes = render(renderer, &picture, SV_PICTURE_PDF);
    assert_memory_equal(bytes.bytes, "%PDF-", 5);
    assert_memory_equal(bytes.bytes + bytes.length - 6, "%%EOF\n", 6);
    assert_null(memmem(bytes.bytes, bytes.length, "CreationDate", 12));
    assert_non_null(memmem(bytes.bytes, bytes.length, "/Lang (nl)", 10));
    assert_non_null(memmem(bytes.bytes, bytes.length, "DejaVuSans", 10));
    sv_text_clear(&bytes);
    bytes = render(renderer, &picture, SV_PICTURE_PNG); /* 960 x 540 points at 144 dpi */
    assert_memory_equal(bytes.bytes, "\x89PNG\r\n", 6);
    assert_int_equal(be_32(bytes.bytes + 16), 1920);
    assert_int_equal(be_32(bytes.bytes + 20), 1080);
    sv_text_clear(&bytes);
    bytes = render(renderer, &picture, SV_PICTURE_DOT);
    assert_memory_equal(bytes.bytes, "digraph", 7);
    sv_text_clear(&bytes);
    sv_picture_clear(&picture);
    sv_renderer_free(renderer);
}

static void an_impossible_picture_is_a_fault_and_no_more(void **state)
{
    sv_renderer *renderer = renderer_or_skip();
    sv_picture picture;
    sv_error error = {0};
    sv_text svg;
    char *bytes;
    size_t n;
    (void)state;
    sv_picture_init(&picture, 100, 100);
    assert_int_not_equal(sv_renderer_render(renderer, &picture, SV_PICTURE_PNG, 5000, &bytes, &n, &error), SV_OK);
    assert_int_equal(error.code, SV_E_RENDERER_FAILED);
    picture.width = picture.height = 14000;
    assert_int_not_equal(sv_renderer_render(renderer, &picture, SV_PICTURE_PNG, 1200, &bytes, &n, &error), SV_OK);
    assert_null(bytes);
    picture.width = picture.height = 100;
    svg = render(renderer, &picture, SV_PICTURE_SVG); /* and it goes on */
    sv_text_clear(&svg);
    sv_picture_clear(&picture);
    sv_renderer_free(renderer);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Ask a program that is no renderer; returns the fault's code. The host's signals stay as they were, no zombie stays. */
static sv_code ask_wrong_program(const char *path, size_t n)
{
    sv_measure *texts = calloc(n, sizeof *texts);
    sv_renderer *renderer;
    sv_error error = {0};
    struct sigaction before, after;
    double start = seconds();
    sigaction(SIGPIPE, NULL, &before);
    assert_int_equal(sv_renderer_new(path, &renderer, NULL), SV_OK);
    sv_renderer_limit_time(renderer, 0.3);
    for (size_t i = 0; i < n; i++)
        texts[i] = (sv_measure){.text = "a text", .font_size = 10};
    assert_int_not_equal(sv_renderer_measure(renderer, texts, n, &error), SV_OK);
    assert_int_not_equal(sv_renderer_measure(renderer, texts, n, &error), SV_OK);
    sv_renderer_free(renderer);
    sigaction(SIGPIPE, NULL, &after);
    assert_true(before.sa_handler == after.sa_handler);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_true(seconds() - start < 5);
    free(texts);
    return error.code;
}

static void wrong_programs_are_clear_faults(void **state)
{
    char script[] = "/tmp/speelveld-test-XXXXXX", text_file[] = "/tmp/speelveld-test-XXXXXX";
    static const char hang[] = "#!/bin/sh\nexec sleep 60\n", crash[] = "#!/bin/sh\nkill -SEGV $$\n", nothing[] = "not a program";
    sv_renderer *renderer;
    sv_error error = {0};
    FILE *file;
    int made = mkstemp(script), other = mkstemp(text_file);
    (void)state;
    assert_true(made >= 0 && other >= 0);
    file = fdopen(made, "w");
    fputs(hang, file);
    fchmod(made, 0700);
    fclose(file);
    assert_int_equal(sv_renderer_new("/nowhere/speelveld-render", &renderer, &error), sv_code_status(SV_E_RENDERER_MISSING));
    assert_int_equal(error.code, SV_E_RENDERER_MISSING);
    assert_null(renderer);
    for (size_t n = 1; n <= 100000; n *= 100000) { /* also with more than fits in the pipe */
        assert_int_equal(ask_wrong_program("/bin/false", n), SV_E_RENDERER_FAILED);
        assert_int_equal(ask_wrong_program("/bin/cat", n), n == 1 ? SV_E_RENDERER_FAILED : SV_E_RENDERER_TIME);
        assert_int_equal(ask_wrong_program(script, n), SV_E_RENDERER_TIME);
    }
    file = fopen(script, "w");
    fputs(crash, file);
    fclose(file);
    assert_int_equal(ask_wrong_program(script, 1), SV_E_RENDERER_FAILED);
    file = fdopen(other, "w");
    fputs(nothing, file);
    fchmod(other, 0700);
    fclose(file);
    assert_int_equal(ask_wrong_program(text_file, 1), SV_E_RENDERER_MISSING);
    unlink(script);
    unlink(text_file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(grounds_lie_under_lines),
        
        cmocka_unit_test(sizes_are_those_of_the_font),
        cmocka_unit_test(places_do_not_overlap_and_repeat),
        cmocka_unit_test(pinned_boxes_stay),
        cmocka_unit_test(svg_is_sound_whatever_the_texts),
        cmocka_unit_test(texts_come_out_as_they_went_in),
        cmocka_unit_test(only_web_links_become_links),
        cmocka_unit_test(formats_are_what_they_say),
        cmocka_unit_test(an_impossible_picture_is_a_fault_and_no_more),
        cmocka_unit_test(wrong_programs_are_clear_faults),
        cmocka_unit_test(bytes_are_the_same), /* last, as it changes the surroundings */
    };
    return cmocka_run_group_tests_name("renderer", tests, NULL, NULL);
}
