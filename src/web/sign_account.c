/* SPDX-License-Identifier: Apache-2.0 */
#include "web/sign_account.h"

#include "app/account_history.h"
#include "door/accounts.h"
#include "web/qr.h"
#include "web/sign.h"

static const FieldRule person_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
};
static const FieldRule act_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true},
    {"id",    N_("Record"), FIELD_ID,   .needed = true},
};
static const FieldRule invite_fields[] = {
    {"orang", N_("Person"),    FIELD_CODE, .needed = true},
    {"nama",  N_("User name"), FIELD_LINE, .most = 30    },
};

const Person *sign_account_person(const Visit *v, Str code)
{
    const Register *r = &v->view->office->r;
    uint32_t index = map_find(&r->person_codes, code);
    return index == NO_INDEX ? NULL : &r->people[index];
}

Str sign_account_unit(const Visit *v, const Person *p)
{
    const Unit *unit = &v->view->office->r.units[p->unit.index];
    return unit->short_name.len > 0 ? unit->short_name : unit->name;
}

Str sign_account_path(Arena *arena, Str person, const char *step)
{
    return str_format(arena, "/akun/%.*s%s",
                      STR_ARG(address_part(arena, person)), step);
}

static const char *state_css(AccountState state)
{
    switch (state) {
    case ACCOUNT_NONE: return "";
    case ACCOUNT_INVITED: return "info";
    case ACCOUNT_OPEN: return "ok";
    case ACCOUNT_STOPPED: return "bad";
    }
    return "";
}

void sign_account_put_state(Page *page, const Account *account)
{
    page_put(page, HTML("<span class=\"tag "));
    page_put(page, (Html){str_of(state_css(account->state))});
    page_put(page, HTML("\">"));
    page_text(page, account_state_word(account->state, page->speech.lang));
    page_put(page, HTML("</span>"));
}

/* ---- one account ----------------------------------------------------------
 */

/* The route has found whom it is about. */
static const Person *person_asked(const Visit *v)
{
    return &v->view->office->r.people[v->about.index];
}

static void put_facts(Page *page, const Account *account)
{
    const Visit *v = page->visit;
    const Person *p = person_asked(v);
    part_rows(page);
    if (p->nip.len > 0)
        part_row(page, N_("NIP"), nip_masked(page->arena, p->nip));
    part_row(page, N_("Unit"), v->view->office->r.units[p->unit.index].name);
    part_row_open(page, N_("State"));
    sign_account_put_state(page, account);
    part_row_close(page);
    if (account->name.len > 0) part_row(page, N_("User name"), account->name);
    if (account->slip)
        part_row(page, N_("Slip valid until"),
                 part_instant(page, account->until));
    part_row_open(page, N_("Second step"));
    page_say(page, account->codes ? N_("Turned on") : N_("Not set up"));
    part_row_close(page);
    if (account->admin) {
        part_row_open(page, N_("Administrator"));
        page_say(page, "By this account");
        part_row_close(page);
    }
    if (account->entered.us > 0)
        part_row(page, N_("Last sign-in"),
                 part_instant(page, account->entered));
    part_rows_end(page);
}

static void put_invite(Page *page, const Account *account)
{
    bool again = account->state == ACCOUNT_OPEN;
    form_open(page, sign_account_path(page->arena, account->person, "/slip"));
    if (account->name.len == 0)
        form_field(page, &(FormField){.name = "nama",
                                      .label = N_("User name, if they have no "
                                                  "NIP at hand"),
                                      .hint = N_("Optional: small letters, "
                                                 "digits, . _ -")});
    form_button(page, again ? N_("Make a slip for a new password")
                            : N_("Make a slip"));
    form_close(page);
    part_small(page, N_("The slip is shown once, to be printed and handed "
                        "over. It is valid for 7 days; nobody but the person "
                        "learns the password."));
}

/* A step that cannot be taken by mistake: its button lies behind a fold. */
typedef struct {
    const char *step, *fold, *why, *button;
} Fold;

static void put_step(Page *page, const Account *account, const Fold *fold)
{
    page_put(page, HTML("<details class=\"lipat\"><summary>"));
    page_say(page, fold->fold);
    page_put(page, HTML("</summary>"));
    part_paragraph(page, fold->why);
    form_open_id(page,
                 sign_account_path(page->arena, account->person, fold->step));
    page_put(page, HTML("<button class=\"btn alt\">"));
    page_say(page, fold->button);
    page_put(page, HTML("</button>"));
    form_close(page);
    page_put(page, HTML("</details>\n"));
}

static const Fold step_sessions = {
    "/sesi", N_("End all sessions"),
    N_("The person has to sign in anew everywhere."), N_("End them")};
static const Fold step_stop = {
    "/henti", N_("Stop the account"),
    N_("It and its sessions end at once. A new slip opens it again."),
    N_("Stop it")};
static const Fold step_no_codes = {
    "/tanpa-kode", N_("Take the second step off"),
    N_("For a lost phone, once you have seen the person. Sessions end."),
    N_("Take it off")};
static const Fold step_admin = {
    "/administrator", N_("Make administrator"),
    N_("They may then manage the accounts and data of this government."),
    N_("Make administrator")};
static const Fold step_no_admin = {
    "/bukan-administrator", N_("Administrator no more"),
    N_("At least one administrator must remain."), N_("Administrator no more")};

static void put_steps(Page *page, const Account *account)
{
    Visit *v = page->visit;
    bool may_stop = visit_may(v, ACCESS_ACCOUNT_STOP, v->about, NO_UNIT, NULL);
    bool admin = visit_may(v, ACCESS_ACCOUNT_ADMIN, v->about, NO_UNIT, NULL);
    bool open = account->state == ACCOUNT_OPEN;
    if (may_stop && open) put_step(page, account, &step_sessions);
    if (may_stop && (open || account->slip))
        put_step(page, account, &step_stop);
    if (admin && account->codes) put_step(page, account, &step_no_codes);
    if (admin && open)
        put_step(page, account, account->admin ? &step_no_admin : &step_admin);
}

/* ---- what was done to it ---------------------------------------------------
 */

static Str deed_said(const Page *page, const AccountDeed *deed)
{
    static const struct {
        const char *word, *text, *english;
    } deeds[] = {
        {"buat",               "",              N_("Account made")                },
        {"undang",             "",              N_("Invitation slip made")        },
        {"setel ulang",        "",              N_("Slip for a new password made")},
        {"masuk pertama",      "",              N_("First sign-in by the slip")   },
        {"kata sandi diganti", "",              N_("Password changed")            },
        {"kode diganti",       "",              N_("Second step changed")         },
        {"sesi diakhiri",      "",              N_("Sessions ended")              },
        {"administrator",      "diangkat",      N_("Made administrator")          },
        {"administrator",      "diberhentikan", N_("Administrator no longer")     },
        {"token",              "",              N_("Service token made or ended") },
        {"dihentikan",         "",              N_("Account stopped")             },
    };
    for (size_t i = 0; i < COUNT(deeds); i++) {
        if (str_is(deed->word, str_of(deeds[i].word)) &&
            (deeds[i].text[0] == '\0' ||
             str_is(deed->text, str_of(deeds[i].text))))
            return said(&page->speech, deeds[i].english);
    }
    return deed->word;
}

/* By its owner nothing more is said than what was done. */
static void put_deed(Page *page, const Account *account,
                     const AccountDeed *deed)
{
    const Person *by = sign_account_person(page->visit, deed->actor);
    page_put(page, HTML("<li><b>"));
    page_text(page, deed_said(page, deed));
    page_put(page, HTML("</b> <span class=\"s mut\">"));
    page_text(page, part_instant(page, deed->at));
    if (!str_is(deed->actor, account->person))
        PAGE_SAY(page, ", by {who}",
                 {"who", by != NULL ? by->name : deed->actor});
    page_put(page, HTML("</span></li>\n"));
}

static void put_history(Page *page, const Account *account)
{
    AccountDeed deeds[ACCOUNT_HISTORY];
    size_t count = 0;
    Err err = {0};
    part_open(page);
    part_heading(page, N_("What was done to this account"));
    if (!account_history(page->arena, &page->visit->world,
                         page->visit->government, account->person, deeds,
                         &count, &err))
        part_failure(page, &err);
    else if (count == 0)
        part_paragraph(page, N_("Nothing yet."));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < count; i++)
        put_deed(page, account, &deeds[i]);
    page_put(page, HTML("</ul>\n"));
    part_close(page);
}

static void put_blocks(Page *page, const Account *account, const Err *wrong,
                       Str name)
{
    part_open(page);
    page_element(page, "h1", name);
    form_faults(page);
    part_failure(page, wrong);
    put_facts(page, account);
    part_close(page);
    part_open(page);
    part_heading(page, account->state == ACCOUNT_OPEN ? N_("Password forgotten")
                                                      : N_("Invite"));
    put_invite(page, account);
    part_close(page);
    part_open(page);
    part_heading(page, N_("More"));
    put_steps(page, account);
    part_link(page, STR("/akun"), N_("All accounts"));
    part_close(page);
    put_history(page, account);
}

static void put_person(Visit *v, const Err *wrong)
{
    static const PartDone done[] = {
        {"sesi",                N_("All sessions have ended.")       },
        {"henti",               N_("The account is stopped.")        },
        {"tanpa-kode",          N_("The second step is off.")        },
        {"administrator",       N_("They are administrator now.")    },
        {"bukan-administrator", N_("They are administrator no more.")},
    };
    Account account;
    if (!accounts_read(v, &account)) return;
    Str name = person_asked(v)->name;
    PageHead head = {.frame = PAGE_PHONE, .name = name, .here = "/akun"};
    Page page = page_open(v, &head);
    part_status(v, wrong);
    part_done(&page, done, COUNT(done));
    put_blocks(&page, &account, wrong, name);
    page_close(&page);
}

static void show_person(Visit *v)
{
    put_person(v, NULL);
}

/* ---- the slip -------------------------------------------------------------
 */

static void put_slip_steps(Page *page, const InviteSlip *slip)
{
    Str host = visit_address(page->visit, STR("/undangan"));
    page_put(page, HTML("<ol class=\"langkah-n\"><li>"));
    PAGE_SAY(page,
             "Open *{address}* or point the camera of your phone at the "
             "square.",
             {"address", host});
    page_put(page, HTML("</li><li>"));
    page_say(page, "Type this code:");
    page_put(page, HTML("<p class=\"rahasia\">"));
    page_text(page, slip->code);
    page_put(page, HTML("</p></li><li>"));
    page_say(page, "Choose a password that only you know.");
    page_put(page, HTML("</li></ol>\n"));
}

static void put_slip(Visit *v, const InviteSlip *slip)
{
    PageHead head = {.frame = PAGE_PHONE,
                     .title = N_("Slip"),
                     .modules = "cetak",
                     .alone = true};
    v->answer->cache = STR("no-store");
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk slip\">"));
    page_heading(&page, slip->again ? N_("Slip for a new password")
                                    : N_("Slip for a new account"));
    part_rows(&page);
    part_row(&page, N_("Government"), v->view->office->government.name);
    part_row(&page, N_("For whom"), slip->full_name);
    part_row(&page, N_("Unit"), slip->unit);
    part_row(&page, N_("Valid until"), part_instant(&page, slip->until));
    part_rows_end(&page);
    put_slip_steps(&page, slip);
    qr_put(&page, visit_address(v, slip->path), N_("The way in as a QR code"));
    part_close(&page);
    page_put(&page, HTML("<section class=\"blk tak-cetak\">"));
    part_paragraph(&page, N_("This slip is shown only now. Print it and hand "
                             "it to the person alone; do not send it by "
                             "chat."));
    part_link(&page, sign_account_path(page.arena, slip->person, ""),
              N_("Back to the account"));
    part_close(&page);
    page_close(&page);
}

/* Sent twice, it is two slips, of which the second is shown and counts: the
 * code of the first is told nowhere. */
static void make_slip(Visit *v)
{
    Err err = {0};
    InviteSlip slip;
    AccountAct act = accounts_act(v);
    act.name = visit_field(v, "nama")->text;
    if (v->fields.faults.count > 0)
        put_person(v, NULL);
    else if (invite_person(v->arena, &v->world, &act, &slip, &err))
        put_slip(v, &slip);
    else
        put_person(v, &err);
}

/* ---- steps ----------------------------------------------------------------
 */

static void go_back(Visit *v, bool done, const char *word, const Err *err)
{
    if (done)
        visit_go(v,
                 sign_account_path(v->arena, visit_field(v, "orang")->text, ""),
                 word);
    else
        put_person(v, err);
}

static void stop(Visit *v)
{
    Err err = {0};
    AccountAct act = accounts_step(v);
    bool done = invite_stop(v->arena, &v->world, &act, &err);
    go_back(v, done, "henti", &err);
}

static void end_sessions(Visit *v)
{
    Err err = {0};
    SessionAct act = accounts_sessions(v);
    bool done = session_end_all(v->arena, &v->world, &act, &err);
    go_back(v, done, "sesi", &err);
}

static void take_codes(Visit *v)
{
    Err err = {0};
    AccountAct act = accounts_step(v);
    bool done = invite_no_codes(v->arena, &v->world, &act, &err);
    go_back(v, done, "tanpa-kode", &err);
}

static void set_admin(Visit *v, bool admin)
{
    Err err = {0};
    bool done = accounts_admin(v, admin, &err);
    go_back(v, done, admin ? "administrator" : "bukan-administrator", &err);
}

static void make_admin(Visit *v)
{
    set_admin(v, true);
}

static void take_admin(Visit *v)
{
    set_admin(v, false);
}

static const Route routes[] = {
    ROUTE(GET, "/akun/{orang}", MAY_OF_PERSON(INVITE),
          ROUTE_FIELDS(person_fields), show_person, "Account"),
    ROUTE_FORM(POST, "/akun/{orang}/slip", MAY_OF_PERSON(INVITE),
               ROUTE_FIELDS(invite_fields), make_slip, "Slip"),
    ROUTE(POST, "/akun/{orang}/henti", MAY_OF_PERSON(ACCOUNT_STOP),
          ROUTE_FIELDS(act_fields), stop, "Stop the account"),
    ROUTE(POST, "/akun/{orang}/sesi", MAY_OF_PERSON(ACCOUNT_STOP),
          ROUTE_FIELDS(act_fields), end_sessions, "End all sessions"),
    ROUTE(POST, "/akun/{orang}/tanpa-kode", MAY_OF_PERSON(ACCOUNT_ADMIN),
          ROUTE_FIELDS(act_fields), take_codes, "Take the second step off"),
    ROUTE(POST, "/akun/{orang}/administrator", MAY_OF_PERSON(ACCOUNT_ADMIN),
          ROUTE_FIELDS(act_fields), make_admin, "Make administrator"),
    ROUTE(POST, "/akun/{orang}/bukan-administrator",
          MAY_OF_PERSON(ACCOUNT_ADMIN), ROUTE_FIELDS(act_fields), take_admin,
          "Administrator no more"),
};

const RouteTable sign_account_routes = {routes, COUNT(routes)};
