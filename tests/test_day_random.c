/* SPDX-License-Identifier: Apache-2.0 */
/*
 * test_day_random.c - random person-days, judged by src/day/ and by the naive
 * evaluator: the same verdicts, and every outcome of docs/day.md comes up.
 */
#include "chance_day.h"
#include "harness.h"
#include "naive_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PERSON_DAYS = 10000, A_DATE = 40, SHOWN_MOST = 3, SEEN_LEAST = 3 };

/* ---- both sides ------------------------------------------------------------
 */

typedef struct {
    const NaiveLaw *law;
    ChanceDate date;
    DutySheet sheet;
    bool sound;
} Day;

static Day day_of(Arena *arena, Rand *rand, const ChanceLand *land,
                  const NaiveLaw *law)
{
    Err err = {0};
    Day day = {.law = law, .date = chance_date(arena, rand, land)};
    day.sound = duty_sheet_make(arena, day.date.law, day.date.plan,
                                day.date.hours, &day.sheet, &err);
    if (!day.sound) EXPECT_STR(err.text, "");
    return day;
}

/* What was received by `now`: nobody knows more. */
static ChanceDay received_by(Arena *arena, const ChanceDay *told)
{
    ChanceDay out = *told;
    out.facts = NEW(arena, Fact, told->count + 1);
    out.count = 0;
    for (size_t i = 0; i < told->count; i++) {
        if (told->facts[i].received.us <= told->now.us ||
            told->facts[i].kind == FACT_ERASE)
            out.facts[out.count++] = told->facts[i];
    }
    return out;
}

static void judge(Arena *arena, const Day *day, const ChanceDay *told,
                  Verdict *out)
{
    Date d = day->date.date;
    Window window = {date_plus(d, -75), date_plus(d, 40)};
    ChanceDay known = received_by(arena, told);
    DayBook *book = daybook_make(arena, day->date.land->corpus.r, known.facts,
                                 known.count, window, NULL);
    DayView view = {&day->sheet, book, day->date.land->zone, told->now};
    verdict_make(&view, told->person, out);
}

static void judge_naively(Arena *arena, const Day *day, const ChanceDay *told,
                          Verdict *out)
{
    NaiveView view = {
        .law = day->law,
        .day = day->date.law,
        .plan = day->date.plan,
        .hours = day->date.hours,
        .zone = day->date.land->zone,
        .now = told->now,
        .facts = told->facts,
        .count = told->count,
    };
    naive_verdict(arena, &view, told->person, out);
}

/* ---- the same? --------------------------------------------------------------
 */

static bool finding_is(const Finding *a, const Finding *b)
{
    bool same = a->duty == b->duty && a->outcome == b->outcome &&
                a->strength == b->strength && a->by.index == b->by.index &&
                a->minutes == b->minutes;
    for (size_t i = 0; i < FINDING_FACTS; i++) {
        same = same && fact_id_is(a->facts[i], b->facts[i]);
    }
    return same;
}

static bool verdict_is(const Verdict *a, const Verdict *b)
{
    bool same = a->person.index == b->person.index && date_is(a->day, b->day) &&
                a->planned == b->planned && a->expected == b->expected &&
                a->where == b->where && a->more == b->more &&
                a->count == b->count;
    for (uint32_t i = 0; same && i < a->count; i++) {
        same = finding_is(&a->findings[i], &b->findings[i]);
    }
    return same;
}

static Str bytes_of(Arena *arena, const Verdict *verdict, const Corpus *corpus)
{
    Buf out = buf_in(arena);
    verdict_write(verdict, corpus, &out);
    return buf_str(&out);
}

static bool agree(Arena *arena, const Day *day, const ChanceDay *told,
                  Verdict *made)
{
    const Corpus *corpus = &day->date.land->corpus;
    Verdict *naive = NEW(arena, Verdict, 1);
    judge(arena, day, told, made);
    judge_naively(arena, day, told, naive);
    return verdict_is(made, naive) && str_is(bytes_of(arena, made, corpus),
                                             bytes_of(arena, naive, corpus));
}

/* ---- a disagreement, with as few facts as it takes
 * --------------------------- */

static bool parts_without(const Day *day, const ChanceDay *told, size_t fact)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Verdict *made = NEW(tmp, Verdict, 1);
    ChanceDay less = *told;
    less.facts = NEW(tmp, Fact, told->count);
    less.count = 0;
    for (size_t i = 0; i < told->count; i++) {
        if (i != fact) less.facts[less.count++] = told->facts[i];
    }
    return !agree(tmp, day, &less, made);
}

static void drop(ChanceDay *told, size_t fact)
{
    told->count--;
    memmove(&told->facts[fact], &told->facts[fact + 1],
            (told->count - fact) * sizeof(Fact));
}

static void shrink(const Day *day, ChanceDay *told)
{
    bool dropped = true;
    while (dropped) {
        dropped = false;
        for (size_t i = told->count; i > 0; i--) {
            if (!parts_without(day, told, i - 1)) continue;
            drop(told, i - 1);
            dropped = true;
        }
    }
}

static void print_case(Arena *arena, const Day *day, ChanceDay *told)
{
    char date[DATE_TEXT];
    Verdict *made = NEW(arena, Verdict, 2);
    const Corpus *corpus = &day->date.land->corpus;
    Buf out = buf_in(arena);
    shrink(day, told);
    judge(arena, day, told, &made[0]);
    judge_naively(arena, day, told, &made[1]);
    Instant now = told->now;
    buf_format(&out, "==== %s, %s\n%s\nnow: %s, minute %d, %lld us\n",
               day->date.land->name, date_iso(day->date.date, date),
               day->date.land->letters,
               date_iso(zone_day(day->date.land->zone, now), date),
               zone_minute(day->date.land->zone, now), (long long)now.us);
    for (size_t i = 0; i < told->count; i++) {
        buf_format(&out, "--\n");
        fact_write(&told->facts[i], &out);
    }
    buf_format(&out, "---- src/day\n");
    verdict_write(&made[0], corpus, &out);
    buf_format(&out, "---- naive\n");
    verdict_write(&made[1], corpus, &out);
    (void)printf("%.*s", STR_ARG(buf_str(&out)));
}

/* ---- colours: only a must breaches -------------------------------------- */

static Colour colour_of(const Finding *f)
{
    static const Colour colours[OUTCOME_COUNT][2] = {
#define X(name, word, english, must, else_) \
    [OUTCOME_##name] = {COLOUR_##must, COLOUR_##else_},
        OUTCOMES(X)
#undef X
    };
    bool must =
        f->strength == STRENGTH_MUST || f->strength == STRENGTH_MUST_NOT;
    return colours[f->outcome][must ? 0 : 1];
}

/* ---- many days -------------------------------------------------------------
 */

typedef struct {
    uint64_t judged, parted;
    uint64_t full; /* more findings than fit */
    uint64_t breaches, miscoloured;
    uint64_t seen[DUTY_COUNT][OUTCOME_COUNT];
} Sums;

static void count(Sums *sums, const Verdict *v)
{
    sums->full += v->more;
    for (uint32_t i = 0; i < v->count; i++) {
        const Finding *f = &v->findings[i];
        sums->seen[f->duty][f->outcome]++;
        sums->breaches += finding_colour(f) == COLOUR_BREACH;
        sums->miscoloured += finding_colour(f) != colour_of(f);
    }
}

static bool are_sound(const ChanceDay *told)
{
    for (size_t i = 0; i < told->count; i++) {
        Err err = {0};
        if (fact_check(&told->facts[i], &err)) continue;
        EXPECT_STR(err.text, "");
        return false;
    }
    return true;
}

static void judge_one(Rand *rand, const Day *day, Sums *sums)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Verdict *made = NEW(arena, Verdict, 1);
    ChanceDay told = chance_day(arena, rand, &day->date);
    bool same = are_sound(&told) && agree(arena, day, &told, made);
    sums->judged++;
    sums->parted += !same;
    if (!same && sums->parted <= SHOWN_MOST) print_case(arena, day, &told);
    count(sums, made);
}

static void judge_dates(Arena *arena, Rand *rand, const ChanceLand *land,
                        int person_days, Sums *sums)
{
    NaiveLaw law = naive_law(arena, &land->corpus);
    for (int done = 0; done < person_days; done += A_DATE) {
        AUTO(arena_done) Arena *tmp = arena_open(1 << 18);
        Day day = day_of(tmp, rand, land, &law);
        for (int i = 0; day.sound && i < A_DATE; i++) {
            judge_one(rand, &day, sums);
        }
    }
}

static void judge_lands(Sums *sums)
{
    Rand rand = rand_seeded(20200803);
    for (uint32_t i = 0; i < CHANCE_SMALL + CHANCE_LARGE; i++) {
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        bool small = i < CHANCE_SMALL;
        ChanceLand land = small ? chance_small(arena, i)
                                : chance_large(arena, i - CHANCE_SMALL);
        int share = small ? PERSON_DAYS * 88 / 100 / CHANCE_SMALL
                          : PERSON_DAYS * 12 / 100 / CHANCE_LARGE;
        if (EXPECT(land.sound))
            judge_dates(arena, &rand, &land, harness_trials(share), sums);
    }
}

/* ---- what comes up
 * ------------------------------------------------------------ */

#define CAN(duty, outcome)             \
    {                                  \
        DUTY_##duty, OUTCOME_##outcome \
    }

static const struct {
    DutyKind duty;
    Outcome outcome;
} possible[] = {
    CAN(PRESENT, PRESENT),
    CAN(PRESENT, LATE),
    CAN(PRESENT, ELSEWHERE),
    CAN(PRESENT, WITH_LEAVE),
    CAN(PRESENT, NO_SIGN),
    CAN(PRESENT, ABSENT),
    CAN(PRESENT, UNKNOWN),
    CAN(PRESENT, PENDING),
    CAN(PRESENT, DEVIATION),
    CAN(PRESENT, OTHER_CHANNEL),
    CAN(CHECKS, KEPT),
    CAN(CHECKS, NONE),
    CAN(CHECKS, PENDING),
    CAN(CHECKS, UNKNOWN),
    CAN(CHECKS, GONE),
    CAN(REPORT, IN),
    CAN(REPORT, LATE),
    CAN(REPORT, MISSING),
    CAN(REPORT, RETURNED),
    CAN(REPORT, ACCEPTED),
    CAN(REPORT, PENDING),
    CAN(REPORT, UNKNOWN),
    CAN(REPORT, OTHER_CHANNEL),
    CAN(REVIEW, REVIEWED),
    CAN(REVIEW, PENDING),
    CAN(REVIEW, NOT_REVIEWED),
    CAN(REACH, ANSWERED),
    CAN(REACH, ANSWERED_LATE),
    CAN(REACH, PENDING),
    CAN(REACH, UNREACHABLE),
    CAN(REACH, UNKNOWN),
    CAN(RECALL, OBEYED),
    CAN(RECALL, OBEYED_LATE),
    CAN(RECALL, NOT_OBEYED),
    CAN(RECALL, PENDING),
    CAN(RECALL, UNKNOWN),
    CAN(STAY, ALLOWED),
    CAN(STAY, REFUSED),
    CAN(STAY, PENDING),
    CAN(STAY, WITH_LEAVE),
    CAN(STAY, OUTSIDE),
    CAN(STAY, NOT_BACK),
    CAN(TRAVEL, WITH_LEAVE),
    CAN(TRAVEL, OUTSIDE),
    CAN(TRAVEL, PENDING),
    CAN(TRAVEL, REFUSED),
    CAN(FOLLOW, READ),
    CAN(FOLLOW, UNREAD),
    CAN(COORDINATE, KEPT),
    CAN(COORDINATE, PENDING),
    CAN(COORDINATE, NONE),
    CAN(TASKS, DONE),
    CAN(TASKS, IN_PART),
    CAN(TASKS, OPEN),
    CAN(TARGET, REACHED),
    CAN(TARGET, UNDER_WAY),
    CAN(OBJECTION, OBJECTED),
    CAN(OBJECTION, OBJECTION_ANSWERED),
    CAN(SIGNAL, QUESTION),
    CAN(PRESENT, GONE),
    CAN(REPORT, GONE),
    CAN(REVIEW, GONE),
    CAN(REACH, GONE),
    CAN(RECALL, GONE),
    CAN(STAY, GONE),
    CAN(TRAVEL, GONE),
    CAN(FOLLOW, GONE),
    CAN(COORDINATE, GONE),
    CAN(TASKS, GONE),
    CAN(TARGET, GONE),
    CAN(LEAVE, ALLOWED),
    CAN(LEAVE, QUESTION),
};

static bool can_come(DutyKind duty, Outcome outcome)
{
    for (size_t i = 0; i < COUNT(possible); i++) {
        if (possible[i].duty == duty && possible[i].outcome == outcome)
            return true;
    }
    return false;
}

static void expect_each(const Sums *sums)
{
    for (int d = 0; d < DUTY_COUNT; d++) {
        for (int o = 0; o < OUTCOME_COUNT; o++) {
            uint64_t seen = sums->seen[d][o];
            Str duty = duty_word((DutyKind)d, LANG_EN);
            Str outcome = outcome_word((Outcome)o, LANG_EN);
            bool can = can_come((DutyKind)d, (Outcome)o);
            if (can || seen > 0)
                ROW("%.*s, %.*s: %llu", STR_ARG(duty), STR_ARG(outcome),
                    (unsigned long long)seen);
            if (can)
                EXPECT(seen >= SEEN_LEAST);
            else
                EXPECT_INT((int64_t)seen, 0);
        }
    }
}

FACT(two_evaluators_judge_random_days_alike_and_see_every_outcome)
{
    Sums sums = {0};
    ROW("random days");
    judge_lands(&sums);
    (void)printf("%llu person-days judged alike, %llu not\n",
                 (unsigned long long)(sums.judged - sums.parted),
                 (unsigned long long)sums.parted);
    EXPECT_INT((int64_t)sums.parted, 0);
    EXPECT(sums.judged >= (uint64_t)harness_trials(PERSON_DAYS));
    EXPECT(sums.full >= SEEN_LEAST);
    EXPECT(sums.breaches >= SEEN_LEAST);
    EXPECT_INT((int64_t)sums.miscoloured, 0);
    expect_each(&sums);
}
