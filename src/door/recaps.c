/* SPDX-License-Identifier: Apache-2.0 */
#include "door/recaps.h"

#include "door/address.h"

bool recaps_done(Visit *v, FactKind kind, Fact *out, bool *done, Err *err)
{
    *out = fact_blank(kind);
    if (!store_fact(live_store(v->live), v->arena, v->government,
                    visit_field(v, "id")->id, out, done, err))
        return false;
    if (!*done || out->kind == kind) return true;
    (void)FAIL(err, ERR_STALE, "id: that is the name of another record");
    return err_id(err, "id: itu nama catatan lain");
}

/* Whoever reads is told of it; it is good only if both are. */
static bool wrote(Visit *v, bool good, Err *err)
{
    return live_wrote(v->live, v->government, good ? err : &(Err){0}) && good;
}

bool recaps_close(Visit *v, const RecapMade *made, RecapClosed *out, Err *err)
{
    CloseWish wish = {v->actor, visit_channel(v), v->today,
                      visit_field(v, "id")->id};
    return wrote(v, close_recap(live_store(v->live), made, &wish, out, err),
                 err);
}

bool recaps_receive(Visit *v, UnitId unit, Window days, Receipt *out, Err *err)
{
    RecordWorld world = live_world(v->view, v->arena);
    const Office *office = world.office;
    ReceiveWish wish = {
        .actor = v->actor,
        .channel = visit_channel(v),
        .today = v->today,
        .id = visit_field(v, "id")->id,
        .of = {&office->government, office->r.units[unit.index].code, days},
        .version = visit_field(v, "versi")->number,
    };
    return wrote(v, receive_recap(live_store(v->live), office, &wish, out, err),
                 err);
}

Str recaps_file_name(const Visit *v, const RecapMade *made, Str asked)
{
    char first[DATE_TEXT], last[DATE_TEXT];
    size_t dot = str_find(asked, STR("."), 0);
    Str unit = v->view->office->r.units[made->unit.index].code;
    Str stem = str_slice(asked, 0, dot);
    Str ending = str_slice(asked, dot, asked.len);
    return str_format(v->arena, "%.*s-%.*s-%s-%s%.*s", STR_ARG(stem),
                      STR_ARG(address_part(v->arena, unit)),
                      date_iso(made->recap.window.first, first),
                      date_iso(made->recap.window.last, last), STR_ARG(ending));
}
