/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_door_kill.c - the server dies in the middle of its work, again and
 * again: what a client was told is kept is there afterwards.
 *
 * The server is a child of its own, with store, door and socket; senders check
 * in over a Unix socket until so many were answered, then it is killed (-9)
 * with the others still on their way.
 */
#include "base/file.h"
#include "harness.h"
#include "http_client.h"
#include "web_world.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SENDERS = 8, MOST = 1000, KILLS = 12, TEXT = 200 };

/* What a sender must know, told by the child once it listens. */
typedef struct {
    char cookie[TEXT], key[TEXT];
} Told;

typedef struct {
    Str address;
    Told told;
    pid_t server;
    size_t until; /* answers until it is killed */
    pthread_mutex_t lock;
    FactId kept[MOST];
    size_t kept_count, sent;
} Morning;

/* ---- the server ---------------------------------------------------------- */

static void tell(WebWorld *w, int pipe_end)
{
    Told told = {0};
    Str key = session_form_token(w->arena, &w->in.session);
    (void)snprintf(told.cookie, TEXT, "tk=contoh~%.*s", STR_ARG(w->in.token));
    (void)snprintf(told.key, TEXT, "%.*s", STR_ARG(key));
    CHECK(write(pipe_end, &told, sizeof told) == (ssize_t)sizeof told);
}

/* Never returns. */
static void serve(const char *name, Str address, int pipe_end)
{
    Err err = {0};
    HttpServer *server = NULL;
    WebWorld *w = web_world_open(name);
    web_world_as(w, "A");
    HttpWish wish = {.listen = address,
                     .handler = door_handle,
                     .at_once = door_at_once, /* as the product is served */
                     .context = &w->door};
    CHECK(http_open(&wish, &server, &err));
    tell(w, pipe_end);
    for (;;)
        (void)pause();
}

static void begin(Morning *m, const char *name)
{
    int ends[2];
    CHECK(pipe(ends) == 0);
    m->server = fork();
    CHECK(m->server >= 0);
    if (m->server == 0) serve(name, m->address, ends[1]);
    (void)close(ends[1]);
    CHECK(read(ends[0], &m->told, sizeof m->told) == (ssize_t)sizeof m->told);
    (void)close(ends[0]);
}

/* ---- the senders --------------------------------------------------------- */

static FactId next_id(Morning *m)
{
    CHECK(pthread_mutex_lock(&m->lock) == 0);
    uint64_t n = ++m->sent;
    CHECK(pthread_mutex_unlock(&m->lock) == 0);
    /* The lowest bits give way to the version of such ids. */
    return fact_id_of((Instant){INT64_C(1596499200000000)}, 0, n << 8);
}

/* The one who was answered last before the end, ends it. */
static void note_kept(Morning *m, FactId id)
{
    CHECK(pthread_mutex_lock(&m->lock) == 0);
    CHECK(m->kept_count < MOST);
    m->kept[m->kept_count++] = id;
    if (m->kept_count == m->until) CHECK(kill(m->server, SIGKILL) == 0);
    CHECK(pthread_mutex_unlock(&m->lock) == 0);
}

static Str check_in(Arena *arena, const Morning *m, FactId id)
{
    char text[FACT_ID_TEXT];
    Str body = str_format(arena, "kunci=%s&id=%s&kata=rumah", m->told.key,
                          fact_id_text(id, text));
    return str_format(arena,
                      "POST /hadir HTTP/1.1\r\nHost: contoh\r\n"
                      "Cookie: %s\r\nSec-Fetch-Site: same-origin\r\n"
                      "Content-Type: application/x-www-form-urlencoded\r\n"
                      "Content-Length: %zu\r\n\r\n%.*s",
                      m->told.cookie, body.len, STR_ARG(body));
}

static void *send_on(void *context)
{
    Morning *m = context;
    int fd = client_open(m->address);
    for (int status = 303; fd >= 0 && status == 303;) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
        FactId id = next_id(m);
        status = 0;
        if (client_send(fd, check_in(tmp, m, id)))
            status = client_status(client_answer(tmp, fd, false));
        if (status == 303) note_kept(m, id);
    }
    if (fd >= 0) client_close(fd);
    return NULL;
}

static void send_until_the_end(Morning *m)
{
    pthread_t threads[SENDERS];
    int status = 0;
    for (size_t i = 0; i < SENDERS; i++)
        CHECK(pthread_create(&threads[i], NULL, send_on, m) == 0);
    for (size_t i = 0; i < SENDERS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    CHECK(waitpid(m->server, &status, 0) == m->server);
    EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

/* ---- afterwards ---------------------------------------------------------- */

static bool count_one(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    (void)number, (void)fact, (void)err;
    ++*(size_t *)context;
    return true;
}

static void look_for_all(const Morning *m, const char *folder)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Store *store = NULL;
    Err err = {0};
    size_t missing = 0, all = 0;
    StoreWish wish = {.folder = folder, .write = true};
    FactQuery query = {.government = STR("contoh"),
                       .days = WINDOW_ALL,
                       .kinds = UINT64_C(1) << FACT_CHECK_IN};
    CHECK(store_open(&wish, &store, &err));
    for (size_t i = 0; i < m->kept_count; i++) {
        Fact fact;
        bool found = false;
        CHECK(store_fact(store, tmp, STR("contoh"), m->kept[i], &fact, &found,
                         &err));
        missing += !found;
    }
    CHECK(store_facts(store, NULL, &query, count_one, &all, &err));
    EXPECT_INT((int64_t)missing, 0);
    EXPECT(m->kept_count >= m->until);
    EXPECT(all >= m->kept_count && all <= m->sent);
    store_close(store);
}

FACT(a_server_that_is_killed_has_lost_nothing_that_it_said_is_kept)
{
    for (int i = 0; i < harness_trials(KILLS); i++) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        Str name = str_format(tmp, "mati-%d", i);
        const char *folder = file_path(tmp, harness_folder(), str_c(tmp, name));
        ROW("kill %d", i);
        Morning m = {.address = str_format(tmp, "unix:%s.sock", folder),
                     .until = 40 + (size_t)(i * 67 % 160)};
        CHECK(pthread_mutex_init(&m.lock, NULL) == 0);
        begin(&m, str_c(tmp, name));
        send_until_the_end(&m);
        look_for_all(&m, folder);
        CHECK(pthread_mutex_destroy(&m.lock) == 0);
    }
}
