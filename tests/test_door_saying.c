/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is said in one fact goes to the scribe without a worker (door/saying.h),
 * and whatever is refused on that way is refused as ever: by a real server over
 * the door of Kota Contoh (web_world.h), 4 August 2020, 08.00.
 */
#include "door/saying.h"
#include "harness.h"
#include "http_client.h"
#include "web_world.h"

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

/* ---- the server, which tells how it was asked -----------------------------
 */

typedef struct {
    WebWorld *w;
    HttpServer *server;
    atomic_uint waits, handled;
} Served;

static HttpAtOnceSays at_once(void *context, const HttpRequest *request,
                              HttpAnswer *answer, HttpWait *wait)
{
    Served *served = context;
    HttpAtOnceSays says = door_at_once(&served->w->door, request, answer, wait);
    if (says == AT_ONCE_WAITS) (void)atomic_fetch_add(&served->waits, 1);
    return says;
}

static void handle(void *context, const HttpRequest *request,
                   HttpAnswer *answer)
{
    Served *served = context;
    (void)atomic_fetch_add(&served->handled, 1);
    door_handle(&served->w->door, request, answer);
}

static void open_served(Served *served, const char *name)
{
    Err err = {0};
    *served = (Served){.w = web_world_open(name)};
    HttpWish wish = {.listen = STR("127.0.0.1:0"),
                     .handler = handle,
                     .at_once = at_once,
                     .workers = 2,
                     .context = served};
    CHECK(http_open(&wish, &served->server, &err));
}

static void close_served(Served *served)
{
    http_close(served->server, 1);
    web_world_close(served->w);
}

/* ---- a form as a browser sends it -----------------------------------------
 */

static Str form_body(Arena *tmp, const HttpRequest *request)
{
    Buf out = buf_in(tmp);
    for (size_t i = 0; i < request->form.count; i++)
        buf_format(&out, "%s%.*s=%.*s", i == 0 ? "" : "&",
                   STR_ARG(request->form.at[i].name),
                   STR_ARG(request->form.at[i].value));
    return buf_str(&out);
}

static Str bytes_of(Arena *tmp, const HttpRequest *request)
{
    Buf out = buf_in(tmp);
    Str body = form_body(tmp, request);
    buf_format(&out,
               "POST %.*s HTTP/1.1\r\nCookie: ", STR_ARG(request->target));
    for (size_t i = 0; i < request->cookies.count; i++)
        buf_format(&out, "%s%.*s=%.*s", i == 0 ? "" : "; ",
                   STR_ARG(request->cookies.at[i].name),
                   STR_ARG(request->cookies.at[i].value));
    for (size_t i = 0; i < request->headers.count; i++)
        buf_format(&out, "\r\n%.*s: %.*s", STR_ARG(request->headers.at[i].name),
                   STR_ARG(request->headers.at[i].value));
    buf_format(&out,
               "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
               "Content-Length: %zu\r\n\r\n%.*s",
               body.len, STR_ARG(body));
    return buf_str(&out);
}

static Str send_request(Served *served, const HttpRequest *request)
{
    Arena *arena = served->w->arena;
    atomic_store(&served->waits, 0);
    atomic_store(&served->handled, 0);
    return client_ask(arena, http_address(served->server),
                      bytes_of(arena, request));
}

static Str send_form(Served *served, const char *path, const char *form)
{
    HttpRequest request = web_world_request(served->w, HTTP_POST, path, form);
    return send_request(served, &request);
}

static void expect_asked(Served *served, unsigned waits, unsigned handled)
{
    EXPECT_INT(atomic_load(&served->waits), waits);
    EXPECT_INT(atomic_load(&served->handled), handled);
}

/* A session is at hand once it has been asked for. */
static void come_in(WebWorld *w)
{
    web_world_as(w, "A");
    EXPECT_INT(web_world_get(w, "/").status, 200);
}

/* ---- what is said ---------------------------------------------------------
 */

FACT(what_is_said_is_kept_once_and_refused_as_ever)
{
    static const struct {
        const char *what, *path, *form; /* behind the id of A's check-in */
        int status;
        unsigned waits, handled; /* how often each was asked */
        int64_t kept;
    } cases[] = {
        {"noted",                    "/hadir",  "&kata=kantor", 303, 1, 0, 1},
        {"the same again",           "/hadir",  "&kata=kantor", 303, 1, 0, 1},
        {"its id for another claim", "/hadir",  "&kata=rumah",  409, 1, 1, 1},
        {"and for another kind",     "/pulang", "",             409, 1, 1, 1},
        {"no known place",           "/hadir",  "&kata=pasar",  422, 0, 1, 1},
        {"no id",                    "/hadir",  "x",            422, 0, 1, 1},
        {"no such page",             "/hadirr", "",             404, 0, 1, 1},
    };
    Served served;
    open_served(&served, "ucap");
    WebWorld *w = served.w;
    come_in(w);
    const char *id = web_world_id(w);
    uint64_t before =
        live_person_number(w->house.live, STR("contoh"), STR("A"));
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].what);
        Str answer = send_form(&served, cases[i].path,
                               web_world_line(w, "id=%s%s", id, cases[i].form));
        EXPECT_INT(client_status(answer), cases[i].status);
        expect_asked(&served, cases[i].waits, cases[i].handled);
        EXPECT_INT((int64_t)web_world_kept(w, "masuk"), cases[i].kept);
        /* Else a page of this minute would be sent again (door/recent.h). */
        EXPECT(live_person_number(w->house.live, STR("contoh"), STR("A")) >
               before);
    }
    ROW("who checks out is told so");
    Str out = send_form(&served, "/pulang",
                        web_world_line(w, "id=%s", web_world_id(w)));
    EXPECT_STR(client_header(out, "Location"), "/?sudah=pulang");
    expect_asked(&served, 1, 0);
    EXPECT_INT((int64_t)web_world_kept(w, "pulang"), 1);
    close_served(&served);
}

FACT(nobody_says_anything_without_a_session_or_the_token_of_its_form)
{
    Served served;
    open_served(&served, "ucap-tamu");
    WebWorld *w = served.w;
    const char *form = web_world_line(w, "id=%s", web_world_id(w));
    ROW("nobody is signed in");
    EXPECT_STR(client_header(send_form(&served, "/hadir", form), "Location"),
               "/demo");
    expect_asked(&served, 0, 1);
    ROW("another token");
    come_in(w);
    HttpRequest request = web_world_request(w, HTTP_POST, "/hadir", form);
    HttpPair *pairs = NEW(w->arena, HttpPair, request.form.count);
    for (size_t i = 0; i < request.form.count; i++)
        pairs[i] = request.form.at[i];
    pairs[0].value = STR("bukan");
    request.form.at = pairs;
    EXPECT_INT(client_status(send_request(&served, &request)), 409);
    expect_asked(&served, 0, 1);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    close_served(&served);
}

/* Where a form comes from is said by the browser; what an old one does not say
 * is read off its origin.  The token of the form is right in every row. */
FACT(what_another_site_sends_is_refused)
{
    static const struct {
        const char *name, *value;
        int status;
    } rows[] = {
        {"sec-fetch-site", "cross-site",               403},
        {"sec-fetch-site", "same-site",                403},
        {"sec-fetch-site", "none",                     403},
        {"origin",         "http://jahat.example",     403},
        {"origin",         "null",                     403},
        {"origin",         "http://localhost.example", 403},
        {"origin",         "https://localhost",        403},
        {"x-nothing",      "",                         403},
        {"origin",         "http://localhost",         303},
        {"sec-fetch-site", "same-origin",              303},
    };
    Served served;
    open_served(&served, "ucap-seberang");
    WebWorld *w = served.w;
    come_in(w);
    for (size_t i = 0; i < COUNT(rows); i++) {
        ROW("%s: %s", rows[i].name, rows[i].value);
        HttpRequest request = web_world_request(
            w, HTTP_POST, "/hadir",
            web_world_line(w, "id=%s&kata=rumah", web_world_id(w)));
        HttpPair pairs[] = {
            request.headers.at[0],
            {str_of(rows[i].name), str_of(rows[i].value)}
        };
        request.headers = (HttpPairs){pairs, COUNT(pairs)};
        EXPECT_INT(client_status(send_request(&served, &request)),
                   rows[i].status);
    }
    close_served(&served);
}

/* ---- a scribe that is held up ---------------------------------------------
 */

typedef struct {
    Store *store;
    sem_t held, go_on;
    Err err;
    pthread_t thread;
} Held;

static bool hold(Store *store, void *context, Err *err)
{
    Held *holding = context;
    (void)store;
    CHECK(sem_post(&holding->held) == 0);
    CHECK(sem_wait(&holding->go_on) == 0);
    return FAIL(err, ERR_DENIED, "it was only to hold the scribe");
}

static void *hold_scribe(void *given)
{
    Held *holding = given;
    Receipt receipt;
    KeepPut put = {STR("sesi"), STR("uji"), STR("uji")};
    Intent intent = {.government = STR("contoh"),
                     .guard = hold,
                     .context = holding,
                     .keeps = &put,
                     .keep_count = 1};
    (void)!store_write(holding->store, &intent, &receipt, &holding->err);
    return NULL;
}

static void begin_holding(Held *holding, Store *store)
{
    *holding = (Held){.store = store};
    CHECK(sem_init(&holding->held, 0, 0) == 0);
    CHECK(sem_init(&holding->go_on, 0, 0) == 0);
    CHECK(pthread_create(&holding->thread, NULL, hold_scribe, holding) == 0);
    CHECK(sem_wait(&holding->held) == 0);
}

static void end_holding(Held *holding)
{
    CHECK(sem_post(&holding->go_on) == 0);
    CHECK(pthread_join(holding->thread, NULL) == 0);
    EXPECT_INT(holding->err.kind, ERR_DENIED);
    (void)sem_destroy(&holding->held);
    (void)sem_destroy(&holding->go_on);
}

FACT(what_the_scribe_does_not_come_to_is_said_not_to_be_kept)
{
    Held holding;
    Served served;
    open_served(&served, "ucap-lama");
    WebWorld *w = served.w;
    w->door.patience_ms = 50;
    come_in(w);
    const char *form = web_world_line(w, "id=%s&kata=kantor", web_world_id(w));
    begin_holding(&holding, w->store);
    Str answer = send_form(&served, "/hadir", form);
    EXPECT_INT(client_status(answer), 503);
    EXPECT_HAS(answer, "tidak ada yang ditulis");
    EXPECT_STR(client_header(answer, "Retry-After"), "1");
    expect_asked(&served, 1, 0);
    end_holding(&holding);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    ROW("sent again by a phone that has heard that");
    EXPECT_INT(client_status(send_form(&served, "/hadir", form)), 303);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 1);
    close_served(&served);
}
