/* SPDX-License-Identifier: Apache-2.0 */
/*
 * closing.c - H10: a unit is closed for some days, after a case or by order;
 * first what follows from it.  A case names nobody.
 */
#include "app/close_unit.h"
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

const FieldRule closing_show_fields[1] = {
    {"unit", N_("Unit"), FIELD_CODE, .most = 64},
};
const FieldRule closing_fields[8] = {
    {"id",          N_("Record"), FIELD_ID,         .needed = true               },
    {"unit",        N_("Unit"),   FIELD_CODE,       .needed = true,                .most = 64},
    {"mulai",             N_("First day"),                   FIELD_DATE,        .needed = true        },
    {"sampai",             N_("Last day"),                  FIELD_DATE,        .needed = true },
    {"kata",             N_("Why"),                    FIELD_CHOICE,               .choices = "kasus|perintah"           },
    {"jumlah",             N_("Number of cases"),                  FIELD_NUMBER, .least = 1,.most = 1000},
    {"isi", N_("What the public is told"),             FIELD_LINE,                         .most = 300                                   },
    {"langkah",  N_("Step"),              FIELD_CHOICE,.choices = "periksa|kirim"},
};

static Window days_of(const Visit *v)
{
    return (Window){visit_field(v, "mulai")->date,
                    visit_field(v, "sampai")->date};
}

/* ---- the form
 * --------------------------------------------------------------------- */

static void put_shut(Page *page, const UnitNow *now)
{
    for (size_t i = 0; i < now->shut_count; i++) {
        const UnitShut *shut = &now->shut[i];
        part_open(page);
        page_put(page, HTML("<p>"));
        PAGE_SAY(page, "{unit} is closed, {days}",
                 {"unit", head_unit(page->visit, shut->unit)->name},
                 {"days", said_days(&page->speech, shut->days)});
        page_put(page, HTML("</p>"));
        form_open_id(page, STR("/unit/buka"));
        form_hidden(page, "unit", head_unit(page->visit, shut->unit)->code);
        form_hidden(page, "mulai", head_iso(page->arena, page->visit->today));
        form_hidden(page, "sampai", head_iso(page->arena, shut->days.last));
        form_button_named(page, N_("Open it again from today"), "langkah",
                          STR("kirim"), false);
        form_close(page);
        part_close(page);
    }
}

static void put_fields(Page *page)
{
    Visit *v = page->visit;
    const FormChoice why[] = {
        {STR("kasus"),    said(&page->speech, "A case was found"), {0}, true },
        {STR("perintah"), said(&page->speech, "By order"),         {0}, false},
    };
    form_hidden(page, "unit", head_unit(v, v->unit)->code);
    form_hidden(page, "langkah", STR("periksa"));
    form_radios(page, "kata", N_("Why"), why, COUNT(why));
    form_field(page, &(FormField){.name = "jumlah",
                                  .label = N_("Number of cases"),
                                  .type = "number",
                                  .hint = N_("A letter may close longer for a "
                                             "cluster. Empty: one.")});
    form_field(page, &(FormField){.name = "mulai",
                                  .label = N_("First day"),
                                  .type = "date",
                                  .value = head_iso(v->arena, v->today),
                                  .needed = true});
    form_field(page,
               &(FormField){.name = "sampai",
                            .label = N_("Last day"),
                            .type = "date",
                            .value = head_iso(v->arena, date_plus(v->today, 2)),
                            .needed = true});
    form_field(page,
               &(FormField){.name = "isi",
                            .label = N_("What the public is told"),
                            .hint = N_("Where to go meanwhile. With a case it "
                                       "stays empty, so that nobody is "
                                       "named.")});
}

static void put_form(Visit *v, const Err *why)
{
    UnitNow now;
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    if (!head_now(v, UNIT_NOW_ASKED, &now)) return;
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Close the unit");
    put_shut(&page, &now);
    part_open(&page);
    form_faults(&page);
    part_failure(&page, why);
    form_open_id(&page, STR("/unit/tutup"));
    put_fields(&page);
    form_button(&page, "See what it does");
    form_close(&page);
    part_close(&page);
    page_close(&page);
}

void closing_show(Visit *v)
{
    put_form(v, NULL);
}

/* ---- what follows
 * ------------------------------------------------------------------ */

/* Which rule it rests on, and that it is longer than was asked. */
static void put_rule(Page *page, const CloseUnitEffects *effects)
{
    const Visit *v = page->visit;
    const Corpus *corpus = v->view->corpus;
    if (effects->by.index == NO_INDEX) return;
    page_put(page, HTML("<p class=\"s\">"));
    if (!date_is(effects->days.last, days_of(v).last)) {
        page_say(page, "The rule asks for more days than were given:");
        page_put(page, HTML(" "));
    }
    page_text(page, cite_words(page->arena, corpus,
                               corpus_clause(corpus, effects->by)->cite,
                               page->speech.lang));
    page_put(page, HTML("</p>"));
}

static void put_counts(Page *page, const CloseUnitEffects *effects)
{
    page_put(page, HTML("<ul class=\"daftar\"><li>"));
    say_many(&page->html, &page->speech,
             "{n} person who would be at work works from home; the plan "
             "follows and tells them.",
             "{n} people who would be at work work from home; the plan follows "
             "and tells them.",
             effects->people, NULL, 0);
    page_put(page, HTML("</li><li>"));
    say_many(&page->html, &page->speech,
             "{n} person is at home on these days in any case.",
             "{n} people are at home on these days in any case.", effects->home,
             NULL, 0);
    page_put(page, HTML("</li><li>"));
    say_many(&page->html, &page->speech,
             "{n} counter is shut on the public page.",
             "{n} counters are shut on the public page.", effects->counters,
             NULL, 0);
    page_put(page, HTML("</li><li>"));
    say_many(&page->html, &page->speech,
             "{n} meeting of these days is to be moved.",
             "{n} meetings of these days are to be moved.",
             (int64_t)effects->meetings, NULL, 0);
    page_put(page, HTML("</li></ul>\n"));
}

static void put_effects(Page *page)
{
    const Visit *v = page->visit;
    const FieldValue *cases = visit_field(v, "jumlah");
    CloseUnitWish wish = {v->unit, days_of(v), visit_field(v, "kata")->text,
                          cases->given ? (int32_t)cases->number : 0};
    CloseUnitEffects effects = close_unit_effects(v->arena, v->view, &wish);
    page_put(page, HTML("<p><b>"));
    if (date_is(effects.days.first, effects.days.last))
        page_text(page, said_date(&page->speech, effects.days.first));
    else
        PAGE_SAY(page, "From {first} to {last}",
                 {"first", said_date(&page->speech, effects.days.first)},
                 {"last", said_date(&page->speech, effects.days.last)});
    page_put(page, HTML("</b></p>"));
    put_rule(page, &effects);
    put_counts(page, &effects);
}

/* Word for word, while it can still be mended. */
static void put_public_text(Page *page)
{
    Str text = visit_field(page->visit, "isi")->text;
    if (text.len == 0) {
        part_paragraph(page, N_("The public is told that the unit is closed, "
                                "and nothing more."));
        return;
    }
    page_put(page, HTML("<p>"));
    PAGE_SAY(page, "The public is told: {text}", {"text", text});
    page_put(page, HTML("</p>"));
}

static void put_check(Visit *v)
{
    static const char *const names[] = {"unit", "mulai",  "sampai",
                                        "kata", "jumlah", "isi"};
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Close the unit?");
    part_open(&page);
    put_effects(&page);
    put_public_text(&page);
    form_open_id(&page, STR("/unit/tutup"));
    for (size_t i = 0; i < COUNT(names); i++)
        form_hidden(&page, names[i], visit_field(v, names[i])->text);
    form_hidden(&page, "langkah", STR("kirim"));
    form_button(&page, "Close it");
    form_close(&page);
    part_close(&page);
    page_close(&page);
}

/* ---- the order
 * ---------------------------------------------------------------------- */

enum { SETTLE_SECONDS = 3 };

static bool order(Visit *v, FactKind kind, Err *err)
{
    Recorded recorded;
    Fact fact = visit_fact(v, kind);
    fact.unit = head_unit(v, v->unit)->code;
    fact.days = days_of(v);
    fact.text = visit_field(v, "isi")->text;
    if (kind == FACT_CLOSURE) {
        const FieldValue *cases = visit_field(v, "jumlah");
        fact.word = visit_field(v, "kata")->text;
        if (cases->given) fact.number = cases->number;
    }
    if (!live_record(v->live, v->government, v->arena, &fact, STR(""),
                     &recorded, err))
        return false;
    (void)live_settle(v->live, v->government, SETTLE_SECONDS);
    return true;
}

void closing_do(Visit *v)
{
    Err err = {0};
    bool sends = str_is(visit_field(v, "langkah")->text, STR("kirim"));
    /* said before the effects are shown, in the words of the page */
    bool refused = false;
    if (v->fields.faults.count == 0)
        refused = !close_unit_is_one(&v->view->office->r, v->unit, &err) ||
                  !close_unit_fits(days_of(v), visit_field(v, "kata")->text,
                                   visit_field(v, "isi")->text, &err);
    if (v->fields.faults.count > 0) {
        part_status(v, NULL);
        put_form(v, NULL);
    } else if (!refused && !sends) {
        put_check(v);
    } else if (!refused && order(v, FACT_CLOSURE, &err)) {
        visit_go(v, head_path(v, "/unit"), "tutup");
    } else {
        part_status(v, &err);
        put_form(v, &err);
    }
}

void closing_reopen(Visit *v)
{
    Err err = {0};
    if (order(v, FACT_REOPENING, &err))
        visit_go(v, head_path(v, "/unit"), "buka");
    else
        visit_refuse(v, &err);
}
