/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cmd_serve.c - the door is open until somebody asks us to end.
 */
#include "base/file.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/open.h"
#include "web/site.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>

enum { STOP_SECONDS = 20 };

typedef struct {
    const Call *call;
    Store *store;
    DoorHouse house;
    Door door;
} Serving;

static bool open_live(Serving *s, Err *err)
{
    LiveWish wish = {.store = s->store};
    AccountsWish accounts = {0};
    if (!live_open(&wish, &s->house.live, err)) return false;
    s->house.accounts = accounts_open(s->store, &accounts);
    s->door =
        (Door){.houses = &s->house, .house_count = 1, .problem = site_problem};
    s->door.tables = site_tables(&s->door.table_count);
    return true;
}

/* Blocked before any thread is there, so that only we hear of them. */
static void hold_signals(sigset_t *set)
{
    CHECK(sigemptyset(set) == 0);
    CHECK(sigaddset(set, SIGTERM) == 0 && sigaddset(set, SIGINT) == 0);
    CHECK(pthread_sigmask(SIG_BLOCK, set, NULL) == 0);
}

static Str listen_of(const Call *call)
{
    const char *given = call->option[OPT_LISTEN];
    return str_of(given == NULL ? "127.0.0.1:8080" : given);
}

static bool say_open(const Call *call, Str address)
{
    Buf out = buf_in(call->arena);
    say_format(&out, call->lang, "Tata Kerja melayani http://%.*s\n",
               "Tata Kerja serves http://%.*s\n", STR_ARG(address));
    Str text = buf_str(&out);
    return fwrite(text.ptr, 1, text.len, stdout) == text.len &&
           fflush(stdout) == 0;
}

static int serve(Serving *s, const sigset_t *ends)
{
    Err err = {0};
    int signal = 0;
    HttpServer *server = NULL;
    HttpWish wish = {.listen = listen_of(s->call),
                     .handler = door_handle,
                     .context = &s->door,
                     .log = stderr};
    if (!http_open(&wish, &server, &err))
        return say_refusal(s->call, NULL, &err);
    s->door.server = server;
    bool said = say_open(s->call, http_address(server));
    while (said && sigwait(ends, &signal) != 0) {
    }
    http_close(server, STOP_SECONDS);
    return EXIT_DONE;
}

int cmd_serve(const Call *call)
{
    Err err = {0};
    int code = EXIT_DONE;
    sigset_t ends;
    Serving s = {.call = call};
    hold_signals(&ends);
    if (!open_data(call, OPEN_TO_WRITE, &s.store, &code)) return code;
    code =
        open_live(&s, &err) ? serve(&s, &ends) : say_refusal(call, NULL, &err);
    live_close(s.house.live);
    accounts_close(s.house.accounts);
    store_close(s.store);
    return code;
}
