/* SPDX-License-Identifier: Apache-2.0 */
#include "web/counter_week.h"

#include "app/unit_month.h"
#include "web/head.h"
#include "web/part.h"

enum { DAYS = 7 };

typedef struct {
    Page *page;
    const UnitMonth *week;
    const UnitMonthCounter *line;
    const Counter *counter;
    const UnitCounter *now; /* the counter today; NULL: not open by itself */
    uint32_t day;           /* 0: today */
    Date date;
} Showing;

/* ---- officers -------------------------------------------------------------
 */

/* Of the unit's people as the roster has it; of others as the plan has it. */
static char letter_of(const Showing *s, PersonId person)
{
    const UnitMonthRow *row = unit_month_row(s->week, person);
    if (row != NULL) return row->cells[s->day].letter;
    return live_plan_cell(s->page->visit->view, person, s->date);
}

static bool is_there(const Showing *s, PersonId person)
{
    char letter = letter_of(s, person);
    return letter == PLACED_OFFICE || letter == PLACED_USUAL ||
           (letter == PLACED_FIELD && s->counter->kind == COUNTER_FIELD);
}

/* At home that day, and one of the unit: the head may move them. */
static bool may_come(const Showing *s, PersonId person)
{
    return letter_of(s, person) == PLACED_HOME &&
           unit_month_row(s->week, person) != NULL;
}

typedef bool IsSo(const Showing *s, PersonId person);

static uint32_t count_officers(const Showing *s, IsSo *is_so)
{
    uint32_t count = 0;
    for (size_t i = 0; i < s->counter->staff_count; i++)
        count += is_so(s, s->counter->staff[i]);
    return count;
}

/* No plan holds the day of some officer. */
static bool is_bare(const Showing *s)
{
    for (size_t i = 0; i < s->counter->staff_count; i++) {
        const UnitMonthRow *row = unit_month_row(s->week, s->counter->staff[i]);
        if (row != NULL && (row->cells[s->day].marks & UNIT_MONTH_BARE) != 0)
            return true;
    }
    return false;
}

/* ---- what may be done -----------------------------------------------------
 */

/* The cell of a day to come; today nobody's cell changes any more, so that
 * they are called. */
static Str path_to(const Showing *s, PersonId person)
{
    const Visit *v = s->page->visit;
    Str code = v->view->office->r.people[person.index].code;
    Str unit = head_unit(v, v->unit)->code;
    Str iso = head_iso(v->arena, s->date);
    Civil c = date_civil(s->date);
    if (s->day < s->week->ahead)
        return str_format(v->arena, "/panggil?unit=%.*s&orang=%.*s&mulai=%.*s",
                          STR_ARG(unit), STR_ARG(code), STR_ARG(iso));
    return str_format(v->arena, "/jadwal/%04d-%02d/%.*s/%.*s?unit=%.*s", c.year,
                      c.month, STR_ARG(code), STR_ARG(iso), STR_ARG(unit));
}

static void put_come(const Showing *s, PersonId person)
{
    page_put(s->page, HTML("<li><a href=\""));
    page_text(s->page, path_to(s, person));
    page_put(s->page, HTML("\">"));
    page_text(s->page, head_person_name(s->page, person));
    page_put(s->page, HTML("</a></li>"));
}

static void put_step(const Showing *s)
{
    Page *page = s->page;
    page_put(page, HTML("<p class=\"s\">"));
    if (count_officers(s, may_come) == 0) {
        page_say(page, "None of its officers is at home that day.");
        page_put(page, HTML("</p>"));
        return;
    }
    page_say(page, s->day < s->week->ahead
                       ? N_("At home, to be called to the office:")
                       : N_("At home that day, and could be moved:"));
    page_put(page, HTML("</p><ul>"));
    for (size_t i = 0; i < s->counter->staff_count; i++) {
        if (may_come(s, s->counter->staff[i]))
            put_come(s, s->counter->staff[i]);
    }
    page_put(page, HTML("</ul>"));
}

/* ---- a day ----------------------------------------------------------------
 */

static void put_names(const Showing *s)
{
    Page *page = s->page;
    page_put(page, HTML("<details><summary>"));
    page_say(page, "Who");
    page_put(page, HTML("</summary><ul>"));
    for (size_t i = 0; i < s->counter->staff_count; i++) {
        if (!is_there(s, s->counter->staff[i])) continue;
        page_put(page, HTML("<li>"));
        page_text(page, head_person_name(page, s->counter->staff[i]));
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul></details>"));
}

/* Enough at the office, and yet some counter that shares them lacks one. */
static void put_short(const Showing *s, int32_t there, int32_t need)
{
    if (there >= need)
        part_small(s->page, N_("Some of them are needed at another counter."));
    put_step(s);
}

/* Officers of a counter in the field are not at the office. */
static void put_sum(const Showing *s, int32_t there)
{
    Page *page = s->page;
    Str need = said_number(&page->speech, s->line->days[s->day].need);
    if (s->counter->kind == COUNTER_FIELD)
        PAGE_SAY(page, "*{there} on duty*, at least {need}",
                 {"there", said_number(&page->speech, there)}, {"need", need});
    else
        PAGE_SAY(page, "*{there} at the office*, at least {need}",
                 {"there", said_number(&page->speech, there)}, {"need", need});
}

static void put_open(const Showing *s, bool lacks, bool bare)
{
    Page *page = s->page;
    int32_t need = s->line->days[s->day].need;
    int32_t there = (int32_t)count_officers(s, is_there);
    page_put(page, HTML("<p>"));
    if (bare) {
        page_say(page, "No plan yet");
        page_put(page, HTML("</p>"));
        return;
    }
    put_sum(s, there);
    page_put(page, HTML("</p>"));
    if (lacks) part_tag(page, "bad", N_("Short of officers"));
    if (there > 0) put_names(s);
    if (lacks) put_short(s, there, need);
}

/* Today as the unit says, else as the register and the letter do. */
static bool is_open(const Showing *s)
{
    if (s->day == 0) return s->now != NULL && s->now->outcome != UNIT_SHUT;
    return s->line->days[s->day].open;
}

static void put_day(Showing *s)
{
    Page *page = s->page;
    const UnitMonthCounterDay *day = &s->line->days[s->day];
    bool open = is_open(s);
    bool lacks = open && day->open && day->served < day->need;
    bool bare = lacks && is_bare(s);
    page_put(page, !open || bare ? HTML("<li class=\"mut\"><b>")
                   : lacks       ? HTML("<li class=\"bad\"><b>")
                                 : HTML("<li><b>"));
    page_text(page, said_weekday(&page->speech, s->date));
    page_put(page, HTML(" "));
    page_text(page, said_day_month(&page->speech, s->date));
    page_put(page, HTML("</b>"));
    if (open) {
        put_open(s, lacks, bare);
    } else {
        page_put(page, HTML("<p>"));
        page_say(page, s->day == 0 && s->now != NULL ? N_("Shut today")
                                                     : N_("Not open"));
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</li>"));
}

/* ---- a counter ------------------------------------------------------------
 */

static void put_counter(Showing *s)
{
    Page *page = s->page;
    page_put(page, HTML("<h3>"));
    page_text(page, s->counter->name);
    page_put(page, HTML(" <span class=\"s mut\">"));
    page_text(page, head_unit(page->visit, s->counter->unit)->name);
    page_put(page, HTML("</span></h3><ol class=\"minggu\">"));
    for (s->day = 0; s->day < DAYS; s->day++) {
        s->date = date_plus(s->week->days.first, (int32_t)s->day);
        put_day(s);
    }
    page_put(page, HTML("</ol>"));
}

static const UnitCounter *counter_now(const UnitNow *now,
                                      const Counter *counter)
{
    for (size_t i = 0; i < now->counter_count; i++) {
        if (now->counters[i].counter == counter) return &now->counters[i];
    }
    return NULL;
}

void counter_week_put(Page *page, const UnitNow *now)
{
    const Visit *v = page->visit;
    Window days = {v->today, date_plus(v->today, DAYS - 1)};
    UnitMonth week = unit_month(v->arena, v->view, v->unit, days, NULL);
    if (week.counter_count == 0) return;
    page_put(page, HTML("<section class=\"blk\" id=\"minggu\">"));
    part_heading(page, N_("Seven days by the plan"));
    for (uint32_t c = 0; c < week.counter_count; c++) {
        const UnitMonthCounter *line = &week.counters[c];
        const Counter *counter = &v->view->office->r.counters[line->counter];
        Showing s = {.page = page,
                     .week = &week,
                     .line = line,
                     .counter = counter,
                     .now = counter_now(now, counter)};
        put_counter(&s);
    }
    page_put(page, HTML("</section>\n"));
}
