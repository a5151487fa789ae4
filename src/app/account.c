/* SPDX-License-Identifier: Apache-2.0 */
#include "app/account.h"

#include "app/account_part.h"
#include "app/kept.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <unistd.h>

/* ---- the process -------------------------------------------------------- */

static unsigned processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (unsigned)count;
}

Accounts *accounts_open(Store *store, const AccountsWish *wish)
{
    Arena *arena = arena_open(1 << 16);
    Accounts *accounts = NEW(arena, Accounts, 1);
    CHECK(sodium_init() >= 0 && oath_init() == OATH_OK);
    accounts->arena = arena;
    accounts->store = store;
    accounts->demo = wish->demo;
    accounts->stage = wish->stage;
    accounts->places = wish->hashers == 0 ? processors() : wish->hashers;
    CHECK(pthread_mutex_init(&accounts->lock, NULL) == 0);
    CHECK(pthread_cond_init(&accounts->free_place, NULL) == 0);
    accounts->waits = wait_open(arena);
    accounts->sessions = session_cache_open(arena);
    return accounts;
}

void accounts_close(Accounts *accounts)
{
    if (accounts == NULL) return;
    wait_close(accounts->waits);
    session_cache_close(accounts->sessions);
    (void)pthread_mutex_destroy(&accounts->lock);
    (void)pthread_cond_destroy(&accounts->free_place);
    arena_close(accounts->arena);
}

void accounts_done(Accounts **accounts)
{
    accounts_close(*accounts);
    *accounts = NULL;
}

/* ---- governments and days ----------------------------------------------- */

bool account_office(const AccountWorld *world, Str government,
                    const Office **out, Err *err)
{
    Str shown = str_slice(government, 0, 64);
    for (size_t i = 0; i < world->office_count; i++) {
        if (!str_is(world->offices[i]->government.code, government)) continue;
        *out = world->offices[i];
        return true;
    }
    (void)FAIL(err, ERR_ABSENT, "there is no government '%.*s' here",
               STR_ARG(shown));
    (void)err_id(err, "pemerintah daerah '%.*s' tidak ada di sini",
                 STR_ARG(shown));
    return false;
}

Date account_today(const AccountWorld *world, const Office *office)
{
    return zone_day(office->government.zone, world->now);
}

/* ---- one account -------------------------------------------------------- */

Str account_state_word(AccountState state, Lang lang)
{
    static const Str words[][2] = {
#define X(name, word, english) \
    [ACCOUNT_##name] = {STR_INIT(word), STR_INIT(english)},
        ACCOUNT_STATES(X)
#undef X
    };
    CHECK((size_t)state < COUNT(words));
    return words[state][lang];
}

static AccountState state_of(const AccountRecord *record, bool found)
{
    if (!found) return ACCOUNT_NONE;
    if (record->stopped.us != 0) return ACCOUNT_STOPPED;
    return record->hash.len > 0 ? ACCOUNT_OPEN : ACCOUNT_INVITED;
}

static uint32_t words_in(Str text)
{
    uint32_t count = 0;
    Str piece;
    while (str_next(&text, ' ', &piece))
        count += piece.len > 0;
    return count;
}

static Account view(const AccountWorld *world, const Office *office, Str person,
                    const AccountRecord *record, bool found)
{
    return (Account){
        .government = office->government.code,
        .person = person,
        .name = record->name,
        .state = state_of(record, found),
        .admin = record->admin,
        .demo = record->demo,
        .codes = record->secret.len > 0,
        .slip = record->slip.len > 0 && record->slip_until.us > world->now.us,
        .until = record->slip_until,
        .made = record->made,
        .changed = record->changed,
        .entered = record->entered,
        .recovery = words_in(record->recovery),
    };
}

bool account_of(Arena *arena, const AccountWorld *world, Str government,
                Str person, Account *out, Err *err)
{
    const Office *office = NULL;
    AccountRecord record;
    bool found = false;
    if (!account_office(world, government, &office, err) ||
        !account_record(arena, world->accounts->store, government, person,
                        &record, &found, err))
        return false;
    *out = view(world, office, str_copy(arena, person), &record, found);
    return true;
}

/* ---- all of them -------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Map at; /* code of the person -> place */
    VEC(AccountRecord) records;
} Reading;

static bool read_one(void *context, Str key, Str body, Err *err)
{
    Reading *reading = context;
    AccountRecord record;
    if (!account_record_read(reading->arena, body, &record, err)) return false;
    (void)map_put(&reading->at, str_copy(reading->arena, key),
                  (uint32_t)reading->records.count);
    VEC_PUSH(reading->arena, &reading->records, record);
    return true;
}

bool account_list(Arena *arena, const AccountWorld *world, Str government,
                  Str actor, Account **out, size_t *count, Err *err)
{
    const Office *office = NULL;
    Reading reading = {.arena = arena, .at = map_in(arena)};
    VEC(Account) list = {0};
    AccountRecord none = {0};
    if (!account_office(world, government, &office, err) ||
        !store_kept_each(world->accounts->store, government, ACCOUNT_KEPT,
                         read_one, &reading, err))
        return false;
    AccessWorld who = {&office->r, &office->government};
    const bool *theirs = access_people(arena, &who, ACCESS_INVITE, actor,
                                       account_today(world, office));
    for (uint32_t i = 0; i < office->r.person_count; i++) {
        if (!theirs[i]) continue;
        Str code = office->r.people[i].code;
        uint32_t at = map_find(&reading.at, code);
        bool found = at != NO_INDEX;
        VEC_PUSH(arena, &list,
                 view(world, office, code,
                      found ? &reading.records.at[at] : &none, found));
    }
    if (list.count == 0 &&
        !account_may(world, office, ACCESS_INVITE, actor, NO_PERSON, err))
        return false;
    *out = list.at;
    *count = list.count;
    return true;
}

/* ---- who must have a second factor -------------------------------------- */

static bool holds_a_head_post(const Register *r, PersonId person, Date day)
{
    Rows rows = r->holdings_of[person.index];
    for (uint32_t i = rows.first; i < rows.first + rows.count; i++) {
        const Holding *h = &r->holdings[i];
        if (r->posts[h->post.index].head && window_has(h->window, day))
            return true;
    }
    return false;
}

static bool is_granted(const Register *r, PersonId person, Date day)
{
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *grant = &r->grants[i];
        if (grant->person.index == person.index &&
            window_has(grant->window, day))
            return true;
    }
    return false;
}

bool account_needs_code(const Office *office, PersonId person, Date day)
{
    return holds_a_head_post(&office->r, person, day) ||
           is_granted(&office->r, person, day);
}

/* ---- administrators ----------------------------------------------------- */

static bool is_open(Arena *arena, const AccountWorld *world,
                    const Office *office, Str person, bool *open, Err *err)
{
    AccountRecord record;
    bool found = false;
    PersonId who = {map_find(&office->r.person_codes, person)};
    if (!account_record(arena, world->accounts->store, office->government.code,
                        person, &record, &found, err))
        return false;
    *open = found && account_is_open(&record) &&
            (!record.demo || world->accounts->demo) && who.index != NO_INDEX &&
            person_is_active(&office->r, who, account_today(world, office));
    return true;
}

typedef struct {
    Arena *arena;
    VEC(Str) codes;
} Codes;

static bool take_code(void *context, Str key, Str body, Err *err)
{
    Codes *codes = context;
    (void)body;
    (void)err;
    VEC_PUSH(codes->arena, &codes->codes, str_copy(codes->arena, key));
    return true;
}

/* Administrators by account and by the register's grants. */
static bool admins_of(const AccountWorld *world, const Office *office,
                      Codes *codes, Err *err)
{
    const Register *r = &office->r;
    Date day = account_today(world, office);
    if (!store_kept_each(world->accounts->store, office->government.code,
                         ACCOUNT_ADMINS, take_code, codes, err))
        return false;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        const Grant *grant = &r->grants[i];
        if (grant->role == GRANT_ADMIN && grant->person.index != NO_INDEX &&
            window_has(grant->window, day))
            VEC_PUSH(codes->arena, &codes->codes,
                     r->people[grant->person.index].code);
    }
    return true;
}

bool account_admin_beside(Arena *arena, const AccountWorld *world,
                          const Office *office, Str person, bool *out, Err *err)
{
    Codes codes = {.arena = arena};
    bool open = false;
    if (!admins_of(world, office, &codes, err)) return false;
    for (size_t i = 0; !open && i < codes.codes.count; i++) {
        if (str_is(codes.codes.at[i], person)) continue;
        if (!is_open(arena, world, office, codes.codes.at[i], &open, err))
            return false;
    }
    *out = open;
    return true;
}

bool account_has_admin(Arena *arena, const AccountWorld *world, Str government,
                       bool *out, Err *err)
{
    const Office *office = NULL;
    return account_office(world, government, &office, err) &&
           account_admin_beside(arena, world, office, STR(""), out, err);
}

/* ---- demonstrations ----------------------------------------------------- */

bool account_is_demo(Store *store, Str government, bool *out, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(256);
    Str body = {0};
    return store_kept(store, tmp, government, ACCOUNT_DEMOS, STR("akun"), &body,
                      out, err);
}
