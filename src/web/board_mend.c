/* SPDX-License-Identifier: Apache-2.0 */
/*
 * board_mend.c - a unit is asked to mend its plan: a notice, seen before it is
 * sent, and read by all of the unit, so that it names nobody.
 */
#include "web/board_unit.h"

enum { TEXT_MOST = 1000 };

const FieldRule board_mend_fields[BOARD_MEND_FIELDS] = {
    {.name = "id",         .label = N_("Record"), .kind = FIELD_ID, .needed = true},
    {             .name = "unit", .label = N_("Unit"),    .kind = FIELD_CODE,   .needed = true              },
    { .name = "isi",
     .label = N_("What it says"),
     .kind = FIELD_TEXT,
     .needed = true,
     .most = TEXT_MOST},
};

/* A cap that is broken now, in words; else that the plan be looked at. */
static Str text_of(Visit *v, const UnitNow *now)
{
    Speech s = {v->arena, LANG_ID};
    Buf out = buf_in(v->arena);
    for (size_t i = 0; i < now->cap_count; i++) {
        const UnitCap *cap = &now->caps[i];
        if (!cap->over) continue;
        buf_put(&out,
                SAID(&s,
                     "{unit}: {there} there, {expected} expected, at most "
                     "{limit}.\n",
                     {"unit", v->view->office->r.units[cap->unit.index].name},
                     {"there", said_number(&s, cap->there)},
                     {"expected", said_number(&s, cap->expected)},
                     {"limit", said_number(&s, cap->limit)}));
    }
    buf_put(&out, said(&s, "Please look at the plan and mend it."));
    return buf_str(&out);
}

void board_mend_page(Visit *v)
{
    Err err = {0};
    UnitNow now;
    PageHead head = {.frame = PAGE_DESK, .here = "/pantau"};
    UnitAsked asked = {v->unit, NO_PERSON, UNIT_NOW_DAY};
    if (!unit_now(v->arena, v->view, &asked, &now, &err)) {
        visit_refuse(v, &err);
        return;
    }
    Page page = page_open(v, &head);
    Str path = board_unit_path(&page, v->unit);
    page_put(&page, HTML("<section class=\"blk sempit\">"));
    page_heading(&page, "Ask for a mended plan");
    part_small(&page, N_("It is a notice to the unit, read by all of it: name "
                         "nobody."));
    form_open_id(&page, str_format(v->arena, "%.*s/perbaikan", STR_ARG(path)));
    form_field(&page, &(FormField){.name = "isi",
                                   .label = N_("What it says"),
                                   .value = text_of(v, &now),
                                   .rows = 5,
                                   .needed = true});
    form_button(&page, "Send to the unit");
    form_close(&page);
    page_put(&page, HTML("</section>\n"));
    page_close(&page);
}

void board_mend_send(Visit *v)
{
    Recorded recorded;
    Fact fact = visit_fact(v, FACT_NOTICE);
    fact.unit = visit_field(v, "unit")->text;
    fact.text = visit_field(v, "isi")->text;
    if (!visit_record(v, &fact, STR(""), &recorded)) return;
    visit_go(v, board_code_path(v->arena, "/pantau/unit/", fact.unit), "minta");
}
