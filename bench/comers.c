/* SPDX-License-Identifier: Apache-2.0 */
#include "comers.h"

#include "app/account_part.h"
#include "app/cast.h"
#include "app/invite.h"
#include "base/clock.h"
#include "store/store_test.h"

#include <stdio.h>
#include <stdlib.h>

enum { ACCOUNTS = 1000, SESSIONS = 2000 }; /* to an intent */

static void stop(const char *what)
{
    (void)fprintf(stderr, "bench_door: %s\n", what);
    exit(1);
}

static Instant stands(void *context)
{
    const Instant *now = context;
    return *now;
}

/* ---- who ----------------------------------------------------------------- */

static bool is_cast(const Cast *cast, PersonId person)
{
    for (size_t i = 0; i < CAST_COUNT; i++) {
        if (cast->of[i].index == person.index) return true;
    }
    return false;
}

static void choose(Comers *c)
{
    const Register *r = &c->office.r;
    Cast cast = cast_of(&c->office, c->today);
    c->at = NEW(c->arena, Comer, (size_t)r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (person_is_active(r, person, c->today) && !is_cast(&cast, person))
            c->at[c->count++] =
                (Comer){.code = r->people[p].code, .person = person};
    }
}

/* ---- accounts and sessions ----------------------------------------------- */

static void make_accounts(const Comers *c, const AccountWorld *world)
{
    Err err = {0};
    for (size_t from = 0; from < c->count; from += ACCOUNTS) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        Str people[ACCOUNTS];
        size_t count = 0;
        while (count < ACCOUNTS && from + count < c->count) {
            people[count] = c->at[from + count].code;
            count++;
        }
        if (!invite_demo(tmp, world, c->office.government.code, people, count,
                         STR("sandi ukur yang panjang"), &err))
            stop(err.text);
    }
}

/* As a sign-in does, without the password. */
static void open_session(const Comers *c, const AccountWorld *world,
                         AccountChange *change, Comer *comer)
{
    Err err = {0};
    SessionNew fresh = {.label = STR("Chrome di Android")};
    Str government = c->office.government.code;
    change->person = comer->code;
    if (!account_record(c->arena, world->accounts->store, government,
                        comer->code, &change->record, &change->found, &err))
        stop(err.text);
    session_new(change, &fresh);
    Session session = session_opened(change, &fresh);
    comer->cookie = str_format(c->arena, "%.*s~%.*s", STR_ARG(government),
                               STR_ARG(fresh.token));
    comer->key = session_form_token(c->arena, &session);
}

static void make_sessions(Comers *c, const AccountWorld *world)
{
    Err err = {0};
    for (size_t from = 0; from < c->count;) {
        AccountChange change = {
            .arena = c->arena, .world = world, .office = &c->office};
        Receipt receipt;
        while (from < c->count && change.more.count < SESSIONS)
            open_session(c, world, &change, &c->at[from++]);
        Intent intent = {.government = c->office.government.code,
                         .keeps = change.more.at,
                         .keep_count = (uint32_t)change.more.count};
        if (!store_write(world->accounts->store, &intent, &receipt, &err))
            stop(err.text);
    }
}

void comers_make(Arena *arena, const char *data, Str government, Instant now,
                 Comers *out)
{
    Store *store = NULL;
    Err err = {0};
    StoreWish wish = {.folder = data, .write = true};
    AccountsWish accounts = {.demo = true};
    *out = (Comers){.arena = arena, .now = now};
    if (!store_open(&wish, &store, &err)) stop(err.text);
    store_clock(store, stands, &out->now);
    if (!office_open_data(arena, store, government, DATE_NEVER, &out->office,
                          &err))
        stop(err.text);
    out->today = zone_day(out->office.government.zone, now);
    choose(out);
    const Office *office = &out->office;
    AccountWorld world = {accounts_open(store, &accounts), &office, 1, now,
                          clock_monotonic_ns()};
    make_accounts(out, &world);
    make_sessions(out, &world);
    accounts_close(world.accounts);
    store_close(store);
}

/* ---- what they send ------------------------------------------------------ */

static void put_head(Buf *out, const char *method, Str path, Str cookie)
{
    buf_format(out,
               "%s %.*s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
               "User-Agent: Mozilla/5.0 (Linux; Android 10) Chrome/120.0\r\n"
               "Accept: text/html,application/xhtml+xml\r\n"
               "Accept-Language: id-ID,id;q=0.9\r\n"
               "Accept-Encoding: gzip, deflate, br\r\n"
               "Cookie: tk=%.*s\r\n",
               method, STR_ARG(path), STR_ARG(cookie));
}

static Str finished(Buf *out, const char *type, Str body)
{
    buf_format(out,
               "Sec-Fetch-Site: same-origin\r\nContent-Type: %s\r\n"
               "Content-Length: %zu\r\n\r\n%.*s",
               type, body.len, STR_ARG(body));
    return buf_str(out);
}

Str comers_form(Arena *arena, const Comer *comer, const char *path, FactId id)
{
    char text[FACT_ID_TEXT];
    Buf out = buf_in(arena);
    Str body = str_format(arena, "kunci=%.*s&id=%s&kata=kantor&lokasi=dalam",
                          STR_ARG(comer->key), fact_id_text(id, text));
    put_head(&out, "POST", str_of(path), comer->cookie);
    return finished(&out, "application/x-www-form-urlencoded", body);
}

Str comers_data(Arena *arena, const Comer *comer, const char *kind, FactId id)
{
    char text[FACT_ID_TEXT];
    Buf out = buf_in(arena);
    Str body =
        str_format(arena,
                   "{\"jenis\":\"%s\",\"id\":\"%s\",\"pegawai\":\"%.*s\","
                   "\"kata\":\"kantor\",\"lokasi\":\"dalam\"}",
                   kind, fact_id_text(id, text), STR_ARG(comer->code));
    put_head(&out, "POST", STR("/api/v1/fakta"), comer->cookie);
    buf_format(&out, "X-Kunci: %.*s\r\n", STR_ARG(comer->key));
    return finished(&out, "application/json", body);
}

Str comers_page(Arena *arena, Str cookie, Str path)
{
    Buf out = buf_in(arena);
    put_head(&out, "GET", path, cookie);
    buf_put(&out, STR("\r\n"));
    return buf_str(&out);
}

Fact comers_fact(const Comers *comers, const Comer *comer, FactKind kind,
                 FactId id)
{
    const Register *r = &comers->office.r;
    Fact f = fact_blank(kind);
    f.id = id;
    f.channel = CHANNEL_WEB;
    f.zone = comers->office.government.zone;
    f.actor = f.person = comer->code;
    f.unit = r->units[r->people[comer->person.index].unit.index].code;
    f.day = comers->today;
    if (kind == FACT_CHECK_IN) f.word = STR("kantor");
    f.place = STR("dalam");
    return f;
}
