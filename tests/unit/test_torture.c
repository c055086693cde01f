/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Torture: every allocation and every call that reads or writes fails in turn. Whatever fails, the answer is a clean
 * "no memory" or "cannot read or write", or the very same result as without the fault; nothing leaks, no half-written
 * file stands, and the old file keeps its bytes. The linker puts our calls in the place of the system's:
 */
/* wraps: malloc calloc realloc open read write fsync rename close mkostemp mkdir */

#include <speelveld/format.h>
#include <speelveld/report.h>

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "reading.h"
#include "support.h"

enum { dense_until = 2000, sparse_step = 7, most_told = 5 };

/* ---- The calls that fail ---- */

static struct {
    bool armed;
    size_t calls, fail_at; /* which call fails, from 1; 0 = none */
    bool failed, tell;     /* tell: say where the failing call was made from */
    size_t most_written;   /* write at most so many bytes at once; 0 = as many as asked */
    size_t flushed, renamed; /* how often fsync and rename were called; a file that is not flushed is not yet on the disk */
} saboteur;

/* In libasan and liblsan; absent from a build without them. */
extern void __sanitizer_print_stack_trace(void) __attribute__((weak));
extern int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

static bool now_fails(int cause)
{
    if (!saboteur.armed || ++saboteur.calls != saboteur.fail_at)
        return false;
    saboteur.failed = true;
    if (saboteur.tell && __sanitizer_print_stack_trace)
        __sanitizer_print_stack_trace();
    errno = cause;
    return true;
}

/* clang-format off */
void *__real_malloc(size_t n); void *__wrap_malloc(size_t n);
void *__real_calloc(size_t n, size_t size); void *__wrap_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t n); void *__wrap_realloc(void *old, size_t n);
int __real_open(const char *path, int flags, ...); int __wrap_open(const char *path, int flags, ...);
ssize_t __real_read(int file, void *bytes, size_t n); ssize_t __wrap_read(int file, void *bytes, size_t n);
ssize_t __real_write(int file, const void *bytes, size_t n); ssize_t __wrap_write(int file, const void *bytes, size_t n);
int __real_fsync(int file); int __wrap_fsync(int file);
int __real_rename(const char *from, const char *to); int __wrap_rename(const char *from, const char *to);
int __real_close(int file); int __wrap_close(int file);
int __real_mkostemp(char *name, int flags); int __wrap_mkostemp(char *name, int flags);
int __real_mkdir(const char *path, mode_t mode); int __wrap_mkdir(const char *path, mode_t mode);
/* clang-format on */

void *__wrap_malloc(size_t n)
{
    return now_fails(ENOMEM) ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return now_fails(ENOMEM) ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t n)
{
    return now_fails(ENOMEM) ? NULL : __real_realloc(old, n);
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list list;
    mode_t mode;
    va_start(list, flags);
    mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    return now_fails(EMFILE) ? -1 : __real_open(path, flags, mode);
}

ssize_t __wrap_read(int file, void *bytes, size_t n)
{
    return now_fails(EIO) ? -1 : __real_read(file, bytes, n);
}

/* A full disk first takes a part of what it is given. */
ssize_t __wrap_write(int file, const void *bytes, size_t n)
{
    if (now_fails(ENOSPC)) {
        if (n > 1)
            (void)!__real_write(file, bytes, n / 2);
        errno = ENOSPC;
        return -1;
    }
    return __real_write(file, bytes, saboteur.most_written && n > saboteur.most_written ? saboteur.most_written : n);
}

int __wrap_fsync(int file)
{
    saboteur.flushed++;
    return now_fails(EIO) ? -1 : __real_fsync(file);
}

int __wrap_rename(const char *from, const char *to)
{
    saboteur.renamed++;
    assert_true(saboteur.flushed >= saboteur.renamed);
    return now_fails(EACCES) ? -1 : __real_rename(from, to);
}

/* Linux closes a file also when it says that it could not. */
int __wrap_close(int file)
{
    bool fails = now_fails(EIO);
    int answer = __real_close(file);
    if (!fails)
        return answer;
    errno = EIO;
    return -1;
}

int __wrap_mkostemp(char *name, int flags)
{
    return now_fails(EACCES) ? -1 : __real_mkostemp(name, flags);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
    return now_fails(ENOSPC) ? -1 : __real_mkdir(path, mode);
}

static void arm(void)
{
    saboteur.armed = true;
    saboteur.calls = 0;
    saboteur.failed = false;
}

static void disarm(void)
{
    saboteur.armed = false;
}

/* ---- What is tried ---- */

static const char edges[] = "source,target,weight\nanna,bob,2\nbob,çelik,3.5\nçelik,anna,1\nç elik,dirk,4\n";
static const char nodes[] = "id,label,x,shoe\nanna,Anna,1,38\nbob,Bob,2,\nçelik,Yılmaz Çelik,3,41\ndirk,Dirk,,\n";

static const char persons[] =
    "{\"persons\": [{\"id\": \"p1\", \"name\": \"Nel Verzonnen\", \"memberships\": ["
    "{\"organisation_id\": \"raad\", \"role\": \"Fractievoorzitter\", \"start_date\": \"2022-03-30\"},"
    "{\"organisation_id\": \"dl\", \"role\": \"Lid\"}]},"
    "{\"id\": \"p2\", \"name\": \"Nel Verzonnen\", \"memberships\": ["
    "{\"organisation_id\": \"raad\", \"role\": \"Raadslid\"}, {\"organisation_id\": \"dl\", \"role\": \"Lid\"}]},"
    "{\"id\": \"p3\", \"name\": \"Özgür Bedacht\", \"memberships\": [{\"organisation_id\": \"raad\", \"role\": \"Raadslid\"}]},"
    "{\"memberships\": []}]}";
static const char organisations[] =
    "{\"organisations\": [{\"id\": \"gem\", \"name\": \"Dorpsveen\", \"classification\": \"Municipality\"},"
    "{\"id\": \"raad\", \"name\": \"Raad van Dorpsveen\", \"classification\": \"Council\"},"
    "{\"id\": \"dl\", \"name\": \"Dorpslijst\", \"classification\": \"Party\"}]}";

/* Faults of every kind that the check finds: names twice, a name that comes close, an id twice, rows that depend on others. */
static const char faulty[] =
    "= Actors\nid;name;kind;shoe\n;Jan Kroes;resident;44\n;Jan Kroes;resident;\nx;Zoë Ünal;bakker;\nx;Dubbel;;\n;;resident;\n"
    "a|b;Naam | met streep;;\n"
    "= Ties\nfrom;to;kind;strength;except\nJan Kroes;x;;;\nZoe Unal;jan-kroes-2;knows;2;\nx;Zoë Üna;knows;;\nx;x;;;\nx;jan-kroes;mag_niet;;jan-kroes-2\n"
    "jan-kroes;x;knows;9;\n"
    "= Issues\ntitle;visibility\nHet plein;\nHet geheim;private\n= Positions\nactor;issue;position;date\nx;het plein;voor;1-3-2026\nx;Het pleim;2;\nx;het plein;onbekend;30-2-2026\nx;het geheim;voor;\n"
    "= Groups\ngroup;seats;spokespersons\nGroen;3;zorg:x\nGroen;4;\n= Memberships\nwho;of\nx;jan-kroes\n";

/* A colleague's map of the same people: names that look alike, cells that differ, ties told by somebody else. */
static const char alike[] =
    "= Actors\nid;name;kind;power;note;shoe\nx;Zo\xC3\xAB \xC3\x9Cnal;bakker;2;ook;45\nzu;Z. \xC3\x9Cnal;bakker;3;een notitie;\n;Jan Kroes;resident;;;\n"
    "jk;Kroes Jan;resident;;;\n;Stichting De Brug;welfare;;;\n;De Brug;welfare;;;\n"
    "= Ties\nfrom;to;kind;strength\nx;Jan Kroes;knows;3\nzu;jan-kroes;knows;1\nx;zu;family;\njk;De Brug;works_with;4\n"
    "= Issues\ntitle\nHet plein\n= Positions\nactor;issue;position\nx;het plein;tegen\nzu;het plein;voor\n= Memberships\nwho;of\nzu;De Brug\n";

/* What the tries share: made before anything fails. */
static struct {
    char *folder, *json, *edges, *nodes, *persons, *organisations;
    char *old_json, *old_folder;
    sv_map *map, *faulty, *other;
    sv_problems problems; /* of the faulty map */
    sv_network *network;
    sv_scores *scores;
    sv_text new_files, old_files; /* what stands in a written folder, after and before */
} fixture;

/* A try: does one thing between arm() and disarm(), and when that is well writes down what came of it. */
typedef sv_status try(sv_text *result, sv_error *error);

static void add_problems(sv_text *result, const sv_problems *problems)
{
    sv_text_addf(result, "%zu %zu %zu\n", problems->errors, problems->warnings, problems->notes);
    assert_true(problems->incomplete || problems->n == problems->errors + problems->warnings + problems->notes);
}

static void add_map(sv_text *result, const sv_map *map)
{
    char *json = map_as_json(map);
    sv_text_add(result, json);
    for (int sheet = 0; sheet < SV_SHEETS; sheet++)
        for (size_t row = 0; row < sv_map_rows(map, (sv_sheet)sheet); row++)
            sv_text_add_char(result, sv_map_usable(map, (sv_sheet)sheet, row) ? '+' : '-');
    free(json);
}

static sv_status read_these(const char *const *paths, size_t n, sv_text *result, sv_error *error)
{
    sv_map *map = NULL;
    sv_problems problems;
    sv_status status;
    sv_problems_init(&problems);
    arm();
    status = sv_map_read(paths, n, &map, &problems, error);
    disarm();
    assert_int_equal(status == SV_OK, map != NULL);
    if (status == SV_OK) {
        add_map(result, map);
        add_problems(result, &problems);
    }
    sv_map_free(map);
    sv_problems_clear(&problems);
    return status;
}

static sv_status read_folder(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){"data/buurthuis"}, 1, result, error);
}

static sv_status read_json(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.json}, 1, result, error);
}

static sv_status read_edges(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.edges}, 1, result, error);
}

static sv_status read_edges_and_nodes(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.nodes, fixture.edges}, 2, result, error);
}

static sv_status read_register(sv_text *result, sv_error *error)
{
    return read_these((const char *const[]){fixture.persons, fixture.organisations}, 2, result, error);
}

/* A map whose check failed can be checked again, and is then as it would have been. */
static sv_status check(sv_text *result, sv_error *error)
{
    sv_problems problems, again;
    sv_map *map;
    sv_status status;
    sv_problems_init(&problems);
    sv_problems_init(&again);
    map = unchecked_map_of(faulty, NULL);
    arm();
    status = sv_map_check(map, &problems, error);
    disarm();
    if (status != SV_OK)
        assert_int_equal(sv_map_check(map, &again, NULL), SV_OK);
    add_map(result, map);
    add_problems(result, status == SV_OK ? &problems : &again);
    sv_map_free(map);
    sv_problems_clear(&problems);
    sv_problems_clear(&again);
    return status;
}

static sv_status make_edition(const sv_map *map, sv_audience audience, sv_text *result, sv_error *error)
{
    sv_map *edition = NULL;
    sv_status status;
    arm();
    status = sv_map_edition(map, audience, &edition, error);
    disarm();
    assert_int_equal(status == SV_OK, edition != NULL);
    if (status == SV_OK)
        add_map(result, edition);
    sv_map_free(edition);
    return status;
}

static sv_status team_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.map, SV_TEAM, result, error);
}

/* Rows here name actors and a hidden issue by name: not finding them for want of memory must not show what is hidden. */
static sv_status faulty_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.faulty, SV_TEAM, result, error);
}

static sv_status public_edition(sv_text *result, sv_error *error)
{
    return make_edition(fixture.map, SV_PUBLIC, result, error);
}

/* Two maps into one, with rows that are the same, that differ, and that are in one only. */
static sv_status merge(sv_text *result, sv_error *error)
{
    sv_map *merged = NULL;
    sv_differences differences;
    sv_status status;
    sv_differences_init(&differences);
    arm();
    status = sv_map_merge(fixture.faulty, fixture.other, &(sv_merge_options){.prefer = SV_CHOOSE_B}, &merged, &differences, error);
    disarm();
    assert_int_equal(status == SV_OK, merged != NULL);
    if (status == SV_OK) {
        add_map(result, merged);
        sv_text_addf(result, "%zu", differences.incomplete ? 0 : differences.n);
    }
    sv_map_free(merged);
    sv_differences_clear(&differences);
    return status;
}

static sv_status join(sv_text *result, sv_error *error)
{
    sv_map *joined = NULL;
    sv_differences differences;
    sv_status status;
    sv_differences_init(&differences);
    arm();
    status = sv_map_join(fixture.other, 0, 1, &joined, &differences, error);
    disarm();
    assert_int_equal(status == SV_OK, joined != NULL);
    if (status == SV_OK) {
        add_map(result, joined);
        sv_text_addf(result, "%zu", differences.incomplete ? 0 : differences.n);
    }
    sv_map_free(joined);
    sv_differences_clear(&differences);
    return status;
}

static sv_status find_duplicates(sv_text *result, sv_error *error)
{
    sv_duplicate *found = NULL;
    size_t n = 0;
    sv_status status;
    arm();
    status = sv_map_duplicates(fixture.other, 0.1, &found, &n, error);
    disarm();
    if (status == SV_OK)
        sv_text_addf(result, "%zu\n", n);
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%zu %zu %a %x\n", found[i].a, found[i].b, found[i].score, found[i].reasons);
    free(found);
    return status;
}

static sv_status find_stances(sv_text *result, sv_error *error)
{
    size_t n = sv_map_rows(fixture.map, SV_ACTORS);
    double *stance = calloc(n, sizeof *stance);
    sv_status status;
    arm();
    status = sv_map_stances(fixture.map, 0, stance, error);
    disarm();
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%a ", stance[i]);
    free(stance);
    return status;
}

static sv_status make_network(sv_text *result, sv_error *error)
{
    sv_network *network = NULL;
    sv_status status;
    arm();
    status = sv_network_new(fixture.map, &(sv_network_options){.strength = true}, &network, error);
    disarm();
    assert_int_equal(status == SV_OK, network != NULL);
    for (size_t i = 0; status == SV_OK && i < sv_network_ties(network); i++) {
        size_t from, to;
        double strength;
        sv_network_tie(network, i, &from, &to, &strength);
        sv_text_addf(result, "%zu-%zu %a\n", from, to, strength);
    }
    sv_network_free(network);
    return status;
}

static sv_status make_scores(sv_text *result, sv_error *error)
{
    sv_scores *scores = NULL;
    sv_status status;
    arm();
    status = sv_scores_new(fixture.network, NULL, 0, NULL, &scores, error);
    disarm();
    assert_int_equal(status == SV_OK, scores != NULL);
    for (size_t s = 0; status == SV_OK && s < sv_score_count(); s++)
        for (size_t v = 0; v < sv_network_actors(fixture.network); v++)
            sv_text_addf(result, "%a ", sv_scores_column(scores, s)[v]);
    sv_scores_free(scores);
    return status;
}

static sv_status rank(sv_text *result, sv_error *error)
{
    size_t n = sv_network_actors(fixture.network), *order = calloc(n, sizeof *order);
    sv_status status;
    arm();
    status = sv_scores_rank(fixture.scores, 0, order, error);
    disarm();
    for (size_t i = 0; status == SV_OK && i < n; i++)
        sv_text_addf(result, "%zu ", order[i]);
    free(order);
    return status;
}

/* Takes over a text that a report gave. */
static sv_status take(sv_status status, char *text, size_t length, sv_text *result)
{
    assert_int_equal(status == SV_OK, text != NULL);
    if (status == SV_OK)
        sv_text_add_n(result, text, length);
    free(text);
    return status;
}

static sv_status report_scores(sv_report_format format, sv_text *result, sv_error *error)
{
    const size_t which[] = {0, sv_score_find("closeness"), sv_score_find("betweenness")};
    const sv_report_options options = {.format = format, .language = SV_DUTCH, .audience = SV_TEAM, .which = which, .n_which = 3};
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    arm();
    status = sv_report_scores(fixture.scores, &options, &text, &length, error);
    disarm();
    return take(status, text, length, result);
}

static sv_status report_table(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_TABLE, result, error);
}

static sv_status report_csv(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_CSV, result, error);
}

static sv_status report_json(sv_text *result, sv_error *error)
{
    return report_scores(SV_REPORT_JSON, result, error);
}

static sv_status report_faults(sv_report_format format, sv_text *result, sv_error *error)
{
    char *text = NULL;
    size_t length = 0;
    sv_status status;
    arm();
    status = sv_report_problems(fixture.map, &fixture.problems, format, SV_DUTCH, &text, &length, error);
    disarm();
    return take(status, text, length, result);
}

static sv_status report_faults_table(sv_text *result, sv_error *error)
{
    return report_faults(SV_REPORT_TABLE, result, error);
}

static sv_status report_faults_json(sv_text *result, sv_error *error)
{
    return report_faults(SV_REPORT_JSON, result, error);
}

static sv_status make_example(sv_text *result, sv_error *error)
{
    sv_map *map = NULL;
    sv_status status;
    arm();
    status = sv_map_example(SV_DUTCH, &map, error);
    disarm();
    assert_int_equal(status == SV_OK, map != NULL);
    if (status == SV_OK)
        add_map(result, map);
    sv_map_free(map);
    return status;
}

/* ---- Writing, where what stands on the disk counts too ---- */

/* Every file in a folder with its bytes. */
static void add_files(sv_text *result, const char *folder)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *bytes = get_file(folder, names[i]);
        sv_text_addf(result, "[%s]\n%s\n", names[i], bytes);
        free(bytes);
    }
    sv_file_list_free(names, n);
}

static void put_old_json(void)
{
    put_file(fixture.old_folder, "kaart.json", "the old bytes");
}

/* Whatever happens the folder holds one file; after a fault with the old bytes. */
static sv_status write_json(sv_text *result, sv_error *error)
{
    sv_text after = {0};
    sv_status status;
    put_old_json();
    arm();
    status = sv_map_write(fixture.map, fixture.old_json, NULL, error);
    disarm();
    add_files(&after, fixture.old_folder);
    if (status != SV_OK)
        assert_string_equal(sv_text_get(&after), "[kaart.json]\nthe old bytes\n");
    sv_text_add(result, sv_text_get(&after));
    sv_text_clear(&after);
    return status;
}

/* Each file of a folder is the old one or the new one, whole; there are no others. */
static void assert_old_or_new(const char *folder)
{
    char **names;
    size_t n;
    assert_int_equal(sv_file_list(folder, &names, &n, NULL), SV_OK);
    for (size_t i = 0; i < n; i++) {
        char *bytes = get_file(folder, names[i]);
        sv_text whole = {0};
        sv_text_addf(&whole, "[%s]\n%s\n", names[i], bytes);
        if (!strstr(sv_text_get(&fixture.old_files), whole.bytes) && !strstr(sv_text_get(&fixture.new_files), whole.bytes))
            fail_msg("\"%s\" is neither the old file nor the new one", names[i]);
        free(bytes);
        sv_text_clear(&whole);
    }
    sv_file_list_free(names, n);
}

static sv_status write_folder(sv_text *result, sv_error *error)
{
    char *folder = make_folder();
    sv_status status;
    put_file(folder, "Actoren.csv", "naam\nDe vorige\n");
    put_file(folder, "Agenda.csv", "datum;titel\n1-1-2026;Nieuwjaar\n");
    arm();
    status = sv_map_write(fixture.map, folder, &(sv_write_options){.format = "csv", .language = SV_DUTCH}, error);
    disarm();
    if (fixture.new_files.length)
        assert_old_or_new(folder);
    if (status == SV_OK)
        add_files(result, folder);
    remove_folder(folder);
    return status;
}

/* A new folder is made when it does not stand there. */
static sv_status write_new_folder(sv_text *result, sv_error *error)
{
    char *above = make_folder(), *folder = sv_file_join(above, "nieuw");
    sv_status status;
    arm();
    status = sv_map_write(fixture.map, folder, NULL, error);
    disarm();
    if (status == SV_OK)
        add_files(result, folder);
    free(folder);
    remove_folder(above);
    return status;
}

/* ---- Trying ---- */

/* The k-th call failed, and the answer is wrong: once more, telling where that call stands. */
static void tell_fault(try *attempt, size_t k, const char *what)
{
    sv_text result = {0};
    sv_error error = {0};
    saboteur.tell = true;
    (void)attempt(&result, &error);
    saboteur.tell = false;
    sv_text_clear(&result);
    print_error("call %zu failed: %s\n", k, what);
}

static bool same_text(const sv_text *a, const sv_text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static void assert_clean_fault(sv_status status, const sv_error *error, size_t k)
{
    if ((status != SV_MEMORY && status != SV_IO) || sv_code_status(error->code) != status)
        fail_msg("when call %zu failed the status was %d, code %s", k, (int)status, sv_code_id(error->code));
}

static void torture(void **state)
{
    try *const attempt = *(try *const *)*state;
    sv_text wanted = {0};
    sv_error error;
    size_t faulted = 0, wrong = 0;
    saboteur.fail_at = 0;
    assert_int_equal(attempt(&wanted, &error), SV_OK);
    assert_true(wanted.length > 0);
    for (size_t k = 1;; k += k < dense_until ? 1 : sparse_step) {
        sv_text result = {0};
        sv_status status;
        error = (sv_error){0};
        saboteur.fail_at = k;
        status = attempt(&result, &error);
        if (!saboteur.failed)
            assert_int_equal(status, SV_OK);
        if (status != SV_OK)
            assert_clean_fault(status, &error, k);
        else if (!same_text(&result, &wanted) && wrong++ < most_told)
            tell_fault(attempt, k, "the result is another one, as if all were well");
        faulted += status != SV_OK;
        sv_text_clear(&result);
        if (!saboteur.failed)
            break;
    }
    sv_text_clear(&wanted);
    assert_true(faulted > 0);
    assert_int_equal(wrong, 0);
    if (__lsan_do_recoverable_leak_check)
        assert_int_equal(__lsan_do_recoverable_leak_check(), 0);
}

/* A disk that takes seven bytes at a time gets the same files. */
static void short_writes_lose_nothing(void **state)
{
    sv_text at_once = {0}, in_bits = {0};
    (void)state;
    saboteur.fail_at = 0;
    assert_int_equal(write_json(&at_once, NULL), SV_OK);
    saboteur.most_written = 7;
    assert_int_equal(write_json(&in_bits, NULL), SV_OK);
    saboteur.most_written = 0;
    assert_string_equal(at_once.bytes, in_bits.bytes);
    sv_text_clear(&at_once);
    sv_text_clear(&in_bits);
}

/* Each new file is flushed once, before it takes the place of the old one. */
static void files_are_flushed_before_they_count(void **state)
{
    sv_text result = {0};
    (void)state;
    saboteur.fail_at = 0;
    saboteur.flushed = saboteur.renamed = 0;
    assert_int_equal(write_json(&result, NULL), SV_OK); /* one file to begin with, and the map over it */
    assert_int_equal(saboteur.flushed, 2);
    assert_int_equal(saboteur.renamed, 2);
    sv_text_clear(&result);
}

static void make_files(void)
{
    fixture.folder = make_folder();
    fixture.old_folder = make_folder();
    fixture.json = sv_file_join(fixture.folder, "kaart.json");
    fixture.edges = sv_file_join(fixture.folder, "vrienden.edges.csv");
    fixture.nodes = sv_file_join(fixture.folder, "vrienden.nodes.csv");
    fixture.persons = sv_file_join(fixture.folder, "persons.json");
    fixture.organisations = sv_file_join(fixture.folder, "organisations.json");
    fixture.old_json = sv_file_join(fixture.old_folder, "kaart.json");
    put_file(fixture.folder, "vrienden.edges.csv", edges);
    put_file(fixture.folder, "vrienden.nodes.csv", nodes);
    put_file(fixture.folder, "persons.json", persons);
    put_file(fixture.folder, "organisations.json", organisations);
}

static int set_up(void **state)
{
    (void)state;
    make_files();
    sv_problems_init(&fixture.problems);
    assert_int_equal(sv_map_read((const char *const[]){"data/buurthuis"}, 1, &fixture.map, NULL, NULL), SV_OK);
    assert_int_equal(sv_map_write(fixture.map, fixture.json, NULL, NULL), SV_OK);
    fixture.faulty = map_of(faulty, &fixture.problems);
    assert_true(fixture.problems.errors > 5);
    fixture.other = map_of(alike, NULL);
    fixture.network = network_of(fixture.map, NULL);
    fixture.scores = scores_of(fixture.network);
    sv_text_add(&fixture.old_files, "[Actoren.csv]\nnaam\nDe vorige\n\n[Agenda.csv]\ndatum;titel\n1-1-2026;Nieuwjaar\n\n");
    assert_int_equal(write_folder(&fixture.new_files, NULL), SV_OK);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sv_scores_free(fixture.scores);
    sv_network_free(fixture.network);
    sv_map_free(fixture.map);
    sv_map_free(fixture.faulty);
    sv_map_free(fixture.other);
    sv_problems_clear(&fixture.problems);
    remove_folder(fixture.folder);
    remove_folder(fixture.old_folder);
    free(fixture.json);
    free(fixture.edges);
    free(fixture.nodes);
    free(fixture.persons);
    free(fixture.organisations);
    free(fixture.old_json);
    sv_text_clear(&fixture.new_files);
    sv_text_clear(&fixture.old_files);
    return 0;
}

#define TORTURE(attempt) {#attempt, torture, NULL, NULL, (try *[]){attempt}}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TORTURE(read_folder), TORTURE(read_json), TORTURE(read_edges), TORTURE(read_edges_and_nodes),
        TORTURE(read_register), TORTURE(check), TORTURE(team_edition), TORTURE(public_edition), TORTURE(faulty_edition),
        TORTURE(find_stances), TORTURE(merge), TORTURE(join), TORTURE(find_duplicates), TORTURE(make_network),
        TORTURE(make_scores), TORTURE(rank), TORTURE(report_table), TORTURE(report_csv), TORTURE(report_json),
        TORTURE(report_faults_table), TORTURE(report_faults_json), TORTURE(make_example), TORTURE(write_json),
        TORTURE(write_folder), TORTURE(write_new_folder), cmocka_unit_test(short_writes_lose_nothing),
        cmocka_unit_test(files_are_flushed_before_they_count),
    };
    return cmocka_run_group_tests_name("torture", tests, set_up, tear_down);
}
