/* SPDX-License-Identifier: Apache-2.0 */
/*
 * parameter.h - what stands behind the first word of a header:
 *
 *     value  = word *( ";" name "=" ( token / quoted ) )
 *     quoted = DQUOTE *( any byte but DQUOTE ) DQUOTE
 *
 * A backslash stands for itself: browsers write a quote as %22 (and a file
 * name of Windows may hold backslashes).
 */
#pragma once

#include "base/str.h"

/* The word before the first ";", trimmed. */
Str parameter_word(Str value);

/*
 * parameter_find - of that name, ASCII case aside; *out is empty when there is
 * none.  False if the value is not of the form, or names a parameter twice.
 */
MUST_USE bool parameter_find(Str value, Str name, Str *out, bool *there);
