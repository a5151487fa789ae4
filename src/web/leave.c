/* SPDX-License-Identifier: Apache-2.0 */
/*
 * leave.c - one person's leave: what is noted, the form for more, and that they
 * are back.
 */
#include "web/leave.h"

#include "day/effects.h"
#include "web/form.h"
#include "web/part.h"

#define K(name) (UINT64_C(1) << (FACT_##name))

enum { BACK = 31, NEED_MOST = 300 };

/* As the kind of fact has them. */
#define KINDS "cuti|sakit|cuti melahirkan|tugas belajar"

static const FieldRule show_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,        .most = 64},
    {"mulai",       N_("First day"),             FIELD_DATE,  .needed = false},
};
static const FieldRule say_fields[] = {
    {"orang",          N_("Person"), FIELD_CODE,   .needed = true,                     .most = 64},
    {"id",                N_("Record"),                         FIELD_ID,          .needed = true           },
    {"kata",                N_("Kind of leave"),                       FIELD_CHOICE, .needed = true,
     .choices = KINDS},
    {"mulai", N_("First day"),             FIELD_DATE,                   .needed = true                                     },
    {"sampai",  N_("Last day"),              FIELD_DATE, .needed = true},
    {"urgensi",  N_("Urgent reason"),              FIELD_LINE,                  .most = NEED_MOST                                                 },
};
static const FieldRule back_fields[] = {
    {"orang", N_("Person"), FIELD_CODE, .needed = true,   .most = 64},
    {"id",       N_("Record"),                FIELD_ID,        .needed = true},
    {"tentang",       N_("Leave"),           FIELD_ID,    .needed = true },
};

static Str kind_said(const Speech *speech, Str word)
{
    static const struct {
        const char *word, *english;
    } kinds[] = {
        {"cuti",            N_("leave")          },
        {"sakit",           N_("sick leave")     },
        {"cuti melahirkan", N_("maternity leave")},
        {"tugas belajar",   N_("study leave")    },
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_is(word, str_of(kinds[i].word)))
            return said(speech, kinds[i].english);
    }
    return word;
}

static Str path_of(const Page *page, PersonId person)
{
    Str code = page->visit->view->office->r.people[person.index].code;
    return str_format(page->arena, "/cuti/%.*s",
                      STR_ARG(address_part(page->arena, code)));
}

void leave_link(Page *page, PersonId person)
{
    if (!visit_may(page->visit, ACCESS_LEAVE, person, NO_UNIT, NULL)) return;
    page_put(page, HTML("<p class=\"s\">"));
    page_link_say(page, path_of(page, person), "Note leave");
    page_put(page, HTML("</p>\n"));
}

void leave_link_on(Page *page, PersonId person, Date first)
{
    char iso[DATE_TEXT];
    page_link_say(page,
                  str_format(page->arena, "%.*s?mulai=%s",
                             STR_ARG(path_of(page, person)),
                             date_iso(first, iso)),
                  "Note leave");
}

/* ---- what is noted --------------------------------------------------------
 */

typedef struct {
    const Fact *const *at; /* leave, and returns from it, that stand */
    size_t count;
} Leaves;

static Leaves leaves_of(const Visit *v)
{
    const uint64_t kinds = K(LEAVE) | K(RETURN);
    VEC(Fact) facts = {0};
    LiveFacts all = live_facts_person(v->view, v->arena, v->about);
    for (size_t i = 0; i < all.count; i++) {
        if (((kinds | K(CORRECTION)) >> all.at[i]->kind & 1) != 0)
            VEC_PUSH(v->arena, &facts, *all.at[i]);
    }
    Leaves out = {0};
    out.at =
        effects_standing(v->arena, facts.at, facts.count, kinds, &out.count);
    return out;
}

static const Fact *back_from(const Leaves *leaves, FactId leave)
{
    for (size_t i = 0; i < leaves->count; i++) {
        const Fact *fact = leaves->at[i];
        if (fact->kind == FACT_RETURN && fact_id_is(fact->about, leave))
            return fact;
    }
    return NULL;
}

static void put_by(Page *page, const Fact *fact)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t actor = map_find(&r->person_codes, fact->actor);
    PAGE_SAY(page, "noted {time} by {who}",
             {"time", part_instant(page, fact->received)},
             {"who", actor == NO_INDEX ? fact->actor : r->people[actor].name});
}

/* Back today: from today on the days are theirs again. */
static void put_return(Page *page, const Fact *leave)
{
    char id[FACT_ID_TEXT];
    const Visit *v = page->visit;
    if (date_before(v->today, leave->days.first) ||
        date_before(leave->days.last, v->today))
        return;
    form_open_id(page, str_format(page->arena, "%.*s/kembali",
                                  STR_ARG(path_of(page, v->about))));
    form_hidden(page, "tentang", str_of(fact_id_text(leave->id, id)));
    page_put(page, HTML("<button class=\"btn alt sm\">"));
    page_say(page, "Is back at work today");
    page_put(page, HTML("</button>"));
    form_close(page);
}

static void put_leave(Page *page, const Leaves *leaves, const Fact *leave)
{
    const Fact *back = back_from(leaves, leave->id);
    page_put(page, HTML("<li><div><b>"));
    page_text(page, said_days(&page->speech, leave->days));
    page_put(page, HTML("</b><span>"));
    page_text(page, kind_said(&page->speech, leave->word));
    page_put(page, HTML(", "));
    put_by(page, leave);
    page_put(page, HTML("</span>"));
    if (back != NULL) {
        page_put(page, HTML("<span>"));
        PAGE_SAY(page, "Back at work on {day}",
                 {"day", said_date(&page->speech, back->day)});
        page_put(page, HTML(", "));
        put_by(page, back);
        page_put(page, HTML("</span>"));
    }
    page_put(page, HTML("</div>"));
    if (back == NULL) put_return(page, leave);
    page_put(page, HTML("</li>\n"));
}

static void put_noted(Page *page, const Leaves *leaves)
{
    size_t shown = 0;
    Date first = date_plus(page->visit->today, -BACK);
    for (size_t i = 0; i < leaves->count; i++) {
        const Fact *fact = leaves->at[i];
        if (fact->kind != FACT_LEAVE || date_before(fact->days.last, first))
            continue;
        page_put(page, shown++ == 0 ? HTML("<ul class=\"orang\">") : HTML(""));
        put_leave(page, leaves, fact);
    }
    if (shown == 0)
        part_small(page, N_("No leave is noted of the last month and of what "
                            "is to come."));
    else
        page_put(page, HTML("</ul>\n"));
}

/* Of the register, which the personnel board renews. */
static void put_registered(Page *page)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    Date first = date_plus(v->today, -BACK);
    for (uint32_t i = 0; i < r->absence_count; i++) {
        const Absence *a = &r->absences[i];
        if (a->person.index != v->about.index ||
            date_before(a->window.last, first))
            continue;
        page_put(page, HTML("<p class=\"s\">"));
        PAGE_SAY(page, "In the register: {kind}, {days}.",
                 {"kind", absence_kind_word(a->kind)},
                 {"days", said_days(&page->speech, a->window)});
        page_put(page, HTML("</p>"));
    }
}

/* ---- the form -------------------------------------------------------------
 */

static void put_kinds(Page *page)
{
    FormChoice choices[4];
    Str rest = STR(KINDS), one = {0};
    size_t count = 0;
    while (count < COUNT(choices) && str_next(&rest, '|', &one))
        choices[count++] =
            (FormChoice){one, kind_said(&page->speech, one), {0}, false};
    form_radios(page, "kata", "Kind of leave", choices, count);
}

static void put_form(Page *page, Date first)
{
    char iso[DATE_TEXT];
    const Visit *v = page->visit;
    Str day = str_copy(page->arena, str_of(date_iso(first, iso)));
    form_open_id(page, path_of(page, v->about));
    put_kinds(page);
    form_field(page, &(FormField){.name = "mulai",
                                  .label = N_("First day"),
                                  .type = "date",
                                  .value = day,
                                  .needed = true});
    form_field(page, &(FormField){.name = "sampai",
                                  .label = N_("Last day"),
                                  .type = "date",
                                  .value = day,
                                  .needed = true});
    form_field(page,
               &(FormField){.name = "urgensi",
                            .label = N_("Urgent reason"),
                            .hint = N_("Only where a letter lets leave be "
                                       "taken for an urgent reason alone. "
                                       "Nothing of anybody's health.")});
    form_button(page, "Note the leave");
    form_close(page);
}

/* ---- the page -------------------------------------------------------------
 */

static void put_top(Page *page)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    const Person *who = &r->people[v->about.index];
    page_put(page, HTML("<p class=\"crumb\">"));
    page_text(page, r->units[who->unit.index].name);
    page_put(page, HTML("</p><h1>"));
    PAGE_SAY(page, "Leave of {who}", {"who", who->name});
    page_put(page, HTML("</h1>"));
}

static void show(Visit *v, Date first, const Err *why)
{
    static const PartDone done[] = {
        {"cuti",    N_("The leave is noted; the roster follows it.")         },
        {"kembali", N_("The return is noted; the days are open to it again.")},
    };
    PageHead head = {.frame = PAGE_DESK, .here = "/tim"};
    Leaves leaves = leaves_of(v);
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk sempit\">"));
    part_done(&page, done, COUNT(done));
    form_faults(&page);
    part_failure(&page, why);
    put_top(&page);
    put_noted(&page, &leaves);
    put_registered(&page);
    part_heading(&page, N_("Note leave"));
    put_form(&page, first);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

static void show_page(Visit *v)
{
    const FieldValue *first = visit_field(v, "mulai");
    show(v, first->given ? first->date : v->today, NULL);
}

/* ---- noting ---------------------------------------------------------------
 */

static void keep(Visit *v, const Fact *fact, const char *done)
{
    Err err = {0};
    Recorded recorded;
    Str code = address_part(v->arena, fact->person);
    if (visit_try(v, fact, STR(""), &recorded, &err)) {
        visit_go(v, str_format(v->arena, "/cuti/%.*s", STR_ARG(code)), done);
        return;
    }
    part_status(v, &err);
    show(v, v->today, &err);
}

static bool has_faults(Visit *v)
{
    if (v->fields.faults.count == 0) return false;
    part_status(v, NULL);
    show(v, v->today, NULL);
    return true;
}

static Fact fact_of(const Visit *v, FactKind kind)
{
    Fact fact = visit_fact(v, kind);
    fact.person = v->view->office->r.people[v->about.index].code;
    return fact;
}

static void note_leave(Visit *v)
{
    Err err = {0};
    if (has_faults(v)) return;
    Fact fact = fact_of(v, FACT_LEAVE);
    fact.days =
        (Window){visit_field(v, "mulai")->date, visit_field(v, "sampai")->date};
    fact.word = visit_field(v, "kata")->text;
    fact.urgency = visit_field(v, "urgensi")->text;
    if (!date_before(fact.days.last, fact.days.first)) {
        keep(v, &fact, "cuti");
        return;
    }
    (void)FAIL(&err, ERR_INPUT, "the last day lies before the first");
    (void)err_id(&err, "hari terakhir mendahului hari pertama");
    part_status(v, &err);
    show(v, v->today, &err);
}

static void note_return(Visit *v)
{
    if (has_faults(v)) return;
    Fact fact = fact_of(v, FACT_RETURN);
    fact.about = visit_field(v, "tentang")->id;
    keep(v, &fact, "kembali");
}

static const Route routes[] = {
    ROUTE(GET, "/cuti/{orang}", MAY_OF_PERSON(LEAVE), ROUTE_FIELDS(show_fields),
          show_page, "Leave of somebody"),
    ROUTE_FORM(POST, "/cuti/{orang}", MAY_OF_PERSON(LEAVE),
               ROUTE_FIELDS(say_fields), note_leave, "Leave of somebody"),
    ROUTE_FORM(POST, "/cuti/{orang}/kembali", MAY_OF_PERSON(LEAVE),
               ROUTE_FIELDS(back_fields), note_return, "Back from leave"),
};

const RouteTable leave_routes = {routes, COUNT(routes)};
