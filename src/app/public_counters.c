/* SPDX-License-Identifier: Apache-2.0 */
#include "app/public_counters.h"

#include "circular/print.h"
#include "day/effects.h"

#include <stdlib.h>

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { SOUGHT = 31 /* days ahead */, WEEK = 7 };

/* What units say of their counters today. */
typedef struct {
    const LiveView *view;
    const Register *r;
    Date today;
    int minute;
    const Fact *const *said;
    size_t said_count;
} Asking;

static Asking ask(Arena *arena, const LiveView *view)
{
    Instant now = live_view_now(view);
    Zone zone = view->office->government.zone;
    Asking a = {.view = view,
                .r = &view->office->r,
                .today = zone_day(zone, now),
                .minute = zone_minute(zone, now)};
    LiveFacts all = live_facts_kinds(view, arena, K(COUNTER) | K(CORRECTION));
    VEC(Fact) of_today = {0};
    for (size_t i = 0; i < all.count; i++) {
        if (!date_before(all.at[i]->day, a.today))
            VEC_PUSH(arena, &of_today, *all.at[i]);
    }
    a.said = effects_standing(arena, of_today.at, of_today.count, K(COUNTER),
                              &a.said_count);
    return a;
}

/* ---- a day of a counter ------------------------------------------------- */

/* In the thread of its unit kerja: of that unit, or of one below it. */
static bool is_of(const Asking *a, const Fact *fact, const Counter *counter)
{
    uint32_t unit = map_find(&a->r->unit_codes, fact->unit);
    return unit != NO_INDEX && str_is(fact->thing, counter->code) &&
           a->r->work_unit_of[unit].index ==
               a->r->work_unit_of[counter->unit.index].index;
}

static const Fact *last_said(const Asking *a, const Counter *counter)
{
    const Fact *last = NULL;
    for (size_t i = 0; i < a->said_count; i++) {
        const Fact *fact = a->said[i];
        if (is_of(a, fact, counter) &&
            (last == NULL || fact_when(fact).us >= fact_when(last).us))
            last = fact;
    }
    return last;
}

static bool opens_by_itself(const Asking *a, const Counter *counter, Date day)
{
    const Unit *unit = &a->r->units[counter->unit.index];
    const Corpus *c = a->view->corpus;
    return window_has(counter->window, day) &&
           (counter->weekdays >> date_weekday(day) & 1) != 0 &&
           calendar_works(c->calendar, unit->week, day, c->known);
}

static bool is_closed(const Asking *a, const Counter *counter, Date day,
                      ClauseId *by)
{
    const Corpus *c = a->view->corpus;
    UnitId unit = a->r->work_unit_of[counter->unit.index];
    for (uint32_t i = 0; i < c->closure_count; i++) {
        const Closure *closure = &c->closures[i];
        if (closure->unit.index != unit.index ||
            !window_has(closure->window, day))
            continue;
        *by = closure->by;
        return true;
    }
    return false;
}

static CounterState state_at(const CounterDay *day, int minute)
{
    if (minute < day->opens) return COUNTER_SOON;
    return minute < day->closes ? COUNTER_OPEN : COUNTER_OVER;
}

/* Units speak of today alone. */
static CounterDay day_of(const Asking *a, const Counter *counter, Date day)
{
    bool now = date_is(day, a->today);
    const Fact *said = now ? last_said(a, counter) : NULL;
    CounterDay d = {.day = day, .opens = -1, .closes = -1, .by = NO_CLAUSE};
    bool shut = said != NULL && str_is(said->word, STR("tutup"));
    d.state = COUNTER_CLOSED;
    if (is_closed(a, counter, day, &d.by)) return d;
    d.state = shut ? COUNTER_SHUT : COUNTER_DAY_OFF;
    if (shut || (said == NULL && !opens_by_itself(a, counter, day))) return d;
    d.opens = counter->opens;
    d.closes = counter->closes;
    if (said != NULL && said->from >= 0) d.opens = said->from;
    if (said != NULL && said->to >= 0) d.closes = said->to;
    d.state = now ? state_at(&d, a->minute) : COUNTER_SOON;
    return d;
}

static bool opens_on(const CounterDay *day)
{
    return day->state == COUNTER_SOON;
}

static void find_next(const Asking *a, PublicCounter *c)
{
    c->next = DATE_NEVER;
    c->next_opens = -1;
    CounterDay day = c->today;
    for (int32_t ahead = 0; ahead <= SOUGHT; ahead++) {
        if (ahead > 0) day = day_of(a, c->counter, date_plus(a->today, ahead));
        if (!opens_on(&day)) continue;
        c->next = day.day;
        c->next_opens = day.opens;
        return;
    }
}

static PublicCounter counter_of(const Asking *a, uint32_t index)
{
    const Counter *counter = &a->r->counters[index];
    PublicCounter c = {.index = index,
                       .counter = counter,
                       .unit = &a->r->units[counter->unit.index],
                       .today = day_of(a, counter, a->today)};
    find_next(a, &c);
    if (c.today.state == COUNTER_CLOSED)
        c.notice_given = unit_notice_make(
            a->view->corpus, a->r->work_unit_of[counter->unit.index], a->today,
            &c.notice);
    return c;
}

/* ---- all of them -------------------------------------------------------- */

static int by_unit(const void *a, const void *b)
{
    const PublicCounter *x = a, *y = b;
    int order = str_order(x->unit->name, y->unit->name);
    if (order == 0) order = str_order(x->counter->name, y->counter->name);
    if (order != 0) return order;
    return x->index < y->index ? -1 : 1;
}

static bool is_known(const Asking *a, const Counter *counter)
{
    Window soon = {a->today, date_plus(a->today, SOUGHT)};
    return counter->kind == COUNTER_DESK && window_meets(counter->window, soon);
}

bool public_counters(Arena *arena, LiveView *view, PublicCounters *out,
                     Err *err)
{
    Asking a = ask(arena, view);
    VEC(PublicCounter) all = {0};
    (void)err;
    *out = (PublicCounters){.at = live_view_now(view)};
    for (uint32_t i = 0; i < a.r->counter_count; i++) {
        if (!is_known(&a, &a.r->counters[i])) continue;
        VEC_PUSH(arena, &all, counter_of(&a, i));
        out->open += all.at[all.count - 1].today.state == COUNTER_OPEN;
    }
    if (all.count > 0) qsort(all.at, all.count, sizeof *all.at, by_unit);
    out->counters = all.at;
    out->count = all.count;
    return true;
}

static bool no_counter(Err *err)
{
    (void)FAIL(err, ERR_ABSENT, "there is no such counter");
    return err_id(err, "loket itu tidak ada");
}

bool public_counter_week(Arena *arena, LiveView *view, uint32_t counter,
                         CounterDay out[7], Err *err)
{
    if (counter >= view->office->r.counter_count) return no_counter(err);
    Asking a = ask(arena, view);
    for (int32_t d = 0; d < WEEK; d++)
        out[d] = day_of(&a, &a.r->counters[counter], date_plus(a.today, d));
    return true;
}

/* ---- letters ------------------------------------------------------------ */

static Window window_on(const CorpusLetter *letter, Date day)
{
    for (uint32_t i = 0; i < letter->window_count; i++) {
        if (window_has(letter->windows[i], day)) return letter->windows[i];
    }
    return (Window){day, day};
}

static bool has_letter(const PublicLetter *letters, size_t count,
                       uint32_t letter)
{
    return count > 0 && letters[count - 1].letter == letter;
}

void public_letters(Arena *arena, const LiveView *view, Date day,
                    const PublicLetter **out, size_t *count)
{
    const Corpus *c = view->corpus;
    VEC(PublicLetter) letters = {0};
    ClauseId *clauses = NEW(arena, ClauseId, c->clause_count + 1);
    uint32_t used = 0;
    for (uint32_t i = 0; i < c->clause_count; i++) {
        uint32_t letter = c->clauses[i].letter;
        if (!clause_holds(c, (ClauseId){i}, day)) continue;
        if (!has_letter(letters.at, letters.count, letter))
            VEC_PUSH(arena, &letters,
                     ((PublicLetter){.letter = letter,
                                     .clauses = clauses + used,
                                     .window =
                                         window_on(&c->letters[letter], day)}));
        clauses[used++] = (ClauseId){i};
        letters.at[letters.count - 1].clause_count++;
    }
    *out = letters.at;
    *count = letters.count;
}

Str public_clause(Arena *arena, const LiveView *view, ClauseId clause,
                  Lang lang)
{
    Buf out = buf_in(arena);
    sentence_print(corpus_clause(view->corpus, clause)->sentence, lang, &out);
    return buf_str(&out);
}
