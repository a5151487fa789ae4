/* SPDX-License-Identifier: Apache-2.0 */
#include "app/export.h"

#include "app/data_facts.h"
#include "app/load.h"
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

/* Those that a folder says in no other way. */
static size_t drop_said(DataFacts *facts)
{
    size_t kept = 0;
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        if (!load_wrote(fact)) facts->at[kept++] = *fact;
    }
    facts->count = kept;
    return kept;
}

static bool write_facts(Arena *arena, Store *store, Str government,
                        const char *folder, Exported *out, Err *err)
{
    DataFacts facts = {0};
    Buf table = buf_in(arena);
    DataFactsWish wish = {.government = government, .known = DATE_NEVER};
    if (!data_facts(arena, store, &wish, &facts, err)) return false;
    out->facts = drop_said(&facts);
    if (out->facts == 0) return true;
    data_facts_write(facts.at, facts.count, &table);
    if (!buf_ok(&table)) return FAIL(err, ERR_LIMIT, "too many facts");
    return file_write(file_path(arena, folder, DATA_FACTS_FILE),
                      buf_str(&table), err);
}

bool export_folder(Arena *arena, Store *store, Str government,
                   const char *folder, Exported *out, Err *err)
{
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
        !write_facts(arena, store, government, folder, &exported, err) ||
        !write_archive(arena, store, government, folder, &exported.archive,
                       err) ||
        !write_files(arena, &files, folder, err))
        return false;
    exported.files = files.count;
    *out = exported;
    return true;
}
