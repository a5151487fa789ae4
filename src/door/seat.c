/* SPDX-License-Identifier: Apache-2.0 */
#include "door/seat.h"

#include "base/clock.h"
#include "door/address.h"
#include "door/cookie.h"
#include "door/door.h"
#include "door/problem.h"
#include "register/grant.h"

/* ---- language -------------------------------------------------------------
 */

static bool is_language(Str text, Lang *out)
{
    *out = str_starts(text, STR("en")) ? LANG_EN : LANG_ID;
    return str_starts(text, STR("en")) || str_starts(text, STR("id"));
}

Lang seat_language(const HttpRequest *request)
{
    Lang lang = LANG_ID;
    if (is_language(http_first(&request->query, STR("bahasa")), &lang) ||
        is_language(cookie_language_of(request), &lang))
        return lang;
    return LANG_ID;
}

/* Chosen by ?bahasa=: kept for a year. */
static void keep_language(Visit *v)
{
    Lang lang;
    if (!is_language(http_first(&v->request->query, STR("bahasa")), &lang))
        return;
    cookie_language(v, lang);
}

/* ---- governments ----------------------------------------------------------
 */

typedef struct {
    Str *codes;
    size_t count;
} Governments;

static bool take_house(Visit *v, const DoorHouse *house, const Governments *of,
                       Err *err)
{
    for (size_t i = 0; i < of->count && v->view_count < VISIT_GOVERNMENTS;
         i++) {
        if (!live_take(house->live, of->codes[i], &v->views[v->view_count],
                       err))
            return false;
        v->of_house[v->view_count++] = house;
    }
    return true;
}

/* Room for those that there are: a view is no small thing. */
static bool take_views(Visit *v, Err *err)
{
    size_t houses = v->door->house_count, all = 0;
    Governments *of = NEW(v->arena, Governments, houses + 1);
    for (size_t h = 0; h < houses; h++) {
        live_governments(v->door->houses[h].live, v->arena, &of[h].codes,
                         &of[h].count);
        all += of[h].count;
    }
    if (all > VISIT_GOVERNMENTS) all = VISIT_GOVERNMENTS;
    v->views = NEW(v->arena, LiveView, all);
    v->of_house = NEW(v->arena, const DoorHouse *, all);
    for (size_t h = 0; h < houses; h++) {
        if (!take_house(v, &v->door->houses[h], &of[h], err)) return false;
    }
    return true;
}

/* Accounts are asked for with all governments of their house. */
static AccountWorld world_of(const Visit *v)
{
    size_t count = 0;
    const Office **offices = NEW(v->arena, const Office *, v->view_count + 1);
    for (size_t i = 0; i < v->view_count; i++) {
        if (v->of_house[i] == v->house) offices[count++] = v->views[i].office;
    }
    return (AccountWorld){v->house->accounts, offices, count, v->now,
                          clock_monotonic_ns()};
}

void seat_choose(Visit *v, Str government)
{
    for (size_t i = 0; i < v->view_count; i++) {
        if (!str_is(v->views[i].office->government.code, government)) continue;
        v->has_government = true;
        v->house = v->of_house[i];
        v->live = v->house->live;
        v->view = &v->views[i];
        v->government = v->view->office->government.code;
        v->now = live_now(v->live);
        v->today = live_today(v->view);
        v->world = world_of(v);
        return;
    }
}

/* A public page, or whoever signs in, names the government or means the
 * first. */
static void choose_public(Visit *v)
{
    Str named = http_first(&v->request->query, STR("pemda"));
    if (named.len == 0) named = http_first(&v->request->form, STR("pemda"));
    seat_choose(v, named);
    if (!v->has_government && v->view_count > 0)
        seat_choose(v, v->views[0].office->government.code);
}

/* ---- who ------------------------------------------------------------------
 */

static void sit(Visit *v, Str code)
{
    uint32_t index = map_find(&v->view->office->r.person_codes, code);
    if (index == NO_INDEX) return;
    v->person = (PersonId){index};
    v->actor = v->view->office->r.people[index].code;
}

/* At hand or not there, where nothing may wait. */
static bool find_session(Visit *v, Str token, bool *found, Err *err)
{
    if (!v->at_hand)
        return session_find(v->arena, &v->world, token, &v->session, found,
                            err);
    *found = session_at_hand(v->arena, &v->world, token, &v->session);
    return true;
}

/* The cookie names the government, so that only its house is asked. */
static bool by_cookie(Visit *v, Err *err)
{
    bool found = false;
    Str rest = cookie_session(v->request), government;
    if (!str_next(&rest, '~', &government) || rest.len == 0) return true;
    seat_choose(v, government);
    if (!v->has_government) return true;
    v->cookie = rest;
    if (!find_session(v, rest, &found, err)) return false;
    if (!found || !str_is(v->session.government, v->government)) return true;
    sit(v, v->session.person);
    bool sits = v->person.index != NO_INDEX;
    v->signed_in = sits && v->session.level == SESSION_FULL;
    v->entering = sits && !v->signed_in;
    return true;
}

/* The house of a service token is not said: each is asked. */
static bool by_token(Visit *v, Str secret, Err *err)
{
    for (size_t i = 0; i < v->view_count && !v->service; i++) {
        if (i > 0 && v->of_house[i] == v->of_house[i - 1]) continue;
        seat_choose(v, v->views[i].office->government.code);
        if (!token_find(v->arena, &v->world, secret, &v->token, &v->service,
                        err))
            return false;
    }
    if (!v->service) {
        (void)FAIL(err, ERR_DENIED, "the service token is not valid");
        return err_id(err, "token layanan itu tidak berlaku");
    }
    seat_choose(v, v->token.government);
    sit(v, v->token.actor);
    v->signed_in = v->person.index != NO_INDEX;
    return true;
}

/* authorization = "Bearer" 1*SP secret; the scheme in any case (RFC 9110,
 * 11.1). */
static bool is_bearer(Str given, Str *secret)
{
    Str scheme = {0};
    if (!str_next(&given, ' ', &scheme) ||
        !str_folded_is(scheme, STR("bearer")))
        return false;
    *secret = str_trim(given);
    return true;
}

bool seat_take(Visit *v)
{
    Err err = {0};
    Str secret = {0};
    Str given = http_first(&v->request->headers, STR("authorization"));
    bool service = v->route->data && is_bearer(given, &secret);
    bool fine = take_views(v, &err) &&
                (service ? by_token(v, secret, &err) : by_cookie(v, &err));
    if (!fine) {
        if (service && err.kind == ERR_DENIED)
            problem_unknown(v, &err);
        else
            visit_refuse(v, &err);
        return false;
    }
    if (!v->signed_in && !v->entering) choose_public(v);
    keep_language(v);
    return true;
}

void seat_give(Visit *v)
{
    for (size_t i = 0; i < v->view_count; i++)
        live_give(&v->views[i]);
}

/* ---- may they be here? ----------------------------------------------------
 */

/* Back here after signing in; of a form: to its page, which is gone. */
static bool send_away(Visit *v, const char *where)
{
    if (v->route->data) {
        Err err = {0};
        (void)FAIL(&err, ERR_DENIED, "sign in first");
        (void)err_id(&err, "masuk dahulu");
        problem_unknown(v, &err);
        return false;
    }
    bool back =
        v->request->method == HTTP_GET && !str_is(v->request->path, STR("/"));
    Str to = address_part(v->arena, v->request->target);
    if (!back && v->door->demo) where = "/demo";
    http_see_other(v->answer,
                   back ? str_format(v->arena, "%s?ke=%.*s", where, STR_ARG(to))
                        : str_of(where));
    return false;
}

/* Its secret hangs at a door: it says facts as that device, and does nothing
 * in the name of who made it. */
static bool is_for_devices(Visit *v)
{
    if (!v->service || !grant_is_device(v->token.name) ||
        str_is(v->request->path, STR("/api/v1/fakta")))
        return true;
    visit_refuse_with(v, ERR_DENIED,
                      "token perangkat bersama hanya mencatat lewat "
                      "/api/v1/fakta",
                      "the token of a shared device only says facts by "
                      "/api/v1/fakta");
    return false;
}

/* What is theirs alone is not done in their name. */
static bool is_in_person(Visit *v)
{
    if (!v->service || !v->route->in_person) return true;
    visit_refuse_with(v, ERR_DENIED,
                      "ini hanya dilakukan oleh orangnya sendiri yang masuk, "
                      "tidak oleh token layanan",
                      "only a person who is signed in does this, no service "
                      "token");
    return false;
}

bool seat_fits(Visit *v)
{
    if (v->route->permit.kind != PERMIT_ANYBODY && !is_for_devices(v))
        return false;
    if (!is_in_person(v)) return false;
    switch (v->route->permit.kind) {
    case PERMIT_ANYBODY: return true;
    case PERMIT_ENTERING:
        return v->signed_in || v->entering || send_away(v, "/masuk");
    case PERMIT_SIGNED_IN:
    case PERMIT_CASE: break;
    }
    if (v->signed_in) return true;
    return send_away(v, v->entering ? "/masuk/kode" : "/masuk");
}
