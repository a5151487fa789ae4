/* SPDX-License-Identifier: Apache-2.0 */
#include "door/door.h"

#include "base/clock.h"
#include "door/body.h"
#include "door/cookie.h"
#include "door/guard.h"
#include "door/problem.h"
#include "door/recent.h"
#include "door/saying.h"
#include "door/seat.h"
#include "http/answer.h"

/* ---- what is asked for ----------------------------------------------------
 */

static Str methods_of(Arena *arena, unsigned allowed)
{
    static const char *const names[HTTP_METHOD_COUNT] = {
        [HTTP_GET] = "GET, HEAD",
        [HTTP_POST] = "POST",
        [HTTP_PUT] = "PUT",
        [HTTP_DELETE] = "DELETE",
    };
    Buf out = buf_in(arena);
    for (size_t m = 0; m < HTTP_METHOD_COUNT; m++) {
        if ((allowed >> m & 1) == 0) continue;
        if (out.len > 0) buf_c(&out, ", ");
        buf_c(&out, names[m]);
    }
    return buf_str(&out);
}

static bool find(Visit *v, HttpPairs *parts)
{
    RouteFound found =
        route_find(v->arena, v->door->tables, v->door->table_count,
                   v->request->method, v->request->path);
    v->route = found.route;
    *parts = found.parts;
    if (found.route != NULL) v->answer->noted = str_of(found.route->path);
    if (found.route != NULL) return true;
    if (!found.path_known) {
        visit_refuse_with(v, ERR_ABSENT, "halaman itu tidak ada",
                          "there is no such page");
        return false;
    }
    http_header(v->answer, STR("allow"), methods_of(v->arena, found.allowed));
    problem_method(v);
    return false;
}

/* ---- the object -----------------------------------------------------------
 */

static bool no_such(Visit *v, const char *id, const char *en)
{
    visit_refuse_with(v, ERR_ABSENT, id, en);
    return false;
}

static bool object_person(Visit *v)
{
    const Register *r = &v->view->office->r;
    const FieldValue *code = visit_field(v, "orang");
    uint32_t index = map_find(&r->person_codes, code->text);
    if (index == NO_INDEX)
        return no_such(v, "pegawai itu tidak ada", "there is no such person");
    v->about = (PersonId){index};
    return true;
}

/* The unit that the visitor heads, the highest one; else the agency that they
 * are of. */
static UnitId own_unit(const Visit *v)
{
    const Register *r = &v->view->office->r;
    UnitId own = r->people[v->person.index].unit;
    UnitId best = NO_UNIT;
    for (UnitId u = own; u.index != NO_INDEX; u = r->units[u.index].parent) {
        if (unit_head(r, u, v->today).index == v->person.index) best = u;
    }
    if (best.index != NO_INDEX) return best;
    return r->agency_of[own.index].index != NO_INDEX ? r->agency_of[own.index]
                                                     : own;
}

static bool object_unit(Visit *v)
{
    const Register *r = &v->view->office->r;
    const FieldValue *code = visit_field(v, "unit");
    if (!code->given) return v->unit = own_unit(v), true;
    uint32_t index = map_find(&r->unit_codes, code->text);
    if (index == NO_INDEX)
        return no_such(v, "unit itu tidak ada", "there is no such unit");
    v->unit = (UnitId){index};
    return true;
}

static bool find_object(Visit *v)
{
    switch (v->route->permit.object) {
    case OBJECT_GOVERNMENT: return true;
    case OBJECT_SELF: return v->about = v->person, true;
    case OBJECT_PERSON: return object_person(v);
    case OBJECT_UNIT: return object_unit(v);
    case OBJECT_OWN_UNIT: return v->unit = own_unit(v), true;
    }
    return false;
}

static bool may(Visit *v)
{
    Err why = {0};
    if (v->route->permit.kind != PERMIT_CASE) return true;
    if (!find_object(v)) return false;
    if (visit_may(v, v->route->permit.use, v->about, v->unit, &why))
        return true;
    visit_refuse(v, &why);
    return false;
}

/* ---- the way in -----------------------------------------------------------
 */

/* Whoever follows a link has not written its address: mailers and social media
 * hang on their own (utm_source, fbclid).  Unknown names stand last. */
static void pass_over_unknown(Fields *fields)
{
    size_t count = fields->faults.count;
    while (count > 0 && fields->faults.at[count - 1].kind == FIELD_UNKNOWN)
        count--;
    fields->faults.count = count;
}

static bool take_fields(Visit *v, const HttpPairs *parts)
{
    const HttpRequest *form = body_form(v);
    if (form == NULL) return false;
    v->fields = field_check(v->arena, v->route->fields, form, parts);
    if (v->route->method == HTTP_GET && !v->route->data)
        pass_over_unknown(&v->fields);
    if (v->fields.faults.count == 0 || v->route->own_faults) return true;
    problem_fields(v);
    return false;
}

/* Nothing of it waits, if what it needs is at hand. */
static bool is_quick(const Route *route)
{
    return route->recent || route->saying != NULL;
}

static bool comes_in(Visit *v)
{
    HttpPairs parts = {0};
    return find(v, &parts) && (is_quick(v->route) || !v->at_hand) &&
           seat_take(v) && guard_passes(v) && seat_fits(v) &&
           take_fields(v, &parts) && may(v);
}

static void handle(Visit *v)
{
    RecentKey key;
    if (!comes_in(v) || recent_answer(v, &key)) return;
    v->route->handler(v);
    recent_keep(v, &key);
}

static Visit *open_visit(Door *door, const HttpRequest *request,
                         HttpAnswer *answer)
{
    Visit *v = NEW(request->arena, Visit, 1);
    v->door = door;
    v->request = request;
    v->answer = answer;
    v->arena = request->arena;
    v->lang = seat_language(request);
    v->now = clock_now();
    v->person = v->about = NO_PERSON;
    v->unit = NO_UNIT;
    guard_headers(v);
    return v;
}

void visit_close(Visit *v)
{
    guard_cache(v);
    seat_give(v);
}

void door_handle(void *door, const HttpRequest *request, HttpAnswer *answer)
{
    Visit *v = open_visit(door, request, answer);
    handle(v);
    visit_close(v);
}

/* Asked of each request, before anything is taken for it. */
static bool may_be_quick(const Door *door, const HttpRequest *request)
{
    if (request->method == HTTP_GET) return recent_may_have(door, request);
    return cookie_session(request).len > 0;
}

static HttpAtOnceSays answer_at_once(Visit *v, HttpWait *wait)
{
    RecentKey key;
    if (!comes_in(v)) return AT_ONCE_NOT;
    if (v->route->saying != NULL)
        return saying_begin(v, wait) ? AT_ONCE_WAITS : AT_ONCE_NOT;
    return recent_answer(v, &key) ? AT_ONCE_DONE : AT_ONCE_NOT;
}

HttpAtOnceSays door_at_once(void *door, const HttpRequest *request,
                            HttpAnswer *answer, HttpWait *wait)
{
    if (!may_be_quick(door, request)) return AT_ONCE_NOT;
    Visit *v = open_visit(door, request, answer);
    v->at_hand = true;
    HttpAtOnceSays says = answer_at_once(v, wait);
    if (says == AT_ONCE_WAITS) return says;
    visit_close(v);
    if (says == AT_ONCE_NOT) answer_init(answer, request->arena);
    return says;
}
