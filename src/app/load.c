/* SPDX-License-Identifier: Apache-2.0 */
#include "app/load.h"

#include "app/load_part.h"

#include <sodium.h>
#include <string.h>

/* What the fact DOCUMENT of fakta.csv says beside its digest. */
#define FACTS_KIND "fakta"

/* ---- what is new -------------------------------------------------------- */

typedef struct {
    Store *store;
    const LoadFolder *from;
    Date known;
    DataFiles here; /* those of the store */
    VEC(DocumentPut) puts;
    VEC(Fact) files; /* what is said of them: received now */
    LoadFacts facts;
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
    const Fact *fact = load_said(l->from, kind, name, digest);
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
            return load_refuse_archive(now, "berbeda dari yang tersimpan",
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

/* Stands behind what keeps its time of receipt: how many, out of which file;
 * its own time of receipt is that of the loading. */
static Fact mark(const Loading *l)
{
    Fact fact =
        told(l, STR(DATA_FACTS_FILE), STR(FACTS_KIND), l->from->facts_digest);
    fact.number = (int32_t)l->facts.earlier;
    fact.id = id_of(l, &fact, 0);
    return fact;
}

/* Behind what was received before, which is fed: the mark, then the rest. */
static DataFacts in_order(Loading *l)
{
    Arena *arena = l->from->arena;
    size_t most = 1 + l->files.count + l->facts.others.count;
    DataFacts all = {NEW(arena, Fact, most), 0};
    if (l->facts.earlier > 0) all.at[all.count++] = mark(l);
    for (size_t i = 0; i < l->files.count; i++)
        all.at[all.count++] = l->files.at[i];
    for (size_t i = 0; i < l->facts.others.count; i++)
        all.at[all.count++] = l->facts.others.at[i];
    return all;
}

static bool write_all(Loading *l, Err *err)
{
    DataFacts all = in_order(l);
    bool earlier = l->facts.earlier > 0;
    Intent intent = {
        .government = l->from->office.government.code,
        .facts = all.at,
        .fact_count = (uint32_t)all.count,
        .documents = l->puts.at,
        .document_count = (uint32_t)l->puts.count,
        .earlier = earlier,
        .feed = earlier ? load_facts_feed : NULL,
        .context = &l->facts,
        .bringer = earlier && l->files.count > 0 ? 1 : 0,
    };
    if (all.count == 0) return true;
    if (!store_write(l->store, &intent, &l->out->receipt, err)) return false;
    l->out->changed = true;
    l->out->first = l->out->receipt.number - l->facts.earlier;
    return true;
}

static bool compare_facts(Loading *l, Err *err)
{
    l->facts.store = l->store;
    l->facts.from = l->from;
    if (!find_erased(l, &l->facts.erased, err) ||
        !load_facts_compare(&l->facts, err))
        return false;
    l->out->facts = l->facts.earlier + (uint32_t)l->facts.others.count;
    l->out->facts_same = l->facts.same;
    return true;
}

bool load_write(Store *store, const LoadFolder *from, Date known, Loaded *out,
                Err *err)
{
    Loaded loaded = {0};
    Loading l = {.store = store, .from = from, .known = known, .out = &loaded};
    if (!data_berkas(from->arena, store, from->office.government.code,
                     DATE_NEVER, &l.here, err) ||
        !compare_files(&l, err) || !compare_archive(&l, err) ||
        !compare_facts(&l, err) || !load_evidence_put(&l.facts, err) ||
        !write_all(&l, err))
        return false;
    *out = loaded;
    return true;
}
