/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_codes.c - the second step: set up while coming in, by whoever must have
 * one, or later from one's own page; its codes of recovery.
 *
 * What is told only once (the secret, the codes of recovery) is the answer of
 * the POST itself: it lies nowhere to be shown again.
 */
#include "app/account_own.h"
#include "door/pace.h"
#include "web/qr.h"
#include "web/sign.h"
#include "web/sign_part.h"

static const FieldRule back_fields[] = {SIGN_BACK};
static const FieldRule password_fields[] = {
    {"sandi", N_("Password"), FIELD_SECRET, .needed = true, .most = 1024},
    SIGN_BACK,
};
static const FieldRule code_fields[] = {
    {"kode", N_("Code"), FIELD_LINE, .needed = true, .most = 40},
    SIGN_BACK,
};

/* While coming in, or from one's own page: the same steps at two paths. */
typedef struct {
    const char *start, *confirm; /* paths */
    PageFrame frame;
} Way;

static const Way coming_in = {"/masuk/pasang", "/masuk/pasang/kode",
                              PAGE_PUBLIC};
static const Way from_profile = {"/profil/kode", "/profil/kode/pasti",
                                 PAGE_PHONE};

static Page open_step(Visit *v, const Way *way)
{
    PageHead head = {.frame = way->frame,
                     .modules = "sandi",
                     .alone = way->frame == PAGE_PUBLIC};
    v->answer->cache = STR("no-store");
    return page_open(v, &head);
}

static void put_back(Page *page)
{
    form_hidden(page, "ke", visit_field(page->visit, "ke")->text);
}

/* ---- the password, asked again --------------------------------------------
 */

static void put_reasons(Page *page)
{
    if (page->visit->session.strict)
        part_paragraph(page, N_("Your task needs a second step: whoever learns "
                                "your password shall still not come in."));
    else
        part_paragraph(page, N_("With a second step, whoever learns your "
                                "password still does not come in."));
    part_paragraph(page, N_("You need an app on your phone that makes codes of "
                            "six digits, such as Aegis, FreeOTP or Google "
                            "Authenticator. It works without a signal."));
}

static void put_start(Visit *v, const Way *way, const Err *err)
{
    Page page = open_step(v, way);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "Set up the second step");
    form_faults(&page);
    part_failure(&page, err);
    put_reasons(&page);
    form_open(&page, str_of(way->start));
    sign_put_password(&page, "sandi", N_("Your password, once more"));
    put_back(&page);
    form_button(&page, "Show the code for the app");
    form_close(&page);
    sign_put_help(&page);
    part_close(&page);
    page_close(&page);
}

/* ---- the secret, and its first code ---------------------------------------
 */

/* In groups of four, as one types it. */
static void put_secret(Page *page, Str secret)
{
    page_put(page, HTML("<p class=\"rahasia\">"));
    for (size_t i = 0; i < secret.len; i += 4) {
        if (i > 0) page_put(page, HTML(" "));
        page_text(page, str_slice(secret, i, i + 4));
    }
    page_put(page, HTML("</p>\n"));
}

static void put_confirm(Page *page, const Way *way)
{
    form_open(page, str_of(way->confirm));
    form_field(page, &(FormField){.name = "kode",
                                  .label = N_("Code that the app shows"),
                                  .hint = N_("Six digits; they change every "
                                             "30 seconds."),
                                  .complete = "one-time-code",
                                  .mode = "numeric",
                                  .needed = true});
    put_back(page);
    form_button(page, "Turn the second step on");
    form_close(page);
}

static void put_codes(Visit *v, const Way *way, const AccountCodes *codes)
{
    Page page = open_step(v, way);
    part_open(&page);
    page_heading(&page, "Set up the second step");
    page_put(&page, HTML("<ol class=\"langkah-n\"><li>"));
    page_say(&page, "Point the camera of the app at this square:");
    qr_put(&page, codes->uri, N_("The secret for your app as a QR code"));
    page_put(&page, HTML("</li><li>"));
    page_say(&page, "Or type this text into the app:");
    put_secret(&page, codes->secret);
    page_put(&page, HTML("</li><li>"));
    page_say(&page, "Then type the code that the app shows.");
    page_put(&page, HTML("</li></ol>\n"));
    put_confirm(&page, way);
    part_close(&page);
    page_close(&page);
}

/* The code did not fit: the square is not shown again without the password. */
static void put_again(Visit *v, const Way *way, const Err *err)
{
    Page page = open_step(v, way);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "Set up the second step");
    form_faults(&page);
    part_failure(&page, err);
    part_paragraph(&page, N_("Type the code that the app shows now. If its "
                             "clock is wrong, set the clock of your phone to "
                             "automatic."));
    put_confirm(&page, way);
    part_link(&page, str_of(way->start), N_("Show the code for the app again"));
    part_close(&page);
    page_close(&page);
}

/* ---- codes of recovery ----------------------------------------------------
 */

static void put_recovery_list(Page *page, const Str recovery[], size_t count)
{
    page_put(page, HTML("<ol class=\"pulih\">"));
    for (size_t i = 0; i < count; i++)
        page_element(page, "li", recovery[i]);
    page_put(page, HTML("</ol>\n"));
}

static void put_recovery(Visit *v, const Way *way, const Str recovery[])
{
    PageHead head = {.frame = way->frame,
                     .title = N_("Codes of recovery"),
                     .modules = "cetak",
                     .alone = true};
    v->answer->cache = STR("no-store");
    Page page = page_open(v, &head);
    part_open(&page);
    page_heading(&page, "Keep these codes of recovery");
    part_paragraph(&page, N_("They are shown only now. Each of them lets you "
                             "in once when your phone is lost. Print them or "
                             "write them down, and keep them where only you "
                             "reach."));
    put_recovery_list(&page, recovery, ACCOUNT_RECOVERY);
    page_put(&page, HTML("<p class=\"tombol\"><a class=\"btn\" href=\""));
    page_text(&page, way->frame == PAGE_PHONE ? STR("/profil") : sign_back(v));
    page_put(&page, HTML("\">"));
    page_say(&page, "I have kept them");
    page_put(&page, HTML("</a></p>\n"));
    part_close(&page);
    page_close(&page);
}

/* ---- the steps ------------------------------------------------------------
 */

static void start(Visit *v, const Way *way)
{
    Err err = {0};
    AccountCodes codes;
    if (v->fields.faults.count > 0)
        put_start(v, way, NULL);
    else if (pace_allows(v, v->session.person, &err) &&
             account_own_codes(v->arena, &v->world, v->cookie,
                               visit_field(v, "sandi")->text, &codes, &err))
        put_codes(v, way, &codes);
    else
        put_start(v, way, &err);
}

static void confirm(Visit *v, const Way *way)
{
    Err err = {0};
    SignedIn in;
    Str recovery[ACCOUNT_RECOVERY];
    if (v->fields.faults.count > 0 ||
        !pace_allows(v, v->session.person, &err) ||
        !account_own_confirm(v->arena, &v->world, v->cookie,
                             visit_field(v, "kode")->text, &in, recovery,
                             &err)) {
        put_again(v, way, v->fields.faults.count > 0 ? NULL : &err);
        return;
    }
    visit_keep(v, &in);
    put_recovery(v, way, recovery);
}

static void show_coming_in(Visit *v)
{
    if (!v->entering || !v->session.enrol) {
        visit_go(v, v->entering ? STR("/masuk/kode") : STR("/profil/kode"),
                 NULL);
        return;
    }
    put_start(v, &coming_in, NULL);
}

static void start_coming_in(Visit *v)
{
    start(v, &coming_in);
}

static void confirm_coming_in(Visit *v)
{
    confirm(v, &coming_in);
}

static void show_from_profile(Visit *v)
{
    put_start(v, &from_profile, NULL);
}

static void start_from_profile(Visit *v)
{
    if (!visit_is_demo(v)) start(v, &from_profile);
}

static void confirm_from_profile(Visit *v)
{
    if (!visit_is_demo(v)) confirm(v, &from_profile);
}

/* ---- without it, and codes anew -------------------------------------------
 */

/* A page that asks for the password before one thing is done. */
typedef struct {
    const char *path, *heading, *why, *button;
} Asking;

static const Asking ask_recovery = {
    "/profil/pemulihan", N_("New codes of recovery"),
    N_("You get ten new codes; the old ones do not count any more."),
    N_("Make new codes")};
static const Asking ask_off = {
    "/profil/tanpa-kode", N_("Turn the second step off"),
    N_("After that your password alone lets you in."),
    N_("Turn the second step off")};

static void put_asking(Visit *v, const Asking *asking, const Err *err)
{
    Page page = open_step(v, &from_profile);
    part_status(v, err);
    part_open(&page);
    page_put(&page, HTML("<h1>"));
    page_say(&page, asking->heading);
    page_put(&page, HTML("</h1>\n"));
    form_faults(&page);
    part_failure(&page, err);
    part_paragraph(&page, asking->why);
    form_open(&page, str_of(asking->path));
    sign_put_password(&page, "sandi", N_("Your password"));
    form_button(&page, asking->button);
    form_close(&page);
    part_link(&page, STR("/profil"), N_("Back to my account"));
    part_close(&page);
    page_close(&page);
}

static void show_recovery(Visit *v)
{
    put_asking(v, &ask_recovery, NULL);
}

static void make_recovery(Visit *v)
{
    Err err = {0};
    Str recovery[ACCOUNT_RECOVERY];
    if (visit_is_demo(v)) return;
    if (v->fields.faults.count > 0)
        put_asking(v, &ask_recovery, NULL);
    else if (pace_allows(v, v->session.person, &err) &&
             account_own_recovery(v->arena, &v->world, v->cookie,
                                  visit_field(v, "sandi")->text, recovery,
                                  &err))
        put_recovery(v, &from_profile, recovery);
    else
        put_asking(v, &ask_recovery, &err);
}

static void show_off(Visit *v)
{
    put_asking(v, &ask_off, NULL);
}

static void turn_off(Visit *v)
{
    Err err = {0};
    if (visit_is_demo(v)) return;
    if (v->fields.faults.count > 0)
        put_asking(v, &ask_off, NULL);
    else if (pace_allows(v, v->session.person, &err) &&
             account_own_no_codes(v->arena, &v->world, v->cookie,
                                  visit_field(v, "sandi")->text, &err))
        visit_go(v, STR("/profil"), "tanpa-kode");
    else
        put_asking(v, &ask_off, &err);
}

static const Route routes[] = {
    ROUTE(GET, "/masuk/pasang", ENTERING, ROUTE_FIELDS(back_fields),
          show_coming_in, "Set up the second step"),
    ROUTE_FORM(POST, "/masuk/pasang", ENTERING, ROUTE_FIELDS(password_fields),
               start_coming_in, "Set up the second step"),
    ROUTE_FORM(POST, "/masuk/pasang/kode", ENTERING, ROUTE_FIELDS(code_fields),
               confirm_coming_in, "Set up the second step"),
    ROUTE(GET, "/profil/kode", SIGNED_IN, ROUTE_FIELDS(back_fields),
          show_from_profile, "Set up the second step"),
    ROUTE_FORM(POST, "/profil/kode", SIGNED_IN, ROUTE_FIELDS(password_fields),
               start_from_profile, "Set up the second step"),
    ROUTE_FORM(POST, "/profil/kode/pasti", SIGNED_IN, ROUTE_FIELDS(code_fields),
               confirm_from_profile, "Set up the second step"),
    ROUTE(GET, "/profil/pemulihan", SIGNED_IN, ROUTE_FIELDS(back_fields),
          show_recovery, "New codes of recovery"),
    ROUTE_FORM(POST, "/profil/pemulihan", SIGNED_IN,
               ROUTE_FIELDS(password_fields), make_recovery,
               "New codes of recovery"),
    ROUTE(GET, "/profil/tanpa-kode", SIGNED_IN, ROUTE_FIELDS(back_fields),
          show_off, "Turn the second step off"),
    ROUTE_FORM(POST, "/profil/tanpa-kode", SIGNED_IN,
               ROUTE_FIELDS(password_fields), turn_off,
               "Turn the second step off"),
};

const RouteTable sign_codes_routes = {routes, COUNT(routes)};
