/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pages of this minute that are sent again (door/recent.h): each is what would
 * be made anew, whatever anybody has done meanwhile.  That is asked of
 * everybody after each request of the route table that changes something
 * (web_recorded.def).
 */
#include "door/recent.h"
#include "harness.h"
#include "http/answer.h"
#include "web_recorded.h"

#include <string.h>
#include <zlib.h>

enum { PAGE_MOST = 1 << 17 };

/* ---- what is seen ---------------------------------------------------------
 */

static Str gunzip(Arena *tmp, Str pressed)
{
    unsigned char *bytes = NEW(tmp, unsigned char, pressed.len + 1);
    unsigned char *plain = NEW(tmp, unsigned char, PAGE_MOST);
    z_stream stream = {.next_in = bytes,
                       .avail_in = (uInt)pressed.len,
                       .next_out = plain,
                       .avail_out = PAGE_MOST};
    memcpy(bytes, pressed.ptr, pressed.len);
    CHECK(inflateInit2(&stream, 15 + 16) == Z_OK);
    EXPECT_INT(inflate(&stream, Z_FINISH), Z_STREAM_END);
    (void)inflateEnd(&stream);
    return (Str){(const char *)plain, PAGE_MOST - stream.avail_out};
}

/* What differs from page to page without saying anything is left out. */
static Str masked(Arena *tmp, Str page)
{
    static const char *const marks[] = {"name=\"id\" value=\"",
                                        "name=\"kunci\" value=\"",
                                        "data-kunci=\"", "data-saat=\""};
    Buf out = buf_in(tmp);
    for (size_t i = 0; i < page.len; i++) {
        buf_char(&out, page.ptr[i]);
        for (size_t m = 0; m < COUNT(marks); m++) {
            Str upto = str_slice(page, 0, i + 1);
            if (!str_ends(upto, str_of(marks[m]))) continue;
            while (page.ptr[i + 1] != '"')
                i++;
        }
    }
    return buf_str(&out);
}

typedef struct {
    int status;
    Str page;
    bool again; /* it was not made */
} Shown;

static Shown see(WebWorld *w, Arena *tmp, HttpRequest request)
{
    HttpAnswer *answer = NEW(tmp, HttpAnswer, 1);
    HttpPair *headers = NEW(tmp, HttpPair, request.headers.count + 1);
    for (size_t i = 0; i < request.headers.count; i++)
        headers[i] = request.headers.at[i];
    headers[request.headers.count] =
        (HttpPair){STR("accept-encoding"), STR("gzip")};
    request.headers = (HttpPairs){headers, request.headers.count + 1};
    request.arena = tmp;
    answer_init(answer, tmp);
    door_handle(&w->door, &request, answer);
    if (answer->pressed == NULL)
        return (Shown){answer->status, buf_str(&answer->body), false};
    return (Shown){answer->status, gunzip(tmp, answer->pressed->gzip),
                   answer->pressed->plain.len == 0};
}

/* ---- one person -----------------------------------------------------------
 */

FACT(what_was_sent_is_sent_again)
{
    WebWorld *w = web_world_open("lagi");
    w->door.recent = recent_open();
    web_world_as(w, "A");
    HttpRequest ask = web_world_request(w, HTTP_GET, "/", NULL);
    HttpRequest done = web_world_request(w, HTTP_GET, "/?sudah=hadir", NULL);
    Shown first = see(w, w->arena, ask), second = see(w, w->arena, ask);
    EXPECT_INT(first.status, 200);
    EXPECT(!first.again);
    EXPECT_STR(second.page, str_c(w->arena, first.page));
    EXPECT_INT((int64_t)recent_count(w->door.recent), 1);

    ROW("one with a query, one in another language, one of another session");
    EXPECT(!see(w, w->arena, done).again);
    EXPECT(!see(w, w->arena, done).again);
    w->lang = "en";
    EXPECT(!see(w, w->arena, web_world_request(w, HTTP_GET, "/", NULL)).again);
    w->lang = "id";
    web_world_as(w, "A");
    EXPECT(!see(w, w->arena, web_world_request(w, HTTP_GET, "/", NULL)).again);

    ROW("what others hang on the link is neither kept nor shown");
    HttpRequest hung =
        web_world_request(w, HTTP_GET, "/?fbclid=IwAR0&utm_source=wa", NULL);
    HttpRequest bare = web_world_request(w, HTTP_GET, "/", NULL);
    int64_t kept = (int64_t)recent_count(w->door.recent);
    Shown as_hung = see(w, w->arena, hung);
    EXPECT_INT(as_hung.status, 200);
    EXPECT(!as_hung.again && !see(w, w->arena, hung).again);
    EXPECT_STR(masked(w->arena, as_hung.page),
               str_c(w->arena, masked(w->arena, see(w, w->arena, bare).page)));
    EXPECT_INT((int64_t)recent_count(w->door.recent), kept);

    ROW("after something that no snapshot shows was written");
    Err err = {0};
    HttpRequest here = web_world_request(w, HTTP_GET, "/", NULL);
    EXPECT(see(w, w->arena, here).again);
    EXPECT(live_wrote(w->house.live, STR("contoh"), &err));
    EXPECT(!see(w, w->arena, here).again);

    ROW("forgotten, and when the session has ended");
    recent_rest(w->door.recent);
    EXPECT_INT((int64_t)recent_count(w->door.recent), 0);
    EXPECT(!see(w, w->arena, ask).again);
    HttpRequest out = web_world_request(w, HTTP_POST, "/keluar", "");
    HttpRequest mine = web_world_request(w, HTTP_GET, "/", NULL);
    (void)see(w, w->arena, mine);
    EXPECT_INT(see(w, w->arena, out).status, 303);
    EXPECT_INT(see(w, w->arena, mine).status, 303);
    recent_close(w->door.recent);
    web_world_close(w);
}

/* Of a page, not of a form. */
FACT(a_link_is_followed_whatever_others_hung_on_it)
{
    static const char *const pages[] = {"/masuk", "/loket", "/bantuan"};
    WebWorld *w = web_world_open("tautan");
    for (size_t i = 0; i < COUNT(pages); i++) {
        ROW("%s", pages[i]);
        WebAnswer a = web_world_get(
            w, web_world_line(w, "%s?utm_source=wa&fbclid=IwAR0", pages[i]));
        EXPECT_INT(a.status, 200);
        EXPECT_LACKS(a.body, "fbclid");
    }
    web_world_as(w, "A");
    ROW("a declared one of the wrong form is refused as before");
    EXPECT_INT(web_world_get(w, "/jadwal/saya?bulan=besok&fbclid=1").status,
               422);
    ROW("a form");
    EXPECT_INT(web_world_post(w, "/hadir",
                              web_world_line(w, "id=%s&kata=rumah&fbclid=1",
                                             web_world_id(w)))
                   .status,
               422);
    EXPECT_INT((int64_t)web_world_kept(w, "masuk"), 0);
    web_world_close(w);
}

/* On the thread of the connections, where nothing may wait. */
static bool see_at_once(WebWorld *w, HttpRequest request, HttpAnswer *answer)
{
    static HttpPair headers[2] = {
        {STR_INIT("host"),            STR_INIT("localhost")},
        {STR_INIT("accept-encoding"), STR_INIT("gzip")     }
    };
    request.headers = (HttpPairs){headers, COUNT(headers)};
    answer_init(answer, w->arena);
    HttpWait wait = {0};
    return door_at_once(&w->door, &request, answer, &wait) == AT_ONCE_DONE;
}

FACT(at_once_is_what_is_kept_and_nothing_else)
{
    WebWorld *w = web_world_open("segera");
    HttpAnswer answer;
    w->door.recent = recent_open();
    web_world_as(w, "A");
    HttpRequest ask = web_world_request(w, HTTP_GET, "/", NULL);
    EXPECT(!see_at_once(w, ask, &answer));
    ROW("what was tried leaves no trace in the answer");
    EXPECT_INT(answer.status, 200);
    EXPECT_INT((int64_t)answer.headers.count, 0);
    Shown made = see(w, w->arena, ask);
    ROW("kept");
    EXPECT(see_at_once(w, ask, &answer));
    EXPECT_STR(gunzip(w->arena, answer.pressed->gzip),
               str_c(w->arena, made.page));
    EXPECT_STR(answer.cache, "no-store");
    EXPECT(answer.headers.count > 0);
    ROW("another page, and nobody");
    EXPECT(!see_at_once(w, web_world_request(w, HTTP_GET, "/hadir", NULL),
                        &answer));
    web_world_as(w, NULL);
    EXPECT(!see_at_once(w, web_world_request(w, HTTP_GET, "/", NULL), &answer));
    recent_close(w->door.recent);
    web_world_close(w);
}

FACT(whoever_takes_no_gzip_has_a_page_made)
{
    WebWorld *w = web_world_open("polos");
    w->door.recent = recent_open();
    web_world_as(w, "A");
    (void)see(w, w->arena, web_world_request(w, HTTP_GET, "/", NULL));
    WebAnswer plain = web_world_get(w, "/");
    EXPECT(plain.answer->pressed == NULL);
    web_world_expect_page(&plain);
    recent_close(w->door.recent);
    web_world_close(w);
}

/* ---- everybody ------------------------------------------------------------
 */

typedef struct {
    WebWorld *w;
    WebCast *cast;
    Recent *recent;
    size_t again, made; /* pages sent again, pages made because of news */
} Crowd;

/* The page of one of them: as it is sent, then without what is kept. */
static void compare(Crowd *c, CastMember *member)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 18);
    web_cast_wake(c->cast, member);
    HttpRequest ask =
        web_cast_request(c->cast, member, HTTP_GET, "/", NULL, false);
    c->w->door.recent = c->recent;
    Shown sent = see(c->w, tmp, ask);
    c->w->door.recent = NULL;
    Shown fresh = see(c->w, tmp, ask);
    c->again += sent.again;
    c->made += !sent.again;
    EXPECT_INT(sent.status, fresh.status);
    EXPECT_STR(masked(tmp, sent.page), str_c(tmp, masked(tmp, fresh.page)));
}

static void compare_all(Crowd *c)
{
    for (size_t i = 0; i < CAST_SIZE; i++) {
        CastMember *member = &c->cast->member[i];
        if (member->kind == CAST_PERSON || member->kind == CAST_BEYOND)
            compare(c, member);
    }
}

static bool is_data(const WebWorld *w, const WebRecorded *row)
{
    for (size_t t = 0; t < w->door.table_count; t++) {
        for (size_t i = 0; i < w->door.tables[t].count; i++) {
            const Route *route = &w->door.tables[t].at[i];
            if (route->method == row->method &&
                strcmp(route->path, row->route) == 0)
                return route->data;
        }
    }
    return false;
}

static void do_row(Crowd *c, WebPlaces *places, const WebRecorded *row)
{
    CastMember *sender = web_cast_member(c->cast, row->by);
    ROW("after %s by %s", row->target, row->by);
    web_cast_wake(c->cast, sender);
    HttpRequest request =
        web_recorded_request(places, row, sender, is_data(c->w, row));
    (void)web_world_ask(c->w, &request);
    compare_all(c);
    EXPECT(live_settle(c->w->house.live, STR("contoh"), 60));
    compare_all(c);
}

FACT(a_page_sent_again_is_what_would_be_made_anew)
{
    WebWorld *w = web_world_open("semua");
    WebCast *cast = web_cast_open(w, "sebelah");
    Crowd c = {.w = w, .cast = cast, .recent = recent_open()};
    WebPlaces *places = web_recorded_make(cast);
    for (size_t i = 0; i < web_recorded_count(); i++) {
        if (web_recorded_at(i)->method != HTTP_GET)
            do_row(&c, places, web_recorded_at(i));
    }
    ROW("both ways were taken, often");
    EXPECT(c.again > 500);
    EXPECT(c.made > 100);
    w->door.recent = NULL;
    recent_close(c.recent);
    web_cast_close(cast);
    web_world_close(w);
}
