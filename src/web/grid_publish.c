/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_publish.c - H5: what publishing the draft comes to, looked at before it
 * is done.
 */
#include "app/draft_publish.h"
#include "web/grid_part.h"
#include "web/part.h"

enum { SETTLE_SECONDS = 8, PEOPLE_SHOWN = 40 };

static Str unit_code(const Grid *grid)
{
    return grid->v->view->office->r.units[grid->month.unit.index].code;
}

static Str name_of(const Grid *grid, PersonId person)
{
    return grid->v->view->office->r.people[person.index].name;
}

static Str back_of(const Grid *grid)
{
    return str_format(grid->v->arena, "%.*s?%.*s", STR_ARG(grid->base),
                      STR_ARG(grid->query));
}

static void open_block(Page *page, const char *english)
{
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, english);
    page_put(page, HTML("</h2>"));
}

/* ---- what it is ---------------------------------------------------------- */

static void put_count(Page *page, const char *english, size_t count)
{
    page_put(page, HTML("<li>"));
    say_with(&page->html, &page->speech, english,
             SAY_ARGS({"count", said_number(&page->speech, (int64_t)count)}),
             1);
    page_put(page, HTML("</li>"));
}

static size_t others_of(const DraftTry *tried)
{
    size_t others = 0;
    for (size_t i = 0; i < tried->moves.count; i++)
        others += !tried->moves.at[i].own;
    return others;
}

static void put_summary(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    open_block(page, N_("What is published"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    put_count(page, N_("Days that are fixed: *{count}*"), tried->pins);
    if (others_of(tried) > 0)
        put_count(
            page,
            N_("Other turns that move, so that the rules hold: *{count}*"),
            others_of(tried));
    if (tried->asides.count > 0)
        put_count(page, N_("Deviations, shown upwards: *{count}*"),
                  tried->asides.count);
    if (tried->lapsed.count > 0)
        put_count(page, N_("Left out, since they cannot hold: *{count}*"),
                  tried->lapsed.count);
    if (tried->bare > 0)
        put_count(page,
                  N_("Kept until the plan of these days is published: "
                     "*{count}*"),
                  tried->bare);
    put_count(page, N_("People who are told of it: *{count}*"), tried->told);
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- who changes --------------------------------------------------------- */

static void put_move(Grid *grid, const DraftMove *move)
{
    Page *page = grid->page;
    page_put(page, HTML("<span class=\"nw\">"));
    page_text(page, said_day_month(&page->speech, move->day));
    page_put(page, HTML(" "));
    if (move->from != PLACED_NONE) page_chip(page, move->from);
    page_put(page, HTML(" → "));
    page_chip(page, move->to);
    page_put(page, HTML("</span>"));
}

/* Moves come by person, then day. */
static size_t put_person(Grid *grid, const DraftTry *tried, size_t first)
{
    Page *page = grid->page;
    size_t i = first;
    bool own = false;
    page_put(page, HTML("<tr><th scope=\"row\">"));
    page_text(page, name_of(grid, tried->moves.at[first].person));
    page_put(page, HTML("</th><td class=\"jw-pindah\">"));
    for (; i < tried->moves.count && tried->moves.at[i].person.index ==
                                         tried->moves.at[first].person.index;
         i++) {
        if (i > first) page_put(page, HTML("<br>"));
        put_move(grid, &tried->moves.at[i]);
        own |= tried->moves.at[i].own;
    }
    page_put(page, HTML("</td><td>"));
    page_say(page, own ? N_("by the draft") : N_("follows"));
    page_put(page, HTML("</td></tr>\n"));
    return i;
}

static void put_moves(Grid *grid, const DraftTry *tried)
{
    static const char *const columns[] = {N_("Person"), N_("Days"), N_("Why")};
    Page *page = grid->page;
    size_t i = 0;
    if (tried->moves.count == 0) return;
    open_block(page, N_("Who changes, against what holds now"));
    page_put(page, HTML("<table class=\"eff\">"));
    part_columns(page, columns, COUNT(columns));
    page_put(page, HTML("<tbody>"));
    for (int shown = 0; i < tried->moves.count && shown < PEOPLE_SHOWN; shown++)
        i = put_person(grid, tried, i);
    page_put(page, HTML("</tbody></table>"));
    if (i < tried->moves.count) {
        page_put(page, HTML("<p class=\"s\">"));
        PAGE_SAY(page, "And {count} more days.",
                 {"count", said_number(&page->speech,
                                       (int64_t)(tried->moves.count - i))});
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</section>\n"));
}

static void put_asides(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    if (tried->asides.count == 0) return;
    open_block(page, N_("Deviations that are recorded"));
    page_put(page, HTML("<ul class=\"daftar\">"));
    for (size_t i = 0; i < tried->asides.count && i < PEOPLE_SHOWN; i++) {
        const DraftCell *cell = &tried->asides.at[i];
        page_put(page, HTML("<li>"));
        PAGE_SAY(page, "{name}, {day}: {place}. {reason}",
                 {"name", name_of(grid, cell->person)},
                 {"day", said_day_month(&page->speech, cell->day)},
                 {"place", page_letter_word(page, draft_letter(cell->to))},
                 {"reason", cell->reason});
        page_put(page, HTML("</li>"));
    }
    page_put(page, HTML("</ul></section>\n"));
}

/* ---- the rules, after ---------------------------------------------------- */

/* The month as it will stand: the plan moved, the deviations laid on. */
static Grid grid_after(Grid *grid, const DraftTry *tried)
{
    Grid after = *grid;
    LiveView view = *grid->v->view;
    Arena *arena = grid->v->arena;
    Published *at = NEW(arena, Published, view.plans->count + 1);
    PublishedList plans = {at, view.plans->count};
    for (size_t i = 0; i < plans.count; i++) {
        at[i] = view.plans->at[i];
        /* its place among the others is what a draft's plan is known by */
        if (tried->of != NULL && str_is(at[i].name, tried->of->name))
            at[i].plan = tried->plan;
    }
    view.plans = &plans;
    after.month = unit_month(arena, &view, grid->month.unit, grid->month.days,
                             &grid->draft);
    return after;
}

/* Now: as published, without the draft; of no plan there is no now. */
static void put_fairness(Grid *grid, const UnitFairness *f)
{
    Page *page = grid->page;
    const Speech *speech = &page->speech;
    UnitMonth now = unit_month(grid->v->arena, grid->v->view, grid->month.unit,
                               grid->month.days, NULL);
    Str least = said_number(speech, f->least);
    Str most = said_number(speech, f->most);
    page_put(page, HTML("<p class=\"s mut\">"));
    if (unit_month_is_planned(&now))
        PAGE_SAY(page,
                 "Office days of those who take turns: from {least} to {most} "
                 "(now from {least2} to {most2}).",
                 {"least", least}, {"most", most},
                 {"least2", said_number(speech, now.fairness.least)},
                 {"most2", said_number(speech, now.fairness.most)});
    else
        PAGE_SAY(page,
                 "Office days of those who take turns: from {least} to {most}.",
                 {"least", least}, {"most", most});
    page_put(page, HTML("</p>\n"));
}

static void put_rules(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    Grid after = grid_after(grid, tried);
    page_put(page, HTML("<h2 class=\"jw-jd\">"));
    page_say(page, "The rules, once it is published");
    page_put(page, HTML("</h2>"));
    grid_put_rules(&after);
    put_fairness(grid, &after.month.fairness);
}

/* ---- the button ---------------------------------------------------------- */

static void put_publish(Grid *grid, const DraftTry *tried)
{
    Page *page = grid->page;
    if (tried->bad.count > 0 || tried->clash) {
        page_put(page, HTML("<p class=\"jw-beri\">"));
        page_say(page, "It can be published once the days above are mended, or "
                       "recorded as deviations.");
        page_put(page, HTML("</p>\n"));
        return;
    }
    form_open_id(
        page, str_format(page->arena, "%.*s/terbitkan", STR_ARG(grid->base)));
    form_hidden(page, GRID_UNIT, unit_code(grid));
    form_hidden(page, "versi",
                str_format(page->arena, "%u", grid->draft.version));
    page_put(page, HTML("<button class=\"btn\" data-tunggu=\""));
    page_say(page, "Publishing …");
    page_put(page, HTML("\">"));
    if (tried->told > 0)
        say_many(&page->html, &page->speech, "Publish for {n} person",
                 "Publish for {n} people", (int64_t)tried->told, NULL, 0);
    else
        page_say(page, "Publish");
    page_put(page, HTML("</button>\n"));
    form_close(page);
}

static void put_nothing(Grid *grid)
{
    Page *page = grid->page;
    page_put(page, HTML("<section class=\"blk\"><p>"));
    page_say(page, "There is nothing in the draft to publish.");
    page_put(page, HTML("</p></section>\n"));
}

static void put_body(Grid *grid, const DraftTry *tried)
{
    if (tried->pins == 0 && tried->asides.count == 0) {
        put_nothing(grid);
        return;
    }
    put_summary(grid, tried);
    grid_put_clash(grid, tried);
    grid_put_bad(grid, tried);
    put_asides(grid, tried);
    if (tried->bad.count == 0 && !tried->clash) put_rules(grid, tried);
    put_moves(grid, tried);
    put_publish(grid, tried);
}

static void show(Grid *grid, const DraftTry *tried)
{
    PageHead head = {.frame = PAGE_DESK,
                     .here = "/jadwal",
                     .modules = "kisi",
                     .sheet = "kisi",
                     .title = N_("Check, then publish")};
    Page *page = NEW(grid->v->arena, Page, 1);
    *page = page_open(grid->v, &head);
    grid->page = page;
    page_put(page, HTML("<div class=\"jw-sempit\">\n<p class=\"crumb\">"));
    page_link_say(page, back_of(grid), "Back to the roster");
    page_put(page, HTML("</p>"));
    page_heading(page, N_("Check, then publish"));
    page_put(page, HTML("<p class=\"mut\">"));
    page_text(page, grid_unit_name(grid, grid->month.unit));
    page_put(page, HTML(" · "));
    page_text(page, grid_month_said(&page->speech, grid->month.days.first));
    page_put(page, HTML("</p>\n"));
    put_body(grid, tried);
    page_put(page, HTML("</div>\n"));
    page_close(page);
}

void grid_show_publish(Visit *v)
{
    Err err = {0};
    Grid grid;
    DraftTry tried;
    if (!grid_open(v, &grid)) return;
    if (!draft_try(v->arena, v->view, &grid.draft, v->actor, &tried, &err)) {
        visit_refuse(v, &err);
        return;
    }
    show(&grid, &tried);
}

/* ---- doing it ------------------------------------------------------------ */

void grid_publish(Visit *v)
{
    Err err = {0};
    DraftPublished done;
    DraftWish wish = asked_draft(v, v->unit);
    Grid grid;
    wish.sees = true; /* who names no version has seen none */
    if (!grid_open(v, &grid)) return;
    if (!draft_publish(v->arena, v->view, &wish, visit_field(v, "id")->id,
                       &done, &err)) {
        visit_refuse(v, &err);
        return;
    }
    bool settled = live_settle(v->live, v->government, SETTLE_SECONDS);
    visit_go(v, back_of(&grid),
             grid.month.plan == NULL ? "diterima"
             : settled               ? "terbit"
                                     : "menyusul");
}
