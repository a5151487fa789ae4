/* SPDX-License-Identifier: Apache-2.0 */
/*
 * today_above.c - above the sentence of the day: what was just done, and who
 * waits for a word.
 */
#include "web/today_part.h"

/* ---- what was just done --------------------------------------------------
 */

static const PartDone done_rows[] = {
    {"laporan", N_("The report is sent.")                           },
    {"tugas",   N_("The task is done. It will stand in the report.")},
    {"siap",    N_("You have answered the recall.")                 },
    {"jawab",   N_("The call is answered.")                         },
    {"dibaca",  N_("Noted as read.")                                },
    {"koreksi", N_("The correction is noted.")                      },
    {"alasan",  N_("The reason is noted beside the check-in.")      },
};

static const char *where_noted(Str word)
{
    if (str_is(word, STR("rumah"))) return N_("Noted at home.");
    if (str_is(word, STR("lapangan"))) return N_("Noted in the field.");
    if (str_is(word, STR("dinas"))) return N_("Noted on a trip.");
    return N_("Noted at the office.");
}

static void put_checked_in(Page *page, const MyDay *day)
{
    bool late = today_late(day) > 0;
    page_put(page, HTML("<p class=\"sudah\" role=\"status\">"));
    today_put_presence(page, day);
    page_put(page, HTML(" "));
    page_say(page, where_noted(day->in_word));
    page_put(page, HTML(" "));
    page_link_say(page, STR("/hadir"),
                  late ? N_("Add a reason?") : N_("See the record"));
    page_put(page, HTML("</p>\n"));
    part_install(page, HTML(" data-kali=\"5\""));
}

static void put_done(Page *page, const MyDay *day)
{
    Str done = visit_done(page->visit);
    bool in = str_is(done, STR("hadir")) && day->in != NULL;
    bool out = str_is(done, STR("pulang")) && day->out != NULL;
    part_done(page, done_rows, COUNT(done_rows));
    if (in) put_checked_in(page, day);
    if (!out) return;
    page_put(page, HTML("<p class=\"sudah\" role=\"status\">"));
    PAGE_SAY(page, "*Checked out {time}.* Have a good rest.",
             {"time", said_minute(&page->speech, day->out_minute)});
    page_put(page, HTML("</p>\n"));
}

/* ---- recalls -------------------------------------------------------------
 */

static void put_recall(Page *page, const Fact *f)
{
    page_put(page, HTML("<section class=\"pan\"><b>"));
    if (f->from >= 0)
        PAGE_SAY(page, "Called to the office on {day}, {time}",
                 {"day", said_date(&page->speech, f->days.first)},
                 {"time", said_minute(&page->speech, f->from)});
    else
        PAGE_SAY(page, "Called to the office on {day}",
                 {"day", said_date(&page->speech, f->days.first)});
    page_put(page, HTML("</b>"));
    PAGE_SAY(page, "{reason} From {who}.", {"reason", f->text},
             {"who", staff_name(page, f->actor)});
    form_open_outbox(page, staff_path(page, "/panggilan/", f->id, ""),
                     N_("Got it"));
    page_put(page, HTML("<button class=\"btn\" name=\"kata\" value=\"siap\">"));
    page_say(page, "Got it");
    page_put(page, HTML("</button> "));
    page_link_say(page, staff_path(page, "/panggilan/", f->id, ""),
                  "More about it");
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

static void put_recalls(Page *page, const MyDay *day)
{
    for (size_t i = 0; i < day->recall_count; i++) {
        const MyRecall *recall = &day->recalls[i];
        if (recall->ack == NULL && recall->arrival == NULL)
            put_recall(page, recall->recall);
    }
}

/* ---- calls ---------------------------------------------------------------
 */

static void put_call_words(Page *page, const MyCall *call)
{
    Str time = said_minute(&page->speech, call->minute);
    int until = call->minute + call->within;
    page_put(page, HTML("<b>"));
    PAGE_SAY(page, "{who} called you at {time}",
             {"who", staff_name(page, call->call->actor)}, {"time", time});
    page_put(page, HTML("</b>"));
    if (call->call->text.len > 0) {
        page_put(page, HTML("<p>"));
        page_text(page, call->call->text);
        page_put(page, HTML("</p>"));
    }
    if (call->within > 0 && call->waited <= call->within)
        PAGE_SAY(page, "Answer by {time}.",
                 {"time", said_minute(&page->speech, until)});
    else
        page_say(page, "You can still answer.");
}

static void put_call(Page *page, const MyCall *call)
{
    page_put(page, HTML("<section class=\"pan\">"));
    put_call_words(page, call);
    form_open_outbox(page, staff_path(page, "/jawab/", call->call->id, ""),
                     N_("Answer"));
    page_put(page, HTML("<button class=\"btn\">"));
    page_say(page, "I am here");
    page_put(page, HTML("</button> "));
    page_link_say(page, staff_path(page, "/jawab/", call->call->id, ""),
                  "Answer with words");
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

static void put_calls(Page *page, const MyDay *day)
{
    for (size_t i = 0; i < day->call_count; i++) {
        if (day->calls[i].answer == NULL) put_call(page, &day->calls[i]);
    }
}

/* ---- who asks for a swap -------------------------------------------------
 */

static void put_swaps(Page *page, const MyDay *day)
{
    for (size_t i = 0; i < day->request_count; i++) {
        const MyRequest *request = &day->requests[i];
        if (!request->of_me || request->state != MY_ASKED) continue;
        page_put(page, HTML("<section class=\"pan lain\"><b>"));
        PAGE_SAY(page, "{who} asks to swap days with you",
                 {"who", staff_name(page, request->request->person)});
        page_put(page, HTML("</b>"));
        page_link_say(page,
                      staff_path(page, "/tukar/", request->request->id, ""),
                      "Look and answer");
        page_put(page, HTML("</section>\n"));
    }
}

void today_put_above(Page *page, const MyDay *day)
{
    put_done(page, day);
    put_recalls(page, day);
    put_calls(page, day);
    put_swaps(page, day);
}
