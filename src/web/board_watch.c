/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_watch.c - B1: is the government in order today?  One paragraph with
 * its numbers, then the agencies, then what to do.
 */
#include "web/board_part.h"

const FieldRule board_watch_fields[3] = {
    {.name = "hari",    .label = N_("Day"),         .kind = FIELD_DATE},
    {.name = "semua",   .label = N_("All"),         .kind = FIELD_FLAG},
    {.name = "lengkap", .label = N_("All columns"), .kind = FIELD_FLAG},
};

/* ---- the paragraph ---------------------------------------------------------
 */

static void put_presence(Page *page, const Monitor *m)
{
    const MonitorAgency *all = &m->total;
    const Speech *s = &page->speech;
    if (all->scheduled == 0) {
        page_say(page, "Nobody has to check in on this day.");
        return;
    }
    PAGE_SAY(page,
             "Of {scheduled} people who have to check in, *{in} have checked "
             "in* ({share}).",
             {"scheduled", said_number(s, all->scheduled)},
             {"in", said_number(s, all->checked_in)},
             {"share", said_percent(s, all->checked_in, all->scheduled)});
}

static void put_agencies(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    page_put(page, HTML(" "));
    if (m->needing == 0) {
        page_text(page,
                  said_many(&page->speech, "{n} unit works by the letters.",
                            "{n} units work by the letters.", (int64_t)m->count,
                            NULL, 0));
        return;
    }
    PAGE_SAY(page,
             "{fine} of {all} units work by the letters; *needing a hand: "
             "{needing}*.",
             {"fine", said_number(s, (int64_t)(m->count - m->needing))},
             {"all", said_number(s, (int64_t)m->count)},
             {"needing", said_number(s, (int64_t)m->needing)});
}

static void put_reports(Page *page, const Monitor *m)
{
    const MonitorAgency *all = &m->total;
    const Speech *s = &page->speech;
    if (all->owed == 0 && all->reported == 0) return;
    page_put(page, HTML(" "));
    PAGE_SAY(page,
             "Reports of {day}: {in} of {owed} are in, and {reviewed} were "
             "reviewed by a superior.",
             {"day", said_date(s, m->before)},
             {"in", said_number(s, all->reported)},
             {"owed", said_number(s, all->owed)},
             {"reviewed", said_number(s, all->reviewed)});
}

static void put_lead(Page *page, const Monitor *m)
{
    page_put(page, HTML("<p class=\"lead\">"));
    put_presence(page, m);
    put_agencies(page, m);
    put_reports(page, m);
    page_put(page, HTML("</p>\n"));
}

/* ---- the head --------------------------------------------------------------
 */

static void put_remind(Page *page, const Monitor *m)
{
    if (m->needing == 0 || !date_is(m->day, page->visit->today)) return;
    page_put(page, HTML("<a class=\"btn sm\" href=\"/pantau/ingatkan\">"));
    page_text(page, said_many(&page->speech, "Send a reminder to {n} unit",
                              "Send a reminder to {n} units",
                              (int64_t)m->needing, NULL, 0));
    page_put(page, HTML("</a>"));
}

static void put_head(Page *page, const Monitor *m)
{
    board_head(page, board_letters(page, m->day),
               said_date(&page->speech, m->day));
    board_day_form(page, STR("/pantau"), m->day);
    page_put(page, HTML("<a class=\"btn alt sm\" href=\"/rekap\">"));
    page_say(page, "Recaps");
    page_put(page, HTML("</a>"));
    put_remind(page, m);
    board_head_end(page);
}

/* ---- the page --------------------------------------------------------------
 */

static void put_page(Page *page, const BoardWatch *watch)
{
    static const BoardDone done[] = {
        {"ingat", N_("Sent at {time}. The units see it among their notices.")},
    };
    put_head(page, &watch->now);
    board_done(page, done, COUNT(done));
    put_lead(page, &watch->now);
    page_put(page, HTML("<div class=\"monr pantau\">\n"));
    board_todo_put(page, watch);
    board_ledger_put(page, watch);
    board_charts_put(page, watch);
    page_put(page, HTML("</div>\n"));
}

static bool read_watch(Visit *v, BoardWatch *out)
{
    Date day = {0};
    Err err = {0};
    if (!board_day(v, &day)) return false;
    *out = (BoardWatch){.all = visit_field(v, "semua")->given,
                        .whole = visit_field(v, "lengkap")->given};
    if (monitor_make(v->arena, v->view, day, &out->now, &err) &&
        monitor_trend(v->arena, v->view, &out->now, &out->trend, &err) &&
        monitor_hours(v->arena, v->view, out->now.before, &out->hours, &err))
        return true;
    visit_refuse(v, &err);
    return false;
}

void board_watch_page(Visit *v)
{
    BoardWatch watch;
    PageHead head = {.frame = PAGE_DESK, .here = "/pantau"};
    if (!read_watch(v, &watch)) return;
    Page page = page_open(v, &head);
    put_page(&page, &watch);
    page_close(&page);
}

void board_watch_csv(Visit *v)
{
    Date day = {0};
    Err err = {0};
    Monitor monitor;
    char iso[DATE_TEXT];
    Speech speech = {v->arena, v->lang};
    Buf out = buf_in(v->arena);
    if (!board_day(v, &day)) return;
    if (!monitor_make(v->arena, v->view, day, &monitor, &err)) {
        visit_refuse(v, &err);
        return;
    }
    board_ledger_csv(&speech, &v->view->office->r, &monitor, &out);
    visit_file(v, str_format(v->arena, "pantau-%s.csv", date_iso(day, iso)),
               STR("text/csv; charset=utf-8"), buf_str(&out));
}
