/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account_codes.c - the second factor: who must have one, that each code
 * counts once, and what becomes of a lost phone.
 */
#include "account_world.h"
#include "app/totp.h"
#include "harness.h"

/* RFC 6238, appendix B: SHA-1, of which six digits. */
FACT(codes_are_those_of_the_standard)
{
    static const struct {
        int64_t seconds;
        const char *code;
    } cases[] = {
        {59,          "287082"},
        {1111111109,  "081804"},
        {1111111111,  "050471"},
        {1234567890,  "005924"},
        {2000000000,  "279037"},
        {20000000000, "353130"},
    };
    Str secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%lld", (long long)cases[i].seconds);
        char code[TOTP_DIGITS + 1];
        EXPECT(totp_code(secret, cases[i].seconds / TOTP_SECONDS, code));
        EXPECT_STR(code, cases[i].code);
    }
}

FACT(a_code_fits_one_step_to_each_side_and_never_what_was_taken)
{
    AUTO(arena_done) Arena *tmp = arena_open(4096);
    static const struct {
        int away, taken; /* steps from now */
        bool fits;
    } cases[] = {
        {0,  -100, true },
        {-1, -100, true },
        {1,  -100, true },
        {-2, -100, false},
        {2,  -100, false},
        {0,  -1,   true },
        {0,  0,    false},
        {-1, 0,    false},
        {1,  0,    true },
    };
    Str secret = totp_secret(tmp);
    Instant now = {INT64_C(1596067200000000)};
    int64_t here = now.us / 1000000 / TOTP_SECONDS;
    EXPECT_INT((int64_t)secret.len, 32);
    EXPECT(!str_is(secret, totp_secret(tmp)));
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%d, taken %d", cases[i].away, cases[i].taken);
        char code[TOTP_DIGITS + 1];
        CHECK(totp_code(secret, here + cases[i].away, code));
        int64_t step =
            totp_step(secret, str_of(code), now, here + cases[i].taken);
        EXPECT_INT(step, cases[i].fits ? here + cases[i].away : 0);
    }
    EXPECT_INT(totp_step(secret, STR("12345"), now, 0), 0);
    EXPECT_INT(totp_step(secret, STR(""), now, 0), 0);
    EXPECT_STR(totp_uri(tmp, STR("ABC"), STR("Siti A."), STR("paser")),
               "otpauth://totp/Tata%20Kerja%20paser:Siti%20A.?secret=ABC&"
               "issuer=Tata%20Kerja%20paser&algorithm=SHA1&digits=6&period=30");
}

FACT(who_leads_or_is_granted_something_must_have_a_second_factor)
{
    AccountLand *l = account_land("needs", false);
    AppWorld *w = l->app;
    const Register *r = &l->office->r;
    const struct {
        Str who;
        bool needs;
    } cases[] = {
        {w->person,   false},
        {w->mate,     false},
        {w->superior, true },
        {w->head,     true },
        {w->clerk,    true },
        {w->board,    true },
        {w->of_board, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        PersonId id = {map_find(&r->person_codes, cases[i].who)};
        EXPECT(account_needs_code(l->office, id, w->record.today) ==
               cases[i].needs);
    }
    ROW("everybody who is a superior or a head, that day");
    for (uint32_t i = 0; i < r->person_count; i++) {
        PersonId superior = person_superior(r, (PersonId){i}, w->record.today);
        EXPECT(superior.index == NO_INDEX ||
               account_needs_code(l->office, superior, w->record.today));
    }
    account_land_close(l);
}

FACT(without_it_a_head_comes_no_further_than_setting_it_up)
{
    AccountLand *l = account_land("enrol", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Session session = {0};
    bool found = false;
    Str recovery[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->head, account_good[0]);
    EXPECT(session_find(l->arena, &l->world, token, &session, &found, &err));
    EXPECT(found && session.level == SESSION_PASSWORD && session.enrol &&
           session.strict);
    EXPECT(!account_own_password(l->arena, &l->world, token,
                                 str_of(account_good[0]),
                                 str_of(account_good[1]), &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(!sign_in_code(l->arena, &l->world, token, STR("123456"), &in, &err));
    account_land_pass(l, 2);

    ROW("set up: the whole way, with another token");
    (void)account_land_codes(l, token, account_good[0], &in, recovery);
    EXPECT(in.session.level == SESSION_FULL && !in.session.enrol);
    EXPECT_INT(account_land_level(l, token), -1);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    EXPECT(account_land_of(l, w->head).codes);
    EXPECT_INT(account_land_of(l, w->head).recovery, ACCOUNT_RECOVERY);

    ROW("and may not do without");
    EXPECT(!account_own_no_codes(l->arena, &l->world, in.token,
                                 str_of(account_good[0]), &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "wajib");
    account_land_close(l);
}

FACT(a_secret_counts_only_once_a_code_of_it_was_given_in_time)
{
    AccountLand *l = account_land("confirm", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    AccountCodes one = {0}, again = {0}, late = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str password = str_of(account_good[0]);
    Str token = account_land_make(l, w->person, account_good[0]);
    EXPECT(!account_own_codes(l->arena, &l->world, token, STR("salah"), &one,
                              &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_pass(l, 1);
    EXPECT(account_own_codes(l->arena, &l->world, token, password, &one, &err));
    EXPECT_HAS(one.uri, one.secret);
    EXPECT(
        account_own_codes(l->arena, &l->world, token, password, &again, &err));
    EXPECT_STR(again.secret, one.secret);
    ROW("not confirmed: it is not asked for");
    EXPECT(!account_land_of(l, w->person).codes);
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[0],
                           &in, &err));
    EXPECT_INT(in.session.level, SESSION_FULL);
    EXPECT(!account_own_confirm(l->arena, &l->world, token, STR("000000"), &in,
                                recovery, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    ROW("too late");
    account_land_pass(l, 900);
    EXPECT(!account_own_confirm(l->arena, &l->world, token,
                                account_land_code(l, one.secret, 0), &in,
                                recovery, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT(
        account_own_codes(l->arena, &l->world, token, password, &late, &err));
    EXPECT(!str_is(late.secret, one.secret));
    account_land_close(l);
}

/* In with the password; the session that still waits for a code. */
static Str half_in(AccountLand *l, Str person)
{
    SignedIn in = {0};
    Err err = {0};
    if (!account_land_in(l, account_land_nip(l, person), account_good[0], &in,
                         &err))
        EXPECT_STR(err.text, "");
    EXPECT(in.session.level == SESSION_PASSWORD && !in.session.enrol);
    return in.token;
}

FACT(the_second_step_takes_each_code_once)
{
    AccountLand *l = account_land("second", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0}, full = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->person, account_good[0]);
    Str secret = account_land_codes(l, token, account_good[0], &in, recovery);
    Str code = account_land_code(l, secret, 0);
    ROW("that of the enrolment was taken");
    Str half = half_in(l, w->person);
    EXPECT(!sign_in_code(l->arena, &l->world, half, code, &full, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "kode terbaru");
    EXPECT_INT(account_land_level(l, half), SESSION_PASSWORD);
    ROW("the next one: a new token, the old one ends");
    account_land_pass(l, 30);
    code = account_land_code(l, secret, 0);
    EXPECT(sign_in_code(l->arena, &l->world, half,
                        str_format(l->arena, " %.*s ", STR_ARG(code)), &full,
                        &err));
    EXPECT_INT(full.session.level, SESSION_FULL);
    EXPECT_INT(account_land_level(l, half), -1);
    EXPECT_INT(account_land_level(l, full.token), SESSION_FULL);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    ROW("and not again, also not after a restart");
    half = half_in(l, w->person);
    EXPECT(!sign_in_code(l->arena, &l->world, half, code, &full, &err));
    account_land_again(l, false);
    account_land_pass(l, 1);
    EXPECT(!sign_in_code(l->arena, &l->world, half, code, &full, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_pass(l, 4);
    code = account_land_code(l, secret, 1);
    EXPECT(sign_in_code(l->arena, &l->world, half, code, &full, &err));
    EXPECT_INT(full.failures, 2);
    account_land_close(l);
}

FACT(guessing_codes_waits_longer_each_time)
{
    AccountLand *l = account_land("guess", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->person, account_good[0]);
    Str secret = account_land_codes(l, token, account_good[0], &in, recovery);
    account_land_pass(l, 60);
    Str half = half_in(l, w->person);
    for (int i = 0; i < 4; i++) {
        ROW("guess %d", i);
        EXPECT(
            !sign_in_code(l->arena, &l->world, half, STR("000000"), &in, &err));
        EXPECT_INT(err.kind, ERR_DENIED);
        EXPECT(!sign_in_code(l->arena, &l->world, half,
                             account_land_code(l, secret, 0), &in, &err));
        EXPECT_INT(err.kind, ERR_LIMIT);
        account_land_pass(l, 1 << i);
    }
    ROW("the password does not reset it");
    EXPECT(!sign_in_code(l->arena, &l->world, half, STR("000000"), &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    half = half_in(l, w->person);
    EXPECT(!sign_in_code(l->arena, &l->world, half,
                         account_land_code(l, secret, 0), &in, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    account_land_close(l);
}

FACT(a_code_of_recovery_is_used_once)
{
    AccountLand *l = account_land("recovery", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0}, full = {0};
    Str recovery[ACCOUNT_RECOVERY], others[ACCOUNT_RECOVERY];
    Str token = account_land_make(l, w->person, account_good[0]);
    (void)account_land_codes(l, token, account_good[0], &in, recovery);
    for (size_t i = 0; i < ACCOUNT_RECOVERY; i++) {
        EXPECT_INT((int64_t)recovery[i].len, 34);
        for (size_t k = 0; k < i; k++)
            EXPECT(!str_is(recovery[i], recovery[k]));
    }
    Str half = half_in(l, w->person);
    EXPECT(sign_in_code(l->arena, &l->world, half, recovery[3], &full, &err));
    EXPECT_INT(account_land_of(l, w->person).recovery, ACCOUNT_RECOVERY - 1);
    half = half_in(l, w->person);
    EXPECT(!sign_in_code(l->arena, &l->world, half, recovery[3], &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_pass(l, 1);
    ROW("new ones: the old ones are void");
    EXPECT(account_own_recovery(l->arena, &l->world, full.token,
                                str_of(account_good[0]), others, &err));
    EXPECT(!sign_in_code(l->arena, &l->world, half, recovery[4], &in, &err));
    account_land_pass(l, 2);
    EXPECT(sign_in_code(l->arena, &l->world, half, others[0], &in, &err));
    account_land_close(l);
}

FACT(a_lost_phone_is_an_administrators_matter)
{
    AccountLand *l = account_land("lost", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Str recovery[ACCOUNT_RECOVERY];
    Str code = {0};
    bool needed = false;
    Str token = account_land_make(l, w->person, account_good[0]);
    (void)account_land_codes(l, token, account_good[0], &in, recovery);
    CHECK(invite_first_code(l->arena, &l->world, STR("paser"), &code, &needed,
                            &err));
    InviteUse use = {.government = STR("paser"),
                     .code = code,
                     .person = w->other,
                     .password = str_of(account_good[1])};
    SignedIn admin = {0};
    if (needed)
        EXPECT(invite_first_use(l->arena, &l->world, &use, &admin, &err));
    account_land_read(l);
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    ROW("not of the clerk");
    EXPECT(!invite_no_codes(l->arena, &l->world, &act, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(account_land_of(l, w->person).codes);
    ROW("a new slip leaves it");
    InviteSlip slip = {0};
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    InviteUse again = {.code = slip.code, .password = str_of(account_good[0])};
    EXPECT(invite_use(l->arena, &l->world, &again, &in, &err));
    EXPECT(in.session.level == SESSION_PASSWORD && !in.session.enrol);
    ROW("of an administrator");
    act.actor = w->other;
    EXPECT(invite_no_codes(l->arena, &l->world, &act, &err));
    EXPECT(!account_land_of(l, w->person).codes);
    EXPECT_INT(account_land_level(l, in.token), -1);
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[0],
                           &in, &err));
    EXPECT_INT(in.session.level, SESSION_FULL);
    account_land_close(l);
}
