/* SPDX-License-Identifier: Apache-2.0 */
/*
 * stamp.h - an instant as headers and logs write it, in UTC.
 */
#pragma once

#include "base/zone.h"

enum { STAMP_TEXT = 32 };

/* "Mon, 03 Aug 2020 07:15:00 GMT" (RFC 9110, 5.6.7) */
Str stamp_http(Instant at, char text[STAMP_TEXT]);

/* "2020-08-03T07:15:00.250Z" */
Str stamp_iso(Instant at, char text[STAMP_TEXT]);
