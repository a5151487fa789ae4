/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_follow.c - from an event to the next version of a published plan, as
 * safe as a commit makes it.
 *
 *     bench_follow TSV GOVERNMENT FOLDER FROM TO
 *
 * The government is loaded into a fresh data directory and its plan published;
 * then leave and recalls come, one after another, half a window in.  Timed is
 * what a server does: the session moves the plan and proves it, the move is
 * written with who has to be told, and the commit comes back.  "With its fact"
 * the fact is recorded before, by its use case, with a commit of its own.
 */
#include "app/follow_part.h"
#include "app/load.h"
#include "app/move_keep.h"
#include "app/move_session.h"
#include "app/publish_plan.h"
#include "base/clock.h"
#include "base/rand.h"
#include "figure.h"

#include <stdlib.h>

enum { EVENTS = 200 };

typedef struct {
    Arena *arena;
    Store *store;
    Office office;
    RecordWorld record;
    FollowWish wish;
    Following following;
    Published *published;
    MoveSession *session;
    Rand rand;
} World;

static void must(bool good, const Err *err)
{
    if (good) return;
    (void)fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static FactId new_id(World *w)
{
    uint64_t one = rand_next(&w->rand), two = rand_next(&w->rand);
    return fact_id_of(clock_now(), one, two);
}

/* ---- a published plan ---------------------------------------------------- */

static void load(World *w, const char *folder, const char *data)
{
    Err err = {0};
    LoadFolder *from = NEW(w->arena, LoadFolder, 1);
    Loaded loaded;
    StoreWish wish = {.folder = data, .create = true, .write = true};
    must(load_read(w->arena, folder, from, &err), &err);
    must(store_open(&wish, &w->store, &err), &err);
    must(load_write(w->store, from, (Date){18000}, &loaded, &err), &err);
    must(office_open_data(w->arena, w->store, from->office.government.code,
                          DATE_NEVER, &w->office, &err),
         &err);
}

static void publish(World *w, Window window)
{
    Err err = {0};
    RosterMade *made = NEW(w->arena, RosterMade, 1);
    RosterWish wish = make_roster_wish();
    PublishWish by = {STR("sistem"), date_plus(window.first, -1), new_id(w),
                      CHANNEL_SYSTEM};
    Receipt receipt;
    wish.window = window;
    must(make_roster(&w->office, &wish, made, &err), &err);
    must(publish_plan(w->store, &w->office, made, &by, &receipt, &err), &err);
}

static void open_world(World *w, char **argv)
{
    Err err = {0};
    Window window;
    must(date_parse(str_of(argv[4]), &window.first, &err) &&
             date_parse(str_of(argv[5]), &window.last, &err),
         &err);
    w->arena = arena_open((size_t)1 << 22);
    w->rand = rand_seeded(1);
    load(w, argv[2], argv[3]);
    publish(w, window);
    w->record = (RecordWorld){
        .store = w->store,
        .office = &w->office,
        .today = date_plus(window.first, window_days(window) / 2)};
    w->wish = (FollowWish){STR("sistem"), new_id(w)};
    must(follow_open(&w->record, &w->wish, &w->following, &err), &err);
    w->published = &w->following.plans.at[0];
    w->session = move_session_open(&w->office, &w->published->plan, &err);
    must(w->session != NULL, &err);
}

/* ---- events -------------------------------------------------------------- */

/* Somebody in turn on the day after tomorrow, with a superior. */
static PersonId somebody(World *w, char letter)
{
    const Plan *plan = move_session_plan(w->session);
    uint32_t day = plan_day(plan, date_plus(w->record.today, 2));
    for (;;) {
        PersonId who = {rand_below(&w->rand, plan->person_count)};
        const Reason *why =
            &plan->reason[plan->reasons[(size_t)who.index * plan->day_count +
                                        day]];
        if (plan_cell(plan, who, day) == letter && why->step == STEP_TURN &&
            person_superior(&w->office.r, who, w->record.today).index !=
                NO_INDEX)
            return who;
    }
}

static MoveEvent event_of(World *w, MoveEventKind kind)
{
    bool leave = kind == MOVE_LEAVE;
    Date first = date_plus(w->record.today, 2);
    return (MoveEvent){
        .kind = kind,
        .person = somebody(w, leave ? PLACED_OFFICE : PLACED_HOME),
        .unit = NO_UNIT,
        .window = {first, date_plus(first, leave ? 4 : 0)},
        .absence = ABSENCE_CUTI,
        .known = w->record.today,
    };
}

static void record(World *w, const MoveEvent *event)
{
    Err err = {0};
    Recorded done;
    const Person *people = w->office.r.people;
    PersonId superior =
        person_superior(&w->office.r, event->person, w->record.today);
    Fact fact =
        fact_blank(event->kind == MOVE_LEAVE ? FACT_LEAVE : FACT_RECALL);
    AUTO(arena_done) Arena *arena = arena_open(1 << 14);
    fact.id = new_id(w);
    fact.channel = CHANNEL_WEB;
    fact.person = people[event->person.index].code;
    fact.actor = people[superior.index].code;
    fact.days = event->window;
    if (event->kind == MOVE_LEAVE)
        fact.word = STR("cuti");
    else
        fact.text = STR("rapat anggaran");
    must(record_fact(arena, &w->record, &fact, STR(""), &done, &err), &err);
}

static void move(World *w, const MoveEvent *event)
{
    Err err = {0};
    Date first = date_plus(w->record.today, 1);
    MoveWish wish = {.now = first};
    const MovedPlan *moved = NULL;
    Plan before = *move_session_plan(w->session);
    Followed followed = {.days = w->published->days};
    must(move_session_apply(w->session, event, &wish, &moved, &err), &err);
    CHECK(moved->solved && moved->verified);
    if (moved->undo.cell_count == 0) return;
    followed.move = move_keep(w->arena, &before, moved, first);
    must(follow_write(&w->following, w->published, &moved->plan, &followed,
                      &err),
         &err);
}

/* ---- figures ------------------------------------------------------------- */

static void put(FILE *out, const char *name, double *ms, double limit)
{
    char tail[80];
    double middle = figure_median(ms, EVENTS); /* sorts them */
    Figure figure = {"follow",
                     name,
                     middle,
                     "ms",
                     limit > 0 ? "limit" : NULL,
                     limit,
                     limit > 0 ? 1 : 0,
                     true};
    figure_put(out, &figure);
    (void)snprintf(tail, sizeof tail, "%s, p99", name);
    figure =
        (Figure){"follow", tail, ms[EVENTS * 99 / 100], "ms", NULL, 0, 0, true};
    figure_put(out, &figure);
}

static void time_kind(FILE *out, World *w, MoveEventKind kind, const char *name,
                      bool with_fact)
{
    static double ms[EVENTS];
    for (size_t k = 0; k < EVENTS; k++) {
        MoveEvent event = event_of(w, kind);
        int64_t begun = clock_monotonic_ns();
        if (with_fact) record(w, &event);
        move(w, &event);
        ms[k] = (double)(clock_monotonic_ns() - begun) / 1e6;
    }
    put(out, name, ms, with_fact ? 0 : 5);
}

int main(int argc, char **argv)
{
    World w = {0};
    if (argc != 6) return 2;
    FILE *out = fopen(argv[1], "a");
    if (out == NULL) return 1;
    open_world(&w, argv);
    time_kind(out, &w, MOVE_LEAVE, "leave, to durable", false);
    time_kind(out, &w, MOVE_RECALL, "recall, to durable", false);
    time_kind(out, &w, MOVE_LEAVE, "leave with its fact, to durable", true);
    move_session_close(w.session);
    store_close(w.store);
    return fclose(out) == 0 ? 0 : 1;
}
