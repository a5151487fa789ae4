/* SPDX-License-Identifier: Apache-2.0 */
#include "http_stage.h"

#include <pthread.h>
#include <string.h>

enum { LATER_MOST = 64, IMPATIENT_MS = 150 };

struct Stage {
    Arena *arena;
    HttpServer *server;
    atomic_uint handled;
    pthread_mutex_t lock;
    pthread_cond_t moved;
    unsigned at_gate;
    const HttpWait *later[LATER_MOST];
    unsigned later_count;
    bool gate_is_open;
    pthread_t closer;
    unsigned close_seconds;
    bool closing;
};

static char page_text[20000];
static char large_text[STAGE_LARGE];
static const HttpPressed asset = {STR_INIT("the plain one"),
                                  STR_INIT("gzipped"), STR_INIT("brotli")};

Str stage_page(void)
{
    return (Str){page_text, sizeof page_text};
}

/* ---- the handler --------------------------------------------------------- */

static void wait_at_gate(Stage *stage)
{
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    stage->at_gate++;
    CHECK(pthread_cond_broadcast(&stage->moved) == 0);
    while (!stage->gate_is_open)
        CHECK(pthread_cond_wait(&stage->moved, &stage->lock) == 0);
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}

static void show_pairs(Buf *out, const char *what, const HttpPairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++)
        buf_format(out, "%s %.*s=%.*s\n", what, STR_ARG(pairs->at[i].name),
                   STR_ARG(pairs->at[i].value));
}

static void show_line(Buf *out, const char *what, Str text)
{
    if (text.len > 0) buf_format(out, "%s %.*s\n", what, STR_ARG(text));
}

static void show(const HttpRequest *request, Buf *out)
{
    static const char *const methods[] = {"GET", "POST", "PUT", "DELETE"};
    buf_format(out, "%s %.*s\n", methods[request->method],
               STR_ARG(request->path));
    show_pairs(out, "query", &request->query);
    show_pairs(out, "form", &request->form);
    show_pairs(out, "cookie", &request->cookies);
    for (size_t i = 0; i < request->file_count; i++)
        buf_format(out, "file %.*s %.*s %.*s %zu\n",
                   STR_ARG(request->files[i].field),
                   STR_ARG(request->files[i].name),
                   STR_ARG(request->files[i].type), request->files[i].body.len);
    show_line(out, "type", request->type);
    show_line(out, "body", request->body);
    show_line(out, "peer", request->peer);
    if (request->secure) buf_c(out, "secure\n");
}

static bool answer_page(Str path, HttpAnswer *answer)
{
    if (str_is(path, STR("/page"))) {
        buf_put(&answer->body, stage_page());
    } else if (str_is(path, STR("/kept"))) {
        answer->cache = STR("public, max-age=31536000, immutable");
        buf_put(&answer->body, stage_page());
    } else if (str_is(path, STR("/short"))) {
        buf_c(&answer->body, "short");
    } else if (str_is(path, STR("/picture"))) {
        answer->type = STR("image/png");
        buf_put(&answer->body, stage_page());
    } else if (str_is(path, STR("/large"))) {
        buf_put(&answer->body, (Str){large_text, sizeof large_text});
    } else if (str_is(path, STR("/asset"))) {
        answer->pressed = &asset;
        answer->etag = STR("\"asset-1\"");
    } else {
        return false;
    }
    return true;
}

static void handle(void *context, const HttpRequest *request,
                   HttpAnswer *answer)
{
    Stage *stage = context;
    (void)atomic_fetch_add(&stage->handled, 1);
    if (str_is(request->path, STR("/gate"))) wait_at_gate(stage);
    if (str_is(request->path, STR("/broken")))
        answer->cause = STR("cannot read 'x' (stage.c:1)");
    if (str_is(request->path, STR("/elsewhere")))
        http_see_other(answer, STR("/short"));
    else if (!answer_page(request->path, answer))
        show(request, &answer->body);
}

/* ---- suspended ----------------------------------------------------------- */

static bool answer_later(void *kept)
{
    HttpAnswer *answer = kept;
    buf_c(&answer->body, "later");
    return true;
}

static bool leave_to_worker(void *kept)
{
    (void)kept;
    return false;
}

static bool agree(void *kept)
{
    (void)kept;
    return true;
}

static atomic_uint told_to_wait;

static bool go_on_waiting(void *kept)
{
    (void)kept;
    (void)atomic_fetch_add(&told_to_wait, 1);
    return false;
}

unsigned stage_told_to_wait(void)
{
    return atomic_load(&told_to_wait);
}

static void suspend(Stage *stage, Str how, HttpAnswer *answer, HttpWait *wait)
{
    bool impatient = str_is(how, STR("/impatient"));
    wait->kept = answer;
    wait->resume = str_is(how, STR("/worker")) ? leave_to_worker : answer_later;
    wait->give_up = impatient ? agree : go_on_waiting;
    wait->patience_ms = IMPATIENT_MS;
    if (impatient) return; /* nobody wakes it */
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    CHECK(stage->later_count < LATER_MOST);
    stage->later[stage->later_count++] = wait;
    CHECK(pthread_cond_broadcast(&stage->moved) == 0);
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}

void stage_await_later(Stage *stage, unsigned count)
{
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    while (stage->later_count < count)
        CHECK(pthread_cond_wait(&stage->moved, &stage->lock) == 0);
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}

void stage_wake(Stage *stage)
{
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    for (unsigned i = 0; i < stage->later_count; i++)
        http_wake(stage->later[i]);
    stage->later_count = 0;
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}

static HttpAtOnceSays handle_at_once(void *context, const HttpRequest *request,
                                     HttpAnswer *answer, HttpWait *wait)
{
    Stage *stage = context;
    if (str_starts(request->path, STR("/later"))) {
        suspend(stage, str_slice(request->path, 6, request->path.len), answer,
                wait);
        return AT_ONCE_WAITS;
    }
    bool hold = str_is(request->path, STR("/hold"));
    if (!hold && !str_is(request->path, STR("/at-once"))) return AT_ONCE_NOT;
    if (hold) wait_at_gate(stage);
    (void)atomic_fetch_add(&stage->handled, 1);
    buf_c(&answer->body, "at once");
    return AT_ONCE_DONE;
}

/* ---- its life ------------------------------------------------------------ */

static void write_texts(void)
{
    for (size_t i = 0; i < sizeof page_text; i++)
        page_text[i] = (char)('a' + i % 7 + i / 1000 % 5);
    for (size_t i = 0; i < sizeof large_text; i++)
        large_text[i] = (char)('a' + i % 23);
}

Stage *stage_open(HttpWish wish)
{
    Err err = {0};
    Arena *arena = arena_open(1024);
    Stage *stage = NEW(arena, Stage, 1);
    stage->arena = arena;
    CHECK(pthread_mutex_init(&stage->lock, NULL) == 0);
    CHECK(pthread_cond_init(&stage->moved, NULL) == 0);
    write_texts();
    wish.handler = handle;
    wish.at_once = handle_at_once;
    wish.context = stage;
    if (wish.listen.len == 0) wish.listen = STR("127.0.0.1:0");
    if (wish.workers == 0) wish.workers = 8;
    CHECK(http_open(&wish, &stage->server, &err));
    return stage;
}

void stage_close(Stage *stage)
{
    stage_open_gate(stage);
    if (stage->closing)
        CHECK(pthread_join(stage->closer, NULL) == 0);
    else
        http_close(stage->server, 0);
    CHECK(pthread_cond_destroy(&stage->moved) == 0);
    CHECK(pthread_mutex_destroy(&stage->lock) == 0);
    arena_close(stage->arena);
}

static void *close_server(void *given)
{
    Stage *stage = given;
    http_close(stage->server, stage->close_seconds);
    return NULL;
}

void stage_begin_close(Stage *stage, unsigned seconds)
{
    stage->closing = true;
    stage->close_seconds = seconds;
    CHECK(pthread_create(&stage->closer, NULL, close_server, stage) == 0);
}

HttpServer *stage_server(Stage *stage)
{
    return stage->server;
}

Str stage_address(const Stage *stage)
{
    return http_address(stage->server);
}

unsigned stage_handled(const Stage *stage)
{
    return atomic_load(&stage->handled);
}

void stage_await_gate(Stage *stage, unsigned count)
{
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    while (stage->at_gate < count)
        CHECK(pthread_cond_wait(&stage->moved, &stage->lock) == 0);
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}

void stage_open_gate(Stage *stage)
{
    CHECK(pthread_mutex_lock(&stage->lock) == 0);
    stage->gate_is_open = true;
    CHECK(pthread_cond_broadcast(&stage->moved) == 0);
    CHECK(pthread_mutex_unlock(&stage->lock) == 0);
}
