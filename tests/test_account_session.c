/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_account_session.c - how long a session lasts, what ends it, and that
 * memory never lets in what has ended.
 */
#include "account_world.h"
#include "app/account_part.h"
#include "base/file.h"
#include "harness.h"

#include <pthread.h>
#include <stdatomic.h>

enum { HOUR = 3600, DAY = 86400 };

/* Somebody whom nothing but a password is asked of, and a head with codes. */
typedef struct {
    AccountLand *land;
    Str plain, strict; /* tokens */
} Two;

static Two two_in(const char *name)
{
    Two two = {.land = account_land(name, false)};
    Str recovery[ACCOUNT_RECOVERY];
    SignedIn in = {0};
    AccountLand *l = two.land;
    two.plain = account_land_make(l, l->app->person, account_good[0]);
    Str token = account_land_make(l, l->app->head, account_good[1]);
    (void)account_land_codes(l, token, account_good[1], &in, recovery);
    two.strict = in.token;
    return two;
}

FACT(a_session_ends_after_idle_hours_and_after_all_hours)
{
    static const struct {
        bool strict;
        int64_t every, last; /* seen every so often, alive until then */
    } cases[] = {
        {false, 12 * HOUR - 1, 30 * DAY },
        {false, HOUR,          30 * DAY },
        {true,  2 * HOUR - 1,  12 * HOUR},
        {true,  60,            12 * HOUR},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        static const char *const names[] = {"ends0", "ends1", "ends2", "ends3"};
        Two two = two_in(names[i]);
        AccountLand *l = two.land;
        Str token = cases[i].strict ? two.strict : two.plain;
        int64_t passed = 0;
        while (passed + cases[i].every < cases[i].last) {
            account_land_pass(l, cases[i].every);
            passed += cases[i].every;
            if (account_land_level(l, token) != SESSION_FULL) break;
        }
        EXPECT(passed + cases[i].every >= cases[i].last);
        account_land_pass(l, cases[i].last - passed - 1);
        EXPECT_INT(account_land_level(l, token), SESSION_FULL);
        account_land_pass(l, 1);
        EXPECT_INT(account_land_level(l, token), -1);
        account_land_close(l);
    }
}

FACT(an_idle_session_ends_also_after_a_restart)
{
    Two two = two_in("idle");
    AccountLand *l = two.land;
    account_land_pass(l, 11 * HOUR);
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    EXPECT_INT(account_land_level(l, two.strict), -1);
    account_land_again(l, false);
    account_land_pass(l, 11 * HOUR);
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    account_land_again(l, false);
    account_land_pass(l, 12 * HOUR);
    EXPECT_INT(account_land_level(l, two.plain), -1);
    account_land_close(l);
}

static uint64_t pages_in_log(const AccountLand *l)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str bytes;
    Err err = {0};
    const char *path = file_path(tmp, l->app->folder, "tata-kerja.db-wal");
    CHECK(file_read(tmp, path, 256 << 20, &bytes, &err));
    return bytes.len;
}

FACT(a_request_writes_nothing_more_than_every_ten_minutes)
{
    Two two = two_in("quiet");
    AccountLand *l = two.land;
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    uint64_t before = pages_in_log(l);
    for (int i = 0; i < 599; i++) {
        account_land_pass(l, 1);
        EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    }
    EXPECT_INT((int64_t)pages_in_log(l), (int64_t)before);
    account_land_pass(l, 1);
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    EXPECT(pages_in_log(l) > before);
    account_land_close(l);
}

/* Whatever memory alone says, session_find says too. */
static bool is_at_hand(const AccountLand *l, Str token)
{
    Session session;
    return session_at_hand(l->arena, &l->world, token, &session) &&
           session.level == SESSION_FULL;
}

FACT(a_session_is_at_hand_while_the_store_needs_neither_ask_nor_tell)
{
    Two two = two_in("hand");
    AccountLand *l = two.land;
    Err err = {0};
    ROW("not asked for yet in this process");
    account_land_again(l, false);
    EXPECT(!is_at_hand(l, two.plain));
    EXPECT(!is_at_hand(l, STR("nothing")));
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    EXPECT(is_at_hand(l, two.plain));
    ROW("that it was seen must be kept");
    account_land_pass(l, 601);
    EXPECT(!is_at_hand(l, two.plain));
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    EXPECT(is_at_hand(l, two.plain));
    ROW("seen at hand, it lasts on from there");
    account_land_pass(l, 599);
    EXPECT(is_at_hand(l, two.plain));
    account_land_pass(l, 12 * HOUR - 1);
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    ROW("ended");
    EXPECT(is_at_hand(l, two.plain));
    EXPECT(session_end(&l->world, two.plain, &err));
    EXPECT(!is_at_hand(l, two.plain));
    account_land_close(l);
}

FACT(signing_out_ends_one_session)
{
    Two two = two_in("out");
    AccountLand *l = two.land;
    SignedIn in = {0};
    Err err = {0};
    EXPECT(account_land_in(l, account_land_nip(l, l->app->person),
                           account_good[0], &in, &err));
    EXPECT(session_end(&l->world, two.plain, &err));
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    EXPECT(session_end(&l->world, two.plain, &err));
    EXPECT(session_end(&l->world, STR("nothing"), &err));
    account_land_again(l, false);
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    account_land_close(l);
}

FACT(a_new_sign_in_ends_the_session_that_it_replaces)
{
    Two two = two_in("replace");
    AccountLand *l = two.land;
    SignedIn in = {0};
    Err err = {0};
    SignInAsked asked = {.name = account_land_nip(l, l->app->person),
                         .password = str_of(account_good[0]),
                         .replaces = two.plain};
    EXPECT(sign_in(l->arena, &l->world, &asked, &in, &err));
    EXPECT(!str_is(in.token, two.plain));
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    account_land_close(l);
}

FACT(people_see_and_end_their_own_sessions)
{
    Two two = two_in("list");
    AccountLand *l = two.land;
    AppWorld *w = l->app;
    SignedIn in = {0};
    Session *list = NULL;
    size_t count = 0;
    Err err = {0};
    SessionAct own = {STR("paser"), w->person, w->person, CHANNEL_WEB};
    SessionAct mate = {STR("paser"), w->mate, w->person, CHANNEL_WEB};
    account_land_pass(l, 60);
    EXPECT(account_land_in(l, account_land_nip(l, w->person), account_good[0],
                           &in, &err));
    EXPECT(session_may(&l->world, &own, &err));
    EXPECT(!session_may(&l->world, &mate, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    EXPECT(session_list(l->arena, &l->world, STR("paser"), w->person, &list,
                        &count, &err));
    EXPECT_INT((int64_t)count, 2);
    EXPECT_STR(list[0].label, "Firefox di Windows");
    EXPECT_STR(list[1].label, "Chrome di Android");
    EXPECT_INT((int64_t)list[0].id.len, SESSION_ID);
    ROW("by whom");
    const struct {
        Str actor;
        ErrKind why;
    } cases[] = {
        {w->mate,   ERR_DENIED},
        {w->clerk,  ERR_DENIED},
        {w->head,   ERR_NONE  },
        {w->person, ERR_ABSENT}, /* it is gone already */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        SessionAct act = {STR("paser"), cases[i].actor, w->person, CHANNEL_WEB};
        bool done =
            session_end_one(l->arena, &l->world, &act, list[1].id, &err);
        EXPECT(done == (cases[i].why == ERR_NONE));
        if (!done) EXPECT_INT(err.kind, cases[i].why);
    }
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT_INT(account_land_level(l, in.token), SESSION_FULL);
    EXPECT_HAS(account_land_trace(l, w->person), "sesi diakhiri;");
    ROW("all at once");
    EXPECT(session_end_all(l->arena, &l->world, &own, &err));
    EXPECT_INT(account_land_level(l, in.token), -1);
    EXPECT_INT(account_land_level(l, two.strict), SESSION_FULL);
    EXPECT(session_list(l->arena, &l->world, STR("paser"), w->person, &list,
                        &count, &err));
    EXPECT_INT((int64_t)count, 0);
    account_land_close(l);
}

FACT(who_does_not_serve_any_more_is_out)
{
    Two two = two_in("leave");
    AccountLand *l = two.land;
    Office changed = *l->office;
    SignedIn in = {0};
    Err err = {0};
    uint32_t index = map_find(&l->office->r.person_codes, l->app->person);
    Person *people = NEW(l->arena, Person, l->office->r.person_count);
    for (uint32_t i = 0; i < l->office->r.person_count; i++)
        people[i] = l->office->r.people[i];
    people[index].window.last = date_plus(l->app->record.today, -1);
    EXPECT_INT(account_land_level(l, two.plain), SESSION_FULL);
    changed.r.people = people;
    const Office *only[] = {&changed};
    l->world.offices = only;
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT(!account_land_in(l, account_land_nip(l, l->app->person),
                            account_good[0], &in, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    account_land_close(l);
}

FACT(a_stopped_account_is_out_at_once_until_it_is_invited_again)
{
    Two two = two_in("stop");
    AccountLand *l = two.land;
    AppWorld *w = l->app;
    SignedIn in = {0};
    InviteSlip slip = {0};
    Err err = {0};
    AccountAct act = {.government = STR("paser"),
                      .actor = w->clerk,
                      .person = w->person,
                      .channel = CHANNEL_WEB};
    ROW("not by the clerk, and only an account that is there");
    EXPECT(!invite_stop(l->arena, &l->world, &act, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    act.actor = w->head;
    act.person = w->mate;
    EXPECT(!invite_stop(l->arena, &l->world, &act, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    act.person = w->person;
    EXPECT(invite_stop(l->arena, &l->world, &act, &err));
    EXPECT_INT(account_land_level(l, two.plain), -1);
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_STOPPED);
    EXPECT(!account_land_in(l, account_land_nip(l, w->person), account_good[0],
                            &in, &err));
    act.actor = w->clerk;
    EXPECT(invite_person(l->arena, &l->world, &act, &slip, &err));
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_STOPPED);
    InviteUse use = {.code = slip.code, .password = str_of(account_good[1])};
    EXPECT(invite_use(l->arena, &l->world, &use, &in, &err));
    EXPECT_INT(account_land_of(l, w->person).state, ACCOUNT_OPEN);
    account_land_close(l);
}

FACT(who_becomes_a_head_needs_the_second_factor_from_then_on)
{
    Two two = two_in("rise");
    AccountLand *l = two.land;
    Office changed = *l->office;
    Session session = {0};
    bool found = false;
    Err err = {0};
    uint32_t index = map_find(&l->office->r.person_codes, l->app->person);
    Grant grant = {.person = {index},
                   .role = GRANT_CLERK,
                   .unit = l->office->r.people[index].unit,
                   .window = WINDOW_ALL};
    changed.r.grants = &grant;
    changed.r.grant_count = 1;
    const Office *only[] = {&changed};
    l->world.offices = only;
    EXPECT(
        session_find(l->arena, &l->world, two.plain, &session, &found, &err));
    EXPECT(found && session.level == SESSION_PASSWORD && session.enrol);
    account_land_close(l);
}

/* ---- many threads ------------------------------------------------------- */

typedef struct {
    AccountLand *land;
    Str token;
    atomic_bool ended; /* the end was acknowledged */
    atomic_uint late;  /* let in although it had ended */
    atomic_uint asked;
} Race;

static void *ask_on(void *context)
{
    Race *race = context;
    for (bool last = false; !last;) {
        AUTO(arena_done) Arena *tmp = arena_open(4096);
        Session session = {0};
        bool found = false;
        Err err = {0};
        bool ended = atomic_load(&race->ended);
        last = ended;
        CHECK(session_find(tmp, &race->land->world, race->token, &session,
                           &found, &err));
        if (found && ended) atomic_fetch_add(&race->late, 1);
        atomic_fetch_add(&race->asked, 1);
    }
    return NULL;
}

FACT(no_thread_is_let_in_after_the_end_was_acknowledged)
{
    enum { THREADS = 4, ROUNDS = 10 };
    AccountLand *l = account_land("race", false);
    AppWorld *w = l->app;
    Str nip = account_land_nip(l, w->person);
    unsigned late = 0;
    (void)account_land_make(l, w->person, account_good[0]);
    for (int round = 0; round < ROUNDS; round++) {
        pthread_t threads[THREADS];
        SignedIn in = {0};
        Err err = {0};
        CHECK(account_land_in(l, nip, account_good[0], &in, &err));
        Race race = {.land = l, .token = in.token};
        SessionAct act = {STR("paser"), w->person, w->person, CHANNEL_WEB};
        for (int i = 0; i < THREADS; i++)
            CHECK(pthread_create(&threads[i], NULL, ask_on, &race) == 0);
        while (atomic_load(&race.asked) < 50)
            (void)sched_yield();
        CHECK(round % 2 == 0
                  ? session_end(&l->world, in.token, &err)
                  : session_end_all(l->arena, &l->world, &act, &err));
        atomic_store(&race.ended, true);
        for (int i = 0; i < THREADS; i++)
            CHECK(pthread_join(threads[i], NULL) == 0);
        late += atomic_load(&race.late);
    }
    EXPECT_INT(late, 0);
    account_land_close(l);
}

FACT(more_sessions_than_memory_holds_are_all_found)
{
    enum { MANY = 60 };
    AccountLand *l = account_land("many", false);
    SignedIn in[MANY];
    Err err = {0};
    (void)account_land_make(l, l->app->person, account_good[0]);
    for (int i = 0; i < MANY; i++) {
        in[i] = (SignedIn){0};
        EXPECT(account_land_in(l, account_land_nip(l, l->app->person),
                               account_good[0], &in[i], &err));
    }
    account_land_again(l, false);
    for (int i = 0; i < MANY; i++)
        EXPECT_INT(account_land_level(l, in[i].token), SESSION_FULL);
    ROW("swept a month later");
    size_t swept = 0;
    EXPECT(session_tidy(l->arena, &l->world, &swept, &err) && swept == 0);
    account_land_pass(l, 32 * DAY);
    EXPECT(session_tidy(l->arena, &l->world, &swept, &err));
    EXPECT_INT((int64_t)swept, MANY + 1);
    account_land_close(l);
}

/* ---- forms -------------------------------------------------------------- */

FACT(a_form_token_is_of_one_session_and_never_the_same_text)
{
    Two two = two_in("form");
    AccountLand *l = two.land;
    Session one = {0}, other = {0};
    bool found = false;
    Err err = {0};
    EXPECT(session_find(l->arena, &l->world, two.plain, &one, &found, &err));
    EXPECT(session_find(l->arena, &l->world, two.strict, &other, &found, &err));
    Str a = session_form_token(l->arena, &one);
    Str b = session_form_token(l->arena, &one);
    EXPECT_INT((int64_t)a.len, SESSION_FORM);
    EXPECT(!str_is(a, b));
    EXPECT(session_form_token_is(&one, a) && session_form_token_is(&one, b));
    EXPECT(!session_form_token_is(&other, a));
    EXPECT(!session_form_token_is(&one, STR("")));
    EXPECT(!session_form_token_is(&one, str_slice(a, 0, SESSION_FORM - 1)));
    for (size_t i = 0; i < a.len; i += 7) {
        char *bent = NEW(l->arena, char, a.len);
        for (size_t k = 0; k < a.len; k++)
            bent[k] = k == i ? (char)(a.ptr[k] == 'A' ? 'B' : 'A') : a.ptr[k];
        ROW("bent at %zu", i);
        EXPECT(!session_form_token_is(&one, (Str){bent, a.len}));
    }
    account_land_close(l);
}

/* ---- in memory ---------------------------------------------------------- */

static SessionHeld held_of(Arena *arena, int number)
{
    Str name = str_format(arena, "P%05d", number);
    SessionHeld held = {0};
    held.record.government = STR("contoh");
    held.record.person = name;
    held.record.label = STR("Chrome di Android");
    held.record.digest = session_digest(arena, name);
    return held;
}

/* Chance puts some into a set that is full: hardly any. */
FACT(the_people_of_a_large_government_all_fit)
{
    enum { PEOPLE = 12000, LOST_MOST = 60 };
    AUTO(arena_done) Arena *arena = arena_open(1 << 20);
    SessionCache *cache = session_cache_open(arena);
    int lost = 0;
    for (int i = 0; i < PEOPLE; i++) {
        SessionHeld held = held_of(arena, i);
        session_cache_put(cache, &held, session_cache_version(cache));
    }
    for (int i = 0; i < PEOPLE; i++) {
        SessionHeld want = held_of(arena, i), got = {0};
        bool found = session_cache_find(cache, arena, want.record.digest, &got);
        lost += !found;
        if (found) EXPECT(str_is(got.record.person, want.record.person));
    }
    EXPECT(lost <= LOST_MOST);
    session_cache_close(cache);
}

/* ---- labels ------------------------------------------------------------- */

FACT(a_label_is_one_short_line)
{
    static const struct {
        const char *label, *kept;
    } cases[] = {
        {"Chrome di Android",                                                   "Chrome di Android"},
        {"a\nb\tc",                                                             "a b c"            },
        {"rusak\xff",                                                           ""                 },
        {"",                                                                    ""                 },
        {"0123456789012345678901234567890123456789012345678901234567\xc3\xa9x",
         "0123456789012345678901234567890123456789012345678901234567\xc3\xa9"                      },
        {"01234567890123456789012345678901234567890123456789012345678\xc3\xa9",
         "01234567890123456789012345678901234567890123456789012345678"                             },
    };
    AccountLand *l = account_land("label", false);
    (void)account_land_make(l, l->app->person, account_good[0]);
    for (size_t i = 0; i < COUNT(cases); i++) {
        ROW("%zu", i);
        SignedIn in = {0};
        Err err = {0};
        SignInAsked asked = {.name = account_land_nip(l, l->app->person),
                             .password = str_of(account_good[0]),
                             .label = str_of(cases[i].label)};
        EXPECT(sign_in(l->arena, &l->world, &asked, &in, &err));
        EXPECT_STR(in.session.label, cases[i].kept);
    }
    account_land_close(l);
}
