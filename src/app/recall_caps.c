/* SPDX-License-Identifier: Apache-2.0 */
#include "app/recall_caps.h"

#include "app/unit_part.h"

/*
 * The caps are those that the unit's day tells (unit_day.h), so that what is
 * asked before a call is what is told after it.
 */

enum { LIMIT = 1, EXPECTED = 2 };

typedef struct {
    const LiveDay *on;
    DayView day;
    PersonId *added; /* of those called, who would come by it */
    size_t added_count;
} Calling;

static void find_added(Calling *c, const PersonId *called, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Verdict v;
        verdict_make(&c->day, called[i], &v);
        if (law_works(c->on->law, called[i]) && v.expected != PLACED_OFFICE)
            c->added[c->added_count++] = called[i];
    }
}

/* How many more the cap would count in that unit. */
static int32_t added_under(const Calling *c, const UnitLine *line)
{
    int32_t added = 0;
    for (size_t i = 0; i < c->added_count; i++) {
        UnitId unit = law_cap_unit(c->on->law, line->by, c->added[i]);
        added += unit.index == line->unit.index;
    }
    return added;
}

static int32_t room_of(const RecallCap *cap)
{
    return cap->limit - cap->then;
}

static void tell_caps(Arena *arena, const Calling *c, const UnitDay *lines,
                      RecallCaps *out)
{
    RecallCap *caps = NEW(arena, RecallCap, lines->count + 1);
    for (size_t i = 0; i < lines->count; i++) {
        const UnitLine *line = &lines->lines[i];
        if (line->topic != UNIT_TOPIC_CAP) continue;
        int32_t now = line->numbers[EXPECTED], more = added_under(c, line);
        if (more == 0) continue;
        RecallCap *cap = &caps[out->count++];
        *cap = (RecallCap){line->by, line->unit, line->numbers[LIMIT], now,
                           now + more};
        if (out->tightest == NULL || room_of(cap) < room_of(out->tightest))
            out->tightest = cap;
    }
    out->caps = caps;
    out->over = out->tightest != NULL && room_of(out->tightest) < 0;
}

bool recall_caps(Arena *arena, LiveView *view, const RecallAsk *ask,
                 RecallCaps *out, Err *err)
{
    UnitBook book;
    Window days = {ask->day, ask->day};
    Calling c = {.added = NEW(arena, PersonId, ask->called_count + 1)};
    if (!live_day(view, ask->day, &c.on, err) ||
        !unit_facts_book(arena, view, ask->unit, days, &book, err))
        return false;
    c.day = (DayView){&c.on->sheet, book.book, view->office->government.zone,
                      book.now};
    *out = (RecallCaps){.day = ask->day};
    find_added(&c, ask->called, ask->called_count);
    out->added = (int32_t)c.added_count;
    UnitDay lines = unit_day_make(arena, &c.day, c.on->law,
                                  (UnitAsk){ask->unit, true, NO_PERSON});
    tell_caps(arena, &c, &lines, out);
    return true;
}

bool recall_caps_days(Arena *arena, LiveView *view, const RecallAsk *ask,
                      Date last, RecallEffect *out, Err *err)
{
    RecallAsk on = *ask;
    *out = (RecallEffect){.count = 0};
    for (; out->count < RECALL_DAYS && !date_before(last, on.day);
         on.day = date_plus(on.day, 1)) {
        RecallCaps *caps = &out->days[out->count++];
        if (!recall_caps(arena, view, &on, caps, err)) return false;
        out->over = out->over || caps->over;
    }
    return true;
}
