/* SPDX-License-Identifier: Apache-2.0 */
#include "web/calendar.h"

#include "app/calendar_key.h"
#include "web/form.h"
#include "web/part.h"

static CalendarKey key_of(const Visit *v)
{
    return (CalendarKey){v->government, v->actor};
}

/* ---- the page -------------------------------------------------------------
 */

static void put_state(Page *page, bool found, Instant made)
{
    if (!found) {
        part_paragraph(page, N_("You have no calendar address yet."));
        return;
    }
    page_put(page, HTML("<p>"));
    PAGE_SAY(page,
             "Your calendar address was made on {day}. It is not shown again; "
             "if you have lost it, make a new one.",
             {"day", part_instant(page, made)});
    page_put(page, HTML("</p>\n"));
}

static void put_forms(Page *page, bool found)
{
    form_open(page, STR("/kalender"));
    form_button(page,
                found ? N_("Make a new address") : N_("Make the address"));
    form_close(page);
    if (!found) return;
    part_small(page, N_("A new address ends the old one at once."));
    form_open(page, STR("/kalender/akhiri"));
    form_button_named(page, N_("End the address"), "ya", STR("ya"), false);
    form_close(page);
}

static void show(Visit *v)
{
    static const PartDone done[] = {
        {"akhir", N_("The calendar address has ended.")},
    };
    Err err = {0};
    Instant made = {0};
    bool found = false;
    CalendarKey key = key_of(v);
    if (!calendar_key_made(v->arena, live_store(v->live), &key, &made, &found,
                           &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page =
        page_open(v, &(PageHead){.frame = PAGE_PHONE, .here = "/lainnya"});
    part_done(&page, done, COUNT(done));
    part_open(&page);
    page_heading(&page, "My days in a calendar");
    part_paragraph(&page, N_("The calendar of your phone or computer can show "
                             "where you work, and follow when the plan "
                             "changes: 30 days back and 60 days ahead."));
    put_state(&page, found, made);
    put_forms(&page, found);
    part_close(&page);
    page_close(&page);
}

/* ---- made, and ended ------------------------------------------------------
 */

static Str address_of(const Visit *v, const char *scheme, Str token)
{
    return str_format(v->arena, "%s://%.*s/kalender/%.*s.ics", scheme,
                      STR_ARG(http_first(&v->request->headers, STR("host"))),
                      STR_ARG(token));
}

static void put_made(Visit *v, Str token)
{
    PageHead head = {.frame = PAGE_PHONE, .alone = true};
    v->answer->cache = STR("no-store");
    Page page = page_open(v, &head);
    part_open(&page);
    page_heading(&page, "Your calendar address");
    part_paragraph(&page, N_("It is shown only now. Whoever has it can see "
                             "where you work; give it to your own calendar "
                             "alone."));
    page_put(&page, HTML("<p class=\"rahasia\">"));
    page_text(&page,
              address_of(v, v->request->secure ? "https" : "http", token));
    page_put(&page, HTML("</p>\n"));
    part_link(&page, address_of(v, "webcal", token),
              N_("Open it in my calendar"));
    part_link(&page, STR("/kalender"), N_("Back to the calendar"));
    part_close(&page);
    page_close(&page);
}

static void make(Visit *v)
{
    Err err = {0};
    Str token = {0};
    CalendarKey key = key_of(v);
    if (calendar_key_make(v->arena, live_store(v->live), &key, v->now, &token,
                          &err))
        put_made(v, token);
    else
        visit_refuse(v, &err);
}

static void end(Visit *v)
{
    Err err = {0};
    CalendarKey key = key_of(v);
    if (calendar_key_end(v->arena, live_store(v->live), &key, &err))
        visit_go(v, STR("/kalender"), "akhir");
    else
        visit_refuse(v, &err);
}

static const FieldRule end_fields[] = {
    {"ya", N_("End the address"), FIELD_LINE, .most = 2},
};

static const Route routes[] = {
    ROUTE(GET, "/kalender", SIGNED_IN, NO_FIELDS, show,
          "My days in a calendar"),
    ROUTE(POST, "/kalender", SIGNED_IN, NO_FIELDS, make,
          "Your calendar address"),
    ROUTE(POST, "/kalender/akhiri", SIGNED_IN, ROUTE_FIELDS(end_fields), end,
          "End the address"),
};

const RouteTable calendar_routes = {routes, COUNT(routes)};
