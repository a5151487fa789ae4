/* SPDX-License-Identifier: Apache-2.0 */
/*
 * naive_day_facts.c - docs/day.md, section 2.
 */
#include "naive_day_parts.h"

enum { CHAIN_MOST = 64, DAY = 1440 };

/* ---- what was received, one of each id, in order ------------------------- */

/* Does an earlier received fact of the same id stand for this one? */
static bool is_again(const NaiveView *view, size_t at)
{
    const Fact *f = &view->facts[at];
    for (size_t i = 0; i < view->count; i++) {
        const Fact *g = &view->facts[i];
        if (i == at || !fact_id_is(f->id, g->id)) continue;
        if (g->received.us < f->received.us) return true;
        if (g->received.us == f->received.us && i < at) return true;
    }
    return false;
}

static bool comes_before(const Fact *a, const Fact *b)
{
    int64_t one = fact_when(a).us, two = fact_when(b).us;
    return one != two ? one < two : fact_id_order(a->id, b->id) < 0;
}

static int64_t minutes_of(Zone zone, Instant at)
{
    return (int64_t)zone_day(zone, at).days * DAY + zone_minute(zone, at);
}

static void insert(Told *list, size_t count, Told told)
{
    size_t at = count;
    while (at > 0 && comes_before(told.fact, list[at - 1].fact)) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = told;
}

/* ---- where each belongs -------------------------------------------------- */

static Told *find_in(Told *list, size_t count, FactId id)
{
    for (size_t i = 0; i < count && !fact_id_none(id); i++) {
        if (fact_id_is(list[i].fact->id, id)) return &list[i];
    }
    return NULL;
}

static bool has_days(FactKind kind)
{
    return kind == FACT_RECALL || kind == FACT_TRAVEL || kind == FACT_VISIT ||
           kind == FACT_TRIP || kind == FACT_MEETING || kind == FACT_LEAVE ||
           kind == FACT_DEVIATION || kind == FACT_MARK || kind == FACT_PIN ||
           kind == FACT_SWAP || kind == FACT_TASK || kind == FACT_TARGET ||
           kind == FACT_RHYTHM || kind == FACT_ERASE;
}

static Window own_days(const Fact *f)
{
    if (has_days(f->kind) && !window_is_empty(f->days)) return f->days;
    if (f->kind == FACT_RHYTHM || f->kind == FACT_TEAM)
        return (Window){f->day, DATE_NEVER};
    return (Window){f->day, f->day};
}

/* The fact that it follows to its days, or NULL. */
static Told *answered(Told *list, size_t count, const Fact *f)
{
    bool stays = f->kind == FACT_REPORT || f->kind == FACT_MESSAGE ||
                 f->kind == FACT_ERASE;
    return stays ? NULL : find_in(list, count, f->about);
}

/* Whose it is, from the end of the chain of answers back to the fact. */
static void place(Told *list, size_t count, Told *told)
{
    const Fact *chain[CHAIN_MOST];
    size_t length = 0;
    for (const Told *t = told; t != NULL && length < CHAIN_MOST;
         t = answered(list, count, t->fact)) {
        chain[length++] = t->fact;
    }
    const Fact *root = chain[length - 1];
    told->days = own_days(root);
    told->person = root->person;
    told->unit = root->unit;
    for (size_t i = length - 1; i > 0 && told->person.len == 0; i--) {
        told->person = chain[i - 1]->person;
    }
}

/* ---- corrections ----------------------------------------------------------
 */

/* The minute is of the thread's day. */
static void correct(Told *told, const Fact *by, Date date)
{
    told->corrected_by = by;
    if (str_is(by->word, STR("batal"))) told->out = true;
    if (told->out) return;
    Date day = window_has(told->days, date) ? date : told->fact->day;
    if (by->from >= 0) told->minute = (int64_t)day.days * DAY + by->from;
    if (by->thing.len > 0) told->word = by->thing;
}

/* "Ganti" about a correction changes nothing, as if it were not there. */
static bool changes(const Told *about, const Fact *by)
{
    return about->corrected_by == NULL &&
           (about->fact->kind != FACT_CORRECTION ||
            str_is(by->word, STR("batal")));
}

static void correct_all(Told *list, size_t count, Date date)
{
    for (size_t i = count; i > 0; i--) {
        const Told *by = &list[i - 1];
        if (by->fact->kind != FACT_CORRECTION || by->out) continue;
        Told *about = find_in(list, count, by->fact->about);
        if (about != NULL && changes(about, by->fact))
            correct(about, by->fact, date);
    }
}

Told *naive_told(Arena *arena, const NaiveView *view, size_t *count)
{
    Told *list = NEW(arena, Told, view->count + 1);
    *count = 0;
    for (size_t i = 0; i < view->count; i++) {
        const Fact *f = &view->facts[i];
        bool late = f->received.us > view->now.us && f->kind != FACT_ERASE;
        if (late || is_again(view, i)) continue;
        Told told = {.fact = f,
                     .minute = minutes_of(view->zone, fact_when(f)),
                     .word = f->word};
        insert(list, (*count)++, told);
    }
    for (size_t i = 0; i < *count; i++) {
        place(list, *count, &list[i]);
    }
    correct_all(list, *count, law_date(view->day));
    return list;
}

/* ---- questions ------------------------------------------------------------
 */

static bool list_has(Str list, Str code)
{
    Str one;
    while (str_next(&list, '|', &one)) {
        if (str_is(one, code)) return true;
    }
    return false;
}

bool naive_is_of(const Naive *n, const Told *told)
{
    return str_is(told->person, n->person->code) ||
           (told->fact->kind == FACT_MEETING &&
            list_has(told->fact->list, n->person->code));
}

bool naive_here(const Naive *n, const Told *told, FactKind kind)
{
    return told->fact->kind == kind && !told->out &&
           window_has(told->days, n->date) && naive_is_of(n, told);
}

bool naive_own(const Naive *n, const Told *told)
{
    return str_is(told->fact->actor, n->person->code);
}

const Told *naive_find(const Naive *n, FactId id)
{
    for (size_t i = 0; i < n->count && !fact_id_none(id); i++) {
        if (fact_id_is(n->told[i].fact->id, id)) return &n->told[i];
    }
    return NULL;
}

int naive_minute(const Naive *n, const Told *told)
{
    return (int)(told->minute - (int64_t)n->date.days * DAY);
}

static bool is_about(const Told *told, const Told *about, FactKind kind)
{
    return told->fact->kind == kind && !told->out &&
           fact_id_is(told->fact->about, about->fact->id);
}

const Told *naive_first_about(const Naive *n, const Told *about, FactKind kind)
{
    for (size_t i = 0; i < n->count; i++) {
        if (is_about(&n->told[i], about, kind)) return &n->told[i];
    }
    return NULL;
}

const Told *naive_last_about(const Naive *n, const Told *about, FactKind kind)
{
    for (size_t i = n->count; i > 0; i--) {
        if (is_about(&n->told[i - 1], about, kind)) return &n->told[i - 1];
    }
    return NULL;
}

bool naive_approved(const Naive *n, const Told *told)
{
    const Told *decision = naive_last_about(n, told, FACT_DECISION);
    return decision != NULL && str_is(decision->word, STR("setuju"));
}

bool naive_before(const Told *a, const Told *b)
{
    return a->minute != b->minute ? a->minute < b->minute : a < b;
}

/* Never corrected; one of no length covers nothing. */
bool naive_down(const Naive *n, int from, int to)
{
    Instant first = zone_instant(n->view->zone, n->date, from);
    Instant behind = zone_instant(n->view->zone, n->date, to + 1);
    for (size_t i = 0; i < n->count; i++) {
        const Fact *f = n->told[i].fact;
        int64_t begun = fact_when(f).us;
        if (f->kind == FACT_OUTAGE && f->until.us > begun &&
            begun < behind.us && f->until.us > first.us)
            return true;
    }
    return false;
}

/* An erasure of a record of that day, of the person or (a code) of the unit. */
static const Fact *erased_of(const Naive *n, Str unit, Date day)
{
    for (size_t i = 0; i < n->count; i++) {
        const Told *t = &n->told[i];
        if (t->fact->kind != FACT_ERASE || window_is_empty(t->fact->days) ||
            !window_has(t->days, day))
            continue;
        if (unit.len == 0 ? str_is(t->person, n->person->code)
                          : t->person.len == 0 && str_is(t->unit, unit))
            return t->fact;
    }
    return NULL;
}

const Fact *naive_erased(const Naive *n, Date day)
{
    const Fact *found = erased_of(n, STR(""), day);
    UnitId unit = n->person->unit;
    while (found == NULL && unit.index != NO_INDEX) {
        found = erased_of(n, n->r->units[unit.index].code, day);
        unit = n->r->units[unit.index].parent;
    }
    return found;
}

bool naive_is_before(const Naive *n, int minute)
{
    return n->view->now.us < zone_instant(n->view->zone, n->date, minute).us;
}
