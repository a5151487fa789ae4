/* SPDX-License-Identifier: Apache-2.0 */
#include "web/head.h"

const FieldRule head_unit_fields[1] = {
    {"unit", N_("Unit"), FIELD_CODE, .most = 64},
};

bool head_now(Visit *v, unsigned parts, UnitNow *out)
{
    Err err = {0};
    UnitAsked asked = {v->unit, v->person, parts};
    if (unit_now(v->arena, v->view, &asked, out, &err)) return true;
    visit_refuse(v, &err);
    return false;
}

const Unit *head_unit(const Visit *v, UnitId unit)
{
    return &v->view->office->r.units[unit.index];
}

Str head_person_name(const Page *page, PersonId person)
{
    return page->visit->view->office->r.people[person.index].name;
}

Str head_path(const Visit *v, const char *before)
{
    return str_format(v->arena, "%s?unit=%.*s", before,
                      STR_ARG(head_unit(v, v->unit)->code));
}

Str head_id(Arena *arena, FactId id)
{
    char text[FACT_ID_TEXT];
    return str_copy(arena, str_of(fact_id_text(id, text)));
}

Str head_iso(Arena *arena, Date date)
{
    char text[DATE_TEXT];
    return str_copy(arena, str_of(date_iso(date, text)));
}

void head_top_open(Page *page, UnitId unit, const char *english)
{
    page_put(page, HTML("<div class=\"ph\"><div><p class=\"crumb\">"));
    page_text(page, head_unit(page->visit, unit)->name);
    page_put(page, HTML(" · "));
    page_text(page, said_date(&page->speech, page->visit->today));
    page_put(page, HTML("</p>"));
    page_heading(page, english);
    page_put(page, HTML("</div>"));
}

void head_top_end(Page *page)
{
    page_put(page, HTML("</div>\n"));
}

void head_top(Page *page, UnitId unit, const char *english)
{
    head_top_open(page, unit, english);
    head_top_end(page);
}

static const Route routes[] = {
    ROUTE(GET, "/unit", MAY_OF_UNIT(SEE_UNIT), ROUTE_FIELDS(head_unit_fields),
          head_show_unit, "The unit today"),
    ROUTE(GET, "/panggil", MAY_OF_UNIT(RECALL),
          ROUTE_FIELDS(recall_show_fields), recall_show, "Call to the office"),
    ROUTE_FORM(POST, "/panggil", MAY_OF_UNIT(RECALL),
               ROUTE_FIELDS(recall_fields), recall_do, "Call to the office"),
    ROUTE(GET, "/permintaan", MAY_OF_UNIT(DECIDE),
          ROUTE_FIELDS(decide_show_fields), decide_show, "Requests"),
    ROUTE(POST, "/permintaan", SIGNED_IN, ROUTE_FIELDS(decide_fields),
          decide_do, "Decide"),
    ROUTE(GET, "/unit/loket", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(head_unit_fields), counter_show, "Counters"),
    ROUTE_FORM(POST, "/unit/loket", MAY_OF_UNIT(UNIT),
               ROUTE_FIELDS(counter_fields), counter_do, "Counters"),
    ROUTE(GET, "/jadwal/{bulan}/lampiran", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(annex_fields), annex_show, "Annex"),
    ROUTE(GET, "/jadwal/{bulan}/lampiran.xlsx", MAY_OF_UNIT(SEE_UNIT),
          ROUTE_FIELDS(annex_fields), annex_file, "Annex as a spreadsheet"),
    ROUTE(GET, "/jadwal/{bulan}/konsep", MAY_OF_UNIT(DEVIATE),
          ROUTE_FIELDS(annex_fields), annex_show_draft, "Draft of the annex"),
    ROUTE(GET, "/unit/tutup", MAY_OF_UNIT(CLOSURE),
          ROUTE_FIELDS(closing_show_fields), closing_show, "Close the unit"),
    ROUTE_FORM(POST, "/unit/tutup", MAY_OF_UNIT(CLOSURE),
               ROUTE_FIELDS(closing_fields), closing_do, "Close the unit"),
    ROUTE(POST, "/unit/buka", MAY_OF_UNIT(CLOSURE),
          ROUTE_FIELDS(closing_fields), closing_reopen, "Open the unit again"),
};

const RouteTable head_routes = {routes, COUNT(routes)};
