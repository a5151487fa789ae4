/* SPDX-License-Identifier: Apache-2.0 */
#include "store/queue.h"

#include "base/clock.h"

#include <errno.h>
#include <time.h>

void queue_init(Queue *queue)
{
    pthread_condattr_t attr;
    *queue = (Queue){0};
    queue->last = &queue->first;
    CHECK(pthread_mutex_init(&queue->lock, NULL) == 0);
    CHECK(pthread_condattr_init(&attr) == 0);
    CHECK(pthread_condattr_setclock(&attr, CLOCK_MONOTONIC) == 0);
    CHECK(pthread_cond_init(&queue->work, &attr) == 0);
    (void)pthread_condattr_destroy(&attr);
}

void queue_done(Queue *queue)
{
    (void)pthread_cond_destroy(&queue->work);
    (void)pthread_mutex_destroy(&queue->lock);
}

/* ---- in, and out again ----------------------------------------------------
 */

static void lock(Queue *queue)
{
    CHECK(pthread_mutex_lock(&queue->lock) == 0);
}

static void unlock(Queue *queue)
{
    CHECK(pthread_mutex_unlock(&queue->lock) == 0);
}

void queue_put(Queue *queue, Pending *pending)
{
    lock(queue);
    *queue->last = pending;
    queue->last = &pending->next;
    bool first = queue->first == pending;
    unlock(queue);
    /* Outside, so that the scribe finds the lock free; with others before us
     * it has been told. */
    if (first) CHECK(pthread_cond_signal(&queue->work) == 0);
}

/* Out of the queue again, unless the scribe has it. */
static bool withdraw(Queue *queue, Pending *pending)
{
    bool out = false;
    lock(queue);
    for (Pending **at = &queue->first; !pending->taken && *at != NULL;
         at = &(*at)->next) {
        if (*at != pending) continue;
        *at = pending->next;
        if (pending->next == NULL) queue->last = at;
        out = true;
        break;
    }
    unlock(queue);
    return out;
}

/* sem_timedwait goes by the clock on the wall: so in slices, and the
 * monotonic clock decides. */
static bool wait_slice(Pending *pending)
{
    int64_t until = clock_now().us + 1000000;
    struct timespec slice = {.tv_sec = (time_t)(until / 1000000),
                             .tv_nsec = (long)(until % 1000000) * 1000};
    return sem_timedwait(&pending->answered, &slice) == 0;
}

static bool wait_answer(Queue *queue, Pending *pending)
{
    static const int64_t second = 1000000000;
    int64_t end = clock_monotonic_ns() + QUEUE_PATIENCE_SECONDS * second;
    while (!wait_slice(pending)) {
        if (clock_monotonic_ns() > end && withdraw(queue, pending))
            return false;
    }
    return true;
}

static void wake_others(const Pending *pending)
{
    for (size_t k = 0; k < 2; k++) {
        if (pending->wakes[k] != NULL)
            CHECK(sem_post(&pending->wakes[k]->answered) == 0);
    }
}

static void refuse_late(Pending *pending)
{
    (void)FAIL(&pending->err, ERR_BUSY,
               "the scribe was not free within "
               "%d s; nothing was written: send it once more",
               QUEUE_PATIENCE_SECONDS);
    (void)err_id(&pending->err,
                 "penyimpanan tidak sempat dalam %d detik; "
                 "tidak ada yang ditulis: kirim sekali lagi",
                 QUEUE_PATIENCE_SECONDS);
}

bool queue_serve(Queue *queue, Pending *pending)
{
    CHECK(pending->done == NULL && sem_init(&pending->answered, 0, 0) == 0);
    queue_put(queue, pending);
    if (wait_answer(queue, pending))
        wake_others(pending);
    else
        refuse_late(pending);
    (void)sem_destroy(&pending->answered);
    return pending->fine;
}

bool queue_withdraw(Queue *queue, Pending *pending)
{
    if (!withdraw(queue, pending)) return false;
    refuse_late(pending);
    return true;
}

bool queue_has_beaten(Queue *queue)
{
    lock(queue);
    bool beaten = queue->beaten;
    unlock(queue);
    return beaten;
}

/* ---- the scribe's side ----------------------------------------------------
 */

static void wait_work(Queue *queue, bool soon)
{
    if (!soon) {
        CHECK(pthread_cond_wait(&queue->work, &queue->lock) == 0);
        return;
    }
    int64_t until = clock_monotonic_ns() + 1000000000;
    struct timespec t = {.tv_sec = (time_t)(until / 1000000000),
                         .tv_nsec = (long)(until % 1000000000)};
    int code = pthread_cond_timedwait(&queue->work, &queue->lock, &t);
    CHECK(code == 0 || code == ETIMEDOUT);
}

/* What waits, up to a batch; NULL with *end when there is no more to come. */
Pending *queue_take(Queue *queue, bool soon, bool *end)
{
    lock(queue);
    if (queue->first == NULL && !queue->closing) wait_work(queue, soon);
    Pending *batch = queue->first;
    Pending **at = &queue->first;
    for (int i = 0; i < QUEUE_BATCH && *at != NULL; at = &(*at)->next, i++) {
        (*at)->taken = true;
        if ((*at)->intent == NULL) queue->beaten = !(*at)->stopping;
    }
    queue->first = *at;
    *at = NULL;
    if (queue->first == NULL) queue->last = &queue->first;
    *end = batch == NULL && queue->closing;
    unlock(queue);
    return batch;
}

void queue_wake(Queue *queue)
{
    lock(queue);
    CHECK(pthread_cond_signal(&queue->work) == 0);
    unlock(queue);
}

void queue_close(Queue *queue)
{
    lock(queue);
    queue->closing = true;
    CHECK(pthread_cond_signal(&queue->work) == 0);
    unlock(queue);
}

/* ---- answers ---------------------------------------------------------------
 */

typedef struct {
    Pending **at;
    size_t count;
} Answered;

/* Those of a batch that wait, or those that are to be told. */
static Answered gather(Arena *tmp, Pending *batch, bool wait)
{
    Answered all = {NEW(tmp, Pending *, QUEUE_BATCH), 0};
    for (Pending *p = batch; p != NULL; p = p->next) {
        if ((p->done == NULL) == wait) all.at[all.count++] = p;
    }
    return all;
}

static void plan_wakes(const Answered *all)
{
    for (size_t i = 0; i < all->count; i++) {
        for (size_t k = 0; k < 2; k++) {
            size_t other = 2 * i + 1 + k;
            all->at[i]->wakes[k] = other < all->count ? all->at[other] : NULL;
        }
    }
}

/* A sender may be gone, and its Pending with it, once it is told: so each
 * knows whom to wake before anybody is. */
void queue_answer(Arena *tmp, Pending *batch)
{
    Answered waiting = gather(tmp, batch, true);
    Answered told = gather(tmp, batch, false);
    plan_wakes(&waiting);
    if (waiting.count > 0) CHECK(sem_post(&waiting.at[0]->answered) == 0);
    for (size_t i = 0; i < told.count; i++)
        told.at[i]->done(told.at[i]->context);
}
