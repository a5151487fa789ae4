/* SPDX-License-Identifier: Apache-2.0 */
/*
 * recaps.h - a recap is closed, and received by the personnel board.  Pages and
 * API alike: by the fields "id" (of the new fact) and, to receive, "versi".
 */
#pragma once

#include "app/close_recap.h"
#include "app/receive_recap.h"
#include "door/visit.h"

/* Sent twice, it was done once: *done, and *out is the fact of that kind which
 * has this id.  ERR_STALE: the id is that of another record. */
MUST_USE bool recaps_done(Visit *v, FactKind kind, Fact *out, bool *done,
                          Err *err);

/* As close_recap, by the visitor, today. */
MUST_USE bool recaps_close(Visit *v, const RecapMade *made, RecapClosed *out,
                           Err *err);

/* As receive_recap.  Nothing is counted anew: it is the version that was
 * seen. */
MUST_USE bool recaps_receive(Visit *v, UnitId unit, Window days, Receipt *out,
                             Err *err);

/* Of the file that is asked for, "rekap.csv": "rekap-dinkes-2021-07-26-2021-07-
 * 30.csv"; in v->arena. */
Str recaps_file_name(const Visit *v, const RecapMade *made, Str asked);
