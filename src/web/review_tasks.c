/* SPDX-License-Identifier: Apache-2.0 */
/*
 * review_tasks.c - what was done on the day of a report, beside its text: the
 * superior need not look it up to believe it.
 */
#include "app/my_day.h"
#include "web/review_part.h"

static bool is_of(const MyTask *task, Date day)
{
    return task->done != NULL && date_is(task->done->day, day);
}

static void put_task(Page *page, const MyTask *task)
{
    page_put(page, HTML("<li>"));
    page_text(page, task->task->text);
    page_put(page, HTML(" <span class=\"mut\">"));
    PAGE_SAY(page, "{n}% done",
             {"n", said_number(&page->speech, task->percent)});
    page_put(page, HTML("</span></li>"));
}

void review_put_tasks(Page *page, const TeamReport *on)
{
    Err ignored = {0}; /* the report is read without them, too */
    MyDay day;
    size_t count = 0;
    Visit *v = page->visit;
    if (!my_day(v->arena, v->view, on->person, on->day, &day, &ignored)) return;
    for (size_t i = 0; i < day.task_count; i++)
        count += is_of(&day.tasks[i], on->day);
    if (count == 0) return;
    page_put(page, HTML("<section class=\"tugas-l\"><h3>"));
    page_say(page, "Tasks of that day");
    page_put(page, HTML("</h3><ul class=\"isi-l\">"));
    for (size_t i = 0; i < day.task_count; i++) {
        if (is_of(&day.tasks[i], on->day)) put_task(page, &day.tasks[i]);
    }
    page_put(page, HTML("</ul></section>\n"));
}
