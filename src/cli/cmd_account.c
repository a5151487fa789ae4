/* SPDX-License-Identifier: Apache-2.0 */
#include "app/invite.h"
#include "app/session.h"
#include "app/token.h"
#include "base/clock.h"
#include "base/num.h"
#include "cli/acting.h"
#include "cli/commands.h"
#include "cli/find_person.h"

/* What every part of the command works with. */
typedef struct {
    const Call *call;
    Acting *acting;
    AccountWorld world;
    const Office *office;
    AccountAct act; /* its person: the second word, where one is asked */
    Buf out;
} AccountCall;

static Str word_at(const AccountCall *a, size_t i)
{
    return i < a->call->word_count ? str_of(a->call->words[i]) : STR("");
}

static int refused(const AccountCall *a, const Err *err)
{
    return say_refusal(a->call, NULL, err);
}

static int told(const AccountCall *a)
{
    return say_result(a->call, &a->out, EXIT_DONE);
}

static int unknown(const AccountCall *a, Str word)
{
    return say_usage(a->call, "'%.*s' tidak dikenal di sini",
                     "'%.*s' is not known here", STR_ARG(word));
}

static void put_moment(AccountCall *a, Instant at)
{
    Zone zone = a->office->government.zone;
    int minute = zone_minute(zone, at);
    Str day = date_words(a->call->arena, zone_day(zone, at), a->call->lang);
    if (at.us == 0)
        buf_char(&a->out, '-');
    else
        buf_format(&a->out, "%.*s %02d.%02d", STR_ARG(day), minute / 60,
                   minute % 60);
}

static Str name_of(const AccountCall *a, Str person)
{
    uint32_t index = map_find(&a->office->r.person_codes, person);
    return index == NO_INDEX ? STR("") : a->office->r.people[index].name;
}

/* ---- slips -------------------------------------------------------------- */

static int slip(AccountCall *a, bool again)
{
    Err err = {0};
    Account account = {0};
    InviteSlip made = {0};
    if (!account_of(a->call->arena, &a->world, a->act.government, a->act.person,
                    &account, &err))
        return refused(a, &err);
    bool has =
        account.state == ACCOUNT_OPEN || account.state == ACCOUNT_STOPPED;
    if (has != again) {
        say_error(a->call,
                  has ? "pegawai itu sudah punya akun; pakai reset"
                      : "pegawai itu belum punya akun; pakai invite",
                  has ? "that person has an account; use reset"
                      : "that person has no account; use invite");
        return EXIT_INPUT;
    }
    if (!again) a->act.name = word_at(a, 2);
    if (!invite_person(a->call->arena, &a->world, &a->act, &made, &err))
        return refused(a, &err);
    invite_put(&a->world, &made, a->call->lang, &a->out);
    return told(a);
}

static int invite(AccountCall *a)
{
    return slip(a, false);
}

static int reset(AccountCall *a)
{
    return slip(a, true);
}

/* ---- list --------------------------------------------------------------- */

static void put_account(AccountCall *a, const Account *account)
{
    Lang lang = a->call->lang;
    Str state = account_state_word(account->state, lang);
    Str name = name_of(a, account->person);
    buf_format(&a->out, "%.*s  %.*s  %.*s", STR_ARG(account->person),
               STR_ARG(name), STR_ARG(state));
    if (account->name.len > 0)
        buf_format(&a->out, "  %.*s", STR_ARG(account->name));
    if (account->admin) buf_c(&a->out, "  administrator");
    if (account->demo)
        say_format(&a->out, lang, "  peragaan", "  demonstration");
    if (account->codes)
        say_format(&a->out, lang, "  langkah kedua", "  second factor");
    say_format(&a->out, lang, "  terakhir masuk ", "  last sign-in ");
    put_moment(a, account->entered);
    buf_char(&a->out, '\n');
}

static int list(AccountCall *a)
{
    Err err = {0};
    Account *accounts = NULL;
    size_t count = 0;
    size_t without = 0;
    if (!account_list(a->call->arena, &a->world, a->act.government,
                      a->act.actor, &accounts, &count, &err))
        return refused(a, &err);
    for (size_t i = 0; i < count; i++) {
        if (accounts[i].state == ACCOUNT_NONE)
            without++;
        else
            put_account(a, &accounts[i]);
    }
    say_format(&a->out, a->call->lang, "%zu akun, %zu pegawai belum punya\n",
               "%zu accounts, %zu people have none\n", count - without,
               without);
    return told(a);
}

/* ---- what is done to one ------------------------------------------------ */

static int said(AccountCall *a, const char *id, const char *en)
{
    Str name = name_of(a, a->act.person);
    say_format(&a->out, a->call->lang, "%.*s: %s\n", "%.*s: %s\n",
               STR_ARG(name), a->call->lang == LANG_ID ? id : en);
    return told(a);
}

static int end(AccountCall *a)
{
    Err err = {0};
    if (!invite_stop(a->call->arena, &a->world, &a->act, &err))
        return refused(a, &err);
    return said(a, "akun dihentikan", "the account was stopped");
}

static int code(AccountCall *a)
{
    Err err = {0};
    if (!invite_no_codes(a->call->arena, &a->world, &a->act, &err))
        return refused(a, &err);
    return said(a, "langkah kedua dicabut", "the second factor is gone");
}

static int admin(AccountCall *a)
{
    Err err = {0};
    Str how = word_at(a, 2);
    bool gives = how.len == 0;
    if (!gives && !str_is(how, STR("end"))) return unknown(a, how);
    if (!invite_admin(a->call->arena, &a->world, &a->act, gives, &err))
        return refused(a, &err);
    return gives ? said(a, "kini administrator", "is an administrator now")
                 : said(a, "bukan administrator lagi",
                        "is no administrator any more");
}

/* ---- sessions ----------------------------------------------------------- */

static int list_sessions(AccountCall *a, const SessionAct *act)
{
    Err err = {0};
    Session *found = NULL;
    size_t count = 0;
    if (!session_may(&a->world, act, &err) ||
        !session_list(a->call->arena, &a->world, act->government, act->person,
                      &found, &count, &err))
        return refused(a, &err);
    for (size_t i = 0; i < count; i++) {
        buf_format(&a->out, "%.*s  ", STR_ARG(found[i].id));
        put_moment(a, found[i].opened);
        buf_c(&a->out, "  ");
        put_moment(a, found[i].seen);
        buf_format(&a->out, "  %.*s\n", STR_ARG(found[i].label));
    }
    say_format(&a->out, a->call->lang, "%zu sesi\n", "%zu sessions\n", count);
    return told(a);
}

static int sessions(AccountCall *a)
{
    Err err = {0};
    Str how = word_at(a, 2);
    Str id = word_at(a, 3);
    SessionAct act = {a->act.government, a->act.actor, a->act.person,
                      a->act.channel};
    if (how.len == 0) return list_sessions(a, &act);
    if (!str_is(how, STR("end"))) return unknown(a, how);
    bool done = id.len > 0
                    ? session_end_one(a->call->arena, &a->world, &act, id, &err)
                    : session_end_all(a->call->arena, &a->world, &act, &err);
    if (!done) return refused(a, &err);
    return said(a, "sesi diakhiri", "sessions ended");
}

/* ---- tokens ------------------------------------------------------------- */

static int new_token(AccountCall *a, TokenWish *wish)
{
    Err err = {0};
    Token made = {0};
    Str secret = {0};
    int64_t days = 0;
    wish->name = word_at(a, 2);
    wish->cases = word_at(a, 3);
    if (!num_is(word_at(a, 4), 1, TOKEN_DAYS_MOST, &days))
        return say_usage(a->call, "sebut nama, kewenangan dan 1 sampai %d hari",
                         "give a name, use cases and 1 to %d days",
                         TOKEN_DAYS_MOST);
    wish->days = (int)days;
    if (!token_make(a->call->arena, &a->world, wish, &made, &secret, &err))
        return refused(a, &err);
    buf_format(&a->out, "%.*s\n", STR_ARG(secret));
    say_format(&a->out, a->call->lang,
               "Simpan sekarang: token ini tidak ditampilkan lagi. Berlaku "
               "sampai ",
               "Keep it now: this token is not shown again. Valid until ");
    put_moment(a, made.until);
    buf_char(&a->out, '\n');
    return told(a);
}

static int list_tokens(AccountCall *a)
{
    Err err = {0};
    Token *tokens = NULL;
    size_t count = 0;
    if (!token_list(a->call->arena, &a->world, a->act.government, a->act.actor,
                    &tokens, &count, &err))
        return refused(a, &err);
    for (size_t i = 0; i < count; i++) {
        buf_format(&a->out, "%.*s  %.*s  %.*s  ", STR_ARG(tokens[i].id),
                   STR_ARG(tokens[i].name), STR_ARG(tokens[i].actor));
        put_moment(a, tokens[i].until);
        buf_char(&a->out, '\n');
    }
    say_format(&a->out, a->call->lang, "%zu token\n", "%zu tokens\n", count);
    return told(a);
}

static int token(AccountCall *a)
{
    Err err = {0};
    Str how = word_at(a, 1);
    TokenWish wish = {.government = a->act.government,
                      .actor = a->act.actor,
                      .channel = a->act.channel};
    if (str_is(how, STR("new"))) return new_token(a, &wish);
    if (how.len == 0 || str_is(how, STR("list"))) return list_tokens(a);
    if (!str_is(how, STR("end"))) return unknown(a, how);
    if (!token_end(a->call->arena, &a->world, &wish, word_at(a, 2), &err))
        return refused(a, &err);
    say_format(&a->out, a->call->lang, "token diakhiri\n", "token ended\n");
    return told(a);
}

/* ---- the command -------------------------------------------------------- */

static const struct {
    const char *word;
    int (*run)(AccountCall *a);
    bool person; /* the second word is one */
    size_t most; /* words */
} acts[] = {
    {"invite",   invite,   true,  3},
    {"reset",    reset,    true,  2},
    {"list",     list,     false, 1},
    {"end",      end,      true,  2},
    {"sessions", sessions, true,  4},
    {"code",     code,     true,  2},
    {"admin",    admin,    true,  3},
    {"token",    token,    false, 5},
};

/* The day of --on, at noon; else now. */
static Instant now_of(const Call *call, const Acting *acting)
{
    if (call->option[OPT_ON] == NULL) return clock_now();
    return zone_instant(acting->office.government.zone, acting->world.today,
                        12 * 60);
}

static int run(const Call *call, size_t act, Acting *acting, Accounts *accounts)
{
    const Office *office = &acting->office;
    PersonId person;
    int exit = EXIT_DONE;
    AccountCall a = {
        .call = call,
        .acting = acting,
        .office = office,
        .world = {.accounts = accounts,
                  .offices = &office,
                  .office_count = 1,
                  .now = now_of(call, acting),
                  .tick = clock_monotonic_ns()},
        .act = {.government = office->government.code,
                  .actor = acting->actor,
                  .channel = CHANNEL_CLERK},
        .out = buf_in(call->arena),
    };
    if (acts[act].person) {
        if (!find_person(call, &office->r, call->words[1], &person, &exit))
            return exit;
        a.act.person = office->r.people[person.index].code;
    }
    return acts[act].run(&a);
}

int cmd_account(const Call *call)
{
    AUTO(acting_done) Acting acting = {0};
    AUTO(accounts_done) Accounts *accounts = NULL;
    size_t act = 0;
    int exit = EXIT_DONE;
    while (act < COUNT(acts) &&
           !str_is(str_of(call->words[0]), str_of(acts[act].word)))
        act++;
    if (act == COUNT(acts))
        return say_usage(
            call,
            "pilih invite, reset, list, end, sessions, code, admin "
            "atau token, bukan '%s'",
            "choose invite, reset, list, end, sessions, code, "
            "admin or token, not '%s'",
            call->words[0]);
    if (call->word_count > acts[act].most ||
        (acts[act].person && call->word_count < 2))
        return say_usage(call, "'%s' tidak ditulis begitu",
                         "'%s' is not written so", acts[act].word);
    if (!acting_open(call, OPEN_TO_WRITE, &acting, &exit)) return exit;
    accounts = accounts_open(acting.store, &(AccountsWish){0});
    return run(call, act, &acting, accounts);
}
