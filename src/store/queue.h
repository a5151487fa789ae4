/* SPDX-License-Identifier: Apache-2.0 */
/*
 * queue.h - who waits for the scribe, in the order in which they came.
 *
 * Senders wait on a thread of their own, or are told when their answer is
 * there. Those who wait wake each other, as a tree, so that the scribe goes on
 * at once.
 */
#pragma once

#include "store/commit.h"

#include <pthread.h>
#include <semaphore.h>

enum { QUEUE_BATCH = 1024, QUEUE_PATIENCE_SECONDS = 10 };

typedef struct Pending Pending;

/* What a sender puts into the queue; it lives with the sender, who waits, or
 * until `done` was called. */
struct Pending {
    Pending *next;
    Pending *wakes[2]; /* who is woken by this one */
    StoreDone *done;   /* instead of waking who waits; or NULL */
    void *context;
    const Intent *intent; /* or NULL: a beat */
    const Prepared *prepared;
    Instant beat;
    bool stopping;
    bool taken, refused, fine; /* of the scribe */
    Entry entry;
    Receipt receipt;
    Err err;
    sem_t answered;
};

typedef struct {
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t work;
    Pending *first, **last;
    bool closing;
    bool beaten; /* the last beat taken was not the stop */
} Queue;

void queue_init(Queue *queue);
void queue_done(Queue *queue); /* nobody is in it */

/* ---- senders: any thread ---------------------------------------------------
 */

void queue_put(Queue *queue, Pending *pending);
/* Put it in and wait; after QUEUE_PATIENCE_SECONDS untaken it is answered with
 * ERR_BUSY.  True: it is fine. */
bool queue_serve(Queue *queue, Pending *pending);
/* Out again, answered with ERR_BUSY; false when it was taken. */
bool queue_withdraw(Queue *queue, Pending *pending);
bool queue_has_beaten(Queue *queue);

/* ---- the scribe ------------------------------------------------------------
 */

/* What waits, up to QUEUE_BATCH; NULL after queue_wake, or, `soon`, after a
 * second without any. *end: there is no more to come. */
Pending *queue_take(Queue *queue, bool soon, bool *end);
/* All of a batch: their answers are in them. */
void queue_answer(Arena *tmp, Pending *batch);
/* Have it look: it may get nothing.  From any thread. */
void queue_wake(Queue *queue);
/* No more is put in; what waits is still taken. */
void queue_close(Queue *queue);
