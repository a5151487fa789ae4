/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recall.c - H6: people are called to the office; first what it does to the
 * cap, then the order.
 */
#include "app/data.h"
#include "door/recalls.h"
#include "web/form.h"
#include "web/head.h"
#include "web/part.h"

enum { PEOPLE_SHOWN = 150 };

const FieldRule recall_show_fields[4] = {
    {"unit",           N_("Unit"),   FIELD_CODE, .needed = false,           .most = 64},
    {"cari",                N_("Name"),                       FIELD_LINE,        .needed = false, .most = 60},
    {"orang",      N_("Who is called"),                  FIELD_CODE,                      .needed = false,                       .many = true},
    {"mulai", N_("First day"), FIELD_DATE,.needed = false},
};
const FieldRule recall_fields[9] = {
    {"id",         N_("Record"),        FIELD_ID,   .needed = true            },
    {"unit",       N_("Unit"),          FIELD_CODE, .most = 64                },
    {"orang",      N_("Who is called"), FIELD_CODE, .needed = true,             .many = true},
    {"mulai",            N_("First day"),                         FIELD_DATE,         .needed = true},
    {"sampai",            N_("Last day"),                        FIELD_DATE,         .needed = false },
    {"jam",            N_("Time"),                           FIELD_MINUTE,                .needed = false  },
    {"isi",            N_("Why"),                           FIELD_LINE,                 .needed = true,     .most = 200},
    {"alasan", N_("Why above the cap"),                    FIELD_LINE,                       .most = 200                     },
    {"langkah", N_("Step"),                    FIELD_CHOICE,.choices = "periksa|kirim"},
};

static Window days_of(const Visit *v)
{
    const FieldValue *last = visit_field(v, "sampai");
    Date first = visit_field(v, "mulai")->date;
    return (Window){first, last->given ? last->date : first};
}

/* ---- the form
 * ------------------------------------------------------------------- */

/* Nobody calls themself. */
static bool is_shown(const Visit *v, uint32_t person, Str folded)
{
    const Register *r = &v->view->office->r;
    return person != v->person.index &&
           person_is_active(r, (PersonId){person}, v->today) &&
           unit_is_under(r, r->people[person].unit, v->unit) &&
           (folded.len == 0 ||
            str_find(str_fold(v->arena, r->people[person].name), folded, 0) !=
                SIZE_MAX);
}

static bool is_chosen(const Visit *v, Str code)
{
    const FieldValue *who = visit_field(v, "orang");
    for (size_t i = 0; i < who->many_count; i++) {
        if (str_is(who->many[i], code)) return true;
    }
    return false;
}

/* The day that the form begins with. */
static Date first_of(const Visit *v)
{
    const FieldValue *first = visit_field(v, "mulai");
    return first->given ? first->date : v->today;
}

/* "Pengemudi · Rumah": the job, and where the plan has them that day. */
static Str about(const Page *page, PersonId person)
{
    const Visit *v = page->visit;
    Str title = v->view->office->r.people[person.index].title;
    char letter = live_plan_cell(v->view, person, first_of(v));
    if (letter == PLACED_NONE) return title;
    return str_format(page->arena, "%.*s · %.*s", STR_ARG(title),
                      STR_ARG(page_letter_word(page, letter)));
}

/* Whoever is chosen already stands first, whatever was searched for; then those
 * at home that day, whom a call would bring in; then the others. */
enum { CHOSEN, AT_HOME, ELSEWHERE, TURNS };

static int turn_of(const Visit *v, uint32_t person, Str folded)
{
    if (is_chosen(v, v->view->office->r.people[person].code))
        return is_shown(v, person, STR("")) ? CHOSEN : TURNS;
    if (!is_shown(v, person, folded)) return TURNS;
    char letter = live_plan_cell(v->view, (PersonId){person}, first_of(v));
    return letter == PLACED_HOME ? AT_HOME : ELSEWHERE;
}

static void put_people(Page *page, Str search)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    FormChoice *choices = NEW(page->arena, FormChoice, PEOPLE_SHOWN);
    size_t count = 0;
    Str folded = str_fold(page->arena, search);
    for (int turn = CHOSEN; turn < TURNS; turn++) {
        for (uint32_t p = 0; p < r->person_count && count < PEOPLE_SHOWN; p++) {
            if (turn_of(v, p, folded) != turn) continue;
            choices[count++] =
                (FormChoice){r->people[p].code, r->people[p].name,
                             about(page, (PersonId){p}), turn == CHOSEN};
        }
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
                                   .value = head_iso(v->arena, first_of(v)),
                                   .needed = true});
    form_field(&page, &(FormField){.name = "sampai",
                                   .label = N_("Last day"),
                                   .type = "date"});
    form_field(&page, &(FormField){
                          .name = "jam", .label = N_("Time"), .type = "time"});
    put_people(&page, search);
    page_put(&page, HTML("<div class=\"lekat\">"));
    form_button(&page, "See what it does");
    page_put(&page, HTML("</div>\n"));
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

static void put_uncapped(Page *page, const RecallCaps *day)
{
    Str date = said_date(&page->speech, day->day);
    if (day->added == 0)
        PAGE_SAY(page, "{day}: nobody more comes to the office by it.",
                 {"day", date});
    else
        PAGE_SAY(page, "{day}: {n} more at the office; no cap counts them.",
                 {"day", date}, {"n", said_number(&page->speech, day->added)});
}

/* By the cap that binds: the one with the least room left. */
static void put_effect(Page *page, const RecallCaps *day)
{
    const RecallCap *cap = day->tightest;
    page_put(page, HTML("<li>"));
    if (cap == NULL)
        put_uncapped(page, day);
    else
        PAGE_SAY(page,
                 "{day}, {unit}: {now} expected at the office now, {then} with "
                 "the recall, at most {limit}",
                 {"day", said_date(&page->speech, day->day)},
                 {"unit", head_unit(page->visit, cap->unit)->name},
                 {"now", said_number(&page->speech, cap->now)},
                 {"then", said_number(&page->speech, cap->then)},
                 {"limit", said_number(&page->speech, cap->limit)});
    if (day->over) {
        page_put(page, HTML(" "));
        part_tag(page, "bad", N_("Over the limit"));
    }
    page_put(page, HTML("</li>"));
}

/* The day that passes its cap by most is the question. */
static void put_question(Page *page, const RecallEffect *effect)
{
    const RecallCap *worst = NULL;
    for (size_t i = 0; i < effect->count; i++) {
        const RecallCap *cap = effect->days[i].tightest;
        if (cap != NULL && (worst == NULL || cap->then - cap->limit >
                                                 worst->then - worst->limit))
            worst = cap;
    }
    if (worst == NULL) return;
    page_put(page, HTML("<p class=\"alertbar\"><b>"));
    PAGE_SAY(page, "{then} at the office, at most {limit}. Call all the same?",
             {"then", said_number(&page->speech, worst->then)},
             {"limit", said_number(&page->speech, worst->limit)});
    page_put(page, HTML("</b></p>\n"));
    form_field(page, &(FormField){.name = "alasan",
                                  .label = N_("Why above the cap"),
                                  .hint = N_("It is kept with the recall."),
                                  .needed = true});
}

/* The fields again, hidden, for the order itself. */
static void put_again(Page *page, const RecallAsk *ask)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    static const char *const names[] = {"mulai", "sampai", "jam", "isi"};
    form_hidden(page, "unit", head_unit(v, v->unit)->code);
    form_hidden(page, "langkah", STR("kirim"));
    for (size_t i = 0; i < COUNT(names); i++) {
        if (visit_field(v, names[i])->given)
            form_hidden(page, names[i], visit_field(v, names[i])->text);
    }
    for (size_t i = 0; i < ask->called_count; i++)
        form_hidden(page, "orang", r->people[ask->called[i].index].code);
}

static void put_names(Page *page, const RecallAsk *ask)
{
    const Register *r = &page->visit->view->office->r;
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < ask->called_count; i++)
        page_element(page, "li", r->people[ask->called[i].index].name);
    page_put(page, HTML("</ul>\n"));
}

static void put_effects(Page *page, const RecallEffect *effect)
{
    part_heading(page, N_("What it does"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < effect->count; i++)
        put_effect(page, &effect->days[i]);
    page_put(page, HTML("</ul>"));
    part_small(page, N_("Where the cap is passed, the plan sends others home "
                        "as far as the letter lets it, with the fewest "
                        "changes, and tells them."));
}

static void put_check(Visit *v, const RecallAsk *ask,
                      const RecallEffect *effect)
{
    PageHead head = {.frame = PAGE_DESK, .here = "/unit"};
    Page page = page_open(v, &head);
    head_top(&page, v->unit, "Call them?");
    part_open(&page);
    form_faults(&page);
    page_put(&page, HTML("<p><b>"));
    page_text(&page, visit_field(v, "isi")->text);
    page_put(&page, HTML("</b></p>"));
    put_names(&page, ask);
    put_effects(&page, effect);
    form_open_id(&page, STR("/panggil"));
    put_again(&page, ask);
    if (effect->over) put_question(&page, effect);
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
    fact.thing = visit_field(v, "alasan")->text;
    fact.days = days_of(v);
    if (hour->given) {
        fact.from = (int16_t)hour->minute;
        fact.to = 1440;
    }
    return fact;
}

static Fact *recalls_of(const Visit *v, const RecallAsk *ask)
{
    const Register *r = &v->view->office->r;
    Fact *facts = NEW(v->arena, Fact, ask->called_count + 1);
    for (size_t i = 0; i < ask->called_count; i++)
        facts[i] = recall_of(v, r->people[ask->called[i].index].code);
    return facts;
}

enum { SETTLE_SECONDS = 3 };

/* A word that only this call wants, since it passes a cap. */
static void want_reason(Visit *v)
{
    const FieldRules *rules = &v->fields.rules;
    for (size_t i = 0; i < rules->count; i++) {
        if (!str_is(str_of(rules->at[i].name), STR("alasan"))) continue;
        FieldFault fault = {FIELD_MISSING, &rules->at[i], STR("alasan")};
        VEC_PUSH(v->arena, &v->fields.faults, fault);
    }
}

static void refuse(Visit *v, const Err *why)
{
    part_status(v, why);
    put_form(v, STR(""), why);
}

static void check_or_order(Visit *v, const RecallAsk *ask,
                           const RecallEffect *effect)
{
    Err err = {0};
    bool sends = str_is(visit_field(v, "langkah")->text, STR("kirim"));
    if (sends && effect->over && !visit_field(v, "alasan")->given) {
        want_reason(v);
        part_status(v, NULL);
        put_check(v, ask, effect);
    } else if (!sends) {
        put_check(v, ask, effect);
    } else if (visit_try_all(v, recalls_of(v, ask), ask->called_count, &err)) {
        (void)live_settle(v->live, v->government, SETTLE_SECONDS);
        visit_go(v, head_path(v, "/unit"), "panggil");
    } else {
        refuse(v, &err);
    }
}

void recall_do(Visit *v)
{
    Err err = {0};
    RecallEffect *effect = NEW(v->arena, RecallEffect, 1);
    RecallAsk ask;
    Date last;
    if (v->fields.faults.count > 0)
        refuse(v, NULL);
    else if (!recalls_ask(v, &ask, &last, &err) ||
             !visit_would_take(v, recalls_of(v, &ask), ask.called_count,
                               &err) ||
             !recall_caps_days(v->arena, v->view, &ask, last, effect, &err))
        refuse(v, &err);
    else
        check_or_order(v, &ask, effect);
}
