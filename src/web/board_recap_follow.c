/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_recap_follow.c - what a letter makes follow from these days: hours
 * credited and shares cut as numbers, steps of a ladder as suggestions.
 */
#include "sheet/recap_follow.h"
#include "web/board_recap.h"

enum { PEOPLE_SHOWN = 40 };

static bool is_of_list(const Recap *recap, PersonId person, uint32_t f,
                       bool steps)
{
    return (recap->follows[f].rule.what == FOLLOWS_STEP) == steps &&
           recap_follow_tells(recap, person, f);
}

static bool stands_in(const Recap *recap, PersonId person, bool steps)
{
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        if (is_of_list(recap, person, f, steps)) return true;
    }
    return false;
}

static void put_person(Page *page, const Recap *recap, PersonId person,
                       bool steps)
{
    page_put(page, HTML("<li><b>"));
    page_text(page, recap->r->people[person.index].name);
    page_put(page, HTML("</b>"));
    for (uint32_t f = 0; f < recap->follow_count; f++) {
        if (!is_of_list(recap, person, f, steps)) continue;
        page_put(page, HTML("<p>"));
        page_text(page, recap_follow_words(page->arena, recap, person, f,
                                           page->speech.lang));
        page_put(page, HTML("</p>"));
    }
    page_put(page, HTML("</li>\n"));
}

static void put_more(Page *page, uint32_t all)
{
    if (all <= PEOPLE_SHOWN) return;
    page_put(page, HTML("<p class=\"s mut\">"));
    PAGE_SAY(page, "and {n} more people, in the files",
             {"n", said_number(&page->speech, (int64_t)all - PEOPLE_SHOWN)});
    page_put(page, HTML("</p>"));
}

static void put_people(Page *page, const Recap *recap, bool steps)
{
    uint32_t all = 0;
    page_put(page, HTML("<ul class=\"todo\">\n"));
    for (uint32_t p = 0; p < recap->r->person_count; p++) {
        if (!stands_in(recap, (PersonId){p}, steps)) continue;
        if (all++ < PEOPLE_SHOWN) put_person(page, recap, (PersonId){p}, steps);
    }
    page_put(page, HTML("</ul>"));
    put_more(page, all);
    if (all == 0) {
        page_put(page, HTML("<p class=\"s\">"));
        page_say(page, "Of nobody.");
        page_put(page, HTML("</p>"));
    }
}

void board_recap_steps(Page *page, const Recap *recap)
{
    put_people(page, recap, true);
}

void board_recap_follow(Page *page, const BoardRecap *shown)
{
    const Recap *recap = &shown->made.recap;
    if (recap_follow_has(recap, FOLLOWS_HOURS) ||
        recap_follow_has(recap, FOLLOWS_CUT)) {
        page_put(page, HTML("<section class=\"blk\"><h2>"));
        page_say(page, "Effect on allowances, as numbers, not as money");
        page_put(page, HTML("</h2>"));
        put_people(page, recap, false);
        page_put(page, HTML("</section>\n"));
    }
    if (!recap_follow_has(recap, FOLLOWS_STEP)) return;
    page_put(page, HTML("<section class=\"blk\"><h2>"));
    page_say(page, "Suggested sanctions; an official decides");
    page_put(page, HTML("</h2>"));
    put_people(page, recap, true);
    page_put(page, HTML("</section>\n"));
}
