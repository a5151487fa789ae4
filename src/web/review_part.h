/* SPDX-License-Identifier: Apache-2.0 */
/*
 * review_part.h - between the rooms of the review of reports.
 */
#pragma once

#include "web/superior.h"

/* The report of that id, else the oldest; NULL when none waits. */
const TeamReport *review_find(const TeamDay *team, FactId id);

/* The one behind it, from the first again; none: zeros. */
FactId review_next(const TeamDay *team, const TeamReport *on);

/* Nothing about it asks for a second look: may be approved with others. */
bool review_is_plain(const TeamReport *report);
size_t review_unflagged(const TeamDay *team);

/* The queue; `why` an answer was refused, or NULL. */
void review_put(Visit *v, const Err *why);

/* What they said to have done on the day of the report; nothing if nothing. */
void review_put_tasks(Page *page, const TeamReport *on);

Str review_id(const Page *page, FactId id);
Str review_path(const Page *page, FactId id); /* "/tinjau?laporan=ID" */
