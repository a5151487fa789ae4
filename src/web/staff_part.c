/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_part.h"

#include "door/problem.h"

const FieldRule staff_number_fields[1] = {STAFF_NUMBER};
const FieldRule staff_button_fields[4] = {STAFF_NUMBER, FIELD_OUTBOX};

/* ---- what is asked for ---------------------------------------------------
 */

bool staff_day(Visit *v, Date day, MyDay *out)
{
    Err err = {0};
    if (my_day(v->arena, v->view, v->person, day, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

void staff_absent(Visit *v)
{
    visit_refuse_with(v, ERR_ABSENT, "catatan itu tidak ada",
                      "there is no such record");
}

bool staff_fact(Visit *v, uint64_t kinds, Fact *out)
{
    Err err = {0};
    bool found = false;
    FactId id = visit_field(v, "nomor")->id;
    if (!store_fact(live_store(v->live), v->arena, v->government, id, out,
                    &found, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    bool fits =
        found && (kinds >> out->kind & 1) != 0 && str_is(out->person, v->actor);
    if (!fits) staff_absent(v);
    return fits;
}

/* ---- writing -------------------------------------------------------------
 */

/* The outbox of a phone shows no page: it is told as data. */
static bool is_outbox(const Visit *v)
{
    return http_has(&v->request->headers, STR("x-kotak"));
}

bool staff_faults(Visit *v, StaffForm *form)
{
    if (v->fields.faults.count == 0) return false;
    if (is_outbox(v)) {
        problem_fields(v);
        return true;
    }
    part_status(v, NULL);
    form(v, NULL);
    return true;
}

void staff_refuse_with(Visit *v, StaffForm *form, const Err *why)
{
    if (is_outbox(v)) {
        visit_refuse(v, why);
        return;
    }
    part_status(v, why);
    form(v, why);
}

void staff_refuse(Visit *v, StaffForm *form, const char *id, const char *en)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "%s", en);
    (void)err_id(&err, "%s", id);
    staff_refuse_with(v, form, &err);
}

bool staff_write(Visit *v, const Fact *fact, StaffForm *form)
{
    Err err = {0};
    Recorded recorded;
    if (visit_try(v, fact, STR(""), &recorded, &err)) return true;
    staff_refuse_with(v, form, &err);
    return false;
}

/* ---- showing -------------------------------------------------------------
 */

Zone staff_zone(const Page *page)
{
    return page->visit->view->office->government.zone;
}

Str staff_name(const Page *page, Str code)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t index = map_find(&r->person_codes, code);
    return index == NO_INDEX ? code : r->people[index].name;
}

Str staff_superior(const Page *page)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    PersonId superior = person_superior(r, v->person, v->today);
    return superior.index == NO_INDEX ? STR("")
                                      : r->people[superior.index].name;
}

Str staff_path(const Page *page, const char *before, FactId id,
               const char *after)
{
    char text[FACT_ID_TEXT];
    return str_format(page->arena, "%s%s%s", before, fact_id_text(id, text),
                      after);
}

Str staff_day_path(const Page *page, const char *before, Date day)
{
    char text[DATE_TEXT];
    return str_format(page->arena, "%s%s", before, date_iso(day, text));
}

Str staff_when(const Page *page, const Fact *fact)
{
    Instant at = fact_when(fact);
    Zone zone = staff_zone(page);
    Str day = said_day_month(&page->speech, zone_day(zone, at));
    Str time = said_time(&page->speech, zone, at);
    return str_format(page->arena, "%.*s %.*s", STR_ARG(day), STR_ARG(time));
}

Str staff_short_day(const Page *page, Date day)
{
    Str weekday = said_weekday(&page->speech, day);
    Str date = said_day_month(&page->speech, day);
    return str_format(page->arena, "%.*s, %.*s", STR_ARG(weekday),
                      STR_ARG(date));
}

/* The days of a swap are two, whatever lies between them. */
Str staff_request_days(const Page *page, const Fact *request)
{
    Window days = fact_days(request);
    if (request->kind != FACT_SWAP || date_is(days.first, days.last))
        return said_days(&page->speech, days);
    Str first = staff_short_day(page, days.first);
    Str last = staff_short_day(page, days.last);
    return str_format(page->arena, "%.*s; %.*s", STR_ARG(first), STR_ARG(last));
}

Str staff_hours(const Page *page, const Fact *fact)
{
    if (fact->from < 0 && fact->to < 0) return STR("");
    if (fact->to < 0)
        return SAID(&page->speech, "from {time}",
                    {"time", said_minute(&page->speech, fact->from)});
    if (fact->from < 0)
        return SAID(&page->speech, "until {time}",
                    {"time", said_minute(&page->speech, fact->to)});
    return SAID(&page->speech, "{from}–{to}",
                {"from", said_minute(&page->speech, fact->from)},
                {"to", said_minute(&page->speech, fact->to)});
}

bool staff_is_called(const Page *page, const MyCell *cell)
{
    Err ignored = {0};
    const LiveDay *on = NULL;
    const Visit *v = page->visit;
    if (cell->step != STEP_RECALL ||
        !live_day(v->view, cell->day, &on, &ignored))
        return false;
    Directive d = law_person(on->law, v->person);
    const Register *r = law_corpus(on->law)->r;
    return d.step == STEP_RECALL && d.thing < r->event_count &&
           r->events[d.thing].kind == EVENT_RECALL;
}

/* ---- states --------------------------------------------------------------
 */

void staff_put_report_tag(Page *page, const MyReport *report)
{
    switch (report->state) {
    case MY_REPORT_NOT_OWED: break;
    case MY_REPORT_NONE:
        part_tag(page, report->late ? "warn" : "", N_("None yet"));
        break;
    case MY_REPORT_SENT: part_tag(page, "info", N_("Sent")); break;
    case MY_REPORT_RETURNED: part_tag(page, "warn", N_("To be mended")); break;
    case MY_REPORT_ACCEPTED: part_tag(page, "ok", N_("Approved")); break;
    }
}

void staff_put_request_tag(Page *page, const MyRequest *request)
{
    bool swap = request->request->kind == FACT_SWAP;
    switch (request->state) {
    case MY_ASKED:
        if (request->of_me)
            part_tag(page, "warn", N_("Waits for your answer"));
        else
            part_tag(page, "info",
                     swap ? N_("Waits for the colleague")
                          : N_("Waits for a decision"));
        break;
    case MY_AGREED: part_tag(page, "info", N_("Waits for a decision")); break;
    case MY_ALLOWED: part_tag(page, "ok", N_("Allowed by rule")); break;
    case MY_GRANTED: part_tag(page, "ok", N_("Granted")); break;
    case MY_REFUSED: part_tag(page, "warn", N_("Refused")); break;
    case MY_WITHDRAWN: part_tag(page, "", N_("Taken back")); break;
    case MY_LAPSED: part_tag(page, "", N_("Went by undecided")); break;
    }
}

const char *staff_request_name(FactKind kind)
{
    if (kind == FACT_EXIT) return N_("Leaving home");
    if (kind == FACT_TRAVEL) return N_("Leaving the region");
    if (kind == FACT_VISIT) return N_("Coming to the office");
    if (kind == FACT_TRIP) return N_("Official trip");
    return N_("Swap of days");
}

/* Nothing waits on a phone without scripts: then it is not promised. */
void staff_put_send_by(Page *page, int due)
{
    PAGE_SAY(page, "Send it by {time}.",
             {"time", said_minute(&page->speech, due)});
    page_put(page, HTML("<span class=\"skrip\"> "));
    page_say(page, "It can be written without a signal.");
    page_put(page, HTML("</span>"));
}

/* ---- small pieces --------------------------------------------------------
 */

void staff_put_button(Page *page, Str path, const char *english, bool filled)
{
    form_open_id(page, path);
    page_put(page, filled ? HTML("<button class=\"btn\">")
                          : HTML("<button class=\"btn alt\">"));
    page_say(page, english);
    page_put(page, HTML("</button>"));
    form_close(page);
}

void staff_put_submit(Page *page, const char *english)
{
    page_put(page, HTML("<button class=\"btn alt\">"));
    page_say(page, english);
    page_put(page, HTML("</button>\n"));
}
