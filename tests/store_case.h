/* SPDX-License-Identifier: Apache-2.0 */
/*
 * store_case.h - what the tests of the store share: folders, facts, intents,
 * and the backends that every contract test runs on.
 */
#pragma once

#include "base/rand.h"
#include "store/store.h"

/* One row today; a second backend is a second row. */
typedef struct {
    const char *name;
} StoreCaseBackend;

extern const StoreCaseBackend store_case_backends[];
extern const size_t store_case_backend_count;

/* A fresh path under the test's folder, not made yet. */
const char *store_case_path(Arena *arena, const char *name);

/* Open for writing, made when need be; CHECKs. */
Store *store_case_open(const char *folder, const char *vfs);
Store *store_case_reader(const char *folder);

/* The n-th instant of the tests, and an id of it. */
Instant store_case_instant(uint64_t n);
FactId store_case_id(uint64_t n);

/* A check-in of person n: "P00042" of unit "U7", at home or in the office. */
Fact store_case_check_in(Arena *arena, uint64_t n);
Fact store_case_report(Arena *arena, uint64_t n, Str text);
Fact store_case_erase(uint64_t n, FactId about);
Fact store_case_cancel(uint64_t n, FactId about);

/* Write one fact of government "kotim". */
bool store_case_write(Store *store, const Fact *fact, Receipt *out, Err *err);
bool store_case_put(Store *store, const Fact *fact, const DocumentPut *puts,
                    uint32_t count, Receipt *out, Err *err);

/* What store_verify says of "kotim": its fault, or "" */
Str store_case_fault(Store *store, Arena *arena, JournalState *out);
/* How many facts of "kotim" there are. */
uint64_t store_case_count(Store *store);

/* A random fact of many kinds about few people, units and days; `ids` are
 * those written so far, for corrections and answers. */
Fact store_case_random(Arena *arena, Rand *rand, const FactId *ids,
                       size_t count);
