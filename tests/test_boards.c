/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_boards.c - what superior, head, personnel board and public see of a day
 * is what the judge of all facts says of it.
 */
#include "app/judge_unit.h"
#include "app/monitor_trend.h"
#include "app/monitor_unit.h"
#include "app/people_day.h"
#include "app/public_counters.h"
#include "app/team_day.h"
#include "app/unit_now.h"
#include "day/effects.h"
#include "harness.h"
#include "live_world.h"

#include <string.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

/* When all has been said: a slow run must not learn more than the judge. */
enum { EVENING = 22 * 60, TEAMS = 15, UNITS = 12, AGENCIES = 4 };

/* ---- Kotim, Tuesday and Wednesday of a week; it is Wednesday evening ---- */

typedef struct {
    LiveWorld live;
    Arena *arena;
    Office office;
    Judged judged;
    Judgement day, before;
    Date today;
} World;

static void judge(World *w)
{
    Err err = {0};
    JudgeWish wish = {
        .data = w->live.folder,
        .known = DATE_NEVER,
        .window = {date_plus(w->today, -1), w->today},
        .now = live_now(w->live.live)
    };
    bool good = office_open_data(w->arena, w->live.store, w->live.government,
                                 DATE_NEVER, &w->office, &err) &&
                judge_open(&w->office, &wish, &w->judged, &err) &&
                judge_day(w->arena, &w->judged, w->today, &w->day, &err) &&
                judge_day(w->arena, &w->judged, date_plus(w->today, -1),
                          &w->before, &err);
    if (!good) EXPECT_STR(err.text, "");
    CHECK(good);
}

static World *world(void)
{
    static World *made;
    if (made != NULL) return made;
    Arena *arena = arena_open(1 << 22);
    World *w = made = NEW(arena, World, 1);
    w->arena = arena;
    w->today = live_world_date("2021-07-28");
    w->live = live_world_make(arena, "kotim",
                              (Window){date_plus(w->today, -1), w->today});
    live_world_open(&w->live, w->today, EVENING, true);
    judge(w);
    return w;
}

/* ---- a team ------------------------------------------------------------- */

static const Register *register_of(const World *w)
{
    return &w->judged.r;
}

static bool is_under(const World *w, PersonId person, PersonId superior)
{
    const Register *r = register_of(w);
    return person_is_active(r, person, w->today) &&
           person_superior(r, person, w->today).index == superior.index;
}

/* Standing facts of these kinds, of everybody. */
static const Fact *const *standing(const World *w, uint64_t kinds,
                                   size_t *count)
{
    return effects_standing(w->arena, w->judged.facts.at, w->judged.facts.count,
                            kinds, count);
}

typedef struct {
    const Fact *const *reports;
    const Fact *const *reviews;
    size_t report_count, review_count;
} Reported;

static bool was_reviewed(const Reported *all, FactId report)
{
    for (size_t i = 0; i < all->review_count; i++) {
        if (fact_id_is(all->reviews[i]->about, report)) return true;
    }
    return false;
}

static bool is_last_of_day(const Reported *all, const Fact *report)
{
    for (size_t i = 0; i < all->report_count; i++) {
        const Fact *other = all->reports[i];
        if (str_is(other->person, report->person) &&
            date_is(other->day, report->day) &&
            fact_when(other).us > fact_when(report).us)
            return false;
    }
    return true;
}

static size_t waiting(const World *w, const Reported *all, PersonId superior)
{
    size_t count = 0;
    for (size_t i = 0; i < all->report_count; i++) {
        const Fact *report = all->reports[i];
        PersonId person = {
            map_find(&register_of(w)->person_codes, report->person)};
        count += is_under(w, person, superior) && is_last_of_day(all, report) &&
                 !was_reviewed(all, report->id);
    }
    return count;
}

static void expect_member(const World *w, const TeamMember *m)
{
    Verdict v;
    verdict_make(&w->day.view, m->person, &v);
    EXPECT_INT(m->letter, v.expected);
    EXPECT_INT(m->where, v.where);
    Thread thread = daybook_person(w->judged.book, m->person, w->today);
    bool in = false;
    for (uint32_t i = 0; i < thread.count; i++) {
        in |= thread.entries[i].fact->kind == FACT_CHECK_IN &&
              !thread.entries[i].struck;
    }
    EXPECT((m->in != NULL) == in);
}

static void expect_team(World *w, const Reported *all, PersonId superior)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    TeamDay team;
    Err err = {0};
    size_t people = 0;
    if (!EXPECT(team_day(tmp, &view, superior, &team, &err)))
        EXPECT_STR(err.text, "");
    for (uint32_t p = 0; p < register_of(w)->person_count; p++)
        people += is_under(w, (PersonId){p}, superior);
    EXPECT(team.member_count == people);
    EXPECT(team.report_count == waiting(w, all, superior));
    for (size_t i = 0; i < team.member_count; i++)
        expect_member(w, &team.members[i]);
    for (size_t i = 1; i < team.member_count; i++)
        EXPECT(team.members[i - 1].silent || !team.members[i].silent);
    for (size_t i = 1; i < team.report_count; i++)
        EXPECT(fact_when(team.reports[i - 1].report).us <=
               fact_when(team.reports[i].report).us);
    live_give(&view);
}

FACT(a_team_is_who_has_that_superior_and_reports_wait_until_reviewed)
{
    World *w = world();
    Reported all = {0};
    uint32_t teams = 0, last = NO_INDEX;
    all.reports = standing(w, K(REPORT), &all.report_count);
    all.reviews = standing(w, K(REVIEW), &all.review_count);
    for (uint32_t p = 0; p < register_of(w)->person_count && teams < TEAMS;
         p += 29) {
        PersonId superior =
            person_superior(register_of(w), (PersonId){p}, w->today);
        if (superior.index == NO_INDEX || superior.index == last) continue;
        last = superior.index;
        expect_team(w, &all, superior);
        teams++;
    }
    EXPECT(teams > 10 && all.review_count > 100);
}

FACT(who_is_nobodys_superior_has_an_empty_board)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    LiveView view = live_world_view(&w->live);
    TeamDay team;
    Err err = {0};
    uint32_t p = 0;
    while (register_of(w)->holdings_of[p].count > 0)
        p++;
    EXPECT(team_day(tmp, &view, (PersonId){p}, &team, &err));
    EXPECT(team.member_count == 0 && team.report_count == 0);
    live_give(&view);
}

FACT(a_month_of_one_has_the_findings_of_each_day_so_far)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    LiveView view = live_world_view(&w->live);
    TeamMonth month;
    Verdict v;
    Err err = {0};
    PersonId person = {77};
    EXPECT(team_month(tmp, &view, person, 2021, 7, &month, &err));
    EXPECT(month.count == 31);
    verdict_make(&w->day.view, person, &v);
    for (uint32_t i = 0; i < v.count; i++) {
        if (v.findings[i].duty == DUTY_PRESENT)
            EXPECT_INT(month.days[27].presence_is, v.findings[i].outcome);
    }
    EXPECT_INT(month.days[28].presence_is, OUTCOME_NONE);
    live_give(&view);
}

/* ---- a unit ------------------------------------------------------------- */

static bool is_told(UnitTopic topic)
{
    return topic != UNIT_TOPIC_TASKS && topic != UNIT_TOPIC_REVIEW &&
           topic != UNIT_TOPIC_REMINDER;
}

static Str lines_of(Arena *arena, const UnitLine *lines, size_t count,
                    const UnitDay *like, const Corpus *corpus)
{
    UnitLine *told = NEW(arena, UnitLine, count + 1);
    UnitDay day = *like;
    Buf out = buf_in(arena);
    day.count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_told(lines[i].topic)) told[day.count++] = lines[i];
    }
    day.lines = told;
    unit_day_write(&day, corpus, &out);
    return buf_str(&out);
}

static void expect_reports(World *w, const UnitNow *now)
{
    int32_t owed = 0, missing = 0;
    for (uint32_t p = 0; p < register_of(w)->person_count; p++) {
        Verdict v;
        if (!unit_is_under(register_of(w), register_of(w)->people[p].unit,
                           now->unit))
            continue;
        verdict_make(&w->before.view, (PersonId){p}, &v);
        bool first = true;
        for (uint32_t i = 0; i < v.count; i++) {
            const Finding *f = &v.findings[i];
            if (f->duty != DUTY_REPORT || !first) continue;
            first = false;
            owed++;
            missing += f->outcome == OUTCOME_MISSING;
        }
    }
    EXPECT_INT(now->owed, owed);
    EXPECT_INT(now->missing, missing);
}

static void expect_unit(World *w, UnitId unit, size_t *caps)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    UnitNow now;
    Err err = {0};
    if (!EXPECT(unit_now(tmp, &view,
                         &(UnitAsked){unit, NO_PERSON, UNIT_NOW_ALL}, &now,
                         &err)))
        EXPECT_STR(err.text, "");
    UnitDay all = unit_day_make(tmp, &w->day.view, w->day.law,
                                (UnitAsk){unit, true, NO_PERSON});
    Str want = lines_of(tmp, all.lines, all.count, &all, &w->judged.corpus);
    EXPECT_STR(lines_of(tmp, now.lines, now.line_count, &all, view.corpus),
               want);
    expect_reports(w, &now);
    *caps += now.cap_count;
    live_give(&view);
}

/* Whole days are read for it, not its people one by one. */
static UnitId largest_agency(const Register *r)
{
    uint32_t *people = NEW(world()->arena, uint32_t, r->unit_count);
    UnitId largest = r->preorder[0];
    for (uint32_t p = 0; p < r->person_count; p++) {
        UnitId agency = r->agency_of[r->people[p].unit.index];
        if (agency.index == NO_INDEX) continue;
        if (++people[agency.index] > people[largest.index]) largest = agency;
    }
    EXPECT(people[largest.index] > r->person_count / 6);
    return largest;
}

FACT(a_unit_now_is_the_day_of_the_unit_by_all_facts)
{
    World *w = world();
    const Register *r = register_of(w);
    size_t caps = 0;
    for (uint32_t u = 0; u < r->unit_count; u += r->unit_count / UNITS) {
        if (!r->units[u].work_unit && !r->units[u].agency) continue;
        ROW("%.*s", STR_ARG(r->units[u].code));
        expect_unit(w, (UnitId){u}, &caps);
    }
    expect_unit(w, largest_agency(r), &caps);
    EXPECT(caps > 3);
}

/* Closed on Tuesday by its head, for a case. */
static UnitId closed_unit(const World *w)
{
    size_t count = 0;
    const Fact *const *closures = standing(w, K(CLOSURE), &count);
    CHECK(count > 0);
    return (UnitId){map_find(&register_of(w)->unit_codes, closures[0]->unit)};
}

FACT(a_closed_unit_tells_its_closure_and_who_said_it)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    UnitNow now;
    Err err = {0};
    EXPECT(unit_now(tmp, &view,
                    &(UnitAsked){closed_unit(w), NO_PERSON, UNIT_NOW_ALL}, &now,
                    &err));
    EXPECT(now.shut_count == 1 && now.shut[0].fact != NULL);
    EXPECT(window_has(now.shut[0].days, w->today));
    live_give(&view);
}

/* Requests of a unit's people that nobody has decided, by all facts. */
static size_t undecided(const World *w, UnitId unit)
{
    static const Fact *const *asks, *const *words;
    static size_t asked, decided;
    size_t count = 0;
    if (asks == NULL) {
        asks = standing(w, K(EXIT) | K(TRAVEL) | K(VISIT) | K(TRIP), &asked);
        words = standing(w, K(DECISION), &decided);
    }
    for (size_t i = 0; i < asked; i++) {
        bool open = !date_before(fact_days(asks[i]).last, w->today);
        uint32_t of = map_find(&register_of(w)->person_codes, asks[i]->person);
        for (size_t k = 0; k < decided; k++)
            open = open && !fact_id_is(words[k]->about, asks[i]->id);
        count += open && unit_is_under(register_of(w),
                                       register_of(w)->people[of].unit, unit);
    }
    return count;
}

FACT(requests_wait_at_the_head_until_they_are_decided)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    const Register *r = register_of(w);
    size_t waiting = 0, wanted = 0, agencies = 0;
    for (uint32_t u = 0; u < r->unit_count && agencies < AGENCIES; u++) {
        UnitNow now;
        Err err = {0};
        if (!r->units[u].agency || undecided(w, (UnitId){u}) == 0) continue;
        agencies++;
        EXPECT(unit_now(tmp, &view, &(UnitAsked){{u}, NO_PERSON, UNIT_NOW_ALL},
                        &now, &err));
        for (size_t i = 0; i < now.request_count; i++) {
            FactKind kind = now.requests[i].request->kind;
            waiting += kind == FACT_EXIT || kind == FACT_TRAVEL ||
                       kind == FACT_VISIT || kind == FACT_TRIP;
        }
        wanted += undecided(w, (UnitId){u});
    }
    EXPECT(waiting == wanted && agencies > 0);
    live_give(&view);
}

static UnitNow part_of(World *w, Arena *tmp, LiveView *view, UnitId unit,
                       unsigned parts)
{
    UnitNow now;
    Err err = {0};
    (void)w;
    EXPECT(
        unit_now(tmp, view, &(UnitAsked){unit, NO_PERSON, parts}, &now, &err));
    return now;
}

FACT(a_part_of_a_unit_is_as_in_the_whole_and_the_rest_is_empty)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    const Register *r = register_of(w);
    size_t requests = 0, absent = 0, owed = 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        if (!r->units[u].agency || undecided(w, (UnitId){u}) == 0) continue;
        UnitNow all = part_of(w, tmp, &view, (UnitId){u}, UNIT_NOW_ALL);
        UnitNow day = part_of(w, tmp, &view, (UnitId){u}, UNIT_NOW_DAY);
        UnitNow asked = part_of(w, tmp, &view, (UnitId){u}, UNIT_NOW_ASKED);
        EXPECT(day.people == all.people && day.there == all.there &&
               day.rest == all.rest && day.ruled == all.ruled &&
               day.cap_count == all.cap_count &&
               day.line_count == all.line_count &&
               day.counter_count == all.counter_count &&
               day.absent_count == all.absent_count);
        EXPECT(day.owed == 0 && day.request_count == 0);
        EXPECT(asked.request_count == all.request_count &&
               asked.recall_count == all.recall_count &&
               asked.shut_count == all.shut_count);
        EXPECT(asked.people == 0 && asked.cap_count == 0 && asked.owed == 0);
        requests += asked.request_count;
        absent += day.absent_count;
        owed += (size_t)all.owed;
    }
    EXPECT(requests > 0 && absent > 0 && owed > 0);
    live_give(&view);
}

/* ---- everybody ---------------------------------------------------------- */

FACT(the_monitor_adds_up_to_plan_law_and_tallies)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    const Register *r = register_of(w);
    Monitor m;
    Err err = {0};
    int32_t people = 0, scheduled = 0, in_office = 0, over = 0, sum = 0;
    int32_t checked_in = 0;
    if (!EXPECT(monitor_make(tmp, &view, live_today(&view), &m, &err)))
        EXPECT_STR(err.text, "");
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        const Expected *e = &w->day.sheet.expected[p];
        people += person_is_active(r, person, w->today);
        bool owes = e->letter != PLACED_NONE &&
                    verdict_due(&w->day.view, person).check_in >= 0;
        scheduled += owes;
        Thread thread = daybook_person(w->judged.book, person, w->today);
        bool in = false, office = false;
        for (uint32_t i = 0; i < thread.count; i++) {
            const Entry *entry = &thread.entries[i];
            bool stands = entry->fact->kind == FACT_CHECK_IN && !entry->struck;
            in |= stands;
            office |= stands && str_is(entry->fact->word, STR("kantor"));
        }
        in_office += office;
        checked_in += in && owes;
    }
    UnitId root = {r->preorder[0].index};
    UnitDay all = unit_day_make(tmp, &w->day.view, w->day.law,
                                (UnitAsk){root, true, NO_PERSON});
    for (size_t i = 0; i < all.count; i++)
        over += all.lines[i].topic == UNIT_TOPIC_CAP &&
                all.lines[i].outcome == UNIT_EXCEEDED;
    for (size_t i = 0; i < m.count; i++)
        sum += m.agencies[i].checked_in;
    EXPECT_INT(m.total.people, people);
    EXPECT_INT(m.total.scheduled, scheduled);
    EXPECT_INT(m.total.in_office, in_office);
    EXPECT_INT(m.total.checked_in, checked_in);
    EXPECT_INT(m.total.over, over);
    EXPECT_INT(sum, m.total.checked_in);
    EXPECT(date_is(m.before, date_plus(w->today, -1)));
    EXPECT(m.total.day_count == MONITOR_DAYS && m.total.reported > 0);
    EXPECT(m.total.days[MONITOR_DAYS - 1].checked_in > 0);
    live_give(&view);
}

FACT(twenty_days_end_with_those_of_the_monitor)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    Monitor m;
    MonitorTrend t;
    Err err = {0};
    EXPECT(monitor_make(tmp, &view, w->today, &m, &err));
    EXPECT(monitor_trend(tmp, &view, &m, &t, &err));
    EXPECT_INT(t.day_count, MONITOR_TREND);
    EXPECT(date_is(t.days[t.day_count - 1].day, w->today));
    EXPECT(date_is(t.days[t.day_count - 2].day, m.before));
    EXPECT_INT(t.days[t.day_count - 1].checked_in, m.total.checked_in);
    EXPECT_INT(t.days[t.day_count - 2].reported,
               m.total.days[MONITOR_DAYS - 1].reported);
    EXPECT(monitor_is_blank(&t.days[0]));
    EXPECT(!monitor_is_blank(&t.days[t.day_count - 2]));
    live_give(&view);
}

FACT(the_days_of_an_agency_end_with_its_row_of_the_monitor)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    Monitor m;
    Err err = {0};
    EXPECT(monitor_make(tmp, &view, w->today, &m, &err));
    for (size_t i = 0; i < m.count && i < AGENCIES; i++) {
        const MonitorAgency *a = &m.agencies[i];
        MonitorUnit u;
        EXPECT(monitor_unit(tmp, &view, a->agency, w->today, &u, &err));
        const MonitorUnitDay *last = &u.days[u.count - 1];
        const MonitorUnitDay *before = &u.days[u.count - 2];
        EXPECT(u.agency.index == a->agency.index);
        EXPECT_INT(last->people, a->people);
        EXPECT_INT(last->checked_in, a->checked_in);
        EXPECT_INT(last->limit, a->limit);
        EXPECT_INT(last->capped, a->capped);
        EXPECT_INT(last->over, a->over);
        EXPECT_INT(before->reported, a->days[a->day_count - 1].reported);
    }
    live_give(&view);
}

/* The rows below a unit are the units right below it, with all below them. */
FACT(rows_below_a_unit_make_up_its_people)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    const Register *r = &view.office->r;
    UnitId root = r->preorder[0];
    Monitor all, below;
    Err err = {0};
    EXPECT(monitor_make(tmp, &view, w->today, &all, &err));
    EXPECT(monitor_below(tmp, &view, root, w->today, &below, &err));
    EXPECT_INT(below.total.people, all.total.people);
    EXPECT_INT(below.total.checked_in, all.total.checked_in);
    EXPECT_INT(below.total.reported, all.total.reported);
    EXPECT_INT(below.total.over, all.total.over);
    int32_t people = 0, over = 0, own = 0;
    for (uint32_t p = 0; p < r->person_count; p++)
        own += r->people[p].unit.index == root.index &&
               person_is_active(r, (PersonId){p}, w->today);
    EXPECT(below.count > 2);
    for (size_t i = 0; i < below.count; i++) {
        const MonitorAgency *a = &below.agencies[i];
        Monitor part;
        if (a->agency.index == root.index) own -= a->people;
        people += a->people;
        over += a->over;
        EXPECT(a->agency.index == root.index ||
               r->units[a->agency.index].parent.index == root.index);
        if (a->agency.index == root.index) continue;
        EXPECT(monitor_below(tmp, &view, a->agency, w->today, &part, &err));
        EXPECT_INT(part.total.people, a->people);
        EXPECT_INT(part.total.scheduled, a->scheduled);
        EXPECT_INT(part.total.checked_in, a->checked_in);
        EXPECT_INT(part.total.reported, a->reported);
    }
    EXPECT_INT(people, below.total.people);
    EXPECT_INT(over, below.total.over);
    EXPECT_INT(own, 0); /* its own row is of whoever works in it alone */
    live_give(&view);
}

/* By name as long as one can read them: by units are those with agencies below,
 * and those with many people that have units below. */
FACT(many_people_are_looked_at_by_their_units)
{
    World *w = world();
    const Register *r = register_of(w);
    size_t by_unit = 0;
    for (uint32_t u = 0; u < r->unit_count; u++) {
        UnitId unit = {u};
        size_t people = 0, agencies = 0, below = 0;
        for (uint32_t p = 0; p < r->person_count; p++)
            people += unit_is_under(r, r->people[p].unit, unit) &&
                      person_is_active(r, (PersonId){p}, w->today);
        for (uint32_t o = 0; o < r->unit_count; o++) {
            if (o == u || !unit_is_under(r, (UnitId){o}, unit)) continue;
            below++;
            agencies += r->units[o].agency;
        }
        bool want = agencies > 0 || (below > 0 && people > MONITOR_BY_NAME);
        by_unit += want;
        EXPECT(monitor_by_unit(r, unit, w->today) == want);
    }
    EXPECT(by_unit > 1 && by_unit < r->unit_count);
}

/* Each once, by the last report of the day. */
FACT(hours_count_everybody_who_reported_once)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    MonitorHours h;
    Err err = {0};
    int32_t people = 0, sum = 0;
    Date day = date_plus(w->today, -1);
    EXPECT(monitor_hours(tmp, &view, day, &h, &err));
    for (uint32_t p = 0; p < register_of(w)->person_count; p++) {
        Thread thread = daybook_person(w->judged.book, (PersonId){p}, day);
        bool reported = false;
        for (uint32_t i = 0; i < thread.count; i++)
            reported |= thread.entries[i].fact->kind == FACT_REPORT;
        people += reported;
    }
    for (int i = 0; i < MONITOR_CLOCK; i++)
        sum += h.by_hour[i];
    EXPECT_INT(h.reports, people);
    EXPECT_INT(sum, people);
    EXPECT(h.late <= h.reports && h.due > 0);
    live_give(&view);
}

FACT(what_needs_a_hand_stands_first)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    Monitor m;
    Err err = {0};
    EXPECT(monitor_make(tmp, &view, live_today(&view), &m, &err));
    for (size_t i = 0; i < m.count; i++)
        EXPECT((m.agencies[i].need != MONITOR_NONE) == (i < m.needing));
    live_give(&view);
}

/* ---- everybody's day ------------------------------------------------------
 */

static void expect_row(const PeopleRow *row, const Verdict *v)
{
    uint32_t breaches = 0, questions = 0;
    Outcome presence = OUTCOME_NONE, report = OUTCOME_NONE;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        breaches += finding_colour(f) == COLOUR_BREACH;
        questions += f->outcome == OUTCOME_QUESTION;
        if (f->duty == DUTY_PRESENT && presence == OUTCOME_NONE)
            presence = f->outcome;
        if (f->duty == DUTY_REPORT && report == OUTCOME_NONE)
            report = f->outcome;
    }
    /* Of a review on a later day nothing is known there. */
    bool reviewed = report == OUTCOME_ACCEPTED || report == OUTCOME_RETURNED;
    EXPECT(row->letter == v->expected && row->where == v->where);
    EXPECT_INT(row->breaches, breaches);
    EXPECT_INT(row->questions, questions);
    EXPECT_INT(row->presence, presence);
    if (!reviewed) EXPECT_INT(row->report, report);
}

/* Asked once more it is the same, without a fact being read. */
static void expect_kept(Arena *tmp, LiveView *view, const PeopleDay *first)
{
    PeopleDay again;
    Err err = {0};
    size_t before = arena_used(tmp);
    EXPECT(people_day(tmp, view, first->day, &again, &err));
    EXPECT(arena_used(tmp) - before <
           2 * first->count * sizeof(PeopleRow) + 100000);
    EXPECT_INT((int64_t)again.count, (int64_t)first->count);
    EXPECT_INT((int64_t)again.outage_count, (int64_t)first->outage_count);
    EXPECT(memcmp(again.rows, first->rows, first->count * sizeof(PeopleRow)) ==
           0);
}

FACT(everybody_s_day_is_that_of_the_judge_of_all_facts)
{
    World *w = world();
    const Judgement *const days[] = {&w->before, &w->day};
    for (size_t d = 0; d < COUNT(days); d++) {
        ROW("%s", d == 0 ? "yesterday" : "today");
        AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
        LiveView view = live_world_view(&w->live);
        PeopleDay day;
        Err err = {0};
        Date date = days[d]->sheet.day;
        if (!EXPECT(people_day(tmp, &view, date, &day, &err)))
            EXPECT_STR(err.text, "");
        EXPECT(day.count > 1000);
        for (size_t i = 0; i < day.count; i++) {
            Verdict verdict;
            verdict_make(&days[d]->view, day.rows[i].person, &verdict);
            expect_row(&day.rows[i], &verdict);
        }
        PersonId last = day.rows[day.count - 1].person;
        EXPECT(people_day_row(&day, last) == &day.rows[day.count - 1]);
        expect_kept(tmp, &view, &day);
        live_give(&view);
    }
}

/* ---- the public --------------------------------------------------------- */

static const UnitLine *line_of(const UnitDay *day, uint32_t counter)
{
    for (size_t i = 0; i < day->count; i++) {
        if (day->lines[i].topic == UNIT_TOPIC_COUNTER &&
            day->lines[i].thing == counter)
            return &day->lines[i];
    }
    return NULL;
}

/* It is evening: what opened is over. */
static CounterState state_by(const UnitLine *line)
{
    if (line == NULL) return COUNTER_DAY_OFF;
    if (line->outcome != UNIT_SHUT) return COUNTER_OVER;
    return line->by.index != NO_INDEX ? COUNTER_CLOSED : COUNTER_SHUT;
}

FACT(counters_are_open_as_the_day_of_their_unit_says)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    PublicCounters all;
    Err err = {0};
    UnitId root = {register_of(w)->preorder[0].index};
    UnitDay day = unit_day_make(tmp, &w->day.view, w->day.law,
                                (UnitAsk){root, true, NO_PERSON});
    EXPECT(public_counters(tmp, &view, &all, &err));
    EXPECT(all.count > 5 && all.open == 0);
    for (size_t i = 0; i < all.count; i++) {
        const PublicCounter *c = &all.counters[i];
        ROW("%.*s", STR_ARG(c->counter->code));
        EXPECT_INT(c->today.state, state_by(line_of(&day, c->index)));
        EXPECT(date_before(w->today, c->next));
        EXPECT(c->notice_given == (c->today.state == COUNTER_CLOSED));
    }
    live_give(&view);
}

FACT(letters_in_force_are_told_with_their_clauses)
{
    World *w = world();
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    LiveView view = live_world_view(&w->live);
    const PublicLetter *letters = NULL;
    size_t count = 0;
    public_letters(tmp, &view, w->today, &letters, &count);
    EXPECT(count > 0);
    for (size_t i = 0; i < count; i++) {
        EXPECT(letters[i].clause_count > 0 &&
               window_has(letters[i].window, w->today));
        EXPECT(public_clause(tmp, &view, letters[i].clauses[0], LANG_ID).len >
               10);
    }
    live_give(&view);
}
