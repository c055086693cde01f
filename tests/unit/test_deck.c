/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Slides and the handout: pages, text that stays text, metadata, the same bytes twice, hostile texts and damaged pictures. */
#include <speelveld/report.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char svg[] = "<?xml version=\"1.0\"?>\n<svg width=\"960pt\" height=\"540pt\" viewBox=\"0 0 960 540\" xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n<g id=\"a\"><a xlink:href=\"https://example.org/\" xlink:title=\"tip\">\n"
                          "<circle cx=\"480\" cy=\"270\" r=\"90\" fill=\"#0b6e99\"/><text x=\"430\" y=\"275\" font-family=\"DejaVu Sans\">Zichtbaar</text>\n"
                          "</a>\n</g>\n</svg>\n";

static const char method[] = "Harmonische nabijheid: hoe dicht een actor bij iedereen staat.\nWie niet in beeld is, telt niet mee.";

static sv_deck deck_of(const sv_deck_page *pages, size_t n)
{
    return (sv_deck){.language = SV_DUTCH, .audience = SV_TEAM, .as_of = 20261001, .title = "Drie Huizen", .subtitle = "Waterrijk",
                     .message = "Een open deur kost minder.", .source = "eigen onderzoek", .pages = pages, .n_pages = n,
                     .method = method};
}

/* What a program says about a PDF that it reads from standard input. */
static char *told_by(const char *command, const char *bytes, size_t length)
{
    char path[] = "/tmp/speelveld-deck-XXXXXX", line[300], *told = calloc(1, 100000);
    int file = mkstemp(path);
    FILE *pipe;
    size_t n;
    assert_true(file >= 0 && told);
    assert_int_equal(write(file, bytes, length), (ssize_t)length);
    close(file);
    snprintf(line, sizeof line, command, path);
    pipe = popen(line, "r");
    assert_non_null(pipe);
    n = fread(told, 1, 99999, pipe);
    told[n] = '\0';
    pclose(pipe);
    unlink(path);
    return told;
}

static void deck_has_its_pages(void **state)
{
    const sv_deck_page pages[] = {{"Het netwerk", svg, sizeof svg - 1}, {"De raad", svg, sizeof svg - 1}};
    sv_deck deck = deck_of(pages, 2);
    char *bytes, *again, *told;
    size_t length, length_again;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_report_deck(&deck, &bytes, &length, &error), SV_OK);
    assert_int_equal(sv_report_deck(&deck, &again, &length_again, &error), SV_OK);
    assert_int_equal(length, length_again);
    assert_memory_equal(bytes, again, length);
    told = told_by("pdfinfo %s 2>&1", bytes, length);
    assert_non_null(strstr(told, "Pages:           4"));
    assert_non_null(strstr(told, "Title:           Drie Huizen"));
    assert_non_null(strstr(told, "960 x 540 pts"));
    assert_null(strstr(told, "Error"));
    free(told);
    told = told_by("pdftotext %s - 2>&1", bytes, length);
    assert_non_null(strstr(told, "Zichtbaar"));
    assert_non_null(strstr(told, "1 oktober 2026"));
    assert_non_null(strstr(told, "Wie niet in beeld is"));
    free(told);
    told = told_by("pdffonts %s 2>&1 | tail -n +3 | awk '{ print $(NF-4) }' | sort -u", bytes, length); /* every font embedded */
    assert_string_equal(told, "yes\n");
    free(told);
    assert_null(memmem(bytes, length, "example.org", 11));
    free(bytes);
    free(again);
}

static void texts_are_only_text(void **state)
{
    sv_deck deck = deck_of(NULL, 0);
    char *bytes, *told;
    size_t length;
    sv_error error = {0};
    (void)state;
    deck.title = "<b>Vet</b> & \"scherp\"";
    deck.message = "Regel een\nregel twee <img src=\"x\"/>";
    assert_int_equal(sv_report_deck(&deck, &bytes, &length, &error), SV_OK);
    told = told_by("pdftotext %s - 2>&1", bytes, length);
    assert_non_null(strstr(told, "<b>Vet</b> & \"scherp\""));
    assert_non_null(strstr(told, "<img src=\"x\"/>"));
    free(told);
    free(bytes);
}

static void damaged_picture_is_told(void **state)
{
    const sv_deck_page pages[] = {{"Stuk", "<svg><g>", 8}};
    sv_deck deck = deck_of(pages, 1);
    char *bytes;
    size_t length;
    sv_error error = {0};
    (void)state;
    assert_int_equal(sv_report_deck(&deck, &bytes, &length, &error), SV_INTERNAL);
    assert_int_equal(error.code, SV_E_PAPER);
    assert_null(bytes);
}

static void handout_is_one_page(void **state)
{
    sv_handout handout = {.language = SV_DUTCH, .audience = SV_PUBLIC, .as_of = 20261001, .title = "Drie Huizen van de Wijk", .subtitle = "Waterrijk",
                          .message = "Een open deur.", .support = "Twaalf organisaties.", .ask = "Stem voor.", .source = "", .svg = svg,
                          .svg_length = sizeof svg - 1};
    char *bytes, *told, *words = calloc(1, 30001);
    size_t length;
    sv_error error = {0};
    (void)state;
    assert_non_null(words);
    for (size_t i = 0; i < 30000; i += 5)
        memcpy(words + i, "meer ", 5);
    for (int round = 0; round < 2; round++) { /* as it is, and with texts far too long: still one page, and the ask on it */
        assert_int_equal(sv_report_handout(&handout, &bytes, &length, &error), SV_OK);
        told = told_by("pdfinfo %s 2>&1", bytes, length);
        assert_non_null(strstr(told, "Pages:           1"));
        free(told);
        told = told_by("pdftotext %s - 2>&1", bytes, length);
        assert_non_null(strstr(told, "Stem voor."));
        assert_non_null(strstr(told, "Zichtbaar"));
        assert_non_null(strstr(told, "openbaar"));
        free(told);
        free(bytes);
        handout.message = handout.support = words;
    }
    free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(deck_has_its_pages), cmocka_unit_test(texts_are_only_text),
                                       cmocka_unit_test(damaged_picture_is_told), cmocka_unit_test(handout_is_one_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
