/* SPDX-License-Identifier: Apache-2.0 */
#include "store/db.h"

#include <string.h>

Statement *db_ask(Db *db, Query query)
{
    Statement *q = &db->statement[query];
    if (q->busy) {
        Err ignored = {0};
        q = NEW(db->arena, Statement, 1);
        *q = (Statement){.db = db, .query = query, .spare = true};
        q->bad = !db->backend->prepare(q, &ignored);
    }
    q->busy = true;
    return q;
}

void db_told(Statement **statement)
{
    Statement *q = *statement;
    if (q == NULL) return;
    const Backend *backend = q->db->backend;
    if (q->handle != NULL) backend->reset(q);
    if (q->spare && q->handle != NULL) backend->drop(q);
    q->busy = q->bad = false;
    *statement = NULL;
}

void db_put(Statement *q, Column column, Value value)
{
    CHECK(q->bad || q->parameter[column] != NO_PLACE);
    if (!q->bad) q->db->backend->bind(q, q->parameter[column], value);
}

void db_put_int(Statement *q, Column column, int64_t number)
{
    db_put(q, column, (Value){.type = VALUE_INT, .number = number});
}

void db_put_text(Statement *q, Column column, Str text)
{
    db_put(q, column, (Value){.type = VALUE_TEXT, .bytes = text});
}

void db_put_bytes(Statement *q, Column column, const void *bytes, size_t len)
{
    db_put(q, column,
           (Value){
               .type = VALUE_BYTES, .bytes = {bytes, len}
    });
}

bool db_next(Statement *q, bool *row, Err *err)
{
    if (q->bad) {
        (void)FAIL(err, ERR_LIMIT, "a value is too large for the database");
        return err_id(err, "sebuah isian terlalu besar untuk basis data");
    }
    return q->db->backend->step(q, row, err);
}

bool db_run(Statement *q, Err *err)
{
    bool row = false;
    if (!db_next(q, &row, err)) return false;
    CHECK(!row);
    return true;
}

Value db_value(const Statement *q, Column column)
{
    CHECK(q->column[column] != NO_PLACE);
    return q->db->backend->value(q, q->column[column]);
}

bool db_none(const Statement *q, Column column)
{
    return db_value(q, column).type == VALUE_NONE;
}

int64_t db_int(const Statement *q, Column column, int64_t otherwise)
{
    Value value = db_value(q, column);
    return value.type == VALUE_INT ? value.number : otherwise;
}

Str db_text(const Statement *q, Column column)
{
    Value value = db_value(q, column);
    bool is_text = value.type == VALUE_TEXT || value.type == VALUE_BYTES;
    return is_text ? value.bytes : STR("");
}

bool db_bytes(const Statement *q, Column column, void *out, size_t len)
{
    Value value = db_value(q, column);
    if (value.type != VALUE_BYTES || value.bytes.len != len) return false;
    memcpy(out, value.bytes.ptr, len);
    return true;
}

bool db_begin(Db *db, Err *err)
{
    return db->backend->begin(db, err);
}

void db_rollback(Db *db)
{
    db->backend->rollback(db);
}

void db_close(Db *db)
{
    if (db != NULL) db->backend->close(db);
}
