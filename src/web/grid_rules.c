/* SPDX-License-Identifier: Apache-2.0 */
/*
 * grid_rules.c - the strip of rules: each with its value, kept or broken.
 */
#include "web/grid_part.h"

enum { BOXES = 4, LINKS = 5 }; /* beside that of fairness; days named */

/* ---- what a rule asks ---------------------------------------------------- */

static const char *place_of(Where where)
{
    switch (where) {
    case WHERE_OFFICE: return N_("in the office");
    case WHERE_HOME: return N_("at home");
    case WHERE_FIELD: return N_("in the field");
    case WHERE_LEAVE: return N_("on leave");
    case WHERE_ANY: return N_("anywhere");
    case WHERE_NONE: break;
    }
    return N_("recorded");
}

static Str cap_asks(const Page *page, const Cap *cap)
{
    const Speech *speech = &page->speech;
    Str number = cap->share ? said_percent(speech, cap->number, 10000)
                            : said_number(speech, cap->number);
    Str place = said(speech, place_of(cap->office ? WHERE_OFFICE : WHERE_HOME));
    if (cap->compare == AT_LEAST)
        return SAID(speech, "at least {number} {place}", {"number", number},
                    {"place", place});
    return SAID(speech, "at most {number} {place}", {"number", number},
                {"place", place});
}

Str grid_clause_asks(const Page *page, const Clause *clause)
{
    const Speech *speech = &page->speech;
    bool may = clause->strength == STRENGTH_MAY;
    if (clause->act == ACT_CAP) return cap_asks(page, &clause->cap);
    Str place = said(speech, place_of(clause->where));
    if (may) return SAID(speech, "may be {place}", {"place", place});
    return SAID(speech, "must be {place}", {"place", place});
}

/* "1(2)" of a cite as "1 (2)". */
static Str number_of(Arena *arena, Str cite)
{
    size_t mark = str_find(cite, STR("#"), 0);
    Str rule = mark == SIZE_MAX ? cite : str_slice(cite, mark + 1, cite.len);
    size_t open = str_find(rule, STR("("), 0);
    if (open == SIZE_MAX || open == 0) return rule;
    return str_format(arena, "%.*s %.*s", (int)open, rule.ptr,
                      (int)(rule.len - open), rule.ptr + open);
}

Str grid_rule_label(const Grid *grid, const UnitRule *rule)
{
    const Page *page = grid->page;
    if (rule->kind == UNIT_RULE_COUNTERS)
        return said(&page->speech, "Counters have their officers");
    const Clause *clause = corpus_clause(grid->v->view->corpus, rule->clause);
    return SAID(&page->speech, "Rule {rule} · {asks}",
                {"rule", number_of(page->arena, clause->cite)},
                {"asks", grid_clause_asks(page, clause)});
}

/* ---- boxes --------------------------------------------------------------- */

static int64_t days_in(uint32_t days)
{
    int64_t count = 0;
    for (; days != 0; days &= days - 1)
        count++;
    return count;
}

static void put_broken(Page *page, const UnitRule *rule)
{
    int64_t days = days_in(rule->bad);
    HtmlPage *out = &page->html;
    switch (rule->kind) {
    case UNIT_RULE_CAP:
        say_many(out, &page->speech, "{n} day out of bounds",
                 "{n} days out of bounds", days, NULL, 0);
        break;
    case UNIT_RULE_COUNTERS:
        say_many(out, &page->speech, "{n} day short of officers",
                 "{n} days short of officers", days, NULL, 0);
        break;
    case UNIT_RULE_PLACE:
        say_many(out, &page->speech, "{n} day with a deviation",
                 "{n} days with deviations", days, NULL, 0);
        break;
    }
}

/* The days, each to the ways out of it. */
static void put_days(Grid *grid, const UnitRule *rule)
{
    Page *page = grid->page;
    int shown = 0;
    for (uint32_t d = 0; d < grid->month.day_count && shown < LINKS; d++) {
        if ((rule->bad >> d & 1) == 0) continue;
        char iso[DATE_TEXT];
        Str path = rule->kind == UNIT_RULE_PLACE
                       ? grid_day_path(grid, d)
                       : str_format(page->arena, "%.*s/usul?%.*s&tgl=%s",
                                    STR_ARG(grid->base), STR_ARG(grid->query),
                                    date_iso(grid_date(grid, d), iso));
        page_put(page, shown++ > 0 ? HTML(", ") : HTML(" "));
        page_link(page, path,
                  said_day_month(&page->speech, grid_date(grid, d)));
    }
}

static void put_bad(Grid *grid, const UnitRule *rule)
{
    Page *page = grid->page;
    page_put(page, HTML("<span class=\"v\">"));
    put_broken(page, rule);
    page_put(page, HTML("</span> <span class=\"s\">"));
    put_days(grid, rule);
    page_put(page, HTML("</span>"));
}

static void put_good(Grid *grid, const UnitRule *rule)
{
    Page *page = grid->page;
    page_put(page, HTML("<span class=\"v\">"));
    if (rule->kind == UNIT_RULE_PLACE)
        say_many(&page->html, &page->speech, "{n} person", "{n} people",
                 rule->people, NULL, 0);
    else
        PAGE_SAY(page, "{n} of {n2} days",
                 {"n", said_number(&page->speech, rule->days)},
                 {"n2", said_number(&page->speech, rule->days)});
    page_put(page, HTML("</span>"));
}

static void put_box(Grid *grid, const UnitRule *rule)
{
    Page *page = grid->page;
    page_put(page, rule->bad != 0 ? HTML("<li class=\"bad\"><b>")
                                  : HTML("<li class=\"ok\"><b>"));
    page_text(page, grid_rule_label(grid, rule));
    page_put(page, HTML("</b>"));
    if (rule->bad != 0)
        put_bad(grid, rule);
    else
        put_good(grid, rule);
    page_put(page, HTML("</li>\n"));
}

static void put_fair(Grid *grid)
{
    Page *page = grid->page;
    const UnitFairness *f = &grid->month.fairness;
    if (f->people == 0) return;
    page_put(page, HTML("<li class=\"ok\"><b>"));
    page_say(page, "Fairness · office days alike");
    page_put(page, HTML("</b><span class=\"v\">"));
    PAGE_SAY(page, "{within} of {people} within ±1 day",
             {"within", said_number(&page->speech, f->within)},
             {"people", said_number(&page->speech, f->people)});
    page_put(page, HTML("</span></li>\n"));
}

/* Without a plan nothing is kept: no rule of it is ticked. */
static void put_unplanned(Page *page)
{
    page_put(page, HTML("<li><b>"));
    page_say(page, "The letters' rules");
    page_put(page, HTML("</b><span class=\"v\">"));
    page_say(page, "no plan to check yet");
    page_put(page, HTML("</span></li>\n"));
}

static int put_boxes(Grid *grid, bool broken, int room)
{
    int shown = 0;
    for (uint32_t i = 0; i < grid->month.rule_count && shown < room; i++) {
        if ((grid->month.rules[i].bad != 0) != broken) continue;
        put_box(grid, &grid->month.rules[i]);
        shown++;
    }
    return shown;
}

/* What is broken comes before what is not, when there is no room for all. */
void grid_put_rules(Grid *grid)
{
    Page *page = grid->page;
    bool planned = unit_month_is_planned(&grid->month);
    page_put(page, HTML("<ul class=\"cek\" id=\"cek\" aria-label=\""));
    page_say(page, "The letters' rules and what they come to");
    page_put(page, HTML("\">\n"));
    int shown = put_boxes(grid, true, INT32_MAX);
    if (planned) {
        (void)put_boxes(grid, false, BOXES - shown);
        put_fair(grid);
    } else if (shown == 0) {
        put_unplanned(page);
    }
    page_put(page, HTML("</ul>\n"));
}
