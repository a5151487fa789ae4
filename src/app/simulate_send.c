/* SPDX-License-Identifier: Apache-2.0 */
#include "app/simulate_part.h"

#include <pthread.h>

enum { SENDERS = 32 };

typedef struct {
    const RecordWorld *world;
    const Fact *facts;
    size_t count;
    SimulatedDay *day;
    pthread_mutex_t lock; /* of the day */
    Err broken;           /* the store gave up */
    unsigned senders;     /* no more than there are facts */
} Minute;

typedef struct {
    Minute *minute;
    unsigned number;
} Sender;

static void note(Minute *m, bool written, const Err *err)
{
    (void)pthread_mutex_lock(&m->lock);
    if (written) {
        m->day->written++;
    } else {
        if (m->day->refused++ == 0) m->day->why = *err;
        if (err->kind == ERR_IO || err->kind == ERR_FULL) m->broken = *err;
    }
    (void)pthread_mutex_unlock(&m->lock);
}

static void *send_own(void *context)
{
    const Sender *s = context;
    Minute *m = s->minute;
    for (size_t i = 0; i < m->count; i++) {
        if (m->facts[i].kind == FACT_OUTAGE ||
            rand_digest(m->facts[i].person) % m->senders != s->number)
            continue;
        AUTO(arena_done) Arena *arena = arena_open(1 << 12);
        Recorded recorded;
        Err err = {0};
        bool written = record_fact(arena, m->world, &m->facts[i], STR(""),
                                   &recorded, &err);
        note(m, written, &err);
    }
    return NULL;
}

/* The facts of one person go in their order, by one sender. */
static bool send_side_by_side(Minute *m, Err *err)
{
    pthread_t threads[SENDERS];
    Sender senders[SENDERS];
    unsigned started = 0;
    for (; started < m->senders; started++) {
        senders[started] = (Sender){m, started};
        if (pthread_create(&threads[started], NULL, send_own,
                           &senders[started]) != 0)
            break;
    }
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    return started == m->senders ||
           FAIL(err, ERR_IO, "no more threads can be started");
}

static bool send_minute(Minute *m, Err *err)
{
    if (m->senders == 1)
        send_own(&(Sender){m, 0});
    else if (!send_side_by_side(m, err))
        return false;
    if (m->broken.kind == ERR_NONE) return true;
    *err = m->broken;
    return false;
}

bool simulate_send(SimulatedHours *hours, const Fact *facts, size_t count,
                   Err *err)
{
    Minute m = {.world = &hours->world,
                .facts = facts,
                .count = count,
                .day = hours->said,
                .lock = PTHREAD_MUTEX_INITIALIZER,
                .senders = count < SENDERS ? (unsigned)count : SENDERS};
    return count == 0 || send_minute(&m, err);
}
