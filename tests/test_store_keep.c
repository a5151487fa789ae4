/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_store_keep.c - small records beside the facts: they change in place, in
 * one transaction with the facts that trace them, and know when to stay home.
 */
#include "base/file.h"
#include "harness.h"
#include "kill_work.h"
#include "store_vfs.h"

#include <pthread.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

static const Str GOV = STR_INIT("kotim");

/* ---- what the facts share ----------------------------------------------- */

static bool keep(Store *store, const KeepPut *puts, uint32_t count,
                 Receipt *out, Err *err)
{
    Intent intent = {.government = GOV, .keeps = puts, .keep_count = count};
    return store_write(store, &intent, out, err);
}

static bool keep_one(Store *store, const char *kind, const char *key,
                     const char *body, Err *err)
{
    Receipt receipt;
    KeepPut put = {str_of(kind), str_of(key), str_of(body)};
    return keep(store, &put, 1, &receipt, err);
}

static Str kept(Store *store, Arena *tmp, const char *kind, const char *key)
{
    Str body = {0};
    bool found = false;
    Err err = {0};
    if (!store_kept(store, tmp, GOV, str_of(kind), str_of(key), &body, &found,
                    &err))
        EXPECT_STR(err.text, "");
    return found ? body : STR("(none)");
}

typedef struct {
    Buf out;
    int most;
} Listing;

static bool list_one(void *context, Str key, Str body, Err *err)
{
    Listing *listing = context;
    if (listing->most-- == 0) return FAIL(err, ERR_LIMIT, "enough");
    buf_format(&listing->out, "%.*s=%.*s;", STR_ARG(key), STR_ARG(body));
    return true;
}

static Str listed(Store *store, Arena *tmp, Str government, const char *kind)
{
    Listing listing = {buf_in(tmp), 1000};
    Err err = {0};
    if (!store_kept_each(store, government, str_of(kind), list_one, &listing,
                         &err))
        EXPECT_STR(err.text, "");
    return buf_str(&listing.out);
}

/* A store in which "kotim" has one fact. */
static Store *begun(Arena *tmp, const char *folder)
{
    Store *store = store_case_open(folder, NULL);
    Fact fact = store_case_check_in(tmp, 1);
    Receipt receipt;
    Err err = {0};
    CHECK(store_case_write(store, &fact, &receipt, &err));
    return store;
}

static Str file_of(Arena *tmp, const char *folder, const char *name)
{
    Str bytes = STR("");
    Err err = {0};
    const char *path = file_path(tmp, folder, name);
    if (file_exists(path)) CHECK(file_read(tmp, path, 256 << 20, &bytes, &err));
    return bytes;
}

static bool lies_in(Arena *tmp, const char *folder, const char *canary)
{
    return str_find(file_of(tmp, folder, "tata-kerja.db"), str_of(canary), 0) !=
               SIZE_MAX ||
           str_find(file_of(tmp, folder, "tata-kerja.db-wal"), str_of(canary),
                    0) != SIZE_MAX;
}

/* ---- writing and reading ------------------------------------------------ */

FACT(a_record_is_put_changed_and_taken_away)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "keep");
    Store *store = begun(tmp, folder);
    Receipt receipt;
    Err err = {0};
    KeepPut two[] = {
        {STR("akun"), STR("P1"), STR("a=1\n")},
        {STR("sesi"), STR("P1"), STR("s")    },
    };
    EXPECT_STR(kept(store, tmp, "akun", "P1"), "(none)");
    EXPECT(keep(store, two, 2, &receipt, &err));
    EXPECT(receipt.number == 0 && receipt.received.us > 0 && !receipt.again);
    EXPECT_STR(kept(store, tmp, "akun", "P1"), "a=1\n");
    EXPECT_STR(kept(store, tmp, "sesi", "P1"), "s");
    EXPECT(keep_one(store, "akun", "P1", "b", &err));
    EXPECT(keep_one(store, "akun", "P0", "c", &err));
    EXPECT(keep_one(store, "akun", "nobody", "", &err));
    EXPECT_STR(listed(store, tmp, GOV, "akun"), "P0=c;P1=b;");
    EXPECT_STR(listed(store, tmp, STR("paser"), "akun"), "");
    EXPECT(keep_one(store, "akun", "P0", "", &err));
    EXPECT_STR(kept(store, tmp, "akun", "P0"), "(none)");
    store_close(store);

    ROW("after opening again, by a reader");
    store = store_case_reader(folder);
    EXPECT_STR(listed(store, tmp, GOV, "akun"), "P1=b;");
    EXPECT(!keep_one(store, "akun", "P1", "x", &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    store_close(store);
}

FACT(a_walk_over_records_stops_where_it_is_told)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = begun(tmp, store_case_path(tmp, "walk"));
    Listing listing = {buf_in(tmp), 1};
    Err err = {0};
    EXPECT(keep_one(store, "akun", "P1", "a", &err));
    EXPECT(keep_one(store, "akun", "P2", "b", &err));
    EXPECT(!store_kept_each(store, GOV, STR("akun"), list_one, &listing, &err));
    EXPECT_STR(err.text, "enough");
    EXPECT_STR(buf_str(&listing.out), "P1=a;");
    store_close(store);
}

FACT(what_cannot_be_kept_is_refused_in_both_languages)
{
    static const struct {
        const char *kind, *key;
        size_t body;
        ErrKind why;
    } cases[] = {
        {"rahasia", "P1",    1,     ERR_INPUT},
        {"",        "P1",    1,     ERR_INPUT},
        {"akun",    "",      1,     ERR_INPUT},
        {"akun",    "P\n",   1,     ERR_INPUT},
        {"akun",    "P\xff", 1,     ERR_INPUT},
        {"akun",    "P1",    16385, ERR_LIMIT},
    };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = begun(tmp, store_case_path(tmp, "bad"));
    char *body = NEW(tmp, char, 20000);
    for (size_t i = 0; i < 20000; i++)
        body[i] = 'x';
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s %s %zu", cases[i].kind, cases[i].key, cases[i].body);
        Err err = {0};
        Receipt receipt;
        KeepPut put = {
            str_of(cases[i].kind), str_of(cases[i].key), {body, cases[i].body}
        };
        EXPECT(!keep(store, &put, 1, &receipt, &err));
        EXPECT_INT(err.kind, cases[i].why);
        EXPECT(err.id[0] != '\0');
    }
    ROW("too many at once; none; of a government that is not here");
    Err err = {0};
    Receipt receipt;
    KeepPut put = {STR("akun"), STR("P1"), STR("x")};
    Intent other = {.government = STR("paser"), .keeps = &put, .keep_count = 1};
    EXPECT(!keep(store, &put, 5001, &receipt, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    EXPECT(!keep(store, &put, 0, &receipt, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    EXPECT(!store_write(store, &other, &receipt, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT(err.id[0] != '\0');
    EXPECT_STR(listed(store, tmp, GOV, "akun"), "");
    store_close(store);
}

/* ---- together with facts ------------------------------------------------ */

FACT(a_fact_and_its_record_are_written_together_or_not_at_all)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = begun(tmp, store_case_path(tmp, "both"));
    Fact facts[2] = {store_case_check_in(tmp, 2), store_case_check_in(tmp, 3)};
    KeepPut put = {STR("akun"), STR("P2"), STR("new")};
    Intent intent = {.government = GOV,
                     .facts = facts,
                     .fact_count = 1,
                     .keeps = &put,
                     .keep_count = 1};
    Receipt first, again;
    Err err = {0};
    EXPECT(store_write(store, &intent, &first, &err) && first.number == 2);
    EXPECT_STR(kept(store, tmp, "akun", "P2"), "new");

    ROW("known already: the record is not put back");
    EXPECT(keep_one(store, "akun", "P2", "newer", &err));
    EXPECT(store_write(store, &intent, &again, &err) && again.again);
    EXPECT_STR(kept(store, tmp, "akun", "P2"), "newer");

    ROW("a fact is refused: no record");
    facts[0] = facts[1];
    intent.fact_count = 2;
    put.body = STR("half");
    EXPECT(!store_write(store, &intent, &again, &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT_STR(kept(store, tmp, "akun", "P2"), "newer");

    ROW("a record is refused: no fact");
    intent.fact_count = 1;
    put.kind = STR("lain");
    EXPECT(!store_write(store, &intent, &again, &err));
    EXPECT_INT((int64_t)store_case_count(store), 2);
    store_close(store);
}

/* A number that is kept, and one more. */
typedef struct {
    Arena *arena;
    KeepPut put;
    bool shut, spoil;
} Counting;

static bool one_more(Store *store, void *context, Err *err)
{
    Counting *c = context;
    Str body = {0};
    bool found = false;
    if (c->shut) return FAIL(err, ERR_DENIED, "shut");
    if (!store_kept(store, c->arena, GOV, c->put.kind, c->put.key, &body,
                    &found, err))
        return false;
    if (c->spoil) c->put.kind = STR("lain");
    c->put.body = str_format(c->arena, "%.*sx", found ? (int)body.len : 0,
                             found ? body.ptr : "");
    return true;
}

static bool count_up(Store *store, Counting *c, Err *err)
{
    Receipt receipt;
    Intent intent = {.government = GOV,
                     .keeps = &c->put,
                     .keep_count = 1,
                     .guard = one_more,
                     .context = c};
    return store_write(store, &intent, &receipt, err);
}

static void *count_often(void *context)
{
    for (int i = 0; i < 50; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        Counting c = {
            .arena = tmp, .put = {STR("gagal"), STR("P1"), {0}}
        };
        Err err = {0};
        CHECK(count_up(context, &c, &err));
    }
    return NULL;
}

FACT(a_guard_sees_what_is_kept_and_says_what_will_be)
{
    enum { THREADS = 4 };
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = begun(tmp, store_case_path(tmp, "guard"));
    pthread_t threads[THREADS];
    Err err = {0};
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, count_often, store) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    EXPECT_INT((int64_t)kept(store, tmp, "gagal", "P1").len, THREADS * 50);

    ROW("refused by the guard");
    Counting c = {
        .arena = tmp, .put = {STR("gagal"), STR("P2"), {0}},
             .shut = true
    };
    EXPECT(!count_up(store, &c, &err));
    EXPECT_STR(err.text, "shut");
    ROW("what the guard said cannot be kept");
    c = (Counting){
        .arena = tmp, .put = {STR("gagal"), STR("P2"), {0}},
             .spoil = true
    };
    EXPECT(!count_up(store, &c, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT_STR(listed(store, tmp, GOV, "lain"), "");
    store_close(store);
}

FACT(what_was_taken_away_is_in_no_file)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    const char *folder = store_case_path(tmp, "gone");
    Store *store = begun(tmp, folder);
    Err err = {0};
    for (int i = 0; i < 300; i++) {
        const char *key = str_format(tmp, "P%d", i * 7919 % 300).ptr;
        EXPECT(keep_one(store, "sesi", key, i % 3 == 0 ? "KENARI-1" : "batu",
                        &err));
    }
    for (int i = 0; i < 300; i += 3) {
        const char *key = str_format(tmp, "P%d", i * 7919 % 300).ptr;
        EXPECT(keep_one(store, "sesi", key, "", &err));
    }
    store_close(store);
    EXPECT(!lies_in(tmp, folder, "KENARI-1"));
    EXPECT(lies_in(tmp, folder, "batu"));
}

/* ---- copies ------------------------------------------------------------- */

FACT(a_copy_has_no_session_and_accounts_only_with_the_keys)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    static const char *const kinds[] = {"akun",     "nama",  "administrator",
                                        "peragaan", "gagal", "undangan",
                                        "sesi",     "token"};
    static const struct {
        const char *name;
        bool keys, restored;
    } copies[] = {
        {"with",         true,  false},
        {"without",      false, false},
        {"with-back",    true,  true },
        {"without-back", false, true },
    };
    Store *store = begun(tmp, store_case_path(tmp, "source"));
    Err err = {0};
    for (size_t k = 0; k < COUNT(kinds); k++) {
        Str body = str_format(tmp, "KENARI-%s", kinds[k]);
        EXPECT(keep_one(store, kinds[k], "P1", body.ptr, &err));
    }
    for (size_t i = 0; i < COUNT(copies); i++) {
        ROW("%s", copies[i].name);
        const char *folder = store_case_path(tmp, copies[i].name);
        const char *from =
            copies[i].restored ? store_case_path(tmp, copies[i - 2].name) : "";
        EXPECT(copies[i].restored
                   ? store_restore(from, folder, &err)
                   : store_backup(store, folder, copies[i].keys, &err));
        for (size_t k = 0; k < COUNT(kinds); k++) {
            bool travels = copies[i].keys && k < 4;
            Str body = str_format(tmp, "KENARI-%s", kinds[k]);
            EXPECT(lies_in(tmp, folder, body.ptr) == travels);
        }
        JournalState state;
        Store *copy = store_case_reader(folder);
        EXPECT_STR(store_case_fault(copy, tmp, &state), "");
        store_close(copy);
    }
    EXPECT_STR(kept(store, tmp, "sesi", "P1"), "KENARI-sesi");
    store_close(store);
}

/* ---- boxes -------------------------------------------------------------- */

FACT(a_box_opens_here_and_nowhere_without_its_key)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "box");
    const char *copy = store_case_path(tmp, "box-copy");
    Store *store = begun(tmp, folder);
    Str box, again, text;
    Err err = {0};
    EXPECT(!store_unbox(store, tmp, STR("x"), &text, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT(store_box(store, tmp, STR("RAHASIA"), &box, &err));
    EXPECT(store_box(store, tmp, STR("RAHASIA"), &again, &err));
    EXPECT(!str_is(box, again));
    EXPECT(str_find(box, STR("RAHASIA"), 0) == SIZE_MAX);
    EXPECT(store_unbox(store, tmp, box, &text, &err));
    EXPECT_STR(text, "RAHASIA");
    EXPECT(!store_unbox(store, tmp, STR("12345678:AAAA"), &text, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(store_backup(store, copy, false, &err));
    store_close(store);

    ROW("in a copy without keys");
    store = store_case_open(copy, NULL);
    EXPECT(!store_unbox(store, tmp, box, &text, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT(store_box(store, tmp, STR("lain"), &again, &err));
    EXPECT(!store_unbox(store, tmp, box, &text, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    store_close(store);
}

/* ---- from version 1 ----------------------------------------------------- */

/* Make of today's data what the first version left. */
static void make_old(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1024);
    sqlite3 *db = NULL;
    CHECK(sqlite3_open(file_path(tmp, folder, "tata-kerja.db"), &db) ==
          SQLITE_OK);
    CHECK(sqlite3_exec(db,
                       "DROP TABLE keep; PRAGMA user_version = 1; "
                       "PRAGMA wal_checkpoint(TRUNCATE)",
                       NULL, NULL, NULL) == SQLITE_OK);
    CHECK(sqlite3_close(db) == SQLITE_OK);
}

static void is_whole_and_new(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    JournalState state;
    Err err = {0};
    Store *store = store_case_open(folder, NULL);
    EXPECT_STR(store_case_fault(store, tmp, &state), "");
    EXPECT_INT((int64_t)state.records, 1);
    EXPECT(keep_one(store, "akun", "P1", "a", &err));
    store_close(store);
    store = store_case_reader(folder);
    EXPECT_STR(kept(store, tmp, "akun", "P1"), "a");
    store_close(store);
}

FACT(data_of_the_first_version_are_brought_up_to_date)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const char *folder = store_case_path(tmp, "old");
    StoreWish read = {.folder = folder};
    Store *store = begun(tmp, folder);
    Err err = {0};
    store_close(store);
    make_old(folder);
    ROW("a reader changes nothing");
    EXPECT(!store_open(&read, &store, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT_HAS(err.id, "versi lama");
    ROW("a writer does");
    is_whole_and_new(folder);
}

/* Open for writing in a process that ends before its k-th call to the disk. */
static bool ends_while_opening(StoreVfs *vfs, const char *folder, uint64_t k)
{
    int status = 0;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        Store *store = NULL;
        Err err = {0};
        StoreWish wish = {.folder = folder, .write = true, .vfs = "upgrade"};
        store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_EXIT, .call = k});
        _exit(store_open(&wish, &store, &err) ? 0 : 1);
    }
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status));
    EXPECT(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 77);
    return WEXITSTATUS(status) == 77;
}

FACT(ended_at_any_call_the_data_of_the_first_version_are_whole)
{
    StoreVfs *vfs = store_vfs_open("upgrade");
    uint64_t ends = 0;
    for (uint64_t k = 1; ends + 1 >= k && k < 200; k++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        const char *folder = store_case_path(tmp, "ended");
        ROW("call %llu", (unsigned long long)k);
        kill_work_wipe(folder);
        store_close(begun(tmp, folder));
        make_old(folder);
        ends += ends_while_opening(vfs, folder, k);
        is_whole_and_new(folder);
    }
    EXPECT(ends >= 5);
    store_vfs_close(vfs);
}
