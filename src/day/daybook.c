/* SPDX-License-Identifier: Apache-2.0 */
#include "day/daybook.h"

#include <stdlib.h>

/* Whom a fact is filed under: people first, then units, as one number. */
typedef struct {
    uint32_t owner;
    Date day;
    const Fact *fact;
    Instant when;
} Filed;

struct DayBook {
    Arena *arena;
    const Register *r;
    Window window;
    const Fact **facts; /* each once, by id */
    size_t count;
    Outage *outages; /* by beginning */
    size_t outage_count;
    Filed *filed; /* while making */
    size_t filed_count, filed_room;
    Entry *entries;
    uint32_t *first; /* per owner, and one more: into entries */
    uint32_t owners;
    size_t unknown;
    bool gaps;
};

/* ---- each fact once ----------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
    const Fact *x = *(const Fact *const *)a, *y = *(const Fact *const *)b;
    int order = fact_id_order(x->id, y->id);
    if (order != 0) return order;
    if (x->received.us != y->received.us)
        return x->received.us < y->received.us ? -1 : 1;
    return x->sent.us < y->sent.us ? -1 : x->sent.us > y->sent.us;
}

static void take_each_once(DayBook *b, const Fact *facts, size_t count)
{
    b->facts = NEW(b->arena, const Fact *, count + 1);
    for (size_t i = 0; i < count; i++)
        b->facts[i] = &facts[i];
    if (count > 0)
        qsort(b->facts, count,
              sizeof(*b->facts), /* NOLINT(bugprone-sizeof-*) */
              by_id);
    for (size_t i = 0; i < count; i++) {
        if (b->count == 0 ||
            !fact_id_is(b->facts[b->count - 1]->id, b->facts[i]->id))
            b->facts[b->count++] = b->facts[i];
        b->gaps |= fact_is_gap(b->facts[i]);
    }
}

const Fact *daybook_find(const DayBook *b, FactId id)
{
    size_t low = 0, high = b->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = fact_id_order(b->facts[middle]->id, id);
        if (order == 0) return b->facts[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- where a fact belongs ----------------------------------------------- */

/* Chains are short: an answer to a correction of a report. */
enum { CHAIN_MOST = 8 };

/* The fact at the end of the chain of answers; itself when it answers none
 * that we know. */
static const Fact *root_of(const DayBook *b, const Fact *fact)
{
    for (int hop = 0; hop < CHAIN_MOST; hop++) {
        if (!fact_follows(fact)) break;
        const Fact *about = daybook_find(b, fact->about);
        if (about == NULL) break;
        fact = about;
    }
    return fact;
}

static uint32_t owner_person(const DayBook *b, Str code)
{
    return map_find(&b->r->person_codes, code);
}

static uint32_t owner_unit(const DayBook *b, Str code)
{
    uint32_t unit = map_find(&b->r->unit_codes, code);
    return unit == NO_INDEX ? NO_INDEX : b->r->person_count + unit;
}

/* A correction belongs exactly where the corrected fact does. */
static const Fact *corrected_of(const DayBook *b, const Fact *fact)
{
    for (int hop = 0; hop < CHAIN_MOST && fact->kind == FACT_CORRECTION;
         hop++) {
        const Fact *about = daybook_find(b, fact->about);
        if (about == NULL) break;
        fact = about;
    }
    return fact;
}

/* The person of the answered fact, else the fact's own, else the unit. */
static uint32_t owner_of(const DayBook *b, const Fact *fact, const Fact *root)
{
    fact = corrected_of(b, fact);
    if (root->person.len > 0) return owner_person(b, root->person);
    if (fact->person.len > 0) return owner_person(b, fact->person);
    if (root->unit.len > 0) return owner_unit(b, root->unit);
    return owner_unit(b, fact->unit);
}

static void file_under(DayBook *b, uint32_t owner, Window days,
                       const Fact *fact)
{
    if (owner == NO_INDEX) {
        b->unknown++;
        return;
    }
    Instant when = fact_when(fact);
    for (Date day = days.first;
         !window_is_empty(days) && !date_before(days.last, day);
         day = date_plus(day, 1)) {
        b->filed = vec_grown(b->arena, b->filed, b->filed_count, &b->filed_room,
                             sizeof *b->filed);
        b->filed[b->filed_count++] = (Filed){owner, day, fact, when};
    }
}

static void file_for_listed(DayBook *b, const Fact *root, Window days,
                            const Fact *fact)
{
    Str rest = root->list, code;
    while (str_next(&rest, '|', &code))
        file_under(b, owner_person(b, str_trim(code)), days, fact);
}

static void file_fact(DayBook *b, const Fact *fact)
{
    const Fact *root = root_of(b, fact);
    Window days = window_meet(fact_days(root), b->window);
    if (window_is_empty(days)) return;
    if (root->person.len == 0 && root->unit.len == 0 && fact->person.len == 0 &&
        fact->unit.len == 0)
        return; /* of the whole government: statuses, letters, outages */
    file_under(b, owner_of(b, fact, root), days, fact);
    if (root->kind == FACT_MEETING) file_for_listed(b, root, days, fact);
}

/* ---- outages ------------------------------------------------------------ */

static int by_beginning(const void *a, const void *b)
{
    const Outage *x = a, *y = b;
    if (x->from.us != y->from.us) return x->from.us < y->from.us ? -1 : 1;
    return fact_id_order(x->id, y->id);
}

static void collect_outages(DayBook *b)
{
    b->outages = NEW(b->arena, Outage, b->count + 1);
    for (size_t i = 0; i < b->count; i++) {
        const Fact *f = b->facts[i];
        if (f->kind == FACT_OUTAGE)
            b->outages[b->outage_count++] = (Outage){f->at, f->until, f->id};
    }
    qsort(b->outages, b->outage_count, sizeof *b->outages, by_beginning);
}

const Outage *daybook_outages(const DayBook *b, size_t *count)
{
    *count = b->outage_count;
    return b->outages;
}

bool daybook_down(const DayBook *b, Zone zone, Date day, int from, int to)
{
    int64_t first = zone_instant(zone, day, 0).us;
    int64_t begin = first + (int64_t)from * 60000000;
    int64_t end = first + ((int64_t)to + 1) * 60000000;
    for (size_t i = 0; i < b->outage_count; i++) {
        Outage o = b->outages[i];
        if (o.from.us < o.to.us && o.from.us < end && o.to.us > begin)
            return true;
    }
    return false;
}

/* ---- corrections -------------------------------------------------------- */

static Entry *entry_of(Entry *entries, uint32_t count, FactId id)
{
    for (uint32_t i = 0; i < count; i++) {
        if (fact_id_is(entries[i].fact->id, id)) return &entries[i];
    }
    return NULL;
}

static void correct(Entry *entry, const Fact *by)
{
    bool out = str_is(by->word, STR("batal"));
    if (entry->corrected_by != NULL) return;
    if (!out && entry->fact->kind == FACT_CORRECTION) return;
    entry->corrected_by = by;
    entry->struck = out;
    if (out) return;
    if (by->from >= 0) entry->minute = by->from;
    if (by->place.len > 0) entry->place = by->place;
    if (by->thing.len > 0) entry->word = by->thing;
}

/* From the last to the first, so that a correction which is itself taken out
 * is known to be before it is reached. */
static void apply_corrections(Entry *entries, uint32_t count)
{
    for (uint32_t i = count; i-- > 0;) {
        const Entry *e = &entries[i];
        if (e->fact->kind != FACT_CORRECTION || e->struck) continue;
        Entry *about = entry_of(entries, count, e->fact->about);
        if (about != NULL && about != e) correct(about, e->fact);
    }
}

/* ---- threads ------------------------------------------------------------ */

static int by_place(const void *a, const void *b)
{
    const Filed *x = a, *y = b;
    if (x->owner != y->owner) return x->owner < y->owner ? -1 : 1;
    if (!date_is(x->day, y->day)) return date_before(x->day, y->day) ? -1 : 1;
    if (x->when.us != y->when.us) return x->when.us < y->when.us ? -1 : 1;
    return fact_id_order(x->fact->id, y->fact->id);
}

/* Minutes from the midnight at which the thread's day begins. */
static int minute_in(const Filed *f)
{
    Fact of_day = *f->fact;
    of_day.day = f->day;
    return fact_minute(&of_day);
}

static bool same_thread(const Filed *a, const Filed *b)
{
    return a->owner == b->owner && date_is(a->day, b->day);
}

/* A person both in a meeting's list and its owner would have it twice. */
static void drop_doubles(DayBook *b)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->filed_count; i++) {
        if (kept > 0 && same_thread(&b->filed[kept - 1], &b->filed[i]) &&
            b->filed[kept - 1].fact == b->filed[i].fact)
            continue;
        b->filed[kept++] = b->filed[i];
    }
    b->filed_count = kept;
}

static void lay_out(DayBook *b)
{
    b->entries = NEW(b->arena, Entry, b->filed_count + 1);
    b->first = NEW(b->arena, uint32_t, (size_t)b->owners + 1);
    for (size_t i = 0; i < b->filed_count; i++) {
        const Filed *f = &b->filed[i];
        b->entries[i] = (Entry){
            .fact = f->fact,
            .minute = minute_in(f),
            .word = f->fact->word,
            .place = f->fact->place,
        };
        b->first[f->owner + 1]++;
    }
    for (uint32_t o = 0; o < b->owners; o++)
        b->first[o + 1] += b->first[o];
}

static void correct_all(DayBook *b)
{
    for (size_t i = 0; i < b->filed_count;) {
        size_t end = i + 1;
        while (end < b->filed_count &&
               same_thread(&b->filed[i], &b->filed[end]))
            end++;
        apply_corrections(&b->entries[i], (uint32_t)(end - i));
        i = end;
    }
}

DayBook *daybook_make(Arena *arena, const Register *r, const Fact *facts,
                      size_t count, Window window, size_t *unknown)
{
    CHECK(!date_is(window.first, DATE_ALWAYS) &&
          !date_is(window.last, DATE_NEVER));
    DayBook *b = NEW(arena, DayBook, 1);
    b->arena = arena;
    b->r = r;
    b->window = window;
    b->owners = r->person_count + r->unit_count;
    take_each_once(b, facts, count);
    collect_outages(b);
    for (size_t i = 0; i < b->count; i++)
        file_fact(b, b->facts[i]);
    if (b->filed_count > 0)
        qsort(b->filed, b->filed_count, sizeof *b->filed, by_place);
    drop_doubles(b);
    lay_out(b);
    correct_all(b);
    if (unknown != NULL) *unknown = b->unknown;
    return b;
}

/* Of an owner's entries, the first that is not before the day. */
static uint32_t first_not_before(const DayBook *b, uint32_t owner, Date day)
{
    uint32_t low = b->first[owner], high = b->first[owner + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (date_before(b->filed[middle].day, day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static Thread thread_of(const DayBook *b, uint32_t owner, Date day)
{
    uint32_t from = first_not_before(b, owner, day);
    uint32_t to = from;
    while (to < b->first[owner + 1] && date_is(b->filed[to].day, day))
        to++;
    return (Thread){&b->entries[from], to - from};
}

Thread daybook_person(const DayBook *b, PersonId person, Date day)
{
    return thread_of(b, person.index, day);
}

Thread daybook_unit(const DayBook *b, UnitId unit, Date day)
{
    return thread_of(b, b->r->person_count + unit.index, day);
}

/* The first by the order; one that a correction takes out stays: what is
 * gone does not come back. */
static const Fact *first_gap(Thread thread)
{
    for (uint32_t i = 0; i < thread.count; i++) {
        if (fact_is_gap(thread.entries[i].fact)) return thread.entries[i].fact;
    }
    return NULL;
}

const Fact *daybook_unit_gap(const DayBook *b, UnitId unit, Date day)
{
    const Fact *gap = NULL;
    while (b->gaps && gap == NULL && unit.index != NO_INDEX) {
        gap = first_gap(daybook_unit(b, unit, day));
        unit = b->r->units[unit.index].parent;
    }
    return gap;
}

const Fact *daybook_gap(const DayBook *b, PersonId person, Date day)
{
    if (!b->gaps) return NULL;
    const Fact *own = first_gap(daybook_person(b, person, day));
    UnitId unit = b->r->people[person.index].unit;
    return own != NULL ? own : daybook_unit_gap(b, unit, day);
}

const Register *daybook_register(const DayBook *b)
{
    return b->r;
}
