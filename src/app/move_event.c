/* SPDX-License-Identifier: Apache-2.0 */
#include "app/move_event.h"

#include <string.h>

/* ---- events ------------------------------------------------------------ */

static EventKind kind_of(MoveEventKind kind)
{
    switch (kind) {
    case MOVE_CLOSURE: return EVENT_CLOSURE;
    case MOVE_REOPENING: return EVENT_REOPENING;
    case MOVE_RECALL:
    case MOVE_LEAVE:
    case MOVE_RETURN: return EVENT_RECALL;
    }
    return EVENT_RECALL;
}

/* Behind those that begin no later: the order of the register. */
static void put_event(Arena *arena, Register *r, const MoveEvent *event)
{
    Event *events = NEW(arena, Event, (size_t)r->event_count + 1);
    Event fresh = {
        .kind = kind_of(event->kind),
        .unit = event->unit,
        .person = event->person,
        .window = event->window,
        .from = -1,
        .to = -1,
        .known = event->known,
    };
    uint32_t at = 0;
    while (at < r->event_count &&
           !date_before(event->window.first, r->events[at].window.first))
        at++;
    for (uint32_t i = 0; i < r->event_count; i++)
        events[i + (i >= at)] = r->events[i];
    events[at] = fresh;
    r->events = events;
    r->event_count++;
}

/* ---- absences ---------------------------------------------------------- */

/* Where each person's absences lie. */
static void count_absences(Arena *arena, Register *r)
{
    Rows *rows = NEW(arena, Rows, (size_t)r->person_count + 1);
    for (uint32_t i = 0; i < r->absence_count; i++) {
        Rows *row = &rows[r->absences[i].person.index];
        if (row->count++ == 0) row->first = i;
    }
    r->absences_of = rows;
}

static bool comes_before(const Absence *a, const Absence *b)
{
    if (a->person.index != b->person.index)
        return a->person.index < b->person.index;
    return date_before(a->window.first, b->window.first);
}

static void put_absence(Arena *arena, Register *r, const MoveEvent *event)
{
    Absence *absences = NEW(arena, Absence, (size_t)r->absence_count + 1);
    Absence fresh = {event->person, event->absence, event->window, event->known,
                     false};
    uint32_t at = 0;
    while (at < r->absence_count && !comes_before(&fresh, &r->absences[at]))
        at++;
    for (uint32_t i = 0; i < r->absence_count; i++)
        absences[i + (i >= at)] = r->absences[i];
    absences[at] = fresh;
    r->absences = absences;
    r->absence_count++;
    count_absences(arena, r);
}

/* What is left of an absence when the person is back; empty: nothing. */
static Window cut(const Absence *absence, const MoveEvent *event)
{
    Window w = absence->window;
    if (absence->person.index != event->person.index ||
        !window_meets(w, event->window))
        return w;
    w.last = date_plus(event->window.first, -1);
    return w;
}

static void end_absences(Arena *arena, Register *r, const MoveEvent *event)
{
    Absence *absences = NEW(arena, Absence, (size_t)r->absence_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->absence_count; i++) {
        Absence left = r->absences[i];
        left.window = cut(&left, event);
        if (!window_is_empty(left.window)) absences[count++] = left;
    }
    r->absences = absences;
    r->absence_count = count;
    count_absences(arena, r);
}

void move_event_put(Arena *arena, Register *r, const MoveEvent *event)
{
    switch (event->kind) {
    case MOVE_LEAVE: put_absence(arena, r, event); return;
    case MOVE_RETURN: end_absences(arena, r, event); return;
    case MOVE_RECALL:
    case MOVE_CLOSURE:
    case MOVE_REOPENING: put_event(arena, r, event); return;
    }
}

bool move_event_is_of_unit(MoveEventKind kind)
{
    return kind == MOVE_CLOSURE || kind == MOVE_REOPENING;
}
