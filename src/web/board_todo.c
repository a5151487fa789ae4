/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_todo.c - what needs a hand, the worst first, each with its next step.
 */
#include "app/objection.h"
#include "app/unit_now.h"
#include "web/board_part.h"

enum { NAMED = 3 }; /* units that are told by name */

/* Those of one need, in the order of their weight. */
typedef struct {
    const MonitorAgency *at[NAMED];
    size_t count; /* all of them */
} Needing;

static Needing needing_of(const Monitor *m, unsigned needs)
{
    Needing found = {{0}, 0};
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        if ((needs >> a->need & 1) == 0) continue;
        if (found.count < NAMED) found.at[found.count] = a;
        found.count++;
    }
    return found;
}

/* "Dinas A, Dinas B, Dinas C and 4 more". */
static Str names_of(const Page *page, const Needing *needing)
{
    Buf names = buf_in(page->arena);
    for (size_t i = 0; i < needing->count && i < NAMED; i++) {
        if (i > 0) buf_c(&names, ", ");
        buf_put(&names, board_unit(page, needing->at[i]->agency));
    }
    if (needing->count <= NAMED) return buf_str(&names);
    return SAID(
        &page->speech, "{names} and {n} more", {"names", buf_str(&names)},
        {"n", said_number(&page->speech, (int64_t)(needing->count - NAMED))});
}

static void put_item(Page *page, Str title, Str text, Str path,
                     const char *step)
{
    page_put(page, HTML("<li>"));
    page_element(page, "b", title);
    page_text(page, text);
    page_put(page, HTML("<br><a class=\"go\" href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_say(page, step);
    page_put(page, HTML("</a></li>\n"));
}

/* ---- the items -------------------------------------------------------------
 */

static void put_over(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    Needing over = needing_of(m, 1U << MONITOR_OVER);
    for (size_t i = 0; i < over.count && i < NAMED; i++) {
        const MonitorAgency *a = over.at[i];
        put_item(page,
                 SAID(s, "{unit} is above its cap",
                      {"unit", board_unit(page, a->agency)}),
                 board_need(s, m, a),
                 str_format(page->arena, "%.*s/perbaikan",
                            STR_ARG(board_unit_path(page, a->agency))),
                 N_("Ask for a mended plan"));
    }
}

static void put_no_plan(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    Needing bare = needing_of(m, 1U << MONITOR_NO_PLAN);
    if (bare.count == 0) return;
    put_item(page,
             said_many(s, "{n} unit has published no plan",
                       "{n} units have published no plan", (int64_t)bare.count,
                       NULL, 0),
             names_of(page, &bare), STR("/pantau/ingatkan"), N_("Remind them"));
}

static Str people_path(const Page *page, Date day, const char *filter)
{
    char iso[DATE_TEXT];
    return str_format(page->arena, "/kehadiran?hari=%s&%s", date_iso(day, iso),
                      filter);
}

/* All of them are counted, as all are listed behind it; the units are those
 * with too many of them. */
static void put_absent(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    Needing few = needing_of(m, 1U << MONITOR_SILENT | 1U << MONITOR_FEW);
    if (few.count == 0) return;
    put_item(page,
             said_many(s, "{n} person has not checked in",
                       "{n} people have not checked in",
                       m->total.scheduled - m->total.checked_in, NULL, 0),
             names_of(page, &few), people_path(page, m->day, "hadir=belum"),
             N_("See who"));
}

static void put_reports(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    Needing few = needing_of(m, 1U << MONITOR_REPORTS);
    if (few.count == 0) return;
    put_item(page,
             SAID(s, "{n} reports of {day} are wanting",
                  {"n", said_number(s, m->total.owed - m->total.reported)},
                  {"day", said_weekday(s, m->before)}),
             names_of(page, &few),
             people_path(page, m->before, "laporan=belum"), N_("See who"));
}

/* A unit each, as there is a page of each. */
static void put_reviews(Page *page, const Monitor *m)
{
    const Speech *s = &page->speech;
    Needing few = needing_of(m, 1U << MONITOR_REVIEWS);
    for (size_t i = 0; i < few.count && i < NAMED; i++) {
        const MonitorAgency *a = few.at[i];
        put_item(page,
                 said_many(s, "{n} older report waits for a review",
                           "{n} older reports wait for a review", a->overdue,
                           NULL, 0),
                 board_unit(page, a->agency), board_unit_path(page, a->agency),
                 N_("See the unit"));
    }
}

/* Who had to be there on the last working day and was not: to be asked about,
 * one by one. */
static int64_t absent_before(const Monitor *m)
{
    if (m->total.day_count == 0) return 0;
    const MonitorDay *day = &m->total.days[m->total.day_count - 1];
    return monitor_is_blank(day) ? 0 : day->scheduled - day->checked_in;
}

static void put_cases(Page *page, const Monitor *m)
{
    char iso[DATE_TEXT];
    const Speech *s = &page->speech;
    int64_t absent = absent_before(m);
    if (absent == 0) return;
    put_item(page,
             said_many(s, "{n} person did not check in on the last working day",
                       "{n} people did not check in on the last working day",
                       absent, NULL, 0),
             SAID(s,
                  "{day}; who may have come while our server was down is not "
                  "asked about.",
                  {"day", said_date(s, m->before)}),
             str_format(page->arena, "/tidak-sesuai?hari=%s&jenis=absen",
                        date_iso(m->before, iso)),
             N_("Ask about it"));
}

/* The clock begins when it came, not when a phone says it was written. */
static Instant first_due(const UnitRequest *waiting, size_t count)
{
    Instant first = objection_due(waiting[0].request);
    for (size_t i = 1; i < count; i++) {
        Instant due = objection_due(waiting[i].request);
        if (due.us < first.us) first = due;
    }
    return first;
}

/* What people say of their data, with its clock. */
static void put_data(Page *page, const UnitRequest *waiting, size_t count)
{
    const Speech *s = &page->speech;
    Zone zone = page->visit->view->office->government.zone;
    if (count == 0) return;
    Instant due = first_due(waiting, count);
    put_item(page,
             said_many(s, "{n} objection to data of the register waits",
                       "{n} objections to data of the register wait",
                       (int64_t)count, NULL, 0),
             SAID(s, "The first is to be answered by {day} {time}.",
                  {"day", said_day_month(s, zone_day(zone, due))},
                  {"time", said_time(s, zone, due)}),
             STR("/permintaan"), N_("Answer it"));
}

/* By what a unit needs a hand: these bounds are ours, not of a letter. */
static void put_bounds(Page *page)
{
    page_put(page, HTML("<p class=\"xs mut\">"));
    PAGE_SAY(page,
             "A unit needs a hand without a plan, above its cap, or with less "
             "than {enough} % of check-ins or reports, or {seen} % of older "
             "reports reviewed.",
             {"enough", said_number(&page->speech, MONITOR_ENOUGH)},
             {"seen", said_number(&page->speech, MONITOR_ENOUGH_SEEN)});
    page_put(page, HTML("</p>"));
}

void board_todo_put(Page *page, const BoardWatch *watch)
{
    size_t waiting = 0;
    const Visit *v = page->visit;
    const Monitor *m = &watch->now;
    const UnitRequest *data =
        unit_now_data(page->arena, v->view, v->person, &waiting);
    page_put(page, HTML("<section class=\"side tugas\"><h2>"));
    page_say(page, "What needs a hand");
    page_put(page, HTML("</h2>"));
    if (m->needing == 0 && absent_before(m) == 0 && waiting == 0) {
        page_put(page, HTML("<p class=\"s\">"));
        page_say(page, "Nothing. Every unit works by the letters.");
        page_put(page, HTML("</p>"));
        put_bounds(page);
        page_put(page, HTML("</section>\n"));
        return;
    }
    page_put(page, HTML("<ul class=\"todo\">\n"));
    put_data(page, data, waiting);
    put_over(page, m);
    put_no_plan(page, m);
    put_absent(page, m);
    put_reports(page, m);
    put_reviews(page, m);
    put_cases(page, m);
    page_put(page, HTML("</ul>"));
    put_bounds(page);
    page_put(page, HTML("</section>\n"));
}
