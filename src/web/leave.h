/* SPDX-License-Identifier: Apache-2.0 */
/*
 * leave.h - the leave of one person, as a direct superior, a head above or the
 * personnel board notes it: from when to when, and that somebody is back.
 */
#pragma once

#include "web/page.h"

extern const RouteTable leave_routes;

/* A link to the page of that person, where the visitor may note it. */
void leave_link(Page *page, PersonId person);
/* The same without a paragraph around it, from that day on. */
void leave_link_on(Page *page, PersonId person, Date first);
