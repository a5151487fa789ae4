/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cases.h - the particular people and days that the letters' questions need:
 * acting heads, two posts in one hand, closures, recalls, meetings.
 *
 * Everybody in a case is steady: nothing else happens to them.
 */
#pragma once

#include "model.h"

/* Before the posts are filled: which stay vacant. */
void cases_vacate(Model *m);

/* After: who acts for whom, and what came from outside. */
void cases_add(Model *m);

/* A status that the letter waits for; false where the letter names none. */
bool cases_status(const Model *m, AreaStatus *out);
