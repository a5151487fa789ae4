/* SPDX-License-Identifier: Apache-2.0 */
#include "app/invite.h"

#include "app/invite_part.h"
#include "app/kept.h"
#include "app/secret.h"

#define PURPOSE "undangan"
#define PATH    "/undangan/"

static const int64_t day_us = INT64_C(24) * 3600 * 1000000;

/* ---- who, and whom ------------------------------------------------------ */

bool invite_may(const AccountWorld *world, const AccountAct *act,
                AccessCase use, InviteWhom *out, Err *err)
{
    InviteWhom whom = {0};
    if (!account_office(world, act->government, &whom.office, err) ||
        !account_person(whom.office, act->person, &whom.person, err) ||
        !account_may(world, whom.office, use, act->actor, whom.person, err))
        return false;
    *out = whom;
    return true;
}

bool invite_serves(const AccountWorld *world, const InviteWhom *whom, Err *err)
{
    if (person_is_active(&whom->office->r, whom->person,
                         account_today(world, whom->office)))
        return true;
    (void)FAIL(err, ERR_INPUT, "that person does not serve today");
    return err_id(err, "pegawai itu tidak bertugas hari ini");
}

AccountChange invite_change(Arena *arena, const AccountWorld *world,
                            const InviteWhom *whom, AccountEdit *edit,
                            void *context)
{
    return (AccountChange){.arena = arena,
                           .world = world,
                           .office = whom->office,
                           .person =
                               whom->office->r.people[whom->person.index].code,
                           .edit = edit,
                           .context = context};
}

/* Whose word holds in the whole government: whoever could reset them would
 * have it too. */
static bool may_reset(const AccountWorld *world, const AccountAct *act,
                      const InviteWhom *whom, bool admin, Err *err)
{
    static const unsigned wide = 1U << ACCESS_BOARD_ROLE |
                                 1U << ACCESS_ORGANISATION_ROLE |
                                 1U << ACCESS_ADMIN_ROLE;
    bool is_wide =
        admin || (account_roles(world, whom->office, act->person) & wide) != 0;
    unsigned actor = account_roles(world, whom->office, act->actor);
    if (!is_wide || (actor & 1U << ACCESS_ADMIN_ROLE) != 0) return true;
    (void)FAIL(err, ERR_DENIED,
               "whoever acts for the whole government is "
               "invited by an administrator only");
    return err_id(err, "pemegang kewenangan seluruh pemerintah daerah hanya "
                       "diundang oleh administrator");
}

/* ---- a slip ------------------------------------------------------------- */

void invite_void(AccountChange *change)
{
    AccountRecord *record = &change->record;
    if (record->slip.len > 0)
        account_keep(change, ACCOUNT_SLIPS, record->slip, STR(""));
    record->slip = STR("");
    record->slip_until = (Instant){0};
}

typedef struct {
    Str digest, name;
    Instant until;
} Slip;

static bool put_slip(AccountChange *change, Err *err)
{
    const Slip *slip = change->context;
    AccountRecord *record = &change->record;
    Buf body = buf_in(change->arena);
    if (!invite_spares_demo(change, err)) return false;
    if (slip->name.len > 0 && !account_take_name(change, slip->name, err))
        return false;
    invite_void(change);
    if (!change->found) record->made = change->world->now;
    record->slip = slip->digest;
    record->slip_until = slip->until;
    kept_put_text(&body, "pegawai", change->person);
    account_keep(change, ACCOUNT_SLIPS, slip->digest, buf_str(&body));
    return true;
}

static InviteSlip slip_of(Arena *arena, const InviteWhom *whom, Str code,
                          const AccountRecord *record)
{
    const Register *r = &whom->office->r;
    const Person *person = &r->people[whom->person.index];
    return (InviteSlip){
        .government = whom->office->government.code,
        .person = person->code,
        .full_name = person->name,
        .unit = r->units[person->unit.index].name,
        .code = secret_code_shown(arena, code),
        .path = str_format(arena, PATH "%.*s", STR_ARG(code)),
        .until = record->slip_until,
        .again = record->hash.len > 0,
    };
}

bool invite_person(Arena *arena, const AccountWorld *world,
                   const AccountAct *act, InviteSlip *out, Err *err)
{
    InviteWhom whom = {0};
    AccountRecord record = {0};
    bool found = false;
    Str code = secret_code(arena);
    Slip slip = {secret_digest(arena, PURPOSE, code),
                 act->name,
                 {world->now.us + INVITE_DAYS * day_us}};
    if (!account_name_check(act->name, err) ||
        !invite_may(world, act, ACCESS_INVITE, &whom, err) ||
        !invite_serves(world, &whom, err) ||
        !account_record(arena, world->accounts->store, act->government,
                        act->person, &record, &found, err) ||
        !may_reset(world, act, &whom, record.admin, err))
        return false;
    AccountChange change = invite_change(arena, world, &whom, put_slip, &slip);
    account_trace(&change, act->actor, act->channel,
                  record.hash.len > 0 ? "setel ulang" : "undang", act->id);
    if (!account_change(&change, err)) return false;
    *out = slip_of(arena, &whom, code, &change.record);
    return true;
}

/* ---- found again -------------------------------------------------------- */

static bool look_in(Arena *arena, const AccountWorld *world,
                    const Office *office, Str code, InviteSlip *out,
                    bool *found, Err *err)
{
    Store *store = world->accounts->store;
    Str government = office->government.code;
    Str digest = secret_digest(arena, PURPOSE, code);
    Kept kept = {0};
    AccountRecord record = {0};
    InviteWhom whom = {.office = office};
    Err ignored = {0};
    *found = false;
    bool here = false;
    if (!store_kept(store, arena, government, ACCOUNT_SLIPS, digest, &kept.body,
                    &here, err))
        return false;
    if (!here) return true;
    Str person = kept_text(&kept, "pegawai");
    if (!account_record(arena, store, government, person, &record, &here, err))
        return false;
    *found = here && str_is(record.slip, digest) &&
             world->now.us < record.slip_until.us &&
             account_person(office, person, &whom.person, &ignored) &&
             invite_serves(world, &whom, &ignored);
    if (*found) *out = slip_of(arena, &whom, code, &record);
    return true;
}

bool invite_find(Arena *arena, const AccountWorld *world, Str code,
                 InviteSlip *out, bool *found, Err *err)
{
    Str bare = {0};
    *found = false;
    if (!secret_code_take(arena, code, &bare)) return true;
    for (size_t i = 0; !*found && i < world->office_count; i++) {
        if (!look_in(arena, world, world->offices[i], bare, out, found, err))
            return false;
    }
    return true;
}

/* ---- printed ------------------------------------------------------------ */

void invite_put(const AccountWorld *world, const InviteSlip *slip, Lang lang,
                Buf *out)
{
    const Office *office = NULL;
    Err ignored = {0};
    bool id = lang == LANG_ID;
    if (!account_office(world, slip->government, &office, &ignored)) return;
    Date day = zone_day(office->government.zone, slip->until);
    int minute = zone_minute(office->government.zone, slip->until);
    Str until = date_long(out->arena, day, lang);
    Str zone = zone_name(office->government.zone);
    buf_format(out, "%.*s\n%.*s\n%.*s\n\n", STR_ARG(office->government.name),
               STR_ARG(slip->full_name), STR_ARG(slip->unit));
    buf_format(out, id ? "Kode sekali pakai: %.*s\n" : "One-time code: %.*s\n",
               STR_ARG(slip->code));
    buf_format(out, id ? "Alamat: %.*s\n" : "Address: %.*s\n",
               STR_ARG(slip->path));
    buf_format(out,
               id ? "Berlaku sampai %.*s pukul %02d.%02d %.*s\n"
                  : "Valid until %.*s, %02d:%02d %.*s\n",
               STR_ARG(until), minute / 60, minute % 60, STR_ARG(zone));
    buf_c(out,
          id ? "Buat kata sandi sendiri; jangan berikan kode ini kepada "
               "siapa pun.\n"
             : "Choose a password of your own; give this code to nobody.\n");
}
