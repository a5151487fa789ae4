/* SPDX-License-Identifier: Apache-2.0 */
/*
 * kill_check.c - what must be so after a kill or a power cut.
 */
#include "kill_work.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const Str GOV = STR_INIT("kotim");

enum { UNITS = 10, PARTS = 2 };

/* What is there, by a scan of the journal. */
typedef struct {
    uint8_t (*times)[PARTS]; /* by item; erased ones are not there */
    uint32_t items;
    uint64_t strangers;
} Scan;

typedef struct {
    const KillCheck *check;
    KillFound *found;
    Store *store;
    Arena *arena;
    Scan scan;
} Look;

/* ---- the scan -------------------------------------------------------------
 */

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Scan *scan = context;
    (void)number;
    (void)err;
    int64_t ms = 0;
    for (int i = 0; i < 6; i++)
        ms = ms * 256 + fact->id.bytes[i];
    int64_t item = ms - store_case_instant(0).us / 1000;
    bool known = item >= 1 && item <= (int64_t)scan->items;
    for (uint32_t p = 0; known && p < PARTS; p++) {
        if (!fact_id_is(fact->id, kill_work_id((uint32_t)item, p))) continue;
        scan->times[item][p]++;
        return true;
    }
    scan->strangers++;
    return true;
}

static bool make_scan(Look *l)
{
    FactQuery all = {.government = GOV, .days = WINDOW_ALL};
    Err err = {0};
    l->scan.items = l->check->items;
    l->scan.times =
        arena_bytes(l->arena, l->check->items + 1, sizeof *l->scan.times, 1);
    if (store_facts(l->store, l->arena, &all, take, &l->scan, &err))
        return true;
    l->found->shut++;
    return false;
}

/* An item is there, or it was and is erased. */
static bool is_there(const Scan *scan, uint32_t item)
{
    bool erased = item % KILL_BLOCK == 3 && item + 4 <= scan->items &&
                  scan->times[item + 4][0] > 0;
    return erased || scan->times[item][0] > 0;
}

/* ---- every item: once, and whole ------------------------------------------
 */

static bool document_there(Look *l, uint32_t n)
{
    KillItem it;
    Document got;
    bool found = false;
    Err err = {0};
    kill_work_item(l->arena, n, &it);
    if (!store_document(l->store, l->arena, GOV, it.document.kind,
                        it.document.name, DATE_NEVER, &got, &found, &err))
        l->found->shut++;
    return found && got.version == 1 && str_is(got.body, it.document.body);
}

static void look_at_item(Look *l, uint32_t n)
{
    const uint8_t *times = l->scan.times[n];
    uint32_t kind = n % KILL_BLOCK;
    l->found->twice += times[0] > 1;
    l->found->twice += times[1] > 1;
    if (kind == 2 ? times[0] != times[1] : times[1] > 0) l->found->half++;
    if (kind == 4 && document_there(l, n) != (times[0] > 0)) l->found->half++;
    if (kind == 7 && times[0] > 0 && l->scan.times[n - 4][0] > 0)
        l->found->half++;
}

static void look_at_items(Look *l)
{
    l->found->twice += l->scan.strangers;
    for (uint32_t n = 1; n <= l->check->items; n++)
        look_at_item(l, n);
    for (size_t i = 0; i < l->check->ack_count; i++)
        l->found->lost += !is_there(&l->scan, l->check->acks[i].item);
}

/* ---- the board, from the scan ---------------------------------------------
 */

static int seen_of(uint32_t n, uint32_t part)
{
    if (part == 1) return SEEN_OUT;
    if (n % KILL_BLOCK == 4) return SEEN_REPORTED;
    if (n % KILL_BLOCK == 7) return -1;
    return n % 2 == 0 ? SEEN_IN_HOME : SEEN_IN_OFFICE;
}

static void count_cells(const Scan *scan, int64_t cells[UNITS][SEEN_COUNT])
{
    for (uint32_t n = 1; n <= scan->items; n++) {
        for (uint32_t p = 0; p < PARTS; p++) {
            int seen = seen_of(n, p);
            if (seen >= 0 && scan->times[n][p] > 0) cells[n % UNITS][seen]++;
        }
    }
}

static void look_at_board(Look *l)
{
    int64_t cells[UNITS][SEEN_COUNT] = {0};
    BoardRow *rows = NULL;
    size_t count = 0;
    Err err = {0};
    Date day = zone_day(ZONE_WIB, store_case_instant(1));
    count_cells(&l->scan, cells);
    if (!store_board(l->store, l->arena, GOV, day, &rows, &count, &err))
        l->found->shut++;
    for (size_t i = 0; i < count; i++) {
        size_t unit = (size_t)(rows[i].unit.ptr[1] - '0');
        for (int seen = 0; seen < SEEN_COUNT; seen++)
            cells[unit][seen] -= rows[i].people[seen];
    }
    for (size_t u = 0; u < UNITS; u++) {
        for (int seen = 0; seen < SEEN_COUNT; seen++)
            l->found->tally += cells[u][seen] != 0;
    }
}

/* ---- again ----------------------------------------------------------------
 */

static bool send_again(Look *l, uint32_t item, Receipt *out)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    KillItem it;
    Err err = {0};
    kill_work_item(tmp, item, &it);
    return store_write(l->store, &it.intent, out, &err);
}

static void retry_acknowledged(Look *l)
{
    for (size_t i = 0; i < l->check->ack_count; i++) {
        const KillAck *ack = &l->check->acks[i];
        Receipt receipt = {0};
        if (!is_there(&l->scan, ack->item)) continue; /* said as lost */
        if (!send_again(l, ack->item, &receipt) || !receipt.again ||
            !kill_work_same(&receipt, &ack->receipt))
            l->found->other++;
    }
}

static void send_the_others(Look *l)
{
    for (uint32_t n = 1; n <= l->check->items; n++) {
        Receipt receipt = {0};
        bool there = is_there(&l->scan, n);
        if (!send_again(l, n, &receipt) || receipt.again != there)
            l->found->other++;
    }
}

static void verify(Look *l)
{
    JournalState state = {0};
    Err err = {0};
    if (store_verify(l->store, l->arena, GOV, &state, &err))
        l->found->fault += state.fault.len > 0;
    else
        l->found->fault += err.kind != ERR_ABSENT;
}

static void look(Look *l)
{
    if (!make_scan(l)) return;
    look_at_items(l);
    look_at_board(l);
    verify(l);
}

void kill_work_check(const KillCheck *check, KillFound *found)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    AUTO(store_done) Store *store = NULL;
    StoreWish wish = {.folder = check->folder, .create = true, .write = true};
    Err err = {0};
    if (!store_open(&wish, &store, &err)) {
        printf("does not open: %s\n", err.text);
        found->shut++;
        return;
    }
    Look l = {.check = check, .found = found, .store = store, .arena = tmp};
    look(&l);
    if (l.scan.times == NULL) return;
    retry_acknowledged(&l);
    if (!check->go_on) return;
    send_the_others(&l);
    l.scan = (Scan){0};
    look(&l);
}

bool kill_work_clean(const KillFound *found)
{
    static const KillFound nothing;
    return memcmp(found, &nothing, sizeof nothing) == 0;
}

void kill_work_print(const char *what, const KillFound *found)
{
    printf("%s:", what);
#define X(name) printf(" " #name " %" PRIu64, found->name);
    KILL_FOUND(X)
#undef X
    printf("\n");
}
