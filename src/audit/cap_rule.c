/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"

/*
 * A cap is counted in each unit that it concerns.  With n people in the base
 * and p hundredths of a percent, the share is n * p / 10000, whole people by
 * the letter's rounding.  `forced` are those whom the law itself puts in the
 * place, `called` those who are there by recall, meeting or visit: they take
 * nobody's turn.
 *
 *     at most:   there - called <= max(number, floor, forced + need)
 *     at least:  there >= min(number, forced + called + open)
 *
 * `need` is not 0 only where a clause lets the cap be exceeded: officers that
 * the unit's counters need beside those who are forced.
 */
typedef struct {
    int32_t base, counted, forced, called, open, there, need;
    bool works;
} CapCount;

typedef struct {
    const RuleDay *day;
    const Clause *clause;
    ClauseId id;
    CapCount *units; /* per unit of the register */
} CapReview;

static bool is_in_place(const Cap *cap, char letter)
{
    return (cap->office && letter == PLACED_OFFICE) ||
           (cap->home && letter == PLACED_HOME) ||
           (cap->leave && letter == PLACED_LEAVE);
}

static bool is_in_base(const CapReview *c, PersonId person)
{
    const Selection *base = c->clause->cap.base;
    if (base == NULL) return true;
    Profile profile = law_profile(c->day->law, person);
    return selection_has(base, c->day->corpus->r, &profile, person,
                         c->day->date, c->day->corpus->known) != PICK_NOT;
}

static void count_person(const CapReview *c, PersonId person)
{
    const Cap *cap = &c->clause->cap;
    const Directive *said = &c->day->said[person.index];
    UnitId level = law_level_unit(c->day->law, c->id, person);
    UnitId unit = law_cap_unit(c->day->law, c->id, person);
    bool fixed = is_in_place(cap, said->letter);
    bool called = fixed && said->step == STEP_RECALL;

    if (level.index != NO_INDEX && is_in_base(c, person)) {
        c->units[level.index].base++;
        c->units[level.index].works |= law_works(c->day->law, person);
    }
    if (unit.index == NO_INDEX) return;
    c->units[unit.index].counted++;
    c->units[unit.index].forced += fixed && !called;
    c->units[unit.index].called += called;
    c->units[unit.index].open += said->letter == PLACED_OPEN;
    c->units[unit.index].there +=
        is_in_place(cap, rule_cell(c->day, person.index));
}

static void count_people(const CapReview *c)
{
    const Register *r = c->day->corpus->r;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_is_active(r, (PersonId){p}, c->day->date))
            count_person(c, (PersonId){p});
    }
}

/* ---- counters that may exceed ------------------------------------------ */

static bool exceeds(const CapReview *c, const Clause *clause, UnitId counter,
                    UnitId unit)
{
    bool targets = false;
    if (clause->act != ACT_EXCEED) return false;
    for (uint32_t i = 0; i < clause->target_count; i++)
        targets |= clause->targets[i].index == c->id.index;
    return targets &&
           (clause->units == NULL || clause->units[counter.index] != 0 ||
            clause->units[unit.index] != 0);
}

static bool may_exceed(const CapReview *c, UnitId counter, UnitId unit)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(c->day->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (exceeds(c, corpus_clause(c->day->corpus, clauses[i]), counter,
                    unit))
            return true;
    }
    return false;
}

/* Officers of the unit that the counter wants beside those whom the law forces
 * to come, as far as there are any. */
static int32_t wanted(const CapReview *c, const Counter *counter, UnitId unit)
{
    int32_t lacking = counter->need, open = 0;
    for (size_t s = 0; s < counter->staff_count; s++) {
        PersonId person = counter->staff[s];
        const Directive *said = &c->day->said[person.index];
        bool own = law_cap_unit(c->day->law, c->id, person).index == unit.index;
        lacking -= said->letter == PLACED_OFFICE && said->step != STEP_RECALL;
        open += own && said->letter == PLACED_OPEN;
    }
    if (lacking < 0) return 0;
    return lacking < open ? lacking : open;
}

static void count_needs(const CapReview *c)
{
    const Corpus *corpus = c->day->corpus;
    for (uint32_t i = 0; i < corpus->r->counter_count; i++) {
        const Counter *counter = &corpus->r->counters[i];
        UnitId unit = cap_level_unit(corpus, c->id, counter->unit);
        if (counter->kind == COUNTER_DESK && unit.index != NO_INDEX &&
            counter_rule_opens(c->day, counter) &&
            may_exceed(c, counter->unit, unit))
            c->units[unit.index].need += wanted(c, counter, unit);
    }
}

/* ---- judging ----------------------------------------------------------- */

static int64_t number_of(const Cap *cap, int32_t base)
{
    if (!cap->share) return cap->number;
    int64_t parts = (int64_t)base * cap->number;
    int64_t whole = parts / 10000;
    bool rest = whole * 10000 != parts;
    return whole + (rest && cap->rounding == ROUND_UP);
}

static int64_t stated_of(const Cap *cap, const CapCount *n)
{
    int64_t number = number_of(cap, n->base);
    return number < cap->floor_number ? cap->floor_number : number;
}

/* Without those called. */
static int64_t most_of(const Cap *cap, const CapCount *n)
{
    int64_t stated = stated_of(cap, n);
    int64_t forced = (int64_t)n->forced + n->need;
    return stated < forced ? forced : stated;
}

static int64_t least_of(const Cap *cap, const CapCount *n)
{
    int64_t least = number_of(cap, n->base);
    int64_t able = (int64_t)n->forced + n->called + n->open;
    return least < able ? least : able;
}

/* `word` and `kata`: "at most" or "at least", in both languages. */
static bool out_of_bounds(const CapReview *c, uint32_t unit, const char *word,
                          const char *kata, int64_t limit, Err *err)
{
    Str code = c->day->corpus->r->units[unit].code, cite = c->clause->cite;
    int there = c->units[unit].there;
    char text[DATE_TEXT];
    (void)date_iso(c->day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: %d counted by %.*s, %s %lld",
               STR_ARG(code), text, there, STR_ARG(cite), word,
               (long long)limit);
    return err_id(err, "%.*s pada %s: %d orang menurut %.*s, %s %lld",
                  STR_ARG(code), text, there, STR_ARG(cite), kata,
                  (long long)limit);
}

static bool unit_holds(const CapReview *c, uint32_t unit, Err *err)
{
    const Cap *cap = &c->clause->cap;
    const CapCount *n = &c->units[unit];

    if (cap->compare != AT_LEAST && n->there - n->called > most_of(cap, n))
        return out_of_bounds(c, unit, "at most", "paling banyak",
                             most_of(cap, n) + n->called, err);
    if (cap->compare != AT_MOST && n->there < least_of(cap, n))
        return out_of_bounds(c, unit, "at least", "paling sedikit",
                             least_of(cap, n), err);
    return true;
}

/* ---- the book ---------------------------------------------------------- */

static CapDay *day_in_book(const CapReview *c, uint32_t unit, CapBook *book,
                           Arena *arena)
{
    size_t at = (size_t)c->id.index * c->day->corpus->r->unit_count + unit;
    if (book->line_of[at] == NO_INDEX) {
        CapLine line = {.clause = c->id.index, .unit = {unit}};
        line.days = NEW(arena, CapDay, c->day->plan->day_count);
        book->line_of[at] = (uint32_t)book->lines.count;
        VEC_PUSH(arena, &book->lines, line);
    }
    return &book->lines.at[book->line_of[at]].days[c->day->day];
}

static void note(const CapReview *c, uint32_t unit, CapBook *book, Arena *arena)
{
    const Cap *cap = &c->clause->cap;
    const CapCount *n = &c->units[unit];
    if (n->counted == 0) return;

    int64_t stated = stated_of(cap, n);
    int64_t without = stated < n->forced ? n->forced : stated;
    *day_in_book(c, unit, book, arena) = (CapDay){
        .base = n->base,
        .stated = (int32_t)stated,
        .forced = n->forced,
        .called = n->called,
        .need = (int32_t)(most_of(cap, n) - without),
        .in = n->there,
        .free = n->open,
        .works = n->works,
    };
}

/* Whom a floor counts in a unit where it has nobody to spare. */
static void note_wanted(const CapReview *c, uint8_t *wanted)
{
    const Cap *cap = &c->clause->cap;
    if (cap->compare == AT_MOST || !cap->office) return;
    for (uint32_t p = 0; p < c->day->plan->person_count; p++) {
        UnitId unit = law_cap_unit(c->day->law, c->id, (PersonId){p});
        if (unit.index == NO_INDEX) continue;
        const CapCount *n = &c->units[unit.index];
        wanted[p] |= n->there - n->called <= stated_of(cap, n);
    }
}

static bool cap_holds(const RuleDay *day, ClauseId id, CapBook *book,
                      uint8_t *wanted, Arena *scratch, Err *err)
{
    uint32_t units = day->corpus->r->unit_count;
    CapReview c = {
        .day = day,
        .clause = corpus_clause(day->corpus, id),
        .id = id,
        .units = NEW(scratch, CapCount, units),
    };
    count_people(&c);
    count_needs(&c);
    for (uint32_t u = 0; u < units; u++) {
        if (!unit_holds(&c, u, err)) return false;
        note(&c, u, book, scratch);
    }
    note_wanted(&c, wanted);
    return true;
}

bool cap_rule_holds(const RuleDay *day, CapBook *book, uint8_t *wanted,
                    Arena *scratch, Err *err)
{
    uint32_t count = 0;
    const ClauseId *clauses = law_clauses(day->law, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (corpus_clause(day->corpus, clauses[i])->act == ACT_CAP &&
            !cap_holds(day, clauses[i], book, wanted, scratch, err))
            return false;
    }
    return true;
}
