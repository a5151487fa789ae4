/* SPDX-License-Identifier: Apache-2.0 */
#include "store/document.h"

#include "base/vec.h"

static bool name_fits(Str name, size_t most)
{
    if (name.len == 0 || name.len > most) return false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        if (c < ' ' || c == 0x7f) return false;
    }
    return str_utf8_fault(name) == SIZE_MAX;
}

bool document_check(const DocumentPut *put, Err *err)
{
    if (put->body.len > DOCUMENT_BODY_MOST) {
        (void)FAIL(err, ERR_LIMIT, "a document of %zu bytes is too large",
                   put->body.len);
        return err_id(err, "dokumen sebesar %zu byte terlalu besar",
                      put->body.len);
    }
    bool dated =
        !date_is(put->known, DATE_NEVER) && !date_is(put->known, DATE_ALWAYS);
    if (name_fits(put->kind, DOCUMENT_KIND_MOST) &&
        name_fits(put->name, DOCUMENT_NAME_MOST) && dated)
        return true;
    Str shown = str_slice(put->name, 0, 60);
    (void)FAIL(err, ERR_INPUT,
               "document '%.*s' needs a kind, a name and a "
               "day",
               STR_ARG(shown));
    return err_id(err, "dokumen '%.*s' harus berjenis, bernama dan bertanggal",
                  STR_ARG(shown));
}

static bool next_version(Db *db, int64_t gov, const DocumentPut *put,
                         int64_t *out, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_DOCUMENT_VERSION);
    bool row = false;
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, put->kind);
    db_put_text(q, COLUMN_NAME, put->name);
    if (!db_next(q, &row, err)) return false;
    *out = 1 + (row ? db_int(q, COLUMN_VERSION, 0) : 0);
    return true;
}

static bool write_one(Db *db, int64_t gov, const Fact *by,
                      const DocumentPut *put, uint32_t placed, Digest *out,
                      Err *err)
{
    int64_t version = 0;
    if (!next_version(db, gov, put, &version, err)) return false;
    AUTO(db_told) Statement *q = db_ask(db, QUERY_DOCUMENT_PUT);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, put->kind);
    db_put_text(q, COLUMN_NAME, put->name);
    db_put_int(q, COLUMN_VERSION, version);
    db_put_int(q, COLUMN_KNOWN, put->known.days);
    db_put_int(q, COLUMN_PUT, by->received.us);
    db_put_bytes(q, COLUMN_BY, by->id.bytes, sizeof by->id.bytes);
    db_put_int(q, COLUMN_PLACED, placed);
    db_put_bytes(q, COLUMN_BODY, put->body.ptr, put->body.len);
    if (!db_run(q, err)) return false;
    *out = commitment_document(&(DocumentSaid){
        .kind = put->kind,
        .name = put->name,
        .version = version,
        .known = put->known.days,
        .put = by->received.us,
        .placed = placed,
        .body = commitment_body(put->body),
    });
    return true;
}

bool document_write(Db *db, int64_t gov, const DocumentsBrought *brought,
                    Err *err)
{
    for (uint32_t i = 0; i < brought->count; i++) {
        if (!write_one(db, gov, brought->by, &brought->puts[i], i,
                       &brought->digests[i], err))
            return false;
    }
    return true;
}

static Statement *ask_by(Db *db, Query query, int64_t gov, const FactId *by)
{
    Statement *q = db_ask(db, query);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_bytes(q, COLUMN_BY, by->bytes, sizeof by->bytes);
    return q;
}

bool document_digests(Db *db, Arena *tmp, int64_t gov, FactId by, Digest **out,
                      size_t *rows, Err *err)
{
    AUTO(db_told) Statement *q = ask_by(db, QUERY_DOCUMENTS_BY, gov, &by);
    VEC(Digest) digests = {0};
    for (bool row = true; row;) {
        if (!db_next(q, &row, err)) return false;
        if (!row) break;
        DocumentSaid said = {
            .kind = db_text(q, COLUMN_DOCUMENT_KIND),
            .name = db_text(q, COLUMN_NAME),
            .version = db_int(q, COLUMN_VERSION, -1),
            .known = db_int(q, COLUMN_KNOWN, INT64_MIN),
            .put = db_int(q, COLUMN_PUT, -1),
            .placed = db_int(q, COLUMN_PLACED, -1),
            .body = commitment_body(db_text(q, COLUMN_BODY)),
        };
        VEC_PUSH(tmp, &digests, commitment_document(&said));
    }
    *out = digests.at;
    *rows = digests.count;
    return true;
}

static bool is_same(const Statement *q, const DocumentPut *put)
{
    return str_is(db_text(q, COLUMN_DOCUMENT_KIND), put->kind) &&
           str_is(db_text(q, COLUMN_NAME), put->name) &&
           db_int(q, COLUMN_KNOWN, INT64_MIN) == put->known.days &&
           str_is(db_text(q, COLUMN_BODY), put->body);
}

bool document_same(Db *db, int64_t gov, FactId by, const DocumentPut *puts,
                   uint32_t count, bool *same, Err *err)
{
    AUTO(db_told) Statement *q = ask_by(db, QUERY_DOCUMENTS_BY, gov, &by);
    bool row = true;
    uint32_t at = 0;
    for (bool equal = true; equal; at++) {
        if (!db_next(q, &row, err)) return false;
        if (!row) break;
        equal = at < count && is_same(q, &puts[at]);
    }
    *same = !row && at == count;
    return true;
}

bool document_erase(Db *db, int64_t gov, FactId by, Err *err)
{
    AUTO(db_told) Statement *q = ask_by(db, QUERY_DOCUMENTS_ERASE, gov, &by);
    return db_run(q, err);
}
