/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet/recap_follow.h"
#include "sheet/recap_html_part.h"

#define PUT(page, literal) html_put((page), HTML(literal))

enum { PEOPLE_SHOWN = 400 };

/* Does the person stand in the list of steps, or in that of hours and cuts? */
static bool stands_in(const RecapSheet *s, PersonId person, bool steps)
{
    for (uint32_t f = 0; f < s->recap->follow_count; f++) {
        if ((s->recap->follows[f].rule.what == FOLLOWS_STEP) == steps &&
            recap_follow_tells(s->recap, person, f))
            return true;
    }
    return false;
}

static void put_person(RecapSheet *s, PersonId person, bool steps)
{
    const char *between = "";
    PUT(&s->page, "<li><b>");
    html_text(&s->page, s->r->people[person.index].name);
    PUT(&s->page, "</b>");
    for (uint32_t f = 0; f < s->recap->follow_count; f++) {
        if ((s->recap->follows[f].rule.what == FOLLOWS_STEP) != steps ||
            !recap_follow_tells(s->recap, person, f))
            continue;
        html_words(&s->page, between);
        html_text(&s->page,
                  recap_follow_words(s->arena, s->recap, person, f, s->lang));
        between = "; ";
    }
    PUT(&s->page, "\n");
}

static void put_people(RecapSheet *s, bool steps)
{
    uint32_t shown = 0;
    uint32_t all = 0;
    PUT(&s->page, "<ul class=todo>");
    for (uint32_t p = 0; p < s->r->person_count; p++) {
        if (!stands_in(s, (PersonId){p}, steps) || all++ >= PEOPLE_SHOWN)
            continue;
        put_person(s, (PersonId){p}, steps);
        shown++;
    }
    if (all > shown) {
        PUT(&s->page, "<li>");
        recap_html_say(s, "selebihnya dalam berkas XLSX: ",
                       "the others are in the XLSX file: ");
        recap_html_number(s, all - shown);
        PUT(&s->page, "\n");
    }
    if (all == 0) {
        PUT(&s->page, "<li>");
        recap_html_say(s, "tidak ada\n", "none\n");
    }
    PUT(&s->page, "</ul></section>\n");
}

void recap_html_follow(RecapSheet *s)
{
    if (recap_follow_has(s->recap, FOLLOWS_HOURS) ||
        recap_follow_has(s->recap, FOLLOWS_CUT)) {
        PUT(&s->page, "<section><h2>");
        recap_html_say(s, "Akibat pada tunjangan, sebagai angka, bukan uang",
                       "Effect on allowances, as numbers, not as money");
        PUT(&s->page, "</h2>");
        put_people(s, false);
    }
    if (!recap_follow_has(s->recap, FOLLOWS_STEP)) return;
    PUT(&s->page, "<section><h2>");
    recap_html_say(s, "Usulan sanksi; yang memutuskan pejabat",
                   "Suggested sanctions; an official decides");
    PUT(&s->page, "</h2>");
    put_people(s, true);
}
