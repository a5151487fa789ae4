/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_app_simulate.c - a made-up day through the real use cases, with our own
 * server down from 07.00 to 08.00: nobody is late or absent because of it.
 */
#include "app/make_roster.h"
#include "app/published.h"
#include "app/simulate.h"
#include "day/verdict.h"
#include "harness.h"

#include <stdio.h>

static Date day_of_test(void)
{
    Date day = {0};
    EXPECT(date_of(2020, 8, 5, &day));
    return day;
}

static bool note(void *context, const SimulatedDay *day, Err *err)
{
    (void)err;
    *(SimulatedDay *)context = *day;
    return true;
}

/* Paser, loaded and simulated for one day. */
static bool simulated(Arena *arena, Store *store, SimulatedDay *out)
{
    static const ImaginedOutage down[] = {
        {420, 480}
    };
    LoadFolder from;
    Err err = {0};
    SimulateWish wish = {
        .from = &from,
        .window = {day_of_test(), day_of_test()},
        .seed = 11,
        .outages = down,
        .outage_count = COUNT(down),
    };
    bool good = load_read(arena, "examples/paser", &from, &err) &&
                simulate_days(store, &wish, note, out, &err);
    if (!good) EXPECT_STR(err.text, "");
    return good;
}

typedef struct {
    size_t of[OUTCOME_COUNT]; /* of presence */
    size_t unknown_reports;
    size_t outside, signals; /* check-ins told from elsewhere, and what asks */
} Counts;

static void count(const Verdict *v, Counts *counts)
{
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        if (f->duty == DUTY_PRESENT) counts->of[f->outcome]++;
        counts->unknown_reports +=
            f->duty == DUTY_REPORT && f->outcome == OUTCOME_UNKNOWN;
    }
}

static void count_signals(const DataFacts *facts, Counts *counts)
{
    for (size_t i = 0; i < facts->count; i++) {
        const Fact *fact = &facts->at[i];
        counts->outside += fact->kind == FACT_CHECK_IN && fact->place.len > 0;
        counts->signals += fact->kind == FACT_SIGNAL;
    }
}

static void judge_all(Arena *arena, Store *store, Counts *counts,
                      size_t *outages)
{
    Office office;
    Corpus corpus;
    DutySheet sheet;
    DataFacts facts = {0};
    Err err = {0};
    Date day = day_of_test();
    DataFactsWish wish = {STR("paser"), ZONE_WITA, DATE_NEVER, 0};
    if (!EXPECT(office_open_data(arena, store, STR("paser"), DATE_NEVER,
                                 &office, &err) &&
                office_law(&office, DATE_NEVER, &corpus, &err) &&
                data_facts(arena, store, &wish, &facts, &err) &&
                duty_sheet_make(arena, law_day(arena, &corpus, day), NULL,
                                register_hours(&office.government), &sheet,
                                &err)))
        return;
    DayBook *book = daybook_make(arena, &office.r, facts.at, facts.count,
                                 (Window){day, day}, NULL);
    DayView view = {&sheet, book, ZONE_WITA,
                    zone_instant(ZONE_WITA, date_plus(day, 2), 0)};
    (void)daybook_outages(book, outages);
    count_signals(&facts, counts);
    for (uint32_t p = 0; p < office.r.person_count; p++) {
        Verdict verdict;
        verdict_make(&view, (PersonId){p}, &verdict);
        count(&verdict, counts);
    }
}

FACT(an_outage_of_ours_makes_nobody_late_or_absent)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    AUTO(store_done) Store *store = NULL;
    StoreWish wish = {.folder = file_path(arena, harness_folder(), "data"),
                      .create = true,
                      .write = true};
    SimulatedDay day = {0};
    Counts counts = {0};
    size_t outages = 0;
    Err err = {0};
    if (!EXPECT(store_open(&wish, &store, &err)) ||
        !simulated(arena, store, &day))
        return;
    ROW("the day goes through the use cases");
    EXPECT(day.written > 5000 && day.refused * 1000 < day.written);
    EXPECT(day.lost > 20);
    judge_all(arena, store, &counts, &outages);
    ROW("the hole is known, from heartbeats");
    EXPECT_INT((int64_t)outages, 1);
    ROW("nobody is late or absent, some are unknown");
    EXPECT_INT((int64_t)counts.of[OUTCOME_LATE], 0);
    EXPECT_INT((int64_t)counts.of[OUTCOME_ABSENT], 0);
    EXPECT(counts.of[OUTCOME_UNKNOWN] > 3);
    EXPECT(counts.of[OUTCOME_PRESENT] > 1000);
    EXPECT(counts.of[OUTCOME_UNKNOWN] * 5 < counts.of[OUTCOME_PRESENT]);
    ROW("what is made up asks once: it brings its signals itself");
    EXPECT(counts.outside > 0);
    EXPECT_INT((int64_t)counts.signals, (int64_t)counts.outside);
}

/* ---- a case on a Tuesday, a letter on a Thursday ---------------------------
 */

enum { WEEK_MOST = 7 };

typedef struct {
    SimulatedDay days[WEEK_MOST];
    size_t count;
} Week;

static bool note_day(void *context, const SimulatedDay *day, Err *err)
{
    Week *week = context;
    (void)err;
    week->days[week->count++] = *day;
    return true;
}

static bool simulated_week(Arena *arena, Store *store, const char *first,
                           const char *last, Week *out)
{
    LoadFolder from;
    Err err = {0};
    SimulateWish wish = {.from = &from, .seed = 3};
    bool good = date_parse(str_of(first), &wish.window.first, &err) &&
                date_parse(str_of(last), &wish.window.last, &err) &&
                load_read(arena, "examples/paser", &from, &err) &&
                simulate_days(store, &wish, note_day, out, &err);
    if (!good) EXPECT_STR(err.text, "");
    return good;
}

static char letter_of(const Plan *plan, PersonId person, const char *day)
{
    Date date = {0};
    Err err = {0};
    CHECK(date_parse(str_of(day), &date, &err));
    return plan_cell(plan, person, plan_day(plan, date));
}

/* Somebody of the unit whose day is settled otherwise by its closure. */
static void staff_is_shut(const Office *office, const Plan *plan,
                          const char *unit)
{
    uint32_t shut = 0;
    uint32_t index = map_find(&office->r.unit_codes, str_of(unit));
    for (uint32_t p = 0; p < office->r.person_count; p++) {
        bool of_unit = unit_is_under(&office->r, office->r.people[p].unit,
                                     (UnitId){index});
        if (!of_unit) continue;
        char on = letter_of(plan, (PersonId){p}, "2020-08-05");
        shut += on == PLACED_CLOSED;
        EXPECT(on == PLACED_CLOSED || on == PLACED_LEAVE || on == PLACED_TRIP);
    }
    EXPECT(shut > 3);
}

static Published *the_plan(Arena *arena, Store *store, Office *office)
{
    PublishedList list = {0};
    Err err = {0};
    if (!EXPECT(office_open_data(arena, store, STR("paser"), DATE_NEVER, office,
                                 &err) &&
                published_list(store, office, DATE_NEVER, &list, &err)))
        EXPECT_STR(err.text, "");
    CHECK(list.count == 1);
    return &list.at[0];
}

FACT(a_case_and_a_letter_move_the_plan)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 22);
    AUTO(store_done) Store *store = NULL;
    StoreWish wish = {.folder = file_path(arena, harness_folder(), "week"),
                      .create = true,
                      .write = true};
    Week week = {.count = 0};
    Office office;
    Err err = {0};
    if (!EXPECT(store_open(&wish, &store, &err)) ||
        !simulated_week(arena, store, "2020-08-04", "2020-08-07", &week))
        return;
    const Published *plan = the_plan(arena, store, &office);
    ROW("Tuesday: a unit is shut, and the plan says so at once");
    EXPECT(week.days[0].closed[0] != '\0');
    EXPECT(week.days[0].versions > 0 && week.days[0].moved > 0);
    staff_is_shut(&office, &plan->plan, week.days[0].closed);
    ROW("Thursday: the letter that bears that date is enacted by two");
    EXPECT_STR(week.days[2].enacted, "061.1-1920.edaran");
    EXPECT_STR(week.days[1].enacted, "");
    ROW("from Friday on, the third level is in the office too");
    EXPECT(week.days[2].moved > 100);
    PersonId head = NO_PERSON;
    for (uint32_t p = 0; p < office.r.person_count; p++) {
        if (letter_of(&plan->plan, (PersonId){p}, "2020-08-06") ==
                PLACED_HOME &&
            letter_of(&plan->plan, (PersonId){p}, "2020-08-07") ==
                PLACED_OFFICE)
            head = (PersonId){p};
    }
    EXPECT(head.index != NO_INDEX);
    ROW("no version was lost, none clashed");
    size_t versions = 0, clashes = 0;
    for (size_t i = 0; i < week.count; i++) {
        versions += week.days[i].versions;
        clashes += week.days[i].clashes;
    }
    EXPECT_INT((int64_t)plan->move_count, (int64_t)versions);
    EXPECT_INT((int64_t)clashes, 0);
}

FACT(the_same_seed_gives_the_same_tempers)
{
    size_t seen[TEMPER_COUNT] = {0};
    for (int i = 0; i < 10000; i++) {
        char code[16];
        (void)snprintf(code, sizeof code, "B%05d", i);
        Temper temper = imagine_temper(7, str_of(code));
        EXPECT(temper == imagine_temper(7, str_of(code)));
        seen[temper]++;
    }
    EXPECT(seen[TEMPER_HONEST] > 8000 && seen[TEMPER_HONEST] < 8400);
    EXPECT(seen[TEMPER_FORGING] > 50 && seen[TEMPER_FORGING] < 150);
}
