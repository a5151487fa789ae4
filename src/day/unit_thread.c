/* SPDX-License-Identifier: Apache-2.0 */
#include "day/unit_part.h"

/* ---- threads ------------------------------------------------------------ */

static Judge reading(const UnitMaking *m, Thread thread)
{
    return (Judge){.view = m->view, .sheet = m->sheet, .thread = thread};
}

Judge unit_thread_person(const UnitMaking *m, PersonId person, Date day)
{
    Judge j = reading(m, daybook_person(m->view->book, person, day));
    j.person = person;
    return j;
}

Judge unit_thread_node(const UnitMaking *m, UnitId unit, Date day)
{
    return reading(m, daybook_unit(m->view->book, unit, day));
}

static bool comes_before(const Entry *a, const Entry *b)
{
    Instant x = fact_when(a->fact), y = fact_when(b->fact);
    if (x.us != y.us) return x.us < y.us;
    return fact_id_order(a->fact->id, b->fact->id) < 0;
}

/* Two threads, each in order, into one. */
static Thread merged(Arena *tmp, Thread a, Thread b)
{
    Entry *out = NEW(tmp, Entry, (size_t)a.count + b.count + 1);
    uint32_t i = 0, k = 0, count = 0;
    if (b.count == 0) return a;
    while (i < a.count || k < b.count) {
        bool first =
            k == b.count ||
            (i < a.count && comes_before(&a.entries[i], &b.entries[k]));
        out[count++] = first ? a.entries[i++] : b.entries[k++];
    }
    return (Thread){out, count};
}

static Thread thread_on(const UnitMaking *m, UnitId unit, Date day)
{
    const Register *r = m->r;
    Thread all = {NULL, 0};
    for (uint32_t i = r->enter[unit.index]; i < r->leave[unit.index]; i++) {
        UnitId node = r->preorder[i];
        if (r->work_unit_of[node.index].index == unit.index)
            all = merged(m->tmp, all, daybook_unit(m->view->book, node, day));
    }
    return all;
}

Judge unit_thread_of(const UnitMaking *m, UnitId unit)
{
    return reading(m, thread_on(m, unit, m->day));
}

const Entry *unit_thread_trip(const Judge *thread, Date ends)
{
    const Entry *e, *last = NULL;
    for (uint32_t at = 0; (e = judge_entry(thread, FACT_TRIP, &at)) != NULL;) {
        bool right =
            date_is(ends, DATE_NEVER) || date_is(e->fact->days.last, ends);
        if (right && judge_approved(thread, e->fact->id)) last = e;
    }
    return last;
}

/* ---- clauses ------------------------------------------------------------ */

static bool reaches(const UnitMaking *m, ClauseId id, PersonId person)
{
    LawAsk ask = {id, NULL};
    return law_means_bits(m->law, &ask, 1, person) != 0;
}

bool unit_thread_reached(const UnitMaking *m, ClauseId id, UnitId unit)
{
    const Register *r = m->r;
    for (uint32_t i = 0; i < m->people_count; i++) {
        UnitId own = r->people[m->people[i].index].unit;
        if ((unit.index == NO_INDEX ||
             r->work_unit_of[own.index].index == unit.index) &&
            reaches(m, id, m->people[i]))
            return true;
    }
    return false;
}

ClauseId unit_thread_clause(const UnitMaking *m, UnitClauseIs *is, UnitId unit,
                            uint32_t *at)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    while (*at < count) {
        ClauseId id = all[(*at)++];
        if (is(corpus_clause(m->corpus, id)) &&
            unit_thread_reached(m, id, unit))
            return id;
    }
    return NO_CLAUSE;
}

ClauseId unit_thread_first(const UnitMaking *m, UnitClauseIs *is, UnitId unit)
{
    uint32_t at = 0;
    return unit_thread_clause(m, is, unit, &at);
}

ClauseId unit_thread_first_for(const UnitMaking *m, UnitClauseIs *is,
                               PersonId person)
{
    uint32_t count = 0;
    const ClauseId *all = law_clauses(m->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (is(corpus_clause(m->corpus, all[i])) && reaches(m, all[i], person))
            return all[i];
    }
    return NO_CLAUSE;
}

bool unit_thread_closed(const UnitMaking *m, UnitId unit, ClauseId *by)
{
    uint32_t closure = 0;
    if (!law_closed(m->law, unit, &closure)) return false;
    *by = m->corpus->closures[closure].by;
    return true;
}

/* ---- people ------------------------------------------------------------- */

static bool is_unheard(Outcome o)
{
    return o == OUTCOME_NO_SIGN || o == OUTCOME_ABSENT || o == OUTCOME_PENDING;
}

static bool is_unreported(Outcome o)
{
    return o == OUTCOME_MISSING || o == OUTCOME_PENDING;
}

/* Owed, in, returned, missing, pending, unknown, gone: a finding behind another
 * says how the report came, not whether. */
static void count_report(Outcome o, uint32_t *sums)
{
    if (o == OUTCOME_OTHER_CHANNEL) return;
    sums[0]++;
    sums[1] += o == OUTCOME_IN || o == OUTCOME_ACCEPTED || o == OUTCOME_LATE;
    sums[2] += o == OUTCOME_RETURNED;
    sums[3] += o == OUTCOME_MISSING;
    sums[4] += o == OUTCOME_PENDING;
    sums[5] += o == OUTCOME_UNKNOWN;
    sums[6] += o == OUTCOME_GONE;
}

/* Given, done, in part, open, gone. */
static void count_task(Outcome o, uint32_t *sums)
{
    sums[0]++;
    sums[1] += o == OUTCOME_DONE;
    sums[2] += o == OUTCOME_IN_PART;
    sums[3] += o == OUTCOME_OPEN;
    sums[4] += o == OUTCOME_GONE;
}

static void take_silence(const Finding *f, UnitSeen *seen)
{
    bool report = f->duty == DUTY_REPORT;
    bool *gone = f->outcome == OUTCOME_GONE ? &seen->gone : &seen->down;
    bool *silent = report ? &seen->unreported : &seen->silent;
    if (!report && f->duty != DUTY_PRESENT) return;
    if (f->outcome == OUTCOME_GONE || f->outcome == OUTCOME_UNKNOWN) {
        if (!*gone) seen->blank[f->outcome == OUTCOME_GONE] = *f;
        *gone = true;
    } else if (!*silent &&
               (report ? is_unreported(f->outcome) : is_unheard(f->outcome))) {
        *(report ? &seen->report : &seen->presence) = *f;
        *silent = true;
    }
}

/* Which line tells of which breach. */
static const struct {
    DutyKind duty;
    Outcome outcome;
    UnitOutcome line;
} breaches[] = {
    {DUTY_PRESENT, OUTCOME_ABSENT,        UNIT_ABSENT        },
    {DUTY_PRESENT, OUTCOME_LATE,          UNIT_LATE          },
    {DUTY_PRESENT, OUTCOME_ELSEWHERE,     UNIT_ELSEWHERE     },
    {DUTY_REPORT,  OUTCOME_MISSING,       UNIT_REPORT_MISSING},
    {DUTY_REPORT,  OUTCOME_LATE,          UNIT_REPORT_LATE   },
    {DUTY_REACH,   OUTCOME_UNREACHABLE,   UNIT_UNREACHABLE   },
    {DUTY_REACH,   OUTCOME_ANSWERED_LATE, UNIT_ANSWERED_LATE },
    {DUTY_RECALL,  OUTCOME_NOT_OBEYED,    UNIT_NOT_OBEYED    },
    {DUTY_STAY,    OUTCOME_OUTSIDE,       UNIT_OUTSIDE       },
    {DUTY_TRAVEL,  OUTCOME_OUTSIDE,       UNIT_TRAVELLED     },
};

static void take_breach(const Finding *f, UnitSeen *seen)
{
    size_t row = 0;
    if (finding_colour(f) != COLOUR_BREACH) return;
    while (breaches[row].duty != f->duty || breaches[row].outcome != f->outcome)
        CHECK(++row < COUNT(breaches));
    size_t at = (size_t)(breaches[row].line - UNIT_BREACH_FIRST);
    if (seen->breach_counts[at]++ == 0) seen->breaches[at] = *f;
}

static void take_finding(const Finding *f, UnitSeen *seen)
{
    if (f->duty == DUTY_REPORT) count_report(f->outcome, seen->reports);
    if (f->duty == DUTY_TASKS) count_task(f->outcome, seen->tasks);
    take_silence(f, seen);
    take_breach(f, seen);
}

const UnitSeen *unit_thread_seen(UnitMaking *m, PersonId person)
{
    Verdict v;
    const Expected *expected = &m->sheet->expected[person.index];
    if (m->seen[person.index] != NULL) return m->seen[person.index];
    UnitSeen *seen = m->seen[person.index] = NEW(m->tmp, UnitSeen, 1);
    verdict_make(m->view, person, &v);
    seen->works = expected->works;
    seen->expected = v.expected;
    seen->where = v.where;
    seen->called = expected->recalled && v.expected == PLACED_OFFICE;
    for (uint32_t i = 0; i < v.count; i++)
        take_finding(&v.findings[i], seen);
    return seen;
}

/* ---- lines -------------------------------------------------------------- */

void unit_thread_set(UnitLine *line, UnitOutcome outcome)
{
    static const Colour colours[] = {
#define X(name, word, english, colour) COLOUR_##colour,
        UNIT_OUTCOMES(X)
#undef X
    };
    line->outcome = outcome;
    line->colour = colours[outcome];
}

UnitLine unit_thread_line(UnitTopic topic, UnitOutcome outcome, UnitId unit)
{
    UnitLine line = {
        .topic = topic,
        .by = NO_CLAUSE,
        .unit = unit,
        .person = NO_PERSON,
        .thing = NO_INDEX,
    };
    unit_thread_set(&line, outcome);
    return line;
}

void unit_thread_cite(UnitLine *line, Cited cited)
{
    for (uint32_t i = 0; i < cited.count; i++)
        line->facts[i] = cited.at[i];
}

/* What could be otherwise with a record that is gone. */
static bool may_be_otherwise(UnitOutcome o)
{
    return o == UNIT_EXCEEDED || o == UNIT_OVER || o == UNIT_SHORT ||
           o == UNIT_UNSERVED || o == UNIT_NONE || o == UNIT_NO_REASON ||
           o == UNIT_UNAPPROVED || o == UNIT_TOO_MANY;
}

/* Of the unit, of one above or below it, or of people asked for there. */
static bool has_gap(const UnitMaking *m, UnitId top)
{
    const DayBook *book = m->view->book;
    const Register *r = m->r;
    for (uint32_t i = r->enter[top.index]; i < r->leave[top.index]; i++) {
        if (daybook_unit_gap(book, r->preorder[i], m->day) != NULL) return true;
    }
    for (uint32_t i = 0; i < m->people_count; i++) {
        UnitId own = r->people[m->people[i].index].unit;
        if (unit_is_under(r, own, top) &&
            daybook_gap(book, m->people[i], m->day) != NULL)
            return true;
    }
    return false;
}

void unit_thread_add(UnitMaking *m, UnitLine line)
{
    bool gone = may_be_otherwise(line.outcome) &&
                (line.unit.index == NO_INDEX
                     ? daybook_gap(m->view->book, line.person, m->day) != NULL
                     : has_gap(m, line.unit));
    if (gone) unit_thread_set(&line, UNIT_GONE);
    VEC_PUSH(m->arena, &m->lines, line);
}

int32_t unit_thread_items(Str list)
{
    int32_t count = 0;
    Str item;
    while (str_next(&list, '|', &item))
        count += str_trim(item).len > 0;
    return count;
}
