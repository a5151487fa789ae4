/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_case_steps.c - where a letter has a ladder: which step the breaches of
 * the month up to a day would reach.  A suggestion; an official decides.
 *
 * It is a recap of the unit, so it is made when it is asked for.
 */
#include "app/recap_now.h"
#include "web/board_case.h"
#include "web/board_recap.h"

static Window month_until(Date day)
{
    Date first = {0};
    Civil c = date_civil(day);
    CHECK(date_of(c.year, c.month, 1, &first));
    return (Window){first, day};
}

static bool has_ladder(const Corpus *corpus, Window window)
{
    for (uint32_t i = 0; i < corpus->clause_count; i++) {
        const Clause *clause = &corpus->clauses[i];
        if (clause->act != ACT_FOLLOW ||
            consequence_of(clause->sentence).what != FOLLOWS_STEP)
            continue;
        for (Date day = window.first; !date_before(window.last, day);
             day = date_plus(day, 1)) {
            if (clause_holds(corpus, (ClauseId){i}, day)) return true;
        }
    }
    return false;
}

bool board_case_steps_find(Visit *v, Date day, UnitId unit, BoardSteps *out)
{
    Err err = {0};
    Window window = month_until(day);
    BoardSteps steps = {.window = window, .unit = unit, .day = day};
    steps.there = has_ladder(v->view->corpus, window);
    if (steps.there && unit.index != NO_INDEX &&
        visit_field(v, "usulan")->given) {
        steps.made = NEW(v->arena, RecapMade, 1);
        if (!recap_now(v->arena, v->view, unit, window, steps.made, &err)) {
            visit_refuse(v, &err);
            return false;
        }
    }
    *out = steps;
    return true;
}

static void put_way(Page *page, const BoardSteps *steps)
{
    char iso[DATE_TEXT];
    const Register *r = &page->visit->view->office->r;
    if (steps->unit.index == NO_INDEX) {
        part_small(page,
                   N_("Choose a unit to see them here; those of everybody "
                      "are in the recap."));
        return;
    }
    Str code = address_part(page->arena, r->units[steps->unit.index].code);
    Str path = str_format(page->arena,
                          "/tidak-sesuai?hari=%s&unit=%.*s&usulan=ya#usulan",
                          date_iso(steps->day, iso), STR_ARG(code));
    part_link(page, path, N_("Show what the letter suggests"));
}

void board_case_steps(Page *page, const BoardSteps *steps)
{
    if (!steps->there) return;
    page_put(page, HTML("<section class=\"blk\" id=\"usulan\"><h2>"));
    page_say(page, "Suggested sanctions; an official decides");
    page_put(page, HTML("</h2><p class=\"s mut\">"));
    PAGE_SAY(page,
             "By the breaches noted {days} alone, and the ladder of the "
             "letter. Hear the person first.",
             {"days", board_recap_days(&page->speech, steps->window)});
    page_put(page, HTML("</p>\n"));
    if (steps->made == NULL)
        put_way(page, steps);
    else
        board_recap_steps(page, &steps->made->recap);
    page_put(page, HTML("</section>\n"));
}
