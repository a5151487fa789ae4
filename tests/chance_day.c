/* SPDX-License-Identifier: Apache-2.0 */
#include "chance_day_facts.h"

enum { DAY = 1440 };

/* ---- a date ----------------------------------------------------------------
 */

static bool is_edge(Date day)
{
    Civil now = date_civil(day), next = date_civil(date_plus(day, 4));
    return date_weekday(day) == FRIDAY || now.month != next.month;
}

/* Fridays and ends of months more often than others. */
static Date date_in(Rand *rand, Window period)
{
    uint32_t days = (uint32_t)window_days(period);
    Date picked = date_plus(period.first, (int32_t)rand_below(rand, days));
    for (int i = 0; i < 2 && !is_edge(picked); i++)
        picked = date_plus(period.first, (int32_t)rand_below(rand, days));
    return picked;
}

/* What the law fixes is at times otherwise in the plan: the law came later. */
static char cell_in(Rand *rand, const LawDay *law, PersonId person)
{
    char letter = law_person(law, person).letter;
    if (letter == PLACED_OPEN || rand_chance(rand, 50))
        return rand_chance(rand, 500) ? PLACED_OFFICE : PLACED_HOME;
    return letter;
}

/* At times a cell was written anew when its day had begun. */
static void begin_otherwise(Arena *arena, Rand *rand, Plan *plan)
{
    PlanBegan *began = NEW(arena, PlanBegan, plan->person_count + 1);
    plan->began = began;
    for (uint32_t p = 0; p < plan->person_count; p++) {
        uint32_t day = rand_below(rand, plan->day_count);
        if (!rand_chance(rand, 100)) continue;
        began[plan->began_count++] = (PlanBegan){
            {p}, day, rand_chance(rand, 700) ? PLACED_OFFICE : PLACED_HOME};
    }
}

/* Of the day and up to six before it. */
static const Plan *plan_in(Arena *arena, Rand *rand, const ChanceDate *date)
{
    uint32_t people = date->land->corpus.r->person_count;
    uint32_t count = 1 + rand_below(rand, 7);
    Date *days = NEW(arena, Date, count);
    char *cells = NEW(arena, char, (size_t)people *count);
    Plan *plan = NEW(arena, Plan, 1);
    if (rand_chance(rand, 60)) return NULL;
    Date last = rand_chance(rand, 950) ? date->date : date_plus(date->date, 1);
    for (uint32_t d = 0; d < count; d++)
        days[d] = date_plus(last, (int32_t)d - (int32_t)count + 1);
    for (size_t at = 0; at < (size_t)people * count; at++) {
        PersonId person = {(uint32_t)(at / count)};
        cells[at] = cell_in(rand, date->law, person);
    }
    *plan = (Plan){
        .window = {days[0], last},
        .days = days,
        .day_count = count,
        .person_count = people,
        .cells = cells
    };
    begin_otherwise(arena, rand, plan);
    return plan;
}

static DayHours hours_in(Rand *rand, const ChanceLand *land)
{
    static const DayHours others[] = {
        {480, 900, 690, 960,  30},
        {465, 945, 945, 1410, 5 },
    };
    if (rand_chance(rand, 700)) return land->hours;
    return others[rand_below(rand, COUNT(others))];
}

ChanceDate chance_date(Arena *arena, Rand *rand, const ChanceLand *land)
{
    ChanceDate date = {.land = land};
    date.date = date_in(rand, land->period);
    date.hours = hours_in(rand, land);
    date.law = law_day(arena, &land->corpus, date.date);
    date.plan = plan_in(arena, rand, &date);
    return date;
}

/* ---- a person-day
 * ------------------------------------------------------------ */

static Instant now_in(Making *m)
{
    int minute = making_half(m) ? making_minute(m) : making_pick(m, 0, 3 * DAY);
    if (rand_chance(m->rand, 400)) minute = 9 * DAY;
    if (rand_chance(m->rand, 150)) minute = making_half(m) ? DAY : 2 * DAY;
    Instant now = zone_instant(m->zone, m->date->date, minute);
    if (rand_chance(m->rand, 300)) now.us += making_pick(m, -1, 1);
    return now;
}

static Making making_of(Arena *arena, Rand *rand, const ChanceDate *date,
                        PersonId person)
{
    const Register *r = date->land->corpus.r;
    static const uint32_t often[] = {150, 400, 650, 900};
    PersonId superior = person_superior(r, person, date->date);
    uint32_t other = rand_below(rand, r->person_count);
    if (other == person.index) other = (other + 1) % r->person_count;
    return (Making){
        .arena = arena,
        .rand = rand,
        .date = date,
        .r = r,
        .zone = date->land->zone,
        .code = r->people[person.index].code,
        .unit = r->units[r->people[person.index].unit.index].code,
        .superior = superior.index == NO_INDEX ? STR("sistem")
                                               : r->people[superior.index].code,
        .other = r->people[other].code,
        .often = often[rand_below(rand, COUNT(often))],
    };
}

ChanceDay chance_day(Arena *arena, Rand *rand, const ChanceDate *date)
{
    uint32_t people = date->land->corpus.r->person_count;
    PersonId person = {rand_below(rand, people)};
    Making m = making_of(arena, rand, date, person);
    making_work(&m);
    making_others(&m);
    if (rand_chance(rand, 300)) making_noise(&m);
    return (ChanceDay){.date = date,
                       .person = person,
                       .now = now_in(&m),
                       .facts = m.facts.at,
                       .count = m.facts.count};
}

/* ---- told otherwise
 * ------------------------------------------------------------ */

/* Only what stands is retold: a later copy of a fact says nothing. */
static bool stands(const ChanceDay *day, const Fact *f)
{
    for (size_t i = 0; i < day->count; i++) {
        if (fact_id_is(day->facts[i].id, f->id) &&
            day->facts[i].received.us < f->received.us)
            return false;
    }
    return true;
}

static void shuffle(Rand *rand, Fact *facts, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t j = rand_below(rand, (uint32_t)i);
        Fact kept = facts[i - 1];
        facts[i - 1] = facts[j];
        facts[j] = kept;
    }
}

ChanceDay chance_retold(Arena *arena, Rand *rand, const ChanceDay *day)
{
    ChanceDay out = *day;
    out.facts = NEW(arena, Fact, 2 * day->count + 1);
    out.count = 0;
    for (size_t i = 0; i < day->count; i++) {
        Fact f = day->facts[i];
        if (!stands(day, &f)) continue;
        if (f.kind != FACT_OUTAGE) making_clock(rand, &f, fact_when(&f));
        out.facts[out.count++] = f;
        f.sent.us += f.sent.us == 0 ? 0 : 1000000;
        f.received.us += 1000000;
        out.facts[out.count++] = f;
    }
    shuffle(rand, out.facts, out.count);
    return out;
}

ChanceDay chance_crowded(Arena *arena, Rand *rand, const ChanceDay *day)
{
    Making m = making_of(arena, rand, day->date, day->person);
    for (size_t i = 0; i < day->count; i++) {
        VEC_PUSH(arena, &m.facts, day->facts[i]);
    }
    for (int i = 0; i < 4; i++) {
        making_noise(&m);
    }
    ChanceDay out = *day;
    out.facts = m.facts.at;
    out.count = m.facts.count;
    return out;
}
