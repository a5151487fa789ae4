/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include "base/clock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the system was asked for, in both languages. */
typedef enum { TO_OPEN, TO_READ, TO_WRITE, TO_LIST } Asked;

/* FAIL with what the system said of the last call. */
static bool refused(Err *err, const char *path, Asked asked)
{
    static const char *const verbs[][2] = {
        [TO_OPEN] = {"open",  "dibuka"  },
        [TO_READ] = {"read",  "dibaca"  },
        [TO_WRITE] = {"write", "ditulis" },
        [TO_LIST] = {"list",  "didaftar"},
    };
    char why[128] = "";
    int number = errno;
    if (strerror_r(number, why, sizeof why) != 0)
        (void)snprintf(why, sizeof why, "error %d", number);
    (void)FAIL(err, ERR_IO, "cannot %s '%s': %s", verbs[asked][0], path, why);
    return err_id(err, "'%s' tidak dapat %s: %s", path, verbs[asked][1], why);
}

static bool too_large(Err *err, const char *path, size_t limit)
{
    (void)FAIL(err, ERR_LIMIT, "'%s' has more than %zu bytes", path, limit);
    return err_id(err, "'%s' lebih besar dari %zu byte", path, limit);
}

static void close_fd(const int *fd)
{
    if (*fd >= 0) (void)close(*fd);
}

static void close_folder(DIR **folder)
{
    if (*folder != NULL) (void)closedir(*folder);
}

/* read(), past interruptions. */
static ssize_t read_some(int fd, char *at, size_t room)
{
    ssize_t got = 0;
    do {
        got = read(fd, at, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

enum { READ_STEP = 64 << 10 };

bool file_read(Arena *arena, const char *path, size_t limit, Str *out, Err *err)
{
    AUTO(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat is = {0};
    if (fd < 0 || fstat(fd, &is) != 0) return refused(err, path, TO_OPEN);
    if (S_ISDIR(is.st_mode)) {
        (void)FAIL(err, ERR_IO, "'%s' is a folder, not a file", path);
        return err_id(err, "'%s' folder, bukan berkas", path);
    }
    if (is.st_size > 0 && (size_t)is.st_size > limit)
        return too_large(err, path, limit);

    /* The size is a hint: pipes have none, and files grow. */
    size_t room = is.st_size > 0 ? (size_t)is.st_size + 1 : READ_STEP;
    char *bytes = NEW(arena, char, room);
    size_t len = 0;
    for (ssize_t got = 0;; len += (size_t)got) {
        if (len == room) {
            char *moved = NEW(arena, char, room * 2);
            memcpy(moved, bytes, len);
            bytes = moved;
            room *= 2;
        }
        got = read_some(fd, bytes + len, room - len);
        if (got < 0) return refused(err, path, TO_READ);
        if (got == 0) break;
        if ((size_t)got > limit - len) return too_large(err, path, limit);
    }
    *out = (Str){bytes, len};
    return true;
}

bool file_put(int fd, Str bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        ssize_t gone = write(fd, bytes.ptr + at, bytes.len - at);
        if (gone < 0 && errno != EINTR) return false;
        if (gone > 0) at += (size_t)gone;
    }
    return true;
}

/* A rename lasts once its folder is synced. */
static bool sync_folder_of(const char *path)
{
    char folder[PATH_MAX] = ".";
    const char *slash = strrchr(path, '/');
    if (slash != NULL) {
        size_t len = slash == path ? 1 : (size_t)(slash - path);
        memcpy(folder, path, len);
        folder[len] = '\0';
    }
    AUTO(close_fd) int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Some file systems cannot sync a folder and say EINVAL: fine. */
    return fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
}

/* Write the neighbour and sync it; `mode` as for open(). */
static bool write_part(const char *part, mode_t mode, Str bytes)
{
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) return false;
    bool wrote = file_put(fd, bytes) && fsync(fd) == 0;
    int why = errno;
    if (close(fd) != 0 && wrote) return false;
    errno = why;
    return wrote;
}

bool file_write(const char *path, Str bytes, Err *err)
{
    char part[PATH_MAX];
    struct stat old = {0};
    int made = snprintf(part, sizeof part, "%s.%llx.part", path,
                        (unsigned long long)clock_monotonic_ns());
    if (made < 0 || (size_t)made >= sizeof part)
        return FAIL(err, ERR_IO, "a path of %zu bytes is too long",
                    strlen(path));
    bool stood = stat(path, &old) == 0;
    if (stood && !S_ISREG(old.st_mode)) {
        (void)FAIL(err, ERR_IO, "'%s' is not a regular file", path);
        return err_id(err, "'%s' bukan berkas biasa", path);
    }

    mode_t mode = stood ? old.st_mode & 0777 : 0666;
    if (!write_part(part, mode, bytes) || rename(part, path) != 0) {
        (void)refused(err, path, TO_WRITE);
        (void)unlink(part);
        return false;
    }
    if (!sync_folder_of(path)) return refused(err, path, TO_WRITE);
    return true;
}

bool file_exists(const char *path)
{
    struct stat is;
    return stat(path, &is) == 0;
}

static int name_order(const void *a, const void *b)
{
    return str_order(*(const Str *)a, *(const Str *)b);
}

bool file_list(Arena *arena, const char *folder, Str suffix, FileNames *out,
               Err *err)
{
    AUTO(close_folder) DIR *open_folder = opendir(folder);
    if (open_folder == NULL) return refused(err, folder, TO_LIST);
    FileNames names = {0};
    for (;;) {
        errno = 0;
        /* One thread per stream, which POSIX allows. */
        const struct dirent *entry = readdir(open_folder); /* NOLINT(*-mt-*) */
        if (entry == NULL) break;
        Str name = str_of(entry->d_name);
        if (name.ptr[0] != '.' && str_ends(name, suffix))
            VEC_PUSH(arena, &names, str_of(str_c(arena, name)));
    }
    if (errno != 0) return refused(err, folder, TO_LIST);
    if (names.count > 1)
        qsort(names.at, names.count, sizeof names.at[0], name_order);
    *out = names;
    return true;
}

const char *file_path(Arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    const char *slash = len > 0 && folder[len - 1] == '/' ? "" : "/";
    return str_format(arena, "%s%s%s", folder, slash, name).ptr;
}
