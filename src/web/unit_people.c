/* SPDX-License-Identifier: Apache-2.0 */
#include "web/unit_people.h"

#include "web/say.h"

void unit_people_put(Page *page, const UnitNow *now)
{
    const Speech *s = &page->speech;
    PAGE_SAY(page,
             "{people} people with all units below: {expected} expected at the "
             "office, {home} at home, {field} in the field, {away} on leave or "
             "a trip, {rest} without a place today.",
             {"people", said_number(s, now->people)},
             {"expected", said_number(s, now->expected)},
             {"home", said_number(s, now->home)},
             {"field", said_number(s, now->field)},
             {"away", said_number(s, now->away)},
             {"rest", said_number(s, now->rest)});
    page_put(page, HTML(" "));
    PAGE_SAY(page,
             "*{there} have checked in at the office*, {home_there} at home.",
             {"there", said_number(s, now->there)},
             {"home_there", said_number(s, now->home_there)});
}

void unit_people_put_hidden(Page *page, int32_t hidden)
{
    if (hidden == 0) return;
    page_put(page, HTML("<p class=\"mati\">"));
    PAGE_SAY_MANY(page,
                  "Of {n} person it is not known whether they came: our server "
                  "was down. Nothing is held against them.",
                  "Of {n} people it is not known whether they came: our server "
                  "was down. Nothing is held against them.",
                  (int64_t)hidden, {"unit", STR("")});
    page_put(page, HTML("</p>\n"));
}
