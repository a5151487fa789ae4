/*
 * fuzz_settings.c - whatever the bytes, settings_read reads or says where it
 * could not, inside the text.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "register/settings.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    AUTO(arena_done) Arena *tmp = arena_open(1 << 12);
    Source file = {
        STR("government.conf"), {(const char *)bytes, size}
    };
    Diags diags = diags_in(tmp);
    Government made = {0};
    bool read = settings_read(tmp, &file, &made, &diags);
    CHECK(read == (diags.errors == 0));
    CHECK(read == (made.name.ptr != NULL));
    for (size_t i = 0; i < diags.list.count; i++) {
        CHECK(diags.list.at[i].span.from <= diags.list.at[i].span.to);
        CHECK(diags.list.at[i].span.to <= size);
    }
    return 0;
}
