/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/html_rules.h"

#include <stdlib.h>

#define PUT(page, literal) html_put((page), HTML(literal))

enum { BOXES = 4 }; /* beside that of fairness */

/* What a clause came to: a cap over its units and days, or people placed. */
typedef struct {
    uint32_t clause;
    bool is_cap;
    uint32_t units, days, people;
    Excess excess;
} Box;

typedef VEC(Box) Boxes;

static Box *box_of(Arena *arena, Boxes *boxes, uint32_t clause)
{
    for (size_t i = 0; i < boxes->count; i++) {
        if (boxes->at[i].clause == clause) return &boxes->at[i];
    }
    VEC_PUSH(arena, boxes, ((Box){.clause = clause}));
    return &boxes->at[boxes->count - 1];
}

static void add_caps(const View *view, UnitId agency, Boxes *boxes)
{
    for (uint32_t i = 0; i < view->summary->cap_count; i++) {
        const CapSummary *cap = &view->summary->caps[i];
        bool wanted =
            agency.index == NO_INDEX || cap->agency.index == agency.index;
        if (!wanted || cap->capped_days == 0) continue;
        Box *box = box_of(view->arena, boxes, cap->line->clause);
        box->is_cap = true;
        box->units++;
        box->days += (uint32_t)cap->capped_days;
        excess_add(&box->excess, &cap->excess);
    }
}

/* The clause that fixed the reason's place; NO_INDEX when none did. */
static uint32_t placing_clause(const View *view, const Reason *reason)
{
    bool fixes = reason->step == STEP_MUST || reason->step == STEP_MAY ||
                 reason->step == STEP_REST || reason->step == STEP_DECISION;
    if (!fixes || reason->rule.len == 0) return NO_INDEX;
    return corpus_find(view->corpus, reason->rule).index;
}

/* How many people each clause placed on at least one day. */
static void add_people(const View *view, UnitId agency, Boxes *boxes)
{
    const Plan *plan = view->plan;
    const Register *r = view->r;
    size_t clauses = (size_t)view->corpus->clause_count + 1;
    uint32_t *of_reason = NEW(view->arena, uint32_t, plan->reason_count);
    uint32_t *people = NEW(view->arena, uint32_t, clauses);
    uint32_t *last = NEW(view->arena, uint32_t, clauses); /* person + 1 */
    for (uint32_t i = 0; i < plan->reason_count; i++)
        of_reason[i] = placing_clause(view, &plan->reason[i]);
    for (uint32_t p = 0; p < r->person_count; p++) {
        UnitId unit = summary_agency(r, r->people[p].unit);
        if (agency.index != NO_INDEX && unit.index != agency.index) continue;
        for (uint32_t d = 0; d < plan->day_count; d++) {
            uint32_t clause =
                of_reason[plan->reasons[(size_t)p * plan->day_count + d]];
            if (clause == NO_INDEX || last[clause] == p + 1) continue;
            last[clause] = p + 1;
            people[clause]++;
        }
    }
    for (uint32_t c = 0; c < view->corpus->clause_count; c++) {
        if (people[c] > 0) box_of(view->arena, boxes, c)->people = people[c];
    }
}

/* Caps first, then by people, then in the order of the letters. */
static int by_weight(const void *a, const void *b)
{
    const Box *x = a;
    const Box *y = b;
    if (x->is_cap != y->is_cap) return x->is_cap ? -1 : 1;
    if (x->people != y->people) return x->people > y->people ? -1 : 1;
    return (x->clause > y->clause) - (x->clause < y->clause);
}

/* ---- words ------------------------------------------------------------- */

static Str where_words(const View *view, Where where)
{
    switch (where) {
    case WHERE_OFFICE: return html_view_text(view, "di kantor", "in office");
    case WHERE_HOME: return html_view_text(view, "di rumah", "at home");
    case WHERE_FIELD: return html_view_text(view, "di lapangan", "in field");
    case WHERE_LEAVE: return html_view_text(view, "cuti", "on leave");
    case WHERE_ANY: return html_view_text(view, "di mana saja", "anywhere");
    case WHERE_NONE: break;
    }
    return STR("");
}

static Str cap_words(const View *view, const Cap *cap)
{
    Buf out = buf_in(view->arena);
    const char *least = view->lang == LANG_EN ? "at least " : "paling sedikit ";
    const char *most = view->lang == LANG_EN ? "at most " : "paling banyak ";
    buf_c(&out, cap->compare == AT_LEAST ? least : most);
    if (cap->share) {
        say_tenths(&out, view->lang, cap->number / 10);
        buf_c(&out, "%");
    } else {
        say_format(&out, view->lang, "%d orang", "%d people", cap->number);
    }
    buf_char(&out, ' ');
    buf_put(&out, where_words(view, cap->office ? WHERE_OFFICE : WHERE_HOME));
    return buf_str(&out);
}

static Str place_words(const View *view, const Clause *clause)
{
    bool may = clause->strength == STRENGTH_MAY;
    Str strength = may ? html_view_text(view, "boleh", "may be")
                       : html_view_text(view, "wajib", "must be");
    if (clause->act == ACT_REST)
        strength = html_view_text(view, "selebihnya", "the rest");
    return str_format(view->arena, "%.*s %.*s", STR_ARG(strength),
                      STR_ARG(where_words(view, clause->where)));
}

static void put_cap_value(HtmlPage *page, const View *view, const Box *box)
{
    if (box->excess.days > 0) {
        html_view_number(page, view, box->excess.days);
        html_view_say(page, view, " dari ", " of ");
        html_view_number(page, view, box->days);
        html_view_say(page, view,
                      box->units > 1 ? " hari-unit di atas batas: "
                                     : " hari di atas batas: ",
                      box->units > 1 ? " unit days above the cap: "
                                     : " days above the cap: ");
        html_text(page, excess_causes(view->arena, view->lang, &box->excess));
        return;
    }
    if (box->units > 1) {
        html_view_number(page, view, box->units);
        html_view_say(page, view, " dari ", " of ");
        html_view_number(page, view, box->units);
        PUT(page, " unit");
        if (view->lang == LANG_EN) PUT(page, "s");
        return;
    }
    html_number(page, box->days);
    html_view_say(page, view, " dari ", " of ");
    html_number(page, box->days);
    html_view_say(page, view, " hari", " days");
}

static void put_box(HtmlPage *page, const View *view, const Box *box)
{
    const Clause *clause = &view->corpus->clauses[box->clause];
    html_put(page, box->excess.days > 0 ? HTML("<li class=over><b>")
                                        : HTML("<li><b>"));
    Buf rule = buf_in(view->arena);
    say_rule(&rule, view->lang, clause->cite);
    html_text(page, buf_str(&rule));
    PUT(page, " · ");
    html_text(page, box->is_cap ? cap_words(view, &clause->cap)
                                : place_words(view, clause));
    PUT(page, "</b><span class=v>");
    if (box->is_cap) {
        put_cap_value(page, view, box);
    } else {
        html_view_number(page, view, box->people);
        html_view_say(page, view, " orang", " people");
    }
    PUT(page, "</span>\n");
}

static void put_fair(HtmlPage *page, const View *view, const Fairness *fair)
{
    PUT(page, "<li><b>");
    html_view_say(page, view, "Keadilan · selisih hari kantor",
                  "Fairness · difference of office days");
    PUT(page, "</b><span class=v>");
    html_view_say(page, view, "paling banyak ", "at most ");
    html_number(page, fair->apart);
    html_view_say(page, view, " hari", fair->apart == 1 ? " day" : " days");
    PUT(page, "</span>\n");
}

void html_rules(HtmlPage *page, const View *view, UnitId agency,
                const Fairness *fair)
{
    Boxes boxes = {0};
    add_caps(view, agency, &boxes);
    add_people(view, agency, &boxes);
    if (boxes.count > 1)
        qsort(boxes.at, boxes.count, sizeof boxes.at[0], by_weight);
    if (boxes.count == 0 && fair->people == 0) return;
    PUT(page, "<ul class=cek aria-label=\"");
    html_view_say(page, view, "Aturan dan hasilnya", "Rules and results");
    PUT(page, "\">\n");
    for (size_t i = 0; i < boxes.count && i < BOXES; i++)
        put_box(page, view, &boxes.at[i]);
    if (fair->people > 0) put_fair(page, view, fair);
    PUT(page, "</ul>\n");
}
