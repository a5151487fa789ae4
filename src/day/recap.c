/* SPDX-License-Identifier: Apache-2.0 */
#include "day/recap_part.h"
#include "day/recap_table.h"

#include <string.h>

/* ---- units -------------------------------------------------------------- */

UnitId recap_level_unit(const Register *r, RecapLevel level, UnitId unit)
{
    UnitId at = {NO_INDEX};
    switch (level) {
    case RECAP_WORK_UNITS: at = r->work_unit_of[unit.index]; break;
    case RECAP_AGENCIES: at = r->agency_of[unit.index]; break;
    case RECAP_GOVERNMENT: return r->preorder[0];
    case RECAP_LEVELS: CHECK(false);
    }
    return at.index == NO_INDEX ? unit : at;
}

const RecapUnit *recap_government(const Recap *recap)
{
    return &recap->units[RECAP_GOVERNMENT][recap->unit.index];
}

UnitId recap_unit(const Recapping *all)
{
    return all->from->within == NULL ? all->r->preorder[0] : *all->from->within;
}

UnitId recap_added_in(const Recapping *all, RecapLevel level, UnitId own)
{
    UnitId unit = recap_level_unit(all->r, level, own);
    UnitId top = recap_unit(all);
    return unit_is_under(all->r, unit, top) ? unit : top;
}

int32_t recap_count(const Recap *recap, PersonId person, RecapColumn column)
{
    return recap->counts[(size_t)person.index * RECAP_COLUMNS + column];
}

/* ---- a person's day ----------------------------------------------------- */

static RecapColumn planned_column(char letter)
{
    switch (letter) {
    case PLACED_OFFICE: return RECAP_PLAN_K;
    case PLACED_HOME: return RECAP_PLAN_R;
    case PLACED_FIELD: return RECAP_PLAN_L;
    case PLACED_LEAVE: return RECAP_PLAN_C;
    case PLACED_TRIP: return RECAP_PLAN_D;
    case PLACED_CLOSED: return RECAP_PLAN_X;
    case PLACED_USUAL: return RECAP_PLAN_B;
    default: return RECAP_PLAN_NONE;
    }
}

static RecapColumn where_column(char where)
{
    switch (where) {
    case PLACED_OFFICE: return RECAP_WHERE_K;
    case PLACED_HOME: return RECAP_WHERE_R;
    case PLACED_FIELD: return RECAP_WHERE_L;
    case PLACED_TRIP: return RECAP_WHERE_D;
    default: return RECAP_WHERE_NONE;
    }
}

/* Did the roster decide that cell? */
static bool is_by_turn(const RecapDay *day, PersonId person)
{
    const Plan *plan = day->all->from->plan;
    uint32_t at = plan == NULL ? NO_INDEX : plan_day(plan, day->sheet.day);
    if (at == NO_INDEX) return false;
    size_t cell = (size_t)person.index * plan->day_count + at;
    return plan->reason[plan->reasons[cell]].step == STEP_TURN;
}

static void count_place(const RecapDay *day, const Verdict *v, bool gone,
                        int32_t *counts)
{
    if (!day->sheet.expected[v->person.index].works) return;
    counts[RECAP_WORKING]++;
    counts[RECAP_COUNTED] += v->planned != PLACED_LEAVE;
    counts[planned_column(v->planned)]++;
    if (v->where != '?' || !gone) counts[where_column(v->where)]++;
    counts[RECAP_TURNS] += is_by_turn(day, v->person);
}

static void count_finding(RecapDay *day, const Finding *f, int32_t *counts)
{
    RecapColumn column = recap_column_of(f->duty, f->outcome);
    Colour colour = finding_colour(f);
    if (column != RECAP_COLUMNS) counts[column]++;
    if (column == RECAP_LATE) counts[RECAP_LATE_MINUTES] += f->minutes;
    counts[RECAP_BREACHES] += colour == COLOUR_BREACH;
    counts[RECAP_PENDING] += colour == COLOUR_PENDING;
    bool down = colour == COLOUR_UNKNOWN && f->outcome != OUTCOME_GONE;
    counts[RECAP_UNKNOWN] += down;
    day->unknown += down;
}

static bool has_gone(const Verdict *v)
{
    for (uint32_t i = 0; i < v->count; i++) {
        if (v->findings[i].outcome == OUTCOME_GONE) return true;
    }
    return false;
}

static void count_person(RecapDay *day, const DayView *view, PersonId person)
{
    Recapping *all = day->all;
    Verdict v;
    int32_t *counts = &all->counts[(size_t)person.index * RECAP_COLUMNS];
    day->where[person.index] = '?';
    if (!person_is_active(all->r, person, day->sheet.day) ||
        !unit_is_under(all->r, all->r->people[person.index].unit,
                       recap_unit(all)))
        return;
    all->served[person.index] = 1;
    verdict_make(view, person, &v);
    day->where[person.index] = v.where;
    all->out->more |= v.more;
    bool gone = has_gone(&v);
    count_place(day, &v, gone, counts);
    counts[RECAP_GONE] += gone;
    for (uint32_t i = 0; i < v.count; i++)
        count_finding(day, &v.findings[i], counts);
    recap_follow_count(day, &v);
}

static bool count_day(Recapping *all, Date date, Err *err)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    const RecapFrom *from = all->from;
    RecapDay day = {.all = all,
                    .tmp = tmp,
                    .law = law_day(tmp, from->corpus, date),
                    .where = NEW(tmp, char, (size_t)all->r->person_count + 1)};
    if (!duty_sheet_make(tmp, day.law, from->plan, from->hours, &day.sheet,
                         err))
        return false;
    DayView view = {&day.sheet, from->book, from->zone, from->now};
    recap_follow_open(&day);
    for (uint32_t p = 0; p < all->r->person_count; p++)
        count_person(&day, &view, (PersonId){p});
    recap_cap_count(&day);
    recap_hole_count(&day);
    return true;
}

/* ---- sums --------------------------------------------------------------- */

static void add_turn(RecapUnit *unit, const int32_t *counts)
{
    int64_t planned = counts[RECAP_PLAN_K], there = counts[RECAP_WHERE_K];
    if (counts[RECAP_TURNS] == 0) return;
    if (unit->in_turn++ == 0) {
        unit->least = unit->most = planned;
        unit->there_least = unit->there_most = there;
    }
    if (planned < unit->least) unit->least = planned;
    if (planned > unit->most) unit->most = planned;
    if (there < unit->there_least) unit->there_least = there;
    if (there > unit->there_most) unit->there_most = there;
}

static void add_person(RecapUnit *unit, const int32_t *counts)
{
    unit->people++;
    unit->breaching += counts[RECAP_BREACHES] > 0;
    for (size_t c = 0; c < RECAP_COLUMNS; c++)
        unit->counts[c] += counts[c];
    add_turn(unit, counts);
}

static void add_up(Recapping *all)
{
    for (uint32_t p = 0; p < all->r->person_count; p++) {
        UnitId own = all->r->people[p].unit;
        if (!all->served[p]) continue;
        for (int level = 0; level < RECAP_LEVELS; level++) {
            UnitId unit = recap_added_in(all, (RecapLevel)level, own);
            add_person(&all->units[level][unit.index],
                       &all->counts[(size_t)p * RECAP_COLUMNS]);
        }
    }
}

/* ---- the whole ---------------------------------------------------------- */

Window recap_book_window(Window window)
{
    enum { BEFORE = 100, BEHIND = 40 }; /* targets of a quarter; reviews */
    return (Window){date_plus(window.first, -BEFORE),
                    date_plus(window.last, BEHIND)};
}

static bool check_window(Window window, Err *err)
{
    if (window_is_empty(window)) {
        (void)FAIL(err, ERR_INPUT, "the window of a recap is empty");
        return err_id(err, "masa rekap kosong");
    }
    if (window_days(window) <= RECAP_DAYS_MOST) return true;
    (void)FAIL(err, ERR_LIMIT, "a recap of %d days; at most %d fit",
               window_days(window), RECAP_DAYS_MOST);
    return err_id(err, "rekap %d hari; paling banyak %d hari",
                  window_days(window), RECAP_DAYS_MOST);
}

static Recapping begin(Arena *arena, const RecapFrom *from, Recap *out)
{
    const Register *r = from->corpus->r;
    Recapping all = {
        .arena = arena,
        .from = from,
        .r = r,
        .out = out,
        .served = NEW(arena, uint8_t, (size_t)r->person_count + 1),
        .counts =
            NEW(arena, int32_t, ((size_t)r->person_count + 1) * RECAP_COLUMNS),
    };
    for (int level = 0; level < RECAP_LEVELS; level++)
        all.units[level] = NEW(arena, RecapUnit, (size_t)r->unit_count + 1);
    return all;
}

static void finish(const Recapping *all, Recap *out)
{
    out->r = all->r;
    out->corpus = all->from->corpus;
    out->unit = recap_unit(all);
    out->window = all->from->window;
    out->now = all->from->now;
    out->served = all->served;
    out->counts = all->counts;
    for (int level = 0; level < RECAP_LEVELS; level++)
        out->units[level] = all->units[level];
    out->follows = all->follows;
    out->follow_count = all->follow_count;
    out->followed = all->followed;
    out->follow_days = all->follow_days;
    out->over = all->over.at;
    out->over_count = all->over.count;
    out->holes = all->holes.at;
    out->hole_count = all->holes.count;
}

void recap_restore(Arena *arena, const RecapTable *kept, Recap *recap)
{
    RecapFrom from = {.corpus = recap->corpus,
                      .within = &recap->unit,
                      .window = recap->window,
                      .now = recap->now};
    Recapping all = begin(arena, &from, recap);
    for (size_t i = 0; i < kept->count; i++) {
        uint32_t p = map_find(&all.r->person_codes, kept->rows[i].code);
        if (p == NO_INDEX) continue;
        all.served[p] = 1;
        memcpy(&all.counts[(size_t)p * RECAP_COLUMNS], kept->rows[i].counts,
               sizeof kept->rows[i].counts);
    }
    add_up(&all);
    recap->served = all.served;
    recap->counts = all.counts;
    for (int level = 0; level < RECAP_LEVELS; level++)
        recap->units[level] = all.units[level];
    recap->over = NULL;
    recap->over_count = 0;
    recap_follow_restore(arena, kept, recap);
}

bool recap_make(Arena *arena, const RecapFrom *from, Recap *out, Err *err)
{
    Recap made = {0};
    if (!check_window(from->window, err)) return false;
    Recapping all = begin(arena, from, &made);
    if (!recap_follow_find(&all, err)) return false;
    uint64_t days = (uint64_t)window_days(from->window);
    for (uint64_t d = 0; d < days; d++) {
        Date day = date_plus(from->window.first, (int32_t)d);
        if (!count_day(&all, day, err)) return false;
        if (from->tick != NULL) from->tick(from->context, d + 1, days);
    }
    add_up(&all);
    finish(&all, &made);
    *out = made;
    return true;
}
