/*
 * fuzz_journal.c - hostile bytes as a database, or as the canonical text of a
 * fact: refused or read, never a crash; and a text that is read is written
 * and read again, the same.
 *
 * The first byte says which: 'f' a fact's text, else the bytes of a database.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/file.h"
#include "store/store.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void try_fact(Arena *tmp, Str text)
{
    Fact fact;
    Fact again;
    Err err = {0};
    Buf out = buf_in(tmp);
    if (!fact_read(tmp, text, &fact, &err)) return;
    fact_write(&fact, &out);
    CHECK(fact_read(tmp, buf_str(&out), &again, &err));
    CHECK(fact_is(&fact, &again));
}

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    size_t *count = context;
    (void)number;
    (void)err;
    CHECK(fact_minute(fact) >= -30000);
    return ++*count < 1000;
}

static void ask_all(Store *store, Arena *tmp, Str government)
{
    FactQuery q = {.government = government, .days = WINDOW_ALL};
    JournalState state;
    Document *documents = NULL;
    BoardRow *board = NULL;
    Str head;
    size_t count = 0;
    bool stands = false;
    Err err = {0};
    (void)!store_verify(store, tmp, government, &state, &err);
    (void)!store_facts(store, tmp, &q, take, &count, &err);
    (void)!store_board(store, tmp, government, (Date){18477}, &board, &count,
                       &err);
    (void)!store_documents(store, tmp, government, STR("berkas"), DATE_NEVER,
                           &documents, &count, &err);
    if (store_head(store, tmp, government, &head, &err))
        (void)!store_head_stands(store, tmp, government, head, &stands, &err);
}

static void try_folder(Arena *tmp, const char *folder)
{
    Store *store = NULL;
    Str *codes = NULL;
    size_t count = 0;
    Err err = {0};
    StoreWish wish = {.folder = folder};
    if (!store_open(&wish, &store, &err)) return;
    if (store_governments(store, tmp, &codes, &count, &err)) {
        for (size_t i = 0; i < count && i < 4; i++)
            ask_all(store, tmp, codes[i]);
    }
    store_close(store);
}

static void try_database(Arena *tmp, Str bytes)
{
    static const char *const parts[] = {"tata-kerja.db", "tata-kerja.db-wal",
                                        "tata-kerja.db-shm"};
    char folder[] = "/tmp/fuzz-journal-XXXXXX";
    Err err = {0};
    CHECK(mkdtemp(folder) != NULL);
    if (file_write(file_path(tmp, folder, parts[0]), bytes, &err))
        try_folder(tmp, folder);
    for (size_t i = 0; i < COUNT(parts); i++)
        (void)unlink(file_path(tmp, folder, parts[i]));
    CHECK(rmdir(folder) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    if (size > 0 && bytes[0] == 'f')
        try_fact(tmp, str_slice(text, 1, size));
    else
        try_database(tmp, text);
    return 0;
}
