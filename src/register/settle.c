/* SPDX-License-Identifier: Apache-2.0 */
#include "register/intake.h"

/* --- rows of owners ------------------------------------------------------ */

/* Where the rows of each owner lie among places sorted by owner. */
static Rows *rows_of(Arena *arena, const Place *places, size_t count,
                     size_t owners)
{
    Rows *rows = NEW(arena, Rows, owners);
    for (uint32_t i = 0; i < count; i++) {
        Rows *row = &rows[places[i].owner];
        if (row->count++ == 0) row->first = i;
    }
    return rows;
}

/* Posts by unit; what stood at `i` moves to the returned [i]. */
static uint32_t *settle_posts(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->posts.count;
    Place *places = NEW(in->arena, Place, count);
    Post *posts = NEW(in->arena, Post, count);
    uint32_t *moved = NEW(in->arena, uint32_t, count);
    Map codes = map_in(in->arena);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){in->posts.at[i].unit.index, 0, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++) {
        posts[i] = in->posts.at[places[i].at];
        moved[places[i].at] = i;
        (void)map_put(&codes, posts[i].code, i);
    }
    out->posts = posts;
    out->post_count = count;
    out->post_codes = codes;
    out->posts_of = rows_of(in->arena, places, count, in->units.count);
    return moved;
}

/* Holdings by person and then post, and the way back from the posts. */
static void settle_holdings(Intake *in, Register *out, const uint32_t *moved)
{
    uint32_t count = (uint32_t)in->holdings.count;
    Place *places = NEW(in->arena, Place, count);
    Holding *holdings = NEW(in->arena, Holding, count);
    uint32_t *holders = NEW(in->arena, uint32_t, count);
    for (uint32_t i = 0; i < count; i++) {
        Holding *h = &in->holdings.at[i];
        h->post.index = moved[h->post.index];
        places[i] = (Place){h->person.index, (int32_t)h->post.index, i};
    }
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        holdings[i] = in->holdings.at[places[i].at];
    out->holdings = holdings;
    out->holding_count = count;
    out->holdings_of = rows_of(in->arena, places, count, in->people.count);

    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){holdings[i].post.index, 0, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        holders[i] = places[i].at;
    out->holders = holders;
    out->holders_of = rows_of(in->arena, places, count, in->posts.count);
}

static void settle_absences(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->absences.count;
    Place *places = NEW(in->arena, Place, count);
    Absence *absences = NEW(in->arena, Absence, count);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){in->absences.at[i].person.index,
                            in->absences.at[i].window.first.days, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        absences[i] = in->absences.at[places[i].at];
    out->absences = absences;
    out->absence_count = count;
    out->absences_of = rows_of(in->arena, places, count, in->people.count);
}

static void settle_marks(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->marks.count;
    Place *places = NEW(in->arena, Place, count);
    Mark *marks = NEW(in->arena, Mark, count);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){in->marks.at[i].person.index, 0, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        marks[i] = in->marks.at[places[i].at];
    out->marks = marks;
    out->mark_count = count;
    out->marks_of = rows_of(in->arena, places, count, in->people.count);
}

static void settle_events(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->events.count;
    Place *places = NEW(in->arena, Place, count);
    Event *events = NEW(in->arena, Event, count);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){0, in->events.at[i].window.first.days, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        events[i] = in->events.at[places[i].at];
    out->events = events;
    out->event_count = count;
}

/* --- the tree ------------------------------------------------------------ */

/* Children as lists, in the order of the file. */
typedef struct {
    uint32_t *first, *next; /* NO_INDEX ends a list */
    uint32_t root;
} Children;

static Children children_of(Intake *in)
{
    uint32_t count = (uint32_t)in->units.count;
    Children c = {NEW(in->arena, uint32_t, count),
                  NEW(in->arena, uint32_t, count), NO_INDEX};
    for (uint32_t i = 0; i < count; i++)
        c.first[i] = c.next[i] = NO_INDEX;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t parent = in->units.at[i].parent.index;
        if (parent == NO_INDEX) {
            c.root = i;
        } else {
            c.next[i] = c.first[parent];
            c.first[parent] = i;
        }
    }
    return c;
}

/*
 * Depth first without recursion: down to the first child while there is one,
 * else to the next of the unit or of the nearest unit above that has a next.
 */
static void settle_order(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->units.count;
    Children c = children_of(in);
    UnitId *preorder = NEW(in->arena, UnitId, count);
    uint32_t *enter = NEW(in->arena, uint32_t, count);
    uint32_t *leave = NEW(in->arena, uint32_t, count);
    uint32_t seen = 0;
    uint32_t at = c.root;
    while (at != NO_INDEX) {
        enter[at] = seen;
        preorder[seen++] = (UnitId){at};
        if (c.first[at] != NO_INDEX) {
            at = c.first[at];
            continue;
        }
        while (at != NO_INDEX && c.next[at] == NO_INDEX) {
            leave[at] = seen;
            at = in->units.at[at].parent.index;
        }
        if (at != NO_INDEX) {
            leave[at] = seen;
            at = c.next[at];
        }
    }
    CHECK(seen == count);
    out->preorder = preorder;
    out->enter = enter;
    out->leave = leave;
}

/* Parents have their own people first, then those of their subtree. */
static void settle_under(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->people.count, from = 0;
    Place *places = NEW(in->arena, Place, count);
    PersonId *people = NEW(in->arena, PersonId, count);
    Rows *under = NEW(in->arena, Rows, in->units.count);
    for (uint32_t i = 0; i < count; i++)
        places[i] = (Place){out->enter[in->people.at[i].unit.index], 0, i};
    places_sort(places, count);
    for (uint32_t i = 0; i < count; i++)
        people[i] = (PersonId){places[i].at};
    const Rows *own = rows_of(in->arena, places, count, in->units.count);
    uint32_t *begin = NEW(in->arena, uint32_t, in->units.count + 1);
    for (uint32_t at = 0; at < in->units.count; at++) {
        begin[at] = from;
        from += own[at].count;
    }
    begin[in->units.count] = from;
    for (uint32_t u = 0; u < in->units.count; u++) {
        uint32_t first = begin[out->enter[u]];
        under[u] = (Rows){first, begin[out->leave[u]] - first};
    }
    out->people_by_tree = people;
    out->people_under = under;
}

static UnitId nearest(const UnitId *of, const Unit *unit, UnitId own,
                      bool flagged)
{
    if (flagged) return own;
    return unit->parent.index == NO_INDEX ? NO_UNIT : of[unit->parent.index];
}

/* In the Setda each bagian is a unit kerja; elsewhere a bagian is not. */
static bool is_bagian_of_setda(const Intake *in, const Unit *unit,
                               UnitId agency)
{
    return unit->type == UNIT_BAGIAN && agency.index != NO_INDEX &&
           in->units.at[agency.index].type == UNIT_SETDA;
}

static void settle_units(Intake *in, Register *out)
{
    uint32_t count = (uint32_t)in->units.count;
    UnitId *agency_of = NEW(in->arena, UnitId, count);
    UnitId *work_unit_of = NEW(in->arena, UnitId, count);
    settle_order(in, out);
    for (uint32_t i = 0; i < count; i++) { /* parents before children */
        UnitId own = out->preorder[i];
        Unit *unit = &in->units.at[own.index];
        agency_of[own.index] = nearest(agency_of, unit, own, unit->agency);
        if (in->guessed_work_units &&
            is_bagian_of_setda(in, unit, agency_of[own.index]))
            unit->work_unit = true;
        work_unit_of[own.index] =
            nearest(work_unit_of, unit, own, unit->work_unit);
    }
    out->units = in->units.at;
    out->unit_count = count;
    out->agency_of = agency_of;
    out->work_unit_of = work_unit_of;
}

void intake_settle(Intake *in, Register *out)
{
    Register made = in->made; /* the maps */
    settle_units(in, &made);
    settle_under(in, &made);
    settle_holdings(in, &made, settle_posts(in, &made));
    settle_absences(in, &made);
    settle_marks(in, &made);
    settle_events(in, &made);
    made.people = in->people.at;
    made.person_count = (uint32_t)in->people.count;
    made.counters = in->counters.at;
    made.counter_count = (uint32_t)in->counters.count;
    made.statuses = in->statuses.at;
    made.status_count = (uint32_t)in->statuses.count;
    made.grants = in->grants.at;
    made.grant_count = (uint32_t)in->grants.count;
    *out = made;
}
