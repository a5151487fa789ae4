/* SPDX-License-Identifier: Apache-2.0 */
/*
 * status_known.h - is an area status one that somebody speaks of?
 *
 * A letter that hangs on a status names it and its area by words, which a slip
 * of the pen misses without a sign.
 */
#pragma once

#include "app/office.h"

typedef struct {
    Str status, area; /* area empty, in a letter: any */
} StatusName;

/*
 * status_known - a letter, or a status on file, says the same.
 *
 * Else *near is the most like it that is said; its status is empty when
 * nothing is like it.  Texts are of the office.
 */
bool status_known(const Office *office, StatusName name, StatusName *near);
