/* SPDX-License-Identifier: Apache-2.0 */
/*
 * head_unit.c - H1: how the unit stands now.
 */
#include "web/board_part.h"
#include "web/head.h"
#include "web/head_above.h"
#include "web/part.h"
#include "web/unit_people.h"

/* The cap that counts in this very unit, or the first below it. */
static const UnitCap *own_cap(const UnitNow *now)
{
    for (size_t i = 0; i < now->cap_count; i++) {
        if (now->caps[i].unit.index == now->unit.index) return &now->caps[i];
    }
    return now->cap_count > 0 ? &now->caps[0] : NULL;
}

/* Against the cap of the unit that it counts in, by its own base. */
static void put_against_cap(Page *page, const UnitCap *cap)
{
    const Speech *speech = &page->speech;
    PAGE_SAY(page,
             "*{there} of {base}* of {unit} are at the office, at most {limit} "
             "may be; {expected} are expected.",
             {"there", said_number(speech, cap->there)},
             {"base", said_number(speech, cap->base)},
             {"unit", head_unit(page->visit, cap->unit)->name},
             {"limit", said_number(speech, cap->limit)},
             {"expected", said_number(speech, cap->expected)});
}

static void put_lead(Page *page, const UnitNow *now)
{
    const UnitCap *cap = own_cap(now);
    page_put(page, HTML("<p class=\"lead\">"));
    if (!now->ruled)
        page_say(page, "No letter in force rules this unit.");
    else if (cap != NULL)
        put_against_cap(page, cap);
    page_put(page, HTML("</p>\n"));
    if (!now->ruled) return;
    page_put(page, HTML("<p>"));
    unit_people_put(page, now);
    page_put(page, HTML("</p>\n"));
}

static void put_acts(Page *page)
{
    static const struct {
        const char *path, *english;
        bool filled;
    } acts[] = {
        {"/unit/loket", N_("Counters"),           false},
        {"/unit/tutup", N_("Close the unit…"),  false},
        {"/permintaan", N_("Requests"),           false},
        {"/panggil",    N_("Call to the office"), true },
    };
    page_put(page, HTML("<div class=\"act\">"));
    for (size_t i = 0; i < COUNT(acts); i++) {
        page_put(page, acts[i].filled
                           ? HTML("<a class=\"btn sm\" href=\"")
                           : HTML("<a class=\"btn alt sm\" href=\""));
        page_text(page, head_path(page->visit, acts[i].path));
        page_put(page, HTML("\">"));
        page_say(page, acts[i].english);
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</div>"));
}

/* ---- blocks
 * -------------------------------------------------------------------- */

static void put_cap(Page *page, const UnitCap *cap)
{
    page_put(page, HTML("<li>"));
    PAGE_SAY(page,
             "{unit}: {there} there, {expected} expected, at most {limit} of "
             "{base}",
             {"unit", head_unit(page->visit, cap->unit)->name},
             {"there", said_number(&page->speech, cap->there)},
             {"expected", said_number(&page->speech, cap->expected)},
             {"limit", said_number(&page->speech, cap->limit)},
             {"base", said_number(&page->speech, cap->base)});
    page_put(page, HTML(" "));
    part_tag(page, "bad", N_("Over the limit"));
    page_put(page, HTML("</li>"));
}

/* Those that are passed by name, the others in one line. */
static void put_caps(Page *page, const UnitNow *now)
{
    size_t fine = 0;
    if (now->cap_count < 2) return;
    part_open(page);
    part_heading(page, N_("Caps"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < now->cap_count; i++) {
        fine += !now->caps[i].over;
        if (now->caps[i].over) put_cap(page, &now->caps[i]);
    }
    page_put(page, HTML("<li>"));
    PAGE_SAY(page, "{fine} of {all} units keep their limit.",
             {"fine", said_number(&page->speech, (int64_t)fine)},
             {"all", said_number(&page->speech, (int64_t)now->cap_count)});
    page_put(page, HTML("</li></ul>"));
    part_close(page);
}

enum { ABSENT_SHOWN = 12 };

static void put_names(Page *page, const UnitAbsent *absent, size_t count)
{
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < count; i++) {
        page_put(page, HTML("<li>"));
        page_text(page, head_person_name(page, absent[i].person));
        page_put(page, HTML(" "));
        page_chip(page, absent[i].letter);
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul>"));
}

/* Whoever is named first was due first; the others at a touch. */
static void put_absent(Page *page, const UnitNow *now)
{
    bool all = now->absent_count <= ABSENT_SHOWN;
    size_t shown = all ? now->absent_count : ABSENT_SHOWN;
    if (now->absent_count == 0) return;
    part_open(page);
    page_put(page, HTML("<h2>"));
    PAGE_SAY_MANY(page, "{n} has not checked in yet",
                  "{n} have not checked in yet", (int64_t)now->absent_count,
                  {"unit", STR("")});
    page_put(page, HTML("</h2>"));
    put_names(page, now->absent, shown);
    if (!all) {
        page_put(page, HTML("<details><summary>"));
        PAGE_SAY(page, "and {n} more",
                 {"n", said_number(&page->speech,
                                   (int64_t)(now->absent_count - shown))});
        page_put(page, HTML("</summary>"));
        put_names(page, now->absent + shown, now->absent_count - shown);
        page_put(page, HTML("</details>"));
    }
    part_close(page);
}

static void put_reports(Page *page, const UnitNow *now)
{
    part_open(page);
    page_put(page, HTML("<h2>"));
    PAGE_SAY(page, "Reports of {day}",
             {"day", said_date(&page->speech, now->before)});
    page_put(page, HTML("</h2><p>"));
    PAGE_SAY(page,
             "{in} of {owed} came in; {reviewed} reviewed, {missing} "
             "missing.",
             {"in", said_number(&page->speech, now->in)},
             {"owed", said_number(&page->speech, now->owed)},
             {"reviewed", said_number(&page->speech, now->reviewed)},
             {"missing", said_number(&page->speech, now->missing)});
    page_put(page, HTML("</p>"));
    part_close(page);
}

static void put_waiting(Page *page, const UnitNow *now)
{
    size_t mine = 0;
    for (size_t i = 0; i < now->request_count; i++)
        mine += now->requests[i].may;
    part_open(page);
    part_heading(page, N_("Requests"));
    page_put(page, HTML("<p>"));
    if (now->request_count == 0) {
        page_say(page, "No requests.");
    } else {
        PAGE_SAY(
            page, "Waiting: {all}, *for you: {mine}*. ",
            {"all", said_number(&page->speech, (int64_t)now->request_count)},
            {"mine", said_number(&page->speech, (int64_t)mine)});
        page_link_say(page, head_path(page->visit, "/permintaan"),
                      "Look at the requests");
    }
    page_put(page, HTML("</p>"));
    part_close(page);
}

/* ---- counters
 * ---------------------------------------------------------------------- */

static bool lacks(const UnitCounter *c)
{
    return c->outcome == UNIT_UNSERVED || c->outcome == UNIT_SHORT;
}

static void put_lacking(Page *page, const UnitCounter *c)
{
    page_put(page, HTML("<li>"));
    PAGE_SAY(page, "{counter}: {need} needed, {ready} scheduled, {there} there",
             {"counter", c->counter->name},
             {"need", said_number(&page->speech, c->need)},
             {"ready", said_number(&page->speech, c->ready)},
             {"there", said_number(&page->speech, c->there)});
    page_put(page, HTML(" "));
    part_tag(page, "bad", N_("Short of officers"));
    page_put(page, HTML("</li>"));
}

/* Those that lack officers by name, the others in one line. */
static void put_counters(Page *page, const UnitNow *now)
{
    int64_t lacking = 0, shut = 0, all = (int64_t)now->counter_count;
    if (now->counter_count == 0) return;
    part_open(page);
    part_heading(page, N_("Counters"));
    for (size_t i = 0; i < now->counter_count; i++) {
        lacking += lacks(&now->counters[i]);
        shut += now->counters[i].outcome == UNIT_SHUT;
    }
    if (lacking > 0) page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < now->counter_count; i++) {
        if (lacks(&now->counters[i])) put_lacking(page, &now->counters[i]);
    }
    page_put(page, lacking > 0 ? HTML("</ul><p>") : HTML("<p>"));
    PAGE_SAY(page, "{fine} of {all} have the officers they need; {shut} shut.",
             {"fine", said_number(&page->speech, all - lacking - shut)},
             {"all", said_number(&page->speech, all)},
             {"shut", said_number(&page->speech, shut)});
    page_put(page, HTML(" "));
    page_link_say(page, head_path(page->visit, "/unit/loket"),
                  "Look at the counters");
    page_put(page, HTML("</p>"));
    part_close(page);
}

/* ---- who is called
 * ------------------------------------------------------------- */

static Str when_of(const Page *page, const Fact *fact)
{
    Instant at = fact_when(fact);
    Zone zone = page->visit->view->office->government.zone;
    Str day = said_day_month(&page->speech, zone_day(zone, at));
    Str time = said_time(&page->speech, zone, at);
    return str_format(page->arena, "%.*s %.*s", STR_ARG(day), STR_ARG(time));
}

static void put_heard(Page *page, const UnitRecall *recall)
{
    if (recall->ack != NULL)
        PAGE_SAY(page, "Answered {when}.",
                 {"when", when_of(page, recall->ack)});
    else if (recall->arrival == NULL)
        part_tag(page, "warn", N_("Not answered yet"));
    if (recall->arrival == NULL) return;
    page_put(page, HTML(" "));
    PAGE_SAY(page, "Arrived {when}.", {"when", when_of(page, recall->arrival)});
}

static void put_recall(Page *page, const UnitRecall *recall)
{
    const Fact *fact = recall->recall;
    const Speech *speech = &page->speech;
    Str day = said_day_month(speech, fact->days.first);
    page_put(page, HTML("<li><b>"));
    page_text(page, head_person_name(page, recall->person));
    page_put(page, HTML("</b> "));
    if (fact->from >= 0)
        PAGE_SAY(page, "for {day}, {time}:", {"day", day},
                 {"time", said_minute(speech, fact->from)});
    else
        PAGE_SAY(page, "for {day}:", {"day", day});
    page_put(page, HTML(" "));
    page_text(page, fact->text);
    page_put(page, HTML(" "));
    if (fact->thing.len > 0) {
        PAGE_SAY(page, "Above the cap because: {reason}",
                 {"reason", fact->thing});
        page_put(page, HTML(" "));
    }
    put_heard(page, recall);
    page_put(page, HTML("</li>"));
}

static void put_recalls(Page *page, const UnitNow *now)
{
    if (now->recall_count == 0) return;
    page_put(page, HTML("<section class=\"blk\" id=\"panggilan\">"));
    part_heading(page, N_("Called to the office"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < now->recall_count; i++)
        put_recall(page, &now->recalls[i]);
    page_put(page, HTML("</ul></section>\n"));
}

static void put_shut(Page *page, const UnitNow *now)
{
    for (size_t i = 0; i < now->shut_count; i++) {
        const UnitShut *shut = &now->shut[i];
        page_put(page, HTML("<p class=\"alertbar\"><b>"));
        PAGE_SAY(page, "{unit} is closed, {days}",
                 {"unit", head_unit(page->visit, shut->unit)->name},
                 {"days", said_days(&page->speech, shut->days)});
        page_put(page, HTML("</b></p>\n"));
    }
}

/* Days of the letter that nobody has published a plan for. */
static void put_bare(Page *page, const LiveTrouble *trouble)
{
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(page, "No plan is published from {first} on.",
             {"first", said_date(&page->speech, trouble->days.first)});
    page_put(page, HTML("</p>\n"));
}

/* What a plan could not follow, in the words of the clash. */
static void put_troubles(Page *page, const UnitNow *now)
{
    for (size_t i = 0; i < now->trouble_count; i++) {
        const LiveTrouble *trouble = &now->troubles[i];
        if (trouble->kind == FOLLOW_BARE) {
            put_bare(page, trouble);
            continue;
        }
        page_put(page, HTML("<div class=\"alertbar\"><b>"));
        page_say(page, "The plan could not follow what happened.");
        page_put(page, HTML("</b> "));
        page_text(page, trouble->said[page->speech.lang]);
        page_put(page, HTML("</div>\n"));
    }
}

/* Those whom one reads by name. */
static void put_unit(Page *page, const UnitNow *now)
{
    put_lead(page, now);
    unit_people_put_hidden(page, now->hidden);
    put_recalls(page, now);
    put_caps(page, now);
    page_put(page, HTML("<div class=\"jajar\">"));
    put_counters(page, now);
    put_absent(page, now);
    put_reports(page, now);
    put_waiting(page, now);
    page_put(page, HTML("</div>"));
}

/* More than that: by the units that they work in. */
static void put_above(Page *page, const UnitNow *now, const Monitor *m)
{
    head_above_put_lead(page, now->ruled, m);
    put_waiting(page, now);
    put_recalls(page, now);
    board_ledger_below(page, m, now->unit, "/unit?unit=");
}

void head_show_unit(Visit *v)
{
    static const PartDone done[] = {
        {"panggil", N_("They are called. Each of them sees it on the page of "
                       "the day and answers there.")    },
        {"tutup",   N_("The unit is closed. Plan, counters and notices "
                     "follow.")                           },
        {"buka",    N_("The unit is open again. Plan and counters follow.")},
    };
    UnitNow now;
    Monitor m;
    bool above = monitor_by_unit(&v->view->office->r, v->unit, v->today);
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    if (!head_now(v, above ? UNIT_NOW_ASKED | UNIT_NOW_RULED : UNIT_NOW_ALL,
                  &now) ||
        (above && !head_above_now(v, &m)))
        return;
    Page page = page_open(v, &head);
    head_top_open(&page, v->unit, "The unit today");
    put_acts(&page);
    head_top_end(&page);
    part_done(&page, done, COUNT(done));
    put_shut(&page, &now);
    put_troubles(&page, &now);
    if (above)
        put_above(&page, &now, &m);
    else
        put_unit(&page, &now);
    page_close(&page);
}
