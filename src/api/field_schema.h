/* SPDX-License-Identifier: Apache-2.0 */
/*
 * field_schema.h - what a field may hold, as JSON Schema: of the rule that
 * checks it.
 */
#pragma once

#include "api/api.h"

/* An object of that name; NULL within an array. */
void field_schema_put(Json *json, const char *name, const FieldRule *rule);
