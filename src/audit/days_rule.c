/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"

/*
 * Days of a person in a week or month, counted from the cells of the plan:
 *
 *     at most n there:    there <= max(n, settled there)
 *     at least n there:   there >= min(n - missing, settled there + open)
 *
 * `missing` are working days of the window that are not counted at all, since
 * the clause does not mean the person on them or the plan has no such day.
 */
typedef struct {
    int32_t there, settled, open, works; /* days that are counted */
} DaysCount;

struct DaysBook {
    DaysCount *count; /* per clause and person */
};

DaysBook *days_book_open(const Corpus *corpus, Arena *arena)
{
    DaysBook *book = NEW(arena, DaysBook, 1);
    size_t size = (size_t)corpus->clause_count * corpus->r->person_count;
    bool any = false;
    for (uint32_t i = 0; i < corpus->clause_count; i++)
        any |= corpus->clauses[i].act == ACT_DAYS;
    book->count = NEW(arena, DaysCount, any ? size + 1 : 1);
    return book;
}

/* ---- the window ---------------------------------------------------------- */

static bool is_same_window(const Clause *clause, Date a, Date b)
{
    if (clause->days.unit == WEEKS)
        return a.days - (int32_t)date_weekday(a) ==
               b.days - (int32_t)date_weekday(b);
    return date_civil(a).year == date_civil(b).year &&
           date_civil(a).month == date_civil(b).month;
}

/* Working days of the person's unit in the window that has the day. */
static int32_t works_in_window(const RuleDay *day, const Clause *clause,
                               uint32_t person)
{
    const Corpus *c = day->corpus;
    uint8_t week = c->r->units[c->r->people[person].unit.index].week;
    int32_t count = 0;
    for (int32_t shift = -31; shift <= 31; shift++) {
        Date other = date_plus(day->date, shift);
        count += is_same_window(clause, day->date, other) &&
                 calendar_works(c->calendar, week, other, c->known);
    }
    return count;
}

/* ---- counting and judging ------------------------------------------------ */

static void count_day(const RuleDay *day, const Clause *clause, uint32_t person,
                      DaysCount *n)
{
    char place = clause->cap.office ? PLACED_OFFICE : PLACED_HOME;
    char said = day->said[person].letter;
    n->there += rule_cell(day, person) == place;
    n->settled += said == place;
    n->open += said == PLACED_OPEN;
    n->works += law_works(day->law, (PersonId){person});
}

static bool is_out(const RuleDay *day, const Clause *clause, uint32_t person,
                   int there, int limit, bool most, Err *err)
{
    char text[DATE_TEXT];
    Str code = day->corpus->r->people[person].code;
    (void)date_iso(day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s until %s: %d days by %.*s, at %s %d",
               STR_ARG(code), text, there, STR_ARG(clause->cite),
               most ? "most" : "least", limit);
    return err_id(err, "%.*s sampai dengan %s: %d hari menurut %.*s, %s %d",
                  STR_ARG(code), text, there, STR_ARG(clause->cite),
                  most ? "paling banyak" : "paling sedikit", limit);
}

static bool window_holds(const RuleDay *day, const Clause *clause,
                         uint32_t person, const DaysCount *n, Err *err)
{
    int32_t missing = works_in_window(day, clause, person) - n->works;
    int32_t most = clause->cap.number, least = clause->cap.number - missing;
    if (most < n->settled) most = n->settled;
    if (least > n->settled + n->open) least = n->settled + n->open;
    if (clause->cap.compare != AT_LEAST && n->there > most)
        return is_out(day, clause, person, n->there, most, true, err);
    if (clause->cap.compare != AT_MOST && n->there < least)
        return is_out(day, clause, person, n->there, least, false, err);
    return true;
}

/* The window ends with this day, or with the plan. */
static bool ends(const RuleDay *day, const Clause *clause)
{
    return day->day + 1 == day->plan->day_count ||
           !is_same_window(clause, day->date, date_plus(day->date, 1));
}

static bool clause_holds_for_all(const RuleDay *day, uint32_t id,
                                 DaysBook *book, Err *err)
{
    const Corpus *c = day->corpus;
    const Clause *clause = &c->clauses[id];
    bool in_force = clause_holds(c, (ClauseId){id}, day->date);
    for (uint32_t p = 0; p < c->r->person_count; p++) {
        DaysCount *n = &book->count[(size_t)id * c->r->person_count + p];
        if (in_force && law_means(day->law, (ClauseId){id}, (PersonId){p}))
            count_day(day, clause, p, n);
        if (!ends(day, clause)) continue;
        if (!window_holds(day, clause, p, n, err)) return false;
        *n = (DaysCount){0};
    }
    return true;
}

bool days_rule_holds(const RuleDay *day, DaysBook *book, Err *err)
{
    for (uint32_t i = 0; i < day->corpus->clause_count; i++) {
        if (day->corpus->clauses[i].act == ACT_DAYS &&
            !clause_holds_for_all(day, i, book, err))
            return false;
    }
    return true;
}
