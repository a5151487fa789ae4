/* SPDX-License-Identifier: Apache-2.0 */
/*
 * schema_check.h - does a JSON value fit a JSON Schema?  Written from the
 * specification, apart from the product; it knows the words that
 * docs/letter.schema.json and our OpenAPI use and says so of any other.  A
 * member that no schema speaks of does not fit.
 */
#pragma once

#include "base/str.h"

#include <jansson.h>

/* Empty when it fits; else the first place that does not, and why. */
Str schema_misfit(Arena *arena, json_t *schema, json_t *value);

/* By a schema inside a document, whose shared ones it names. */
Str schema_misfit_in(Arena *arena, json_t *root, json_t *schema, json_t *value);
