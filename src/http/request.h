/* SPDX-License-Identifier: Apache-2.0 */
/*
 * request.h - from head and body to what a handler sees.
 */
#pragma once

#include "http/head.h"

/*
 * request_of_head - all but the form.  `peer` is who the socket says it is;
 * when `proxied`, X-Forwarded-For and -Proto are believed instead, the former
 * by its last address: that one our own proxy has written.
 */
bool request_is_secure(const HttpPairs *headers, bool proxied);
MUST_USE Refusal request_of_head(Arena *arena, const Head *head, Str peer,
                                 bool proxied, HttpRequest *out);

/* The fields of a form in the body; the bytes of any other type as they are. */
MUST_USE Refusal request_take_body(HttpRequest *request, Str body);
