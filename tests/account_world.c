/* SPDX-License-Identifier: Apache-2.0 */
#include "account_world.h"

#include "app/totp.h"
#include "harness.h"

const char *const account_good[2] = {"kuda laut menari", "tiga payung hijau"};

static void open_accounts(AccountLand *land, bool demo)
{
    AccountsWish wish = {.demo = demo, .stage = demo, .hashers = 2};
    land->accounts = accounts_open(land->store, &wish);
    land->world.accounts = land->accounts;
}

AccountLand *account_land(const char *name, bool demo)
{
    AppWorld *app = app_world_open(name);
    AccountLand *land = NEW(app->arena, AccountLand, 1);
    land->app = app;
    land->arena = app->arena;
    land->store = app->store;
    land->office = &app->office;
    land->world = (AccountWorld){
        .offices = &land->office,
        .office_count = 1,
        .now = zone_instant(app->office.government.zone, app->record.today,
                            8 * 60),
        .tick = INT64_C(5000000000),
    };
    open_accounts(land, demo);
    return land;
}

void account_land_close(AccountLand *land)
{
    accounts_close(land->accounts);
    app_world_close(land->app);
}

static void begin_again(AccountLand *land, const char *vfs, bool demo)
{
    Err err = {0};
    StoreWish wish = {.folder = land->app->folder, .write = true, .vfs = vfs};
    accounts_close(land->accounts);
    store_close(land->store);
    CHECK(store_open(&wish, &land->store, &err));
    land->app->store = land->app->record.store = land->store;
    land->world.tick = 1;
    open_accounts(land, demo);
}

void account_land_again(AccountLand *land, bool demo)
{
    begin_again(land, NULL, demo);
}

void account_land_on(AccountLand *land, const char *vfs)
{
    begin_again(land, vfs, false);
}

void account_land_read(AccountLand *land)
{
    app_world_again(land->app);
}

void account_land_pass(AccountLand *land, int64_t seconds)
{
    land->world.now.us += seconds * 1000000;
    land->world.tick += seconds * 1000000000;
}

/* Who may invite anybody: the unit's clerk, else the head above. */
static Str inviter(const AccountLand *land, Str person)
{
    const Register *r = &land->office->r;
    PersonId who = {map_find(&r->person_codes, person)};
    Date today = account_today(&land->world, land->office);
    for (uint32_t i = 0; i < r->person_count; i++) {
        AccessWorld world = {r, &land->office->government};
        AccessAsked asked = {.actor = r->people[i].code,
                             .use = ACCESS_INVITE,
                             .person = who,
                             .unit = NO_UNIT,
                             .day = today};
        Err ignored = {0};
        if (access_allows(&world, &asked, &ignored)) return r->people[i].code;
    }
    CHECK(false);
    return STR("");
}

Str account_land_make(AccountLand *land, Str person, const char *password)
{
    InviteSlip slip = {0};
    SignedIn in = {0};
    Err err = {0};
    AccountAct act = {.government = STR("paser"),
                      .actor = inviter(land, person),
                      .person = person,
                      .channel = CHANNEL_WEB};
    if (!invite_person(land->arena, &land->world, &act, &slip, &err))
        EXPECT_STR(err.text, "");
    InviteUse use = {.code = slip.code,
                     .password = str_of(password),
                     .label = STR("Chrome di Android")};
    if (!invite_use(land->arena, &land->world, &use, &in, &err))
        EXPECT_STR(err.text, "");
    return in.token;
}

Str account_land_nip(AccountLand *land, Str person)
{
    const Register *r = &land->office->r;
    uint32_t index = map_find(&r->person_codes, person);
    CHECK(index != NO_INDEX);
    const Person *p = &r->people[index];
    return p->nip.len > 0 ? p->nip : p->local;
}

bool account_land_in(AccountLand *land, Str name, const char *password,
                     SignedIn *out, Err *err)
{
    SignInAsked asked = {.name = name,
                         .password = str_of(password),
                         .label = STR("Firefox di Windows")};
    return sign_in(land->arena, &land->world, &asked, out, err);
}

int account_land_level(AccountLand *land, Str token)
{
    Session session = {0};
    bool found = false;
    Err err = {0};
    if (!session_find(land->arena, &land->world, token, &session, &found, &err))
        EXPECT_STR(err.text, "");
    return found ? (int)session.level : -1;
}

Str account_land_code(AccountLand *land, Str secret, int steps)
{
    char code[TOTP_DIGITS + 1];
    int64_t step = land->world.now.us / 1000000 / TOTP_SECONDS + steps;
    CHECK(totp_code(secret, step, code));
    return str_copy(land->arena, str_of(code));
}

Str account_land_codes(AccountLand *land, Str token, const char *password,
                       SignedIn *out, Str recovery[ACCOUNT_RECOVERY])
{
    AccountCodes codes = {0};
    Err err = {0};
    if (!account_own_codes(land->arena, &land->world, token, str_of(password),
                           &codes, &err) ||
        !account_own_confirm(land->arena, &land->world, token,
                             account_land_code(land, codes.secret, 0), out,
                             recovery, &err))
        EXPECT_STR(err.text, "");
    return codes.secret;
}

Account account_land_of(AccountLand *land, Str person)
{
    Account account = {0};
    Err err = {0};
    if (!account_of(land->arena, &land->world, STR("paser"), person, &account,
                    &err))
        EXPECT_STR(err.text, "");
    return account;
}

static bool put_word(void *context, uint64_t number, const Fact *fact, Err *err)
{
    (void)number;
    (void)err;
    buf_format(context, "%.*s;", STR_ARG(fact->word));
    return true;
}

Str account_land_trace(AccountLand *land, Str person)
{
    Buf out = buf_in(land->arena);
    Err err = {0};
    FactQuery query = {.government = STR("paser"),
                       .days = WINDOW_ALL,
                       .person = person,
                       .kinds = UINT64_C(1) << FACT_ACCOUNT};
    CHECK(store_facts(land->store, land->arena, &query, put_word, &out, &err));
    return buf_str(&out);
}
