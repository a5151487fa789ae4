/* SPDX-License-Identifier: Apache-2.0 */
/*
 * erase.c - a record's content and salt destroyed; its commitment stays, so
 * that the chain can be walked, and proves nothing any more.
 */
#include "store/evidence.h"
#include "store/tally.h"
#include "store/write.h"

typedef struct {
    uint64_t number;
    Fact fact;
    Digest commitment;
    bool erased;
} Doomed;

static bool refuse(ErrKind kind, Err *err)
{
    if (kind == ERR_ABSENT) {
        (void)FAIL(err, kind, "the record to erase is not here");
        return err_id(err, "catatan yang hendak dihapus tidak ada");
    }
    (void)FAIL(err, kind, "the proof of an erasure cannot be erased");
    return err_id(err, "bukti penghapusan tidak dapat dihapus");
}

static bool find(Writing *w, int64_t gov, FactId id, Doomed *out, Err *err)
{
    bool row = false;
    AUTO(db_told) Statement *q = db_ask(w->db, QUERY_FACT_BY_ID);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_bytes(q, COLUMN_ID, id.bytes, sizeof id.bytes);
    if (!db_next(q, &row, err)) return false;
    if (!row) return refuse(ERR_ABSENT, err);
    out->number = (uint64_t)db_int(q, COLUMN_NUMBER, 0);
    out->erased = row_erased(q);
    if (out->erased) return true;
    if (!row_fact(w->tmp, q, w->codec, &out->fact, err)) return false;
    if (out->fact.kind == FACT_ERASE) return refuse(ERR_DENIED, err);
    return write_commitment(w->db, w->tmp, gov, q, &out->fact, &out->commitment,
                            err);
}

static bool empty_row(Db *db, int64_t gov, const Doomed *doomed, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_FACT_ERASE);
    AUTO(db_told) Statement *rest = db_ask(db, QUERY_FACT_REST_ERASE);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_int(q, COLUMN_NUMBER, (int64_t)doomed->number);
    db_put_int(rest, COLUMN_GOV, gov);
    db_put_int(rest, COLUMN_NUMBER, (int64_t)doomed->number);
    db_put_bytes(rest, COLUMN_COMMITMENT, doomed->commitment.bytes, DIGEST);
    return db_run(q, err) && db_run(rest, err);
}

bool write_erasure(Writing *w, Ledger *ledger, FactId about, Err *err)
{
    Doomed doomed = {0};
    if (!find(w, ledger->gov, about, &doomed, err)) return false;
    if (doomed.erased) return true;
    w->erased = true;
    evidence_doom(w, ledger->code, &doomed.fact);
    Tallying tallying = {w->db, w->tmp, w->codec, ledger};
    return empty_row(w->db, ledger->gov, &doomed, err) &&
           document_erase(w->db, ledger->gov, about, err) &&
           tally_untake(&tallying, &doomed.fact, doomed.number, err);
}
