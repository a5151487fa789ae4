/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kill_work.h - the reference workload of the kill and power-cut tests, and
 * what must be so afterwards, wherever it was cut off.
 *
 * Items are numbered from 1, and item n is always the same intent, by n % 8:
 *   1  a check-in, sent twice     4     a report with a document of two pages
 *   2  a check-in and the check-out,    7  the erasure of item n - 4
 *      as one intent              others: a check-in; after 0 the same thread
 *   3  a check-in, erased by 7            sends some thread's 1 again
 * Every item is about a person of its own, so that a tally is a count.
 */
#pragma once

#include "store_case.h"

enum { KILL_BLOCK = 8 };

typedef struct {
    uint32_t item;
    Receipt receipt;
} KillAck;

/* Told as soon as store_write has returned, in the thread that sent. */
typedef void KillHear(void *context, const KillAck *ack);

typedef struct {
    const char *folder, *vfs;
    uint32_t blocks_before, blocks; /* items are KILL_BLOCK times as many */
    uint32_t threads;               /* each takes every threads-th block */
    StoreGuard *guard;              /* of every intent; or NULL */
    KillHear *hear;
    void *context;
} KillWork;

/* Open, send all, close.  False when anything was refused, or a retry was
 * answered with another receipt. */
bool kill_work_run(const KillWork *work);

/* ---- afterwards ----------------------------------------------------------
 */

/* What can be found wrong; all zero: nothing. */
#define KILL_FOUND(X)                                                       \
    X(shut)  /* stores that do not open or cannot be read */                \
    X(lost)  /* acknowledged items that are not there */                    \
    X(twice) /* facts that are there more than once, or that nobody sent */ \
    X(half)  /* intents of which a part is there */                         \
    X(other) /* retries that were refused, or gave another receipt */       \
    X(tally) /* cells of the board that a scan does not give */             \
    X(fault) /* what store_verify found */

typedef struct {
#define X(name) uint64_t name;
    KILL_FOUND(X)
#undef X
} KillFound;

typedef struct {
    const char *folder;
    uint32_t items; /* 1 .. items may be there */
    const KillAck *acks;
    size_t ack_count;
    bool go_on; /* send all the others too, and look again */
} KillCheck;

/* Open with the plain VFS, look, retry what was acknowledged; adds to *found.
 */
void kill_work_check(const KillCheck *check, KillFound *found);
bool kill_work_clean(const KillFound *found);
void kill_work_print(const char *what, const KillFound *found);

/* ---- of both files -------------------------------------------------------
 */

typedef struct {
    Fact facts[2];
    DocumentPut document;
    Intent intent;
} KillItem;

void kill_work_item(Arena *arena, uint32_t item, KillItem *out);
FactId kill_work_id(uint32_t item, uint32_t part);
bool kill_work_same(const Receipt *a, const Receipt *b); /* but for `again` */

/* A folder for this run, in memory where the system has such; removed at the
 * end.  What is cut off here loses nothing by itself: a killed process leaves
 * its writes to the system, and power cuts are made by crash_vfs.h. */
const char *kill_work_folder(void);
/* Make it empty, or take it away. */
void kill_work_wipe(const char *folder);
