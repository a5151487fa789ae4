/* SPDX-License-Identifier: Apache-2.0 */
#include "app/seating.h"

/*
 * As many officers as the counters of a day can have: a matching grown one
 * officer at a time, each counter taking somebody free or somebody of another
 * counter that finds a substitute (Kuhn 1955).  Depth: the counters.
 */

typedef struct {
    Seating *s;
    uint32_t day;
    const SeatMove *moves;
    size_t count;
} Matching;

static char cell_after(const Matching *m, PersonId person)
{
    for (size_t i = 0; i < m->count; i++) {
        if (m->moves[i].person.index == person.index) return m->moves[i].to;
    }
    return plan_cell(m->s->plan, person, m->day);
}

static bool can_serve(const Matching *m, const Counter *counter,
                      PersonId person)
{
    char letter = cell_after(m, person);
    return letter == PLACED_OFFICE || letter == PLACED_USUAL ||
           (letter == PLACED_FIELD && counter->kind == COUNTER_FIELD);
}

static bool find_officer(const Matching *m, uint32_t c)
{
    Seating *s = m->s;
    const Counter *counter = &s->corpus->r->counters[c];
    s->asked[c] = s->round;
    for (size_t i = 0; i < counter->staff_count; i++) {
        PersonId person = counter->staff[i];
        uint32_t *at = &s->serving[s->officer[person.index]];
        if (*at == c || !can_serve(m, counter, person)) continue;
        if (*at != NO_INDEX &&
            (s->asked[*at] == s->round || !find_officer(m, *at)))
            continue;
        *at = c;
        return true;
    }
    return false;
}

static void begin(Seating *s)
{
    const Register *r = s->corpus->r;
    for (uint32_t c = 0; c < r->counter_count; c++) {
        s->served[c] = 0;
        for (size_t i = 0; i < r->counters[c].staff_count; i++)
            s->serving[s->officer[r->counters[c].staff[i].index]] = NO_INDEX;
    }
}

int32_t seating_missing(Seating *s, uint32_t day, const SeatMove *moves,
                        size_t count)
{
    (void)seating_law(s, day);
    const Register *r = s->corpus->r;
    const uint8_t *opens = s->opens + (size_t)day * r->counter_count;
    Matching m = {s, day, moves, count};
    int32_t missing = 0;
    begin(s);
    for (uint32_t c = 0; c < r->counter_count; c++) {
        for (int32_t k = 0; opens[c] && k < r->counters[c].need; k++) {
            s->round++;
            if (find_officer(&m, c))
                s->served[c]++;
            else
                missing++;
        }
    }
    return missing;
}
