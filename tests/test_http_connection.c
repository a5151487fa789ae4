/*
 * test_http_connection.c - one connection by hand, without threads: what it
 * does in one turn.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "harness.h"
#include "http/connection.h"
#include "http_client.h"

#include <sys/socket.h>

static char scratch[CONNECTION_SCRATCH];

typedef struct {
    Arena *arena;
    Door door;
    Desk desk;
    Connection connection;
    int client;
} Turn;

static void hand_over(void *context, const HttpRequest *request,
                      HttpAnswer *answer)
{
    (void)context, (void)request, (void)answer;
}

static HttpAtOnceSays say_hello(void *context, const HttpRequest *request,
                                HttpAnswer *answer, HttpWait *wait)
{
    (void)context, (void)wait;
    if (!str_is(request->path, STR("/"))) return AT_ONCE_NOT;
    buf_c(&answer->body, "hello");
    return AT_ONCE_DONE;
}

static void turn_open(Turn *turn)
{
    int fds[2];
    HttpWish wish = {.handler = hand_over, .at_once = say_hello};
    *turn = (Turn){.arena = arena_open(1 << 16)};
    CHECK(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) == 0);
    door_init(&turn->door, turn->arena, &wish, true);
    turn->desk.door = &turn->door;
    turn->desk.gzip = gzip_open(turn->arena);
    turn->desk.scratch = scratch;
    turn->client = fds[1];
    connection_begin(&turn->connection, fds[0], STR(""), &turn->desk);
}

static void turn_close(Turn *turn)
{
    connection_end(&turn->connection, &turn->door);
    client_close(turn->client);
    gzip_close(turn->desk.gzip);
    door_done(&turn->door);
    arena_close(turn->arena);
}

static Step turn_on(Turn *turn, const char *bytes)
{
    client_send(turn->client, str_of(bytes));
    turn->connection.readable = true;
    return connection_advance(&turn->connection, &turn->desk);
}

#define GET(path) "GET " path " HTTP/1.1\r\nHost: a\r\n\r\n"

FACT(a_turn_has_an_end)
{
    Turn turn;
    turn_open(&turn);
    Buf all = buf_in(turn.arena);
    for (int i = 0; i < 100; i++)
        buf_c(&all, GET("/"));
    buf_char(&all, '\0');
    int turns = 1;
    int answers = 0;
    Step step = turn_on(&turn, buf_str(&all).ptr);
    for (; step == STEP_TURN; turns++)
        step = connection_advance(&turn.connection, &turn.desk);
    EXPECT_INT(step, STEP_WAIT);
    EXPECT(turns > 2);
    for (; answers < 100; answers++)
        EXPECT_HAS(client_answer(turn.arena, turn.client, false), "hello");
    turn_close(&turn);
}

FACT(a_connection_goes_from_stage_to_stage)
{
    Turn turn;
    turn_open(&turn);
    Connection *c = &turn.connection;
    EXPECT_INT(turn_on(&turn, ""), STEP_WAIT);
    EXPECT_INT(c->stage, CONNECTION_IDLE);
    EXPECT_INT(turn_on(&turn, "POST /a HTTP/1.1\r\nHost: a\r\n"), STEP_WAIT);
    EXPECT_INT(c->stage, CONNECTION_HEAD);
    EXPECT_INT(turn_on(&turn, "Content-Length: 3\r\n\r\nab"), STEP_WAIT);
    EXPECT_INT(c->stage, CONNECTION_BODY);
    EXPECT_INT(turn_on(&turn, "c" GET("/")), STEP_WORK);
    EXPECT_INT(c->stage, CONNECTION_WORKING);
    EXPECT_STR(body_str(&c->exchange->body), "abc");
    /* Whatever the client does meanwhile, a worker has it. */
    EXPECT_INT(turn_on(&turn, "more"), STEP_WAIT);
    exchange_run(c->exchange, &turn.door, turn.desk.gzip);
    connection_resume(c, &turn.desk);
    EXPECT_INT(c->stage, CONNECTION_SENDING);
    EXPECT_INT(connection_advance(c, &turn.desk), STEP_WAIT);
    EXPECT_HAS(client_answer(turn.arena, turn.client, false), "HTTP/1.1 200 ");
    EXPECT_HAS(client_answer(turn.arena, turn.client, false), "hello");
    EXPECT_INT(c->stage, CONNECTION_HEAD); /* "more" of the next */
    turn_close(&turn);
}

FACT(the_clock_ends_what_the_client_does_not)
{
    static const struct {
        const char *sent;
        Step step;
        int status;
    } cases[] = {
        {"",                                                        STEP_CLOSE, 0  },
        {"GET",                                                     STEP_WAIT,  408},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", STEP_WAIT,
         408                                                                       },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Turn turn;
        turn_open(&turn);
        ROW("%s", cases[i].sent);
        EXPECT_INT(turn_on(&turn, cases[i].sent), STEP_WAIT);
        EXPECT(turn.connection.deadline_ns > turn.desk.now_ns &&
               turn.connection.deadline_ns < INT64_MAX);
        turn.desk.now_ns = turn.connection.deadline_ns;
        EXPECT_INT(connection_expire(&turn.connection, &turn.desk),
                   cases[i].step);
        if (cases[i].status != 0) {
            Str answer = client_answer(turn.arena, turn.client, false);
            EXPECT_INT(client_status(answer), cases[i].status);
            EXPECT_INT(turn.connection.stage, CONNECTION_LINGERING);
        }
        turn_close(&turn);
    }
}

/* What idle connections keep is nothing: thousands of them are cheap. */
FACT(an_idle_connection_keeps_no_memory)
{
    Turn turn;
    turn_open(&turn);
    EXPECT_INT(turn_on(&turn, "GET / HTTP/1.1\r\nHost"), STEP_WAIT);
    EXPECT(turn.connection.kept != NULL);
    EXPECT_INT(turn_on(&turn, ": a\r\n\r\n"), STEP_WAIT);
    EXPECT(turn.connection.kept == NULL && turn.connection.exchange == NULL);
    EXPECT_HAS(client_answer(turn.arena, turn.client, false), "hello");
    turn_close(&turn);
}
