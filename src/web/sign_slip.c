/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sign_slip.c - coming in for the first time: by the code of a slip that
 * somebody of the unit handed over, or as the first administrator by the code
 * that the server printed at its start.
 */
#include "door/accounts.h"
#include "door/pace.h"
#include "door/seat.h"
#include "web/sign.h"
#include "web/sign_part.h"

enum { CODE_MOST = 80 };

static const FieldRule code_fields[] = {
    {"kode", N_("Code of the slip"), FIELD_LINE, .needed = true,
     .most = CODE_MOST},
};
static const FieldRule slip_fields[] = {
    {"kode", N_("Code of the slip"), FIELD_LINE, .needed = true,
     .most = CODE_MOST},
    {"ke", N_("Back to"), FIELD_LINE, .most = 500},
};
static const FieldRule use_fields[] = {
    {"kode", N_("Code of the slip"), FIELD_LINE, .needed = true,
     .most = CODE_MOST},
    {"sandi", N_("New password"), FIELD_SECRET, .needed = true, .most = 1024},
    {"ke", N_("Back to"), FIELD_LINE, .most = 500},
};
static const FieldRule first_fields[] = {
    {"kode", N_("Code of the server"), FIELD_LINE, .needed = true,
     .most = CODE_MOST},
    {"orang", N_("Who you are"), FIELD_LINE, .needed = true, .most = 80},
    {"sandi", N_("New password"), FIELD_SECRET, .needed = true, .most = 1024},
    {"ke", N_("Back to"), FIELD_LINE, .most = 500},
};

/* ---- the code -------------------------------------------------------------
 */

static void put_code(Visit *v, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC};
    Page page = page_open(v, &head);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "Code of your slip");
    form_faults(&page);
    part_failure(&page, err);
    part_paragraph(&page, N_("Somebody of your unit gave you a slip with a "
                             "code. Type it here, or point the camera of your "
                             "phone at the square of the slip."));
    form_open(&page, STR("/undangan"));
    form_field(&page, &(FormField){.name = "kode",
                                   .label = N_("Code of the slip"),
                                   .hint = N_("Capitals, small letters and "
                                              "dashes make no difference."),
                                   .complete = "off",
                                   .needed = true});
    form_button(&page, "Go on");
    form_close(&page);
    sign_put_help(&page);
    part_close(&page);
    page_close(&page);
}

static void show_code(Visit *v)
{
    put_code(v, NULL);
}

static void take_code(Visit *v)
{
    if (v->fields.faults.count > 0) {
        put_code(v, NULL);
        return;
    }
    Str code = address_part(v->arena, visit_field(v, "kode")->text);
    visit_go(v, str_format(v->arena, "/undangan/%.*s", STR_ARG(code)), NULL);
}

/* ---- whose it is ----------------------------------------------------------
 */

/* A slip does not say its government: each house is asked once.  Whoever is
 * signed in stays in theirs. */
static bool find_slip(Visit *v, InviteSlip *out, bool *found, Err *err)
{
    Str code = visit_field(v, "kode")->text;
    *found = false;
    if (!pace_allows(v, code, err)) return false;
    if (v->signed_in || v->entering)
        return invite_find(v->arena, &v->world, code, out, found, err);
    for (size_t i = 0; i < v->view_count && !*found; i++) {
        if (i > 0 && v->of_house[i] == v->of_house[i - 1]) continue;
        seat_choose(v, v->views[i].office->government.code);
        if (!invite_find(v->arena, &v->world, code, out, found, err))
            return false;
    }
    return true;
}

static void refuse_code(Visit *v)
{
    Err err = {0};
    (void)FAIL(&err, ERR_ABSENT,
               "this code is not known, was used already, or is older than %d "
               "days; ask your unit for a new slip",
               INVITE_DAYS);
    (void)err_id(&err,
                 "kode ini tidak dikenal, sudah dipakai, atau sudah lewat %d "
                 "hari; minta slip baru kepada petugas unit Anda",
                 INVITE_DAYS);
    put_code(v, &err);
}

static void put_owner(Page *page, const InviteSlip *slip)
{
    part_rows(page);
    part_row(page, N_("Name"), slip->full_name);
    part_row(page, N_("Unit"), slip->unit);
    part_row(page, N_("Valid until"), part_instant(page, slip->until));
    part_rows_end(page);
}

static void put_slip(Visit *v, const InviteSlip *slip, const Err *err)
{
    PageHead head = {.frame = PAGE_PUBLIC, .modules = "sandi", .alone = true};
    Page page = page_open(v, &head);
    part_status(v, err);
    v->answer->cache = STR("no-store");
    part_open(&page);
    page_heading(&page,
                 slip->again ? N_("Set a new password") : N_("Your account"));
    form_faults(&page);
    part_failure(&page, err);
    put_owner(&page, slip);
    part_small(&page, N_("Not you? Give the slip back to whoever gave it to "
                         "you, and set no password."));
    form_open(&page,
              str_format(page.arena, "/undangan/%.*s",
                         STR_ARG(address_part(page.arena,
                                              visit_field(v, "kode")->text))));
    sign_put_new_password(&page, "sandi", N_("New password"));
    form_button(&page, "Set the password and sign in");
    form_close(&page);
    sign_put_help(&page);
    part_close(&page);
    page_close(&page);
}

/* The slip of the address; false: the answer is there. */
static bool take_slip(Visit *v, InviteSlip *out)
{
    Err err = {0};
    bool found = false;
    if (!find_slip(v, out, &found, &err)) {
        put_code(v, &err);
        return false;
    }
    if (!found) refuse_code(v);
    return found;
}

static void show_slip(Visit *v)
{
    InviteSlip slip;
    if (take_slip(v, &slip)) put_slip(v, &slip, NULL);
}

static void use_slip(Visit *v)
{
    Err err = {0};
    InviteSlip slip;
    SignedIn in;
    if (!take_slip(v, &slip)) return;
    InviteUse use = {.code = visit_field(v, "kode")->text,
                     .password = visit_field(v, "sandi")->text,
                     .label = visit_label(v)};
    if (v->fields.faults.count > 0)
        put_slip(v, &slip, NULL);
    else if (invite_use(v->arena, &v->world, &use, &in, &err))
        sign_go_on(v, &in);
    else
        put_slip(v, &slip, &err);
}

/* ---- the first administrator ----------------------------------------------
 */

static void put_first_form(Page *page)
{
    form_open(page, STR("/awal"));
    sign_put_government(page);
    form_field(page, &(FormField){.name = "kode",
                                  .label = N_("Code of the server"),
                                  .hint = N_("The server printed it when it "
                                             "started; it counts once."),
                                  .complete = "off",
                                  .needed = true});
    form_field(page, &(FormField){.name = "orang",
                                  .label = N_("Your NIP or local number"),
                                  .hint = N_("As it stands in the register."),
                                  .complete = "username",
                                  .needed = true});
    sign_put_new_password(page, "sandi", N_("New password"));
    form_button(page, "Become administrator");
    form_close(page);
}

static void put_first(Visit *v, const Err *err)
{
    Err why = {0};
    bool there = false;
    PageHead head = {.frame = PAGE_PUBLIC, .modules = "sandi", .alone = true};
    if (!account_has_admin(v->arena, &v->world, v->government, &there, &why)) {
        visit_refuse(v, &why);
        return;
    }
    Page page = page_open(v, &head);
    part_status(v, err);
    part_open(&page);
    page_heading(&page, "The first administrator");
    form_faults(&page);
    part_failure(&page, err);
    if (there && v->view_count < 2) {
        part_paragraph(&page, N_("There is an administrator already. Others "
                                 "come in by a slip."));
        part_link(&page, STR("/masuk"), N_("Sign in"));
    } else {
        part_paragraph(&page, N_("Nobody administrates this server yet. "
                                 "Whoever reads what it printed at its start "
                                 "may do so first."));
        put_first_form(&page);
    }
    part_close(&page);
    page_close(&page);
}

static void show_first(Visit *v)
{
    if (!v->has_government) {
        visit_refuse_with(v, ERR_ABSENT,
                          "belum ada data pemerintah daerah di server ini",
                          "this server has the data of no government yet");
        return;
    }
    put_first(v, NULL);
}

static bool try_first(Visit *v, SignedIn *in, Err *err)
{
    InviteUse use = {.government = v->government,
                     .code = visit_field(v, "kode")->text,
                     .person = visit_field(v, "orang")->text,
                     .password = visit_field(v, "sandi")->text,
                     .label = visit_label(v)};
    return pace_allows(v, STR("awal"), err) &&
           invite_first_use(v->arena, &v->world, &use, in, err);
}

static void go_on_first(Visit *v, const SignedIn *in)
{
    accounts_wrote(v);
    sign_go_on(v, in);
}

static void use_first(Visit *v)
{
    Err err = {0};
    SignedIn in;
    if (!v->has_government)
        show_first(v);
    else if (v->fields.faults.count > 0)
        put_first(v, NULL);
    else if (!try_first(v, &in, &err))
        put_first(v, &err);
    else
        go_on_first(v, &in);
}

static const Route routes[] = {
    ROUTE(GET, "/undangan", ANYBODY, NO_FIELDS, show_code, "Code of your slip"),
    ROUTE_FORM(POST, "/undangan", ANYBODY, ROUTE_FIELDS(code_fields), take_code,
               "Code of your slip"),
    ROUTE(GET, "/undangan/{kode}", ANYBODY, ROUTE_FIELDS(slip_fields),
          show_slip, "Your account"),
    ROUTE_FORM(POST, "/undangan/{kode}", ANYBODY, ROUTE_FIELDS(use_fields),
               use_slip, "Your account"),
    ROUTE(GET, "/awal", ANYBODY, NO_FIELDS, show_first,
          "The first administrator"),
    ROUTE_FORM(POST, "/awal", ANYBODY, ROUTE_FIELDS(first_fields), use_first,
               "The first administrator"),
};

const RouteTable sign_slip_routes = {routes, COUNT(routes)};
