/*
 * fuzz_xlsx.c - whatever the bytes, xlsx_read reads rows or refuses.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "register/xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    Csv csv = {0};
    Err err = {0};
    bool read = xlsx_read(tmp, text, &csv, &err);
    CHECK(read == (err.kind == ERR_NONE));
    for (size_t i = 0; read && i < csv.rows.count; i++)
        CHECK(csv.rows.at[i].count > 0);
    return 0;
}
