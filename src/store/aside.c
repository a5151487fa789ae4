/* SPDX-License-Identifier: Apache-2.0 */
/*
 * aside.c - what was brought and waits for a word: private files, named by the
 * id of the form that brought them.
 */
#include "base/file.h"
#include "store/folder.h"
#include "store/store_part.h"

#include <unistd.h>

#define FOLDER_ASIDE "titipan"

static const int64_t keep_us = INT64_C(24) * 3600 * 1000000;

static const char *path_of(const Store *store, Arena *arena, const char *name)
{
    const char *folder = file_path(arena, store->folder, FOLDER_ASIDE);
    return file_path(arena, folder, name);
}

static bool is_old(Str name, Instant now)
{
    FactId id;
    return fact_id_parse(name, &id) &&
           fact_id_instant(id).us < now.us - keep_us;
}

/* What nobody has confirmed in a day; a file that cannot go stays. */
static void drop_old(const Store *store, Arena *tmp, Instant now)
{
    Err ignored = {0};
    FileNames names = {0};
    const char *folder = file_path(tmp, store->folder, FOLDER_ASIDE);
    if (!file_list(tmp, folder, STR(""), &names, &ignored)) return;
    for (size_t i = 0; i < names.count; i++) {
        if (is_old(names.at[i], now))
            (void)unlink(path_of(store, tmp, str_c(tmp, names.at[i])));
    }
}

bool store_aside_put(Store *store, FactId id, Instant now, Str bytes, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    char name[FACT_ID_TEXT];
    if (store->scribe == NULL) return store_only_reads(err);
    if (bytes.len > STORE_ASIDE_MOST) {
        (void)FAIL(err, ERR_LIMIT, "more than %d bytes are not set aside",
                   STORE_ASIDE_MOST);
        return err_id(err, "lebih dari %d bita tidak dapat dititipkan",
                      STORE_ASIDE_MOST);
    }
    if (!folder_make(file_path(tmp, store->folder, FOLDER_ASIDE), false, err))
        return false;
    drop_old(store, tmp, now);
    return folder_write_private(path_of(store, tmp, fact_id_text(id, name)),
                                bytes, true, err);
}

bool store_aside(Store *store, Arena *arena, FactId id, Str *out, bool *found,
                 Err *err)
{
    char name[FACT_ID_TEXT];
    const char *path = path_of(store, arena, fact_id_text(id, name));
    *found = file_exists(path);
    return !*found || file_read(arena, path, STORE_ASIDE_MOST, out, err);
}

void store_aside_drop(Store *store, FactId id)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    char name[FACT_ID_TEXT];
    (void)unlink(path_of(store, tmp, fact_id_text(id, name)));
}
