/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annex.c - the annex of a unit and a month as a spreadsheet: the bytes that
 * its page gives.
 */
#include "api/api.h"
#include "door/annexes.h"
#include "door/asked.h"
#include "sheet/annex_sheet.h"
#include "sheet/recap_file.h"

static const FieldRule file_fields[] = {
    ASKED_MONTH,
    ASKED_UNIT,
};

static void show_file(Visit *v)
{
    Err err = {0};
    AnnexTable annex;
    Str bytes = {0};
    if (!annexes_made(v, &annex)) return;
    if (annex_sheet(v->arena, v->lang, v->view->office, &annex,
                    annexes_address(v, &annex), &bytes, &err))
        visit_file(v, annexes_file_name(v, &annex),
                   recap_file_type(RECAP_FORM_XLSX), bytes);
    else
        visit_refuse(v, &err);
}

static const Route routes[] = {
    ROUTE_DATA(GET, "/api/v1/jadwal/{bulan}/lampiran.xlsx",
               MAY_OF_UNIT(SEE_UNIT), ROUTE_FIELDS(file_fields), show_file,
               "The annex of a unit and a month, as a spreadsheet"),
};

const RouteTable api_annex_routes = {routes, COUNT(routes)};
