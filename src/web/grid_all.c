/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_all.c - the plan of the whole government, by whoever publishes it.
 */
#include "app/publish_month.h"
#include "web/grid_part.h"
#include "web/part.h"

enum { SETTLE_SECONDS = 8 };

static Str path_of(Visit *v)
{
    Civil c = date_civil(visit_field(v, GRID_MONTH)->days.first);
    return str_format(v->arena, "/jadwal/%04d-%02d/pemda", c.year, c.month);
}

static void put_days(Page *page, Window days)
{
    page_put(page, HTML("<p>"));
    PAGE_SAY(page,
             "Days without a plan, *{first}* to *{last}*, are rostered for "
             "everybody: exactly, and proved by the auditor.",
             {"first", said_date(&page->speech, days.first)},
             {"last", said_date(&page->speech, days.last)});
    page_put(page, HTML("</p><p class=\"s mut\">"));
    page_say(page, "Heads of units then change days of their people, within "
                   "the letters; days that they have fixed already are taken "
                   "in. Everybody is told.");
    page_put(page, HTML("</p>\n"));
}

static void put_form(Page *page, Window days)
{
    put_days(page, days);
    form_open_id(page, path_of(page->visit));
    page_put(page, HTML("<button class=\"btn\" data-tunggu=\""));
    page_say(page, "Publishing …");
    page_put(page, HTML("\">"));
    page_say(page, "Build and publish");
    page_put(page, HTML("</button>\n"));
    form_close(page);
}

static void put_clash(Page *page, const MonthPublished *done)
{
    if (done == NULL || done->solved) return;
    page_put(page, HTML("<p class=\"alertbar\" role=\"alert\"><b>"));
    page_say(page, "No roster keeps these rules together:");
    page_put(page, HTML("</b> "));
    page_text(page, done->said[page->speech.lang]);
    page_put(page, HTML(".</p>\n"));
}

static void show(Visit *v, const MonthPublished *done)
{
    static const PartDone rows[] = {
        {"terbit", N_("The plan is published.")}
    };
    Window month = visit_field(v, GRID_MONTH)->days;
    Window days = publish_month_days(v->arena, v->view, month);
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .modules = "kisi",
                     .sheet = "kisi"};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<div class=\"jw-sempit\">\n"));
    page_heading(&page, N_("Publish the plan of the government"));
    page_put(&page, HTML("<p class=\"mut\">"));
    page_text(&page, grid_month_said(&page.speech, month.first));
    page_put(&page, HTML("</p>\n"));
    part_done(&page, rows, COUNT(rows));
    put_clash(&page, done);
    part_open(&page);
    if (window_is_empty(days))
        part_paragraph(&page,
                       N_("Every day to come of this month that a letter "
                          "governs is in a published plan."));
    else
        put_form(&page, days);
    part_close(&page);
    page_put(&page, HTML("</div>\n"));
    page_close(&page);
}

void grid_show_all(Visit *v)
{
    show(v, NULL);
}

void grid_publish_all(Visit *v)
{
    Err err = {0};
    MonthPublished done;
    PublishWish wish = {v->actor, v->today, visit_field(v, "id")->id,
                        visit_channel(v)};
    if (!publish_month(v->arena, v->view, visit_field(v, GRID_MONTH)->days,
                       &wish, &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    if (!done.solved) {
        v->answer->status = err_http(ERR_CLASH);
        show(v, &done);
        return;
    }
    (void)live_settle(v->live, v->government, SETTLE_SECONDS);
    visit_go(v, path_of(v), "terbit");
}
