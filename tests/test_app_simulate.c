/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_app_simulate.c - a made-up day through the real use cases, with our own
 * server down from 07.00 to 08.00: nobody is late or absent because of it.
 */
#include "app/make_roster.h"
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

static void judge_all(Arena *arena, Store *store, Counts *counts,
                      size_t *outages)
{
    Office office;
    Corpus corpus;
    DutySheet sheet;
    DataFacts facts;
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
