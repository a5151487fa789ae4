/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_permit.h"

#include "app/my_finished.h"
#include "web/staff_part.h"

const FieldRule staff_permit_button_fields[2] = {
    STAFF_NUMBER,
    {"id", N_("Record"), FIELD_ID, .needed = true},
};

static const PartDone done_rows[] = {
    {"diminta", N_("The request is noted.")         },
    {"selesai", N_("It is noted that you are back.")},
    {"tarik",   N_("The request is taken back.")    },
};

/* ---- the list ------------------------------------------------------------
 */

static void put_ways(Page *page)
{
    static const struct {
        const char *path, *english;
    } ways[] = {
        {"/izin/keluar",      N_("Leave home during work")          },
        {"/izin/luar-daerah", N_("Leave the region")                },
        {"/izin/kantor",      N_("Come to the office on a home day")},
        {"/izin/dinas",       N_("Official trip")                   },
        {"/tukar",            N_("Swap a day")                      },
    };
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Ask for");
    page_put(page, HTML("</h2><ul class=\"pilihan\">"));
    for (size_t i = 0; i < COUNT(ways); i++) {
        page_put(page, HTML("<li><a href=\""));
        page_text(page, str_of(ways[i].path));
        page_put(page, HTML("\"><b>"));
        page_say(page, ways[i].english);
        page_put(page, HTML("</b></a></li>"));
    }
    page_put(page, HTML("</ul></section>\n"));
}

static void put_row(Page *page, const MyRequest *request)
{
    const Fact *f = request->request;
    bool swap = f->kind == FACT_SWAP;
    page_put(page, HTML("<li><div><b>"));
    page_link(page, staff_path(page, swap ? "/tukar/" : "/izin/", f->id, ""),
              said(&page->speech, staff_request_name(f->kind)));
    page_put(page, HTML("</b><span>"));
    page_text(page, staff_request_days(page, f));
    page_put(page, HTML(" "));
    page_text(page, staff_hours(page, f));
    page_put(page, HTML("</span></div>"));
    staff_put_request_tag(page, request);
    page_put(page, HTML("</li>"));
}

static void put_rows(Page *page, const MyDay *day)
{
    if (day->request_count == 0) {
        part_small(page, N_("You have asked for nothing in the last 31 days."));
        return;
    }
    page_put(page, HTML("<ul class=\"tl\">"));
    for (size_t i = 0; i < day->request_count; i++)
        put_row(page, &day->requests[i]);
    page_put(page, HTML("</ul>"));
}

void staff_permit_list(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/lainnya"};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Permits");
    put_rows(&page, &day);
    page_put(&page, HTML("</section>\n"));
    put_ways(&page);
    page_close(&page);
}

/* ---- one permit ----------------------------------------------------------
 */

static const MyRequest *find(Visit *v, const MyDay *day)
{
    FactId id = visit_field(v, "nomor")->id;
    for (size_t i = 0; i < day->request_count; i++) {
        const MyRequest *request = &day->requests[i];
        if (fact_id_is(request->request->id, id) && !request->of_me)
            return request;
    }
    staff_absent(v);
    return NULL;
}

static const char *purpose_said(Str word)
{
    if (str_is(word, STR("kesehatan"))) return N_("Health");
    if (str_is(word, STR("keselamatan"))) return N_("Safety");
    if (str_is(word, STR("pangan"))) return N_("Food");
    return N_("Another one");
}

static void put_fact(Page *page, const char *english, Str value)
{
    if (value.len > 0) part_row(page, english, value);
}

static void put_facts(Page *page, const Fact *f)
{
    part_rows(page);
    put_fact(page, N_("Days"), said_days(&page->speech, fact_days(f)));
    put_fact(page, N_("Hours"), staff_hours(page, f));
    if (f->kind == FACT_EXIT)
        put_fact(page, N_("Purpose"),
                 said(&page->speech, purpose_said(f->word)));
    put_fact(page, N_("Destination"), f->thing);
    put_fact(page, N_("Reason"), f->text);
    put_fact(page, N_("Priority"), f->priority);
    put_fact(page, N_("Why it is urgent"), f->urgency);
    put_fact(page, N_("Asked for"), staff_when(page, f));
    part_rows_end(page);
}

static void put_answer(Page *page, const MyRequest *request)
{
    const Fact *answer = request->answer;
    Str superior = staff_superior(page);
    page_put(page, HTML("<p>"));
    if (answer != NULL)
        PAGE_SAY(page, "Decided {when} by {who}. {text}",
                 {"when", staff_when(page, answer)},
                 {"who", staff_name(page, answer->actor)},
                 {"text", answer->text});
    else if (request->state == MY_ASKED && superior.len > 0)
        PAGE_SAY(page,
                 "{who} decides, or the head of a unit above, or the personnel "
                 "board.",
                 {"who", superior});
    else if (request->state == MY_ALLOWED)
        page_say(page, "The rule allows this purpose; nobody has to decide.");
    page_put(page, HTML("</p>"));
}

static bool holds(const MyRequest *request)
{
    return request->state == MY_ALLOWED || request->state == MY_GRANTED;
}

static void put_end(Page *page, const MyRequest *request)
{
    const Visit *v = page->visit;
    const Fact *f = request->request;
    if (!holds(request) || date_before(v->today, fact_days(f).first)) return;
    const Fact *end = my_finished(page->arena, v->view, v->person, f->id);
    if (end == NULL) {
        staff_put_button(page, staff_path(page, "/izin/", f->id, "/selesai"),
                         f->kind == FACT_EXIT ? N_("I am back")
                                              : N_("It is finished"),
                         true);
        return;
    }
    page_put(page, HTML("<p class=\"sudah tenang\">"));
    PAGE_SAY(page, "Finished {when}.", {"when", staff_when(page, end)});
    page_put(page, HTML("</p>"));
}

void staff_permit_put_withdrawal(Page *page, const MyRequest *request)
{
    const Visit *v = page->visit;
    const Fact *f = request->request;
    bool open = request->state != MY_WITHDRAWN && request->state != MY_LAPSED &&
                request->state != MY_REFUSED &&
                !date_before(fact_days(f).last, v->today);
    if (!open) return;
    if (date_is(f->day, v->today) && str_is(f->actor, v->actor))
        staff_put_button(page, staff_path(page, "/izin/", f->id, "/tarik"),
                         N_("Take the request back"), false);
    else
        part_small(page, N_("To take it back, ask your superior: one's own "
                            "word is changed on its day only."));
}

static void put_permit(Page *page, const MyRequest *request)
{
    page_put(page, HTML("<section class=\"blk\"><p class=\"crumb\">"
                        "<a href=\"/izin\">"));
    page_say(page, "Permits");
    page_put(page, HTML("</a></p>"));
    page_heading(page, staff_request_name(request->request->kind));
    staff_put_request_tag(page, request);
    put_facts(page, request->request);
    put_answer(page, request);
    put_end(page, request);
    staff_permit_put_withdrawal(page, request);
    page_put(page, HTML("</section>\n"));
}

void staff_permit_show(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/lainnya", .title = N_("Permits")};
    if (!staff_day(v, v->today, &day)) return;
    const MyRequest *request = find(v, &day);
    if (request == NULL) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    put_permit(&page, request);
    page_close(&page);
}

/* ---- closing, taking back ------------------------------------------------
 */

static void go_to(Visit *v, FactKind kind, FactId id, const char *done)
{
    char text[FACT_ID_TEXT];
    visit_go(v,
             str_format(v->arena, "%s%s",
                        kind == FACT_SWAP ? "/tukar/" : "/izin/",
                        fact_id_text(id, text)),
             done);
}

void staff_permit_finish(Visit *v)
{
    Recorded recorded;
    Fact asked;
    Fact fact = visit_fact(v, FACT_FINISHED);
    if (!staff_fact(v,
                    STAFF_KIND(EXIT) | STAFF_KIND(TRAVEL) | STAFF_KIND(VISIT) |
                        STAFF_KIND(TRIP),
                    &asked))
        return;
    fact.person = v->actor;
    fact.about = asked.id;
    if (visit_record(v, &fact, STR(""), &recorded))
        go_to(v, asked.kind, asked.id, "selesai");
}

void staff_permit_withdraw(Visit *v)
{
    Recorded recorded;
    Fact asked;
    Fact fact = visit_fact(v, FACT_CORRECTION);
    if (!staff_fact(v,
                    STAFF_KIND(EXIT) | STAFF_KIND(TRAVEL) | STAFF_KIND(VISIT) |
                        STAFF_KIND(TRIP) | STAFF_KIND(SWAP),
                    &asked))
        return;
    fact.person = v->actor;
    fact.about = asked.id;
    fact.word = STR("batal");
    fact.text = STR("ditarik oleh pemohon");
    if (visit_record(v, &fact, STR(""), &recorded))
        go_to(v, asked.kind, asked.id, "tarik");
}
