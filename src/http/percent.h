/* SPDX-License-Identifier: Apache-2.0 */
/*
 * percent.h - bytes written as %41 (RFC 3986, 2.1).
 */
#pragma once

#include "base/str.h"

/*
 * percent_decode - into `out`, which has room for text.len bytes; `plus`: a
 * "+" is a blank, as in forms.  False if a percent sign is not followed by two
 * hexadecimal digits, or stands for a byte of zero.
 */
MUST_USE bool percent_decode(Str text, bool plus, char *out, size_t *len);

/* The value of a hexadecimal digit, or -1. */
int percent_digit(char c);
