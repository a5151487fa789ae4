/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_aside.c - what is set aside is private, is given back as it was,
 * and does not stay.
 */
#include "base/file.h"
#include "harness.h"
#include "store_case.h"

#include <sys/stat.h>

static const int64_t hour = INT64_C(3600) * 1000000;

static Instant hours(int64_t n)
{
    return (Instant){store_case_instant(1).us + n * hour};
}

static FactId id_at(Instant at)
{
    return fact_id_of(at, 1, 2);
}

static bool is_there(Store *store, Arena *arena, FactId id, Str *out)
{
    Err err = {0};
    bool found = false;
    *out = (Str){0};
    EXPECT(store_aside(store, arena, id, out, &found, &err));
    return found;
}

static void expect_private(Arena *arena, const char *folder, FactId id)
{
    struct stat st;
    char name[FACT_ID_TEXT];
    const char *aside = file_path(arena, folder, "titipan");
    CHECK(stat(file_path(arena, aside, fact_id_text(id, name)), &st) == 0);
    EXPECT_INT((int)(st.st_mode & 0777), 0600);
    CHECK(stat(aside, &st) == 0);
    EXPECT_INT((int)(st.st_mode & 0777), 0700);
}

FACT(what_is_set_aside_comes_back_and_goes)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "aside");
    Store *store = store_case_open(folder, NULL);
    Instant now = hours(0);
    FactId id = id_at(now);
    Err err = {0};
    Str out;
    EXPECT(!is_there(store, arena, id, &out));
    EXPECT(store_aside_put(store, id, now, STR("a\0b\n"), &err));
    EXPECT(is_there(store, arena, id, &out));
    EXPECT_STR(out, STR("a\0b\n"));
    expect_private(arena, folder, id);
    EXPECT(store_aside_put(store, id, now, STR(""), &err));
    EXPECT(is_there(store, arena, id, &out));
    EXPECT_STR(out, "");
    EXPECT_INT((int64_t)store_case_count(store), 0);
    store_aside_drop(store, id);
    store_aside_drop(store, id);
    EXPECT(!is_there(store, arena, id, &out));
    store_close(store);
}

FACT(what_nobody_confirms_goes_after_a_day)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Store *store = store_case_open(store_case_path(arena, "aside-old"), NULL);
    Err err = {0};
    Str out;
    FactId first = id_at(hours(0)), second = id_at(hours(2));
    EXPECT(store_aside_put(store, first, hours(0), STR("1"), &err));
    EXPECT(store_aside_put(store, second, hours(24), STR("2"), &err));
    EXPECT(is_there(store, arena, first, &out));
    EXPECT(store_aside_put(store, id_at(hours(25)), hours(25), STR("3"), &err));
    EXPECT(!is_there(store, arena, first, &out));
    EXPECT(is_there(store, arena, second, &out));
    store_close(store);
}

FACT(who_only_reads_sets_nothing_aside_and_no_more_than_fits)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    const char *folder = store_case_path(arena, "aside-read");
    Store *store = store_case_open(folder, NULL);
    Store *reader = store_case_reader(folder);
    Err err = {0};
    Str out;
    FactId id = id_at(hours(0));
    char *zeros = NEW(arena, char, STORE_ASIDE_MOST + 1);
    Str much = {zeros, STORE_ASIDE_MOST + 1};
    EXPECT(!store_aside_put(store, id, hours(0), much, &err));
    EXPECT_INT((int)err.kind, ERR_LIMIT);
    err = (Err){0};
    EXPECT(!store_aside_put(reader, id, hours(0), STR("1"), &err));
    EXPECT_INT((int)err.kind, ERR_DENIED);
    EXPECT(!is_there(reader, arena, id, &out));
    store_close(reader);
    store_close(store);
}
