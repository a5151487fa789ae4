/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_part.h - inside of a Store, for the files of this folder only.
 */
#pragma once

#include "store/mark.h"
#include "store/scribe.h"
#include "store/store_test.h"

#include <pthread.h>

enum { READERS_MOST = 128 };

/* Reading connections: each is with one thread at a time. */
typedef struct {
    pthread_mutex_t lock;
    Db *idle[READERS_MOST];
    size_t idle_count, open;
} Readers;

struct Store {
    Arena *arena;
    const Backend *backend;
    const char *folder, *vfs;
    int lock; /* -1 when it does not write */
    atomic_bool failed;
    RowCodec codec;
    JournalKeys keys;
    Readers readers;
    Marks marks;
    Scribe *scribe; /* NULL when it does not write */
    pthread_mutex_t seals;
    pthread_mutex_t evidence; /* who puts, and who sweeps */
    StoreClock *clock;
    void *clock_context;
};

Instant store_now(Store *store);

/* The same sentence for every writing call of a store that only reads. */
bool store_only_reads(Err *err);
