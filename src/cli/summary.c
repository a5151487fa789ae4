/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/summary.h"

#include <stdlib.h>

UnitId summary_agency(const Register *r, UnitId unit)
{
    UnitId agency = r->agency_of[unit.index];
    return agency.index == NO_INDEX ? unit : agency;
}

bool summary_assumes(const Plan *plan, const CorpusLetter *letter)
{
    for (uint32_t i = 0; i < letter->window_count && letter->status_assumed;
         i++) {
        if (window_meets(letter->windows[i], plan->window)) return true;
    }
    return false;
}

int32_t summary_office_days(const Plan *plan, PersonId person)
{
    int32_t days = 0;
    for (uint32_t d = 0; d < plan->day_count; d++)
        days += plan_cell(plan, person, d) == PLACED_OFFICE;
    return days;
}

/* ---- caps -------------------------------------------------------------- */

/* Those in beyond the cap, which itself yields to the forced. */
static int32_t people_over(const CapDay *day)
{
    int32_t seats = day->stated > day->forced ? day->stated : day->forced;
    return day->in > seats ? day->in - seats : 0;
}

static void add_excess_day(Excess *excess, const CapDay *day)
{
    int32_t seats = day->stated > day->forced ? day->stated : day->forced;
    excess->days += day->in > day->stated;
    excess->by_must += day->forced > day->stated;
    excess->by_need += day->in - day->called > seats;
    excess->by_call += day->in > day->stated && day->called > 0;
}

void excess_add(Excess *sum, const Excess *more)
{
    sum->days += more->days;
    sum->by_must += more->by_must;
    sum->by_need += more->by_need;
    sum->by_call += more->by_call;
}

Str excess_causes(Arena *arena, Lang lang, const Excess *excess)
{
    const struct {
        const char *said[2];
        uint32_t days;
    } causes[] = {
        {{"loket", "counters"},     excess->by_need},
        {{"panggilan", "recall"},   excess->by_call},
        {{"wajib hadir", "forced"}, excess->by_must},
    };
    Buf out = buf_in(arena);
    for (size_t i = 0; i < COUNT(causes); i++) {
        if (causes[i].days == 0) continue;
        if (out.len > 0) buf_c(&out, ", ");
        buf_format(&out, "%s %u", causes[i].said[lang], causes[i].days);
    }
    return buf_str(&out);
}

static void add_day(CapSummary *sum, const CapDay *day)
{
    int32_t over = people_over(day);
    bool lower = sum->capped_days == 0 || day->stated < sum->stated;
    if (!day->works) return;
    if (lower) {
        sum->base = day->base;
        sum->stated = day->stated;
    }
    sum->capped_days++;
    sum->in_sum += day->in;
    add_excess_day(&sum->excess, day);
    if (over > sum->over_most) sum->over_most = over;
    if (day->forced > sum->forced_most) sum->forced_most = day->forced;
    sum->closed = sum->closed && day->in == 0 && day->stated == 0;
    sum->heads_only = sum->heads_only && day->free > 0 && day->forced > 0 &&
                      day->forced >= day->stated;
}

static CapSummary cap_summary(const Register *r, const CapLine *line,
                              uint32_t day_count)
{
    CapSummary sum = {
        .line = line,
        .agency = summary_agency(r, line->unit),
        .closed = true,
        .heads_only = true,
    };
    for (uint32_t d = 0; d < day_count; d++)
        add_day(&sum, &line->days[d]);
    sum.closed = sum.closed && sum.capped_days > 0;
    sum.heads_only = sum.heads_only && sum.capped_days > 0;
    return sum;
}

static int by_agency(const void *a, const void *b)
{
    const CapSummary *x = a;
    const CapSummary *y = b;
    if (x->agency.index != y->agency.index)
        return x->agency.index < y->agency.index ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

/* A bound that caps the office; floors and caps on those at home are proved
 * like it, but there is no seat to show. */
static bool caps_office(const RosterMade *made, const CapLine *line)
{
    const Cap *cap = &made->corpus.clauses[line->clause].cap;
    return cap->office && !cap->home && cap->compare != AT_LEAST;
}

static const CapSummary *all_caps(Arena *arena, const RosterMade *made,
                                  uint32_t *count)
{
    const Demand *demand = &made->demand;
    CapSummary *caps = NEW(arena, CapSummary, demand->cap_count);
    *count = 0;
    for (uint32_t i = 0; i < demand->cap_count; i++) {
        if (!caps_office(made, &demand->caps[i])) continue;
        caps[(*count)++] = cap_summary(made->corpus.r, &demand->caps[i],
                                       demand->plan.day_count);
    }
    if (*count > 1) qsort(caps, *count, sizeof caps[0], by_agency);
    return caps;
}

/* ---- agencies ---------------------------------------------------------- */

typedef struct {
    AgencySummary *of_unit; /* by unit */
    uint8_t *works;         /* by unit and day: somebody works */
    uint32_t *forced;       /* by unit and day: in the office by a must */
} Counts;

static bool serves(const Register *r, PersonId person, Window window)
{
    return window_meets(r->people[person.index].window, window);
}

static void count_person(Counts *c, Summary *s, PersonId person)
{
    const Register *r = s->made->corpus.r;
    const Plan *plan = &s->made->demand.plan;
    uint32_t unit = summary_agency(r, r->people[person.index].unit).index;
    AgencySummary *agency = &c->of_unit[unit];
    if (!serves(r, person, plan->window)) return;
    agency->people++;
    s->people++;
    size_t at = (size_t)person.index * plan->day_count;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        unsigned char letter = (unsigned char)plan->cells[at + d];
        CHECK(letter < LETTER_ROOM);
        agency->cells[letter]++;
        s->cells[letter]++;
        Step step = plan->reason[plan->reasons[at + d]].step;
        size_t day = (size_t)unit * plan->day_count + d;
        if (letter != PLACED_NONE) c->works[day] = 1;
        c->forced[day] += letter == PLACED_OFFICE &&
                          (step == STEP_MUST || step == STEP_RECALL);
        s->decided += step == STEP_DECISION;
    }
}

/* Sums over the caps of an agency; without any, its office days. */
static void sum_caps(AgencySummary *agency, const Summary *s)
{
    int64_t tenths = 0;
    for (uint32_t i = 0; i < s->cap_count; i++) {
        const CapSummary *cap = &s->caps[i];
        if (cap->agency.index != agency->unit.index) continue;
        if (agency->cap_count++ == 0) {
            agency->first_cap = i;
            agency->forced = 0;
        }
        agency->base += cap->base;
        agency->stated += cap->stated;
        agency->forced += cap->forced_most;
        agency->over_most += cap->over_most;
        excess_add(&agency->excess, &cap->excess);
        if (cap->capped_days > 0) tenths += cap->in_sum * 10 / cap->capped_days;
    }
    agency->in_tenths = tenths;
    if (agency->cap_count == 0 && agency->days > 0)
        agency->in_tenths =
            (int64_t)(agency->cells[PLACED_OFFICE] * 10 / agency->days);
}

/* Days on which somebody works, and the most that a must brings in. */
static void count_days(const Counts *c, AgencySummary *agency, UnitId unit,
                       uint32_t day_count)
{
    for (uint32_t d = 0; d < day_count; d++) {
        size_t day = (size_t)unit.index * day_count + d;
        int32_t forced = (int32_t)c->forced[day];
        agency->days += c->works[day] != 0;
        if (forced > agency->forced) agency->forced = forced;
    }
}

static void list_agencies(Arena *arena, Counts *c, Summary *s)
{
    const Register *r = s->made->corpus.r;
    uint32_t day_count = s->made->demand.plan.day_count;
    AgencySummary *list = NEW(arena, AgencySummary, r->unit_count);
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        AgencySummary *agency = &c->of_unit[unit.index];
        if (agency->people == 0) continue;
        agency->unit = unit;
        count_days(c, agency, unit, day_count);
        sum_caps(agency, s);
        list[s->agency_count++] = *agency;
    }
    s->agencies = list;
}

/* ---- fairness ---------------------------------------------------------- */

/* The span of office days in one node among those who were free all along. */
typedef struct {
    int days; /* open to the freest */
    int32_t least, most;
} NodeSpan;

static const uint8_t *at_counters(Arena *arena, const Problem *problem)
{
    uint8_t *at = NEW(arena, uint8_t, (size_t)problem->row_count + 1);
    for (uint32_t p = 0; p < problem->post_count; p++) {
        for (uint32_t k = 0; k < problem->posts[p].row_count; k++)
            at[problem->posts[p].rows[k]] = 1;
    }
    return at;
}

static void add_to_span(NodeSpan *span, const ProblemRow *row, int32_t days)
{
    int open = __builtin_popcountll(row->may);
    if (open < span->days) return;
    if (open > span->days) *span = (NodeSpan){open, days, days};
    if (days < span->least) span->least = days;
    if (days > span->most) span->most = days;
}

static void add_to_fair(Fairness *fair, int32_t days)
{
    CHECK(days >= 0 && days < FAIR_DAYS);
    if (fair->people == 0) fair->least = days;
    fair->people++;
    fair->with[days]++;
    if (days < fair->least) fair->least = days;
    if (days > fair->most) fair->most = days;
}

Fairness summary_fairness(Arena *arena, const RosterMade *made, UnitId agency)
{
    const Problem *problem = &made->demand.problem;
    const Register *r = made->corpus.r;
    const uint8_t *counter = at_counters(arena, problem);
    NodeSpan *spans = NEW(arena, NodeSpan, (size_t)problem->node_count + 1);
    Fairness fair = {0};
    for (uint32_t i = 0; i < problem->row_count; i++) {
        const ProblemRow *row = &problem->rows[i];
        UnitId unit = r->people[row->person.index].unit;
        if (row->may == 0 || (agency.index != NO_INDEX &&
                              summary_agency(r, unit).index != agency.index))
            continue;
        int32_t days = summary_office_days(&made->demand.plan, row->person);
        add_to_fair(&fair, days);
        if (counter[i] == 0 && row->must == 0 && row->node != NO_INDEX)
            add_to_span(&spans[row->node], row, days);
    }
    for (uint32_t n = 0; n < problem->node_count; n++) {
        int32_t apart = spans[n].most - spans[n].least;
        if (apart > fair.apart) fair.apart = apart;
    }
    return fair;
}

/* ---- all --------------------------------------------------------------- */

Summary summary_make(Arena *arena, const RosterMade *made)
{
    const Register *r = made->corpus.r;
    size_t cells = (size_t)r->unit_count * made->demand.plan.day_count;
    Counts counts = {
        .of_unit = NEW(arena, AgencySummary, r->unit_count),
        .works = NEW(arena, uint8_t, cells),
        .forced = NEW(arena, uint32_t, cells),
    };
    Summary s = {.made = made};
    s.caps = all_caps(arena, made, &s.cap_count);
    for (uint32_t i = 0; i < r->person_count; i++)
        count_person(&counts, &s, (PersonId){i});
    list_agencies(arena, &counts, &s);
    s.fair = summary_fairness(arena, made, NO_UNIT);
    return s;
}
