/* SPDX-License-Identifier: Apache-2.0 */
#include "base/clock.h"
#include "store/sqlite.h"

#include <string.h>

enum { SECOND_NS = 1000000000 };

Sqlite *sqlite_of(Db *db)
{
    return (Sqlite *)(void *)db;
}

void sqlite_hurry(Sqlite *s)
{
    s->deadline_ns =
        s->db.patient ? INT64_MAX : clock_monotonic_ns() + s->patience_ns;
}

void sqlite_patient(Sqlite *s)
{
    s->deadline_ns = INT64_MAX;
}

/* ---- constant statements ------------------------------------------------- */

static void finish(sqlite3_stmt **statement)
{
    (void)sqlite3_finalize(*statement);
}

/* Prepare and take the first row, if there is one. */
static bool first_row(Sqlite *s, const char *sql, sqlite3_stmt **out, bool *row,
                      Err *err)
{
    int code = sqlite3_prepare_v2(s->handle, sql, -1, out, NULL);
    if (code != SQLITE_OK) return sqlite_refused(s, code, err);
    sqlite_hurry(s);
    code = sqlite3_step(*out);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return sqlite_refused(s, code, err);
    *row = code == SQLITE_ROW;
    return true;
}

bool sqlite_run(Sqlite *s, const char *sql, Err *err)
{
    AUTO(finish) sqlite3_stmt *statement = NULL;
    bool row = false;
    return first_row(s, sql, &statement, &row, err);
}

bool sqlite_number(Sqlite *s, const char *sql, int64_t *out, Err *err)
{
    AUTO(finish) sqlite3_stmt *statement = NULL;
    bool row = false;
    if (!first_row(s, sql, &statement, &row, err)) return false;
    *out = row ? sqlite3_column_int64(statement, 0) : -1;
    return true;
}

bool sqlite_text(Sqlite *s, Arena *arena, const char *sql, Str *out, Err *err)
{
    AUTO(finish) sqlite3_stmt *statement = NULL;
    bool row = false;
    if (!first_row(s, sql, &statement, &row, err)) return false;
    const void *text = row ? sqlite3_column_blob(statement, 0) : NULL;
    int len = row ? sqlite3_column_bytes(statement, 0) : 0;
    *out = text == NULL ? STR("") : str_copy(arena, (Str){text, (size_t)len});
    return true;
}

/* ---- questions ----------------------------------------------------------- */

static void place_names(Statement *q, sqlite3_stmt *handle)
{
    memset(q->column, NO_PLACE, sizeof q->column);
    memset(q->parameter, NO_PLACE, sizeof q->parameter);
    for (int i = 0; i < sqlite3_column_count(handle); i++) {
        const char *name = sqlite3_column_name(handle, i);
        Column column = query_column(str_of(name == NULL ? "" : name));
        CHECK(column < COLUMN_COUNT);
        q->column[column] = (uint8_t)i;
    }
    for (int i = 1; i <= sqlite3_bind_parameter_count(handle); i++) {
        Column column =
            query_column(str_of(sqlite3_bind_parameter_name(handle, i) + 1));
        CHECK(column < COLUMN_COUNT);
        q->parameter[column] = (uint8_t)i;
    }
}

bool sqlite_prepare(Statement *q, Err *err)
{
    Sqlite *s = sqlite_of(q->db);
    sqlite3_stmt *handle = NULL;
    int code = sqlite3_prepare_v3(s->handle, query_text(q->query), -1,
                                  SQLITE_PREPARE_PERSISTENT, &handle, NULL);
    if (code != SQLITE_OK) return sqlite_refused(s, code, err);
    q->handle = handle;
    place_names(q, handle);
    return true;
}

void sqlite_drop(Statement *q)
{
    (void)sqlite3_finalize(q->handle);
    q->handle = NULL;
}

static int bind_bytes(Statement *q, int place, Str bytes, bool text)
{
    const char *at = bytes.len == 0 ? "" : bytes.ptr;
    return text ? sqlite3_bind_text64(q->handle, place, at, bytes.len,
                                      SQLITE_STATIC, SQLITE_UTF8)
                : sqlite3_bind_blob64(q->handle, place, at, bytes.len,
                                      SQLITE_STATIC);
}

void sqlite_bind(Statement *q, int place, Value value)
{
    int code = SQLITE_OK;
    switch (value.type) {
    case VALUE_NONE: code = sqlite3_bind_null(q->handle, place); break;
    case VALUE_INT:
        code = sqlite3_bind_int64(q->handle, place, value.number);
        break;
    case VALUE_TEXT: code = bind_bytes(q, place, value.bytes, true); break;
    case VALUE_BYTES: code = bind_bytes(q, place, value.bytes, false); break;
    }
    if (code != SQLITE_OK) q->bad = true;
}

bool sqlite_step_on(Statement *q, bool *row, Err *err)
{
    Sqlite *s = sqlite_of(q->db);
    sqlite_hurry(s);
    int code = sqlite3_step(q->handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return sqlite_refused(s, code, err);
    *row = code == SQLITE_ROW;
    return true;
}

Value sqlite_value_at(const Statement *q, int place)
{
    sqlite3_stmt *h = q->handle;
    int type = sqlite3_column_type(h, place);
    if (type == SQLITE_INTEGER)
        return (Value){
            VALUE_INT, sqlite3_column_int64(h, place), {"", 0}
        };
    if (type != SQLITE_TEXT && type != SQLITE_BLOB) return (Value){0};
    const void *at = sqlite3_column_blob(h, place);
    size_t len = (size_t)sqlite3_column_bytes(h, place);
    Str bytes = at == NULL ? STR("") : (Str){at, len};
    return (Value){type == SQLITE_TEXT ? VALUE_TEXT : VALUE_BYTES, 0, bytes};
}

/* Its failure, if any, was told by the step. */
void sqlite_rewind(Statement *q)
{
    (void)sqlite3_reset(q->handle);
}
