/* SPDX-License-Identifier: Apache-2.0 */
#include "app/export.h"

#include "app/data_parts.h"
#include "app/load.h"
#include "day/evidence.h"
#include "store/folder.h"

#include <string.h>

/* Names come from data that others may have made: none may lead out. */
static bool name_is_safe(Str name)
{
    Str rest = name;
    Str piece = {0};
    if (name.len == 0 || str_ends(name, STR("/"))) return false;
    while (str_next(&rest, '/', &piece)) {
        if (piece.len == 0 || piece.ptr[0] == '.') return false;
    }
    return memchr(name.ptr, '\0', name.len) == NULL;
}

static bool refuse_name(Str name, Err *err)
{
    Str shown = str_slice(name, 0, 100);
    (void)FAIL(err, ERR_INPUT, "'%.*s' is no name of a file in a folder",
               STR_ARG(shown));
    return err_id(err, "'%.*s' bukan nama berkas di dalam folder",
                  STR_ARG(shown));
}

static bool make_folders(Arena *arena, const char *folder, Str name, Err *err)
{
    for (size_t at = str_find(name, STR("/"), 0); at != SIZE_MAX;
         at = str_find(name, STR("/"), at + 1)) {
        const char *inside = str_c(arena, str_slice(name, 0, at));
        if (!folder_make(file_path(arena, folder, inside), false, err))
            return false;
    }
    return true;
}

static bool write_file(Arena *arena, const char *folder, Str name, Str body,
                       Err *err)
{
    if (!name_is_safe(name)) return refuse_name(name, err);
    return make_folders(arena, folder, name, err) &&
           file_write(file_path(arena, folder, str_c(arena, name)), body, err);
}

static bool write_files(Arena *arena, const DataFiles *files,
                        const char *folder, Err *err)
{
    const Document *settings = NULL;
    for (size_t i = 0; i < files->count; i++) {
        const Document *file = &files->documents[i];
        if (str_is(file->name, STR("government.conf")))
            settings = file;
        else if (!write_file(arena, folder, file->name, file->body, err))
            return false;
    }
    return settings == NULL ||
           write_file(arena, folder, settings->name, settings->body, err);
}

/* The other documents, the newest version of each, in folders by kind. */
static bool write_archive(Arena *arena, Store *store, Str government,
                          const char *folder, size_t *count, Err *err)
{
    for (size_t k = 0; k < data_archive_kind_count; k++) {
        Str kind = str_of(data_archive_kinds[k]);
        Document *all = NULL;
        size_t found = 0;
        if (!store_documents(store, arena, government, kind, DATE_NEVER, &all,
                             &found, err))
            return false;
        for (size_t i = 0; i < found; i++) {
            Str name = str_format(arena, DATA_ARCHIVE "/%.*s/%.*s",
                                  STR_ARG(kind), STR_ARG(all[i].name));
            if (!write_file(arena, folder, name, all[i].body, err))
                return false;
        }
        *count += found;
    }
    return true;
}

typedef struct {
    Store *store;
    Str government;
    const char *folder;
    DataPartsOut parts;
    size_t files;
} FactsOut;

static bool refuse_gone(Str name, Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "a file that a fact names is not here: %.*s",
               STR_ARG(name));
    return err_id(err, "berkas yang disebut fakta tidak ada: %.*s",
                  STR_ARG(name));
}

/* The files that a fact names, beside the archive. */
static bool write_evidence(FactsOut *out, const Fact *fact, Err *err)
{
    Evidence named = evidence_read(fact->evidence);
    for (size_t i = 0; i < named.count; i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 14);
        char id[FACT_ID_TEXT];
        bool found = false;
        Str bytes;
        Str name =
            str_format(tmp, DATA_EVIDENCE "/%s,%.*s",
                       fact_id_text(fact->id, id), STR_ARG(named.files[i]));
        if (!store_evidence(out->store, tmp,
                            &(EvidenceOf){out->government, fact->id},
                            named.files[i], &bytes, &found, err) ||
            (!found && !refuse_gone(named.files[i], err)) ||
            !write_file(tmp, out->folder, name, bytes, err))
            return false;
        out->files++;
    }
    return true;
}

/* What a loading wrote is said by the files themselves. */
static bool put_fact(void *context, uint64_t number, const Fact *fact, Err *err)
{
    FactsOut *out = context;
    (void)number;
    return load_wrote(fact) || (data_parts_put(&out->parts, fact, err) &&
                                write_evidence(out, fact, err));
}

static bool write_facts(Arena *arena, Store *store, const ExportWish *wish,
                        const char *folder, Exported *out, Err *err)
{
    FactsOut facts = {.store = store,
                      .government = wish->government,
                      .folder = folder,
                      .parts = data_parts_out(arena, folder, wish->rows)};
    FactQuery query = {.government = wish->government, .days = WINDOW_ALL};
    if (!store_facts(store, NULL, &query, put_fact, &facts, err) ||
        !data_parts_end(&facts.parts, err))
        return false;
    out->facts = facts.parts.facts;
    out->archive = facts.files;
    return true;
}

bool export_folder(Arena *arena, Store *store, const ExportWish *wish,
                   const char *folder, Exported *out, Err *err)
{
    Str government = wish->government;
    DataFiles files = {0};
    Exported exported = {0};
    if (!data_berkas(arena, store, government, DATE_NEVER, &files, err))
        return false;
    if (files.count == 0) {
        (void)FAIL(err, ERR_ABSENT, "the data hold no government '%.*s'",
                   STR_ARG(government));
        return err_id(err, "data ini tidak memuat pemerintah daerah '%.*s'",
                      STR_ARG(government));
    }
    if (!folder_make(folder, true, err) ||
        !write_facts(arena, store, wish, folder, &exported, err) ||
        !write_archive(arena, store, government, folder, &exported.archive,
                       err) ||
        !write_files(arena, &files, folder, err))
        return false;
    exported.files = files.count;
    *out = exported;
    return true;
}
