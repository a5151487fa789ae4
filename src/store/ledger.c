/* SPDX-License-Identifier: Apache-2.0 */
#include "store/ledger.h"

int64_t ledger_block(uint64_t number)
{
    return number == 0 ? 0 : (int64_t)((number - 1) / LEDGER_BLOCK);
}

static bool is_code_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

bool ledger_code(Str code, Err *err)
{
    bool fine = code.len > 0 && code.len <= LEDGER_CODE_MOST;
    for (size_t i = 0; fine && i < code.len; i++)
        fine = is_code_char(code.ptr[i]);
    if (fine) return true;
    Str shown = str_slice(code, 0, LEDGER_CODE_MOST);
    (void)FAIL(err, ERR_INPUT,
               "'%.*s' is no code of a government (1 to %d letters, digits, "
               "- _ .)",
               STR_ARG(shown), LEDGER_CODE_MOST);
    return err_id(err,
                  "'%.*s' bukan kode pemerintah daerah (1 sampai %d huruf, "
                  "angka, - _ .)",
                  STR_ARG(shown), LEDGER_CODE_MOST);
}

static bool damaged(Str code, Err *err)
{
    (void)FAIL(err, ERR_IO, "the journal of %.*s is damaged", STR_ARG(code));
    return err_id(err, "jurnal %.*s rusak", STR_ARG(code));
}

/* ---- reading ------------------------------------------------------------- */

static bool load_end(Db *db, Ledger *ledger, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_JOURNAL_LAST);
    bool row = false;
    db_put_int(q, COLUMN_GOV, ledger->gov);
    if (!db_next(q, &row, err)) return false;
    ledger->head = commitment_start(ledger->code);
    if (!row) return true;
    int64_t last = db_int(q, COLUMN_LAST, -1);
    ledger->received.us = db_int(q, COLUMN_RECEIVED, 0);
    ledger->number = (uint64_t)last;
    if (last < 1 || !db_bytes(q, COLUMN_HEAD, &ledger->head, DIGEST))
        return damaged(ledger->code, err);
    return true;
}

static bool load_early(Db *db, Ledger *ledger, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_CANCELS_EARLY);
    db_put_int(q, COLUMN_GOV, ledger->gov);
    return db_next(q, &ledger->early, err);
}

static bool load_row(Arena *arena, const Statement *q, Ledger *out, Err *err)
{
    *out = (Ledger){.gov = db_int(q, COLUMN_GOV, -1),
                    .code = str_copy(arena, db_text(q, COLUMN_CODE))};
    if (!ledger_code(out->code, err)) return false;
    if (out->gov < 1 || !zone_parse(db_text(q, COLUMN_ZONE), &out->zone))
        return damaged(out->code, err);
    return true;
}

bool ledger_load(Db *db, Arena *arena, Ledgers *out, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_GOVERNMENTS);
    Ledgers all = {0};
    for (bool row = true; row;) {
        Ledger one;
        if (!db_next(q, &row, err)) return false;
        if (!row) break;
        if (!load_row(arena, q, &one, err) || !load_end(db, &one, err) ||
            !load_early(db, &one, err))
            return false;
        VEC_PUSH(arena, &all, one);
    }
    *out = all;
    return true;
}

bool ledger_find(Db *db, Str code, int64_t *gov, bool *found, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_GOVERNMENT);
    bool row = false;
    if (!ledger_code(code, err)) return false;
    db_put_text(q, COLUMN_CODE, code);
    if (!db_next(q, &row, err)) return false;
    *found = row;
    *gov = row ? db_int(q, COLUMN_GOV, 0) : 0;
    return true;
}

/* ---- writing ------------------------------------------------------------- */

static bool put_government(Db *db, const Ledger *ledger, Err *err)
{
    AUTO(db_told) Statement *q = db_ask(db, QUERY_GOVERNMENT_PUT);
    db_put_int(q, COLUMN_GOV, ledger->gov);
    db_put_text(q, COLUMN_CODE, ledger->code);
    db_put_text(q, COLUMN_ZONE, zone_name(ledger->zone));
    return db_run(q, err) && ledger_unit(db, ledger->gov, STR(""), err);
}

bool ledger_unit(Db *db, int64_t gov, Str code, Err *err)
{
    bool known = false;
    AUTO(db_told) Statement *look = db_ask(db, QUERY_UNIT);
    db_put_int(look, COLUMN_GOV, gov);
    db_put_text(look, COLUMN_UNIT, code);
    if (!db_next(look, &known, err)) return false;
    if (known) return true;
    AUTO(db_told) Statement *q = db_ask(db, QUERY_UNIT_PUT);
    db_put_int(q, COLUMN_GOV, gov);
    db_put_text(q, COLUMN_UNIT, code);
    return db_run(q, err);
}

const Ledger *ledger_named(const Ledgers *ledgers, Str code)
{
    for (size_t i = 0; i < ledgers->count; i++) {
        if (str_is(ledgers->at[i].code, code)) return &ledgers->at[i];
    }
    return NULL;
}

bool ledger_of(Db *db, Arena *arena, Ledgers *ledgers, Str code, Ledger **out,
               Err *err)
{
    int64_t most = 0;
    for (size_t i = 0; i < ledgers->count; i++) {
        if (str_is(ledgers->at[i].code, code))
            return *out = &ledgers->at[i], true;
        if (ledgers->at[i].gov > most) most = ledgers->at[i].gov;
    }
    Ledger one = {.code = str_copy(arena, code),
                  .gov = most + 1,
                  .zone = ZONE_WIB,
                  .head = commitment_start(code)};
    if (!put_government(db, &one, err)) return false;
    VEC_PUSH(arena, ledgers, one);
    *out = &ledgers->at[ledgers->count - 1];
    return true;
}

bool ledger_zone(Db *db, Ledger *ledger, Zone zone, Err *err)
{
    if (ledger->zone == zone) return true;
    AUTO(db_told) Statement *q = db_ask(db, QUERY_GOVERNMENT_ZONE);
    db_put_int(q, COLUMN_GOV, ledger->gov);
    db_put_text(q, COLUMN_ZONE, zone_name(zone));
    if (!db_run(q, err)) return false;
    ledger->zone = zone;
    return true;
}

Instant ledger_received(const Ledger *ledger, Instant now)
{
    Instant next = {ledger->received.us + 1};
    return now.us > next.us ? now : next;
}

static bool save_one(Db *db, const JournalKeys *keys, Ledger *ledger, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(512);
    AUTO(db_told) Statement *q = db_ask(db, QUERY_JOURNAL_PUT);
    Str text = key_head_text(tmp, ledger->code, ledger->number, &ledger->head);
    Signature signature = key_sign(keys, text);
    db_put_int(q, COLUMN_GOV, ledger->gov);
    db_put_int(q, COLUMN_BLOCK, ledger_block(ledger->number));
    db_put_int(q, COLUMN_LAST, (int64_t)ledger->number);
    db_put_int(q, COLUMN_RECEIVED, ledger->received.us);
    db_put_bytes(q, COLUMN_HEAD, ledger->head.bytes, DIGEST);
    db_put_bytes(q, COLUMN_SIGNATURE, signature.bytes, SIGNATURE);
    if (!db_run(q, err)) return false;
    ledger->touched = false;
    return true;
}

bool ledger_append(Db *db, const JournalKeys *keys, Ledger *ledger,
                   const ChainLink *link, Err *err)
{
    CHECK(link->number == ledger->number + 1);
    ledger->head = commitment_next(&ledger->head, link);
    ledger->number = link->number;
    ledger->received = link->received;
    ledger->touched = true;
    return link->number % LEDGER_BLOCK != 0 || save_one(db, keys, ledger, err);
}

bool ledger_save(Db *db, const JournalKeys *keys, Ledgers *ledgers, Err *err)
{
    for (size_t i = 0; i < ledgers->count; i++) {
        if (ledgers->at[i].touched && !save_one(db, keys, &ledgers->at[i], err))
            return false;
    }
    return true;
}
