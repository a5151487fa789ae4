/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_load.c - how many are in the office on a day, against what caps them.
 */
#include "web/grid_part.h"

static bool bounds_office(const Grid *grid, const UnitMonthCap *cap)
{
    const Cap *asks = &corpus_clause(grid->v->view->corpus, cap->cap)->cap;
    const Register *r = &grid->v->view->office->r;
    return asks->office && !asks->home && asks->compare != AT_LEAST &&
           unit_is_under(r, cap->unit, grid->month.unit);
}

/* Another clause that caps the same unit, and less of it. */
static bool is_outdone(const Grid *grid, uint32_t at, uint32_t day)
{
    const UnitMonthCap *caps = grid->month.caps;
    for (uint32_t i = 0; i < grid->month.cap_count; i++) {
        if (i == at || caps[i].unit.index != caps[at].unit.index ||
            !caps[i].days[day].counts || !bounds_office(grid, &caps[i]))
            continue;
        if (caps[i].days[day].most < caps[at].days[day].most ||
            (i < at && caps[i].days[day].most == caps[at].days[day].most))
            return true;
    }
    return false;
}

/* Where several units are capped each by itself, their sum. */
GridLoad grid_load(const Grid *grid, uint32_t day)
{
    const UnitMonth *m = &grid->month;
    GridLoad load = {m->office[day], m->before[day], -1, false};
    int32_t in = 0, before = 0, most = 0;
    bool capped = false;
    for (uint32_t i = 0; i < m->cap_count; i++) {
        const UnitMonthCapDay *at = &m->caps[i].days[day];
        if (!at->counts || !at->works) continue;
        if (!bounds_office(grid, &m->caps[i])) continue;
        load.bad |= at->broken;
        if (is_outdone(grid, i, day)) continue;
        capped = true;
        in += at->in;
        before += at->before;
        most += at->most;
    }
    if (!capped) return load;
    return (GridLoad){in, before, most, load.bad};
}

static bool is_counted(const Grid *grid, uint32_t at, uint32_t day)
{
    const UnitMonthCapDay *cap = &grid->month.caps[at].days[day];
    return cap->counts && cap->works &&
           bounds_office(grid, &grid->month.caps[at]) &&
           !is_outdone(grid, at, day);
}

/* Of one cap, where it is one of several that were summed up. */
static GridLoad load_of_cap(const Grid *grid, uint32_t at, uint32_t day,
                            UnitId *of)
{
    GridLoad all = grid_load(grid, day);
    const UnitMonthCapDay *cap = &grid->month.caps[at].days[day];
    if (cap->most == all.most) return all;
    *of = grid->month.caps[at].unit;
    return (GridLoad){cap->in, cap->before, cap->most, cap->broken};
}

GridLoad grid_load_broken(const Grid *grid, uint32_t day, UnitId *of)
{
    GridLoad all = grid_load(grid, day);
    *of = NO_UNIT;
    if (!all.bad || all.in > all.most) return all;
    for (uint32_t i = 0; i < grid->month.cap_count; i++) {
        const UnitMonthCapDay *cap = &grid->month.caps[i].days[day];
        if (is_counted(grid, i, day) && cap->in > cap->most)
            return load_of_cap(grid, i, day, of);
    }
    return all;
}

GridLoad grid_load_moved(const Grid *shown, const Grid *beside, uint32_t day,
                         UnitId *of)
{
    const UnitMonth *m = &shown->month, *other = &beside->month;
    *of = NO_UNIT;
    for (uint32_t i = 0; i < m->cap_count && i < other->cap_count; i++) {
        if (is_counted(shown, i, day) &&
            m->caps[i].days[day].in != other->caps[i].days[day].in)
            return load_of_cap(shown, i, day, of);
    }
    return grid_load(shown, day);
}

/* In tenths of a pixel. */
static void put_tenths(Page *page, Html before, int64_t tenths)
{
    page_put(page, before);
    html_tenths(&page->html, tenths);
    page_put(page, HTML("\""));
}

static int64_t bar_of(const GridLoad *load, int32_t all, int64_t high)
{
    int64_t line = load->most >= 0 ? 60 : 0;
    int64_t whole = load->most > 0 ? load->most : all;
    int64_t bar = whole <= 0 ? 0 : load->in * (high - line) / whole;
    if (load->most == 0 && load->in > 0) bar = high;
    return bar > high ? high : bar;
}

void grid_put_load(Page *page, const GridLoad *load, int32_t all, int wide,
                   int high)
{
    int64_t bar = bar_of(load, all, (int64_t)high * 10);
    page_put(page, HTML("<svg width=\""));
    html_number(&page->html, wide);
    page_put(page, HTML("\" height=\""));
    html_number(&page->html, high);
    page_put(page, HTML("\" aria-hidden=\"true\"><rect x=\"3\""));
    put_tenths(page, HTML(" y=\""), (int64_t)high * 10 - bar);
    put_tenths(page, HTML(" width=\""), (int64_t)wide * 10 - 60);
    put_tenths(page, HTML(" height=\""), bar);
    page_put(page, HTML("/>"));
    if (load->most >= 0) {
        page_put(page, HTML("<path d=\"M0 6h"));
        html_number(&page->html, wide);
        page_put(page, HTML("\"/>"));
    }
    page_put(page, HTML("</svg>"));
}

/* ---- what is not planned yet --------------------------------------------- */

GridPlan grid_plan(const Grid *grid, uint32_t first, uint32_t count,
                   uint32_t day)
{
    uint32_t open = 0;
    GridPlan plan = {0};
    for (uint32_t i = 0; i < count; i++) {
        unsigned marks = grid->month.rows[first + i].cells[day].marks;
        bool bare =
            (marks & UNIT_MONTH_BARE) != 0 && (marks & UNIT_MONTH_DRAFT) == 0;
        open += (marks & UNIT_MONTH_OPEN) != 0;
        plan.bare += bare;
    }
    plan.none = plan.bare > 0 && plan.bare >= open;
    return plan;
}

void grid_put_count(Page *page, const GridPlan *plan, int32_t in)
{
    if (plan->none) {
        page_put(page, HTML("–"));
        return;
    }
    html_number(&page->html, in);
    if (plan->bare > 0) page_put(page, HTML("·"));
}

void grid_put_missing(Page *page, uint32_t people)
{
    page_put(page, HTML("; "));
    page_text(page, said_many(&page->speech, "{n} person has no plan yet",
                              "{n} people have no plan yet", people, NULL, 0));
}
