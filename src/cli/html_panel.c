/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_panel.h"

#include "app/explain_person.h"

#define PUT(page, literal) html_put((page), HTML(literal))

/* How well the cell shows what an explanation is. */
static int worth(const View *view, PersonId person, uint32_t day)
{
    const Plan *plan = view->plan;
    char letter = plan_cell(plan, person, day);
    uint16_t reason =
        plan->reasons[(size_t)person.index * plan->day_count + day];
    if (letter == PLACED_NONE) return 0;
    bool in = letter == PLACED_OFFICE;
    switch (plan->reason[reason].step) {
    case STEP_TURN: return in ? 5 : 4;
    case STEP_REST:
    case STEP_MAY: return 3;
    case STEP_MUST: return 2;
    case STEP_CLOSURE:
    case STEP_DAY_OFF:
    case STEP_HEALTH:
    case STEP_ABSENCE:
    case STEP_RECALL:
    case STEP_EXEMPT:
    case STEP_DECISION:
    case STEP_NO_RULE:
    case STEP_COUNT: break;
    }
    return 1;
}

typedef struct {
    PersonId person;
    int worth;
} Best;

static void look_through(const View *view, const Block *block,
                         const BlockGroup *group, Best *best)
{
    uint32_t day = plan_day(view->plan, view->day);
    for (uint32_t i = group->first; i < group->first + group->count; i++) {
        int value = worth(view, block->people[i], day);
        if (value > best->worth) *best = (Best){block->people[i], value};
    }
}

PersonId html_panel_pick(const View *view, const Blocks *blocks, uint32_t page)
{
    Best best = {NO_PERSON, 0};
    for (uint32_t b = 0; b < blocks->count; b++) {
        const Block *block = &blocks->at[b];
        for (uint32_t g = 0; g < block->group_count; g++) {
            if (block->groups[g].page == page)
                look_through(view, block, &block->groups[g], &best);
        }
    }
    return best.person;
}

static void put_who(HtmlPage *page, const View *view, PersonId person,
                    const Explanation *said)
{
    const Person *who = &view->r->people[person.index];
    PUT(page, "<section><p class=\"xs mut\">");
    html_text(page, date_long(view->arena, view->day, view->lang));
    PUT(page, "</p><h2>");
    html_text(page, who->name);
    PUT(page, " <span class=nw><span class=\"chip ");
    html_put(page, html_letter_class(said->letter));
    PUT(page, "\">");
    html_text(page, (Str){&said->letter, 1});
    PUT(page, "</span> ");
    html_letter_capital(page, said->verdict);
    PUT(page, "</span></h2><p class=\"xs mut\">");
    html_text(page, who->title);
    PUT(page, " · ");
    html_text(page, view->r->units[who->unit.index].name);
    PUT(page, "</p></section>\n");
}

static Html step_class(Bearing bearing)
{
    switch (bearing) {
    case BEARING_APPLIED: return HTML("<li class=yes>");
    case BEARING_NOT: return HTML("<li class=no>");
    case BEARING_FACT: break;
    }
    return HTML("<li>");
}

void html_panel(HtmlPage *page, const View *view, PersonId person)
{
    Explanation said = {0};
    char letter =
        plan_cell(view->plan, person, plan_day(view->plan, view->day));
    ExplainTurn turn = explain_person_turn(view->plan, view->law, view->corpus,
                                           person, view->day);
    explain_cell(view->arena, view->law, person, letter, &turn, view->lang,
                 &said);
    put_who(page, view, person, &said);
    PUT(page, "<section><h3>");
    html_view_say(page, view, "Mengapa?", "Why?");
    PUT(page, "</h3><ol class=why>");
    for (size_t i = 0; i < said.step_count; i++) {
        PUT(page, "\n");
        html_put(page, step_class(said.steps[i].bearing));
        html_letter_capital(page, said.steps[i].text);
    }
    PUT(page, "</ol>");
    if (said.note.len > 0) {
        PUT(page, "<p class=\"xs mut\">");
        html_text(page, said.note);
        PUT(page, "</p>");
    }
    PUT(page, "</section>\n");
}
