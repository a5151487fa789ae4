/* SPDX-License-Identifier: Apache-2.0 */
#include "app/data.h"
#include "app/last_tasks.h"
#include "door/address.h"
#include "door/problem.h"
#include "web/form.h"
#include "web/part.h"
#include "web/superior.h"

const FieldRule assign_show_fields[2] = {
    {"orang", N_("For"),                FIELD_CODE, .many = true},
    {"isi",   N_("What is to be done"), FIELD_LINE, .most = 300 },
};
const FieldRule assign_fields[6] = {
    {"id",             N_("Record"), FIELD_ID,         .needed = true                   },
    {"orang",          N_("For"),    FIELD_CODE,       .needed = true,                    .many = true},
    {"isi",                N_("What is to be done"),                        FIELD_LINE, .needed = true, .most = 300},
    {"mulai",     N_("From"),                 FIELD_DATE,                           .needed = false                                             },
    {"sampai", N_("Until"),             FIELD_DATE,.needed = true},
    {"ulang",  N_("Repeats"),              FIELD_CHOICE,                             .choices = "sekali|kerja|pekan"                                                                           },
};

static bool is_wanted(const Visit *v, Str code)
{
    const FieldValue *who = visit_field(v, "orang");
    for (size_t i = 0; i < who->many_count; i++) {
        if (str_is(who->many[i], code)) return true;
    }
    return false;
}

static void put_people(Page *page, const TeamDay *team)
{
    FormChoice *choices = NEW(page->arena, FormChoice, team->member_count + 1);
    for (size_t i = 0; i < team->member_count; i++) {
        const Person *who = superior_person(page, team->members[i].person);
        choices[i] = (FormChoice){who->code, who->name, who->title,
                                  is_wanted(page->visit, who->code)};
    }
    form_checks(page, "orang", N_("For"), choices, team->member_count);
}

/* Only its words and who had it last: the days are new ones. */
static void put_again(Page *page, const LastTask *task)
{
    const Visit *v = page->visit;
    Str text = address_part(page->arena, task->text);
    Str person = address_part(page->arena, task->last);
    page_put(page, HTML("<li>"));
    page_link(page,
              str_format(page->arena, "/tugas/baru?orang=%.*s&isi=%.*s",
                         STR_ARG(person), STR_ARG(text)),
              task->text);
    page_put(page, HTML(" <span class=\"mut\">"));
    uint32_t who = map_find(&v->view->office->r.person_codes, task->last);
    if (who != NO_INDEX) page_text(page, v->view->office->r.people[who].name);
    page_put(page, HTML(", "));
    page_text(page, said_day_month(&page->speech, task->day));
    page_put(page, HTML("</span></li>"));
}

static void put_last(Page *page)
{
    Err ignored = {0};
    LastTask tasks[LAST_TASKS];
    size_t count = 0;
    Visit *v = page->visit;
    if (!last_tasks(page->arena, v->view, v->person, tasks, &count, &ignored) ||
        count == 0)
        return;
    part_open(page);
    part_heading(page, N_("Give one of the last tasks again"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < count; i++)
        put_again(page, &tasks[i]);
    page_put(page, HTML("</ul>"));
    part_close(page);
}

static Str iso(const Page *page, Date date)
{
    char text[DATE_TEXT];
    return str_copy(page->arena, str_of(date_iso(date, text)));
}

static void put_repeats(Page *page)
{
    const Speech *speech = &page->speech;
    FormChoice choices[] = {
        {STR("sekali"), said(speech, "Once, from the first day to the last"),
         .chosen = true },
        {STR("kerja"),  said(speech, "Every working day until the last"),
         .chosen = false},
        {STR("pekan"),  said(speech, "Every week until the last day"),
         .chosen = false},
    };
    form_radios(page, "ulang", N_("Repeats"), choices, COUNT(choices));
}

static void put_days(Page *page)
{
    Str today = iso(page, page->visit->today);
    form_field(page, &(FormField){.name = "mulai",
                                  .label = N_("From"),
                                  .type = "date",
                                  .value = today});
    form_field(page, &(FormField){.name = "sampai",
                                  .label = N_("Until"),
                                  .type = "date",
                                  .value = today,
                                  .needed = true});
    put_repeats(page);
}

static void put_page(Visit *v, const Err *why)
{
    TeamDay team;
    PageHead head = {.frame = PAGE_DESK, .here = "/tim"};
    if (!superior_team(v, &team)) return;
    Page page = page_open(v, &head);
    page_put(&page, HTML("<div class=\"ph\">"));
    page_heading(&page, "New task");
    page_put(&page, HTML("</div><section class=\"blk\">"));
    form_faults(&page);
    part_failure(&page, why);
    form_open_id(&page, STR("/tugas/baru"));
    form_field(&page, &(FormField){.name = "isi",
                                   .label = N_("What is to be done"),
                                   .value = visit_field(v, "isi")->text,
                                   .needed = true});
    put_people(&page, &team);
    put_days(&page);
    form_button(&page, "Give the task");
    form_close(&page);
    page_put(&page, HTML("</section>\n"));
    put_last(&page);
    page_close(&page);
}

void assign_show(Visit *v)
{
    put_page(v, NULL);
}

/* ---- the days ------------------------------------------------------------
 */

enum { TIMES_MOST = 20, WEEK = 7 };

/* How often, and when: a task of several days once, or of one day often. */
typedef struct {
    Window at[TIMES_MOST];
    size_t count;
} Times;

static Window asked_window(const Visit *v)
{
    const FieldValue *first = visit_field(v, "mulai");
    return (Window){first->given ? first->date : v->today,
                    visit_field(v, "sampai")->date};
}

static bool is_ahead(const Visit *v, Err *err)
{
    if (!date_before(visit_field(v, "sampai")->date, v->today)) return true;
    (void)FAIL(err, ERR_INPUT, "until: choose today or a later day");
    return err_id(err, "sampai: pilih hari ini atau sesudahnya");
}

/* By the week of the unit of whoever gives the task. */
static bool works_on(const Visit *v, Date day)
{
    const Office *office = v->view->office;
    const Register *r = &office->r;
    uint8_t week = r->units[r->people[v->person.index].unit.index].week;
    return calendar_works(&office->calendar, week, day, DATE_NEVER);
}

static bool times_fit(const Times *times, bool more, Err *err)
{
    if (times->count > 0 && !more) return true;
    if (!more) {
        (void)FAIL(err, ERR_INPUT, "repeats: no such day until the last one");
        return err_id(err, "berulang: tidak ada hari seperti itu sampai hari "
                           "terakhir");
    }
    (void)FAIL(err, ERR_INPUT,
               "repeats: at most %d times; choose an earlier "
               "last day",
               TIMES_MOST);
    return err_id(err,
                  "berulang: paling banyak %d kali; pilih hari terakhir "
                  "yang lebih awal",
                  TIMES_MOST);
}

static bool take_times(const Visit *v, Times *out, Err *err)
{
    Window days = asked_window(v);
    Str word = visit_field(v, "ulang")->text;
    bool weekly = str_is(word, STR("pekan")), more = false;
    *out = (Times){{days}, 1};
    if (!is_ahead(v, err)) return false;
    if (!weekly && !str_is(word, STR("kerja"))) return true;
    out->count = 0;
    for (Date day = days.first; !date_before(days.last, day) && !more;
         day = date_plus(day, weekly ? WEEK : 1)) {
        if (!weekly && !works_on(v, day)) continue;
        more = out->count == TIMES_MOST;
        if (!more) out->at[out->count++] = (Window){day, day};
    }
    return times_fit(out, more, err);
}

/* ---- given ---------------------------------------------------------------
 */

/* The first has the id of the person alone, each later one of its day too. */
static Fact task_for(const Visit *v, Str person, Window days, bool later)
{
    Fact fact = visit_fact(v, FACT_TASK);
    fact.id = data_id_after(fact.id, person);
    if (later) {
        char day[DATE_TEXT];
        fact.id = data_id_after(fact.id, str_of(date_iso(days.first, day)));
    }
    fact.person = person;
    fact.text = visit_field(v, "isi")->text;
    fact.days = days;
    return fact;
}

/* To all of them or to nobody. */
static bool give(Visit *v, const Times *times, Err *err)
{
    const FieldValue *who = visit_field(v, "orang");
    size_t count = 0;
    Fact *facts = NEW(v->arena, Fact, who->many_count * times->count + 1);
    for (size_t i = 0; i < who->many_count; i++) {
        for (size_t n = 0; n < times->count; n++)
            facts[count++] = task_for(v, who->many[i], times->at[n], n > 0);
    }
    return visit_try_all(v, facts, count, err);
}

/* A fact each, its id made of the form's: sent again, none is given twice. */
void assign_do(Visit *v)
{
    Err err = {0};
    Times times = {0};
    if (v->fields.faults.count == 0 && take_times(v, &times, &err) &&
        give(v, &times, &err)) {
        visit_go(v, STR("/tim"), "tugas");
        return;
    }
    const Err *why = v->fields.faults.count > 0 ? NULL : &err;
    part_status(v, why);
    put_page(v, why);
}
