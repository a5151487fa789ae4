/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"
#include "day/recap_report.h"

/*
 * What follows from days, as docs/day.md, section 8, has it: each clause looks
 * at the verdict of each person's day and counts it, leaves it open, or passes
 * it by.  Whole hundredths are added up; nothing is rounded.
 */

/* ---- which clauses ------------------------------------------------------- */

static bool holds_in(const Corpus *corpus, ClauseId id, Window window)
{
    for (Date day = window.first; !date_before(window.last, day);
         day = date_plus(day, 1)) {
        if (clause_holds(corpus, id, day)) return true;
    }
    return false;
}

static bool too_many(Err *err)
{
    (void)FAIL(err, ERR_LIMIT,
               "more than %d clauses of hours, cuts and sanctions hold in the "
               "days of the recap",
               RECAP_FOLLOWS_MOST);
    return err_id(err,
                  "lebih dari %d ketentuan tentang jam, potongan dan sanksi "
                  "berlaku pada masa rekap itu",
                  RECAP_FOLLOWS_MOST);
}

bool recap_follow_find(Recapping *all, Err *err)
{
    const Corpus *corpus = all->from->corpus;
    uint32_t count = 0;
    all->follows = NEW(all->arena, RecapFollow, RECAP_FOLLOWS_MOST);
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        const Clause *clause = &corpus->clauses[i];
        if (clause->act != ACT_FOLLOW ||
            !holds_in(corpus, (ClauseId){i}, all->from->window))
            continue;
        if (count == RECAP_FOLLOWS_MOST) return too_many(err);
        all->follows[count++] =
            (RecapFollow){{i}, consequence_of(clause->sentence)};
    }
    size_t cells = (size_t)all->r->person_count * count + 1;
    size_t bytes = ((size_t)window_days(all->from->window) + 7) / 8;
    all->follow_count = count;
    all->followed = NEW(all->arena, RecapFollowed, cells);
    all->follow_days = NEW(all->arena, uint8_t, cells * bytes);
    return true;
}

void recap_follow_open(RecapDay *day)
{
    const Recapping *all = day->all;
    day->asks = NEW(day->tmp, LawAsk, (size_t)all->follow_count + 1);
    day->asked = NEW(day->tmp, uint32_t, (size_t)all->follow_count + 1);
    for (uint32_t f = 0; f < all->follow_count; f++) {
        ClauseId by = all->follows[f].by;
        if (!clause_holds(all->from->corpus, by, day->sheet.day)) continue;
        day->asked[day->ask_count] = f;
        day->asks[day->ask_count++] = (LawAsk){by, NULL};
    }
}

/* ---- the report of the day ----------------------------------------------- */

/* By weight: one that is not accepted makes the day one. */
typedef enum { REPORT_NONE, REPORT_TAKEN, REPORT_WAITS, REPORT_NOT } DayReport;

static DayReport by_review(Thread thread, FactId report)
{
    return recap_report_state(thread, report) == RECAP_ACCEPTED_STATE
               ? REPORT_TAKEN
               : REPORT_WAITS;
}

/* A late report may have been accepted all the same: the finding does not
 * say. */
static DayReport of_late(const RecapDay *day, PersonId person, const Finding *f)
{
    const DayBook *book = day->all->from->book;
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        const Fact *fact = daybook_find(book, f->facts[i]);
        if (fact != NULL && fact->kind == FACT_REPORT)
            return by_review(daybook_person(book, person, fact->day), fact->id);
    }
    return REPORT_WAITS;
}

static DayReport of_finding(const RecapDay *day, PersonId person,
                            const Finding *f)
{
    bool must = f->strength == STRENGTH_MUST;
    if (f->duty != DUTY_REPORT) return REPORT_NONE;
    if (f->outcome == OUTCOME_ACCEPTED) return REPORT_TAKEN;
    if (f->outcome == OUTCOME_LATE) return of_late(day, person, f);
    if (f->outcome == OUTCOME_MISSING || f->outcome == OUTCOME_RETURNED)
        return must ? REPORT_NOT : REPORT_NONE;
    bool open = f->outcome == OUTCOME_IN || f->outcome == OUTCOME_PENDING ||
                f->outcome == OUTCOME_UNKNOWN || f->outcome == OUTCOME_GONE;
    return open ? REPORT_WAITS : REPORT_NONE;
}

static DayReport owed_report(const RecapDay *day, const Verdict *v)
{
    DayReport worst = REPORT_NONE;
    for (uint32_t i = 0; i < v->count; i++) {
        DayReport one = of_finding(day, v->person, &v->findings[i]);
        if (one > worst) worst = one;
    }
    return worst;
}

/* One that nobody asked for on that day: the last. */
static DayReport given_report(const RecapDay *day, PersonId person)
{
    Thread thread =
        daybook_person(day->all->from->book, person, day->sheet.day);
    DayReport last = REPORT_NONE;
    for (uint32_t i = 0; i < thread.count; i++) {
        const Entry *e = &thread.entries[i];
        if (e->fact->kind == FACT_REPORT && !e->struck)
            last = by_review(thread, e->fact->id);
    }
    return last;
}

/* ---- hours and cuts ------------------------------------------------------ */

typedef enum { PASSES, COUNTS, STAYS_OPEN } DayCounts;

static bool is_over(const RecapDay *day)
{
    const RecapFrom *from = day->all->from;
    Date next = date_plus(day->sheet.day, 1);
    return from->now.us >= zone_instant(from->zone, next, 0).us;
}

static DayCounts condition_of(const RecapDay *day, const ConsequenceRule *rule,
                              PersonId person, DayReport owed)
{
    DayReport report = owed;
    if (rule->when == IF_ALWAYS) return is_over(day) ? COUNTS : STAYS_OPEN;
    if (owed == REPORT_NONE && rule->when == IF_ACCEPTED)
        report = given_report(day, person);
    if (report == REPORT_WAITS) return STAYS_OPEN;
    DayReport wanted = rule->when == IF_ACCEPTED ? REPORT_TAKEN : REPORT_NOT;
    return report == wanted ? COUNTS : PASSES;
}

static DayCounts judged_by(const RecapDay *day, const RecapFollow *follow,
                           const Verdict *v, DayReport owed)
{
    const ConsequenceRule *rule = &follow->rule;
    Duty there = {.placed = rule->place};
    if (rule->what == FOLLOWS_HOURS &&
        (!day->sheet.expected[v->person.index].works ||
         v->expected == PLACED_LEAVE || !duty_owed(&there, v->expected, false)))
        return PASSES;
    return condition_of(day, rule, v->person, owed);
}

static void mark_day(RecapDay *day, PersonId person, uint32_t f)
{
    const Recapping *all = day->all;
    Window window = all->from->window;
    size_t bytes = ((size_t)window_days(window) + 7) / 8;
    size_t cell = (size_t)person.index * all->follow_count + f;
    size_t at = (size_t)(day->sheet.day.days - window.first.days);
    all->follow_days[cell * bytes + at / 8] |= (uint8_t)(1U << (at % 8));
}

static RecapFollowed *cell_of(const RecapDay *day, PersonId person, uint32_t f)
{
    const Recapping *all = day->all;
    return &all->followed[(size_t)person.index * all->follow_count + f];
}

static void count_one(RecapDay *day, PersonId person, uint32_t f)
{
    RecapFollowed *cell = cell_of(day, person, f);
    cell->count++;
    cell->sum += day->all->follows[f].rule.hundredths;
    mark_day(day, person, f);
}

/* Of two clauses that credit the same day, the later letter's; in a letter the
 * one that stands behind. */
static bool is_later(const RecapDay *day, uint32_t f, uint32_t than)
{
    const Corpus *c = day->all->from->corpus;
    const RecapFollow *follows = day->all->follows;
    Date a = c->letters[corpus_clause(c, follows[f].by)->letter].known;
    Date b = c->letters[corpus_clause(c, follows[than].by)->letter].known;
    return date_is(a, b) ? f > than : date_before(b, a);
}

/* A day is credited once. */
static void count_hours(RecapDay *day, const Verdict *v, DayReport owed,
                        uint64_t means)
{
    uint32_t best = NO_INDEX;
    uint32_t open = NO_INDEX;
    for (uint32_t i = 0; i < day->ask_count; i++) {
        uint32_t f = day->asked[i];
        const RecapFollow *follow = &day->all->follows[f];
        if ((means >> i & 1) == 0 || follow->rule.what != FOLLOWS_HOURS)
            continue;
        DayCounts so = judged_by(day, follow, v, owed);
        if (so == COUNTS && (best == NO_INDEX || is_later(day, f, best)))
            best = f;
        if (so == STAYS_OPEN && (open == NO_INDEX || is_later(day, f, open)))
            open = f;
    }
    if (best != NO_INDEX)
        count_one(day, v->person, best);
    else if (open != NO_INDEX)
        cell_of(day, v->person, open)->open++;
}

static void count_cuts(RecapDay *day, const Verdict *v, DayReport owed,
                       uint64_t means)
{
    for (uint32_t i = 0; i < day->ask_count; i++) {
        uint32_t f = day->asked[i];
        const RecapFollow *follow = &day->all->follows[f];
        if ((means >> i & 1) == 0 || follow->rule.what != FOLLOWS_CUT) continue;
        DayCounts so = judged_by(day, follow, v, owed);
        if (so == COUNTS) count_one(day, v->person, f);
        if (so == STAYS_OPEN) cell_of(day, v->person, f)->open++;
    }
}

/* ---- ladders ------------------------------------------------------------- */

static bool is_target(const Clause *ladder, ClauseId by)
{
    for (uint32_t i = 0; i < ladder->target_count; i++) {
        if (ladder->targets[i].index == by.index) return true;
    }
    return false;
}

/* Breaches are musts and prohibitions: what is advised has none. */
static int32_t breaches_of(const Clause *ladder, const Verdict *v)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        count += f->by.index != NO_INDEX &&
                 finding_colour(f) == COLOUR_BREACH && is_target(ladder, f->by);
    }
    return count;
}

static bool was_down(const Verdict *v)
{
    for (uint32_t i = 0; i < v->count; i++) {
        if (v->findings[i].outcome == OUTCOME_UNKNOWN) return true;
    }
    return false;
}

/* On a day of which our outage hides something, nobody climbs. */
static void climb(RecapDay *day, const Verdict *v, uint32_t f)
{
    const RecapFollow *follow = &day->all->follows[f];
    RecapFollowed *cell = cell_of(day, v->person, f);
    int32_t count =
        breaches_of(corpus_clause(day->all->from->corpus, follow->by), v);
    if (count == 0) return;
    if (was_down(v)) {
        cell->open++;
        return;
    }
    cell->count += count;
    cell->sum =
        cell->count < follow->rule.steps ? cell->count : follow->rule.steps;
    mark_day(day, v->person, f);
}

static void count_steps(RecapDay *day, const Verdict *v, uint64_t means)
{
    for (uint32_t i = 0; i < day->ask_count; i++) {
        uint32_t f = day->asked[i];
        if ((means >> i & 1) != 0 &&
            day->all->follows[f].rule.what == FOLLOWS_STEP)
            climb(day, v, f);
    }
}

void recap_follow_count(RecapDay *day, const Verdict *v)
{
    if (day->ask_count == 0) return;
    uint64_t means =
        law_means_bits(day->law, day->asks, day->ask_count, v->person);
    DayReport owed = owed_report(day, v);
    if (means == 0) return;
    count_hours(day, v, owed, means);
    count_cuts(day, v, owed, means);
    count_steps(day, v, means);
}

/* ---- asked for ----------------------------------------------------------- */

const RecapFollowed *recap_followed(const Recap *recap, PersonId person,
                                    uint32_t follow)
{
    CHECK(follow < recap->follow_count);
    return &recap
                ->followed[(size_t)person.index * recap->follow_count + follow];
}

bool recap_follow_counts(const Recap *recap, PersonId person, uint32_t follow,
                         Date day)
{
    size_t bytes = ((size_t)window_days(recap->window) + 7) / 8;
    size_t cell = (size_t)person.index * recap->follow_count + follow;
    if (recap->follow_days == NULL || !window_has(recap->window, day))
        return false;
    size_t at = (size_t)(day.days - recap->window.first.days);
    return (recap->follow_days[cell * bytes + at / 8] >> (at % 8) & 1) != 0;
}

RecapFollowed recap_follow_sum(const Recap *recap, PersonId person,
                               Follows what)
{
    RecapFollowed sum = {0};
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        const RecapFollowed *one = recap_followed(recap, person, f);
        if (recap->follows[f].rule.what != what) continue;
        sum.count += one->count;
        sum.sum += one->sum;
        sum.open += one->open;
    }
    return sum;
}

bool recap_follow_has(const Recap *recap, Follows what)
{
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        if (recap->follows[f].rule.what == what) return true;
    }
    return false;
}
