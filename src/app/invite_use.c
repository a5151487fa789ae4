/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite_use.c - a slip is used: the password is the person's from then on.
 */
#include "app/invite_part.h"
#include "app/password.h"
#include "app/secret.h"

bool invite_no_slip(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "the code is wrong, used or too old; ask for "
               "a new one");
    return err_id(err, "kode salah, sudah dipakai atau lewat waktu; minta kode "
                       "baru");
}

bool invite_password(Arena *arena, const AccountWorld *world,
                     const InviteWhom *whom, Str password, Str *hash, Err *err)
{
    AccountRecord record = {0};
    bool found = false;
    Str person = whom->office->r.people[whom->person.index].code;
    if (!account_record(arena, world->accounts->store,
                        whom->office->government.code, person, &record, &found,
                        err))
        return false;
    PasswordOwner owner = {whom->office, whom->person, record.name};
    return password_fits(&owner, password, err) &&
           password_hash(arena, world->accounts, password, hash, err);
}

void invite_open(AccountChange *change, Str hash)
{
    AccountRecord *record = &change->record;
    invite_void(change);
    if (!change->found) record->made = change->world->now;
    record->hash = hash;
    record->changed = record->entered = change->world->now;
    record->stopped = (Instant){0};
    record->demo = false;
    record->epoch++;
}

typedef struct {
    Str digest, hash;
    SessionNew fresh;
} Use;

static bool use_slip(AccountChange *change, Err *err)
{
    Use *use = change->context;
    const AccountRecord *record = &change->record;
    if (!str_is(record->slip, use->digest) ||
        change->world->now.us >= record->slip_until.us)
        return invite_no_slip(err);
    invite_open(change, use->hash);
    session_new(change, &use->fresh);
    return true;
}

bool invite_use(Arena *arena, const AccountWorld *world, const InviteUse *use,
                SignedIn *out, Err *err)
{
    InviteSlip slip = {0};
    InviteWhom whom = {0};
    SignedIn in = {0};
    Str code = {0};
    bool found = false;
    Use using = {.fresh = {.label = use->label}};
    if (!invite_find(arena, world, use->code, &slip, &found, err)) return false;
    if (!found || !secret_code_take(arena, use->code, &code))
        return invite_no_slip(err);
    using.digest = secret_digest(arena, "undangan", code);
    if (!account_office(world, slip.government, &whom.office, err) ||
        !account_person(whom.office, slip.person, &whom.person, err) ||
        !invite_password(arena, world, &whom, use->password, &using.hash, err))
        return false;
    AccountChange change = invite_change(arena, world, &whom, use_slip, &using);
    account_trace(&change, change.person, CHANNEL_WEB,
                  slip.again ? "kata sandi diganti" : "masuk pertama",
                  (FactId){0});
    if (!account_change(&change, err)) return false;
    in.token = using.fresh.token;
    in.session = session_opened(&change, &using.fresh);
    *out = in;
    return true;
}
