/* SPDX-License-Identifier: Apache-2.0 */
#include "app/session.h"

#include "app/account_part.h"
#include "app/kept.h"
#include "app/secret.h"

#include <sodium.h>

/* Idle and whole, in hours; for those with a second factor and for others. */
enum { STRICT_IDLE = 2, STRICT_WHOLE = 12, IDLE = 12, WHOLE = 30 * 24 };

static const int64_t hour_us = INT64_C(3600) * 1000000;

Str session_digest(Arena *arena, Str token)
{
    return secret_digest(arena, "sesi", token);
}

/* ---- what is kept ------------------------------------------------------- */

Str session_text(Arena *arena, const SessionRecord *record)
{
    Buf out = buf_in(arena);
    kept_put_text(&out, "pegawai", record->person);
    kept_put_text(&out, "label", record->label);
    kept_put_number(&out, "dibuka", record->opened.us);
    kept_put_number(&out, "terlihat", record->seen.us);
    kept_put_number(&out, "masa", record->epoch);
    kept_put_number(&out, "penuh", record->full);
    kept_put_number(&out, "langkah_kedua", record->second);
    kept_put_number(&out, "peragaan", record->demo);
    return buf_str(&out);
}

bool session_read(Arena *arena, Str government, Str digest, Str body,
                  SessionRecord *out, Err *err)
{
    Kept kept = {.body = body};
    SessionRecord record = {
        .government = government,
        .digest = digest,
        .person = str_copy(arena, kept_text(&kept, "pegawai")),
        .label = str_copy(arena, kept_text(&kept, "label")),
        .opened = kept_instant(&kept, "dibuka"),
        .seen = kept_instant(&kept, "terlihat"),
        .epoch = kept_number(&kept, "masa"),
        .full = kept_number(&kept, "penuh") != 0,
        .second = kept_number(&kept, "langkah_kedua") != 0,
        .demo = kept_number(&kept, "peragaan") != 0,
    };
    if (!kept.bad) return *out = record, true;
    (void)FAIL(err, ERR_IO, "a kept session is damaged");
    return err_id(err, "sesi yang tersimpan rusak");
}

/* ---- does it last? ------------------------------------------------------ */

bool session_is_strict(const AccountWorld *world, const Office *office,
                       Str person, bool admin)
{
    PersonId who = {map_find(&office->r.person_codes, person)};
    return admin ||
           (who.index != NO_INDEX &&
            account_needs_code(office, who, account_today(world, office)));
}

bool session_lasts(const AccountWorld *world, const SessionRecord *record,
                   bool strict)
{
    int64_t idle = strict ? STRICT_IDLE : IDLE;
    int64_t whole = strict ? STRICT_WHOLE : WHOLE;
    return world->now.us < record->seen.us + idle * hour_us &&
           world->now.us < record->opened.us + whole * hour_us;
}

static bool serves(const AccountWorld *world, const Office *office, Str person)
{
    PersonId who = {map_find(&office->r.person_codes, person)};
    return who.index != NO_INDEX &&
           person_is_active(&office->r, who, account_today(world, office));
}

/* By the clock, by the register, by what kind of process this is. */
static bool lives(const AccountWorld *world, const Office *office,
                  const SessionHeld *held)
{
    bool strict =
        session_is_strict(world, office, held->record.person, held->admin);
    return session_lasts(world, &held->record, strict) &&
           serves(world, office, held->record.person) &&
           (!held->record.demo || world->accounts->demo);
}

/* ---- from the store ----------------------------------------------------- */

/* Its account stands, with the same password. */
static bool take_account(Arena *arena, const AccountWorld *world,
                         SessionHeld *held, bool *found, Err *err)
{
    AccountRecord account;
    bool here = false;
    if (!account_record(arena, world->accounts->store, held->record.government,
                        held->record.person, &account, &here, err))
        return false;
    held->codes = account.secret.len > 0;
    held->admin = account.admin;
    *found = here && account_is_open(&account) &&
             account.epoch == held->record.epoch;
    return true;
}

static bool load(Arena *arena, const AccountWorld *world, Str digest,
                 SessionHeld *out, bool *found, Err *err)
{
    SessionHeld held = {0};
    bool here = false;
    for (size_t i = 0; !here && i < world->office_count; i++) {
        Str body = {0};
        Str code = world->offices[i]->government.code;
        if (!store_kept(world->accounts->store, arena, code, ACCOUNT_SESSION,
                        digest, &body, &here, err) ||
            (here &&
             !session_read(arena, code, digest, body, &held.record, err)))
            return false;
    }
    held.written = held.record.seen;
    if (here && !take_account(arena, world, &held, &here, err)) return false;
    *out = held;
    *found = here;
    return true;
}

bool session_held(Arena *arena, const AccountWorld *world, Str token,
                  SessionHeld *out, bool *found, Err *err)
{
    SessionCache *cache = world->accounts->sessions;
    const Office *office = NULL;
    SessionHeld held = {0};
    Err ignored = {0};
    bool here = false;
    *found = false;
    if (token.len != SESSION_TOKEN) return true;
    Str digest = session_digest(arena, token);
    if (!session_cache_find(cache, arena, digest, &held)) {
        uint64_t version = session_cache_version(cache);
        if (!load(arena, world, digest, &held, &here, err)) return false;
        if (!here) return true;
        session_cache_put(cache, &held, version);
    }
    *found = account_office(world, held.record.government, &office, &ignored) &&
             lives(world, office, &held);
    *out = held;
    return true;
}

/* ---- as its owner sees it ----------------------------------------------- */

static Str id_of(Arena *arena, Str digest)
{
    return str_copy(arena, str_slice(digest, 0, SESSION_ID));
}

Session session_view(Arena *arena, const AccountWorld *world,
                     const Office *office, const SessionHeld *held, Str token)
{
    const SessionRecord *record = &held->record;
    bool strict = session_is_strict(world, office, record->person, held->admin);
    bool full = record->full &&
                (record->second || record->demo || (!strict && !held->codes));
    Session session = {
        .government = office->government.code,
        .person = record->person,
        .level = full ? SESSION_FULL : SESSION_PASSWORD,
        .enrol = !full && !held->codes,
        .strict = strict,
        .demo = record->demo,
        .opened = record->opened,
        .seen = record->seen,
        .label = record->label,
        .id = id_of(arena, record->digest),
    };
    if (token.len > 0) secret_key("formulir", token, session.form);
    return session;
}

/* ---- seen --------------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Str government;
    KeepPut put;
} SeenAgain;

/* What has ended is not brought back. */
static bool still_there(Store *store, void *context, Err *err)
{
    SeenAgain *seen = context;
    Str body = {0};
    bool found = false;
    return store_kept(store, seen->arena, seen->government, ACCOUNT_SESSION,
                      seen->put.key, &body, &found, err) &&
           (found || FAIL(err, ERR_ABSENT, "the session has ended"));
}

/* That it was seen helps, but nobody's request fails for it. */
static void keep_seen(Arena *arena, const AccountWorld *world,
                      const SessionRecord *record)
{
    Receipt receipt;
    Err ignored = {0};
    SeenAgain seen = {
        arena,
        record->government,
        {ACCOUNT_SESSION, record->digest, session_text(arena, record)}
    };
    Intent intent = {.government = record->government,
                     .guard = still_there,
                     .context = &seen,
                     .keeps = &seen.put,
                     .keep_count = 1};
    (void)!store_write(world->accounts->store, &intent, &receipt, &ignored);
}

bool session_find(Arena *arena, const AccountWorld *world, Str token,
                  Session *out, bool *found, Err *err)
{
    SessionHeld held = {0};
    const Office *office = NULL;
    if (!session_held(arena, world, token, &held, found, err)) return false;
    if (!*found) return true;
    if (!account_office(world, held.record.government, &office, err))
        return false;
    bool keep = session_cache_seen(world->accounts->sessions,
                                   held.record.digest, world->now);
    if (held.record.seen.us < world->now.us) held.record.seen = world->now;
    if (keep) keep_seen(arena, world, &held.record);
    *out = session_view(arena, world, office, &held, token);
    return true;
}

bool session_at_hand(Arena *arena, const AccountWorld *world, Str token,
                     Session *out)
{
    SessionCache *cache = world->accounts->sessions;
    const Office *office = NULL;
    SessionHeld held;
    Err ignored = {0};
    if (token.len != SESSION_TOKEN) return false;
    Str digest = session_digest(arena, token);
    if (!session_cache_find(cache, arena, digest, &held) ||
        session_cache_is_due(&held, world->now) ||
        !account_office(world, held.record.government, &office, &ignored) ||
        !lives(world, office, &held))
        return false;
    (void)session_cache_seen(cache, digest, world->now);
    if (held.record.seen.us < world->now.us) held.record.seen = world->now;
    *out = session_view(arena, world, office, &held, token);
    return true;
}

/* ---- forms -------------------------------------------------------------- */

enum { FORM_BYTES = 64, HALF = 32 };

Str session_form_token(Arena *arena, const Session *session)
{
    static const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    uint8_t bytes[FORM_BYTES];
    char *text = NEW(arena, char, SESSION_FORM + 1);
    randombytes_buf(bytes, HALF);
    for (size_t i = 0; i < HALF; i++)
        bytes[HALF + i] = bytes[i] ^ session->form[i];
    (void)sodium_bin2base64(text, SESSION_FORM + 1, bytes, sizeof bytes,
                            variant);
    return (Str){text, SESSION_FORM};
}

bool session_form_token_is(const Session *session, Str token)
{
    static const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    uint8_t bytes[FORM_BYTES];
    size_t len = 0;
    if (token.len != SESSION_FORM ||
        sodium_base642bin(bytes, sizeof bytes, token.ptr, token.len, NULL, &len,
                          NULL, variant) != 0 ||
        len != FORM_BYTES)
        return false;
    for (size_t i = 0; i < HALF; i++)
        bytes[HALF + i] ^= bytes[i];
    return sodium_memcmp(bytes + HALF, session->form, HALF) == 0;
}
