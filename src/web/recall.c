/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recall.c - H6: people are called to the office; first what it does to the
 * cap, then the order.
 */
#include "app/data.h"
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

enum { PEOPLE_SHOWN = 150 };

const FieldRule recall_show_fields[2] = {
    {"unit", N_("Unit"), FIELD_CODE, .most = 64},
    {"cari", N_("Name"), FIELD_LINE, .most = 60},
};
const FieldRule recall_fields[8] = {
    {"id",         N_("Record"),        FIELD_ID,   .needed = true            },
    {"unit",       N_("Unit"),          FIELD_CODE, .most = 64                },
    {"orang",      N_("Who is called"), FIELD_CODE, .needed = true,             .many = true},
    {"mulai",            N_("First day"),                         FIELD_DATE,         .needed = true},
    {"sampai",            N_("Last day"),                        FIELD_DATE,         .needed = false },
    {"jam",            N_("Time"),                           FIELD_MINUTE,                .needed = false  },
    {"isi",            N_("Why"),                           FIELD_LINE,                 .needed = true,     .most = 200},
    {"langkah", N_("Step"),                    FIELD_CHOICE,                      .choices = "periksa|kirim"                                 },
};

static Window days_of(const Visit *v)
{
    const FieldValue *last = visit_field(v, "sampai");
    Date first = visit_field(v, "mulai")->date;
    return (Window){first, last->given ? last->date : first};
}

/* ---- the form
 * ------------------------------------------------------------------- */

static bool is_shown(const Visit *v, uint32_t person, Str folded)
{
    const Register *r = &v->view->office->r;
    return person_is_active(r, (PersonId){person}, v->today) &&
           unit_is_under(r, r->people[person].unit, v->unit) &&
           (folded.len == 0 ||
            str_find(str_fold(v->arena, r->people[person].name), folded, 0) !=
                SIZE_MAX);
}

static void put_people(Page *page, Str search)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    FormChoice *choices = NEW(page->arena, FormChoice, PEOPLE_SHOWN);
    size_t count = 0;
    Str folded = str_fold(page->arena, search);
    for (uint32_t p = 0; p < r->person_count && count < PEOPLE_SHOWN; p++) {
        if (!is_shown(v, p, folded)) continue;
        choices[count++] = (FormChoice){r->people[p].code, r->people[p].name,
                                        r->people[p].title, false};
    }
    form_checks(page, "orang", N_("Who is called"), choices, count);
    if (count == PEOPLE_SHOWN)
        part_small(page, N_("More people are in this unit: search by name."));
}

static void put_search(Page *page, Str search)
{
    page_put(page, HTML("<form class=\"mencari\" method=\"get\" "
                        "action=\"/panggil\">"));
    form_hidden(page, "unit", head_unit(page->visit, page->visit->unit)->code);
    form_field(page, &(FormField){.name = "cari",
                                  .label = N_("Search by name"),
                                  .value = search});
    form_button_named(page, N_("Search"), "pemda", page->visit->government,
                      false);
    page_put(page, HTML("</form>\n"));
}

static void put_form(Visit *v, Str search, const Err *why)
{
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Call to the office");
    part_open(&page);
    form_faults(&page);
    part_failure(&page, why);
    put_search(&page, search);
    form_open_id(&page, STR("/panggil"));
    form_hidden(&page, "unit", head_unit(v, v->unit)->code);
    form_hidden(&page, "langkah", STR("periksa"));
    form_field(&page, &(FormField){.name = "isi",
                                   .label = N_("Why"),
                                   .hint = N_("They read this sentence."),
                                   .needed = true});
    form_field(&page, &(FormField){.name = "mulai",
                                   .label = N_("First day"),
                                   .type = "date",
                                   .value = head_iso(v->arena, v->today),
                                   .needed = true});
    form_field(&page, &(FormField){.name = "sampai",
                                   .label = N_("Last day"),
                                   .type = "date"});
    form_field(&page, &(FormField){
                          .name = "jam", .label = N_("Time"), .type = "time"});
    put_people(&page, search);
    form_button(&page, "See what it does");
    form_close(&page);
    part_close(&page);
    page_close(&page);
}

void recall_show(Visit *v)
{
    put_form(v, visit_field(v, "cari")->text, NULL);
}

/* ---- what it does
 * --------------------------------------------------------------- */

/* People of the unit who are expected at the office that day. */
static bool expected_on(Visit *v, Date day, int32_t *out, Err *err)
{
    const LiveDay *on = NULL;
    const Register *r = &v->view->office->r;
    if (!live_day(v->view, day, &on, err)) return false;
    *out = 0;
    for (uint32_t p = 0; p < r->person_count; p++) {
        if (on->sheet.expected[p].letter == PLACED_OFFICE &&
            unit_is_under(r, r->people[p].unit, v->unit))
            ++*out;
    }
    return true;
}

/* Of those called, who would have been elsewhere. */
static int32_t added_on(Visit *v, const LiveDay *on)
{
    const FieldValue *who = visit_field(v, "orang");
    const Register *r = &v->view->office->r;
    int32_t added = 0;
    for (size_t i = 0; i < who->many_count; i++) {
        uint32_t person = map_find(&r->person_codes, who->many[i]);
        if (person == NO_INDEX) continue;
        added += on->sheet.expected[person].letter != PLACED_OFFICE;
    }
    return added;
}

static void put_effect(Page *page, Date day)
{
    Err err = {0};
    int32_t expected = 0;
    const LiveDay *on = NULL;
    Visit *v = page->visit;
    if (!expected_on(v, day, &expected, &err) ||
        !live_day(v->view, day, &on, &err))
        return;
    page_put(page, HTML("<li>"));
    PAGE_SAY(page,
             "{day}: {now} expected at the office now, {then} with the "
             "recall",
             {"day", said_date(&page->speech, day)},
             {"now", said_number(&page->speech, expected)},
             {"then", said_number(&page->speech, expected + added_on(v, on))});
    page_put(page, HTML("</li>"));
}

/* The fields again, hidden, for the order itself. */
static void put_again(Page *page)
{
    const Visit *v = page->visit;
    static const char *const names[] = {"mulai", "sampai", "jam", "isi"};
    const FieldValue *who = visit_field(v, "orang");
    form_hidden(page, "unit", head_unit(v, v->unit)->code);
    form_hidden(page, "langkah", STR("kirim"));
    for (size_t i = 0; i < COUNT(names); i++) {
        if (visit_field(v, names[i])->given)
            form_hidden(page, names[i], visit_field(v, names[i])->text);
    }
    for (size_t i = 0; i < who->many_count; i++)
        form_hidden(page, "orang", who->many[i]);
}

static void put_names(Page *page)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    const FieldValue *who = visit_field(v, "orang");
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < who->many_count; i++) {
        uint32_t person = map_find(&r->person_codes, who->many[i]);
        if (person != NO_INDEX)
            page_element(page, "li", r->people[person].name);
    }
    page_put(page, HTML("</ul>\n"));
}

enum { DAYS_SHOWN = 7 };

static void put_check(Visit *v)
{
    Window days = days_of(v);
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Call them?");
    part_open(&page);
    page_put(&page, HTML("<p><b>"));
    page_text(&page, visit_field(v, "isi")->text);
    page_put(&page, HTML("</b></p>"));
    put_names(&page);
    part_heading(&page, N_("What it does"));
    page_put(&page, HTML("<ul class=\"daftar\">"));
    Date day = days.first;
    for (int i = 0; i < DAYS_SHOWN && !date_before(days.last, day); i++) {
        put_effect(&page, day);
        day = date_plus(day, 1);
    }
    page_put(&page, HTML("</ul>"));
    part_small(&page, N_("Where the cap is passed, the plan sends others home "
                         "as far as the letter lets it, with the fewest "
                         "changes, and tells them."));
    form_open_id(&page, STR("/panggil"));
    put_again(&page);
    form_button(&page, "Call them");
    form_close(&page);
    part_close(&page);
    page_close(&page);
}

/* ---- the order
 * ------------------------------------------------------------------- */

static Fact recall_of(const Visit *v, Str person)
{
    Fact fact = visit_fact(v, FACT_RECALL);
    const FieldValue *hour = visit_field(v, "jam");
    fact.id = data_id_after(fact.id, person);
    fact.person = person;
    fact.text = visit_field(v, "isi")->text;
    fact.days = days_of(v);
    if (hour->given) {
        fact.from = (int16_t)hour->minute;
        fact.to = 1440;
    }
    return fact;
}

static bool order(Visit *v, Err *err)
{
    const FieldValue *who = visit_field(v, "orang");
    for (size_t i = 0; i < who->many_count; i++) {
        Recorded recorded;
        Fact fact = recall_of(v, who->many[i]);
        if (!live_record(v->live, v->government, v->arena, &fact, STR(""),
                         &recorded, err))
            return false;
    }
    return true;
}

enum { SETTLE_SECONDS = 3 };

void recall_do(Visit *v)
{
    Err err = {0};
    bool sends = str_is(visit_field(v, "langkah")->text, STR("kirim"));
    if (v->fields.faults.count > 0) {
        part_status(v, NULL);
        put_form(v, STR(""), NULL);
    } else if (!sends) {
        put_check(v);
    } else if (order(v, &err)) {
        (void)live_settle(v->live, v->government, SETTLE_SECONDS);
        visit_go(v, head_path(v, "/unit"), "panggil");
    } else {
        part_status(v, &err);
        put_form(v, STR(""), &err);
    }
}
