/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decide.c - H7: permits, visits, trips, swaps and objections that wait for a
 * word.
 */
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

const FieldRule decide_fields[4] = {
    {"id",         N_("Record"),      FIELD_ID,     .needed = true     },
    {"permohonan", N_("Request"),     FIELD_ID,     .needed = true     },
    {"kata",       N_("Your answer"), FIELD_CHOICE, .needed = true,
     .choices = "setuju|tolak"},
    {"isi",            N_("Note"),                         FIELD_LINE,                .most = 300},
};

/* ---- a request
 * -------------------------------------------------------------------- */

static void put_days(Page *page, const Fact *request)
{
    if (window_is_empty(request->days)) return;
    page_put(page, HTML("<span class=\"mut\">"));
    if (date_is(request->days.first, request->days.last))
        page_text(page, said_date(&page->speech, request->days.first));
    else
        PAGE_SAY(page, "{first} to {last}",
                 {"first", said_day_month(&page->speech, request->days.first)},
                 {"last", said_day_month(&page->speech, request->days.last)});
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

static void put_answer(Page *page, const UnitRequest *request)
{
    if (!request->may) {
        part_small(page, N_("Somebody else decides this one."));
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
    page_say(page, "Note (may stay empty)");
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
    put_answer(page, request);
    part_close(page);
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
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < now.request_count; i++) {
            if (now.requests[i].may == (pass == 0))
                put_request(&page, &now.requests[i]);
        }
    }
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

void decide_do(Visit *v)
{
    Fact request;
    Recorded recorded;
    if (!find_request(v, &request)) return;
    Fact fact = answer_to(v, &request);
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, STR("/permintaan"),
             str_c(v->arena, visit_field(v, "kata")->text));
}
