/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_recall.h"

#include "web/staff_part.h"

const FieldRule staff_recall_fields[6] = {
    STAFF_NUMBER,
    FIELD_OUTBOX,
    {"kata", N_("Your answer"), FIELD_CHOICE, .needed = true,
      .choices = "siap|tidak dapat"},
    {"isi",      N_("Reason"),                   FIELD_LINE,              .most = 200},
};
const FieldRule staff_call_fields[5] = {
    STAFF_NUMBER,
    FIELD_OUTBOX,
    {"isi", N_("Your answer"), FIELD_LINE, .most = 500},
};

/* ---- called to the office ------------------------------------------------
 */

/* What is known of it today; false: its days are over, or it was taken back. */
static bool recall_of(const MyDay *day, const Fact *fact, MyRecall *out)
{
    *out = (MyRecall){.recall = fact};
    for (size_t i = 0; i < day->recall_count; i++) {
        if (!fact_id_is(day->recalls[i].recall->id, fact->id)) continue;
        *out = day->recalls[i];
        return true;
    }
    return false;
}

/* Its last day is over, or its hour on that day. */
static bool is_past(const MyDay *day, const Fact *f)
{
    int until = f->to >= 0 ? f->to : f->from;
    if (!date_is(f->days.last, day->day))
        return date_before(f->days.last, day->day);
    return until >= 0 && day->minute > until;
}

static void put_who(Page *page, const Fact *f)
{
    Str when = str_format(page->arena, "%.*s %.*s",
                          STR_ARG(said_days(&page->speech, f->days)),
                          STR_ARG(staff_hours(page, f)));
    part_rows(page);
    part_row(page, N_("Who calls"), staff_name(page, f->actor));
    part_row(page, N_("When"), when);
    part_row(page, N_("What for"), f->text);
    if (f->thing.len > 0) part_row(page, N_("Where"), f->thing);
    part_rows_end(page);
}

static void put_said(Page *page, const MyRecall *recall)
{
    if (recall->arrival != NULL) {
        page_put(page, HTML("<p class=\"sudah\">"));
        PAGE_SAY(page, "You arrived {when}.",
                 {"when", staff_when(page, recall->arrival)});
        page_put(page, HTML("</p>"));
    }
    if (recall->ack == NULL) return;
    bool ready = str_is(recall->ack->word, STR("siap"));
    page_put(page, HTML("<p class=\"sudah tenang\">"));
    if (ready)
        PAGE_SAY(page, "You said that you come, {when}.",
                 {"when", staff_when(page, recall->ack)});
    else
        PAGE_SAY(page, "You said that you cannot come, {when}. {reason}",
                 {"when", staff_when(page, recall->ack)},
                 {"reason", recall->ack->text});
    page_put(page, HTML("</p>"));
}

static void put_cannot(Page *page, const Fact *f)
{
    page_put(page, HTML("<details><summary>"));
    page_say(page, "I cannot come");
    page_put(page, HTML("</summary>"));
    form_open_outbox(page, staff_path(page, "/panggilan/", f->id, ""),
                     N_("Answer"));
    form_hidden(page, "kata", STR("tidak dapat"));
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Why not"),
                                  .hint = N_("No details of your health are "
                                             "needed.")});
    staff_put_submit(page, N_("Say that I cannot come"));
    form_close(page);
    page_put(page, HTML("</details>\n"));
}

static void put_got_it(Page *page, const MyRecall *recall)
{
    if (recall->ack != NULL) return;
    form_open_outbox(page,
                     staff_path(page, "/panggilan/", recall->recall->id, ""),
                     N_("Got it"));
    page_put(page, HTML("<button class=\"btn big\" name=\"kata\" "
                        "value=\"siap\">"));
    page_say(page, "Got it");
    page_put(page, HTML("</button>"));
    form_close(page);
}

static void put_arrival(Page *page, const MyDay *day, const MyRecall *recall)
{
    if (!window_has(recall->recall->days, day->day) || recall->arrival != NULL)
        return;
    form_open_outbox(
        page, staff_path(page, "/panggilan/", recall->recall->id, "/tiba"),
        N_("I have arrived"));
    page_put(page, recall->ack == NULL
                       ? HTML("<button class=\"btn alt lebar\">")
                       : HTML("<button class=\"btn big\">"));
    page_say(page, "I have arrived");
    page_put(page, HTML("</button>"));
    form_close(page);
}

static void put_state(Page *page, const MyDay *day, const Fact *f, bool known)
{
    if (is_past(day, f))
        part_small(page, N_("The time of this call is past."));
    else if (!known)
        part_small(page, N_("This call was taken back. You need not come."));
}

static void put_recall(Page *page, const MyDay *day, const Fact *f)
{
    MyRecall recall;
    bool known = recall_of(day, f, &recall);
    page_put(page, HTML("<section class=\"blk panggil\"><h1>"));
    PAGE_SAY(page, "Called to the office on {day}",
             {"day", said_date(&page->speech, f->days.first)});
    page_put(page, HTML("</h1>"));
    put_said(page, &recall);
    put_state(page, day, f, known);
    put_who(page, f);
    if (known) {
        put_got_it(page, &recall);
        put_arrival(page, day, &recall);
        if (recall.ack == NULL || str_is(recall.ack->word, STR("siap")))
            put_cannot(page, f);
    }
    page_put(page, HTML("</section>\n"));
}

static const PartDone done_rows[] = {
    {"tiba",        N_("Your arrival is noted.")       },
    {"siap",        N_("You have answered the recall.")},
    {"tidak-dapat", N_("It is noted that you cannot come. Who called you "
                       "sees it.")  },
};

static void show_recall(Visit *v, const Err *why)
{
    MyDay day;
    Fact *fact = NEW(v->arena, Fact, 1);
    PageHead head = {
        .here = "/", .modules = "kotak", .title = N_("Called to the office")};
    if (!staff_fact(v, STAFF_KIND(RECALL), fact) ||
        !staff_day(v, v->today, &day))
        return;
    Page page = page_open(v, &head);
    form_faults(&page);
    part_failure(&page, why);
    part_done(&page, done_rows, COUNT(done_rows));
    put_recall(&page, &day, fact);
    page_close(&page);
}

void staff_recall_show(Visit *v)
{
    show_recall(v, NULL);
}

static Str path_of(const Visit *v, const char *before)
{
    char text[FACT_ID_TEXT];
    return str_format(v->arena, "%s%s", before,
                      fact_id_text(visit_field(v, "nomor")->id, text));
}

/* "Got it" goes back to the day; who cannot come reads what was noted. */
void staff_recall_answer(Visit *v)
{
    Fact fact = visit_fact(v, FACT_RECALL_ACK);
    if (staff_faults(v, show_recall)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "nomor")->id;
    fact.word = visit_field(v, "kata")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!staff_write(v, &fact, show_recall)) return;
    if (str_is(fact.word, STR("siap")))
        visit_go(v, STR("/"), "siap");
    else
        visit_go(v, path_of(v, "/panggilan/"), "tidak-dapat");
}

void staff_recall_arrive(Visit *v)
{
    Fact fact = visit_fact(v, FACT_ARRIVAL);
    if (staff_faults(v, show_recall)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "nomor")->id;
    if (staff_write(v, &fact, show_recall))
        visit_go(v, path_of(v, "/panggilan/"), "tiba");
}

/* ---- called, and an answer is owed ---------------------------------------
 */

static const MyCall *call_of(const MyDay *day, FactId id)
{
    for (size_t i = 0; i < day->call_count; i++) {
        if (fact_id_is(day->calls[i].call->id, id)) return &day->calls[i];
    }
    return NULL;
}

static void put_answered(Page *page, const MyCall *call)
{
    page_put(page, HTML("<p class=\"sudah tenang\">"));
    PAGE_SAY(page, "Answered {when}. {text}",
             {"when", staff_when(page, call->answer)},
             {"text", call->answer->text});
    page_put(page, HTML("</p>"));
}

static void put_clock(Page *page, const MyCall *call)
{
    int until = call->minute + call->within;
    bool late = call->waited > call->within;
    if (call->within <= 0) return;
    page_put(page, HTML("<p>"));
    if (late)
        PAGE_SAY(page, "The answer was due by {time}. You can still answer.",
                 {"time", said_minute(&page->speech, until)});
    else
        PAGE_SAY(page, "Answer by {time}.",
                 {"time", said_minute(&page->speech, until)});
    page_put(page, HTML("</p>"));
}

static void put_call_form(Page *page, const Fact *fact)
{
    form_open_outbox(page, staff_path(page, "/jawab/", fact->id, ""),
                     N_("Answer"));
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Your answer"),
                                  .hint = N_("It may stay empty: then it "
                                             "says that you are here.")});
    form_button(page, "Answer");
    form_close(page);
}

static void put_call(Page *page, const MyDay *day, const Fact *fact)
{
    const MyCall *call = call_of(day, fact->id);
    page_put(page, HTML("<section class=\"blk\"><h1>"));
    PAGE_SAY(page, "Called by {who}", {"who", staff_name(page, fact->actor)});
    page_put(page, HTML("</h1><p>"));
    PAGE_SAY(page, "{when}, by {how}", {"when", staff_when(page, fact)},
             {"how", fact->word.len > 0 ? fact->word : STR("aplikasi")});
    page_put(page, HTML("</p>"));
    if (fact->text.len > 0) page_element(page, "blockquote", fact->text);
    if (call == NULL) {
        part_small(page, N_("The day of this call is over."));
    } else if (call->answer != NULL) {
        put_answered(page, call);
    } else {
        put_clock(page, call);
        put_call_form(page, fact);
    }
    page_put(page, HTML("</section>\n"));
}

static void show_call(Visit *v, const Err *why)
{
    MyDay day;
    Fact *fact = NEW(v->arena, Fact, 1);
    PageHead head = {
        .here = "/", .modules = "kotak", .title = N_("Call to answer")};
    if (!staff_fact(v, STAFF_KIND(CONTACT), fact) ||
        !staff_day(v, v->today, &day))
        return;
    Page page = page_open(v, &head);
    form_faults(&page);
    part_failure(&page, why);
    put_call(&page, &day, fact);
    page_close(&page);
}

void staff_call_show(Visit *v)
{
    show_call(v, NULL);
}

void staff_call_answer(Visit *v)
{
    Fact fact = visit_fact(v, FACT_ANSWER);
    if (staff_faults(v, show_call)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "nomor")->id;
    fact.text = visit_field(v, "isi")->text;
    if (staff_write(v, &fact, show_call)) visit_go(v, STR("/"), "jawab");
}
