/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_show.c - H2: the roster of a unit's month.
 */
#include "door/door.h"
#include "web/grid_part.h"

/* ---- opening ------------------------------------------------------------- */

static Str base_of(Arena *arena, Window month)
{
    Civil c = date_civil(month.first);
    return str_format(arena, "/jadwal/%04d-%02d", c.year, c.month);
}

bool grid_open_of(Visit *v, UnitId unit, Window month, Grid *out)
{
    Err err = {0};
    Grid grid = {.v = v, .person = NO_PERSON, .opened = NO_UNIT};
    const Register *r = &v->view->office->r;
    if (!draft_open(v->arena, v->view, unit, month, &grid.draft, &err)) {
        visit_refuse(v, &err);
        return false;
    }
    grid.edits = visit_may(v, ACCESS_DEVIATE, NO_PERSON, unit, NULL);
    grid.month = unit_month(v->arena, v->view, unit, month,
                            grid.edits ? &grid.draft : NULL);
    grid.base = base_of(v->arena, month);
    grid.query =
        str_format(v->arena, "unit=%.*s",
                   STR_ARG(address_part(v->arena, r->units[unit.index].code)));
    *out = grid;
    return true;
}

/* The unit whose grid one came from, if it has the person; else theirs. */
UnitId grid_unit_of(const Visit *v)
{
    const Register *r = &v->view->office->r;
    const FieldValue *asked = visit_field(v, GRID_UNIT);
    UnitId own = r->people[v->about.index].unit, above = NO_UNIT;
    if (asked->given) above.index = map_find(&r->unit_codes, asked->text);
    bool holds = above.index != NO_INDEX && unit_is_under(r, own, above);
    return holds ? above : own;
}

void grid_put_back(Grid *grid, Str path)
{
    Page *page = grid->page;
    bool sees =
        visit_may(grid->v, ACCESS_SEE_UNIT, NO_PERSON, grid->month.unit, NULL);
    page_put(page, HTML("<p class=\"crumb\">"));
    page_link_say(page, sees ? path : STR("/jadwal"), "Back to the roster");
    page_put(page, HTML("</p>"));
}

bool grid_open(Visit *v, Grid *out)
{
    return grid_open_of(v, v->unit, visit_field(v, GRID_MONTH)->days, out);
}

/* ---- small ones ---------------------------------------------------------- */

Date grid_date(const Grid *grid, uint32_t day)
{
    return date_plus(grid->month.days.first, (int32_t)day);
}

Str grid_unit_name(const Grid *grid, UnitId unit)
{
    return grid->v->view->office->r.units[unit.index].name;
}

Str grid_month_said(const Speech *speech, Date day)
{
    Civil c = date_civil(day);
    return str_format(speech->arena, "%.*s %d",
                      STR_ARG(date_month_name(c.month, speech->lang)), c.year);
}

bool grid_has_page(const Visit *v, const char *path)
{
    for (size_t t = 0; t < v->door->table_count; t++) {
        const RouteTable *table = &v->door->tables[t];
        for (size_t i = 0; i < table->count; i++) {
            if (table->at[i].method == HTTP_GET &&
                str_is(str_of(table->at[i].path), str_of(path)))
                return true;
        }
    }
    return false;
}

Str grid_day_path(const Grid *grid, uint32_t day)
{
    char iso[DATE_TEXT];
    return str_format(grid->v->arena, "%.*s?%.*s&tgl=%s", STR_ARG(grid->base),
                      STR_ARG(grid->query),
                      date_iso(grid_date(grid, day), iso));
}

Str grid_cell_path(const Grid *grid, PersonId person, uint32_t day)
{
    char iso[DATE_TEXT];
    Arena *arena = grid->v->arena;
    Str code = grid->v->view->office->r.people[person.index].code;
    return str_format(arena, "%.*s/%.*s/%s?%.*s", STR_ARG(grid->base),
                      STR_ARG(address_part(arena, code)),
                      date_iso(grid_date(grid, day), iso),
                      STR_ARG(grid->query));
}

bool grid_is_open(const Grid *grid, const UnitMonthCell *cell, uint32_t day)
{
    return grid->edits && day >= grid->month.ahead &&
           (cell->marks & UNIT_MONTH_OPEN) != 0;
}

/* ---- what was chosen ----------------------------------------------------- */

static bool is_declared(const Visit *v, const char *name)
{
    for (size_t i = 0; i < v->fields.rules.count; i++) {
        if (str_is(str_of(v->fields.rules.at[i].name), str_of(name)))
            return true;
    }
    return false;
}

static const FieldValue *chosen(const Visit *v, const char *name)
{
    static const FieldValue nothing = {0};
    return is_declared(v, name) ? visit_field(v, name) : &nothing;
}

/* The day asked for, else today, else the next on which somebody works. */
static uint32_t choose_day(const Grid *grid)
{
    const UnitMonth *m = &grid->month;
    const FieldValue *asked = chosen(grid->v, "tgl");
    if (asked->given && window_has(m->days, asked->date))
        return (uint32_t)(asked->date.days - m->days.first.days);
    uint32_t day = m->today == NO_INDEX ? 0 : m->today;
    while (day < m->day_count && !m->works[day])
        day++;
    return day < m->day_count ? day : 0;
}

static bool explains(const UnitMonthCell *cell)
{
    return (cell->marks & UNIT_MONTH_OPEN) != 0 && cell->letter != PLACED_NONE;
}

/* Somebody whose cell has something to explain: by turn, else anybody. */
static PersonId choose_person(const Grid *grid)
{
    const UnitMonth *m = &grid->month;
    const FieldValue *asked = chosen(grid->v, "orang");
    const Map *codes = &grid->v->view->office->r.person_codes;
    uint32_t person = asked->given ? map_find(codes, asked->text) : NO_INDEX;
    if (person != NO_INDEX && unit_month_row(m, (PersonId){person}) != NULL)
        return (PersonId){person};
    for (uint32_t i = 0; i < m->row_count; i++) {
        if (explains(&m->rows[i].cells[grid->day])) return m->rows[i].person;
    }
    return m->row_count > 0 ? m->rows[0].person : NO_PERSON;
}

static void choose(Grid *grid)
{
    const FieldValue *letter = chosen(grid->v, "saring");
    const FieldValue *unit = chosen(grid->v, "buka");
    const Map *codes = &grid->v->view->office->r.unit_codes;
    grid->day = choose_day(grid);
    grid->person = choose_person(grid);
    grid->matrix = chosen(grid->v, "tampil")->given;
    if (letter->given && letter->text.len == 1)
        grid->filter = letter->text.ptr[0];
    if (unit->given) grid->opened = (UnitId){map_find(codes, unit->text)};
    if (chosen(grid->v, "hal")->given)
        grid->slice = (uint32_t)chosen(grid->v, "hal")->number - 1;
}

/* ---- states in words ----------------------------------------------------- */

static const char *done_said(Str done)
{
    static const struct {
        const char *word, *english;
    } all[] = {
        {"diubah",   N_("Put into the draft. Nothing holds before it is "
                      "published.")                 },
        {"sama",     N_("Nothing to change: it is so already.")       },
        {"urung",    N_("The last change was taken back.")            },
        {"ulang",    N_("The change was made again.")                 },
        {"dibuang",  N_("The draft was thrown away.")                 },
        {"disusun",  N_("Built as a draft. Look at it, then publish.")},
        {"menyusul", N_("Recorded. The plan follows in a moment; load the page "
                        "again.")                 },
        {"diterima", N_("Kept. It joins the plan when the plan of these days "
                        "is published.")          },
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        if (str_is(done, str_of(all[i].word))) return all[i].english;
    }
    return NULL;
}

/* "Published as version 5: 12 people are told." */
static void put_published(Grid *grid)
{
    Page *page = grid->page;
    const Published *plan = grid->month.plan;
    size_t told = plan == NULL || plan->move_count == 0
                      ? 0
                      : plan->moves[plan->move_count - 1].move.told_count;
    page_put(page, HTML("<p class=\"jw-beri\" role=\"status\">"));
    PAGE_SAY(
        page, "Published as version {version}: {told} people are told.",
        {"version", said_number(&page->speech,
                                plan == NULL ? 0 : published_version(plan))},
        {"told", said_number(&page->speech, (int64_t)told)});
    page_put(page, HTML("</p>\n"));
}

static void put_done(Grid *grid)
{
    const char *done = done_said(visit_done(grid->v));
    if (str_is(visit_done(grid->v), STR("terbit"))) put_published(grid);
    if (done == NULL) return;
    page_put(grid->page, HTML("<p class=\"jw-beri\" role=\"status\">"));
    page_say(grid->page, done);
    page_put(grid->page, HTML("</p>\n"));
}

/* A plan that could not follow says so, with the smallest clash. */
static void put_troubles(Grid *grid)
{
    Page *page = grid->page;
    const LiveView *view = grid->v->view;
    for (size_t i = 0; i < view->trouble_count; i++) {
        const LiveTrouble *t = &view->troubles[i];
        if (t->kind == FOLLOW_BARE || !window_meets(t->days, grid->month.days))
            continue;
        page_put(page, HTML("<p class=\"alertbar\" role=\"alert\"><b>"));
        page_say(page, "The published plan could not follow.");
        page_put(page, HTML("</b> "));
        page_text(page, t->said[page->speech.lang]);
        page_put(page, HTML("</p>\n"));
    }
    if (view->behind) {
        page_put(page, HTML("<p class=\"jw-beri\" role=\"status\">"));
        page_say(page, "The plan follows what was recorded just now. Load the "
                       "page again in a moment.");
        page_put(page, HTML("</p>\n"));
    }
}

/* Some letter says where somebody works, with no turn to take. */
static bool is_placed(const Grid *grid)
{
    return grid_has_letter(grid, PLACED_OFFICE) ||
           grid_has_letter(grid, PLACED_HOME) ||
           grid_has_letter(grid, PLACED_FIELD);
}

static void put_empty(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<section class=\"blk\"><p>"));
    if (grid->month.row_count == 0)
        page_say(page, "Nobody of this unit serves in this month.");
    else if (is_placed(grid))
        page_say(page, "No letter lets this unit take turns in this month. "
                       "The letter itself says who works where.");
    else
        page_say(page, "No letter lets this unit take turns in this month. "
                       "Everybody works as usual.");
    page_put(page, HTML("</p></section>\n"));
}

static void put_bare(Grid *grid)
{
    Page *page = grid->page;
    if (grid->month.bare == 0) return;
    page_put(page, HTML("<p class=\"jw-beri\">"));
    page_say(page, "No plan holds some of these days yet: they are shown by a "
                   "dot. The plan of the whole government is published by the "
                   "personnel board or the organisation office.");
    if (visit_may(grid->v, ACCESS_PUBLISH, NO_PERSON, NO_UNIT, NULL)) {
        page_put(page, HTML(" "));
        page_link_say(
            page, str_format(page->arena, "%.*s/pemda", STR_ARG(grid->base)),
            "Publish the plan of the government");
    }
    page_put(page, HTML("</p>\n"));
}

/* ---- the page ------------------------------------------------------------ */

static void put_body(Grid *grid)
{
    Page *page = grid->page;
    put_bare(grid);
    page_put(page, HTML("<div class=\"jw-badan\">\n"));
    grid_put_rules(grid);
    grid_put_phone(grid);
    grid_put_legend(grid);
    page_put(page, grid->matrix ? HTML("<div class=\"rost kisi\">\n")
                                : HTML("<div class=\"rost\">\n"));
    grid_put_table(grid);
    page_put(page, HTML("<aside class=\"side\" id=\"panel\" aria-label=\""));
    page_say(page, "The chosen cell explained");
    page_put(page, HTML("\">\n"));
    grid_put_panel(grid);
    grid_put_fairness(grid);
    page_put(page, HTML("</aside></div></div>\n"));
}

void grid_show(Grid *grid)
{
    Speech speech = {grid->v->arena, grid->v->lang};
    PageHead head = {.frame = PAGE_DESK, .here = "/jadwal", .sheet = "kisi"};
    if (grid->edits) head.modules = "kisi";
    head.name =
        SAID(&speech, "Roster of {month}",
             {"month", grid_month_said(&speech, grid->month.days.first)});
    choose(grid);
    Page *page = NEW(grid->v->arena, Page, 1);
    *page = page_open(grid->v, &head);
    grid->page = page;
    grid_put_top(grid);
    put_done(grid);
    put_troubles(grid);
    grid_put_bar(grid);
    if (grid->month.row_count == 0 || !grid->month.ruled) put_empty(grid);
    if (grid->month.row_count > 0) put_body(grid);
    page_close(page);
}

/* ---- for the module ------------------------------------------------------ */

bool grid_wants_parts(const Visit *v)
{
    Str accept = http_first(&v->request->headers, STR("accept"));
    return str_find(accept, STR("fragment=kisi"), 0) != SIZE_MAX;
}

/* What changes when cells do; the module puts each in the place of the one
 * with its id. */
void grid_show_parts(Grid *grid)
{
    Html whole = {{0}};
    Page *page = NEW(grid->v->arena, Page, 1);
    *page = (Page){
        .visit = grid->v,
        .arena = grid->v->arena,
        .html = html_page(grid->v->arena),
        .speech = {grid->v->arena, grid->v->lang}
    };
    choose(grid);
    grid->page = page;
    grid_put_state(grid);
    grid_put_actions(grid);
    grid_put_bar(grid);
    grid_put_rules(grid);
    page_put(page, HTML("<table>"));
    grid_put_head(grid);
    grid_put_sums(grid);
    page_put(page, HTML("</table><aside class=\"side\" id=\"panel\""));
    if (grid->v->request->method == HTTP_POST)
        page_put(page, HTML(" aria-live=\"polite\""));
    page_put(page, HTML(" aria-label=\""));
    page_say(page, "The chosen cell explained");
    page_put(page, HTML("\">\n"));
    grid_put_panel(grid);
    grid_put_fairness(grid);
    page_put(page, HTML("</aside>\n"));
    CHECK(html_done(&page->html, &whole));
    buf_put(&grid->v->answer->body, whole.safe);
}
