/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_vfs.h - a way to the disk that counts, watches and fails.
 *
 * An SQLite VFS over the system's own: every call that can lose something
 * (and, when asked, every read) is counted; the k-th fails as told, once or
 * from there on, or ends the process there and then.  Any number may be made;
 * each has a name of its own for StoreWish.vfs.
 *
 *     StoreVfs *vfs = store_vfs_open("failing");
 *     store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_EIO, .call = k});
 */
#pragma once

#include "base/base.h"

typedef struct StoreVfs StoreVfs;

typedef enum {
    VFS_OP_OPEN,
    VFS_OP_READ,
    VFS_OP_WRITE,
    VFS_OP_SYNC,
    VFS_OP_TRUNCATE,
    VFS_OP_DELETE,
    VFS_OP_COUNT
} StoreVfsOp;

typedef enum {
    VFS_FINE,
    VFS_EIO,     /* the call fails and does nothing */
    VFS_NO_ROOM, /* writes, truncates and opens say that the disk is full */
    VFS_SHORT,   /* half of a write reaches the file, then EIO */
    VFS_LATE,    /* the call is carried out whole, then says EIO */
    VFS_EXIT     /* _exit(77) before the call */
} StoreVfsKind;

typedef struct {
    StoreVfsKind kind;
    uint64_t call;  /* the k-th counted call from now, 1.. */
    bool on_and_on; /* and every one after it */
    uint32_t ops;   /* bits of StoreVfsOp that count; 0: all but reads */
} StoreVfsFault;

StoreVfs *store_vfs_open(const char *name); /* `name` outlives it */
void store_vfs_close(StoreVfs *vfs);

void store_vfs_arm(StoreVfs *vfs, StoreVfsFault fault); /* counts from 0 */
uint64_t store_vfs_calls(const StoreVfs *vfs); /* counted since armed */
bool store_vfs_fired(const StoreVfs *vfs);

/* Every counted call, before it is carried out: for models of a disk. */
typedef void StoreVfsWatch(void *context, StoreVfsOp op, const char *path,
                           int64_t offset, Str bytes);
void store_vfs_watch(StoreVfs *vfs, StoreVfsWatch *watch, void *context);
