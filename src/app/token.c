/* SPDX-License-Identifier: Apache-2.0 */
#include "app/token.h"

#include "app/account_part.h"
#include "app/kept.h"
#include "app/secret.h"

#define HEAD    "tk_"
#define PURPOSE "token"

enum { ID = 16 };

static const int64_t day_us = INT64_C(24) * 3600 * 1000000;

_Static_assert(ACCESS_COUNT <= 64, "a bit a case");

/* ---- words of cases ----------------------------------------------------- */

static bool case_of(Str word, AccessCase *out)
{
    for (size_t i = 0; i < ACCESS_COUNT; i++) {
        if (!str_is(word, str_of(access_row((AccessCase)i)->word))) continue;
        *out = (AccessCase)i;
        return true;
    }
    return false;
}

static bool cases_of(Str words, uint64_t *out, Err *err)
{
    uint64_t cases = 0;
    Str word;
    while (str_next(&words, '|', &word)) {
        AccessCase use;
        Str shown = str_slice(str_trim(word), 0, 60);
        if (!case_of(str_trim(word), &use)) {
            (void)FAIL(err, ERR_INPUT, "'%.*s' is no use case", STR_ARG(shown));
            return err_id(err, "'%.*s' bukan kewenangan", STR_ARG(shown));
        }
        cases |= UINT64_C(1) << use;
    }
    if (cases != 0) return *out = cases, true;
    (void)FAIL(err, ERR_INPUT, "a token needs at least one use case");
    return err_id(err, "token perlu paling sedikit satu kewenangan");
}

static Str words_of(Arena *arena, uint64_t cases)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < ACCESS_COUNT; i++) {
        if ((cases >> i & 1) == 0) continue;
        buf_format(&out, "%s%s", out.len == 0 ? "" : "|",
                   access_row((AccessCase)i)->word);
    }
    return buf_str(&out);
}

bool token_may(const Token *token, AccessCase use)
{
    return (token->cases >> use & 1) != 0;
}

/* ---- what is kept ------------------------------------------------------- */

static Str text_of(Arena *arena, const Token *token)
{
    Buf out = buf_in(arena);
    kept_put_text(&out, "nama", token->name);
    kept_put_text(&out, "pegawai", token->actor);
    kept_put_text(&out, "kewenangan", words_of(arena, token->cases));
    kept_put_number(&out, "dibuat", token->made.us);
    kept_put_number(&out, "sampai", token->until.us);
    return buf_str(&out);
}

static bool read_token(Arena *arena, Str government, Str digest, Str body,
                       Token *out, Err *err)
{
    Kept kept = {.body = body};
    Err why = {0};
    Token token = {
        .government = government,
        .id = str_copy(arena, str_slice(digest, 0, ID)),
        .name = str_copy(arena, kept_text(&kept, "nama")),
        .actor = str_copy(arena, kept_text(&kept, "pegawai")),
        .made = kept_instant(&kept, "dibuat"),
        .until = kept_instant(&kept, "sampai"),
    };
    /* A case that is no more allows nothing. */
    if (!cases_of(kept_text(&kept, "kewenangan"), &token.cases, &why))
        token.cases = 0;
    if (!kept.bad) return *out = token, true;
    (void)FAIL(err, ERR_IO, "a kept token is damaged");
    return err_id(err, "token yang tersimpan rusak");
}

/* ---- making ------------------------------------------------------------- */

static bool name_fits(Str name)
{
    if (name.len == 0 || name.len > TOKEN_NAME_MOST) return false;
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        if (c < ' ' || c == 0x7f) return false;
    }
    return str_utf8_fault(name) == SIZE_MAX;
}

static bool wish_fits(const TokenWish *wish, Err *err)
{
    if (name_fits(wish->name) && wish->days >= 1 &&
        wish->days <= TOKEN_DAYS_MOST)
        return true;
    (void)FAIL(err, ERR_INPUT,
               "a token needs a name of up to %d bytes and 1 to %d days",
               TOKEN_NAME_MOST, TOKEN_DAYS_MOST);
    return err_id(err,
                  "token perlu nama sampai %d byte dan masa 1 sampai %d hari",
                  TOKEN_NAME_MOST, TOKEN_DAYS_MOST);
}

static bool administrates(const AccountWorld *world, Str government, Str actor,
                          const Office **office, Err *err)
{
    return account_office(world, government, office, err) &&
           account_may(world, *office, ACCESS_TOKEN, actor, NO_PERSON, err);
}

static bool write(Arena *arena, const AccountWorld *world, const TokenWish *by,
                  Str note, const KeepPut *put, Err *err)
{
    Receipt receipt;
    AccountChange trace = {.arena = arena, .world = world, .person = by->actor};
    if (!account_office(world, by->government, &trace.office, err))
        return false;
    account_trace(&trace, by->actor, by->channel, "token", (FactId){0});
    trace.fact.text = note;
    Intent intent = {.government = by->government,
                     .facts = &trace.fact,
                     .fact_count = 1,
                     .keeps = put,
                     .keep_count = 1};
    return store_write(world->accounts->store, &intent, &receipt, err);
}

/* The name of a shared device is a right, which the register gives: now or
 * later. */
static bool device_fits(const AccountWorld *world, const Office *office,
                        Str name, Err *err)
{
    Date today = account_today(world, office);
    const Register *r = &office->r;
    if (!str_starts(name, STR(GRANT_DEVICE_HEAD))) return true;
    for (uint32_t i = 0; i < r->grant_count; i++) {
        if (str_is(r->grants[i].device, name) &&
            !date_before(r->grants[i].window.last, today))
            return true;
    }
    (void)FAIL(err, ERR_INPUT,
               "no shared device '%.*s' is in register/kewenangan.csv; enter "
               "it there first, or choose a name without '" GRANT_DEVICE_HEAD
               "'",
               STR_ARG(name));
    return err_id(err,
                  "perangkat bersama '%.*s' tidak ada di "
                  "register/kewenangan.csv; catat dulu di sana, atau pilih "
                  "nama tanpa '" GRANT_DEVICE_HEAD "'",
                  STR_ARG(name));
}

bool token_make(Arena *arena, const AccountWorld *world, const TokenWish *wish,
                Token *out, Str *secret, Err *err)
{
    const Office *office = NULL;
    Token token = {.name = wish->name,
                   .actor = wish->actor,
                   .government = wish->government,
                   .made = world->now,
                   .until = {world->now.us + wish->days * day_us}};
    if (!wish_fits(wish, err) || !cases_of(wish->cases, &token.cases, err) ||
        !administrates(world, wish->government, wish->actor, &office, err) ||
        !device_fits(world, office, wish->name, err))
        return false;
    Str made = str_format(arena, HEAD "%.*s", STR_ARG(secret_token(arena)));
    Str digest = secret_digest(arena, PURPOSE, made);
    KeepPut put = {ACCOUNT_TOKENS, digest, text_of(arena, &token)};
    Str note = str_format(arena, "dibuat: %.*s", STR_ARG(wish->name));
    token.id = str_slice(digest, 0, ID);
    if (!write(arena, world, wish, note, &put, err)) return false;
    *out = token;
    *secret = made;
    return true;
}

/* ---- finding ------------------------------------------------------------ */

static bool works(const AccountWorld *world, const Office *office,
                  const Token *token)
{
    Err ignored = {0};
    return world->now.us < token->until.us &&
           account_may(world, office, ACCESS_TOKEN, token->actor, NO_PERSON,
                       &ignored);
}

bool token_find(Arena *arena, const AccountWorld *world, Str secret, Token *out,
                bool *found, Err *err)
{
    *found = false;
    if (secret.len != TOKEN_TEXT || !str_starts(secret, STR(HEAD))) return true;
    Str digest = secret_digest(arena, PURPOSE, secret);
    for (size_t i = 0; i < world->office_count; i++) {
        const Office *office = world->offices[i];
        Str body = {0};
        Token token = {0};
        bool here = false;
        if (!store_kept(world->accounts->store, arena, office->government.code,
                        ACCOUNT_TOKENS, digest, &body, &here, err) ||
            (here && !read_token(arena, office->government.code, digest, body,
                                 &token, err)))
            return false;
        if (!here) continue;
        *found = works(world, office, &token);
        if (*found) *out = token;
        return true;
    }
    return true;
}

/* ---- list and end ------------------------------------------------------- */

typedef struct {
    Arena *arena;
    Str government;
    VEC(Token) tokens;
    VEC(Str) digests;
} Listing;

static bool list_one(void *context, Str key, Str body, Err *err)
{
    Listing *list = context;
    Token token;
    if (!read_token(list->arena, list->government, key, body, &token, err))
        return false;
    VEC_PUSH(list->arena, &list->tokens, token);
    VEC_PUSH(list->arena, &list->digests, str_copy(list->arena, key));
    return true;
}

static bool list_all(Arena *arena, const AccountWorld *world, Str government,
                     Listing *out, Err *err)
{
    *out = (Listing){.arena = arena, .government = government};
    return store_kept_each(world->accounts->store, government, ACCOUNT_TOKENS,
                           list_one, out, err);
}

bool token_list(Arena *arena, const AccountWorld *world, Str government,
                Str actor, Token **out, size_t *count, Err *err)
{
    const Office *office = NULL;
    Listing list;
    if (!administrates(world, government, actor, &office, err) ||
        !list_all(arena, world, office->government.code, &list, err))
        return false;
    *out = list.tokens.at;
    *count = list.tokens.count;
    return true;
}

bool token_end(Arena *arena, const AccountWorld *world, const TokenWish *wish,
               Str id, Err *err)
{
    const Office *office = NULL;
    Listing list;
    size_t at = 0;
    if (!administrates(world, wish->government, wish->actor, &office, err) ||
        !list_all(arena, world, office->government.code, &list, err))
        return false;
    while (at < list.tokens.count && !str_is(list.tokens.at[at].id, id))
        at++;
    if (at == list.tokens.count) {
        (void)FAIL(err, ERR_ABSENT, "there is no such token");
        return err_id(err, "token itu tidak ada");
    }
    KeepPut put = {ACCOUNT_TOKENS, list.digests.at[at], STR("")};
    Str note =
        str_format(arena, "diakhiri: %.*s", STR_ARG(list.tokens.at[at].name));
    return write(arena, world, wish, note, &put, err);
}
