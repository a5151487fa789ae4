/* SPDX-License-Identifier: Apache-2.0 */
#include "web/sign.h"

#include "door/pace.h"
#include "web/in_app.h"
#include "web/sign_part.h"

/* Tries that failed since the last visit: fewer are one's own slips. */
enum { FAILURES_TOLD = 3 };

static const FieldRule name_fields[] = {
    {"nama",  N_("NIP, local number or user name"), FIELD_LINE,   .needed = true,
     .most = 80                                                                               },
    {"sandi", N_("Password"),                       FIELD_SECRET, .needed = true, .most = 1024},
    SIGN_BACK,
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true, .most = 40},
    SIGN_BACK,
};
static const FieldRule back_fields[] = {SIGN_BACK};
static const FieldRule tries_fields[] = {
    {"kali", N_("Times"), FIELD_NUMBER, .needed = true, .least = 1,
     .most = 1000000},
    SIGN_BACK,
};

Str sign_back(const Visit *v)
{
    return address_back(visit_field(v, "ke")->text);
}

/* ---- what several pages show ----------------------------------------------
 */

void sign_put_government(Page *page)
{
    const Visit *v = page->visit;
    FormChoice *choices = NEW(page->arena, FormChoice, v->view_count + 1);
    if (v->view_count < 2) return;
    for (size_t i = 0; i < v->view_count; i++) {
        const Government *g = &v->views[i].office->government;
        choices[i] =
            (FormChoice){g->code, g->name, {0}, str_is(g->code, v->government)};
    }
    form_select(page, "pemda", "Government", choices, v->view_count);
}

/* By the government's own rule, where it is sure whose account it is. */
static const char *password_hint(const Visit *v)
{
    bool sure = v->has_government && (v->signed_in || v->view_count == 1);
    if (sure && v->view->office->government.mixed_passwords)
        return N_("At least 12 characters, with capitals, small letters, "
                  "digits and other signs. A sentence that only you would "
                  "write is good; pasting is fine.");
    return N_("At least 12 characters. A sentence that only you would write "
              "is good; pasting is fine.");
}

void sign_put_new_password(Page *page, const char *name, const char *label)
{
    form_field(page, &(FormField){.name = name,
                                  .label = label,
                                  .hint = password_hint(page->visit),
                                  .type = "password",
                                  .complete = "new-password",
                                  .needed = true});
}

void sign_put_password(Page *page, const char *name, const char *label)
{
    form_field(page, &(FormField){.name = name,
                                  .label = label,
                                  .type = "password",
                                  .complete = "current-password",
                                  .needed = true});
}

void sign_put_help(Page *page)
{
    part_link(page, STR("/bantuan#masuk"), N_("I cannot sign in"));
}

/* ---- name and password ----------------------------------------------------
 */

/* Local numbers and user names have letters: no keypad of digits. */
static void put_name(Page *page)
{
    form_field(page,
               &(FormField){.name = "nama",
                            .label = N_("NIP, local number or user name"),
                            .hint = N_("Whichever you have; blanks in a NIP "
                                       "make no difference."),
                            .complete = "username",
                            .needed = true});
}

static void put_other_pages(Page *page)
{
    part_open(page);
    part_heading(page, N_("Without signing in"));
    part_link(page, STR("/undangan"), N_("I have a slip with a code"));
    part_link(page, STR("/loket"), N_("Counters that are open"));
    part_link(page, STR("/edaran"), N_("Letters in force"));
    part_close(page);
}

static void put_sign_in(Visit *v, const Err *err)
{
    static const PartDone done[] = {
        {"keluar", N_("You are signed out.")},
    };
    PageHead head = {
        .frame = PAGE_PUBLIC,
        .modules = "sandi",
        .about =
            N_("Sign in to see where you work today and which rule says so.")};
    Page page = page_open(v, &head);
    part_status(v, err);
    part_done(&page, done, COUNT(done));
    in_app_put(&page);
    part_open(&page);
    page_heading(&page, "Sign in");
    form_faults(&page);
    part_failure(&page, err);
    form_open(&page, STR("/masuk"));
    sign_put_government(&page);
    put_name(&page);
    sign_put_password(&page, "sandi", N_("Password"));
    form_hidden(&page, "ke", visit_field(v, "ke")->text);
    form_button(&page, "Sign in");
    form_close(&page);
    sign_put_help(&page);
    part_close(&page);
    put_other_pages(&page);
    page_close(&page);
}

static void show_sign_in(Visit *v)
{
    if (v->signed_in) {
        visit_go(v, sign_back(v), NULL);
        return;
    }
    put_sign_in(v, NULL);
}

static Str step_of(const Visit *v, const SignedIn *in)
{
    Str back = address_part(v->arena, sign_back(v));
    if (in->session.level == SESSION_FULL)
        return str_format(v->arena, "/masuk/percobaan?kali=%u&ke=%.*s",
                          in->failures, STR_ARG(back));
    return str_format(v->arena, "%s?ke=%.*s",
                      in->session.enrol ? "/masuk/pasang" : "/masuk/kode",
                      STR_ARG(back));
}

void sign_go_on(Visit *v, const SignedIn *in)
{
    visit_keep(v, in);
    bool done =
        in->session.level == SESSION_FULL && in->failures < FAILURES_TOLD;
    visit_go(v, done ? sign_back(v) : step_of(v, in), NULL);
}

static bool try_sign_in(Visit *v, SignedIn *in, Err *err)
{
    SignInAsked asked = {.government = v->government,
                         .name = visit_field(v, "nama")->text,
                         .password = visit_field(v, "sandi")->text,
                         .label = visit_label(v),
                         .replaces = v->cookie};
    return pace_allows(v, asked.name, err) &&
           sign_in(v->arena, &v->world, &asked, in, err);
}

static void do_sign_in(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (v->fields.faults.count > 0)
        put_sign_in(v, NULL);
    else if (try_sign_in(v, &in, &err))
        sign_go_on(v, &in);
    else
        put_sign_in(v, &err);
}

/* ---- tries that failed ----------------------------------------------------
 */

static void show_tries(Visit *v)
{
    PageHead head = {.frame = PAGE_PUBLIC, .alone = true};
    Page page = page_open(v, &head);
    part_open(&page);
    page_heading(&page, "Tries that failed");
    page_put(&page, HTML("<p>"));
    say_many(&page.html, &page.speech,
             "Since you were here last, *{n} try* to sign in as you failed.",
             "Since you were here last, *{n} tries* to sign in as you failed.",
             visit_field(v, "kali")->number, NULL, 0);
    page_put(&page, HTML("</p>\n"));
    part_paragraph(&page, N_("If that was not you, change your password and "
                             "end the sessions that you do not know."));
    page_put(&page, HTML("<p class=\"tombol\"><a class=\"btn\" href=\""));
    page_text(&page, sign_back(v));
    page_put(&page, HTML("\">"));
    page_say(&page, "That was me, go on");
    page_put(&page, HTML("</a> <a class=\"btn alt\" href=\"/profil/sandi\">"));
    page_say(&page, "Change the password");
    page_put(&page, HTML("</a></p>"));
    part_close(&page);
    page_close(&page);
}

/* ---- the second step ------------------------------------------------------
 */

static void put_code(Visit *v, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC, .alone = true};
    Page page = page_open(v, &head);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "Code of your app");
    form_faults(&page);
    part_failure(&page, err);
    form_open(&page, STR("/masuk/kode"));
    form_field(&page,
               &(FormField){.name = "kode",
                            .label = N_("Code"),
                            .hint = N_("Six digits of the app, or one of the "
                                       "codes of recovery that you kept."),
                            .complete = "one-time-code",
                            .needed = true});
    form_hidden(&page, "ke", visit_field(v, "ke")->text);
    form_button(&page, "Go on");
    form_close(&page);
    sign_put_help(&page);
    form_open(&page, STR("/keluar"));
    form_button_named(&page, "Sign in as somebody else", "ke", STR("/masuk"),
                      false);
    form_close(&page);
    part_close(&page);
    page_close(&page);
}

static void show_code(Visit *v)
{
    if (v->signed_in) {
        visit_go(v, sign_back(v), NULL);
        return;
    }
    if (v->session.enrol) {
        visit_go(v, STR("/masuk/pasang"), NULL);
        return;
    }
    put_code(v, NULL);
}

static bool try_code(Visit *v, SignedIn *in, Err *err)
{
    return pace_allows(v, v->session.person, err) &&
           sign_in_code(v->arena, &v->world, v->cookie,
                        visit_field(v, "kode")->text, in, err);
}

static void do_code(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (v->fields.faults.count > 0)
        put_code(v, NULL);
    else if (try_code(v, &in, &err))
        sign_go_on(v, &in);
    else
        put_code(v, &err);
}

/* ---- going out ------------------------------------------------------------
 */

static void do_sign_out(Visit *v)
{
    Err err = {0};
    if (!session_end(&v->world, v->cookie, &err)) {
        visit_refuse(v, &err);
        return;
    }
    visit_leave(v);
    visit_go(v, STR("/masuk"), "keluar");
}

static const Route routes[] = {
    ROUTE(GET, "/masuk", ANYBODY, ROUTE_FIELDS(back_fields), show_sign_in,
          "Sign in"),
    ROUTE_FORM(POST, "/masuk", ANYBODY, ROUTE_FIELDS(name_fields), do_sign_in,
               "Sign in"),
    ROUTE(GET, "/masuk/kode", ENTERING, ROUTE_FIELDS(back_fields), show_code,
          "Code"),
    ROUTE_FORM(POST, "/masuk/kode", ENTERING, ROUTE_FIELDS(code_fields),
               do_code, "Code"),
    ROUTE(GET, "/masuk/percobaan", SIGNED_IN, ROUTE_FIELDS(tries_fields),
          show_tries, "Tries that failed"),
    ROUTE(POST, "/keluar", ENTERING, ROUTE_FIELDS(back_fields), do_sign_out,
          "Sign out"),
};

const RouteTable sign_routes = {routes, COUNT(routes)};
