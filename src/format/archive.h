/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Archive: the ZIP file that a workbook is, read entry by entry under limits. Nothing that the archive says
 * about its own sizes is believed: bytes are counted as they come out.
 */
#ifndef SV_FORMAT_ARCHIVE_H
#define SV_FORMAT_ARCHIVE_H

#include <speelveld/base.h>

#define SV_ARCHIVE_ENTRIES 10000

typedef struct sv_archive sv_archive;

/* How many times smaller the XML of a workbook becomes at most: measured are 12 for .xlsx and 50 for .ods. */
enum { SV_SHRINKS_XLSX = 20, SV_SHRINKS_ODS = 64 };
/* How many bytes may come out of a file of n bytes that shrinks so: 16 MiB in any case. */
size_t sv_archive_limit(size_t n, size_t shrinks);

/* Open n bytes, borrowed (with the file's name) until the archive is closed. What is no whole ZIP file is SV_E_WORKBOOK_DAMAGED. */
sv_status sv_archive_open(const char *bytes, size_t n, size_t shrinks, const char *file, sv_archive **archive, sv_error *error);
void sv_archive_close(sv_archive *archive);

/* True when there is an entry of this name; case counts, as it does in workbooks. */
bool sv_archive_has(const sv_archive *archive, const char *name);

/* The name of entry i, counted from 0; NULL behind the last. Borrowed from the archive. */
const char *sv_archive_name(const sv_archive *archive, size_t i);

/* Begin reading an entry; one at a time. SV_E_WORKBOOK_PART when it is not there. */
sv_status sv_archive_start(sv_archive *archive, const char *name, sv_error *error);
/*
 * Its next bytes, at most `size`: their number, 0 at its end, -1 on a fault, told in `error`: a wrong checksum,
 * damaged data, or more bytes out of the archive as a whole than a workbook of its size can hold.
 */
ptrdiff_t sv_archive_read(sv_archive *archive, char *buffer, size_t size, sv_error *error);
void sv_archive_stop(sv_archive *archive);

#endif
