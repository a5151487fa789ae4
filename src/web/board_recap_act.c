/* SPDX-License-Identifier: Apache-2.0 */
#include "door/recaps.h"
#include "web/board_recap.h"

static void go_back(Visit *v, const BoardRecap *recap, const char *done)
{
    Str query = board_recap_query(v->arena, &v->view->office->r, recap->unit,
                                  recap->window);
    visit_go(v, str_format(v->arena, "/rekap%.*s", STR_ARG(query)), done);
}

/* Sent twice, it was done once. */
static bool close_once(Visit *v, const BoardRecap *recap, Err *err)
{
    Fact before;
    RecapClosed closed;
    bool done = false;
    return recaps_done(v, FACT_RECAP, &before, &done, err) &&
           (done || recaps_close(v, &recap->made, &closed, err));
}

static void close_of(Visit *v, UnitId unit)
{
    Err err = {0};
    BoardRecap *recap = board_recap_given(v, unit);
    if (recap == NULL) return;
    if (close_once(v, recap, &err))
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

static bool receive_once(Visit *v, const BoardRecap *recap, Err *err)
{
    Fact before;
    Receipt receipt;
    bool done = false;
    return recaps_done(v, FACT_RECEIPT, &before, &done, err) &&
           (done ||
            recaps_receive(v, recap->unit, recap->window, &receipt, err));
}

void board_recap_receive(Visit *v)
{
    Err err = {0};
    BoardRecap recap = {0};
    if (!asked_unit(v, &recap.unit) || !asked_days(v, &recap.window)) return;
    if (receive_once(v, &recap, &err))
        go_back(v, &recap, "terima");
    else
        visit_refuse(v, &err);
}
