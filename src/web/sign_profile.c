/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_profile.c - U3: what is known of me, and where I am signed in.
 */
#include "app/account_own.h"
#include "web/sign.h"
#include "web/sign_part.h"

static const FieldRule session_fields[] = {
    {"sesi", N_("Session"), FIELD_CODE, .needed = true, .most = 60},
};

/* ---- my data --------------------------------------------------------------
 */

static void put_superior(Page *page)
{
    Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    PersonId superior = person_superior(r, v->person, v->today);
    part_row_open(page, N_("Direct superior"));
    if (superior.index == NO_INDEX)
        page_say(page, "Nobody above you in the register");
    else
        page_text(page, r->people[superior.index].name);
    page_put(page, HTML("<br>"));
    page_link_say(page, STR("/profil/atasan"), "My superior is wrong");
    part_row_close(page);
}

static void put_data(Page *page)
{
    const Visit *v = page->visit;
    const Person *p = sign_me(v);
    part_open(page);
    page_heading(page, "My account");
    part_rows(page);
    part_row(page, N_("Name"), p->name);
    if (p->nip.len > 0) part_row(page, N_("NIP"), p->nip);
    if (p->local.len > 0) part_row(page, N_("Local number"), p->local);
    if (p->title.len > 0) part_row(page, N_("Post"), p->title);
    part_row(page, N_("Kind of staff"), part_staff_kind(page, p->kind));
    part_row(page, N_("Unit"), v->view->office->r.units[p->unit.index].name);
    put_superior(page);
    part_rows_end(page);
    part_small(page, N_("These come from the register of the personnel "
                        "board."));
    part_close(page);
}

/* ---- coming in ------------------------------------------------------------
 */

static void put_row_link(Page *page, const char *path, const char *english)
{
    page_put(page, HTML("<br>"));
    page_link_say(page, str_of(path), english);
    part_row_close(page);
}

/* By what somebody signs in who has no user name. */
static const char *entry_said(const Person *p)
{
    if (p->nip.len > 0) return N_("None; you sign in by NIP");
    if (p->local.len > 0) return N_("None; you sign in by local number");
    return N_("None; choose one to sign in by");
}

static void put_name_row(Page *page, const Account *account)
{
    part_row_open(page, N_("User name"));
    if (account->name.len > 0)
        page_text(page, account->name);
    else
        page_say(page, entry_said(sign_me(page->visit)));
    put_row_link(page, "/profil/nama",
                 account->name.len > 0 ? N_("Change the user name")
                                       : N_("Choose a user name"));
}

static void put_password_row(Page *page, const Account *account)
{
    part_row_open(page, N_("Password"));
    if (account->changed.us > 0)
        PAGE_SAY(page, "Set on {day}",
                 {"day", part_instant(page, account->changed)});
    else
        page_say(page, "Not chosen yet");
    put_row_link(page, "/profil/sandi", N_("Change the password"));
}

static void put_second_row(Page *page, const Account *account)
{
    part_row_open(page, N_("Second step"));
    page_say(page, account->codes ? N_("On: a code of your app is asked for")
                                  : N_("Off: the password alone lets you in"));
    page_put(page, HTML("<br>"));
    page_link_say(page, STR("/profil/kode"),
                  account->codes ? N_("Set it up on another phone")
                                 : N_("Set up the second step"));
    part_row_close(page);
}

static void put_recovery_row(Page *page, const Account *account)
{
    if (!account->codes) return;
    part_row_open(page, N_("Codes of recovery"));
    PAGE_SAY_MANY(page, "{n} of {all} left", "{n} of {all} left",
                  account->recovery,
                  {"all", said_number(&page->speech, ACCOUNT_RECOVERY)});
    page_put(page, HTML("<br>"));
    page_link_say(page, STR("/profil/pemulihan"), "Make new codes");
    if (!page->visit->session.strict) {
        page_put(page, HTML("<br>"));
        page_link_say(page, STR("/profil/tanpa-kode"),
                      "Turn the second step off");
    }
    part_row_close(page);
}

static void put_account(Page *page, const Account *account)
{
    part_open(page);
    part_heading(page, N_("Signing in"));
    part_rows(page);
    put_name_row(page, account);
    put_password_row(page, account);
    put_second_row(page, account);
    put_recovery_row(page, account);
    part_row_open(page, N_("Language"));
    page_put(page, HTML("<a href=\"?bahasa=id\" lang=\"id\">Bahasa "
                        "Indonesia</a> · <a href=\"?bahasa=en\" lang=\"en\">"
                        "English</a>"));
    part_row_close(page);
    part_rows_end(page);
    part_close(page);
}

/* ---- sessions -------------------------------------------------------------
 */

static void put_session(Page *page, const Session *session)
{
    bool this_one = str_is(session->id, page->visit->session.id);
    page_put(page, HTML("<li><div><b>"));
    page_text(page, session->label);
    page_put(page, HTML("</b><span>"));
    if (this_one)
        page_say(page, "This browser, now");
    else
        PAGE_SAY(page, "Last seen {when}",
                 {"when", part_instant(page, session->seen)});
    page_put(page, HTML("</span></div>"));
    if (!this_one) {
        form_open(page, STR("/profil/sesi"));
        form_hidden(page, "sesi", session->id);
        page_put(page, HTML("<button class=\"btn alt sm\" aria-label=\""));
        PAGE_SAY(page, "End the session {name}", {"name", session->label});
        page_put(page, HTML("\">"));
        page_say(page, "End it");
        page_put(page, HTML("</button>"));
        form_close(page);
    }
    page_put(page, HTML("</li>\n"));
}

static void put_sessions(Page *page, const Session *sessions, size_t count)
{
    part_open(page);
    part_heading(page, N_("Where you are signed in"));
    page_put(page, HTML("<ul class=\"orang\">"));
    for (size_t i = 0; i < count; i++)
        put_session(page, &sessions[i]);
    page_put(page, HTML("</ul>\n<div class=\"tombol\">"));
    if (count > 1) {
        form_open(page, STR("/profil/sesi/semua"));
        page_put(page, HTML("<button class=\"btn alt\">"));
        page_say(page, "End all sessions, this one too");
        page_put(page, HTML("</button>"));
        form_close(page);
    }
    form_open(page, STR("/keluar"));
    page_put(page, HTML("<button class=\"btn alt\">"));
    page_say(page, "Sign out");
    page_put(page, HTML("</button>"));
    form_close(page);
    page_put(page, HTML("</div>\n"));
    part_close(page);
}

static void show_profile(Visit *v)
{
    static const PartDone done[] = {
        {"atasan",     N_("Your objection is on its way to the personnel board.")},
        {"nama",       N_("The user name is changed.")                           },
        {"sandi",      N_("The password is changed; other sessions have ended.") },
        {"tanpa-kode", N_("The second step is off.")                             },
        {"sesi",       N_("The session has ended.")                              },
    };
    Err err = {0};
    Account account;
    Session *sessions = NULL;
    size_t count = 0;
    if (!account_of(v->arena, &v->world, v->government, v->actor, &account,
                    &err) ||
        !session_list(v->arena, &v->world, v->government, v->actor, &sessions,
                      &count, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = sign_open_own(v);
    part_done(&page, done, COUNT(done));
    put_data(&page);
    put_account(&page, &account);
    put_sessions(&page, sessions, count);
    page_close(&page);
}

static SessionAct act_of(const Visit *v)
{
    return (SessionAct){.government = v->government,
                        .actor = v->actor,
                        .person = v->actor,
                        .channel = CHANNEL_WEB};
}

static void end_session(Visit *v)
{
    Err err = {0};
    SessionAct act = act_of(v);
    if (!session_end_one(v->arena, &v->world, &act,
                         visit_field(v, "sesi")->text, &err)) {
        visit_refuse(v, &err);
        return;
    }
    visit_go(v, STR("/profil"), "sesi");
}

static void end_sessions(Visit *v)
{
    Err err = {0};
    SessionAct act = act_of(v);
    if (!session_end_all(v->arena, &v->world, &act, &err)) {
        visit_refuse(v, &err);
        return;
    }
    visit_leave(v);
    visit_go(v, STR("/masuk"), "keluar");
}

static const Route routes[] = {
    ROUTE(GET, "/profil", SIGNED_IN, NO_FIELDS, show_profile, "My account"),
    ROUTE(POST, "/profil/sesi", SIGNED_IN, ROUTE_FIELDS(session_fields),
          end_session, "End a session"),
    ROUTE(POST, "/profil/sesi/semua", SIGNED_IN, NO_FIELDS, end_sessions,
          "End all sessions"),
};

const RouteTable sign_profile_routes = {routes, COUNT(routes)};
