/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"

/*
 * Do those present suffice for all counters, one counter each?  A matching of
 * officers to counters, grown one officer at a time: a counter takes somebody
 * free, or somebody from another counter that finds a substitute (augmenting
 * paths; H. W. Kuhn, "The Hungarian method for the assignment problem", 1955).
 * It is found twice: among those whom the law leaves free to come, which says
 * how many can be served at all, and among those whom the plan lets come.
 */
typedef struct {
    const RuleDay *day;
    bool by_plan;      /* else by the law */
    uint32_t *serving; /* per person: a counter, or NO_INDEX */
    int32_t *served;   /* per counter */
    uint32_t *asked;   /* per counter: in which round it was asked last */
    uint32_t round;
} Matching;

bool counter_rule_opens(const RuleDay *day, const Counter *counter)
{
    const Corpus *corpus = day->corpus;
    uint8_t week = corpus->r->units[counter->unit.index].week;
    uint32_t closure = 0;
    return window_has(counter->window, day->date) &&
           (counter->weekdays >> date_weekday(day->date) & 1) != 0 &&
           calendar_works(corpus->calendar, week, day->date, corpus->known) &&
           !law_closed(day->law, corpus->r->work_unit_of[counter->unit.index],
                       &closure);
}

/* At work by the plan; or by the law, those included whom it leaves open. */
static bool can_serve(const Matching *m, const Counter *counter,
                      PersonId person)
{
    char letter = m->day->said[person.index].letter;
    if (m->by_plan) letter = rule_cell(m->day, person.index);
    return letter == PLACED_OFFICE || letter == PLACED_USUAL ||
           letter == PLACED_OPEN ||
           (letter == PLACED_FIELD && counter->kind == COUNTER_FIELD);
}

/* One officer more for the counter; as deep as there are counters. */
static bool find_officer(Matching *m, uint32_t c)
{
    const Counter *counter = &m->day->corpus->r->counters[c];
    m->asked[c] = m->round;
    for (size_t s = 0; s < counter->staff_count; s++) {
        PersonId person = counter->staff[s];
        uint32_t other = m->serving[person.index];
        if (other == c || !can_serve(m, counter, person)) continue;
        if (other != NO_INDEX &&
            (m->asked[other] == m->round || !find_officer(m, other)))
            continue;
        m->serving[person.index] = c;
        return true;
    }
    return false;
}

static uint64_t serve_all(Matching *m)
{
    const Register *r = m->day->corpus->r;
    uint64_t total = 0;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (!counter_rule_opens(m->day, &r->counters[c])) continue;
        while (m->served[c] < r->counters[c].need) {
            m->round++;
            if (!find_officer(m, c)) break;
            m->served[c]++;
            total++;
        }
    }
    return total;
}

static Matching matching_of(const RuleDay *day, bool by_plan, Arena *scratch)
{
    const Register *r = day->corpus->r;
    Matching m = {
        .day = day,
        .by_plan = by_plan,
        .serving = NEW(scratch, uint32_t, r->person_count),
        .served = NEW(scratch, int32_t, r->counter_count),
        .asked = NEW(scratch, uint32_t, r->counter_count),
    };
    for (uint32_t p = 0; p < r->person_count; p++)
        m.serving[p] = NO_INDEX;
    return m;
}

static uint64_t needs_of(const RuleDay *day)
{
    const Register *r = day->corpus->r;
    uint64_t needs = 0;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (counter_rule_opens(day, &r->counters[c]))
            needs += (uint64_t)r->counters[c].need;
    }
    return needs;
}

/* A counter that has fewer by the plan than it could have. */
static bool say_short(const Matching *by_law, const Matching *by_plan, Err *err)
{
    const Register *r = by_law->day->corpus->r;
    char text[DATE_TEXT];
    uint32_t c = 0;
    while (by_plan->served[c] >= by_law->served[c])
        c++;
    Str code = r->counters[c].code;
    int has = by_plan->served[c], could = by_law->served[c];
    (void)date_iso(by_law->day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: %d officers, %d could come",
               STR_ARG(code), text, has, could);
    return err_id(err, "%.*s pada %s: %d petugas, padahal %d dapat hadir",
                  STR_ARG(code), text, has, could);
}

bool counter_rule_holds(const RuleDay *day, Arena *scratch, uint64_t *missed,
                        Err *err)
{
    Matching by_law = matching_of(day, false, scratch);
    Matching by_plan = matching_of(day, true, scratch);
    uint64_t possible = serve_all(&by_law);
    uint64_t served = serve_all(&by_plan);

    if (served < possible) return say_short(&by_law, &by_plan, err);
    *missed = needs_of(day) - possible;
    return true;
}
