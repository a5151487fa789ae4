/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account_own.h"

#include "app/own_part.h"
#include "app/password.h"

/* ---- what all begin with ------------------------------------------------ */

bool own_open(Arena *arena, const AccountWorld *world, Str token, bool enrol,
              Own *out, Err *err)
{
    Own own = {0};
    bool found = false;
    if (!sign_in_session(arena, world, token, &own.held, err) ||
        !account_office(world, own.held.record.government, &own.office, err) ||
        !account_person(own.office, own.held.record.person, &own.person, err) ||
        !account_record(arena, world->accounts->store,
                        own.held.record.government, own.held.record.person,
                        &own.record, &found, err))
        return false;
    own.session = session_view(arena, world, own.office, &own.held, token);
    if (own.session.level == SESSION_FULL || (enrol && own.session.enrol))
        return *out = own, true;
    (void)FAIL(err, ERR_DENIED, "the second step is still to come");
    return err_id(err, "langkah kedua belum dilakukan");
}

bool own_asks(const AccountWorld *world, const Own *own, Str password, Err *err)
{
    WaitOwner owner = {.government = own->held.record.government,
                       .person = own->held.record.person,
                       .purpose = "sandi"};
    if (!wait_begin(world, &owner, err)) return false;
    if (password_is(world->accounts, own->record.hash, password)) {
        (void)wait_over(world, &owner);
        return true;
    }
    wait_failed(world, &owner);
    (void)FAIL(err, ERR_DENIED, "the password does not fit");
    return err_id(err, "kata sandi tidak cocok");
}

bool own_stands(const AccountChange *change, const Own *own, Err *err)
{
    const AccountRecord *record = &change->record;
    if (account_is_open(record) && record->epoch == own->record.epoch &&
        str_is(record->hash, own->record.hash))
        return true;
    (void)FAIL(err, ERR_STALE,
               "the account was changed meanwhile; sign in "
               "again");
    return err_id(err, "akun berubah sementara itu; masuk lagi");
}

AccountChange own_change(Arena *arena, const AccountWorld *world,
                         const Own *own, AccountEdit *edit, void *context)
{
    return (AccountChange){.arena = arena,
                           .world = world,
                           .office = own->office,
                           .person = own->held.record.person,
                           .edit = edit,
                           .context = context};
}

/* ---- password ----------------------------------------------------------- */

typedef struct {
    const Own *own;
    Str hash;
    SessionNew fresh;
} NewPassword;

/* A slip that lies about somewhere is void, too. */
static bool put_password(AccountChange *change, Err *err)
{
    NewPassword *p = change->context;
    AccountRecord *record = &change->record;
    if (!own_stands(change, p->own, err)) return false;
    record->hash = p->hash;
    record->changed = change->world->now;
    record->epoch++;
    record->demo = false;
    if (record->slip.len > 0)
        account_keep(change, ACCOUNT_SLIPS, record->slip, STR(""));
    record->slip = STR("");
    record->slip_until = (Instant){0};
    session_new(change, &p->fresh);
    return true;
}

static bool is_another(Str old, Str fresh, Err *err)
{
    if (!str_is(old, fresh)) return true;
    (void)FAIL(err, ERR_INPUT, "the new password is the old one");
    return err_id(err, "kata sandi baru sama dengan yang lama");
}

bool account_own_password(Arena *arena, const AccountWorld *world, Str token,
                          Str old, Str fresh, SignedIn *out, Err *err)
{
    Own own = {0};
    SignedIn in = {0};
    if (!own_open(arena, world, token, false, &own, err)) return false;
    PasswordOwner owner = {own.office, own.person, own.record.name};
    NewPassword p = {
        .own = &own,
        .fresh = {.label = own.session.label,
                  .second = own.held.record.second,
                  .replaces = token}
    };
    AccountChange change = own_change(arena, world, &own, put_password, &p);
    if (!own_asks(world, &own, old, err) || !is_another(old, fresh, err) ||
        !password_fits(&owner, fresh, err) ||
        !password_hash(arena, world->accounts, fresh, &p.hash, err))
        return false;
    account_trace(&change, change.person, CHANNEL_WEB, "kata sandi diganti",
                  (FactId){0});
    if (!account_change(&change, err)) return false;
    in.token = p.fresh.token;
    in.session = session_opened(&change, &p.fresh);
    *out = in;
    return true;
}

/* ---- user name ---------------------------------------------------------- */

bool account_take_name(AccountChange *change, Str name, Err *err)
{
    Str whose = {0};
    bool found = false;
    AccountRecord *record = &change->record;
    if (str_is(record->name, name)) return true;
    if (name.len > 0 &&
        !store_kept(change->world->accounts->store, change->arena,
                    change->office->government.code, ACCOUNT_NAMES, name,
                    &whose, &found, err))
        return false;
    if (found) {
        (void)FAIL(err, ERR_STALE, "somebody else has the name '%.*s'",
                   STR_ARG(name));
        return err_id(err, "nama '%.*s' sudah dipakai orang lain",
                      STR_ARG(name));
    }
    if (record->name.len > 0)
        account_keep(change, ACCOUNT_NAMES, record->name, STR(""));
    if (name.len > 0) account_keep(change, ACCOUNT_NAMES, name, change->person);
    record->name = name;
    return true;
}

bool account_name_check(Str name, Err *err)
{
    if (name.len == 0 || account_name_fits(name)) return true;
    (void)FAIL(err, ERR_INPUT,
               "a user name has 3 to 30 of a-z, 0-9, '.', '_' "
               "and '-', and begins with a letter");
    return err_id(err, "nama pengguna terdiri atas 3 sampai 30 huruf kecil, "
                       "angka, '.', '_' atau '-', dan diawali huruf");
}

typedef struct {
    const Own *own;
    Str name;
} NewName;

static bool put_name(AccountChange *change, Err *err)
{
    const NewName *n = change->context;
    return own_stands(change, n->own, err) &&
           account_take_name(change, n->name, err);
}

static bool has_number(const Own *own)
{
    const Person *p = &own->office->r.people[own->person.index];
    return p->nip.len > 0 || p->local.len > 0;
}

/* It is all that they can sign in by. */
static bool needs_name(Err *err)
{
    (void)FAIL(err, ERR_INPUT,
               "the register has no number of you: without a user name you "
               "could not sign in again");
    return err_id(err, "register tidak memuat nomor Anda: tanpa nama pengguna "
                       "Anda tidak dapat masuk lagi");
}

bool account_own_name(Arena *arena, const AccountWorld *world, Str token,
                      Str name, Err *err)
{
    Own own = {0};
    NewName n = {.own = &own, .name = name};
    if (!account_name_check(name, err) ||
        !own_open(arena, world, token, false, &own, err))
        return false;
    if (name.len == 0 && !has_number(&own)) return needs_name(err);
    AccountChange change = own_change(arena, world, &own, put_name, &n);
    return account_change(&change, err);
}
