/* SPDX-License-Identifier: Apache-2.0 */
#include "http/workers.h"

#include <pthread.h>

/*
 * A handler needs little: what is large lies in arenas.  The sanitizers widen
 * every frame.
 */
#if defined(__has_feature)
#    if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#        define STACK_BYTES (2 << 20)
#    endif
#endif
#ifndef STACK_BYTES
#    define STACK_BYTES (256 << 10)
#endif

struct Workers {
    Arena *arena;
    WorkersRun *run;
    pthread_mutex_t lock;
    pthread_cond_t work;
    Job *first, **last;
    unsigned queued, most;
    bool closing;
    Gzip *gzip; /* of all */
    pthread_t *threads;
    unsigned count;
};

static void lock(Workers *workers)
{
    CHECK(pthread_mutex_lock(&workers->lock) == 0);
}

static void unlock(Workers *workers)
{
    CHECK(pthread_mutex_unlock(&workers->lock) == 0);
}

bool workers_give(Workers *workers, Job *job)
{
    lock(workers);
    bool room = workers->queued < workers->most;
    if (room) {
        job->next = NULL;
        *workers->last = job;
        workers->last = &job->next;
        workers->queued++;
    }
    unlock(workers);
    /* Outside, so that who wakes finds the lock free. */
    if (room) CHECK(pthread_cond_signal(&workers->work) == 0);
    return room;
}

/* The next job; NULL when there will be none. */
static Job *take(Workers *workers)
{
    lock(workers);
    while (workers->first == NULL && !workers->closing)
        CHECK(pthread_cond_wait(&workers->work, &workers->lock) == 0);
    Job *job = workers->first;
    if (job != NULL) {
        workers->first = job->next;
        if (job->next == NULL) workers->last = &workers->first;
        workers->queued--;
    }
    unlock(workers);
    return job;
}

static void *work(void *given)
{
    Workers *workers = given;
    for (Job *job = NULL; (job = take(workers)) != NULL;)
        workers->run(job, workers->gzip);
    return NULL;
}

static bool start(Workers *workers, unsigned count, Err *err)
{
    pthread_attr_t attr;
    CHECK(pthread_attr_init(&attr) == 0);
    CHECK(pthread_attr_setstacksize(&attr, STACK_BYTES) == 0);
    int failed = 0;
    while (failed == 0 && workers->count < count) {
        pthread_t *thread = &workers->threads[workers->count];
        failed = pthread_create(thread, &attr, work, workers);
        if (failed == 0) workers->count++;
    }
    (void)pthread_attr_destroy(&attr);
    if (failed == 0) return true;
    return FAIL(err, ERR_IO, "only %u threads of %u could be started",
                workers->count, count);
}

bool workers_open(Arena *arena, unsigned count, unsigned waiting,
                  WorkersRun *run, Workers **out, Err *err)
{
    Workers *workers = NEW(arena, Workers, 1);
    *workers = (Workers){.arena = arena, .run = run, .most = waiting};
    workers->last = &workers->first;
    workers->gzip = gzip_open(arena);
    workers->threads = NEW(arena, pthread_t, count);
    CHECK(pthread_mutex_init(&workers->lock, NULL) == 0);
    CHECK(pthread_cond_init(&workers->work, NULL) == 0);
    if (!start(workers, count, err)) {
        workers_close(workers);
        return false;
    }
    *out = workers;
    return true;
}

void workers_rest(Workers *workers)
{
    gzip_rest(workers->gzip);
}

void workers_close(Workers *workers)
{
    lock(workers);
    workers->closing = true;
    CHECK(pthread_cond_broadcast(&workers->work) == 0);
    unlock(workers);
    for (unsigned i = 0; i < workers->count; i++)
        CHECK(pthread_join(workers->threads[i], NULL) == 0);
    gzip_close(workers->gzip);
    CHECK(pthread_cond_destroy(&workers->work) == 0);
    CHECK(pthread_mutex_destroy(&workers->lock) == 0);
}
