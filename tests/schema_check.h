/* SPDX-License-Identifier: Apache-2.0 */
/*
 * schema_check.h - does a JSON value fit a JSON Schema?  Written from the
 * specification, apart from the product; it knows the words that
 * docs/letter.schema.json uses and says so of any other.
 */
#pragma once

#include "base/str.h"

#include <jansson.h>

/* Empty when it fits; else the first place that does not, and why. */
Str schema_misfit(Arena *arena, json_t *schema, json_t *value);
