/*
 * fuzz_clean_file.c - whatever the bytes, clean_file keeps a whole file without
 * what it says beside the picture, or refuses.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/clean_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 16);
    Str text = {(const char *)bytes, size};
    CleanFile once = {0}, twice = {0};
    Err err = {0};
    bool clean = clean_file(tmp, text, &once, &err);
    CHECK(clean == (err.kind == ERR_NONE));
    if (!clean) return 0;
    CHECK(once.bytes.len <= size);
    CHECK(clean_file(tmp, once.bytes, &twice, &err));
    CHECK(str_is(once.bytes, twice.bytes));
    return 0;
}
