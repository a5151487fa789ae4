/* SPDX-License-Identifier: Apache-2.0 */
/*
 * body.h - a body of JSON as the fields of a form: each member of the object
 * is a field of that name, so that a route's rules check either alike.
 *
 * A text or a whole number is a value, true is "ya", false and null are none;
 * an array of texts is the field many times.  The header Idempotency-Key is
 * the field "id" of a route of data that has one, of a form too; where both are
 * given they must be the same.
 */
#pragma once

#include "door/visit.h"

enum { BODY_MOST = 256 * 1024 };

/* The request with these fields as its form; of a form without that header, and
 * of a route without fields, the request as it is.  NULL: the answer is there;
 * 415 of a body that is neither a form nor, of data, JSON. */
const HttpRequest *body_form(Visit *v);

/* The header and the body name different ids: answered so, and false. */
bool body_two_ids(Visit *v);
