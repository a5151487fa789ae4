/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calendar.c - the feed of whoever holds its secret address; and that address,
 * made and ended by the session of its person alone.
 */
#include "api/api.h"
#include "api/calendar_text.h"
#include "app/calendar_key.h"
#include "door/door.h"
#include "door/seat.h"

static const FieldRule feed_fields[] = {
    {"berkas", N_("Secret name of the feed"), FIELD_CODE, .needed = true,
     .most = 80},
};

/* The government is not said: each is asked. */
static bool find_person(Visit *v, Str token, bool *found, Err *err)
{
    Str code = {0};
    *found = false;
    for (size_t i = 0; i < v->view_count && !*found; i++) {
        Str government = v->views[i].office->government.code;
        if (!calendar_key_find(v->arena, live_store(v->views[i].live),
                               government, token, &code, found, err))
            return false;
        if (*found) seat_choose(v, government);
    }
    if (!*found) return true;
    uint32_t index = map_find(&v->view->office->r.person_codes, code);
    v->about = (PersonId){index};
    *found = index != NO_INDEX &&
             person_is_active(&v->view->office->r, v->about, v->today);
    return true;
}

static void show(Visit *v)
{
    Err err = {0};
    Str name = visit_field(v, "berkas")->text, ending = STR(".ics");
    bool found = false;
    size_t length = str_ends(name, ending) ? name.len - ending.len : 0;
    if (!find_person(v, str_slice(name, 0, length), &found, &err)) {
        visit_refuse(v, &err);
        return;
    }
    if (!found) {
        visit_refuse_with(
            v, ERR_ABSENT,
            "kalender itu tidak ada, atau alamatnya sudah diganti",
            "there is no such calendar, or its address was "
            "replaced");
        return;
    }
    v->answer->type = STR("text/calendar; charset=utf-8");
    buf_put(&v->answer->body,
            api_calendar_text(v->arena, v->view, v->about, v->today, v->lang));
}

/* ---- its address ----------------------------------------------------------
 */

static CalendarKey key_of(const Visit *v)
{
    return (CalendarKey){v->government, v->actor};
}

/* When it was made; the address itself is told only then. */
static void show_address(Visit *v)
{
    Err err = {0};
    Instant made = {0};
    bool found = false;
    CalendarKey key = key_of(v);
    if (!calendar_key_made(v->arena, live_store(v->live), &key, &made, &found,
                           &err)) {
        visit_refuse(v, &err);
        return;
    }
    Json json = api_open(v);
    api_person(&json, "orang", v, v->about);
    api_instant(&json, "dibuat", found ? made : (Instant){0});
    api_close(v, &json);
}

/* Asked twice, it is two addresses, of which the second counts. */
static void make_address(Visit *v)
{
    Err err = {0};
    Str token = {0};
    CalendarKey key = key_of(v);
    if (!calendar_key_make(v->arena, live_store(v->live), &key, v->now, &token,
                           &err)) {
        visit_refuse(v, &err);
        return;
    }
    v->answer->status = 201;
    v->answer->cache = STR("no-store");
    Json json = api_open(v);
    json_text(&json, "alamat",
              str_format(v->arena, "/kalender/%.*s.ics", STR_ARG(token)));
    api_close(v, &json);
}

static void end_address(Visit *v)
{
    Err err = {0};
    CalendarKey key = key_of(v);
    if (calendar_key_end(v->arena, live_store(v->live), &key, &err))
        show_address(v);
    else
        visit_refuse(v, &err);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/kalender/{berkas}", ANYBODY, ROUTE_FIELDS(feed_fields),
               show, "A person's days, as iCalendar"),
    ROUTE_IN_PERSON(GET, "/api/v1/saya/kalender", MAY_OF_SELF(ACCOUNT),
                    NO_FIELDS, show_address, "One's own calendar address"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/kalender", MAY_OF_SELF(ACCOUNT),
                    NO_FIELDS, make_address,
                    "Make one's calendar address anew"),
    ROUTE_IN_PERSON(POST, "/api/v1/saya/kalender/akhiri", MAY_OF_SELF(ACCOUNT),
                    NO_FIELDS, end_address, "End one's calendar address"),
};

const RouteTable api_calendar_routes = {routes, COUNT(routes)};
