/* SPDX-License-Identifier: Apache-2.0 */
#include "app/explain_person.h"

#include "app/make_roster.h"

/* ---- the cap that the person is under ---------------------------------- */

/* Was the person's place in the plan ever a matter of turns? */
static bool is_in_turn(const Plan *plan, PersonId person)
{
    size_t at = (size_t)person.index * plan->day_count;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        if (plan->reason[plan->reasons[at + d]].step == STEP_TURN) return true;
    }
    return false;
}

static int32_t office_days(const Plan *plan, PersonId person)
{
    int32_t days = 0;
    for (uint32_t d = 0; d < plan->day_count; d++)
        days += plan_cell(plan, person, d) == PLACED_OFFICE;
    return days;
}

static int32_t working_days(const Plan *plan, PersonId person)
{
    int32_t days = 0;
    for (uint32_t d = 0; d < plan->day_count; d++)
        days += plan_cell(plan, person, d) != PLACED_NONE;
    return days;
}

typedef struct {
    const Plan *plan;
    const LawDay *law;
    const Corpus *corpus;
    ClauseId cap;
    UnitId unit;
    Date day;
    uint32_t at; /* of the day in the plan */
} Counting;

static bool is_of(const Counting *c, const Selection *s, PersonId person)
{
    Profile profile = law_profile(c->law, person);
    return s == NULL || selection_has(s, c->corpus->r, &profile, person, c->day,
                                      c->corpus->known) != PICK_NOT;
}

static void count_present(const Counting *c, PersonId person, ExplainTurn *turn)
{
    Directive d = law_person(c->law, person);
    bool called = d.letter == PLACED_OFFICE && d.step == STEP_RECALL;
    turn->in++;
    turn->called += called;
    turn->forced += d.letter == PLACED_OFFICE && !called;
}

/* One colleague of the unit: in the base, under the cap, in turn? */
static void count_one(const Counting *c, PersonId person, ExplainTurn *turn)
{
    const Cap *cap = &corpus_clause(c->corpus, c->cap)->cap;
    turn->base += is_of(c, cap->base, person);
    if (law_cap_unit(c->law, c->cap, person).index != c->unit.index) return;
    if (plan_cell(c->plan, person, c->at) == PLACED_OFFICE)
        count_present(c, person, turn);
    if (!is_in_turn(c->plan, person)) return;
    int32_t days = office_days(c->plan, person);
    if (days < turn->least_days) turn->least_days = days;
    if (days > turn->most_days) turn->most_days = days;
}

static int32_t limit_of(const Cap *cap, const ExplainTurn *turn)
{
    int32_t limit = cap_number(cap, turn->base);
    return limit < cap->floor_number ? cap->floor_number : limit;
}

/* The counter that the roster gave the person that day, by its code. */
static void find_counter(const Counting *c, PersonId person, ExplainTurn *turn)
{
    const Register *r = c->corpus->r;
    size_t at = (size_t)person.index * c->plan->day_count + c->at;
    Str thing = c->plan->reason[c->plan->reasons[at]].thing;
    turn->counter = NO_INDEX;
    turn->counter_unit = NO_UNIT;
    for (uint32_t i = 0; i < r->counter_count && thing.len > 0; i++) {
        if (!str_is(r->counters[i].code, thing)) continue;
        turn->counter = i;
        turn->counter_unit = r->counters[i].unit;
    }
}

/* Everybody of the unit's base, counted or not; a cap yields to the forced. */
static void count_unit(const Counting *c, ExplainTurn *turn)
{
    const Register *r = c->corpus->r;
    turn->least_days = INT32_MAX;
    Rows under = r->people_under[c->unit.index]; /* it counts at or above */
    for (uint32_t i = under.first; i < under.first + under.count; i++) {
        PersonId person = r->people_by_tree[i];
        if (law_level_unit(c->law, c->cap, person).index == c->unit.index &&
            person_is_active(r, person, c->day))
            count_one(c, person, turn);
    }
    if (turn->most_days < turn->least_days) turn->least_days = turn->most_days;
    turn->limit = limit_of(&corpus_clause(c->corpus, c->cap)->cap, turn);
    int32_t seats = turn->limit > turn->forced ? turn->limit : turn->forced;
    int32_t turns = turn->in - turn->called; /* the called come on top */
    turn->over = turn->in > seats ? turn->in - seats : 0;
    turn->by_need = turns > seats ? turns - seats : 0;
}

ExplainTurn explain_person_turn(const Plan *plan, const LawDay *law,
                                const Corpus *corpus, PersonId person, Date day)
{
    ExplainTurn turn = {.counter = NO_INDEX};
    ClauseId cap = law_person(law, person).cap;
    uint32_t at = plan_day(plan, day);
    if (at == NO_INDEX || cap.index == NO_INDEX ||
        corpus_clause(corpus, cap)->act == ACT_DAYS)
        return turn; /* days of one person: no unit is counted */
    UnitId unit = law_cap_unit(law, cap, person);
    if (unit.index == NO_INDEX) return turn;

    Counting counting = {plan, law, corpus, cap, unit, day, at};
    turn.given = true;
    turn.unit = unit;
    turn.office_days = office_days(plan, person);
    turn.period_days = working_days(plan, person);
    count_unit(&counting, &turn);
    find_counter(&counting, person, &turn);
    return turn;
}

/* ---- the shift --------------------------------------------------------- */

void explain_person_shift(Arena *arena, const LawDay *law, const Shift *shift,
                          Lang lang, Explanation *out)
{
    ExplainShift said = {shift->by, shift->number, shift->count, shift->begins,
                         shift->ends};
    if (shift->number > 0) explain_shift(arena, law, &said, lang, out);
}

/* Of somebody who is in the office and was not called to it. */
static void tell_shift(Office *office, const ExplainWish *wish,
                       const LawDay *law, const Plan *plan, Explanation *out)
{
    const Shift *shifts = shift_day(office->arena, law, plan);
    bool called = law_person(law, wish->person).step == STEP_RECALL;
    bool there = out->letter == PLACED_OFFICE || out->letter == PLACED_USUAL;
    if (shifts != NULL && there && !called)
        explain_person_shift(office->arena, law, &shifts[wish->person.index],
                             wish->lang, out);
}

/* ---- the use case ------------------------------------------------------ */

static bool refuse_service(Office *office, Date day, Err *err)
{
    Str id = date_words(office->arena, day, LANG_ID);
    Str en = date_words(office->arena, day, LANG_EN);
    return office_refuse(
        office, "jelas-01",
        str_format(office->arena, "pegawai itu tidak bertugas pada %.*s",
                   STR_ARG(id)),
        str_format(office->arena, "that person does not serve on %.*s",
                   STR_ARG(en)),
        err);
}

static bool refuse_day(Office *office, Date day, Window w, Err *err)
{
    char asked[DATE_TEXT];
    char first[DATE_TEXT];
    char last[DATE_TEXT];
    (void)date_iso(day, asked);
    (void)date_iso(w.first, first);
    (void)date_iso(w.last, last);
    return office_refuse(
        office, "jelas-02",
        str_format(office->arena, "%s di luar jadwal ini, %s sampai %s", asked,
                   first, last),
        str_format(office->arena, "%s lies outside this plan, %s to %s", asked,
                   first, last),
        err);
}

static bool is_askable(Office *office, const ExplainWish *wish, Err *err)
{
    if (!person_is_active(&office->r, wish->person, wish->day))
        return refuse_service(office, wish->day, err);
    if (wish->plan != NULL && !window_has(wish->plan->window, wish->day))
        return refuse_day(office, wish->day, wish->plan->window, err);
    return true;
}

static bool refuse_changed(Office *office, Err *err)
{
    return office_refuse(
        office, "jelas-03",
        STR("edaran, register, atau kalender sudah berubah sejak jadwal ini "
            "disusun, jadi tidak dapat menjelaskannya; susun jadwal lagi, atau "
            "pakai folder pemerintah seperti waktu itu"),
        STR("letters, register or calendar have changed since this plan was "
            "made, so they cannot explain it; make the roster again, or use "
            "the government's folder as it was then"),
        err);
}

/* Without a stored plan: what the roster of the letters' period would be. */
static const Plan *plan_now(Office *office, const ExplainWish *wish)
{
    RosterMade *made = NEW(office->arena, RosterMade, 1);
    RosterWish period = make_roster_wish();
    Err unused = {0};
    period.known = wish->known;
    bool fits = make_roster(office, &period, made, &unused) && made->solved &&
                window_has(made->demand.plan.window, wish->day);
    return fits ? &made->demand.plan : NULL;
}

bool explain_person(Office *office, const ExplainWish *wish,
                    ExplainedPerson *out, Err *err)
{
    ExplainedPerson made = {0};
    const Plan *plan = wish->plan;
    Date known = plan != NULL && !wish->published ? plan->known : wish->known;
    if (!is_askable(office, wish, err) ||
        !office_law(office, known, &made.corpus, err))
        return false;

    *out = made; /* the day keeps a pointer to its corpus */
    if (plan != NULL && !wish->published &&
        plan->digest != demand_digest(&out->corpus))
        return refuse_changed(office, err);
    LawDay *law = law_day(office->arena, &out->corpus, wish->day);
    char letter = law_person(law, wish->person).letter;
    bool capped = law_person(law, wish->person).cap.index != NO_INDEX;
    if (plan == NULL && capped) plan = plan_now(office, wish);
    if (plan != NULL) {
        if (!wish->published || letter == PLACED_OPEN)
            letter = plan_cell(plan, wish->person, plan_day(plan, wish->day));
        out->turn = explain_person_turn(plan, law, &out->corpus, wish->person,
                                        wish->day);
    }
    explain_cell(office->arena, law, wish->person, letter, &out->turn,
                 wish->lang, &out->text);
    tell_shift(office, wish, law, plan, &out->text);
    return true;
}
