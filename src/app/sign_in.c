/* SPDX-License-Identifier: Apache-2.0 */
#include "app/sign_in.h"

#include "app/account_part.h"
#include "app/password.h"
#include "app/secret.h"
#include "app/sign_in_part.h"
#include "app/totp.h"

/* ---- words -------------------------------------------------------------- */

static bool no_entry(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "the number or name, or the password, does not fit");
    return err_id(err, "nomor atau nama itu, atau kata sandinya, tidak cocok");
}

static bool no_code(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "the code does not fit or is too old; give the newest of the "
               "app");
    return err_id(err, "kode tidak cocok atau sudah lewat waktu; masukkan kode "
                       "terbaru dari aplikasi");
}

/* ---- entering ----------------------------------------------------------- */

bool sign_in_enter(AccountChange *change, SessionNew *fresh, SignedIn *out,
                   Err *err)
{
    Err why = {0};
    if (!account_change(change, &why)) {
        /* A full disk keeps nobody out. */
        if (why.kind != ERR_FULL) return *err = why, false;
        session_hold(change, fresh);
    }
    out->token = fresh->token;
    out->session = session_opened(change, fresh);
    return true;
}

/* ---- the first step ----------------------------------------------------- */

typedef struct {
    const SignInAsked *asked;
    WaitOwner owner;
    AccountRecord seen; /* for which the password fits */
    Str rehashed;       /* with today's parameters; or empty */
    uint32_t failures;
    Instant before;
    SessionNew fresh;
} Entry;

static bool enter(AccountChange *change, Err *err)
{
    Entry *e = change->context;
    AccountRecord *record = &change->record;
    if (!account_is_open(record) || !str_is(record->hash, e->seen.hash))
        return no_entry(err);
    e->before = record->entered;
    record->entered = change->world->now;
    if (e->rehashed.len > 0) record->hash = e->rehashed;
    session_new(change, &e->fresh);
    if (e->failures > 0)
        VEC_PUSH(change->arena, &change->more,
                 wait_keep(change->arena, &e->owner));
    return true;
}

/* May this account come in here at all? */
static bool is_usable(const AccountWorld *world, const AccountOwner *owner,
                      const AccountRecord *record)
{
    Date today = account_today(world, owner->office);
    return account_is_open(record) &&
           (!record->demo || world->accounts->demo) &&
           person_is_active(&owner->office->r, owner->person, today);
}

/* *fits false: not this one, or not with this password. */
static bool try_owner(Arena *arena, const AccountWorld *world,
                      const AccountOwner *owner, Entry *e, bool *fits, Err *err)
{
    Accounts *accounts = world->accounts;
    Str code = owner->office->r.people[owner->person.index].code;
    bool found = false;
    e->owner = (WaitOwner){.government = owner->office->government.code,
                           .person = code,
                           .purpose = "sandi"};
    if (!wait_begin(world, &e->owner, err) ||
        !account_record(arena, accounts->store, e->owner.government, code,
                        &e->seen, &found, err))
        return false;
    bool usable = found && is_usable(world, owner, &e->seen);
    *fits = password_is(accounts, usable ? e->seen.hash : STR(""),
                        e->asked->password);
    if (*fits)
        e->failures = wait_over(world, &e->owner);
    else
        wait_failed(world, &e->owner);
    return true;
}

static bool try_nobody(Arena *arena, const AccountWorld *world,
                       const SignInAsked *asked, Err *err)
{
    Str name = str_slice(nip_bare(arena, str_fold(arena, asked->name)), 0, 100);
    WaitOwner owner = {
        .name = name, .government = asked->government, .purpose = "sandi"};
    if (!wait_begin(world, &owner, err)) return false;
    (void)password_is(world->accounts, STR(""), asked->password);
    wait_failed(world, &owner);
    return no_entry(err);
}

static bool let_in(Arena *arena, const AccountWorld *world,
                   const AccountOwner *owner, Entry *e, SignedIn *out, Err *err)
{
    AccountChange change = {.arena = arena,
                            .world = world,
                            .office = owner->office,
                            .person = e->owner.person,
                            .edit = enter,
                            .context = e};
    Err ignored = {0};
    e->fresh =
        (SessionNew){.label = e->asked->label, .replaces = e->asked->replaces};
    if (password_is_weak(e->seen.hash))
        (void)!password_hash(arena, world->accounts, e->asked->password,
                             &e->rehashed, &ignored);
    if (!sign_in_enter(&change, &e->fresh, out, err)) return false;
    out->before = e->before;
    out->failures = e->failures;
    return true;
}

bool sign_in(Arena *arena, const AccountWorld *world, const SignInAsked *asked,
             SignedIn *out, Err *err)
{
    AccountOwner owners[ACCOUNT_OWNERS];
    size_t count = 0;
    if (!account_owners(arena, world, asked->government, asked->name, owners,
                        &count, err))
        return false;
    if (count == 0) return try_nobody(arena, world, asked, err);
    for (size_t i = 0; i < count; i++) {
        Entry e = {.asked = asked};
        bool fits = false;
        if (!try_owner(arena, world, &owners[i], &e, &fits, err)) return false;
        if (fits) return let_in(arena, world, &owners[i], &e, out, err);
    }
    return no_entry(err);
}

/* ---- the second step ---------------------------------------------------- */

typedef struct {
    int64_t step; /* of a code of the app; 0: it is one of recovery */
    Str digest;   /* of a code of recovery */
    WaitOwner owner;
    uint32_t failures;
    SessionNew fresh;
} SecondStep;

/* The list without that digest; false: it is not in it. */
static bool take_out(Arena *arena, Str *list, Str digest)
{
    Buf out = buf_in(arena);
    Str rest = *list;
    Str piece;
    bool found = false;
    while (str_next(&rest, ' ', &piece)) {
        if (secret_is(piece, digest)) {
            found = true;
            continue;
        }
        buf_format(&out, "%s%.*s", out.len == 0 ? "" : " ", STR_ARG(piece));
    }
    if (found) *list = buf_str(&out);
    return found;
}

static bool take_step(AccountChange *change, Err *err)
{
    SecondStep *s = change->context;
    AccountRecord *record = &change->record;
    bool fits = s->step > 0
                    ? s->step > record->step
                    : take_out(change->arena, &record->recovery, s->digest);
    if (!account_is_open(record) || !fits) return no_code(err);
    if (s->step > 0) record->step = s->step;
    session_new(change, &s->fresh);
    if (s->failures > 0)
        VEC_PUSH(change->arena, &change->more,
                 wait_keep(change->arena, &s->owner));
    return true;
}

/* What kind of code it is, and whether it can be right. */
static bool look_at(Arena *arena, const AccountWorld *world,
                    const AccountRecord *record, Str code, SecondStep *s,
                    bool *fits, Err *err)
{
    Str secret = {0};
    Str bare = {0};
    Str list = record->recovery;
    if (secret_code_take(arena, code, &bare)) {
        s->digest = secret_digest(arena, "pemulihan", bare);
        *fits = take_out(arena, &list, s->digest);
        return true;
    }
    if (!store_unbox(world->accounts->store, arena, record->secret, &secret,
                     err))
        return false;
    s->step = totp_step(secret, str_trim(code), world->now, record->step);
    *fits = s->step > 0 && wait_take_step(world, &s->owner, s->step);
    return true;
}

bool sign_in_session(Arena *arena, const AccountWorld *world, Str token,
                     SessionHeld *out, Err *err)
{
    bool found = false;
    if (!session_held(arena, world, token, out, &found, err)) return false;
    if (found) return true;
    (void)FAIL(err, ERR_ABSENT, "the session has ended; sign in again");
    return err_id(err, "sesi sudah berakhir; masuk lagi");
}

/* Does the code fit the account's second step?  One that has none fits none. */
static bool try_code(Arena *arena, const AccountWorld *world, Str code,
                     SecondStep *s, AccountRecord *record, bool *fits, Err *err)
{
    bool found = false;
    *fits = false;
    return account_record(arena, world->accounts->store, s->owner.government,
                          s->owner.person, record, &found, err) &&
           (record->secret.len == 0 ||
            look_at(arena, world, record, code, s, fits, err));
}

bool sign_in_code(Arena *arena, const AccountWorld *world, Str token, Str code,
                  SignedIn *out, Err *err)
{
    SessionHeld held = {0};
    AccountRecord record;
    bool fits = false;
    if (!sign_in_session(arena, world, token, &held, err)) return false;
    SecondStep s = {
        .owner = {.government = held.record.government,
                  .person = held.record.person,
                  .purpose = "kode"},
        .fresh = {.label = held.record.label,
                  .second = true,
                  .replaces = token},
    };
    AccountChange change = {.arena = arena,
                            .world = world,
                            .person = held.record.person,
                            .edit = take_step,
                            .context = &s};
    if (!account_office(world, held.record.government, &change.office, err) ||
        !wait_begin(world, &s.owner, err) ||
        !try_code(arena, world, code, &s, &record, &fits, err))
        return false;
    if (!fits) {
        wait_failed(world, &s.owner);
        return no_code(err);
    }
    s.failures = wait_over(world, &s.owner);
    SignedIn in = {.before = record.entered, .failures = s.failures};
    if (!sign_in_enter(&change, &s.fresh, &in, err)) return false;
    *out = in;
    return true;
}
