/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite_stop.c - what somebody else does to an account: stop it, take a lost
 * second factor away, make or unmake an administrator.
 */
#include "app/invite_part.h"

bool invite_no_account(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "that person has no account");
    return err_id(err, "pegawai itu belum punya akun");
}

bool invite_is_demo(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "an account of a demonstration stays as it is, for whoever "
               "tries it next");
    return err_id(err, "akun peragaan tidak diubah, supaya dapat dicoba orang "
                       "berikutnya");
}

bool invite_spares_demo(const AccountChange *change, Err *err)
{
    bool is_tried = change->record.demo && change->world->accounts->stage;
    return !is_tried || invite_is_demo(err);
}

bool invite_not_last(AccountChange *change, Err *err)
{
    bool others = false;
    unsigned roles =
        account_roles(change->world, change->office, change->person);
    bool is_admin =
        change->record.admin || (roles & 1U << ACCESS_ADMIN_ROLE) != 0;
    if (!is_admin) return true;
    if (!account_admin_beside(change->arena, change->world, change->office,
                              change->person, &others, err))
        return false;
    if (others) return true;
    (void)FAIL(err, ERR_DENIED,
               "this is the last administrator; make another "
               "first");
    return err_id(err, "ini administrator terakhir; angkat yang lain lebih "
                       "dahulu");
}

/* ---- stop --------------------------------------------------------------- */

static bool put_stop(AccountChange *change, Err *err)
{
    AccountRecord *record = &change->record;
    if (!change->found) return invite_no_account(err);
    if (!invite_spares_demo(change, err)) return false;
    if (!invite_not_last(change, err)) return false;
    invite_void(change);
    record->stopped = change->world->now;
    record->epoch++;
    return true;
}

bool invite_stop(Arena *arena, const AccountWorld *world, const AccountAct *act,
                 Err *err)
{
    InviteWhom whom = {0};
    if (!invite_may(world, act, ACCESS_ACCOUNT_STOP, &whom, err)) return false;
    AccountChange change = invite_change(arena, world, &whom, put_stop, NULL);
    account_trace(&change, act->actor, act->channel, "dihentikan", act->id);
    return account_change(&change, err);
}

/* ---- second factor ------------------------------------------------------ */

static bool put_no_codes(AccountChange *change, Err *err)
{
    AccountRecord *record = &change->record;
    if (!change->found) return invite_no_account(err);
    if (!invite_spares_demo(change, err)) return false;
    record->secret = record->fresh = record->recovery = STR("");
    record->step = 0;
    record->epoch++;
    return true;
}

bool invite_no_codes(Arena *arena, const AccountWorld *world,
                     const AccountAct *act, Err *err)
{
    InviteWhom whom = {0};
    if (!invite_may(world, act, ACCESS_ACCOUNT_ADMIN, &whom, err)) return false;
    AccountChange change =
        invite_change(arena, world, &whom, put_no_codes, NULL);
    account_trace(&change, act->actor, act->channel, "kode diganti", act->id);
    return account_change(&change, err);
}

/* ---- administrators ----------------------------------------------------- */

static bool put_admin(AccountChange *change, Err *err)
{
    const bool *admin = change->context;
    AccountRecord *record = &change->record;
    if (!change->found) return invite_no_account(err);
    if (!invite_spares_demo(change, err)) return false;
    if (!*admin && !invite_not_last(change, err)) return false;
    account_put_admin(change, *admin);
    record->admin = *admin;
    return true;
}

bool invite_admin(Arena *arena, const AccountWorld *world,
                  const AccountAct *act, bool admin, Err *err)
{
    InviteWhom whom = {0};
    if (!invite_may(world, act, ACCESS_ACCOUNT_ADMIN, &whom, err)) return false;
    AccountChange change =
        invite_change(arena, world, &whom, put_admin, &admin);
    account_trace(&change, act->actor, act->channel, "administrator", act->id);
    change.fact.text = admin ? STR("diangkat") : STR("diberhentikan");
    return account_change(&change, err);
}
