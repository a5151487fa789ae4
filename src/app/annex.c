/* SPDX-License-Identifier: Apache-2.0 */
#include "app/annex.h"

#include "app/deal_shifts.h"

const char annex_letters[ANNEX_LETTERS] = {
    PLACED_OFFICE, PLACED_HOME,   PLACED_FIELD, PLACED_LEAVE,
    PLACED_TRIP,   PLACED_CLOSED, PLACED_USUAL};

static const Published *plan_of(const LiveView *view, Window month)
{
    for (Date day = month.first; !date_before(month.last, day);
         day = date_plus(day, 1)) {
        const Published *plan = published_on(view->plans, day);
        if (plan != NULL) return plan;
    }
    return NULL;
}

static bool is_listed(const Register *r, const AnnexTable *annex,
                      uint32_t person)
{
    UnitId of = annex->of.unit;
    UnitId own = r->people[person].unit;
    if (!person_is_active(r, (PersonId){person}, annex->window.first))
        return false;
    if (r->units[of.index].work_unit)
        return r->work_unit_of[own.index].index == of.index;
    return unit_is_under(r, own, of);
}

static void count_cell(AnnexTable *annex, AnnexRow *row, uint32_t day)
{
    for (size_t i = 0; i < ANNEX_LETTERS; i++) {
        if (row->cells[day] != annex_letters[i]) continue;
        row->days[i]++;
        annex->people[i][day]++;
    }
}

/* The unit right below the annex's that somebody works in, or it itself. */
static UnitId group_of(const Register *r, const AnnexTable *annex,
                       PersonId person)
{
    UnitId unit = r->people[person.index].unit;
    while (unit.index != annex->of.unit.index &&
           r->units[unit.index].parent.index != annex->of.unit.index)
        unit = r->units[unit.index].parent;
    return unit;
}

static void read_plan(const LiveView *view, const AnnexTable *annex,
                      AnnexRow *row)
{
    for (uint32_t d = 0; d < annex->day_count; d++) {
        Date day = date_plus(annex->window.first, (int32_t)d);
        row->cells[d] = live_plan_cell(view, row->person, day);
    }
}

static void read_draft(const UnitMonth *draft, AnnexRow *row)
{
    const UnitMonthRow *drawn = unit_month_row(draft, row->person);
    for (uint32_t d = 0; d < draft->day_count; d++) {
        row->cells[d] = PLACED_NONE;
        if (drawn == NULL) continue;
        row->cells[d] = drawn->cells[d].letter;
        row->shifts[d] = drawn->cells[d].shift;
    }
}

static void add_row(const LiveView *view, PersonId person, UnitId group,
                    AnnexTable *annex)
{
    AnnexRow *row = &annex->rows[annex->row_count++];
    *row = (AnnexRow){.person = person, .group = group};
    if (annex->draft != NULL)
        read_draft(annex->draft, row);
    else
        read_plan(view, annex, row);
    for (uint32_t d = 0; d < annex->day_count; d++)
        count_cell(annex, row, d);
}

/* By group, in the order of the register's units; the unit itself is first
 * among those below it. */
static void add_rows(Arena *arena, const LiveView *view, AnnexTable *annex)
{
    const Register *r = &view->office->r;
    annex->day_count = (uint32_t)window_days(annex->window);
    CHECK(annex->day_count <= ANNEX_DAYS);
    annex->rows = NEW(arena, AnnexRow, r->person_count + 1);
    UnitId *groups = NEW(arena, UnitId, r->person_count + 1);
    uint32_t *count = NEW(arena, uint32_t, r->unit_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        groups[p] = NO_UNIT;
        if (!is_listed(r, annex, p)) continue;
        groups[p] = group_of(r, annex, (PersonId){p});
        count[groups[p].index]++;
    }
    for (uint32_t u = 0; u <= r->unit_count; u++) {
        UnitId group = {u == 0 ? annex->of.unit.index : u - 1};
        if (count[group.index] == 0) continue;
        for (uint32_t p = 0; p < r->person_count; p++) {
            if (groups[p].index == group.index)
                add_row(view, (PersonId){p}, group, annex);
        }
        count[group.index] = 0;
    }
}

/* ---- shifts ---------------------------------------------------------------
 */

/* In the office, and not because somebody called. */
static bool has_shift(const LiveView *view, const AnnexRow *row, uint32_t day,
                      Date date)
{
    char letter = row->cells[day];
    const Published *published = published_on(view->plans, date);
    if (letter != PLACED_OFFICE && letter != PLACED_USUAL) return false;
    const Plan *plan = &published->plan;
    size_t at =
        (size_t)row->person.index * plan->day_count + plan_day(plan, date);
    return plan->reason_count == 0 ||
           plan->reason[plan->reasons[at]].step != STEP_RECALL;
}

static void put_shifts(const LiveView *view, AnnexTable *annex, uint32_t day)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 20);
    Date date = date_plus(annex->window.first, (int32_t)day);
    const Shift *shifts =
        live_shifts(tmp, view, law_day(tmp, view->corpus, date));
    for (uint32_t i = 0; shifts != NULL && i < annex->row_count; i++) {
        AnnexRow *row = &annex->rows[i];
        if (!has_shift(view, row, day, date)) continue;
        row->shifts[day] = shifts[row->person.index].number;
        shift_key_add(&annex->shifts, &shifts[row->person.index]);
    }
}

bool annex_make(Arena *arena, const LiveView *view, UnitId unit, Window month,
                AnnexTable *out)
{
    const Register *r = &view->office->r;
    const Published *plan = plan_of(view, month);
    if (plan == NULL) return false;
    *out = (AnnexTable){
        .of = {plan, published_version(plan), unit, month.first},
        .window = window_meet(month, plan->days),
        .head = unit_head(r, unit, live_today(view))
    };
    out->of.month = out->window.first;
    out->code = annex_code(arena, view->office, &out->of);
    add_rows(arena, view, out);
    for (uint32_t d = 0; deal_shifts_set(view->corpus) && d < out->day_count;
         d++)
        put_shifts(view, out, d);
    return true;
}

AnnexTable annex_of_draft(Arena *arena, const LiveView *view,
                          const UnitMonth *month)
{
    AnnexTable annex = {
        .of = {NULL, 0, month->unit, month->days.first},
        .draft = month,
        .window = month->days,
        .head = unit_head(&view->office->r, month->unit, live_today(view)),
        .shifts = month->shifts
    };
    add_rows(arena, view, &annex);
    return annex;
}
