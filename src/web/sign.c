/* SPDX-License-Identifier: Apache-2.0 */
#include "web/sign.h"

#include "app/sign_in.h"
#include "door/address.h"
#include "door/door.h"
#include "door/problem.h"
#include "web/form.h"

static const FieldRule name_fields[] = {
    {"nama",        N_("NIP or user name"), FIELD_LINE, .needed = true,               .most = 80},
    {"sandi",             N_("Password"),                             FIELD_SECRET,             .needed = true, .most = 1024},
    {"ke", N_("Back to"),                       FIELD_LINE,                              .most = 500                                            },
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true,     .most = 40},
    {"ke",      N_("Back to"),             FIELD_LINE,     .most = 500},
};
static const FieldRule back_fields[] = {
    {"ke", N_("Back to"), FIELD_LINE, .most = 500},
};

/* Where to after the last step; what was asked for, if it is a page of ours. */
static Str back_of(const Visit *v)
{
    return address_back(visit_field(v, "ke")->text);
}

/* ---- name and password -----------------------------------------------------
 */

static void put_failure(Page *page, const Err *err)
{
    if (err == NULL) return;
    page_put(page, HTML("<div class=\"galat\" role=\"alert\"><p>"));
    page_text(page, problem_said(err, page->speech.lang));
    page_put(page, HTML("</p></div>\n"));
}

static void put_government(Page *page)
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

static void put_sign_in(Visit *v, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC, .title = N_("Sign in")};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Sign in");
    form_faults(&page);
    put_failure(&page, err);
    form_open(&page, STR("/masuk"));
    put_government(&page);
    form_field(&page, &(FormField){.name = "nama",
                                   .label = N_("NIP or user name"),
                                   .complete = "username",
                                   .needed = true});
    form_field(&page, &(FormField){.name = "sandi",
                                   .label = N_("Password"),
                                   .type = "password",
                                   .complete = "current-password",
                                   .needed = true});
    form_hidden(&page, "ke", visit_field(v, "ke")->text);
    form_button(&page, "Sign in");
    form_close(&page);
    page_put(&page, HTML("<p class=\"s\">"));
    page_link_say(&page, STR("/bantuan"), "I cannot sign in");
    page_put(&page, HTML("</p></section>\n"));
    page_close(&page);
}

static void show_sign_in(Visit *v)
{
    if (v->signed_in) {
        visit_go(v, STR("/"), NULL);
        return;
    }
    put_sign_in(v, NULL);
}

/* On to the step that is next. */
static void go_on(Visit *v, const SignedIn *in)
{
    visit_keep(v, in);
    if (in->session.level == SESSION_FULL) {
        visit_go(v, back_of(v), NULL);
        return;
    }
    Str back = address_part(v->arena, back_of(v));
    visit_go(v,
             str_format(v->arena, "%s?ke=%.*s",
                        in->session.enrol ? "/masuk/pasang" : "/masuk/kode",
                        STR_ARG(back)),
             NULL);
}

static void do_sign_in(Visit *v)
{
    Err err = {0};
    SignedIn in;
    SignInAsked asked = {.government = v->government,
                         .name = visit_field(v, "nama")->text,
                         .password = visit_field(v, "sandi")->text,
                         .label = visit_label(v),
                         .replaces = v->cookie};
    if (v->fields.faults.count == 0 &&
        sign_in(v->arena, &v->world, &asked, &in, &err)) {
        go_on(v, &in);
        return;
    }
    v->answer->status = v->fields.faults.count > 0 ? 422 : err_http(err.kind);
    put_sign_in(v, v->fields.faults.count > 0 ? NULL : &err);
}

/* ---- the second step -------------------------------------------------------
 */

static void put_code(Visit *v, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC, .title = N_("Code"), .alone = true};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Code of your app");
    form_faults(&page);
    put_failure(&page, err);
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
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

static void show_code(Visit *v)
{
    if (v->signed_in) {
        visit_go(v, STR("/"), NULL);
        return;
    }
    put_code(v, NULL);
}

static void do_code(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (v->fields.faults.count == 0 &&
        sign_in_code(v->arena, &v->world, v->cookie,
                     visit_field(v, "kode")->text, &in, &err)) {
        go_on(v, &in);
        return;
    }
    v->answer->status = v->fields.faults.count > 0 ? 422 : err_http(err.kind);
    put_code(v, v->fields.faults.count > 0 ? NULL : &err);
}

/* ---- going out --------------------------------------------------------------
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
    ROUTE(POST, "/keluar", ENTERING, NO_FIELDS, do_sign_out, "Sign out"),
};

const RouteTable sign_routes = {routes, COUNT(routes)};
