/* SPDX-License-Identifier: Apache-2.0 */
#include "golden.h"
#include "scenario.h"

/*
 * Whom a scenario means.  The first words are those of golden_who.c, found in
 * the register by other ways than the law's, or a tie to somebody named
 * before; conditions follow, commas between.
 */

/* ---- law and plan before the facts --------------------------------------- */

LawDay *scenario_told_law(Telling *t)
{
    Str said = {"", 0};
    if (t->law == NULL)
        t->law = t->own_office
                     ? scenario_law(t->arena, &t->office, t->day, &said)
                     : scenario_world_law(t->world, t->day, &said);
    if (t->law == NULL) (void)scenario_fail(t, "no law: %.*s", STR_ARG(said));
    return t->law;
}

bool scenario_told_plan(Telling *t, const Plan **out)
{
    Str said = {"", 0};
    *out = NULL;
    if (!t->has_plan) return true;
    if (t->made == NULL)
        t->made = t->own_office ? scenario_roster(&t->office, &said)
                                : scenario_world_roster(t->world, &said);
    if (t->made == NULL)
        return scenario_fail(t, "no plan: %.*s", STR_ARG(said));
    *out = &t->made->demand.plan;
    return true;
}

char scenario_planned(const LawDay *law, const Plan *plan, PersonId person)
{
    char letter = law_person(law, person).letter;
    if (letter != PLACED_OPEN) return letter;
    uint32_t at = plan == NULL ? NO_INDEX : plan_day(plan, law_date(law));
    return at == NO_INDEX ? PLACED_NONE : plan_cell(plan, person, at);
}

/* ---- conditions ---------------------------------------------------------- */

typedef struct {
    Telling *t;
    GoldenWho who;
    char planned;      /* 0: anywhere */
    PersonId under;    /* whose direct superior they are to be */
    PersonId with;     /* of the same unit kerja */
    PersonId apart;    /* of another perangkat daerah */
    const LawDay *law; /* when planned is asked */
    const Plan *plan;
} Wish;

static bool take_somebody(Wish *w, Str *rest, PersonId *out)
{
    char label = 0;
    return scenario_take_label(rest, &label) &&
           scenario_person(w->t, label, out);
}

static bool take_condition(Wish *w, Str text)
{
    Str rest = text;
    bool taken = false;
    if (scenario_take(&rest, "direncanakan "))
        taken = scenario_take_place(&rest, &w->planned);
    else if (scenario_take(&rest, "bawahan langsung "))
        taken = take_somebody(w, &rest, &w->under);
    else if (scenario_take(&rest, "seunit dengan "))
        taken = take_somebody(w, &rest, &w->with);
    else if (scenario_take(&rest, "di luar perangkat daerah "))
        taken = take_somebody(w, &rest, &w->apart);
    return (taken && rest.len == 0) ||
           scenario_fail(w->t, "'%.*s' is no condition", STR_ARG(text));
}

static bool ready(Wish *w)
{
    Str wrong = {"", 0};
    if (!golden_who_known(&w->t->office.r, &w->who, &wrong))
        return scenario_fail(w->t, "'%.*s' is neither people nor a unit",
                             STR_ARG(wrong));
    if (w->planned == 0) return true;
    w->law = scenario_told_law(w->t);
    return w->law != NULL && scenario_told_plan(w->t, &w->plan);
}

static bool is_taken(const Telling *t, PersonId person)
{
    for (size_t i = 0; i < SCENARIO_PEOPLE; i++) {
        if (t->people[i].index == person.index) return true;
    }
    return false;
}

static UnitId unit_of(const Register *r, PersonId person, const UnitId *of)
{
    return of[r->people[person.index].unit.index];
}

static bool fits(const Wish *w, PersonId person)
{
    const Register *r = &w->t->office.r;
    Date day = w->t->day;
    if (is_taken(w->t, person)) return false;
    if (w->with.index != NO_INDEX &&
        unit_of(r, person, r->work_unit_of).index !=
            unit_of(r, w->with, r->work_unit_of).index)
        return false;
    if (w->apart.index != NO_INDEX &&
        unit_of(r, person, r->agency_of).index ==
            unit_of(r, w->apart, r->agency_of).index)
        return false;
    if (w->under.index != NO_INDEX &&
        person_superior(r, person, day).index != w->under.index)
        return false;
    return golden_who_has(&w->t->office, &w->who, person, day, DATE_NEVER) &&
           (w->planned == 0 ||
            scenario_planned(w->law, w->plan, person) == w->planned);
}

/* ---- ties ---------------------------------------------------------------- */

/* "atasan langsung A", "kepala perangkat daerah A": nobody is sought. */
static bool take_tie(Telling *t, Str words, PersonId *out)
{
    const Register *r = &t->office.r;
    bool head = scenario_take(&words, "kepala perangkat daerah ");
    char label = 0;
    PersonId of = NO_PERSON;
    if ((!head && !scenario_take(&words, "atasan langsung ")) ||
        !scenario_take_label(&words, &label) || words.len > 0 ||
        !scenario_person(t, label, &of))
        return false;
    *out = head ? unit_head(r, unit_of(r, of, r->agency_of), t->day)
                : person_superior(r, of, t->day);
    return out->index != NO_INDEX;
}

bool scenario_choose(Telling *t, Str words, PersonId *out)
{
    Wish w = {
        .t = t, .under = NO_PERSON, .with = NO_PERSON, .apart = NO_PERSON};
    Str piece = {"", 0};
    if (take_tie(t, words, out)) return true;
    (void)str_next(&words, ',', &piece);
    w.who = golden_who(str_trim(piece));
    while (str_next(&words, ',', &piece)) {
        if (!take_condition(&w, str_trim(piece))) return false;
    }
    if (!ready(&w)) return false;
    for (uint32_t p = 0; p < t->office.r.person_count; p++) {
        if (!fits(&w, (PersonId){p})) continue;
        *out = (PersonId){p};
        return true;
    }
    return scenario_fail(t, "nobody in the register is so");
}
