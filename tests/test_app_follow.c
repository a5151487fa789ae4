/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_app_follow.c - Kotim's plan of three weeks is published; then things
 * happen, and its next versions are kept with who has to be told.
 */
#include "app/follow_plan.h"
#include "app/load.h"
#include "app/publish_plan.h"
#include "app/swap_days.h"
#include "app/undo_plan.h"
#include "harness.h"
#include "moved_world.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Arena *arena;
    Store *store;
    Office office;
    RecordWorld record;
    Plan first; /* as published */
    uint64_t next;
} World;

static FactId new_id(World *w)
{
    return fact_id_of((Instant){1626700000000000 + (int64_t)w->next}, 7,
                      w->next++);
}

/* The office as it is known now. */
static void again(World *w)
{
    Err err = {0};
    if (!EXPECT(office_open_data(w->arena, w->store, STR("kotim"), DATE_NEVER,
                                 &w->office, &err)))
        EXPECT_STR(err.text, "");
}

static void publish(World *w)
{
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    PublishWish by = {STR("sistem"), moved_date("2021-07-16"), new_id(w),
                      CHANNEL_SYSTEM};
    Receipt receipt;
    Err err = {0};
    wish.window = (Window){moved_date("2021-07-19"), moved_date("2021-08-06")};
    CHECK(make_roster(&w->office, &wish, made, &err));
    CHECK(publish_plan(w->store, &w->office, made, &by, &receipt, &err));
    w->first = made->demand.plan;
}

/* On 21 July 2021, a Wednesday of the first week. */
static World *world_open(const char *name)
{
    Arena *arena = arena_open(1 << 22);
    World *w = NEW(arena, World, 1);
    LoadFolder from = {0};
    Loaded loaded = {0};
    Err err = {0};
    StoreWish wish = {.folder = file_path(arena, harness_folder(), name),
                      .create = true,
                      .write = true};
    w->arena = arena;
    (void)setenv("TATAKERJA_DATA", "data", 0); /* NOLINT(*-mt-unsafe) */
    CHECK(load_read(arena, "examples/kotim", &from, &err));
    CHECK(store_open(&wish, &w->store, &err));
    CHECK(load_write(w->store, &from, (Date){18000}, &loaded, &err));
    again(w);
    publish(w);
    w->record = (RecordWorld){.store = w->store,
                              .office = &w->office,
                              .today = moved_date("2021-07-21"),
                              .meeting_most = 10};
    return w;
}

static void world_close(World *w)
{
    store_close(w->store);
    arena_close(w->arena);
}

static Str code_of(const World *w, PersonId id)
{
    CHECK(id.index != NO_INDEX);
    return w->office.r.people[id.index].code;
}

static PersonId superior_of(const World *w, uint32_t person)
{
    return person_superior(&w->office.r, (PersonId){person}, w->record.today);
}

/* A fact about a person by their superior, days of it given. */
static Fact fact_about(World *w, FactKind kind, uint32_t person,
                       const char *first, const char *last)
{
    Fact f = fact_blank(kind);
    f.id = new_id(w);
    f.channel = CHANNEL_WEB;
    f.person = code_of(w, (PersonId){person});
    f.actor = code_of(w, superior_of(w, person));
    if (first != NULL) f.days = (Window){moved_date(first), moved_date(last)};
    return f;
}

static bool record(World *w, const Fact *fact, Err *err)
{
    Recorded done;
    bool kept = record_fact(w->arena, &w->record, fact, STR(""), &done, err);
    again(w);
    return kept;
}

static void must_record(World *w, const Fact *fact)
{
    Err err = {0};
    if (!EXPECT(record(w, fact, &err))) EXPECT_STR(err.text, "");
}

static FollowedList follow(World *w)
{
    FollowWish wish = {STR("sistem"), new_id(w)};
    FollowedList list = {0};
    Err err = {0};
    if (!EXPECT(follow_plan(&w->record, &wish, &list, &err)))
        EXPECT_STR(err.text, "");
    return list;
}

static const Published *published(World *w)
{
    static PublishedList list;
    Err err = {0};
    if (!EXPECT(published_list(w->store, &w->office, DATE_NEVER, &list, &err)))
        EXPECT_STR(err.text, "");
    CHECK(list.count == 1);
    return &list.at[0];
}

static PublishedList plans(World *w)
{
    PublishedList list = {0};
    Err err = {0};
    if (!EXPECT(published_list(w->store, &w->office, DATE_NEVER, &list, &err)))
        EXPECT_STR(err.text, "");
    return list;
}

static bool past_is_kept(const World *w, const Plan *plan)
{
    uint32_t today = plan_day(plan, w->record.today);
    for (uint32_t p = 0; p < plan->person_count; p++) {
        for (uint32_t d = 0; d < today; d++) {
            if (plan_cell(plan, (PersonId){p}, d) !=
                plan_cell(&w->first, (PersonId){p}, d))
                return false;
        }
    }
    return true;
}

static bool is_told(const PlanMove *move, uint32_t person)
{
    for (size_t k = 0; k < move->told_count; k++) {
        if (move->told[k].person.index == person) return true;
    }
    return false;
}

/* In turn at home (or in the office) on the day, with a superior. */
static uint32_t someone(const World *w, uint32_t from, const char *day,
                        char letter)
{
    uint32_t d = plan_day(&w->first, moved_date(day));
    for (uint32_t p = from;; p++) {
        p = moved_in_turn(&w->first, p, d, letter);
        if (superior_of(w, p).index != NO_INDEX) return p;
    }
}

static char letter_on(World *w, uint32_t person, const char *day)
{
    const Plan *plan = &published(w)->plan;
    return plan_cell(plan, (PersonId){person}, plan_day(plan, moved_date(day)));
}

/* ---- what happens, happens to the plan ------------------------------------
 */

FACT(a_recall_becomes_a_version_of_the_plan)
{
    World *w = world_open("recall");
    uint32_t who = someone(w, 0, "2021-07-22", PLACED_HOME);
    Fact recall = fact_about(w, FACT_RECALL, who, "2021-07-22", "2021-07-22");
    recall.text = STR("rapat anggaran");
    ROW("nothing has happened yet");
    FollowedList list = follow(w);
    EXPECT_INT((int)list.count, 1);
    EXPECT_INT(list.at[0].kind, FOLLOW_SAME);
    EXPECT_INT(published_version(published(w)), 1);
    ROW("called for the day after tomorrow");
    must_record(w, &recall);
    list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(list.at[0].version, 2);
    EXPECT_INT(letter_on(w, who, "2021-07-22"), PLACED_OFFICE);
    EXPECT(past_is_kept(w, &published(w)->plan));
    EXPECT(is_told(&published(w)->moves[0].move, who));
    EXPECT(is_told(&published(w)->moves[0].move, superior_of(w, who).index));
    ROW("what is read is what was made");
    EXPECT(moved_same_cells(&published(w)->plan, &list.at[0].moved->plan));
    ROW("read by who is told, and by nobody else");
    Fact seen = fact_about(w, FACT_NOTICE_READ, who, NULL, NULL);
    seen.actor = seen.person;
    seen.about = list.at[0].receipt.id;
    must_record(w, &seen);
    uint32_t other = who;
    while (is_told(&published(w)->moves[0].move, other))
        other++;
    Fact unasked = fact_about(w, FACT_NOTICE_READ, other, NULL, NULL);
    unasked.actor = unasked.person;
    unasked.about = seen.about;
    Err err = {0};
    EXPECT(!record(w, &unasked, &err));
    EXPECT_HAS(err.text, "changes no day");
    ROW("again: nothing more");
    list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_SAME);
    EXPECT_INT(published_version(published(w)), 2);
    world_close(w);
}

FACT(of_today_only_what_is_settled_is_written)
{
    World *w = world_open("today");
    uint32_t who = someone(w, 0, "2021-07-21", PLACED_HOME);
    Fact recall = fact_about(w, FACT_RECALL, who, "2021-07-21", "2021-07-21");
    recall.text = STR("berkas mendesak");
    must_record(w, &recall);
    FollowedList list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(letter_on(w, who, "2021-07-21"), PLACED_OFFICE);
    uint32_t today = plan_day(&w->first, w->record.today);
    for (size_t k = 0; k < list.at[0].move.cell_count; k++) {
        const CellMove *c = &list.at[0].move.cells[k];
        EXPECT(c->day > today || (c->day == today && c->forced));
    }
    EXPECT(past_is_kept(w, &published(w)->plan));
    world_close(w);
}

FACT(leave_and_return_move_the_plan)
{
    World *w = world_open("leave");
    uint32_t who = someone(w, 0, "2021-07-26", PLACED_OFFICE);
    Fact leave = fact_about(w, FACT_LEAVE, who, "2021-07-26", "2021-07-30");
    leave.word = STR("cuti");
    must_record(w, &leave);
    (void)follow(w);
    EXPECT_INT(letter_on(w, who, "2021-07-26"), PLACED_LEAVE);
    EXPECT_INT(letter_on(w, who, "2021-07-30"), PLACED_LEAVE);
    ROW("back earlier");
    w->record.today = moved_date("2021-07-28");
    Fact back = fact_about(w, FACT_RETURN, who, NULL, NULL);
    back.about = leave.id;
    must_record(w, &back);
    (void)follow(w);
    EXPECT_INT(letter_on(w, who, "2021-07-27"), PLACED_LEAVE);
    EXPECT(letter_on(w, who, "2021-07-30") != PLACED_LEAVE);
    EXPECT_INT(published_version(published(w)), 3);
    ROW("known on the day before, the plan was the one of then");
    Plan then;
    bool found = false;
    Err err = {0};
    Window days = {moved_date("2021-07-30"), moved_date("2021-07-30")};
    EXPECT(published_plan(w->store, &w->office, days, moved_date("2021-07-27"),
                          &then, &found, &err));
    EXPECT(found && plan_cell(&then, (PersonId){who},
                              plan_day(&then, days.first)) == PLACED_LEAVE);
    world_close(w);
}

FACT(a_closure_tells_the_whole_unit)
{
    World *w = world_open("closure");
    const Register *r = &w->office.r;
    uint32_t who = someone(w, 0, "2021-07-22", PLACED_HOME);
    UnitId unit = r->work_unit_of[r->people[who].unit.index];
    Fact shut = fact_blank(FACT_CLOSURE);
    shut.id = new_id(w);
    shut.channel = CHANNEL_WEB;
    shut.unit = r->units[unit.index].code;
    shut.actor = code_of(w, unit_head(r, unit, w->record.today));
    shut.word = STR("perintah");
    shut.days = (Window){moved_date("2021-07-22"), moved_date("2021-07-23")};
    must_record(w, &shut);
    FollowedList list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(letter_on(w, who, "2021-07-22"), PLACED_CLOSED);
    EXPECT(letter_on(w, who, "2021-07-26") != PLACED_CLOSED);
    EXPECT(is_told(&list.at[0].move, who));
    world_close(w);
}

/* What a version took as begun is not moved by an act said to be earlier. */
FACT(a_day_said_late_moves_no_day_lived)
{
    World *w = world_open("late");
    uint32_t one = someone(w, 0, "2021-07-27", PLACED_OFFICE);
    uint32_t two = someone(w, one + 1, "2021-07-22", PLACED_OFFICE);
    w->record.today = moved_date("2021-07-26");
    Fact leave = fact_about(w, FACT_LEAVE, one, "2021-07-27", "2021-07-27");
    leave.word = STR("cuti");
    must_record(w, &leave);
    (void)follow(w);
    w->record.today = moved_date("2021-07-21");
    Fact late = fact_about(w, FACT_LEAVE, two, "2021-07-22", "2021-07-22");
    late.word = STR("sakit");
    must_record(w, &late);
    FollowedList list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(letter_on(w, two, "2021-07-22"), PLACED_LEAVE);
    EXPECT(date_is(list.at[0].move.first, moved_date("2021-07-27")));
    for (size_t k = 0; k < list.at[0].move.cell_count; k++) {
        const CellMove *c = &list.at[0].move.cells[k];
        bool lived =
            date_before(w->first.days[c->day], moved_date("2021-07-27"));
        EXPECT(!lived || c->forced);
    }
    world_close(w);
}

/* Both facts came before the plan followed: both are its cause. */
FACT(a_version_names_all_that_it_follows)
{
    World *w = world_open("causes");
    FactId causes[FOLLOW_CAUSES];
    uint32_t one = someone(w, 0, "2021-07-27", PLACED_OFFICE);
    uint32_t two = someone(w, one + 1, "2021-07-27", PLACED_OFFICE);
    Fact first = fact_about(w, FACT_LEAVE, one, "2021-07-27", "2021-07-27");
    Fact second = fact_about(w, FACT_LEAVE, two, "2021-07-27", "2021-07-27");
    first.word = second.word = STR("cuti");
    must_record(w, &first);
    must_record(w, &second);
    FollowedList list = follow(w);
    EXPECT_INT((int64_t)follow_causes(list.at[0].move.cause, causes), 2);
    EXPECT(fact_id_is(causes[0], first.id) && fact_id_is(causes[1], second.id));
    world_close(w);
}

/* ---- fixed days, and the way back ------------------------------------------
 */

static Fact pin_of(World *w, uint32_t who, const char *day, const char *place)
{
    Fact pin = fact_about(w, FACT_PIN, who, day, day);
    UnitId agency = w->office.r.agency_of[w->office.r.people[who].unit.index];
    pin.actor = code_of(w, unit_head(&w->office.r, agency, w->record.today));
    pin.word = str_of(place);
    return pin;
}

FACT(a_fixed_day_holds_and_can_be_undone)
{
    World *w = world_open("pin");
    uint32_t who = someone(w, 0, "2021-07-27", PLACED_HOME);
    Fact pin = pin_of(w, who, "2021-07-27", "kantor");
    FollowWish back = {STR("sistem"), new_id(w)};
    UndoWish last = {w->record.today, 0};
    Followed undone;
    Err err = {0};
    ROW("nothing to undo");
    EXPECT(!undo_plan(&w->record, &back, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    ROW("fixed");
    must_record(w, &pin);
    FollowedList list = follow(w);
    EXPECT_INT(list.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(letter_on(w, who, "2021-07-27"), PLACED_OFFICE);
    ROW("other things leave it alone");
    uint32_t other = someone(w, who + 1, "2021-07-27", PLACED_OFFICE);
    Fact leave = fact_about(w, FACT_LEAVE, other, "2021-07-27", "2021-07-27");
    leave.word = STR("sakit");
    must_record(w, &leave);
    (void)follow(w);
    EXPECT_INT(letter_on(w, who, "2021-07-27"), PLACED_OFFICE);
    ROW("undone while the leave stands: no");
    err = (Err){0};
    EXPECT(!undo_plan(&w->record, &back, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_CLASH);
    EXPECT_HAS(err.text, "correction");
    EXPECT_HAS(err.id, "koreksi");
    world_close(w);
}

FACT(a_version_is_taken_back)
{
    World *w = world_open("undo");
    uint32_t who = someone(w, 0, "2021-07-27", PLACED_HOME);
    Fact pin = pin_of(w, who, "2021-07-27", "kantor");
    FollowWish back = {STR("sistem"), new_id(w)};
    UndoWish last = {w->record.today, 0};
    Followed undone;
    Err err = {0};
    must_record(w, &pin);
    (void)follow(w);
    ROW("while the day is still fixed: no");
    EXPECT(!undo_plan(&w->record, &back, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_CLASH);
    EXPECT_HAS(err.text, "still fixed");
    ROW("the head takes it out; the plan stays where it is");
    Fact out = fact_about(w, FACT_CORRECTION, who, NULL, NULL);
    out.actor = pin.actor;
    out.about = pin.id;
    out.word = STR("batal");
    out.text = STR("keliru");
    must_record(w, &out);
    EXPECT_INT(follow(w).at[0].kind, FOLLOW_SAME);
    ROW("no such version");
    err = (Err){0};
    last.version = 3;
    EXPECT(!undo_plan(&w->record, &back, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    ROW("taken back");
    last.version = 2;
    err = (Err){0};
    if (!EXPECT(undo_plan(&w->record, &back, &last, &undone, &err)))
        EXPECT_STR(err.text, "");
    EXPECT_INT(undone.version, 3);
    EXPECT_INT(letter_on(w, who, "2021-07-27"), PLACED_HOME);
    EXPECT(memcmp(published(w)->plan.cells, w->first.cells,
                  (size_t)w->first.person_count * w->first.day_count) == 0);
    EXPECT(is_told(&undone.move, who));
    ROW("and not once more");
    EXPECT(!undo_plan(&w->record, &back, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_ABSENT);
    EXPECT_INT(published_version(published(w)), 3);
    world_close(w);
}

/* ---- swaps -----------------------------------------------------------------
 */

/* Somebody whose day can be swapped, and the first offer with a second day. */
static bool find_swap(World *w, Fact *out)
{
    SwapBoard *board = NEW(w->arena, SwapBoard, 1);
    SwapOffers *offers = NEW(w->arena, SwapOffers, 1);
    Err err = {0};
    Date first = date_plus(w->record.today, 1);
    if (!EXPECT(swap_days_board(&w->office, &published(w)->plan, first, board,
                                &err)))
        return false;
    for (uint32_t p = 0; p < 400; p++) {
        SwapWish wish = {.person = {p},
                         .day = moved_date("2021-07-22"),
                         .now = w->record.today};
        if (!offer_swaps(board, &wish, offers, &err) || offers->count == 0 ||
            offers->at[0].back == NO_INDEX ||
            offers->at[0].back < offers->at[0].day)
            continue;
        const SwapOffer *o = &offers->at[0];
        *out = fact_about(w, FACT_SWAP, p, "2021-07-22", "2021-07-22");
        out->actor = out->person;
        out->thing = code_of(w, o->with);
        out->days.last = board->plan.days[o->back];
        return true;
    }
    return false;
}

FACT(a_swap_is_agreed_by_both_and_decided)
{
    World *w = world_open("swap");
    Fact swap = {0};
    Err err = {0};
    if (!EXPECT(find_swap(w, &swap))) return;
    uint32_t who = map_find(&w->office.r.person_codes, swap.person);
    uint32_t with = map_find(&w->office.r.person_codes, swap.thing);
    char own = letter_on(w, who, "2021-07-22");
    ROW("with oneself");
    Fact alone = swap;
    alone.id = new_id(w);
    alone.thing = alone.person;
    EXPECT(!record(w, &alone, &err));
    EXPECT_HAS(err.text, "name the colleague");
    ROW("asked for");
    must_record(w, &swap);
    Fact yes = fact_about(w, FACT_DECISION, who, NULL, NULL);
    yes.about = swap.id;
    yes.word = STR("setuju");
    ROW("decided before the colleague has agreed");
    err = (Err){0};
    EXPECT(!record(w, &yes, &err));
    EXPECT_HAS(err.text, "has not agreed");
    ROW("agreed by somebody else");
    Fact answer = fact_about(w, FACT_ANSWER, who, NULL, NULL);
    answer.actor = answer.person;
    answer.about = swap.id;
    answer.word = STR("setuju");
    err = (Err){0};
    EXPECT(!record(w, &answer, &err));
    EXPECT_HAS(err.text, "another colleague");
    ROW("agreed");
    answer = fact_about(w, FACT_ANSWER, with, NULL, NULL);
    answer.actor = answer.person;
    answer.about = swap.id;
    answer.word = STR("setuju");
    must_record(w, &answer);
    yes.id = new_id(w);
    must_record(w, &yes);
    FollowedList list = follow(w);
    EXPECT_INT(list.at[1].kind, FOLLOW_MOVED);
    EXPECT_INT((int)list.at[1].move.cell_count, 4);
    EXPECT(letter_on(w, who, "2021-07-22") != own);
    EXPECT_INT(letter_on(w, with, "2021-07-22"), own);
    ROW("later moves keep it");
    uint32_t other = someone(w, 400, "2021-07-22", PLACED_OFFICE);
    Fact leave = fact_about(w, FACT_LEAVE, other, "2021-07-22", "2021-07-22");
    leave.word = STR("sakit");
    must_record(w, &leave);
    (void)follow(w);
    EXPECT_INT(letter_on(w, with, "2021-07-22"), own);
    ROW("and it is not made twice");
    list = follow(w);
    EXPECT_INT((int)list.count, 1);
    EXPECT_INT(list.at[0].kind, FOLLOW_SAME);
    ROW("taken out, it is exchanged back");
    Fact out = fact_about(w, FACT_CORRECTION, who, NULL, NULL);
    out.about = swap.id;
    out.word = STR("batal");
    out.text = STR("tidak jadi");
    must_record(w, &out);
    list = follow(w);
    EXPECT_INT(list.at[list.count - 1].kind, FOLLOW_MOVED);
    EXPECT_INT(letter_on(w, who, "2021-07-22"), own);
    EXPECT_INT(follow(w).at[0].kind, FOLLOW_SAME);
    world_close(w);
}

/* ---- publishing again
 * -------------------------------------------------------- */

/* Both hold the days; who published later than a day does not get it. */
FACT(a_day_belongs_to_the_newest_plan_before_it)
{
    Published both[2] = {{.base = 1}, {.base = 2}};
    PublishedList list = {both, 2};
    both[0].days = both[1].days =
        (Window){moved_date("2021-07-19"), moved_date("2021-07-30")};
    both[0].fact.day = moved_date("2021-07-20");
    both[1].fact.day = moved_date("2021-07-26");
    EXPECT(published_on(&list, moved_date("2021-07-27")) == &both[1]);
    EXPECT(published_on(&list, moved_date("2021-07-26")) == &both[0]);
    ROW("before any was published: the first that was");
    EXPECT(published_on(&list, moved_date("2021-07-19")) == &both[0]);
    EXPECT(published_on(&list, moved_date("2021-07-31")) == NULL);
}

FACT(publishing_again_begins_anew)
{
    World *w = world_open("anew");
    Fact recall;
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    PublishWish by = {STR("sistem"), w->record.today, new_id(w),
                      CHANNEL_SYSTEM};
    Receipt first, second;
    Err err = {0};
    uint32_t who = someone(w, 0, "2021-07-22", PLACED_HOME);
    recall = fact_about(w, FACT_RECALL, who, "2021-07-22", "2021-07-22");
    recall.text = STR("rapat");
    must_record(w, &recall);
    (void)follow(w);
    ROW("days that have begun are not published again");
    wish.window = w->first.window;
    CHECK(make_roster(&w->office, &wish, made, &err));
    EXPECT(!publish_plan(w->store, &w->office, made, &by, &first, &err));
    EXPECT_HAS(err.text, "from 2021-07-22 on");
    ROW("those to come are; each day belongs to the newest before it");
    err = (Err){0};
    wish.window.first = moved_date("2021-07-26");
    CHECK(make_roster(&w->office, &wish, made, &err));
    if (!EXPECT(publish_plan(w->store, &w->office, made, &by, &first, &err)))
        EXPECT_STR(err.text, "");
    PublishedList list = plans(w);
    EXPECT_INT((int64_t)list.count, 2);
    EXPECT(published_on(&list, moved_date("2021-07-23")) == &list.at[0]);
    EXPECT(published_on(&list, moved_date("2021-07-26")) == &list.at[1]);
    EXPECT(published_on(&list, moved_date("2021-08-09")) == NULL);
    ROW("the same said twice is one");
    EXPECT(publish_plan(w->store, &w->office, made, &by, &second, &err));
    EXPECT(second.again && second.number == first.number);
    ROW("both move on, each told of its own days");
    uint32_t other = someone(w, 0, "2021-07-22", PLACED_OFFICE);
    Fact leave = fact_about(w, FACT_LEAVE, other, "2021-07-22", "2021-07-27");
    leave.word = STR("sakit");
    must_record(w, &leave);
    FollowedList followed = follow(w);
    EXPECT_INT(followed.at[0].kind, FOLLOW_MOVED);
    EXPECT_INT(followed.at[1].kind, FOLLOW_MOVED);
    Plan joint;
    bool found = false;
    Window week = {moved_date("2021-07-22"), moved_date("2021-07-27")};
    EXPECT(published_plan(w->store, &w->office, week, DATE_NEVER, &joint,
                          &found, &err));
    for (uint32_t d = 0; d < joint.day_count; d++) {
        char on = plan_cell(&joint, (PersonId){other}, d);
        EXPECT(on == PLACED_LEAVE || on == PLACED_NONE);
    }
    world_close(w);
}

/* ---- refusals ---------------------------------------------------------------
 */

FACT(not_everybody_publishes)
{
    World *w = world_open("denied");
    Str who = code_of(w, (PersonId){someone(w, 0, "2021-07-22", PLACED_HOME)});
    FollowWish wish = {who, new_id(w)};
    FollowedList list;
    UndoWish last = {w->record.today, 0};
    Followed undone;
    Err err = {0};
    EXPECT(!follow_plan(&w->record, &wish, &list, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    err = (Err){0};
    EXPECT(!undo_plan(&w->record, &wish, &last, &undone, &err));
    EXPECT_INT(err.kind, ERR_DENIED);
    world_close(w);
}

typedef struct {
    World *w;
    Office office;
    FactId id;
    FollowKind kind;
    ErrKind error;
} Racer;

static void *race(void *context)
{
    Racer *racer = context;
    RecordWorld record = racer->w->record;
    FollowWish wish = {STR("sistem"), racer->id};
    FollowedList list = {0};
    Err err = {0};
    record.office = &racer->office;
    if (follow_plan(&record, &wish, &list, &err)) racer->kind = list.at[0].kind;
    racer->error = err.kind;
    return NULL;
}

/* Whatever the order, the version is published once. */
FACT(two_who_follow_at_once_publish_one_version)
{
    World *w = world_open("race");
    Racer racers[2] = {{.w = w}, {.w = w}};
    pthread_t threads[2];
    Err err = {0};
    uint32_t who = someone(w, 0, "2021-07-22", PLACED_HOME);
    Fact recall = fact_about(w, FACT_RECALL, who, "2021-07-22", "2021-07-22");
    recall.text = STR("rapat");
    must_record(w, &recall);
    for (int i = 0; i < 2; i++) {
        racers[i].id = new_id(w);
        EXPECT(office_open_data(arena_open(1 << 20), w->store, STR("kotim"),
                                DATE_NEVER, &racers[i].office, &err));
        EXPECT(pthread_create(&threads[i], NULL, race, &racers[i]) == 0);
    }
    int moved = 0;
    for (int i = 0; i < 2; i++) {
        (void)pthread_join(threads[i], NULL);
        moved += racers[i].error == ERR_NONE && racers[i].kind == FOLLOW_MOVED;
        EXPECT(racers[i].error == ERR_NONE || racers[i].error == ERR_STALE);
        arena_close(racers[i].office.arena);
    }
    EXPECT_INT(moved, 1);
    EXPECT_INT(published_version(published(w)), 2);
    world_close(w);
}
