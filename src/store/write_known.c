/* SPDX-License-Identifier: Apache-2.0 */
/*
 * write_known.c - is an intent here already?  The same claim under the same
 * ids, whole, is; anything less is another claim.
 */
#include "store/write.h"

typedef enum { HERE_NOT, HERE_SAME, HERE_OTHER } Here;

bool write_commitment(Db *db, Arena *tmp, int64_t gov, const Statement *q,
                      const Fact *fact, Digest *out, Err *err)
{
    Salt salt;
    Digest *documents = NULL;
    size_t count = 0;
    if (row_erased(q)) {
        if (db_bytes(q, COLUMN_COMMITMENT, out, DIGEST)) return true;
        return FAIL(err, ERR_IO, "an erased record has no commitment");
    }
    if (!db_bytes(q, COLUMN_SALT, &salt, SALT))
        return FAIL(err, ERR_IO, "a record has no salt");
    if (!db_none(q, COLUMN_DOCUMENTS) &&
        !document_digests(db, tmp, gov, fact->id, &documents, &count, err))
        return false;
    *out = commitment_record(tmp, &salt, fact, documents, count);
    return true;
}

static bool claim_is(Writing *w, int64_t gov, const Intent *intent, uint32_t i,
                     const Fact *stored, bool *same, Err *err)
{
    *same = fact_is(stored, &intent->facts[i]);
    if (!*same || i != intent->bringer) return true;
    return document_same(w->db, gov, stored->id, intent->documents,
                         intent->document_count, same, err);
}

/* Of an erased record only the id is left to compare. */
static bool look_up(Writing *w, int64_t gov, const Intent *intent, uint32_t i,
                    Here *here, Entry *out, Err *err)
{
    const FactId *id = &intent->facts[i].id;
    Fact stored = fact_blank(FACT_CHECK_IN);
    bool row = false;
    bool same = true;
    AUTO(db_told) Statement *q = db_ask(w->db, QUERY_FACT_BY_ID);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_bytes(q, COLUMN_ID, id->bytes, sizeof id->bytes);
    if (!db_next(q, &row, err)) return false;
    *here = HERE_NOT;
    if (!row) return true;
    if (!row_erased(q) && (!row_fact(w->tmp, q, w->codec, &stored, err) ||
                           !claim_is(w, gov, intent, i, &stored, &same, err)))
        return false;
    *here = same ? HERE_SAME : HERE_OTHER;
    if (!same || i > 0) return true;
    *out = (Entry){.id = *id,
                   .number = (uint64_t)db_int(q, COLUMN_NUMBER, 0),
                   .again = true};
    if (!row_received(q, &out->received))
        return FAIL(err, ERR_IO, "a record has no time");
    return write_commitment(w->db, w->tmp, gov, q, &stored, &out->commitment,
                            err);
}

bool write_taken(const FactId *id, Err *err)
{
    char text[FACT_ID_TEXT];
    (void)FAIL(err, ERR_STALE, "id %s was used for another claim",
               fact_id_text(*id, text));
    return err_id(err, "id %s sudah dipakai untuk fakta lain",
                  fact_id_text(*id, text));
}

bool write_known(Writing *w, int64_t gov, const Intent *intent, bool *again,
                 Entry *out, Err *err)
{
    Here whole = HERE_NOT;
    for (uint32_t i = 0; i < intent->fact_count; i++) {
        Here here = HERE_NOT;
        if (!look_up(w, gov, intent, i, &here, out, err)) return false;
        if (i == 0) whole = here;
        if (here == HERE_OTHER || here != whole)
            return write_taken(&intent->facts[i].id, err);
    }
    *again = whole == HERE_SAME;
    return true;
}
