/* SPDX-License-Identifier: Apache-2.0 */
/*
 * session_change.c - sessions begin and end; those of somebody, listed.
 */
#include "app/account_part.h"
#include "app/secret.h"

/* Kept longer than the longest session lasts, nothing is. */
static const int64_t longest_us = INT64_C(31) * 24 * 3600 * 1000000;

/* ---- begin -------------------------------------------------------------- */

/* A label of the browser's: one line, no longer than fits. */
static Str label_of(Arena *arena, Str label)
{
    size_t end =
        label.len < SESSION_LABEL_MOST ? label.len : SESSION_LABEL_MOST;
    while (end > 0 && end < label.len && (label.ptr[end] & 0xc0) == 0x80)
        end--;
    if (str_utf8_fault(str_slice(label, 0, end)) != SIZE_MAX) end = 0;
    char *out = NEW(arena, char, end + 1);
    for (size_t i = 0; i < end; i++) {
        unsigned char c = (unsigned char)label.ptr[i];
        out[i] = label.ptr[i];
        if (c < ' ' || c == 0x7f) out[i] = ' ';
    }
    return (Str){out, end};
}

void session_new(AccountChange *change, SessionNew *fresh)
{
    Arena *arena = change->arena;
    fresh->token = secret_token(arena);
    fresh->record = (SessionRecord){
        .government = change->office->government.code,
        .person = change->person,
        .label = label_of(arena, fresh->label),
        .digest = session_digest(arena, fresh->token),
        .opened = change->world->now,
        .seen = change->world->now,
        .epoch = change->record.epoch,
        .full = fresh->second || change->record.secret.len == 0,
        .second = fresh->second,
        .demo = change->record.demo,
    };
    account_keep(change, ACCOUNT_SESSION, fresh->record.digest,
                 session_text(arena, &fresh->record));
    if (fresh->replaces.len == SESSION_TOKEN)
        account_keep(change, ACCOUNT_SESSION,
                     session_digest(arena, fresh->replaces), STR(""));
}

static SessionHeld held_of(const AccountChange *change, const SessionNew *fresh)
{
    return (SessionHeld){
        .record = fresh->record,
        .written = fresh->record.seen,
        .codes = change->record.secret.len > 0,
        .admin = change->record.admin,
    };
}

Session session_opened(const AccountChange *change, const SessionNew *fresh)
{
    SessionHeld held = held_of(change, fresh);
    if (fresh->replaces.len == SESSION_TOKEN)
        session_forget_one(change->world->accounts,
                           session_digest(change->arena, fresh->replaces));
    return session_view(change->arena, change->world, change->office, &held,
                        fresh->token);
}

void session_hold(const AccountChange *change, const SessionNew *fresh)
{
    SessionCache *cache = change->world->accounts->sessions;
    SessionHeld held = held_of(change, fresh);
    held.only_here = true;
    session_cache_put(cache, &held, session_cache_version(cache));
}

/* ---- end ---------------------------------------------------------------- */

static bool take_away(const AccountWorld *world, Str government,
                      const KeepPut *puts, uint32_t count, Err *err)
{
    Receipt receipt;
    Intent intent = {
        .government = government, .keeps = puts, .keep_count = count};
    return store_write(world->accounts->store, &intent, &receipt, err);
}

bool session_end(const AccountWorld *world, Str token, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    SessionHeld held = {0};
    bool found = false;
    if (!session_held(tmp, world, token, &held, &found, err)) return false;
    if (!found) return true;
    KeepPut put = {ACCOUNT_SESSION, held.record.digest, STR("")};
    bool done = take_away(world, held.record.government, &put, 1, err);
    session_forget_one(world->accounts, held.record.digest);
    return done;
}

/* ---- who may ------------------------------------------------------------ */

static bool may_end(const AccountWorld *world, const Office *office, Str actor,
                    Str person, Err *err)
{
    PersonId who;
    if (!account_person(office, person, &who, err)) return false;
    AccessCase use =
        str_is(actor, person) ? ACCESS_ACCOUNT : ACCESS_ACCOUNT_STOP;
    return account_may(world, office, use, actor, who, err);
}

bool session_may(const AccountWorld *world, const SessionAct *act, Err *err)
{
    const Office *office = NULL;
    return account_office(world, act->government, &office, err) &&
           may_end(world, office, act->actor, act->person, err);
}

/* ---- those of somebody -------------------------------------------------- */

typedef struct {
    Arena *arena;
    Str government, person;
    VEC(SessionRecord) found;
} Gathering;

static bool gather(void *context, Str key, Str body, Err *err)
{
    Gathering *g = context;
    SessionRecord record;
    if (!session_read(g->arena, g->government, str_copy(g->arena, key), body,
                      &record, err))
        return false;
    if (str_is(record.person, g->person)) VEC_PUSH(g->arena, &g->found, record);
    return true;
}

static void newest_first(Session *list, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        Session one = list[i];
        size_t at = i;
        for (; at > 0 && list[at - 1].opened.us < one.opened.us; at--)
            list[at] = list[at - 1];
        list[at] = one;
    }
}

/* Those that have not ended, with the account's word on each. */
static bool gather_all(Arena *arena, const AccountWorld *world,
                       const Office *office, Str person, Gathering *g,
                       AccountRecord *account, Err *err)
{
    bool found = false;
    *g = (Gathering){.arena = arena,
                     .government = office->government.code,
                     .person = person};
    return account_record(arena, world->accounts->store, g->government, person,
                          account, &found, err) &&
           store_kept_each(world->accounts->store, g->government,
                           ACCOUNT_SESSION, gather, g, err);
}

bool session_list(Arena *arena, const AccountWorld *world, Str government,
                  Str person, Session **out, size_t *count, Err *err)
{
    const Office *office = NULL;
    Gathering g;
    AccountRecord account;
    VEC(Session) list = {0};
    if (!account_office(world, government, &office, err) ||
        !gather_all(arena, world, office, person, &g, &account, err))
        return false;
    bool strict = session_is_strict(world, office, person, account.admin);
    for (size_t i = 0; i < g.found.count; i++) {
        SessionHeld held = {.record = g.found.at[i],
                            .codes = account.secret.len > 0,
                            .admin = account.admin};
        (void)session_cache_find(world->accounts->sessions, arena,
                                 held.record.digest, &held);
        if (held.record.epoch == account.epoch && account_is_open(&account) &&
            session_lasts(world, &held.record, strict))
            VEC_PUSH(arena, &list,
                     session_view(arena, world, office, &held, STR("")));
    }
    newest_first(list.at, list.count);
    *out = list.at;
    *count = list.count;
    return true;
}

/* ---- ended by name ------------------------------------------------------ */

/* Somebody else's is traced. */
static void trace(AccountChange *change, const SessionAct *act)
{
    if (!str_is(act->actor, change->person))
        account_trace(change, act->actor, act->channel, "sesi diakhiri",
                      (FactId){0});
}

static bool end_one(AccountChange *change, Err *err)
{
    const Str *digest = change->context;
    (void)err;
    account_keep(change, ACCOUNT_SESSION, *digest, STR(""));
    return true;
}

static const Str *named(const Gathering *g, Str id)
{
    for (size_t i = 0; i < g->found.count; i++) {
        if (str_is(str_slice(g->found.at[i].digest, 0, SESSION_ID), id))
            return &g->found.at[i].digest;
    }
    return NULL;
}

bool session_end_one(Arena *arena, const AccountWorld *world,
                     const SessionAct *act, Str id, Err *err)
{
    AccountChange change = {
        .arena = arena, .world = world, .person = act->person, .edit = end_one};
    Gathering g;
    AccountRecord account;
    if (!account_office(world, act->government, &change.office, err) ||
        !may_end(world, change.office, act->actor, act->person, err) ||
        !gather_all(arena, world, change.office, act->person, &g, &account,
                    err))
        return false;
    Str digest = {0};
    const Str *found = named(&g, id);
    if (found == NULL) {
        (void)FAIL(err, ERR_ABSENT, "there is no such session");
        return err_id(err, "sesi itu tidak ada");
    }
    digest = *found;
    change.context = &digest;
    trace(&change, act);
    return account_change(&change, err);
}

static bool no_account(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "that person has no account");
    return err_id(err, "pegawai itu belum punya akun");
}

static bool end_all(AccountChange *change, Err *err)
{
    if (!change->found) return no_account(err);
    change->record.epoch++;
    return true;
}

bool session_end_all(Arena *arena, const AccountWorld *world,
                     const SessionAct *act, Err *err)
{
    AccountChange change = {
        .arena = arena, .world = world, .person = act->person, .edit = end_all};
    if (!account_office(world, act->government, &change.office, err) ||
        !may_end(world, change.office, act->actor, act->person, err))
        return false;
    trace(&change, act);
    return account_change(&change, err);
}

/* ---- long since --------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Instant now;
    Str government;
    VEC(KeepPut) gone;
} Sweep;

enum { SWEPT_AT_ONCE = 1000 };

static bool sweep_one(void *context, Str key, Str body, Err *err)
{
    Sweep *sweep = context;
    SessionRecord record;
    if (!session_read(sweep->arena, sweep->government, key, body, &record, err))
        return false;
    KeepPut put = {ACCOUNT_SESSION, str_copy(sweep->arena, key), STR("")};
    if (record.opened.us + longest_us < sweep->now.us)
        VEC_PUSH(sweep->arena, &sweep->gone, put);
    return true;
}

bool session_tidy(Arena *arena, const AccountWorld *world, size_t *count,
                  Err *err)
{
    size_t gone = 0;
    for (size_t i = 0; i < world->office_count; i++) {
        Sweep sweep = {.arena = arena,
                       .now = world->now,
                       .government = world->offices[i]->government.code};
        if (!store_kept_each(world->accounts->store, sweep.government,
                             ACCOUNT_SESSION, sweep_one, &sweep, err))
            return false;
        for (size_t at = 0; at < sweep.gone.count; at += SWEPT_AT_ONCE) {
            size_t left = sweep.gone.count - at;
            uint32_t now =
                (uint32_t)(left < SWEPT_AT_ONCE ? left : SWEPT_AT_ONCE);
            if (!take_away(world, sweep.government, &sweep.gone.at[at], now,
                           err))
                return false;
        }
        gone += sweep.gone.count;
    }
    *count = gone;
    return true;
}
