/* SPDX-License-Identifier: Apache-2.0 */
/*
 * letter_schema.h - the JSON Schema of a letter, made from the shape of the
 * tree; docs/letter.schema.json is this text.
 */
#pragma once

#include "base/buf.h"

bool letter_schema(Buf *out);
