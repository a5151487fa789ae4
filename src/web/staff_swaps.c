/* SPDX-License-Identifier: Apache-2.0 */
/*
 * staff_swaps.c - a swap that was asked for: by me, or of me.
 */
#include "web/staff_part.h"
#include "web/staff_permit.h"
#include "web/staff_swap.h"

const FieldRule staff_swap_answer_fields[4] = {
    STAFF_NUMBER,
    {"id",   N_("Record"),      FIELD_ID,     .needed = true },
    {"kata", N_("Your answer"), FIELD_CHOICE, .needed = true,
      .choices = "setuju|tolak"},
    {"isi",      N_("Reason"),                   FIELD_LINE,              .most = 200},
};

static const MyRequest *find(Visit *v, const MyDay *day)
{
    FactId id = visit_field(v, "nomor")->id;
    for (size_t i = 0; i < day->request_count; i++) {
        const MyRequest *request = &day->requests[i];
        if (request->request->kind == FACT_SWAP &&
            fact_id_is(request->request->id, id))
            return request;
    }
    staff_absent(v);
    return NULL;
}

/* ---- the days ------------------------------------------------------------
 */

static PersonId person_of(const Page *page, Str code)
{
    const Register *r = &page->visit->view->office->r;
    return (PersonId){map_find(&r->person_codes, code)};
}

static void put_cell(Page *page, PersonId person, Date day)
{
    char letter = PLACED_NONE;
    if (person.index != NO_INDEX)
        letter = live_plan_cell(page->visit->view, person, day);
    page_put(page, HTML("<td>"));
    page_chip_word(page, letter);
    page_put(page, HTML("</td>"));
}

static void put_day(Page *page, const Fact *f, Date day)
{
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, staff_short_day(page, day));
    page_put(page, HTML("</th>"));
    put_cell(page, person_of(page, f->person), day);
    put_cell(page, person_of(page, f->thing), day);
    page_put(page, HTML("</tr>\n"));
}

/* As the plan has it now: before the decision what it was, then what came. */
static void put_days(Page *page, const Fact *f)
{
    page_put(page, HTML("<table class=\"tukar\"><caption>"));
    page_say(page, "The plan as it stands now");
    page_put(page, HTML("</caption><thead><tr><th scope=\"col\">"));
    page_say(page, "Day");
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_text(page, staff_name(page, f->person));
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_text(page, staff_name(page, f->thing));
    page_put(page, HTML("</th></tr></thead><tbody>"));
    put_day(page, f, f->days.first);
    if (!date_is(f->days.first, f->days.last)) put_day(page, f, f->days.last);
    page_put(page, HTML("</tbody></table>\n"));
}

/* ---- what can be said ----------------------------------------------------
 */

static void put_answer_form(Page *page, const Fact *f)
{
    page_put(page, HTML("<p>"));
    page_say(page, "If you agree, your superior decides. Both days change "
                   "places: who is at the office stays at home, and the other "
                   "way round.");
    page_put(page, HTML("</p>"));
    form_open_id(page, staff_path(page, "/tukar/", f->id, "/jawab"));
    form_field(page, &(FormField){.name = "isi", .label = N_("Note")});
    page_put(page, HTML("<div class=\"aksi\">"));
    form_button_named(page, "Agree", "kata", STR("setuju"), true);
    form_button_named(page, "Decline", "kata", STR("tolak"), false);
    page_put(page, HTML("</div>"));
    form_close(page);
}

static void put_word(Page *page, const MyRequest *request)
{
    const Fact *answer = request->answer;
    if (answer == NULL) return;
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "{who}, {when}: {word}. {text}",
             {"who", staff_name(page, answer->actor)},
             {"when", staff_when(page, answer)},
             {"word", said(&page->speech, str_is(answer->word, STR("setuju"))
                                              ? N_("agrees")
                                              : N_("declines"))},
             {"text", answer->text});
    page_put(page, HTML("</p>"));
}

static void put_swap(Page *page, const MyRequest *request)
{
    const Fact *f = request->request;
    page_put(page, HTML("<section class=\"blk\"><p class=\"crumb\">"
                        "<a href=\"/tukar\">"));
    page_say(page, "Swap a day");
    page_put(page, HTML("</a></p><h1>"));
    if (request->of_me)
        PAGE_SAY(page, "{who} asks to swap days with you",
                 {"who", staff_name(page, f->person)});
    else
        PAGE_SAY(page, "Swap with {who}", {"who", staff_name(page, f->thing)});
    page_put(page, HTML("</h1>"));
    staff_put_request_tag(page, request);
    put_days(page, f);
    if (f->text.len > 0) page_element(page, "blockquote", f->text);
    put_word(page, request);
    if (request->of_me && request->state == MY_ASKED) put_answer_form(page, f);
    if (!request->of_me) staff_permit_put_withdrawal(page, request);
    page_put(page, HTML("</section>\n"));
}

static const PartDone done_rows[] = {
    {"diminta", N_("The swap is asked for. Your colleague is asked first.")},
    {"jawab",   N_("Your answer is noted.")                                },
    {"tarik",   N_("The request is taken back.")                           },
};

static void show(Visit *v, const Err *why)
{
    MyDay day;
    PageHead head = {.here = "/lainnya", .title = N_("Swap of days")};
    if (!staff_day(v, v->today, &day)) return;
    const MyRequest *request = find(v, &day);
    if (request == NULL) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    form_faults(&page);
    part_failure(&page, why);
    put_swap(&page, request);
    page_close(&page);
}

void staff_swap_show(Visit *v)
{
    show(v, NULL);
}

void staff_swap_answer(Visit *v)
{
    char text[FACT_ID_TEXT];
    Fact fact = visit_fact(v, FACT_ANSWER);
    if (staff_faults(v, show)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "nomor")->id;
    fact.word = visit_field(v, "kata")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!staff_write(v, &fact, show)) return;
    visit_go(v,
             str_format(v->arena, "/tukar/%s", fact_id_text(fact.about, text)),
             "jawab");
}
