/* SPDX-License-Identifier: Apache-2.0 */
#include "csv_text.h"

#include "base/buf.h"

Str csv_text(Arena *arena, const Csv *csv)
{
    Buf out = buf_in(arena);
    for (size_t i = 0; i < csv->rows.count; i++) {
        const CsvRow *row = &csv->rows.at[i];
        if (i > 0) buf_char(&out, '/');
        buf_format(&out, "%u:", row->line);
        for (size_t k = 0; k < row->count; k++) {
            if (k > 0) buf_char(&out, '|');
            buf_put(&out, csv_field(row, k));
        }
    }
    return buf_str(&out);
}
