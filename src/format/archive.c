/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Archive: reading the entries of a ZIP file with libzip, under limits of our own. */
#include "archive.h"

#include "../base/language.h"
#include "../base/memory.h"

#include <zip.h>

#include <stdlib.h>
#include <string.h>

enum { always_allowed = 16 << 20 };

struct sv_archive {
    const char *file;
    zip_t *zip;
    zip_file_t *entry;
    size_t left; /* bytes that may still come out */
};

size_t sv_archive_limit(size_t n, size_t shrinks)
{
    return n > (SIZE_MAX - always_allowed) / shrinks ? SIZE_MAX : n * shrinks + always_allowed;
}

/* A fault of libzip in our words; its own texts are for programmers. */
static sv_status zip_fault(sv_error *error, const char *file, zip_error_t *fault)
{
    const char *cause;
    switch (zip_error_code_zip(fault)) {
    case ZIP_ER_MEMORY: return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return sv_error_set(error, SV_E_WORKBOOK_LOCKED, file, NULL);
    case ZIP_ER_CRC: cause = SV_TR("a checksum is wrong"); break;
    case ZIP_ER_NOZIP:
    case ZIP_ER_INCONS: cause = SV_TR("it is not a whole ZIP file; perhaps it was cut off while copying"); break;
    case ZIP_ER_COMPNOTSUPP: cause = SV_TR("it is compressed in a way that workbooks are not"); break;
    default: cause = SV_TR("a part of it cannot be unpacked"); break;
    }
    return sv_error_set(error, SV_E_WORKBOOK_DAMAGED, file, cause);
}

/* The entries that stand in the archive's table of contents, counted in the bytes: their declared number may be anything. */
static size_t count_entries(const char *bytes, size_t n)
{
    const char *at = bytes, *end = bytes + n;
    size_t count = 0;
    while (count <= SV_ARCHIVE_ENTRIES && (at = memmem(at, (size_t)(end - at), "PK\1\2", 4)) != NULL) {
        at += 4;
        count++;
    }
    return count;
}

sv_status sv_archive_open(const char *bytes, size_t n, size_t shrinks, const char *file, sv_archive **result, sv_error *error)
{
    zip_error_t fault;
    zip_source_t *source;
    sv_archive *archive;
    sv_status status = SV_OK;
    *result = NULL;
    if (count_entries(bytes, n) > SV_ARCHIVE_ENTRIES)
        return sv_error_set(error, SV_E_TOO_MANY, SV_TR("files in the workbook"), "10000");
    archive = sv_alloc(1, sizeof *archive);
    if (!archive)
        return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
    archive->file = file;
    archive->left = sv_archive_limit(n, shrinks);
    zip_error_init(&fault);
    source = zip_source_buffer_create(bytes, n, 0, &fault);
    archive->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &fault) : NULL;
    if (!archive->zip) {
        status = zip_fault(error, file, &fault);
        if (source)
            zip_source_free(source);
        free(archive);
        archive = NULL;
    }
    zip_error_fini(&fault);
    *result = archive;
    return status;
}

void sv_archive_close(sv_archive *archive)
{
    if (!archive)
        return;
    sv_archive_stop(archive);
    zip_discard(archive->zip);
    free(archive);
}

bool sv_archive_has(const sv_archive *archive, const char *name)
{
    return zip_name_locate(archive->zip, name, 0) >= 0;
}

const char *sv_archive_name(const sv_archive *archive, size_t i)
{
    return zip_get_name(archive->zip, i, 0);
}

sv_status sv_archive_start(sv_archive *archive, const char *name, sv_error *error)
{
    zip_error_t *fault;
    sv_archive_stop(archive);
    archive->entry = zip_fopen(archive->zip, name, 0);
    if (archive->entry)
        return SV_OK;
    fault = zip_get_error(archive->zip);
    if (zip_error_code_zip(fault) == ZIP_ER_NOENT)
        return sv_error_set(error, SV_E_WORKBOOK_PART, archive->file, name);
    return zip_fault(error, archive->file, fault);
}

ptrdiff_t sv_archive_read(sv_archive *archive, char *buffer, size_t size, sv_error *error)
{
    zip_int64_t n = zip_fread(archive->entry, buffer, size);
    if (n < 0) {
        (void)zip_fault(error, archive->file, zip_file_get_error(archive->entry));
        return -1;
    }
    if ((size_t)n > archive->left) {
        (void)sv_error_set(error, SV_E_WORKBOOK_SWELLS, archive->file, NULL);
        return -1;
    }
    archive->left -= (size_t)n;
    return (ptrdiff_t)n;
}

void sv_archive_stop(sv_archive *archive)
{
    if (archive->entry)
        zip_fclose(archive->entry);
    archive->entry = NULL;
}
