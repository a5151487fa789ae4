/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_cell.c - H4: one cell of the roster, and what it may become.
 */
#include "web/grid_part.h"
#include "web/leave.h"

/* ---- the frame ----------------------------------------------------------- */

static bool open_cell(Visit *v, Grid *grid)
{
    Window month = visit_field(v, GRID_MONTH)->days;
    Date day = visit_field(v, "tgl")->date;
    if (!window_has(month, day)) {
        visit_refuse_with(v, ERR_ABSENT, "hari itu di luar bulan ini",
                          "the day is not of this month");
        return false;
    }
    if (!grid_open_of(v, grid_unit_of(v), month, grid)) return false;
    grid->person = v->about;
    grid->day = (uint32_t)(day.days - month.first.days);
    grid->edits = visit_may(v, ACCESS_DEVIATE, v->about, NO_UNIT, NULL);
    return true;
}

static Str back_of(const Grid *grid)
{
    char iso[DATE_TEXT];
    Arena *arena = grid->v->arena;
    Str code = grid->v->view->office->r.people[grid->person.index].code;
    return str_format(arena, "%.*s?%.*s&orang=%.*s&tgl=%s", STR_ARG(grid->base),
                      STR_ARG(grid->query), STR_ARG(address_part(arena, code)),
                      date_iso(grid_date(grid, grid->day), iso));
}

/* ---- what it is ---------------------------------------------------------- */

static void put_head(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    const Register *r = &grid->v->view->office->r;
    const Person *who = &r->people[grid->person.index];
    grid_put_back(grid, back_of(grid));
    page_put(page, HTML("<h1>"));
    page_text(page, who->name);
    page_put(page, HTML("</h1><p class=\"mut\">"));
    page_text(page, who->title);
    page_put(page, HTML(" · "));
    page_text(page, r->units[who->unit.index].name);
    page_put(page, HTML("</p><p class=\"jw-hari\">"));
    page_text(page, said_date(&page->speech, grid_date(grid, grid->day)));
    page_put(page, HTML(" "));
    if (cell->letter != PLACED_NONE) {
        page_chip(page, cell->letter);
        page_put(page, HTML(" <b>"));
        page_text(page, page_letter_word(page, cell->letter));
        page_put(page, HTML("</b>"));
    }
    page_put(page, HTML("</p>\n"));
}

static void put_why(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Why so?");
    page_put(page, HTML("</h2>"));
    grid_put_why(grid, cell);
    page_put(page, HTML("</section>\n"));
}

/* ---- what it may become -------------------------------------------------- */

static void put_refused(Grid *grid)
{
    Page *page = grid->page;
    const DraftDone *done = grid->done;
    if (done == NULL) return;
    if (done->outcome == DRAFT_OVERTAKEN) {
        page_put(page, HTML("<p class=\"alertbar\" role=\"alert\">"));
        page_say(page, "Somebody else changed the draft meanwhile. Look again, "
                       "then send once more.");
        page_put(page, HTML("</p>"));
    }
    for (size_t i = 0; i < done->refused.count; i++) {
        page_put(page, HTML("<p class=\"alertbar\" role=\"alert\"><b>"));
        page_say(page, "Not changed:");
        page_put(page, HTML("</b> "));
        page_text(page, done->refused.at[i].said[page->speech.lang]);
        page_put(page, HTML(".</p>"));
    }
}

static void put_choices(Grid *grid, const UnitMonthCell *cell)
{
    const Page *page = grid->page;
    bool drafted = (cell->marks & UNIT_MONTH_DRAFT) != 0;
    FormChoice choices[] = {
        {.value = STR("kantor"),
         .text = page_letter_word(page,           PLACED_OFFICE),
         .chosen = cell->letter == PLACED_OFFICE},
        {.value = STR("rumah"),
         .text = page_letter_word(page,                 PLACED_HOME),
         .chosen = cell->letter == PLACED_HOME},
        {.value = STR("terbit"), .text = said(&page->speech, "As published")},
    };
    form_radios(grid->page, "kata", N_("Where on this day"), choices,
                drafted ? 3 : 2);
}

static void put_form(Grid *grid, const UnitMonthCell *cell)
{
    Page *page = grid->page;
    bool open = (cell->marks & UNIT_MONTH_OPEN) != 0;
    FormField reason = {
        .name = "alasan",
        .label = N_("Reason"),
        .hint = open ? N_("Only when a rule is broken on purpose: it is then "
                          "recorded as a deviation and shown upwards. Nothing "
                          "of anybody's health.")
                     : N_("A rule settles this day. Another place is recorded "
                          "as a deviation and shown upwards. Nothing of "
                          "anybody's health."),
        .value = draft_reason(&grid->draft, grid->person,
                              grid_date(grid, grid->day)),
        .needed = !open};
    char to = cell->letter == PLACED_OFFICE ? PLACED_HOME : PLACED_OFFICE;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Change this day");
    page_put(page, HTML("</h2>"));
    put_refused(grid);
    if (open) grid_put_effect(grid, to, false);
    form_open(page, grid_cell_path(grid, grid->person, grid->day));
    form_faults(page);
    form_hidden(page, GRID_UNIT,
                grid->v->view->office->r.units[grid->month.unit.index].code);
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
    put_choices(grid, cell);
    form_field(page, &reason);
    form_button(page, N_("Put into the draft"));
    form_close(page);
    page_put(page, HTML("</section>\n"));
}

/* ---- what stands on pages of its own ------------------------------------- */

static void put_state(Page *page, char letter, const char *means)
{
    page_put(page, HTML("<li>"));
    page_chip(page, letter);
    page_put(page, HTML(" <b>"));
    page_text(page, page_letter_word(page, letter));
    page_put(page, HTML(".</b> "));
    page_say(page, means);
    page_put(page, HTML(" "));
}

static void put_recall(Grid *grid, Str code, Str day)
{
    const Visit *v = grid->v;
    const Register *r = &v->view->office->r;
    Str unit = r->units[r->people[grid->person.index].unit.index].code;
    if (date_before(grid_date(grid, grid->day), v->today) ||
        !visit_may(grid->v, ACCESS_RECALL, grid->person, NO_UNIT, NULL))
        return;
    page_put(grid->page, HTML("<li>"));
    page_say(grid->page, "Against the roster, by an order of the day:");
    page_put(grid->page, HTML(" "));
    page_link_say(grid->page,
                  str_format(v->arena,
                             "/panggil?unit=%.*s&orang=%.*s&mulai=%.*s",
                             STR_ARG(address_part(v->arena, unit)),
                             STR_ARG(code), STR_ARG(day)),
                  "Call to the office");
    page_put(grid->page, HTML("</li>\n"));
}

/* The states that no draft can hold, what each means and where it is said:
 * person and day go along (docs/decisions/0033). */
static void put_elsewhere(Grid *grid)
{
    char iso[DATE_TEXT];
    Page *page = grid->page;
    const Visit *v = grid->v;
    Date day = grid_date(grid, grid->day);
    Str code = address_part(v->arena,
                            v->view->office->r.people[grid->person.index].code);
    Str on = str_copy(v->arena, str_of(date_iso(day, iso)));
    if (!visit_may(grid->v, ACCESS_LEAVE, grid->person, NO_UNIT, NULL)) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Neither office nor home");
    page_put(page, HTML("</h2><ul class=\"daftar\">\n"));
    put_state(page, PLACED_LEAVE, N_("No duty on these days, ill or away."));
    leave_link_on(page, grid->person, day);
    page_put(page, HTML("</li>\n"));
    put_state(page, PLACED_TRIP,
              N_("Who travels asks for it; it is decided here:"));
    page_link_say(page, STR("/permintaan"), "Requests");
    page_put(page, HTML("</li>\n"));
    put_recall(grid, code, on);
    page_put(page, HTML("</ul><p class=\"hint\">"));
    page_say(page, "Who is exempt is in the register, and days off are in the "
                   "calendar. The roster follows all of these by itself.");
    page_put(page, HTML("</p></section>\n"));
}

static bool may_change(const Grid *grid, const UnitMonthCell *cell)
{
    bool placed = cell->letter == PLACED_OFFICE ||
                  cell->letter == PLACED_HOME || cell->letter == PLACED_FIELD;
    bool open = (cell->marks & UNIT_MONTH_OPEN) != 0;
    return grid->edits && grid->day >= grid->month.ahead &&
           (open || (placed && (cell->marks & UNIT_MONTH_WORKS) != 0));
}

static void put_locked(Grid *grid)
{
    Page *page = grid->page;
    if (!grid->edits) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    if (grid->day < grid->month.ahead)
        page_say(page, "This day is under way or past: the roster of it does "
                       "not change any more.");
    else
        page_say(page, "This day cannot be set by hand.");
    page_put(page, HTML("</p>\n"));
}

static void show(Grid *grid)
{
    Visit *v = grid->v;
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .sheet = "kisi",
                     .name =
                         v->view->office->r.people[grid->person.index].name};
    const UnitMonthRow *row = unit_month_row(&grid->month, grid->person);
    UnitMonthCell cell = {.letter = PLACED_NONE, .before = PLACED_NONE};
    if (row != NULL) cell = row->cells[grid->day];
    Page *page = NEW(v->arena, Page, 1);
    *page = page_open(v, &head);
    grid->page = page;
    page_put(page, HTML("<div class=\"jw-sempit\">\n"));
    put_head(grid, &cell);
    put_why(grid, &cell);
    if (may_change(grid, &cell))
        put_form(grid, &cell);
    else
        put_locked(grid);
    put_elsewhere(grid); /* of days past, too, and to be back */
    page_put(page, HTML("</div>\n"));
    page_close(page);
}

void grid_show_cell(Visit *v)
{
    Grid grid;
    if (open_cell(v, &grid)) show(&grid);
}

/* ---- changing it --------------------------------------------------------- */

static char cell_of(Str word, bool aside)
{
    if (str_is(word, STR("terbit"))) return DRAFT_NONE;
    if (str_is(word, STR("kantor")))
        return aside ? DRAFT_OFFICE_ASIDE : DRAFT_OFFICE;
    return aside ? DRAFT_HOME_ASIDE : DRAFT_HOME;
}

void grid_change_cell(Visit *v)
{
    Err err = {0};
    Draft draft;
    DraftDone done = {0};
    Str reason = visit_field(v, "alasan")->text;
    DraftCell cell = {.person = v->about,
                      .day = visit_field(v, "tgl")->date,
                      .to =
                          cell_of(visit_field(v, "kata")->text, reason.len > 0),
                      .reason = reason};
    DraftWish wish = asked_draft(v, grid_unit_of(v));
    if (!draft_change(v->arena, v->view, &wish, (DraftCells){&cell, 1}, &draft,
                      &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Grid grid;
    if (!open_cell(v, &grid)) return;
    if (done.refused.count == 0 && done.outcome != DRAFT_OVERTAKEN) {
        visit_go(v, back_of(&grid),
                 done.outcome == DRAFT_SAME ? "sama" : "diubah");
        return;
    }
    grid.done = &done;
    v->answer->status = done.outcome == DRAFT_OVERTAKEN ? 409 : 422;
    show(&grid);
}
