/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Any text is data: names, groups, sectors, themes, titles and columns of the user's own that try to be something else come out as text, in
 * every view and every format, with nothing covering anything; and no file and no address is opened for them. With SPEELVELD_DATA the Big
 * List of Naughty Strings too. The renderer and the program are told by SPEELVELD_RENDER and SPEELVELD.
 */
#include "drawing.h"
#include "hostile_map.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { batch = 60, compared = 60 };

static bool every_page(void)
{
    const char *wish = getenv("SPEELVELD_EVERY_PAGE");
    return wish && *wish;
}

/* The ASCII of a text, as far as two are compared: spaces and what is read as one are passed over,
 * and so is what stands behind the sign of a cut. */
static void squeeze(const char *text, char *out)
{
    size_t n = 0;
    for (; *text && n < compared && strncmp(text, "…", strlen("…")) != 0; text++)
        if (*text > ' ' && *text < 0x7F)
            out[n++] = *text;
    out[n] = '\0';
}

/* The tooltip of an actor begins with the name, as it stands in the map. */
static size_t count_changed(const drawing *d)
{
    size_t changed = 0;
    for (size_t i = 0; i < d->boxes.n; i++) {
        const svg_box *box = &d->boxes.items[i];
        char *end, name[compared + 1], shown[compared + 1];
        size_t row;
        if (!svg_box_is(box, "actor") || strncmp(box->id, "actor-h", 7) != 0)
            continue;
        row = strtoul(box->id + 7, &end, 10);
        if (*end)
            continue;
        squeeze(sv_map_actor(d->map.map, row)->name, name);
        squeeze(box->tooltip, shown);
        if (strncmp(name, shown, strlen(name) < strlen(shown) ? strlen(name) : strlen(shown)) != 0) {
            print_error("%s: \"%s\" became \"%s\"\n", box->id, name, shown);
            changed++;
        }
    }
    return changed;
}

/* All other formats too: they are made, and are what they say. */
static size_t count_not_made(drawing *d)
{
    static const char *const begins[] = {[SV_PICTURE_PDF] = "%PDF-", [SV_PICTURE_PNG] = "\x89PNG", [SV_PICTURE_DOT] = "digraph"};
    size_t faults = 0;
    for (int format = SV_PICTURE_PDF; format <= SV_PICTURE_DOT; format++) {
        char *bytes = NULL;
        size_t length = 0;
        sv_error error = {0};
        sv_status status = sv_draw(d->scores, d->view, &d->options, (sv_picture_format)format, &bytes, &length, NULL, &error);
        if (status != SV_OK || length < 20 || memcmp(bytes, begins[format], strlen(begins[format])) != 0) {
            print_error("%s in format %d: %s %s\n", sv_view_get(d->view)->id, format, sv_code_id(error.code), error.found);
            faults++;
        }
        free(bytes);
    }
    return faults;
}

static size_t faults_of_views(const char *folder, size_t views, bool formats)
{
    size_t faults = 0;
    for (size_t view = 0; view < views; view++) {
        drawing d = drawing_prepare_any(folder, view);
        d.options.all = true;
        drawing_draw(&d);
        faults += drawing_faults(&d) + count_changed(&d);
        if (formats && (every_page() || view == 0))
            faults += count_not_made(&d);
        drawing_clear(&d);
    }
    return faults;
}

static void our_own_list(void **state)
{
    size_t n;
    const char *const *texts = hostile_texts(&n);
    char *folder = hostile_map(texts, n, "/etc/hostname");
    size_t faults = faults_of_views(folder, sv_view_count(), true);
    (void)state;
    remove_folder(folder);
    assert_int_equal(faults, 0);
}

/* In the network, sixty at a time, the first three times; with every page all of it, in all views. */
static void the_big_list(void **state)
{
    char *path = data_path("messy/blns"), *list, **lines;
    size_t n, faults = 0;
    (void)state;
    if (!path)
        skip();
    list = get_file(path, "blns.txt");
    lines = hostile_lines(list, &n);
    assert_true(n > 400);
    for (size_t first = 0; first < n && (every_page() || first < 3 * batch); first += batch) {
        char *folder = hostile_map((const char *const *)lines + first, n - first < batch ? n - first : batch, "/etc/hostname");
        size_t more = faults_of_views(folder, every_page() ? sv_view_count() : 1, every_page());
        if (more)
            print_error("%zu faults with the texts from %zu on, \"%.60s\"\n", more, first, lines[first]);
        faults += more;
        remove_folder(folder);
    }
    free(lines);
    free(list);
    free(path);
    assert_int_equal(faults, 0);
}

/* The words themselves, as they are shown. */
static void names_are_shown_as_text(void **state)
{
    static const char *const names[] = {"<b>&amp;</b>", "\\N \\G \\L", "two\nlines", "\"; image=\"x\"", "]]>-->", "Jan"};
    static const char *const shown[] = {"<b>&amp;</b>", "\\N \\G \\L", "two lines", "\"; image=\"x\"", "]]>-->", "Jan"};
    char *folder = hostile_map(names, 6, "/etc/hostname");
    drawing d = drawing_prepare(folder, "network");
    (void)state;
    d.options.all = true;
    drawing_draw(&d);
    drawing_check(&d);
    for (size_t i = 0; i < 6; i++) {
        char id[20];
        snprintf(id, sizeof id, "label-h%zu", i);
        assert_string_equal(svg_boxes_find(&d.boxes, id)->text, shown[i]);
    }
    drawing_clear(&d);
    remove_folder(folder);
}

/* ---- Files and addresses ---- */

/* Runs a command under strace, and looks in what it did for the bait, the names of files in the texts, and any address. */
static size_t opened_by(const char *folder, const char *command)
{
    static const char *const never[] = {"bait", "/etc/hostname", "/etc/passwd", "AF_INET", "connect(", "hostile\""};
    char line[3000], *log;
    size_t found = 0;
    snprintf(line, sizeof line,
             "cd '%s' && ASAN_OPTIONS=detect_leaks=0 strace -f -s 300 -e trace=%%file,socket,connect -o log %s >said 2>&1", folder,
             command);
    if (system(line) != 0) {
        log = get_file(folder, "said");
        print_error("%s: %s\n", command, log);
        free(log);
        return 1;
    }
    log = get_file(folder, "log");
    assert_non_null(strstr(log, "execve("));
    for (char *at = log, *end; *at; at = end + 1) {
        end = strchr(at, '\n');
        assert_non_null(end);
        *end = '\0';
        for (size_t i = 0; i < sizeof never / sizeof *never; i++)
            if (strstr(at, never[i]) && !strstr(at, "execve(")) {
                print_error("%s\n  %s\n", command, at);
                found++;
            }
    }
    free(log);
    return found;
}

static void no_file_and_no_address_is_opened(void **state)
{
    static const char *const formats[] = {"svg", "pdf", "png", "dot"};
    const char *program = getenv("SPEELVELD"), *const * texts;
    char *work, *folder, bait[600], command[2000];
    size_t n, found = 0;
    (void)state;
    if (!program || system("command -v strace >/dev/null") != 0) {
        puts("skip: strace, or the program, is not there");
        skip();
    }
    work = make_folder();
    put_file(work, "bait.png", "this is not to be read");
    snprintf(bait, sizeof bait, "%s/bait.png", work);
    texts = hostile_texts(&n);
    folder = hostile_map(texts, n, bait);
    for (size_t view = 0; view < sv_view_count(); view++) {
        const char *id = sv_view_get(view)->id, *more = strcmp(id, "route") == 0    ? "--to h3"
                                                        : strcmp(id, "change") == 0 ? "--before ../../data/buurthuis"
                                                                                    : "";
        char before[700];
        if (view >= 4 && !every_page()) /* one in each format */
            break;
        snprintf(before, sizeof before, "--before '%s'", folder);
        snprintf(command, sizeof command, "'%s' draw '%s' --all --view %s %s -o uit.%s", program, folder, id,
                 strcmp(id, "change") == 0 ? before : more, formats[view % 4]);
        found += opened_by(work, command);
    }
    snprintf(command, sizeof command, "'%s' deck '%s' --issue x -o uit.pdf", program, folder);
    found += opened_by(work, command);
    snprintf(command, sizeof command, "'%s' handout '%s' --issue x -o uit.pdf", program, folder);
    found += opened_by(work, command);
    snprintf(command, sizeof command, "cat bait.png");
    assert_true(opened_by(work, command) > 0); /* it would be seen */
    remove_folder(folder);
    remove_folder(work);
    assert_int_equal(found, 0);
}

/* What we write as DOT opens nothing either, where somebody draws it with another Graphviz. */
static void dot_opens_nothing(void **state)
{
    const char *program = getenv("SPEELVELD");
    char *work, *folder, bait[600], command[2000];
    size_t n;
    const char *const *texts = hostile_texts(&n);
    (void)state;
    if (!program || system("command -v strace >/dev/null && command -v neato >/dev/null") != 0) {
        puts("skip: strace, neato or the program is not there");
        skip();
    }
    work = make_folder();
    put_file(work, "bait.png", "this is not to be read");
    snprintf(bait, sizeof bait, "%s/bait.png", work);
    folder = hostile_map(texts, n, bait);
    snprintf(command, sizeof command, "'%s' draw '%s' --all -o uit.dot", program, folder);
    assert_int_equal(opened_by(work, command), 0);
    assert_int_equal(opened_by(work, "neato -n2 -Tsvg -o ander.svg uit.dot"), 0);
    remove_folder(folder);
    remove_folder(work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_shown_as_text),          cmocka_unit_test(our_own_list),      cmocka_unit_test(the_big_list),
        cmocka_unit_test(no_file_and_no_address_is_opened), cmocka_unit_test(dot_opens_nothing),
    };
    return cmocka_run_group_tests_name("hostile texts", tests, NULL, NULL);
}
