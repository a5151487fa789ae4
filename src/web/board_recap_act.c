/* SPDX-License-Identifier: Apache-2.0 */
#include "app/close_recap.h"
#include "app/receive_recap.h"
#include "web/board_recap.h"

/* Sent twice, it was done once. */
static bool was_done(Visit *v, bool *out, Err *err)
{
    Fact unused;
    return store_fact(live_store(v->live), v->arena, v->government,
                      visit_field(v, "id")->id, &unused, out, err);
}

static void go_back(Visit *v, const BoardRecap *recap, const char *done)
{
    Str query = board_recap_query(v->arena, &v->view->office->r, recap->unit,
                                  recap->window);
    visit_go(v, str_format(v->arena, "/rekap%.*s", STR_ARG(query)), done);
}

static bool close_it(Visit *v, const BoardRecap *recap, Err *err)
{
    bool done = false;
    RecapClosed closed;
    CloseWish wish = {v->actor, visit_channel(v), v->today,
                      visit_field(v, "id")->id};
    if (!was_done(v, &done, err)) return false;
    if (done) return true;
    bool good =
        close_recap(live_store(v->live), &recap->made, &wish, &closed, err);
    return live_wrote(v->live, v->government, good ? err : &(Err){0}) && good;
}

static void close_of(Visit *v, UnitId unit)
{
    Err err = {0};
    BoardRecap *recap = board_recap_given(v, unit);
    if (recap == NULL) return;
    if (close_it(v, recap, &err))
        go_back(v, recap, "tutup");
    else
        visit_refuse(v, &err);
}

void board_recap_close(Visit *v)
{
    close_of(v, v->unit);
}

void board_recap_close_all(Visit *v)
{
    close_of(v, v->view->office->r.preorder[0]);
}

static bool receive_it(Visit *v, const BoardRecap *recap, Err *err)
{
    bool done = false;
    Receipt receipt;
    RecordWorld world = live_world(v->view, v->arena);
    ReceiveWish wish = {
        v->actor,
        visit_channel(v),
        v->today,
        visit_field(v, "id")->id,
        {&world.office->government,
                       world.office->r.units[recap->unit.index].code, recap->window},
        visit_field(v, "versi")->number
    };
    if (!was_done(v, &done, err)) return false;
    if (done) return true;
    bool good =
        receive_recap(live_store(v->live), world.office, &wish, &receipt, err);
    return live_wrote(v->live, v->government, good ? err : &(Err){0}) && good;
}

/* Nothing is counted anew: it is the version that was seen. */
void board_recap_receive(Visit *v)
{
    Err err = {0};
    BoardRecap recap = {0};
    if (!asked_unit(v, &recap.unit) || !asked_days(v, &recap.window)) return;
    if (receive_it(v, &recap, &err))
        go_back(v, &recap, "terima");
    else
        visit_refuse(v, &err);
}
