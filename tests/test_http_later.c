/*
 * test_http_later.c - requests that are suspended: no thread waits for them,
 * and they are answered when somebody wakes them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http_client.h"
#include "http_stage.h"

#define GET(path) "GET " path " HTTP/1.1\r\nHost: a\r\n\r\n"
#define POST(path, type, body)                   \
    "POST " path " HTTP/1.1\r\nHost: a\r\n" type \
    "Content-Length: 3\r\n\r\n" body
#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"

enum { MANY = 40 };

FACT(what_waits_needs_no_worker_and_is_answered_when_woken)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){.workers = 1, .waiting = 1});
    int fds[MANY];
    for (unsigned i = 0; i < MANY; i++) {
        fds[i] = client_open(stage_address(stage));
        client_send(fds[i], i % 2 == 0 ? STR(GET("/later"))
                                       : STR(POST("/later", FORM, "a=b")));
    }
    stage_await_later(stage, MANY);
    EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/short"))),
               "short");
    stage_wake(stage);
    for (int i = 0; i < MANY; i++) {
        EXPECT_STR(client_body(client_answer(tmp, fds[i], false)), "later");
        client_close(fds[i]);
    }
    EXPECT_INT(stage_handled(stage), 1);
    stage_close(stage);
}

FACT(what_was_woken_may_be_left_to_a_worker_with_its_fields)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(POST("/later/worker", FORM, "a=b")));
    stage_await_later(stage, 1);
    stage_wake(stage);
    EXPECT_STR(client_body(client_answer(tmp, fd, false)),
               "POST /later/worker\nform a=b\n"
               "type application/x-www-form-urlencoded\npeer 127.0.0.1\n");
    client_close(fd);
    stage_close(stage);
}

FACT(answers_keep_their_order_behind_one_that_waits)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/short") GET("/later") GET("/at-once")
                            GET("/later/worker") GET("/page")));
    stage_await_later(stage, 1);
    stage_wake(stage);
    stage_await_later(stage, 1);
    stage_wake(stage);
    EXPECT_STR(client_body(client_answer(tmp, fd, false)), "short");
    EXPECT_STR(client_body(client_answer(tmp, fd, false)), "later");
    EXPECT_STR(client_body(client_answer(tmp, fd, false)), "at once");
    EXPECT_STR(client_body(client_answer(tmp, fd, false)),
               "GET /later/worker\npeer 127.0.0.1\n");
    EXPECT_STR(client_body(client_answer(tmp, fd, false)),
               str_c(tmp, stage_page()));
    client_close(fd);
    stage_close(stage);
}

FACT(patience_ends_only_where_nobody_will_wake_it)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int late = client_open(stage_address(stage));
    client_send(late, STR(GET("/later/late")));
    stage_await_later(stage, 1);
    int fd = client_open(stage_address(stage));
    client_send(fd, STR(GET("/later/impatient")));
    EXPECT_STR(client_body(client_answer(tmp, fd, false)), "later");
    while (stage_told_to_wait() == 0) {
    }
    ROW("it is asked once, and waits on");
    EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/short"))),
               "short");
    stage_wake(stage);
    EXPECT_STR(client_body(client_answer(tmp, late, false)), "later");
    client_close(late);
    client_close(fd);
    stage_close(stage);
}

FACT(who_left_meanwhile_harms_nobody)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int gone = client_open(stage_address(stage));
    client_send(gone, STR(GET("/later")));
    stage_await_later(stage, 1);
    client_close(gone);
    EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/short"))),
               "short");
    stage_wake(stage);
    EXPECT_HAS(client_ask(tmp, stage_address(stage), STR(GET("/short"))),
               "short");
    stage_close(stage);
}

FACT(what_waits_is_answered_before_the_end)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    Stage *stage = stage_open((HttpWish){0});
    int busy = client_open(stage_address(stage));
    int idle = client_open(stage_address(stage));
    client_send(busy, STR(GET("/later")));
    client_send(idle, STR(GET("/short")));
    EXPECT_INT(client_status(client_answer(tmp, idle, false)), 200);
    stage_await_later(stage, 1);
    stage_begin_close(stage, 0);
    /* The idle one is let go: so the closing has begun. */
    EXPECT_INT((int64_t)client_rest(tmp, idle).len, 0);
    stage_wake(stage);
    EXPECT_STR(client_body(client_answer(tmp, busy, false)), "later");
    client_close(busy);
    client_close(idle);
    stage_close(stage);
}

/* A form that cannot be read is refused as ever; other methods, and what is
 * long, are a worker's from the first. */
FACT(only_what_is_short_and_whole_is_asked_at_once)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Stage *stage = stage_open((HttpWish){0});
    Buf large = buf_in(tmp);
    Str bad =
        client_ask(tmp, stage_address(stage), STR(POST("/later", FORM, "%%%")));
    EXPECT_INT(client_status(bad), 400);
    buf_c(&large, "POST /later HTTP/1.1\r\nHost: a\r\n" FORM
                  "Content-Length: 5002\r\n\r\na=");
    for (int i = 0; i < 5000; i++)
        buf_char(&large, 'x');
    Str long_one = client_ask(tmp, stage_address(stage), buf_str(&large));
    EXPECT_HAS(long_one, "POST /later\nform a=xxx");
    Str put = client_ask(tmp, stage_address(stage),
                         STR("PUT /later HTTP/1.1\r\nHost: a\r\n"
                             "Content-Length: 0\r\n\r\n"));
    EXPECT_HAS(put, "PUT /later\n");
    stage_close(stage);
}
