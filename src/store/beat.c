/* SPDX-License-Identifier: Apache-2.0 */
#include "store/beat.h"

#include "base/rand.h"

static const int64_t gap_us = (int64_t)BEAT_GAP_SECONDS * 1000000;

typedef struct {
    Instant at; /* 0: never */
    bool stopped;
} LastBeat;

static bool last_beat(Db *db, LastBeat *out, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_BEAT);
    bool row = false;
    if (!db_next(q, &row, err)) return false;
    *out = (LastBeat){{0}, false};
    if (row)
        *out = (LastBeat){{db_int(q, COLUMN_AT, 0)},
                          db_int(q, COLUMN_STOPPED, 0) != 0};
    return true;
}

static bool put_beat(Db *db, Instant now, bool stopping, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_BEAT_PUT);
    db_put_int(q, COLUMN_AT, now.us);
    db_put_int(q, COLUMN_STOPPED, stopping ? 1 : 0);
    return db_run(q, err);
}

static Fact outage(const Ledger *ledger, const LastBeat *last, Instant now)
{
    Fact fact = fact_blank(FACT_OUTAGE);
    uint64_t of = rand_digest(ledger->code);
    fact.id = fact_id_of(last->at, (uint64_t)last->at.us % 1000, of);
    fact.channel = CHANNEL_SYSTEM;
    fact.zone = ledger->zone;
    fact.actor = STR("sistem");
    fact.day = zone_day(ledger->zone, last->at);
    fact.at = last->at;
    fact.until = now;
    fact.text = last->stopped ? STR("server dihentikan dengan sengaja")
                              : STR("tidak ada kabar dari server");
    return fact;
}

/* An id that is there already (a clock set back) is this outage, or one like
 * it: what was written stands. */
static bool put_outage(Writing *w, const Ledger *ledger, const LastBeat *last,
                       Instant now, Err *err)
{
    Entry ignored;
    Fact fact = outage(ledger, last, now);
    Intent intent = {
        .government = ledger->code, .facts = &fact, .fact_count = 1};
    const Prepared *prepared = write_prepare(w->tmp, &intent);
    w->gap = true;
    return write_intent(w, &intent, prepared, &ignored, err) ||
           err->kind == ERR_STALE;
}

bool beat_write(Writing *w, Instant now, bool stopping, Err *err)
{
    LastBeat last;
    int64_t gap = 0;
    if (!last_beat(w->db, &last, err)) return false;
    bool was_away = last.at.us != 0 &&
                    !__builtin_sub_overflow(now.us, last.at.us, &gap) &&
                    gap > gap_us;
    for (size_t i = 0; was_away && i < w->ledgers->count; i++) {
        if (!put_outage(w, &w->ledgers->at[i], &last, now, err)) return false;
    }
    return put_beat(w->db, now, stopping, err);
}
