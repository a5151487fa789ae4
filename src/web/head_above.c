/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head_above.c - H1 of who heads a unit above agencies, a government: an agency
 * a row.  Whose names they are stands on the page of each agency.
 */
#include "web/head_above.h"

#include "web/board_part.h"

bool head_is_above(const Register *r, UnitId unit)
{
    for (uint32_t at = r->enter[unit.index]; at < r->leave[unit.index]; at++) {
        UnitId below = r->preorder[at];
        if (below.index != unit.index && r->units[below.index].agency)
            return true;
    }
    return false;
}

typedef struct {
    int32_t people, in_office, checked_in, scheduled, over;
} Sum;

static Sum sum_of(const Register *r, const Monitor *m, UnitId unit)
{
    Sum sum = {0};
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        if (!unit_is_under(r, a->agency, unit)) continue;
        sum.people += a->people;
        sum.in_office += a->in_office;
        sum.checked_in += a->checked_in;
        sum.scheduled += a->scheduled;
        sum.over += a->over;
    }
    return sum;
}

static void put_lead(Page *page, const Sum *sum)
{
    const Speech *s = &page->speech;
    page_put(page, HTML("<p class=\"lead\">"));
    PAGE_SAY(page,
             "*{in} of {people}* people are at the office; {checked} of "
             "{scheduled} who have to check in have done so.",
             {"in", said_number(s, sum->in_office)},
             {"people", said_number(s, sum->people)},
             {"checked", said_number(s, sum->checked_in)},
             {"scheduled", said_number(s, sum->scheduled)});
    page_put(page, HTML("</p>\n"));
    if (sum->over == 0) return;
    page_put(page, HTML("<p class=\"alertbar\">"));
    page_text(page, said_many(s, "{n} unit kerja is above its cap",
                              "{n} unit kerja are above their caps", sum->over,
                              NULL, 0));
    page_put(page, HTML("</p>\n"));
}

bool head_above_now(Visit *v, Monitor *out)
{
    Err err = {0};
    if (monitor_make(v->arena, v->view, v->today, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

/* Whoever came meanwhile may not be counted. */
static void put_outages(Page *page)
{
    Visit *v = page->visit;
    LiveFacts facts = live_facts_common(v->view, page->arena);
    Zone zone = v->view->office->government.zone;
    Outage *all = NEW(page->arena, Outage, facts.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < facts.count; i++) {
        const Fact *f = facts.at[i];
        if (f->kind != FACT_OUTAGE) continue;
        if (date_before(zone_day(zone, f->until), v->today)) continue;
        all[count++] = (Outage){f->at, f->until, f->id};
    }
    board_outages(page, all, count);
}

void head_above_put_lead(Page *page, UnitId unit, const Monitor *m)
{
    Sum sum = sum_of(&page->visit->view->office->r, m, unit);
    put_lead(page, &sum);
    put_outages(page);
}
