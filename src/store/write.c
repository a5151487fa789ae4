/* SPDX-License-Identifier: Apache-2.0 */
#include "store/write.h"

#include "store/evidence.h"
#include "store/keep.h"
#include "store/tally.h"

enum { FACTS_MOST = 500000, DOCUMENTS_MOST = 20000 };

/* ---- without the database ------------------------------------------------ */

/* Behind what carries its receipt stands something that we received, so that
 * the journal says by our clock when the others were written. */
static bool ends_now(const Intent *intent, Err *err)
{
    if (!intent->earlier || intent->fact_count == 0 ||
        intent->facts[intent->fact_count - 1].received.us == 0)
        return true;
    (void)FAIL(err, ERR_INPUT,
               "facts of an earlier journal must end with one received now");
    return err_id(err, "fakta dari jurnal lama harus ditutup fakta yang "
                       "diterima sekarang");
}

static bool facts_check(const Intent *intent, Err *err)
{
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        Fact fact = intent->facts[i];
        if (!intent->earlier) fact.received.us = 0;
        if (!fact_check(&fact, err)) return false;
    }
    return true;
}

/* Documents come with facts; keeps may come alone. */
static bool counts_fit(const Intent *intent)
{
    bool alone = intent->fact_count == 0;
    if (alone) return intent->keep_count > 0 && intent->document_count == 0;
    return intent->fact_count <= FACTS_MOST &&
           intent->document_count <= DOCUMENTS_MOST &&
           intent->bringer < intent->fact_count;
}

bool write_check(const Intent *intent, Err *err)
{
    CHECK(intent->feed == NULL || intent->earlier);
    if (!ledger_code(intent->government, err)) return false;
    if (!counts_fit(intent)) {
        (void)FAIL(err, ERR_LIMIT,
                   "1 to %d facts and up to %d documents at "
                   "once",
                   FACTS_MOST, DOCUMENTS_MOST);
        return err_id(err,
                      "sekali kirim 1 sampai %d fakta dan paling banyak "
                      "%d dokumen",
                      FACTS_MOST, DOCUMENTS_MOST);
    }
    if (!facts_check(intent, err) || !ends_now(intent, err) ||
        !keep_check(intent->keeps, intent->keep_count, err))
        return false;
    for (uint32_t i = 0; i < intent->document_count; i++) {
        if (!document_check(&intent->documents[i], err)) return false;
    }
    return true;
}

/* The digest's state asks for more alignment than an arena gives. */
const Prepared *write_prepare(Arena *arena, const Intent *intent)
{
    const size_t align = _Alignof(Prepared);
    uint8_t *room = arena_bytes(arena, (size_t)intent->fact_count + 1,
                                sizeof(Prepared), 16);
    size_t skip = (align - (uintptr_t)room % align) % align;
    Prepared *prepared = (Prepared *)(void *)(room + skip);
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        Salt salt = commitment_salt();
        commitment_prepare(arena, &salt, &intent->facts[i], &prepared[i]);
    }
    return prepared;
}

/* ---- writing ------------------------------------------------------------- */

static bool insert_rest(Writing *w, int64_t gov, const Fact *fact,
                        uint64_t number, uint32_t documents, Err *err)
{
    if (documents == 0 && !row_has_rest(fact)) return true;
    AUTO(db_told) Statement *q = db_ask(w->db, QUERY_FACT_REST_PUT);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_int(q, COLUMN_NUMBER, (int64_t)number);
    if (documents == 0)
        db_put(q, COLUMN_DOCUMENTS, (Value){.type = VALUE_NONE});
    else
        db_put_int(q, COLUMN_DOCUMENTS, documents);
    row_put_fact(q, w->codec, fact);
    return db_run(q, err);
}

static bool insert(Writing *w, int64_t gov, const Fact *fact,
                   const ChainLink *link, const Salt *salt, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(w->db, QUERY_FACT_PUT);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_int(q, COLUMN_NUMBER, (int64_t)link->number);
    db_put_bytes(q, COLUMN_SALT, salt->bytes, SALT);
    db_put_int(q, COLUMN_MARK, commitment_mark(&link->commitment));
    row_put_fact(q, w->codec, fact);
    if (db_run(q, err)) return true;
    /* The same id twice in one intent. */
    return err->kind == ERR_STALE ? write_taken(&fact->id, err) : false;
}

/* An earlier journal has erased its record before: it never came here. */
static bool erase(Writing *w, Ledger *ledger, const Fact *fact, bool earlier,
                  Err *err)
{
    if (write_erasure(w, ledger, fact->about, err)) return true;
    if (!earlier || err->kind != ERR_ABSENT) return false;
    *err = (Err){0};
    return true;
}

/* What a fact does beside standing in the journal. */
static bool take_effect(Writing *w, Ledger *ledger, const Fact *fact,
                        const Entry *entry, bool earlier, Err *err)
{
    Tallying tallying = {w->db, w->tmp, w->codec, ledger};
    return ledger_zone(w->db, ledger, fact->zone, err) &&
           tally_take(&tallying, fact, entry->number, err) &&
           (fact->kind != FACT_ERASE || erase(w, ledger, fact, earlier, err));
}

typedef struct {
    const Fact *fact;
    const Prepared *prepared;
    const DocumentPut *puts;
    uint32_t count;
    bool earlier; /* it may say when it was received */
} Brought;

static bool refuse_receipt(FactId id, const char *en, const char *in, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)FAIL(err, ERR_STALE,
               "fact %s was received %s; in data with nothing later it keeps "
               "that time, with no time it is received now",
               fact_id_text(id, text), en);
    return err_id(err,
                  "fakta %s diterima %s; waktu itu tetap di data yang tidak "
                  "memuat catatan lebih baru, tanpa waktu ia diterima sekarang",
                  fact_id_text(id, text), in);
}

/* By our clock now, or as an earlier journal has it: never after now, never
 * before what stands here. */
static bool receive(const Writing *w, const Ledger *ledger, bool earlier,
                    Fact *fact, Err *err)
{
    Instant now = ledger_received(ledger, w->now);
    if (!earlier || fact->received.us == 0) {
        fact->received = now;
        return true;
    }
    if (fact->received.us > w->now.us)
        return refuse_receipt(fact->id, "in the future", "di masa depan", err);
    return fact->received.us > ledger->received.us ||
           refuse_receipt(fact->id, "before the last record here",
                          "sebelum catatan terakhir di sini", err);
}

static bool write_fact(Writing *w, Ledger *ledger, const Brought *brought,
                       Entry *out, Err *err)
{
    Fact fact = *brought->fact;
    Digest *documents = NEW(w->tmp, Digest, brought->count);
    if (!evidence_stands(w, ledger->code, &fact, err) ||
        !receive(w, ledger, brought->earlier, &fact, err))
        return false;
    ChainLink link = {ledger->number + 1, fact.received, fact.id, {{0}}};
    DocumentsBrought bodies = {&fact, brought->puts, brought->count, documents};
    if (!document_write(w->db, ledger->gov, &bodies, err)) return false;
    link.commitment = commitment_finish(brought->prepared, fact.received,
                                        documents, brought->count);
    *out = (Entry){fact.id, link.number, fact.received, link.commitment, false};
    return ledger_unit(w->db, ledger->gov, fact.unit, err) &&
           insert(w, ledger->gov, &fact, &link, &brought->prepared->salt,
                  err) &&
           insert_rest(w, ledger->gov, &fact, link.number, brought->count,
                       err) &&
           ledger_append(w->db, w->keys, ledger, &link, err) &&
           take_effect(w, ledger, &fact, out,
                       brought->earlier && brought->fact->received.us != 0,
                       err);
}

static bool refuse_unsaid(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "facts of an earlier journal say when they were received");
    return err_id(err, "fakta dari jurnal lama menyebut kapan diterima");
}

/* A stretch of what was fed, in memory of its own. */
static bool write_stretch(Writing *w, Ledger *ledger, const Intent *stretch,
                          Err *err)
{
    Entry entry;
    if (!facts_check(stretch, err)) return false;
    const Prepared *prepared = write_prepare(w->tmp, stretch);
    for (uint32_t i = 0; i < stretch->fact_count; i++) {
        Brought brought = {.fact = &stretch->facts[i],
                           .prepared = &prepared[i],
                           .earlier = true};
        if (brought.fact->received.us == 0) return refuse_unsaid(err);
        if (!write_fact(w, ledger, &brought, &entry, err)) return false;
    }
    return true;
}

static bool write_fed(Writing *w, Ledger *ledger, const Intent *intent,
                      Err *err)
{
    Arena *whole = w->tmp;
    bool fine = true;
    for (bool more = intent->feed != NULL; more && fine;) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Intent stretch = {.earlier = true};
        w->tmp = tmp;
        fine = intent->feed(intent->context, tmp, &stretch.facts,
                            &stretch.fact_count, err) &&
               write_stretch(w, ledger, &stretch, err);
        more = stretch.fact_count > 0;
        w->tmp = whole;
    }
    return fine;
}

static bool write_all(Writing *w, const Intent *intent,
                      const Prepared *prepared, Entry *out, Err *err)
{
    Ledger *ledger = NULL;
    Entry entry;
    if (!ledger_of(w->db, w->perm, w->ledgers, intent->government, &ledger,
                   err) ||
        !write_fed(w, ledger, intent, err))
        return false;
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        Brought brought = {.fact = &intent->facts[i],
                           .prepared = &prepared[i],
                           .earlier = intent->earlier};
        if (i == intent->bringer) {
            brought.puts = intent->documents;
            brought.count = intent->document_count;
        }
        if (!write_fact(w, ledger, &brought, i == 0 ? out : &entry, err))
            return false;
    }
    if (intent->fact_count == 0) out->received = w->now;
    return keep_write(w->db, ledger->gov, intent->keeps, intent->keep_count,
                      &w->erased, err);
}

/* May it be refused when a part of it is written? */
static bool may_turn_back(const Intent *intent)
{
    return intent->fact_count > 1 || intent->feed != NULL ||
           (intent->fact_count == 1 && intent->facts[0].kind == FACT_ERASE);
}

static bool write_new(Writing *w, const Intent *intent,
                      const Prepared *prepared, Entry *out, Err *err)
{
    const Backend *backend = w->db->backend;
    bool save = may_turn_back(intent) && !w->dirty;
    if (save && !backend->save(w->db, err)) return false;
    w->saved |= save;
    w->dirty = true;
    if (!write_all(w, intent, prepared, out, err)) return false;
    w->saved = false;
    return !save || backend->keep(w->db, err);
}

/* A record belongs to a government that is here. */
static bool has_home(const Ledger *ledger, const Intent *intent, Err *err)
{
    if (ledger != NULL || intent->fact_count > 0) return true;
    (void)FAIL(err, ERR_ABSENT, "there is no government '%.*s' here",
               STR_ARG(intent->government));
    return err_id(err, "pemerintah daerah '%.*s' tidak ada di sini",
                  STR_ARG(intent->government));
}

/* The guard may have set the bodies of what is kept. */
static bool passes(Writing *w, const Intent *intent, Err *err)
{
    if (intent->guard == NULL) return true;
    return intent->guard(w->store, intent->context, err) &&
           keep_check(intent->keeps, intent->keep_count, err);
}

bool write_intent(Writing *w, const Intent *intent, const Prepared *prepared,
                  Entry *out, Err *err)
{
    const Ledger *ledger = ledger_named(w->ledgers, intent->government);
    Entry entry = {0};
    bool again = false;
    if (!has_home(ledger, intent, err)) return false;
    if (ledger != NULL &&
        !write_known(w, ledger->gov, intent, &again, &entry, err))
        return false;
    if (!again) {
        if (!passes(w, intent, err)) return false;
        if (!write_new(w, intent, prepared, &entry, err)) return false;
    }
    *out = entry;
    return true;
}
