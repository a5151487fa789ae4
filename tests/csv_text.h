/* SPDX-License-Identifier: Apache-2.0 */
/*
 * csv_text.h - a table that was read, as one line: "line:field|field", '/'
 * between rows.
 */
#pragma once

#include "base/csv.h"

Str csv_text(Arena *arena, const Csv *csv);
