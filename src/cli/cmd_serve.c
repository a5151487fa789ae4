/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cmd_serve.c - the door is open until somebody asks us to end.
 */
#include "api/api.h"
#include "app/invite.h"
#include "app/upkeep.h"
#include "base/clock.h"
#include "cli/args.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "door/houses.h"
#include "door/pace.h"
#include "door/recent.h"
#include "door/stage.h"
#include "web/site.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>

enum { STOP_SECONDS = 20, QUIET_SECONDS = 10 };

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

static bool print(Buf *out)
{
    Str text = buf_str(out);
    return fwrite(text.ptr, 1, text.len, stdout) == text.len &&
           fflush(stdout) == 0;
}

static bool say_open(const Call *call, Str address)
{
    Buf out = buf_in(call->arena);
    bool socket = str_starts(address, STR("unix:"));
    say_format(&out, call->lang, "Tata Kerja melayani %s%.*s\n",
               "Tata Kerja serves %s%.*s\n", socket ? "" : "http://",
               STR_ARG(address));
    return print(&out);
}

/* After a failed write of the store nothing is acknowledged any more: the
 * process ends, so that it is seen and started again (rule 4). */
static bool has_failed(const Houses *houses)
{
    for (size_t i = 0; i < houses->count; i++) {
        if (store_failed(houses->at[i].store)) return true;
    }
    return false;
}

/* After the morning's rush the memory of a small office is enough. */
static void rest(const Door *door, const Houses *houses)
{
    http_rest(door->server);
    recent_rest(door->recent);
    for (size_t i = 0; i < houses->count; i++) {
        live_rest(houses->at[i].live);
        store_rest(houses->at[i].store);
    }
    arena_give_back();
}

static int wait_end(const Door *door, const Houses *houses,
                    const sigset_t *ends)
{
    const struct timespec second = {.tv_sec = 1};
    for (int quiet = 0;; quiet++) {
        if (sigtimedwait(ends, NULL, &second) > 0) return EXIT_DONE;
        if (has_failed(houses)) return EXIT_WORLD;
        if (!http_is_quiet(door->server)) quiet = 0;
        if (quiet == QUIET_SECONDS) rest(door, houses);
    }
}

/* ---- the first administrator ------------------------------------------------
 */

static bool first_code(const DoorHouse *house, Arena *arena, Str government,
                       Str *code, bool *needed, Err *err)
{
    LiveView view;
    if (!live_take(house->live, government, &view, err)) return false;
    AccountWorld world = {house->accounts, &view.office, 1,
                          live_now(house->live), clock_monotonic_ns()};
    bool good = invite_first_code(arena, &world, government, code, needed, err);
    live_give(&view);
    return good;
}

/* Whoever reads this screen makes the first account; there is no other way in
 * and no password that everybody knows. */
static bool say_first_codes(const Call *call, const DoorHouse *house, Buf *out,
                            Err *err)
{
    Str *codes = NULL;
    size_t count = 0;
    live_governments(house->live, call->arena, &codes, &count);
    for (size_t i = 0; i < count; i++) {
        Str code = {0};
        bool needed = false;
        if (!first_code(house, call->arena, codes[i], &code, &needed, err))
            return false;
        if (!needed) continue;
        say_format(
            out, call->lang,
            "%.*s belum punya administrator. Buka /awal?pemda=%.*s; kode "
            "sekali pakai: %.*s\n",
            "%.*s has no administrator yet. Open /awal?pemda=%.*s; "
            "one-time code: %.*s\n",
            STR_ARG(codes[i]), STR_ARG(codes[i]), STR_ARG(code));
    }
    return true;
}

/* A demonstration is entered without one. */
static bool say_administrators(const Call *call, const Door *door, Err *err)
{
    Buf out = buf_in(call->arena);
    for (size_t i = 0; i < door->house_count && !door->demo; i++) {
        if (!say_first_codes(call, &door->houses[i], &out, err)) return false;
    }
    return print(&out) || FAIL(err, ERR_IO, "standard output is closed");
}

/* Sessions and erasures, from now on; a server without it still serves. */
static Upkeep *keep_up(const Call *call, const Houses *houses)
{
    UpkeepHouse *all = NEW(call->arena, UpkeepHouse, houses->count + 1);
    for (size_t i = 0; i < houses->count; i++)
        all[i] = (UpkeepHouse){houses->at[i].live, houses->at[i].accounts};
    return upkeep_open(all, houses->count);
}

static int serve(const Call *call, Door *door, const Houses *houses,
                 const sigset_t *ends)
{
    Err err = {0};
    HttpServer *server = NULL;
    HttpWish wish = {.listen = listen_of(call),
                     .anywhere = call->option[OPT_NETWORK] != NULL,
                     .handler = door_handle,
                     .at_once = door_at_once,
                     .context = door,
                     .log = stderr};
    if (!http_open(&wish, &server, &err)) return say_refusal(call, NULL, &err);
    door->server = server;
    Upkeep *upkeep = keep_up(call, houses);
    int code = say_open(call, http_address(server))
                   ? wait_end(door, houses, ends)
                   : EXIT_WORLD;
    http_close(server, STOP_SECONDS);
    upkeep_close(upkeep);
    return code;
}

static bool set_stage(Door *door, Arena *arena, const Houses *houses, Err *err)
{
    if (!door->demo) return true;
    door->demo_password = stage_password(arena);
    for (size_t i = 0; i < houses->count; i++) {
        if (!stage_set(&houses->at[i], door->demo_password, err)) return false;
    }
    return true;
}

int cmd_serve(const Call *call)
{
    Err err = {0};
    Houses houses = {0};
    sigset_t ends;
    HousesWish wish = {.data = call->option[OPT_DATA],
                       .demo = call->option[OPT_DEMO] != NULL};
    hold_signals(&ends);
    arena_share();
    if (!houses_open(call->arena, &wish, &houses, &err))
        return say_refusal(call, NULL, &err);
    Door door = {.houses = houses.at,
                 .house_count = houses.count,
                 .problem = site_problem,
                 .pace = pace_open(),
                 .recent = recent_open(),
                 .demo = wish.demo};
    size_t pages = 0;
    const RouteTable *site = site_tables(&pages);
    door.tables = api_beside(call->arena, site, pages, &door.table_count);
    int code = set_stage(&door, call->arena, &houses, &err) &&
                       say_administrators(call, &door, &err)
                   ? serve(call, &door, &houses, &ends)
                   : say_refusal(call, NULL, &err);
    houses_close(&houses);
    pace_close(door.pace);
    recent_close(door.recent);
    return code;
}
