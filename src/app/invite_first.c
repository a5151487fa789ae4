/* SPDX-License-Identifier: Apache-2.0 */
/*
 * invite_first.c - the first administrator of a government, who nobody could
 * invite: by a code that only the process knows, told to who started it.
 */
#include "app/invite_part.h"
#include "app/secret.h"

#include <string.h>

/* ---- the code ----------------------------------------------------------- */

/* Its place, or NULL; the lock is held. */
static struct FirstCode *place_of(Accounts *accounts, Str government)
{
    for (size_t i = 0; i < accounts->first_count; i++) {
        if (str_is(accounts->first[i].government, government))
            return &accounts->first[i];
    }
    return NULL;
}

static bool put_code(Accounts *accounts, Str government, Str digest)
{
    CHECK(pthread_mutex_lock(&accounts->lock) == 0);
    struct FirstCode *first = place_of(accounts, government);
    if (first == NULL && accounts->first_count < COUNT(accounts->first)) {
        first = &accounts->first[accounts->first_count++];
        first->government = str_copy(accounts->arena, government);
    }
    if (first != NULL) {
        memset(first->digest, 0, sizeof first->digest);
        memcpy(first->digest, digest.ptr, digest.len);
    }
    CHECK(pthread_mutex_unlock(&accounts->lock) == 0);
    return first != NULL;
}

static bool is_code(Accounts *accounts, Str government, Str digest)
{
    CHECK(pthread_mutex_lock(&accounts->lock) == 0);
    const struct FirstCode *first = place_of(accounts, government);
    bool is = first != NULL && first->digest[0] != '\0' &&
              secret_is(str_of(first->digest), digest);
    CHECK(pthread_mutex_unlock(&accounts->lock) == 0);
    return is;
}

static void forget_code(Accounts *accounts, Str government)
{
    CHECK(pthread_mutex_lock(&accounts->lock) == 0);
    struct FirstCode *first = place_of(accounts, government);
    if (first != NULL) memset(first->digest, 0, sizeof first->digest);
    CHECK(pthread_mutex_unlock(&accounts->lock) == 0);
}

bool invite_first_code(Arena *arena, const AccountWorld *world, Str government,
                       Str *code, bool *needed, Err *err)
{
    bool has = false;
    if (!account_has_admin(arena, world, government, &has, err)) return false;
    *needed = !has;
    if (has) return true;
    Str made = secret_code(arena);
    if (!put_code(world->accounts, government,
                  secret_digest(arena, "pertama", made)))
        return FAIL(err, ERR_LIMIT,
                    "too many governments without an "
                    "administrator");
    *code = secret_code_shown(arena, made);
    return true;
}

/* ---- its use ------------------------------------------------------------ */

typedef struct {
    Str hash;
    SessionNew fresh;
} First;

static bool no_code(Err *err)
{
    (void)FAIL(err, ERR_DENIED,
               "the code is wrong or used; the server prints a new one when it "
               "is started and has no administrator");
    return err_id(err, "kode salah atau sudah dipakai; server mencetak kode "
                       "baru saat dinyalakan selama belum ada administrator");
}

/* Whoever came before in the meantime is the first. */
static bool put_first(AccountChange *change, Err *err)
{
    First *first = change->context;
    bool has = false;
    if (!account_admin_beside(change->arena, change->world, change->office,
                              STR(""), &has, err))
        return false;
    if (has) return no_code(err);
    invite_open(change, first->hash);
    account_put_admin(change, true);
    change->record.admin = true;
    session_new(change, &first->fresh);
    return true;
}

static bool find_person(Arena *arena, const AccountWorld *world,
                        const InviteUse *use, InviteWhom *out, Err *err)
{
    AccountOwner owners[ACCOUNT_OWNERS];
    size_t count = 0;
    if (!account_office(world, use->government, &out->office, err) ||
        !account_owners(arena, world, use->government, use->person, owners,
                        &count, err))
        return false;
    if (count > 0) {
        out->person = owners[0].person;
        return true;
    }
    return account_person(out->office, use->person, &out->person, err);
}

bool invite_first_use(Arena *arena, const AccountWorld *world,
                      const InviteUse *use, SignedIn *out, Err *err)
{
    InviteWhom whom = {0};
    Str code = {0};
    SignedIn in = {0};
    First first = {.fresh = {.label = use->label}};
    if (!secret_code_take(arena, use->code, &code) ||
        !is_code(world->accounts, use->government,
                 secret_digest(arena, "pertama", code)))
        return no_code(err);
    if (!find_person(arena, world, use, &whom, err) ||
        !invite_serves(world, &whom, err) ||
        !invite_password(arena, world, &whom, use->password, &first.hash, err))
        return false;
    AccountChange change =
        invite_change(arena, world, &whom, put_first, &first);
    account_trace(&change, change.person, CHANNEL_WEB, "buat", (FactId){0});
    change.fact.text = STR("administrator pertama");
    if (!account_change(&change, err)) return false;
    forget_code(world->accounts, use->government);
    in.token = first.fresh.token;
    in.session = session_opened(&change, &first.fresh);
    *out = in;
    return true;
}
