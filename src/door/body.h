/* SPDX-License-Identifier: Apache-2.0 */
/*
 * body.h - a body of JSON as the fields of a form: each member of the object
 * is a field of that name, so that a route's rules check either alike.
 *
 * A text or a whole number is a value, true is "ya", false and null are none;
 * an array of texts is the field many times.  The header Idempotency-Key is
 * the field "id" of a route that has one, when the body has none.
 */
#pragma once

#include "door/visit.h"

enum { BODY_MOST = 256 * 1024 };

/* The request with these fields as its form; of another kind of body, and of a
 * route without fields, the request as it is.  NULL: the answer is there. */
const HttpRequest *body_form(Visit *v);
