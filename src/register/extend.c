/* SPDX-License-Identifier: Apache-2.0 */
#include "register/extend.h"

#include <stdlib.h>
#include <string.h>

RegisterRows register_rows(const Register *r)
{
    return (RegisterRows){
        .absences = r->absences,
        .marks = r->marks,
        .events = r->events,
        .statuses = r->statuses,
        .absence_count = r->absence_count,
        .mark_count = r->mark_count,
        .event_count = r->event_count,
        .status_count = r->status_count,
    };
}

/* Where each row stood, so that equal rows keep their order. */
typedef struct {
    uint32_t owner, at;
    int32_t day;
} Place;

static int by_place(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static void sort_places(Place *places, uint32_t count)
{
    if (count > 0) qsort(places, count, sizeof *places, by_place);
}

static const Rows *rows_of(Arena *arena, const Place *places, uint32_t count,
                           uint32_t owners)
{
    Rows *rows = NEW(arena, Rows, (size_t)owners + 1);
    for (uint32_t i = 0; i < count; i++) {
        Rows *of = &rows[places[i].owner];
        if (of->count++ == 0) of->first = i;
    }
    return rows;
}

static void put_absences(Arena *arena, Register *r, const RegisterRows *more)
{
    uint32_t n = more->absence_count;
    Place *places = NEW(arena, Place, (size_t)n + 1);
    Absence *absences = NEW(arena, Absence, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        places[i] = (Place){more->absences[i].person.index, i,
                            more->absences[i].window.first.days};
    sort_places(places, n);
    for (uint32_t i = 0; i < n; i++)
        absences[i] = more->absences[places[i].at];
    r->absences = absences;
    r->absence_count = n;
    r->absences_of = rows_of(arena, places, n, r->person_count);
}

static void put_marks(Arena *arena, Register *r, const RegisterRows *more)
{
    uint32_t n = more->mark_count;
    Place *places = NEW(arena, Place, (size_t)n + 1);
    Mark *marks = NEW(arena, Mark, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        places[i] = (Place){more->marks[i].person.index, i, 0};
    sort_places(places, n);
    for (uint32_t i = 0; i < n; i++)
        marks[i] = more->marks[places[i].at];
    r->marks = marks;
    r->mark_count = n;
    r->marks_of = rows_of(arena, places, n, r->person_count);
}

static void put_events(Arena *arena, Register *r, const RegisterRows *more)
{
    uint32_t n = more->event_count;
    Place *places = NEW(arena, Place, (size_t)n + 1);
    Event *events = NEW(arena, Event, (size_t)n + 1);
    for (uint32_t i = 0; i < n; i++)
        places[i] = (Place){0, i, more->events[i].window.first.days};
    sort_places(places, n);
    for (uint32_t i = 0; i < n; i++)
        events[i] = more->events[places[i].at];
    r->events = events;
    r->event_count = n;
}

static void put_statuses(Arena *arena, Register *r, const RegisterRows *more)
{
    uint32_t n = more->status_count;
    AreaStatus *statuses = NEW(arena, AreaStatus, (size_t)n + 1);
    if (n > 0) memcpy(statuses, more->statuses, n * sizeof *statuses);
    r->statuses = statuses;
    r->status_count = n;
}

Register register_with_rows(Arena *arena, const Register *r,
                            const RegisterRows *rows)
{
    Register out = *r;
    put_absences(arena, &out, rows);
    put_marks(arena, &out, rows);
    put_events(arena, &out, rows);
    put_statuses(arena, &out, rows);
    return out;
}
