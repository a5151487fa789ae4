/* SPDX-License-Identifier: Apache-2.0 */
#include "store/folder.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refused(Err *err, const char *path, const char *en, const char *id)
{
    char why[128] = "";
    int number = errno;
    bool full = number == ENOSPC || number == EDQUOT;
    if (strerror_r(number, why, sizeof why) != 0)
        (void)snprintf(why, sizeof why, "error %d", number);
    (void)FAIL(err, full ? ERR_FULL : ERR_IO, "cannot %s '%s': %s", en, path,
               why);
    return err_id(err, "'%s' tidak dapat %s: %s", path, id, why);
}

static void close_fd(const int *fd)
{
    if (*fd >= 0) (void)close(*fd);
}

bool folder_sync(const char *path, Err *err)
{
    AUTO(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && (fsync(fd) == 0 || errno == EINVAL)) return true;
    return refused(err, path, "sync", "disinkronkan");
}

static bool sync_parent(const char *path, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    Str whole = str_of(path);
    size_t end = whole.len;
    while (end > 1 && path[end - 1] == '/')
        end--;
    while (end > 0 && path[end - 1] != '/')
        end--;
    Str parent = end == 0 ? STR(".") : str_slice(whole, 0, end);
    return folder_sync(str_c(tmp, parent), err);
}

bool folder_is(const char *path)
{
    struct stat is = {0};
    return stat(path, &is) == 0 && S_ISDIR(is.st_mode);
}

bool folder_make(const char *path, bool fresh, Err *err)
{
    if (mkdir(path, 0700) == 0) return sync_parent(path, err);
    if (errno != EEXIST) return refused(err, path, "make", "dibuat");
    if (!fresh && folder_is(path)) return true;
    (void)FAIL(err, ERR_STALE, "'%s' is there already", path);
    return err_id(err, "'%s' sudah ada", path);
}

bool folder_private(const char *path, Err *err)
{
    struct stat is = {0};
    if (stat(path, &is) != 0) return refused(err, path, "look at", "dilihat");
    if ((is.st_mode & 077) == 0) return true;
    (void)FAIL(err, ERR_IO, "others may look into '%s': chmod 700 '%s'", path,
               path);
    return err_id(err, "orang lain dapat membuka '%s': chmod 700 '%s'", path,
                  path);
}

/* To a neighbour first; then link() refuses what is there, rename() does
 * not. */
bool folder_write_private(const char *path, Str bytes, bool replace, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    const char *part = str_format(tmp, "%s.part", path).ptr;
    (void)unlink(part); /* of a start that was killed here */
    AUTO(close_fd)
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 || !file_put(fd, bytes) || fsync(fd) != 0)
        return refused(err, path, "write", "ditulis");
    bool placed = replace ? rename(part, path) == 0 : link(part, path) == 0;
    if (!placed && errno != EEXIST)
        return refused(err, path, "write", "ditulis");
    if (!replace) (void)unlink(part);
    if (placed) return sync_parent(path, err);
    (void)FAIL(err, ERR_STALE, "'%s' is there already", path);
    return err_id(err, "'%s' sudah ada", path);
}

/* ---- the lock ------------------------------------------------------------ */

static bool held_by_other(int fd, const char *path, Err *err)
{
    char who[32] = "";
    ssize_t got = pread(fd, who, sizeof who - 1, 0);
    who[got > 0 ? strcspn(who, "\n") : 0] = '\0';
    if (who[0] == '\0') { /* it has the lock, and has yet to write its number */
        (void)FAIL(err, ERR_STALE, "another process writes here ('%s' is held)",
                   path);
        return err_id(err, "proses lain sedang menulis di sini ('%s' terkunci)",
                      path);
    }
    (void)FAIL(err, ERR_STALE, "process %s writes here ('%s' is held)", who,
               path);
    return err_id(err, "proses %s sedang menulis di sini ('%s' terkunci)", who,
                  path);
}

bool folder_lock(const char *folder, int *out, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    const char *path = file_path(tmp, folder, "lock");
    char who[32];
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return refused(err, path, "open", "dibuka");
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        (void)(errno == EWOULDBLOCK ? held_by_other(fd, path, err)
                                    : refused(err, path, "lock", "dikunci"));
        (void)close(fd);
        return false;
    }
    int len = snprintf(who, sizeof who, "%ld\n", (long)getpid());
    if (ftruncate(fd, 0) != 0 || pwrite(fd, who, (size_t)len, 0) != len) {
        /* The name is for people; the lock itself is held. */
        (void)len;
    }
    *out = fd;
    return true;
}

void folder_unlock(int lock)
{
    if (lock >= 0) (void)close(lock);
}
