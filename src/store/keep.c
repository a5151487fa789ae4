/* SPDX-License-Identifier: Apache-2.0 */
#include "store/keep.h"

#include "store/reading.h"

#define KEEP_NEVER(word) \
    {                    \
        word, false      \
    }
#define KEEP_WITH_KEYS(word) \
    {                        \
        word, true           \
    }
static const struct {
    const char *word;
    bool travels;
} kinds[] = {
#define KEEP(id, word, travels) travels(word),
#include "store/keep.def"
#undef KEEP
};
#undef KEEP_NEVER
#undef KEEP_WITH_KEYS

/* What is not said to travel does not. */
#define KEEP_NEVER(word)     ""
#define KEEP_WITH_KEYS(word) ", '" word "'"
static const char strip_all[] = "DELETE FROM keep";
static const char strip_some[] = "DELETE FROM keep WHERE kind NOT IN (''"
#define KEEP(id, word, travels) travels(word)
#include "store/keep.def"
#undef KEEP
                                 ")";

const char *keep_strip(bool keys)
{
    return keys ? strip_some : strip_all;
}

/* ---- writing ------------------------------------------------------------ */

static bool is_kind(Str word)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_is(word, str_of(kinds[i].word))) return true;
    }
    return false;
}

/* What stays for long leaves the log soon; what comes and goes all day does
 * when the log is emptied anyway. */
static bool is_lasting(Str word)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_is(word, str_of(kinds[i].word))) return kinds[i].travels;
    }
    return false;
}

static bool is_key(Str key)
{
    if (key.len == 0 || key.len > KEEP_KEY_MOST) return false;
    for (size_t i = 0; i < key.len; i++) {
        unsigned char c = (unsigned char)key.ptr[i];
        if (c < ' ' || c == 0x7f) return false;
    }
    return str_utf8_fault(key) == SIZE_MAX;
}

static bool check_one(const KeepPut *put, Err *err)
{
    if (put->body.len > KEEP_BODY_MOST) {
        (void)FAIL(err, ERR_LIMIT, "a kept record of %zu bytes is too large",
                   put->body.len);
        return err_id(err, "simpanan sebesar %zu byte terlalu besar",
                      put->body.len);
    }
    if (is_kind(put->kind) && is_key(put->key) &&
        str_utf8_fault(put->body) == SIZE_MAX)
        return true;
    (void)FAIL(err, ERR_INPUT,
               "a kept record needs a kind of ours, a key of "
               "1 to %d bytes and text",
               KEEP_KEY_MOST);
    return err_id(err,
                  "simpanan harus berjenis, berkunci 1 sampai %d byte dan "
                  "berisi teks",
                  KEEP_KEY_MOST);
}

bool keep_check(const KeepPut *puts, uint32_t count, Err *err)
{
    if (count > KEEPS_MOST) {
        (void)FAIL(err, ERR_LIMIT, "at most %d kept records at once",
                   KEEPS_MOST);
        return err_id(err, "sekali kirim paling banyak %d simpanan",
                      KEEPS_MOST);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!check_one(&puts[i], err)) return false;
    }
    return true;
}

static bool write_one(Db *db, int64_t gov, const KeepPut *put, Err *err)
{
    bool stays = put->body.len > 0;
    AUTO(db_told)
    Statement *q = db_ask(db, stays ? QUERY_KEEP_PUT : QUERY_KEEP_ERASE);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, put->kind);
    db_put_text(q, COLUMN_NAME, put->key);
    if (stays) db_put_bytes(q, COLUMN_BODY, put->body.ptr, put->body.len);
    return db_run(q, err);
}

bool keep_write(Db *db, int64_t gov, const KeepPut *puts, uint32_t count,
                bool *gone, Err *err)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!write_one(db, gov, &puts[i], err)) return false;
        *gone |= puts[i].body.len == 0 && is_lasting(puts[i].kind);
    }
    return true;
}

/* ---- reading ------------------------------------------------------------ */

/* As many as the contract needs.
 * NOLINTNEXTLINE(readability-function-size) */
bool store_kept(Store *store, Arena *arena, Str government, Str kind, Str key,
                Str *body, bool *found, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    if (!row) return *found = false, true;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_KEEP);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, kind);
    db_put_text(q, COLUMN_NAME, key);
    if (!db_next(q, &row, err)) return false;
    if (row) *body = str_copy(arena, db_text(q, COLUMN_BODY));
    *found = row;
    return true;
}

bool store_kept_each(Store *store, Str government, Str kind, KeptEach *each,
                     void *context, Err *err)
{
    AUTO(reading_done) Reading r = {0};
    int64_t gov = 0;
    bool row = false;
    if (!reading_begin_of(store, &r, government, &gov, &row, err)) return false;
    if (!row) return true;
    AUTO(db_told) Statement *q = db_ask(r.db, QUERY_KEEPS);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_DOCUMENT_KIND, kind);
    while (row) {
        if (!db_next(q, &row, err)) return false;
        if (row && !each(context, db_text(q, COLUMN_NAME),
                         db_text(q, COLUMN_BODY), err))
            return false;
    }
    return true;
}
