/* SPDX-License-Identifier: Apache-2.0 */
/*
 * shape.h - what an answer looks like, in a short notation, as JSON Schema.
 *
 *     shape  = ( word | "[" shape "]" | "{" member *( "," member ) "}" ) [ "?"
 * ] member = name [ "*" ] ":" shape | "*" ":" shape
 *
 * "?" may be null; a name with "*" need not be there; "*" alone stands for
 * members of any other name.  Words: text, number, truth, date, month, minute,
 * instant, id; one with a capital is a shape of answers.def.  Blanks mean
 * nothing.
 */
#pragma once

#include "base/json.h"

/* An object `name` that is the schema; another notation is our own mistake
 * (CHECK). */
void shape_put(Json *json, const char *name, const char *shape);
