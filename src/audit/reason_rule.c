/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"

/*
 * What the reason of a cell must say, from the law alone: the step, the clause
 * that decided, what stands beside it, and the thing that it is about.  An open
 * cell is a turn: in by the cap, left over by the rest under that cap.
 */

static const Str nothing = {"", 0};

static Str cite_of(const Corpus *corpus, ClauseId id)
{
    return id.index == NO_INDEX ? nothing : corpus_clause(corpus, id)->cite;
}

/* A plan is read by many: of leave it says no more than the letter does, of a
 * mark nothing at all. */
static Str settled_thing(const Corpus *corpus, const Directive *said)
{
    const Register *r = corpus->r;
    if (said->step == STEP_CLOSURE)
        return r->units[corpus->closures[said->thing].unit.index].code;
    if (said->step == STEP_RECALL)
        return event_kind_word(r->events[said->thing].kind);
    if (said->step == STEP_ABSENCE)
        return said->letter == PLACED_TRIP ? STR("dinas luar") : STR("cuti");
    return nothing;
}

static Reason settled_reason(const Corpus *corpus, const Directive *said)
{
    bool moved = said->extended_by != NO_INDEX;
    return (Reason){
        .step = said->step,
        .rule = cite_of(corpus, said->by),
        .other = moved ? corpus->letters[said->extended_by].cite : nothing,
        .thing = settled_thing(corpus, said),
    };
}

static Reason turn_reason(const RuleDay *day, uint32_t person)
{
    const Corpus *corpus = day->corpus;
    const Directive *said = &day->said[person];
    UnitId unit = law_cap_unit(day->law, said->cap, (PersonId){person});
    bool left_over =
        rule_cell(day, person) == PLACED_HOME && said->rest.index != NO_INDEX;
    Str cap = cite_of(corpus, said->cap);
    return (Reason){
        .step = STEP_TURN,
        .rule = left_over ? cite_of(corpus, said->rest) : cap,
        .other = left_over ? cap : nothing,
        .thing = unit.index == NO_INDEX ? nothing
                                        : corpus->r->units[unit.index].code,
    };
}

/* In the office to serve: the thing may be a counter instead of the unit, one
 * that is open and at which the person is qualified. */
static bool serves(const RuleDay *day, uint32_t person, Str code)
{
    const Register *r = day->corpus->r;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        const Counter *counter = &r->counters[c];
        if (!str_is(counter->code, code)) continue;
        for (size_t s = 0; s < counter->staff_count; s++) {
            if (counter->staff[s].index == person)
                return counter_rule_opens(day, counter);
        }
    }
    return false;
}

static bool differs(const RuleDay *day, uint32_t person, Str has, Str should,
                    Err *err)
{
    Str code = day->corpus->r->people[person].code;
    char text[DATE_TEXT];
    (void)date_iso(day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: the reason says '%.*s', not '%.*s'",
               STR_ARG(code), text, STR_ARG(has), STR_ARG(should));
    return err_id(err, "%.*s pada %s: alasannya '%.*s', bukan '%.*s'",
                  STR_ARG(code), text, STR_ARG(has), STR_ARG(should));
}

static bool reason_is(const RuleDay *day, uint32_t person, const Reason *has,
                      const Reason *should, Err *err)
{
    const Str parts[][2] = {
        {step_code(has->step), step_code(should->step)},
        {has->rule,            should->rule           },
        {has->other,           should->other          },
        {has->thing,           should->thing          },
    };
    for (size_t k = 0; k < COUNT(parts); k++) {
        if (!str_is(parts[k][0], parts[k][1]))
            return differs(day, person, parts[k][0], parts[k][1], err);
    }
    return true;
}

static bool no_reason(const RuleDay *day, uint32_t person, uint16_t at,
                      Err *err)
{
    Str code = day->corpus->r->people[person].code;
    char text[DATE_TEXT];
    (void)date_iso(day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: there is no reason %u",
               STR_ARG(code), text, at);
    return err_id(err, "%.*s pada %s: alasan %u tidak ada", STR_ARG(code), text,
                  at);
}

bool reason_rule_holds(const RuleDay *day, uint32_t person, Err *err)
{
    const Plan *plan = day->plan;
    bool open = day->said[person].letter == PLACED_OPEN;
    uint16_t at = plan->reasons[(size_t)person * plan->day_count + day->day];

    if (at >= plan->reason_count) return no_reason(day, person, at, err);
    const Reason *has = &plan->reason[at];
    Reason should = open ? turn_reason(day, person)
                         : settled_reason(day->corpus, &day->said[person]);
    if (open && rule_cell(day, person) == PLACED_OFFICE &&
        serves(day, person, has->thing))
        should.thing = has->thing;
    return reason_is(day, person, has, &should, err);
}
