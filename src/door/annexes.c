/* SPDX-License-Identifier: Apache-2.0 */
#include "door/annexes.h"

#include "door/address.h"

bool annexes_made(Visit *v, AnnexTable *out)
{
    if (annex_make(v->arena, v->view, v->unit, visit_field(v, "bulan")->days,
                   out))
        return true;
    visit_refuse_with(v, ERR_ABSENT,
                      "belum ada jadwal yang terbit untuk bulan itu",
                      "no plan is published for that month");
    return false;
}

Str annexes_file_name(const Visit *v, const AnnexTable *annex)
{
    Civil month = date_civil(annex->window.first);
    Str unit = v->view->office->r.units[v->unit.index].code;
    return str_format(v->arena, "lampiran-%.*s-%04d-%02d.xlsx",
                      STR_ARG(address_part(v->arena, unit)), month.year,
                      month.month);
}

Str annexes_address(const Visit *v, const AnnexTable *annex)
{
    return visit_address(
        v, str_format(v->arena, "/cek/%.*s", STR_ARG(annex->code)));
}
