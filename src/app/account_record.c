/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account_part.h"
#include "app/kept.h"

/* member, name in what is kept */
#define TEXTS(X)             \
    X(name, "nama")          \
    X(hash, "sandi")         \
    X(secret, "kode")        \
    X(fresh, "kode_baru")    \
    X(recovery, "pemulihan") \
    X(slip, "undangan")

#define INSTANTS(X)               \
    X(made, "dibuat")             \
    X(changed, "diganti")         \
    X(entered, "masuk")           \
    X(stopped, "dihentikan")      \
    X(fresh_at, "kode_baru_saat") \
    X(slip_until, "undangan_sampai")

Str account_record_text(Arena *arena, const AccountRecord *record)
{
    Buf out = buf_in(arena);
#define X(member, word) kept_put_text(&out, word, record->member);
    TEXTS(X)
#undef X
#define X(member, word) kept_put_number(&out, word, record->member.us);
    INSTANTS(X)
#undef X
    kept_put_number(&out, "masa", record->epoch);
    kept_put_number(&out, "langkah", record->step);
    kept_put_number(&out, "administrator", record->admin);
    kept_put_number(&out, "peragaan", record->demo);
    return buf_str(&out);
}

bool account_record_read(Arena *arena, Str body, AccountRecord *out, Err *err)
{
    Kept kept = {.body = body};
    AccountRecord record = {
        .epoch = kept_number(&kept, "masa"),
        .step = kept_number(&kept, "langkah"),
        .admin = kept_number(&kept, "administrator") != 0,
        .demo = kept_number(&kept, "peragaan") != 0,
    };
#define X(member, word) record.member = str_copy(arena, kept_text(&kept, word));
    TEXTS(X)
#undef X
#define X(member, word) record.member = kept_instant(&kept, word);
    INSTANTS(X)
#undef X
    if (!kept.bad) return *out = record, true;
    (void)FAIL(err, ERR_IO, "a kept account is damaged");
    return err_id(err, "akun yang tersimpan rusak");
}

bool account_record(Arena *arena, Store *store, Str government, Str person,
                    AccountRecord *out, bool *found, Err *err)
{
    Str body = {0};
    bool here = false;
    AccountRecord record = {0};
    if (!store_kept(store, arena, government, ACCOUNT_KEPT, person, &body,
                    &here, err) ||
        (here && !account_record_read(arena, body, &record, err)))
        return false;
    *out = record;
    *found = here;
    return true;
}

bool account_is_open(const AccountRecord *record)
{
    return record->hash.len > 0 && record->stopped.us == 0;
}
