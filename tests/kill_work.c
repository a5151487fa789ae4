/* SPDX-License-Identifier: Apache-2.0 */
#include "kill_work.h"

#include "base/file.h"
#include "harness.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { THREADS_MOST = 16, BODY = 6000 };

/* ---- items ----------------------------------------------------------------
 */

FactId kill_work_id(uint32_t item, uint32_t part)
{
    return fact_id_of(store_case_instant(item), part, item);
}

static DocumentPut document_of(Arena *arena, uint32_t n)
{
    char *body = NEW(arena, char, BODY);
    for (uint32_t i = 0; i < BODY; i++)
        body[i] = (char)('a' + (n + i) % 26);
    return (DocumentPut){
        .kind = STR("berkas"),
        .name = str_format(arena, "surat-%u", n),
        .known = {18000},
        .body = { body, BODY}
    };
}

static Fact first_fact(Arena *arena, uint32_t n)
{
    Fact fact;
    if (n % KILL_BLOCK == 4)
        fact = store_case_report(arena, n, STR("laporan harian"));
    else if (n % KILL_BLOCK == 7)
        fact = store_case_erase(n, kill_work_id(n - 4, 0));
    else
        fact = store_case_check_in(arena, n);
    fact.id = kill_work_id(n, 0);
    return fact;
}

static Fact check_out(const Fact *in, uint32_t n)
{
    Fact fact = *in;
    fact.kind = FACT_CHECK_OUT;
    fact.id = kill_work_id(n, 1);
    fact.word = STR("");
    return fact;
}

void kill_work_item(Arena *arena, uint32_t item, KillItem *out)
{
    *out = (KillItem){.facts = {first_fact(arena, item)}};
    out->intent = (Intent){
        .government = STR("kotim"), .facts = out->facts, .fact_count = 1};
    if (item % KILL_BLOCK == 2) {
        out->facts[1] = check_out(&out->facts[0], item);
        out->intent.fact_count = 2;
    }
    if (item % KILL_BLOCK == 4) {
        out->document = document_of(arena, item);
        out->intent.documents = &out->document;
        out->intent.document_count = 1;
    }
}

bool kill_work_same(const Receipt *a, const Receipt *b)
{
    return fact_id_is(a->id, b->id) && a->number == b->number &&
           a->received.us == b->received.us &&
           memcmp(a->seal, b->seal, sizeof a->seal) == 0;
}

/* ---- sending --------------------------------------------------------------
 */

typedef struct {
    const KillWork *work;
    Store *store;
    uint32_t thread;
    atomic_bool *refused;
} Sender;

static void send(const Sender *s, uint32_t item, Receipt *out)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    KillItem it;
    KillAck ack = {.item = item};
    Err err = {0};
    kill_work_item(tmp, item, &it);
    it.intent.guard = s->work->guard;
    if (store_write(s->store, &it.intent, &ack.receipt, &err)) {
        *out = ack.receipt;
        if (s->work->hear != NULL) s->work->hear(s->work->context, &ack);
    } else {
        atomic_store(s->refused, true);
    }
}

static void send_item(const Sender *s, uint32_t item)
{
    const KillWork *w = s->work;
    Receipt first = {0};
    Receipt second = {0};
    send(s, item, &first);
    if (item % KILL_BLOCK == 1) {
        send(s, item, &second);
        if (!second.again || !kill_work_same(&first, &second))
            atomic_store(s->refused, true);
    }
    if (item % KILL_BLOCK == 0) {
        uint32_t block = w->blocks_before + (item * 7) % w->blocks;
        send(s, block * KILL_BLOCK + 1, &second);
    }
}

static void *send_blocks(void *context)
{
    const Sender *s = context;
    const KillWork *w = s->work;
    for (uint32_t b = s->thread; b < w->blocks; b += w->threads) {
        for (uint32_t i = 1; i <= KILL_BLOCK; i++)
            send_item(s, (w->blocks_before + b) * KILL_BLOCK + i);
    }
    return NULL;
}

bool kill_work_run(const KillWork *work)
{
    pthread_t threads[THREADS_MOST];
    Sender senders[THREADS_MOST];
    atomic_bool refused = false;
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = work->folder,
                      .create = true,
                      .write = true,
                      .vfs = work->vfs};
    CHECK(work->threads >= 1 && work->threads <= THREADS_MOST);
    if (!store_open(&wish, &store, &err)) return false;
    for (uint32_t t = 0; t < work->threads; t++) {
        senders[t] = (Sender){work, store, t, &refused};
        CHECK(pthread_create(&threads[t], NULL, send_blocks, &senders[t]) == 0);
    }
    for (uint32_t t = 0; t < work->threads; t++)
        CHECK(pthread_join(threads[t], NULL) == 0);
    store_close(store);
    return !atomic_load(&refused);
}

/* ---- where ----------------------------------------------------------------
 */

static char in_memory[] = "/dev/shm/tatakerja-kill-XXXXXX";

static void take_away(void)
{
    kill_work_wipe(in_memory);
}

const char *kill_work_folder(void)
{
    static const char *folder;
    if (folder != NULL) return folder;
    if (mkdtemp(in_memory) != NULL) {
        CHECK(atexit(take_away) == 0);
        folder = in_memory;
    } else {
        folder = harness_folder();
    }
    return folder;
}

void kill_work_wipe(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    Str command = str_format(tmp, "rm -rf '%s'", folder);
    CHECK(system(command.ptr) == 0);
}
