/* SPDX-License-Identifier: Apache-2.0 */
#include "store/tally.h"

#include "store/store.h"

/* One person-day as the table `seen` has it. */
typedef struct {
    int64_t gov;
    Date day;
    Str person;
} PersonDay;

typedef struct {
    int64_t mask;
    Str unit;
} SeenState;

/* kind, its word ("" any), what is seen */
static const struct {
    FactKind kind;
    const char *word;
    Seen seen;
} signs[] = {
    {FACT_CHECK_IN,  "kantor",   SEEN_IN_OFFICE},
    {FACT_CHECK_IN,  "rumah",    SEEN_IN_HOME  },
    {FACT_CHECK_IN,  "lapangan", SEEN_IN_FIELD },
    {FACT_CHECK_IN,  "dinas",    SEEN_IN_FIELD },
    {FACT_CHECK_OUT, "",         SEEN_OUT      },
    {FACT_REPORT,    "",         SEEN_REPORTED },
    {FACT_REVIEW,    "",         SEEN_REVIEWED },
    {FACT_CONTACT,   "",         SEEN_CALLED   },
    {FACT_ANSWER,    "",         SEEN_ANSWERED },
    {FACT_RECALL,    "",         SEEN_RECALLED },
    {FACT_ARRIVAL,   "",         SEEN_ARRIVED  },
};

int tally_bit(FactKind kind, Str word)
{
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (signs[i].kind == kind &&
            (signs[i].word[0] == '\0' || str_is(str_of(signs[i].word), word)))
            return (int)signs[i].seen;
    }
    return -1;
}

/* ---- rows ---------------------------------------------------------------- */

static void put_day(Statement *q, const PersonDay *pd)
{
    db_put_int(q, COLUMN_GOV, pd->gov);
    db_put_int(q, COLUMN_DAY, pd->day.days);
    db_put_text(q, COLUMN_PERSON, pd->person);
}

static bool read_seen(Db *db, Arena *tmp, const PersonDay *pd, SeenState *out,
                      Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_SEEN);
    bool row = false;
    put_day(q, pd);
    if (!db_next(q, &row, err)) return false;
    *out = (SeenState){0, STR("")};
    if (!row) return true;
    out->mask = db_int(q, COLUMN_MASK, 0);
    out->unit = str_copy(tmp, db_text(q, COLUMN_UNIT));
    return true;
}

static bool write_seen(Db *db, const PersonDay *pd, const SeenState *state,
                       Err *err)
{
    bool none = state->mask == 0;
    AUTO(db_told)
    Statement *q = db_ask(db, none ? QUERY_SEEN_ERASE : QUERY_SEEN_PUT);
    put_day(q, pd);
    if (!none) {
        db_put_int(q, COLUMN_MASK, state->mask);
        db_put_text(q, COLUMN_UNIT, state->unit);
    }
    return db_run(q, err);
}

static bool add(Db *db, const PersonDay *pd, Str unit, int seen, int people,
                Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_TALLY_ADD);
    db_put_int(q, COLUMN_GOV, pd->gov);
    db_put_int(q, COLUMN_DAY, pd->day.days);
    db_put_text(q, COLUMN_UNIT, unit);
    db_put_int(q, COLUMN_SEEN, seen);
    db_put_int(q, COLUMN_PEOPLE, people);
    return db_run(q, err);
}

/* Take the person-day from one state to the other, tallies included. */
static bool change(Db *db, const PersonDay *pd, const SeenState *old,
                   const SeenState *new, Err *err)
{
    bool moved = !str_is(old->unit, new->unit);
    if (old->mask == new->mask && (!moved || new->mask == 0)) return true;
    for (int bit = 0; bit < SEEN_COUNT; bit++) {
        bool was = ((old->mask >> bit) & 1) != 0;
        bool is = ((new->mask >> bit) & 1) != 0;
        if (was && (!is || moved) && !add(db, pd, old->unit, bit, -1, err))
            return false;
        if (is && (!was || moved) && !add(db, pd, new->unit, bit, 1, err))
            return false;
    }
    return write_seen(db, pd, new, err);
}

/* ---- cancelled facts ----------------------------------------------------- */

bool tally_cancelled(Db *db, int64_t gov, FactId id, bool *out, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_CANCELLED);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_bytes(q, COLUMN_ABOUT, id.bytes, sizeof id.bytes);
    return db_next(q, out, err);
}

static bool note_cancel(const Tallying *t, const Fact *fact, uint64_t number,
                        bool on, Err *err)
{
    AUTO(db_told)
    Statement *q = db_ask(t->db, on ? QUERY_CANCEL_PUT : QUERY_CANCEL_ERASE);
    db_put_int(q, COLUMN_GOV, t->ledger->gov);
    db_put_bytes(q, COLUMN_ABOUT, fact->about.bytes, sizeof fact->about.bytes);
    db_put_int(q, COLUMN_NUMBER, (int64_t)number);
    return db_run(q, err);
}

static bool cancels(const Fact *fact)
{
    return fact->kind == FACT_CORRECTION && str_is(fact->word, STR("batal"));
}

/* ---- from all facts of a person-day -------------------------------------- */

static bool add_row(const Tallying *t, const Statement *q, SeenState *state,
                    Err *err)
{
    FactKind kind;
    FactId id;
    bool cancelled = false;
    int bit = row_kind(q, t->codec, &kind)
                  ? tally_bit(kind, db_text(q, COLUMN_WORD))
                  : -1;
    if (bit < 0 || !db_bytes(q, COLUMN_ID, &id, sizeof id)) return true;
    if (!tally_cancelled(t->db, t->ledger->gov, id, &cancelled, err))
        return false;
    if (cancelled) return true;
    Str unit = db_text(q, COLUMN_UNIT);
    state->mask |= INT64_C(1) << bit;
    if (unit.len > 0) state->unit = str_copy(t->tmp, unit);
    return true;
}

static bool recompute(const Tallying *t, const PersonDay *pd, Err *err)
{
    SeenState old;
    SeenState new = {0, STR("")};
    if (!read_seen(t->db, t->tmp, pd, &old, err)) return false;
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_SEEN_FACTS);
    put_day(q, pd);
    for (bool row = true; row;) {
        if (!db_next(q, &row, err)) return false;
        if (row && !add_row(t, q, &new, err)) return false;
    }
    return change(t->db, pd, &old, &new, err);
}

/* The person-day of a fact that a correction names, if it counts there; a
 * fact that is not here yet is cancelled early. */
static bool recompute_about(const Tallying *t, FactId about, Err *err)
{
    PersonDay pd = {t->ledger->gov, {0}, STR("")};
    bool row = false;
    AUTO(db_told) Statement *q = db_ask(t->db, QUERY_FACT_BY_ID);
    db_put_int(q, COLUMN_GOV, pd.gov);
    db_put_bytes(q, COLUMN_ID, about.bytes, sizeof about.bytes);
    if (!db_next(q, &row, err)) return false;
    if (!row) t->ledger->early = true;
    if (!row || row_erased(q) || db_none(q, COLUMN_PERSON)) return true;
    pd.day.days = (int32_t)db_int(q, COLUMN_DAY, 0);
    pd.person = str_copy(t->tmp, db_text(q, COLUMN_PERSON));
    return recompute(t, &pd, err);
}

/* ---- one fact more, one less --------------------------------------------- */

/* Facts come in the order of the journal: the newest unit wins. */
static bool add_fact(const Tallying *t, const Fact *fact, int bit, Err *err)
{
    PersonDay pd = {t->ledger->gov, fact->day, fact->person};
    SeenState old;
    bool cancelled = false;
    if (t->ledger->early &&
        !tally_cancelled(t->db, pd.gov, fact->id, &cancelled, err))
        return false;
    if (cancelled) return true;
    if (!read_seen(t->db, t->tmp, &pd, &old, err)) return false;
    SeenState new = {old.mask | INT64_C(1) << bit,
                     fact->unit.len > 0 ? fact->unit : old.unit};
    return change(t->db, &pd, &old, &new, err);
}

bool tally_take(const Tallying *t, const Fact *fact, uint64_t number, Err *err)
{
    int bit = tally_bit(fact->kind, fact->word);
    if (bit >= 0) return add_fact(t, fact, bit, err);
    if (!cancels(fact)) return true;
    return note_cancel(t, fact, number, true, err) &&
           recompute_about(t, fact->about, err);
}

bool tally_untake(const Tallying *t, const Fact *fact, uint64_t number,
                  Err *err)
{
    int bit = tally_bit(fact->kind, fact->word);
    PersonDay pd = {t->ledger->gov, fact->day, fact->person};
    if (bit >= 0) return recompute(t, &pd, err);
    if (!cancels(fact)) return true;
    return note_cancel(t, fact, number, false, err) &&
           recompute_about(t, fact->about, err);
}
