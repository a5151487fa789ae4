/* SPDX-License-Identifier: Apache-2.0 */
/*
 * web_recorded.h - a valid request for each row of the route table
 * (web_recorded.def), and what must be there before they can be sent.
 */
#pragma once

#include "web_cast.h"

typedef struct {
    HttpMethod method;
    const char *route, *by, *may, *of, *target, *form;
    int status; /* that the sender gets */
} WebRecorded;

size_t web_recorded_count(void);
const WebRecorded *web_recorded_at(size_t i);

/* The row of a route; NULL: nobody has recorded a request of it. */
const WebRecorded *web_recorded_of(HttpMethod method, const char *route);

/* Values for the names in braces. */
typedef struct WebPlaces WebPlaces;

/* Says and makes all that the requests are about: tasks, reports, recalls,
 * requests, notices, slips, tokens, files. */
WebPlaces *web_recorded_make(WebCast *cast);

/* The request as that member sends it. */
HttpRequest web_recorded_request(WebPlaces *places, const WebRecorded *row,
                                 CastMember *member, bool data);
