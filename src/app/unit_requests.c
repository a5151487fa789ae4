/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit_requests.c - requests and objections that wait for a word.
 */
#include "app/objection.h"
#include "app/unit_part.h"
#include "day/effects.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

static const uint64_t requests = K(EXIT) | K(TRAVEL) | K(VISIT) | K(TRIP) |
                                 K(MEETING) | K(SWAP) | K(OBJECTION);
static const uint64_t answers =
    K(DECISION) | K(ANSWER) | K(OBJECTION_ANSWER) | K(CORRECTION);

enum { BACK = 45 /* days in which an objection is waited for */ };

typedef struct {
    Arena *arena;
    LiveView *view;
    const Register *r;
    UnitId unit;
    PersonId head;
    Date today;
    const Fact *const *standing;
    size_t count;
    VEC(UnitRequest) out;
} Asking;

static bool has(uint64_t kinds, FactKind kind)
{
    return (kinds >> kind & 1) != 0;
}

/* ---- whose -------------------------------------------------------------- */

static void find_owner(const Asking *a, UnitRequest *request)
{
    const Fact *fact = request->request;
    request->person.index = fact->person.len == 0
                                ? NO_INDEX
                                : map_find(&a->r->person_codes, fact->person);
    request->unit.index = request->person.index != NO_INDEX
                              ? a->r->people[request->person.index].unit.index
                              : map_find(&a->r->unit_codes, fact->unit);
}

static bool is_below(const Asking *a, const UnitRequest *request)
{
    return a->unit.index != NO_INDEX && request->unit.index != NO_INDEX &&
           unit_is_under(a->r, request->unit, a->unit);
}

/* ---- does it wait? ------------------------------------------------------ */

static const Fact *last_about(const Asking *a, uint64_t kinds, FactId about)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < a->count; i++) {
        const Fact *fact = a->standing[i];
        if (has(kinds, fact->kind) && fact_id_is(fact->about, about) &&
            (last == NULL || fact_when(fact).us >= fact_when(last).us))
            last = fact;
    }
    return last;
}

static bool is_over(const Asking *a, const Fact *fact)
{
    if (fact->kind == FACT_OBJECTION)
        return date_before(fact->day, date_plus(a->today, -BACK));
    return date_before(fact_days(fact).last, a->today);
}

/* Online meetings ask for no word. */
static bool is_waiting(const Asking *a, UnitRequest *request)
{
    const Fact *fact = request->request;
    if (is_over(a, fact)) return false;
    if (fact->kind == FACT_OBJECTION)
        return last_about(a, K(OBJECTION_ANSWER), fact->id) == NULL;
    if (fact->kind == FACT_MEETING && str_is(fact->word, STR("daring")))
        return false;
    if (last_about(a, K(DECISION), fact->id) != NULL) return false;
    if (fact->kind != FACT_SWAP) return true;
    request->answer = last_about(a, K(ANSWER), fact->id);
    if (request->answer == NULL) return true;
    if (!str_is(request->answer->word, STR("setuju"))) return false;
    request->state = MY_AGREED;
    return true;
}

/* ---- who may ------------------------------------------------------------ */

static AccessCase case_of(const Fact *fact)
{
    return fact->kind == FACT_OBJECTION ? ACCESS_OBJECT_ANSWER : ACCESS_DECIDE;
}

static AccessAsked asked_of(const Asking *a, const UnitRequest *request)
{
    return (AccessAsked){.actor = a->r->people[a->head.index].code,
                         .use = case_of(request->request),
                         .person = request->person,
                         .unit = request->unit,
                         .day = a->today};
}

/* Data of the register wait for who keeps it, of whatever unit. */
static bool is_for_board(const Asking *a, const UnitRequest *request)
{
    if (a->head.index == NO_INDEX || !objection_is_of_data(request->request))
        return false;
    AccessWorld world = {a->r, &a->view->office->government};
    AccessAsked asked = asked_of(a, request);
    return (access_roles(&world, &asked) >> ACCESS_BOARD_ROLE & 1) != 0;
}

/* Nobody decides what they ask, or are asked, for themselves. */
static bool is_party(const Fact *fact, Str code)
{
    if (fact->kind == FACT_MEETING) return str_is(fact->actor, code);
    return str_is(fact->person, code) ||
           (fact->kind == FACT_SWAP && str_is(fact->thing, code));
}

static bool may_decide(const Asking *a, const UnitRequest *request)
{
    const Fact *fact = request->request;
    if (a->head.index == NO_INDEX) return false;
    Str code = a->r->people[a->head.index].code;
    AccessWorld world = {a->r, &a->view->office->government};
    AccessAsked asked = asked_of(a, request);
    Err unused = {0};
    if (objection_is_of_data(fact) && !is_for_board(a, request)) return false;
    bool agreed = fact->kind != FACT_SWAP || request->state == MY_AGREED;
    return agreed && !is_party(fact, code) &&
           access_allows(&world, &asked, &unused);
}

/* ---- all ---------------------------------------------------------------- */

static int by_time(const void *a, const void *b)
{
    const UnitRequest *x = a, *y = b;
    Instant one = fact_when(x->request), two = fact_when(y->request);
    if (one.us != two.us) return one.us < two.us ? -1 : 1;
    return fact_id_order(x->request->id, y->request->id);
}

static void gather(Asking *a)
{
    LiveFacts all = live_facts_kinds(a->view, a->arena, requests | answers);
    VEC(Fact) facts = {0};
    Date first = date_plus(a->today, -BACK);
    for (size_t i = 0; i < all.count; i++) {
        const Fact *fact = all.at[i];
        if (!date_before(fact->day, first) ||
            !date_before(fact_days(fact).last, a->today))
            VEC_PUSH(a->arena, &facts, *fact);
    }
    a->standing = effects_standing(a->arena, facts.at, facts.count,
                                   requests | answers, &a->count);
}

static void take(Asking *a, const Fact *fact)
{
    UnitRequest request = {.request = fact, .state = MY_ASKED};
    find_owner(a, &request);
    if ((!is_below(a, &request) && !is_for_board(a, &request)) ||
        !is_waiting(a, &request))
        return;
    request.roles = objection_is_of_data(fact)
                        ? 1U << ACCESS_BOARD_ROLE
                        : access_row(case_of(fact))->roles;
    request.may = may_decide(a, &request);
    VEC_PUSH(a->arena, &a->out, request);
}

static void take_all(Asking *a, uint64_t kinds)
{
    gather(a);
    for (size_t i = 0; i < a->count; i++) {
        if (has(kinds, a->standing[i]->kind)) take(a, a->standing[i]);
    }
    if (a->out.count > 0)
        qsort(a->out.at, a->out.count, sizeof *a->out.at, by_time);
}

void unit_requests_tell(Arena *arena, LiveView *view, UnitId unit,
                        PersonId head, UnitNow *out)
{
    Asking a = {.arena = arena,
                .view = view,
                .r = &view->office->r,
                .unit = unit,
                .head = head,
                .today = live_today(view)};
    take_all(&a, requests);
    out->requests = a.out.at;
    out->request_count = a.out.count;
}

const UnitRequest *unit_now_data(Arena *arena, LiveView *view, PersonId board,
                                 size_t *count)
{
    Asking a = {.arena = arena,
                .view = view,
                .r = &view->office->r,
                .unit = NO_UNIT,
                .head = board,
                .today = live_today(view)};
    take_all(&a, K(OBJECTION));
    *count = a.out.count;
    return a.out.at;
}
