/* SPDX-License-Identifier: Apache-2.0 */
#include "store/evidence.h"

#include "base/file.h"
#include "day/evidence.h"
#include "store/folder.h"
#include "store/store_part.h"

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

static const int64_t keep_us = INT64_C(24) * 3600 * 1000000;

/* ---- names --------------------------------------------------------------- */

static const char *room_of(Arena *arena, const char *folder)
{
    return file_path(arena, folder, FOLDER_EVIDENCE);
}

static const char *path_of(Arena *arena, const char *folder,
                           const EvidenceOf *of, Str name)
{
    char id[FACT_ID_TEXT];
    Str file = str_format(arena, "%.*s,%s,%.*s", STR_ARG(of->government),
                          fact_id_text(of->fact, id), STR_ARG(name));
    return file_path(arena, room_of(arena, folder), file.ptr);
}

typedef struct {
    EvidenceOf of;
    Str name;
} Owner;

static bool read_owner(Str file, Owner *out)
{
    Str id;
    return str_next(&file, ',', &out->of.government) &&
           str_next(&file, ',', &id) && fact_id_parse(id, &out->of.fact) &&
           str_next(&file, ',', &out->name) && file.len == 0 &&
           evidence_is_name(out->name);
}

static Str name_of(Arena *arena, Str bytes, const char *ending)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    char text[2 * sizeof digest + 1];
    CHECK(crypto_hash_sha256(digest, (const unsigned char *)bytes.ptr,
                             bytes.len) == 0);
    (void)sodium_bin2hex(text, sizeof text, digest, sizeof digest);
    return str_format(arena, "%s.%s", text, ending);
}

static bool is_of_name(Arena *tmp, Str bytes, Str name)
{
    const char *ending = str_c(tmp, str_slice(name, name.len - 3, name.len));
    return str_is(name_of(tmp, bytes, ending), name);
}

/* ---- put and read -------------------------------------------------------- */

static void lock(Store *store)
{
    CHECK(pthread_mutex_lock(&store->evidence) == 0);
}

static void unlock(Store *store)
{
    CHECK(pthread_mutex_unlock(&store->evidence) == 0);
}

static bool refuse_size(Err *err)
{
    (void)FAIL(err, ERR_LIMIT, "a file of 1 to %d bytes is kept with a fact",
               STORE_EVIDENCE_MOST);
    return err_id(err, "berkas pada fakta berisi 1 sampai %d bita",
                  STORE_EVIDENCE_MOST);
}

static bool refuse_failed(Err *err)
{
    (void)FAIL(err, ERR_IO, "storage failed before: no file is taken any more");
    return err_id(err, "penyimpanan telah gagal: tidak ada lagi berkas yang "
                       "diterima");
}

bool store_evidence_put(Store *store, Arena *arena, const EvidenceOf *of,
                        const char *ending, Str bytes, Str *name, Err *err)
{
    Str named = name_of(arena, bytes, ending);
    CHECK(evidence_is_name(named));
    if (store->scribe == NULL) return store_only_reads(err);
    if (!ledger_code(of->government, err)) return false;
    if (bytes.len == 0 || bytes.len > STORE_EVIDENCE_MOST)
        return refuse_size(err);
    if (store_failed(store)) return refuse_failed(err);
    lock(store);
    bool put = folder_make(room_of(arena, store->folder), false, err) &&
               folder_write_private(path_of(arena, store->folder, of, named),
                                    bytes, true, err);
    /* What a failed sync has lost no second one brings back. */
    if (!put && err->kind == ERR_IO) atomic_store(&store->failed, true);
    unlock(store);
    if (put) *name = named;
    return put;
}

static bool refuse_damage(Str name, Err *err)
{
    (void)FAIL(err, ERR_IO, "the file %.*s is damaged", STR_ARG(name));
    return err_id(err, "berkas %.*s rusak", STR_ARG(name));
}

bool store_evidence(Store *store, Arena *arena, const EvidenceOf *of, Str name,
                    Str *out, bool *found, Err *err)
{
    *found = false;
    if (!ledger_code(of->government, err)) return false;
    if (!evidence_is_name(name)) return true;
    const char *path = path_of(arena, store->folder, of, name);
    if (!file_exists(path)) return true;
    *found = true;
    return file_read(arena, path, STORE_EVIDENCE_MOST, out, err) &&
           (is_of_name(arena, *out, name) || refuse_damage(name, err));
}

/* ---- the scribe's -------------------------------------------------------- */

bool evidence_stands(const Writing *w, Str government, const Fact *fact,
                     Err *err)
{
    Evidence named = evidence_read(fact->evidence);
    EvidenceOf of = {government, fact->id};
    for (size_t i = 0; i < named.count; i++) {
        Str name = named.files[i];
        if (file_exists(path_of(w->tmp, w->store->folder, &of, name))) continue;
        (void)FAIL(err, ERR_ABSENT,
                   "the fact names a file that is not here: "
                   "%.*s",
                   STR_ARG(name));
        return err_id(err, "fakta itu menyebut berkas yang tidak ada: %.*s",
                      STR_ARG(name));
    }
    return true;
}

void evidence_doom(Writing *w, Str government, const Fact *fact)
{
    Evidence named = evidence_read(fact->evidence);
    EvidenceOf of = {government, fact->id};
    for (size_t i = 0; i < named.count; i++)
        VEC_PUSH(w->batch, &w->doomed,
                 path_of(w->batch, w->store->folder, &of, named.files[i]));
}

/* One that does not go now is of no fact any more, and goes with a sweep. */
void evidence_drop(const Writing *w)
{
    Err ignored = {0};
    for (size_t i = 0; i < w->doomed.count; i++)
        (void)unlink(w->doomed.at[i]);
    if (w->doomed.count > 0)
        (void)!folder_sync(room_of(w->tmp, w->store->folder), &ignored);
}

/* ---- verified ------------------------------------------------------------ */

/* A fact that was erased since its view was taken has no files any more. */
static bool is_erased(Store *store, Arena *tmp, const EvidenceOf *of,
                      bool *erased, Err *err)
{
    Fact fact;
    bool found = false;
    if (!store_fact(store, tmp, of->government, of->fact, &fact, &found, err))
        return false;
    *erased = !found;
    return true;
}

bool evidence_whole(Store *store, Str government, const Fact *fact,
                    const char **fault, const char **fault_id, Err *err)
{
    Evidence named = evidence_read(fact->evidence);
    EvidenceOf of = {government, fact->id};
    *fault = *fault_id = "";
    for (size_t i = 0; i < named.count; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        Err why = {0};
        bool found = false, erased = false;
        Str bytes;
        if (store_evidence(store, tmp, &of, named.files[i], &bytes, &found,
                           &why) &&
            found)
            continue;
        if (!is_erased(store, tmp, &of, &erased, err)) return false;
        if (erased) return true;
        *fault = found ? "a file that it names is damaged"
                       : "a file that it names is missing";
        *fault_id = found ? "berkas yang disebutnya rusak"
                          : "berkas yang disebutnya hilang";
        return true;
    }
    return true;
}

/* ---- swept --------------------------------------------------------------- */

static bool names_it(Store *store, Str file, bool *named, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Owner owner;
    Fact fact;
    *named = false;
    if (!read_owner(file, &owner)) return true;
    if (!store_fact(store, tmp, owner.of.government, owner.of.fact, &fact,
                    named, err))
        return false;
    *named = *named && evidence_names(fact.evidence, owner.name);
    return true;
}

/* Put again meanwhile, it is new: so nobody puts while this looks. */
static bool drop_old(Store *store, const char *path, Instant before)
{
    struct stat is;
    lock(store);
    bool old = stat(path, &is) == 0 &&
               (int64_t)is.st_mtim.tv_sec * 1000000 <= before.us;
    bool gone = old && unlink(path) == 0;
    unlock(store);
    return gone;
}

/* Files of no fact, put before that instant. */
static bool sweep(Store *store, Instant before, size_t *count, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    FileNames files = {0};
    const char *room = room_of(arena, store->folder);
    *count = 0;
    if (!folder_is(room)) return true;
    if (!file_list(arena, room, STR(""), &files, err)) return false;
    for (size_t i = 0; i < files.count; i++) {
        bool named = false;
        if (!names_it(store, files.at[i], &named, err)) return false;
        if (!named)
            *count += drop_old(store, file_path(arena, room, files.at[i].ptr),
                               before);
    }
    return *count == 0 || folder_sync(room, err);
}

bool store_evidence_sweep(Store *store, Instant now, size_t *count, Err *err)
{
    if (store->scribe == NULL) return store_only_reads(err);
    return sweep(store, (Instant){now.us - keep_us}, count, err);
}

/* ---- copies -------------------------------------------------------------- */

/* A file never changes, so on the same disk another name of it is a copy, which
 * costs nothing.  One that went meanwhile is of a fact that is erased. */
static bool copy_file(const char *from, const char *to, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    Err why = {0};
    Str bytes;
    if (file_exists(to) || link(from, to) == 0) return true;
    if (file_read(tmp, from, STORE_EVIDENCE_MOST, &bytes, &why))
        return folder_write_private(to, bytes, false, err);
    if (!file_exists(from)) return true;
    *err = why;
    return false;
}

bool evidence_copy(const Store *store, const char *folder, Err *err)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    FileNames files = {0};
    const char *from = room_of(arena, store->folder);
    const char *to = room_of(arena, folder);
    Owner owner;
    if (!folder_is(from)) return true;
    if (!folder_make(to, false, err) ||
        !file_list(arena, from, STR(""), &files, err))
        return false;
    for (size_t i = 0; i < files.count; i++) {
        const char *name = files.at[i].ptr;
        if (!read_owner(files.at[i], &owner)) continue;
        if (!copy_file(file_path(arena, from, name), file_path(arena, to, name),
                       err))
            return false;
    }
    return folder_sync(to, err);
}

bool evidence_prune(Store *copy, Err *err)
{
    size_t count = 0;
    return sweep(copy, (Instant){INT64_MAX}, &count, err);
}

void evidence_take_away(const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
    const char *room = room_of(tmp, folder);
    FileNames names = {0};
    Err ignored = {0};
    if (folder_is(room) && file_list(tmp, room, STR(""), &names, &ignored)) {
        for (size_t i = 0; i < names.count; i++)
            (void)unlink(file_path(tmp, room, names.at[i].ptr));
    }
    (void)rmdir(room);
}
