/*
 * fuzz_csv.c - whatever the bytes, csv_read reads or refuses; and what it read
 * is read again, the same, after it is written.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check_same(const Csv *a, const Csv *b)
{
    CHECK(a->rows.count == b->rows.count);
    for (size_t i = 0; i < a->rows.count; i++) {
        CHECK(a->rows.at[i].count == b->rows.at[i].count);
        for (size_t k = 0; k < a->rows.at[i].count; k++)
            CHECK(str_is(csv_field(&a->rows.at[i], k),
                         csv_field(&b->rows.at[i], k)));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    CsvLimits small = {.rows = 1000, .columns = 50, .field = 10000};
    Csv csv = {0};
    Csv again = {0};
    Err err = {0};
    Buf out = buf_in(tmp);
    Str text = {(const char *)bytes, size};
    if (!csv_read(tmp, text, small, &csv, &err)) return 0;

    /* A header of our own, so that the mark is guessed as it was. */
    buf_format(&out, "%c%c%c\n", csv.mark, csv.mark, csv.mark);
    for (size_t i = 0; i < csv.rows.count; i++) {
        const CsvRow *row = &csv.rows.at[i];
        for (size_t k = 0; k < row->count; k++)
            csv_put(&out, csv_field(row, k), csv.mark, k + 1 == row->count);
    }
    CHECK(csv_read(tmp, buf_str(&out), (CsvLimits){0}, &again, &err));
    again.rows.at++;
    again.rows.count--;
    check_same(&csv, &again);
    return 0;
}
