/* SPDX-License-Identifier: Apache-2.0 */
#include "web/staff_objection.h"

#include "app/objection.h"
#include "web/staff_part.h"

enum { SHORT_ID = 8 };

const FieldRule staff_objection_fields[1] = {
    {"tanggal", N_("Day"), FIELD_DATE, .needed = false},
};
const FieldRule staff_objection_send_fields[4] = {
    {"id",                          N_("Record"), FIELD_ID,        .needed = true},
    {     "jenis",         N_("What is wrong?"), FIELD_CHOICE,  .needed = true,
     .choices = "jadwal|data|kehadiran"},
    {                                               "tanggal", N_("Which day is it about?"),   FIELD_DATE, .needed = false              },
    { "isi",                   N_("What should be different?"),                 FIELD_TEXT,                                                 .needed = true,
     .most = 2000},
};

/* Each begins its text, so that whoever answers sees what it is about. */
static const struct {
    const char *word, *begins, *english;
} kinds[] = {
    {"jadwal",    "Jadwal",       N_("My schedule")            },
    {"data",      "Data pegawai", N_("My data in the register")},
    {"kehadiran", "Kehadiran",    N_("My attendance or report")},
};

/* ---- the list ------------------------------------------------------------
 */

/* The last digits, to speak of it by. */
static Str short_id(const Page *page, FactId id)
{
    char text[FACT_ID_TEXT];
    Str whole = str_of(fact_id_text(id, text));
    return str_copy(page->arena,
                    str_slice(whole, whole.len - SHORT_ID, whole.len));
}

static void put_waiting(Page *page, const Fact *f)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    PersonId superior = objection_superior(r, f, v->person, v->today);
    Instant until = objection_due(f);
    Zone zone = staff_zone(page);
    page_put(page, HTML("<span>"));
    if (superior.index != NO_INDEX)
        PAGE_SAY(page,
                 "{who}, the head of a unit above or the personnel board "
                 "answers.",
                 {"who", r->people[superior.index].name});
    else
        page_say(page, "The personnel board answers.");
    if (objection_is_of_data(f)) {
        page_put(page, HTML(" "));
        PAGE_SAY(page,
                 "Personal data are mended by {day} {time} at the latest.",
                 {"day", said_day_month(&page->speech, zone_day(zone, until))},
                 {"time", said_time(&page->speech, zone, until)});
    }
    page_put(page, HTML("</span>"));
}

static void put_answer(Page *page, const Fact *answer)
{
    page_put(page, HTML("<span>"));
    PAGE_SAY(page, "{who}, {when}: {text}",
             {"who", staff_name(page, answer->actor)},
             {"when", staff_when(page, answer)}, {"text", answer->text});
    page_put(page, HTML("</span>"));
}

static void put_tag(Page *page, const Fact *answer)
{
    if (answer == NULL)
        part_tag(page, "info", N_("Waits for an answer"));
    else if (str_is(answer->word, STR("diterima")))
        part_tag(page, "ok", N_("Accepted"));
    else
        part_tag(page, "warn", N_("Not accepted"));
}

static void put_row(Page *page, const MyObjection *one)
{
    const Fact *f = one->objection;
    page_put(page, HTML("<li><div><b class=\"alinea\">"));
    page_text(page, f->text);
    page_put(page, HTML("</b><span>"));
    PAGE_SAY(page, "Number {id}, sent {when}", {"id", short_id(page, f->id)},
             {"when", staff_when(page, f)});
    page_put(page, HTML("</span>"));
    if (one->answer == NULL)
        put_waiting(page, f);
    else
        put_answer(page, one->answer);
    page_put(page, HTML("</div>"));
    put_tag(page, one->answer);
    page_put(page, HTML("</li>"));
}

static const PartDone done_rows[] = {
    {"dikirim", N_("It is sent. Below stands its number and who answers.")},
};

static void put_rows(Page *page, const MyDay *day)
{
    if (day->objection_count == 0) {
        part_small(page, N_("You have not objected to anything."));
        return;
    }
    page_put(page, HTML("<ul class=\"tl berita\">"));
    for (size_t i = 0; i < day->objection_count; i++)
        put_row(page, &day->objections[i]);
    page_put(page, HTML("</ul>"));
}

void staff_objection_list(Visit *v)
{
    MyDay day;
    PageHead head = {.here = "/lainnya"};
    if (!staff_day(v, v->today, &day)) return;
    Page page = page_open(v, &head);
    part_done(&page, done_rows, COUNT(done_rows));
    page_put(&page, HTML("<section class=\"blk\">"));
    page_heading(&page, "Objections");
    put_rows(&page, &day);
    page_put(&page, HTML("<a class=\"btn lebar\" href=\"/keberatan/baru\">"));
    page_say(&page, "Something is wrong");
    page_put(&page, HTML("</a></section>\n"));
    page_close(&page);
}

/* ---- the form ------------------------------------------------------------
 */

static void put_kinds(Page *page)
{
    FormChoice choices[COUNT(kinds)];
    for (size_t i = 0; i < COUNT(kinds); i++)
        choices[i] = (FormChoice){str_of(kinds[i].word),
                                  said(&page->speech, kinds[i].english),
                                  {0},
                                  false};
    form_radios(page, "jenis", "What is wrong?", choices, COUNT(choices));
}

static void put_form(Page *page)
{
    char iso[DATE_TEXT];
    const Visit *v = page->visit;
    const FieldValue *asked = visit_field(v, "tanggal");
    Date day = asked->given ? asked->date : v->today;
    form_open_id(page, STR("/keberatan/baru"));
    put_kinds(page);
    form_field(page, &(FormField){.name = "tanggal",
                                  .label = N_("Which day is it about?"),
                                  .type = "date",
                                  .value = str_of(date_iso(day, iso))});
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("What should be different?"),
                                  .hint = N_("Health need not be spoken of."),
                                  .rows = 5,
                                  .needed = true});
    form_button(page, "Send");
    form_close(page);
}

static void show(Visit *v, const Err *why)
{
    PageHead head = {.here = "/lainnya", .title = N_("Something is wrong")};
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk\">"));
    form_faults(&page);
    part_failure(&page, why);
    page_put(&page, HTML("<p class=\"crumb\"><a href=\"/keberatan\">"));
    page_say(&page, "Objections");
    page_put(&page, HTML("</a></p>"));
    page_heading(&page, "Something is wrong");
    part_small(&page, N_("The record stays; your words stand beside it, and "
                         "somebody answers with a reason."));
    put_form(&page);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

void staff_objection_form(Visit *v)
{
    show(v, NULL);
}

/* ---- sending -------------------------------------------------------------
 */

static const char *begins(Str word)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_is(word, str_of(kinds[i].word))) return kinds[i].begins;
    }
    CHECK(false);
    return "";
}

/* A day to come is no day of a fact yet: it stands in the text alone. */
static void take_day(const Visit *v, Fact *fact)
{
    const FieldValue *asked = visit_field(v, "tanggal");
    if (asked->given && date_before(asked->date, v->today))
        fact->day = asked->date;
}

static Str text_of(const Visit *v)
{
    const FieldValue *asked = visit_field(v, "tanggal");
    Date day = asked->given ? asked->date : v->today;
    return str_format(v->arena, "%s, %.*s: %.*s",
                      begins(visit_field(v, "jenis")->text),
                      STR_ARG(date_words(v->arena, day, LANG_ID)),
                      STR_ARG(visit_field(v, "isi")->text));
}

void staff_objection_send(Visit *v)
{
    Fact fact = visit_fact(v, FACT_OBJECTION);
    if (staff_faults(v, show)) return;
    fact.person = v->actor;
    fact.word = visit_field(v, "jenis")->text;
    fact.text = text_of(v);
    take_day(v, &fact);
    if (staff_write(v, &fact, show)) visit_go(v, STR("/keberatan"), "dikirim");
}
