/*
 * mkschema.c - print docs/letter.schema.json.
 *
 *     build/tools/mkschema >docs/letter.schema.json
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "circular/letter_schema.h"

#include <stdio.h>

int main(void)
{
    AUTO(arena_done) Arena *arena = arena_open(1 << 16);
    Buf out = buf_in(arena);
    CHECK(letter_schema(&out));
    return fwrite(out.ptr, 1, out.len, stdout) == out.len ? 0 : 3;
}
