/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Opening an .xlsx workbook: which part of the archive is which sheet, told by its relationships (ECMA-376
 * part 2), and the texts that its sheets share.
 */
#include "xlsx.h"

#include "../base/language.h"
#include "../base/memory.h"

#include <stdlib.h>
#include <string.h>

/* A relationship of the workbook: an id, and the part that it leads to. */
typedef struct relation {
    char *id, *part;
    bool is_sheet;
} relation;

typedef struct relations {
    relation *items;
    size_t n, capacity;
} relations;

static void clear_relations(relations *all)
{
    for (size_t i = 0; i < all->n; i++) {
        free(all->items[i].id);
        free(all->items[i].part);
    }
    free(all->items);
    *all = (relations){0};
}

static char *copy(const char *text)
{
    return sv_copy_text(text, strlen(text));
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), length = strlen(end);
    return n >= length && strcmp(text + n - length, end) == 0;
}

/* The name in the archive of a target that is told from a part: "worksheets/sheet1.xml" from "xl/workbook.xml". NULL without memory. */
static char *part_name(const char *from, const char *target)
{
    sv_text name = {0};
    const char *slash = strrchr(from, '/');
    if (*target != '/' && slash)
        sv_text_add_n(&name, from, (size_t)(slash - from) + 1);
    target += *target == '/';
    while (*target) {
        size_t n = strcspn(target, "/");
        if (n == 2 && memcmp(target, "..", 2) == 0) { /* one folder up, and never out of the archive */
            while (name.length && name.bytes[--name.length] == '/')
                continue;
            while (name.length && name.bytes[name.length - 1] != '/')
                name.length--;
        } else if (n > 0 && !(n == 1 && *target == '.')) {
            sv_text_add_n(&name, target, n);
            sv_text_add(&name, target[n] ? "/" : "");
        }
        target += n + (target[n] == '/');
    }
    sv_text_add(&name, "");
    if (name.bytes)
        name.bytes[name.length] = '\0';
    if (name.failed)
        sv_text_clear(&name);
    return name.bytes;
}

/* ---- Relationships ---- */

static bool add_relation(sv_book *book, relations *all, sv_xml *xml, const char *from)
{
    relation r = {0};
    char *type = NULL, *target = NULL;
    bool external = false, done = true;
    while (done && sv_xml_next_attribute(xml)) {
        char **to = strcmp(xml->attribute, "Id") == 0       ? &r.id
                    : strcmp(xml->attribute, "Type") == 0   ? &type
                    : strcmp(xml->attribute, "Target") == 0 ? &target
                                                            : NULL;
        if (to && !*to)
            done = (*to = copy(xml->value)) != NULL;
        external |= strcmp(xml->attribute, "TargetMode") == 0 && strcmp(xml->value, "External") == 0;
    }
    if (done && r.id && type && target && !external) {
        char **special = ends_with(type, "/sharedStrings") ? &book->xlsx->strings_part
                         : ends_with(type, "/styles")      ? &book->xlsx->styles_part
                                                           : NULL;
        r.is_sheet = ends_with(type, "/worksheet") || ends_with(type, "/officeDocument");
        r.part = part_name(from, target);
        done = r.part && sv_grow(&all->items, &all->capacity, all->n + 1, sizeof *all->items);
        if (done && special && !*special)
            done = (*special = copy(r.part)) != NULL;
        if (done) {
            all->items[all->n++] = r;
            r = (relation){0};
        }
    }
    free(r.id);
    free(r.part);
    free(type);
    free(target);
    return done;
}

/* The relationships that stand in `entry`, of the part `from`. */
static sv_status read_relations(sv_book *book, const char *entry, const char *from, relations *all, sv_error *error)
{
    sv_xml xml;
    sv_xml_step step;
    sv_status status = sv_xml_open(&xml, book->archive, book->file, entry, error);
    while (status == SV_OK && (step = sv_xml_next(&xml)) != SV_XML_DONE)
        if (step == SV_XML_START && strcmp(xml.name, "Relationship") == 0 && !add_relation(book, all, &xml, from))
            status = sv_no_memory(error);
    if (status == SV_OK)
        status = xml.status;
    sv_xml_close(&xml);
    return status;
}

/* The entry with the relationships of a part: xl/_rels/workbook.xml.rels. NULL without memory. */
static char *relations_of(const char *part)
{
    sv_text name = {0};
    const char *slash = strrchr(part, '/'), *last = slash ? slash + 1 : part;
    sv_text_add_n(&name, part, (size_t)(last - part));
    sv_text_addf(&name, "_rels/%s.rels", last);
    if (name.failed)
        sv_text_clear(&name);
    return name.bytes;
}

/* ---- The workbook part ---- */

static sv_status add_sheet(sv_book *book, const relations *all, sv_xml *xml, sv_error *error)
{
    struct sv_xlsx *xlsx = book->xlsx;
    const relation *found = NULL;
    char *name = NULL, *part;
    sv_status status = SV_OK;
    while (sv_xml_next_attribute(xml)) {
        if (strcmp(xml->attribute, "name") == 0 && !name)
            name = copy(xml->value);
        for (size_t i = 0; i < all->n && strcmp(xml->attribute, "id") == 0; i++)
            if (strcmp(all->items[i].id, xml->value) == 0)
                found = &all->items[i];
    }
    if (!found || !found->is_sheet) { /* a sheet that is a chart has no cells */
        free(name);
        return SV_OK;
    }
    part = copy(found->part);
    if (!name || !part || !sv_grow(&xlsx->parts, &xlsx->parts_capacity, xlsx->n_parts + 1, sizeof *xlsx->parts))
        status = sv_no_memory(error);
    else
        status = sv_book_add_name(book, name, error);
    free(name);
    if (status == SV_OK)
        xlsx->parts[xlsx->n_parts++] = part;
    else
        free(part);
    return status;
}

static bool is_true(const char *value)
{
    return strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0;
}

static sv_status read_workbook(sv_book *book, const char *part, const relations *all, sv_error *error)
{
    sv_xml xml;
    sv_xml_step step;
    sv_status status = sv_xml_open(&xml, book->archive, book->file, part, error);
    while (status == SV_OK && (step = sv_xml_next(&xml)) != SV_XML_DONE) {
        if (step != SV_XML_START)
            continue;
        if (strcmp(xml.name, "workbookPr") == 0) {
            while (sv_xml_next_attribute(&xml))
                if (strcmp(xml.attribute, "date1904") == 0)
                    book->xlsx->from_1904 = is_true(xml.value);
        } else if (strcmp(xml.name, "sheet") == 0) {
            status = add_sheet(book, all, &xml, error);
        }
    }
    if (status == SV_OK)
        status = xml.status;
    sv_xml_close(&xml);
    return status;
}

sv_status sv_xlsx_open(sv_book *book, const char *bytes, size_t n, const char *file, sv_error *error)
{
    relations root = {0}, all = {0};
    const char *part = "xl/workbook.xml";
    char *entry = NULL;
    sv_status status;
    *book = (sv_book){.file = file, .left = sv_archive_limit(n, SV_SHRINKS_XLSX)};
    book->xlsx = sv_alloc(1, sizeof *book->xlsx);
    status = book->xlsx ? sv_archive_open(bytes, n, SV_SHRINKS_XLSX, file, &book->archive, error) : sv_no_memory(error);
    if (status == SV_OK && sv_archive_has(book->archive, "_rels/.rels"))
        status = read_relations(book, "_rels/.rels", "", &root, error);
    for (size_t i = 0; i < root.n; i++)
        if (root.items[i].is_sheet)
            part = root.items[i].part;
    if (status == SV_OK && ends_with(part, ".bin"))
        status = sv_error_set(error, SV_E_FORMAT_LATER, file, SV_TR("an Excel workbook in binary form (.xlsb)"));
    if (status == SV_OK && !(entry = relations_of(part)))
        status = sv_no_memory(error);
    if (status == SV_OK)
        status = read_relations(book, entry, part, &all, error);
    if (status == SV_OK)
        status = read_workbook(book, part, &all, error);
    if (status == SV_OK && book->names.n == 0)
        status = sv_error_set(error, SV_E_WORKBOOK_DAMAGED, file, SV_TR("there is no sheet in it"));
    free(entry);
    clear_relations(&root);
    clear_relations(&all);
    return status;
}

void sv_book_close(sv_book *book)
{
    if (book->xlsx) {
        for (size_t i = 0; i < book->xlsx->n_parts; i++)
            free(book->xlsx->parts[i]);
        free(book->xlsx->parts);
        free(book->xlsx->strings_part);
        free(book->xlsx->styles_part);
        sv_text_clear(&book->xlsx->texts);
        free(book->xlsx->text_at);
        free(book->xlsx->shown);
        free(book->xlsx);
    }
    sv_archive_close(book->archive);
    sv_book_names_clear(&book->names);
    *book = (sv_book){0};
}
