/* SPDX-License-Identifier: Apache-2.0 */
#include "crash_vfs.h"

#include "base/file.h"
#include "base/vec.h"
#include "store_vfs.h"

#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MOST = 4, SECTOR = 512, IMAGE_MOST = 1 << 22 };

typedef struct {
    Str path;
    bool there;   /* by its name, as the system shows it now */
    bool unnamed; /* its first sync is to sync the folder too */
} File;

typedef struct {
    StoreVfsOp op;
    uint32_t file;
    bool folder; /* a sync of the folder too */
    size_t at;   /* offset, or new size */
    Str bytes;
} Call;

struct CrashVfs {
    StoreVfs *vfs;
    Arena *arena;
    pthread_mutex_t lock;
    File files[FILES_MOST];
    uint32_t file_count;
    VEC(Call) calls;
    char *room; /* for one image */
};

/* ---- what was done --------------------------------------------------------
 */

static uint32_t file_of(CrashVfs *d, Str path)
{
    for (uint32_t i = 0; i < d->file_count; i++) {
        if (str_is(d->files[i].path, path)) return i;
    }
    CHECK(d->file_count < FILES_MOST);
    d->files[d->file_count].path = str_copy(d->arena, path);
    return d->file_count++;
}

static bool is_log(Str path)
{
    return str_ends(path, STR("-wal")) || str_ends(path, STR("-journal"));
}

/* An open of what is there changes nothing on the disk. */
static void note(CrashVfs *d, Call call)
{
    File *file = &d->files[call.file];
    if (call.op == VFS_OP_OPEN) {
        file->unnamed = is_log(file->path);
        if (file->there) return;
    }
    if (call.op == VFS_OP_OPEN) file->there = true;
    if (call.op == VFS_OP_DELETE) file->there = false;
    if (call.op == VFS_OP_SYNC) {
        call.folder = file->unnamed;
        file->unnamed = false;
    }
    VEC_PUSH(d->arena, &d->calls, call);
}

static void watch(void *context, StoreVfsOp op, const char *path,
                  int64_t offset, Str bytes)
{
    CrashVfs *d = context;
    CHECK(pthread_mutex_lock(&d->lock) == 0);
    note(d, (Call){.op = op,
                   .file = file_of(d, str_of(path)),
                   .at = (size_t)offset,
                   .bytes = str_copy(d->arena, bytes)});
    CHECK(pthread_mutex_unlock(&d->lock) == 0);
}

CrashVfs *crash_vfs_open(const char *name)
{
    Arena *arena = arena_open(1 << 20);
    CrashVfs *d = NEW(arena, CrashVfs, 1);
    d->arena = arena;
    d->room = NEW(arena, char, IMAGE_MOST);
    CHECK(pthread_mutex_init(&d->lock, NULL) == 0);
    d->vfs = store_vfs_open(name);
    store_vfs_watch(d->vfs, watch, d);
    return d;
}

void crash_vfs_close(CrashVfs *disk)
{
    store_vfs_close(disk->vfs);
    (void)pthread_mutex_destroy(&disk->lock);
    arena_close(disk->arena);
}

size_t crash_vfs_calls(CrashVfs *disk)
{
    CHECK(pthread_mutex_lock(&disk->lock) == 0);
    size_t count = disk->calls.count;
    CHECK(pthread_mutex_unlock(&disk->lock) == 0);
    return count;
}

/* ---- what is left ---------------------------------------------------------
 */

typedef struct {
    CrashHow how;
    Rand *rand;
    char *bytes;
    size_t len;
    bool there;
} Image;

static bool chance(Image *im)
{
    if (im->how == CRASH_NONE || im->how == CRASH_ALL)
        return im->how == CRASH_ALL;
    return rand_chance(im->rand, 500);
}

/* What is skipped on the way to the end of a file reads as zeros. */
static void put(Image *im, size_t at, Str bytes)
{
    size_t end = at + bytes.len;
    CHECK(end <= IMAGE_MOST);
    if (at > im->len) memset(im->bytes + im->len, 0, at - im->len);
    memcpy(im->bytes + at, bytes.ptr, bytes.len);
    if (end > im->len) im->len = end;
}

static void put_sectors(Image *im, size_t at, Str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        size_t piece = SECTOR - (at + done) % SECTOR;
        if (piece > bytes.len - done) piece = bytes.len - done;
        if (chance(im))
            put(im, at + done, str_slice(bytes, done, done + piece));
        done += piece;
    }
}

static void cut_to(Image *im, size_t size)
{
    CHECK(size <= IMAGE_MOST);
    if (size > im->len) memset(im->bytes + im->len, 0, size - im->len);
    im->len = size;
}

static void carry_out(Image *im, const Call *call, bool settled)
{
    if (call->op == VFS_OP_SYNC) return;
    if (call->op == VFS_OP_WRITE && !settled && im->how == CRASH_TORN)
        put_sectors(im, call->at, call->bytes);
    else if (!settled && !chance(im))
        return;
    else if (call->op == VFS_OP_WRITE)
        put(im, call->at, call->bytes);
    else if (call->op == VFS_OP_TRUNCATE)
        cut_to(im, call->at);
    else
        im->there = call->op == VFS_OP_OPEN;
    if (call->op == VFS_OP_DELETE && !im->there) im->len = 0;
}

static bool is_name(const Call *call)
{
    return call->op == VFS_OP_OPEN || call->op == VFS_OP_DELETE;
}

/* How many of the first `at` calls a sync of the file, or of the folder,
 * has settled. */
static size_t settled_before(const CrashVfs *d, size_t at, uint32_t file,
                             bool folder)
{
    for (size_t i = at; i > 0; i--) {
        const Call *call = &d->calls.at[i - 1];
        if (call->op != VFS_OP_SYNC) continue;
        if (folder ? call->folder : call->file == file) return i;
    }
    return 0;
}

static void make_image(const CrashVfs *d, size_t at, uint32_t file, Image *im)
{
    size_t synced = settled_before(d, at, file, false);
    size_t named = settled_before(d, at, file, true);
    im->len = 0;
    im->there = false;
    for (size_t i = 0; i < at; i++) {
        const Call *call = &d->calls.at[i];
        if (call->file != file) continue;
        carry_out(im, call, i < (is_name(call) ? named : synced));
    }
}

static const char *path_in(Arena *tmp, const char *folder, Str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    Str name = str_slice(path, start, path.len);
    return file_path(tmp, folder, str_c(tmp, name));
}

static void place(const char *path, const Image *im)
{
    (void)unlink(path);
    if (!im->there) return;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    CHECK(fd >= 0);
    CHECK(write(fd, im->bytes, im->len) == (ssize_t)im->len);
    CHECK(close(fd) == 0);
}

/* The map of the log lives in memory: nothing is left of it. */
void crash_vfs_cut(CrashVfs *disk, size_t at, CrashHow how, Rand *rand,
                   const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Image im = {.how = how, .rand = rand, .bytes = disk->room};
    CHECK(at <= disk->calls.count);
    for (uint32_t f = 0; f < disk->file_count; f++) {
        make_image(disk, at, f, &im);
        place(path_in(tmp, folder, disk->files[f].path), &im);
    }
    (void)unlink(file_path(tmp, folder, "tata-kerja.db-shm"));
}
