/* SPDX-License-Identifier: Apache-2.0 */
#include "app/last_tasks.h"

#include <stdlib.h>

enum { BACK = 31 };

typedef struct {
    Arena *arena;
    Str actor;
    VEC(Fact) given;
} Gathering;

static bool take(void *context, uint64_t number, const Fact *fact, Err *err)
{
    Gathering *g = context;
    (void)number;
    (void)err;
    if (fact->kind == FACT_TASK && str_is(fact->actor, g->actor))
        VEC_PUSH(g->arena, &g->given, *fact);
    return true;
}

static int newest_first(const void *a, const void *b)
{
    const Fact *x = a, *y = b;
    if (x->received.us != y->received.us)
        return x->received.us > y->received.us ? -1 : 1;
    return str_order(x->person, y->person);
}

static bool is_told(const LastTask *out, size_t count, Str text)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(out[i].text, text)) return true;
    }
    return false;
}

static bool gather(Gathering *g, LiveView *view, PersonId superior, Err *err)
{
    const Register *r = &view->office->r;
    Date today = live_today(view);
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (person_superior(r, (PersonId){p}, today).index != superior.index)
            continue;
        FactQuery query = {
            .government = view->office->government.code,
            .days = {date_plus(today, -BACK), today},
            .person = r->people[p].code
        };
        if (!store_facts(live_store(view->live), g->arena, &query, take, g,
                         err))
            return false;
    }
    return true;
}

bool last_tasks(Arena *arena, LiveView *view, PersonId superior, LastTask *out,
                size_t *count, Err *err)
{
    Gathering g = {.arena = arena,
                   .actor = view->office->r.people[superior.index].code};
    *count = 0;
    if (!gather(&g, view, superior, err)) return false;
    if (g.given.count > 0)
        qsort(g.given.at, g.given.count, sizeof *g.given.at, newest_first);
    for (size_t i = 0; i < g.given.count && *count < LAST_TASKS; i++) {
        const Fact *fact = &g.given.at[i];
        if (is_told(out, *count, fact->text)) continue;
        out[(*count)++] = (LastTask){fact->text, fact->person, fact->day};
    }
    return true;
}
