/* SPDX-License-Identifier: Apache-2.0 */
/*
 * team_more.c - S5 beside the days: what a subordinate has to do, what they
 * asked for, and the call to them.
 */
#include "web/form.h"
#include "web/part.h"
#include "web/staff_part.h"
#include "web/superior.h"

static void put_task(Page *page, const MyTask *task)
{
    page_put(page, HTML("<li><b>"));
    page_text(page, task->task->text);
    page_put(page, HTML("</b> <span class=\"mut\">"));
    PAGE_SAY(page, "until {day}, {n}% done",
             {"day", said_day_month(&page->speech, task->last)},
             {"n", said_number(&page->speech, task->percent)});
    page_put(page, HTML("</span></li>"));
}

static void put_tasks(Page *page, const MyDay *day)
{
    part_open(page);
    part_heading(page, N_("Tasks of today"));
    if (day->task_count == 0) part_small(page, N_("No task today."));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < day->task_count; i++)
        put_task(page, &day->tasks[i]);
    page_put(page, HTML("</ul>"));
    part_close(page);
}

static void put_request(Page *page, const MyRequest *request)
{
    page_put(page, HTML("<li><b>"));
    page_say(page, staff_request_name(request->request->kind));
    page_put(page, HTML("</b> <span class=\"mut\">"));
    page_text(page, staff_request_days(page, request->request));
    page_put(page, HTML("</span> "));
    staff_put_request_tag(page, request);
    page_put(page, HTML("</li>"));
}

static void put_recall(Page *page, const MyRecall *recall)
{
    page_put(page, HTML("<li><b>"));
    page_say(page, "Called to the office");
    page_put(page, HTML("</b> <span class=\"mut\">"));
    page_text(page, said_days(&page->speech, recall->recall->days));
    page_put(page, HTML("</span> "));
    page_text(page, recall->recall->text);
    page_put(page, HTML("</li>"));
}

/* What makes days other than the plan: permits, swaps, calls. */
static void put_exceptions(Page *page, const MyDay *day)
{
    part_open(page);
    part_heading(page, N_("Exceptions of the last 31 days and to come"));
    if (day->request_count + day->recall_count == 0)
        part_small(page, N_("No permit, swap or call."));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < day->recall_count; i++)
        put_recall(page, &day->recalls[i]);
    for (size_t i = 0; i < day->request_count; i++)
        put_request(page, &day->requests[i]);
    page_put(page, HTML("</ul>"));
    part_close(page);
}

/* No number is in the register: who calls by their own phone notes it. */
static void put_call(Page *page, PersonId person)
{
    if (!visit_may(page->visit, ACCESS_CALL, person, NO_UNIT, NULL)) return;
    part_open(page);
    part_heading(page, N_("No word from them?"));
    part_small(page, N_("Call by your own phone, and note that you do: the "
                        "clock of the answer begins."));
    form_open_id(page,
                 str_format(page->arena, "%.*s/hubungi",
                            STR_ARG(superior_path(page, "/tim/", person))));
    form_button_named(page, N_("I am calling"), "kata", STR("telepon"), false);
    form_close(page);
    part_close(page);
}

void team_more_put(Page *page, const MyDay *day)
{
    put_tasks(page, day);
    put_exceptions(page, day);
    put_call(page, day->person);
}
