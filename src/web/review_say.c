/* SPDX-License-Identifier: Apache-2.0 */
/*
 * review_say.c - what a superior says of reports: one by one, several, undone.
 */
#include "app/data.h"
#include "web/form.h"
#include "web/part.h"
#include "web/review_part.h"

const FieldRule review_say_fields[5] = {
    {"id",      N_("Record"),      FIELD_ID,     .needed = true  },
    {"laporan", N_("Report"),      FIELD_ID,     .needed = true  },
    {"berikut", N_("Next report"), FIELD_ID,     .needed = false },
    {"kata",    N_("Your answer"), FIELD_CHOICE, .needed = true,
     .choices = "terima|kembalikan"},
    {"isi",         N_("Note"),                      FIELD_TEXT,                .most = 1000},
};
const FieldRule review_undo_fields[3] = {
    {"id",       N_("Record"), FIELD_ID,   .needed = true},
    {"tinjauan", N_("Review"), FIELD_ID,   .needed = true},
    {"isi",      N_("Note"),   FIELD_LINE, .most = 200   },
};
const FieldRule review_remind_fields[1] = {
    {"id", N_("Record"), FIELD_ID, .needed = true},
};
const FieldRule review_many_fields[2] = {
    {"id",      N_("Record"), FIELD_ID, .needed = true},
    {"laporan", N_("Report"), FIELD_ID, .many = true  },
};

/* ---- the queue
 * ------------------------------------------------------------------ */

const TeamReport *review_find(const TeamDay *team, FactId id)
{
    for (size_t i = 0; i < team->report_count; i++) {
        if (fact_id_is(team->reports[i].report->id, id))
            return &team->reports[i];
    }
    return team->report_count > 0 ? &team->reports[0] : NULL;
}

FactId review_next(const TeamDay *team, const TeamReport *on)
{
    size_t at = (size_t)(on - team->reports) + 1;
    if (team->report_count < 2) return (FactId){{0}};
    return team->reports[at % team->report_count].report->id;
}

bool review_is_plain(const TeamReport *report)
{
    return !report->late && !report->short_text && !report->same &&
           report->note == NULL;
}

size_t review_unflagged(const TeamDay *team)
{
    size_t count = 0;
    for (size_t i = 0; i < team->report_count; i++)
        count += review_is_plain(&team->reports[i]);
    return count;
}

Str review_id(const Page *page, FactId id)
{
    char text[FACT_ID_TEXT];
    return fact_id_none(id)
               ? STR("")
               : str_copy(page->arena, str_of(fact_id_text(id, text)));
}

Str review_path(const Page *page, FactId id)
{
    return str_format(page->arena, "/tinjau?laporan=%.*s",
                      STR_ARG(review_id(page, id)));
}

/* ---- one
 * ------------------------------------------------------------------------ */

/* Whose report it is, the store knows. */
static bool person_of(Visit *v, FactId id, Str *out)
{
    Err err = {0};
    Fact report;
    bool found = false;
    if (!store_fact(live_store(v->live), v->arena, v->government, id, &report,
                    &found, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    if (!found) {
        visit_refuse_with(v, ERR_ABSENT, "laporan itu tidak ada",
                          "there is no such report");
        return false;
    }
    *out = report.person;
    return true;
}

/* On to the next one, with a way back from this one. */
static void go_next(Visit *v, const Fact *review)
{
    char next[FACT_ID_TEXT], done[FACT_ID_TEXT];
    const FieldValue *berikut = visit_field(v, "berikut");
    Str path = str_format(
        v->arena, "/tinjau?tadi=%s%s%s", fact_id_text(review->id, done),
        berikut->given ? "&laporan=" : "",
        berikut->given ? fact_id_text(berikut->id, next) : "");
    visit_go(v, path, str_c(v->arena, review->word));
}

void review_say(Visit *v)
{
    Err err = {0};
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_REVIEW);
    fact.about = visit_field(v, "laporan")->id;
    fact.word = visit_field(v, "kata")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!person_of(v, fact.about, &fact.person)) return;
    if (visit_try(v, &fact, STR(""), &recorded, &err)) {
        go_next(v, &fact);
    } else if (err.kind == ERR_INPUT) { /* it stands open still */
        part_status(v, &err);
        review_put(v, &err);
    } else {
        visit_refuse(v, &err);
    }
}

/* A review is not taken back but corrected: both stay in the journal. */
void review_undo(Visit *v)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_CORRECTION);
    fact.about = visit_field(v, "tinjauan")->id;
    fact.word = STR("batal");
    fact.text = STR("diurungkan oleh yang meninjau");
    if (!person_of(v, fact.about, &fact.person) ||
        !visit_record(v, &fact, STR(""), &recorded))
        return;
    visit_go(v, STR("/tinjau"), "urung");
}

/* ---- several
 * -------------------------------------------------------------------- */

static void put_choice(Page *page, const TeamReport *report)
{
    Str id = review_id(page, report->report->id);
    page_put(page, HTML("<li class=\"pilih\"><input type=\"checkbox\" "
                        "name=\"laporan\" checked value=\""));
    page_text(page, id);
    page_put(page, HTML("\" id=\"l-"));
    page_text(page, id);
    page_put(page, HTML("\"><label for=\"l-"));
    page_text(page, id);
    page_put(page, HTML("\"><b>"));
    page_text(page, superior_person(page, report->person)->name);
    page_put(page, HTML("</b> "));
    page_text(page, said_day_month(&page->speech, report->day));
    page_put(page, HTML("<br>"));
    page_text(page, report->report->text);
    page_put(page, HTML("</label></li>\n"));
}

/* How many are ticked, the module counts. */
static void put_approve(Page *page)
{
    const Speech *speech = &page->speech;
    page_put(page, HTML("<div class=\"lekat\"><button class=\"btn\" "
                        "data-banyak=\""));
    page_text(page, SAID(speech, "Approve these: {n}", {"n", STR("{n}")}));
    page_put(page, HTML("\">"));
    page_say(page, "Approve those that are ticked");
    page_put(page, HTML("</button></div>"));
}

/* What is left out of the list is said, and can be gone to. */
static void put_alone(Page *page, const TeamDay *team)
{
    size_t alone = team->report_count - review_unflagged(team);
    if (alone == 0) return;
    page_put(page, HTML("<p>"));
    say_many(&page->html, &page->speech,
             "{n} more waits, late, very short, repeated or sent back "
             "before: it is read alone.",
             "{n} more wait, late, very short, repeated or sent back "
             "before: they are read alone.",
             (int64_t)alone, NULL, 0);
    page_put(page, HTML(" "));
    page_link_say(page, STR("/tinjau"), "Read them");
    page_put(page, HTML("</p>\n"));
}

static void put_many(Page *page, const TeamDay *team)
{
    part_paragraph(page, N_("Read them, take away what you want to look at "
                            "alone, then approve."));
    put_alone(page, team);
    form_open_id(page, STR("/tinjau/setujui"));
    page_put(page, HTML("<ul>"));
    for (size_t i = 0; i < team->report_count; i++) {
        if (review_is_plain(&team->reports[i]))
            put_choice(page, &team->reports[i]);
    }
    page_put(page, HTML("</ul>"));
    put_approve(page);
    form_close(page);
}

void review_show_many(Visit *v)
{
    PageHead head = {
        .frame = PAGE_DESK, .here = "/tinjau", .modules = "tinjau"};
    TeamDay team;
    if (!superior_team(v, &team)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<div class=\"ph\"><div><p class=\"crumb\">"
                         "<a href=\"/tinjau\">"));
    page_say(&page, "Review reports");
    page_put(&page, HTML("</a></p>"));
    page_heading(&page, "Approve several reports");
    page_put(&page, HTML("</div></div><section class=\"blk\">"));
    if (review_unflagged(&team) == 0) {
        part_paragraph(&page, N_("No report waits that may be approved with "
                                 "others."));
        page_put(&page, HTML("</section>\n"));
        page_close(&page);
        return;
    }
    put_many(&page, &team);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

static bool holds(const TeamReport *reports, size_t count, FactId id,
                  bool plain)
{
    for (size_t i = 0; i < count; i++) {
        if (fact_id_is(reports[i].report->id, id))
            return !plain || !review_is_plain(&reports[i]);
    }
    return false;
}

/* Answered meanwhile, or somebody has to look at it alone by now. */
static bool is_dropped(const TeamDay *team, Str text)
{
    FactId id;
    return fact_id_parse(text, &id) &&
           (holds(team->reviewed, team->reviewed_count, id, false) ||
            holds(team->reports, team->report_count, id, true));
}

/* Each its own fact. */
static bool approve(Visit *v, Str text, Err *err)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_REVIEW);
    if (!fact_id_parse(text, &fact.about)) return true;
    fact.id = data_id_after(fact.id, text);
    fact.word = STR("terima");
    if (!person_of(v, fact.about, &fact.person)) return false;
    return live_record(v->live, v->government, v->arena, &fact, STR(""),
                       &recorded, err);
}

void review_say_many(Visit *v)
{
    TeamDay team;
    size_t dropped = 0;
    const FieldValue *which = visit_field(v, "laporan");
    if (!superior_team(v, &team)) return;
    for (size_t i = 0; i < which->many_count; i++) {
        Err err = {0};
        bool drop = is_dropped(&team, which->many[i]);
        dropped += drop;
        if (drop || approve(v, which->many[i], &err)) continue;
        if (err.kind != ERR_NONE) visit_refuse(v, &err);
        return;
    }
    visit_go(v, STR("/tinjau"), dropped > 0 ? "sebagian" : "banyak");
}

/* ---- who has not sent one
 * ------------------------------------------------------- */

/* Said in Indonesian, whoever says it; an id each, made of the form's: sent
 * again, nobody is called twice. */
void review_remind(Visit *v)
{
    TeamDay team;
    Recorded recorded;
    const Register *r = &v->view->office->r;
    if (!superior_team(v, &team)) return;
    for (size_t i = 0; i < team.member_count; i++) {
        Fact fact = visit_fact(v, FACT_CONTACT);
        if (!team.members[i].owes) continue;
        fact.person = r->people[team.members[i].person.index].code;
        fact.id = data_id_after(fact.id, fact.person);
        fact.word = STR("aplikasi");
        fact.text = STR("Laporan hari ini belum terkirim. Mohon dikirim.");
        if (!visit_record(v, &fact, STR(""), &recorded)) return;
    }
    visit_go(v, STR("/tinjau"), "ingat");
}
