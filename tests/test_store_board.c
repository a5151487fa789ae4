/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_board.c - tallies kept as facts come, against a full scan.
 */
#include "base/map.h"
#include "base/num.h"
#include "harness.h"
#include "store_case.h"

static const Str GOV = STR_INIT("kotim");

enum { FIRST_DAY = 18477, DAYS = 3, PEOPLE = 12, MOST = 500 };

/* All facts of the journal, in order. */
typedef struct {
    Arena *arena;
    Fact fact[MOST];
    size_t count;
} All;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    All *all = context;
    (void)number;
    (void)err;
    CHECK(all->count < MOST);
    all->fact[all->count++] = *fact;
    return true;
}

/* What a fact shows, written down again and apart from the store's table. */
static int shows(const Fact *f)
{
    switch ((int)f->kind) {
    case FACT_CHECK_IN:
        if (str_is(f->word, STR("kantor"))) return SEEN_IN_OFFICE;
        return str_is(f->word, STR("rumah")) ? SEEN_IN_HOME : SEEN_IN_FIELD;
    case FACT_CHECK_OUT: return SEEN_OUT;
    case FACT_REPORT: return SEEN_REPORTED;
    case FACT_REVIEW: return SEEN_REVIEWED;
    case FACT_CONTACT: return SEEN_CALLED;
    case FACT_ANSWER: return SEEN_ANSWERED;
    case FACT_RECALL: return SEEN_RECALLED;
    case FACT_ARRIVAL: return SEEN_ARRIVED;
    default: return -1;
    }
}

static bool is_cancelled(const All *all, FactId id)
{
    for (size_t i = 0; i < all->count; i++) {
        if (all->fact[i].kind == FACT_CORRECTION &&
            str_is(all->fact[i].word, STR("batal")) &&
            fact_id_is(all->fact[i].about, id))
            return true;
    }
    return false;
}

/* Of one person's day: its bits, and its unit. */
static uint32_t look(const All *all, Str person, int32_t day, Str *unit)
{
    uint32_t bits = 0;
    *unit = STR("");
    for (size_t i = 0; i < all->count; i++) {
        const Fact *f = &all->fact[i];
        if (f->day.days != day || !str_is(f->person, person) || shows(f) < 0 ||
            is_cancelled(all, f->id))
            continue;
        bits |= 1U << shows(f);
        if (f->unit.len > 0) *unit = f->unit;
    }
    return bits;
}

static uint32_t scan(const All *all, Arena *tmp, int32_t day, Str unit,
                     int seen)
{
    uint32_t people = 0;
    for (unsigned p = 0; p < PEOPLE; p++) {
        Str own;
        uint32_t bits = look(all, str_format(tmp, "P%u", p), day, &own);
        people += str_is(own, unit) && ((bits >> seen) & 1) != 0;
    }
    return people;
}

static uint32_t shown(const BoardRow *rows, size_t count, Str unit, int seen)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(rows[i].unit, unit)) return rows[i].people[seen];
    }
    return 0;
}

/* The bits of each person, as the store tells them. */
typedef struct {
    uint32_t masks[PEOPLE];
    size_t others;
} Masks;

static void take_seen(void *context, Str person, uint32_t mask)
{
    Masks *seen = context;
    int64_t number = -1;
    if (person.len > 1 &&
        num_is(str_slice(person, 1, person.len), 0, PEOPLE - 1, &number))
        seen->masks[number] = mask;
    else
        seen->others++;
}

static void compare_people(Store *store, const All *all, Arena *tmp,
                           int32_t day)
{
    Masks seen = {{0}, 0};
    Err err = {0};
    EXPECT(store_seen(store, GOV, (Date){day}, take_seen, &seen, &err));
    EXPECT_INT((int64_t)seen.others, 0);
    for (unsigned p = 0; p < PEOPLE; p++) {
        Str own;
        EXPECT_INT(seen.masks[p],
                   look(all, str_format(tmp, "P%u", p), day, &own));
    }
}

/* Every cell of every day. */
static void compare(Store *store)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    static const Str units[] = {STR_INIT(""), STR_INIT("U0"), STR_INIT("U1"),
                                STR_INIT("U2"), STR_INIT("U3")};
    All *all = NEW(tmp, All, 1);
    Err err = {0};
    FactQuery q = {.government = GOV, .days = WINDOW_ALL};
    EXPECT(store_facts(store, tmp, &q, take, all, &err));
    for (int32_t day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
        BoardRow *rows = NULL;
        size_t count = 0;
        EXPECT(store_board(store, tmp, GOV, (Date){day}, &rows, &count, &err));
        compare_people(store, all, tmp, day);
        for (size_t u = 0; u < COUNT(units); u++) {
            for (int seen = 0; seen < SEEN_COUNT; seen++)
                EXPECT_INT(shown(rows, count, units[u], seen),
                           scan(all, tmp, day, units[u], seen));
        }
    }
}

FACT(tallies_equal_a_full_scan_after_random_facts_in_any_order)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        ROW("seed %d", (int)seed);
        AUTO(arena_done) Arena *tmp = arena_open(1 << 18);
        Rand rand = rand_seeded(seed);
        const char *name = str_format(tmp, "board%d", (int)seed).ptr;
        Store *store = store_case_open(store_case_path(tmp, name), NULL);
        /* Ids are there before their facts: a cancellation may come first. */
        FactId ids[300];
        Fact facts[300];
        for (size_t i = 0; i < COUNT(ids); i++) {
            facts[i] = store_case_random(tmp, &rand, ids, i);
            ids[i] = facts[i].id;
        }
        for (size_t i = 0; i < COUNT(ids); i++) {
            size_t k = rand_below(&rand, COUNT(ids));
            Fact swap = facts[i];
            facts[i] = facts[k];
            facts[k] = swap;
        }
        for (size_t i = 0; i < COUNT(ids); i++) {
            Receipt receipt;
            Err err = {0};
            EXPECT(store_case_write(store, &facts[i], &receipt, &err));
            if (rand_chance(&rand, 200))
                EXPECT(store_case_write(store, &facts[i], &receipt, &err) &&
                       receipt.again);
            if (i % 60 == 59) compare(store);
        }
        for (uint64_t i = 0; i < 40; i++) { /* some are erased */
            Fact erase = store_case_erase(5000000 + i,
                                          ids[rand_below(&rand, COUNT(ids))]);
            Receipt receipt;
            Err err = {0};
            EXPECT(store_case_write(store, &erase, &receipt, &err));
        }
        compare(store);
        JournalState state;
        EXPECT_STR(store_case_fault(store, tmp, &state), "");
        store_close(store);
    }
}

FACT(a_person_counts_once_and_moves_with_the_newest_unit)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "moves"), NULL);
    Fact in = store_case_check_in(tmp, 1);
    Fact out = store_case_report(tmp, 2, STR("selesai"));
    Fact undo;
    BoardRow *rows = NULL;
    size_t count = 0;
    Receipt receipt;
    Err err = {0};
    in.person = out.person = STR("P1");
    in.unit = STR("A");
    out.unit = STR("B");
    EXPECT(store_case_write(store, &in, &receipt, &err));
    EXPECT(store_board(store, tmp, GOV, in.day, &rows, &count, &err));
    EXPECT(count == 1 && rows[0].people[SEEN_IN_OFFICE] == 1);
    EXPECT(store_case_write(store, &out, &receipt, &err));
    EXPECT(store_board(store, tmp, GOV, in.day, &rows, &count, &err));
    EXPECT(count == 1 && str_is(rows[0].unit, STR("B")) &&
           rows[0].people[SEEN_IN_OFFICE] == 1 &&
           rows[0].people[SEEN_REPORTED] == 1);
    undo = store_case_cancel(3, out.id);
    EXPECT(store_case_write(store, &undo, &receipt, &err));
    EXPECT(store_board(store, tmp, GOV, in.day, &rows, &count, &err));
    EXPECT(count == 1 && str_is(rows[0].unit, STR("A")) &&
           rows[0].people[SEEN_REPORTED] == 0);
    undo = store_case_cancel(4, in.id);
    EXPECT(store_case_write(store, &undo, &receipt, &err));
    EXPECT(store_board(store, tmp, GOV, in.day, &rows, &count, &err));
    EXPECT_INT((int64_t)count, 0);
    store_close(store);
}

/* What somebody keeps of a day is kept under its mark. */
FACT(the_mark_of_a_day_changes_with_every_fact_that_may_change_the_day)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "mark"), NULL);
    Fact in = store_case_check_in(tmp, 1);
    Receipt receipt;
    Err err = {0};
    Date before = date_plus(in.day, -1);
    uint64_t none = store_day_mark(store, GOV, in.day);
    uint64_t other = store_day_mark(store, GOV, before);
    EXPECT(store_case_write(store, &in, &receipt, &err));
    uint64_t some = store_day_mark(store, GOV, in.day);
    EXPECT(some != none && store_day_mark(store, GOV, before) == other);
    Fact undo = store_case_cancel(2, in.id);
    undo.day = date_plus(in.day, 5);
    EXPECT(store_case_write(store, &undo, &receipt, &err));
    EXPECT(store_day_mark(store, GOV, in.day) != some);
    store_close(store);
}
