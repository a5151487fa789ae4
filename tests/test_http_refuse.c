/*
 * test_http_refuse.c - hostile requests over a socket: each is refused, the
 * connection ends, and what stands behind it is never taken for a request.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http/head.h"
#include "http/limit.h"
#include "http/refuse.h"
#include "http_client.h"
#include "http_stage.h"

#include <string.h>

#define HOST      "Host: a.go.id\r\n"
#define GET(rest) "GET " rest "\r\n" HOST "\r\n"
#define WITH(headers) \
    "GET / HTTP/1.1\r\n" HOST headers "\r\n\r\n" /* one or more headers */
#define POST(headers, body) "POST / HTTP/1.1\r\n" HOST headers "\r\n\r\n" body

/* What an attacker hopes will be read as a request of somebody else. */
static const Str smuggled =
    STR_INIT("GET /smuggled HTTP/1.1\r\nHost: a.go.id\r\n\r\n");

static const struct {
    int status;
    Str bytes;
} hostile[] = {
    /* lengths and codings */
    {400, STR_INIT(POST("Content-Length: 3\r\nContent-Length: 4", "abcd"))},
    {400, STR_INIT(POST("Content-Length: 3\r\nContent-Length: 3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 3\r\ncontent-length: 3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 5\r\nTransfer-Encoding: chunked",
                        "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked\r\nContent-Length: 5",
                        "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: gzip, chunked", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked, chunked", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: xchunked", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: Chunked", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: identity", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding:", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: \"chunked\"", "0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked\r\n"
                        "Transfer-Encoding: chunked",
                        "0\r\n\r\n"))},
    {400, STR_INIT("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "0\r\n\r\n")},
    {400, STR_INIT(POST("Content-Length: +3", "abc"))},
    {400, STR_INIT(POST("Content-Length: -3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 3, 3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 3 3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 0x3", "abc"))},
    {400, STR_INIT(POST("Content-Length: 3.0", "abc"))},
    {400, STR_INIT(POST("Content-Length:", "abc"))},
    {413, STR_INIT(POST("Content-Length: 99999999999999999999", "abc"))},
    {413, STR_INIT(POST("Content-Length: 26214401", "abc"))},
    {400, STR_INIT(WITH("Content-Length: 3") "abc")},
    {400, STR_INIT(WITH("Transfer-Encoding: chunked") "0\r\n\r\n")},
    {400, STR_INIT(POST("Content-Encoding: gzip\r\nContent-Length: 3", "abc"))},

    /* chunks */
    {400,
     STR_INIT(POST("Transfer-Encoding: chunked", "x\r\nabc\r\n0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "3\nabc\r\n0\r\n\r\n"))},
    {400,
     STR_INIT(POST("Transfer-Encoding: chunked", "3\r\nabcd\r\n0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "3\r\nabc\n0\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "3;a=b\r\nabc\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "0x3\r\nabc\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", " 3\r\nabc\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "3 \r\nabc\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "\r\nabc\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "00\r\n\r\n"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "fffffffff\r\nabc"))},
    {413, STR_INIT(POST("Transfer-Encoding: chunked", "ffffffff\r\nabc"))},
    {400, STR_INIT(POST("Transfer-Encoding: chunked", "0\r\nX: a\r\n\r\n"))},

    /* lines and names */
    {400, STR_INIT("POST / HTTP/1.1\r\n" HOST "Content-Length : 3\r\n\r\nabc")},
    {400,
     STR_INIT("POST / HTTP/1.1\r\n" HOST "Content-Length\t: 3\r\n\r\nabc")},
    {400, STR_INIT(WITH("X: a\0b"))},
    {400, STR_INIT(WITH("X\0Y: a"))},
    {400, STR_INIT(WITH("X: a\x01"))},
    {400, STR_INIT(WITH("X: a\x7f"))},
    {400, STR_INIT(WITH("X: \xff"))},
    {400, STR_INIT(WITH("X: \xc0\xaf"))},
    {400, STR_INIT(WITH("X: a\rb"))},
    {400, STR_INIT(WITH("X: a\r\rY: b"))},
    {400, STR_INIT("GET / HTTP/1.1\n" HOST "\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\nHost: a\n\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n")},
    {400, STR_INIT("\r\nGET / HTTP/1.1\r\n" HOST "\r\n")},
    {400, STR_INIT(" GET / HTTP/1.1\r\n" HOST "\r\n")},
    {400, STR_INIT(WITH("X: a\r\n b"))},
    {400, STR_INIT(WITH("X: a\r\n\tb"))},
    {400, STR_INIT("GET / HTTP/1.1\r\n X: a\r\n" HOST "\r\n")},
    {400, STR_INIT(WITH("X(y): a"))},
    {400, STR_INIT(WITH("X y: a"))},
    {400, STR_INIT(WITH("X\xc3\xa9: a"))},
    {400, STR_INIT(WITH(": a"))},
    {400, STR_INIT(WITH("X"))},

    /* whose it is */
    {400, STR_INIT("GET / HTTP/1.1\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\n" HOST HOST "\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\n" HOST "Host: b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost:\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a:b\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a:\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a:80:80\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: :80\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: [zz]\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: [::1]x\r\n\r\n")},
    {400, STR_INIT("GET / HTTP/1.1\r\nHost: http://a\r\n\r\n")},
    {417, STR_INIT(POST("Expect: magic\r\nContent-Length: 3", "abc"))},
    {400, STR_INIT(POST("Content-Type: a/b\r\nContent-Type: c/d\r\n"
                        "Content-Length: 3",
                        "abc"))},

    /* targets */
    {400, STR_INIT(GET("/a\x01z HTTP/1.1"))},
    {400, STR_INIT(GET("/a z HTTP/1.1"))},
    {400, STR_INIT(GET("/a\tz HTTP/1.1"))},
    {400, STR_INIT(GET("/a\xc3\xa9 HTTP/1.1"))},
    {400, STR_INIT(GET("/a\x7f HTTP/1.1"))},
    {400, STR_INIT(GET("/a#b HTTP/1.1"))},
    {400, STR_INIT(GET(" / HTTP/1.1"))},
    {400, STR_INIT(GET("/  HTTP/1.1"))},
    {400, STR_INIT(GET("http://a.go.id/ HTTP/1.1"))},
    {400, STR_INIT(GET("//a.go.id/ HTTP/1.1"))},
    {400, STR_INIT(GET("a.go.id:80 HTTP/1.1"))},
    {400, STR_INIT(GET("* HTTP/1.1"))},
    {400, STR_INIT(GET(" HTTP/1.1"))},
    {400, STR_INIT(GET("/%zz HTTP/1.1"))},
    {400, STR_INIT(GET("/a% HTTP/1.1"))},
    {400, STR_INIT(GET("/a%4 HTTP/1.1"))},
    {400, STR_INIT(GET("/%00 HTTP/1.1"))},
    {400, STR_INIT(GET("/a%2fb HTTP/1.1"))},
    {400, STR_INIT(GET("/a%2Fb HTTP/1.1"))},
    {400, STR_INIT(GET("/a%5cb HTTP/1.1"))},
    {400, STR_INIT(GET("/a\\b HTTP/1.1"))},
    {400, STR_INIT(GET("/%0d%0aX:a HTTP/1.1"))},
    {400, STR_INIT(GET("/%7f HTTP/1.1"))},
    {400, STR_INIT(GET("/%ff HTTP/1.1"))},
    {400, STR_INIT(GET("/%c0%ae%c0%ae HTTP/1.1"))},
    {400, STR_INIT(GET("/%ed%a0%80 HTTP/1.1"))},
    {400, STR_INIT(GET("/a/../b HTTP/1.1"))},
    {400, STR_INIT(GET("/.. HTTP/1.1"))},
    {400, STR_INIT(GET("/a/%2e%2E/b HTTP/1.1"))},
    {400, STR_INIT(GET("/./a HTTP/1.1"))},
    {400, STR_INIT(GET("/a/. HTTP/1.1"))},
    {400, STR_INIT(GET("/a//b HTTP/1.1"))},
    {400, STR_INIT(GET("/?a=%zz HTTP/1.1"))},
    {400, STR_INIT(GET("/?a=%00 HTTP/1.1"))},
    {400, STR_INIT(GET("/?a=%ff HTTP/1.1"))},
    {400, STR_INIT(GET("/?=a HTTP/1.1"))},
    {400, STR_INIT(GET("/?a=1&&b=2 HTTP/1.1"))},

    /* methods and versions */
    {405, STR_INIT("CONNECT a:1 HTTP/1.1\r\n" HOST "\r\n")},
    {405, STR_INIT("OPTIONS * HTTP/1.1\r\n" HOST "\r\n")},
    {405, STR_INIT("TRACE / HTTP/1.1\r\n" HOST "\r\n")},
    {405, STR_INIT("PATCH / HTTP/1.1\r\n" HOST "\r\n")},
    {501, STR_INIT("FOO / HTTP/1.1\r\n" HOST "\r\n")},
    {501, STR_INIT("get / HTTP/1.1\r\n" HOST "\r\n")},
    {400, STR_INIT("G(T / HTTP/1.1\r\n" HOST "\r\n")},
    {400, STR_INIT("G\0T / HTTP/1.1\r\n" HOST "\r\n")},
    {505, STR_INIT(GET("/ HTTP/1.2"))},
    {505, STR_INIT(GET("/ HTTP/2.0"))},
    {505, STR_INIT(GET("/ HTTP/0.9"))},
    {400, STR_INIT(GET("/ http/1.1"))},
    {400, STR_INIT(GET("/ HTTP/1.1 "))},
    {400, STR_INIT(GET("/ HTTP/11"))},
    {400, STR_INIT(GET("/ HTTP/1.10"))},
    {400, STR_INIT("GET /\r\n\r\n")},
    {400, STR_INIT("GET\r\n\r\n")},
    {400, STR_INIT("\x16\x03\x01\x02\r\n\r\n")},
    {501, STR_INIT("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")},
};

/* As many as a stranger may well send, and what the handler is shown. */
static const struct {
    Str bytes;
    const char *shown;
} fair[] = {
    {STR_INIT(GET("/ HTTP/1.1")), "GET /\n"},
    {STR_INIT(GET("/a/b HTTP/1.1")), "GET /a/b\n"},
    {STR_INIT(GET("/a/ HTTP/1.1")), "GET /a/\n"},
    {STR_INIT(GET("/a.b/c..d/...e HTTP/1.1")), "GET /a.b/c..d/...e\n"},
    {STR_INIT(GET("/%41%c3%a9 HTTP/1.1")), "GET /A\xc3\xa9\n"},
    {STR_INIT(GET("/a%20b HTTP/1.1")), "GET /a b\n"},
    {STR_INIT(GET("/a+b HTTP/1.1")), "GET /a+b\n"},
    {STR_INIT(GET("/%2541 HTTP/1.1")), "GET /%41\n"},
    {STR_INIT(GET("/a;b=c,d'(e)!$&@:~_- HTTP/1.1")),
     "GET /a;b=c,d'(e)!$&@:~_-\n"},
    {STR_INIT(GET("/? HTTP/1.1")), "GET /\n"},
    {STR_INIT(GET("/?a=1&b=x+y&c HTTP/1.1")),
     "GET /\nquery a=1\nquery b=x y\nquery c=\n"},
    {STR_INIT(GET("/?a=%2f..%5c%0d%0a&a=/../ HTTP/1.1")),
     "GET /\nquery a=/..\\\r\n\nquery a=/../\n"},
    {STR_INIT(GET("/?a=b=c HTTP/1.1")), "GET /\nquery a=b=c\n"},
    {STR_INIT("GET / HTTP/1.1\r\nhost:a.go.id\r\n\r\n"), "GET /\n"},
    {STR_INIT("GET / HTTP/1.1\r\nHOST: \t a.go.id \t\r\n\r\n"), "GET /\n"},
    {STR_INIT("GET / HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n"), "GET /\n"},
    {STR_INIT("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"), "GET /\n"},
    {STR_INIT("GET / HTTP/1.1\r\nHost: [2001:db8::1]\r\n\r\n"), "GET /\n"},
    {STR_INIT("GET / HTTP/1.1\r\nHost: tata-kerja_1.go.id.\r\n\r\n"),
     "GET /\n"},
    {STR_INIT(WITH("X: \xc3\xa9 b\tc")), "GET /\n"},
    {STR_INIT(WITH("X:")), "GET /\n"},
    {STR_INIT(WITH("X: a: b: c")), "GET /\n"},
    {STR_INIT(WITH("X: a\r\nX: b")), "GET /\n"},
    {STR_INIT(WITH("!#$%&'*+-.^_`|~09: a")), "GET /\n"},
    {STR_INIT(WITH("Content-Length: 0")), "GET /\n"},
    {STR_INIT(WITH("Connection: keep-alive\r\nUpgrade: h2c")), "GET /\n"},
    {STR_INIT(WITH("Cookie: a=1; b=2\r\nCookie: c=3")),
     "GET /\ncookie a=1\ncookie b=2\ncookie c=3\n"},
    {STR_INIT(POST("Content-Length: 3", "abc")), "POST /\nbody abc\n"},
    {STR_INIT(POST("Content-Length: 003", "abc")), "POST /\nbody abc\n"},
    {STR_INIT(POST("Content-Length: 0", "")), "POST /\n"},
    {STR_INIT("POST / HTTP/1.1\r\n" HOST "\r\n"), "POST /\n"},
    {STR_INIT(POST("Content-Type: Application/JSON;charset=utf-8\r\n"
                   "Content-Length: 2",
                   "{}")),
     "POST /\ntype application/json\nbody {}\n"},
    {STR_INIT(POST("Transfer-Encoding: chunked", "3\r\nabc\r\n0\r\n\r\n")),
     "POST /\nbody abc\n"},
    {STR_INIT(POST("transfer-encoding:chunked",
                   "3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n")),
     "POST /\nbody abc0123456789\n"},
    {STR_INIT(POST("Transfer-Encoding: chunked", "0\r\n\r\n")), "POST /\n"},
    {STR_INIT(
         POST("Transfer-Encoding: chunked", "00000003\r\n\r\n0\r\n0\r\n\r\n")),
     "POST /\nbody \r\n0\n"},
    {STR_INIT("PUT /a HTTP/1.1\r\n" HOST "Content-Length: 1\r\n\r\nx"),
     "PUT /a\nbody x\n"},
    {STR_INIT("DELETE /a HTTP/1.1\r\n" HOST "\r\n"), "DELETE /a\n"},
    {STR_INIT(POST("Expect: 100-continue\r\nContent-Length: 3", "abc")),
     "POST /\nbody abc\n"},
};

FACT(a_hostile_request_is_refused_and_ends_the_connection)
{
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(hostile); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%zu: %s", i, str_c(tmp, hostile[i].bytes));
        int fd = client_open(stage_address(stage));
        client_send(fd, hostile[i].bytes);
        client_send(fd, smuggled);
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), hostile[i].status);
        if (EXPECT_STR(client_header(answer, "Connection"), "close"))
            EXPECT_INT((int64_t)client_rest(tmp, fd).len, 0);
        EXPECT_INT(stage_handled(stage), 0);
        client_close(fd);
    }
    stage_close(stage);
}

/* A stranger's byte is a byte, whichever read brings it. */
FACT(a_fair_request_is_shown_to_the_handler)
{
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(fair); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%zu: %s", i, str_c(tmp, fair[i].bytes));
        int fd = client_open(stage_address(stage));
        for (int again = 0; again < 2; again++) {
            client_send(fd, fair[i].bytes);
            Str answer = client_answer(tmp, fd, false);
            EXPECT_INT(client_status(answer), 200);
            EXPECT(str_starts(client_body(answer), str_of(fair[i].shown)));
        }
        client_close(fd);
    }
    stage_close(stage);
}

/* ---- limits -------------------------------------------------------------- */

static Str repeated(Arena *arena, const char *head, const char *each,
                    size_t count, const char *tail)
{
    Buf out = buf_in(arena);
    buf_c(&out, head);
    for (size_t i = 0; i < count; i++)
        buf_c(&out, each);
    buf_c(&out, tail);
    return buf_str(&out);
}

#define HEAD_START "GET / HTTP/1.1\r\nHost: a\r\n"

FACT(what_is_too_large_is_refused_and_what_just_fits_is_not)
{
    static const struct {
        const char *head, *each, *tail;
        size_t count;
        int status;
    } cases[] = {
        {"GET /", "a", " HTTP/1.1\r\nHost: a\r\n\r\n", LIMIT_LINE - 16, 200},
        {"GET /", "a", " HTTP/1.1\r\nHost: a\r\n\r\n", LIMIT_LINE - 15, 414},
        {"GET /", "a", "", LIMIT_LINE * 2, 414},
        {HEAD_START, "X: a\r\n", "\r\n", LIMIT_HEADERS - 1, 200},
        {HEAD_START, "X: a\r\n", "\r\n", LIMIT_HEADERS, 431},
        {HEAD_START "X: ", "a", "\r\n\r\n", LIMIT_HEAD - 32, 200},
        {HEAD_START "X: ", "a", "\r\n\r\n", LIMIT_HEAD - 31, 431},
        {HEAD_START "X: ", "a", "", LIMIT_HEAD * 2, 431},
        {HEAD_START "Cookie: a=1", ";b=2", "\r\n\r\n", LIMIT_COOKIES - 1, 200},
        {HEAD_START "Cookie: a=1", ";b=2", "\r\n\r\n", LIMIT_COOKIES, 431},
        {"GET /?a", "&a", " HTTP/1.1\r\nHost: a\r\n\r\n", LIMIT_FIELDS - 1,
         200},
        {"GET /?a", "&a", " HTTP/1.1\r\nHost: a\r\n\r\n", LIMIT_FIELDS, 400},
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 17);
        ROW("%s... x %zu", cases[i].head, cases[i].count);
        Str bytes = repeated(tmp, cases[i].head, cases[i].each, cases[i].count,
                             cases[i].tail);
        int fd = client_open(stage_address(stage));
        client_send(fd, bytes);
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), cases[i].status);
        client_close(fd);
    }
    stage_close(stage);
}

/* ---- the table ----------------------------------------------------------- */

FACT(a_reason_has_a_status_a_name_and_words)
{
    for (Refusal why = REFUSAL_NONE + 1; why < REFUSAL_COUNT; why++) {
        EXPECT(refuse_status(why) >= 400 && refuse_status(why) < 600);
        EXPECT(refuse_name(why).len > 0);
        EXPECT(refuse_words(why, LANG_ID).len > 0);
        EXPECT(refuse_words(why, LANG_EN).len > 0);
    }
}

/* Most shapes would be refused for one reason or another: these for the one
 * that they were made for. */
FACT(a_refusal_says_what_is_wrong)
{
    static const struct {
        const char *bytes;
        Refusal why;
    } cases[] = {
        {WITH("X: a\r\n b"), REFUSAL_HEADER_FOLDED},
        {WITH("X : a"), REFUSAL_HEADER_NAME},
        {WITH("X: a\rb"), REFUSAL_HEADER_VALUE},
        {"GET / HTTP/1.1\n", REFUSAL_LINE_END},
        {"GET / HTTP/1.1\r\n\r\n", REFUSAL_HOST_MISSING},
        {"GET / HTTP/1.1\r\n" HOST HOST "\r\n", REFUSAL_HEADER_TWICE},
        {POST("Content-Length: 1\r\nContent-Length: 1", ""),
         REFUSAL_LENGTH_TWICE},
        {POST("Content-Length: 1\r\nTransfer-Encoding: chunked", ""),
         REFUSAL_LENGTH_AND_CODING},
        {POST("Transfer-Encoding: gzip", ""), REFUSAL_CODING},
        {GET("/a/../b HTTP/1.1"), REFUSAL_TARGET_SEGMENT},
        {GET("/%2f HTTP/1.1"), REFUSAL_TARGET_PERCENT},
        {GET("http://a/ HTTP/1.1"), REFUSAL_TARGET_FORM},
        {GET("/?a=%zz HTTP/1.1"), REFUSAL_QUERY},
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", cases[i].bytes);
        int fd = client_open(stage_address(stage));
        client_send(fd, str_of(cases[i].bytes));
        Str body = client_body(client_answer(tmp, fd, false));
        EXPECT_HAS(body, refuse_words(cases[i].why, LANG_ID));
        client_close(fd);
    }
    stage_close(stage);
}

FACT(a_method_not_ours_is_told_which_are)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    Str address = stage_address(stage);
    Str answer =
        client_ask(tmp, address, STR("PATCH / HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_STR(client_header(answer, "Allow"), "GET, HEAD, POST, PUT, DELETE");
    EXPECT_HAS(client_body(answer), "GET, HEAD, POST, PUT, dan DELETE");
    stage_close(stage);
}

/* A program is told by a problem, in the language that it asks for; a person in
 * front of a browser by words, in both. */
FACT(a_refusal_is_in_the_form_that_is_taken)
{
    static const struct {
        const char *headers, *type, *body;
    } rows[] = {
        {"", "application/problem+json", "\"status\": 413"},
        {"Accept: application/json\r\n", "application/problem+json",
         "\"title\": \"Content Too Large\""},
        {"Accept-Language: en-GB\r\n", "application/problem+json",
         "\"detail\": \"the body is too large\""},
        {"Accept: text/html,*/*\r\n", "text/plain; charset=utf-8",
         "isinya terlalu besar\nthe body is too large\n"},
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", rows[i].headers);
        Str answer = client_ask(
            tmp, stage_address(stage),
            str_format(
                tmp,
                "POST / HTTP/1.1\r\nHost: a\r\n%sContent-Length: 999999999\r\n\r\n",
                rows[i].headers));
        EXPECT_STR(client_header(answer, "Content-Type"), rows[i].type);
        EXPECT_HAS(client_body(answer), rows[i].body);
    }
    stage_close(stage);
}

/* ---- every byte in every place ------------------------------------------- */

/* The places, and the bytes that may stand there, told in another way than the
 * program has it. */
static const struct {
    const char *before, *after;
    const char *also; /* besides letters and digits */
    bool space;
} places[] = {
    {"GET /a", "b HTTP/1.1\r\nHost: a\r\n\r\n",
     "!\"$%&'()*+,-./:;<=>?@[]^_`{|}~", false},
    {"GET /?a=", "b HTTP/1.1\r\nHost: a\r\n\r\n",
     "!\"$%&'()*+,-./:;<=>?@[\\]^_`{|}~", false},
    {"GET / HTTP/1.1\r\nHost: a\r\nX", "Y: b\r\n\r\n",
     "!#$%&'*+-.^_`|~:", false},
    {"GET / HTTP/1.1\r\nHost: a\r\nX: a", "b\r\n\r\n",
     "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t", true},
    {"GET / HTTP/1.1\r\nHost: a", "b\r\n\r\n", "-._", false},
};

static bool is_expected(size_t place, int byte)
{
    if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
        (byte >= 'A' && byte <= 'Z'))
        return true;
    if (byte == ' ') return places[place].space;
    return byte != 0 && strchr(places[place].also, byte) != NULL;
}

static bool is_taken(Arena *tmp, const char *before, int byte,
                     const char *after)
{
    Buf text = buf_in(tmp);
    Head head = {0};
    size_t seen = 0;
    size_t length = 0;
    Refusal why = REFUSAL_NONE;
    buf_c(&text, before);
    buf_char(&text, (char)(unsigned char)byte);
    buf_c(&text, after);
    if (!head_end(buf_str(&text), &seen, &length, &why)) return false;
    return length == text.len &&
           head_read(tmp, buf_str(&text), &head) == REFUSAL_NONE;
}

FACT(a_byte_stands_only_where_it_may)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    for (size_t place = 0; place < COUNT(places); place++) {
        for (int byte = 0; byte < 256; byte++) {
            ROW("place %zu, byte %02x", place, (unsigned)byte);
            /* A percent sign before "b " stands for no byte. */
            bool expected =
                is_expected(place, byte) && !(byte == '%' && place < 2);
            EXPECT(is_taken(tmp, places[place].before, byte,
                            places[place].after) == expected);
        }
    }
}
