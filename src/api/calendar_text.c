/* SPDX-License-Identifier: Apache-2.0 */
#include "api/calendar_text.h"

#include <libical/ical.h>
#include <string.h>

/* ---- which version put it there -------------------------------------------
 */

typedef struct {
    char letter;
    int sequence;
    Instant stamp;
} CalendarDay;

/* Did the move touch that cell? */
static bool touches(const PlanMove *move, PersonId person, uint32_t day)
{
    for (size_t i = 0; i < move->cell_count; i++) {
        const CellMove *cell = &move->cells[i];
        if (cell->person.index == person.index && cell->day == day &&
            cell->from != cell->to)
            return true;
    }
    return false;
}

/* Plans that held the day before count with all their versions, so that a day
 * that is published again goes on rising. */
static int before_it(const PublishedList *list, const Published *plan, Date day)
{
    int sum = 0;
    for (size_t i = 0; i < list->count && &list->at[i] != plan; i++) {
        if (window_has(list->at[i].days, day))
            sum += (int)published_version(&list->at[i]);
    }
    return sum;
}

static CalendarDay day_of(const LiveView *view, PersonId person, Date date)
{
    CalendarDay out = {.letter = PLACED_NONE};
    const Published *plan = published_on(view->plans, date);
    uint32_t day = plan == NULL ? NO_INDEX : plan_day(&plan->plan, date);
    if (day == NO_INDEX || person.index >= plan->plan.person_count) return out;
    out.letter = plan_cell(&plan->plan, person, day);
    out.sequence = before_it(view->plans, plan, date) + 1;
    out.stamp = plan->fact.received;
    for (size_t i = 0; i < plan->move_count; i++) {
        const PublishedMove *moved = &plan->moves[i];
        if (!touches(&moved->move, person, day)) continue;
        out.sequence =
            before_it(view->plans, plan, date) + (int)moved->move.version;
        out.stamp = moved->fact.received;
    }
    return out;
}

/* ---- events ---------------------------------------------------------------
 */

static icaltimetype date_of_day(Date date)
{
    Civil civil = date_civil(date);
    icaltimetype out = icaltime_null_date();
    out.year = civil.year;
    out.month = civil.month;
    out.day = civil.day;
    out.is_date = 1;
    return out;
}

static icaltimetype utc_of(Instant at)
{
    return icaltime_from_timet_with_zone((time_t)(at.us / 1000000), 0,
                                         icaltimezone_get_utc_timezone());
}

/* "Kantor" */
static const char *title_of(Arena *arena, char letter, Lang lang)
{
    Str word = placed_word((Placed)letter, lang);
    char first = word.ptr[0];
    if (first >= 'a' && first <= 'z') first = (char)(first - 'a' + 'A');
    return str_c(arena, str_format(arena, "%c%.*s", first,
                                   STR_ARG(str_slice(word, 1, word.len))));
}

static void put_event(Arena *arena, icalcomponent *calendar, Str uid,
                      const CalendarDay *day, Date date, Lang lang)
{
    icalcomponent *event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    icalproperty *const all[] = {
        icalproperty_new_uid(str_c(arena, uid)),
        icalproperty_new_dtstamp(utc_of(day->stamp)),
        icalproperty_new_sequence(day->sequence),
        icalproperty_new_dtstart(date_of_day(date)),
        icalproperty_new_dtend(date_of_day(date_plus(date, 1))),
        icalproperty_new_summary(title_of(arena, day->letter, lang)),
        icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
    };
    for (size_t i = 0; i < COUNT(all); i++)
        icalcomponent_add_property(event, all[i]);
    icalcomponent_add_component(calendar, event);
}

static void put_events(Arena *arena, icalcomponent *calendar,
                       const LiveView *view, PersonId person, Date today,
                       Lang lang)
{
    const Register *r = &view->office->r;
    char text[DATE_TEXT];
    for (int32_t d = -CALENDAR_BACK; d <= CALENDAR_AHEAD; d++) {
        Date date = date_plus(today, d);
        CalendarDay day = day_of(view, person, date);
        if (day.letter == PLACED_NONE || !placed_is(day.letter)) continue;
        Str code = r->people[person.index].code;
        Str uid = str_format(arena, "%.*s-%s@%.*s", STR_ARG(code),
                             date_iso(date, text),
                             STR_ARG(view->office->government.code));
        put_event(arena, calendar, uid, &day, date, lang);
    }
}

/* ---- the whole ------------------------------------------------------------
 */

static void put_extra(icalcomponent *calendar, const char *name,
                      const char *value)
{
    icalproperty *extra = icalproperty_new_x(value);
    icalproperty_set_x_name(extra, name);
    icalcomponent_add_property(calendar, extra);
}

static const char *zone_id(Zone zone)
{
    switch (zone) {
    case ZONE_WIB: return "Asia/Jakarta";
    case ZONE_WITA: return "Asia/Makassar";
    case ZONE_WIT: return "Asia/Jayapura";
    }
    return "Asia/Jakarta";
}

static icalcomponent *new_calendar(const LiveView *view)
{
    icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalproperty *const all[] = {
        icalproperty_new_version("2.0"),
        icalproperty_new_prodid("-//Tata Kerja//Jadwal//ID"),
        icalproperty_new_calscale("GREGORIAN"),
        icalproperty_new_method(ICAL_METHOD_PUBLISH),
    };
    for (size_t i = 0; i < COUNT(all); i++)
        icalcomponent_add_property(calendar, all[i]);
    put_extra(calendar, "X-WR-CALNAME", "Tata Kerja");
    put_extra(calendar, "X-WR-TIMEZONE",
              zone_id(view->office->government.zone));
    return calendar;
}

Str api_calendar_text(Arena *arena, const LiveView *view, PersonId person,
                      Date today, Lang lang)
{
    icalcomponent *calendar = new_calendar(view);
    put_events(arena, calendar, view, person, today, lang);
    char *text = icalcomponent_as_ical_string_r(calendar);
    icalcomponent_free(calendar);
    CHECK(text != NULL);
    Str out = str_copy(arena, str_of(text));
    icalmemory_free_buffer(text);
    return out;
}
