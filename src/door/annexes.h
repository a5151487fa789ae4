/* SPDX-License-Identifier: Apache-2.0 */
/*
 * annexes.h - the annex of the unit and the month that a visit names, for its
 * page and for data.
 */
#pragma once

#include "app/annex.h"
#include "door/visit.h"

/* Of "unit" and "bulan"; false: nothing is published for the month, and that is
 * the answer (404). */
bool annexes_made(Visit *v, AnnexTable *out);

/* "lampiran-dinkes-2020-08.xlsx", in v->arena. */
Str annexes_file_name(const Visit *v, const AnnexTable *annex);

/* The whole address at which a printed one is verified: ".../cek/CODE". */
Str annexes_address(const Visit *v, const AnnexTable *annex);
