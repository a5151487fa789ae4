/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account_admin.c - the first administrator and the last, service tokens,
 * demonstrations, and that no secret lies in any file.
 */
#include "account_world.h"
#include "app/export.h"
#include "base/file.h"
#include "base/log.h"
#include "harness.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool first(AccountLand *l, Str code, Str person, SignedIn *out, Err *err)
{
    InviteUse use = {.government = STR("paser"),
                     .code = code,
                     .person = person,
                     .password = str_of(account_good[0]),
                     .label = STR("Chrome di Android")};
    return invite_first_use(l->arena, &l->world, &use, out, err);
}

static Str first_code(AccountLand *l, bool *needed)
{
    Str code = STR("");
    Err err = {0};
    if (!invite_first_code(l->arena, &l->world, STR("paser"), &code, needed,
                           &err))
        EXPECT_STR(err.text, "");
    return code;
}

/* May they do what only an administrator may? */
static bool administrates(AccountLand *l, Str person)
{
    AccessWorld world = {&l->office->r, &l->office->government};
    Err ignored = {0};
    return access_allows_unit(&world, ACCESS_RETAIN, person, NO_UNIT,
                              account_today(&l->world, l->office), &ignored);
}

FACT(the_first_administrator_comes_by_a_code_of_this_process)
{
    AccountLand *l = account_land("first", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    bool needed = false, has = true;
    EXPECT(account_has_admin(l->arena, &l->world, STR("paser"), &has, &err));
    EXPECT(!has && !administrates(l, w->person));
    Str old = first_code(l, &needed);
    EXPECT(needed);
    Str code = first_code(l, &needed);
    EXPECT_INT((int64_t)code.len, 34);
    ROW("refused");
    EXPECT(!first(l, old, w->person, &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(!first(l, STR(""), w->person, &in, &err));
    EXPECT(!first(l, code, STR("tidak-ada"), &in, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    ROW("used");
    EXPECT(first(l, code, account_land_nip(l, w->person), &in, &err));
    EXPECT(in.session.enrol && in.session.strict);
    EXPECT(account_land_of(l, w->person).admin);
    account_land_read(l);
    EXPECT(administrates(l, w->person) && !administrates(l, w->mate));
    EXPECT(account_has_admin(l->arena, &l->world, STR("paser"), &has, &err));
    EXPECT(has);
    EXPECT_STR(account_land_trace(l, w->person), "buat;");
    ROW("once");
    EXPECT(!first(l, code, w->mate, &in, &err));
    (void)first_code(l, &needed);
    EXPECT(!needed);
    ROW("a restart forgets the code");
    account_land_close(l);
    l = account_land("first-again", false);
    code = first_code(l, &needed);
    account_land_again(l, false);
    EXPECT(!first(l, code, l->app->person, &in, &err));
    account_land_close(l);
}

/* A world whose first administrator is `person`. */
static AccountLand *governed(const char *name)
{
    AccountLand *l = account_land(name, false);
    SignedIn in = {0};
    Err err = {0};
    bool needed = false;
    Str code = first_code(l, &needed);
    CHECK(first(l, code, l->app->person, &in, &err));
    account_land_read(l);
    return l;
}

/* Strangers step into it one after the other; one of them as administrator.
 * In a process that has no stage a slip makes it somebody's own. */
FACT(nobody_changes_an_account_of_a_demonstration)
{
    AccountLand *l = governed("stage");
    AppWorld *w = l->app;
    Err err = {0};
    InviteSlip slip = {0};
    AccountAct act = {.government = STR("paser"),
                      .actor = w->person,
                      .person = w->mate,
                      .channel = CHANNEL_WEB};
    account_land_again(l, true);
    EXPECT(invite_demo(l->arena, &l->world, STR("paser"), &w->mate, 1,
                       STR("peragaan"), &err));
    EXPECT(!invite_stop(l->arena, &l->world, &act, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "akun peragaan tidak diubah");
    EXPECT(!invite_no_codes(l->arena, &l->world, &act, &err));
    EXPECT_HAS(err.id, "akun peragaan tidak diubah");
    EXPECT(!invite_admin(l->arena, &l->world, &act, true, &err));
    EXPECT_HAS(err.id, "akun peragaan tidak diubah");
    EXPECT(!invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT_HAS(err.id, "akun peragaan tidak diubah");
    ROW("elsewhere");
    account_land_again(l, false);
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    account_land_close(l);
}

FACT(the_last_administrator_stays)
{
    AccountLand *l = governed("last");
    AppWorld *w = l->app;
    Err err = {0};
    AccountAct act = {.government = STR("paser"),
                      .actor = w->person,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    EXPECT(!invite_admin(l->arena, &l->world, &act, false, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "terakhir");
    EXPECT(!invite_stop(l->arena, &l->world, &act, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    ROW("who has no account cannot be one");
    act.person = w->mate;
    EXPECT(!invite_admin(l->arena, &l->world, &act, true, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    ROW("with another one the first may go");
    (void)account_land_make(l, w->mate, account_good[1]);
    EXPECT(invite_admin(l->arena, &l->world, &act, true, &err));
    account_land_read(l);
    EXPECT(administrates(l, w->mate));
    act.person = w->person;
    EXPECT(invite_admin(l->arena, &l->world, &act, false, &err));
    account_land_read(l);
    EXPECT(!administrates(l, w->person) && administrates(l, w->mate));
    ROW("and does nothing more");
    act.person = w->mate;
    EXPECT(!invite_admin(l->arena, &l->world, &act, false, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_close(l);
}

FACT(whoever_acts_for_all_is_invited_by_an_administrator)
{
    AccountLand *l = governed("wide");
    AppWorld *w = l->app;
    const Register *r = &l->office->r;
    Date today = w->record.today;
    InviteSlip slip = {0};
    Err err = {0};
    PersonId board = {map_find(&r->person_codes, w->board)};
    PersonId head = unit_head(r, r->people[board.index].unit, today);
    CHECK(head.index != NO_INDEX);
    AccountAct act = {.government = STR("paser"),
                      .actor = r->people[head.index].code,
                      .person = w->board,
                      .channel = CHANNEL_WEB};
    EXPECT(!invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "administrator");
    act.actor = w->person;
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    ROW("an administrator too");
    act.actor = w->clerk;
    act.person = w->person;
    EXPECT(!invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_close(l);
}

FACT(a_list_shows_whom_one_may_invite)
{
    AccountLand *l = governed("list");
    AppWorld *w = l->app;
    Account *list = NULL;
    size_t all = 0, unit = 0;
    Err err = {0};
    EXPECT(account_list(l->arena, &l->world, STR("paser"), w->person, &list,
                        &all, &err));
    EXPECT_INT((int64_t)all, l->office->r.person_count);
    EXPECT(account_list(l->arena, &l->world, STR("paser"), w->clerk, &list,
                        &unit, &err));
    EXPECT(unit > 1 && unit < all / 4);
    size_t open = 0;
    for (size_t i = 0; i < unit; i++)
        open += list[i].state == ACCOUNT_OPEN;
    EXPECT_INT((int64_t)open, 1);
    EXPECT(!account_list(l->arena, &l->world, STR("paser"), w->mate, &list,
                         &unit, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_close(l);
}

/* ---- service tokens ----------------------------------------------------- */

FACT(a_token_may_what_it_says_until_it_ends)
{
    AccountLand *l = governed("token");
    AppWorld *w = l->app;
    Err err = {0};
    Token token = {0}, found_token = {0};
    Token *list = NULL;
    size_t count = 0;
    Str secret = {0};
    bool found = false;
    TokenWish wish = {.government = STR("paser"),
                      .actor = w->person,
                      .channel = CHANNEL_WEB,
                      .name = STR("absensi kominfo"),
                      .cases = STR("presensi| laporan"),
                      .days = 30};
    EXPECT(token_make(l->arena, &l->world, &wish, &token, &secret, &err));
    EXPECT_INT((int64_t)secret.len, TOKEN_TEXT);
    EXPECT(token_find(l->arena, &l->world, secret, &found_token, &found, &err));
    EXPECT(found);
    EXPECT_STR(found_token.name, "absensi kominfo");
    EXPECT_STR(found_token.actor, w->person);
    EXPECT(token_may(&found_token, ACCESS_PRESENCE) &&
           token_may(&found_token, ACCESS_REPORT) &&
           !token_may(&found_token, ACCESS_TASK));
    EXPECT(token_list(l->arena, &l->world, STR("paser"), w->person, &list,
                      &count, &err));
    EXPECT_INT((int64_t)count, 1);
    EXPECT_STR(list[0].id, token.id);
    ROW("over");
    account_land_pass(l, 30 * 86400 - 1);
    EXPECT(token_find(l->arena, &l->world, secret, &found_token, &found, &err));
    EXPECT(found);
    account_land_pass(l, 1);
    EXPECT(token_find(l->arena, &l->world, secret, &found_token, &found, &err));
    EXPECT(!found);
    ROW("ended");
    EXPECT(token_make(l->arena, &l->world, &wish, &token, &secret, &err));
    EXPECT(!token_end(l->arena, &l->world, &wish, STR("x"), &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT(token_end(l->arena, &l->world, &wish, token.id, &err));
    EXPECT(token_find(l->arena, &l->world, secret, &found_token, &found, &err));
    EXPECT(!found);
    ROW("nonsense");
    EXPECT(token_find(l->arena, &l->world, STR("tk_x"), &found_token, &found,
                      &err));
    EXPECT(!found);
    ROW("its maker administrates no more");
    EXPECT(token_make(l->arena, &l->world, &wish, &token, &secret, &err));
    (void)account_land_make(l, w->mate, account_good[1]);
    AccountAct act = {.government = STR("paser"),
                      .actor = w->person,
                      .person = w->mate,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_admin(l->arena, &l->world, &act, true, &err));
    act.person = w->person;
    EXPECT(invite_admin(l->arena, &l->world, &act, false, &err));
    account_land_read(l);
    EXPECT(token_find(l->arena, &l->world, secret, &found_token, &found, &err));
    EXPECT(!found);
    account_land_close(l);
}

FACT(a_token_is_made_by_an_administrator_and_of_known_cases)
{
    AccountLand *l = governed("token-bad");
    AppWorld *w = l->app;
    const struct {
        Str actor;
        const char *name, *cases;
        int days;
        ErrKind why;
    } cases[] = {
        {w->person, "a",   "presensi",     366, ERR_NONE  },
        {w->mate,   "a",   "presensi",     1,   ERR_DENIED},
        {w->head,   "a",   "presensi",     1,   ERR_DENIED},
        {w->person, "",    "presensi",     1,   ERR_INPUT },
        {w->person, "a\n", "presensi",     1,   ERR_INPUT },
        {w->person, "a",   "",             1,   ERR_INPUT },
        {w->person, "a",   "presensi|apa", 1,   ERR_INPUT },
        {w->person, "a",   "presensi",     0,   ERR_INPUT },
        {w->person, "a",   "presensi",     367, ERR_INPUT },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        Err err = {0};
        Token token = {0};
        Str secret = {0};
        TokenWish wish = {.government = STR("paser"),
                          .actor = cases[i].actor,
                          .channel = CHANNEL_WEB,
                          .name = str_of(cases[i].name),
                          .cases = str_of(cases[i].cases),
                          .days = cases[i].days};
        bool made =
            token_make(l->arena, &l->world, &wish, &token, &secret, &err);
        EXPECT(made == (cases[i].why == ERR_NONE));
        if (made) continue;
        EXPECT_INT(err.kind, cases[i].why);
        EXPECT(err.id[0] != '\0');
    }
    account_land_close(l);
}

/* ---- demonstrations ----------------------------------------------------- */

FACT(accounts_of_a_demonstration_work_in_one_only)
{
    AccountLand *l = account_land("demo", true);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    bool demo = true;
    Str people[] = {w->person, w->head, w->clerk};
    EXPECT(account_is_demo(l->store, STR("paser"), &demo, &err) && !demo);
    Str own = account_land_make(l, w->clerk, account_good[0]);
    EXPECT(own.len > 0);
    EXPECT(invite_demo(l->arena, &l->world, STR("paser"), people, COUNT(people),
                       STR("peragaan"), &err));
    EXPECT(account_is_demo(l->store, STR("paser"), &demo, &err) && demo);
    EXPECT(account_land_in(l, account_land_nip(l, w->head), "peragaan", &in,
                           &err));
    EXPECT(in.session.demo && in.session.level == SESSION_FULL);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    ROW("somebody's own account stays");
    EXPECT(!account_land_in(l, account_land_nip(l, w->clerk), "peragaan", &in,
                            &err));
    ROW("elsewhere it does not exist");
    EXPECT(account_land_in(l, account_land_nip(l, w->person), "peragaan", &in,
                           &err));
    account_land_again(l, false);
    EXPECT_INT(account_land_level(l, in.token), -1);
    EXPECT(!account_land_in(l, account_land_nip(l, w->person), "peragaan", &in,
                            &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    ROW("nor counts as an administrator's");
    bool has = true;
    uint32_t index = map_find(&l->office->r.person_codes, w->person);
    Grant grant = {
        .person = {index}, .role = GRANT_ADMIN, .window = WINDOW_ALL};
    Office changed = *l->office;
    const Office *only[] = {&changed};
    changed.r.grants = &grant;
    changed.r.grant_count = 1;
    l->world.offices = only;
    EXPECT(account_has_admin(l->arena, &l->world, STR("paser"), &has, &err));
    EXPECT(!has);
    account_land_again(l, true);
    EXPECT(account_has_admin(l->arena, &l->world, STR("paser"), &has, &err));
    EXPECT(has);
    account_land_close(l);
}

/* ---- no secret lies anywhere -------------------------------------------- */

static bool lies_in(Arena *tmp, const char *folder, Str secret)
{
    FileNames names = {0};
    Err err = {0};
    bool found = false;
    CHECK(file_list(tmp, folder, STR(""), &names, &err));
    for (size_t i = 0; i < names.count; i++) {
        const char *path = file_path(tmp, folder, names.at[i].ptr);
        Str bytes;
        Err not_read = {0};
        if (!file_read(tmp, path, 256 << 20, &bytes, &not_read)) continue;
        found |= str_find(bytes, secret, 0) != SIZE_MAX;
    }
    return found;
}

/* Everything that is said from here on goes into a file. */
static int log_into(const char *path)
{
    int old = dup(STDERR_FILENO);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    CHECK(old >= 0 && file >= 0 && dup2(file, STDERR_FILENO) >= 0);
    (void)close(file);
    log_level(LOG_DEBUG);
    return old;
}

static void log_to(int old)
{
    CHECK(dup2(old, STDERR_FILENO) >= 0);
    (void)close(old);
    log_level(LOG_WARN);
}

FACT(no_secret_is_in_the_data_the_journal_an_export_or_the_log)
{
    AccountLand *l = governed("canary");
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0}, full = {0}, none = {0};
    Token token = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str service = {0};
    InviteSlip slip = {0};
    const char *out = file_path(l->arena, harness_folder(), "canary-out");
    const char *logs = file_path(l->arena, harness_folder(), "canary-logs");
    CHECK(mkdir(logs, 0700) == 0);
    int old_log = log_into(file_path(l->arena, logs, "log"));
    Str token_one = account_land_make(l, w->mate, account_good[1]);
    Str secret =
        account_land_codes(l, token_one, account_good[1], &in, recovery);
    account_land_pass(l, 60);
    EXPECT(account_land_in(l, account_land_nip(l, w->mate), account_good[1],
                           &full, &err));
    TokenWish wish = {.government = STR("paser"),
                      .actor = w->person,
                      .channel = CHANNEL_WEB,
                      .name = STR("kenari"),
                      .cases = STR("presensi"),
                      .days = 1};
    EXPECT(token_make(l->arena, &l->world, &wish, &token, &service, &err));
    AccountAct act = {.government = STR("paser"),
                      .actor = w->person,
                      .person = w->other,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT(!first(l, STR("KENARI-SALAH"), w->mate, &none, &err));
    Exported exported = {0};
    ExportWish asked = {.government = STR("paser")};
    EXPECT(export_folder(l->arena, l->store, &asked, out, &exported, &err));
    EXPECT(exported.facts > 0);
    log_line(LOG_ERROR, "kenari", "masuk pertama");
    log_to(old_log);
    Str bare_slip = str_slice(slip.path, 10, slip.path.len);
    Str secrets[] = {str_of(account_good[0]),
                     str_of(account_good[1]),
                     token_one,
                     in.token,
                     full.token,
                     secret,
                     recovery[0],
                     recovery[9],
                     slip.code,
                     bare_slip,
                     service};
    for (size_t i = 0; i < COUNT(secrets); i++) {
        ROW("secret %zu", i);
        EXPECT(secrets[i].len >= 12);
        EXPECT(!lies_in(l->arena, l->app->folder, secrets[i]));
        EXPECT(!lies_in(l->arena, out, secrets[i]));
        EXPECT(!lies_in(l->arena, logs, secrets[i]));
    }
    ROW("and it would be found");
    EXPECT(lies_in(l->arena, l->app->folder, STR("masuk pertama")));
    EXPECT(lies_in(l->arena, out, STR("masuk pertama")));
    EXPECT(lies_in(l->arena, logs, STR("masuk pertama")));
    account_land_close(l);
}
