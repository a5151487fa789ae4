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
    {"kata",    N_("Answer"),      FIELD_CHOICE, .needed = true,
     .choices = "terima|kembalikan"},
    {"isi",         N_("Note"),                      FIELD_TEXT,                .most = 1000},
};
const FieldRule review_undo_fields[3] = {
    {"id",       N_("Record"), FIELD_ID,   .needed = true},
    {"tinjauan", N_("Review"), FIELD_ID,   .needed = true},
    {"isi",      N_("Note"),   FIELD_LINE, .most = 200   },
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
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_REVIEW);
    fact.about = visit_field(v, "laporan")->id;
    fact.word = visit_field(v, "kata")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!person_of(v, fact.about, &fact.person) ||
        !visit_record(v, &fact, STR(""), &recorded))
        return;
    go_next(v, &fact);
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

void review_show_many(Visit *v)
{
    PageHead head = {.frame = PAGE_DESK, .here = "/tinjau"};
    TeamDay team;
    if (!superior_team(v, &team)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<div class=\"ph\">"));
    page_heading(&page, "Approve several reports");
    page_put(&page, HTML("</div><section class=\"blk\">"));
    part_paragraph(&page, N_("Late, very short and repeated ones are not in "
                             "this list. Read them, take away what you want to "
                             "look at alone, then approve."));
    form_open_id(&page, STR("/tinjau/setujui"));
    page_put(&page, HTML("<ul>"));
    for (size_t i = 0; i < team.report_count; i++) {
        if (review_is_plain(&team.reports[i]))
            put_choice(&page, &team.reports[i]);
    }
    page_put(&page, HTML("</ul>"));
    form_button(&page, "Approve those that are ticked");
    form_close(&page);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

/* Each its own fact; what was answered meanwhile is dropped without a word of
 * blame: the store says so. */
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
    const FieldValue *which = visit_field(v, "laporan");
    for (size_t i = 0; i < which->many_count; i++) {
        Err err = {0};
        if (approve(v, which->many[i], &err)) continue;
        if (err.kind != ERR_NONE) visit_refuse(v, &err);
        return;
    }
    visit_go(v, STR("/tinjau"), "banyak");
}
