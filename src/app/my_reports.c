/* SPDX-License-Identifier: Apache-2.0 */
#include "app/my_reports.h"

#include "app/my_part.h"

static bool report_on(LiveView *view, const MyLists *lists, Date day,
                      MyReport *out, Err *err)
{
    const LiveDay *on = NULL;
    if (!live_day(view, day, &on, err)) return false;
    DayView there = lists->judged->view;
    there.sheet = &on->sheet;
    VerdictDue due = verdict_due(&there, lists->person);
    *out = my_report_on(lists, day, &due);
    return true;
}

static void tally(const MyReport *report, MyReports *out)
{
    out->returned += report->state == MY_REPORT_RETURNED;
    out->accepted += report->state == MY_REPORT_ACCEPTED;
    out->wanting += report->state == MY_REPORT_NONE && report->late;
}

/* Those that were sent back, or all others. */
static size_t add(const MyReportDay *all, size_t count, bool returned,
                  MyReportDay *out)
{
    size_t added = 0;
    for (size_t i = 0; i < count; i++) {
        if ((all[i].report.state == MY_REPORT_RETURNED) == returned)
            out[added++] = all[i];
    }
    return added;
}

bool my_reports(Arena *arena, LiveView *view, PersonId person, MyReports *out,
                Err *err)
{
    DataFacts facts = {0};
    MyVerdict judged;
    Date today = live_today(view);
    MyReportDay all[MY_FACTS_BACK + 1];
    size_t count = 0;
    if (!my_verdict(arena, view, person, today, &judged, err) ||
        !my_facts(arena, view, person, today, &facts, err))
        return false;
    *out = (MyReports){0};
    MyLists lists = my_lists(arena, view, person, &facts, &judged);
    for (int back = 0; back <= MY_FACTS_BACK; back++) {
        MyReportDay *one = &all[count];
        one->day = date_plus(today, -back);
        if (!report_on(view, &lists, one->day, &one->report, err)) return false;
        if (one->report.state == MY_REPORT_NOT_OWED) continue;
        tally(&one->report, out);
        count++;
    }
    MyReportDay *sorted = NEW(arena, MyReportDay, count + 1);
    out->count = add(all, count, true, sorted);
    out->count += add(all, count, false, sorted + out->count);
    out->at = sorted;
    return true;
}
