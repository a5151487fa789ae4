/* SPDX-License-Identifier: Apache-2.0 */
#include "store/journal.h"

#include "store/document.h"
#include "store/evidence.h"

/* The signed head that a block's row keeps. */
typedef struct {
    uint64_t last;
    Instant received;
    Digest head;
    Signature signature;
} BlockHead;

bool journal_fault(Walk *walk, uint64_t number, const char *en, const char *id)
{
    if (walk->fault.len == 0) {
        walk->fault_at = number == 0 ? 1 : number;
        walk->fault = str_copy(walk->arena, str_of(en));
        walk->fault_id =
            id[0] == '\0' ? walk->fault : str_copy(walk->arena, str_of(id));
    }
    return false;
}

/* ---- one record ---------------------------------------------------------- */

/* The record commits to the digests in the names of its files. */
static bool files_fit(Walk *walk, const Fact *fact, uint64_t number, Err *err)
{
    const char *fault = "", *fault_id = "";
    return evidence_whole(walk->reading->store, walk->government, fact, &fault,
                          &fault_id, err) &&
           (fault[0] == '\0' || journal_fault(walk, number, fault, fault_id));
}

static bool commitment_of(Walk *walk, Arena *tmp, const Statement *q,
                          uint64_t number, Digest *out, Err *err)
{
    Fact fact = fact_blank(FACT_CHECK_IN);
    Err why = {0};
    if (row_erased(q)) {
        walk->erased++;
        if (!db_bytes(q, COLUMN_COMMITMENT, out, DIGEST))
            return journal_fault(walk, number, "an erased record is damaged",
                                 "catatan yang dihapus rusak");
        return true;
    }
    if (!row_fact(tmp, q, &walk->reading->store->codec, &fact, &why))
        return journal_fault(walk, number, why.text, why.id);
    walk->documents += (uint64_t)db_int(q, COLUMN_DOCUMENTS, 0);
    if (!write_commitment(walk->reading->db, tmp, walk->gov, q, &fact, out,
                          &why))
        return why.kind == ERR_IO
                   ? journal_fault(walk, number, why.text, why.id)
                   : (*err = why, false);
    if (commitment_mark(out) != db_int(q, COLUMN_MARK, INT64_MAX))
        return journal_fault(walk, number,
                             "the record is not what was committed",
                             "isinya bukan yang dikomitmenkan");
    return files_fit(walk, &fact, number, err);
}

static bool is_clean_erasure(const Statement *q)
{
    static const Column gone[] = {
        COLUMN_SALT,     COLUMN_MARK,    COLUMN_DOCUMENTS,  COLUMN_CHANNEL,
        COLUMN_ZONE,     COLUMN_ACTOR,   COLUMN_PERSON,     COLUMN_UNIT,
        COLUMN_DAY,      COLUMN_AT,      COLUMN_SENT,       COLUMN_ABOUT,
        COLUMN_THING,    COLUMN_WORD,    COLUMN_PLACE,      COLUMN_TEXT,
        COLUMN_PRIORITY, COLUMN_URGENCY, COLUMN_DAYS_FIRST, COLUMN_DAYS_LAST,
        COLUMN_FROM,     COLUMN_TO,      COLUMN_UNTIL,      COLUMN_COUNTED,
        COLUMN_MEASURE,  COLUMN_LIST,    COLUMN_EVIDENCE,   COLUMN_SEALED};
    for (size_t i = 0; i < COUNT(gone); i++) {
        if (!db_none(q, gone[i])) return false;
    }
    return true;
}

static bool take_record(Walk *walk, const Statement *q, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    ChainLink link = {.number = (uint64_t)db_int(q, COLUMN_NUMBER, 0)};
    uint64_t want = walk->number + 1;
    if (link.number != want)
        return journal_fault(walk, want, "the record is missing",
                             "catatannya hilang");
    if (!row_received(q, &link.received))
        return journal_fault(walk, want, "its time is damaged",
                             "waktunya rusak");
    if (link.received.us <= walk->received.us)
        return journal_fault(walk, want, "its time does not rise",
                             "waktunya tidak naik");
    if (!db_bytes(q, COLUMN_ID, &link.id, sizeof link.id))
        return journal_fault(walk, want, "its id is damaged", "idnya rusak");
    bool whole =
        row_erased(q) ? is_clean_erasure(q) : db_none(q, COLUMN_COMMITMENT);
    if (!whole)
        return journal_fault(walk, want, "neither whole nor erased",
                             "tidak utuh dan tidak pula dihapus");
    if (!commitment_of(walk, tmp, q, want, &link.commitment, err)) return false;
    walk->head = commitment_next(&walk->head, &link);
    walk->number = link.number;
    walk->received = link.received;
    walk->records++;
    if (walk->number == walk->stop_at) walk->head_at_stop = walk->head;
    return true;
}

/* ---- one block ----------------------------------------------------------- */

static bool read_head(Walk *walk, int64_t block, BlockHead *out, bool *found,
                      Err *err)
{
    AUTO(db_told)
    Statement *q = db_ask(walk->reading->db, QUERY_JOURNAL_BLOCK);
    db_put_int(q, COLUMN_GOV, walk->gov);
    db_put_int(q, COLUMN_BLOCK, block);
    if (!db_next(q, found, err)) return false;
    if (!*found) return true;
    out->last = (uint64_t)db_int(q, COLUMN_LAST, 0);
    out->received.us = db_int(q, COLUMN_RECEIVED, INT64_MIN);
    *found = db_bytes(q, COLUMN_HEAD, &out->head, DIGEST) &&
             db_bytes(q, COLUMN_SIGNATURE, &out->signature, SIGNATURE);
    return true;
}

static bool take_records(Walk *walk, int64_t block, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(walk->reading->db, QUERY_FACT_FROM);
    int64_t first = block * LEDGER_BLOCK + 1;
    db_put_int(q, COLUMN_GOV, walk->gov);
    db_put_int(q, COLUMN_FIRST, first);
    db_put_int(q, COLUMN_LAST, first + LEDGER_BLOCK - 1);
    for (bool row = true; row;) {
        if (!db_next(q, &row, err)) return false;
        if (row && !take_record(walk, q, err)) return false;
    }
    return true;
}

/* Which record of a block is to blame when only its head tells, nobody can
 * say: the first one is named. */
static bool head_fits(Walk *walk, int64_t block, const BlockHead *kept)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    uint64_t first = (uint64_t)block * LEDGER_BLOCK + 1;
    if (kept->last != walk->number || kept->received.us != walk->received.us)
        return journal_fault(walk, walk->number + 1,
                             "the journal does not end here",
                             "jurnal tidak berakhir di sini");
    if (!commitment_is(&kept->head, &walk->head))
        return journal_fault(walk, first,
                             "the chain breaks in the block that begins here",
                             "rantai putus dalam blok yang mulai di sini");
    Str text = key_head_text(tmp, walk->government, walk->number, &walk->head);
    if (!key_signed(&walk->reading->store->keys, text, &kept->signature))
        return journal_fault(walk, walk->number, "the head is not signed by us",
                             "kepalanya tidak kami tanda tangani");
    return true;
}

bool journal_block(Walk *walk, int64_t block, Err *err)
{
    BlockHead kept = {0};
    bool found = false;
    if (!read_head(walk, block, &kept, &found, err) ||
        !take_records(walk, block, err))
        return false;
    if (!found)
        return journal_fault(walk, walk->number + 1,
                             "the head of the block is missing",
                             "kepala bloknya hilang");
    return head_fits(walk, block, &kept);
}

/* ---- the whole ----------------------------------------------------------- */

static bool last_number(const Walk *walk, uint64_t *out, Err *err)
{
    AUTO(db_told)
    Statement *q = db_ask(walk->reading->db, QUERY_JOURNAL_LAST);
    bool row = false;
    db_put_int(q, COLUMN_GOV, walk->gov);
    if (!db_next(q, &row, err)) return false;
    int64_t last = row ? db_int(q, COLUMN_LAST, 0) : 0;
    *out = last < 0 ? 0 : (uint64_t)last;
    return true;
}

static bool nothing_beyond(Walk *walk, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(walk->reading->db, QUERY_FACT_BEYOND);
    bool row = false;
    db_put_int(q, COLUMN_GOV, walk->gov);
    db_put_int(q, COLUMN_NUMBER, (int64_t)walk->number);
    if (!db_next(q, &row, err)) return false;
    return !row || journal_fault(walk, walk->number + 1,
                                 "a record stands behind the end",
                                 "ada catatan di belakang akhir jurnal");
}

static bool documents_fit(Walk *walk, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(walk->reading->db, QUERY_DOCUMENTS_ALL);
    bool row = false;
    db_put_int(q, COLUMN_GOV, walk->gov);
    if (!db_next(q, &row, err)) return false;
    return (uint64_t)db_int(q, COLUMN_DOCUMENTS, -1) == walk->documents ||
           journal_fault(walk, walk->number,
                         "there are documents that no record brought",
                         "ada dokumen yang tidak dibawa catatan mana pun");
}

static bool rests_fit(Walk *walk, Err *err)
{
    AUTO(db_told)
    Statement *q = db_ask(walk->reading->db, QUERY_FACT_REST_ODD);
    bool row = false;
    db_put_int(q, COLUMN_GOV, walk->gov);
    if (!db_next(q, &row, err)) return false;
    return !row ||
           journal_fault(walk, (uint64_t)db_int(q, COLUMN_NUMBER, 0),
                         "a rest of no record", "ada sisa tanpa catatannya");
}

/* Every erased record is named by an ERASE. */
static bool erasures_fit(Walk *walk, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(walk->reading->db, QUERY_ERASURES);
    bool row = false;
    db_put_int(q, COLUMN_GOV, walk->gov);
    db_put_int(q, COLUMN_KIND,
               walk->reading->store->codec.kind.number[FACT_ERASE]);
    if (!db_next(q, &row, err)) return false;
    return !row ||
           journal_fault(walk, (uint64_t)db_int(q, COLUMN_NUMBER, 0),
                         "erased, but no record says so",
                         "dihapus, tetapi tidak ada catatan yang menyebutnya");
}

static bool walk_all(Walk *walk, Err *err)
{
    uint64_t last = 0;
    if (!last_number(walk, &last, err)) return false;
    if (last == 0) /* a government comes with its first record */
        return journal_fault(walk, 1, "the journal is empty",
                             "jurnalnya kosong");
    for (int64_t b = 0; b <= ledger_block(last); b++) {
        if (!journal_block(walk, b, err)) return false;
    }
    return nothing_beyond(walk, err) && rests_fit(walk, err) &&
           documents_fit(walk, err) && erasures_fit(walk, err) &&
           journal_tally(walk, err);
}

static void put_state(const Walk *walk, JournalState *out)
{
    *out = (JournalState){.records = walk->records,
                          .erased = walk->erased,
                          .fault_at = walk->fault_at,
                          .fault = walk->fault,
                          .fault_id = walk->fault_id};
    for (size_t i = 0; i < DIGEST; i++)
        out->head[i] = walk->head.bytes[i];
}

bool store_verify(Store *store, Arena *arena, Str government, JournalState *out,
                  Err *err)
{
    AUTO(reading_done) Reading r = {0};
    Walk walk = {.reading = &r,
                 .arena = arena,
                 .government = government,
                 .head = commitment_start(government),
                 .received = {INT64_MIN},
                 .fault = STR(""),
                 .fault_id = STR("")};
    Str unsound;
    bool found = false;
    if (!reading_begin_of(store, &r, government, &walk.gov, &found, err))
        return false;
    if (!found) {
        (void)FAIL(err, ERR_ABSENT, "no journal of %.*s is here",
                   STR_ARG(government));
        return err_id(err, "jurnal %.*s tidak ada di sini",
                      STR_ARG(government));
    }
    r.db->patient = r.own;
    bool fits = walk_all(&walk, err);
    if (!fits && walk.fault.len == 0) return false;
    if (!r.db->backend->sound(r.db, arena, &unsound, err)) return false;
    if (fits && unsound.len > 0)
        (void)journal_fault(&walk, 1, str_c(arena, unsound), "");
    put_state(&walk, out);
    return true;
}
