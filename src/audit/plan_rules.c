/* SPDX-License-Identifier: Apache-2.0 */
#include "audit/rules.h"
#include "base/rand.h"

/*
 * The law is asked anew for every person and day (circular/law.h); what it
 * settles is compared, what it leaves open is counted.  Caps and counters are
 * then judged from the cells alone, by arithmetic of their own.
 */
typedef struct {
    const Plan *plan;
    const Corpus *corpus;
    Directive *said;   /* of one day, per person */
    int32_t *office;   /* days in the office, per person */
    uint8_t *has_open; /* some cell of the person was open */
    PlanCount count;
    CapBook book;
    DaysBook *weeks;
} Review;

static bool days_are_whole(const Plan *plan, Err *err)
{
    Window w = plan->window;
    if (window_is_empty(w) || date_is(w.first, DATE_ALWAYS) ||
        date_is(w.last, DATE_NEVER) ||
        (int64_t)window_days(w) != (int64_t)plan->day_count)
        return FAIL(err, ERR_INPUT, "the plan's %u days are not its window",
                    plan->day_count);
    char text[DATE_TEXT];
    for (uint32_t d = 0; d < plan->day_count; d++) {
        if (!date_is(plan->days[d], date_plus(w.first, (int32_t)d)))
            return FAIL(err, ERR_INPUT, "%s is not day %u of the window",
                        date_iso(plan->days[d], text), d);
    }
    return true;
}

/* Turns begin where a public number says: the digest of the first letter that
 * places anybody, so that nobody can choose who is first. */
static bool seed_holds(const Plan *plan, const Corpus *corpus, Err *err)
{
    uint32_t l = 0;
    while (l < corpus->letter_count &&
           date_is(corpus->letters[l].first_effect, DATE_NEVER))
        l++;
    bool placed = l < corpus->letter_count;
    uint64_t seed = placed ? rand_digest(corpus->letters[l].cite) : 0;
    if (plan->seed == seed) return true;
    (void)FAIL(err, ERR_INPUT,
               "the seed is %llu, but that of the letters is %llu",
               (unsigned long long)plan->seed, (unsigned long long)seed);
    return err_id(err, "bibit giliran %llu, padahal menurut surat %llu",
                  (unsigned long long)plan->seed, (unsigned long long)seed);
}

static bool of_another(Str has, Str should, Err *err)
{
    (void)FAIL(err, ERR_INPUT, "the plan is of '%.*s', the letters of '%.*s'",
               STR_ARG(has), STR_ARG(should));
    return err_id(err, "jadwal ini milik '%.*s', suratnya milik '%.*s'",
                  STR_ARG(has), STR_ARG(should));
}

static bool shape_holds(const Plan *plan, const Corpus *corpus, Err *err)
{
    if (!str_is(plan->government, corpus->government->code))
        return of_another(plan->government, corpus->government->code, err);
    if (!date_is(plan->known, corpus->known))
        return FAIL(err, ERR_INPUT,
                    "plan and letters are of different days of knowledge");
    if (plan->person_count != corpus->r->person_count)
        return FAIL(err, ERR_INPUT, "the plan has %u people, the register %u",
                    plan->person_count, corpus->r->person_count);
    return seed_holds(plan, corpus, err) && days_are_whole(plan, err);
}

/* ---- cells ------------------------------------------------------------- */

/* `word` and `kata`: what the letters say, in both languages. */
static bool is_elsewhere(const RuleDay *day, uint32_t person, const char *word,
                         const char *kata, Err *err)
{
    char has = rule_cell(day, person), text[DATE_TEXT];
    Str code = day->corpus->r->people[person].code;
    (void)date_iso(day->date, text);
    (void)FAIL(err, ERR_INPUT, "%.*s on %s: '%c', but %s", STR_ARG(code), text,
               has, word);
    return err_id(err, "%.*s pada %s: '%c', padahal %s", STR_ARG(code), text,
                  has, kata);
}

static bool is_not_said(const RuleDay *day, uint32_t person, char should,
                        Err *err)
{
    char word[] = "the letters say 'X'", kata[] = "menurut surat 'X'";
    word[sizeof word - 3] = kata[sizeof kata - 3] = should;
    return is_elsewhere(day, person, word, kata, err);
}

/* Floors alone bound them, and the other rules have them at work: no turn. */
static bool is_usual(const RuleDay *day, uint32_t person)
{
    return day->said[person].letter == PLACED_OPEN &&
           day->said[person].otherwise == PLACED_OFFICE;
}

static bool letter_holds_here(const RuleDay *day, uint32_t person, Err *err)
{
    char has = rule_cell(day, person), should = day->said[person].letter;
    if (should != PLACED_OPEN && has != should)
        return is_not_said(day, person, should, err);
    if (is_usual(day, person) && has != PLACED_OFFICE)
        return is_elsewhere(day, person, "a floor sends nobody home",
                            "batas paling sedikit tidak memulangkan siapa pun",
                            err);
    if (should == PLACED_OPEN && has != PLACED_OFFICE && has != PLACED_HOME)
        return is_elsewhere(day, person, "the turn is between office and home",
                            "gilirannya antara kantor dan rumah", err);
    return true;
}

static void count_cell(Review *v, const RuleDay *day, uint32_t person)
{
    bool in = rule_cell(day, person) == PLACED_OFFICE;
    bool open =
        day->said[person].letter == PLACED_OPEN && !is_usual(day, person);

    v->office[person] += in;
    v->has_open[person] |= open;
    v->count.open += open;
    v->count.seats += open && in;
}

static bool people_hold(Review *v, const RuleDay *day, Err *err)
{
    for (uint32_t p = 0; p < v->plan->person_count; p++) {
        v->said[p] = law_person(day->law, (PersonId){p});
        if (v->said[p].tied)
            return is_elsewhere(day, p,
                                "two clauses differ and neither is narrower",
                                "dua aturan berbeda dan tidak ada yang lebih "
                                "khusus",
                                err);
        if (!letter_holds_here(day, p, err) || !reason_rule_holds(day, p, err))
            return false;
        count_cell(v, day, p);
    }
    return true;
}

/* An officer of a counter that is open that day. */
static bool may_serve(const RuleDay *day, uint32_t person)
{
    const Register *r = day->corpus->r;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        if (!counter_rule_opens(day, &r->counters[c])) continue;
        for (size_t s = 0; s < r->counters[c].staff_count; s++) {
            if (r->counters[c].staff[s].index == person) return true;
        }
    }
    return false;
}

/* Days of each person in a week or month may call them as well. */
static bool days_are_bounded(const Corpus *corpus)
{
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        if (corpus->clauses[i].act == ACT_DAYS) return true;
    }
    return false;
}

/* In the office though the other rules have them at home, and neither a floor
 * (`wanted`) nor a counter would miss them. */
static uint64_t spare_on(const RuleDay *day, const uint8_t *wanted)
{
    uint64_t spare = 0;
    if (days_are_bounded(day->corpus)) return 0;
    for (uint32_t p = 0; p < day->plan->person_count; p++) {
        const Directive *said = &day->said[p];
        spare += said->letter == PLACED_OPEN &&
                 said->otherwise == PLACED_HOME &&
                 rule_cell(day, p) == PLACED_OFFICE && wanted[p] == 0 &&
                 !may_serve(day, p);
    }
    return spare;
}

/* ---- the whole --------------------------------------------------------- */

static bool day_holds(Review *v, uint32_t d, Arena *scratch, Err *err)
{
    uint64_t missed = 0;
    uint8_t *wanted = NEW(scratch, uint8_t, (size_t)v->plan->person_count + 1);
    RuleDay day = {
        .plan = v->plan,
        .corpus = v->corpus,
        .law = law_day(scratch, v->corpus, v->plan->days[d]),
        .date = v->plan->days[d],
        .day = d,
        .said = v->said,
    };
    if (!row_rule_holds(&day, err) || !people_hold(v, &day, err) ||
        !days_rule_holds(&day, v->weeks, err) ||
        !cap_rule_holds(&day, &v->book, wanted, scratch, err) ||
        !counter_rule_holds(&day, scratch, &missed, err))
        return false;
    v->count.missed += missed;
    v->count.spare += spare_on(&day, wanted);
    return true;
}

static CapBook book_of(const Corpus *corpus, Arena *scratch)
{
    size_t count = (size_t)corpus->clause_count * corpus->r->unit_count;
    CapBook book = {.line_of = NEW(scratch, uint32_t, count)};
    for (size_t i = 0; i < count; i++)
        book.line_of[i] = NO_INDEX;
    return book;
}

static void sum_fairness(Review *v)
{
    for (uint32_t p = 0; p < v->plan->person_count; p++) {
        int64_t days = v->office[p];
        if (v->has_open[p] != 0) v->count.fairness += days * days;
    }
}

bool audit_plan(const Plan *plan, const Corpus *corpus, Arena *scratch,
                PlanCount *out, Err *err)
{
    Review v = {
        .plan = plan,
        .corpus = corpus,
        .said = NEW(scratch, Directive, plan->person_count),
        .office = NEW(scratch, int32_t, plan->person_count),
        .has_open = NEW(scratch, uint8_t, plan->person_count),
        .book = book_of(corpus, scratch),
        .weeks = days_book_open(corpus, scratch),
    };
    if (!shape_holds(plan, corpus, err)) return false;
    for (uint32_t d = 0; d < plan->day_count; d++) {
        if (!day_holds(&v, d, scratch, err)) return false;
    }
    v.count.caps = v.book.lines.at;
    v.count.cap_count = v.book.lines.count;
    sum_fairness(&v); /* under 2^32 people of under 2^17 days: no overflow */
    *out = v.count;
    return true;
}
