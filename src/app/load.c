/* SPDX-License-Identifier: Apache-2.0 */
#include "app/load.h"

#include "app/data_facts.h"
#include "app/published.h"
#include "store/folder.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* What the fact DOCUMENT of fakta.csv says beside its digest. */
#define FACTS_KIND "fakta"

enum { FILE_MOST = 64 << 20, FILES_MOST = 10000, DEPTH_MOST = 8 };

/* ---- the folder --------------------------------------------------------- */

typedef struct {
    Arena *arena;
    const char *folder;
    VEC(Document) files, archive;
    Str facts;
} Walk;

static bool refuse_empty(Str name, Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is empty; take it out of the folder or fill it",
               STR_ARG(name));
    return err_id(err, "'%.*s' kosong; keluarkan dari folder atau isi",
                  STR_ARG(name));
}

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
               "'%.*s': " DATA_ARCHIVE " holds the folders jadwal, rekap and "
               "usulan",
               STR_ARG(name));
    return err_id(err,
                  "'%.*s': " DATA_ARCHIVE " memuat folder jadwal, rekap dan "
                  "usulan",
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

static bool take_file(Walk *w, Str name, Err *err)
{
    DataFiles disk = {.folder = w->folder};
    Str body = {0};
    if (!data_files_read(w->arena, &disk, name.ptr, FILE_MOST, &body, err))
        return false;
    if (body.len == 0) return refuse_empty(name, err);
    if (str_is(name, STR(DATA_FACTS_FILE))) {
        w->facts = body;
        return true;
    }
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

static bool refuse_archive(const Document *doc, const char *id, const char *en,
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

/* The first fact of the folder that publishes a plan, or its version; or that
 * stores a file of these bytes; or NULL. */
static const Fact *saying(const LoadFolder *from, FactKind kind, Str name,
                          Str digest)
{
    for (size_t i = 0; i < from->facts.count; i++) {
        const Fact *fact = &from->facts.at[i];
        if (fact->kind == kind && str_is(fact->thing, name) &&
            (digest.len == 0 || str_is(fact->evidence, digest)))
            return fact;
    }
    return NULL;
}

/* Was it published so, as the folder's own facts say? */
static bool is_as_published(const LoadFolder *from, const Document *doc,
                            Err *err)
{
    Arena *arena = from->arena;
    Str name = table_of(arena, doc->name);
    const Fact *fact = saying(from, FACT_PUBLISH, name, STR(""));
    const Document *said = archived(from, doc->kind, name), *proof = NULL;
    if (str_ends(name, STR(".csv")))
        proof = archived(
            from, doc->kind,
            str_format(arena, "%.*s.cert", (int)(name.len - 4), name.ptr));
    if (fact == NULL)
        return refuse_archive(doc, "tidak ada fakta yang menyebutnya",
                              "no fact says it", err);
    Str body = said == NULL ? STR("") : said->body;
    Str beside = proof == NULL ? STR("") : proof->body;
    return str_is(fact->evidence, published_digest(arena, body, beside)) ||
           refuse_archive(doc, "bukan yang diterbitkan",
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
    *out = (LoadFolder){.arena = arena, .office = {.arena = arena}};
    if (!file_exists(file_path(arena, folder, "government.conf")))
        return office_open(arena, folder, &out->office, err);
    if (!walk_folder(&w, "", 0, err)) return false;
    if (w.facts.len > 0) out->facts_digest = data_digest(arena, w.facts);
    if (w.files.count > 1)
        qsort(w.files.at, w.files.count, sizeof w.files.at[0], by_name);
    out->files = (DataFiles){folder, w.files.at, w.files.count};
    out->archive = (DataFiles){folder, w.archive.at, w.archive.count};
    return office_open_files(arena, &out->files, &out->office, err) &&
           (w.facts.len == 0 ||
            data_facts_read(arena, w.facts, &out->facts, err)) &&
           check_archive(out, err);
}

/* ---- what is new -------------------------------------------------------- */

typedef struct {
    Store *store;
    const LoadFolder *from;
    Date known;
    DataFiles here; /* those of the store */
    VEC(DocumentPut) puts;
    VEC(Fact) files;   /* what is said of them: received now */
    VEC(Fact) earlier; /* facts that say when they were received */
    VEC(Fact) others;  /* facts that do not: received now */
    Loaded *out;
} Loading;

/* An id made of what is said, so that the same loading makes the same. */
static FactId id_of(const Loading *l, const Fact *fact, uint32_t version)
{
    Arena *arena = l->from->arena;
    Buf said = buf_in(arena);
    buf_format(&said, "%.*s\n%u\n", STR_ARG(l->from->office.government.code),
               version);
    fact_write(fact, &said);
    uint64_t half[2];
    unsigned char digest[sizeof half];
    CHECK(crypto_generichash(digest, sizeof digest,
                             (const unsigned char *)said.ptr, said.len, NULL,
                             0) == 0);
    memcpy(half, digest, sizeof half);
    return fact_id_of(fact->at, half[0], half[1]);
}

bool load_wrote(const Fact *fact)
{
    return fact->kind == FACT_DOCUMENT && fact->channel == CHANNEL_IMPORT &&
           str_is(fact->actor, STR("sistem"));
}

bool load_keeps_receipts(const Fact *fact)
{
    return load_wrote(fact) && str_is(fact->text, STR(FACTS_KIND));
}

/* A fact DOCUMENT by which this loading says what it brings. */
static Fact told(const Loading *l, Str thing, Str text, Str evidence)
{
    Fact fact = fact_blank(FACT_DOCUMENT);
    fact.channel = CHANNEL_IMPORT;
    fact.zone = l->from->office.government.zone;
    fact.actor = STR("sistem");
    fact.day = l->known;
    fact.at = zone_instant(fact.zone, l->known, 0);
    fact.thing = thing;
    fact.text = text;
    fact.evidence = evidence;
    return fact;
}

/* What comes here for the first time is known since it was published or
 * enacted, where a fact of the folder says so; else since today. */
static Date known_since(const Loading *l, Str kind, Str name, Str digest)
{
    const Fact *fact = str_is(kind, STR(PUBLISHED_KIND))
                           ? saying(l->from, FACT_PUBLISH,
                                    table_of(l->from->arena, name), STR(""))
                           : saying(l->from, FACT_DOCUMENT, name, digest);
    return fact == NULL ? l->known : fact->day;
}

/* The document's next version; an empty body takes it away. */
static void put_file(Loading *l, Str kind, Str name, Str body, uint32_t version)
{
    Arena *arena = l->from->arena;
    Str digest = body.len == 0 ? STR("dihapus") : data_digest(arena, body);
    Fact fact = told(l, name, kind, digest);
    DocumentPut put = {kind, name, l->known, body};
    if (version == 1) put.known = known_since(l, kind, name, digest);
    fact.id = id_of(l, &fact, version);
    VEC_PUSH(arena, &l->files, fact);
    VEC_PUSH(arena, &l->puts, put);
}

/* The newest there is of that kind and name; version 0: none. */
static bool last_of(const Loading *l, Str kind, Str name, Document *out,
                    Err *err)
{
    bool found = false;
    *out = (Document){0};
    return store_document(l->store, l->from->arena,
                          l->from->office.government.code, kind, name,
                          DATE_NEVER, out, &found, err);
}

static bool change_file(Loading *l, Str name, Str body, Err *err)
{
    Document last;
    if (!last_of(l, DATA_FILE_KIND, name, &last, err)) return false;
    put_file(l, DATA_FILE_KIND, name, body, last.version + 1);
    if (body.len == 0)
        l->out->gone++;
    else
        l->out->put++;
    return true;
}

/* What is published, proposed or closed is added to, never taken away. */
static bool compare_archive(Loading *l, Err *err)
{
    const DataFiles *archive = &l->from->archive;
    for (size_t i = 0; i < archive->count; i++) {
        const Document *now = &archive->documents[i];
        Document last;
        if (!last_of(l, now->kind, now->name, &last, err)) return false;
        if (last.version > 0 && str_is(last.body, now->body)) continue;
        if (last.version > 0)
            return refuse_archive(now, "berbeda dari yang tersimpan",
                                  "differs from what is kept", err);
        put_file(l, now->kind, now->name, now->body, last.version + 1);
        l->out->archive++;
    }
    return true;
}

/* Both by name, side by side. */
static bool compare_files(Loading *l, Err *err)
{
    const DataFiles *new = &l->from->files;
    size_t h = 0;
    size_t n = 0;
    while (h < l->here.count || n < new->count) {
        const Document *old = &l->here.documents[h];
        const Document *now = &new->documents[n];
        int order = h == l->here.count ? 1
                    : n == new->count  ? -1
                                       : str_order(old->name, now->name);
        bool same = order == 0 && str_is(old->body, now->body);
        if (order <= 0) h++;
        if (order >= 0) n++;
        if (same)
            l->out->same++;
        else if (!change_file(l, order < 0 ? old->name : now->name,
                              order < 0 ? STR("") : now->body, err))
            return false;
    }
    return true;
}

static bool is_taken(FactId id, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)fact_id_text(id, text);
    (void)FAIL(err, ERR_STALE,
               DATA_FACTS_FILE ": the id %s stands for another fact in the "
                               "data; a fact is never changed, correct it by "
                               "another",
               text);
    return err_id(err,
                  DATA_FACTS_FILE ": id %s sudah dipakai untuk fakta lain di "
                                  "dalam data; fakta tidak pernah diubah, "
                                  "perbaiki dengan koreksi",
                  text);
}

/* Facts that were erased are not brought back. */
static bool compare_facts(Loading *l, const Map *erased, Err *err)
{
    Arena *arena = l->from->arena;
    Str government = l->from->office.government.code;
    for (size_t i = 0; i < l->from->facts.count; i++) {
        Fact fact = l->from->facts.at[i];
        Fact old = {0};
        bool found = false;
        char text[FACT_ID_TEXT];
        Str id = str_of(fact_id_text(fact.id, text));
        if (!store_fact(l->store, arena, government, fact.id, &old, &found,
                        err))
            return false;
        if (found && !fact_is(&old, &fact)) return is_taken(fact.id, err);
        if (found || map_find(erased, id) != NO_INDEX) {
            l->out->facts_same++;
            continue;
        }
        if (fact.received.us == 0)
            VEC_PUSH(arena, &l->others, fact);
        else
            VEC_PUSH(arena, &l->earlier, fact);
        l->out->facts++;
    }
    return true;
}

static bool find_erased(Loading *l, Map *out, Err *err)
{
    Arena *arena = l->from->arena;
    DataFacts erasures = {0};
    DataFactsWish wish = {.government = l->from->office.government.code,
                          .known = DATE_NEVER,
                          .kinds = UINT64_C(1) << FACT_ERASE};
    if (!data_facts(arena, l->store, &wish, &erasures, err)) return false;
    *out = map_in(arena);
    for (size_t i = 0; i < erasures.count; i++) {
        char *text = NEW(arena, char, FACT_ID_TEXT);
        (void)map_put(out, str_of(fact_id_text(erasures.at[i].about, text)), 0);
    }
    return true;
}

/* ---- writing ------------------------------------------------------------ */

static int by_receipt(const void *a, const void *b)
{
    const Fact *x = a;
    const Fact *y = b;
    if (x->received.us != y->received.us)
        return x->received.us < y->received.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

/* Stands behind what keeps its time of receipt: how many, out of which file;
 * its own time of receipt is that of the loading. */
static Fact mark(const Loading *l)
{
    Fact fact =
        told(l, STR(DATA_FACTS_FILE), STR(FACTS_KIND), l->from->facts_digest);
    fact.number = (int32_t)l->earlier.count;
    fact.id = id_of(l, &fact, 0);
    return fact;
}

static void add(const Fact *facts, size_t count, DataFacts *to)
{
    for (size_t i = 0; i < count; i++)
        to->at[to->count++] = facts[i];
}

/* In the order of the journal: what was received before, then the rest. */
static DataFacts in_order(Loading *l)
{
    Arena *arena = l->from->arena;
    size_t most = l->earlier.count + 1 + l->files.count + l->others.count;
    DataFacts all = {NEW(arena, Fact, most), 0};
    if (l->earlier.count > 0) {
        qsort(l->earlier.at, l->earlier.count, sizeof(Fact), by_receipt);
        add(l->earlier.at, l->earlier.count, &all);
        all.at[all.count++] = mark(l);
    }
    add(l->files.at, l->files.count, &all);
    add(l->others.at, l->others.count, &all);
    return all;
}

static bool write_all(Loading *l, Err *err)
{
    DataFacts all = in_order(l);
    Intent intent = {
        .government = l->from->office.government.code,
        .facts = all.at,
        .fact_count = (uint32_t)all.count,
        .documents = l->puts.at,
        .document_count = (uint32_t)l->puts.count,
        .earlier = l->earlier.count > 0,
    };
    if (all.count == 0) return true;
    if (l->earlier.count > 0 && l->files.count > 0)
        intent.bringer = (uint32_t)l->earlier.count + 1;
    l->out->changed = true;
    return store_write(l->store, &intent, &l->out->receipt, err);
}

bool load_write(Store *store, const LoadFolder *from, Date known, Loaded *out,
                Err *err)
{
    Loaded loaded = {0};
    Map erased = {0};
    Loading l = {.store = store, .from = from, .known = known, .out = &loaded};
    if (!data_berkas(from->arena, store, from->office.government.code,
                     DATE_NEVER, &l.here, err) ||
        !compare_files(&l, err) || !compare_archive(&l, err) ||
        !find_erased(&l, &erased, err) || !compare_facts(&l, &erased, err) ||
        !write_all(&l, err))
        return false;
    *out = loaded;
    return true;
}
