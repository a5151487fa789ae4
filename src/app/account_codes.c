/* SPDX-License-Identifier: Apache-2.0 */
/*
 * account_codes.c - one's own second factor: made, confirmed, given up; and
 * the codes for the day when the phone is gone.
 */
#include "app/own_part.h"
#include "app/secret.h"
#include "app/totp.h"

static const int64_t enrol_us = INT64_C(900) * 1000000;

Str own_recovery(Arena *arena, Str shown[ACCOUNT_RECOVERY])
{
    Buf kept = buf_in(arena);
    for (size_t i = 0; i < ACCOUNT_RECOVERY; i++) {
        Str code = secret_code(arena);
        shown[i] = secret_code_shown(arena, code);
        if (i > 0) buf_char(&kept, ' ');
        buf_put(&kept, secret_digest(arena, "pemulihan", code));
    }
    return buf_str(&kept);
}

/* ---- a secret, not confirmed yet ---------------------------------------- */

typedef struct {
    const Own *own;
    Str boxed;
} Fresh;

static bool is_fresh(const AccountWorld *world, const AccountRecord *record)
{
    return record->fresh.len > 0 &&
           world->now.us < record->fresh_at.us + enrol_us;
}

static bool put_fresh(AccountChange *change, Err *err)
{
    const Fresh *f = change->context;
    if (!own_stands(change, f->own, err)) return false;
    change->record.fresh = f->boxed;
    change->record.fresh_at = change->world->now;
    return true;
}

static bool make_fresh(Arena *arena, const AccountWorld *world, const Own *own,
                       Str *secret, Err *err)
{
    Fresh f = {.own = own};
    Str made = totp_secret(arena);
    AccountChange change = own_change(arena, world, own, put_fresh, &f);
    if (!store_box(world->accounts->store, arena, made, &f.boxed, err) ||
        !account_change(&change, err))
        return false;
    *secret = made;
    return true;
}

bool account_own_codes(Arena *arena, const AccountWorld *world, Str token,
                       Str password, AccountCodes *out, Err *err)
{
    Own own = {0};
    Str secret = {0};
    if (!own_open(arena, world, token, true, &own, err) ||
        !own_asks(world, &own, password, err))
        return false;
    bool fine = is_fresh(world, &own.record)
                    ? store_unbox(world->accounts->store, arena,
                                  own.record.fresh, &secret, err)
                    : make_fresh(arena, world, &own, &secret, err);
    if (!fine) return false;
    const Person *person = &own.office->r.people[own.person.index];
    out->secret = secret;
    out->uri =
        totp_uri(arena, secret, person->name, own.office->government.code);
    return true;
}

/* ---- confirmed ---------------------------------------------------------- */

/* Failures that do not wait yet: the secret is told to whoever sets it up. */
enum { SETUP_SLIPS = 2 };

typedef struct {
    const Own *own;
    int64_t step;
    Str recovery;
    SessionNew fresh;
} Confirm;

/* Apart from the tries at the door: a set-up that succeeds forgives none of
 * them. */
static WaitOwner setup_owner(const Own *own)
{
    return (WaitOwner){.government = own->held.record.government,
                       .person = own->held.record.person,
                       .purpose = "pasang",
                       .slips = SETUP_SLIPS};
}

static bool put_codes(AccountChange *change, Err *err)
{
    Confirm *c = change->context;
    WaitOwner owner = setup_owner(c->own);
    AccountRecord *record = &change->record;
    if (!own_stands(change, c->own, err)) return false;
    record->secret = c->own->record.fresh;
    record->step = c->step;
    record->fresh = STR("");
    record->fresh_at = (Instant){0};
    record->recovery = c->recovery;
    record->epoch++;
    session_new(change, &c->fresh);
    VEC_PUSH(change->arena, &change->more, wait_keep(change->arena, &owner));
    return true;
}

static bool no_confirmation(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "the code does not fit; see that the phone's "
               "clock is right and give the newest code");
    return err_id(err, "kode tidak cocok; periksa jam ponsel dan masukkan kode "
                       "terbaru");
}

static bool check_code(Arena *arena, const AccountWorld *world, const Own *own,
                       Str code, int64_t *step, Err *err)
{
    Str secret = {0};
    WaitOwner owner = setup_owner(own);
    if (!is_fresh(world, &own->record)) {
        (void)FAIL(err, ERR_INPUT, "the secret is too old; begin anew");
        return err_id(err, "kunci itu sudah lewat waktu; mulai lagi");
    }
    if (!wait_begin(world, &owner, err) ||
        !store_unbox(world->accounts->store, arena, own->record.fresh, &secret,
                     err))
        return false;
    *step = totp_step(secret, str_trim(code), world->now, 0);
    if (*step > 0) return (void)wait_over(world, &owner), true;
    wait_failed(world, &owner);
    return no_confirmation(err);
}

bool account_own_confirm(Arena *arena, const AccountWorld *world, Str token,
                         Str code, SignedIn *out,
                         Str recovery[ACCOUNT_RECOVERY], Err *err)
{
    Own own = {0};
    Str shown[ACCOUNT_RECOVERY];
    SignedIn in = {0};
    if (!own_open(arena, world, token, true, &own, err)) return false;
    Confirm c = {
        .own = &own,
        .fresh = {
                  .label = own.session.label, .second = true, .replaces = token}
    };
    AccountChange change = own_change(arena, world, &own, put_codes, &c);
    if (!check_code(arena, world, &own, code, &c.step, err)) return false;
    c.recovery = own_recovery(arena, shown);
    account_trace(&change, change.person, CHANNEL_WEB, "kode diganti",
                  (FactId){0});
    if (!account_change(&change, err)) return false;
    in.token = c.fresh.token;
    in.session = session_opened(&change, &c.fresh);
    *out = in;
    for (size_t i = 0; i < ACCOUNT_RECOVERY; i++)
        recovery[i] = shown[i];
    return true;
}

/* ---- codes of recovery, and none ---------------------------------------- */

static bool put_recovery(AccountChange *change, Err *err)
{
    const Confirm *c = change->context;
    if (!own_stands(change, c->own, err)) return false;
    if (change->record.secret.len == 0) {
        (void)FAIL(err, ERR_INPUT, "there is no second factor");
        return err_id(err, "belum ada langkah kedua");
    }
    change->record.recovery = c->recovery;
    return true;
}

bool account_own_recovery(Arena *arena, const AccountWorld *world, Str token,
                          Str password, Str recovery[ACCOUNT_RECOVERY],
                          Err *err)
{
    Own own = {0};
    Str shown[ACCOUNT_RECOVERY];
    Confirm c = {.own = &own};
    if (!own_open(arena, world, token, false, &own, err) ||
        !own_asks(world, &own, password, err))
        return false;
    AccountChange change = own_change(arena, world, &own, put_recovery, &c);
    c.recovery = own_recovery(arena, shown);
    account_trace(&change, change.person, CHANNEL_WEB, "kode diganti",
                  (FactId){0});
    if (!account_change(&change, err)) return false;
    for (size_t i = 0; i < ACCOUNT_RECOVERY; i++)
        recovery[i] = shown[i];
    return true;
}

static bool put_none(AccountChange *change, Err *err)
{
    const Own *own = change->context;
    AccountRecord *record = &change->record;
    if (!own_stands(change, own, err)) return false;
    record->secret = record->recovery = record->fresh = STR("");
    return true;
}

bool account_own_no_codes(Arena *arena, const AccountWorld *world, Str token,
                          Str password, Err *err)
{
    Own own = {0};
    if (!own_open(arena, world, token, false, &own, err) ||
        !own_asks(world, &own, password, err))
        return false;
    if (own.session.strict) {
        (void)FAIL(err, ERR_DENIED,
                   "who leads or is granted something must "
                   "have a second factor");
        return err_id(err, "pimpinan dan pemegang kewenangan wajib memakai "
                           "langkah kedua");
    }
    AccountChange change = own_change(arena, world, &own, put_none, &own);
    account_trace(&change, change.person, CHANNEL_WEB, "kode diganti",
                  (FactId){0});
    return account_change(&change, err);
}
