/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facts of an earlier journal keep when they were received, and only then can
 * they come: never before what stands, never after now.
 */
#include "harness.h"
#include "store/store_test.h"
#include "store_case.h"

static const Str kotim = STR_INIT("kotim");

static Instant instant_of(void *context)
{
    return store_case_instant(*(const uint64_t *)context);
}

/* Facts 1, 2, ... as received at the instants of those numbers; the last,
 * which brings a document, now. */
static bool write(Store *store, const Fact *facts, uint32_t count, Receipt *out,
                  Err *err)
{
    DocumentPut put = {STR("berkas"), STR("a"), {18000}, STR("isi")};
    Intent intent = {.government = kotim,
                     .facts = facts,
                     .fact_count = count,
                     .documents = &put,
                     .document_count = 1,
                     .bringer = count - 1,
                     .earlier = true};
    return store_write(store, &intent, out, err);
}

static Fact received_at(Arena *tmp, uint64_t n, uint64_t when)
{
    Fact fact = store_case_check_in(tmp, n);
    if (when > 0) fact.received = store_case_instant(when);
    return fact;
}

static Instant receipt_of(Store *store, Arena *tmp, uint64_t n)
{
    Fact fact = {0};
    bool found = false;
    Err err = {0};
    EXPECT(
        store_fact(store, tmp, kotim, store_case_id(n), &fact, &found, &err));
    EXPECT(found);
    return fact.received;
}

FACT(facts_of_an_earlier_journal_keep_their_receipt)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "earlier"), NULL);
    Fact facts[3] = {received_at(tmp, 1, 10), received_at(tmp, 2, 20),
                     store_case_check_in(tmp, 3)};
    JournalState state;
    Document document = {0};
    Receipt first = {0};
    Receipt again = {0};
    bool found = false;
    uint64_t now = 1000;
    Err err = {0};
    store_clock(store, instant_of, &now);
    EXPECT(write(store, facts, 3, &first, &err));
    EXPECT_INT(first.received.us, store_case_instant(10).us);
    EXPECT_INT(receipt_of(store, tmp, 1).us, store_case_instant(10).us);
    EXPECT_INT(receipt_of(store, tmp, 2).us, store_case_instant(20).us);
    EXPECT_INT(receipt_of(store, tmp, 3).us, store_case_instant(now).us);
    ROW("the document is of the last");
    EXPECT(store_document(store, tmp, kotim, STR("berkas"), STR("a"),
                          DATE_NEVER, &document, &found, &err));
    EXPECT(found && fact_id_is(document.by, facts[2].id));
    EXPECT_INT(document.put.us, store_case_instant(now).us);
    ROW("chained as it stands");
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    ROW("again");
    EXPECT(write(store, facts, 3, &again, &err) && again.again);
    EXPECT_INT(again.received.us, first.received.us);
    EXPECT_INT((int64_t)store_case_count(store), 3);
    store_close(store);
}

FACT(a_receipt_is_never_put_behind_what_stands)
{
    static const struct {
        const char *name;
        uint64_t first, second, third; /* as received; 0: now */
        ErrKind kind;
        const char *why;
    } rows[] = {
        {"in the future",         1001, 0,   0,   ERR_STALE, "masa depan"       },
        {"with what stands",      100,  0,   0,   ERR_STALE, "sebelum catatan"  },
        {"before what stands",    99,   0,   0,   ERR_STALE, "sebelum catatan"  },
        {"with the one before",   200,  200, 0,   ERR_STALE, "sebelum catatan"  },
        {"before the one before", 200,  150, 0,   ERR_STALE, "sebelum catatan"  },
        {"behind one of now",     0,    300, 0,   ERR_STALE, "sebelum catatan"  },
        {"nothing of now",        200,  300, 400, ERR_INPUT, "diterima sekarang"},
    };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "behind"), NULL);
    Fact stands = store_case_check_in(tmp, 1);
    uint64_t now = 100;
    Receipt receipt = {0};
    store_clock(store, instant_of, &now);
    Err err = {0};
    EXPECT(store_case_write(store, &stands, &receipt, &err));
    now = 1000;
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        Fact facts[3] = {received_at(tmp, 2, rows[i].first),
                         received_at(tmp, 3, rows[i].second),
                         received_at(tmp, 4, rows[i].third)};
        Err why = {0};
        EXPECT(!write(store, facts, 3, &receipt, &why));
        EXPECT_INT(why.kind, rows[i].kind);
        EXPECT_HAS(why.id, rows[i].why);
        EXPECT_INT((int64_t)store_case_count(store), 1);
    }
    ROW("just after");
    Fact facts[2] = {received_at(tmp, 2, 101), received_at(tmp, 3, 0)};
    EXPECT(write(store, facts, 2, &receipt, &err));
    store_close(store);
}

FACT(without_the_word_earlier_nobody_says_when_it_came)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "unsaid"), NULL);
    Fact fact = received_at(tmp, 1, 10);
    uint64_t now = 1000;
    Receipt receipt = {0};
    Err err = {0};
    store_clock(store, instant_of, &now);
    EXPECT(store_case_write(store, &fact, &receipt, &err));
    EXPECT_INT(receipt.received.us, store_case_instant(now).us);
    store_close(store);
}

/* ---- fed in stretches ---------------------------------------------------- */

typedef struct {
    uint64_t next, end; /* facts of these numbers, two at a time */
    uint64_t unsaid;    /* the one that does not say when it came; 0: none */
    uint64_t refused;   /* before this one it fails; 0: never */
} Feeding;

static bool feed(void *context, Arena *arena, const Fact **facts,
                 uint32_t *count, Err *err)
{
    Feeding *f = context;
    Fact *two = NEW(arena, Fact, 2);
    *facts = two;
    for (*count = 0; *count < 2 && f->next < f->end; f->next++) {
        if (f->next == f->refused) return FAIL(err, ERR_IO, "no more comes");
        two[(*count)++] =
            received_at(arena, f->next, f->next == f->unsaid ? 0 : f->next);
    }
    return true;
}

static bool write_fed(Store *store, Feeding *feeding, const Fact *last,
                      Receipt *out, Err *err)
{
    Intent intent = {.government = kotim,
                     .facts = last,
                     .fact_count = 1,
                     .feed = feed,
                     .context = feeding,
                     .earlier = true};
    return store_write(store, &intent, out, err);
}

FACT(what_is_fed_stands_before_the_rest)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "fed"), NULL);
    Fact last = store_case_check_in(tmp, 500);
    Feeding feeding = {1, 8, 0, 0};
    JournalState state;
    Receipt first = {0};
    Receipt again = {0};
    uint64_t now = 1000;
    Err err = {0};
    store_clock(store, instant_of, &now);
    EXPECT(write_fed(store, &feeding, &last, &first, &err));
    EXPECT_INT((int64_t)first.number, 8);
    EXPECT_INT((int64_t)store_case_count(store), 8);
    EXPECT_INT(receipt_of(store, tmp, 7).us, store_case_instant(7).us);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    ROW("again: nothing is asked for");
    feeding.next = 1;
    EXPECT(write_fed(store, &feeding, &last, &again, &err) && again.again);
    EXPECT_INT((int64_t)feeding.next, 1);
    EXPECT_INT((int64_t)store_case_count(store), 8);
    store_close(store);
}

FACT(what_is_fed_is_written_whole_or_not_at_all)
{
    static const struct {
        const char *name;
        Feeding feeding;
        ErrKind kind;
        const char *why;
    } rows[] = {
        {"one does not say when", {101, 108, 106, 0}, ERR_INPUT, "say when"       },
        {"the feed fails",        {101, 108, 0, 106}, ERR_IO,    "no more comes"  },
        {"before what stands",    {99, 108, 0, 0},    ERR_STALE, "before the last"},
        {"in the future",         {998, 1003, 0, 0},  ERR_STALE, "in the future"  },
    };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "unfed"), NULL);
    Fact stands = store_case_check_in(tmp, 1);
    Fact last = store_case_check_in(tmp, 5000);
    JournalState state;
    Receipt receipt = {0};
    uint64_t now = 100;
    Err err = {0};
    store_clock(store, instant_of, &now);
    EXPECT(store_case_write(store, &stands, &receipt, &err));
    now = 1000;
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s", rows[i].name);
        Feeding feeding = rows[i].feeding;
        Err why = {0};
        EXPECT(!write_fed(store, &feeding, &last, &receipt, &why));
        EXPECT_INT(why.kind, rows[i].kind);
        EXPECT_HAS(why.text, rows[i].why);
        EXPECT_INT((int64_t)store_case_count(store), 1);
    }
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    Feeding feeding = {101, 108, 0, 0};
    EXPECT(write_fed(store, &feeding, &last, &receipt, &err));
    EXPECT_INT((int64_t)store_case_count(store), 9);
    store_close(store);
}
