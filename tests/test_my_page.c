/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_my_page.c - what a person's page of the day tells, from early morning
 * to the evening: each thing that was said changes it, and nothing else does.
 */
#include "app/my_day.h"
#include "app/my_month.h"
#include "harness.h"
#include "live_world.h"

#define CLOCK(hour, minute) ((hour)*60 + (minute))

/* ---- Kotim, Wednesday 21 July 2021, with a plan of two weeks ------------ */

typedef struct {
    LiveWorld live;
    Arena *arena; /* of the page */
    PersonId person;
    Date today;
    MyDay page;
} World;

static Str code_of(const LiveView *view, PersonId person)
{
    return view->office->r.people[person.index].code;
}

/* Somebody in turn who is at home today, and so owes a report. */
static PersonId choose(World *w)
{
    LiveView view = live_world_view(&w->live);
    const Register *r = &view.office->r;
    const LiveDay *on = NULL;
    Err err = {0};
    uint32_t p = 0;
    CHECK(live_day(&view, w->today, &on, &err));
    while (law_person(on->law, (PersonId){p}).letter != PLACED_OPEN ||
           on->sheet.expected[p].letter != PLACED_HOME ||
           r->holdings_of[p].count > 0 || r->marks_of[p].count > 0 ||
           r->absences_of[p].count > 0)
        p++;
    live_give(&view);
    return (PersonId){p};
}

static World *world(void)
{
    static World made;
    if (made.live.arena == NULL) {
        made.today = live_world_date("2021-07-21");
        made.live = live_world_plan(arena_open(1 << 22), "kotim",
                                    (Window){live_world_date("2021-07-19"),
                                             live_world_date("2021-07-30")});
        live_world_open(&made.live, made.today, CLOCK(4, 0), true);
        made.person = choose(&made);
    } else if (made.live.live == NULL) {
        live_world_open(&made.live, made.today, CLOCK(4, 0), true);
    }
    return &made;
}

/* It becomes later: the live state opens anew. */
static void until(World *w, int minute)
{
    live_world_close(&w->live);
    live_world_open(&w->live, w->today, minute, true);
}

static const MyDay *page_on(World *w, PersonId person, Date day)
{
    LiveView view = live_world_view(&w->live);
    Err err = {0};
    arena_close(w->arena);
    w->arena = arena_open(1 << 16);
    if (!EXPECT(my_day(w->arena, &view, person, day, &w->page, &err)))
        EXPECT_STR(err.text, "");
    live_give(&view);
    return &w->page;
}

static const MyDay *page(World *w)
{
    return page_on(w, w->person, w->today);
}

static Fact said(World *w, FactKind kind, bool by_superior)
{
    LiveView view = live_world_view(&w->live);
    Fact fact = fact_blank(kind);
    PersonId superior = person_superior(&view.office->r, w->person, w->today);
    fact.channel = CHANNEL_WEB;
    fact.id = live_new_id(w->live.live);
    fact.person = code_of(&view, w->person);
    fact.actor = by_superior ? code_of(&view, superior) : fact.person;
    fact.actor = str_copy(w->live.arena, fact.actor);
    fact.person = str_copy(w->live.arena, fact.person);
    live_give(&view);
    return fact;
}

static FactId say(World *w, Fact fact)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Recorded done;
    Err err = {0};
    if (!EXPECT(live_record(w->live.live, w->live.government, tmp, &fact,
                            STR(""), &done, &err)))
        EXPECT_STR(err.text, "");
    (void)live_settle(w->live.live, w->live.government, 60);
    return fact.id;
}

/* ---- a day at home ------------------------------------------------------ */

static void expect_action(World *w, MyAction action, MyReason reason)
{
    const MyDay *d = page(w);
    EXPECT_STR(my_action_word(d->action, LANG_EN),
               my_action_word(action, LANG_EN));
    EXPECT_STR(my_reason_word(d->reason, LANG_EN),
               my_reason_word(reason, LANG_EN));
}

FACT(the_one_thing_to_do_changes_with_the_day)
{
    World *w = world();
    expect_action(w, MY_ACTION_NONE, MY_REASON_WAIT);
    until(w, CLOCK(6, 50));
    expect_action(w, MY_ACTION_CHECK_IN, MY_REASON_NONE);
    Fact in = said(w, FACT_CHECK_IN, false);
    in.word = STR("rumah");
    (void)say(w, in);
    expect_action(w, MY_ACTION_NONE, MY_REASON_WAIT);
    EXPECT_INT(page(w)->in_minute, CLOCK(6, 50));
    EXPECT_INT(page(w)->where, PLACED_HOME);
    until(w, CLOCK(13, 5));
    expect_action(w, MY_ACTION_REPORT, MY_REASON_NONE);
    EXPECT_INT(page(w)->report.state, MY_REPORT_NONE);
}

FACT(a_report_is_sent_returned_and_accepted)
{
    World *w = world();
    Fact report = said(w, FACT_REPORT, false);
    report.text = STR("menyusun laporan keuangan triwulan kedua");
    FactId first = say(w, report);
    expect_action(w, MY_ACTION_NONE, MY_REASON_WAIT);
    EXPECT_INT(page(w)->report.state, MY_REPORT_SENT);
    Fact review = said(w, FACT_REVIEW, true);
    review.about = first;
    review.word = STR("kembalikan");
    review.text = STR("sebutkan jumlahnya");
    (void)say(w, review);
    EXPECT_INT(page(w)->report.state, MY_REPORT_RETURNED);
    expect_action(w, MY_ACTION_REPORT, MY_REASON_NONE);
    report.id = live_new_id(w->live.live);
    report.text = STR("menyusun 12 halaman laporan keuangan");
    FactId second = say(w, report);
    EXPECT_INT(page(w)->report.state, MY_REPORT_SENT);
    review.id = live_new_id(w->live.live);
    review.about = second;
    review.word = STR("terima");
    review.text = STR("");
    (void)say(w, review);
    EXPECT_INT(page(w)->report.state, MY_REPORT_ACCEPTED);
    EXPECT(!page(w)->report.late);
}

FACT(tasks_are_open_until_they_are_done)
{
    World *w = world();
    Fact task = said(w, FACT_TASK, true);
    task.text = STR("rekap kehadiran Juli");
    task.days = (Window){w->today, date_plus(w->today, 60)};
    Fact done = said(w, FACT_TASK_DONE, false);
    done.about = say(w, task);
    EXPECT(page(w)->tasks_open == 1 && page(w)->tasks[0].percent == 0);
    done.number = 40;
    (void)say(w, done);
    EXPECT(page(w)->tasks_open == 1 && page(w)->tasks[0].percent == 40);
    done.id = live_new_id(w->live.live);
    done.number = FACT_NO_NUMBER;
    (void)say(w, done);
    EXPECT(page(w)->tasks_open == 0 && page(w)->task_count == 1);
}

FACT(a_call_waits_for_its_answer)
{
    World *w = world();
    FactId call = say(w, said(w, FACT_CONTACT, true));
    const MyDay *d = page(w);
    EXPECT(d->calls_open == 1 && d->calls[0].waited <= d->calls[0].within);
    Fact answer = said(w, FACT_ANSWER, false);
    answer.about = call;
    (void)say(w, answer);
    d = page(w);
    EXPECT(d->calls_open == 0 && d->call_count == 1);
    EXPECT(fact_id_is(d->calls[0].answer->id, answer.id));
}

FACT(a_notice_is_unread_until_it_is_read)
{
    World *w = world();
    LiveView view = live_world_view(&w->live);
    const Register *r = &view.office->r;
    UnitId agency = r->agency_of[r->people[w->person.index].unit.index];
    Fact notice = said(w, FACT_NOTICE, true);
    notice.person = STR("");
    notice.unit = str_copy(w->live.arena, r->units[agency.index].code);
    notice.actor =
        str_copy(w->live.arena, code_of(&view, unit_head(r, agency, w->today)));
    notice.text = STR("apel pagi ditiadakan");
    live_give(&view);
    Fact read = said(w, FACT_NOTICE_READ, false);
    read.about = say(w, notice);
    EXPECT(page(w)->notices_unread == 1 && !page(w)->notices[0].read);
    (void)say(w, read);
    EXPECT(page(w)->notices_unread == 0 && page(w)->notices[0].read);
}

FACT(a_request_is_asked_granted_and_taken_back)
{
    World *w = world();
    Fact visit = said(w, FACT_VISIT, false);
    visit.days = (Window){date_plus(w->today, 1), date_plus(w->today, 1)};
    visit.text = STR("mengambil berkas");
    Fact decision = said(w, FACT_DECISION, true);
    decision.about = say(w, visit);
    EXPECT_INT(page(w)->requests[0].state, MY_ASKED);
    decision.word = STR("setuju");
    (void)say(w, decision);
    EXPECT_INT(page(w)->requests[0].state, MY_GRANTED);
    Fact back = said(w, FACT_CORRECTION, true);
    back.about = visit.id;
    back.word = STR("batal");
    back.text = STR("tidak jadi");
    (void)say(w, back);
    EXPECT_INT(page(w)->requests[0].state, MY_WITHDRAWN);
}

FACT(a_recall_comes_before_all_until_it_is_acknowledged)
{
    World *w = world();
    Fact recall = said(w, FACT_RECALL, true);
    recall.days = (Window){date_plus(w->today, 1), date_plus(w->today, 1)};
    recall.text = STR("pemeriksaan kas");
    Fact ack = said(w, FACT_RECALL_ACK, false);
    ack.about = say(w, recall);
    expect_action(w, MY_ACTION_ACK_RECALL, MY_REASON_NONE);
    const MyDay *d = page(w);
    int tomorrow = (int)date_weekday(date_plus(w->today, 1));
    EXPECT_INT(d->week[tomorrow].letter, PLACED_OFFICE);
    EXPECT(d->week[tomorrow].step == STEP_RECALL);
    ack.word = STR("siap");
    (void)say(w, ack);
    expect_action(w, MY_ACTION_NONE, MY_REASON_WAIT);
    EXPECT(page(w)->recalls_open == 0 && page(w)->recall_count == 1);
}

FACT(the_check_out_waits_for_its_hour_and_then_the_day_is_done)
{
    World *w = world();
    until(w, CLOCK(16, 40));
    expect_action(w, MY_ACTION_CHECK_OUT, MY_REASON_NONE);
    (void)say(w, said(w, FACT_CHECK_OUT, false));
    expect_action(w, MY_ACTION_NONE, MY_REASON_DONE);
    EXPECT_INT(page(w)->out_minute, CLOCK(16, 40));
}

/* ---- other days --------------------------------------------------------- */

FACT(other_days_ask_for_nothing_and_say_why)
{
    World *w = world();
    const MyDay *d = page_on(w, w->person, date_plus(w->today, 2));
    EXPECT(d->action == MY_ACTION_NONE && d->reason == MY_REASON_NOT_TODAY);
    EXPECT(d->minute == 0 && d->in == NULL && d->report.report == NULL);
    d = page_on(w, w->person, date_plus(w->today, -1));
    EXPECT(d->action == MY_ACTION_NONE && d->minute == 1440);
}

FACT(leave_and_days_off_ask_for_nothing)
{
    World *w = world();
    Fact leave = said(w, FACT_LEAVE, true);
    leave.days = (Window){date_plus(w->today, 2), date_plus(w->today, 2)};
    leave.word = STR("cuti");
    (void)say(w, leave);
    w->today = date_plus(w->today, 2);
    until(w, CLOCK(8, 0));
    expect_action(w, MY_ACTION_NONE, MY_REASON_LEAVE);
    EXPECT(page(w)->before.report != NULL);
    w->today = date_plus(w->today, 1);
    until(w, CLOCK(8, 0));
    expect_action(w, MY_ACTION_NONE, MY_REASON_DAY_OFF);
}

FACT(a_month_counts_its_days_and_marks_those_that_moved)
{
    World *w = world();
    LiveView view = live_world_view(&w->live);
    MyMonth m;
    Err err = {0};
    EXPECT(my_month(&view, w->person, 2021, 7, &m, &err));
    EXPECT(m.count == 31 && m.leave >= 1 && m.changed >= 1);
    EXPECT(m.office + m.home + m.field + m.leave + m.trip + m.closed + m.usual +
               m.off + m.bare ==
           31);
    EXPECT(m.cells[22].changed && m.cells[22].letter == PLACED_LEAVE);
    EXPECT(!my_month(&view, w->person, 2021, 13, &m, &err));
    live_give(&view);
}

FACT(why_a_day_is_so_names_the_version_that_moved_it)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    LiveView view = live_world_view(&w->live);
    MyWhy why;
    Err err = {0};
    EXPECT(my_why(tmp, &view, w->person, live_world_date("2021-07-23"), LANG_ID,
                  &why, &err));
    EXPECT_INT(why.text.letter, PLACED_LEAVE);
    EXPECT(why.plan != NULL && why.version > 1 && why.move_count == 1);
    EXPECT(why.text.step_count > 0);
    EXPECT(my_why(tmp, &view, w->person, live_world_date("2021-07-21"), LANG_EN,
                  &why, &err));
    EXPECT(why.turn.given && why.turn.in > 0 && why.turn.in <= why.turn.base &&
           why.move_count == 0);
    live_give(&view);
    live_world_close(&w->live);
}
