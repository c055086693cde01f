/* SPDX-License-Identifier: MIT */
/* Files: read whole with a stated limit, written whole or not at all. */
#ifndef SV_BASE_FILE_H
#define SV_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <speelveld/base.h>

#define SV_FILE_LIMIT ((size_t)1 << 30)

/* The whole file as bytes with a NUL behind them; "-" is standard input. Caller frees. More than `limit` bytes is SV_E_FILE_TOO_LARGE. */
sv_status sv_file_read(const char *path, size_t limit, char **bytes, size_t *length, sv_error *error);

/* Write n bytes to path: a temporary file beside it, fsync, rename. On any fault the old file stands as it was. "-" is standard output. */
sv_status sv_file_write(const char *path, const char *bytes, size_t n, sv_error *error);

bool sv_file_is_folder(const char *path);
bool sv_file_exists(const char *path);
/* True for what is neither a plain file nor a folder: a device, a pipe. */
bool sv_file_is_device(const char *path);
/* True when both stand there and are one file or folder, also by another name. */
bool sv_file_is_same(const char *a, const char *b);
/* The last part of a path. Borrowed from path. */
const char *sv_file_name(const char *path);
/* folder + "/" + name, freed by the caller; NULL without memory. */
char *sv_file_join(const char *folder, const char *name);
/* Names in a folder in byte order, without "." and ".."; freed by sv_file_list_free. */
sv_status sv_file_list(const char *folder, char ***names, size_t *n, sv_error *error);
void sv_file_list_free(char **names, size_t n);
/* Make a folder; one that already stands there is fine. */
sv_status sv_file_make_folder(const char *path, sv_error *error);

#endif
