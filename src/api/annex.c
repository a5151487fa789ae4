/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - the annex of a unit and a month as a spreadsheet: the bytes that
 * its page gives.
 */
#include "app/annex.h"

#include "api/api.h"
#include "door/address.h"
#include "door/asked.h"
#include "sheet/annex_sheet.h"
#include "sheet/recap_file.h"

static const FieldRule file_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
};

/* "lampiran-dinkes-2020-08.xlsx" */
static Str name_of(const Visit *v, const AnnexTable *annex)
{
    Civil month = date_civil(annex->window.first);
    Str unit = v->view->office->r.units[v->unit.index].code;
    return str_format(v->arena, "lampiran-%.*s-%04d-%02d.xlsx",
                      STR_ARG(address_part(v->arena, unit)), month.year,
                      month.month);
}

static void show_file(Visit *v)
{
    Err err = {0};
    AnnexTable annex;
    Str bytes = {0};
    if (!annex_make(v->arena, v->view, v->unit, visit_field(v, "bulan")->days,
                    &annex)) {
        visit_refuse_with(v, ERR_ABSENT,
                          "belum ada jadwal yang terbit untuk bulan itu",
                          "no plan is published for that month");
        return;
    }
    Str code = str_format(v->arena, "/cek/%.*s", STR_ARG(annex.code));
    if (annex_sheet(v->arena, v->lang, v->view->office, &annex,
                    visit_address(v, code), &bytes, &err))
        visit_file(v, name_of(v, &annex), recap_file_type(RECAP_FORM_XLSX),
                   bytes);
    else
        visit_refuse(v, &err);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/lampiran.xlsx",
               MAY_OF_UNIT(SEE_UNIT), ROUTE_FIELDS(file_fields), show_file,
               "The annex of a unit and a month, as a spreadsheet"),
};

const RouteTable api_annex_routes = {routes, COUNT(routes)};
