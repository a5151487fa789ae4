/*
 * test_http_server.c - the door as clients see it: connections, order, waiting,
 * and the end.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http_client.h"
#include "http_stage.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define GET(path)      "GET " path " HTTP/1.1\r\nHost: a\r\n\r\n"
#define GET_H(path, h) "GET " path " HTTP/1.1\r\nHost: a\r\n" h "\r\n\r\n"
#define POST(h, body)  "POST /post HTTP/1.1\r\nHost: a\r\n" h "\r\n\r\n" body
#define FORM_TYPE      "Content-Type: application/x-www-form-urlencoded\r\n"

/* Ask for the counts until they say so. */
static void await_metric(Stage *stage, Arena *tmp, const char *line)
{
    Buf text = buf_in(tmp);
    while (str_find(buf_str(&text), str_of(line), 0) == SIZE_MAX) {
        text.len = 0;
        http_metrics(stage_server(stage), &text);
    }
}

/* ---- connections --------------------------------------------------------- */

FACT(a_connection_serves_one_request_after_the_other)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    for (int i = 0; i < 20; i++) {
        client_send(fd, i % 2 == 0 ? STR(GET("/short")) : STR(GET("/at-once")));
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), 200);
        EXPECT_STR(client_body(answer), i % 2 == 0 ? "short" : "at once");
        EXPECT_STR(client_header(answer, "Connection"), "");
    }
    client_close(fd);
    stage_close(stage);
}

/* What is given back when nobody asks is taken again with the next page. */
FACT(a_server_that_has_rested_presses_pages_as_before)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){.workers = 2});
    Str ask = STR(GET_H("/page", "Accept-Encoding: gzip"));
    int fd = client_open(stage_address(stage));
    (void)http_is_quiet(stage_server(stage));
    client_send(fd, ask);
    Str before = client_body(client_answer(tmp, fd, false));
    EXPECT(!http_is_quiet(stage_server(stage)));
    for (int i = 0; i < 3; i++) {
        http_rest(stage_server(stage));
        client_send(fd, ask);
        Str after = client_answer(tmp, fd, false);
        EXPECT_STR(client_header(after, "Content-Encoding"), "gzip");
        EXPECT(str_is(client_body(after), before));
    }
    await_metric(stage, tmp, "in_flight 0");
    (void)http_is_quiet(stage_server(stage));
    EXPECT(http_is_quiet(stage_server(stage)));
    client_close(fd);
    stage_close(stage);
}

FACT(a_connection_ends_when_the_client_says_so)
{
    static const char *const asks[] = {
        GET_H("/short", "Connection: close"),
        GET_H("/short", "Connection: TE, Close"),
        GET_H("/at-once", "Connection: close"),
        "GET /short HTTP/1.0\r\n\r\n",
        "GET /short HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(asks); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", asks[i]);
        int fd = client_open(stage_address(stage));
        client_send(fd, str_of(asks[i]));
        client_send(fd, STR(GET("/second")));
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), 200);
        EXPECT_STR(client_header(answer, "Connection"), "close");
        EXPECT_INT((int64_t)client_rest(tmp, fd).len, 0);
        client_close(fd);
    }
    stage_close(stage);
}

FACT(answers_keep_the_order_of_their_requests)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/gate") GET("/at-once") GET("/short")
                            POST("Content-Length: 1", "x") GET("/last")));
    stage_await_gate(stage, 1);
    stage_open_gate(stage);
    EXPECT_HAS(client_answer(tmp, fd, false), "GET /gate\n");
    EXPECT_HAS(client_answer(tmp, fd, false), "at once");
    EXPECT_HAS(client_answer(tmp, fd, false), "short");
    EXPECT_HAS(client_answer(tmp, fd, false), "body x\n");
    EXPECT_HAS(client_answer(tmp, fd, false), "GET /last\n");
    client_close(fd);
    stage_close(stage);
}

/* A thousand in one go: more than one read brings, and than a queue holds. */
FACT(a_long_pipeline_is_answered_to_its_end)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    Buf all = buf_in(tmp);
    for (int i = 0; i < 3000; i++)
        buf_c(&all, i % 3 == 0 ? GET("/short") : GET("/at-once"));
    int fd = client_open(stage_address(stage));
    client_send(fd, buf_str(&all));
    client_end(fd);
    int answered = 0;
    for (Str answer = {0}; (answer = client_answer(tmp, fd, false)).len > 0;)
        answered += client_status(answer) == 200;
    EXPECT_INT(answered, 3000);
    client_close(fd);
    stage_close(stage);
}

FACT(a_request_may_come_byte_by_byte)
{
    static const Str sent =
        STR_INIT(POST(FORM_TYPE "Transfer-Encoding: chunked",
                      "3\r\na=b\r\n4\r\n&c=d\r\n0\r\n\r\n"));
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    for (size_t i = 0; i < sent.len; i++)
        client_send(fd, str_slice(sent, i, i + 1));
    Str answer = client_answer(tmp, fd, false);
    EXPECT_HAS(client_body(answer), "POST /post\nform a=b\nform c=d\n");
    client_close(fd);
    stage_close(stage);
}

/* Bytes that wait for their other half lie where no other's can come. */
FACT(halves_of_many_requests_do_not_mix)
{
    enum { CLIENTS = 20 };
    int fds[CLIENTS];
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    for (int i = 0; i < CLIENTS; i++) {
        fds[i] = client_open(stage_address(stage));
        client_send(fds[i], str_format(tmp, GET("/at-once") "GET /%02d", i));
        EXPECT_HAS(client_answer(tmp, fds[i], false), "at once");
    }
    for (int i = 0; i < CLIENTS; i++) {
        client_send(fds[i], STR("-half HTTP/1.1\r\nHost: a\r\n\r\n"));
        EXPECT_HAS(client_answer(tmp, fds[i], false),
                   str_format(tmp, "GET /%02d-half\n", i));
        client_close(fds[i]);
    }
    stage_close(stage);
}

FACT(many_connections_are_served)
{
    enum { CLIENTS = 200 };
    int fds[CLIENTS];
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    for (int i = 0; i < CLIENTS; i++)
        fds[i] = client_open(stage_address(stage));
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < CLIENTS; i++)
            client_send(fds[i], str_format(tmp,
                                           "POST /post HTTP/1.1\r\nHost: a\r\n"
                                           "Content-Length: 3\r\n\r\n%03d",
                                           i));
        for (int i = 0; i < CLIENTS; i++) {
            Str answer = client_answer(tmp, fds[i], false);
            EXPECT_HAS(answer, str_format(tmp, "body %03d\n", i));
        }
    }
    for (int i = 0; i < CLIENTS; i++)
        client_close(fds[i]);
    stage_close(stage);
}

FACT(a_client_that_leaves_early_harms_nobody)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/gate")));
    stage_await_gate(stage, 1);
    client_close(fd);
    stage_open_gate(stage);
    fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/large")));
    client_close(fd);
    EXPECT_INT(client_status(
                   client_ask(tmp, stage_address(stage), STR(GET("/short")))),
               200);
    stage_close(stage);
}

FACT(a_large_answer_arrives_whole)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/large") GET("/short")));
    Str body = client_body(client_answer(tmp, fd, false));
    size_t wrong = 0;
    for (size_t i = 0; i < body.len; i++)
        wrong += body.ptr[i] != (char)('a' + i % 23);
    EXPECT_INT((int64_t)body.len, STAGE_LARGE);
    EXPECT_INT((int64_t)wrong, 0);
    EXPECT_STR(client_body(client_answer(tmp, fd, false)), "short");
    client_close(fd);
    stage_close(stage);
}

/* ---- waiting ------------------------------------------------------------- */

FACT(a_slow_handler_holds_up_nobody_else)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.workers = 4});
    int slow[3];
    for (int i = 0; i < 3; i++) {
        slow[i] = client_open(stage_address(stage));
        client_send(slow[i], STR(GET("/gate")));
    }
    stage_await_gate(stage, 3);
    for (int i = 0; i < 20; i++)
        EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/short"))),
                   "short");
    stage_open_gate(stage);
    for (int i = 0; i < 3; i++) {
        EXPECT_HAS(client_answer(tmp, slow[i], false), "GET /gate\n");
        client_close(slow[i]);
    }
    stage_close(stage);
}

FACT(when_all_wait_the_next_is_told_to_come_again)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.workers = 1, .waiting = 1});
    int fds[3];
    for (int i = 0; i < 3; i++)
        fds[i] = client_open(stage_address(stage));
    client_send(fds[0], STR(GET("/gate")));
    stage_await_gate(stage, 1);
    /* On one connection each: which of the two comes first is open. */
    client_send(fds[1], STR(GET("/short")));
    client_send(fds[2], STR(GET("/short")));
    await_metric(stage, tmp, "_refused_total{why=\"BUSY\"} 1\n");
    /* What is answered at once is, and a refusal does not end what waits. */
    EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/at-once"))),
               "at once");
    Str late = client_ask(tmp, stage_address(stage), STR(GET("/short")));
    EXPECT_INT(client_status(late), 503);
    EXPECT_STR(client_header(late, "Retry-After"), "1");
    stage_open_gate(stage);
    int served = 0;
    int busy = 0;
    for (int i = 1; i < 3; i++) {
        int status = client_status(client_answer(tmp, fds[i], false));
        served += status == 200;
        busy += status == 503;
        client_send(fds[i], STR(GET("/at-once")));
        EXPECT_HAS(client_answer(tmp, fds[i], false), "at once");
    }
    EXPECT(served == 1 && busy == 1);
    for (int i = 0; i < 3; i++)
        client_close(fds[i]);
    stage_close(stage);
}

FACT(the_slow_are_cut_off)
{
    enum { HOUR = 3600000 };
    static const struct {
        const char *sent;
        unsigned head_ms, body_ms;
        int status;
    } cases[] = {
        {"G", 20, HOUR, 408},
        {"GET / HTTP/1.1\r\nHost: a\r\n", 20, HOUR, 408},
        {POST("Content-Length: 5", ""), HOUR, 20, 408},
        {POST("Content-Length: 5", "abcd"), HOUR, 20, 408},
        {POST("Transfer-Encoding: chunked", "5\r\nabcde"), HOUR, 20, 408},
        {GET_H("/short", "Connection: close"), 20, 20, 200},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", cases[i].sent);
        Stage *stage = stage_open((HttpWish){.head_ms = cases[i].head_ms,
                                             .body_ms = cases[i].body_ms});
        int fd = client_open(stage_address(stage));
        client_send(fd, str_of(cases[i].sent));
        Str answer = client_rest(tmp, fd);
        EXPECT_INT(client_status(answer), cases[i].status);
        client_close(fd);
        stage_close(stage);
    }
}

FACT(the_silent_are_let_go_without_a_word)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.idle_ms = 20});
    int fd = client_open(stage_address(stage));
    EXPECT_INT((int64_t)client_rest(tmp, fd).len, 0);
    client_close(fd);
    stage_close(stage);
}

FACT(who_does_not_take_the_answer_is_cut_off)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Stage *stage = stage_open((HttpWish){.send_ms = 20});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/large") GET("/large") GET("/large")));
    /* The server ends it by itself: until then, nothing is read here. */
    await_metric(stage, tmp, "_connections_total 1\n");
    await_metric(stage, tmp, "_connections 0\n");
    EXPECT(client_rest(tmp, fd).len < 3 * (size_t)STAGE_LARGE);
    client_close(fd);
    stage_close(stage);
}

/* ---- bodies -------------------------------------------------------------- */

FACT(who_asks_whether_to_send_is_told)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.body_most = 10});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(POST("Expect: 100-continue\r\nContent-Length: 3", "")));
    EXPECT_STR(client_answer(tmp, fd, true), "HTTP/1.1 100 Continue\r\n\r\n");
    client_send(fd, STR("abc"));
    EXPECT_HAS(client_answer(tmp, fd, false), "body abc\n");
    client_send(fd,
                STR(POST("Expect: 100-continue\r\nContent-Length: 11", "")));
    EXPECT_INT(client_status(client_answer(tmp, fd, false)), 413);
    client_close(fd);
    fd = client_open(stage_address(stage));
    client_send(fd, STR("POST / HTTP/1.0\r\nExpect: 100-continue\r\n"
                        "Content-Length: 3\r\n\r\n"));
    client_send(fd, STR("abc"));
    EXPECT_INT(client_status(client_answer(tmp, fd, false)), 200);
    client_close(fd);
    stage_close(stage);
}

FACT(a_body_is_taken_up_to_its_limit)
{
    static const struct {
        const char *sent;
        int status;
    } cases[] = {
        {POST("Content-Length: 10", "0123456789"), 200},
        {POST("Content-Length: 11", "0123456789a"), 413},
        {POST("Transfer-Encoding: chunked", "a\r\n0123456789\r\n0\r\n\r\n"),
         200},
        {POST("Transfer-Encoding: chunked", "b\r\n0123456789a\r\n0\r\n\r\n"),
         413},
        {POST("Transfer-Encoding: chunked",
              "9\r\n012345678\r\n2\r\n9a\r\n0\r\n\r\n"),
         413},
    };
    Stage *stage = stage_open((HttpWish){.body_most = 10});
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", cases[i].sent);
        int fd = client_open(stage_address(stage));
        client_send(fd, str_of(cases[i].sent));
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), cases[i].status);
        client_close(fd);
    }
    stage_close(stage);
}

/* The client goes on sending: it must still be able to read why not. */
FACT(a_refusal_is_heard_by_who_still_sends)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    char *much = NEW(tmp, char, 4 << 20);
    memset(much, 'x', 4 << 20);
    Stage *stage = stage_open((HttpWish){.body_most = 1000});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(POST("Content-Length: 4194304", "")));
    EXPECT(client_send(fd, (Str){much, 4 << 20}));
    client_end(fd);
    EXPECT_INT(client_status(client_rest(tmp, fd)), 413);
    client_close(fd);
    stage_close(stage);
}

FACT(all_bodies_together_have_a_limit)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    char *half = NEW(tmp, char, 3000);
    Stage *stage = stage_open((HttpWish){.bodies_most = 5000});
    Str piece = {memset(half, 'x', 3000), 3000};
    int one = client_open(stage_address(stage));
    int two = client_open(stage_address(stage));
    client_send(one, STR(POST("Content-Length: 3001", "")));
    client_send(one, piece);
    await_metric(stage, tmp, "_body_bytes 4096\n");
    client_send(two, STR(POST("Content-Length: 3001", "")));
    client_send(two, piece);
    EXPECT_INT(client_status(client_answer(tmp, two, false)), 503);
    await_metric(stage, tmp, "_body_bytes 4096\n");
    client_send(one, STR("x"));
    EXPECT_INT(client_status(client_answer(tmp, one, false)), 200);
    await_metric(stage, tmp, "_body_bytes 0\n");
    client_close(one);
    client_close(two);
    stage_close(stage);
}

FACT(forms_reach_the_handler_and_bad_ones_do_not)
{
    static const struct {
        const char *sent;
        int status;
        const char *shown;
    } cases[] = {
        {POST(FORM_TYPE "Content-Length: 7", "a=1&b=2"), 200,
         "POST /post\nform a=1\nform b=2\n"
         "type application/x-www-form-urlencoded\npeer "},
        {POST(FORM_TYPE "Content-Length: 4", "a=%f"), 400,
         "\"formulir tidak benar bentuknya\""},
        {POST(FORM_TYPE "Content-Length: 5", "a=%ff"), 400,
         "\"satu isian berisi tanda kendali, atau bukan UTF-8\""},
        {POST("Content-Type: multipart/form-data; boundary=X\r\n"
              "Content-Length: 96",
              "--X\r\nContent-Disposition: form-data; name=f; filename=b\r\n"
              "Content-Type: Text/CSV; x=y\r\n\r\nz\r\n--X--"),
         200, "POST /post\nfile f b Text/CSV 1\ntype multipart/form-data\n"},
        {POST("Content-Type: multipart/form-data; boundary=X\r\n"
              "Content-Length: 3",
              "--Y"),
         400, "\"formulir tidak benar bentuknya\""},
    };
    Stage *stage = stage_open((HttpWish){0});
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%s", cases[i].sent);
        int fd = client_open(stage_address(stage));
        client_send(fd, str_of(cases[i].sent));
        Str answer = client_answer(tmp, fd, false);
        EXPECT_INT(client_status(answer), cases[i].status);
        EXPECT_HAS(client_body(answer), cases[i].shown);
        client_close(fd);
    }
    stage_close(stage);
}

/* ---- peers --------------------------------------------------------------- */

FACT(a_peer_has_its_share_of_connections)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.peer_connections = 2});
    int one = client_open(stage_address(stage));
    int two = client_open(stage_address(stage));
    client_send(one, STR(GET("/short")));
    client_send(two, STR(GET("/short")));
    EXPECT_INT(client_status(client_answer(tmp, one, false)), 200);
    EXPECT_INT(client_status(client_answer(tmp, two, false)), 200);
    EXPECT_INT(
        (int64_t)client_ask(tmp, stage_address(stage), STR(GET("/short"))).len,
        0);
    /* Once one has left, another may come. */
    client_end(one);
    EXPECT_INT((int64_t)client_rest(tmp, one).len, 0);
    EXPECT_INT(client_status(
                   client_ask(tmp, stage_address(stage), STR(GET("/short")))),
               200);
    client_close(one);
    client_close(two);
    stage_close(stage);
}

FACT(all_who_come_by_the_proxy_are_not_one_peer)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open(
        (HttpWish){.peer_connections = 1, .peer_rate = 1, .proxied = true});
    int one = client_open(stage_address(stage));
    int two = client_open(stage_address(stage));
    for (int i = 0; i < 20; i++) {
        client_send(one, STR(GET("/at-once")));
        client_send(two, STR(GET("/at-once")));
        EXPECT_INT(client_status(client_answer(tmp, one, false)), 200);
        EXPECT_INT(client_status(client_answer(tmp, two, false)), 200);
    }
    client_close(one);
    client_close(two);
    stage_close(stage);
}

FACT(a_peer_may_ask_so_often)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){.peer_rate = 1});
    Buf all = buf_in(tmp);
    for (int i = 0; i < 200; i++)
        buf_c(&all, GET("/at-once"));
    int fd = client_open(stage_address(stage));
    client_send(fd, buf_str(&all));
    client_end(fd);
    int served = 0;
    int often = 0;
    for (Str answer = {0}; (answer = client_answer(tmp, fd, false)).len > 0;) {
        served += client_status(answer) == 200;
        often += client_status(answer) == 429 &&
                 str_is(client_header(answer, "Retry-After"), STR("1"));
    }
    EXPECT(served >= 5 && often > 0 && served + often == 200);
    client_close(fd);
    stage_close(stage);
}

FACT(the_silent_make_room_for_who_comes)
{
    enum { SEATS = 4, CLIENTS = 20 };
    int fds[CLIENTS];
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage =
        stage_open((HttpWish){.connections = SEATS, .peer_connections = 1000});
    for (int i = 0; i < CLIENTS; i++) {
        fds[i] = client_open(stage_address(stage));
        client_send(fds[i], STR(GET("/short")));
        EXPECT_INT(client_status(client_answer(tmp, fds[i], false)), 200);
    }
    for (int i = 0; i < CLIENTS; i++)
        client_close(fds[i]);
    stage_close(stage);
}

FACT(the_proxy_is_believed_only_when_there_is_one)
{
    static const struct {
        bool proxied;
        const char *headers, *shown;
    } cases[] = {
        {false, "X-Forwarded-For: 10.1.2.3\r\nX-Forwarded-Proto: https",
         "GET /\npeer 127.0.0.1\n"},
        {true, "X-Forwarded-For: 10.1.2.3\r\nX-Forwarded-Proto: https",
         "GET /\npeer 10.1.2.3\nsecure\n"},
        {true, "X-Forwarded-For: 6.6.6.6, 10.1.2.3", "GET /\npeer 10.1.2.3\n"},
        {true, "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 2001:db8::1",
         "GET /\npeer 2001:db8::1\n"},
        {true, "X-Forwarded-For: somebody", "GET /\n"},
        {true, "X-Forwarded-Proto: http", "GET /\n"},
        {true, "X: y", "GET /\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        ROW("%d %s", cases[i].proxied, cases[i].headers);
        Stage *stage = stage_open((HttpWish){.proxied = cases[i].proxied});
        Str ask = str_format(tmp, "GET / HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n",
                             cases[i].headers);
        Str answer = client_ask(tmp, stage_address(stage), ask);
        EXPECT_STR(client_body(answer), cases[i].shown);
        stage_close(stage);
    }
}

/* ---- the log and the counts ---------------------------------------------- */

FACT(a_request_leaves_a_line_that_names_nobody)
{
    static char text[4096];
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    FILE *log = fmemopen(text, sizeof text, "w");
    CHECK(log != NULL);
    Stage *stage = stage_open((HttpWish){.log = log, .proxied = true});
    (void)client_ask(tmp, stage_address(stage),
                     STR(GET_H("/short?nip=1", "X-Forwarded-For: 10.1.2.3")));
    (void)client_ask(
        tmp, stage_address(stage),
        STR(GET_H("/at-once", "X-Forwarded-For: 2001:db8:1:2::3")));
    (void)client_ask(tmp, stage_address(stage), STR(GET("/../etc")));
    (void)client_ask(tmp, stage_address(stage), STR(GET("/slip/ABCD-EFGH")));
    Str broken = client_ask(tmp, stage_address(stage), STR(GET("/broken")));
    EXPECT(str_find(broken, STR("stage.c"), 0) == SIZE_MAX);
    stage_close(stage);
    (void)fclose(log);
    EXPECT_HAS(text, "\"cause\": \"cannot read 'x' (stage.c:1)\"}\n");
    EXPECT_HAS(text, "\"number\": 1, \"method\": \"GET\", \"path\": "
                     "\"/short\", \"status\": 200, \"ms\": ");
    EXPECT_HAS(text, "\"peer\": \"10.1.2.0/24\"}\n");
    EXPECT_HAS(text, "\"peer\": \"2001:db8:1::/48\"}\n");
    EXPECT_HAS(text, "\"path\": \"\", \"status\": 400, ");
    EXPECT_HAS(text, "\"refused\": \"TARGET_SEGMENT\"}\n");
    EXPECT_HAS(text, "\"path\": \"/slip/...\", \"status\": 200, ");
    EXPECT(str_find(str_of(text), STR("nip"), 0) == SIZE_MAX);
    EXPECT(str_find(str_of(text), STR("ABCD"), 0) == SIZE_MAX);
    ROW("a line each, in the order in which their threads wrote them");
    Str rest = str_of(text), line;
    for (int i = 0; i < 5; i++) {
        EXPECT(str_next(&rest, '\n', &line));
        EXPECT(str_starts(line, STR("{ \"time\": \"2")) &&
               str_ends(line, STR("}")));
    }
    EXPECT_STR(rest, "");
}

FACT(what_passed_the_door_is_counted)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    Buf text = buf_in(tmp);
    for (int i = 0; i < 3; i++)
        (void)client_ask(tmp, stage_address(stage), STR(GET("/short")));
    (void)client_ask(tmp, stage_address(stage), STR("FOO / HTTP/1.1\r\n\r\n"));
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/gate")));
    stage_await_gate(stage, 1);
    http_metrics(stage_server(stage), &text);
    EXPECT_HAS(buf_str(&text), "answers_total{class=\"2xx\"} 3\n");
    EXPECT_HAS(buf_str(&text), "answers_total{class=\"5xx\"} 1\n");
    EXPECT_HAS(buf_str(&text), "refused_total{why=\"METHOD_UNKNOWN\"} 1\n");
    EXPECT_HAS(buf_str(&text), "_connections_total 5\n");
    EXPECT_HAS(buf_str(&text), "_in_flight 1\n");
    client_close(fd);
    stage_close(stage);
}

/* ---- the end ------------------------------------------------------------- */

FACT(what_was_begun_is_answered_before_the_end)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    Str address = str_copy(tmp, stage_address(stage));
    int busy = client_open(address);
    int idle = client_open(address);
    client_send(busy, STR(GET("/gate")));
    client_send(idle, STR(GET("/short")));
    EXPECT_INT(client_status(client_answer(tmp, idle, false)), 200);
    stage_await_gate(stage, 1);
    stage_begin_close(stage, 3600);
    /* The idle one is let go: so the closing has begun. */
    EXPECT_INT((int64_t)client_rest(tmp, idle).len, 0);
    stage_open_gate(stage);
    Str answer = client_answer(tmp, busy, false);
    EXPECT_HAS(answer, "GET /gate\n");
    EXPECT_STR(client_header(answer, "Connection"), "close");
    client_close(busy);
    client_close(idle);
    stage_close(stage);
    EXPECT_INT(client_open(address), -1);
}

/* Both threads of the connections are held up; who comes then waits outside. */
FACT(who_waits_outside_at_the_end_is_let_in)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fds[2];
    for (unsigned i = 0; i < 2; i++) {
        fds[i] = client_open(stage_address(stage));
        client_send(fds[i], STR(GET("/hold")));
        stage_await_gate(stage, i + 1);
    }
    int late = client_open(stage_address(stage));
    client_send(late, STR(GET("/short")));
    stage_begin_close(stage, 3600);
    stage_open_gate(stage);
    EXPECT_INT(client_status(client_answer(tmp, late, false)), 200);
    client_close(fds[0]);
    client_close(fds[1]);
    client_close(late);
    stage_close(stage);
}

FACT(the_end_does_not_wait_for_half_a_request_for_ever)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR("GET / HT"));
    await_metric(stage, tmp, "_connections 1\n");
    stage_close(stage); /* in 0 seconds */
    EXPECT_INT((int64_t)client_rest(tmp, fd).len, 0);
    client_close(fd);
}

/* ---- where it listens ---------------------------------------------------- */

static void say_nothing(void *context, const HttpRequest *request,
                        HttpAnswer *answer)
{
    (void)context, (void)request, (void)answer;
}

FACT(it_listens_on_the_loopback_unless_told_twice)
{
    static const struct {
        const char *listen;
        bool anywhere;
        const char *why; /* NULL: it opens */
    } cases[] = {
        {"127.0.0.1:0", false, NULL},
        {"127.8.9.1:0", false, NULL},
        {"[::1]:0", false, NULL},
        {"0.0.0.0:0", true, NULL},
        {"0.0.0.0:0", false, "open to a network"},
        {"10.0.0.1:0", false, "open to a network"},
        {"[::]:0", false, "open to a network"},
        {"[::ffff:127.0.0.1]:0", false, "open to a network"},
        {"192.0.2.1:0", true, "cannot listen"},
        {"localhost:0", false, "is not like"},
        {"127.0.0.1", false, "is not like"},
        {"127.0.0.1:", false, "is not like"},
        {"127.0.0.1:65536", false, "is not like"},
        {"127.0.0.1:80x", false, "is not like"},
        {"::1:0", false, "is not like"},
        {"[127.0.0.1]:0", false, "is not like"},
        {"", false, "is not like"},
        {"unix:", false, "has no path"},
        {"unix:/nowhere/at/all", false, "cannot listen"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Err err = {0};
        HttpServer *server = NULL;
        HttpWish wish = {.listen = str_of(cases[i].listen),
                         .anywhere = cases[i].anywhere,
                         .workers = 1,
                         .handler = say_nothing};
        ROW("%s", cases[i].listen);
        bool opened = http_open(&wish, &server, &err);
        EXPECT_INT(opened, cases[i].why == NULL);
        if (opened) http_close(server, 0);
        if (cases[i].why != NULL) EXPECT_HAS(err.text, cases[i].why);
        bool to_all = cases[i].why != NULL &&
                      strcmp(cases[i].why, "open to a network") == 0;
        if (to_all) EXPECT_HAS(err.id, "katakan dua kali, dengan --network");
    }
}

FACT(an_address_in_use_is_refused)
{
    Stage *stage = stage_open((HttpWish){0});
    Err err = {0};
    HttpServer *server = NULL;
    HttpWish wish = {.listen = stage_address(stage), .handler = say_nothing};
    EXPECT(!http_open(&wish, &server, &err));
    EXPECT_INT(err.kind, ERR_IO);
    stage_close(stage);
}

/* What a process leaves that died: a socket file that nobody answers on. */
static void leave_socket(const char *path)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    memcpy(at.sun_path, path, strlen(path) + 1);
    CHECK(bind(fd, (const struct sockaddr *)&at, sizeof at) == 0);
    (void)close(fd);
}

FACT(a_unix_socket_is_made_guarded_and_taken_away)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    const char *path =
        str_c(tmp, str_format(tmp, "%s/door.sock", harness_folder()));
    Str listen = str_format(tmp, "unix:%s", path);
    struct stat info = {0};
    leave_socket(path);
    Stage *stage = stage_open((HttpWish){.listen = listen});
    EXPECT(stat(path, &info) == 0 && (info.st_mode & 0777) == 0660);
    Str answer = client_ask(
        tmp, listen,
        STR(GET_H("/",
                  "X-Forwarded-For: 10.1.2.3\r\nX-Forwarded-Proto: https")));
    EXPECT_STR(client_body(answer), "GET /\npeer 10.1.2.3\nsecure\n");
    Err err = {0};
    HttpServer *second = NULL;
    HttpWish wish = {.listen = listen, .handler = say_nothing};
    EXPECT(!http_open(&wish, &second, &err));
    EXPECT_INT(client_status(client_ask(tmp, listen, STR(GET("/short")))), 200);
    stage_close(stage);
    EXPECT(stat(path, &info) != 0);
}

/* A server so busy that nobody can connect lives: its socket stays. */
FACT(a_busy_socket_is_not_taken_for_a_dead_one)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    Str path = str_format(tmp, "%s/busy.sock", harness_folder());
    memcpy(at.sun_path, path.ptr, path.len);
    int busy = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int fds[16];
    CHECK(bind(busy, (const struct sockaddr *)&at, sizeof at) == 0);
    CHECK(listen(busy, 0) == 0);
    for (size_t i = 0; i < COUNT(fds); i++) {
        fds[i] = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        (void)connect(fds[i], (const struct sockaddr *)&at, sizeof at);
    }
    Err err = {0};
    HttpServer *server = NULL;
    HttpWish wish = {.listen = str_format(tmp, "unix:%.*s", STR_ARG(path)),
                     .handler = say_nothing};
    struct stat info = {0};
    EXPECT(!http_open(&wish, &server, &err));
    EXPECT(stat(at.sun_path, &info) == 0);
    for (size_t i = 0; i < COUNT(fds); i++)
        (void)close(fds[i]);
    (void)close(busy);
}

FACT(a_file_that_is_no_socket_is_left_alone)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    const char *path =
        str_c(tmp, str_format(tmp, "%s/letter", harness_folder()));
    int fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    CHECK(fd >= 0 && close(fd) == 0);
    Err err = {0};
    HttpServer *server = NULL;
    HttpWish wish = {.listen = str_format(tmp, "unix:%s", path),
                     .handler = say_nothing};
    struct stat info = {0};
    EXPECT(!http_open(&wish, &server, &err));
    EXPECT_HAS(err.text, "it is no socket");
    EXPECT(stat(path, &info) == 0 && S_ISREG(info.st_mode));
}
