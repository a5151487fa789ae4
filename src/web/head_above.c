/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head_above.c - H1 of who heads more than one reads by name: a unit a row.
 * Names stand on the page of each.
 */
#include "web/head_above.h"

#include "web/board_part.h"

static void put_counted(Page *page, const MonitorAgency *all)
{
    const Speech *s = &page->speech;
    PAGE_SAY(page,
             "*{in} of {people}* people are at the office; {checked} of "
             "{scheduled} who have to check in have done so.",
             {"in", said_number(s, all->in_office)},
             {"people", said_number(s, all->people)},
             {"checked", said_number(s, all->checked_in)},
             {"scheduled", said_number(s, all->scheduled)});
}

/* Against the caps that count here or below, by their own base. */
static void put_capped(Page *page, const MonitorAgency *all)
{
    const Speech *s = &page->speech;
    PAGE_SAY(page,
             "*{there} of {base}* people whom the caps count are at the "
             "office, at most {limit} may be; {checked} of {scheduled} who "
             "have to check in have done so.",
             {"there", said_number(s, all->capped)},
             {"base", said_number(s, all->base)},
             {"limit", said_number(s, all->limit)},
             {"checked", said_number(s, all->checked_in)},
             {"scheduled", said_number(s, all->scheduled)});
}

static void put_over(Page *page, const MonitorAgency *all)
{
    if (all->over == 0) return;
    page_put(page, HTML("<p class=\"alertbar\">"));
    page_text(page, said_many(&page->speech, "{n} unit kerja is above its cap",
                              "{n} unit kerja are above their caps", all->over,
                              NULL, 0));
    page_put(page, HTML("</p>\n"));
}

static void put_lead(Page *page, const MonitorAgency *all)
{
    page_put(page, HTML("<p class=\"lead\">"));
    if (all->limit >= 0)
        put_capped(page, all);
    else
        put_counted(page, all);
    page_put(page, HTML("</p>\n"));
    put_over(page, all);
}

bool head_above_now(Visit *v, Monitor *out)
{
    Err err = {0};
    if (monitor_below(v->arena, v->view, v->unit, v->today, out, &err))
        return true;
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

void head_above_put_lead(Page *page, bool ruled, const Monitor *m)
{
    if (!ruled) {
        page_put(page, HTML("<p>"));
        page_say(page, "No letter in force rules this unit.");
        page_put(page, HTML("</p>\n"));
    }
    put_lead(page, &m->total);
    put_outages(page);
}
