/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_remind.c - a reminder to every unit that needs a hand, seen before it
 * is sent.  It is a notice of the unit: what it says is read by all of them,
 * so that it names nobody.
 */
#include "web/board_part.h"

enum { NOTE_MOST = 600, LINE_MOST = 500 };

const FieldRule board_remind_fields[3] = {
    {.name = "id",      .label = N_("Record"), .kind = FIELD_ID, .needed = true},
    {.name = "unit",
     .label = N_("Units"),
     .kind = FIELD_LINE,
     .needed = true,
     .many = true,
     .most = LINE_MOST},
    {.name = "isi",
     .label = N_("What else to say"),
     .kind = FIELD_TEXT,
     .most = NOTE_MOST                                           },
};

/* ---- what is said ----------------------------------------------------------
 */

/* What to do, by the need. */
static const char *step_of(MonitorNeed need)
{
    switch (need) {
    case MONITOR_NO_PLAN: return N_("Please publish the plan.");
    case MONITOR_OVER:
        return N_("Please mend the plan, so that it keeps the cap.");
    case MONITOR_SILENT:
    case MONITOR_FEW: return N_("Please see that everybody on duty checks in.");
    case MONITOR_REPORTS: return N_("Please see that the reports are sent.");
    case MONITOR_REVIEWS:
        return N_("Superiors are asked to review the reports.");
    case MONITOR_NONE:
    case MONITOR_NEED_COUNT: break;
    }
    return N_("Please see to it.");
}

/* Notices are said in Indonesian, whoever sends them. */
static Str text_of(Arena *arena, const Monitor *m, const MonitorAgency *a)
{
    Speech speech = {arena, LANG_ID};
    Buf out = buf_in(arena);
    buf_put(&out, said_date(&speech, m->day));
    buf_c(&out, ": ");
    buf_put(&out, board_need(&speech, m, a));
    buf_c(&out, ". ");
    buf_put(&out, said(&speech, step_of(a->need)));
    return buf_str(&out);
}

/* ---- the page --------------------------------------------------------------
 */

static void put_choices(Page *page, const Monitor *m)
{
    const Register *r = &page->visit->view->office->r;
    FormChoice *choices = NEW(page->arena, FormChoice, m->needing + 1);
    size_t count = 0;
    for (size_t i = 0; i < m->count; i++) {
        const MonitorAgency *a = &m->agencies[i];
        if (a->need == MONITOR_NONE) continue;
        const Unit *unit = &r->units[a->agency.index];
        Str text = text_of(page->arena, m, a);
        choices[count++] = (FormChoice){
            .value = str_format(page->arena, "%.*s %.*s", STR_ARG(unit->code),
                                STR_ARG(text)),
            .text = unit->name,
            .hint = text,
            .chosen = true};
    }
    form_checks(page, "unit", N_("To whom, and what it says"), choices, count);
}

static void put_form(Page *page, const Monitor *m)
{
    form_open_id(page, STR("/pantau/ingatkan"));
    put_choices(page, m);
    form_field(page, &(FormField){.name = "isi",
                                  .label = N_("What else to say"),
                                  .hint = N_("It stands below each reminder, "
                                             "and is read by all of the unit: "
                                             "name nobody."),
                                  .rows = 3});
    form_button(page, "Send the reminders");
    form_close(page);
}

void board_remind_page(Visit *v)
{
    Err err = {0};
    Monitor monitor;
    PageHead head = {.frame = PAGE_DESK, .here = "/pantau"};
    if (!monitor_make(v->arena, v->view, v->today, &monitor, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    page_put(&page, HTML("<section class=\"blk sempit\">"));
    page_heading(&page, "Remind units");
    if (monitor.needing == 0) {
        page_put(&page, HTML("<p>"));
        page_say(&page, "Nothing. Every unit works by the letters.");
        page_put(&page, HTML("</p>"));
    } else {
        put_form(&page, &monitor);
    }
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

/* ---- sending ---------------------------------------------------------------
 */

/* "CODE what it says", as it was seen.  Each has an id that follows from the
 * form's: sent twice, it is one. */
static bool send_one(Visit *v, Str line)
{
    Recorded recorded;
    Str rest = line, code = {0};
    Str more = visit_field(v, "isi")->text;
    Fact fact = visit_fact(v, FACT_NOTICE);
    (void)str_next(&rest, ' ', &code);
    fact.id = data_id_after(fact.id, code);
    fact.unit = code;
    fact.text = str_format(v->arena, "%.*s%s%.*s", STR_ARG(rest),
                           more.len > 0 ? "\n" : "", STR_ARG(more));
    return visit_record(v, &fact, STR(""), &recorded);
}

void board_remind_send(Visit *v)
{
    const FieldValue *units = visit_field(v, "unit");
    for (size_t i = 0; i < units->many_count; i++) {
        if (!send_one(v, units->many[i])) return;
    }
    visit_go(v, STR("/pantau"), "ingat");
}
