/* SPDX-License-Identifier: Apache-2.0 */
#include "door/problem.h"
#include "sheet/recap_text.h"
#include "web/board_recap.h"

enum { PREVIEW = 10, ASKED_SHOWN = 12, AROUND = 62 };

#define K(name) (UINT64_C(1) << (FACT_##name))

/* ---- the choice ------------------------------------------------------------
 */

/* Without a word: by dates where these stand, or where no letter asks. */
static Str span_chosen(const Page *page, bool any)
{
    Visit *v = page->visit;
    const FieldValue *word = visit_field(v, "masa");
    if (word->given) return word->text;
    return visit_field(v, "mulai")->given || !any ? STR("hari") : STR("");
}

static void put_periods(Page *page, Str chosen)
{
    static const struct {
        const char *value, *english;
    } spans[] = {
        {"mingguan", N_("The week that a letter asks for")     },
        {"bulanan",  N_("The month that a letter asks for")    },
        {"surat",    N_("All days of a letter")                },
        {"masa",     N_("Letters that follow on each other")   },
        {"hari",     N_("From the first to the last day below")},
    };
    FormChoice choices[COUNT(spans)];
    for (size_t i = 0; i < COUNT(spans); i++)
        choices[i] =
            (FormChoice){.value = str_of(spans[i].value),
                         .text = said(&page->speech, spans[i].english),
                         .chosen = str_is(chosen, str_of(spans[i].value))};
    form_select(page, "masa", N_("Period"), choices, COUNT(choices));
}

/* The government and its agencies for who watches over all of them; else the
 * units that one may see. */
static bool is_offered(Visit *v, bool all, UnitId id)
{
    const Register *r = &v->view->office->r;
    const Unit *unit = &r->units[id.index];
    if (all) return unit->agency || id.index == r->preorder[0].index;
    return (unit->agency || unit->work_unit) &&
           visit_may(v, ACCESS_SEE_UNIT, NO_PERSON, id, NULL);
}

static void put_units(Page *page, UnitId chosen)
{
    Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    bool all = visit_may(v, ACCESS_MONITOR, NO_PERSON, NO_UNIT, NULL);
    FormChoice *choices = NEW(page->arena, FormChoice, r->unit_count + 1);
    size_t count = 0;
    for (uint32_t i = 0; i < r->unit_count; i++) {
        UnitId unit = r->preorder[i];
        bool is_chosen = unit.index == chosen.index;
        if (!is_chosen && !is_offered(v, all, unit)) continue;
        choices[count++] = (FormChoice){.value = r->units[unit.index].code,
                                        .text = r->units[unit.index].name,
                                        .chosen = is_chosen};
    }
    form_select(page, "unit", N_("Unit"), choices, count);
}

static void put_date(Page *page, const char *name, const char *english,
                     Date day)
{
    char iso[DATE_TEXT];
    bool known = !date_is(day, DATE_NEVER);
    form_field(page, &(FormField){.name = name,
                                  .label = english,
                                  .type = "date",
                                  .value = known ? str_of(date_iso(day, iso))
                                                 : STR("")});
}

/* What was typed stays where nothing could be made of it. */
static Date date_typed(const Page *page, const char *name)
{
    const FieldValue *day = visit_field(page->visit, name);
    return day->given ? day->date : DATE_NEVER;
}

static void put_choice(Page *page, const BoardRecap *recap, bool any)
{
    const FieldValue *day = visit_field(page->visit, "hari");
    Window days = recap->asked ? recap->window
                               : (Window){date_typed(page, "mulai"),
                                          date_typed(page, "sampai")};
    page_put(page, HTML("<form class=\"saring\" action=\"/rekap\">\n"));
    put_periods(page, span_chosen(page, any));
    put_date(page, "hari", N_("A day of it"),
             day->given ? day->date : page->visit->today);
    put_date(page, "mulai", N_("First day"), days.first);
    put_date(page, "sampai", N_("Last day"), days.last);
    put_units(page, recap->unit);
    form_button(page, "Make the recap");
    form_close(page);
}

/* ---- before a choice: what is asked for, what was closed -------------------
 */

static void put_period(Page *page, UnitId unit, const RecapPeriod *p)
{
    Visit *v = page->visit;
    const Corpus *corpus = v->view->corpus;
    Str query =
        board_recap_query(page->arena, &v->view->office->r, unit, p->window);
    page_put(page, HTML("<li>"));
    page_link(page, str_format(page->arena, "/rekap%.*s", STR_ARG(query)),
              board_recap_days(&page->speech, p->window));
    page_put(page, HTML(" <span class=\"mut\">"));
    page_text(page, recap_span_word(p->span, page->speech.lang));
    page_put(page, HTML(", "));
    page_text(page, cite_words(page->arena, corpus,
                               corpus_clause(corpus, p->by)->cite,
                               page->speech.lang));
    page_put(page, HTML("</span></li>\n"));
}

static RecapPeriods find_asked(Visit *v)
{
    return recap_periods(
        v->arena, v->view->corpus,
        (Window){date_plus(v->today, -AROUND), date_plus(v->today, AROUND)});
}

static void put_asked(Page *page, UnitId unit, const RecapPeriods *asked)
{
    part_open(page);
    part_heading(page, N_("Recaps that the letters ask for"));
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = 0; i < asked->count && i < ASKED_SHOWN; i++)
        put_period(page, unit, &asked->at[i]);
    page_put(page, HTML("</ul>"));
    if (asked->count == 0)
        part_paragraph(page, N_("None around these days. Choose by dates."));
    part_close(page);
}

static void put_closed(Page *page, const Fact *fact)
{
    const Register *r = &page->visit->view->office->r;
    uint32_t unit = map_find(&r->unit_codes, fact->unit);
    if (unit == NO_INDEX || !visit_may(page->visit, ACCESS_SEE_UNIT, NO_PERSON,
                                       (UnitId){unit}, NULL))
        return;
    page_put(page, HTML("<li>"));
    page_link(
        page,
        str_format(page->arena, "/rekap%.*s",
                   STR_ARG(board_recap_query(page->arena, r, (UnitId){unit},
                                             fact->days))),
        str_format(page->arena, "%.*s, %.*s", STR_ARG(r->units[unit].name),
                   STR_ARG(board_recap_days(&page->speech, fact->days))));
    page_put(page, HTML(" <span class=\"mut\">"));
    PAGE_SAY(page, "version {version}, {at}",
             {"version", said_number(&page->speech, fact->number)},
             {"at", part_instant(page, fact->received)});
    page_put(page, HTML("</span></li>\n"));
}

static void put_closings(Page *page)
{
    LiveFacts all = live_facts_kinds(page->visit->view, page->arena, K(RECAP));
    if (all.count == 0) return;
    part_open(page);
    part_heading(page, N_("Closed recaps"));
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = all.count; i-- > 0;)
        put_closed(page, all.at[i]);
    page_put(page, HTML("</ul>"));
    part_close(page);
}

/* ---- the recap -------------------------------------------------------------
 */

static int64_t reports_of(const int64_t *counts)
{
    return counts[RECAP_REPORT_IN] + counts[RECAP_REPORT_ACCEPTED] +
           counts[RECAP_REPORT_RETURNED] + counts[RECAP_REPORT_LATE];
}

static void put_lead(Page *page, const BoardRecap *recap)
{
    const Speech *s = &page->speech;
    const RecapUnit *all = recap_government(&recap->made.recap);
    const int64_t *c = all->counts;
    page_put(page, HTML("<p class=\"lead\">"));
    PAGE_SAY(page,
             "{people} people, *{days} working days on duty*; a day at home "
             "counts as one.",
             {"people", said_number(s, all->people)},
             {"days", said_number(s, c[RECAP_COUNTED])});
    page_put(page, HTML(" "));
    PAGE_SAY(
        page,
        "Present {present}, late {late}, absent {absent}; {reports} "
        "reports, {missing} wanting.",
        {"present", said_number(s, c[RECAP_PRESENT] + c[RECAP_WITH_LEAVE])},
        {"late", said_number(s, c[RECAP_LATE])},
        {"absent", said_number(s, c[RECAP_ABSENT])},
        {"reports", said_number(s, reports_of(c))},
        {"missing", said_number(s, c[RECAP_REPORT_MISSING])});
    page_put(page, HTML("</p>\n"));
}

/* Columns of the preview. */
static const RecapColumn shown[] = {
    RECAP_WORKING, RECAP_COUNTED,        RECAP_PRESENT,  RECAP_LATE,
    RECAP_ABSENT,  RECAP_REPORT_MISSING, RECAP_BREACHES, RECAP_UNKNOWN};

static void put_columns(Page *page)
{
    page_put(page, HTML("<thead><tr><th scope=\"col\">"));
    page_say(page, "Name");
    page_put(page, HTML("</th><th scope=\"col\">"));
    page_say(page, "Unit");
    page_put(page, HTML("</th>"));
    for (size_t i = 0; i < COUNT(shown); i++) {
        page_put(page, HTML("<th scope=\"col\" class=\"num\">"));
        page_text(page,
                  recap_text_column(page->arena, shown[i], page->speech.lang));
        page_put(page, HTML("</th>"));
    }
    page_put(page, HTML("</tr></thead>\n<tbody>"));
}

static void put_person(Page *page, const Recap *recap, PersonId person)
{
    const Person *p = &recap->r->people[person.index];
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, p->name);
    page_put(page, HTML("</th><td>"));
    page_text(page, board_unit(page, p->unit));
    page_put(page, HTML("</td>"));
    for (size_t i = 0; i < COUNT(shown); i++) {
        page_put(page, HTML("<td class=\"num\">"));
        page_text(page, said_number(&page->speech,
                                    recap_count(recap, person, shown[i])));
        page_put(page, HTML("</td>"));
    }
    page_put(page, HTML("</tr>\n"));
}

static void put_preview(Page *page, const BoardRecap *recap)
{
    const Recap *made = &recap->made.recap;
    size_t put = 0, rows = 0;
    for (uint32_t p = 0; p < made->r->person_count && rows < PREVIEW; p++)
        rows += made->served[p];
    part_scroll_open(page, N_("First rows of the recap"));
    page_put(page, HTML("<table class=\"rekap\"><caption><b>"));
    PAGE_SAY(page, "First {n} rows",
             {"n", said_number(&page->speech, (int64_t)rows)});
    page_put(page, HTML("</b> "));
    page_say(page, "all columns stand in the files.");
    page_put(page, HTML("</caption>"));
    put_columns(page);
    for (uint32_t p = 0; p < made->r->person_count && put < PREVIEW; p++) {
        if (!made->served[p]) continue;
        put_person(page, made, (PersonId){p});
        put++;
    }
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

static void put_files(Page *page, const BoardRecap *recap)
{
    static const struct {
        const char *form, *english;
    } files[] = {
        {"rekap.csv",    N_("CSV")                 },
        {"rekap.xlsx",   N_("XLSX")                },
        {"rekap.html",   N_("A page to print")     },
        {"rekap.rekap",  N_("The text of the hash")},
        {"kinerja.csv",  N_("e-Kinerja, CSV")      },
        {"kinerja.xlsx", N_("e-Kinerja, XLSX")     },
    };
    Str query = board_recap_query(page->arena, &page->visit->view->office->r,
                                  recap->unit, recap->window);
    page_put(page, HTML("<p class=\"berkas\">"));
    for (size_t i = 0; i < COUNT(files); i++) {
        page_put(page, HTML(" <a class=\"btn alt sm\" href=\""));
        page_text(page, str_format(page->arena, "/rekap/berkas%.*s&bentuk=%s",
                                   STR_ARG(query), files[i].form));
        page_put(page, HTML("\">"));
        page_say(page, files[i].english);
        page_put(page, HTML("</a>"));
    }
    page_put(page, HTML("</p>\n"));
}

static void put_made(Page *page, const BoardRecap *recap)
{
    put_lead(page, recap);
    put_files(page, recap);
    page_put(page, HTML("<div class=\"monr\"><div>\n"));
    put_preview(page, recap);
    board_recap_follow(page, recap);
    page_put(page, HTML("</div>\n"));
    board_recap_side(page, recap);
    page_put(page, HTML("</div>\n"));
}

static void put_head(Page *page, const BoardRecap *recap)
{
    const Register *r = &page->visit->view->office->r;
    Str unit = r->units[recap->unit.index].name;
    Str heading =
        recap->asked
            ? SAID(&page->speech, "Recap {days}",
                   {"days", board_recap_days(&page->speech, recap->window)})
            : said(&page->speech, "Recaps");
    board_head(page, unit, heading);
    board_head_end(page);
}

void board_recap_page(Visit *v)
{
    static const BoardDone done[] = {
        {"tutup",  N_("Closed at {time}. What was closed stays as it is.")},
        {"terima", N_("Received at {time}.")                              },
    };
    PageHead head = {.frame = PAGE_DESK, .here = "/rekap"};
    BoardRecap *recap = board_recap_asked(v);
    RecapPeriods asked = find_asked(v);
    if (recap->why != NULL) {
        problem_cause(v, recap->why);
        v->answer->status = err_http(recap->why->kind);
    }
    Page page = page_open(v, &head);
    put_head(&page, recap);
    board_done(&page, done, COUNT(done));
    part_failure(&page, recap->why);
    put_choice(&page, recap, asked.count > 0);
    if (recap->asked) {
        put_made(&page, recap);
    } else {
        put_asked(&page, recap->unit, &asked);
        put_closings(&page);
    }
    page_close(&page);
}
