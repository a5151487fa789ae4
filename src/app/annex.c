/* SPDX-License-Identifier: Apache-2.0 */
#include "app/annex.h"

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

static void add_row(const LiveView *view, PersonId person, AnnexTable *annex)
{
    AnnexRow *row = &annex->rows[annex->row_count++];
    *row = (AnnexRow){.person = person};
    for (uint32_t d = 0; d < annex->day_count; d++) {
        Date day = date_plus(annex->window.first, (int32_t)d);
        row->cells[d] = live_plan_cell(view, person, day);
        count_cell(annex, row, d);
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
    out->day_count = (uint32_t)window_days(out->window);
    CHECK(out->day_count <= ANNEX_DAYS);
    out->of.month = out->window.first;
    out->code = annex_code(arena, view->office, &out->of);
    out->rows = NEW(arena, AnnexRow, r->person_count + 1);
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (is_listed(r, out, p)) add_row(view, (PersonId){p}, out);
    }
    return true;
}
