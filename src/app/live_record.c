/* SPDX-License-Identifier: Apache-2.0 */
/*
 * live_record.c - facts are recorded, and the others see them.
 */
#include "app/live_part.h"
#include "base/clock.h"
#include "base/rand.h"

static atomic_ullong *number_of(LiveGovernment *g, Str person)
{
    return &g->people[rand_digest(person) % LIVE_PEOPLE];
}

/* No place of the journal is seen before all places up to it are committed. */
static void note_seen(LiveGovernment *g, uint64_t number)
{
    unsigned long long seen = atomic_load(&g->seen);
    while (seen < number &&
           !atomic_compare_exchange_weak(&g->seen, &seen, number)) {
    }
}

RecordWorld live_world(const LiveView *view, Arena *arena)
{
    Office *office = NEW(arena, Office, 1);
    *office = *view->office;
    office->arena = arena;
    office->diags = diags_in(arena);
    office->letters = NEW(arena, CorpusInput, office->letter_count + 1);
    for (size_t i = 0; i < office->letter_count; i++)
        office->letters[i] = view->office->letters[i];
    return (RecordWorld){.store = view->live->store,
                         .office = office,
                         .today = live_today(view),
                         .meeting_most = RECORD_MEETING_MOST,
                         .now = live_view_now(view),
                         .machine = clock_now()};
}

static bool record(LiveView *view, Arena *arena, const Fact *fact, Str secret,
                   Recorded *out, Err *err)
{
    RecordWorld world = live_world(view, arena);
    return record_fact(arena, &world, fact, secret, out, err);
}

/* What is kept is kept, whether or not it can be shown at once. */
static void show(LiveGovernment *g, FactKind kind, Str person, uint64_t number)
{
    Err ignored = {0};
    note_seen(g, number);
    (void)atomic_fetch_add(number_of(g, person), 1);
    if (live_journal_keeps(kind)) (void)!live_absorb(g, &ignored);
}

bool live_record(Live *live, Str government, Arena *arena, const Fact *fact,
                 Str secret, Recorded *out, Err *err)
{
    LiveView view;
    Recorded done = {0};
    if (!live_take(live, government, &view, err)) return false;
    bool good = record(&view, arena, fact, secret, &done, err);
    live_give(&view);
    if (!good) return false;
    show(live_find(live, government), fact->kind, fact->person,
         done.receipt.number);
    *out = done;
    return true;
}

bool live_record_all(Live *live, Str government, Arena *arena,
                     const Fact *facts, size_t count, size_t *refused, Err *err)
{
    LiveView view;
    Receipt last = {0};
    if (!live_take(live, government, &view, err)) {
        *refused = count;
        return false;
    }
    RecordWorld world = live_world(&view, arena);
    bool good = record_all(arena, &world, facts, count, refused, &last, err);
    live_give(&view);
    for (size_t i = 0; good && i < count; i++)
        show(live_find(live, government), facts[i].kind, facts[i].person,
             last.number);
    return good;
}

bool live_would_record(const LiveView *view, Arena *arena, const Fact *facts,
                       size_t count, size_t *refused, Err *err)
{
    RecordWorld world = live_world(view, arena);
    return record_would(arena, &world, facts, count, refused, err);
}

struct LiveWait {
    LiveGovernment *government;
    RecordWorld world;
    Fact fact;
    RecordWait *record;
};

bool live_begin(const LiveView *view, Arena *arena, const Fact *fact,
                const RecordTell *tell, LiveWait **out, Err *err)
{
    if (live_journal_keeps(fact->kind))
        return FAIL(err, ERR_LIMIT, "what snapshots hold is read at once");
    LiveWait *wait = NEW(arena, LiveWait, 1);
    Str code = view->office->government.code;
    wait->government = live_find(view->live, code);
    wait->world = live_world(view, arena);
    wait->fact = *fact;
    *out = wait;
    return record_begin(arena, &wait->world, &wait->fact, tell, &wait->record,
                        err);
}

bool live_withdraw(LiveWait *wait)
{
    return record_withdraw(wait->record);
}

bool live_end(LiveWait *wait, Recorded *out, Err *err)
{
    Recorded done = {0};
    if (!record_end(wait->record, &done, err)) return false;
    show(wait->government, wait->fact.kind, wait->fact.person,
         done.receipt.number);
    *out = done;
    return true;
}

uint64_t live_person_number(Live *live, Str government, Str person)
{
    LiveGovernment *g = live_find(live, government);
    if (g == NULL) return 0;
    return atomic_load(number_of(g, person)) + atomic_load(&g->wrote);
}

uint64_t live_place(Live *live, Str government)
{
    LiveGovernment *g = live_find(live, government);
    return g == NULL ? 0 : atomic_load(&g->seen);
}
