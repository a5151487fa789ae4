/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_change.c - what I change of my account: user name, password; and the
 * objection to who is named as my superior.
 */
#include "app/account_own.h"
#include "door/pace.h"
#include "web/sign.h"
#include "web/sign_part.h"

static const FieldRule superior_fields[] = {
    {"id",                 N_("Record"), FIELD_ID,       .needed = true},
    { "isi", N_("What is wrong"),   FIELD_TEXT, .needed = true,   .most = 1000},
};
static const FieldRule name_fields[] = {
    {"nama", N_("User name"), FIELD_LINE, .most = 30},
};
static const FieldRule password_fields[] = {
    {"lama",  N_("Password until now"), FIELD_SECRET, .needed = true,
     .most = 1024                                                                 },
    {"sandi", N_("New password"),       FIELD_SECRET, .needed = true, .most = 1024},
};

const Person *sign_me(const Visit *v)
{
    return &v->view->office->r.people[v->person.index];
}

Page sign_open_own(Visit *v)
{
    PageHead head = {
        .frame = PAGE_PHONE, .here = "/lainnya", .modules = "sandi"};
    v->answer->cache = STR("no-store");
    return page_open(v, &head);
}

/* ---- the superior ---------------------------------------------------------
 */

static void put_wrong_superior(Visit *v)
{
    const Register *r = &v->view->office->r;
    PersonId superior = person_superior(r, v->person, v->today);
    Page page = sign_open_own(v);
    part_status(v, NULL);
    part_open(&page);
    page_heading(&page, "My superior is wrong");
    form_faults(&page);
    page_put(&page, HTML("<p>"));
    if (superior.index != NO_INDEX)
        PAGE_SAY(&page, "The register names *{who}* as your direct superior.",
                 {"who", r->people[superior.index].name});
    else
        page_say(&page, "The register names nobody as your direct superior.");
    page_put(&page, HTML("</p>\n"));
    form_open_id(&page, STR("/profil/atasan"));
    form_field(&page, &(FormField){.name = "isi",
                                   .label = N_("Who is your superior, and "
                                               "since when?"),
                                   .hint = N_("The personnel board answers; "
                                              "you see the answer among your "
                                              "objections."),
                                   .rows = 4,
                                   .needed = true});
    form_button(&page, "Send");
    form_close(&page);
    part_link(&page, STR("/profil"), N_("Back to my account"));
    part_close(&page);
    page_close(&page);
}

static void say_wrong_superior(Visit *v)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_OBJECTION);
    if (v->fields.faults.count > 0) {
        put_wrong_superior(v);
        return;
    }
    fact.person = v->actor;
    fact.word = STR("data");
    fact.text = str_format(v->arena, "Data pegawai, atasan langsung: %.*s",
                           STR_ARG(visit_field(v, "isi")->text));
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, STR("/profil"), "atasan");
}

/* ---- user name ------------------------------------------------------------
 */

/* What goes on working beside the user name. */
static const char *name_hint(const Person *p)
{
    if (p->nip.len > 0)
        return N_("3 to 30 small letters, digits, . _ -; empty: none. Your NIP "
                  "goes on working too.");
    if (p->local.len > 0)
        return N_("3 to 30 small letters, digits, . _ -; empty: none. Your "
                  "local number goes on working too.");
    return N_("3 to 30 small letters, digits, . _ -. The register has no "
              "number of you: you sign in by this name alone.");
}

static void put_user_name(Visit *v, const Err *err)
{
    Err why = {0};
    Account account;
    if (!account_of(v->arena, &v->world, v->government, v->actor, &account,
                    &why)) {
        visit_refuse(v, &why);
        return;
    }
    Page page = sign_open_own(v);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "User name");
    form_faults(&page);
    part_failure(&page, err);
    form_open(&page, STR("/profil/nama"));
    form_field(&page, &(FormField){.name = "nama",
                                   .label = N_("User name"),
                                   .hint = name_hint(sign_me(v)),
                                   .value = account.name,
                                   .complete = "username"});
    form_button(&page, "Save");
    form_close(&page);
    part_link(&page, STR("/profil"), N_("Back to my account"));
    part_close(&page);
    page_close(&page);
}

static void show_user_name(Visit *v)
{
    put_user_name(v, NULL);
}

static void change_user_name(Visit *v)
{
    Err err = {0};
    if (visit_is_demo(v)) return;
    if (v->fields.faults.count > 0)
        put_user_name(v, NULL);
    else if (account_own_name(v->arena, &v->world, v->cookie,
                              visit_field(v, "nama")->text, &err))
        visit_go(v, STR("/profil"), "nama");
    else
        put_user_name(v, &err);
}

/* ---- password -------------------------------------------------------------
 */

static void put_change(Visit *v, const Err *err)
{
    Page page = sign_open_own(v);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "Change the password");
    form_faults(&page);
    part_failure(&page, err);
    form_open(&page, STR("/profil/sandi"));
    sign_put_password(&page, "lama", N_("Password until now"));
    sign_put_new_password(&page, "sandi", N_("New password"));
    form_button(&page, "Change the password");
    form_close(&page);
    part_small(&page, N_("Your other sessions end with it."));
    part_link(&page, STR("/profil"), N_("Back to my account"));
    part_close(&page);
    page_close(&page);
}

static void show_change(Visit *v)
{
    put_change(v, NULL);
}

static void change_password(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (visit_is_demo(v)) return;
    if (v->fields.faults.count > 0) {
        put_change(v, NULL);
        return;
    }
    if (!pace_allows(v, v->actor, &err) ||
        !account_own_password(v->arena, &v->world, v->cookie,
                              visit_field(v, "lama")->text,
                              visit_field(v, "sandi")->text, &in, &err)) {
        put_change(v, &err);
        return;
    }
    visit_keep(v, &in);
    visit_go(v, STR("/profil"), "sandi");
}

static const Route routes[] = {
    ROUTE(GET, "/profil/atasan", MAY_OF_SELF(OBJECT), NO_FIELDS,
          put_wrong_superior, "My superior is wrong"),
    ROUTE_FORM(POST, "/profil/atasan", MAY_OF_SELF(OBJECT),
               ROUTE_FIELDS(superior_fields), say_wrong_superior,
               "My superior is wrong"),
    ROUTE(GET, "/profil/nama", SIGNED_IN, NO_FIELDS, show_user_name,
          "User name"),
    ROUTE_FORM(POST, "/profil/nama", SIGNED_IN, ROUTE_FIELDS(name_fields),
               change_user_name, "User name"),
    ROUTE(GET, "/profil/sandi", SIGNED_IN, NO_FIELDS, show_change,
          "Change the password"),
    ROUTE_FORM(POST, "/profil/sandi", SIGNED_IN, ROUTE_FIELDS(password_fields),
               change_password, "Change the password"),
};

const RouteTable sign_change_routes = {routes, COUNT(routes)};
