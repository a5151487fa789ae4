/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account.c - coming in: slips, passwords, waiting, second factors.
 */
#include "account_world.h"
#include "harness.h"

/* ---- slips -------------------------------------------------------------- */

FACT(a_slip_makes_an_account_once)
{
    AccountLand *l = account_land("slip", false);
    AppWorld *w = l->app;
    InviteSlip slip = {0}, other = {0};
    SignedIn in = {0};
    Err err = {0};
    bool found = false;
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_NONE);
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT_INT((int64_t)slip.code.len, 34);
    EXPECT(str_starts(slip.path, STR("/undangan/")) && slip.path.len == 38);
    EXPECT(!slip.again);
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_INVITED);
    EXPECT(account_land_of(l, w->person).slip);

    ROW("found by its code, as it was typed");
    Str typed = str_format(l->arena, " %.*s ", STR_ARG(slip.code));
    for (size_t i = 0; i < typed.len; i++) {
        char *c = (char *)(uintptr_t)&typed.ptr[i];
        if (*c == '-') *c = ' ';
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
    }
    EXPECT(invite_find(l->arena, &l->world, typed, &other, &found, &err));
    EXPECT(found);
    EXPECT_STR(other.person, w->person);

    ROW("a bad password leaves it open");
    InviteUse use = {.code = typed, .password = STR("pendek")};
    EXPECT(!invite_use(l->arena, &l->world, &use, &in, &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    use.password = str_of(account_good[0]);
    EXPECT(invite_use(l->arena, &l->world, &use, &in, &err));
    EXPECT_INT(in.session.level, SESSION_FULL);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_OPEN);

    ROW("used");
    EXPECT(!invite_use(l->arena, &l->world, &use, &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT_HAS(err.id, "minta kode");
    EXPECT_STR(account_land_trace(l, w->person), "undang;masuk pertama;");
    account_land_close(l);
}

FACT(a_slip_ends_after_seven_days_and_when_another_is_made)
{
    AccountLand *l = account_land("slips", false);
    AppWorld *w = l->app;
    InviteSlip first = {0}, second = {0}, found_slip = {0};
    SignedIn in = {0};
    Err err = {0};
    bool found = false;
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_person(l->arena, &l->world, &act, &first, &err));
    EXPECT(invite_person(l->arena, &l->world, &act, &second, &err));
    EXPECT(invite_find(l->arena, &l->world, first.code, &found_slip, &found,
                       &err));
    EXPECT(!found);
    account_land_pass(l, 7 * 86400 - 1);
    EXPECT(invite_find(l->arena, &l->world, second.code, &found_slip, &found,
                       &err));
    EXPECT(found);
    account_land_pass(l, 1);
    InviteUse use = {.code = second.code, .password = str_of(account_good[0])};
    EXPECT(!invite_use(l->arena, &l->world, &use, &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_close(l);
}

FACT(an_old_password_stops_when_the_slip_is_used)
{
    AccountLand *l = account_land("reset", false);
    AppWorld *w = l->app;
    InviteSlip slip = {0};
    SignedIn in = {0};
    Err err = {0};
    Str nip = account_land_nip(l, w->person);
    Str token = account_land_make(l, w->person, account_good[0]);
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT(slip.again);
    ROW("made: nothing has changed");
    EXPECT(account_land_in(l, nip, account_good[0], &in, &err));
    EXPECT_INT(account_land_level(l, token), SESSION_FULL);
    ROW("used");
    InviteUse use = {.code = slip.code, .password = str_of(account_good[1])};
    SignedIn fresh = {0};
    EXPECT(invite_use(l->arena, &l->world, &use, &fresh, &err));
    EXPECT_INT(account_land_level(l, token), -1);
    EXPECT_INT(account_land_level(l, in.token), -1);
    EXPECT_INT(account_land_level(l, fresh.token), SESSION_FULL);
    EXPECT(!account_land_in(l, nip, account_good[0], &in, &err));
    account_land_pass(l, 2);
    EXPECT(account_land_in(l, nip, account_good[1], &in, &err));
    EXPECT_HAS(account_land_trace(l, w->person),
               "setel ulang;kata sandi diganti;");
    account_land_close(l);
}

FACT(who_may_invite_whom)
{
    AccountLand *l = account_land("invite-may", false);
    AppWorld *w = l->app;
    const struct {
        Str actor, person;
        ErrKind why;
    } cases[] = {
        {w->clerk,  w->person,        ERR_NONE  },
        {w->head,   w->person,        ERR_NONE  },
        {w->person, w->person,        ERR_DENIED},
        {w->mate,   w->person,        ERR_DENIED},
        {w->other,  w->person,        ERR_DENIED},
        {w->clerk,  w->other,         ERR_DENIED},
        {w->clerk,  STR("tidak-ada"), ERR_ABSENT},
        {w->board,  w->person,        ERR_DENIED},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        InviteSlip slip = {0};
        Err err = {0};
        AccountAct act = {.government = STR("paser"),
                          .actor = cases[i].actor,
                          .person = cases[i].person,
                          .channel = CHANNEL_WEB};
        bool done = invite_person(l->arena, &l->world, &act, &slip, &err);
        EXPECT(done == (cases[i].why == ERR_NONE));
        if (done) continue;
        EXPECT_INT(err.kind, cases[i].why);
        EXPECT(err.id[0] != '\0');
    }
    account_land_close(l);
}

/* ---- coming in ---------------------------------------------------------- */

FACT(a_name_is_a_nip_with_or_without_blanks_or_a_user_name)
{
    AccountLand *l = account_land("names", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Str token = account_land_make(l, w->person, account_good[0]);
    Str nip = account_land_nip(l, w->person);
    Str apart = str_format(
        l->arena, " %.*s %.*s %.*s ", STR_ARG(str_slice(nip, 0, 8)),
        STR_ARG(str_slice(nip, 8, 14)), STR_ARG(str_slice(nip, 14, 18)));
    EXPECT(account_own_name(l->arena, &l->world, token, STR("siti.a"), &err));
    const struct {
        Str name;
        bool fits;
    } cases[] = {
        {nip,              true },
        {apart,            true },
        {STR("siti.a"),    true },
        {STR(" SITI.A "),  true },
        {w->person,        false}, /* the code of the register is no name */
        {STR("siti"),      false},
        {STR(""),          false},
        {STR("siti.a\n%"), false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("'%.*s'", STR_ARG(cases[i].name));
        bool in_now =
            account_land_in(l, cases[i].name, account_good[0], &in, &err);
        EXPECT(in_now == cases[i].fits);
        if (in_now) EXPECT_STR(in.session.person, w->person);
    }
    ROW("of another government");
    SignInAsked asked = {.government = STR("kotim"),
                         .name = nip,
                         .password = str_of(account_good[0])};
    EXPECT(!sign_in(l->arena, &l->world, &asked, &in, &err));
    asked.government = STR("paser");
    EXPECT(sign_in(l->arena, &l->world, &asked, &in, &err));
    account_land_close(l);
}

FACT(a_user_name_is_one_persons)
{
    AccountLand *l = account_land("one-name", false);
    AppWorld *w = l->app;
    static const char *const bad[] = {
        "ab",    "9abc",  "Siti",
        "si ti", "si/ti", "abcdefghijklmnopqrstuvwxyz12345"};
    Err err = {0};
    SignedIn in = {0};
    Str one = account_land_make(l, w->person, account_good[0]);
    Str two = account_land_make(l, w->mate, account_good[1]);
    for (size_t i = 0; i < COUNT(bad); i++) {
        ROW("%s", bad[i]);
        EXPECT(
            !account_own_name(l->arena, &l->world, one, str_of(bad[i]), &err));
        EXPECT_INT(err.kind, ERR_INPUT);
    }
    ROW("taken, given up, taken by the other");
    EXPECT(account_own_name(l->arena, &l->world, one, STR("siti"), &err));
    EXPECT(account_own_name(l->arena, &l->world, one, STR("siti"), &err));
    EXPECT(!account_own_name(l->arena, &l->world, two, STR("siti"), &err));
    EXPECT_INT(err.kind, ERR_STALE);
    EXPECT(account_own_name(l->arena, &l->world, one, STR("siti2"), &err));
    EXPECT(account_own_name(l->arena, &l->world, two, STR("siti"), &err));
    EXPECT(account_land_in(l, STR("siti"), account_good[1], &in, &err));
    EXPECT(account_own_name(l->arena, &l->world, one, STR(""), &err));
    EXPECT(!account_land_in(l, STR("siti2"), account_good[0], &in, &err));
    account_land_close(l);
}

FACT(every_refusal_at_the_door_is_one_sentence)
{
    AccountLand *l = account_land("same", false);
    AppWorld *w = l->app;
    Err wrong = {0}, nobody = {0}, none = {0}, stopped = {0};
    SignedIn in = {0};
    (void)account_land_make(l, w->person, account_good[0]);
    (void)account_land_make(l, w->mate, account_good[0]);
    AccountAct act = {.government = STR("paser"),
                      .actor = w->head,
                      .person = w->mate,
                      .channel = CHANNEL_WEB};
    EXPECT(invite_stop(l->arena, &l->world, &act, &stopped));
    EXPECT(!account_land_in(l, account_land_nip(l, w->person), "salah", &in,
                            &wrong));
    EXPECT(
        !account_land_in(l, STR("199001012015011999"), "salah", &in, &nobody));
    EXPECT(!account_land_in(l, account_land_nip(l, w->other), "salah", &in,
                            &none));
    EXPECT(!account_land_in(l, account_land_nip(l, w->mate), account_good[0],
                            &in, &stopped));
    EXPECT_INT(wrong.kind, ERR_DENIED);
    EXPECT_STR(wrong.id,
               "nomor atau nama itu, atau kata sandinya, tidak cocok");
    EXPECT_STR(nobody.text, wrong.text);
    EXPECT_STR(none.text, wrong.text);
    EXPECT_STR(stopped.text, wrong.text);
    EXPECT_STR(nobody.id, wrong.id);
    EXPECT_STR(none.id, wrong.id);
    EXPECT_STR(stopped.id, wrong.id);
    account_land_close(l);
}

/* ---- waiting ------------------------------------------------------------ */

/* Tries with a wrong password until it is too early; in how many seconds may
 * the next one be made?  Found by asking each second. */
static int64_t wait_after_failure(AccountLand *l, Str name)
{
    SignedIn in = {0};
    for (int64_t second = 0; second <= 1000; second++) {
        Err err = {0};
        EXPECT(!account_land_in(l, name, "salah sekali", &in, &err));
        if (err.kind == ERR_DENIED) return second;
        EXPECT_INT(err.kind, ERR_LIMIT);
        account_land_pass(l, 1);
    }
    return -1;
}

FACT(each_failure_makes_the_next_try_wait_twice_as_long)
{
    AccountLand *l = account_land("wait", false);
    AppWorld *w = l->app;
    static const int64_t waits[] = {0,  1,   2,   4,   8,   16, 32,
                                    64, 128, 256, 512, 900, 900};
    (void)account_land_make(l, w->person, account_good[0]);
    Str names[] = {account_land_nip(l, w->person), STR("199001012015011999")};
    for (size_t n = 0; n < COUNT(names); n++) {
        for (size_t i = 0; i < COUNT(waits); i++) {
            ROW("%.*s, try %zu", STR_ARG(names[n]), i);
            EXPECT_INT(wait_after_failure(l, names[n]), waits[i]);
        }
    }
    ROW("somebody else is not held up");
    SignedIn in = {0};
    Err err = {0};
    (void)account_land_make(l, w->mate, account_good[1]);
    EXPECT(account_land_in(l, account_land_nip(l, w->mate), account_good[1],
                           &in, &err));
    account_land_close(l);
}

FACT(the_wait_is_told_in_words_and_the_right_password_ends_it)
{
    AccountLand *l = account_land("words", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Str nip = account_land_nip(l, w->person);
    (void)account_land_make(l, w->person, account_good[0]);
    for (int i = 0; i < 8; i++)
        (void)wait_after_failure(l, nip);
    EXPECT(!account_land_in(l, nip, account_good[0], &in, &err));
    EXPECT_INT(err.kind, ERR_LIMIT);
    EXPECT_STR(err.id, "terlalu banyak percobaan; coba lagi dalam 2 menit 8 "
                       "detik");
    EXPECT_HAS(err.text, "2 minutes 8 seconds");
    ROW("looking too early does not make it longer");
    account_land_pass(l, 127);
    EXPECT(!account_land_in(l, nip, account_good[0], &in, &err));
    EXPECT_HAS(err.id, "1 detik");
    account_land_pass(l, 1);
    EXPECT(account_land_in(l, nip, account_good[0], &in, &err));
    EXPECT_INT(in.failures, 8);
    EXPECT(in.before.us > 0);
    ROW("from the beginning");
    EXPECT_INT(wait_after_failure(l, nip), 0);
    EXPECT_INT(wait_after_failure(l, nip), 1);
    account_land_close(l);
}

FACT(a_restart_forgets_no_failure)
{
    AccountLand *l = account_land("restart", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0};
    Str nip = account_land_nip(l, w->person);
    (void)account_land_make(l, w->person, account_good[0]);
    for (int i = 0; i < 6; i++)
        (void)wait_after_failure(l, nip);
    account_land_again(l, false);
    EXPECT(!account_land_in(l, nip, account_good[0], &in, &err));
    EXPECT_HAS(err.id, "32 detik");
    account_land_pass(l, 31);
    EXPECT(!account_land_in(l, nip, account_good[0], &in, &err));
    account_land_pass(l, 1);
    EXPECT_INT(wait_after_failure(l, nip), 0);
    EXPECT_INT(wait_after_failure(l, nip), 64);
    ROW("a day later it is forgotten");
    account_land_pass(l, 86401);
    account_land_again(l, false);
    EXPECT_INT(wait_after_failure(l, nip), 0);
    EXPECT_INT(wait_after_failure(l, nip), 1);
    ROW("after coming in there is nothing to recall");
    account_land_pass(l, 10);
    EXPECT(account_land_in(l, nip, account_good[0], &in, &err));
    account_land_again(l, false);
    EXPECT_INT(wait_after_failure(l, nip), 0);
    account_land_close(l);
}

/* ---- passwords ---------------------------------------------------------- */

FACT(passwords_that_are_guessed_first_are_refused)
{
    static const struct {
        const char *password, *why; /* words of the refusal, or NULL */
    } cases[] = {
        {"kuda laut menari",             NULL           },
        {"tiga-payung-hijau",            NULL           },
        {"ÅÅ ÄÄ ÖÖ üü þ",       NULL           },
        {"correct horse battery staple", NULL           },
        {"",                             "paling pendek"},
        {"sebelas kar",                  "paling pendek"},
        {"åäöåäöåäöåä",       "paling pendek"},
        {"rusak\xff\xfe rusak sekali",   "rusak"        },
        {"qwertyuiop123",                "ditebak"      },
        {"1qaz2wsx3edc",                 "ditebak"      },
        {"BISMILLAH123",                 "ditebak"      },
        {"aaaaaaaaaaaaaaaa",             "ditebak"      },
        {"abcabcabcabcabc",              "ditebak"      },
        {"123456123456",                 "ditebak"      },
        {"abcdefghijklmn",               "ditebak"      },
        {"567890123456",                 "ditebak"      },
        {"password20262026",             "ditebak"      },
        {"Indonesia1945!!",              "ditebak"      },
        {"RahasiaSayang17",              "ditebak"      },
        {"Kabupaten Paser 2020",         "ditebak"      },
        {"tatakerja-paser",              "ditebak"      },
        {"198609142010011007",           "NIP"          },
        {"19860914 201001 1 007",        "NIP"          },
        {"'198609142010011000",          "NIP"          },
        {"199502282021212003",           "NIP"          },
        {"198613142010011007",           NULL           },
        {"198609142010013007",           NULL           },
        {"19860914201001100",            NULL           },
        {"198609142010011007 payung",    NULL           },
    };
    AccountLand *l = account_land("fits", false);
    uint32_t index = map_find(&l->office->r.person_codes, l->app->person);
    PasswordOwner owner = {l->office, {index}, STR("siti.aminah")};
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].password);
        Err err = {0};
        bool fits = password_fits(&owner, str_of(cases[i].password), &err);
        EXPECT(fits == (cases[i].why == NULL));
        if (!fits && cases[i].why != NULL) {
            EXPECT_INT(err.kind, ERR_INPUT);
            EXPECT_HAS(err.id, cases[i].why);
        }
    }
    account_land_close(l);
}

FACT(a_password_is_not_its_owners_name_number_or_unit)
{
    AccountLand *l = account_land("owner", false);
    const Register *r = &l->office->r;
    uint32_t index = map_find(&r->person_codes, l->app->superior);
    const Person *p = &r->people[index];
    PasswordOwner owner = {l->office, {index}, STR("siti.aminah")};
    PasswordOwner nobody = {l->office, NO_PERSON, STR("")};
    Str cases[] = {
        p->nip,
        str_format(l->arena, "%.*s!", STR_ARG(p->nip)),
        str_format(l->arena, "%.*s2020", STR_ARG(p->name)),
        str_format(l->arena, "Siti.Aminah-85"),
        str_format(l->arena, "%.*s%.*s", STR_ARG(r->units[p->unit.index].name),
                   STR_ARG(str_slice(p->nip, 0, 8))),
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%.*s", STR_ARG(cases[i]));
        Err err = {0};
        EXPECT(!password_fits(&owner, cases[i], &err));
        EXPECT_HAS(err.id, "ditebak");
    }
    ROW("somebody else's");
    Err err = {0};
    EXPECT(password_fits(&nobody, STR("Siti.Aminah-85"), &err));
    account_land_close(l);
}

FACT(the_longest_password_counts_to_its_last_byte)
{
    AccountLand *l = account_land("long", false);
    Err err = {0};
    Buf text = buf_in(l->arena);
    uint32_t index = map_find(&l->office->r.person_codes, l->app->person);
    PasswordOwner owner = {l->office, {index}, STR("")};
    for (int i = 0; text.len < PASSWORD_MOST - 1; i++)
        buf_char(&text, (char)('a' + i * 7 % 23));
    Str almost = buf_str(&text);
    Str whole = str_format(l->arena, "%.*sx", STR_ARG(almost));
    Str beyond = str_format(l->arena, "%.*sxy", STR_ARG(almost));
    Str kept = {0};
    EXPECT(password_fits(&owner, whole, &err));
    EXPECT(!password_fits(&owner, beyond, &err));
    EXPECT_HAS(err.id, "1024");
    EXPECT(password_hash(l->arena, l->accounts, whole, &kept, &err));
    EXPECT(password_is(l->accounts, kept, whole));
    EXPECT(!password_is(l->accounts, kept, almost));
    EXPECT(!password_is(l->accounts, kept, beyond));
    EXPECT(!password_is(l->accounts, STR(""), whole));
    account_land_close(l);
}

FACT(what_was_kept_with_less_is_kept_anew)
{
    static const struct {
        const char *kept;
        bool weak;
    } cases[] = {
        {"$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", false},
        {"$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA", false},
        {"$argon2id$v=19$m=8192,t=2,p=1$c2FsdA$aGFzaA",  true },
        {"$argon2id$v=19$m=19456,t=1,p=1$c2FsdA$aGFzaA", true },
        {"$argon2i$v=19$m=19456,t=4,p=1$c2FsdA$aGFzaA",  true },
        {"",                                             true },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].kept);
        EXPECT(password_is_weak(str_of(cases[i].kept)) == cases[i].weak);
    }
}

FACT(the_switch_asks_for_four_kinds_of_characters)
{
    AccountLand *l = account_land("mixed", false);
    Office office = *l->office;
    PasswordOwner owner = {&office, NO_PERSON, STR("")};
    office.government.mixed_passwords = true;
    static const struct {
        const char *password;
        bool fits;
    } cases[] = {
        {"kuda laut menari",   false},
        {"Kuda laut menari",   false},
        {"Kuda laut menari 7", true },
        {"Kudalautmenari77",   false},
        {"kuda laut menari 7", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%s", cases[i].password);
        Err err = {0};
        EXPECT(password_fits(&owner, str_of(cases[i].password), &err) ==
               cases[i].fits);
    }
    account_land_close(l);
}

FACT(a_new_password_ends_every_session_but_the_one_that_it_opens)
{
    AccountLand *l = account_land("change", false);
    AppWorld *w = l->app;
    Err err = {0};
    SignedIn in = {0}, fresh = {0};
    Str old = str_of(account_good[0]), other = str_of(account_good[1]);
    Str first = account_land_make(l, w->person, account_good[0]);
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[0],
                           &in, &err));
    ROW("refused");
    EXPECT(!account_own_password(l->arena, &l->world, first, STR("salah"),
                                 other, &fresh, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_pass(l, 2);
    EXPECT(!account_own_password(l->arena, &l->world, first, old, old, &fresh,
                                 &err));
    EXPECT_INT(err.kind, ERR_INPUT);
    EXPECT(!account_own_password(l->arena, &l->world, STR("x"), old, other,
                                 &fresh, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    ROW("changed");
    EXPECT(account_own_password(l->arena, &l->world, first, old, other, &fresh,
                                &err));
    EXPECT_INT(account_land_level(l, first), -1);
    EXPECT_INT(account_land_level(l, in.token), -1);
    EXPECT_INT(account_land_level(l, fresh.token), SESSION_FULL);
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[1],
                           &in, &err));
    account_land_close(l);
}
