/* SPDX-License-Identifier: Apache-2.0 */
/*
 * note_person.c - one person's day: what is noted of it, and one more record
 * of it by a telephone call, a message, a paper or what was seen.
 */
#include "app/my_day.h"
#include "door/approved.h"
#include "web/form.h"
#include "web/note.h"
#include "web/part.h"
#include "web/presence.h"

enum { CHOICES_MOST = 24, TEXT_MOST = 4000 };

const FieldRule note_person_fields[3] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true, .most = 64},
    {"hari", N_("Day"), FIELD_DATE, .needed = false},
    {"apa", N_("What is noted?"), FIELD_CODE, .most = 64},
};
const FieldRule note_person_say_fields[9] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true, .most = 64},
    {"id", N_("Record"), FIELD_ID, .needed = true},
    {"hari", N_("Day"), FIELD_DATE, .needed = true},
    {"saluran", N_("Channel"), FIELD_CHOICE, .needed = true,
     .choices = "kertas|telepon|WhatsApp|petugas"},
    {"apa", N_("What is noted?"), FIELD_CODE, .needed = true, .most = 64},
    {"jam", N_("Time"), FIELD_LINE, .needed = true, .most = 20},
    {"kata", N_("Place"), FIELD_CHOICE,
     .choices = "kantor|rumah|lapangan|dinas"},
    {"isi", N_("Text"), FIELD_TEXT, .most = TEXT_MOST},
    {"tetap", N_("Report"), FIELD_ID, .needed = false},
};

/* ---- what is noted of the day ----------------------------------------------
 */

/* By both clocks: "07.20 · kertas, dicatat 09.12 oleh Budi". */
static void put_record(Page *page, const char *label, const Fact *fact,
                       int minute)
{
    const Register *r = &page->visit->view->office->r;
    Zone zone = page->visit->view->office->government.zone;
    uint32_t actor = map_find(&r->person_codes, fact->actor);
    part_row_open(page, label);
    page_text(page, said_minute(&page->speech, minute));
    page_put(page, HTML(" · "));
    page_text(page, channel_word(fact->channel, page->speech.lang));
    if (!str_is(fact->actor, fact->person)) {
        page_put(page, HTML(", "));
        PAGE_SAY(
            page, "noted {time} by {who}",
            {"time", said_time(&page->speech, zone, fact->received)},
            {"who", actor == NO_INDEX ? fact->actor : r->people[actor].name});
    }
    part_row_close(page);
}

static void put_known(Page *page, const MyDay *day)
{
    part_rows(page);
    part_row(page, N_("Expected at"), page_letter_word(page, day->letter));
    if (day->in != NULL)
        put_record(page, N_("Came"), day->in, day->in_minute);
    else
        part_row(page, N_("Came"), said(&page->speech, "Not noted"));
    if (day->out != NULL)
        put_record(page, N_("Left"), day->out, day->out_minute);
    if (day->report.report != NULL)
        put_record(page, N_("Report"), day->report.report, day->report.minute);
    else if (day->report.state == MY_REPORT_NONE)
        part_row(page, N_("Report"), said(&page->speech, "Not noted"));
    part_rows_end(page);
}

/* ---- what can be noted -----------------------------------------------------
 */

typedef struct {
    FormChoice at[CHOICES_MOST];
    size_t count;
} Choices;

static void add(Choices *c, Str value, Str text, Str hint)
{
    if (c->count < CHOICES_MOST)
        c->at[c->count++] = (FormChoice){value, text, hint, false};
}

static void add_about(const Page *page, Choices *c, const char *word,
                      const Fact *about, Str text)
{
    char id[FACT_ID_TEXT];
    Str value =
        str_format(page->arena, "%s:%s", word, fact_id_text(about->id, id));
    add(c, value, text, about->text);
}

static void add_calls(const Page *page, const MyDay *day, Choices *c)
{
    for (size_t i = 0; i < day->call_count; i++) {
        const MyCall *call = &day->calls[i];
        if (call->answer != NULL) continue;
        add_about(page, c, "jawab", call->call,
                  SAID(&page->speech, "Answer to the call of {time}",
                       {"time", said_minute(&page->speech, call->minute)}));
    }
}

static void add_recalls(const Page *page, const MyDay *day, Choices *c)
{
    for (size_t i = 0; i < day->recall_count; i++) {
        const MyRecall *recall = &day->recalls[i];
        if (recall->ack != NULL) continue;
        Str when = said_date(&page->speech, recall->recall->days.first);
        add_about(
            page, c, "siap", recall->recall,
            SAID(&page->speech, "Recall of {day}: will come", {"day", when}));
        add_about(
            page, c, "tidak", recall->recall,
            SAID(&page->speech, "Recall of {day}: cannot come", {"day", when}));
    }
}

static void put_what(Page *page, const MyDay *day)
{
    const Speech *s = &page->speech;
    Choices c = {.count = 0};
    if (day->in == NULL) add(&c, STR("masuk"), said(s, "Came"), STR(""));
    if (day->out == NULL) add(&c, STR("pulang"), said(s, "Left"), STR(""));
    add(&c, STR("laporan"), said(s, "Report of the day"),
        said(s, "One result a line"));
    add_calls(page, day, &c);
    add_recalls(page, day, &c);
    add(&c, STR("pesan"), said(s, "Message"), STR(""));
    Str asked = visit_field(page->visit, "apa")->text;
    for (size_t i = 0; i < c.count; i++)
        c.at[i].chosen = asked.len > 0 ? str_is(asked, c.at[i].value) : i == 0;
    form_radios(page, "apa", "What is noted?", c.at, c.count);
}

static void put_place(Page *page, const MyDay *day)
{
    FormChoice choices[4];
    Str rest = STR("kantor|rumah|lapangan|dinas"), one = {0};
    Str planned = day->letter == PLACED_HOME ? STR("rumah") : STR("kantor");
    for (size_t i = 0; i < COUNT(choices) && str_next(&rest, '|', &one); i++)
        choices[i] = (FormChoice){one,
                                  said(&page->speech, presence_place(one)),
                                  {0},
                                  str_is(one, planned)};
    form_select(page, "kata", "Place (of coming and leaving)", choices,
                COUNT(choices));
}

/* The approved one of which they were told just now. */
static void put_replaced(Page *page, const MyReport *report)
{
    char id[FACT_ID_TEXT];
    if (report->state != MY_REPORT_ACCEPTED) return;
    form_hidden(page, "tetap", str_of(fact_id_text(report->report->id, id)));
}

static void put_form(Page *page, const MyDay *day, bool asked)
{
    char iso[DATE_TEXT];
    Str path = note_person_path(page, day->person, day->day);
    path = str_slice(path, 0, str_find(path, STR("?"), 0));
    form_open_id(page, path);
    form_hidden(page, "hari", str_of(date_iso(day->day, iso)));
    if (asked) put_replaced(page, &day->report);
    put_what(page, day);
    form_field(page, &(FormField){.name = "jam",
                                  .label = N_("When was it?"),
                                  .hint = N_("Hours and minutes, such as "
                                             "07.30. When you noted it is "
                                             "kept beside it."),
                                  .mode = "decimal",
                                  .needed = true});
    put_place(page, day);
    form_field(
        page,
        &(FormField){.name = "isi", .label = N_("In their words"), .rows = 5});
    note_put_channels(page);
    form_button(page, "Keep it");
    form_close(page);
}

/* ---- the page --------------------------------------------------------------
 */

static void put_top(Page *page, const MyDay *day)
{
    char iso[DATE_TEXT];
    const Register *r = &page->visit->view->office->r;
    const Person *person = &r->people[day->person.index];
    page_put(page, HTML("<p class=\"crumb\">"));
    page_link_say(
        page,
        str_format(page->arena, "/catat?hari=%s", date_iso(day->day, iso)),
        "Note for others");
    page_put(page, HTML(" · "));
    page_text(page, said_date(&page->speech, day->day));
    page_put(page, HTML("</p>"));
    page_element(page, "h1", person->name);
}

static bool own(Visit *v)
{
    if (v->about.index != v->person.index) return false;
    visit_refuse_with(v, ERR_DENIED,
                      "untuk diri sendiri pakai halaman Hari ini",
                      "for yourself there is the page of today");
    return true;
}

static void show_with(Visit *v, const Err *why, bool asked)
{
    static const PartDone done[] = {
        {"catat", N_("It is noted, with your name and the channel.")},
    };
    Date on;
    MyDay day;
    Err err = {0};
    PageHead head = {.frame = PAGE_DESK, .here = "/catat"};
    if (own(v) || !note_day(v, &on)) return;
    if (!my_day(v->arena, v->view, v->about, on, &day, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk sempit\">"));
    part_done(&page, done, COUNT(done));
    form_faults(&page);
    part_failure(&page, why);
    put_top(&page, &day);
    put_known(&page, &day);
    page_put(&page, HTML("<h2>"));
    page_say(&page, "Note something more");
    page_put(&page, HTML("</h2>"));
    put_form(&page, &day, asked);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

static void show(Visit *v, const Err *why)
{
    show_with(v, why, false);
}

void note_person_page(Visit *v)
{
    show(v, NULL);
}

/* ---- noting ----------------------------------------------------------------
 */

static const struct {
    const char *what;
    FactKind kind;
    bool place, text; /* what has to be given */
    const char *word;
} kinds[] = {
    {"masuk", FACT_CHECK_IN, true, false, NULL},
    {"pulang", FACT_CHECK_OUT, true, false, NULL},
    {"laporan", FACT_REPORT, false, true, NULL},
    {"pesan", FACT_MESSAGE, false, true, NULL},
    {"jawab", FACT_ANSWER, false, false, NULL},
    {"siap", FACT_RECALL_ACK, false, false, "siap"},
    {"tidak", FACT_RECALL_ACK, false, true, "tidak dapat"},
};

static void refuse(Visit *v, const char *id, const char *en)
{
    Err err = {0};
    (void)FAIL(&err, ERR_INPUT, "%s", en);
    (void)err_id(&err, "%s", id);
    part_status(v, &err);
    show(v, &err);
}

/* "jawab:0192f3c1-..." names the call; false: it says nothing of ours. */
static bool find_kind(Visit *v, size_t *out, FactId *about)
{
    Str rest = visit_field(v, "apa")->text, what = {0};
    (void)str_next(&rest, ':', &what);
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (!str_is(what, str_of(kinds[i].what))) continue;
        bool answers =
            kinds[i].kind == FACT_ANSWER || kinds[i].kind == FACT_RECALL_ACK;
        *out = i;
        return answers ? fact_id_parse(rest, about) : rest.len == 0;
    }
    return false;
}

static bool take_minute(Visit *v, Date day, int32_t *out)
{
    Zone zone = v->view->office->government.zone;
    if (!note_time(visit_field(v, "jam")->text, out) || *out < 0) {
        refuse(v, "tulis jamnya sebagai jam dan menit, misalnya 07.30",
               "write the time as hours and minutes, such as 07.30");
        return false;
    }
    if (!date_is(day, v->today) || *out <= zone_minute(zone, v->now))
        return true;
    refuse(v, "jam itu belum tiba", "that time is still to come");
    return false;
}

static void keep(Visit *v, const Fact *fact)
{
    Err err = {0};
    Recorded recorded;
    char iso[DATE_TEXT];
    if (approved_asks(v, fact, visit_field(v, "tetap")->id, &err)) {
        part_status(v, &err);
        show_with(v, &err, true);
        return;
    }
    if (!visit_try(v, fact, STR(""), &recorded, &err)) {
        part_status(v, &err);
        show(v, &err);
        return;
    }
    Str code = address_part(v->arena, fact->person);
    visit_go(v,
             str_format(v->arena, "/catat/%.*s?hari=%s", STR_ARG(code),
                        date_iso(fact->day, iso)),
             "catat");
}

void note_person_say(Visit *v)
{
    Date day;
    size_t at = 0;
    int32_t minute = 0;
    FactId about = {{0}};
    if (own(v) || !note_day(v, &day)) return;
    if (v->fields.faults.count > 0) {
        part_status(v, NULL);
        show(v, NULL);
        return;
    }
    if (!find_kind(v, &at, &about)) {
        refuse(v, "pilih apa yang dicatat", "choose what is noted");
        return;
    }
    if (!take_minute(v, day, &minute)) return;
    const Register *r = &v->view->office->r;
    Fact fact = note_fact(v, kinds[at].kind, r->people[v->about.index].code,
                          day, minute);
    fact.about = about;
    fact.text = visit_field(v, "isi")->text;
    fact.word = kinds[at].place  ? visit_field(v, "kata")->text
                : kinds[at].word ? str_of(kinds[at].word)
                                 : STR("");
    if (kinds[at].text && fact.text.len == 0)
        refuse(v, "tulis apa yang disampaikan pegawai itu",
               "write what the person said");
    else
        keep(v, &fact);
}
