/* SPDX-License-Identifier: Apache-2.0 */
/*
 * load_folder.c - the folder that is to be loaded, read and checked.
 */
#include "app/load_part.h"
#include "app/published.h"
#include "store/folder.h"

#include <stdlib.h>

enum { FILE_MOST = 64 << 20, FILES_MOST = 10000, DEPTH_MOST = 8 };

/* ---- the folder --------------------------------------------------------- */

typedef struct {
    Arena *arena;
    const char *folder;
    VEC(Document) files, archive;
    FileNames evidence;
} Walk;

static bool refuse_many(Err *err)
{
    (void)FAIL(err, ERR_LIMIT,
               "more than %d files, or folders deeper than %d; is it the right "
               "folder?",
               FILES_MOST, DEPTH_MOST);
    return err_id(err,
                  "lebih dari %d berkas, atau folder lebih dalam dari %d "
                  "tingkat; apakah foldernya benar?",
                  FILES_MOST, DEPTH_MOST);
}

static bool refuse_kind(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s': " DATA_ARCHIVE " holds the folders jadwal, rekap, "
               "usulan and bukti",
               STR_ARG(name));
    return err_id(err,
                  "'%.*s': " DATA_ARCHIVE " memuat folder jadwal, rekap, "
                  "usulan dan bukti",
                  STR_ARG(name));
}

/* "arsip/KIND/NAME" */
static bool take_archive(Walk *w, Str name, Str body, Err *err)
{
    Str rest = name;
    Str folder = {0};
    Str kind = {0};
    bool named = str_next(&rest, '/', &folder) && str_next(&rest, '/', &kind);
    if (!named || !data_archive_has(kind) || rest.len == 0)
        return refuse_kind(name, err);
    VEC_PUSH(w->arena, &w->archive,
             ((Document){.kind = kind, .name = rest, .body = body}));
    return true;
}

/* The facts are read apart, a file at a time. */
static bool take_file(Walk *w, Str name, Err *err)
{
    DataFiles disk = {.folder = w->folder};
    Str body = {0};
    if (data_parts_is(name)) return true;
    if (load_evidence_is(name)) {
        VEC_PUSH(w->arena, &w->evidence, name);
        return true;
    }
    if (!data_files_read(w->arena, &disk, name.ptr, FILE_MOST, &body, err))
        return false;
    if (body.len == 0) return data_files_empty(name, err);
    if (w->files.count + w->archive.count == FILES_MOST)
        return refuse_many(err);
    if (str_starts(name, STR(DATA_ARCHIVE "/")))
        return take_archive(w, name, body, err);
    VEC_PUSH(w->arena, &w->files,
             ((Document){.kind = DATA_FILE_KIND, .name = name, .body = body}));
    return true;
}

/* Folder `inside` of the folder; "" is the folder itself. */
static bool walk_folder(Walk *w, const char *inside, int depth, Err *err)
{
    FileNames names = {0};
    if (depth > DEPTH_MOST) return refuse_many(err);
    if (!file_list(w->arena, file_path(w->arena, w->folder, inside), STR(""),
                   &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        Str name =
            str_format(w->arena, "%s%s%.*s", inside,
                       inside[0] == '\0' ? "" : "/", STR_ARG(names.at[i]));
        bool folder = folder_is(file_path(w->arena, w->folder, name.ptr));
        if (!(folder ? walk_folder(w, name.ptr, depth + 1, err)
                     : take_file(w, name, err)))
            return false;
    }
    return true;
}

static int by_name(const void *a, const void *b)
{
    return str_order(((const Document *)a)->name, ((const Document *)b)->name);
}

/* ---- the archive --------------------------------------------------------- */

static const Document *archived(const LoadFolder *from, Str kind, Str name)
{
    for (size_t i = 0; i < from->archive.count; i++) {
        const Document *doc = &from->archive.documents[i];
        if (str_is(doc->kind, kind) && str_is(doc->name, name)) return doc;
    }
    return NULL;
}

bool load_refuse_archive(const Document *doc, const char *id, const char *en,
                         Err *err)
{
    (void)FAIL(err, ERR_INPUT, DATA_ARCHIVE "/%.*s/%.*s: %s",
               STR_ARG(doc->kind), STR_ARG(doc->name), en);
    return err_id(err, DATA_ARCHIVE "/%.*s/%.*s: %s", STR_ARG(doc->kind),
                  STR_ARG(doc->name), id);
}

/* A certificate stands with its table, and is said with it. */
static Str table_of(Arena *arena, Str name)
{
    Str ending = STR(".cert");
    if (!str_ends(name, ending)) return name;
    return str_format(arena, "%.*s.csv", (int)(name.len - ending.len),
                      name.ptr);
}

static const Fact *saying(const LoadFolder *from, FactKind kind, Str name,
                          Str digest)
{
    for (size_t i = 0; i < from->said.count; i++) {
        const Fact *fact = &from->said.at[i];
        if (fact->kind == kind && str_is(fact->thing, name) &&
            (digest.len == 0 || str_is(fact->evidence, digest)))
            return fact;
    }
    return NULL;
}

const Fact *load_said(const LoadFolder *from, Str kind, Str name, Str digest)
{
    if (str_is(kind, STR(PUBLISHED_KIND)))
        return saying(from, FACT_PUBLISH, table_of(from->arena, name), STR(""));
    return saying(from, FACT_DOCUMENT, name, digest);
}

/* Was it published so, as the folder's own facts say? */
static bool is_as_published(const LoadFolder *from, const Document *doc,
                            Err *err)
{
    Arena *arena = from->arena;
    Str name = table_of(arena, doc->name);
    const Fact *fact = load_said(from, doc->kind, doc->name, STR(""));
    const Document *said = archived(from, doc->kind, name), *proof = NULL;
    if (str_ends(name, STR(".csv")))
        proof = archived(
            from, doc->kind,
            str_format(arena, "%.*s.cert", (int)(name.len - 4), name.ptr));
    if (fact == NULL)
        return load_refuse_archive(doc, "tidak ada fakta yang menyebutnya",
                                   "no fact says it", err);
    Str body = said == NULL ? STR("") : said->body;
    Str beside = proof == NULL ? STR("") : proof->body;
    return str_is(fact->evidence, published_digest(arena, body, beside)) ||
           load_refuse_archive(doc, "bukan yang diterbitkan",
                               "is not what was published", err);
}

static bool check_archive(const LoadFolder *from, Err *err)
{
    for (size_t i = 0; i < from->archive.count; i++) {
        const Document *doc = &from->archive.documents[i];
        if (str_is(doc->kind, STR(PUBLISHED_KIND)) &&
            !is_as_published(from, doc, err))
            return false;
    }
    return true;
}

bool load_read(Arena *arena, const char *folder, LoadFolder *out, Err *err)
{
    Walk w = {.arena = arena, .folder = folder};
    *out = (LoadFolder){
        .arena = arena, .folder = folder, .office = {.arena = arena}};
    if (!file_exists(file_path(arena, folder, "government.conf")))
        return office_open(arena, folder, &out->office, err);
    if (!walk_folder(&w, "", 0, err)) return false;
    if (w.files.count > 1)
        qsort(w.files.at, w.files.count, sizeof w.files.at[0], by_name);
    out->files = (DataFiles){folder, w.files.at, w.files.count};
    out->archive = (DataFiles){folder, w.archive.at, w.archive.count};
    out->evidence = w.evidence;
    return office_open_files(arena, &out->files, &out->office, err) &&
           load_facts_read(out, err) && check_archive(out, err);
}
