/* SPDX-License-Identifier: Apache-2.0 */
#include "web_world.h"

#include "api/api.h"
#include "app/invite.h"
#include "app/load.h"
#include "app/publish_plan.h"
#include "base/clock.h"
#include "base/num.h"
#include "harness.h"
#include "http/answer.h"
#include "store/folder.h"
#include "store/store_test.h"
#include "web/site.h"
#include "web_world_texts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CODE     STR("contoh")
#define PASSWORD STR("sandi uji yang panjang")

static Date day_of(const char *text)
{
    Date day;
    Err err = {0};
    CHECK(date_parse(str_of(text), &day, &err));
    return day;
}

/* Says why the world could not be made, and ends. */
static void must(bool fine, const Err *err)
{
    if (!fine) EXPECT_STR(err->text, "");
    CHECK(fine);
}

/* ---- the folder ----------------------------------------------------------
 */

/* Rows of people who differ in their names as people do. */
static void put_people(Buf *out, int more)
{
    static const char *const parts[] = {"Ra",  "mu", "Ni", "sto", "Wu",
                                        "lan", "Be", "ki", "Do",  "ra"};
    for (int i = 1; i <= more; i++) {
        buf_format(out, "W%d,,lokal-W%d,", i, i);
        for (int part = 0, n = i * 7919; part < 6; part++, n /= 7)
            buf_format(out, "%s%s", part == 3 ? " " : "",
                       parts[(n + part) % (int)COUNT(parts)]);
        buf_format(out, ",PNS,s1,,,,,\n");
    }
}

/* Agencies M1 and on, each with a head and its people. */
enum { LARGE_UNITS = 60, LARGE_EACH = 50, LARGE_IN_S1 = 145 };

static void put_large_units(Buf *out)
{
    for (int i = 1; i <= LARGE_UNITS; i++)
        buf_format(out, "m%d,Dinas Urusan Nomor %d,kota,dinas,ya,ya,\n", i, i);
}

static void put_large_people(Buf *out)
{
    static const char *const first[] = {"Rahmat", "Nirmala", "Wulandari",
                                        "Bekti", "Dorothea"};
    static const char *const second[] = {"Mulyono", "Stevani", "Lantang",
                                         "Kirana",  "Raharjo", "Unggul",
                                         "Pertiwi"};
    for (int i = 0; i < LARGE_UNITS * LARGE_EACH; i++)
        buf_format(out, "X%d,,lokal-X%d,%s %s %d,PNS,m%d,,,,,\n", i, i,
                   first[i % (int)COUNT(first)], second[i % (int)COUNT(second)],
                   i, i / LARGE_EACH + 1);
}

static void put_large_posts(Buf *out)
{
    for (int i = 0; i < LARGE_UNITS; i++)
        buf_format(out,
                   "JM%d,Kepala Dinas %d,m%d,II.b,kepala dinas,ya,X%d,,,\n",
                   i + 1, i + 1, i + 1, i * LARGE_EACH);
}

static void put_large(Buf *out, Str file)
{
    if (str_is(file, STR("register/units.csv"))) put_large_units(out);
    if (str_is(file, STR("register/people.csv"))) put_large_people(out);
    if (str_is(file, STR("register/posts.csv"))) put_large_posts(out);
}

/* How a world differs from the others. */
typedef struct {
    int more;          /* people in s1 */
    bool large;        /* the agencies of web_world_open_large are in it */
    const char *rules; /* behind those of the letter; NULL: none */
    bool reached;      /* its counters say how they are reached */
    bool prolonged;    /* a second letter changes its last day */
    bool odd;          /* see web_world_open_odd */
    const char *vfs;   /* of the store; NULL: the usual one */
} Otherwise;

/* L2 says nothing of it. */
static const char reached_counters[] =
    "kode,nama,unit,jenis,hari,buka,tutup,kebutuhan,petugas,mulai,sampai,"
    "telepon,alamat,syarat,titik,daring\n"
    "L1,Loket Utama,upt,loket,Senin-Jumat,08.00,14.00,1,U1 U2 U3 U4,,,"
    "+62 542 000001,\"Jalan <Contoh> No. 1, Contoh\",KTP; Kartu Keluarga,"
    "\"-1.27, 116.83\",https://contoh.invalid/l1?a=1&b=2\n"
    "L2,Loket Kedua,upt,loket,Senin-Jumat,08.00,14.00,1,U1 U2 U3 U4,,,,,,,\n"
    "L3,Regu Jalan,s2,lapangan,Senin,08.00,14.00,1,E F,,,,,,,\n";

static const char prolonging[] =
    "surat edaran 2/SE/2020\n"
    "tentang \"Perubahan atas Surat Edaran 1/SE/2020\"\n"
    "penerbit Wali Kota Contoh\n"
    "ditetapkan 10 Agustus 2020\n"
    "mengubah surat edaran 1/SE/2020\n"
    "\n"
    "masa berlaku diubah menjadi sampai dengan 4 September 2020.\n";

static Str file_text(Arena *arena, size_t i, const Otherwise *other)
{
    Buf out = buf_in(arena);
    Str name = str_of(web_world_files[i][0]);
    if (other->reached && str_is(name, STR("register/counters.csv")))
        return str_of(reached_counters);
    buf_put(&out, str_of(web_world_files[i][1]));
    if (str_is(name, STR("register/people.csv"))) put_people(&out, other->more);
    if (other->large) put_large(&out, name);
    if (other->odd && str_is(name, STR("register/people.csv")))
        buf_c(&out, "N,,,Nina,PNS,s1,,,,,\n");
    if (other->odd && str_is(name, STR("government.conf")))
        buf_c(&out, "peragaan = tidak;\nsandi_campuran = ya;\n");
    if (other->odd && str_is(name, STR("register/kewenangan.csv")))
        buf_c(&out, "B,administrator,,2020-01-01,\n");
    if (str_ends(name, STR(".edaran")) && other->rules != NULL)
        buf_c(&out, other->rules);
    return buf_str(&out);
}

static const char *write_folder(Arena *arena, const char *name,
                                const Otherwise *other)
{
    Err err = {0};
    const char *folder =
        file_path(arena, harness_folder(),
                  str_c(arena, str_format(arena, "%s-asal", name)));
    const char *const inside[] = {"register", "letters"};
    must(folder_make(folder, true, &err), &err);
    for (size_t i = 0; i < COUNT(inside); i++)
        must(folder_make(file_path(arena, folder, inside[i]), true, &err),
             &err);
    for (size_t i = 0; i < COUNT(web_world_files); i++)
        must(file_write(file_path(arena, folder, web_world_files[i][0]),
                        file_text(arena, i, other), &err),
             &err);
    if (other->prolonged)
        must(file_write(file_path(arena, folder, "letters/perpanjangan.edaran"),
                        str_of(prolonging), &err),
             &err);
    return folder;
}

/* Loaded and published on 2 August, before anybody works by it. */
static Instant at_loading(void *context)
{
    int64_t *seconds = context;
    return (Instant){zone_instant(ZONE_WITA, day_of("2020-08-02"), 600).us +
                     ++*seconds * 1000000};
}

static void load(WebWorld *w, const char *folder)
{
    Err err = {0};
    LoadFolder from = {0};
    Loaded loaded = {0};
    must(load_read(w->arena, folder, &from, &err), &err);
    must(load_write(w->store, &from, day_of("2020-08-01"), &loaded, &err),
         &err);
}

static void publish(WebWorld *w)
{
    Err err = {0};
    Office *office = NEW(w->arena, Office, 1);
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    FactId id =
        fact_id_of(zone_instant(ZONE_WITA, day_of("2020-08-02"), 601), 1, 1);
    PublishWish by = {STR("sistem"), day_of("2020-08-02"), id, CHANNEL_WEB};
    Receipt receipt;
    must(office_open_data(w->arena, w->store, CODE, DATE_NEVER, office, &err),
         &err);
    must(make_roster(office, &wish, made, &err), &err);
    must(publish_plan(w->store, office, made, &by, &receipt, &err), &err);
}

/* ---- opening -------------------------------------------------------------
 */

static void open_live(WebWorld *w, const char *day, int minute)
{
    Err err = {0};
    LiveWish wish = {.store = w->store, .still = true};
    Instant then = zone_instant(ZONE_WITA, day_of(day), minute);
    wish.ahead_seconds = (then.us - clock_now().us) / 1000000 + 1;
    must(live_open(&wish, &w->house.live, &err), &err);
}

static WebWorld *open_with(const char *name, Otherwise other, bool planned)
{
    Err err = {0};
    Arena *arena = arena_open(1 << 20);
    WebWorld *w = NEW(arena, WebWorld, 1);
    AccountsWish accounts = {.demo = true};
    StoreWish wish = {.folder = file_path(arena, harness_folder(), name),
                      .create = true,
                      .write = true,
                      .vfs = other.vfs};
    w->arena = arena;
    w->lang = "id";
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    must(store_open(&wish, &w->store, &err), &err);
    store_clock(w->store, at_loading, NEW(arena, int64_t, 1));
    load(w, write_folder(arena, name, &other));
    if (planned) publish(w);
    open_live(w, "2020-08-04", 480);
    w->house.store = w->store;
    w->house.accounts = accounts_open(w->store, &accounts);
    w->door = (Door){.houses = &w->house,
                     .house_count = 1,
                     .problem = site_problem,
                     .demo = true};
    size_t pages = 0;
    const RouteTable *site = site_tables(&pages);
    w->door.tables = api_beside(arena, site, pages, &w->door.table_count);
    return w;
}

WebWorld *web_world_open(const char *name)
{
    return open_with(name, (Otherwise){0}, true);
}

WebWorld *web_world_open_wide(const char *name, int more)
{
    return open_with(name, (Otherwise){.more = more}, true);
}

WebWorld *web_world_open_large(const char *name)
{
    return open_with(name, (Otherwise){.more = LARGE_IN_S1, .large = true},
                     true);
}

WebWorld *web_world_open_rules(const char *name, const char *rules)
{
    return open_with(name, (Otherwise){.rules = rules}, true);
}

WebWorld *web_world_open_reached(const char *name)
{
    return open_with(name, (Otherwise){.reached = true}, true);
}

WebWorld *web_world_open_prolonged(const char *name)
{
    return open_with(name, (Otherwise){.prolonged = true}, true);
}

WebWorld *web_world_open_odd(const char *name)
{
    return open_with(name, (Otherwise){.odd = true}, true);
}

WebWorld *web_world_open_on(const char *name, const char *vfs)
{
    return open_with(name, (Otherwise){.vfs = vfs}, true);
}

WebWorld *web_world_open_unplanned(const char *name)
{
    return open_with(name, (Otherwise){0}, false);
}

void web_world_close(WebWorld *w)
{
    live_close(w->house.live);
    accounts_close(w->house.accounts);
    store_close(w->store);
    arena_close(w->arena);
}

void web_world_at(WebWorld *w, const char *day, const char *time)
{
    int64_t hour = 0, minute = 0;
    Str text = str_of(time);
    CHECK(num_is(str_slice(text, 0, 2), 0, 23, &hour) &&
          num_is(str_slice(text, 3, 5), 0, 59, &minute));
    live_close(w->house.live);
    open_live(w, day, (int)(hour * 60 + minute));
    web_world_as(w, NULL);
}

WebWorld *web_world_wednesday(const char *name)
{
    WebWorld *w = web_world_open(name);
    (void)web_world_say(w, "K1", "masuk", "pegawai=K1;kata=kantor");
    (void)web_world_say(w, "A", "laporan", "pegawai=A;isi=surat masuk dibalas");
    web_world_at(w, "2020-08-05", "09.00");
    return w;
}

/* ---- signing in ----------------------------------------------------------
 */

/* Whoever comes in many times in a second is told to wait, and waits. */
bool web_world_sign_in(Arena *arena, AccountWorld *world,
                       const SignInAsked *asked, SignedIn *in, Err *err)
{
    enum { TRIES = 20 };
    for (int i = 0; i < TRIES; i++) {
        *err = (Err){0};
        if (sign_in(arena, world, asked, in, err)) return true;
        if (err->kind != ERR_LIMIT) return false;
        (void)nanosleep(&(struct timespec){.tv_sec = 1}, NULL);
        world->tick = clock_monotonic_ns();
    }
    return false;
}

static void enter(WebWorld *w, const LiveView *view)
{
    Err err = {0};
    AccountWorld world = {w->house.accounts, &view->office, 1,
                          live_now(w->house.live), clock_monotonic_ns()};
    SignInAsked asked = {
        .government = CODE,
        .name = str_format(w->arena, "lokal-%.*s", STR_ARG(w->person)),
        .password = PASSWORD,
        .label = STR("uji")};
    must(invite_demo(w->arena, &world, CODE, &w->person, 1, PASSWORD, &err),
         &err);
    must(web_world_sign_in(w->arena, &world, &asked, &w->in, &err), &err);
    CHECK(w->in.session.level == SESSION_FULL);
}

void web_world_as(WebWorld *w, const char *person)
{
    Err err = {0};
    LiveView view;
    w->person = str_of(person == NULL ? "" : person);
    w->in = (SignedIn){0};
    if (person == NULL) return;
    must(live_take(w->house.live, CODE, &view, &err), &err);
    enter(w, &view);
    live_give(&view);
}

/* ---- asking --------------------------------------------------------------
 */

static int hex_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    CHECK(c >= 'a' && c <= 'f');
    return c - 'a' + 10;
}

/* "%0A" and "+" as a form has them. */
static Str decoded(Arena *arena, Str text, bool form)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '%' && i + 2 < text.len) {
            c = (char)(hex_of(text.ptr[i + 1]) * 16 + hex_of(text.ptr[i + 2]));
            i += 2;
        } else if (c == '+' && form) {
            c = ' ';
        }
        buf_char(&out, c);
    }
    return buf_str(&out);
}

typedef VEC(HttpPair) Pairs;

static HttpPairs pairs_of(Arena *arena, Str text)
{
    Pairs out = {0};
    for (Str one; str_next(&text, '&', &one);) {
        size_t mark = str_find(one, STR("="), 0);
        CHECK(mark != SIZE_MAX);
        HttpPair pair = {
            decoded(arena, str_slice(one, 0, mark), true),
            decoded(arena, str_slice(one, mark + 1, one.len), true)};
        VEC_PUSH(arena, &out, pair);
    }
    return (HttpPairs){out.at, out.count};
}

static HttpPairs headers_of(Arena *arena, HttpMethod method)
{
    Pairs out = {0};
    VEC_PUSH(arena, &out, ((HttpPair){STR("host"), STR("localhost")}));
    if (method != HTTP_GET)
        VEC_PUSH(arena, &out,
                 ((HttpPair){STR("sec-fetch-site"), STR("same-origin")}));
    return (HttpPairs){out.at, out.count};
}

static HttpPairs cookies_of(const WebWorld *w, Arena *arena)
{
    Pairs out = {0};
    HttpPair session = {STR("tk"),
                        str_format(arena, "contoh~%.*s", STR_ARG(w->in.token))};
    VEC_PUSH(arena, &out, ((HttpPair){STR("bahasa"), str_of(w->lang)}));
    if (w->in.token.len > 0) VEC_PUSH(arena, &out, session);
    return (HttpPairs){out.at, out.count};
}

/* The fields, and the token of a form of this session. */
static Str form_of(WebWorld *w, const char *form)
{
    if (w->in.token.len == 0) return str_of(form);
    Str key = session_form_token(w->arena, &w->in.session);
    return str_format(w->arena, "kunci=%.*s%s%s", STR_ARG(key),
                      form[0] == '\0' ? "" : "&", form);
}

HttpRequest web_world_request(WebWorld *w, HttpMethod method,
                              const char *target, const char *form)
{
    Str rest = str_of(target), path = {0};
    CHECK(str_next(&rest, '?', &path));
    HttpRequest request = {.arena = w->arena,
                           .method = method,
                           .path = decoded(w->arena, path, false),
                           .target = str_of(target),
                           .headers = headers_of(w->arena, method),
                           .query = pairs_of(w->arena, rest),
                           .cookies = cookies_of(w, w->arena),
                           .peer = STR("127.0.0.1"),
                           .number = 1};
    if (form != NULL) {
        request.type = STR("application/x-www-form-urlencoded");
        request.form = pairs_of(w->arena, form_of(w, form));
    }
    return request;
}

static Str header_of(const HttpAnswer *answer, Str name)
{
    for (size_t i = 0; i < answer->headers.count; i++) {
        if (str_folded_is(answer->headers.at[i].name, name))
            return answer->headers.at[i].value;
    }
    return STR("");
}

WebAnswer web_world_ask(WebWorld *w, const HttpRequest *request)
{
    HttpAnswer *answer = NEW(w->arena, HttpAnswer, 1);
    answer_init(answer, w->arena);
    door_handle(&w->door, request, answer);
    return (WebAnswer){answer->status, answer->type, buf_str(&answer->body),
                       header_of(answer, STR("Location")), answer};
}

WebAnswer web_world_get(WebWorld *w, const char *target)
{
    HttpRequest request = web_world_request(w, HTTP_GET, target, NULL);
    return web_world_ask(w, &request);
}

WebAnswer web_world_post(WebWorld *w, const char *target, const char *form)
{
    HttpRequest request = web_world_request(w, HTTP_POST, target, form);
    return web_world_ask(w, &request);
}

/* ---- facts ---------------------------------------------------------------
 */

const char *web_world_id(WebWorld *w)
{
    char *text = NEW(w->arena, char, FACT_ID_TEXT);
    return fact_id_text(live_new_id(w->house.live), text);
}

const char *web_world_line(WebWorld *w, const char *fmt, ...)
{
    char text[2001];
    va_list args;
    va_start(args, fmt);
    int len = vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    CHECK(len >= 0 && (size_t)len < sizeof text);
    return str_c(w->arena, str_of(text));
}

static Fact fact_of(WebWorld *w, const char *as, const char *kind,
                    const char *fields, Str *secret)
{
    Err err = {0};
    FactKind k = FACT_CHECK_IN;
    Str rest = str_of(fields);
    CHECK(fact_kind_parse(str_of(kind), &k));
    Fact fact = fact_blank(k);
    fact.id = live_new_id(w->house.live);
    fact.actor = str_of(as);
    fact.channel = CHANNEL_WEB;
    for (Str word; str_next(&rest, ';', &word);)
        must(record_parse(word, &fact, secret, &err), &err);
    return fact;
}

const char *web_world_say(WebWorld *w, const char *as, const char *kind,
                          const char *fields)
{
    Err err = {0};
    Recorded done;
    Str secret = {0};
    char *text = NEW(w->arena, char, FACT_ID_TEXT);
    Fact fact = fact_of(w, as, kind, fields, &secret);
    if (!live_record(w->house.live, CODE, w->arena, &fact, secret, &done, &err))
        EXPECT_STR(err.text, "");
    EXPECT(live_settle(w->house.live, CODE, 60));
    return fact_id_text(fact.id, text);
}

typedef struct {
    WebWorld *world;
    size_t count;
    Fact last;
} Kept;

static bool keep(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Kept *kept = context;
    (void)number;
    (void)err;
    kept->count++;
    kept->last = *fact;
    return true;
}

static Kept kept_of(WebWorld *w, const char *kind)
{
    Err err = {0};
    FactKind k = FACT_CHECK_IN;
    Kept kept = {.world = w};
    FactQuery query = {.government = CODE, .days = WINDOW_ALL};
    CHECK(kind == NULL || fact_kind_parse(str_of(kind), &k));
    if (kind != NULL) query.kinds = UINT64_C(1) << k;
    must(store_facts(w->store, w->arena, &query, keep, &kept, &err), &err);
    return kept;
}

size_t web_world_kept(WebWorld *w, const char *kind)
{
    return kept_of(w, kind).count;
}

Fact web_world_last(WebWorld *w, const char *kind)
{
    Kept kept = kept_of(w, kind);
    CHECK(kept.count > 0);
    return kept.last;
}

/* ---- pages ---------------------------------------------------------------
 */

static size_t times(Str text, Str part)
{
    size_t count = 0, at = 0;
    while ((at = str_find(text, part, at)) != SIZE_MAX) {
        count++;
        at += part.len;
    }
    return count;
}

Str web_world_value(const WebAnswer *answer, const char *name, int n)
{
    Arena *arena = answer->answer->arena;
    Str mark = str_format(arena, "name=\"%s\" value=\"", name);
    size_t at = 0;
    for (;; n--, at++) {
        at = str_find(answer->body, mark, at);
        if (at == SIZE_MAX) return STR("");
        if (n == 0) break;
    }
    size_t end = str_find(answer->body, STR("\""), at + mark.len);
    return str_slice(answer->body, at + mark.len, end);
}

void web_world_expect_page(const WebAnswer *answer)
{
    Str body = answer->body;
    EXPECT(str_starts(body, STR("<!doctype html>")));
    EXPECT(str_ends(str_trim(body), STR("</html>")));
    EXPECT_INT((int64_t)times(body, STR("<h1")), 1);
    EXPECT_INT((int64_t)times(body, STR("<main")), 1);
    EXPECT_INT((int64_t)times(body, STR("style=\"")), 0);
    EXPECT_INT((int64_t)times(body, STR("<script>")), 0);
    EXPECT_INT((int64_t)times(body, STR("<script")),
               (int64_t)times(body, STR("<script type=\"module\" src=\"/")));
}

char web_world_letter(WebWorld *w, const WebAnswer *page, const char *person,
                      int day)
{
    Str mark = str_format(w->arena, "id=\"p-%s\"", person);
    size_t at = str_find(page->body, mark, 0);
    for (int d = 0; d < day && at != SIZE_MAX; d++)
        at = str_find(page->body, STR("<td"), at + 1);
    CHECK(at != SIZE_MAX);
    at = str_find(page->body, STR(">"), at);
    return page->body.ptr[at + 1];
}
