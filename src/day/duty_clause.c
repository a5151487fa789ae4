/* SPDX-License-Identifier: Apache-2.0 */
#include "day/duty_clause.h"

#include "circular/report_said.h"
#include "circular/words.h"

typedef struct {
    Arena *arena;
    const LawDay *law;
    DutySheet *sheet;
    DutyHours *hours;
    Err *err;
} Take;

/* ---- what a sentence is about ------------------------------------------- */

bool duty_names(const Who *who, Thing thing)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            const Term *term = &who->groups[g].terms[t];
            if (term->kind == TERM_THING && term->value == (int32_t)thing)
                return true;
        }
    }
    return false;
}

static bool who_has_term(const Who *who, TermKind kind)
{
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            if (who->groups[g].terms[t].kind == kind) return true;
        }
    }
    return false;
}

/* ---- rhythms ------------------------------------------------------------ */

static Rhythm rhythm_of(const Sentence *s)
{
    const Tail *tail = duty_tail(s, TAIL_RHYTHM);
    if (tail == NULL) return RHYTHM_DAILY;
    if (tail->duration.unit == WEEKS) return RHYTHM_WEEKLY;
    return tail->duration.unit == MONTHS ? RHYTHM_MONTHLY : RHYTHM_DAILY;
}

/* ---- adding ------------------------------------------------------------- */

static bool add(const Take *t, Duty duty)
{
    DutySheet *s = t->sheet;
    if (s->duty_count == DUTIES_MOST) {
        (void)FAIL(t->err, ERR_LIMIT, "more than %d duties on one day",
                   DUTIES_MOST);
        return err_id(t->err, "lebih dari %d kewajiban pada satu hari",
                      DUTIES_MOST);
    }
    s->duties[s->duty_count++] = duty;
    return true;
}

static bool same_bounds(const Pick *a, const Pick *b)
{
    return a->placed == b->placed && a->called == b->called;
}

/* The picks of the selection that are bound as the first of them. */
static const Selection *part_of(Arena *arena, const Selection *whole,
                                const Pick *like)
{
    Selection *part = NEW(arena, Selection, 1);
    Pick *picks = NEW(arena, Pick, whole->pick_count);
    *part = *whole;
    part->picks = picks;
    part->pick_count = 0;
    for (uint32_t i = 0; i < whole->pick_count; i++) {
        if (same_bounds(&whole->picks[i], like))
            picks[part->pick_count++] = whole->picks[i];
    }
    return part;
}

static bool seen_before(const Selection *s, uint32_t pick)
{
    for (uint32_t i = 0; i < pick; i++) {
        if (same_bounds(&s->picks[i], &s->picks[pick])) return true;
    }
    return false;
}

/* One duty for each way in which the subject's picks are bound. */
static bool add_for_picks(const Take *t, const Clause *clause, Duty duty,
                          bool wherever)
{
    const Selection *who = clause->who;
    if (who == NULL || who->pick_count == 0) return add(t, duty);
    for (uint32_t i = 0; i < who->pick_count; i++) {
        if (seen_before(who, i)) continue;
        duty.placed = wherever ? WHERE_NONE : who->picks[i].placed;
        duty.called = who->picks[i].called;
        duty.who = part_of(t->arena, who, &who->picks[i]);
        if (!add(t, duty)) return false;
    }
    return true;
}

/* ---- each kind ---------------------------------------------------------- */

/* The end of the clock's pair; a single time is its own end. */
static int16_t end_of(const Tail *clock, uint32_t pair)
{
    const int16_t *at = &clock->clock[(size_t)2 * pair];
    if (at[1] >= 0) return at[1];
    return at[0];
}

static bool take_check_in(const Take *t, const Clause *c, Duty d)
{
    const Tail *clock = duty_tail(c->sentence, TAIL_CLOCK);
    d.kind = DUTY_PRESENT;
    if (clock != NULL && clock->clock_count > 0) d.due = end_of(clock, 0);
    return add_for_picks(t, c, d, false);
}

/* "boleh datang ke kantor", when somebody grants it, or of oneself */
static bool take_visit(const Take *t, const Clause *c, Duty d)
{
    static const TailKind bounds[] = {TAIL_PERMITTED_BY, TAIL_APPROVED_BY,
                                      TAIL_FOR, TAIL_CLOCK, TAIL_IF};
    if (c->strength != STRENGTH_MAY) return true;
    d.kind = DUTY_PRESENT;
    d.part = PART_COME;
    for (size_t i = 0; i < COUNT(bounds); i++) {
        if (duty_tail(c->sentence, bounds[i]) != NULL) d.part = PART_VISIT;
    }
    return add_for_picks(t, c, d, false);
}

static int16_t report_due(const Sentence *s)
{
    const Tail *last = duty_tail(s, TAIL_DEADLINE);
    const Tail *clock = duty_tail(s, TAIL_CLOCK);
    if (last != NULL && last->clock_count > 0) return end_of(last, 0);
    if (clock == NULL || clock->clock_count == 0) return -1;
    return end_of(clock, clock->clock_count - 1);
}

static bool take_report(const Take *t, const Clause *c, Duty d)
{
    const Tail *channel = duty_tail(c->sentence, TAIL_CHANNEL);
    d.kind = DUTY_REPORT;
    d.due = report_due(c->sentence);
    d.rhythm = rhythm_of(c->sentence);
    if (channel != NULL)
        d.channels = duty_channels(channel->words, channel->word_count);
    return add_for_picks(t, c, d, false);
}

/* A finding of the reporter's day, though the superior's duty. */
static bool take_verify(const Take *t, const Clause *c, Duty d)
{
    if (!report_named(c->sentence->object) ||
        !who_has_term(c->sentence->who, TERM_SUPERIOR))
        return true;
    d.kind = DUTY_REVIEW;
    d.due = report_due(c->sentence);
    return add(t, d);
}

static bool take_reach(const Take *t, const Clause *c, Duty d)
{
    const Tail *clock = duty_tail(c->sentence, TAIL_CLOCK);
    d.kind = DUTY_REACH;
    d.from = d.to = -1;
    if (duty_tail(c->sentence, TAIL_OFFICE_HOURS) != NULL)
        return add_for_picks(t, c, d, false);
    if (clock == NULL) {
        d.from = INT16_MIN;
        d.to = INT16_MAX;
        return add_for_picks(t, c, d, false);
    }
    for (uint32_t i = 0; i < clock->clock_count; i++) {
        d.from = clock->clock[(size_t)2 * i];
        d.to = end_of(clock, i);
        if (!add_for_picks(t, c, d, false)) return false;
    }
    return true;
}

static bool take_answer(const Take *t, const Clause *c, Duty d)
{
    const Tail *within = duty_tail(c->sentence, TAIL_WITHIN);
    if (within == NULL) return true;
    int32_t n = within->duration.number;
    d.kind = DUTY_REACH;
    d.part = PART_WITHIN;
    if (within->duration.unit == HOURS) n = n > 500 ? 30000 : n * 60;
    d.within = (int16_t)(n > 30000 ? 30000 : n);
    return add_for_picks(t, c, d, false);
}

static bool take_called(const Take *t, const Clause *c, Duty d)
{
    d.kind = DUTY_RECALL;
    return add_for_picks(t, c, d, true);
}

static bool take_stay(const Take *t, const Clause *c, Duty d)
{
    if (c->strength != STRENGTH_MUST_NOT) return true;
    d.kind = DUTY_STAY;
    d.purposes = duty_purposes(c->sentence);
    return add_for_picks(t, c, d, false);
}

static bool take_travel(const Take *t, const Clause *c, Duty d)
{
    if (c->strength != STRENGTH_MUST_NOT) return true;
    d.kind = DUTY_TRAVEL;
    return add_for_picks(t, c, d, false);
}

static bool take_follow(const Take *t, const Clause *c, Duty d)
{
    d.kind = DUTY_FOLLOW;
    return add_for_picks(t, c, d, false);
}

static bool take_coordinate(const Take *t, const Clause *c, Duty d)
{
    d.kind = DUTY_COORDINATE;
    return add_for_picks(t, c, d, false);
}

static bool take_tasks(const Take *t, const Clause *c, Duty d)
{
    const Who *object = c->sentence->object;
    if (!duty_names(object, THING_TASK) &&
        !duty_names(object, THING_TASKS_FROM_ABOVE))
        return true;
    d.kind = DUTY_TASKS;
    return add_for_picks(t, c, d, false);
}

static bool take_target(const Take *t, const Clause *c, Duty d)
{
    if (!duty_names(c->sentence->object, THING_TARGET)) return true;
    d.kind = DUTY_TARGET;
    return add_for_picks(t, c, d, false);
}

/* One row a verb that owes something on the day. */
static const struct {
    Verb verb;
    bool (*take)(const Take *t, const Clause *clause, Duty duty);
} verbs[] = {
    {VERB_CHECK_IN,     take_check_in  },
    {VERB_VISIT,        take_visit     },
    {VERB_VERIFY,       take_verify    },
    {VERB_BE_REACHABLE, take_reach     },
    {VERB_ANSWER,       take_answer    },
    {VERB_BE_CALLED,    take_called    },
    {VERB_BE_ASSIGNED,  take_called    },
    {VERB_STAY,         take_stay      },
    {VERB_TRAVEL,       take_travel    },
    {VERB_FOLLOW,       take_follow    },
    {VERB_COORDINATE,   take_coordinate},
    {VERB_CARRY_OUT,    take_tasks     },
    {VERB_COMPLETE,     take_tasks     },
    {VERB_REACH,        take_target    },
};

/* "yang dipanggil wajib hadir": only of those who are called. */
static bool take_attend(const Take *t, const Clause *c, Duty d)
{
    d.kind = DUTY_RECALL;
    for (uint32_t i = 0; c->who != NULL && i < c->who->pick_count; i++) {
        if (c->who->picks[i].called) return add_for_picks(t, c, d, true);
    }
    return true;
}

static bool take_verb(const Take *t, const Clause *c, Duty d)
{
    if (c->sentence->verb == VERB_ATTEND) return take_attend(t, c, d);
    if (report_said(c->sentence)) return take_report(t, c, d);
    for (size_t i = 0; i < COUNT(verbs); i++) {
        if (c->sentence->verb == (int32_t)verbs[i].verb)
            return verbs[i].take(t, c, d);
    }
    return true;
}

/* "presensi dicatat dalam buku hadir" */
static bool take_state(const Take *t, const Clause *c, Duty d)
{
    if (c->sentence->pred != PRED_STATE || c->sentence->verb != STATE_ENTERED ||
        !duty_names(c->sentence->who, THING_PRESENCE))
        return true;
    d.kind = DUTY_PRESENT;
    d.part = PART_BOOK;
    d.strength = STRENGTH_MUST;
    return add(t, d);
}

/* "laporan", "laporan berkala", "periodic reports". */
static bool names_reports(const Who *who)
{
    if (duty_names(who, THING_REPORT)) return true;
    for (uint32_t g = 0; who != NULL && g < who->group_count; g++) {
        for (uint32_t t = 0; t < who->groups[g].count; t++) {
            Str name = who->groups[g].terms[t].name;
            if (str_find(name, STR("laporan"), 0) != SIZE_MAX ||
                str_find(name, STR("report"), 0) != SIZE_MAX)
                return true;
        }
    }
    return false;
}

/* "kepala perangkat daerah boleh menetapkan laporan berkala" */
static bool take_delegate(const Take *t, const Clause *c, Duty d)
{
    if (!names_reports(c->sentence->object)) return true;
    d.kind = DUTY_REPORT;
    d.part = PART_RHYTHM;
    d.strength = STRENGTH_MUST;
    return add(t, d);
}

static void take_hours(const Take *t, const Clause *c, ClauseId by)
{
    const Tail *clock = duty_tail(c->sentence, TAIL_CLOCK);
    DutyHours *h = t->hours;
    if (!duty_names(c->sentence->who, THING_WORKING_HOURS) || clock == NULL ||
        clock->clock_count == 0 || clock->clock[1] < 0 ||
        h->count == DUTY_HOURS_MOST)
        return;
    h->at[h->count++] = (DutyHour){by, clock->clock[0], clock->clock[1]};
}

static bool take_clause(const Take *t, ClauseId id)
{
    const Clause *c = corpus_clause(t->sheet->corpus, id);
    Duty d = {.by = id, .strength = c->strength, .due = -1};
    if (c->act == ACT_STATE) return take_state(t, c, d);
    if (c->act == ACT_DELEGATE) return take_delegate(t, c, d);
    if (c->act == ACT_MEAN) take_hours(t, c, id);
    if (c->act != ACT_DUTY || c->sentence->pred != PRED_DO) return true;
    return take_verb(t, c, d);
}

bool duty_clauses(Arena *arena, const LawDay *law, DutySheet *sheet,
                  DutyHours *hours, Err *err)
{
    Take t = {arena, law, sheet, hours, err};
    uint32_t count;
    const ClauseId *clauses = law_clauses(law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!take_clause(&t, clauses[i])) return false;
    }
    return true;
}
