/* SPDX-License-Identifier: MIT */
/*
 * Files: read whole, with a limit that is kept while reading (sizes that files claim are not believed),
 * and written whole or not at all: a temporary file beside the old one, fsync, rename.
 */
#include "file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "language.h"
#include "memory.h"
#include "text.h"

/* What the system says, so that it can be said in Dutch too. */
static const char *const system_texts[] = {
    SV_TR("No such file or directory"), SV_TR("Permission denied"),     SV_TR("Is a directory"),     SV_TR("Not a directory"),
    SV_TR("No space left on device"),   SV_TR("Read-only file system"), SV_TR("Input/output error"), SV_TR("File name too long"),
    SV_TR("Too many open files"),       SV_TR("Broken pipe"),           SV_TR("Disk quota exceeded"),
};

static const char *system_text(int number)
{
    const char *text = strerror(number);
    for (size_t i = 0; i < sizeof system_texts / sizeof *system_texts; i++)
        if (strcmp(text, system_texts[i]) == 0)
            return system_texts[i];
    return text;
}

static sv_status system_error(sv_error *error, sv_code code, const char *path)
{
    return sv_error_set(error, errno == ENOMEM ? SV_E_MEMORY : code, path, system_text(errno));
}

static sv_status read_all(int file, const char *path, size_t limit, sv_text *text, sv_error *error)
{
    char megabytes[48];
    for (;;) {
        ssize_t n;
        if (!sv_grow(&text->bytes, &text->capacity, text->length + 65536 + 1, 1))
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        n = read(file, text->bytes + text->length, text->capacity - text->length - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return system_error(error, SV_E_FILE_READ, path);
        if (n == 0)
            break;
        text->length += (size_t)n;
        if (text->length > limit) {
            snprintf(megabytes, sizeof megabytes, "%zu MiB", limit >> 20);
            return sv_error_set(error, SV_E_FILE_TOO_LARGE, path, megabytes);
        }
    }
    text->bytes[text->length] = '\0';
    return SV_OK;
}

sv_status sv_file_read(const char *path, size_t limit, char **bytes, size_t *length, sv_error *error)
{
    sv_text text = {0};
    sv_status status;
    bool from_stdin = strcmp(path, "-") == 0;
    int file = from_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return system_error(error, SV_E_FILE_OPEN, path);
    status = read_all(file, path, limit, &text, error);
    if (!from_stdin)
        close(file);
    if (status != SV_OK) {
        sv_text_clear(&text);
        return status;
    }
    *bytes = text.bytes;
    *length = text.length;
    return SV_OK;
}

static bool write_all(int file, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(file, bytes, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        n -= (size_t)written;
    }
    return true;
}

/*
 * A new file beside `path`, with the rights of the file it will replace, else those an ordinary new file has: whoever
 * made a map readable for themselves only should find it so again.
 */
static int open_beside(const char *path, char **temporary)
{
    enum { tries = 100 };
    struct stat old;
    bool there = stat(path, &old) == 0;
    int file = -1;
    sv_text name = {0};
    for (int i = 0; i < tries && file < 0; i++) {
        name.length = 0;
        sv_text_addf(&name, "%s.%ld-%d.part", path, (long)getpid(), i);
        if (name.failed) {
            errno = ENOMEM;
            break;
        }
        file = open(name.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, there ? 0600 : 0666);
        if (file < 0 && errno != EEXIST)
            break;
    }
    if (file < 0) {
        int cause = errno;
        sv_text_clear(&name);
        errno = cause;
        return -1;
    }
    if (there)
        (void)fchmod(file, old.st_mode & 07777);
    *temporary = name.bytes;
    return file;
}

/* A device or a pipe takes bytes as they come; putting a file in its place would destroy it. */
static sv_status write_through(const char *path, const char *bytes, size_t n, sv_error *error)
{
    int file = strcmp(path, "-") == 0 ? STDOUT_FILENO : open(path, O_WRONLY | O_CLOEXEC);
    sv_status status = SV_OK;
    if (file < 0 || !write_all(file, bytes, n))
        status = system_error(error, SV_E_FILE_WRITE, path);
    if (file > STDERR_FILENO)
        close(file);
    return status;
}

/* Replace a plain file, or make one: whole or not at all. */
static sv_status replace(const char *path, const char *bytes, size_t n, sv_error *error)
{
    char *temporary = NULL;
    sv_status status = SV_OK;
    bool whole;
    int file = open_beside(path, &temporary);
    if (file < 0)
        return system_error(error, SV_E_FILE_WRITE, path);
    whole = write_all(file, bytes, n) && fsync(file) == 0;
    if (!whole)
        status = system_error(error, SV_E_FILE_WRITE, path);
    if (close(file) != 0 && whole) {
        whole = false;
        status = system_error(error, SV_E_FILE_WRITE, path);
    }
    if (whole && rename(temporary, path) != 0) {
        whole = false;
        status = system_error(error, SV_E_FILE_WRITE, path);
    }
    if (!whole)
        unlink(temporary);
    free(temporary);
    return status;
}

sv_status sv_file_write(const char *path, const char *bytes, size_t n, sv_error *error)
{
    struct stat itself;
    bool to_stdout = strcmp(path, "-") == 0;
    char *real = NULL;
    sv_status status;
    if (to_stdout || sv_file_is_device(path))
        return write_through(path, bytes, n, error);
    if (lstat(path, &itself) == 0 && S_ISLNK(itself.st_mode))
        real = realpath(path, NULL); /* a link keeps pointing where it did */
    status = replace(real ? real : path, bytes, n, error);
    free(real);
    return status;
}

bool sv_file_is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool sv_file_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0;
}

bool sv_file_is_device(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

bool sv_file_is_same(const char *a, const char *b)
{
    struct stat left, right;
    return stat(a, &left) == 0 && stat(b, &right) == 0 && left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

const char *sv_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *sv_file_join(const char *folder, const char *name)
{
    sv_text path = {0};
    size_t length = strlen(folder);
    sv_text_addf(&path, "%s%s%s", folder, length && folder[length - 1] == '/' ? "" : "/", name);
    if (path.failed) {
        sv_text_clear(&path);
        return NULL;
    }
    return path.bytes;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

sv_status sv_file_list(const char *folder, char ***names, size_t *n, sv_error *error)
{
    char **list = NULL;
    size_t count = 0, capacity = 0;
    struct dirent *entry;
    DIR *open_folder = opendir(folder);
    if (!open_folder)
        return system_error(error, SV_E_FILE_OPEN, folder);
    while ((entry = readdir(open_folder)) != NULL) {
        char *copy;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        copy = sv_copy_text(entry->d_name, strlen(entry->d_name));
        if (!copy || !sv_grow(&list, &capacity, count + 1, sizeof *list)) {
            free(copy);
            sv_file_list_free(list, count);
            closedir(open_folder);
            return sv_error_set(error, SV_E_MEMORY, NULL, NULL);
        }
        list[count++] = copy;
    }
    closedir(open_folder);
    if (count)
        qsort(list, count, sizeof *list, by_bytes);
    *names = list;
    *n = count;
    return SV_OK;
}

void sv_file_list_free(char **names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    free(names);
}

sv_status sv_file_make_folder(const char *path, sv_error *error)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && sv_file_is_folder(path)))
        return SV_OK;
    return system_error(error, SV_E_FILE_WRITE, path);
}
