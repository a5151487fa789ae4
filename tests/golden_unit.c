/* SPDX-License-Identifier: Apache-2.0 */
#include "golden.h"

/*
 * Rows about units: seats under a cap, turns, counters, and plans compared.
 */

typedef struct {
    const GoldenRow *row;
    Office *office;
    RosterMade *made;
    GoldenWhen when;
    Str cite; /* of the cap */
    ClauseId cap;
} Counting;

static bool open_counting(GoldenWorld *world, const GoldenRow *row,
                          Counting *out)
{
    Str said = {"", 0};
    *out = (Counting){.row = row,
                      .office = golden_office(world),
                      .when = golden_when(row->when)};
    out->made = golden_roster(world, out->when.known, &said);
    if (out->made == NULL) {
        golden_fail(row, "no plan: %.*s", STR_ARG(said));
        return false;
    }
    out->cap = golden_cite(out->office->arena, row, row->why, &out->cite)
                   ? corpus_find(&out->made->corpus, out->cite)
                   : NO_CLAUSE;
    if (out->cap.index == NO_INDEX)
        golden_fail(row, "sebab names no rule that is there");
    return out->cap.index != NO_INDEX;
}

/* ---- seats
 * ------------------------------------------------------------------- */

/* Words of the column hasil, and what they are of a cap's day. */
static int64_t figure(const CapDay *day, Str *text)
{
    if (golden_take(text, "dasar")) return day->base;
    if (golden_take(text, "batas")) return day->stated;
    if (golden_take(text, "wajib")) return day->forced;
    if (golden_take(text, "dipanggil")) return day->called;
    if (golden_take(text, "masuk")) return day->in;
    if (golden_take(text, "lebih loket")) return day->need;
    if (golden_take(text, "lebih"))
        return day->in > day->stated ? day->in - day->stated : 0;
    return -1;
}

static bool figure_holds(const CapDay *day, Str text, int64_t *got)
{
    *got = figure(day, &text);
    bool most = golden_take(&text, "paling banyak");
    int64_t want = golden_number(text);
    return *got >= 0 && want >= 0 && (most ? *got <= want : *got == want);
}

static void check_figures(const Counting *c, const CapDay *day, Date date)
{
    Str rest = c->row->result;
    Str piece = {"", 0};
    char text[DATE_TEXT];
    while (str_next(&rest, ',', &piece)) {
        int64_t got = -1;
        piece = str_trim(piece);
        if (figure_holds(day, piece, &got)) continue;
        golden_fail(c->row, "%s: %.*s, but it is %lld", date_iso(date, text),
                    STR_ARG(piece), (long long)got);
    }
}

static const CapLine *cap_line(const Counting *c, UnitId unit)
{
    const Demand *d = &c->made->demand;
    uint32_t line =
        d->cap_at[(size_t)c->cap.index * c->office->r.unit_count + unit.index];
    return line == NO_INDEX ? NULL : &d->caps[line];
}

static void check_unit(const Counting *c, UnitId unit)
{
    const CapLine *line = cap_line(c, unit);
    const Plan *plan = &c->made->demand.plan;
    uint32_t asked = 0;
    for (uint32_t d = 0; line != NULL && d < plan->day_count; d++) {
        if (!window_has(c->when.window, plan->days[d]) || !line->days[d].works)
            continue;
        check_figures(c, &line->days[d], plan->days[d]);
        asked++;
    }
    if (asked == 0) golden_fail(c->row, "no cap is counted there then");
}

/* ---- seats of every unit, counted again
 * ----------------------------------------- */

static bool counts_here(const Counting *c, PersonId person, UnitId unit)
{
    const Register *r = &c->office->r;
    UnitId own = r->people[person.index].unit;
    const UnitId *of =
        corpus_clause(&c->made->corpus, c->cap)->level == LEVEL_AGENCY
            ? r->agency_of
            : r->work_unit_of;
    return of[own.index].index == unit.index;
}

typedef struct {
    int64_t people, in;
} Own;

/* People and office cells of the unit, field staff (never K by turn) too. */
static Own count_own(const Counting *c, UnitId unit, uint32_t day)
{
    const Register *r = &c->office->r;
    const Plan *plan = &c->made->demand.plan;
    Own own = {0, 0};
    for (uint32_t p = 0; p < r->person_count; p++) {
        PersonId person = {p};
        if (!counts_here(c, person, unit) ||
            !person_is_active(r, person, plan->days[day]))
            continue;
        own.people++;
        own.in += plan_cell(plan, person, day) == PLACED_OFFICE;
    }
    return own;
}

static void check_share(const Counting *c, const CapLine *line, uint32_t day,
                        int64_t percent)
{
    const CapDay *got = &line->days[day];
    Own own = count_own(c, line->unit, day);
    int64_t seats = own.people * percent / 100;
    int64_t most =
        (seats > got->forced ? seats : got->forced) + got->need + got->called;
    char text[DATE_TEXT];
    Str unit = c->office->r.units[line->unit.index].code;
    if (got->base == own.people && got->stated == seats && own.in <= most &&
        got->in == own.in)
        return;
    golden_fail(c->row,
                "%.*s on %s: base %d cap %d in %d, counted again %lld, %lld "
                "and %lld of at most %lld",
                STR_ARG(unit), date_iso(c->made->demand.plan.days[day], text),
                got->base, got->stated, got->in, (long long)own.people,
                (long long)seats, (long long)own.in, (long long)most);
}

/* "setiap": hasil is "batas 50%". */
static void check_every_unit(const Counting *c)
{
    const Demand *d = &c->made->demand;
    Str share = c->row->result;
    uint32_t lines = 0;
    (void)golden_take(&share, "batas");
    int64_t percent =
        golden_number(str_slice(share, 0, share.len > 0 ? share.len - 1 : 0));
    for (uint32_t l = 0; l < d->cap_count; l++) {
        if (d->caps[l].clause != c->cap.index) continue;
        lines++;
        for (uint32_t day = 0; day < d->plan.day_count; day++) {
            if (d->caps[l].days[day].works &&
                window_has(c->when.window, d->plan.days[day]))
                check_share(c, &d->caps[l], day, percent);
        }
    }
    if (lines == 0 || percent < 0)
        golden_fail(c->row, "no unit is counted, or hasil is no share");
}

void golden_seats(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Counting c = {0};
    if (!open_counting(world, row, &c)) return;
    UnitId unit = golden_unit(&c.office->r, rest);
    if (str_is(rest, STR("mana pun")))
        check_every_unit(&c);
    else if (unit.index == NO_INDEX)
        golden_fail(row, "there is no unit '%.*s'", STR_ARG(rest));
    else
        check_unit(&c, unit);
}

/* ---- turns
 * -------------------------------------------------------------------------- */

enum { TURNS_MOST = 64 };

typedef struct {
    uint32_t people[TURNS_MOST]; /* by office days */
    uint32_t least, most, count;
} Turns;

/* Office days of a person whose every working day is left to the roster, or
 * NO_INDEX: somebody who was away, called in or at a counter. */
static uint32_t turn_days(const Counting *c, PersonId person)
{
    const Plan *plan = &c->made->demand.plan;
    uint32_t days = 0, open = 0;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        size_t cell = (size_t)person.index * plan->day_count + d;
        Step step = plan->reason[plan->reasons[cell]].step;
        if (!window_has(c->when.window, plan->days[d]) || step == STEP_DAY_OFF)
            continue;
        if (step != STEP_TURN) return NO_INDEX;
        open++;
        days += plan->cells[cell] == PLACED_OFFICE;
    }
    return open == 0 ? NO_INDEX : days;
}

static Turns turns_of(const Counting *c, UnitId unit)
{
    Turns turns = {.least = NO_INDEX};
    for (uint32_t p = 0; p < c->office->r.person_count; p++) {
        PersonId person = {p};
        if (!counts_here(c, person, unit)) continue;
        uint32_t days = turn_days(c, person);
        if (days == NO_INDEX) continue;
        CHECK(days < TURNS_MOST);
        turns.people[days]++;
        turns.count++;
        if (days < turns.least) turns.least = days;
        if (days > turns.most) turns.most = days;
    }
    return turns;
}

static void check_difference(const Counting *c, UnitId unit, int64_t most)
{
    Turns turns = turns_of(c, unit);
    Str code = c->office->r.units[unit.index].code;
    if (turns.count > 0 && turns.most - turns.least > most)
        golden_fail(c->row, "%.*s: from %u to %u office days", STR_ARG(code),
                    turns.least, turns.most);
}

static bool has_counter(const Register *r, UnitId unit)
{
    for (uint32_t i = 0; i < r->counter_count; i++) {
        if (unit_is_under(r, r->counters[i].unit, unit)) return true;
    }
    return false;
}

/* Counters want certain people: only units without any are compared. */
static void check_every_difference(const Counting *c, int64_t most)
{
    const Demand *d = &c->made->demand;
    uint32_t asked = 0;
    for (uint32_t l = 0; l < d->cap_count; l++) {
        if (d->caps[l].clause != c->cap.index ||
            has_counter(&c->office->r, d->caps[l].unit))
            continue;
        check_difference(c, d->caps[l].unit, most);
        asked++;
    }
    if (asked == 0) golden_fail(c->row, "no unit takes turns");
}

/* "12 orang 3 kali, 27 orang 2 kali" */
static void check_turns(const Counting *c, const Turns *turns)
{
    Str rest = c->row->result;
    Str piece = {"", 0};
    uint32_t people = 0;
    while (str_next(&rest, ',', &piece)) {
        piece = str_trim(piece);
        size_t words = str_find(piece, STR(" orang "), 0);
        int64_t want = golden_number(str_slice(piece, 0, words));
        Str times =
            str_slice(piece, words == SIZE_MAX ? 0 : words + 7, piece.len);
        size_t end = str_find(times, STR(" kali"), 0);
        int64_t days = golden_number(str_slice(times, 0, end));
        uint32_t got =
            days < 0 || days >= TURNS_MOST ? NO_INDEX : turns->people[days];
        if (want < 0 || got != want)
            golden_fail(c->row, "%.*s, but it is %u people", STR_ARG(piece),
                        got);
        people += got;
    }
    if (people != turns->count)
        golden_fail(c->row, "%u people take turns", turns->count);
}

void golden_turns(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    Counting c = {0};
    Str result = row->result;
    if (!open_counting(world, row, &c)) return;
    UnitId unit = golden_unit(&c.office->r, rest);
    bool every = str_is(rest, STR("mana pun"));
    bool difference = golden_take(&result, "selisih paling banyak");
    if (!every && unit.index == NO_INDEX) {
        golden_fail(row, "there is no unit '%.*s'", STR_ARG(rest));
    } else if (every) {
        check_every_difference(&c, golden_number(result));
    } else if (difference) {
        check_difference(&c, unit, golden_number(result));
    } else {
        Turns turns = turns_of(&c, unit);
        check_turns(&c, &turns);
    }
}
