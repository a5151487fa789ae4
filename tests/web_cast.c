/* SPDX-License-Identifier: Apache-2.0 */
#include "web_cast.h"

#include "app/invite.h"
#include "app/load.h"
#include "app/token.h"
#include "base/clock.h"
#include "harness.h"
#include "store/folder.h"
#include "tables.h"
#include "web_entry.h"

#include <string.h>

#define BEYOND "seberang"

static const CastMember members[CAST_SIZE] = {
    {.code = "A",  .role = "staff",                   .kind = CAST_PERSON  },
    {.code = "B",  .role = "clerk of dinas",          .kind = CAST_PERSON  },
    {.code = "K1", .role = "superior of A",           .kind = CAST_PERSON  },
    {.code = "K2", .role = "another superior",        .kind = CAST_PERSON  },
    {.code = "H",  .role = "head of dinas",           .kind = CAST_PERSON  },
    {.code = "U1", .role = "of another unit",         .kind = CAST_PERSON  },
    {.code = "P0", .role = "head of the board",       .kind = CAST_PERSON  },
    {.code = "P1", .role = "board and administrator", .kind = CAST_PERSON  },
    {.code = "O1", .role = "organisation office",     .kind = CAST_PERSON  },
    {.code = "F",  .role = "administrator",           .kind = CAST_PERSON  },
    {.code = "E",  .role = "staff, own account",      .kind = CAST_OWN     },
    {.code = "O0", .role = "second step owed",        .kind = CAST_ENTERING},
    {.code = "-",  .role = "nobody",                  .kind = CAST_NOBODY  },
    {.code = "*",  .role = "a program",               .kind = CAST_PROGRAM },
    {.code = "X1", .role = "of another government",   .kind = CAST_BEYOND  },
};

static void must(bool fine, const Err *err)
{
    if (!fine) EXPECT_STR(err->text, "");
    CHECK(fine);
}

/* ---- the government beside -----------------------------------------------
 */

static const char *const beyond[][2] = {
    {"government.conf",
     "kode = seberang;\nnama = \"Pemerintah Kota Seberang\";\n"
     "wilayah = \"Kota Seberang\";\njenis = kota;\n"
     "batas = \"Kota Seberang\";\nbadan_kepegawaian = xbkd;\n"
     "warna = \"#0b5c7a\";\nzona = WITA;\n"
     "catatan = \"Data fiktif untuk uji.\";\n"                        },
    {"register/units.csv",
     "kode,nama,induk,jenis,perangkat_daerah,unit_kerja\n"
     "xkota,Pemerintah Kota Seberang,,pemerintah,,\n"
     "xbkd,Badan Kepegawaian Seberang,xkota,badan,ya,ya\n"            },
    {"register/people.csv",
     "kode,nip,nomor_lokal,nama,jenis_pegawai,unit,jabatan\n"
     "X0,,lokal-X0,Xaverius,PNS,xbkd,\nX1,,lokal-X1,Xenia,PNS,xbkd,\n"},
    {"register/posts.csv",
     "kode,nama,unit,eselon,peran,kepala,pemangku,status,mulai,sampai\n"
     "JX,Kepala Badan Kepegawaian,xbkd,II.b,kepala badan,ya,X0,,,\n"  },
};

static void write_beyond(Arena *arena, const char *folder)
{
    Err err = {0};
    must(folder_make(folder, true, &err), &err);
    must(folder_make(file_path(arena, folder, "register"), true, &err), &err);
    must(folder_make(file_path(arena, folder, "letters"), true, &err), &err);
    for (size_t i = 0; i < COUNT(beyond); i++)
        must(file_write(file_path(arena, folder, beyond[i][0]),
                        str_of(beyond[i][1]), &err),
             &err);
}

static void open_beyond(WebCast *cast, Arena *arena, const char *name)
{
    Err err = {0};
    LoadFolder from = {0};
    Loaded loaded = {0};
    DoorHouse *house = &cast->houses[1];
    AccountsWish accounts = {.demo = true};
    const char *data = file_path(arena, harness_folder(), name);
    const char *folder = str_c(arena, str_format(arena, "%s-asal", data));
    StoreWish wish = {.folder = data, .create = true, .write = true};
    write_beyond(arena, folder);
    must(store_open(&wish, &house->store, &err), &err);
    must(load_read(arena, folder, &from, &err), &err);
    must(load_write(house->store, &from, tables_day("2020-08-01"), &loaded,
                    &err),
         &err);
    LiveWish live = {
        .store = house->store,
        .still = true,
        .ahead_seconds =
            (live_now(cast->world->house.live).us - clock_now().us) / 1000000};
    must(live_open(&live, &house->live, &err), &err);
    house->accounts = accounts_open(house->store, &accounts);
}

/* ---- signing in ----------------------------------------------------------
 */

static void enter_beyond(WebCast *cast, CastMember *member)
{
    Err err = {0};
    LiveView view;
    const DoorHouse *house = &cast->houses[1];
    Arena *arena = cast->world->arena;
    Str code = str_of(member->code), password = STR("sandi uji yang panjang");
    must(live_take(house->live, STR(BEYOND), &view, &err), &err);
    AccountWorld world = {house->accounts, &view.office, 1,
                          live_now(house->live), clock_monotonic_ns()};
    SignInAsked asked = {.government = STR(BEYOND),
                         .name = STR("lokal-X1"),
                         .password = password,
                         .label = STR("uji")};
    must(invite_demo(arena, &world, STR(BEYOND), &code, 1, password, &err),
         &err);
    must(web_world_sign_in(arena, &world, &asked, &member->in, &err), &err);
    live_give(&view);
}

static void enter(WebCast *cast, CastMember *member)
{
    WebWorld *w = cast->world;
    switch (member->kind) {
    case CAST_PERSON: web_world_as(w, member->code); break;
    case CAST_OWN:
    case CAST_ENTERING: (void)web_entry_enter(w, member->code); break;
    case CAST_BEYOND: enter_beyond(cast, member); return;
    case CAST_NOBODY:
    case CAST_PROGRAM: return;
    }
    member->in = w->in;
    web_world_as(w, NULL);
}

static const char token_cases[] = "lihat pegawai|pantau";

bool web_cast_token_holds(const char *word)
{
    return strcmp(word, "lihat pegawai") == 0 || strcmp(word, "pantau") == 0;
}

static void make_token(WebCast *cast)
{
    Err err = {0};
    LiveView view;
    Token token;
    TokenWish wish = {STR("contoh"), STR("P1"),           CHANNEL_WEB,
                      STR("pantau"), str_of(token_cases), 30};
    AccountWorld world = web_entry_accounts(cast->world, &view);
    must(token_make(cast->world->arena, &world, &wish, &token, &cast->token,
                    &err),
         &err);
    live_give(&view);
}

/* F administrates by account: from today, as if it had been granted. */
static void make_admin(WebCast *cast)
{
    WebWorld *w = cast->world;
    web_world_as(w, "P1");
    const char *form = web_world_line(w, "id=%s", web_world_id(w));
    EXPECT_INT(web_world_post(w, "/akun/F/administrator", form).status, 303);
    EXPECT(live_settle(w->house.live, STR("contoh"), 60));
    web_world_as(w, NULL);
}

WebCast *web_cast_open(WebWorld *world, const char *folder)
{
    WebCast *cast = NEW(world->arena, WebCast, 1);
    cast->world = world;
    cast->houses[0] = world->house;
    memcpy(cast->member, members, sizeof members);
    open_beyond(cast, world->arena, folder);
    world->door.houses = cast->houses;
    world->door.house_count = 2;
    web_world_as(world, "F");
    make_admin(cast);
    make_token(cast);
    for (size_t i = 0; i < CAST_SIZE; i++)
        enter(cast, &cast->member[i]);
    return cast;
}

void web_cast_close(WebCast *cast)
{
    live_close(cast->houses[1].live);
    accounts_close(cast->houses[1].accounts);
    store_close(cast->houses[1].store);
}

CastMember *web_cast_member(WebCast *cast, const char *code)
{
    for (size_t i = 0; i < CAST_SIZE; i++) {
        if (strcmp(cast->member[i].code, code) == 0) return &cast->member[i];
    }
    CHECK(code == NULL);
    return NULL;
}

/* ---- asking --------------------------------------------------------------
 */

typedef VEC(HttpPair) Pairs;

static void add(Arena *arena, HttpPairs *pairs, const char *name, Str value)
{
    Pairs all = {0};
    for (size_t i = 0; i < pairs->count; i++) {
        if (!str_is(pairs->at[i].name, str_of(name)))
            VEC_PUSH(arena, &all, pairs->at[i]);
    }
    VEC_PUSH(arena, &all, ((HttpPair){str_of(name), value}));
    *pairs = (HttpPairs){all.at, all.count};
}

static bool is_json(const char *body)
{
    return body != NULL && (body[0] == '{' || body[0] == '[');
}

HttpRequest web_cast_request(WebCast *cast, const CastMember *member,
                             HttpMethod method, const char *target,
                             const char *body, bool data)
{
    WebWorld *w = cast->world;
    w->in = member->in;
    HttpRequest request =
        web_world_request(w, method, target, is_json(body) ? NULL : body);
    if (is_json(body)) {
        request.type = STR("application/json");
        request.body = str_of(body);
        if (member->in.token.len > 0)
            add(w->arena, &request.headers, "x-kunci",
                session_form_token(w->arena, &member->in.session));
    }
    if (member->kind == CAST_BEYOND)
        add(w->arena, &request.cookies, "tk",
            str_format(w->arena, BEYOND "~%.*s", STR_ARG(member->in.token)));
    if (member->kind == CAST_PROGRAM && data)
        add(w->arena, &request.headers, "authorization",
            str_format(w->arena, "Bearer %.*s", STR_ARG(cast->token)));
    w->in = (SignedIn){0};
    return request;
}

void web_cast_wake(WebCast *cast, CastMember *member)
{
    bool owes = member->kind == CAST_ENTERING;
    if (member->in.token.len == 0) return;
    HttpRequest request =
        web_cast_request(cast, member, HTTP_GET,
                         owes ? "/masuk/pasang" : "/api/v1/saya", NULL, !owes);
    if (web_world_ask(cast->world, &request).status != 200) enter(cast, member);
}

/* ---- by hand -------------------------------------------------------------
 */

static const struct {
    const char *code;
    int unit;
} people[] = {
    {"H",  1},
    {"K1", 2},
    {"K2", 3},
    {"A",  2},
    {"B",  2},
    {"C",  2},
    {"D",  2},
    {"E",  3},
    {"F",  3},
    {"G",  3},
    {"U0", 4},
    {"U1", 4},
    {"U2", 4},
    {"U3", 4},
    {"U4", 4},
    {"P0", 5},
    {"P1", 5},
    {"O0", 6},
    {"O1", 6},
};

static const char *const units[] = {"kota", "dinas", "s1",  "s2",
                                    "upt",  "bkd",   "orta"};

int web_cast_person(const char *code)
{
    for (size_t i = 0; i < COUNT(people); i++) {
        if (strcmp(people[i].code, code) == 0) return (int)i;
    }
    return -1;
}

int web_cast_unit(const char *code)
{
    for (size_t i = 0; i < COUNT(units); i++) {
        if (strcmp(units[i], code) == 0) return (int)i;
    }
    return -1;
}

static void lead(NaiveLand *land, const char *unit, const char *person)
{
    land->lead[land->leads++] = (NaiveLead){
        web_cast_unit(unit), web_cast_person(person), true, {0, 0}
    };
}

static void grant(NaiveLand *land, char letter, const char *person,
                  const char *unit)
{
    land->grant[land->grants++] = (NaiveGrant){
        letter, web_cast_person(person), -1, web_cast_unit(unit), {0, 0}
    };
}

void web_cast_land(NaiveLand *out)
{
    static const int parents[] = {-1, 0, 1, 1, 1, 0, 0};
    *out = (NaiveLand){.units = COUNT(units), .people = COUNT(people)};
    memcpy(out->parent, parents, sizeof parents);
    for (size_t i = 0; i < COUNT(people); i++)
        out->unit_of[i] = people[i].unit;
    out->board = web_cast_unit("bkd");
    lead(out, "dinas", "H");
    lead(out, "s1", "K1");
    lead(out, "s2", "K2");
    lead(out, "upt", "U0");
    lead(out, "bkd", "P0");
    lead(out, "orta", "O0");
    grant(out, 'C', "B", "dinas");
    grant(out, 'B', "P1", "kota");
    grant(out, 'A', "P1", "kota");
    grant(out, 'O', "O1", "kota");
    grant(out, 'A', "F", "kota");
    out->away[out->aways++] = (NaiveAway){
        web_cast_person("C"), {0, 0}
    };
}
