/* SPDX-License-Identifier: Apache-2.0 */
#include "web/board_unit.h"

#include "web/head_above.h"
#include "web/unit_people.h"

enum { PLANS_SHOWN = 3, MOVES_SHOWN = 6 };

const FieldRule board_unit_fields[BOARD_UNIT_FIELDS] = {
    {.name = "unit", .label = N_("Unit"), .kind = FIELD_CODE, .needed = true},
};

typedef struct {
    UnitNow now;
    bool by_unit; /* more people than one reads by name: `below` is there */
    Monitor below;
    MonitorUnit days;
} Looked;

/* ---- now -------------------------------------------------------------------
 */

static void put_lead(Page *page, const UnitNow *now)
{
    const Speech *s = &page->speech;
    page_put(page, HTML("<p class=\"lead\">"));
    unit_people_put(page, now);
    if (now->owed > 0) {
        page_put(page, HTML(" "));
        PAGE_SAY(page,
                 "Reports of {day}: {in} of {owed} are in, and {reviewed} were "
                 "reviewed by a superior.",
                 {"day", said_date(s, now->before)},
                 {"in", said_number(s, now->in)},
                 {"owed", said_number(s, now->owed)},
                 {"reviewed", said_number(s, now->reviewed)});
    }
    page_put(page, HTML("</p>\n"));
}

/* More came than may, and than law and plan have placed there. */
static bool is_exceeded(const UnitCap *cap)
{
    return cap->there > cap->limit && cap->there > cap->expected;
}

static void put_cap(Page *page, const UnitCap *cap)
{
    const Speech *s = &page->speech;
    const Corpus *corpus = page->visit->view->corpus;
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, board_unit(page, cap->unit));
    page_element(page, "small",
                 cite_words(page->arena, corpus,
                            corpus_clause(corpus, cap->cap)->cite, s->lang));
    page_put(page, HTML("</th><td class=\"num\">"));
    page_text(page, said_number(s, cap->expected));
    page_put(page, HTML("</td><td class=\"num\">"));
    page_text(page, said_number(s, cap->there));
    page_put(page, HTML("</td><td><div class=\"bar\">"));
    svg_bullet(&page->html, cap->there, cap->base, cap->limit, 84,
               is_exceeded(cap) ? SVG_OVER : SVG_PLAIN);
    page_element(page, "b", said_number(s, cap->limit));
    page_put(page, HTML("</div></td><td>"));
    if (is_exceeded(cap))
        part_tag(page, "bad", N_("above the cap"));
    else if (cap->over)
        part_tag(page, "", N_("above it by the plan"));
    page_put(page, HTML("</td></tr>\n"));
}

static void put_caps(Page *page, const UnitNow *now)
{
    static const char *const columns[] = {
        N_("Unit"), N_("Expected"), N_("There"), N_("At most"), N_("State")};
    if (now->cap_count == 0) return;
    part_scroll_open(page, N_("Caps today"));
    page_put(page, HTML("<table class=\"rapat batas\"><caption><b>"));
    page_say(page, "Caps today");
    page_put(page, HTML("</b></caption>"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (size_t i = 0; i < now->cap_count; i++)
        put_cap(page, &now->caps[i]);
    page_put(page, HTML("</tbody></table>"));
    part_scroll_close(page);
}

/* ---- beside ----------------------------------------------------------------
 */

/* Who should have checked in by now, and has not. */
static int64_t late_of(const Visit *v, const Looked *looked)
{
    const MonitorAgency *all = &looked->below.total;
    Zone zone = v->view->office->government.zone;
    int64_t late = 0;
    if (looked->by_unit)
        return zone_minute(zone, live_view_now(v->view)) > looked->below.due
                   ? all->scheduled - all->checked_in
                   : 0;
    for (size_t i = 0; i < looked->now.absent_count; i++)
        late += looked->now.absent[i].late;
    return late;
}

static void put_waiting(Page *page, const Looked *looked)
{
    const Speech *s = &page->speech;
    const UnitNow *now = &looked->now;
    page_put(page, HTML("<section><h2>"));
    page_say(page, "State");
    page_put(page, HTML("</h2>"));
    unit_people_put_hidden(page, now->hidden);
    page_put(page, HTML("<ul class=\"todo\">\n<li>"));
    page_text(page, said_many(s, "{n} person should have checked in",
                              "{n} people should have checked in",
                              late_of(page->visit, looked), NULL, 0));
    page_put(page, HTML("</li>\n<li>"));
    page_text(page, said_many(s, "{n} request waits for a word",
                              "{n} requests wait for a word",
                              (int64_t)now->request_count, NULL, 0));
    page_put(page, HTML("</li>\n"));
    for (size_t i = 0; i < now->shut_count; i++) {
        page_put(page, HTML("<li>"));
        PAGE_SAY(page, "{unit} is closed, {days}",
                 {"unit", board_unit(page, now->shut[i].unit)},
                 {"days", said_days(s, now->shut[i].days)});
        page_put(page, HTML("</li>\n"));
    }
    page_put(page, HTML("</ul></section>\n"));
}

static void put_contact(Page *page, UnitId unit)
{
    const Visit *v = page->visit;
    const Register *r = &v->view->office->r;
    PersonId head = unit_head(r, unit, v->today);
    page_put(page, HTML("<section><h2>"));
    page_say(page, "Head");
    page_put(page, HTML("</h2><p>"));
    if (head.index == NO_INDEX) {
        page_say(page, "none in the register");
    } else {
        const Person *person = &r->people[head.index];
        page_link(page, board_code_path(page->arena, "/pegawai/", person->code),
                  person->name);
        if (person->title.len > 0) {
            page_put(page, HTML("<br>"));
            page_text(page, person->title);
        }
    }
    page_put(page, HTML("</p></section>\n"));
}

/* ---- versions of the plan --------------------------------------------------
 */

/* Days of people of the unit that the move changed. */
static int64_t cells_of(const Register *r, UnitId unit, const PlanMove *move)
{
    int64_t count = 0;
    for (size_t i = 0; i < move->cell_count; i++) {
        const CellMove *cell = &move->cells[i];
        count += cell->from != cell->to &&
                 unit_is_under(r, r->people[cell->person.index].unit, unit);
    }
    return count;
}

static void put_move(Page *page, UnitId unit, const PublishedMove *move)
{
    const Speech *s = &page->speech;
    int64_t cells = cells_of(&page->visit->view->office->r, unit, &move->move);
    page_put(page, HTML("<li>"));
    PAGE_SAY(page, "version {version}, {at}: ",
             {"version", said_number(s, move->move.version)},
             {"at", part_instant(page, move->fact.received)});
    page_text(page, said_many(s, "{n} person-day of this unit",
                              "{n} person-days of this unit", cells, NULL, 0));
    page_put(page, HTML("</li>\n"));
}

static void put_plan(Page *page, UnitId unit, const Published *plan)
{
    const Speech *s = &page->speech;
    size_t first =
        plan->move_count > MOVES_SHOWN ? plan->move_count - MOVES_SHOWN : 0;
    page_put(page, HTML("<li><b>"));
    page_text(page, said_days(s, plan->days));
    page_put(page, HTML("</b>"));
    PAGE_SAY(page, "published {at}, now at version {version}",
             {"version", said_number(s, published_version(plan))},
             {"at", part_instant(page, plan->put)});
    page_put(page, HTML("<ul class=\"daftar\">\n"));
    for (size_t i = plan->move_count; i-- > first;)
        put_move(page, unit, &plan->moves[i]);
    page_put(page, HTML("</ul></li>\n"));
}

static void put_plans(Page *page, UnitId unit)
{
    const PublishedList *plans = page->visit->view->plans;
    size_t first = plans->count > PLANS_SHOWN ? plans->count - PLANS_SHOWN : 0;
    page_put(page, HTML("<section><h2>"));
    page_say(page, "Plan");
    page_put(page, HTML("</h2>"));
    if (plans->count == 0) {
        page_put(page, HTML("<p class=\"s\">"));
        page_say(page, "No plan is published.");
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("<ul class=\"todo\">\n"));
    for (size_t i = plans->count; i-- > first;)
        put_plan(page, unit, &plans->at[i]);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- the page --------------------------------------------------------------
 */

static void put_link(Page *page, Str path, const char *english)
{
    page_put(page, HTML("<a class=\"btn alt sm\" href=\""));
    page_text(page, path);
    page_put(page, HTML("\">"));
    page_say(page, english);
    page_put(page, HTML("</a>"));
}

static void put_head(Page *page, UnitId unit)
{
    const Register *r = &page->visit->view->office->r;
    Str code = r->units[unit.index].code;
    UnitId parent = r->units[unit.index].parent;
    board_head(page,
               parent.index == NO_INDEX ? STR("") : r->units[parent.index].name,
               r->units[unit.index].name);
    put_link(page, board_code_path(page->arena, "/kehadiran?unit=", code),
             N_("People"));
    put_link(page, board_code_path(page->arena, "/tidak-sesuai?unit=", code),
             N_("Deviations"));
    put_link(page, board_code_path(page->arena, "/rekap?unit=", code),
             N_("Recaps"));
    Str own = board_unit_path(page, unit);
    page_put(page, HTML("<a class=\"btn sm\" href=\""));
    page_text(page, str_format(page->arena, "%.*s/perbaikan", STR_ARG(own)));
    page_put(page, HTML("\">"));
    page_say(page, "Ask for a mended plan");
    page_put(page, HTML("</a>"));
    board_head_end(page);
}

static bool read_unit(Visit *v, Looked *out)
{
    Err err = {0};
    out->by_unit = monitor_by_unit(&v->view->office->r, v->unit, v->today);
    UnitAsked asked = {v->unit, NO_PERSON,
                       out->by_unit ? UNIT_NOW_ASKED | UNIT_NOW_RULED
                                    : UNIT_NOW_ALL};
    if (unit_now(v->arena, v->view, &asked, &out->now, &err) &&
        (!out->by_unit || monitor_below(v->arena, v->view, v->unit, v->today,
                                        &out->below, &err)) &&
        monitor_unit(v->arena, v->view, v->unit, v->today, &out->days, &err))
        return true;
    visit_refuse(v, &err);
    return false;
}

static void put_numbers(Page *page, const Looked *looked)
{
    if (looked->by_unit) {
        head_above_put_lead(page, looked->now.ruled, &looked->below);
        return;
    }
    if (!looked->now.ruled) {
        page_put(page, HTML("<p class=\"kosong\">"));
        page_say(page, "No letter in force reaches this unit.");
        page_put(page, HTML("</p>\n"));
    }
    put_lead(page, &looked->now);
}

/* At the end, and over the whole width: there may be hundreds. */
static void put_rows(Page *page, const Looked *looked)
{
    if (looked->by_unit)
        board_ledger_below(page, &looked->below, looked->now.unit,
                           "/pantau/unit/");
}

void board_unit_page(Visit *v)
{
    static const BoardDone done[] = {
        {"minta", N_("Sent at {time}. The unit sees it among its notices.")},
    };
    Looked looked;
    if (!read_unit(v, &looked)) return;
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/pantau",
                     .name = v->view->office->r.units[v->unit.index].name};
    Page page = page_open(v, &head);
    put_head(&page, v->unit);
    board_done(&page, done, COUNT(done));
    put_numbers(&page, &looked);
    page_put(&page, HTML("<div class=\"monr\"><div>\n"));
    put_caps(&page, &looked.now);
    board_unit_days(&page, &looked.days);
    page_put(&page, HTML("</div><aside class=\"side\" aria-label=\""));
    page_say(&page, "Head, state and plan");
    page_put(&page, HTML("\">\n"));
    put_contact(&page, v->unit);
    put_waiting(&page, &looked);
    put_plans(&page, v->unit);
    page_put(&page, HTML("</aside></div>\n"));
    put_rows(&page, &looked);
    page_close(&page);
}
