/* SPDX-License-Identifier: Apache-2.0 */
#include "web/presence.h"

#include "web/today_part.h"

#define PLACE_CHOICES "kantor|rumah|lapangan|dinas"

const FieldRule presence_fields[6] = {
    FIELD_OUTBOX,
    {"kata", N_("Place"), FIELD_CHOICE, .choices = PLACE_CHOICES},
    {"lokasi", N_("Location"), FIELD_CHOICE,
     .choices = "dalam|luar|tidak diketahui"},
    {"isi", N_("Note"), FIELD_LINE, .most = 200},
};
const FieldRule presence_reason_fields[3] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"tentang", N_("Record"), FIELD_ID, .needed = true},
    {"alasan", N_("Reason"), FIELD_LINE, .needed = true, .most = 200},
};
const FieldRule presence_correction_fields[6] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"tentang", N_("Record"), FIELD_ID, .needed = true},
    {"kata", N_("What is wrong?"), FIELD_CHOICE, .needed = true,
     .choices = "tempat|jam|batal"},
    {"tempat", N_("Place"), FIELD_CHOICE, .choices = PLACE_CHOICES},
    {"jam", N_("Time"), FIELD_MINUTE, .needed = false},
    {"isi", N_("Reason"), FIELD_LINE, .needed = true, .most = 200},
};

/* ---- noting --------------------------------------------------------------
 */

static Fact note(Visit *v, FactKind kind)
{
    Fact fact = visit_fact(v, kind);
    fact.person = v->actor;
    fact.word = visit_field(v, "kata")->text;
    fact.place = visit_field(v, "lokasi")->text;
    fact.text = visit_field(v, "isi")->text;
    return fact;
}

static Fact check_in(Visit *v)
{
    return note(v, FACT_CHECK_IN);
}

static Fact check_out(Visit *v)
{
    return note(v, FACT_CHECK_OUT);
}

static void checked_in(Visit *v, const Recorded *recorded)
{
    (void)recorded;
    visit_go(v, STR("/"), "hadir");
}

static void checked_out(Visit *v, const Recorded *recorded)
{
    (void)recorded;
    visit_go(v, STR("/"), "pulang");
}

const RouteSaying presence_in = {check_in, checked_in};
const RouteSaying presence_out = {check_out, checked_out};

/* ---- what was noted ------------------------------------------------------
 */

const char *presence_place(Str word)
{
    if (str_is(word, STR("rumah"))) return N_("At home");
    if (str_is(word, STR("lapangan"))) return N_("In the field");
    if (str_is(word, STR("dinas"))) return N_("On a trip");
    return N_("At the office");
}

/* By both clocks, as they were; the corrected minute stands in the heading. */
static void put_proof(Page *page, const Fact *fact, Str word)
{
    Zone zone = staff_zone(page);
    part_rows(page);
    if (word.len > 0)
        part_row(page, N_("Place"), said(&page->speech, presence_place(word)));
    part_row(page, N_("Time on the server"),
             said_time(&page->speech, zone, fact->received));
    if (fact->at.us != 0)
        part_row(page, N_("Time on the phone"),
                 said_time(&page->speech, zone, fact->at));
    part_row(page, N_("Noted through"),
             channel_word(fact->channel, page->speech.lang));
    if (!str_is(fact->actor, fact->person))
        part_row(page, N_("Noted by"), staff_name(page, fact->actor));
    if (fact->text.len > 0) part_row(page, N_("Note"), fact->text);
    part_rows_end(page);
}

static void put_reason_form(Page *page, const Fact *in)
{
    char text[FACT_ID_TEXT];
    form_open_id(page, STR("/hadir/alasan"));
    form_hidden(page, "tentang", str_of(fact_id_text(in->id, text)));
    form_field(page, &(FormField){.name = "alasan",
                                  .label = N_("Add a reason"),
                                  .hint = N_("It stands beside the record "
                                             "for your superior to read."),
                                  .needed = true});
    form_button(page, "Add the reason");
    form_close(page);
}

/* ---- one's own correction ------------------------------------------------
 */

static void put_place_choices(Page *page, Str word)
{
    FormChoice choices[4];
    Str rest = STR(PLACE_CHOICES), one = {0};
    for (size_t i = 0; i < COUNT(choices) && str_next(&rest, '|', &one); i++)
        choices[i] = (FormChoice){one,
                                  said(&page->speech, presence_place(one)),
                                  {0},
                                  str_is(one, word)};
    form_select(page, "tempat", "Right place", choices, COUNT(choices));
}

static void put_change_choices(Page *page)
{
    const Speech *speech = &page->speech;
    FormChoice choices[] = {
        {STR("tempat"), said(speech, "The place is wrong"), {0}, true},
        {STR("jam"), said(speech, "The time is wrong"), {0}, false},
        {STR("batal"), said(speech, "Take this record out"), {0}, false},
    };
    form_radios(page, "kata", "What is wrong?", choices, COUNT(choices));
}

static void put_correction(Page *page, const Fact *fact, Str word, int minute)
{
    char text[FACT_ID_TEXT];
    page_put(page, HTML("<details class=\"koreksi\"><summary>"));
    page_say(page, "Is this record wrong?");
    page_put(page, HTML("</summary>"));
    form_open_id(page, STR("/hadir/koreksi"));
    form_hidden(page, "tentang", str_of(fact_id_text(fact->id, text)));
    put_change_choices(page);
    put_place_choices(page, word);
    form_field(page, &(FormField){.name = "jam",
                                  .label = N_("Right time"),
                                  .hint = N_("Hours and minutes, such as "
                                             "07.30"),
                                  .value = said_minute(&page->speech, minute)});
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("Reason"),
                                  .hint = N_("The record stays; your "
                                             "correction stands beside it."),
                                  .needed = true});
    staff_put_submit(page, N_("Correct"));
    form_close(page);
    page_put(page, HTML("</details>\n"));
}

static bool is_mine(const Page *page, const Fact *fact)
{
    return str_is(fact->actor, page->visit->actor) &&
           date_is(fact->day, page->visit->today);
}

/* ---- the page ------------------------------------------------------------
 */

static void put_in(Page *page, const MyDay *day)
{
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    PAGE_SAY(page, "Checked in {time}",
             {"time", said_minute(&page->speech, day->in_minute)});
    page_put(page, HTML("</h2>"));
    put_proof(page, day->in, day->in_word);
    if (is_mine(page, day->in))
        put_correction(page, day->in, day->in_word, day->in_minute);
    page_put(page, HTML("</section>\n"));
}

static void put_out(Page *page, const MyDay *day)
{
    if (day->out == NULL) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    PAGE_SAY(page, "Checked out {time}",
             {"time", said_minute(&page->speech, day->out_minute)});
    page_put(page, HTML("</h2>"));
    put_proof(page, day->out, day->out->word);
    page_put(page, HTML("</section>\n"));
}

static void put_late(Page *page, const MyDay *day)
{
    if (today_late(day) <= 0) return;
    page_put(page, HTML("<section class=\"blk\"><p>"));
    today_put_presence(page, day);
    page_put(page, HTML("</p>"));
    put_reason_form(page, day->in);
    page_put(page, HTML("</section>\n"));
}

/* Before checking in: where, if not as the plan has it. */
static void put_elsewhere(Page *page, const MyDay *day)
{
    FormChoice choices[4];
    Str rest = STR(PLACE_CHOICES), one = {0};
    Str planned = day->letter == PLACED_HOME ? STR("rumah") : STR("kantor");
    for (size_t i = 0; i < COUNT(choices) && str_next(&rest, '|', &one); i++)
        choices[i] = (FormChoice){one,
                                  said(&page->speech, presence_place(one)),
                                  {0},
                                  str_is(one, planned)};
    page_put(page, HTML("<section class=\"blk\">"));
    form_open_outbox(page, STR("/hadir"), N_("Check in"));
    form_radios(page, "kata", "Where are you working?", choices,
                COUNT(choices));
    form_field(page, &(FormField){.name = "isi", .label = N_("Note")});
    form_button(page, "Check in");
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

static const PartDone done_rows[] = {
    {"alasan", N_("The reason is noted beside the check-in.")},
    {"koreksi", N_("The correction is noted.")},
};

static void put_all(Page *page, const MyDay *day)
{
    page_put(page, HTML("<section class=\"blk\"><p class=\"crumb\">"));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</p>"));
    page_heading(page, "Presence");
    if (day->in == NULL) part_small(page, N_("Nothing is noted yet today."));
    page_put(page, HTML("</section>\n"));
    if (day->in == NULL) {
        put_elsewhere(page, day);
        return;
    }
    put_late(page, day);
    put_in(page, day);
    put_out(page, day);
    page_put(page, HTML("<p class=\"tutup\"><a class=\"btn\" href=\"/\">"));
    page_say(page, "Done");
    page_put(page, HTML("</a></p>\n"));
}

static void show(Visit *v, const Err *why)
{
    MyDay day;
    PageHead head = {.here = "/", .modules = "kotak", .title = N_("Presence")};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    form_faults(&page);
    part_failure(&page, why);
    part_done(&page, done_rows, COUNT(done_rows));
    put_all(&page, &day);
    page_close(&page);
}

void presence_show(Visit *v)
{
    show(v, NULL);
}

/* ---- beside it -----------------------------------------------------------
 */

void presence_give_reason(Visit *v)
{
    Fact fact = visit_fact(v, FACT_MESSAGE);
    if (staff_faults(v, show)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "tentang")->id;
    fact.text = visit_field(v, "alasan")->text;
    if (staff_write(v, &fact, show)) visit_go(v, STR("/hadir"), "alasan");
}

/* What the choice changes; false: the new value was not given. */
static bool take_change(const Visit *v, Fact *fact)
{
    Str change = visit_field(v, "kata")->text;
    fact->word = STR("ganti");
    if (str_is(change, STR("batal"))) {
        fact->word = change;
        return true;
    }
    if (str_is(change, STR("tempat"))) {
        fact->thing = visit_field(v, "tempat")->text;
        return fact->thing.len > 0;
    }
    fact->from = (int16_t)visit_field(v, "jam")->minute;
    return visit_field(v, "jam")->given;
}

void presence_correct(Visit *v)
{
    Fact fact = visit_fact(v, FACT_CORRECTION);
    if (staff_faults(v, show)) return;
    fact.person = v->actor;
    fact.about = visit_field(v, "tentang")->id;
    fact.text = visit_field(v, "isi")->text;
    if (!take_change(v, &fact)) {
        staff_refuse(v, show, "isi tempat atau jam yang benar",
                     "fill in the right place or time");
        return;
    }
    if (staff_write(v, &fact, show)) visit_go(v, STR("/hadir"), "koreksi");
}
