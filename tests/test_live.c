/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_live.c - many record at once while many read; plans follow; what was
 * recorded before the end is followed after it.
 */
#include "app/live.h"
#include "app/my_month.h"
#include "harness.h"
#include "live_world.h"
#include "store_vfs.h"

#include <pthread.h>
#include <stdatomic.h>

enum { SETTLE_SECONDS = 300, MORNING = 7 * 60 + 5, THREADS = 8, EACH = 24 };

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- Kotim, Wednesday 21 July 2021, with a plan of two weeks ------------ */

static LiveWorld *world(void)
{
    static LiveWorld made;
    if (made.arena == NULL)
        made = live_world_plan(arena_open(1 << 22), "kotim",
                               (Window){live_world_date("2021-07-19"),
                                        live_world_date("2021-07-30")});
    return &made;
}

static Date today(void)
{
    return live_world_date("2021-07-21");
}

static Date tomorrow(void)
{
    return date_plus(today(), 1);
}

static Str code_of(const LiveView *view, PersonId person)
{
    return view->office->r.people[person.index].code;
}

static bool is_at_home(const LiveView *view, PersonId person)
{
    const Register *r = &view->office->r;
    for (int d = 0; d < 3; d++) {
        Date day = date_plus(today(), d);
        if (person_absence(r, person, day, DATE_NEVER) != NULL) return false;
    }
    return person_is_active(r, person, today()) &&
           r->marks_of[person.index].count == 0 &&
           r->holdings_of[person.index].count == 0 &&
           person_superior(r, person, today()).index != NO_INDEX &&
           live_plan_cell(view, person, tomorrow()) == PLACED_HOME;
}

/* The nth of those whose turn it is to be at home tomorrow. */
static PersonId at_home(const LiveView *view, int nth)
{
    for (uint32_t p = 0; p < view->office->r.person_count; p++) {
        if (is_at_home(view, (PersonId){p}) && nth-- == 0) return (PersonId){p};
    }
    CHECK(false);
    return NO_PERSON;
}

static PersonId some_head(const LiveView *view, int nth, UnitId *unit)
{
    const Register *r = &view->office->r;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        *unit = (UnitId){u};
        PersonId head = unit_head(r, *unit, today());
        if (head.index != NO_INDEX && r->units[u].work_unit && nth-- == 0)
            return head;
    }
    CHECK(false);
    return NO_PERSON;
}

/* ---- facts -------------------------------------------------------------- */

static bool say(LiveWorld *w, Fact fact)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Recorded done;
    Err err = {0};
    fact.id = live_new_id(w->live);
    if (live_record(w->live, w->government, tmp, &fact, STR(""), &done, &err))
        return true;
    EXPECT_STR(err.text, "");
    return false;
}

static Fact check_in_of(const LiveView *view, PersonId person)
{
    Fact fact = fact_blank(FACT_CHECK_IN);
    fact.channel = CHANNEL_WEB;
    fact.person = fact.actor = code_of(view, person);
    fact.word = STR("kantor");
    return fact;
}

static Fact notice_of(const LiveView *view, int nth)
{
    UnitId unit = NO_UNIT;
    Fact fact = fact_blank(FACT_NOTICE);
    fact.channel = CHANNEL_WEB;
    fact.actor = code_of(view, some_head(view, nth, &unit));
    fact.unit = view->office->r.units[unit.index].code;
    fact.text = STR("apel pagi pukul 07.30");
    return fact;
}

/* Of somebody, by their superior, for tomorrow. */
static Fact by_superior(const LiveView *view, FactKind kind, PersonId person)
{
    Fact fact = fact_blank(kind);
    fact.channel = CHANNEL_WEB;
    fact.person = code_of(view, person);
    fact.actor =
        code_of(view, person_superior(&view->office->r, person, today()));
    fact.days = (Window){tomorrow(), tomorrow()};
    return fact;
}

static Fact leave_of(const LiveView *view, PersonId person)
{
    Fact fact = by_superior(view, FACT_LEAVE, person);
    fact.word = STR("cuti");
    return fact;
}

static Fact recall_of(const LiveView *view, PersonId person)
{
    Fact fact = by_superior(view, FACT_RECALL, person);
    fact.text = STR("rapat anggaran");
    return fact;
}

/* ---- one at a time ------------------------------------------------------ */

FACT(a_notice_is_in_the_next_snapshot_and_the_law_stays)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    live_world_open(w, today(), MORNING, true);
    LiveView before = live_world_view(w);
    EXPECT(date_is(live_today(&before), today()));
    EXPECT(say(w, notice_of(&before, 0)));
    LiveView after = live_world_view(w);
    size_t had = live_facts_kinds(&before, tmp, K(NOTICE)).count;
    EXPECT(live_facts_kinds(&after, tmp, K(NOTICE)).count == had + 1);
    EXPECT(after.number > before.number);
    EXPECT(after.law_number == before.law_number && !after.behind);
    live_give(&before);
    live_give(&after);
    live_world_close(w);
}

FACT(a_check_in_makes_no_snapshot_but_changes_the_persons_number)
{
    LiveWorld *w = world();
    live_world_open(w, today(), MORNING, true);
    LiveView before = live_world_view(w);
    PersonId person = at_home(&before, 0);
    Str code = code_of(&before, person);
    uint64_t number = live_person_number(w->live, w->government, code);
    EXPECT(say(w, check_in_of(&before, person)));
    LiveView after = live_world_view(w);
    EXPECT(after.number == before.number);
    EXPECT(live_person_number(w->live, w->government, code) > number);
    live_give(&before);
    live_give(&after);
    live_world_close(w);
}

FACT(what_is_seen_of_a_day_is_read_again_once_something_is_written_of_it)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    const uint16_t *before = NULL, *after = NULL;
    const int16_t *silent = NULL, *told = NULL;
    Err err = {0};
    live_world_open(w, today(), MORNING, true);
    LiveView view = live_world_view(w);
    PersonId person = at_home(&view, 3);
    Fact report = check_in_of(&view, person);
    report.kind = FACT_REPORT;
    report.word = STR("");
    report.text = STR("menyusun konsep nota dinas");
    EXPECT(live_seen(tmp, &view, today(), &before, &err) &&
           live_reported(tmp, &view, today(), &silent, &err));
    EXPECT(say(w, check_in_of(&view, person)) && say(w, report));
    EXPECT(live_seen(tmp, &view, today(), &after, &err) &&
           live_reported(tmp, &view, today(), &told, &err));
    EXPECT_INT(before[person.index], 0);
    EXPECT_INT(after[person.index], 1 << SEEN_IN_OFFICE | 1 << SEEN_REPORTED);
    EXPECT_INT(silent[person.index], LIVE_UNREPORTED);
    EXPECT(told[person.index] >= MORNING);
    live_give(&view);
    live_world_close(w);
}

FACT(what_was_refused_is_said_and_nothing_changes)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Recorded done;
    Err err = {0};
    live_world_open(w, today(), MORNING, true);
    LiveView view = live_world_view(w);
    Fact fact = leave_of(&view, at_home(&view, 0));
    fact.id = live_new_id(w->live);
    fact.actor = fact.person;
    EXPECT(!live_record(w->live, w->government, tmp, &fact, STR(""), &done,
                        &err) &&
           err.kind == ERR_DENIED);
    EXPECT(!live_record(w->live, STR("atlantis"), tmp, &fact, STR(""), &done,
                        &err) &&
           err.kind == ERR_ABSENT);
    LiveView after = live_world_view(w);
    EXPECT(after.number == view.number && !after.behind);
    live_give(&view);
    live_give(&after);
    live_world_close(w);
}

FACT(the_plan_follows_leave_and_a_view_taken_before_stays_as_it_was)
{
    LiveWorld *w = world();
    live_world_open(w, today(), MORNING, false);
    LiveView before = live_world_view(w);
    PersonId person = at_home(&before, 1);
    EXPECT(say(w, leave_of(&before, person)));
    EXPECT(live_settle(w->live, w->government, SETTLE_SECONDS));
    LiveView after = live_world_view(w);
    EXPECT_INT(live_plan_cell(&after, person, tomorrow()), PLACED_LEAVE);
    EXPECT_INT(live_plan_cell(&before, person, tomorrow()), PLACED_HOME);
    EXPECT(after.law_number > before.law_number && !after.behind);
    live_give(&before);
    live_give(&after);
    live_world_close(w);
}

FACT(what_was_recorded_before_the_end_is_followed_when_it_opens_again)
{
    LiveWorld *w = world();
    live_world_open(w, today(), MORNING + 1, true);
    LiveView view = live_world_view(w);
    PersonId person = at_home(&view, 2);
    EXPECT(say(w, leave_of(&view, person)));
    LiveView behind = live_world_view(w);
    EXPECT(behind.behind);
    EXPECT_INT(live_plan_cell(&behind, person, tomorrow()), PLACED_HOME);
    live_give(&view);
    live_give(&behind);
    live_world_close(w);
    live_world_open(w, today(), MORNING + 2, true);
    view = live_world_view(w);
    EXPECT_INT(live_plan_cell(&view, person, tomorrow()), PLACED_LEAVE);
    EXPECT(!view.behind);
    live_give(&view);
    live_world_close(w);
}

/* Nothing new has to come for it. */
FACT(a_plan_that_a_full_disk_kept_from_following_follows_once_there_is_room)
{
    LiveWorld *w = world();
    StoreVfs *vfs = store_vfs_open("penuh");
    w->vfs = "penuh";
    live_world_open(w, today(), MORNING + 2, true);
    LiveView view = live_world_view(w);
    PersonId person = at_home(&view, 4);
    EXPECT(say(w, leave_of(&view, person)));
    store_vfs_arm(vfs, (StoreVfsFault){
                           .kind = VFS_NO_ROOM, .call = 1, .on_and_on = true});
    EXPECT(!live_settle(w->live, w->government, SETTLE_SECONDS));
    LiveView full = live_world_view(w);
    EXPECT_INT(live_plan_cell(&full, person, tomorrow()), PLACED_HOME);
    EXPECT(full.behind && full.trouble_count > 0);
    store_vfs_arm(vfs, (StoreVfsFault){.kind = VFS_FINE});
    EXPECT(live_settle(w->live, w->government, SETTLE_SECONDS));
    LiveView room = live_world_view(w);
    EXPECT_INT(live_plan_cell(&room, person, tomorrow()), PLACED_LEAVE);
    EXPECT(!room.behind);
    live_give(&view);
    live_give(&full);
    live_give(&room);
    live_world_close(w);
    w->vfs = NULL;
    store_vfs_close(vfs);
}

FACT(days_that_no_plan_holds_are_told)
{
    LiveWorld *w = world();
    live_world_open(w, today(), MORNING + 2, true);
    LiveView view = live_world_view(w);
    size_t bare = 0;
    for (size_t i = 0; i < view.trouble_count; i++) {
        bare +=
            view.troubles[i].kind == FOLLOW_BARE &&
            date_is(view.troubles[i].days.first, live_world_date("2021-07-31"));
    }
    EXPECT(bare == 1);
    live_give(&view);
    live_world_close(w);
}

FACT(what_is_erased_is_in_no_later_snapshot)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Err err = {0};
    Receipt receipt;
    live_world_open(w, today(), MORNING + 3, true);
    LiveView before = live_world_view(w);
    LiveFacts notices = live_facts_kinds(&before, tmp, K(NOTICE));
    CHECK(notices.count > 0);
    Fact erase = fact_blank(FACT_ERASE);
    erase.id = live_new_id(w->live);
    erase.channel = CHANNEL_SYSTEM;
    erase.actor = STR("sistem");
    erase.unit = notices.at[0]->unit;
    erase.day = today();
    erase.about = notices.at[0]->id;
    erase.text = STR("habis masa simpan");
    Intent intent = {
        .government = w->government, .facts = &erase, .fact_count = 1};
    EXPECT(store_write(w->store, &intent, &receipt, &err));
    EXPECT(live_wrote(w->live, w->government, &err) &&
           live_settle(w->live, w->government, SETTLE_SECONDS));
    LiveView after = live_world_view(w);
    EXPECT(live_facts_kinds(&after, tmp, K(NOTICE)).count == notices.count - 1);
    EXPECT(live_facts_kinds(&before, tmp, K(NOTICE)).count == notices.count);
    live_give(&before);
    live_give(&after);
    live_world_close(w);
}

FACT(a_day_of_the_law_is_made_once_and_stays_while_a_view_holds_it)
{
    LiveWorld *w = world();
    Err err = {0};
    const LiveDay *first = NULL, *same = NULL, *day = NULL;
    live_world_open(w, today(), MORNING + 4, true);
    LiveView holds = live_world_view(w);
    LiveView other = live_world_view(w);
    EXPECT(live_day(&holds, today(), &first, &err));
    EXPECT(live_day(&other, today(), &same, &err) && same == first);
    for (int d = 1; d < LIVE_HELD; d++)
        EXPECT(live_day(&other, date_plus(today(), d), &day, &err));
    EXPECT(!live_day(&other, date_plus(today(), LIVE_HELD), &day, &err));
    EXPECT(err.kind == ERR_LIMIT);
    live_give(&other);
    EXPECT(date_is(law_date(first->law), today()));
    LiveView later = live_world_view(w);
    EXPECT(live_day(&later, today(), &day, &err) && day != first);
    live_give(&later);
    live_give(&holds);
    live_world_close(w);
}

FACT(at_rest_only_today_stays_and_what_a_view_holds)
{
    LiveWorld *w = world();
    Err err = {0};
    const LiveDay *now = NULL, *next = NULL, *day = NULL;
    Date tomorrow = date_plus(today(), 1);
    live_world_open(w, today(), MORNING + 4, true);
    LiveView holds = live_world_view(w);
    EXPECT(live_day(&holds, today(), &now, &err));
    EXPECT(live_day(&holds, tomorrow, &next, &err));
    live_rest(w->live);
    LiveView later = live_world_view(w);
    EXPECT(live_day(&later, today(), &day, &err) && day == now);
    EXPECT(live_day(&later, tomorrow, &day, &err) && day != next);
    EXPECT(date_is(law_date(next->law), tomorrow));
    EXPECT(date_is(law_date(day->law), tomorrow));
    live_give(&later);
    live_give(&holds);
    live_world_close(w);
}

/* ---- all at once -------------------------------------------------------- */

typedef struct {
    LiveWorld *world;
    int thread;
    atomic_int *wrong, *recalled;
} Sender;

/* Check-ins, a notice now and then, a recall or leave rarely. */
static void *send_all(void *context)
{
    const Sender *s = context;
    for (int i = 0; i < EACH; i++) {
        LiveView view = live_world_view(s->world);
        int nth = 10 + s->thread * EACH + i;
        PersonId person = {(uint32_t)nth};
        bool good = true;
        if (i % 12 == 5) {
            good = say(s->world, recall_of(&view, at_home(&view, nth)));
            atomic_fetch_add(s->recalled, 1);
        } else if (i % 3 == 0) {
            good = say(s->world, notice_of(&view, nth % 20));
        } else if (is_at_home(&view, person)) {
            good = say(s->world, check_in_of(&view, person));
        }
        live_give(&view);
        if (!good) atomic_fetch_add(s->wrong, 1);
    }
    return NULL;
}

typedef struct {
    LiveWorld *world;
    atomic_bool stop;
    atomic_int wrong;
} Watcher;

/* Snapshots rise, and lose nothing; each has its days. */
static void *watch(void *context)
{
    Watcher *w = context;
    uint64_t number = 0;
    size_t notices = 0;
    while (!atomic_load(&w->stop)) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
        LiveView view = live_world_view(w->world);
        const LiveDay *day = NULL;
        MyWhy why;
        Err err = {0};
        PersonId person = {(uint32_t)(number % view.office->r.person_count)};
        size_t now = live_facts_kinds(&view, tmp, K(NOTICE)).count;
        bool good = view.number >= number && now >= notices &&
                    live_day(&view, tomorrow(), &day, &err) &&
                    date_is(law_date(day->law), tomorrow());
        if (person_is_active(&view.office->r, person, tomorrow()))
            good = good &&
                   my_why(tmp, &view, person, tomorrow(), LANG_ID, &why, &err);
        if (!good) atomic_fetch_add(&w->wrong, 1);
        number = view.number;
        notices = now;
        live_give(&view);
    }
    return NULL;
}

static bool count_one(void *context, uint64_t number, const Fact *fact,
                      Err *err)
{
    (void)number;
    (void)fact;
    (void)err;
    ++*(size_t *)context;
    return true;
}

static size_t stored(const LiveWorld *w, uint64_t kinds)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    size_t count = 0;
    Err err = {0};
    FactQuery query = {
        .government = w->government, .days = WINDOW_ALL, .kinds = kinds};
    EXPECT(store_facts(w->store, tmp, &query, count_one, &count, &err));
    return count;
}

/* Everybody who was called is in the office by the plan. */
static size_t not_followed(LiveWorld *w)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    LiveView view = live_world_view(w);
    LiveFacts recalls = live_facts_kinds(&view, tmp, K(RECALL));
    size_t wrong = 0;
    for (size_t i = 0; i < recalls.count; i++) {
        PersonId person = {
            map_find(&view.office->r.person_codes, recalls.at[i]->person)};
        wrong += live_plan_cell(&view, person, tomorrow()) != PLACED_OFFICE;
    }
    /* Why it could not, if it could not. */
    for (size_t i = 0; wrong > 0 && i < view.trouble_count; i++)
        EXPECT_STR(view.troubles[i].said[LANG_EN], "");
    live_give(&view);
    return wrong;
}

FACT(many_record_and_read_at_once_and_nothing_is_lost)
{
    LiveWorld *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    pthread_t senders[THREADS], watcher;
    Sender of[THREADS];
    atomic_int wrong = 0, recalled = 0;
    Watcher watching = {.world = w};
    live_world_open(w, today(), MORNING + 5, false);
    CHECK(pthread_create(&watcher, NULL, watch, &watching) == 0);
    for (int t = 0; t < THREADS; t++) {
        of[t] = (Sender){w, t, &wrong, &recalled};
        CHECK(pthread_create(&senders[t], NULL, send_all, &of[t]) == 0);
    }
    for (int t = 0; t < THREADS; t++)
        CHECK(pthread_join(senders[t], NULL) == 0);
    EXPECT(live_settle(w->live, w->government, SETTLE_SECONDS));
    atomic_store(&watching.stop, true);
    CHECK(pthread_join(watcher, NULL) == 0);
    EXPECT_INT(atomic_load(&wrong), 0);
    EXPECT_INT(atomic_load(&watching.wrong), 0);
    EXPECT_INT((int64_t)stored(w, K(RECALL)), atomic_load(&recalled));
    LiveView view = live_world_view(w);
    EXPECT(live_facts_kinds(&view, tmp, K(NOTICE)).count ==
           stored(w, K(NOTICE)));
    EXPECT(live_facts_kinds(&view, tmp, K(RECALL)).count ==
           stored(w, K(RECALL)));
    live_give(&view);
    EXPECT(not_followed(w) == 0);
    live_world_close(w);
}
