/* SPDX-License-Identifier: Apache-2.0 */
#include "store_vfs.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_CODE = 77, PATH_ROOM = 512 };

struct StoreVfs {
    sqlite3_vfs vfs; /* first */
    sqlite3_vfs *real;
    StoreVfsFault fault;
    atomic_uint_fast64_t calls;
    atomic_bool fired;
    StoreVfsWatch *watch;
    void *context;
};

/* A file of ours; the real one's bytes come behind it. */
typedef struct {
    sqlite3_file file; /* first */
    StoreVfs *vfs;
    sqlite3_file *real;
    char path[PATH_ROOM];
} VfsFile;

static VfsFile *ours(sqlite3_file *file)
{
    return (VfsFile *)(void *)file;
}

static StoreVfs *vfs_of(sqlite3_vfs *vfs)
{
    return (StoreVfs *)(void *)vfs;
}

/* ---- counting and failing -------------------------------------------------
 */

static bool counts(const StoreVfs *v, StoreVfsOp op)
{
    uint32_t all = (1U << VFS_OP_COUNT) - 1 - (1U << VFS_OP_READ);
    return (((v->fault.ops == 0 ? all : v->fault.ops) >> op) & 1) != 0;
}

/* What this call is to do. */
static StoreVfsKind next_call(StoreVfs *v, StoreVfsOp op, const char *path,
                              int64_t offset, Str bytes)
{
    if (!counts(v, op)) return VFS_FINE;
    uint64_t call = atomic_fetch_add(&v->calls, 1) + 1;
    if (v->watch != NULL) v->watch(v->context, op, path, offset, bytes);
    bool due =
        v->fault.kind != VFS_FINE &&
        (call == v->fault.call || (v->fault.on_and_on && call > v->fault.call));
    if (!due) return VFS_FINE;
    if (v->fault.kind == VFS_EXIT) _exit(EXIT_CODE);
    atomic_store(&v->fired, true);
    return v->fault.kind;
}

static int code_of(StoreVfsKind kind, int eio)
{
    return kind == VFS_NO_ROOM ? SQLITE_FULL : eio;
}

/* ---- files ----------------------------------------------------------------
 */

static int file_close(sqlite3_file *file)
{
    VfsFile *f = ours(file);
    return f->real->pMethods->xClose(f->real);
}

static int file_read_at(sqlite3_file *file, void *to, int len,
                        sqlite3_int64 offset)
{
    VfsFile *f = ours(file);
    StoreVfsKind kind =
        next_call(f->vfs, VFS_OP_READ, f->path, offset, STR(""));
    if (kind != VFS_FINE) return SQLITE_IOERR_READ;
    return f->real->pMethods->xRead(f->real, to, len, offset);
}

static int file_write_at(sqlite3_file *file, const void *from, int len,
                         sqlite3_int64 offset)
{
    VfsFile *f = ours(file);
    const sqlite3_io_methods *real = f->real->pMethods;
    Str bytes = {from, (size_t)len};
    StoreVfsKind kind = next_call(f->vfs, VFS_OP_WRITE, f->path, offset, bytes);
    if (kind == VFS_FINE) return real->xWrite(f->real, from, len, offset);
    if (kind == VFS_SHORT) (void)real->xWrite(f->real, from, len / 2, offset);
    if (kind == VFS_LATE) (void)real->xWrite(f->real, from, len, offset);
    return code_of(kind, SQLITE_IOERR_WRITE);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    VfsFile *f = ours(file);
    StoreVfsKind kind =
        next_call(f->vfs, VFS_OP_TRUNCATE, f->path, size, STR(""));
    if (kind == VFS_FINE || kind == VFS_LATE) {
        int code = f->real->pMethods->xTruncate(f->real, size);
        if (kind == VFS_FINE) return code;
    }
    return code_of(kind, SQLITE_IOERR_TRUNCATE);
}

/* A full disk is said by a sync too, where room is found late: EIO then. */
static int file_sync_all(sqlite3_file *file, int flags)
{
    VfsFile *f = ours(file);
    StoreVfsKind kind = next_call(f->vfs, VFS_OP_SYNC, f->path, 0, STR(""));
    if (kind == VFS_FINE || kind == VFS_LATE || kind == VFS_NO_ROOM) {
        int code = f->real->pMethods->xSync(f->real, flags);
        if (kind != VFS_LATE) return code;
    }
    return SQLITE_IOERR_FSYNC;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return ours(file)->real->pMethods->xFileSize(ours(file)->real, size);
}

static int file_lock(sqlite3_file *file, int level)
{
    return ours(file)->real->pMethods->xLock(ours(file)->real, level);
}

static int file_unlock(sqlite3_file *file, int level)
{
    return ours(file)->real->pMethods->xUnlock(ours(file)->real, level);
}

static int file_reserved(sqlite3_file *file, int *out)
{
    sqlite3_file *real = ours(file)->real;
    return real->pMethods->xCheckReservedLock(real, out);
}

static int file_control(sqlite3_file *file, int op, void *arg)
{
    return ours(file)->real->pMethods->xFileControl(ours(file)->real, op, arg);
}

static int file_sector(sqlite3_file *file)
{
    return ours(file)->real->pMethods->xSectorSize(ours(file)->real);
}

static int file_device(sqlite3_file *file)
{
    sqlite3_file *real = ours(file)->real;
    return real->pMethods->xDeviceCharacteristics(real);
}

static int file_shm_map(sqlite3_file *file, int page, int size, int extend,
                        void volatile **out)
{
    sqlite3_file *real = ours(file)->real;
    return real->pMethods->xShmMap(real, page, size, extend, out);
}

static int file_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
    sqlite3_file *real = ours(file)->real;
    return real->pMethods->xShmLock(real, offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *file)
{
    ours(file)->real->pMethods->xShmBarrier(ours(file)->real);
}

static int file_shm_unmap(sqlite3_file *file, int delete)
{
    return ours(file)->real->pMethods->xShmUnmap(ours(file)->real, delete);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read_at,
    .xWrite = file_write_at,
    .xTruncate = file_truncate,
    .xSync = file_sync_all,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
    .xShmMap = file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
};

/* ---- the file system ------------------------------------------------------
 */

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
                    int flags, int *out_flags)
{
    StoreVfs *v = vfs_of(vfs);
    VfsFile *f = ours(file);
    const char *shown = path == NULL ? "" : path;
    *f = (VfsFile){.vfs = v, .real = (sqlite3_file *)(void *)(f + 1)};
    (void)strncpy(f->path, shown, PATH_ROOM - 1);
    StoreVfsKind kind = next_call(v, VFS_OP_OPEN, shown, 0, STR(""));
    if (kind != VFS_FINE) return code_of(kind, SQLITE_CANTOPEN);
    memset(f->real, 0, (size_t)v->real->szOsFile);
    int code = v->real->xOpen(v->real, path, f->real, flags, out_flags);
    if (f->real->pMethods != NULL) f->file.pMethods = &methods;
    return code;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
    StoreVfs *v = vfs_of(vfs);
    StoreVfsKind kind = next_call(v, VFS_OP_DELETE, path, 0, STR(""));
    if (kind != VFS_FINE) return SQLITE_IOERR_DELETE;
    return v->real->xDelete(v->real, path, sync);
}

static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
    sqlite3_vfs *real = vfs_of(vfs)->real;
    return real->xAccess(real, path, flags, out);
}

static int vfs_full_path(sqlite3_vfs *vfs, const char *path, int room,
                         char *out)
{
    sqlite3_vfs *real = vfs_of(vfs)->real;
    return real->xFullPathname(real, path, room, out);
}

static int vfs_random(sqlite3_vfs *vfs, int len, char *out)
{
    return vfs_of(vfs)->real->xRandomness(vfs_of(vfs)->real, len, out);
}

static int vfs_sleep(sqlite3_vfs *vfs, int us)
{
    return vfs_of(vfs)->real->xSleep(vfs_of(vfs)->real, us);
}

static int vfs_last_error(sqlite3_vfs *vfs, int room, char *out)
{
    return vfs_of(vfs)->real->xGetLastError(vfs_of(vfs)->real, room, out);
}

static int vfs_time(sqlite3_vfs *vfs, sqlite3_int64 *out)
{
    return vfs_of(vfs)->real->xCurrentTimeInt64(vfs_of(vfs)->real, out);
}

StoreVfs *store_vfs_open(const char *name)
{
    StoreVfs *v = calloc(1, sizeof *v);
    CHECK(v != NULL);
    v->real = sqlite3_vfs_find(NULL);
    v->vfs = (sqlite3_vfs){
        .iVersion = 2,
        .szOsFile = (int)sizeof(VfsFile) + v->real->szOsFile,
        .mxPathname = PATH_ROOM - 1,
        .zName = name,
        .xOpen = vfs_open,
        .xDelete = vfs_delete,
        .xAccess = vfs_access,
        .xFullPathname = vfs_full_path,
        .xRandomness = vfs_random,
        .xSleep = vfs_sleep,
        .xGetLastError = vfs_last_error,
        .xCurrentTimeInt64 = vfs_time,
    };
    CHECK(sqlite3_vfs_register(&v->vfs, 0) == SQLITE_OK);
    return v;
}

void store_vfs_close(StoreVfs *vfs)
{
    (void)sqlite3_vfs_unregister(&vfs->vfs);
    free(vfs);
}

void store_vfs_arm(StoreVfs *vfs, StoreVfsFault fault)
{
    vfs->fault = fault;
    atomic_store(&vfs->calls, 0);
    atomic_store(&vfs->fired, false);
}

uint64_t store_vfs_calls(const StoreVfs *vfs)
{
    return atomic_load(&vfs->calls);
}

bool store_vfs_fired(const StoreVfs *vfs)
{
    return atomic_load(&vfs->fired);
}

void store_vfs_watch(StoreVfs *vfs, StoreVfsWatch *watch, void *context)
{
    vfs->watch = watch;
    vfs->context = context;
}
