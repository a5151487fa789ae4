/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_month.h"

#include "app/explain_person.h"
#include "app/my_part.h"

/* ---- cells -------------------------------------------------------------- */

/* The cell of that day in a move, by person, then day; or NULL. */
static const CellMove *cell_in(const PlanMove *move, PersonId person,
                               uint32_t day)
{
    size_t low = 0, high = move->cell_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const CellMove *c = &move->cells[middle];
        if (c->person.index == person.index && c->day == day) return c;
        if (c->person.index < person.index ||
            (c->person.index == person.index && c->day < day))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The letter as it was published first; '-' without a plan. */
static char published_first(const Published *published, PersonId person,
                            Date day)
{
    if (published == NULL) return PLACED_NONE;
    uint32_t at = plan_day(&published->plan, day);
    for (size_t i = 0; i < published->move_count; i++) {
        const CellMove *c = cell_in(&published->moves[i].move, person, at);
        if (c != NULL) return c->from;
    }
    return plan_cell(&published->plan, person, at);
}

static bool cell_of(LiveView *view, PersonId person, Date day, MyCell *out,
                    Err *err)
{
    const LiveDay *on = NULL;
    if (!live_day(view, day, &on, err)) return false;
    const Expected *e = &on->sheet.expected[person.index];
    Directive d = law_person(on->law, person);
    char first = published_first(published_on(view->plans, day), person, day);
    *out = (MyCell){
        .day = day,
        .letter = e->letter,
        .works = e->works,
        .bare = d.letter == PLACED_OPEN && e->letter == PLACED_NONE,
        .changed = first != PLACED_NONE && first != e->letter,
        .part = d.part != 0,
        .shift = e->shift.number,
        .step = d.step,
    };
    return true;
}

bool my_cells(LiveView *view, PersonId person, Window days, MyCell *out,
              Err *err)
{
    for (Date day = days.first; !date_before(days.last, day);
         day = date_plus(day, 1)) {
        if (!cell_of(view, person, day, &out[day.days - days.first.days], err))
            return false;
    }
    return true;
}

/* ---- the month ---------------------------------------------------------- */

static void count(MyMonth *m, const MyCell *cell)
{
    m->changed += cell->changed;
    m->bare += cell->bare;
    if (!cell->works) {
        m->off++;
        return;
    }
    m->office += cell->letter == PLACED_OFFICE;
    m->home += cell->letter == PLACED_HOME;
    m->field += cell->letter == PLACED_FIELD;
    m->leave += cell->letter == PLACED_LEAVE;
    m->trip += cell->letter == PLACED_TRIP;
    m->closed += cell->letter == PLACED_CLOSED;
    m->usual += cell->letter == PLACED_USUAL;
}

static bool no_month(Err *err, int32_t year, int32_t month)
{
    (void)FAIL(err, ERR_INPUT, "there is no month %d of %d", month, year);
    return err_id(err, "tidak ada bulan %d tahun %d", month, year);
}

bool my_month(LiveView *view, PersonId person, int32_t year, int32_t month,
              MyMonth *out, Err *err)
{
    Date first, next;
    *out = (MyMonth){.year = year, .month = month};
    if (!date_of(year, month, 1, &first) ||
        !date_of(year + month / 12, month % 12 + 1, 1, &next))
        return no_month(err, year, month);
    Window days = {first, date_plus(next, -1)};
    if (!my_cells(view, person, days, out->cells, err)) return false;
    out->count = (uint32_t)window_days(days);
    for (uint32_t i = 0; i < out->count; i++)
        count(out, &out->cells[i]);
    return true;
}

/* ---- why ---------------------------------------------------------------- */

static void tell_versions(const Published *p, PersonId person, Date day,
                          MyWhy *out)
{
    uint32_t at = plan_day(&p->plan, day);
    out->plan = p;
    out->version = published_version(p);
    for (size_t i = p->move_count;
         i-- > 0 && out->move_count < COUNT(out->moves);) {
        if (cell_in(&p->moves[i].move, person, at) != NULL)
            out->moves[out->move_count++] = &p->moves[i];
    }
}

static bool no_service(Err *err)
{
    (void)FAIL(err, ERR_INPUT, "that person does not serve on that day");
    return err_id(err, "pegawai itu tidak bertugas pada hari itu");
}

bool my_why(Arena *arena, LiveView *view, PersonId person, Date day, Lang lang,
            MyWhy *out, Err *err)
{
    const LiveDay *on = NULL;
    const Published *p = published_on(view->plans, day);
    *out = (MyWhy){0};
    if (!person_is_active(&view->office->r, person, day))
        return no_service(err);
    if (!live_day(view, day, &on, err)) return false;
    char letter = law_person(on->law, person).letter;
    if (p != NULL) {
        if (letter == PLACED_OPEN)
            letter = plan_cell(&p->plan, person, plan_day(&p->plan, day));
        out->turn =
            explain_person_turn(&p->plan, on->law, view->corpus, person, day);
        tell_versions(p, person, day, out);
    }
    explain_cell(arena, on->law, person, letter, &out->turn, lang, &out->text);
    explain_person_shift(arena, on->law,
                         &on->sheet.expected[person.index].shift, lang,
                         &out->text);
    return true;
}
