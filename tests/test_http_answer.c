/*
 * test_http_answer.c - what an answer looks like: tags, codings, headers.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http/accept.h"
#include "http/answer.h"
#include "http/peer.h"
#include "http/stamp.h"
#include "http/token.h"
#include "http_client.h"
#include "http_stage.h"

#include <string.h>
#include <zlib.h>

static Str ask(Arena *tmp, Stage *stage, const char *method, const char *path,
               const char *headers)
{
    Str bytes = str_format(tmp, "%s %s HTTP/1.1\r\nHost: a\r\n%s\r\n", method,
                           path, headers);
    return client_ask(tmp, stage_address(stage), bytes);
}

FACT(an_answer_has_its_headers)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    Str answer = ask(tmp, stage, "GET", "/short", "");
    EXPECT_STR(client_header(answer, "Content-Type"),
               "text/html; charset=utf-8");
    EXPECT_STR(client_header(answer, "Content-Length"), "5");
    EXPECT_STR(client_header(answer, "Cache-Control"), "private, no-cache");
    EXPECT_HAS(client_header(answer, "Date"), " GMT");
    EXPECT_HAS(client_header(answer, "ETag"), "W/\"");
    EXPECT_STR(client_body(answer), "short");
    answer = ask(tmp, stage, "GET", "/elsewhere", "");
    EXPECT_INT(client_status(answer), 303);
    EXPECT_STR(client_header(answer, "Location"), "/short");
    EXPECT_STR(client_header(answer, "Content-Length"), "0");
    EXPECT_STR(client_header(answer, "ETag"), "");
    stage_close(stage);
}

FACT(a_head_is_told_what_a_get_would_be)
{
    static const char *const paths[] = {"/short", "/page", "/asset", "/at-once",
                                        "/elsewhere"};
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(paths); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", paths[i]);
        Str get = ask(tmp, stage, "GET", paths[i], "Accept-Encoding: gzip\r\n");
        Str head =
            ask(tmp, stage, "HEAD", paths[i], "Accept-Encoding: gzip\r\n");
        static const char *const same[] = {"Content-Length",   "ETag",
                                           "Content-Encoding", "Vary",
                                           "Content-Type",     "Location"};
        for (size_t k = 0; k < COUNT(same); k++)
            EXPECT_STR(client_header(head, same[k]),
                       client_header(get, same[k]));
        EXPECT_INT(client_status(head), client_status(get));
        EXPECT_STR(client_body(head), "");
    }
    stage_close(stage);
}

/* ---- tags ---------------------------------------------------------------- */

FACT(what_the_client_has_is_not_sent_again)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    Str tag = client_header(ask(tmp, stage, "GET", "/page", ""), "ETag");
    Str strong = str_slice(tag, 2, tag.len);
    const struct {
        Str header;
        const char *method;
        int status;
    } cases[] = {
        {tag,              "GET",         304                 },
        {strong,           "GET",         304                 },
        {tag,              "HEAD",        304                 },
        {str_format(tmp,   "\"x\", %.*s", STR_ARG(tag)),        "GET", 304},
        {STR("*"),             "GET",                          304                                      },
        {STR("\"x\""),             "GET", 200},
        {str_slice(strong,             1,                          strong.len - 1),                                                            "GET", 200},
        {tag, "POST",200},
        {STR("*"),              "DELETE",                     200                                                      },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s %s", cases[i].method, str_c(tmp, cases[i].header));
        Str header = str_format(tmp, "If-None-Match: %.*s\r\n",
                                STR_ARG(cases[i].header));
        Str answer =
            ask(tmp, stage, cases[i].method, "/page", str_c(tmp, header));
        bool same = cases[i].status == 304;
        EXPECT_INT(client_status(answer), cases[i].status);
        if (!same) continue;
        EXPECT_STR(client_body(answer), "");
        EXPECT_STR(client_header(answer, "ETag"), tag);
        EXPECT_STR(client_header(answer, "Content-Length"), "");
        EXPECT_STR(client_header(answer, "Cache-Control"), "private, no-cache");
    }
    stage_close(stage);
}

/* ---- codings ------------------------------------------------------------- */

static Str gunzip(Arena *tmp, Str pressed)
{
    static unsigned char bytes[1 << 16];
    static unsigned char plain[1 << 16];
    z_stream stream = {0};
    CHECK(pressed.len <= sizeof bytes);
    memcpy(bytes, pressed.ptr, pressed.len);
    stream.next_in = bytes;
    stream.avail_in = (uInt)pressed.len;
    stream.next_out = plain;
    stream.avail_out = sizeof plain;
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return STR("");
    bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t len = sizeof plain - stream.avail_out;
    (void)inflateEnd(&stream);
    return whole ? str_copy(tmp, (Str){(const char *)plain, len}) : STR("");
}

FACT(a_long_text_is_pressed_for_who_can_read_it)
{
    static const struct {
        const char *path, *accepts, *coding, *vary;
    } cases[] = {
        {"/page",    "Accept-Encoding: gzip\r\n",              "gzip", "Accept-Encoding"},
        {"/page",    "Accept-Encoding: gzip, deflate, br\r\n", "gzip",
         "Accept-Encoding"                                                              },
        {"/page",    "Accept-Encoding: gzip;q=0\r\n",          "",     "Accept-Encoding"},
        {"/page",    "Accept-Encoding: br\r\n",                "",     "Accept-Encoding"},
        {"/page",    "",                                       "",     "Accept-Encoding"},
        {"/short",   "Accept-Encoding: gzip\r\n",              "",     ""               },
        {"/picture", "Accept-Encoding: gzip\r\n",              "",     ""               },
        {"/asset",   "Accept-Encoding: gzip, br\r\n",          "br",   "Accept-Encoding"},
        {"/asset",   "Accept-Encoding: gzip\r\n",              "gzip", "Accept-Encoding"},
        {"/asset",   "",                                       "",     "Accept-Encoding"},
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        ROW("%s %s", cases[i].path, cases[i].accepts);
        Str answer = ask(tmp, stage, "GET", cases[i].path, cases[i].accepts);
        EXPECT_STR(client_header(answer, "Content-Encoding"), cases[i].coding);
        EXPECT_STR(client_header(answer, "Vary"), cases[i].vary);
        if (strcmp(cases[i].path, "/page") != 0) continue;
        Str body = client_body(answer);
        bool pressed = cases[i].coding[0] != '\0';
        EXPECT_STR(pressed ? gunzip(tmp, body) : body, stage_page());
        EXPECT(!pressed || body.len < stage_page().len / 2);
    }
    stage_close(stage);
}

/* RFC 1952, 2.3.1, XFL: 2 says that the slowest way was taken. */
FACT(what_a_browser_keeps_is_pressed_well)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    const char *gzip = "Accept-Encoding: gzip\r\n";
    Str kept = client_body(ask(tmp, stage, "GET", "/kept", gzip));
    Str page = client_body(ask(tmp, stage, "GET", "/page", gzip));
    EXPECT(kept.len > 8 && page.len > 8);
    EXPECT_INT(kept.ptr[8], 2);
    EXPECT_INT(page.ptr[8], 0);
    EXPECT_STR(gunzip(tmp, kept), stage_page());
    stage_close(stage);
}

FACT(the_client_says_which_coding_it_likes)
{
    static const struct {
        const char *accepts;
        AcceptCoding both, gzip; /* of both, and of gzip alone */
    } cases[] = {
        {"",                           ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzip",                       ACCEPT_GZIP,   ACCEPT_GZIP },
        {"br",                         ACCEPT_BROTLI, ACCEPT_PLAIN},
        {"gzip, br",                   ACCEPT_BROTLI, ACCEPT_GZIP },
        {"GZIP",                       ACCEPT_GZIP,   ACCEPT_GZIP },
        {"br;q=0.5, gzip",             ACCEPT_GZIP,   ACCEPT_GZIP },
        {"br;q=0.5, gzip;q=0.499",     ACCEPT_BROTLI, ACCEPT_GZIP },
        {"gzip;q=0",                   ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzip; q=0.000, br ; Q=0",    ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"*",                          ACCEPT_BROTLI, ACCEPT_GZIP },
        {"*;q=0",                      ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"*, br;q=0",                  ACCEPT_GZIP,   ACCEPT_GZIP },
        {"*;q=0, gzip;q=0.1",          ACCEPT_GZIP,   ACCEPT_GZIP },
        {"identity, gzip;q=0.5",       ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"identity;q=0.4, gzip;q=0.5", ACCEPT_GZIP,   ACCEPT_GZIP },
        {"gzip;q=1.5",                 ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzip;q=",                    ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzip;q=0.1234",              ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzip;level=9",               ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {"gzipped, xbr",               ACCEPT_PLAIN,  ACCEPT_PLAIN},
        {",,gzip,,",                   ACCEPT_GZIP,   ACCEPT_GZIP },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str text = str_of(cases[i].accepts);
        ROW("%s", cases[i].accepts);
        EXPECT_INT(accept_best(text, true, true), cases[i].both);
        EXPECT_INT(accept_best(text, true, false), cases[i].gzip);
        EXPECT_INT(accept_best(text, false, false), ACCEPT_PLAIN);
    }
}

/* ---- small things -------------------------------------------------------- */

FACT(an_instant_is_written_as_headers_and_logs_want_it)
{
    char text[STAMP_TEXT];
    Instant leap = {INT64_C(1582981319250000)}; /* 29 February 2020 */
    Instant birth = {0};
    EXPECT_STR(stamp_http(leap, text), "Sat, 29 Feb 2020 13:01:59 GMT");
    EXPECT_STR(stamp_iso(leap, text), "2020-02-29T13:01:59.250Z");
    EXPECT_STR(stamp_http(birth, text), "Thu, 01 Jan 1970 00:00:00 GMT");
}

/* Eight bytes at a time where all is plain: by the rule, a byte at a time. */
FACT(a_value_is_judged_by_each_of_its_bytes)
{
    enum { LONG = 19 };
    static const struct {
        int first, last;
        bool fine;
    } bytes[] = {
        {0x00, 0x08, false},
        {0x09, 0x09, true },
        {0x0a, 0x1f, false},
        {0x20, 0x7e, true },
        {0x7f, 0xff, false},
    };
    char text[LONG];
    for (size_t row = 0; row < COUNT(bytes); row++) {
        for (int byte = bytes[row].first; byte <= bytes[row].last; byte++) {
            for (size_t at = 0; at < LONG; at++) {
                memset(text, 'a', LONG);
                text[at] = (char)(unsigned char)byte;
                ROW("byte %d at %zu", byte, at);
                EXPECT(token_value_is((Str){text, LONG}) == bytes[row].fine);
            }
        }
    }
    EXPECT(token_value_is(STR("nama=Sékretariat; dan lainnya")));
    EXPECT(token_value_is(STR("")));
    EXPECT(!token_value_is(STR("nama=Sekretariat\x7f; dan lainnya")));
}

FACT(a_peer_is_masked_to_its_network)
{
    static const struct {
        const char *peer, *masked;
        bool loopback;
    } cases[] = {
        {"10.1.2.3",                                "10.1.2.0/24",         false},
        {"127.0.0.1",                               "127.0.0.0/24",        true },
        {"127.255.1.2",                             "127.255.1.0/24",      true },
        {"2001:db8:1:2:3:4:5:6",                    "2001:db8:1::/48",     false},
        {"::1",                                     "::/48",               true },
        {"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff::/48",
         false                                                                  },
        {"",                                        "",                    false},
        {"somebody",                                "",                    false},
        {"10.1.2.3.4",                              "",                    false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[PEER_TEXT];
        ROW("%s", cases[i].peer);
        EXPECT_STR(peer_masked(str_of(cases[i].peer), text), cases[i].masked);
        EXPECT_INT(peer_is_loopback(str_of(cases[i].peer)), cases[i].loopback);
    }
}

static void put_bad_header(void)
{
    Arena *arena = arena_open(256);
    HttpAnswer answer = {.arena = arena};
    http_header(&answer, STR("X"), STR("a\r\nSet-Cookie: b"));
}

static void leave_the_house(void)
{
    Arena *arena = arena_open(256);
    HttpAnswer answer = {.arena = arena};
    http_see_other(&answer, STR("//elsewhere.example/"));
}

FACT(a_path_of_ours_leads_nowhere_else)
{
    static const struct {
        const char *path;
        bool ours;
    } cases[] = {
        {"/",           true },
        {"/a?b=%20c#d", true },
        {"/a//b",       true },
        {"",            false},
        {"a",           false},
        {"//a",         false},
        {"/\\a",        false},
        {"/a b",        false},
        {"/a\r\nX: b",  false},
        {"/\xc3\xa9",   false},
        {"http://a/",   false},
        {"/a\x7f",      false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].path);
        EXPECT_INT(http_path_is_ours(str_of(cases[i].path)), cases[i].ours);
    }
}

static void end_the_type(void)
{
    Arena *arena = arena_open(256);
    HttpAnswer answer;
    AnswerBytes bytes;
    HttpPairs none = {0};
    answer_init(&answer, arena);
    answer.type = STR("text/html\r\nX: b");
    buf_c(&answer.body, "x");
    answer_write(&answer, &(AnswerTo){.headers = &none}, NULL, &bytes);
}

FACT(our_own_mistakes_are_not_sent)
{
    EXPECT_DIES(put_bad_header);
    EXPECT_DIES(leave_the_house);
    EXPECT_DIES(end_the_type);
}
