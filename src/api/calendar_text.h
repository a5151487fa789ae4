/* SPDX-License-Identifier: Apache-2.0 */
/*
 * calendar_text.h - a person's days of the published plans, as iCalendar (RFC
 * 5545).
 *
 * An event a day, all day, in the person's zone.  Its UID is of person and day
 * alone, its SEQUENCE rises with each version of a plan that changed the day,
 * so that a calendar program moves it and makes no second one.
 */
#pragma once

#include "app/live.h"

enum { CALENDAR_BACK = 30, CALENDAR_AHEAD = 60 };

/* The text of the feed. */
Str api_calendar_text(Arena *arena, const LiveView *view, PersonId person,
                      Date today, Lang lang);
