/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_case.h"

enum { SHOWN = 50, DAYS = 5, OPEN_SHOWN = 10 };

const FieldRule board_cases_fields[BOARD_CASES_FIELDS] = {
    {.name = "hari",  .label = N_("Day"),  .kind = FIELD_DATE        },
    {.name = "unit",  .label = N_("Unit"), .kind = FIELD_CODE        },
    {.name = "jenis",
     .label = N_("About"),
     .kind = FIELD_CHOICE,
     .choices = PEOPLE_FIND_ASKS},
    {.name = "usulan",               .label = N_("Suggested steps"),                   .kind = FIELD_FLAG},
    {.name = "sesudah",               .label = N_("Behind"),                  .kind = FIELD_CODE        },
};

/* ---- which are looked for --------------------------------------------------
 */

static const struct {
    const char *word, *english;
} kinds[] = {
    {"hadir",     N_("Presence")      },
    {"absen",     N_("Not checked in")},
    {"laporan",   N_("Reports")       },
    {"panggilan", N_("Calls")         },
    {"isyarat",   N_("Signals")       },
    {"lain",      N_("Other")         },
};

typedef struct {
    Date day;
    UnitId unit;  /* or NO_UNIT */
    Str asked_of; /* a word of PEOPLE_FIND_ASKS, or empty */
    PeopleDay people;
    Clarifications asked;
    BoardSteps steps;
    const PeopleRow **at;
    size_t count, first, last; /* shown: [first, last) */
} Cases;

/* The last working day, where none is given: today is not over. */
static bool find_day(Visit *v, Date *out)
{
    Date before = v->today;
    if (visit_field(v, "hari")->given) return board_day(v, out);
    if (monitor_working_days(v->view->corpus, v->today, &before, 1) == 0)
        before = date_plus(v->today, -1);
    *out = before;
    return true;
}

static bool fits(const Visit *v, const Cases *c, const PeopleRow *row)
{
    const Register *r = &v->view->office->r;
    UnitId unit = r->people[row->person.index].unit;
    return people_find_asks(c->asked_of, row) &&
           (c->unit.index == NO_INDEX || unit_is_under(r, unit, c->unit));
}

static void choose_rows(Visit *v, Cases *c)
{
    Str after = visit_field(v, "sesudah")->text;
    uint32_t behind = map_find(&v->view->office->r.person_codes, after);
    c->at = NEW(v->arena, const PeopleRow *, c->people.count + 1);
    for (size_t i = 0; i < c->people.count; i++) {
        if (!fits(v, c, &c->people.rows[i])) continue;
        c->at[c->count++] = &c->people.rows[i];
        if (after.len > 0 && behind != NO_INDEX &&
            c->people.rows[i].person.index <= behind)
            c->first = c->count;
    }
    c->last = c->first + SHOWN < c->count ? c->first + SHOWN : c->count;
}

static bool look(Visit *v, Cases *out)
{
    Err err = {0};
    Cases c = {.asked_of = visit_field(v, "jenis")->text};
    if (!find_day(v, &c.day) || !asked_unit(v, &c.unit)) return false;
    if (!people_day(v->arena, v->view, c.day, &c.people, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    if (!board_case_steps_find(v, c.day, c.unit, &c.steps)) return false;
    c.asked = clarify_all(v->arena, v->view);
    choose_rows(v, &c);
    *out = c;
    return true;
}

/* ---- the days --------------------------------------------------------------
 */

static void put_day_link(Page *page, Date day, bool here)
{
    char iso[DATE_TEXT];
    page_put(page, HTML("<a href=\"/tidak-sesuai?hari="));
    page_text(page, str_of(date_iso(day, iso)));
    page_put(page, here ? HTML("\" aria-current=\"page\">") : HTML("\">"));
    page_text(page, said_weekday(&page->speech, day));
    page_put(page, HTML(" "));
    page_text(page, said_day_month(&page->speech, day));
    page_put(page, HTML("</a>"));
}

static void put_days(Page *page, const Cases *c)
{
    const Visit *v = page->visit;
    Date days[DAYS];
    uint32_t count =
        monitor_working_days(v->view->corpus, v->today, days, DAYS);
    page_put(page, HTML("<nav class=\"filt\" aria-label=\""));
    page_say(page, "Days");
    page_put(page, HTML("\">"));
    put_day_link(page, v->today, date_is(v->today, c->day));
    for (uint32_t i = 0; i < count; i++)
        put_day_link(page, days[i], date_is(days[i], c->day));
    page_put(page, HTML("</nav>\n"));
}

/* ---- the filters -----------------------------------------------------------
 */

static void put_kinds(Page *page)
{
    FormChoice choices[COUNT(kinds) + 1];
    Str chosen = visit_field(page->visit, "jenis")->text;
    choices[0] =
        (FormChoice){.value = STR(""), .text = said(&page->speech, "All")};
    for (size_t i = 0; i < COUNT(kinds); i++)
        choices[i + 1] =
            (FormChoice){.value = str_of(kinds[i].word),
                         .text = said(&page->speech, kinds[i].english),
                         .chosen = str_is(chosen, str_of(kinds[i].word))};
    form_select(page, "jenis", N_("About"), choices, COUNT(choices));
}

static void put_filters(Page *page, const Cases *c)
{
    char iso[DATE_TEXT];
    page_put(page, HTML("<form class=\"saring\" action=\"/tidak-sesuai\">\n"));
    form_field(page, &(FormField){.name = "hari",
                                  .type = "date",
                                  .value = str_of(date_iso(c->day, iso))});
    board_unit_choice(page, c->unit);
    put_kinds(page);
    form_button_named(page, "Filter", "sesudah", STR(""), false);
    form_close(page);
}

/* ---- matters that are open -------------------------------------------------
 */

static void put_matter(Page *page, const Clarification *c)
{
    const Person *person = board_person(page, c->person);
    page_put(page, HTML("<li>"));
    page_link(page, board_case_path(page->arena, person->code, c->day),
              person->name);
    page_put(page, HTML(" <span class=\"mut\">"));
    page_text(page, said_day_month(&page->speech, c->day));
    page_put(page, HTML("</span> "));
    board_case_state(page, c->state);
    page_put(page, HTML("</li>\n"));
}

/* Those that are open longest come last: none is out of reach. */
static void put_rest(Page *page, size_t open)
{
    page_put(page, HTML("</ul><details><summary>"));
    PAGE_SAY(page, "and {n} more",
             {"n", said_number(&page->speech, (int64_t)(open - OPEN_SHOWN))});
    page_put(page, HTML("</summary><ul class=\"daftar\">\n"));
}

static void put_open(Page *page, const Clarifications *all)
{
    size_t put = 0;
    if (all->asked + all->answered == 0) return;
    part_open(page);
    part_heading(page, N_("Asked, and not closed yet"));
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = 0; i < all->count; i++) {
        ClarifyState state = all->at[i].state;
        if (state != CLARIFY_ASKED && state != CLARIFY_ANSWERED) continue;
        if (put++ == OPEN_SHOWN) put_rest(page, all->asked + all->answered);
        put_matter(page, &all->at[i]);
    }
    page_put(page, put > OPEN_SHOWN ? HTML("</ul></details>") : HTML("</ul>"));
    part_close(page);
}

/* ---- the rows --------------------------------------------------------------
 */

static void put_questions(Page *page, const Cases *c, const PeopleRow *row)
{
    MyVerdict of = {0};
    Err ignored = {0};
    page_put(page, HTML("<ul>"));
    (void)!my_verdict(page->arena, page->visit->view, row->person, c->day, &of,
                      &ignored);
    for (uint32_t i = 0; i < of.verdict.count; i++) {
        const Finding *f = &of.verdict.findings[i];
        if (!board_case_asks(f)) continue;
        page_element(page, "li",
                     board_case_question(&page->speech, f, of.book));
    }
    page_put(page, HTML("</ul>"));
}

static void put_row(Page *page, const Cases *c, const PeopleRow *row)
{
    const Person *person = board_person(page, row->person);
    const Clarification *matter = clarify_find(&c->asked, row->person, c->day);
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_link(page, board_case_path(page->arena, person->code, c->day),
              person->name);
    page_element(page, "small", board_unit(page, person->unit));
    page_put(page, HTML("</th><td class=\"tanya\">"));
    put_questions(page, c, row);
    page_put(page, HTML("</td><td>"));
    board_case_state(page, matter == NULL ? CLARIFY_NONE : matter->state);
    page_put(page, HTML("</td></tr>\n"));
}

static void put_rows(Page *page, const Cases *c)
{
    static const char *const columns[] = {N_("Name"), N_("To be asked"),
                                          N_("State")};
    part_scroll_open(page, N_("Deviations"));
    page_put(page, HTML("<table class=\"rapat tumpuk\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t i = c->first; i < c->last; i++)
        put_row(page, c, c->at[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

/* The same page behind the last person shown. */
static Str next_path(const Page *page, const Cases *c)
{
    char iso[DATE_TEXT];
    const Visit *v = page->visit;
    Arena *arena = page->arena;
    PersonId last = c->at[c->last - 1]->person;
    Str code = address_part(arena, board_person(page, last)->code);
    Str unit = address_part(arena, visit_field(v, "unit")->text);
    Str kind = address_part(arena, visit_field(v, "jenis")->text);
    return str_format(
        arena, "/tidak-sesuai?hari=%s&unit=%.*s&jenis=%.*s&sesudah=%.*s",
        date_iso(c->day, iso), STR_ARG(unit), STR_ARG(kind), STR_ARG(code));
}

static void put_more(Page *page, const Cases *c)
{
    if (c->count <= SHOWN) return;
    page_put(page, HTML("<p class=\"tautan halaman\">"));
    PAGE_SAY(page, "{first}–{last} of {all}",
             {"first", said_number(&page->speech, (int64_t)c->first + 1)},
             {"last", said_number(&page->speech, (int64_t)c->last)},
             {"all", said_number(&page->speech, (int64_t)c->count)});
    if (c->last < c->count) {
        page_put(page, HTML(" "));
        page_link_say(page, next_path(page, c), "Next 50");
    }
    page_put(page, HTML("</p>\n"));
}

/* ---- the page --------------------------------------------------------------
 */

void board_cases_page(Visit *v)
{
    Cases c;
    PageHead head = {.frame = PAGE_DESK, .here = "/tidak-sesuai"};
    if (!look(v, &c)) return;
    Page page = page_open(v, &head);
    board_head(&page, said_date(&page.speech, c.day),
               said_many(&page.speech, "{n} person to be asked about",
                         "{n} people to be asked about", (int64_t)c.count, NULL,
                         0));
    board_head_end(&page);
    put_days(&page, &c);
    board_outages(&page, c.people.outages, c.people.outage_count);
    put_open(&page, &c.asked);
    put_filters(&page, &c);
    if (c.count > 0) {
        put_rows(&page, &c);
        put_more(&page, &c);
    } else {
        page_put(&page, HTML("<p class=\"kosong\">"));
        page_say(&page, "Nothing is to be asked about that day.");
        page_put(&page, HTML("</p>\n"));
    }
    board_case_steps(&page, &c.steps);
    page_close(&page);
}

/* ---- what waits for my answer ----------------------------------------------
 */

void board_case_waiting(Visit *v)
{
    PageHead head = {.frame = PAGE_PHONE, .here = "/klarifikasi"};
    Clarifications mine = clarify_waiting(v->arena, v->view, v->person);
    Page page = page_open(v, &head);
    part_open(&page);
    page_heading(&page, "Clarifications");
    if (mine.count == 0)
        part_paragraph(&page, N_("Nothing waits for your answer."));
    else
        part_small(&page, N_("The personnel board asks. Say what you know; "
                             "a question is no reproach."));
    page_put(&page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = 0; i < mine.count; i++)
        put_matter(&page, &mine.at[i]);
    page_put(&page, HTML("</ul>"));
    part_close(&page);
    page_close(&page);
}
