/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What answers say beside their bodies, read from the bytes that go out: every
 * row of the route table, as whoever may and as nobody, over TLS and without;
 * what is refused by the door and before it.  The rules are those of
 * docs/decisions and of ASVS 3.3, 3.4, 4.1, 14.3.
 */
#include "harness.h"
#include "http/answer.h"
#include "store_vfs.h"
#include "web_recorded.h"

#include <string.h>

/* ---- an answer as bytes ---------------------------------------------------
 */

typedef struct {
    int status;
    Str head;
    bool secure, private; /* over TLS; shown to somebody signed in */
    bool has_body;
} Sent;

static Sent sent_of(Arena *arena, const HttpAnswer *answer, bool secure)
{
    static const HttpPairs none = {0};
    AnswerBytes bytes;
    AnswerTo to = {.headers = &none, .get = true};
    answer_write(answer, &to, NULL, &bytes);
    size_t end = str_find(bytes.head, STR("\r\n\r\n"), 0);
    CHECK(end != SIZE_MAX);
    return (Sent){.status = bytes.status,
                  .head = str_copy(arena, str_slice(bytes.head, 0, end)),
                  .secure = secure,
                  .has_body = bytes.body.len > 0 || end + 4 < bytes.head.len};
}

/* The n-th value of a header; false: there are not so many. */
static bool header_at(const Sent *sent, const char *name, int n, Str *out)
{
    Str rest = sent->head, line;
    while (str_next(&rest, '\n', &line)) {
        size_t colon = str_find(line, STR(": "), 0);
        if (colon == SIZE_MAX ||
            !str_folded_is(str_slice(line, 0, colon), str_of(name)))
            continue;
        *out = str_trim(str_slice(line, colon + 2, line.len));
        if (n-- == 0) return true;
    }
    return false;
}

static Str header_of(const Sent *sent, const char *name)
{
    Str value = STR("");
    (void)header_at(sent, name, 0, &value);
    return value;
}

static bool has(Str text, const char *part)
{
    return str_find(text, str_of(part), 0) != SIZE_MAX;
}

/* ---- the rules ------------------------------------------------------------
 */

/* Once each, in every answer. */
static void expect_always(const Sent *sent)
{
    static const char *const always[][2] = {
        {"X-Content-Type-Options",       "nosniff"    },
        {"Referrer-Policy",              "same-origin"},
        {"Cross-Origin-Opener-Policy",   "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"X-Frame-Options",              "DENY"       },
    };
    Str twice;
    for (size_t i = 0; i < COUNT(always); i++) {
        EXPECT_STR(header_of(sent, always[i][0]), always[i][1]);
        EXPECT(!header_at(sent, always[i][0], 1, &twice));
    }
    EXPECT_HAS(header_of(sent, "Permissions-Policy"), "camera=()");
    EXPECT_HAS(header_of(sent, "Permissions-Policy"), "microphone=()");
    EXPECT(header_of(sent, "Server").len == 0);
    EXPECT(header_of(sent, "X-Powered-By").len == 0);
    EXPECT(header_of(sent, "Access-Control-Allow-Origin").len == 0);
}

static void expect_policy(const Sent *sent)
{
    static const char *const parts[] = {
        "default-src 'self'",     "script-src 'self'", "style-src 'self'",
        "object-src 'none'",      "base-uri 'none'",   "form-action 'self'",
        "frame-ancestors 'none'",
    };
    Str policy = header_of(sent, "Content-Security-Policy");
    for (size_t i = 0; i < COUNT(parts); i++)
        EXPECT_HAS(policy, parts[i]);
    EXPECT(!has(policy, "unsafe"));
    EXPECT(!has(policy, "*"));
    EXPECT(!has(policy, "http"));
}

/* Text says its letters; JSON and calendars are UTF-8 by what they are. */
static void expect_type(const Sent *sent)
{
    Str type = header_of(sent, "Content-Type");
    if (!sent->has_body) return;
    EXPECT(type.len > 0);
    if (str_starts(type, STR("text/")) || has(type, "xml;") ||
        str_ends(type, STR("+xml")))
        EXPECT_HAS(type, "charset=utf-8");
}

static void expect_cache(const Sent *sent)
{
    Str cache = header_of(sent, "Cache-Control");
    EXPECT(cache.len > 0);
    bool file = str_starts(cache, STR("public, max-age=")) ||
                str_is(cache, STR("no-cache"));
    if (sent->private && !file) EXPECT_STR(cache, "no-store");
    if (sent->status >= 400) EXPECT_STR(cache, "no-store");
    Str tell = header_of(sent, "Vary");
    EXPECT(tell.len == 0 || str_is(tell, STR("Accept-Encoding")));
}

static void expect_cookies(const Sent *sent)
{
    Str cookie;
    for (int n = 0; header_at(sent, "Set-Cookie", n, &cookie); n++) {
        EXPECT_HAS(cookie, "; Path=/;");
        EXPECT_HAS(cookie, "; SameSite=Lax");
        EXPECT_HAS(cookie, "; HttpOnly");
        EXPECT(!has(cookie, "Domain="));
        EXPECT(has(cookie, "; Secure") == sent->secure);
        EXPECT(str_starts(cookie, STR("__Host-")) == sent->secure);
        EXPECT(cookie.len < 4096);
    }
}

static void expect_transport(const Sent *sent)
{
    EXPECT_STR(header_of(sent, "Strict-Transport-Security"),
               sent->secure ? "max-age=31536000; includeSubDomains" : "");
}

static void lint(const Sent *sent)
{
    expect_always(sent);
    expect_policy(sent);
    expect_type(sent);
    expect_cache(sent);
    expect_cookies(sent);
    expect_transport(sent);
    if (sent->status == 401)
        EXPECT(header_of(sent, "WWW-Authenticate").len > 0);
    if (sent->status == 405) EXPECT(header_of(sent, "Allow").len > 0);
    if (sent->status == 303) EXPECT(header_of(sent, "Location").len > 0);
}

/* ---- asking ---------------------------------------------------------------
 */

typedef struct {
    WebWorld *w;
    WebCast *cast;
    WebPlaces *places;
    bool statuses[600]; /* that came up */
} Stage;

typedef VEC(HttpPair) Pairs;

/* As a proxy passes it on that had it over TLS. */
static void over_tls(WebWorld *w, HttpRequest *request)
{
    Pairs cookies = {0};
    for (size_t i = 0; i < request->cookies.count; i++) {
        HttpPair pair = request->cookies.at[i];
        pair.name = str_format(w->arena, "__Host-%.*s", STR_ARG(pair.name));
        VEC_PUSH(w->arena, &cookies, pair);
    }
    request->cookies = (HttpPairs){cookies.at, cookies.count};
    request->secure = true;
}

static WebAnswer ask(Stage *s, HttpRequest *request, const CastMember *member,
                     const char *what)
{
    if (request->secure) over_tls(s->w, request);
    WebAnswer answer = web_world_ask(s->w, request);
    Sent sent = sent_of(s->w->arena, answer.answer, request->secure);
    sent.private = member->in.token.len > 0 && answer.status != 404;
    ROW("%s %.*s as %s: %d%s", what, STR_ARG(request->path), member->code,
        answer.status, request->secure ? ", TLS" : "");
    lint(&sent);
    s->statuses[sent.status] = true;
    return answer;
}

static Stage *stage_open(const char *name, const char *beside)
{
    WebWorld *w = web_world_open(name);
    Stage *s = NEW(w->arena, Stage, 1);
    s->w = w;
    s->cast = web_cast_open(w, beside);
    s->places = web_recorded_make(s->cast);
    return s;
}

static void stage_close(Stage *s)
{
    web_cast_close(s->cast);
    web_world_close(s->w);
}

static void ask_row(Stage *s, const WebRecorded *row, CastMember *member,
                    bool secure)
{
    web_cast_wake(s->cast, member);
    HttpRequest request = web_recorded_request(s->places, row, member, false);
    request.secure = secure;
    WebAnswer answer = ask(s, &request, member, "row");
    /* no slip, no calendar's secret, nobody's code in the log */
    EXPECT_STR(answer.answer->noted, row->route);
}

/* JSON that ends too soon; more of it than any body may be. */
static void ask_oddly(Stage *s, const HttpRequest *request, CastMember *member)
{
    enum { MUCH = 2 << 20 };
    char *much = NEW(s->w->arena, char, MUCH);
    memset(much, ' ', MUCH);
    HttpRequest other = *request;
    other.body.len--;
    WebAnswer answer = ask(s, &other, member, "cut short");
    EXPECT_INT(answer.status, 400);
    other.body = (Str){much, MUCH};
    answer = ask(s, &other, member, "much too large");
    EXPECT(answer.status == 400 || answer.status == 413);
}

/* By a method that the path does not know; with a field that nobody declared;
 * from a page that is not ours; without the token of a form; by odd JSON. */
static void ask_wrongly(Stage *s, const WebRecorded *row, CastMember *member)
{
    static const HttpPair odd[] = {
        {STR_INIT("entah"), STR_INIT("1")}
    };
    web_cast_wake(s->cast, member);
    HttpRequest request = web_recorded_request(s->places, row, member, false);
    HttpRequest other = request;
    other.method = HTTP_DELETE;
    (void)ask(s, &other, member, "DELETE");
    other = request;
    other.query = (HttpPairs){odd, 1};
    if (row->method == HTTP_GET) (void)ask(s, &other, member, "odd field");
    if (row->method == HTTP_GET) return;
    /* of who takes nothing the body is not read */
    if (request.body.len > 0 && !str_is(request.body, STR("{}")))
        ask_oddly(s, &request, member);
    other = request;
    other.headers.count = 1; /* the host alone */
    (void)ask(s, &other, member, "from elsewhere");
    other = request;
    other.form = (HttpPairs){odd, 1};
    (void)ask(s, &other, member, "without a token");
}

/* ---- facts ----------------------------------------------------------------
 */

FACT(every_answer_of_the_door_says_what_it_must)
{
    static const int wanted[] = {200, 201, 303, 400, 401, 403,
                                 404, 405, 409, 413, 422};
    Stage *s = stage_open("kepala", "seberang");
    CastMember *nobody = web_cast_member(s->cast, "-");
    for (size_t i = 0; i < web_recorded_count(); i++) {
        const WebRecorded *row = web_recorded_at(i);
        CastMember *sender = web_cast_member(s->cast, row->by);
        ask_wrongly(s, row, sender);
        if (row->may[0] != '*') {
            ask_row(s, row, nobody, false);
            ask_row(s, row, nobody, true);
        }
        ask_row(s, row, sender, true);
        ask_row(s, row, sender, false);
    }
    for (size_t i = 0; i < COUNT(wanted); i++) {
        ROW("%d came up", wanted[i]);
        EXPECT(s->statuses[wanted[i]]);
    }
    stage_close(s);
}

FACT(a_door_without_a_house_and_one_who_tries_too_often)
{
    Stage *s = stage_open("kepala-lain", "seberang-lain");
    CastMember *nobody = web_cast_member(s->cast, "-");
    HttpRequest request;
    for (int i = 0; i < 4; i++) {
        request = web_cast_request(s->cast, nobody, HTTP_POST, "/masuk",
                                   "nama=lokal-G&sandi=bukan+yang+ini", false);
        ask(s, &request, nobody, "wrong password");
    }
    request =
        web_cast_request(s->cast, nobody, HTTP_GET, "/tidak/ada", NULL, false);
    (void)ask(s, &request, nobody, "no such page");
    request = web_cast_request(s->cast, nobody, HTTP_GET, "/masuk?bahasa=en",
                               NULL, false);
    (void)ask(s, &request, nobody, "language");
    request.secure = true;
    (void)ask(s, &request, nobody, "language");
    s->w->door.house_count = 0;
    request =
        web_cast_request(s->cast, nobody, HTTP_GET, "/health", NULL, true);
    (void)ask(s, &request, nobody, "no house");
    EXPECT(s->statuses[429] && s->statuses[503] && s->statuses[404]);
    stage_close(s);
}

/* What goes out to somebody who is signed in. */
static WebAnswer lint_sent(WebWorld *w, const HttpRequest *request)
{
    WebAnswer answer = web_world_ask(w, request);
    Sent sent = sent_of(w->arena, answer.answer, false);
    sent.private = true;
    ROW("%.*s: %d", STR_ARG(request->path), sent.status);
    lint(&sent);
    return answer;
}

/* The log has the cause, with where it was met; the answer has neither paths
 * nor words of the database, and the number by which the log is searched. */
static void tells_nothing_inside(const WebAnswer *answer)
{
    static const char *const inside[] = {"SQLite", "sqlite", "disk", "basis",
                                         "/tmp",   ".c:",    ".db"};
    Str cause = answer->answer->cause;
    EXPECT(str_find(cause, STR("database"), 0) != SIZE_MAX);
    EXPECT(str_find(cause, STR(".c:"), 0) != SIZE_MAX);
    for (size_t i = 0; i < COUNT(inside); i++) {
        ROW("%d: %s", answer->status, inside[i]);
        EXPECT(str_find(answer->body, str_of(inside[i]), 0) == SIZE_MAX);
    }
    EXPECT_HAS(answer->body, "permintaan nomor ");
}

/* A check-in is told apart from a disk that is full (507) and one that fails
 * (500), and nothing is kept of it. */
FACT(a_disk_that_is_full_or_fails_is_told_like_everything)
{
    static const struct {
        StoreVfsKind kind;
        int status;
    } rows[] = {
        {VFS_NO_ROOM, 507},
        {VFS_EIO,     500},
    };
    StoreVfs *vfs = store_vfs_open("kepala-disk");
    WebWorld *w = web_world_open_on("kepala-penuh", "kepala-disk");
    web_world_as(w, "E");
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *form =
            web_world_line(w, "id=%s&kata=rumah", web_world_id(w));
        store_vfs_arm(vfs, (StoreVfsFault){.kind = rows[i].kind,
                                           .call = 1,
                                           .on_and_on = true});
        HttpRequest request = web_world_request(w, HTTP_POST, "/hadir", form);
        WebAnswer answer = lint_sent(w, &request);
        EXPECT_INT(answer.status, rows[i].status);
        EXPECT(store_vfs_fired(vfs));
        tells_nothing_inside(&answer);
        store_vfs_arm(vfs, (StoreVfsFault){0});
    }
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    web_world_close(w);
    store_vfs_close(vfs);
}

FACT(a_body_of_no_kind_that_is_read_and_one_that_is_known_already)
{
    WebWorld *w = web_world_open("kepala-jenis");
    web_world_as(w, "E");
    HttpRequest odd = web_world_request(w, HTTP_POST, "/hadir", "");
    odd.type = STR("image/png");
    odd.body = STR("\x89PNG");
    EXPECT_INT(lint_sent(w, &odd).status, 415);
    WebAnswer page = web_world_get(w, "/bantuan");
    HttpPair tag = {STR("if-none-match"), STR("*")};
    HttpPairs known = {&tag, 1};
    AnswerBytes bytes;
    AnswerTo to = {.headers = &known, .get = true};
    answer_write(page.answer, &to, NULL, &bytes);
    Sent sent = {.status = bytes.status, .head = bytes.head};
    EXPECT_INT(bytes.status, 304);
    EXPECT_INT((int64_t)bytes.body.len, 0);
    EXPECT(header_of(&sent, "ETag").len > 0);
    lint(&sent);
    web_world_close(w);
}

FACT(what_is_refused_before_the_door_says_so_too)
{
    static const int wanted[] = {400, 405, 408, 413, 414, 417,
                                 429, 431, 501, 503, 505};
    bool statuses[600] = {false};
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    for (int why = REFUSAL_NONE + 1; why < REFUSAL_COUNT; why++) {
        HttpAnswer answer;
        HttpPairs none = {0};
        answer_init(&answer, arena);
        bool secure = why % 2 == 0;
        answer_refusal(&answer, (Refusal)why, &none, secure);
        Sent sent = sent_of(arena, &answer, secure);
        ROW("%.*s, %d", STR_ARG(refuse_name((Refusal)why)), sent.status);
        EXPECT(sent.status >= 400);
        lint(&sent);
        statuses[sent.status] = true;
    }
    for (size_t i = 0; i < COUNT(wanted); i++) {
        ROW("%d came up", wanted[i]);
        EXPECT(statuses[wanted[i]]);
    }
}
