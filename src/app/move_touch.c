/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_touch.h"

/* ---- people ------------------------------------------------------------ */

static void mark_holders(const Register *r, PersonId person, uint8_t *marks)
{
    Rows held = r->holdings_of[person.index];
    marks[person.index] = 1;
    for (uint32_t h = held.first; h < held.first + held.count; h++) {
        Rows rows = r->holders_of[r->holdings[h].post.index];
        for (uint32_t i = rows.first; i < rows.first + rows.count; i++)
            marks[r->holdings[r->holders[i]].person.index] = 1;
    }
}

static void mark_staff(const Register *r, UnitId unit, uint8_t *marks)
{
    for (uint32_t p = 0; p < r->person_count; p++) {
        UnitId of = r->work_unit_of[r->people[p].unit.index];
        if (of.index == unit.index) marks[p] = 1;
    }
}

static uint32_t *list_of(Arena *arena, const uint8_t *marks, uint32_t people,
                         size_t *count)
{
    uint32_t *list = NEW(arena, uint32_t, (size_t)people + 1);
    *count = 0;
    for (uint32_t p = 0; p < people; p++) {
        if (marks[p] != 0) list[(*count)++] = p;
    }
    return list;
}

/* ---- days -------------------------------------------------------------- */

/* By which closure the unit is shut that day; NULL: it is not. */
static const Closure *shut_by(const Corpus *c, UnitId unit, Date day)
{
    for (uint32_t i = 0; i < c->closure_count; i++) {
        if (c->closures[i].unit.index == unit.index &&
            window_has(c->closures[i].window, day))
            return &c->closures[i];
    }
    return NULL;
}

static bool shut_otherwise(const Corpus *before, const Corpus *after,
                           UnitId unit, Date day)
{
    const Closure *was = shut_by(before, unit, day);
    const Closure *now = shut_by(after, unit, day);
    if (was == NULL || now == NULL) return was != now;
    return was->by.index != now->by.index;
}

static bool touches_day(const Corpus *before, const Corpus *after,
                        const MoveEvent *event, Date day)
{
    switch (event->kind) {
    case MOVE_RECALL:
    case MOVE_LEAVE: return window_has(event->window, day);
    case MOVE_RETURN: return !date_before(day, event->window.first);
    case MOVE_CLOSURE:
    case MOVE_REOPENING: return shut_otherwise(before, after, event->unit, day);
    }
    return true;
}

ReplanTouched move_touch(Arena *arena, const Corpus *before,
                         const Corpus *after, const Plan *plan,
                         const MoveEvent *event)
{
    const Register *r = after->r;
    uint8_t *marks = NEW(arena, uint8_t, (size_t)r->person_count + 1);
    uint8_t *days = NEW(arena, uint8_t, (size_t)plan->day_count + 1);
    ReplanTouched out = {.days = days};
    if (move_event_is_of_unit(event->kind))
        mark_staff(r, event->unit, marks);
    else if (event->kind == MOVE_RECALL)
        marks[event->person.index] = 1;
    else
        mark_holders(r, event->person, marks);
    for (uint32_t d = 0; d < plan->day_count; d++)
        days[d] = touches_day(before, after, event, plan->days[d]);
    out.people = list_of(arena, marks, r->person_count, &out.people_count);
    return out;
}

/* ---- and whom the answer moves ----------------------------------------- */

static uint32_t person_of(const PlanChange *c, uint32_t row)
{
    return c->problem->rows[row].person.index;
}

static bool same_duty(const PostDuty *a, const PostDuty *b)
{
    return a->row == b->row && a->day == b->day && a->post == b->post;
}

static bool comes_before(const PostDuty *a, const PostDuty *b)
{
    return a->row < b->row || (a->row == b->row && a->day < b->day);
}

/* Both lists are by row, then day: what is only in one, or differs. */
static void mark_duties(const PlanChange *c, const ChangeAnswer *a,
                        uint8_t *marks)
{
    size_t i = 0, k = 0;
    while (i < c->duty_count || k < a->duty_count) {
        const PostDuty *was = i < c->duty_count ? &c->duties[i] : NULL;
        const PostDuty *now = k < a->duty_count ? &a->duties[k] : NULL;
        if (was != NULL && now != NULL && same_duty(was, now)) {
            i++;
            k++;
            continue;
        }
        bool old = now == NULL || (was != NULL && !comes_before(now, was));
        if (old && was != NULL) {
            marks[person_of(c, was->row)] = 1;
            i++;
        } else if (now != NULL) {
            marks[person_of(c, now->row)] = 1;
            k++;
        }
    }
}

const uint32_t *move_touch_all(Arena *arena, const ReplanTouched *touched,
                               const PlanChange *change,
                               const ChangeAnswer *answer, uint32_t people,
                               size_t *count)
{
    uint8_t *marks = NEW(arena, uint8_t, (size_t)people + 1);
    for (size_t k = 0; k < touched->people_count; k++)
        marks[touched->people[k]] = 1;
    for (uint32_t i = 0; i < change->problem->row_count; i++) {
        if (answer->office[i] != change->before[i])
            marks[person_of(change, i)] = 1;
    }
    mark_duties(change, answer, marks);
    return list_of(arena, marks, people, count);
}
