/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_read.c - questions for facts and documents.
 */
#include "harness.h"
#include "store_case.h"

static const Str GOV = STR_INIT("kotim");

typedef struct {
    uint64_t last, count;
    bool in_order, fits;
    const FactQuery *query;
} Found;

static bool wanted(const FactQuery *q, uint64_t number, const Fact *f)
{
    return number > q->after && window_has(q->days, f->day) &&
           (q->person.len == 0 || str_is(q->person, f->person)) &&
           (q->unit.len == 0 || str_is(q->unit, f->unit)) &&
           (q->kinds == 0 || ((q->kinds >> f->kind) & 1) != 0);
}

static bool take_found(void *context, uint64_t number, const Fact *fact,
                       Err *err)
{
    Found *f = context;
    (void)err;
    f->in_order &= number > f->last;
    f->fits &= wanted(f->query, number, fact);
    f->last = number;
    f->count++;
    return true;
}

typedef struct {
    uint64_t count;
    const FactQuery *query;
} Scan;

static bool scan_one(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Scan *s = context;
    (void)err;
    s->count += wanted(s->query, number, fact);
    return true;
}

FACT(every_question_gives_what_a_full_scan_gives)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Store *store = store_case_open(store_case_path(tmp, "query"), NULL);
    Rand rand = rand_seeded(12);
    Err err = {0};
    FactId ids[400];
    for (size_t i = 0; i < COUNT(ids); i++) {
        Fact fact = store_case_random(tmp, &rand, ids, i);
        Receipt receipt;
        ids[i] = fact.id;
        EXPECT(store_case_write(store, &fact, &receipt, &err));
    }
    const FactQuery all = {.government = GOV, .days = WINDOW_ALL};
    for (int i = 0; i < 200; i++) {
        FactQuery q = all;
        if (rand_chance(&rand, 500))
            q.days = (Window){{18476 + (int32_t)rand_below(&rand, 4)},
                              {18476 + (int32_t)rand_below(&rand, 4)}};
        if (rand_chance(&rand, 400))
            q.person = str_format(tmp, "P%u", rand_below(&rand, 13));
        if (rand_chance(&rand, 300))
            q.unit = str_format(tmp, "U%u", rand_below(&rand, 4));
        if (rand_chance(&rand, 400)) q.kinds = rand_next(&rand) & 0xff;
        if (rand_chance(&rand, 300)) q.after = rand_below(&rand, 400);
        Found found = {.in_order = true, .fits = true, .query = &q};
        Scan scan = {.query = &q};
        ROW("question %d", i);
        EXPECT(store_facts(store, tmp, &q, take_found, &found, &err));
        EXPECT(store_facts(store, tmp, &all, scan_one, &scan, &err));
        EXPECT(found.in_order && found.fits);
        EXPECT_INT((int64_t)found.count, (int64_t)scan.count);
    }
    store_close(store);
}

/* ---- documents --------------------------------------------------------------
 */

FACT(documents_are_kept_by_version_and_by_the_day_they_are_known)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "documents"), NULL);
    static const struct {
        const char *name;
        int32_t known;
        const char *body;
    } puts[] = {
        {"a", 100, "satu"},
        {"b", 110, "be"  },
        {"a", 120, "dua" },
        {"a", 110, "tiga"},
        {"b", 130, ""    },
    };
    static const struct {
        const char *name;
        int32_t known;
        const char *body; /* NULL: none */
        uint32_t version;
        int32_t count; /* of all known then */
    } cases[] = {
        {"a", 99,        NULL,   0, 0},
        {"a", 100,       "satu", 1, 1},
        {"a", 110,       "tiga", 3, 2},
        {"a", 125,       "tiga", 3, 2},
        {"b", 129,       "be",   1, 2},
        {"b", 130,       NULL,   0, 1},
        {"a", INT32_MAX, "tiga", 3, 1},
        {"c", INT32_MAX, NULL,   0, 1},
    };
    Err err = {0};
    for (size_t i = 0; i < COUNT(puts); i++) {
        Fact fact = store_case_check_in(tmp, i + 1);
        DocumentPut put = {STR("berkas"),
                           str_of(puts[i].name),
                           {puts[i].known},
                           str_of(puts[i].body)};
        Receipt receipt;
        EXPECT(store_case_put(store, &fact, &put, 1, &receipt, &err));
    }
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s on %d", cases[i].name, cases[i].known);
        Document one = {0};
        Document *all = NULL;
        size_t count = 0;
        bool found = false;
        EXPECT(store_document(store, tmp, GOV, STR("berkas"),
                              str_of(cases[i].name), (Date){cases[i].known},
                              &one, &found, &err));
        EXPECT(found == (cases[i].body != NULL));
        if (found) EXPECT_STR(one.body, cases[i].body);
        if (found) EXPECT_INT(one.version, cases[i].version);
        EXPECT(store_documents(store, tmp, GOV, STR("berkas"),
                               (Date){cases[i].known}, &all, &count, &err));
        EXPECT_INT((int64_t)count, cases[i].count);
    }
    store_close(store);
}

FACT(a_store_that_has_rested_reads_as_before)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Store *store = store_case_open(store_case_path(tmp, "rest"), NULL);
    Fact in = store_case_check_in(tmp, 1);
    Receipt receipt;
    Err err = {0};
    EXPECT(store_case_write(store, &in, &receipt, &err));
    for (int i = 0; i < 3; i++) {
        Fact back;
        bool found = false;
        store_rest(store);
        EXPECT(store_fact(store, tmp, GOV, in.id, &back, &found, &err) &&
               found);
    }
    store_close(store);
}
