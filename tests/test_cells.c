/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every cell of the rosters of the five governments: its reason names rules
 * that are there and in force, the law gives the same letter again, and it can
 * be explained.  The same input gives the same bytes.
 */
#include "circular/explain.h"
#include "golden.h"

#include <stdio.h>

static const char *const governments[] = {
    "examples/bontang", "examples/balikpapan",    "examples/paser",
    "examples/kotim",   "examples/bandarlampung",
};

typedef struct {
    const Corpus *corpus;
    const Plan *plan;
    LawDay *law;
    uint32_t day;
    uint8_t *explained; /* per reason, on this day */
    Arena *scratch;
    uint64_t cells, turns, explanations, wrong;
} Walk;

static void tell(Walk *w, uint32_t person, const char *what)
{
    const Person *p = &w->corpus->r->people[person];
    char text[DATE_TEXT];
    if (w->wrong++ > 4) return;
    (void)printf("  %.*s %.*s on %s: %s\n", STR_ARG(p->code), STR_ARG(p->name),
                 date_iso(w->plan->days[w->day], text), what);
}

/* ---- the reason
 * ---------------------------------------------------------------- */

static bool is_in_force(const Walk *w, Str cite)
{
    ClauseId id = corpus_find(w->corpus, cite);
    return id.index != NO_INDEX &&
           clause_holds(w->corpus, id, w->plan->days[w->day]);
}

/* The amending letter, or the cap beside the rule for those left over. */
static bool other_is_there(const Walk *w, const Reason *reason)
{
    if (reason->other.len == 0) return true;
    if (reason->step == STEP_TURN) return is_in_force(w, reason->other);
    return golden_letter(w->corpus, reason->other) != NO_INDEX;
}

static bool needs_rule(Step step)
{
    return step == STEP_EXEMPT || step == STEP_DECISION || step == STEP_MUST ||
           step == STEP_TURN || step == STEP_MAY || step == STEP_REST;
}

static bool needs_thing(Step step)
{
    return step == STEP_CLOSURE || step == STEP_ABSENCE ||
           step == STEP_RECALL || step == STEP_TURN;
}

static bool reason_is_whole(const Walk *w, const Reason *reason)
{
    bool ruled = reason->rule.len > 0 ? is_in_force(w, reason->rule)
                                      : !needs_rule(reason->step);
    return ruled && other_is_there(w, reason) &&
           (reason->thing.len > 0) == needs_thing(reason->step);
}

/* ---- the law asked again
 * ----------------------------------------------------------- */

static Str cite_of(const Walk *w, ClauseId id)
{
    return id.index == NO_INDEX ? (Str){"", 0}
                                : corpus_clause(w->corpus, id)->cite;
}

static bool turn_agrees(const Walk *w, const Directive *d, char cell,
                        const Reason *reason)
{
    bool in = cell == PLACED_OFFICE;
    Str cap = cite_of(w, d->cap);
    Str rest = d->rest.index == NO_INDEX ? cap : cite_of(w, d->rest);
    return d->letter == PLACED_OPEN && (in || cell == PLACED_HOME) &&
           str_is(reason->rule, in ? cap : rest) &&
           (in || d->rest.index == NO_INDEX || str_is(reason->other, cap));
}

static bool law_agrees(const Walk *w, const Directive *d, char cell,
                       const Reason *reason)
{
    if (reason->step == STEP_TURN) return turn_agrees(w, d, cell, reason);
    return d->letter == cell && d->step == reason->step && !d->tied &&
           str_is(reason->rule, cite_of(w, d->by));
}

/* ---- the explanation
 * ---------------------------------------------------------------- */

static bool cite_is_there(const Walk *w, Str cite)
{
    return cite.len == 0 || is_in_force(w, cite) ||
           golden_letter(w->corpus, cite) != NO_INDEX;
}

static bool is_explained(Walk *w, PersonId person, char cell,
                         const Reason *reason)
{
    Explanation e = {0};
    bool named = reason->rule.len == 0;
    explain_cell(w->scratch, w->law, person, cell, NULL, LANG_EN, &e);
    for (size_t i = 0; i < e.step_count; i++) {
        if (!cite_is_there(w, e.steps[i].cite) || e.steps[i].text.len == 0)
            return false;
        named |= str_is(e.steps[i].cite, reason->rule);
    }
    w->explanations++;
    return named && e.step_count > 0 && e.letter == cell && e.verdict.len > 0;
}

/* ---- the walk
 * ------------------------------------------------------------------------- */

static void check_cell(Walk *w, uint32_t person)
{
    size_t at = (size_t)person * w->plan->day_count + w->day;
    char cell = w->plan->cells[at];
    uint16_t index = w->plan->reasons[at];
    const Reason *reason = &w->plan->reason[index];
    Directive d = law_person(w->law, (PersonId){person});
    w->cells++;
    w->turns += reason->step == STEP_TURN;
    if (!reason_is_whole(w, reason)) tell(w, person, "its reason has gaps");
    if (!law_agrees(w, &d, cell, reason)) tell(w, person, "the law differs");
    if (w->explained[index] != 0) return;
    w->explained[index] = 1;
    if (!is_explained(w, (PersonId){person}, cell, reason))
        tell(w, person, "its explanation does not name its rule");
}

static void walk_day(Walk *w)
{
    AUTO(arena_done) Arena *scratch = arena_open(1 << 16);
    w->scratch = scratch;
    w->law = law_day(scratch, w->corpus, w->plan->days[w->day]);
    w->explained = NEW(scratch, uint8_t, w->plan->reason_count + 1);
    for (uint32_t p = 0; p < w->plan->person_count; p++) {
        check_cell(w, p);
    }
}

FACT(every_cell_has_a_reason_that_the_law_confirms)
{
    for (size_t i = 0; i < COUNT(governments); i++) {
        ROW("%s", governments[i]);
        AUTO(arena_done) Arena *arena = arena_open(1 << 20);
        GoldenRow row = {.path = governments[i],
                         .government = governments[i],
                         .letters = governments[i]};
        GoldenWorld *worlds = NULL;
        Str said = {"", 0};
        GoldenWorld *world = golden_world(arena, &worlds, &row);
        RosterMade *made =
            world == NULL ? NULL : golden_roster(world, DATE_NEVER, &said);
        EXPECT_STR(said, "");
        EXPECT(made != NULL);
        if (made == NULL) continue;
        Walk w = {.corpus = &made->corpus, .plan = &made->demand.plan};
        for (w.day = 0; w.day < w.plan->day_count; w.day++) {
            walk_day(&w);
        }
        (void)printf("%s: %llu cells, %llu in turn, %llu explanations\n",
                     governments[i], (unsigned long long)w.cells,
                     (unsigned long long)w.turns,
                     (unsigned long long)w.explanations);
        EXPECT(w.cells > 0);
        EXPECT_INT((int64_t)w.wrong, 0);
    }
}

/* ---- the same bytes
 * ---------------------------------------------------------------------- */

static Str bytes_of(Arena *arena, const char *government)
{
    GoldenRow row = {
        .path = government, .government = government, .letters = government};
    GoldenWorld *worlds = NULL;
    Str said = {"", 0};
    GoldenWorld *world = golden_world(arena, &worlds, &row);
    RosterMade *made =
        world == NULL ? NULL : golden_roster(world, DATE_NEVER, &said);
    Buf out = buf_in(arena);
    if (made == NULL) return buf_str(&out);
    plan_write_csv(&made->demand.plan, &golden_office(world)->r, ',', &out);
    plan_write_cert(&made->demand.plan, &made->demand.problem, &made->answer,
                    &out);
    return buf_str(&out);
}

FACT(the_same_input_gives_the_same_bytes)
{
    for (size_t i = 0; i < COUNT(governments); i++) {
        ROW("%s", governments[i]);
        AUTO(arena_done) Arena *first = arena_open(1 << 20);
        AUTO(arena_done) Arena *second = arena_open(1 << 20);
        Str once = bytes_of(first, governments[i]);
        Str again = bytes_of(second, governments[i]);
        EXPECT(once.len > 0);
        /* Not EXPECT_STR: a difference would print a megabyte. */
        EXPECT(str_is(once, again));
    }
}
