/* SPDX-License-Identifier: Apache-2.0 */
#include "web/today_part.h"

/* ---- the sentence of the day ---------------------------------------------
 */

static const char *sentence_of(const MyDay *day)
{
    if (!day->serves) return N_("Not in service");
    switch (day->letter) {
    case PLACED_OFFICE: return N_("Work at the office");
    case PLACED_HOME: return N_("Work at home");
    case PLACED_FIELD: return N_("Work in the field");
    case PLACED_LEAVE: return N_("On leave");
    case PLACED_TRIP: return N_("Official trip");
    case PLACED_CLOSED: return N_("The unit is closed");
    case PLACED_USUAL: return N_("Work as usual");
    default: return day->bare ? N_("No plan yet") : N_("Day off");
    }
}

/* The question that opens the explanation. */
static const char *question_of(const MyDay *day)
{
    switch (day->letter) {
    case PLACED_OFFICE: return N_("Why at the office today?");
    case PLACED_HOME: return N_("Why at home today?");
    default: return N_("Why so today?");
    }
}

static const char *colour_of(const MyDay *day)
{
    if (day->letter == PLACED_OFFICE) return "<section class=\"now\">";
    if (day->letter == PLACED_HOME) return "<section class=\"now hm\">";
    return "<section class=\"now lain\">";
}

/* A line more, where there is nothing to do or something is different. */
static const char *advice_of(const MyDay *day)
{
    if (day->letter == PLACED_CLOSED)
        return N_("Work at home until the unit opens again.");
    switch (day->reason) {
    case MY_REASON_DAY_OFF: return N_("No need to check in.");
    case MY_REASON_NO_ROSTER:
        return N_("The plan of your unit is not published yet. Work as usual.");
    case MY_REASON_LEAVE: return N_("Enjoy your leave; nothing is owed.");
    case MY_REASON_TRIP: return N_("Nothing is owed here during the trip.");
    case MY_REASON_USUAL: return N_("No letter changes your day.");
    case MY_REASON_DONE: return N_("All is done for today.");
    case MY_REASON_NOT_SERVING:
        return N_("On this day you are not in service by the register.");
    case MY_REASON_NONE:
    case MY_REASON_NOT_TODAY:
    case MY_REASON_WAIT:
    case MY_REASON_COUNT: break;
    }
    return NULL;
}

static void put_shift(Page *page, const MyDay *day)
{
    if (day->shift.number == 0) return;
    page_put(page, HTML(" · "));
    PAGE_SAY(page, "shift {n} of {count}",
             {"n", said_number(&page->speech, day->shift.number)},
             {"count", said_number(&page->speech, day->shift.count)});
}

/* Where the unit sits, or the nearest one above that says so. */
static void put_building(Page *page, const Register *r, UnitId unit)
{
    while (unit.index != NO_INDEX && r->units[unit.index].building.len == 0)
        unit = r->units[unit.index].parent;
    if (unit.index == NO_INDEX) return;
    page_put(page, HTML(", "));
    page_text(page, r->units[unit.index].building);
}

static void put_hours(Page *page, const MyDay *day)
{
    const Register *r = &page->visit->view->office->r;
    UnitId unit = r->people[day->person.index].unit;
    bool works = day->begins >= 0 && day->ends > day->begins &&
                 day->letter != PLACED_NONE && day->letter != PLACED_LEAVE;
    page_put(page, HTML("<p>"));
    page_text(page, r->units[unit.index].name);
    if (day->letter == PLACED_OFFICE) put_building(page, r, unit);
    if (works) {
        page_put(page, HTML("<br>"));
        PAGE_SAY(page, "{from}–{to} {zone}",
                 {"from", said_minute(&page->speech, day->begins)},
                 {"to", said_minute(&page->speech, day->ends)},
                 {"zone", zone_name(staff_zone(page))});
        put_shift(page, day);
    }
    page_put(page, HTML("</p>\n"));
}

/* ---- what was noted ------------------------------------------------------
 */

int today_late(const MyDay *day)
{
    for (uint32_t i = 0; i < day->verdict.count; i++) {
        const Finding *f = &day->verdict.findings[i];
        if (f->duty == DUTY_PRESENT && f->outcome == OUTCOME_LATE)
            return f->minutes;
    }
    return 0;
}

void today_put_presence(Page *page, const MyDay *day)
{
    Str in = said_minute(&page->speech, day->in_minute);
    int late = today_late(day);
    if (late > 0)
        PAGE_SAY_MANY(page, "*Checked in {in}*, {n} minute late.",
                      "*Checked in {in}*, {n} minutes late.", late, {"in", in});
    else
        PAGE_SAY(page, "*Checked in {in}.*", {"in", in});
    if (day->out == NULL) return;
    page_put(page, HTML(" "));
    PAGE_SAY(page, "*Checked out {out}.*",
             {"out", said_minute(&page->speech, day->out_minute)});
}

static void put_seen(Page *page, const MyDay *day)
{
    if (day->in == NULL) return;
    page_put(page, HTML("<p class=\"catat\">"));
    today_put_presence(page, day);
    page_put(page, HTML(" "));
    page_link_say(page, STR("/hadir"), "See the record");
    page_put(page, HTML("</p>\n"));
}

/* The recalls of the day that were acknowledged. */
static void put_coming(Page *page, const MyDay *day)
{
    for (size_t i = 0; i < day->recall_count; i++) {
        const MyRecall *recall = &day->recalls[i];
        const Fact *f = recall->recall;
        if (recall->ack == NULL && recall->arrival == NULL) continue;
        page_put(page, HTML("<p>"));
        page_link(page, staff_path(page, "/panggilan/", f->id, ""),
                  SAID(&page->speech, "Called to the office: {day} {time}",
                       {"day", said_days(&page->speech, f->days)},
                       {"time", staff_hours(page, f)}));
        page_put(page, HTML("</p>\n"));
    }
}

static void put_question(Page *page, const MyDay *day)
{
    if (!day->serves) return;
    page_put(page, HTML("<details><summary>"));
    page_say(page, question_of(day));
    page_put(page, HTML("</summary><div class=\"whybox\">"));
    today_put_why(page, day);
    page_put(page, HTML("</div></details>\n"));
}

/* ---- the button ----------------------------------------------------------
 */

static Str place_word(char letter)
{
    switch (letter) {
    case PLACED_HOME:
    case PLACED_CLOSED: return STR("rumah");
    case PLACED_FIELD: return STR("lapangan");
    case PLACED_TRIP: return STR("dinas");
    default: return STR("kantor");
    }
}

static void put_presence_button(Page *page, const MyDay *day, const char *path,
                                const char *english)
{
    form_open_outbox(page, str_of(path), english);
    form_hidden(page, "kata", place_word(day->letter));
    page_put(page, HTML("<button class=\"btn big\">"));
    page_say(page, english);
    page_put(page, HTML("</button>"));
    form_close(page);
}

/* A recall has its button above, and keeps nobody from checking in or out. */
static MyAction action_of(const MyDay *day)
{
    const Expected *e = &day->on->sheet.expected[day->person.index];
    bool owed = e->works && !day->bare && day->letter != PLACED_LEAVE &&
                day->letter != PLACED_TRIP && day->letter != PLACED_USUAL;
    if (day->action != MY_ACTION_ACK_RECALL || !owed) return day->action;
    if (day->in == NULL) return MY_ACTION_CHECK_IN;
    return day->out == NULL && day->minute >= day->ends ? MY_ACTION_CHECK_OUT
                                                        : MY_ACTION_NONE;
}

static void put_button(Page *page, const MyDay *day)
{
    switch (action_of(day)) {
    case MY_ACTION_CHECK_IN:
        put_presence_button(page, day, "/hadir", N_("Check in"));
        break;
    case MY_ACTION_CHECK_OUT:
        put_presence_button(page, day, "/pulang", N_("Check out"));
        break;
    case MY_ACTION_REPORT:
        page_put(page, HTML("<a class=\"btn big\" href=\"/laporan/tulis\">"));
        page_say(page, "Write the report");
        page_put(page, HTML("</a>"));
        break;
    case MY_ACTION_ACK_RECALL: /* its button stands above */
    case MY_ACTION_NONE:
    case MY_ACTION_COUNT: break;
    }
}

static void put_clock(Page *page, const MyDay *day)
{
    bool late = day->minute > day->check_in_due;
    if (action_of(day) != MY_ACTION_CHECK_IN) return;
    page_put(page, HTML("<p class=\"sub\"><span>"));
    PAGE_SAY(page, "Now {time}",
             {"time", said_minute(&page->speech, day->minute)});
    page_put(page, HTML("</span><span>"));
    if (day->check_in_due >= 0)
        PAGE_SAY(page,
                 late ? N_("It was due by {time}") : N_("In time until {time}"),
                 {"time", said_minute(&page->speech, day->check_in_due)});
    page_put(page, HTML("</span></p><p class=\"sub\">"));
    page_link_say(page, STR("/hadir"), "Working somewhere else?");
    page_put(page, HTML("</p>"));
}

static void put_day(Page *page, const MyDay *day)
{
    const char *advice = advice_of(day);
    page_put(page, (Html){str_of(colour_of(day))});
    page_put(page, HTML("<p class=\"dt\">"));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</p>"));
    page_heading(page, sentence_of(day));
    put_hours(page, day);
    put_seen(page, day);
    put_coming(page, day);
    if (advice != NULL) {
        page_put(page, HTML("<p>"));
        page_say(page, advice);
        page_put(page, HTML("</p>"));
    }
    put_question(page, day);
    put_button(page, day);
    put_clock(page, day);
    page_put(page, HTML("</section>\n"));
}

void today_put(Page *page, const MyDay *day)
{
    today_put_above(page, day);
    put_day(page, day);
    today_put_week(page, day);
    today_put_below(page, day);
}
