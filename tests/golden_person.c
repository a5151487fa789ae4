/* SPDX-License-Identifier: Apache-2.0 */
#include "circular/explain.h"
#include "golden.h"

/*
 * Rows about people.  Every person-day that the row means is put to the law;
 * of what differs the first is told, with how many there are.
 */

typedef struct {
    GoldenWorld *world;
    const GoldenRow *row;
    const Office *office;
    const Corpus *corpus;
    GoldenWho who;
    GoldenWhen when;
    int letter;       /* expected: a Placed; PLACED_OPEN: in turn */
    RosterMade *made; /* when in turn */
    uint64_t asked, wrong, unexplained;
    bool only_first;
} Asking;

static Arena *arena_of(const Asking *a)
{
    return a->office->arena;
}

/* ---- why: one piece of the column against the directive -------------------
 */

static Str cite_of(const Asking *a, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"-", 1}
                                : corpus_clause(a->corpus, id)->cite;
}

static bool is_extended_by(const Asking *a, const Directive *d, Str number)
{
    return d->extended_by != NO_INDEX &&
           letter_number_is(a->corpus->letters[d->extended_by].cite, number);
}

/* "09.00-11.00": the office for those hours. */
static bool is_part(const Asking *a, const Directive *d, Str hours)
{
    Str want = str_format(arena_of(a), "%02d.%02d-%02d.%02d", d->part_from / 60,
                          d->part_from % 60, d->part_to / 60, d->part_to % 60);
    return d->part == PLACED_OFFICE && str_is(want, hours);
}

static bool piece_holds(const Asking *a, const Directive *d, Str piece)
{
    Str cite = {"", 0};
    Step step = STEP_COUNT;
    if (golden_take(&piece, "perubahan")) return is_extended_by(a, d, piece);
    if (golden_take(&piece, "pukul")) return is_part(a, d, piece);
    if (golden_take(&piece, "batas"))
        return golden_cite(arena_of(a), a->row, piece, &cite) &&
               str_is(cite_of(a, d->cap), cite);
    if (golden_take(&piece, "sisanya"))
        return golden_cite(arena_of(a), a->row, piece, &cite) &&
               str_is(cite_of(a, d->rest), cite);
    if (golden_cite(arena_of(a), a->row, piece, &cite))
        return str_is(cite_of(a, d->by), cite);
    return step_parse(piece, &step) && d->step == step;
}

static bool why_holds(const Asking *a, const Directive *d)
{
    Str rest = a->row->why;
    Str piece = {"", 0};
    if (str_is(rest, STR("-"))) return true;
    while (str_next(&rest, ',', &piece)) {
        if (!piece_holds(a, d, str_trim(piece))) return false;
    }
    return true;
}

/* ---- the explanation names what decided ------------------------------------
 */

static bool is_named(const Explanation *e, Str cite)
{
    for (size_t i = 0; i < e->step_count; i++) {
        if (str_is(e->steps[i].cite, cite)) return true;
    }
    return false;
}

static bool text_has(const Explanation *e, Str words)
{
    for (size_t i = 0; i < e->step_count; i++) {
        if (str_find(e->steps[i].text, words, 0) != SIZE_MAX) return true;
    }
    return false;
}

static bool is_explained(const Asking *a, const LawDay *law, PersonId person,
                         const Directive *d)
{
    Explanation e = {0};
    explain_cell(arena_of(a), law, person, d->letter, NULL, LANG_ID, &e);
    if (d->by.index != NO_INDEX && !is_named(&e, cite_of(a, d->by)))
        return false;
    if (d->letter == PLACED_OPEN && !is_named(&e, cite_of(a, d->cap)))
        return false;
    return d->extended_by == NO_INDEX ||
           text_has(&e, a->corpus->letters[d->extended_by].cite);
}

/* ---- one person-day
 * ---------------------------------------------------------- */

static void tell(Asking *a, PersonId person, Date day, const Directive *d)
{
    const Person *p = &a->office->r.people[person.index];
    char text[DATE_TEXT];
    Str step = step_code(d->step);
    if (a->wrong++ > 0) return;
    golden_fail(a->row,
                "%.*s %.*s (%.*s, %.*s) on %s: %c, not %c; %.*s by %.*s, cap "
                "%.*s",
                STR_ARG(p->code), STR_ARG(p->name), STR_ARG(p->title),
                STR_ARG(a->office->r.units[p->unit.index].code),
                date_iso(day, text), d->letter, a->letter, STR_ARG(step),
                STR_ARG(cite_of(a, d->by)), STR_ARG(cite_of(a, d->cap)));
}

/* In turn: the plan has the person in the office or at home that day. */
static bool plan_agrees(const Asking *a, PersonId person, Date day)
{
    if (a->letter != PLACED_OPEN) return true;
    const Plan *plan = &a->made->demand.plan;
    uint32_t at = plan_day(plan, day);
    if (at == NO_INDEX) return false;
    char cell = plan_cell(plan, person, at);
    return cell == PLACED_OFFICE || cell == PLACED_HOME;
}

static void ask(Asking *a, LawDay *law, PersonId person)
{
    Date day = law_date(law);
    Directive d = law_person(law, person);
    if (d.letter != a->letter || d.tied || !why_holds(a, &d) ||
        !plan_agrees(a, person, day))
        tell(a, person, day, &d);
    else if (a->asked == 0 && !is_explained(a, law, person, &d))
        golden_fail(a->row, "the explanation does not name what decided");
    a->asked++;
}

static bool is_meant(const Asking *a, PersonId person, Date day)
{
    GoldenWho who = a->who;
    if (a->letter == PLACED_NONE && who.state.len == 0)
        who.state = STR("libur");
    if (a->letter == PLACED_CLOSED && who.state.len == 0)
        who.state = STR("ditutup");
    return golden_who_has(a->office, &who, person, day, a->when.known);
}

static void ask_day(Asking *a, Date day)
{
    LawDay *law = golden_day(a->world, day, a->when.known);
    for (uint32_t p = 0; p < a->office->r.person_count; p++) {
        PersonId person = {p};
        if (!is_meant(a, person, day)) continue;
        ask(a, law, person);
        if (a->only_first) return;
    }
}

/* ---- the row
 * ------------------------------------------------------------------- */

static bool read_result(Asking *a)
{
    Str result = a->row->result;
    Str said = {"", 0};
    if (str_is(result, STR("bergilir"))) {
        a->letter = PLACED_OPEN;
        a->made = golden_roster(a->world, a->when.known, &said);
        if (a->made == NULL)
            golden_fail(a->row, "no plan: %.*s", STR_ARG(said));
        return a->made != NULL;
    }
    a->letter = result.len == 1 ? result.ptr[0] : '\0';
    if (placed_is((char)a->letter)) return true;
    golden_fail(a->row, "hasil '%.*s' is no letter of a plan", STR_ARG(result));
    return false;
}

static void ask_all(GoldenWorld *world, const GoldenRow *row, Str rest,
                    bool only_first)
{
    Str wrong = {"", 0};
    Asking a = {.world = world,
                .row = row,
                .office = golden_office(world),
                .who = golden_who(rest),
                .when = golden_when(row->when),
                .only_first = only_first};
    a.corpus = golden_corpus(world, a.when.known, &wrong);
    if (a.corpus == NULL) {
        golden_fail(row, "no law: %.*s", STR_ARG(wrong));
    } else if (!golden_who_known(&a.office->r, &a.who, &wrong)) {
        golden_fail(row, "'%.*s' is neither people nor a unit", STR_ARG(wrong));
    } else if (read_result(&a)) {
        for (Date day = a.when.window.first;
             !date_before(a.when.window.last, day); day = date_plus(day, 1))
            ask_day(&a, day);
        if (a.asked == 0) golden_fail(row, "it means nobody on any day");
        if (a.wrong > 1)
            golden_fail(row, "%llu of %llu person-days differ",
                        (unsigned long long)a.wrong,
                        (unsigned long long)a.asked);
    }
}

void golden_all(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    ask_all(world, row, rest, false);
}

void golden_one(GoldenWorld *world, const GoldenRow *row, Str rest)
{
    ask_all(world, row, rest, true);
}
