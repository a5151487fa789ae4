/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decide.c - H7: permits, visits, trips, swaps and objections that wait for a
 * word.
 */
#include "app/objection.h"
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

enum { SHOWN = 50 };

const FieldRule decide_show_fields[2] = {
    {"unit",      N_("Unit"),   FIELD_CODE, .most = 64    },
    { "hal", N_("Page"), FIELD_NUMBER, .least = 1, .most = 100000},
};
const FieldRule decide_fields[4] = {
    {"id",         N_("Record"),      FIELD_ID,     .needed = true     },
    {"permohonan", N_("Request"),     FIELD_ID,     .needed = true     },
    {"kata",       N_("Your answer"), FIELD_CHOICE, .needed = true,
     .choices = "setuju|tolak"},
    {"isi",            N_("Note"),                         FIELD_LINE,                .most = 300},
};

/* ---- a request
 * -------------------------------------------------------------------- */

/* Two days that are exchanged, not all from the one to the other. */
static void put_swapped(Page *page, const Fact *swap, Date day)
{
    const LiveView *view = page->visit->view;
    const Register *r = &view->office->r;
    uint32_t asks = map_find(&r->person_codes, swap->person);
    uint32_t other = map_find(&r->person_codes, swap->thing);
    if (asks == NO_INDEX || other == NO_INDEX) return;
    char mine = live_plan_cell(view, (PersonId){asks}, day);
    char theirs = live_plan_cell(view, (PersonId){other}, day);
    page_put(page, HTML("<li>"));
    PAGE_SAY(page,
             "{day}: {who} from {mine} to {theirs}, {other} from {theirs2} to "
             "{mine2}",
             {"day", said_date(&page->speech, day)},
             {"who", r->people[asks].name},
             {"mine", page_letter_word(page, mine)},
             {"theirs", page_letter_word(page, theirs)},
             {"other", r->people[other].name},
             {"theirs2", page_letter_word(page, theirs)},
             {"mine2", page_letter_word(page, mine)});
    page_put(page, HTML("</li>"));
}

static bool is_within_unit(const Register *r, const Fact *swap)
{
    uint32_t asks = map_find(&r->person_codes, swap->person);
    uint32_t other = map_find(&r->person_codes, swap->thing);
    return asks != NO_INDEX && other != NO_INDEX &&
           r->work_unit_of[r->people[asks].unit.index].index ==
               r->work_unit_of[r->people[other].unit.index].index;
}

/* Whatever waits here broke nothing when it was asked for (record_swap.c). */
static void put_swap(Page *page, const Fact *swap)
{
    page_put(page, HTML("<ul class=\"daftar\">"));
    put_swapped(page, swap, swap->days.first);
    if (!date_is(swap->days.first, swap->days.last))
        put_swapped(page, swap, swap->days.last);
    page_put(page, HTML("</ul><p class=\"s\">"));
    if (is_within_unit(&page->visit->view->office->r, swap))
        page_say(page, "The unit has as many at the office as before.");
    else
        page_say(
            page,
            "The two are of different units: on each day one unit has one more "
            "at the office, the other one fewer.");
    page_put(page, HTML(" "));
    page_say(page, "Caps and counters held when it was asked for; they are "
                   "looked at again when you approve.");
    page_put(page, HTML("</p>"));
}

static void put_days(Page *page, const Fact *request)
{
    if (window_is_empty(request->days)) return;
    if (request->kind == FACT_SWAP) {
        put_swap(page, request);
        return;
    }
    page_put(page, HTML("<span class=\"mut\">"));
    if (date_is(request->days.first, request->days.last))
        page_text(page, said_date(&page->speech, request->days.first));
    else
        page_text(page, said_days(&page->speech, request->days));
    page_put(page, HTML("</span>"));
}

/* The colleague of a swap, and what they said. */
static void put_colleague(Page *page, const UnitRequest *request)
{
    const Register *r = &page->visit->view->office->r;
    if (request->request->kind != FACT_SWAP) return;
    uint32_t other = map_find(&r->person_codes, request->request->thing);
    if (other == NO_INDEX) return;
    page_put(page, HTML("<p class=\"s\">"));
    if (request->state == MY_AGREED)
        PAGE_SAY(page, "{who} agrees to swap.", {"who", r->people[other].name});
    else
        PAGE_SAY(page, "{who} has not answered yet.",
                 {"who", r->people[other].name});
    page_put(page, HTML("</p>"));
}

static bool waits_for_colleague(const UnitRequest *request)
{
    return request->request->kind == FACT_SWAP && request->state != MY_AGREED;
}

static const char *who_decides(const UnitRequest *request)
{
    if (waits_for_colleague(request))
        return N_("It is decided once the colleague agrees.");
    if (objection_is_of_data(request->request))
        return N_("The personnel board answers this one: it keeps the "
                  "register.");
    return N_("Somebody else decides this one.");
}

/* The clock of personal data, and where they are mended. */
static void put_clock(Page *page, const UnitRequest *request)
{
    Instant due = objection_due(request->request);
    Zone zone = page->visit->view->office->government.zone;
    Str day = said_day_month(&page->speech, zone_day(zone, due));
    Str time = said_time(&page->speech, zone, due);
    if (!objection_is_of_data(request->request)) return;
    page_put(page, HTML("<p class=\"s\">"));
    if (due.us < page->visit->now.us)
        PAGE_SAY(page, "*Personal data were to be mended by {day} {time}.*",
                 {"day", day}, {"time", time});
    else
        PAGE_SAY(page,
                 "Personal data are mended by {day} {time} at the latest.",
                 {"day", day}, {"time", time});
    page_put(page, HTML(" "));
    if (request->may)
        page_link_say(page, STR("/impor"), "Mend the register first");
    page_put(page, HTML("</p>"));
}

static void put_answer(Page *page, const UnitRequest *request)
{
    bool objection = request->request->kind == FACT_OBJECTION;
    if (!request->may) {
        part_small(page, who_decides(request));
        return;
    }
    form_open_id(page, STR("/permintaan"));
    form_hidden(page, "permohonan", head_id(page->arena, request->request->id));
    page_put(page, HTML("<label class=\"vh\" for=\"c-"));
    page_text(page, head_id(page->arena, request->request->id));
    page_put(page, HTML("\">"));
    page_say(page, "Note");
    page_put(page, HTML("</label><input type=\"text\" name=\"isi\" id=\"c-"));
    page_text(page, head_id(page->arena, request->request->id));
    page_put(page, HTML("\" placeholder=\""));
    page_say(page, objection ? N_("Reason (needed to refuse)")
                             : N_("Note (may stay empty)"));
    page_put(page, HTML("\"><p class=\"aksi\">"));
    form_button_named(page, N_("Approve"), "kata", STR("setuju"), true);
    form_button_named(page, N_("Refuse"), "kata", STR("tolak"), false);
    page_put(page, HTML("</p>"));
    form_close(page);
}

static void put_request(Page *page, const UnitRequest *request)
{
    const Fact *f = request->request;
    part_open(page);
    page_put(page, HTML("<header><h2>"));
    if (request->person.index != NO_INDEX)
        page_text(page, head_person_name(page, request->person));
    else
        page_text(page, head_unit(page->visit, request->unit)->name);
    page_put(page, HTML("</h2><span class=\"tag\">"));
    page_text(page, fact_kind_word(f->kind, page->speech.lang));
    page_put(page, HTML("</span></header>"));
    put_days(page, f);
    page_put(page, HTML("<p>"));
    page_text(page, f->text);
    page_put(page, HTML("</p>"));
    put_colleague(page, request);
    put_clock(page, request);
    put_answer(page, request);
    part_close(page);
}

/* ---- the list, by pages of 50
 */

typedef struct {
    const UnitRequest **at; /* those that the visitor decides first */
    size_t count, from, to; /* shown: [from, to) */
} Waiting;

static Waiting waiting_of(const Visit *v, const UnitNow *now)
{
    const FieldValue *number = visit_field(v, "hal");
    Waiting w = {
        .at = NEW(v->arena, const UnitRequest *, now->request_count + 1)};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < now->request_count; i++) {
            if (now->requests[i].may == (pass == 0))
                w.at[w.count++] = &now->requests[i];
        }
    }
    if (number->given) w.from = ((size_t)number->number - 1) * SHOWN;
    if (w.from >= w.count) w.from = 0;
    w.to = w.from + SHOWN < w.count ? w.from + SHOWN : w.count;
    return w;
}

static Str list_path(const Visit *v, size_t number)
{
    return str_format(v->arena, "%.*s&hal=%zu",
                      STR_ARG(head_path(v, "/permintaan")), number);
}

static void put_pages(Page *page, const Waiting *w)
{
    const Speech *s = &page->speech;
    size_t here = w->from / SHOWN + 1;
    if (w->count <= SHOWN) return;
    page_put(page, HTML("<p class=\"tautan halaman\">"));
    PAGE_SAY(page, "{first}–{last} of {all}",
             {"first", said_number(s, (int64_t)w->from + 1)},
             {"last", said_number(s, (int64_t)w->to)},
             {"all", said_number(s, (int64_t)w->count)});
    page_put(page, HTML(" "));
    if (w->from > 0)
        page_link_say(page, list_path(page->visit, here - 1), "Page before");
    page_put(page, HTML(" "));
    if (w->to < w->count)
        page_link_say(page, list_path(page->visit, here + 1), "Next page");
    page_put(page, HTML("</p>\n"));
}

/* ---- the page
 * ---------------------------------------------------------------------- */

void decide_show(Visit *v)
{
    static const PartDone done[] = {
        {"setuju", N_("Approved. Who asked sees it at once.")},
        {"tolak",  N_("Refused. Who asked sees it at once.") },
    };
    UnitNow now;
    PageHead head = {.frame = PAGE_DESK, .here = "/permintaan"};
    if (!head_now(v, UNIT_NOW_ASKED, &now)) return;
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Requests");
    part_done(&page, done, COUNT(done));
    if (now.request_count == 0) part_paragraph(&page, N_("No requests."));
    Waiting waiting = waiting_of(v, &now);
    for (size_t i = waiting.from; i < waiting.to; i++)
        put_request(&page, waiting.at[i]);
    put_pages(&page, &waiting);
    page_close(&page);
}

/* ---- the word
 * ---------------------------------------------------------------------- */

static bool find_request(Visit *v, Fact *out)
{
    Err err = {0};
    bool found = false;
    if (!store_fact(live_store(v->live), v->arena, v->government,
                    visit_field(v, "permohonan")->id, out, &found, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    if (!found)
        visit_refuse_with(v, ERR_ABSENT, "permohonan itu tidak ada",
                          "there is no such request");
    return found;
}

/* An objection is answered in other words than a request. */
static Fact answer_to(const Visit *v, const Fact *request)
{
    bool objection = request->kind == FACT_OBJECTION;
    bool yes = str_is(visit_field(v, "kata")->text, STR("setuju"));
    Fact fact =
        visit_fact(v, objection ? FACT_OBJECTION_ANSWER : FACT_DECISION);
    fact.about = request->id;
    fact.person = request->person;
    if (request->person.len == 0) fact.unit = request->unit;
    fact.word = yes ? STR("setuju") : STR("tolak");
    fact.text = visit_field(v, "isi")->text;
    if (!objection) return fact;
    fact.word = yes ? STR("diterima") : STR("ditolak");
    if (fact.text.len == 0) fact.text = fact.word;
    return fact;
}

/* Who objects is promised an answer with a reason. */
static bool has_reason(Visit *v, const Fact *request)
{
    bool no = str_is(visit_field(v, "kata")->text, STR("tolak"));
    if (request->kind != FACT_OBJECTION || !no || visit_field(v, "isi")->given)
        return true;
    visit_refuse_with(v, ERR_INPUT,
                      "keberatan ditolak dengan alasan: tulis alasannya",
                      "an objection is refused with a reason: write it");
    return false;
}

void decide_do(Visit *v)
{
    Fact request;
    Recorded recorded;
    if (!find_request(v, &request) || !has_reason(v, &request)) return;
    Fact fact = answer_to(v, &request);
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, STR("/permintaan"),
             str_c(v->arena, visit_field(v, "kata")->text));
}
