/* SPDX-License-Identifier: Apache-2.0 */
/*
 * state.c - is the server well, and how much has it done: for the machine that
 * it runs on.
 */
#include "api/api.h"
#include "door/door.h"
#include "http/peer.h"

static bool has_failed(const Door *door)
{
    for (size_t i = 0; i < door->house_count; i++) {
        if (store_failed(door->houses[i].store)) return true;
    }
    return false;
}

static void show_health(Visit *v)
{
    bool failed = has_failed(v->door), empty = v->view_count == 0;
    v->answer->cache = STR("no-store");
    v->answer->status = failed || empty ? 503 : 200;
    Json json = api_open(v);
    json_text(&json, "status",
              failed  ? STR("failed")
              : empty ? STR("empty")
                      : STR("ok"));
    json_number(&json, "governments", (int64_t)v->view_count);
    api_close(v, &json);
}

/* Straight from this machine: what came through a proxy is somebody else's. */
static bool is_near(const HttpRequest *request)
{
    return !http_has(&request->headers, STR("x-forwarded-for")) &&
           !http_has(&request->headers, STR("forwarded")) &&
           (request->peer.len == 0 || peer_is_loopback(request->peer));
}

static void put_head(Buf *out, const char *name, const char *type,
                     const char *help)
{
    buf_format(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

/* A government's code is letters, digits, "-", "_" and ".". */
static void put_value(Buf *out, const char *name, Str government, uint64_t n)
{
    buf_format(out, "%s{government=\"%.*s\"} ", name, STR_ARG(government));
    buf_number(out, (int64_t)n);
    buf_char(out, '\n');
}

static void put_governments(Visit *v, Buf *out)
{
    static const char *const place = "tatakerja_journal_place",
                             *const snapshot = "tatakerja_snapshot_number";
    put_head(out, place, "gauge",
             "Last place of the journal that this process wrote; 0 before the "
             "first");
    for (size_t i = 0; i < v->view_count; i++) {
        Str code = v->views[i].office->government.code;
        put_value(out, place, code, live_place(v->views[i].live, code));
    }
    put_head(out, snapshot, "gauge", "Number of the snapshot that is read");
    for (size_t i = 0; i < v->view_count; i++)
        put_value(out, snapshot, v->views[i].office->government.code,
                  v->views[i].number);
}

static void show_metrics(Visit *v)
{
    if (!is_near(v->request)) {
        visit_refuse_with(v, ERR_DENIED, "hanya dari mesin ini sendiri",
                          "only from this machine itself");
        return;
    }
    v->answer->type = STR("text/plain; version=0.0.4; charset=utf-8");
    v->answer->cache = STR("no-store");
    if (v->door->server != NULL)
        http_metrics(v->door->server, &v->answer->body);
    put_governments(v, &v->answer->body);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/health", ANYBODY, NO_FIELDS, show_health,
               "Is the server well"),
    ROUTE_DATA(GET, "/metrics", ANYBODY, NO_FIELDS, show_metrics,
               "How much it has done; from this machine only"),
};

const RouteTable api_state_routes = {routes, COUNT(routes)};
