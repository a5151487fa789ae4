/* SPDX-License-Identifier: Apache-2.0 */
#include "web/demo.h"

#include "door/stage.h"
#include "web/form.h"

static const FieldRule enter_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true, .most = 64},
};

/* ---- what each role comes for ----------------------------------------------
 */

static const struct {
    const char *english, *first; /* the page that it begins with */
} roles[CAST_COUNT] = {
    [CAST_STAFF] = {N_("Staff: where do I work today?"),                "/"      },
    [CAST_SUPERIOR] = {N_("Superior: who is silent, which reports wait?"),
                    "/tim"                                                       },
    [CAST_HEAD] = {N_("Head of agency: the unit today, its schedule"), "/unit"  },
    [CAST_CLERK] = {N_("Unit's clerk: noting for others"),              "/catat" },
    [CAST_BOARD] = {N_("Personnel board: is the letter kept today?"),
                    "/pantau"                                                    },
    [CAST_ORGANISATION] = {N_("Organisation office: letters"),                 "/edaran"},
    [CAST_ADMIN] = {N_("Administrator: accounts"),                      "/akun"  },
};

static void put_role(Page *page, const LiveView *view, const Cast *cast,
                     CastRole role)
{
    const Register *r = &view->office->r;
    if (cast->of[role].index == NO_INDEX) return;
    const Person *person = &r->people[cast->of[role].index];
    page_put(page, HTML("<li>"));
    form_open(page, STR("/demo/masuk"));
    form_hidden(page, "pemda", view->office->government.code);
    form_hidden(page, "orang", person->code);
    page_put(page, HTML("<button class=\"btn alt\">"));
    page_say(page, roles[role].english);
    page_put(page, HTML("</button>"));
    form_close(page);
    page_put(page, HTML("<p class=\"s mut\">"));
    page_text(page, person->name);
    page_put(page, HTML(" · "));
    page_text(page, r->units[person->unit.index].name);
    page_put(page, HTML("</p></li>"));
}

static void put_government(Page *page, const LiveView *view)
{
    const Government *g = &view->office->government;
    Date today = live_today(view);
    Cast cast = cast_of(view->office, today);
    page_put(page, HTML("<section class=\"blk\"><header><h2 id=\""));
    page_text(page, g->code);
    page_put(page, HTML("\">"));
    page_text(page, g->name);
    page_put(page, HTML("</h2><span class=\"s mut\">"));
    PAGE_SAY(page, "{day}, {time} {zone}",
             {"day", said_date(&page->speech, today)},
             {"time", said_time(&page->speech, g->zone, live_view_now(view))},
             {"zone", zone_name(g->zone)});
    page_put(page, HTML("</span></header><ul class=\"peran\">"));
    for (size_t role = 0; role < CAST_COUNT; role++)
        put_role(page, view, &cast, (CastRole)role);
    page_put(page, HTML("</ul><p class=\"tautan\">"));
    page_link_say(
        page, str_format(page->arena, "/loket?pemda=%.*s", STR_ARG(g->code)),
        "The public: counters that are open");
    page_put(page, HTML(" "));
    page_link_say(
        page, str_format(page->arena, "/edaran?pemda=%.*s", STR_ARG(g->code)),
        "The public: letters in force");
    page_put(page, HTML("</p></section>\n"));
}

static bool is_demo(Visit *v)
{
    if (v->door->demo) return true;
    visit_refuse_with(v, ERR_ABSENT, "halaman itu tidak ada",
                      "there is no such page");
    return false;
}

/* On a phone they stand far below each other. */
static void put_names(Page *page, const Visit *v)
{
    if (v->view_count < 2) return;
    page_put(page, HTML("<p class=\"tautan\">"));
    for (size_t i = 0; i < v->view_count; i++) {
        const Government *g = &v->views[i].office->government;
        page_put(page, HTML("<a href=\"#"));
        page_text(page, g->code);
        page_put(page, HTML("\">"));
        page_text(page, g->name);
        page_put(page, HTML("</a> "));
    }
    page_put(page, HTML("</p>"));
}

static void show_demo(Visit *v)
{
    PageHead head = {.frame = PAGE_DESK,
                     .alone = true,
                     .of_all = true,
                     .about =
                         N_("Try Tata Kerja with made-up people: circulars "
                            "become rosters, working days and recaps.")};
    if (!is_demo(v)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<div class=\"ph\"><div>"));
    page_heading(&page, "Try Tata Kerja");
    page_put(&page, HTML("<p class=\"mut\">"));
    page_say(&page, "Governments with their real letters and made-up "
                    "people. Step into anybody; what you do is kept in this "
                    "demonstration only.");
    page_put(&page, HTML("</p>"));
    put_names(&page, v);
    page_put(&page, HTML("</div></div>\n<div class=\"peraga\">"));
    for (size_t i = 0; i < v->view_count; i++)
        put_government(&page, &v->views[i]);
    page_put(&page, HTML("</div>\n"));
    page_close(&page);
}

static const char *first_page(const Visit *v, Str person)
{
    const Register *r = &v->view->office->r;
    Cast cast = cast_of(v->view->office, v->today);
    for (size_t role = 0; role < CAST_COUNT; role++) {
        if (cast.of[role].index != NO_INDEX &&
            str_is(r->people[cast.of[role].index].code, person))
            return roles[role].first;
    }
    return "/";
}

static void do_enter(Visit *v)
{
    Err err = {0};
    SignedIn in;
    Str person = visit_field(v, "orang")->text;
    if (!is_demo(v)) return;
    if (!stage_enter(v, person, &in, &err)) {
        visit_refuse(v, &err);
        return;
    }
    visit_keep(v, &in);
    visit_go(v, str_of(first_page(v, person)), NULL);
}

static const Route routes[] = {
    ROUTE(GET, "/demo", ANYBODY, NO_FIELDS, show_demo, "Demonstration"),
    ROUTE(POST, "/demo/masuk", ANYBODY, ROUTE_FIELDS(enter_fields), do_enter,
          "Step in"),
};

const RouteTable demo_routes = {routes, COUNT(routes)};
