/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bench_day.c - verdicts of a whole government's days.
 *
 *     bench_day OUT.tsv GOVERNMENT FROM TO
 *
 * Everybody checks in and out, those at home report, and every fifth report
 * is reviewed; one in twenty is called.  Timed apart, median of five days:
 * the day's sheet of duties, the book of facts, and the verdicts.
 */
#include "app/make_roster.h"
#include "base/clock.h"
#include "day/verdict.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    Fact *at;
    size_t count, room;
} Facts;

typedef struct {
    double sheet, book, verdicts; /* ns a person-day */
    size_t findings;
} Cost;

static void add(Facts *facts, Fact fact, int minute)
{
    static uint64_t serial;
    fact.at = zone_instant(fact.zone, fact.day, minute);
    fact.sent = fact.received = fact.at;
    fact.id = fact_id_of(fact.at, serial, serial);
    serial++;
    if (facts->count == facts->room) {
        facts->room = facts->room * 2 + 1024;
        facts->at = realloc(facts->at, facts->room * sizeof *facts->at);
        if (facts->at == NULL) abort();
    }
    facts->at[facts->count++] = fact;
}

static Fact blank(FactKind kind, const Register *r, uint32_t p, Date day)
{
    Fact f = fact_blank(kind);
    f.channel = CHANNEL_APP;
    f.zone = ZONE_WITA;
    f.actor = f.person = r->people[p].code;
    f.unit = r->units[r->people[p].unit.index].code;
    f.day = day;
    return f;
}

static void report(Facts *facts, const Register *r, uint32_t p, Date day)
{
    Fact f = blank(FACT_REPORT, r, p, day);
    f.text = STR("menyelesaikan verifikasi berkas");
    add(facts, f, 900 + (int)(p % 60));
    if (p % 5 != 0) return;
    Fact review = blank(FACT_REVIEW, r, p, day);
    review.about = facts->at[facts->count - 1].id;
    review.word = STR("terima");
    add(facts, review, 1000);
}

static void day_of(Facts *facts, const Register *r, uint32_t p, Date day,
                   char cell)
{
    if (cell != PLACED_OFFICE && cell != PLACED_HOME) return;
    Fact in = blank(FACT_CHECK_IN, r, p, day);
    in.word = cell == PLACED_OFFICE ? STR("kantor") : STR("rumah");
    add(facts, in, 430 + (int)(p % 30));
    if (p % 20 == 0) add(facts, blank(FACT_CONTACT, r, p, day), 600);
    if (cell == PLACED_HOME) report(facts, r, p, day);
    add(facts, blank(FACT_CHECK_OUT, r, p, day), 961);
}

static Cost judge_day(const Corpus *corpus, const Plan *plan, uint32_t d)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 24);
    Date day = plan->days[d];
    const Register *r = corpus->r;
    Facts facts = {0};
    Err err = {0};
    DutySheet sheet;
    Cost cost = {0};
    for (uint32_t p = 0; p < r->person_count; p++)
        day_of(&facts, r, p, day, plan_cell(plan, (PersonId){p}, d));

    int64_t begun = clock_monotonic_ns();
    const LawDay *law = law_day(arena, corpus, day);
    if (!duty_sheet_make(arena, law, plan, register_hours(corpus->government),
                         &sheet, &err))
        abort();
    int64_t sheeted = clock_monotonic_ns();
    DayBook *book =
        daybook_make(arena, r, facts.at, facts.count, (Window){day, day}, NULL);
    int64_t booked = clock_monotonic_ns();
    DayView view = {&sheet, book, ZONE_WITA,
                    zone_instant(ZONE_WITA, date_plus(day, 2), 0)};
    Verdict verdict;
    for (uint32_t p = 0; p < r->person_count; p++) {
        verdict_make(&view, (PersonId){p}, &verdict);
        cost.findings += verdict.count;
    }
    int64_t judged = clock_monotonic_ns();
    double people = r->person_count;
    cost.sheet = (double)(sheeted - begun) / people;
    cost.book = (double)(booked - sheeted) / people;
    cost.verdicts = (double)(judged - booked) / people;
    free(facts.at);
    return cost;
}

static int by_verdicts(const void *a, const void *b)
{
    const Cost *x = a;
    const Cost *y = b;
    return x->verdicts < y->verdicts ? -1 : x->verdicts > y->verdicts;
}

static void put_row(FILE *out, const char *name, double value, const char *unit,
                    double goal)
{
    const char *met = goal == 0 ? "-" : value >= goal ? "yes" : "no";
    (void)fprintf(out, "day\t%s\t%.0f\t%s\tgoal\t%.0f\t%.2f\t%.0f\t%s\n", name,
                  value, unit, goal, goal == 0 ? 0 : value / goal, goal, met);
    (void)printf("day     %-44s %10.0f %s %s\n", name, value, unit, met);
}

int main(int argc, char **argv)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 24);
    Office office;
    Err err = {0};
    RosterMade made;
    RosterWish wish = make_roster_wish();
    if (argc != 5 || !office_open(arena, argv[2], &office, &err) ||
        !date_parse(str_of(argv[3]), &wish.window.first, &err) ||
        !date_parse(str_of(argv[4]), &wish.window.last, &err) ||
        !make_roster(&office, &wish, &made, &err) || !made.solved) {
        (void)fprintf(stderr, "bench_day: %d %s\n", argc, err.text);
        return 1;
    }
    enum { DAYS = 5 };
    Cost costs[DAYS];
    for (uint32_t d = 0; d < DAYS; d++)
        costs[d] = judge_day(&made.corpus, &made.demand.plan, d);
    qsort(costs, DAYS, sizeof costs[0], by_verdicts);
    const Cost *c = &costs[DAYS / 2];
    FILE *out = fopen(argv[1], "a");
    if (out == NULL) return 3;
    put_row(out, "verdicts of person-days, one core", 1e9 / c->verdicts,
            "per s", 1e6);
    put_row(out, "verdicts with the book of facts made",
            1e9 / (c->verdicts + c->book), "per s", 0);
    put_row(out, "verdicts with book and duties made",
            1e9 / (c->verdicts + c->book + c->sheet), "per s", 0);
    return fclose(out) == 0 ? 0 : 3;
}
